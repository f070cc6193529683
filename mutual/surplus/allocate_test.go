package surplus_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func TestAllocate(t *testing.T) {
	const floor, release = surplus.FloorWithResidue, surplus.ExcessToResidue
	for _, c := range []struct {
		name    string
		a       surplus.Allocator
		pool    law.Pence
		ids     string
		weights []int64
		caps    []law.Pence
		want    []law.Pence
		residue law.Pence
	}{
		{"an even pool", surplus.Allocator{}, 300, "a b c", []int64{1, 1, 1}, nil, []law.Pence{100, 100, 100}, 0},
		{"the odd penny goes to the lowest id, wherever it stands", surplus.Allocator{}, 100, "c b a", []int64{1, 1, 1}, nil, []law.Pence{33, 33, 34}, 0},
		{"two odd pennies go to the two lowest ids", surplus.Allocator{}, 101, "c b a", []int64{1, 1, 1}, nil, []law.Pence{33, 34, 34}, 0},
		{"ids are compared as text", surplus.Allocator{}, 100, "10 9 100", []int64{1, 1, 1}, nil, []law.Pence{34, 33, 33}, 0},
		{"a short id comes before a longer one that it begins", surplus.Allocator{}, 100, "member-10 member-1 member-100", []int64{1, 1, 1}, nil, []law.Pence{33, 34, 33}, 0},
		{"an end comes before every byte", surplus.Allocator{}, 100, "a\x00 a b", []int64{1, 1, 1}, nil, []law.Pence{33, 34, 33}, 0},
		{"the largest fraction comes before the lowest id", surplus.Allocator{}, 10, "a b c", []int64{100, 100, 106}, nil, []law.Pence{3, 3, 4}, 0},
		{"a weight of nothing gets nothing", surplus.Allocator{}, 100, "a b c", []int64{0, 1, 2}, nil, []law.Pence{0, 33, 67}, 0},
		{"fewer pennies than claims", surplus.Allocator{}, 2, "c b a", []int64{1, 1, 1}, nil, []law.Pence{0, 1, 1}, 0},
		{"nothing among some", surplus.Allocator{}, 0, "a b", []int64{1, 2}, nil, []law.Pence{0, 0}, 0},
		{"nothing among no weight", surplus.Allocator{}, 0, "a b", []int64{0, 0}, nil, []law.Pence{0, 0}, 0},
		{"nothing among nobody", surplus.Allocator{}, 0, "", nil, nil, []law.Pence{}, 0},
		{"the greatest pool by the greatest weights", surplus.Allocator{}, law.MaxPence, "a b", []int64{math.MaxInt64 - 1, 1}, nil, []law.Pence{law.MaxPence, 0}, 0},

		{"rounded down, with a residue", surplus.Allocator{Rounding: floor}, 101, "a b c", []int64{1, 1, 1}, nil, []law.Pence{33, 33, 33}, 2},

		{"an excess goes to the others", surplus.Allocator{}, 100, "a b c", []int64{8, 1, 1}, []law.Pence{40, 40, 40}, []law.Pence{40, 30, 30}, 0},
		{"what an excess lifts over its own cap is shared on", surplus.Allocator{}, 100, "a b c", []int64{60, 30, 10}, []law.Pence{40, 40, 40}, []law.Pence{40, 40, 20}, 0},
		{"a share of exactly the cap", surplus.Allocator{}, 100, "a b", []int64{4, 6}, []law.Pence{40, 60}, []law.Pence{40, 60}, 0},
		{"all at their caps", surplus.Allocator{}, 100, "a b", []int64{1, 1}, []law.Pence{40, 30}, []law.Pence{40, 30}, 30},
		{"a claim of no weight gets none of an excess", surplus.Allocator{}, 100, "a b", []int64{1, 0}, []law.Pence{40, 40}, []law.Pence{40, 0}, 60},
		{"a cap of nothing", surplus.Allocator{}, 100, "a b", []int64{1, 1}, []law.Pence{0, 200}, []law.Pence{0, 100}, 0},
		{"an odd penny does not lift anybody over a cap", surplus.Allocator{}, 101, "a b c", []int64{1, 1, 1}, []law.Pence{34, 33, 100}, []law.Pence{34, 33, 34}, 0},
		{"an excess that is kept", surplus.Allocator{Excess: release}, 100, "a b c", []int64{8, 1, 1}, []law.Pence{40, 40, 40}, []law.Pence{40, 10, 10}, 40},
		{"an excess, rounded down", surplus.Allocator{Rounding: floor}, 101, "a b c", []int64{8, 1, 1}, []law.Pence{40, 40, 40}, []law.Pence{40, 30, 30}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := slices.Repeat([]law.Pence{7}, len(c.weights))
			residue, err := c.a.Allocate(got, c.pool, surplus.Claims{IDs: strings.Fields(c.ids), Weights: c.weights, Caps: c.caps})
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.residue, residue)
		})
	}
}

func TestAllocateRefuses(t *testing.T) {
	for _, c := range []struct {
		want    string
		pool    law.Pence
		ids     string
		weights []int64
		caps    []law.Pence
	}{
		{"-£0.01 is negative", -1, "a", []int64{1}, nil},
		{"beyond 900,000,000,000,000.00", law.MaxPence + 1, "a", []int64{1}, nil},
		{`claim 1 ("b"): its weight, -2, is negative`, 1, "a b", []int64{1, -2}, nil},
		{`claim 0 ("a"): its weight, -9223372036854775808, is negative`, 1, "a", []int64{math.MinInt64}, nil},
		{`claim 1 ("b"): the weights add up beyond 63 bits here`, 1, "a b", []int64{math.MaxInt64, 1}, nil},
		{`claim 1 ("b"): the weights add up beyond 63 bits here`, 1, "a b c", []int64{math.MaxInt64, math.MaxInt64, 2}, nil},
		{"£0.01 among weights that add up to nothing", 1, "a b", []int64{0, 0}, nil},
		{"£0.01 among weights that add up to nothing", 1, "", nil, nil},
		{`claim 1 ("b"): its cap, -£0.01, is negative`, 1, "a b", []int64{1, 1}, []law.Pence{1, -1}},
		{"1 shares, 2 ids, 1 weights and 0 caps", 1, "a b", []int64{1}, nil},
		{"1 shares, 1 ids, 1 weights and 2 caps", 1, "a", []int64{1}, []law.Pence{1, 2}},
		{`claims 0 and 2 are of one id, "a"`, 4, "a b a", []int64{1, 1, 1}, nil},
		{`claims 1 and 2 are of one id, "member-0001"`, 4, "member-0002 member-0001 member-0001", []int64{1, 1, 1}, nil},
	} {
		t.Run(c.want, func(t *testing.T) {
			var a surplus.Allocator
			_, err := a.Allocate(make([]law.Pence, len(c.weights)), c.pool, surplus.Claims{IDs: strings.Fields(c.ids), Weights: c.weights, Caps: c.caps})
			require.ErrorIs(t, err, surplus.ErrAllocate)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

// byHand shares a pool with exact fractions and a sort, as one would on paper.
func byHand(pool law.Pence, c surplus.Claims, round surplus.Rounding) (shares []law.Pence, residue law.Pence) {
	shares = make([]law.Pence, len(c.Weights))
	left, open := pool, map[int]bool{}
	for i, w := range c.Weights {
		open[i] = w > 0
	}
	exact := map[int]*big.Rat{}
	for again := true; again; {
		again = false
		sum := new(big.Int)
		for i, w := range c.Weights {
			if open[i] {
				sum.Add(sum, big.NewInt(w))
			}
		}
		clear(exact)
		full := law.Pence(0)
		for i, w := range c.Weights {
			if !open[i] {
				continue
			}
			part := new(big.Int).Mul(big.NewInt(int64(left)), big.NewInt(w))
			exact[i] = new(big.Rat).SetFrac(part, sum)
			if len(c.Caps) > 0 && exact[i].Cmp(new(big.Rat).SetInt64(int64(c.Caps[i]))) >= 0 {
				shares[i], open[i], again = c.Caps[i], false, true
				full += c.Caps[i]
			}
		}
		left -= full
	}
	var order []int
	fraction := map[int]*big.Rat{}
	for i, x := range exact {
		if !open[i] {
			continue
		}
		floor := new(big.Int).Quo(x.Num(), x.Denom())
		shares[i] = law.Pence(floor.Int64())
		fraction[i] = new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
		left -= shares[i]
		order = append(order, i)
	}
	if round == surplus.FloorWithResidue || len(order) == 0 {
		return shares, left
	}
	slices.SortFunc(order, func(i, j int) int {
		if by := fraction[j].Cmp(fraction[i]); by != 0 {
			return by
		}
		return strings.Compare(c.IDs[i], c.IDs[j])
	})
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares, 0
}

// held says what is wrong with shares, without a second way of working them out.
func held(pool law.Pence, c surplus.Claims, shares []law.Pence, residue law.Pence, round surplus.Rounding) error {
	sum, weight := residue, new(big.Int)
	for i, p := range shares {
		if p < 0 || len(c.Caps) > 0 && p > c.Caps[i] || c.Weights[i] == 0 && p != 0 {
			return fmt.Errorf("share %d, of weight %d, is %d", i, c.Weights[i], p)
		}
		sum += p
		weight.Add(weight, big.NewInt(c.Weights[i]))
	}
	switch {
	case sum != pool:
		return fmt.Errorf("shares and residue add up to %d of %d", sum, pool)
	case c.Caps != nil || weight.Sign() == 0:
		return nil
	case residue != 0 && round == surplus.LargestRemainder || residue < 0 || residue >= law.Pence(len(shares)):
		return fmt.Errorf("a residue of %d", residue)
	}
	for i, p := range shares {
		// A penny or more from the exact share: |p*W - pool*w| >= W.
		d := new(big.Int).Mul(big.NewInt(int64(p)), weight)
		d.Sub(d, new(big.Int).Mul(big.NewInt(int64(pool)), big.NewInt(c.Weights[i])))
		if d.CmpAbs(weight) >= 0 {
			return fmt.Errorf("share %d breaks the quota rule: %d", i, p)
		}
	}
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c.Weights[i] != c.Weights[j] {
			if c.Weights[i] < c.Weights[j] {
				return -1
			}
			return 1
		}
		return int(shares[i] - shares[j])
	})
	for k := 1; k < len(order); k++ {
		if shares[order[k]] < shares[order[k-1]] {
			return fmt.Errorf("a weight of %d gets less than one of %d", c.Weights[order[k]], c.Weights[order[k-1]])
		}
	}
	return nil
}

// somehow draws a pool and claims, of kinds that make ties, long ids and hard fractions.
func somehow(r *rand.Rand, n int) (law.Pence, surplus.Claims) {
	c := surplus.Claims{IDs: make([]string, n), Weights: make([]int64, n)}
	most := []int64{1, 2, 5, 1000, 1_000_000, math.MaxInt64 / int64(n+1)}[r.IntN(6)]
	long := strings.Repeat("x", r.IntN(30))
	for i, j := range r.Perm(n) {
		c.IDs[i] = long + strconv.Itoa(j) + strings.Repeat("y", j%9)
		c.Weights[i] = r.Int64N(most + 1)
	}
	c.Weights[r.IntN(n)] = most
	pool := law.Pence(r.Int64N([]int64{2, 100, 10_000, 1e9, int64(law.MaxPence) + 1}[r.IntN(5)]))
	if r.IntN(2) == 0 {
		limit := 1 + 3*int64(pool)/int64(n)
		for range n {
			c.Caps = append(c.Caps, law.Pence(limit))
		}
		if r.IntN(2) == 0 {
			for i := range c.Caps {
				c.Caps[i] = law.Pence(r.Int64N(limit + 1))
			}
		}
	}
	return pool, c
}

func TestAllocateAgreesWithSharingByHand(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 12))
	a := surplus.Allocator{}
	for range 4000 {
		n := 1 + r.IntN(40)
		pool, c := somehow(r, n)
		a.Rounding = surplus.Rounding(r.IntN(2))
		got := make([]law.Pence, n)
		residue, err := a.Allocate(got, pool, c)
		require.NoError(t, err)
		want, left := byHand(pool, c, a.Rounding)
		require.Equal(t, want, got, "%v of %v among %+v", a.Rounding, pool, c)
		require.Equal(t, left, residue)
		require.NoError(t, held(pool, c, got, residue, a.Rounding))
	}
}

func TestTheOrderOfClaimsChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		n := 1 + r.IntN(300)
		pool, c := somehow(r, n)
		a := surplus.Allocator{Rounding: surplus.Rounding(r.IntN(2)), Excess: surplus.Excess(r.IntN(2))}
		first, second := make([]law.Pence, n), make([]law.Pence, n)
		left, err := a.Allocate(first, pool, c)
		require.NoError(t, err)
		d, order := surplus.Claims{}, r.Perm(n)
		for _, i := range order {
			d.IDs, d.Weights = append(d.IDs, c.IDs[i]), append(d.Weights, c.Weights[i])
			if c.Caps != nil {
				d.Caps = append(d.Caps, c.Caps[i])
			}
		}
		left2, err := a.Allocate(second, pool, d)
		require.NoError(t, err)
		require.Equal(t, left, left2)
		for k, i := range order {
			require.Equal(t, first[i], second[k], "%s", c.IDs[i])
		}
	}
}

// Geometric weights are where resharing an excess takes the most rounds.
func TestManyRoundsOfResharing(t *testing.T) {
	c := surplus.Claims{IDs: make([]string, 60), Weights: make([]int64, 60), Caps: slices.Repeat([]law.Pence{1000}, 60)}
	for i := range c.IDs {
		c.IDs[i], c.Weights[i] = fmt.Sprintf("m%02d", i), 1<<i
	}
	got := make([]law.Pence, 60)
	var a surplus.Allocator
	residue, err := a.Allocate(got, 59_500, c)
	require.NoError(t, err)
	want, left := byHand(59_500, c, surplus.LargestRemainder)
	assert.Equal(t, want, got)
	assert.Equal(t, left, residue)
}

// population makes n claims whose ids are cut from one text.
func population(n int) surplus.Claims {
	var digits strings.Builder
	digits.Grow(8 * n)
	for i := range n {
		for unit := 10_000_000; unit > 0; unit /= 10 {
			digits.WriteByte(byte('0' + i/unit%10))
		}
	}
	text := digits.String()
	c := surplus.Claims{IDs: make([]string, n), Weights: make([]int64, n)}
	r := rand.New(rand.NewPCG(uint64(n), 1))
	for i := range n {
		c.IDs[i], c.Weights[i] = text[8*i:8*i+8], 1+r.Int64N(1_000_000)
	}
	return c
}

func TestHousesOf1To10000000(t *testing.T) {
	var a surplus.Allocator
	for n := 1; n <= 10_000_000; n *= 10 {
		c := population(n)
		got := make([]law.Pence, n)
		for _, pool := range []law.Pence{1, 7_200_000_01, law.MaxPence} {
			residue, err := a.Allocate(got, pool, c)
			require.NoError(t, err)
			require.Zero(t, residue)
			var sum law.Pence
			for _, p := range got {
				sum += p
			}
			require.Equal(t, pool, sum, "%d members", n)
		}
		// Equal heads: the lowest ids have the odd pennies.
		for i := range c.Weights {
			c.Weights[i] = 100
		}
		odd := n / 3
		_, err := a.Allocate(got, law.Pence(5*n+odd), c)
		require.NoError(t, err)
		for i, p := range got {
			if p != 5 && i >= odd || p != 6 && i < odd {
				require.Failf(t, "the odd pennies", "%d members, %d odd pennies: member %d has %d", n, odd, i, p)
			}
		}
	}
}

func TestAllocatingAgainTakesNoMemory(t *testing.T) {
	var a surplus.Allocator
	c := population(5000)
	dst := make([]law.Pence, 5000)
	for _, caps := range [][]law.Pence{nil, slices.Repeat([]law.Pence{100_000}, 5000)} {
		c.Caps = caps
		assert.Zero(t, testing.AllocsPerRun(10, func() {
			if _, err := a.Allocate(dst, 100_000_000, c); err != nil {
				t.Error(err)
			}
		}))
	}
}

func FuzzAllocate(f *testing.F) {
	f.Add(int64(100), []byte{1, 1, 1}, uint8(0), int64(-1))
	f.Add(int64(123456), []byte{200, 3, 0, 9, 9, 9}, uint8(1), int64(5000))
	f.Add(int64(law.MaxPence), []byte{255, 255, 255, 255}, uint8(2), int64(0))
	f.Fuzz(func(t *testing.T, pool int64, weights []byte, mode uint8, limit int64) {
		if len(weights) > 200 {
			return
		}
		c := surplus.Claims{}
		var sum int64
		for i, w := range weights {
			c.IDs = append(c.IDs, strconv.Itoa(i*7919%1009))
			c.Weights = append(c.Weights, int64(w)<<(mode>>2%48))
			sum += c.Weights[i]
			if limit >= 0 {
				c.Caps = append(c.Caps, law.Pence(limit))
			}
		}
		a := surplus.Allocator{Rounding: surplus.Rounding(mode & 1), Excess: surplus.Excess(mode >> 1 & 1)}
		got := make([]law.Pence, len(weights))
		residue, err := a.Allocate(got, law.Pence(pool), c)
		if bad := pool < 0 || pool > int64(law.MaxPence) || sum == 0 && pool > 0; bad || err != nil {
			if !bad || err == nil {
				t.Fatalf("pool %d, weights %v: %v", pool, weights, err)
			}
			return
		}
		if err := held(law.Pence(pool), c, got, residue, a.Rounding); err != nil {
			t.Fatal(err)
		}
		if a.Excess == surplus.ExcessReshared {
			if want, left := byHand(law.Pence(pool), c, a.Rounding); !slices.Equal(want, got) || left != residue {
				t.Fatalf("%v and %d, by hand %v and %d", got, residue, want, left)
			}
		}
	})
}

func ExampleAllocator() {
	var a surplus.Allocator
	shares := make([]law.Pence, 3)
	_, err := a.Allocate(shares, law.Pounds(100), surplus.Claims{IDs: []string{"Cy", "Bo", "Al"}, Weights: []int64{1, 1, 1}})
	fmt.Println(shares, err)
	// Output: [£33.33 £33.33 £33.34] <nil>
}
