// Package console prints reports of the example programs as plain text: tables and
// paragraphs within a width, readable without colour.
package console

import (
	"fmt"
	"io"
	"strings"
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
		_, p.err = fmt.Fprintln(p.w, strings.TrimRight(s, " "))
	}
}

// Heading prints a title with a rule under it.
func (p *Printer) Heading(s string) {
	p.line("")
	p.Wrap("", s)
	p.line(strings.Repeat("-", min(utf8.RuneCountInString(s), Width)))
}

// Wrap prints a paragraph whose first line begins with a lead and whose other lines are
// indented by as much.
func (p *Printer) Wrap(lead, s string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	line, n := lead, 0
	for word := range strings.FieldsSeq(s) {
		if n > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > Width {
			p.line(line)
			line, n = indent, 0
		}
		if n > 0 {
			line += " "
		}
		line += word
		n++
	}
	p.line(line)
}

// Table prints rows under headers: the first column to the left, the others to the right,
// each as wide as its widest cell.
func (p *Printer) Table(headers []string, rows [][]string) {
	widths := make([]int, len(headers))
	for _, row := range append([][]string{headers}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, row := range append([][]string{headers}, rows...) {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString(cell + pad)
			} else {
				b.WriteString("  " + pad + cell)
			}
		}
		p.line(b.String())
		if n == 0 {
			var rule strings.Builder
			for i, w := range widths {
				if i > 0 {
					rule.WriteString("  ")
				}
				rule.WriteString(strings.Repeat("-", w))
			}
			p.line(rule.String())
		}
	}
}
