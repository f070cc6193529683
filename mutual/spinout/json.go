package spinout

import (
	"encoding/json"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// The JSON of a comparison. Amounts are text in pounds; every value of the case carries
// its source or the reason why it was assumed.

type comparisonJSON struct {
	Version string       `json:"version"`
	On      law.Date     `json:"on"`
	Case    *Case        `json:"case"`
	Ahead   *aheadJSON   `json:"ahead,omitempty"`
	Forms   []columnJSON `json:"forms"`
}

type columnJSON struct {
	Form     string        `json:"form"`
	Title    string        `json:"title"`
	Founding *law.Report   `json:"founding"`
	Answers  []answerJSON  `json:"answers"`
	Years    []yearJSON    `json:"years"`
	Refusals []refusalJSON `json:"refusals,omitempty"`
	Odds     *oddsJSON     `json:"odds,omitempty"`
}

type answerJSON struct {
	Kind      law.PaymentKind `json:"kind"`
	Allowed   string          `json:"allowed"` // an amount, "unlimited" or "unknown"
	Binding   law.Code        `json:"binding,omitempty"`
	Provision *law.Provision  `json:"provision,omitempty"`
	Why       string          `json:"why,omitempty"`
	Doubt     *law.Doubt      `json:"doubt,omitempty"`
	Missing   []law.Missing   `json:"missing,omitempty"`
	Working   string          `json:"working,omitempty"`
}

type refusalJSON struct {
	answerJSON
	Years []int `json:"years"`
}

type yearJSON struct {
	Start    law.Date      `json:"start"`
	End      law.Date      `json:"end"`
	Declared law.Date      `json:"declared"`
	Income   law.Pence     `json:"income"`
	Costs    law.Pence     `json:"costs"`
	Tax      law.Pence     `json:"tax"`
	Payments []law.Payment `json:"payments"`
	Kept     law.Pence     `json:"kept"`
	Reserves law.Pence     `json:"reserves"`
	Met      int           `json:"rules_met"`
	Findings []law.Finding `json:"findings,omitempty"`
}

func answerOf(k law.PaymentKind, a *law.Allowance) answerJSON {
	out := answerJSON{Kind: k, Binding: a.Binding, Why: a.Why, Doubt: a.Doubt, Missing: a.Missing, Working: a.Working.String()}
	switch {
	case !a.Known():
		out.Allowed = "unknown"
	case a.Unlimited:
		out.Allowed = "unlimited"
	default:
		out.Allowed = a.Most.Decimal().StringFixed(2)
	}
	if !a.Provision.IsZero() {
		out.Provision = &a.Provision
	}
	return out
}

// WriteJSON writes the whole comparison as indented JSON.
func (c *Comparison) WriteJSON(w io.Writer) error {
	out := comparisonJSON{Version: law.Version, On: c.On, Case: c.Case}
	if c.Paths != nil {
		out.Ahead = &aheadJSON{c.Paths.Seed, c.Paths.Tally.Paths(), c.Case.Years.Value}
	}
	for i := range c.Columns {
		col := &c.Columns[i]
		j := columnJSON{Form: col.Organisation.Form.FormID(), Title: col.Organisation.Form.FormTitle(), Founding: col.Founding}
		for k := range col.Answers {
			j.Answers = append(j.Answers, answerOf(col.Answers[k].Kind, &col.Answers[k].Allowance))
		}
		for _, y := range col.Projection.Years {
			payments := append([]law.Payment{}, y.Outcome.Payments...) // none is an empty list: null would be "not stated"
			j.Years = append(j.Years, yearJSON{
				y.Start, y.End, y.Declared, y.Income, y.Costs, y.Outcome.Tax, payments, y.Outcome.Kept, y.Reserves,
				y.Report.Count(law.Met, law.Statute), y.Report.Findings,
			})
		}
		for _, r := range col.Refusals() {
			j.Refusals = append(j.Refusals, refusalJSON{answerOf(r.Kind, &r.Allowance), r.Years})
		}
		if c.Paths != nil {
			j.Odds = oddsOf(&c.Paths.Tally.Scenarios[i])
		}
		out.Forms = append(out.Forms, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
