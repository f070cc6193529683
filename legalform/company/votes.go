package company

import (
	"errors"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Voter is a person who voted, as was counted.
type Voter struct {
	As Capacity `json:"as"`
	// Of is the member; Votes are what the member has on a poll, one where there is no share
	// capital, the same for each proxy or representative.
	Of    string `json:"of"`
	Votes int64  `json:"votes"`
	// Wants are the directions in which the person votes; a proxy appointed by more than one
	// member may be instructed both ways.
	WantsFor     bool  `json:"wants_for,omitempty"`
	WantsAgainst bool  `json:"wants_against,omitempty"`
	Appointors   int64 `json:"appointors,omitempty"`
	// For and Against are what was counted.
	For     int64 `json:"for"`
	Against int64 `json:"against"`
}

// ErrVoter is returned of a vote that nobody could give.
var ErrVoter = errors.New("not a vote that can be given")

// VotesPerMember returns the votes of a holding on a poll or a written resolution by
// section 284: one a share and one for each £10 of stock, or one where there is no share
// capital.
func VotesPerMember(hasShares bool, shares int64, stock law.Pence) int64 {
	if !hasShares {
		return 1
	}
	return shares + int64(stock/law.Pounds(10))
}

// Hand returns what a person's hand counts for: one vote; one for and one against of a
// proxy whom more than one member instructed opposite ways, since the Regulations of 2009.
func (v Voter) Hand(noticeGiven law.Date) (governance.Tally, error) {
	both := v.WantsFor && v.WantsAgainst
	if both && (v.As != AsProxy || v.Appointors < 2 || noticeGiven.Before(rightsDay)) {
		return governance.Tally{}, ErrVoter
	}
	var t governance.Tally
	if v.WantsFor {
		t.For = 1
	}
	if v.WantsAgainst {
		t.Against = 1
	}
	return t, nil
}

// CountHands counts a show of hands.
func CountHands(noticeGiven law.Date, vs []Voter) (t governance.Tally, err error) {
	for _, v := range vs {
		h, err := v.Hand(noticeGiven)
		if err != nil {
			return governance.Tally{}, err
		}
		t.For += h.For
		t.Against += h.Against
	}
	return t, nil
}

// CorporateVotes returns what representatives of one corporation, for the same shares, come
// to on a poll: all its votes in the one way in which they agree, or none where they differ.
func CorporateVotes(representatives []Voter) (t governance.Tally) {
	var yes, no bool
	var votes int64
	for _, v := range representatives {
		yes, no, votes = yes || v.WantsFor, no || v.WantsAgainst, v.Votes
	}
	switch {
	case yes && !no:
		t.For = votes
	case no && !yes:
		t.Against = votes
	}
	return t
}

// SeniorVote returns the index of the joint holder whose vote counts: the first named, in
// the order of the register, among those who voted; -1 where none did.
func SeniorVote(voted []bool) int {
	for i, v := range voted {
		if v {
			return i
		}
	}
	return -1
}
