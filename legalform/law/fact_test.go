package law_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

type person struct {
	Name law.Fact[string] `json:"name,omitzero"`
	Age  law.Fact[int]    `json:"age,omitzero"`
}

type household struct {
	Members law.Fact[[]person] `json:"members,omitzero"`
	Staff   law.Fact[int]      `json:"staff,omitzero"`
	Gift    law.Fact[law.Pence]
}

func TestNotStatedZeroAndNoneAreDistinct(t *testing.T) {
	for _, c := range []struct {
		name    string
		json    string
		members string // as printed
		stated  bool
		staff   string
	}{
		{"an absent member is not stated", `{}`, "not stated", false, "not stated"},
		{"null is not stated", `{"members": null, "staff": null}`, "not stated", false, "not stated"},
		{"an empty list is the fact that there are none", `{"members": [], "staff": 0}`, "[]", true, "0"},
		{"a list is a list", `{"members": [{}], "staff": 7}`, "[{not stated not stated}]", true, "7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var h household
			require.NoError(t, json.Unmarshal([]byte(c.json), &h))
			assert.Equal(t, c.members, h.Members.String())
			assert.Equal(t, c.stated, h.Members.Stated())
			assert.Equal(t, !c.stated, h.Members.IsZero())
			assert.Equal(t, c.stated, h.Members.Ptr() != nil)
			assert.Equal(t, c.staff, h.Staff.String())
			_, ok := h.Staff.Get()
			assert.Equal(t, c.stated, ok)

			b, err := json.Marshal(h)
			require.NoError(t, err)
			var back household
			require.NoError(t, json.Unmarshal(b, &back))
			assert.Equal(t, h, back, "%s", b)
		})
	}
}

func TestTheZeroFactIsNotStated(t *testing.T) {
	var f law.Fact[int]
	v, ok := f.Get()
	assert.Zero(t, v)
	assert.False(t, ok)
	assert.False(t, f.Stated())
	assert.True(t, f.IsZero())
	assert.Nil(t, f.Ptr())
	assert.Equal(t, 5, f.Or(5))
	assert.Equal(t, "not stated", f.String())
}

func TestAKnownZeroIsStated(t *testing.T) {
	f := law.Known(0)
	v, ok := f.Get()
	assert.Zero(t, v)
	assert.True(t, ok)
	assert.False(t, f.IsZero())
	assert.Equal(t, 0, f.Or(5))
	assert.Equal(t, 0, *f.Ptr())
	assert.Equal(t, "0", f.String())
}

func TestOmitzeroLeavesOutWhatIsNotStatedAndKeepsZero(t *testing.T) {
	b, err := json.Marshal(household{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"Gift": null}`, string(b), "a member without omitzero is null")
	b, err = json.Marshal(household{Members: law.Known([]person{}), Staff: law.Known(0), Gift: law.Known(law.Pence(0))})
	require.NoError(t, err)
	assert.JSONEq(t, `{"members": [], "staff": 0, "Gift": "0.00"}`, string(b))
}

func TestANilListThatIsStatedIsWrittenAsNone(t *testing.T) {
	b, err := json.Marshal(household{Members: law.Known[[]person](nil)})
	require.NoError(t, err)
	var back household
	require.NoError(t, json.Unmarshal(b, &back))
	assert.True(t, back.Members.Stated(), "%s: none must not turn into not stated", b)
}

func TestAFactIsReadStrictlyAndABadOneIsNotStated(t *testing.T) {
	for _, bad := range []string{
		`{"members": [{"nom": "x"}]}`, `{"members": {}}`, `{"members": [{"name": "x"}, {"age": "x"}]}`, `{"members": 7}`,
		`{"staff": "3"}`, `{"staff": 3.5}`, `{"Gift": "1.005"}`, `{"Gift": true}`,
	} {
		var h household
		assert.Error(t, json.Unmarshal([]byte(bad), &h), bad)
		assert.Equal(t, household{}, h, "no partial result: %s", bad)
	}
}

func TestNullUnstatesAFact(t *testing.T) {
	h := household{Staff: law.Known(3)}
	require.NoError(t, json.Unmarshal([]byte(`{"staff": null}`), &h))
	assert.False(t, h.Staff.Stated())
}

// What a finding says of its facts: scalars in full, lists by length, structures not at
// all, since they may hold personal data.
func TestFindingsPrintFactsWithoutPersonalData(t *testing.T) {
	type body struct {
		Amount law.Fact[law.Pence]
		On     law.Fact[law.Date]
		Name   law.Fact[string]
		Yes    law.Fact[bool]
		Count  law.Fact[int]
		Big    law.Fact[int64]
		People law.Fact[[]person]
		Person law.Fact[person]
		Share  law.Fact[float64]
	}
	rules := law.NewRules(law.Rule[body, struct{}]{
		Code: "x", InForce: []law.Window{law.From("2000-01-01", law.UnitedKingdom)},
		Check: func(c *law.Case[body, struct{}]) {
			b := c.Subject
			law.Need(c, &b.Amount, "amount")
			law.Need(c, &b.On, "on")
			law.Need(c, &b.Name, "name")
			law.Ask(c, &b.Yes, "yes", "Is it?")
			law.Need(c, &b.Count, "count")
			law.Need(c, &b.Big, "big")
			law.Need(c, &b.People, "people")
			law.Need(c, &b.Person, "person")
			law.Need(c, &b.Share, "share")
			law.Need(c, &b.Count, "count") // read again, said once
			c.Breach("", "It is so.")
		},
	})
	rep := rules.Judge(&body{
		law.Known(law.Pence(123456)), law.Known(day("2014-04-05")), law.Known("Toad Lane"), law.Known(false), law.Known(0), law.Known[int64](-7),
		law.Known([]person{{Name: law.Known("Ann Tweedale")}}), law.Known(person{Name: law.Known("Ann Tweedale")}), law.Known(0.5),
	}, &struct{}{}, day("2020-01-01"), law.Wales)
	require.Len(t, rep.Findings, 1)
	assert.Equal(t, []law.Noted{
		{Path: "amount", Value: "£1,234.56"},
		{Path: "on", Value: "2014-04-05"},
		{Path: "name", Value: "Toad Lane"},
		{Path: "yes", Value: "false"},
		{Path: "count", Value: "0"},
		{Path: "big", Value: "-7"},
		{Path: "people", Value: "1 listed"},
		{Path: "person", Value: "stated"},
		{Path: "share", Value: "stated"},
	}, rep.Findings[0].Facts)
	assert.NotContains(t, rep.Explain(), "Tweedale")
}
