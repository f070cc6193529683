// Command power says who holds what power in a body, and what a change does to it: from a
// constitution and a register of shares, or from weights alone, to each holder's part of the
// votes and of the power, who can carry or block what, and the smallest coalitions that can.
//
//	power [-case FILE] [-register FILE] [-trials N -seed S] [-json] [-html FILE]
//	power -game FILE [-after FILE] [-trials N -seed S] [-json] [-html FILE]
//
// A case is a JSON file with the body's constitution and, where there is to be one, the change: an
// issue of shares, other voting rights or another board. Its register is a CSV file with the
// columns id and shares and, as wanted, class, joined and left; without a column joined it is
// taken to be of the day. A game is a JSON file with a quota and players with weights, and -after
// a second one to compare it with. Without arguments the program takes a case that is made up: a
// company of founders and staff that issues shares to a fund.
//
// Indices are exact. Where a body is too large for that they stand with their error, and
// where only draws at random will do, -trials says how many and -seed decides them.
package main

import (
	"embed"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/governance/power"
)

//go:embed testdata/hill
var shipped embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("power", stderr, func() (int, error) { return 0, tell(args, stdout, stderr) })
}

// maxSteps keeps each exact answer to a second or two.
const maxSteps = 2 << 30

// options are the flags.
type options struct {
	file, register string
	game, after    string
	html           string
	json           bool
	how            power.How
}

func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	flags := console.Flags("power", "", stderr)
	flags.StringVar(&o.file, "case", "", "the constitution and the change, a JSON `FILE`, in place of those that come with the program")
	flags.StringVar(&o.register, "register", "", "the register of members, a CSV `FILE`")
	flags.StringVar(&o.game, "game", "", "a quota and weights, a JSON `FILE`, in place of a case")
	flags.StringVar(&o.after, "after", "", "what the game is changed to, a JSON `FILE`")
	flags.Int64Var(&o.how.Draws.Trials, "trials", 0, "draw `N` times where a body is too large for anything else")
	flags.Uint64Var(&o.how.Draws.Seed, "seed", 0, "the `SEED` that decides the draws")
	flags.BoolVar(&o.json, "json", false, "write JSON in place of text")
	flags.StringVar(&o.html, "html", "", "also write a page to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	switch {
	case given["game"] && (given["case"] || given["register"]):
		return nil, errors.New("-game: a game takes the place of a case and its register")
	case given["after"] && !given["game"]:
		return nil, errors.New("-after: a case says itself what changes; -after goes with -game")
	case given["trials"] != given["seed"]:
		return nil, errors.New("-trials and -seed go together: draws are decided by a seed")
	}
	o.how.Draws.Workers = 2
	o.how.Limits.Steps = maxSteps
	return &o, nil
}

func tell(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	var r *report
	if o.game != "" {
		r, err = readGames(o)
	} else {
		r, err = readCase(o)
	}
	if err != nil {
		return err
	}
	if o.html != "" {
		if err := page(r).WriteFile(o.html); err != nil {
			return err
		}
	}
	if o.json {
		return console.WriteJSON(stdout, r)
	}
	return printText(stdout, r)
}

// open opens a file of the caller's or, with no name, the one that comes with the program.
func open(name, own string) (fs.File, string, error) {
	if name == "" {
		f, err := shipped.Open("testdata/hill/" + own)
		return f, own, err
	}
	f, err := os.Open(name)
	return f, name, err
}
