package conversion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestBadQueriesNameThePlace(t *testing.T) {
	on := law.MustDate("2026-11-23")
	for want, q := range map[string]conversion.Query{
		`from: no form "limited"; there are cic-guarantee, `:           {From: "limited", To: conversion.CIO, On: on},
		`to: no form "limited"; there are`:                             {From: conversion.CIO, To: "limited", On: on},
		`from: no form ""`:                                             {On: on},
		"on: no date":                                                  {From: conversion.CIO, To: conversion.CIO},
		"in: channel-islands is not in the United Kingdom":             {From: conversion.CIO, To: conversion.CIO, On: on, In: law.ChannelIslands},
		"trait: a partnership is never locked":                         {From: conversion.Partnership, To: conversion.LLP, On: on, Trait: law.Known(conversion.Locked)},
		"trait: a community-benefit-society is never by-shares":        {From: conversion.CommunityBenefit, To: conversion.CIO, On: on, Trait: law.Known(conversion.ByShares)},
		"since 2 January 2013":                                         {From: conversion.CharitableCompany, To: conversion.CIO, On: law.MustDate("2013-01-01")},
		"from: there was no cic-guarantee on 30 June 2005":             {From: conversion.CICGuarantee, To: conversion.CharitableCompany, On: law.MustDate("2005-06-30")},
		"there is one since 1 July 2005":                               {From: conversion.LimitedByGuarantee, To: conversion.CICGuarantee, On: law.MustDate("2005-06-30")},
		"the law of a partnership is modelled since 1 January 1966":    {From: conversion.Partnership, To: conversion.CoOperative, On: law.MustDate("1965-12-31")},
		"in Scotland on 23 November 2026; there is one from 2 January": {From: conversion.CharitableCompany, To: conversion.CIO, On: on, In: law.Scotland},
		"the law of a credit-union in Northern Ireland on 23 November 2026 is not modelled; it is from 1 January 1980 (great-britain)": {From: conversion.CreditUnion, To: conversion.CoOperative, On: on, In: law.NorthernIreland},
		"in Northern Ireland on 5 April 2007": {From: conversion.LimitedByGuarantee, To: conversion.CICGuarantee, On: law.MustDate("2007-04-05"), In: law.NorthernIreland},
	} {
		_, err := graph.Find(q)
		assert.ErrorContains(t, err, want)
	}
}

func TestTheKindsOfErrorCanBeTold(t *testing.T) {
	_, err := graph.Path("a", "b", law.MustDate("2026-11-23"))
	var unknown *conversion.NoSuchForm
	require.ErrorAs(t, err, &unknown)
	assert.Len(t, unknown.Known, 24)
	_, err = graph.Path(conversion.CharitableCompany, conversion.CIO, law.MustDate("2010-01-01"))
	var early *conversion.NotYet
	require.ErrorAs(t, err, &early)
	assert.Equal(t, "to", early.At)
	assert.Equal(t, law.MustDate("2013-01-02"), early.Since)
	_, err = graph.Path(conversion.CIO, conversion.CIO, law.Date{})
	require.ErrorIs(t, err, conversion.ErrQuery)
}

// part is a good form, edge, bar and alternative, to be spoiled.
func part() ([]conversion.Form, []conversion.Edge, []conversion.Bar, []conversion.Alternative) {
	by := law.Instrument{Title: "Club Act"}.At("s. 1", "")
	ws := []law.Window{law.From("2020-01-01", law.UnitedKingdom)}
	forms := []conversion.Form{
		{ID: "a", Title: "A", Exists: ws, By: by, Traits: []conversion.Trait{conversion.Locked, conversion.Unlocked}},
		{ID: "b", Title: "B", Exists: ws, By: by},
	}
	edges := []conversion.Edge{{
		ID: "a-to-b", From: "a", To: "b", How: conversion.Altering, InForce: ws, Provision: by, Checked: law.MustDate("2026-11-23"),
		Stages: []conversion.Stage{{Kind: conversion.Effect, Says: "It is done.", By: by}},
	}}
	bars := []conversion.Bar{{From: []string{"b"}, To: []string{"a"}, InForce: ws, Provision: by, Says: "there is no way back."}}
	others := []conversion.Alternative{{From: []string{"b"}, To: []string{"a"}, InForce: ws, Says: "it begins again."}}
	return forms, edges, bars, others
}

func TestAGraphOfOnesOwn(t *testing.T) {
	g, err := conversion.New(part())
	require.NoError(t, err)
	on := law.MustDate("2026-11-23")
	a, err := g.Path("a", "b", on)
	require.NoError(t, err)
	assert.Len(t, a.Route.Steps, 1)
	a, err = g.Path("b", "a", on)
	require.NoError(t, err)
	assert.Nil(t, a.Route)
	require.Len(t, a.Refusals, 1)
	assert.Equal(t, "there is no way back. (s. 1, Club Act)", a.Refusals[0].String())
	require.Len(t, a.Alternatives, 1)
	var none conversion.Graph
	_, err = none.Path("a", "b", on)
	require.ErrorContains(t, err, `no form "a"`)
}

// chain makes a graph of plain forms whose ways are given as "a-b" or, in doubt, "a?b".
func chain(t *testing.T, ways map[string][]law.Window, order ...string) *conversion.Graph {
	t.Helper()
	_, edges, _, _ := part()
	by, always := edges[0].Provision, edges[0].InForce
	var forms []conversion.Form
	for _, id := range []string{"a", "b", "c", "d"} {
		forms = append(forms, conversion.Form{ID: id, Title: id, Exists: []law.Window{law.From("2021-01-01", law.Wales), law.From("2000-01-01", law.UnitedKingdom)}, By: by})
	}
	var out []conversion.Edge
	for _, way := range order {
		e := edges[0]
		e.ID, e.From, e.To, e.InForce = way, way[:1], way[2:], always
		if ws, ok := ways[way]; ok {
			e.InForce = ws
		}
		if way[1] == '?' {
			e.Question = "Is it open?"
		}
		out = append(out, e)
	}
	g, err := conversion.New(forms, out, nil, nil)
	require.NoError(t, err)
	return g
}

func TestOfRoutesAsLongThatOverFewestDoubtsIsTaken(t *testing.T) {
	on := law.MustDate("2026-11-23")
	for _, order := range [][]string{{"a?b", "b?d", "a?c", "c-d"}, {"a?c", "c-d", "a?b", "b?d"}, {"a?b", "a-b", "b?d"}} {
		a, err := chain(t, nil, order...).Path("a", "d", on)
		require.NoError(t, err)
		assert.Nil(t, a.Route)
		doubts := 0
		for _, s := range a.Doubtful.Steps {
			if s.Doubtful() {
				doubts++
			}
		}
		assert.Len(t, a.Doubtful.Steps, 2)
		assert.Equal(t, 1, doubts, "%v", order)
	}
}

func TestAWayThatWasClosed(t *testing.T) {
	g := chain(t, map[string][]law.Window{
		"a-b": {law.From("2005-01-01", law.UnitedKingdom).Until("2010-12-31"), law.From("2001-01-01", law.UnitedKingdom).Until("2003-12-31")},
		"a-c": {law.From("2030-01-01", law.Wales), law.From("2028-01-01", law.Scotland)},
	}, "a-b", "a-c")
	a, err := g.Path("a", "b", law.MustDate("2026-11-23"))
	require.NoError(t, err)
	require.Len(t, a.Refusals, 1)
	assert.Equal(t, conversion.NoLongerOpen, a.Refusals[0].Reason)
	assert.Equal(t, law.MustDate("2010-12-31"), a.Refusals[0].Day)
	a, err = g.Path("a", "c", law.MustDate("2026-11-23"))
	require.NoError(t, err)
	assert.Equal(t, law.MustDate("2028-01-01"), a.Refusals[0].Day)
	a, err = g.Find(conversion.Query{From: "a", To: "c", On: law.MustDate("2029-01-01"), In: law.Wales})
	require.NoError(t, err)
	assert.Equal(t, conversion.OpenElsewhere, a.Refusals[0].Reason)
	assert.Contains(t, a.Refusals[0].Says, "open only in Scotland")
	_, err = g.Path("a", "c", law.MustDate("1999-12-31"))
	assert.ErrorContains(t, err, "since 1 January 2000", "the first of the windows, whatever their order")
}

func TestNewRefuses(t *testing.T) {
	type parts struct {
		forms  []conversion.Form
		edges  []conversion.Edge
		bars   []conversion.Bar
		others []conversion.Alternative
	}
	for want, spoil := range map[string]func(*parts){
		"forms[0]: no id":                     func(p *parts) { p.forms[0].ID = "" },
		`forms[1]: "a" is there already`:      func(p *parts) { p.forms[1].ID = "a" },
		"forms[0]: no provision":              func(p *parts) { p.forms[0].By = law.Provision{} },
		"forms[0]: no window":                 func(p *parts) { p.forms[0].Exists = nil },
		"forms[0]: traits[1]: locked":         func(p *parts) { p.forms[0].Traits[1] = conversion.Locked },
		"edges[0] : no id":                    func(p *parts) { p.edges[0].ID = "" },
		`from: no form "x"`:                   func(p *parts) { p.edges[0].From = "x" },
		`to: no form "x"`:                     func(p *parts) { p.edges[0].To = "x" },
		"where it began":                      func(p *parts) { p.edges[0].To = "a" },
		"from_trait: a a is never charitable": func(p *parts) { p.edges[0].FromTrait = conversion.Charitable },
		"to_trait: a b is never locked":       func(p *parts) { p.edges[0].ToTrait = conversion.Locked },
		"how is not said":                     func(p *parts) { p.edges[0].How = 0 },
		"no source":                           func(p *parts) { p.edges[0].Checked = law.Date{} },
		"do not end with the effect":          func(p *parts) { p.edges[0].Stages = nil },
		"stages[0]: nothing said":             func(p *parts) { p.edges[0].Stages[0].Says = "" },
		"windows[0]: from 2 January 2020": func(p *parts) {
			p.edges[0].InForce = []law.Window{law.From("2020-01-02", law.Wales).Until("2020-01-01")}
		},
		"windows[0]: from 1 January 2020 () is no": func(p *parts) { p.edges[0].InForce = []law.Window{law.From("2020-01-01", 0)} },
		`bars[0]: from[0]: no form "x"`:            func(p *parts) { p.bars[0].From[0] = "x" },
		`bars[0]: to[0]: no form "x"`:              func(p *parts) { p.bars[0].To[0] = "x" },
		"bars[0]: no reason or provision":          func(p *parts) { p.bars[0].Says = "" },
		"bars[0]: no form at an end":               func(p *parts) { p.bars[0].To = nil },
		`alternatives[0]: from[0]: no form "x"`:    func(p *parts) { p.others[0].From[0] = "x" },
		"alternatives[0]: nothing said":            func(p *parts) { p.others[0].Says = "" },
		"alternatives[0]: no window":               func(p *parts) { p.others[0].InForce = nil },
	} {
		var p parts
		p.forms, p.edges, p.bars, p.others = part()
		spoil(&p)
		_, err := conversion.New(p.forms, p.edges, p.bars, p.others)
		require.ErrorIs(t, err, conversion.ErrGraph)
		assert.ErrorContains(t, err, want)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("cic-guarantee", conversion.CIO, "2018-01-01", uint8(3), uint8(0))
	f.Add("", "x", "", uint8(255), uint8(9))
	f.Fuzz(func(t *testing.T, from, to, on string, in, trait uint8) {
		day, err := law.ParseDate(on)
		if err != nil {
			day = law.Date{}
		}
		q := conversion.Query{From: from, To: to, On: day, In: law.Extent(in)}
		if trait > 0 {
			q.Trait = law.Known(conversion.Trait(trait))
		}
		a, err := graph.Find(q)
		if err != nil {
			return
		}
		if possible, _ := a.Possible(); !possible && len(a.Refusals) == 0 {
			t.Errorf("%v: neither a route nor a reason", q)
		}
		followed(t, q, a.Route)
		followed(t, q, a.Doubtful)
	})
}

func TestNamesAreReadBack(t *testing.T) {
	for x := conversion.Plain; x <= conversion.Charitable; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var back conversion.Trait
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, x, back)
	}
	var (
		how  conversion.How
		kind conversion.StageKind
		why  conversion.Reason
		some conversion.Trait
	)
	for _, err := range []error{
		how.UnmarshalText([]byte("x")), kind.UnmarshalText([]byte("")), why.UnmarshalText([]byte("none")), some.UnmarshalText([]byte("Locked")),
	} {
		assert.Error(t, err)
	}
	assert.Equal(t, "unknown(9)", conversion.Trait(9).Said())
}
