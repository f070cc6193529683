package election_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestTheHashIsThatOfTheSortedFileWhateverTheOrderOfPapers(t *testing.T) {
	b := ballotsOf(t, "2", "-4\n1 2 0\n2 1 2 0\n3 1=2 0\n1 1 0\n4 0\n2 4 0")
	sum := sha256.Sum256([]byte("4 2\n-4\n1 1 0\n2 1 2 0\n1 2 0\n3 1=2 0\n4 0\n2 4 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"T\"\n"))
	assert.Equal(t, hex.EncodeToString(sum[:]), b.Hash())
	assert.Equal(t, b.Hash(), ballotsOf(t, "2", "-4\n3 2=1 0\n1 1 2 0\n1 1 0\n1 2 0\n1 1 2 0\n4 0\n1 4 0\n1 4 0").Hash())
	assert.NotEqual(t, b.Hash(), ballotsOf(t, "2", "-4\n1 2 0\n2 1 2 0\n4 1=2 0\n1 1 0\n4 0\n2 4 0").Hash())
	points, other := pointsOf(t, 1, []int{1, 2}, []int{2, 1}), pointsOf(t, 1, []int{2, 1}, []int{1, 2})
	assert.Equal(t, points.Hash(), other.Hash())
	assert.NotEqual(t, points.Hash(), pointsOf(t, 1, []int{1, 2}, []int{2, 2}).Hash())
}

func TestAnybodyCanCountAgainFromTheRecord(t *testing.T) {
	b := ballotsOf(t, "3", "2 1=2 0\n2 3=4 0\n1 1=2=3 0")
	rule := election.Limited(2)
	for _, o := range []election.Options{{Lot: []int{4, 3, 2, 1}}, {Seed: "public dice 3 6 1"}} {
		r, err := election.Count(b, rule, o)
		require.NoError(t, err)
		a, err := election.NewAudit(b, rule, r)
		require.NoError(t, err)
		text, err := json.Marshal(a)
		require.NoError(t, err)
		var again election.Audit
		require.NoError(t, json.Unmarshal(text, &again))
		got, err := again.Recount(ballotsOf(t, "3", "1 1=2=3 0\n1 2=1 0\n2 3=4 0\n1 2=1 0"))
		require.NoError(t, err)
		assert.Equal(t, r, got)

		_, err = again.Recount(ballotsOf(t, "3", "2 1=2 0\n2 3=4 0\n2 1=2=3 0"))
		require.ErrorIs(t, err, election.ErrAudit, "another paper")
		again.Lot = &election.Lot{Order: []int{1, 2, 3, 4}}
		_, err = again.Recount(b)
		require.ErrorIs(t, err, election.ErrAudit, "another lot")
		again.Rule = "guess"
		_, err = again.Recount(b)
		require.ErrorIs(t, err, election.ErrRule)

		foot := sheetText(t, election.Sheet{Result: r, Audit: a})
		assert.Contains(t, foot, a.Ballots)
		assert.Contains(t, foot, a.Result)
		assert.Contains(t, foot, `parameters {"marks":2,"over":"invalid"}, 3 seats;`)
	}
}
