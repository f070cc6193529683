package charity

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Form is a charity as a legal form with its figures.
type Form = law.Family[Charity, Figures]

// CharitableCompany is the charity that is a company limited by guarantee.
func CharitableCompany(f Figures) *Form {
	return form("charitable-company", "Charitable company", Company, f)
}

// CIO is the charitable incorporated organisation with members besides its trustees.
func CIO(f Figures) *Form {
	return form("charitable-incorporated-organisation", "Charitable incorporated organisation", AssociationCIO, f)
}

// Academy is the academy trust, a charitable company with model articles of its own.
func Academy(f Figures) *Form { return form("academy-trust", "Academy trust", AcademyTrust, f) }

func form(id, title string, k Kind, f Figures) *Form {
	return &Form{
		ID: id, Title: title, Table: rules, Figures: f,
		Fits:     func(s *Charity) error { return s.fits(k) },
		Drafts:   func(p law.Plan, f *Figures) Charity { return draft(p, f, k) },
		Limits:   PaymentAllowance,
		Bounds:   law.Fixed(PaymentAllowance),
		Proposes: propose,
		Describes: func(f *Figures, on law.Date) law.Profile {
			return describe(k, f, on)
		},
	}
}

// fits refuses facts that cannot be, and a charity stated to be of another form.
func (s *Charity) fits(want Kind) error {
	if err := s.Check(); err != nil {
		return err
	}
	if k, ok := s.Kind.Get(); ok && k != want && (want != AssociationCIO || k != FoundationCIO) {
		return fmt.Errorf("kind: stated to be of the kind %v, which is not this form (%v)", k, want)
	}
	return nil
}

// trusteesOfDraft is how many trustees a draft has, where it has the members for it.
const trusteesOfDraft = 3

// draft is the charity that founders would form; what the plan does not say is not stated.
// An academy trust's draft has the parents that its model asks for, and no other employee
// among its trustees unless those who work for it are to control it.
func draft(p law.Plan, f *Figures, k Kind) Charity {
	s := Charity{
		Kind: law.Known(k), DistinctMembers: law.Known(true), Members: law.Known(int64(p.Members)),
		Trustees: law.Known(int64(min(max(p.Members, 1), trusteesOfDraft))),
	}
	if k == Company || k == AcademyTrust {
		c := company.Guarantee(f.Figures).Drafts(p, &f.Figures)
		c.Charity = law.Known(true)
		s.Registered = law.Known(c)
	}
	if k != AcademyTrust {
		return s
	}
	employees, _ := p.StaffControl.Get()
	s.EmployeeTrustees = law.Known(int64(0))
	if employees {
		s.EmployeeTrustees = s.Trustees
	}
	if e, ok := f.AcademyParents.At(p.Founded); ok {
		s.ParentTrustees = law.Known(e.Value)
		s.Trustees = law.Known(s.Trustees.Or(0) + e.Value)
	}
	return s
}

// propose changes nothing: what a charity pays for work, or spends on its purposes, is no
// act that a rule here is about, and it has no other payment.
func propose(s Charity, _ *law.Books, _ []law.Payment) Charity { return s }

// PaymentAllowance says how much of a payment a charity may make. It is established for
// charitable purposes only, and so pays no profit to its members, by whatever name; what it
// pays for work, and spends on its purposes, has no limit in the rules here. Whether
// interest may follow profits is not known.
func PaymentAllowance(_ *Charity, _ *Figures, p law.Payment, _ *law.Books) law.Allowance {
	switch p.Kind {
	case law.StaffBonus, law.ToCommunity:
		return law.Open()
	case law.PerformanceInterest:
		a := law.Open()
		a.Lack("performance_interest", "May a charity agree to interest that follows its profits? No rule on it is modelled.")
		return a
	default:
		a := law.NoSuch("a charity is established for charitable purposes only, and pays no profit to its members")
		a.Provision = purposesOnly
		return a
	}
}

var purposesOnly = act2011.At("ss. 1(1), 2", "section/1")
