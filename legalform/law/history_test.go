package law_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

type entry = law.Entry[law.Pence]

// from is an entry as most are: in force from a date, with a source that was read.
func from(date string, pounds int64) entry {
	return entry{From: day(date), Value: law.Pounds(pounds), By: act.At("s. 1", "section/1"), Checked: day("2026-11-23")}
}

func but(e entry, change func(*entry)) entry {
	change(&e)
	return e
}

func ended(date string) entry { return but(from(date, 0), func(e *entry) { e.Is = law.Ended }) }

func doubtful(date string, pounds, other int64) entry {
	return but(from(date, pounds), func(e *entry) {
		e.Is, e.Question, e.Or = law.Doubtful, "Which is it?", []law.Pence{law.Pounds(other)}
	})
}

func pending(pounds int64) entry {
	return but(from("2000-01-01", pounds), func(e *entry) {
		e.From, e.Is, e.Question = law.Date{}, law.Pending, "No day has been appointed."
	})
}

func TestNewHistoryComplains(t *testing.T) {
	for _, c := range []struct {
		name    string
		entries []entry
		want    string
	}{
		{"of an entry without a source", []entry{but(from("2000-01-01", 1), func(e *entry) { e.By = law.Provision{} })}, "entry 0: no source"},
		{"of a source that nobody has read", []entry{but(from("2000-01-01", 1), func(e *entry) { e.Checked = law.Date{} })}, "entry 0: no day on which the source was read"},
		{"of an entry without a date", []entry{from("2000-01-01", 1), but(from("2001-01-01", 1), func(e *entry) { e.From = law.Date{} })}, "entry 1: no date"},
		{"of entries out of order", []entry{from("2000-01-01", 1), from("1999-12-31", 2)}, "entry 1: 1999-12-31 is not after 2000-01-01"},
		{"of two entries on one day", []entry{from("2000-01-01", 1), from("2000-01-01", 2)}, "entry 1: 2000-01-01 is not after 2000-01-01"},
		{"of an end before any beginning", []entry{ended("2000-01-01")}, "entry 0: ends what never began"},
		{"of a pending entry with a date", []entry{but(pending(1), func(e *entry) { e.From = day("2030-01-01") })}, "entry 0: pending, and yet with a date"},
		{"of a pending entry that is not last", []entry{pending(1), from("2000-01-01", 1)}, "entry 0: pending, and yet not last"},
		{"of a pending entry that does not say on what", []entry{but(pending(1), func(e *entry) { e.Question = "" })}, "entry 0: pending on what is not said"},
		{"of a pending entry without a source", []entry{but(pending(1), func(e *entry) { e.By = law.Provision{} })}, "entry 0: no source"},
		{"of a doubt without its question", []entry{but(doubtful("2000-01-01", 1, 2), func(e *entry) { e.Question = "" })}, "entry 0: doubtful without a question"},
		{"of a doubt without another candidate", []entry{but(doubtful("2000-01-01", 1, 2), func(e *entry) { e.Or = nil })}, "entry 0: doubtful without a question"},
		{"of an entry of a kind that there is not", []entry{but(from("2000-01-01", 1), func(e *entry) { e.Is = 4 })}, "entry 0: of no standing"},
		{"of no entries", nil, "needs an id, a unit and an entry"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := law.NewHistory("club.cap", "pounds", c.entries)
			require.ErrorIs(t, err, law.ErrHistory)
			assert.ErrorContains(t, err, c.want)
			assert.ErrorContains(t, err, "club.cap", "the error names the figure")
			assert.Empty(t, h.Entries(), "no partial result")
			assert.PanicsWithValue(t, "law.Since: "+err.Error(), func() { law.Since("club.cap", "pounds", c.entries...) })
		})
	}
	_, err := law.NewHistory("", "pounds", []entry{from("2000-01-01", 1)})
	assert.ErrorIs(t, err, law.ErrHistory)
	_, err = law.NewHistory("club.cap", "", []entry{from("2000-01-01", 1)})
	assert.ErrorIs(t, err, law.ErrHistory)
}

func capHistory() law.History[law.Pence] {
	return law.Since("club.cap", "pounds a gift",
		from("2000-01-01", 100), from("2010-01-01", 200), doubtful("2012-06-01", 300, 400), ended("2015-01-01"), from("2020-01-01", 500), pending(600))
}

func TestAtAnswersFromTheEntryThatGoverns(t *testing.T) {
	h := capHistory()
	for _, c := range []struct {
		name string
		on   string
		want int64 // pounds; 0 for no answer
		is   law.Standing
	}{
		{"the day before it began there is none", "1999-12-31", 0, 0},
		{"on the day it began", "2000-01-01", 100, law.InForce},
		{"the day before the next", "2009-12-31", 100, law.InForce},
		{"on the day of the next", "2010-01-01", 200, law.InForce},
		{"the day before the doubt", "2012-05-31", 200, law.InForce},
		{"in doubt from its first day the reading is provisional", "2012-06-01", 300, law.Doubtful},
		{"and to its last", "2014-12-31", 300, law.Doubtful},
		{"on the day it ended there is none, and no falling back", "2015-01-01", 0, law.Ended},
		{"nor on the last day before it began again", "2019-12-31", 0, law.Ended},
		{"on the day it began again", "2020-01-01", 500, law.InForce},
		{"what is pending never answers", "9999-12-31", 500, law.InForce},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, ok := h.At(day(c.on))
			assert.Equal(t, c.want != 0, ok)
			if ok {
				assert.Equal(t, law.Pounds(c.want), e.Value)
			}
			if e != nil {
				assert.Equal(t, c.is, e.Is)
			}
		})
	}
	_, ok := h.At(law.Date{})
	assert.False(t, ok, "no date has no figure")
	var none law.History[law.Pence]
	_, ok = none.At(day("2020-01-01"))
	assert.False(t, ok, "a history of nothing answers nothing")
	only := law.Since("club.cap", "pounds", pending(600))
	_, ok = only.At(day("9999-12-31"))
	assert.False(t, ok, "a figure only pending is no figure")
}

func TestWithPutsAnEntryInFromItsDateOn(t *testing.T) {
	h := capHistory()
	for _, c := range []struct {
		name string
		e    entry
		want []string // the dates of the entries that are left
	}{
		{"between two, the later ones are dropped", from("2011-01-01", 900), []string{"2000-01-01", "2010-01-01", "2011-01-01"}},
		{"on the day of one, that one is replaced", from("2010-01-01", 900), []string{"2000-01-01", "2010-01-01"}},
		{"after all, only the pending one is dropped", from("2030-01-01", 900), []string{"2000-01-01", "2010-01-01", "2012-06-01", "2015-01-01", "2020-01-01", "2030-01-01"}},
		{"before all, it stands alone", from("1990-01-01", 900), []string{"1990-01-01"}},
		{"a pending one replaces the pending one and drops none", pending(900), []string{"2000-01-01", "2010-01-01", "2012-06-01", "2015-01-01", "2020-01-01", "no date"}},
		{"an end", ended("2011-01-01"), []string{"2000-01-01", "2010-01-01", "2011-01-01"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := h.With(c.e)
			require.NoError(t, err)
			var dates []string
			for _, e := range got.Entries() {
				dates = append(dates, e.From.String())
			}
			assert.Equal(t, c.want, dates)
			assert.Equal(t, c.e, got.Entries()[len(dates)-1])
			assert.Equal(t, "club.cap", got.ID())
			assert.Equal(t, "pounds a gift", got.Unit())
			assert.Equal(t, capHistory(), h, "the enacted history is untouched")
		})
	}
	_, err := h.With(ended("1990-01-01"))
	assert.ErrorIs(t, err, law.ErrHistory, "an end at the start")
	_, err = h.With(but(from("2011-01-01", 1), func(e *entry) { e.By = law.Provision{} }))
	assert.ErrorIs(t, err, law.ErrHistory)
	_, err = h.With(but(from("2011-01-01", 1), func(e *entry) { e.From = law.Date{} }))
	assert.ErrorIs(t, err, law.ErrHistory)
}

func TestAnEntryInDoubtHasItsQuestionAndTheOtherCandidates(t *testing.T) {
	e := law.Entry[int]{From: day("2020-01-01"), Value: 3, By: act.At("s. 1", ""), Checked: day("2024-01-01")}
	h := law.Since("x.y", "votes", e.InDoubt("Which?", 4, 5))
	got, ok := h.At(day("2020-06-01"))
	require.True(t, ok)
	assert.Equal(t, law.Doubtful, got.Is)
	assert.Equal(t, "Which?", got.Question)
	assert.Equal(t, []int{4, 5}, got.Or)
	assert.Equal(t, law.InForce, e.Is, "the entry itself is as it was")
}

func TestAHistorySharesNothingWithItsCallers(t *testing.T) {
	given := []entry{doubtful("2000-01-01", 1, 2)}
	h, err := law.NewHistory("club.cap", "pounds", given)
	require.NoError(t, err)
	given[0].Value, given[0].Or[0] = 7, 7
	out := h.Entries()
	out[0].Value, out[0].Or[0] = 8, 8
	e, ok := h.At(day("2000-01-01"))
	require.True(t, ok)
	assert.Equal(t, law.Pounds(1), e.Value)
	assert.Equal(t, []law.Pence{law.Pounds(2)}, e.Or)
}

func TestEntriesJSONBothWays(t *testing.T) {
	h := capHistory()
	b, err := json.Marshal(h.Entries())
	require.NoError(t, err)
	var back []entry
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, h.Entries(), back)
	again, err := law.NewHistory(h.ID(), h.Unit(), back)
	require.NoError(t, err)
	assert.Equal(t, h, again)

	b, err = json.Marshal(doubtful("2012-06-01", 300, 400))
	require.NoError(t, err)
	assert.JSONEq(t, `{"from": "2012-06-01", "value": "300.00", "is": "doubtful", "question": "Which is it?", "or": ["400.00"],
		"checked": "2026-11-23", "by": {"title": "Companies Act 2006 (c. 46)", "pinpoint": "s. 1",
		"link": "https://www.legislation.gov.uk/ukpga/2006/46/section/1"}}`, string(b))
	b, err = json.Marshal(from("2012-06-01", 300))
	require.NoError(t, err)
	assert.NotContains(t, string(b), `"is"`, "in force goes without saying")
}

func TestStandingsAndOtherNamesAreReadBackFromTheirText(t *testing.T) {
	type text interface {
		String() string
		MarshalText() ([]byte, error)
	}
	for i := range 4 {
		both[law.Standing](t, law.Standing(i))
		both[law.Weight](t, law.Weight(i))
	}
	for i := 1; i <= 5; i++ {
		both[law.Outcome](t, law.Outcome(i))
	}
	for i := 1; i <= 7; i++ {
		both[law.PaymentKind](t, law.PaymentKind(i))
	}
	for _, beyond := range []text{law.Standing(4), law.Weight(4), law.Outcome(6), law.PaymentKind(8)} {
		assert.Contains(t, beyond.String(), "unknown(")
	}
	var (
		s law.Standing
		w law.Weight
		o law.Outcome
		k law.PaymentKind
	)
	assert.ErrorContains(t, s.UnmarshalText([]byte("In-Force")), "not a standing")
	assert.ErrorContains(t, w.UnmarshalText([]byte("law")), "not a weight")
	assert.ErrorContains(t, o.UnmarshalText([]byte("passed")), "not an outcome")
	assert.ErrorContains(t, k.UnmarshalText([]byte("bribe")), "not a kind of payment")
}

func both[T interface {
	comparable
	String() string
	MarshalText() ([]byte, error)
}, P interface {
	*T
	UnmarshalText([]byte) error
}](t *testing.T, v T) {
	t.Helper()
	b, err := v.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, v.String(), string(b))
	var back T
	require.NoError(t, P(&back).UnmarshalText(b))
	assert.Equal(t, v, back)
}
