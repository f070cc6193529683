package surplus

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Year is what a waterfall must know of the financial year.
type Year struct {
	Start law.Date `json:"start"`
	End   law.Date `json:"end"`
	// Declared is the day on which payments are declared.
	Declared law.Date `json:"declared"`
	// Result is the result for the year before tax and before every payment.
	Result law.Pence `json:"result"`
	// Opening is the accumulated profit brought forward, negative for a deficit. Funds are
	// the parts of it that are set aside by name; what is in none of them is general.
	Opening law.Pence `json:"opening"`
	Funds   []Fund    `json:"funds,omitempty"`
	// Capital is what founders and members put in; the form says what may be paid on it.
	Capital  law.Pence           `json:"capital"`
	Staff    int                 `json:"staff"`
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
	Past     []law.PastYear      `json:"past,omitempty"`

	// What some steps are measured by, and need stated only for them. Outside is the part of
	// the result that does not come from members' trade.
	Outside        law.Fact[law.Pence] `json:"outside,omitzero"`
	HighestCapital law.Fact[law.Pence] `json:"highest_capital,omitzero"`
	Debts          law.Fact[law.Pence] `json:"debts,omitzero"`
	Pay            law.Fact[law.Pence] `json:"pay,omitzero"`
	Trade          law.Fact[law.Pence] `json:"trade,omitzero"`
	// Hours, Service and Members are the totals that a pool may be shared by: hours worked,
	// years served, and heads.
	Hours   law.Fact[int64] `json:"hours,omitzero"`
	Service law.Fact[int64] `json:"service,omitzero"`
	Members law.Fact[int64] `json:"members,omitzero"`
	// Rates are yearly rates that steps name, such as the legal rate of interest.
	Rates []NamedRate `json:"rates,omitempty"`
}

// A Fund is a part of accumulated profit that is set aside under a name. An indivisible
// one is never drawn on.
type Fund struct {
	Name        string    `json:"name"`
	Amount      law.Pence `json:"amount"`
	Indivisible bool      `json:"indivisible,omitempty"`
}

// A NamedRate is a rate of the year that comes from outside the body.
type NamedRate struct {
	Name string    `json:"name"`
	Rate law.Ratio `json:"rate"`
}

// Books states the year for a form before anything is paid, with tax at a rate.
func (y *Year) Books(tax law.Ratio) law.Books {
	var b law.Books
	y.books(&b, tax)
	return b
}

func (y *Year) books(b *law.Books, tax law.Ratio) {
	b.YearStart, b.YearEnd, b.PaidUp, b.Staff, b.BaseRate, b.Past = y.Start, y.End, y.Capital, y.Staff, y.BaseRate, y.Past
	b.Distributable = law.Known(y.Opening + y.Result - tax.OfUp(max(y.Result, 0)))
	b.Paid = nil
}

// gathered bounds an opening, which may have gathered in every year of a projection.
const gathered = 100 * law.MaxPence

// maxDen bounds the fineness of a rate, so that two can be added exactly.
const maxDen = 100_000_000

// check refuses amounts that cannot be reckoned with; the error begins with the place.
func (y *Year) check() error {
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
	if v, _ := y.Outside.Get(); v > law.MaxPence || v < -law.MaxPence {
		return fmt.Errorf("outside: %w", law.ErrTooLarge)
	}
	if err := y.checkFacts(); err != nil {
		return err
	}
	if err := y.checkFunds(); err != nil {
		return err
	}
	for i := range y.Rates {
		if err := checkRate(y.Rates[i].Rate); err != nil {
			return fmt.Errorf("%s: %w", law.Path("rates", i, "rate"), err)
		}
	}
	if r, ok := y.BaseRate.Get(); ok {
		if err := checkRate(r); err != nil {
			return fmt.Errorf("base_rate: %w", err)
		}
	}
	return nil
}

func (y *Year) checkFacts() error {
	amount := func(name string, f *law.Fact[law.Pence]) error {
		switch v, _ := f.Get(); {
		case v < 0:
			return fmt.Errorf("%s: %v is negative", name, v)
		case v > law.MaxPence:
			return fmt.Errorf("%s: %w", name, law.ErrTooLarge)
		}
		return nil
	}
	count := func(name string, f *law.Fact[int64]) error {
		if v, _ := f.Get(); v < 0 {
			return fmt.Errorf("%s: %d is negative", name, v)
		}
		return nil
	}
	for _, err := range [...]error{
		amount("highest_capital", &y.HighestCapital), amount("debts", &y.Debts), amount("pay", &y.Pay), amount("trade", &y.Trade),
		count("hours", &y.Hours), count("service", &y.Service), count("members", &y.Members),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func (y *Year) checkFunds() error {
	var sum law.Pence
	for i := range y.Funds {
		f := &y.Funds[i]
		switch {
		case f.Name == "" || f.Name == General:
			return fmt.Errorf("%s: %q is no name for a fund", law.Path("funds", i, "name"), f.Name)
		case f.Amount < 0:
			return fmt.Errorf("%s: %v is negative", law.Path("funds", i, "amount"), f.Amount)
		case f.Amount > gathered-sum || y.Opening < sum+f.Amount-gathered:
			return fmt.Errorf("%s: %w", law.Path("funds", i, "amount"), law.ErrTooLarge)
		}
		sum += f.Amount
		for j := range y.Funds[:i] {
			if y.Funds[j].Name == f.Name {
				return fmt.Errorf("%s: %q is there twice", law.Path("funds", i, "name"), f.Name)
			}
		}
	}
	return nil
}

// checkRate refuses a rate that is negative, above a thousand per cent, or too fine.
func checkRate(r law.Ratio) error {
	switch {
	case r.Num() < 0 || r.Cmp(law.Per(10, 1)) > 0:
		return fmt.Errorf("%v is not between nothing and 1000%%", r)
	case r.Den() > maxDen:
		return fmt.Errorf("%v is finer than one part in %d", r, int64(maxDen))
	}
	return nil
}

// rate finds a yearly rate by its name.
func (y *Year) rate(name string) (law.Ratio, bool) {
	for i := range y.Rates {
		if y.Rates[i].Name == name {
			return y.Rates[i].Rate, true
		}
	}
	if name == "base-rate" {
		return y.BaseRate.Get()
	}
	return law.Ratio{}, false
}

// total is what a pool is shared by, where the year states it.
func (y *Year) total(b Factor) (int64, bool) {
	switch b {
	case Trade:
		v, ok := y.Trade.Get()
		return int64(v), ok
	case Pay:
		v, ok := y.Pay.Get()
		return int64(v), ok
	case Capital:
		return int64(y.Capital), true
	case Hours:
		return y.Hours.Get()
	case Service:
		return y.Service.Get()
	case Head:
		return y.Members.Get()
	}
	return 0, false
}
