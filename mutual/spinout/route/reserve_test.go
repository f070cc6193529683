package route_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

func reserve(t *testing.T, a award, on string) *route.Reservation {
	t.Helper()
	f := route.Enacted()
	a.Contract.Awarded = law.Fact[law.Date]{}
	r, err := route.MayReserve(&a, law.MustDate(on), &f)
	require.NoError(t, err)
	return r
}

func TestTheDayOnWhichItBeganChoosesTheLaw(t *testing.T) {
	for _, tc := range []struct {
		name, begun, on string
		way             route.Way
		want            law.Outcome
		most            int64
	}{
		{"Part B, on its last day", "2015-02-25", "2015-09-01", 0, law.NotInForce, 0},
		{"regulation 77 on its first day", "2015-02-26", "2015-09-01", route.Reserved77, law.Met, 36},
		{"begun on the last day of regulation 77, awarded later", "2025-02-23", "2025-09-01", route.Reserved77, law.Met, 36},
		{"section 33 on its first day", "2025-02-24", "2025-09-01", route.Reserved33, law.Met, 60},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := youth()
			a.Contract.Begun = day(tc.begun)
			r := reserve(t, a, tc.on)
			assert.Equal(t, tc.way, r.Way)
			assert.Equal(t, tc.want, r.Outcome)
			assert.Equal(t, tc.most, r.MostMonths)
			assert.NotEmpty(t, r.Says)
			assert.Empty(t, r.Unknown)
		})
	}
	a := youth()
	a.Contract.Begun = law.Fact[law.Date]{}
	r := reserve(t, a, "2025-09-01")
	assert.Equal(t, law.Unknown, r.Outcome, "which law governs is not known")
	assert.Equal(t, "contract.begun", r.Unknown[0].Path)
	r = reserve(t, a, "2014-09-01")
	assert.Equal(t, law.NotInForce, r.Outcome, "whenever it began, there was no reservation")
}

func TestHowLongAndWhenAgain(t *testing.T) {
	a := youth()
	r := reserve(t, a, "2018-06-01")
	assert.Equal(t, "2021-06-02", r.Again.String(), "the past three years hold the corresponding day")
	assert.True(t, r.BarredUntil.IsZero())

	had(route.UnderRegulation77, "2017-06-01", "2017-06-01")(&a)
	r = reserve(t, a, "2018-06-01")
	assert.Equal(t, law.Breached, r.Outcome)
	assert.Equal(t, "2020-06-01", r.BarredUntil.String())
	assert.Equal(t, law.Breached, reserve(t, a, "2020-06-01").Outcome)
	assert.Equal(t, law.Met, reserve(t, a, "2020-06-02").Outcome, "the day after the bar")

	b := later()
	r = reserve(t, b, "2026-06-01")
	assert.Equal(t, "2029-06-01", r.Again.String(), "three years that end with the day of the award begin the day after the entry")
	had(route.UnderSection33, "2026-06-01", "2026-07-15")(&b)
	assert.Equal(t, law.Breached, reserve(t, b, "2029-07-14").Outcome)
	assert.Equal(t, "2029-07-14", reserve(t, b, "2029-07-14").BarredUntil.String())
	assert.Equal(t, law.Met, reserve(t, b, "2029-07-15").Outcome)
}

// The bar that is told is the bar that the rule finds, for days on both sides of it.
func TestTheBarAndTheRuleAgree(t *testing.T) {
	f := route.Enacted()
	for _, was := range []string{"2024-02-28", "2024-02-29", "2024-03-01", "2025-08-31", "2027-02-28"} {
		for basis, a := range map[route.Basis]award{route.UnderRegulation77: youth(), route.UnderSection33: later()} {
			had(basis, was, was)(&a)
			from := route.AgainFrom(basis, law.MustDate(was), a.Contract.Begun.Or(law.Date{}), &f)
			for d, want := range map[law.Date]law.Outcome{from.AddDays(-1): law.Breached, from: law.Met} {
				a.Contract.Awarded = law.Known(d)
				r, err := route.MayReserve(&a, d, &f)
				require.NoError(t, err)
				assert.Equal(t, want, r.Outcome, "%v, had on %s, awarded on %v", basis, was, d)
			}
		}
	}
	assert.True(t, route.AgainFrom(route.UnderOtherLaw, law.MustDate("2026-01-01"), law.MustDate("2026-01-01"), &f).IsZero())
	assert.True(t, route.AgainFrom(route.UnderSection33, law.MustDate("2020-01-01"), law.MustDate("2020-01-01"), &f).IsZero(), "no such bar yet")
}

func TestOnlyAPublicServiceMutualQualifiesUnderSection33(t *testing.T) {
	a := later()
	a.Bidder.Body.EmployeesControl = no()
	a.Bidder.Structure = law.Known(route.ActiveParticipation)
	r := reserve(t, a, "2026-06-01")
	assert.Equal(t, law.Breached, r.Outcome)
	require.ErrorIs(t, r.Report.Err(), psm.Control)
	assert.Equal(t, "bidder.body.employees_control", r.Report.Findings[0].Path)
	a.Contract.Begun = day("2024-06-01")
	a.Contract.Months = law.Known[int64](36)
	assert.Equal(t, law.Met, reserve(t, a, "2025-06-01").Outcome, "participation of users suffices for regulation 77")
}

func TestSupportedEmploymentNeedsNoMutual(t *testing.T) {
	a, f := later(), route.Enacted()
	a.Bidder.Body = psm.Body{}
	codes("45000000")(&a)
	months(240)(&a)
	r, err := route.MayReserveForSupport(&a, law.MustDate("2026-06-01"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.Met, r.Outcome, "no list of services, no term")
	assert.Zero(t, r.MostMonths)
	for begun, want := range map[string]law.Outcome{"2025-02-23": law.Met, "2015-02-26": law.Met, "2015-02-25": law.NotInForce} {
		a.Contract.Begun = day(begun)
		r, err = route.MayReserveForSupport(&a, law.MustDate("2026-06-01"), &f)
		require.NoError(t, err)
		assert.Equal(t, want, r.Outcome, "regulation 20, begun on %s", begun)
	}
	a.Contract.Begun = law.Fact[law.Date]{}
	r, err = route.MayReserveForSupport(&a, law.MustDate("2026-06-01"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.Unknown, r.Outcome, "which law governs is not known")
	_, err = route.MayReserveForSupport(&a, law.Date{}, &f)
	assert.ErrorIs(t, err, law.ErrDate)
}

func TestRoutesByDate(t *testing.T) {
	open := func(health bool, on string) (ways []route.Way) {
		options, err := route.Routes(health, law.MustDate(on))
		require.NoError(t, err)
		require.Len(t, options, 10)
		for _, o := range options {
			assert.NotEmpty(t, o.Title)
			assert.NotEmpty(t, o.Limits)
			assert.False(t, o.By.IsZero())
			if o.Open {
				ways = append(ways, o.Way)
			}
		}
		return ways
	}
	anyway := []route.Way{route.Own, route.Grant}
	assert.Equal(t, anyway, open(false, "2006-01-30"))
	assert.Equal(t, append([]route.Way{route.PartB}, anyway...), open(false, "2015-02-25"))
	assert.Equal(t, append(slices.Clone(anyway), route.LightTouch, route.Reserved77, route.Reserved20), open(false, "2015-02-26"))
	assert.Equal(t, append(slices.Clone(anyway), route.LightTouch, route.Reserved77, route.Reserved20), open(false, "2025-02-23"))
	assert.Equal(t, append(slices.Clone(anyway), route.LightTouchAct, route.Reserved33, route.Reserved32), open(false, "2025-02-24"))
	assert.Equal(t, append([]route.Way{route.PartB}, anyway...), open(true, "2016-04-17"), "health services stayed in Part B")
	assert.Equal(t, append(slices.Clone(anyway), route.LightTouch, route.Reserved20), open(true, "2016-04-18"))
	assert.Equal(t, append(slices.Clone(anyway), route.LightTouch, route.Reserved20), open(true, "2023-12-31"))
	assert.Equal(t, append(slices.Clone(anyway), route.Selection), open(true, "2024-01-01"))
	_, err := route.Routes(false, law.Date{})
	assert.ErrorIs(t, err, law.ErrDate)
}

// Gloucestershire's community services, about £100m a year, were to be awarded without a
// competition in 2011; a resident's challenge was settled, and the market tested.
func TestGloucestershireADirectAwardOfPartB(t *testing.T) {
	options, err := route.Routes(true, law.MustDate("2011-10-01"))
	require.NoError(t, err)
	assert.Equal(t, route.PartB, options[0].Way)
	assert.True(t, options[0].Open)
	assert.Contains(t, options[0].Limits, "open to challenge")
	a := youth()
	a.Contract.Begun, a.Contract.Health = day("2011-06-01"), yes()
	assert.Equal(t, law.NotInForce, reserve(t, a, "2011-10-01").Outcome, "there was nothing to reserve it by")
}

func TestWaysAreWrittenByName(t *testing.T) {
	for w := route.PartB; w <= route.Reserved32; w++ {
		b, err := json.Marshal(w)
		require.NoError(t, err)
		var back route.Way
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, w, back)
		assert.NotEqual(t, w.String(), w.Title(), "each has a title")
	}
	assert.Equal(t, "unknown(99)", route.Way(99).Title())
	var w route.Way
	assert.Error(t, json.Unmarshal([]byte(`"teleport"`), &w))
}

func TestAnEndedFigureLeavesItUnknown(t *testing.T) {
	f := route.Enacted()
	end := func(from string) law.Entry[int] {
		return law.Entry[int]{From: law.MustDate(from), By: law.Instrument{Title: "A reform"}.At("", ""), Checked: law.MustDate("2026-11-23"), Is: law.Ended}
	}
	var err error
	f.Bar77, err = f.Bar77.With(end("2016-01-01"))
	require.NoError(t, err)
	f.Bar33, err = f.Bar33.With(end("2026-01-01"))
	require.NoError(t, err)
	for _, a := range []award{youth(), later()} {
		r, err := route.MayReserve(&a, a.Contract.Awarded.Or(law.Date{}), &f)
		require.NoError(t, err)
		assert.Equal(t, law.Unknown, r.Outcome)
		assert.True(t, r.Again.IsZero())
	}
}

// The codes of Table 1, block by block, with light-touch ones that lack the letter.
func TestReservableCodesOf2024(t *testing.T) {
	for _, c := range []route.CPV{
		"79622000", "79624000", "79625000", "85000000", "85323000", "85200000", "75121000", "75122000", "75123000", "80110000", "80300000", "80310000",
		"80320000", "80330000", "80340000", "80420000", "80430000", "80511000", "80520000", "80521000", "80522000", "80590000", "92500000", "92534000",
		"92600000", "92622000", "98133000", "98133100", "98133110",
	} {
		assert.Equal(t, route.Listed, c.In2024(), c)
	}
	for _, c := range []route.CPV{
		"79611000", "75231200", "75231240", "98513310", "75124000", "80100000", "80200000", "80400000", "80530000", "79995000", "92300000", "98130000",
	} {
		assert.Equal(t, route.NotReservable, c.In2024(), c)
	}
	assert.Equal(t, route.NotListed, route.CPV("85323001").In2024(), "not within a range, as in 2015, but by name")
}

func TestCodesOf2015(t *testing.T) {
	for c, want := range map[route.CPV]route.Listing{
		"75121000": route.Listed, "92500000": route.Listed, "85000000": route.Listed, "85111320": route.Listed, "85323000": route.Listed,
		"84999999": route.NotListed, "85323001": route.NotListed, "92511000": route.BelowListed, "98133100": route.BelowListed,
		"98130000": route.NotListed, "80310000": route.BelowListed, "80500000": route.NotListed,
	} {
		assert.Equal(t, want, c.In2015(), c)
	}
}

func TestBadInputNamesThePlace(t *testing.T) {
	f := route.Enacted()
	for want, change := range map[string]change{
		"contract.awarded":        func(a *award) { a.Contract.Begun = day("2018-06-02") },
		"contract.months":         months(0),
		"contract.cpv":            codes(),
		"bidder.past[0].entered":  had(route.UnderSection33, "2018-01-02", "2018-01-01"),
		"contract.awarded: not a": func(a *award) { a.Contract.Awarded = day("2018-06-02") },
	} {
		a := youth()
		require.NoError(t, a.Check())
		change(&a)
		_, err := route.MayReserve(&a, law.MustDate("2018-06-01"), &f)
		require.ErrorIs(t, err, route.ErrAward)
		assert.ErrorContains(t, err, want)
	}
	a := youth()
	_, err := route.MayReserve(&a, law.Date{}, &f)
	require.ErrorIs(t, err, law.ErrDate)
	for place, bad := range map[string]string{
		"contract.cpv[1]":      `{"contract": {"cpv": ["85000000-9", "85"]}}`,
		"contract.cpv[0]":      `{"contract": {"cpv": ["8500000x"]}}`,
		"bidder.structure":     `{"bidder": {"structure": "pyramid"}}`,
		"bidder.past[0].under": `{"bidder": {"past": [{"under": "magic"}]}}`,
	} {
		assert.ErrorContains(t, law.Decode(strings.NewReader(bad), &a), place)
	}
	require.NoError(t, law.Decode(strings.NewReader(`{"contract": {"cpv": ["85000000-9"]}}`), &a))
	assert.Equal(t, []route.CPV{"85000000"}, a.Contract.CPV.Or(nil))
}

func FuzzAward(f *testing.F) {
	for _, a := range []award{youth(), later()} {
		b, err := json.Marshal(a)
		require.NoError(f, err)
		f.Add(b, "2026-06-01")
	}
	figures := route.Enacted()
	f.Fuzz(func(t *testing.T, data []byte, on string) {
		var a award
		d, err := law.ParseDate(on)
		if err != nil || law.Decode(bytes.NewReader(data), &a) != nil {
			return
		}
		r, err := route.MayReserve(&a, d, &figures)
		if err != nil {
			return
		}
		if r.Outcome == law.Met {
			assert.True(t, r.BarredUntil.IsZero(), "what may be reserved is not barred")
		}
		b, err := json.Marshal(a)
		require.NoError(t, err)
		var back award
		require.NoError(t, law.Decode(bytes.NewReader(b), &back))
	})
}

func ExampleMayReserve() {
	contract := route.Contract{
		CPV: law.Known([]route.CPV{"98133110"}), Begun: law.Known(law.MustDate("2026-01-10")), Months: law.Known[int64](60),
		AboveThreshold: law.Known(true), Health: law.Known(false), Flexible: law.Known(true),
	}
	bidder := route.Bidder{
		Body: psm.Body{ForServices: law.Known(true), MainlyReservable: law.Known(true), NotForProfit: law.Known(true), EmployeesControl: law.Known(true)},
		Past: law.Known([]route.Past{}),
	}
	figures := route.Enacted()
	r, err := route.MayReserve(&route.Award{Contract: contract, Bidder: bidder}, law.MustDate("2026-06-01"), &figures)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Says)
	fmt.Println("at most", r.MostMonths, "months; again from", r.Again.Long())
	// Output:
	// It may be reserved under section 33, and the bidder qualifies. The qualifying bodies still compete.
	// at most 60 months; again from 1 June 2029
}
