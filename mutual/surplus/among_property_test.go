package surplus_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// someTerms draws terms that can be followed.
func someTerms(r *rand.Rand) *surplus.Terms {
	basis := func() (b surplus.Points) {
		for b == (surplus.Points{}) {
			for _, to := range []*law.Ratio{&b.Head, &b.Hours, &b.Pay, &b.Service, &b.Trade, &b.Capital} {
				if r.IntN(3) == 0 {
					*to = law.Per(r.Int64N(5), 1+r.Int64N(12))
				}
			}
		}
		return b
	}
	t := &surplus.Terms{
		Rounding: surplus.Rounding(r.IntN(2)), Excess: surplus.Excess(r.IntN(2)), Below: surplus.Below(r.IntN(2)),
		Minimum: law.Pence(r.Int64N(300)), Deferred: law.Percent(r.Int64N(50)), Until: law.MustDate("2030-01-01"),
		InShares: law.Percent(r.Int64N(51)), Nominal: law.Pence(1 + r.Int64N(200)),
	}
	first := 1 + r.Int64N(99)
	t.Parts = []surplus.Part{{law.Percent(first), basis()}, {law.Percent(100 - first), basis()}}
	if r.IntN(2) == 0 {
		t.Parts = []surplus.Part{{By: basis()}}
	}
	if r.IntN(2) == 0 {
		t.Cap = law.Known(max(t.Minimum, law.Pence(1+r.Int64N(3000))))
	}
	if r.IntN(3) == 0 {
		t.Classes, t.On = []string{"a", "b"}, law.MustDate("2024-01-01")
	}
	return t
}

func someMembers(r *rand.Rand) (list []surplus.Member) {
	for i := range 1 + r.IntN(30) {
		x := surplus.Member{
			ID: fmt.Sprint(i), Class: []string{"a", "b", "c"}[r.IntN(3)],
			Hours: surplus.Hundredths(r.Int64N(2000)), Pay: law.Pence(1 + r.Int64N(5000)), Service: surplus.Hundredths(r.Int64N(3)),
			Trade: law.Pence(r.Int64N(3)), Capital: law.Pence(r.Int64N(1e12)),
		}
		if r.IntN(4) == 0 {
			x.Credit = law.Pence(r.Int64N(500))
		}
		if r.IntN(4) == 0 {
			x.Left = law.MustDate("2023-12-31")
		}
		list = append(list, x)
	}
	return list
}

// whole says what is wrong with a sharing, whatever the terms.
func whole(s *surplus.Sharing, terms *surplus.Terms) error {
	if s.Pool+s.Forward != s.Cash+s.Deferred+s.InShares+s.Carried+s.Residue || s.Residue < 0 {
		return fmt.Errorf("in %v and %v, out %+v", s.Pool, s.Forward, *s)
	}
	var sum surplus.Sharing
	var lapsed, given law.Pence
	for _, a := range s.Awards {
		if a.Amount+a.Forward != a.Cash+a.Deferred+a.InShares+a.Carried+a.Lapsed || min(a.Cash, a.Deferred, a.InShares, a.Carried, a.Lapsed) < 0 {
			return fmt.Errorf("award %+v", a)
		}
		if most, ok := terms.Cap.Get(); ok && a.Amount > most {
			return fmt.Errorf("award %+v over the cap of %v", a, most)
		}
		if paid := a.Cash + a.Deferred + a.InShares; paid > 0 && paid < terms.Minimum || a.InShares > 0 && a.InShares%terms.Nominal != 0 {
			return fmt.Errorf("award %+v", a)
		}
		sum.Forward += a.Forward
		sum.Cash += a.Cash
		sum.Deferred += a.Deferred
		sum.InShares += a.InShares
		sum.Carried += a.Carried
		lapsed += a.Lapsed
		given += a.Amount
	}
	if sum.Forward != s.Forward || sum.Cash != s.Cash || sum.Deferred != s.Deferred || sum.InShares != s.InShares || sum.Carried != s.Carried {
		return fmt.Errorf("sums %+v of %+v", sum, *s)
	}
	if given+s.Residue-lapsed != s.Pool {
		return fmt.Errorf("amounts of %v with a residue of %v, of which %v lapsed, from %v", given, s.Residue, lapsed, s.Pool)
	}
	return nil
}

func TestWhateverTheTermsItAddsUpAndOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 1))
	for range 3000 {
		terms, list := someTerms(r), someMembers(r)
		pool := law.Pence(r.Int64N(20_000))
		s, err := surplus.Among(pool, listOf(t, list...), terms)
		order := r.Perm(len(list))
		moved := make([]surplus.Member, len(list))
		for k, i := range order {
			moved[k] = list[i]
		}
		again, err2 := surplus.Among(pool, listOf(t, moved...), terms)
		if err != nil {
			require.ErrorIs(t, err, surplus.ErrAllocate)
			require.ErrorIs(t, err2, surplus.ErrAllocate)
			continue
		}
		require.NoError(t, err2)
		require.NoError(t, whole(s, terms))
		for k, i := range order {
			require.Equal(t, s.Awards[i], again.Awards[k])
		}
		require.Equal(t, s.Residue, again.Residue)
	}
}
