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
	Name       string             `json:"name"`
	Turnover   law.Pence          `json:"turnover"`
	Opening    law.Pence          `json:"opening"`
	Registered int64              `json:"memberships_published"`
	Members    int                `json:"members_listed"`
	Where      []went             `json:"where"`
	Statement  *surplus.Statement `json:"statement"`
	// Shared tells of each step that is shared among the members; what each of them gets is
	// their own business, and in the payments.
	Shared   []shared      `json:"shared"`
	Findings []law.Finding `json:"findings"`
	Sources  []string      `json:"sources"`

	plan    *plan
	settled *surplus.Settled
}

// A shared is a step that is shared among the members.
type shared struct {
	Step string `json:"step"`
	surplus.Sharing
	line  *surplus.StatementLine
	terms *surplus.Terms // nil where the step names a factor only
}

func (s *statement) share() {
	for i, x := range s.settled.Shared {
		if x == nil {
			continue
		}
		one := shared{Step: s.Statement.Steps[i].Step, Sharing: *x, line: &s.Statement.Steps[i], terms: s.plan.Policy.Steps[i].Terms}
		one.Awards = nil
		s.Shared = append(s.Shared, one)
	}
}

// A went is where a part of the result went.
type went struct {
	To     string    `json:"to"`
	Amount law.Pence `json:"amount"`
}

// breached reports whether the form or its rules stand against some of what the policy asks.
func (s *statement) breached() bool {
	return len(s.Findings) > 0 || len(s.Statement.Wrong) > 0 ||
		slices.ContainsFunc(s.Statement.Steps, func(x surplus.StatementLine) bool { return limitedBy(&x) != "" })
}

// limitedBy says what of the form allows less of a step than is wanted; empty where nothing does.
func limitedBy(x *surplus.StatementLine) string {
	if x.Short == 0 || len(x.Limits) == 0 {
		return ""
	}
	l := &x.Limits[len(x.Limits)-1]
	switch {
	case l.Rule != nil && l.Rule.Pinpoint != "":
		return fmt.Sprintf("%s: %s, %s", l.Binding, l.Rule.Pinpoint, l.Rule.Title)
	case l.Rule != nil:
		return fmt.Sprintf("%s: %s", l.Binding, l.Rule.Title)
	}
	return x.Why
}

// where divides the result, with what was drawn from reserves. What was brought forward to
// members from earlier years is not of this year, and stays out; what rounding leaves is in
// what is left.
func (s *statement) where() (out []went) {
	left := s.Statement.Kept
	for i := range s.Statement.Steps {
		x := &s.Statement.Steps[i]
		out = append(out, went{x.Step, x.Paid})
		if x.Kind == "kept" {
			left -= x.Paid
		}
	}
	return append(out, went{"corporation tax", s.Statement.Tax}, went{"left in reserves", left})
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
	for i := range s.settled.Awards {
		p := s.settled.Awards[i].Amount
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

// toMembers is what members get of the year.
func (s *statement) toMembers() (sum law.Pence) {
	for i := range s.Shared {
		sum += s.Shared[i].Pool - s.Shared[i].Residue
	}
	return sum
}

// paid counts the members who get something of the year, now or later.
func (s *statement) paid() (n int) {
	for i := range s.settled.Awards {
		if a := &s.settled.Awards[i]; a.Cash+a.Deferred+a.InShares > 0 {
			n++
		}
	}
	return n
}

// ofEachPound is an amount as pence in each pound that went in, in tenths of a penny.
func (s *statement) ofEachPound(p law.Pence) string {
	in := s.Statement.In
	if in <= 0 {
		return ""
	}
	tenths := law.MulDiv(p, 1000, int64(in), law.HalfUp)
	return fmt.Sprintf("%d.%dp", tenths/10, tenths%10)
}

// rateWords says what a point of each part earned.
func (s *shared) rateWords() string {
	var words []string
	for i := range s.Parts {
		p := &s.Parts[i]
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
