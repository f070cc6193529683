package programme

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/pathfinder"
)

// Pathfinders is the programme of the 21: 12 cases in August 2010 and 9 in February 2011, all
// with support, over ten years. Those that sources name for sure come with their staff where
// it is known; the rest are unidentified, and drawn.
func Pathfinders(seed uint64) *Programme {
	p := &Programme{
		Name: "The pathfinders", First: law.MustDate("2010-08-01"), Months: 120, Seed: law.Known(seed), Parameters: evidence.Start(),
	}
	p.Parameters = with(p.Parameters, "expressions", law.Ratio{}, "Nobody but the pathfinders.")
	for _, w := range pathfinder.Waves() {
		month, _ := p.MonthOf(w.Announced)
		n := 0
		for _, r := range pathfinder.Known() {
			if r.Sure() && (r.InWave(w.Number) || w.Number == 2 && !r.Wave.Stated()) {
				p.Cohort = append(p.Cohort, caseOf(&r, month))
				n++
			}
		}
		for ; n < w.Projects; n++ {
			p.Cohort = append(p.Cohort, Case{Name: fmt.Sprintf("unidentified, wave %d, %d", w.Number, n+1), Month: month, Supported: law.Known(true)})
		}
	}
	return p
}

func caseOf(r *pathfinder.Record, month int) Case {
	c := Case{Name: r.Name, Month: month, Supported: law.Known(true)}
	if staff := r.Staff.Ptr(); staff != nil && staff.Sure() {
		c.Staff = law.Known((staff.Value.Least + staff.Value.Most) / 2)
	}
	return c
}

// with changes a parameter by an id of this package's own.
func with(x evidence.Parameters, id string, v law.Ratio, why string) evidence.Parameters {
	out, err := x.With(id, v, why)
	if err != nil {
		panic("programme: " + err.Error()) // literals, which a test runs
	}
	return out
}

// staffOf is the headcount of the public sector in the second quarter of 2011.
const staffOf = 6_054_000

// Ambition is the programme from July 2011 to the end of 2015: the about 45 mutuals and 25,000
// staff of 2011, the arrivals and the fund of the parameters, and as targets a million workers
// and a third of a million.
func Ambition(seed uint64) *Programme {
	p := &Programme{
		Name: "The ambition", First: law.MustDate("2011-07-01"), Months: 54, Seed: law.Known(seed), Parameters: evidence.Start(),
		Opening: law.Known(Opening{Bodies: 45, Staff: 25_000}), Pool: law.Known[int64](staffOf),
	}
	for _, a := range evidence.Ambitions() {
		if month, ok := p.MonthOf(a.By); ok {
			p.Targets = append(p.Targets, Target{a.People, month})
		}
	}
	return p
}

// History is the programme from the right to request in 2008 to the end of February 2015, with
// nothing at its beginning: what Calibrate sets against the counts.
func History(seed uint64) *Programme {
	p := &Programme{
		Name: "2008 to 2015", First: law.MustDate("2008-01-01"), Months: 86, Seed: law.Known(seed), Parameters: evidence.Start(),
		Pool: law.Known[int64](staffOf),
	}
	p.Parameters = with(p.Parameters, "fund", law.Per(22_400_000, 1), "The £10m of the Mutuals Support Programme and the £12.4m that the right to request had.")
	return p
}
