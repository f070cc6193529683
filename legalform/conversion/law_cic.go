package conversion

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

var bothCIC = []law.Window{law.From(startCIC, law.GreatBritain), law.From(startCICNI, law.NorthernIreland)}

func oldCIC() []law.Window {
	return append(between(startCIC, lastOldCIC, law.GreatBritain), between(startCICNI, lastOldCIC, law.NorthernIreland)...)
}

// becoming are the stages of a company's becoming a community interest company.
func (f *figures) becoming(day string) []Stage {
	s37 := cics2004.At("s. 37", "section/37")
	resolve := Stage{
		Kind: Resolution, By: s37, Majority: atLeast(on(&f.cic.SpecialMajority, day)),
		Says: "Special resolutions state that the company is to be a community interest company, alter its articles to comply with section 32, and change its name.",
	}
	objection := on(&f.cic.ObjectionDays, day)
	wait := within(Waiting, objection, fmt.Sprintf("Nobody may any longer apply to the court to cancel the resolutions, for which there are %d days, or so many voted in favour that nobody could.", objection), cics2004.At("ss. 37(1)(b), (2), 37A", "section/37A"))
	effect := cics2004.At("s. 38A", "section/38A")
	if day == startCIC {
		effect = cics2004.At("s. 38 as enacted", "section/38")
		wait = within(Waiting, objection, fmt.Sprintf("Where a resolution alters the memorandum, the %d days for applying to the court to cancel it are over.", objection), cics2004.At("s. 37(3)-(5) as enacted", "section/37"))
	}
	filing := on(&f.cic.FilingDays, day)
	return []Stage{
		resolve, wait,
		{
			Kind: Filing, Days: filing, Paper: "CIC37", By: cics2005.At("reg 12", "regulation/12"),
			Says: fmt.Sprintf("The resolutions and articles, with the community interest statement and the declarations of each director, reach the registrar within %d days after the relevant date.", filing),
		},
		stage(Decision, "The Regulator decides that the company will satisfy the community interest test and is not excluded.", cics2004.At("s. 38", "section/38")),
		stage(Effect, "The new certificate of incorporation is issued: the company is a community interest company, with its new name and articles.", effect),
	}
}

// intoCICs: a company may become one since 1 July 2005, by a procedure that took its present
// form on 1 October 2009; so may a locked society, since 6 April 2006, at once.
func (f *figures) intoCICs() (out []Edge) {
	judges := []law.Code{cic.CannotConvert, cic.FormSwitched, cic.ConversionIncomplete, cic.ConversionNotCarried, cic.ConversionLate, cic.ConversionUnsigned, cic.ConvertedUndecided}
	test := []string{
		"A reasonable person might consider that its activities are carried on for the benefit of the community.",
		"It is not a political party, a political campaigning organisation or a subsidiary of one.",
	}
	s37 := cics2004.At("ss. 26(2), 37-38A", "section/37")
	enacted := Edge{
		ID: "company-to-cic-2005", How: Converting, InForce: oldCIC(), Provision: cics2004.At("ss. 26(2), 37-38 as enacted", "section/37"),
		Stages: f.becoming(startCIC), Conditions: test, Judges: slices.Concat(judges, []law.Code{cic.ConversionEarly1985}),
	}
	now := Edge{
		ID: "company-to-cic-2009", How: Converting, InForce: since(startNewCIC, law.UnitedKingdom), Provision: s37,
		Stages: f.becoming(startNewCIC), Conditions: test, Judges: slices.Concat(judges, []law.Code{cic.ConversionEarly}),
	}
	for _, e := range []Edge{enacted, now} {
		out = append(out, join(shareCompanies, shareCICs, e)...)
		out = append(out, join(only(LimitedByGuarantee), only(CICGuarantee), e)...)
	}
	out = append(out, f.charitiesIntoCICs(enacted, now)...)
	return append(out, f.societiesIntoCICs(test)...)
}

// charitiesIntoCICs: with the consent of the charity's regulator. Until 30 September 2009 a
// Scottish charity could not; a charity of Northern Ireland cannot.
func (f *figures) charitiesIntoCICs(enacted, now Edge) (out []Edge) {
	consent := stage(Consent, "The Charity Commission consents in writing, beforehand.", cics2004.At("s. 39", "section/39"))
	scottish := stage(Consent, "The Scottish Charity Regulator consents in writing, beforehand, and so does the Charity Commission where the registered office is in England or Wales.", cics2004.At("s. 40(4)", "section/40"))
	bound := "Property that it holds stays bound to its charitable purposes."
	asCharity := func(e Edge, id string, ws []law.Window, by Stage, code law.Code) {
		e.ID, e.InForce = id, ws
		e.Stages = append([]Stage{by}, e.Stages...)
		e.Conditions = append(slices.Clone(e.Conditions), bound)
		e.Judges = append(slices.Clone(e.Judges), code)
		e.FromTrait = ByGuarantee
		out = append(out, join(only(CharitableCompany), only(CICGuarantee), e)...)
		e.FromTrait = ByShares
		out = append(out, join(only(CharitableCompany), shareCICs, e)...)
	}
	asCharity(enacted, "charity-to-cic-2005", between(startCIC, lastOldCIC, law.EnglandAndWales), consent, cic.NoCommissionConsent)
	asCharity(now, "charity-to-cic-2009", since(startNewCIC, law.EnglandAndWales), consent, cic.NoCommissionConsent)
	asCharity(now, "scottish-charity-to-cic", since(startNewCIC, law.Scotland), scottish, cic.NoScottishConsent)
	return out
}

const atOnce = "A society may become a company under the Companies Acts, of which a community interest company is one. May an unlocked one be registered as such at once, or must it become a company first, as the Regulator's pack of 2016 has it?"

// societiesIntoCICs: one with the statutory lock may become a community interest company at
// once, by the Regulations of 2006; of another that is a doubt.
func (f *figures) societiesIntoCICs(test []string) (out []Edge) {
	form := []Stage{
		{
			Kind: Filing, Paper: "CIC36", By: cics2004.At("s. 36", "section/36"),
			Says: "The company is put forward for registration as a community interest company, with the community interest statement and the declaration of each first director.",
		},
		stage(Decision, "The Regulator decides that it may be one.", cics2004.At("ss. 36-36B", "section/36A")),
	}
	rules := []law.Code{cic.FormationIncomplete, cic.FormationUnsigned, cic.FormedUndecided}
	for _, p := range f.periods()[1:] {
		stages := slices.Concat(p.resolution, form, []Stage{p.effect})
		e := Edge{
			ID: "locked-society-to-cic-" + p.name, FromTrait: Locked, How: Converting, InForce: p.from(startLock), Stages: stages, Conditions: test,
			Provision: lock2006.At("Sch 2 para 6", "schedule/2"), Judges: slices.Concat(p.judges, rules, []law.Code{society.LockedConversion}),
		}
		out = append(out, join(lockable, everyCIC, e)...)
		e.ID, e.FromTrait, e.InForce, e.Provision, e.Question = "society-to-cic-"+p.name, Plain, p.from(startCIC), p.provision, atOnce
		e.Judges = slices.Concat(p.judges, rules)
		out = append(out, join(only(CoOperative), everyCIC, e)...)
		e.FromTrait = Unlocked
		out = append(out, join(lockable, everyCIC, e)...)
	}
	return out
}
