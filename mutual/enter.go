package mutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// An entry checks an act against the register and the books, and then makes the changes,
// once the act is judged. Checking changes nothing.
type entry struct {
	check func(*ledger, *Act) error
	enter func(*ledger, *Act)
}

// entries are what each kind of act does to register and books. A conversion is not here.
func entryOf(k law.ActKind) entry {
	nothing := entry{func(*ledger, *Act) error { return nil }, func(*ledger, *Act) {}}
	all := [...]entry{
		law.Admits: {canAdmit, admit}, law.Leaves: {canLeave, leave}, law.Issues: {canIssue, issue},
		law.GivesNotice: {canGiveNotice, nothing.enter}, law.Withdraws: {canWithdraw, withdraw}, law.BuysBack: {canBuyBack, buyBack},
		law.PassesShares: {canPass, pass}, law.Declares: {canDeclare, declare}, law.TransfersAssets: {canTransfer, transfer},
		law.ClosesYear: {canCloseYear, closeYear}, law.Converts: nothing, law.WindsUp: {canWindUp, windUp},
		law.Dissolves: {nothing.check, dissolve}, law.Records: {canRecord, nothing.enter},
	}
	return all[k]
}

func canAdmit(l *ledger, a *Act) error {
	x := a.Admit.Ptr()
	if x.Member == "" {
		return fmt.Errorf("member: %w: no id is given", law.ErrAct)
	}
	if l.o.Members.Ptr() == nil {
		return fmt.Errorf("%w: members are not stated", ErrRegister)
	}
	m := admitted(x, a.On)
	if err := m.Check(); err != nil {
		return fmt.Errorf("%w: %s", law.ErrAct, err.Error()[1:])
	}
	if m, err := l.entry(x.Member); err == nil && !gone(m, a.On) {
		return fmt.Errorf("member: %w: %q is a member already", ErrRegister, x.Member)
	}
	return nil
}

// admitted is the entry of somebody admitted, who holds nothing yet.
func admitted(x *law.Admission, on law.Date) governance.Member {
	return governance.Member{
		ID: x.Member, Class: x.Class, Corporate: x.Corporate, Joined: law.Known(on), Shares: law.Known(int64(0)), Nominal: law.Known(law.Pence(0)),
		Born: x.Born, Service: x.Service, Hours: x.Hours, Trade: x.Trade,
	}
}

// admit enters a member; one who has left takes up the entry again.
func admit(l *ledger, a *Act) {
	m := admitted(a.Admit.Ptr(), a.On)
	list := l.o.Members.Ptr()
	if i, ok := l.byID[m.ID]; ok {
		(*list)[i] = m
		return
	}
	l.byID[m.ID] = len(*list)
	*list = append(*list, m)
}

func canLeave(l *ledger, a *Act) error {
	x := a.Leave.Ptr()
	m, err := l.member(x.Member, a.On)
	if err != nil {
		return fmt.Errorf("member: %w", err)
	}
	n, _ := m.Shares.Get()
	nominal, _ := m.Nominal.Get()
	if (n > 0 || nominal > 0) && !x.Forfeits {
		return fmt.Errorf("%w: %q still holds %d shares, to be withdrawn, transferred or forfeited first", ErrRegister, x.Member, n)
	}
	return l.enough(nominal)
}

func leave(l *ledger, a *Act) {
	m, _ := l.entry(a.Leave.Ptr().Member)
	nominal, _ := m.Nominal.Get()
	l.pay(-nominal)
	m.Left = law.Known(a.On)
	n, _ := m.Shares.Get()
	change(m, -n, -nominal)
}

func canIssue(l *ledger, a *Act) error {
	x := a.Issue.Ptr()
	m, err := l.member(x.Member, a.On)
	if err != nil {
		return fmt.Errorf("member: %w", err)
	}
	if err := counted(x.Shares, x.Nominal, x.Paid); err != nil {
		return err
	}
	n, _ := m.Shares.Get()
	p, _ := m.Nominal.Get()
	b := l.o.Books.Or(law.Books{})
	if n > maxShares-x.Shares || p > law.MaxPence-x.Nominal || b.PaidUp > law.MaxPence-x.Paid {
		return fmt.Errorf("%w: the holding is beyond counting", law.ErrAct)
	}
	return nil
}

func issue(l *ledger, a *Act) {
	x := a.Issue.Ptr()
	m, _ := l.entry(x.Member)
	change(m, x.Shares, x.Nominal)
	l.pay(x.Paid)
}

func canGiveNotice(l *ledger, a *Act) error {
	x := a.Notice.Ptr()
	m, err := l.member(x.Member, a.On)
	if err != nil {
		return fmt.Errorf("member: %w", err)
	}
	if x.Amount <= 0 || x.Amount > law.MaxPence {
		return fmt.Errorf("amount: %w: %v cannot be withdrawn", law.ErrAct, x.Amount)
	}
	if n, ok := m.Nominal.Get(); ok && x.Amount > n {
		return fmt.Errorf("amount: %w: %q holds %v, not %v", ErrRegister, x.Member, n, x.Amount)
	}
	return nil
}

func canWithdraw(l *ledger, a *Act) error {
	x := a.Withdraw.Ptr()
	return l.canGiveUp(x.Member, a.On, x.Shares, x.Amount, x.Amount)
}

// canGiveUp refuses shares that a member does not hold, or capital that is not paid up.
func (l *ledger) canGiveUp(member string, on law.Date, shares int64, nominal, paidUp law.Pence) error {
	m, err := l.member(member, on)
	if err != nil {
		return fmt.Errorf("member: %w", err)
	}
	if err := counted(shares, nominal, paidUp); err != nil {
		return err
	}
	if err := held(m, shares, nominal); err != nil {
		return err
	}
	return l.enough(paidUp)
}

func (l *ledger) giveUp(member string, shares int64, nominal, paidUp law.Pence) {
	m, _ := l.entry(member)
	change(m, -shares, -nominal)
	l.pay(-paidUp)
}

func withdraw(l *ledger, a *Act) {
	x := a.Withdraw.Ptr()
	l.giveUp(x.Member, x.Shares, x.Amount, x.Amount)
}

func canBuyBack(l *ledger, a *Act) error {
	x := a.BuyBack.Ptr()
	if x.Price < 0 || x.Price > law.MaxPence {
		return fmt.Errorf("price: %w: %v", law.ErrAct, x.Price)
	}
	return l.canGiveUp(x.Member, a.On, x.Shares, x.Nominal, x.PaidUp)
}

func buyBack(l *ledger, a *Act) {
	x := a.BuyBack.Ptr()
	l.giveUp(x.Member, x.Shares, x.Nominal, x.PaidUp)
}

func canPass(l *ledger, a *Act) error {
	x := a.Pass.Ptr()
	if x.From == x.To {
		return fmt.Errorf("to: %w: %q has the shares", law.ErrAct, x.To)
	}
	to, err := l.member(x.To, a.On)
	if err != nil {
		return fmt.Errorf("to: %w", err)
	}
	n, _ := to.Shares.Get()
	p, _ := to.Nominal.Get()
	if n > maxShares-min(x.Shares, maxShares) || p > law.MaxPence-min(x.Nominal, law.MaxPence) {
		return fmt.Errorf("to: %w: the holding is beyond counting", law.ErrAct)
	}
	return l.canGiveUp(x.From, a.On, x.Shares, x.Nominal, 0)
}

func pass(l *ledger, a *Act) {
	x := a.Pass.Ptr()
	from, _ := l.entry(x.From)
	to, _ := l.entry(x.To)
	change(from, -x.Shares, -x.Nominal)
	change(to, x.Shares, x.Nominal)
}

func canRecord(_ *ledger, a *Act) error {
	if a.Record.Ptr().Says == "" || a.Facts.IsZero() {
		return fmt.Errorf("%w: a record says what was done, and states facts", law.ErrAct)
	}
	return nil
}

func dissolve(l *ledger, a *Act) { l.o.Dissolved = law.Known(a.On) }

// spent are the payments that are costs: what there is to distribute is told without them.
func spent(ps []law.DeclaredPayment) (sum law.Pence) {
	for _, p := range ps {
		if !slices.Contains([]law.PaymentKind{law.Dividend, law.LockedDividend}, p.Kind) {
			sum += p.Amount
		}
	}
	return sum
}
