package surplus

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Part is a part of a pool, and what it is shared by.
type Part struct {
	// Share is the part's share of the pool. One part alone may leave it out.
	Share law.Ratio `json:"share,omitzero"`
	By    Points    `json:"by"`
}

// Below says what becomes of an award below the minimum.
type Below uint8

// BelowToResidue keeps it for the body; BelowCarried carries it forward to the member's
// credit, to be paid with a later award once both reach the minimum.
const (
	BelowToResidue Below = iota
	BelowCarried
)

var belows = []string{"residue", "carried-forward"}

// String gives the JSON value.
func (b Below) String() string { return law.NameOf(belows, b) }

// MarshalText writes String.
func (b Below) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Below) UnmarshalText(text []byte) error {
	return law.ParseName(b, belows, text, "what becomes of an award below the minimum")
}

// Terms say how a pool is shared among members. The rules of the body choose them; no
// statute does.
type Terms struct {
	// Parts divide the pool: half of it equally and half by hours are two parts. Each is
	// shared by itself, to the penny, and a member's amounts are added up. The parts
	// themselves are divided by largest remainder, earlier parts first.
	Parts []Part `json:"parts"`
	// Rate, where it is stated, pays so much on each point of the one part there is, such
	// as 2% of a member's trade, rounded down; what is left of the pool is residue. Without
	// it the whole pool is shared out.
	Rate     law.Fact[law.Ratio] `json:"rate,omitzero"`
	Rounding Rounding            `json:"rounding,omitzero"`
	// Cap is the most that a member may get of the pool. Where there are several parts, an
	// excess that is reshared goes by what all parts gave together.
	Cap    law.Fact[law.Pence] `json:"cap,omitzero"`
	Excess Excess              `json:"excess,omitzero"`
	// Minimum is the smallest amount that is paid, with what was carried forward.
	Minimum law.Pence `json:"minimum,omitzero"`
	Below   Below     `json:"below,omitzero"`
	// Deferred is the part of each award that is paid on Until and not at once, InShares
	// the part that is paid by issuing shares: whole shares of Nominal each, as far as the
	// member's room goes, and the rest in cash. Both are rounded down.
	Deferred law.Ratio `json:"deferred,omitzero"`
	Until    law.Date  `json:"until,omitzero"`
	InShares law.Ratio `json:"in_shares,omitzero"`
	Nominal  law.Pence `json:"nominal,omitzero"`
	// Room says how much more in shares a member may take up, as society.SharesRoom does;
	// nil sets no limit.
	Room func(i int) law.Pence `json:"-"`
	// Classes are those whose members share; On is the day on which they must be members.
	// Without them everybody on the list shares.
	Classes []string `json:"classes,omitempty"`
	On      law.Date `json:"on,omitzero"`
}

// Needs lists the factors that members must state.
func (t *Terms) Needs() (out []Factor) {
	for f := Hours; f <= Capital; f++ {
		for i := range t.Parts {
			if t.Parts[i].By.all()[f].Num() != 0 {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// Check refuses terms that cannot be followed; the error begins with the place.
func (t *Terms) Check() error {
	if err := t.checkParts(); err != nil {
		return err
	}
	whole := law.Per(1, 1)
	for _, x := range []struct {
		name string
		r    law.Ratio
	}{{"deferred", t.Deferred}, {"in_shares", t.InShares}} {
		if x.r.Num() < 0 || x.r.Cmp(whole) > 0 || x.r.Den() > maxDenominator {
			return fmt.Errorf("%s: %v is not between nothing and the whole", x.name, x.r)
		}
	}
	most, capped := t.Cap.Get()
	switch {
	case t.Deferred.Add(t.InShares).Cmp(whole) > 0:
		return fmt.Errorf("in_shares: %v, with %v deferred, is more than the whole", t.InShares, t.Deferred)
	case t.Deferred.Num() > 0 && t.Until.IsZero():
		return errors.New("until: a deferred part needs the day on which it is paid")
	case t.InShares.Num() > 0 && t.Nominal <= 0:
		return errors.New("nominal: a part in shares needs the value of one")
	case capped && most <= 0:
		return fmt.Errorf("cap: %v leaves nothing to anybody", most)
	case t.Minimum < 0:
		return fmt.Errorf("minimum: %v is negative", t.Minimum)
	case t.Minimum > law.MaxPence:
		return fmt.Errorf("minimum: %w", law.ErrTooLarge)
	case capped && most < t.Minimum && t.Below == BelowToResidue:
		return fmt.Errorf("cap: with %v at most, nobody reaches the minimum of %v", most, t.Minimum)
	case t.Nominal > law.MaxPence:
		return fmt.Errorf("nominal: %w", law.ErrTooLarge)
	case most > law.MaxPence:
		return fmt.Errorf("cap: %w", law.ErrTooLarge)
	case int(t.Rounding) >= len(roundings):
		return fmt.Errorf("rounding: %v", t.Rounding)
	case int(t.Excess) >= len(excesses):
		return fmt.Errorf("excess: %v", t.Excess)
	case int(t.Below) >= len(belows):
		return fmt.Errorf("below: %v", t.Below)
	}
	return nil
}

// known refuses a class that nobody on a list is of, unless nobody is on it at all: a class
// by another name would get nothing, and nobody would notice.
func (t *Terms) known(m *Roll) error {
	for i, c := range t.Classes {
		if m.Len() > 0 && !m.hasClass(c) {
			return fmt.Errorf("%s: %w: nobody on the list is of class %.40q", law.Path("classes", i, ""), ErrAllocate, c)
		}
	}
	return nil
}

func (t *Terms) checkParts() error {
	if len(t.Parts) == 0 {
		return errors.New("parts: none is given")
	}
	sum := new(big.Rat)
	for i := range t.Parts {
		p := &t.Parts[i]
		if err := p.By.check(); err != nil {
			return fmt.Errorf("%s: %w", law.Path("parts", i, "by"), err)
		}
		if p.Share.Num() < 0 || p.Share.Num() == 0 && len(t.Parts) > 1 {
			return fmt.Errorf("%s: %v is no share of the pool", law.Path("parts", i, "share"), p.Share)
		}
		sum.Add(sum, big.NewRat(p.Share.Num(), p.Share.Den()))
	}
	if alone := len(t.Parts) == 1 && sum.Sign() == 0; !alone && sum.Cmp(big.NewRat(1, 1)) != 0 {
		return fmt.Errorf("parts: their shares add up to %s of the pool, not to the whole", sum.RatString())
	}
	if _, err := commonDenominator(t.shares()); err != nil {
		return fmt.Errorf("parts: %w", err)
	}
	r, fixed := t.Rate.Get()
	switch {
	case fixed && len(t.Parts) > 1:
		return errors.New("rate: a rate is paid on one basis, not on several parts")
	case fixed && (r.Num() <= 0 || r.Num() > maxDenominator || r.Den() > maxDenominator):
		return fmt.Errorf("rate: %v is no rate", r)
	}
	return nil
}

func (t *Terms) shares() []*law.Ratio {
	out := make([]*law.Ratio, len(t.Parts))
	for i := range t.Parts {
		out[i] = &t.Parts[i].Share
	}
	return out
}

// divide divides a pool into its parts.
func (t *Terms) divide(pool law.Pence) ([]law.Pence, error) {
	if pool > law.MaxPence {
		return nil, law.ErrTooLarge
	}
	if len(t.Parts) == 1 {
		return law.Split(pool, []int64{1})
	}
	den, _ := commonDenominator(t.shares())
	weights := make([]int64, len(t.Parts))
	for i, p := range t.Parts {
		weights[i] = p.Share.Num() * (den / p.Share.Den())
	}
	return law.Split(pool, weights)
}

// settle divides what is due to a member: what is below the minimum, what is deferred, what
// is paid in shares and what in cash. Cash below nothing says that the member's room is.
func (t *Terms) settle(a *Award, i int) {
	due := a.Amount + a.Forward
	switch {
	case due >= t.Minimum:
	case t.Below == BelowCarried:
		a.Carried = due
		return
	default:
		a.Lapsed, a.Carried = a.Amount, a.Forward
		return
	}
	a.Deferred = t.Deferred.Of(due)
	if t.InShares.Num() > 0 {
		part := t.InShares.Of(due)
		if t.Room != nil {
			part = min(part, t.Room(i))
		}
		if part < 0 {
			a.Cash = -1
			return
		}
		a.InShares = part - part%t.Nominal
	}
	a.Cash = due - a.Deferred - a.InShares
}

// RateOf is the rate that a pool pays on what qualifies for it, such as the trade of the
// members, as the highest multiple of a step that the pool can pay: with a step of 1/1000 a
// tenth of a penny in the pound. A step of nothing gives the exact rate.
func RateOf(pool, qualifying law.Pence, step law.Ratio) (law.Ratio, error) {
	switch {
	case pool < 0:
		return law.Ratio{}, fmt.Errorf("%w: a pool of %v", ErrAllocate, pool)
	case qualifying <= 0:
		return law.Ratio{}, fmt.Errorf("%w: %v among trade of %v", ErrAllocate, pool, qualifying)
	case step.Num() < 0 || step.Num() > maxDenominator || step.Den() > maxDenominator:
		return law.Ratio{}, fmt.Errorf("%w: a step of %v", ErrAllocate, step)
	case step.Num() == 0:
		return law.Per(int64(pool), int64(qualifying)), nil
	}
	exact := new(big.Int).Mul(big.NewInt(int64(pool)), big.NewInt(step.Den()))
	steps := exact.Quo(exact, new(big.Int).Mul(big.NewInt(int64(qualifying)), big.NewInt(step.Num())))
	if num := steps.Mul(steps, big.NewInt(step.Num())); num.IsInt64() {
		return law.Per(num.Int64(), step.Den()), nil
	}
	return law.Ratio{}, fmt.Errorf("%w: %v among trade of %v", ErrAllocate, pool, qualifying)
}
