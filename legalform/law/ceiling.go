package law

// A Ceiling is one limit on a kind of payment for a year, as a formula over the year's books:
// a Share of a basis, less what was paid for the year of some kinds. Whoever puts many years
// under one limit reads it once.
type Ceiling struct {
	// Share is of the basis, rounded down to the penny.
	Share Ratio
	Of    Basis
	// Amount is the limit itself, where it is OfAmount.
	Amount Pence
	// Less are the kinds of which what was paid for the year comes off.
	Less Kinds
	// Code is the rule that sets the limit, where one does; Provision cites it.
	Code      Code
	Provision Provision
	Weight    Weight
}

// Basis is what a Ceiling is a share of.
type Basis uint8

// The bases of a ceiling. What is below nothing counts as nothing.
const (
	// OfNothing allows nothing.
	OfNothing Basis = iota
	// OfAmount allows an amount that no books move.
	OfAmount
	// OfProfits is of distributable profits, OfPaidUp of what is paid up on the shares.
	OfProfits
	OfPaidUp
	// Unsettled says that a fact is missing which no amount supplies: meanwhile nothing may
	// be paid, and nobody can say how much is allowed.
	Unsettled
)

// Kinds is a set of kinds of payment.
type Kinds uint16

// KindsOf is the set of the kinds given.
func KindsOf(list ...PaymentKind) (s Kinds) {
	for _, k := range list {
		s |= 1 << k
	}
	return s
}

// Has reports whether a kind is in the set.
func (s Kinds) Has(k PaymentKind) bool { return s>>k&1 != 0 }

// Room returns how much more may be paid under the ceiling, given the books.
func (c *Ceiling) Room(b *Books) Pence {
	var base, paid Pence
	switch c.Of {
	case OfProfits:
		base = b.Distributable.Or(0)
	case OfPaidUp:
		base = b.PaidUp
	default:
	}
	if c.Less != 0 {
		for i := range b.Paid {
			if c.Less.Has(b.Paid[i].Kind) {
				paid += b.Paid[i].Amount
			}
		}
	}
	return c.Left(base, paid)
}

// Left returns how much more may be paid under the ceiling, given its basis and what was paid
// for the year of the kinds that come off. It is never below nothing; a limit beyond MaxPence
// is held there, and a negative sum of payments counts as none.
func (c *Ceiling) Left(base, paid Pence) Pence {
	var most Pence
	switch c.Of {
	case OfAmount:
		most = c.Amount
	case OfProfits, OfPaidUp:
		most = c.Share.Of(max(base, 0))
	default:
	}
	return max(0, min(most, MaxPence)-max(paid, 0))
}

// Under lowers the allowance to a ceiling, given the room that it leaves.
func (a *Allowance) Under(c *Ceiling, room Pence) { a.WithinAt(c.Weight, room, c.Code, c.Provision) }

// Ceilings returns an allowance that no amount of any books moved as ceilings: none where it
// is unlimited.
func (a *Allowance) Ceilings() []Ceiling {
	c := Ceiling{Of: OfAmount, Amount: a.Most, Code: a.Binding, Provision: a.Provision, Weight: a.Weight}
	switch {
	case !a.Known():
		c = Ceiling{Of: Unsettled}
	case a.Unlimited:
		return nil
	case a.Most <= 0:
		c.Of, c.Amount = OfNothing, 0
	}
	return []Ceiling{c}
}

// Fixed makes the Bounds of a family whose Limits read no amount of the books.
func Fixed[T, F any](limits func(*T, *F, Payment, *Books) Allowance) func(*T, *F, Payment, *Books) ([]Ceiling, bool) {
	return func(t *T, f *F, p Payment, b *Books) ([]Ceiling, bool) {
		a := limits(t, f, p, b)
		return a.Ceilings(), true
	}
}
