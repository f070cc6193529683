package law

import (
	"encoding/json"
	"fmt"
	"strings"
)

// statutes is where United Kingdom legislation is published.
const statutes = "https://www.legislation.gov.uk/"

// An Instrument is an Act, a statutory instrument or another text that is cited: a
// regulator's notice, a manual, a body's own rules.
type Instrument struct {
	// Title is the short title with its number: "Companies Act 2006 (c. 46)".
	Title string
	// Path locates it among the statutes ("uksi/2005/1788"); empty for other texts.
	Path string
	// AsMade says that only the text as made is published, so that links go to it and a
	// dated link would not be answered. Amendments are cited beside it.
	AsMade bool
	// URL locates a text that is not among the statutes; it is not dated.
	URL string
}

// At cites a place in the instrument: the pinpoint as lawyers write it ("reg 19") and as
// its publisher addresses it ("regulation/19"); without an address the link is to the whole.
func (i Instrument) At(pinpoint, address string) Provision {
	p := Provision{Title: i.Title, Pinpoint: pinpoint, base: i.URL}
	if i.Path != "" {
		p.base = statutes + i.Path
		if address != "" {
			p.base += "/" + address
		}
		p.edition = dated
		if i.AsMade {
			p.edition = made
		}
	}
	return p
}

type edition uint8

const (
	plain edition = iota // one text, whatever the date
	dated                // the text as at a date
	made                 // the text as made
)

// A Provision is a place in an instrument. It marshals as an object with title, pinpoint
// and link. The zero Provision cites nothing.
type Provision struct {
	Title    string
	Pinpoint string
	base     string
	edition  edition
}

// IsZero reports whether p cites nothing.
func (p Provision) IsZero() bool { return p.Title == "" && p.Pinpoint == "" }

// String writes "reg 19, Community Interest Company Regulations 2005 (SI 2005/1788)".
func (p Provision) String() string {
	if p.Pinpoint == "" {
		return p.Title
	}
	return p.Pinpoint + ", " + p.Title
}

// Link returns the address of the text as it stood on a date; of the text as made, where
// nothing else is published; of the current text, for no date. It is empty for a
// text with no address.
func (p Provision) Link(on Date) string {
	switch {
	case p.base == "":
		return ""
	case p.edition == made:
		return p.base + "/made"
	case p.edition == dated && !on.IsZero():
		return p.base + "/" + on.String()
	}
	return p.base
}

// as is the provision with its link fixed to a date, so that it can be written and read
// back without losing the date.
func (p Provision) as(on Date) provisionJSON {
	return provisionJSON{p.Title, p.Pinpoint, p.Link(on)}
}

type provisionJSON struct {
	Title    string `json:"title"`
	Pinpoint string `json:"pinpoint,omitempty"`
	Link     string `json:"link,omitempty"`
}

// provision reads back what as wrote: the date or edition at the end of the link comes off.
func (j provisionJSON) provision() Provision {
	p := Provision{Title: j.Title, Pinpoint: j.Pinpoint, base: j.Link}
	if !strings.HasPrefix(j.Link, statutes) {
		return p
	}
	p.edition = dated
	i := strings.LastIndexByte(j.Link, '/')
	switch _, err := ParseDate(j.Link[i+1:]); {
	case err == nil:
		p.base = j.Link[:i]
	case j.Link[i+1:] == "made":
		p.base, p.edition = j.Link[:i], made
	}
	return p
}

// MarshalJSON writes {title, pinpoint, link}; the link is to the current text or the text
// as made. Findings write it as at their own date.
func (p Provision) MarshalJSON() ([]byte, error) { return json.Marshal(p.as(Date{})) }

// UnmarshalJSON reads what MarshalJSON, or a finding, wrote.
func (p *Provision) UnmarshalJSON(b []byte) error {
	var j provisionJSON
	if err := strictUnmarshal(b, &j); err != nil {
		return fmt.Errorf("provision: %w", err)
	}
	*p = j.provision()
	return nil
}
