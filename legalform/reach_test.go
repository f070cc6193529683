package legalform_test

import (
	"fmt"
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
	// co-operative-society-ni
	// community-benefit-society-ni
}

func TestInGreatBritainAreTheFormsOfAll(t *testing.T) {
	for _, place := range []law.Extent{law.England, law.Wales, law.Scotland, law.EnglandAndWales, law.GreatBritain} {
		assert.Equal(t, ids(legalform.All()), ids(legalform.In(place)), "%v", place)
	}
	every := ids(legalform.In(0))
	assert.Len(t, every, len(legalform.All())+2)
	for _, id := range ids(legalform.In(law.UnitedKingdom)) {
		assert.NotContains(t, id, "society", "no society's law reaches the whole kingdom")
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
