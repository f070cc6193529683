package conversion_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestPath(t *testing.T) {
	const steps0 = -1
	for _, x := range []struct {
		name          string
		from, to, on  string
		in            law.Extent
		trait         conversion.Trait
		steps, doubts int // of the certain and of the doubtful route, -1 for none
		reason        conversion.Reason
		day           string
		cites         string
	}{
		{name: "SI 2017/1230: a CIC the day before", from: "cic-guarantee", to: conversion.CIO, on: "2017-12-31", steps: steps0, doubts: steps0, reason: conversion.NotOpenYet, day: "2018-01-01", cites: "regs 3-10"},
		{name: "SI 2017/1230: a CIC the day", from: "cic-guarantee", to: conversion.CIO, on: "2018-01-01", steps: 1, doubts: steps0},
		{name: "SI 2017/1230: a charitable company the day before", from: conversion.CharitableCompany, to: conversion.CIO, on: "2017-12-31", steps: steps0, doubts: steps0, reason: conversion.NotOpenYet, day: "2018-01-01", cites: "s. 228"},
		{name: "SI 2017/1230: a charitable company the day", from: conversion.CharitableCompany, to: conversion.CIO, on: "2018-01-01", steps: 1, doubts: steps0},
		{name: "s. 228: a company becomes a charity first", from: conversion.LimitedByGuarantee, to: conversion.CIO, on: "2018-01-01", steps: 2, doubts: steps0, reason: conversion.NothingFound},
		{name: "OUT-X: a CIC never becomes an ordinary company", from: "cic-guarantee", to: conversion.LimitedByGuarantee, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 53"},
		{name: "OUT-X: nor a partnership", from: "cic-shares-schedule-3", to: conversion.LLP, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 53"},
		{name: "OUT-3: a society the day before", from: "cic-shares-schedule-3", to: conversion.CommunityBenefit, on: "2009-09-30", in: law.England, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 56(1)"},
		{name: "OUT-3: a society the day", from: "cic-shares-schedule-3", to: conversion.CommunityBenefit, on: "2009-10-01", in: law.England, steps: 1, doubts: steps0},
		{name: "OUT-3: not a co-operative", from: "cic-shares-schedule-3", to: conversion.CoOperative, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "reg 6A"},
		{name: "IN-2: in Northern Ireland before 6 April 2007 there was none", from: conversion.LimitedByGuarantee, to: "cic-guarantee", on: "2007-04-06", in: law.NorthernIreland, steps: 1, doubts: steps0},
		{name: "IN-4, ACT-40: a Scottish charity was barred until 30 September 2009", from: conversion.CharitableCompany, to: "cic-guarantee", on: "2009-09-30", in: law.Scotland, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 40(1)"},
		{name: "IN-4, ACT-40: and may since, with consent", from: conversion.CharitableCompany, to: "cic-guarantee", on: "2009-10-01", in: law.Scotland, steps: 1, doubts: steps0},
		{name: "ACT-40A: a charity of Northern Ireland may not", from: conversion.CharitableCompany, to: "cic-guarantee", on: "2026-11-23", in: law.NorthernIreland, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 40A"},
		{name: "IN-5: a co-operative becomes a company first, or perhaps at once", from: conversion.CoOperative, to: "cic-guarantee", on: "2026-11-23", steps: 2, doubts: 1},
		{name: "IN-5: an unlocked community benefit society likewise", from: conversion.CommunityBenefit, to: "cic-guarantee", on: "2026-11-23", trait: conversion.Unlocked, steps: 2, doubts: 1},
		{name: "SOC-LOCK-11: a locked one at once", from: conversion.CommunityBenefit, to: "cic-guarantee", on: "2026-11-23", trait: conversion.Locked, steps: 1, doubts: steps0},
		{name: "SOC-LOCK-11: the lock the day before it began", from: conversion.CommunityBenefit, to: "cic-guarantee", on: "2006-04-05", trait: conversion.Locked, steps: steps0, doubts: steps0, reason: conversion.NotOpenYet, day: "2006-04-06", cites: "Sch 2 para 6"},
		{name: "SOC-LOCK-11: a locked one is no ordinary company", from: conversion.CommunityBenefit, to: conversion.LimitedByShares, on: "2026-11-23", trait: conversion.Locked, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "Sch 2 para 6"},
		{name: "SOC-RES-03: an unlocked one is", from: conversion.CommunityBenefit, to: conversion.LimitedByShares, on: "2026-11-23", trait: conversion.Unlocked, steps: 1, doubts: steps0},
		{name: "SOC-RES-08: a company becomes a society", from: conversion.PublicLimited, to: conversion.CoOperative, on: "2014-08-01", steps: 1, doubts: steps0},
		{name: "s. 53 of the 1965 Act: and did before", from: conversion.LimitedByGuarantee, to: conversion.CoOperative, on: "1966-01-01", steps: 1, doubts: steps0},
		{name: "CU-05: a credit union does not become a company", from: conversion.CreditUnion, to: conversion.LimitedByShares, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 22"},
		{name: "s. 23 of the 1979 Act: a company may become a credit union", from: conversion.LimitedByGuarantee, to: conversion.CreditUnion, on: "2026-11-23", steps: 1, doubts: steps0},
		{name: "FS-03: a friendly society becomes a company", from: conversion.FriendlySociety, to: conversion.LimitedByGuarantee, on: "2026-11-23", steps: 1, doubts: steps0},
		{name: "BS-02: a building society transfers its business and is dissolved", from: conversion.BuildingSociety, to: conversion.PublicLimited, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "97"},
		{name: "s. 90: a private company becomes public", from: conversion.LimitedByShares, to: conversion.PublicLimited, on: "2009-10-01", steps: 1, doubts: steps0},
		{name: "s. 89: guarantee and shares are not exchanged", from: conversion.LimitedByGuarantee, to: conversion.LimitedByShares, on: "2026-11-23", in: law.NorthernIreland, steps: steps0, doubts: 2, reason: conversion.Barred, cites: "s. 89"},
		{name: "s. 56 of the Scottish Act: the day before", from: conversion.CharitableCompany, to: conversion.SCIO, on: "2011-12-31", in: law.Scotland, steps: steps0, doubts: steps0, reason: conversion.NotOpenYet, day: "2012-01-01", cites: "s. 56"},
		{name: "s. 56 of the Scottish Act: the day", from: conversion.CharitableCompany, to: conversion.SCIO, on: "2012-01-01", in: law.Scotland, steps: 1, doubts: steps0},
		{name: "CIO-04: a CIO stays a charity", from: conversion.CIO, to: conversion.LimitedByGuarantee, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 225"},
		{name: "CC-02: what a charitable company holds stays charitable", from: conversion.CharitableCompany, to: conversion.LimitedByGuarantee, on: "2026-11-23", in: law.Wales, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 197"},
		{name: "an association is registered as a society", from: conversion.Association, to: conversion.CoOperative, on: "2026-11-23", steps: 1, doubts: steps0},
		{name: "a partnership does not become an LLP", from: conversion.Partnership, to: conversion.LLP, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.NothingFound},
		{name: "cic.cannot-convert: an LLP is no company", from: conversion.LLP, to: "cic-guarantee", on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "26(2)"},
		{name: "FT-10: a foundation trust is not converted", from: conversion.FoundationTrust, to: "cic-guarantee", on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred},
		{name: "nobody becomes a pre-commencement society", from: conversion.CoOperative, to: conversion.PreCommencement, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "2(1)"},
		{name: "reg 8: from Schedule 2 to Schedule 3 is in doubt", from: "cic-shares-schedule-2", to: "cic-shares-schedule-3", on: "2026-11-23", in: law.NorthernIreland, steps: steps0, doubts: 1},
		{name: "a society's kind may perhaps change by its rules", from: conversion.CoOperative, to: conversion.CommunityBenefit, on: "2026-11-23", steps: 2, doubts: 1},
		{name: "the trustees buy the company", from: conversion.LimitedByShares, to: conversion.EmployeeTrust, on: "2014-04-06", steps: 1, doubts: steps0},
		{name: "s. 12: a company by guarantee becomes an academy trust", from: conversion.LimitedByGuarantee, to: conversion.AcademyTrust, on: "2010-07-29", steps: 1, doubts: steps0},
		{name: "the Companies Act 1985 let a company become public, and is not modelled", from: conversion.LimitedByShares, to: conversion.PublicLimited, on: "2009-09-30", in: law.NorthernIreland, steps: steps0, doubts: 2, reason: conversion.NotModelled, day: "2009-10-01", cites: "ss. 90-96"},
		{name: "nor is the law by which one became a charity before 2012", from: conversion.LimitedByGuarantee, to: conversion.CharitableCompany, on: "2005-07-01", in: law.NorthernIreland, steps: steps0, doubts: 2, reason: conversion.NothingFound},
		{name: "Act of 1969: a society of Northern Ireland becomes a company, in doubt", from: conversion.CoOperativeNI, to: conversion.LimitedByShares, on: "2026-11-23", steps: steps0, doubts: 1},
		{name: "Act of 1969: an unlocked community benefit society likewise", from: conversion.CommunityBenefitNI, to: conversion.LimitedByGuarantee, on: "1969-11-25", trait: conversion.Unlocked, steps: steps0, doubts: 1},
		{name: "Act of 1969: and a locked one a community interest company", from: conversion.CommunityBenefitNI, to: "cic-guarantee", on: "2026-11-23", trait: conversion.Locked, steps: steps0, doubts: 1},
		{name: "SR 2006/258: a locked one no ordinary company, as far as was read", from: conversion.CommunityBenefitNI, to: conversion.LimitedByShares, on: "2026-11-23", trait: conversion.Locked, steps: steps0, doubts: steps0, reason: conversion.NothingFound},
		{name: "Act of 1969: a company becomes a society there, in doubt", from: conversion.LimitedByShares, to: conversion.CoOperativeNI, on: "2026-11-23", steps: steps0, doubts: 1},
		{name: "Act of 1969: the kinds change, in doubt, from 6 April 2018", from: conversion.CoOperativeNI, to: conversion.CommunityBenefitNI, on: "2018-04-06", steps: steps0, doubts: 1},
		{name: "Act of 1969 s. 3: an association is registered", from: conversion.Association, to: conversion.CommunityBenefitNI, on: "2026-11-23", steps: 1, doubts: steps0},
		{name: "reg 6A: a CIC of Northern Ireland becomes a society there", from: "cic-guarantee", to: conversion.CommunityBenefitNI, on: "2009-10-01", steps: 1, doubts: steps0},
		{name: "reg 6A: and not before", from: "cic-guarantee", to: conversion.CommunityBenefitNI, on: "2009-09-30", in: law.NorthernIreland, steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "s. 56(1)"},
		{name: "reg 6A: nor a co-operative society", from: "cic-guarantee", to: conversion.CoOperativeNI, on: "2026-11-23", steps: steps0, doubts: steps0, reason: conversion.Barred, cites: "reg 6A"},
		{name: "it has the form already", from: "cic-guarantee", to: "cic-guarantee", on: "2026-11-23", steps: 0, doubts: steps0},
	} {
		t.Run(x.name, func(t *testing.T) {
			q := conversion.Query{From: x.from, To: x.to, On: law.MustDate(x.on), In: x.in}
			if x.trait != conversion.Plain {
				q.Trait = law.Known(x.trait)
			}
			a, err := graph.Find(q)
			require.NoError(t, err)
			length := func(r *conversion.Route) int {
				if r == nil {
					return -1
				}
				return len(r.Steps)
			}
			assert.Equal(t, x.steps, length(a.Route), a.Explain())
			assert.Equal(t, x.doubts, length(a.Doubtful), a.Explain())
			if x.reason == 0 {
				return
			}
			require.NotEmpty(t, a.Refusals)
			r := a.Refusals[0]
			assert.Equal(t, x.reason, r.Reason, r.Says)
			assert.Contains(t, r.Provision.String(), x.cites)
			if x.day != "" {
				assert.Equal(t, law.MustDate(x.day), r.Day)
			}
		})
	}
}

func TestWhereNoPlaceIsStatedTheRouteIsTheShortestOfAny(t *testing.T) {
	on := law.MustDate("2026-11-23")
	for f := range graph.Forms() {
		for g := range graph.Forms() {
			a, err := graph.Path(f.ID, g.ID, on)
			require.NoError(t, err)
			best := -1
			for _, in := range places {
				b, err := graph.Find(conversion.Query{From: f.ID, To: g.ID, On: on, In: in})
				if err == nil && b.Route != nil && (best < 0 || len(b.Route.Steps) < best) {
					best = len(b.Route.Steps)
				}
			}
			if a.Route == nil {
				assert.Equal(t, -1, best, "%s to %s", f.ID, g.ID)
				assert.True(t, a.Doubtful != nil || len(a.Refusals) > 0, "%s to %s: no answer", f.ID, g.ID)
				continue
			}
			assert.Len(t, a.Route.Steps, best, "%s to %s", f.ID, g.ID)
			assert.NotZero(t, a.Route.In)
			followed(t, a.Query, a.Route)
		}
	}
}

func TestAnswersAreReadBackAsTheyWereWritten(t *testing.T) {
	for _, x := range [][2]string{
		{conversion.CoOperative, conversion.CICGuarantee},
		{conversion.CommunityBenefit, conversion.LimitedByShares},
		{conversion.CICSchedule2, conversion.Partnership},
		{conversion.CharitableCompany, conversion.CICSchedule2},
		{conversion.CIO, conversion.CIO},
	} {
		a, err := graph.Path(x[0], x[1], law.MustDate("2026-11-23"))
		require.NoError(t, err)
		b, err := json.Marshal(a)
		require.NoError(t, err)
		var back conversion.Answer
		require.NoError(t, law.Decode(bytes.NewReader(b), &back), "%s", b)
		assert.Equal(t, a, back)
		assert.Equal(t, a.Explain(), back.Explain())
	}
}

func TestAnAnswerIsTheCallersOwn(t *testing.T) {
	on := law.MustDate("2026-11-23")
	spoil := func() conversion.Answer {
		a, err := graph.Path(conversion.CommunityBenefit, conversion.LimitedByShares, on)
		require.NoError(t, err)
		return a
	}
	first, a := spoil(), spoil()
	want := first.Explain()
	a.Route.Steps[0].Stages[0].Says = "spoiled"
	a.Route.Steps[0].Conditions[0] = "spoiled"
	a.Route.Steps[0].InForce[0] = law.Window{}
	a.Others[0].Refusals[0].Judges[0] = "spoiled"
	a.Alternatives[0].Judges[0] = "spoiled"
	again := spoil()
	assert.Equal(t, want, again.Explain())
	assert.NotEqual(t, law.Code("spoiled"), again.Others[0].Refusals[0].Judges[0])
	assert.NotEqual(t, law.Code("spoiled"), again.Alternatives[0].Judges[0])
}

func TestWhatIsNotModelledIsNotSaidToBeImpossible(t *testing.T) {
	ask := func(on string) conversion.Answer {
		a, err := graph.Find(conversion.Query{From: conversion.LimitedByShares, To: conversion.PublicLimited, On: law.MustDate(on), In: law.NorthernIreland})
		require.NoError(t, err)
		return a
	}
	before, after := ask("2009-09-30"), ask("2009-10-01")
	_, certain := before.Possible()
	assert.False(t, certain)
	assert.False(t, before.Known(), "whatever detour there may be by way of a society")
	assert.Contains(t, before.Explain(), "the law before 1 October 2009 is not modelled")
	assert.True(t, after.Known())
	never, err := graph.Path(conversion.CICGuarantee, conversion.LimitedByGuarantee, law.MustDate("2006-01-01"))
	require.NoError(t, err)
	assert.True(t, never.Known(), "what is barred is known")

	forms, edges, _, _ := part()
	forms[0].Exists = []law.Window{law.From("2010-01-01", law.UnitedKingdom)}
	forms[1].Exists, edges[0].Older = forms[0].Exists, true
	g, err := conversion.New(forms, edges, nil, nil)
	require.NoError(t, err)
	a, err := g.Path("a", "b", law.MustDate("2019-12-31"))
	require.NoError(t, err)
	possible, _ := a.Possible()
	assert.False(t, possible)
	assert.Contains(t, a.Explain(), "No route is known, and the law of the day is not all modelled.")
}

func TestOpens(t *testing.T) {
	for _, x := range [][4]string{
		{conversion.LimitedByGuarantee, conversion.CIO, "2015-06-01", "2018-01-01"},
		{conversion.CICGuarantee, conversion.SCIO, "2011-06-01", "2012-01-01"},
		{conversion.CICGuarantee, conversion.LimitedByGuarantee, "2015-06-01", ""},
		{conversion.LimitedByShares, conversion.LLP, "2015-06-01", ""},
	} {
		day, err := graph.Opens(conversion.Query{From: x[0], To: x[1], On: law.MustDate(x[2])})
		require.NoError(t, err)
		var want law.Date
		if x[3] != "" {
			want = law.MustDate(x[3])
		}
		assert.Equal(t, want, day, "%s to %s", x[0], x[1])
	}
	_, err := graph.Opens(conversion.Query{From: "x", To: conversion.CIO, On: law.MustDate("2015-06-01")})
	assert.ErrorContains(t, err, "from: no form")
}

func TestWhatIsNotStatedOfTheBodyIsAnsweredEachWay(t *testing.T) {
	on := law.MustDate("2026-11-23")
	a, err := graph.Path(conversion.CommunityBenefit, conversion.CICGuarantee, on)
	require.NoError(t, err)
	assert.Equal(t, conversion.Locked, a.Route.Takes)
	assert.Len(t, a.Route.Steps, 1)
	require.Len(t, a.Others, 2)
	assert.Equal(t, conversion.Unlocked, a.Others[0].Trait)
	assert.Len(t, a.Others[0].Route.Steps, 2)
	assert.Len(t, a.Others[0].Doubtful.Steps, 1)
	assert.Equal(t, conversion.Charitable, a.Others[1].Trait)
	assert.Len(t, a.Others[1].Route.Steps, 2, "by way of a charitable company")

	a, err = graph.Path(conversion.CommunityBenefit, conversion.LimitedByShares, on)
	require.NoError(t, err)
	assert.Equal(t, conversion.Unlocked, a.Route.Takes)
	assert.Empty(t, a.Refusals)
	require.Len(t, a.Others, 2)
	for _, o := range a.Others {
		assert.Nil(t, o.Route)
		assert.Nil(t, o.Doubtful)
		require.NotEmpty(t, o.Refusals)
		assert.Equal(t, conversion.Barred, o.Refusals[0].Reason)
	}
	assert.Contains(t, a.Explain(), "A body with the statutory restriction on the use of its assets:\n- Why not in one step: a society")

	a, err = graph.Path(conversion.CICGuarantee, conversion.CommunityBenefit, law.MustDate("2009-09-30"))
	require.NoError(t, err)
	require.Len(t, a.Refusals, 2, "why it was barred, and when it opened")
	assert.Equal(t, conversion.NotOpenYet, a.Refusals[1].Reason)
	assert.Equal(t, law.MustDate("2009-10-01"), a.Refusals[1].Day)

	a, err = graph.Path(conversion.CharitableCompany, conversion.CIO, on)
	require.NoError(t, err)
	assert.Equal(t, conversion.Plain, a.Route.Takes, "either kind of company may")
	assert.Empty(t, a.Others)
}

func TestOnlyAStatuteMakesAWayUnlawful(t *testing.T) {
	a, err := graph.Path(conversion.LimitedByGuarantee, conversion.CICSchedule2, law.MustDate("2026-11-23"))
	require.NoError(t, err)
	require.NotEmpty(t, a.Refusals)
	assert.Equal(t, law.Guidance, a.Refusals[0].Weight)
	a, err = graph.Path(conversion.CICGuarantee, conversion.LimitedByGuarantee, law.MustDate("2026-11-23"))
	require.NoError(t, err)
	assert.Equal(t, law.Statute, a.Refusals[0].Weight)
}

// The figures in the stages are those of the families, as at the first day of the way.
func TestStagesQuoteTheFiguresOfTheDay(t *testing.T) {
	say := func(id string, kind conversion.StageKind) (out []conversion.Stage) {
		for e := range graph.Edges() {
			if e.ID == id {
				for _, s := range e.Stages {
					if s.Kind == kind {
						out = append(out, s)
					}
				}
				return out
			}
		}
		return nil
	}
	for id, days := range map[string]int{"company-to-cic-2005": 21, "company-to-cic-2009": 28, "society-to-company-2014": 14, "public-to-private": 28} {
		waits := say(id, conversion.Waiting)
		require.Len(t, waits, 1, id)
		assert.Equal(t, days, waits[0].Days, id)
	}
	for id, want := range map[string][]string{
		"society-to-company-1965":     {"75%", "0%", "50%"},
		"society-to-company-2002":     {"75%", "50%", "50%"},
		"friendly-to-company-1992":    {"75%", "0%"},
		"company-to-society-2014":     {"75%", "0%"},
		"company-to-society-1965":     {"0%", "0%"},
		"association-to-society-2014": {"0%", "0%"},
	} {
		votes := say(id, conversion.Resolution)
		require.NotEmpty(t, votes, id)
		assert.Equal(t, want[0], votes[0].Majority.Share.Fraction.String(), id)
		assert.Equal(t, want[1], votes[0].Majority.Turnout.Fraction.String(), id)
		if len(want) > 2 {
			assert.Equal(t, want[2], votes[1].Majority.Share.Fraction.String(), id)
			assert.True(t, votes[1].Majority.Share.Strict, id)
		}
	}
	assert.Equal(t, "CIC37", say("company-to-cic-2009", conversion.Filing)[0].Paper)
	assert.Contains(t, say("company-to-credit-union-2014", conversion.Resolution)[0].Says, "appoints 21 members")
	assert.Contains(t, say("company-to-society-2014", conversion.Resolution)[0].Says, "appoints 3 members")
}
