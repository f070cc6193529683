package employee

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the requirements that the trustees are resident and independent.
const (
	TrusteesNotResident  law.Code = "employee.trustees-not-resident"
	TooManyExcluded      law.Code = "employee.too-many-excluded-trustees"
	ExcludedControlTrust law.Code = "employee.excluded-control-trust"
)

// TrusteeBody is who the trustees are (ss. 236H(4)(za), 236LA). It is as at the date of the
// assessment.
type TrusteeBody struct {
	// Resident says that the trustees, taken as one deemed body (s. 69), are resident in the
	// United Kingdom.
	Resident law.Fact[bool] `json:"uk_resident,omitzero"`
	// Trustees are all of them; a sole corporate trustee is a list of one.
	Trustees law.Fact[[]Trustee] `json:"trustees,omitzero"`
	// SolePowers are what one or more excluded participators may do, under the trust
	// instrument or by law, without the trustees who are not excluded participators.
	SolePowers law.Fact[[]TrustPower] `json:"sole_powers,omitzero"`
}

// A Trustee is an individual or, where it has directors, a company.
type Trustee struct {
	ID  string        `json:"id"`
	Tie law.Fact[Tie] `json:"tie,omitzero"`
	// Directors are those of a corporate trustee: none for an individual.
	Directors law.Fact[[]TrusteeDirector] `json:"directors,omitzero"`
}

// A TrusteeDirector is a director of a corporate trustee.
type TrusteeDirector struct {
	ID  string        `json:"id"`
	Tie law.Fact[Tie] `json:"tie,omitzero"`
}

// A Tie is what makes somebody an excluded participator (s. 236J(5)-(6)). Whoever owns less
// than 5% of every class, and would have less than 5% on a winding up, is not one by that;
// nor, as HMRC reads the section, are trustees by what they hold as trustees.
type Tie uint8

// NoTie is none. OwnsNow is a participator in the company, its group or a close company that
// settled property; OwnedSince has been one since the look-back date; ConnectedWithOwner is
// connected with one of these; SettlementTieOnly is connected only as trustee with settlor
// (s. 286(3)), which does not count against the trustees.
const (
	NoTie Tie = iota + 1
	OwnsNow
	OwnedSince
	ConnectedWithOwner
	SettlementTieOnly
)

var ties = []string{"", "none", "participator", "former-participator", "connected", "connected-as-trustee-only"}

// String gives the JSON value.
func (t Tie) String() string { return law.NameOf(ties, t) }

// MarshalText writes String.
func (t Tie) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *Tie) UnmarshalText(b []byte) error { return law.ParseName(t, ties, b, "a tie") }

// excludes reports whether the tie makes an excluded participator for s. 236LA.
func (t Tie) excludes() bool { return t == OwnsNow || t == OwnedSince || t == ConnectedWithOwner }

// A TrustPower is a power that gives control of a settlement (s. 236LA(3)).
type TrustPower uint8

// The powers of s. 236LA(3)(a) to (e).
const (
	DisposeOfProperty TrustPower = iota + 1
	VaryOrEnd
	ChooseBeneficiaries
	ChooseTrustees
	DirectOthers
)

var trustPowers = []string{"", "dispose-of-property", "vary-or-end", "choose-beneficiaries", "choose-trustees", "direct"}

// String gives the JSON value.
func (p TrustPower) String() string { return law.NameOf(trustPowers, p) }

// MarshalText writes String.
func (p TrustPower) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *TrustPower) UnmarshalText(b []byte) error {
	return law.ParseName(p, trustPowers, b, "a power over a trust")
}

// IndependenceFigures are the figures of the trustee independence requirement.
type IndependenceFigures struct {
	// ExcludedTrustees is the part of the trustees that excluded participators must stay below.
	ExcludedTrustees law.History[law.Ratio]
	// ExcludedDirectors is the part of a company's directors at which it is one itself.
	ExcludedDirectors law.History[law.Ratio]
}

func enactedIndependence() IndependenceFigures {
	by := fa2025.At("Sch 6 para 3 (inserting s. 236LA)", "schedule/6/paragraph/3")
	return IndependenceFigures{
		ExcludedTrustees:  law.Since("employee.excluded_trustees", "of the trustees, not to be reached", at(strictRegime, law.Per(1, 2), by)),
		ExcludedDirectors: law.Since("employee.excluded_directors", "of the directors of a corporate trustee", at(strictRegime, law.Per(1, 2), by)),
	}
}

var independence = law.Topic("independence of trustees",
	rule{
		Code: TooManyExcluded, Provision: gains("s. 236LA(1)(a), (2)", "236LA"),
		Says:    "For the trustee independence requirement less than 50% of the trustees may be excluded participators, as a company is if 50% or more of its directors are.",
		InForce: since(strictRegime), Event: disposedOn, Applies: disposes, Check: mostlyIndependent,
		Remedy: "Appoint trustees, or directors of the corporate trustee, who are not excluded participators, until these are fewer than half.",
	},
	rule{
		Code: ExcludedControlTrust, Provision: gains("s. 236LA(1)(b), (3)", "236LA"),
		Says:    "For the trustee independence requirement excluded participators may not have power, without the trustees who are not excluded participators, to deal with the property, vary or end the settlement, choose beneficiaries or trustees, or direct any of these.",
		InForce: since(strictRegime), Event: disposedOn, Applies: disposes, Check: noSolePower,
		Remedy: "Take the power out of the instrument, or make it need a trustee who is not an excluded participator.",
	},
)

var residence = law.Topic("residence of trustees",
	rule{
		Code: TrusteesNotResident, Provision: gains("s. 236H(4)(za)", "236H"),
		Says:    "For the relief the trustees must be resident in the United Kingdom at the time of the disposal and for the remainder of its tax year.",
		InForce: since(strictRegime), Event: disposedOn, Applies: disposes, Check: ukResident,
		Remedy: "Appoint trustees who make the body of trustees resident in the United Kingdom.",
	},
)

const trusteeList = "trust.body.trustees"

func ukResident(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Trust.Body.Resident, "trust.body.uk_resident"); ok && !is {
		c.Breach("trust.body.uk_resident", "The residence requirement is not met: the trustees are not resident in the United Kingdom.%s", followed(c, Residence))
	}
}

func mostlyIndependent(c *kase) {
	list, ok := law.Need(c, &c.Subject.Trust.Body.Trustees, trusteeList)
	if !ok {
		return
	}
	b, err := IndependenceOf(list, c.On, c.Figures)
	if err != nil {
		c.Unknown(trusteeList, "The list cannot be used: "+err.Error()+".")
		return
	}
	for _, m := range b.Missing {
		c.Unknown("trust.body."+m.Path, m.Question)
	}
	if b.Known() && !b.Independent {
		c.Breach(trusteeList, "The trustee independence requirement is not met: %d of %d trustees are excluded participators, where less than %v may be %s (%s).%s",
			b.Excluded, b.Trustees, c.Figures.excludedTrustees(c.On), began(&c.Figures.ExcludedTrustees, c.On), strings.Join(b.Why, "; "), followed(c, TrusteeIndependence))
	}
}

func (f *Figures) excludedTrustees(on law.Date) law.Ratio {
	e, ok := f.ExcludedTrustees.At(on)
	if !ok {
		return law.Ratio{}
	}
	return e.Value
}

func noSolePower(c *kase) {
	list, _ := law.Need(c, &c.Subject.Trust.Body.SolePowers, "trust.body.sole_powers")
	for i, p := range list {
		c.Breach(law.Path("trust.body.sole_powers", i, ""), "The trustee independence requirement is not met: excluded participators have the power to %s without the other trustees.%s",
			strings.ReplaceAll(p.String(), "-", " "), followed(c, TrusteeIndependence))
	}
}

// Independence counts excluded participators among trustees (s. 236LA(1)(a)).
type Independence struct {
	Independent bool `json:"independent"`
	Excluded    int  `json:"excluded"`
	Trustees    int  `json:"trustees"`
	// Why says of each trustee, in the order of the list, what it counts as.
	Why []string `json:"why,omitempty"`
	// Missing are facts without which there is no answer.
	Missing []law.Missing `json:"missing,omitempty"`
}

// Known reports whether there is an answer.
func (b *Independence) Known() bool { return len(b.Missing) == 0 }

// IndependenceOf counts the trustees who are excluded participators: those with a tie of
// their own, and companies of whose directors half or more have one. Exactly half is too
// many. A body of no trustees is not independent. It refuses two trustees, or two directors
// of one company, of one id, and a day before 30 October 2024.
func IndependenceOf(list []Trustee, on law.Date, f *Figures) (Independence, error) {
	b := Independence{Trustees: len(list), Why: make([]string, len(list))}
	limit, ok1 := f.ExcludedTrustees.At(on)
	half, ok2 := f.ExcludedDirectors.At(on)
	if !ok1 || !ok2 {
		return Independence{}, fmt.Errorf("no such requirement on %s", on.Long())
	}
	seen := map[string]bool{}
	for i := range list {
		if seen[list[i].ID] {
			return Independence{}, fmt.Errorf("trustees[%d].id: twice in the list", i)
		}
		seen[list[i].ID] = true
		counts, err := b.counts(i, &list[i], half.Value)
		if err != nil {
			return Independence{}, err
		}
		if counts {
			b.Excluded++
		}
	}
	b.Independent = len(list) > 0 && !limit.Value.ReachedBy(int64(b.Excluded), int64(len(list)))
	return b, nil
}

// counts reports whether a trustee is an excluded participator.
func (b *Independence) counts(i int, t *Trustee, half law.Ratio) (bool, error) {
	tie, ok := t.Tie.Get()
	if !ok {
		b.lack(law.Path("trustees", i, "tie"))
		return false, nil
	}
	if b.Why[i] = tie.String(); tie.excludes() {
		return true, nil
	}
	directors, ok := t.Directors.Get()
	if !ok {
		b.lack(law.Path("trustees", i, "directors"))
	}
	excluded, seen := 0, map[string]bool{}
	for j := range directors {
		if seen[directors[j].ID] {
			return false, fmt.Errorf("%s: twice in the list", law.Path(law.Path("trustees", i, "directors"), j, "id"))
		}
		seen[directors[j].ID] = true
		tie, ok := directors[j].Tie.Get()
		if !ok {
			b.lack(law.Path(law.Path("trustees", i, "directors"), j, "tie"))
		}
		if tie.excludes() {
			excluded++
		}
	}
	if len(directors) == 0 {
		return false, nil
	}
	b.Why[i] = fmt.Sprintf("%d of %d directors are excluded participators", excluded, len(directors))
	return half.ReachedBy(int64(excluded), int64(len(directors))), nil
}

func (b *Independence) lack(path string) { b.Missing = append(b.Missing, law.Missing{Path: path}) }
