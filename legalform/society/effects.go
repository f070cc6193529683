package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on who else must agree to a change, how members vote on it, and when
// it takes effect.
const (
	PartnerNotResolved         law.Code = "society.partner-not-resolved"
	PartnerNotResolved1965     law.Code = "society.partner-not-resolved-1965"
	EngagementsNotTaken        law.Code = "society.engagements-not-taken"
	EngagementsNotTaken1965    law.Code = "society.engagements-not-taken-1965"
	CreditorsPrejudiced        law.Code = "society.creditors-prejudiced"
	CreditorsPrejudiced1965    law.Code = "society.creditors-prejudiced-1965"
	VoteNotInPerson            law.Code = "society.vote-not-in-person"
	VoteNotInPerson1965        law.Code = "society.vote-not-in-person-1965"
	ChairSilent                law.Code = "society.chair-silent"
	ChairSilent1965            law.Code = "society.chair-silent-1965"
	ChairSilentOnCount         law.Code = "society.chair-silent-on-count"
	ChairSilentOnCount2002     law.Code = "society.chair-silent-on-count-2002"
	ResolutionUnsigned         law.Code = "society.resolution-unsigned"
	ResolutionUnsigned1965     law.Code = "society.resolution-unsigned-1965"
	ResolutionActedOnEarly     law.Code = "society.resolution-acted-on-early"
	ResolutionActedOnEarly1965 law.Code = "society.resolution-acted-on-early-1965"
)

// startTurnout is the day from which half of the members must vote on a conversion, and the
// chair may declare the count (2002 Act s. 1).
const startTurnout = "2002-09-08"

var changeUsed = event{Path: "change.copy.acted_on", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Change.Ptr(); x != nil {
		return x.Copy.ActedOn
	}
	return law.Fact[law.Date]{}
}}

var (
	partners = rule{
		Code: PartnerNotResolved, Provision: act2014.At("s. 109(1)", "section/109"),
		Says:    "Societies may amalgamate only by a special resolution of each of them.",
		InForce: from2014, Event: firstMeeting, Applies: amalgamates, Check: partnersResolved,
		Remedy: "Have every other society pass its own special resolution, or take a transfer of engagements, which needs none of the transferee.",
	}
	undertaking = rule{
		Code: EngagementsNotTaken, Provision: act2014.At("s. 110(1)", "section/110"),
		Says:    "A society may transfer its engagements only to a registered society that undertakes to fulfil them.",
		InForce: from2014, Event: firstMeeting, Applies: transfersToSociety, Check: engagementsTaken,
		Remedy: "Obtain the undertaking; no resolution of the transferee's members is needed unless its rules ask for one.",
	}
	creditors = rule{
		Code: CreditorsPrejudiced, Provision: act2014.At("ss. 109(5), 110(4), 112(5), 114(3)-(5)", "section/109"),
		Says:    "An amalgamation, a transfer of engagements or a conversion does not prejudice any right of a creditor of a society.",
		InForce: from2014, Event: firstMeeting, Applies: mergesOrConverts, Check: creditorsUnharmed,
		Remedy: "Leave the rights as they are: creditors keep them against what takes over, with priority where a society becomes a company.",
	}
	inPerson = rule{
		Code: VoteNotInPerson, Provision: act2014.At("ss. 111(3)(b), 113(3)(b), 120(3)(b)", "section/111"),
		Says:    "Only votes in person or, where the rules allow proxies, by proxy count for a special resolution.",
		InForce: from2014, Event: firstMeeting, Applies: anyChange, Check: votedInPerson,
		Remedy: "Leave the other votes out and count again.",
	}
	chairDeclaration = rule{
		Code: ChairSilent, Provision: act2014.At("ss. 111(4), 113(4)(b)", "section/111"),
		Says:    "The chair's declaration that the resolution has been carried is conclusive evidence that it was.",
		InForce: from2014, Event: firstMeeting, Applies: mergesOrConverts, Check: chairDeclares, Weight: law.Practice,
		Remedy: "Declare the result at the meeting and enter it in the minutes; without a declaration the count must be proved.",
	}
	chairCount = rule{
		Code: ChairSilentOnCount, Provision: act2014.At("s. 113(4)(a)", "section/113"),
		Says: "The chair's declaration that all reasonably practicable steps have been taken to ascertain the number of eligible members is " +
			"conclusive evidence that they were.",
		InForce: from2014, Event: firstMeeting, Applies: towardsCompany, Check: chairDeclaresCount, Weight: law.Practice,
		Remedy: "Take the steps before the meeting and declare them at it; without a declaration the half of eligible members must be proved.",
	}
	changeSigned = rule{
		Code: ResolutionUnsigned, Provision: act2014.At("ss. 111(5), 113(5), 121(4)", "section/111"),
		Says:    "The copy of the resolution must be signed by the chair of the second meeting and countersigned by the secretary.",
		InForce: from2014, Event: secondMeeting, Applies: copiesResolution, Check: changeCopySigned,
		Remedy: "Send a copy with both signatures.",
	}
	changeEffect = rule{
		Code: ResolutionActedOnEarly, Provision: act2014.At("ss. 111(7), 113(7)", "section/111"),
		Says:    "The special resolution does not take effect until the copy of it has been registered.",
		InForce: from2014, Event: changeUsed, Applies: changeActedOn, Check: changeEffective,
		Remedy: "Treat property and engagements as passing on the day of registration.",
	}
)

var effects = law.Topic("effects of mergers and conversions",
	under1965(partners, PartnerNotResolved1965, act1965.At("s. 50(1)", "section/50"), start1965),
	partners,
	under1965(undertaking, EngagementsNotTaken1965, act1965.At("s. 51(1)", "section/51"), start1965),
	undertaking,
	under1965(creditors, CreditorsPrejudiced1965, act1965.At("ss. 52(5), 54", "section/54"), start1965),
	creditors,
	under1965(inPerson, VoteNotInPerson1965, act1965.At("ss. 50(2), 52(3)", "section/50"), start1965),
	inPerson,
	under1965(chairDeclaration, ChairSilent1965, act1965.At("ss. 50(3), 52(3A)", "section/50"), start1965),
	chairDeclaration,
	under1965(chairCount, ChairSilentOnCount2002, act1965.At("s. 52(3A)(a)", "section/52"), startTurnout),
	chairCount,
	under1965(changeSigned, ResolutionUnsigned1965, act1965.At("ss. 50(4), 52(3B), 58(5B)", "section/50"), start1965),
	changeSigned,
	under1965(changeEffect, ResolutionActedOnEarly1965, act1965.At("ss. 50(4), 52(3B)", "section/50"), start1965),
	changeEffect,
)

func amalgamates(c *kase) bool        { return changeOf(c, Amalgamation) }
func transfersToSociety(c *kase) bool { return changeOf(c, TransferToSociety) }

// copiesResolution leaves out the adoption of a lock: what is sent then is the amendment.
func copiesResolution(c *kase) bool { return mergesOrConverts(c) || dissolves(c) }

func changeActedOn(c *kase) bool {
	x := c.Subject.Change.Ptr()
	return x != nil && x.Copy.ActedOn.Stated() && mergesOrConverts(c)
}

func partnersResolved(c *kase) {
	wantYes(c, &c.Subject.Change.Ptr().OthersResolved, "change.others_resolved", "Has each of the other societies passed its own special resolution?",
		"Not every one of the other societies has passed a special resolution.")
}

func engagementsTaken(c *kase) {
	wantYes(c, &c.Subject.Change.Ptr().Undertaken, "change.engagements_undertaken", "Does the other society undertake to fulfil the engagements?",
		"The other society has not undertaken to fulfil the engagements.")
}

func creditorsUnharmed(c *kase) {
	wantNo(c, &c.Subject.Change.Ptr().CreditorsPrejudiced, "change.creditors_prejudiced", "Would the change take a right of a creditor away?",
		"The change would take a right of a creditor away, which it cannot do.")
}

// The doubt about members who take part in a meeting by electronic means.
const (
	electronicMeant = "Does a member who takes part in the meeting by electronic means vote in person?"
	electronicNot   = "no, so that the vote does not count"
	electronicIs    = "yes, where the rules let members take part so"
)

func votedInPerson(c *kase) {
	x := c.Subject.Change.Ptr()
	x.inPerson(c, &x.First, "change.first")
	if x.Second.Held.Stated() {
		x.inPerson(c, &x.Second, "change.second")
	}
}

func (x *Change) inPerson(c *kase, m *Meeting, path string) {
	if n, ok := law.Need(c, &m.PostalVotes, path+".postal_votes"); ok && n > 0 {
		c.Breach(path+".postal_votes", "%d votes were counted that were given by post.", n)
	}
	if n, ok := law.Need(c, &m.ProxyVotes, path+".proxy_votes"); ok && n > 0 {
		if allowed, ok := law.Need(c, &x.ProxiesAllowed, "change.rules_allow_proxies"); ok && !allowed {
			c.Breach(path+".proxy_votes", "%d votes were counted that were given by proxy, which the rules do not allow.", n)
		}
	}
	n, ok := law.Need(c, &m.ElectronicVotes, path+".electronic_votes")
	if ok && n > 0 && c.Doubt(electronicMeant, electronicNot, electronicIs) == 0 {
		c.Breach(path+".electronic_votes", "%d votes were counted that were given by electronic means.", n)
	}
}

func chairDeclares(c *kase) {
	wantYes(c, &c.Subject.Change.Ptr().First.DeclaredCarried, "change.first.declared_carried", "Did the chair declare the resolution carried?",
		"The chair did not declare the resolution carried.")
}

func chairDeclaresCount(c *kase) {
	wantYes(c, &c.Subject.Change.Ptr().First.DeclaredCounted, "change.first.declared_counted",
		"Did the chair declare that all reasonably practicable steps had been taken to ascertain the number of eligible members?",
		"The chair did not declare that the steps had been taken to ascertain the number of eligible members.")
}

func changeCopySigned(c *kase) { c.Subject.Change.Ptr().Copy.bothSigned(c, "change.copy") }

func changeEffective(c *kase) { c.Subject.Change.Ptr().Copy.notBefore(c, "change.copy") }
