// Command programme tells the story of public services that left the state to become mutuals:
// what became of the pathfinders of 2010 and 2011, and what the odds were that a million
// people would work in such mutuals by 2015.
//
//	programme [-programme FILE] [-runs N] [-seed N] [-workers N] [-progress] [-json] [-html FILE]
//
// Without arguments it prints the pathfinders' fortunes as a table and a timeline, then the
// ambition against the odds, what it would have taken, and how the model does on published
// counts that it was not fitted to. With -programme it simulates a programme of yours.
//
// The exit status is 0, or 2 for wrong use or bad input.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
)

// The exit statuses.
const (
	told  = 0
	wrong = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	err := tell(args, stdout, stderr)
	if errors.Is(err, flag.ErrHelp) || err == nil {
		return told
	}
	fmt.Fprintln(stderr, "programme:", err)
	return wrong
}

// options are the flags.
type options struct {
	file, html     string
	runs, seed     uint64
	workers        int
	progress, json bool
	given          map[string]bool
}

func parse(args []string, stderr io.Writer) (*options, error) {
	o := options{given: map[string]bool{}}
	flags := flag.NewFlagSet("programme", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.file, "programme", "", "simulate the programme of a JSON `FILE`, and nothing else")
	flags.Uint64Var(&o.runs, "runs", 2000, "how many runs, `N`")
	flags.Uint64Var(&o.seed, "seed", 2010, "the seed of the draws, `N`, in place of the programme's own")
	flags.IntVar(&o.workers, "workers", runtime.NumCPU(), "how many workers, `N`; the answer is the same for any number")
	flags.BoolVar(&o.progress, "progress", false, "show how many runs are done on standard error, as on a terminal is done without it")
	flags.BoolVar(&o.json, "json", false, "write JSON in place of text")
	flags.StringVar(&o.html, "html", "", "also write a page with charts to `FILE`")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("%q: no arguments are taken beside the flags", flags.Arg(0))
	}
	flags.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	return &o, nil
}

func tell(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	p := programme.Ambition(o.seed)
	if o.file != "" {
		if p, err = read(o.file); err != nil {
			return err
		}
		if o.given["seed"] {
			p.Seed = law.Known(o.seed)
		}
	}
	s, err := newStory(context.Background(), p, o, stderr)
	if err != nil {
		return err
	}
	if o.html != "" {
		if err := page(s).WriteFile(o.html); err != nil {
			return err
		}
	}
	if o.json {
		e := json.NewEncoder(stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(s)
	}
	return printText(stdout, s)
}

func read(name string) (*programme.Programme, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return programme.Read(f)
}

// terminal reports whether what is written is read by a person as it comes.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// bar shows progress on one line.
func bar(w io.Writer) func(done, of uint64) {
	return func(done, of uint64) {
		const width = 40
		full := int(done * width / max(1, of))
		_, _ = fmt.Fprintf(w, "\r[%-*s] %d of %d runs", width, "########################################"[:full], done, of)
		if done == of {
			_, _ = fmt.Fprintln(w)
		}
	}
}
