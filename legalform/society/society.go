package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Kind is what a society is registered as.
type Kind uint8

// The kinds. A society registered before 1 August 2014, in Northern Ireland before 6 April
// 2018, is neither of the two types, only a pre-commencement society, whatever it does.
const (
	CoOperativeSociety Kind = iota + 1
	CommunityBenefitSociety
	PreCommencement
)

var kinds = []string{"", "co-operative", "community-benefit", "pre-commencement"}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kinds, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error { return law.ParseName(k, kinds, b, "a kind of society") }

// A Society is a registered society, or one that is to be registered, as facts at a date,
// with at most one act of each kind put to it. The zero Society states nothing.
type Society struct {
	Name law.Fact[string] `json:"name,omitzero"`
	// NameDispensed says that the registrar, satisfied that the objects are wholly
	// charitable or benevolent, registered it under a name without the last word required.
	NameDispensed law.Fact[bool] `json:"name_dispensed,omitzero"`
	// LimitedDirected says that the registrar has since directed that the word be added.
	LimitedDirected law.Fact[bool] `json:"limited_directed,omitzero"`
	// OfficeInWales says that the rules state that the registered office is to be in Wales.
	OfficeInWales law.Fact[bool] `json:"office_in_wales,omitzero"`

	Kind law.Fact[Kind] `json:"kind,omitzero"`
	// RunAs is, for a pre-commencement society, which of the two conditions of registration
	// it is run to meet.
	RunAs law.Fact[Kind] `json:"run_as,omitzero"`
	// Registered is the day of registration.
	Registered law.Fact[law.Date] `json:"registered,omitzero"`

	// What must be shown to the registrar's satisfaction, and go on being so, as recorded
	// judgements of whoever assessed it.
	CarriesOnBusiness law.Fact[bool] `json:"carries_on_business,omitzero"`
	BonaFide          law.Fact[bool] `json:"bona_fide_co_operative,omitzero"`
	// InvestorReturn: its object is to make profits mainly for the payment of interest,
	// dividends or bonuses on money invested, deposited or lent.
	InvestorReturn law.Fact[bool] `json:"investor_return,omitzero"`
	ForCommunity   law.Fact[bool] `json:"for_community,omitzero"`
	// SpecialReasons: there were special reasons to register under the 1965 Act and not as
	// a company.
	SpecialReasons law.Fact[bool] `json:"special_reasons,omitzero"`

	// Members counts the members, MemberSocieties those of them that are registered
	// societies (a Northern Ireland society that the registrar has noted under s. 142 of the
	// 2014 Act, or s. 76 of the 1965 Act, counts; any other does not).
	Members         law.Fact[int64] `json:"members,omitzero"`
	MemberSocieties law.Fact[int64] `json:"member_societies,omitzero"`

	// Level is what kind of members there are, VotesBy what their votes go by; where classes
	// have shares of the vote, what it goes by within a class.
	Level   law.Fact[Level]            `json:"level,omitzero"`
	VotesBy law.Fact[governance.Basis] `json:"votes_by,omitzero"`

	Holdings law.Fact[[]Holding] `json:"holdings,omitzero"`
	// ShareCapital is what is paid up on all shares.
	ShareCapital law.Fact[law.Pence] `json:"share_capital,omitzero"`
	// AllWithdrawable says that every share is withdrawable.
	AllWithdrawable law.Fact[bool] `json:"all_shares_withdrawable,omitzero"`
	// DeclaredInterest is the highest yearly rate of share interest, as the rules or a
	// declaration before the period fix it.
	DeclaredInterest law.Fact[law.Ratio] `json:"declared_interest,omitzero"`

	Lock law.Fact[Lock] `json:"lock,omitzero"`
	// LockInPrescribedTerms says that the rule is word for word that of Schedule 1 to the
	// Regulations of 2006.
	LockInPrescribedTerms law.Fact[bool] `json:"lock_in_prescribed_terms,omitzero"`
	Charity               law.Fact[bool] `json:"charity,omitzero"`
	// SocialLandlord says that it is a registered social landlord; since 1 April 2010 a
	// housing association that is a private registered provider of social housing is one
	// (SI 2010/671 Sch 1 para 64).
	SocialLandlord law.Fact[bool] `json:"registered_social_landlord,omitzero"`
	// PrivateProvider says that it is a private registered provider of social housing, a
	// housing association or not.
	PrivateProvider law.Fact[bool] `json:"private_registered_provider,omitzero"`
	CreditUnion     law.Fact[bool] `json:"credit_union,omitzero"`
	// RunningCostsForCommunity is the recorded judgement that to pay its staff and lenders
	// is to use assets, indirectly, for the benefit of the community.
	RunningCostsForCommunity law.Fact[bool] `json:"running_costs_for_community,omitzero"`

	RuleBook       law.Fact[RuleBook]       `json:"rule_book,omitzero"`
	ShareCharacter law.Fact[ShareCharacter] `json:"share_character,omitzero"`
	Display        law.Fact[Display]        `json:"display,omitzero"`
	// KeepsRules is the recorded judgement that the society observes its registered rules.
	KeepsRules law.Fact[bool] `json:"keeps_rules,omitzero"`
	// InvitedMoney says that anybody was invited, on or after 26 July 1938, to subscribe for
	// its securities or to lend it or deposit with it money.
	InvitedMoney law.Fact[bool] `json:"invited_money_since_1938,omitzero"`

	// Dealings with members, whose members of JSON stand among these.
	Dealings

	// Acts put to the society, to be judged.
	Application  law.Fact[Application]  `json:"application,omitzero"`
	Cancellation law.Fact[Cancellation] `json:"cancellation,omitzero"`
	Suspension   law.Fact[Suspension]   `json:"suspension,omitzero"`
	Appeal       law.Fact[Appeal]       `json:"appeal,omitzero"`
	Renaming     law.Fact[Renaming]     `json:"renaming,omitzero"`
	RulesRequest law.Fact[RulesRequest] `json:"rules_request,omitzero"`
	Change       law.Fact[Change]       `json:"change,omitzero"`
	Dissolution  law.Fact[Dissolution]  `json:"dissolution,omitzero"`
	Amendment    law.Fact[Amendment]    `json:"amendment,omitzero"`
	Use          law.Fact[Use]          `json:"use,omitzero"`
	Distribution law.Fact[Distribution] `json:"distribution,omitzero"`
	Ratification law.Fact[Ratification] `json:"ratification,omitzero"`
	Ending       law.Fact[Ending]       `json:"ending,omitzero"`
	WindingUp    law.Fact[WindingUp]    `json:"winding_up,omitzero"`
	FromCompany  law.Fact[FromCompany]  `json:"from_company,omitzero"`
	Enforcement  law.Fact[Enforcement]  `json:"enforcement,omitzero"`
	Insolvency   law.Fact[Insolvency]   `json:"insolvency,omitzero"`
	Charge       law.Fact[Charge]       `json:"charge,omitzero"`

	// Type is whom it is for. The rest are assessments put to the society: how it is run, its
	// co-operative identity, its housing, common ownership, and the model that its rules follow.
	Type            law.Fact[Type]            `json:"type,omitzero"`
	Conduct         law.Fact[Conduct]         `json:"conduct,omitzero"`
	Identity        law.Fact[Identity]        `json:"identity,omitzero"`
	Housing         law.Fact[Housing]         `json:"housing,omitzero"`
	CommonOwnership law.Fact[CommonOwnership] `json:"common_ownership,omitzero"`
	ModelRules      law.Fact[ModelRules]      `json:"model_rules,omitzero"`

	// Accounts are those of one year of account, with its audit and its annual return.
	Accounts law.Fact[Accounts] `json:"accounts,omitzero"`
}

type (
	rule  = law.Rule[Society, Figures]
	kase  = law.Case[Society, Figures]
	event = law.Event[Society]
)

// rules are the topics of the law in the order of the 2014 Act.
var rules = registration.With(applications).With(cancellations).With(suspensions).With(names).With(naming).With(ruleBooks).With(amendments).With(copiesOfRules).
	With(maxima).With(shareCharacter).With(shareholding).With(lock).With(lockedUses).With(resolutions).With(dissolutions).With(distributions).With(courses).With(accountsRules).With(dealings).
	With(guidanceRules).With(identityRules).With(typeRules).With(commonOwnershipRules).With(modelRuleTable)

// Rules returns every rule on societies.
func Rules() *law.Rules[Society, Figures] { return rules }

// conducted returns the condition of registration that a society is run to meet, or the
// path of the fact that would tell.
func (s *Society) conducted() (k Kind, missing string) {
	k, ok := s.Kind.Get()
	switch {
	case !ok:
		return 0, "kind"
	case k != PreCommencement:
		return k, ""
	}
	if k, ok = s.RunAs.Get(); !ok {
		return 0, "run_as"
	}
	return k, ""
}

// runAs reports whether a society is run as a kind, for a rule's Applies.
func runAs(c *kase, want Kind) bool {
	k, missing := c.Subject.conducted()
	if missing != "" {
		c.Unknown(missing, "Is it a co-operative society or a community benefit society, or, registered before there were the two types, run as which?")
	}
	return missing == "" && k == want
}

// Check refuses facts that cannot be, naming the place: negative numbers, more member
// societies than members, more votes than people, more signatures than members. A form's Judge asks it first.
func (s *Society) Check() error {
	members, _ := s.Members.Get()
	societies, _ := s.MemberSocieties.Get()
	capital, _ := s.ShareCapital.Get()
	interest, _ := s.DeclaredInterest.Get()
	switch {
	case members < 0:
		return fmt.Errorf("members: a negative number, %d", members)
	case societies < 0:
		return fmt.Errorf("member_societies: a negative number, %d", societies)
	case s.Members.Stated() && societies > members:
		return fmt.Errorf("member_societies: %d of them, and only %d members", societies, members)
	case capital < 0:
		return fmt.Errorf("share_capital: a negative amount, %v", capital)
	case interest.Num() < 0:
		return fmt.Errorf("declared_interest: a negative rate, %v", interest)
	}
	if k, ok := s.RunAs.Get(); ok && k == PreCommencement {
		return fmt.Errorf("run_as: want %v or %v", CoOperativeSociety, CommunityBenefitSociety)
	}
	return s.checkLists()
}

func (s *Society) checkLists() error {
	if err := s.checkDealings(); err != nil {
		return err
	}
	if list := s.Holdings.Ptr(); list != nil {
		for i := range *list {
			if err := (*list)[i].check(); err != nil {
				return fmt.Errorf("holdings[%d].%w", i, err)
			}
		}
	}
	if x := s.Change.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("change.%w", err)
		}
	}
	if x := s.Dissolution.Ptr(); x != nil {
		if err := x.check(&s.Members); err != nil {
			return fmt.Errorf("dissolution.%w", err)
		}
	}
	if x := s.Use.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("use.%w", err)
		}
	}
	if x := s.Distribution.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("distribution.%w", err)
		}
	}
	if x := s.Accounts.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("accounts.%w", err)
		}
	}
	for _, check := range []func() error{s.checkRegistration, s.checkCourses, s.checkAssessments} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}
