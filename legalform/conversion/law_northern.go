package conversion

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// unread is why a way of the Act of 1969 is in doubt: of its sections on amalgamation and
// conversion only the headings of 59 and 61 were found, in the Order of 2018 that amends them.
const unread = "the Act of 1969 could not be read"

// northern are the ways of societies of Northern Ireland. What is in doubt is never told to
// be shut, but for the statutory lock and for charities, whose bars the bodies carry along.
func (f *figures) northern() (out []Edge) {
	both := []string{CoOperativeNI, CommunityBenefitNI}
	out = append(out, f.northernRegistrations()...)
	s61 := societies1969.At("s. 61", "section/61")
	doubt := func(id string, by law.Provision, effect, question string) Edge {
		return Edge{
			ID: id, How: Converting, InForce: since(start1969NI, law.NorthernIreland), Provision: by,
			Stages: []Stage{stage(Effect, effect, by)}, Question: fmt.Sprintf(question, unread),
		}
	}
	become := "It is registered as a company, as section 61 says."
	e := doubt("northern-society-to-company", s61, become, "Section 61 is headed conversion into, or transfer of engagements to, company, but %s: by which resolution, and into which companies?")
	out = append(out, join(only(CoOperativeNI), newCompanies, e)...)
	e.FromTrait = Unlocked
	out = append(out, join(only(CommunityBenefitNI), newCompanies, e)...)

	e = doubt("northern-society-to-cic", s61, become, "Section 61 is headed conversion into, or transfer of engagements to, company, but %s: can a community interest company be the company, at once?")
	e.InForce = since(startCICNI, law.NorthernIreland)
	out = append(out, join(only(CoOperativeNI), everyCIC, e)...)
	for _, t := range []Trait{Unlocked, Locked} {
		e.FromTrait = t
		out = append(out, join(only(CommunityBenefitNI), everyCIC, e)...)
	}

	e = doubt("northern-society-to-charitable-company", s61, become, "Section 61 is headed conversion into, or transfer of engagements to, company, but %s: can the company be a charity, and must the Charity Commission for Northern Ireland consent?")
	e.InForce = since(startCIC, law.NorthernIreland)
	out = append(out, join(only(CoOperativeNI), only(CharitableCompany), e)...)
	for _, t := range []Trait{Unlocked, Charitable, Locked} {
		if e.FromTrait = t; t == Locked {
			e.ID, e.InForce = "locked-northern-society-to-charitable-company", since(startLockNI, law.NorthernIreland)
		}
		out = append(out, join(only(CommunityBenefitNI), only(CharitableCompany), e)...)
	}

	whole := societies1969.At("", "")
	e = doubt("company-to-northern-society", whole, "It is registered as a society, if the Act provides for it.", "Does the Act let a company become a society, as that of Great Britain does? It is not known: %s, is there such a section?")
	out = append(out, join(ordinary, only(CoOperativeNI), e)...)
	e.ToTrait = Unlocked
	out = append(out, join(ordinary, only(CommunityBenefitNI), e)...)

	e = doubt("northern-society-to-other-kind", societies1969.At("s. 9", "section/9"), "The amendment of the rules is registered, if the registrar takes it for a change of kind.", "Will an amendment of the rules change the kind of a society? It is not known: %s, does it say?")
	e.How, e.InForce, e.FromTrait = Altering, since(start2018NI, law.NorthernIreland), Unlocked
	out = append(out, join(only(CommunityBenefitNI), only(CoOperativeNI), e)...)
	e.FromTrait, e.ToTrait = Plain, Unlocked
	return append(out, join(only(CoOperativeNI), both[1:], e)...)
}

// northernRegistrations: ss. 1 to 3 were read. An association is registered as it is, and
// what is held in trust for it vests in the society.
func (f *figures) northernRegistrations() (out []Edge) {
	s3 := societies1969.At("ss. 1-3", "section/3")
	e := Edge{
		ID: "association-to-northern-society", How: Registering, InForce: since(start1969NI, law.NorthernIreland), Provision: s3,
		Stages: []Stage{
			stage(Resolution, "The members resolve to be registered and adopt the rules, as their own rules say; where those give no power to alter them, all must agree.", contract.At("amendment of rules", "")),
			stage(Filing, "An application signed by the secretary and as many members as a society needs goes to the registrar, with the rules.", societies1969.At("s. 2(1)(b)", "section/2")),
			stage(Decision, "The registrar is satisfied that the society has complied with the Act on registration.", societies1969.At("s. 2(3)", "section/2")),
			stage(Effect, "It is registered: a body corporate with limited liability, in which all property held in trust for it vests.", societies1969.At("s. 3", "section/3")),
		},
		Conditions: []string{"It carries on an industry, business or trade.", "It meets the condition for its kind."},
	}
	out = join(only(Association), only(CoOperativeNI), e)
	e.ToTrait = Unlocked
	return append(out, join(only(Association), only(CommunityBenefitNI), e)...)
}

// northernAlternatives: that there is a section on amalgamation is all that is known of it.
func northernAlternatives() []Alternative {
	both := []string{CoOperativeNI, CommunityBenefitNI}
	return []Alternative{{
		From: both, To: both, InForce: since(start1969NI, law.NorthernIreland), Provision: societies1969.At("s. 59", "section/59"),
		Says: "the society may amalgamate with one of that form, as section 59 says; " + unread + ".",
	}}
}
