package spinout_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// uncertain is what a case may have besides, to turn out otherwise.
const uncertain = `
  "cash": {"value": "8000", "assumption": "made up for tests"},
  "overdraft": {"value": "1000", "assumption": "made up for tests"},
  "pay": {"value": "1000", "assumption": "made up for tests"},
  "pay_growth": {"value": "1%", "assumption": "made up for tests"},
  "on_costs": {"value": "20%", "assumption": "made up for tests"},
  "sticky_vat": {"value": "2%", "assumption": "made up for tests"},
  "recruiting": {"value": "500", "source": "a survey"},
  "joining": {"value": "50%", "assumption": "made up for tests"},
  "quorum": {"value": {"number": 3, "part": "50%"}, "assumption": "made up for tests"},
  "working_capital": {"value": "0.1%", "assumption": "made up for tests"},
  "contracts": [
    {"name": "care", "yearly": "100000", "ends": "2011-12-31", "term_months": 12, "lost": "50%", "costs": "90000", "staff": 2, "assumption": "made up for tests"}
  ],
  "drivers": {
    "margin": {"kind": "normal", "mean": "0%", "deviation": "3%", "assumption": "made up for tests"},
    "turnout": {"kind": "uniform", "low": "40%", "high": "60%", "assumption": "made up for tests"},
    "growth": {"kind": "discrete", "values": ["0%", "1%"], "odds": ["50%", "50%"], "source": "a survey"}
  },
  "tax":`

func uncertainFile(t testing.TB) string {
	t.Helper()
	file := string(read(t))
	require.Contains(t, file, `  "tax":`)
	return strings.Replace(file, `  "tax":`, uncertain, 1)
}

func openUncertain(t testing.TB) *spinout.Case {
	t.Helper()
	c, err := spinout.Read(strings.NewReader(uncertainFile(t)))
	require.NoError(t, err)
	return c
}

func TestWhatMayBeLeftOutIsListedWhereItIsThere(t *testing.T) {
	has := func(c *spinout.Case) map[string]spinout.Origin {
		out := map[string]spinout.Origin{}
		for in := range c.Inputs() {
			assert.NotContains(t, out, in.Path, "no value is listed twice")
			out[in.Path] = in
		}
		return out
	}
	plain, full := has(open(t)), has(openUncertain(t))
	for path, value := range map[string]string{
		"cash": "£8,000.00", "overdraft": "£1,000.00", "pay": "£1,000.00", "pay_growth": "1%", "on_costs": "20%", "sticky_vat": "2%",
		"recruiting": "£500.00", "joining": "50%", "quorum": "50% of the members, and 3 at the least", "working_capital": "0.1%",
		"contracts[0]":   "care: £100,000.00 a year, to 31 December 2011 and then for terms of 12 months, each tender lost with odds of 50%; with it go £90,000.00 of yearly costs and 2 staff",
		"drivers.margin": "normal, mean 0%, deviation 3%",
		"drivers.growth": "discrete, 0% with odds of 50%, 1% with odds of 50%",
	} {
		assert.NotContains(t, plain, path)
		assert.Equal(t, value, full[path].Value, path)
		assert.NotEqual(t, full[path].Source == "", full[path].Assumption == "", path)
	}
	assert.Equal(t, "a survey", full["recruiting"].Source)
	assert.Equal(t, "a survey", full["drivers.growth"].Source)
}

func TestACaseIsTheScenarioThatItStates(t *testing.T) {
	c := openUncertain(t)
	f, err := legalform.Lookup("co-operative-society")
	require.NoError(t, err)
	s := c.Scenario(law.Date{}, f)
	assert.Equal(t, f.FormTitle(), s.Name)
	assert.Equal(t, law.MustDate("2010-10-01"), s.Organisation.AsAt)
	a := s.Assumptions
	assert.Equal(t, law.Known(law.Pounds(8000)), a.Cash)
	assert.Equal(t, law.Pounds(1000), a.Overdraft)
	assert.Equal(t, law.Pounds(1000), a.Pay)
	assert.Equal(t, law.Percent(20), a.OnCosts)
	assert.Equal(t, law.Percent(2), a.StickyVAT)
	assert.Equal(t, law.Pounds(500), a.Recruiting)
	assert.Equal(t, law.Percent(50), a.Joining)
	assert.Equal(t, 9, a.Members)
	assert.Equal(t, simulate.Quorum{Number: 3, Part: law.Percent(50)}, a.Quorum)
	assert.Equal(t, law.Per(1, 1000), a.WorkingCapital)
	assert.Equal(t, []string{simulate.Growth, simulate.Margin, simulate.Turnout}, a.Drivers.Names())
	assert.Equal(t, law.MustDate("2011-12-31"), a.Contracts[0].Ends)
	plain := open(t).Assumptions(law.MustDate("2010-10-01"))
	assert.False(t, plain.Cash.Stated(), "what is left out is all of capital and reserves, and not nothing")

	forms := legalform.Mutuals()
	spec := simulate.Spec{Seed: 7, Scenarios: c.Scenarios(law.MustDate("2026-04-01"), forms)}
	require.Len(t, spec.Scenarios, len(forms))
	tally, err := simulate.Simulate(context.Background(), &spec, 500, simulate.Options{Workers: 1})
	require.NoError(t, err)
	odds := tally.Scenarios[0].By(2, simulate.ContractLost)
	assert.InDelta(t, 0.5, odds.Float(), 0.1, "a tender at even odds")
	odds = tally.Scenarios[0].By(1, simulate.Inquorate)
	assert.InDelta(t, 0.778, odds.Float(), 0.1, "five of nine, and from 40% to 60% come: fewer below five ninths")
}

func TestContractsEndAsLongAfterAnotherBeginning(t *testing.T) {
	for _, tc := range []struct{ name, founded, ends, on, want string }{
		{"whole years", "2010-10-01", "2015-09-30", "2026-04-06", "2031-04-05"},
		{"the day itself", "2010-10-01", "2015-09-30", "2010-10-01", "2015-09-30"},
		{"months and days", "2010-10-01", "2011-12-10", "2020-01-01", "2021-03-10"},
		{"an earlier beginning", "2010-10-01", "2011-09-30", "2004-02-29", "2005-02-27"},
		{"over before it began", "2010-10-01", "2010-01-01", "2020-01-01", "2010-01-01"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := openUncertain(t)
			c.Founded.Value, c.Contracts[0].Ends = law.MustDate(tc.founded), law.MustDate(tc.ends)
			assert.Equal(t, law.MustDate(tc.want), c.Assumptions(law.MustDate(tc.on)).Contracts[0].Ends)
			assert.Equal(t, law.MustDate(tc.ends), c.Contracts[0].Ends, "the case stays as it is")
		})
	}
}

func TestBadYearsAheadNameThePlace(t *testing.T) {
	good := uncertainFile(t)
	for name, tc := range map[string]struct{ old, with, want string }{
		"cash without a value":       {`"cash": {"value": "8000", `, `"cash": {`, "cash.value: none is given"},
		"cash without an origin":     {`"cash": {"value": "8000", "assumption": "made up for tests"}`, `"cash": {"value": "8000"}`, "cash: give its source"},
		"an overdraft below nothing": {`"overdraft": {"value": "1000"`, `"overdraft": {"value": "-1"`, "overdraft: "},
		"on-costs beyond all pay":    {`"on_costs": {"value": "20%"`, `"on_costs": {"value": "120%"`, "on_costs: "},
		"a quorum of nobody's":       {`"part": "50%"`, `"part": "150%"`, "quorum.part: "},
		"a quorum without a turnout": {`"turnout": {"kind": "uniform", "low": "40%", "high": "60%", "assumption": "made up for tests"},`, ``, "quorum: no driver"},
		"a contract without amount":  {`"yearly": "100000", `, ``, "contracts[0].yearly: none is given"},
		"a tender without odds":      {`"lost": "50%", `, ``, "contracts[0].lost: none is given"},
		"a contract without origin":  {`"staff": 2, "assumption": "made up for tests"`, `"staff": 2`, "contracts[0]: give its source"},
		"a contract of the past":     {`"ends": "2011-12-31"`, `"ends": "2009-12-31"`, "contracts[0].ends: "},
		"more staff than there are":  {`"staff": 2,`, `"staff": 11,`, "contracts[0].staff: "},
		"an unknown driver":          {`"margin": {`, `"luck": {`, "drivers.luck: no such driver"},
		"odds that do not sum":       {`"odds": ["50%", "50%"]`, `"odds": ["50%", "49%"]`, "drivers.growth.odds"},
		"a driver without origin":    {`"odds": ["50%", "50%"], "source": "a survey"`, `"odds": ["50%", "50%"]`, "drivers.growth"},
		"an unknown field":           {`"term_months"`, `"terms"`, "terms"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, good, tc.old)
			_, err := spinout.Read(strings.NewReader(strings.Replace(good, tc.old, tc.with, 1)))
			require.ErrorContains(t, err, tc.want)
		})
	}
}

func TestACaseIsReadBackAsItWasWritten(t *testing.T) {
	for _, c := range []*spinout.Case{open(t), openUncertain(t)} {
		var b bytes.Buffer
		cmp, err := spinout.Compare(c, law.Date{}, legalform.Mutuals()[:1])
		require.NoError(t, err)
		require.NoError(t, cmp.WriteJSON(&b))
		var file struct{ Case json.RawMessage }
		require.NoError(t, json.Unmarshal(b.Bytes(), &file))
		again, err := spinout.Read(bytes.NewReader(file.Case))
		require.NoError(t, err)
		assert.Equal(t, c, again)
	}
}

func TestOddsStandBesideEachForm(t *testing.T) {
	cmp, err := spinout.Compare(openUncertain(t), law.Date{}, legalform.Mutuals())
	require.NoError(t, err)
	write := func() string {
		var b bytes.Buffer
		require.NoError(t, cmp.WriteJSON(&b))
		return b.String()
	}
	assert.NotContains(t, write(), `"odds": {`, "none were asked for")
	require.NoError(t, cmp.Simulate(context.Background(), 3, 400, simulate.Options{Workers: 2}))
	var got struct {
		Ahead struct{ Seed, Paths, Years int }
		Forms []struct {
			Form string
			Odds struct {
				Troubles []struct {
					Event    string
					Hits, Of int
				}
				Reserves struct{ P5, P50, P95 string }
			}
		}
	}
	first := write()
	require.NoError(t, json.Unmarshal([]byte(first), &got))
	assert.Equal(t, 3, got.Ahead.Seed)
	assert.Equal(t, 400, got.Ahead.Paths)
	require.Len(t, got.Forms, len(cmp.Columns))
	for i, f := range got.Forms {
		assert.Equal(t, f.Form, cmp.Paths.Tally.Scenarios[i].Form)
		require.Equal(t, "out-of-cash", f.Odds.Troubles[0].Event)
		assert.Equal(t, 400, f.Odds.Troubles[0].Of)
		assert.NotEqual(t, f.Odds.Reserves.P5, f.Odds.Reserves.P95)
	}
	require.NoError(t, cmp.Simulate(context.Background(), 3, 400, simulate.Options{Workers: 1}))
	assert.Equal(t, first, write(), "the seed decides")

	stopped, stop := context.WithCancel(context.Background())
	stop()
	before := cmp.Paths
	require.ErrorIs(t, cmp.Simulate(stopped, 3, 400, simulate.Options{}), context.Canceled)
	assert.Same(t, before, cmp.Paths, "a run that is broken off changes nothing")
}
