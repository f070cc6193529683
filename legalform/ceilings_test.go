package legalform_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// ceiled is a form that says its limits as formulas.
type ceiled interface {
	Ceilings(body any, p law.Payment, b *law.Books) ([]law.Ceiling, bool)
}

// edges are the days on which a limit on payments began, ended or changed.
var edges = []string{
	"1985-07-01", "2005-07-01", "2006-04-06", "2006-07-31", "2008-04-06", "2010-04-06", "2014-08-01", "2014-10-01", "2015-11-20", "2018-04-06",
}

// termed states a society's own rules on interest at random.
func termed(r *rand.Rand, body any) {
	s, ok := body.(*society.Society)
	if !ok || r.IntN(2) == 0 {
		return
	}
	terms := society.RateTerms{Floor: law.Known(law.Per(r.Int64N(900), 10_000))}
	if r.IntN(2) == 0 {
		terms.OverBase = law.Known(law.Percent(2))
	}
	s.ShareTerms = law.Known(society.ShareTerms{Interest: law.Known(terms)})
	if r.IntN(4) == 0 {
		s.ShareTerms.Ptr().SingleShare = law.Known(true)
	}
	if r.IntN(4) == 0 {
		s.Lock = law.Fact[society.Lock]{}
	}
}

// The formulas of a form are read off one year's books, and must then hold in any other's.
func TestCeilingsCapWhatAllowCapsToThePenny(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 6))
	met, asked := map[law.Code]int{}, 0
	for range 1200 {
		on := law.MustDate("1984-01-01").AddDays(r.IntN(16_000))
		if r.IntN(2) == 0 {
			on = law.MustDate(edges[r.IntN(len(edges))]).AddDays(r.IntN(2) - 1)
		}
		start := on.AddDays(-r.IntN(900))
		plan := law.Plan{
			Name: "Hill", Founded: start.AddDays(-r.IntN(3000)), In: law.England, Members: 10, Capital: 1_000_00, Activity: "care",
			ForCommunity: law.Known(true),
		}
		if r.IntN(4) > 0 {
			plan.DeclaredInterest = law.Known(law.Per(r.Int64N(12), 100))
		}
		if r.IntN(2) == 0 {
			plan.Locked = "Hill Charity"
		}
		for _, f := range legalform.In(0) {
			body, books := f.Draft(plan), someBooks(r, start)
			termed(r, body)
			zero := law.Known(law.Pence(0))
			bare := law.Books{YearStart: books.YearStart, YearEnd: books.YearEnd, BaseRate: books.BaseRate, Distributable: zero}
			if books.NetAssets.Stated() {
				bare.NetAssets, bare.Undistributable = zero, zero
			}
			for _, k := range legalform.PaymentKinds() {
				p := law.Payment{Kind: k, Declared: on}
				a, err := f.Allow(body, p, &books)
				require.NoError(t, err)
				list, ok := f.(ceiled).Ceilings(body, p, &bare)
				if !ok {
					asked++
					continue
				}
				most, by := law.MaxPence, law.Code("")
				for i := range list {
					if room := list[i].Room(&books); room < most {
						most, by = room, list[i].Code
					}
				}
				require.Equal(t, a.Cap(law.MaxPence), most, "%s: %v on %v: %+v\nbooks %+v", f.FormID(), k, on, list, books)
				if a.Known() && most < law.MaxPence {
					require.Equal(t, a.Binding, by, "%s: %v on %v", f.FormID(), k, on)
					met[by]++
				}
			}
		}
	}
	assert.GreaterOrEqual(t, len(met), 16, "too few limits were met with: %v", met)
	assert.Less(t, asked, 3600, "only the share cap looks back, and net assets are asked for")
	assert.Positive(t, asked)
}
