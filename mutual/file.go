package mutual

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// maxFile bounds the size of an organisation file, in bytes.
const maxFile = 64 << 20

// head is what every organisation file holds beside its body.
type head struct {
	Schema  int                           `json:"schema"`
	Name    string                        `json:"name"`
	Form    string                        `json:"form"`
	AsAt    law.Date                      `json:"as_at"`
	In      law.Extent                    `json:"in,omitempty"`
	Members law.Fact[[]governance.Member] `json:"members,omitzero"`
	Books   law.Fact[law.Books]           `json:"books,omitzero"`

	Constitution law.Fact[governance.Document] `json:"constitution,omitzero"`
	WoundUp      law.Fact[law.Date]            `json:"wound_up,omitzero"`
	Dissolved    law.Fact[law.Date]            `json:"dissolved,omitzero"`
}

// ErrFile is wrapped by complaints about a file that is JSON of the right shape and yet
// not an organisation.
var ErrFile = errors.New("not an organisation")

// Read reads an organisation of one of the given forms (legalform.All, where none are
// given). Every error names the place. Nothing is skipped and nothing guessed: unknown
// fields, duplicate keys and facts that contradict each other are refused.
func Read(r io.Reader, forms ...legalform.Form) (*Organisation, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("organisation: %w", err)
	}
	form, err := legalform.Lookup(formOf(data), forms...)
	if err != nil {
		// Whatever else is wrong is said first, with its place.
		var of file[any]
		if bad := law.Decode(bytes.NewReader(data), &of); bad != nil {
			return nil, fmt.Errorf("organisation: %w", bad)
		}
		return nil, fmt.Errorf("organisation: form: %w: %w", ErrFile, err)
	}
	h, body, err := decode(data, form)
	if err != nil {
		return nil, fmt.Errorf("organisation: %w", err)
	}
	o := &Organisation{
		Name: h.Name, Form: form, AsAt: h.AsAt, In: h.In, Body: body, Members: h.Members, Books: h.Books,
		Constitution: h.Constitution, WoundUp: h.WoundUp, Dissolved: h.Dissolved,
	}
	if err := check(h, o); err != nil {
		return nil, fmt.Errorf("organisation: %w: %w", ErrFile, err)
	}
	return o, nil
}

// file is an organisation file with a body of one type.
type file[B any] struct {
	head
	Body B `json:"body"`
}

// decode reads a file whose body is of a form's own type. The type is put together at run
// time, so that one pass gives one path to whatever is wrong, body and all.
func decode(data []byte, form legalform.Form) (head, any, error) {
	empty := reflect.TypeOf(form.NewBody())
	t := reflect.StructOf([]reflect.StructField{
		{Name: "Head", Type: reflect.TypeFor[head](), Anonymous: true},
		{Name: "Body", Type: empty.Elem(), Tag: `json:"body"`},
	})
	v := reflect.New(t)
	if err := law.Decode(bytes.NewReader(data), v.Interface()); err != nil {
		return head{}, nil, err
	}
	body := reflect.New(empty.Elem())
	body.Elem().Set(v.Elem().Field(1))
	var h head
	reflect.ValueOf(&h).Elem().Set(v.Elem().Field(0))
	return h, body.Interface(), nil
}

// Write writes an organisation as Read reads it, indented. It refuses what Read would refuse.
func (o *Organisation) Write(w io.Writer) error {
	if o.Form == nil {
		return fmt.Errorf("organisation: form: %w: none is given", ErrFile)
	}
	if got, want := reflect.TypeOf(o.Body), reflect.TypeOf(o.Form.NewBody()); got != want || reflect.ValueOf(o.Body).IsNil() {
		return fmt.Errorf("organisation: body: %w: a %T, where the form wants a %v", ErrFile, o.Body, want)
	}
	h := head{
		Schema: Schema, Name: o.Name, Form: o.Form.FormID(), AsAt: o.AsAt, In: o.In, Members: o.Members, Books: o.Books,
		Constitution: o.Constitution, WoundUp: o.WoundUp, Dissolved: o.Dissolved,
	}
	if err := check(h, o); err != nil {
		return fmt.Errorf("organisation: %w: %w", ErrFile, err)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(file[any]{h, o.Body}); err != nil {
		return fmt.Errorf("organisation: %w", err)
	}
	return nil
}

// formOf finds the top-level "form" without decoding more than comes before it; the empty
// string where there is none, or the file is not JSON.
func formOf(data []byte) string {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return ""
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return ""
		}
		if key == "form" {
			var form string
			_ = d.Decode(&form) // a form that is not text is refused with its place later
			return form
		}
		var skip json.RawMessage
		if d.Decode(&skip) != nil {
			return ""
		}
	}
	return ""
}

// check refuses what no organisation can be.
func check(h head, o *Organisation) error {
	switch {
	case h.Schema != Schema:
		return fmt.Errorf("schema: %d, where this library reads %d", h.Schema, Schema)
	case h.Name == "":
		return errors.New("name: none is given")
	case h.AsAt.IsZero():
		return errors.New("as_at: no date is given; facts are true at a date")
	}
	if b := o.Books.Ptr(); b != nil {
		if err := checkBooks(b); err != nil {
			return err
		}
	}
	if d := o.Constitution.Ptr(); d != nil {
		if err := d.Check(); err != nil {
			return fmt.Errorf("constitution.%w", err)
		}
	}
	if b, ok := o.Body.(interface{ Check() error }); ok {
		if err := b.Check(); err != nil {
			return fmt.Errorf("body.%w", err)
		}
	}
	return checkMembers(o.Members.Or(nil))
}

func checkBooks(b *law.Books) error {
	switch {
	case b.YearStart.IsZero() || b.YearEnd.IsZero():
		return errors.New("books: a financial year needs both year_start and year_end")
	case b.YearEnd.Before(b.YearStart):
		return fmt.Errorf("books.year_end: %v is before the year's start, %v", b.YearEnd, b.YearStart)
	case b.Undistributable.Or(0) < 0:
		return fmt.Errorf("books.undistributable: %v is negative", b.Undistributable)
	case b.PaidUp < 0:
		return fmt.Errorf("books.paid_up: %v is negative", b.PaidUp)
	case b.Staff < 0:
		return fmt.Errorf("books.staff: %d is negative", b.Staff)
	}
	for i, p := range b.Paid {
		if p.Amount < 0 {
			return fmt.Errorf("%s: %v is negative", law.Path("books.paid", i, "amount"), p.Amount)
		}
		if p.Kind == 0 {
			return fmt.Errorf("%s: none is given", law.Path("books.paid", i, "kind"))
		}
	}
	for i, y := range b.Past {
		if y.Dividends < 0 {
			return fmt.Errorf("%s: %v is negative", law.Path("books.past", i, "dividends"), y.Dividends)
		}
		if y.YearStart.IsZero() {
			return fmt.Errorf("%s: no date is given", law.Path("books.past", i, "year_start"))
		}
	}
	return nil
}

func checkMembers(ms []governance.Member) error {
	seen := make(map[string]int, len(ms))
	for i := range ms {
		m := &ms[i]
		if m.ID == "" {
			return fmt.Errorf("%s: none is given", law.Path("members", i, "id"))
		}
		if j, ok := seen[m.ID]; ok {
			return fmt.Errorf("%s: members[%d] has it already", law.Path("members", i, "id"), j)
		}
		seen[m.ID] = i
		if err := m.Check(); err != nil {
			return fmt.Errorf("%s%w", law.Path("members", i, ""), err)
		}
	}
	return nil
}
