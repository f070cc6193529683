package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// plan is case.json.
type plan struct {
	Name         string                  `json:"name"`
	Source       string                  `json:"source"`
	On           law.Date                `json:"on"`
	Constitution governance.Constitution `json:"constitution"`
	// Kinds are the resolutions to look at; none stands for all of the constitution's.
	Kinds []string `json:"kinds,omitempty"`
	// Question is the question as a rise in votes names it.
	Question string `json:"question,omitempty"`
	// Chair is who fills the seat of the board's chair.
	Chair   string            `json:"chair,omitempty"`
	After   law.Fact[change]  `json:"after,omitzero"`
	Turnout law.Fact[turnout] `json:"turnout,omitzero"`
}

// change is what is to be different: only what is stated.
type change struct {
	Says  string                            `json:"says"`
	Issue []power.Allotment                 `json:"issue,omitempty"`
	Votes law.Fact[governance.VotingRights] `json:"votes,omitzero"`
	Board law.Fact[governance.Board]        `json:"board,omitzero"`
	Chair law.Fact[string]                  `json:"chair,omitzero"`
}

// turnout is how likely members are to come to a meeting.
type turnout struct {
	Groups []power.Group `json:"groups"`
	// Stages is a resolution in two stages, and Share who is in favour of it, of those who vote.
	Stages law.Fact[governance.TwoStages] `json:"stages,omitzero"`
	Share  law.Ratio                      `json:"share,omitzero"`
}

func readJSON(name, own string, v any) (string, error) {
	f, name, err := open(name, own)
	if err != nil {
		return name, err
	}
	defer f.Close()
	if err := law.Decode(f, v); err != nil {
		return name, fmt.Errorf("%s: %w", name, err)
	}
	return name, nil
}

func readCase(o *options) (*report, error) {
	var p plan
	name, err := readJSON(o.file, "case.json", &p)
	if err != nil {
		return nil, err
	}
	if p.On.IsZero() {
		return nil, fmt.Errorf("%s: on: no date", name)
	}
	f, list, err := open(o.register, "register.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	members, err := readRegister(f, p.On)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", list, err)
	}
	r, err := p.report(members, o.how)
	if err != nil {
		return nil, fmt.Errorf("%s with %s: %w", name, list, err)
	}
	return r, nil
}

// columns are those a register may have.
var columns = []string{"id", "class", "shares", "joined", "left"}

// maxRegister is how much of a register is read.
const maxRegister = 256 << 20

// readRegister reads members from a CSV file with a header; what is wrong is named by its line and
// column.
func readRegister(r io.Reader, on law.Date) ([]governance.Member, error) {
	rows := csv.NewReader(io.LimitReader(r, maxRegister))
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return nil, err
	}
	header = slices.Clone(header)
	at := map[string]int{}
	for i, c := range header {
		if !slices.Contains(columns, c) {
			return nil, fmt.Errorf("line 1, column %d: %.20q is no column of a register (want one of %v)", i+1, c, columns)
		}
		if _, twice := at[c]; twice {
			return nil, fmt.Errorf("line 1, column %d: %q stands twice", i+1, c)
		}
		at[c] = i
	}
	if _, ok := at["id"]; !ok {
		return nil, errors.New("line 1: there is no column id")
	}
	var members []governance.Member
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return members, nil
		}
		if err != nil {
			return nil, err
		}
		m := governance.Member{Joined: law.Known(on)}
		for _, c := range header {
			if err := fill(&m, c, row[at[c]]); err != nil {
				line, _ := rows.FieldPos(at[c])
				return nil, fmt.Errorf("line %d, column %d (%s): %w", line, at[c]+1, c, err)
			}
		}
		members = append(members, m)
	}
}

// fill sets a field of a member; an empty one is not stated.
func fill(m *governance.Member, column, text string) error {
	date := func(to *law.Fact[law.Date]) error {
		*to = law.Fact[law.Date]{}
		if text == "" {
			return nil
		}
		d, err := law.ParseDate(text)
		if err == nil {
			*to = law.Known(d)
		}
		return err
	}
	switch column {
	case "id":
		m.ID = text
	case "class":
		m.Class = text
	case "joined":
		return date(&m.Joined)
	case "left":
		return date(&m.Left)
	default:
		if text == "" {
			return nil
		}
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return fmt.Errorf("%.20q is no number of shares", text)
		}
		m.Shares = law.Known(n)
	}
	return nil
}

func readGames(o *options) (*report, error) {
	read := func(file string) (*power.Standing, error) {
		return console.ReadFile(file, func(r io.Reader) (*power.Standing, error) {
			g, err := power.Read(r)
			if err != nil {
				return nil, err
			}
			for i := range g.Players {
				if g.Players[i].Name == "" {
					g.Players[i].Name = fmt.Sprintf("player %d", i+1)
				}
			}
			return g.Stand(o.how)
		})
	}
	before, err := read(o.game)
	if err != nil {
		return nil, err
	}
	r := &report{Name: before.Game.Name}
	if r.Name == "" {
		r.Name = o.game
	}
	v := vote{Kind: "the vote", Before: before}
	if o.after != "" {
		if v.After, err = read(o.after); err != nil {
			return nil, err
		}
		r.Change = v.After.Game.Name
	}
	if err := v.compare(); err != nil {
		return nil, err
	}
	r.Votes = []vote{v}
	return r, nil
}
