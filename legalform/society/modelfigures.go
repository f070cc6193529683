package society

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// ModelFigures are the figures of the models.
type ModelFigures struct {
	AnnualMeetingMonths law.History[int]
	OtherMeetings       law.History[int64]
	ModelNotice         law.History[int]
	ShortNotice         law.History[law.Ratio]
	// CompanyMeetingMonths and CompanyFirstMonths are the company model's, from the annual
	// meeting before and from incorporation.
	CompanyMeetingMonths law.History[int]
	CompanyFirstMonths   law.History[int]
	// A meeting adjourned for AdjournedDays or more takes AdjournedNotice in clear days.
	AdjournedDays   law.History[int]
	AdjournedNotice law.History[int]
	// WaitMinutes is how long a meeting waits for a quorum; ModelCompanyQuorum that of the
	// company model; UsualQuorum what practice makes of one.
	WaitMinutes        law.History[int]
	ModelCompanyQuorum law.History[governance.Quorum]
	UsualQuorum        law.History[law.Ratio]
	// ModelRequisition is who may call for a meeting. The board then has CallMonths to convene
	// one for a day within CallWeeks; after that so many Callers may.
	ModelRequisition        law.History[governance.RequisitionRule]
	ModelCompanyRequisition law.History[governance.RequisitionRule]
	CallMonths              law.History[int]
	CallWeeks               law.History[int]
	Callers                 law.History[int64]
	ProxiesHeld             law.History[int64]

	OrdinaryMajority      law.History[governance.Majority]
	OrdinaryBracket       law.History[governance.Majority]
	ExtraordinaryMajority law.History[governance.Majority]
	EntrenchedMajority    law.History[governance.Majority]
	ElectronicMajority    law.History[governance.Majority]
	ElectronicDays        law.History[int]
	BarMonths             law.History[int]
	DisposalShare         law.History[law.Ratio]

	SocietyDirectors   law.History[int64]
	CompanyDirectors   law.History[int64]
	SocietyBoardQuorum law.History[governance.Quorum]
	CompanyBoardQuorum law.History[governance.Quorum]
	DirectorAge        law.History[int]
	CompanyDirectorAge law.History[int]
	BoardRotation      law.History[governance.Rotation]
	CoOptedMost        law.History[int64]
	ReviewMonths       law.History[int]
	ModelMemberAge     law.History[int]
	EmployeeHours      law.History[int64]

	ProfitToPeople        law.History[law.Ratio]
	ConversionNotice      law.History[int]
	ConversionQuorum      law.History[governance.Quorum]
	ConversionQuorumLeast law.History[int64]
	ResidueYears          law.History[int]
}

func enactedModels() ModelFigures {
	f := ModelFigures{
		AnnualMeetingMonths:  ofSociety("society.model_annual_meeting_months", "months from the end of the year", 6, "annual general meeting"),
		OtherMeetings:        ofBoth("society.model_other_meetings", "meetings in a year besides the annual one, at least", int64(4), "general meetings"),
		CompanyMeetingMonths: ofCompany("society.model_company_meeting_months", "months from the annual meeting before", 15, "general meetings"),
		CompanyFirstMonths:   ofCompany("society.model_company_first_months", "months from incorporation", 18, "general meetings"),
		AdjournedDays:        ofBoth("society.model_adjourned_days", "days, at least", 14, "adjournment"),
		AdjournedNotice:      ofBoth("society.model_adjourned_notice", "clear days, at least", 7, "adjournment"),
		ModelNotice:          ofBoth("society.model_notice_days", "clear days", 14, "notices"),
		ShortNotice:          ofBoth("society.model_short_notice", "of all members, at least", law.Percent(90), "notices"),
		WaitMinutes:          ofBoth("society.model_wait_minutes", "minutes", 30, "adjournment"),
		ModelCompanyQuorum:   ofCompany("society.model_company_quorum", "the greater", governance.Quorum{Heads: 2, Fraction: law.Per(1, 2)}, "quorum"),
		UsualQuorum:          law.Since("society.usual_quorum", "of members, at least", at(startGuidance, law.Percent(10), meetingHandbook.At("on quorums", ""))),
		ModelRequisition: ofSociety("society.model_requisition", "of members, or the number if that is less",
			governance.RequisitionRule{Fraction: law.Per(1, 10), AtMost: 100}, "calling a general meeting"),
		ModelCompanyRequisition: ofCompany("society.model_company_requisition", "of members", governance.RequisitionRule{Fraction: law.Per(1, 10)}, "calling a general meeting"),
		CallMonths:              ofSociety("society.model_call_months", "months from the application", 1, "calling a general meeting"),
		CallWeeks:               ofSociety("society.model_call_weeks", "weeks from the application", 6, "calling a general meeting"),
		Callers:                 ofSociety("society.model_callers", "members, at least", int64(3), "calling a general meeting"),
		ProxiesHeld:             ofCompany("society.model_proxies_held", "members that one holder stands for, at most", int64(5), "proxies"),

		OrdinaryMajority:      ofBoth("society.model_ordinary_majority", "of votes cast", byShare(governance.MoreThan(1, 2, governance.VotesCast)), "resolutions"),
		OrdinaryBracket:       ofBoth("society.model_ordinary_bracket", "of votes cast, as the brackets have it", byShare(governance.AtLeast(51, 100, governance.VotesCast)), "resolutions"),
		ExtraordinaryMajority: ofBoth("society.model_extraordinary_majority", "of votes cast", byShare(governance.AtLeast(3, 4, governance.VotesCast)), "resolutions"),
		EntrenchedMajority:    ofCompany("society.model_entrenched_majority", "of all members", byShare(governance.AtLeast(1, 1, governance.AllEntitled)), "resolutions"),
		ElectronicMajority: ofSociety("society.model_electronic_majority", "of votes cast, and of all members", governance.Majority{
			Share: governance.AtLeast(3, 4, governance.VotesCast), Turnout: governance.AtLeast(51, 100, governance.AllEntitled),
		}, "electronic resolutions"),
		ElectronicDays: ofSociety("society.model_electronic_days", "clear days, at least", 14, "electronic resolutions"),
		BarMonths:      ofSociety("society.model_bar_months", "months from the day on which the question was lost", 6, "electronic resolutions"),
		DisposalShare:  ofBoth("society.model_disposal_share", "of the last balance sheet, at least", law.Per(1, 3), "powers of the board"),

		SocietyDirectors:   ofSociety("society.model_directors", "directors, at least", int64(3), "directors"),
		CompanyDirectors:   ofCompany("society.model_company_directors", "directors, at least", int64(2), "directors"),
		SocietyBoardQuorum: ofSociety("society.model_board_quorum", "the greater", governance.Quorum{Heads: 3, Fraction: law.Per(1, 2)}, "quorum of the board"),
		CompanyBoardQuorum: ofCompany("society.model_company_board_quorum", "the greater", governance.Quorum{Heads: 2, Fraction: law.Per(1, 2)}, "quorum of the board"),
		DirectorAge:        ofSociety("society.model_director_age", "years, at least", 18, "directors"),
		CompanyDirectorAge: ofCompany("society.model_company_director_age", "years, at least", 16, "directors"),
		BoardRotation:      ofBoth("society.model_rotation", "of the board, to the nearest", governance.Rotation{Fraction: law.Per(1, 3), Round: law.HalfUp}, "retirement cycle"),
		CoOptedMost:        ofBoth("society.model_co_opted", "external directors, at most", int64(2), "co-option of directors"),
		ReviewMonths:       ofBoth("society.model_review_months", "months, at least once in", 12, "co-option of directors"),
		ModelMemberAge:     ofBoth("society.model_member_age", "years, at least", 16, "applications for membership"),
		EmployeeHours:      ofCompany("society.model_employee_hours", "hours a week, at least", int64(8), "interpretation"),

		ProfitToPeople:   ofCompany("society.model_profit_to_people", "of profits available, at most", law.Per(1, 2), "application of profit"),
		ConversionNotice: ofSociety("society.model_conversion_notice", "months, at least", 2, "conversion"),
		ConversionQuorum: ofSociety("society.model_conversion_quorum", "the greater",
			governance.Quorum{Heads: 150, Fraction: law.Per(1, 2)}, "conversion"),
		ConversionQuorumLeast: ofSociety("society.model_conversion_quorum_least", "members, at least", int64(3), "conversion"),
		ResidueYears:          ofBoth("society.model_residue_years", "years before the decision to wind up", 6, "dissolution"),
	}
	return f
}

func byShare(t governance.Threshold) governance.Majority { return governance.Majority{Share: t} }

func ofSociety[T any](id, unit string, v T, rule string) law.History[T] {
	return law.Since(id, unit, at(start2014, v, model2014.At("on "+rule, "")))
}

func ofCompany[T any](id, unit string, v T, article string) law.History[T] {
	return law.Since(id, unit, at(startCompanyModel, v, model2012.At("on "+article, "")))
}

// ofBoth is a figure that both models have.
func ofBoth[T any](id, unit string, v T, rule string) law.History[T] {
	return law.Since(id, unit, at(startCompanyModel, v, model2012.At("on "+rule, "")), at(start2014, v, model2014.At("on "+rule, "")))
}
