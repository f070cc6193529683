package transfer_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
	"github.com/rochdale-go/rochdale/mutual/spinout/transfer"
)

type (
	move   = transfer.Transfer
	kase   = lawtest.Case[move]
	change = func(*move)
)

func yes() law.Fact[bool]                               { return law.Known(true) }
func no() law.Fact[bool]                                { return law.Known(false) }
func unsaid() law.Fact[bool]                            { return law.Fact[bool]{} }
func day(d string) law.Fact[law.Date]                   { return law.Known(law.MustDate(d)) }
func heads(n int64) law.Fact[int64]                     { return law.Known(n) }
func pounds(n int64) law.Fact[law.Pence]                { return law.Known(law.Pounds(n)) }
func because(x transfer.Cause) law.Fact[transfer.Cause] { return law.Known(x) }

// nurses move on 1 October 2025, and everything is done as it should be.
func nurses() move {
	return move{
		On: day("2025-10-01"), Relevant: yes(),
		Information: transfer.Information{Given: day("2025-09-01"), AsAt: day("2025-08-25"), Special: no(), Soon: no()},
		Consulting: transfer.Consulting{
			Informed: yes(), Measures: yes(), Consulted: yes(), Directly: no(), Represented: no(), Invited: no(), Employees: heads(60), Transferring: heads(9),
		},
		Changes: transfer.Changes{
			Dismissed: yes(), Noticed: day("2025-11-01"), Dismissal: because(transfer.Organisational),
			Varied: yes(), Agreed: day("2025-11-01"), Variation: because(transfer.Unconnected), Permitted: no(),
		},
		Pensions: transfer.Pensions{Scheme: law.Known(transfer.HealthScheme), Compulsory: yes(), Stay: yes(), Protected: yes()},
		Plan:     transfer.Plan{StickingVAT: yes(), Tax: yes(), Pension: yes()},
		Subsidy: transfer.Subsidy{
			Any: yes(), Given: day("2025-06-01"), Kind: law.Known(transfer.Minimal), Amount: pounds(100_000), Before: law.Known([]transfer.Assistance{}),
			Asked: yes(), Confirmed: yes(), Euros: heads(0),
		},
	}
}

func all(cs ...change) change {
	return func(t *move) {
		for _, c := range cs {
			c(t)
		}
	}
}

// moved puts the transfer on a day and the information so many days before it.
func moved(on string, before int) change {
	return func(t *move) {
		d := law.MustDate(on)
		t.On = law.Known(d)
		t.Information.Given, t.Information.AsAt = law.Known(law.DaysFrom(d, -before)), law.Known(law.DaysFrom(d, -before))
	}
}

func small(employees, transferring int64) change {
	return func(t *move) {
		t.Consulting.Directly, t.Consulting.Employees, t.Consulting.Transferring = yes(), heads(employees), heads(transferring)
	}
}

func dismissed(on, noticed string, x transfer.Cause) change {
	return func(t *move) {
		t.On, t.Changes.Noticed, t.Changes.Dismissal = day(on), day(noticed), because(x)
	}
}

func varied(on, agreed string, x transfer.Cause, permitted law.Fact[bool]) change {
	return func(t *move) {
		t.On, t.Changes.Agreed, t.Changes.Variation, t.Changes.Permitted = day(on), day(agreed), because(x), permitted
	}
}

func from(s transfer.Scheme, f func(*transfer.Pensions)) change {
	return func(t *move) {
		t.Pensions.Scheme = law.Known(s)
		f(&t.Pensions)
	}
}

// helped is a subsidy of a kind, after others of (day, pounds).
func helped(k transfer.AssistanceKind, amount int64, before ...transfer.Assistance) change {
	return func(t *move) {
		t.Subsidy.Kind, t.Subsidy.Amount, t.Subsidy.Before = law.Known(k), pounds(amount), law.Known(before)
	}
}

func had(d string, amount int64) transfer.Assistance {
	return transfer.Assistance{Given: day(d), Amount: pounds(amount)}
}

func asIs(*transfer.Pensions) {}

func irrelevant(t *move) { t.Relevant = no() }

func TestTheChecklists(t *testing.T) {
	oldDismissal := dismissed("2013-06-01", "2013-07-01", transfer.Organisational)
	oldVariation := varied("2013-06-01", "2013-07-01", transfer.Organisational, no())
	public := helped(transfer.PublicInterest, 700_000)
	lawtest.Suite[move, transfer.Figures]{
		Rules: transfer.Rules(), Figures: transfer.Enacted(), Lawful: nurses, On: "2026-01-15", In: law.England,
		Dates: map[string]func(*move, law.Date){
			"on":                        func(t *move, d law.Date) { t.On = law.Known(d) },
			"changes.dismissal_noticed": func(t *move, d law.Date) { t.On, t.Changes.Noticed = law.Known(d), law.Known(d) },
			"changes.variation_agreed":  func(t *move, d law.Date) { t.On, t.Changes.Agreed = law.Known(d), law.Known(d) },
			"subsidy.given":             func(t *move, d law.Date) { t.Subsidy.Given = law.Known(d) },
		},
		Cases: []kase{
			{Name: "reg 11(6): 28 days before", Code: transfer.InformationLate, Change: moved("2025-10-01", 28), Want: law.Met},
			{Name: "reg 11(6): 27 days before", Code: transfer.InformationLate, Change: moved("2025-10-01", 27), Want: law.Breached, At: "liability_information.given"},
			{Name: "reg 11(6): 14 days before a transfer of 30 April 2014", Code: transfer.InformationLate, Change: moved("2014-04-30", 14), Want: law.Met},
			{Name: "reg 11(6): 13 days before it", Code: transfer.InformationLate, Change: moved("2014-04-30", 13), Want: law.Breached},
			{Name: "reg 11(6): 14 days before a transfer of 1 May 2014", Code: transfer.InformationLate, Change: moved("2014-05-01", 14), Want: law.Breached},
			{Name: "reg 11(6): late, for special circumstances, and then soon", Code: transfer.InformationLate, Change: all(moved("2025-10-01", 5), func(t *move) { t.Information.Special, t.Information.Soon = yes(), yes() }), Want: law.Met},
			{Name: "reg 11(6): late, for special circumstances, and not soon", Code: transfer.InformationLate, Change: all(moved("2025-10-01", 5), func(t *move) { t.Information.Special = yes() }), Want: law.Breached},
			{Name: "reg 11(6): late, and whether for special circumstances not stated", Code: transfer.InformationLate, Change: all(moved("2025-10-01", 5), func(t *move) { t.Information.Special = unsaid() }), Want: law.Unknown, At: "liability_information.special_circumstances"},
			{Name: "reg 11(6): when is not stated, and the time is over", Code: transfer.InformationLate, Change: func(t *move) { t.Information.Given = law.Fact[law.Date]{} }, Want: law.Unknown, At: "liability_information.given"},
			{Name: "reg 11(6): not yet, on the last day", Code: transfer.InformationLate, On: "2025-09-03", Change: func(t *move) { t.Information.Given = law.Fact[law.Date]{} }, Want: law.NotApplicable},
			{Name: "reg 11(6): given, before the last day is over", Code: transfer.InformationLate, On: "2025-09-02", Want: law.Met},
			{Name: "reg 11: no relevant transfer", Code: transfer.InformationLate, Change: irrelevant, Want: law.NotApplicable},
			{Name: "reg 11(3): fourteen days old", Code: transfer.InformationStale, Change: func(t *move) { t.Information.AsAt = day("2025-08-18") }, Want: law.Met},
			{Name: "reg 11(3): fifteen", Code: transfer.InformationStale, Change: func(t *move) { t.Information.AsAt = day("2025-08-17") }, Want: law.Breached, At: "liability_information.as_at"},
			{Name: "reg 11(3): no relevant transfer", Code: transfer.InformationStale, Change: irrelevant, Want: law.NotApplicable},
			{Name: "reg 13(2): told long enough before", Code: transfer.NotInformed, Want: law.Met},
			{Name: "reg 13(2): not", Code: transfer.NotInformed, Change: func(t *move) { t.Consulting.Informed = no() }, Want: law.Breached, At: "consultation.informed"},
			{Name: "reg 13(2): nobody has judged it", Code: transfer.NotInformed, Change: func(t *move) { t.Consulting.Informed = unsaid() }, Want: law.Unknown, At: "consultation.informed"},
			{Name: "reg 13(2): no relevant transfer", Code: transfer.NotInformed, Change: irrelevant, Want: law.NotApplicable},
			{Name: "reg 13(6): measures, and consultation", Code: transfer.NotConsulted, Want: law.Met},
			{Name: "reg 13(6): measures, and none", Code: transfer.NotConsulted, Change: func(t *move) { t.Consulting.Consulted = no() }, Want: law.Breached, At: "consultation.consulted"},
			{Name: "reg 13(6): no measures", Code: transfer.NotConsulted, Change: func(t *move) { t.Consulting.Measures = no() }, Want: law.NotApplicable},

			{Name: "reg 13A: an employer of 49", Code: transfer.NotDirectly, Change: small(49, 49), Want: law.Met},
			{Name: "reg 13A: of 50, of whom nine move", Code: transfer.NotDirectly, Change: small(50, 9), Want: law.Met},
			{Name: "reg 13A: of 50, of whom ten move", Code: transfer.NotDirectly, Change: small(50, 10), Want: law.Breached, At: "consultation.employees"},
			{Name: "reg 13A: of 9, until 30 June 2024", Code: transfer.NotDirectly, Change: all(moved("2024-06-30", 28), small(9, 9)), Want: law.Met},
			{Name: "reg 13A: of 10, until then", Code: transfer.NotDirectly, Change: all(moved("2024-06-30", 28), small(10, 1)), Want: law.Breached},
			{Name: "reg 13A: of 10, from 1 July 2024", Code: transfer.NotDirectly, Change: all(moved("2024-07-01", 28), small(10, 10)), Want: law.Met},
			{Name: "reg 13A: there are representatives", Code: transfer.NotDirectly, Change: all(small(5, 5), func(t *move) { t.Consulting.Represented = yes() }), Want: law.Breached, At: "consultation.represented"},
			{Name: "reg 13A: they were invited to elect", Code: transfer.NotDirectly, Change: all(small(5, 5), func(t *move) { t.Consulting.Invited = yes() }), Want: law.Breached, At: "consultation.invited_to_elect"},
			{Name: "reg 13A: through representatives", Code: transfer.NotDirectly, Want: law.NotApplicable},

			{Name: "reg 7(1): for organisational reasons, 2013", Code: transfer.DismissedForIt2006, Change: oldDismissal, Want: law.Met},
			{Name: "reg 7(1): for a connected reason, 2013", Code: transfer.DismissedForIt2006, Change: dismissed("2013-06-01", "2013-07-01", transfer.ConnectedWithIt), Want: law.Breached, At: "changes.dismissal_cause"},
			{Name: "reg 7(1): the transfer before 31 January 2014 and the notice after it", Code: transfer.DismissedForIt2006, Change: dismissed("2014-01-30", "2014-03-01", transfer.ConnectedWithIt), Want: law.Breached},
			{Name: "reg 7(1): the notice before and the transfer after", Code: transfer.DismissedForIt2006, Change: dismissed("2014-03-01", "2014-01-30", transfer.ConnectedWithIt), Want: law.Breached},
			{Name: "reg 7(1): nobody dismissed, 2013", Code: transfer.DismissedForIt2006, Change: all(oldDismissal, func(t *move) { t.Changes.Dismissed = no() }), Want: law.NotApplicable},
			{Name: "reg 7(1): for a connected reason, from 31 January 2014", Code: transfer.DismissedForIt, Change: dismissed("2014-01-31", "2014-01-31", transfer.ConnectedWithIt), Want: law.Met},
			{Name: "reg 7(1): for the transfer", Code: transfer.DismissedForIt, Change: dismissed("2014-01-31", "2014-01-31", transfer.TheTransfer), Want: law.Breached, At: "changes.dismissal_cause"},
			{Name: "reg 7(1): nobody dismissed", Code: transfer.DismissedForIt, Change: func(t *move) { t.Changes.Dismissed = no() }, Want: law.NotApplicable},
			{Name: "reg 7(1): the day of the transfer is not stated", Code: transfer.DismissedForIt, Change: func(t *move) { t.On = law.Fact[law.Date]{} }, Want: law.Unknown, At: "on"},
			{Name: "reg 4(4): for organisational reasons, 2013", Code: transfer.VariedForIt2006, Change: oldVariation, Want: law.Met},
			{Name: "reg 4(4): for a connected reason, 2013", Code: transfer.VariedForIt2006, Change: varied("2013-06-01", "2013-07-01", transfer.ConnectedWithIt, yes()), Want: law.Breached, At: "changes.variation_cause"},
			{Name: "reg 4(4): no new terms, 2013", Code: transfer.VariedForIt2006, Change: all(oldVariation, func(t *move) { t.Changes.Varied = no() }), Want: law.NotApplicable},
			{Name: "reg 4(4): for a connected reason, 2025", Code: transfer.VariedForIt, Change: varied("2025-10-01", "2025-11-01", transfer.ConnectedWithIt, no()), Want: law.Met},
			{Name: "reg 4(5)(b): for the transfer, as the contract permits", Code: transfer.VariedForIt, Change: varied("2025-10-01", "2025-11-01", transfer.TheTransfer, yes()), Want: law.Met},
			{Name: "reg 4(4): for the transfer", Code: transfer.VariedForIt, Change: varied("2025-10-01", "2025-11-01", transfer.TheTransfer, no()), Want: law.Breached, At: "changes.variation_cause"},
			{Name: "reg 4(4): no new terms", Code: transfer.VariedForIt, Change: func(t *move) { t.Changes.Varied = no() }, Want: law.NotApplicable},

			{Name: "New Fair Deal: they stay in the scheme", Code: transfer.NotInScheme, Want: law.Met},
			{Name: "New Fair Deal: they leave it", Code: transfer.NotInScheme, Change: from(transfer.CentralScheme, func(p *transfer.Pensions) { p.Stay = no() }), Want: law.Breached, At: "pensions.stay"},
			{Name: "New Fair Deal: they chose to move", Code: transfer.NotInScheme, Change: from(transfer.HealthScheme, func(p *transfer.Pensions) { p.Compulsory = no() }), Want: law.NotApplicable},
			{Name: "New Fair Deal: not for councils", Code: transfer.NotInScheme, Change: from(transfer.LocalScheme, func(p *transfer.Pensions) { p.Stay = no() }), Want: law.NotApplicable},
			{Name: "2007 Direction: protected", Code: transfer.NotProtected, Change: from(transfer.LocalScheme, asIs), Want: law.Met},
			{Name: "2007 Direction: not", Code: transfer.NotProtected, Change: from(transfer.LocalScheme, func(p *transfer.Pensions) { p.Protected = no() }), Want: law.Breached, At: "pensions.protected"},
			{Name: "2007 Direction: not for the health service", Code: transfer.NotProtected, Want: law.NotApplicable},
			{Name: "a line for VAT", Code: transfer.NoVATLine, Want: law.Met},
			{Name: "none", Code: transfer.NoVATLine, Change: func(t *move) { t.Plan.StickingVAT = no() }, Want: law.Breached, At: "plan.vat_line"},
			{Name: "a line for tax", Code: transfer.NoTaxLine, Want: law.Met},
			{Name: "no line for tax", Code: transfer.NoTaxLine, Change: func(t *move) { t.Plan.Tax = no() }, Want: law.Breached, At: "plan.tax_line"},
			{Name: "a line for pensions", Code: transfer.NoPensionLine, Want: law.Met},
			{Name: "no line for pensions", Code: transfer.NoPensionLine, Change: func(t *move) { t.Plan.Pension = no() }, Want: law.Breached, At: "plan.pension_line"},

			{Name: "de minimis: 200,000 euros", Code: transfer.OverDeMinimis, Change: aid("2012-06-01", 200_000), Want: law.Met},
			{Name: "de minimis: a euro more", Code: transfer.OverDeMinimis, Change: aid("2012-06-01", 200_001), Want: law.Breached, At: "subsidy.de_minimis_euros"},
			{Name: "de minimis: no subsidy", Code: transfer.OverDeMinimis, Change: all(aid("2012-06-01", 200_001), func(t *move) { t.Subsidy.Any = no() }), Want: law.NotApplicable},
			{Name: "s. 36(1): £315,000", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 315_000), Want: law.Met},
			{Name: "s. 36(1): a pound more", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 315_001), Want: law.Breached, At: "subsidy.amount"},
			{Name: "s. 36(2): counted with one of the first day of the period", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 300_000, had("2023-04-01", 15_001)), Want: law.Breached},
			{Name: "s. 36(2): and not with one of the day before", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 300_000, had("2023-03-31", 15_001)), Want: law.Met},
			{Name: "s. 36(2): nor with a later one", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 300_000, had("2025-06-02", 15_001)), Want: law.Met},
			{Name: "s. 36(1): an earlier amount is not stated", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 1, transfer.Assistance{Given: day("2025-01-01")}), Want: law.Unknown, At: "subsidy.before[0].amount"},
			{Name: "s. 36(1): too much, whatever an earlier amount was", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 315_001, transfer.Assistance{Given: day("2025-01-01")}), Want: law.Breached, At: "subsidy.amount"},
			{Name: "s. 36(1): an amount below nought cannot be", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, -1), Want: law.Unknown, At: "subsidy.amount"},
			{Name: "s. 36(1): nor an earlier one", Code: transfer.OverMinimal, Change: helped(transfer.Minimal, 1, had("2025-01-01", -1)), Want: law.Unknown, At: "subsidy.before[0].amount"},
			{Name: "s. 36(1): assistance of the other kind has its own limit", Code: transfer.OverMinimal, Change: public, Want: law.NotApplicable},
			{Name: "s. 38(1): £725,000 in all", Code: transfer.OverPublic, Change: helped(transfer.PublicInterest, 700_000, had("2024-05-01", 25_000)), Want: law.Met},
			{Name: "s. 38(1): a pound more", Code: transfer.OverPublic, Change: helped(transfer.PublicInterest, 700_000, had("2024-05-01", 25_001)), Want: law.Breached},
			{Name: "s. 38(1): minimal assistance has its own limit", Code: transfer.OverPublic, Want: law.NotApplicable},
			{Name: "s. 37(3): the confirmation came first", Code: transfer.NotAsked, Want: law.Met},
			{Name: "s. 37(3): it did not", Code: transfer.NotAsked, Change: func(t *move) { t.Subsidy.Asked = no() }, Want: law.Breached, At: "subsidy.asked"},
			{Name: "s. 37: no subsidy", Code: transfer.NotAsked, Change: func(t *move) { t.Subsidy = transfer.Subsidy{Any: no()} }, Want: law.NotApplicable},
			{Name: "s. 37(4): confirmed on giving", Code: transfer.NotConfirmed, Want: law.Met},
			{Name: "s. 37(4): not", Code: transfer.NotConfirmed, Change: func(t *move) { t.Subsidy.Confirmed = no() }, Want: law.Breached, At: "subsidy.confirmed"},
			{Name: "s. 37: none of it is said", Code: transfer.NotConfirmed, Change: func(t *move) { t.Subsidy = transfer.Subsidy{} }, Want: law.Unknown, At: "subsidy.any"},
			{Name: "s. 37(4): there is no subsidy", Code: transfer.NotConfirmed, Change: func(t *move) { t.Subsidy = transfer.Subsidy{Any: no()} }, Want: law.NotApplicable},
		},
	}.Run(t)
}

func aid(given string, euros int64) change {
	return func(t *move) { t.Subsidy.Given, t.Subsidy.Euros = day(given), heads(euros) }
}

func TestDeadlinesOfATransfer(t *testing.T) {
	f := transfer.Enacted()
	days := func(on string) (out []string) {
		for _, d := range transfer.Deadlines(law.MustDate(on), &f) {
			assert.NotEmpty(t, d.Link)
			out = append(out, d.By.String())
		}
		return out
	}
	assert.Equal(t, []string{"2025-09-03", "2025-12-31", "2025-12-31"}, days("2025-10-01"))
	assert.Equal(t, []string{"2014-04-16", "2014-07-29", "2014-07-29"}, days("2014-04-30"))
	assert.Equal(t, []string{"2014-04-03", "2014-07-31", "2014-07-31"}, days("2014-05-01"))
	assert.Equal(t, []string{"2006-07-18"}, days("2006-04-19"), "no information on transfers until that day")
	assert.Empty(t, days("2006-04-05"))
}

func TestTheFinancialYearsOfAssistance(t *testing.T) {
	for given, want := range map[string]string{
		"2025-03-31": "2022-04-01", "2025-04-01": "2023-04-01", "2026-01-01": "2023-04-01", "0002-01-01": "no date",
	} {
		assert.Equal(t, want, transfer.AssistanceFrom(law.MustDate(given)).String(), given)
	}
}

func TestWhatItMayCost(t *testing.T) {
	f, on := transfer.Enacted(), law.MustDate("2025-10-01")
	most, ok := transfer.MostForConsulting(12, law.Pounds(500), on, &f)
	assert.True(t, ok)
	assert.Equal(t, law.Pounds(12*13*500), most)
	least, ok := transfer.LeastForInformation(12, on, &f)
	assert.True(t, ok)
	assert.Equal(t, law.Pounds(6000), least)
	for _, n := range []int64{-1, 1 << 40} {
		_, ok = transfer.MostForConsulting(n, 1, on, &f)
		assert.False(t, ok)
		_, ok = transfer.LeastForInformation(n, on, &f)
		assert.False(t, ok)
	}
	_, ok = transfer.MostForConsulting(1, 1, law.MustDate("2006-04-05"), &f)
	assert.False(t, ok)

	// A fifth of a tenth of turnover, none recovered; and half of it.
	vat, ok := transfer.StickingVAT(law.Pounds(100_000), law.Ratio{}, on, &f)
	assert.True(t, ok)
	assert.Equal(t, law.Pounds(20_000), vat)
	vat, _ = transfer.StickingVAT(law.Pounds(100_000), law.Per(1, 2), on, &f)
	assert.Equal(t, law.Pounds(10_000), vat)
	_, ok = transfer.StickingVAT(law.Pounds(1), law.Per(1, 2), law.MustDate("2011-01-03"), &f)
	assert.False(t, ok, "the rate before 4 January 2011 is not modelled")
	for _, bad := range []law.Ratio{law.Percent(101), law.Per(-1, 2)} {
		_, ok = transfer.StickingVAT(1, bad, on, &f)
		assert.False(t, ok)
	}
	e, _ := f.TaxRate.At(law.MustDate("2013-06-01"))
	assert.Equal(t, law.Doubtful, e.Is, "the rates between 2011 and 2015 were not read")
}

func TestALimitOfSmallSubsidiesIsNoDuty(t *testing.T) {
	for _, code := range []law.Code{transfer.OverDeMinimis, transfer.OverMinimal, transfer.OverPublic} {
		assert.True(t, transfer.Exemption(code))
	}
	assert.False(t, transfer.Exemption(transfer.NotAsked))
}

func TestTransfersThatCannotBeNameThePlace(t *testing.T) {
	f := transfer.Enacted()
	for want, c := range map[string]change{
		"liability_information.as_at": func(t *move) { t.Information.AsAt = day("2025-09-02") },
		"consultation.employees":      func(t *move) { t.Consulting.Employees = heads(-1) },
		"consultation.transferring":   func(t *move) { t.Consulting.Transferring = heads(1 << 40) },
		"subsidy.amount":              func(t *move) { t.Subsidy.Amount = law.Known(law.Pence(-1)) },
		"subsidy.before[1].amount":    helped(transfer.Minimal, 1, had("2025-01-01", 1), had("2025-01-01", 1<<40)),
	} {
		m := nurses()
		require.NoError(t, m.Check())
		c(&m)
		_, err := transfer.Judge(&m, law.MustDate("2026-01-15"), law.England, &f)
		require.ErrorIs(t, err, transfer.ErrTransfer)
		assert.ErrorContains(t, err, want)
	}
	m := nurses()
	_, err := transfer.Judge(&m, law.Date{}, law.England, &f)
	require.ErrorIs(t, err, law.ErrDate)
	for place, bad := range map[string]string{
		"pensions.scheme":         `{"pensions": {"scheme": "gold"}}`,
		"changes.dismissal_cause": `{"changes": {"dismissal_cause": "whim"}}`,
		"subsidy.kind":            `{"subsidy": {"kind": "maximal"}}`,
	} {
		assert.ErrorContains(t, law.Decode(strings.NewReader(bad), &m), place)
	}
}

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.Paths(t, transfer.Rules(), transfer.Enacted(), 3_000, "2008-06-01", "2012-06-01", "2014-02-01", "2014-08-01", "2021-06-01", "2025-06-01")
}

func FuzzTransfer(f *testing.F) {
	b, err := json.Marshal(nurses())
	require.NoError(f, err)
	f.Add(b, "2026-01-15")
	figures := transfer.Enacted()
	f.Fuzz(func(t *testing.T, data []byte, on string) {
		var m move
		d, err := law.ParseDate(on)
		if err != nil || law.Decode(bytes.NewReader(data), &m) != nil {
			return
		}
		rep, err := transfer.Judge(&m, d, law.England, &figures)
		if err == nil {
			assert.Len(t, rep.Results, transfer.Rules().Len())
		}
	})
}

func ExampleDeadlines() {
	figures := transfer.Enacted()
	for _, d := range transfer.Deadlines(law.MustDate("2025-10-01"), &figures) {
		fmt.Println(d.By.Long()+":", d.Who, d.Does)
	}
	// Output:
	// 3 September 2025: the transferor notifies the transferee of the employee liability information
	// 31 December 2025: the transferee may complain to a tribunal of missing liability information
	// 31 December 2025: employees, representatives or a union may complain to a tribunal of a failure to inform or consult
}
