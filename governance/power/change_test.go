package power_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTheLinesOnEachSide(t *testing.T) {
	for _, c := range []struct {
		votes, all int64
		want       power.Line
	}{
		{25, 100, power.NoLine},
		{26, 100, power.OverQuarter},
		{49, 100, power.OverQuarter},
		{50, 100, power.Half},
		{51, 100, power.OverHalf},
		{74, 100, power.OverHalf},
		{75, 100, power.ThreeQuarters},
		{100, 100, power.ThreeQuarters},
		{1, 3, power.OverQuarter},
		{2, 3, power.OverHalf},
		{3, 5, power.OverHalf},
		{1, 4, power.NoLine},
		{2, 4, power.Half},
		{1, 1, power.ThreeQuarters},
		{0, 5, power.NoLine},
		{0, 0, power.NoLine},
	} {
		t.Run(fmt.Sprintf("%d of %d", c.votes, c.all), func(t *testing.T) {
			got := power.LineOf(c.votes, c.all)
			assert.Equal(t, c.want, got)
			if c.votes == 0 {
				return
			}
			// The lines are what a player of so many votes can do against the others together.
			rest := c.all - c.votes
			for _, x := range []struct {
				quota           int64
				blocks, carries power.Line
			}{{c.all/2 + 1, power.Half, power.OverHalf}, {(3*c.all + 3) / 4, power.OverQuarter, power.ThreeQuarters}} {
				g := power.Weighted(x.quota, c.votes, rest)
				assert.Equal(t, g.BlocksAlone(0), got >= x.blocks)
				assert.Equal(t, g.CarriesAlone(0), got >= x.carries)
			}
		})
	}
}

func TestLinesInJSONAndInWords(t *testing.T) {
	for l := power.NoLine; l <= power.ThreeQuarters; l++ {
		b, err := json.Marshal(l)
		require.NoError(t, err)
		var back power.Line
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, l, back)
		assert.NotEmpty(t, l.Said())
	}
	var l power.Line
	assert.ErrorContains(t, json.Unmarshal([]byte(`"26%"`), &l), "not a line")
}

func TestAnIssueOfSharesCrossesALine(t *testing.T) {
	members := []governance.Member{holder("founder", "", 60), holder("fund", "", 25), holder("staff", "", 15)}
	c := ordinaryAndSpecial(governance.PerShare)
	stand := func(ms []governance.Member) *power.Standing {
		s, err := power.Stand(c, register(t, ms), power.Question{Kind: "special", On: on}, power.How{})
		require.NoError(t, err)
		return s
	}
	later, err := power.Issue(members, on, []power.Allotment{{Member: "fund", Shares: 35}, {Member: "angel", Shares: 5}})
	require.NoError(t, err)
	assert.EqualValues(t, 25, members[1].Shares.Or(0), "what was given is left as it is")
	changes, err := power.Compare(stand(members), stand(later))
	require.NoError(t, err)
	require.Len(t, changes, 4)
	lines := func(i int) string {
		b, a := changes[i].Lines()
		return fmt.Sprint(b, " ", a, " ", changes[i].Crosses())
	}
	assert.Equal(t, "over-50% over-25% true", lines(0), "60 of 140 is no longer half")
	assert.Equal(t, "none over-25% true", lines(1))
	assert.Equal(t, "none none false", lines(2))
	assert.False(t, changes[3].Before.Stated())
	founder := changes[0].Before.Ptr()
	assert.True(t, founder.Blocks)
	assert.Equal(t, "1/2", changes[0].After.Ptr().Banzhaf.Exact.RatString())
	// The other way, those who came have gone.
	back, err := power.Compare(stand(later), stand(members))
	require.NoError(t, err)
	assert.Equal(t, "angel", back[3].Name)
	assert.False(t, back[3].After.Stated())
}

func TestANewClassWeightAndABoardChange(t *testing.T) {
	var ms []governance.Member
	for i := range 12 {
		ms = append(ms, holder(fmt.Sprint("s", i), "staff", 1))
	}
	ms = append(ms, holder("council", "founder", 1))
	c := ordinaryAndSpecial(governance.OneMemberOneVote)
	r := register(t, ms, "staff", "founder")
	stand := func(kind, founder string) *power.Voter {
		if founder != "" {
			f, err := law.ParseRatio(founder)
			require.NoError(t, err)
			c.Votes.Shares = []governance.ClassShare{{Class: "founder", Share: f}, {Class: "staff", Share: law.Per(f.Den()-f.Num(), f.Den())}}
		}
		s, err := power.Stand(c, r, power.Question{Kind: kind, On: on}, power.How{})
		require.NoError(t, err)
		return &s.Voters[12]
	}
	assert.Equal(t, "1/13", stand("special", "").Shapley.Exact.RatString())
	assert.False(t, stand("special", "1/4").Blocks, "with a quarter, three quarters carry without it")
	assert.True(t, stand("special", "26/100").Blocks)
	assert.False(t, stand("ordinary", "26/100").Blocks)
	assert.Equal(t, power.Half, stand("ordinary", "1/2").Line)
	board := func(staff, council int) *power.Standing {
		g, err := power.Board(&governance.Board{Seats: []governance.Seats{{Name: "s", Count: staff, By: "staff"}, {Name: "c", Count: council, By: "council"}, {Name: "u", Count: 2, By: "users"}}}, "")
		require.NoError(t, err)
		s, err := g.Stand(power.How{})
		require.NoError(t, err)
		return s
	}
	changes, err := power.Compare(board(3, 3), board(5, 2))
	require.NoError(t, err)
	assert.True(t, changes[0].After.Ptr().Carries)
	assert.Zero(t, changes[2].After.Ptr().Shapley.Exact.Sign(), "the users have come to decide nothing")
}

func TestIssuesAndComparisonsThatCannotBe(t *testing.T) {
	gone := holder("gone", "", 5)
	gone.Left = law.Known(law.MustDate("2021-01-01"))
	valued := holder("valued", "", 5)
	valued.Nominal = law.Known(law.Pounds(5))
	members := []governance.Member{holder("a", "x", 1<<60-1), {ID: "unknown", Joined: law.Known(on)}, gone, valued}
	for want, a := range map[string]power.Allotment{
		"issue[0].shares: 0 is no number":                          {Member: "a"},
		"issue[0].shares: -5 is no number":                         {Member: "a", Shares: -5},
		"issue[0].shares: 2 more are beyond counting":              {Member: "a", Shares: 2},
		"issue[0].member: nobody is named":                         {Shares: 1},
		"issue[0].member: the shares of \"unknown\" are not":       {Member: "unknown", Shares: 1},
		"issue[0].member: \"gone\" is not known to be a member on": {Member: "gone", Shares: 1},
		"issue[0].class: \"a\" is of the class \"x\"":              {Member: "a", Class: "y", Shares: 1},
		"issue[0].nominal_value: stated of the member or":          {Member: "valued", Shares: 1},
		"issue[0].nominal_value: -£1.00":                           {Member: "valued", Shares: 1, Nominal: law.Known(law.Pounds(-1))},
	} {
		_, err := power.Issue(members, on, []power.Allotment{a})
		assert.ErrorContains(t, err, want)
	}
	more, err := power.Issue(members, on, []power.Allotment{{Member: "a", Shares: 1}, {Member: "valued", Shares: 1, Nominal: law.Known(law.Pounds(2))}, {Member: "n", Class: "x", Shares: 1}, {Member: "n", Shares: 2}})
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(7), more[3].Nominal.Or(0))
	assert.EqualValues(t, 3, more[4].Shares.Or(0), "two allotments to one new member add up")
	nameless, err := power.Weighted(1, 1).Stand(power.How{})
	require.NoError(t, err)
	_, err = power.Compare(nameless, nameless)
	assert.ErrorContains(t, err, "before.voters[0].name")
}
