package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance/power"
)

func printText(w io.Writer, r *report) error {
	p := console.New(w)
	p.Wrap("", r.lead())
	for i := range r.Votes {
		v := &r.Votes[i]
		p.Heading(v.title())
		p.Table(v.headers(), v.cells())
		p.Wrap("", "")
		for _, line := range v.words() {
			p.Wrap("- ", line)
		}
	}
	if r.Quorum != nil {
		p.Heading("Quorum and turnout")
		for _, line := range r.Quorum.words() {
			p.Wrap("- ", line)
		}
	}
	p.Heading("What the figures are")
	for _, line := range r.notes() {
		p.Wrap("- ", line)
	}
	return p.Err()
}

func (r *report) lead() string { return r.Name + ": who holds what power. " + r.about() }

// about says of when the figures are, and what changes.
func (r *report) about() string {
	var parts []string
	if !r.On.IsZero() {
		parts = append(parts, "As at "+r.On.Long()+".")
	}
	if r.Change != "" {
		parts = append(parts, "The change: "+strings.TrimSuffix(r.Change, ".")+".")
	}
	return strings.Join(append(parts, "Not legal advice."), " ")
}

func (v *vote) title() string {
	title := capital(v.Kind)
	if v.Needs != "" {
		title += ": " + v.Needs
	}
	return title
}

func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

func (v *vote) headers() []string {
	out := []string{"", "votes", "share", "Banzhaf", "Shapley", "alone"}
	if v.After != nil {
		out = append(out, "after", "share", "Banzhaf", "Shapley", "alone")
	}
	return out
}

// maxRows is how many rows are shown; the rest are in the JSON.
const maxRows = 25

func (v *vote) cells() (out [][]string) {
	all := v.rows()
	for i := range all {
		if i == maxRows {
			out = append(out, append([]string{fmt.Sprintf("and %d more rows", len(all)-i)}, make([]string, len(v.headers())-1)...))
			break
		}
		x := &all[i]
		cells := append([]string{x.who}, side(v.Before, x.before)...)
		if v.After != nil {
			cells = append(cells, side(v.After, x.after)...)
		}
		out = append(out, cells)
	}
	return out
}

// side is a voter's figures in one standing.
func side(s *power.Standing, v *power.Voter) []string {
	if v == nil {
		return []string{"-", "-", "-", "-", "-"}
	}
	return []string{count(v.Weight), share(v), percent(v.Banzhaf, s.Banzhaf), percent(v.Shapley, s.Shapley), alone(v)}
}

// alone says what a voter can do by itself.
func alone(v *power.Voter) string {
	switch {
	case v.Carries:
		return "carries"
	case v.Blocks:
		return "blocks"
	}
	return "-"
}

// percent writes a part to one place, with its error where that can be seen.
func percent(x power.Index, by power.Method) string {
	if by == power.NotFound {
		return "not found"
	}
	s := fmt.Sprintf("%.1f%%", 100*x.Value)
	if x.Error >= 0.0005 {
		s += fmt.Sprintf(" ±%.1f", 100*x.Error)
	}
	return s
}

func count(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// words say who can do what, before and after.
func (v *vote) words() (out []string) {
	say := func(when string, s *power.Standing) {
		out = append(out,
			fmt.Sprintf("%sOf all ways to vote, %s carry.", when, percent(s.Act, s.Banzhaf)),
			fmt.Sprintf("%sFewest who carry together: %s", when, smallest(s.Game, &s.Carrying)),
			fmt.Sprintf("%sFewest who block together: %s", when, smallest(s.Game, &s.Blocking)))
	}
	if v.After == nil {
		say("", v.Before)
		return append(out, v.Notes...)
	}
	say("Before. ", v.Before)
	say("After. ", v.After)
	return append(append(out, v.crossings()...), v.Notes...)
}

func smallest(g *power.Game, s *power.Smallest) string {
	out := fmt.Sprintf("%d: ", s.Size)
	if s.Size == 1 && len(s.Coalitions) == 1 {
		out = ""
	}
	if s.Size > 12 && len(s.Coalitions) > 1 {
		return out + "such as " + g.Describe(s.Coalitions[0]) + "."
	}
	for i, c := range s.Coalitions {
		if i == 3 {
			return out + "; and others."
		}
		if i > 0 {
			out += "; or "
		}
		out += g.Describe(c)
	}
	if s.More {
		out += "; and others"
	}
	return out + "."
}

// crossings are the changes that cross a line or give or take away what one can do alone.
func (v *vote) crossings() (out []string) {
	all := v.rows()
	for i := range all {
		x := &all[i]
		before, after := lineOf(x.before), lineOf(x.after)
		can := func(v *power.Voter) string {
			if v == nil {
				return "-"
			}
			return alone(v)
		}
		if before != after {
			out = append(out, fmt.Sprintf("%s: with %s of the votes %s; now with %s %s.", x.who, share(x.before), before.Said(), share(x.after), after.Said()))
		}
		if was, is := can(x.before), can(x.after); was != is {
			out = append(out, fmt.Sprintf("%s alone: %s before, %s now.", x.who, canWords(was), canWords(is)))
		}
	}
	if len(out) == 0 {
		return []string{"Nobody crosses a line of a quarter, half or three quarters of the votes."}
	}
	return out
}

func canWords(can string) string {
	return map[string]string{"carries": "carried it", "blocks": "could block it", "-": "could do neither"}[can]
}

func lineOf(v *power.Voter) power.Line {
	if v == nil {
		return power.NoLine
	}
	return v.Line
}

func share(v *power.Voter) string {
	if v == nil {
		return "none"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(v.Share.Num())/float64(v.Share.Den()))
}

func (q *quorum) words() (out []string) {
	out = append(out, fmt.Sprintf("Of %s members %s must be there, and of the classes what the constitution asks: the chance of that is %.1f%%.", count(q.Members), count(q.Needed), 100*q.Chance))
	if p, ok := q.ForNineteen.Get(); ok {
		out = append(out, fmt.Sprintf("If all were as likely to come, moving together as far as any class does (%v), each would have to come with a chance of %.1f%% for a quorum nineteen times in twenty.", q.together, 100*p))
	} else {
		out = append(out, "No turnout gives a quorum nineteen times in twenty.")
	}
	first, ok := q.First.Get()
	second, _ := q.Second.Get()
	if ok {
		out = append(out, fmt.Sprintf("A resolution in two stages that %v of those who vote want needs %s votes cast at the first meeting, %s of them in favour, and %s at the second.", q.share, count(first.Cast), count(first.For), count(second.Cast)))
	}
	return out
}

// notes say how the figures were found, and what they leave out.
func (r *report) notes() []string {
	var out []string
	if r.Source != "" {
		out = append(out, r.Source)
	}
	out = append(out,
		"Banzhaf: the part of all changes of outcome by one changed vote that are the voter's, where all vote either way alike. Shapley (and Shubik): how often the voter is the one whose coming carries it, where all orders are as likely.",
		"Both take voters to be strangers to each other, and all to vote. They measure the rules, not who agrees with whom.")
	for i := range r.Votes {
		for _, s := range []*power.Standing{r.Votes[i].Before, r.Votes[i].After} {
			if s == nil {
				continue
			}
			for _, by := range []power.Method{s.Banzhaf, s.Shapley} {
				if by != power.Exactly {
					return append(out, "Some figures are not exact: "+methodWords(by))
				}
			}
		}
	}
	return append(out, "All are exact, and rounded only to be shown.")
}

func methodWords(by power.Method) string {
	switch by {
	case power.NotFound:
		return "the body is too large for an index; -trials and -seed draw it at random."
	case power.ByDraws:
		return "they were drawn at random, and are within the error beside them nineteen times in twenty."
	default:
		return "each is right within the error beside it, or to the last place shown."
	}
}
