package law_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

type Shared struct{ Quorum law.History[int] }

type private struct{ Notice law.History[int] }

type manyFigures struct {
	Rate law.History[law.Ratio]
	Shared
	private
	Note string
	Cap  law.History[law.Pence]
	kept law.History[int] // unexported: not a figure
	Part Shared           // not embedded: not looked into
}

func known[T any](id string, v T) law.History[T] {
	return law.Since(id, "units", law.Entry[T]{From: day("2000-01-01"), Value: v, By: act.At("s. 1", ""), Checked: day("2026-11-23")})
}

func enactedMany() manyFigures {
	return manyFigures{
		Rate: known("a.rate", law.Percent(5)), Shared: Shared{known("z.quorum", 3)}, private: private{known("m.notice", 14)},
		Cap: known("a.cap", law.Pounds(100)), kept: known("a.kept", 1),
		Part: Shared{known("a.part", 1)},
	}
}

func TestFiguresAreListedInTheOrderOfTheirFieldsAndOfEmbeddedStructs(t *testing.T) {
	f := enactedMany()
	var ids []string
	for x := range law.FiguresOf(&f) {
		ids = append(ids, x.ID)
		assert.Equal(t, "units", x.Unit)
		var entries []struct {
			From law.Date `json:"from"`
		}
		require.NoError(t, json.Unmarshal(x.Entries, &entries))
		assert.Equal(t, day("2000-01-01"), entries[0].From)
	}
	assert.Equal(t, []string{"a.rate", "z.quorum", "m.notice", "a.cap"}, ids)
	for range law.FiguresOf(&f) {
		break // a caller may stop
	}
}

func TestAHistoryThatIsZeroIsNoFigure(t *testing.T) {
	f := enactedMany()
	f.Rate = law.History[law.Ratio]{}
	for g := range law.FiguresOf(&f) {
		assert.NotEmpty(t, g.ID)
		assert.NotEqual(t, "a.rate", g.ID)
	}
	_, err := law.Reform(f, strings.NewReader(`{"a.rate": []}`))
	assert.ErrorContains(t, err, "no figure")
}

func TestWhatIsNotAPointerToAStructHasNoFigures(t *testing.T) {
	n := 1
	for _, x := range []any{enactedMany(), &n, 7, "x", &struct{}{}} {
		assert.Empty(t, slices.Collect(law.FiguresOf(x)))
	}
}

func TestAFigureThatCannotBeWrittenIsAMistakeInItsType(t *testing.T) {
	f := struct{ H law.History[func()] }{known("a.f", func() {})}
	assert.PanicsWithValue(t, "law.FiguresOf: a.f: json: unsupported type: func()", func() {
		_ = slices.Collect(law.FiguresOf(&f))
	})
}

func TestReformReplacesFiguresOfEveryTypeAndLeavesTheRest(t *testing.T) {
	data := `{
		"m.notice": [{"from": "2020-01-01", "value": 21, "by": {"title": "Bill 7"}, "checked": "2026-11-23"}],
		"a.rate": [{"from": "2020-01-01", "value": "7.5%", "by": {"title": "Bill 7", "pinpoint": "cl. 2"}, "checked": "2026-11-23"}]
	}`
	enacted := enactedMany()
	got, err := law.Reform(enacted, strings.NewReader(data))
	require.NoError(t, err)
	e, ok := got.Rate.At(day("2020-01-01"))
	require.True(t, ok)
	assert.Equal(t, law.Per(75, 1000), e.Value)
	assert.Equal(t, "cl. 2, Bill 7", e.By.String())
	n, ok := got.Notice.At(day("2020-01-01"))
	require.True(t, ok)
	assert.Equal(t, 21, n.Value)
	_, ok = got.Rate.At(day("2019-12-31"))
	assert.False(t, ok, "the whole history is replaced")
	assert.Equal(t, enacted.Cap, got.Cap)
	assert.Equal(t, enacted.Quorum, got.Quorum)
	assert.Equal(t, enactedMany(), enacted, "the enacted figures are untouched")
	assert.Equal(t, "units", got.Rate.Unit(), "id and unit stay")
}

func TestReformNamesThePlaceOfWhatIsWrong(t *testing.T) {
	good := `[{"from": "2000-01-01", "value": "1.00", "by": {"title": "x"}, "checked": "2026-11-23"}]`
	for _, c := range []struct{ name, data, want string }{
		{"a figure that there is not", `{"a.capp": ` + good + `}`, `no figure "a.capp"; there are a.rate, z.quorum, m.notice, a.cap`},
		{"an unexported figure", `{"a.kept": ` + good + `}`, `no figure "a.kept"`},
		{"a value that is none", `{"a.cap": ` + strings.Replace(good, "1.00", "1.005", 1) + `}`, "a.cap"},
		{"an entry without a source", `{"a.cap": ` + strings.Replace(good, `"title": "x"`, "", 1) + `}`, "a.cap: entry 0: no source"},
		{"entries out of order", `{"a.cap": ` + strings.Replace(good, "]", ", "+good[1:], 1) + `}`, "a.cap: entry 1: 2000-01-01 is not after 2000-01-01"},
		{"a member that nobody knows", `{"a.cap": ` + strings.Replace(good, "checked", "chequed", 1) + `}`, "a.cap"},
		{"null in place of entries", `{"a.cap": null}`, "a.cap"},
		{"no entries", `{"a.cap": []}`, "a.cap"},
		{"a figure given twice", `{"a.cap": ` + good + `, "a.cap": ` + good + `}`, "a.cap"},
		{"not an object", `[]`, "reform"},
		{"not JSON", `{`, "reform"},
		{"nothing", ``, "reform"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.Reform(enactedMany(), strings.NewReader(c.data))
			require.ErrorContains(t, err, c.want)
			assert.ErrorContains(t, err, "reform: ")
			assert.Equal(t, manyFigures{}, got, "no partial result")
		})
	}
}
