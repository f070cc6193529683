// Command election counts an election by a named rule and prints the count sheet: every
// stage, who was elected or excluded in it, and why.
//
//	election [-rule NAME] [-seats N] [-lot 3,1,2 | -seed TEXT] [-json | -csv] [-html FILE] [FILE]
//	election -compare [FILE]
//	election -rules
//
// The file is a BLT file or, where its name ends in .csv, a table with a row for each paper
// and, by -cells, ranks, marks or points in it. Without a file it counts a ward of Aberdeen
// as it voted on 3 May 2012, from the council's published preference profile.
//
// The exit status is 0, 1 where a lot is needed and none was given, and 2 for wrong use or a
// bad file, whose line and column are told.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// dyce is ward 1 of Aberdeen: Dyce, Bucksburn and Danestone. A statutory publication of the
// council's, collected by David McCune (mggg/scot-elex), equal ballots merged.
//
//go:embed dyce.blt
var dyce []byte

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return console.Run("election", stderr, func() (int, error) {
		err := report(args, stdin, stdout, stderr)
		var l *lots
		if errors.As(err, &l) {
			fmt.Fprintln(stderr, "election:", err)
			return 1, nil
		}
		return 0, err
	})
}

// An ask is what the command line asks for.
type ask struct {
	rule, parameters, lot, cells             string
	html, audit, recount, file               string
	options                                  election.Options
	list, compare, json, csv, ordered, close bool
}

func parse(args []string, stderr io.Writer) (*ask, error) {
	a := &ask{}
	flags := console.Flags("election", "", stderr)
	flags.StringVar(&a.rule, "rule", usual(), "the `NAME` of the rule to count by; -rules lists them")
	flags.StringVar(&a.parameters, "parameters", "", "parameters of the rule to vary, as `JSON`: '{\"marks\": 2}'")
	flags.BoolVar(&a.list, "rules", false, "list the rules and end")
	flags.BoolVar(&a.compare, "compare", false, "count by every rule, and show where they differ")
	flags.IntVar(&a.options.Seats, "seats", 0, "count for so many `SEATS` in place of those in the file")
	flags.StringVar(&a.lot, "lot", "", "candidates' numbers in the `ORDER` of lots drawn: the first is out first, or has the surplus transferred first")
	flags.StringVar(&a.options.Seed, "seed", "", "a `TEXT` drawn in public, to draw the order of lots from")
	flags.StringVar(&a.cells, "cells", "ranks", "what the cells of a .csv file hold: ranks, marks or points (`WHAT`)")
	flags.BoolVar(&a.ordered, "ordered", false, "the file has the papers in the order they were mixed in, for rules in which it matters")
	flags.BoolVar(&a.json, "json", false, "write the result as JSON in place of text")
	flags.BoolVar(&a.csv, "csv", false, "write the sheet as values separated by commas in place of text")
	flags.BoolVar(&a.close, "close", false, "also say how near each stage came to another, and for one seat how few papers would have elected another by the alternative vote")
	flags.StringVar(&a.html, "html", "", "also write the sheet as a page to `FILE`")
	flags.StringVar(&a.audit, "audit", "", "also write what a recount needs to `FILE`, as JSON")
	flags.StringVar(&a.recount, "recount", "", "count again as a `FILE` of -audit says, and fail if the result is another")
	files, err := console.Mixed(flags, args)
	if err != nil {
		return nil, err
	}
	if len(files) > 1 {
		return nil, fmt.Errorf("%q: one file is counted at a time", files[1])
	}
	if a.json && a.csv {
		return nil, errors.New("either -json or -csv")
	}
	if len(files) > 0 {
		a.file = files[0]
	}
	if a.lot == "" {
		return a, nil
	}
	for part := range strings.SplitSeq(a.lot, ",") {
		c, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil {
			return nil, fmt.Errorf("-lot: %q is not the number of a candidate", part)
		}
		a.options.Lot = append(a.options.Lot, c)
	}
	return a, nil
}

func report(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	a, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if a.list {
		return printRules(stdout)
	}
	b, err := a.ballots(stdin)
	if err != nil {
		return err
	}
	if a.compare {
		return compare(stdout, b, a)
	}
	sheet, err := a.count(b)
	if err != nil {
		return err
	}
	if a.close {
		sheet.Closeness = sheet.Result.Closeness()
	}
	if a.html != "" {
		if err := write(a.html, sheet.HTML); err != nil {
			return err
		}
	}
	switch {
	case a.json:
		return console.WriteJSON(stdout, sheet.Result)
	case a.csv:
		return sheet.CSV(stdout)
	}
	if err := sheet.Text(stdout); err != nil || !a.close || len(sheet.Result.Elected) != 1 {
		return err
	}
	return printMargin(stdout, b, sheet.Result.Elected[0])
}

// ballots reads the file, or takes the ward that comes with the program.
func (a *ask) ballots(stdin io.Reader) (*election.Ballots, error) {
	switch a.file {
	case "":
		return election.ReadBLT(bytes.NewReader(dyce), election.Reading{})
	case "-":
		b, err := a.read(stdin)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return b, nil
	}
	return console.ReadFile(a.file, a.read)
}

func (a *ask) read(in io.Reader) (*election.Ballots, error) {
	if !strings.HasSuffix(a.file, ".csv") {
		return election.ReadBLT(in, election.Reading{KeepOrder: a.ordered})
	}
	table := election.Table{Title: a.file, Seats: max(a.options.Seats, 1), KeepOrder: a.ordered}
	if err := table.Cells.UnmarshalText([]byte(a.cells)); err != nil {
		return nil, fmt.Errorf("-cells: %w", err)
	}
	return election.ReadCSV(in, table)
}

// count counts, or counts again, and makes the sheet.
func (a *ask) count(b *election.Ballots) (*election.Sheet, error) {
	if a.recount != "" {
		record, err := console.ReadFile(a.recount, func(in io.Reader) (r election.Audit, err error) {
			err = law.Decode(in, &r)
			return r, err
		})
		if err != nil {
			return nil, err
		}
		r, err := record.Recount(b)
		return &election.Sheet{Result: r, Audit: &record}, err
	}
	rule, err := election.WithParameters(a.rule, json.RawMessage(a.parameters))
	if err != nil {
		return nil, err
	}
	r, err := election.Count(b, rule, a.options)
	if errors.Is(err, election.ErrLotNeeded) {
		return nil, &lots{err, atStake(b, rule, a.options)}
	}
	if err != nil {
		return nil, err
	}
	if (a.json || a.csv) && a.audit == "" && a.html == "" {
		return &election.Sheet{Result: r}, nil // no hashes are asked for
	}
	record, err := election.NewAudit(b, rule, r)
	if err != nil {
		return nil, err
	}
	if a.audit != "" {
		err = write(a.audit, func(w io.Writer) error { return json.NewEncoder(w).Encode(record) })
	}
	return &election.Sheet{Result: r, Audit: record}, err
}

// write writes a file, and tells where it could not.
func write(name string, do func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close())
}
