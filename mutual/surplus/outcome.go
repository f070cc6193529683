package surplus

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Line is what became of one step.
type Line struct {
	Step *Step
	// Kind is the payment made, or the one that came nearest; 0 for a transfer to reserves.
	Kind law.PaymentKind
	// Asked is what the step's share or amount comes to, Wanted what floor, caps and until
	// make of it; Found is how much of that there was money for.
	Asked  law.Pence
	Wanted law.Pence
	Found  law.Pence
	// Allowance is what the form allows of the kind, at this turn; without limit for a reserve.
	Allowance law.Allowance
	// Paid is what is paid or put by, of which Drawn comes out of a fund brought forward.
	Paid  law.Pence
	Drawn law.Pence
	// Returned is what was paid and then put back with Plan.Return.
	Returned law.Pence
	// Left is what is left of the year then, tax held back.
	Left law.Pence
	// Skipped says that the step's condition did not hold.
	Skipped bool
	// Refused says of each kind that was asked for and allowed less, how much and by what.
	Refused []Refusal
	// Total is what those who share the payment bring to it, where the year states it.
	Total law.Fact[int64]
}

// Short is what is wanting of a step: what was wanted, and was not paid nor returned.
func (l *Line) Short() law.Pence {
	if l.Skipped {
		return 0
	}
	return l.Wanted - l.Paid - l.Returned
}

// held returns the refusal that keeps a step from being paid as far as there is money for it.
func (l *Line) held() *Refusal {
	if l.Paid+l.Returned >= l.Found || len(l.Refused) == 0 {
		return nil
	}
	for i := range l.Refused {
		if l.Refused[i].Kind == l.Kind {
			return &l.Refused[i]
		}
	}
	return &l.Refused[0]
}

// A Refusal is an allowance that was less than the amount wanted.
type Refusal struct {
	Kind      law.PaymentKind
	Allowance law.Allowance
}

// noSuch reports whether the form has no such payment, which no rule need say.
func (r *Refusal) noSuch() bool { return r.Allowance.Binding == "" && r.Allowance.Most == 0 }

// A Movement is what a year does to a fund.
type Movement struct {
	Fund
	// Added is what the year put in, Drawn what it took out; Closing is what is there then.
	Added   law.Pence `json:"added"`
	Drawn   law.Pence `json:"drawn"`
	Closing law.Pence `json:"closing"`
}

// stands is the fund in the course of the year.
func (m *Movement) stands() law.Pence { return m.Amount + m.Added - m.Drawn }

// A Holding is whether a proviso is kept, and by what figures.
type Holding struct {
	Proviso *Proviso
	Paid    law.Pence
	Limit   law.Pence
	Kept    bool
}

// An Outcome is what became of a year's result. What was paid, the tax and what is kept
// add up to the result and what was drawn from reserves, always.
type Outcome struct {
	Result law.Pence
	Lines  []Line
	Tax    law.Pence
	// Kept is what stays of the year; negative for a loss. Drawn came out of reserves.
	Kept  law.Pence
	Drawn law.Pence
	// Books are the year's books for the payments to be judged by: costs and spending among
	// them are out, and none is counted as declared before.
	Books law.Books
	// Payments are the payments made, in order, all declared on one day.
	Payments []law.Payment
	// Funds are the funds, the general one first.
	Funds    []Movement
	Provisos []Holding

	state state
}

// PaidOf sums what was paid of some kinds.
func (o *Outcome) PaidOf(kinds ...law.PaymentKind) (sum law.Pence) {
	for i := range o.Payments {
		if slices.Contains(kinds, o.Payments[i].Kind) {
			sum += o.Payments[i].Amount
		}
	}
	return sum
}

// Line finds what became of the first step of a name, nil where there is none.
func (o *Outcome) Line(step string) *Line {
	for i := range o.Lines {
		if o.Lines[i].Step.Name == step {
			return &o.Lines[i]
		}
	}
	return nil
}

// Carried lists the funds as the next year finds them: its Year.Funds.
func (o *Outcome) Carried() []Fund {
	var out []Fund
	for _, m := range o.Funds[min(1, len(o.Funds)):] {
		if m.Closing > 0 {
			out = append(out, Fund{m.Name, m.Closing, m.Indivisible})
		}
	}
	return out
}

// Errors of an outcome, which ErrAt wraps.
var (
	// ErrRefused: the form allows less than the policy asks for.
	ErrRefused = errors.New("more is asked for than is allowed")
	// ErrNoSuch: the form has no payment of the kind at all.
	ErrNoSuch = errors.New("the form has no such payment")
	// ErrCompulsory: a compulsory step is not made in full.
	ErrCompulsory = errors.New("a compulsory step is not made in full")
	// ErrProviso: a proviso of the policy is not kept.
	ErrProviso = errors.New("a proviso is not kept")
)

// Err joins what is wrong by statute: payments that the form's statutes allow less of than
// the policy asks for, and compulsory steps and provisos under statute that are not kept.
// It is nil where all is well. A payment that the form does not have is always wrong, and a
// step or a proviso under no rule is under the body's own rules.
func (o *Outcome) Err() error { return o.ErrAt(law.Statute) }

// ErrAt is Err for norms of the weights given. What is paid is within every limit all the
// same.
func (o *Outcome) ErrAt(weights ...law.Weight) error {
	var errs []error
	for i := range o.Lines {
		l := &o.Lines[i]
		r := l.held()
		if r != nil && r.Allowance.Known() && (r.noSuch() || slices.Contains(weights, r.Allowance.Weight)) {
			errs = append(errs, refused(l, r))
		}
		if short := l.Short(); short > 0 && l.Step.Must && slices.Contains(weights, l.Step.Rule.norm()) {
			errs = append(errs, fmt.Errorf("step %q: %w: %v of %v is wanting%s", l.Step.Name, ErrCompulsory, short, l.Wanted, by(l.Step.Rule)))
		}
	}
	for i := range o.Provisos {
		if h := &o.Provisos[i]; !h.Kept && slices.Contains(weights, h.Proviso.Rule.norm()) {
			errs = append(errs, fmt.Errorf("proviso %q: %w: %v is paid, and the limit is %v%s", h.Proviso.Name, ErrProviso, h.Paid, h.Limit, by(h.Proviso.Rule)))
		}
	}
	return errors.Join(errs...)
}

func by(r Rule) string {
	if r.Provision.IsZero() {
		return ""
	}
	return " (" + r.Provision.String() + ")"
}

// refused says what the form allows; errors.Is finds the code of the rule.
func refused(l *Line, r *Refusal) error {
	a := &r.Allowance
	why := a.Why
	if !a.Provision.IsZero() {
		why = a.Provision.String()
	}
	if r.noSuch() {
		return fmt.Errorf("step %q: %w: %v of %v: %s", l.Step.Name, ErrNoSuch, r.Kind, l.Found, why)
	}
	return fmt.Errorf("step %q: %w: %v of %v, of which %v is allowed (%s): %w", l.Step.Name, ErrRefused, r.Kind, l.Found, a.Most, why, a.Binding)
}

// Unsettled lists the facts without which the form could not say what it allows.
func (o *Outcome) Unsettled() []law.Missing {
	var out []law.Missing
	for i := range o.Lines {
		for _, r := range o.Lines[i].Refused {
			for _, m := range r.Allowance.Missing {
				if !slices.ContainsFunc(out, func(x law.Missing) bool { return x.Path == m.Path && x.Question == m.Question }) {
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// Doubts lists the doubts of law on which what was allowed rests: those amounts are
// provisional, on the first reading of each.
func (o *Outcome) Doubts() []law.Doubt {
	var out []law.Doubt
	for i := range o.Lines {
		d := o.Lines[i].Allowance.Doubt
		if d != nil && !slices.ContainsFunc(out, func(x law.Doubt) bool { return x.Question == d.Question }) {
			out = append(out, *d)
		}
	}
	return out
}
