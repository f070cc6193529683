package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// plan is policy.json.
type plan struct {
	Name     string              `json:"name"`
	Form     string              `json:"form"`
	Founded  law.Date            `json:"founded"`
	In       law.Extent          `json:"in"`
	Declared law.Date            `json:"declared"`
	Capital  law.Pence           `json:"capital"`
	Interest law.Fact[law.Ratio] `json:"interest,omitzero"`
	Opening  law.Fact[law.Pence] `json:"opening,omitzero"`
	Policy   surplus.Policy      `json:"policy"`
	// What some policies are measured by.
	Outside        law.Fact[law.Pence] `json:"outside,omitzero"`
	HighestCapital law.Fact[law.Pence] `json:"highest_capital,omitzero"`
	Debts          law.Fact[law.Pence] `json:"debts,omitzero"`
	Funds          []surplus.Fund      `json:"funds,omitempty"`
	BaseRate       law.Fact[law.Ratio] `json:"base_rate,omitzero"`
	Rates          []surplus.NamedRate `json:"rates,omitempty"`
}

// accounts are those of one financial year.
type accounts struct {
	Organisation string
	Start, End   law.Date
	Turnover     law.Pence
	Result       law.Pence
	Funds        law.Pence           // of members, at the end
	Before       law.Fact[law.Pence] // of members, at the end of the year before
	Members      int64
	Staff        int64
}

// kase is everything as read.
type kase struct {
	plan     plan
	form     legalform.Form
	accounts accounts
	members  *surplus.Roll
	origin   []string // of what came with the program
}

func read(o *options, stderr io.Writer) (*kase, error) {
	c := &kase{origin: origin(o)}
	f, name, err := open(o.policy, "policy.json")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := law.Decode(f, &c.plan); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	on, err := console.ParseOn(o.on)
	if err != nil {
		return nil, err
	}
	if !on.IsZero() {
		c.plan.Declared = on
	}
	if o.form != "" {
		c.plan.Form = o.form
	}
	if o.ready != "" {
		ready, err := surplus.ReadyPolicy(o.ready)
		if err != nil {
			return nil, fmt.Errorf("-ready: %w", err)
		}
		ready.Tax = c.plan.Policy.Tax // a ready policy leaves the rate to its user
		c.plan.Policy = *ready
	}
	if err := c.plan.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if c.form, err = legalform.Lookup(c.plan.Form); err != nil {
		return nil, fmt.Errorf("form: %w", err)
	}
	if err := c.readAccounts(o.accounts); err != nil {
		return nil, err
	}
	if err := c.readMembers(o.members, stderr); err != nil {
		return nil, err
	}
	return c, nil
}

// origin says where what comes with the program is from.
func origin(o *options) (out []string) {
	if o.accounts == "" {
		out = append(out, "The accounts contain data from Co-operatives UK (ODC-By 1.0).")
	}
	if o.policy == "" && o.ready == "" {
		out = append(out, "The policy is made up; it is not the society's own.")
	}
	if o.members == "" {
		out = append(out, "The members are made up, as many as there were.")
	}
	return out
}

func (p *plan) check() error {
	switch {
	case p.Name == "":
		return errors.New("name: none is given")
	case p.Declared.IsZero():
		return errors.New("declared: no date is given")
	case p.Capital < 0:
		return fmt.Errorf("capital: %v is negative", p.Capital)
	}
	if err := p.Policy.Check(); err != nil {
		return fmt.Errorf("policy.%w", err)
	}
	return nil
}

// needs lists what the members must state for the terms of the steps.
func (p *plan) needs() (out []surplus.Factor) {
	for i := range p.Policy.Steps {
		if t := p.Policy.Steps[i].Terms; t != nil {
			out = append(out, t.Needs()...)
			if t.InShares.Num() > 0 {
				out = append(out, surplus.Capital) // what is held decides on the room for more
			}
		}
	}
	return out
}

func (c *kase) readAccounts(file string) error {
	f, name, err := open(file, "accounts.csv")
	if err != nil {
		return err
	}
	defer f.Close()
	years, err := parseAccounts(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	i := len(years) - 1
	for i >= 0 && !years[i].End.Before(c.plan.Declared) {
		i--
	}
	if i < 0 {
		return fmt.Errorf("%s: no year had ended before %v", name, c.plan.Declared)
	}
	c.accounts = years[i]
	c.accounts.Start = c.accounts.End.AddDays(1).AddMonths(-12)
	if i > 0 {
		c.accounts.Start, c.accounts.Before = years[i-1].End.AddDays(1), law.Known(years[i-1].Funds)
	}
	return nil
}

// header is that of the open data on the co-operative economy.
var header = [...]string{
	"CUK Organisation ID", "Turnover", "Profit before tax", "Member/Shareholder Funds", "Memberships", "Employees",
	"Is Most Recent?", "Year End Date", "Economic Year",
}

// parseAccounts reads the years of one organisation, oldest first. Accounts that stand for
// a later year as well are counted once.
func parseAccounts(r io.Reader) (years []accounts, err error) {
	rows := csv.NewReader(io.LimitReader(r, 16<<20))
	rows.FieldsPerRecord = len(header)
	first, err := rows.Read()
	if err != nil {
		return nil, err
	}
	for i, want := range header {
		if first[i] != want {
			return nil, fmt.Errorf("line 1, column %d: %.40q, where %q is wanted", i+1, first[i], want)
		}
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := rows.FieldPos(0)
		y, column, err := parseYear(row)
		if err == nil && len(years) > 0 && y.Organisation != years[0].Organisation {
			column, err = 0, fmt.Errorf("%.20q is another organisation than %.20q", y.Organisation, years[0].Organisation)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d, column %d (%s): %w", line, column+1, header[column], err)
		}
		if !slices.ContainsFunc(years, func(o accounts) bool { return o.End == y.End }) {
			years = append(years, y)
		}
	}
	slices.SortFunc(years, func(a, b accounts) int { return a.End.Compare(b.End) })
	return years, nil
}

func parseYear(row []string) (y accounts, column int, err error) {
	y.Organisation = row[0]
	for i, to := range [...]*law.Pence{&y.Turnover, &y.Result, &y.Funds} {
		if *to, err = law.ParsePence(row[1+i]); err != nil {
			return y, 1 + i, err
		}
	}
	for i, to := range [...]*int64{&y.Members, &y.Staff} {
		cell := row[4+i]
		if cell == "" {
			continue
		}
		n, err := law.ParsePence(cell)
		if err != nil || n < 0 || n%100 != 0 {
			return y, 4 + i, fmt.Errorf("%.40q is no count", cell)
		}
		*to = int64(n / 100)
	}
	y.End, err = law.ParseDate(row[7])
	return y, 7, err
}

func (c *kase) readMembers(file string, stderr io.Writer) error {
	f, name, err := open(file, "members.csv")
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	in := &progress{in: f, to: stderr, name: name, size: info.Size()}
	if c.members, err = surplus.ReadRoll(in, c.plan.needs()...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if in.shown > 0 {
		fmt.Fprintln(stderr, "surplus:", name+":", count(c.members.Len()), "members")
	}
	return nil
}

// progress tells of reading a large file, every fifth of it.
type progress struct {
	in         io.Reader
	to         io.Writer
	name       string
	size, done int64
	shown      int64 // fifths
}

// large is the size, in bytes, from which progress is told.
const large = 8 << 20

func (p *progress) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.done += int64(n)
	if p.size < large {
		return n, err
	}
	if fifths := 5 * p.done / p.size; fifths > p.shown {
		p.shown = fifths
		fmt.Fprintln(p.to, "surplus:", p.name+":", strconv.FormatInt(20*fifths, 10)+"% read")
	}
	return n, err
}
