package election

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Unit is the smallest part of a vote that a count knows, as a number of decimal places:
// the Scottish rules count in 0.00001, so their unit is 5. Every figure of a Result is a
// whole number of units.
type Unit uint8

// maxPlaces is how many decimal places a unit may have: one more, and a vote would be too
// large a part of an int64.
const maxPlaces = 15

// One returns a whole vote in units.
func (u Unit) One() int64 {
	n := int64(1)
	for range min(u, maxPlaces) {
		n *= 10
	}
	return n
}

// Append appends n units as decimal text with all the places of the unit: "939.00000".
func (u Unit) Append(b []byte, n int64) []byte {
	if u == 0 {
		return strconv.AppendInt(b, n, 10)
	}
	if n < 0 {
		b = append(b, '-')
	}
	m := magnitude(n)
	one := uint64(u.One())
	b = strconv.AppendUint(b, m/one, 10)
	b = append(b, '.')
	for part := m % one; one > 1; part %= one {
		one /= 10
		b = append(b, byte('0'+part/one))
	}
	return b
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Format returns n units as decimal text with all the places of the unit.
func (u Unit) Format(n int64) string { return string(u.Append(nil, n)) }

// Parse reads what Format writes. It refuses text with more or fewer places than the unit
// has, and figures of more than an int64 of units.
func (u Unit) Parse(s string) (int64, error) {
	whole, part, dotted := strings.Cut(s, ".")
	if len(part) != int(u) || dotted != (u > 0) {
		return 0, fmt.Errorf("%.40q is not a figure to %d decimal places", s, u)
	}
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || strings.Trim(digits+part, "0123456789") != "" {
		return 0, fmt.Errorf("%.40q is not a figure", s)
	}
	n, err := strconv.ParseInt(whole+part, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%.40q is too large a figure", s)
	}
	return n, nil
}

// unitOf tells the unit of a figure from its text.
func unitOf(s string) Unit {
	_, part, _ := strings.Cut(s, ".")
	return Unit(min(len(part), math.MaxUint8))
}
