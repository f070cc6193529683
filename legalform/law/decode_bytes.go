package law

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// The small steps over JSON that scan, typed decoding and locator share. Those that skip
// take text that has been found valid, and stop at its end in any case.

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

func skipDigits(data []byte, i int) int {
	for i < len(data) && '0' <= data[i] && data[i] <= '9' {
		i++
	}
	return i
}

// skipText goes from an opening quote to behind the closing one.
func skipText(data []byte, i int) int {
	for i++; i < len(data); i++ {
		switch data[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
	}
	return len(data)
}

// skipValue goes to the end of the value at i.
func skipValue(data []byte, i int) int {
	depth := 0
	for i < len(data) {
		switch c := data[i]; c {
		case '"':
			i = skipText(data, i)
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
			continue
		default:
			for i < len(data) && (isWordByte(data[i]) || data[i] == '+') {
				i++
			}
		}
		if depth <= 0 {
			return i
		}
	}
	return i
}

// isWordByte reports whether c can stand in a number or in a word such as true.
func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_'
}

// plainText returns what is between the quotes of a text that says nothing else than what
// is written there: no escapes, and valid throughout.
func plainText(value []byte) (text []byte, ok bool) {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return nil, false
	}
	text = value[1 : len(value)-1 : len(value)-1]
	ascii := true
	for _, c := range text {
		if c < ' ' || c == '"' || c == '\\' {
			return nil, false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return text, ascii || utf8.Valid(text)
}

// unescaped returns what a text means that is written so between its quotes.
func unescaped(text []byte) []byte {
	if bytes.IndexByte(text, '\\') < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		if text[i] != '\\' {
			out = append(out, text[i])
			i++
			continue
		}
		r, size := escapedRune(text[i:])
		out = utf8.AppendRune(out, r)
		i += max(size, 1)
	}
	return out
}

// escapedRune reads the escape that text begins with, two for a surrogate pair. The size
// is 0 if there is no valid one.
func escapedRune(text []byte) (r rune, size int) {
	if len(text) < 2 {
		return utf8.RuneError, 0
	}
	switch text[1] {
	case '"', '\\', '/':
		return rune(text[1]), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
	default:
		return utf8.RuneError, 0
	}
	r, ok := hex4(text[2:])
	if !ok {
		return utf8.RuneError, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(text) >= 12 && text[6] == '\\' && text[7] == 'u' {
		if low, ok := hex4(text[8:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, 12
			}
		}
	}
	return utf8.RuneError, 0
}

// hex4 reads four hexadecimal digits.
func hex4(text []byte) (r rune, ok bool) {
	if len(text) < 4 {
		return 0, false
	}
	for _, c := range text[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// skipComma goes from the end of a value to the one after it, or to the end of what both
// are in.
func skipComma(data []byte, i int) int {
	if i = skipSpace(data, i); i < len(data) && data[i] == ',' {
		i = skipSpace(data, i+1)
	}
	return i
}
