package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Limited is how the members of a body are liable, and so what kind of company it is, or
// that it is no company.
type Limited uint8

// The kinds. A company limited by guarantee with a share capital can only be an old one:
// none has been formed since 22 December 1980.
const (
	ByShares Limited = iota + 1
	ByGuaranteeOnly
	ByGuaranteeAndShares
	Unlimited
	SocietyNotCompany
	PartnershipNotCompany
)

var limitedKinds = []string{
	"", "by-shares", "by-guarantee", "by-guarantee-with-share-capital", "unlimited", "registered-society", "limited-liability-partnership",
}

// String gives the JSON value.
func (l Limited) String() string { return law.NameOf(limitedKinds, l) }

// MarshalText writes String.
func (l Limited) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Limited) UnmarshalText(b []byte) error {
	return law.ParseName(l, limitedKinds, b, "a kind of liability")
}

// limitedCompany reports whether the Act lets the kind be a community interest company.
func (l Limited) limitedCompany() bool {
	return l == ByShares || l == ByGuaranteeOnly || l == ByGuaranteeAndShares
}

func (l Limited) hasShares() bool { return l == ByShares || l == ByGuaranteeAndShares }

// Standing is what the company is and has, apart from its articles, and what the Regulator
// has done to it.
type Standing struct {
	Limited law.Fact[Limited] `json:"limited,omitzero"`
	// Charity: it is on a register of charities, or held out as one.
	Charity law.Fact[bool] `json:"charity,omitzero"`
	// Directors is how many there are, NaturalDirectors how many of them are natural persons.
	Directors        law.Fact[int]  `json:"directors,omitzero"`
	NaturalDirectors law.Fact[int]  `json:"natural_directors,omitzero"`
	Members          law.Fact[int]  `json:"members,omitzero"`
	Secretary        law.Fact[bool] `json:"secretary,omitzero"`
	// Allotted is the nominal value of the allotted share capital. TradingCertificate: the
	// registrar issued one, or none is needed, the company being public by re-registration.
	Allotted           law.Fact[law.Pence] `json:"allotted,omitzero"`
	TradingCertificate law.Fact[bool]      `json:"trading_certificate,omitzero"`
	// DisclosesLimited: its letters, order forms and websites say that it is limited.
	DisclosesLimited law.Fact[bool] `json:"discloses_limited,omitzero"`

	Reregistration law.Fact[Reregistration] `json:"reregistration,omitzero"`
	Refusal        law.Fact[Refusal]        `json:"refusal,omitzero"`
	// Measures are those of the Regulator, and petitions, that stand at the date.
	Measures law.Fact[[]Measure] `json:"measures,omitzero"`
	Order    law.Fact[Order]     `json:"order,omitzero"`
	Appeal   law.Fact[Appeal]    `json:"appeal,omitzero"`
}

// A Reregistration is a change of the company's kind under Part 7 of the Companies Act 2006.
type Reregistration struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	To law.Fact[Limited]  `json:"to,omitzero"`
	// CertificateStatesCIC: the new certificate of incorporation says that the company is a
	// community interest company.
	CertificateStatesCIC law.Fact[bool] `json:"certificate_states_cic,omitzero"`
}

// Codes of the rules on what a community interest company may be.
const (
	WrongForm           law.Code = "cic.wrong-form"
	CharityToo          law.Code = "cic.charity-too"
	UnlimitedByRegister law.Code = "cic.re-registered-unlimited"
	CertificateSilent   law.Code = "cic.certificate-silent"
	TooFewDirectors     law.Code = "cic.too-few-directors"
	NoNaturalDirector   law.Code = "cic.no-natural-director"
	NoMember            law.Code = "cic.no-member"
	PublicWithoutShares law.Code = "cic.public-without-shares"
	NoSecretary         law.Code = "cic.no-secretary"
	CapitalTooSmall     law.Code = "cic.capital-too-small"
)

var typesTable = law.Topic("types",
	rule{
		Code: WrongForm, Provision: act2004.At("s. 26(2)", "section/26"),
		Says:    "A community interest company must be a company limited by shares or by guarantee.",
		InForce: inForce(), Check: limitedForm,
		Remedy: "Re-register as a limited company, or convert into one, first.",
	},
	rule{
		Code: CharityToo, Provision: act2004.At("s. 26(3)", "section/26"),
		Says:    "A community interest company established for charitable purposes is to be treated as not being so established, and may not be a charity.",
		InForce: inForce(), Check: noCharity,
		Remedy: "Remove the company from the register of charities, or cease to be a community interest company by becoming one.",
	},
	rule{
		Code: UnlimitedByRegister, Provision: act2004.At("s. 52(1)", "section/52"),
		Says:    "A community interest company may not re-register as unlimited.",
		InForce: inForce(), Event: reregistered, Applies: hasReregistration, Check: staysLimited,
		Remedy: "Remain limited; private and public are the only change open.",
	},
	rule{
		Code: CertificateSilent, Provision: act2004.At("s. 52(2)", "section/52"),
		Says:    "The certificate issued on re-registration as public or private is to contain a statement that the company is a community interest company.",
		InForce: inForce(), Event: reregistered, Applies: staysCIC, Check: certificateStates,
		Remedy: "Ask the registrar for a certificate with the statement.",
	},
	rule{
		Code: TooFewDirectors, Provision: companies2006.At("s. 154", "section/154"),
		Says:    "A private company must have at least one director, and a public company at least two.",
		InForce: since("2007-10-01"), Check: enoughDirectors,
		Remedy: "Appoint a director.",
	},
	rule{
		Code: NoNaturalDirector, Provision: companies2006.At("s. 155", "section/155"),
		Says:    "A company must have at least one director who is a natural person.",
		InForce: since("2008-10-01"), Check: naturalDirector,
		Remedy: "Appoint a natural person as a director.",
	},
	rule{
		Code: NoMember, Provision: companies2006.At("s. 7", "section/7"),
		Says:    "A company must have at least one member.",
		InForce: since("2009-10-01"), Check: oneMember,
		Remedy: "Admit a member.",
	},
	rule{
		Code: PublicWithoutShares, Provision: companies2006.At("s. 4(2)", "section/4"),
		Says:    "A public company must be limited by shares, or by guarantee and having a share capital.",
		InForce: since("2009-10-01"), Applies: isPublic, Check: publicHasShares,
		Remedy: "Be a private company.",
	},
	rule{
		Code: NoSecretary, Provision: companies2006.At("s. 271", "section/271"),
		Says:    "A public company must have a secretary.",
		InForce: since("2008-04-06"), Applies: isPublic, Check: hasSecretary,
		Remedy: "Appoint a secretary.",
	},
	rule{
		Code: CapitalTooSmall, Provision: companies2006.At("ss. 761, 763", "section/761"),
		Says:    "A public company may not do business without a trading certificate, for which the nominal value of its allotted share capital must be not less than the authorised minimum.",
		InForce: since("2008-04-06"), Applies: isPublic, Check: enoughCapital,
		Remedy: "Allot more shares and obtain the certificate, or re-register as private.",
	},
)

func limitedForm(c *kase) {
	if l, ok := law.Need(c, &c.Subject.Standing.Limited, "standing.limited"); ok && !l.limitedCompany() {
		c.Breach("standing.limited", "The body is of the kind %q.", l)
	}
}

func noCharity(c *kase) {
	mustBe(c, &c.Subject.Standing.Charity, false, "standing.charity", "The company is recorded as a charity as well.")
}

var reregistered = event{Path: "standing.reregistration.on", Of: func(c *Company) law.Fact[law.Date] {
	if r := c.Standing.Reregistration.Ptr(); r != nil {
		return r.On
	}
	return law.Fact[law.Date]{}
}}

func hasReregistration(c *kase) bool { return c.Subject.Standing.Reregistration.Stated() }

func staysLimited(c *kase) {
	to, ok := law.Need(c, &c.Subject.Standing.Reregistration.Ptr().To, "standing.reregistration.to")
	if ok && to == Unlimited {
		c.Breach("standing.reregistration.to", "The company was re-registered as unlimited.")
	}
}

func staysCIC(c *kase) bool {
	if !hasReregistration(c) {
		return false
	}
	to, ok := law.Need(c, &c.Subject.Standing.Reregistration.Ptr().To, "standing.reregistration.to")
	return ok && to != Unlimited
}

func certificateStates(c *kase) {
	mustBe(c, &c.Subject.Standing.Reregistration.Ptr().CertificateStatesCIC, true, "standing.reregistration.certificate_states_cic",
		"The certificate does not say that the company is a community interest company.")
}

func isPublic(c *kase) bool {
	public, ok := law.Need(c, &c.Subject.Public, "public")
	return ok && public
}

func isPrivate(c *kase) bool {
	public, ok := law.Need(c, &c.Subject.Public, "public")
	return ok && !public
}

func enoughDirectors(c *kase) {
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	n, ok2 := law.Need(c, &c.Subject.Standing.Directors, "standing.directors")
	if !ok1 || !ok2 {
		return
	}
	h := &c.Figures.PrivateDirectors
	if public {
		h = &c.Figures.PublicDirectors
	}
	if least, ok := law.Read(c, h, c.On); ok && n < least {
		c.Breach("standing.directors", "The company has %d directors, where it must have at least %d.", n, least)
	}
}

func naturalDirector(c *kase) {
	if n, ok := law.Need(c, &c.Subject.Standing.NaturalDirectors, "standing.natural_directors"); ok && n < 1 {
		c.Breach("standing.natural_directors", "No director is a natural person.")
	}
}

func oneMember(c *kase) {
	n, ok := law.Need(c, &c.Subject.Standing.Members, "standing.members")
	if least, ok1 := law.Read(c, &c.Figures.LeastMembers, c.On); ok && ok1 && n < least {
		c.Breach("standing.members", "The company has no member.")
	}
}

func publicHasShares(c *kase) {
	if t, ok := law.Need(c, &c.Subject.Type, "type"); ok && !t.HasShares() {
		c.Breach("public", "The company is public and has no share capital.")
	}
}

func hasSecretary(c *kase) {
	mustBe(c, &c.Subject.Standing.Secretary, true, "standing.secretary", "The company is public and has no secretary.")
}

func enoughCapital(c *kase) {
	mustBe(c, &c.Subject.Standing.TradingCertificate, true, "standing.trading_certificate", "The company is public and has no trading certificate.")
	allotted, ok1 := law.Need(c, &c.Subject.Standing.Allotted, "standing.allotted")
	least, ok2 := law.Read(c, &c.Figures.PublicCapital, c.On)
	if ok1 && ok2 && allotted < least {
		c.Breach("standing.allotted", "Shares of a nominal %v are allotted; a public company needs not less than %v.", allotted, least)
	}
}
