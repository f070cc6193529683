package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Kind is what a society is registered as.
type Kind uint8

// The kinds. A society registered before 1 August 2014 is neither of the two types, only
// a pre-commencement society, whatever it does.
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
	// RunningCostsForCommunity is the recorded judgement that to pay its staff and lenders
	// is to use assets, indirectly, for the benefit of the community.
	RunningCostsForCommunity law.Fact[bool] `json:"running_costs_for_community,omitzero"`

	// Dealings with members, whose members of JSON stand among these.
	Dealings

	// Acts put to the society, to be judged.
	Change       law.Fact[Change]       `json:"change,omitzero"`
	Dissolution  law.Fact[Dissolution]  `json:"dissolution,omitzero"`
	Amendment    law.Fact[Amendment]    `json:"amendment,omitzero"`
	Use          law.Fact[Use]          `json:"use,omitzero"`
	Distribution law.Fact[Distribution] `json:"distribution,omitzero"`
}

type (
	rule  = law.Rule[Society, Figures]
	kase  = law.Case[Society, Figures]
	event = law.Event[Society]
)

// rules are the topics of the law in the order of the 2014 Act.
var rules = registration.With(names).With(shareholding).With(lock).With(lockedUses).With(resolutions).With(dissolutions).With(distributions).With(dealings)

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
		c.Unknown(missing, "Is it a co-operative society or a community benefit society, or, registered before 1 August 2014, run as which?")
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
	return nil
}
