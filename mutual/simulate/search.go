package simulate

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A Found is the answer of a search: the value that keeps the odds of running out of cash
// at or under a limit, and the nearest one tried that does not, with the odds of both on
// the same draws.
type Found[T any] struct {
	Value T
	Odds  Odds
	// Next is the value one step further, and NextOdds its odds. Neither is there where even
	// the furthest value asked about keeps the limit: then Furthest is true.
	Next     T
	NextOdds Odds
	Furthest bool
}

// ErrNone says that no value keeps the limit.
var ErrNone = errors.New("no value keeps the odds under the limit")

// LargestShare searches for the largest share that a step of the scenario's policy can ask
// for, up to one given, with the odds of running out of cash at or under a limit. It tries
// shares a hundredth of a per cent apart.
func LargestShare(ctx context.Context, s *Scenario, seed uint64, step string, most law.Ratio, limit law.Ratio, paths uint64, o Options) (Found[law.Ratio], error) {
	i := slices.IndexFunc(s.Policy.Steps, func(x surplus.Step) bool { return x.Name == step })
	if i < 0 {
		return Found[law.Ratio]{}, fmt.Errorf("policy: no step %.40q", step)
	}
	if s.Policy.Steps[i].Share.Num() == 0 {
		return Found[law.Ratio]{}, fmt.Errorf("%s: the step asks for no share", law.Path("policy.steps", i, "share"))
	}
	share := func(n int64) law.Ratio { return law.Per(n, basisPoints) }
	top := int64(law.MulDiv(basisPoints, most.Num(), most.Den(), law.Down))
	got, err := search(0, top, limit, func(n int64) (Odds, error) {
		t := *s
		p := *s.Policy
		p.Steps = slices.Clone(p.Steps)
		p.Steps[i].Share = share(n)
		t.Policy = &p
		return outOfCash(ctx, &t, seed, paths, o)
	})
	return Found[law.Ratio]{share(got.Value), got.Odds, share(got.Next), got.NextOdds, got.Furthest}, err
}

const basisPoints = 10_000

// ReserveNeeded searches for the least money, brought in as opening reserves and cash beside
// what there is, with which a scenario survives the loss of a contract at its first tender:
// with the odds of running out of cash at or under a limit. It searches up to an amount, in
// whole pounds.
func ReserveNeeded(ctx context.Context, s *Scenario, seed uint64, contract string, most law.Pence, limit law.Ratio, paths uint64, o Options) (Found[law.Pence], error) {
	k := slices.IndexFunc(s.Assumptions.Contracts, func(c Contract) bool { return c.Name == contract })
	if k < 0 {
		return Found[law.Pence]{}, fmt.Errorf("assumptions.contracts: no contract %.40q", contract)
	}
	a := *s.Assumptions
	a.Contracts = slices.Clone(a.Contracts)
	a.Contracts[k].Lost = law.Per(1, 1)
	cash := a.Cash.Or(a.Capital + a.Opening)
	// The search is for the largest amount that can be left out of the most.
	got, err := search(0, int64(most/100), limit, func(n int64) (Odds, error) {
		t, b := *s, a
		more := most - law.Pence(n*100)
		b.Opening, b.Cash = a.Opening+more, law.Known(cash+more)
		t.Assumptions = &b
		return outOfCash(ctx, &t, seed, paths, o)
	})
	back := func(n int64) law.Pence { return most - law.Pence(n*100) }
	return Found[law.Pence]{back(got.Value), got.Odds, back(got.Next), got.NextOdds, got.Furthest}, err
}

func outOfCash(ctx context.Context, s *Scenario, seed, paths uint64, o Options) (Odds, error) {
	o.Progress = nil
	t, err := Simulate(ctx, &Spec{Seed: seed, Scenarios: []Scenario{*s}}, paths, o)
	if err != nil {
		return Odds{}, err
	}
	return t.Scenarios[0].By(0, OutOfCash), nil
}

// search halves the numbers from lo to hi, for the largest whose odds are within a limit,
// where the odds do not fall as the number rises.
func search(lo, hi int64, limit law.Ratio, odds func(int64) (Odds, error)) (Found[int64], error) {
	keeps := func(o Odds) bool { return !limit.PassedBy(int64(o.Hits), int64(o.Of)) }
	f := Found[int64]{Value: hi, Furthest: true}
	var err error
	if f.Odds, err = odds(hi); err != nil || keeps(f.Odds) {
		return f, err
	}
	f = Found[int64]{Value: lo, Next: hi, NextOdds: f.Odds}
	if f.Odds, err = odds(lo); err != nil {
		return f, err
	}
	if !keeps(f.Odds) {
		return f, fmt.Errorf("%w of %v: it is %v at the least", ErrNone, limit, f.Odds)
	}
	for f.Next-f.Value > 1 {
		mid := f.Value + (f.Next-f.Value)/2
		o, err := odds(mid)
		if err != nil {
			return f, err
		}
		if keeps(o) {
			f.Value, f.Odds = mid, o
		} else {
			f.Next, f.NextOdds = mid, o
		}
	}
	return f, nil
}
