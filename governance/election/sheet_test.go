package election_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func sheetText(t *testing.T, s election.Sheet) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, s.Text(&b))
	return b.String()
}

func TestASheetAsText(t *testing.T) {
	const papers = "6 1 2 0\n5 2 0\n5 3 0\n1 0"
	b := ballotsOf(t, "2", papers)
	r, err := election.Count(b, election.SNTV(), election.Options{Lot: []int{2, 3}})
	require.NoError(t, err)
	assert.Equal(t, `T
Rule: Single non-transferable vote (sntv): common usage; the body's own rules.
4 candidates, 2 seats; 16 valid papers, and 1 blank.
Elected: 1. A; 2. C.

                      Stage 1
                  first count
----------------  -----------
1 A                         6
2 B                         5
3 C                         5
4 D                         0
Non-transferable            0
Total                      16

Stage 1. B and C are equal; by lot B is out. Elected: A and C.
`, sheetText(t, election.Sheet{Result: r}))
}

func TestAVariedParameterIsToldOnTheSheet(t *testing.T) {
	rule := election.Limited(2)
	r, err := election.Count(ballotsOf(t, "3", "-4\n2 1=2 0\n1 3 0\n1 1=2=3 0\n1 4 0"), rule, election.Options{})
	require.NoError(t, err)
	text := sheetText(t, election.Sheet{Result: r})
	assert.Contains(t, text, "Varied: marks: 2 in place of 1.\n3 candidates, 3 seats; 3 valid papers, and 1 only for candidates who have withdrawn, and 1 invalid.\nWithdrawn: D.\n")
	assert.NotContains(t, text, "Total", "a paper may count for several")
}

// TestEverySheetFitsAndSaysWhatTheResultSays prints the sheets of all counts there are.
func TestEverySheetFitsAndSaysWhatTheResultSays(t *testing.T) {
	for _, root := range roots(t) {
		for _, file := range []string{"edge.scottish.jsonl", "edge.ers97.jsonl", "scottish.scottish.jsonl", "scottish.ers97.jsonl", "scottish.ni.jsonl"} {
			expected(t, root, file, func(b *election.Ballots, r *election.Result) {
				s := election.Sheet{Result: r}
				text := sheetText(t, s)
				for line := range strings.SplitSeq(text, "\n") {
					if utf8.RuneCountInString(line) > 100 {
						require.Fail(t, "a line is too long", line)
					}
				}
				page, table := new(bytes.Buffer), new(bytes.Buffer)
				require.NoError(t, s.HTML(page))
				require.NoError(t, s.CSV(table))
				html := page.String()
				rows, err := csv.NewReader(table).ReadAll()
				require.NoError(t, err)
				for i := range r.Stages {
					for c, v := range r.Stages[i].Votes {
						figure := r.Unit.Format(v)
						if !strings.Contains(text, figure) || !strings.Contains(html, ">"+figure+"</td>") || rows[c+1][2*i+3] != figure {
							require.Fail(t, "a figure is missing", "%s, stage %d: %s", r.Title, i+1, figure)
						}
					}
				}
				for _, tie := range r.Ties {
					require.Contains(t, text, b.Name(tie.Chosen)[:1])
				}
				if root == "testdata" {
					wellFormed(t, html)
				}
			})
		}
	}
}

// wellFormed checks that every element of a page that begins ends in its turn.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta"}, xml.HTMLEntity
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		default:
		}
	}
	require.Zero(t, depth)
}

func TestNamesCannotDoMischiefOnASheet(t *testing.T) {
	n, err := election.NewBuilder(election.Setup{Title: "<b>&", Seats: 1, Candidates: []string{"<script>x()</script>", "=1+1", "\u0085\u009bred", ""}})
	require.NoError(t, err)
	require.NoError(t, n.Add(2, 1))
	r, err := election.Count(n.Ballots(), election.FPTP(), election.Options{})
	require.NoError(t, err)
	s := election.Sheet{Result: r}
	var page, table strings.Builder
	require.NoError(t, s.HTML(&page))
	assert.NotContains(t, page.String(), "<script")
	assert.Contains(t, page.String(), "<h1>&lt;b&gt;&amp;</h1>")
	assert.NotContains(t, strings.ToLower(page.String()), "src=")
	require.NoError(t, s.CSV(&table))
	assert.Contains(t, table.String(), "\n2,'=1+1,")
	text := sheetText(t, s)
	assert.NotContains(t, text, "\u009b")
	assert.Contains(t, text, "\n3 red ")
	assert.Contains(t, text, "\n4 candidate 4 ")
}

func TestALongNameIsCutInTheTableAndBrokenInTheText(t *testing.T) {
	long := strings.Repeat("é", 150)
	n, err := election.NewBuilder(election.Setup{Seats: 1, Candidates: []string{long, "B"}})
	require.NoError(t, err)
	require.NoError(t, n.Add(1, 1))
	r, err := election.Count(n.Ballots(), election.FPTP(), election.Options{})
	require.NoError(t, err)
	text := sheetText(t, election.Sheet{Result: r})
	assert.Contains(t, text, "\n1 "+strings.Repeat("é", 29)+"…")
	for line := range strings.SplitSeq(text, "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), 100)
	}
	assert.Equal(t, 150+29+150, strings.Count(text, "é"), "in the order of election, the table and the stage")
}

func TestASheetHandsOnAnErrorOfItsWriter(t *testing.T) {
	r, err := election.Count(ballotsOf(t, "1", "1 1 0"), election.FPTP(), election.Options{})
	require.NoError(t, err)
	s := election.Sheet{Result: r}
	for _, write := range []func(io.Writer) error{s.Text, s.CSV, s.HTML} {
		require.Error(t, write(&full{}))
	}
}
