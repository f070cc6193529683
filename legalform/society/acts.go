package society

import (
	"cmp"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// rests takes away the acts put to a society. Notices to withdraw that are not yet paid
// stand, and so does a suspension of withdrawal. The register tells the members and their
// holdings, the books the share capital.
func rests(s *Society, p *law.Position) {
	s.Members, s.ShareCapital = p.Count(s.Members, 0), p.Capital(s.ShareCapital, 0)
	s.holdings(p, "")
	waiting := law.Fact[Repayments]{}
	if w := s.Withdrawal.Ptr(); w != nil {
		notices := paidOff(w)
		if suspended, _ := w.Suspended.Get(); len(notices) > 0 || suspended {
			waiting = law.Known(Repayments{Notices: law.Known(notices), Payments: law.Known([]Repayment{}), Suspended: w.Suspended})
		}
	}
	none := Society{Dealings: Dealings{
		Register: s.Register, ShareTerms: s.ShareTerms, InterestLowest: s.InterestLowest, CommunityShares: s.CommunityShares,
		StockHolder: s.StockHolder, Borrowing: s.Borrowing, Withdrawal: waiting,
	}}
	s.Dealings = none.Dealings
	s.Application, s.Cancellation, s.Suspension, s.Appeal = none.Application, none.Cancellation, none.Suspension, none.Appeal
	s.Renaming, s.RulesRequest, s.Change, s.Dissolution = none.Renaming, none.RulesRequest, none.Change, none.Dissolution
	s.Amendment, s.Use, s.Distribution, s.Ratification = none.Amendment, none.Use, none.Distribution, none.Ratification
	s.Ending, s.WindingUp, s.FromCompany, s.Enforcement = none.Ending, none.WindingUp, none.FromCompany, none.Enforcement
	s.Insolvency, s.Charge = none.Insolvency, none.Charge
}

// puts puts an act to a society. What the society's own structure says of the act is kept
// where the act itself does not say it.
func puts(s *Society, _ *Figures, a *law.Act, p *law.Position) (out law.Effect, err error) {
	k, err := a.Kind()
	if err != nil {
		return out, err
	}
	if err := s.onlyOf(k); err != nil {
		return out, err
	}
	switch k {
	case law.Admits:
		s.admit(a.Admit.Ptr(), a.On, p)
		out.Eases = []string{"members"}
	case law.Leaves:
		s.leave(a.Leave.Ptr(), p)
	case law.Issues:
		s.issue(a.Issue.Ptr(), p)
	case law.GivesNotice:
		s.queue(a.Notice.Ptr(), a.On, p)
	case law.Withdraws:
		s.withdraw(a.Withdraw.Ptr(), a.On, p)
		out.Eases = s.eased(a.Withdraw.Ptr().Member, p)
	case law.BuysBack:
		return out, law.NoAct("a society's shares are withdrawn or transferred; its purchase of shares that are not withdrawable is not modelled")
	case law.PassesShares:
		s.pass(a.Pass.Ptr(), a.On, p)
		out.Eases = s.eased(a.Pass.Ptr().From, p)
	case law.Declares:
		s.declare(a.Declare.Ptr(), a.On, p.Books)
	case law.TransfersAssets:
		s.use(useOf(a.Transfer.Ptr()), a.On)
	case law.WindsUp:
		w := s.WindingUp.Or(WindingUp{})
		w.Passed = law.Known(a.On)
		s.WindingUp = law.Known(w)
		s.useResidue(a.WindUp.Ptr(), a.On)
	case law.Dissolves:
		x := s.Ending.Or(Ending{})
		x.On = law.Known(a.On)
		s.Ending = law.Known(x)
	default: // what changes nothing here
	}
	return out, nil
}

// onlyOf refuses facts of an act of another kind.
func (s *Society) onlyOf(k law.ActKind) error {
	w := s.Withdrawal.Or(Repayments{})
	return cmp.Or(
		law.OfAnother(k, law.Declares, s.Distribution.Stated(), "distribution"), law.OfAnother(k, law.PassesShares, s.Transfer.Stated(), "transfer"),
		law.OfAnother(k, law.Withdraws, len(w.Payments.Or(nil)) > 0, "withdrawal.payments"),
		law.OfAnother(k, law.WindsUp, s.WindingUp.Stated(), "winding_up"), law.OfAnother(k, law.Dissolves, s.Ending.Stated(), "ending"),
	)
}

// eased is the holding of somebody who holds less after an act.
func (s *Society) eased(member string, p *law.Position) []string {
	if _, at := s.holdings(p, member); at >= 0 {
		return []string{law.Path("holdings", at, "")}
	}
	return nil
}

func (s *Society) admit(x *law.Admission, on law.Date, p *law.Position) {
	s.Members = p.Count(s.Members, 1)
	who := s.Person.Or(Person{})
	who.On, who.As = law.Known(on), law.Known(AsMember)
	if x.Corporate {
		who.As = law.Known(AsBody)
	}
	law.Overlay(&who, Person{Born: x.Born})
	s.Person = law.Known(who)
}

func (s *Society) leave(x *law.Departure, p *law.Position) {
	s.Members = p.Count(s.Members, -1)
	held := p.Held(x.Member)
	if nominal := held.Nominal.Or(0); x.Forfeits {
		s.ShareCapital = p.Capital(s.ShareCapital, -nominal)
		s.hold(x.Member, -nominal, p)
	}
	if list, at := s.holdings(p, x.Member); at >= 0 {
		s.Holdings = law.Known(slices.Delete(slices.Clone(list), at, at+1))
	}
	if w := s.Withdrawal.Or(Repayments{}); len(w.Notices.Or(nil)) > 0 {
		w.Notices = law.Known(slices.DeleteFunc(slices.Clone(w.Notices.Or(nil)), func(n Notice) bool { return n.Member == x.Member }))
		s.Withdrawal = law.Known(w)
	}
}

// issue adds shares to a holding. What a share that is not fully paid counts for is not told.
func (s *Society) issue(x *law.Issue, p *law.Position) {
	s.ShareCapital = p.Capital(s.ShareCapital, x.Paid)
	s.hold(x.Member, x.Nominal, p)
	if list, at := s.holdings(p, x.Member); at >= 0 && x.Paid < x.Nominal {
		part := list[at]
		part.Withdrawable = law.Fact[law.Pence]{}
		s.Holdings = law.Known(law.SetOf(list, at, part))
	}
}

// holdings returns the list of holdings, made of the register where the society states none,
// and the place of a member in it, or -1.
func (s *Society) holdings(p *law.Position, member string) (list []Holding, at int) {
	list, ok := s.Holdings.Get()
	if !ok {
		if p.Holders == nil {
			return nil, -1
		}
		for h := range p.Holders {
			list = append(list, s.holdingOf(h))
		}
		s.Holdings = law.Known(list)
	}
	return list, slices.IndexFunc(list, func(h Holding) bool { return h.Member == member })
}

// holdingOf is a holding by the register. A natural person's is never outside the maximum.
func (s *Society) holdingOf(h law.Holder) Holding {
	out := Holding{Member: h.ID}
	if !h.Corporate {
		out.Exempt = law.Known(NotExempt)
	}
	if told(&s.AllWithdrawable) == yes {
		out.Withdrawable, out.NonWithdrawable = h.Nominal, law.Known(law.Pence(0))
	}
	return out
}

// hold changes what a member holds, as far as it is told.
func (s *Society) hold(member string, by law.Pence, p *law.Position) {
	list, at := s.holdings(p, member)
	if !s.Holdings.Stated() {
		return
	}
	h := s.holdingOf(p.Held(member))
	if at >= 0 {
		h = list[at]
	} else if !h.Withdrawable.Stated() && told(&s.AllWithdrawable) == yes {
		h.Withdrawable = law.Known(law.Pence(0)) // one whom the list does not have holds nothing
	}
	switch n, ok := h.Withdrawable.Get(); {
	case told(&s.AllWithdrawable) != yes:
		h.Withdrawable, h.NonWithdrawable = law.Fact[law.Pence]{}, law.Fact[law.Pence]{}
	case ok:
		h.Withdrawable = law.Known(max(n+by, 0))
	}
	s.Holdings = law.Known(law.SetOf(list, at, h))
}

// queue adds a notice to those that wait, under the next number.
func (s *Society) queue(x *law.ShareNotice, on law.Date, p *law.Position) {
	w := s.Withdrawal.Or(Repayments{Payments: law.Known([]Repayment{})})
	w.On = law.Known(on)
	w.Notices = law.Known(restated(append(slices.Clip(w.Notices.Or(nil)), Notice{
		Number: nextNumber(w.Notices.Or(nil)), Member: x.Member, Received: on, Amount: x.Amount, Leaving: x.Leaving,
	}), p))
	s.Withdrawal = law.Known(w)
}

func nextNumber(list []Notice) int64 {
	var last int64
	for i := range list {
		last = max(last, list[i].Number)
	}
	return last + 1
}

// restated brings the holdings in notices up to the register.
func restated(list []Notice, p *law.Position) []Notice {
	out := slices.Clone(list)
	for i := range out {
		held := p.Held(out[i].Member)
		out[i].Holding = held.Nominal.Or(out[i].Holding)
	}
	return out
}

// withdraw pays on the member's earliest notice that waits, or on none.
func (s *Society) withdraw(x *law.Withdrawal, on law.Date, p *law.Position) {
	w := s.Withdrawal.Or(Repayments{})
	notices := restated(w.Notices.Or(nil), p)
	number := int64(0)
	for i := range notices {
		if n := &notices[i]; n.Member == x.Member && (number == 0 || n.Number < number) {
			number = n.Number
		}
	}
	w.On, w.Notices = law.Known(on), law.Known(notices)
	w.Payments = law.Known([]Repayment{{Number: number, Amount: x.Amount}})
	if !w.Suspended.Stated() {
		w.Suspended = law.Known(false) // to suspend is an act, and there was none
	}
	s.Withdrawal = law.Known(w)
	s.ShareCapital = p.Capital(s.ShareCapital, -x.Amount)
	s.hold(x.Member, -x.Amount, p)
	s.use(Use{Kind: law.Known(Withdrawal), Amount: law.Known(x.Amount), Value: law.Known(x.Amount)}, on)
}

// paidOff takes what was paid off the notices that wait, and off what their members hold.
func paidOff(w *Repayments) []Notice {
	notices := w.Notices.Or(nil)
	paid := make(map[string]law.Pence)
	var left []Notice
	for _, p := range w.Payments.Or(nil) {
		for i := range notices {
			if notices[i].Number == p.Number {
				paid[notices[i].Member] += p.Amount
			}
		}
	}
	for _, n := range notices {
		for _, p := range w.Payments.Or(nil) {
			if p.Number == n.Number {
				n.Amount -= p.Amount
			}
		}
		if n.Holding = max(n.Holding-paid[n.Member], 0); n.Amount > 0 {
			left = append(left, n)
		}
	}
	return left
}

func (s *Society) pass(x *law.SharePassing, on law.Date, p *law.Position) {
	t := s.Transfer.Or(Transfer{})
	t.On, t.Amount = law.Known(on), law.Known(x.Nominal)
	if told(&s.AllWithdrawable) == yes {
		t.Withdrawable = law.Known(true)
	}
	if list, at := s.holdings(p, x.To); at >= 0 {
		t.To = law.Known(list[at])
	}
	s.Transfer = law.Known(t)
	s.hold(x.From, -x.Nominal, p)
	s.hold(x.To, x.Nominal, p)
}

func (s *Society) declare(x *law.Declaration, on law.Date, b *law.Books) {
	ps := make([]law.Payment, len(x.Payments))
	for i, p := range x.Payments {
		ps[i] = law.Payment{Kind: p.Kind, Amount: p.Amount, Declared: on}
	}
	*s = propose(*s, b, ps)
}

// use puts a use of assets, which only the statutory lock asks about.
func (s *Society) use(u Use, on law.Date) {
	u.On = law.Known(on)
	x := s.Use.Or(Use{})
	law.Overlay(&x, u)
	s.Use = law.Known(x)
}

// useOf is a transfer as the lock sees it. A body that its own rules name is what it is
// besides, which the facts tell.
func useOf(x *law.AssetTransfer) Use {
	u := Use{Kind: law.Known(Gift), Amount: law.Known(x.Value), ForCommunity: x.ForCommunity}
	switch x.To.Or(0) {
	case law.InterestCompany:
		u.Recipient = law.Known(CommunityInterestCompany)
	case law.CharityBody:
		u.Recipient = law.Known(Charity)
	case law.LockedSociety:
		u.Recipient = law.Known(LockedSociety)
	case law.MembersAsSuch, law.AnyoneElse:
		u.Recipient = law.Known(MemberOrPerson)
	case law.Community:
		u.Kind = law.Known(General)
	default: // not told
	}
	return u
}

// useResidue puts what becomes of the residue: of several uses the first that the lock does
// not permit beyond doubt, so that none goes unjudged.
func (s *Society) useResidue(x *law.WindingUp, on law.Date) {
	var uses []Use
	var members law.Pence
	for _, m := range x.ToMembers {
		members += m.Amount
	}
	if members > 0 {
		uses = append(uses, Use{Kind: law.Known(ToMembers), Amount: law.Known(members), ForCommunity: law.Known(false)})
	}
	for i := range x.ToBodies {
		uses = append(uses, useOf(&law.AssetTransfer{Value: x.ToBodies[i].Amount, To: x.ToBodies[i].Is}))
	}
	told := s.Use.Or(Use{})
	for i := range uses {
		u := told
		law.Overlay(&u, uses[i])
		if a := LockedUse(&u); i == len(uses)-1 || a.Permits(u.Amount.Or(0)) != law.Met {
			s.use(uses[i], on)
			return
		}
	}
}
