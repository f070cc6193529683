package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// answers are what a search found, form by form.
type answers struct {
	Version  string    `json:"version"`
	Case     string    `json:"case"`
	On       law.Date  `json:"on"`
	Question string    `json:"question"`
	Odds     law.Ratio `json:"odds"`
	Paths    uint64    `json:"paths"`
	Seed     uint64    `json:"seed"`
	Forms    []answer  `json:"forms"`
}

type answer struct {
	Form  string `json:"form"`
	Title string `json:"title"`
	// Found is a share or an amount; nothing where no value keeps the odds.
	Found string `json:"found,omitempty"`
	// Odds are those of what is found, Next those of the value one step further.
	Odds *odds  `json:"odds,omitempty"`
	Next string `json:"next,omitempty"`
	Then *odds  `json:"next_odds,omitempty"`
	None string `json:"none,omitempty"`
}

func (s *setting) search(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	out := answers{Version: law.Version, Case: s.Name, On: s.on, Odds: o.odds, Paths: o.paths, Seed: o.seed}
	bar := console.NewBar(stderr, "searching")
	defer bar.Clear()
	for i := range s.spec.Scenarios {
		x := &s.spec.Scenarios[i]
		var a answer
		var err error
		if o.largest != "" {
			out.Question = fmt.Sprintf("The largest share that %q can ask for", o.largest)
			a, err = found(simulate.LargestShare(ctx, x, o.seed, o.largest, law.Per(1, 1), o.odds, o.paths, simulate.Options{Workers: o.workers}))
		} else {
			out.Question = fmt.Sprintf("The money needed beside what there is to survive the loss of %q", o.reserve)
			a, err = found(simulate.ReserveNeeded(ctx, x, o.seed, o.reserve, mostReserve(x.Assumptions), o.odds, o.paths, simulate.Options{Workers: o.workers}))
		}
		if err != nil {
			return err
		}
		a.Form, a.Title = s.forms[i].FormID(), x.Name
		out.Forms = append(out.Forms, a)
		bar.Tell(uint64(i)+1, uint64(len(s.spec.Scenarios)))
	}
	bar.Clear()
	if o.json {
		return console.WriteJSON(stdout, out)
	}
	return out.print(stdout)
}

// mostReserve is how far a search for money goes: ten times what a year costs.
func mostReserve(a *simulate.Assumptions) law.Pence {
	costs := a.Costs + law.Pence(a.Staff)*a.Pay
	for i := range a.Contracts {
		costs += a.Contracts[i].Costs
	}
	return min(10*costs, law.MaxPence/2)
}

// found makes an answer of what a search found, which may be that there is none.
func found[T fmt.Stringer](f simulate.Found[T], err error) (answer, error) {
	if errors.Is(err, simulate.ErrNone) {
		return answer{None: err.Error()}, nil
	}
	if err != nil {
		return answer{}, err
	}
	here := oddsOf(f.Odds)
	a := answer{Found: f.Value.String(), Odds: &here}
	if !f.Furthest {
		then := oddsOf(f.NextOdds)
		a.Next, a.Then = f.Next.String(), &then
	}
	return a, nil
}

func (a *answers) print(w io.Writer) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s, from %s.", a.Case, a.On.Long()))
	p.Wrap("", fmt.Sprintf("%s, with odds of running out of cash of %v at most: %d paths from seed %d, the same draws at every step and under every form. Not legal advice.",
		a.Question, a.Odds, a.Paths, a.Seed))
	p.Heading("The answer, and the odds one step further")
	var rows [][]string
	for _, x := range a.Forms {
		row := []string{x.Title, "none", "", "", ""}
		if x.Odds != nil {
			row = []string{x.Title, x.Found, x.Odds.String(), "no further asked", ""}
		}
		if x.Then != nil {
			row[3], row[4] = x.Next, x.Then.String()
		}
		rows = append(rows, row)
	}
	p.Table([]string{"Form", "found", "out of cash", "further", "out of cash"}, rows)
	for _, x := range a.Forms {
		if x.None != "" {
			p.Wrap("- ", x.Title+": "+x.None)
		}
	}
	return p.Err()
}
