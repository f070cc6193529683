package election

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
)

// Reading says how to read ballots. The zero Reading suits most files.
type Reading struct {
	// KeepOrder keeps papers in the order of the file, for rules in which it matters.
	KeepOrder bool
	// Workers is how many goroutines may read, 0 for one a processor. The ballots do not
	// depend on it.
	Workers int
}

// ReadBLT reads ballots from a BLT file, which has one line each for
//
//	the numbers of candidates and of seats,
//	candidates who have withdrawn, if any: their numbers, each after a minus sign,
//	each kind of ballot paper: how many there are, the candidates' numbers in order of
//	preference, and 0,
//	the end of the papers: 0,
//	the names of the candidates and the title of the election,
//
// and so says who stands last of all. Equal signs join candidates ranked equal. A paper may
// begin with an identifier in brackets, which is dropped, and weigh a decimal part of a vote.
// Names are in double quotes, doubled within a name, one or more on a line, or else each on
// a line of its own; the title may be missing. Comments begin with #; blank lines, carriage
// returns at ends of lines and a byte-order mark are passed over. The text is UTF-8.
//
// The file is read in blocks and never held as a whole. What is wrong with it is told as a
// *SyntaxError, with the line and column.
func ReadBLT(r io.Reader, o Reading) (*Ballots, error) {
	f := &bltFile{source: source{r: r}, o: o}
	if err := f.read(); errors.Is(err, errLong) {
		return nil, &SyntaxError{f.line + 1, 1, err.Error()}
	} else if err != nil {
		return nil, err
	}
	f.build.reduce(f.micro)
	return f.build.Ballots(), nil
}

// A bltFile is a file being read.
type bltFile struct {
	source
	o       Reading
	build   *Builder
	line    int    // lines read and found well
	pending []byte // of the current block, what follows the head
	micro   bool   // weights so far are in millionths
}

func (f *bltFile) read() error {
	if err := f.head(); err != nil {
		return err
	}
	tail, err := f.papers()
	if err != nil {
		return err
	}
	if tail, err = f.remainder(tail); err != nil {
		return err
	}
	return f.names(tail)
}

// papers reads up to the line that ends the papers and returns what follows it.
func (f *bltFile) papers() ([]byte, error) {
	c := &chunk{text: f.pending}
	f.pending = nil
	f.scanner(0).scan(c)
	f.build.room(len(c.ends), len(c.prefs)+len(c.ends))
	f.build.index(len(c.ends))
	if err := f.take(c); err != nil {
		return nil, err
	}
	if c.rest >= 0 {
		return c.text[c.rest:], nil
	}
	workers := f.o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	f.build.reserve(float64(f.size()) / float64(len(c.text)))
	if workers == 1 || f.ended {
		return f.inTurn(c)
	}
	return f.together(workers, len(c.ends))
}

// scanner returns a scanner of chunks that have about so many papers.
func (f *bltFile) scanner(papers int) *scanner {
	return newScanner(f.build.b.Len(), f.build.seed, papers+papers/8)
}

// inTurn reads block after block.
func (f *bltFile) inTurn(c *chunk) ([]byte, error) {
	for s := f.scanner(len(c.ends)); c.rest < 0; {
		var err error
		if c.text, err = f.block(c.text); err != nil {
			return nil, err
		}
		s.scan(c)
		if err := f.take(c); err != nil {
			return nil, err
		}
	}
	return c.text[c.rest:], nil
}

var newLine = []byte{'\n'}

// take adds the papers of a chunk to those before it, and its lines to those read.
func (f *bltFile) take(c *chunk) error {
	if len(c.text) == 0 {
		return &SyntaxError{f.line + 1, 1, "the file ends before the 0 that ends the papers"}
	}
	if c.fault != nil {
		return c.fault.in(c.text, f.line+1)
	}
	scale := int64(1)
	if c.micro && !f.micro {
		if !f.build.rescale() {
			return &SyntaxError{f.line + 1, 1, fmt.Sprintf("parts of a vote follow counts of papers above %d", MaxPapers/1_000_000)}
		}
		f.micro = true
	} else if f.micro && !c.micro {
		scale = 1_000_000
	}
	if err := f.build.mergeChunk(c, scale); err != nil {
		return &SyntaxError{f.line + 1, 1, "here or below: " + err.Error()}
	}
	read := c.text
	if c.rest >= 0 {
		read = read[:c.rest]
	}
	f.line += bytes.Count(read, newLine)
	return nil
}
