package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance"
)

func printText(w io.Writer, m *files, out *governance.Minute) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s: minute of the meeting of %s. Not legal advice.", m.name, out.On.Long()))
	c, _ := m.document.At(out.On)
	p.Heading("Notice and quorum")
	p.Wrap("", noticeWords(m, out, c))
	for _, q := range out.Quorum {
		p.Wrap("- ", q.String())
	}
	p.Wrap("", fmt.Sprintf("%d members may vote. Quorum: %v.", out.Entitled, c.Quorum.By))
	for _, d := range out.Decisions {
		p.Heading(d.Name)
		p.Table([]string{"", "for", "against", "abstained", "entitled"}, rows(&d))
		for _, t := range d.Decision.Tests {
			p.Wrap("- ", t.String())
		}
		p.Wrap("", fmt.Sprintf("%s resolution, %v: %s.", d.Kind, d.By, verdict(out, &d)))
		if d.Count.LeftOut > 0 {
			p.Wrap("", fmt.Sprintf("%d votes are left out: their members are interested and voted in favour, or may not vote.", d.Count.LeftOut))
		}
	}
	return p.Err()
}

func noticeWords(m *files, out *governance.Minute, c *governance.Constitution) string {
	good := "long enough"
	if !out.Notice.Good {
		good = "too short"
	}
	return fmt.Sprintf("Notice was sent on %s and is taken to have been received on %s: %d clear days, of which %d are needed (%v). It was %s.",
		m.sent.Long(), out.Notice.Received.Long(), out.Notice.ClearDays, out.Notice.Needed, c.Notice.By, good)
}

func rows(d *governance.Resolved) [][]string {
	row := func(name string, t governance.Tally) []string {
		n := func(v int64) string { return strconv.FormatInt(v, 10) }
		return []string{name, n(t.For), n(t.Against), n(t.Abstained), n(t.Entitled)}
	}
	var out [][]string
	for _, c := range d.Count.ByClass {
		out = append(out, row(c.Class, c.Votes))
	}
	if d.OnHands {
		return [][]string{row("hands", d.Count.Votes)}
	}
	if d.Hands != nil {
		out = append(out, row("hands, overtaken by the poll", *d.Hands))
	}
	return append(out, row("all", d.Count.Votes))
}

// verdict says whether a motion was carried and, if not, why and what would have carried it.
func verdict(out *governance.Minute, d *governance.Resolved) string {
	switch {
	case d.Carried:
		return "carried"
	case !out.Quorate:
		return "not carried, for want of a quorum"
	case !out.Notice.Good:
		return "not carried, for want of notice"
	case d.Shortfall != governance.Shortfall{}:
		return "not carried; " + d.Shortfall.String() + " would have carried it"
	}
	var ways []string
	for _, c := range d.ByClass {
		if c.Switched > 0 {
			ways = append(ways, fmt.Sprintf("%d of %s", c.Switched, c.Class))
		}
	}
	if len(ways) == 0 {
		return "not carried"
	}
	return "not carried; it would have been with " + strings.Join(ways, " or ") + " in favour instead of against"
}
