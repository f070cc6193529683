package election

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrAudit is wrapped where a recount does not give what an audit record says.
var ErrAudit = errors.New("the recount differs")

// An Audit is the record of a count from which anybody can count again: it names the
// ballots and the result by their hashes, and holds all else that the result depends on.
type Audit struct {
	// Version is that of the library.
	Version string `json:"version"`
	// Ballots is the hash of the ballots: see Ballots.Hash.
	Ballots string `json:"ballots_sha256"`
	// Rule and Parameters are what WithParameters takes.
	Rule       string          `json:"rule"`
	Parameters json.RawMessage `json:"parameters"`
	Seats      int             `json:"seats"`
	// Lot is the order or the seed that was given.
	Lot *Lot `json:"lot,omitempty"`
	// Vacancy is what was filled, if the count was for that, and Reservations those that it
	// was under.
	Vacancy      *Vacancy      `json:"vacancy,omitempty"`
	Reservations []Reservation `json:"reservations,omitempty"`
	// Result is the hash of the result as JSON.
	Result string `json:"result_sha256"`
}

// Hash returns the SHA-256 of the ballots in hexadecimal. What is hashed is the BLT file
// that WriteBLT writes, but with the lines of the papers sorted by candidates, the first
// preference first, unless their order was kept; so the order of papers, or how they were
// merged, changes nothing. Papers that give points are written with a colon and the points
// after each candidate.
func (b *Ballots) Hash() string {
	h := sha256.New()
	_ = b.write(h, b.sorted()) // a hash takes all
	return hex.EncodeToString(h.Sum(nil))
}

// sorted returns the places of papers by their preferences and then their points, or as they
// are where their order was kept.
func (b *Ballots) sorted() []uint32 {
	if b.ordered {
		return b.asHeld()
	}
	order, ends := b.byFirst()
	// The next four preferences tell most papers of a pile apart. One more than each leaves 0
	// for none.
	type entry struct {
		key   uint64
		paper uint32
	}
	var entries []entry
	from := uint32(0)
	for _, to := range ends {
		pile := order[from:to]
		from = to
		entries = slices.Grow(entries[:0], len(pile))
		for _, i := range pile {
			key := uint64(0)
			prefs := b.prefs[b.start[i]:b.end(int(i))]
			for k := range 4 {
				if key <<= 16; k+1 < len(prefs) {
					key |= uint64(prefs[k+1]) + 1
				}
			}
			entries = append(entries, entry{key, i})
		}
		slices.SortFunc(entries, func(x, y entry) int {
			if x.key != y.key {
				return cmp.Compare(x.key, y.key)
			}
			return b.compare(int(x.paper), int(y.paper))
		})
		for n := range pile {
			pile[n] = entries[n].paper
		}
	}
	return order
}

// asHeld lists the places of papers as they are.
func (b *Ballots) asHeld() []uint32 {
	order := make([]uint32, b.Papers())
	for i := range order {
		order[i] = uint32(i) //nolint:gosec // start counts no more
	}
	return order
}

// byFirst lists the places of papers by their first preference, and where each pile ends.
func (b *Ballots) byFirst() (order, ends []uint32) {
	first := func(i int) int {
		if b.start[i] == b.end(i) {
			return 0
		}
		return int(b.prefs[b.start[i]]) + 1
	}
	for i := range b.Papers() {
		for len(ends) <= first(i) {
			ends = append(ends, 0)
		}
		ends[first(i)]++
	}
	below := uint32(0)
	for p := range ends {
		ends[p], below = below, below+ends[p]
	}
	order = make([]uint32, b.Papers())
	for i := range order {
		p := first(i)
		order[ends[p]] = uint32(i) //nolint:gosec // start counts no more
		ends[p]++
	}
	return order, ends
}

// compare orders papers by their preferences, and then their points.
func (b *Ballots) compare(x, y int) int {
	fx, tx, fy, ty := b.start[x], b.end(x), b.start[y], b.end(y)
	if c := slices.Compare(b.prefs[fx:tx], b.prefs[fy:ty]); c != 0 || b.points == nil {
		return c
	}
	return slices.Compare(b.points[fx:tx], b.points[fy:ty])
}

// NewAudit makes the record of a count. The ballots are those that were given to Count: in a
// recount for a vacancy, those of the election.
func NewAudit(b *Ballots, rule Rule, r *Result) (*Audit, error) {
	parameters, err := Parameters(rule)
	if err != nil {
		return nil, err
	}
	a := &Audit{
		Version: law.Version, Ballots: b.Hash(), Rule: r.Rule, Parameters: parameters, Seats: r.Seats, Lot: r.Lot,
		Vacancy: r.Vacancy, Reservations: r.Reservations,
	}
	a.Result, err = r.hash()
	return a, err
}

func (r *Result) hash() (string, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// Recount counts ballots again as the record says, and returns the result. An error that
// wraps ErrAudit says that these are other ballots, or that the result is another.
func (a *Audit) Recount(b *Ballots) (*Result, error) {
	if hash := b.Hash(); hash != a.Ballots {
		return nil, fmt.Errorf("%w: the ballots have the hash %s, and those counted had %s", ErrAudit, hash, a.Ballots)
	}
	rule, err := WithParameters(a.Rule, a.Parameters)
	if err != nil {
		return nil, err
	}
	o := Options{Seats: a.Seats, Vacancy: a.Vacancy, Reservations: a.Reservations}
	if a.Lot != nil {
		if o.Seed = a.Lot.Seed; o.Seed == "" {
			o.Lot = a.Lot.Order
		}
	}
	r, err := Count(b, rule, o)
	if err != nil {
		return nil, err
	}
	hash, err := r.hash()
	if err == nil && hash != a.Result {
		err = fmt.Errorf("%w: the result has the hash %s, and that of the count had %s", ErrAudit, hash, a.Result)
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// lines print the record.
func (a *Audit) lines() []string {
	out := []string{
		"To count again: the ballots have the SHA-256 " + a.Ballots + ";",
		"rule " + a.Rule + ", parameters " + compact(a.Parameters) + ", " + plural(a.Seats, "seat") + ";",
	}
	switch {
	case a.Lot == nil:
		out = append(out, "no lot was given;")
	case a.Lot.Seed != "":
		out = append(out, "lots drawn by the seed "+strconv.Quote(a.Lot.Seed)+";")
	default:
		out = append(out, fmt.Sprintf("lots drawn in the order %v;", a.Lot.Order))
	}
	if a.Vacancy != nil {
		out = append(out, "vacancy "+compact(a.Vacancy)+";")
	}
	if len(a.Reservations) > 0 {
		out = append(out, "reservations "+compact(a.Reservations)+";")
	}
	return append(out, "the result as JSON has the SHA-256 "+a.Result+". Rochdale "+a.Version+".")
}

// compact writes a part of a record as JSON on one line; nothing where it is none.
func compact(part any) string {
	text, err := json.Marshal(part)
	if err != nil {
		return ""
	}
	return plain(string(text))
}
