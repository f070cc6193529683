// Command calibrate works out again, from the accounts of co-operatives, the figures that
// package simulate ships as defaults, and says what it left out, and why.
//
//	calibrate [-csv FILE [-organisations FILE]] [-json] [-go]
//
// Without arguments it reads the extract that comes with it. -csv reads Co-operatives UK's own
// file of accounts in its place, and -organisations that of organisations, for the tables by
// ownership. -go writes the figures as the Go source that package simulate ships.
//
// The exit status is 0 where the figures shipped are those worked out, 1 where they are not,
// and 2 for wrong use or bad input.
package main

import (
	"errors"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/examples/internal/console"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("calibrate", stderr, func() (int, error) { return tell(args, stdout, stderr) })
}

func tell(args []string, stdout, stderr io.Writer) (int, error) {
	flags := console.Flags("calibrate", "", stderr)
	csv := flags.String("csv", "", "read accounts from `FILE` in place of the extract")
	bodies := flags.String("organisations", "", "read organisations from `FILE`; goes with -csv")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	asGo := flags.Bool("go", false, "write the figures as Go source")
	if err := console.Only(flags, args); err != nil {
		return 0, err
	}
	switch {
	case *bodies != "" && *csv == "":
		return 0, errors.New("-organisations goes with -csv")
	case *asJSON && *asGo:
		return 0, errors.New("-json and -go: one of the two")
	}
	r, err := read(*csv, *bodies)
	if err != nil {
		return 0, err
	}
	c, err := calibrate(r)
	if err != nil {
		return 0, err
	}
	if *asGo {
		return 0, writeGo(stdout, c)
	}
	status := 0
	if !c.Agrees {
		status = 1
	}
	if *asJSON {
		return status, console.WriteJSON(stdout, c)
	}
	return status, printText(stdout, c)
}

func read(csv, bodies string) (*accounts.Register, error) {
	if csv == "" {
		return accounts.Shipped()
	}
	rows, err := os.Open(csv)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	if bodies == "" {
		return accounts.Read(rows, nil)
	}
	of, err := os.Open(bodies)
	if err != nil {
		return nil, err
	}
	defer of.Close()
	return accounts.Read(rows, of)
}
