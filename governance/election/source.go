package election

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Bounds of a file of ballots.
const (
	blockSize = 64 << 10
	maxLine   = 1 << 20
	maxTail   = 16 << 20
)

// errLong says that a line, or what follows the papers, is beyond its bound. Whoever knows
// the line in hand gives it its place.
var errLong = fmt.Errorf("a line of more than %d bytes, or more than %d after the papers", maxLine, maxTail)

// A source gives a text in blocks of whole lines. The last line is given a new line if it
// has none.
type source struct {
	r     io.Reader
	rest  []byte // the beginning of a line whose end is still to be read
	ended bool
}

// block returns the next lines, of about a block's size, in a buffer if it is large enough;
// none at the end.
func (s *source) block(buffer []byte) ([]byte, error) {
	if s.ended {
		return nil, nil
	}
	size := max(blockSize, 2*len(s.rest))
	if left := s.size(); left > 0 && left < size && len(s.rest) == 0 {
		size = left + 1 // so that the end is met
	}
	text := append(extend(buffer[:0], size+1), s.rest...)
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
			return nil, errLong
		}
		size *= 2
		text = append(make([]byte, 0, size+1), text...)
	}
}

// size returns about how many bytes there are to read, where that can be told and is not
// beyond belief; else 0.
func (s *source) size() int {
	const most = 128 << 20
	switch r := s.r.(type) {
	case interface{ Len() int }:
		return min(r.Len(), most)
	case interface{ Stat() (fs.FileInfo, error) }:
		if about, err := r.Stat(); err == nil && about.Mode().IsRegular() {
			return int(min(about.Size(), most))
		}
	}
	return 0
}

// remainder returns a text with all that follows it.
func (s *source) remainder(text []byte) ([]byte, error) {
	for {
		more, err := s.block(nil)
		if err != nil || len(more) == 0 {
			return text, err
		}
		if len(text)+len(more) > maxTail {
			return nil, errLong
		}
		text = append(text, more...)
	}
}
