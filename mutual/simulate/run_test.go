package simulate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func normal(deviation law.Ratio) simulate.Distribution {
	return simulate.Distribution{
		Kind: simulate.NormalShape, Mean: law.Known(law.Ratio{}), Deviation: law.Known(deviation), Assumption: "for a test",
	}
}

func risky() *simulate.Assumptions {
	a := assumptions()
	a.Contracts = []simulate.Contract{{
		Name: "trust", Yearly: law.Pounds(300_000), Ends: law.MustDate("2015-09-30"), Term: 84, Lost: law.Percent(20),
		Costs: law.Pounds(270_000), Assumption: "for a test",
	}}
	a.Drivers = simulate.Drivers{simulate.Margin: normal(law.Percent(3)), simulate.Growth: normal(law.Percent(2))}
	return a
}

// spec is two forms side by side: one of them pays interest, and the other dividends under
// the caps of their time.
func spec() *simulate.Spec {
	p := dividends(law.Percent(30))
	p.Steps = append(p.Steps, surplus.Step{Name: "good causes", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(40)})
	return &simulate.Spec{Seed: 42, Scenarios: []simulate.Scenario{
		{Name: "CIC", Organisation: organisation(cic.SharesSchedule3(cic.Enacted())), Assumptions: risky(), Policy: p},
		{Name: "society", Organisation: organisation(society.CommunityBenefit(society.Enacted())), Assumptions: risky(), Policy: p},
	}}
}

func tally(t *testing.T, s *simulate.Spec, from, to uint64, workers int) *simulate.Tally {
	t.Helper()
	got, err := simulate.SimulateRange(context.Background(), s, from, to, simulate.Options{Workers: workers})
	require.NoError(t, err)
	return got
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}

func TestAnyNumberOfWorkersGivesTheSameBytes(t *testing.T) {
	want := asJSON(t, tally(t, spec(), 0, 9_000, 1)) // three chunks, the last not full
	for _, workers := range []int{2, 3, 16} {
		assert.Equal(t, want, asJSON(t, tally(t, spec(), 0, 9_000, workers)), "%d workers", workers)
	}
}

func TestPartsMergeIntoTheWholeInAnyOrder(t *testing.T) {
	want := asJSON(t, tally(t, spec(), 0, 10_000, 2))
	cuts := []uint64{0, 1, 700, 4_096, 4_100, 10_000}
	var whole *simulate.Tally
	for _, i := range []int{3, 0, 4, 2, 1} {
		part := tally(t, spec(), cuts[i], cuts[i+1], 1)
		if whole == nil {
			whole = part
			continue
		}
		require.NoError(t, whole.Merge(part))
	}
	assert.Equal(t, want, asJSON(t, whole))
	assert.EqualValues(t, 10_000, whole.Paths())
}

func TestPathSevenAloneIsPathSevenOfMany(t *testing.T) {
	alone := tally(t, spec(), 7, 8, 1)
	many := tally(t, spec(), 0, 1_000, 2)
	before, after := tally(t, spec(), 0, 7, 1), tally(t, spec(), 8, 1_000, 1)
	require.NoError(t, before.Merge(alone))
	require.NoError(t, before.Merge(after))
	assert.Equal(t, asJSON(t, many), asJSON(t, before))
	s := spec()
	p, err := s.Scenarios[0].Path(s.Seed, 7)
	require.NoError(t, err)
	for y := range p.Years {
		got, ok := alone.Scenarios[0].Quantile(y+1, simulate.Cash, law.Per(1, 2))
		require.True(t, ok)
		assert.InEpsilon(t, float64(p.Years[y].Cash), float64(got), 1.0/64)
	}
}

func TestAnotherDriverShiftsNoOthersDraws(t *testing.T) {
	s := spec()
	before := make([][]law.Pence, 50)
	for n := range before {
		before[n] = incomes(t, s, uint64(n))
	}
	// Turnout changes no money; were draws taken in turn, it would change all that come after.
	for i := range s.Scenarios {
		s.Scenarios[i].Assumptions.Drivers[simulate.Turnout] = normal(law.Percent(10))
		s.Scenarios[i].Assumptions.Drivers[simulate.BaseRate] = simulate.Distribution{
			Kind: simulate.ConstantShape, Value: law.Known(law.Ratio{}), Assumption: "for a test",
		}
	}
	for n := range before {
		assert.Equal(t, before[n], incomes(t, s, uint64(n)), "path %d", n)
	}
}

func incomes(t *testing.T, s *simulate.Spec, n uint64) (out []law.Pence) {
	p, err := s.Scenarios[0].Path(s.Seed, n)
	require.NoError(t, err)
	for i := range p.Years {
		out = append(out, p.Years[i].Income, p.Years[i].Reserves)
	}
	return out
}

func TestWithNothingLeftToChanceEveryPathIsTheProjection(t *testing.T) {
	s := spec()
	for i := range s.Scenarios {
		x := &s.Scenarios[i]
		x.Assumptions = assumptions()
		p, err := simulate.Project(x.Organisation, x.Assumptions, x.Policy)
		require.NoError(t, err)
		got := tally(t, s, 0, 300, 2).Scenario(x.Name)
		if i > 0 {
			continue // the scenarios after are made by then
		}
		for y := range p.Years {
			for _, part := range []law.Ratio{{}, law.Per(1, 2), law.Per(1, 1)} {
				v, ok := got.Quantile(y+1, simulate.Reserves, part)
				require.True(t, ok)
				assert.InEpsilon(t, float64(p.Years[y].Reserves), float64(v), 1.0/64)
			}
		}
	}
}

func TestATallyIsReadBackAsItWasWritten(t *testing.T) {
	want := tally(t, spec(), 0, 500, 1)
	b := asJSON(t, want)
	var got simulate.Tally
	require.NoError(t, law.Decode(bytes.NewReader([]byte(b)), &got))
	assert.Equal(t, b, asJSON(t, &got))
	require.NoError(t, got.Merge(tally(t, spec(), 500, 900, 1)))
	assert.Equal(t, asJSON(t, tally(t, spec(), 0, 900, 1)), asJSON(t, &got))
}

func TestTalliesThatDoNotGoTogetherAreRefused(t *testing.T) {
	a := tally(t, spec(), 0, 500, 1)
	require.ErrorIs(t, a.Merge(tally(t, spec(), 499, 600, 1)), simulate.ErrTwice)
	other := spec()
	other.Seed++
	require.ErrorIs(t, a.Merge(tally(t, other, 500, 600, 1)), simulate.ErrOtherSpec)
	other = spec()
	other.Scenarios[1].Assumptions.Contracts[0].Lost = law.Percent(21)
	require.ErrorIs(t, a.Merge(tally(t, other, 500, 600, 1)), simulate.ErrOtherSpec)
	twisted := tally(t, spec(), 500, 600, 1)
	twisted.Scenarios = twisted.Scenarios[:1]
	require.ErrorIs(t, a.Merge(twisted), simulate.ErrOtherSpec)
	assert.EqualValues(t, 500, a.Paths(), "what is refused changes nothing")
	assert.Equal(t, asJSON(t, tally(t, spec(), 0, 500, 1)), asJSON(t, a))
}

func TestARunEndsWhenItsContextDoes(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var done uint64
	_, err := simulate.Simulate(ctx, spec(), 10_000_000, simulate.Options{Workers: 2, Progress: func(n, of uint64) {
		assert.EqualValues(t, 10_000_000, of)
		assert.GreaterOrEqual(t, n, done)
		done = n
		cancel()
	}})
	require.ErrorIs(t, err, context.Canceled)
	assert.Less(t, done, uint64(100_000))
}
