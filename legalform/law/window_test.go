package law_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestEveryExtentIsReadBackFromItsText(t *testing.T) {
	const every = law.UnitedKingdom | law.ChannelIslands
	for e := law.Extent(0); e <= every; e++ {
		b, err := e.MarshalText()
		require.NoError(t, err)
		var back law.Extent
		require.NoError(t, back.UnmarshalText(b), "%s", b)
		assert.Equal(t, e, back, "%s", b)
	}
}

func TestExtentsAreWrittenByTheirLargestParts(t *testing.T) {
	for e, want := range map[law.Extent]string{
		0:                                   "",
		law.England:                         "england",
		law.Wales:                           "wales",
		law.EnglandAndWales:                 "england-and-wales",
		law.GreatBritain:                    "great-britain",
		law.UnitedKingdom:                   "united-kingdom",
		law.England | law.Scotland:          "england+scotland",
		law.Scotland | law.NorthernIreland:  "scotland+northern-ireland",
		law.UnitedKingdom | 16:              "united-kingdom+channel-islands",
		law.EnglandAndWales | 8:             "england-and-wales+northern-ireland",
		law.Wales | law.Scotland:            "wales+scotland",
		law.Extent(1 << 7):                  "unknown(128)",
		law.Scotland | law.Extent(1<<6):     "scotland+unknown(64)",
		law.ChannelIslands | law.Extent(32): "channel-islands+unknown(32)",
	} {
		assert.Equal(t, want, e.String())
	}
}

func TestExtentsThatThereAreNotAreRefused(t *testing.T) {
	for _, s := range []string{"cornwall", "England", "england+", "+england", "england,wales", " england", "unknown(128)"} {
		e := law.Scotland
		err := e.UnmarshalText([]byte(s))
		require.ErrorContains(t, err, "not a part of the kingdom", "%q", s)
		assert.ErrorContains(t, err, "channel-islands", "the error lists the parts")
		assert.Equal(t, law.Scotland, e, "an error changes nothing")
	}
	got, err := law.ParseExtent("england+wales+england")
	require.NoError(t, err)
	assert.Equal(t, law.EnglandAndWales, got, "a part named twice is there once")
}

func TestCoversAndMeets(t *testing.T) {
	for _, c := range []struct {
		name          string
		e, f          law.Extent
		covers, meets bool
	}{
		{"Great Britain covers Scotland", law.GreatBritain, law.Scotland, true, true},
		{"Scotland meets Great Britain and does not cover it", law.Scotland, law.GreatBritain, false, true},
		{"Great Britain has nothing of Northern Ireland", law.GreatBritain, law.NorthernIreland, false, false},
		{"the kingdom is without the Channel Islands", law.UnitedKingdom, law.ChannelIslands, false, false},
		{"an extent covers itself", law.Wales, law.Wales, true, true},
		{"nothing covers what is not stated", law.UnitedKingdom, 0, false, false},
		{"what is not stated covers nothing", 0, law.Wales, false, false},
		{"nor does it cover itself", 0, 0, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.covers, c.e.Covers(c.f))
			assert.Equal(t, c.meets, c.e.Meets(c.f))
		})
	}
}

func TestWindowsAreHalfOpen(t *testing.T) {
	w := law.From("2005-07-01", law.GreatBritain).Until("2014-04-05")
	assert.Equal(t, day("2014-04-06"), w.To, "the first day no longer")
	for d, want := range map[string]bool{
		"2005-06-30": false, "2005-07-01": true, "2014-04-05": true, "2014-04-06": false, "0001-01-01": false, "9999-12-31": false,
	} {
		assert.Equal(t, want, w.Holds(day(d)), d)
	}
	assert.False(t, w.Holds(law.Date{}))
	open := law.From("2005-07-01", law.GreatBritain)
	assert.True(t, open.Holds(day("9999-12-31")))
	assert.False(t, open.Holds(day("2005-06-30")))
	assert.False(t, open.Holds(law.Date{}), "no date is not in any window")
	assert.False(t, law.Window{}.Holds(law.Date{}))
}

func TestWindowsPrintAsPeopleSayThem(t *testing.T) {
	w := law.From("2005-07-01", law.GreatBritain)
	assert.Equal(t, "from 1 July 2005 (great-britain)", w.String())
	assert.Equal(t, "from 1 July 2005 until 5 April 2014 (great-britain)", w.Until("2014-04-05").String())
	assert.True(t, w.To.IsZero(), "Until returns another window")
}

func TestBadLiteralsOfAWindowPanic(t *testing.T) {
	assert.PanicsWithValue(t, `law.MustDate: not a date: "1 July 2005" (want YYYY-MM-DD)`, func() { law.From("1 July 2005", law.Wales) })
	assert.Panics(t, func() { law.From("2005-07-01", law.Wales).Until("") })
}

func TestWindowJSONBothWays(t *testing.T) {
	for _, w := range []law.Window{
		law.From("2005-07-01", law.GreatBritain), law.From("2005-07-01", law.England|law.Scotland).Until("2014-04-05"),
	} {
		b, err := json.Marshal(w)
		require.NoError(t, err)
		var back law.Window
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, w, back)
	}
	b, err := json.Marshal(law.From("2005-07-01", law.GreatBritain))
	require.NoError(t, err)
	assert.JSONEq(t, `{"from": "2005-07-01", "in": "great-britain"}`, string(b))
}

func TestAPlaceDecidesWhichWindowHolds(t *testing.T) {
	rules := law.NewRules(law.Rule[struct{}, struct{}]{
		Code: "x", Provision: clubs.At("s. 1", ""), Says: "X.", Remedy: "Y.", Check: func(*law.Case[struct{}, struct{}]) {},
		InForce: []law.Window{law.From("2005-07-01", law.GreatBritain), law.From("2007-04-06", law.NorthernIreland).Until("2008-12-31")},
	})
	require.NoError(t, rules.Complaints())
	for _, c := range []struct {
		name string
		on   string
		in   law.Extent
		want law.Outcome
	}{
		{"before either", "2005-06-30", 0, law.NotInForce},
		{"in Great Britain alone", "2005-07-01", law.Wales, law.Met},
		{"not yet in Northern Ireland", "2007-04-05", law.NorthernIreland, law.NotInForce},
		{"on its first day in Northern Ireland", "2007-04-06", law.NorthernIreland, law.Met},
		{"on its last day in Northern Ireland", "2008-12-31", law.NorthernIreland, law.Met},
		{"after it", "2009-01-01", law.NorthernIreland, law.NotInForce},
		{"a body partly where it had begun", "2006-01-01", law.UnitedKingdom, law.Unknown},
		{"a body of no stated place where it had begun in part", "2006-01-01", 0, law.Unknown},
		{"a body of no stated place where it had begun everywhere", "2008-01-01", 0, law.Met},
		{"a body in both where it had begun everywhere", "2008-01-01", law.UnitedKingdom, law.Met},
		{"a body where it never reached", "2008-01-01", law.ChannelIslands, law.NotInForce},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := rules.Judge(&struct{}{}, &struct{}{}, day(c.on), c.in)
			got, ok := rep.Outcome("x")
			require.True(t, ok)
			assert.Equal(t, c.want, got)
			if c.want == law.Unknown {
				assert.Equal(t, "extent", rep.Findings[0].Path)
			}
		})
	}
}

func TestExtentsHaveNamesForReaders(t *testing.T) {
	for e, want := range map[law.Extent]string{
		0: "a place not stated", law.England: "England", law.EnglandAndWales: "England and Wales", law.GreatBritain: "Great Britain",
		law.UnitedKingdom: "United Kingdom", law.Wales | law.NorthernIreland: "Wales and Northern Ireland",
	} {
		assert.Equal(t, want, e.Name())
	}
}
