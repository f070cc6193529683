package election

import (
	"fmt"
	"math/bits"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Meek is Meek's method by the reference rule: every elected candidate keeps the same part
// of each vote that comes, no more than makes a quota, and the rest goes on to the next of
// the paper, elected or not. Quota and parts are found together, by iteration.
//
// Every rounding is fixed by the rule, so that all who count by it find the same digits.
type Meek struct {
	About
	// Omega ends an iteration: when all surpluses together are less than one vote over ten
	// to this power.
	Omega Unit `json:"omega"`
	// Equal is what becomes of equal ranks, which the rule does not know.
	Equal Equal `json:"equal"`
}

// Equal says what becomes of papers that rank candidates equal, in a rule that knows none.
type Equal uint8

// Such papers are refused; or the vote is shared as the average over all orders of the
// equals, whose last digits no published rule fixes.
const (
	EqualRefused Equal = iota + 1
	EqualShared
)

var equals = []string{"", "refused", "shared"}

// String gives the JSON value.
func (e Equal) String() string { return law.NameOf(equals, e) }

// MarshalText writes String.
func (e Equal) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Equal) UnmarshalText(b []byte) error {
	return law.ParseName(e, equals, b, "what becomes of equal ranks")
}

// MeekPRF is Meek's method by the Foundation's reference rule, in nine decimal places.
// Candidates who are above the lowest by no more than the surplus that is left are tied
// with the lowest, for the iteration might yet put them there; the lot parts them.
func MeekPRF() Meek {
	return Meek{
		About: About{
			Name: "meek-prf", Title: "Meek's method", Places: meekPlaces,
			Source: "Proportional Representation Foundation, Reference Meek Rule",
		},
		Omega: 6, Equal: EqualRefused,
	}
}

// Describe says what the rule is, and that it takes equal ranks where they are shared.
func (m Meek) Describe() About {
	a := m.About
	a.Takes.Equal = m.Equal == EqualShared
	return a
}

// The rules of Meek's method count in nine places.
const (
	meekPlaces = 9
	keepAll    = 1_000_000_000 // a keep value of 1
)

func (m Meek) with(parameters []byte) (Rule, error) { return decode(m, parameters) }

func (m Meek) count(t *tally) error {
	switch {
	case m.Omega > meekPlaces:
		return fmt.Errorf("%w: %s: omega: %d decimal places are more than %d", ErrRule, m.Name, m.Omega, meekPlaces)
	case m.Equal != EqualRefused && m.Equal != EqualShared:
		return fmt.Errorf("%w: %s: equal: %v", ErrRule, m.Name, m.Equal)
	}
	omega := (meekPlaces - m.Omega).One()
	k, err := newKeeping(t, false)
	if err != nil {
		return err
	}
	for k.open() {
		k.begin()
		for last := t.valid; ; last = k.surplus {
			k.distribute()
			if k.elect() {
				break // the keep values stay for the next round
			}
			if k.surplus < omega || k.iterations > 1 && k.surplus >= last {
				if err := k.excludeNear(); err != nil {
					return err
				}
				break
			}
			k.update()
		}
		if err := k.end(); err != nil {
			return err
		}
	}
	return k.fill()
}

// excludeNear excludes the lowest. All within the surplus of the lowest are tied.
func (k *keeping) excludeNear() error {
	low := k.lowest()
	var tied []int
	for c, s := range k.state {
		if s == isHopeful && k.votes[c]-k.votes[low] <= k.surplus {
			tied = append(tied, c)
		}
	}
	if len(tied) > 1 {
		var err error
		if low, err = k.t.breakTie(ToExclude, tied, nil, NoHistory); err != nil {
			return err
		}
	}
	k.out = append(k.out, low)
	return nil
}

// update gives every elected candidate the part to keep that would have made a quota of the
// votes there were: k times the quota, rounded up, over the votes, rounded up.
func (k *keeping) update() {
	for c, s := range k.state {
		if s == isElected {
			k.keep[c] = keepNext(k.keep[c], uint64(k.quota), uint64(k.votes[c]))
		}
	}
}

// keepNext is never more than 1: rounding alone could make it so.
func keepNext(keep, quota, votes uint64) uint64 {
	hi, lo := bits.Mul64(keep, quota)
	lo, carry := bits.Add64(lo, keepAll-1, 0)
	part, _ := bits.Div64(hi+carry, lo, keepAll)
	if part >= votes {
		return keepAll
	}
	hi, lo = bits.Mul64(part, keepAll)
	lo, carry = bits.Add64(lo, votes-1, 0)
	next, _ := bits.Div64(hi+carry, lo, votes)
	return next
}
