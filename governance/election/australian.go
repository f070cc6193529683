package election

import (
	"cmp"
	"slices"
)

func (g Australian) count(t *tally) error {
	if err := g.check(); err != nil {
		return err
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
	in := slices.DeleteFunc(p.in(hopeful), func(c int) bool { return p.votes[c] < p.quota })
	p.become(elected, in...)
	rest := p.in(hopeful)
	_, over := p.surpluses()
	switch {
	case p.left == 0:
		rest = nil
	case end && len(rest) == p.left && (over == 0 || !g.SurplusesFirst):
	case g.LastTwoAtOnce && len(rest) == 2 && p.left == 1:
		var out int
		if out, p.err = p.lowest(p.ascending(), NoHistory, Narrowing); p.err != nil {
			return nil
		}
		rest = without(rest, out)
	default:
		rest = nil
	}
	p.become(elected, rest...)
	if in = g.ordered(p, append(in, rest...)); len(in) > 0 {
		p.groups = append(p.groups, slices.Clone(in))
	}
	return in
}

// ordered puts those elected together in order: most votes first, equals as earlier counts
// part them, and else by lot, or by number without one. Who is elected never turns on it.
func (g Australian) ordered(p *parcels, in []int) []int {
	slices.SortFunc(in, func(x, y int) int { return cmp.Or(cmp.Compare(p.votes[y], p.votes[x]), cmp.Compare(x, y)) })
	for from := 0; from < len(in); {
		to := from + 1
		for to < len(in) && p.votes[in[to]] == p.votes[in[from]] {
			to++
		}
		equal := in[from:to]
		h := g.Order.reading(ToTransfer, equal, p.seen, g.Ties)
		slices.SortFunc(equal, func(x, y int) int { return cmp.Or(h.compare(y, x, g.Ties), p.lot.compare(x, y)) })
		from = to
	}
	return in
}

// next takes the next step of a count.
func (g Australian) next(p *parcels) (Stage, error) {
	low := p.ascending()
	over, sum := p.surpluses()
	k := 0
	if g.BulkFirst && sum > 0 {
		k = g.together(p, low, sum)
	}
	if sum > 0 && k == 0 {
		if !g.Largest {
			over = p.earliest(over)
		}
		c, err := p.largest(over, g.Ties, g.Order)
		if err != nil {
			return Stage{}, err
		}
		g.surplus(p, c)
		return Stage{Kind: Surplus, Of: One(c + 1), Elected: numbers(g.elect(p, true))}, nil
	}
	way, two := g.Ties, g.LastTwo && len(low) == 2 && p.left == 1
	switch {
	case two:
		way, k = NoHistory, 1
	case g.Bulk && k == 0:
		k = g.together(p, low, 0)
	}
	cs, err := p.lowestOf(low, max(1, k), way, g.Several)
	if err != nil {
		return Stage{}, err
	}
	st := Stage{Kind: Exclude, Of: One(cs[0] + 1), Excluded: numbers(cs)}
	if g.Bulk {
		st.Of = Together(st.Excluded...)
	}
	p.become(excluded, cs...)
	waits := g.LastTransfer || g.SurplusesFirst && sum > 0
	if two || !waits && len(low)-len(cs) == p.left {
		st.Kind, st.Elected = Fill, numbers(g.elect(p, true))
		return st, nil
	}
	return g.exclude(p, cs, st), nil
}

// exclude passes on the papers of candidates by value, the highest first, until the last
// place is filled.
func (g Australian) exclude(p *parcels, cs []int, st Stage) Stage {
	var all []parcel
	for _, c := range cs {
		all = append(all, p.own[c]...)
		p.own[c] = nil
	}
	slices.SortStableFunc(all, func(x, y parcel) int { return y.compare(x) })
	for p.left > 0 && len(all) > 0 {
		n := 1
		for n < len(all) && all[n].compare(all[0]) == 0 {
			n++
		}
		for _, x := range all[:n] {
			p.votes[x.of] -= x.votes
			p.nt += x.votes
		}
		p.transfer(all[:n], all[0].part, all[0].whole)
		all = all[n:]
		st.Elected = append(st.Elected, numbers(g.elect(p, len(all) == 0))...)
		if g.ByTransfer {
			p.seen.add(p.votes)
		}
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
