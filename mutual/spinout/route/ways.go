package route

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Way is one by which a mutual comes by a contract or money.
type Way uint8

// The ways, in the order in which they came.
const (
	PartB Way = iota + 1
	Own
	Grant
	LightTouch
	Reserved77
	Reserved20
	Selection
	LightTouchAct
	Reserved33
	Reserved32
)

var wayNames = []string{
	"", "part-b", "in-house", "grant", "light-touch", "reserved-regulation-77", "reserved-regulation-20", "provider-selection", "light-touch-act",
	"reserved-section-33", "reserved-section-32",
}

// String gives the JSON value.
func (w Way) String() string { return law.NameOf(wayNames, w) }

// MarshalText writes String.
func (w Way) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what String writes.
func (w *Way) UnmarshalText(b []byte) error {
	return law.ParseName(w, wayNames, b, "a way to a contract")
}

// Title names the way for readers.
func (w Way) Title() string {
	titles := [...]string{
		PartB: "Part B services", Own: "a company of the authority's own", Grant: "a grant or interim agreement", LightTouch: "the light-touch regime of 2015",
		Reserved77: "regulation 77", Reserved20: "regulation 20", Selection: "provider selection in the health service", LightTouchAct: "a light-touch contract of the Act of 2023",
		Reserved33: "section 33", Reserved32: "section 32",
	}
	if int(w) < len(titles) && titles[w] != "" {
		return titles[w]
	}
	return w.String()
}

// An Option is a way as at a day.
type Option struct {
	Way   Way    `json:"way"`
	Title string `json:"title"`
	// Open says that procurements begun on the day may take it, where it is for the service.
	Open bool `json:"open"`
	// When is the period in which it could be taken; any day where it is empty.
	When law.Window `json:"when,omitzero"`
	// Who may have the contract, what limits it, and what to mind.
	Who    string        `json:"who"`
	Limits string        `json:"limits"`
	By     law.Provision `json:"by"`
	Link   string        `json:"link,omitempty"`
	// Unread says what of this was not read in the law itself.
	Unread string `json:"unread,omitempty"`
}

// Routes lists every way with whether it is open to a procurement that begins on a day, for
// health care of the National Health Service or for other services.
func Routes(health bool, on law.Date) ([]Option, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day on which a procurement begins", law.ErrDate)
	}
	out := enacted(health)
	for i := range out {
		o := &out[i]
		o.Title, o.Link = o.Way.Title(), o.By.Link(on)
		o.Open = (o.When == law.Window{} || o.When.Holds(on)) && suits(o.Way, health, on)
	}
	return out, nil
}

// suits reports whether a way is for the service at all: provider selection is for health
// care alone, which the Act and regulation 77 leave out.
func suits(w Way, health bool, on law.Date) bool {
	switch w {
	case Selection:
		return health
	case Reserved77, LightTouchAct, Reserved33, Reserved32:
		return !health
	case LightTouch, Reserved20: // health care came under it on 18 April 2016, and left it for selection
		return !health || on.After(law.MustDate(last2006Health)) && on.Before(law.MustDate(beganSelection))
	case PartB, Own, Grant:
	}
	return true
}

func enacted(health bool) []Option {
	part := law.From(began2006, law.England).Until(last2006)
	if health {
		part = law.From(began2006, law.England).Until(last2006Health)
	}
	light, act := in2015[0], in2023[0]
	return []Option{
		{
			Way: PartB, When: part, By: contracts2006.At("reg 5(2) and Sch 3 Part B", "schedule/3"), Who: "Anybody.",
			Limits: "Light rules, though the principles of the Treaty applied; a direct award was common, and open to challenge.",
			Unread: "The last day for health services, and how far the Treaty reached, are general knowledge.",
		},
		{
			Way: Own, By: procurement2023.At("Sch 2 para 2", "schedule/2"), Who: "A company that the authority controls.",
			Limits: "More than 80% of its activities for its owners; from 26 February 2015 no private capital but of a kind that the law requires, and from 24 February 2025 no share held by any but public bodies, so that staff shares break it.",
			Unread: "What was allowed before 26 February 2015 was not read.",
		},
		{
			Way: Grant, By: law.Instrument{Title: "Local Government Lawyer, report on Kent Safe Schools (Project Salus), 2011"}.At("", ""), Who: "Anybody.",
			Limits: "The rules on state aid and subsidy; it can be ended at short notice, as Project Salus found after six months.",
			Unread: "No enactment is cited: grants were made on any day.",
		},
		{
			Way: LightTouch, When: light, By: contracts2015.At("regs 74-76", "regulation/74"), Who: "Anybody.",
			Limits: "Above the threshold: advertise, and award by a procedure that is transparent and treats all equally.",
			Unread: "The threshold (750,000 euros, about £0.66m with VAT in later years) is general knowledge.",
		},
		{
			Way: Reserved77, When: light, By: contracts2015.At("reg 77", "regulation/77"), Who: "Organisations with a public service mission, reinvested profits and a participatory structure.",
			Limits: "At most three years, only for the listed services, not for health care of the health service, and not to one who had one in the past three years; the qualifying bodies compete.",
		},
		{
			Way: Reserved20, When: light, By: contracts2015.At("reg 20", "regulation/20"), Who: "Sheltered workshops and operators that integrate disabled or disadvantaged persons: at least 30% of the employees.",
			Limits: "The call refers to article 20; no longest term, list of services or look back.",
		},
		{
			Way: Selection, When: inSelection[0], By: selection2023.At("regs 6-11", "regulation/6"), Who: "Anybody, for health care services of the health service.",
			Limits: "Direct award A, B or C, the most suitable provider, or a competition; a framework only by competition; C is barred by a considerable change.",
		},
		{
			Way: LightTouchAct, When: act, By: procurement2023.At("s. 9", "section/9"), Who: "Anybody.",
			Limits: "A public contract is awarded by competition, unless a direct award is justified.",
			Unread: "Sections 9 and 41 to 43 were read only as far as section 33 needs.",
		},
		{
			Way: Reserved33, When: act, By: procurement2023.At("s. 33", "section/33"), Who: "Public service mutuals that entered into no comparable contract in three years.",
			Limits: "At most five years, only for reservable light-touch services, by a competitive flexible procedure; the tenders of others are disregarded.",
		},
		{
			Way: Reserved32, When: act, By: procurement2023.At("s. 32", "section/32"), Who: "Supported employment providers: at least 30% of the workforce disabled or disadvantaged.",
			Limits: "By a competitive flexible procedure; no longest term, list of services or look back.",
		},
	}
}

// Reservation77 returns the conditions of regulation 77, read-only.
func Reservation77() *law.Rules[Award, Figures] { return regulation77 }

// Reservation33 returns the conditions of section 33 with the test of the bidder, read-only.
func Reservation33() *law.Rules[Award, Figures] { return mutuals33 }

// Reservation20 returns the conditions of regulation 20, read-only.
func Reservation20() *law.Rules[Award, Figures] { return regulation20 }

// Reservation32 returns the conditions of section 32, read-only.
func Reservation32() *law.Rules[Award, Figures] { return section32 }

// SocialValue returns the duties of the Act of 2012, read-only.
func SocialValue() *law.Rules[Award, Figures] { return value }
