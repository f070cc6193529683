package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Head is somebody employed by, or holding an office in, the company or its group, or a
// participator who is neither.
type Head struct {
	ID string `json:"id"`
	// Employed is where the person is employed, and Office where an office is held.
	Employed law.Fact[Place] `json:"employed,omitzero"`
	Office   law.Fact[Place] `json:"office,omitzero"`
	// Participator says that the person is a participator in the company (Corporation Tax
	// Act 2010 s. 454; where the company is not close, would be one if it were).
	Participator law.Fact[bool] `json:"participator,omitzero"`
	Interest     Interest       `json:"interest,omitzero"`
	// ConnectedWith names other heads, as s. 286 read with s. 236U(3) connects persons:
	// uncle, aunt, nephew and niece included. It is enough to say so of one of the two.
	ConnectedWith law.Fact[[]string] `json:"connected_with,omitzero"`
}

// An Interest is what a participator has in the company, with what the participator has
// rights to acquire. It decides whether a participator is too small to count.
type Interest struct {
	// OfCapital is the part of the share capital, and OfClass the part of whichever class
	// of it gives the largest, to which the person is beneficially entitled.
	OfCapital law.Fact[law.Ratio] `json:"of_capital,omitzero"`
	OfClass   law.Fact[law.Ratio] `json:"of_class,omitzero"`
	// OnWindingUp is the part of the assets to which the person would be entitled.
	OnWindingUp law.Fact[law.Ratio] `json:"on_winding_up,omitzero"`
}

// Place is where somebody works.
type Place uint8

// Nowhere in the group; in the company itself; or only in another member of the group of
// which the company is the principal company.
const (
	Nowhere Place = iota + 1
	InCompany
	InGroup
)

var places = []string{"", "nowhere", "company", "group"}

// String gives the JSON value.
func (p Place) String() string { return law.NameOf(places, p) }

// MarshalText writes String.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Place) UnmarshalText(b []byte) error {
	return law.ParseName(p, places, b, "a place of work")
}

// A Fraction is the participator fraction at a time (s. 236N(5)): participators who are
// employees of or office-holders in the company, and employees and office-holders connected
// with them, to the number of employees. Office-holders without a contract of employment
// add to the first number and not to the second.
type Fraction struct {
	Participators int64 `json:"participators"`
	Connected     int64 `json:"connected"`
	Employees     int64 `json:"employees"`
	// Who says who was counted and why, in the order of the list; none where only numbers
	// were given.
	Who []Counted `json:"who,omitempty"`
	// Missing are facts without which there is no answer.
	Missing []law.Missing `json:"missing,omitempty"`
}

// A Counted is a person in the reckoning of the fraction.
type Counted struct {
	ID string `json:"id"`
	// Above is set where the person counts in the numerator, Below in the denominator.
	Above bool   `json:"above,omitempty"`
	Below bool   `json:"below,omitempty"`
	Why   string `json:"why"`
}

// Numerator returns NP: the participators and those connected with them.
func (f *Fraction) Numerator() int64 { return f.Participators + f.Connected }

// Known reports whether there is an answer.
func (f *Fraction) Known() bool { return len(f.Missing) == 0 }

// Exceeds reports whether the fraction is more than a limit, by cross-multiplication. A
// fraction of no employees exceeds every limit as soon as one person is in the numerator.
func (f *Fraction) Exceeds(limit law.Ratio) bool {
	return limit.PassedBy(f.Numerator(), f.Employees)
}

// String writes "3/7".
func (f *Fraction) String() string { return fmt.Sprintf("%d/%d", f.Numerator(), f.Employees) }

// FractionOf reckons the fraction from a list of people. Those whose only place is in the
// group count where the company is the principal company of a trading group; a participator
// with less than deMinimis of the share capital, of every class and of the assets on a
// winding up does not count as one. Two heads with one id are an error.
func FractionOf(people []Head, principal law.Fact[bool], deMinimis law.Ratio) (Fraction, error) {
	r := reckoning{people: people, deMinimis: deMinimis, at: make(map[string]int, len(people)), owner: make([]bool, len(people))}
	r.group, r.groupKnown = principal.Get()
	for i := range people {
		if j, twice := r.at[people[i].ID]; twice {
			return Fraction{}, fmt.Errorf("people[%d].id: the same id as people[%d]", i, j)
		}
		r.at[people[i].ID] = i
	}
	r.Who = make([]Counted, len(people))
	for i := range people {
		r.placeOf(i)
	}
	kin := r.connections()
	for i := range people {
		r.count(i, kin[i])
	}
	return r.Fraction, nil
}

// reckoning is a fraction in the making.
type reckoning struct {
	Fraction
	people            []Head
	at                map[string]int
	owner             []bool // counted under (a)
	group, groupKnown bool
	deMinimis         law.Ratio
}

func (r *reckoning) lack(i int, field, question string) {
	path := field
	if i >= 0 {
		path = law.Path("people", i, field)
	}
	for _, m := range r.Missing {
		if m.Path == path {
			return
		}
	}
	r.Missing = append(r.Missing, law.Missing{Path: path, Question: question})
}

// placeOf settles where the person works and whether the person is an owner who counts.
func (r *reckoning) placeOf(i int) {
	h, who := &r.people[i], &r.Who[i]
	who.ID = h.ID
	employed, ok1 := h.Employed.Get()
	office, ok2 := h.Office.Get()
	if !ok1 {
		r.lack(i, "employed", "")
	}
	if !ok2 && employed != InCompany {
		r.lack(i, "office", "")
	}
	if (employed == InGroup || office == InGroup) && !r.groupKnown {
		r.lack(-1, "principal_company", "Is the company the principal company of a trading group?")
	}
	who.Below = r.counts(employed)
	switch {
	case employed == InCompany || office == InCompany:
		r.owner[i], who.Why = r.ownerAt(i)
	case r.counts(employed) || r.counts(office):
		who.Why = "works in the group, and not in the company"
	default:
		who.Why = "works neither in the company nor in a group of which it is the principal company"
	}
}

// counts reports whether somebody at a place is counted at all.
func (r *reckoning) counts(p Place) bool { return p == InCompany || p == InGroup && r.group }

// ownerAt reports whether the person is a participator who is not too small to count.
func (r *reckoning) ownerAt(i int) (owner bool, why string) {
	h := &r.people[i]
	switch is, ok := h.Participator.Get(); {
	case !ok:
		r.lack(i, "participator", "")
		return false, "not known"
	case !is:
		return false, "not a participator"
	}
	missing := ""
	for _, p := range [...]struct {
		part  *law.Fact[law.Ratio]
		field string
	}{{&h.Interest.OfCapital, "interest.of_capital"}, {&h.Interest.OfClass, "interest.of_class"}, {&h.Interest.OnWindingUp, "interest.on_winding_up"}} {
		switch part, ok := p.part.Get(); {
		case !ok && missing == "":
			missing = p.field
		case ok && part.Cmp(r.deMinimis) >= 0:
			return true, "participator"
		}
	}
	if missing != "" {
		r.lack(i, missing, "")
		return false, "not known"
	}
	return false, "participator below " + r.deMinimis.String() + " in every way"
}

// connections reports who is connected with an owner who counts. Where an owner's list is
// not stated, everybody else's must be.
func (r *reckoning) connections() []bool {
	kin := make([]bool, len(r.people))
	silent := false
	for i := range r.people {
		with, ok := r.people[i].ConnectedWith.Get()
		silent = silent || !ok && !r.owner[i] && r.works(i)
		for _, id := range with {
			j, listed := r.at[id]
			if !listed {
				continue
			}
			kin[i] = kin[i] || r.owner[j]
			kin[j] = kin[j] || r.owner[i]
		}
	}
	for i := range r.people {
		if silent && r.owner[i] && !r.people[i].ConnectedWith.Stated() {
			r.lack(i, "connected_with", "")
		}
	}
	return kin
}

// works reports whether the person is an employee or office-holder anywhere that counts.
func (r *reckoning) works(i int) bool {
	h := &r.people[i]
	return r.counts(h.Employed.Or(Nowhere)) || r.counts(h.Office.Or(Nowhere))
}

func (r *reckoning) count(i int, kin bool) {
	who := &r.Who[i]
	switch {
	case r.owner[i]:
		r.Participators++
		who.Above = true
	case kin && r.works(i):
		r.Connected++
		who.Above, who.Why = true, "connected with a participator"
	}
	if who.Below {
		r.Employees++
	}
}
