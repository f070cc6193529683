package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on a company that becomes a society. The other way is a Change; a
// society that becomes a community interest company is under legalform/cic besides.
const (
	CompanyNotResolved         law.Code = "society.company-not-resolved"
	CompanyNotResolved1965     law.Code = "society.company-not-resolved-1965"
	AppointedTooFew            law.Code = "society.appointed-too-few"
	AppointedTooFew1965        law.Code = "society.appointed-too-few-1965"
	CompanyRulesUnsigned       law.Code = "society.company-rules-unsigned"
	CompanyRulesUnsigned1965   law.Code = "society.company-rules-unsigned-1965"
	AlterationsOpen            law.Code = "society.alterations-open"
	AlterationsOpen1965        law.Code = "society.alterations-open-1965"
	NameSaysCompany            law.Code = "society.name-says-company"
	NameSaysCompany1965        law.Code = "society.name-says-company-1965"
	ConversionUnregistered     law.Code = "society.conversion-unregistered"
	ConversionUnregistered1965 law.Code = "society.conversion-unregistered-1965"
)

// startCompanyResolutions is the day on which Part 13 of the Companies Act 2006 began; what
// a special resolution of a company was before is not modelled.
const startCompanyResolutions = "2007-10-01"

// A FromCompany is a company's conversion into this society.
type FromCompany struct {
	Resolved law.Fact[law.Date]         `json:"resolved,omitzero"`
	Votes    law.Fact[governance.Tally] `json:"votes,omitzero"`
	// WithRules says that a copy of the society's rules goes with the resolution.
	WithRules law.Fact[bool] `json:"with_rules,omitzero"`
	// Appointed counts the members of the company whom the resolution appoints, Signed those
	// of them who signed the rules.
	Appointed law.Fact[int64] `json:"appointed,omitzero"`
	Signed    law.Fact[int64] `json:"signed,omitzero"`
	// HasSecretary says that the company has a secretary; OfficerSigned that the secretary,
	// or a director of a company that has none, signed the rules.
	HasSecretary  law.Fact[bool] `json:"has_secretary,omitzero"`
	OfficerSigned law.Fact[bool] `json:"officer_signed,omitzero"`
	// Provides says that the resolution either authorises those appointed to accept the
	// registrar's alterations of the rules or has them laid before the company.
	Provides law.Fact[bool] `json:"provides_for_alterations,omitzero"`
	// Registered is the day on which the registrar of companies registered the resolution
	// and the certificate that the rules are registered; Effective that from which the body
	// was treated as a society.
	Registered law.Fact[law.Date] `json:"registered,omitzero"`
	Effective  law.Fact[law.Date] `json:"effective,omitzero"`
	// Holders are the members of the company whose shares the resolution turns into loan
	// stock; a resolution need not do that.
	Holders law.Fact[[]CompanyHolder] `json:"holders,omitzero"`
}

func (x *FromCompany) check() error {
	if t := x.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("votes: %w", err)
		}
	}
	if err := cmp.Or(natural(x.Appointed, "appointed"), natural(x.Signed, "signed"), checkHolders(x.Holders.Or(nil))); err != nil {
		return err
	}
	appointed, ok := x.Appointed.Get()
	if signed, _ := x.Signed.Get(); ok && signed > appointed {
		return fmt.Errorf("signed: %d of them, and only %d appointed", signed, appointed)
	}
	return nil
}

var (
	companyResolved = event{Path: "from_company.resolved", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.FromCompany.Ptr(); x != nil {
			return x.Resolved
		}
		return law.Fact[law.Date]{}
	}}
	companyEffective = event{Path: "from_company.effective", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.FromCompany.Ptr(); x != nil {
			return x.Effective
		}
		return law.Fact[law.Date]{}
	}}
)

var (
	companyResolution = rule{
		Code: CompanyNotResolved, Provision: act2014.At("s. 115(1)", "section/115"),
		Says:    "A company may convert itself into a registered society only by a special resolution, passed by a majority of not less than 75% of the votes.",
		InForce: from2014, Event: companyResolved, Applies: wasCompany, Check: companyCarried,
		Remedy: "Put the resolution to the company's members again.",
	}
	appoints = rule{
		Code: AppointedTooFew, Provision: act2014.At("s. 115(2)", "section/115"),
		Says:    "The resolution must be accompanied by a copy of the society's rules and appoint three members of the company.",
		InForce: from2014, Event: companyResolved, Applies: wasCompany, Check: appointsEnough,
		Remedy: "Resolve again, with the rules and three members named.",
	}
	rulesSigned = rule{
		Code: CompanyRulesUnsigned, Provision: act2014.At("s. 115(3)", "section/115"),
		Says:    "The appointed members must sign the rules, and so must the company's secretary or, if it has none, a director.",
		InForce: from2014, Event: companyResolved, Applies: wasCompany, Check: companyRulesSigned,
		Remedy: "Have the rules signed by those who have not.",
	}
	rulesSigned1965 = rule{
		Code: CompanyRulesUnsigned1965, Provision: act1965.At("s. 53(2)", "section/53"),
		Says:    "The appointed members, together with the company's secretary, must sign the rules.",
		InForce: windows1965(start1965), Event: companyResolved, Applies: wasCompany,
		Check: companyRulesSigned1965, Remedy: rulesSigned.Remedy, Successor: CompanyRulesUnsigned,
	}
	alterationsProvided = rule{
		Code: AlterationsOpen, Provision: act2014.At("s. 115(4)", "section/115"),
		Says: "The resolution must either authorise the appointed members to accept the registrar's alterations of the rules, or have them lay the " +
			"alterations before the company in general meeting.",
		InForce: from2014, Event: companyResolved, Applies: wasCompany, Check: providesForAlterations,
		Remedy: "Resolve on one of the two.",
	}
	notNamedCompany = rule{
		Code: NameSaysCompany, Provision: act2014.At("s. 115(7)", "section/115"),
		Says:    "The name under which a company is registered as a society must not include the word \"company\".",
		InForce: from2014, Event: companyResolved, Applies: wasCompany, Check: notCompanyByName,
		Remedy: "Choose a name without the word.",
	}
	registeredFirst = rule{
		Code: ConversionUnregistered, Provision: act2014.At("s. 115(8)-(10)", "section/115"),
		Says:    "The conversion takes effect on the registrar of companies registering the resolution and the certificate that the rules are registered.",
		InForce: from2014, Event: companyEffective, Applies: actsAsSociety, Check: companyRegistered,
		Remedy: "Treat the body as a company until then.",
	}
)

var fromCompanies = law.Topic("conversion from a company",
	under1965(companyResolution, CompanyNotResolved1965, act1965.At("s. 53(1)", "section/53"), startCompanyResolutions),
	companyResolution,
	under1965(appoints, AppointedTooFew1965, act1965.At("s. 53(2)", "section/53"), start1965),
	appoints,
	rulesSigned1965,
	rulesSigned,
	under1965(alterationsProvided, AlterationsOpen1965, act1965.At("s. 53(2)(a)-(b)", "section/53"), start1965),
	alterationsProvided,
	under1965(notNamedCompany, NameSaysCompany1965, act1965.At("s. 53(5)", "section/53"), start1965),
	notNamedCompany,
	under1965(registeredFirst, ConversionUnregistered1965, act1965.At("s. 53(4)", "section/53"), start1965),
	registeredFirst,
)

func wasCompany(c *kase) bool { return c.Subject.FromCompany.Stated() }

func actsAsSociety(c *kase) bool {
	x := c.Subject.FromCompany.Ptr()
	return x != nil && x.Effective.Stated()
}

func companyCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.CompanyMajority, c.On); ok {
		carriedBy(c, &c.Subject.FromCompany.Ptr().Votes, "from_company.votes", atLeast(f))
	}
}

func appointsEnough(c *kase) {
	x := c.Subject.FromCompany.Ptr()
	wantYes(c, &x.WithRules, "from_company.with_rules", "Does a copy of the society's rules go with the resolution?",
		"No copy of the society's rules goes with the resolution.")
	needed, ok := law.Read(c, &c.Figures.AppointedMembers, c.On)
	if n, ok1 := law.Need(c, &x.Appointed, "from_company.appointed"); ok && ok1 && n != needed {
		c.Breach("from_company.appointed", "The resolution appoints %d members; it must appoint %d.", n, needed)
	}
}

func companyRulesSigned(c *kase) {
	appointedSigned(c)
	wantYes(c, &c.Subject.FromCompany.Ptr().OfficerSigned, "from_company.officer_signed",
		"Did the company's secretary or, if it has none, a director sign the rules?",
		"Neither the company's secretary nor, in place of one, a director signed the rules.")
}

// The doubt about a company without a secretary, before the 2014 Act provided for it.
const (
	noSecretary      = "The 1965 Act wants the secretary's signature. Could a director sign for a company that has no secretary?"
	secretaryWanted  = "no, so that a secretary must be appointed"
	directorSuffices = "yes, as the 2014 Act has it"
)

func companyRulesSigned1965(c *kase) {
	companyRulesSigned(c)
	has, ok := law.Need(c, &c.Subject.FromCompany.Ptr().HasSecretary, "from_company.has_secretary")
	if ok && !has && c.Doubt(noSecretary, secretaryWanted, directorSuffices) == 0 {
		c.Breach("from_company.has_secretary", "The company has no secretary to sign the rules.")
	}
}

func appointedSigned(c *kase) {
	needed, ok := law.Read(c, &c.Figures.AppointedMembers, c.On)
	if n, ok1 := law.Need(c, &c.Subject.FromCompany.Ptr().Signed, "from_company.signed"); ok && ok1 && n < needed {
		c.Breach("from_company.signed", "%d of the appointed members signed the rules; all %d must.", n, needed)
	}
}

func providesForAlterations(c *kase) {
	wantYes(c, &c.Subject.FromCompany.Ptr().Provides, "from_company.provides_for_alterations",
		"Does the resolution say whether those appointed may accept the registrar's alterations or must lay them before the company?",
		"The resolution leaves open who accepts the registrar's alterations.")
}

func notCompanyByName(c *kase) {
	if name, ok := law.Need(c, &c.Subject.Name, "name"); ok && includesWord(name, "company") {
		c.Breach("name", "The name %q includes the word \"company\".", name)
	}
}

func companyRegistered(c *kase) {
	if on, ok := law.Need(c, &c.Subject.FromCompany.Ptr().Registered, "from_company.registered"); ok && c.On.Before(on) {
		c.Breach("from_company.effective", "The body was treated as a society from %s; the conversion took effect on %s.", c.On.Long(), on.Long())
	}
}
