package simulate

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An Observation is what the accounts of co-operatives show of something: its median, and as a
// distribution how far the samples lie from that.
//
// The accounts are those that Co-operatives UK published for 2011 to 2016, as filed: of one
// register, of bodies that lasted long enough to file, and of more consumer societies than any
// others. Nothing was put right in them but what examples/calibrate says it leaves out; that
// program works every figure out again. They say nothing of other years, of bodies that failed
// before they filed, or of what will be.
type Observation struct {
	Name string `json:"name"`
	// Of says what was observed.
	Of      string       `json:"of"`
	Samples int          `json:"samples"`
	Median  law.Ratio    `json:"median"`
	Spread  Distribution `json:"spread"`
}

// The names of what was observed. A margin is profit before tax as a part of turnover.
const (
	// ObservedMargin is of all accounts; three bands are of turnover below £100,000, below £1
	// million, and of more.
	ObservedMargin       = "margin"
	ObservedMarginSmall  = "margin-small"
	ObservedMarginMedium = "margin-medium"
	ObservedMarginLarge  = "margin-large"
	// ObservedWithin is how far a body's margin in a year lies from its own average.
	ObservedWithin = "margin-within"
	// ObservedChange is of margin, from one year's accounts to the next year's.
	ObservedChange = "margin-change"
	// ObservedGrowth is of turnover, ObservedStaff of employees, ObservedFunds of members' funds.
	// Funds grow by results and by capital that comes and goes alike.
	ObservedGrowth = "growth"
	ObservedStaff  = "staff-change"
	ObservedFunds  = "funds-change"
)

// what says what was observed under each name.
func what(name string) string {
	return map[string]string{
		ObservedMargin:       "profit before tax as a part of turnover",
		ObservedMarginSmall:  "the same, where turnover is below £100,000",
		ObservedMarginMedium: "the same, where turnover is from £100,000 to below £1 million",
		ObservedMarginLarge:  "the same, where turnover is £1 million or more",
		ObservedWithin:       "a body's margin in a year, less its own average",
		ObservedChange:       "the change of a body's margin from one year to the next",
		ObservedGrowth:       "the change of turnover from one year to the next",
		ObservedStaff:        "the change of employees from one year to the next",
		ObservedFunds:        "the change of members' funds from one year to the next",
	}[name]
}

// Observe makes an observation of samples, with so many quantiles of their distance from
// their median; see Empirical. The name must be one of those above.
func Observe(name string, samples []float64, quantiles int) (Observation, error) {
	o := Observation{Name: name, Of: what(name), Samples: len(samples)}
	if o.Of == "" {
		return o, fmt.Errorf("name: nothing called %.40q is observed", name)
	}
	// The median is the middle one of three quantiles.
	mid, err := Empirical(samples, 3, observedSource)
	if err != nil {
		return o, err
	}
	o.Median = mid.Quantiles[1]
	spread := make([]float64, len(samples))
	for i, x := range samples {
		spread[i] = x - float64(o.Median.Num())/float64(o.Median.Den())
	}
	o.Spread, err = Empirical(spread, quantiles, o.source())
	return o, err
}

const observedSource = "Co-operatives UK's open data of 2016 (ODC-By 1.0), accounts of 2011 to 2016 as filed"

func (o *Observation) source() string {
	return fmt.Sprintf("%s: %s, about its median; %d samples", observedSource, o.Of, o.Samples)
}

// Observed lists what was observed. Each call makes new values.
func Observed() []Observation {
	figures := observed()
	out := make([]Observation, len(figures))
	for i, f := range figures {
		o := Observation{Name: f.name, Of: what(f.name), Samples: f.samples, Median: law.Per(f.median, million)}
		o.Spread = Distribution{Kind: EmpiricalShape, Source: o.source()}
		for _, q := range f.quantiles {
			o.Spread.Quantiles = append(o.Spread.Quantiles, law.Per(q, million))
		}
		out[i] = o
	}
	return out
}

// observation is an Observation in millionths, as it is shipped.
type observation struct {
	name      string
	samples   int
	median    int64
	quantiles []int64
}

// CoOperatives are the drivers of a body whose income and costs are assumed: the margin of
// each year departs from what is assumed as those of co-operatives did from their own
// averages. See Observation for what the figures are not.
//
// Growth is not among them. Turnover and costs move together, and the margin is what that
// leaves: a driver of income alone, with costs that stay, would count the same twice. Nor is
// the spread between bodies, ObservedMargin, which is lopsided: drawn every year it would give
// an ordinary body now and then the margin of another trade, and five points more on average.
func CoOperatives() Drivers {
	all := Observed()
	i := slices.IndexFunc(all, func(o Observation) bool { return o.Name == ObservedWithin })
	return Drivers{Margin: all[i].Spread}
}
