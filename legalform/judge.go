package legalform

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Judge tries every rule of a form on a body of it as at a date, in a place (0 where it is
// not stated). It is the form's own Judge, but that a form which did not exist then and there
// is an error that wraps law.ErrNoForm and says since when it does.
func Judge(f Form, body any, on law.Date, in law.Extent) (*law.Report, error) {
	rep, err := f.Judge(body, on, in)
	if err != nil {
		return nil, err
	}
	p, err := f.Describe(on)
	if errors.Is(err, law.ErrNoForm) {
		return nil, err
	}
	if err != nil { // a form without a profile says nothing of when it existed
		return rep, nil //nolint:nilerr // and is judged all the same
	}
	if err := p.Exists(on, in); err != nil {
		return nil, fmt.Errorf("%s: %w", f.FormID(), err)
	}
	return rep, nil
}
