package register

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrNumber is wrapped by every error about a number that a register cannot have.
var ErrNumber = errors.New("not a number")

// A Number is a number of the shape that a registrar gives. That it has the shape does not
// say that anybody has the number. Numbers are made by ParseNumber and compared with ==;
// the zero Number is none.
type Number struct {
	// Registrar is who gave it.
	Registrar Registrar
	// Before, Digits and After are the letters before the digits, the digits, and the
	// letters after them. Digits has the noughts that the registrar writes.
	Before, Digits, After string
}

// ParseNumber reads a number of a registrar. Spaces and the case of letters do not matter;
// noughts in front are never put in, for a short number may be another register's. Its
// error wraps ErrNumber and says what shape the registrar's numbers have.
func ParseNumber(r Registrar, s string) (Number, error) {
	text, err := squeeze(s)
	var n Number
	if err == nil {
		n, err = split(text)
	}
	if err == nil {
		n.Registrar = r
		switch r {
		case CompaniesHouse:
			n, err = companyNumber(n)
		case FCA:
			n, err = societyNumber(n)
		case CharityCommission:
			n, err = charityNumber(n)
		case OSCR:
			n, err = scottishCharity(n)
		case CCNI:
			n, err = northernIrishCharity(n)
		default:
			err = fmt.Errorf("%v gives no numbers", r)
		}
	}
	if err != nil {
		return Number{}, fmt.Errorf("%w of %s: %.40q: %w", ErrNumber, r.Title(), s, err)
	}
	return n, nil
}

// Readings gives every number that a text can be, in the order of the registrars. SC012345
// is a company of Scotland or a Scottish charity; only the list it came from says which.
// It is empty where no registrar gives numbers of the shape.
func Readings(s string) []Number {
	var out []Number
	for r := CompaniesHouse; r <= CCNI; r++ {
		if n, err := ParseNumber(r, s); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// String writes the number as its registrar does.
func (n Number) String() string { return n.Before + n.Digits + n.After }

// In is where a body with the number is registered: the parts of the kingdom of its prefix
// or letters, or else of the register. A body may work elsewhere.
func (n Number) In() law.Extent {
	for _, e := range n.Entries() {
		if e.In != 0 {
			return e.In
		}
	}
	if int(n.Registrar) < len(registrars) {
		return registrars[n.Registrar].in
	}
	return 0
}

// Entries gives the codes that the number shows: the prefix and ending of a company number,
// the letters or the series of a society's, the list of a charity's.
func (n Number) Entries() []Entry {
	var out []Entry
	for _, k := range n.keys() {
		if e, ok := codes().find(k.scheme, k.code); ok {
			out = append(out, e)
		}
	}
	return out
}

// keys are the codes that the number shows, whether or not there are such codes.
func (n Number) keys() [2]key {
	switch n.Registrar {
	case CompaniesHouse:
		return [2]key{{NumberPrefix, prefixCode(n.Before)}, {NumberEnding, n.After}}
	case FCA:
		return [2]key{{SocietySuffix, n.suffixCode()}}
	case CharityCommission, OSCR, CCNI:
		return [2]key{{OrgIDList, n.Registrar.List()}}
	}
	return [2]key{}
}

// Forms says which forms the number allows. An ending that contradicts the prefix is passed
// over, as endings are only seen. The zero Number allows none.
func (n Number) Forms() Forms {
	var left Forms
	for _, k := range n.keys() {
		e, ok := codes().find(k.scheme, k.code)
		if both := left & e.Forms; both != 0 {
			left = both
		} else if ok && left == 0 {
			left = e.Forms
		}
	}
	return left
}

// OrgID is the identifier of the body by org-id.guide: "GB-COH-SC123456".
func (n Number) OrgID() string { return n.Registrar.List() + "-" + n.String() }

// ParseOrgID reads what OrgID writes. The error for a list that gives no numbers here is
// an *UnknownCodeError or wraps ErrNumber.
func ParseOrgID(id string) (Number, error) {
	for r := CompaniesHouse; r <= CCNI; r++ {
		if rest, ok := strings.CutPrefix(id, r.List()+"-"); ok {
			return ParseNumber(r, rest)
		}
	}
	list := id
	if country, rest, ok := strings.Cut(id, "-"); ok {
		name, _, _ := strings.Cut(rest, "-")
		list = country + "-" + name
	}
	e, err := Lookup(OrgIDList, list)
	if err != nil {
		return Number{}, err
	}
	return Number{}, fmt.Errorf("%w that is read here: %.40q: %s (%s)", ErrNumber, id, e.Code, e.Label)
}

// MarshalText writes OrgID, which says whose the number is; the zero Number is empty.
func (n Number) MarshalText() ([]byte, error) {
	if n == (Number{}) {
		return nil, nil
	}
	return []byte(n.OrgID()), nil
}

// UnmarshalText reads what MarshalText writes.
func (n *Number) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*n = Number{}
		return nil
	}
	got, err := ParseOrgID(string(b))
	if err == nil {
		*n = got
	}
	return err
}

// maxNumber bounds the text of a number: the longest that any registrar writes has ten bytes.
const maxNumber = 32

// squeeze takes out spaces and makes letters capital.
func squeeze(s string) (string, error) {
	switch {
	case len(s) > maxNumber:
		return "", fmt.Errorf("more than %d bytes", maxNumber)
	case strings.TrimSpace(s) == "":
		return "", errors.New("nothing is stated")
	}
	return strings.ToUpper(strings.Join(strings.Fields(s), "")), nil
}

// split takes a text apart: letters, digits, letters.
func split(s string) (Number, error) {
	letter := func(r rune) bool { return r >= 'A' && r <= 'Z' }
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	rest := strings.TrimLeftFunc(s, letter)
	tail := strings.TrimLeftFunc(rest, digit)
	n := Number{Before: s[:len(s)-len(rest)], Digits: rest[:len(rest)-len(tail)], After: tail}
	switch {
	case n.Digits == "":
		return n, errors.New("no digits where they should be")
	case strings.TrimLeftFunc(tail, letter) != "":
		return n, errors.New("something other than letters, digits and letters")
	case strings.Trim(n.Digits, "0") == "":
		return n, errors.New("no digit but noughts")
	}
	return n, nil
}
