package route

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// CPV is a code of the Common Procurement Vocabulary: eight digits. The check digit that may
// follow is read and left out.
type CPV string

// ErrCPV is wrapped by every refusal of what is no code.
var ErrCPV = errors.New("not a CPV code")

// UnmarshalText reads "85300000" or "85300000-2".
func (c *CPV) UnmarshalText(b []byte) error {
	s := string(b)
	code, check, hyphened := strings.Cut(s, "-")
	if len(code) != 8 || !digits(code) || hyphened && (len(check) != 1 || !digits(check)) {
		return fmt.Errorf("%w: %.20q (want eight digits, and perhaps a hyphen and a check digit)", ErrCPV, s)
	}
	*c = CPV(code)
	return nil
}

func digits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// Listing is how a list of services that may be reserved has a code.
type Listing uint8

// A code is not listed, or listed, or below one that is listed; a list may have it as a
// service of the light-touch kind that may not be reserved.
const (
	NotListed Listing = iota + 1
	Listed
	BelowListed
	NotReservable
)

// reserved2015 are the codes of regulation 77(2), beside the range from first85 to last85.
var reserved2015 = []CPV{
	"75121000", "75122000", "75123000", "79622000", "79624000", "79625000", "80110000", "80300000", "80420000", "80430000",
	"80511000", "80520000", "80590000", "92500000", "92600000", "98133000", "98133110",
}

const first85, last85 CPV = "85000000", "85323000"

// In2015 says how regulation 77(2) lists a code. Codes of eight digits are in the order of
// their numbers, so that the range is compared as text.
func (c CPV) In2015() Listing {
	switch {
	case slices.Contains(reserved2015, c), c >= first85 && c <= last85:
		return Listed
	case slices.ContainsFunc(reserved2015, c.below):
		return BelowListed
	}
	return NotListed
}

// below reports whether the code is a finer one than another: the vocabulary is a tree in
// which zeros at the end stand for what is not divided.
func (c CPV) below(of CPV) bool {
	return c != of && strings.HasPrefix(string(c), strings.TrimRight(string(of), "0"))
}

// In2024 says how Table 1 of Schedule 1 to the Procurement Regulations 2024 lists a code:
// with the letter R, without it, or not among those that are known here.
func (c CPV) In2024() Listing {
	if _, ok := slices.BinarySearch(reserved2024, c); ok {
		return Listed
	}
	if slices.Contains(unreserved2024, c) {
		return NotReservable
	}
	return NotListed
}

// reserved2024 are the codes with the letter R, in order.
var reserved2024 = []CPV{
	"75121000", "75122000", "75123000", "79622000", "79624000", "79625000",
	"80110000", "80300000", "80310000", "80320000", "80330000", "80340000", "80420000", "80430000", "80511000", "80520000",
	"80521000", "80522000", "80590000",
	"85000000", "85100000", "85110000", "85111000", "85111100", "85111200", "85111300", "85111310", "85111320", "85111400",
	"85111500", "85111600", "85111700", "85111800", "85111810", "85111820", "85111900", "85112000", "85112100", "85112200",
	"85120000", "85121000", "85121100", "85121200", "85121210", "85121220", "85121230", "85121231", "85121232", "85121240",
	"85121250", "85121251", "85121252", "85121270", "85121271", "85121280", "85121281", "85121282", "85121283", "85121290",
	"85121291", "85121292", "85121300", "85130000", "85131000", "85131100", "85131110", "85140000", "85141000", "85141100",
	"85141200", "85141210", "85141211", "85141220", "85142000", "85142100", "85142200", "85142300", "85142400", "85143000",
	"85144000", "85144100", "85145000", "85146000", "85146100", "85146200", "85147000", "85148000", "85149000", "85150000",
	"85160000", "85170000", "85171000", "85172000", "85200000", "85210000", "85300000", "85310000", "85311000", "85311100",
	"85311200", "85311300", "85312000", "85312100", "85312110", "85312120", "85312200", "85312300", "85312310", "85312320",
	"85312330", "85312400", "85312500", "85312510", "85320000", "85321000", "85322000", "85323000",
	"92500000", "92510000", "92511000", "92512000", "92512100", "92520000", "92521000", "92521100", "92521200", "92521210",
	"92521220", "92522000", "92522100", "92522200", "92530000", "92531000", "92532000", "92533000", "92534000",
	"92600000", "92610000", "92620000", "92621000", "92622000",
	"98133000", "98133100", "98133110",
}

// unreserved2024 are light-touch services without the letter, of those that a mutual might
// look for; the Table has more.
var unreserved2024 = []CPV{
	"75124000", "75231200", "75231240", "79611000", "79995000", "80100000", "80200000", "80400000", "80530000", "92300000",
	"98130000", "98513310",
}
