package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func ask(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, law.MustDate("2026-11-23"), &out, &err)
	return status, out.String(), err.String()
}

func TestExitStatuses(t *testing.T) {
	for _, tc := range []struct {
		name string
		args []string
		want int
	}{
		{"a route", []string{"company-limited-by-guarantee", "cic-guarantee"}, found},
		{"the form it has", []string{"cic-guarantee", "cic-guarantee"}, found},
		{"no route", []string{"cic-guarantee", "company-limited-by-guarantee"}, none},
		{"nothing but doubt", []string{"-in", "northern-ireland", "cic-shares-schedule-2", "cic-shares-schedule-3"}, doubtful},
		{"law that is not modelled", []string{"-on", "2008-01-01", "-in", "northern-ireland", "company-limited-by-shares", "public-limited-company"}, doubtful},
		{"all that it can become", []string{"cic-guarantee"}, found},
		{"nothing that it can become", []string{"partnership"}, none},
		{"a flag after the names", []string{"charitable-company", "charitable-incorporated-organisation", "-on", "2017-12-31"}, none},
		{"and between", []string{"charitable-company", "-on", "2018-01-01", "charitable-incorporated-organisation"}, found},
		{"a locked society", []string{"-is", "locked", "community-benefit-society", "company-limited-by-shares"}, none},
		{"help", []string{"-h"}, found},
		{"no form", nil, wrong},
		{"three forms", []string{"a", "b", "c"}, wrong},
		{"an unknown form", []string{"cic-guarantee", "limited"}, wrong},
		{"an unknown form alone", []string{"limited"}, wrong},
		{"a form of a later day", []string{"-on", "2010-01-01", "charitable-company", "charitable-incorporated-organisation"}, wrong},
		{"a date that is none", []string{"-on", "2026-02-30", "cic-guarantee"}, wrong},
		{"a place that is none", []string{"-in", "cornwall", "cic-guarantee"}, wrong},
		{"a trait that is none", []string{"-is", "open", "cic-guarantee"}, wrong},
		{"a trait of another form", []string{"-is", "locked", "cic-guarantee"}, wrong},
		{"a page that cannot be written", []string{"-html", "/no/such/folder/page.html", "cic-guarantee", "charitable-company"}, wrong},
	} {
		t.Run(tc.name, func(t *testing.T) {
			status, out, stderr := ask(tc.args...)
			assert.Equal(t, tc.want, status, stderr)
			if status == wrong {
				assert.Empty(t, out)
				assert.NotEmpty(t, stderr)
			}
		})
	}
}

func TestBadInputNamesThePlace(t *testing.T) {
	for want, args := range map[string][]string{
		"convert: to: there was no charitable-incorporated-organisation on 1 January 2010; there is one since 2 January 2013": {"-on", "2010-01-01", "charitable-company", "charitable-incorporated-organisation"},
		`convert: from: no form "limited"; there are cic-guarantee`:                                                           {"limited", "cic-guarantee"},
		"name the form that the body has": {},
	} {
		_, _, stderr := ask(args...)
		assert.Contains(t, stderr, want)
	}
}

func TestTextFitsAndGivesReasons(t *testing.T) {
	for _, tc := range []struct {
		args []string
		says []string
	}{
		{[]string{"co-operative-society", "cic-guarantee"}, []string{
			"There is a lawful route of 2 steps in Great Britain", "Step 2: Company limited by guarantee to CIC", "at least 75% of the votes cast",
			"Form CIC37", "In doubt: ", "Judged by society.conversion-not-carried", "What can be done instead",
		}},
		{[]string{"cic-guarantee", "company-limited-by-shares"}, []string{"There is no lawful route.", "It never becomes an ordinary", "(s. 53,"}},
		{[]string{"charitable-company", "charitable-incorporated-organisation", "-on", "2015-01-01"}, []string{"The first opens on 1 January 2018."}},
		{[]string{"community-benefit-society", "cic-guarantee"}, []string{
			"A body without the statutory restriction", "and a shorter one that rests on a doubt. Ask with -is unlocked", "A body that is a charity",
		}},
		{[]string{"unincorporated-charity", "charitable-company"}, []string{"There is no route that is free of doubt."}},
		{[]string{"cic-guarantee"}, []string{"What it can become, in how many steps", "- Academy trust. 2: Charitable company, then", "What it cannot become"}},
		{[]string{"academy-trust"}, []string{"What it can perhaps become", "1?: Charitable company"}},
		{[]string{"-on", "2008-01-01", "-in", "northern-ireland", "company-limited-by-shares"}, []string{
			"What it can perhaps become", "- Public limited company. 2?: Co-operative society (Northern Ireland), then Public limited company",
		}},
		{[]string{"cic-guarantee", "cic-guarantee"}, []string{"It has that form already."}},
		{[]string{"-is", "by-shares", "-in", "wales", "charitable-company", "cic-guarantee"}, []string{"in Wales, for a body that is limited by shares."}},
		{[]string{"company-limited-by-guarantee", "cic-shares-schedule-2"}, []string{"This is guidance."}},
	} {
		status, out, stderr := ask(tc.args...)
		require.NotEqual(t, wrong, status, stderr)
		for i, line := range strings.Split(out, "\n") {
			assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "%v line %d", tc.args, i+1)
		}
		flat := strings.Join(strings.Fields(out), " ")
		for _, want := range tc.says {
			assert.Contains(t, flat, want, "%v", tc.args)
		}
		_, again, _ := ask(tc.args...)
		assert.Equal(t, out, again)
	}
}

func TestJSON(t *testing.T) {
	status, out, stderr := ask("-json", "co-operative-society", "cic-guarantee")
	require.Zero(t, status, stderr)
	var a conversion.Answer
	require.NoError(t, json.Unmarshal([]byte(out), &a))
	require.NotNil(t, a.Route)
	assert.Len(t, a.Route.Steps, 2)
	assert.Len(t, a.Doubtful.Steps, 1)
	assert.Equal(t, "https://www.legislation.gov.uk/ukpga/2014/14/section/112/2026-11-23", a.Route.Steps[0].Link)

	_, out, _ = ask("-json", "-on", "2015-01-01", "charitable-company", "charitable-incorporated-organisation")
	var r struct{ Opens law.Date }
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, law.MustDate("2018-01-01"), r.Opens)

	_, out, _ = ask("-json", "cic-guarantee")
	var s survey
	require.NoError(t, json.Unmarshal([]byte(out), &s))
	assert.Len(t, s.To, 23, "every other form there is")
}

func TestPages(t *testing.T) {
	for want, args := range map[string][]string{
		"A route that rests on a doubt":                 {"co-operative-society", "cic-guarantee"},
		"nothing-found":                                 {"partnership", "limited-liability-partnership"},
		"section/228/2026-11-23":                        {"charitable-company", "charitable-incorporated-organisation"},
		"A body that is a charity":                      {"community-benefit-society", "company-limited-by-shares"},
		"CIC limited by guarantee: what can it become?": {"cic-guarantee"},
	} {
		file := filepath.Join(t.TempDir(), "page.html")
		status, _, stderr := ask(append([]string{"-html", file}, args...)...)
		require.NotEqual(t, wrong, status, stderr)
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Contains(t, string(b), want)
	}
}
