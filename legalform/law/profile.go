package law

import (
	"errors"
	"fmt"
	"strings"
)

// A Profile is what a form is, as at a date: what founders ask before they draft anything.
// What follows from a form's rules and figures is read from them and not stated again:
// what it may pay, and to whom, is Allow's to say. The zero Profile says nothing.
type Profile struct {
	// Family is the package of the form's law: "cic".
	Family string `json:"family"`
	// Under is what a body of the form is formed under.
	Under Provision `json:"under,omitzero"`
	// Available is where and when bodies of the form can be formed, as far as it is known. A
	// body formed before a window closed goes on. A body may be older than a window: Earlier
	// says under what.
	Available []Window `json:"available"`
	Earlier   Note     `json:"earlier,omitzero"`
	// Reserved says who alone may form one, where not anybody may.
	Reserved Note `json:"reserved,omitzero"`
	// Incorporated bodies are persons in law; Limited says that members' liability is. Either
	// may depend on the place.
	Incorporated Answer `json:"incorporated,omitzero"`
	Limited      Answer `json:"limited,omitzero"`
	// Regulators are who registers, supervises and hears complaints of bodies of the form.
	Regulators []Regulator `json:"regulators,omitempty"`
	// LeastMembers and LeastDirectors are the fewest that the law allows, LeastCapital the
	// smallest share capital.
	LeastMembers   Least       `json:"least_members,omitzero"`
	LeastDirectors Least       `json:"least_directors,omitzero"`
	LeastCapital   LeastAmount `json:"least_capital,omitzero"`
	// Lock is what keeps assets for their purpose, and by what law; zero where it is not known.
	Lock   AssetLock `json:"asset_lock,omitzero"`
	LockBy Provision `json:"asset_lock_by,omitzero"`
	// Charity says whether a body of the form is, may be or cannot be a charity.
	Charity   CharityStatus `json:"charity"`
	CharityBy Provision     `json:"charity_by,omitzero"`
	// Votes says how members vote if the body's own rules say nothing else.
	Votes Note `json:"votes,omitzero"`
	// StaffControl says whether those who work for it may hold the majority of the members'
	// votes; FixedTerm whether membership may be given for a term that then ends by itself.
	StaffControl Answer `json:"staff_control,omitzero"`
	FixedTerm    Answer `json:"fixed_term_members,omitzero"`
	// Tax are notes on how the body and what it pays are taxed.
	Tax []Note `json:"tax,omitempty"`
	// Formation is what is filed to form one, and what it costs.
	Formation []Filing `json:"formation,omitempty"`
}

// Existed reports whether a body of the form could be formed on a date in a place, any
// place where it is 0; the window that says so is the first that does.
func (p *Profile) Existed(on Date, in Extent) (Window, bool) {
	for _, w := range p.Available {
		if w.Holds(on) && (in == 0 || w.In.Covers(in)) {
			return w, true
		}
	}
	return Window{}, false
}

// ErrNoForm is wrapped by every complaint that a form did not exist at a date or a place.
var ErrNoForm = errors.New("no body of this form could be formed")

// Exists returns nil where Existed does, and otherwise an error that wraps ErrNoForm and
// says when and where the form can be had.
func (p *Profile) Exists(on Date, in Extent) error {
	if _, ok := p.Existed(on, in); ok {
		return nil
	}
	where := ""
	if in != 0 {
		where = " in " + in.Name()
	}
	when := make([]string, len(p.Available))
	for i, w := range p.Available {
		when[i] = "in " + w.In.Name() + " since " + w.From.Long()
		if !w.To.IsZero() {
			when[i] = "in " + w.In.Name() + " from " + w.From.Long() + " until " + w.To.AddDays(-1).Long()
		}
	}
	known := "; none is known to be possible at any date"
	if len(when) > 0 {
		known = ": it exists " + strings.Join(when, ", and ")
	}
	if p.Earlier.Says != "" {
		known += ". " + p.Earlier.Says
	}
	return fmt.Errorf("%w on %s%s%s", ErrNoForm, on.Long(), where, known)
}

// Describe says what the form is as at a date. Where no body of it could be formed anywhere
// on the date, the error wraps ErrNoForm and says since when one can be.
func (m *Family[T, F]) Describe(on Date) (Profile, error) {
	switch {
	case on.IsZero():
		return Profile{}, fmt.Errorf("%s: %w: no date to describe it at", m.ID, ErrDate)
	case m.Describes == nil:
		return Profile{}, fmt.Errorf("%s: the form has no profile", m.ID)
	}
	p := m.Describes(&m.Figures, on)
	if err := p.Exists(on, 0); err != nil {
		return Profile{}, fmt.Errorf("%s: %w", m.ID, err)
	}
	return p, nil
}

// An Answer is what the law says to a question of yes or no; not stated where it is not
// known, or depends, and then Says is what it depends on.
type Answer struct {
	Is   Fact[bool] `json:"is,omitzero"`
	Says string     `json:"says,omitempty"`
	By   Provision  `json:"by,omitzero"`
}

// Yes and No are answers with their source; Depends has none, and says on what.
func Yes(says string, by Provision) Answer { return Answer{Known(true), says, by} }

// No is a negative answer.
func No(says string, by Provision) Answer { return Answer{Known(false), says, by} }

// Depends is an answer that is not known from the form alone.
func Depends(on string, by Provision) Answer { return Answer{Says: on, By: by} }

// A Regulator is a public body with something to say of a form.
type Regulator struct {
	Name string `json:"name"`
	// Does is what it does: "registers", "supervises".
	Does string    `json:"does"`
	By   Provision `json:"by,omitzero"`
}

// Least is a smallest number, which may not be known, with its source.
type Least struct {
	Number Fact[int64] `json:"number,omitzero"`
	By     Provision   `json:"by,omitzero"`
	// Or is another way to satisfy it, in words: "two that are both registered societies".
	Or string `json:"or,omitempty"`
}

// LeastAmount is a smallest amount, which may not be known, with its source.
type LeastAmount struct {
	Amount Fact[Pence] `json:"amount,omitzero"`
	By     Provision   `json:"by,omitzero"`
}

// LeastAt reads a smallest number from a figure as at a date: not stated where the figure
// has no value then or is in doubt.
func LeastAt[N int | int64](h *History[N], on Date) Least {
	e, ok := h.At(on)
	if !ok || e.Is == Doubtful {
		return Least{}
	}
	return Least{Number: Known(int64(e.Value)), By: e.By}
}

// AmountAt is LeastAt for an amount.
func AmountAt(h *History[Pence], on Date) LeastAmount {
	e, ok := h.At(on)
	if !ok || e.Is == Doubtful {
		return LeastAmount{}
	}
	return LeastAmount{Known(e.Value), e.By}
}

// A Note is a sentence of law about a form, in words of our own, with its source.
type Note struct {
	Says string    `json:"says"`
	By   Provision `json:"by,omitzero"`
}

// A Filing is a form or document that is sent somewhere.
type Filing struct {
	// Form is its number or name: "IN01", "CIC36".
	Form string `json:"form"`
	To   string `json:"to"`
	// Fee is not stated where it is not known or in doubt; Doubt says which.
	Fee   Fact[Pence] `json:"fee,omitzero"`
	Doubt string      `json:"doubt,omitempty"`
	By    Provision   `json:"by,omitzero"`
}

// AssetLock is what keeps a body's assets for their purpose.
type AssetLock uint8

// The locks. A form without one of its own may adopt one in its rules, which they may take
// away again: that is voluntary. An available one is statutory, and the body's to choose.
const (
	NoAssetLock AssetLock = iota + 1
	VoluntaryAssetLock
	AvailableAssetLock
	StatutoryAssetLock
	CharitableAssetLock
)

var assetLocks = []string{"", "none", "voluntary", "statutory-if-adopted", "statutory", "charitable"}

// ByLaw reports whether the law itself keeps the lock, once the body has it, and not only
// the body's own rules.
func (l AssetLock) ByLaw() bool { return l >= AvailableAssetLock && l <= CharitableAssetLock }

// String gives the JSON value.
func (l AssetLock) String() string { return NameOf(assetLocks, l) }

// MarshalText writes String.
func (l AssetLock) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *AssetLock) UnmarshalText(b []byte) error {
	return ParseName(l, assetLocks, b, "an asset lock")
}

// CharityStatus says whether bodies of a form are charities.
type CharityStatus uint8

// The statuses.
const (
	NeverCharity CharityStatus = iota + 1
	MayBeCharity
	AlwaysCharity
)

var charityStatuses = []string{"", "never", "may-be", "always"}

// String gives the JSON value.
func (s CharityStatus) String() string { return NameOf(charityStatuses, s) }

// MarshalText writes String.
func (s CharityStatus) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *CharityStatus) UnmarshalText(b []byte) error {
	return ParseName(s, charityStatuses, b, "a charity status")
}
