package society

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the statutory asset lock, which the Regulations call a restriction
// on use.
const (
	LockNotOpen         law.Code = "society.lock-not-open"
	LockWording         law.Code = "society.lock-wording"
	LockNotCarried      law.Code = "society.lock-not-carried"
	LockAltered         law.Code = "society.lock-altered"
	LockedMerger        law.Code = "society.locked-merger"
	LockedConversion    law.Code = "society.locked-conversion"
	VoluntaryUnlock     law.Code = "society.voluntary-lock-undone"
	VoluntaryUnlock1965 law.Code = "society.voluntary-lock-undone-1965"
)

// Lock is what keeps a society's assets for their purpose.
type Lock uint8

// The locks. A voluntary one is a rule like any other, altered as the rules themselves say,
// and no breach of it is unlawful; all else here is about the statutory one.
const (
	NoLock Lock = iota + 1
	VoluntaryLock
	StatutoryLock
)

var locks = []string{"", "none", "voluntary", "statutory"}

// String gives the JSON value.
func (l Lock) String() string { return law.NameOf(locks, l) }

// MarshalText writes String.
func (l Lock) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Lock) UnmarshalText(b []byte) error { return law.ParseName(l, locks, b, "an asset lock") }

// BodyKind is what receives assets, or what a society becomes or joins.
type BodyKind uint8

// The kinds of body. A registered social landlord is one as SI 2006/264 defines it, which
// since 1 April 2010 takes in a housing association that is a private registered provider
// of social housing. An equivalent body is one established in Northern Ireland or in a
// State other than the United Kingdom that is equivalent to one of the first four.
const (
	LockedSociety BodyKind = iota + 1
	CommunityInterestCompany
	SocialLandlord
	Charity
	EquivalentBody
	UnlockedSociety
	OtherCoOperative
	OrdinaryCompany
	MemberOrPerson
)

var bodyKinds = []string{
	"", "locked-community-benefit-society", "community-interest-company", "registered-social-landlord", "charity", "equivalent-body",
	"unlocked-community-benefit-society", "co-operative-society", "company", "member-or-person",
}

// String gives the JSON value.
func (k BodyKind) String() string { return law.NameOf(bodyKinds, k) }

// MarshalText writes String.
func (k BodyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *BodyKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, bodyKinds, b, "a kind of body")
}

var voluntaryLock = rule{
	Code: VoluntaryUnlock, Provision: act2014.At("ss. 14 item 5, 15(1), 16", "section/14"), Weight: law.OwnRules,
	Says: "A lock that only the society's own rules impose may be altered as those rules say, by the majority and the procedure with which they " +
		"entrench it.",
	InForce: from2014, Event: amended, Applies: amendsVoluntary, Check: asEntrenched,
	Remedy: "Put the amendment again as the rules ask; the statutory restriction on use is the lock that nobody can alter.",
}

var (
	lockOpenTo = rule{
		Code: LockNotOpen, Provision: regs2006.At("regs 2, 5", "regulation/5"),
		Says: "Only a community benefit society that is neither a charity nor a registered social landlord may have a restriction on the use of " +
			"its assets.",
		InForce: fromLock, Applies: locked, Check: mayBeLocked,
		Remedy: "Rely on charity law or on the housing regulator instead, or on a rule of the society's own.",
	}
	lockTerms = rule{
		Code: LockWording, Provision: regs2006.At("reg 2, Sch 1", "schedule/1"),
		Says:    "A restriction on use must be in the prescribed terms, under which all of the society's assets are subject to it.",
		InForce: fromLock, Applies: locked, Check: inPrescribedTerms,
		Remedy: "Adopt the words of Schedule 1 as they stand.",
	}
	lockUnalterable = rule{
		Code: LockAltered, Provision: regs2006.At("reg 7", "regulation/7"),
		Says:    "A restriction on use may not be altered.",
		InForce: fromLock, Event: amended, Applies: amendsLocked, Check: unaltered,
		Remedy: "Leave the rule as it is; there is no majority that can alter it.",
	}
	lockMerger = rule{
		Code: LockedMerger, Provision: regs2006.At("Sch 2 paras 4-5", "schedule/2"),
		Says: "A society with a restriction on use may amalgamate with, or transfer its engagements to, only another such society, neither charity " +
			"nor registered social landlord.",
		InForce: fromLock, Event: firstMeeting, Applies: mergesLocked, Check: intoLockedSociety,
		Remedy: "Choose a community benefit society that has the statutory restriction on use.",
	}
	lockConversion = rule{
		Code: LockedConversion, Provision: regs2006.At("Sch 2 para 6", "schedule/2"),
		Says: "A society with a restriction on use may convert into, amalgamate with, or transfer its engagements to, only a community interest " +
			"company, or a company that is a registered social landlord or a charity.",
		InForce: fromLock, Event: firstMeeting, Applies: convertsLocked, Check: intoPermittedCompany,
		Remedy: "Choose a community interest company, or a company that is a charity or a registered social landlord.",
	}
)

var lock = law.Topic("the statutory asset lock",
	lockOpenTo,
	lockTerms,
	rule{
		Code: LockNotCarried, Provision: regs2006.At("reg 4(2)", "regulation/4"),
		Says: "A registered society may adopt a restriction on use only by a special resolution as for conversion into a company: at least 75% of " +
			"the eligible members who vote, and at least 50% of the eligible members voting.",
		InForce: fromLock, Event: firstMeeting, Applies: adoptsLock, Check: adoptionCarried,
		Remedy: "Put the resolution again, to a meeting at which half the members vote.",
	},
	lockUnalterable,
	under1965(voluntaryLock, VoluntaryUnlock1965, act1965.At("ss. 10, 14, Sch 1 para 5", "section/10"), start1965),
	voluntaryLock,
	lockMerger,
	lockConversion,
)

// LockFigures are the figures of the statutory lock.
type LockFigures struct {
	// CoOperativeLock says whether a co-operative society may have one.
	CoOperativeLock law.History[bool]
}

func enactedLock() LockFigures {
	return LockFigures{law.Since("society.co_operative_lock", "whether there is one", law.Entry[bool]{
		Value: true, By: act2023.At("s. 1", "section/1"), Checked: checked, Is: law.Pending,
		Question: "When will regulations under the power of 2023 let co-operative societies dedicate their assets, and on what terms?",
	})}
}

const askLock = "Does the society have the statutory restriction on the use of its assets?"

// locked tells whether a society has the statutory lock; a co-operative society of which
// nothing is stated has none, for it cannot.
func (s *Society) locked() answer {
	l, ok := s.Lock.Get()
	k, _ := s.Kind.Get()
	switch {
	case ok && l == StatutoryLock:
		return yes
	case ok || k == CoOperativeSociety:
		return no
	}
	return untold
}

func locked(c *kase) bool {
	a := c.Subject.locked()
	if a == untold {
		c.Unknown("lock", askLock)
	}
	return a == yes
}

func adoptsLock(c *kase) bool     { return changeOf(c, LockAdoption) }
func amendsLocked(c *kase) bool   { return mayAmendRules(c) && locked(c) }
func mergesLocked(c *kase) bool   { return betweenSocieties(c) && locked(c) }
func convertsLocked(c *kase) bool { return towardsCompany(c) && locked(c) }

// mayBeLocked takes a society registered before 2014 for a community benefit society where
// it meets that condition, as the Regulations' parent Acts do. For a co-operative society
// there is a power to make regulations, and none are made; a reform's figures may have it
// otherwise.
func mayBeLocked(c *kase) {
	s := c.Subject
	k, ok := law.Need(c, &s.Kind, "kind")
	if may, _ := figureAt(&c.Figures.CoOperativeLock, c.On); ok && k == CoOperativeSociety && !may {
		c.Breach("kind", "The society is a co-operative society.")
	}
	if ok && k == PreCommencement {
		forCommunity(c)
	}
	if yes, ok := law.Need(c, &s.Charity, "charity"); ok && yes {
		c.Breach("charity", "The society is a charity.")
	}
	if yes, ok := law.Need(c, &s.SocialLandlord, "registered_social_landlord"); ok && yes {
		c.Breach("registered_social_landlord", "The society is a registered social landlord.")
	}
}

func inPrescribedTerms(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.LockInPrescribedTerms, "lock_in_prescribed_terms"); ok && !yes {
		c.Breach("lock_in_prescribed_terms", "The rule is not in the prescribed terms, and so is no statutory restriction on use.")
	}
}

// adoptionCarried decides share and turnout together, since the regulation borrows them as one.
func adoptionCarried(c *kase) {
	share, ok1 := law.Read(c, &c.Figures.ConversionMajority, c.On)
	part, ok2 := law.Read(c, &c.Figures.ConversionTurnout, c.On)
	votes, ok3 := entitled(c, &c.Subject.Change.Ptr().First)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	d, err := governance.Decide(c.On, governance.Majority{Share: atLeast(share), Turnout: ofAllMembers(part)}, votes)
	if err != nil {
		c.Unknown("change.first.votes", "What was the vote? There is "+err.Error()+".")
	} else if !d.Passed {
		c.Breach("change.first.votes", "The lock was not adopted: %v.", d)
	}
}

// amendsVoluntary is for an amendment of a lock that is a rule like any other.
func amendsVoluntary(c *kase) bool {
	if !mayAmendRules(c) {
		return false
	}
	l, ok := law.Need(c, &c.Subject.Lock, "lock")
	return ok && l == VoluntaryLock && saysYes(c, &c.Subject.Amendment.Ptr().AltersLock, "amendment.alters_lock", "Does the amendment alter or delete the rule that locks the assets?")
}

func asEntrenched(c *kase) {
	wantYes(c, &c.Subject.Amendment.Ptr().AsEntrenched, "amendment.as_entrenched",
		"Was it made by the majority and the procedure that the rules ask for altering the lock?",
		"The amendment alters the voluntary lock otherwise than the rules allow.")
}

func unaltered(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Amendment.Ptr().AltersLock, "amendment.alters_lock"); ok && yes {
		c.Breach("amendment.alters_lock", "The amendment alters the society's restriction on use.")
	}
}

func intoLockedSociety(c *kase) {
	if k, ok := law.Need(c, &c.Subject.Change.Ptr().Into, "change.into"); ok && k != LockedSociety {
		c.Breach("change.into", "The society's assets would pass to a %v.", k)
	}
}

// intoPermittedCompany asks nothing of the company but to be of a kind named; a registered
// social landlord needs no lock of its own here.
func intoPermittedCompany(c *kase) {
	k, ok := law.Need(c, &c.Subject.Change.Ptr().Into, "change.into")
	if ok && k != CommunityInterestCompany && k != SocialLandlord && k != Charity {
		c.Breach("change.into", "The society's assets would pass to a %v.", k)
	}
}
