package programme_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
)

func simulate(t testing.TB, p *programme.Programme, runs uint64, workers int) *programme.Outlook {
	t.Helper()
	o, err := programme.Simulate(context.Background(), p, runs, workers, nil)
	require.NoError(t, err)
	return o
}

func jsonOf(t testing.TB, o *programme.Outlook) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, o.WriteJSON(&b))
	return b.String()
}

// set changes parameters.
func set(t testing.TB, p *programme.Programme, pairs ...string) *programme.Programme {
	t.Helper()
	out := *p
	for i := 0; i < len(pairs); i += 2 {
		v, err := law.ParseRatio(pairs[i+1])
		require.NoError(t, err)
		out.Parameters, err = out.Parameters.With(pairs[i], v, "changed by a test")
		require.NoError(t, err)
	}
	return &out
}

func TestTheSameBytesForAnyNumberOfWorkers(t *testing.T) {
	for _, p := range []*programme.Programme{programme.Pathfinders(7), programme.Ambition(7)} {
		one := jsonOf(t, simulate(t, p, 5000, 1))
		for _, workers := range []int{2, 16} {
			assert.Equal(t, one, jsonOf(t, simulate(t, p, 5000, workers)), p.Name)
		}
		other := *p
		other.Seed = law.Known[uint64](8)
		assert.NotEqual(t, one, jsonOf(t, simulate(t, &other, 5000, 2)))
	}
}

func TestARunAloneIsTheSameRunAmongMany(t *testing.T) {
	p := programme.Ambition(7)
	const runs, month = 300, 40
	var live []int64
	above := uint64(0)
	for n := range uint64(runs) {
		one, err := programme.Follow(p, n)
		require.NoError(t, err)
		require.Len(t, one, p.Months)
		live = append(live, one[month].Live)
		if one[month].Workers >= 30_000 {
			above++
		}
	}
	slices.Sort(live)
	p.Targets = []programme.Target{{People: 30_000, Month: month}}
	o := simulate(t, p, runs, 2)
	assert.Equal(t, above, o.Chances[0].Hits)
	assert.Positive(t, above)
	assert.Equal(t, live[runs/2-1], o.Months[month].Live.P50)
	assert.Equal(t, live[runs/20-1], o.Months[month].Live.P5)
	_, err := programme.Follow(p, 1<<60)
	assert.ErrorContains(t, err, "run: ")
}

// What is drawn for one thing is not shifted by another that is drawn or not.
func TestAFurtherDrawShiftsNoOther(t *testing.T) {
	p := programme.Pathfinders(9)
	kept, err := programme.Follow(set(t, p, "retender_lost", "0", "closure", "0"), 4)
	require.NoError(t, err)
	closing, err := programme.Follow(set(t, p, "retender_lost", "0", "closure", "1%"), 4)
	require.NoError(t, err)
	for i := range kept {
		assert.Equal(t, kept[i].EmergingAndEstablished-kept[i].Live, closing[i].EmergingAndEstablished-closing[i].Live, "those on their way are the same cases")
		assert.GreaterOrEqual(t, kept[i].Live, closing[i].Live)
	}
}

func TestEveryCaseOfACohortIsSomewhere(t *testing.T) {
	const runs = 2000
	p := programme.Pathfinders(3)
	o := simulate(t, p, runs, 2)
	require.Len(t, p.Cohort, 21)
	var fell uint64
	for _, f := range o.Falls {
		assert.NotEmpty(t, f.Where)
		fell += f.Cases
	}
	last := o.Months[len(o.Months)-1]
	assert.LessOrEqual(t, fell, uint64(21*runs))
	assert.Greater(t, fell, uint64(13*runs), "ten years on most have fallen, or lost a re-tender")
	assert.Less(t, last.EmergingAndEstablished.P95, int64(21))
	assert.Equal(t, int64(21), o.Supported.P50)
	assert.Zero(t, o.Spent.P95, "support was promised")
	first := o.Months[5]
	assert.Equal(t, int64(12), first.EmergingAndEstablished.P95, "the first wave, before anybody falls")
	for _, m := range o.Months {
		assert.LessOrEqual(t, m.Live.P50, m.EmergingAndEstablished.P50)
	}
}

func TestLimitsOfTheModel(t *testing.T) {
	p := programme.Pathfinders(5)
	last := func(o *programme.Outlook) programme.Month { return o.Months[len(o.Months)-1] }
	all := set(t, p, "launch", "1", "hold", "0", "closure", "0", "retender_lost", "0", "growth", "0")
	o := simulate(t, all, 500, 2)
	assert.Equal(t, programme.Spread{P5: 21, P25: 21, P50: 21, P75: 21, P95: 21}, last(o).Live, "nothing can fall")
	assert.Empty(t, o.Falls)
	none := set(t, p, "launch", "0")
	o = simulate(t, none, 500, 2)
	assert.Zero(t, last(o).Workers.P95)
	lost := set(t, all, "retender_lost", "1")
	o = simulate(t, lost, 500, 2)
	require.Len(t, o.Falls, 1)
	assert.Equal(t, "lost a re-tender", o.Falls[0].Where)
	assert.Greater(t, o.Falls[0].Cases, uint64(21*500*99/100), "but for the few that launched in the last years, all have met one")
	held := set(t, all, "hold", "1", "resume", "0", "hold_months", "6")
	o = simulate(t, held, 500, 2)
	assert.Equal(t, []programme.Fall{{Where: "on hold and not resumed", Cases: 21 * 500}}, o.Falls)
	late := set(t, all, "hold", "1", "resume", "1", "hold_months", "1000")
	o = simulate(t, late, 500, 2)
	assert.Zero(t, last(o).Live.P95, "they resume after the programme ends")
	assert.Equal(t, int64(21), last(o).EmergingAndEstablished.P5)
}

// certain is one case of 1,000 staff that takes twelve months and that nothing stops.
func certain(t *testing.T) *programme.Programme {
	t.Helper()
	p := programme.Pathfinders(5)
	p.Cohort = []programme.Case{{Name: "one", Staff: law.Known(1000), Supported: law.Known(true)}}
	return set(t, p, "launch", "1", "hold", "0", "closure", "0", "retender_lost", "0", "duration_median", "12", "duration_spread", "0")
}

// reached says for each target whether all of the runs reached it, or none.
func reached(t *testing.T, p *programme.Programme, people int64, month int) bool {
	t.Helper()
	q := *p
	q.Targets = []programme.Target{{People: people, Month: month}}
	o := simulate(t, &q, 130, 2)
	switch o.Chances[0].Hits {
	case 0:
		return false
	case o.Runs:
		return true
	}
	t.Fatalf("%d of %d", o.Chances[0].Hits, o.Runs)
	return false
}

func TestOneCaseMonthByMonth(t *testing.T) {
	p := certain(t)
	for name, x := range map[string]struct {
		p      *programme.Programme
		people int64
		month  int
		want   bool
	}{
		"the month before it launches":                    {p, 1, 11, false},
		"the month in which it launches":                  {p, 1000, 12, true},
		"no more than its staff":                          {p, 1001, 12, false},
		"a year on, not grown the month before":           {p, 1001, 23, false},
		"a year on, grown by 5%":                          {p, 1050, 24, true},
		"and by no more":                                  {p, 1051, 24, false},
		"two years on, grown by 5% of what it was":        {p, 1103, 36, true},
		"and by no more than that":                        {p, 1104, 36, false},
		"a re-tender lost, the month before":              {set(t, p, "retender_lost", "1"), 1000, 59, true},
		"a re-tender lost, in its month":                  {set(t, p, "retender_lost", "1"), 1, 60, false},
		"on hold for two years, the month before":         {set(t, p, "hold", "1", "resume", "1"), 1, 35, false},
		"on hold for two years, and live":                 {set(t, p, "hold", "1", "resume", "1"), 1000, 36, true},
		"a case of part of a month takes the whole of it": {set(t, p, "duration_median", "25/2"), 1, 12, false},
		"and launches in the next":                        {set(t, p, "duration_median", "25/2"), 1000, 13, true},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, x.want, reached(t, x.p, x.people, x.month))
		})
	}
}

func TestCasesFallAsOftenAsTheOddsSay(t *testing.T) {
	const runs, cases = 4000, 21 * 4000
	p := set(t, programme.Pathfinders(41), "closure", "0", "retender_lost", "0")
	o := simulate(t, p, runs, 2)
	byTheWay, held := 0.0, 0.0
	for _, f := range o.Falls {
		if f.Where == "on hold and not resumed" {
			held += float64(f.Cases)
		} else {
			byTheWay += float64(f.Cases)
		}
	}
	assert.InDelta(t, 0.15*0.3, held/cases, 0.003)
	assert.InDelta(t, (1-0.15*0.3)*0.5, byTheWay/cases, 0.007)
	assert.InDelta(t, 10, o.Launched.P50, 1)
	closing := set(t, p, "closure", "0.02", "launch", "1", "hold", "0", "duration_median", "12", "duration_spread", "0")
	closing.Months = 73 // five years of trading for the first wave, four and a half for the second
	o = simulate(t, closing, runs, 2)
	require.Len(t, o.Falls, 1)
	assert.Equal(t, "closed", o.Falls[0].Where)
	assert.InDelta(t, 12*(1-math.Pow(0.98, 5))+9*(1-math.Pow(0.98, 4.5)), float64(o.Falls[0].Cases)/runs, 0.07)
}

func TestSupportIsRationedByMoneyAndMentors(t *testing.T) {
	p := programme.Ambition(11)
	p.Targets = nil
	rich := set(t, p, "expressions", "1000", "fund", "1000000000")
	free := simulate(t, rich, 400, 2)
	poor := simulate(t, set(t, rich, "fund", "476000"), 400, 2)
	assert.Equal(t, programme.Spread{P5: 10, P25: 10, P50: 10, P75: 10, P95: 10}, poor.Supported, "ten packages of £47,600")
	assert.InDelta(t, 476_000, poor.Spent.P50, 476_000/64)
	few := *rich
	few.Mentors = law.Known(5)
	rationed := simulate(t, &few, 400, 2)
	assert.Less(t, rationed.Supported.P95, free.Supported.P5)
	assert.Greater(t, rationed.Supported.P5, int64(5), "mentors are free again")
	for _, o := range []*programme.Outlook{poor, rationed} {
		waiting := false
		for _, f := range o.Falls {
			waiting = waiting || strings.HasPrefix(f.Where, "still waiting")
		}
		assert.True(t, waiting)
	}
	nobody := few
	nobody.Mentors = law.Known(0)
	assert.Zero(t, simulate(t, &nobody, 100, 2).Supported.P95)
}

func TestMoreOfALeverNeverMakesFewerWorkers(t *testing.T) {
	p := programme.Ambition(13)
	p.Targets = nil
	end := func(pairs ...string) int64 {
		o := simulate(t, set(t, p, pairs...), 500, 2)
		return o.Months[len(o.Months)-1].Workers.P50
	}
	start := end()
	assert.Greater(t, end("expressions", "220"), start)
	assert.Greater(t, end("supported", "60%"), start)
	assert.Greater(t, end("launch", "100%"), start)
	assert.Greater(t, end("size_mean", "700"), start)
	assert.Greater(t, end("growth", "10%"), start)
	assert.Greater(t, end("mandate_factor", "8"), start)
	assert.Greater(t, end("imitation", "30%"), start)
	assert.Less(t, end("closure", "20%"), start)
	assert.Less(t, end("retender_lost", "35%"), start)
}

func TestThePoolBoundsWhoCanLeave(t *testing.T) {
	p := programme.Ambition(17)
	p.Opening = law.Fact[programme.Opening]{}
	p.Targets = []programme.Target{{People: 1000, Month: 53}, {People: 1001, Month: 53}}
	p.Pool = law.Known[int64](1000)
	o := simulate(t, set(t, p, "growth", "0", "expressions", "1000", "fund", "1000000000", "closure", "0", "retender_lost", "0"), 300, 2)
	assert.Equal(t, law.Per(1, 1), o.Chances[0].Odds())
	assert.Equal(t, law.Ratio{}, o.Chances[1].Odds(), "nobody else is there to leave")
}

func TestTheOpeningStockIsThereFromTheFirstMonth(t *testing.T) {
	p := programme.Ambition(19)
	o := simulate(t, p, 500, 2)
	assert.InDelta(t, 45, o.Months[0].Live.P50, 1)
	assert.InDelta(t, 25_000, o.Months[0].Workers.P50, 700)
	assert.Equal(t, "2011-07-31", o.Months[0].Day.String())
	assert.Equal(t, "2015-12-31", o.Months[53].Day.String())
	require.Len(t, o.Chances, 2)
	assert.Zero(t, o.Chances[0].Hits, "a million is out of reach")
	assert.Zero(t, o.Chances[1].Hits)
}

func TestBadProgrammesNameThePlace(t *testing.T) {
	good, err := json.Marshal(programme.Pathfinders(1))
	require.NoError(t, err)
	_, err = programme.Read(bytes.NewReader(good))
	require.NoError(t, err)
	for want, swap := range map[string][2]string{
		"first: no day":                {`"first":"2010-08-01"`, `"first":""`},
		"months: 0 is not":             {`"months":120`, `"months":0`},
		"months: 481 is not":           {`"months":120`, `"months":481`},
		"seed: none":                   {`"seed":1`, `"seed":null`},
		"cohort[0].month: -1":          {`"month":0`, `"month":-1`},
		"cohort[0].month: 120":         {`"month":0`, `"month":120`},
		"cohort[1].month: 0 is before": {`"month":0`, `"month":1`},
		"cohort[0].staff: 0":           {`"staff":1082`, `"staff":0`},
		"parameters.supported.value":   {`"supported":{"value":"19%"`, `"supported":{"value":"119%"`},
		"parameters.hold.value: -15%":  {`"hold":{"value":"15%"`, `"hold":{"value":"-15%"`},
		"mentors: -1":                  {`"months":120`, `"mentors":-1,"months":120`},
		"pool: -1":                     {`"months":120`, `"pool":-1,"months":120`},
		"opening.bodies: 0":            {`"months":120`, `"opening":{"bodies":0,"staff":1},"months":120`},
		"opening.staff: 1 is not":      {`"months":120`, `"opening":{"bodies":2,"staff":1},"months":120`},
		"targets[0].month: 120":        {`"months":120`, `"targets":[{"people":1,"month":120}],"months":120`},
		"targets[0].people: 0":         {`"months":120`, `"targets":[{"people":0,"month":1}],"months":120`},
		"expressions.value: 9500000":   {`"expressions":{"value":"0%"`, `"expressions":{"value":"950000"`},
		"parameters.size_spread.value": {`"size_spread":{"value":"135%"`, `"size_spread":{"value":"490%"`},
	} {
		t.Run(want, func(t *testing.T) {
			require.Contains(t, string(good), swap[0])
			text := strings.Replace(string(good), swap[0], swap[1], 1)
			p, err := programme.Read(strings.NewReader(text))
			if err == nil {
				_, err = programme.Simulate(context.Background(), p, 1, 1, nil)
			}
			require.Error(t, err)
			assert.ErrorContains(t, err, want)
		})
	}
	nothing := programme.Pathfinders(1)
	nothing.Cohort = nil
	assert.ErrorContains(t, nothing.Check(), "cohort: none, where nothing arrives")
	_, err = programme.Simulate(context.Background(), programme.Pathfinders(1), 0, 1, nil)
	assert.ErrorContains(t, err, "runs: 0")
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = programme.Simulate(stopped, programme.Pathfinders(1), 10, 1, nil)
	assert.ErrorIs(t, err, context.Canceled)
}

func FuzzRead(f *testing.F) {
	b, err := json.Marshal(programme.Pathfinders(1))
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := programme.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		p.Months = min(p.Months, 24)
		if p.Parameters.Expressions.Value.Cmp(law.Per(1000, 1)) > 0 || p.Check() != nil {
			return
		}
		_, _ = programme.Simulate(context.Background(), p, 2, 1, nil)
	})
}

func BenchmarkPathfinders(b *testing.B) {
	p := programme.Pathfinders(1)
	for b.Loop() {
		simulate(b, p, 10_000, 2)
	}
}

func BenchmarkAmbition(b *testing.B) {
	p := programme.Ambition(1)
	for b.Loop() {
		simulate(b, p, 10_000, 2)
	}
}
