package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/cases"
	pages "github.com/rochdale-go/rochdale/examples/internal/page"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

func caseOf(t *testing.T, name string) *spinout.Case {
	t.Helper()
	c, err := cases.Open(name)
	require.NoError(t, err)
	return c
}

func wayOf(t *testing.T, name string) *way {
	t.Helper()
	w, err := openWay(name, "")
	require.NoError(t, err)
	return w
}

func set(t *testing.T, name, on string) *outset {
	t.Helper()
	o, err := setOut(caseOf(t, name), wayOf(t, name), law.MustDate(on))
	require.NoError(t, err)
	return o
}

func outcomes(o *outset) (out []law.Outcome) {
	for _, e := range o.Rights.Rights {
		out = append(out, e.Outcome)
	}
	return out
}

func TestTheRightIsThatOfTheDayOnWhichTheStaffAsk(t *testing.T) {
	none := law.NotInForce
	for on, want := range map[string][]law.Outcome{
		"2010-10-01": {law.Met, none, none, none},      // its own day: asked on 1 January 2009
		"2012-09-17": {law.Met, none, none, none},      // asked on 17 November 2010, the last day of the one right
		"2012-09-18": {none, none, none, none},         // asked the day after
		"2014-06-01": {none, none, law.Breached, none}, // a primary care trust is no relevant authority
		"2028-06-01": {none, none, law.Unknown, none},  // asked after the Act of 2026, which was not read
		"2013-02-01": {none, law.Met, none, none},      // asked on 1 April 2011, under the second right
	} {
		assert.Equal(t, want, outcomes(set(t, "inclusion", on)), on)
	}
}

func TestWhetherItMayBeReservedIsOfTheFirstDay(t *testing.T) {
	assert.Equal(t, law.NotInForce, set(t, "inclusion", "2015-02-25").Reservation.Outcome, "the day before regulation 77")
	health := set(t, "inclusion", "2015-02-26").Reservation
	assert.Equal(t, "reserved-regulation-77", health.Way.String())
	assert.Equal(t, law.Breached, health.Outcome, "health care of the health service, and five years where three is the most")
	assert.Equal(t, int64(36), health.MostMonths)
	assert.Equal(t, "reserved-section-33", set(t, "inclusion", "2025-02-24").Reservation.Way.String())
}

func TestWhatFailsIsSaidAndNoTermIsOfferedForIt(t *testing.T) {
	_, out, _ := spin(t, "-on", "2026-01-01")
	assert.Contains(t, out, "Community Right to Challenge: ")
	assert.Contains(t, out, "x route.health-33: ")
	assert.NotContains(t, out, "months at most", "a contract that may not be reserved has no longest term")
	w := wayOf(t, "ace")
	w.Health.Value = law.Known(false)
	o, err := setOut(caseOf(t, "ace"), w, law.MustDate("2026-01-01"))
	require.NoError(t, err)
	assert.Equal(t, law.Unknown, o.Reservation.Outcome)
	assert.Contains(t, reservedWords(o)[0], "60 months at most")
	assert.Contains(t, reservedWords(o)[1], "from 1 January 2029")
}

func TestTheOddsAreOfTheCasesOwnKindWhereItIsKnown(t *testing.T) {
	o := set(t, "inclusion", "2010-10-01")
	require.Len(t, o.Odds, 1)
	assert.InDelta(t, 0.4775, float64(o.Odds[0].Launched)/oddsRuns, 0.02)
	seen, ok := o.Observed.Get()
	require.True(t, ok)
	assert.Equal(t, 23, seen.Months.Least)
	assert.Contains(t, waveWords(o.Waves), "40 of 61 proposals came to trade, by wave 14 of 20 (2009-11), 8 of 9 (2010-08), 18 of 32 (2010-11-17). [S28, S29, S27]")
	w := wayOf(t, "a case of one's own")
	o, err := setOut(caseOf(t, "inclusion"), w, law.MustDate("2010-10-01"))
	require.NoError(t, err)
	require.Len(t, o.Odds, 2, "with support and without, where it is not known")
	assert.Greater(t, o.Odds[0].Launched, o.Odds[1].Launched)
	assert.Equal(t, "2008-12-01", o.Begun.String(), "22 months before the first day")
	assert.Contains(t, o.BegunWhy, "assumption: ")
	assert.Empty(t, o.Routes)
	assert.Equal(t, law.Unknown, o.Rights.Rights[0].Outcome, "nothing is known of the service")
	assert.Empty(t, o.Waves)
	assert.NotEmpty(t, o.Rights.Rights[0].Unknown)
}

func TestEveryNumberOfTheWayHasItsOrigin(t *testing.T) {
	for _, name := range []string{"inclusion", "ace"} {
		o := set(t, name, "2010-10-01")
		cited := map[string]bool{}
		for _, s := range o.Sources {
			cited[s.ID] = true
		}
		for _, n := range restsOn(o) {
			assert.NotEmpty(t, basisWords(&n.Basis), n.ID)
			for _, id := range n.Sources {
				assert.True(t, cited[id], id)
			}
		}
		for _, b := range o.Basis {
			assert.NotEqual(t, b.Source == "", b.Assumption == "", b.Path)
		}
	}
}

func TestTheWayIsBesideTheFormsInTextJSONAndPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	status, out, stderr := spin(t, "-json", "-html", file)
	require.Zero(t, status, stderr)
	var got struct {
		Forms []json.RawMessage `json:"forms"`
		Way   *outset           `json:"way"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.NotEmpty(t, got.Forms, "the comparison is as it was")
	require.NotNil(t, got.Way)
	assert.Equal(t, law.Met, got.Way.Rights.Rights[0].Outcome)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, want := range []string{"The way out: which right", "How likely it trades by then", "Where it falls", "What the way out rests on"} {
		assert.Contains(t, string(b), want)
	}
}

func TestOutsideEnglandNothingIsSaidOfTheWay(t *testing.T) {
	c := *caseOf(t, "inclusion")
	c.In = law.Scotland
	o, err := setOut(&c, wayOf(t, "inclusion"), c.Founded.Value)
	require.NoError(t, err)
	assert.Nil(t, o)
	p := pages.Page{Sections: []pages.Section{{Title: "One"}}}
	assert.Equal(t, p, withWay(p, nil))
}

func TestAWayThatCannotBeNamesThePlace(t *testing.T) {
	good, err := ways.ReadFile("ways/inclusion.json")
	require.NoError(t, err)
	for want, change := range map[string][2]string{
		"schema: 2, where this program reads 1":                     {`"schema": 1`, `"schema": 2`},
		"provided: an origin is given, and no value":                {`"provided": {"value": true, `, `"provided": {`},
		"public_services: an origin is given, and no value":         {`"public_services": {"value": true`, `"public_services": {"value": null`},
		"months: give its source, or say why it is assumed":         {`"months": {"value": 60, "source": "Canadian Government Executive, Finding a path from civil servant to entrepreneur: a contract of five years"}`, `"months": {"value": 60}`},
		"cpv: it has a source, and is yet called an assumption":     {`"cpv": {"value": ["85121100"], `, `"cpv": {"value": ["85121100"], "source": "x", `},
		"authority_kind.value":                                      {`"primary-care-trust"`, `"guild"`},
		"cpv.value[0]":                                              {`"85121100"`, `"851"`},
		"begun: 2010-10-01 is not before the first day, 2010-10-01": {`"2009-01-01"`, `"2010-10-01"`},
		"contract.months":                                           {`"months": {"value": 60`, `"months": {"value": -1`},
		"staff_own":                                                 {`"provided": {`, `"staff_own": {"value": "150%", "assumption": "x"}, "provided": {`},
		"unknown":                                                   {`"schema": 1`, `"schema": 1, "wings": 2`},
	} {
		file := filepath.Join(t.TempDir(), "way.json")
		bad := strings.Replace(string(good), change[0], change[1], 1)
		require.NotEqual(t, string(good), bad, want)
		require.NoError(t, os.WriteFile(file, []byte(bad), 0o600))
		status, out, stderr := spin(t, "-way", file)
		assert.Equal(t, 2, status, want)
		assert.Empty(t, out, want)
		assert.Contains(t, stderr, want)
	}
}

func TestAFirstDayTooEarlyToHaveAskedForIsAnError(t *testing.T) {
	_, err := setOut(caseOf(t, "inclusion"), wayOf(t, "inclusion"), law.MustDate("0001-01-01"))
	assert.Error(t, err)
}

func FuzzReadWay(f *testing.F) {
	for _, name := range []string{"inclusion", "ace"} {
		b, err := ways.ReadFile("ways/" + name + ".json")
		require.NoError(f, err)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := readWay(bytes.NewReader(b))
		if err != nil {
			assert.Nil(t, w)
			return
		}
		for _, o := range w.basis() {
			assert.NotEqual(t, o.Source == "", o.Assumption == "")
		}
	})
}
