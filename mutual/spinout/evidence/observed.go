package evidence

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

// An Observed is how long one body took from start to trading.
type Observed struct {
	Body   string           `json:"body"`
	Months lifecycle.Months `json:"months"`
	Bound  Bound            `json:"bound,omitzero"`
	Basis
}

// Durations lists the months that eleven bodies took. Those that never launched have none, so
// the list is biased to survivors; in health, under a national deadline, the end went faster.
func Durations() []Observed {
	return []Observed{
		{"MyCSP", lifecycle.Months{Least: 13, Most: 13}, Exactly, reported("S82b").saying("Announced in April 2011, trading in May 2012.")},
		{"SEQOL", lifecycle.Months{Least: 14, Most: 14}, Exactly, derived("A pathfinder in August 2010, trading in October 2011.", "S1")},
		{"Spiral Health", lifecycle.Months{Least: 14, Most: 14}, Exactly, derived("A pathfinder in February 2011, trading in April 2012.", "S4", "S20")},
		{"Central Surrey Health", lifecycle.Months{Least: 21, Most: 21}, Exactly, reported("S87").saying("18 months of research and 3 in shadow.")},
		{"Leading Lives", lifecycle.Months{Least: 21, Most: 21}, Exactly, reported("S98", "S99").saying("Autumn 2010 to July 2012.")},
		{"Inclusion Healthcare", lifecycle.Months{Least: 23, Most: 23}, About, reported("S8").saying("Almost two years.")},
		{"Anglian Community Enterprise", lifecycle.Months{Least: 24, Most: 24}, About, reported("S11").saying("A journey of two years.")},
		{"Salford Aspire", lifecycle.Months{Least: 24, Most: 24}, MoreThan, reported("S101").saying("To the cabinet's approval only.")},
		{"City Health Care Partnership", lifecycle.Months{Least: 26, Most: 26}, Exactly, reported("S106").saying("At arm's length in April 2008, trading in June 2010, the latter by general knowledge.")},
		{"3BM", lifecycle.Months{Least: 32, Most: 32}, Exactly, derived("A pathfinder in August 2010, trading in April 2013.", "S1", "S26")},
		{"Epic", lifecycle.Months{Least: 32, Most: 41}, Exactly, derived("A pathfinder in August 2010; established in April 2013 by one report, spun out in 2014 by another.", "S14", "S13")},
	}
}

// A Per is what a rate is a share of.
type Per uint8

// What rates are shares of.
const (
	PerProject Per = iota + 1
	PerAward
	EachYear
	PerRetender
	PerApplication
	PerSupported
)

var perNames = []string{"", "accepted-project", "award", "year", "re-tender", "application", "supported-project"}

// String gives the JSON value.
func (p Per) String() string { return law.NameOf(perNames, p) }

// MarshalText writes String.
func (p Per) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Per) UnmarshalText(b []byte) error {
	return law.ParseName(p, perNames, b, "what a rate is a share of")
}

// A Rate is how often something becomes of a case.
type Rate struct {
	Mode string `json:"mode"`
	// Before says that it happens before the launch; Launching that it does at it.
	Before bool      `json:"before_launch"`
	Least  law.Ratio `json:"least"`
	Most   law.Ratio `json:"most"`
	Per    Per       `json:"per"`
	Basis
}

// Rates lists how often cases failed, by mode, with where to start from.
func Rates() []Rate {
	return []Rate{
		{"dropped, or no trace", true, ratio("0.34"), ratio("0.42"), PerProject, derived("5 of 12 pathfinders of the first wave; 21 of 61 under the right to request.", "S29", "S27")},
		{"taken over by another body", true, ratio("1/12"), ratio("1/12"), PerProject, derived("Newton Rigg, of 12.", "S12")},
		{"on hold while parents merge", true, ratio("0.25"), ratio("0.25"), PerProject, derived("3 of 12 projects; most return, reshaped.", "A", "S13", "S14")},
		{"became something else", true, ratio("0.1"), ratio("0.1"), PerProject, derived("Salvere; Westminster into 3BM.", "A", "S7")},
		{"legal challenge to award or consultation", true, ratio("0.02"), ratio("0.05"), PerAward, judged("Gloucestershire stopped, Hull went on.", "Judged from two cases.")},
		{"the parent goes back on its money", false, ratio("0.02"), ratio("0.02"), EachYear, judged("Project Salus.", "Judged from one case.")},
		{"contract not renewed", false, ratio("0.15"), ratio("0.3"), PerRetender, judged("SEQOL; the first big bid of Central Surrey Health.", "Judged from two cases.")},
		{"insolvent or unsustainable", false, ratio("0.01"), ratio("0.03"), EachYear, judged("Peninsula Community Health.", "Judged from one case.")},
		{"never qualifies for support", true, ratio("0.8"), ratio("0.8"), PerApplication, derived("110 applications; just over 20 were supported in the first year.", "S60")},
		{"supported, and live after two years", true, ratio("0.24"), ratio("0.24"), PerSupported, derived("16 of 67, some of them live before they were helped.", "S62")},
	}
}

// An Employed is the headcount of the public sector of the United Kingdom in a quarter, in
// thousands.
type Employed struct {
	Quarter            lifecycle.When `json:"quarter"`
	Total              int64          `json:"total"`
	Local              int64          `json:"local"`
	Central            int64          `json:"central"`
	PublicCorporations int64          `json:"public_corporations"`
	// CivilService is within the rest.
	CivilService law.Fact[int64] `json:"civil_service,omitzero"`
	Sources      []string        `json:"sources"`
}

// Employment lists quarters of public sector employment; central government has the National
// Health Service in it. The 196,000 of the English colleges left the sector on paper in 2012.
func Employment() []Employed {
	of := []string{"S74", "S75", "S76"}
	q := func(at string, total, local, central, corporations int64) Employed {
		return Employed{Quarter: lifecycle.MustWhen(at), Total: total, Local: local, Central: central, PublicCorporations: corporations, Sources: of}
	}
	out := []Employed{
		q("2010-07/2010-09", 6263, 2915, 2809, 539),
		q("2011-01/2011-03", 6180, 2851, 2804, 525),
		q("2011-04/2011-06", 6054, 2779, 2762, 513),
		q("2011-07/2011-09", 5987, 2720, 2760, 507),
		q("2013-04/2013-06", 5665, 2448, 2748, 469),
		q("2015-04/2015-06", 5358, 2270, 2909, 179),
	}
	for i, n := range []int64{514, 513, 488, 479} {
		out[i].CivilService = law.Known(n)
	}
	for i := range out {
		out[i].Sources = append([]string{}, of...)
	}
	return out
}

// An Ambition is how many were hoped for, or thought possible.
type Ambition struct {
	Whose  string   `json:"whose"`
	People int64    `json:"people"`
	By     law.Date `json:"by,omitzero"`
	Basis
}

// Ambitions lists the hopes of 2011: a million public servants, and a third of them.
func Ambitions() []Ambition {
	return []Ambition{
		{"the Minister for the Cabinet Office", 1_000_000, law.MustDate("2015-12-31"), reported("A", "S63").saying("He hoped for a million by 2015; on 14 December 2011 he said that he had set no target and thought it feasible.").doubting("By when in 2015 is not told; the year's end is the latest that it can mean.")},
		{"a sceptical adviser", 333_333, law.MustDate("2015-12-31"), reported("A").saying("He would settle for a third of a million; the day is that of the hope that he answers.")},
	}
}

// A Support is what a scheme spent, and whom it reached.
type Support struct {
	Scheme   string          `json:"scheme"`
	Pounds   law.Fact[int64] `json:"pounds,omitzero"`
	Helped   law.Fact[int64] `json:"helped,omitzero"`
	Launched law.Fact[int64] `json:"launched,omitzero"`
	Basis
}

// Supports lists the schemes of support.
func Supports() []Support {
	n := law.Known[int64]
	none := law.Fact[int64]{}
	return []Support{
		{"Right to Request, Social Enterprise Investment Fund", n(12_400_000), n(61), n(40), reported("S31", "S27", "S29").saying("About £8m, and £4.4m in November 2010.")},
		{"Mutuals Information Service, first year", none, n(110), none, reported("S60").saying("Applications; just over 20 were passed on.")},
		{"Mutuals Support Programme, to February 2013", n(1_000_000), n(21), none, reported("S61").saying("21 packages, 14 of them to smaller firms, paid to advisers and not to the mutual; of a fund of £10m.")},
		{"Mutuals Support Programme, two years", none, n(67), n(16), reported("S62").saying("51 more were in development. What was spent in the end was not found.")},
		{"Mutuals in Health, 2014", n(1_000_000), n(10), none, reported("S78", "S78b").saying("About ten trusts were intended; feasibility only.").doubting("No mutual of an acute trust was found.")},
		{"Mutuals Support Programme 2, to March 2020", n(1_700_000), none, none, reported("S55", "S55b").saying("Match funding in cash; the first five years or the first contract.")},
	}
}

// Sizes lists the staff of bodies that are named, in ascending order; one was planned only.
func Sizes() Claim[[]int64] {
	return Claim[[]int64]{
		Value: []int64{12, 90, 121, 400, 400, 500, 650, 1000, 1082, 1237, 3000},
		Basis: reported("S8", "S96", "S19", "S99", "S101", "S64", "S86", "S94", "S11", "S95b", "S39").saying("1,000 is about; 1,237 are full-time equivalents; the 3,000 were planned."),
	}
}
