package employee

import (
	"fmt"
	"strconv"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of what section 312B asks of the employer.
const (
	BonusNotTrading       law.Code = "employee.bonus-not-trading"
	BonusNotOwned         law.Code = "employee.bonus-not-employee-owned"
	BonusTreatedAsMet     law.Code = "employee.bonus-benefit-not-met"
	BonusOfficersOnDay    law.Code = "employee.bonus-officers-on-day"
	BonusOfficersTooLong  law.Code = "employee.bonus-officers-too-many-days"
	BonusByServiceCompany law.Code = "employee.bonus-by-service-company"
)

// BonusEmployerFigures are the figures of what section 312B asks of the employer.
type BonusEmployerFigures struct {
	// BonusPeriodMonths is the length of the qualifying period.
	BonusPeriodMonths law.History[int]
	// OfficeFraction may be reached and not exceeded.
	OfficeFraction law.History[law.Ratio]
	// OfficeDaysOff is on how many days of a whole period it may be exceeded.
	OfficeDaysOff law.History[int]
	// ServiceShare is what part of its services, when exceeded, makes a service company.
	ServiceShare law.History[law.Ratio]
}

func enactedBonusEmployer() BonusEmployerFigures {
	by := func(section string) law.Provision {
		return fa2014.At("Sch 37 para 5 (inserting "+section+")", "schedule/37/paragraph/5")
	}
	return BonusEmployerFigures{
		BonusPeriodMonths: law.Since("employee.bonus_period_months", "months ending with the day of payment", at(bonusBegan, 12, by("s. 312B"))),
		OfficeFraction:    law.Since("employee.office_fraction", "of employees and office-holders, not to be exceeded", at(bonusBegan, law.Per(2, 5), by("s. 312F"))),
		OfficeDaysOff:     law.Since("employee.office_days_off", "days of a qualifying period of 12 months", at(bonusBegan, 90, by("s. 312B"))),
		ServiceShare:      law.Since("employee.service_share", "of services provided, to be exceeded", at(bonusBegan, law.Per(1, 2), by("s. 312G"))),
	}
}

var bonusEmployer = law.Topic("bonus employer",
	rule{
		Code: BonusNotTrading, Provision: itepa.At("ss. 312B(1)(c), 312D", "section/312D"),
		Says:    "For the exemption the employer must, throughout the qualifying period, be a trading company in no group or a member of a trading group.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: tradesThroughout,
		Remedy: "Tax the bonus; pay the next when the requirement has been met for the whole period.",
	},
	rule{
		Code: BonusNotOwned, Provision: itepa.At("ss. 312B(1)(d), (3), 312E(1)", "section/312E"),
		Says:    "For the exemption a settlement must, throughout the qualifying period, meet the controlling interest and all-employee benefit requirements in the employer or its principal company.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: ownedThroughout,
		Remedy: "Tax the bonus; pay the next when the requirement has been met for the whole period.",
	},
	rule{
		Code: BonusTreatedAsMet, Provision: itepa.At("s. 312E(3)-(4)", "section/312E"),
		Says:    "For the exemption the benefit requirement may be treated as met, by s. 236L, only if it has not been met otherwise at any time since 10 December 2013.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: benefitTreatedAsMet, Check: neverMetBefore,
		Remedy: "Amend the trusts so that they meet the requirement itself.",
	},
	rule{
		Code: BonusOfficersOnDay, Provision: itepa.At("ss. 312B(1)(e), 312F", "section/312F"),
		Says:    "For the exemption directors, other office-holders and employees connected with them may not, when the payment is made, be more than 2/5 of the employees and office-holders.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: fewOfficersOnDay,
		Remedy: "Pay the bonus on a day on which the fraction is no more than 2/5.",
	},
	rule{
		Code: BonusOfficersTooLong, Provision: itepa.At("ss. 312B(1)(e), (4), 312F", "section/312B"),
		Says:    "For the exemption the fraction may not be more than 2/5 on more than 90 days of the qualifying period, or on more than the corresponding fraction of 90 where the period is shorter.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: fewOfficersInPeriod,
		Remedy: "Pay the bonus when the fraction has been no more than 2/5 on enough days.",
	},
	rule{
		Code: BonusByServiceCompany, Provision: itepa.At("ss. 312B(1)(f), 312G", "section/312G"),
		Says:    "For the exemption the employer may not be a managed service company, nor one whose business is substantially its employees' services and provides the majority of them to those who control or controlled it or employed its staff before.",
		InForce: since(bonusBegan), Event: awardPaid, Applies: awardsBonus, Check: noServiceCompany,
		Remedy: "Tax the bonus.",
	},
)

const bonusTradingList = "bonus_award.trading"

func tradesThroughout(c *kase) {
	list, ok1 := law.Need(c, &c.Subject.BonusAward.Trading, bonusTradingList)
	p, ok2 := bonusPeriod(c)
	if !ok1 || !ok2 {
		return
	}
	dates := make([]law.Date, len(list))
	for i := range list {
		dates[i] = list[i].From
	}
	inPeriod(c, p, dates, bonusTradingList, func(i, _ int) {
		if what := list[i].fails(c, i); what != "" {
			c.Breach(law.Path(bonusTradingList, i, ""), "The trading requirement is not met: from %s %s, in the qualifying period from %s to %s.",
				list[i].From.Long(), what, p.From.Long(), p.To.Long())
		}
	})
}

// fails says what keeps an entry from meeting the trading requirement; nothing where it is
// met, or not known.
func (x *BonusTrading) fails(c *kase, i int) string {
	group, ok := need(c, &x.InGroup, bonusTradingList, i, "in_group")
	whose := "the employer"
	if group {
		whose = "the group"
	}
	if trades, ok1 := need(c, &x.Trades, bonusTradingList, i, "trades"); ok && ok1 && !trades {
		return whose + " carried on no trade"
	}
	other, ok1 := law.Ask(c, &x.OtherSubstantial, law.Path(bonusTradingList, i, "other_substantial"), "Are activities other than trading, business in partnership with them, a substantial part of the whole?")
	if ok && ok1 && other {
		return "the activities of " + whose + " were to a substantial extent other than trading"
	}
	return ""
}

// inPeriod visits the entries of a dated list that bear on a period, with how many of its days
// they hold. Entries hold until the next; those out of order, or that leave
// the beginning of the period out, make the rule unknown.
func inPeriod(c *kase, p BonusPeriod, from []law.Date, list string, visit func(i, days int)) {
	for i := range from {
		if from[i].IsZero() || i > 0 && !from[i-1].Before(from[i]) {
			c.Unknown(law.Path(list, i, "from"), "From which day does this hold? Entries must be in the order of their dates.")
			return
		}
	}
	if len(from) == 0 || from[0].After(p.From) {
		c.Unknown(list, "How was it from "+p.From.Long()+", when the qualifying period begins?")
		return
	}
	for i := range from {
		to := p.To
		if i+1 < len(from) && !from[i+1].After(p.To) {
			to = from[i+1].AddDays(-1)
		}
		if days := p.overlap(from[i], to); days > 0 {
			visit(i, days)
		}
	}
}

func ownedThroughout(c *kase) {
	o := &c.Subject.BonusAward.Ownership
	p, ok := bonusPeriod(c)
	lapses, ok1 := law.Need(c, &o.Lapses, "bonus_award.ownership.lapses")
	for _, x := range [...]struct {
		met        *law.Fact[law.Date]
		path, what string
	}{
		{&o.ControlFirst, "bonus_award.ownership.control_first_met", "controlling interest"},
		{&o.BenefitFirst, "bonus_award.ownership.benefit_first_met", "all-employee benefit"},
	} {
		if met, stated := x.met.Get(); stated && met.After(c.On) {
			c.Breach(x.path, "The indirect employee-ownership requirement is not met: the %s requirement is met only from %s, after the payment on %s.", x.what, met.Long(), c.On.Long())
		}
	}
	for i := 0; ok && ok1 && i < len(lapses); i++ {
		last := lapses[i].To
		if last.IsZero() {
			last = forever
		}
		if last.Before(lapses[i].From) || lapses[i].From.IsZero() {
			c.Unknown(law.Path("bonus_award.ownership.lapses", i, "from"), "From which day until which did the requirement lapse?")
		} else if p.overlap(lapses[i].From, last) > 0 {
			c.Breach(law.Path("bonus_award.ownership.lapses", i, ""), "The indirect employee-ownership requirement is not met: it lapsed from %s, in the qualifying period from %s to %s.",
				lapses[i].From.Long(), p.From.Long(), p.To.Long())
		}
	}
}

func benefitTreatedAsMet(c *kase) bool {
	if !awardsBonus(c) {
		return false
	}
	treated, ok := law.Need(c, &c.Subject.BonusAward.Ownership.TreatedAsMet, "bonus_award.ownership.treated_as_met")
	return ok && treated
}

func neverMetBefore(c *kase) {
	before, ok := law.Need(c, &c.Subject.BonusAward.Ownership.MetBefore, "bonus_award.ownership.met_before")
	if ok && before {
		c.Breach("bonus_award.ownership.met_before", "The indirect employee-ownership requirement is not met: the trusts met the benefit requirement themselves before, and so are not treated as meeting it.")
	}
}

const officeList = "bonus_award.offices"

func fewOfficersOnDay(c *kase) {
	limit, ok := law.Read(c, &c.Figures.OfficeFraction, c.On)
	day := BonusPeriod{From: c.On, To: c.On, Whole: 1}
	eachOffice(c, day, func(i, _ int, f *OfficeFraction) {
		if ok && f.Exceeds(limit) {
			c.Breach(law.Path(officeList, i, ""), "The office-holder requirement is not met: the fraction was %v on %s, when the payment was made; the limit is %v %s.",
				f, c.On.Long(), limit, began(&c.Figures.OfficeFraction, c.On))
		}
	})
}

func fewOfficersInPeriod(c *kase) {
	limit, ok1 := law.Read(c, &c.Figures.OfficeFraction, c.On)
	off, ok2 := law.Read(c, &c.Figures.OfficeDaysOff, c.On)
	p, ok3 := bonusPeriod(c)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	good, known := 0, eachOfficeDays(c, p)
	for _, x := range known {
		if !x.fraction.Exceeds(limit) {
			good += x.days
		}
	}
	wanted := p.Requisite(off)
	if len(known) == 0 || wanted.ReachedBy(int64(good), 1) {
		return
	}
	// The day that rounding would add or take away.
	if wanted.Den() > 1 && int64(good) == wanted.Num()/wanted.Den() &&
		c.Doubt("Is the corresponding fraction of 90 days rounded? Section 312B(4) does not say.", "it is exact, and part of a day asks for the whole of it", "it is rounded up to whole days") > 0 {
		return
	}
	c.Breach(officeList, "The office-holder requirement is not met: the fraction was no more than %v on %d days of the qualifying period from %s to %s, where %v are needed.",
		limit, good, p.From.Long(), p.To.Long(), inDays(wanted))
}

// inDays writes a number of days that need not be whole: "275", "66 27/73".
func inDays(n law.Ratio) string {
	s := strconv.FormatInt(n.Num()/n.Den(), 10)
	if rest := n.Num() % n.Den(); rest > 0 {
		s += fmt.Sprintf(" %d/%d", rest, n.Den())
	}
	return s
}

type officeDays struct {
	fraction OfficeFraction
	days     int
}

// eachOfficeDays gives the fractions of a period with their days; none where one is missing.
func eachOfficeDays(c *kase, p BonusPeriod) (out []officeDays) {
	total := 0
	eachOffice(c, p, func(_, days int, f *OfficeFraction) {
		out = append(out, officeDays{*f, days})
		total += days
	})
	if total < p.Days() {
		return nil
	}
	return out
}

// eachOffice visits the counts that bear on a period, with their fractions.
func eachOffice(c *kase, p BonusPeriod, visit func(i, days int, f *OfficeFraction)) {
	list, ok := law.Need(c, &c.Subject.BonusAward.Offices, officeList)
	if !ok {
		return
	}
	dates := make([]law.Date, len(list))
	for i := range list {
		dates[i] = list[i].From
	}
	inPeriod(c, p, dates, officeList, func(i, days int) {
		f, err := list[i].Fraction()
		if err != nil {
			c.Unknown(law.Path(officeList, i, ""), "The count cannot be used: "+err.Error()+".")
			return
		}
		for _, m := range f.Missing {
			c.Unknown(law.Path(officeList, i, m.Path), m.Question)
		}
		if f.Known() {
			visit(i, days, &f)
		}
	})
}

func noServiceCompany(c *kase) {
	s := &c.Subject.BonusAward.Service
	if managed, ok := law.Need(c, &s.Managed, "bonus_award.service_company.managed"); ok && managed {
		c.Breach("bonus_award.service_company.managed", "The exemption's requirement is not met: the employer is a managed service company.")
	}
	supplies, ok := law.Ask(c, &s.SuppliesStaff, "bonus_award.service_company.supplies_staff", "Does the employer's business consist substantially of providing the services of those it employs?")
	if !ok || !supplies {
		return
	}
	all, ok1 := law.Need(c, &s.Provided, "bonus_award.service_company.provided")
	part, ok2 := law.Need(c, &s.ToConnected, "bonus_award.service_company.to_connected")
	limit, ok3 := law.Read(c, &c.Figures.ServiceShare, c.On)
	switch {
	case !ok1 || !ok2 || !ok3:
	case part < 0 || all < part:
		c.Unknown("bonus_award.service_company.provided", "What goes to those persons must lie between nothing and what is provided: which figures are right?")
	case limit.PassedBy(part, all):
		c.Breach("bonus_award.service_company.to_connected", "The exemption's requirement is not met: %d of %d of the services of the employer's staff go to those who control or controlled it or employed them before, more than %v.", part, all, limit)
	}
}
