package main

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// kinds names the payments in the order of the comparison, in full and as a heading.
var kinds = []struct {
	kind  law.PaymentKind
	title string
	head  string
}{
	{law.Dividend, "dividend", "dividend"},
	{law.LockedDividend, "dividend to a locked body", "locked body"},
	{law.ShareInterest, "share interest", "interest"},
	{law.Patronage, "patronage dividend", "patronage"},
	{law.StaffBonus, "staff bonus", "bonus"},
	{law.ToCommunity, "the community", "community"},
}

func kindTitle(k law.PaymentKind) string {
	for _, x := range kinds {
		if x.kind == k {
			return x.title
		}
	}
	return k.String()
}

// allowed says in a word or an amount what a form allows.
func allowed(a *law.Allowance) string {
	s := "no limit"
	switch {
	case !a.Known():
		return "unknown"
	case !a.Unlimited && a.Most == 0:
		s = "no"
	case !a.Unlimited:
		s = "to " + short(a.Most)
	}
	if a.Doubt != nil {
		s += " ?"
	}
	return s
}

// short prints an amount in whole pounds, or from a million on in hundredths of a million,
// of a billion, of a trillion.
func short(p law.Pence) string {
	pounds := law.MulDiv(p, 1, 100, law.HalfUp)
	if -1e6 < pounds && pounds < 1e6 {
		return strings.TrimSuffix((100 * pounds).String(), ".00")
	}
	for _, unit := range []struct {
		pounds int64
		name   string
	}{{1e6, "m"}, {1e9, "bn"}, {1e12, "tn"}} {
		// The amount in hundredths of the unit is written as pence are.
		if n := law.MulDiv(p, 1, unit.pounds, law.HalfUp); unit.name == "tn" || -100_000 < n && n < 100_000 {
			return n.String() + unit.name
		}
	}
	return p.String()
}

// yearCount says "1 year", "10 years".
func yearCount(n int) string {
	if n == 1 {
		return "1 year"
	}
	return fmt.Sprintf("%d years", n)
}

// years says "year 1", "years 1-4" or "years 1, 3": year 0 is the first day.
func years(ns []int) string {
	var parts []string
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] == ns[j]+1 && ns[i] > 0 {
			j++
		}
		switch {
		case ns[i] == 0:
			parts = append(parts, "the first day")
		case i == j:
			parts = append(parts, fmt.Sprintf("year %d", ns[i]))
		default:
			parts = append(parts, fmt.Sprintf("years %d-%d", ns[i], ns[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// why says what set an allowance: in words, by a rule, or both.
func why(a *law.Allowance) string {
	rule := string(a.Binding)
	if !a.Provision.IsZero() {
		rule = fmt.Sprintf("%s: %v", a.Binding, a.Provision)
		if a.Weight != law.Statute {
			rule += " (" + a.Weight.String() + ", not law)"
		}
	}
	if a.Why != "" && a.Binding != "" {
		return a.Why + ", by " + rule
	}
	return a.Why + rule
}

func origin(o spinout.Origin) string {
	if o.Source != "" {
		return o.Source
	}
	return "assumption: " + o.Assumption
}

// nothingFound says why there is nothing to report: rules that were kept, or none that
// bound. A form may be older, or younger, than the law that this library models of it.
func nothingFound(col *spinout.Column) string {
	if col.Founding.Count(law.Met, law.Statute) > 0 {
		return "every rule that applies is met"
	}
	last := col.Projection.Years[len(col.Projection.Years)-1].Report
	return fmt.Sprintf("no rule that is modelled bound it on the first day; in the last year %d did, and were met", last.Count(law.Met, law.Statute))
}

func formTitle(c *spinout.Comparison, i int) string {
	return c.Columns[i].Organisation.Form.FormTitle()
}

// inputValue leaves the policy to the list of its steps, and says what a shock does.
func inputValue(o spinout.Origin) string {
	if o.Path == "policy" {
		return "below"
	}
	return o.Value
}

// stepWords says a step of the waterfall in words.
func stepWords(s surplus.Step) string {
	asks := strings.TrimPrefix(s.String(), s.Name+": ")
	if plain := s.Measure().String(); asks == plain && s.Amount == 0 && s.Above == "" {
		if base, ok := map[surplus.Base]string{surplus.OfResult: "the year's surplus", surplus.OfCapital: "the founders' capital"}[s.Of]; ok {
			asks = fmt.Sprintf("%v of %s", s.Share, base)
		}
	}
	if len(s.Kinds) == 0 {
		return fmt.Sprintf("%s: keep %s", s.Name, asks)
	}
	names := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		names[i] = kindTitle(k)
	}
	return fmt.Sprintf("%s: %s, as %s", s.Name, asks, strings.Join(names, " or else "))
}
