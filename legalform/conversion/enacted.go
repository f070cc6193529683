package conversion

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// Enacted returns the graph as the law stands. Majorities and periods that a family of law
// holds as figures are read from there, as at the first day of the way. Each call builds
// the graph anew: build it once.
func Enacted() *Graph {
	f := figures{cic.Enacted(), society.Enacted(), company.Enacted(), financialmutual.Enacted()}
	var edges []Edge
	// Plain company law goes first, so that no route makes a detour that is no shorter.
	for _, part := range [][]Edge{
		f.companies(), f.intoCICs(), f.outOfCICs(), f.societiesIntoCompanies(), f.companiesIntoSocieties(), f.charities(), f.others(), f.northern(),
	} {
		edges = append(edges, part...)
	}
	forms := enactedForms()
	edges = slices.DeleteFunc(edges, func(e Edge) bool { return !usable(forms, &e) })
	g, err := New(forms, edges, enactedBars(), enactedAlternatives())
	if err != nil {
		panic("conversion.Enacted: " + err.Error())
	}
	return g
}

// usable reports whether both forms exist, on a day and in a place at which the way is open:
// a group of forms that one law joins may hold one that came later.
func usable(forms []Form, e *Edge) bool {
	for _, f := range forms {
		if (f.ID == e.From || f.ID == e.To) && !meet(f.Exists, e.InForce) {
			return false
		}
	}
	return true
}

func meet(as, bs []law.Window) bool {
	for _, a := range as {
		for _, b := range bs {
			if a.In.Meets(b.In) && (a.To.IsZero() || b.From.Before(a.To)) && (b.To.IsZero() || a.From.Before(b.To)) {
				return true
			}
		}
	}
	return false
}

// figures are those of the families that the stages quote.
type figures struct {
	cic     cic.Figures
	society society.Figures
	company company.Figures
	mutual  financialmutual.Figures
}

// on reads a figure on a day, for a table: there must be one.
func on[T any](h *law.History[T], day string) T {
	e, ok := h.At(law.MustDate(day))
	if !ok {
		panic("conversion: no " + h.ID() + " on " + day)
	}
	return e.Value
}

// atLeast and moreThan are of the votes cast.
func atLeast(r law.Ratio) governance.Majority {
	return governance.Majority{Share: governance.Threshold{Fraction: r}}
}

func moreThan(r law.Ratio) governance.Majority {
	return governance.Majority{Share: governance.Threshold{Fraction: r, Strict: true}}
}

// special is a company's special resolution at a meeting, on a day since 1 October 2007.
func (f *figures) special(says, day string, by law.Provision) Stage {
	return Stage{Kind: Resolution, Says: says, Majority: atLeast(on(&f.company.SpecialMajority, day)), By: by}
}

func stage(k StageKind, says string, by law.Provision) Stage {
	return Stage{Kind: k, Says: says, By: by}
}

func within(k StageKind, days int, says string, by law.Provision) Stage {
	return Stage{Kind: k, Says: says, Days: days, By: by}
}

// join makes one edge of each pair of forms.
func join(from, to []string, e Edge) (out []Edge) {
	for _, x := range from {
		for _, y := range to {
			if x == y {
				continue
			}
			e.From, e.To, e.Checked = x, y, checked
			out = append(out, e)
		}
	}
	return out
}

// only is a list of one form.
func only(id string) []string { return []string{id} }

// specialCodes are the rules on a company's special resolution.
var specialCodes = []law.Code{company.SpecialHands, company.SpecialPoll, company.SpecialWritten, company.SpecialNotDescribed}
