package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// An answer is what the reform would do to the population. Amounts are pounds.
type answer struct {
	Reform      reform       `json:"reform"`
	Before      string       `json:"before"` // the titles of the form
	After       string       `json:"after"`
	Attribution string       `json:"attribution"`
	Seed        uint64       `json:"seed"`
	Paths       uint64       `json:"paths"`
	Years       int          `json:"years"`
	Who         string       `json:"who"`
	Bodies      int          `json:"bodies"`
	LeftOut     []leftOut    `json:"left_out"`
	Assumptions []assumption `json:"assumptions"`
	// Touched is how many bodies have another outcome on any path.
	Touched int    `json:"touched"`
	Lines   []line `json:"lines"`
	// Spread is of the differences of Of, body by body, over those touched.
	Of     string  `json:"of"`
	Spread []place `json:"spread,omitempty"`
	Bands  []band  `json:"bands"`
	each   []result
}

// An assumption is what the accounts do not tell.
type assumption struct {
	What  string `json:"what"`
	Value string `json:"value"`
	Note  string `json:"note"`
}

// A line is something added up over the population, before and after.
type line struct {
	What string `json:"what"`
	Unit string `json:"unit"` // pounds, bodies or members
	// Before and After are not there where only the difference is known.
	Before     *float64 `json:"before,omitempty"`
	After      *float64 `json:"after,omitempty"`
	Difference float64  `json:"difference"`
	// Chance is half the interval that draws leave at 95%, Sample that which comes of having
	// these bodies and not others like them. Neither is a doubt about the assumptions.
	Chance float64 `json:"chance"`
	Sample float64 `json:"sample"`
}

type place struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

type band struct {
	Name   string `json:"name"`
	Bodies int    `json:"bodies"`
}

// An amount is the mean over the paths of one body, before and after; Error is the standard
// error of the difference.
type amount struct {
	before, after, difference, err float64
	only                           bool // the difference
}

// A result is what becomes of one body.
type result struct {
	body    *body
	capital law.Pence
	amounts []amount
	touched bool
}

func answerTo(ctx context.Context, o *options, r *accounts.Register) (*answer, error) {
	reform, before, after, err := choose(o)
	if err != nil {
		return nil, err
	}
	a := &answer{
		Reform: reform, Before: before.FormTitle(), After: after.FormTitle(), Attribution: accounts.Attribution,
		Seed: o.seed, Paths: o.paths, Years: o.years,
	}
	last := o.first.AddMonths(12 * (o.years + 2))
	for _, c := range reform.Changes {
		if !c.From.Before(last) {
			return nil, fmt.Errorf("-from: %v is after all the years that are looked at, which begin on %v", c.From, o.first)
		}
	}
	var run func(*body) (result, error)
	var what []kind
	read := bodyOf
	if holdings := slices.ContainsFunc(reform.Changes, func(c change) bool { return c.Figure == maxHolding }); holdings {
		read = withMembers
		h, err := newHoldings(o, before, after)
		if err != nil {
			return nil, err
		}
		run, what, a.Assumptions, a.Years = h.run, h.kinds(), h.assumptions(), 0
	} else {
		y := &years{o: o, before: before, after: after}
		run, what, a.Assumptions = func(b *body) (result, error) { return y.run(ctx, b) }, y.kinds(), y.assumptions()
	}
	p, err := populationFor(o, reform.Form, r, read)
	if err != nil {
		return nil, err
	}
	a.Who, a.Bodies, a.LeftOut = p.who, len(p.bodies), p.leftOut
	if a.each, err = all(ctx, p.bodies, run); err != nil {
		return nil, err
	}
	a.sum(what)
	return a, nil
}

// all runs every body, on as many processors as there are, to the same results in any number.
func all(ctx context.Context, bodies []body, run func(*body) (result, error)) ([]result, error) {
	out, errs := make([]result, len(bodies)), make([]error, len(bodies))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				out[i], errs[i] = run(&bodies[i])
			}
		})
	}
	for i := range bodies {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", bodies[i].id, err)
		}
	}
	return out, nil
}

// A kind is what an amount is of.
type kind struct {
	what, unit string
	scale      float64 // of the unit: 100 pence to the pound
}

// z is how many standard errors reach to either end of an interval of 95%.
const z = 1.959963984540054

// sum adds up the results.
func (a *answer) sum(what []kind) {
	for k, w := range what {
		l := line{What: w.what, Unit: w.unit}
		var before, after, errs, sum, squares float64
		for i := range a.each {
			x := &a.each[i].amounts[k]
			before, after = before+x.before, after+x.after
			errs += float64(x.err * x.err)
			sum += x.difference
			squares += float64(x.difference * x.difference)
		}
		n := float64(len(a.each))
		l.Difference, l.Chance = rounded(sum/w.scale), rounded(z*math.Sqrt(errs)/w.scale)
		if n > 1 {
			l.Sample = rounded(z * math.Sqrt(max(squares-sum*sum/n, 0)*n/(n-1)) / w.scale)
		}
		if !a.each[0].amounts[k].only {
			b, f := rounded(before/w.scale), rounded(after/w.scale)
			l.Before, l.After = &b, &f
		}
		a.Lines = append(a.Lines, l)
	}
	a.Of = what[0].what
	var moved []float64
	for i := range a.each {
		if a.each[i].touched {
			a.Touched++
			moved = append(moved, a.each[i].amounts[0].difference/what[0].scale)
		}
	}
	a.Bands = bands(moved, len(a.each))
	slices.Sort(moved)
	if len(moved) == 0 {
		return
	}
	for _, q := range []struct {
		name string
		part int
	}{{"the least", 0}, {"1 in 10", 10}, {"1 in 4", 25}, {"the middle", 50}, {"3 in 4", 75}, {"9 in 10", 90}, {"the most", 100}} {
		a.Spread = append(a.Spread, place{q.name, rounded(moved[(len(moved)-1)*q.part/100])})
	}
}

// bands counts bodies by how far they move, in pounds.
func bands(moved []float64, all int) []band {
	out := []band{
		{"less by £10,000 or more", 0},
		{"less by £1,000 to £10,000", 0},
		{"less by under £1,000", 0},
		{"as before", all - len(moved)},
		{"more by under £1,000", 0},
		{"more by £1,000 to £10,000", 0},
		{"more by £10,000 or more", 0},
	}
	for _, x := range moved {
		step := 1
		switch size := math.Abs(x); {
		case size >= 10_000:
			step = 3
		case size >= 1_000:
			step = 2
		}
		if x < 0 {
			step = -step
		}
		out[3+step].Bodies++
	}
	return out
}

// rounded is to the penny, or to a hundredth of a body.
func rounded(x float64) float64 { return math.Round(x*100) / 100 }

// place of the form's law: England, or Northern Ireland for a form of its own.
func extent(f legalform.Form) law.Extent {
	if len(legalform.Reaching(law.England, f)) == 0 {
		return law.NorthernIreland
	}
	return law.England
}

// writeBodies writes a row for each body.
func writeBodies(name string, a *answer) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	w := csv.NewWriter(f)
	head := []string{"id", "register_form", "turnover", "members_funds", "share_capital_assumed", "touched"}
	for _, l := range a.Lines {
		head = append(head, l.What+": before", l.What+": after", l.What+": difference", l.What+": standard error")
	}
	rows := [][]string{head}
	number := func(x float64) string { return strconv.FormatFloat(rounded(x), 'f', 2, 64) }
	for i := range a.each {
		r := &a.each[i]
		pounds := func(p law.Pence) string { return number(float64(p) / 100) }
		row := []string{r.body.id, r.body.form, pounds(r.body.turnover), pounds(r.body.funds), pounds(r.capital), strconv.FormatBool(r.touched)}
		for k, x := range r.amounts {
			scale := 1.0
			if a.Lines[k].Unit == "pounds" {
				scale = 100
			}
			before, after := number(x.before/scale), number(x.after/scale)
			if x.only {
				before, after = "", ""
			}
			row = append(row, before, after, number(x.difference/scale), number(x.err/scale))
		}
		rows = append(rows, row)
	}
	return w.WriteAll(rows)
}
