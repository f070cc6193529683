// Command spinout compares the legal forms that a public service could take as it leaves
// its parent body: what each form's law says on the first day, what it allows to be paid,
// and where ten years would leave it.
//
//	spinout [-case inclusion|ace|FILE] [-on DATE] [-json] [-html FILE]
//
// Without arguments it takes Inclusion Healthcare, twelve staff of Leicester's primary care
// trust who left in 2010. Every number of a case is printed with its source or marked an
// assumption.
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

//go:embed cases/*.json
var cases embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	err := report(args, stdout, stderr)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	default:
		fmt.Fprintln(stderr, "spinout:", err)
		return 2
	}
}

func report(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("spinout", flag.ContinueOnError)
	flags.SetOutput(stderr)
	name := flags.String("case", "inclusion", "a case: inclusion, ace or a `FILE` of your own")
	date := flags.String("on", "", "begin on this `DATE` (YYYY-MM-DD) in place of the case's own")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	html := flags.String("html", "", "also write one page with charts to `FILE`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q: no arguments are taken beside the flags", flags.Arg(0))
	}
	var on law.Date
	if *date != "" {
		var err error
		if on, err = law.ParseDate(*date); err != nil {
			return fmt.Errorf("-on: %w", err)
		}
	}
	c, err := open(*name)
	if err != nil {
		return err
	}
	cmp, err := spinout.Compare(c, on, legalform.Reaching(c.In, append(legalform.Mutuals(), legalform.Northern()...)...))
	if err != nil {
		return err
	}
	if *html != "" {
		if err := page(cmp).WriteFile(*html); err != nil {
			return err
		}
	}
	if *asJSON {
		return cmp.WriteJSON(stdout)
	}
	return printText(stdout, cmp)
}

// open reads one of the cases that come with the program, or a file.
func open(name string) (*spinout.Case, error) {
	if f, err := cases.Open("cases/" + name + ".json"); err == nil {
		defer f.Close()
		return spinout.Read(f)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c, err := spinout.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}
