package election

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The measures of a sheet as text.
const (
	sheetWidth = 100
	mostName   = 30 // runes of a name; the rest is cut off
)

// Text writes the sheet as plain text of at most 100 columns: what was counted, the stages
// side by side, as many as fit and the others below, and what happened in each.
func (s Sheet) Text(w io.Writer) error {
	var b []byte
	b = wrap(b, "", s.title())
	for _, f := range s.facts() {
		b = wrap(b, "", f)
	}
	b = s.table(b)
	for i := range s.Result.Stages {
		b = wrap(b, "Stage "+strconv.Itoa(i+1)+". ", strings.Join(s.notes(i), " "))
	}
	for _, line := range s.foot() {
		b = wrap(b, "", line)
	}
	_, err := w.Write(b)
	return err
}

// foot is what stands below everything else.
func (s *Sheet) foot() (out []string) {
	out = append(out, s.pairs()...)
	out = append(out, s.closeness()...)
	if s.Audit != nil {
		out = append(out, s.Audit.lines()...)
	}
	return out
}

// wrap appends a paragraph; lines after its first are indented by as much as a lead is long.
// A word too long for a line is broken.
func wrap(b []byte, lead, text string) []byte {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	b = append(b, lead...)
	used, begun := len(indent), false
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		if begun && used+1+n > sheetWidth {
			b = append(append(b, '\n'), indent...)
			used, begun = len(indent), false
		}
		if begun {
			b, used = append(b, ' '), used+1
		}
		for room := sheetWidth - len(indent); n > room; n = utf8.RuneCountInString(word) {
			cut := len(string([]rune(word)[:room]))
			b = append(append(append(b, word[:cut]...), '\n'), indent...)
			word = word[cut:]
		}
		b, used, begun = append(b, word...), used+n, true
	}
	return append(b, '\n')
}

// A column is one of figures: a text for each row, aligned to the right.
type column struct {
	cells []string
	width int
}

func (c *column) add(cell string) {
	c.cells = append(c.cells, cell)
	c.width = max(c.width, utf8.RuneCountInString(cell))
}

// A block is a stage's columns under its heads.
type block struct {
	heads   [2]string
	columns []column
	width   int
}

// table appends the stages, those that fit beside each other.
func (s *Sheet) table(b []byte) []byte {
	names := s.rowNames()
	var row []block
	used := names.width
	for i := range s.Result.Stages {
		k := s.block(i)
		if len(row) > 0 && used+2+k.width > sheetWidth {
			b = appendBlocks(b, names, row)
			row, used = nil, names.width
		}
		row, used = append(row, k), used+2+k.width
	}
	if len(row) > 0 {
		b = appendBlocks(b, names, row)
	}
	return append(b, '\n')
}

// rowNames is the column on the left.
func (s *Sheet) rowNames() (names column) {
	r := s.Result
	pad := len(strconv.Itoa(len(r.Candidates)))
	for c := 1; c <= len(r.Candidates); c++ {
		number := strconv.Itoa(c)
		names.add(strings.Repeat(" ", pad-len(number)) + number + " " + cut(s.name(c), mostName))
	}
	if r.adds() {
		names.add("Non-transferable")
		names.add("Total")
	}
	if len(r.Stages) > 0 && r.Stages[0].Quota != 0 {
		names.add("Quota")
	}
	return names
}

// cut shortens a text to so many runes.
func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}

// block sets a stage: what changed, or what each candidate keeps, and the votes.
func (s *Sheet) block(i int) block {
	r := s.Result
	st := &r.Stages[i]
	var first, votes column
	for c, v := range st.Votes {
		switch {
		case st.Keep != nil:
			first.add(r.Unit.Format(st.Keep[c]))
		case i > 0:
			first.add(signed(r.Unit, r.change(i, c)))
		}
		votes.add(r.Unit.Format(v))
	}
	if r.adds() {
		first.add(signed(r.Unit, r.change(i, len(st.Votes))))
		votes.add(r.Unit.Format(st.NonTransferable))
		first.add("")
		votes.add(r.Unit.Format(r.Valid))
	}
	if r.Stages[0].Quota != 0 {
		first.add("")
		votes.add(r.Unit.Format(st.Quota))
	}
	k := block{columns: []column{first, votes}}
	if i == 0 && st.Keep == nil {
		k.columns = k.columns[1:]
	}
	for _, c := range k.columns {
		k.width += c.width
	}
	k.width += len(k.columns) - 1
	k.heads = [2]string{"Stage " + strconv.Itoa(i+1), st.action()}
	k.width = max(k.width, utf8.RuneCountInString(k.heads[0]), min(utf8.RuneCountInString(k.heads[1]), 22))
	k.heads[1] = cut(k.heads[1], k.width)
	return k
}

// signed formats a change; none is left out.
func signed(u Unit, n int64) string {
	switch {
	case n == 0:
		return ""
	case n > 0:
		return "+" + u.Format(n)
	}
	return u.Format(n)
}

// appendBlocks appends stages beside each other, a rule under their heads.
func appendBlocks(b []byte, names column, row []block) []byte {
	b = append(b, '\n')
	for h := range 2 {
		line := blanks(nil, names.width)
		for _, k := range row {
			line = rightward(blanks(line, 2), k.heads[h], k.width)
		}
		b = append(append(b, trimmed(line)...), '\n')
	}
	rule := append([]byte(nil), strings.Repeat("-", names.width)...)
	for _, k := range row {
		rule = append(append(rule, "  "...), strings.Repeat("-", k.width)...)
	}
	b = append(append(b, rule...), '\n')
	for n, name := range names.cells {
		line := append([]byte(nil), name...)
		line = blanks(line, names.width-utf8.RuneCountInString(name))
		for _, k := range row {
			line = blanks(line, 2)
			spare := k.width - len(k.columns) + 1
			for _, c := range k.columns {
				spare -= c.width
			}
			line = blanks(line, spare)
			for i, c := range k.columns {
				line = rightward(blanks(line, min(i, 1)), c.cells[n], c.width)
			}
		}
		b = append(append(b, trimmed(line)...), '\n')
	}
	return b
}

func blanks(b []byte, n int) []byte {
	for range n {
		b = append(b, ' ')
	}
	return b
}

func rightward(b []byte, text string, width int) []byte {
	return append(blanks(b, width-utf8.RuneCountInString(text)), text...)
}

func trimmed(line []byte) []byte {
	for len(line) > 0 && line[len(line)-1] == ' ' {
		line = line[:len(line)-1]
	}
	return slices.Clip(line)
}
