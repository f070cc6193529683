package employee

import (
	"errors"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// rules is the table of the form: each topic brings its own.
var rules = control.With(equality).With(participation).With(bonuses).With(relief).
	With(qualifying).With(sharePlans).With(optionPlans).With(voice).With(distribution)

// relief is the law of the disposal to the trustees and of gifts to them.
var relief = tradingRequirement.With(tradingGuidance).With(deed).With(conduct).With(residence).With(independence).
	With(claimable).With(excess).With(claims).With(returns).With(acquisitions).With(gifts)

// Rules returns the rules that TrustCompany judges by, read-only.
func Rules() *law.Rules[Company, Figures] { return rules }

// TrustCompany returns the form: a company owned by an employee-ownership trust. It is not
// a legal person of a kind of its own but a company limited by shares, so every Company
// fits it, before 6 April 2014 too: the rules of the reliefs then answer not in force.
func TrustCompany(f Figures) *law.Family[Company, Figures] {
	return &law.Family[Company, Figures]{
		ID: "employee-trust-company", Title: "Employee-trust company",
		Table: rules, Figures: f, Drafts: draft, Limits: limits, Bounds: bounds, Proposes: propose, Describes: describe,
		Rests: rests, Puts: puts,
	}
}

// draft founds a company of which the trustees hold all the shares, on terms by which all
// employees benefit by pay, service and hours added up.
func draft(p law.Plan, _ *Figures) Company {
	capital := max(p.Capital, 1)
	all := Entitlement{Available: law.Known(law.Pounds(100)), Trustees: law.Known(law.Pounds(100))}
	return Company{
		Name: law.Known(p.Name + " Limited"), Founded: law.Known(p.Founded),
		Control: Control{
			Classes: law.Known([]ShareClass{{
				Name: "ordinary", Issued: law.Known(capital), Held: law.Known(capital), FixedRateOnly: law.Known(false),
			}}),
			Votes:   Votes{Trustees: law.Known(int64(capital)), Capable: law.Known(int64(capital))},
			Profits: all, Assets: all, Clauses: law.Known([]Clause{}),
		},
		Benefits: Benefits{
			SurvivorMonths: law.Known(0), Excluded: law.Known([]Exclusion{}), Purposes: law.Known([]Purpose{}),
			Factors:            law.Known([]Factor{Remuneration, Service, Hours}),
			SomeReceiveNothing: law.Known(false), FactorsSeparate: law.Known(true), TotalIsSum: law.Known(true),
		},
		Business: Business{
			Group:      law.Known(InNoGroup),
			Activities: law.Known([]Activity{{Name: p.Activity, Trade: law.Known(true), InPartnership: law.Known(false)}}),
		},
		Trust: Trust{
			Deed: Deed{
				BenefitsExcluded: law.Known(false), WholeGroup: law.Known(true), CreatesTrusts: law.Known(false),
				Resettles: law.Known(false), Lends: law.Known(false), Amendable: law.Known(false),
			},
			Transfers: law.Known([]TrustTransfer{}),
		},
		Disposal: Disposal{Made: law.Known(false)},
		Participation: Participation{Principal: law.Known(false), Counts: law.Known([]Headcount{{
			From: p.Founded, Participators: law.Known[int64](0), Connected: law.Known[int64](0), Employees: law.Known(int64(p.Staff)),
			SellerParticipates: law.Known(false), OutsideControl: law.Known(false),
		}})},
		Bonuses: law.Known([]Bonus{}), BonusAward: BonusAward{Made: law.Known(false)},
		SharePlans: SharePlans{
			Incentive: law.Known([]PlanAward{}), Savings: law.Known([]SavingsContract{}), Options: law.Known([]OptionGrant{}),
			Enterprise: law.Known([]EnterpriseGrant{}), Shareholders: law.Known([]ShareholderAgreement{}),
		},
		Voice:    Voice{Requested: law.Known(false), Standard: law.Known(false), Agreement: VoiceAgreement{Reached: law.Known(false)}},
		Accounts: Accounts{Payments: law.Known([]law.Payment{})},
	}
}

// propose puts payments to the company, after those already declared for the year.
func propose(c Company, b *law.Books, ps []law.Payment) Company {
	all := make([]law.Payment, 0, len(b.Paid)+len(ps))
	c.Accounts = Accounts{Distributable: b.Distributable, Payments: law.Known(append(append(all, b.Paid...), ps...))}
	return c
}

// ConditionOfRelief reports whether a rule of this package states a condition of a tax
// relief, which is lost where the rule is not met, and not a prohibition. A code of another
// package is no condition of these reliefs.
func ConditionOfRelief(code law.Code) bool {
	for _, t := range [...]*law.Rules[Company, Figures]{control, equality, participation, bonuses, relief, qualifying, sharePlans, optionPlans} {
		for m := range t.All() {
			if m.Code == code {
				return true
			}
		}
	}
	return false
}

// Unlawful joins the statutory breaches of a report that are not merely conditions of a
// relief; nil where there are none.
func Unlawful(r *law.Report) error {
	var errs []error
	for _, f := range r.Findings {
		if f.Outcome == law.Breached && f.Weight == law.Statute && !ConditionOfRelief(f.Code) {
			errs = append(errs, f)
		}
	}
	return errors.Join(errs...)
}
