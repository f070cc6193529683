package election

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteBLT writes ballots as a BLT file, a line for each paper, in the order they are held
// in; ReadBLT gives the same ballots again. Papers that give points have no place in such a
// file and are refused.
func WriteBLT(w io.Writer, b *Ballots) error {
	if b.Scored() {
		return fmt.Errorf("%w: a BLT file ranks candidates, and these papers give points", ErrBallots)
	}
	return b.write(w, b.asHeld())
}

// write writes papers in an order.
func (b *Ballots) write(w io.Writer, order []uint32) error {
	out := bufio.NewWriterSize(w, 64<<10)
	var line []byte
	put := func() {
		_, _ = out.Write(append(line, '\n')) // Flush returns the first error
		line = line[:0]
	}
	line = fmt.Appendf(line, "%d %d", len(b.names), b.seats)
	put()
	withdrawn := b.Withdrawn()
	for i, c := range withdrawn {
		if i > 0 {
			line = append(line, ' ')
		}
		line = strconv.AppendInt(line, -int64(c), 10)
	}
	if len(withdrawn) > 0 {
		put()
	}
	for _, i := range order {
		line = b.appendPaper(line, int(i))
		put()
	}
	if b.blank > 0 {
		line = append(b.places.appendWhole(line, b.blank), " 0"...)
		put()
	}
	if b.spent > 0 {
		line = fmt.Appendf(line, "%s %d 0", b.places.whole(b.spent), withdrawn[0])
		put()
	}
	line = append(line, '0')
	put()
	for _, name := range append(b.Names(), b.title) {
		line = append(line, `"`+strings.ReplaceAll(name, `"`, `""`)+`"`...)
		put()
	}
	return out.Flush()
}

// appendPaper appends a paper as a line of a BLT file.
func (b *Ballots) appendPaper(line []byte, i int) []byte {
	line = b.places.appendWhole(line, b.weight[i])
	joint := byte(' ')
	for at := b.start[i]; int(b.prefs[at]) != len(b.names); at++ {
		line = strconv.AppendUint(append(line, joint), uint64(b.prefs[at]&^equal)+1, 10)
		joint = ' '
		if b.points != nil {
			line = strconv.AppendUint(append(line, ':'), uint64(b.points[at]), 10)
		}
		if b.prefs[at]&equal != 0 {
			joint = '='
		}
	}
	return append(line, " 0"...)
}

// WriteCSV writes ballots as a table: the names of the candidates, and then a row for each
// single paper with the rank it gives each, or the points, and 0 for those it leaves out.
// Papers that weigh parts of a vote are refused.
func WriteCSV(w io.Writer, b *Ballots) error {
	if b.places > 0 {
		return fmt.Errorf("%w: a table has a row for each paper, and these weigh parts of a vote", ErrBallots)
	}
	out := bufio.NewWriterSize(w, 64<<10)
	for c, name := range b.names {
		if c > 0 {
			_ = out.WriteByte(',') // Flush returns the first error
		}
		_, _ = out.WriteString(`"` + strings.ReplaceAll(name, `"`, `""`) + `"`)
	}
	_ = out.WriteByte('\n')
	cells := make([]int, len(b.names))
	rows := func(n int64) {
		var line []byte
		for c, x := range cells {
			if c > 0 {
				line = append(line, ',')
			}
			line = strconv.AppendInt(line, int64(x), 10)
		}
		line = append(line, '\n')
		for range n {
			if _, err := out.Write(line); err != nil {
				return // Flush returns it
			}
		}
	}
	for i, p := range b.All() {
		clear(cells)
		for rank, cs := range p.Ranks {
			for _, c := range cs {
				cells[c-1] = rank + 1
				if p.Points != nil {
					cells[c-1] = p.Points[rank]
				}
			}
		}
		rows(b.weight[i])
	}
	clear(cells)
	rows(b.blank + b.spent)
	return out.Flush()
}
