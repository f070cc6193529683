package mutual

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of what is found of an act beside the rules of its form.
const (
	// NoSuchClass and NotEligible are of the organisation's own constitution.
	NoSuchClass law.Code = "mutual.no-such-class"
	NotEligible law.Code = "mutual.not-eligible"
	// NotAsked is a question of law that no rule of the form asks.
	NotAsked law.Code = "mutual.not-asked"
	// NoWay is a conversion that the law does not allow, and StagesOpen one of which the
	// stages are not shown to be complete.
	NoWay      law.Code = "mutual.no-way"
	StagesOpen law.Code = "mutual.stages-open"
)

var constitution = law.Instrument{Title: "The body's own constitution"}

// ownFinding is what a rule of the constitution comes to.
func ownFinding(code law.Code, o law.Outcome, on law.Date, at, path, message string) law.Finding {
	return law.Finding{Code: code, Outcome: o, Weight: law.OwnRules, On: on, Provision: constitution.At(at, ""), Path: path, Message: message}
}

// admits judges an admission by the constitution of its day, where there is one.
func (l *ledger) admits(a *Act) []law.Finding {
	x := a.Admit.Ptr()
	doc := l.o.Constitution.Or(nil)
	c, ok := doc.At(a.On)
	if !ok {
		return nil
	}
	if len(c.Classes) > 0 && !slices.Contains(c.Classes, x.Class) {
		f := ownFinding(NoSuchClass, law.Breached, a.On, "classes", "admit.class",
			fmt.Sprintf("Member %s is admitted to a class %q; the constitution has %s.", x.Member, x.Class, strings.Join(c.Classes, ", ")))
		f.Remedy = "Admit the member to a class that there is."
		return []law.Finding{f}
	}
	m := admitted(x, a.On)
	return eligible(c, &m, a.On)
}

// eligible asks of a new member what the class asks, but for the shares, which are issued
// after admission.
func eligible(c *governance.Constitution, m *governance.Member, on law.Date) (out []law.Finding) {
	for _, e := range c.Eligibility {
		if e.Class != m.Class {
			continue
		}
		e.Shares = 0
		unmet, missing := e.Unmet(m, on)
		if len(unmet) > 0 {
			f := ownFinding(NotEligible, law.Breached, on, "eligibility of "+e.Class, "admit",
				fmt.Sprintf("Member %s cannot be of the class %q: %s.", m.ID, e.Class, strings.Join(unmet, ", ")))
			f.Remedy = "Admit the member once the conditions are met, or to another class."
			out = append(out, f)
		}
		if len(missing) > 0 {
			f := ownFinding(NotEligible, law.Unknown, on, "eligibility of "+e.Class, "admit."+missing[0], "Not stated: admit."+strings.Join(missing, ", admit.")+".")
			for _, name := range missing {
				f.Missing = append(f.Missing, law.Missing{Path: "admit." + name})
			}
			out = append(out, f)
		}
	}
	return out
}

// notAsked is a finding of the questions of law that no rule of the form asks.
func notAsked(asks []law.Missing, on law.Date) []law.Finding {
	if len(asks) == 0 {
		return nil
	}
	says := make([]string, len(asks))
	for i := range asks {
		says[i] = asks[i].Question
	}
	return []law.Finding{{
		Code: NotAsked, Outcome: law.Unknown, Weight: law.Statute, On: on, Path: asks[0].Path, Missing: asks,
		Message: "No rule here asks it: " + strings.Join(says, " "),
	}}
}

// onlyRelief reports whether a code is a condition of a tax relief, which it is lawful to lose.
func onlyRelief(code law.Code) bool { return employee.ConditionOfRelief(code) }

func has(ws []law.Weight, w law.Weight) bool {
	if len(ws) == 0 {
		ws = binding()
	}
	return slices.Contains(ws, w)
}

// binding are the weights by which an act is refused where no others are asked for.
func binding() []law.Weight { return []law.Weight{law.Statute, law.OwnRules} }
