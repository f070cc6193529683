package election

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrSyntax is wrapped by every complaint of a reader about the text itself. The error is a
// *SyntaxError, and wraps ErrBallots too.
var ErrSyntax = errors.New("bad text")

// A SyntaxError says what is wrong with a file of ballots and where.
type SyntaxError struct {
	// Line and Column count from 1, columns in characters.
	Line   int
	Column int
	What   string
}

// Error begins with the place: "line 2, column 9: …".
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.What)
}

// Unwrap returns ErrSyntax and ErrBallots.
func (e *SyntaxError) Unwrap() []error { return []error{ErrSyntax, ErrBallots} }

// A fault is a SyntaxError before its place is known: it is so many bytes into a text.
type fault struct {
	at   int
	what string
}

func faultf(at int, format string, args ...any) *fault {
	return &fault{at, fmt.Sprintf(format, args...)}
}

// in places a fault in a text whose first line has a number.
func (f *fault) in(text []byte, line int) *SyntaxError {
	before := text[:min(f.at, len(text))]
	from := bytes.LastIndexByte(before, '\n') + 1
	return &SyntaxError{line + bytes.Count(before, []byte{'\n'}), utf8.RuneCount(before[from:]) + 1, f.what}
}

// quoteRune quotes the first character of a text.
func quoteRune(text []byte) string {
	r, size := utf8.DecodeRune(text)
	switch {
	case size == 0 || r == '\n' || r == '\r':
		return "the end of the line"
	case r == utf8.RuneError:
		return fmt.Sprintf("a byte %#02x", text[0])
	}
	return fmt.Sprintf("%q", r)
}
