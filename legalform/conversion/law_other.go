package conversion

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// others: bodies that are not corporate may be registered as societies, and a friendly
// society may become a company.
func (f *figures) others() (out []Edge) {
	return append(f.registrations(), f.friendlySocieties()...)
}

// registrations: an association that carries on a business and meets the condition is
// registered as it is, and what is held in trust for it becomes its own.
func (f *figures) registrations() (out []Edge) {
	agree := stage(Resolution, "The members resolve to be registered and adopt the rules, as their own rules say; where those give no power to alter them, all must agree.", contract.At("amendment of rules", ""))
	out = append(out, register(agree, Edge{
		ID: "association-to-society-1965", InForce: between(start1965, last1965, law.GreatBritain), Provision: societies1965.At("ss. 1-3", "section/1"),
		Judges: []law.Code{
			society.ApplicationUnsigned1965, society.RulesNotEnclosed1965, society.OfficeAbroad1965, society.NoBusiness1965, society.TooFewMembers1965,
			society.NeitherCondition1965, association.RulesNotAmendedByAll,
		},
	}, "registrar")...)
	out = append(out, register(agree, Edge{
		ID: "association-to-society-2014", InForce: since(start2014, law.GreatBritain), Provision: societies2014.At("ss. 2-3", "section/3"),
		Judges: []law.Code{
			society.ApplicationUnsigned, society.RulesNotEnclosed, society.OfficeAbroad, society.NoBusiness, society.TooFewMembers, society.NotCooperative,
			society.NotForCommunity, association.RulesNotAmendedByAll,
		},
	}, "FCA")...)
	s1 := creditUnions1979.At("ss. 1, 6(1)", "section/1")
	return append(out, join(only(Association), only(CreditUnion), Edge{
		ID: "association-to-credit-union", How: Registering, InForce: since(startUnions, law.GreatBritain), Provision: s1,
		Stages: []Stage{
			agree,
			stage(Filing, "An application signed by the secretary and as many members as a credit union needs goes to the registrar, with the rules.", s1),
			stage(Decision, "The registrar is satisfied of the objects and the common bond, and the regulators of the permission to accept deposits.", s1),
			stage(Effect, "It is registered as a credit union: a body corporate, in which what is held in trust for it vests.", s1),
		},
		Conditions: []string{"Its objects are those of a credit union alone, and its members have a common bond."},
		Judges:     []law.Code{financialmutual.CreditUnionTooFewMembers},
	})...)
}

func register(agree Stage, e Edge, registrar string) (out []Edge) {
	e.How = Registering
	e.Stages = []Stage{
		agree,
		stage(Filing, "An application signed by the secretary and three members goes to the "+registrar+", with the rules.", e.Provision),
		stage(Decision, "The "+registrar+" is satisfied that the condition for the kind of society is met.", e.Provision),
		stage(Effect, "It is registered: a body corporate with limited liability, in which all property held in trust for it vests.", e.Provision),
	}
	e.Conditions = []string{"It carries on an industry, business or trade.", "It has at least three members, or two that are registered societies."}
	out = append(out, join(only(Association), only(CoOperative), e)...)
	e.ToTrait = Unlocked
	out = append(out, join(only(Association), only(CommunityBenefit), e)...)
	e.ID = "charity" + e.ID[len("association"):]
	e.ToTrait, e.Question = Charitable, "A society may be registered that carries on a business. Is an unincorporated charity one, and do its trusts let its property vest in the society?"
	return append(out, join(only(UnincorporatedCharity), only(CommunityBenefit), e)...)
}

// friendlySocieties: into companies, by the Act of 1974 and since by that of 1992.
func (f *figures) friendlySocieties() (out []Edge) {
	codes := []law.Code{financialmutual.FriendlyNotCarried, financialmutual.FriendlyNoticeTooShort, financialmutual.FriendlyProxiesBarred, financialmutual.FriendlyStatementLate, financialmutual.FriendlyUnrepresented, financialmutual.FriendlyUnconfirmed}
	resolve := func(day string, by law.Provision) Stage {
		s := stage(Resolution, "The members pass a special resolution that approves the conversion, its terms and the company's documents.", by)
		s.Majority.Share = on(&f.mutual.FriendlySpecial, day)
		return s
	}
	s84, s91 := friendly1974.At("ss. 84, 86", "section/84"), friendly1992.At("s. 91", "section/91")
	out = join(only(FriendlySociety), newCompanies, Edge{
		ID: "friendly-to-company-1974", How: Converting, InForce: between(startFriendly, lastFriendly, law.GreatBritain), Provision: s84,
		Stages: []Stage{
			resolve(startFriendly, friendly1974.At("ss. 84(1), 86(1)", "section/86")),
			stage(Filing, "A copy, signed by the chair and countersigned by the secretary, goes to the registrar; until it is registered the resolution has no effect.", friendly1974.At("s. 86(3)", "section/86")),
			stage(Effect, "The society is registered as a company: its registration as a society becomes void and is cancelled.", friendly1974.At("s. 84(3)", "section/84")),
		},
		Judges: []law.Code{financialmutual.FriendlyNotCarried1974, financialmutual.FriendlyProxiesBarred1974},
	})
	statement := on(&f.mutual.FriendlyNotice, start1992)
	return slices.Concat(out, join(only(FriendlySociety), newCompanies, Edge{
		ID: "friendly-to-company-1992", How: Converting, InForce: since(start1992, law.UnitedKingdom), Provision: s91,
		Stages: []Stage{
			within(Act, statement, fmt.Sprintf("Every member is sent a statement on the conversion at least %d days before the vote.", statement), friendly1992.At("s. 91(2)(a), Sch 15", "schedule/15")),
			resolve(start1992, friendly1992.At("s. 91(2)(b), Sch 12 para 7", "section/91")),
			stage(Consent, "The regulator confirms the conversion; it must refuse where the vote does not represent the members' views.", friendly1992.At("s. 91(2)(c), Sch 15", "section/91")),
			stage(Filing, "The society applies for registration as a company; the resolution serves as its memorandum where it holds what a memorandum must.", friendly1992.At("s. 91(2), (4)", "section/91")),
			stage(Effect, "It is registered as a company, and its registration as a friendly society is cancelled.", friendly1992.At("s. 91(5)", "section/91")),
		},
		Judges: codes,
	}))
}
