// Package console is what the example programs share on the command line: their flags, files
// and exit statuses, and reports as plain text, tables and paragraphs within a width,
// readable without colour.
package console

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Width is the number of columns that every line keeps within.
const Width = 100

// A Printer writes to w and keeps the first error.
type Printer struct {
	w   io.Writer
	err error
}

// New returns a printer that writes to w.
func New(w io.Writer) *Printer { return &Printer{w: w} }

// Err returns the first error of writing.
func (p *Printer) Err() error { return p.err }

func (p *Printer) line(s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, strings.TrimRight(strings.Map(printable, s), " "))
	}
}

// printable drops what a terminal would obey in place of printing.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// Heading prints a title with a rule under it.
func (p *Printer) Heading(s string) {
	p.line("")
	p.Wrap("", s)
	p.line(strings.Repeat("-", min(utf8.RuneCountInString(s), Width)))
}

// Wrap prints a paragraph whose first line begins with a lead and whose other lines are
// indented by as much. A word too long for a line is broken, but for an address of the web.
func (p *Printer) Wrap(lead, s string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	room := max(Width-len(indent), 1)
	line, n := lead, 0
	for word := range strings.FieldsSeq(s) {
		if n > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > Width {
			p.line(line)
			line, n = indent, 0
		}
		if n > 0 {
			line += " "
		}
		if !strings.Contains(word, "://") {
			for rs := []rune(word); len(rs) > room; rs = rs[room:] {
				p.line(line + string(rs[:room]))
				line, word = indent, string(rs[room:])
			}
		}
		line += word
		n++
	}
	p.line(line)
}

// gap is what stands between two columns.
const gap = "  "

// Table prints rows under headers: the first column to the left, the others to the right,
// each as wide as its widest cell. Columns that do not fit are printed below, the first
// column again beside them.
func (p *Printer) Table(headers []string, rows [][]string) {
	all := append([][]string{headers}, rows...)
	widths := make([]int, len(headers))
	for _, row := range all {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for from := 1; ; {
		to, wide := from, widths[0]
		for to < len(widths) && (to == from || wide+len(gap)+widths[to] <= Width) {
			wide += len(gap) + widths[to]
			to++
		}
		if from > 1 {
			p.line("")
		}
		p.block(all, widths, from, to)
		if from = to; from >= len(widths) {
			return
		}
	}
}

// block prints the first column of a table and those in from..to, a rule under the first row.
func (p *Printer) block(rows [][]string, widths []int, from, to int) {
	rule := strings.Repeat("-", widths[0])
	for i := from; i < to; i++ {
		rule += gap + strings.Repeat("-", widths[i])
	}
	for n, row := range rows {
		line := row[0] + strings.Repeat(" ", widths[0]-utf8.RuneCountInString(row[0]))
		for i := from; i < to; i++ {
			line += gap + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(row[i])) + row[i]
		}
		p.line(line)
		if n == 0 {
			p.line(rule)
		}
	}
}
