package law_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestAnActIsOfExactlyOneKind(t *testing.T) {
	kinds := map[law.ActKind]string{
		law.Admits: `"admit": {"member": "a"}`, law.Leaves: `"leave": {"member": "a"}`, law.Issues: `"issue": {"member": "a", "shares": 1, "nominal": "1", "paid": "1"}`,
		law.GivesNotice: `"give_notice": {"member": "a", "amount": "1"}`, law.Withdraws: `"withdraw": {"member": "a", "shares": 1, "amount": "1"}`,
		law.BuysBack:     `"buy_back": {"member": "a", "shares": 1, "nominal": "1", "paid_up": "1", "price": "1"}`,
		law.PassesShares: `"transfer_shares": {"from": "a", "to": "b", "shares": 1, "nominal": "1"}`,
		law.Declares:     `"declare": {"payments": [{"kind": "dividend", "amount": "1"}], "by": "special"}`, law.TransfersAssets: `"transfer_assets": {"value": "1", "to": "charity"}`,
		law.ClosesYear: `"close_year": {}`, law.Converts: `"convert": {"to": "x"}`, law.WindsUp: `"wind_up": {"residue": "0"}`,
		law.Dissolves: `"dissolve": {}`, law.Records: `"record": {"says": "x"}`,
	}
	assert.Len(t, kinds, int(law.Records), "every kind has a case")
	for want, text := range kinds {
		var a, again law.Act
		require.NoError(t, law.Decode(strings.NewReader(`{"on": "2026-01-01", `+text+`}`), &a))
		got, err := a.Kind()
		require.NoError(t, err)
		assert.Equal(t, want, got)
		assert.Contains(t, text, `"`+want.String()+`"`, "the name of the kind is that of its field")
		b, err := json.Marshal(a)
		require.NoError(t, err)
		require.NoError(t, law.Decode(strings.NewReader(string(b)), &again))
		assert.Equal(t, a, again)
		a.Dissolve, a.Record = law.Known(law.Dissolution{}), law.Known(law.Record{})
		_, err = a.Kind()
		require.ErrorIs(t, err, law.ErrAct)
	}
	var none law.Act
	_, err := none.Kind()
	require.ErrorIs(t, err, law.ErrAct)
}

type statingAll struct {
	Day   law.Fact[law.Date] `json:"day,omitzero"`
	Names law.Fact[[]string] `json:"names,omitzero"`
	Plain int                `json:"plain,omitempty"`
	Inner law.Fact[statedIn] `json:"inner,omitzero"`
}

type statedIn struct {
	Yes  law.Fact[bool]  `json:"yes,omitzero"`
	Rate law.Fact[int64] `json:"rate,omitzero"`
}

func TestOverlayStatesWhatIsStatedAndLeavesTheRest(t *testing.T) {
	day := law.MustDate("2026-01-01")
	base := statingAll{Day: law.Known(day), Names: law.Known([]string{"a", "b"}), Plain: 1, Inner: law.Known(statedIn{Yes: law.Known(true), Rate: law.Known(int64(5))})}
	for _, tc := range []struct {
		name string
		over statingAll
		want statingAll
	}{
		{"nothing stated", statingAll{}, base},
		{
			"a fact within a fact",
			statingAll{Inner: law.Known(statedIn{Rate: law.Known(int64(0))})},
			statingAll{base.Day, base.Names, 1, law.Known(statedIn{Yes: law.Known(true), Rate: law.Known(int64(0))})},
		},
		{
			"a no over a yes",
			statingAll{Inner: law.Known(statedIn{Yes: law.Known(false)})},
			statingAll{base.Day, base.Names, 1, law.Known(statedIn{Yes: law.Known(false), Rate: law.Known(int64(5))})},
		},
		{"a list is stated whole", statingAll{Names: law.Known([]string{})}, statingAll{base.Day, law.Known([]string{}), 1, base.Inner}},
		{"a date", statingAll{Day: law.Known(day.AddDays(1))}, statingAll{law.Known(day.AddDays(1)), base.Names, 1, base.Inner}},
		{"what is no fact", statingAll{Plain: 2}, statingAll{base.Day, base.Names, 2, base.Inner}},
	} {
		got := base
		law.Overlay(&got, tc.over)
		assert.Equal(t, tc.want, got, tc.name)
	}
	var empty statingAll
	law.Overlay(&empty, base)
	assert.Equal(t, base, empty)
}

func TestFactsAreKeptAsTheyWereWritten(t *testing.T) {
	var f law.Facts
	require.NoError(t, json.Unmarshal([]byte(`{ "a": {"b": [1, 2]} }`), &f))
	assert.Len(t, f.String(), len(`{"a":{"b":[1,2]}}`), "but for the spaces")
	assert.JSONEq(t, `{"a":{"b":[1,2]}}`, f.String())
	b, err := json.Marshal(f)
	require.NoError(t, err)
	assert.Equal(t, f.String(), string(b))
	for _, nothing := range []string{`null`, `{}`, `{ }`} {
		require.NoError(t, json.Unmarshal([]byte(nothing), &f))
		assert.True(t, f.IsZero(), nothing)
	}
	for _, bad := range []string{`[]`, `1`, `"x"`} {
		require.Error(t, json.Unmarshal([]byte(bad), &f), bad)
	}
	g, err := law.FactsOf(statedIn{Yes: law.Known(true)})
	require.NoError(t, err)
	assert.JSONEq(t, `{"yes":true}`, g.String())
	_, err = law.FactsOf(func() {})
	require.Error(t, err)
}

func TestSetOfLeavesTheListAlone(t *testing.T) {
	list := make([]int, 2, 8)
	assert.Equal(t, []int{0, 7}, law.SetOf(list, 1, 7))
	assert.Equal(t, []int{0, 0, 7}, law.SetOf(list, -1, 7))
	assert.Equal(t, []int{0, 0, 9}, law.SetOf(list, 2, 9))
	assert.Equal(t, []int{0, 0, 0}, list[:3])
}

func TestAPositionTellsWhatTheRegisterTells(t *testing.T) {
	told := law.Position{Members: law.Known(int64(4)), Books: &law.Books{PaidUp: 10}}
	assert.Equal(t, law.Known(int64(5)), told.Count(law.Known(int64(9)), 1), "the register before the body")
	assert.Equal(t, law.Known(law.Pence(7)), told.Capital(law.Known(law.Pence(99)), -3), "the books before the body")
	var none law.Position
	assert.Equal(t, law.Known(int64(8)), none.Count(law.Known(int64(9)), -1))
	assert.Equal(t, law.Fact[int64]{}, none.Count(law.Fact[int64]{}, 1))
	assert.Equal(t, law.Fact[law.Pence]{}, none.Capital(law.Fact[law.Pence]{}, 1))
	assert.Equal(t, law.Holder{ID: "x"}, none.Held("x"))
}

func TestAFormWithoutActsSaysSo(t *testing.T) {
	f := &law.Family[statedIn, struct{}]{ID: "plain", Fits: func(x *statedIn) error {
		if x.Rate.Or(0) < 0 {
			return errors.New("rate: negative")
		}
		return nil
	}}
	body := &statedIn{}
	rest, err := f.Rest(body, &law.Position{})
	require.NoError(t, err)
	assert.Same(t, body, rest)
	_, err = f.Put(body, &law.Act{}, &law.Position{})
	require.ErrorIs(t, err, law.ErrNoAct)

	facts, err := law.FactsOf(statedIn{Rate: law.Known(int64(3))})
	require.NoError(t, err)
	stated, err := f.State(body, facts)
	require.NoError(t, err)
	assert.Equal(t, &statedIn{Rate: law.Known(int64(3))}, stated)
	assert.Equal(t, &statedIn{}, body)
	facts, err = law.FactsOf(statedIn{Rate: law.Known(int64(-3))})
	require.NoError(t, err)
	_, err = f.State(body, facts)
	require.ErrorContains(t, err, "rate: negative")

	f.Puts = func(x *statedIn, _ *struct{}, _ *law.Act, _ *law.Position) (law.Effect, error) {
		x.Yes = law.Known(true)
		return law.Effect{Eases: []string{"yes"}}, nil
	}
	_, err = f.Put(body, &law.Act{Facts: facts}, &law.Position{})
	require.ErrorContains(t, err, "facts.")
	taken, err := f.Put(body, &law.Act{}, &law.Position{})
	require.NoError(t, err)
	assert.Equal(t, &statedIn{Yes: law.Known(true)}, taken.With)
	assert.Equal(t, &statedIn{}, body)
}
