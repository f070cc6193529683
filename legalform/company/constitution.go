package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on the articles and their amendment.
const (
	AmendedWithoutSpecial  law.Code = "company.amended-without-special-resolution"
	CharityLimitsIgnored   law.Code = "company.charity-limits-ignored"
	EntrenchmentUnspecific law.Code = "company.entrenchment-unspecific"
	EntrenchmentNotTold    law.Code = "company.entrenchment-not-notified"
	LiabilityImposed       law.Code = "company.liability-imposed"
	OldMemorandumIgnored   law.Code = "company.old-memorandum-ignored"
)

// An Amendment is one of the articles.
type Amendment struct {
	Passed law.Fact[law.Date] `json:"passed,omitzero"`
	// BySpecial: a special resolution was passed, or all members agreed.
	BySpecial law.Fact[bool] `json:"by_special_resolution,omitzero"`
	// CharityLimits: what charity law asks for the amendment was kept.
	CharityLimits law.Fact[bool] `json:"charity_limits_kept,omitzero"`
	// Entrenches: it makes or widens entrenchment; Specified: of specified provisions;
	// RegistrarTold: notice was given to the registrar.
	Entrenches    law.Fact[bool] `json:"entrenches,omitzero"`
	Specified     law.Fact[bool] `json:"specified_provisions,omitzero"`
	RegistrarTold law.Fact[bool] `json:"registrar_told,omitzero"`
	// Compels: it requires members to take more shares or to contribute more, and was held to
	// bind one who did not consent in writing, before it or after.
	Compels law.Fact[bool] `json:"compels_without_consent,omitzero"`
	// OldMemorandum: a provision of an old memorandum, entrenching ones included, is treated
	// as one of the articles.
	OldMemorandum law.Fact[bool] `json:"old_memorandum_as_articles,omitzero"`
}

var amended = dated("amendment.passed", func(c *Company) *law.Fact[Amendment] { return &c.Amendment }, func(a *Amendment) law.Fact[law.Date] { return a.Passed })

// Section 22(2), by which a provision might be entrenched only on formation or by all the
// members, has not been brought into force, and has no rule.
var amendments = law.Topic("amendment of articles",
	rule{
		Code: AmendedWithoutSpecial, Provision: sec("s. 21(1)", "21"),
		Says:    "A company may amend its articles by special resolution.",
		InForce: fromWhole, Event: amended, Applies: hasAmendment, Check: amendedBySpecial,
		Remedy: "Put a special resolution.",
	},
	rule{
		Code: CharityLimitsIgnored, Provision: sec("s. 21(2)-(3)", "21"),
		Says:    "The power to amend is, for a company that is a charity, subject to what charity law asks.",
		InForce: fromWhole, Event: amended, Applies: charityAmends, Check: charityLimits,
		Remedy: "Obtain the consent of the regulator of charities before the amendment.",
	},
	rule{
		Code: EntrenchmentUnspecific, Provision: sec("s. 22(1)", "22"),
		Says:    "Articles may entrench only specified provisions, by conditions more restrictive than a special resolution.",
		InForce: fromWhole, Event: amended, Applies: entrenches, Check: entrenchesSpecified,
		Remedy: "Name the provisions that are entrenched.",
	},
	rule{
		Code: EntrenchmentNotTold, Provision: sec("s. 23", "23"),
		Says:    "A company whose articles come to include entrenchment must give notice of that to the registrar.",
		InForce: fromWhole, Event: amended, Applies: entrenches, Check: registrarTold,
		Remedy: "Give the notice.",
	},
	rule{
		Code: LiabilityImposed, Provision: sec("s. 25", "25"),
		Says:    "A member is not bound by an alteration that requires more shares to be taken or more to be paid, unless the member agrees in writing before or after it.",
		InForce: fromWhole, Event: amended, Applies: hasAmendment, Check: nobodyCompelled,
		Remedy: "Obtain the member's written agreement.",
	},
	rule{
		Code: OldMemorandumIgnored, Provision: sec("s. 28", "28"),
		Says:    "Provisions of an old company's memorandum that a new one would not hold are to be treated as provisions of the articles, entrenching ones as entrenching.",
		InForce: fromWhole, Event: amended, Applies: oldCompanyAmends, Check: oldMemorandumKept,
		Remedy: "Amend them as articles are amended.",
	},
)

func hasAmendment(c *kase) bool { return c.Subject.Amendment.Stated() }

func charityAmends(c *kase) bool {
	if !hasAmendment(c) {
		return false
	}
	charity, ok := law.Need(c, &c.Subject.Charity, "charity")
	return ok && charity
}

func entrenches(c *kase) bool {
	if !hasAmendment(c) {
		return false
	}
	is, ok := law.Need(c, &c.Subject.Amendment.Ptr().Entrenches, "amendment.entrenches")
	return ok && is
}

func oldCompanyAmends(c *kase) bool {
	if !hasAmendment(c) {
		return false
	}
	formed, ok := law.Need(c, &c.Subject.Formed, "formed")
	return ok && formed.Before(wholeOfAct)
}

func amendedBySpecial(c *kase) {
	must(c, &c.Subject.Amendment.Ptr().BySpecial, true, "amendment.by_special_resolution", "No special resolution amended the articles.")
}

func charityLimits(c *kase) {
	asked(c, &c.Subject.Amendment.Ptr().CharityLimits, true, "amendment.charity_limits_kept", "Was all obtained that charity law asks for this amendment?",
		"What charity law asks for the amendment was not obtained.")
}

func entrenchesSpecified(c *kase) {
	must(c, &c.Subject.Amendment.Ptr().Specified, true, "amendment.specified_provisions", "The articles entrench no specified provisions.")
}

func registrarTold(c *kase) {
	must(c, &c.Subject.Amendment.Ptr().RegistrarTold, true, "amendment.registrar_told", "The registrar was not told of the entrenchment.")
}

func nobodyCompelled(c *kase) {
	must(c, &c.Subject.Amendment.Ptr().Compels, false, "amendment.compels_without_consent", "A member who did not agree in writing was held to take or pay more.")
}

func oldMemorandumKept(c *kase) {
	must(c, &c.Subject.Amendment.Ptr().OldMemorandum, true, "amendment.old_memorandum_as_articles", "A provision of the old memorandum was not treated as one of the articles.")
}
