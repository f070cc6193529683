package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Follows says which Schedule to the Regulations the articles' provisions are taken from.
type Follows uint8

// The articles hold the provisions of no Schedule, of one, or of more than one mixed.
const (
	FollowsNone Follows = iota + 1
	FollowsSchedule1
	FollowsSchedule2
	FollowsSchedule3
	FollowsMixed
)

var followed = []string{"", "none", "schedule-1", "schedule-2", "schedule-3", "mixed"}

// String gives the JSON value.
func (f Follows) String() string { return law.NameOf(followed, f) }

// MarshalText writes String.
func (f Follows) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what String writes.
func (f *Follows) UnmarshalText(b []byte) error {
	return law.ParseName(f, followed, b, "a schedule to follow")
}

// Exception is a case in which the articles let assets go for less than full consideration.
type Exception uint8

// The exceptions: those of paragraph 1(2)(a) to (g) in their order, and any other.
const (
	ExceptLockedBodies Exception = iota + 1
	ExceptCommunity
	ExceptDividends
	ExceptWindingUp
	ExceptOwnShares
	ExceptReduction
	ExceptUnpaidCapital
	ExceptOther
)

var exceptions = []string{
	"", "locked-bodies", "community", "dividends", "winding-up", "own-shares", "reduction", "unpaid-capital", "other",
}

// String gives the JSON value.
func (e Exception) String() string { return law.NameOf(exceptions, e) }

// MarshalText writes String.
func (e Exception) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Exception) UnmarshalText(b []byte) error {
	return law.ParseName(e, exceptions, b, "an exception to the asset lock")
}

// Articles are what the articles of association say; until 30 September 2009, what the
// memorandum or the articles say. What the Regulations prescribe need not be in their very
// words here: each fact records whether the articles have that effect.
type Articles struct {
	// StatesCIC: they state that the company is to be a community interest company.
	StatesCIC law.Fact[bool] `json:"states_cic,omitzero"`
	// Follows is the Schedule whose provisions they hold.
	Follows law.Fact[Follows] `json:"follows,omitzero"`

	// FullConsideration: no assets go other than for full consideration, exceptions apart.
	FullConsideration law.Fact[bool] `json:"full_consideration,omitzero"`
	// Exceptions are the cases they except from that.
	Exceptions law.Fact[[]Exception] `json:"exceptions,omitzero"`
	// OthersNeedConsent: a body not specified may receive only with the Regulator's consent.
	OthersNeedConsent law.Fact[bool] `json:"others_need_consent,omitzero"`
	// StricterTermsApply: exceptions are subject to stricter terms elsewhere in the articles.
	StricterTermsApply law.Fact[bool] `json:"stricter_terms_apply,omitzero"`
	// WithinLimits: exceptions are subject to the limits under Part 2 of the Act.
	WithinLimits law.Fact[bool] `json:"within_limits,omitzero"`
	// CharitableBodiesOnly: they put charitable bodies in the place of asset-locked ones;
	// NarrowedThroughout: in every reference of paragraph 1(2).
	CharitableBodiesOnly law.Fact[bool] `json:"charitable_bodies_only,omitzero"`
	NarrowedThroughout   law.Fact[bool] `json:"narrowed_throughout,omitzero"`
	// LockedBodies are the bodies they specify as recipients of the company's assets.
	LockedBodies law.Fact[[]LockedBody] `json:"locked_bodies,omitzero"`

	// PermitsDividends: a dividend may be declared; DirectorsDeclare: they purport to let it
	// be declared otherwise than by a resolution of the members.
	PermitsDividends law.Fact[bool] `json:"permits_dividends,omitzero"`
	DirectorsDeclare law.Fact[bool] `json:"directors_declare,omitzero"`
	// ReturnsPaidUp: members are entitled to the paid-up value of their shares on a winding up.
	ReturnsPaidUp law.Fact[bool] `json:"returns_paid_up,omitzero"`

	Membership Membership `json:"membership,omitzero"`
	Board      Board      `json:"board,omitzero"`
}

// Codes of the rules on the asset lock in the articles.
const (
	ArticlesSilent         law.Code = "cic.articles-silent"
	NotSchedule1           law.Code = "cic.not-schedule-1"
	NotSchedule2Or3        law.Code = "cic.not-schedule-2-or-3"
	NoAssetLock            law.Code = "cic.no-asset-lock"
	ExceptionNotPrescribed law.Code = "cic.exception-not-prescribed"
	NoConsentForOthers     law.Code = "cic.no-consent-for-others"
	StricterTermsYield     law.Code = "cic.stricter-terms-yield"
	LimitsNotStated        law.Code = "cic.limits-not-stated"
	NarrowedInPart         law.Code = "cic.narrowed-in-part"
	DirectorsMayDeclare    law.Code = "cic.directors-may-declare"
)

const remedyArticles = "Amend the articles by special resolution; a term inconsistent with what is prescribed is of no effect meanwhile (s. 32(5))."

var articlesTable = law.Topic("articles",
	rule{
		Code: ArticlesSilent, Provision: act2004.At("s. 32(1)", "section/32"),
		Says:    "The articles, until 30 September 2009 the memorandum, must state that the company is to be a community interest company.",
		InForce: inForce(), Check: statesCIC, Remedy: remedyArticles,
	},
	rule{
		Code: NotSchedule1, Provision: regs2005.At("reg 7", "regulation/7"),
		Says:    "The articles of a company limited by guarantee without a share capital must include the provisions prescribed by Schedule 1.",
		InForce: inForce(), Applies: hasNoShares, Check: followsSchedule1, Remedy: remedyArticles,
	},
	rule{
		Code: NotSchedule2Or3, Provision: regs2005.At("reg 8", "regulation/8"),
		Says:    "The articles of a company with a share capital must include either the provisions prescribed by Schedule 2 or those prescribed by Schedule 3.",
		InForce: inForce(), Applies: hasShares, Check: followsSchedule2Or3, Remedy: remedyArticles,
	},
	rule{
		Code: NoAssetLock, Provision: regs2005.At("Schs 1-3 para 1(1)", "schedule/1"),
		Says:    "The articles must provide that the company shall not transfer any of its assets other than for full consideration.",
		InForce: inForce(), Check: locksAssets, Remedy: remedyArticles,
	},
	rule{
		Code: ExceptionNotPrescribed, Provision: regs2005.At("Schs 1-3 para 1(2)", "schedule/3"),
		Says:    "The articles may except from the asset lock only the transfers that the Schedule they follow excepts.",
		InForce: inForce(), Check: exceptsOnlyPrescribed, Remedy: remedyArticles,
	},
	rule{
		Code: NoConsentForOthers, Provision: regs2005.At("Schs 1-3 para 1(2)(a)", "schedule/1"),
		Says:    "An asset-locked body that the articles do not specify may receive assets for less than full consideration only with the consent of the Regulator.",
		InForce: inForce(), Applies: exceptsLockedBodies, Check: othersNeedConsent, Remedy: remedyArticles,
	},
	rule{
		Code: StricterTermsYield, Provision: regs2005.At("Schs 1-3 para 1(3)", "schedule/1"),
		Says:    "An excepted transfer must comply with any restriction on transfers for less than full consideration set out elsewhere in the articles.",
		InForce: inForce(), Check: stricterTermsApply, Remedy: remedyArticles,
	},
	rule{
		Code: LimitsNotStated, Provision: regs2005.At("Sch 3 para 1(3)(b)", "schedule/3"),
		Says:    "An excepted transfer must not exceed any limits imposed by or by virtue of Part 2 of the Act.",
		InForce: inForce(), Applies: isSchedule3, Check: limitsApply, Remedy: remedyArticles,
	},
	rule{
		Code: NarrowedInPart, Provision: regs2005.At("reg 9(2)", "regulation/9"),
		Says:    "Articles that put charitable bodies in the place of asset-locked ones must do so in every reference of paragraph 1(2).",
		InForce: inForce(), Applies: narrows, Check: narrowsThroughout, Remedy: remedyArticles,
	},
	rule{
		Code: DirectorsMayDeclare, Provision: regs2005.At("reg 10", "regulation/10"),
		Says:    "The articles must not include a provision which purports to permit a dividend to be declared otherwise than by an ordinary or special resolution of the members.",
		InForce: inForce(), Applies: hasShares, Check: membersDeclare, Remedy: remedyArticles,
	},
)

func hasNoShares(c *kase) bool {
	t, ok := law.Need(c, &c.Subject.Type, "type")
	return ok && !t.HasShares()
}

func isSchedule3(c *kase) bool {
	t, ok := law.Need(c, &c.Subject.Type, "type")
	return ok && t == Schedule3
}

func statesCIC(c *kase) {
	mustBe(c, &c.Subject.Articles.StatesCIC, true, "articles.states_cic",
		"Nothing states that the company is to be a community interest company.")
}

func followsSchedule1(c *kase) {
	if f, ok := law.Need(c, &c.Subject.Articles.Follows, "articles.follows"); ok && f != FollowsSchedule1 {
		c.Breach("articles.follows", "The company is limited by guarantee without share capital, and its articles follow %q.", f)
	}
}

// followsSchedule2Or3 holds the choice to the company's own type as well: a company that
// pays dividends under one Schedule cannot have the articles of the other.
func followsSchedule2Or3(c *kase) {
	t, ok1 := law.Need(c, &c.Subject.Type, "type")
	f, ok2 := law.Need(c, &c.Subject.Articles.Follows, "articles.follows")
	want := FollowsSchedule2
	if t == Schedule3 {
		want = FollowsSchedule3
	}
	if ok1 && ok2 && f != want {
		c.Breach("articles.follows", "The company has shares and is of type %q, and its articles follow %q.", t, f)
	}
}

func locksAssets(c *kase) {
	mustBe(c, &c.Subject.Articles.FullConsideration, true, "articles.full_consideration",
		"The articles let assets go for less than full consideration, exceptions apart.")
}

func exceptsOnlyPrescribed(c *kase) {
	t, ok1 := law.Need(c, &c.Subject.Type, "type")
	list, ok2 := law.Need(c, &c.Subject.Articles.Exceptions, "articles.exceptions")
	if !ok1 || !ok2 {
		return
	}
	last := ExceptCommunity // the last exception of Schedules 1 and 2
	if t == Schedule3 {
		last = ExceptUnpaidCapital
	}
	for i, e := range list {
		if e > last {
			c.Breach(law.Path("articles.exceptions", i, ""), "The exception %q is not one that the Schedule prescribes for a company of type %q.", e, t)
		}
	}
}

func exceptsLockedBodies(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Articles.Exceptions, "articles.exceptions")
	for _, e := range list {
		if e == ExceptLockedBodies {
			return ok
		}
	}
	return false
}

func othersNeedConsent(c *kase) {
	mustBe(c, &c.Subject.Articles.OthersNeedConsent, true, "articles.others_need_consent",
		"The articles let a body that they do not specify receive assets without the Regulator's consent.")
}

func stricterTermsApply(c *kase) {
	mustBe(c, &c.Subject.Articles.StricterTermsApply, true, "articles.stricter_terms_apply",
		"The exceptions are not subject to the stricter terms that may stand elsewhere in the articles.")
}

func limitsApply(c *kase) {
	mustBe(c, &c.Subject.Articles.WithinLimits, true, "articles.within_limits",
		"The exceptions are not subject to the limits under Part 2 of the Act.")
}

func narrows(c *kase) bool {
	only, ok := law.Need(c, &c.Subject.Articles.CharitableBodiesOnly, "articles.charitable_bodies_only")
	return ok && only
}

func narrowsThroughout(c *kase) {
	mustBe(c, &c.Subject.Articles.NarrowedThroughout, true, "articles.narrowed_throughout",
		"The articles speak of charitable bodies in one place and of asset-locked bodies in another.")
}

func membersDeclare(c *kase) {
	mustBe(c, &c.Subject.Articles.DirectorsDeclare, false, "articles.directors_declare",
		"The articles purport to let a dividend be declared without a resolution of the members.")
}
