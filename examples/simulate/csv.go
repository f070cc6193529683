package main

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// writeCSV writes a figure on each line: the form, the year counted from 1 or 0 for all years
// together, what is measured, the statistic, and the value in pounds or as a share of paths.
func writeCSV(w io.Writer, r *report) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"form", "year", "measure", "statistic", "value"}) // Error has the first error
	for i := range r.Forms {
		x := &r.Forms[i]
		line := func(year int, measure, statistic, value string) {
			_ = out.Write([]string{x.Form, strconv.Itoa(year), measure, statistic, value})
		}
		spread := func(year int, measure string, s spread) {
			for _, q := range []struct {
				name  string
				value law.Pence
			}{{"p5", s.P5}, {"p25", s.P25}, {"p50", s.P50}, {"p75", s.P75}, {"p95", s.P95}} {
				line(year, measure, q.name, q.value.Decimal().StringFixed(2))
			}
		}
		odds := func(year int, measure string, o odds) {
			line(year, measure, "odds", float(o.Float()))
			line(year, measure, "low", float(o.Low))
			line(year, measure, "high", float(o.High))
		}
		for y := range x.ByYear {
			spread(y+1, "cash", x.ByYear[y].Cash)
			spread(y+1, "reserves", x.ByYear[y].Reserves)
			for _, t := range x.Troubles {
				odds(y+1, "by/"+string(t.Event), t.By[y])
			}
		}
		spread(0, "cash", x.Cash)
		spread(0, "reserves", x.Reserves)
		for _, p := range x.Paid {
			spread(0, "paid/"+p.Kind.String(), p.spread)
		}
		for _, t := range x.Troubles {
			odds(0, "by/"+string(t.Event), t.odds)
		}
		for _, h := range x.Held {
			odds(0, "held/"+string(h.By), h.odds)
		}
		for _, e := range x.Explains {
			line(0, "explains/"+e.Driver, "share", float(e.Share))
		}
		for _, d := range x.FromFirst {
			line(0, "from-first/"+string(d.Measure), "mean", float(d.Mean))
			line(0, "from-first/"+string(d.Measure), "standard-error", float(d.StandardError))
		}
	}
	out.Flush()
	return out.Error()
}

func float(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
