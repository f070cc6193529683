package legalform

import (
	"fmt"
	"iter"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/publicbody"
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

// All lists the forms as enacted: those of Mutuals first, then companies, charities,
// associations, public bodies and the mutuals of finance. The order is stable: new forms come
// last. Each call makes new values, which the caller may change. In lists those of a place,
// Northern Ireland's own societies among them.
func All() []Form {
	c, h, a, m := company.Enacted(), charity.Enacted(), association.Enacted(), financialmutual.Enacted()
	return append(Mutuals(),
		company.Shares(c), company.Guarantee(c), company.Public(c),
		charity.CharitableCompany(h), charity.CIO(h),
		association.UnincorporatedAssociation(a), association.GeneralPartnership(a), association.LimitedLiability(a),
		publicbody.NHSFoundationTrust(publicbody.Enacted()), charity.Academy(h),
		financialmutual.CreditUnionForm(m), financialmutual.BuildingSocietyForm(m), financialmutual.FriendlySocietyForm(m),
	)
}

// Mutuals lists the forms that a public service mutual takes, in the order in which
// comparisons of spin-outs print them: what All listed before it listed more.
func Mutuals() []Form {
	c, s := cic.Enacted(), society.Enacted()
	return []Form{
		cic.Guarantee(c), cic.SharesSchedule2(c), cic.SharesSchedule3(c),
		society.CoOperative(s), society.CommunityBenefit(s),
		employee.TrustCompany(employee.Enacted()),
	}
}

// Northern lists the forms that only a body of Northern Ireland may take. Each call makes new
// values.
func Northern() []Form {
	n := society.EnactedNI()
	return []Form{society.CoOperativeNI(n), society.CommunityBenefitNI(n)}
}

// In lists the forms as enacted whose law reaches a place, all of it: those of All that reach
// it, and then those of Northern Ireland that do. For a place that is not stated it lists
// every form.
func In(place law.Extent) []Form {
	return Reaching(place, append(All(), Northern()...)...)
}

// Reaching returns those of the forms whose law reaches a place, all of it, in their order. A
// form that does not say how far it reaches (law.Family says it by Reach) is one of them, and
// every form is for a place that is not stated.
func Reaching(place law.Extent, forms ...Form) []Form {
	out := make([]Form, 0, len(forms))
	for _, f := range forms {
		var reach law.Extent
		if r, ok := f.(interface{ FormReach() law.Extent }); ok {
			reach = r.FormReach()
		}
		if reach == 0 || place == 0 || reach.Covers(place) {
			out = append(out, f)
		}
	}
	return out
}

// Formable keeps the forms of which a body could be formed on a date in a place, anywhere in
// the kingdom where the place is 0.
func Formable(forms []Form, on law.Date, in law.Extent) []Form {
	var out []Form
	for _, f := range forms {
		if p, err := f.Describe(on); err == nil && p.Exists(on, in) == nil {
			out = append(out, f)
		}
	}
	return out
}

// ForPlan keeps the forms that a plan could take on its first day, as far as their profiles
// tell: Formable then and there, with members enough. Who alone may form one is not asked.
func ForPlan(forms []Form, p law.Plan) []Form {
	var out []Form
	for _, f := range Formable(forms, p.Founded, p.In) {
		d, _ := f.Describe(p.Founded)
		if least, ok := d.LeastMembers.Number.Get(); !ok || int64(p.Members) >= least {
			out = append(out, f)
		}
	}
	return out
}

// Lookup finds a form by its id among the given ones, or among all there are, those of
// Northern Ireland too, where none are given.
func Lookup(id string, among ...Form) (Form, error) {
	if len(among) == 0 {
		among = In(0)
	}
	ids := make([]string, len(among))
	for i, f := range among {
		if ids[i] = f.FormID(); ids[i] == id {
			return f, nil
		}
	}
	return nil, fmt.Errorf("no form %.40q; there are %s", id, strings.Join(ids, ", "))
}
