package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance/election"
)

// usual is the rule that counts where none is named: that of the ward's own council, or one
// mark for several seats.
func usual() string {
	if _, err := election.Lookup("scottish"); err == nil {
		return "scottish"
	}
	return "sntv"
}

func printRules(w io.Writer) error {
	p := console.New(w)
	for _, r := range election.Rules() {
		a := r.Describe()
		parameters, err := election.Parameters(r)
		if err != nil {
			return err
		}
		p.Wrap(fmt.Sprintf("%-16s ", a.Name), fmt.Sprintf("%s: %s. Parameters: %s", a.Title, a.Source, parameters))
	}
	return p.Err()
}

// A verdict is what one rule makes of an election.
type verdict struct {
	about   election.About
	elected []int
	note    string
}

// compare counts by every rule. Those that elect one are compared with each other, and those
// that fill the seats with each other.
func compare(w io.Writer, b *election.Ballots, a *ask) error {
	seats := a.options.Seats
	if seats == 0 {
		seats = b.Seats()
	}
	var one, several []verdict
	for _, r := range election.Rules() {
		v, err := judge(b, r, a.options)
		if err != nil {
			return err
		}
		if v.about.SingleWinner && seats > 1 {
			one = append(one, v)
		} else {
			several = append(several, v)
		}
	}
	p := console.New(w)
	title := b.Title()
	if title == "" {
		title = "Election"
	}
	p.Wrap("", fmt.Sprintf("%s: %s valid papers, %d candidates, counted by every rule.", title, b.Unit().Format(b.Valid()), b.Len()))
	printVerdicts(p, fmt.Sprintf("For %d seats", seats), b, several)
	printVerdicts(p, "For one seat, by rules that fill one", b, one)
	return p.Err()
}

// judge counts by one rule. A rule of marks counts the first of a ranked paper.
func judge(b *election.Ballots, r election.Rule, o election.Options) (verdict, error) {
	v := verdict{about: r.Describe()}
	if marks, ok := r.(election.Plurality); ok && marks.Marks != election.AnyNumber {
		marks.Over = election.OverFirst
		r = marks
	}
	if b.HasEqual() && !v.about.Takes.Equal {
		cut, err := b.EndAtEqual()
		if err != nil {
			return v, err
		}
		b, v.note = cut, "papers end before candidates ranked equal. "
	}
	res, err := election.Count(b, r, o)
	var lot *election.LotNeeded
	switch {
	case errors.As(err, &lot):
		v.note += fmt.Sprintf("a lot is needed between %v", lot.Tied)
	case errors.Is(err, election.ErrBallots):
		_, v.note, _ = strings.Cut(strings.TrimPrefix(err.Error(), election.ErrBallots.Error()+": "), ": ")
	case err != nil:
		return v, err
	default:
		v.elected = res.Elected
		for _, x := range res.Varied {
			v.note += x
		}
	}
	return v, nil
}

// printVerdicts prints who is elected by each rule, and how that differs from what most
// rules say.
func printVerdicts(p *console.Printer, title string, b *election.Ballots, all []verdict) {
	if len(all) == 0 {
		return
	}
	p.Heading(title)
	most := commonest(all)
	var rows [][]string
	for _, v := range all {
		if v.elected == nil {
			continue
		}
		var in, out []string
		for _, c := range v.elected {
			if !slices.Contains(most, c) {
				in = append(in, fmt.Sprint(c))
			}
		}
		for _, c := range most {
			if !slices.Contains(v.elected, c) {
				out = append(out, fmt.Sprint(c))
			}
		}
		differs := ""
		if len(in) > 0 {
			differs = strings.Join(in, ", ") + " for " + strings.Join(out, ", ")
		}
		rows = append(rows, []string{v.about.Name, strings.Trim(fmt.Sprint(v.elected), "[]"), differs})
	}
	p.Table([]string{"Rule", "Elected, in order", "Differs"}, rows)
	if most != nil {
		p.Wrap("", "Elected by most rules:")
		for _, c := range most {
			p.Wrap(fmt.Sprintf("%3d ", c), b.Name(c))
		}
	}
	for _, v := range all {
		if v.note != "" {
			p.Wrap("- ", v.about.Name+": "+strings.TrimRight(v.note, ". ")+".")
		}
	}
}

// commonest returns the elected that most rules agree on, the first of equals, by number.
func commonest(all []verdict) []int {
	times := map[string]int{}
	var most []int
	best := 0
	for _, v := range all {
		set := slices.Sorted(slices.Values(v.elected))
		times[fmt.Sprint(set)]++
	}
	for _, v := range all {
		set := slices.Sorted(slices.Values(v.elected))
		if n := times[fmt.Sprint(set)]; v.elected != nil && n > best {
			best, most = n, set
		}
	}
	return most
}

// lots is a count that cannot go on without a lot.
type lots struct {
	error
	stake string
}

// Error says between whom, what is at stake and what to do.
func (l *lots) Error() string {
	return l.error.Error() + "\n" + l.stake + "\nDraw lots and give their order with -lot, or a seed drawn in public with -seed."
}

// atStake says whether lots would change who is elected.
func atStake(b *election.Ballots, r election.Rule, o election.Options) string {
	w, err := election.WouldLotMatter(b, r, o)
	switch {
	case err != nil:
		return err.Error()
	case !w.Matters:
		return fmt.Sprintf("However lots fall, %s elected.", are(b, w.Outcomes[0].Elected))
	}
	var all []string
	for _, x := range w.Outcomes {
		all = append(all, are(b, x.Elected))
	}
	return "By how lots fall, " + strings.Join(all, "; or ") + " elected."
}

func are(b *election.Ballots, cs []int) string {
	var names []string
	for _, c := range cs {
		names = append(names, strconv.Quote(b.Name(c)))
	}
	if len(names) == 1 {
		return names[0] + " is"
	}
	return strings.Join(names, ", ") + " are"
}

// printMargin says how few papers marked otherwise would have elected another by the
// alternative vote.
func printMargin(w io.Writer, b *election.Ballots, winner int) error {
	p := console.New(w)
	m, err := election.MarginOfVictory(b, winner)
	if err != nil {
		p.Wrap("", fmt.Sprintf("By the alternative vote: %v.", err))
	} else {
		p.Wrap("", fmt.Sprintf("By the alternative vote, papers marked otherwise that would have elected %s: %d; by the last round alone: %d.",
			b.Name(m.Order[len(m.Order)-1]), m.Victory, m.LastRound))
	}
	return p.Err()
}
