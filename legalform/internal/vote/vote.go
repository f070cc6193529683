// Package vote puts votes to the thresholds of a statute for the families of law that
// decide by more than one kind of majority.
//
// The thresholds are dated figures. Where one is in doubt and every candidate gives the
// same answer on the votes, the answer is sure; where they differ the case is told of the
// doubt. A share of everybody is never tested without their number, nor one of those
// present without theirs. Nothing here keeps state.
package vote

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Threshold is the history of a share that a vote must reach.
type Threshold = law.History[governance.Threshold]

// A Case is a law.Case of any family.
type Case interface {
	law.Asker
	Breach(path, format string, args ...any)
	Unknown(path, question string)
}

// Carried needs the votes at a path and puts those in favour to the threshold of a day.
// What names the resolution in the finding: "the resolution".
func Carried(c Case, h *Threshold, on law.Date, votes *law.Fact[governance.Tally], path, what string) {
	put(c, h, on, votes, path, what+" was not carried", governance.Threshold.Test)
}

// Turnout needs the votes at a path and puts the number cast to the threshold of a day.
func Turnout(c Case, h *Threshold, on law.Date, votes *law.Fact[governance.Tally], path, what string) {
	put(c, h, on, votes, path, what, governance.Threshold.Turnout)
}

type tester = func(governance.Threshold, string, governance.Tally) governance.Test

func put(c Case, h *Threshold, on law.Date, votes *law.Fact[governance.Tally], path, what string, test tester) {
	tally, ok := law.Need(c, votes, path)
	if !ok || !usable(c, tally, path) {
		return
	}
	t, ok := read(c, h, on, tally, test)
	if !ok || !counted(c, t, tally, path) {
		return
	}
	if r := test(t, "", tally); !r.Passed {
		c.Breach(path, "%s: %v.", what, r)
	}
}

// usable refuses votes that cannot be, which Check would have refused.
func usable(c Case, tally governance.Tally, path string) bool {
	err := tally.Check()
	if err != nil {
		c.Unknown(path, "What was the vote? These numbers cannot be: "+err.Error()+".")
	}
	return err == nil
}

// counted asks for the number of which the threshold is a share.
func counted(c Case, t governance.Threshold, tally governance.Tally, path string) bool {
	switch {
	case t.Of == governance.AllEntitled && tally.Entitled == 0:
		c.Unknown(path+".entitled", "How many were entitled to vote, absent or not?")
	case t.Of == governance.Present && tally.Present == 0:
		c.Unknown(path+".present", "How many were present, voting or not?")
	default:
		return true
	}
	return false
}

// read reads the threshold, and raises its doubt only where the candidates would differ.
func read(c Case, h *Threshold, on law.Date, tally governance.Tally, test tester) (governance.Threshold, bool) {
	e, ok := h.At(on)
	if !ok || e.Is != law.Doubtful {
		return law.Read(c, h, on)
	}
	first := test(e.Value, "", tally).Passed
	for _, t := range e.Or {
		if test(t, "", tally).Passed != first {
			return law.Read(c, h, on)
		}
	}
	return e.Value, true
}

// At returns the threshold of a day as a majority without a turnout; false where the
// history holds none or leaves it in doubt.
func At(h *Threshold, on law.Date) (governance.Majority, bool) {
	e, ok := h.At(on)
	if !ok {
		return governance.Majority{}, false
	}
	return governance.Majority{Share: e.Value}, e.Is != law.Doubtful
}
