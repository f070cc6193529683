package route

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
)

// An Award is a contract that an authority would award and a bidder for it. It is what the
// rules on reservation judge.
type Award struct {
	Contract Contract `json:"contract"`
	Bidder   Bidder   `json:"bidder"`
}

// A Contract is what would be awarded.
type Contract struct {
	Name string `json:"name,omitempty"`
	// CPV are the codes of all the services that it is for.
	CPV law.Fact[[]CPV] `json:"cpv,omitzero"`
	// Begun is the day on which the procurement began: the first on which a contract notice was
	// submitted for publication, an opportunity published or, without a notice, a supplier
	// contacted (SI 2024/716 reg 5(3)). Awarded is the day of the award.
	Begun   law.Fact[law.Date] `json:"begun,omitzero"`
	Awarded law.Fact[law.Date] `json:"awarded,omitzero"`
	// Months is its longest term, with every extension that it allows.
	Months law.Fact[int64] `json:"months,omitzero"`
	// AboveThreshold says that its value makes it a public contract, to which the regime applies.
	AboveThreshold law.Fact[bool] `json:"above_threshold,omitzero"`
	// Health says that it is for health care services for the National Health Service.
	Health law.Fact[bool] `json:"nhs_health_care,omitzero"`
	// CitesArticle says that the call for competition refers to article 77 of the Directive, or
	// to article 20 where it is reserved for sheltered employment.
	CitesArticle law.Fact[bool] `json:"cites_article,omitzero"`
	// Flexible says that the procedure is a competitive flexible one which provides for the
	// others to be excluded.
	Flexible law.Fact[bool] `json:"competitive_flexible,omitzero"`
	// WellBeing says that the authority considered, before it began, how the contract might
	// improve the area's well-being and how the procurement might secure that; Consultation
	// that it considered whether to consult; Urgent that an urgent need made that impractical.
	WellBeing    law.Fact[bool] `json:"well_being_considered,omitzero"`
	Consultation law.Fact[bool] `json:"consultation_considered,omitzero"`
	Urgent       law.Fact[bool] `json:"urgent,omitzero"`
}

// A Bidder is a body that would have the contract.
type Bidder struct {
	Body psm.Body `json:"body"`
	// Mission says that its objective is a public service mission linked to the services.
	Mission law.Fact[bool] `json:"public_service_mission,omitzero"`
	// Reinvests says that profits are reinvested for the objective; Distributes that some are
	// distributed, and Participatory that this is on participatory considerations.
	Reinvests     law.Fact[bool] `json:"reinvests,omitzero"`
	Distributes   law.Fact[bool] `json:"distributes,omitzero"`
	Participatory law.Fact[bool] `json:"distributes_by_participation,omitzero"`
	// Structure is what its management or ownership is, or will be, based on.
	Structure law.Fact[Structure] `json:"structure,omitzero"`
	// Past are the contracts that it has had.
	Past law.Fact[[]Past] `json:"past,omitzero"`
	// Support is what makes it a supported employment provider, or before 24 February 2025 a
	// sheltered workshop or the like.
	Support Support `json:"support,omitzero"`
}

// A Past contract may bar a new one.
type Past struct {
	Under law.Fact[Basis] `json:"under,omitzero"`
	// SameServices says that it is for the same kind of services, and SameAuthority that the
	// same authority awarded it.
	SameServices  law.Fact[bool]     `json:"same_services,omitzero"`
	SameAuthority law.Fact[bool]     `json:"same_authority,omitzero"`
	Awarded       law.Fact[law.Date] `json:"awarded,omitzero"`
	Entered       law.Fact[law.Date] `json:"entered,omitzero"`
}

// Support is what section 32, and regulation 20 before it, ask of an organisation.
type Support struct {
	// Aim says that it is a sheltered workshop, that its main aim is the social and
	// professional integration of disabled or disadvantaged persons, or that the contract is
	// performed in a programme of sheltered employment.
	Aim law.Fact[bool] `json:"integration_is_main_aim,omitzero"`
	// Purpose says that it operates wholly or partly to give employment, or support related to
	// employment, to disabled or disadvantaged people.
	Purpose law.Fact[bool] `json:"purpose,omitzero"`
	// Share is their part of its workforce; PartShare of that part of it which is to perform
	// the contract, where PartPerforms; JointShare of the combined workforce of those who
	// are to perform it, where SeveralPerform.
	Share          law.Fact[law.Ratio] `json:"share,omitzero"`
	PartPerforms   law.Fact[bool]      `json:"part_performs,omitzero"`
	PartShare      law.Fact[law.Ratio] `json:"part_share,omitzero"`
	SeveralPerform law.Fact[bool]      `json:"several_perform,omitzero"`
	JointShare     law.Fact[law.Ratio] `json:"joint_share,omitzero"`
}

// Structure is what the management or ownership of a bidder is based on.
type Structure uint8

// The structures of regulation 77(3)(c), and any other.
const (
	EmployeeOwnership Structure = iota + 1
	ParticipatoryPrinciples
	ActiveParticipation // of employees, users or stakeholders
	OtherStructure
)

var structures = []string{"", "employee-ownership", "participatory-principles", "active-participation", "other"}

// String gives the JSON value.
func (s Structure) String() string { return law.NameOf(structures, s) }

// MarshalText writes String.
func (s Structure) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Structure) UnmarshalText(b []byte) error {
	return law.ParseName(s, structures, b, "a structure of management or ownership")
}

// Basis is what a past contract was awarded under.
type Basis uint8

// The bases. Only a reserved contract bars another, and each kind only its own.
const (
	UnderRegulation77 Basis = iota + 1
	UnderSection33
	UnderOtherLaw
)

var bases = []string{"", "regulation-77", "section-33", "other"}

// String gives the JSON value.
func (b Basis) String() string { return law.NameOf(bases, b) }

// MarshalText writes String.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Basis) UnmarshalText(text []byte) error {
	return law.ParseName(b, bases, text, "a basis of award")
}

// ErrAward is wrapped by every refusal of an award that cannot be.
var ErrAward = errors.New("not an award")

// mostMonths bounds the term of a contract.
const mostMonths = 1200

// Check refuses what cannot be; the error begins with the place.
func (a *Award) Check() error {
	begun, ok1 := a.Contract.Begun.Get()
	awarded, ok2 := a.Contract.Awarded.Get()
	if ok1 && ok2 && awarded.Before(begun) {
		return fmt.Errorf("contract.awarded: %w: %v is before the procurement began, on %v", ErrAward, awarded, begun)
	}
	if n, ok := a.Contract.Months.Get(); ok && (n < 1 || n > mostMonths) {
		return fmt.Errorf("contract.months: %w: a term of %d months, where 1 to %d are taken", ErrAward, n, mostMonths)
	}
	if list, ok := a.Contract.CPV.Get(); ok && len(list) == 0 {
		return fmt.Errorf("contract.cpv: %w: a contract for no services", ErrAward)
	}
	if err := a.Bidder.Body.Check(); err != nil {
		return fmt.Errorf("bidder.body.%w", err)
	}
	if err := a.Bidder.Support.check(); err != nil {
		return fmt.Errorf("bidder.support.%w", err)
	}
	for i := range a.Bidder.Past.Or(nil) {
		p := &a.Bidder.Past.Or(nil)[i]
		awarded, ok1 := p.Awarded.Get()
		entered, ok2 := p.Entered.Get()
		if ok1 && ok2 && entered.Before(awarded) {
			return fmt.Errorf("%s: %w: %v is before the award, on %v", law.Path("bidder.past", i, "entered"), ErrAward, entered, awarded)
		}
	}
	return nil
}

// check refuses a part of a workforce that is none.
func (s *Support) check() error {
	for _, x := range []struct {
		path string
		part *law.Fact[law.Ratio]
	}{{"share", &s.Share}, {"part_share", &s.PartShare}, {"joint_share", &s.JointShare}} {
		if err := part(x.path, x.part); err != nil {
			return err
		}
	}
	return nil
}

// Check refuses what cannot be; the error begins with the place.
func (c *Controlled) Check() error { return part("for_owners", &c.ForOwners) }

// part refuses what is no part of a whole.
func part(path string, f *law.Fact[law.Ratio]) error {
	if p, ok := f.Get(); ok && (p.Num() < 0 || p.Cmp(law.Per(1, 1)) > 0) {
		return fmt.Errorf("%s: %w: %v is no part of a whole", path, ErrAward, p)
	}
	return nil
}

// Check refuses what cannot be; the error begins with the place.
func (r *Renewal) Check() error {
	for _, x := range []struct {
		path  string
		value *law.Fact[law.Pence]
	}{{"value_before", &r.Before}, {"value_after", &r.After}} {
		if v, ok := x.value.Get(); ok && v < 0 {
			return fmt.Errorf("%s: %w: a value of %v", x.path, ErrAward, v)
		}
	}
	return nil
}
