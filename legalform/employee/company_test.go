package employee_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

type (
	company = employee.Company
	figures = employee.Figures
	kase    = lawtest.Case[company]
	// employeeSuite is the suite of one table.
	employeeSuite = lawtest.Suite[company, figures]
)

var enacted = employee.Enacted()

func day(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func pounds(n int64) law.Fact[law.Pence] { return law.Known(law.Pounds(n)) }

// bakery is a company of which the trustees bought seventy of a hundred shares from one of
// its two working owners on 31 May 2024, on terms that meet every requirement.
func bakery() company {
	return company{
		Name: law.Known("Upper Valley Bakery Limited"), Founded: day("2001-03-01"),
		Control: employee.Control{
			Classes: law.Known([]employee.ShareClass{
				{Name: "ordinary", Issued: pounds(100), Held: pounds(70), FixedRateOnly: law.Known(false)},
				{Name: "6% preference", Issued: pounds(500), Held: pounds(0), FixedRateOnly: law.Known(true)},
			}),
			Votes:   employee.Votes{Trustees: law.Known[int64](70), Capable: law.Known[int64](100)},
			Profits: employee.Entitlement{Available: pounds(100), Trustees: pounds(70)},
			Assets:  employee.Entitlement{Available: pounds(100), Trustees: pounds(70)},
			Clauses: law.Known([]employee.Clause{}),
			Held:    law.Known([]employee.Period{{First: law.MustDate("2024-05-31")}}),
		},
		Benefits: employee.Benefits{
			SurvivorMonths: law.Known(12),
			Excluded: law.Known([]employee.Exclusion{
				{Who: "new starters", Ground: law.Known(employee.WaitingPeriod), Months: law.Known(12)},
				{Who: "whoever asks", Ground: law.Known(employee.OwnRequest), InWriting: law.Known(true)},
				{Who: "non-executive directors", Ground: law.Known(employee.OfficeHolders), OnlyOffice: law.Known(true), AllOffices: law.Known(true)},
			}),
			Purposes:           law.Known([]employee.Purpose{employee.Charitable}),
			Factors:            law.Known([]employee.Factor{employee.Remuneration, employee.Service, employee.Hours}),
			SomeReceiveNothing: law.Known(false), FactorsSeparate: law.Known(true), TotalIsSum: law.Known(true),
		},
		Disposal: disposal("2024-05-31"), Business: plainTrade(), Trust: trust(),
		Participation: employee.Participation{Counts: law.Known([]employee.Headcount{
			count("2020-01-01", 2, 0, 5),
		})},
		Bonuses: law.Known([]employee.Bonus{
			{
				Person: "p1", On: law.MustDate("2025-01-31"), Amount: law.Pounds(3000),
				Payer: law.Known(employee.EmployerCompany), Qualifying: law.Known(true), Exempted: pounds(3000), Terms: toBaker,
			},
			{
				Person: "p1", On: law.MustDate("2025-03-31"), Amount: law.Pounds(1000),
				Payer: law.Known(employee.EmployerCompany), Qualifying: law.Known(true), Exempted: pounds(600), Terms: toBaker,
			},
		}),
		BonusAward: bakersAward(), Voice: bakersVoice(), SharePlans: bakersPlans(),
		Accounts: employee.Accounts{Distributable: pounds(10_000), Payments: law.Known([]law.Payment{
			{Kind: law.StaffBonus, Amount: law.Pounds(4000), Declared: law.MustDate("2025-03-31")},
			{Kind: law.Dividend, Amount: law.Pounds(6000), Declared: law.MustDate("2025-03-31")},
		})},
	}
}

func count(from string, participators, connected, employees int64) employee.Headcount {
	return employee.Headcount{
		From: law.MustDate(from), Participators: law.Known(participators), Connected: law.Known(connected),
		Employees: law.Known(employees), SellerParticipates: law.Known(true), OutsideControl: law.Known(false),
	}
}

// suite is the whole form, and the cases of one file.
func suite(rules *law.Rules[company, figures], cases ...kase) lawtest.Suite[company, figures] {
	return lawtest.Suite[company, figures]{
		Rules: rules, Figures: enacted, Lawful: bakery, On: "2025-06-01", In: law.England, Cases: cases,
		Dates: map[string]func(*company, law.Date){
			"disposal.on": func(c *company, d law.Date) { c.Disposal.On = law.Known(d) },
			"disposal.claim.on": func(c *company, d law.Date) {
				claim := c.Disposal.Claim.Or(employee.ReliefClaim{})
				claim.On = law.Known(d)
				c.Disposal.Claim = law.Known(claim)
			},
			"acquisition.on": func(c *company, d law.Date) {
				a := c.Acquisition.Or(employee.Acquisition{})
				a.On = law.Known(d)
				c.Acquisition = law.Known(a)
			},
			"gift.on": func(c *company, d law.Date) {
				g := c.Gift.Or(employee.Gift{})
				g.On = law.Known(d)
				c.Gift = law.Known(g)
			},
			"bonuses": func(c *company, d law.Date) {
				list := c.Bonuses.Or(nil)
				for i := range list {
					list[i].On = d
				}
			},
			"bonus_award.paid":                  func(c *company, d law.Date) { payAward(c, d) },
			"voice.request.on":                  func(c *company, d law.Date) { c.Voice.Request.On = law.Known(d) },
			"voice.agreement.dated":             func(c *company, d law.Date) { c.Voice.Agreement.Dated = law.Known(d) },
			"voice.standard_from":               func(c *company, d law.Date) { c.Voice.StandardFrom = law.Known(d) },
			"share_plans.share_incentive":       func(c *company, d law.Date) { setDates(c.SharePlans.Incentive.Or(nil), d) },
			"share_plans.save_as_you_earn":      func(c *company, d law.Date) { setDates(c.SharePlans.Savings.Or(nil), d) },
			"share_plans.company_options":       func(c *company, d law.Date) { setDates(c.SharePlans.Options.Or(nil), d) },
			"share_plans.enterprise_incentives": func(c *company, d law.Date) { setDates(c.SharePlans.Enterprise.Or(nil), d) },
			"share_plans.employee_shareholders": func(c *company, d law.Date) { setDates(c.SharePlans.Shareholders.Or(nil), d) },
			"accounts.payments": func(c *company, d law.Date) {
				list := c.Accounts.Payments.Or(nil)
				for i := range list {
					list[i].Declared = d
				}
			},
		},
	}
}

func judge(t *testing.T, c *company, on string) *law.Report {
	t.Helper()
	rep, err := employee.TrustCompany(employee.Enacted()).Judge(c, law.MustDate(on), law.England)
	require.NoError(t, err)
	return rep
}

func outcome(t *testing.T, c *company, on string, code law.Code) law.Outcome {
	t.Helper()
	o, tried := judge(t, c, on).Outcome(code)
	require.True(t, tried, "%s was not tried", code)
	return o
}

func TestCompanyJSONBothWays(t *testing.T) {
	c := sold()
	b, err := json.Marshal(c)
	require.NoError(t, err)
	var back company
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	assert.Equal(t, c, back)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(b), string(again))
	assert.NotContains(t, string(b), "null")
}

func TestCompanyDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, text := range []string{
		`{"trustees": 3}`,
		`{"benefits": {"excluded": [{"ground": "performance"}]}}`,
		`{"benefits": {"excluded": [{"ground": ""}]}}`,
		`{"benefits": {"purposes": ["golf"]}}`,
		`{"control": {"clauses": [{"lender": {"is": "bank"}}]}}`,
		`{"participation": {"counts": [{"people": [{"employed": "here"}]}]}}`,
		`{"bonuses": [{"payer": "company"}]}`,
		`{"disposal": {"kind": "sale"}}`,
		`{"trust": {"body": {"trustees": [{"tie": "friend"}]}}}`,
		`{"acquisition": {"costs": [{"kind": "lunch"}]}}`,
	} {
		var c company
		assert.Error(t, law.Decode(strings.NewReader(text), &c), text)
	}
}

func TestEnumerationsThatWereNeverSetSaySo(t *testing.T) {
	assert.Equal(t, "unknown(0)", employee.Ground(0).String())
	assert.Equal(t, "unknown(9)", employee.Payer(9).String())
	assert.Equal(t, "outsider", employee.Outsider.String())
	assert.Equal(t, "other", employee.OtherPurpose.String())
	assert.Equal(t, "nowhere", employee.Nowhere.String())
}

func TestTheZeroCompanyIsUnknownAndNeverBreaches(t *testing.T) {
	var c company
	rep := judge(t, &c, "2026-11-23")
	require.NoError(t, rep.Err())
	for _, r := range rep.Results {
		assert.Contains(t, []law.Outcome{law.Unknown, law.NotApplicable}, r.Outcome, r.Code())
	}
	assert.NotEmpty(t, rep.Unsettled())
}

func TestTaxYearOfADisposalEndsOnTheFollowing5April(t *testing.T) {
	for on, want := range map[string]string{"2024-05-31": "2025-04-05", "2025-04-05": "2025-04-05", "2025-04-06": "2026-04-05", "2024-02-29": "2024-04-05"} {
		d := employee.Disposal{On: day(on)}
		assert.Equal(t, day(want), d.TaxYearEnd(), on)
	}
	var none employee.Disposal
	assert.True(t, none.TaxYearEnd().IsZero())
}
