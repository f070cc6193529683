package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// decodeFact wraps a value as Fact does, so that these tests stand by themselves.
type decodeFact[T any] struct {
	value T
	known bool
}

func (f *decodeFact[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*f = decodeFact[T]{}
		return nil
	}
	var v T
	if err := strictUnmarshal(b, &v); err != nil {
		return err
	}
	*f = decodeFact[T]{v, true}
	return nil
}

func (f *decodeFact[T]) elemPtr() any { return &f.value }

// decodeDay is a date as a text.
type decodeDay struct{ year, month, day int }

var errDecodeDay = errors.New("not a date")

func (d *decodeDay) UnmarshalText(b []byte) error {
	number := func(from, to int) int {
		n, err := strconv.Atoi(string(b[from:to]))
		if err != nil {
			return -1
		}
		return n
	}
	if len(b) == 10 && b[4] == '-' && b[7] == '-' {
		got := decodeDay{number(0, 4), number(5, 7), number(8, 10)}
		if got.year >= 0 && got.month >= 1 && got.month <= 12 && got.day >= 1 && got.day <= 31 {
			*d = got
			return nil
		}
	}
	return fmt.Errorf("%w: %q (want YYYY-MM-DD)", errDecodeDay, b)
}

// decodeCount is a whole number that may be written as a text.
type decodeCount int64

func (c *decodeCount) UnmarshalJSON(b []byte) error {
	n, err := strconv.ParseInt(strings.Trim(string(b), `"`), 10, 64)
	if err != nil {
		return errors.New("not a count")
	}
	*c = decodeCount(n)
	return nil
}

type decodeMember struct {
	ID     string                  `json:"id"`
	Class  decodeFact[string]      `json:"class"`
	Joined decodeFact[decodeDay]   `json:"joined,omitzero"`
	Shares decodeFact[decodeCount] `json:"shares,omitempty"`
	Born   decodeFact[decodeDay]   `json:"born"`
}

type decodeOrganisation struct {
	ID      string                     `json:"id"`
	Name    decodeFact[string]         `json:"name"`
	Members decodeFact[[]decodeMember] `json:"members"`
}

type decodeNamed struct {
	Alpha string `json:"alpha"`
	Note  string `json:"note"`
}

type decodeTagged struct {
	Note int `json:"note"`
	Beta int `json:"beta"`
}

// DecodeExtra is exported because encoding/json can set no embedded pointer otherwise.
type DecodeExtra struct {
	Gamma int    `json:"gamma"`
	Note  string `json:"note"` // hides, and is hidden by, that of decodeNamed
}

// decodeTree is opaque: it reads itself through another type, by way of strictUnmarshal.
type decodeTree struct {
	name     string
	children []decodeTree
}

func (n *decodeTree) UnmarshalJSON(b []byte) error {
	var aux struct {
		Children []decodeTree `json:"children"`
		Name     string       `json:"name"`
		Any      any          `json:"any"`
	}
	if err := strictUnmarshal(b, &aux); err != nil {
		return fmt.Errorf("tree: %w", err)
	}
	n.name, n.children = aux.Name, aux.Children
	return nil
}

// decodeAll has a field of every form that encoding/json knows.
type decodeAll struct {
	decodeNamed
	decodeTagged `json:"tagged"`
	*DecodeExtra

	Text     string                        `json:"text,omitempty"`
	Flag     bool                          `json:"flag"`
	Whole    int64                         `json:"whole"`
	Small    int8                          `json:"small"`
	Unsigned uint16                        `json:"unsigned"`
	Float    float64                       `json:"float"`
	Single   float32                       `json:"single"`
	Number   json.Number                   `json:"number"`
	Quoted   int                           `json:"quoted,string"`
	Bytes    []byte                        `json:"bytes"`
	Raw      json.RawMessage               `json:"raw"`
	Any      any                           `json:"any"`
	Reader   io.Reader                     `json:"reader"`
	Pointer  *decodeMember                 `json:"pointer"`
	Twice    **int                         `json:"twice"`
	List     []decodeMember                `json:"list"`
	Lists    [][]int                       `json:"lists"`
	Pair     [2]int                        `json:"pair"`
	ByName   map[string]decodeFact[int]    `json:"by_name"`
	ByNumber map[int]string                `json:"by_number"`
	ByDay    map[decodeKey]int             `json:"by_day"`
	Fact     decodeFact[decodeFact[[]int]] `json:"fact"`
	Day      decodeDay                     `json:"day"`
	Time     time.Time                     `json:"time"`
	Tree     decodeTree                    `json:"tree"`
	Hidden   int                           `json:"-"`
	Dash     int                           `json:"-,"` //nolint:staticcheck // the odd tag is what is to be tested
	Untagged int
	private  int
}

// decodeKey is a key of a map that is not simply a text.
type decodeKey struct{ n int }

func (k *decodeKey) UnmarshalText(b []byte) (err error) {
	k.n, err = strconv.Atoi(string(b))
	return err
}

// decodeInto decodes into a fresh value of the type of like.
func decodeInto(doc string, like any) (any, error) {
	v := reflect.New(reflect.TypeOf(like))
	err := Decode(strings.NewReader(doc), v.Interface())
	return v.Elem().Interface(), err
}
