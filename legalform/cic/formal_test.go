package cic

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// formal joins the tables on form, standing, entry and exit.
func formal() *law.Rules[Company, Figures] {
	return join(typesTable, namesTable, articlesTable, boardTable, lockedBodyTable, communityTable, formationTable,
		conversionTable, objectsTable, reportTable, supervisionTable, appealTable, leavingTable, leavingOtherTable)
}

func TestRulesHoldsEveryFormalTable(t *testing.T) {
	require.NoError(t, Rules().Complaints())
	for m := range formal().All() {
		assert.True(t, slices.ContainsFunc(slices.Collect(Rules().All()), func(r law.Meta) bool { return r.Code == m.Code }), m.Code)
	}
}

func TestACompanyOfWhichNothingIsStatedPassesNothing(t *testing.T) {
	var c Company
	f := Enacted()
	rep := formal().Judge(&c, &f, law.MustDate("2020-01-01"), law.England)
	for _, r := range rep.Results {
		assert.NotEqual(t, law.Met, r.Outcome, r.Code())
		assert.NotEqual(t, law.Breached, r.Outcome, r.Code())
	}
	assert.NotEmpty(t, rep.Unsettled())
	assert.NoError(t, rep.Err())
}

func TestAnOrdinaryCompanyAtWorkHasNothingAgainstIt(t *testing.T) {
	c, f := ordinary(), Enacted()
	c.Community = benefiting().Community
	rep := formal().Judge(&c, &f, law.MustDate("2020-01-01"), law.England)
	assert.Empty(t, rep.Findings)
}

func TestS325InconsistentArticlesAreSaidToBeOfNoEffect(t *testing.T) {
	c, f := ordinary(), Enacted()
	c.Articles.DirectorsDeclare = yes
	rep := formal().Judge(&c, &f, law.MustDate("2020-01-01"), law.England)
	require.ErrorIs(t, rep.Err(), DirectorsMayDeclare)
	assert.Contains(t, rep.Explain(), "of no effect meanwhile (s. 32(5))")
}

func BenchmarkJudgeFormal(b *testing.B) {
	c, f, rules := ordinary(), Enacted(), formal()
	c.Community = benefiting().Community
	on := law.MustDate("2020-01-01")
	b.ReportAllocs()
	for b.Loop() {
		rules.Judge(&c, &f, on, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rules.Len()), "ns/rule")
}
