package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// report is what the program finds.
type report struct {
	Name   string   `json:"name"`
	Source string   `json:"source,omitempty"`
	On     law.Date `json:"on,omitzero"`
	Change string   `json:"change,omitempty"`
	Votes  []vote   `json:"votes"`
	Quorum *quorum  `json:"quorum,omitempty"`
}

// vote is one kind of resolution, or the board, before and after.
type vote struct {
	Kind    string          `json:"kind"`
	Needs   string          `json:"needs,omitempty"`
	Notes   []string        `json:"notes,omitempty"`
	Before  *power.Standing `json:"before"`
	After   *power.Standing `json:"after,omitempty"`
	Changes []power.Change  `json:"changes,omitempty"`
}

// quorum is how likely a meeting is to decide anything.
type quorum struct {
	Members int64   `json:"members"`
	Needed  int64   `json:"needed"`
	Chance  float64 `json:"chance"`
	// ForNineteen is the chance of coming at which a meeting is quorate nineteen times of twenty.
	ForNineteen law.Fact[float64] `json:"chance_of_coming_for_19_in_20,omitzero"`
	// First and Second are what the two stages of a resolution need.
	First  law.Fact[power.Needed] `json:"first_stage,omitzero"`
	Second law.Fact[power.Needed] `json:"second_stage,omitzero"`

	curve    []point
	together float64
	share    law.Ratio
}

// point is the chance of a quorum where every member comes with a chance.
type point struct{ coming, alone, together float64 }

func (p *plan) report(members []governance.Member, how power.How) (*report, error) {
	r := &report{Name: p.Name, Source: p.Source, On: p.On}
	if c := p.After.Ptr(); c != nil {
		r.Change = c.Says
	}
	kinds := p.Kinds
	if len(kinds) == 0 {
		for _, m := range p.Constitution.Majorities {
			kinds = append(kinds, m.Name)
		}
	}
	later, changed, err := p.changed(members)
	if err != nil {
		return nil, err
	}
	now, err := governance.NewRegister(members, p.Constitution.Classes...)
	if err != nil {
		return nil, err
	}
	for _, kind := range kinds {
		q := power.Question{Kind: kind, On: p.On, Question: p.Question}
		v := vote{Kind: kind + " resolution"}
		if v.Before, err = power.Stand(&p.Constitution, now, q, how); err != nil {
			return nil, err
		}
		named, err := p.Constitution.Majority(kind)
		if err != nil {
			return nil, err
		}
		v.Needs = named.Majority.Share.String()
		if later != nil {
			if v.After, err = power.Stand(changed, later, q, how); err != nil {
				return nil, fmt.Errorf("after: %w", err)
			}
		}
		if err := v.compare(); err != nil {
			return nil, err
		}
		r.Votes = append(r.Votes, v)
	}
	if err := p.board(r, changed, how); err != nil {
		return nil, err
	}
	if p.Turnout.Stated() {
		if r.Quorum, err = p.quorum(now); err != nil {
			return nil, fmt.Errorf("turnout: %w", err)
		}
	}
	return r, nil
}

// changed is the constitution and the register after the change; no register where there is none.
func (p *plan) changed(members []governance.Member) (*governance.Register, *governance.Constitution, error) {
	c := p.After.Ptr()
	if c == nil {
		return nil, nil, nil
	}
	after := p.Constitution
	after.Votes = c.Votes.Or(after.Votes)
	after.Board = c.Board.Or(after.Board)
	issued, err := power.Issue(members, p.On, c.Issue)
	if err != nil {
		return nil, nil, fmt.Errorf("after.%w", err)
	}
	r, err := governance.NewRegister(issued, after.Classes...)
	if err != nil {
		return nil, nil, fmt.Errorf("after: %w", err)
	}
	return r, &after, nil
}

func (p *plan) board(r *report, changed *governance.Constitution, how power.How) error {
	if p.Constitution.Board.Size() == 0 {
		return nil
	}
	stand := func(b *governance.Board, chair string) (*power.Standing, error) {
		g, err := power.Board(b, chair)
		if err != nil {
			return nil, err
		}
		return g.Stand(how)
	}
	v := vote{Kind: "board", Needs: "more than half of the directors who vote"}
	note := func(when string, s *power.Standing, b *governance.Board, chair string) {
		if s.Total > int64(b.Size()) {
			v.Notes = append(v.Notes, fmt.Sprintf("%s the casting vote of the chair (%s) counts as half a seat, and weights are in halves.", when, chair))
		}
	}
	var err error
	if v.Before, err = stand(&p.Constitution.Board, p.Chair); err != nil {
		return err
	}
	note("Before,", v.Before, &p.Constitution.Board, p.Chair)
	if c := p.After.Ptr(); c != nil {
		chair := c.Chair.Or(p.Chair)
		if v.After, err = stand(&changed.Board, chair); err != nil {
			return fmt.Errorf("after: %w", err)
		}
		note("After,", v.After, &changed.Board, chair)
	}
	r.Votes = append(r.Votes, v)
	return r.Votes[len(r.Votes)-1].compare()
}

func (v *vote) compare() (err error) {
	if v.After != nil {
		v.Changes, err = power.Compare(v.Before, v.After)
	}
	return err
}

func (p *plan) quorum(r *governance.Register) (*quorum, error) {
	t := p.Turnout.Ptr()
	e, err := r.Entitle(&p.Constitution.Votes, p.On, p.Question)
	if err != nil {
		return nil, err
	}
	rule := p.Constitution.Quorum
	q := &quorum{Members: e.Members, Needed: rule.Needs(e.Members), share: t.Share}
	if q.Chance, err = power.Quorate(rule, e, t.Groups); err != nil {
		return nil, err
	}
	for _, g := range t.Groups {
		q.together = max(q.together, g.Together)
	}
	if least, ok, err := power.ChanceNeeded(rule, e, q.together, 0.95); err != nil {
		return nil, err
	} else if ok {
		q.ForNineteen = law.Known(least)
	}
	for i := range 21 {
		x := point{coming: float64(5*i) / 100}
		groups := make([]power.Group, 0, len(e.ByClass))
		for _, c := range e.ByClass {
			groups = append(groups, power.Group{Class: c.Class, Members: c.Members, Chance: x.coming})
		}
		if x.alone, err = power.Quorate(rule, e, groups); err != nil {
			return nil, err
		}
		for j := range groups {
			groups[j].Together = q.together
		}
		if x.together, err = power.Quorate(rule, e, groups); err != nil {
			return nil, err
		}
		q.curve = append(q.curve, x)
	}
	if s := t.Stages.Ptr(); s != nil {
		first, second, ok, err := power.StagesNeeded(*s, e.Votes, t.Share)
		if err != nil {
			return nil, fmt.Errorf("stages: %w", err)
		}
		if ok {
			q.First, q.Second = law.Known(first), law.Known(second)
		}
	}
	return q, nil
}

// row is a voter, or several of a class alike both before and after.
type row struct {
	who           string
	count         int64
	before, after *power.Voter
}

// rows gathers voters who are alike, the weightiest first.
func (v *vote) rows() (out []row) {
	type key struct {
		class         string
		before, after int64
	}
	at := map[key]int{}
	changes := v.Changes
	if v.After == nil {
		for i := range v.Before.Voters {
			x := &v.Before.Voters[i]
			changes = append(changes, power.Change{Name: x.Name, Class: x.Class, Before: law.Known(*x)})
		}
	}
	for i := range changes {
		c := &changes[i]
		k := key{c.Class, -1, -1}
		r := row{who: c.Name, before: c.Before.Ptr(), after: c.After.Ptr()}
		if r.before != nil {
			k.before, r.count = r.before.Weight, r.before.Count
		}
		if r.after != nil {
			k.after, r.count = r.after.Weight, r.after.Count
		}
		if r.count > 1 {
			r.who = fmt.Sprintf("%s, each of %s", c.Name, count(r.count))
		}
		if j, ok := at[k]; ok && c.Class != c.Name {
			out[j].count += r.count
			out[j].who = fmt.Sprintf("each of %s %s", count(out[j].count), ofClass(c.Class))
			continue
		}
		at[k] = len(out)
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b row) int { return cmp.Compare(b.share(), a.share()) })
	return out
}

// together names the row where it stands for all in it.
func (r *row) together() string {
	return strings.Replace(r.who, "each of ", "all ", 1)
}

func ofClass(class string) string {
	if class == "" {
		return "members"
	}
	return "(" + class + ")"
}

// share is the part of the votes that one has, before or after, whichever is more.
func (r *row) share() (most float64) {
	for _, v := range []*power.Voter{r.before, r.after} {
		if v != nil {
			most = max(most, float64(v.Share.Num())/float64(v.Share.Den()))
		}
	}
	return most
}
