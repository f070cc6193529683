package transfer

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Transfer is the move of a service and those who work in it to a mutual.
type Transfer struct {
	// On is the day of the transfer.
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Relevant says that it is a relevant transfer: an entity that keeps its identity, or a
	// change of who provides a service.
	Relevant    law.Fact[bool] `json:"relevant,omitzero"`
	Information Information    `json:"liability_information,omitzero"`
	Consulting  Consulting     `json:"consultation,omitzero"`
	Changes     Changes        `json:"changes,omitzero"`
	Pensions    Pensions       `json:"pensions,omitzero"`
	Plan        Plan           `json:"plan,omitzero"`
	Subsidy     Subsidy        `json:"subsidy,omitzero"`
}

// Information is what the old employer tells the new one of each employee.
type Information struct {
	Given law.Fact[law.Date] `json:"given,omitzero"`
	// AsAt is the day as at which it is given.
	AsAt law.Fact[law.Date] `json:"as_at,omitzero"`
	// Special says that special circumstances made it not reasonably practicable in time, and
	// Soon that it was then given as soon as was reasonably practicable.
	Special law.Fact[bool] `json:"special_circumstances,omitzero"`
	Soon    law.Fact[bool] `json:"as_soon_as_practicable,omitzero"`
}

// Consulting is what an employer tells and asks representatives of those affected.
type Consulting struct {
	// Informed says that they were told of the transfer, its reasons, implications and
	// measures long enough before it for consultation.
	Informed law.Fact[bool] `json:"informed,omitzero"`
	// Measures says that the employer envisages measures; Consulted that it consulted with a
	// view to agreement.
	Measures  law.Fact[bool] `json:"measures,omitzero"`
	Consulted law.Fact[bool] `json:"consulted,omitzero"`
	// Directly says that it told and asked each employee in place of representatives.
	Directly law.Fact[bool] `json:"directly,omitzero"`
	// Represented says that there are appropriate representatives; Invited that the employees
	// were invited to elect some.
	Represented law.Fact[bool] `json:"represented,omitzero"`
	Invited     law.Fact[bool] `json:"invited_to_elect,omitzero"`
	// Employees is how many the employer employs, and Transferring how many are to move.
	Employees    law.Fact[int64] `json:"employees,omitzero"`
	Transferring law.Fact[int64] `json:"transferring,omitzero"`
}

// Changes are dismissals and new terms around a transfer.
type Changes struct {
	Dismissed law.Fact[bool] `json:"dismissed,omitzero"`
	// Noticed is the day of the notice, or of the end of employment without one.
	Noticed   law.Fact[law.Date] `json:"dismissal_noticed,omitzero"`
	Dismissal law.Fact[Cause]    `json:"dismissal_cause,omitzero"`
	Varied    law.Fact[bool]     `json:"varied,omitzero"`
	// Agreed is the day on which new terms are agreed, or begin without agreement.
	Agreed    law.Fact[law.Date] `json:"variation_agreed,omitzero"`
	Variation law.Fact[Cause]    `json:"variation_cause,omitzero"`
	// Permitted says that the contract itself permits the change.
	Permitted law.Fact[bool] `json:"variation_permitted,omitzero"`
}

// Cause is the sole or principal reason of a dismissal or of new terms.
type Cause uint8

// The causes. An economic, technical or organisational one entails changes in the workforce.
const (
	TheTransfer Cause = iota + 1
	ConnectedWithIt
	Organisational
	Unconnected
)

var causes = []string{"", "the-transfer", "connected", "economic-technical-organisational", "unconnected"}

// String gives the JSON value.
func (x Cause) String() string { return law.NameOf(causes, x) }

// MarshalText writes String.
func (x Cause) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what String writes.
func (x *Cause) UnmarshalText(b []byte) error { return law.ParseName(x, causes, b, "a cause") }

// Pensions are those of the employees who move.
type Pensions struct {
	Scheme law.Fact[Scheme] `json:"scheme,omitzero"`
	// Compulsory says that they do not choose to move.
	Compulsory law.Fact[bool] `json:"compulsory,omitzero"`
	// Stay says that they stay in their public service scheme.
	Stay law.Fact[bool] `json:"stay,omitzero"`
	// Protected says that the contract secures them rights in the same or a broadly
	// comparable scheme, such as by an admission agreement, which they can enforce.
	Protected law.Fact[bool] `json:"protected,omitzero"`
}

// Scheme is the public service pension scheme that employees come from.
type Scheme uint8

// The schemes.
const (
	HealthScheme Scheme = iota + 1
	CentralScheme
	LocalScheme
)

var schemes = []string{"", "nhs", "central-government", "local-government"}

// String gives the JSON value.
func (s Scheme) String() string { return law.NameOf(schemes, s) }

// MarshalText writes String.
func (s Scheme) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Scheme) UnmarshalText(b []byte) error {
	return law.ParseName(s, schemes, b, "a pension scheme")
}

// Plan is what the business plan has lines for.
type Plan struct {
	StickingVAT law.Fact[bool] `json:"vat_line,omitzero"`
	Tax         law.Fact[bool] `json:"tax_line,omitzero"`
	Pension     law.Fact[bool] `json:"pension_line,omitzero"`
}

// Subsidy is help from a public authority: a loan, a lease at a peppercorn, free services.
type Subsidy struct {
	// Any says that there is some.
	Any law.Fact[bool] `json:"any,omitzero"`
	// Given is the day of it; Kind what it is given as, and Amount its gross value.
	Given  law.Fact[law.Date]       `json:"given,omitzero"`
	Kind   law.Fact[AssistanceKind] `json:"kind,omitzero"`
	Amount law.Fact[law.Pence]      `json:"amount,omitzero"`
	// Before is all assistance of both kinds that the body had.
	Before law.Fact[[]Assistance] `json:"before,omitzero"`
	// Asked says that the authority told the body of it, and had its written confirmation,
	// before it was given; Confirmed that the authority confirmed it in writing on giving it.
	Asked     law.Fact[bool] `json:"asked,omitzero"`
	Confirmed law.Fact[bool] `json:"confirmed,omitzero"`
	// Euros is the de minimis aid of three fiscal years, this included, in whole euros.
	Euros law.Fact[int64] `json:"de_minimis_euros,omitzero"`
}

// Assistance is a past subsidy of one of the two kinds.
type Assistance struct {
	Given  law.Fact[law.Date]  `json:"given,omitzero"`
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
}

// AssistanceKind is how a small subsidy is exempt.
type AssistanceKind uint8

// The kinds: minimal financial assistance, and assistance for services of public economic
// interest.
const (
	Minimal AssistanceKind = iota + 1
	PublicInterest
)

var assistanceKinds = []string{"", "minimal", "public-interest"}

// String gives the JSON value.
func (k AssistanceKind) String() string { return law.NameOf(assistanceKinds, k) }

// MarshalText writes String.
func (k AssistanceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *AssistanceKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, assistanceKinds, b, "a kind of assistance")
}

// ErrTransfer is wrapped by every refusal of a transfer that cannot be.
var ErrTransfer = errors.New("not a transfer")

const (
	mostHeads           = 10_000_000
	mostPence law.Pence = 1_000_000_000_000
)

// Check refuses what cannot be; the error begins with the place.
func (t *Transfer) Check() error {
	given, ok1 := t.Information.Given.Get()
	asAt, ok2 := t.Information.AsAt.Get()
	if ok1 && ok2 && given.Before(asAt) {
		return fmt.Errorf("liability_information.as_at: %w: %v is after it was given, on %v", ErrTransfer, asAt, given)
	}
	if n, ok := t.Consulting.Employees.Get(); ok && (n < 0 || n > mostHeads) {
		return fmt.Errorf("consultation.employees: %w: %d employees", ErrTransfer, n)
	}
	if n, ok := t.Consulting.Transferring.Get(); ok && (n < 0 || n > mostHeads) {
		return fmt.Errorf("consultation.transferring: %w: %d employees", ErrTransfer, n)
	}
	if n, ok := t.Subsidy.Amount.Get(); ok && badAmount(n) {
		return fmt.Errorf("subsidy.amount: %w: %v", ErrTransfer, n)
	}
	for i := range t.Subsidy.Before.Or(nil) {
		if n, ok := t.Subsidy.Before.Or(nil)[i].Amount.Get(); ok && badAmount(n) {
			return fmt.Errorf("%s: %w: %v", law.Path("subsidy.before", i, "amount"), ErrTransfer, n)
		}
	}
	return nil
}

func badAmount(p law.Pence) bool { return p < 0 || p > mostPence }
