package election_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// wanted is what a reader must make of a file.
type wanted struct {
	File       string
	Error      bool
	Ballots    [][2]json.RawMessage
	Blank      int64
	Candidates []string
	Seats      int
	Title      string
	Withdrawn  []int
}

func TestEveryDialectIsReadAndEveryBrokenFileRefused(t *testing.T) {
	for _, root := range roots(t) {
		text, err := os.ReadFile(filepath.Join(root, "expected", "format.json"))
		require.NoError(t, err)
		var all []wanted
		require.NoError(t, json.Unmarshal(text, &all))
		require.Len(t, all, 23)
		for _, w := range all {
			t.Run(w.File, func(t *testing.T) {
				f, err := os.Open(filepath.Join(root, w.File))
				require.NoError(t, err)
				defer f.Close()
				b, err := election.ReadBLT(f, election.Reading{})
				if w.Error {
					require.ErrorIs(t, err, election.ErrSyntax)
					require.ErrorIs(t, err, election.ErrBallots)
					return
				}
				require.NoError(t, err)
				w.equal(t, b)
			})
		}
	}
}

// equal compares ballots, paper by paper, with what they should be.
func (w *wanted) equal(t *testing.T, b *election.Ballots) {
	t.Helper()
	assert.Equal(t, w.Candidates, b.Names())
	assert.Equal(t, w.Seats, b.Seats())
	assert.Equal(t, w.Title, b.Title())
	assert.ElementsMatch(t, w.Withdrawn, b.Withdrawn())
	assert.Equal(t, w.Blank, b.Blank())
	require.Equal(t, len(w.Ballots), b.Papers())
	sum := int64(0)
	for i, p := range b.All() {
		var ranks [][]int
		require.NoError(t, json.Unmarshal(w.Ballots[i][1], &ranks))
		require.Len(t, p.Ranks, len(ranks))
		for k := range ranks {
			assert.ElementsMatch(t, ranks[k], p.Ranks[k])
		}
		weight := strings.Trim(string(w.Ballots[i][0]), `"`)
		got := b.Unit().Format(p.Weight)
		if strings.Contains(got, ".") {
			got = strings.TrimRight(strings.TrimRight(got, "0"), ".")
		}
		assert.Equal(t, weight, got)
		sum += p.Weight
	}
	assert.Equal(t, sum, b.Valid())
}

func TestABadFileIsToldWithItsLineAndColumn(t *testing.T) {
	names := "\"Ann\"\n\"Bob\"\n\"Cat\"\n\"T\"\n"
	for _, x := range []struct{ name, text, want string }{
		{"nothing", "", "line 1, column 1: the file ends before the numbers of candidates and seats"},
		{"no number", "x", "line 1, column 1: the number of candidates should be here, from 1 to 32766"},
		{"no seats", "3\n", "line 1, column 2: the number of seats should be here"},
		{"seats run on", "3x2\n", "line 1, column 2: the number of seats should be here"},
		{"more seats than candidates", "3 4\n", "line 1, column 3: 4 seats, for 3 candidates"},
		{"more on the first line", "3 2 1\n", "line 1, column 5: '1', after the numbers of candidates and seats"},
		{"no papers", "3 2\n-1\n", "line 3, column 1: the file ends before the first paper"},
		{"a negative count", "3 2\n-5 1 2 0\n", "line 2, column 1: -5 is neither a count of papers nor a candidate who has withdrawn"},
		{"withdrawn twice", "3 2\n-1 -1\n", "line 2, column 4: candidate 1 has withdrawn already"},
		{"a candidate among the withdrawn", "3 2\n-1 2\n", "line 2, column 4: '2', among candidates who have withdrawn"},
		{"late withdrawal", "3 2\n1 1 0\n-1\n", "line 3, column 1: a count of papers cannot be negative, and candidates withdraw before the first paper"},
		{"a stranger", "3 2\n1 1 4 0\n", "line 2, column 5: there is no candidate 4, of 3"},
		{"a candidate twice", "3 2\n1 1 2 1 0\n", "line 2, column 7: candidate 1 is on the paper already"},
		{"a candidate twice, as equals", "3 2\n1 1=1 0\n", "line 2, column 5: candidate 1 is on the paper already"},
		{"no end of a paper", "3 2\n1 1 2\n0\n", "line 2, column 6: the paper does not end in 0"},
		{"no end of a paper, a comment", "3 2\n1 1 2 # 0\n0\n", "line 2, column 7: the paper does not end in 0"},
		{"an equals sign before nobody", "3 2\n1 1= 0\n", "line 2, column 6: an equals sign with no candidate after it"},
		{"a word on a paper", "3 2\n1 1 two 0\n", "line 2, column 5: 't', where a candidate's number should be"},
		{"a comma on a paper", "3 2\n1 1,2 0\n", "line 2, column 4: ',', where a candidate's number should be"},
		{"more after a paper", "3 2\n1 1 0 2\n", "line 2, column 7: '2', after the 0 that ends a paper"},
		{"a word for a count", "3 2\n1 1 0\n one 2 0\n", "line 3, column 2: 'o', where a count of papers should be"},
		{"a count too long", "3 2\n99999999999999999999 1 0\n", "line 2, column 1: a count of papers of more than 15 digits"},
		{"a count of none", "3 2\n0 1 0\n", "line 2, column 1: a count of no papers"},
		{"a weight of nothing", "3 2\n0.0 1 0\n", "line 2, column 1: a count of no papers"},
		{"a point with no digits", "3 2\n1. 1 0\n", "line 2, column 3: a decimal point with no digit after it"},
		{"a weight too fine", "3 2\n1.1234567 1 0\n", "line 2, column 3: a weight of more than 6 decimal places"},
		{"an identifier without end", "3 2\n(a 1 0\n", "line 2, column 1: the identifier of a paper has no closing bracket"},
		{"names too soon", "3 2\n1 1 0\n" + names, "line 3, column 1: a name, where a count of papers or the 0 that ends them should be"},
		{"no end of the papers", "3 2\n1 1 2 0\n", "line 3, column 1: the file ends before the 0 that ends the papers"},
		{"no names", "3 2\n0\n", "line 3, column 1: 0 names for 3 candidates"},
		{"too few names", "3 2\n0\n\"Ann\"\n", "line 4, column 1: 1 name for 3 candidates"},
		{"too many names", "3 2\n0\n" + names + "more\n", "line 7, column 1: something follows the title"},
		{"a name without end", "3 2\n0\n\"Ann\n", "line 3, column 1: a name has no closing quotation mark"},
		{"a name run on", "3 2\n0\n\"Ann\"x\n", "line 3, column 6: something follows a name in quotation marks"},
		{"not UTF-8", "3 2\n0\n\"É\xff\"\n", "line 3, column 3: the text is not UTF-8"},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, err := election.ReadBLT(strings.NewReader(x.text), election.Reading{})
			require.EqualError(t, err, x.want)
			var at *election.SyntaxError
			require.ErrorAs(t, err, &at)
			_, err = election.ReadBLT(iotest.OneByteReader(strings.NewReader(x.text)), election.Reading{})
			require.EqualError(t, err, x.want, "a reader that gives a byte at a time")
		})
	}
}

// large writes papers of several blocks for candidates 1 to 9, some equal, some of parts of a
// vote, some with comments, and names.
func large(papers int, with func(i int) string) string {
	var b strings.Builder
	b.WriteString("9 3\n-9\n")
	for i := range papers {
		fmt.Fprintf(&b, "%d %d %d", 1+i%5, 1+i%7, 8+i%2)
		if i%11 == 0 {
			b.WriteString("=" + strconv.Itoa(9-i%2))
		}
		b.WriteString(" 0")
		if i%13 == 0 {
			b.WriteString(" # one more")
		}
		b.WriteString(with(i) + "\n")
	}
	b.WriteString("0\n")
	for i := range 9 {
		fmt.Fprintf(&b, "\"Candidate %d\"\n", i)
	}
	b.WriteString("\"Large\"\n")
	return b.String()
}

func TestALargeFileIsReadAlikeByAnyNumberOfWorkers(t *testing.T) {
	none := func(int) string { return "" }
	for _, x := range []struct{ name, text, want string }{
		{"whole", large(60_000, none), ""},
		{"with weights late in the file", large(60_000, func(i int) string {
			if i == 50_000 {
				return "\n2.5 1 0\n0.125 0\n"
			}
			return ""
		}), ""},
		{"a fault late in the file", large(60_000, func(i int) string {
			if i == 50_000 {
				return "\n2 10 0\n"
			}
			return ""
		}), "line 50004, column 3: there is no candidate 10, of 9"},
		{"an end early in the file", large(60_000, func(i int) string {
			if i == 30_000 {
				return "\n0\nA\nB\nC\nD\nE\nF\nG\nH\n\"I\" \"T\" "
			}
			return ""
		}), "line 30014, column 1: something follows the title"},
		{"no end", strings.TrimSuffix(large(60_000, none), large(0, none)[7:]), "line 60003, column 1: the file ends before the 0 that ends the papers"},
		{"a line without end", large(60_000, func(i int) string {
			if i == 50_000 {
				return " # " + strings.Repeat("x", 3<<20)
			}
			return ""
		}), "line 50003, column 1: a line of more than 1048576 bytes, or more than 16777216 after the papers"},
	} {
		t.Run(x.name, func(t *testing.T) {
			var first *election.Ballots
			for _, workers := range []int{1, 2, 3, 16, 0} {
				for _, r := range []io.Reader{strings.NewReader(x.text), iotest.HalfReader(strings.NewReader(x.text))} {
					b, err := election.ReadBLT(r, election.Reading{Workers: workers})
					if x.want != "" {
						require.EqualError(t, err, x.want)
						continue
					}
					require.NoError(t, err)
					if first == nil {
						first = b
					}
					require.Equal(t, first, b)
				}
			}
		})
	}
}

func TestAnErrorOfTheReaderIsHandedOn(t *testing.T) {
	text := large(60_000, func(int) string { return "" })
	for _, n := range []int{0, 5, 1000, 500_000} {
		for _, workers := range []int{1, 2} {
			r := io.MultiReader(strings.NewReader(text[:n]), iotest.ErrReader(io.ErrClosedPipe))
			_, err := election.ReadBLT(r, election.Reading{Workers: workers})
			require.ErrorIs(t, err, io.ErrClosedPipe)
			require.NotErrorIs(t, err, election.ErrSyntax)
		}
	}
}
