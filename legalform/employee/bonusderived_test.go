package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// unowned is the bakery with its award paid on a day, and trading and ownership not stated.
func unowned(on string) company {
	c := bakery()
	payAward(&c, law.MustDate(on))
	c.BonusAward.Trading = law.Fact[[]employee.BonusTrading]{}
	c.BonusAward.Ownership = employee.BonusOwnership{}
	return c
}

func derived(t *testing.T, c company, log *employee.Timeline) employee.BonusAward {
	t.Helper()
	out, err := employee.DeriveBonus(c, log, &enacted)
	require.NoError(t, err)
	return out.BonusAward
}

func TestOwnershipFollowsFromTheLog(t *testing.T) {
	lapse := func(from, to string) employee.BonusLapse {
		x := employee.BonusLapse{From: law.MustDate(from)}
		if to != "" {
			x.To = law.MustDate(to)
		}
		return x
	}
	lost := []employee.Entry{moves("2026-06-01", employee.TrusteesHold, "bob", 20), moves("2026-07-01", "bob", employee.TrusteesHold, 20)}
	for _, x := range []struct {
		name            string
		paid            string
		log             employee.Timeline
		control, lapsed bool
		lapses          []employee.BonusLapse
	}{
		{"the day before the sale", "2026-01-30", annSells("2027-12-31"), false, false, nil},
		{"the day of the sale", "2026-01-31", annSells("2027-12-31"), true, true, []employee.BonusLapse{}},
		{"a year on", "2027-01-31", annSells("2027-12-31"), true, true, []employee.BonusLapse{}},
		{"the last day of the log", "2027-12-31", annSells("2027-12-31"), true, true, []employee.BonusLapse{}},
		{"the day after it", "2028-01-01", annSells("2027-12-31"), false, false, nil},
		{"control lost for a month", "2027-01-31", annSells("2027-12-31", lost...), true, true, []employee.BonusLapse{lapse("2026-06-01", "2026-06-30")}},
		{"still lost at the payment", "2026-06-30", annSells("2027-12-31", lost...), true, true, []employee.BonusLapse{lapse("2026-06-01", "")}},
		{"lost the day after the payment", "2026-05-31", annSells("2027-12-31", lost...), true, true, []employee.BonusLapse{}},
	} {
		o := derived(t, unowned(x.paid), &x.log).Ownership
		want := law.Fact[law.Date]{}
		if x.control {
			want = day("2026-01-31")
		}
		assert.Equal(t, want, o.ControlFirst, x.name)
		assert.Equal(t, x.lapsed, o.Lapses.Stated(), x.name)
		assert.Equal(t, x.lapses, o.Lapses.Or(nil), x.name)
	}
}

// Where the trustees held shares as the log was opened, what went before is not known.
func TestALogThatBeginsTooLateTellsNoFirstDay(t *testing.T) {
	for opened, told := range map[string]bool{"2025-06-01": true, "2025-06-02": false} {
		log := works(opened, "2026-12-31")
		log.Opening.Holdings = []employee.Shareholding{{Holder: employee.TrusteesHold, Shares: 60}, {Holder: "bob", Shares: 40}}
		o := derived(t, unowned("2026-05-31"), &log).Ownership
		assert.Equal(t, told, o.ControlFirst.Stated(), opened)
		assert.Equal(t, told, o.Lapses.Stated(), opened)
	}
	log := works("2024-01-01", "2026-12-31", moves("2025-01-01", "bob", employee.TrusteesHold, 30))
	log.Opening.Holdings = []employee.Shareholding{{Holder: employee.TrusteesHold, Shares: 40}, {Holder: "bob", Shares: 60}}
	o := derived(t, unowned("2026-05-31"), &log).Ownership
	assert.False(t, o.ControlFirst.Stated(), "they may have had control before")
	log.Opening.Trust.Old = law.Known(employee.OldTrust{})
	assert.Equal(t, employee.BonusOwnership{}, derived(t, unowned("2026-05-31"), &log).Ownership, "s. 236L may stand in")
}

func TestTradingFollowsFromTheLog(t *testing.T) {
	activity := func(trade, shared law.Fact[bool]) employee.Activity {
		return employee.Activity{Name: "x", Trade: trade, InPartnership: shared}
	}
	none := law.Fact[bool]{}
	for name, x := range map[string]struct {
		group         employee.GroupPlace
		list          []employee.Activity
		judged        law.Fact[bool]
		trades, other law.Fact[bool]
	}{
		"a trade alone":                     {employee.InNoGroup, []employee.Activity{activity(yes(), no())}, none, yes(), no()},
		"a trade, and lets":                 {employee.InNoGroup, []employee.Activity{activity(yes(), no()), activity(no(), none)}, yes(), yes(), yes()},
		"a trade, and lets, not judged":     {employee.GroupPrincipal, []employee.Activity{activity(yes(), no()), activity(no(), none)}, none, yes(), none},
		"with partners":                     {employee.InNoGroup, []employee.Activity{activity(yes(), yes())}, yes(), no(), yes()},
		"nobody says whether with partners": {employee.InNoGroup, []employee.Activity{activity(yes(), none)}, none, none, none},
		"a subsidiary's own business":       {employee.GroupMember, []employee.Activity{activity(yes(), no())}, no(), none, none},
	} {
		log := works("2024-01-01", "2026-12-31")
		log.Opening.Business = employee.Business{Group: law.Known(x.group), Activities: law.Known(x.list), OtherSubstantial: x.judged}
		got := derived(t, unowned("2026-05-31"), &log)
		want := employee.BonusTrading{From: law.MustDate("2024-01-01"), InGroup: law.Known(x.group != employee.InNoGroup), Trades: x.trades, OtherSubstantial: x.other}
		assert.Equal(t, []employee.BonusTrading{want}, got.Trading.Or(nil), name)
	}
	stops := on("2026-03-01", func(e *employee.Entry) {
		e.Business = law.Known(employee.Business{Group: law.Known(employee.InNoGroup), Activities: law.Known([]employee.Activity{activity(no(), none)}), OtherSubstantial: yes()})
	})
	log := works("2024-01-01", "2026-12-31", resident("2025-01-01", true), stops)
	for paid, n := range map[string]int{"2026-02-28": 1, "2026-03-01": 2} {
		got := derived(t, unowned(paid), &log)
		assert.Len(t, got.Trading.Or(nil), n, "%s: entries about something else add none", paid)
	}
}

func TestWhetherAPaymentQualifiesFollowsFromTheAward(t *testing.T) {
	c := bakery()
	paidOn := c.BonusAward.Paid.Or(law.Date{})
	one := c.Bonuses.Or(nil)[0]
	one.On, one.Qualifying = paidOn, law.Fact[bool]{}
	before, elsewhere := one, one
	before.On, elsewhere.Employer = paidOn.AddDays(-1), "another company"
	c.Bonuses = law.Known([]employee.Bonus{one, before, elsewhere})
	of := func(c company) []law.Fact[bool] {
		out, err := employee.DeriveBonus(c, nil, &enacted)
		require.NoError(t, err)
		var is []law.Fact[bool]
		for _, b := range out.Bonuses.Or(nil) {
			is = append(is, b.Qualifying)
		}
		return is
	}
	none := law.Fact[bool]{}
	assert.Equal(t, []law.Fact[bool]{yes(), none, none}, of(c), "the award's own payments, and no others")
	assert.False(t, (*c.Bonuses.Ptr())[0].Qualifying.Stated(), "what is handed in is left alone")
	bad := c
	bad.BonusAward.Terms.Same = law.Known(false)
	assert.Equal(t, []law.Fact[bool]{no(), none, none}, of(bad))
	bad.BonusAward.Terms.Same = none
	assert.Equal(t, []law.Fact[bool]{none, none, none}, of(bad), "unknown is no answer")
	noAward(&bad)
	assert.Equal(t, []law.Fact[bool]{none, none, none}, of(bad))
	wages := one
	wages.Terms.Regular = yes()
	c.Bonuses = law.Known([]employee.Bonus{wages})
	assert.Equal(t, []law.Fact[bool]{no()}, of(c), "s. 312B(1)(a) is about the payment itself")
}

func TestFactsThatContradictTheLogOrTheAwardAreRefused(t *testing.T) {
	lost := annSells("2027-12-31", moves("2026-06-01", employee.TrusteesHold, "bob", 20), moves("2026-07-01", "bob", employee.TrusteesHold, 20))
	for want, change := range map[string]func(*company){
		"bonus_award.ownership.control_first_met: 2026-02-01": func(c *company) { c.BonusAward.Ownership.ControlFirst = day("2026-02-01") },
		"bonus_award.ownership.benefit_first_met: ":           func(c *company) { c.BonusAward.Ownership.BenefitFirst = day("2026-02-01") },
		"bonus_award.ownership.treated_as_met: true":          func(c *company) { c.BonusAward.Ownership.TreatedAsMet = yes() },
		"bonus_award.ownership.lapses: none from 2026-06-01":  func(c *company) { c.BonusAward.Ownership.Lapses = law.Known([]employee.BonusLapse{}) },
		"bonus_award.ownership.lapses[0].from: from 2026-06-02": func(c *company) {
			c.BonusAward.Ownership.Lapses = law.Known([]employee.BonusLapse{{From: law.MustDate("2026-06-02"), To: law.MustDate("2026-06-30")}})
		},
		"bonus_award.trading[0].trades: false": func(c *company) {
			c.BonusAward.Trading = law.Known([]employee.BonusTrading{{From: law.MustDate("2020-01-01"), Trades: no()}})
		},
		"bonuses[0].qualifying: true": func(c *company) {
			b := c.Bonuses.Or(nil)[0]
			b.On, b.Qualifying = law.MustDate("2027-01-31"), yes()
			c.Bonuses = law.Known([]employee.Bonus{b})
		},
	} {
		c := unowned("2027-01-31")
		change(&c)
		_, err := employee.DeriveBonus(c, &lost, &enacted)
		require.ErrorIs(t, err, employee.ErrContradiction, want)
		require.ErrorContains(t, err, want)
	}
	c := unowned("2027-01-31")
	c.BonusAward.Ownership.BenefitFirst = day("2019-01-01")
	c.BonusAward.Ownership.Lapses = law.Known([]employee.BonusLapse{{From: law.MustDate("2018-01-01"), To: law.MustDate("2018-02-01")}, {From: law.MustDate("2026-06-01"), To: law.MustDate("2026-06-30")}})
	got := derived(t, c, &lost)
	assert.Equal(t, c.BonusAward.Ownership.BenefitFirst, got.Ownership.BenefitFirst, "before the log began there is nothing to contradict")
	lost.Entries = lost.Entries[1:]
	_, err := employee.DeriveBonus(c, &lost, &enacted)
	require.ErrorIs(t, err, employee.ErrTimeline)
}
