package register

import (
	"errors"
	"fmt"
	"strings"
)

// noPrefix is the code of company numbers that have no prefix.
const noPrefix = "none"

func prefixCode(before string) string {
	if before == "" {
		return noPrefix
	}
	return before
}

// Lengths of the numbers of Companies House.
const (
	companyWidth = 8 // in all
	prefixWidth  = 2
)

// listed are the prefixes of bodies that Companies House only lists, whose numbers keep the
// letters of the mutuals register where there is room.
func listed(before string) bool {
	switch before {
	case "RS", "IP", "SP", "NP", "NO":
		return true
	}
	return false
}

// companyNumber wants eight characters: eight digits, or a prefix and six digits. A society's
// may end in letters, and a few old numbers in NI and SL end in A.
func companyNumber(n Number) (Number, error) {
	if n.Before == "R" && strings.HasPrefix(n.Digits, "0") { // R0, the one prefix with a digit
		n.Before, n.Digits = "R0", n.Digits[1:]
		if n.Digits == "" {
			return n, errors.New("R0 and six digits are wanted")
		}
	}
	if n.Before == "" && n.After == "" && len(n.Digits) < companyWidth {
		return n, fmt.Errorf("%d digits, where eight are wanted; with noughts in front it would be %s, but it may be of another register",
			len(n.Digits), strings.Repeat("0", companyWidth-len(n.Digits))+n.Digits)
	}
	if n.Before != "" && len(n.Before) != prefixWidth {
		return n, fmt.Errorf("%s in front, where two letters are wanted or none", n.Before)
	}
	if _, err := Lookup(NumberPrefix, prefixCode(n.Before)); err != nil {
		return n, err
	}
	endsInA := n.After == "A" && (n.Before == "NI" || n.Before == "SL")
	switch {
	case len(n.String()) != companyWidth:
		return n, fmt.Errorf("%d characters, where eight are wanted", len(n.String()))
	case n.After == "" || endsInA || listed(n.Before):
		return n, nil
	}
	if n.Before == "" {
		return n, fmt.Errorf("no number without a prefix ends in %s", n.After)
	}
	return n, fmt.Errorf("no number in %s ends in %s", n.Before, n.After)
}

// Where the series of numbers without letters begin in the mutuals register.
const (
	firstCoOperative      = 4000
	firstCommunityBenefit = 7000
	firstUnseen           = 10000
)

// The most digits of a society's number, and those that follow IP or CU.
const (
	maxSociety    = 5
	prefixedWidth = 6
)

// societyNumber wants digits and the letters of the register; IP or CU and six digits; or,
// without letters, a number of one of the series.
func societyNumber(n Number) (Number, error) {
	switch n.Before {
	case "":
		if n.Digits = strings.TrimLeft(n.Digits, "0"); len(n.Digits) > maxSociety {
			return n, fmt.Errorf("%d digits, where at most five are wanted", len(n.Digits))
		}
	case "IP", "CU":
		if n.After != "" || len(n.Digits) != prefixedWidth {
			return n, fmt.Errorf("six digits are wanted after %s, and nothing else", n.Before)
		}
		return n, nil
	case "RS", "SP", "NP", "NO":
		return n, fmt.Errorf("%s begins the number that Companies House gives to a society", n.Before)
	default:
		return n, fmt.Errorf("no number of a society begins with %s", n.Before)
	}
	if n.After == "" {
		if n.value() < firstCoOperative {
			return n, fmt.Errorf("numbers without letters begin at %d", firstCoOperative)
		}
		return n, nil
	}
	_, err := Lookup(SocietySuffix, n.After)
	return n, err
}

// value is the number as an integer; its digits are few.
func (n Number) value() int {
	v := 0
	for _, d := range []byte(n.Digits) {
		v = v*10 + int(d-'0')
	}
	return v
}

// suffixCode is the code by which SocietySuffix has a society's number.
func (n Number) suffixCode() string {
	switch {
	case n.Before != "":
		return n.Before + "#"
	case n.After != "":
		return n.After
	}
	switch v := n.value(); {
	case v >= firstUnseen:
		return "10000"
	case v >= firstCommunityBenefit:
		return "7000"
	}
	return "4000"
}

// The shapes of charity numbers are those of the numbers seen: no regulator has published
// limits. Charities of England and Wales have six digits from 200000, or seven; those of
// Northern Ireland six from 100000 to 199999.
const (
	charityWidth    = 6
	newCharityWidth = 7
	leadingOne      = '1'
)

// charityNumber wants what the Charity Commission for England and Wales writes.
func charityNumber(n Number) (Number, error) {
	old := len(n.Digits) == charityWidth && n.Digits[0] > leadingOne
	now := len(n.Digits) == newCharityWidth && n.Digits[0] >= leadingOne
	if n.Before == "" && n.After == "" && (old || now) {
		return n, nil
	}
	return n, errors.New("six digits that begin with 2 to 9, or seven that do not begin with a nought, are wanted")
}

// scottishCharity wants SC and six digits, which is what a company of Scotland has too.
func scottishCharity(n Number) (Number, error) {
	if n.Before == "SC" && n.After == "" && len(n.Digits) == charityWidth {
		return n, nil
	}
	return n, errors.New("SC and six digits are wanted")
}

// northernIrishCharity takes off NIC, which some write before the digits.
func northernIrishCharity(n Number) (Number, error) {
	if n.Before == "NIC" {
		n.Before = ""
	}
	if n.Before == "" && n.After == "" && len(n.Digits) == charityWidth && n.Digits[0] == leadingOne {
		return n, nil
	}
	return n, errors.New("six digits that begin with 1 are wanted")
}
