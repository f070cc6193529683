package employee

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Requirement is one of the relief requirements of s. 236H(4), or the last item, which is
// none of them but is a disqualifying event of its own.
type Requirement uint8

// The eight requirements in the order of s. 236H(4), and acting outside the trusts
// (s. 236O(2)(e)).
const (
	Residence Requirement = iota + 1
	TradingCompany
	AllEmployeeBenefit
	TrusteeIndependence
	ControllingInterest
	FairPrice
	LimitedParticipation
	NoEarlierRelief
	ActingWithinTrusts
)

var requirements = []string{
	"", "residence", "trading", "all-employee-benefit", "trustee-independence", "controlling-interest",
	"consideration", "limited-participation", "no-earlier-relief", "acting-within-trusts",
}

// String gives the JSON value.
func (r Requirement) String() string { return law.NameOf(requirements, r) }

// words writes the requirement for a sentence.
func (r Requirement) words() string { return strings.ReplaceAll(r.String(), "-", " ") }

// MarshalText writes String.
func (r Requirement) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Requirement) UnmarshalText(b []byte) error {
	return law.ParseName(r, requirements, b, "a relief requirement")
}

// An Effect is what the end of a requirement does to the relief.
type Effect uint8

// NoEffect is none. Refused: a requirement fails in the tax year of the disposal, so that no
// relief is due. Withdrawn: a disqualifying event bars a claim and revokes one made.
// DeemedDisposal: the trustees are treated as disposing of the shares at market value.
// ExitCharge: s. 80 treats them so, because they are no longer resident. InDoubt: the Act
// does not settle it.
const (
	NoEffect Effect = iota + 1
	Refused
	Withdrawn
	DeemedDisposal
	ExitCharge
	InDoubt
)

var effects = []string{"", "none", "refused", "withdrawn", "deemed-disposal", "exit-charge", "in-doubt"}

// String gives the JSON value.
func (e Effect) String() string { return law.NameOf(effects, e) }

// MarshalText writes String.
func (e Effect) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Effect) UnmarshalText(b []byte) error { return law.ParseName(e, effects, b, "an effect") }

// A Period is a run of days, both ends included. A zero Last is open.
type Period struct {
	First law.Date `json:"first"`
	Last  law.Date `json:"last,omitzero"`
}

// Holds reports whether a day lies in the period.
func (p Period) Holds(d law.Date) bool {
	return !d.IsZero() && !d.Before(p.First) && (p.Last.IsZero() || !d.After(p.Last))
}

// String writes "6 April 2025 to 5 April 2029".
func (p Period) String() string {
	if p.Last.IsZero() {
		return "from " + p.First.Long()
	}
	return p.First.Long() + " to " + p.Last.Long()
}

// yearEnd returns the 5 April on which the tax year of a day ends.
func yearEnd(d law.Date) law.Date { return law.MonthsBeginningWith(law.TaxYearStart(d), 12) }

// WithdrawalWindow returns the tax years in which a disqualifying event withdraws the relief
// on a disposal (ss. 236O(1), 236R(1)): the next one and, for disposals from 30 October
// 2024, the next four. It counts whole tax years, never from the day of the disposal. There
// is none for disposals before 26 June 2014.
func WithdrawalWindow(disposal law.Date, f *Figures) (Period, bool) {
	years, ok := f.WithdrawalYears.At(disposal)
	if !ok {
		return Period{}, false
	}
	first := yearEnd(disposal).AddDays(1)
	return Period{first, law.MonthsBeginningWith(first, years.Value*monthsInYear)}, true
}

const monthsInYear = 12

// Consequence is what the end of a requirement on a day does to the relief on a disposal.
type Consequence struct {
	Effect Effect        `json:"effect"`
	By     law.Provision `json:"by,omitzero"`
	// After says that a deemed disposal is treated as made immediately after the event; it is
	// otherwise immediately before.
	After bool `json:"after,omitempty"`
	// AlsoExitCharge says that section 80 treats the trustees as disposing of the shares too,
	// which it does whenever they cease to be resident.
	AlsoExitCharge bool `json:"also_exit_charge,omitempty"`
	// Doubt is set where Effect is InDoubt.
	Doubt *law.Doubt `json:"doubt,omitempty"`
}

// ConsequenceOf says what follows where a requirement that was met ceases to be, on a day on
// or after the disposal: in the tax year of the disposal the relief is refused; in the years
// of WithdrawalWindow it is withdrawn; after them the first such event, which only the
// caller knows it to be, is a deemed disposal, or for residence an exit charge. Independence
// matters for disposals from 30 October 2024; before that the end of residence is an exit
// charge whenever it comes. FairPrice and NoEarlierRelief
// are tested at the disposal and cannot be lost.
func ConsequenceOf(r Requirement, kind DisposalKind, disposal, on law.Date, f *Figures) Consequence {
	none := Consequence{Effect: NoEffect}
	if _, ok := f.RelievedPart.At(disposal); !ok || on.Before(disposal) || r == FairPrice || r == NoEarlierRelief || r == 0 || r > ActingWithinTrusts {
		return none
	}
	strict := !disposal.Before(law.MustDate(strictRegime))
	window, full := WithdrawalWindow(disposal, f)
	switch {
	case r == Residence && !strict:
		return Consequence{Effect: ExitCharge, By: gains("s. 80", "80")}
	case r == TrusteeIndependence && !strict:
		return none
	case !full:
		return transitional(r, on, yearEnd(disposal))
	case on.Before(window.First):
		return inSaleYear(r)
	case window.Holds(on) && kind == BetweenTrusts:
		return Consequence{Effect: Withdrawn, By: gains("s. 236R(1)-(5)", "236R"), AlsoExitCharge: r == Residence}
	case window.Holds(on):
		return Consequence{Effect: Withdrawn, By: gains("s. 236O(1)-(4)", "236O"), AlsoExitCharge: r == Residence}
	case r == Residence:
		return Consequence{Effect: ExitCharge, By: gains("ss. 80, 236P(3A)", "80")}
	}
	return Consequence{Effect: DeemedDisposal, By: gains("s. 236P(1)-(3)", "236P")}
}

// inSaleYear is what follows in the tax year of the disposal.
func inSaleYear(r Requirement) Consequence {
	pin := map[Requirement]string{
		Residence: "s. 236H(4)(za)", TradingCompany: "s. 236H(4)(a)", AllEmployeeBenefit: "s. 236H(4)(b)",
		TrusteeIndependence: "s. 236H(4)(ba)", ControllingInterest: "s. 236H(4)(c)", LimitedParticipation: "ss. 236H(4)(d), 236N(3)",
	}[r]
	if pin != "" {
		return Consequence{Effect: Refused, By: gains(pin, "236H"), AlsoExitCharge: r == Residence}
	}
	return Consequence{Effect: InDoubt, By: gains("ss. 236H(4)(b), 236J(1), 236O(2)(e)", "236H"), Doubt: &law.Doubt{
		Question: "The trustees acted outside their trusts in the tax year of the disposal, where s. 236O lists the event for later years only.",
		Readings: []law.Reading{
			{Says: "the all-employee benefit requirement looks at what the trusts permit, and continues to be met"},
			{Says: "the requirement does not continue to be met, and no relief is due"},
		},
	}}
}

// transitional is the law for disposals from 6 April to 25 June 2014 (Finance Act 2014
// Sch 37 para 3): no withdrawal, and a deemed disposal immediately after the event.
func transitional(r Requirement, on, yearEnd law.Date) Consequence {
	later := on.After(yearEnd)
	switch {
	case r == TradingCompany && !later:
		return Consequence{Effect: Refused, By: gains("s. 236H(4)(a)", "236H")}
	case r == ControllingInterest && !later:
		return Consequence{Effect: NoEffect} // control is asked for at the end of the tax year only
	}
	return Consequence{Effect: DeemedDisposal, By: fa2014.At("Sch 37 para 3(d) (modifying s. 236P)", "schedule/37/paragraph/3"), After: true}
}

// CuredBy returns the last day on which a breach that only a death caused may end and be
// ignored: six months beginning with the death. For independence that is so in the withdrawal
// years and after them, and for residence in them, for disposals from 30 October 2024
// (ss. 236O(2A)-(2B), 236P(2A)). Where the end of residence is an exit charge, section 81
// spares the shares in the same time, those aside that the trustees disposed of meanwhile or
// that a treaty protects. What is lost in the tax year of the disposal is not cured.
func CuredBy(r Requirement, disposal, death law.Date, f *Figures) (last law.Date, ok bool) {
	window, full := WithdrawalWindow(disposal, f)
	in := full && window.Holds(death)
	months, ok := f.CureMonths.At(disposal)
	switch {
	case r == Residence && (!ok || full && death.After(window.Last)):
		if months, ok = f.ExitCureMonths.At(death); !ok || death.Before(disposal) {
			return law.Date{}, false
		}
	case !ok || r != Residence && r != TrusteeIndependence, !in && !death.After(window.Last):
		return law.Date{}, false
	}
	return law.MonthsBeginningWith(death, months.Value), true
}

// A Lot is shares of one class that the trustees acquired together.
type Lot struct {
	Shares int64 `json:"shares"`
	// Cost is for what they are treated as having acquired them.
	Cost law.Pence `json:"cost"`
	// Relieved says that they were acquired where s. 236H or s. 236Q applied, and not
	// disposed of and reacquired since: "EOT exempt shares".
	Relieved bool `json:"relieved"`
}

// Reacquired is a deemed disposal in money.
type Reacquired struct {
	Shares int64     `json:"shares"`
	Cost   law.Pence `json:"cost"`
	Value  law.Pence `json:"value"`
	// Gain is below nothing where the deemed disposal makes a loss.
	Gain law.Pence `json:"gain"`
	// Lots are the shares afterwards: those reacquired cost their value, and are no longer
	// relieved shares.
	Lots []Lot `json:"lots"`
}

// DisposeAtMarketValue works out a deemed disposal and reacquisition (s. 236P(3)) of all the
// relieved shares in a list of lots, given their market value together; the other shares
// stay as they are. The value is shared among the lots by their shares. It refuses lots with
// no shares or with amounts below nothing or beyond law.MaxPence, and a value where there
// are no relieved shares.
func DisposeAtMarketValue(lots []Lot, value law.Pence) (Reacquired, error) {
	r := Reacquired{Value: value, Lots: make([]Lot, len(lots))}
	weights := make([]int64, len(lots))
	for i, l := range lots {
		if l.Shares <= 0 || l.Cost < 0 || l.Cost > law.MaxPence {
			return Reacquired{}, fmt.Errorf("%w: lots[%d]: %d shares at %v", ErrRelief, i, l.Shares, l.Cost)
		}
		if !l.Relieved {
			continue
		}
		if l.Shares > maxHeads || r.Cost+l.Cost > law.MaxPence {
			return Reacquired{}, fmt.Errorf("%w: lots[%d]: the lots are too large together", ErrRelief, i)
		}
		weights[i], r.Shares, r.Cost = l.Shares, r.Shares+l.Shares, r.Cost+l.Cost
	}
	if value < 0 || value > law.MaxPence {
		return Reacquired{}, fmt.Errorf("%w: value: %v", ErrRelief, value)
	}
	shares, err := law.Split(value, weights)
	if err != nil {
		return Reacquired{}, fmt.Errorf("%w: value: %w", ErrRelief, err)
	}
	for i, l := range lots {
		if l.Relieved {
			l = Lot{Shares: l.Shares, Cost: shares[i]}
		}
		r.Lots[i] = l
	}
	r.Gain = value - r.Cost
	return r, nil
}

// ExemptChoice returns the fewest and the most relieved shares that trustees may say are
// among those sold, where they hold relieved and other shares of one class and sell some
// (s. 236S). Neither pooling nor first in, first out decides. There is no choice on a deemed
// disposal, which is of all the relieved shares. It refuses numbers below nothing or beyond
// a thousand billion, and a sale of more than is held.
func ExemptChoice(exempt, other, sold int64) (least, most int64, err error) {
	if exempt < 0 || other < 0 || exempt > maxHeads || other > maxHeads || sold < 0 || sold > exempt+other {
		return 0, 0, fmt.Errorf("%w: %d sold of %d relieved and %d other shares", ErrRelief, sold, exempt, other)
	}
	return max(0, sold-other), min(exempt, sold), nil
}
