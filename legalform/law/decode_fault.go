package law

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// A decodeFault is one of the sentinel errors in words that fit the case.
type decodeFault struct {
	kind error
	text string
}

func faultf(kind error, format string, args ...any) error {
	return &decodeFault{kind, fmt.Sprintf(format, args...)}
}

func (f *decodeFault) Error() string { return f.text }

func (f *decodeFault) Unwrap() error { return f.kind }

// located is an error with its place as an offset. The line and column are left until the
// error is sure to be reported, because to count them is to read the document again.
type located struct {
	path   string
	offset int
	err    error
}

func (l *located) Error() string { return (&PathError{Path: l.path, Err: l.err}).Error() }

func (l *located) Unwrap() error { return l.err }

// in turns the offset into the line and column of data.
func (l *located) in(data []byte) *PathError {
	before := data[:min(max(l.offset, 0), len(data))]
	return &PathError{
		Path:   l.path,
		Line:   bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
		Err:    l.err,
	}
}

// A pathStep is a key, as it is written between its quotes, or where key is nil an index.
type pathStep struct {
	key   []byte
	index int
}

// renderPath writes steps after the path to where they begin.
func renderPath(base string, steps []pathStep) string {
	out := []byte(base)
	for _, s := range steps {
		if s.key == nil {
			out = append(out, '[')
			out = strconv.AppendInt(out, int64(s.index), 10)
			out = append(out, ']')
			continue
		}
		switch key := unescaped(s.key); {
		case !plainName(key):
			out = append(out, '[')
			out = append(out, excerpt(key)...)
			out = append(out, ']')
		case len(out) > 0:
			out = append(out, '.')
			fallthrough
		default:
			out = append(out, key...)
		}
	}
	return string(out)
}

// joinPath is the path to inner, which is relative to outer.
func joinPath(outer, inner string) string {
	if outer == "" || inner == "" || inner[0] == '[' {
		return outer + inner
	}
	return outer + "." + inner
}

// plainName reports whether a key can stand in a path without quotes.
func plainName(key []byte) bool {
	for i, c := range key {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return len(key) > 0 && len(key) <= excerptLength
}

// excerptLength is how much of a document's own text an error repeats, in bytes.
const excerptLength = 64

// excerpt quotes text for an error, so that nothing in it can disturb a terminal or log,
// and cuts it where it is long.
func excerpt(text []byte) string {
	if len(text) <= excerptLength {
		return strconv.Quote(string(text))
	}
	cut := excerptLength
	for cut > excerptLength-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return strconv.Quote(string(text[:cut])) + "…"
}

// quoteFirst quotes the character that text begins with.
func quoteFirst(text []byte) string {
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf("the byte 0x%02X", text[0])
	}
	return strconv.QuoteRune(r)
}
