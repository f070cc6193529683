package legalform

import (
	"fmt"
	"iter"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// A Form is a legal form with its rules and figures. Its body is a pointer to the family's
// own typed structure. The methods use only the vocabulary of package law, so that a form
// can be added without touching another; law.Family implements them.
type Form interface {
	// FormID is the stable id, FormTitle the name for readers.
	FormID() string
	FormTitle() string
	// NewBody returns an empty body, in which nothing is stated, to decode into.
	NewBody() any
	// Draft makes a body of the form from a founders' plan.
	Draft(law.Plan) any
	// Judge tries every rule on a body as at a date, in a place (0 where not stated).
	Judge(body any, on law.Date, in law.Extent) (*law.Report, error)
	// Allow says how much of a payment the form allows, given the books of the year.
	Allow(body any, p law.Payment, b *law.Books) (law.Allowance, error)
	// Propose returns the body with a year's payments put to it, to be judged.
	Propose(body any, b *law.Books, ps []law.Payment) (any, error)
	// Describe says what the form is as at a date; the error wraps law.ErrNoForm where no body
	// of it could be formed then.
	Describe(on law.Date) (law.Profile, error)
	// RuleList and FigureList are the form's law as data.
	RuleList() iter.Seq[law.Meta]
	FigureList() iter.Seq[law.Figure]
}

// All lists the forms as enacted, in the order in which comparisons print them. Each call
// makes new values, which the caller may change.
func All() []Form {
	c, s := cic.Enacted(), society.Enacted()
	return []Form{
		cic.Guarantee(c), cic.SharesSchedule2(c), cic.SharesSchedule3(c),
		society.CoOperative(s), society.CommunityBenefit(s),
		employee.TrustCompany(employee.Enacted()),
	}
}

// Lookup finds a form by its id among the given ones, or among All where none are given.
func Lookup(id string, among ...Form) (Form, error) {
	if len(among) == 0 {
		among = All()
	}
	ids := make([]string, len(among))
	for i, f := range among {
		if ids[i] = f.FormID(); ids[i] == id {
			return f, nil
		}
	}
	return nil, fmt.Errorf("no form %.40q; there are %s", id, strings.Join(ids, ", "))
}
