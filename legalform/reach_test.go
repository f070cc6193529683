package legalform_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func ids(forms []legalform.Form) (list []string) {
	for _, f := range forms {
		list = append(list, f.FormID())
	}
	return list
}

func ExampleIn() {
	for _, f := range legalform.In(law.NorthernIreland) {
		fmt.Println(f.FormID())
	}
	// Output:
	// cic-guarantee
	// cic-shares-schedule-2
	// cic-shares-schedule-3
	// employee-trust-company
	// company-limited-by-shares
	// company-limited-by-guarantee
	// public-limited-company
	// unincorporated-association
	// partnership
	// building-society
	// friendly-society
	// co-operative-society-ni
	// community-benefit-society-ni
}

func TestInAPlaceAreTheFormsThatReachIt(t *testing.T) {
	all := ids(legalform.All())
	assert.Equal(t, all, ids(legalform.In(law.England)), "every form of All reaches England")
	without := func(gone ...string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(id string) bool { return slices.Contains(gone, id) })
	}
	english := []string{"nhs-foundation-trust", "academy-trust"}
	assert.Equal(t, without(english...), ids(legalform.In(law.Wales)))
	assert.Equal(t, without(english...), ids(legalform.In(law.EnglandAndWales)))
	scottish := without(append(english, "charitable-company", "charitable-incorporated-organisation")...)
	assert.Equal(t, scottish, ids(legalform.In(law.Scotland)))
	assert.Equal(t, scottish, ids(legalform.In(law.GreatBritain)))
	every := ids(legalform.In(0))
	assert.Len(t, every, len(all)+2)
	for _, id := range ids(legalform.In(law.UnitedKingdom)) {
		assert.NotContains(t, []string{"co-operative-society", "community-benefit-society", "co-operative-society-ni"}, id)
	}
}

func TestReachingKeepsFormsThatDoNotSay(t *testing.T) {
	third, here := exported("third", "A duty."), society.CoOperative(society.Enacted())
	got := legalform.Reaching(law.NorthernIreland, here, third)
	assert.Equal(t, []string{"third"}, ids(got))
	assert.Equal(t, []string{"co-operative-society", "third"}, ids(legalform.Reaching(law.Wales, here, third)))
	assert.Empty(t, legalform.Reaching(law.Wales))
}

func TestFormsOfNorthernIrelandAreFoundAndJudgeAnEmptyBodyWithoutGuessing(t *testing.T) {
	codes, figures := map[law.Code]bool{}, map[string]bool{}
	all := legalform.Export(legalform.All())
	for _, r := range all.Rules {
		codes[r.Code] = true
	}
	for _, g := range all.Figures {
		figures[g.ID] = true
	}
	for _, id := range []string{"co-operative-society-ni", "community-benefit-society-ni"} {
		f, err := legalform.Lookup(id)
		require.NoError(t, err)
		rep, err := f.Judge(f.NewBody(), law.MustDate("2026-11-23"), law.NorthernIreland)
		require.NoError(t, err)
		require.NoError(t, rep.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice))
		assert.Zero(t, rep.Count(law.Met, law.Statute))
		for m := range f.RuleList() {
			assert.False(t, codes[m.Code], "%s is a code of another form", m.Code)
		}
		for g := range f.FigureList() {
			assert.False(t, figures[g.ID], "%s is a figure of another form", g.ID)
		}
	}
}

func TestFormsOfNorthernIrelandDescribeTheirOwnAct(t *testing.T) {
	for _, f := range legalform.Northern() {
		p, err := f.Describe(law.MustDate("2026-11-23"))
		require.NoError(t, err)
		assert.Contains(t, p.Under.String(), "Northern Ireland")
		require.NoError(t, p.Exists(law.MustDate("2026-11-23"), law.NorthernIreland))
		assert.Error(t, p.Exists(law.MustDate("2026-11-23"), law.England))
		assert.Equal(t, law.Known(int64(3)), p.LeastMembers.Number)
		assert.Zero(t, p.Lock, "what was not read is not told")
		_, err = f.Describe(law.MustDate("1969-11-24"))
		assert.ErrorIs(t, err, law.ErrNoForm)
	}
}
