package law

import (
	"fmt"
	"strconv"
	"strings"
)

// A Case is one rule being tried on one subject. Checks read it and report to it.
type Case[T, F any] struct {
	Subject *T
	Figures *F
	On      Date // the date that governs the rule
	AsAt    Date // the date of the assessment
	run
}

// An Asker is a case of any kind, for Need and Read.
type Asker interface{ at() *run }

// run is what a case knows that does not depend on its types.
type run struct {
	report  *Report
	meta    *Meta
	prefix  string
	on      Date
	noted   [12]note
	notes   int
	missing []Missing
	first   int // the first finding of this rule in the report
	doubt   *Doubt
	reading int
	broken  bool
	lacked  bool // a fact was missing, in this reading
}

type note struct {
	path string
	fact interface{ brief() string }
}

func (r *run) at() *run { return r }

// Need returns a fact that the check cannot do without. Where it is not stated the rule's
// outcome is unknown, naming the fact by its JSON path, and the check should return.
func Need[V any](c Asker, f *Fact[V], path string) (V, bool) {
	r := c.at()
	if !f.stated {
		r.lack(path, "")
		return f.value, false
	}
	r.note(path, f)
	return f.value, true
}

// Ask is Need for a recorded judgement: a question that a person must answer, since no
// computer can. The question goes into the finding where there is no answer.
func Ask(c Asker, f *Fact[bool], path, question string) (answer, ok bool) {
	r := c.at()
	if !f.stated {
		r.lack(path, question)
		return false, false
	}
	r.note(path, f)
	return f.value, true
}

// Read returns a figure as at a date. A figure with no value then makes the outcome
// unknown. One in doubt gives its provisional value: the check goes on, the outcome is
// unknown whatever it finds, and the finding says what each reading would give.
func Read[V any](c Asker, h *History[V], on Date) (V, bool) {
	r := c.at()
	e, ok := h.At(on)
	if !ok {
		var none V
		r.lack("figures."+h.id, "What was the figure on "+on.Long()+"? The history holds none.")
		return none, false
	}
	if e.Is != Doubtful {
		return e.Value, true
	}
	if r.doubt == nil {
		r.doubt = &Doubt{Question: e.Question}
		r.doubt.add(fmt.Sprint(e.Value))
		for _, v := range e.Or {
			r.doubt.add(fmt.Sprint(v))
		}
	}
	if i := r.reading; i > 0 && i <= len(e.Or) && r.doubt.Question == e.Question {
		return e.Or[i-1], true
	}
	return e.Value, true
}

// Doubt says that the law itself is doubtful here. The readings are the candidates, the
// provisional one first; it returns the index of the one to follow, and the check is run
// again for each of the others. The outcome is unknown whatever they find. One doubt a
// rule: a second returns 0.
func (r *run) Doubt(question string, readings ...string) int {
	if r.doubt == nil {
		r.doubt = &Doubt{Question: question}
		for _, s := range readings {
			r.doubt.add(s)
		}
	}
	if r.doubt.Question != question {
		return 0
	}
	return r.reading
}

// Breach reports that the subject does not keep the rule. Path is the JSON path of what
// is wrong; the message stands alone: who, what, how much, the limit, since when.
func (r *run) Breach(path, format string, args ...any) {
	r.broken = true
	if r.reading > 0 {
		return
	}
	r.add(Finding{Outcome: Breached, Path: r.prefix + path, Message: fmt.Sprintf(format, args...)})
}

// Unknown reports a question that nobody has answered, which is not a fact of its own.
func (r *run) Unknown(path, question string) { r.lack(path, question) }

// Path writes "members[3].shares" without fmt, for loops over lists.
func Path(list string, i int, field string) string {
	s := list + "[" + strconv.Itoa(i) + "]"
	if field != "" {
		s += "." + field
	}
	return s
}

// note keeps a fact once, however often the rule reads it.
func (r *run) note(path string, f interface{ brief() string }) {
	for i := range r.noted[:r.notes] {
		if r.noted[i].path == path {
			return
		}
	}
	if r.notes < len(r.noted) {
		r.noted[r.notes] = note{path, f}
		r.notes++
	}
}

func (r *run) lack(path, question string) {
	r.lacked = true
	if r.reading > 0 {
		return
	}
	if !strings.HasPrefix(path, "figures.") { // figures are named by their ids, wherever a table is lifted to
		path = r.prefix + path
	}
	r.missing = append(r.missing, Missing{Path: path, Question: question})
}

func (r *run) add(f Finding) {
	f.Code, f.Weight, f.Provision, f.On = r.meta.Code, r.meta.Weight, r.meta.Provision, r.on
	f.Remedy = r.meta.Remedy
	r.report.Findings = append(r.report.Findings, f)
}

// begin clears the case for the next rule.
func (r *run) begin(on Date) {
	r.on, r.notes, r.missing, r.doubt, r.reading, r.broken, r.lacked = on, 0, nil, nil, 0, false, false
	r.first = len(r.report.Findings)
}

// try tries one rule and returns its outcome; findings go to the report.
func (c *Case[T, F]) try(rule *Rule[T, F]) Outcome {
	c.On = c.AsAt
	var undated bool
	if rule.Event.Of != nil {
		e := rule.Event.Of(c.Subject)
		c.On, undated = e.value, !e.stated || e.value.IsZero()
	}
	c.begin(c.On)
	var f force
	if !undated {
		if f = windowsAt(rule.InForce, c.On, c.report.In); f == notInForce {
			return NotInForce
		}
	}
	applies := rule.Applies == nil || rule.Applies(c)
	switch {
	case c.missing != nil:
		return c.settle()
	case !applies && c.doubt == nil:
		return NotApplicable
	case undated:
		c.lack(rule.Event.Path, "")
		return c.settle()
	case f == dependsOnExtent:
		c.missing = append(c.missing, Missing{
			Path: "extent", Question: "In which part of the kingdom is the body? The rule did not begin everywhere on the same day.",
		})
		return c.settle()
	}
	if applies {
		rule.Check(c)
	}
	if c.doubt != nil {
		return c.readings(rule, applies)
	}
	return c.settle()
}

// readings tries the rule again for each other reading of a doubt, whether it applies
// included, and reports one finding.
func (c *Case[T, F]) readings(rule *Rule[T, F], applies bool) Outcome {
	d := c.doubt
	said := c.report.Findings[c.first:]
	message := ""
	if len(said) > 0 {
		message = said[0].Message
	}
	path := ""
	if len(said) > 0 {
		path = said[0].Path
	}
	c.report.Findings = c.report.Findings[:c.first]
	for i := range d.Readings {
		if i > 0 {
			c.reading, c.broken, c.lacked = i, false, false
			if applies = rule.Applies == nil || rule.Applies(c); applies {
				rule.Check(c)
			}
		}
		d.Readings[i].Outcome = c.gives(applies)
	}
	c.reading, c.broken = 0, false
	if c.missing != nil {
		return c.settle()
	}
	if message == "" {
		message = "The law is doubtful here."
	}
	if d.agreed() {
		message += " Every reading given comes to the same: " + d.Readings[0].Outcome.String() + "."
	}
	c.add(Finding{Outcome: Unknown, Path: path, Message: message, Doubt: d, Facts: c.facts()})
	return Unknown
}

// gives is what one reading of a doubt gives. A fact that only this reading needs, and
// that is not stated, leaves it unknown.
func (r *run) gives(applies bool) Outcome {
	switch {
	case r.broken:
		return Breached
	case r.lacked:
		return Unknown
	case !applies:
		return NotApplicable
	}
	return Met
}

// settle closes a rule: facts go onto its findings, and what is missing makes one more.
func (c *Case[T, F]) settle() Outcome {
	if !c.broken && c.missing == nil {
		return Met
	}
	facts := c.facts()
	for i := range c.report.Findings[c.first:] {
		c.report.Findings[c.first+i].Facts = facts
	}
	if c.missing != nil {
		c.add(Finding{Outcome: Unknown, Path: c.missing[0].Path, Message: lackMessage(c.missing), Missing: c.missing, Facts: facts})
	}
	if c.broken {
		return Breached
	}
	return Unknown
}

func (r *run) facts() []Noted {
	if r.notes == 0 {
		return nil
	}
	out := make([]Noted, r.notes)
	for i, n := range r.noted[:r.notes] {
		out[i] = Noted{r.prefix + n.path, n.fact.brief()}
	}
	return out
}

func lackMessage(missing []Missing) string {
	s := "Not stated: "
	for i, m := range missing {
		if i > 0 {
			s += ", "
		}
		s += m.Path
	}
	s += "."
	for _, m := range missing {
		if m.Question != "" {
			s += " " + m.Question
		}
	}
	return s
}
