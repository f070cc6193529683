package surplus

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// want works out what a step asks for, and what its floor, caps and until make of it.
func (w *waterfall) want(s *step, k law.PaymentKind) (asked, wanted law.Pence, err error) {
	if asked, err = w.measure(&s.want, k); err != nil {
		return 0, 0, err
	}
	wanted = asked
	if s.floor != nil {
		least, err := w.measure(s.floor, k)
		if err != nil {
			return 0, 0, err
		}
		wanted = max(wanted, least)
	}
	for i := range s.caps {
		most, err := w.measure(&s.caps[i], k)
		if err != nil {
			return 0, 0, err
		}
		wanted = min(wanted, most)
	}
	if s.until != nil {
		full, err := w.measure(s.until, k)
		if err != nil {
			return 0, 0, err
		}
		wanted = room(wanted, full, w.out.Funds[s.fund].stands())
	}
	if s.To == Losses {
		wanted = min(wanted, w.losses())
	}
	return asked, min(wanted, law.MaxPence), nil // reserves may hold more than any payment can be
}

// room lowers what is wanted to what fills a fund, which may stand so far below nothing
// that the difference leaves 63 bits.
func room(wanted, full, stands law.Pence) law.Pence {
	if full <= stands {
		return 0
	}
	if left := uint64(full) - uint64(stands); left < uint64(wanted) {
		return law.Pence(left)
	}
	return wanted
}

// losses is the deficit brought forward that is not made good yet.
func (w *waterfall) losses() law.Pence { return max(0, -w.out.Funds[0].Amount-w.madeGood) }

// measure works a measure out, for a kind of payment, 0 for none.
func (w *waterfall) measure(m *measure, k law.PaymentKind) (law.Pence, error) {
	p := m.amount
	if p == 0 && (m.share.Num() != 0 || m.above != "") {
		base, err := w.base(m, k)
		if err != nil {
			return 0, err
		}
		share := m.share
		if m.above != "" {
			rate, ok := w.year.rate(m.above)
			if !ok {
				return 0, fmt.Errorf("year.rates: %w: %q", ErrNotStated, m.above)
			}
			share = share.Add(rate)
		}
		p = share.Of(max(base, 0))
	}
	if m.orMore != nil {
		other, err := w.measure(m.orMore, k)
		if err != nil {
			return 0, err
		}
		p = max(p, other)
	}
	return p, nil
}

// ErrNotStated is wrapped by the refusal of a year that leaves out what a step needs.
var ErrNotStated = errors.New("not stated")

func (w *waterfall) base(m *measure, k law.PaymentKind) (p law.Pence, err error) {
	y := w.year
	switch m.of {
	case OfWhatIsLeft:
		p = w.available(k)
	case OfResult:
		p = y.Result
	case OfCapital:
		p = y.Capital
	case OfNetResult:
		p = y.Result - w.tax()
	case OfLosses:
		p = w.losses()
	case OfLeftAfter:
		p = w.out.Lines[m.steps[0]].Left
	case OfPaidBy:
		for _, s := range m.steps {
			p += w.out.Lines[s].Paid
		}
	case OfFund:
		p = w.out.Funds[m.fund].stands()
	case OfMembersResult, OfOutsideResult:
		return w.part(m)
	case OfDistributable:
		p = w.distributable()
	case OfEquity:
		p = y.Capital + y.Opening
	default:
		return w.stated(m)
	}
	return p, nil
}

// part is the members' or the other part of the result. Losses made good come off the
// members' part first.
func (w *waterfall) part(m *measure) (law.Pence, error) {
	outside, ok := w.year.Outside.Get()
	if !ok {
		return 0, fmt.Errorf("year.outside: %w", ErrNotStated)
	}
	net := max(0, w.out.Result-w.madeGood)
	inside := min(net, max(0, w.out.Result-outside-w.madeGood))
	if m.of == OfMembersResult {
		return inside, nil
	}
	return net - inside, nil
}

// stated is a base that the year may leave out.
func (w *waterfall) stated(m *measure) (law.Pence, error) {
	y := w.year
	f, field := &y.Trade, "trade"
	switch m.of {
	case OfHighestCapital:
		f, field = &y.HighestCapital, "highest_capital"
	case OfDebts:
		f, field = &y.Debts, "debts"
	case OfPay:
		f, field = &y.Pay, "pay"
	default:
	}
	p, ok := f.Get()
	if !ok {
		return 0, fmt.Errorf("year.%s: %w", field, ErrNotStated)
	}
	return p, nil
}
