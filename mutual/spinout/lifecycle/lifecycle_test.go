package lifecycle_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

func at(when string, k lifecycle.Kind, change ...func(*lifecycle.Event)) lifecycle.Event {
	e := lifecycle.Event{Kind: k}
	if when != "" {
		e.When = lifecycle.MustWhen(when)
	}
	for _, f := range change {
		f(&e)
	}
	return e
}

func gate(when string, s lifecycle.State) lifecycle.Event {
	return at(when, lifecycle.GatePassed, func(e *lifecycle.Event) { e.Gate = law.Known(s) })
}

func ballot(when string, b lifecycle.Ballot) lifecycle.Event {
	return at(when, lifecycle.Balloted, func(e *lifecycle.Event) { e.Ballot = law.Known(b) })
}

func to(s lifecycle.State) func(*lifecycle.Event) {
	return func(e *lifecycle.Event) { e.To = law.Known(s) }
}

// toTheDoor passes the ten gates, a month each.
func toTheDoor() []lifecycle.Event {
	events := []lifecycle.Event{at("2012-01-01", lifecycle.Begun)}
	for s := lifecycle.Idea; s <= lifecycle.Mobilisation; s++ {
		events = append(events, gate(fmt.Sprintf("2012-%02d-01", int(s)+1), s))
	}
	return events
}

func told(events ...lifecycle.Event) lifecycle.Log {
	return lifecycle.Log{Events: events, Until: law.MustDate("2020-12-31")}
}

func inPart(events ...lifecycle.Event) lifecycle.Log {
	l := told(events...)
	l.InPart = true
	return l
}

func whole(more ...lifecycle.Event) lifecycle.Log { return told(append(toTheDoor(), more...)...) }

func replay(t testing.TB, l lifecycle.Log) *lifecycle.History {
	t.Helper()
	h, err := l.Replay()
	require.NoError(t, err)
	return h
}

func TestALifeIsFourteenStatesAndTenBesideThem(t *testing.T) {
	states := lifecycle.States()
	require.Len(t, states, 24)
	require.Len(t, lifecycle.Gates(), 14)
	beside, stopped := 0, 0
	for i, s := range states {
		g, ok := lifecycle.GateOf(s)
		assert.Equal(t, s.Label() != "", ok, s)
		if ok {
			assert.Equal(t, s, g.Of)
			assert.Equal(t, fmt.Sprintf("L%d", i), s.Label())
			assert.NotEmpty(t, g.Evidence)
			assert.NotEmpty(t, g.Source)
			assert.NotEqual(t, s.BeforeLaunch(), s.Trading(), s)
			assert.False(t, s.Ended() || s.Stopped(), s)
			continue
		}
		beside++
		assert.NotEqual(t, s.Ended(), s.Stopped(), s)
		if s.Stopped() {
			stopped++
		}
	}
	assert.Equal(t, 10, beside)
	assert.Equal(t, 2, stopped)
}

func TestTheUsualMonthsHoldWhatWasObserved(t *testing.T) {
	m, ok := lifecycle.Remaining(lifecycle.Idea)
	require.True(t, ok)
	assert.Equal(t, lifecycle.Months{Least: 13, Most: 47}, m, "the eleven took 13 to 41")
	m, ok = lifecycle.Remaining(lifecycle.Mobilisation)
	require.True(t, ok)
	assert.Equal(t, lifecycle.Months{Least: 2, Most: 3}, m)
	for _, s := range []lifecycle.State{lifecycle.Live, lifecycle.OnHold, 0} {
		_, ok = lifecycle.Remaining(s)
		assert.False(t, ok, s)
	}
	for s := lifecycle.Idea; s < lifecycle.Mobilisation; s++ {
		here, _ := lifecycle.Remaining(s)
		next, _ := lifecycle.Remaining(s + 1)
		assert.GreaterOrEqual(t, here.Least, next.Least)
		assert.Greater(t, here.Most, next.Most)
	}
}

func TestWhatBecomesOfACase(t *testing.T) {
	none := lifecycle.State(0)
	for name, x := range map[string]struct {
		log  lifecycle.Log
		want lifecycle.State
	}{
		"every gate passed, and the doors open":                {whole(at("2013-01-01", lifecycle.Launched)), lifecycle.Live},
		"it covers its costs":                                  {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled)), lifecycle.Steady},
		"a re-tender won leads back to the steady state":       {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderWon)), lifecycle.Steady},
		"a contract extended leads back too":                   {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderExtended)), lifecycle.Steady},
		"one that grew is grown after the re-tender":           {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2016", lifecycle.Grew), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderWon)), lifecycle.Growth},
		"a re-tender lost, and wound down":                     {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderLost), at("2018", lifecycle.WasWoundDown)), lifecycle.WoundDown},
		"a re-tender lost, and other commissioners found":      {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderLost), at("2018", lifecycle.Grew)), lifecycle.Growth},
		"on hold while the parents merge":                      {told(at("2011", lifecycle.Begun), at("2012", lifecycle.Held)), lifecycle.OnHold},
		"and back again where it was":                          {told(at("2011", lifecycle.Begun), gate("2011-06", lifecycle.Idea), at("2012", lifecycle.Held), at("2013", lifecycle.Resumed)), lifecycle.ExpressionOfInterest},
		"and back again a step earlier":                        {told(at("2011", lifecycle.Begun), gate("2011-06", lifecycle.Idea), at("2012", lifecycle.Held), at("2013", lifecycle.Resumed, to(lifecycle.Idea))), lifecycle.Idea},
		"given up while on hold":                               {told(at("2011", lifecycle.Begun), at("2012", lifecycle.Held), at("2013", lifecycle.Dropped)), lifecycle.Abandoned},
		"the parent was taken over":                            {told(at("2010-08-12", lifecycle.Begun), at("2011-08", lifecycle.ParentTaken)), lifecycle.TakenOver},
		"launched elsewhere":                                   {told(at("2010-08-12", lifecycle.Begun), at("2011", lifecycle.WentElsewhere)), lifecycle.LaunchedElsewhere},
		"a court stopped it":                                   {told(at("2013", lifecycle.Begun), gate("2013", lifecycle.Idea), at("2014-07-17", lifecycle.Blocked)), lifecycle.BlockedByCourt},
		"decided anew after the court":                         {told(at("2013", lifecycle.Begun), gate("2013", lifecycle.Idea), at("2014-07-17", lifecycle.Blocked), at("2015", lifecycle.Resumed)), lifecycle.ExpressionOfInterest},
		"the expression of interest was rejected":              {told(at("2013", lifecycle.Begun), gate("2013", lifecycle.Idea), at("2014", lifecycle.Refused)), lifecycle.Rejected},
		"merged into a peer before it launched":                {told(at("2013", lifecycle.Begun), at("2014", lifecycle.MergedInto)), lifecycle.Merged},
		"the staff's stake was diluted":                        {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Diluted)), lifecycle.Demutualised},
		"absorbed by the parent's successor":                   {whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.AbsorbedByParent)), lifecycle.Absorbed},
		"told in part: launched, and no gate told":             {inPart(at("2010-08-12", lifecycle.Begun), at("2013-04", lifecycle.Launched)), lifecycle.Live},
		"told in part: stopped by a court":                     {inPart(at("2013", lifecycle.Begun), at("2014-07-17", lifecycle.Blocked)), lifecycle.BlockedByCourt},
		"told in part: nothing after the beginning is unknown": {inPart(at("2010-08-12", lifecycle.Begun)), none},
		"told in part: on hold and never heard of is unknown":  {inPart(at("2010-08-12", lifecycle.Begun), at("2011", lifecycle.Held)), none},
		"told in full: nothing after the beginning is an idea": {told(at("2010-08-12", lifecycle.Begun)), lifecycle.Idea},
	} {
		t.Run(name, func(t *testing.T) {
			h := replay(t, x.log)
			fate := h.Fate()
			assert.Equal(t, x.want, fate.Or(none))
			assert.Equal(t, x.want != none, fate.Stated())
		})
	}
}

func TestWhatCannotHaveHappenedIsRefusedWithItsPlace(t *testing.T) {
	open := at("2013-01-01", lifecycle.Launched)
	begun := at("2011", lifecycle.Begun)
	party := func(change func(*lifecycle.Party)) lifecycle.Log {
		l := told(begun)
		p := lifecycle.Party{Name: "A charity", Role: lifecycle.Partner}
		change(&p)
		l.Parties = []lifecycle.Party{{Name: "B", Role: lifecycle.JointVenturer, Stake: law.Known(law.Percent(60))}, p}
		return l
	}
	yes := func(f func(*lifecycle.Ballot)) lifecycle.Log {
		var b lifecycle.Ballot
		f(&b)
		return told(begun, ballot("2012", b))
	}
	for place, l := range map[string]lifecycle.Log{
		"events: none":             {Until: law.MustDate("2020-12-31")},
		"until: no day":            {Events: []lifecycle.Event{begun}},
		"events[0].kind: launched": told(open),
		"events[1].kind: begun":    told(begun, begun),
		"events[0].kind: none":     told(lifecycle.Event{When: lifecycle.MustWhen("2011")}),
		"events[1].kind: launched, where the case is in idea":                           told(begun, open),
		"events[10].kind: launched, where the gate of transfer-and-mobilisation is not": told(append(toTheDoor()[:10], open)...),
		"events[12].kind: launched, where the case is in live":                          whole(open, open),
		"events[12].kind: re-tender-began, where the case is in live":                   whole(open, at("2013", lifecycle.RetenderBegan)),
		"events[12].kind: re-tender-lost, where the case is in live":                    whole(open, at("2013", lifecycle.RetenderLost)),
		"events[15].kind: re-tender-won, where the re-tender was lost":                  whole(open, at("2013", lifecycle.Settled), at("2014", lifecycle.RetenderBegan), at("2014", lifecycle.RetenderLost), at("2014", lifecycle.RetenderWon)),
		"events[12].kind: held, where the case is in live":                              whole(open, at("2014", lifecycle.Held)),
		"events[12].kind: taken-over, where the case is in live":                        whole(open, at("2014", lifecycle.ParentTaken)),
		"events[1].kind: wound-down, where the case is in idea":                         told(begun, at("2012", lifecycle.WasWoundDown)),
		"events[1].kind: rejected, where the case is in idea":                           told(begun, at("2012", lifecycle.Refused)),
		"events[1].kind: blocked, where the case is in idea":                            told(begun, at("2012", lifecycle.Blocked)),
		"events[1].kind: resumed, where the case is in idea":                            told(begun, at("2012", lifecycle.Resumed)),
		"events[2].to: expression-of-interest, where the case stopped in idea":          told(begun, at("2012", lifecycle.Held), at("2013", lifecycle.Resumed, to(lifecycle.ExpressionOfInterest))),
		"events[2].to: live": told(begun, at("2012", lifecycle.Held), at("2013", lifecycle.Resumed, to(lifecycle.Live))),
		"events[2].kind: balloted, where the case has ended as abandoned":   told(begun, at("2012", lifecycle.Dropped), ballot("2013", lifecycle.Ballot{})),
		"events[12].kind: restored, where the contract is held":             whole(open, at("2014", lifecycle.Restored)),
		"events[13].kind: notice-given, where the contract is under-notice": whole(open, at("2014", lifecycle.NoticeGiven), at("2014", lifecycle.NoticeGiven)),
		"events[1].gate: that of business-case, where that of idea":         told(begun, gate("2012", lifecycle.BusinessCase)),
		"events[2].gate: that of idea is behind the case":                   told(begun, gate("2012", lifecycle.Idea), gate("2012", lifecycle.Idea)),
		"events[1].gate: live is not left":                                  told(begun, gate("2012", lifecycle.Live)),
		"events[1].gate: an event":                                          told(begun, at("2012", lifecycle.GatePassed)),
		"events[1].when: 2010 is before 2011-01-01":                         told(begun, gate("2010", lifecycle.Idea)),
		"events[0].when: 2021 is after the log ends":                        told(at("2021", lifecycle.Begun)),
		"events[0].when: not told":                                          told(at("", lifecycle.Begun)),
		"events[1].to: only":                                                told(begun, at("2012", lifecycle.Held, to(lifecycle.Idea))),
		"events[1].ballot: an event":                                        told(begun, at("2012", lifecycle.Balloted)),
		"events[1].evidence: it is shown at a gate":                         told(begun, at("2012", lifecycle.Held, func(e *lifecycle.Event) { e.Evidence = []string{"vision"} })),
		"events[1].evidence[1]: the gate of idea":                           told(begun, at("2012", lifecycle.GatePassed, func(e *lifecycle.Event) { e.Gate, e.Evidence = law.Known(lifecycle.Idea), []string{"vision", "minute"} })),
		"events[1].evidence[1]: vision is listed twice":                     told(begun, at("2012", lifecycle.GatePassed, func(e *lifecycle.Event) { e.Gate, e.Evidence = law.Known(lifecycle.Idea), []string{"vision", "vision"} })),
		"events[1].ballot.voted: 13":                                        yes(func(b *lifecycle.Ballot) { b.Entitled, b.Voted = law.Known(12), law.Known(13) }),
		"events[1].ballot.entitled: -1":                                     yes(func(b *lifecycle.Ballot) { b.Entitled = law.Known(-1) }),
		"events[1].ballot.for":                                              yes(func(b *lifecycle.Ballot) { b.Voted, b.For = law.Known(12), law.Known(13) }),
		"events[1].ballot.against":                                          yes(func(b *lifecycle.Ballot) { b.Voted, b.For, b.Against = law.Known(12), law.Known(7), law.Known(6) }),
		"events[1].ballot.share_for":                                        yes(func(b *lifecycle.Ballot) { b.ShareFor = law.Known(law.Percent(101)) }),
		"events[1].ballot.result: against, where the votes are in-favour": yes(func(b *lifecycle.Ballot) {
			b.ShareFor, b.Result = law.Known(law.Percent(51)), law.Known(lifecycle.Against)
		}),
		"parties[1].name: none":                      party(func(p *lifecycle.Party) { p.Name = "" }),
		"parties[1].role: none":                      party(func(p *lifecycle.Party) { p.Role = 0 }),
		"parties[1].stake: only":                     party(func(p *lifecycle.Party) { p.Stake = law.Known(law.Percent(1)) }),
		"parties[1].stake: the stakes":               party(func(p *lifecycle.Party) { p.Role, p.Stake = lifecycle.JointVenturer, law.Known(law.Percent(41)) }),
		"parties[1].stake: 101% is not":              party(func(p *lifecycle.Party) { p.Role, p.Stake = lifecycle.JointVenturer, law.Known(law.Percent(101)) }),
		"parties[1].name: the party is listed twice": party(func(p *lifecycle.Party) { p.Name, p.Role = "B", lifecycle.JointVenturer }),
	} {
		t.Run(place, func(t *testing.T) {
			_, err := l.Replay()
			require.ErrorIs(t, err, lifecycle.ErrLog)
			assert.ErrorContains(t, err, ": "+place)
		})
	}
}

func TestNothingComesAfterAnEnd(t *testing.T) {
	for s := lifecycle.Idea; s <= lifecycle.Merged; s++ {
		if !s.Ended() {
			continue
		}
		kind := map[lifecycle.State]lifecycle.Kind{
			lifecycle.Abandoned: lifecycle.Dropped, lifecycle.TakenOver: lifecycle.ParentTaken, lifecycle.Rejected: lifecycle.Refused,
			lifecycle.LaunchedElsewhere: lifecycle.WentElsewhere, lifecycle.Demutualised: lifecycle.Diluted,
			lifecycle.Absorbed: lifecycle.AbsorbedByParent, lifecycle.WoundDown: lifecycle.WasWoundDown, lifecycle.Merged: lifecycle.MergedInto,
		}[s]
		require.NotZero(t, kind, s)
		l := inPart(at("2011", lifecycle.Begun), at("2012", kind))
		if _, err := l.Replay(); err != nil {
			l = inPart(at("2011", lifecycle.Begun), at("2011", lifecycle.Launched), at("2012", kind))
		}
		assert.Equal(t, s, replay(t, l).Last())
		for k := lifecycle.GatePassed; k <= lifecycle.Restored; k++ {
			more := l
			e := at("2013", k)
			switch k {
			case lifecycle.GatePassed:
				e = gate("2013", lifecycle.Idea)
			case lifecycle.Balloted:
				e = ballot("2013", lifecycle.Ballot{})
			default:
			}
			more.Events = append(append([]lifecycle.Event{}, l.Events...), e)
			_, err := more.Replay()
			assert.ErrorContains(t, err, "has ended as "+s.String(), k)
		}
	}
}
