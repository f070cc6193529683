package route

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Reservation is the answer to whether a contract may be reserved for bodies like a bidder.
type Reservation struct {
	On law.Date `json:"on"`
	// Way is regulation 77 or section 33, or regulation 20 or section 32, as the day on which the procurement
	// began decides; none where there is no reservation, or the day is not known.
	Way Way `json:"way,omitzero"`
	// Outcome is met where it may be reserved and the bidder qualifies, breached where some
	// condition is not met, unknown, or not in force.
	Outcome law.Outcome `json:"outcome"`
	Says    string      `json:"says"`
	// MostMonths is the longest term of a contract that is reserved so; 0 where none is set.
	MostMonths int64 `json:"most_months,omitempty"`
	// BarredUntil is the last day on which the bidder's past contracts bar an award to it, and
	// Again the first on which, once this contract is awarded and entered into on the day,
	// another like it may be reserved for the bidder.
	BarredUntil law.Date      `json:"barred_until,omitzero"`
	Again       law.Date      `json:"again,omitzero"`
	Report      *law.Report   `json:"report"`
	Unknown     []law.Missing `json:"unknown,omitempty"`
}

// MayReserve says whether a contract that is awarded on a day may be reserved for public
// service mutuals and whether the bidder is one: by which law, for how long at most, and when
// for that bidder again.
func MayReserve(a *Award, on law.Date, f *Figures) (*Reservation, error) {
	a, err := dated(a, on)
	if err != nil {
		return nil, err
	}
	out := &Reservation{On: on, Outcome: law.NotInForce, Says: "No contract could be reserved for mutuals: the services were of Part B of the older regulations."}
	begun, ok := a.Contract.Begun.Get()
	switch {
	case !ok:
		out.Report = regulation77.Judge(a, f, on, law.England)
		out.Outcome = law.Unknown
		out.Says = "It is not known which law governs: that of the day on which the procurement began."
	case begun.Before(law.MustDate(began2015)):
		out.Report = regulation77.Judge(a, f, on, law.England)
	case begun.Before(law.MustDate(began2023)):
		out.judged(Reserved77, regulation77.Judge(a, f, on, law.England))
		out.term(&f.Term77, begun)
		out.bars(a, f, UnderRegulation77, begun)
	default:
		out.judged(Reserved33, mutuals33.Judge(a, f, on, law.England))
		out.term(&f.Term33, begun)
		out.bars(a, f, UnderSection33, begun)
	}
	out.Unknown = out.Report.Unsettled()
	return out, nil
}

// MayReserveForSupport is MayReserve for supported employment under section 32, and under
// regulation 20 for what began before 24 February 2025: neither has a longest term or
// looks back.
func MayReserveForSupport(a *Award, on law.Date, f *Figures) (*Reservation, error) {
	a, err := dated(a, on)
	if err != nil {
		return nil, err
	}
	out := &Reservation{On: on}
	begun, ok := a.Contract.Begun.Get()
	switch {
	case !ok:
		out.Report = section32.Judge(a, f, on, law.England)
		out.Outcome = law.Unknown
		out.Says = "It is not known which law governs: that of the day on which the procurement began."
	case begun.Before(law.MustDate(began2023)):
		out.judged(Reserved20, regulation20.Judge(a, f, on, law.England))
	default:
		out.judged(Reserved32, section32.Judge(a, f, on, law.England))
	}
	out.Unknown = out.Report.Unsettled()
	return out, nil
}

// dated returns a copy that is awarded on the day where it states no other, having checked it.
func dated(a *Award, on law.Date) (*Award, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day of the award", law.ErrDate)
	}
	b := *a
	if awarded, ok := b.Contract.Awarded.Get(); ok && awarded != on {
		return nil, fmt.Errorf("contract.awarded: %w: %v, where the question is of %v", ErrAward, awarded, on)
	}
	b.Contract.Awarded = law.Known(on)
	if !b.Contract.Begun.Stated() && on.Before(law.MustDate(began2015)) {
		b.Contract.Begun = law.Known(on) // whenever it began, no reservation was there yet
	}
	return &b, b.Check()
}

func (r *Reservation) judged(w Way, rep *law.Report) {
	r.Way, r.Report = w, rep
	r.Outcome = together(rep)
	switch r.Outcome {
	case law.Met:
		r.Says = "It may be reserved under " + w.Title() + ", and the bidder qualifies. The qualifying bodies still compete."
	case law.Breached:
		r.Says = "It may not be reserved under " + w.Title() + " for this bidder: a condition is not met."
	case law.Unknown:
		r.Says = "It is not known whether it may be reserved under " + w.Title() + " for this bidder."
	case law.NotApplicable, law.NotInForce:
		r.Says = "There is no reservation under " + w.Title() + " for what began on that day."
	}
}

func (r *Reservation) term(h *law.History[int64], on law.Date) {
	if e, ok := h.At(on); ok {
		r.MostMonths = e.Value
	}
}

// bars finds until when past contracts bar an award, and from when this one will no longer.
func (r *Reservation) bars(a *Award, f *Figures, basis Basis, begun law.Date) {
	r.Again = AgainFrom(basis, r.On, begun, f)
	for i := range a.Bidder.Past.Or(nil) {
		p := &a.Bidder.Past.Or(nil)[i]
		if p.Under.Or(0) != basis || !p.SameServices.Or(false) || !p.SameAuthority.Or(false) {
			continue
		}
		was := p.Awarded.Or(law.Date{})
		if basis == UnderSection33 {
			was = p.Entered.Or(law.Date{})
		}
		if from := AgainFrom(basis, was, begun, f); from.After(r.On) && !was.After(r.On) && from.AddDays(-1).After(r.BarredUntil) {
			r.BarredUntil = from.AddDays(-1)
		}
	}
}

// AgainFrom returns the first day on which a contract may be awarded in reserve to a bidder
// who had another like it: awarded on a day under regulation 77, or entered into on one under
// section 33. The law is that of a procurement begun on a day; it is no date where that law
// has no such bar.
func AgainFrom(basis Basis, day, begun law.Date, f *Figures) law.Date {
	switch basis {
	case UnderRegulation77:
		if months, ok := f.Bar77.At(begun); ok {
			return law.MonthsFrom(day, months.Value).AddDays(1)
		}
	case UnderSection33:
		if months, ok := f.Bar33.At(begun); ok {
			return law.MonthsBeginningWith(day, months.Value).AddDays(1)
		}
	case UnderOtherLaw:
	}
	return law.Date{}
}

// together is what the rules of a report come to: breached where one is, or else unknown
// where one is, or else met; not in force where none was.
func together(rep *law.Report) law.Outcome {
	out := law.NotInForce
	for i := range rep.Results {
		switch o := rep.Results[i].Outcome; {
		case o == law.Breached:
			return o
		case o == law.Unknown, o == law.Met && out != law.Unknown:
			out = o
		}
	}
	return out
}
