// Command choose asks what founders need of a legal form and says which forms fit, and by
// which rule each of the others does not.
//
//	choose [-answers FILE] [-on DATE] [-in PLACE] [-json]
//
// Without -answers it asks on the terminal: yes, no or nothing for no, and a number or nothing
// for one that is not known. A FILE holds the answers as JSON: {"members": 12, "asset_lock":
// true}. The answer is for a body formed on DATE (2026-11-23 where none is given) in PLACE
// (england). Nothing is ranked, and it is not legal advice.
//
// The exit status is 0 where some form fits, 1 where none does for certain, 2 for wrong use
// or bad input.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// The exit statuses.
const (
	some  = 0
	none  = 1
	wrong = console.Wrong
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return console.Run("choose", stderr, func() (int, error) { return choose(args, stdin, stdout, stderr) })
}

func choose(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	flags := console.Flags("choose", "", stderr)
	answers := flags.String("answers", "", "read the answers from this `FILE` of JSON in place of asking")
	date := flags.String("on", "2026-11-23", "the `DATE` on which the body is to be formed")
	place := flags.String("in", "england", "the `PLACE` in the kingdom")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	if err := console.Only(flags, args); err != nil {
		return wrong, err
	}
	on, err := law.ParseDate(*date)
	if err != nil {
		return wrong, fmt.Errorf("-on: %w", err)
	}
	in, err := law.ParseExtent(*place)
	if err != nil {
		return wrong, fmt.Errorf("-in: %w", err)
	}
	r, err := requirements(*answers, stdin, stderr)
	if err != nil {
		return wrong, err
	}
	fits, err := legalform.Choose(r, on, in)
	if err != nil {
		return wrong, err
	}
	if *asJSON {
		err = writeJSON(stdout, r, on, in, fits)
	} else {
		err = printText(stdout, r, on, in, fits)
	}
	return status(fits), err
}

func requirements(file string, stdin io.Reader, prompts io.Writer) (*legalform.Requirements, error) {
	if file == "" {
		return ask(stdin, prompts)
	}
	return console.ReadFile(file, legalform.ReadRequirements)
}

func status(fits []legalform.Fit) int {
	for _, f := range fits {
		if f.Outcome == law.Met {
			return some
		}
	}
	return none
}

func writeJSON(w io.Writer, r *legalform.Requirements, on law.Date, in law.Extent, fits []legalform.Fit) error {
	return console.WriteJSON(w, struct {
		Version  string                  `json:"version"`
		On       law.Date                `json:"on"`
		In       law.Extent              `json:"in,omitempty"`
		Required *legalform.Requirements `json:"required"`
		Forms    []legalform.Fit         `json:"forms"`
	}{law.Version, on, in, r, fits})
}
