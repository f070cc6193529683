package legalform

import (
	"encoding/json"
	"io"
	"reflect"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

//go:generate go test -run "TestLawAsData|TestRuleBook" -update .

// Statutes is the law of a set of forms as data: each rule and each figure once, with the
// forms that carry it.
type Statutes struct {
	Version string         `json:"version"`
	Rules   []StatedRule   `json:"rules"`
	Figures []StatedFigure `json:"figures"`
}

// StatedRule is a rule with the ids of the forms that it binds. Forms that have a row of
// their own under the same code, as a reform of the table does, are listed with that.
type StatedRule struct {
	law.Meta
	Forms []string `json:"forms"`
}

// StatedFigure is a figure with the ids of the forms that carry it. Forms that carry it
// with other entries, as a reform does, have one of their own.
type StatedFigure struct {
	law.Figure
	Forms []string `json:"forms"`
}

// Export gathers the rules and figures of forms as data, in the order of the forms.
func Export(forms []Form) Statutes {
	out := Statutes{Version: law.Version}
	rules, figures := map[law.Code][]int{}, map[string]int{}
	for _, f := range forms {
		for m := range f.RuleList() {
			same := slices.IndexFunc(rules[m.Code], func(i int) bool { return reflect.DeepEqual(out.Rules[i].Meta, m) })
			if same < 0 {
				same = len(rules[m.Code])
				rules[m.Code] = append(rules[m.Code], len(out.Rules))
				out.Rules = append(out.Rules, StatedRule{Meta: m})
			}
			i := rules[m.Code][same]
			out.Rules[i].Forms = append(out.Rules[i].Forms, f.FormID())
		}
		for g := range f.FigureList() {
			key := g.ID + "\x00" + string(g.Entries)
			i, ok := figures[key]
			if !ok {
				i = len(out.Figures)
				figures[key] = i
				out.Figures = append(out.Figures, StatedFigure{Figure: g})
			}
			out.Figures[i].Forms = append(out.Figures[i].Forms, f.FormID())
		}
	}
	return out
}

// WriteJSON writes the law of the forms as indented JSON.
func (s Statutes) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(s)
}
