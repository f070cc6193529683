package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestAppealRules(t *testing.T) {
	appeal := func(change func(*Appeal)) func(*Company) {
		return func(c *Company) {
			a := *c.Standing.Appeal.Ptr()
			change(&a)
			c.Standing.Appeal = law.Known(a)
		}
	}
	received := func(on string) func(*Company) {
		return appeal(func(a *Appeal) { a.Received = day(on) })
	}
	direction := appeal(func(a *Appeal) { a.Against = law.Known(AgainstDirection) })
	removal := appeal(func(a *Appeal) { a.Against = law.Known(AgainstRemoval) })
	lawtest.Suite[Company, Figures]{
		Rules: appealTable, Figures: Enacted(), Lawful: ordering, On: "2020-06-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"standing.appeal.received": func(c *Company, d law.Date) {
			appeal(func(a *Appeal) { a.Received = law.Known(d) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "reg 37(1): two months, to the last day of February", Code: AppealLate, Want: law.Met},
			{Name: "reg 37(1): a day later", Code: AppealLate, Change: received("2020-03-01"), Want: law.Breached, At: "standing.appeal.received"},
			{Name: "reg 41(2): exceptional circumstances", Code: AppealLate, Change: both(received("2020-03-01"), appeal(func(a *Appeal) { a.Exceptional = yes })), Want: law.Met},
			{Name: "reg 41(2): nobody has judged them", Code: AppealLate, Change: both(received("2020-03-01"), appeal(func(a *Appeal) { a.Exceptional = law.Fact[bool]{} })), Want: law.Unknown, At: "standing.appeal.exceptional"},
			{Name: "reg 37(2): three weeks from a direction", Code: AppealLate, Change: both(direction, received("2020-01-21")), Want: law.Met},
			{Name: "reg 37(2): a day later", Code: AppealLate, Change: both(direction, received("2020-01-22")), Want: law.Breached},
			{Name: "s. 46(10): a removed director goes to court", Code: AppealLate, Change: removal, Want: law.NotApplicable},
			{Name: "s. 28(4): an error of law", Code: AppealGroundless, Want: law.Met},
			{Name: "s. 28(4): mere disagreement", Code: AppealGroundless, Change: appeal(func(a *Appeal) { a.MaterialError = no }), Want: law.Breached, At: "standing.appeal.material_error"},
			{Name: "s. 28(4): not to the Appeal Officer", Code: AppealGroundless, Change: removal, Want: law.NotApplicable},
			{Name: "s. 46(10): to court", Code: AppealElsewhere, Change: removal, Want: law.Met},
			{Name: "s. 46(10): to the Appeal Officer", Code: AppealElsewhere, Change: both(removal, appeal(func(a *Appeal) { a.ToCourt = no })), Want: law.Breached, At: "standing.appeal.to_court"},
			{Name: "s. 46(10): another appeal", Code: AppealElsewhere, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestReg37AppealBy(t *testing.T) {
	f := Enacted()
	by, ok := AppealBy(&f, AgainstDecision, law.MustDate("2019-12-31"))
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2020-02-29"), by)
	by, ok = AppealBy(&f, AgainstDirection, law.MustDate("2020-02-10"))
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2020-03-02"), by)
	_, ok = AppealBy(&f, AgainstRemoval, law.MustDate("2020-02-10"))
	assert.False(t, ok)
	_, ok = AppealBy(&f, AgainstDecision, law.MustDate("2005-06-30"))
	assert.False(t, ok)
	_, ok = AppealBy(&f, AgainstDirection, law.MustDate("2005-06-30"))
	assert.False(t, ok)
}
