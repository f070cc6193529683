package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the equality requirement of bonuses.
const (
	BonusOtherTerms         law.Code = "employee.bonus-other-terms"
	BonusOtherFactors       law.Code = "employee.bonus-other-factors"
	BonusSomeReceiveNothing law.Code = "employee.bonus-some-receive-nothing"
	BonusFactorsNotSummed   law.Code = "employee.bonus-factors-not-summed"
	BonusFavoursSome        law.Code = "employee.bonus-favours-some"
)

// BonusTerms are the terms on which those who take part in an award do so.
type BonusTerms struct {
	// Same says that everybody who takes part does so on the same terms.
	Same law.Fact[bool] `json:"same,omitzero"`
	// Factors are what the amount of an award is determined by; none where all receive alike.
	Factors law.Fact[[]Factor] `json:"factors,omitzero"`
	// FactorsSeparate says that each factor gives rise to an entitlement related to its own
	// level, and TotalIsSum that the whole is the sum of these. They matter where there is
	// more than one factor.
	FactorsSeparate law.Fact[bool] `json:"factors_separate,omitzero"`
	TotalIsSum      law.Fact[bool] `json:"total_is_sum,omitzero"`
	// SomeReceiveNothing says that on these terms some, but not all, of those who take part
	// receive nothing.
	SomeReceiveNothing law.Fact[bool] `json:"some_receive_nothing,omitzero"`
	// Favours is the recorded judgement on which groups a feature of the scheme has, or is
	// likely to have, the effect of benefiting wholly or mainly, other than by a factor that
	// may be used; none where there is no such feature.
	Favours law.Fact[[]Favoured] `json:"favours,omitzero"`
}

// Favoured is a group that a scheme may not wholly or mainly benefit.
type Favoured uint8

// The groups of section 312C(9).
const (
	FavouredDirectors Favoured = iota + 1
	FavouredHigherPaid
	FavouredPart
	FavouredActivity
)

var favoured = []string{"", "directors", "higher-paid", "part-of-business", "kind-of-activity"}

// String gives the JSON value.
func (g Favoured) String() string { return law.NameOf(favoured, g) }

// MarshalText writes String.
func (g Favoured) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *Favoured) UnmarshalText(b []byte) error {
	return law.ParseName(g, favoured, b, "a favoured group")
}

var bonusEquality = law.Topic("bonus equality",
	rule{
		Code: BonusOtherTerms, Provision: itepa.At("s. 312C(1)(b)", "section/312C"),
		Says:    "For the exemption every employee who participates in an award must do so on the same terms.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: sameTerms,
		Remedy: "Put everybody who takes part on one set of terms.",
	},
	rule{
		Code: BonusOtherFactors, Provision: itepa.At("s. 312C(5)-(6)", "section/312C"),
		Says:    "For the exemption the amount of an award may be determined by reference only to remuneration, length of service or hours worked.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: bonusFactors,
		Remedy: "Take the other factor out of the terms.",
	},
	rule{
		Code: BonusSomeReceiveNothing, Provision: itepa.At("s. 312C(7)", "section/312C"),
		Says:    "For the exemption the terms may not be such that some, but not all, of the employees participating receive nothing.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: bonusForEach,
		Remedy: "Alter the terms so that everybody who takes part receives something.",
	},
	rule{
		Code: BonusFactorsNotSummed, Provision: itepa.At("s. 312C(8)", "section/312C"),
		Says:    "For the exemption, where there is more than one factor, each must give rise to a separate entitlement related to its level, and the total must be the sum of these.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: manyFactors, Check: bonusSummed,
		Remedy: "Work out an amount for each factor by itself and add the amounts.",
	},
	rule{
		Code: BonusFavoursSome, Provision: itepa.At("s. 312C(9)", "section/312C"),
		Says:    "For the exemption no feature of the scheme, the allowed factors aside, may have the likely effect of benefiting wholly or mainly directors, the higher paid, a part of the business or those who do particular work.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: favoursNobody,
		Remedy: "Take the feature out of the scheme.",
	},
)

const bonusFactorList = "bonus_award.terms.factors"

func sameTerms(c *kase) {
	same, ok := law.Ask(c, &c.Subject.BonusAward.Terms.Same, "bonus_award.terms.same", "Does everybody who takes part in the award do so on the same terms?")
	if ok && !same {
		c.Breach("bonus_award.terms.same", "The equality requirement is not met: not everybody takes part on the same terms.")
	}
}

func bonusFactors(c *kase) {
	list, _ := law.Need(c, &c.Subject.BonusAward.Terms.Factors, bonusFactorList)
	for i, f := range list {
		if !f.Allowed() {
			c.Breach(law.Path(bonusFactorList, i, ""), "The equality requirement is not met: awards differ by %.40q, where only remuneration, length of service and hours worked are allowed.", string(f))
		}
	}
}

func bonusForEach(c *kase) {
	nothing, ok := law.Need(c, &c.Subject.BonusAward.Terms.SomeReceiveNothing, "bonus_award.terms.some_receive_nothing")
	if ok && nothing {
		c.Breach("bonus_award.terms.some_receive_nothing", "The equality requirement is not met: some of those who take part, but not all, receive nothing.")
	}
}

func manyFactors(c *kase) bool {
	if !awardsBonus(c) {
		return false
	}
	list, ok := law.Need(c, &c.Subject.BonusAward.Terms.Factors, bonusFactorList)
	return ok && len(list) > 1
}

func bonusSummed(c *kase) {
	t := &c.Subject.BonusAward.Terms
	if separate, ok := law.Need(c, &t.FactorsSeparate, "bonus_award.terms.factors_separate"); ok && !separate {
		c.Breach("bonus_award.terms.factors_separate", "The equality requirement is not met: the factors do not each give rise to a separate entitlement related to their own level.")
	}
	if summed, ok := law.Need(c, &t.TotalIsSum, "bonus_award.terms.total_is_sum"); ok && !summed {
		c.Breach("bonus_award.terms.total_is_sum", "The equality requirement is not met: the total is not the sum of an entitlement for each factor, as where factors are multiplied.")
	}
}

func favoursNobody(c *kase) {
	f := &c.Subject.BonusAward.Terms.Favours
	if !f.Stated() {
		c.Unknown("bonus_award.terms.favours", "Has any feature of the scheme, the allowed factors aside, the likely effect of benefiting wholly or mainly directors, the higher paid, a part of the business or those who do particular work?")
	}
	for i, g := range f.Or(nil) {
		c.Breach(law.Path("bonus_award.terms.favours", i, ""), "The equality requirement is not met: a feature of the scheme wholly or mainly benefits one group (%v).", g)
	}
}
