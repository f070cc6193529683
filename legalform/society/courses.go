package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// courses are the rules on what a society may do beyond its rules and at its end.
var courses = ratifications.With(effects).With(dissolving).With(challenges).With(endings).With(windingUps).With(fromCompanies).With(enforcements).
	With(insolvencies).With(administrations).With(schemes).With(moratoriums).With(charges)

func (s *Society) checkCourses() error {
	if x := s.Ratification.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("ratification.%w", err)
		}
	}
	if x := s.WindingUp.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("winding_up.%w", err)
		}
	}
	if x := s.Insolvency.Ptr(); x != nil {
		if err := x.check(&s.Members); err != nil {
			return fmt.Errorf("insolvency.%w", err)
		}
	}
	if x := s.FromCompany.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("from_company.%w", err)
		}
	}
	return nil
}

// A ResolutionCopy is the copy of a special resolution that goes to the registrar.
type ResolutionCopy struct {
	// SignedByChair says that the chair of the meeting signed it (of the second meeting,
	// where there are two), Countersigned that the secretary did too.
	SignedByChair law.Fact[bool] `json:"signed_by_chair,omitzero"`
	Countersigned law.Fact[bool] `json:"countersigned,omitzero"`
	// Registered is the day on which the registrar registered it.
	Registered law.Fact[law.Date] `json:"registered,omitzero"`
	// ActedOn is the day on which the society first treated the resolution as effective.
	ActedOn law.Fact[law.Date] `json:"acted_on,omitzero"`
}

// bothSigned judges the signatures to a copy, which is at a path.
func (x *ResolutionCopy) bothSigned(c *kase, path string) {
	wantYes(c, &x.SignedByChair, path+".signed_by_chair", "Did the chair of the meeting sign the copy?",
		"The copy is not signed by the chair of the meeting.")
	wantYes(c, &x.Countersigned, path+".countersigned", "Did the secretary countersign the copy?",
		"The copy is not countersigned by the secretary.")
}

// notBefore judges the day on which a resolution was acted on, which governs.
func (x *ResolutionCopy) notBefore(c *kase, path string) {
	if registered, ok := law.Need(c, &x.Registered, path+".registered"); ok && c.On.Before(registered) {
		c.Breach(path+".acted_on", "The resolution was acted on from %s; it took effect when its copy was registered, on %s.",
			c.On.Long(), registered.Long())
	}
}

// wantYes reports a breach where a recorded judgement is no.
func wantYes(c *kase, f *law.Fact[bool], path, question, breach string) {
	if yes, ok := law.Ask(c, f, path, question); ok && !yes {
		c.Breach(path, "%s", breach)
	}
}

// wantNo reports a breach where a recorded judgement is yes.
func wantNo(c *kase, f *law.Fact[bool], path, question, breach string) {
	if yes, ok := law.Ask(c, f, path, question); ok && yes {
		c.Breach(path, "%s", breach)
	}
}

// saysYes asks a question and reports whether the answer is yes; no answer is unknown.
func saysYes(c *kase, f *law.Fact[bool], path, question string) bool {
	yes, ok := law.Ask(c, f, path, question)
	return ok && yes
}

// figureAt returns the value of a figure on a day, for the calculators that answer with a
// date; false where the figures hold none. A figure in doubt gives its provisional value.
func figureAt[V any](h *law.History[V], on law.Date) (V, bool) {
	e, ok := h.At(on)
	if !ok {
		var none V
		return none, false
	}
	return e.Value, true
}

// natural refuses a negative number, naming the place.
func natural(f law.Fact[int64], path string) error {
	if n, _ := f.Get(); n < 0 {
		return fmt.Errorf("%s: a negative number, %d", path, n)
	}
	return nil
}
