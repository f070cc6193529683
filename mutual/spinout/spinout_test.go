package spinout_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

func read(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "case.json"))
	require.NoError(t, err)
	return b
}

func open(t testing.TB) *spinout.Case {
	t.Helper()
	c, err := spinout.Read(bytes.NewReader(read(t)))
	require.NoError(t, err)
	return c
}

func Example() {
	file, err := os.ReadFile(filepath.Join("testdata", "case.json"))
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := spinout.Read(bytes.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	cmp, err := spinout.Compare(c, law.Date{}, legalform.Mutuals())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, col := range cmp.Columns {
		fmt.Printf("%-26s on capital %v, kept %v\n", col.Organisation.Form.FormTitle(),
			col.Projection.Total(law.Dividend, law.ShareInterest), col.Projection.Reserves())
	}
	// Output:
	// CIC limited by guarantee   on capital £0.00, kept £38,400.00
	// CIC by shares, Schedule 2  on capital £0.00, kept £38,400.00
	// CIC by shares, Schedule 3  on capital £6,000.00, kept £32,400.00
	// Co-operative society       on capital £1,500.00, kept £37,200.00
	// Community benefit society  on capital £1,500.00, kept £37,200.00
	// Employee-trust company     on capital £9,000.00, kept £29,400.00
}

func TestAFormMoreIsAColumnMore(t *testing.T) {
	c := open(t)
	before, err := spinout.Compare(c, law.Date{}, legalform.Mutuals())
	require.NoError(t, err)
	figures := cic.Enacted()
	figures.AggregateCap, err = figures.AggregateCap.With(law.Entry[law.Ratio]{
		From: law.MustDate("2005-07-01"), Value: law.Per(1, 200), By: law.Instrument{Title: "A reform"}.At("", ""), Checked: law.MustDate("2026-11-23"),
	})
	require.NoError(t, err)
	reformed := cic.SharesSchedule3(figures)
	reformed.ID, reformed.Title = "reformed", "CIC reformed"
	after, err := spinout.Compare(c, law.Date{}, append(legalform.Mutuals(), reformed))
	require.NoError(t, err)
	require.Len(t, after.Columns, len(before.Columns)+1)
	for i := range before.Columns {
		assert.Equal(t, before.Columns[i].Projection.Years, after.Columns[i].Projection.Years, "no other column changes")
	}
	last := after.Columns[len(before.Columns)]
	assert.Less(t, last.Projection.Total(law.Dividend), before.Columns[2].Projection.Total(law.Dividend))
	refusals := last.Refusals()
	require.NotEmpty(t, refusals)
	var codes []law.Code
	for _, r := range refusals {
		codes = append(codes, r.Allowance.Binding)
	}
	assert.Contains(t, codes, cic.OverAggregateCap)
}

func TestWhatTheFormAllowsItsRulesAllow(t *testing.T) {
	for _, on := range []string{"2006-04-01", "2010-10-01", "2014-04-06", "2014-10-01", "2026-11-23"} {
		c, day := open(t), law.MustDate(on)
		forms := legalform.ForPlan(legalform.All(), c.Plan(day))
		require.Greater(t, len(forms), len(legalform.Mutuals()), on)
		cmp, err := spinout.Compare(c, day, forms)
		require.NoError(t, err)
		for _, col := range cmp.Columns {
			for _, y := range col.Projection.Years {
				assert.NoError(t, y.Report.Err(), "%s beginning %s, declared %v", col.Organisation.Form.FormID(), on, y.Declared)
			}
		}
	}
}

func TestFindingsAndRefusalsAreGatheredByYear(t *testing.T) {
	cmp, err := spinout.Compare(open(t), law.MustDate("2012-04-01"), legalform.Mutuals())
	require.NoError(t, err)
	var shareCap []int
	for _, r := range cmp.Columns[2].Refusals() {
		if r.Allowance.Binding == cic.OverShareCap {
			shareCap = r.Years
		}
	}
	assert.Equal(t, []int{1, 2}, shareCap, "declared in September 2013 and 2014, and not on 30 September 2015")
	for _, f := range cmp.Columns[3].Findings() {
		assert.NotEmpty(t, f.Years)
		assert.NotEmpty(t, f.Message)
	}
}

func TestJSONIsTheWholeComparison(t *testing.T) {
	cmp, err := spinout.Compare(open(t), law.Date{}, legalform.Mutuals())
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, cmp.WriteJSON(&b))
	var got map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &got))
	assert.Len(t, got["forms"], len(legalform.Mutuals()))
	assert.Contains(t, b.String(), `"assumption"`)
}

func TestEveryInputHasItsOrigin(t *testing.T) {
	c := open(t)
	n := 0
	for in := range c.Inputs() {
		n++
		assert.NotEqual(t, in.Source == "", in.Assumption == "", in.Path)
	}
	assert.Greater(t, n, 15)
}

func TestBadCasesNameThePlace(t *testing.T) {
	good := string(read(t))
	for want, swap := range map[string][2]string{
		"schema":                 {`"schema": 1`, `"schema": 3`},
		"name":                   {`"name": "Vale Care"`, `"name": ""`},
		"in:":                    {`"in": "england"`, `"in": ""`},
		"founded":                {`"2010-10-01"`, `""`},
		"staff":                  {`{"value": 10,`, `{"value": 0,`},
		"members":                {`{"value": 9,`, `{"value": -1,`},
		"income":                 {`"value": "500000", "assumption"`, `"value": "500000", "assumtion"`},
		"tax":                    {`"value": "20%"`, `"value": "120%"`},
		"kind of payment":        {`"dividend"`, `"divvy"`},
		"policy.value: steps[1]": {`"share": "30%"`, `"share": "-30%"`},
		"costs":                  {`"costs": {"value": "480000"`, `"costs": {"value": "4.8e5"`},
	} {
		t.Run(want, func(t *testing.T) {
			require.Contains(t, good, swap[0])
			_, err := spinout.Read(strings.NewReader(strings.Replace(good, swap[0], swap[1], 1)))
			require.Error(t, err)
			assert.ErrorContains(t, err, want)
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(read(f))
	f.Add([]byte(uncertainFile(f)))
	f.Add([]byte(`{"schema":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := spinout.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		_, _ = spinout.Compare(c, law.Date{}, legalform.All())
	})
}

func BenchmarkCompare(b *testing.B) {
	c, forms := open(b), legalform.Mutuals()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := spinout.Compare(c, law.Date{}, forms); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAnInputWithoutAValueIsNotTakenForNought(t *testing.T) {
	file := string(read(t))
	var raw map[string]any
	require.NoError(t, json.Unmarshal([]byte(file), &raw))
	for name, v := range raw {
		inputs, isList := v.([]any)
		if !isList {
			inputs = []any{v}
		}
		for _, in := range inputs {
			input, ok := in.(map[string]any)
			if !ok {
				continue
			}
			value := input["value"]
			for _, spoil := range []func(){func() { delete(input, "value") }, func() { input["value"] = nil }} {
				spoil()
				b, err := json.Marshal(raw)
				require.NoError(t, err)
				_, err = spinout.Read(bytes.NewReader(b))
				require.ErrorContains(t, err, name)
				input["value"] = value
			}
		}
	}
}

func TestPaymentsOfNothingAreAnEmptyList(t *testing.T) {
	c := open(t)
	c.Costs.Value = 2 * c.Income.Value
	cmp, err := spinout.Compare(c, law.Date{}, legalform.Mutuals())
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, cmp.WriteJSON(&b))
	assert.Contains(t, b.String(), `"payments": []`)
	assert.NotContains(t, b.String(), `"payments": null`)
}
