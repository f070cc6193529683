package election_test

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// single is what rules for one seat must give.
type single struct {
	File      string    `json:"file"`
	Pairwise  [][]int64 `json:"pairwise"`
	Condorcet *int      `json:"condorcet_winner"`
	Smith     []int     `json:"smith"`
	Votes     []int     `json:"schulze_winning_votes"`
	Margins   []int     `json:"schulze_margins"`
	ByVotes   ordered   `json:"ranked_pairs_winning_votes"`
	ByMargins ordered   `json:"ranked_pairs_margins"`
}

type ordered struct {
	Order   []int `json:"order"`
	NoEqual bool  `json:"no_equal_pairs"`
}

// eachSingle goes through the elections counted for one seat.
func eachSingle(t *testing.T, do func(b *election.Ballots, want single)) {
	t.Helper()
	for _, root := range roots(t) {
		seen := 0
		for _, file := range expectedFiles(t, root) {
			eachLine(t, file, func(line map[string]json.RawMessage) {
				if string(line["rule"]) != `"single-winner"` {
					return
				}
				seen++
				text, err := json.Marshal(line)
				require.NoError(t, err)
				var want single
				require.NoError(t, json.Unmarshal(text, &want))
				do(readBLT(t, filepath.Join(root, want.File)), want)
			})
		}
		assert.Positive(t, seen, root)
	}
}

func TestPairsAreThoseOfTheData(t *testing.T) {
	eachSingle(t, func(b *election.Ballots, want single) {
		for _, workers := range []int{1, 3} {
			p, err := election.Pairwise(b, workers)
			require.NoError(t, err)
			for i, row := range want.Pairwise {
				for j, n := range row {
					require.Equal(t, n, p.Over(i+1, j+1), "%s: %d over %d", want.File, i+1, j+1)
				}
			}
			winner, found := p.CondorcetWinner()
			require.Equal(t, want.Condorcet != nil, found, want.File)
			if found {
				require.Equal(t, *want.Condorcet, winner, want.File)
			}
			require.Equal(t, want.Smith, p.Smith(), want.File)
		}
	})
}

// firsts are those who come before nobody else comes, by the votes of the stage.
func firsts(r *election.Result) (out []int) {
	v := r.Stages[0].Votes
	all := int64(len(v)-1-len(r.Withdrawn)) * r.Unit.One()
	for c, n := range v {
		if n == all {
			out = append(out, c+1)
		}
	}
	return out
}

// lots is the order of numbers.
func lots(b *election.Ballots) (lot []int) {
	for c := range b.Len() {
		lot = append(lot, c+1)
	}
	return lot
}

func TestSchulzeElectsThoseOfTheData(t *testing.T) {
	eachSingle(t, func(b *election.Ballots, want single) {
		o := election.Options{Lot: lots(b)}
		r := counted(t, b, election.Schulze(), o)
		require.Equal(t, want.Votes, firsts(r), want.File)
		require.Subset(t, want.Votes, r.Elected, want.File)
		r = counted(t, b, election.SchulzeMargins(), o)
		require.Equal(t, want.Margins, firsts(r), want.File)
		if len(want.Margins) == 1 {
			_, err := election.Count(b, election.SchulzeMargins(), election.Options{})
			require.NoError(t, err, "no lot is needed: %s", want.File)
		}
	})
}

func TestEqualRanksPreferNeitherAndBeatTheUnranked(t *testing.T) {
	p, err := election.Pairwise(ballotsOf(t, "1", "5 2 1=3=4 0\n2 1=2 3 0\n1 4 0"), 1)
	require.NoError(t, err)
	var got [4][4]int64
	for i := range got {
		for j := range got[i] {
			got[i][j] = p.Over(i+1, j+1)
		}
	}
	assert.Equal(t, [4][4]int64{{0, 0, 2, 2}, {5, 0, 7, 7}, {0, 0, 0, 2}, {1, 1, 1, 0}}, got)
	assert.Zero(t, p.Over(0, 1)+p.Over(1, 5), "strangers")
}

func TestWhoHasWithdrawnIsNotCompared(t *testing.T) {
	b := ballotsOf(t, "1", "-2\n3 2 1 3 0\n1 4 0")
	p, err := election.Pairwise(b, 1)
	require.NoError(t, err)
	assert.Zero(t, p.Over(2, 3)+p.Over(1, 2))
	assert.Equal(t, []int{1}, p.Smith())
	for _, rule := range []election.Rule{election.Schulze(), election.RankedPairs()} {
		r := counted(t, b, rule, election.Options{})
		assert.Equal(t, []int{1}, r.Elected)
		assert.Equal(t, []int64{2, 0, 1, 0}, r.Stages[0].Votes, "two others stand")
	}
}

func TestPairsRefuseWhatTheyCannotHold(t *testing.T) {
	_, err := election.Pairwise(pointsOf(t, 1, []int{1}), 1)
	require.EqualError(t, err, "bad ballots: these papers give points, and rank nobody")
	n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: make([]string, 1001)})
	require.NoError(t, err)
	require.NoError(t, n.Add(1, 1))
	_, err = election.Pairwise(n.Ballots(), 1)
	require.EqualError(t, err, "bad ballots: 1001 candidates are more than 1000 to compare two by two")
	_, err = election.Count(ballotsOf(t, "1", "1 1 0"), election.SchulzeRule{About: election.Schulze().About}, election.Options{})
	require.EqualError(t, err, "bad rule: schulze: strength: unknown(0)")
}

func TestFortyFiveVotersElectTheFifthBySchulze(t *testing.T) {
	r := counted(t, readBLT(t, filepath.Join("testdata", "known", "schulze45.blt")), election.Schulze(), election.Options{})
	assert.Equal(t, []int{5}, r.Elected)
	assert.Equal(t, []int64{3, 1, 2, 0, 4}, r.Stages[0].Votes, "the order is E, A, C, B, D")
}

func TestTheCondorcetWinnerWinsAndSoDoesOneOfTheSmithSet(t *testing.T) {
	winners, circles := 0, 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1785))
		s, papers := random(t, r, election.Takes{Equal: true})
		b := put(t, s, papers)
		p, err := election.Pairwise(b, 1)
		require.NoError(t, err)
		smith := p.Smith()
		winner, found := p.CondorcetWinner()
		if found {
			winners++
		} else {
			circles++
		}
		var elected []int
		for _, rule := range []election.Rule{election.Schulze(), election.SchulzeMargins(), election.RankedPairs()} {
			res := counted(t, b, rule, election.Options{Seed: "x"})
			require.Contains(t, smith, res.Elected[0], "seed %d", seed)
			if found {
				require.Equal(t, []int{winner}, res.Elected, "seed %d", seed)
				require.Equal(t, []int{winner}, firsts(res), "seed %d", seed)
			}
			if len(res.Ties) == 0 {
				elected = append(elected, res.Elected[0])
			}
		}
		if b.Len() <= 3 && len(elected) == 3 {
			require.Equal(t, elected[0], elected[2], "seed %d: both rules agree for three candidates", seed)
		}
	}
	assert.Greater(t, winners, 100)
	assert.Greater(t, circles, 100)
}

func TestPairsAreWrittenAndReadAgain(t *testing.T) {
	b := ballotsOf(t, "1", "-4\n2.5 1 2 0\n1 2 3 0")
	r := counted(t, b, election.Schulze(), election.Options{})
	text := asJSON(t, r)
	assert.Contains(t, text, `"pairwise":[[0,2.5,2.5,0],[1,0,3.5,0],[1,0,0,0],[0,0,0,0]]`)
	var again election.Result
	require.NoError(t, json.Unmarshal([]byte(text), &again))
	assert.Equal(t, r.Pairwise, again.Pairwise)
	assert.Equal(t, text, asJSON(t, &again))
	for _, x := range []struct{ was, is, want string }{
		{"[1,0,3.5,0],", "", "pairwise: 3 rows for 4 candidates"},
		{"[1,0,3.5,0]", "[1,0,3.5]", "pairwise[1]: 3 figures for 4 candidates"},
		{"[1,0,3.5,0]", "[1,0,3.55,0]", `pairwise[1]: "3.55" is not a figure to 1 decimal places`},
	} {
		require.EqualError(t, json.Unmarshal([]byte(replaceOnce(t, text, x.was, x.is)), &again), x.want)
	}
	sheet := sheetText(t, election.Sheet{Result: r})
	assert.Contains(t, sheet, "\nA to B 2.5-1.0, to C 2.5-1.0.\nB to A 1.0-2.5, to C 3.5-0.0.\nC to A 1.0-2.5, to B 0.0-3.5.\n")
}

// FuzzPairs: whatever the papers, the table is that of a count pair by pair, and each rule elects
// one of the Smith set.
func FuzzPairs(f *testing.F) {
	f.Add([]byte{3, 2, 10, 0, 1, 255, 5, 1, 255, 4, 2})
	f.Add([]byte{1, 0, 1, 0, 1, 2, 255, 1, 1, 2, 0, 255, 1, 2, 0, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, papers := papersOf(data)
		if len(papers) == 0 {
			return
		}
		b := put(t, s, papers)
		p, err := election.Pairwise(b, 1)
		require.NoError(t, err)
		for i := range s.Candidates {
			for j := range s.Candidates {
				want := int64(0)
				for _, x := range papers {
					one, other := place(x.Ranks, i+1), place(x.Ranks, j+1)
					if one < other {
						want += x.Weight
					}
				}
				require.Equal(t, want, p.Over(i+1, j+1))
			}
		}
		for _, rule := range []election.Rule{election.Schulze(), election.SchulzeMargins(), election.RankedPairs()} {
			res := counted(t, b, rule, election.Options{Seed: "x"})
			require.Subset(t, p.Smith(), res.Elected, res.Rule)
		}
	})
}

// place is the rank of a candidate, beyond all others where there is none.
func place(ranks [][]int, c int) int {
	for i, rank := range ranks {
		if slices.Contains(rank, c) {
			return i
		}
	}
	return len(ranks)
}
