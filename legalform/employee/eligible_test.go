package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestA4TheTailEndsWithTheEarlierEvent(t *testing.T) {
	got, ok := employee.Tail(law.MustDate("2015-06-06"), law.MustDate("2016-08-23"), &enacted)
	assert.True(t, ok)
	assert.Equal(t, days("2013-06-07", "2015-06-06"), got)
	swapped, _ := employee.Tail(law.MustDate("2016-08-23"), law.MustDate("2015-06-06"), &enacted)
	assert.Equal(t, got, swapped)
	_, ok = employee.Tail(law.Date{}, law.Date{}, &enacted)
	assert.False(t, ok)
	alone, _ := employee.Tail(law.Date{}, law.MustDate("2015-06-06"), &enacted)
	assert.Equal(t, got, alone)
}

func TestLookBackDoesNotMoveWithTheQuestion(t *testing.T) {
	for first, want := range map[string]string{"2010-01-01": "2003-12-11", "2013-12-10": "2003-12-11", "2020-05-01": "2010-05-02"} {
		got, ok := employee.LookBackDate(law.MustDate(first), law.MustDate("2026-01-01"), &enacted)
		assert.True(t, ok)
		assert.Equal(t, law.MustDate(want), got, first)
	}
	_, ok := employee.LookBackDate(law.MustDate("2013-12-10"), law.MustDate("2014-04-05"), &enacted)
	assert.False(t, ok)
}

func candidate(id string, employed employee.Place) employee.Candidate {
	return employee.Candidate{
		ID: id, Employed: law.Known(employed), Office: law.Known(employee.Nowhere), Owns: no(), ConnectedWith: law.Known([]string{}),
	}
}

func TestWhoIsAnEligibleEmployee(t *testing.T) {
	part := func(capital, class, assets int64) employee.Interest {
		return employee.Interest{OfCapital: law.Known(law.Percent(capital)), OfClass: law.Known(law.Percent(class)), OnWindingUp: law.Known(law.Percent(assets))}
	}
	seller, small, oneClass, former, longAgo := candidate("seller", employee.Nowhere), candidate("small", employee.InCompany), candidate("one class", employee.InCompany), candidate("former", employee.InCompany), candidate("long ago", employee.InCompany)
	seller.Owns, seller.Interest = yes(), part(30, 30, 30)
	small.Owns, small.Interest = yes(), part(4, 4, 4)
	oneClass.Owns, oneClass.Interest = yes(), part(3, 6, 3)
	former.Interest, former.OwnedUntil = part(30, 30, 30), day("2010-05-02")
	longAgo.Interest, longAgo.OwnedUntil = part(30, 30, 30), day("2010-05-01")
	nephew, inGroup, nowhere := candidate("nephew", employee.InCompany), candidate("in group", employee.InGroup), candidate("nowhere", employee.Nowhere)
	nephew.ConnectedWith = law.Known([]string{"seller"})
	list := []employee.Candidate{seller, small, oneClass, former, longAgo, nephew, inGroup, nowhere, candidate("staff", employee.InCompany)}
	got, err := employee.EligibleEmployees(list, yes(), law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	require.Empty(t, got.Missing)
	said := map[string]string{}
	for _, w := range got.Who {
		said[w.ID] = fmt.Sprint(w.Eligible, " ", w.Excluded)
	}
	assert.Equal(t, map[string]string{
		"seller": "false true", "small": "true false", "one class": "false true", "former": "false true", "long ago": "true false",
		"nephew": "false true", "in group": "true false", "nowhere": "false false", "staff": "true false",
	}, said)
	alone, err := employee.EligibleEmployees(list, no(), law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	assert.False(t, alone.Who[6].Eligible, "no group of which the company is the principal company")
}

func TestEligibilityAsksForWhatIsMissing(t *testing.T) {
	unknown := employee.Candidate{ID: "x", Employed: law.Known(employee.InGroup)}
	got, err := employee.EligibleEmployees([]employee.Candidate{unknown}, law.Fact[bool]{}, law.MustDate("2010-05-02"), law.MustDate("2026-01-01"), &enacted)
	require.NoError(t, err)
	var paths []string
	for _, m := range got.Missing {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{"people[0].owns", "principal_company", "people[0].office"}, paths)
	_, err = employee.EligibleEmployees([]employee.Candidate{unknown, unknown}, yes(), law.Date{}, law.MustDate("2026-01-01"), &enacted)
	assert.ErrorContains(t, err, "people[1].id")
	_, err = employee.EligibleEmployees(nil, yes(), law.Date{}, law.MustDate("2014-04-05"), &enacted)
	assert.Error(t, err)
}
