package main

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// holdings draws what the members of each society hold, and counts those above the maximum
// before and after, on the same draws.
type holdings struct {
	o             *options
	before, after law.Pence
}

func newHoldings(o *options, before, after legalform.Form) (*holdings, error) {
	h := &holdings{o: o}
	for _, x := range []struct {
		form legalform.Form
		most *law.Pence
	}{{before, &h.before}, {after, &h.after}} {
		f, ok := x.form.(*law.Family[society.Society, society.Figures])
		if !ok {
			return nil, fmt.Errorf("-form: %s is no society", x.form.FormID())
		}
		e, ok := f.Figures.MaxShareholding.At(o.first)
		switch {
		case !ok: // no maximum
			*x.most = law.MaxPence
		case e.Is == law.Doubtful:
			return nil, fmt.Errorf("-first: the maximum is in doubt on %s: %s", o.first.Long(), e.Question)
		default:
			*x.most = e.Value.Most
		}
	}
	return h, nil
}

func (h *holdings) kinds() []kind {
	return []kind{
		{"withdrawable capital above the maximum", "pounds", 100},
		{"members above the maximum", "members", 1},
		{"bodies with such a member", "bodies", 1},
	}
}

func (h *holdings) assumptions() []assumption {
	return []assumption{
		{"Share capital", fmt.Sprintf("%v of members' funds", h.o.capital), "all of it withdrawable: accounts as published tell neither"},
		{"Holdings", "exponentially spread", "about the average of the society: the largest of a hundred is then about five averages"},
		{"Members", "none is exempt", "as a registered society is; and no society's own rules set a lower maximum"},
		{"Day", h.o.first.Long(), "with the latest accounts that state both members' funds and members, of 2011 to 2016"},
	}
}

func (h *holdings) run(b *body) (result, error) {
	capital := h.o.capital.Of(b.funds)
	r := result{body: b, capital: capital, amounts: make([]amount, 3)}
	sums, squares := make([]float64, 3), make([]float64, 3)
	for n := range h.o.paths {
		was, is := h.path(b, capital, n)
		for k := range r.amounts {
			x := &r.amounts[k]
			d := is[k] - was[k]
			x.before, x.after = x.before+was[k], x.after+is[k]
			sums[k] += d
			squares[k] += float64(d * d)
			r.touched = r.touched || d != 0
		}
	}
	paths := float64(h.o.paths)
	for k := range r.amounts {
		x := &r.amounts[k]
		x.before, x.after, x.difference = x.before/paths, x.after/paths, sums[k]/paths
		x.err = math.Sqrt(max(squares[k]-sums[k]*sums[k]/paths, 0) / (paths - 1) / paths)
	}
	return r, nil
}

// path is one draw: the capital above the maximum, the members who have it and whether there
// is one, before and after.
func (h *holdings) path(b *body, capital law.Pence, n uint64) (before, after [3]float64) {
	add := func(to *[3]float64, held, most law.Pence) {
		if held > most {
			to[0] += float64(held - most)
			to[1]++
			to[2] = 1
		}
	}
	for held := range largest(capital, b.members, b.seed(h.o.seed), n, min(h.before, h.after)) {
		add(&before, held, h.before)
		add(&after, held, h.after)
	}
	return before, after
}

// largest draws the holdings of members from the largest down, as long as they are above an
// amount: the greatest of so many draws from an exponential, the next of those that are left.
func largest(capital law.Pence, members int64, seed, path uint64, above law.Pence) func(func(law.Pence) bool) {
	return func(yield func(law.Pence) bool) {
		mean := float64(capital) / float64(members)
		rng := rand.New(rand.NewPCG(seed, path))
		log := 0.0 // of the part of the members who hold less
		for left := members; left > 0; left-- {
			log += math.Log(1-rng.Float64()) / float64(left)
			held := law.Pence(math.Min(-mean*math.Log(-math.Expm1(log)), float64(law.MaxPence)))
			if held <= above || !yield(held) {
				return
			}
		}
	}
}
