package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// FeeItem is what a fee is paid for.
type FeeItem uint8

// The items: an application to form a community interest company, one to become one, and
// the report for a year. Nothing is charged for a change of objects, for consent, or for
// leaving.
const (
	FeeFormation FeeItem = iota + 1
	FeeConversion
	FeeReport
)

var feeItems = []string{"", "formation", "conversion", "report"}

// String gives the JSON value.
func (i FeeItem) String() string { return law.NameOf(feeItems, i) }

// MarshalText writes String.
func (i FeeItem) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads what String writes.
func (i *FeeItem) UnmarshalText(b []byte) error {
	return law.ParseName(i, feeItems, b, "an item of a fee")
}

// FeeRoute is how documents reach the registrar.
type FeeRoute uint8

// The routes: on paper, by the registrar's web service, or by software, on the same day or
// not.
const (
	OnPaper FeeRoute = iota + 1
	ByWeb
	BySoftware
	BySoftwareSameDay
)

var feeRoutes = []string{"", "paper", "web", "software", "software-same-day"}

// String gives the JSON value.
func (r FeeRoute) String() string { return law.NameOf(feeRoutes, r) }

// MarshalText writes String.
func (r FeeRoute) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *FeeRoute) UnmarshalText(b []byte) error {
	return law.ParseName(r, feeRoutes, b, "a route to the registrar")
}

// A Charge is what is payable on delivery.
type Charge struct {
	// Registrar and Regulator are the parts of the total; the registrar receives both.
	Registrar law.Pence `json:"registrar"`
	Regulator law.Pence `json:"regulator"`
	Total     law.Pence `json:"total"`
	// By are the provisions that set the parts, the registrar's first.
	By []law.Provision `json:"by,omitempty"`
	// Missing says why there is no answer; Doubt that it is provisional, on its first reading.
	Missing []law.Missing `json:"missing,omitempty"`
	Doubt   *law.Doubt    `json:"doubt,omitempty"`
}

// Known reports whether there is an answer, provisional or not.
func (f *Charge) Known() bool { return len(f.Missing) == 0 }

// Certain reports whether there is an answer that rests on no doubt.
func (f *Charge) Certain() bool { return f.Known() && f.Doubt == nil }

func (f *Charge) add(h *law.History[law.Pence], on law.Date, part *law.Pence) {
	e, ok := h.At(on)
	if !ok {
		f.Missing = append(f.Missing, law.Missing{Path: "figures." + h.ID(), Question: "What was the fee on " + on.Long() + "? The history holds none."})
		return
	}
	*part = e.Value
	f.Total += e.Value
	f.By = append(f.By, e.By)
	if e.Is == law.Doubtful {
		f.Doubt = &law.Doubt{Question: e.Question, Readings: []law.Reading{{Says: e.Value.String()}}}
		for _, v := range e.Or {
			f.Doubt.Readings = append(f.Doubt.Readings, law.Reading{Says: v.String()})
		}
	}
}

// Fee returns what is payable for an item by a route, by the day on which the documents are
// delivered: a fee that rises does not reach documents delivered before, whenever they are
// registered. A report costs the same by every route. Where the history holds no fee for
// the day, the item and the route, it says so.
func Fee(f *Figures, item FeeItem, route FeeRoute, delivered law.Date) Charge {
	var due Charge
	switch h := registrarFee(f, item, route); {
	case h != nil:
		due.add(h, delivered, &due.Registrar)
	case item != FeeReport:
		due.Missing = []law.Missing{{Path: "route", Question: "Is there a fee for a " + item.String() + " by this route? None is known."}}
	}
	due.add(&f.RegulatorFee, delivered, &due.Regulator)
	return due
}

func registrarFee(f *Figures, item FeeItem, route FeeRoute) *law.History[law.Pence] {
	switch {
	case item == FeeFormation && route == OnPaper:
		return &f.FormationPaper
	case item == FeeFormation && route == ByWeb:
		return &f.FormationWeb
	case item == FeeFormation && route == BySoftware:
		return &f.FormationSoftware
	case item == FeeFormation && route == BySoftwareSameDay:
		return &f.FormationSameDay
	case item == FeeConversion && route == OnPaper:
		return &f.NameChangePaper
	}
	return nil
}

// withFees adds the registrar's parts. What is published before May 2024 is a total, of
// which 15 pounds was the Regulator's.
func withFees(f FormalFigures) FormalFigures {
	formation, rename := fees2024.At("reg 4(b)", "regulation/4"), fees2024.At("reg 4(f)", "regulation/4")
	published := registrarFees.At("", "")
	const (
		rise    = "Were the registrar's fees raised on 1 February 2026? The instrument was not read."
		renamed = "Were the registrar's fees raised on 1 February 2026, and is a conversion charged as a change of name on paper or by electronic means?"
		began   = "From when in 2019 could a community interest company be formed online?"
	)
	f.FormationWeb = law.Since("cic.formation_web", "pounds, the registrar's part",
		at("2019-01-01", law.Pounds(12), published).InDoubt(began, law.Pounds(20)),
		at("2020-01-01", law.Pounds(12), published),
		at("2024-05-01", law.Pounds(50), formation),
		at("2026-02-01", law.Pounds(100), published).InDoubt(rise, law.Pounds(50)))
	f.FormationSoftware = law.Since("cic.formation_software", "pounds, the registrar's part",
		at("2024-05-01", law.Pounds(50), formation),
		at("2026-02-01", law.Pounds(100), published).InDoubt(rise, law.Pounds(50)))
	f.FormationSameDay = law.Since("cic.formation_same_day", "pounds, the registrar's part",
		at("2024-05-01", law.Pounds(78), formation),
		at("2026-02-01", law.Pounds(156), published).InDoubt(rise, law.Pounds(78)))
	f.FormationPaper = law.Since("cic.formation_paper", "pounds, the registrar's part",
		at("2018-01-31", law.Pounds(20), published),
		at("2024-05-01", law.Pounds(71), formation),
		at("2026-02-01", law.Pounds(124), published).InDoubt(rise, law.Pounds(71)))
	f.NameChangePaper = law.Since("cic.name_change_paper", "pounds, the registrar's part",
		at("2018-01-31", law.Pounds(10), published),
		at("2024-05-01", law.Pounds(30), rename),
		at("2026-02-01", law.Pounds(30), published).InDoubt(renamed, law.Pounds(20)))
	return f
}
