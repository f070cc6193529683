package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the maximum that the society's own rules fix. The Act's figure is
// not the society's: a lower one in the rules binds the members, as a rule of their own.
const (
	MaximumTooHigh     law.Code = "society.maximum-too-high"
	MaximumTooHigh1965 law.Code = "society.maximum-too-high-1965"
	OverOwnMaximum     law.Code = "society.over-own-maximum"
	OverOwnMaximum1965 law.Code = "society.over-own-maximum-1965"
	RaiseTooHigh       law.Code = "society.raise-too-high"
	RaiseTooHigh1994   law.Code = "society.raise-too-high-1994"
	RaiseTooLate       law.Code = "society.raise-too-late"
	RaiseTooLate1994   law.Code = "society.raise-too-late-1994"
	RaiseUnnotified    law.Code = "society.raise-unnotified"
	RaiseUnnotified94  law.Code = "society.raise-unnotified-1994"
)

// A Raise is a resolution of the committee, recorded in writing, that raised the maximum in
// the rules to a higher figure without an amendment, as the orders that raised the Act's
// figure let it. No committee may vary or revoke one.
type Raise struct {
	On   law.Fact[law.Date]  `json:"on,omitzero"`
	Most law.Fact[law.Pence] `json:"most,omitzero"`
	// Notified is the day on which the registrar was given notice of it.
	Notified law.Fact[law.Date] `json:"notified,omitzero"`
	// TookEffect says, of a resolution older than the order of 1994, that it took effect under
	// the law of its day (1965 Act s. 6(2)-(3), 1975 Act s. 1, order of 1981), which is not
	// judged here; the 2014 Act keeps such a resolution alive as it does later ones.
	TookEffect law.Fact[bool] `json:"took_effect,omitzero"`
}

// RaiseFigures are the figures of a committee's power to raise the maximum.
type RaiseFigures struct {
	// RaiseMonths is for how many months, beginning with the day from which an entry runs, a
	// committee might resolve; RaiseNoticeDays is in how many days it was to give notice.
	RaiseMonths     law.History[int]
	RaiseNoticeDays law.History[int]
}

func enactedRaise() RaiseFigures {
	return RaiseFigures{
		RaiseMonths: law.Since("society.raise_months", "months, beginning with the day of the order",
			at(start1994, 18, order1994.At("art 4(2)", "article/4")), at(startOrder2014, 18, order2014.At("art 3(6)", "article/3"))),
		RaiseNoticeDays: law.Since("society.raise_notice_days", "days",
			at(start1994, 60, order1994.At("art 4(4)", "article/4")), at(startOrder2014, 60, order2014.At("art 3(2)(a)", "article/3"))),
	}
}

var (
	ownMaximum2014 = act2014.At("ss. 14 item 7, 15(1), Sch 3 para 6", "section/15")
	ownMaximum1965 = act1965.At("ss. 6(2)-(4), 14(1), Sch 1 para 7", "section/14")
)

// ownMaximumNI is cited on every call, so that citing it costs nothing.
var ownMaximumNI = modelRules.At("the society's registered rules, on the maximum shareholding", "")

var raised = event{Path: "rule_book.raise.on", Of: func(s *Society) law.Fact[law.Date] {
	if r := s.raise(); r != nil {
		return r.On
	}
	return law.Fact[law.Date]{}
}}

func (s *Society) raise() *Raise {
	if b := s.RuleBook.Ptr(); b != nil {
		return b.Raise.Ptr()
	}
	return nil
}

var (
	inAccord = rule{
		Code: MaximumTooHigh, Provision: act2014.At("ss. 14 item 7, 24(1)", "section/14"),
		Says:    "The maximum that the rules determine must accord with the Act's: no more than its figure, for the shares that the Act counts.",
		InForce: from2014, Applies: statesMaximum, Check: maximumInAccord,
		Remedy: "Amend the rules to a maximum within the Act's.",
	}
	ownMaximum = rule{
		Code: OverOwnMaximum, Provision: ownMaximum2014, Weight: law.OwnRules,
		Says: "A member who is not exempt may not hold more than the maximum that the registered rules determine, as a resolution of the committee " +
			"that still has effect has raised it.",
		InForce: from2014, Applies: statesMaximum, Check: withinOwnMaximum,
		Remedy: "Have the excess withdrawn or transferred, or amend the rules to a higher maximum within the Act's.",
	}
	raiseWithin = rule{
		Code: RaiseTooHigh, Provision: order2014.At("art 3(1)", "article/3"),
		Says:    "A committee may resolve to raise the maximum in the rules to an amount not exceeding the Act's figure.",
		InForce: []law.Window{law.From(startOrder2014, law.GreatBritain)}, Event: raised, Applies: hasRaise, Check: raiseWithinAct,
		Remedy: "Amend the rules; the resolution can raise nothing beyond the Act's figure.",
	}
	raiseInTime = rule{
		Code: RaiseTooLate, Provision: order2014.At("art 3(6)", "article/3"),
		Says: "A committee may raise the maximum only within 18 months beginning with the day of the order, and not once an amendment of the rules " +
			"has been registered since.",
		InForce: raiseWithin.InForce, Event: raised, Applies: hasRaise, Check: raisedInTime,
		Remedy: "Amend the rules in the ordinary way.",
	}
	raiseTold = rule{
		Code: RaiseUnnotified, Provision: order2014.At("art 3(2)(a)", "article/3"),
		Says:    "Notice of the resolution must be given to the registrar within 60 days beginning with the date on which it is made.",
		InForce: raiseWithin.InForce, Event: raised, Applies: hasRaise, Check: raiseNotified,
		Remedy: "Amend the rules in the ordinary way; without notice in time the resolution changed nothing.",
	}
)

// maxima follow the rule books. The Act of 1975 and the order of 1981 gave committees the
// like power and were not seen, nor do the rows reach them.
var maxima = law.Topic("the society's own maximum",
	exceptUnions(startUnions, under1965(inAccord, MaximumTooHigh1965, act1965.At("s. 6, Sch 1 para 7", "schedule/1"), start1965)), exceptUnions(startUnions, inAccord),
	under1965(ownMaximum, OverOwnMaximum1965, ownMaximum1965, start1965), ownMaximum,
	under1994(raiseWithin, RaiseTooHigh1994, "art 4(1)"), raiseWithin,
	under1994(raiseInTime, RaiseTooLate1994, "art 4(2)"), raiseInTime,
	under1994(raiseTold, RaiseUnnotified94, "art 4(4)"), raiseTold,
)

// under1994 is the row of the order of 1994 that one of the order of 2014 restates. The
// later order revoked the earlier.
func under1994(r rule, code law.Code, article string) rule {
	r.Code, r.Provision, r.Successor = code, order1994.At(article, "article/4"), r.Code
	r.InForce = []law.Window{law.From(start1994, law.GreatBritain).Until("2014-04-05")}
	return r
}

func hasRaise(c *kase) bool { return c.Subject.raise() != nil }

func statesMaximum(c *kase) bool {
	b := c.Subject.RuleBook.Ptr()
	return b != nil && b.Maximum.Stated()
}

// maximumInAccord compares like with like: a limit on all shares above the Act's figure for
// withdrawable ones says nothing of those.
func maximumInAccord(c *kase) {
	act, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	own, ok2 := law.Need(c, &c.Subject.RuleBook.Ptr().Maximum, "rule_book.maximum")
	switch {
	case !ok1 || !ok2:
	case own.OnlyWithdrawable && !act.OnlyWithdrawable:
		c.Breach("rule_book.maximum", "The rules limit withdrawable shares only; the Act's maximum is %v.", act)
	case own.Most <= act.Most:
	case act.OnlyWithdrawable && !own.OnlyWithdrawable:
		c.Unknown("rule_book.maximum", "Do the rules hold a member's withdrawable shares to "+act.Most.String()+"?")
	default:
		c.Breach("rule_book.maximum", "The rules let a member hold %v; the Act's maximum is %v.", own, act)
	}
}

// OwnMaximum says what the registered rules let a member who is not exempt hold on a date,
// of the shares that their maximum counts: what they fix, or what a resolution of the
// committee raised it to while that has effect. It is a limit of the society's own rules,
// beside the Act's, which SharesRoom applies. Where the rules state no maximum it lacks that.
// With the figures of Northern Ireland, where no row is about it, it cites the rules alone; a
// committee's resolution took effect there only if that is stated.
func OwnMaximum(f *Figures, b *RuleBook, on law.Date) law.Allowance {
	a := law.Open()
	own, ok := b.Maximum.Get()
	if !ok {
		a.Lack("maximum", "What maximum do the rules fix?")
		return a
	}
	code, provision := OverOwnMaximum, ownMaximum2014
	if on.Before(commenced2014) {
		code, provision = OverOwnMaximum1965, ownMaximum1965
	}
	if f.northern() {
		code, provision = "", ownMaximumNI
	}
	most := own.Most
	if b.Raise.Stated() {
		if effect, _ := b.raiseHasEffect(f, on, &a); effect {
			most = max(most, b.Raise.Ptr().Most.Or(0))
		}
	}
	a.WithinAt(law.OwnRules, most, code, provision)
	a.Working.Add("the maximum in the rules", own.Most)
	if most != own.Most {
		a.Working.Add("as the committee's resolution raised it", most)
	}
	return a
}

// RoomUnderRules says how much more a holder may take up on a date of shares that are
// withdrawable: within the Act's maximum, as SharesRoom has it, and within the society's
// own. Binding and Weight tell which of the two sets the limit.
func RoomUnderRules(f *Figures, b *RuleBook, h Holding, on law.Date) law.Allowance {
	a := SharesRoom(f, h, on)
	provider, ok := f.ProviderExemption.At(on)
	if !ok {
		return a
	}
	if exempt, _ := h.exempt(provider.Value); exempt {
		return a
	}
	own := OwnMaximum(f, b, on)
	for _, m := range own.Missing {
		a.Lack("rule_book."+m.Path, m.Question)
	}
	if !a.Known() {
		return a
	}
	counted, missing := h.counted(ShareLimit{own.Most, b.Maximum.Ptr().OnlyWithdrawable}, provider.Value)
	if missing != "" {
		a.Lack(missing, "")
		return a
	}
	a.WithinAt(law.OwnRules, own.Most-counted, own.Binding, own.Provision)
	a.Working.Add("the society's own maximum", own.Most)
	a.Working.Add("counted already towards it", counted)
	return a
}

// raiseHasEffect tells whether the committee's resolution has effect on a date, and whether
// it had until an amendment was registered. What it lacks goes into the allowance.
func (b *RuleBook) raiseHasEffect(f *Figures, on law.Date, a *law.Allowance) (has, had bool) {
	r := b.Raise.Ptr()
	made, ok1 := r.On.Get()
	amended, ok2 := b.Amended.Get()
	lackUnless(a, ok1, "raise.on")
	lackUnless(a, r.Most.Stated(), "raise.most")
	lackUnless(a, ok2, "amended")
	if !a.Known() || on.Before(made) || !b.raiseTookEffect(f, made, amended, a) {
		return false, false
	}
	undone := anyIn(amended, made.AddDays(1), on)
	return !undone, undone
}

// raiseTookEffect puts a resolution to the power that the committee had on the day; one of
// before 15 March 1994 is taken from what is stated of it.
func (b *RuleBook) raiseTookEffect(f *Figures, made law.Date, amended []law.Date, a *law.Allowance) bool {
	r := b.Raise.Ptr()
	from, last, ok := f.raisePower(made)
	if !ok {
		took, ok := r.TookEffect.Get()
		lackUnless(a, ok, "raise.took_effect")
		return took
	}
	told, ok := r.Notified.Get()
	lackUnless(a, ok, "raise.notified")
	by, _ := f.raiseNoticeBy(made)
	return ok && !told.After(by) && !made.After(last) && !anyIn(amended, from, made)
}

func lackUnless(a *law.Allowance, stated bool, path string) {
	if !stated {
		a.Lack(path, "")
	}
}

// anyIn reports whether a date of a list lies between two, both included.
func anyIn(list []law.Date, from, to law.Date) bool {
	for _, d := range list {
		if !d.Before(from) && !d.After(to) {
			return true
		}
	}
	return false
}

// raisePower returns the first and last days of the power that a committee had on a day.
func (f *Figures) raisePower(made law.Date) (from, last law.Date, ok bool) {
	e, ok := f.RaiseMonths.At(made)
	if !ok {
		return law.Date{}, law.Date{}, false
	}
	return e.From, law.MonthsBeginningWith(e.From, e.Value), true
}

// raiseNoticeBy returns the last day for notice of a resolution: 60 days of its making under
// the order of 1994, and 60 beginning with that day under the order of 2014.
func (f *Figures) raiseNoticeBy(made law.Date) (by law.Date, ok bool) {
	e, ok := f.RaiseNoticeDays.At(made)
	switch {
	case !ok:
		return law.Date{}, false
	case made.Before(commencedOrder2014):
		return law.DaysFrom(made, e.Value), true
	}
	return law.DaysBeginningWith(made, e.Value), true
}

// RaiseUntil returns the last day on which a committee might raise the maximum in the
// rules, by the power it had on a day, if no amendment was registered sooner. It is no date
// before 15 March 1994, when the power was another's.
func (f *Figures) RaiseUntil(on law.Date) law.Date {
	_, last, _ := f.raisePower(on)
	return last
}

// withinOwnMaximum takes what a member held before an amendment undid a raise for a
// question: the orders saved such an interest, and the 2014 Act, which kept resolutions of
// the older orders alive, is silent.
func withinOwnMaximum(c *kase) {
	b := c.Subject.RuleBook.Ptr()
	provider, ok := law.Read(c, &c.Figures.ProviderExemption, c.On)
	if !ok {
		return
	}
	a := OwnMaximum(c.Figures, b, c.On)
	for _, m := range a.Missing {
		c.Unknown("rule_book."+m.Path, m.Question)
	}
	list, stated := law.Need(c, &c.Subject.Holdings, "holdings")
	if !a.Known() || !stated {
		return
	}
	own := ShareLimit{a.Most, b.Maximum.Ptr().OnlyWithdrawable}
	saved := law.Pence(-1)
	if b.Raise.Stated() {
		if _, had := b.raiseHasEffect(c.Figures, c.On, &law.Allowance{}); had {
			saved = b.Raise.Ptr().Most.Or(0)
		}
	}
	for i := range list {
		list[i].within(c, i, own, saved, provider)
	}
}

func (h *Holding) within(c *kase, i int, own ShareLimit, saved law.Pence, provider bool) {
	counted, missing := h.counted(own, provider)
	switch {
	case missing != "":
		c.Unknown(law.Path("holdings", i, missing), "")
	case counted <= own.Most:
	case counted <= saved:
		c.Unknown(law.Path("holdings", i, ""), fmt.Sprintf("Did member %s hold the interest of %v immediately before the amendment was registered "+
			"that undid the committee's resolution?", h.Member, counted))
	default:
		c.Breach(law.Path("holdings", i, ""), "Member %s has an interest of %v that counts; the society's own maximum is %v.", h.Member, counted, own)
	}
}

func raiseWithinAct(c *kase) {
	act, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	most, ok2 := law.Need(c, &c.Subject.raise().Most, "rule_book.raise.most")
	if ok1 && ok2 && most > act.Most {
		c.Breach("rule_book.raise.most", "The committee raised the maximum to %v; the Act's is %v.", most, act)
	}
}

func raisedInTime(c *kase) {
	from, last, ok := c.Figures.raisePower(c.On)
	if !ok {
		c.Unknown("figures.society.raise_months", "For how long had the committee the power?")
		return
	}
	if c.On.After(last) {
		c.Breach("rule_book.raise.on", "The committee resolved on %s; its power ended on %s.", c.On.Long(), last.Long())
		return
	}
	amended, ok := law.Need(c, &c.Subject.RuleBook.Ptr().Amended, "rule_book.amended")
	if ok && anyIn(amended, from, c.On) {
		c.Breach("rule_book.raise.on", "The committee resolved on %s, and an amendment of the rules had been registered since %s.", c.On.Long(), from.Long())
	}
}

// raiseNotified asks for the day of notice only once the time is over.
func raiseNotified(c *kase) {
	by, ok := c.Figures.raiseNoticeBy(c.On)
	if !ok {
		c.Unknown("figures.society.raise_notice_days", "In how many days was notice to be given?")
		return
	}
	r := c.Subject.raise()
	if !r.Notified.Stated() && !c.AsAt.After(by) {
		return
	}
	if told, ok := law.Need(c, &r.Notified, "rule_book.raise.notified"); ok && told.After(by) {
		c.Breach("rule_book.raise.notified", "Notice was given on %s; the last day was %s.", told.Long(), by.Long())
	}
}
