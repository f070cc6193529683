package conversion_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/publicbody"
	"github.com/rochdale-go/rochdale/legalform/society"
)

var graph = conversion.Enacted()

var places = []law.Extent{law.England, law.Wales, law.Scotland, law.NorthernIreland}

// everyRule gathers the rules of the families by their codes.
func everyRule() map[law.Code]law.Meta {
	out := map[law.Code]law.Meta{}
	for _, rules := range []func(func(law.Meta) bool){
		cic.Rules().All(), society.Rules().All(), company.Rules().All(), employee.Rules().All(), charity.Rules().All(),
		association.Rules().All(), publicbody.Rules().All(), financialmutual.CreditUnionRules().All(),
		financialmutual.BuildingSocietyRules().All(), financialmutual.FriendlySocietyRules().All(), financialmutual.InsurerRules().All(),
	} {
		for m := range rules {
			out[m.Code] = m
		}
	}
	return out
}

// together reports whether two lists of windows share a day in a place.
func together(as, bs []law.Window) bool {
	for _, a := range as {
		for _, b := range bs {
			if a.In.Meets(b.In) && (a.To.IsZero() || b.From.Before(a.To)) && (b.To.IsZero() || a.From.Before(b.To)) {
				return true
			}
		}
	}
	return false
}

func TestEveryCodeIsOfARuleInForceWithTheWay(t *testing.T) {
	rules := everyRule()
	check := func(of string, codes []law.Code, ws []law.Window) {
		for _, code := range codes {
			m, ok := rules[code]
			if assert.True(t, ok, "%s: no rule has the code %s", of, code) {
				assert.True(t, together(m.InForce, ws), "%s: %s is never in force with it", of, code)
			}
		}
	}
	for e := range graph.Edges() {
		check(e.ID+" "+e.From+" "+e.To, e.Judges, e.InForce)
	}
	for b := range graph.Bars() {
		check("bar: "+b.Says, b.Judges, b.InForce)
	}
	for a := range graph.Alternatives() {
		check("alternative: "+a.Says, a.Judges, a.InForce)
	}
}

func TestDeclarations(t *testing.T) {
	reached := map[string]bool{}
	for e := range graph.Edges() {
		reached[e.From], reached[e.To] = true, true
		name := e.ID + " " + e.From + " " + e.To
		for _, s := range e.Stages {
			assert.Regexp(t, `^[A-Z0-9].*\.$`, s.Says, name)
		}
		for _, c := range e.Conditions {
			assert.Regexp(t, `^[A-Z].*\.$`, c, name)
		}
		if e.Doubtful() {
			assert.Regexp(t, `\?$`, e.Question, name)
		}
		if e.How == conversion.Converting && !e.Doubtful() {
			assert.True(t, slices.ContainsFunc(e.Stages, func(s conversion.Stage) bool { return s.Kind == conversion.Resolution }), name)
		}
	}
	for b := range graph.Bars() {
		assert.Regexp(t, `\.$`, b.Says)
	}
	for f := range graph.Forms() {
		if !reached[f.ID] {
			assert.Contains(t, []string{
				conversion.Partnership, conversion.LLP, conversion.FoundationTrust, conversion.BuildingSociety,
			}, f.ID, "only these have neither a way in nor a way out")
		}
	}
}

// step returns the answer to a single step that an edge might be, in a place.
func step(t *testing.T, e *conversion.Edge, on law.Date, in law.Extent) *conversion.Step {
	t.Helper()
	q := conversion.Query{From: e.From, To: e.To, On: on, In: in}
	if e.FromTrait != conversion.Plain {
		q.Trait = law.Known(e.FromTrait)
	}
	a, err := graph.Find(q)
	if err != nil {
		var early *conversion.NotYet
		require.ErrorAs(t, err, &early)
		return nil
	}
	for _, r := range []*conversion.Route{a.Route, a.Doubtful} {
		if r != nil && len(r.Steps) == 1 {
			return &r.Steps[0]
		}
	}
	return nil
}

func TestEachWayTheDayBeforeItOpensAndTheDayItOpens(t *testing.T) {
	for e := range graph.Edges() {
		for _, w := range e.InForce {
			for _, in := range places {
				if !w.In.Covers(in) {
					continue
				}
				name := e.ID + " " + e.From + " " + e.To + " " + in.String()
				forms := map[string]law.Extent{}
				for f := range graph.Forms() {
					forms[f.ID] = f.In(w.From)
				}
				if s := step(t, &e, w.From, in); forms[e.From].Covers(in) && forms[e.To].Covers(in) {
					if assert.NotNil(t, s, "%s: not open on %v", name, w.From) {
						assert.True(t, s.In(w.From).Covers(in), name)
					}
				} else {
					assert.Nil(t, s, name)
				}
				if s := step(t, &e, w.From.AddDays(-1), in); s != nil {
					assert.NotEqual(t, e.ID, s.ID, "%s: open before %v", name, w.From)
				}
				if !w.To.IsZero() {
					if s := step(t, &e, w.To, in); s != nil {
						assert.NotEqual(t, e.ID, s.ID, "%s: open after its last day", name)
					}
				}
			}
		}
	}
}

func TestNoBarShutsACertainWay(t *testing.T) {
	for e := range graph.Edges() {
		for b := range graph.Bars() {
			if e.Doubtful() || !slices.Contains(b.From, e.From) || !slices.Contains(b.To, e.To) {
				continue
			}
			if b.FromTrait != conversion.Plain && e.FromTrait != conversion.Plain && b.FromTrait != e.FromTrait {
				continue
			}
			assert.False(t, together(e.InForce, b.InForce), "%s %s %s: barred by %s", e.ID, e.From, e.To, b.Says)
		}
	}
}

// changes are the days on which anything in the graph opens or closes, and the days between.
func changes() (out []law.Date) {
	add := func(ws []law.Window) {
		for _, w := range ws {
			out = append(out, w.From, w.From.AddDays(-1))
			if !w.To.IsZero() {
				out = append(out, w.To, w.To.AddDays(-1))
			}
		}
	}
	for e := range graph.Edges() {
		add(e.InForce)
	}
	for f := range graph.Forms() {
		add(f.Exists)
	}
	out = append(out, law.MustDate("2026-11-23"), law.MustDate("2040-01-01"))
	slices.SortFunc(out, law.Date.Compare)
	return slices.Compact(out)
}

func TestWhatIsLockedNeverComesUnlocked(t *testing.T) {
	free := []string{
		conversion.LimitedByShares, conversion.LimitedByGuarantee, conversion.PublicLimited, conversion.EmployeeTrust, conversion.CoOperative,
		conversion.Association, conversion.Partnership, conversion.LLP, conversion.CreditUnion,
	}
	queries := []conversion.Query{
		{From: conversion.CICGuarantee},
		{From: conversion.CICSchedule2},
		{From: conversion.CICSchedule3},
		{From: conversion.CIO},
		{From: conversion.CharitableCompany},
		{From: conversion.CommunityBenefit, Trait: law.Known(conversion.Locked)},
		{From: conversion.CommunityBenefit, Trait: law.Known(conversion.Charitable)},
		{From: conversion.PreCommencement, Trait: law.Known(conversion.Locked)},
		{From: conversion.SCIO},
		{From: conversion.AcademyTrust},
	}
	asked := 0
	for _, on := range changes() {
		for _, q := range queries {
			for _, to := range free {
				for _, in := range append([]law.Extent{0}, places...) {
					q.To, q.On, q.In = to, on, in
					a, err := graph.Find(q)
					if err != nil {
						continue // not yet, or not there
					}
					asked++
					possible, _ := a.Possible()
					assert.False(t, possible, "%s becomes a %s on %v", q.From, to, on)
					assert.NotEmpty(t, a.Refusals, "%s to %s on %v: no reason", q.From, to, on)
				}
			}
		}
	}
	assert.Greater(t, asked, 5000)
}

func TestTheWaysOutOfACICAreThoseOfItsFamily(t *testing.T) {
	for _, on := range changes() {
		if on.Before(law.MustDate("2005-07-01")) {
			continue
		}
		for route, to := range map[cic.Route]string{
			cic.BecomeCharity: conversion.CharitableCompany, cic.BecomeCIO: conversion.CIO, cic.BecomeSociety: conversion.CommunityBenefit,
			cic.BecomeOrdinaryCompany: conversion.LimitedByShares, cic.BecomePartnership: conversion.LLP,
		} {
			want, _ := cic.WayOut(route, on)
			a, err := graph.Find(conversion.Query{From: conversion.CICSchedule3, To: to, On: on, In: law.England})
			if err != nil {
				assert.False(t, want, "%v on %v: %v", route, on, err)
				continue
			}
			assert.Equal(t, want, a.Route != nil && len(a.Route.Steps) == 1, "%v on %v", route, on)
		}
	}
}
