package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
)

func printText(w io.Writer, a *answer) error {
	p := console.New(w)
	p.Wrap("", a.title())
	p.Wrap("", a.lead())
	p.Heading("Before and after")
	p.Table([]string{"Over all bodies", "before", "after", "difference", "± chance", "± sample"}, a.lines())
	p.Wrap("", caveat)
	p.Heading("Who is touched")
	for _, s := range a.touched() {
		p.Wrap("", s)
	}
	rows := make([][]string, 0, len(a.Bands))
	for _, b := range a.Bands {
		rows = append(rows, []string{b.Name, count(b.Bodies)})
	}
	p.Table([]string{a.Of, "bodies"}, rows)
	p.Heading("What is assumed")
	for _, x := range a.Assumptions {
		p.Wrap("  - ", x.What+": "+x.Value+"; "+x.Note)
	}
	p.Heading("The population")
	for _, s := range a.population() {
		p.Wrap("", s)
	}
	return p.Err()
}

const caveat = "± chance is the interval of 95% that a number of draws leaves; ± sample that which comes of having these bodies and not others like them. " +
	"Neither covers a doubt about what is assumed. What a body asks for is before any answer to the reform: nobody is taken to change their plans."

func (a *answer) title() string { return a.Reform.Title }

func (a *answer) lead() string {
	var changes []string
	for _, c := range a.Reform.Changes {
		changes = append(changes, fmt.Sprintf("%s is %s from %s", c.Figure, c.To, c.From.Long()))
	}
	ahead := ""
	if a.Years > 0 {
		ahead = fmt.Sprintf(" %d years ahead,", a.Years)
	}
	return fmt.Sprintf("%s: %s. Source: %s. Put to %s %s,%s on %s paths each (seed %d).",
		a.Before, strings.Join(changes, "; "), a.Reform.Source, count(a.Bodies), a.Who, ahead, count(int64(a.Paths)), a.Seed) //nolint:gosec // at most maxPaths
}

func (a *answer) lines() (rows [][]string) {
	for i := range a.Lines {
		l := &a.Lines[i]
		cell := func(x *float64) string {
			if x == nil {
				return "-"
			}
			return l.write(*x)
		}
		sign := ""
		if l.Difference > 0 {
			sign = "+"
		}
		rows = append(rows, []string{l.What, cell(l.Before), cell(l.After), sign + l.write(l.Difference), l.write(l.Chance), l.write(l.Sample)})
	}
	return rows
}

// write writes an amount in the unit of the line.
func (l *line) write(x float64) string {
	sign := ""
	if x < 0 {
		x, sign = -x, "−" // which no line breaks after
	}
	if l.Unit == "pounds" {
		return sign + "£" + count(int64(x+0.5))
	}
	return sign + fmt.Sprintf("%.1f", x)
}

func (a *answer) touched() []string {
	if a.Touched == 0 {
		return []string{"None: nothing that is looked at here goes by this figure, or none of these bodies comes near it."}
	}
	out := []string{fmt.Sprintf("%s of %s bodies (%.1f%%) have another outcome on some path.", count(a.Touched), count(a.Bodies), 100*float64(a.Touched)/float64(a.Bodies))}
	pounds := line{Unit: "pounds"}
	var places []string
	for _, s := range a.Spread {
		places = append(places, s.Name+" "+pounds.write(s.Value))
	}
	return append(out, "Of these, the difference on average in "+a.Of+": "+strings.Join(places, ", ")+".")
}

func (a *answer) population() []string {
	out := []string{fmt.Sprintf("The %s of the register whose accounts for 2011 to 2016 tell enough: %s. %s They are co-operatives that are or were registered with the publisher, and no sample of all bodies of the form.",
		a.Who, count(a.Bodies), a.Attribution)}
	for _, l := range a.LeftOut {
		out = append(out, fmt.Sprintf("Left out: %s, %s.", count(l.Count), l.Reason))
	}
	return out
}

// count writes a number with its thousands set off.
func count[T int | int64](n T) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
