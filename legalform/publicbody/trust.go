package publicbody

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A FoundationTrust is an NHS foundation trust as facts at a date, with at most one
// decision put to it. The zero FoundationTrust states nothing.
type FoundationTrust struct {
	// The constituencies that its constitution has; that of patients is optional.
	PublicConstituency law.Fact[bool] `json:"public_constituency,omitzero"`
	StaffConstituency  law.Fact[bool] `json:"staff_constituency,omitzero"`
	// TeachingHospital says that a hospital of the trust includes the medical or dental
	// school of a university.
	TeachingHospital law.Fact[bool]     `json:"teaching_hospital,omitzero"`
	Council          law.Fact[Council]  `json:"council,omitzero"`
	Decision         law.Fact[Decision] `json:"decision,omitzero"`
}

// A Council is the council of governors (until 2012, the board of governors).
type Council struct {
	// Those elected, by constituency. StaffClasses has one number for each class of staff,
	// and is empty where there are none.
	Public       law.Fact[int64]   `json:"public,omitzero"`
	Patients     law.Fact[int64]   `json:"patients,omitzero"`
	Staff        law.Fact[int64]   `json:"staff,omitzero"`
	StaffClasses law.Fact[[]int64] `json:"staff_classes,omitzero"`
	// Those appointed, by whom.
	CareTrusts   law.Fact[int64]     `json:"primary_care_trusts,omitzero"`
	Authorities  law.Fact[int64]     `json:"local_authorities,omitzero"`
	Universities law.Fact[int64]     `json:"universities,omitzero"`
	Partners     law.Fact[[]Partner] `json:"partners,omitzero"`
}

// A Partner is an organisation that the constitution names, with what it says that it may
// appoint and what it has appointed.
type Partner struct {
	Name      string          `json:"name"`
	Limit     law.Fact[int64] `json:"limit,omitzero"`
	Appointed law.Fact[int64] `json:"appointed,omitzero"`
}

// DecisionKind is what is to be decided.
type DecisionKind uint8

// The decisions.
const (
	Appointment DecisionKind = iota + 1 // of the chair or a non-executive director
	Removal                             // of the same
	SignificantTransaction
	ConstitutionAmendment
	Merger
	Acquisition
	Separation
	Dissolution
	IncomeIncrease // of income from elsewhere than the health service in England
)

var decisionKinds = []string{
	"", "appointment", "removal", "significant-transaction", "constitution-amendment",
	"merger", "acquisition", "separation", "dissolution", "income-increase",
}

// String gives the JSON value.
func (k DecisionKind) String() string { return law.NameOf(decisionKinds, k) }

// MarshalText writes String.
func (k DecisionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *DecisionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, decisionKinds, b, "a decision of a foundation trust")
}

// A Decision is one decision of a foundation trust. A merger is put to each trust that
// applies as its own.
type Decision struct {
	Kind law.Fact[DecisionKind] `json:"kind,omitzero"`
	// Held is the day on which the governors decided; it governs.
	Held             law.Fact[law.Date] `json:"held,omitzero"`
	AtGeneralMeeting law.Fact[bool]     `json:"at_general_meeting,omitzero"`
	// The votes. Entitled is the whole council, the absent included; of directors and
	// members, all of them.
	Governors law.Fact[governance.Tally] `json:"governors,omitzero"`
	Directors law.Fact[governance.Tally] `json:"directors,omitzero"`
	Members   law.Fact[governance.Tally] `json:"members,omitzero"`
	// ChangesCouncil says that an amendment changes the powers or duties of the council;
	// MembersMet that the annual meeting at which the members vote has been held.
	ChangesCouncil law.Fact[bool] `json:"changes_council,omitzero"`
	MembersMet     law.Fact[bool] `json:"members_met,omitzero"`
	// AgainstSchedule says that the constitution as amended would not accord with Sch 7.
	AgainstSchedule law.Fact[bool] `json:"against_schedule,omitzero"`
	// The shares of yearly income from elsewhere than goods and services for the health
	// service in England, as it is and as proposed.
	ShareNow      law.Fact[law.Ratio] `json:"share_now,omitzero"`
	ShareProposed law.Fact[law.Ratio] `json:"share_proposed,omitzero"`
}

// Seats counts the council, given that every number is stated: those elected by members
// other than staff, and all.
func (x *Council) Seats() (elected, all int64) {
	elected = x.Public.Or(0) + x.Patients.Or(0)
	all = elected + x.Staff.Or(0) + x.CareTrusts.Or(0) + x.Authorities.Or(0) + x.Universities.Or(0)
	for _, p := range x.Partners.Or(nil) {
		all += p.Appointed.Or(0)
	}
	return elected, all
}

type (
	rule  = law.Rule[FoundationTrust, Figures]
	kase  = law.Case[FoundationTrust, Figures]
	event = law.Event[FoundationTrust]
)

var rules = councils.With(decisions)

// Rules returns every rule on foundation trusts.
func Rules() *law.Rules[FoundationTrust, Figures] { return rules }

// most bounds a number of governors and the denominator of a share, so that sums stay
// small.
const most = 1_000_000

// Check refuses facts that cannot be, naming the place.
func (s *FoundationTrust) Check() error {
	if x := s.Council.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("council.%w", err)
		}
	}
	if x := s.Decision.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("decision.%w", err)
		}
	}
	return nil
}

func (x *Council) check() error {
	names := []string{"public", "patients", "staff", "primary_care_trusts", "local_authorities", "universities"}
	for i, n := range []*law.Fact[int64]{&x.Public, &x.Patients, &x.Staff, &x.CareTrusts, &x.Authorities, &x.Universities} {
		if v, _ := n.Get(); v < 0 || v > most {
			return fmt.Errorf("%s: not a number of governors: %d", names[i], v)
		}
	}
	if i := slices.IndexFunc(x.StaffClasses.Or(nil), func(n int64) bool { return n < 0 || n > most }); i >= 0 {
		return fmt.Errorf("staff_classes[%d]: not a number of governors", i)
	}
	for i, p := range x.Partners.Or(nil) {
		if n := p.Appointed.Or(0); n < 0 || n > most || p.Limit.Or(0) < 0 {
			return fmt.Errorf("partners[%d]: not a number of governors", i)
		}
	}
	return nil
}

func (x *Decision) check() error {
	names := []string{"governors", "directors", "members"}
	for i, v := range []*law.Fact[governance.Tally]{&x.Governors, &x.Directors, &x.Members} {
		if t := v.Ptr(); t != nil {
			if err := t.Check(); err != nil {
				return fmt.Errorf("%s: %w", names[i], err)
			}
		}
	}
	for i, v := range []*law.Fact[law.Ratio]{&x.ShareNow, &x.ShareProposed} {
		if r := v.Or(law.Ratio{}); r.Num() < 0 || r.Num() > r.Den() || r.Den() > most {
			return fmt.Errorf("%s: not a share of income: %v", []string{"share_now", "share_proposed"}[i], r)
		}
	}
	return nil
}
