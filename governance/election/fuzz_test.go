package election_test

import (
	"bytes"
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

// within fails where reading so many bytes allocates more than a bound: what any file costs,
// and so much for each byte.
func within(t *testing.T, size int, read func()) {
	t.Helper()
	require.LessOrEqual(t, allocated(read), 8<<20+200*size, "bytes allocated to read %d", size)
}

func TestNoFileCostsMoreMemoryThanABound(t *testing.T) {
	for name, text := range map[string]string{
		"as many candidates as there may be": "32766 32766\n1 32766 0\n0\n",
		"one line":                           "3 1\n1 1 0 # " + strings.Repeat("x", 2<<20),
		"one name":                           "1 1\n0\n\"" + strings.Repeat("x", 2<<20) + "\"\n",
		"nothing but comments":               strings.Repeat("#\n", 1<<20),
		"nothing but papers":                 "9 1\n" + strings.Repeat("1 1 2 3 4 5 6 7 8 9 0\n", 1<<17) + "0\n",
		"nothing but blank papers":           "9 1\n" + strings.Repeat("1 0\n", 1<<18),
		"everybody has withdrawn":            "9 1\n-1 -2 -3 -4 -5 -6 -7 -8 -9\n" + strings.Repeat("1 1 0\n", 1<<18) + "0\n",
	} {
		t.Run(name, func(t *testing.T) {
			within(t, len(text), func() { _, _ = election.ReadBLT(strings.NewReader(text), election.Reading{}) })
			within(t, len(text), func() {
				_, _ = election.ReadBLT(iotest.HalfReader(strings.NewReader(text)), election.Reading{})
			})
			within(t, len(text), func() { _, _ = election.ReadCSV(strings.NewReader(text), election.Table{Seats: 1}) })
		})
	}
}

// FuzzReadBLT: no bytes make the reader panic; what it takes is written and read again the
// same, by one worker or several, and counted.
func FuzzReadBLT(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "format", "*.blt"))
	require.NoError(f, err)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte("32766 1\n1 32766 0\n"))
	f.Add([]byte("2 1\n1000000000.5 1 0\n999999999999999 0\n0\na\nb\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		var b *election.Ballots
		var err error
		within(t, len(text), func() { b, err = election.ReadBLT(bytes.NewReader(text), election.Reading{}) })
		if err != nil {
			require.ErrorIs(t, err, election.ErrSyntax)
			return
		}
		_, again := written(t, b)
		require.Equal(t, b, again)
		if b.Valid() > 0 && len(b.Withdrawn())+b.Seats() <= b.Len() {
			_, err = election.Count(b, election.Approval(), election.Options{Seed: "x"})
			require.NoError(t, err)
		}
	})
}

// FuzzReadCSV: no bytes make the reader panic, and what it takes is written and read again
// the same.
func FuzzReadCSV(f *testing.F) {
	f.Add("A,\"B \"\"b\"\"\"\r\n1,2\n,\n", uint8(0), true)
	f.Add("A,B,C\n1,1,3\n9,0,5\n", uint8(2), false)
	f.Fuzz(func(t *testing.T, text string, how uint8, equal bool) {
		o := election.Table{Seats: 1, Cells: election.Cells(how % 3), Gap: election.Gap(how / 3 % 3), Equal: equal}
		var b *election.Ballots
		var err error
		within(t, len(text), func() { b, err = election.ReadCSV(strings.NewReader(text), o) })
		if err != nil {
			return
		}
		var out bytes.Buffer
		require.NoError(t, election.WriteCSV(&out, b))
		if o.Cells == election.Marks {
			return // written as equal ranks
		}
		o.Equal = true
		again, err := election.ReadCSV(&out, o)
		require.NoError(t, err)
		require.Equal(t, b, again)
	})
}

// FuzzResultJSON: no bytes make a result panic, and what is read is written the same.
func FuzzResultJSON(f *testing.F) {
	f.Add([]byte(`{"rule":"fptp","candidates":["A"],"valid":5.75,"seats":1,"elected":[1],"stages":[{"n":1,"kind":"first","votes":["5.75"],"nt":"0.00","elected":[1]}]}`))
	f.Add([]byte(`{"rule":"ers97","candidates":["A","B"],"valid":3,"seats":1,"quota":"1.51","elected":[1],"stages":[{"n":1,"kind":"exclude","of":[2],"tv":"0.33","votes":["2.00","0.00"],"nt":"1.00"}],"ties":[{"why":"exclude","tied":[1,2],"by":"lot","chosen":2,"left":[1,2]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var r, again election.Result
		if json.Unmarshal(text, &r) != nil {
			return
		}
		out, err := json.Marshal(&r)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(out, &again), string(out))
		twice, err := json.Marshal(&again)
		require.NoError(t, err)
		assert.Equal(t, string(out), string(twice))
	})
}
