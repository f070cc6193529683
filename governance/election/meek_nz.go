package election

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// MeekNewZealand is Meek's method as New Zealand's local elections have it. It is close to
// the reference rule, but candidates may be elected and excluded in one iteration, somebody is
// excluded as soon as the surplus cannot help, and ties are broken by the history of all
// iterations from the first.
//
// Of its exceptional cases, whoever may not be elected (clause 22) is struck out of the ballots
// by Ballots.Withdraw. A stable state (clause 23) is known by keep values that were there
// before since the last candidate was chosen: all that follows would only repeat itself, as
// rounding of very many papers may make it, and the lowest is excluded. One place is filled by
// Part 2 of the Schedule, a kind of alternative vote, which this is not.
//
// In doubt are the points that are parameters: the official calculator is reported not to follow the
// Schedule in some. Candidates "with votes" in clause 21 are taken for those whom clause 20
// leaves, so that later preferences are enough. Three or more who are tied are parted by the
// first step at which not all were equal (clause 40), and those lowest there by later ones.
// Where rounding gives more candidates a quota than there are places, of which the Schedule
// says nothing, those with most votes have them.
type MeekNewZealand struct {
	About
	// Limit is the surplus below which the lowest is excluded: one vote over ten to this power.
	Limit Unit `json:"limit"`
	// First says that somebody may be excluded in the first iteration, as in published
	// counts; the Schedule has exclusions from its second step on.
	First bool `json:"first"`
	// Unranked withdraws, before the count, candidates whom nobody ranks (clause 20). If fewer
	// are left than there are places they are all elected and the other places stay empty
	// (clause 21). Else they stand, and may fill a place.
	Unranked bool `json:"unranked_withdrawn"`
	// Rest is how what goes on from a candidate is rounded.
	Rest Rest `json:"rest"`
	// Draw is how ties are broken that history leaves.
	Draw Draw `json:"draw"`
}

// Rest says how what goes on from an elected candidate is rounded.
type Rest uint8

// What goes on is what the candidate does not keep, as in published counts; or, as the
// Schedule has it, a product of its own, rounded up, so that a paper may come to more
// than a vote. The non-transferable is then what is left of the valid total, and may be
// below 0.
const (
	RestDifference Rest = iota + 1
	RestProduct
)

var rests = []string{"", "difference", "product"}

// String gives the JSON value.
func (r Rest) String() string { return law.NameOf(rests, r) }

// MarshalText writes String.
func (r Rest) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Rest) UnmarshalText(b []byte) error {
	return law.ParseName(r, rests, b, "how what goes on is rounded")
}

// Draw says how ties are broken that history leaves.
type Draw uint8

// A tie goes to the lot that the caller gives; or to the numbers of the Schedule's
// generator, which anybody can work out from how many candidates, vacancies and papers there
// are. The result records both as a lot.
const (
	DrawLot Draw = iota + 1
	DrawNumbers
)

var drawings = []string{"", "lot", "numbers"}

// String gives the JSON value.
func (d Draw) String() string { return law.NameOf(drawings, d) }

// MarshalText writes String.
func (d Draw) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Draw) UnmarshalText(b []byte) error {
	return law.ParseName(d, drawings, b, "how ties are broken")
}

// MeekNZ is the rule with the doubts settled as published counts have them, and ties by the
// caller's lot.
func MeekNZ() MeekNewZealand {
	return MeekNewZealand{
		About: About{
			Name: "meek-nz", Title: "New Zealand STV (Meek's method)", Places: meekPlaces,
			Source: "Local Electoral Regulations 2001 (New Zealand), Schedule 1A, Parts 1, 3 and 5",
		},
		Limit: 4, First: true, Unranked: true, Rest: RestDifference, Draw: DrawLot,
	}
}

func (m MeekNewZealand) with(parameters []byte) (Rule, error) { return decode(m, parameters) }

func (m MeekNewZealand) check() error {
	switch {
	case m.Limit > meekPlaces:
		return fmt.Errorf("%w: %s: limit: %d decimal places are more than %d", ErrRule, m.Name, m.Limit, meekPlaces)
	case m.Rest != RestDifference && m.Rest != RestProduct:
		return fmt.Errorf("%w: %s: rest: %v", ErrRule, m.Name, m.Rest)
	case m.Draw != DrawLot && m.Draw != DrawNumbers:
		return fmt.Errorf("%w: %s: draw: %v", ErrRule, m.Name, m.Draw)
	}
	return nil
}

func (m MeekNewZealand) count(t *tally) error {
	if err := m.check(); err != nil {
		return err
	}
	limit := (meekPlaces - m.Limit).One()
	k, err := newKeeping(t, m.Rest == RestProduct)
	if err != nil {
		return err
	}
	steps := history{}
	if m.Draw == DrawNumbers && t.lot.choose == nil {
		drawn, err := drawNumbers(t)
		if err != nil {
			return err
		}
		t.lot.choose = func(left []int) int { return drawn.lowest(left, len(steps)) }
	}
	if m.Unranked {
		k.withdrawUnranked()
	}
	for k.open() {
		k.begin()
		if len(steps) > 0 {
			k.update()
		}
		for past := (keepings{}); ; {
			k.distribute()
			steps.add(k.votes)
			chosen := k.elect()
			if k.filled+len(k.in) < t.seats && (m.First || len(steps) > 1) && (k.surplus < limit || k.hopeless() || !chosen && past.stable(k)) {
				if err := k.excludeLowest(steps); err != nil {
					return err
				}
				chosen = true
			}
			if chosen {
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

// withdrawUnranked takes candidates whom nobody ranks out of the count.
func (k *keeping) withdrawUnranked() {
	ranked, left := make([]bool, k.t.n+1), k.left
	for _, c := range k.t.b.prefs {
		if !ranked[c] && int(c) < k.t.n && k.state[c] == isHopeful {
			left--
		}
		if ranked[c] = true; left == 0 {
			return
		}
	}
	for c, state := range k.state {
		if state == isHopeful && !ranked[c] {
			k.state[c], k.keep[c] = isOut, 0
			k.left--
			k.t.res.Withdrawn = append(k.t.res.Withdrawn, c+1)
		}
	}
	slices.Sort(k.t.res.Withdrawn)
}

// keepings are the keep values of the iterations of a round.
type keepings map[string]bool

// stable reports whether the next keep values were there before, and notes the present ones.
func (h keepings) stable(k *keeping) bool {
	present := slices.Clone(k.keep)
	h[key(present)] = true
	k.update()
	again := h[key(k.keep)]
	copy(k.keep, present)
	return again
}

// key turns keep values into what a map can be asked for.
func key(keep []uint64) string {
	text := make([]byte, 0, 8*len(keep))
	for _, v := range keep {
		text = binary.LittleEndian.AppendUint64(text, v)
	}
	return string(text)
}

// hopeless reports whether the lowest with the whole surplus would stay below the next.
func (k *keeping) hopeless() bool {
	low := k.lowest()
	for c, s := range k.state {
		if s == isHopeful && c != low && k.votes[low]+k.surplus >= k.votes[c] {
			return false
		}
	}
	return true
}

// excludeLowest excludes the candidate with fewest votes; of equals the one who was behind
// where they first differed.
func (k *keeping) excludeLowest(h history) error {
	low := k.lowest()
	var tied []int
	for c, s := range k.state {
		if s == isHopeful && k.votes[c] == k.votes[low] {
			tied = append(tied, c)
		}
	}
	if len(tied) > 1 {
		var err error
		if low, err = k.t.breakTie(ToExclude, tied, h, Forwards); err != nil {
			return err
		}
	}
	k.out = append(k.out, low)
	return nil
}
