package governance_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func Example() {
	special := governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast)}
	d, err := governance.Decide(law.MustDate("2024-05-01"), special, governance.Tally{For: 74, Against: 26})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Passed)
	fmt.Println(d)
	// Output:
	// false
	// share: 74 of 100, where at least 75% of the votes cast needs 75: failed
}

func TestThresholdsOnEachSideOfTheLimit(t *testing.T) {
	half := governance.MoreThan(1, 2, governance.VotesCast)
	threeQuarters := governance.AtLeast(3, 4, governance.VotesCast)
	twoThirds := governance.AtLeast(2, 3, governance.VotesCast)
	everybody := governance.AtLeast(3, 4, governance.AllEntitled)
	for _, tc := range []struct {
		name  string
		th    governance.Threshold
		tally governance.Tally
		want  bool
	}{
		{"more than half: a tie fails", half, governance.Tally{For: 50, Against: 50}, false},
		{"more than half: one more carries", half, governance.Tally{For: 51, Against: 50}, true},
		{"at least three quarters: exactly carries", threeQuarters, governance.Tally{For: 375, Against: 125}, true},
		{"at least three quarters: one short fails", threeQuarters, governance.Tally{For: 374, Against: 126}, false},
		{"two thirds of 120", twoThirds, governance.Tally{For: 80, Against: 40}, true},
		{"79 of 120 fails", twoThirds, governance.Tally{For: 79, Against: 41}, false},
		{"abstentions are not votes cast", half, governance.Tally{For: 3, Against: 2, Abstained: 90}, true},
		{"of all seven members, six are needed", everybody, governance.Tally{For: 5, Entitled: 7}, false},
		{"six of seven", everybody, governance.Tally{For: 6, Entitled: 7}, true},
		{"nobody voted", half, governance.Tally{}, false},
		{"of all, where nobody says how many", everybody, governance.Tally{For: 6}, false},
		{"of those present, abstainers count against", governance.MoreThan(1, 2, governance.Present), governance.Tally{For: 3, Against: 2, Abstained: 1}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := tc.th.Test("", tc.tally)
			assert.Equal(t, tc.want, r.Passed, r.String())
		})
	}
}

func TestTurnoutIsATestOfItsOwn(t *testing.T) {
	m := governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast), Turnout: governance.AtLeast(1, 2, governance.AllEntitled)}
	on := law.MustDate("2020-01-01")
	for _, tc := range []struct {
		tally governance.Tally
		want  bool
	}{
		{governance.Tally{For: 499, Entitled: 1000}, false},
		{governance.Tally{For: 375, Against: 125, Entitled: 1000}, true},
		{governance.Tally{For: 374, Against: 126, Entitled: 1000}, false},
	} {
		d, err := governance.Decide(on, m, tc.tally)
		require.NoError(t, err)
		assert.Equal(t, tc.want, d.Passed, d.String())
		assert.Len(t, d.Tests, 2)
	}
}

func TestATallyThatCannotBeIsRefused(t *testing.T) {
	for name, tally := range map[string]governance.Tally{
		"negative":        {For: -1},
		"more than there": {For: 3, Against: 3, Present: 5},
		"more than could": {For: 6, Entitled: 5},
		"beyond counting": {For: 1 << 61},
	} {
		_, err := governance.Decide(law.MustDate("2020-01-01"), governance.Majority{}, tally)
		assert.Error(t, err, name)
	}
}

func TestThresholdJSON(t *testing.T) {
	want := governance.AtLeast(2, 3, governance.AllEntitled)
	b, err := json.Marshal(want)
	require.NoError(t, err)
	assert.JSONEq(t, `{"fraction":"2/3","of":"all-entitled"}`, string(b))
	var got governance.Threshold
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, want, got)
	assert.Error(t, json.Unmarshal([]byte(`{"of":"some"}`), &got))
}

func FuzzThreshold(f *testing.F) {
	f.Add(int64(3), int64(4), false, int64(375), int64(125))
	f.Add(int64(1), int64(2), true, int64(50), int64(50))
	f.Fuzz(func(t *testing.T, num, den int64, strict bool, yes, no int64) {
		if den < 1 || num < 0 || num > den || yes < 0 || no < 0 || yes > 1<<59 || no > 1<<59 || den > 1<<40 {
			return
		}
		th := governance.Threshold{Fraction: law.Per(num, den), Strict: strict}
		got := th.Test("", governance.Tally{For: yes, Against: no})
		// The second method: exact rationals.
		share := big.NewRat(0, 1)
		if yes+no > 0 {
			share = big.NewRat(yes, yes+no)
		}
		want := yes+no > 0
		if c := share.Cmp(big.NewRat(num, den)); c < 0 || strict && c == 0 {
			want = false
		}
		require.Equal(t, want, got.Passed)
		if got.Passed {
			require.True(t, th.Test("", governance.Tally{For: yes + 1, Against: no}).Passed, "one more in favour never defeats it")
		}
		require.True(t, got.Needed <= 0 || got.Needed > yes == !got.Passed || yes+no == 0)
	})
}

func TestMembersOnADate(t *testing.T) {
	day := func(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }
	members := []governance.Member{
		{ID: "a", Class: "staff", Joined: day("2011-04-01")},
		{ID: "b", Class: "staff", Joined: day("2011-04-01"), Left: day("2012-04-01")},
		{ID: "c", Class: "community", Joined: day("2012-04-01")},
		{ID: "d", Class: "staff"},
	}
	for _, tc := range []struct {
		class      string
		on         string
		n, unknown int64
	}{
		{"", "2011-03-31", 0, 1},
		{"", "2011-04-01", 2, 1},
		{"", "2012-03-31", 2, 1},
		{"", "2012-04-01", 2, 1},
		{"staff", "2012-04-01", 1, 1},
		{"community", "2012-04-01", 1, 0},
	} {
		n, unknown := governance.CountMembers(members, tc.class, law.MustDate(tc.on))
		assert.Equal(t, []int64{tc.n, tc.unknown}, []int64{n, unknown}, "%s on %s", tc.class, tc.on)
	}
	assert.NoError(t, members[1].Check())
	members[1].Left = day("2011-03-31")
	assert.ErrorContains(t, members[1].Check(), ".left")
	members[0].Shares = law.Known(int64(-1))
	assert.ErrorContains(t, members[0].Check(), ".shares")
}

func TestWhatNobodyCountedCannotBeDecided(t *testing.T) {
	all := governance.AtLeast(3, 4, governance.AllEntitled)
	for want, m := range map[string]governance.Majority{
		"share: at least 75% of all entitled": {Share: all},
		"turnout: at least 75% of all":        {Share: governance.MoreThan(1, 2, governance.VotesCast), Turnout: all},
		"is no turnout":                       {Share: governance.MoreThan(1, 2, governance.VotesCast), Turnout: governance.AtLeast(1, 2, governance.VotesCast)},
	} {
		_, err := governance.Decide(law.MustDate("2020-01-01"), m, governance.Tally{For: 6})
		require.ErrorIs(t, err, governance.ErrBase)
		assert.ErrorContains(t, err, want)
	}
}
