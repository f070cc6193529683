package register

import "github.com/rochdale-go/rochdale/legalform/law"

// A Form is a legal form that a code of a register can stand for. Its String is the id by
// which the library knows the form; the first three, the two kinds of society and the
// employee-trust company are forms of package legalform, under the same ids. The last three
// stand for what is not in the list. The zero Form is none.
type Form uint8

// The forms, in the order in which answers list them.
const (
	CICGuarantee Form = iota + 1
	CICSharesSchedule2
	CICSharesSchedule3
	CoOperativeSociety
	CommunityBenefitSociety
	// PreCommencementSociety is a society registered before the law told the two kinds
	// apart: in Great Britain before 1 August 2014, in Northern Ireland before 6 April 2018.
	PreCommencementSociety
	EmployeeTrustCompany
	CompanyLimitedByShares
	CompanyLimitedByGuarantee
	PublicLimitedCompany
	CharitableCompany
	CharitableIncorporatedOrganisation
	ScottishCharitableIncorporatedOrganisation
	UnincorporatedAssociation
	// UnincorporatedCharity is an association or a trust that is a charity.
	UnincorporatedCharity
	Partnership
	LimitedPartnership
	LimitedLiabilityPartnership
	NHSFoundationTrust
	AcademyTrust
	CreditUnion
	BuildingSociety
	FriendlySociety

	// OtherCompany is a company of a kind that is not listed: an unlimited or an overseas
	// company, a European company, an investment company with variable capital.
	OtherCompany
	// OtherSociety is a society of a kind that is not listed: a loan society, a
	// superannuation fund.
	OtherSociety
	// OtherBody is whatever else: a body by royal charter or by its own Act, an authority, an
	// economic interest grouping.
	OtherBody
)

var formIDs = []string{
	"", "cic-guarantee", "cic-shares-schedule-2", "cic-shares-schedule-3",
	"co-operative-society", "community-benefit-society", "pre-commencement-society",
	"employee-trust-company", "company-limited-by-shares", "company-limited-by-guarantee", "public-limited-company",
	"charitable-company", "charitable-incorporated-organisation", "scottish-charitable-incorporated-organisation",
	"unincorporated-association", "unincorporated-charity",
	"partnership", "limited-partnership", "limited-liability-partnership",
	"nhs-foundation-trust", "academy-trust", "credit-union", "building-society", "friendly-society",
	"other-company", "other-society", "other-body",
}

var formTitles = [...]string{
	"No form", "Community interest company limited by guarantee",
	"Community interest company limited by shares, Schedule 2", "Community interest company limited by shares, Schedule 3",
	"Co-operative society", "Community benefit society", "Pre-commencement society",
	"Employee-trust company", "Company limited by shares", "Company limited by guarantee", "Public limited company",
	"Charitable company", "Charitable incorporated organisation", "Scottish charitable incorporated organisation",
	"Unincorporated association", "Unincorporated charity",
	"Partnership", "Limited partnership", "Limited liability partnership",
	"NHS foundation trust", "Academy trust", "Credit union", "Building society", "Friendly society",
	"Company of another kind", "Society of another kind", "Body of another kind",
}

// Listed reports whether the form is one of the library's list, and not what stands for
// those that are outside it.
func (f Form) Listed() bool { return f != 0 && f < OtherCompany }

// String gives the id, which is the JSON value.
func (f Form) String() string { return law.NameOf(formIDs, f) }

// Title says the form to readers.
func (f Form) Title() string {
	if int(f) < len(formTitles) {
		return formTitles[f]
	}
	return f.String()
}

// MarshalText writes String.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what String writes.
func (f *Form) UnmarshalText(b []byte) error { return law.ParseName(f, formIDs, b, "a legal form") }
