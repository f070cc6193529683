package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Figures are the dated figures of the law of societies. Enacted returns them as the law
// stands; a reform is a copy with a history changed.
type Figures struct {
	MemberFigures
	ApplicationFigures
	CancellationFigures
	RuleBookFigures
	AmendmentFigures
	CopyFigures
	RaiseFigures
	ShareFigures
	ResolutionFigures
	DistributionFigures
	GuidanceFigures
	ModelFigures
	AccountsFigures
	DealingFigures
	// Place is whose law the figures are: Northern Ireland's, or, where it is anything else,
	// Great Britain's. What calculates cites that law.
	Place law.Extent
}

// Enacted returns the figures as the law of Great Britain stands; see EnactedNI.
func Enacted() Figures {
	return Figures{
		enactedMembers(), enactedApplication(), enactedCancellation(), enactedRuleBook(), enactedAmendment(), enactedCopies(), enactedRaise(),
		enactedShares(), enactedResolutions(), enactedDistributions(), enactedGuidance(), enactedModels(),
		enactedAccounts(), enactedDealings(), law.GreatBritain,
	}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}

// read reads a figure for a calculator, as law.Read does for a check: a figure with no
// value is lacked, and one in doubt gives its provisional value and sets the doubt.
func read[V any](a *law.Allowance, h *law.History[V], on law.Date) (V, bool) {
	e, ok := h.At(on)
	if !ok {
		var none V
		a.Lack("figures."+h.ID(), "What was the figure on "+on.Long()+"? The history holds none.")
		return none, false
	}
	if e.Is == law.Doubtful && a.Doubt == nil {
		a.Doubt = &law.Doubt{Question: e.Question, Readings: []law.Reading{{Says: fmt.Sprint(e.Value)}}}
		for _, v := range e.Or {
			a.Doubt.Readings = append(a.Doubt.Readings, law.Reading{Says: fmt.Sprint(v)})
		}
	}
	return e.Value, true
}
