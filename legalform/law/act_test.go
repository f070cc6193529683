package law_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestAnAllowancePermitsUpToItsMost(t *testing.T) {
	limited := law.Open()
	limited.Within(law.Pounds(100), "x", act.At("s. 1", ""))
	missing, doubt := limited, limited
	missing.Lack("books.distributable", "How much may be distributed?")
	doubt.Doubt = &law.Doubt{Question: "Was it laid?"}
	var none law.Allowance
	for _, c := range []struct {
		name   string
		a      law.Allowance
		amount law.Pence
		want   law.Outcome
		capped law.Pence
	}{
		{"exactly the most", limited, 100_00, law.Met, 100_00},
		{"a penny less", limited, 99_99, law.Met, 99_99},
		{"a penny more", limited, 100_01, law.Breached, 100_00},
		{"without a limit", law.Open(), law.MaxPence, law.Met, law.MaxPence},
		{"a missing fact gives no answer, however little is asked", missing, 1, law.Unknown, 0},
		{"a doubt gives no answer, and a provisional cap", doubt, 200_00, law.Unknown, 100_00},
		{"the zero allowance allows nothing", none, 1, law.Breached, 0},
		{"and nothing is within it", none, 0, law.Met, 0},
		{"a negative amount is capped at nothing", limited, -5, law.Met, 0},
		{"and without a limit", law.Open(), -5, law.Met, 0},
		{"a negative most allows nothing", law.Allowance{Most: -5}, 3, law.Breached, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, c.a.Permits(c.amount))
			assert.Equal(t, c.capped, c.a.Cap(c.amount))
		})
	}
	assert.True(t, limited.Known() && limited.Certain())
	assert.True(t, doubt.Known() && !doubt.Certain())
	assert.True(t, !missing.Known() && !missing.Certain())
	assert.Equal(t, []law.Missing{{Path: "books.distributable", Question: "How much may be distributed?"}}, missing.Missing)
}

func TestWithinKeepsTheLowestLimitAndTheRuleThatSetIt(t *testing.T) {
	a := law.Open()
	assert.True(t, a.Unlimited)
	a.Within(law.Pounds(100), "first", act.At("s. 1", ""))
	assert.False(t, a.Unlimited)
	a.Within(law.Pounds(200), "higher", act.At("s. 2", ""))
	assert.Equal(t, law.Code("first"), a.Binding, "a higher limit changes nothing")
	a.Within(law.Pounds(100), "equal", act.At("s. 3", ""))
	assert.Equal(t, law.Code("first"), a.Binding, "nor does an equal one")
	a.Within(law.Pounds(50), "lower", act.At("s. 4", ""))
	assert.Equal(t, law.Code("lower"), a.Binding)
	assert.Equal(t, act.At("s. 4", ""), a.Provision)
	assert.Equal(t, law.Pounds(50), a.Most)
	a.Within(-1, "negative", act.At("s. 5", ""))
	assert.Zero(t, a.Most, "a limit below nothing is nothing")
	assert.Equal(t, law.Code("negative"), a.Binding)

	var none law.Allowance
	none.Within(law.Pounds(50), "x", act.At("s. 1", ""))
	assert.Zero(t, none.Most, "nothing cannot be raised")
}

func TestWithinAtKeepsTheWeightOfTheRuleThatBinds(t *testing.T) {
	a := law.Open()
	a.WithinAt(law.Guidance, law.Pounds(100), "guide", act.At("s. 1", ""))
	assert.Equal(t, law.Guidance, a.Weight)
	a.WithinAt(law.OwnRules, law.Pounds(200), "rules", act.At("s. 2", ""))
	assert.Equal(t, law.Guidance, a.Weight, "a higher limit changes nothing")
	a.Within(law.Pounds(50), "act", act.At("s. 3", ""))
	assert.Equal(t, law.Statute, a.Weight)
}

func TestAPaymentThatAFormDoesNotHaveIsAllowedNothingAndSaysWhy(t *testing.T) {
	a := law.NoSuch("A company limited by guarantee has no shares.")
	assert.Equal(t, law.Breached, a.Permits(1))
	assert.Zero(t, a.Cap(law.Pounds(100)))
	assert.True(t, a.Certain())
	assert.Equal(t, "A company limited by guarantee has no shares.", a.Why)
}

func TestPaidOfSumsOneKind(t *testing.T) {
	b := law.Books{Paid: []law.Payment{{Kind: law.Dividend, Amount: 5}, {Kind: law.Patronage, Amount: 7}, {Kind: law.Dividend, Amount: 11}}}
	assert.Equal(t, law.Pence(16), b.PaidOf(law.Dividend))
	assert.Equal(t, law.Pence(7), b.PaidOf(law.Patronage))
	assert.Zero(t, b.PaidOf(law.StaffBonus))
}

func TestBooksJSONBothWays(t *testing.T) {
	b := law.Books{
		YearStart: day("2025-01-01"), YearEnd: day("2025-12-31"), Distributable: law.Known(law.Pence(0)), PaidUp: 100, Staff: 3,
		Paid: []law.Payment{{Kind: law.LockedDividend, Amount: 7, Declared: day("2025-06-30")}},
		Past: []law.PastYear{{YearStart: day("2024-01-01"), Dividends: 9, BaseRate: law.Known(law.Per(525, 10000))}},
	}
	text, err := json.Marshal(b)
	require.NoError(t, err)
	assert.JSONEq(t, `{"year_start": "2025-01-01", "year_end": "2025-12-31", "distributable": "0.00", "paid_up": "1.00", "staff": 3,
		"paid": [{"kind": "locked-dividend", "amount": "0.07", "declared": "2025-06-30"}],
		"past": [{"year_start": "2024-01-01", "dividends": "0.09", "base_rate": "5.25%"}]}`, string(text))
	var back law.Books
	require.NoError(t, law.Decode(strings.NewReader(string(text)), &back))
	assert.Equal(t, b, back)
}

func TestWorkingListsItsLinesHoweverMany(t *testing.T) {
	var w law.Working
	assert.Empty(t, w.Steps())
	assert.Empty(t, w.String())
	w.Add("distributable profits", law.Pounds(80_000))
	w.Rate("cap", law.Percent(35))
	w.Rate("nothing", law.Ratio{})
	assert.Equal(t, "distributable profits: £80,000.00\ncap: 35%\nnothing: 0%\n", w.String())
	for i := range 20 {
		w.Add("line", law.Pence(i))
	}
	steps := w.Steps()
	require.Len(t, steps, 23)
	for i := range 20 {
		assert.Equal(t, law.Pence(i), steps[3+i].Amount, "in the order in which they were added")
	}
	steps[0].Label = "changed"
	assert.Equal(t, "distributable profits", w.Steps()[0].Label, "the list is a copy")
}

func TestUpToTwelveLinesOfWorkingAllocateNothing(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		var w law.Working
		for range 12 {
			w.Add("line", math.MaxInt64)
		}
	}))
}

func TestWorkingAppearsInJSONAsTextByValueAndByPointer(t *testing.T) {
	var a law.Allowance
	a.Working.Add("profits", law.Pounds(1))
	for _, v := range []any{a, &a} {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		assert.Contains(t, string(b), `"Working":"profits: £1.00\n"`)
	}
}
