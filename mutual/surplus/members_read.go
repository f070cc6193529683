package surplus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// maxLine bounds a line of a roll, in bytes.
const maxLine = 1 << 16

// A CellError says what is wrong with a table and where: Line and Column count from 1, the
// column in cells, and Name is the column's heading. Where a whole line is wrong Column is 0
// and Name empty.
type CellError struct {
	Line, Column int
	Name         string
	Err          error
}

// Error puts the place before what is wrong there: "line 3, column 2 (hours): …".
func (e *CellError) Error() string {
	place := fmt.Sprintf("line %d", e.Line)
	if e.Column > 0 {
		place += fmt.Sprintf(", column %d", e.Column)
	}
	if e.Name != "" {
		place += fmt.Sprintf(" (%s)", e.Name)
	}
	return place + ": " + e.Err.Error()
}

// Unwrap returns what is wrong.
func (e *CellError) Unwrap() error { return e.Err }

// The columns that a roll may have.
const (
	colID = iota
	colClass
	colHours
	colPay
	colService
	colTrade
	colCapital
	colJoined
	colLeft
	colCredit
	columnCount
)

var columns = [columnCount]string{
	"id", "class", "hours", "pay", "service_years", "trade", "capital", "joined", "left", "credit",
}

// factorOf is the factor that each column of amounts states.
var factorOf = [columnCount]Factor{colHours: Hours, colPay: Pay, colService: Service, colTrade: Trade, colCapital: Capital}

// ReadRoll reads a roll of members from a CSV table with a header: id and any of class,
// hours, pay, service_years, trade, capital, joined, left and credit (carried forward from
// earlier years), in any order. Amounts are pounds, hours and years with at most two
// decimal places, and dates YYYY-MM-DD.
//
// The columns of the factors that are needed must be there and filled; a cell of another
// amount may be empty, and counts as nothing. A byte order mark, CRLF and quoted cells are
// read; everything else that could be misread is refused, and every error of the table is
// a *CellError in ErrRoll: what is not a number, negative, too large or has a fraction of
// a penny, ids that come twice or have spaces around them or signs that do not show, cells too many or too few, and columns that are not known.
//
// It reads row by row, and keeps nothing but the list: at most 10,000,000 members.
func ReadRoll(r io.Reader, need ...Factor) (*Roll, error) {
	t := &table{in: bufio.NewReaderSize(r, maxLine)}
	b := &builder{m: &Roll{}}
	err := t.header(b.m, need)
	for err == nil {
		var more bool
		if more, err = t.next(); !more {
			break
		}
		err = t.member(b)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRoll, err)
	}
	return b.m, nil
}

// A table is a CSV table on its way in.
type table struct {
	in     *bufio.Reader
	line   int
	cells  [][]byte         // of the line
	kinds  []int            // the column under each heading
	where  [columnCount]int // the place of each column in a line, one up; 0 where it is not there
	needed [columnCount]bool
	// Ids and classes are kept together and once each, not in millions of small pieces.
	ids     strings.Builder
	classes map[string]string
}

// bad complains about a cell of the line.
func (t *table) bad(cell int, err error) error {
	e := &CellError{Line: t.line, Column: cell + 1, Err: err}
	if cell < len(t.kinds) {
		e.Name = columns[t.kinds[cell]]
	}
	return e
}

// whole complains about the line.
func (t *table) whole(err error) error { return &CellError{Line: t.line, Err: err} }

func (t *table) header(m *Roll, need []Factor) error {
	more, err := t.next()
	if err != nil {
		return err
	}
	if !more {
		return t.whole(errors.New("there is no header"))
	}
	kinds := make([]int, len(t.cells))
	for i, cell := range t.cells {
		k := slices.Index(columns[:], string(cell))
		if k < 0 {
			return t.bad(i, fmt.Errorf("%.40q is no column of a roll (want some of %s)", cell, strings.Join(columns[:], ", ")))
		}
		if t.where[k] > 0 {
			return t.bad(i, fmt.Errorf("column %d is %s already", t.where[k], cell))
		}
		t.where[k], kinds[i] = i+1, k
		if f := factorOf[k]; f != 0 {
			m.levels[f] = []int64{}
			t.needed[k] = slices.Contains(need, f)
		}
	}
	for k, name := range columns {
		if f := factorOf[k]; t.where[k] == 0 && (k == colID || f != 0 && slices.Contains(need, f)) {
			return t.whole(fmt.Errorf("there is no column %s, which is needed", name))
		}
	}
	t.kinds = kinds
	return nil
}

// next reads a line into cells; no more at the end of the table. Empty lines may end it.
func (t *table) next() (more bool, err error) {
	t.line++
	line, err := t.in.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return false, t.whole(fmt.Errorf("longer than %d bytes", maxLine))
	case err != nil && !errors.Is(err, io.EOF):
		return false, t.whole(err)
	case len(line) == 0:
		return false, nil
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	if t.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	}
	if len(line) == 0 && t.line > 1 {
		return false, t.end()
	}
	if !utf8.Valid(line) {
		return false, t.whole(errors.New("not UTF-8 text"))
	}
	if err := t.split(line); err != nil {
		return false, err
	}
	if t.kinds != nil && len(t.cells) != len(t.kinds) {
		return false, t.whole(fmt.Errorf("%d cells under %d headings", len(t.cells), len(t.kinds)))
	}
	return true, nil
}

// end refuses anything but line ends after an empty line.
func (t *table) end() error {
	empty := *t
	for {
		c, err := t.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return t.whole(err)
		case c != '\n' && c != '\r':
			return empty.whole(errors.New("an empty line in the middle"))
		}
	}
}

// split cuts a line into cells. Quotes that surround a cell are taken off, and pairs of
// them within are made one, in place.
func (t *table) split(line []byte) error {
	t.cells = t.cells[:0]
	for {
		if len(line) > 0 && line[0] == '"' {
			cell, rest, err := quoted(line[1:])
			if err != nil {
				return t.bad(len(t.cells), err)
			}
			t.cells = append(t.cells, cell)
			if rest == nil {
				return nil
			}
			line = rest
			continue
		}
		end := bytes.IndexByte(line, ',')
		cell := line
		if end >= 0 {
			cell = line[:end]
		}
		if bytes.IndexByte(cell, '"') >= 0 {
			return t.bad(len(t.cells), errors.New("a quotation mark within a cell that does not begin with one"))
		}
		t.cells = append(t.cells, cell)
		if end < 0 {
			return nil
		}
		line = line[end+1:]
	}
}

// quoted reads what comes after an opening quotation mark; rest is nil at the end of the line.
func quoted(line []byte) (cell, rest []byte, err error) {
	cell = line[:0]
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] != '"':
			cell = append(cell, line[i])
		case i+1 == len(line):
			return cell, nil, nil
		case line[i+1] == '"':
			cell = append(cell, '"')
			i++
		case line[i+1] == ',':
			return cell, line[i+2:], nil
		default:
			return nil, nil, errors.New("something follows the closing quotation mark")
		}
	}
	return nil, nil, errors.New("a quotation mark is not closed on its line")
}

// member adds the member of the line.
func (t *table) member(b *builder) error {
	joined, err := t.date(colJoined)
	if err != nil {
		return err
	}
	left, err := t.date(colLeft)
	if err != nil {
		return err
	}
	if field, err := b.add(t.keep(t.text(colID)), t.class(), joined, left); err != nil {
		if twice, ok := errors.AsType[*twiceError](err); ok {
			err = fmt.Errorf("%.40q stands on line %d already", twice.id, twice.at+2)
		}
		return t.bad(t.where[slices.Index(columns[:], field)]-1, err)
	}
	for i, k := range t.kinds {
		f := factorOf[k]
		if f == 0 && k != colCredit {
			continue
		}
		n, err := amount(t.cells[i])
		if err == nil && t.needed[k] && len(t.cells[i]) == 0 {
			err = errors.New("nothing is stated (write 0 for none)")
		}
		if err != nil {
			return t.bad(i, err)
		}
		if k == colCredit {
			b.m.credit = append(b.m.credit, law.Pence(n))
		} else {
			b.m.levels[f] = append(b.m.levels[f], n)
		}
	}
	return nil
}

// text is the cell of the line under a heading; nil where there is no such column.
func (t *table) text(k int) []byte {
	if t.where[k] == 0 {
		return nil
	}
	return t.cells[t.where[k]-1]
}

func (t *table) date(k int) (law.Date, error) {
	cell := t.text(k)
	if len(cell) == 0 {
		return law.Date{}, nil
	}
	d, err := law.ParseDate(string(cell))
	if err != nil {
		return d, t.bad(t.where[k]-1, err)
	}
	return d, nil
}

// keep copies an id.
func (t *table) keep(id []byte) string {
	if t.ids.Cap()-t.ids.Len() < len(id) {
		t.ids = strings.Builder{}
		t.ids.Grow(maxLine)
	}
	from := t.ids.Len()
	t.ids.Write(id)
	return t.ids.String()[from:]
}

func (t *table) class() string {
	cell := t.text(colClass)
	class, ok := t.classes[string(cell)]
	if !ok {
		if t.classes == nil {
			t.classes = map[string]string{}
		}
		class = string(cell)
		t.classes[class] = class
	}
	return class
}

// amount reads an amount in hundredths, as law.ParsePence does and, for what is written as
// most are, without a copy. An empty cell is nothing.
func amount(cell []byte) (n int64, err error) {
	places := -1 // behind the point
	for _, c := range cell {
		switch d := c - '0'; {
		case d <= 9:
			n = 10*n + int64(d)
			if places >= 0 {
				places++
			}
		case c == '.' && places < 0:
			places = 0
		default:
			return slowAmount(cell)
		}
	}
	switch places {
	case -1:
		n *= 100
	case 1:
		n *= 10
	case 2:
	default:
		return slowAmount(cell)
	}
	if len(cell) > 15 || n > int64(law.MaxPence) || len(cell) > 0 && cell[0] == '.' {
		return slowAmount(cell)
	}
	return n, nil
}

func slowAmount(cell []byte) (int64, error) {
	p, err := law.ParsePence(string(cell))
	if err != nil {
		return 0, err
	}
	if p < 0 {
		return 0, fmt.Errorf("%.40s is negative", cell)
	}
	return int64(p), nil
}
