package election

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Table says how to read a table of papers: a row with the names of the candidates and
// then a row for each paper, with a cell for each candidate.
type Table struct {
	Title string
	Seats int
	// Cells says what the cells hold.
	Cells Cells
	// Gap says what becomes of a paper of ranks that skips one.
	Gap Gap
	// Equal lets a paper give several candidates one rank. Where it may not, a rank given
	// twice ends the paper there, and what stands before it counts.
	Equal bool
	// KeepOrder keeps papers in the order of the file, for rules in which it matters.
	KeepOrder bool
}

// Cells says what the cells of a table hold: ranks from 1, where an empty cell or a 0 ranks
// nobody; marks, where any number but 0 is one; or points.
type Cells uint8

// The zero Cells are ranks.
const (
	Ranks Cells = iota
	Marks
	Points
)

var cellNames = []string{"ranks", "marks", "points"}

// String gives the JSON value.
func (c Cells) String() string { return law.NameOf(cellNames, c) }

// MarshalText writes String.
func (c Cells) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Cells) UnmarshalText(b []byte) error {
	return law.ParseName(c, cellNames, b, "what cells hold")
}

// Gap says what becomes of a paper that skips a rank: it ends there, as in Northern Ireland
// and by the rules of the Electoral Reform Society; the gap is closed, as most bodies' own
// rules have it; or the whole paper is blank.
type Gap uint8

// The zero Gap ends the paper.
const (
	EndAtGap Gap = iota
	CloseGap
	BlankAtGap
)

var gaps = []string{"end", "close", "blank"}

// String gives the JSON value.
func (g Gap) String() string { return law.NameOf(gaps, g) }

// MarshalText writes String.
func (g Gap) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Gap) UnmarshalText(b []byte) error {
	return law.ParseName(g, gaps, b, "what becomes of a gap")
}

// ReadCSV reads a table of papers. Cells are separated by commas and may stand in double
// quotes; the text is UTF-8. Like a BLT file it is read in blocks, and what is wrong with
// it is told as a *SyntaxError. A paper on which nothing stands is blank.
func ReadCSV(r io.Reader, o Table) (*Ballots, error) {
	f := &csvFile{source: source{r: r}, o: o}
	for text := []byte(nil); ; {
		var err error
		text, err = f.block(text)
		if errors.Is(err, errLong) {
			return nil, &SyntaxError{f.line + 1, 1, fmt.Sprintf("a line of more than %d bytes", maxLine)}
		}
		if err != nil {
			return nil, err
		}
		if len(text) == 0 {
			break
		}
		rows := text
		if f.line == 0 {
			rows = bytes.TrimPrefix(rows, byteOrderMark)
		}
		if err := f.rows(rows); err != nil {
			return nil, err
		}
	}
	if f.build == nil {
		return nil, &SyntaxError{f.line + 1, 1, "the file ends before the names of the candidates"}
	}
	return f.build.Ballots(), nil
}

// A csvFile is a table being read.
type csvFile struct {
	source
	o      Table
	build  *Builder
	line   int
	cells  []int
	marked []int   // the candidates of a paper, by rank
	ranked []int   // how many candidates have each rank
	place  []int   // of each rank, one more than its place in given
	given  [][]int // the ranks of a paper
}

// rows reads whole lines.
func (f *csvFile) rows(text []byte) error {
	for len(text) > 0 {
		end := bytes.IndexByte(text, '\n')
		line := bytes.TrimSuffix(text[:end], []byte{'\r'})
		text = text[end+1:]
		f.line++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var wrong *fault
		if f.build == nil {
			if err := f.names(line, &wrong); err != nil {
				return err
			}
		} else if err := f.row(line, &wrong); err != nil {
			return err
		}
		if wrong != nil {
			return wrong.in(line, f.line)
		}
	}
	return nil
}

// names begins the ballots with the candidates that the first row names.
func (f *csvFile) names(line []byte, wrong **fault) error {
	s := Setup{Title: f.o.Title, Seats: f.o.Seats, KeepOrder: f.o.KeepOrder, Scored: f.o.Cells == Points}
	for at := 0; at <= len(line); {
		cell, next, bad := nextCell(line, at)
		if bad == nil && len(s.Candidates) == MaxCandidates {
			bad = faultf(at, "more than %d candidates", MaxCandidates)
		}
		if bad == nil && !writable(string(cell)) {
			bad = faultf(at, "a name that does not fit a line of text")
		}
		if bad != nil {
			*wrong = bad
			return nil
		}
		s.Candidates = append(s.Candidates, string(cell))
		at = next
	}
	var err error
	f.build, err = NewBuilder(s)
	f.cells = make([]int, len(s.Candidates))
	f.marked = make([]int, len(s.Candidates))
	f.ranked, f.place = make([]int, len(s.Candidates)+2), make([]int, len(s.Candidates)+2)
	return err
}

// nextCell reads a cell; what follows it is beyond the line after the last.
func nextCell(line []byte, at int) (cell []byte, next int, wrong *fault) {
	if at == len(line) || line[at] != '"' {
		end := bytes.IndexByte(line[at:], ',')
		if end < 0 {
			end = len(line) - at
		}
		return bytes.TrimSpace(line[at : at+end]), at + end + 1, nil
	}
	for i := at + 1; i < len(line); i++ {
		switch {
		case line[i] != '"':
		case i+1 < len(line) && line[i+1] == '"':
			i++
		case i+1 < len(line) && line[i+1] != ',':
			return nil, 0, faultf(i+1, "something follows a cell in quotation marks")
		default:
			return bytes.ReplaceAll(line[at+1:i], []byte(`""`), []byte(`"`)), i + 2, nil
		}
	}
	return nil, 0, faultf(at, "a cell has no closing quotation mark")
}

// row reads a paper.
func (f *csvFile) row(line []byte, wrong **fault) error {
	at, n := 0, 0
	for ; at <= len(line); n++ {
		cell, next, bad := nextCell(line, at)
		if bad == nil && n == len(f.cells) {
			bad = faultf(at, "a cell too many, for %s", plural(n, "candidate"))
		}
		x := 0
		if bad == nil && len(cell) > 0 {
			var err error
			if x, err = strconv.Atoi(string(cell)); err != nil || x < 0 || x >= 1<<16 {
				bad = faultf(at, "%.40q, where a number from 0 to %d should be", cell, 1<<16-1)
			}
		}
		if bad != nil {
			*wrong = bad
			return nil
		}
		f.cells[n] = x
		at = next
	}
	if n < len(f.cells) {
		*wrong = faultf(len(line), "%s for %d candidates", plural(n, "cell"), len(f.cells))
		return nil
	}
	return f.paper()
}

// paper adds the paper of a row.
func (f *csvFile) paper() error {
	switch f.o.Cells {
	case Points:
		return f.build.AddPoints(1, f.cells...)
	case Marks:
		f.marked = f.marked[:0]
		for c, x := range f.cells {
			if x > 0 {
				f.marked = append(f.marked, c+1)
			}
		}
		return f.build.AddRanks(1, f.marked)
	default:
		return f.build.AddRanks(1, f.ranks()...)
	}
}

// ranks turns cells into ranks, which hold until the next call. A rank above the number of
// candidates is one that skips.
func (f *csvFile) ranks() [][]int {
	last := len(f.cells) + 1
	clear(f.ranked)
	clear(f.place)
	for _, x := range f.cells {
		if x > 0 {
			f.ranked[min(x, last)]++
		}
	}
	f.given = f.given[:0]
	free := f.marked[:cap(f.marked)]
	for rank, skipped := 1, false; rank <= last; rank++ {
		n := f.ranked[rank]
		if n == 0 {
			skipped = true
			continue
		}
		if skipped && f.o.Gap == BlankAtGap {
			return nil
		}
		if skipped && f.o.Gap == EndAtGap || n > 1 && !f.o.Equal {
			break
		}
		f.given, free = append(f.given, free[:0:n]), free[n:]
		f.place[rank] = len(f.given)
	}
	for c, x := range f.cells {
		if at := f.place[min(x, last)]; at > 0 {
			f.given[at-1] = append(f.given[at-1], c+1)
		}
	}
	return f.given
}
