package election_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestATableOfRanksIsReadByItsRuleOfGapsAndEquals(t *testing.T) {
	const head = "\ufeffA,\"B \"\"b\"\"\", C ,D\r\n"
	for _, x := range []struct {
		name, row string
		o         election.Table
		ranks     [][]int
	}{
		{"in turn", "2,1,,3", election.Table{}, [][]int{{2}, {1}, {4}}},
		{"noughts rank nobody", "0,1,0,0", election.Table{}, [][]int{{2}}},
		{"a gap ends the paper", "1,3,0,0", election.Table{}, [][]int{{1}}},
		{"a gap is closed", "1,3,0,9", election.Table{Gap: election.CloseGap}, [][]int{{1}, {2}, {4}}},
		{"a gap makes the paper blank", "1,3,0,0", election.Table{Gap: election.BlankAtGap}, nil},
		{"no first preference", "2,3,0,0", election.Table{}, nil},
		{"no first preference, and the gap closed", "2,3,0,0", election.Table{Gap: election.CloseGap}, [][]int{{1}, {2}}},
		{"a rank given twice ends the paper", "1,2,2,3", election.Table{}, [][]int{{1}}},
		{"a rank given twice makes equals", "1,2,2,3", election.Table{Equal: true}, [][]int{{1}, {2, 3}, {4}}},
		{"a first preference given twice", "1,1,2,3", election.Table{}, nil},
		{"every rank beyond the candidates is one gap", "1,50,60,0", election.Table{Gap: election.CloseGap, Equal: true}, [][]int{{1}, {2, 3}}},
		{"nothing", ",,,", election.Table{}, nil},
		{"marks", "1,0,7,", election.Table{Cells: election.Marks}, [][]int{{1, 3}}},
	} {
		t.Run(x.name, func(t *testing.T) {
			x.o.Seats = 2
			b, err := election.ReadCSV(iotest.OneByteReader(strings.NewReader(head+x.row)), x.o)
			require.NoError(t, err)
			assert.Equal(t, []string{"A", `B "b"`, "C", "D"}, b.Names())
			if x.ranks == nil {
				assert.Zero(t, b.Papers())
				assert.EqualValues(t, 1, b.Blank())
				return
			}
			assert.Equal(t, election.Paper{Weight: 1, Ranks: x.ranks}, b.Paper(0))
		})
	}
}

func TestABadTableIsToldWithItsLineAndColumn(t *testing.T) {
	for _, x := range []struct{ name, text, want string }{
		{"nothing", "\n\n", "line 3, column 1: the file ends before the names of the candidates"},
		{"a cell too few", "A,B\n\n1\n", "line 3, column 2: 1 cell for 2 candidates"},
		{"a cell too many", "A,B\n1,2,\n", "line 2, column 5: a cell too many, for 2 candidates"},
		{"a word", "É,B\n1,two\n", `line 2, column 3: "two", where a number from 0 to 65535 should be`},
		{"a negative rank", "A,B\n-1,2\n", `line 2, column 1: "-1", where a number from 0 to 65535 should be`},
		{"a rank beyond belief", "A,B\n1,65536\n", `line 2, column 3: "65536", where a number from 0 to 65535 should be`},
		{"a quotation mark too few", "A,\"É\n", "line 1, column 3: a cell has no closing quotation mark"},
		{"a cell run on", "\"É\"x,B\n", "line 1, column 4: something follows a cell in quotation marks"},
		{"a name with a control character", "A,B\x00\n", "line 1, column 3: a name that does not fit a line of text"},
		{"a long line", "A,B\n" + strings.Repeat(" ", 3<<20), "line 2, column 1: a line of more than 1048576 bytes"},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, err := election.ReadCSV(strings.NewReader(x.text), election.Table{Seats: 1})
			require.EqualError(t, err, x.want)
			require.ErrorIs(t, err, election.ErrSyntax)
		})
	}
	_, err := election.ReadCSV(strings.NewReader("A,B\n1,2\n"), election.Table{Seats: 3})
	require.EqualError(t, err, "bad ballots: seats: 3, for 2 candidates")
	_, err = election.ReadCSV(iotest.ErrReader(os.ErrClosed), election.Table{Seats: 1})
	require.ErrorIs(t, err, os.ErrClosed)
}

// TestOneInstituteCountedItsFourFormsOfBallot checks marks and points against the sums that
// another program made of the same members' papers.
func TestOneInstituteCountedItsFourFormsOfBallot(t *testing.T) {
	for _, root := range roots(t) {
		text, err := os.ReadFile(filepath.Join(root, "expected", "ims.totals.json"))
		if os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		var want map[string]struct {
			Totals                  map[string]int64
			Ballots, Blank, Invalid int64
		}
		require.NoError(t, json.Unmarshal(text, &want))
		for _, x := range []struct {
			name  string
			cells election.Cells
			rule  election.Rule
		}{
			{"approval", election.Marks, election.Approval()},
			{"score", election.Points, election.Score(9)},
			{"plurality", election.Marks, election.FPTP()},
		} {
			b := readCSV(t, filepath.Join(root, "societies", "ims_"+x.name+".csv"), election.Table{Seats: 3, Cells: x.cells})
			r, err := election.Count(b, x.rule, election.Options{})
			require.NoError(t, err)
			w := want[x.name]
			for c, n := range r.Stages[0].Votes {
				assert.Equal(t, w.Totals[b.Name(c+1)], n, "%s: %s", x.name, b.Name(c+1))
			}
			assert.Equal(t, w.Blank+w.Invalid, b.Blank()+r.Invalid, x.name)
			assert.Equal(t, w.Ballots, b.Valid()+b.Blank(), x.name)
		}
		table := readCSV(t, filepath.Join(root, "societies", "ims_stv.csv"), election.Table{Seats: 3, Gap: election.BlankAtGap})
		blt := readBLT(t, filepath.Join(root, "societies", "ims_stv.blt"))
		assert.Equal(t, blt.Valid(), table.Valid())
		assert.ElementsMatch(t, papers(blt), papers(table), "the same papers in another order")
	}
}

func readCSV(t *testing.T, path string, o election.Table) *election.Ballots {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	b, err := election.ReadCSV(f, o)
	require.NoError(t, err)
	return b
}

// papers lists the papers of ballots.
func papers(b *election.Ballots) (out []election.Paper) {
	for _, p := range b.All() {
		out = append(out, p)
	}
	return out
}
