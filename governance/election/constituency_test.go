package election_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
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
