package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// quantiles is how many of them each distribution is shipped with.
const quantiles = 129

// calibration is what the accounts show.
type calibration struct {
	Attribution string `json:"attribution"`
	Rows        int    `json:"rows"`
	Accounts    int    `json:"accounts"`
	Bodies      int    `json:"bodies"`
	// Latest are the two figures by which the accounts are known.
	Latest latest `json:"latest"`
	// LeftOut says what was left out of each observation, by reason.
	LeftOut  []leftOut              `json:"left_out"`
	Observed []simulate.Observation `json:"observed"`
	// ByOwnership is the margin of the classes of ownership with enough samples for a curve.
	ByOwnership []class `json:"by_ownership"`
	// Agrees says that the figures shipped are those worked out here; Differ names those that
	// are not.
	Agrees bool     `json:"agrees"`
	Differ []string `json:"differ,omitempty"`
}

// latest is of each body's latest accounts in which a profit or loss is stated.
type latest struct {
	Bodies int       `json:"bodies"`
	Losses int       `json:"losses"`
	Margin law.Ratio `json:"median_margin"` // of those with a turnover
	Of     int       `json:"of"`
}

type leftOut struct {
	From   string `json:"from"`
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

type class struct {
	Ownership string       `json:"ownership"`
	Samples   int          `json:"samples"`
	Losses    int          `json:"losses"`
	Quartiles [3]law.Ratio `json:"quartiles"`
}

// Bounds of what is looked at.
const (
	leastTurnover = 10_000 // pounds: what trades for less says little of a trade
	leastFunds    = 10_000
	leastStaff    = 10
	shortest      = 350 // days between the ends of two years that follow each other
	longest       = 380
	leastAccounts = 3 // for a body's own average
)

// counter counts what is left out.
type counter struct{ list []leftOut }

func (c *counter) out(from, reason string) {
	i := slices.IndexFunc(c.list, func(l leftOut) bool { return l.From == from && l.Reason == reason })
	if i < 0 {
		i = len(c.list)
		c.list = append(c.list, leftOut{from, reason, 0})
	}
	c.list[i].Count++
}

func calibrate(r *accounts.Register) (*calibration, error) {
	c := &calibration{Attribution: accounts.Attribution, Rows: r.Rows, Accounts: r.Accounts(), Bodies: len(r.Bodies), Latest: latestOf(r)}
	var left counter
	samples, owners := map[string][]float64{}, map[string][]float64{}
	for i := range r.Bodies {
		b := &r.Bodies[i]
		own := margins(b, samples, &left)
		if b.Ownership != "" {
			owners[b.Ownership] = append(owners[b.Ownership], own...)
		}
		changes(b, samples, &left)
	}
	for _, name := range []string{
		simulate.ObservedMargin, simulate.ObservedMarginSmall, simulate.ObservedMarginMedium, simulate.ObservedMarginLarge,
		simulate.ObservedWithin, simulate.ObservedChange, simulate.ObservedGrowth, simulate.ObservedStaff, simulate.ObservedFunds,
	} {
		o, err := simulate.Observe(name, samples[name], quantiles)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.Observed = append(c.Observed, o)
	}
	slices.SortFunc(left.list, func(a, b leftOut) int {
		return cmp.Or(strings.Compare(a.From, b.From), b.Count-a.Count, strings.Compare(a.Reason, b.Reason))
	})
	c.LeftOut, c.ByOwnership = left.list, classes(owners)
	c.compare(simulate.Observed())
	return c, nil
}

// margins adds a body's margins to the samples, and returns them.
func margins(b *accounts.Body, samples map[string][]float64, left *counter) (own []float64) {
	add := func(name string, x float64) { samples[name] = append(samples[name], x) }
	for i := range b.Years {
		m, turnover, why := margin(&b.Years[i])
		if why != "" {
			left.out(simulate.ObservedMargin, why)
			continue
		}
		own = append(own, m)
		add(simulate.ObservedMargin, m)
		switch {
		case turnover < 100_000:
			add(simulate.ObservedMarginSmall, m)
		case turnover < 1_000_000:
			add(simulate.ObservedMarginMedium, m)
		default:
			add(simulate.ObservedMarginLarge, m)
		}
	}
	if len(own) < leastAccounts {
		if len(own) > 0 {
			left.out(simulate.ObservedWithin, "bodies with fewer than three such accounts")
		}
		return own
	}
	// An average of n takes up part of the spread: what is left is stretched by the root of
	// n/(n-1), so that its variance is right.
	var sum float64
	for _, m := range own {
		sum += m
	}
	n := float64(len(own))
	stretch := math.Sqrt(n / (n - 1))
	for _, m := range own {
		add(simulate.ObservedWithin, float64((m-sum/n)*stretch))
	}
	return own
}

// margin is what a year's accounts made of turnover, or why they do not say.
func margin(y *accounts.Year) (m float64, turnover int64, why string) {
	turnover, ok1 := y.Turnover.Get()
	profit, ok2 := y.Profit.Get()
	switch {
	case !ok1 || !ok2:
		return 0, 0, "turnover or profit not stated"
	case turnover < leastTurnover:
		return 0, 0, "turnover below £10,000: hardly a trade, or filed in thousands"
	case profit > turnover || profit < -turnover:
		return 0, 0, "a profit or loss above turnover: gifts, sales of property and closures, not trade"
	}
	return float64(profit) / float64(turnover), turnover, ""
}

// changes adds to the samples how a body's figures changed from one year to the next.
func changes(b *accounts.Body, samples map[string][]float64, left *counter) {
	for i := 1; i < len(b.Years); i++ {
		was, is := &b.Years[i-1], &b.Years[i]
		if days := is.End.Sub(was.End); days < shortest || days > longest {
			left.out("changes", "pairs of accounts that do not end a year apart (350 to 380 days)")
			continue
		}
		before, _, why1 := margin(was)
		after, _, why2 := margin(is)
		switch {
		case why1 != "" || why2 != "":
			left.out(simulate.ObservedChange, "one of the two has no margin, as above")
		default:
			samples[simulate.ObservedChange] = append(samples[simulate.ObservedChange], after-before)
		}
		for _, x := range []struct {
			name    string
			was, is law.Fact[int64]
			least   int64
		}{
			{simulate.ObservedGrowth, was.Turnover, is.Turnover, leastTurnover},
			{simulate.ObservedStaff, was.Staff, is.Staff, leastStaff},
			{simulate.ObservedFunds, was.Funds, is.Funds, leastFunds},
		} {
			a, ok1 := x.was.Get()
			b, ok2 := x.is.Get()
			switch {
			case !ok1 || !ok2:
				left.out(x.name, "not stated in one of the two")
			case a < x.least:
				left.out(x.name, fmt.Sprintf("less than %d in the first of the two", x.least))
			case b > 2*a || b < 0:
				left.out(x.name, "more than doubled, or gone below nothing: mergers, changes of unit, errors")
			default:
				samples[x.name] = append(samples[x.name], float64(b-a)/float64(a))
			}
		}
	}
}

// latestOf looks at the latest accounts of each body that state a profit or loss.
func latestOf(r *accounts.Register) (l latest) {
	var found []float64
	for i := range r.Bodies {
		for _, y := range slices.Backward(r.Bodies[i].Years) {
			profit, ok := y.Profit.Get()
			if !ok {
				continue
			}
			l.Bodies++
			if profit < 0 {
				l.Losses++
			}
			if turnover := y.Turnover.Or(0); turnover > 0 {
				found = append(found, float64(profit)/float64(turnover))
			}
			break
		}
	}
	l.Of, l.Margin = len(found), quantile(found, 1, 2)
	return l
}

// quantile is that of samples in parts per million, by the same interpolation as Empirical.
func quantile(samples []float64, part, of int) law.Ratio {
	if len(samples) == 0 {
		return law.Ratio{}
	}
	s := slices.Sorted(slices.Values(samples))
	at := (len(s) - 1) * part
	i, rest := at/of, float64(at%of)/float64(of)
	x := s[i]
	if rest > 0 {
		x += float64(rest * (s[i+1] - s[i]))
	}
	return law.Per(int64(math.Floor(x*1_000_000+0.5)), 1_000_000)
}

func classes(owners map[string][]float64) (out []class) {
	for name, samples := range owners {
		if len(samples) < quantiles {
			continue
		}
		c := class{Ownership: name, Samples: len(samples)}
		for _, m := range samples {
			if m < 0 {
				c.Losses++
			}
		}
		for i := range c.Quartiles {
			c.Quartiles[i] = quantile(samples, i+1, 4)
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b class) int {
		return cmp.Or(b.Samples-a.Samples, strings.Compare(a.Ownership, b.Ownership))
	})
	return out
}

// compare notes where the figures shipped are others.
func (c *calibration) compare(shipped []simulate.Observation) {
	for i := range c.Observed {
		o := &c.Observed[i]
		j := slices.IndexFunc(shipped, func(s simulate.Observation) bool { return s.Name == o.Name })
		if j < 0 || !same(o, &shipped[j]) {
			c.Differ = append(c.Differ, o.Name)
		}
	}
	c.Agrees = len(c.Differ) == 0 && len(shipped) == len(c.Observed)
}

func same(a, b *simulate.Observation) bool {
	return a.Samples == b.Samples && a.Median.Cmp(b.Median) == 0 && a.Spread.Source == b.Spread.Source &&
		slices.EqualFunc(a.Spread.Quantiles, b.Spread.Quantiles, func(x, y law.Ratio) bool { return x.Cmp(y) == 0 })
}
