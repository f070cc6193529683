package power

import (
	"fmt"
	"sort"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Quorate is the chance that a meeting has a quorum, in all and of every class that needs one,
// given how likely the members entitled are to come. The groups must be those members: as many
// in all and, where classes have quorums, of each class. How many are needed is governance's
// answer.
func Quorate(q governance.Quorum, e *governance.Entitled, groups []Group) (float64, error) {
	if err := sameMembers(q, e, groups); err != nil {
		return 0, err
	}
	byClass := map[string][]Group{}
	var classes []string
	for i, g := range groups {
		if err := g.check(i); err != nil {
			return 0, err
		}
		g.Votes = 1 // a quorum is of heads
		if _, ok := byClass[g.Class]; !ok {
			classes = append(classes, g.Class)
		}
		byClass[g.Class] = append(byClass[g.Class], g)
	}
	all, cut := Distribution{1}, false
	for _, class := range classes {
		d, err := Turnout(byClass[class])
		if err != nil {
			return 0, err
		}
		// Who comes of a class in too small a number makes no quorum, however many others do.
		for k := range min(classNeeds(q, e, class), int64(len(d))) {
			d[k], cut = 0, true
		}
		if float64(len(all))*float64(len(d)) > maxProducts || len(all)+len(d) > maxNumbers {
			return 0, fmt.Errorf("%w: %d members of %q beside the others", ErrTooLarge, len(d)-1, class)
		}
		all = convolve(all, d, 1)
	}
	for class := range classesOf(q) {
		if _, ok := byClass[class]; !ok && classNeeds(q, e, class) > 0 {
			return 0, nil // nobody of it can come
		}
	}
	switch need := q.Needs(e.Members); {
	case need >= int64(len(all)):
		return 0, nil
	case need <= 0 && !cut:
		return 1, nil // and no sum that rounding leaves below it
	default:
		return min(kahan(all[max(need, 0):]), 1), nil
	}
}

func classesOf(q governance.Quorum) map[string]bool {
	out := map[string]bool{}
	for _, c := range q.Classes {
		out[c.Class] = true
	}
	return out
}

// classNeeds is how many of a class must come: the most that any of its quorums asks.
func classNeeds(q governance.Quorum, e *governance.Entitled, class string) (need int64) {
	for _, c := range q.Classes {
		if c.Class == class {
			need = max(need, governance.Quorum{Heads: c.Heads, Fraction: c.Fraction}.Needs(membersOf(e, class)))
		}
	}
	return need
}

func membersOf(e *governance.Entitled, class string) int64 {
	for _, c := range e.ByClass {
		if c.Class == class {
			return c.Members
		}
	}
	return 0
}

func sameMembers(q governance.Quorum, e *governance.Entitled, groups []Group) error {
	sum, byClass := int64(0), map[string]int64{}
	for i := range groups {
		if n := groups[i].Members; n < 0 || n > maxNumbers {
			return groups[i].check(i)
		}
		sum += groups[i].Members
		byClass[groups[i].Class] += groups[i].Members
	}
	if sum != e.Members {
		return fmt.Errorf("%w: groups: %d members, where %d may vote", ErrTurnout, sum, e.Members)
	}
	for i, c := range q.Classes {
		if n := membersOf(e, c.Class); byClass[c.Class] != n {
			return fmt.Errorf("%w: groups: %d members of %q, where %d may vote (%s)", ErrTurnout, byClass[c.Class], c.Class, n, law.Path("quorum.classes", i, ""))
		}
	}
	return nil
}

// ChanceNeeded is the least chance of coming, the same for every member, at which a meeting is
// quorate with a given chance (0.95, say); false where it is not even if all come. Together is how far members
// of a class move together. It is found to twelve places and rounded up.
func ChanceNeeded(q governance.Quorum, e *governance.Entitled, together, quorate float64) (float64, bool, error) {
	if !(quorate >= 0 && quorate <= 1) {
		return 0, false, fmt.Errorf("%w: quorate: %v is not between 0 and 1", ErrTurnout, quorate)
	}
	groups := make([]Group, 0, len(e.ByClass))
	for _, c := range e.ByClass {
		groups = append(groups, Group{Class: c.Class, Members: c.Members, Together: together})
	}
	return least(quorate, func(chance float64) (float64, error) {
		for i := range groups {
			groups[i].Chance = chance
		}
		return Quorate(q, e, groups)
	})
}

// Needed is what a vote needs: how many must vote, and how many of them in favour.
type Needed struct {
	Cast int64 `json:"cast"`
	For  int64 `json:"for"`
}

// CastNeeded is the fewest votes that must be cast for a majority to pass where at least a share
// of them is in favour: from that number on it passes. False says that it does not pass even if
// everybody votes, or that the share is too small: a majority of the votes cast that passes with it is an
// accident of small numbers, as one vote of one is more than three quarters. What passes is
// governance's answer, which refuses a majority that also asks for heads.
func CastNeeded(m governance.Majority, entitled int64, share law.Ratio) (Needed, bool, error) {
	one := law.Per(1, 1)
	switch {
	case share.Num() < 0 || share.Cmp(one) > 0:
		return Needed{}, false, fmt.Errorf("%w: share: %v is not between none and all", ErrTurnout, share)
	case entitled < 1 || entitled > maxTotal:
		return Needed{}, false, fmt.Errorf("%w: entitled: %d may vote", ErrTurnout, entitled)
	}
	inFavour := func(cast int64) int64 { return int64(share.OfUp(law.Pence(cast))) }
	if _, err := passes(m, entitled, entitled, entitled); err != nil {
		return Needed{}, false, err
	}
	if t := m.Share; t.Of != governance.AllEntitled && (share.Cmp(t.Fraction) < 0 || t.Strict && share.Cmp(t.Fraction) == 0) {
		return Needed{}, false, nil
	}
	cast := 1 + firstOf(entitled, func(n int64) bool {
		ok, err := passes(m, entitled, n+1, inFavour(n+1))
		return err == nil && ok
	})
	if cast > entitled {
		return Needed{}, false, nil
	}
	return Needed{cast, forNeeded(m, entitled, cast)}, true, nil
}

// forNeeded is the fewest votes in favour that pass of so many cast; one more than all where none do.
func forNeeded(m governance.Majority, entitled, cast int64) int64 {
	return firstOf(cast+1, func(yes int64) bool {
		ok, err := passes(m, entitled, cast, yes)
		return err == nil && ok
	})
}

// passes puts a vote in which nobody present abstains to a majority.
func passes(m governance.Majority, entitled, cast, yes int64) (bool, error) {
	d, err := governance.Decide(law.Date{}, m, governance.Tally{For: yes, Against: cast - yes, Entitled: entitled})
	return d.Passed, err
}

// StagesNeeded is CastNeeded at each meeting of a resolution in two stages; where a stage cannot
// pass its place is empty and false is returned.
func StagesNeeded(s governance.TwoStages, entitled int64, share law.Ratio) (first, second Needed, ok bool, err error) {
	first, one, err := CastNeeded(s.First, entitled, share)
	if err != nil {
		return Needed{}, Needed{}, false, fmt.Errorf("first: %w", err)
	}
	second, two, err := CastNeeded(s.Second, entitled, share)
	if err != nil {
		return Needed{}, Needed{}, false, fmt.Errorf("second: %w", err)
	}
	return first, second, one && two, nil
}

// Passing is the chance that a majority passes: each of the members entitled votes with the
// turnout's chance and togetherness, and who votes is in favour with a chance of its own,
// deciding for itself.
func Passing(m governance.Majority, turnout Group, favour float64) (float64, error) {
	if err := turnout.check(0); err != nil {
		return 0, err
	}
	if !(favour >= 0 && favour <= 1) {
		return 0, fmt.Errorf("%w: favour: %v is not between 0 and 1", ErrTurnout, favour)
	}
	n := turnout.Members
	if n < 1 {
		return 0, fmt.Errorf("%w: groups[0].members: nobody may vote", ErrTurnout)
	}
	if _, err := passes(m, n, n, n); err != nil {
		return 0, err
	}
	d := turnout.distribution()
	terms := make([]float64, 0, len(d))
	for cast, p := range d {
		// What is left out of a distribution here is too little to be seen in the sum.
		if cast > 0 && p > 1e-18 {
			terms = append(terms, p*binomialTail(int64(cast), forNeeded(m, n, int64(cast)), favour))
		}
	}
	sort.Float64s(terms)
	return min(kahan(terms), 1), nil
}

// PassingStages is the chance that both stages pass, the meetings deciding for themselves.
func PassingStages(s governance.TwoStages, first, second Group, favour float64) (float64, error) {
	one, err := Passing(s.First, first, favour)
	if err != nil {
		return 0, fmt.Errorf("first: %w", err)
	}
	two, err := Passing(s.Second, second, favour)
	if err != nil {
		return 0, fmt.Errorf("second: %w", err)
	}
	return one * two, nil
}
