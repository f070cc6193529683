package right

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Conditions returns the rules on who may ask, for what and how, read-only: the two policies,
// the right to challenge, and what an expression of interest must hold. None of them makes
// an act unlawful.
func Conditions() *law.Rules[Matter, Figures] { return conditions }

// Conduct returns the duties of an authority that receives an expression of interest, and the
// grounds on which it may reject one, read-only.
func Conduct() *law.Rules[Matter, Figures] { return conduct }

var (
	conditions = request.With(provide).With(entitled).With(contents)
	conduct    = duties.With(reliances)
	expressed  = entitled.With(contents)
)

// A Judgement is what the rules say of a matter under the right to challenge.
type Judgement struct {
	// Expression judges who asks, for what, of whom, and what the expression of interest holds.
	Expression *law.Report `json:"expression"`
	// Conduct judges the authority.
	Conduct *law.Report `json:"conduct"`
}

// Judge judges an expression of interest and what the authority did with it, as at a day. An
// authority's breach of duty is unlawful (Conduct.Err); an expression that does not conform
// may be rejected on the first ground.
func Judge(m *Matter, on law.Date, f *Figures) (*Judgement, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day to judge at", law.ErrDate)
	}
	if err := m.Check(); err != nil {
		return nil, err
	}
	return &Judgement{expressed.Judge(m, f, on, law.England), conduct.Judge(m, f, on, law.England)}, nil
}

// complies reports whether the expression of interest meets every condition, and names what
// is missing where that is not known. Where the sections themselves are in doubt it answers
// for the provisional reading, that they stand: the rule that asks carries the doubt.
func complies(c *kase) bool {
	rep := expressed.Judge(c.Subject, c.Figures, c.AsAt, law.England)
	o := outcomeOf(rep, true)
	if o == law.Unknown {
		for _, m := range rep.Unsettled() {
			c.Unknown(m.Path, m.Question)
		}
	}
	return o == law.Met
}

// outcomeOf is what the rules of a report come to together: breached where one is, or else
// unknown where one is, or else met where one is; not in force where none of these. With
// provisional set, a doubt is answered by its first reading.
func outcomeOf(rep *law.Report, provisional bool) law.Outcome {
	var breached, unknown, met bool
	for i := range rep.Results {
		o := rep.Results[i].Outcome
		if o == law.Unknown && provisional {
			o = firstReading(rep, rep.Results[i].Code())
		}
		breached = breached || o == law.Breached
		unknown = unknown || o == law.Unknown
		met = met || o == law.Met
	}
	switch {
	case breached:
		return law.Breached
	case unknown:
		return law.Unknown
	case met:
		return law.Met
	}
	return law.NotInForce
}

// firstReading is what the provisional reading of a rule's doubt gives.
func firstReading(rep *law.Report, code law.Code) law.Outcome {
	for i := range rep.Findings {
		if d := rep.Findings[i].Doubt; d != nil && rep.Findings[i].Code == code {
			return d.Readings[0].Outcome
		}
	}
	return law.Unknown
}
