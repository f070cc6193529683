package society

import (
	"cmp"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the rules as a covenant and on their amendment. The Acts fix no majority for an amendment: the rules do.
const (
	AmendmentUnregistered     law.Code = "society.amendment-unregistered"
	AmendmentUnregistered1965 law.Code = "society.amendment-unregistered-1965"
	AmendmentUnsigned         law.Code = "society.amendment-unsigned"
	AmendmentUnsigned1965     law.Code = "society.amendment-unsigned-1965"
	AmendmentCopies           law.Code = "society.amendment-copies"
	AmendmentCopies1965       law.Code = "society.amendment-copies-1965"
	OfficeUnnotified          law.Code = "society.office-unnotified"
	OfficeUnnotified1965      law.Code = "society.office-unnotified-1965"
	MemberOverbound           law.Code = "society.member-overbound"
	MemberOverbound1965       law.Code = "society.member-overbound-1965"
	RulesDisregarded          law.Code = "society.rules-disregarded"
	RulesDisregarded1965      law.Code = "society.rules-disregarded-1965"
)

// AmendmentKind is what an amendment changes.
type AmendmentKind uint8

// The kinds. A change of name or of the registered office is registered as an amendment
// without copies or signatures: the one is approved, the other notified.
const (
	// RuleChange is a new rule, an altered one or one rescinded.
	RuleChange AmendmentKind = iota + 1
	OfficeChange
	NameChange
)

var amendmentKinds = []string{"", "rules", "office", "name"}

// String gives the JSON value.
func (k AmendmentKind) String() string { return law.NameOf(amendmentKinds, k) }

// MarshalText writes String.
func (k AmendmentKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *AmendmentKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, amendmentKinds, b, "a kind of amendment")
}

// An Amendment is an alteration of the rules put to the society.
type Amendment struct {
	Kind law.Fact[AmendmentKind] `json:"kind,omitzero"`
	// On is the day on which the society made it.
	On law.Fact[law.Date] `json:"on,omitzero"`
	// AltersLock says that it alters or deletes the rule that locks the assets.
	AltersLock law.Fact[bool] `json:"alters_lock,omitzero"`
	// AsEntrenched says that it was made as the rules ask of an amendment of a voluntary lock.
	AsEntrenched law.Fact[bool] `json:"as_entrenched,omitzero"`
	// Copies counts those given to the registrar, with the signatures on them.
	Copies law.Fact[int64] `json:"copies,omitzero"`
	Signatures
	// Notified says that the registrar was given notice of a change of office.
	Notified law.Fact[bool] `json:"notified,omitzero"`
	// Registered is the day of registration; Unregistered says that there has been none yet.
	Registered   law.Fact[law.Date] `json:"registered,omitzero"`
	Unregistered law.Fact[bool]     `json:"unregistered,omitzero"`
	// ActedOn is the first day, if any, on which the society acted on the amendment as one of
	// its rules.
	ActedOn law.Fact[law.Date] `json:"acted_on,omitzero"`
	// RaisesContribution says that it makes a member take more shares, pay more on those held
	// than was unpaid, or otherwise contribute more share or loan capital.
	RaisesContribution law.Fact[bool] `json:"raises_contribution,omitzero"`
	// HeldTo lists the members whom the society holds to such an increase.
	HeldTo law.Fact[[]HeldMember] `json:"held_to,omitzero"`
}

// A HeldMember is a member whom a society holds to an amendment.
type HeldMember struct {
	// Member is an id that locates a finding; no name is needed.
	Member string `json:"member"`
	// Joined is the day on which the person became a member.
	Joined law.Fact[law.Date] `json:"joined,omitzero"`
	// Consented says that the member consented to the amendment in writing.
	Consented law.Fact[bool] `json:"consented,omitzero"`
}

func (x *Amendment) check() error { return cmp.Or(natural(x.Copies, "copies"), x.Signatures.check()) }

// EffectiveOn returns the day from which an amendment of a rule is valid: that of
// registration, never that of the resolution. It is not stated where that is not, and of a
// change of name or office, which the Acts do not make wait for registration.
func (x *Amendment) EffectiveOn() law.Fact[law.Date] {
	if k, ok := x.Kind.Get(); !ok || k != RuleChange {
		return law.Fact[law.Date]{}
	}
	return x.Registered
}

// Binds tells whether an increase of contribution that the amendment makes binds a member:
// met where it does, breached where it does not, and unknown where a fact is missing, or
// the member joined on the day of registration and it is not known which came first.
func (x *Amendment) Binds(m *HeldMember) law.Outcome {
	registered, ok1 := x.Registered.Get()
	joined, ok2 := m.Joined.Get()
	switch {
	case ok1 && !registered.After(cut1928), told(&m.Consented) == yes:
		return law.Met
	case ok1 && ok2 && joined.After(registered):
		return law.Met
	case !ok1 || !ok2 || joined == registered || !m.Consented.Stated():
		return law.Unknown
	}
	return law.Breached
}

// cut1928 is the last day of the registrations after which members are free of an increase
// (2014 Act Sch 3 para 4, 1965 Act s. 14(2)).
var cut1928 = law.MustDate("1928-03-27")

// AmendmentFigures are the figures of amendments and of copies of the rules.
type AmendmentFigures struct {
	AmendmentCopies law.History[int64]
	// AmendmentMembers sign with the secretary; in a society of societies, the officers of
	// AmendmentSocieties, or of all if fewer.
	AmendmentMembers   law.History[int64]
	AmendmentSocieties law.History[int64]
}

func enactedAmendment() AmendmentFigures {
	s10, s16 := act1965.At("s. 10(1)", "section/10"), act2014.At("s. 16(2)", "section/16")
	return AmendmentFigures{
		AmendmentCopies: law.Since("society.amendment_copies", "copies",
			at(start1965, int64(2), s10), at(start2014, int64(2), s16)),
		AmendmentMembers: law.Since("society.amendment_members", "members",
			at(start1965, int64(3), s10), at(start2014, int64(3), s16)),
		AmendmentSocieties: law.Since("society.amendment_societies", "member societies, or all if fewer",
			at(start1965, int64(3), s10), at("1996-09-01", int64(2), order1996.At("art 4(2)", "article/4")), at(start2014, int64(2), s16)),
	}
}

var amended = event{Path: "amendment.on", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Amendment.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
}}

var (
	rulesBinding = rule{
		Code: RulesDisregarded, Provision: act2014.At("s. 15(1)", "section/15"), Weight: law.OwnRules,
		Says:    "The registered rules bind the society, its members and those who claim through them as if each had covenanted to observe them.",
		InForce: from2014, Applies: conductJudged, Check: rulesObserved,
		Remedy: "Do what the rules require, or amend them first.",
	}
	memberBounds = rule{
		Code: MemberOverbound, Provision: act2014.At("s. 15(2), Sch 3 para 4", "section/15"),
		Says: "A member is not bound, without consent in writing, by an amendment registered after becoming one that requires more shares to be taken, " +
			"more to be paid than was unpaid, or more share or loan capital to be contributed in any other way.",
		InForce: from2014, Applies: raisesContribution, Check: holdsOnlyWhomItBinds,
		Remedy: "Release the member from the increase, or obtain consent in writing.",
	}
	amendmentRegistered = rule{
		Code: AmendmentUnregistered, Provision: act2014.At("s. 16(1), (3)", "section/16"),
		Says:    "An amendment of the rules, other than a change of name or of registered office, is not valid until it is registered.",
		InForce: from2014, Event: amended, Applies: amendsRules, Check: notActedOnEarly,
		Remedy: "Go by the old rules until the amendment is registered.",
	}
	amendmentSigning = rule{
		Code: AmendmentUnsigned, Provision: act2014.At("s. 16(2)", "section/16"),
		Says: "The copies of an amendment must be signed by the society's secretary and by 3 of its members, or, where both or all of its members are " +
			"registered societies, by the secretaries of 2 of them.",
		InForce: from2014, Event: amended, Applies: amendsRules, Check: amendmentSigned,
		Remedy: "Have the copies signed and send them again.",
	}
	amendmentCopying = rule{
		Code: AmendmentCopies, Provision: act2014.At("s. 16(2)", "section/16"),
		Says:    "A society must give the registrar two copies of any amendment of its rules.",
		InForce: from2014, Event: amended, Applies: amendsRules, Check: amendmentCopied,
		Remedy: "Send the copies.",
	}
	officeMoved = rule{
		Code: OfficeUnnotified, Provision: act2014.At("s. 16(3)(a)", "section/16"),
		Says:    "The registrar must be given notice of any change of registered office.",
		InForce: from2014, Event: amended, Applies: movesOffice, Check: moveNotified,
		Remedy: "Give the registrar notice of the change.",
	}
)

var amendments = law.Topic("amendments",
	under1965(rulesBinding, RulesDisregarded1965, act1965.At("s. 14(1)", "section/14"), start1965), rulesBinding,
	under1965(memberBounds, MemberOverbound1965, act1965.At("s. 14(2)", "section/14"), start1965), memberBounds,
	under1965(amendmentRegistered, AmendmentUnregistered1965, act1965.At("s. 10(1)-(2)", "section/10"), start1965), amendmentRegistered,
	amendmentSigned1965(), amendmentSigning,
	under1965(amendmentCopying, AmendmentCopies1965, act1965.At("s. 10(1)", "section/10"), start1965), amendmentCopying,
	under1965(officeMoved, OfficeUnnotified1965, act1965.At("s. 10(2)(a)", "section/10"), start1965), officeMoved,
)

func amendmentSigned1965() rule {
	r := under1965(amendmentSigning, AmendmentUnsigned1965, act1965.At("s. 10(1)(a)-(b)", "section/10"), start1965)
	r.Says = "The copies of an amendment must be signed by the secretary and three members, or, in a society of registered societies alone, by the " +
		"secretary and the officers of each of them, or of as many as the Act names."
	return r
}

func conductJudged(c *kase) bool { return c.Subject.KeepsRules.Stated() }
func amendsRules(c *kase) bool   { return amendmentOf(c, RuleChange) }
func movesOffice(c *kase) bool   { return amendmentOf(c, OfficeChange) }

// mayAmendRules leaves out a change of name or of office, which can alter neither a lock nor
// what members contribute.
func mayAmendRules(c *kase) bool {
	x := c.Subject.Amendment.Ptr()
	return x != nil && x.Kind.Or(RuleChange) == RuleChange
}

func amendmentOf(c *kase, want AmendmentKind) bool {
	x := c.Subject.Amendment.Ptr()
	if x == nil {
		return false
	}
	k, ok := law.Need(c, &x.Kind, "amendment.kind")
	return ok && k == want
}

func raisesContribution(c *kase) bool {
	if !mayAmendRules(c) {
		return false
	}
	raises, ok := law.Ask(c, &c.Subject.Amendment.Ptr().RaisesContribution, "amendment.raises_contribution",
		"Does the amendment make members take more shares, pay more on those held, or contribute more share or loan capital?")
	return ok && raises
}

func rulesObserved(c *kase) {
	if keeps, ok := law.Need(c, &c.Subject.KeepsRules, "keeps_rules"); ok && !keeps {
		c.Breach("keeps_rules", "The society did not observe its registered rules.")
	}
}

func holdsOnlyWhomItBinds(c *kase) {
	x := c.Subject.Amendment.Ptr()
	if _, ok := law.Need(c, &x.HeldTo, "amendment.held_to"); !ok {
		return
	}
	list := *x.HeldTo.Ptr()
	for i := range list {
		path := law.Path("amendment.held_to", i, "")
		switch x.Binds(&list[i]) {
		case law.Breached:
			c.Breach(path, "Member %s is held to an increase of contribution, and joined before it was registered and did not consent.", list[i].Member)
		case law.Unknown:
			c.Unknown(path, "Did member "+list[i].Member+" join after the amendment was registered, or consent to it in writing?")
		default:
		}
	}
}

// notActedOnEarly takes an amendment that nobody has acted on for one that does no harm.
func notActedOnEarly(c *kase) {
	x := c.Subject.Amendment.Ptr()
	acted, ok := x.ActedOn.Get()
	if !ok {
		return
	}
	effective := x.EffectiveOn()
	if from, ok := effective.Get(); !ok && told(&x.Unregistered) == yes {
		c.Breach("amendment.acted_on", "The society acted on the amendment on %s, and it has not been registered.", acted.Long())
	} else if !ok {
		c.Unknown("amendment.registered", "")
	} else if acted.Before(from) {
		c.Breach("amendment.acted_on", "The society acted on the amendment on %s; it was valid only from %s.", acted.Long(), from.Long())
	}
}

func amendmentSigned(c *kase) {
	members, ok1 := law.Read(c, &c.Figures.AmendmentMembers, c.On)
	societies, ok2 := law.Read(c, &c.Figures.AmendmentSocieties, c.On)
	x := c.Subject.Amendment.Ptr()
	if secretary, ok := law.Need(c, &x.Secretary, "amendment.signed_by_secretary"); ok && !secretary {
		c.Breach("amendment.signed_by_secretary", "The society's secretary did not sign.")
	}
	if !ok1 || !ok2 {
		return
	}
	switch c.Subject.ofSocieties() {
	case yes:
		n, ok := law.Need(c, &x.Societies, "amendment.societies_signing")
		if least := min(societies, c.Subject.Members.Or(societies)); ok && n < least {
			c.Breach("amendment.societies_signing", "Member societies whose officers signed: %d; wanted: %d.", n, least)
		}
	case no:
		if n, ok := law.Need(c, &x.Members, "amendment.members_signing"); ok && n < members {
			c.Breach("amendment.members_signing", "Members who signed: %d; wanted: %d.", n, members)
		}
	default:
		law.Need(c, &c.Subject.Members, "members")
		law.Need(c, &c.Subject.MemberSocieties, "member_societies")
	}
}

// amendmentCopied knows no single electronic copy: the Act allows that for an application.
func amendmentCopied(c *kase) {
	least, ok1 := law.Read(c, &c.Figures.AmendmentCopies, c.On)
	n, ok2 := law.Need(c, &c.Subject.Amendment.Ptr().Copies, "amendment.copies")
	if ok1 && ok2 && n < least {
		c.Breach("amendment.copies", "Copies given: %d; wanted: %d.", n, least)
	}
}

func moveNotified(c *kase) {
	if told, ok := law.Need(c, &c.Subject.Amendment.Ptr().Notified, "amendment.notified"); ok && !told {
		c.Breach("amendment.notified", "The registrar was given no notice of the change of registered office.")
	}
}
