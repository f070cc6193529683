package legalform_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func TestOneFigureIsChangedFromADayOn(t *testing.T) {
	schedule3 := func() legalform.Form { return cic.SharesSchedule3(cic.Enacted()) }
	coop := func() legalform.Form { return society.CoOperative(society.Enacted()) }
	for _, c := range []struct {
		name, figure, value, from string
		form                      func() legalform.Form
		before, after             string // the value the day before, and on the day
	}{
		{"a ratio", "cic.aggregate_cap", "49%", "2012-07-01", schedule3, `"35%"`, `"49%"`},
		{"a ratio from its very beginning", "cic.aggregate_cap", "49%", "2005-07-01", schedule3, ``, `"49%"`},
		{"a number", "cic.carry_forward_years", "2", "2012-07-01", schedule3, `4`, `2`},
		{"what had ended begins again", "cic.carry_forward_years", "4", "2014-10-01", schedule3, `4`, `4`},
		{"the first part of several", "cic.share_cap", "20%", "2014-10-01", schedule3, `{"over":"20%"}`, `{"over":"20%"}`},
		{"the first part, and the others as they stood", "cic.share_cap", "6%", "2008-01-01", schedule3, `{"over":"5%","linked_to_base":true}`, `{"over":"6%","linked_to_base":true}`},
		{"several parts as a whole", "cic.share_cap", `{"over": "6%"}`, "2008-01-01", schedule3, `{"over":"5%","linked_to_base":true}`, `{"over":"6%"}`},
		{"pounds", "society.max_shareholding", "£20,000", "2015-01-01", coop, `{"most":"100000.00","only_withdrawable":true}`, `{"most":"20000.00","only_withdrawable":true}`},
		{"true or false", "society.provider_exemption", "false", "2015-01-01", coop, `true`, `false`},
		{"an end", "cic.aggregate_cap", "ends", "2012-07-01", schedule3, `"35%"`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			from := law.MustDate(c.from)
			f := c.form()
			got, err := legalform.WithFigure(f, c.figure, c.value, from)
			require.NoError(t, err)
			assert.Equal(t, c.before, valueOn(t, got, c.figure, from.AddDays(-1)))
			assert.Equal(t, c.after, valueOn(t, got, c.figure, from))
			assert.Equal(t, c.after, valueOn(t, got, c.figure, law.MustDate("2099-01-01")), "for good")
			assert.Equal(t, f.FormID()+"+"+c.figure, got.FormID())
			assert.Equal(t, f.FormTitle()+", "+c.figure+" "+c.value+" from "+from.Long(), got.FormTitle())
			assert.Equal(t, others(c.form(), c.figure), others(got, c.figure), "the other figures stand")
			assert.Equal(t, slices.Collect(c.form().FigureList()), slices.Collect(f.FigureList()), "and so does the form given")
		})
	}
}

// valueOn is what a figure's data says of a day, nothing where it says nothing.
func valueOn(t *testing.T, f legalform.Form, id string, on law.Date) string {
	for g := range f.FigureList() {
		if g.ID != id {
			continue
		}
		var entries []struct {
			From  law.Date        `json:"from"`
			Value json.RawMessage `json:"value"`
			Is    law.Standing    `json:"is"`
		}
		require.NoError(t, json.Unmarshal(g.Entries, &entries))
		for _, e := range slices.Backward(entries) {
			if !e.From.After(on) {
				if e.Is == law.Ended {
					return ""
				}
				return string(e.Value)
			}
		}
	}
	return ""
}

func others(f legalform.Form, but string) (out []law.Figure) {
	for g := range f.FigureList() {
		if g.ID != but {
			out = append(out, g)
		}
	}
	return out
}

func TestAReformOfOneFigureMovesWhatTheFormAllows(t *testing.T) {
	f := cic.SharesSchedule3(cic.Enacted())
	reform, err := legalform.WithFigure(f, "cic.aggregate_cap", "49%", law.MustDate("2015-04-01"))
	require.NoError(t, err)
	body := f.Draft(law.Plan{Name: "Hill", Founded: law.MustDate("2010-10-01"), In: law.England, Members: 5, Capital: law.Pounds(1000)})
	for start, want := range map[string]law.Pence{"2015-03-31": law.Pounds(3_500), "2015-04-01": law.Pounds(4_900)} {
		on := law.MustDate(start)
		b := law.Books{YearStart: on, YearEnd: on.AddMonths(12).AddDays(-1), Distributable: law.Known(law.Pounds(10_000)), PaidUp: law.Pounds(1000)}
		a, err := reform.Allow(body, law.Payment{Kind: law.Dividend, Declared: on.AddMonths(18)}, &b)
		require.NoError(t, err)
		assert.Equal(t, want, a.Most, "a year beginning on %v", on)
	}
}

func TestAReformThatCannotBeIsRefused(t *testing.T) {
	f, on := cic.SharesSchedule3(cic.Enacted()), law.MustDate("2015-01-01")
	for _, c := range []struct {
		name, figure, value string
		on                  law.Date
		want                string
	}{
		{"a figure that there is not", "cic.agregate_cap", "49%", on, `cic-shares-schedule-3: no figure "cic.agregate_cap"; there are cic.aggregate_cap, cic.share_cap`},
		{"another form's figure", "society.max_shareholding", "1", on, `no figure "society.max_shareholding"`},
		{"a value that is no ratio", "cic.aggregate_cap", "lots", on, "cic.aggregate_cap"},
		{"a value that is no number", "cic.carry_forward_years", "many", on, `cic.carry_forward_years: "many" is no such value as 4`},
		{"a value of another kind", "cic.carry_forward_years", "true", on, "cic.carry_forward_years"},
		{"parts that are no JSON", "cic.share_cap", "{over}", on, "cic.share_cap"},
		{"a part that there is not", "cic.share_cap", `{"under": "5%"}`, on, "cic.share_cap"},
		{"a first part that is no ratio", "cic.share_cap", "lots", on, "cic.share_cap"},
		{"an end before the beginning", "cic.aggregate_cap", "ends", law.MustDate("2005-07-01"), "ends what never began"},
		{"no day", "cic.aggregate_cap", "49%", law.Date{}, "cic.aggregate_cap: "},
		{"no value", "cic.aggregate_cap", "", on, "cic.aggregate_cap"},
		{"a value without end", "cic.aggregate_cap", strings.Repeat("4", 4097), on, "cic.aggregate_cap: a value of 4097 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := legalform.WithFigure(f, c.figure, c.value, c.on)
			require.ErrorContains(t, err, c.want)
			assert.Nil(t, got)
		})
	}
}

func TestAReformHasANameOfItsOwnAndAFormThatTakesIt(t *testing.T) {
	data := `{"cic.aggregate_cap": [{"from": "2005-07-01", "value": "49%", "by": {"title": "A bill"}, "checked": "2026-11-23"}]}`
	f := cic.SharesSchedule3(cic.Enacted())
	got, err := legalform.Reform(f, "cic-49", "CIC at 49%", strings.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, "cic-49", got.FormID())
	assert.Equal(t, "CIC at 49%", got.FormTitle())
	_, err = legalform.Reform(f, "", "CIC at 49%", strings.NewReader(data))
	require.ErrorContains(t, err, "an id and a title")
	_, err = legalform.Reform(f, "x", "X", strings.NewReader(`{"cic.no": []}`))
	require.ErrorContains(t, err, "there are cic.aggregate_cap")
	_, err = legalform.Reform(struct{ legalform.Form }{f}, "x", "X", strings.NewReader(data))
	require.ErrorIs(t, err, legalform.ErrFixed)
}

func TestEveryFormCanBeReformed(t *testing.T) {
	for _, f := range legalform.In(0) {
		for g := range f.FigureList() {
			var entries []json.RawMessage
			require.NoError(t, json.Unmarshal(g.Entries, &entries))
			data, err := json.Marshal(map[string][]json.RawMessage{g.ID: entries})
			require.NoError(t, err)
			same, err := legalform.Reform(f, "same", "Same", strings.NewReader(string(data)))
			require.NoError(t, err, "%s: %s", f.FormID(), g.ID)
			assert.Equal(t, others(f, ""), others(same, ""), "%s: %s written and read back", f.FormID(), g.ID)
		}
	}
}

func FuzzWithFigure(f *testing.F) {
	for _, v := range []string{"49%", "1/3", "£20,000", "4", "true", "ends", `{"over": "5%"}`, `{"most":{}}`, "null", "", "[]", "\x00"} {
		f.Add("cic.share_cap", v, 15_000)
		f.Add("cic.aggregate_cap", v, 17_000)
	}
	form := cic.SharesSchedule3(cic.Enacted())
	before := others(form, "")
	f.Fuzz(func(t *testing.T, figure, value string, days int) {
		got, err := legalform.WithFigure(form, figure, value, law.MustDate("1966-01-01").AddDays(days%40_000))
		if (err == nil) != (got != nil) {
			t.Fatalf("%v and %v", got, err)
		}
		if err == nil && len(others(got, "")) != len(before) {
			t.Fatal("a figure is lost")
		}
	})
	assert.Equal(f, before, others(form, ""), "the form given stands")
}
