package mutual

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// conditionsMet is, among what is done for a conversion, that its conditions are met.
const conditionsMet = "conditions"

// A change of form, judged: what was found, and the body that it leads to.
type become struct {
	form     legalform.Form
	body     any
	findings []law.Finding
	noShares bool
}

// converts judges a conversion by the graph of conversions, and drafts the body after it.
// The name, the members and the books carry over; what else the new form asks is as the form
// would draft it, or as the act states it.
func (l *ledger) converts(a *Act) (*become, error) {
	x := a.Convert.Ptr()
	for i, d := range x.Done {
		var k conversion.StageKind
		if d != conditionsMet && k.UnmarshalText([]byte(d)) != nil {
			return nil, fmt.Errorf("%s: %w: %.40q is no kind of stage", law.Path("done", i, ""), law.ErrAct, d)
		}
	}
	form, err := legalform.Lookup(x.To, l.forms...)
	if err != nil {
		return nil, fmt.Errorf("to: %w: %w", law.ErrAct, err)
	}
	if err := existed(form, a.On, l.o.In); err != nil {
		return nil, fmt.Errorf("to: %w", err)
	}
	q := conversion.Query{From: l.o.Form.FormID(), To: x.To, On: a.On, In: l.o.In, Trait: traitOf(l.o.Body)}
	answer, err := conversion.Enacted().Find(q)
	if err != nil {
		return nil, wayError(err)
	}
	c := &become{form: form}
	if err := c.way(&answer, x); err != nil {
		return nil, err
	}
	if b := l.o.Books.Ptr(); c.noShares && b != nil && b.PaidUp > 0 {
		c.findings = append(c.findings, notAsked([]law.Missing{{
			Path: "books.paid_up", Question: fmt.Sprintf("The new form has no share capital: what becomes of the %v paid up?", b.PaidUp),
		}}, a.On)...)
	}
	c.body = form.Draft(l.planOf(a.On))
	if actor, ok := form.(legalform.Actor); ok {
		if c.body, err = actor.State(c.body, x.As); err != nil {
			return nil, fmt.Errorf("as.%w", err)
		}
	} else if !x.As.IsZero() {
		return nil, law.NoAct("a " + x.To + " takes no facts")
	}
	if err := c.judged(a.On, l.o.In); err != nil {
		return nil, err
	}
	return c, nil
}

// judged finds what the body would break of its new form's statutes from the first day. What
// is not stated of it is asked of later acts, and of whoever judges it.
func (c *become) judged(on law.Date, in law.Extent) error {
	next := Organisation{Form: c.form, AsAt: on, In: in, Body: c.body}
	rep, err := next.Judge(on)
	if err != nil {
		return err
	}
	for i := range rep.Findings {
		if f := &rep.Findings[i]; f.Outcome == law.Breached && f.Weight == law.Statute {
			c.findings = append(c.findings, *f)
		}
	}
	return nil
}

func wayError(err error) error {
	var not *conversion.NoSuchForm
	if errors.As(err, &not) {
		return law.NoAct("no way from or to a " + not.ID + " is modelled")
	}
	return fmt.Errorf("to: %w: %w", law.ErrNoForm, err)
}

// way judges the one step to the other form.
func (c *become) way(answer *conversion.Answer, x *law.Conversion) error {
	on := answer.Query.On
	r := answer.Route
	if r == nil || len(r.Steps) > 1 {
		if d := answer.Doubtful; d != nil && len(d.Steps) == 1 {
			r = d
		}
	}
	switch {
	case r == nil:
		return c.barred(answer)
	case len(r.Steps) == 0:
		return fmt.Errorf("to: %w: it is one already", law.ErrAct)
	case len(r.Steps) > 1:
		by := make([]string, 0, len(r.Steps)-1)
		for _, s := range r.Steps[:len(r.Steps)-1] {
			by = append(by, s.To)
		}
		return fmt.Errorf("to: %w: it takes more than one act: convert to %s first", law.ErrNoAct, strings.Join(by, ", then to "))
	}
	step := &r.Steps[0]
	c.noShares = step.Arrives == conversion.ByGuarantee
	f := law.Finding{Code: StagesOpen, Outcome: law.Unknown, On: on, Provision: step.Provision, Path: "convert.done"}
	for i := range step.Stages {
		if s := &step.Stages[i]; !slices.Contains(x.Done, s.Kind.String()) {
			f.Missing = append(f.Missing, law.Missing{Path: "convert.done: " + s.Kind.String(), Question: s.Said()})
		}
	}
	if len(step.Conditions) > 0 && !slices.Contains(x.Done, conditionsMet) {
		f.Missing = append(f.Missing, law.Missing{Path: "convert.done: " + conditionsMet, Question: "Is it so: " + strings.Join(step.Conditions, "; ") + "?"})
	}
	if said := r.Takes.Said(); said != "" {
		f.Missing = append(f.Missing, law.Missing{Path: "body", Question: "Is it a body " + said + "?"})
	}
	if f.Missing != nil {
		f.Message = fmt.Sprintf("Not shown to be complete: %d stages or conditions of the way, %s.", len(f.Missing), step.ID)
		c.findings = append(c.findings, f)
	}
	if step.Question != "" {
		d := f
		d.Missing, d.Message = nil, "It is not sure that there is this way."
		d.Doubt = &law.Doubt{Question: step.Question}
		c.findings = append(c.findings, d)
	}
	return nil
}

// barred are the provisions that shut the way. Where nothing that was read opens it and
// nothing bars it, there is no answer, and no act.
func (c *become) barred(answer *conversion.Answer) error {
	for _, r := range answer.Refusals {
		switch r.Reason {
		case conversion.NothingFound, conversion.NotModelled:
			continue
		default:
		}
		code := NoWay
		if len(r.Judges) > 0 {
			code = r.Judges[0]
		}
		c.findings = append(c.findings, law.Finding{
			Code: code, Outcome: law.Breached, Weight: r.Weight, On: answer.Query.On, Provision: r.Provision, Path: "convert.to",
			Message: strings.ToUpper(r.Says[:1]) + r.Says[1:], Remedy: "Remain in the form, or form a new body of the other and transfer the undertaking as the law allows.",
		})
	}
	if c.findings == nil {
		says := "no way was found"
		if len(answer.Refusals) > 0 {
			says = answer.Refusals[0].String()
		}
		return law.NoAct(says)
	}
	return nil
}

// traitOf is the state of a body, where its form has more than one and its facts tell.
func traitOf(body any) law.Fact[conversion.Trait] {
	s, ok := body.(*society.Society)
	if !ok {
		return law.Fact[conversion.Trait]{}
	}
	if k, _ := s.Kind.Get(); k == society.CoOperativeSociety {
		return law.Fact[conversion.Trait]{}
	}
	charity, told := s.Charity.Get()
	lock, locked := s.Lock.Get()
	switch run, _ := s.RunAs.Get(); {
	case run == society.CoOperativeSociety:
		return law.Fact[conversion.Trait]{}
	case charity:
		return law.Known(conversion.Charitable)
	case !told || !locked:
		return law.Fact[conversion.Trait]{}
	case lock == society.StatutoryLock:
		return law.Known(conversion.Locked)
	}
	return law.Known(conversion.Unlocked)
}

// endings are the last words of names that a form adds for itself.
var endings = [...]string{
	" Community Interest Company", " Community Interest Public Limited Company", " Public Limited Company", " Limited", " Ltd", " plc", " CIC", " C.I.C.",
}

// planOf is what a form is told to draft the body after a conversion from.
func (l *ledger) planOf(on law.Date) law.Plan {
	p := law.Plan{Name: l.o.Name, Founded: on, In: l.o.In}
	for _, e := range endings {
		if n := len(p.Name) - len(e); n > 0 && strings.EqualFold(p.Name[n:], e) {
			p.Name = p.Name[:n]
			break
		}
	}
	if b := l.o.Books.Ptr(); b != nil {
		p.Staff, p.Capital = b.Staff, b.PaidUp
	}
	if list := l.o.Members.Ptr(); list != nil {
		n, _ := governance.CountMembers(*list, "", on)
		p.Members = int(n)
	}
	return p
}

// become takes a conversion. In a form without shares nobody holds any.
func (l *ledger) become(c *become, on law.Date) (err error) {
	l.o.Form, l.o.AsAt = c.form, on
	if c.noShares {
		l.cancelShares()
	}
	l.o.Body, err = l.restOf(c.body, on)
	return err
}

func (l *ledger) cancelShares() {
	if b := l.o.Books.Ptr(); b != nil {
		b.PaidUp = 0
	}
	if list := l.o.Members.Ptr(); list != nil {
		for i := range *list {
			(*list)[i].Shares, (*list)[i].Nominal = law.Known(int64(0)), law.Known(law.Pence(0))
		}
	}
}
