package employee

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// tradingFrom derives the employer's business over time from a log.
func (a *BonusAward) tradingFrom(r *register, paid law.Date) error {
	var follows []BonusTrading
	for _, s := range r.days {
		x := s.at.Business.forBonus(s.on)
		if n := len(follows); n > 0 && follows[n-1] == (BonusTrading{follows[n-1].From, x.InGroup, x.Trades, x.OtherSubstantial}) {
			continue
		}
		if !s.on.After(paid) {
			follows = append(follows, x)
		}
	}
	said, is := a.Trading.Get()
	if !is {
		a.Trading = law.Known(follows)
		return nil
	}
	for i := range said {
		to := paid
		if i+1 < len(said) {
			to = said[i+1].From.AddDays(-1)
		}
		for j := range follows {
			last := paid
			if j+1 < len(follows) {
				last = follows[j+1].From.AddDays(-1)
			}
			if said[i].From.After(last) || follows[j].From.After(to) {
				continue
			}
			if err := said[i].agrees(&follows[j], law.Path(bonusTradingList, i, "")); err != nil {
				return err
			}
		}
	}
	return nil
}

// agrees refuses a stated business that says otherwise than what follows.
func (x *BonusTrading) agrees(follows *BonusTrading, path string) error {
	refuse := func(name string, said, is law.Fact[bool]) error {
		a, ok1 := said.Get()
		b, ok2 := is.Get()
		if !ok1 || !ok2 || a == b {
			return nil
		}
		return fmt.Errorf("%w: %s.%s: %v, where the log has it otherwise from %v", ErrContradiction, path, name, a, follows.From)
	}
	return cmp.Or(refuse("in_group", x.InGroup, follows.InGroup), refuse("trades", x.Trades, follows.Trades),
		refuse("other_substantial", x.OtherSubstantial, follows.OtherSubstantial))
}

// forBonus is the business as section 312D looks at it. Of a member of a group that is not its
// principal company the activities are its own, and tell nothing of the group's.
func (b *Business) forBonus(from law.Date) BonusTrading {
	x := BonusTrading{From: from}
	place, ok := b.Group.Get()
	if !ok {
		return x
	}
	x.InGroup = law.Known(place != InNoGroup)
	list, ok := b.Activities.Get()
	if !ok || place == GroupMember {
		return x
	}
	isTrade := func(a Activity) law.Fact[bool] {
		trade, ok1 := a.Trade.Get()
		shared, ok2 := a.InPartnership.Get()
		switch {
		case ok1 && !trade, ok2 && shared:
			return law.Known(false)
		case ok1 && ok2:
			return law.Known(true)
		}
		return law.Fact[bool]{}
	}
	has := func(v law.Fact[bool]) bool {
		return slices.ContainsFunc(list, func(a Activity) bool { return isTrade(a) == v })
	}
	unknown := has(law.Fact[bool]{})
	if trades := has(law.Known(true)); trades || !unknown {
		x.Trades = law.Known(trades)
	}
	if other := has(law.Known(false)); other {
		x.OtherSubstantial = b.OtherSubstantial
	} else if !unknown {
		x.OtherSubstantial = law.Known(false)
	}
	return x
}
