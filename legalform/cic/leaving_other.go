package cic

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// SocietyTerms are what becoming a registered society asks for.
type SocietyTerms struct {
	// Restricted: the society's rules hold the restriction on use of assets prescribed in
	// 2006 (SI 2006/264, or its equivalent for Northern Ireland).
	Restricted law.Fact[bool] `json:"restricted,omitzero"`
	// Signers is how many members of the company, appointed by the resolution, signed the
	// rules; DirectorSigned: so did a director.
	Signers        law.Fact[int]  `json:"signers,omitzero"`
	DirectorSigned law.Fact[bool] `json:"director_signed,omitzero"`
	// Statement: the registrar of companies has the statement of the registrar of societies
	// that under those rules the company will become a society with the restriction.
	Statement law.Fact[bool] `json:"statement,omitzero"`
}

// CIOTerms are what becoming a charitable incorporated organisation asks for.
type CIOTerms struct {
	// FullyPaid: every share is fully paid up.
	FullyPaid law.Fact[bool] `json:"fully_paid,omitzero"`
	// Exempt: the resulting charity would be an exempt charity.
	Exempt law.Fact[bool] `json:"exempt,omitzero"`
	// OfficeInEnglandOrWales: the organisation will have its principal office there.
	OfficeInEnglandOrWales law.Fact[bool] `json:"office_in_england_or_wales,omitzero"`
	// Special: the conversion resolution was carried as a special resolution; Unanimous: it
	// was a written resolution signed by or for every member entitled to vote.
	Special   law.Fact[bool] `json:"special,omitzero"`
	Unanimous law.Fact[bool] `json:"unanimous,omitzero"`
	// Constitution and Adopted: the Commission has the proposed constitution, and a separate
	// resolution that adopts it. Entrenched: it entrenches something; EntrenchmentStated:
	// and a statement says so.
	Constitution       law.Fact[bool] `json:"constitution,omitzero"`
	Adopted            law.Fact[bool] `json:"adopted,omitzero"`
	Entrenched         law.Fact[bool] `json:"entrenched,omitzero"`
	EntrenchmentStated law.Fact[bool] `json:"entrenchment_stated,omitzero"`
	// OldGuarantee is what each member of the company was liable to contribute, NewGuarantee
	// what a member of the organisation will be, nothing where members are not liable.
	OldGuarantee law.Fact[law.Pence] `json:"old_guarantee,omitzero"`
	NewGuarantee law.Fact[law.Pence] `json:"new_guarantee,omitzero"`
}

// Codes of the rules on becoming a society or a charitable incorporated organisation.
const (
	SocietyUnrestricted law.Code = "cic.society-unrestricted"
	SocietyUnsigned     law.Code = "cic.society-unsigned"
	NoSocietyStatement  law.Code = "cic.no-society-statement"
	SocietyName         law.Code = "cic.society-name"
	SharesNotPaid       law.Code = "cic.shares-not-paid"
	ExemptCharity       law.Code = "cic.exempt-charity"
	CIOElsewhere        law.Code = "cic.cio-elsewhere"
	CIONotResolved      law.Code = "cic.cio-not-resolved"
	CIOIncomplete       law.Code = "cic.cio-incomplete"
	GuaranteeReduced    law.Code = "cic.guarantee-reduced"
	CIONotYetTaken      law.Code = "cic.cio-not-yet-taken"
)

var reg6A = regs2009.At("reg 5 (reg 6A of SI 2005/1788)", "regulation/5")

var leavingOtherTable = law.Topic("leaving for another form",
	rule{
		Code: SocietyUnrestricted, Provision: reg6A,
		Says:    "A community interest company may become only a society which has the prescribed restriction on use of assets.",
		InForce: since("2009-10-01"), Event: leavingOn, Applies: toSociety, Check: societyRestricted,
		Remedy: "Put the prescribed restriction in the rules.",
	},
	rule{
		Code: SocietyUnsigned, Provision: reg6A,
		Says:    "The rules must be signed by three members whom the resolution appoints, together with a director.",
		InForce: since("2009-10-01"), Event: leavingOn, Applies: toSociety, Check: societySigned,
		Remedy: "Have three members and a director sign the rules.",
	},
	rule{
		Code: NoSocietyStatement, Provision: reg6A,
		Says:    "The registrar of companies must be sent a statement by the registrar of societies that under the rules the company will become a society with the restriction.",
		InForce: since("2009-10-01"), Event: leavingOn, Applies: toSociety, Check: societyStatement,
		Remedy: "Obtain the statement, and send it with the resolution and the rules.",
	},
	rule{
		Code: SocietyName, Provision: reg6A,
		Says:    "The society's name shall not include \"company\" or any ending of a community interest company, in English or Welsh.",
		InForce: since("2009-10-01"), Event: leavingOn, Applies: toSociety, Check: societyName,
		Remedy: "Choose a name without those words.",
	},
	rule{
		Code: SharesNotPaid, Provision: cio2017.At("reg 4(2)(a)", "regulation/4"),
		Says:    "No application may be made by a company having a share capital if any of the shares are not fully paid up.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIOWithShares, Check: sharesPaid,
		Remedy: "Call up what is unpaid, or release it by a reduction of capital, first.",
	},
	rule{
		Code: ExemptCharity, Provision: cio2017.At("reg 4(2)(b)", "regulation/4"),
		Says:    "No application may be made where the resulting charity would be an exempt charity.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIO, Check: notExempt,
		Remedy: "Become a charitable company instead, if it would not be exempt.",
	},
	rule{
		Code: CIOElsewhere, Provision: cio2017.At("reg 4(1)", "regulation/4"),
		Says:    "The company may become only a charitable incorporated organisation of England and Wales.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIO, Check: officeInEnglandOrWales,
		Remedy: "Have the principal office in England or Wales, or become a charitable company.",
	},
	rule{
		Code: CIONotResolved, Provision: cio2017.At("reg 4(4)", "regulation/4"),
		Says:    "The conversion resolution must be a special resolution, or a unanimous written resolution signed by or on behalf of all the members entitled to vote on one.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIO, Check: cioResolved,
		Remedy: "Pass a special resolution, or obtain every member's signature.",
	},
	rule{
		Code: CIOIncomplete, Provision: cio2017.At("reg 4(3)", "regulation/4"),
		Says:    "The company must supply the proposed constitution, a statement of any entrenchment in it, and a resolution adopting it.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIO, Check: cioComplete,
		Remedy: "Supply what is missing.",
	},
	rule{
		Code: GuaranteeReduced, Provision: cio2017.At("reg 4(6)-(8)", "regulation/4"),
		Says:    "The members' liability in the organisation must not be less than their guarantee in the company, unless that is £10 or less.",
		InForce: since("2018-01-01"), Event: leavingOn, Applies: toCIOByGuarantee, Check: guaranteeKept,
		Remedy: "Raise the members' liability in the proposed constitution.",
	},
	rule{
		Code: CIONotYetTaken, Provision: commissionPractice.At("", ""), Weight: law.Practice,
		Says:    "The Charity Commission took applications of community interest companies only from 1 September 2018.",
		InForce: []law.Window{law.From("2018-01-01", law.UnitedKingdom).Until("2018-08-31")}, Event: leavingOn, Applies: toCIO, Check: notYetTaken,
		Remedy: "Apply on or after 1 September 2018.", Ended: "The Commission has taken applications since.",
	},
)

func societyRestricted(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().Society.Restricted, true, "leaving.society.restricted",
		"The society's rules do not hold the prescribed restriction on use of assets.")
}

func societySigned(c *kase) {
	s := &c.Subject.Leaving.Ptr().Society
	signers, ok1 := law.Need(c, &s.Signers, "leaving.society.signers")
	want, ok2 := law.Read(c, &c.Figures.SocietySigners, c.On)
	if ok1 && ok2 && signers < want {
		c.Breach("leaving.society.signers", "%d members signed the rules, where %d must.", signers, want)
	}
	mustBe(c, &s.DirectorSigned, true, "leaving.society.director_signed", "No director signed the rules.")
}

func societyStatement(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().Society.Statement, true, "leaving.society.statement",
		"The registrar of companies has no statement by the registrar of societies.")
}

// companyWords may not be in a society's name.
var companyWords = slices.Concat([]string{"company"}, privateEndings, publicEndings, privateWelshEndings, publicWelshEndings)

func societyName(c *kase) {
	full, ok := law.Need(c, &c.Subject.Leaving.Ptr().NewName, "leaving.new_name")
	if !ok {
		return
	}
	var buf nameBuffer
	if word, has := includes(plain(&buf, full), companyWords); has {
		c.Breach("leaving.new_name", "The society's name %q includes %q.", full, word)
	}
}

func toCIOWithShares(c *kase) bool { return toCIO(c) && hasShares(c) }

func sharesPaid(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().CIO.FullyPaid, true, "leaving.cio.fully_paid", "A share is not fully paid up.")
}

func notExempt(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().CIO.Exempt, false, "leaving.cio.exempt", "The resulting charity would be an exempt charity.")
}

func officeInEnglandOrWales(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().CIO.OfficeInEnglandOrWales, true, "leaving.cio.office_in_england_or_wales",
		"The organisation would have its principal office outside England and Wales.")
}

func cioResolved(c *kase) {
	t := &c.Subject.Leaving.Ptr().CIO
	if t.Special.Or(false) || t.Unanimous.Or(false) {
		return
	}
	_, ok1 := law.Need(c, &t.Special, "leaving.cio.special")
	_, ok2 := law.Need(c, &t.Unanimous, "leaving.cio.unanimous")
	if ok1 && ok2 {
		c.Breach("leaving.cio.special", "There is no special resolution, and not every member signed a written one.")
	}
}

func cioComplete(c *kase) {
	t := &c.Subject.Leaving.Ptr().CIO
	mustBe(c, &t.Constitution, true, "leaving.cio.constitution", "The Commission has no proposed constitution.")
	mustBe(c, &t.Adopted, true, "leaving.cio.adopted", "No resolution adopts the constitution.")
	if entrenched, ok := law.Need(c, &t.Entrenched, "leaving.cio.entrenched"); ok && entrenched {
		mustBe(c, &t.EntrenchmentStated, true, "leaving.cio.entrenchment_stated", "No statement says that the constitution entrenches anything.")
	}
}

func toCIOByGuarantee(c *kase) bool {
	if !toCIO(c) {
		return false
	}
	l, ok := law.Need(c, &c.Subject.Standing.Limited, "standing.limited")
	return ok && (l == ByGuaranteeOnly || l == ByGuaranteeAndShares)
}

func guaranteeKept(c *kase) {
	t := &c.Subject.Leaving.Ptr().CIO
	was, ok1 := law.Need(c, &t.OldGuarantee, "leaving.cio.old_guarantee")
	dropped, ok2 := law.Read(c, &c.Figures.GuaranteeDropped, c.On)
	if !ok1 || !ok2 || was <= dropped {
		return
	}
	if is, ok := law.Need(c, &t.NewGuarantee, "leaving.cio.new_guarantee"); ok && is < was {
		c.Breach("leaving.cio.new_guarantee", "Members would be liable for %v, and were for %v, which is more than %v.", is, was, dropped)
	}
}

func notYetTaken(c *kase) {
	c.Breach("leaving.applied", "The application was made on %s.", c.On.Long())
}
