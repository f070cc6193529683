package charity

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Kind is the legal form of a charity.
type Kind uint8

// The kinds. An academy trust is a charitable company with model articles of its own.
const (
	Company Kind = iota + 1
	AssociationCIO
	FoundationCIO
	Unincorporated
	RoyalCharter
	AcademyTrust
)

var kinds = []string{"", "company", "association-cio", "foundation-cio", "unincorporated", "royal-charter", "academy-trust"}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kinds, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(b []byte) error { return law.ParseName(k, kinds, b, "a kind of charity") }

// A Charity is a charity as facts at a date, with at most one resolution and one meeting
// put to it. The zero Charity states nothing.
type Charity struct {
	Kind law.Fact[Kind] `json:"kind,omitzero"`
	// DistinctMembers says that there is a body of members distinct from the trustees, any
	// of whom may attend and vote at a general meeting of it.
	DistinctMembers law.Fact[bool]  `json:"distinct_members,omitzero"`
	Members         law.Fact[int64] `json:"members,omitzero"`
	// Trustees counts the trustees in office.
	Trustees law.Fact[int64] `json:"trustees,omitzero"`
	// GrossIncome is that of the last financial year.
	GrossIncome law.Fact[law.Pence] `json:"gross_income,omitzero"`
	// DesignatedLand says that it holds land on trusts to be used for its purposes, or one
	// of them.
	DesignatedLand law.Fact[bool] `json:"designated_land,omitzero"`

	// For an academy trust: parents among the trustees; whether each local body has two;
	// and employees among the trustees, the chief executive aside.
	ParentTrustees   law.Fact[int64] `json:"parent_trustees,omitzero"`
	ParentsOnLocal   law.Fact[bool]  `json:"parents_on_each_local_body,omitzero"`
	EmployeeTrustees law.Fact[int64] `json:"employee_trustees,omitzero"`

	Resolution law.Fact[Resolution] `json:"resolution,omitzero"`
	Meeting    law.Fact[Meeting]    `json:"meeting,omitzero"`

	// Registered is a charity that is a company, academy trusts too, as company law sees it:
	// every rule of package company is judged on it, with the acts put to it there.
	Registered law.Fact[company.Company] `json:"company,omitzero"`
}

// A Meeting is one of an academy trust: a board meeting, or a general meeting.
type Meeting struct {
	Held law.Fact[law.Date] `json:"held,omitzero"`
	// General says that it was of the members.
	General law.Fact[bool] `json:"general,omitzero"`
	// Present counts trustees at a board meeting; members, in person, by proxy or by a
	// representative, at a general one.
	Present law.Fact[int64] `json:"present,omitzero"`
}

type (
	rule  = law.Rule[Charity, Figures]
	kase  = law.Case[Charity, Figures]
	event = law.Event[Charity]
)

// rules are the topics in the order of the forms; those of company law come last, for a
// charity that is stated as a company.
var rules = law.Lift(companies.With(cios).With(reorganisations).With(unincorporated).With(charters).With(former).With(academies),
	company.Rules(), "company.", func(s *Charity) *company.Company { return s.Registered.Ptr() }, func(f *Figures) *company.Figures { return &f.Figures })

// Rules returns every rule on charities.
func Rules() *law.Rules[Charity, Figures] { return rules }

// kindIs reports whether the charity is one of some kinds, for a rule's Applies.
func kindIs(c *kase, want ...Kind) bool {
	k, ok := law.Need(c, &c.Subject.Kind, "kind")
	for _, w := range want {
		if ok && k == w {
			return true
		}
	}
	return false
}

// Check refuses facts that cannot be, naming the place: negative numbers, more votes than
// people.
func (s *Charity) Check() error {
	for _, n := range []struct {
		path string
		fact *law.Fact[int64]
	}{
		{"members", &s.Members},
		{"trustees", &s.Trustees},
		{"parent_trustees", &s.ParentTrustees},
		{"employee_trustees", &s.EmployeeTrustees},
	} {
		if v, _ := n.fact.Get(); v < 0 {
			return fmt.Errorf("%s: a negative number, %d", n.path, v)
		}
	}
	if v, _ := s.GrossIncome.Get(); v < 0 {
		return fmt.Errorf("gross_income: a negative amount, %v", v)
	}
	if m := s.Meeting.Ptr(); m != nil {
		if v, _ := m.Present.Get(); v < 0 {
			return fmt.Errorf("meeting.present: a negative number, %d", v)
		}
	}
	if c := s.Registered.Ptr(); c != nil {
		if err := c.Check(); err != nil {
			return fmt.Errorf("company.%w", err)
		}
	}
	if r := s.Resolution.Ptr(); r != nil {
		return r.check()
	}
	return nil
}

func (r *Resolution) check() error {
	for _, v := range []struct {
		path string
		fact *law.Fact[governance.Tally]
	}{{"members_votes", &r.MembersVotes}, {"trustees_votes", &r.TrusteesVotes}} {
		if t := v.fact.Ptr(); t != nil {
			if err := t.Check(); err != nil {
				return fmt.Errorf("resolution.%s: %w", v.path, err)
			}
		}
	}
	return nil
}
