package election_test

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestALotDrawnFromASeedIsTheOneThatIsDescribed(t *testing.T) {
	order := election.LotOrder("Rochdale 1844", 2)
	sum := sha256.Sum256(append([]byte("Rochdale 1844"), make([]byte, 8)...))
	want := []int{1, 2}
	if binary.BigEndian.Uint64(sum[:])%2 == 0 {
		want = []int{2, 1}
	}
	assert.Equal(t, want, order)
	assert.Equal(t, []int{1}, election.LotOrder("x", 1))
	assert.NotEqual(t, election.LotOrder("x", 40), election.LotOrder("y", 40))
	got := election.LotOrder("x", 40)
	slices.Sort(got)
	for i, c := range got {
		assert.Equal(t, i+1, c)
	}
}

func TestALotIsDrawnEvenly(t *testing.T) {
	first := map[int]int{}
	for i := range 6000 {
		first[election.LotOrder(string(rune('a'+i%26))+string(rune(i)), 3)[0]]++
	}
	for c := 1; c <= 3; c++ {
		assert.InDelta(t, 2000, first[c], 200, "candidate %d", c)
	}
}

func TestABadLotIsRefused(t *testing.T) {
	b := ballotsOf(t, "1", "1 1 0\n1 2 0")
	for _, x := range []struct {
		o    election.Options
		want string
	}{
		{election.Options{Lot: []int{5}}, "bad ballots: lot[0]: there is no candidate 5"},
		{election.Options{Lot: []int{1, 0}}, "bad ballots: lot[1]: there is no candidate 0"},
		{election.Options{Lot: []int{1, 1}}, "bad ballots: lot[1]: candidate 1 is drawn already"},
		{election.Options{Lot: []int{1}, Seed: "x"}, "bad ballots: lot: both an order and a seed are given"},
		{election.Options{Lot: []int{2}}, `a lot is needed at stage 1, for who is excluded: candidates [1 2] ["A" "B"] are equal`},
	} {
		_, err := election.Count(b, election.FPTP(), x.o)
		require.EqualError(t, err, x.want)
	}
}

func TestASeedIsRecordedWithTheOrderItGives(t *testing.T) {
	r, err := election.Count(ballotsOf(t, "1", "1 1 0\n1 2 0"), election.FPTP(), election.Options{Seed: "x"})
	require.NoError(t, err)
	assert.Equal(t, &election.Lot{Order: election.LotOrder("x", 4), Seed: "x"}, r.Lot)
}
