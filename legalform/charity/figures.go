package charity

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Figures are the dated figures of the law of charities. Enacted returns them as the law
// stands; a reform is a copy with a history changed.
type Figures struct {
	// Those of company law, for a charity that is a company.
	company.Figures
	// CompanyMeeting and CompanyWritten are what a company's special resolution needs.
	CompanyMeeting law.History[governance.Threshold]
	CompanyWritten law.History[governance.Threshold]
	// CIOMeeting and CIOOutside are what a CIO's members need for an amendment, an
	// amalgamation, a transfer or a dissolution; CIOWritten is the model's for the rest.
	CIOMeeting law.History[governance.Threshold]
	CIOOutside law.History[governance.Threshold]
	CIOWritten law.History[governance.Threshold]
	// CIOSending and CIOWrittenDays are periods of days, the first day counted.
	CIOSending     law.History[int]
	CIOWrittenDays law.History[int]

	// TrusteesWithMembers, MembersMeeting and MembersOutside are what an unincorporated
	// charity with distinct members needs, TrusteesAlone one without.
	TrusteesWithMembers law.History[governance.Threshold]
	MembersMeeting      law.History[governance.Threshold]
	MembersOutside      law.History[governance.Threshold]
	TrusteesAlone       law.History[governance.Threshold]
	// FormerPurposes and FormerIncome are of s. 275; of s. 280 there is only the members'
	// share, in MembersMeeting.
	FormerPurposes law.History[governance.Threshold]
	FormerIncome   law.History[law.Pence]
	// FormerWait is the period of days, beginning with the receipt, after which a
	// resolution under s. 275 took effect.
	FormerWait law.History[int]
	// The same for a charity under a Royal charter.
	CharterTrustees       law.History[governance.Threshold]
	CharterMembersMeeting law.History[governance.Threshold]
	CharterMembersOutside law.History[governance.Threshold]
	CharterTrusteesAlone  law.History[governance.Threshold]

	// An academy trust's.
	AcademyMembers          law.History[int64]
	AcademyMembersPreferred law.History[int64]
	AcademyGeneralQuorum    law.History[int64]
	AcademyBoardLeast       law.History[int64]
	AcademyBoardShare       law.History[law.Ratio]
	AcademyVote             law.History[governance.Threshold]
	AcademyParents          law.History[int64]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	cast, all := governance.VotesCast, governance.AllEntitled
	threeQuarters, everybody := governance.AtLeast(3, 4, cast), governance.AtLeast(1, 1, all)
	s224, s280A, s280C := act2011.At("s. 224(2)", "section/224"), act2011.At("s. 280A(5)", "section/280A"), act2011.At("s. 280C(4)", "section/280C")
	s275, s280 := act2011.At("s. 275", "section/275"), act2011.At("s. 280(4)", "section/280")
	repeal, quorum := act2022.At("s. 3(1)", "section/3"), modelAcademy.At("on the trustees' quorum", "")
	one := func(id, unit, day string, t governance.Threshold, by law.Provision) law.History[governance.Threshold] {
		return law.Since("charity."+id, unit, at(day, t, by))
	}
	return Figures{
		Figures:        company.Enacted(),
		CompanyMeeting: one("company_meeting", "of the votes cast", start2006, threeQuarters, companies2006.At("s. 283(4)-(5)", "section/283")),
		CompanyWritten: one("company_written", "of the total voting rights of eligible members", start2006,
			governance.AtLeast(3, 4, all), companies2006.At("s. 283(2)", "section/283")),
		CIOMeeting:     one("cio_meeting", "of members voting at a general meeting", startCIO, threeQuarters, s224),
		CIOOutside:     one("cio_outside_meeting", "of all members", startCIO, everybody, s224),
		CIOWritten:     one("cio_written", "of all members entitled", startCIO, governance.MoreThan(1, 2, all), modelCIO.At("cl 18(4)", "")),
		CIOSending:     law.Since("charity.cio_sending_days", "days beginning with the day of passing", at(startCIO, 15, act2011.At("s. 227(1)", "section/227"))),
		CIOWrittenDays: law.Since("charity.cio_written_days", "days beginning with the day of circulation", at(startCIO, 28, modelCIO.At("cl 18(4)", ""))),

		TrusteesWithMembers: one("trustees_with_members", "of the charity trustees", start2022, governance.MoreThan(1, 2, all), s280A),
		MembersMeeting: law.Since("charity.members_meeting", "of members entitled who vote at a general meeting",
			at(start2011, governance.AtLeast(2, 3, cast), s280), at(start2022, threeQuarters, s280A)),
		MembersOutside: one("members_outside_meeting", "of all members entitled", start2022, everybody, s280A),
		TrusteesAlone:  one("trustees_alone", "of the charity trustees", start2022, governance.AtLeast(3, 4, all), act2011.At("s. 280A(6)", "section/280A")),
		FormerPurposes: law.Since("charity.former_purposes", "of the charity trustees who vote",
			at(start2011, governance.AtLeast(2, 3, cast), s275), ended[governance.Threshold](start2022, repeal)),
		FormerIncome: law.Since("charity.former_income", "of gross income, at most",
			at(start2011, law.Pounds(10_000), s275), ended[law.Pence](start2022, repeal)),
		FormerWait: law.Since("charity.former_wait", "days beginning with the day of receipt",
			at(start2011, 60, act2011.At("s. 277", "section/277")), ended[int](start2022, repeal)),
		CharterTrustees:       one("charter_trustees", "of the charity trustees", startCharter, governance.MoreThan(1, 2, all), s280C),
		CharterMembersMeeting: one("charter_members_meeting", "of members entitled who vote at a general meeting", startCharter, threeQuarters, s280C),
		CharterMembersOutside: one("charter_members_outside_meeting", "of all members entitled", startCharter, everybody, s280C),
		CharterTrusteesAlone: one("charter_trustees_alone", "of the charity trustees", startCharter,
			governance.AtLeast(3, 4, all), act2011.At("s. 280C(5)", "section/280C")),

		AcademyMembers:          law.Since("charity.academy_members", "members, at least", at(startModel, int64(3), modelAcademy.At("on members", ""))),
		AcademyMembersPreferred: law.Since("charity.academy_members_preferred", "members, at least", at(startModel, int64(5), handbook.At("on members", ""))),
		AcademyGeneralQuorum:    law.Since("charity.academy_general_quorum", "members present", at(startModel, int64(2), modelAcademy.At("on general meetings", ""))),
		AcademyBoardLeast:       law.Since("charity.academy_board_least", "trustees present, at least", at(startModel, int64(3), quorum)),
		AcademyBoardShare:       law.Since("charity.academy_board_share", "of trustees in office, rounded up", at(startModel, law.Per(1, 3), quorum)),
		AcademyVote: law.Since("charity.academy_vote", "of the trustees entitled to vote at the meeting",
			at(startModel, governance.AtLeast(2, 3, governance.Present), modelAcademy.At("on the trustees' votes", "")).
				InDoubt("Do the model articles ask for two-thirds, rounded up, on this vote?", governance.MoreThan(1, 2, cast))),
		AcademyParents: law.Since("charity.academy_parents", "parents, at least", at(startModel, int64(2), modelAcademy.At("on parent trustees", ""))),
	}
}

// Decision is a decision for which a majority is laid down.
type Decision uint8

// The decisions. Each names who decides and how, since the base is not the same.
const (
	CompanyAtMeeting Decision = iota + 1
	CompanyInWriting
	CIOAtMeeting
	CIOOutsideMeeting
	CIOWrittenDecision
	TrusteesOfMembers
	MembersAtMeeting
	MembersOutsideMeeting
	TrusteesOnly
	FormerPurposesChange
	CharterTrusteesOfMembers
	CharterMembersAtMeeting
	CharterMembersOutsideMeeting
	CharterTrusteesOnly
	AcademyTrusteesVote
)

var decisions = []string{
	"", "company-at-meeting", "company-in-writing", "cio-at-meeting", "cio-outside-meeting", "cio-written-decision",
	"trustees-of-members", "members-at-meeting", "members-outside-meeting", "trustees-only", "former-purposes-change",
	"charter-trustees-of-members", "charter-members-at-meeting", "charter-members-outside-meeting", "charter-trustees-only",
	"academy-trustees-vote",
}

// String gives the JSON value.
func (d Decision) String() string { return law.NameOf(decisions, d) }

// MarshalText writes String.
func (d Decision) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Decision) UnmarshalText(b []byte) error {
	return law.ParseName(d, decisions, b, "a decision of a charity")
}

// of is the history that a decision is put to.
func (f *Figures) of(d Decision) *vote.Threshold {
	all := [...]*vote.Threshold{
		CompanyAtMeeting: &f.CompanyMeeting, CompanyInWriting: &f.CompanyWritten,
		CIOAtMeeting: &f.CIOMeeting, CIOOutsideMeeting: &f.CIOOutside, CIOWrittenDecision: &f.CIOWritten,
		TrusteesOfMembers: &f.TrusteesWithMembers, MembersAtMeeting: &f.MembersMeeting,
		MembersOutsideMeeting: &f.MembersOutside, TrusteesOnly: &f.TrusteesAlone, FormerPurposesChange: &f.FormerPurposes,
		CharterTrusteesOfMembers: &f.CharterTrustees, CharterMembersAtMeeting: &f.CharterMembersMeeting,
		CharterMembersOutsideMeeting: &f.CharterMembersOutside, CharterTrusteesOnly: &f.CharterTrusteesAlone,
		AcademyTrusteesVote: &f.AcademyVote,
	}
	if int(d) >= len(all) {
		return nil
	}
	return all[d]
}

// Majority returns what a decision needs on a date, and whether that is certain: it is
// not where the law is in doubt, when the provisional majority is returned, nor where the
// figures hold none.
func (f *Figures) Majority(d Decision, on law.Date) (m governance.Majority, certain bool) {
	if h := f.of(d); h != nil {
		return vote.At(h, on)
	}
	return governance.Majority{}, false
}
