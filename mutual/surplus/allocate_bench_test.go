package surplus_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// inDecimals shares a pool by largest remainder with decimals throughout and a sort: what
// one would write without pence and selection. It is what the Allocator is held against.
func inDecimals(pool decimal.Decimal, ids []string, weights []decimal.Decimal) []decimal.Decimal {
	sum := decimal.Zero
	for _, w := range weights {
		sum = sum.Add(w)
	}
	shares, fractions, order := make([]decimal.Decimal, len(ids)), make([]decimal.Decimal, len(ids)), make([]int, len(ids))
	left := pool
	for i, w := range weights {
		shares[i], fractions[i] = pool.Mul(w).QuoRem(sum, 2)
		left = left.Sub(shares[i])
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if by := fractions[j].Cmp(fractions[i]); by != 0 {
			return by
		}
		return strings.Compare(ids[i], ids[j])
	})
	penny := decimal.New(1, -2)
	for _, i := range order[:left.Div(penny).IntPart()] {
		shares[i] = shares[i].Add(penny)
	}
	return shares
}

func decimals(weights []int64) []decimal.Decimal {
	out := make([]decimal.Decimal, len(weights))
	for i, w := range weights {
		out[i] = law.Pence(w).Decimal()
	}
	return out
}

const benchPool = law.Pence(7_200_000_01)

func TestAllocateAgreesWithDecimalsToThePenny(t *testing.T) {
	for _, n := range []int{1, 2, 3, 500, 20_000} {
		for _, equal := range []bool{false, true} {
			c := population(n)
			if equal {
				for i := range c.Weights {
					c.Weights[i] = 100
				}
			}
			var a surplus.Allocator
			got := make([]law.Pence, n)
			_, err := a.Allocate(got, benchPool, c)
			require.NoError(t, err)
			for i, want := range inDecimals(benchPool.Decimal(), c.IDs, decimals(c.Weights)) {
				require.True(t, want.Equal(got[i].Decimal()), "%d members, %s: %v and %v", n, c.IDs[i], want, got[i])
			}
		}
	}
}

func BenchmarkAllocate(b *testing.B) {
	for _, n := range []int{500, 50_000, 1_000_000} {
		name := fmt.Sprintf("members=%d", n)
		c := population(n)
		b.Run(name, func(b *testing.B) { again(b, c) })
		c.Caps = slices.Repeat([]law.Pence{3 * benchPool / law.Pence(2*n)}, n)
		b.Run(name+"/capped", func(b *testing.B) { again(b, c) })
		c.Caps = nil
		for i := range c.Weights { // every fraction is equal, and ids decide
			c.Weights[i] = 100
		}
		b.Run(name+"/equally", func(b *testing.B) { again(b, c) })
	}
}

// again measures allocating into space that is there already.
func again(b *testing.B, c surplus.Claims) {
	dst := make([]law.Pence, len(c.IDs))
	var a surplus.Allocator
	if _, err := a.Allocate(dst, benchPool, c); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Allocate(dst, benchPool, c); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAllocateInDecimals(b *testing.B) {
	for _, n := range []int{500, 50_000, 1_000_000} {
		c := population(n)
		weights := decimals(c.Weights)
		b.Run(fmt.Sprintf("members=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				inDecimals(benchPool.Decimal(), c.IDs, weights)
			}
		})
	}
}
