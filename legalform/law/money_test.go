package law_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestParsePence(t *testing.T) {
	for s, want := range map[string]law.Pence{
		"0": 0, "1": 100, "1234": 123400, "1234.5": 123450, "1234.56": 123456, "-1234.56": -123456, "0.01": 1, "-0.01": -1, "-0": 0, "-0.00": 0,
		"007": 700, "1.500000": 150, "0.990": 99, "900000000000000": law.MaxPence, "900000000000000.00": law.MaxPence,
		"-900000000000000.00": -law.MaxPence, "00000000000000000000000000000001": 100, "0.100000000000000000000000000000": 10,
	} {
		got, err := law.ParsePence(s)
		require.NoError(t, err, s)
		assert.Equal(t, want, got, s)
	}
}

func TestParsePenceRefusesWhatIsNotAnAmount(t *testing.T) {
	for _, c := range []struct {
		name string
		s    string
		want error
	}{
		{"nothing", "", law.ErrAmount},
		{"a minus alone", "-", law.ErrAmount},
		{"a plus", "+1", law.ErrAmount},
		{"two minuses", "--1", law.ErrAmount},
		{"a point alone", ".", law.ErrAmount},
		{"no pounds", ".50", law.ErrAmount},
		{"no pence after the point", "1.", law.ErrAmount},
		{"two points", "1.2.3", law.ErrAmount},
		{"an exponent", "1e2", law.ErrAmount},
		{"a great exponent", "1E400000000", law.ErrAmount},
		{"a separator", "1,234.56", law.ErrAmount},
		{"an underscore", "1_000", law.ErrAmount},
		{"a space", " 1", law.ErrAmount},
		{"a currency", "£1", law.ErrAmount},
		{"words", "one", law.ErrAmount},
		{"not a number", "NaN", law.ErrAmount},
		{"hexadecimal", "0x10", law.ErrAmount},
		{"digits of another script", "١٢", law.ErrAmount},
		{"a minus after the point", "1.-5", law.ErrAmount},
		{"33 characters", strings.Repeat("0", 32) + "1", law.ErrAmount},
		{"a megabyte", strings.Repeat("9", 1<<20), law.ErrAmount},
		{"half a penny", "1.005", law.ErrPennies},
		{"a small fraction of a penny", "0.000000000000000000000000001", law.ErrPennies},
		{"a penny above the bound", "900000000000000.01", law.ErrTooLarge},
		{"a penny below its negative", "-900000000000000.01", law.ErrTooLarge},
		{"beyond 64 bits", "99999999999999999999999999999.99", law.ErrTooLarge},
		{"2 to the 63rd", "92233720368547758.08", law.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law.ParsePence(c.s)
			require.ErrorIs(t, err, c.want)
			assert.Zero(t, got, "no partial result")
			assert.Less(t, len(err.Error()), 200, "the error does not grow with its input")
		})
	}
}

func TestPenceOfConvertsPoundsExactly(t *testing.T) {
	for _, c := range []struct {
		pounds decimal.Decimal
		want   law.Pence
	}{
		{decimal.Decimal{}, 0},
		{decimal.New(1234, 0), 123400},
		{decimal.New(123456, -2), 123456},
		{decimal.New(-5, -1), -50},
		{decimal.New(1500000, -6), 150},
		{decimal.New(9, 14), law.MaxPence},
		{decimal.New(-9, 14), -law.MaxPence},
		{decimal.New(0, 18), 0},
		{decimal.New(1_000_000_000_000_000_000, -18), 100},
		{decimal.RequireFromString("900000000000000.000000000000000000"), law.MaxPence},
	} {
		got, err := law.PenceOf(c.pounds)
		require.NoError(t, err, "%v", c.pounds)
		assert.Equal(t, c.want, got)
		assert.True(t, c.pounds.Equal(got.Decimal()), "and back")
	}
}

func TestPenceOfRefusesWhatPenceCannotHold(t *testing.T) {
	for _, c := range []struct {
		name   string
		pounds decimal.Decimal
		want   error
	}{
		{"an exponent above 18", decimal.New(1, 19), law.ErrAmount},
		{"an exponent below -18", decimal.New(0, -19), law.ErrAmount},
		{"an exponent of 400 million", decimal.New(1, 400_000_000), law.ErrAmount},
		{"and of minus 400 million", decimal.New(1, -400_000_000), law.ErrAmount},
		{"the greatest exponent", decimal.New(1, math.MaxInt32), law.ErrAmount},
		{"the least exponent", decimal.New(1, math.MinInt32), law.ErrAmount},
		{"half a penny", decimal.New(1005, -3), law.ErrPennies},
		{"a billionth of a billionth", decimal.New(1, -18), law.ErrPennies},
		{"a penny above the bound", decimal.New(int64(law.MaxPence)+1, -2), law.ErrTooLarge},
		{"a penny below its negative", decimal.New(-int64(law.MaxPence)-1, -2), law.ErrTooLarge},
		{"an exponent of 18", decimal.New(1, 18), law.ErrTooLarge},
		{"beyond 64 bits", decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 100), 0), law.ErrTooLarge},
		{"beyond 128 bits", decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1<<20), -18), law.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			got, err := law.PenceOf(c.pounds)
			require.ErrorIs(t, err, c.want)
			assert.Zero(t, got)
			assert.Less(t, time.Since(start), time.Second, "it is refused before any arithmetic")
		})
	}
}

func TestPencePrintWithSeparatorsAndMarshalWithout(t *testing.T) {
	for p, want := range map[law.Pence][2]string{
		0: {"£0.00", "0.00"}, 5: {"£0.05", "0.05"}, -5: {"-£0.05", "-0.05"}, 99999: {"£999.99", "999.99"}, 100000: {"£1,000.00", "1000.00"},
		123456789: {"£1,234,567.89", "1234567.89"}, -123456: {"-£1,234.56", "-1234.56"}, law.Pounds(12): {"£12.00", "12.00"},
		law.MaxPence:  {"£900,000,000,000,000.00", "900000000000000.00"},
		math.MaxInt64: {"£92,233,720,368,547,758.07", "92233720368547758.07"}, math.MinInt64: {"-£92,233,720,368,547,758.08", "-92233720368547758.08"},
	} {
		assert.Equal(t, want[0], p.String())
		b, err := p.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, want[1], string(b))
	}
}

func TestPenceJSONBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p := law.Pence(r.Int64N(2*int64(law.MaxPence)+1) - int64(law.MaxPence))
		b, err := json.Marshal(p)
		require.NoError(t, err)
		var back law.Pence
		require.NoError(t, json.Unmarshal(b, &back))
		require.Equal(t, p, back)
	}
	var p law.Pence
	require.NoError(t, json.Unmarshal([]byte(`1234.5`), &p), "a number of pounds")
	assert.Equal(t, law.Pence(123450), p)
	for _, bad := range []string{`null`, `""`, `"1e2"`, `1e2`, `true`, `"1.001"`, `{}`, `[]`, `"\u0031"`, `"`} {
		assert.Error(t, p.UnmarshalJSON([]byte(bad)), bad)
		assert.Equal(t, law.Pence(123450), p, "an error changes nothing: %s", bad)
	}
}

func FuzzParsePence(f *testing.F) {
	for _, s := range []string{"1234.56", "-0.01", "1e5", "900000000000000.01", "1.005", "", "-", "1.", "00", "1,000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := law.ParsePence(s)
		if err != nil {
			if p != 0 {
				t.Fatalf("%q: %d beside an error", s, p)
			}
			return
		}
		if strings.Trim(s, "0123456789.-") != "" || p > law.MaxPence || p < -law.MaxPence {
			t.Fatalf("%q read as %d", s, p)
		}
		want, err := decimal.NewFromString(s) // another reading of the same text
		if err != nil || !want.Equal(p.Decimal()) {
			t.Fatalf("%q: %v, where decimal says %v, %v", s, p, want, err)
		}
		if of, err := law.PenceOf(p.Decimal()); of != p || err != nil {
			t.Fatalf("%q: %d back from a decimal, %v", s, of, err)
		}
		text, _ := p.MarshalText()
		if back, err := law.ParsePence(string(text)); back != p || err != nil {
			t.Fatalf("%q: written %s, read back as %d, %v", s, text, back, err)
		}
	})
}

func BenchmarkParsePence(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = law.ParsePence("1234.56")
	}
}

func BenchmarkMulDiv(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = law.MulDiv(123_456_789_01, 35, 100, law.HalfUp)
	}
}

func TestPenceAtNamesThePlace(t *testing.T) {
	p, err := law.PenceAt("rows[2].amount", decimal.New(1250, -2))
	require.NoError(t, err)
	assert.Equal(t, law.Pence(1250), p)
	_, err = law.PenceAt("rows[2].amount", decimal.New(1, 400_000_000))
	require.ErrorIs(t, err, law.ErrAmount)
	var at *law.PathError
	require.ErrorAs(t, err, &at)
	assert.Equal(t, "rows[2].amount", at.Path)
	assert.ErrorContains(t, err, "rows[2].amount: ")
}
