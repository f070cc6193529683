package lifecycle_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

func TestGatesThatOverlapMayBePassedAStateEarly(t *testing.T) {
	events := toTheDoor()
	events[5], events[6] = gate("2012-06", lifecycle.Engagement), gate("2012-07", lifecycle.Approval)
	events[7], events[8] = gate("2012-08", lifecycle.Terms), gate("2012-09", lifecycle.ProcurementRoute)
	h := replay(t, told(append(events, at("2013", lifecycle.Launched))...))
	assert.Empty(t, h.Untold())
	for _, s := range h.Stays {
		assert.NotEqual(t, lifecycle.Engagement, s.State)
		assert.NotEqual(t, lifecycle.Terms, s.State)
	}
	early := told(append(toTheDoor()[:4], gate("2012-05", lifecycle.Engagement))...)
	_, err := early.Replay()
	assert.ErrorContains(t, err, "events[4].gate: that of engagement-and-ballot, where that of business-case is not passed")
}

func TestAGateTellsWhatItLacks(t *testing.T) {
	l := told(at("2012", lifecycle.Begun), gate("2012", lifecycle.Idea), at("2012-06", lifecycle.GatePassed, func(e *lifecycle.Event) {
		e.Gate, e.Evidence = law.Known(lifecycle.ExpressionOfInterest), []string{"finance"}
	}))
	l.Parties = []lifecycle.Party{
		{Name: "Advice charity", Role: lifecycle.Subcontractor, Charity: law.Known(true)}, {Name: "Bank", Role: lifecycle.Lender},
	}
	h := replay(t, l)
	require.Len(t, h.Gates, 2)
	assert.Equal(t, []string{"starter-checklist", "vision"}, h.Gates[0].Lacking)
	assert.Empty(t, h.Gates[0].AlsoFrom)
	assert.Equal(t, []string{"outcomes", "engagement-plan"}, h.Gates[1].Lacking)
	assert.Equal(t, []string{"Advice charity"}, h.Gates[1].AlsoFrom, "a subcontractor shows what the lead shows, a lender does not")
	assert.Equal(t, lifecycle.BoardOrCouncil, h.Gates[1].Decider)
}

func TestSuppliersAreExposedWhenTheContractIs(t *testing.T) {
	open, notice, back := at("2013", lifecycle.Launched), at("2014", lifecycle.NoticeGiven), at("2014", lifecycle.Restored)
	for name, x := range map[string]struct {
		log  lifecycle.Log
		want []string
		is   lifecycle.Contract
	}{
		"the contract is held":      {whole(open), nil, lifecycle.ContractHeld},
		"it is under notice":        {whole(open, notice), []string{"S", "P"}, lifecycle.UnderNotice},
		"notice was taken back":     {whole(open, notice, back), nil, lifecycle.ContractHeld},
		"the re-tender was lost":    {whole(open, at("2014", lifecycle.Settled), at("2015", lifecycle.RetenderBegan), at("2015", lifecycle.RetenderLost)), []string{"S", "P"}, lifecycle.ContractLost},
		"it has no contract as yet": {whole(), nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			x.log.Parties = []lifecycle.Party{{Name: "S", Role: lifecycle.Supplier}, {Name: "M", Role: lifecycle.Mentor}, {Name: "P", Role: lifecycle.Partner}, {Name: "R", Role: lifecycle.Rival}}
			h := replay(t, x.log)
			assert.Equal(t, x.want, h.Exposed())
			assert.Equal(t, x.is, h.Contract)
		})
	}
}

func TestABallotIsASignalAndNoGate(t *testing.T) {
	no := ballot("2012-05", lifecycle.Ballot{Entitled: law.Known(10), Voted: law.Known(9), For: law.Known(4), Against: law.Known(5)})
	for name, x := range map[string]struct {
		log    lifecycle.Log
		signal lifecycle.Signal
		then   lifecycle.Sequel
	}{
		"against, and the board went ahead": {inPart(at("2012", lifecycle.Begun), no, at("2013", lifecycle.Launched)), lifecycle.Against, lifecycle.WentAhead},
		"against, and it was dropped":       {inPart(at("2012", lifecycle.Begun), no, at("2013", lifecycle.Dropped)), lifecycle.Against, lifecycle.DidNot},
		"against, and still on its way":     {told(at("2012", lifecycle.Begun), no), lifecycle.Against, 0},
		"half is tied":                      {told(at("2012", lifecycle.Begun), ballot("2012", lifecycle.Ballot{ShareFor: law.Known(law.Per(1, 2))})), lifecycle.Tied, 0},
		"one more than half is in favour":   {told(at("2012", lifecycle.Begun), ballot("2012", lifecycle.Ballot{For: law.Known(5), Against: law.Known(4)})), lifecycle.InFavour, 0},
		"no figures say nothing":            {told(at("2012", lifecycle.Begun), ballot("2012", lifecycle.Ballot{Voted: law.Known(9)})), 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			h := replay(t, x.log)
			require.Len(t, h.Ballots, 1)
			assert.Equal(t, x.signal, h.Ballots[0].Signal)
			assert.Equal(t, x.then, h.Ballots[0].Then)
		})
	}
}
