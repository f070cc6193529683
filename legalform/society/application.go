package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on an application for registration. That the members suffice and the
// business qualifies is judged by the conditions of registration.
const (
	ApplicationUnsigned     law.Code = "society.application-unsigned"
	ApplicationUnsigned1965 law.Code = "society.application-unsigned-1965"
	RulesNotEnclosed        law.Code = "society.rules-not-enclosed"
	RulesNotEnclosed1965    law.Code = "society.rules-not-enclosed-1965"
	OfficeAbroad            law.Code = "society.office-abroad"
	OfficeAbroad1965        law.Code = "society.office-abroad-1965"
	BankingObject           law.Code = "society.banking-object"
	BankingObject1965       law.Code = "society.banking-object-1965"
	ApplicationFeeUnpaid    law.Code = "society.application-fee-unpaid"
)

// OfficePlace is where the rules put a registered office.
type OfficePlace uint8

// The places. Northern Ireland has an Act of its own; OfficeElsewhere takes in the Isle of Man.
const (
	OfficeInEngland OfficePlace = iota + 1
	OfficeInWales
	OfficeInScotland
	OfficeInChannelIslands
	OfficeElsewhere
	OfficeInNorthernIreland
)

var places = []string{"", "england", "wales", "scotland", "channel-islands", "elsewhere", "northern-ireland"}

// String gives the JSON value.
func (p OfficePlace) String() string { return law.NameOf(places, p) }

// MarshalText writes String.
func (p OfficePlace) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *OfficePlace) UnmarshalText(b []byte) error {
	return law.ParseName(p, places, b, "a place of a registered office")
}

// An Application is an application for registration, as it was sent.
type Application struct {
	Made law.Fact[law.Date] `json:"made,omitzero"`
	Signatures
	// Electronic says that it was made by electronic means; Copies counts the copies of the
	// rules that went with it, printed ones under the 1965 Act.
	Electronic law.Fact[bool]  `json:"electronic,omitzero"`
	Copies     law.Fact[int64] `json:"copies_of_rules,omitzero"`
	// NameUndesirable is the registrar's opinion of the name.
	NameUndesirable law.Fact[bool] `json:"name_undesirable,omitzero"`
	// Draft is what the rules were made from, FeePaid what was paid with the application.
	Draft   law.Fact[RulesDraft] `json:"draft,omitzero"`
	FeePaid law.Fact[law.Pence]  `json:"fee_paid,omitzero"`
}

// Signatures are those on a paper sent to the registrar.
type Signatures struct {
	// Secretary says that the society's own secretary signed; Members counts the members who
	// did, a member society signing by two of its committee and its secretary.
	Secretary law.Fact[bool]  `json:"signed_by_secretary,omitzero"`
	Members   law.Fact[int64] `json:"members_signing,omitzero"`
	// Societies counts, in a society of societies, the member societies for which their
	// secretaries signed; until 31 August 1996 two of the committee had to sign with each.
	Societies law.Fact[int64] `json:"societies_signing,omitzero"`
}

// checkRegistration refuses facts of registration and of the rule book that cannot be.
func (s *Society) checkRegistration() error {
	var err error
	try := func(path string, of interface{ check() error }) {
		if e := of.check(); e != nil && err == nil {
			err = fmt.Errorf("%s.%w", path, e)
		}
	}
	if x := s.RuleBook.Ptr(); x != nil {
		try("rule_book", x)
	}
	if x := s.ShareCharacter.Ptr(); x != nil {
		try("share_character", x)
	}
	if x := s.Application.Ptr(); x != nil {
		try("application", x)
	}
	if x := s.Suspension.Ptr(); x != nil {
		try("suspension", x)
	}
	if x := s.Amendment.Ptr(); x != nil {
		try("amendment", x)
	}
	if x := s.RulesRequest.Ptr(); x != nil {
		try("rules_request", x)
	}
	return err
}

func (x *Application) check() error {
	if d := x.Draft.Ptr(); d != nil && d.Amendments < 0 {
		return fmt.Errorf("draft.amendments: a negative number, %d", d.Amendments)
	}
	return cmp.Or(natural(x.Copies, "copies_of_rules"), amountFact("fee_paid", &x.FeePaid), x.Signatures.check())
}

func (x *Signatures) check() error {
	return cmp.Or(natural(x.Members, "members_signing"), natural(x.Societies, "societies_signing"))
}

// ApplicationFigures are the figures of an application for registration.
type ApplicationFigures struct {
	// ApplicantMembers is how many members sign with the secretary; ApplicantSocieties, in a
	// society of societies, for how many of them, or for all if they are fewer.
	ApplicantMembers   law.History[int64]
	ApplicantSocieties law.History[int64]
	// PaperCopies and ElectronicCopies are how many copies of the rules go with it.
	PaperCopies      law.History[int64]
	ElectronicCopies law.History[int64]
	// ApplicationFees is the scale of what is paid for it.
	ApplicationFees law.History[ApplicationScale]
	// PeriodicFees is the scale of the yearly fee that there was until 31 March 2019.
	PeriodicFees law.History[PeriodicScale]
}

func enactedApplication() ApplicationFigures {
	s2, s3 := act1965.At("s. 2(1)(b)", "section/2"), act2014.At("s. 3(1)(a)", "section/3")
	solely, copies := act1965.At("s. 2(2)", "section/2"), act2014.At("s. 3(1)(b)", "section/3")
	return ApplicationFigures{
		ApplicantMembers: law.Since("society.applicant_members", "members",
			at(start1965, int64(7), s2), at("1996-09-01", int64(3), order1996.At("art 3(1)", "article/3")), at(start2014, int64(3), s3)),
		ApplicantSocieties: law.Since("society.applicant_societies", "member societies, or all if fewer",
			at(start1965, int64(3), solely), at("1996-09-01", int64(2), order1996.At("art 4(1)", "article/4")), at(start2014, int64(2), s3)),
		PaperCopies: law.Since("society.paper_copies", "copies of the rules",
			at(start1965, int64(2), s2), at(start2014, int64(2), copies)),
		ElectronicCopies: law.Since("society.electronic_copies", "copies of the rules",
			at(start2014, int64(1), copies)),
		ApplicationFees: enactedApplicationFees(),
		PeriodicFees:    enactedPeriodicFees(),
	}
}

var applied = event{Path: "application.made", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Application.Ptr(); x != nil {
		return x.Made
	}
	return law.Fact[law.Date]{}
}}

var (
	applicationSigning = rule{
		Code: ApplicationUnsigned, Provision: act2014.At("s. 3(1)(a)", "section/3"),
		Says: "An application must be signed by the society's secretary and 3 of its members, or, where both or all of its members are registered " +
			"societies, by the secretaries of 2 of them.",
		InForce: from2014, Event: applied, Applies: hasApplication, Check: applicationSigned,
		Remedy: "Have the application signed and send it again.",
	}
	applicationSigning1965 = rule{
		Code: ApplicationUnsigned1965, Provision: act1965.At("s. 2(1)(b), (2)", "section/2"),
		Says: "An application must be signed by the secretary and the number of members that the Act names, or, where the members are two or more " +
			"registered societies and nobody else, by the officers of each, or of as many of them as the Act names.",
		InForce: windows1965(start1965), Event: applied, Applies: hasApplication, Check: applicationSigned,
		Remedy: applicationSigning.Remedy, Successor: ApplicationUnsigned,
	}
	rulesEnclosing = rule{
		Code: RulesNotEnclosed, Provision: act2014.At("s. 3(1)(b)", "section/3"),
		Says:    "Two copies of the rules, or one where the application is made by electronic means, must go with the application.",
		InForce: from2014, Event: applied, Applies: hasApplication, Check: rulesEnclosed,
		Remedy: "Send the copies of the rules.",
	}
	rulesEnclosing1965 = rule{
		Code: RulesNotEnclosed1965, Provision: act1965.At("s. 2(1)(b), (2)", "section/2"),
		Says:    "Two printed copies of the rules must go with the application.",
		InForce: windows1965(start1965), Event: applied, Applies: hasApplication, Check: printedRulesEnclosed,
		Remedy: rulesEnclosing.Remedy, Successor: RulesNotEnclosed,
	}
	officePlacing = rule{
		Code: OfficeAbroad, Provision: act2014.At("s. 2(2)(d)", "section/2"),
		Says:    "The place that under the rules is to be the registered office must be in Great Britain or the Channel Islands.",
		InForce: from2014, Applies: hasRuleBook, Check: officeAtHome,
		Remedy: "Put the registered office in England, Wales, Scotland or the Channel Islands, or register elsewhere.",
	}
	bankingObject = rule{
		Code: BankingObject, Provision: act2014.At("s. 4(1)-(2)", "section/4"),
		Says:    "A society that has any withdrawable share capital may not be registered with the object of carrying on the business of banking.",
		InForce: from2014, Applies: hasRuleBook, Check: noBank,
		Remedy: "Leave banking out of the objects, or have no withdrawable shares.",
	}
)

var applications = law.Topic("applications",
	applicationSigning1965, applicationSigning, rulesEnclosing1965, rulesEnclosing,
	under1965(officePlacing, OfficeAbroad1965, act1965.At("s. 1(1)(c)", "section/1"), start1965), officePlacing,
	under1965(bankingObject, BankingObject1965, act1965.At("s. 7(1)(a), (3)", "section/7"), start1965), bankingObject,
	rule{
		Code: ApplicationFeeUnpaid, Provision: feesRules.At("FEES App 1.3, Annex 1A", ""),
		Says:    "An application to register a society other than a credit union must be accompanied by the application fee.",
		InForce: []law.Window{law.From(startFees, law.GreatBritain)}, Event: applied, Applies: paysFee, Check: applicationFeePaid,
		Remedy: "Pay the balance of the fee.",
	},
)

func hasApplication(c *kase) bool { return c.Subject.Application.Stated() }

// paysFee takes a society that is not said to be a credit union, which has fees of its own, for none.
func paysFee(c *kase) bool { return hasApplication(c) && told(&c.Subject.CreditUnion) != yes }

func applicationSigned(c *kase) {
	members, ok1 := law.Read(c, &c.Figures.ApplicantMembers, c.On)
	societies, ok2 := law.Read(c, &c.Figures.ApplicantSocieties, c.On)
	x := c.Subject.Application.Ptr()
	if !ok1 || !ok2 || max(x.bySocieties(c.Subject, societies), x.byMembers(members)) == yes {
		return
	}
	if x.byMembers(members) == untold {
		x.askMembers(c, "application.")
	}
	if x.bySocieties(c.Subject, societies) == untold {
		x.askSocieties(c, "application.")
	}
	if max(x.bySocieties(c.Subject, societies), x.byMembers(members)) == no {
		c.Breach("application", "The application lacks the signatures of the secretary and %d members, and of the officers of %d member societies in their place.",
			members, societies)
	}
}

// byMembers tells whether the secretary and enough members signed.
func (x *Signatures) byMembers(enough int64) answer {
	return min(told(&x.Secretary), reaches(&x.Members, enough))
}

// bySocieties tells whether, in a society of societies, the officers of enough of them
// signed; of all, where there are fewer.
func (x *Signatures) bySocieties(s *Society, enough int64) answer {
	if n, ok := s.Members.Get(); ok {
		enough = min(enough, n)
	}
	return min(s.ofSocieties(), reaches(&x.Societies, enough))
}

// ofSocieties tells whether all the members are registered societies, two at the least.
func (s *Society) ofSocieties() answer {
	all, ok1 := s.Members.Get()
	societies, ok2 := s.MemberSocieties.Get()
	switch {
	case ok1 && all < 2 || ok2 && societies < 2:
		return no
	case !ok1 || !ok2:
		return untold
	case all == societies:
		return yes
	}
	return no
}

func reaches(f *law.Fact[int64], enough int64) answer {
	switch n, ok := f.Get(); {
	case !ok:
		return untold
	case n >= enough:
		return yes
	}
	return no
}

func (x *Signatures) askMembers(c *kase, at string) {
	law.Need(c, &x.Secretary, at+"signed_by_secretary")
	law.Need(c, &x.Members, at+"members_signing")
}

func (x *Signatures) askSocieties(c *kase, at string) {
	law.Need(c, &c.Subject.Members, "members")
	law.Need(c, &c.Subject.MemberSocieties, "member_societies")
	law.Need(c, &x.Societies, at+"societies_signing")
}

func rulesEnclosed(c *kase) {
	x := c.Subject.Application.Ptr()
	if electronic, ok := law.Need(c, &x.Electronic, "application.electronic"); ok && electronic {
		enclosed(c, &c.Figures.ElectronicCopies)
	} else if ok {
		enclosed(c, &c.Figures.PaperCopies)
	}
}

func printedRulesEnclosed(c *kase) { enclosed(c, &c.Figures.PaperCopies) }

func enclosed(c *kase, h *law.History[int64]) {
	least, ok1 := law.Read(c, h, c.On)
	sent, ok2 := law.Need(c, &c.Subject.Application.Ptr().Copies, "application.copies_of_rules")
	if ok1 && ok2 && sent < least {
		c.Breach("application.copies_of_rules", "Copies of the rules sent: %d; wanted: %d.", sent, least)
	}
}

func officeAtHome(c *kase) {
	p, ok := law.Need(c, &c.Subject.RuleBook.Ptr().Place, "rule_book.place_of_office")
	if ok && (p == OfficeElsewhere || p == OfficeInNorthernIreland) {
		c.Breach("rule_book.place_of_office", "The registered office would be outside Great Britain and the Channel Islands.")
	}
}

// noBank asks about withdrawable shares only of a society that would be a bank.
func noBank(c *kase) {
	b := c.Subject.RuleBook.Ptr()
	banks, ok := law.Ask(c, &b.BankingObject, "rule_book.banking_object",
		"Do the objects include the business of banking, more than to take small deposits?")
	if !ok || !banks {
		return
	}
	if d, ok := law.Need(c, &b.Withdrawal, "rule_book.share_withdrawal"); ok && (d == Provided || d == Bare) {
		c.Breach("rule_book.banking_object", "The society's shares may be withdrawn, and banking is among its objects.")
	}
}
