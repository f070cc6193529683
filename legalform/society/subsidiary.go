package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Capacity is how shares are held, or a power is exercisable.
type Capacity uint8

// The capacities. Only the first two count for the society. Of a nominee, the society must
// be concerned otherwise than as a fiduciary. AsSecurity is as security only, for a loan made
// in the ordinary course of a business of lending money.
const (
	InOwnRight Capacity = iota + 1
	ByNominee
	AsFiduciary
	UnderDebenture
	AsSecurity
)

var capacities = []string{"", "own", "by-nominee", "as-fiduciary", "under-debenture", "as-security"}

// String gives the JSON value.
func (k Capacity) String() string { return law.NameOf(capacities, k) }

// MarshalText writes String.
func (k Capacity) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Capacity) UnmarshalText(b []byte) error {
	return law.ParseName(k, capacities, b, "a capacity in which shares are held")
}

// A StakePart is what is held, or exercisable, in one capacity.
type StakePart struct {
	Capacity Capacity `json:"capacity"`
	// Equity is the nominal value of equity shares, Votes what it carries in a society.
	Equity law.Pence `json:"equity,omitempty"`
	Votes  int64     `json:"votes,omitempty"`
	// Seats are directorships whose holders it lets the society, alone, appoint or remove, or
	// in a society places on the committee to which it may both appoint and remove: where
	// nobody is appointed otherwise, where appointment follows from a place on the society's own
	// committee, and, of a company, where the society itself holds the place.
	Seats int64 `json:"seats,omitempty"`
}

// A CompanyStake is what the society has in a body corporate that is no registered society.
type CompanyStake struct {
	// Name is an id that locates a finding.
	Name string `json:"name"`
	// Member: the society is a member of it.
	Member law.Fact[bool] `json:"member,omitzero"`
	// Equity is the nominal value of its issued shares, those without a right to share beyond
	// a fixed amount in dividends and capital left out; Directors how many directorships it has.
	Equity    law.Fact[law.Pence]   `json:"equity,omitzero"`
	Directors law.Fact[int64]       `json:"directors,omitzero"`
	Parts     law.Fact[[]StakePart] `json:"parts,omitzero"`
	Omission  law.Fact[Omission]    `json:"omission,omitzero"`
}

// A SocietyStake is what the society has in another registered society.
type SocietyStake struct {
	Name   string         `json:"name"`
	Member law.Fact[bool] `json:"member,omitzero"`
	// Committee is how many sit on the committee, OnCommittee that the society is one of them.
	Committee   law.Fact[int64] `json:"committee,omitzero"`
	OnCommittee law.Fact[bool]  `json:"on_committee,omitzero"`
	// Votes are all those to which its members are entitled under its rules.
	Votes    law.Fact[int64]       `json:"votes,omitzero"`
	Parts    law.Fact[[]StakePart] `json:"parts,omitzero"`
	Omission law.Fact[Omission]    `json:"omission,omitzero"`
}

// countParts adds up what counts for the society.
func countParts(list []StakePart) (n StakePart) {
	for _, x := range list {
		if x.Capacity == InOwnRight || x.Capacity == ByNominee {
			n.Equity += x.Equity
			n.Votes += x.Votes
			n.Seats += x.Seats
		}
	}
	return n
}

// CompanySubsidiary says whether a company is a subsidiary of the society by the Act of a
// day: met where it is. It is one where the society is a member and controls the board, or
// holds more than half of the equity. Paths of missing facts begin at the stake. It is the
// law of Great Britain, as GroupAccountsNeeded is.
func CompanySubsidiary(x *CompanyStake, on law.Date) Criterion {
	k := groupNeeded.at(on)
	if !x.Parts.Stated() {
		return k.lack("parts", "")
	}
	n := countParts(*x.Parts.Ptr())
	member, board, equity := told(&x.Member), untold, untold
	if all, ok := x.Directors.Get(); ok {
		board = overHalf(n.Seats, all)
	}
	if all, ok := x.Equity.Get(); ok {
		equity = overHalf(int64(n.Equity), int64(all))
	}
	k.says(outcomeFrom(max(min(member, board), equity)), fmt.Sprintf("%s: the society, a member: %v, alone fills %d of %v directorships and holds %v of %v of equity.",
		x.Name, x.Member, n.Seats, x.Directors, n.Equity, x.Equity))
	if k.Outcome != law.Unknown {
		return k
	}
	if equity == untold {
		k.lack("equity", "")
	}
	if member == untold {
		k.lack("member", "")
	}
	if board == untold && member != no {
		k.lack("directors", "")
	}
	return k
}

// SocietySubsidiary says whether another registered society is a subsidiary of the society
// by the Act of a day: met where it is. It is one where the society is a member and controls
// the committee, counting itself where it sits there and fills others, or can exercise a
// majority of its members' votes. Paths of missing facts begin at the stake. It is the law of
// Great Britain.
func SocietySubsidiary(x *SocietyStake, on law.Date) Criterion {
	k := groupNeeded.at(on)
	if !x.Parts.Stated() {
		return k.lack("parts", "")
	}
	n := countParts(*x.Parts.Ptr())
	member, committee, votes := told(&x.Member), untold, untold
	if all, ok := x.Committee.Get(); ok {
		alone := overHalf(n.Seats, all)
		with := min(told(&x.OnCommittee), overHalf(n.Seats+1, all))
		committee = max(alone, with)
	}
	if all, ok := x.Votes.Get(); ok {
		votes = overHalf(n.Votes, all)
	}
	k.says(outcomeFrom(max(min(member, committee), votes)), fmt.Sprintf("%s: the society, a member: %v, alone fills %d of %v places on its committee, where it sits itself: %v, and has %d of %v votes.",
		x.Name, x.Member, n.Seats, x.Committee, x.OnCommittee, n.Votes, x.Votes))
	if k.Outcome != law.Unknown {
		return k
	}
	if votes == untold {
		k.lack("votes", "")
	}
	if member == untold {
		k.lack("member", "")
	}
	if committee == untold && member != no {
		if !x.Committee.Stated() {
			k.lack("committee", "")
		} else {
			k.lack("on_committee", "")
		}
	}
	return k
}

// overHalf reports whether a part is more than half of a whole.
func overHalf(part, whole int64) answer {
	if law.Per(1, 2).PassedBy(part, whole) {
		return yes
	}
	return no
}

// checkParts keeps every sum within 64 bits too.
func checkParts(list []StakePart) error {
	const most = 1 << 40
	var sum law.Pence
	for i, x := range list {
		switch {
		case x.Equity < 0 || x.Equity > law.MaxPence || sum > law.MaxPence:
			return fmt.Errorf("parts[%d].equity: not an amount there can be, %v", i, x.Equity)
		case x.Votes < 0 || x.Votes > most:
			return fmt.Errorf("parts[%d].votes: not a number there can be, %d", i, x.Votes)
		case x.Seats < 0 || x.Seats > most:
			return fmt.Errorf("parts[%d].seats: not a number there can be, %d", i, x.Seats)
		}
		sum += x.Equity
	}
	return nil
}
