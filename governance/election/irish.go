package election

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Ordered is the family of transferable rules that move whole papers: which papers of a
// surplus move is a matter of where they were filed, so that the order of papers must be kept.
type Ordered struct {
	About
	// Defer leaves surpluses where they are that could change neither who is lowest nor who has
	// the quota; else every surplus is transferred.
	Defer bool `json:"defer"`
	// Deposits transfers a surplus, and keeps exclusions apart, where that could bring a
	// candidate above the line on which the deposit or the repayment of expenses turns: the
	// quota over DepositPart.
	Deposits    bool  `json:"deposits"`
	DepositPart int64 `json:"deposit_part"`
	// Members is, in a bye-election, for how many the constituency has in full; the line is then
	// of the quota for so many, but that a surplus for one place heeds the quota itself. It is
	// 0 in a general election.
	Members int `json:"bye_election_members"`
	// Further says whether votes still move, for the sake of the line, when the last places can
	// be filled.
	Further Further `json:"further_transfers"`
	// AllButLowest elects all but the lowest where one more is left than there are places and
	// the lowest cannot overtake.
	AllButLowest bool `json:"all_but_lowest"`
	// LastTransfer passes on the papers of the last to be excluded though the places are
	// then filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

// Further says whether votes move on for the sake of deposits when the last places can be
// filled without a quota.
type Further uint8

// No votes do; or the places are filled and then votes move among those not elected; or
// votes move as before, and the places are filled when nobody's deposit turns on it any more.
// Who is elected is the same.
const (
	FurtherNone Further = iota
	FurtherAfter
	FurtherBefore
)

var furthers = []string{"none", "after", "before"}

// String gives the JSON value.
func (x Further) String() string { return law.NameOf(furthers, x) }

// MarshalText writes String.
func (x Further) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what String writes.
func (x *Further) UnmarshalText(b []byte) error {
	return law.ParseName(x, furthers, b, "whether votes move when the last places can be filled")
}

// Irish is the rule of elections to the Dáil as it has stood since the Act of 2001. Ballots must
// have kept the order of papers, mixed as the returning officer had them; others are refused,
// for merged papers do not tell which move.
//
// Before 2001 the returning officer might transfer a surplus that now must stay (s. 121(8)),
// which Defer leaves out, and AllButLowest was not there.
//
// In doubt: that by section 124(3) votes move after the last places are filled, because those
// who fill them are elected "thereupon", and exclusions are among the transfers meant; that the
// count ends when quotas fill the last place, though section 121(1) read alone would still
// transfer a surplus; that as many go together by section 122(2) as can and still leave the
// places to be filled; that the last exclusion moves no papers; and that several excluded
// together are filed the lowest first.
func Irish() Ordered {
	return Ordered{
		About: About{
			Name: "irish", Title: "Single transferable vote, Dáil elections", Takes: Takes{Order: true, NoWeights: true},
			Source: "Electoral Act 1992 (Ireland), ss. 118 to 126, as amended by the Electoral (Amendment) Act 2001, ss. 29 to 31",
		},
		Defer: true, Deposits: true, DepositPart: 4, Further: FurtherAfter, AllButLowest: true, Ties: Forwards,
	}
}

func (g Ordered) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

// check refuses parameters that mean nothing.
func (g Ordered) check(t *tally) error {
	switch {
	case g.Ties > Forwards || g.Several > AllDifferent:
		return fmt.Errorf("%w: %s: ties: %v, several: %v", ErrRule, g.Name, g.Ties, g.Several)
	case g.Further > FurtherBefore:
		return fmt.Errorf("%w: %s: further_transfers: %v", ErrRule, g.Name, g.Further)
	case g.DepositPart < 1:
		return fmt.Errorf("%w: %s: deposit_part: %d is no part of a quota", ErrRule, g.Name, g.DepositPart)
	case g.Members != 0 && g.Members < t.seats:
		return fmt.Errorf("%w: %s: bye_election_members: %d, for %d seats", ErrRule, g.Name, g.Members, t.seats)
	}
	return nil
}
