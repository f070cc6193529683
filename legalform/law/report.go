package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Version is the version of the library, carried by every report so that it can be repeated.
const Version = "0.1.0"

// A Report lists every rule that was tried, so that "nothing found" can be told from
// "nothing looked", and what was found, in table order. It holds no personal data beyond
// the path that locates a finding, and the facts that the finding rests on.
type Report struct {
	Form     string    `json:"form,omitempty"`
	Version  string    `json:"version"`
	On       Date      `json:"on"`
	In       Extent    `json:"in,omitempty"`
	Results  []Result  `json:"results"`
	Findings []Finding `json:"findings"`
}

// A Result is what became of one rule.
type Result struct {
	meta    *Meta
	Outcome Outcome
	On      Date // the date that governed
}

// Rule returns the rule as data.
func (r Result) Rule() Meta {
	if r.meta == nil {
		return Meta{}
	}
	m := *r.meta
	m.InForce = slices.Clone(m.InForce)
	return m
}

// Code returns the rule's code.
func (r Result) Code() Code { return r.rule().Code }

// rule is the rule in place; an empty one for a result of nothing.
func (r *Result) rule() *Meta {
	if r.meta == nil {
		return &Meta{}
	}
	return r.meta
}

// A Finding is a breach, or a rule that could not be decided. It is an error: errors.Is
// matches it by code.
type Finding struct {
	Code      Code      `json:"code"`
	Outcome   Outcome   `json:"outcome"`
	Weight    Weight    `json:"weight"`
	On        Date      `json:"on"`
	Provision Provision `json:"provision"`
	Path      string    `json:"path,omitempty"`
	Message   string    `json:"message"`
	Remedy    string    `json:"remedy,omitempty"`
	Facts     []Noted   `json:"facts,omitempty"`
	Missing   []Missing `json:"missing,omitempty"`
	Doubt     *Doubt    `json:"doubt,omitempty"`
}

// Noted is a fact that a finding rests on.
type Noted struct {
	Path  string `json:"path"`
	Value string `json:"value"`
}

// Missing is a fact that was not stated, or a question that nobody has answered, and, in
// Report.Unsettled, the rules that it would help to settle.
type Missing struct {
	Path     string `json:"path"`
	Question string `json:"question,omitempty"`
	Settles  []Code `json:"settles,omitempty"`
}

// A Doubt is law that is itself unsure: the question, and what each reading would give.
// The first reading is the provisional one.
type Doubt struct {
	Question string    `json:"question"`
	Readings []Reading `json:"readings"`
}

// A Reading is one candidate answer to a doubt.
type Reading struct {
	Says    string  `json:"says"`
	Outcome Outcome `json:"outcome,omitzero"`
}

func (d *Doubt) add(says string) { d.Readings = append(d.Readings, Reading{Says: says}) }

// agreed reports whether every reading comes to the same outcome. The rule is unknown all
// the same: there may be readings that nobody has given.
func (d *Doubt) agreed() bool {
	for _, r := range d.Readings {
		if r.Outcome != d.Readings[0].Outcome {
			return false
		}
	}
	return len(d.Readings) > 0
}

// String writes the question and each reading with its outcome.
func (d *Doubt) String() string {
	var b strings.Builder
	b.WriteString(d.Question)
	for i, r := range d.Readings {
		lead := " Otherwise: "
		if i == 0 {
			lead = " Provisionally: "
		}
		b.WriteString(lead + r.Says)
		if r.Outcome != 0 {
			b.WriteString(" (" + r.Outcome.String() + ")")
		}
		b.WriteString(".")
	}
	return b.String()
}

// Error says what was breached, when and where.
func (f Finding) Error() string {
	s := fmt.Sprintf("%s on %v: %s", f.Code, f.On, f.Message)
	if f.Path != "" {
		s = f.Path + ": " + s
	}
	return s
}

// Unwrap gives the code, so that errors.Is finds it.
func (f Finding) Unwrap() error { return f.Code }

// Link returns the address of the provision as at the date that governed.
func (f Finding) Link() string { return f.Provision.Link(f.On) }

// Err joins the breaches of statute into one error; nil where there are none. Unknowns are
// not errors: ask Outcome, or Unsettled.
func (r *Report) Err() error { return r.ErrAt(Statute) }

// ErrAt joins the breaches of the given weights into one error.
func (r *Report) ErrAt(ws ...Weight) error {
	var errs []error
	for _, f := range r.Findings {
		if f.Outcome == Breached && slices.Contains(ws, f.Weight) {
			errs = append(errs, f)
		}
	}
	return errors.Join(errs...)
}

// Outcome returns what became of a rule, and whether it was tried at all.
func (r *Report) Outcome(code Code) (Outcome, bool) {
	for i := range r.Results {
		if r.Results[i].Code() == code {
			return r.Results[i].Outcome, true
		}
	}
	return 0, false
}

// Count returns how many rules of a weight came to an outcome.
func (r *Report) Count(o Outcome, w Weight) (n int) {
	for i := range r.Results {
		if r.Results[i].Outcome == o && r.Results[i].rule().Weight == w {
			n++
		}
	}
	return n
}

// Unsettled lists what would settle the unknowns: each missing fact or unanswered
// question once, in order of first mention, with the rules that wait for it.
func (r *Report) Unsettled() []Missing {
	var out []Missing
	for _, f := range r.Findings {
		for _, m := range f.Missing {
			i := slices.IndexFunc(out, func(x Missing) bool { return x.Path == m.Path })
			if i < 0 {
				i = len(out)
				out = append(out, Missing{Path: m.Path, Question: m.Question})
			}
			if out[i].Question == "" {
				out[i].Question = m.Question
			}
			if !slices.Contains(out[i].Settles, f.Code) {
				out[i].Settles = append(out[i].Settles, f.Code)
			}
		}
	}
	return out
}

// A Change is a rule whose outcome differs between two reports; 0 where it was not tried.
type Change struct {
	Code   Code    `json:"code"`
	Before Outcome `json:"before,omitzero"`
	After  Outcome `json:"after,omitzero"`
}

// Diff lists the rules whose outcome changed, in the order of the later report, rules that
// only the earlier one tried last.
func Diff(before, after *Report) []Change {
	var out []Change
	old := make(map[Code]Outcome, len(before.Results))
	for _, r := range before.Results {
		old[r.Code()] = r.Outcome
	}
	tried := make(map[Code]bool, len(after.Results))
	for _, r := range after.Results {
		tried[r.Code()] = true
		if was := old[r.Code()]; was != r.Outcome {
			out = append(out, Change{r.Code(), was, r.Outcome})
		}
	}
	for _, r := range before.Results {
		if !tried[r.Code()] {
			out = append(out, Change{r.Code(), r.Outcome, 0})
		}
	}
	return out
}

// Explain prints every rule with its provision, sentence and outcome, and for what was
// found the message, the facts and the remedy: readable to a board. Rules that were not in
// force or did not apply are counted, not printed.
func (r *Report) Explain() string {
	var b strings.Builder
	idle := 0
	for i := range r.Results {
		res := &r.Results[i]
		if res.Outcome == NotApplicable || res.Outcome == NotInForce {
			idle++
			continue
		}
		fmt.Fprintf(&b, "%s: %s\n  %s (%v)\n  Judged as at %s.\n", strings.ToUpper(res.Outcome.String()), res.rule().Says,
			res.rule().Provision, res.Code(), res.On.Long())
		for _, f := range r.Findings {
			if f.Code == res.Code() {
				f.explain(&b)
			}
		}
	}
	fmt.Fprintf(&b, "%d rules tried as at %s; %d of them did not apply or were not in force.\n", len(r.Results), r.On.Long(), idle)
	return b.String()
}

func (f *Finding) explain(b *strings.Builder) {
	at := ""
	if f.Path != "" {
		at = f.Path + ": "
	}
	fmt.Fprintf(b, "  - %s%s\n", at, f.Message)
	for _, n := range f.Facts {
		fmt.Fprintf(b, "    %s = %s\n", n.Path, n.Value)
	}
	if f.Doubt != nil {
		fmt.Fprintf(b, "    Doubt: %v\n", f.Doubt)
	}
	if f.Outcome == Breached && f.Remedy != "" {
		fmt.Fprintf(b, "    Remedy: %s\n", f.Remedy)
	}
}
