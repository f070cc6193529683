package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// OldTrust is a settlement of before 10 December 2013 whose trusts do not meet the
// all-employee benefit requirement, and which relies on being treated as meeting it by
// what its trustees do (s. 236L).
type OldTrust struct {
	Created law.Fact[law.Date] `json:"created,omitzero"`
	// ForEmployees says that on 10 December 2013 section 86 of the Inheritance Tax Act 1984
	// applied to the settled property.
	ForEmployees law.Fact[bool] `json:"for_employees,omitzero"`
	// Shares, Votes, Profits and Assets are the trustees' parts on that day, and Terminable
	// says that some provision could take one of them below what is needed without their
	// consent.
	Shares     law.Fact[law.Ratio] `json:"shares,omitzero"`
	Votes      law.Fact[law.Ratio] `json:"votes,omitzero"`
	Profits    law.Fact[law.Ratio] `json:"profits,omitzero"`
	Assets     law.Fact[law.Ratio] `json:"assets,omitzero"`
	Terminable law.Fact[bool]      `json:"terminable,omitzero"`
	// MetThen says that the trusts met the requirement on that day by themselves.
	MetThen law.Fact[bool] `json:"met_then,omitzero"`
	// MetSince says that they have met it by themselves at the disposal or at any time since.
	MetSince law.Fact[bool] `json:"met_since,omitzero"`
	// Acts are those of the trustees that infringe the behaviour requirement.
	Acts law.Fact[[]OldTrustAct] `json:"acts,omitzero"`
}

// An OldTrustAct is something that the trustees did (s. 236L(1)(c)).
type OldTrustAct struct {
	On law.Date    `json:"on"`
	Is OldTrustDid `json:"is"`
}

// OldTrustDid is what it was.
type OldTrustDid uint8

// AppliedUnequally is an application otherwise than for all eligible employees on the same
// terms; the others are the creation of a trust, a transfer that is no authorised transfer,
// and a loan to beneficiaries.
const (
	AppliedUnequally OldTrustDid = iota + 1
	CreatedTrust
	Transferred
	Lent
)

var oldTrustDids = []string{"", "applied-unequally", "created-trust", "transferred", "lent"}

// String gives the JSON value.
func (d OldTrustDid) String() string { return law.NameOf(oldTrustDids, d) }

// MarshalText writes String.
func (d OldTrustDid) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *OldTrustDid) UnmarshalText(b []byte) error {
	return law.ParseName(d, oldTrustDids, b, "an act of trustees")
}

// OldTrustFigures are the figures of s. 236L.
type OldTrustFigures struct {
	// SignificantPart is the part that makes a significant interest, limb by limb.
	SignificantPart law.History[law.Ratio]
	// BehaviourMonths is for how long the trustees must have kept to the requirement.
	BehaviourMonths law.History[int]
}

func enactedOldTrust() OldTrustFigures {
	by := fa2014.At("Sch 37 paras 1, 4 (inserting s. 236L)", "schedule/37/paragraph/1")
	return OldTrustFigures{
		SignificantPart: law.Since("employee.significant_part", "of shares, votes, profits and assets", at(reliefBegan, law.Percent(10), by)),
		BehaviourMonths: law.Since("employee.behaviour_months", "months ending with the time in question", at(reliefBegan, 12, by)),
	}
}

// referenceDay is the day by which settlements are old (s. 236L(1)), and before which acts
// of the trustees are disregarded (Finance Act 2014 Sch 37 para 4(1)).
var referenceDay = law.MustDate("2013-12-10")

// An OldTrustAnswer says whether s. 236L treats the requirement as met.
type OldTrustAnswer struct {
	Treated bool   `json:"treated"`
	Why     string `json:"why,omitempty"` // why not
	// At is the field that decides, and Missing the facts without which there is no answer.
	At      string        `json:"at,omitempty"`
	Missing []law.Missing `json:"missing,omitempty"`
}

// TreatedAsMet says whether a settlement is treated as meeting the all-employee benefit
// requirement at a time (s. 236L), unless it has met it by itself at the disposal or
// since (s. 236H(5)). Missing facts are named by their fields.
func TreatedAsMet(o *OldTrust, on law.Date, f *Figures) OldTrustAnswer {
	var a OldTrustAnswer
	months, ok1 := f.BehaviourMonths.At(on)
	part, ok2 := f.SignificantPart.At(on)
	if !ok1 || !ok2 {
		return OldTrustAnswer{Why: "there was no such rule on " + on.Long()}
	}
	if created, ok := o.Created.Get(); !ok {
		a.lack("created")
	} else if !created.Before(referenceDay) {
		a.no("created", "the settlement was not created before "+referenceDay.Long())
	}
	a.must(&o.ForEmployees, "for_employees", true, "section 86 of the Inheritance Tax Act 1984 did not apply to it on "+referenceDay.Long())
	a.must(&o.MetThen, "met_then", false, "its trusts met the requirement on "+referenceDay.Long())
	for _, limb := range [...]struct {
		of   *law.Fact[law.Ratio]
		name string
	}{{&o.Shares, "shares"}, {&o.Votes, "votes"}, {&o.Profits, "profits"}, {&o.Assets, "assets"}} {
		if v, ok := limb.of.Get(); !ok {
			a.lack(limb.name)
		} else if v.Cmp(part.Value) < 0 {
			a.no(limb.name, fmt.Sprintf("the trustees had less than %v of %s on %s", part.Value, limb.name, referenceDay.Long()))
		}
	}
	a.must(&o.Terminable, "terminable", false, "their interest could be ended without their consent")
	a.must(&o.MetSince, "met_since", false, "its trusts have met the requirement by themselves at the disposal or since (s. 236H(5))")
	a.acts(o, Period{firstOf(months.Value, on), on})
	a.Treated = a.Why == "" && len(a.Missing) == 0
	if a.Why != "" {
		a.Missing = nil
	}
	return a
}

func (a *OldTrustAnswer) acts(o *OldTrust, within Period) {
	if within.First.Before(referenceDay) {
		within.First = referenceDay
	}
	list, ok := o.Acts.Get()
	if !ok {
		a.lack("acts")
	}
	for i, act := range list {
		if within.Holds(act.On) {
			a.no(law.Path("acts", i, ""), "on "+act.On.Long()+", within the 12 months, the trustees did what the requirement forbids: "+act.Is.String())
		}
	}
}

func (a *OldTrustAnswer) lack(field string) {
	a.Missing = append(a.Missing, law.Missing{Path: field})
}

func (a *OldTrustAnswer) no(field, why string) {
	if a.Why == "" {
		a.At, a.Why = field, why
	}
}

func (a *OldTrustAnswer) must(f *law.Fact[bool], field string, want bool, why string) {
	if v, ok := f.Get(); !ok {
		a.lack(field)
	} else if v != want {
		a.no(field, why)
	}
}

func reliesOnOld(c *kase) bool { return c.Subject.Trust.Old.Stated() }

// treatedAsMet reports whether s. 236L stands in for the terms of the trusts; what is
// missing makes the rule unknown.
func treatedAsMet(c *kase) bool {
	o := c.Subject.Trust.Old.Ptr()
	if o == nil {
		return false
	}
	a := TreatedAsMet(o, c.On, c.Figures)
	for _, m := range a.Missing {
		c.Unknown("trust.old."+m.Path, m.Question)
	}
	return a.Treated
}

func oldHolds(c *kase) {
	o := c.Subject.Trust.Old.Ptr()
	a := TreatedAsMet(o, c.On, c.Figures)
	for _, m := range a.Missing {
		c.Unknown("trust.old."+m.Path, m.Question)
	}
	if a.Why != "" {
		c.Breach("trust.old."+a.At, "The all-employee benefit requirement is not treated as met: %s.", a.Why)
	}
}
