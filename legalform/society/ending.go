package society

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the day from which a society is no more.
const (
	EndedUncertified     law.Code = "society.ended-uncertified"
	EndedUncertified1965 law.Code = "society.ended-uncertified-1965"
	CertificateWrong     law.Code = "society.certificate-wrong"
	CertificateWrong1965 law.Code = "society.certificate-wrong-1965"
	CertificateNotOfLock law.Code = "society.certificate-not-of-lock"
	DissolvedEarly       law.Code = "society.dissolved-early"
	DissolvedEarly1965   law.Code = "society.dissolved-early-1965"
)

// EndingWay is how a society came to its end.
type EndingWay uint8

// The ways. A transfer is of all its engagements, to a society or a company; a conversion
// is its registration as a company.
const (
	ByInstrument EndingWay = iota + 1
	ByWindingUp
	ByTransfer
	ByConversion
	FromAdministration
)

var endingWays = []string{"", "instrument", "winding-up", "transfer", "conversion", "administration"}

// String gives the JSON value.
func (w EndingWay) String() string { return law.NameOf(endingWays, w) }

// MarshalText writes String.
func (w EndingWay) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what String writes.
func (w *EndingWay) UnmarshalText(b []byte) error {
	return law.ParseName(w, endingWays, b, "a way to end a society")
}

// CertificateSigner is who signs a property certificate.
type CertificateSigner uint8

// The signers. An approved officer is one whom the registrar approved for the purpose.
const (
	SignedByLiquidator CertificateSigner = iota + 1
	SignedBySecretary
	SignedByApprovedOfficer
	SignedByAdministrator
	SignedByOther
)

var certificateSigners = []string{"", "liquidator", "secretary", "approved-officer", "administrator", "other"}

// String gives the JSON value.
func (x CertificateSigner) String() string { return law.NameOf(certificateSigners, x) }

// MarshalText writes String.
func (x CertificateSigner) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads what String writes.
func (x *CertificateSigner) UnmarshalText(b []byte) error {
	return law.ParseName(x, certificateSigners, b, "a signer")
}

// An Ending is a society's dissolution or the cancellation of its registration.
type Ending struct {
	Way law.Fact[EndingWay] `json:"way,omitzero"`
	On  law.Fact[law.Date]  `json:"on,omitzero"`
	// Lodged is the day on which the property certificate was lodged with the registrar,
	// Signer who signed it.
	Lodged law.Fact[law.Date]          `json:"certificate_lodged,omitzero"`
	Signer law.Fact[CertificateSigner] `json:"certificate_signed_by,omitzero"`
	// AllProperty says that it certifies that all property vested in the society has been
	// duly conveyed or transferred to those entitled; WithinLock that this complied with the
	// statutory restriction on use.
	AllProperty law.Fact[bool] `json:"certifies_all_property,omitzero"`
	WithinLock  law.Fact[bool] `json:"certifies_lock,omitzero"`
}

// EndingFigures are the figures of dissolution and winding up, apart from majorities.
type EndingFigures struct {
	// ChallengeMonths is how long there is, from the Gazette, to have a dissolution set
	// aside; ChallengeNoticeDays how long to tell the registrar.
	ChallengeMonths     law.History[int]
	ChallengeNoticeDays law.History[int]
	// WindingUpMajority and WindingUpDays are of a resolution to wind up.
	WindingUpMajority law.History[law.Ratio]
	WindingUpDays     law.History[int]
	// CompanyMajority and AppointedMembers are of a company's resolution to become a society.
	CompanyMajority  law.History[law.Ratio]
	AppointedMembers law.History[int64]
}

func enactedEndings() EndingFigures {
	s58, s122 := act1965.At("s. 58(6), (8)", "section/58"), act2014.At("s. 122(3), (5)-(6)", "section/122")
	return EndingFigures{
		ChallengeMonths: law.Since("society.challenge_months", "months from the Gazette",
			at(start1965, 3, s58), at(start2014, 3, s122)),
		ChallengeNoticeDays: law.Since("society.challenge_notice_days", "days after the event",
			at(start1965, 7, s58), at(start2014, 7, s122)),
		WindingUpMajority: law.Since("society.winding_up_majority", "of votes cast, at least",
			at(start2014, law.Per(3, 4), companies2006.At("s. 283(1), by the Insolvency Act 1986 s. 84(1)(b) and the 2014 Act s. 123(1)", "section/283"))),
		WindingUpDays: law.Since("society.winding_up_days", "days after it is passed",
			at(start2014, 15, act2014.At("s. 123(3)(a)", "section/123"))),
		CompanyMajority: law.Since("society.company_majority", "of votes cast, at least",
			at(startCompanyResolutions, law.Per(3, 4), companies2006.At("s. 283(1)", "section/283"))),
		AppointedMembers: law.Since("society.appointed_members", "members of the company",
			at(start1965, int64(3), act1965.At("s. 53(2)", "section/53")), at(start2014, int64(3), act2014.At("s. 115(2)(b)", "section/115"))),
	}
}

var (
	ended = event{Path: "ending.on", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Ending.Ptr(); x != nil {
			return x.On
		}
		return law.Fact[law.Date]{}
	}}
	certificateDate = event{Path: "ending.certificate_lodged", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Ending.Ptr(); x != nil {
			return x.Lodged
		}
		return law.Fact[law.Date]{}
	}}
)

const remedyCertificate = "Lodge a certificate that says so, signed by the liquidator, the secretary or an officer whom the registrar approves."

var (
	endsCertified = rule{
		Code: EndedUncertified, Provision: act2014.At("s. 126(1)-(2)", "section/126"),
		Says: "A society whose engagements are transferred, or that is to be dissolved by an instrument or on winding up, must not be dissolved, and " +
			"its registration must not be cancelled, until a certificate about its property has been lodged with the registrar.",
		InForce: from2014, Event: ended, Applies: needsCertificate, Check: certificateLodged,
		Remedy: remedyCertificate,
	}
	propertyCertificate = rule{
		Code: CertificateWrong, Provision: act2014.At("s. 126(3)", "section/126"),
		Says: "The certificate must certify that all property vested in the society has been duly conveyed or transferred to the persons entitled, " +
			"and be signed by the liquidator, the secretary or an officer whom the registrar approves.",
		InForce: from2014, Event: certificateDate, Applies: needsCertificate, Check: certifies,
		Remedy: remedyCertificate,
	}
	advertisement = rule{
		Code: DissolvedEarly, Provision: act2014.At("s. 122(1)-(2)", "section/122"),
		Says: "A society dissolved by an instrument is dissolved from the date of the registrar's advertisement or, if later, the date on which the " +
			"property certificate is lodged.",
		InForce: from2014, Event: ended, Applies: endsByInstrument, Check: notDissolvedEarly,
		Remedy: "Treat the society as in being until then.",
	}
)

var endings = law.Topic("certificates before the end",
	under1965(endsCertified, EndedUncertified1965, act1965.At("s. 59", "section/59"), start1965),
	endsCertified,
	under1965(propertyCertificate, CertificateWrong1965, act1965.At("s. 59", "section/59"), start1965),
	propertyCertificate,
	rule{
		Code: CertificateNotOfLock, Provision: regs2006.At("Sch 2 para 7", "schedule/2"),
		Says: "The certificate of a society with a restriction on use must also certify that every conveyance or transfer of its property complied " +
			"with the restriction.",
		InForce: fromLock, Event: certificateDate, Applies: lockedNeedsCertificate, Check: certifiesLock,
		Remedy: "Certify it, once it is so: property that went elsewhere must come back first.",
	},
	under1965(advertisement, DissolvedEarly1965, act1965.At("s. 58(6)-(7)", "section/58"), start1965),
	advertisement,
)

func endsBy(c *kase, ways ...EndingWay) bool {
	x := c.Subject.Ending.Ptr()
	if x == nil {
		return false
	}
	w, ok := law.Need(c, &x.Way, "ending.way")
	return ok && slices.Contains(ways, w)
}

// needsCertificate leaves out a society that has become a company, whose property is now
// the company's, and one dissolved out of administration (s. 125).
func needsCertificate(c *kase) bool { return endsBy(c, ByInstrument, ByWindingUp, ByTransfer) }

func lockedNeedsCertificate(c *kase) bool { return needsCertificate(c) && locked(c) }

func endsByInstrument(c *kase) bool { return endsBy(c, ByInstrument) }

func certificateLodged(c *kase) {
	if on, ok := law.Need(c, &c.Subject.Ending.Ptr().Lodged, "ending.certificate_lodged"); ok && on.After(c.On) {
		c.Breach("ending.on", "The society was ended on %s, before the certificate was lodged on %s.", c.On.Long(), on.Long())
	}
}

func certifies(c *kase) {
	x := c.Subject.Ending.Ptr()
	wantYes(c, &x.AllProperty, "ending.certifies_all_property",
		"Does it certify that all property vested in the society has been duly conveyed or transferred to the persons entitled?",
		"The certificate does not say that all the society's property has gone to those entitled.")
	signer, ok := law.Need(c, &x.Signer, "ending.certificate_signed_by")
	if ok && (signer == SignedByOther || signer == SignedByAdministrator && !administratorMaySign(c)) {
		c.Breach("ending.certificate_signed_by", "The certificate is signed by neither the liquidator, the secretary nor an approved officer.")
	}
}

func certifiesLock(c *kase) {
	wantYes(c, &c.Subject.Ending.Ptr().WithinLock, "ending.certifies_lock",
		"Does it certify that the conveyances and transfers complied with the restriction on use?",
		"The certificate does not say that the property went where the restriction on use lets it go.")
}

// The doubt about an advertisement that appears on two days.
const (
	advertisementMeant = "Of the Gazette and the local newspaper, which date is the date of the advertisement?"
	laterAdvertisement = "the later of the two"
	gazetteAlone       = "that of the Gazette"
)

func notDissolvedEarly(c *kase) {
	x := c.Subject.Dissolution.Ptr()
	if x == nil {
		c.Unknown("dissolution", "What is the instrument, and when was its dissolution advertised?")
		return
	}
	gazette, ok := law.Need(c, &x.Gazetted, "dissolution.gazetted")
	local, ok1 := law.Need(c, &x.AdvertisedLocally, "dissolution.advertised_locally")
	lodgedOn, ok2 := law.Need(c, &c.Subject.Ending.Ptr().Lodged, "ending.certificate_lodged")
	if !ok || !ok1 || !ok2 {
		return
	}
	advert := gazette
	if local.After(gazette) && c.Doubt(advertisementMeant, laterAdvertisement, gazetteAlone) == 0 {
		advert = local
	}
	if from := DissolvedFrom(advert, lodgedOn); c.On.Before(from) {
		c.Breach("ending.on", "The society was treated as dissolved from %s; it is dissolved from %s.", c.On.Long(), from.Long())
	}
}

// DissolvedFrom returns the day from which an instrument dissolves a society: the date of
// the registrar's advertisement or, if later, that on which the property certificate is
// lodged. It returns no date where either is none. A court may still set the dissolution
// aside: see Figures.ChallengeDue.
func DissolvedFrom(advertised, certificateLodged law.Date) law.Date {
	switch {
	case advertised.IsZero() || certificateLodged.IsZero():
		return law.Date{}
	case certificateLodged.After(advertised):
		return certificateLodged
	}
	return advertised
}
