package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// A Conversion is an existing company's becoming a community interest company. The
// company's Type is what it is to be.
type Conversion struct {
	Passage
	// From is what the body is before.
	From law.Fact[Limited] `json:"from,omitzero"`
	// States, Alters and ChangesName: special resolutions state that the company is to be a
	// community interest company, alter the articles, and change the name.
	States      law.Fact[bool] `json:"states,omitzero"`
	Alters      law.Fact[bool] `json:"alters,omitzero"`
	ChangesName law.Fact[bool] `json:"changes_name,omitzero"`
	// Directors are the directors at the application.
	Directors law.Fact[[]Signatory] `json:"directors,omitzero"`
	// Charity is what charity law the company is under before; Office where its registered
	// office is; Consents those of charity regulators, given in writing.
	Charity  law.Fact[CharityUnder] `json:"charity,omitzero"`
	Office   law.Fact[law.Extent]   `json:"office,omitzero"`
	Consents law.Fact[[]Consent]    `json:"consents,omitzero"`
	// Became is the day of the new certificate of incorporation, on which the company
	// becomes a community interest company and its new name and articles take effect.
	Became   law.Fact[law.Date] `json:"became,omitzero"`
	Decision Decision           `json:"decision,omitzero"`
}

// CharityUnder says whether a company is a charity, and by which law. A charity of England
// and Wales that is also on the Scottish register is a Scottish one here.
type CharityUnder uint8

// The kinds.
const (
	NoCharity CharityUnder = iota + 1
	UnderEnglishLaw
	UnderScottishLaw
	UnderNorthernIrishLaw
)

var charityLaws = []string{"", "none", "england-and-wales", "scotland", "northern-ireland"}

// String gives the JSON value.
func (u CharityUnder) String() string { return law.NameOf(charityLaws, u) }

// MarshalText writes String.
func (u CharityUnder) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what String writes.
func (u *CharityUnder) UnmarshalText(b []byte) error {
	return law.ParseName(u, charityLaws, b, "a charity law")
}

// A Consent is a charity regulator's written consent.
type Consent struct {
	By    CharityUnder `json:"by"` // the Charity Commission, or the Scottish regulator
	Given law.Date     `json:"given"`
}

// Codes of the rules on becoming a community interest company.
const (
	CannotConvert         law.Code = "cic.cannot-convert"
	FormSwitched          law.Code = "cic.form-switched"
	ConversionIncomplete  law.Code = "cic.conversion-incomplete"
	ConversionNotCarried  law.Code = "cic.conversion-not-carried"
	ConversionEarly       law.Code = "cic.conversion-early"
	ConversionEarly1985   law.Code = "cic.conversion-early-1985"
	ConversionLate        law.Code = "cic.conversion-late"
	ConversionUnsigned    law.Code = "cic.conversion-unsigned"
	NoCommissionConsent   law.Code = "cic.no-commission-consent"
	ScottishCharityBarred law.Code = "cic.scottish-charity-barred"
	NoScottishConsent     law.Code = "cic.no-scottish-consent"
	NICharityBarred       law.Code = "cic.northern-irish-charity-barred"
	ConvertedUndecided    law.Code = "cic.converted-undecided"
)

const remedyWait = "Deliver the application again once the time for objecting is over, or show that nobody could object."

var conversionTable = law.Topic("conversion",
	rule{
		Code: CannotConvert, Provision: act2004.At("ss. 26(2), 37(1)", "section/26"),
		Says:    "Only a company limited by shares or by guarantee may become a community interest company.",
		InForce: inForce(), Event: converting, Applies: hasConversion, Check: convertible,
		Remedy: "Convert a registered society or a partnership into a company, or re-register an unlimited company as limited, first.",
	},
	rule{
		Code: FormSwitched, Provision: regulatorGuidance.At("changing form", ""), Weight: law.Guidance,
		Says:    "A company limited by guarantee cannot become one limited by shares, nor the reverse, before or after it becomes a community interest company.",
		InForce: inForce(), Event: converting, Applies: fromLimited, Check: keepsForm,
		Remedy: "Form a new company of the other kind and transfer the undertaking to it.",
	},
	rule{
		Code: ConversionIncomplete, Provision: act2004.At("s. 37(1)(a)", "section/37"),
		Says:    "The company must by special resolution state that it is to be a community interest company, alter its articles to comply with section 32, and change its name to comply with section 33.",
		InForce: inForce(), Event: converting, Applies: hasConversion, Check: resolvesAllThree,
		Remedy: "Pass the resolution that is missing.",
	},
	rule{
		Code: ConversionNotCarried, Provision: act2004.At("s. 37(1)(a)", "section/37"),
		Says:    "Each resolution must be carried as a special resolution, by not less than 75% of the votes.",
		InForce: inForce(), Event: converting, Applies: hasConversion, Check: conversionCarried,
		Remedy: "Put the resolution to the members again.",
	},
	rule{
		Code: ConversionEarly1985, Provision: act2004.At("s. 37(3)-(5) as enacted", "section/37"),
		Says:    "Where a resolution alters the memorandum, copies must not be forwarded before the end of the period for objecting, or before the court has determined an objection.",
		InForce: until("2009-09-30"), Event: converting, Applies: hasConversion, Check: notEarly,
		Remedy: remedyWait, Successor: ConversionEarly,
	},
	rule{
		Code: ConversionEarly, Provision: act2004.At("s. 37(1)(b), (2)-(4)", "section/37"),
		Says:    "The application may not be delivered while an application to cancel the resolutions may be made, or is before the court.",
		InForce: since("2009-10-01"), Event: converting, Applies: hasConversion, Check: notEarly,
		Remedy: remedyWait,
	},
	rule{
		Code: ConversionLate, Provision: act2004.At("s. 37(3)", "section/37"),
		Says:    "Copies of the resolutions must be forwarded with the application within 15 days after the relevant date.",
		InForce: inForce(), Event: converting, Applies: hasConversion, Check: notLate,
		Remedy: "Deliver them at once; the default is an offence of the company and its officers.",
	},
	rule{
		Code: ConversionUnsigned, Provision: regs2005.At("reg 12", "regulation/12"),
		Says:    "Each director must sign the community interest statement, and declare that the company is not excluded and that it is not a charity or has the consent it needs.",
		InForce: inForce(), Event: converting, Applies: hasConversion, Check: directorsSign,
		Remedy: "Have every director sign the statement and make the declarations.",
	},
	rule{
		Code: NoCommissionConsent, Provision: act2004.At("s. 39(1)", "section/39"),
		Says:    "A company that is a charity of England and Wales may not become a community interest company, until 30 September 2009 may not resolve on the new name, without the prior written consent of the Charity Commission.",
		InForce: inForce(), Event: converting, Applies: fromCharity(UnderEnglishLaw), Check: commissionConsents,
		Remedy: "Obtain the Commission's consent first; property held stays bound to the old purposes (s. 39(3)).",
	},
	rule{
		Code: ScottishCharityBarred, Provision: act2004.At("s. 40(1)", "section/40"),
		Says:    "A company that is a Scottish charity may not become a community interest company.",
		InForce: until("2009-09-30"), Event: converting, Applies: hasConversion, Check: barredFor(UnderScottishLaw, "The company is a Scottish charity."),
		Remedy: "Remain a charity.", Successor: NoScottishConsent,
	},
	rule{
		Code: NoScottishConsent, Provision: act2004.At("s. 40(4)", "section/40"),
		Says:    "A Scottish charitable company may not become a community interest company without the prior written consent of the Scottish Charity Regulator and, with its registered office in England or Wales, of the Charity Commission as well.",
		InForce: since("2009-10-01"), Event: converting, Applies: fromCharity(UnderScottishLaw), Check: scottishConsents,
		Remedy: "Obtain the consent first; property held stays bound to the old purposes (s. 40(7)).",
	},
	rule{
		Code: NICharityBarred, Provision: act2004.At("s. 40A", "section/40A"),
		Says:    "A company that is a Northern Ireland charity may not become a community interest company.",
		InForce: since("2007-04-06"), Event: converting, Applies: hasConversion, Check: barredFor(UnderNorthernIrishLaw, "The company is a Northern Ireland charity."),
		Remedy: "Remain a charity.",
	},
	rule{
		Code: ConvertedUndecided, Provision: act2004.At("ss. 37C(3), 38-38A, until 30 September 2009 s. 38", "section/38"),
		Says:    "The registrar may not record the change unless the Regulator has decided that the company will satisfy the community interest test and is not excluded.",
		InForce: inForce(), Event: converting, Applies: conversionRegistered, Check: convertedOnDecision,
		Remedy: "Await the Regulator's decision; the company may appeal to the Appeal Officer against a refusal.",
	},
)

var converting = event{Path: "conversion.passed", Of: func(c *Company) law.Fact[law.Date] {
	if v := c.Conversion.Ptr(); v != nil {
		return v.Passed
	}
	return law.Fact[law.Date]{}
}}

func hasConversion(c *kase) bool { return c.Subject.Conversion.Stated() }

func convertible(c *kase) {
	if from, ok := law.Need(c, &c.Subject.Conversion.Ptr().From, "conversion.from"); ok && !from.limitedCompany() {
		c.Breach("conversion.from", "The body is of the kind %q.", from)
	}
}

func fromLimited(c *kase) bool {
	if !hasConversion(c) {
		return false
	}
	from, ok := law.Need(c, &c.Subject.Conversion.Ptr().From, "conversion.from")
	return ok && from.limitedCompany()
}

func keepsForm(c *kase) {
	from := c.Subject.Conversion.Ptr().From.Or(0)
	if t, ok := law.Need(c, &c.Subject.Type, "type"); ok && t.HasShares() != from.hasShares() {
		c.Breach("type", "The company is of the kind %q and is to be of type %q.", from, t)
	}
}

func resolvesAllThree(c *kase) {
	v := c.Subject.Conversion.Ptr()
	mustBe(c, &v.States, true, "conversion.states", "No special resolution states that the company is to be a community interest company.")
	mustBe(c, &v.Alters, true, "conversion.alters", "No special resolution alters the articles.")
	mustBe(c, &v.ChangesName, true, "conversion.changes_name", "No special resolution changes the name.")
}

func conversionCarried(c *kase) { carried(c, &c.Subject.Conversion.Ptr().Passage, "conversion.") }

func notEarly(c *kase) { convertedInTime(c, false) }

func notLate(c *kase) { convertedInTime(c, true) }

func convertedInTime(c *kase, late bool) {
	v := c.Subject.Conversion.Ptr()
	if from, ok := law.Need(c, &v.From, "conversion.from"); ok {
		filedInTime(c, &v.Passage, "conversion.", from, late)
	}
}

func directorsSign(c *kase) {
	allSign(c, &c.Subject.Conversion.Ptr().Directors, "conversion.directors", true)
}

func fromCharity(u CharityUnder) func(*kase) bool {
	return func(c *kase) bool {
		if !hasConversion(c) {
			return false
		}
		is, ok := law.Need(c, &c.Subject.Conversion.Ptr().Charity, "conversion.charity")
		return ok && is == u
	}
}

func barredFor(u CharityUnder, message string) func(*kase) {
	return func(c *kase) {
		if is, ok := law.Need(c, &c.Subject.Conversion.Ptr().Charity, "conversion.charity"); ok && is == u {
			c.Breach("conversion.charity", "%s", message)
		}
	}
}

func commissionConsents(c *kase) { consented(c, UnderEnglishLaw, "the Charity Commission") }

func scottishConsents(c *kase) {
	consented(c, UnderScottishLaw, "the Scottish Charity Regulator")
	office, ok := law.Need(c, &c.Subject.Conversion.Ptr().Office, "conversion.office")
	if ok && law.EnglandAndWales.Covers(office) {
		consented(c, UnderEnglishLaw, "the Charity Commission, the registered office being in England or Wales")
	}
}

// consented requires a consent given by the day that matters: until 30 September 2009 that
// of the resolution, since then the day of becoming, where that has come.
func consented(c *kase, by CharityUnder, whose string) {
	v := c.Subject.Conversion.Ptr()
	list, ok := law.Need(c, &v.Consents, "conversion.consents")
	if !ok {
		return
	}
	last := v.Became.Or(c.AsAt)
	if c.On.Before(substituted) {
		last = c.On
	} else if v.Decision.Registered.Or(false) && !v.Became.Stated() {
		c.Unknown("conversion.became", "")
		return
	}
	for _, x := range list {
		if x.By == by && !x.Given.IsZero() && !x.Given.After(last) {
			return
		}
	}
	c.Breach("conversion.consents", "There is no written consent, by %s, of %s.", last.Long(), whose)
}

func conversionRegistered(c *kase) bool {
	return hasConversion(c) && registered(c, &c.Subject.Conversion.Ptr().Decision, "conversion.decision.")
}

func convertedOnDecision(c *kase) {
	onDecision(c, &c.Subject.Conversion.Ptr().Decision, "conversion.decision.")
}
