// Command surplus shares out a year's surplus: from accounts, a policy and a register of
// members to a payment for each member, and a statement of where every pound went.
//
//	surplus [-accounts FILE] [-members FILE] [-policy FILE] [-ready ID] [-form ID] [-on DATE] [-out FILE] [-json] [-html FILE]
//
// The accounts are rows of one organisation in the columns of Co-operatives UK's open data
// on the co-operative economy. Without arguments it takes the accounts of a consumer
// co-operative as they were published, with a policy and members that are made up. With
// -ready it takes one of the policies that come with package surplus, and -ready list lists
// them.
//
// The exit status is 0 where everything that the policy asks for is allowed, 1 where the
// legal form or its rules stand against some of it, and 2 for wrong use or bad input.
package main

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

//go:embed testdata/radstock
var shipped embed.FS

// The exit statuses.
const (
	allowed  = 0
	breached = 1
	wrong    = console.Wrong
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("surplus", stderr, func() (int, error) { return share(args, stdout, stderr) })
}

// options are the flags.
type options struct {
	accounts, members, policy string
	ready, form, on           string
	out, html                 string
	json                      bool
}

func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	flags := console.Flags("surplus", "", stderr)
	flags.StringVar(&o.accounts, "accounts", "", "the accounts, a CSV `FILE`, in place of those that come with the program")
	flags.StringVar(&o.members, "members", "", "the members, a CSV `FILE`")
	flags.StringVar(&o.policy, "policy", "", "the policy and the terms of sharing, a JSON `FILE`")
	flags.StringVar(&o.ready, "ready", "", "take the steps of a ready policy, by `ID`, in place of the policy's own; list lists them")
	flags.StringVar(&o.form, "form", "", "put the policy to this legal form, by `ID`, in place of the policy's own")
	flags.StringVar(&o.on, "on", "", "declare the payments on this `DATE` (YYYY-MM-DD), for the last year that had ended")
	flags.StringVar(&o.out, "out", "", "write the payment to each member to `FILE`, as CSV")
	flags.BoolVar(&o.json, "json", false, "write the statement as JSON in place of text")
	flags.StringVar(&o.html, "html", "", "also write the statement as a page to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return nil, err
	}
	return &o, nil
}

func share(args []string, stdout, stderr io.Writer) (int, error) {
	o, err := parse(args, stderr)
	if err != nil {
		return wrong, err
	}
	if o.ready == "list" {
		return allowed, listReady(stdout)
	}
	c, err := read(o, stderr)
	if err != nil {
		return wrong, err
	}
	s, err := c.distribute()
	if err != nil {
		return wrong, err
	}
	if o.out != "" {
		if err := writeFile(o.out, s.settled.WriteCSV); err != nil {
			return wrong, err
		}
	}
	if o.html != "" {
		if err := page(s).WriteFile(o.html); err != nil {
			return wrong, err
		}
	}
	if o.json {
		err = console.WriteJSON(stdout, s)
	} else {
		err = printText(stdout, s)
	}
	if s.breached() {
		return breached, err
	}
	return allowed, err
}

// open opens a file of the caller's or, with no name, the one that comes with the program.
func open(name, own string) (fs.File, string, error) {
	if name == "" {
		f, err := shipped.Open("testdata/radstock/" + own)
		return f, own, err
	}
	f, err := os.Open(name)
	return f, name, err
}

func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// listReady lists the ready policies: the id, and what it is.
func listReady(w io.Writer) error {
	p := console.New(w)
	for _, x := range surplus.Ready() {
		p.Wrap("- ", x.About.ID+": "+x.About.Title)
	}
	return p.Err()
}
