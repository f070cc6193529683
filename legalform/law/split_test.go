package law_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name    string
		total   law.Pence
		weights []int64
		want    []law.Pence
	}{
		{"an even split", 300, []int64{1, 1, 1}, []law.Pence{100, 100, 100}},
		{"equal remainders: the odd penny goes to the earliest", 100, []int64{1, 1, 1}, []law.Pence{34, 33, 33}},
		{"two odd pennies go to the two earliest", 101, []int64{1, 1, 1}, []law.Pence{34, 34, 33}},
		{"the largest remainder comes first, wherever it stands", 100, []int64{1, 1, 4}, []law.Pence{17, 17, 66}},
		{"a late largest remainder", 10, []int64{100, 100, 106}, []law.Pence{3, 3, 4}},
		{"a weight of nothing receives nothing", 100, []int64{0, 1, 0, 1, 1}, []law.Pence{0, 34, 0, 33, 33}},
		{"fewer pennies than shares", 2, []int64{1, 1, 1}, []law.Pence{1, 1, 0}},
		{"one share takes all", 12345, []int64{7}, []law.Pence{12345}},
		{"nothing is split into nothings", 0, []int64{1, 2}, []law.Pence{0, 0}},
		{"nothing among no weight at all", 0, []int64{0, 0}, []law.Pence{0, 0}},
		{"nothing among nobody", 0, nil, []law.Pence{}},
		{"the greatest numbers", math.MaxInt64, []int64{math.MaxInt64 - 1, 1}, []law.Pence{math.MaxInt64 - 1, 1}},
		{"the greatest total among three", math.MaxInt64, []int64{1, 1, 1}, []law.Pence{3074457345618258603, 3074457345618258602, 3074457345618258602}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.Split(c.total, c.weights)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestSplitRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		total   law.Pence
		weights []int64
		want    string
	}{
		{"a negative total", -1, []int64{1}, "a negative total, -£0.01"},
		{"a negative weight", 1, []int64{1, -2}, "weight 1 is negative (-2)"},
		{"the most negative weight", 1, []int64{math.MinInt64}, "weight 0 is negative"},
		{"something among nothing", 1, []int64{0, 0}, "add up to nothing"},
		{"something among nobody", 1, nil, "add up to nothing"},
		{"weights beyond 63 bits", 1, []int64{math.MaxInt64, 1}, "beyond 63 bits at weight 1"},
		{"weights beyond 64 bits", 1, []int64{math.MaxInt64, math.MaxInt64, 2}, "beyond 63 bits at weight 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.Split(c.total, c.weights)
			require.ErrorIs(t, err, law.ErrSplit)
			assert.ErrorContains(t, err, c.want)
			assert.Nil(t, got)
			shares := slices.Repeat([]law.Pence{7}, len(c.weights))
			require.Error(t, law.SplitInto(shares, c.total, c.weights))
			assert.Equal(t, slices.Repeat([]law.Pence{7}, len(c.weights)), shares, "an error writes nothing")
		})
	}
	assert.ErrorContains(t, law.SplitInto(make([]law.Pence, 2), 1, []int64{1}), "2 shares for 1 weights")
}

func TestSplitIntoOverwritesWhatWasThere(t *testing.T) {
	shares := []law.Pence{5, 6, 7}
	require.NoError(t, law.SplitInto(shares, 100, []int64{1, 1, 1}))
	assert.Equal(t, []law.Pence{34, 33, 33}, shares)
	require.NoError(t, law.SplitInto(shares, 0, []int64{0, 0, 0}))
	assert.Equal(t, []law.Pence{0, 0, 0}, shares)
}

// fair says what is wrong with a split, held against exact fractions.
func fair(total law.Pence, weights []int64, shares []law.Pence) error {
	sum, weight := new(big.Int), new(big.Int)
	for i, w := range weights {
		sum.Add(sum, big.NewInt(int64(shares[i])))
		weight.Add(weight, big.NewInt(w))
	}
	if sum.Cmp(big.NewInt(int64(total))) != 0 {
		return fmt.Errorf("the shares add up to %v, not %d", sum, total)
	}
	if weight.Sign() == 0 {
		return nil
	}
	type part struct {
		left *big.Rat // what the exact share has above its whole pennies
		up   bool
	}
	parts := make([]part, len(weights))
	for i, w := range weights {
		exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(int64(total)), big.NewInt(w)), weight)
		floor := new(big.Int).Quo(exact.Num(), exact.Denom())
		left := new(big.Rat).Sub(exact, new(big.Rat).SetInt(floor))
		extra := int64(shares[i]) - floor.Int64()
		if extra != 0 && extra != 1 || extra == 1 && left.Sign() == 0 {
			return fmt.Errorf("share %d of %d is %d, exactly %v", i, total, shares[i], exact)
		}
		parts[i] = part{left, extra == 1}
	}
	for i, p := range parts { // nobody is passed over for a smaller remainder, or for a later equal one
		for j, q := range parts {
			if c := p.left.Cmp(q.left); q.up && !p.up && (c > 0 || c == 0 && i < j) {
				return fmt.Errorf("share %d was passed over for share %d", i, j)
			}
		}
	}
	return nil
}

func TestEverySplitIsFair(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 3000 {
		weights := make([]int64, 1+r.IntN(12))
		for i := range weights {
			weights[i] = int64(r.Uint64()>>1) >> (5 + r.IntN(59)) // small ones, and nothing, among them
		}
		weights[r.IntN(len(weights))]++
		total := law.Pence(int64(r.Uint64()>>1) >> r.IntN(64))
		shares, err := law.Split(total, weights)
		require.NoError(t, err)
		if err := fair(total, weights, shares); err != nil {
			t.Fatalf("%d among %v: %v", total, weights, err)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(int64(100), []byte{1, 0, 1, 0, 1, 0})
	f.Add(int64(math.MaxInt64), []byte{255, 255, 0, 0, 1, 1})
	f.Add(int64(0), []byte{})
	f.Add(int64(-1), []byte{1, 1})
	f.Fuzz(func(t *testing.T, total int64, data []byte) {
		if len(data) > 64 {
			return
		}
		var weights []int64
		for ; len(data) >= 2; data = data[2:] { // the low bits of a pair are its size
			n := int64(binary.BigEndian.Uint16(data))
			weights = append(weights, n>>4<<(n&15*3))
		}
		shares, err := law.Split(law.Pence(total), weights)
		if err != nil {
			if shares != nil {
				t.Fatalf("%v beside an error", shares)
			}
			return
		}
		if err := fair(law.Pence(total), weights, shares); err != nil {
			t.Fatalf("%d among %v: %v: %v", total, weights, shares, err)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		weights, shares := make([]int64, n), make([]law.Pence, n)
		r := rand.New(rand.NewPCG(13, 14))
		for i := range weights {
			weights[i] = r.Int64N(1_000_000)
		}
		b.Run("n="+strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := law.SplitInto(shares, 1_234_567_89, weights); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func ExampleSplit() {
	// A dividend of £100 on purchases of £120, £80 and £50.
	shares, err := law.Split(law.Pounds(100), []int64{120_00, 80_00, 50_00})
	fmt.Println(shares, err)
	// £10 among three: the first has the odd penny.
	shares, err = law.Split(1000, []int64{1, 1, 1})
	fmt.Println(shares, err)
	// Output:
	// [£48.00 £32.00 £20.00] <nil>
	// [£3.34 £3.33 £3.33] <nil>
}
