package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the share incentive plan.
const (
	PlanWaitingTooLong     law.Code = "employee.sip-waiting-too-long"
	PlanFreeOverCap        law.Code = "employee.sip-free-over-cap"
	PlanPartnershipOverCap law.Code = "employee.sip-partnership-over-cap"
	PlanDeductionTooHigh   law.Code = "employee.sip-least-deduction-too-high"
	PlanMatchingOverRatio  law.Code = "employee.sip-matching-over-ratio"
	PlanFactorsNotSummed   law.Code = "employee.sip-factors-not-summed"
	PlanPerformanceTooMuch law.Code = "employee.sip-performance-too-much"
	PlanHoldingPeriod      law.Code = "employee.sip-holding-period"
	PlanHoldingVaried      law.Code = "employee.sip-holding-varied"
	PlanNotSameTerms       law.Code = "employee.sip-not-same-terms"
	PlanMatchingNotAlike   law.Code = "employee.sip-matching-not-alike"
)

const sipList = "share_plans.share_incentive"

// lastOf is the event of a list of dated entries: the latest of their days.
func lastOf[V any](path string, list func(*Company) *law.Fact[[]V], on func(*V) law.Date) event {
	return event{Path: path, Of: func(c *Company) law.Fact[law.Date] {
		var last law.Date
		entries := list(c).Or(nil)
		for i := range entries {
			if d := on(&entries[i]); d.After(last) {
				last = d
			}
		}
		if last.IsZero() {
			return law.Fact[law.Date]{}
		}
		return law.Known(last)
	}}
}

func planAwards(c *Company) *law.Fact[[]PlanAward] { return &c.SharePlans.Incentive }

var lastPlanAward = lastOf(sipList, planAwards, func(a *PlanAward) law.Date { return a.On })

// eachPlanAward visits the awards of some kinds.
func eachPlanAward(c *kase, visit func(int, *PlanAward), kinds ...PlanKind) {
	list, _ := law.Need(c, &c.Subject.SharePlans.Incentive, sipList)
	for i := range list {
		kind, ok := need(c, &list[i].Kind, sipList, i, "kind")
		for _, k := range kinds {
			if ok && k == kind {
				visit(i, &list[i])
			}
		}
	}
}

func awardsPlan(kinds ...PlanKind) func(*kase) bool {
	return func(c *kase) (found bool) {
		eachPlanAward(c, func(int, *PlanAward) { found = true }, kinds...)
		return found
	}
}

var sharePlans = law.Topic("share plans",
	rule{
		Code: PlanWaitingTooLong, Provision: itepa.At("Sch 2 para 16", "schedule/2/paragraph/16"),
		Says:    "For the advantages of a share incentive plan the qualifying period of employment that it asks for must be not more than 18 months, or 6 before an accumulation period.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares, PartnershipShares, MatchingShares), Check: planWaiting,
		Remedy: "Ask for no more than that.",
	},
	rule{
		Code: PlanFreeOverCap, Provision: itepa.At("Sch 2 para 35", "schedule/2/paragraph/35"),
		Says:    "For the advantages of a share incentive plan the market value of the free shares awarded to a person in a tax year must not exceed the limit.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares), Check: freeWithinCap,
		Remedy: "Award no more in the tax year.",
	},
	rule{
		Code: PlanPartnershipOverCap, Provision: itepa.At("Sch 2 para 46", "schedule/2/paragraph/46"),
		Says:    "For the advantages of a share incentive plan partnership share money in a tax year must not exceed the limit, nor 10% of the salary if that is less.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(PartnershipShares), Check: partnershipWithinCap,
		Remedy: "Pay the excess back to the employee as soon as practicable.",
	},
	rule{
		Code: PlanDeductionTooHigh, Provision: itepa.At("Sch 2 para 47", "schedule/2/paragraph/47"),
		Says:    "For the advantages of a share incentive plan the minimum deduction, if it sets one, must not be more than £10.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(PartnershipShares), Check: deductionLow,
		Remedy: "Lower the plan's minimum.",
	},
	rule{
		Code: PlanMatchingOverRatio, Provision: itepa.At("Sch 2 paras 59-60", "schedule/2/paragraph/60"),
		Says:    "For the advantages of a share incentive plan not more than two matching shares may be awarded for each partnership share.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(MatchingShares), Check: matchingWithinRatio,
		Remedy: "Award no more than two for each.",
	},
	rule{
		Code: PlanFactorsNotSummed, Provision: itepa.At("Sch 2 para 9", "schedule/2/paragraph/9"),
		Says:    "For the advantages of a share incentive plan free shares may differ, performance aside, only by remuneration, length of service and hours worked, and with more than one of these by the sum of an entitlement for each.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares), Check: planFactors,
		Remedy: "Work out units for each factor by itself and add them.",
	},
	rule{
		Code: PlanPerformanceTooMuch, Provision: itepa.At("Sch 2 para 41", "schedule/2/paragraph/41"),
		Says:    "For the advantages of a share incentive plan, with performance allowances by method one, at least 20% of the shares must go by no performance, and the highest award by performance must be not more than four times the highest of the others.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: byPerformance, Check: performanceWithin,
		Remedy: "Award more shares without regard to performance.",
	},
	rule{
		Code: PlanHoldingPeriod, Provision: itepa.At("Sch 2 paras 36, 57, 61, 67", "schedule/2/paragraph/36"),
		Says:    "For the advantages of a share incentive plan the holding period must be 3 to 5 years for free and matching shares and 3 years for dividend shares, and there may be none for partnership shares.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares, PartnershipShares, MatchingShares, DividendShares), Check: holdingPeriod,
		Remedy: "Set a holding period within the limits.",
	},
	rule{
		Code: PlanHoldingVaried, Provision: itepa.At("Sch 2 paras 36, 61", "schedule/2/paragraph/36"),
		Says:    "For the advantages of a share incentive plan the holding period of free and matching shares must be the same for all shares of an award, may not be increased later, and must end on leaving.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares, MatchingShares), Check: holdingVaried,
		Remedy: "Keep to the one period that was set for the award.",
	},
	rule{
		Code: PlanNotSameTerms, Provision: itepa.At("Sch 2 paras 8-9", "schedule/2/paragraph/9"),
		Says:    "For the advantages of a share incentive plan all who qualify must be invited to participate, and those who do must do so on the same terms.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(FreeShares, PartnershipShares, MatchingShares), Check: planSameTerms,
		Remedy: "Invite everybody who qualifies, on one set of terms.",
	},
	rule{
		Code: PlanMatchingNotAlike, Provision: itepa.At("Sch 2 paras 59-60", "schedule/2/paragraph/60"),
		Says:    "For the advantages of a share incentive plan matching shares must be of the class and rights of the partnership shares, awarded on the same day and to all on exactly the same basis.",
		InForce: since(itepaBegan), Event: lastPlanAward, Applies: awardsPlan(MatchingShares), Check: matchingAlike,
		Remedy: "Award matching shares of the same class, on the same day and basis.",
	},
)

func planWaiting(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		months, ok1 := need(c, &a.WaitingMonths, sipList, i, "waiting_months")
		limit, ok2 := law.Read(c, &c.Figures.PlanWaitingMonths, a.On)
		if a.Kind.Or(0) != FreeShares {
			saved, ok := need(c, &a.Accumulated, sipList, i, "accumulated")
			if ok2 = ok2 && ok; ok && saved {
				limit, ok2 = law.Read(c, &c.Figures.AccumulatedMonths, a.On)
			}
		}
		if ok1 && ok2 && (months < 0 || months > limit) {
			c.Breach(law.Path(sipList, i, "waiting_months"), "The plan's requirement is not met: it asks for %d months of employment, where not more than %d may be asked for.", months, limit)
		}
	}, FreeShares, PartnershipShares, MatchingShares)
}

// overLimit reports an amount of an entry that is more than its allowance.
func overLimit(c *kase, path string, value law.Pence, a *law.Allowance, what string) {
	for _, m := range a.Missing {
		c.Unknown(m.Path, m.Question)
	}
	switch {
	case !a.Known():
	case value < 0 || value > law.MaxPence:
		c.Unknown(path, "An amount cannot be below nothing: which figures are right?")
	case a.Permits(value) == law.Breached:
		c.Breach(path, "The plan's requirement is not met: %s of %v, where %v more is allowed.", what, value, a.Most)
	}
}

func freeWithinCap(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		value, ok1 := need(c, &a.Value, sipList, i, "value")
		before, ok2 := need(c, &a.Before, sipList, i, "before")
		if ok1 && ok2 {
			limit := FreeShareLimit(a.On, before, c.Figures)
			overLimit(c, law.Path(sipList, i, "value"), value, &limit, "free shares")
		}
	}, FreeShares)
}

func partnershipWithinCap(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		value, ok1 := need(c, &a.Value, sipList, i, "value")
		before, ok2 := need(c, &a.Before, sipList, i, "before")
		_, ok3 := need(c, &a.Salary, sipList, i, "salary")
		if ok1 && ok2 && ok3 {
			limit := PartnershipLimit(a.On, a.Salary, before, c.Figures)
			overLimit(c, law.Path(sipList, i, "value"), value, &limit, "partnership share money")
		}
	}, PartnershipShares)
}

func deductionLow(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		least, ok1 := need(c, &a.LeastDeduction, sipList, i, "least_deduction")
		limit, ok2 := law.Read(c, &c.Figures.DeductionFloor, a.On)
		if ok1 && ok2 && least > limit {
			c.Breach(law.Path(sipList, i, "least_deduction"), "The plan's requirement is not met: its minimum deduction is %v, where it may be %v at most.", least, limit)
		}
	}, PartnershipShares)
}

func matchingWithinRatio(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		matching, ok1 := need(c, &a.Matching, sipList, i, "matching")
		bought, ok2 := need(c, &a.Bought, sipList, i, "bought")
		ratio, ok3 := law.Read(c, &c.Figures.MatchingRatio, a.On)
		if most, ok := MatchingLimit(a.On, bought, c.Figures); ok && ok1 && ok2 && ok3 && matching > most {
			c.Breach(law.Path(sipList, i, "matching"), "The plan's requirement is not met: %d matching shares for %d partnership shares, where %d for each are allowed.", matching, bought, ratio)
		}
	}, MatchingShares)
}

func planFactors(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		factors, _ := need(c, &a.Factors, sipList, i, "factors")
		for k, f := range factors {
			if !f.Allowed() {
				c.Breach(law.Path(law.Path(sipList, i, "factors"), k, ""), "The plan's requirement is not met: free shares differ by %.40q.", string(f))
			}
		}
		if len(factors) < 2 {
			return
		}
		if summed, ok := need(c, &a.TotalIsSum, sipList, i, "total_is_sum"); ok && !summed {
			c.Breach(law.Path(sipList, i, "total_is_sum"), "The plan's requirement is not met: units by several factors are not added, as where they are multiplied.")
		}
	}, FreeShares)
}

func byPerformance(c *kase) (found bool) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		one, ok := need(c, &a.Performance.MethodOne, sipList, i, "performance.method_one")
		found = found || ok && one
	}, FreeShares)
	return found
}

func performanceWithin(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		p := &a.Performance
		if !p.MethodOne.Or(false) {
			return
		}
		all, ok1 := need(c, &p.Shares, sipList, i, "performance.shares")
		rest, ok2 := need(c, &p.Otherwise, sipList, i, "performance.otherwise")
		part, ok3 := law.Read(c, &c.Figures.PerformanceRest, a.On)
		if ok1 && ok2 && ok3 && !part.ReachedBy(rest, all) {
			c.Breach(law.Path(sipList, i, "performance.otherwise"), "The plan's requirement is not met: %d of %d shares go by no performance, where at least %v must.", rest, all, part)
		}
		best, ok1 := need(c, &p.BestPerformance, sipList, i, "performance.best_by_performance")
		other, ok2 := need(c, &p.BestOtherwise, sipList, i, "performance.best_otherwise")
		times, ok3 := law.Read(c, &c.Figures.PerformanceTimes, a.On)
		if ok1 && ok2 && ok3 && law.Per(times, 1).PassedBy(best, other) {
			c.Breach(law.Path(sipList, i, "performance.best_by_performance"), "The plan's requirement is not met: %d shares by performance are more than %d times %d.", best, times, other)
		}
	}, FreeShares)
}

func holdingPeriod(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		months, ok1 := need(c, &a.HoldingMonths, sipList, i, "holding_months")
		least, ok2 := law.Read(c, &c.Figures.HoldingLeast, a.On)
		most, ok3 := law.Read(c, &c.Figures.HoldingMost, a.On)
		if kind := a.Kind.Or(0); kind == PartnershipShares {
			least, most = 0, 0
		} else if kind == DividendShares {
			most = least
		}
		if ok1 && ok2 && ok3 && (months < least || months > most) {
			c.Breach(law.Path(sipList, i, "holding_months"), "The plan's requirement is not met: a holding period of %d months for %v shares, where it is %d to %d.", months, a.Kind, least, most)
		}
	}, FreeShares, PartnershipShares, MatchingShares, DividendShares)
}

func holdingVaried(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		if varied, ok := need(c, &a.HoldingVaried, sipList, i, "holding_varied"); ok && varied {
			c.Breach(law.Path(sipList, i, "holding_varied"), "The plan's requirement is not met: the holding period of the award is not one, or not as it was set.")
		}
	}, FreeShares, MatchingShares)
}

func planSameTerms(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		if same, ok := need(c, &a.SameTerms, sipList, i, "same_terms"); ok && !same {
			c.Breach(law.Path(sipList, i, "same_terms"), "The plan's requirement is not met: not all who qualify take part on the same terms.")
		}
	}, FreeShares, PartnershipShares, MatchingShares)
}

func matchingAlike(c *kase) {
	eachPlanAward(c, func(i int, a *PlanAward) {
		if alike, ok := need(c, &a.Alike, sipList, i, "matching_alike"); ok && !alike {
			c.Breach(law.Path(sipList, i, "matching_alike"), "The plan's requirement is not met: matching shares differ from the partnership shares in class, rights, day or basis.")
		}
	}, MatchingShares)
}
