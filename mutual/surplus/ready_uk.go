package surplus

import "github.com/rochdale-go/rochdale/legalform/law"

// Texts that the policies for forms of the United Kingdom name.
var (
	societies2014 = law.Instrument{Title: "Co-operative and Community Benefit Societies Act 2014 (c. 14)", Path: "ukpga/2014/14"}
	cicRegs       = law.Instrument{Title: "Community Interest Company Regulations 2005 (SI 2005/1788)", Path: "uksi/2005/1788", AsMade: true}
	registrar     = law.Instrument{
		Title: "Guidance on the FCA's registration function under the 2014 Act (FG15/12, November 2015), now the Handbook's RFCCBS",
		URL:   "https://www.handbook.fca.org.uk/handbook/RFCCBS",
	}
	societyModel = law.Instrument{Title: "Co-operatives UK model rules for a society (2014)"}
	companyModel = law.Instrument{Title: "Co-operatives UK model articles for a worker co-operative company limited by shares (2012)"}
	somerset     = law.Instrument{Title: "Somerset Rules for a multi-stakeholder co-operative (2009, revised to 2020)"}

	rulesApplyProfits = societies2014.At("s. 14 item 12", "section/14")
	modelProfits      = societyModel.At("on the application of profits", "")
	modelInterest     = societyModel.At("on share interest", "")
	modelEquity       = companyModel.At("on the application of profits", "")
)

// examplesOnly is what every policy for the United Kingdom leaves to whoever uses it.
const examplesOnly = "the rates are examples: a body's own rules, or its members in general meeting, fix them"

// ModelInterestCap is the most share interest under the model rules: the greater of five
// per cent and two points above the Bank of England's rate, of the capital paid up. It is
// a cap for a step of a society that has the rule. The form besides holds interest to the
// maximum that was declared.
func ModelInterestCap() Measure {
	return Measure{
		Share: law.Percent(5), Of: OfCapital,
		OrMore: &Measure{Share: law.Percent(2), Above: "base-rate", Of: OfCapital},
	}
}

func consumerCoOp() Policy {
	return Policy{
		About: About{
			ID: "consumer-co-op", Title: "Consumer co-operative: interest, losses, reserve, community, bonus, dividend on purchases",
			Source:    "the usual order of a society's rules; the Act leaves the order to them (s. 14 item 12)",
			LeavesOut: []string{examplesOnly, "the cap on interest in the model rules, which four per cent never reaches: ModelInterestCap"},
		},
		Steps: []Step{
			under(percentOf(interest("interest"), 4, OfCapital), law.OwnRules, modelInterest),
			under(makeGoodLosses(), law.OwnRules, modelProfits),
			under(percentOf(reserve("reserve"), 40, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(percentOf(community("community", CommunityFund), 10, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(percentOf(bonus("bonus"), 5, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(allOf(patronage("dividend"), OfWhatIsLeft), law.OwnRules, rulesApplyProfits),
		},
	}
}

func workerCoOp() Policy {
	return Policy{
		About: About{
			ID: "worker-co-op", Title: "Worker co-operative in common ownership: losses, indivisible reserve, community, bonus, members by hours",
			Source:    "the usual order of a society's rules, and the principle of common ownership of the reserve",
			LeavesOut: []string{examplesOnly, "who counts as an employee that is no member yet"},
		},
		Steps: []Step{
			under(makeGoodLosses(), law.OwnRules, modelProfits),
			under(percentOf(indivisible("reserve", "common"), 50, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(percentOf(community("community", CommunityFund), 5, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(percentOf(bonus("employees"), 10, OfLeftAfter, "losses"), law.OwnRules, modelProfits),
			under(allOf(labour("members", Hours), OfWhatIsLeft), law.OwnRules, rulesApplyProfits),
		},
	}
}

func workerCompany() Policy {
	part := func(s Step, of int64) Step { // one part of so many
		s.Share, s.Of, s.Named = law.Per(1, of), OfLeftAfter, []string{"losses"}
		return under(s, law.OwnRules, modelEquity)
	}
	pay := Step{Name: "members", To: Members, By: Hours, Kinds: []law.PaymentKind{law.StaffBonus, law.Patronage}}
	equity := Step{Name: "equity", To: Investors, By: Capital, Kinds: []law.PaymentKind{law.Dividend}}
	return Policy{
		About: About{
			ID: "worker-co-op-company", Title: "Worker co-operative company with outside equity: half to reserve, and equity never above labour",
			Source:    "the model articles of 2012 for a company with non-voting equity shares",
			LeavesOut: []string{examplesOnly, "votes and the winding up"},
		},
		Steps: []Step{
			under(makeGoodLosses(), law.OwnRules, modelEquity),
			part(reserve("reserve"), 2), part(community("community", CommunityFund), 20),
			part(equity, 6), part(pay, 5), part(bonus("employees"), 12),
		},
		Provisos: []Proviso{
			{
				Name: "equity no more than labour", Steps: []string{"equity"}, Rule: Rule{modelEquity, law.OwnRules},
				AtMost: &Measure{Share: whole, Of: OfPaidBy, Named: []string{"members", "employees"}},
			},
			{
				Name: "equity and members no more than half", Steps: []string{"equity", "members"}, Rule: Rule{modelEquity, law.OwnRules},
				AtMost: &Measure{Share: law.Percent(50), Of: OfLeftAfter, Named: []string{"losses"}},
			},
		},
	}
}

func multiStakeholder() Policy {
	classes := somerset.At("on the application of profits", "")
	return Policy{
		About: About{
			ID: "multi-stakeholder", Title: "Multi-stakeholder co-operative: interest to investors, reserve, community, workers by hours, users by trade",
			Source:    "the practice of co-operatives with classes of members, each with a formula of its own",
			LeavesOut: []string{examplesOnly, "the votes of each class"},
			Doubts:    []string{"the figures of the rules named were not found: every part here is an example"},
		},
		Steps: []Step{
			under(percentOf(interest("investors"), 3, OfCapital), law.OwnRules, classes),
			under(makeGoodLosses(), law.OwnRules, classes),
			under(percentOf(indivisible("reserve", "common"), 30, OfLeftAfter, "losses"), law.OwnRules, classes),
			under(percentOf(community("community", CommunityFund), 10, OfLeftAfter, "losses"), law.OwnRules, classes),
			under(percentOf(labour("workers", Hours), 30, OfLeftAfter, "losses"), law.OwnRules, classes),
			under(percentOf(patronage("users"), 30, OfLeftAfter, "losses"), law.OwnRules, classes),
		},
	}
}

func communityBenefit() Policy {
	none := registrar.At("RFCCBS 5.1, on profits", "")
	return Policy{
		About: About{
			ID: "community-benefit-society", Title: "Community benefit society: interest as a cost, losses, community, reserve, and no distribution",
			Source:    "the registrar's guidance: no profit is distributed to members, and interest on shares is a cost",
			LeavesOut: []string{examplesOnly},
		},
		Steps: []Step{
			under(percentOf(interest("interest"), 3, OfCapital), law.OwnRules, modelInterest),
			under(makeGoodLosses(), law.OwnRules, modelProfits),
			under(percentOf(community("community", CommunityFund), 50, OfLeftAfter, "losses"), law.Guidance, none),
			under(allOf(reserve("reserve"), OfWhatIsLeft), law.Guidance, none),
		},
	}
}

func cicGuarantee() Policy {
	lock := cicRegs.At("reg 7, Sch 1", "schedule/1")
	return Policy{
		About: About{
			ID: "cic-guarantee", Title: "CIC limited by guarantee: losses, bonus, community, reserve, and no dividend",
			Source:    "the Regulations of 2005: there are no shares, and so no dividend",
			LeavesOut: []string{examplesOnly},
		},
		Steps: []Step{
			makeGoodLosses(),
			percentOf(bonus("bonus"), 10, OfLeftAfter, "losses"),
			under(percentOf(community("community", CommunityFund), 50, OfLeftAfter, "losses"), law.Statute, lock),
			under(allOf(reserve("reserve"), OfWhatIsLeft), law.Statute, lock),
		},
	}
}

func cicSchedule2() Policy {
	locked := cicRegs.At("Sch 2 para 1", "schedule/2")
	dividend := Step{Name: "locked body", To: LockedBody, Kinds: []law.PaymentKind{law.LockedDividend}}
	return Policy{
		About: About{
			ID: "cic-shares-schedule-2", Title: "CIC by shares, Schedule 2: losses, bonus, dividend to the asset-locked body, community, reserve",
			Source:    "Schedule 2 to the Regulations of 2005: dividends go to asset-locked bodies only",
			LeavesOut: []string{examplesOnly},
		},
		Steps: []Step{
			makeGoodLosses(),
			percentOf(bonus("bonus"), 10, OfLeftAfter, "losses"),
			under(percentOf(dividend, 40, OfLeftAfter, "losses"), law.Statute, locked),
			percentOf(community("community", CommunityFund), 25, OfLeftAfter, "losses"),
			allOf(reserve("reserve"), OfWhatIsLeft),
		},
	}
}

func cicSchedule3() Policy {
	capped := cicRegs.At("regs 17-19", "regulation/17")
	dividend := Step{Name: "investors", To: Investors, By: Capital, Kinds: []law.PaymentKind{law.Dividend}}
	return Policy{
		About: About{
			ID: "cic-shares-schedule-3", Title: "CIC by shares, Schedule 3: losses, bonus, capped dividend, community, reserve",
			Source:    "Schedule 3 to the Regulations of 2005; the caps are asked of the form, as at the declaration",
			LeavesOut: []string{examplesOnly, "dividends to an asset-locked body beside those to investors"},
		},
		Steps: []Step{
			makeGoodLosses(),
			percentOf(bonus("bonus"), 10, OfLeftAfter, "losses"),
			under(percentOf(dividend, 8, OfCapital), law.Statute, capped),
			percentOf(community("community", CommunityFund), 50, OfLeftAfter, "losses"),
			allOf(reserve("reserve"), OfWhatIsLeft),
		},
	}
}
