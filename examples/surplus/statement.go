package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A statement says where every pound of a year's result went.
type statement struct {
	Name       string          `json:"name"`
	Form       string          `json:"form"`
	Start      law.Date        `json:"year_start"`
	End        law.Date        `json:"year_end"`
	Declared   law.Date        `json:"declared"`
	Turnover   law.Pence       `json:"turnover"`
	Opening    law.Pence       `json:"opening"`
	Result     law.Pence       `json:"result"`
	Steps      []step          `json:"steps"`
	Tax        law.Pence       `json:"tax"`
	Kept       law.Pence       `json:"kept"`
	Where      []went          `json:"where"`
	Registered int64           `json:"memberships_published"`
	Members    int             `json:"members_listed"`
	Sharing    surplus.Sharing `json:"sharing"`
	Findings   []law.Finding   `json:"findings"`
	Refused    bool            `json:"pool_refused"`

	plan   *plan
	origin []string
}

// A step is a turn of the waterfall.
type step struct {
	Name   string          `json:"name"`
	Kind   law.PaymentKind `json:"kind,omitzero"`
	Wanted law.Pence       `json:"wanted"`
	Paid   law.Pence       `json:"paid"`
	Why    string          `json:"limited_by,omitempty"`
}

// A went is where a part of the result went.
type went struct {
	To     string    `json:"to"`
	Amount law.Pence `json:"amount"`
}

// breached reports whether the form or its rules stand against some of what the policy asks.
func (s *statement) breached() bool {
	for i := range s.Steps {
		if s.Steps[i].Why != "" {
			return true
		}
	}
	return len(s.Findings) > 0
}

// where divides the result. What was brought forward to members from earlier years is not
// of this year, and stays out.
func (s *statement) where() (out []went) {
	kept := s.Kept
	for _, x := range s.Steps {
		switch {
		case x.Name == s.plan.Pool:
			out = append(out, went{x.Name, x.Paid - s.Sharing.Residue})
		case x.Kind == 0:
			out = append(out, went{x.Name, x.Paid})
			kept -= x.Paid
		default:
			out = append(out, went{x.Name, x.Paid})
		}
	}
	return append(out, went{"corporation tax", s.Tax}, went{"residue, to reserves", s.Sharing.Residue}, went{"left in reserves", kept})
}

// A band counts the members whose award lies from one amount to below another.
type band struct {
	name string
	n    int
	sum  law.Pence
}

// bands are few enough to read, and give no member away. Those of nobody are left out.
func (s *statement) bands() (out []band) {
	limits := []law.Pence{1}
	for p := law.Pounds(1); len(limits) < 24; p *= 10 {
		limits = append(limits, p, 2*p, 5*p)
	}
	all := make([]band, len(limits)+1)
	for i := range s.Sharing.Awards {
		p := s.Sharing.Awards[i].Amount
		k, at := slices.BinarySearch(limits, p)
		if at {
			k++
		}
		all[k].n++
		all[k].sum += p
	}
	for k, b := range all {
		switch {
		case b.n == 0:
			continue
		case k == 0:
			b.name = "nothing"
		case k == len(limits):
			b.name = fmt.Sprintf("from %v", limits[k-1])
		default:
			b.name = fmt.Sprintf("%v to %v", limits[k-1], limits[k]-1)
		}
		out = append(out, b)
	}
	return out
}

// ofEachPound is an amount as pence in each pound of the result, in tenths of a penny.
func (s *statement) ofEachPound(p law.Pence) string {
	if s.Result <= 0 {
		return ""
	}
	tenths := law.MulDiv(p, 1000, int64(s.Result), law.HalfUp)
	return fmt.Sprintf("%d.%dp", tenths/10, tenths%10)
}

// rateWords says what a point of each part earned.
func (s *statement) rateWords() string {
	var words []string
	for i := range s.Sharing.Parts {
		p := &s.Sharing.Parts[i]
		if p.Total == 0 || p.Pool == 0 {
			continue
		}
		each := law.MulDiv(p.Pool, 10_000, int64(p.Total), law.HalfUp) // in hundredths of a penny
		amount := fmt.Sprintf("%d.%02dp", each/100, each%100)
		if each >= 100_00 {
			amount = (each / 100).String()
		}
		words = append(words, fmt.Sprintf("%s for each %s", amount, unit(p.By)))
	}
	return strings.Join(words, " and ")
}

func unit(by surplus.Points) string {
	units := map[surplus.Factor]string{
		surplus.Head: "member", surplus.Hours: "hour", surplus.Pay: "£1 of pay", surplus.Service: "year of service",
		surplus.Trade: "£1 of trade", surplus.Capital: "£1 of capital",
	}
	if fs := by.Factors(); len(fs) == 1 && by == surplus.By(fs[0]) {
		return units[fs[0]]
	}
	return "point"
}
