package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on variation of class rights.
const (
	ClassRightsVaried   law.Code = "company.class-rights-varied"
	VariationNotTreated law.Code = "company.variation-not-treated-as-one"
	ObjectionTooSmall   law.Code = "company.objection-too-small"
	ObjectionLate       law.Code = "company.objection-late"
	EffectBeforeCourt   law.Code = "company.variation-before-court"
)

// A Variation is one of the rights of a class, with the objection to it.
type Variation struct {
	// Consented is the day on which the consent was given or the resolution passed.
	Consented law.Fact[law.Date] `json:"consented,omitzero"`
	// ArticlesProvide for variation of the rights; AsProvided says that they were followed.
	// ClassConsent: the class consented, in writing or by special resolution.
	ArticlesProvide law.Fact[bool] `json:"articles_provide,omitzero"`
	AsProvided      law.Fact[bool] `json:"as_articles_provide,omitzero"`
	ClassConsent    law.Fact[bool] `json:"class_consent,omitzero"`
	// TreatedAsOne: the change, which may be an abrogation or one of the clause about
	// variation, was treated as a variation.
	TreatedAsOne law.Fact[bool] `json:"treated_as_variation,omitzero"`
	// Objectors neither consented nor voted in favour; they hold so much of the class, in
	// pence of nominal value without treasury shares, or in members where there are none.
	Objectors law.Fact[int64]    `json:"objectors,omitzero"`
	OfClass   law.Fact[int64]    `json:"of_class,omitzero"`
	Applied   law.Fact[law.Date] `json:"applied_to_court,omitzero"`
	Confirmed law.Fact[bool]     `json:"confirmed_by_court,omitzero"`
	Effected  law.Fact[bool]     `json:"given_effect,omitzero"`
}

// ClassFigures are those of ss. 633 and 634.
type ClassFigures struct {
	ObjectionShare law.History[law.Ratio]
	ObjectionDays  law.History[int]
}

func enactedClass() ClassFigures {
	return ClassFigures{
		one("objection_share", "of the issued shares, or the members, of the class", startWhole, law.Percent(15), sec("ss. 633(2), 634(2)", "633")),
		one("objection_days", "days after the consent or resolution", startWhole, 21, sec("ss. 633(4), 634(4)", "633")),
	}
}

var variedOn = dated("variation.consented", func(c *Company) *law.Fact[Variation] { return &c.Variation }, func(v *Variation) law.Fact[law.Date] { return v.Consented })

var variations = law.Topic("classes of shares",
	rule{
		Code: ClassRightsVaried, Provision: sec("ss. 630(2), (4), 631(2), (4)", "630"),
		Says:    "Rights of a class may be varied only as the articles provide or, where they do not, with the written consent of three-quarters of the class or a special resolution of its separate meeting.",
		InForce: fromWhole, Event: variedOn, Applies: hasVariation, Check: variedLawfully,
		Remedy: "Follow the articles, or obtain the consent of the class.",
	},
	rule{
		Code: VariationNotTreated, Provision: sec("ss. 630(5)-(6), 334(7)", "630"),
		Says:    "To alter or insert a provision for variation of class rights, or to abrogate them, is itself to be treated as a variation.",
		InForce: fromWhole, Event: variedOn, Applies: hasVariation, Check: treatedAsVariation,
		Remedy: "Obtain for it what a variation needs.",
	},
	rule{
		Code: ObjectionTooSmall, Provision: sec("ss. 633(2), 634(2)", "633"),
		Says:    "Holders of not less than 15% of the issued shares of the class, treasury shares left out, or of its members, who neither consented nor voted in favour may apply to the court.",
		InForce: fromWhole, Event: variedOn, Applies: objected, Check: objectionLargeEnough,
		Remedy: "Gather more of the class.",
	},
	rule{
		Code: ObjectionLate, Provision: sec("ss. 633(4), 634(4)", "633"),
		Says:    "The application must be made within 21 days after the consent was given or the resolution passed.",
		InForce: fromWhole, Event: variedOn, Applies: objected, Check: objectionInTime,
		Remedy: "There is none under this section.",
	},
	rule{
		Code: EffectBeforeCourt, Provision: sec("ss. 633(3), 634(3)", "633"),
		Says:    "Where such an application is made the variation has no effect unless and until the court confirms it.",
		InForce: fromWhole, Event: variedOn, Applies: objected, Check: courtConfirmed,
		Remedy: "Give the variation no effect until it is confirmed.",
	},
)

func hasVariation(c *kase) bool { return c.Subject.Variation.Stated() }

func objected(c *kase) bool { return hasVariation(c) && c.Subject.Variation.Ptr().Applied.Stated() }

func variedLawfully(c *kase) {
	v := c.Subject.Variation.Ptr()
	if provide, ok := law.Need(c, &v.ArticlesProvide, "variation.articles_provide"); !ok {
		return
	} else if provide {
		must(c, &v.AsProvided, true, "variation.as_articles_provide", "The articles provide for variation, and were not followed.")
		return
	}
	must(c, &v.ClassConsent, true, "variation.class_consent", "The articles do not provide for variation, and the class did not consent.")
}

func treatedAsVariation(c *kase) {
	must(c, &c.Subject.Variation.Ptr().TreatedAsOne, true, "variation.treated_as_variation", "The change was not treated as a variation of class rights.")
}

// ClassConsentNeeds returns the least part of a class that must consent in writing: in
// pence of nominal value without treasury shares, or in members.
func ClassConsentNeeds(f *Figures, class int64, on law.Date) (int64, bool) {
	return least(&f.ClassConsent, class, on)
}

// ObjectionNeeds returns the least part of a class that may ask the court to cancel.
func ObjectionNeeds(f *Figures, class int64, on law.Date) (int64, bool) {
	return least(&f.ObjectionShare, class, on)
}

func least(h *law.History[law.Ratio], whole int64, on law.Date) (int64, bool) {
	e, ok := h.At(on)
	if !ok {
		return 0, false
	}
	return int64(e.Value.OfUp(law.Pence(whole))), true
}

func objectionLargeEnough(c *kase) {
	v := c.Subject.Variation.Ptr()
	held, ok1 := law.Need(c, &v.Objectors, "variation.objectors")
	class, ok2 := law.Need(c, &v.OfClass, "variation.of_class")
	needs, ok3 := ObjectionNeeds(c.Figures, class, c.On)
	if ok1 && ok2 && ok3 && (class <= 0 || held < needs) {
		c.Breach("variation.objectors", "Objectors have %d of %d, where %d are needed.", held, class, needs)
	}
}

func objectionInTime(c *kase) {
	applied, ok1 := law.Need(c, &c.Subject.Variation.Ptr().Applied, "variation.applied_to_court")
	days, ok2 := law.Read(c, &c.Figures.ObjectionDays, c.On)
	if last := law.DaysFrom(c.On, days); ok1 && ok2 && applied.After(last) {
		c.Breach("variation.applied_to_court", "The application was made on %s; the last day was %s.", applied.Long(), last.Long())
	}
}

func courtConfirmed(c *kase) {
	v := c.Subject.Variation.Ptr()
	effect, ok := law.Need(c, &v.Effected, "variation.given_effect")
	if ok && effect {
		must(c, &v.Confirmed, true, "variation.confirmed_by_court", "The variation was given effect before the court confirmed it.")
	}
}
