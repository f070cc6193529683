package society

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// CoOperative is the form of a co-operative society, with the figures it carries. A
// pre-commencement society that is run as one is a body of this form too.
func CoOperative(f Figures) *law.Family[Society, Figures] {
	return form("co-operative-society", "Co-operative society", CoOperativeSociety, rules, f)
}

// CommunityBenefit is the form of a community benefit society, with the figures it
// carries. A pre-commencement society that is run as one is a body of this form too.
func CommunityBenefit(f Figures) *law.Family[Society, Figures] {
	return form("community-benefit-society", "Community benefit society", CommunityBenefitSociety, rules, f)
}

func form(id, title string, k Kind, table *law.Rules[Society, Figures], f Figures) *law.Family[Society, Figures] {
	return &law.Family[Society, Figures]{
		ID: id, Title: title, Table: table, Figures: f, Reach: f.reach(),
		Fits:     func(s *Society) error { return s.fits(k) },
		Drafts:   func(p law.Plan, f *Figures) Society { return draft(p, k, f) },
		Limits:   PaymentAllowance,
		Bounds:   bounds,
		Proposes: propose,
		Rests:    rests,
		Puts:     puts,
		Describes: func(f *Figures, on law.Date) law.Profile {
			if f.northern() {
				return describeNI(f, on)
			}
			return describe(k, f, on)
		},
	}
}

// fits refuses a society stated to be of another kind, and facts that cannot be.
func (s *Society) fits(want Kind) error {
	if err := s.Check(); err != nil {
		return err
	}
	if told(&s.CreditUnion) == yes {
		return errors.New("it is a credit union, which has an Act and a form of its own")
	}
	if k, missing := s.conducted(); missing == "" && k != want {
		return fmt.Errorf("it is run as a %v society, not as a %v one", k, want)
	}
	return nil
}

// draft makes a society of a plan. What the plan does not say is left not stated, but for
// what founders who choose the form decide by it: the kind, the last word of the name,
// that the shares are withdrawable, and no charitable status. A founding before 1 August
// 2014, in Northern Ireland before 6 April 2018, gives a pre-commencement society. Where the plan names an asset-locked body, a
// community benefit society takes the statutory lock in the prescribed terms; otherwise
// there is none. A plan that says what it does carries on a business.
func draft(p law.Plan, k Kind, f *Figures) Society {
	s := Society{
		Name:             law.Known(p.Name + " Limited"),
		Kind:             law.Known(k),
		Members:          law.Known(int64(p.Members)),
		ShareCapital:     law.Known(p.Capital),
		AllWithdrawable:  law.Known(true),
		ForCommunity:     p.ForCommunity,
		DeclaredInterest: p.DeclaredInterest,
		Lock:             law.Known(NoLock),
		Charity:          law.Known(false),
		SocialLandlord:   law.Known(false),
		PrivateProvider:  law.Known(false),
		CreditUnion:      law.Known(false),
	}
	if p.Activity != "" {
		s.CarriesOnBusiness = law.Known(true)
	}
	if !p.Founded.IsZero() {
		s.Registered = law.Known(p.Founded)
		if p.Founded.Before(f.typesSince()) {
			s.Kind, s.RunAs = law.Known(PreCommencement), law.Known(k)
		}
	}
	if k == CommunityBenefitSociety && p.Locked != "" {
		s.Lock = law.Known(StatutoryLock)
		if !p.Founded.IsZero() && p.Founded.Before(f.lockSince()) {
			s.Lock = law.Known(VoluntaryLock)
		}
		s.LockInPrescribedTerms = law.Known(true)
		s.RunningCostsForCommunity = p.ForCommunity
	}
	return s
}

// propose puts a year's payments to a society as one distribution, dated by the last.
func propose(s Society, b *law.Books, ps []law.Payment) Society {
	d := Distribution{
		Payments:      law.Known(slices.Clone(ps)),
		Earlier:       slices.Clone(b.Paid),
		Distributable: b.Distributable,
		BaseRate:      b.BaseRate,
	}
	var last law.Date
	for _, p := range ps {
		if p.Declared.After(last) {
			last = p.Declared
		}
	}
	if !last.IsZero() {
		d.Declared = law.Known(last)
	}
	s.Distribution = law.Known(d)
	s.ShareCapital = law.Known(b.PaidUp)
	return s
}
