// Package page writes the results of an example as one HTML file: prose,
// facts, tables, findings and charts. The file opens offline, because its
// styles, data and chart runtime are all inside it, and its content security
// policy forbids every request.
package page

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// Page is a whole document.
type Page struct {
	Title    string
	Lead     string // one or two sentences under the title; optional
	Sections []Section
}

// Section is a part of a page under its own heading.
type Section struct {
	Title  string
	Blocks []Block
}

// Block is a piece of content: Prose, Facts, Table, Findings, Lines, Bars,
// Ranges, Fans, Multiples or Chart. The set is closed, so that every kind is known to escape its text.
type Block interface {
	view(ids *ids) (blockView, error)
}

// Prose is a run of paragraphs.
type Prose []string

// Facts is a list of named values.
type Facts []Fact

// Fact is one named value. Note says where it came from or what it rests on.
type Fact struct {
	Label    string
	Value    string
	Note     string
	Emphasis Emphasis
}

// Finding is one result of a check against a rule.
type Finding struct {
	Outcome   string // the word on the badge; the emphasis names itself if empty
	Emphasis  Emphasis
	Code      string
	Provision string
	Link      string // where the provision can be read: http or https; optional
	Message   string
	Remedy    string // optional
}

// Findings is a list of findings, in the order given.
type Findings []Finding

// Render writes the page. The same page always gives the same bytes. It
// writes nothing at all when a block cannot be shown faithfully.
func (p Page) Render(w io.Writer) error {
	var out bytes.Buffer
	if err := p.execute(&out); err != nil {
		return fmt.Errorf("page %q: %w", p.Title, err)
	}
	_, err := out.WriteTo(w)
	return err
}

// WriteFile renders the page to the named file, and leaves any file already
// there alone unless the whole page can be rendered.
func (p Page) WriteFile(name string) error {
	var out bytes.Buffer
	if err := p.Render(&out); err != nil {
		return err
	}
	return os.WriteFile(name, out.Bytes(), 0o644)
}
