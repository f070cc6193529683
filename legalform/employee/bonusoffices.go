package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An OfficeCount is who holds an office in the employer from a day on, for section 312F: a
// list of people or, where there is none, three numbers.
type OfficeCount struct {
	From   law.Date         `json:"from"`
	People law.Fact[[]Head] `json:"people,omitzero"`
	// Officers counts directors and other office-holders, Connected the other employees who
	// are connected with one of them, and All the employees and office-holders.
	Officers  law.Fact[int64] `json:"officers,omitzero"`
	Connected law.Fact[int64] `json:"connected,omitzero"`
	All       law.Fact[int64] `json:"all,omitzero"`
}

// An OfficeFraction is the appropriate fraction of section 312F(2): office-holders of the
// company and employees connected with them, to its employees and office-holders. It is not
// the participator fraction, in which office-holders without a contract add to the
// numerator alone.
type OfficeFraction struct {
	Officers  int64         `json:"officers"`
	Connected int64         `json:"connected"`
	All       int64         `json:"all"`
	Missing   []law.Missing `json:"missing,omitempty"`
}

// Numerator returns ND.
func (f *OfficeFraction) Numerator() int64 { return f.Officers + f.Connected }

// Known reports whether there is an answer.
func (f *OfficeFraction) Known() bool { return len(f.Missing) == 0 }

// Exceeds reports whether the fraction is more than a limit, by cross-multiplication.
func (f *OfficeFraction) Exceeds(limit law.Ratio) bool { return limit.PassedBy(f.Numerator(), f.All) }

// String writes "3/10".
func (f *OfficeFraction) String() string { return fmt.Sprintf("%d/%d", f.Numerator(), f.All) }

// OfficeFractionOf reckons the fraction from a list of people. Only those who are employed
// by, or hold an office in, the company itself count; what they own makes no difference. Two
// heads with one id are an error. Missing names facts by their paths in the list.
func OfficeFractionOf(people []Head) (OfficeFraction, error) {
	var f OfficeFraction
	lack := func(i int, field string) {
		f.Missing = append(f.Missing, law.Missing{Path: law.Path("people", i, field)})
	}
	at := make(map[string]int, len(people))
	officer, staff := make([]bool, len(people)), make([]bool, len(people))
	for i := range people {
		x := &people[i]
		if j, twice := at[x.ID]; twice {
			return OfficeFraction{}, fmt.Errorf("people[%d].id: the same id as people[%d]", i, j)
		}
		at[x.ID] = i
		office, ok1 := x.Office.Get()
		if !ok1 {
			lack(i, "office")
		}
		employed, ok2 := x.Employed.Get()
		if officer[i] = office == InCompany; officer[i] {
			f.Officers++
		} else if staff[i] = employed == InCompany; !ok2 {
			lack(i, "employed")
		}
		if officer[i] || staff[i] {
			f.All++
		}
	}
	kin := make([]bool, len(people)) // connected with an office-holder
	for i := range people {
		x := &people[i]
		if !x.ConnectedWith.Stated() && staff[i] {
			lack(i, "connected_with")
		}
		for _, id := range x.ConnectedWith.Or(nil) {
			if j, listed := at[id]; listed {
				kin[i], kin[j] = kin[i] || officer[j], kin[j] || officer[i]
			}
		}
	}
	for i := range people {
		if staff[i] && kin[i] {
			f.Connected++
		}
	}
	return f, nil
}

// Fraction reckons the fraction of a count.
func (n *OfficeCount) Fraction() (OfficeFraction, error) {
	if people := n.People.Ptr(); people != nil {
		return OfficeFractionOf(*people)
	}
	var f OfficeFraction
	for _, x := range [...]struct {
		of    *law.Fact[int64]
		to    *int64
		field string
	}{{&n.Officers, &f.Officers, "officers"}, {&n.Connected, &f.Connected, "connected"}, {&n.All, &f.All, "all"}} {
		v, ok := x.of.Get()
		switch {
		case !ok:
			f.Missing = append(f.Missing, law.Missing{Path: x.field})
		case v < 0 || v > maxHeads:
			return OfficeFraction{}, fmt.Errorf("%s: %d is not a number of people", x.field, v)
		}
		*x.to = v
	}
	if f.Known() && f.Numerator() > f.All {
		return OfficeFraction{}, fmt.Errorf("all: %d office-holders and connected employees among %d", f.Numerator(), f.All)
	}
	return f, nil
}
