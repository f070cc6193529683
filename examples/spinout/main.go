// Command spinout compares the legal forms that a public service could take as it leaves
// its parent body: what each form's law says on the first day, what it allows to be paid,
// where ten years would leave it, and how likely it is to run out of cash on the way.
//
//	spinout [-case inclusion|ace|FILE] [-way FILE] [-on DATE] [-paths N] [-json] [-html FILE]
//
// Without arguments it takes Inclusion Healthcare, twelve staff of Leicester's primary care
// trust who left in 2010. Every number of a case is printed with its source or marked an
// assumption. Beside the forms it says by which right the staff could ask, which routes there
// were to a contract and whether it could be reserved, and the odds and the time to launch.
package main

import (
	"context"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/cases"
	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

// seed decides the paths along which the years ahead are run.
const seed = 1

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("spinout", stderr, func() (int, error) { return 0, report(args, stdout, stderr) })
}

func report(args []string, stdout, stderr io.Writer) error {
	flags := console.Flags("spinout", "", stderr)
	name := flags.String("case", "inclusion", "a case: inclusion, ace or a `FILE` of your own")
	wayOut := flags.String("way", "", "what rights, routes and odds turn on, as a `FILE` of your own; the two cases have their own")
	date := flags.String("on", "", "begin on this `DATE` (YYYY-MM-DD) in place of the case's own")
	paths := flags.Uint64("paths", 10_000, "run the years ahead along `N` paths")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	html := flags.String("html", "", "also write one page with charts to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return err
	}
	on, err := console.ParseOn(*date)
	if err != nil {
		return err
	}
	c, err := cases.Open(*name)
	if err != nil {
		return err
	}
	cmp, err := spinout.Compare(c, on, legalform.Reaching(c.In, append(legalform.Mutuals(), legalform.Northern()...)...))
	if err != nil {
		return err
	}
	w, err := openWay(*name, *wayOut)
	if err != nil {
		return err
	}
	out, err := setOut(c, w, cmp.On)
	if err != nil {
		return err
	}
	if err := cmp.Simulate(context.Background(), seed, *paths, simulate.Options{}); err != nil {
		return err
	}
	if *html != "" {
		if err := withWay(page(cmp), out).WriteFile(*html); err != nil {
			return err
		}
	}
	if *asJSON {
		return writeBeside(stdout, cmp, out)
	}
	return printText(stdout, cmp, out)
}
