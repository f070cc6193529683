package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on an instrument of dissolution.
const (
	DissolutionWithoutConsent     law.Code = "society.dissolution-without-consent"
	DissolutionWithoutConsent1965 law.Code = "society.dissolution-without-consent-1965"
	DissolutionNotDeclared        law.Code = "society.dissolution-not-declared"
	DissolutionNotDeclared1965    law.Code = "society.dissolution-not-declared-1965"
	InstrumentIncomplete          law.Code = "society.instrument-incomplete"
	InstrumentIncomplete1965      law.Code = "society.instrument-incomplete-1965"
	InstrumentBeforeReturn        law.Code = "society.instrument-before-return"
	InstrumentBeforeReturn1965    law.Code = "society.instrument-before-return-1965"
)

// A Dissolution is an instrument of dissolution, approved by members' signatures or by a
// special resolution, which is a Change. The society's Members and MemberSocieties count
// them on its date. Of an alteration of the instrument, Signatures are those to it.
type Dissolution struct {
	// Dated is the date of the instrument.
	Dated law.Fact[law.Date] `json:"dated,omitzero"`
	// Signatures counts the members who signed it.
	Signatures law.Fact[int64] `json:"signatures,omitzero"`
	// DeclaredBySecretary and DeclaredByMembers are who made the statutory declaration that
	// goes with it.
	DeclaredBySecretary law.Fact[bool]     `json:"declared_by_secretary,omitzero"`
	DeclaredByMembers   law.Fact[int64]    `json:"declared_by_members,omitzero"`
	Contents            InstrumentContents `json:"contents,omitzero"`
	// FinalReturn is the day on which the registrar received the annual return for the last
	// year of account, Registered that on which it registered the instrument.
	FinalReturn law.Fact[law.Date] `json:"final_return,omitzero"`
	Registered  law.Fact[law.Date] `json:"registered,omitzero"`
	// Gazetted is the date of the Gazette with the registrar's notice of the dissolution;
	// AdvertisedLocally that of the newspaper.
	Gazetted          law.Fact[law.Date]  `json:"gazetted,omitzero"`
	AdvertisedLocally law.Fact[law.Date]  `json:"advertised_locally,omitzero"`
	Challenge         law.Fact[Challenge] `json:"challenge,omitzero"`
}

// InstrumentContents are what an instrument of dissolution sets out.
type InstrumentContents struct {
	// AssetsAndLiabilities: the assets and liabilities, in detail. MembersAndInterests: the
	// number of members and the nature of their interests. CreditorsAndPayment: creditors'
	// claims, if any, and the provision for their payment.
	AssetsAndLiabilities law.Fact[bool] `json:"assets_and_liabilities,omitzero"`
	MembersAndInterests  law.Fact[bool] `json:"members_and_interests,omitzero"`
	CreditorsAndPayment  law.Fact[bool] `json:"creditors_and_payment,omitzero"`
	// Division: how funds and property are to be appropriated or divided, or that this is
	// left to the registrar's award.
	Division law.Fact[bool] `json:"division,omitzero"`
}

func (x *Dissolution) check(members *law.Fact[int64]) error {
	signed, _ := x.Signatures.Get()
	if signed < 0 {
		return fmt.Errorf("signatures: a negative number, %d", signed)
	}
	if all, ok := members.Get(); ok && signed > all {
		return fmt.Errorf("signatures: %d of them, and only %d members", signed, all)
	}
	if n, _ := x.DeclaredByMembers.Get(); n < 0 {
		return fmt.Errorf("declared_by_members: a negative number, %d", n)
	}
	return nil
}

var instrumentDated = event{Path: "dissolution.dated", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Dissolution.Ptr(); x != nil {
		return x.Dated
	}
	return law.Fact[law.Date]{}
}}

var (
	consent = rule{
		Code: DissolutionWithoutConsent, Provision: act2014.At("s. 119(3)(a), (4)(a)", "section/119"),
		Says: "An instrument of dissolution, or an alteration of it, that no special resolution approves must have the consent of at least 75% of " +
			"the society's members, testified by their signatures to it.",
		InForce: from2014, Event: instrumentDated, Applies: dissolvedBySignatures, Check: consented,
		Remedy: "Obtain more signatures; it is all members who are counted, not those who vote.",
	}
	declaration = rule{
		Code: DissolutionNotDeclared, Provision: act2014.At("s. 121(2)-(3)", "section/121"),
		Says: "The instrument must be sent with a statutory declaration made by the secretary and three members, or by the secretary and both " +
			"members of a society that consists solely of two registered societies.",
		InForce: from2014, Event: instrumentDated, Applies: hasInstrument, Check: declared,
		Remedy: "Have the declaration made by the secretary and enough members.",
	}
)

var (
	instrumentContents = rule{
		Code: InstrumentIncomplete, Provision: act2014.At("s. 119(2)", "section/119"),
		Says: "An instrument of dissolution must set out the assets and liabilities in detail, the number of members and the nature of their " +
			"interests, creditors' claims and the provision for their payment, and the division of what is left unless that is left to an award.",
		InForce: from2014, Event: instrumentDated, Applies: hasInstrument, Check: setsOut,
		Remedy: "Set out what is missing, and have the alteration approved as the instrument was.",
	}
	lastReturn = rule{
		Code: InstrumentBeforeReturn, Provision: act2014.At("s. 121(5)", "section/121"),
		Says:    "The instrument must not be registered until the registrar has received the annual return for the last year of account.",
		InForce: from2014, Event: instrumentRegistered, Applies: instrumentIsRegistered, Check: returnReceived,
		Remedy: "Send the annual return for the year that ends on the date of the instrument.",
	}
)

var instrumentRegistered = event{Path: "dissolution.registered", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Dissolution.Ptr(); x != nil {
		return x.Registered
	}
	return law.Fact[law.Date]{}
}}

var dissolutions = law.Topic("dissolutions",
	under1965(consent, DissolutionWithoutConsent1965, act1965.At("s. 55(b), later (1)(b)(i)", "section/55"), start1965),
	consent,
	under1965(declaration, DissolutionNotDeclared1965, act1965.At("s. 58(4), (9)", "section/58"), start1965),
	declaration,
	under1965(instrumentContents, InstrumentIncomplete1965, act1965.At("s. 58(2)", "section/58"), start1965),
	instrumentContents,
	under1965(lastReturn, InstrumentBeforeReturn1965, act1965.At("s. 58(5)", "section/58"), start1965),
	lastReturn,
)

func hasInstrument(c *kase) bool { return c.Subject.Dissolution.Stated() }

func instrumentIsRegistered(c *kase) bool {
	x := c.Subject.Dissolution.Ptr()
	return x != nil && x.Registered.Stated()
}

// dissolvedBySignatures leaves out an instrument that a special resolution approves, on a
// date on which there was such a resolution.
func dissolvedBySignatures(c *kase) bool {
	if !hasInstrument(c) {
		return false
	}
	_, open := c.Figures.DissolutionMajority.At(c.On)
	return !open || !changeOf(c, DissolutionApproval)
}

func consented(c *kase) {
	part, ok := law.Read(c, &c.Figures.DissolutionConsent, c.On)
	members, ok1 := law.Need(c, &c.Subject.Members, "members")
	signed, ok2 := law.Need(c, &c.Subject.Dissolution.Ptr().Signatures, "dissolution.signatures")
	if !ok || !ok1 || !ok2 {
		return
	}
	if r := ofAllMembers(part).Test("", governance.Tally{For: signed, Entitled: members}); !r.Passed {
		c.Breach("dissolution.signatures", "Too few members signed: %v.", r)
	}
}

func ofAllMembers(part law.Ratio) governance.Threshold {
	return governance.Threshold{Fraction: part, Of: governance.AllEntitled}
}

// SignaturesNeeded returns how many of the members must sign an instrument of dissolution
// on a date; false where the figures hold none.
func (f *Figures) SignaturesNeeded(members int64, on law.Date) (int64, bool) {
	part, ok := f.DissolutionConsent.At(on)
	if !ok {
		return 0, false
	}
	return ofAllMembers(part.Value).Needs(members), true
}

func declared(c *kase) {
	x := c.Subject.Dissolution.Ptr()
	needed, ok := law.Read(c, &c.Figures.DeclaringMembers, c.On)
	secretary, ok1 := law.Need(c, &x.DeclaredBySecretary, "dissolution.declared_by_secretary")
	n, ok2 := law.Need(c, &x.DeclaredByMembers, "dissolution.declared_by_members")
	if !ok || !ok1 || !ok2 {
		return
	}
	if !secretary {
		c.Breach("dissolution.declared_by_secretary", "The secretary did not make the declaration.")
	}
	if n < needed && !bothSocieties(c, n) {
		c.Breach("dissolution.declared_by_members", "%d members made the declaration with the secretary; %d must.", n, needed)
	}
}

// bothSocieties reports whether both members of a society of two societies declared, or
// cannot yet be said not to have.
func bothSocieties(c *kase, n int64) bool {
	members, ok := law.Need(c, &c.Subject.Members, "members")
	if !ok || members != 2 || n != 2 {
		return !ok
	}
	societies, ok := law.Need(c, &c.Subject.MemberSocieties, "member_societies")
	return !ok || societies == 2
}

func setsOut(c *kase) {
	x := &c.Subject.Dissolution.Ptr().Contents
	wantYes(c, &x.AssetsAndLiabilities, "dissolution.contents.assets_and_liabilities",
		"Does the instrument set out the assets and liabilities in detail?", "The instrument does not set out the assets and liabilities in detail.")
	wantYes(c, &x.MembersAndInterests, "dissolution.contents.members_and_interests",
		"Does it set out the number of members and the nature of their interests?",
		"The instrument does not set out the number of members and the nature of their interests.")
	wantYes(c, &x.CreditorsAndPayment, "dissolution.contents.creditors_and_payment",
		"Does it set out creditors' claims, if any, and the provision for their payment?",
		"The instrument does not set out creditors' claims and the provision for their payment.")
	wantYes(c, &x.Division, "dissolution.contents.division",
		"Does it set out the intended division of funds and property, or state that this is left to an award?",
		"The instrument neither divides the funds and property nor leaves this to an award.")
}

func returnReceived(c *kase) {
	if received, ok := law.Need(c, &c.Subject.Dissolution.Ptr().FinalReturn, "dissolution.final_return"); ok && received.After(c.On) {
		c.Breach("dissolution.registered", "The instrument was registered on %s, before the last annual return was received on %s.",
			c.On.Long(), received.Long())
	}
}
