package conversion

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

const notUnderMeasures = "None of the Regulator's measures that section 55(2) lists stands, and no petition to wind the company up has been presented."

// outOfCICs: section 53 closes the list. A company by shares may perhaps change from one
// Schedule to the other.
func (f *figures) outOfCICs() (out []Edge) {
	codes := []law.Code{
		cic.NoWayOut, cic.LeavingBlocked, cic.LeavingIncomplete, cic.EndingKept, cic.LeavingNotCarried, cic.LeavingLate, cic.NoCharityStatement, cic.LeftUndecided,
	}
	out = append(out, join(everyCIC, only(CharitableCompany), Edge{
		ID: "cic-to-charity-2005", How: Converting, InForce: oldCIC(), Provision: cics2004.At("ss. 53-55 as enacted", "section/54"),
		Stages: f.leaving(startCIC), Conditions: []string{notUnderMeasures}, Judges: slices.Concat(codes, []law.Code{cic.LeavingEarly1985}),
	})...)
	out = append(out, join(everyCIC, only(CharitableCompany), Edge{
		ID: "cic-to-charity-2009", How: Converting, InForce: since(startNewCIC, law.UnitedKingdom), Provision: cics2004.At("ss. 53-55A", "section/54"),
		Stages: f.leaving(startNewCIC), Conditions: []string{notUnderMeasures}, Judges: slices.Concat(codes, []law.Code{cic.LeavingEarly}),
	})...)
	out = append(out, f.cicIntoCIO()...)
	out = append(out, f.cicIntoSociety()...)
	return append(out, f.betweenSchedules()...)
}

// leaving are the stages of a community interest company's becoming a charity.
func (f *figures) leaving(day string) []Stage {
	objection, filing := on(&f.cic.ObjectionDays, day), on(&f.cic.FilingDays, day)
	wait := within(Waiting, objection, fmt.Sprintf("Nobody may any longer apply to the court to cancel the resolutions, for which there are %d days, or so many voted in favour that nobody could.", objection), cics2004.At("ss. 54(1)(b), (2), 54A", "section/54A"))
	statement, effect := cics2004.At("s. 54C(2)", "section/54C"), cics2004.At("s. 55A", "section/55A")
	if day == startCIC {
		statement, effect = cics2004.At("s. 54(7)-(8A)", "section/54"), cics2004.At("s. 55(7) as enacted", "section/55")
		wait = within(Waiting, objection, fmt.Sprintf("Where a resolution alters the memorandum, the %d days for applying to the court to cancel it are over.", objection), cics2004.At("s. 54(3)-(5) as enacted", "section/54"))
	}
	return []Stage{
		{
			Kind: Resolution, By: cics2004.At("s. 54(1)(a)", "section/54"), Majority: atLeast(on(&f.cic.SpecialMajority, day)),
			Says: "Special resolutions state that the company is to cease to be a community interest company, alter its articles, and change its name to one without the ending of such a company.",
		},
		stage(Consent, "The Charity Commission states that it will be a charity and not an exempt one; the Scottish Charity Regulator, that it will be entered; or in Northern Ireland the tax authority, that it has claimed exemption.", statement),
		wait,
		within(Filing, filing, fmt.Sprintf("The resolutions, the articles and the statement reach the registrar within %d days after the relevant date.", filing), cics2004.At("s. 54(3)", "section/54")),
		stage(Decision, "The Regulator decides that the company is eligible to cease being a community interest company.", cics2004.At("s. 55", "section/55")),
		stage(Effect, "The certificate of incorporation is issued: the alterations take effect and the company is a community interest company no longer.", effect),
	}
}

// cicIntoCIO is open in England and Wales since 1 January 2018.
func (f *figures) cicIntoCIO() []Edge {
	reg4 := cios2017.At("reg 4", "regulation/4")
	return join(everyCIC, only(CIO), Edge{
		ID: "cic-to-cio", How: Converting, InForce: since(startToCIO, law.EnglandAndWales), Provision: cios2017.At("regs 3-10", "regulation/4"),
		Stages: []Stage{
			f.special("A special resolution to convert; a written one, if signed by or for every member entitled to vote, will do.", startToCIO, cios2017.At("reg 4(4)", "regulation/4")),
			stage(Resolution, "A resolution adopts the proposed constitution of the organisation.", cios2017.At("reg 4(3)(d)", "regulation/4")),
			stage(Filing, "The company applies to the Charity Commission, with both resolutions, the proposed constitution and a statement of any entrenchment in it.", reg4),
			stage(Decision, "The Regulator decides that the company is eligible to cease being a community interest company, and the Commission, which consults the registrar, grants the application.", cios2017.At("regs 5-8", "regulation/6")),
			stage(Filing, "The Commission registers the organisation provisionally, and sends the registrar the resolution and the entry.", cios2017.At("reg 9", "regulation/9")),
			stage(Effect, "The registrar cancels the company's registration, which converts it; its members become the first members, and any shares are cancelled.", cios2017.At("reg 10", "regulation/10")),
		},
		Conditions: []string{
			notUnderMeasures,
			"It would be a charity, and not an exempt one.",
			"Its shares, where it has any, are fully paid up.",
			"Its members stay liable to contribute as much as they were, unless that is £10 or less.",
		},
		Judges: []law.Code{
			cic.NoWayOut, cic.LeavingBlocked, cic.SharesNotPaid, cic.ExemptCharity, cic.CIOElsewhere, cic.CIONotResolved, cic.CIOIncomplete,
			cic.GuaranteeReduced, cic.CIONotYetTaken, cic.LeftUndecided,
		},
	})
}

// cicIntoSociety is open since 1 October 2009, into a society with the statutory lock alone.
func (f *figures) cicIntoSociety() []Edge {
	reg6A := cics2009.At("reg 5 (reg 6A of SI 2005/1788)", "regulation/5")
	signers := on(&f.cic.SocietySigners, startNewCIC)
	e := Edge{
		ID: "cic-to-locked-society", ToTrait: Locked, How: Converting, InForce: since(startNewCIC, law.GreatBritain), Provision: reg6A,
		Stages: []Stage{
			f.special("A special resolution to convert into a registered society with the restriction on use of assets, that appoints those who sign its rules.", startNewCIC, reg6A),
			stage(Act, fmt.Sprintf("%d members whom the resolution appoints, and a director, sign the rules.", signers), reg6A),
			stage(Consent, "The registrar of societies states that under those rules the company will become a society with the restriction.", reg6A),
			stage(Filing, "The resolution, the rules and the statement go to the registrar of companies, who forwards them to the Regulator.", reg6A),
			stage(Decision, "The Regulator decides that the company is eligible to cease being a community interest company.", reg6A),
			stage(Filing, "The registrar of societies receives the resolution, the rules and the decision, registers the society and certifies its rules.", reg6A),
			stage(Effect, "The registrar of companies registers the resolution and the certificate: the conversion takes effect.", reg6A),
		},
		Conditions: []string{
			notUnderMeasures,
			"The society's rules hold the prescribed restriction on use of assets.",
			"Its name has neither \"company\" nor an ending of a community interest company.",
		},
		Judges: []law.Code{
			cic.NoWayOut, cic.LeavingBlocked, cic.LeavingNotCarried, cic.SocietyUnrestricted, cic.SocietyUnsigned, cic.NoSocietyStatement, cic.SocietyName,
			cic.LeftUndecided,
		},
	}
	northern := e
	northern.ID, northern.InForce = "cic-to-locked-society-ni", since(startNewCIC, law.NorthernIreland)
	e.Judges = append(slices.Clone(e.Judges), society.LockWording)
	out := join(everyCIC, only(CommunityBenefit), e)
	return append(out, join(everyCIC, only(CommunityBenefitNI), northern)...)
}

// betweenSchedules: regulation 8 wants the provisions of one Schedule or the other, and says
// nothing of a change.
func (f *figures) betweenSchedules() []Edge {
	reg8 := cics2005.At("reg 8", "regulation/8")
	return join(shareCICs, shareCICs, Edge{
		ID: "cic-schedule", How: Altering, InForce: bothCIC, Provision: reg8,
		Stages: []Stage{
			{Kind: Resolution, Says: "A special resolution puts the provisions of the other Schedule in the articles.", Majority: atLeast(on(&f.cic.SpecialMajority, startCIC)), By: reg8},
			stage(Effect, "The articles as altered hold the provisions of one Schedule and not of the other.", reg8),
		},
		Judges:   []law.Code{cic.NotSchedule2Or3},
		Question: "The articles must hold the provisions of Schedule 2 or of Schedule 3. May a company change from the one to the other by altering them, and does the Regulator have a say?",
	})
}
