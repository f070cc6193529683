package election

import (
	"bytes"
)

// A bltHead is what stands before the papers.
type bltHead struct {
	candidates, seats int
	withdrawn         []int
}

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

// head reads up to the first paper.
func (f *bltFile) head() error {
	var h bltHead
	for {
		text, err := f.block(nil)
		if err != nil {
			return err
		}
		if f.line == 0 {
			text = bytes.TrimPrefix(text, byteOrderMark)
		}
		switch {
		case len(text) > 0:
		case h.candidates == 0:
			return &SyntaxError{f.line + 1, 1, "the file ends before the numbers of candidates and seats"}
		default:
			return &SyntaxError{f.line + 1, 1, "the file ends before the first paper"}
		}
		s := &scanner{text: text, c: &chunk{}}
		at, more := 0, true
		for at < len(text) && more {
			at, more = h.line(s, at)
		}
		if s.c.fault != nil {
			return s.c.fault.in(text, f.line+1)
		}
		f.line += bytes.Count(text[:at], newLine)
		if !more {
			f.pending = text[at:]
			f.build, err = NewBuilder(Setup{
				Seats: h.seats, Candidates: make([]string, h.candidates), Withdrawn: h.withdrawn, KeepOrder: f.o.KeepOrder,
			})
			return err
		}
	}
}

// line reads one line of the head; false where it is a paper's, or bad.
func (h *bltHead) line(s *scanner, at int) (next int, more bool) {
	from := s.blanks(at)
	if next = s.lineEnd(from); next > 0 {
		return next, true
	}
	if h.candidates == 0 {
		return h.sizes(s, from)
	}
	if s.text[from] != '-' {
		return at, false
	}
	for at = from; ; at = s.blanks(at) {
		if next = s.lineEnd(at); next > 0 {
			return next, true
		}
		if s.text[at] != '-' {
			return s.fail(at, "%s, among candidates who have withdrawn", s.shown(at)), false
		}
		number := at
		var c int
		if at, c = s.number(at + 1); c < 1 || c > h.candidates {
			return s.fail(number, "%s is neither a count of papers nor a candidate who has withdrawn", s.text[number:at]), false
		}
		for _, w := range h.withdrawn {
			if w == c {
				return s.fail(number, "candidate %d has withdrawn already", c), false
			}
		}
		h.withdrawn = append(h.withdrawn, c)
	}
}

// sizes reads the numbers of candidates and of seats.
func (h *bltHead) sizes(s *scanner, at int) (next int, more bool) {
	from := at
	if at, h.candidates = s.number(at); h.candidates < 1 || h.candidates > MaxCandidates {
		return s.fail(from, "the number of candidates should be here, from 1 to %d", MaxCandidates), false
	}
	seats := s.blanks(at)
	if at, h.seats = s.number(seats); h.seats < 1 || seats == from {
		return s.fail(seats, "the number of seats should be here"), false
	}
	if h.seats > h.candidates {
		return s.fail(seats, "%d seats, for %d candidates", h.seats, h.candidates), false
	}
	if next = s.lineEnd(at); next == 0 {
		return s.fail(s.blanks(at), "%s, after the numbers of candidates and seats", s.shown(s.blanks(at))), false
	}
	return next, true
}

// number reads a number and returns what follows it; 0 where there is none, and a million
// for any above.
func (s *scanner) number(at int) (next, n int) {
	for d := s.text[at] - '0'; d <= 9; d = s.text[at] - '0' {
		n = min(n*10+int(d), 1_000_000)
		at++
	}
	return at, n
}
