package society

import (
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules of Northern Ireland on registration, names and rules. That of a duty
// which Great Britain has too is its code with -ni after it.
const (
	NoBusinessNI            law.Code = "society.no-business-ni"
	KindMislabelledNI       law.Code = "society.kind-mislabelled-ni"
	NotCooperativeNI        law.Code = "society.not-co-operative-ni"
	NotForCommunityNI       law.Code = "society.not-for-community-ni"
	NeitherConditionNI      law.Code = "society.neither-condition-ni"
	NeitherCondition1969NI  law.Code = "society.neither-condition-1969-ni"
	TooFewMembersNI         law.Code = "society.too-few-members-ni"
	ApplicationUnsignedNI   law.Code = "society.application-unsigned-ni"
	RulesNotEnclosedNI      law.Code = "society.rules-not-enclosed-ni"
	RulesNotEnclosed1969NI  law.Code = "society.rules-not-enclosed-1969-ni"
	OfficeAbroadNI          law.Code = "society.office-abroad-ni"
	BankingObjectNI         law.Code = "society.banking-object-ni"
	NameEndingNI            law.Code = "society.name-ending-ni"
	NameUndesirableNI       law.Code = "society.name-undesirable-ni"
	NameNotChangedNI        law.Code = "society.name-not-changed-ni"
	LimitedNotAddedNI       law.Code = "society.limited-not-added-ni"
	CooperativeInNameNI     law.Code = "society.co-operative-in-name-ni"
	RulesNameNI             law.Code = "society.rules-name-ni"
	RulesObjectsNI          law.Code = "society.rules-objects-ni"
	RulesOfficeNI           law.Code = "society.rules-office-ni"
	RulesAdmissionNI        law.Code = "society.rules-admission-ni"
	RulesMeetingsNI         law.Code = "society.rules-meetings-ni"
	RulesOfficersNI         law.Code = "society.rules-officers-ni"
	RulesMaximumNI          law.Code = "society.rules-maximum-ni"
	RulesBorrowingNI        law.Code = "society.rules-borrowing-ni"
	RulesSharesNI           law.Code = "society.rules-shares-ni"
	RulesAuditNI            law.Code = "society.rules-audit-ni"
	RulesLeavingNI          law.Code = "society.rules-leaving-ni"
	RulesProfitsNI          law.Code = "society.rules-profits-ni"
	RulesSealNI             law.Code = "society.rules-seal-ni"
	AmendmentUnregisteredNI law.Code = "society.amendment-unregistered-ni"
	AmendmentUnsignedNI     law.Code = "society.amendment-unsigned-ni"
	AmendmentCopiesNI       law.Code = "society.amendment-copies-ni"
	OfficeUnnotifiedNI      law.Code = "society.office-unnotified-ni"
)

// from1969NI is from the Act of 1969 on, from2018NI from the Act of 2016 in its main part.
var (
	from1969NI = inNI(start1969NI)
	from2018NI = inNI(start2018NI)
)

// northernRules are the topics in the order of the Act of 1969.
var northernRules = northernRegistration.With(northernNames).With(northernRuleBooks).With(northernAmendments).
	With(northernHoldings).With(northernYears).With(northernLocks).With(northernPayments)

// northernRegistration is silent on what an older society must go on to be since 6 April 2018,
// which was not read; it may not call itself one of the two types.
var northernRegistration = law.Topic("northern registration",
	northern(business, act1969.At("s. 1(1)", "section/1"), from1969NI),
	northernLabel(),
	rule{
		Code: NotCooperativeNI, Provision: act1969.At("s. 1(2)(a)", "section/1"),
		Says:    "A society registered as a co-operative society must be a bona fide co-operative society.",
		InForce: []law.Window{from2018NI}, Applies: isCooperative, Check: bonaFide,
		Remedy: "Run it as a co-operative society, or convert.",
	},
	rule{
		Code: NotForCommunityNI, Provision: act1969.At("s. 1(2)(a)", "section/1"),
		Says:    "The business of a community benefit society must be, or be intended to be, conducted for the benefit of the community.",
		InForce: []law.Window{from2018NI}, Applies: isCommunityBenefit, Check: forCommunity,
		Remedy: "Conduct the business for the benefit of the community, or convert.",
	},
	rule{
		Code: NeitherCondition1969NI, Provision: act1969.At("s. 1(2), as passed", "section/1"),
		Says: "A society must be a bona fide co-operative society, or there must be, its business being conducted for the benefit of the " +
			"community, special reasons to register it under the Act rather than as a company.",
		InForce: []law.Window{inNI(start1969NI).Until("2006-06-30")}, Check: meetsEither1969NI,
		Remedy: "Bring the business within one of the two conditions, or register as a company.", Successor: NeitherConditionNI,
	},
	rule{
		Code: NeitherConditionNI, Provision: act1969.At("s. 1(2), as the Order of 2006 amended it", "section/1"),
		Says:    "A society must be a bona fide co-operative society, or its business must be conducted for the benefit of the community.",
		InForce: []law.Window{inNI(start2006NI).Until(last2018NI)}, Check: meetsEitherNI,
		Remedy: "Bring the business within one of the two conditions, or convert.",
		Ended:  "From 6 April 2018 each type has its own condition; what is asked of an older society was not read.",
	},
	rule{
		Code: TooFewMembersNI, Provision: act1969.At("ss. 2(1)(a), 2(2), 15(1)(a)(i)", "section/2"),
		Says: minimum1965.Says, InForce: []law.Window{from1969NI}, Check: enoughMembers1965, Remedy: minimum.Remedy,
	},
	rule{
		Code: ApplicationUnsignedNI, Provision: act1969.At("s. 2(1)(b), (2)", "section/2"),
		Says: applicationSigning1965.Says, InForce: []law.Window{from1969NI}, Event: applied, Applies: hasApplication, Check: applicationSigned,
		Remedy: applicationSigning.Remedy,
	},
	rule{
		Code: RulesNotEnclosed1969NI, Provision: act1969.At("s. 2(1)(b), (2)", "section/2"),
		Says:    rulesEnclosing1965.Says,
		InForce: []law.Window{inNI(start1969NI).Until("2016-04-22")}, Event: applied, Applies: hasApplication, Check: printedRulesEnclosed,
		Remedy: rulesEnclosing.Remedy, Ended: "The text of the time from then to 5 April 2018 was not read; society.rules-not-enclosed-ni follows.",
	},
	northern(rulesEnclosing, act1969.At("s. 2(1)(b), (2)", "section/2"), from2018NI),
	rule{
		Code: OfficeAbroadNI, Provision: act1969.At("s. 1(1)", "section/1"),
		Says:    "The place that under the rules is to be the registered office must be in Northern Ireland.",
		InForce: []law.Window{from1969NI}, Applies: hasRuleBook, Check: officeInNI,
		Remedy: "Put the registered office in Northern Ireland, or register elsewhere.",
	},
	northern(bankingObject, act1969.At("s. 7(1)(a), (3)", "section/7"), from1969NI),
)

func northernLabel() rule {
	return rule{
		Code: KindMislabelledNI, Provision: act2016NI.At("s. 8", "section/8"),
		Says: "A society registered on or after 6 April 2018 is registered as a co-operative society or as a community benefit society; " +
			"one registered before is neither, but a pre-2016 Act society.",
		InForce: []law.Window{from2018NI}, Check: labelled,
		Remedy: "State the kind as the register has it, and call no older society by the name of a type.",
	}
}

// Section 5 was read as at 22 June 2016, and knows no Welsh.
var northernNames = law.Topic("northern names",
	rule{
		Code: NameEndingNI, Provision: act1969.At("s. 5(2), (5)", "section/5"),
		Says:    "The last word of the name must be limited, unless the registrar is satisfied that the objects are wholly charitable or benevolent.",
		InForce: []law.Window{from1969NI}, Check: endsLimitedInEnglish, Remedy: remedyName,
	},
	northern(desirableName, act1969.At("s. 5(1)", "section/5"), from1969NI),
	northern(changedName, act1969.At("s. 5(3)", "section/5"), from1969NI),
	rule{
		Code: LimitedNotAddedNI, Provision: act1969.At("s. 5(5)", "section/5"),
		Says: "Where it appears that a society whose name does not contain the word limited is not conducted wholly for charitable or benevolent " +
			"objects, and the registrar so directs, that word must be its last.",
		InForce: []law.Window{from1969NI}, Applies: dispensed, Check: limitedDirected, Remedy: limitedAdded.Remedy,
	},
	rule{
		Code: CooperativeInNameNI, Provision: onNames, Weight: law.Guidance,
		Says:    "The name of a community benefit society does not call it a co-operative.",
		InForce: []law.Window{from2018NI}, Applies: namedCommunity, Check: notCalledCooperative,
		Remedy: "Choose a name without the word.",
	},
)

// northernRuleBooks are the matters of Schedule 1 Part I up to the thirteenth. The text read
// breaks off before the next.
var northernRuleBooks = law.Topic("northern matters of the rules", northernMatters()...)

func northernMatters() []rule {
	var rows []rule
	for i := range matters {
		m := &matters[i]
		if m.code == RulesInvestment {
			break
		}
		row := rule{
			Code: m.code + suffixNI, Provision: act1969.At("s. 1, Sch 1 para "+strconv.Itoa(i+1), "schedule/1"), Says: m.says,
			InForce: []law.Window{from1969NI}, Applies: hasRuleBook, Check: m.check,
			Remedy: "Amend the rules to deal with the matter, and register the amendment.",
		}
		if m.code == RulesSeal {
			row.Check = sealProvided
		}
		rows = append(rows, row)
	}
	return rows
}

var northernAmendments = law.Topic("northern amendments",
	northern(amendmentRegistered, act1969.At("s. 9(1)-(2)", "section/9"), from1969NI),
	northernSigning(),
	northern(amendmentCopying, act1969.At("s. 9(1)", "section/9"), from1969NI),
	northern(officeMoved, act1969.At("s. 9(2)(a)", "section/9"), from1969NI),
)

func northernSigning() rule {
	r := northern(amendmentSigning, act1969.At("s. 9(1)(a)-(b)", "section/9"), from1969NI)
	r.Says = "The copies of an amendment must be signed by the secretary and three members, or, in a society of registered societies alone, by the " +
		"secretary and the secretaries of each of them, or of as many as the Act names."
	return r
}

func meetsEither1969NI(c *kase) { eitherNI(c, told(&c.Subject.SpecialReasons)) }
func meetsEitherNI(c *kase)     { eitherNI(c, yes) }

// eitherNI leaves out the societies for investors that Great Britain's Acts take out of
// the first condition: whether s. 1(3) does so was not read.
func eitherNI(c *kase, reasons answer) {
	s := c.Subject
	switch max(told(&s.BonaFide), min(told(&s.ForCommunity), reasons)) {
	case yes:
	case no:
		c.Breach("", "The society is neither a bona fide co-operative society nor one for the benefit of the community that the Act admits.")
	default:
		law.Ask(c, &s.BonaFide, "bona_fide_co_operative", askBonaFide)
		law.Ask(c, &s.ForCommunity, "for_community", askCommunity)
		if reasons == untold {
			law.Ask(c, &s.SpecialReasons, "special_reasons", askReasons)
		}
	}
}

func officeInNI(c *kase) {
	p, ok := law.Need(c, &c.Subject.RuleBook.Ptr().Place, "rule_book.place_of_office")
	if ok && p != OfficeInNorthernIreland {
		c.Breach("rule_book.place_of_office", "The registered office would be outside Northern Ireland.")
	}
}

func limitedDirected(c *kase) {
	directed, ok := law.Ask(c, &c.Subject.LimitedDirected, "limited_directed", "Has the registrar directed that the word limited be added to the name?")
	if !ok || !directed {
		return
	}
	name, ok := law.Need(c, &c.Subject.Name, "name")
	if last := lastWord(name); ok && !strings.EqualFold(last, "limited") {
		c.Breach("name", "The last word of the name is %q; the registrar directed that the word limited be added.", last)
	}
}
