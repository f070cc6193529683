package employee

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrContradiction is wrapped by the refusal of facts of a bonus that say otherwise than the
// log, or than the award, from which they follow; the error names the place.
var ErrContradiction = errors.New("the facts contradict each other")

// DeriveBonus returns the company with the facts of its bonuses that follow from others: the
// award's trading and ownership from the log of the company, up to the day of payment, and
// of each payment under the award, which is one by the company itself on that day, whether
// it qualifies. What the others do not settle stays not stated. Nothing that is stated is
// changed: where it says otherwise than what follows, the error names it. The log is nil
// where there is none. The company that is handed in is left as it is.
//
// A log speaks from its opening. Where the trustees held no shares then, it is taken to begin
// before the settlement met anything; where they held some, the first day on which a
// requirement was met follows only if it was met at the opening and that lies no later than
// the twelve months of the qualifying period begin.
func DeriveBonus(c Company, t *Timeline, f *Figures) (Company, error) {
	paid, ok := c.BonusAward.Paid.Get()
	if !ok || !c.BonusAward.Made.Or(false) {
		return c, nil
	}
	if t != nil && !paid.Before(t.Opening.On) && !paid.After(t.Until) {
		if err := c.BonusAward.fromLog(t, f, paid); err != nil {
			return Company{}, err
		}
	}
	list := slices.Clone(c.Bonuses.Or(nil))
	for i := range list {
		b := &list[i]
		if b.On != paid || b.Employer != "" {
			continue
		}
		if err := derive(&b.Qualifying, b.qualifies(c, f), law.Path("bonuses", i, "qualifying")); err != nil {
			return Company{}, err
		}
	}
	if c.Bonuses.Stated() {
		c.Bonuses = law.Known(list)
	}
	return c, nil
}

// derive fills a fact that is not stated, and refuses one that says otherwise.
func derive[V comparable](stated *law.Fact[V], follows law.Fact[V], path string) error {
	v, ok := follows.Get()
	if !ok {
		return nil
	}
	if said, is := stated.Get(); is && said != v {
		return fmt.Errorf("%w: %s: %v, where it follows that it is %v", ErrContradiction, path, said, v)
	}
	*stated = follows
	return nil
}

// qualifies is what section 312B makes of one payment under the award.
func (b *Bonus) qualifies(c Company, f *Figures) law.Fact[bool] {
	alone := *b
	alone.Exempted = law.Fact[law.Pence]{} // whatever the payroll made of it
	c.Bonuses = law.Known([]Bonus{alone})
	switch sum(qualifying.Judge(&c, f, b.On, law.UnitedKingdom)).is {
	case law.Met:
		return law.Known(true)
	case law.Breached:
		return law.Known(false)
	default:
		return law.Fact[bool]{}
	}
}

// fromLog derives trading and ownership up to the day of payment.
func (a *BonusAward) fromLog(t *Timeline, f *Figures, paid law.Date) error {
	r, err := t.read()
	if err != nil {
		return err
	}
	if err := a.tradingFrom(r, paid); err != nil {
		return err
	}
	if t.Opening.Trust.Old.Stated() {
		return nil // s. 236L may stand in for the benefit requirement: that is for whoever knows
	}
	chronicle, err := t.Replay(f)
	if err != nil {
		return err
	}
	months, ok := f.BonusPeriodMonths.At(paid)
	if !ok {
		return nil
	}
	own := ownership{opened: t.Opening.On, paid: paid, whole: firstOf(months.Value, paid)}
	for _, h := range t.Opening.Holdings {
		own.held = own.held || h.Holder == TrusteesHold
	}
	control := own.first(chronicle, ControllingInterest)
	benefit := own.first(chronicle, AllEmployeeBenefit)
	o := &a.Ownership
	if err := own.derive(&o.ControlFirst, control, "bonus_award.ownership.control_first_met"); err != nil {
		return err
	}
	if err := own.derive(&o.BenefitFirst, benefit, "bonus_award.ownership.benefit_first_met"); err != nil {
		return err
	}
	if benefit.Stated() {
		if err := derive(&o.TreatedAsMet, law.Known(false), "bonus_award.ownership.treated_as_met"); err != nil {
			return err
		}
	}
	if control.Stated() && benefit.Stated() {
		return own.lapses(&o.Lapses, chronicle)
	}
	return nil
}

// ownership is a log on its way to a BonusOwnership: the days of its opening, of the payment
// and of the beginning of a whole qualifying period, and whether the trustees held shares.
type ownership struct {
	opened, paid, whole law.Date
	held                bool
}

// first is the day on which a requirement was first met, where the log tells.
func (o *ownership) first(c *Chronicle, is Requirement) law.Fact[law.Date] {
	for _, s := range c.Standings {
		switch {
		case s.Requirement != is:
		case s.Outcome == law.Breached:
			if o.held {
				return law.Fact[law.Date]{}
			}
		case s.Outcome != law.Met, s.Period.First.After(o.paid),
			s.Period.First == o.opened && o.held && o.opened.After(o.whole):
			return law.Fact[law.Date]{}
		default:
			return law.Known(s.Period.First)
		}
	}
	return law.Fact[law.Date]{}
}

// derive fills a first day. One that is stated before the log begins is no contradiction where
// the requirement was met as it began.
func (o *ownership) derive(stated *law.Fact[law.Date], follows law.Fact[law.Date], path string) error {
	said, is := stated.Get()
	if day, ok := follows.Get(); ok && is && day == o.opened && said.Before(day) {
		return nil
	}
	return derive(stated, follows, path)
}

// lapses are the stretches in which a requirement, met before, was met no longer.
func (o *ownership) lapses(stated *law.Fact[[]BonusLapse], c *Chronicle) error {
	follow := []BonusLapse{}
	met := map[Requirement]bool{}
	for _, s := range c.Standings {
		if s.Requirement != ControllingInterest && s.Requirement != AllEmployeeBenefit || s.Period.First.After(o.paid) {
			continue
		}
		switch s.Outcome {
		case law.Met:
			met[s.Requirement] = true
		case law.Breached:
			if met[s.Requirement] {
				follow = append(follow, o.upToPayment(BonusLapse{s.Period.First, s.Period.Last}))
			}
		default:
			return nil // what is unknown may be a lapse
		}
	}
	slices.SortStableFunc(follow, func(a, b BonusLapse) int { return a.From.Compare(b.From) })
	said, is := stated.Get()
	if !is {
		*stated = law.Known(follow)
		return nil
	}
	const path = "bonus_award.ownership.lapses"
	for i := range said {
		if x := o.upToPayment(said[i]); !x.From.Before(o.opened) && !x.From.After(o.paid) && !slices.Contains(follow, x) {
			return fmt.Errorf("%w: %s: from %v, where no such lapse follows", ErrContradiction, law.Path(path, i, "from"), said[i].From)
		}
	}
	for _, x := range follow {
		if !slices.ContainsFunc(said, func(s BonusLapse) bool { return o.upToPayment(s) == x }) {
			return fmt.Errorf("%w: %s: none from %v, where one follows", ErrContradiction, path, x.From)
		}
	}
	return nil
}

// upToPayment leaves the last day out of a lapse that goes on at the payment.
func (o *ownership) upToPayment(x BonusLapse) BonusLapse {
	if !x.To.Before(o.paid) {
		x.To = law.Date{}
	}
	return x
}
