package election_test

import (
	"bytes"
	"io"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// allocated returns how many bytes are allocated, those that are collected meanwhile included: no
// more can be in use at a time.
func allocated(do func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

func TestReadingAndCountingTakeAtMostThreeTimesTheFile(t *testing.T) {
	text := sizes[1].text()
	// One of each family.
	for _, rule := range []election.Rule{
		election.FPTP(), election.AV(), election.ERS97(), election.NorthernIreland(), election.Irish(), election.Senate(),
		election.MeekPRF(), election.Schulze(),
	} {
		a := rule.Describe()
		taken := allocated(func() {
			b, err := election.ReadBLT(bytes.NewReader(text), election.Reading{KeepOrder: a.Takes.Order, Workers: 2})
			require.NoError(t, err)
			_, err = election.Count(b, rule, election.Options{Seed: "x", Workers: 2})
			require.NoError(t, err)
		})
		assert.LessOrEqual(t, taken, 3*len(text), a.Name)
	}
}

func TestReadingTakesABoundOfTheFile(t *testing.T) {
	text := sizes[1].text()
	b, err := election.ReadBLT(bytes.NewReader(text), election.Reading{})
	require.NoError(t, err)
	var table bytes.Buffer
	require.NoError(t, election.WriteCSV(&table, b))
	blt := func(r io.Reader, workers int) func() error {
		return func() error {
			_, err := election.ReadBLT(r, election.Reading{Workers: workers})
			return err
		}
	}
	for _, x := range []struct {
		name string
		text []byte
		read func() error
		most float64 // bytes for one of the text
	}{
		{"one worker", text, blt(bytes.NewReader(text), 1), 2},
		{"two workers", text, blt(bytes.NewReader(text), 2), 2},
		{"64 workers", text, blt(bytes.NewReader(text), 64), 3},
		{"a text whose length is not known", text, blt(struct{ io.Reader }{bytes.NewReader(text)}, 1), 4},
		{"a table", table.Bytes(), func() error {
			_, err := election.ReadCSV(bytes.NewReader(table.Bytes()), election.Table{Seats: 10})
			return err
		}, 1},
	} {
		taken := allocated(func() { require.NoError(t, x.read()) })
		assert.LessOrEqual(t, float64(taken), x.most*float64(len(x.text)), x.name)
	}
}
