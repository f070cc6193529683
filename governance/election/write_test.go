package election_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// written is a file of ballots, read again.
func written(t testing.TB, b *election.Ballots) (string, *election.Ballots) {
	t.Helper()
	var text bytes.Buffer
	require.NoError(t, election.WriteBLT(&text, b))
	again, err := election.ReadBLT(bytes.NewReader(text.Bytes()), election.Reading{KeepOrder: b.Ordered()})
	require.NoError(t, err, text.String())
	return text.String(), again
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	text := "4 2\n-1 -3\n2.5 2=4 0\n1 4 2 0\n0.25 0\n1.125 1 0\n0\n\"Ann \"\"A\"\" Lee\"\n\"Bob, Jr.\"\n\"\"\n\"#\"\n\" T\"\n"
	for _, keep := range []bool{false, true} {
		b, err := election.ReadBLT(strings.NewReader(text), election.Reading{KeepOrder: keep})
		require.NoError(t, err)
		got, again := written(t, b)
		assert.Equal(t, text, got)
		assert.Equal(t, b, again)
	}
	assert.EqualError(t, election.WriteBLT(io.Discard, pointsOf(t, 1, []int{1})), "bad ballots: a BLT file ranks candidates, and these papers give points")
}

func TestTheSharedBallotsAreReadAsTheyAreWritten(t *testing.T) {
	for _, root := range roots(t) {
		files, err := filepath.Glob(filepath.Join(root, "*", "*.blt"))
		require.NoError(t, err)
		for _, f := range files {
			if strings.HasPrefix(filepath.Base(f), "bad_") {
				continue
			}
			b := readBLT(t, f)
			_, again := written(t, b)
			assert.Equal(t, b, again, f)
		}
	}
}

func TestATableHasARowForEachPaper(t *testing.T) {
	b := ballotsOf(t, "2", "2 1 2=3 0\n1 4 0\n1 0")
	var text bytes.Buffer
	require.NoError(t, election.WriteCSV(&text, b))
	assert.Equal(t, "\"A\",\"B\",\"C\",\"D\"\n1,2,2,0\n1,2,2,0\n0,0,0,1\n0,0,0,0\n", text.String())
	again, err := election.ReadCSV(&text, election.Table{Title: "T", Seats: 2, Equal: true})
	require.NoError(t, err)
	assert.Equal(t, b, again)

	scored := pointsOf(t, 1, []int{5, 0, 9}, []int{0})
	text.Reset()
	require.NoError(t, election.WriteCSV(&text, scored))
	assert.Equal(t, "\"A\",\"B\",\"C\",\"D\"\n5,0,9,0\n0,0,0,0\n", text.String())
	again, err = election.ReadCSV(&text, election.Table{Seats: 1, Cells: election.Points})
	require.NoError(t, err)
	assert.Equal(t, scored, again)

	require.EqualError(t, election.WriteCSV(io.Discard, ballotsOf(t, "1", "0.5 1 0")), "bad ballots: a table has a row for each paper, and these weigh parts of a vote")
}

// A full is a writer whose room ends.
type full struct{ room int }

func (w *full) Write(p []byte) (int, error) {
	if len(p) > w.room {
		return 0, os.ErrClosed
	}
	w.room -= len(p)
	return len(p), nil
}

func TestAnErrorOfTheWriterIsHandedOn(t *testing.T) {
	b := ballotsOf(t, "1", "100000 1 0")
	for _, room := range []int{0, 100_000} {
		require.ErrorIs(t, election.WriteCSV(&full{room}, b), os.ErrClosed)
	}
	require.ErrorIs(t, election.WriteBLT(&full{}, b), os.ErrClosed)
}
