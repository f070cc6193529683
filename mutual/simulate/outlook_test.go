package simulate_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// TestGoldenResults pins what a run comes to, to the last unit, on any processor. It changes
// with the model, and with the law that the scenarios are under, and then says so.
func TestGoldenResults(t *testing.T) {
	got := tally(t, spec(), 0, 5_000, 2)
	for i := range got.Scenarios {
		got.Scenarios[i].Scalar = 0
	}
	b, err := json.Marshal(got.Scenarios)
	require.NoError(t, err)
	sum := sha256.Sum256(b)
	assert.Equal(t, "39f4125d6bf4c90b", hex.EncodeToString(sum[:8]))
}

func TestOddsFollowTheAssumptions(t *testing.T) {
	got := tally(t, spec(), 0, 20_000, 2).Scenario("CIC")
	lost := got.By(0, simulate.ContractLost)
	low, high := lost.Range()
	assert.Less(t, low, 0.2)
	assert.Greater(t, high, 0.2, "the contract is tendered once, and lost one time in five")
	assert.Equal(t, lost, got.By(5, simulate.ContractLost), "at the end of the fifth year")
	assert.Zero(t, got.By(4, simulate.ContractLost).Hits)
	assert.Equal(t, lost.Hits, got.In(5, simulate.ContractLost).Hits)
	assert.Zero(t, got.In(6, simulate.ContractLost).Hits)
	assert.Positive(t, got.By(0, simulate.Held(cic.OverShareCap)).Hits, "30% is asked for, and 20% allowed until 2014")
	assert.Zero(t, got.In(10, simulate.Held(cic.OverShareCap)).Hits)
	assert.Contains(t, got.Events(), simulate.Held(cic.OverShareCap))
	assert.Zero(t, got.By(0, "no such event").Hits)
}

func TestQuantilesRiseWithTheirPart(t *testing.T) {
	got := tally(t, spec(), 0, 5_000, 2)
	for i := range got.Scenarios {
		for year := range 11 {
			for _, m := range []simulate.Measure{simulate.Cash, simulate.Reserves, simulate.Paid(law.ToCommunity)} {
				before := law.Pence(-1 << 62)
				for part := range int64(21) {
					v, ok := got.Scenarios[i].Quantile(year, m, law.Per(part, 20))
					require.True(t, ok)
					assert.GreaterOrEqual(t, v, before)
					before = v
				}
			}
		}
	}
	_, ok := got.Scenarios[0].Quantile(11, simulate.Cash, law.Per(1, 2))
	assert.False(t, ok)
	_, ok = got.Scenarios[0].Quantile(1, "no such measure", law.Per(1, 2))
	assert.False(t, ok)
	_, ok = got.Scenarios[0].Quantile(1, simulate.Cash, law.Per(3, 2))
	assert.False(t, ok)
}

func TestTheDriverThatMovesMostExplainsMost(t *testing.T) {
	s := spec()
	for i := range s.Scenarios {
		a := s.Scenarios[i].Assumptions
		a.Contracts = nil
		a.Drivers = simulate.Drivers{simulate.Margin: normal(law.Percent(1)), simulate.Inflation: normal(law.Per(1, 10_000))}
	}
	spread := tally(t, s, 0, 5_000, 2).Scenarios[0].Spread(simulate.Reserves)
	require.Len(t, spread, 2)
	assert.Equal(t, simulate.Margin, spread[0].Driver)
	assert.True(t, spread[0].Rises)
	assert.False(t, spread[1].Rises)
	assert.Greater(t, spread[0].Share, 0.7)
	assert.LessOrEqual(t, spread[0].Share+spread[1].Share, 1.01)
}

func TestAReformIsComparedOnTheSameDraws(t *testing.T) {
	figures := cic.Enacted()
	reformed, err := cic.SharesSchedule3(figures).Reform("cic-49", "CIC, dividends up to 49%", strings.NewReader(`{
		"cic.aggregate_cap": [{"from": "2005-07-01", "value": "49%", "by": {"title": "A reform"}, "checked": "2026-11-23"}]}`))
	require.NoError(t, err)
	p := dividends(law.Percent(100))
	a := risky()
	a.FirstDay, a.Contracts = law.MustDate("2020-04-01"), nil
	s := &simulate.Spec{Seed: 1, Scenarios: []simulate.Scenario{
		{Name: "35%", Organisation: organisation(cic.SharesSchedule3(figures)), Assumptions: a, Policy: p},
		{Name: "49%", Organisation: organisation(reformed), Assumptions: a, Policy: p},
		{Name: "35% again", Organisation: organisation(cic.SharesSchedule3(figures)), Assumptions: a, Policy: p},
	}}
	got := tally(t, s, 0, 4_000, 2)
	mean, se, ok := got.Scenario("49%").From(simulate.Paid(law.Dividend))
	require.True(t, ok)
	assert.Greater(t, mean, 10*se, "more is paid")
	mean, _, _ = got.Scenario("49%").From(simulate.Reserves)
	assert.Negative(t, mean)
	mean, se, ok = got.Scenario("35% again").From(simulate.Reserves)
	require.True(t, ok)
	assert.Zero(t, mean)
	assert.Zero(t, se)
	_, _, ok = got.Scenario("35%").From(simulate.Reserves)
	assert.False(t, ok, "the first is not compared with itself")
}

func TestThePathsOutOfCashStopPaying(t *testing.T) {
	s := spec()
	a := s.Scenarios[0].Assumptions
	a.Drivers[simulate.Margin], a.Costs = normal(law.Percent(8)), a.Income
	s.Scenarios = s.Scenarios[:1]
	got := tally(t, s, 0, 5_000, 2).Scenarios[0]
	out := got.By(0, simulate.OutOfCash)
	assert.Greater(t, out.Float(), 0.2)
	before := uint64(0)
	for y := 1; y <= 10; y++ {
		by := got.By(y, simulate.OutOfCash)
		assert.GreaterOrEqual(t, by.Hits, before)
		assert.Equal(t, by.Hits-before, got.In(y, simulate.OutOfCash).Hits, "it happens once to a path")
		before = by.Hits
	}
	for n := range uint64(300) {
		p, err := s.Scenarios[0].Path(s.Seed, n)
		require.NoError(t, err)
		for y := range p.Years[:len(p.Years)-1] {
			assert.GreaterOrEqual(t, p.Years[y].Cash, law.Pence(0))
		}
	}
}

func TestAPathThatOutgrowsTheNumbersIsStoppedAndCounted(t *testing.T) {
	s := spec()
	s.Scenarios = s.Scenarios[:1]
	a := s.Scenarios[0].Assumptions
	a.Years, a.Contracts = 60, nil
	a.Drivers = simulate.Drivers{simulate.Growth: {
		Kind: simulate.DiscreteShape, Values: []law.Ratio{law.Percent(0), law.Percent(900)}, Odds: []law.Ratio{law.Per(1, 2), law.Per(1, 2)},
		Assumption: "for a test",
	}}
	got := tally(t, s, 0, 2_000, 2).Scenarios[0]
	over := got.By(0, simulate.Overflow)
	assert.Greater(t, over.Float(), 0.99, "tenfold every other year")
	assert.Zero(t, got.By(5, simulate.Overflow).Hits)
	for _, year := range []int{0, 60} {
		least, ok := got.Quantile(year, simulate.Cash, law.Ratio{})
		require.True(t, ok)
		assert.GreaterOrEqual(t, least, law.Pence(0), "nothing wraps")
	}
}

func TestTheLargestShareKeepsTheOdds(t *testing.T) {
	s := spec()
	x := &s.Scenarios[1]
	x.Policy = &surplus.Policy{Steps: []surplus.Step{{Name: "good causes", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(1), Of: surplus.OfResult}}}
	x.Assumptions.Contracts = nil
	ctx := context.Background()
	got, err := simulate.LargestShare(ctx, x, 5, "good causes", law.Percent(100), law.Percent(20), 2_000, simulate.Options{})
	require.NoError(t, err)
	require.False(t, got.Furthest)
	assert.LessOrEqual(t, got.Odds.Float(), 0.2)
	assert.Greater(t, got.NextOdds.Float(), 0.2)
	assert.Equal(t, law.Per(1, 10_000), got.Next.Add(law.Per(-got.Value.Num(), got.Value.Den())))
	got, err = simulate.LargestShare(ctx, x, 5, "good causes", law.Percent(1), law.Percent(50), 500, simulate.Options{})
	require.NoError(t, err)
	assert.True(t, got.Furthest)
	_, err = simulate.LargestShare(ctx, x, 5, "bad causes", law.Percent(1), law.Percent(50), 500, simulate.Options{})
	require.ErrorContains(t, err, `no step "bad causes"`)
}

func TestTheReserveNeededSurvivesTheLoss(t *testing.T) {
	s := spec()
	x := &s.Scenarios[0]
	x.Assumptions.Contracts[0].Costs, x.Assumptions.Costs = law.Pounds(200_000), law.Pounds(910_000)
	ctx := context.Background()
	got, err := simulate.ReserveNeeded(ctx, x, 5, "trust", law.Pounds(2_000_000), law.Percent(5), 2_000, simulate.Options{})
	require.NoError(t, err)
	assert.LessOrEqual(t, got.Odds.Float(), 0.05)
	assert.Greater(t, got.NextOdds.Float(), 0.05)
	assert.Equal(t, law.Pounds(1), got.Value-got.Next)
	assert.Positive(t, got.Value)
	_, err = simulate.ReserveNeeded(ctx, x, 5, "trust", law.Pounds(1), law.Percent(1), 500, simulate.Options{})
	require.ErrorIs(t, err, simulate.ErrNone)
	_, err = simulate.ReserveNeeded(ctx, x, 5, "council", law.Pounds(1), law.Percent(1), 500, simulate.Options{})
	require.ErrorContains(t, err, `no contract "council"`)
}

func TestBadSpecificationsNameThePlace(t *testing.T) {
	for want, spoil := range map[string]func(*simulate.Spec){
		"scenarios: 0 is not between":                               func(s *simulate.Spec) { s.Scenarios = nil },
		"scenarios[1].name: \"CIC\": scenarios[0] has that name":    func(s *simulate.Spec) { s.Scenarios[1].Name = "CIC" },
		"scenarios[0].name: none":                                   func(s *simulate.Spec) { s.Scenarios[0].Name = "" },
		"scenarios[1].policy: none":                                 func(s *simulate.Spec) { s.Scenarios[1].Policy = nil },
		"scenarios[1].organisation: none":                           func(s *simulate.Spec) { s.Scenarios[1].Organisation = nil },
		"scenarios[1].assumptions: none":                            func(s *simulate.Spec) { s.Scenarios[1].Assumptions = nil },
		"scenarios[1].assumptions.years: 0 is not between":          func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Years = 0 },
		"scenarios[1].assumptions.years: 10000 is not between":      func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Years = 10_000 },
		"scenarios[1].assumptions.years: 9, where the first":        func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Years = 9 },
		"scenarios[1].assumptions.drivers.growht: no such driver":   func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Drivers["growht"] = normal(law.Percent(1)) },
		"scenarios[1].assumptions.drivers.growth: a value beyond":   func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Drivers["growth"] = normal(law.Per(9, 1)) },
		"scenarios[1].assumptions.contracts[0].lost":                func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Contracts[0].Lost = law.Percent(101) },
		"scenarios[1].assumptions.contracts[0].ends: 2010-09-30 is": func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Contracts[0].Ends = law.MustDate("2010-09-30") },
		"scenarios[1].assumptions.contracts[0].staff: 13 on contr":  func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Contracts[0].Staff = 13 },
		"scenarios[1].assumptions.contracts[0]: give its source":    func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Contracts[0].Assumption = "" },
		"scenarios[1].assumptions.raised[0].year: 11":               func(s *simulate.Spec) { s.Scenarios[1].Assumptions.Raised = []simulate.Raise{{11, 1}} },
		"scenarios[1].assumptions.drivers.growth.odds": func(s *simulate.Spec) {
			s.Scenarios[1].Assumptions.Drivers["growth"] = simulate.Distribution{
				Kind: simulate.DiscreteShape, Values: []law.Ratio{{}, law.Percent(1)}, Odds: []law.Ratio{law.Per(1, 2), law.Per(1, 3)}, Assumption: "for a test",
			}
		},
	} {
		s := spec()
		spoil(s)
		require.ErrorContains(t, s.Check(), want)
		_, err := simulate.Simulate(context.Background(), s, 10, simulate.Options{})
		require.ErrorContains(t, err, want)
	}
	_, err := simulate.SimulateRange(context.Background(), spec(), 10, 10, simulate.Options{})
	require.ErrorContains(t, err, "paths: from 10 to before 10")
	_, err = simulate.SimulateRange(context.Background(), spec(), 0, 1<<50, simulate.Options{})
	require.ErrorContains(t, err, "paths: ")
	_, err = simulate.Simulate(context.Background(), spec(), 10, simulate.Options{Workers: -1})
	require.ErrorContains(t, err, "workers: -1")
	_, err = cic.SharesSchedule3(cic.Enacted()).Reform("x", "x", strings.NewReader(`{"cic.no_such_figure": []}`))
	require.ErrorContains(t, err, "cic.no_such_figure")
}
