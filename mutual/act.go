package mutual

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Act is one thing that an organisation does on a day.
type Act = law.Act

// What is wrong with an act that cannot be put at all, beside law.ErrAct, law.ErrNoAct and
// law.ErrNoForm. None of them is a breach: no rule was asked.
var (
	// ErrOrder: it is dated before what went before it.
	ErrOrder = errors.New("out of date order")
	// ErrRegister: it is of members, or of shares, that the register does not have.
	ErrRegister = errors.New("not as the register has it")
	// ErrBooks: the books cannot take it.
	ErrBooks = errors.New("not as the books have it")
	// ErrEnded: the organisation has been wound up or dissolved.
	ErrEnded = errors.New("the organisation has ended")
)

// An ActError says which act cannot be put, of what day, and why.
type ActError struct {
	// At is the act's place in its log; -1 of an act by itself.
	At   int
	On   law.Date
	Kind law.ActKind
	Err  error
}

// Error begins with the place.
func (e *ActError) Error() string { return placed(e.At, e.On, e.Kind) + e.Err.Error() }

// Unwrap returns what is wrong.
func (e *ActError) Unwrap() error { return e.Err }

// placed writes "acts[3] on 2026-03-01: issue: ".
func placed(at int, on law.Date, k law.ActKind) string {
	s := "the act"
	if at >= 0 {
		s = law.Path("acts", at, "")
	}
	if !on.IsZero() {
		s += " on " + on.String()
	}
	if k != 0 {
		s += ": " + k.String()
	}
	return s + ": "
}

// Refused is an act that breaks a rule: the breaches that it brings about, of the weights
// that were asked for.
type Refused struct {
	At       int
	On       law.Date
	Kind     law.ActKind
	Breaches []law.Finding
}

// Error names the act, and of each breach the code, the message and the provision.
func (e *Refused) Error() string {
	s := placed(e.At, e.On, e.Kind)
	for i, f := range e.Breaches {
		if i > 0 {
			s += "; "
		}
		s += fmt.Sprintf("%s: %s (%v)", f.Code, f.Message, f.Provision)
	}
	return s
}

// Unwrap returns the breaches, so that errors.Is finds each by its code.
func (e *Refused) Unwrap() []error {
	out := make([]error, len(e.Breaches))
	for i := range e.Breaches {
		out[i] = e.Breaches[i]
	}
	return out
}

// A Step is an act with what was found when it was put.
type Step struct {
	Act  Act         `json:"act"`
	Kind law.ActKind `json:"kind"`
	// Report is of every rule of the form, with the act put to the body.
	Report *law.Report `json:"report"`
	// Findings are what the act brings about: breaches, of any weight, and what could not be
	// decided of it. Standing are those that were so before it, on the same day.
	Findings []law.Finding `json:"findings,omitempty"`
	Standing []law.Finding `json:"standing,omitempty"`
}

// Breaches are the breaches of some weights that the act brings about. A condition of a tax
// relief is not among them: to lose a relief is lawful.
func (s *Step) Breaches(ws ...law.Weight) (out []law.Finding) {
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Outcome == law.Breached && has(ws, f.Weight) && !onlyRelief(f.Code) {
			out = append(out, *f)
		}
	}
	return out
}

// Unsettled lists what would settle what could not be decided of the act at some weights,
// each with the rules that it settles.
func (s *Step) Unsettled(ws ...law.Weight) []law.Missing {
	var r law.Report
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Outcome == law.Unknown && has(ws, f.Weight) && !onlyRelief(f.Code) {
			r.Findings = append(r.Findings, *f)
		}
	}
	return r.Unsettled()
}

// Certain reports whether the act breaks no rule of some weights and rests on no unknown.
func (s *Step) Certain(ws ...law.Weight) bool {
	for i := range s.Findings {
		if has(ws, s.Findings[i].Weight) && !onlyRelief(s.Findings[i].Code) {
			return false
		}
	}
	return true
}
