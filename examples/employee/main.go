// Command employee is about a company sold to an employee-ownership trust: what the sale of
// the shares comes to on one day and another, and a bonus after it: who gets what of a pot or
// by a formula, whether the award qualifies for the exemption from income tax, and how much
// of it is free of tax.
//
//	employee [-file FILE] [-json] [-html FILE]
//
// Without -file it takes a bakery that comes with the program; its people are made up.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

//go:embed bakery.json
var bakery []byte

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	err := report(args, stdout, stderr)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	fmt.Fprintln(stderr, "employee:", err)
	return 2
}

// input is what the file holds.
type input struct {
	Schema  int              `json:"schema"`
	Name    string           `json:"name"`
	Company employee.Company `json:"company"`
	Sale    sale             `json:"sale,omitzero"`
	Bonus   employee.Design  `json:"bonus"`
}

// output is what the program works out.
type output struct {
	Name  string            `json:"name"`
	Sale  []sold            `json:"sale,omitempty"`
	Bonus employee.Designed `json:"bonus"`
}

func report(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("employee", flag.ContinueOnError)
	flags.SetOutput(stderr)
	file := flags.String("file", "", "a `FILE` with the company, its sale and the bonus, in place of the one that comes with the program")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	html := flags.String("html", "", "also write a page to `FILE`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q: no arguments are taken beside the flags", flags.Arg(0))
	}
	in, err := read(*file)
	if err != nil {
		return err
	}
	out, err := work(in)
	if err != nil {
		return err
	}
	if *html != "" {
		if err := page(in, out).WriteFile(*html); err != nil {
			return err
		}
	}
	if *asJSON {
		e := json.NewEncoder(stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(out)
	}
	return printText(stdout, in, out)
}

func work(in *input) (*output, error) {
	figures := employee.Enacted()
	bonus, err := employee.DesignBonus(in.Company, &in.Bonus, &figures)
	if err != nil {
		return nil, fmt.Errorf("bonus: %w", err)
	}
	sales, err := in.Sale.sell(&figures)
	if err != nil {
		return nil, err
	}
	return &output{Name: in.Name, Sale: sales, Bonus: bonus}, nil
}

func read(name string) (*input, error) {
	from := io.Reader(bytes.NewReader(bakery))
	if name != "" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	var in input
	if err := law.Decode(from, &in); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if in.Schema != 1 {
		return nil, fmt.Errorf("%s: schema: %d, where 1 is known", name, in.Schema)
	}
	return &in, nil
}
