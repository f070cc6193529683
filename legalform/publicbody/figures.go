package publicbody

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var act2006 = law.Instrument{Title: "National Health Service Act 2006 (c. 41)", Path: "ukpga/2006/41"}

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the law of this package began. Of the Health and Social Care Act 2012
// sections 164 and 165, on income from elsewhere, began on the first stage (SI 2012/1831),
// and sections 151, 153, 161 and 167 to 172 on the last (SI 2013/160, SI 2013/671).
const (
	start2006  = "2007-03-01"
	firstStage = "2012-10-01"
	lastStage  = "2013-04-01"
	beforeLast = "2013-03-31"
)

var lastStaged = law.MustDate(lastStage)

// Figures are the dated figures of the law of foundation trusts. Enacted returns them as
// the law stands; a reform is a copy with a history changed.
type Figures struct {
	// Elected is the share of the whole council that members other than staff elect.
	Elected law.History[governance.Threshold]
	// StaffGovernors is the least number that staff elect.
	StaffGovernors law.History[int64]
	// The majorities of the governors, and of directors and members.
	RemovalShare        law.History[governance.Threshold]
	TransactionShare    law.History[governance.Threshold]
	AmendmentShare      law.History[governance.Threshold]
	DirectorsShare      law.History[governance.Threshold]
	MembersShare        law.History[governance.Threshold]
	ReorganisationShare law.History[governance.Threshold]
	IncomeShare         law.History[governance.Threshold]
	// IncomeStep is the increase that needs the governors' approval, OtherIncome the share
	// under which income from elsewhere must stay.
	IncomeStep  law.History[law.Ratio]
	OtherIncome law.History[law.Ratio]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	one := func(id, unit, day string, t governance.Threshold, by law.Provision) law.History[governance.Threshold] {
		return law.Since("publicbody."+id, unit, at(day, t, by))
	}
	half := governance.MoreThan(1, 2, governance.VotesCast)
	s37, s43 := act2006.At("s. 37(1)", "section/37"), act2006.At("s. 43(2A)-(3D)", "section/43")
	return Figures{
		Elected:          one("elected", "of the whole council", start2006, governance.MoreThan(1, 2, governance.AllEntitled), act2006.At("Sch 7 para 9(1)", "schedule/7")),
		StaffGovernors:   law.Since("publicbody.staff_governors", "governors, at least", at(start2006, int64(3), act2006.At("Sch 7 para 9(2)", "schedule/7"))),
		RemovalShare:     one("removal", "of the members of the council", start2006, governance.AtLeast(3, 4, governance.AllEntitled), act2006.At("Sch 7 para 17(3)", "schedule/7")),
		TransactionShare: one("transaction", "of the governors voting", lastStage, half, act2006.At("s. 51A(1)", "section/51A")),
		AmendmentShare:   one("amendment", "of the governors voting", lastStage, half, s37),
		DirectorsShare:   one("amendment_directors", "of the directors voting", lastStage, half, s37),
		MembersShare:     one("amendment_members", "of the members voting", lastStage, half, act2006.At("Sch 7 para 27A", "schedule/7")),
		ReorganisationShare: one("reorganisation", "of all the governors", lastStage,
			governance.MoreThan(1, 2, governance.AllEntitled), act2006.At("ss. 56(1A), 56A, 56B, 57A", "section/56")),
		IncomeShare: one("income", "of the governors voting", firstStage, half, s43),
		IncomeStep:  law.Since("publicbody.income_step", "of yearly income, or more", at(firstStage, law.Percent(5), s43)),
		OtherIncome: law.Since("publicbody.other_income", "of yearly income, less than", at(firstStage, law.Per(1, 2), s43)),
	}
}

func at[T any](day string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(day), Value: value, By: by, Checked: checked}
}

// Majority returns what the governors must reach for a decision on a date, and whether
// there is such a figure: the council appoints by the ordinary vote of a meeting, for which
// the Schedule has none.
func (f *Figures) Majority(k DecisionKind, on law.Date) (governance.Majority, bool) {
	var h *vote.Threshold
	switch k {
	case Removal:
		h = &f.RemovalShare
	case SignificantTransaction:
		h = &f.TransactionShare
	case ConstitutionAmendment:
		h = &f.AmendmentShare
	case Merger, Acquisition, Separation, Dissolution:
		h = &f.ReorganisationShare
	case IncomeIncrease:
		h = &f.IncomeShare
	default:
		return governance.Majority{}, false
	}
	return vote.At(h, on)
}
