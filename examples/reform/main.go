// Command reform changes one figure of the law, and sets before and after side by side over a
// population of real organisations: what they would pay on capital, what they would keep, how
// likely they are to run out of cash; or, for the maximum shareholding of societies, whose
// members would be above it.
//
//	reform [-ready NAME] [-paths N] [-seed N] [-json] [-html FILE] [-csv FILE]
//	reform -figure cic.aggregate_cap -to 49% -from 2014-10-01 [-form ID] ...
//
// Without arguments it takes the dividend cap of 49% on which the Regulator of community
// interest companies consulted in 2012; -ready list lists those that are ready, and -figure
// list every figure with its history and its sources. Accounts are those that Co-operatives UK
// published for 2011 to 2016. What they do not tell, such as the share capital and what the
// body would pay if it could, is assumed, and printed as assumed: -capital, -asks and -largest
// change it.
package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("reform", stderr, func() (int, error) { return 0, tell(args, stdout, stderr) })
}

// options are the flags.
type options struct {
	ready, form, figure, to string
	from, first             law.Date
	population              string
	capital, asks           law.Ratio
	largest                 law.Pence
	paths, seed             uint64
	years                   int
	json                    bool
	html, csv               string
}

// maxPaths keeps a run over thousands of bodies to minutes.
const maxPaths = 100_000

func parse(args []string, stderr io.Writer) (*options, error) {
	o := options{first: law.MustDate("2016-04-01"), capital: law.Percent(20), asks: law.Percent(50), largest: law.Pounds(10_000_000)}
	flags := console.Flags("reform", "", stderr)
	flags.StringVar(&o.ready, "ready", "", "a reform that is ready, by `NAME`; list lists them")
	flags.StringVar(&o.figure, "figure", "", "the `ID` of the figure to change; list lists them")
	flags.StringVar(&o.to, "to", "", "its new `VALUE`, such as 49%, £20,000 or ends")
	flags.TextVar(&o.from, "from", law.Date{}, "the `DATE` from which it has that value")
	flags.StringVar(&o.form, "form", "", "the legal form, by `ID`, that every body is put under")
	flags.StringVar(&o.population, "population", "", "companies, societies or all; as the form has it, where none is named")
	flags.TextVar(&o.capital, "capital", o.capital, "the `PART` of members' funds that is assumed to be share capital")
	flags.TextVar(&o.asks, "asks", o.asks, "the `PART` of the year's profit after tax that each body would pay on its capital, if it could")
	flags.TextVar(&o.largest, "largest", o.largest, "leave out bodies with a turnover above this `AMOUNT`, on which any sum would hang")
	flags.TextVar(&o.first, "first", o.first, "the first day of the first year, a `DATE`")
	flags.IntVar(&o.years, "years", 5, "how many years ahead, `N`")
	flags.Uint64Var(&o.paths, "paths", 256, "how many paths for each body, `N`")
	flags.Uint64Var(&o.seed, "seed", 1, "the number `N` that decides every draw")
	flags.BoolVar(&o.json, "json", false, "write JSON in place of text")
	flags.StringVar(&o.html, "html", "", "also write a page to `FILE`")
	flags.StringVar(&o.csv, "csv", "", "also write a row for each body to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return nil, err
	}
	return &o, o.check(flags)
}

func (o *options) check(flags *flag.FlagSet) error {
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	one := law.Per(1, 1)
	switch {
	case o.ready != "" && o.figure != "":
		return errors.New("-ready and -figure: one of the two")
	case o.figure == "" && (o.to != "" || given["from"]):
		return errors.New("-to and -from go with -figure")
	case o.figure == "list" && (o.to != "" || given["from"]):
		return errors.New("-figure list: nothing is changed")
	case o.figure != "" && o.figure != "list" && (o.to == "" || o.from.IsZero()):
		return errors.New("-figure needs -to and -from: its new value, and since when")
	case o.paths < 2 || o.paths > maxPaths:
		return errors.New("-paths: not between 2 and 100000")
	case o.years < 1 || o.years > 50:
		return errors.New("-years: not between 1 and 50")
	case o.capital.Num() < 0 || o.capital.Cmp(one) > 0:
		return errors.New("-capital: not between 0% and 100%")
	case o.asks.Num() < 0 || o.asks.Cmp(one) > 0:
		return errors.New("-asks: not between 0% and 100%")
	case o.largest < law.Pounds(leastTurnover):
		return errors.New("-largest: below the £10,000 of turnover that are looked at")
	case o.first.IsZero():
		return errors.New("-first: no date")
	}
	return nil
}

func tell(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	switch {
	case o.ready == "list":
		return printReady(stdout)
	case o.figure == "list":
		return printFigures(stdout, o.form)
	}
	r, err := accounts.Shipped()
	if err != nil {
		return err
	}
	a, err := answerTo(context.Background(), o, r)
	if err != nil {
		return err
	}
	if o.html != "" {
		if err := page(a).WriteFile(o.html); err != nil {
			return err
		}
	}
	if o.csv != "" {
		if err := writeBodies(o.csv, a); err != nil {
			return err
		}
	}
	if o.json {
		return console.WriteJSON(stdout, a)
	}
	return printText(stdout, a)
}
