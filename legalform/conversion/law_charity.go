package conversion

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// charities: into incorporated organisations, of England and Wales since 2018 and of
// Scotland since 2012, and into and out of academy trusts.
func (f *figures) charities() (out []Edge) {
	out = append(out, f.intoCIO()...)
	out = append(out, f.intoSCIO()...)
	return append(out, f.academies()...)
}

func (f *figures) intoCIO() (out []Edge) {
	after := []Stage{
		stage(Resolution, "A resolution adopts the proposed constitution of the organisation.", charities2011.At("ss. 228(3)(c), 229(3)(c)", "section/228")),
		stage(Filing, "The body applies to the Charity Commission, with both resolutions, the proposed constitution and what else the Commission asks for.", charities2011.At("ss. 228(3), 229(3)", "section/228")),
		stage(Decision, "The Commission consults the registrar of the body, and grants the application.", charities2011.At("ss. 230-231", "section/230")),
		stage(Filing, "The Commission registers the organisation provisionally, and sends that registrar the resolutions and the entry.", charities2011.At("s. 232", "section/232")),
		stage(Effect, "That registrar cancels the body's registration, which converts it; its members become the first members, and any shares are cancelled.", charities2011.At("s. 233", "section/233")),
	}
	paid := "Its shares, where it has any, are fully paid up."
	out = join(only(CharitableCompany), only(CIO), Edge{
		ID: "charitable-company-to-cio", How: Converting, InForce: since(startToCIO, law.EnglandAndWales), Provision: charities2011.At("ss. 228, 230-233", "section/228"),
		Stages: append([]Stage{
			f.special("A special resolution to convert; a written one, if signed by or for every member entitled to vote, will do.", startToCIO, charities2011.At("s. 228(4)", "section/228")),
		}, after...),
		Conditions: []string{paid, "It is not an exempt charity.", "Members of a company by guarantee stay liable to contribute as much as they were, unless that is £10 or less."},
		Judges:     specialCodes,
	})
	two := f.periods()
	return append(out, join(lockable, only(CIO), Edge{
		ID: "charitable-society-to-cio", FromTrait: Charitable, How: Converting, InForce: since(startToCIO, law.EnglandAndWales),
		Provision: charities2011.At("ss. 229-233", "section/229"), Stages: slices.Concat(two[2].resolution[1:4], after), Conditions: []string{paid},
		Judges:   []law.Code{society.ConversionNotCarried, society.TurnoutTooLow, society.NotConfirmed, society.MeetingsApart},
		Question: "An exempt charity may not apply. Is any charity that is a registered society not exempt, by the list in Schedule 3?",
	})...)
}

// intoSCIO: the day is that which the Scottish regulator announced; the commencement order
// was not read.
func (f *figures) intoSCIO() (out []Edge) {
	s56 := scotland2005.At("s. 56", "section/56")
	after := []Stage{
		stage(Resolution, "A resolution adopts the proposed constitution of the organisation.", scotland2005.At("s. 56(5)", "section/56")),
		stage(Filing, "The body applies to the Scottish Charity Regulator, with both resolutions.", scotland2005.At("s. 56(5)", "section/56")),
		stage(Decision, "The regulator grants the application and has the body's registrar told.", scotland2005.At("s. 57", "section/57")),
		stage(Effect, "The registrar cancels the body's registration, which converts it.", scotland2005.At("s. 58", "section/58")),
	}
	paid := "Its shares, where it has any, are fully paid up."
	out = join(only(CharitableCompany), only(SCIO), Edge{
		ID: "charitable-company-to-scio", How: Converting, InForce: since(startToSCIO, law.Scotland), Provision: s56,
		Stages: append([]Stage{
			f.special("A special resolution to convert; a written one, if signed by or for every member entitled to vote, will do.", startToSCIO, scotland2005.At("s. 56(6)", "section/56")),
		}, after...),
		Conditions: []string{paid, "The company has more than one member.", "It is in the Scottish Charity Register."},
		Judges:     specialCodes,
	})
	for _, p := range f.periods()[1:] {
		e := Edge{
			ID: "charitable-society-to-scio-" + p.name, FromTrait: Charitable, How: Converting, InForce: p.from(startToSCIO), Provision: s56,
			Stages: slices.Concat(p.resolution[1:4], after), Conditions: []string{paid, "It is in the Scottish Charity Register."}, Judges: p.judges,
		}
		e.InForce[0].In = law.Scotland
		out = append(out, join(lockable, only(SCIO), e)...)
	}
	return out
}

// academies: a company by guarantee with charitable objects alone is an academy trust while
// it is the proprietor of an Academy under an agreement with the Secretary of State.
func (f *figures) academies() (out []Edge) {
	s12 := academies2010.At("ss. 1, 12(2)", "section/12")
	enter := []Stage{
		stage(Consent, "The Secretary of State enters into Academy arrangements with the company.", academies2010.At("s. 1", "section/1")),
		stage(Effect, "In pursuance of them the company is the proprietor of an Academy: it is a qualifying Academy proprietor, and a charity.", academies2010.At("s. 12(1)-(2)", "section/12")),
	}
	e := Edge{
		ID: "charity-to-academy", FromTrait: ByGuarantee, How: Altering, InForce: since(startAcademy, law.EnglandAndWales), Provision: s12, Stages: enter,
		Conditions: []string{"It is limited by guarantee, with its registered office in England or Wales.", "The school is in England."},
		Judges:     []law.Code{charity.AcademyTooFewMembers},
	}
	out = append(out, join(only(CharitableCompany), only(AcademyTrust), e)...)
	e.ID, e.FromTrait = "company-to-academy", Plain
	e.Stages = append([]Stage{
		f.special("A special resolution alters the articles so that each object is a charitable purpose.", startAcademy, companies2006.At("s. 21", "section/21")),
	}, enter...)
	out = append(out, join(only(LimitedByGuarantee), only(AcademyTrust), e)...)
	return append(out, join(only(AcademyTrust), only(CharitableCompany), Edge{
		ID: "academy-to-charity", ToTrait: ByGuarantee, How: Altering, InForce: since(startAcademy, law.EnglandAndWales), Provision: s12,
		Stages: []Stage{
			stage(Effect, "The arrangements end, by notice under them of at least seven years or otherwise, and the company is the proprietor of no Academy.", academies2010.At("s. 2(2)", "section/2")),
		},
		Question: "The Act makes a qualifying Academy proprietor a charity. Does the company, its objects still charitable, remain one by the general law when the arrangements end?",
	})...)
}
