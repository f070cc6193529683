package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func clauses(list ...employee.Clause) func(*company) {
	return func(c *company) { c.Control.Clauses = law.Known(list) }
}

// option is a provision by which control could cease, whoever objects.
func option(name string) employee.Clause {
	return employee.Clause{Name: name, EndsControl: law.Known(true), NeedsConsent: law.Known(false), OnDefault: law.Known(false)}
}

func charge(to employee.Lender) employee.Clause {
	x := option("charge over the trustees' shares")
	x.OnDefault, x.Lender = law.Known(true), to
	return x
}

func held(n int64) func(*company) {
	return func(c *company) { c.Control.Classes.Or(nil)[0].Held = pounds(n) }
}

func TestControllingInterest(t *testing.T) {
	profits := func(mine int64, waived law.Fact[law.Pence]) func(*company) {
		return func(c *company) { c.Control.Profits.Trustees, c.Control.Profits.Waived = pounds(mine), waived }
	}
	votes := func(mine, all int64) func(*company) {
		return func(c *company) {
			c.Control.Votes = employee.Votes{Trustees: law.Known(mine), Capable: law.Known(all)}
		}
	}
	former := func(ceased string) employee.Lender {
		return employee.Lender{Is: law.Known(employee.FormerParticipant), Ceased: day(ceased)}
	}
	suite(employee.ControlRules,
		// CI-01, CI-07
		kase{Name: "s. 236M(1)(a)(i): 70 of 100 ordinary shares", Code: employee.SharesBelowControl, Want: law.Met},
		kase{Name: "s. 236M(1)(a)(i): 51 of 100 ordinary shares", Code: employee.SharesBelowControl, Change: held(51), Want: law.Met},
		kase{Name: "s. 236M(1)(a)(i): exactly half is not more than half", Code: employee.SharesBelowControl, Change: held(50), Want: law.Breached, At: "control.classes"},
		kase{Name: "s. 236M(1)(a)(i): a penny of nominal value over half", Code: employee.SharesBelowControl, Want: law.Met, Change: func(c *company) {
			c.Control.Classes.Or(nil)[0].Held = law.Known(law.Pence(50_01))
		}},
		kase{Name: "CTA 2010 s. 1119: preference shares that share in profits are ordinary share capital", Code: employee.SharesBelowControl, Want: law.Breached, Change: func(c *company) {
			c.Control.Classes.Or(nil)[1].FixedRateOnly = law.Known(false)
		}},
		kase{Name: "s. 236M(1)(a)(i): a company with no ordinary shares", Code: employee.SharesBelowControl, Want: law.Breached, Change: func(c *company) {
			c.Control.Classes = law.Known([]employee.ShareClass{})
		}},
		kase{Name: "s. 236M(1)(a)(i): whether a class is ordinary is not stated", Code: employee.SharesBelowControl, Want: law.Unknown, At: "control.classes[1].fixed_rate_only", Change: func(c *company) {
			c.Control.Classes.Or(nil)[1].FixedRateOnly = law.Fact[bool]{}
		}},
		kase{Name: "s. 236M(1)(a)(i): more held than issued cannot be", Code: employee.SharesBelowControl, Change: held(101), Want: law.Unknown, At: "control.classes[0]"},
		// CI-02
		kase{Name: "s. 236M(1)(a)(ii): 70 of 100 votes", Code: employee.VotesBelowControl, Want: law.Met},
		kase{Name: "s. 236M(1)(a)(ii): 51 of 101 votes capable of being exercised", Code: employee.VotesBelowControl, Change: votes(51, 101), Want: law.Met},
		kase{Name: "s. 236M(1)(a)(ii): half of the votes is no majority", Code: employee.VotesBelowControl, Change: votes(50, 100), Want: law.Breached, At: "control.votes"},
		kase{Name: "s. 236M(1)(a)(ii): negative votes cannot be", Code: employee.VotesBelowControl, Change: votes(-1, 100), Want: law.Unknown, At: "control.votes"},
		kase{Name: "s. 236M(1)(a)(ii): votes not stated", Code: employee.VotesBelowControl, Want: law.Unknown, At: "control.votes.trustees", Change: func(c *company) { c.Control.Votes = employee.Votes{} }},
		// CI-03, CI-05
		kase{Name: "s. 236M(1)(b): 70 of 100 of profits", Code: employee.ProfitsBelowControl, Want: law.Met},
		kase{Name: "s. 236M(1)(b): half of the profits and nothing waived", Code: employee.ProfitsBelowControl, Change: profits(50, pounds(0)), Want: law.Breached, At: "control.profits"},
		kase{Name: "s. 236T(3): dividends that may be waived count", Code: employee.ProfitsBelowControl, Change: profits(45, pounds(6)), Want: law.Met},
		kase{Name: "s. 236T(3): with those waived exactly half", Code: employee.ProfitsBelowControl, Change: profits(45, pounds(5)), Want: law.Breached},
		kase{Name: "s. 236T(3): what may be waived is asked for where it decides", Code: employee.ProfitsBelowControl, Change: profits(45, law.Fact[law.Pence]{}), Want: law.Unknown, At: "control.profits.waived"},
		kase{Name: "s. 236T(3): a negative waiver cannot be", Code: employee.ProfitsBelowControl, Change: profits(45, pounds(-9)), Want: law.Unknown, At: "control.profits"},
		kase{Name: "s. 236T(3): more waived than the rest cannot be", Code: employee.ProfitsBelowControl, Change: profits(45, pounds(56)), Want: law.Unknown, At: "control.profits"},
		kase{Name: "s. 236M(1)(c): 70 of 100 of assets", Code: employee.AssetsBelowControl, Want: law.Met},
		kase{Name: "s. 236M(1)(c): half of the assets", Code: employee.AssetsBelowControl, Want: law.Breached, At: "control.assets", Change: func(c *company) { c.Control.Assets.Trustees = pounds(50) }},
		kase{Name: "s. 236M(1)(c): assets not stated", Code: employee.AssetsBelowControl, Want: law.Unknown, At: "control.assets.available", Change: func(c *company) { c.Control.Assets = employee.Entitlement{} }},
		// CI-04, CI-06
		kase{Name: "s. 236M(1)(d): no provision could end control", Code: employee.ControlCanLapse, Want: law.Met},
		kase{Name: "s. 236M(1)(d): an option to buy the trustees out", Code: employee.ControlCanLapse, Change: clauses(option("call option")), Want: law.Breached, At: "control.clauses[0]"},
		kase{Name: "s. 236M(1)(d): an option that needs the trustees' consent", Code: employee.ControlCanLapse, Want: law.Met, Change: func(c *company) {
			x := option("call option")
			x.NeedsConsent = law.Known(true)
			c.Control.Clauses = law.Known([]employee.Clause{x})
		}},
		kase{Name: "s. 236M(1)(d): a provision that cannot end control needs no further facts", Code: employee.ControlCanLapse, Change: clauses(employee.Clause{EndsControl: law.Known(false)}), Want: law.Met},
		kase{Name: "s. 236M(1)(d): whether consent is needed is not stated", Code: employee.ControlCanLapse, Change: clauses(employee.Clause{EndsControl: law.Known(true)}), Want: law.Unknown, At: "control.clauses[0].needs_consent"},
		kase{Name: "s. 236T(4): a bank's rights on default are ignored", Code: employee.ControlCanLapse, Change: clauses(charge(employee.Lender{Is: law.Known(employee.Outsider)})), Want: law.Met},
		kase{Name: "s. 236T(5)(a): a group company's rights on default are not", Code: employee.ControlCanLapse, Change: clauses(charge(employee.Lender{Is: law.Known(employee.OfGroup)})), Want: law.Breached},
		kase{Name: "s. 236T(5)(b): nor a seller's who is still a participator", Code: employee.ControlCanLapse, Change: clauses(charge(employee.Lender{Is: law.Known(employee.Participant)})), Want: law.Breached},
		kase{Name: "s. 236T(5)(b): nor of one who was a participator 12 months ago to the day", Code: employee.ControlCanLapse, Change: clauses(charge(former("2024-06-01"))), Want: law.Breached},
		kase{Name: "s. 236T(5)(b): the day before that is beyond the preceding 12 months", Code: employee.ControlCanLapse, Change: clauses(charge(former("2024-05-31"))), Want: law.Met},
		kase{Name: "s. 236T(5): what the lender is, is not stated", Code: employee.ControlCanLapse, Change: clauses(charge(employee.Lender{})), Want: law.Unknown, At: "control.clauses[0].lender.is"},
		kase{Name: "s. 236T(5): when a former participator ceased is not stated", Code: employee.ControlCanLapse, Change: clauses(charge(employee.Lender{Is: law.Known(employee.FormerParticipant)})), Want: law.Unknown, At: "control.clauses[0].lender.ceased"},
	).Run(t)
}

// HMRC Capital Gains Manual CG67850, example 24.
func TestA5SeventyPerCentOfEverythingButAnAgreementCanCutTheWindingUpRightToOnePound(t *testing.T) {
	c := bakery()
	clauses(option("agreement to reduce the trustees' right on a winding up to £1"))(&c)
	for code, want := range map[law.Code]law.Outcome{
		employee.SharesBelowControl: law.Met, employee.VotesBelowControl: law.Met, employee.ProfitsBelowControl: law.Met,
		employee.AssetsBelowControl: law.Met, employee.ControlCanLapse: law.Breached,
	} {
		assert.Equal(t, want, outcome(t, &c, "2016-01-01", code), code)
	}
	assert.ErrorIs(t, judge(t, &c, "2016-01-01").Err(), employee.ControlCanLapse)
}

func TestCI07EveryLimbFailsAtExactlyHalf(t *testing.T) {
	c := bakery()
	held(50)(&c)
	c.Control.Votes.Trustees = law.Known[int64](50)
	c.Control.Profits = employee.Entitlement{Available: pounds(100), Trustees: pounds(50), Waived: pounds(0)}
	c.Control.Assets.Trustees = pounds(50)
	err := judge(t, &c, "2026-11-23").Err()
	for _, code := range []law.Code{employee.SharesBelowControl, employee.VotesBelowControl, employee.ProfitsBelowControl, employee.AssetsBelowControl} {
		assert.ErrorIs(t, err, code)
	}
	assert.ErrorContains(t, err, "requirement is not met")
	assert.ErrorContains(t, err, "more than 50% is required since 6 April 2014")
	assert.NoError(t, employee.Unlawful(judge(t, &c, "2026-11-23")), "to fail a condition of a relief is not unlawful")
}

// HMRC Capital Gains Manual CG67825, example 4, so far as it is about control.
func TestA1FortySharesOfAHundredAreNoControlAndFiftyFiveAre(t *testing.T) {
	c := bakery()
	held(40)(&c)
	assert.Equal(t, law.Breached, outcome(t, &c, "2015-05-19", employee.SharesBelowControl))
	held(55)(&c)
	assert.Equal(t, law.Met, outcome(t, &c, "2015-05-20", employee.SharesBelowControl))
}
