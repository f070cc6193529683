package election

import (
	"fmt"
	"slices"
)

// Australian is the family of transferable rules that value a transfer as one fraction for all
// papers that move, and round the votes of each who receives them down.
type Australian struct {
	About
	// LastParcel passes on a surplus by the parcel that came last, at no more than the value it
	// came at; else by all papers at one value, whatever they came at.
	LastParcel bool `json:"last_parcel"`
	// Transferable shares a surplus among the papers that have a next preference; else among
	// all that are looked at.
	Transferable bool `json:"transferable_only"`
	// Largest transfers the largest surplus first; else that of whoever was elected first, and
	// the larger of those elected together.
	Largest bool `json:"largest_first"`
	// LastTwo elects to the last place whoever of two left has more votes, once no surplus is
	// left to transfer.
	LastTwo bool `json:"last_two"`
	// LastTransfer passes on the papers of the last to be excluded though the places are
	// then filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// Ties is the way through history, Several how it parts three or more.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
}

// Senate is the rule of elections to the Australian Senate: the inclusive Gregory method,
// unweighted, in whole votes. Votes lost to rounding are among the non-transferable, which may
// so fall again when parcels of one value are put together.
//
// In doubt: nobody is excluded in bulk, which changes no winner; the last exclusion moves no
// papers; the last two are compared once no surplus is left. Refinements have changed by year.
func Senate() Australian {
	return Australian{
		About: About{
			Name: "senate", Title: "Single transferable vote, Australian Senate",
			Source: "Commonwealth Electoral Act 1918 (Australia), s. 273",
		},
		LastTwo: true, Ties: Backwards,
	}
}

// HareClark is the rule of Tasmania's House of Assembly: the last parcel, in whole votes, at a
// value that counts only papers with a next preference. The source was not read for how ties are
// broken or exclusions ordered: there it is as Senate.
func HareClark() Australian {
	g := Senate()
	g.Name, g.Title, g.Source = "hare-clark", "Hare-Clark, Tasmania", "Electoral Act 2004 (Tasmania), Schedule 4"
	g.LastParcel, g.Transferable, g.LastTwo = true, true, false
	return g
}

// HareClarkACT is the rule of the Australian Capital Territory: as HareClark, with votes to six
// decimal places, as they are taken to have been since 2020.
func HareClarkACT() Australian {
	g := HareClark()
	g.Name, g.Title, g.Source, g.Places = "hare-clark-act", "Hare-Clark, Australian Capital Territory", "Electoral Act 1992 (Australian Capital Territory), Schedule 4", 6
	return g
}

func (g Australian) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

func (g Australian) count(t *tally) error {
	if g.Ties > Forwards || g.Several > AllDifferent {
		return fmt.Errorf("%w: %s: ties: %v, several: %v", ErrRule, g.Name, g.Ties, g.Several)
	}
	p := newParcels(t)
	p.quota = t.wholeQuota()
	t.res.Quota = p.quota
	st := Stage{Kind: First, Elected: numbers(g.elect(p, true))}
	for {
		if err := p.record(st); err != nil {
			return err
		}
		if p.left == 0 {
			return nil
		}
		var err error
		if st, err = g.next(p); err != nil {
			return err
		}
	}
}

// elect elects whoever has the quota; at the end of a stage also all who are left where they
// are as many as the places.
func (g Australian) elect(p *parcels, end bool) []int {
	all := p.in(hopeful)
	in := slices.DeleteFunc(slices.Clone(all), func(c int) bool { return p.votes[c] < p.quota })
	if end && len(all) == p.left {
		in = all
	}
	in = p.ranked(in, g.Ties)
	p.become(elected, in...)
	if len(in) > 0 {
		p.groups = append(p.groups, slices.Clone(in))
	}
	return in
}

// next takes the next step of a count.
func (g Australian) next(p *parcels) (Stage, error) {
	if over, _ := p.surpluses(); len(over) > 0 {
		if !g.Largest {
			over = p.earliest(over)
		}
		c, err := p.largest(over, g.Ties, g.Several)
		if err != nil {
			return Stage{}, err
		}
		g.surplus(p, c)
		return Stage{Kind: Surplus, Of: One(c + 1), Elected: numbers(g.elect(p, true))}, nil
	}
	low := p.ascending()
	c, err := p.lowest(low, g.Ties, g.Several)
	if err != nil {
		return Stage{}, err
	}
	st := Stage{Kind: Exclude, Of: One(c + 1), Excluded: []int{c + 1}}
	p.become(excluded, c)
	if !g.LastTransfer && len(low)-1 == p.left || g.LastTwo && len(low) == 2 {
		st.Kind, st.Elected = Fill, numbers(g.elect(p, true))
		return st, nil
	}
	return g.exclude(p, c, st), nil
}

// exclude passes on the papers of a candidate by value, the highest first.
func (g Australian) exclude(p *parcels, c int, st Stage) Stage {
	all := p.own[c]
	p.own[c] = nil
	slices.SortStableFunc(all, func(x, y parcel) int { return y.compare(x) })
	for p.left > 0 && len(all) > 0 {
		n := 1
		for n < len(all) && all[n].compare(all[0]) == 0 {
			n++
		}
		for _, x := range all[:n] {
			p.votes[c] -= x.votes
			p.nt += x.votes
		}
		p.transfer(all[:n], all[0].part, all[0].whole)
		all = all[n:]
		st.Elected = append(st.Elected, numbers(g.elect(p, false))...)
	}
	if p.left > 0 {
		st.Elected = append(st.Elected, numbers(g.elect(p, true))...)
	}
	return st
}

// surplus passes on what a candidate has beyond the quota.
func (g Australian) surplus(p *parcels, c int) {
	over, from := p.votes[c]-p.quota, p.own[c]
	p.own[c] = nil
	if g.LastParcel {
		from = from[len(from)-1:]
	}
	p.votes[c] = p.quota
	p.nt += over
	m, passed := p.send(piled(from))
	whole := int64(0)
	for _, x := range from {
		whole += x.papers
	}
	if g.Transferable {
		whole = passed
	}
	value := parcel{part: over, whole: whole * p.scale}
	if last := from[len(from)-1]; g.LastParcel && (whole == 0 || value.compare(last) > 0) {
		value = last
	}
	p.credit(m, value.part, value.whole)
}
