package register

import "github.com/rochdale-go/rochdale/legalform/law"

// A Scheme is a list of codes. Its String is the JSON value.
type Scheme uint8

// The schemes.
const (
	// CompanyType and CompanySubtype are the keys of Companies House's public data: "ltd",
	// "community-interest-company".
	CompanyType Scheme = iota + 1
	CompanySubtype
	// NumberPrefix is what a company number begins with: "SC"; "none" for the eight digits of
	// England and Wales.
	NumberPrefix
	// NumberEnding is the letters in which Companies House's number of a society may end:
	// what was cut from the society's number in the mutuals register. Nobody has published
	// what they mean: the rows say what has been seen.
	NumberEnding
	// ELF is the entity legal form of ISO 20275, in the rows for the United Kingdom.
	ELF
	// OrgIDList is the code of a list of organisations, by org-id.guide: "GB-MPR".
	OrgIDList
	// SocietySuffix is the letters of a number in the mutuals register: "R" as in 31455R.
	// "IP#" and "CU#" come before the digits, and "4000", "7000" and "10000" are the series of
	// numbers without letters.
	SocietySuffix
	// SocietyType is what the mutuals register says that a society is: "Credit Union".
	SocietyType
	// HousingForm is the corporate form in the list of registered providers of social housing
	// in England.
	HousingForm
	// CoopsUKForm is the legal form in the open data of Co-operatives UK.
	CoopsUKForm
	// NameEnding is the words in which a registered name ends, in small letters and without
	// full stops: "cic". EndingOf finds them.
	NameEnding
)

var schemeNames = []string{
	"", "companies-house-type", "companies-house-subtype", "companies-house-prefix", "companies-house-ending",
	"elf", "org-id", "mutuals-suffix", "mutuals-type", "rsh-corporate-form", "coops-uk-legal-form", "name-ending",
}

// String gives the JSON value.
func (s Scheme) String() string { return law.NameOf(schemeNames, s) }

// MarshalText writes String.
func (s Scheme) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Scheme) UnmarshalText(b []byte) error {
	return law.ParseName(s, schemeNames, b, "a scheme of codes")
}
