package law_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func rat(r law.Ratio) *big.Rat { return big.NewRat(r.Num(), r.Den()) }

// extremes are the numbers at which integer arithmetic goes wrong.
var extremes = []int64{
	math.MinInt64, math.MinInt64 + 1, -1 << 62, -1<<32 - 1, -1 << 32, -4294967297, -101, -100, -7, -2, -1, 0,
	1, 2, 3, 7, 20, 100, 101, 1<<31 - 1, 1<<32 - 1, 1 << 32, 4294967297, 1 << 62, math.MaxInt64 - 1, math.MaxInt64,
}

// anInt draws numbers of every size.
func anInt(r *rand.Rand) int64 {
	if r.IntN(4) == 0 {
		return extremes[r.IntN(len(extremes))]
	}
	return int64(r.Uint64()) >> r.IntN(64)
}

func aRatio(r *rand.Rand) law.Ratio {
	den := anInt(r)
	for den <= 0 {
		den = anInt(r)
	}
	return law.Per(anInt(r), den)
}

func TestTheZeroRatioIsNought(t *testing.T) {
	var zero law.Ratio
	assert.Equal(t, "0%", zero.String())
	assert.Equal(t, int64(0), zero.Num())
	assert.Equal(t, int64(1), zero.Den())
	assert.Zero(t, zero.Of(law.MaxPence))
	assert.Zero(t, zero.OfUp(law.MaxPence))
	assert.Zero(t, zero.Cmp(law.Per(0, 7)))
	assert.Equal(t, law.Per(0, 7), zero, "there is one zero")
	assert.Equal(t, -1, zero.Cmp(law.Per(1, 1000)))
	assert.Equal(t, law.Percent(35), zero.Add(law.Percent(35)))
	assert.True(t, zero.ExceededBy(1, 100), "a penny is more than nothing")
	assert.False(t, zero.ExceededBy(0, 100))
}

func TestRatiosAreInLowestTermsSoThatEqualOnesAreIdentical(t *testing.T) {
	assert.Equal(t, law.Percent(35), law.Per(70, 200))
	assert.Equal(t, int64(7), law.Percent(35).Num())
	assert.Equal(t, int64(20), law.Percent(35).Den())
	assert.Equal(t, law.Per(-1<<62, 1), law.Per(math.MinInt64, 2))
	assert.Equal(t, law.Per(-1, 2), law.Per(-2, 4))
}

func TestADenominatorMustBePositive(t *testing.T) {
	for _, den := range []int64{0, -1, math.MinInt64} {
		assert.Panics(t, func() { law.Per(1, den) })
		assert.Panics(t, func() { law.MulDiv(1, 1, den, law.Down) })
	}
}

func TestParseRatio(t *testing.T) {
	for s, want := range map[string]law.Ratio{
		"35%": law.Percent(35), "5.25%": law.Per(525, 10000), "7/20": law.Percent(35), "0.35": law.Percent(35), "-0.35": law.Percent(-35),
		"-7/20": law.Percent(-35), "0": {}, "0%": {}, "-0%": {}, "0/9": {}, "100%": law.Per(1, 1), "1": law.Per(1, 1), "2/3": law.Per(2, 3),
		"0.000000001": law.Per(1, 1_000_000_000), "0.000000001%": law.Per(1, 100_000_000_000), "014/040": law.Percent(35),
		"9223372036854775807": law.Per(math.MaxInt64, 1), "-9223372036854775808/3": law.Per(math.MinInt64, 3),
		"-9223372036854775808/9223372036854775807": law.Per(math.MinInt64, math.MaxInt64),
	} {
		got, err := law.ParseRatio(s)
		require.NoError(t, err, s)
		assert.Equal(t, want, got, s)
	}
}

func TestParseRatioRefusesWhatIsNotARatio(t *testing.T) {
	for _, s := range []string{
		"", "%", "-", "-%", "/", "1/", "/2", "1/0", "1/-2", "+1/2", "1/+2", "+35%", "1//2", "1/2/3", "1/2%", "35%%", "35 %", ".35", "1.", "1.%",
		"1e-2", "0x1p-2", "1_0/2", "1.2/3", "0.0000000001", "0.0000000001%", "9223372036854775808", "9223372036854775808/3", "1/9223372036854775808",
		"one half", "½", strings.Repeat("0", 41), strings.Repeat("0", 1<<20) + "/1",
	} {
		r := law.Percent(35)
		err := r.UnmarshalText([]byte(s))
		require.ErrorContains(t, err, "not a ratio", "%.50q", s)
		assert.Less(t, len(err.Error()), 200, "the error does not grow with its input")
		assert.Equal(t, law.Percent(35), r, "an error changes nothing")
	}
}

func TestRatiosPrintAsPercentagesWhereThatIsExact(t *testing.T) {
	for want, r := range map[string]law.Ratio{
		"35%": law.Percent(35), "5.25%": law.Per(525, 10000), "66.6667%": law.Per(666667, 1000000), "2/3": law.Per(2, 3), "7/30": law.Per(7, 30),
		"-35%": law.Percent(-35), "-2/3": law.Per(-2, 3), "150%": law.Per(3, 2), "0.0001%": law.Per(1, 1_000_000), "1/10000000": law.Per(1, 10_000_000),
		"900000000000000%":                         law.Per(9_000_000_000_000, 1),
		"10000000000000/1":                         law.Per(10_000_000_000_000, 1),
		"9223372036854775807/1":                    law.Per(math.MaxInt64, 1),
		"-9223372036854775808/9223372036854775807": law.Per(math.MinInt64, math.MaxInt64),
	} {
		assert.Equal(t, want, r.String())
	}
}

func TestEveryRatioIsReadBackFromItsText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		x := aRatio(r)
		back, err := law.ParseRatio(x.String())
		if err != nil || back != x {
			t.Fatalf("%d/%d written %q, read back as %v, %v", x.Num(), x.Den(), x.String(), back, err)
		}
	}
	b, err := json.Marshal(law.Percent(35))
	require.NoError(t, err)
	assert.Equal(t, `"35%"`, string(b))
	var back law.Ratio
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, law.Percent(35), back)
}

func TestRatiosCompareAsExactFractionsDo(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		x, y := aRatio(r), aRatio(r)
		if x.Cmp(y) != rat(x).Cmp(rat(y)) || (x == y) != (x.Cmp(y) == 0) {
			t.Fatalf("%v against %v: %d", x, y, x.Cmp(y))
		}
		part, whole := anInt(r), anInt(r)
		limit := new(big.Rat).Mul(rat(x), new(big.Rat).SetInt64(whole))
		over := new(big.Rat).SetInt64(part).Cmp(limit)
		if x.PassedBy(part, whole) != (over > 0) || x.ReachedBy(part, whole) != (over >= 0) ||
			x.ExceededBy(law.Pence(part), law.Pence(whole)) != (over > 0) {
			t.Fatalf("%d of %d against %v", part, whole, x)
		}
	}
}

func TestThresholdsOnEachSide(t *testing.T) {
	twoThirds := law.Per(2, 3)
	assert.False(t, twoThirds.PassedBy(66, 99), "exactly two thirds is not more than two thirds")
	assert.True(t, twoThirds.ReachedBy(66, 99), "and is not less than two thirds")
	assert.True(t, twoThirds.PassedBy(67, 99))
	assert.False(t, twoThirds.ReachedBy(65, 99))
	assert.True(t, twoThirds.ReachedBy(0, 0), "nothing is all of nothing")
	assert.False(t, law.Percent(35).ExceededBy(3500, 10000))
	assert.True(t, law.Percent(35).ExceededBy(3501, 10000))
}

func TestAddIsExactOrPanics(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	exact, panicked := 0, 0
	for range 20_000 {
		x, y := aRatio(r), aRatio(r)
		want := new(big.Rat).Add(rat(x), rat(y))
		got, ok := tryAdd(x, y)
		if !ok {
			panicked++
			continue
		}
		exact++
		if rat(got).Cmp(want) != 0 {
			t.Fatalf("%v + %v = %v, want %v", x, y, got, want)
		}
	}
	assert.Greater(t, exact, 1000)
	assert.Greater(t, panicked, 1000)
	assert.Equal(t, law.Percent(40), law.Percent(35).Add(law.Percent(5)))
	assert.Equal(t, law.Ratio{}, law.Percent(35).Add(law.Percent(-35)))
	assert.Equal(t, law.Per(math.MaxInt64, 1), law.Per(math.MaxInt64-1, 1).Add(law.Per(1, 1)), "the greatest sum")
	assert.Equal(t, law.Per(math.MinInt64, 1), law.Per(math.MinInt64+1, 1).Add(law.Per(-1, 1)), "the least")
	assert.Equal(t, law.Per(math.MaxInt64, 1), law.Per(math.MaxInt64, 1).Add(law.Ratio{}))
	_, ok := tryAdd(law.Per(math.MaxInt64, 1), law.Per(1, 1))
	assert.False(t, ok, "a sum just beyond 64 bits")
	_, ok = tryAdd(law.Per(math.MinInt64+1, 1), law.Per(-2, 1))
	assert.False(t, ok, "and below them")
	_, ok = tryAdd(law.Per(1, math.MaxInt64), law.Per(1, math.MaxInt64-1))
	assert.False(t, ok, "a denominator beyond 64 bits")
}

func tryAdd(x, y law.Ratio) (sum law.Ratio, ok bool) {
	defer func() { ok = recover() == nil }()
	return x.Add(y), true
}

func TestARatioOfAnAmountIsRoundedDownAndOfUpUp(t *testing.T) {
	for _, c := range []struct {
		name     string
		of       law.Pence
		r        law.Ratio
		down, up law.Pence
	}{
		{"35% of £1,000.01 is between two pence", 100001, law.Percent(35), 35000, 35001},
		{"35% of £1,000 is exact", 100000, law.Percent(35), 35000, 35000},
		{"a third of a penny", 1, law.Per(1, 3), 0, 1},
		{"down from a negative is away from zero", -1, law.Per(1, 3), -1, 0},
		{"a negative ratio too", 1, law.Per(-1, 3), -1, 0},
		{"and two negatives make a positive", -1, law.Per(-1, 3), 0, 1},
		{"all of the greatest amount", math.MaxInt64, law.Per(1, 1), math.MaxInt64, math.MaxInt64},
		{"twice the greatest amount is held", math.MaxInt64, law.Per(2, 1), math.MaxInt64, math.MaxInt64},
		{"and its negative", math.MinInt64, law.Per(2, 1), math.MinInt64, math.MinInt64},
		{"half a penny above the greatest is held, up as well", 4294967297, law.Per(4294967295, 2), math.MaxInt64, math.MaxInt64},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.down, c.r.Of(c.of))
			assert.Equal(t, c.up, c.r.OfUp(c.of))
		})
	}
}

// exactly is amount*num/den rounded once in unbounded integers, and held at 64 bits.
func exactly(amount, num, den int64, round law.Rounding) law.Pence {
	d := big.NewInt(den)
	q, m := new(big.Int).DivMod(new(big.Int).Mul(big.NewInt(amount), big.NewInt(num)), d, new(big.Int)) // m in [0, d)
	twice := new(big.Int).Lsh(m, 1)
	if round == law.Up && m.Sign() > 0 || round == law.HalfUp && twice.Cmp(d) >= 0 {
		q.Add(q, big.NewInt(1))
	}
	switch {
	case q.IsInt64():
		return law.Pence(q.Int64())
	case q.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

var roundings = []law.Rounding{law.Down, law.Up, law.HalfUp}

func TestMulDivAgreesWithUnboundedIntegers(t *testing.T) {
	agree := func(amount, num, den int64) {
		for _, round := range roundings {
			if got, want := law.MulDiv(law.Pence(amount), num, den, round), exactly(amount, num, den, round); got != want {
				t.Fatalf("%d * %d / %d, rounding %d: got %d, want %d", amount, num, den, round, got, want)
			}
		}
	}
	for _, amount := range extremes {
		for _, num := range extremes {
			for _, den := range extremes {
				if den > 0 {
					agree(amount, num, den)
				}
			}
		}
	}
	r := rand.New(rand.NewPCG(9, 10))
	for range 100_000 {
		if den := anInt(r); den > 0 {
			agree(anInt(r), anInt(r), den)
		}
	}
	for amount := int64(-12); amount <= 12; amount++ { // every small case, halves among them
		for num := int64(-6); num <= 6; num++ {
			for den := int64(1); den <= 8; den++ {
				agree(amount, num, den)
			}
		}
	}
}

func TestRoundingOfAHalfPenny(t *testing.T) {
	assert.Equal(t, []law.Pence{2, 3, 3}, []law.Pence{law.MulDiv(5, 1, 2, law.Down), law.MulDiv(5, 1, 2, law.Up), law.MulDiv(5, 1, 2, law.HalfUp)})
	assert.Equal(t, []law.Pence{-3, -2, -2}, []law.Pence{law.MulDiv(-5, 1, 2, law.Down), law.MulDiv(-5, 1, 2, law.Up), law.MulDiv(-5, 1, 2, law.HalfUp)})
	assert.Equal(t, law.Pence(2), law.MulDiv(7, 1, 3, law.HalfUp), "2⅓ is nearer 2")
	assert.Equal(t, law.Pence(3), law.MulDiv(8, 1, 3, law.HalfUp), "2⅔ is nearer 3")
}

func FuzzMulDiv(f *testing.F) {
	f.Add(int64(5), int64(1), int64(2))
	f.Add(int64(4294967297), int64(4294967295), int64(2))
	f.Add(int64(math.MinInt64), int64(math.MinInt64), int64(math.MaxInt64))
	f.Add(int64(math.MinInt64), int64(1), int64(1))
	f.Fuzz(func(t *testing.T, amount, num, den int64) {
		if den <= 0 {
			return
		}
		for _, round := range roundings {
			if got, want := law.MulDiv(law.Pence(amount), num, den, round), exactly(amount, num, den, round); got != want {
				t.Fatalf("%d * %d / %d, rounding %d: got %d, want %d", amount, num, den, round, got, want)
			}
		}
		r := law.Per(num, den)
		if r.Of(law.Pence(amount)) != exactly(amount, num, den, law.Down) || r.OfUp(law.Pence(amount)) != exactly(amount, num, den, law.Up) {
			t.Fatalf("%v of %d: %d, %d", r, amount, r.Of(law.Pence(amount)), r.OfUp(law.Pence(amount)))
		}
	})
}

func FuzzParseRatio(f *testing.F) {
	for _, s := range []string{"35%", "5.25%", "7/20", "0.35", "-2/3", "1/0", "+1/2", "9223372036854775807/9223372036854775806", "1e5", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := law.ParseRatio(s)
		if err != nil {
			if r != (law.Ratio{}) {
				t.Fatalf("%q: %v beside an error", s, r)
			}
			return
		}
		want, ok := readExactly(s)
		if !ok || rat(r).Cmp(want) != 0 || r.Den() <= 0 {
			t.Fatalf("%q read as %v, want %v", s, r, want)
		}
		if back, err := law.ParseRatio(r.String()); back != r || err != nil {
			t.Fatalf("%q: written %v, read back as %v, %v", s, r, back, err)
		}
	})
}

// readExactly is another reading of the text of a ratio, in base ten whatever its zeros.
func readExactly(s string) (*big.Rat, bool) {
	body, percent := strings.CutSuffix(s, "%")
	n, d, fraction := strings.Cut(body, "/")
	if !fraction {
		whole, places, _ := strings.Cut(body, ".")
		n, d = whole+places, "1"+strings.Repeat("0", len(places))
	}
	if percent {
		d += "00"
	}
	num, ok1 := new(big.Int).SetString(n, 10)
	den, ok2 := new(big.Int).SetString(d, 10)
	if !ok1 || !ok2 || den.Sign() <= 0 || fraction && percent {
		return nil, false
	}
	return new(big.Rat).SetFrac(num, den), true
}

func ExampleRatio_Of() {
	limit := law.Percent(35)
	fmt.Println(limit.Of(law.Pounds(80_001)), "at most;", limit.ExceededBy(law.Pounds(28_001), law.Pounds(80_001)))
	// Output: £28,000.35 at most; true
}
