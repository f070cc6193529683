// Command election counts an election by a named rule and prints the count sheet: every
// stage, who was elected or excluded in it, and why.
//
//	election [-rule NAME] [-seats N] [-lot 3,1,2 | -seed TEXT] [-json | -csv] [-html FILE] [FILE]
//	election -vacated 3 -sitting 1,2,5 [-rule NAME] [...] [FILE]
//	election -reserved FILE [-rule NAME] [...] [FILE]
//	election -audit FILE [...] [FILE]
//	election -recount FILE [FILE]
//	election -compare [FILE]
//	election -rules
//
// The file is a BLT file or, where its name ends in .csv, a table with a row for each paper
// and, by -cells, ranks, marks or points in it. Without a file it counts a ward of Aberdeen
// as it voted on 3 May 2012, from the council's published preference profile.
//
// With -vacated the ballots are counted again to fill a casual vacancy: those who have left
// are passed over, and the others who were elected, -sitting, cannot be excluded. With -reserved
// the count is bound by how many of groups are to be elected, at least or at most, which
// the FILE lists as JSON:
//
//	[{"name": "staff", "group": [3, 4], "least": 1}, {"name": "the north", "group": [1, 2, 5], "most": 2}]
//
// Both go together, are for rules that transfer votes by surplus and exclusion, and are in the
// record that -audit writes, from which -recount counts again to the same bytes.
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
	rule, parameters, cells                  string
	html, audit, recount, reserved, file     string
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
	var lot, vacated, sitting string
	flags.StringVar(&lot, "lot", "", "candidates' numbers in the `ORDER` of lots drawn: the first is out first, or has the surplus transferred first")
	flags.StringVar(&a.options.Seed, "seed", "", "a `TEXT` drawn in public, to draw the order of lots from")
	flags.StringVar(&vacated, "vacated", "", "fill a casual vacancy: the `NUMBERS` of those who have left, or would not serve")
	flags.StringVar(&sitting, "sitting", "", "with -vacated, the `NUMBERS` of the others who were elected")
	flags.StringVar(&a.reserved, "reserved", "", "count under the reservations of a `FILE`, as JSON")
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
	if err := a.candidates(lot, vacated, sitting); err != nil {
		return nil, err
	}
	return a, nil
}

// candidates reads what the flags say by candidates' numbers, and refuses what would be left
// out of account.
func (a *ask) candidates(lot, vacated, sitting string) (err error) {
	if a.options.Lot, err = numbers("-lot", lot); err != nil {
		return err
	}
	if vacated != "" || sitting != "" {
		v := &election.Vacancy{}
		a.options.Vacancy = v
		if v.Vacated, err = numbers("-vacated", vacated); err != nil {
			return err
		}
		if v.Sitting, err = numbers("-sitting", sitting); err != nil {
			return err
		}
	}
	switch bound := a.options.Vacancy != nil || a.reserved != ""; {
	case bound && a.compare:
		return errors.New("-compare counts by every rule, and takes neither -vacated and -sitting nor -reserved")
	case bound && a.recount != "":
		return errors.New("-recount counts as its record says, and takes neither -vacated and -sitting nor -reserved")
	}
	return nil
}

// numbers reads candidates' numbers: "1,2,5".
func numbers(flag, text string) (out []int, err error) {
	if text == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		c, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil {
			return nil, fmt.Errorf("%s: %q is not the number of a candidate", flag, part)
		}
		out = append(out, c)
	}
	return out, nil
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
	r := sheet.Result
	if err := sheet.Text(stdout); err != nil || !a.close || len(r.Elected) != 1 || r.Vacancy != nil || r.Reservations != nil {
		return err
	}
	return printMargin(stdout, b, r.Elected[0])
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
		record, err := console.ReadFile(a.recount, decoded[election.Audit])
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
	if a.reserved != "" {
		if a.options.Reservations, err = console.ReadFile(a.reserved, decoded[[]election.Reservation]); err != nil {
			return nil, err
		}
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

// decoded reads a value from JSON.
func decoded[T any](in io.Reader) (v T, err error) {
	err = law.Decode(in, &v)
	return v, err
}

// write writes a file, and tells where it could not.
func write(name string, do func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close())
}
