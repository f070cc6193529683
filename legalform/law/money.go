package law

import (
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Pence is an amount of money in whole pence. Calculators and loops work in pence;
// amounts are decimals in pounds at the public edge, converted once each way by PenceOf
// and Decimal. In JSON an amount is text in pounds: "1234.56".
type Pence int64

// MaxPence bounds every amount that comes in: £900 trillion. Sums of a hundred such
// amounts still fit an int64.
const MaxPence Pence = 9e16

// Bounds of what is read as an amount, before any arithmetic is done on it.
const (
	maxLiteral  = 32
	maxRatio    = 40 // "-9223372036854775808/9223372036854775807"
	maxExponent = 18
)

// Errors of money that comes in.
var (
	ErrAmount   = errors.New("not an amount")
	ErrTooLarge = errors.New("amount beyond 900,000,000,000,000.00 pounds")
	ErrPennies  = errors.New("amount has a fraction of a penny")
)

// PenceOf converts pounds to pence exactly. It refuses an exponent outside [-18, 18]
// before doing arithmetic, a fraction of a penny, and anything beyond MaxPence.
func PenceOf(pounds decimal.Decimal) (Pence, error) {
	if e := pounds.Exponent(); e < -maxExponent || e > maxExponent {
		return 0, fmt.Errorf("%w: its exponent %d is outside -18..18", ErrAmount, e)
	}
	// An eighteen-digit exponent on a coefficient of any length is still cheap to bound.
	if pounds.Coefficient().BitLen() > 128 {
		return 0, ErrTooLarge
	}
	pence := pounds.Shift(2)
	if !pence.IsInteger() {
		return 0, fmt.Errorf("%w: %s", ErrPennies, pounds.String())
	}
	whole := pence.BigInt()
	if !whole.IsInt64() || whole.Int64() > int64(MaxPence) || whole.Int64() < -int64(MaxPence) {
		return 0, ErrTooLarge
	}
	return Pence(whole.Int64()), nil
}

// PenceAt is PenceOf for an amount that has a place, such as a cell of a caller's own form:
// its error is a PathError that names it.
func PenceAt(path string, pounds decimal.Decimal) (Pence, error) {
	p, err := PenceOf(pounds)
	if err != nil {
		return 0, &PathError{Path: path, Err: err}
	}
	return p, nil
}

// Decimal converts pence to pounds.
func (p Pence) Decimal() decimal.Decimal { return decimal.New(int64(p), -2) }

// ParsePence reads pounds written "1234", "1234.5" or "-1234.56": at most 32 characters,
// no exponent, no sign but a minus, no separator.
func ParsePence(s string) (Pence, error) {
	if len(s) > maxLiteral {
		return 0, fmt.Errorf("%w: %d characters, of which an amount may have 32", ErrAmount, len(s))
	}
	digits, neg := strings.CutPrefix(s, "-")
	pounds, pennies, point := strings.Cut(digits, ".")
	if pounds == "" || point && pennies == "" || !allDigits(pounds) || !allDigits(pennies) {
		return 0, fmt.Errorf("%w: %s (want pounds such as 1234.56)", ErrAmount, quoteShort(s))
	}
	if t := strings.TrimRight(pennies, "0"); len(t) > 2 {
		return 0, fmt.Errorf("%w: %s", ErrPennies, quoteShort(s))
	}
	pennies = (pennies + "00")[:2]
	n, err := strconv.ParseInt(strings.TrimLeft(pounds, "0")+pennies, 10, 64)
	if err != nil || Pence(n) > MaxPence {
		return 0, ErrTooLarge
	}
	if neg {
		n = -n
	}
	return Pence(n), nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Pounds is an amount for literals: whole pounds.
func Pounds(n int64) Pence { return Pence(n * 100) }

// String writes "£1,234.56", or "-£1,234.56".
func (p Pence) String() string {
	u, sign := uint64(p), ""
	if p < 0 {
		u, sign = -u, "-"
	}
	whole := strconv.FormatUint(u/100, 10)
	var b strings.Builder
	b.WriteString(sign + "£")
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	return b.String() + fmt.Sprintf(".%02d", u%100)
}

// MarshalText writes pounds without a sign or separators: "1234.56".
func (p Pence) MarshalText() ([]byte, error) { return []byte(p.Decimal().StringFixed(2)), nil }

// UnmarshalText reads what ParsePence reads.
func (p *Pence) UnmarshalText(b []byte) error {
	got, err := ParsePence(string(b))
	if err == nil {
		*p = got
	}
	return err
}

// UnmarshalJSON reads an amount as text or as a number of pounds.
func (p *Pence) UnmarshalJSON(b []byte) error {
	if len(b) >= 2 && b[0] == '"' {
		b = b[1 : len(b)-1]
	}
	return p.UnmarshalText(b)
}

// A Ratio is an exact fraction, such as a cap of 35/100. The denominator of a useful
// ratio is positive; the zero Ratio is 0.
type Ratio struct{ num, den int64 }

// Per returns num/den in lowest terms. It panics where den is not positive: it is for
// literals and for counts already checked.
func Per(num, den int64) Ratio {
	if den <= 0 {
		panic("law.Per: the denominator must be positive")
	}
	if num == 0 {
		return Ratio{} // one zero, so that == agrees with Cmp
	}
	g := gcd(abs(num), uint64(den))
	return Ratio{num / int64(g), den / int64(g)}
}

// Percent returns n per cent.
func Percent(n int64) Ratio { return Per(n, 100) }

// ParseRatio reads "35%", "5.25%", "7/20" or "0.35": at most 40 characters, which hold any
// ratio that String writes; no exponent, no sign but a minus in front, at most nine
// decimal places.
func ParseRatio(s string) (Ratio, error) {
	bad := fmt.Errorf("not a ratio: %s (want 35%%, 7/20 or 0.35)", quoteShort(s))
	if len(s) > maxRatio {
		return Ratio{}, bad
	}
	if n, d, ok := strings.Cut(s, "/"); ok {
		num, err1 := strconv.ParseInt(n, 10, 64)
		den, err2 := strconv.ParseInt(d, 10, 64)
		if err1 != nil || err2 != nil || den <= 0 || n[0] == '+' || d[0] == '+' {
			return Ratio{}, bad
		}
		return Per(num, den), nil
	}
	body, percent := strings.CutSuffix(s, "%")
	digits, neg := strings.CutPrefix(body, "-")
	whole, places, point := strings.Cut(digits, ".")
	if whole == "" || point && places == "" || !allDigits(whole) || !allDigits(places) || len(places) > 9 {
		return Ratio{}, bad
	}
	n, err := strconv.ParseInt(whole+places, 10, 64)
	if err != nil {
		return Ratio{}, bad
	}
	den := int64(1)
	for range places {
		den *= 10
	}
	if percent {
		den *= 100
	}
	if neg {
		n = -n
	}
	return Per(n, den), nil
}

// Num returns the numerator in lowest terms.
func (r Ratio) Num() int64 { return r.num }

// Den returns the denominator in lowest terms.
func (r Ratio) Den() int64 { return max(r.den, 1) }

// Add returns r + s exactly. Both must be small, as rates and thresholds are; a sum whose
// terms leave 64 bits panics.
func (r Ratio) Add(s Ratio) Ratio {
	a, ok1 := mul64(r.num, s.Den())
	b, ok2 := mul64(s.num, r.Den())
	d, ok3 := mul64(r.Den(), s.Den())
	if !ok1 || !ok2 || !ok3 || (b > 0 && a > (1<<63-1)-b) || (b < 0 && a < (-1<<63)-b) {
		panic("law.Ratio.Add: out of range")
	}
	return Per(a+b, d)
}

// Cmp compares r with s exactly: -1, 0 or +1.
func (r Ratio) Cmp(s Ratio) int { return cmpProducts(r.num, s.Den(), s.num, r.Den()) }

// Of returns r of an amount, rounded down to the penny: a maximum is never rounded up in
// favour of whoever is bound by it. A negative amount has no maximum above zero, so the
// result of a negative product is rounded away from zero, down as well.
func (r Ratio) Of(p Pence) Pence { q, _ := mulDiv(int64(p), r.num, r.Den()); return Pence(q) }

// OfUp returns r of an amount, rounded up to the penny.
func (r Ratio) OfUp(p Pence) Pence {
	q, rem := mulDiv(int64(p), r.num, r.Den())
	if rem != 0 {
		q = next(q)
	}
	return Pence(q)
}

// ExceededBy reports whether part is more than r of the whole, by cross-multiplication.
func (r Ratio) ExceededBy(part, whole Pence) bool {
	return cmpProducts(int64(part), r.Den(), int64(whole), r.num) > 0
}

// ReachedBy reports whether part is at least r of the whole, by cross-multiplication.
func (r Ratio) ReachedBy(part, whole int64) bool {
	return cmpProducts(part, r.Den(), whole, r.num) >= 0
}

// PassedBy reports whether part is more than r of the whole, by cross-multiplication.
func (r Ratio) PassedBy(part, whole int64) bool {
	return cmpProducts(part, r.Den(), whole, r.num) > 0
}

// String writes "35%" where that is exact in at most four places, else "7/30", as it does
// where the percentage would be beyond 64 bits.
func (r Ratio) String() string {
	if 1_000_000%r.Den() == 0 {
		if n, ok := mul64(r.num, 1_000_000/r.Den()); ok {
			return decimal.New(n, -4).String() + "%"
		}
	}
	return fmt.Sprintf("%d/%d", r.num, r.Den())
}

// MarshalText writes String.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what ParseRatio reads.
func (r *Ratio) UnmarshalText(b []byte) error {
	got, err := ParseRatio(string(b))
	if err == nil {
		*r = got
	}
	return err
}

// Rounding says which way an exact amount that falls between two pence goes.
type Rounding uint8

// Down is towards the lower amount, Up towards the higher, HalfUp to the nearer and up
// from the middle.
const (
	Down Rounding = iota
	Up
	HalfUp
)

// MulDiv returns amount*num/den with one rounding, and without overflow in between. It
// panics where den is not positive; a quotient beyond 64 bits is held at the limit.
func MulDiv(amount Pence, num, den int64, round Rounding) Pence {
	if den <= 0 {
		panic("law.MulDiv: the denominator must be positive")
	}
	q, rem := mulDiv(int64(amount), num, den)
	if round == Up && rem != 0 || round == HalfUp && rem >= uint64(den)-rem {
		q = next(q)
	}
	return Pence(q)
}

// mulDiv returns floor(a*b/d) and the remainder in [0, d), for d > 0. A quotient beyond
// 64 bits is held at the limit.
func mulDiv(a, b, d int64) (q int64, rem uint64) {
	neg := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi >= uint64(d) {
		return hold(neg), 0
	}
	u, r := bits.Div64(hi, lo, uint64(d))
	if u > 1<<63-1 {
		return hold(neg), 0
	}
	if !neg {
		return int64(u), r
	}
	if r != 0 {
		return -int64(u) - 1, uint64(d) - r
	}
	return -int64(u), 0
}

// next returns q + 1, held at the limit.
func next(q int64) int64 {
	if q == 1<<63-1 {
		return q
	}
	return q + 1
}

func hold(neg bool) int64 {
	if neg {
		return -1 << 63
	}
	return 1<<63 - 1
}

// cmpProducts compares a*b with c*d in 128 bits; b and d come from denominators and
// counts, a and c may be negative.
func cmpProducts(a, b, c, d int64) int {
	s1, s2 := sign(a)*sign(b), sign(c)*sign(d)
	if s1 != s2 {
		if s1 < s2 {
			return -1
		}
		return 1
	}
	h1, l1 := bits.Mul64(abs(a), abs(b))
	h2, l2 := bits.Mul64(abs(c), abs(d))
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -s1
	}
	return s1
}

func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > 1<<63-1 {
		return 0, false
	}
	return int64(lo) * int64(sign(a)*sign(b)), true
}

func abs(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func sign(n int64) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}
