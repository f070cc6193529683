package mutual

import (
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Schema is the version of the organisation file that this library reads.
const Schema = 1

// An Organisation is a body of one legal form, as facts at a date.
type Organisation struct {
	Name string
	Form legalform.Form
	// AsAt is the date of the facts, and of the assessment unless another is asked for.
	AsAt law.Date
	// In is the part of the kingdom in which the body is registered; 0 where not stated.
	In law.Extent
	// Body is a pointer to the form's own structure.
	Body any
	// Members is the register, where it is stated.
	Members law.Fact[[]governance.Member]
	// Books are the accounts of the latest financial year, where they are stated.
	Books law.Fact[law.Books]
	// Constitution is the body's own, over time, for what its classes ask of members.
	Constitution law.Fact[governance.Document]
	// WoundUp is the day of its resolution to be wound up, Dissolved that from which it is no
	// more; neither is stated of a body that goes on.
	WoundUp   law.Fact[law.Date]
	Dissolved law.Fact[law.Date]
}

// Judge tries every rule of the form as at a date; with no date, as at the organisation's
// own. Paths of the report are those of an organisation file: "body.dividend.declared".
func (o *Organisation) Judge(on law.Date) (*law.Report, error) {
	if on.IsZero() {
		on = o.AsAt
	}
	rep, err := o.Form.Judge(o.Body, on, o.In)
	if err != nil {
		return nil, err
	}
	for i := range rep.Findings {
		f := &rep.Findings[i]
		f.Path = inFile(f.Path)
		for j := range f.Facts {
			f.Facts[j].Path = inFile(f.Facts[j].Path)
		}
		for j := range f.Missing {
			f.Missing[j].Path = inFile(f.Missing[j].Path)
		}
	}
	return rep, nil
}

// inFile turns a path within a body into one within the file.
func inFile(path string) string {
	switch {
	case path == "" || strings.HasPrefix(path, "figures."):
		return path
	case path == "extent":
		return "in"
	}
	return "body." + path
}
