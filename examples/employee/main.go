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
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

//go:embed bakery.json
var bakery []byte

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("employee", stderr, func() (int, error) { return 0, report(args, stdout, stderr) })
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
	flags := console.Flags("employee", "", stderr)
	file := flags.String("file", "", "a `FILE` with the company, its sale and the bonus, in place of the one that comes with the program")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	html := flags.String("html", "", "also write a page to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return err
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
		return console.WriteJSON(stdout, out)
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
	if name == "" {
		return decode(bytes.NewReader(bakery))
	}
	return console.ReadFile(name, decode)
}

func decode(r io.Reader) (*input, error) {
	var in input
	if err := law.Decode(r, &in); err != nil {
		return nil, err
	}
	if in.Schema != 1 {
		return nil, fmt.Errorf("schema: %d, where 1 is known", in.Schema)
	}
	return &in, nil
}
