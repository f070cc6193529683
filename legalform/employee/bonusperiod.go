package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// A BonusPeriod is the qualifying period of a bonus (s. 312B(2)-(3)): its first and last
// days, and how many days the whole 12 months have that end with the last.
type BonusPeriod struct {
	From  law.Date `json:"from"`
	To    law.Date `json:"to"`
	Whole int      `json:"whole"`
}

// QualifyingPeriod returns the period of so many months ending with the day of payment. It
// leaves out what came before the settlement first met the controlling interest requirement
// or the all-employee benefit requirement, where either was first met in those months and
// both are met on the day of payment: where one is met only later, nothing is left out.
func QualifyingPeriod(paid law.Date, months int, control, benefit law.Date) BonusPeriod {
	p := BonusPeriod{From: firstOf(months, paid), To: paid}
	p.Whole = p.Days()
	if control.After(paid) || benefit.After(paid) {
		return p
	}
	for _, met := range [...]law.Date{control, benefit} {
		if met.After(p.From) {
			p.From = met
		}
	}
	return p
}

// Days is how many days the period has, both ends in it.
func (p BonusPeriod) Days() int { return p.To.Sub(p.From) + 1 }

// Requisite is on how many days of the period the office-holder requirement must be met: all
// but so many, or but the corresponding fraction of them where the period is shorter (s.
// 312B(4)). The statute rounds nothing, so the answer need not be whole.
func (p BonusPeriod) Requisite(off int) law.Ratio {
	if p.Whole <= 0 {
		return law.Ratio{}
	}
	return law.Per(int64(p.Days())*int64(max(p.Whole-off, 0)), int64(p.Whole))
}

// overlap is how many days from..to shares with the period.
func (p BonusPeriod) overlap(from, to law.Date) int {
	if from.Before(p.From) {
		from = p.From
	}
	if to.After(p.To) {
		to = p.To
	}
	return max(to.Sub(from)+1, 0)
}

// bonusPeriod is the qualifying period of the award that is judged.
func bonusPeriod(c *kase) (BonusPeriod, bool) {
	o := &c.Subject.BonusAward.Ownership
	control, ok1 := law.Need(c, &o.ControlFirst, "bonus_award.ownership.control_first_met")
	benefit, ok2 := law.Need(c, &o.BenefitFirst, "bonus_award.ownership.benefit_first_met")
	months, ok3 := law.Read(c, &c.Figures.BonusPeriodMonths, c.On)
	return QualifyingPeriod(c.On, months, control, benefit), ok1 && ok2 && ok3
}

// A BonusTrading is the employer's business from a day on.
type BonusTrading struct {
	From law.Date `json:"from"`
	// InGroup says that the employer is in a group: the group's activities then count as one
	// business, and any member of a trading group meets the requirement, its principal
	// company or not.
	InGroup law.Fact[bool] `json:"in_group,omitzero"`
	// Trades says that the employer, or some member of its group, carries on a trade. A
	// business carried on in partnership is none.
	Trades law.Fact[bool] `json:"trades,omitzero"`
	// OtherSubstantial is the recorded judgement that activities other than trading, and
	// business carried on in partnership with them, are a substantial part of the whole.
	OtherSubstantial law.Fact[bool] `json:"other_substantial,omitzero"`
}

// A BonusOwnership is when a settlement met the requirements of section 312E: control of the
// employer, or of the principal company of its trading group, and benefits for all.
type BonusOwnership struct {
	ControlFirst law.Fact[law.Date] `json:"control_first_met,omitzero"`
	BenefitFirst law.Fact[law.Date] `json:"benefit_first_met,omitzero"`
	// Lapses are stretches in which one of the requirements was not met again.
	Lapses law.Fact[[]BonusLapse] `json:"lapses,omitzero"`
	// TreatedAsMet says that the benefit requirement is met only as section 236L treats it,
	// and MetBefore that at some time since 10 December 2013 it was met without that.
	TreatedAsMet law.Fact[bool] `json:"treated_as_met,omitzero"`
	MetBefore    law.Fact[bool] `json:"met_before,omitzero"`
}

// A BonusLapse is a stretch of days, both ends in it, in which the settlement met a
// requirement no longer. A lapse without a last day goes on.
type BonusLapse struct {
	From law.Date `json:"from"`
	To   law.Date `json:"to,omitzero"`
}

// A ServiceCompany is what section 312G asks of the employer.
type ServiceCompany struct {
	// Managed says that it is a managed service company (s. 61B).
	Managed law.Fact[bool] `json:"managed,omitzero"`
	// SuppliesStaff is the recorded judgement that its business consists substantially of
	// providing the services of those it employs.
	SuppliesStaff law.Fact[bool] `json:"supplies_staff,omitzero"`
	// Provided is what is provided of such services, in whatever unit, and ToConnected what
	// of it goes to those who control or controlled the company, or employed all or most of
	// its staff before, or to companies of theirs, outside the group of the payer.
	Provided    law.Fact[int64] `json:"provided,omitzero"`
	ToConnected law.Fact[int64] `json:"to_connected,omitzero"`
}
