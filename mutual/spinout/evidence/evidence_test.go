package evidence_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

func TestEveryFigureSaysWhatItRestsOn(t *testing.T) {
	check := func(name string, b *evidence.Basis) {
		t.Helper()
		assert.NoError(t, b.Check(), name)
	}
	for _, x := range evidence.Counts() {
		check(x.At.String(), &x.Basis)
	}
	for _, x := range evidence.Spans() {
		check(x.From.String(), &x.Basis)
	}
	for _, x := range evidence.Durations() {
		check(x.Body, &x.Basis)
	}
	for _, x := range evidence.Rates() {
		check(x.Mode, &x.Basis)
	}
	for _, x := range evidence.Ambitions() {
		check(x.Whose, &x.Basis)
	}
	for _, x := range evidence.Supports() {
		check(x.Scheme, &x.Basis)
	}
	sizes := evidence.Sizes()
	check("sizes", &sizes.Basis)
	assert.True(t, slices.IsSorted(sizes.Value))
	for _, q := range evidence.Employment() {
		for _, id := range q.Sources {
			_, ok := evidence.SourceOf(id)
			assert.True(t, ok, id)
		}
	}
	p := evidence.Start()
	require.NoError(t, p.Check())
}

func TestABasisThatIsNoneIsRefused(t *testing.T) {
	for want, b := range map[string]evidence.Basis{
		"standing":                {},
		"reported, and by nobody": {Standing: evidence.Reported},
		"sources[1]":              {Standing: evidence.Reported, Sources: []string{"A", "S999"}},
		"says":                    {Standing: evidence.Judged},
	} {
		assert.ErrorContains(t, b.Check(), want)
	}
}

func TestSourcesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range evidence.Sources() {
		assert.False(t, seen[s.ID], s.ID)
		assert.NotEmpty(t, s.Where, s.ID)
		seen[s.ID] = true
	}
	assert.Greater(t, len(seen), 100)
	_, ok := evidence.SourceOf("S999")
	assert.False(t, ok)
}

func TestCountsOfDifferentThingsAreNeverSubtracted(t *testing.T) {
	counts := evidence.Counts()
	for i := range counts {
		for j := range counts {
			added, months, err := evidence.Added(&counts[i], &counts[j])
			switch {
			case counts[i].Of != counts[j].Of:
				assert.ErrorIs(t, err, evidence.ErrDefinitions)
			case j > i:
				require.NoError(t, err)
				assert.Equal(t, counts[j].Bodies.Number-counts[i].Bodies.Number, added)
				assert.GreaterOrEqual(t, months.Most, months.Least)
			}
		}
	}
	request := evidence.Series(evidence.RequestLive)
	require.Len(t, request, 2)
	added, months, err := evidence.Added(&request[0], &request[1])
	require.NoError(t, err)
	assert.Equal(t, int64(25), added)
	assert.Equal(t, 3, months.Least)
	_, _, err = evidence.Added(&request[1], &request[0])
	assert.ErrorContains(t, err, "at: 2011-06 is not after 2011-09/2011-11")
}

func TestTheTrapOf2014(t *testing.T) {
	april, july := evidence.Series(evidence.LiveNarrow), evidence.Series(evidence.LiveWide)
	require.Len(t, april, 1)
	assert.Equal(t, int64(66), april[0].Bodies.Number)
	assert.Equal(t, int64(100), july[0].Bodies.Number)
	health, ok := april[0].Health.Get()
	assert.True(t, ok)
	assert.Equal(t, int64(58), health)
	_, _, err := evidence.Added(&april[0], &july[0])
	assert.ErrorIs(t, err, evidence.ErrDefinitions)
}

func TestSpansAgreeWithTheCountsTheyAreReadFrom(t *testing.T) {
	counts := evidence.Counts()
	for _, s := range evidence.Spans() {
		var ends [2]int64
		for i := range counts {
			if counts[i].At == s.From && counts[i].Of == s.Of[0] {
				ends[0] = counts[i].Bodies.Number
			}
			if counts[i].At == s.To && counts[i].Of == s.Of[len(s.Of)-1] {
				ends[1] = counts[i].Bodies.Number
			}
		}
		assert.Equal(t, s.Added, ends[1]-ends[0], s.From)
		months, _ := s.From.Until(s.To)
		perYear := float64(s.Added) * 12 / float64(months.Least+months.Most) * 2
		assert.InDelta(t, float64(s.PerYear), perYear, 1.5, s.From)
	}
}

func TestTheElevenDurationsGiveTheLognormalOfTheParameters(t *testing.T) {
	var months, logs []float64
	for _, d := range evidence.Durations() {
		m := float64(d.Months.Least+d.Months.Most) / 2
		months, logs = append(months, m), append(logs, math.Log(m))
	}
	require.Len(t, months, 11)
	slices.Sort(months)
	assert.InDelta(t, 23, months[5], 0.01, "the median")
	mean, _ := spread(months)
	assert.InDelta(t, 23, mean, 0.5)
	mu, sigma := spread(logs)
	p := evidence.Start()
	assert.InDelta(t, math.Log(number(p.DurationMedian.Value)), mu, 0.04)
	assert.InDelta(t, number(p.DurationSpread.Value), sigma, 0.03)
}

func number(r law.Ratio) float64 { return float64(r.Num()) / float64(r.Den()) }

func spread(v []float64) (mean, deviation float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		deviation += (x - mean) * (x - mean) / float64(len(v)-1)
	}
	return mean, math.Sqrt(deviation)
}

func TestQuartersOfEmploymentAddUp(t *testing.T) {
	for _, q := range evidence.Employment() {
		assert.InDelta(t, q.Total, q.Local+q.Central+q.PublicCorporations, 1, q.Quarter)
		if n, ok := q.CivilService.Get(); ok {
			assert.Less(t, n, q.Total)
		}
	}
}

func TestAmbitionsAsSharesOfTheSector(t *testing.T) {
	var total int64
	for _, q := range evidence.Employment() {
		if q.Quarter.String() == "2011-04/2011-06" {
			total = q.Total * 1000
		}
	}
	require.NotZero(t, total)
	a := evidence.Ambitions()
	assert.InDelta(t, 16.5, 100*float64(a[0].People)/float64(total), 0.05)
	assert.InDelta(t, 5.5, 100*float64(a[1].People)/float64(total), 0.05)
}

func TestTheParametersOfTheStart(t *testing.T) {
	p := evidence.Start()
	want := map[string][3]string{
		"expressions": {"11000%", "3000%", "20000%"}, "supported": {"19%", "15%", "30%"}, "launch": {"50%", "24%", "66%"},
		"duration_median": {"2200%", "1200%", "4800%"}, "duration_spread": {"36%", "", ""}, "size_mean": {"35000%", "18000%", "60000%"},
		"size_spread": {"135%", "110%", "160%"}, "growth": {"5%", "0%", "10%"}, "retender_every": {"4800%", "3600%", "6000%"},
		"retender_lost": {"20%", "10%", "35%"}, "closure": {"2%", "1%", "4%"}, "hold": {"15%", "", ""}, "resume": {"70%", "", ""},
		"hold_months": {"2400%", "", ""}, "ahead_after_no": {"60%", "40%", "80%"}, "mandate_factor": {"100%", "100%", "1000%"},
		"mandate_months": {"1800%", "", ""}, "imitation": {"0%", "0%", "30%"}, "package": {"4760000%", "", ""}, "fund": {"1000000000%", "", ""},
	}
	all := p.All()
	require.Len(t, all, len(want))
	for _, x := range all {
		var got [3]string
		got[0] = x.Value.String()
		if low, ok := x.Low.Get(); ok {
			high, _ := x.High.Get()
			got[1], got[2] = low.String(), high.String()
		}
		assert.Equal(t, want[x.ID], got, x.ID)
		assert.True(t, x.Within(), x.ID)
		assert.Equal(t, len(x.Sources) == 0, x.Assumed(), x.ID)
	}
}

func TestParametersThatNoProgrammeHasAreRefusedWithTheirPlace(t *testing.T) {
	for _, x := range []struct{ id, value, want string }{
		{"supported", "101%", "supported.value: 101% is not between 0% and 100%"},
		{"supported", "-1%", "supported.value: -1%"},
		{"closure", "2", "closure.value"},
		{"growth", "-2", "growth.value"},
		{"duration_spread", "6", "duration_spread.value"},
		{"expressions", "-1", "expressions.value"},
		{"luck", "1", "luck: there is no such parameter"},
	} {
		v, err := law.ParseRatio(x.value)
		require.NoError(t, err)
		_, err = evidence.Start().With(x.id, v, "to be refused")
		assert.ErrorContains(t, err, x.want)
	}
	start := evidence.Start()
	changed, err := start.With("supported", law.Percent(100), "what if all were")
	require.NoError(t, err)
	assert.False(t, changed.Supported.Within(), "beyond the range, and yet a probability")
	assert.True(t, changed.Supported.Assumed())
	assert.Equal(t, law.Per(19, 100), start.Supported.Value, "the first is unchanged")
}

func TestFiguresAreJSONBothWays(t *testing.T) {
	b, err := json.Marshal(evidence.Counts())
	require.NoError(t, err)
	var back []evidence.Count
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	assert.Equal(t, evidence.Counts(), back)
	p := evidence.Start()
	b, err = json.Marshal(&p)
	require.NoError(t, err)
	var again evidence.Parameters
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &again))
	assert.Equal(t, p, again)
}

func FuzzParameters(f *testing.F) {
	p := evidence.Start()
	b, err := json.Marshal(&p)
	require.NoError(f, err)
	f.Add(b)
	f.Add([]byte(`{"supported":{"value":"2","unit":"probability","standing":"judged","says":"x"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p evidence.Parameters
		if law.Decode(strings.NewReader(string(data)), &p) != nil || p.Check() != nil {
			return
		}
		if one := law.Per(1, 1); p.Launch.Value.Cmp(one) > 0 && p.Launch.Unit == evidence.Probability {
			t.Fatal("odds of more than one")
		}
	})
}

// The official counts are not one series.
func ExampleAdded() {
	counts := evidence.Counts()
	for _, c := range counts[:3] {
		fmt.Println(c.At, c.Bodies, "-", c.Of.Says())
	}
	_, _, err := evidence.Added(&counts[0], &counts[1])
	fmt.Println(err)
	// Output:
	// 2010 9 - live, as the government counted in 2010; critics call it low
	// 2011-06 20 - live under the right to request alone
	// 2011-09/2011-11 about 45 - live under the right to request alone
	// the counts are of different things: government-live, and right-to-request-live
}
