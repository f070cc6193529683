// Package accounts reads the accounts of co-operatives that Co-operatives UK publishes, and
// carries an extract of them; coops/SOURCE.md says where it is from.
package accounts

import (
	"cmp"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Attribution is printed wherever figures of the accounts are shown.
const Attribution = "Contains data from Co-operatives UK (ODC-By 1.0)."

//go:embed coops
var shipped embed.FS

// A Year is one year's accounts, as filed. Amounts are whole pounds.
type Year struct {
	End      law.Date
	Turnover law.Fact[int64]
	Profit   law.Fact[int64] // before tax; below nothing for a loss
	Funds    law.Fact[int64] // of members or shareholders
	Members  law.Fact[int64]
	Staff    law.Fact[int64]
}

// A Body is an organisation with its accounts, oldest first. Form, Sector and Ownership are
// the publisher's words, empty where it does not say.
type Body struct {
	ID        string
	Form      string
	Sector    string
	Ownership string
	Years     []Year
}

// Register is what was read.
type Register struct {
	// Rows is how many there were, the accounts that are carried forward among them.
	Rows   int
	Bodies []Body
}

// Accounts is how many distinct accounts there are.
func (r *Register) Accounts() (n int) {
	for i := range r.Bodies {
		n += len(r.Bodies[i].Years)
	}
	return n
}

// Shipped reads the extract that comes with the programs.
func Shipped() (*Register, error) {
	rows, err := shipped.Open("coops/accounts.csv")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	bodies, err := shipped.Open("coops/organisations.csv")
	if err != nil {
		return nil, err
	}
	defer bodies.Close()
	return Read(rows, bodies)
}

// The columns that are read.
const (
	id        = "CUK Organisation ID"
	end       = "Year End Date"
	turnover  = "Turnover"
	profit    = "Profit before tax"
	funds     = "Member/Shareholder Funds"
	members   = "Memberships"
	staff     = "Employees"
	form      = "Legal Form"
	sector    = "Sector - Simplified, High Level"
	ownership = "Ownership Classification"
)

// Read reads accounts, and the organisations they are of, nil for none: in the columns of the
// extract or in those of the publisher's own files. Accounts that are carried forward count
// once; errors name the row.
func Read(rows, bodies io.Reader) (*Register, error) {
	r := new(Register)
	at := map[string]int{}
	err := each(rows, []string{id, end, turnover, profit, funds, members, staff}, func(cells []string) error {
		r.Rows++
		y, err := year(cells[1:])
		if err != nil || cells[0] == "" {
			return cmp.Or(err, fmt.Errorf("%s: none", id))
		}
		i, ok := at[cells[0]]
		if !ok {
			i = len(r.Bodies)
			at[cells[0]] = i
			r.Bodies = append(r.Bodies, Body{ID: cells[0]})
		}
		return r.Bodies[i].add(y)
	})
	if err != nil {
		return nil, fmt.Errorf("accounts: %w", err)
	}
	if bodies != nil {
		err = each(bodies, []string{id, form, sector, ownership}, func(cells []string) error {
			if i, ok := at[cells[0]]; ok {
				r.Bodies[i].Form, r.Bodies[i].Sector, r.Bodies[i].Ownership = cells[1], cells[2], cells[3]
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("organisations: %w", err)
		}
	}
	slices.SortFunc(r.Bodies, func(a, b Body) int { return strings.Compare(a.ID, b.ID) })
	return r, nil
}

// add puts accounts in their place; the same again are those carried forward.
func (b *Body) add(y Year) error {
	i, ok := slices.BinarySearchFunc(b.Years, y.End, func(x Year, d law.Date) int { return x.End.Compare(d) })
	switch {
	case !ok:
		b.Years = slices.Insert(b.Years, i, y)
	case b.Years[i] != y:
		return fmt.Errorf("%s: other figures for the year to %v than before", b.ID, y.End)
	}
	return nil
}

func year(cells []string) (y Year, err error) {
	if y.End, err = law.ParseDate(cells[0]); err != nil {
		return y, fmt.Errorf("%s: %w", end, err)
	}
	for i, to := range []struct {
		name string
		fact *law.Fact[int64]
	}{{turnover, &y.Turnover}, {profit, &y.Profit}, {funds, &y.Funds}, {members, &y.Members}, {staff, &y.Staff}} {
		if cells[i+1] == "" {
			continue
		}
		n, err := strconv.ParseInt(cells[i+1], 10, 64)
		if err != nil || n > most || n < -most {
			return y, fmt.Errorf("%s: %.40q is no whole number of pounds, or of people", to.name, cells[i+1])
		}
		*to.fact = law.Known(n)
	}
	return y, nil
}

// most is a thousand billion: beyond any accounts, and within what can be reckoned.
const most = 1_000_000_000_000

// each calls a function with the cells of some columns of every row.
func each(r io.Reader, columns []string, do func([]string) error) error {
	c := csv.NewReader(r)
	c.ReuseRecord = true
	head, err := c.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return errors.New("no header")
		}
		return err
	}
	places := make([]int, len(columns))
	for i, name := range columns {
		places[i] = slices.IndexFunc(head, func(h string) bool { return strings.TrimPrefix(h, "\ufeff") == name })
		if places[i] < 0 {
			return fmt.Errorf("no column %q", name)
		}
	}
	cells := make([]string, len(columns))
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for i, at := range places {
			cells[i] = strings.Clone(strings.TrimSpace(row[at]))
		}
		if err := do(cells); err != nil {
			line, _ := c.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}
