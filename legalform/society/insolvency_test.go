package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// insolvent is a society of a thousand members in a lawful procedure short of winding up.
func insolvent(k ProcedureKind) func() Society {
	yes, no := law.Known(true), law.Known(false)
	return func() Society {
		s := lawfulCoop()
		s.Members = law.Known[int64](1000)
		s.PrivateProvider, s.SocialLandlord, s.CreditUnion = no, no, no
		s.Insolvency = law.Known(Insolvency{
			Kind: law.Known(k), Begun: on("2026-05-01"), SharesAsDebts: no, Deposits: no, Compliant: yes,
			Statements: RegistrarStatements{AmendsRules: yes, WouldRegister: yes, LeavesRegister: no, Reconstructs: yes, NotContrary: yes},
			Administration: Administering{
				Applicant: law.Known(CreditorApplicant), RegistrarTold: yes, MembersTold: yes, MembersApproved: yes, CreditorsApproved: yes, NoMeeting: no,
				Request: law.Known(MeetingRequest{
					Members: law.Known[int64](100), Creditors: law.Known[int64](5), AllCreditors: law.Known[int64](50),
					Debts: amount(10), AllDebts: amount(100), Called: yes,
				}),
				Merges: yes, Resolved: yes, HivesDown: yes, HiveDownResolved: yes, Dissolves: yes, NoticeSent: yes,
				NetProperty: amount(110_000), Kept: amount(25_000), Charged: on("2015-05-01"), Dispensed: no,
			},
			Meeting:    MembersDecision{Votes: tally(75, 25, 0), ByShares: no, ByClass: no, Overridden: no},
			Moratorium: Moratory{Withdrawn: amount(0), MonitorHeeds: yes, RefusedForSize: no},
		})
		return s
	}
}

func lawfulCoop() Society {
	s := lawfulBencom()
	mutual(&s)
	return s
}

func insolvency(f func(*Insolvency)) change { return func(s *Society) { f(s.Insolvency.Ptr()) } }

func turned(k ProcedureKind) change { return insolvency(func(x *Insolvency) { x.Kind = law.Known(k) }) }

func asSolvent(s *Society) { s.Insolvency = law.Fact[Insolvency]{} }

var (
	// A housing association that is a provider is a registered social landlord besides.
	asProvider = func(s *Society) { s.PrivateProvider, s.SocialLandlord = law.Known(true), law.Known(true) }
	asLandlord = func(s *Society) { s.SocialLandlord = law.Known(true) }
	asUnion    = func(s *Society) { s.CreditUnion = law.Known(true) }
)

func TestInsolvencies(t *testing.T) {
	shares := insolvency(func(x *Insolvency) { x.SharesAsDebts = law.Known(true) })
	deposits := insolvency(func(x *Insolvency) { x.SharesAsDebts, x.Deposits = law.Known(true), law.Known(true) })
	unsure := insolvency(func(x *Insolvency) { x.SharesAsDebts, x.Deposits = law.Known(true), law.Fact[bool]{} })
	breaks := insolvency(func(x *Insolvency) { x.Compliant = law.Known(false) })
	type c = lawtest.Case[Society]
	courseSuite(insolvencies, insolvent(Administration),
		c{Name: "art 1(2): any other registered society", Code: InsolvencyNotOpen, Want: law.Met},
		c{Name: "art 1(2): a credit union too", Code: InsolvencyNotOpen, Change: asUnion, Want: law.Met},
		c{Name: "art 1(2): a housing association that is a registered provider", Code: InsolvencyNotOpen, Change: asProvider, Want: law.Breached, At: "private_registered_provider"},
		c{Name: "art 1(2): a registered social landlord", Code: InsolvencyNotOpen, Change: inTurn(turned(Scheme), asLandlord), Want: law.Breached, At: "registered_social_landlord"},
		c{
			Name: "art 1(2): whether a landlord is not stated", Code: InsolvencyNotOpen,
			Change: func(s *Society) { s.SocialLandlord = law.Fact[bool]{} }, Want: law.Unknown, At: "registered_social_landlord",
		},
		c{Name: "art 2(A1): moratoriums have a row of their own", Code: InsolvencyNotOpen, Change: inTurn(turned(Moratorium), asLandlord), Want: law.NotApplicable},
		c{Name: "no procedure", Code: InsolvencyNotOpen, Change: asSolvent, Want: law.NotApplicable},

		c{Name: "Sch 1 para 1(f): shares are no debts", Code: SharesRankedAsDebts, Want: law.Met},
		c{Name: "Sch 1 para 1(f): share capital ranked with creditors", Code: SharesRankedAsDebts, Change: shares, Want: law.Breached, At: "insolvency.shares_as_debts"},
		c{Name: "Sch 1 para 29: deposits with a deposit taker", Code: SharesRankedAsDebts, Change: deposits, Want: law.Met},
		c{Name: "Sch 1 para 3(b): the same in a voluntary arrangement", Code: SharesRankedAsDebts, Change: inTurn(turned(VoluntaryArrangement), deposits), Want: law.Met},
		c{Name: "Sch 2 para 1(d): no such exception in a scheme", Code: SharesRankedAsDebts, Change: inTurn(turned(Scheme), deposits), Want: law.Breached},
		c{Name: "Sch 1 para 29: whether deposits is not stated", Code: SharesRankedAsDebts, Change: unsure, Want: law.Unknown, At: "insolvency.shares_are_deposits"},
		c{Name: "no procedure", Code: SharesRankedAsDebts, Change: asSolvent, Want: law.NotApplicable},

		c{Name: "Sch 1 para 18: proposals that keep the Act", Code: ProposalAgainstAct, Want: law.Met},
		c{Name: "Sch 1 para 18(3B): proposals that do not", Code: ProposalAgainstAct, Change: breaks, Want: law.Breached, At: "insolvency.compliant"},
		c{Name: "Sch 1 para 3(a): an arrangement that overrides the rules on shares", Code: ProposalAgainstAct, Change: inTurn(turned(VoluntaryArrangement), breaks), Want: law.Breached},
		c{Name: "Sch 1 para 1G: a moratorium that does", Code: ProposalAgainstAct, Change: inTurn(turned(Moratorium), breaks), Want: law.Breached},
		c{Name: "Sch 2: a scheme has the registrar's statements", Code: ProposalAgainstAct, Change: inTurn(turned(Scheme), breaks), Want: law.NotApplicable},
	).Run(t)
}

func TestSchemes(t *testing.T) {
	scheme := turned(Scheme)
	votes := func(yes, no int64) change {
		return insolvency(func(x *Insolvency) { x.Meeting.Votes = tally(yes, no, 0) })
	}
	byShares := insolvency(func(x *Insolvency) { x.Meeting.ByShares = law.Known(true) })
	byClass := insolvency(func(x *Insolvency) { x.Meeting.ByClass = law.Known(true) })
	overridden := insolvency(func(x *Insolvency) { x.Meeting.Overridden = law.Known(true) })
	contrary := insolvency(func(x *Insolvency) { x.Statements.NotContrary = law.Known(false) })
	plain := insolvency(func(x *Insolvency) { x.Statements.Reconstructs = law.Known(false) })
	unregistrable := insolvency(func(x *Insolvency) { x.Statements.WouldRegister = law.Known(false) })
	leaves := insolvency(func(x *Insolvency) { x.Statements.LeavesRegister = law.Known(true) })
	asIs := insolvency(func(x *Insolvency) { x.Statements.AmendsRules = law.Known(false) })
	type c = lawtest.Case[Society]
	courseSuite(schemes, insolvent(RestructuringPlan),
		c{Name: "Sch 2 para 4(a): exactly 75% of heads", Code: SchemeNotCarried, Change: scheme, Want: law.Met},
		c{Name: "Sch 2 para 4(a): one short", Code: SchemeNotCarried, Change: inTurn(scheme, votes(74, 26)), Want: law.Breached, At: "insolvency.members_meeting.votes"},
		c{Name: "Sch 2: nobody votes", Code: SchemeNotCarried, Change: inTurn(scheme, votes(0, 0)), Want: law.Breached},
		c{Name: "Sch 2: no court overrides members on a scheme", Code: SchemeNotCarried, Change: inTurn(scheme, votes(74, 26), overridden), Want: law.Breached},
		c{Name: "Sch 2: a plan", Code: SchemeNotCarried, Want: law.NotApplicable},

		c{Name: "Sch 2 para 4(a): one head, one vote", Code: SchemeVotesWeighed, Change: scheme, Want: law.Met},
		c{Name: "Sch 2 para 4(a): votes by shares", Code: SchemeVotesWeighed, Change: inTurn(scheme, byShares), Want: law.Breached, At: "insolvency.members_meeting.by_shares"},
		c{Name: "Sch 2 para 1(b): classes of members", Code: SchemeVotesWeighed, Change: inTurn(scheme, byClass), Want: law.Breached, At: "insolvency.members_meeting.by_class"},
		c{Name: "Sch 2: a plan", Code: SchemeVotesWeighed, Want: law.NotApplicable},

		c{Name: "Sch 2 para 5: the registrar has stated it", Code: SchemeUnstated, Change: scheme, Want: law.Met},
		c{Name: "Sch 2 para 5: it has not", Code: SchemeUnstated, Change: inTurn(scheme, contrary), Want: law.Breached, At: "insolvency.statements.not_contrary"},
		c{Name: "Sch 2 para 5: no reconstruction", Code: SchemeUnstated, Change: inTurn(scheme, plain, contrary), Want: law.Met},
		c{Name: "Sch 2: a plan", Code: SchemeUnstated, Want: law.NotApplicable},

		c{Name: "Sch 2 para 6: it would register the amendment", Code: SchemeRulesUnstated, Change: scheme, Want: law.Met},
		c{Name: "Sch 2 para 6: it has not said so", Code: SchemeRulesUnstated, Change: inTurn(scheme, unregistrable), Want: law.Breached, At: "insolvency.statements.would_register"},
		c{Name: "Sch 2 para 6(1B): the society is to leave the register", Code: SchemeRulesUnstated, Change: inTurn(scheme, unregistrable, leaves), Want: law.Met},
		c{Name: "Sch 2 para 6: no amendment", Code: SchemeRulesUnstated, Change: inTurn(scheme, unregistrable, asIs), Want: law.Met},
		c{Name: "Sch 2: a plan", Code: SchemeRulesUnstated, Want: law.NotApplicable},

		c{Name: "Sch 2A para 5(a): exactly 75% of heads", Code: PlanNotCarried, Want: law.Met},
		c{Name: "Sch 2A para 5(a): one short", Code: PlanNotCarried, Change: votes(74, 26), Want: law.Breached, At: "insolvency.members_meeting.votes"},
		c{Name: "2006 s. 901G: the court sanctions it all the same", Code: PlanNotCarried, Change: inTurn(votes(74, 26), overridden), Want: law.Met},
		c{
			Name: "2006 s. 901G: whether the court does is not stated", Code: PlanNotCarried,
			Change: inTurn(votes(74, 26), insolvency(func(x *Insolvency) { x.Meeting.Overridden = law.Fact[bool]{} })), Want: law.Unknown, At: "insolvency.members_meeting.overridden",
		},
		c{
			Name: "Sch 2A: the votes are not stated", Code: PlanNotCarried,
			Change: insolvency(func(x *Insolvency) { x.Meeting.Votes = law.Fact[governance.Tally]{} }), Want: law.Unknown, At: "insolvency.members_meeting.votes",
		},
		c{Name: "Sch 2A: a scheme", Code: PlanNotCarried, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 2A para 5(a): one head, one vote", Code: PlanVotesWeighed, Want: law.Met},
		c{Name: "Sch 2A para 5(a): votes by shares", Code: PlanVotesWeighed, Change: byShares, Want: law.Breached},
		c{Name: "Sch 2A: a scheme", Code: PlanVotesWeighed, Change: scheme, Want: law.NotApplicable},
		c{Name: "Sch 2A para 7: the registrar has stated it", Code: PlanUnstated, Want: law.Met},
		c{Name: "Sch 2A para 7: it has not", Code: PlanUnstated, Change: contrary, Want: law.Breached},
		c{Name: "Sch 2A: a scheme", Code: PlanUnstated, Change: scheme, Want: law.NotApplicable},
		c{Name: "Sch 2A para 8: it would register the amendment", Code: PlanRulesUnstated, Want: law.Met},
		c{Name: "Sch 2A para 8: it has not said so", Code: PlanRulesUnstated, Change: unregistrable, Want: law.Breached},
		c{Name: "Sch 2A: a scheme", Code: PlanRulesUnstated, Change: scheme, Want: law.NotApplicable},
	).Run(t)
}
