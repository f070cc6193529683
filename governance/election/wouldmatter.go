package election

import (
	"errors"
	"fmt"
	"slices"
)

// ErrTooManyLots is wrapped where more lots could be drawn than WouldLotMatter tries.
var ErrTooManyLots = errors.New("too many lots")

// maxRecounts is how many outcomes of lots WouldLotMatter tries.
const maxRecounts = 10_000

// Lots are all that lots could make of a count.
type Lots struct {
	// Needed says that a lot decides something, Matters that it decides who is elected.
	Needed  bool `json:"needed"`
	Matters bool `json:"matters"`
	// Recounts is how many ways lots could fall that are told apart.
	Recounts int `json:"recounts"`
	// Outcomes are the different elected, each by number, with one way that lots could fall
	// to elect them. When a vacancy is filled they are those who fill it.
	Outcomes []LotOutcome `json:"outcomes"`
}

// A LotOutcome is one set of elected and the lots that make it.
type LotOutcome struct {
	Elected []int `json:"elected"`
	Lots    []Tie `json:"lots,omitempty"`
}

// WouldLotMatter recounts with every way that lots could fall and says whether they would
// change who is elected or, when a vacancy is filled, who fills it. Ways that no one order of the candidates gives are left out: those
// tied again keep their earlier lot. The lot or seed of the options is of no account.
func WouldLotMatter(b *Ballots, r Rule, o Options) (*Lots, error) {
	o.Lot, o.Seed = nil, ""
	out := &Lots{}
	seen := map[string]bool{}
	for script := []int(nil); ; {
		if out.Recounts == maxRecounts {
			return nil, fmt.Errorf("%w: they could fall in more than %d ways", ErrTooManyLots, maxRecounts)
		}
		d := &draws{script: script}
		t, err := newTally(b, r, o)
		if err != nil {
			return nil, err
		}
		t.lot.choose = d.choose
		res, err := t.run(r)
		if err != nil {
			return nil, err
		}
		out.Recounts++
		elected := sorted(res.Filling())
		if key := fmt.Sprint(elected); !seen[key] {
			seen[key] = true
			way := LotOutcome{Elected: elected}
			for _, tie := range res.Ties {
				if tie.By == ByLot {
					way.Lots = append(way.Lots, tie)
				}
			}
			out.Outcomes = append(out.Outcomes, way)
		}
		if script = d.next(); script == nil {
			out.Needed, out.Matters = out.Recounts > 1, len(out.Outcomes) > 1
			return out, nil
		}
	}
}

// draws are the lots of one recount: at each, which of those who may come first does.
type draws struct {
	script []int
	made   []int
	of     []int
	before [][2]int // who came before whom
}

// choose draws the next of the script, and beyond it the first.
func (d *draws) choose(left []int) int {
	var may []int
	for _, c := range left {
		if !slices.ContainsFunc(left, func(x int) bool { return x != c && d.precedes(x, c) }) {
			may = append(may, c)
		}
	}
	at := 0
	if len(d.made) < len(d.script) {
		at = d.script[len(d.made)]
	}
	d.made, d.of = append(d.made, at), append(d.of, len(may))
	for _, c := range left {
		if c != may[at] {
			d.before = append(d.before, [2]int{may[at], c})
		}
	}
	return may[at]
}

// precedes reports whether the draws so far put x before y.
func (d *draws) precedes(x, y int) bool {
	reached := map[int]bool{x: true}
	for again := true; again && !reached[y]; {
		again = false
		for _, p := range d.before {
			if reached[p[0]] && !reached[p[1]] {
				reached[p[1]], again = true, true
			}
		}
	}
	return reached[y]
}

// next returns the script of the next recount; none after the last.
func (d *draws) next() []int {
	for i := len(d.made) - 1; i >= 0; i-- {
		if d.made[i]+1 < d.of[i] {
			return append(slices.Clone(d.made[:i]), d.made[i]+1)
		}
	}
	return nil
}
