package spinout

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Seen is a finding with the years of the projection in which it was made, counted from
// 1; year 0 is the first day.
type Seen struct {
	law.Finding
	Years []int
}

// Findings gathers what was found on the first day and in every year, each rule once for
// each outcome, in order of first appearance. The finding kept is the first.
func (c *Column) Findings() []Seen {
	var out []Seen
	add := func(rep *law.Report, year int) {
		for _, f := range rep.Findings {
			i := slices.IndexFunc(out, func(s Seen) bool { return s.Code == f.Code && s.Outcome == f.Outcome })
			if i < 0 {
				i = len(out)
				out = append(out, Seen{Finding: f})
			}
			if n := len(out[i].Years); n == 0 || out[i].Years[n-1] != year {
				out[i].Years = append(out[i].Years, year)
			}
		}
	}
	add(c.Founding, 0)
	for i := range c.Projection.Years {
		add(c.Projection.Years[i].Report, i+1)
	}
	return out
}

// Refusal is a limit that held back a payment that the policy wanted.
type Refusal struct {
	Kind      law.PaymentKind
	Allowance law.Allowance // as in the first of the years
	Years     []int
}

// Refusals gathers the limits that held payments back, each rule and kind once, with the
// years in which they did.
func (c *Column) Refusals() []Refusal {
	var out []Refusal
	for i := range c.Projection.Years {
		for _, line := range c.Projection.Years[i].Outcome.Lines {
			for _, r := range line.Refused {
				j := slices.IndexFunc(out, func(x Refusal) bool {
					return x.Kind == r.Kind && x.Allowance.Binding == r.Allowance.Binding
				})
				if j < 0 {
					j = len(out)
					out = append(out, Refusal{Kind: r.Kind, Allowance: r.Allowance})
				}
				out[j].Years = append(out[j].Years, i+1)
			}
		}
	}
	return out
}
