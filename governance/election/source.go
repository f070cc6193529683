package election

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Bounds of a file of ballots.
const (
	blockSize = 256 << 10
	maxLine   = 1 << 20
	maxTail   = 16 << 20
)

// A source gives a text in blocks of whole lines. The last line is given a new line if it
// has none.
type source struct {
	r     io.Reader
	rest  []byte // the beginning of a line whose end is still to be read
	line  int    // lines before the block in hand
	ended bool
}

// block returns the next lines, of about a block's size; none at the end.
func (s *source) block() ([]byte, error) {
	if s.ended {
		return nil, nil
	}
	size := blockSize
	if len(s.rest) >= blockSize/2 {
		size = 2 * len(s.rest)
	}
	text := append(make([]byte, 0, size+1), s.rest...)
	for {
		n, err := io.ReadFull(s.r, text[len(text):size])
		text = text[:len(text)+n]
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			s.ended = true
			if len(text) > 0 && text[len(text)-1] != '\n' {
				text = append(text, '\n')
			}
			return text, nil
		}
		if err != nil {
			return nil, err
		}
		if cut := bytes.LastIndexByte(text, '\n') + 1; cut > 0 {
			s.rest = append(s.rest[:0], text[cut:]...)
			return text[:cut], nil
		}
		if len(text) > maxLine {
			return nil, &SyntaxError{s.line + 1, 1, fmt.Sprintf("a line of more than %d bytes", maxLine)}
		}
		size *= 2
		text = append(make([]byte, 0, size+1), text...)
	}
}

// remainder returns a text with all that follows it.
func (s *source) remainder(text []byte) ([]byte, error) {
	for {
		more, err := s.block()
		if err != nil || len(more) == 0 {
			return text, err
		}
		if len(text)+len(more) > maxTail {
			return nil, &SyntaxError{s.line + 1, 1, fmt.Sprintf("more than %d bytes follow the papers", maxTail)}
		}
		text = append(text, more...)
	}
}
