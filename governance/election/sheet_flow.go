package election

import (
	"fmt"
	"html"
	"math/bits"
	"strconv"
	"strings"
)

// The measures of the drawing, in hundredths of a pixel but for the width and height of all.
const (
	flowTop    = 4400
	flowHeight = 42_000 // of all votes together
	flowGap    = 900    // between candidates
	flowBar    = 1200   // the width of a bar
	flowStep   = 15_000 // from a stage to the next
	flowLeft   = 18_000 // room for names
	mostFlows  = 100    // candidates that can be told apart
)

// A flow is a drawing of votes: a column of bars for each stage, as high as each candidate's
// votes, and between two columns a band for what stays with a candidate and for what goes
// from one to another. Where several lose votes at once, each gives to all who gain in
// proportion, which the figures do not tell. All is in whole hundredths of a pixel, so that
// the drawing is the same everywhere.
type flow struct {
	b     *strings.Builder
	s     *Sheet
	valid int64
	state states
}

// flows draws the stages.
func (s *Sheet) flows(b *strings.Builder) {
	r := s.Result
	f := &flow{b: b, s: s, valid: max(r.Valid, 1), state: r.states()}
	width := (flowLeft + (len(r.Stages)-1)*flowStep + flowBar + 6000) / 100
	height := (flowTop + flowHeight + (len(r.Candidates)+1)*flowGap) / 100
	fmt.Fprintf(b, "<div class=\"scroll\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\" role=\"img\" aria-label=\"%[3]s\">\n",
		width, height, html.EscapeString("How votes moved from stage to stage. The table below has the same figures."))
	for i := range r.Stages {
		if i > 0 {
			f.bands(i)
		}
	}
	for i := range r.Stages {
		f.column(i)
	}
	b.WriteString("</svg>\n</div>\n")
}

// at returns the votes of a candidate in a stage, or the non-transferable after the last.
func (f *flow) at(i, c int) int64 {
	if c == len(f.s.Result.Candidates) {
		return f.s.Result.Stages[i].NonTransferable
	}
	return f.s.Result.Stages[i].Votes[c]
}

// high is the height of some votes.
func (f *flow) high(votes int64) int {
	if votes <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(votes), flowHeight)
	q, _ := bits.Div64(hi, lo, uint64(f.valid))
	return int(q)
}

// top is where a candidate's bar begins.
func (f *flow) top(i, c int) int {
	y := flowTop
	for k := range c {
		y += f.high(f.at(i, k)) + flowGap
	}
	return y
}

func (f *flow) left(i int) int { return flowLeft + i*flowStep }

// colour is that of a candidate; the non-transferable have one of their own.
func (f *flow) colour(c int) string {
	if c == len(f.s.Result.Candidates) {
		return "var(--none)"
	}
	return "var(--c" + strconv.Itoa(c%7) + ")"
}

// pixels writes hundredths.
func pixels(n int) string {
	return strconv.Itoa(n/100) + "." + string([]byte{byte('0' + n/10%10), byte('0' + n%10)})
}

// column draws the bars of a stage, named where it is the first.
func (f *flow) column(i int) {
	r := f.s.Result
	x := f.left(i)
	fmt.Fprintf(f.b, "<text x=\"%s\" y=\"16\">Stage %d</text>\n<text class=\"soft\" x=\"%[1]s\" y=\"32\">%[3]s</text>\n",
		pixels(x), i+1, html.EscapeString(cut(r.Stages[i].action(), 20)))
	for c := range len(r.Candidates) + 1 {
		y, h := f.top(i, c), f.high(f.at(i, c))
		name, title := "Non-transferable", r.Unit.Format(f.at(i, c))
		if c < len(r.Candidates) {
			name = f.s.name(c + 1)
			if f.state.elected[c] == i {
				title += ", elected"
			}
			if f.state.excluded[c] == i {
				title += ", excluded"
			}
		}
		if h > 0 {
			fmt.Fprintf(f.b, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"><title>%s</title></rect>\n",
				pixels(x), pixels(y), pixels(flowBar), pixels(h), f.colour(c), html.EscapeString(name+": "+title))
		}
		if c < len(r.Candidates) && f.state.elected[c] == i {
			fmt.Fprintf(f.b, "<text x=\"%s\" y=\"%s\">✓</text>\n", pixels(x+flowBar+200), pixels(y+h/2+400))
		}
		if i == 0 {
			fmt.Fprintf(f.b, "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n", pixels(x-600), pixels(y+h/2+400), html.EscapeString(cut(name, 24)))
		}
	}
}

// bands draws what moves into a stage.
func (f *flow) bands(i int) {
	n := len(f.s.Result.Candidates) + 1
	kept, from, to := make([]int, n), make([]int, n), make([]int, n)
	lost, gained := make([]int64, n), make([]int64, n)
	moved := int64(0)
	for c := range n {
		before, after := f.at(i-1, c), f.at(i, c)
		kept[c] = f.high(min(before, after))
		from[c], to[c] = f.top(i-1, c)+kept[c], f.top(i, c)+kept[c]
		if before > after {
			lost[c] = before - after
			moved += lost[c]
		} else {
			gained[c] = after - before
		}
		f.band(i, c, f.top(i-1, c), f.top(i, c), kept[c], 25)
	}
	if moved == 0 {
		return
	}
	for c, l := range lost {
		for d, g := range gained {
			if l == 0 || g == 0 {
				continue
			}
			hi, lo := bits.Mul64(uint64(l), uint64(g))
			part, _ := bits.Div64(hi, lo, uint64(moved))
			h := f.high(int64(part))
			f.band(i, c, from[c], to[d], h, 55)
			from[c] += h
			to[d] += h
		}
	}
}

// band draws votes that go from one height to another, so many hundredths opaque.
func (f *flow) band(i, c, y0, y1, h, opacity int) {
	if h == 0 {
		return
	}
	x0, x1 := f.left(i-1)+flowBar, f.left(i)
	mid := (x0 + x1) / 2
	a, m, z := pixels(x0), pixels(mid), pixels(x1)
	upper, lower := pixels(y0)+" "+m+" "+pixels(y1), pixels(y1+h)+" "+m+" "+pixels(y0+h)
	fmt.Fprintf(f.b, "<path d=\"M%s %sC%s %s %s %sV%sC%s %s %s %sZ\" fill=\"%s\" opacity=\"0.%d\"/>\n",
		a, pixels(y0), m, upper, z, pixels(y1), pixels(y1+h), m, lower, a, pixels(y0+h), f.colour(c), opacity)
}
