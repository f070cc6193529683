package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows on the co-operative identity: the definition and the seven principles of
// the International Co-operative Alliance's Statement of 1995, by which the registrar tells
// a bona fide co-operative society.
const (
	NotAsDefined            law.Code = "society.not-as-defined"
	DiscriminatoryBar       law.Code = "society.discriminatory-bar"
	AdmissionNotByUse       law.Code = "society.admission-not-by-use"
	MembersCannotLeave      law.Code = "society.members-cannot-leave"
	MembershipForJob        law.Code = "society.membership-for-job"
	UnequalVotes            law.Code = "society.unequal-votes"
	NoDemocraticScheme      law.Code = "society.no-democratic-scheme"
	RepresentativesNotBound law.Code = "society.representatives-not-accountable"
	InequitableCapital      law.Code = "society.inequitable-contribution"
	NoCommonProperty        law.Code = "society.no-common-property"
	ReturnUnlimited         law.Code = "society.return-unlimited"
	SurplusMisapplied       law.Code = "society.surplus-misapplied"
	OutsideControl          law.Code = "society.outside-control"
	NoEducation             law.Code = "society.no-education"
	PublicNotInformed       law.Code = "society.public-not-informed"
	NoCooperation           law.Code = "society.no-co-operation"
	NoCommunityPolicy       law.Code = "society.no-community-policy"
)

var statement1995 = law.Instrument{
	Title: "Statement on the Co-operative Identity (International Co-operative Alliance, Manchester 1995), as applied by RFCCBS 4.3",
	URL:   "https://www.handbook.fca.org.uk/handbook/RFCCBS",
}

// Identity is an assessment of a co-operative society against the Statement, put to it to be
// judged. Each part is the facts that one principle goes by.
type Identity struct {
	Definition    Definition    `json:"definition,omitzero"`
	Membership    Openness      `json:"membership,omitzero"`
	Control       Democracy     `json:"control,omitzero"`
	Participation Participation `json:"participation,omitzero"`
	Autonomy      Autonomy      `json:"autonomy,omitzero"`
	Education     Education     `json:"education,omitzero"`
	Cooperation   Federation    `json:"co_operation,omitzero"`
	Community     Concern       `json:"community,omitzero"`
}

// Definition holds the six parts of the definition.
type Definition struct {
	Autonomous    law.Fact[bool] `json:"autonomous,omitzero"`
	OfPersons     law.Fact[bool] `json:"association_of_persons,omitzero"`
	Voluntary     law.Fact[bool] `json:"voluntary,omitzero"`
	CommonNeeds   law.Fact[bool] `json:"common_needs,omitzero"`
	JointlyOwned  law.Fact[bool] `json:"jointly_owned,omitzero"`
	DemocraticRun law.Fact[bool] `json:"democratically_controlled,omitzero"`
}

// Openness is what the first principle goes by.
type Openness struct {
	// Bars are the grounds of those that the principle names on which the rules or practice
	// keep people out.
	Bars law.Fact[[]Ground] `json:"bars,omitzero"`
	// ByUse: who can use the services and accepts the responsibilities may join.
	ByUse    law.Fact[bool] `json:"by_use,omitzero"`
	MayLeave law.Fact[bool] `json:"may_leave,omitzero"`
	// JobNeedsMembership: membership is a condition of a job.
	JobNeedsMembership law.Fact[bool] `json:"job_needs_membership,omitzero"`
}

// Ground is a ground of discrimination that the first principle names.
type Ground uint8

// The grounds.
const (
	ByGender Ground = iota + 1
	BySocialOrigin
	ByRace
	ByPolitics
	ByReligion
)

var memberGrounds = []string{"", "gender", "social", "racial", "political", "religious"}

// String gives the JSON value.
func (g Ground) String() string { return law.NameOf(memberGrounds, g) }

// MarshalText writes String.
func (g Ground) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Ground) UnmarshalText(b []byte) error {
	return law.ParseName(g, memberGrounds, b, "a ground of discrimination")
}

// Democracy is what the second principle goes by, beside the society's Level and VotesBy.
type Democracy struct {
	// Scheme: a co-operative of another level than primary declares its democratic scheme.
	Scheme law.Fact[bool] `json:"scheme_declared,omitzero"`
	// Elected and Accountable are about the members' representatives.
	Elected     law.Fact[bool] `json:"elected,omitzero"`
	Accountable law.Fact[bool] `json:"accountable,omitzero"`
}

// Participation is what the third principle goes by.
type Participation struct {
	Equitable law.Fact[bool] `json:"equitable,omitzero"`
	// Declared: the rules or a resolution declare the part of reserves that is indivisible,
	// even if it is none. Indivisible is that part.
	Declared    law.Fact[bool]      `json:"indivisible_declared,omitzero"`
	Indivisible law.Fact[law.Ratio] `json:"indivisible,omitzero"`
	// ReturnLimited: the return on capital that membership requires is limited, or none.
	ReturnLimited law.Fact[bool] `json:"return_limited,omitzero"`
	// Uses are what surplus is applied to.
	Uses law.Fact[[]SurplusUse] `json:"surplus_uses,omitzero"`
}

// SurplusUse is what a co-operative applies surplus to.
type SurplusUse uint8

// The uses. The first three are those of the principle.
const (
	UseReserves SurplusUse = iota + 1
	UseByTransactions
	UseApprovedActivities
	UseByShares
	UseOtherwise
)

var surplusUses = []string{"", "reserves", "members-by-transactions", "approved-activities", "by-shares", "otherwise"}

// String gives the JSON value.
func (u SurplusUse) String() string { return law.NameOf(surplusUses, u) }

// MarshalText writes String.
func (u SurplusUse) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what String writes.
func (u *SurplusUse) UnmarshalText(b []byte) error {
	return law.ParseName(u, surplusUses, b, "a use of surplus")
}

// Autonomy is what the fourth principle goes by.
type Autonomy struct {
	// Veto: an investor, lender or other outsider can stop what members decide.
	Veto law.Fact[bool] `json:"outside_veto,omitzero"`
	// ControlKept: agreements with others, and money from outside, keep members' control.
	ControlKept law.Fact[bool] `json:"control_kept,omitzero"`
}

// Education is what the fifth principle goes by.
type Education struct {
	// Budget is what is set aside for a year; Duty says that the rules make it a duty.
	Budget law.Fact[law.Pence] `json:"budget,omitzero"`
	Duty   law.Fact[bool]      `json:"duty,omitzero"`
	// For lists whom it reaches.
	For           law.Fact[[]Learner] `json:"for,omitzero"`
	InformsPublic law.Fact[bool]      `json:"informs_public,omitzero"`
}

// Learner is a group that the fifth principle names.
type Learner uint8

// The groups.
const (
	LearningMembers Learner = iota + 1
	LearningRepresentatives
	LearningManagers
	LearningStaff
)

var learners = []string{"", "members", "representatives", "managers", "staff"}

// String gives the JSON value.
func (l Learner) String() string { return law.NameOf(learners, l) }

// MarshalText writes String.
func (l Learner) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Learner) UnmarshalText(b []byte) error {
	return law.ParseName(l, learners, b, "a group that learns")
}

// Federation is what the sixth principle goes by: a duty in the rules, or a practice, of
// joining federations or of trading with other co-operatives.
type Federation struct {
	Federates law.Fact[bool] `json:"federates,omitzero"`
	Trades    law.Fact[bool] `json:"trades_with_co_operatives,omitzero"`
}

// Concern is what the seventh principle goes by: a policy that members approved, or an
// allocation that they made.
type Concern struct {
	Policy     law.Fact[bool]      `json:"approved_policy,omitzero"`
	Allocation law.Fact[law.Pence] `json:"allocation,omitzero"`
}

func (x *Identity) check() error {
	if r, ok := x.Participation.Indivisible.Get(); ok && (r.Num() < 0 || r.Cmp(law.Per(1, 1)) > 0) {
		return fmt.Errorf("participation.indivisible: not a part of reserves, %v", r)
	}
	if p := x.Education.Budget.Or(0); p < 0 || p > law.MaxPence {
		return fmt.Errorf("education.budget: not an amount that can be set aside, %v", p)
	}
	if p := x.Community.Allocation.Or(0); p < 0 || p > law.MaxPence {
		return fmt.Errorf("community.allocation: not an amount that can be allocated, %v", p)
	}
	return nil
}
