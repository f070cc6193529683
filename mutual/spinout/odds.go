package spinout

import (
	"context"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// Paths are the years ahead of a comparison along very many paths.
type Paths struct {
	Seed uint64
	// Tally has a scenario for each column, in their order.
	Tally *simulate.Tally
}

// Simulate runs paths of every column's years ahead, on the same draws, and keeps what they
// tell in Paths. Most callers of Compare want it next: a projection is one line, and these
// are the odds about it.
func (c *Comparison) Simulate(ctx context.Context, seed, paths uint64, o simulate.Options) error {
	forms := make([]legalform.Form, len(c.Columns))
	for i := range c.Columns {
		forms[i] = c.Columns[i].Organisation.Form
	}
	spec := simulate.Spec{Seed: seed, Scenarios: c.Case.Scenarios(c.On, forms)}
	t, err := simulate.Simulate(ctx, &spec, paths, o)
	if err != nil {
		return err
	}
	c.Paths = &Paths{seed, t}
	return nil
}

// troubles are the events whose odds are written.
var troubles = [...]simulate.Event{
	simulate.OutOfCash, simulate.NetLiabilities, simulate.ContractLost, simulate.TooFewMembers, simulate.Inquorate,
}

type aheadJSON struct {
	Seed  uint64 `json:"seed"`
	Paths uint64 `json:"paths"`
	Years int    `json:"years"`
}

type oddsJSON struct {
	Troubles []troubleJSON `json:"troubles"`
	Reserves spreadJSON    `json:"reserves"`
	Cash     spreadJSON    `json:"cash"`
}

type troubleJSON struct {
	Event simulate.Event `json:"event"`
	simulate.Odds
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// spreadJSON is below what amounts 5%, 50% and 95% of the paths end.
type spreadJSON struct {
	P5  law.Pence `json:"p5"`
	P50 law.Pence `json:"p50"`
	P95 law.Pence `json:"p95"`
}

func oddsOf(o *simulate.Outlook) *oddsJSON {
	out := &oddsJSON{Reserves: spreadOf(o, simulate.Reserves), Cash: spreadOf(o, simulate.Cash)}
	for _, e := range troubles {
		odds := o.By(0, e)
		low, high := odds.Range()
		out.Troubles = append(out.Troubles, troubleJSON{e, odds, low, high})
	}
	return out
}

func spreadOf(o *simulate.Outlook, m simulate.Measure) spreadJSON {
	at := func(percent int64) law.Pence {
		v, _ := o.Quantile(0, m, law.Percent(percent))
		return v
	}
	return spreadJSON{at(5), at(50), at(95)}
}
