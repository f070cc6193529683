package society

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules that every procedure short of winding up shares.
const (
	InsolvencyNotOpen   law.Code = "society.insolvency-not-open"
	SharesRankedAsDebts law.Code = "society.shares-ranked-as-debts"
	ProposalAgainstAct  law.Code = "society.proposal-against-act"
)

// The days on which the procedures began: SI 2014/229, and what SI 2020/744 put into it.
const (
	startInsolvency = "2014-04-06"
	start2020       = "2020-07-18"
	last2020        = "2020-07-17" // of Schedule A1 for societies
)

var (
	fromInsolvency       = []law.Window{law.From(startInsolvency, law.GreatBritain)}
	from2020             = []law.Window{law.From(start2020, law.GreatBritain)}
	commencedInsolvency  = law.MustDate(startInsolvency)
	commencedMoratoriums = law.MustDate(start2020)
)

// ProcedureKind is a procedure short of winding up.
type ProcedureKind uint8

// The procedures. A moratorium before 18 July 2020 is that of Schedule A1 to the Insolvency
// Act 1986, for a voluntary arrangement; from then on that of Part A1.
const (
	Administration ProcedureKind = iota + 1
	VoluntaryArrangement
	Scheme
	RestructuringPlan
	Moratorium
)

var procedureKinds = []string{"", "administration", "voluntary-arrangement", "scheme", "restructuring-plan", "moratorium"}

// String gives the JSON value.
func (k ProcedureKind) String() string { return law.NameOf(procedureKinds, k) }

// MarshalText writes String.
func (k ProcedureKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ProcedureKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, procedureKinds, b, "a procedure short of winding up")
}

// An Insolvency is one procedure short of winding up. Members are entered in the register;
// the committee stands for directors, and the registrar for that of companies.
type Insolvency struct {
	Kind law.Fact[ProcedureKind] `json:"kind,omitzero"`
	// Begun is the day on which the administrator's appointment, the arrangement, the
	// scheme, the plan or the moratorium took effect, or is to.
	Begun law.Fact[law.Date] `json:"begun,omitzero"`
	// SharesAsDebts says that what is owed to members on their shares is treated as a debt to
	// creditors; Deposits that all of it is owed on deposits and the society is an authorised
	// deposit taker, as a credit union can be.
	SharesAsDebts law.Fact[bool] `json:"shares_as_debts,omitzero"`
	Deposits      law.Fact[bool] `json:"shares_are_deposits,omitzero"`
	// Compliant is the recorded judgement that what is proposed lets the society comply with
	// its rules and with the Act.
	Compliant law.Fact[bool] `json:"compliant,omitzero"`
	// Statements are the registrar's, where something needs one.
	Statements     RegistrarStatements `json:"statements,omitzero"`
	Administration Administering       `json:"administration,omitzero"`
	Meeting        MembersDecision     `json:"members_meeting,omitzero"`
	Moratorium     Moratory            `json:"moratorium,omitzero"`
}

// RegistrarStatements are what the registrar (the FCA) has stated about a proposal.
type RegistrarStatements struct {
	// AmendsRules: the proposal amends the rules. WouldRegister: the registrar has stated that
	// it would register the amendment. LeavesRegister: the society is meant to cease to be a
	// registered one, so that no such statement is needed.
	AmendsRules    law.Fact[bool] `json:"amends_rules,omitzero"`
	WouldRegister  law.Fact[bool] `json:"would_register,omitzero"`
	LeavesRegister law.Fact[bool] `json:"leaves_register,omitzero"`
	// Reconstructs: it is for a reconstruction or an amalgamation, by order of the court.
	// NotContrary: the registrar has stated that it is not contrary to rules or Act.
	Reconstructs law.Fact[bool] `json:"reconstructs,omitzero"`
	NotContrary  law.Fact[bool] `json:"not_contrary,omitzero"`
}

// A MembersDecision is the vote of the members on a scheme or plan.
type MembersDecision struct {
	// Votes counts members present and voting: one each, whatever their shares.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// ByShares says that votes were weighed by shares or their value; ByClass that classes of
	// members met or voted apart.
	ByShares law.Fact[bool] `json:"by_shares,omitzero"`
	ByClass  law.Fact[bool] `json:"by_class,omitzero"`
	// Overridden says, of a plan, that the court sanctions it all the same, under s. 901G.
	Overridden law.Fact[bool] `json:"overridden,omitzero"`
}

func (x *Insolvency) check(members *law.Fact[int64]) error {
	if t := x.Meeting.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("members_meeting.votes: %w", err)
		}
	}
	if err := x.Administration.check(members); err != nil {
		return fmt.Errorf("administration.%w", err)
	}
	return amountFact("moratorium.withdrawn", &x.Moratorium.Withdrawn)
}

// InsolvencyFigures are the figures of the procedures short of winding up.
type InsolvencyFigures struct {
	SchemeMajority law.History[law.Ratio]
	PlanMajority   law.History[law.Ratio]
	// RequestShare is the part of members or creditors, or of debts, that may ask an
	// administrator for a further meeting.
	RequestShare law.History[law.Ratio]
	// MoratoriumWithdrawals is what a society may pay for withdrawn shares in a moratorium.
	MoratoriumWithdrawals law.History[law.Pence]
	PrescribedPartFigures
}

func enactedInsolvency() InsolvencyFigures {
	return InsolvencyFigures{
		SchemeMajority: law.Since("society.scheme_majority", "of members present and voting, at least",
			at(startInsolvency, law.Per(3, 4), insolvency2014.At("Sch 2 para 4(a)", "schedule/2"))),
		PlanMajority: law.Since("society.plan_majority", "of members present and voting, at least",
			at(start2020, law.Per(3, 4), insolvency2014.At("Sch 2A para 5(a)", "schedule/2A"))),
		RequestShare: law.Since("society.request_share", "of members, of creditors or of debts, at least",
			at(startInsolvency, law.Per(1, 10), insolvency2014.At("Sch 1 para 24", "schedule/1"))),
		MoratoriumWithdrawals: law.Since("society.moratorium_withdrawals", "for withdrawn shares, at most",
			at(start2020, law.Pence(0), insolvency2014.At("Sch 1 para 1D", "schedule/1"))),
		PrescribedPartFigures: enactedPrescribedPart(),
	}
}

var begun = event{Path: "insolvency.begun", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Insolvency.Ptr(); x != nil {
		return x.Begun
	}
	return law.Fact[law.Date]{}
}}

var insolvencies = law.Topic("insolvencies",
	rule{
		Code: InsolvencyNotOpen, Provision: insolvency2014.At("arts 1(2), 2", "article/2"),
		Says: "Administration, voluntary arrangements, schemes and restructuring plans are open to a registered society, credit unions included, " +
			"that is neither a private registered provider of social housing nor registered as a social landlord.",
		InForce: fromInsolvency, Event: begun, Applies: procedureButMoratorium, Check: openToSociety,
		Remedy: "Use the procedures that housing law has for landlords.",
	},
	rule{
		Code: SharesRankedAsDebts, Provision: insolvency2014.At("Sch 1 paras 1(1)(f), 3(b), 11, 29; Sch 2 para 1(d); Sch 2A para 1(d)", "schedule/1"),
		Says: "What is owed to a member in respect of shares makes the member no creditor, except, in administration and a voluntary arrangement, so " +
			"far as it is owed on a deposit by an authorised deposit taker.",
		InForce: fromInsolvency, Event: begun, Applies: anyProcedure, Check: sharesAreNoDebts,
		Remedy: "Leave share capital out of the creditors' claims.",
	},
	rule{
		Code: ProposalAgainstAct, Provision: insolvency2014.At("Sch 1 paras 1G, 3(a), 18, 26", "schedule/1"),
		Says: "A proposal for an administration, a voluntary arrangement or a moratorium must be so framed that the society can comply with its rules and " +
			"the Act.",
		InForce: fromInsolvency, Event: begun, Applies: proposesToComply, Check: proposalComplies,
		Remedy: "Take out what is contrary to them, or have the rules amended first.",
	},
)

func anyProcedure(c *kase) bool { return c.Subject.Insolvency.Stated() }

func procedure(c *kase, kinds ...ProcedureKind) bool {
	x := c.Subject.Insolvency.Ptr()
	if x == nil {
		return false
	}
	k, ok := law.Need(c, &x.Kind, "insolvency.kind")
	return ok && slices.Contains(kinds, k)
}

// procedureButMoratorium: who may have a moratorium is a row of its own.
func procedureButMoratorium(c *kase) bool {
	return procedure(c, Administration, VoluntaryArrangement, Scheme, RestructuringPlan)
}

// proposesToComply: schemes and plans have the registrar's statement in place of this.
func proposesToComply(c *kase) bool {
	return procedure(c, Administration, VoluntaryArrangement, Moratorium)
}

const (
	askProvider = "Is the society a private registered provider of social housing?"
	askLandlord = "Is the society registered as a social landlord?"

	saysProvider = "The society is a private registered provider of social housing."
	saysLandlord = "The society is registered as a social landlord."
)

func openToSociety(c *kase) {
	s := c.Subject
	if s.landlord() == untold {
		s.askLandlord(c)
	}
	if told(&s.PrivateProvider) == yes {
		c.Breach("private_registered_provider", saysProvider)
	} else if told(&s.SocialLandlord) == yes {
		c.Breach("registered_social_landlord", saysLandlord)
	}
}

// landlord tells whether the society is one of the landlords that the law of insolvency
// leaves to housing law: a private registered provider, or registered as a social landlord.
func (s *Society) landlord() answer { return max(told(&s.PrivateProvider), told(&s.SocialLandlord)) }

func (s *Society) askLandlord(c *kase) {
	law.Ask(c, &s.PrivateProvider, "private_registered_provider", askProvider)
	law.Ask(c, &s.SocialLandlord, "registered_social_landlord", askLandlord)
}

// sharesAreNoDebts: the Schedules on schemes and plans make no exception for deposits.
func sharesAreNoDebts(c *kase) {
	x := c.Subject.Insolvency.Ptr()
	asDebts, ok := law.Ask(c, &x.SharesAsDebts, "insolvency.shares_as_debts", "Is what is owed to members on their shares treated as a debt to creditors?")
	if !ok || !asDebts {
		return
	}
	kind, ok := law.Need(c, &x.Kind, "insolvency.kind")
	if !ok {
		return
	}
	if kind == Administration || kind == VoluntaryArrangement {
		if saysYes(c, &x.Deposits, "insolvency.shares_are_deposits", "Is the society an authorised deposit taker, and all of it owed on deposits?") ||
			!x.Deposits.Stated() {
			return
		}
	}
	c.Breach("insolvency.shares_as_debts", "What is owed on shares is treated as a debt to creditors.")
}

func proposalComplies(c *kase) {
	wantYes(c, &c.Subject.Insolvency.Ptr().Compliant, "insolvency.compliant",
		"Does what is proposed let the society comply with its rules and with the Act?",
		"What is proposed would have the society break its rules or the Act.")
}

// statedRules judges an amendment of the rules in a proposal.
func (x *RegistrarStatements) statedRules(c *kase) {
	if !saysYes(c, &x.AmendsRules, "insolvency.statements.amends_rules", "Does the proposal amend the society's rules?") {
		return
	}
	leaves, ok := law.Ask(c, &x.LeavesRegister, "insolvency.statements.leaves_register", "Is the society meant to cease to be a registered one?")
	if !ok || leaves {
		return
	}
	wantYes(c, &x.WouldRegister, "insolvency.statements.would_register", "Has the registrar stated that it would register the amendment?",
		"The proposal amends the rules without a statement of the registrar that it would register the amendment.")
}

// statedReconstruction judges a reconstruction or amalgamation by order of the court.
func (x *RegistrarStatements) statedReconstruction(c *kase) {
	if !saysYes(c, &x.Reconstructs, "insolvency.statements.reconstructs", "Is it for a reconstruction or an amalgamation, by order of the court?") {
		return
	}
	wantYes(c, &x.NotContrary, "insolvency.statements.not_contrary", "Has the registrar stated that it is not contrary to the rules or the Act?",
		"There is no statement of the registrar that the reconstruction or amalgamation is not contrary to the rules or the Act.")
}
