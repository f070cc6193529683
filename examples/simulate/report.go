package main

import (
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// report is what a run tells.
type report struct {
	Version     string           `json:"version"`
	Case        string           `json:"case"`
	Service     string           `json:"service"`
	Parent      string           `json:"parent"`
	In          law.Extent       `json:"in"`
	On          law.Date         `json:"on"`
	Years       int              `json:"years"`
	Paths       uint64           `json:"paths"`
	Seed        uint64           `json:"seed"`
	Fingerprint string           `json:"fingerprint"`
	Forms       []outcome        `json:"forms"`
	LeftOut     []leftOut        `json:"left_out,omitempty"`
	Inputs      []spinout.Origin `json:"inputs"`
	Policy      []string         `json:"policy"`
}

// outcome is what becomes of the case under one form.
type outcome struct {
	Form  string `json:"form"`
	Title string `json:"title"`
	// Alike is the first form of the list whose figures are all the same, where it is another.
	Alike string `json:"alike,omitempty"`
	// Troubles are how likely each is by the end, and by each year; Held the rules that hold a
	// payment back.
	Troubles []trouble `json:"troubles"`
	Held     []held    `json:"held,omitempty"`
	// Reserves and Cash are at the end; by year they are in ByYear. Paid is over all years.
	Reserves spread      `json:"reserves"`
	Cash     spread      `json:"cash"`
	Paid     []paid      `json:"paid"`
	ByYear   []year      `json:"by_year"`
	Explains []influence `json:"explains,omitempty"`
	// FromFirst are the mean differences from the first form, on the same draws.
	FromFirst []difference `json:"from_first,omitempty"`
}

// odds are the share of paths, with the range in which it lies at 95%.
type odds struct {
	simulate.Odds
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

func oddsOf(o simulate.Odds) odds {
	low, high := o.Range()
	return odds{o, low, high}
}

type trouble struct {
	Event simulate.Event `json:"event"`
	odds
	// By are the odds that it has happened by the end of each year.
	By []odds `json:"by"`
}

type held struct {
	By        law.Code       `json:"by,omitempty"`
	Provision *law.Provision `json:"provision,omitempty"`
	odds
}

// spread is between what amounts paths lie: 5%, 25%, 50%, 75% and 95% of them below.
type spread struct {
	P5  law.Pence `json:"p5"`
	P25 law.Pence `json:"p25"`
	P50 law.Pence `json:"p50"`
	P75 law.Pence `json:"p75"`
	P95 law.Pence `json:"p95"`
}

type paid struct {
	Kind law.PaymentKind `json:"kind"`
	spread
}

type year struct {
	End      law.Date `json:"end"`
	Cash     spread   `json:"cash"`
	Reserves spread   `json:"reserves"`
}

type influence struct {
	Driver string  `json:"driver"`
	Share  float64 `json:"share"`
	Rises  bool    `json:"rises"`
}

// difference is in pounds, or for odds in parts of all paths.
type difference struct {
	Measure       simulate.Measure `json:"measure"`
	Mean          float64          `json:"mean"`
	StandardError float64          `json:"standard_error"`
}

// told are the troubles, in order.
var told = [...]simulate.Event{
	simulate.OutOfCash, simulate.NetLiabilities, simulate.ContractLost, simulate.TooFewMembers, simulate.Inquorate,
	simulate.WithdrawalsHeld, simulate.Compulsory, simulate.Overflow,
}

// compared are the measures whose differences are told.
var compared = [...]simulate.Measure{simulate.Reserves, simulate.Cash, simulate.PaidInAll, simulate.Measure(simulate.OutOfCash)}

func (s *setting) report(t *simulate.Tally) *report {
	r := &report{
		Version: law.Version, Case: s.Name, Service: s.Service, Parent: s.Parent, In: s.In, On: s.on, Years: s.Years.Value,
		Paths: t.Paths(), Seed: s.spec.Seed, Fingerprint: t.Fingerprint, LeftOut: s.out,
	}
	for in := range s.Inputs() {
		r.Inputs = append(r.Inputs, in)
	}
	for i := range s.Policy.Value {
		r.Policy = append(r.Policy, stepWords(&s.Policy.Value[i]))
	}
	can := happening(t)
	for i := range t.Scenarios {
		x := s.outcome(&t.Scenarios[i], s.forms[i], can)
		for j := range r.Forms {
			if r.Forms[j].Alike == "" && x.alike(&r.Forms[j]) {
				x.Alike = r.Forms[j].Form
				break
			}
		}
		r.Forms = append(r.Forms, x)
	}
	return r
}

// happening are the troubles that happen to any form on any path, and being out of cash.
func happening(t *simulate.Tally) (out []simulate.Event) {
	for _, e := range told {
		if e == simulate.OutOfCash || slices.ContainsFunc(t.Scenarios, func(o simulate.Outlook) bool { return o.By(0, e).Hits > 0 }) {
			out = append(out, e)
		}
	}
	return out
}

func (s *setting) outcome(o *simulate.Outlook, f legalform.Form, can []simulate.Event) outcome {
	x := outcome{Form: o.Form, Title: o.Name, Reserves: spreadOf(o, 0, simulate.Reserves), Cash: spreadOf(o, 0, simulate.Cash)}
	for _, e := range can {
		tr := trouble{Event: e, odds: oddsOf(o.By(0, e))}
		for y := range o.Years {
			tr.By = append(tr.By, oddsOf(o.By(y+1, e)))
		}
		x.Troubles = append(x.Troubles, tr)
	}
	for _, e := range o.Events() {
		if code, ok := strings.CutPrefix(string(e), string(simulate.Held(""))); ok {
			x.Held = append(x.Held, held{law.Code(code), provision(f, law.Code(code)), oddsOf(o.By(0, e))})
		}
	}
	for y := range o.Years {
		x.ByYear = append(x.ByYear, year{
			s.on.AddMonths(12*y + 12).AddDays(-1), spreadOf(o, y+1, simulate.Cash), spreadOf(o, y+1, simulate.Reserves),
		})
	}
	for _, k := range s.kinds() {
		x.Paid = append(x.Paid, paid{k, spreadOf(o, 0, simulate.Paid(k))})
	}
	for _, i := range o.Spread(simulate.Reserves) {
		x.Explains = append(x.Explains, influence(i))
	}
	for _, m := range compared {
		mean, se, ok := o.From(m)
		if !ok {
			continue
		}
		if m != simulate.Measure(simulate.OutOfCash) {
			mean, se = mean/100, se/100
		}
		x.FromFirst = append(x.FromFirst, difference{m, mean, se})
	}
	return x
}

// kinds are the payments that the policy may make, in the order of its steps.
func (s *setting) kinds() (out []law.PaymentKind) {
	for i := range s.Policy.Value {
		for _, k := range s.Policy.Value[i].Kinds {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

func spreadOf(o *simulate.Outlook, year int, m simulate.Measure) spread {
	at := func(percent int64) law.Pence {
		v, _ := o.Quantile(year, m, law.Percent(percent))
		return v
	}
	return spread{at(5), at(25), at(50), at(75), at(95)}
}

// provision is that of a rule of the form; nil where the form has none of that code.
func provision(f legalform.Form, code law.Code) *law.Provision {
	for m := range f.RuleList() {
		if m.Code == code {
			return &m.Provision
		}
	}
	return nil
}

// alike reports whether all figures of two forms are the same, whatever rule it is that holds
// payments back.
func (x *outcome) alike(y *outcome) bool {
	return x.Reserves == y.Reserves && x.Cash == y.Cash && slices.Equal(x.Paid, y.Paid) && slices.Equal(x.ByYear, y.ByYear) &&
		slices.EqualFunc(x.Troubles, y.Troubles, func(a, b trouble) bool {
			return a.Event == b.Event && a.odds == b.odds && slices.Equal(a.By, b.By)
		})
}
