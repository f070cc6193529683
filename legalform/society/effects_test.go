package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestEffects(t *testing.T) {
	merge, in1990 := kind(Amalgamation), in("1990-03-10")
	alone := with(func(x *Change) { x.OthersResolved = law.Known(false) })
	notTaken := with(func(x *Change) { x.Undertaken = law.Known(false) })
	harms := with(func(x *Change) { x.CreditorsPrejudiced = law.Known(true) })
	noProxies := with(func(x *Change) { x.ProxiesAllowed = law.Known(false) })
	proxies := with(func(x *Change) { x.First.ProxyVotes = law.Known[int64](40) })
	postal := with(func(x *Change) { x.Second.PostalVotes = law.Known[int64](1) })
	online := with(func(x *Change) { x.First.ElectronicVotes = law.Known[int64](1) })
	silent := with(func(x *Change) { x.First.DeclaredCarried = law.Known(false) })
	uncounted := with(func(x *Change) { x.First.DeclaredCounted = law.Known(false) })
	unsigned := with(func(x *Change) { x.Copy.SignedByChair = law.Known(false) })
	acted := func(d string) change { return with(func(x *Change) { x.Copy.ActedOn = on(d) }) }
	notActed := with(func(x *Change) { x.Copy.ActedOn = law.Fact[law.Date]{} })
	type c = lawtest.Case[Society]
	declared := func() Society {
		s := converting()
		s.Change.Ptr().First.DeclaredCarried = law.Known(true)
		return s
	}
	courseSuite(effects, declared,
		c{Name: "s. 109(1): each society resolves", Code: PartnerNotResolved, Change: merge, Want: law.Met},
		c{Name: "s. 109(1): the other does not", Code: PartnerNotResolved, Change: inTurn(merge, alone), Want: law.Breached, At: "change.others_resolved"},
		c{Name: "s. 110: a transferee's members need not resolve", Code: PartnerNotResolved, Change: inTurn(kind(TransferToSociety), alone), Want: law.NotApplicable},
		c{Name: "1965 s. 50(1): each resolves", Code: PartnerNotResolved1965, Change: inTurn(merge, in1990), Want: law.Met},
		c{Name: "1965 s. 50(1): the other does not", Code: PartnerNotResolved1965, Change: inTurn(merge, in1990, alone), Want: law.Breached},
		c{Name: "1965 s. 50(1): a conversion has no other society", Code: PartnerNotResolved1965, Change: in1990, Want: law.NotApplicable},

		c{Name: "s. 110(1): the transferee undertakes", Code: EngagementsNotTaken, Change: kind(TransferToSociety), Want: law.Met},
		c{Name: "s. 110(1): it does not", Code: EngagementsNotTaken, Change: inTurn(kind(TransferToSociety), notTaken), Want: law.Breached, At: "change.engagements_undertaken"},
		c{Name: "s. 110(1): not for an amalgamation", Code: EngagementsNotTaken, Change: inTurn(merge, notTaken), Want: law.NotApplicable},
		c{Name: "1965 s. 51(1): it undertakes", Code: EngagementsNotTaken1965, Change: inTurn(kind(TransferToSociety), in1990), Want: law.Met},
		c{Name: "1965 s. 51(1): it does not", Code: EngagementsNotTaken1965, Change: inTurn(kind(TransferToSociety), in1990, notTaken), Want: law.Breached},
		c{Name: "1965 s. 51: not for a conversion", Code: EngagementsNotTaken1965, Change: in1990, Want: law.NotApplicable},

		c{Name: "s. 112(5): creditors keep their rights", Code: CreditorsPrejudiced, Want: law.Met},
		c{Name: "s. 112(5): a plan that takes one away", Code: CreditorsPrejudiced, Change: harms, Want: law.Breached, At: "change.creditors_prejudiced"},
		c{Name: "s. 112(5): adopting a lock passes nothing on", Code: CreditorsPrejudiced, Change: inTurn(kind(LockAdoption), harms), Want: law.NotApplicable},
		c{Name: "1965 s. 54: creditors keep their rights", Code: CreditorsPrejudiced1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 54: a plan that takes one away", Code: CreditorsPrejudiced1965, Change: inTurn(in1990, harms), Want: law.Breached},
		c{Name: "1965 s. 54: no change", Code: CreditorsPrejudiced1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(3)(b): all in person", Code: VoteNotInPerson, Want: law.Met},
		c{Name: "s. 113(3)(b): proxies, which the rules allow", Code: VoteNotInPerson, Change: proxies, Want: law.Met},
		c{Name: "s. 113(3)(b): proxies, which they do not", Code: VoteNotInPerson, Change: inTurn(proxies, noProxies), Want: law.Breached, At: "change.first.proxy_votes"},
		c{Name: "s. 111(3)(b): a vote by post at the second meeting", Code: VoteNotInPerson, Change: inTurn(merge, postal), Want: law.Breached, At: "change.second.postal_votes"},
		c{Name: "s. 113(3)(b): an electronic vote is doubtful", Code: VoteNotInPerson, Change: online, Want: law.Unknown, At: "change.first.electronic_votes"},
		c{
			Name: "s. 113(3)(b): the second meeting is still to come", Code: VoteNotInPerson,
			Change: with(func(x *Change) { x.Second = Meeting{} }), Want: law.Met,
		},
		c{
			Name: "s. 113(3)(b): how they voted is not stated", Code: VoteNotInPerson,
			Change: with(func(x *Change) { x.First.PostalVotes = law.Fact[int64]{} }), Want: law.Unknown, At: "change.first.postal_votes",
		},
		c{Name: "s. 113: no change", Code: VoteNotInPerson, Change: drop, Want: law.NotApplicable},
		c{Name: "1965 s. 52(3): all in person", Code: VoteNotInPerson1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 52(3): a vote by post", Code: VoteNotInPerson1965, Change: inTurn(in1990, postal), Want: law.Breached},
		c{Name: "1965 s. 52: no change", Code: VoteNotInPerson1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(4)(b): the chair declares it carried", Code: ChairSilent, Want: law.Met},
		c{Name: "s. 111(4): the chair says nothing", Code: ChairSilent, Change: inTurn(merge, silent), Want: law.Breached, At: "change.first.declared_carried"},
		c{Name: "s. 120: no declaration is conclusive on a dissolution", Code: ChairSilent, Change: inTurn(kind(DissolutionApproval), silent), Want: law.NotApplicable},
		c{Name: "1965 s. 50(3): declared", Code: ChairSilent1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 50(3): not declared", Code: ChairSilent1965, Change: inTurn(in1990, silent), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: ChairSilent1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(4)(a): the chair declares the count", Code: ChairSilentOnCount, Want: law.Met},
		c{Name: "s. 113(4)(a): the chair does not", Code: ChairSilentOnCount, Change: uncounted, Want: law.Breached, At: "change.first.declared_counted"},
		c{Name: "s. 111: no half of the members need vote on a merger", Code: ChairSilentOnCount, Change: inTurn(merge, uncounted), Want: law.NotApplicable},
		c{Name: "1965 s. 52(3A)(a): declared", Code: ChairSilentOnCount2002, Change: in("2010-03-10"), Want: law.Met},
		c{Name: "1965 s. 52(3A)(a): not declared", Code: ChairSilentOnCount2002, Change: inTurn(in("2010-03-10"), uncounted), Want: law.Breached},
		c{Name: "1965 s. 52(3A): not for a merger", Code: ChairSilentOnCount2002, Change: inTurn(in("2010-03-10"), merge), Want: law.NotApplicable},

		c{Name: "s. 113(5): both signed", Code: ResolutionUnsigned, Want: law.Met},
		c{Name: "s. 113(5)(a): the chair did not", Code: ResolutionUnsigned, Change: unsigned, Want: law.Breached, At: "change.copy.signed_by_chair"},
		c{Name: "s. 121(4)(a): nor on a dissolution", Code: ResolutionUnsigned, Change: inTurn(kind(DissolutionApproval), unsigned), Want: law.Breached},
		c{Name: "reg 4(2): a lock is adopted by amending the rules", Code: ResolutionUnsigned, Change: kind(LockAdoption), Want: law.NotApplicable},
		c{Name: "1965 s. 50(4): both signed", Code: ResolutionUnsigned1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 50(4): the chairman did not", Code: ResolutionUnsigned1965, Change: inTurn(in1990, unsigned), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: ResolutionUnsigned1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(7): from the day of registration", Code: ResolutionActedOnEarly, Want: law.Met},
		c{Name: "s. 113(7): the day before", Code: ResolutionActedOnEarly, Change: acted("2026-04-19"), Want: law.Breached, At: "change.copy.acted_on"},
		c{Name: "s. 113(7): nobody has acted on it", Code: ResolutionActedOnEarly, Change: notActed, Want: law.NotApplicable},
		c{Name: "1965 s. 50(4): from registration", Code: ResolutionActedOnEarly1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 50(4): before it", Code: ResolutionActedOnEarly1965, Change: inTurn(in1990, acted("1990-04-19")), Want: law.Breached},
		c{Name: "1965 s. 50(4): nobody has acted on it", Code: ResolutionActedOnEarly1965, On: "1990-06-01", Change: inTurn(in1990, notActed), Want: law.NotApplicable},
	).Run(t)
}

func TestAnElectronicVoteCountsOnOneReading(t *testing.T) {
	s, f := converting(), Enacted()
	s.Change.Ptr().First.ElectronicVotes, s.Change.Ptr().First.DeclaredCarried = law.Known[int64](1), law.Known(true)
	rep := effects.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
	assert.Len(t, rep.Findings, 1)
	assert.Equal(t, []law.Reading{
		{Says: electronicNot, Outcome: law.Breached}, {Says: electronicIs, Outcome: law.Met},
	}, rep.Findings[0].Doubt.Readings)
}

func TestResolutionDue(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-04-15", f.ResolutionDue(law.MustDate("2026-04-01")).String())
	assert.Equal(t, "2026-04-14", f.DissolutionResolutionDue(law.MustDate("2026-04-01")).String())
	assert.True(t, f.DissolutionResolutionDue(law.MustDate("2012-01-07")).IsZero())
	assert.Equal(t, "2026-05-05", f.AnswerDue(law.MustDate("2026-04-14")).String())
}
