package surplus

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// waterfall is a year on its way through a plan. What it fills, the outcome holds: a
// second year through the same outcome allocates nothing.
type waterfall struct {
	plan *Plan
	year *Year
	out  *Outcome
	state
}

// state is what has become of the money so far.
type state struct {
	left     law.Pence // of the result, tax not yet taken off
	deducted law.Pence // paid and deducted before tax
	given    law.Pence // spent for the community, out of profit after tax
	taken    law.Pence // of the year, by steps that do not lower the tax
	reserved law.Pence // of the year, by steps that keep it
	madeGood law.Pence // of losses brought forward
	drawn    law.Pence // from reserves
}

// Year puts a year through the plan into an outcome, whose lists it uses again. After an
// error the outcome holds nothing to be read.
func (pl *Plan) Year(y *Year, out *Outcome) error {
	if err := y.check(); err != nil {
		return fmt.Errorf("year: %w", err)
	}
	w := waterfall{plan: pl, year: y, out: out}
	if err := w.run(false); err != nil {
		return err
	}
	sound, err := w.lawful()
	if err != nil {
		return err
	}
	if !sound { // a later payment took the profits from under an earlier one: go step by step
		if err := w.run(true); err != nil {
			return err
		}
	}
	return w.close()
}

// run makes the steps one by one. A careful run looks back at each: whether what it pays
// leaves every earlier payment within its limit.
func (w *waterfall) run(careful bool) error {
	if err := w.open(); err != nil {
		return err
	}
	for i := range w.plan.steps {
		if err := w.step(i, careful); err != nil {
			return fmt.Errorf("step %q: %w", w.plan.steps[i].Name, err)
		}
	}
	return nil
}

// open empties the outcome for the year.
func (w *waterfall) open() error {
	out, y, pl := w.out, w.year, w.plan
	w.state = state{left: y.Result}
	out.Result, out.Tax, out.Kept, out.Drawn = y.Result, 0, 0, 0
	out.Payments, out.Provisos, out.Funds = out.Payments[:0], out.Provisos[:0], out.Funds[:0]
	out.Lines = slices.Grow(out.Lines[:0], len(pl.steps))[:len(pl.steps)]
	y.books(&out.Books, pl.policy.Tax)
	general := y.Opening
	for _, f := range pl.funds {
		out.Funds = append(out.Funds, Movement{Fund: f})
	}
	for i := range y.Funds {
		f := &y.Funds[i]
		general -= f.Amount
		at := slices.IndexFunc(out.Funds, func(m Movement) bool { return m.Name == f.Name })
		if at < 0 {
			out.Funds = append(out.Funds, Movement{Fund: *f})
			continue
		}
		m := &out.Funds[at]
		m.Amount, m.Indivisible = f.Amount, m.Indivisible || f.Indivisible
		if m.Indivisible && pl.drawsOn(at) {
			return fmt.Errorf("year: %s: fund %q is indivisible, and the policy draws on it", law.Path("funds", i, "indivisible"), f.Name)
		}
	}
	out.Funds[0].Amount = general
	return nil
}

func (pl *Plan) drawsOn(fund int) bool {
	return slices.ContainsFunc(pl.steps, func(s step) bool { return s.draw == fund })
}

// close adds the year up.
func (w *waterfall) close() error {
	out := w.out
	out.Tax, out.Drawn = w.tax(), w.drawn
	out.Kept = w.left + w.reserved - out.Tax
	out.Funds[0].Added += w.left - out.Tax
	for i := range out.Funds {
		out.Funds[i].Closing = out.Funds[i].stands()
	}
	w.now()
	out.Books.Paid, out.state = nil, w.state
	return w.hold()
}

// hold looks at the provisos.
func (w *waterfall) hold() error {
	w.out.Provisos = w.out.Provisos[:0]
	for i := range w.plan.provisos {
		v := &w.plan.provisos[i]
		h := Holding{Proviso: v.Proviso}
		for _, s := range v.steps {
			h.Paid += w.out.Lines[s].Paid
		}
		var err error
		if h.Limit, err = w.measure(&v.than, 0); err != nil {
			return fmt.Errorf("proviso %q: %w", v.Name, err)
		}
		h.Kept = h.Paid <= h.Limit
		if v.atLeast {
			h.Kept = h.Paid >= h.Limit
		}
		w.out.Provisos = append(w.out.Provisos, h)
	}
	return nil
}

// tax is what would be due on the profit as it stands.
func (w *waterfall) tax() law.Pence {
	return w.plan.policy.Tax.OfUp(max(w.out.Result-w.deducted, 0))
}

// now states the year for a form at this point of the waterfall.
func (w *waterfall) now() *law.Books {
	w.out.Books.Distributable = law.Known(w.distributable())
	w.out.Books.Paid = w.out.Payments
	return &w.out.Books
}

func (w *waterfall) distributable() law.Pence {
	return w.year.Opening + w.out.Result - w.tax() - w.deducted - w.given
}

// available is what the next payment can take of the year. Tax is held back, but for a
// payment that itself lowers it, while nothing else has been paid.
func (w *waterfall) available(k law.PaymentKind) law.Pence {
	if deductible(k) && w.taken == 0 {
		return max(w.left, 0)
	}
	return max(w.left-w.tax(), 0)
}

// drawable is what a step can draw on a fund: what was brought forward and not drawn yet,
// as far as a loss of the year, or a deficit beside the fund, has not eaten it.
func (w *waterfall) drawable(fund int) law.Pence {
	if fund < 0 {
		return 0
	}
	m := &w.out.Funds[fund]
	there := w.year.Opening - w.drawn + min(0, w.left-w.tax())
	return max(0, min(m.Amount-m.Drawn, there))
}

func (w *waterfall) step(i int, careful bool) error {
	s, line := &w.plan.steps[i], &w.out.Lines[i]
	refused := line.Refused[:0]
	*line = Line{Step: s.Step, Refused: refused}
	if s.is != nil {
		holds, err := w.holds(s)
		if err != nil {
			return err
		}
		if line.Skipped = !holds; line.Skipped {
			line.Left = w.available(0)
			return nil
		}
	}
	var err error
	if len(s.Kinds) == 0 {
		err = w.keep(s, line)
	} else {
		err = w.payStep(s, line, careful)
	}
	line.Left = w.available(0)
	return err
}

func (w *waterfall) holds(s *step) (bool, error) {
	is, err := w.measure(s.is, 0)
	if err != nil {
		return false, err
	}
	than, err := w.measure(&s.than, 0)
	if s.atLeast {
		return is >= than, err
	}
	return is < than, err
}

// keep puts money by, or makes losses good.
func (w *waterfall) keep(s *step, line *Line) error {
	var err error
	if line.Asked, line.Wanted, err = w.want(s, 0); err != nil {
		return err
	}
	line.Allowance.Unlimited = true
	line.Found = min(line.Wanted, w.available(0))
	line.Paid = line.Found
	w.left -= line.Paid
	w.taken += line.Paid
	w.reserved += line.Paid
	if s.To == Losses {
		w.madeGood += line.Paid
	}
	w.out.Funds[s.fund].Added += line.Paid
	return nil
}

// payStep makes the first of the step's payments that the form allows at all.
func (w *waterfall) payStep(s *step, line *Line, careful bool) error {
	for _, k := range s.Kinds {
		asked, wanted, err := w.want(s, k)
		if err != nil {
			return err
		}
		found := min(wanted, w.available(k)+w.drawable(s.draw))
		a, err := w.plan.form.Allow(w.plan.body, law.Payment{Kind: k, Declared: w.year.Declared}, w.now())
		if err != nil {
			return err
		}
		pay := a.Cap(found)
		held := &a
		if careful {
			if pay, held, err = w.bearable(k, pay, s.draw, held); err != nil {
				return err
			}
		}
		if line.Kind == 0 || pay > 0 {
			line.Kind, line.Asked, line.Wanted, line.Found, line.Allowance = k, asked, wanted, found, *held
		}
		if pay < found {
			line.Refused = append(line.Refused, Refusal{k, *held})
		}
		if pay == 0 {
			continue
		}
		line.Paid = pay
		line.Drawn = w.pay(k, pay, s.draw)
		return w.sharers(s, line)
	}
	return nil
}

// sharers notes what the payment is shared by, and refuses to pay nobody.
func (w *waterfall) sharers(s *step, line *Line) error {
	total, ok := w.year.total(s.By)
	if !ok {
		return nil
	}
	if total == 0 {
		return fmt.Errorf("year: %v is to be shared by %v, of which there is nothing: %w", line.Paid, s.By, law.ErrSplit)
	}
	line.Total = law.Known(total)
	return nil
}

// pay makes a payment: out of the year first, then out of the fund, and returns how much
// of it came from there.
func (w *waterfall) pay(k law.PaymentKind, p law.Pence, fund int) (drawn law.Pence) {
	year := min(p, w.available(k))
	drawn = p - year
	w.left -= year
	switch {
	case deductible(k):
		w.deducted += p
	case k == law.ToCommunity:
		w.given += p
		w.taken += year
	default:
		w.taken += year
	}
	if drawn > 0 {
		w.drawn += drawn
		w.out.Funds[fund].Drawn += drawn
	}
	w.out.Payments = append(w.out.Payments, law.Payment{Kind: k, Amount: p, Declared: w.year.Declared})
	return drawn
}
