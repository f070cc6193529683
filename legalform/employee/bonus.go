package employee

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Bonus is a payment to an employee or former employee that is, or is claimed to be, a
// qualifying bonus payment. Its amount is what would be charged to income tax but for the
// exemption.
type Bonus struct {
	// Person and Employer are ids. An empty employer is the company itself.
	Person   string `json:"person"`
	Employer string `json:"employer,omitempty"`
	// Group is the group of which the employer was a member when it first made the person a
	// qualifying bonus payment in the tax year; empty where it was in none. It is read of
	// that first payment, and only where two employers paid the person in the year.
	Group law.Fact[string] `json:"group,omitzero"`
	// On is the day on which the payment is treated as received (s. 312I(3)).
	On     law.Date  `json:"on"`
	Amount law.Pence `json:"amount"`
	// Payer is who made the payment.
	Payer law.Fact[Payer] `json:"payer,omitzero"`
	// Qualifying is the recorded judgement that the payment meets section 312B, which
	// QualifyingBonus answers for an award whose facts are stated, and DeriveBonus fills in.
	Qualifying law.Fact[bool] `json:"qualifying,omitzero"`
	Terms      PaymentTerms   `json:"terms,omitzero"`
	// Exempted is how much of the payment the payroll treated as exempt.
	Exempted law.Fact[law.Pence] `json:"exempted,omitzero"`
}

// Payer is who made a payment.
type Payer uint8

// The exemption is for payments by an employer that is a company; trustees, and anybody
// else, do not make qualifying bonus payments.
const (
	EmployerCompany Payer = iota + 1
	Trustees
	OtherPayer
)

var payers = []string{"", "employer-company", "trustees", "other"}

// String gives the JSON value.
func (p Payer) String() string { return law.NameOf(payers, p) }

// MarshalText writes String.
func (p Payer) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Payer) UnmarshalText(b []byte) error {
	return law.ParseName(p, payers, b, "a payer")
}

// ErrBonus is wrapped by every refusal of a list of bonuses.
var ErrBonus = errors.New("cannot use this bonus")

// An Exemption says how much of each bonus is exempt from income tax, in the order of the
// list. National insurance contributions are due on all of it.
type Exemption struct {
	Treated []Treated `json:"treated"`
	// Missing are facts without which there is no answer; Treated is then empty.
	Missing []law.Missing `json:"missing,omitempty"`
}

// Treated is what became of one bonus: Exempt and Taxable add up to its amount.
type Treated struct {
	Exempt  law.Pence `json:"exempt"`
	Taxable law.Pence `json:"taxable"`
	// Unused is what was left of the exempt amount before the payments of that day.
	Unused law.Pence `json:"unused"`
	// Shared says that the payment shared what was left with others of the same day.
	Shared bool `json:"shared,omitempty"`
	// Pool numbers the exempt amounts: payments with one number draw on the same one. It is
	// 0 for a payment that draws on none.
	Pool int `json:"pool,omitempty"`
}

// Known reports whether there is an answer.
func (e *Exemption) Known() bool { return len(e.Missing) == 0 }

// pools is how many exempt amounts were drawn on.
func (e *Exemption) pools() (n int) {
	for _, t := range e.Treated {
		n = max(n, t.Pool)
	}
	return n
}

// Sum adds up what is exempt and what is taxable.
func (e *Exemption) Sum() (exempt, taxable law.Pence) {
	for _, t := range e.Treated {
		exempt, taxable = exempt+t.Exempt, taxable+t.Taxable
	}
	return exempt, taxable
}

// ExemptBonus reckons the exemption of a list of bonuses, in any order (s. 312A). For each
// person and tax year the exempt amount is set against qualifying payments in the order in
// which they were made; payments of one day that together pass what is left share it in
// proportion to their amounts, to the penny by the largest remainder. Each employer has an
// exempt amount of its own, save that employers who were members of one group when each
// first paid the person in the year have one between them.
//
// Payments that do not qualify, or were received before the exemption began, are taxable
// and draw on nothing. It refuses a payment with no date, no person, or an amount below
// nothing or beyond law.MaxPence.
func ExemptBonus(bonuses []Bonus, f *Figures) (Exemption, error) {
	e := Exemption{Treated: make([]Treated, len(bonuses))}
	order := make([]int, 0, len(bonuses))
	for i := range bonuses {
		b := &bonuses[i]
		if err := b.check(i); err != nil {
			return Exemption{}, err
		}
		e.Treated[i].Taxable = b.Amount
		if b.draws(&e, f, i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &bonuses[i], &bonuses[j]
		return cmp.Or(cmp.Compare(a.Person, b.Person), a.On.Compare(b.On))
	})
	pools := pooling{f: f, bonuses: bonuses, into: &e}
	for rest := order; len(rest) > 0; {
		n := 1
		for n < len(rest) && sameYear(&bonuses[rest[0]], &bonuses[rest[n]]) {
			n++
		}
		if err := pools.year(rest[:n]); err != nil {
			return Exemption{}, err
		}
		rest = rest[n:]
	}
	if !e.Known() {
		e.Treated = nil
	}
	return e, nil
}

func (b *Bonus) check(i int) error {
	switch {
	case b.Person == "":
		return fmt.Errorf("%w: bonuses[%d].person: nobody", ErrBonus, i)
	case b.On.IsZero():
		return fmt.Errorf("%w: bonuses[%d].on: no date", ErrBonus, i)
	case b.Amount < 0 || b.Amount > law.MaxPence:
		return fmt.Errorf("%w: bonuses[%d].amount: %v", ErrBonus, i, b.Amount)
	}
	return nil
}

// draws reports whether the payment draws on an exempt amount.
func (b *Bonus) draws(e *Exemption, f *Figures, i int) bool {
	if _, inForce := f.BonusExempt.At(b.On); !inForce {
		return false
	}
	payer, ok1 := b.Payer.Get()
	if !ok1 {
		e.lack(i, "payer", "")
	}
	qualifies, ok2 := b.Qualifying.Get()
	if !ok2 && (!ok1 || payer == EmployerCompany) {
		e.lack(i, "qualifying", askQualifying)
	}
	return qualifies && payer == EmployerCompany
}

const askQualifying = "Does the payment meet the conditions of a qualifying bonus payment (s. 312B)?"

func (e *Exemption) lack(i int, field, question string) {
	e.Missing = append(e.Missing, law.Missing{Path: law.Path("bonuses", i, field), Question: question})
}

func sameYear(a, b *Bonus) bool {
	return a.Person == b.Person && law.TaxYearStart(a.On) == law.TaxYearStart(b.On)
}

// pooling sets exempt amounts against payments.
type pooling struct {
	f       *Figures
	bonuses []Bonus
	into    *Exemption
	pools   int
}

// year deals with the payments to one person in one tax year, in the order of their dates.
func (p *pooling) year(of []int) error {
	for _, pool := range p.assign(of) {
		p.pools++
		var used law.Pence
		for len(pool) > 0 {
			n := 1
			for n < len(pool) && p.bonuses[pool[n]].On == p.bonuses[pool[0]].On {
				n++
			}
			exempt, err := p.day(pool[:n], used)
			if err != nil {
				return err
			}
			used, pool = used+exempt, pool[n:]
		}
	}
	return nil
}

// assign divides a year's payments among exempt amounts: one for an employer, or for the
// employers that were in one group when each first paid.
func (p *pooling) assign(of []int) [][]int {
	if !slices.ContainsFunc(of, func(i int) bool { return p.bonuses[i].Employer != p.bonuses[of[0]].Employer }) {
		return [][]int{of}
	}
	var pools [][]int
	ofEmployer, ofGroup := map[string]int{}, map[string]int{}
	for _, i := range of {
		b := &p.bonuses[i]
		pool, paid := ofEmployer[b.Employer]
		if !paid {
			group, ok := b.Group.Get()
			if !ok {
				p.into.lack(i, "group", "Of which group, if any, was the employer a member when it first paid the person in the tax year?")
			}
			var shared bool
			if pool, shared = ofGroup[group]; !shared || group == "" {
				pool = len(pools)
				pools = append(pools, nil)
				ofGroup[group] = pool
			}
			ofEmployer[b.Employer] = pool
		}
		pools[pool] = append(pools[pool], i)
	}
	return pools
}

// day sets what is left of an exempt amount against the payments of one day, and returns
// how much of them is exempt.
func (p *pooling) day(of []int, used law.Pence) (law.Pence, error) {
	entry, _ := p.f.BonusExempt.At(p.bonuses[of[0]].On)
	unused := max(entry.Value-used, 0)
	amounts, sum := make([]int64, len(of)), law.Pence(0)
	for k, i := range of {
		amounts[k] = int64(p.bonuses[i].Amount)
		sum = min(sum+p.bonuses[i].Amount, law.MaxPence)
	}
	exempt := min(sum, unused)
	shares, err := law.Split(exempt, amounts)
	if err != nil {
		return 0, fmt.Errorf("%w: the payments to bonuses[%d].person on %v: %w", ErrBonus, of[0], p.bonuses[of[0]].On, err)
	}
	for k, i := range of {
		p.into.Treated[i] = Treated{
			Exempt: shares[k], Taxable: p.bonuses[i].Amount - shares[k], Unused: unused,
			Shared: len(of) > 1 && sum > unused, Pool: p.pools,
		}
	}
	return exempt, nil
}
