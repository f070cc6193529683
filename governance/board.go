package governance

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// How is the way in which a seat on a board is filled.
type How uint8

// A seat is filled by election, by appointment from outside, or by co-option by the board.
const (
	Elected How = iota + 1
	Appointed
	CoOpted
)

var hows = []string{"", "elected", "appointed", "co-opted"}

// String gives the JSON value.
func (h How) String() string { return law.NameOf(hows, h) }

// MarshalText writes String.
func (h How) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what String writes.
func (h *How) UnmarshalText(b []byte) error {
	return law.ParseName(h, hows, b, "a way of filling a seat")
}

// Seats are places on a board that are filled in one way.
type Seats struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
	How   How    `json:"how"`
	// By is the class that elects, or who appoints.
	By string `json:"by,omitempty"`
	// TermYears and MostTerms limit how long one person serves; 0 for no limit.
	TermYears int `json:"term_years,omitempty"`
	MostTerms int `json:"most_terms,omitempty"`
	// Reserved is how many of the seats are kept for some, and For whom: "recent service users".
	Reserved int    `json:"reserved,omitempty"`
	For      string `json:"reserved_for,omitempty"`
}

// A Board is how a body is governed between meetings.
type Board struct {
	Seats  []Seats `json:"seats"`
	Quorum Quorum  `json:"quorum"`
	// CastingVote gives the chair of the board a casting vote.
	CastingVote bool `json:"casting_vote,omitempty"`
	// Removal names the constitution's kind of resolution that removes a director; Rotation is
	// who retires at each annual meeting.
	Removal  string   `json:"removal,omitempty"`
	Rotation Rotation `json:"rotation,omitzero"`
}

// Size is the number of seats.
func (b *Board) Size() (n int) {
	for _, s := range b.Seats {
		n += s.Count
	}
	return n
}

// SeatsOf returns how many seats a class or an appointer fills.
func (b *Board) SeatsOf(by string) (n int) {
	for _, s := range b.Seats {
		if s.By == by {
			n += s.Count
		}
	}
	return n
}

// Controller returns who fills more than half of the seats, and whether anybody does.
func (b *Board) Controller() (by string, ok bool) {
	for _, s := range b.Seats {
		if s.By != "" && 2*b.SeatsOf(s.By) > b.Size() {
			return s.By, true
		}
	}
	return "", false
}

// A BoardVote is a vote at a meeting of the board. Conflicted directors count neither
// towards the quorum nor in the vote.
type BoardVote struct {
	Present    int   `json:"present"`
	Conflicted int   `json:"conflicted,omitempty"`
	For        int64 `json:"for"`
	Against    int64 `json:"against"`
	// Chair is how the chair votes; the zero Choice where there is none or the chair is
	// conflicted, and so has no casting vote.
	Chair Choice `json:"chair,omitempty"`
}

// A BoardDecision is what a board decided.
type BoardDecision struct {
	Quorum QuorumTest `json:"quorum"`
	Test   Test       `json:"test"`
	// CastingVote says that the chair's decided it.
	CastingVote bool `json:"casting_vote,omitempty"`
	Passed      bool `json:"passed"`
}

// ErrBoard is wrapped by complaints about a board and its votes.
var ErrBoard = errors.New("bad board")

// Decide puts a vote of the board to a simple majority of those who vote.
func (b *Board) Decide(v BoardVote) (BoardDecision, error) {
	count := v.Present - v.Conflicted
	switch {
	case v.Present < 0 || v.Conflicted < 0 || count < 0 || v.Present > b.Size():
		return BoardDecision{}, fmt.Errorf("%w: %d present, %d of them conflicted, on a board of %d", ErrBoard, v.Present, v.Conflicted, b.Size())
	case v.For < 0 || v.Against < 0 || v.For+v.Against > int64(count):
		return BoardDecision{}, fmt.Errorf("%w: %d votes of %d who may vote", ErrBoard, v.For+v.Against, count)
	}
	need := b.Quorum.Needs(int64(b.Size()))
	d := BoardDecision{Quorum: QuorumTest{"directors", int64(count), need, int64(count) >= need}}
	d.Test = MoreThan(1, 2, VotesCast).Test("votes", Tally{For: v.For, Against: v.Against})
	d.Passed = d.Test.Passed
	if b.CastingVote && v.For == v.Against && v.Chair != 0 {
		d.CastingVote, d.Passed = true, v.Chair == ChoseFor
	}
	d.Passed = d.Passed && d.Quorum.Met
	return d, nil
}
