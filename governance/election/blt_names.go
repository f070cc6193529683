package election

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// names reads the names of the candidates and the title.
func (f *bltFile) names(text []byte) error {
	b := f.build.b
	bad := func(at int, format string, args ...any) error { return faultf(at, format, args...).in(text, f.line+1) }
	if !utf8.Valid(text) {
		at := 0
		for r, size := utf8.DecodeRune(text); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(text[at:]) {
			at += size
		}
		return bad(at, "the text is not UTF-8")
	}
	found := 0
	for at := 0; at < len(text); {
		name, from, next, wrong := nextName(text, at)
		if wrong != "" {
			return bad(from, "%s", wrong)
		}
		if at = next; from < 0 {
			break
		}
		if !writable(name) {
			return bad(from, "a name that does not fit a line of text")
		}
		switch {
		case found < b.Len():
			b.names[found] = name
		case found == b.Len():
			b.title = name
		default:
			return bad(from, "something follows the title")
		}
		found++
	}
	if found < b.Len() {
		return bad(len(text), "%s for %d candidates", plural(found, "name"), b.Len())
	}
	return nil
}

// plural counts things: "1 name", "2 names".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// nextName reads a name: what stands in quotation marks, or else the rest of the line. It
// returns where the name begins, -1 at the end of the text, and what follows it.
func nextName(text []byte, at int) (name string, from, next int, wrong string) {
	for at < len(text) && (text[at] == '#' || bytes.IndexByte([]byte(" \t\r\n"), text[at]) >= 0) {
		if text[at] == '#' {
			at += bytes.IndexByte(text[at:], '\n') // the text ends in a new line
		}
		at++
	}
	if at == len(text) {
		return "", -1, at, ""
	}
	end := at + bytes.IndexByte(text[at:], '\n')
	if text[at] != '"' {
		return string(bytes.TrimRight(text[at:end], " \t\r")), at, end, ""
	}
	for i := at + 1; i < end; i++ {
		if text[i] != '"' {
			continue
		}
		if text[i+1] == '"' {
			i++
			continue
		}
		if bytes.IndexByte([]byte(" \t\r\n\"#"), text[i+1]) < 0 {
			return "", i + 1, 0, "something follows a name in quotation marks"
		}
		return string(bytes.ReplaceAll(text[at+1:i], []byte(`""`), []byte(`"`))), at, i + 1, ""
	}
	return "", at, 0, "a name has no closing quotation mark"
}
