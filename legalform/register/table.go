package register

import (
	"bytes"
	_ "embed" // the table of codes
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/rochdale-go/rochdale/legalform/law"
)

//go:embed data/codes.csv
var codesCSV []byte

// codes is the table of codes, read once, on first use.
var codes = sync.OnceValue(func() *table {
	t, err := readTable(bytes.NewReader(codesCSV))
	if err != nil { // a test reads every row of it
		panic("register: " + err.Error())
	}
	return t
})

type key struct {
	scheme Scheme
	code   string
}

type table struct {
	schemes [][]Entry
	folded  [][]string  // the codes of the entries, as fold makes them
	index   map[key]int // into the entries of the scheme
}

// find is Lookup for a code that may well not be there.
func (t *table) find(s Scheme, code string) (Entry, bool) {
	i, ok := t.index[key{s, fold(code)}]
	if !ok {
		return Entry{}, false
	}
	return t.schemes[s][i], true
}

func (t *table) of(s Scheme) []Entry {
	if int(s) >= len(t.schemes) {
		return nil
	}
	return t.schemes[s]
}

var tableHeader = []string{"scheme", "code", "label", "in", "ended", "forms", "note"}

func readTable(r io.Reader) (*table, error) {
	t := &table{schemes: make([][]Entry, len(schemeNames)), folded: make([][]string, len(schemeNames)), index: map[key]int{}}
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		if i == 0 {
			if !slices.Equal(row, tableHeader) {
				return nil, fmt.Errorf("the header is not %s", strings.Join(tableHeader, ","))
			}
			continue
		}
		e, err := readEntry(row)
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", i+1, err)
		}
		k := key{e.Scheme, fold(e.Code)}
		if _, twice := t.index[k]; twice {
			return nil, fmt.Errorf("row %d: %s is in %v already", i+1, e.Code, e.Scheme)
		}
		t.index[k] = len(t.schemes[e.Scheme])
		t.schemes[e.Scheme] = append(t.schemes[e.Scheme], e)
		t.folded[e.Scheme] = append(t.folded[e.Scheme], k.code)
	}
	return t, nil
}

func readEntry(row []string) (Entry, error) {
	e := Entry{Code: row[1], Label: row[2], Note: row[6]}
	if err := e.Scheme.UnmarshalText([]byte(row[0])); err != nil {
		return e, err
	}
	if err := e.In.UnmarshalText([]byte(row[3])); err != nil {
		return e, err
	}
	if row[4] != "" {
		ended, err := law.ParseDate(row[4])
		if err != nil {
			return e, err
		}
		e.Ended = ended
	}
	for word := range strings.FieldsSeq(row[5]) {
		var f Form
		if err := f.UnmarshalText([]byte(word)); err != nil {
			return e, err
		}
		e.Forms |= FormsOf(f)
	}
	if e.Code == "" || e.Label == "" || e.Forms == 0 {
		return e, fmt.Errorf("%q has no code, no label or no forms", e.Code)
	}
	return e, nil
}

// fold makes alike what people write alike.
func fold(code string) string {
	if len(code) > maxCode {
		code = code[:maxCode]
	}
	return strings.ToLower(strings.ReplaceAll(strings.Join(strings.Fields(code), " "), "’", "'"))
}

// maxCode bounds what is looked up: the longest code has 51 bytes.
const maxCode = 128

// maxNearest is how many codes an error proposes.
const maxNearest = 3

// nearest gives the codes of a scheme that differ from a folded one in the fewest letters,
// of those that have at least half of it in common.
func (t *table) nearest(s Scheme, code string) []string {
	type near struct {
		code string
		far  int
	}
	var found []near
	for i, e := range t.of(s) {
		c := t.folded[s][i]
		most := max(1, min(len(c), len(code))/2)
		if max(len(c), len(code))-min(len(c), len(code)) > most {
			continue // the difference in length alone is too much
		}
		if far := distance(c, code); far <= most {
			found = append(found, near{e.Code, far})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.far - b.far })
	var out []string
	for _, n := range found[:min(maxNearest, len(found))] {
		out = append(out, n.code)
	}
	return out
}

// distance is how many bytes must be put in, left out, changed, or swapped with the next,
// none of them twice (optimal string alignment).
func distance(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range len(b) {
			change := above[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
