package election_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func fromText(t *testing.T, blt string) *election.Ballots {
	t.Helper()
	b, err := election.ReadBLT(strings.NewReader(blt), election.Reading{})
	require.NoError(t, err)
	return b
}

const (
	north = "3 1\n5 1 2 0\n3 2 0\n4 3 2 0\n0\n\"Ann\"\n\"Bob\"\n\"Cat\"\n\"North\"\n"
	south = "2 1\n2 1 0\n2 2 0\n0\n\"Dan\"\n\"Eve\"\n\"South\"\n"
)

func TestEachConstituencyElectsItsOwn(t *testing.T) {
	list := []election.Constituency{
		{Name: "north", Ballots: fromText(t, north), Options: election.Options{Seats: 2}},
		{Name: "south", Ballots: fromText(t, south), Options: election.Options{Lot: []int{1, 2}}},
	}
	for _, r := range []election.Rule{election.Scottish(), election.ERS97(), election.MeekPRF(), election.SNTV()} {
		got, err := election.CountEach(list, r)
		require.NoError(t, err)
		require.Len(t, got, 2)
		for i := range list {
			alone, err := election.Count(list[i].Ballots, r, list[i].Options)
			require.NoError(t, err)
			assert.Equal(t, list[i].Name, got[i].Constituency)
			assert.Equal(t, alone, got[i].Result)
		}
		assert.Len(t, got[0].Result.Elected, 2)
		assert.Len(t, got[1].Result.Elected, 1)
	}
}

func TestAConstituencyThatCannotBeCountedIsNamed(t *testing.T) {
	good := election.Constituency{Name: "north", Ballots: fromText(t, north)}
	for want, list := range map[string][]election.Constituency{
		"no constituencies":                            nil,
		"constituencies[1].name: none":                 {good, {Ballots: good.Ballots}},
		`constituencies[1].name: "north": constituenc`: {good, good},
		"constituencies[1].ballots: none":              {good, {Name: "south"}},
		`constituency "south": `:                       {good, {Name: "south", Ballots: fromText(t, south), Options: election.Options{Seats: 3}}},
	} {
		got, err := election.CountEach(list, election.Scottish())
		require.ErrorContains(t, err, want)
		require.ErrorIs(t, err, election.ErrBallots)
		assert.Nil(t, got)
	}
	_, err := election.CountEach([]election.Constituency{good, {Name: "south", Ballots: fromText(t, south)}}, election.FPTP())
	require.ErrorIs(t, err, election.ErrLotNeeded)
	require.ErrorContains(t, err, `constituency "south"`)
}

func TestConstituenciesAreCountedAgainToTheSameBytes(t *testing.T) {
	rule := election.Scottish()
	list := []election.Constituency{
		{Name: "north", Ballots: fromText(t, north), Options: election.Options{Seats: 2, Reservations: []election.Reservation{{Group: []int{2}, Least: 1}}}},
		{Name: "south", Ballots: fromText(t, south), Options: election.Options{Lot: []int{1, 2}}},
		{Name: "west", Ballots: fromText(t, north), Options: election.Options{Vacancy: &election.Vacancy{Vacated: []int{1}}}},
	}
	returns, err := election.CountEach(list, rule)
	require.NoError(t, err)
	records, err := election.AuditEach(list, rule, returns)
	require.NoError(t, err)
	text, err := json.Marshal(records)
	require.NoError(t, err)
	read := func() (again []election.ReturnAudit) {
		require.NoError(t, law.Decode(bytes.NewReader(text), &again))
		return again
	}
	ballots := func() map[string]*election.Ballots {
		return map[string]*election.Ballots{"north": fromText(t, north), "south": fromText(t, south), "west": fromText(t, north)}
	}
	got, err := election.RecountEach(read(), ballots())
	require.NoError(t, err)
	want, err := json.Marshal(returns)
	require.NoError(t, err)
	is, err := json.Marshal(got)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(is))

	for place, spoil := range map[string]func(records []election.ReturnAudit, ballots map[string]*election.Ballots){
		`constituency "south": the recount differs: the ballots`:               func(_ []election.ReturnAudit, b map[string]*election.Ballots) { b["south"] = b["north"] },
		`constituency "west": the recount differs: the result`:                 func(a []election.ReturnAudit, _ map[string]*election.Ballots) { a[2].Audit.Vacancy = nil },
		`audits[1].constituency: there are no ballots of "south"`:              func(_ []election.ReturnAudit, b map[string]*election.Ballots) { delete(b, "south") },
		`there is no record of constituency "east"`:                            func(_ []election.ReturnAudit, b map[string]*election.Ballots) { b["east"] = b["north"] },
		`audits[2].constituency: "south" has a record already`:                 func(a []election.ReturnAudit, _ map[string]*election.Ballots) { a[2] = a[1] },
		`audits[0].audit: none is given of "north"`:                            func(a []election.ReturnAudit, _ map[string]*election.Ballots) { a[0].Audit = nil },
		`constituency "north": the recount differs: the ballots have the hash`: func(a []election.ReturnAudit, _ map[string]*election.Ballots) { a[0].Audit = a[1].Audit },
	} {
		a, b := read(), ballots()
		spoil(a, b)
		got, err := election.RecountEach(a, b)
		require.ErrorIs(t, err, election.ErrAudit)
		require.ErrorContains(t, err, place)
		assert.Nil(t, got)
	}
}

func TestRecordsAreOfTheReturnsOfTheConstituencies(t *testing.T) {
	list := []election.Constituency{{Name: "north", Ballots: fromText(t, north)}}
	returns, err := election.CountEach(list, election.Scottish())
	require.NoError(t, err)
	for place, spoilt := range map[string][]election.Return{
		"returns: 0 of 1 constituencies":   nil,
		`returns[0]: no result of "north"`: {{Constituency: "south", Result: returns[0].Result}},
		`no result of "north"`:             {{Constituency: "north"}},
	} {
		got, err := election.AuditEach(list, election.Scottish(), spoilt)
		require.ErrorContains(t, err, place)
		assert.Nil(t, got)
	}
}
