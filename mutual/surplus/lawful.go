package surplus

import "github.com/rochdale-go/rochdale/legalform/law"

// lawful asks of every payment of an outcome once more, by the books as they are in the
// end, whether it is within what the form allows. A cost, or money spent, comes out of the
// profits from which an earlier dividend was declared.
func (w *waterfall) lawful() (bool, error) {
	out := w.out
	last := -1
	for i := range out.Payments {
		if lowers(out.Payments[i].Kind) {
			last = i
		}
	}
	if last < 0 {
		return true, nil
	}
	broken, err := w.broken(last + 1)
	return broken == nil, err
}

// lowers reports whether a payment lowers the profits that dividends are limited by.
func lowers(k law.PaymentKind) bool { return deductible(k) || k == law.ToCommunity }

// broken returns the limit of one of the first n payments that is exceeded by the books as
// they stand; nil where there is none.
func (w *waterfall) broken(n int) (*law.Allowance, error) {
	books := w.now()
	for i := range w.out.Payments[:n] {
		made := &w.out.Payments[i]
		books.Paid = w.out.Payments[:i:i]
		a, err := w.plan.form.Allow(w.plan.body, *made, books)
		if err != nil {
			return nil, err
		}
		if a.Cap(made.Amount) < made.Amount {
			held := a
			return &held, nil
		}
	}
	return nil, nil //nolint:nilnil // no limit is broken
}

// bearable lowers a payment to what leaves every earlier one, and itself, within what the
// form allows: the earlier step has the better claim to the profits. With less than the
// whole comes the limit that the rest would have broken.
func (w *waterfall) bearable(k law.PaymentKind, p law.Pence, fund int, held *law.Allowance) (law.Pence, *law.Allowance, error) {
	if p == 0 || !lowers(k) {
		return p, held, nil
	}
	most, over := law.Pence(0), p+1
	var by *law.Allowance
	for try := p; most < over-1; try = most + (over-most)/2 {
		broken, err := w.tried(k, try, fund)
		if err != nil {
			return 0, nil, err
		}
		if broken == nil {
			most = try
		} else {
			over, by = try, broken
		}
	}
	if by == nil {
		return p, held, nil
	}
	by.Most, by.Unlimited, by.Why = most, false, "more would come out of the profits by which an earlier payment is limited"
	return most, by, nil
}

// tried makes a payment, looks what limit it breaks, and takes it back.
func (w *waterfall) tried(k law.PaymentKind, p law.Pence, fund int) (*law.Allowance, error) {
	was, n := w.state, len(w.out.Payments)
	drawn := w.pay(k, p, fund)
	broken, err := w.broken(n + 1)
	w.state, w.out.Payments = was, w.out.Payments[:n]
	if drawn > 0 {
		w.out.Funds[fund].Drawn -= drawn
	}
	return broken, err
}
