package register

import "github.com/rochdale-go/rochdale/legalform/law"

// A Registrar keeps a register that gives numbers. Its String is the JSON value.
type Registrar uint8

// The registrars.
const (
	CompaniesHouse Registrar = iota + 1
	// FCA is the Financial Conduct Authority, which keeps the mutuals register.
	FCA
	// CharityCommission is the Charity Commission for England and Wales.
	CharityCommission
	// OSCR is the Scottish Charity Regulator.
	OSCR
	// CCNI is the Charity Commission for Northern Ireland.
	CCNI
)

var registrarNames = []string{"", "companies-house", "fca", "charity-commission", "oscr", "ccni"}

var registrars = []struct {
	title, list string
	in          law.Extent
}{
	CompaniesHouse:    {"Companies House", "GB-COH", law.UnitedKingdom},
	FCA:               {"the mutuals register", "GB-MPR", law.UnitedKingdom},
	CharityCommission: {"the Charity Commission for England and Wales", "GB-CHC", law.EnglandAndWales},
	OSCR:              {"the Scottish Charity Register", "GB-SC", law.Scotland},
	CCNI:              {"the Charity Commission for Northern Ireland", "GB-NIC", law.NorthernIreland},
}

// String gives the JSON value.
func (r Registrar) String() string { return law.NameOf(registrarNames, r) }

// Title says the registrar, or its register, to readers.
func (r Registrar) Title() string {
	if int(r) < len(registrars) && r != 0 {
		return registrars[r].title
	}
	return r.String()
}

// List is the code of the register among org-id.guide's lists: "GB-COH"; empty for what is
// no registrar.
func (r Registrar) List() string {
	if int(r) < len(registrars) {
		return registrars[r].list
	}
	return ""
}

// MarshalText writes String.
func (r Registrar) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Registrar) UnmarshalText(b []byte) error {
	return law.ParseName(r, registrarNames, b, "a registrar")
}
