package surplus

import (
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrRoll is wrapped by complaints about a roll of members.
var ErrRoll = errors.New("bad roll of members")

// Factor is something that members have more or less of, by which a pool may be shared.
type Factor uint8

// The factors: one head each, hours worked, pay, years of service, trade with the body over
// the year, and capital held in it. The zero Factor is none.
const (
	Head Factor = iota + 1
	Hours
	Pay
	Service
	Trade
	Capital
)

const factors = int(Capital) + 1

var factorNames = []string{"", "head", "hours", "pay", "service", "trade", "capital"}

// String gives the JSON value.
func (f Factor) String() string { return law.NameOf(factorNames, f) }

// MarshalText writes String.
func (f Factor) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what String writes.
func (f *Factor) UnmarshalText(text []byte) error {
	return law.ParseName(f, factorNames, text, "a factor")
}

// Hundredths counts hours and years: 37.5 hours are 3,750 of them.
type Hundredths int64

// String writes "37.5".
func (h Hundredths) String() string { return law.Pence(h).Decimal().String() }

// MarshalText writes the number with two places: "37.50".
func (h Hundredths) MarshalText() ([]byte, error) { return law.Pence(h).MarshalText() }

// UnmarshalText reads a number as law.ParsePence reads pounds.
func (h *Hundredths) UnmarshalText(text []byte) error { return (*law.Pence)(h).UnmarshalText(text) }

// A Member is what the sharing of a pool must know of one member.
type Member struct {
	ID    string
	Class string
	// Joined is the first day of membership, Left the first day no longer a member; no
	// date says nothing against it.
	Joined, Left law.Date
	Hours        Hundredths
	Pay          law.Pence
	Service      Hundredths
	Trade        law.Pence
	Capital      law.Pence
	// Credit is what was carried forward to the member from earlier years.
	Credit law.Pence
}

// A Roll is a list of members, column by column, as NewRoll and ReadRoll make it. It is
// read-only, and may be used by several goroutines at once.
type Roll struct {
	ids          []string
	class        []uint8
	classes      []string
	joined, left []law.Date
	levels       [factors][]int64 // in hundredths; nil where not stated, as always for heads
	credit       []law.Pence
}

// The bounds of a list of members.
const (
	maxMembers = 10_000_000
	maxClasses = 250
	maxID      = 256 // bytes
)

// NewRoll makes a roll of members. It refuses a member without an id, two of one id, an id or
// class with spaces around it or signs that do not show, amounts that are negative or beyond
// law.MaxPence, and a member who left before joining; the error names the place. The zero
// Roll is of nobody.
func NewRoll(list []Member) (*Roll, error) {
	m := &Roll{}
	for f := Hours; f <= Capital; f++ {
		m.levels[f] = make([]int64, 0, len(list))
	}
	var b builder
	b.m = m
	for i := range list {
		x := &list[i]
		field, err := b.add(x.ID, x.Class, x.Joined, x.Left)
		if err == nil {
			field, err = b.amounts(x)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrRoll, law.Path("members", i, field), err)
		}
	}
	return m, nil
}

// Len returns how many there are.
func (m *Roll) Len() int { return len(m.ids) }

// Member returns a member; what the roll does not state is nothing.
func (m *Roll) Member(i int) Member {
	x := Member{ID: m.ids[i]}
	if m.class != nil {
		x.Class = m.classes[m.class[i]]
	}
	if m.joined != nil {
		x.Joined = m.joined[i]
	}
	if m.left != nil {
		x.Left = m.left[i]
	}
	for f, to := range [...]*int64{
		Hours: (*int64)(&x.Hours), Pay: (*int64)(&x.Pay), Service: (*int64)(&x.Service), Trade: (*int64)(&x.Trade), Capital: (*int64)(&x.Capital),
	} {
		if m.levels[f] != nil {
			*to = m.levels[f][i]
		}
	}
	if m.credit != nil {
		x.Credit = m.credit[i]
	}
	return x
}

// classed reports whether a member is of one of some classes.
func (m *Roll) classed(i int, classes []string) bool {
	class := ""
	if m.class != nil {
		class = m.classes[m.class[i]]
	}
	return slices.Contains(classes, class)
}

// hasClass reports whether somebody is of a class.
func (m *Roll) hasClass(class string) bool {
	if m.class == nil {
		return class == "" // everybody is of none
	}
	k := slices.Index(m.classes, class)
	return k >= 0 && slices.Contains(m.class, uint8(k))
}

// Has reports whether the list states a factor; heads need no stating.
func (m *Roll) Has(f Factor) bool { return f == Head || m.levels[f] != nil }

// level returns what a member has of a factor, in hundredths or pence.
func (m *Roll) level(f Factor, i int) int64 {
	if f == Head {
		return 100
	}
	return m.levels[f][i]
}

// on reports whether somebody is a member on a date, as far as dates are stated.
func (m *Roll) on(i int, d law.Date) bool {
	return (len(m.joined) == 0 || !m.joined[i].After(d)) && (len(m.left) == 0 || m.left[i].IsZero() || m.left[i].After(d))
}

// A builder adds members to a list, and finds an id that comes twice.
type builder struct {
	m     *Roll
	seed  maphash.Seed
	table []int32 // of places in the list, each one up; open addressing
}

// add adds what is no amount. The error comes with the name of the field.
func (b *builder) add(id, class string, joined, left law.Date) (field string, err error) {
	m := b.m
	switch {
	case id == "":
		return "id", errors.New("none is given")
	case len(id) > maxID:
		return "id", fmt.Errorf("%d bytes, of which an id may have %d", len(id), maxID)
	case !plain(id):
		return "id", fmt.Errorf("%.40q has spaces around it, or signs that do not show", id)
	case len(m.ids) == maxMembers:
		return "id", fmt.Errorf("more than %d members", maxMembers)
	case !left.IsZero() && left.Before(joined):
		return "left", fmt.Errorf("%v is before the day of joining, %v", left, joined)
	}
	if j := b.index(id); j >= 0 {
		return "id", &twiceError{id, j}
	}
	if class != "" || m.class != nil {
		c, err := b.classOf(class)
		if err != nil {
			return "class", err
		}
		for len(m.class) < len(m.ids)-1 {
			m.class = append(m.class, 0)
		}
		m.class = append(m.class, c)
	}
	m.joined, m.left = grown(m.joined, joined, len(m.ids)), grown(m.left, left, len(m.ids))
	return "", nil
}

// plain reports whether a text is what it looks like: no space around it and no sign that
// does not show, by which two ids would differ that read the same.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f {
			return plainly(s)
		}
	}
	return true
}

func plainly(s string) bool {
	return strings.TrimSpace(s) == s && !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !unicode.IsGraphic(r) || r == '\u00a0' })
}

// grown adds a date to a column that stays nil while no date is stated.
func grown(column []law.Date, d law.Date, n int) []law.Date {
	if column == nil && d.IsZero() {
		return nil
	}
	for len(column) < n-1 {
		column = append(column, law.Date{})
	}
	return append(column, d)
}

// A twiceError is the complaint about an id that another member has.
type twiceError struct {
	id string
	at int
}

func (e *twiceError) Error() string {
	return fmt.Sprintf("members[%d] has %.40q already", e.at, e.id)
}

// index adds an id, unless a member has it: it then returns that member's place, else -1.
func (b *builder) index(id string) int {
	m := b.m
	if 2*len(m.ids) >= len(b.table) {
		if b.table == nil {
			b.seed = maphash.MakeSeed()
		}
		b.table = make([]int32, max(64, 4*len(b.table)))
		for i, other := range m.ids {
			at, _ := b.slot(other)
			b.table[at] = int32(i + 1)
		}
	}
	at, found := b.slot(id)
	if found >= 0 {
		return found
	}
	m.ids = append(m.ids, id)
	b.table[at] = int32(len(m.ids))
	return -1
}

// slot finds an id in the table, or the empty place where it belongs.
func (b *builder) slot(id string) (at, found int) {
	mask := uint64(len(b.table) - 1)
	for h := maphash.String(b.seed, id); ; h++ {
		at = int(h & mask)
		switch i := int(b.table[at]) - 1; {
		case i < 0:
			return at, -1
		case b.m.ids[i] == id:
			return at, i
		}
	}
}

// classOf returns the number of a class, the empty one's being 0.
func (b *builder) classOf(class string) (uint8, error) {
	m := b.m
	if m.classes == nil {
		m.classes = []string{""}
	}
	for i := len(m.classes) - 1; i >= 0; i-- {
		if m.classes[i] == class {
			return uint8(i), nil
		}
	}
	if !plain(class) {
		return 0, fmt.Errorf("%.40q has spaces around it, or signs that do not show", class)
	}
	if len(m.classes) == maxClasses {
		return 0, fmt.Errorf("%.40q is one more than the %d classes there may be", class, maxClasses-1)
	}
	m.classes = append(m.classes, class)
	return uint8(len(m.classes) - 1), nil
}

// amounts adds the amounts of a member.
func (b *builder) amounts(x *Member) (field string, err error) {
	for f, n := range [...]int64{Hours: int64(x.Hours), Pay: int64(x.Pay), Service: int64(x.Service), Trade: int64(x.Trade), Capital: int64(x.Capital)} {
		if f <= int(Head) {
			continue
		}
		if err := checkLevel(n); err != nil {
			return Factor(f).String(), err
		}
		b.m.levels[f] = append(b.m.levels[f], n)
	}
	if err := checkLevel(int64(x.Credit)); err != nil {
		return "credit", err
	}
	if x.Credit != 0 || b.m.credit != nil {
		for len(b.m.credit) < len(b.m.ids)-1 {
			b.m.credit = append(b.m.credit, 0)
		}
		b.m.credit = append(b.m.credit, x.Credit)
	}
	return "", nil
}

func checkLevel(n int64) error {
	switch {
	case n < 0:
		return fmt.Errorf("%v is negative", law.Pence(n).Decimal())
	case n > int64(law.MaxPence):
		return law.ErrTooLarge
	}
	return nil
}
