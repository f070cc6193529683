package law_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func judgeClub(change func(*club)) *law.Report {
	c := lawfulClub()
	if change != nil {
		change(&c)
	}
	return clubRules().Judge(&c, &enactedClub, day("2020-01-01"), law.England)
}

func TestExplainPrintsWhatABoardNeeds(t *testing.T) {
	rep := judgeClub(func(c *club) {
		c.Gift, c.Given = law.Known(law.Pounds(500)), law.Known(day("2006-01-01"))
		c.Judged = law.Fact[bool]{}
	})
	assert.Equal(t, `BREACHED: No gift may be more than the cap.
  s. 2(1), Clubs Act 1999 (c. 1) (club.gift-too-large)
  Judged as at 1 January 2006.
  - gift: The gift of £500.00 is more than £100.00.
    gift = £500.00
    Remedy: Give less.
UNKNOWN: A club must be social.
  s. 1, Clubs Act 1999 (c. 1) (club.not-social)
  Judged as at 1 January 2020.
  - judged: Not stated: judged. Is it social?
MET: There must be at least three members.
  s. 9, Clubs Act 1999 (c. 1) (society.too-few)
  Judged as at 1 January 2020.
3 rules tried as at 1 January 2020; 0 of them did not apply or were not in force.
`, rep.Explain())
}

func TestExplainCountsWhatDidNotApply(t *testing.T) {
	rep := judgeClub(func(c *club) { c.Gift = law.Fact[law.Pence]{} })
	assert.NotContains(t, rep.Explain(), "gift")
	assert.Contains(t, rep.Explain(), "3 rules tried as at 1 January 2020; 1 of them did not apply or were not in force.")
}

func TestCountSeparatesWeights(t *testing.T) {
	rep := judgeClub(func(c *club) { c.Gift, c.Judged = law.Known(law.Pounds(500)), law.Known(false) })
	assert.Equal(t, 1, rep.Count(law.Breached, law.Statute))
	assert.Equal(t, 1, rep.Count(law.Breached, law.Guidance))
	assert.Equal(t, 1, rep.Count(law.Met, law.Statute))
	assert.Zero(t, rep.Count(law.Met, law.Guidance))
	assert.Zero(t, rep.Count(law.Breached, law.OwnRules))
}

func TestErrIsNilWhereNothingOfThatWeightIsBreached(t *testing.T) {
	assert.NoError(t, judgeClub(nil).Err())
	rep := judgeClub(func(c *club) { c.Judged = law.Known(false) })
	assert.NoError(t, rep.Err(), "guidance is never unlawful")
	assert.NoError(t, rep.ErrAt())
	err := rep.ErrAt(law.Statute, law.Guidance)
	require.ErrorIs(t, err, notSocial)
	assert.EqualError(t, err, "judged: club.not-social on 2020-01-01: It is not social.")
	assert.EqualError(t, law.Finding{Code: "x", On: day("2020-01-01"), Message: "So."}, "x on 2020-01-01: So.")
}

func TestOutcomeTellsARuleNotTriedFromOneThatWas(t *testing.T) {
	_, ok := judgeClub(nil).Outcome("club.no-such-rule")
	assert.False(t, ok)
	o, ok := judgeClub(nil).Outcome(giftTooLarge)
	assert.True(t, ok)
	assert.Equal(t, law.Met, o)
}

func TestUnsettledNamesAFactOnceWithEveryRuleThatWaits(t *testing.T) {
	rep := &law.Report{Findings: []law.Finding{
		{Code: "a", Missing: []law.Missing{{Path: "staff"}, {Path: "seats"}}},
		{Code: "b", Missing: []law.Missing{{Path: "staff", Question: "How many?"}}},
		{Code: "b", Missing: []law.Missing{{Path: "staff", Question: "How many, again?"}}},
	}}
	assert.Equal(t, []law.Missing{
		{Path: "staff", Question: "How many?", Settles: []law.Code{"a", "b"}}, {Path: "seats", Settles: []law.Code{"a"}},
	}, rep.Unsettled())
	assert.Empty(t, judgeClub(nil).Unsettled())
}

func TestDiffNamesRulesThatOnlyOneReportTried(t *testing.T) {
	all := judgeClub(nil)
	fewer := &law.Report{Results: all.Results[:2]}
	assert.Equal(t, []law.Change{{Code: tooFew, Before: law.Met}}, law.Diff(all, fewer))
	assert.Equal(t, []law.Change{{Code: tooFew, After: law.Met}}, law.Diff(fewer, all))
	assert.Empty(t, law.Diff(all, judgeClub(nil)))
}

func TestAResultGivesItsRuleAsDataThatCannotChangeTheTable(t *testing.T) {
	rep := judgeClub(nil)
	m := rep.Results[0].Rule()
	assert.Equal(t, giftTooLarge, m.Code)
	assert.Equal(t, "given", m.Event)
	assert.True(t, m.Conditional)
	m.InForce[0].In = 0
	assert.NotZero(t, rep.Results[0].Rule().InForce[0].In)
}

func TestAResultOfNothingDoesNotPanic(t *testing.T) {
	rep := &law.Report{Results: make([]law.Result, 1)}
	assert.Empty(t, rep.Results[0].Code())
	assert.Equal(t, law.Meta{}, rep.Results[0].Rule())
	assert.Zero(t, rep.Count(law.Met, law.Statute))
	assert.Contains(t, rep.Explain(), "1 rules tried as at no date")
	_, err := json.Marshal(rep)
	assert.NoError(t, err)
}

func TestReportJSONIsTheSameBytesEveryTimeAndRefusesWhatItDoesNotKnow(t *testing.T) {
	spoil := func(c *club) { c.Gift, c.Judged = law.Known(law.Pounds(500)), law.Fact[bool]{} }
	a, err := json.Marshal(judgeClub(spoil))
	require.NoError(t, err)
	b, err := json.Marshal(judgeClub(spoil))
	require.NoError(t, err)
	assert.Equal(t, string(a), string(b))
	assert.Contains(t, string(a), `"version":"`+law.Version+`"`)
	var rep law.Report
	require.Error(t, law.Decode(strings.NewReader(strings.Replace(string(a), `"says"`, `"said"`, 1)), &rep))
	require.Error(t, law.Decode(strings.NewReader(strings.Replace(string(a), `"breached"`, `"broken"`, 1)), &rep))
}
