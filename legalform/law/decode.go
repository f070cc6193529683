package law

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"reflect"
)

// What can be wrong with a document. An error of Decode wraps one of these, or the error
// that the UnmarshalJSON or UnmarshalText method of a type returned.
var (
	ErrEmpty        = errors.New("the document is empty")
	ErrSyntax       = errors.New("not valid JSON")
	ErrEncoding     = errors.New("not valid UTF-8")
	ErrTrailing     = errors.New("there is more after the end of the document")
	ErrTooLong      = errors.New("too long")
	ErrTooDeep      = errors.New("nested too deeply")
	ErrTooMany      = errors.New("too many values")
	ErrExponent     = errors.New("a number must be written without an exponent")
	ErrDuplicateKey = errors.New("duplicate key")
	ErrUnknownField = errors.New("unknown field")
	ErrWrongType    = errors.New("wrong type of value")
)

// ErrTarget is the error of a call whose target cannot be decoded into. It is a mistake of
// the program, not of a document, and no PathError.
var ErrTarget = errors.New("cannot decode into the target")

// Limits bound what Decode will read. A field of zero or less takes its default.
type Limits struct {
	// Bytes is the greatest size of the document; 64 MiB.
	Bytes int64
	// Depth is how many objects and lists may be open at once; 64, and never more than
	// the 10,000 that encoding/json stops at.
	Depth int
	// Values is how many values of every kind, objects and lists included, the document
	// may have. The three bytes "{}," can make a structure of many hundred bytes, so a
	// bound on the document alone is none on memory; 5,000,000, with which members of
	// five short fields reach 64 MiB first.
	Values int
	// Literal is the greatest length of a number as it is written; 32.
	Literal int
	// String is the greatest length in bytes of a text or key as it is written, between
	// its quotes; 64 KiB.
	String int
}

// DefaultLimits are the limits of Decode.
func DefaultLimits() Limits {
	return Limits{Bytes: 64 << 20, Depth: 64, Values: 5_000_000, Literal: 32, String: 64 << 10}
}

// bytesInMemory is the greatest document that a machine's ints can address with room to add
// a limit: a quarter of what they count.
const bytesInMemory = math.MaxInt / 4

// orDefault fills in defaults and takes off what would overflow a sum later.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Depth <= 0 {
		l.Depth = d.Depth
	}
	if l.Values <= 0 {
		l.Values = d.Values
	}
	if l.Literal <= 0 {
		l.Literal = d.Literal
	}
	if l.String <= 0 {
		l.String = d.String
	}
	l.Depth = min(l.Depth, 10_000)
	// A position in the document and a limit are added up as ints, of 32 bits on some machines.
	const most = math.MaxInt32 / 4
	l.Bytes = min(l.Bytes, bytesInMemory)
	l.Values = min(l.Values, most)
	l.Literal = min(l.Literal, most)
	l.String = min(l.String, most)
	return l
}

// A PathError says what is wrong with a document and where.
type PathError struct {
	// Path leads to the value, as in members[3].joined; a key that is no plain name is
	// quoted, as in rates["odd key"]. The whole document is "".
	Path string
	// Line and Column count from 1, the column in characters; both are 0 where the
	// document could not be read to its end.
	Line, Column int
	// Err is what is wrong.
	Err error
}

// Error puts the path before what is wrong there.
func (e *PathError) Error() string {
	if e.Path == "" {
		return "document: " + e.Err.Error()
	}
	return e.Path + ": " + e.Err.Error()
}

// Unwrap returns what is wrong.
func (e *PathError) Unwrap() error { return e.Err }

// Decode reads exactly one JSON value from r into v, strictly, within DefaultLimits.
//
// Strictly means that, beyond encoding/json, these are refused: fields that the target
// does not have, letter case included; a key that an object has twice, also where the two
// differ only in letter case or in how they are written; numbers with an exponent; text
// that is not UTF-8, written plainly or as \u escapes; a byte order mark; a list that is
// longer or shorter than the array it is for; and anything after the value. As in
// encoding/json, null leaves a value that has no use for it at its zero.
//
// v is a pointer. What it points to is replaced, never merged with the document, and is
// left alone when there is an error. Every error that is of the document is a *PathError.
//
// A panic in a method of the target's own types is passed on; Decode has none of its own.
// A type with an UnmarshalJSON of its own should read through strictUnmarshal.
func Decode(r io.Reader, v any) error { return DecodeLimited(r, v, Limits{}) }

// DecodeLimited is Decode within the limits given.
func DecodeLimited(r io.Reader, v any, lim Limits) error {
	target := reflect.ValueOf(v)
	switch {
	case target.Kind() != reflect.Pointer:
		return faultf(ErrTarget, "cannot decode into %T: a pointer is wanted", v)
	case target.IsNil():
		return faultf(ErrTarget, "cannot decode into a nil %T", v)
	case r == nil:
		return faultf(ErrTarget, "cannot decode from a nil reader")
	}
	lim = lim.orDefault()
	data, err := readBounded(r, lim.Bytes)
	if err != nil {
		return &PathError{Err: err}
	}
	scan := jsonScan{data: data, lim: lim}
	if bad := scan.run(); bad != nil {
		return bad.in(data)
	}
	fresh := reflect.New(target.Type().Elem())
	value := data[scan.start:scan.end:scan.end]
	done, err := unmarshalFast(value, fresh.Interface())
	if !done {
		err = unmarshalSlow(value, fresh.Interface(), scan.oddKeys)
	}
	if err != nil {
		bad := locate(value, fresh.Type().Elem(), err)
		bad.offset += scan.start
		return bad.in(data)
	}
	target.Elem().Set(fresh.Elem())
	return nil
}

// readBounded reads all of r, and no more than one byte beyond the limit.
func readBounded(r io.Reader, limit int64) ([]byte, error) {
	// One byte of room beyond the size is what the end of the file is discovered in.
	buf := make([]byte, 0, min(max(sizeHint(r), 511), limit)+1)
	idle := 0
	for int64(len(buf)) <= limit {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		room := buf[len(buf):min(int64(cap(buf)), limit+1)]
		n, err := r.Read(room)
		if n < 0 || n > len(room) {
			return nil, errors.New("cannot read the document: the reader miscounts what it read")
		}
		buf = buf[:len(buf)+n]
		switch {
		case errors.Is(err, io.EOF):
			return buf, nil
		case err != nil:
			return nil, fmt.Errorf("cannot read the document: %w", err)
		case n > 0:
			idle = 0
		case idle == 100:
			return nil, fmt.Errorf("cannot read the document: %w", io.ErrNoProgress)
		default:
			idle++
		}
	}
	return nil, faultf(ErrTooLong, "the document is longer than %d bytes", limit)
}

// sizeHint is how much r is likely to hold, as far as it says, to spare growing the buffer.
func sizeHint(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}
