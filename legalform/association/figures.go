package association

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// What the rules cite.
var (
	act1890  = law.Instrument{Title: "Partnership Act 1890 (c. 39)", Path: "ukpga/Vict/53-54/39"}
	act2000  = law.Instrument{Title: "Limited Liability Partnerships Act 2000 (c. 12)", Path: "ukpga/2000/12"}
	regs2001 = law.Instrument{Title: "Limited Liability Partnerships Regulations 2001 (SI 2001/1090)", Path: "uksi/2001/1090", AsMade: true}
	contract = law.Instrument{Title: "The members' contract, and the general law where it is silent"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

const (
	start1890 = "1891-01-01"
	start2001 = "2001-04-06"
)

var (
	from1890 = []law.Window{law.From(start1890, law.UnitedKingdom)}
	from2001 = []law.Window{law.From(start2001, law.GreatBritain)}
)

// Figures are the dated figures of this law. Enacted returns them as the law stands; a
// reform is a copy with a history changed.
type Figures struct {
	// Meeting is an association's ordinary majority, Everybody what its rules take to
	// amend without a power.
	Meeting   law.History[governance.Threshold]
	Everybody law.History[governance.Threshold]
	// Partners and AllPartners are a partnership's, LLPMembers and AllLLPMembers an LLP's.
	Partners      law.History[governance.Threshold]
	AllPartners   law.History[governance.Threshold]
	LLPMembers    law.History[governance.Threshold]
	AllLLPMembers law.History[governance.Threshold]
	// Subscribers and Designated are how many an LLP needs.
	Subscribers law.History[int64]
	Designated  law.History[int64]
	// LeastPartners is how many make a partnership.
	LeastPartners law.History[int64]
}

const majorityMeant = "Is a majority of the partners or members one of all of them, or of those who vote?"

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	heads, cast, everybody := governance.MoreThan(1, 2, governance.AllEntitled), governance.MoreThan(1, 2, governance.VotesCast), governance.AtLeast(1, 1, governance.AllEntitled)
	s24, reg7 := act1890.At("s. 24(7)-(8)", "section/24"), regs2001.At("reg 7(5)-(6)", "regulation/7")
	return Figures{
		Meeting:       law.Since("association.meeting", "of members present and voting", at(start1890, cast, contract.At("decisions of a meeting", ""))),
		Everybody:     law.Since("association.everybody", "of all members", at(start1890, everybody, contract.At("amendment of rules", ""))),
		Partners:      law.Since("association.partners", "of the partners", at(start1890, heads, s24).InDoubt(majorityMeant, cast)),
		AllPartners:   law.Since("association.all_partners", "of the partners", at(start1890, everybody, s24)),
		LLPMembers:    law.Since("association.llp_members", "of the members", at(start2001, heads, reg7).InDoubt(majorityMeant, cast)),
		AllLLPMembers: law.Since("association.all_llp_members", "of the members", at(start2001, everybody, reg7)),
		Subscribers:   law.Since("association.llp_subscribers", "persons, at least", at(start2001, int64(2), act2000.At("s. 2(1)(a)", "section/2"))),
		Designated:    law.Since("association.llp_designated", "members, at least", at(start2001, int64(2), act2000.At("s. 8(2)", "section/8"))),
		LeastPartners: law.Since("association.least_partners", "persons, at least", at(start1890, int64(2), act1890.At("s. 1(1)", "section/1"))),
	}
}

func at[T any](day string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(day), Value: value, By: by, Checked: checked}
}

// Majority returns what a decision of a kind of association needs where nothing else is
// agreed, and whether that is certain: of what a majority is counted is not, when the
// better view is returned. No majority expels.
func (f *Figures) Majority(of Kind, k DecisionKind, on law.Date) (m governance.Majority, certain bool) {
	ordinary := k == OrdinaryMatter
	switch {
	case k == Expulsion || k == 0 || k > RuleAmendment:
		return m, false
	case of == Unincorporated && ordinary:
		return vote.At(&f.Meeting, on)
	case of == Unincorporated:
		return vote.At(&f.Everybody, on)
	case of == Partnership && ordinary:
		return vote.At(&f.Partners, on)
	case of == Partnership:
		return vote.At(&f.AllPartners, on)
	case of == LLP && ordinary:
		return vote.At(&f.LLPMembers, on)
	case of == LLP:
		return vote.At(&f.AllLLPMembers, on)
	}
	return m, false
}

// DesignatedMembers returns how many members of an LLP are designated members: those named,
// or all, where fewer are named than the Act wants. False where the figures hold no number.
func (f *Figures) DesignatedMembers(named, members int64, on law.Date) (int64, bool) {
	e, ok := f.Designated.At(on)
	switch {
	case !ok:
		return 0, false
	case named < e.Value:
		return members, true
	}
	return named, true
}
