package spinout

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// A Column is what one legal form makes of a case.
type Column struct {
	Organisation *mutual.Organisation
	// Founding is the judgement of the drafted body on its first day.
	Founding *law.Report
	// Answers say what the form allows of each kind of payment by itself, out of the first
	// year's result after tax.
	Answers []Answer
	// Projection is the years ahead.
	Projection *simulate.Projection
}

// An Answer is how much of a kind of payment a form allows.
type Answer struct {
	Kind      law.PaymentKind
	Allowance law.Allowance
}

// Comparison is a case across legal forms.
type Comparison struct {
	Case *Case
	// On is the day on which the mutual begins.
	On      law.Date
	Columns []Column
	// Paths are the odds of the years ahead, where Simulate has run them.
	Paths *Paths
}

// questions are the kinds of payment that every form is asked about, in order.
var questions = []law.PaymentKind{
	law.Dividend, law.LockedDividend, law.ShareInterest, law.Patronage, law.StaffBonus, law.ToCommunity,
}

// Compare puts a case to legal forms, beginning on a date: the case's own, where none is
// given. The columns come in the order of the forms.
func Compare(c *Case, on law.Date, forms []legalform.Form) (*Comparison, error) {
	if on.IsZero() {
		on = c.Founded.Value
	}
	out := &Comparison{Case: c, On: on, Columns: make([]Column, 0, len(forms))}
	for _, f := range forms {
		col, err := column(c, on, f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.FormID(), err)
		}
		out.Columns = append(out.Columns, *col)
	}
	return out, nil
}

func column(c *Case, on law.Date, f legalform.Form) (*Column, error) {
	s := c.Scenario(on, f)
	o := s.Organisation
	col := &Column{Organisation: o}
	var err error
	if col.Founding, err = o.Judge(on); err != nil {
		return nil, err
	}
	if col.Projection, err = simulate.Project(o, s.Assumptions, s.Policy); err != nil {
		return nil, err
	}
	first := &col.Projection.Years[0]
	books := first.Money.Books(c.Tax.Value)
	for _, k := range questions {
		a, err := f.Allow(o.Body, law.Payment{Kind: k, Declared: first.Declared}, &books)
		if err != nil {
			return nil, err
		}
		col.Answers = append(col.Answers, Answer{k, a})
	}
	return col, nil
}
