package law

import (
	"bytes"
	"unicode/utf8"
)

// A jsonScan reads a document once, from front to back and without recursion, before
// anything is made of it. encoding/json would find most syntax errors too, but only after
// it has made a number of ten million digits; and it takes the last of two equal keys, an
// exponent of any size, and text that is not UTF-8, without a word.
type jsonScan struct {
	data []byte
	lim  Limits

	// The value is data[start:end]; around it is white space.
	start, end int
	// oddKeys says that some key is not plain lower-case ASCII. Where none is, and the
	// target has lower-case fields only, encoding/json has no occasion to take a key for
	// a field that is written in other letters.
	oddKeys bool

	values int
	stack  []scanFrame
	keys   keyStack
	bad    *located
}

// A scanFrame is an object or list that is open.
type scanFrame struct {
	object bool
	// keyed says that key is that of the value being read.
	keyed bool
	key   []byte
	index int
	keys  keyFrame
}

func (f *scanFrame) closer() byte {
	if f.object {
		return '}'
	}
	return ']'
}

// failed is the offset that the methods of a scan return in place of the next one once
// they have set bad.
const failed = -1

// run scans the document and returns the first thing that is wrong with it.
func (s *jsonScan) run() *located {
	if bytes.HasPrefix(s.data, []byte("\ufeff")) {
		s.fail(0, ErrSyntax, "the document begins with a byte order mark: save it as UTF-8 without one")
		return s.bad
	}
	i := skipSpace(s.data, 0)
	if i == len(s.data) {
		s.fail(i, ErrEmpty, "the document is empty")
		return s.bad
	}
	s.start = i
	s.stack = make([]scanFrame, 0, 8)
	s.keys.data, s.keys.keys = s.data, make([]scanKey, 0, 2*smallObject)
	for more := true; more; {
		var opened bool
		if i, opened = s.value(i); i == failed {
			return s.bad
		}
		if opened {
			continue // i is at the first value inside
		}
		if i, more = s.next(i); i == failed {
			return s.bad
		}
	}
	s.end = i
	if i = skipSpace(s.data, i); i < len(s.data) {
		s.fail(i, ErrTrailing, "there is more after the end of the document: %s", s.found(i))
	}
	return s.bad
}

// value reads the scalar or empty container at i, or opens the container at i and goes to
// its first value.
func (s *jsonScan) value(i int) (end int, opened bool) {
	if i == len(s.data) {
		return s.fail(i, ErrSyntax, "the document ends where a value is wanted"), false
	}
	if s.values++; s.values > s.lim.Values {
		return s.fail(i, ErrTooMany, "too many values: the document has more than %d", s.lim.Values), false
	}
	switch c := s.data[i]; c {
	case '"':
		end, _ = s.text(i)
		return end, false
	case '{', '[':
		return s.open(i, c == '{')
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.number(i), false
	case 't':
		return s.word(i, "true"), false
	case 'f':
		return s.word(i, "false"), false
	case 'n':
		return s.word(i, "null"), false
	}
	return s.fail(i, ErrSyntax, "want a value, got %s", s.found(i)), false
}

func (s *jsonScan) open(i int, object bool) (next int, opened bool) {
	if len(s.stack) == s.lim.Depth {
		return s.fail(i, ErrTooDeep, "nested too deeply: more than %d levels", s.lim.Depth), false
	}
	s.stack = append(s.stack, scanFrame{object: object, keys: s.keys.open()})
	top := &s.stack[len(s.stack)-1]
	i = skipSpace(s.data, i+1)
	if i < len(s.data) && s.data[i] == top.closer() {
		s.stack = s.stack[:len(s.stack)-1]
		return i + 1, false
	}
	if object {
		i = s.key(i)
	}
	return i, true
}

// next goes from the end of a value to the beginning of the one after it, and closes what
// ends between the two. There may be no more.
func (s *jsonScan) next(i int) (next int, more bool) {
	for len(s.stack) > 0 {
		top := &s.stack[len(s.stack)-1]
		i = skipSpace(s.data, i)
		switch {
		case i == len(s.data):
			return s.failAround(i, "the document ends before this is closed with %q", top.closer()), false
		case s.data[i] == top.closer():
			s.keys.close(&top.keys)
			s.stack = s.stack[:len(s.stack)-1]
			i++
		case s.data[i] != ',':
			return s.failAround(i, "want a comma or %q, got %s", top.closer(), s.found(i)), false
		case top.object:
			top.keyed = false
			return s.key(skipSpace(s.data, i+1)), true
		default:
			i = skipSpace(s.data, i+1)
			if i < len(s.data) && s.data[i] == ']' {
				return s.failAround(i, "want another item after the comma, got ']'"), false
			}
			top.index++
			return i, true
		}
	}
	return i, false
}

// key reads a key and its colon and goes to its value.
func (s *jsonScan) key(i int) int {
	switch {
	case i == len(s.data):
		return s.fail(i, ErrSyntax, "the document ends where a key is wanted")
	case s.data[i] == '}':
		return s.fail(i, ErrSyntax, "want another key after the comma, got '}'")
	case s.data[i] != '"':
		return s.fail(i, ErrSyntax, "want a key in double quotes, got %s", s.found(i))
	}
	end, odd := s.text(i)
	if end == failed {
		return failed
	}
	top := &s.stack[len(s.stack)-1]
	top.key, top.keyed = s.data[i+1:end-1], true
	odd = odd || hasUpper(top.key)
	s.oddKeys = s.oddKeys || odd
	if earlier := s.keys.add(&top.keys, i+1, end-1, odd); earlier != nil {
		a, b := unescaped(s.data[earlier.from:earlier.to]), unescaped(top.key)
		if !bytes.Equal(a, b) {
			return s.fail(i, ErrDuplicateKey, "duplicate key: %s and %s differ only in letter case", excerpt(a), excerpt(b))
		}
		return s.fail(i, ErrDuplicateKey, "duplicate key")
	}
	colon := skipSpace(s.data, end)
	if colon == len(s.data) {
		return s.fail(colon, ErrSyntax, "the document ends after a key")
	}
	if s.data[colon] != ':' {
		return s.fail(colon, ErrSyntax, "want a colon after the key, got %s", s.found(colon))
	}
	return skipSpace(s.data, colon+1)
}

// word reads true, false or null.
func (s *jsonScan) word(i int, want string) int {
	if bytes.HasPrefix(s.data[i:], []byte(want)) {
		return i + len(want)
	}
	return s.fail(i, ErrSyntax, "want a value, got %s", s.found(i))
}

// number reads a number and stops as soon as it is too long, however long it is.
func (s *jsonScan) number(i int) int {
	// The byte beyond the limit is looked at, so that a number too long is known by it.
	data := s.data[:min(len(s.data), i+s.lim.Literal+1)]
	j := i
	if data[j] == '-' {
		j++
	}
	whole := j
	if j = skipDigits(data, j); j == whole && j < len(data) {
		return s.fail(i, ErrSyntax, "want a digit after the minus sign, got %s", s.found(j))
	}
	if j-whole > 1 && data[whole] == '0' {
		return s.fail(i, ErrSyntax, "a number must not begin with a nought")
	}
	if j < len(data) && data[j] == '.' {
		point := j
		if j = skipDigits(data, j+1); j == point+1 && j < len(data) {
			return s.fail(i, ErrSyntax, "want a digit after the point, got %s", s.found(j))
		}
	}
	switch {
	case j-i > s.lim.Literal:
		return s.fail(i, ErrTooLong, "the number is longer than %d characters", s.lim.Literal)
	case j == len(s.data) && (data[j-1] == '-' || data[j-1] == '.'):
		return s.fail(j, ErrSyntax, "the document ends in the middle of a number")
	case j < len(data) && data[j]|0x20 == 'e':
		return s.fail(i, ErrExponent, "a number must be written without an exponent")
	}
	return j
}

// text reads a text or key from its opening quote, and says whether it holds an escape or
// anything but ASCII.
func (s *jsonScan) text(i int) (end int, odd bool) {
	// There is no need to look further than to where the closing quote has to be.
	data := s.data[:min(len(s.data), i+s.lim.String+2)]
	j := i + 1
	for j < len(data) {
		switch c := data[j]; {
		case c == '"':
			return j + 1, odd
		case c == '\\':
			odd = true
			if j = s.escape(j); j == failed {
				return failed, odd
			}
		case c < ' ':
			return s.fail(j, ErrSyntax, "a text must have %q written as an escape", rune(c)), odd
		case c < utf8.RuneSelf:
			j++
		default:
			odd = true
			r, size := utf8.DecodeRune(s.data[j:])
			if r == utf8.RuneError && size == 1 {
				return s.fail(j, ErrEncoding, "the byte 0x%02X is not valid UTF-8", c), odd
			}
			j += size
		}
	}
	if j-i-1 > s.lim.String {
		return s.fail(i, ErrTooLong, "the text is longer than %d bytes", s.lim.String), odd
	}
	return s.fail(len(s.data), ErrSyntax, "the document ends in the middle of a text"), odd
}

// escape reads an escape from its backslash. A \u escape that is half of a surrogate pair
// is read with its other half.
func (s *jsonScan) escape(i int) int {
	if i+1 == len(s.data) {
		return s.fail(i+1, ErrSyntax, "the document ends in the middle of a text")
	}
	switch s.data[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 2
	case 'u':
	default:
		return s.fail(i, ErrSyntax, "a text has an unknown escape: a backslash and %s", quoteFirst(s.data[i+1:]))
	}
	if _, size := escapedRune(s.data[i:]); size > 0 {
		return i + size
	}
	if _, ok := hex4(s.data[i+2:]); ok {
		return s.fail(i, ErrEncoding, "the escape %s is half of a surrogate pair", s.data[i:i+6])
	}
	return s.fail(i, ErrSyntax, "want four hexadecimal digits after \\u")
}

// fail notes what is wrong at offset i, with the path to the value being read.
func (s *jsonScan) fail(i int, kind error, format string, args ...any) int {
	s.bad = &located{s.path(len(s.stack)), i, faultf(kind, format, args...)}
	return failed
}

// failAround notes a syntax error in between the values of the innermost container.
func (s *jsonScan) failAround(i int, format string, args ...any) int {
	s.bad = &located{s.path(len(s.stack) - 1), i, faultf(ErrSyntax, format, args...)}
	return failed
}

func (s *jsonScan) path(depth int) string {
	var steps []pathStep
	for i := range s.stack[:depth] {
		if f := &s.stack[i]; !f.object {
			steps = append(steps, pathStep{index: f.index})
		} else if f.keyed {
			steps = append(steps, pathStep{key: f.key})
		}
	}
	return renderPath("", steps)
}

// found names what stands at i: a whole word where there is one, such as NaN.
func (s *jsonScan) found(i int) string {
	if i >= len(s.data) {
		return "the end of the document"
	}
	end := i
	for end < len(s.data) && end-i <= excerptLength && isWordByte(s.data[end]) {
		end++
	}
	if end-i > 1 {
		return excerpt(s.data[i:end])
	}
	return quoteFirst(s.data[i:])
}
