package election_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// transferable are the rules whose papers move.
func transferable() []election.Rule {
	return append([]election.Rule{
		election.AV(), election.Scottish(), election.ERS97(), election.NorthernIreland(), election.WIGM(),
		election.Senate(), election.HareClark(), election.HareClarkACT(),
	}, australians()...)
}

func TestManyPapersCountTheSameByAnyNumberOfWorkers(t *testing.T) {
	b, err := election.ReadBLT(bytes.NewReader(synthetic(60_000)), election.Reading{})
	require.NoError(t, err)
	require.Greater(t, b.Papers(), 3*8192, "enough for several workers")
	for _, rule := range transferable() {
		one := asJSON(t, counted(t, b, rule, election.Options{Seed: "x", Workers: 1}))
		for _, workers := range []int{2, 3, 100} {
			assert.Equal(t, one, asJSON(t, counted(t, b, rule, election.Options{Seed: "x", Workers: workers})), rule.Describe().Name)
		}
	}
}

func TestWeightsCountAsSoManyPapersOfTheSmallestPart(t *testing.T) {
	parts := ballotsOf(t, "2", "2.5 1 2 0\n1.5 2 3 0\n0.5 3 0\n0.5 4 2 0")
	whole := ballotsOf(t, "2", "25 1 2 0\n15 2 3 0\n5 3 0\n5 4 2 0")
	for _, rule := range transferable() {
		a, b := counted(t, parts, rule, election.Options{Seed: "x"}), counted(t, whole, rule, election.Options{Seed: "x"})
		assert.Equal(t, b.Elected, a.Elected)
		assert.Equal(t, b.Stages, a.Stages, "the same figures, of a unit ten times as small")
		assert.Equal(t, b.Unit+1, a.Unit)
	}
}

func TestHeavyPapersCountAsManyOfThem(t *testing.T) {
	// 2^32 - 1 is where a weight is kept apart.
	for _, times := range []int64{1, 1<<31 - 1, 1 << 31, 1<<32 - 2, 1<<32 - 1, 1 << 32, 1 << 40} {
		b := ballotsOf(t, "1", fmt.Sprintf("%d 1 0\n%d 2 3 1 0\n%d 3 4 2 0\n%d 4 1 0", 4*times, 3*times, 2*times, times))
		got := counted(t, b, election.AV(), election.Options{})
		require.Len(t, got.Stages, 4)
		assert.Equal(t, []int64{5 * times, 3 * times, 2 * times, 0}, got.Stages[1].Votes)
		assert.Equal(t, []int64{5 * times, 5 * times, 0, 0}, got.Stages[2].Votes)
		assert.Equal(t, []int64{8 * times, 0, 0, 0}, got.Stages[3].Votes)
	}
}

func TestTheLiteralReadingOfRule52LeavesTheLastTransferOut(t *testing.T) {
	b := ballotsOf(t, "1\n-4", "4 1 0\n3 2 0\n2 3 0")
	for name, c := range map[string]struct {
		shown bool
		kind  election.Kind
		votes []string
	}{
		"as published":              {true, election.Exclude, []string{"4.00000", "0.00000", "0.00000", "0.00000"}},
		"rule 52(2) read literally": {false, election.Fill, []string{"4.00000", "3.00000", "0.00000", "0.00000"}},
	} {
		t.Run(name, func(t *testing.T) {
			rule := election.Scottish()
			rule.LastTransfer = c.shown
			got := counted(t, b, rule, election.Options{})
			require.Len(t, got.Stages, 3)
			assert.Equal(t, c.kind, got.Stages[2].Kind)
			assert.Equal(t, c.votes, figures(got, 3))
			assert.Equal(t, []int{2}, got.Stages[2].Excluded)
			assert.Equal(t, []int{1}, got.Elected)
		})
	}
}

func TestEverybodyIsElectedWhereThereAreAsManyPlaces(t *testing.T) {
	b := ballotsOf(t, "4", "3 1 2 0\n2 2 0\n1 3 0")
	for _, rule := range transferable()[1:] {
		got := counted(t, b, rule, election.Options{})
		assert.Equal(t, []int{1, 2, 3, 4}, sorted(got.Elected), rule.Describe().Name)
		stages := 1
		if g, ok := rule.(election.Australian); ok && g.SurplusesFirst {
			stages = 2
		}
		assert.Len(t, got.Stages, stages, rule.Describe().Name)
	}
}

func TestACountWithoutAnyPaperIsALotBetweenAll(t *testing.T) {
	n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: []string{"A", "B", "C"}})
	require.NoError(t, err)
	b := n.Ballots()
	for _, rule := range transferable() {
		_, err := election.Count(b, rule, election.Options{})
		require.ErrorIs(t, err, election.ErrLotNeeded, rule.Describe().Name)
		got := counted(t, b, rule, election.Options{Lot: []int{2, 3, 1}})
		assert.Equal(t, []int{1}, got.Elected, rule.Describe().Name)
	}
}

// FuzzTransferable: any papers are counted by any rule, fill the places, add up, and count the
// same backwards and by more workers.
func FuzzTransferable(f *testing.F) {
	f.Add([]byte{4, 2, 3, 0, 1, 9, 2, 1, 9, 5, 3, 0}, uint8(1))
	f.Add([]byte{7, 3, 1, 6, 5, 4, 9, 1, 0, 9, 1, 1, 2, 3, 9}, uint8(2))
	f.Fuzz(func(t *testing.T, text []byte, which uint8) {
		if len(text) < 3 || len(text) > 2000 {
			return
		}
		setup := election.Setup{Candidates: []string{"A", "B", "C", "D", "E", "F", "G", "H"}[:2+text[0]%7]}
		setup.Seats = 1 + int(text[1])%len(setup.Candidates)
		var papers []election.Paper
		for _, x := range bytes.Split(text[2:], []byte{9}) {
			p := election.Paper{Weight: 1}
			seen := map[int]bool{}
			for _, c := range x {
				if k := int(c)%len(setup.Candidates) + 1; !seen[k] {
					seen[k] = true
					p.Ranks = append(p.Ranks, []int{k})
				} else {
					p.Weight += int64(c)
				}
			}
			papers = append(papers, p)
		}
		rules := append(append(transferable(), election.Irish()), irishes()...)
		rule := rules[int(which)%len(rules)]
		setup.KeepOrder = rule.Describe().Takes.Order
		got := counted(t, put(t, setup, papers), rule, election.Options{Seed: "x", Workers: 1})
		require.Len(t, got.Elected, got.Seats)
		if setup.KeepOrder {
			return
		}
		slices.Reverse(papers)
		again := counted(t, put(t, setup, papers), rule, election.Options{Seed: "x", Workers: 4})
		require.Equal(t, asJSON(t, got), asJSON(t, again))
	})
}
