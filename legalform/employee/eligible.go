package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Candidate is somebody who may be an eligible employee, or who makes others excluded
// participators: an owner, present or past, who works elsewhere or nowhere belongs in the list.
type Candidate struct {
	ID       string          `json:"id"`
	Employed law.Fact[Place] `json:"employed,omitzero"`
	Office   law.Fact[Place] `json:"office,omitzero"`
	// Owns says that the person is a participator in the company, in a company of the group
	// of which it is the principal company, or in a close company that settled property; and
	// OwnedUntil, of one who no longer is, the last day.
	Owns       law.Fact[bool]     `json:"owns,omitzero"`
	OwnedUntil law.Fact[law.Date] `json:"owned_until,omitzero"`
	// Interest is the owner's, or was the last. One below 5% in every way does not count.
	Interest Interest `json:"interest,omitzero"`
	// ConnectedWith names others in the list, as s. 286 with s. 236U(3) connects persons:
	// spouses and civil partners, brothers, sisters, ancestors, descendants, and uncles,
	// aunts, nephews and nieces, of either of a couple. It is enough to say so of one of two.
	ConnectedWith law.Fact[[]string] `json:"connected_with,omitzero"`
}

// Eligibility is what s. 236J(3)-(6) makes of a candidate.
type Eligibility struct {
	ID       string `json:"id"`
	Eligible bool   `json:"eligible"`
	// Excluded says that the person is an excluded participator.
	Excluded bool   `json:"excluded,omitempty"`
	Why      string `json:"why"`
}

// Eligibles says who of a list is an eligible employee.
type Eligibles struct {
	Who []Eligibility `json:"who"`
	// Missing are facts without which there is no answer.
	Missing []law.Missing `json:"missing,omitempty"`
}

// EligibleFigures are the figures by which eligible employees are told.
type EligibleFigures struct {
	// LookBackYears is how far former participators are looked for.
	LookBackYears law.History[int]
	// TailYears is how long before the end those must have been eligible who stay so.
	TailYears law.History[int]
}

func enactedEligible() EligibleFigures {
	by := fa2014.At("Sch 37 para 1 (inserting s. 236J)", "schedule/37/paragraph/1")
	return EligibleFigures{
		LookBackYears: law.Since("employee.look_back_years", "years", at(reliefBegan, 10, by)),
		TailYears:     law.Since("employee.tail_years", "years", at(reliefBegan, 2, by)),
	}
}

// LookBackDate returns the first day of the ten years that end with the later of 10 December
// 2013 and the day on which property first became comprised in the settlement (s. 236J(7)).
// It does not move with the date of the question. on is the day whose figure counts; there
// is none before 6 April 2014.
func LookBackDate(firstSettled, on law.Date, f *Figures) (law.Date, bool) {
	years, ok := f.LookBackYears.At(on)
	if !ok || firstSettled.IsZero() {
		return law.Date{}, false
	}
	if firstSettled.Before(referenceDay) {
		firstSettled = referenceDay
	}
	return firstOf(years.Value*monthsInYear, firstSettled), true
}

// Tail returns the two years in which somebody must have been eligible to stay so after the
// company has ceased to meet the trading requirement, or the trustees to hold its shares
// (s. 236J(4)): they end with the earlier of the two days. A zero day is an event that has
// not happened. There is no tail where neither has, or before 6 April 2014.
func Tail(tradeEnded, sharesGone law.Date, f *Figures) (Period, bool) {
	end := tradeEnded
	if end.IsZero() || !sharesGone.IsZero() && sharesGone.Before(end) {
		end = sharesGone
	}
	years, ok := f.TailYears.At(end)
	if !ok {
		return Period{}, false
	}
	return Period{firstOf(years.Value*monthsInYear, end), end}, true
}

// EligibleEmployees says who of a list of people is an eligible employee: those employed by or holding
// office in the company or, where it is the principal company of a trading group, any company
// of it, who are no excluded participators. Nobody is who owns, or has owned since the
// look-back date, or is connected with such a person; a holding too small to count
// (s. 236J(6)) makes nobody an owner. It refuses two candidates of one id.
func EligibleEmployees(list []Candidate, principal law.Fact[bool], lookBack, on law.Date, f *Figures) (Eligibles, error) {
	small, ok := f.DeMinimis.At(on)
	if !ok {
		return Eligibles{}, fmt.Errorf("there were no eligible employees on %s", on.Long())
	}
	heads, index := make([]Head, len(list)), make(map[string]int, len(list))
	for i := range list {
		if j, twice := index[list[i].ID]; twice {
			return Eligibles{}, fmt.Errorf("people[%d].id: the same id as people[%d]", i, j)
		}
		index[list[i].ID] = i
		heads[i] = Head{
			ID: list[i].ID, Employed: list[i].Employed, Office: list[i].Office,
			Participator: law.Known(true), Interest: list[i].Interest, ConnectedWith: list[i].ConnectedWith,
		}
	}
	e := Eligibles{Who: make([]Eligibility, len(list))}
	r := reckoning{people: heads, deMinimis: small.Value, at: index, owner: make([]bool, len(list))}
	r.group, r.groupKnown = principal.Get()
	why := make([]string, len(list))
	for i := range list {
		r.owner[i], why[i] = owned(&r, i, &list[i], lookBack)
		if w := list[i].Employed.Or(Nowhere); (w == InGroup || list[i].Office.Or(Nowhere) == InGroup) && !r.groupKnown {
			r.lack(-1, "principal_company", "Is the company the principal company of a trading group?")
		}
	}
	kin := r.connections()
	for i := range list {
		e.Who[i] = eligibility(&r, i, kin[i], why[i])
	}
	e.Missing = r.Missing
	return e, nil
}

// owned reports whether a candidate is, or has been since the look-back date, a participator
// who counts.
func owned(r *reckoning, i int, x *Candidate, lookBack law.Date) (owner bool, why string) {
	owns, ok := x.Owns.Get()
	until, past := x.OwnedUntil.Get()
	switch {
	case ok && owns, past && !until.Before(lookBack):
		return r.ownerAt(i)
	case !ok && !past:
		r.lack(i, "owns", "")
	}
	return false, ""
}

func eligibility(r *reckoning, i int, kin bool, why string) Eligibility {
	e := Eligibility{ID: r.people[i].ID}
	for _, f := range [...]struct {
		place *law.Fact[Place]
		name  string
	}{{&r.people[i].Employed, "employed"}, {&r.people[i].Office, "office"}} {
		if !f.place.Stated() && !r.works(i) {
			r.lack(i, f.name, "")
		}
	}
	switch {
	case r.owner[i]:
		e.Excluded, e.Why = true, "is a participator, or has been since the look-back date"
	case kin:
		e.Excluded, e.Why = true, "is connected with a participator, present or past"
	case !r.works(i):
		e.Why = "is neither employed nor holds an office where it counts"
	default:
		e.Eligible, e.Why = true, "works there, and is no excluded participator"
		if why != "" {
			e.Why += ": " + why
		}
	}
	return e
}
