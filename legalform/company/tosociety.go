package company

import (
	"strings"
	"unicode"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on conversion into a registered society.
const (
	SocietyNotSpecial law.Code = "company.society-without-special-resolution"
	SocietyIncomplete law.Code = "company.society-resolution-incomplete"
	SocietyUnsigned   law.Code = "company.society-rules-unsigned"
	SocietyName       law.Code = "company.society-called-company"
	SocietyEarly      law.Code = "company.society-before-registration"
)

// A SocietyConversion is a company's resolution to become a registered society, with what
// became of it. A community interest company's is judged by package cic.
type SocietyConversion struct {
	Resolved  law.Fact[law.Date] `json:"resolved,omitzero"`
	BySpecial law.Fact[bool]     `json:"by_special_resolution,omitzero"`
	// WithRules: a copy of the society's rules accompanied the resolution. Appointed counts the
	// members whom it appointed, Signed those of them who signed the rules; OfficerSigned says
	// that the secretary did, or a director of a company without one.
	WithRules     law.Fact[bool] `json:"with_rules,omitzero"`
	Appointed     law.Fact[int]  `json:"members_appointed,omitzero"`
	Signed        law.Fact[int]  `json:"appointed_signed,omitzero"`
	OfficerSigned law.Fact[bool] `json:"secretary_or_director_signed,omitzero"`
	// Alterations: it authorises them to accept alterations that the FCA makes, or has them lay
	// those before the company in general meeting.
	Alterations law.Fact[bool] `json:"alterations_provided_for,omitzero"`
	// Name is that of the society.
	Name law.Fact[string] `json:"name,omitzero"`
	// Effected: it was treated as having taken effect; Registered: the registrar of companies
	// had registered the resolution and the FCA's certificate.
	Effected   law.Fact[bool] `json:"treated_as_effective,omitzero"`
	Registered law.Fact[bool] `json:"registered_by_registrar,omitzero"`
}

// SocietyFigures are those of s. 115 of the Act of 2014.
type SocietyFigures struct {
	AppointedMembers law.History[int]
}

func enactedSociety() SocietyFigures {
	return SocietyFigures{one("society_appointed_members", "members appointed to sign the rules", startSocieties, 3, s115("s. 115(2)(b)"))}
}

func s115(pinpoint string) law.Provision { return societies2014.At(pinpoint, "section/115") }

var societyOn = dated("society_conversion.resolved", func(c *Company) *law.Fact[SocietyConversion] { return &c.SocietyConversion }, func(s *SocietyConversion) law.Fact[law.Date] { return s.Resolved })

var fromSocieties = []law.Window{law.From(startSocieties, law.GreatBritain)}

var societies = law.Topic("conversion into a society",
	rule{
		Code: SocietyNotSpecial, Provision: s115("s. 115(1)"),
		Says:    "A company may by special resolution determine to convert itself into a registered society.",
		InForce: fromSocieties, Event: societyOn, Applies: becomesSociety, Check: societyBySpecial,
		Remedy: "Put a special resolution.",
	},
	rule{
		Code: SocietyIncomplete, Provision: s115("s. 115(2), (4)"),
		Says:    "The resolution must be accompanied by a copy of the society's rules, appoint three members, and provide for alterations of the rules by the FCA.",
		InForce: fromSocieties, Event: societyOn, Applies: becomesSociety, Check: societyComplete,
		Remedy: "Put a resolution that says what it must.",
	},
	rule{
		Code: SocietyUnsigned, Provision: s115("s. 115(3)"),
		Says:    "The appointed members and the secretary, or a director of a company without one, must sign the rules.",
		InForce: fromSocieties, Event: societyOn, Applies: becomesSociety, Check: societySigned,
		Remedy: "Have the rules signed.",
	},
	rule{
		Code: SocietyName, Provision: s115("s. 115(7)"),
		Says:    "The name under which the company is registered as a society must not include the word \"company\".",
		InForce: fromSocieties, Event: societyOn, Applies: becomesSociety, Check: societyNamed,
		Remedy: "Choose another name.",
	},
	rule{
		Code: SocietyEarly, Provision: s115("s. 115(8)-(9)"),
		Says:    "The conversion takes effect on the registrar of companies registering the resolution and the FCA's certificate.",
		InForce: fromSocieties, Event: societyOn, Applies: becomesSociety, Check: societyRegistered,
		Remedy: "Send both to the registrar of companies, and wait for registration.",
	},
)

func becomesSociety(c *kase) bool { return c.Subject.SocietyConversion.Stated() }

func societyBySpecial(c *kase) {
	must(c, &c.Subject.SocietyConversion.Ptr().BySpecial, true, "society_conversion.by_special_resolution", "No special resolution was passed.")
}

func societyComplete(c *kase) {
	s := c.Subject.SocietyConversion.Ptr()
	must(c, &s.WithRules, true, "society_conversion.with_rules", "No copy of the society's rules accompanied the resolution.")
	must(c, &s.Alterations, true, "society_conversion.alterations_provided_for", "The resolution does not provide for alterations of the rules.")
	n, ok1 := law.Need(c, &s.Appointed, "society_conversion.members_appointed")
	if needs, ok2 := law.Read(c, &c.Figures.AppointedMembers, c.On); ok1 && ok2 && n != needs {
		c.Breach("society_conversion.members_appointed", "The resolution appoints %d members, and must appoint %d.", n, needs)
	}
}

func societySigned(c *kase) {
	s := c.Subject.SocietyConversion.Ptr()
	must(c, &s.OfficerSigned, true, "society_conversion.secretary_or_director_signed", "Neither the secretary nor, without one, a director signed the rules.")
	n, ok1 := law.Need(c, &s.Signed, "society_conversion.appointed_signed")
	if needs, ok2 := law.Read(c, &c.Figures.AppointedMembers, c.On); ok1 && ok2 && n < needs {
		c.Breach("society_conversion.appointed_signed", "%d of the %d appointed members signed the rules.", n, needs)
	}
}

func societyNamed(c *kase) {
	name, ok := law.Need(c, &c.Subject.SocietyConversion.Ptr().Name, "society_conversion.name")
	if !ok {
		return
	}
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if strings.EqualFold(word, "company") {
			c.Breach("society_conversion.name", "The name %q includes the word \"company\".", name)
			return
		}
	}
}

func societyRegistered(c *kase) {
	s := c.Subject.SocietyConversion.Ptr()
	if effect, ok := law.Need(c, &s.Effected, "society_conversion.treated_as_effective"); ok && effect {
		must(c, &s.Registered, true, "society_conversion.registered_by_registrar", "The conversion was treated as effective before the registrar of companies had registered it.")
	}
}
