package legalform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A reformer is a form that can carry other figures. law.Family is one; what Reformed returns
// has the methods of Form.
type reformer interface {
	Reformed(id, title string, r io.Reader) (any, error)
}

// ErrFixed is wrapped by the refusal to reform a form that does not know how.
var ErrFixed = errors.New("the figures of this form cannot be changed")

// Reform returns a form with histories replaced from data, {"cic.aggregate_cap": [entries]},
// under an id and a title of its own. The form that is given stays as it is. It refuses a
// figure that the form does not have, and lists those it has.
//
// What changes is figures: a rule whose window has ended stays ended, though limits on
// payments go by the figure alone.
func Reform(f Form, id, title string, r io.Reader) (Form, error) {
	if id == "" || title == "" {
		return nil, errors.New("reform: give it an id and a title of its own")
	}
	m, ok := f.(reformer)
	if !ok {
		return nil, fmt.Errorf("%s: %w", f.FormID(), ErrFixed)
	}
	got, err := m.Reformed(id, title, r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.FormID(), err)
	}
	reformed, ok := got.(Form)
	if !ok {
		return nil, fmt.Errorf("%s: %w: its reform is a %T, which is no form", f.FormID(), ErrFixed, got)
	}
	return reformed, nil
}

// Ends is the value by which WithFigure ends a figure.
const Ends = "ends"

// maxValue bounds the text of a value: fee tables are the longest.
const maxValue = 4096

// WithFigure returns a form in which one figure has a value from a day on, whatever the law
// says of later days; what it says of earlier ones stays. The id and the title of the form
// returned say so.
//
// The value is as the figure's own are written in JSON, without quotes: 49%, 20000.00, 3,
// true, and pounds also as £20,000. Where the figure's values have several parts, such as
// {"most": "100000.00", "only_withdrawable": true}, it is the whole in JSON, or the first
// part alone: the others are then as they last stood by the day. Ends ends the figure. The day
// stands for the one on which the source of a reform was last read, which has none.
func WithFigure(f Form, figure, value string, from law.Date) (Form, error) {
	switch {
	case from.IsZero():
		return nil, fmt.Errorf("%.40s: %w: a reform needs the day from which it is", figure, law.ErrDate)
	case len(value) > maxValue:
		return nil, fmt.Errorf("%.40s: a value of %d bytes is more than %d", figure, len(value), maxValue)
	}
	var ids []string
	for g := range f.FigureList() {
		if ids = append(ids, g.ID); g.ID != figure {
			continue
		}
		entries, err := reformed(g, value, from)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", f.FormID(), figure, err)
		}
		data, err := json.Marshal(map[string][]json.RawMessage{figure: entries})
		if err != nil {
			return nil, err
		}
		change := figure + " " + value + " from " + from.Long()
		return Reform(f, f.FormID()+"+"+figure, f.FormTitle()+", "+change, bytes.NewReader(data))
	}
	return nil, fmt.Errorf("%s: no figure %.40q; there are %s", f.FormID(), figure, strings.Join(ids, ", "))
}

// reformed is a figure's entries up to a day, and one from it on.
func reformed(g law.Figure, value string, from law.Date) ([]json.RawMessage, error) {
	var all []json.RawMessage
	if err := json.Unmarshal(g.Entries, &all); err != nil {
		return nil, err
	}
	type entry struct {
		From  law.Date        `json:"from"`
		Value json.RawMessage `json:"value"`
		Is    law.Standing    `json:"is"`
	}
	var model json.RawMessage // how a value is written: the last by the day, or else the first
	var kept []json.RawMessage
	for i, raw := range all {
		var e entry
		if err := json.Unmarshal(raw, &e); err != nil {
			return nil, err
		}
		before := !e.From.IsZero() && e.From.Before(from)
		if i == 0 || e.Is != law.Ended && !e.From.IsZero() && !e.From.After(from) {
			model = e.Value
		}
		if before {
			kept = append(kept, raw)
		}
	}
	next := map[string]any{"from": from, "checked": from, "by": law.Instrument{Title: "A reform, from " + from.Long()}.At("", "")}
	if value == Ends {
		next["is"] = law.Ended
	} else {
		written, err := like(model, value)
		if err != nil {
			return nil, err
		}
		next["value"] = written
	}
	raw, err := json.Marshal(next)
	return append(slices.Clip(kept), raw), err
}

// like writes a value in the manner of another.
func like(model json.RawMessage, value string) (json.RawMessage, error) {
	plain := value
	if pounds, ok := strings.CutPrefix(value, "£"); ok {
		plain = strings.ReplaceAll(pounds, ",", "")
	}
	switch {
	case len(model) == 0:
		return nil, fmt.Errorf("%.40q: nothing says how a value is written", value)
	case model[0] == '"':
		return json.Marshal(plain)
	case model[0] == '{':
		return withFirst(model, value, plain)
	default: // a number, or true or false
		if !json.Valid([]byte(plain)) {
			return nil, fmt.Errorf("%.40q is no such value as %s", value, model)
		}
		return json.RawMessage(plain), nil
	}
}

// withFirst is a value of several parts: as given in JSON, or with its first part changed.
func withFirst(model json.RawMessage, value, plain string) (json.RawMessage, error) {
	if strings.HasPrefix(value, "{") {
		if !json.Valid([]byte(value)) {
			return nil, fmt.Errorf("%.80q is no such value as %s", value, model)
		}
		return json.RawMessage(value), nil
	}
	d := json.NewDecoder(bytes.NewReader(model))
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	first, err := d.Token()
	name, ok := first.(string)
	if err != nil || !ok {
		return nil, fmt.Errorf("%.40q: give the value as a whole, in JSON", value)
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(model, &parts); err != nil {
		return nil, err
	}
	if parts[name], err = like(parts[name], plain); err != nil {
		return nil, err
	}
	return json.Marshal(parts)
}
