package surplus

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Line is what became of one step.
type Line struct {
	Step Step
	// Kind is the payment made, or the one that came nearest; 0 for a transfer to reserves.
	Kind law.PaymentKind
	// Wanted is what the policy would pay, Paid what is paid.
	Wanted law.Pence
	Paid   law.Pence
	// Refused says of each kind that was asked for and allowed less, how much and by what.
	Refused []Refusal
}

// A Refusal is an allowance that was less than the amount wanted.
type Refusal struct {
	Kind      law.PaymentKind
	Allowance law.Allowance
}

// An Outcome is what became of a year's result.
type Outcome struct {
	Result law.Pence
	Lines  []Line
	Tax    law.Pence
	// Kept is what stays in reserves; negative for a loss.
	Kept law.Pence
	// Books are the year's books for the payments to be judged by: costs and spending among
	// them are out, and none is counted as declared before.
	Books law.Books
	// Payments are the payments made, in order, all declared on one day.
	Payments []law.Payment
}

// PaidOf sums what was paid of some kinds.
func (o *Outcome) PaidOf(kinds ...law.PaymentKind) (sum law.Pence) {
	for _, p := range o.Payments {
		for _, k := range kinds {
			if p.Kind == k {
				sum += p.Amount
			}
		}
	}
	return sum
}

// A Year is what Distribute must know of the financial year.
type Year struct {
	Start, End law.Date
	// Declared is the day on which payments are declared.
	Declared law.Date
	// Result is the result for the year before tax and before every payment.
	Result law.Pence
	// Opening is the accumulated profit brought forward, negative for a deficit.
	Opening law.Pence
	// Capital is what founders put in; the form says what may be paid on it.
	Capital  law.Pence
	Staff    int
	BaseRate law.Fact[law.Ratio]
	Past     []law.PastYear
}

// Books states the year for a form before anything is paid, with tax at a rate.
func (y *Year) Books(tax law.Ratio) law.Books {
	return law.Books{
		YearStart: y.Start, YearEnd: y.End, PaidUp: y.Capital, Staff: y.Staff, BaseRate: y.BaseRate, Past: y.Past,
		Distributable: law.Known(y.Opening + y.Result - tax.OfUp(max(y.Result, 0))),
	}
}

// check refuses amounts that cannot be reckoned with; the error begins with the place.
func (y *Year) check() error {
	// An opening may have gathered in every year of a projection.
	const gathered = 100 * law.MaxPence
	switch {
	case y.Result > law.MaxPence || y.Result < -law.MaxPence:
		return fmt.Errorf("result: %w", law.ErrTooLarge)
	case y.Opening > gathered || y.Opening < -gathered:
		return fmt.Errorf("opening: %w", law.ErrTooLarge)
	case y.Capital < 0:
		return fmt.Errorf("capital: %v is negative", y.Capital)
	case y.Capital > law.MaxPence:
		return fmt.Errorf("capital: %w", law.ErrTooLarge)
	case y.Staff < 0:
		return fmt.Errorf("staff: %d is negative", y.Staff)
	}
	return nil
}

// now states the year for a form at this point of the waterfall.
func (w *waterfall) now() *law.Books {
	w.books.Distributable = law.Known(w.year.Opening + w.year.Result - w.tax() - w.deducted - w.given)
	w.books.Paid = w.out.Payments
	return &w.books
}

// Distribute puts a year's result through a policy under a form's limits. The body is the
// form's own. A result that is not positive is kept as it is: nothing is paid out of a
// loss.
func Distribute(form legalform.Form, body any, y Year, p *Policy) (*Outcome, error) {
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("policy: %w", err)
	}
	if err := y.check(); err != nil {
		return nil, fmt.Errorf("year: %w", err)
	}
	w := &waterfall{form: form, body: body, year: &y, rate: p.Tax, left: y.Result, out: &Outcome{Result: y.Result}}
	w.books = y.Books(p.Tax)
	for _, s := range p.Steps {
		if err := w.step(s); err != nil {
			return nil, err
		}
	}
	w.out.Tax = w.tax()
	w.out.Kept = w.left + w.reserved - w.out.Tax
	w.out.Books = *w.now()
	w.out.Books.Paid = nil
	return w.out, nil
}

type waterfall struct {
	form     legalform.Form
	body     any
	year     *Year
	rate     law.Ratio
	books    law.Books
	left     law.Pence // of the result, tax not yet taken off
	reserved law.Pence // set aside by steps that keep
	deducted law.Pence // paid and deducted before tax
	given    law.Pence // spent for the community, out of profit after tax
	out      *Outcome
}

// tax is what would be due on the profit as it stands.
func (w *waterfall) tax() law.Pence { return w.rate.OfUp(max(w.year.Result-w.deducted, 0)) }

// available is what the next payment can draw on. Tax is held back, but for a payment that
// itself lowers it, while nothing else has been paid.
func (w *waterfall) available(k law.PaymentKind) law.Pence {
	if deductible(k) && w.reserved == 0 && w.left == w.year.Result-w.deducted {
		return max(w.left, 0)
	}
	return max(w.left-w.tax(), 0)
}

func (w *waterfall) step(s Step) error {
	line := Line{Step: s}
	if len(s.Kinds) == 0 {
		line.Wanted = w.wanted(s, 0)
		line.Paid = min(line.Wanted, w.available(0))
		w.left -= line.Paid
		w.reserved += line.Paid
		w.out.Lines = append(w.out.Lines, line)
		return nil
	}
	for _, k := range s.Kinds {
		wanted := min(w.wanted(s, k), w.available(k))
		a, err := w.form.Allow(w.body, law.Payment{Kind: k, Declared: w.year.Declared}, w.now())
		if err != nil {
			return fmt.Errorf("step %q: %w", s.Name, err)
		}
		pay := a.Cap(wanted)
		if lower, held, err := w.bearable(k, pay); err != nil {
			return fmt.Errorf("step %q: %w", s.Name, err)
		} else if lower < pay {
			pay, a = lower, held
		}
		if line.Kind == 0 || pay > 0 {
			line.Kind, line.Wanted = k, wanted
		}
		if pay < wanted {
			line.Refused = append(line.Refused, Refusal{k, a})
		}
		if pay > 0 {
			line.Paid = pay
			w.pay(k, pay)
			break
		}
	}
	w.out.Lines = append(w.out.Lines, line)
	return nil
}

// bearable lowers a payment to what leaves every earlier one, and itself, within what the
// form allows. A cost, or money spent, comes out of the profits from which a dividend was
// declared; the earlier step has the better claim to them. With less than the whole comes
// the limit that the rest would have broken.
func (w *waterfall) bearable(k law.PaymentKind, p law.Pence) (law.Pence, law.Allowance, error) {
	var held law.Allowance
	if p == 0 || !deductible(k) && k != law.ToCommunity {
		return p, held, nil
	}
	most, over := law.Pence(0), p+1
	for try := p; most < over-1; try = most + (over-most)/2 {
		by, err := w.broken(k, try)
		if err != nil {
			return 0, held, err
		}
		if by == nil {
			most = try
		} else {
			over, held = try, *by
		}
	}
	if most < p {
		held.Most, held.Why = most, "more would come out of the profits by which an earlier payment is limited"
	}
	return most, held, nil
}

// broken returns the limit of a payment, among those made and one more, that would be
// exceeded if that one were made; nil where there is none.
func (w *waterfall) broken(k law.PaymentKind, p law.Pence) (*law.Allowance, error) {
	after := *w
	out := *w.out
	after.out = &out
	out.Payments = w.out.Payments[:len(w.out.Payments):len(w.out.Payments)]
	after.pay(k, p)
	books := after.now()
	for i, made := range out.Payments {
		books.Paid = out.Payments[:i:i]
		a, err := w.form.Allow(w.body, made, books)
		if err != nil {
			return nil, err
		}
		if a.Cap(made.Amount) < made.Amount {
			return &a, nil
		}
	}
	return nil, nil //nolint:nilnil // no limit is broken
}

func (w *waterfall) wanted(s Step, k law.PaymentKind) law.Pence {
	switch s.Of {
	case OfResult:
		return s.Share.Of(max(w.year.Result, 0))
	case OfCapital:
		return s.Share.Of(w.year.Capital)
	default:
		return s.Share.Of(w.available(k))
	}
}

func (w *waterfall) pay(k law.PaymentKind, p law.Pence) {
	w.left -= p
	switch {
	case deductible(k):
		w.deducted += p
	case k == law.ToCommunity:
		w.given += p
	}
	w.out.Payments = append(w.out.Payments, law.Payment{Kind: k, Amount: p, Declared: w.year.Declared})
}
