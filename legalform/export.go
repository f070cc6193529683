package legalform

import (
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"

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
	// Lifted says for which of the forms the fact that dates the rule lies deeper: the rule is
	// another family's, over a part of theirs.
	Lifted []Lifted `json:"lifted,omitempty"`
}

// Lifted is the path of the part of a body over which some forms carry a rule.
type Lifted struct {
	At    string   `json:"at"`
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
	out.Rules = once(out.Rules, rules, forms)
	return out
}

// once puts the rows that some forms lift from another family's table with the row lifted, so
// that a rule is there once. At holds the rows of each code.
func once(rules []StatedRule, at map[law.Code][]int, forms []Form) []StatedRule {
	order := map[string]int{}
	for i, f := range forms {
		order[f.FormID()] = i
	}
	var out []StatedRule
	lifted := make([]bool, len(rules))
	for i := range rules {
		from := slices.IndexFunc(at[rules[i].Code], func(j int) bool { return part(&rules[i].Meta, &rules[j].Meta) != "" })
		if from < 0 {
			continue
		}
		r := &rules[at[rules[i].Code][from]]
		r.Lifted = append(r.Lifted, Lifted{part(&rules[i].Meta, &r.Meta), rules[i].Forms})
		lifted[i] = true
	}
	for i, r := range rules {
		if lifted[i] {
			continue
		}
		r.Forms = slices.Clone(r.Forms)
		for _, l := range r.Lifted {
			r.Forms = append(r.Forms, l.Forms...)
		}
		slices.SortFunc(r.Forms, func(a, b string) int { return order[a] - order[b] })
		out = append(out, r)
	}
	return out
}

// part returns the path at which a rule is another's, lifted: the same but for its event,
// which lies below that path. None where it is not.
func part(r, of *law.Meta) string {
	at, below := strings.CutSuffix(r.Event, "."+of.Event)
	if !below || of.Event == "" {
		return ""
	}
	same := *of
	same.Event = r.Event
	if !reflect.DeepEqual(same, *r) {
		return ""
	}
	return at
}

// WriteJSON writes the law of the forms as indented JSON.
func (s Statutes) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(s)
}
