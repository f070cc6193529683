package employee

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Structure is who owns a company, and through which bodies its employees have a say. None
// of it is law: what law asks of control, benefits and trustees is judged on a Company. The
// regime of employee-ownership trusts asks for no employee trustee, council or vote.
type Structure struct {
	Holdings []Holding `json:"holdings"`
	// Trustees is the board of the trustee company, where there is a trust.
	Trustees TrusteeBoard `json:"trustees,omitzero"`
	Bodies   []VoiceBody  `json:"bodies,omitempty"`
}

// A Holding is what one holder, or several of one kind together, hold of the ordinary shares,
// in whatever unit all of them are stated.
type Holding struct {
	Holder string     `json:"holder"`
	Kind   HolderKind `json:"kind"`
	Shares int64      `json:"shares"`
}

// HolderKind is what a holder is to the company.
type HolderKind uint8

// A trust for all employees; employees, on the board of the company or not; and others.
const (
	TrustForAll HolderKind = iota + 1
	EmployeeHolder
	BoardHolder
	OutsideHolder
)

var holderKinds = []string{"", "trust-for-all", "employee", "employee-on-board", "outside"}

// String gives the JSON value.
func (k HolderKind) String() string { return law.NameOf(holderKinds, k) }

// MarshalText writes String.
func (k HolderKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *HolderKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, holderKinds, b, "a kind of holder")
}

// OwnershipForm is how employees own a company.
type OwnershipForm uint8

// Not at all; directly, by shares of their own; indirectly, by a trust that holds for all;
// or by both.
const (
	NotOwned OwnershipForm = iota + 1
	Direct
	Indirect
	Hybrid
)

var ownershipForms = []string{"", "none", "direct", "indirect", "hybrid"}

// String gives the JSON value.
func (f OwnershipForm) String() string { return law.NameOf(ownershipForms, f) }

// MarshalText writes String.
func (f OwnershipForm) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what String writes.
func (f *OwnershipForm) UnmarshalText(b []byte) error {
	return law.ParseName(f, ownershipForms, b, "a form of ownership")
}

// A Stake is what employees own of a company, as parts of one whole.
type Stake struct {
	Form OwnershipForm `json:"form"`
	// Trust, OffBoard and OnBoard are held by the trust, and directly by employees off and on
	// the board; All are the shares.
	Trust    int64 `json:"trust"`
	OffBoard int64 `json:"off_board"`
	OnBoard  int64 `json:"on_board"`
	All      int64 `json:"all"`
}

// Employees is what the trust and employees hold together.
func (s Stake) Employees() int64 { return s.Trust + s.OffBoard + s.OnBoard }

// ErrStructure is wrapped by every refusal of a structure.
var ErrStructure = errors.New("bad structure")

// Stake adds the holdings up and says which form of ownership they are. It refuses holdings
// of no kind or below nothing, and a company without shares.
func (s *Structure) Stake() (Stake, error) {
	var out Stake
	for i, h := range s.Holdings {
		if h.Shares < 0 || h.Shares > maxHeads || h.Kind == 0 || h.Kind > OutsideHolder {
			return Stake{}, fmt.Errorf("%w: %s: %d shares of a holder of kind %v", ErrStructure, law.Path("holdings", i, ""), h.Shares, h.Kind)
		}
		out.All += h.Shares
		switch h.Kind {
		case TrustForAll:
			out.Trust += h.Shares
		case EmployeeHolder:
			out.OffBoard += h.Shares
		case BoardHolder:
			out.OnBoard += h.Shares
		default: // outsiders
		}
	}
	if out.All == 0 {
		return Stake{}, fmt.Errorf("%w: holdings: there are no shares", ErrStructure)
	}
	switch direct := out.OffBoard+out.OnBoard > 0; {
	case direct && out.Trust > 0:
		out.Form = Hybrid
	case direct:
		out.Form = Direct
	case out.Trust > 0:
		out.Form = Indirect
	default:
		out.Form = NotOwned
	}
	return out, nil
}

// A Measure is a published threshold by which companies are called employee-owned. They
// measure different things and must not be mixed.
type Measure struct {
	Name string `json:"name"`
	Says string `json:"says"`
	// Fraction is to be reached or, with Strict, to be passed.
	Fraction law.Ratio `json:"fraction"`
	Strict   bool      `json:"strict,omitempty"`
	// Doubt says what is unsure of the measure itself.
	Doubt string        `json:"doubt,omitempty"`
	By    law.Provision `json:"by"`
	of    func(Stake) int64
}

// Measured is a stake put to a measure. Where the measure is in doubt Reached is not stated,
// and Provisionally is what it would be.
type Measured struct {
	Measure       Measure        `json:"measure"`
	Part          int64          `json:"part"`
	Whole         int64          `json:"whole"`
	Reached       law.Fact[bool] `json:"reached,omitzero"`
	Provisionally bool           `json:"provisionally"`
}

// Measures lists the published thresholds: control by an employee-ownership trust, which is
// law, and four that are not.
func Measures() []Measure {
	all := Stake.Employees
	return []Measure{
		{
			Name: "control by a trust", Says: "Trustees hold more than half of the ordinary share capital; it is one of the limbs of control.",
			Fraction: law.Per(1, 2), Strict: true, By: tcga1992.At("s. 236M(1)(a)(i)", "section/236M"), of: func(s Stake) int64 { return s.Trust },
		},
		{
			Name: "significant stake", Says: "Employees hold a significant stake, directly or through a trust.",
			Fraction: law.Percent(25), By: practice("Employee Ownership Association, usage"), of: all,
			Doubt: "The figure of 25%, and whether it is to be reached or passed, was found in no source.",
		},
		{
			Name: "index of 2012", Says: "Employees hold at least 10% of a listed company.",
			Fraction: law.Percent(10), By: practice("Employee ownership index of listed companies, 2012"), of: all,
		},
		{
			Name: "index of 2013", Says: "Employees who are not on the board hold at least 3% of a listed company.",
			Fraction: law.Percent(3), By: practice("Employee ownership index of listed companies, re-launched 2013"), of: func(s Stake) int64 { return s.OffBoard + s.Trust },
		},
		{
			Name: "certified, United States", Says: "Employees hold at least 30%.",
			Fraction: law.Percent(30), By: practice("Certified Employee-Owned, United States"), of: all,
		},
	}
}

func practice(title string) law.Provision { return law.Instrument{Title: title}.At("", "") }

// Put puts a stake to the measure.
func (m Measure) Put(s Stake) Measured {
	out := Measured{Measure: m, Part: m.of(s), Whole: s.All}
	out.Provisionally = m.Fraction.ReachedBy(out.Part, out.Whole)
	if m.Strict {
		out.Provisionally = m.Fraction.PassedBy(out.Part, out.Whole)
	}
	if m.Doubt == "" {
		out.Reached = law.Known(out.Provisionally)
	}
	return out
}

// A TrusteeBoard is who sits on the board of a trustee company, by how they came there.
type TrusteeBoard struct {
	Elected     int `json:"employee_elected"`
	Appointed   int `json:"company_appointed"`
	Independent int `json:"independent"`
	// Chair is where the chair comes from.
	Chair TrusteeSide `json:"chair,omitzero"`
}

// TrusteeSide is where a director of a trustee company comes from.
type TrusteeSide uint8

// Elected by employees, appointed by the company, or independent of both.
const (
	ElectedSide TrusteeSide = iota + 1
	AppointedSide
	IndependentSide
)

var trusteeSides = []string{"", "employee-elected", "company-appointed", "independent"}

// String gives the JSON value.
func (x TrusteeSide) String() string { return law.NameOf(trusteeSides, x) }

// MarshalText writes String.
func (x TrusteeSide) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what String writes.
func (x *TrusteeSide) UnmarshalText(b []byte) error {
	return law.ParseName(x, trusteeSides, b, "a side of a board of trustees")
}

// Size is the number of directors.
func (b TrusteeBoard) Size() int { return b.Elected + b.Appointed + b.Independent }

// Kind says what kind of board it is: paritarian where as many are elected by employees as
// are appointed by the company and the chair is independent; otherwise whose majority it has,
// or mixed. The common paritarian board is practice, not law.
func (b TrusteeBoard) Kind() string {
	switch n := b.Size(); {
	case b.Elected < 0 || b.Appointed < 0 || b.Independent < 0 || n == 0:
		return "none"
	case b.Elected == b.Appointed && b.Elected > 0 && b.Independent > 0 && b.Chair == IndependentSide:
		return "paritarian"
	case 2*b.Elected > n:
		return "majority elected by employees"
	case 2*b.Appointed > n:
		return "majority appointed by the company"
	case 2*b.Independent > n:
		return "majority independent"
	}
	return "mixed"
}

// A VoiceBody is a body through which employees have a say: a council, a forum, a committee.
type VoiceBody struct {
	Name    string `json:"name"`
	Elected int    `json:"elected"`
	Members int    `json:"members"`
}

// HasVoice reports whether employees have a say through some body: elected members of a
// council, or elected trustee directors. Ownership with a stake and without a voice is
// ownership by law, and not by the usage that asks for both (Nuttall review, 2012).
func (s *Structure) HasVoice() bool {
	for _, b := range s.Bodies {
		if b.Elected > 0 {
			return true
		}
	}
	return s.Trustees.Elected > 0
}
