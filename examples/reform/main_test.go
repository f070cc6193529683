package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// answered is an answer with few paths.
func answered(t *testing.T, args ...string) *answer {
	t.Helper()
	o, err := parse(append([]string{"-paths", "16", "-years", "2"}, args...), os.Stderr)
	require.NoError(t, err)
	r, err := accounts.Shipped()
	require.NoError(t, err)
	a, err := answerTo(context.Background(), o, r)
	require.NoError(t, err)
	return a
}

func TestAHigherCapPaysMoreAndALowerOneLess(t *testing.T) {
	for _, c := range []struct {
		to   string
		sign float64
	}{{"49%", 1}, {"20%", -1}} {
		t.Run(c.to, func(t *testing.T) {
			a := answered(t, "-figure", "cic.aggregate_cap", "-to", c.to, "-from", "2014-10-01")
			assert.Equal(t, "CIC by shares, Schedule 3", a.Before)
			assert.Positive(t, a.Touched)
			for i := range a.each {
				paid, kept, broke := a.each[i].amounts[0], a.each[i].amounts[1], a.each[i].amounts[2]
				if broke.before > 0 || broke.after > 0 {
					continue // a body that ends is spared later losses, and later payments
				}
				assert.GreaterOrEqual(t, paid.difference*c.sign, -1.0, a.each[i].body.id)
				assert.LessOrEqual(t, kept.difference*c.sign, 1.0, a.each[i].body.id)
			}
			l := a.Lines[0]
			assert.Positive(t, l.Difference*c.sign)
			assert.InDelta(t, *l.After-*l.Before, l.Difference, 0.011, "before and after, to the penny each")
			assert.Positive(t, l.Chance)
			assert.Positive(t, l.Sample)
		})
	}
}

func TestAReformThatChangesNothingTouchesNobody(t *testing.T) {
	a := answered(t, "-figure", "cic.aggregate_cap", "-to", "35%", "-from", "2014-10-01")
	assert.Zero(t, a.Touched)
	assert.Empty(t, a.Spread)
	for _, l := range a.Lines {
		assert.Zero(t, l.Difference, l.What)
		assert.Zero(t, l.Chance, l.What)
	}
	assert.Equal(t, []band{{"as before", a.Bodies}}, a.Bands[3:4])
}

func TestTheShareCapKeptOnHoldsDividendsToAFifthOfTheCapital(t *testing.T) {
	a := answered(t, "-ready", "share-cap-kept", "-years", "1", "-capital", "10%")
	for i := range a.each {
		x := &a.each[i]
		assert.LessOrEqual(t, x.amounts[0].after, float64(x.capital)/5+1, x.body.id)
	}
	assert.Negative(t, a.Lines[0].Difference)
}

func TestTheSameSeedGivesTheSameAnswerAndAnotherAnother(t *testing.T) {
	for _, ready := range []string{"dividend-cap-49", "shareholding-20000"} {
		one, again, other := answered(t, "-ready", ready), answered(t, "-ready", ready), answered(t, "-ready", ready, "-seed", "2")
		assert.Equal(t, one, again)
		assert.NotEqual(t, one.Lines, other.Lines)
	}
}

func TestEachBodyHasDrawsOfItsOwnWhoeverElseIsThere(t *testing.T) {
	all, few := answered(t), answered(t, "-largest", "100000")
	byID := map[string]result{}
	for _, r := range all.each {
		byID[r.body.id] = r
	}
	require.Less(t, few.Bodies, all.Bodies)
	for _, r := range few.each {
		assert.Equal(t, byID[r.body.id].amounts, r.amounts, r.body.id)
	}
}

func TestALowerMaximumPutsMoreMembersAboveIt(t *testing.T) {
	a := answered(t, "-ready", "shareholding-20000")
	for i := range a.each {
		for k, x := range a.each[i].amounts {
			assert.GreaterOrEqual(t, x.difference, 0.0, "%s: %s", a.each[i].body.id, a.Lines[k].What)
		}
	}
	for _, l := range a.Lines {
		assert.Positive(t, l.Difference, l.What)
	}
	assert.Equal(t, a.Touched, a.Bodies-a.Bands[3].Bodies)
}

func TestHoldingsDrawnAreSpreadAsTheyAreSaidToBe(t *testing.T) {
	// 100 members of £100 each on average: above £100 there is e^-1 of them, above £200 e^-2.
	var over100, over200, sum float64
	const paths = 2_000
	for n := range uint64(paths) {
		last := law.MaxPence
		for held := range largest(law.Pounds(10_000), 100, 7, n, 0) {
			assert.LessOrEqual(t, held, last, "from the largest down")
			last = held
			sum += float64(held)
			if held > law.Pounds(100) {
				over100++
			}
			if held > law.Pounds(200) {
				over200++
			}
		}
	}
	assert.InEpsilon(t, 100*math.Exp(-1), over100/paths, 0.02)
	assert.InEpsilon(t, 100*math.Exp(-2), over200/paths, 0.03)
	assert.InEpsilon(t, float64(law.Pounds(10_000)), sum/paths, 0.01)
}

func TestWhoIsCountedAboveTheMaximumIsInBreachOfTheRule(t *testing.T) {
	o, err := parse([]string{"-ready", "shareholding-20000"}, os.Stderr)
	require.NoError(t, err)
	_, before, after, err := choose(o)
	require.NoError(t, err)
	h, err := newHoldings(o, before, after)
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{law.Pounds(100_000), law.Pounds(20_000)}, []law.Pence{h.before, h.after})
	b := &body{id: "R1", funds: law.Pounds(1_000_000), members: 40}
	capital := law.Percent(50).Of(b.funds)
	breached := [2]int{}
	for n := range uint64(40) {
		was, is := h.path(b, capital, n)
		var list []society.Holding
		for held := range largest(capital, b.members, b.seed(o.seed), n, 0) {
			list = append(list, society.Holding{Member: "m", Exempt: law.Known(society.NotExempt), Withdrawable: law.Known(held), NonWithdrawable: law.Known(law.Pence(0))})
		}
		for i, f := range []legalform.Form{before, after} {
			s := f.Draft(law.Plan{Name: "R1", Founded: o.first, In: law.England, Members: 40, Capital: capital}).(*society.Society)
			s.Holdings = law.Known(list)
			rep, err := f.Judge(s, o.first, law.England)
			require.NoError(t, err)
			got, ok := rep.Outcome(society.ShareholdingTooLarge)
			require.True(t, ok)
			want := law.Met
			if [][3]float64{was, is}[i][1] > 0 {
				want = law.Breached
				breached[i]++
			}
			assert.Equal(t, want, got, "path %d, %s", n, f.FormTitle())
		}
	}
	assert.Positive(t, breached[1])
	assert.Less(t, breached[0], breached[1])
}

func TestWhatBodiesAreLeftOutAndWhy(t *testing.T) {
	year := func(turnover, profit, funds law.Fact[int64]) accounts.Year {
		return accounts.Year{End: law.MustDate("2015-12-31"), Turnover: turnover, Profit: profit, Funds: funds}
	}
	k := law.Known[int64]
	none := law.Fact[int64]{}
	for _, c := range []struct {
		name string
		y    accounts.Year
		want string
	}{
		{"enough", year(k(10_000), k(10_000), k(5)), ""},
		{"a loss as large as turnover", year(k(10_000), k(-10_000), k(-5)), ""},
		{"turnover below the least", year(k(9_999), k(0), k(5)), "no accounts with a turnover"},
		{"a profit above turnover", year(k(10_000), k(10_001), k(5)), "no accounts with a turnover"},
		{"no profit stated", year(k(10_000), none, k(5)), "no accounts with a turnover"},
		{"no funds stated", year(k(10_000), k(0), none), "no such accounts that state members' funds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, why := bodyOf(&accounts.Body{ID: "R1", Years: []accounts.Year{c.y}})
			if c.want == "" {
				assert.Empty(t, why)
			} else {
				assert.Contains(t, why, c.want)
			}
		})
	}
	got, why := bodyOf(&accounts.Body{ID: "R1", Years: []accounts.Year{year(k(20_000), k(2_000), k(7)), year(k(10_000), k(-2_000), k(9)), year(k(1), k(1), k(8))}})
	require.Empty(t, why)
	assert.Equal(t, law.Pounds(10_000), got.turnover, "the latest that tell enough")
	assert.Equal(t, law.Pounds(9), got.funds)
	assert.Equal(t, law.Pounds(-500), got.result, "at the average of +10%% and -20%%")
	a := answered(t)
	left := 0
	for _, l := range a.LeftOut {
		left += l.Count
	}
	assert.Equal(t, 435, a.Bodies+left, "404 companies and 31 community interest companies have accounts")
}

func TestTheProgramSaysWhatItFound(t *testing.T) {
	dir := t.TempDir()
	html, rows := filepath.Join(dir, "p.html"), filepath.Join(dir, "p.csv")
	for name, c := range map[string]struct {
		args   []string
		status int
		want   string
	}{
		"text":                     {nil, 0, accounts.Attribution},
		"list":                     {[]string{"-ready", "list"}, 0, "shareholding-20000"},
		"figures":                  {[]string{"-figure", "list"}, 0, "society.max_shareholding, of interest in shares"},
		"figures of a form":        {[]string{"-figure", "list", "-form", "cic-guarantee"}, 0, "from 1 October 2014: ends."},
		"figures of no form":       {[]string{"-figure", "list", "-form", "cats"}, 2, "-form: no form"},
		"a list with a value":      {[]string{"-figure", "list", "-to", "1"}, 2, "nothing is changed"},
		"JSON":                     {[]string{"-json"}, 0, `"touched"`},
		"files":                    {[]string{"-html", html, "-csv", rows}, 0, "Before and after"},
		"a society's form":         {[]string{"-figure", "society.max_shareholding", "-to", "£50,000", "-from", "2015-01-01"}, 0, "members above the maximum"},
		"nothing touched":          {[]string{"-figure", "cic.aggregate_cap", "-to", "35%", "-from", "2014-10-01"}, 0, "None: nothing that is looked at"},
		"an unknown figure":        {[]string{"-figure", "cic.agregate_cap", "-to", "49%", "-from", "2014-10-01"}, 2, `no figure "cic.agregate_cap"; of cic there are cic.aggregate_cap`},
		"an unknown family":        {[]string{"-figure", "cats", "-to", "49%", "-from", "2014-10-01"}, 2, `no form has a figure "cats"`},
		"a bad value":              {[]string{"-figure", "cic.aggregate_cap", "-to", "lots", "-from", "2014-10-01"}, 2, "cic.aggregate_cap"},
		"a figure of another form": {[]string{"-figure", "cic.aggregate_cap", "-to", "49%", "-from", "2014-10-01", "-form", "co-operative-society"}, 2, "co-operative-society: no figure"},
		"no such form":             {[]string{"-form", "cats"}, 2, "-form: no form"},
		"no such reform":           {[]string{"-ready", "cats"}, 2, "there are dividend-cap-49, share-cap-kept, shareholding-20000"},
		"both":                     {[]string{"-ready", "list", "-figure", "x"}, 2, "one of the two"},
		"no value":                 {[]string{"-figure", "cic.aggregate_cap"}, 2, "needs -to and -from"},
		"a value alone":            {[]string{"-to", "49%"}, 2, "go with -figure"},
		"too late":                 {[]string{"-figure", "cic.aggregate_cap", "-to", "49%", "-from", "2030-10-01"}, 2, "after all the years"},
		"no population":            {[]string{"-population", "cats"}, 2, "there are companies, societies, all"},
		"one path":                 {[]string{"-paths", "1"}, 2, "-paths"},
		"no years":                 {[]string{"-years", "0"}, 2, "-years"},
		"a part above all":         {[]string{"-asks", "101%"}, 2, "-asks"},
		"capital below nothing":    {[]string{"-capital", "-1%"}, 2, "-capital"},
		"too small":                {[]string{"-largest", "9999"}, 2, "-largest"},
		"a stray argument":         {[]string{"x"}, 2, `"x"`},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs strings.Builder
			args := c.args
			if name != "one path" {
				args = append([]string{"-paths", "4", "-years", "1"}, args...)
			}
			assert.Equal(t, c.status, run(args, &out, &errs), errs.String())
			assert.Contains(t, out.String()+errs.String(), c.want)
			if name == "JSON" {
				assert.True(t, json.Valid([]byte(out.String())))
			}
		})
	}
	page, err := os.ReadFile(html)
	require.NoError(t, err)
	assert.Contains(t, string(page), "The cap on all dividends together")
	f, err := os.Open(rows)
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	assert.Len(t, all, answered(t).Bodies+1)
}

func BenchmarkPopulation(b *testing.B) {
	r, err := accounts.Shipped()
	require.NoError(b, err)
	for _, ready := range []string{"dividend-cap-49", "share-cap-kept", "shareholding-20000"} {
		b.Run(ready, func(b *testing.B) {
			o, err := parse([]string{"-ready", ready}, os.Stderr)
			require.NoError(b, err)
			var bodies int
			for b.Loop() {
				a, err := answerTo(context.Background(), o, r)
				if err != nil {
					b.Fatal(err)
				}
				bodies = a.Bodies
			}
			b.ReportMetric(float64(bodies)*float64(b.N)/b.Elapsed().Seconds(), "bodies/s")
		})
	}
}
