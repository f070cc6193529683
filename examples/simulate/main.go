// Command simulate runs a spin-out's years ahead very many times under every legal form that
// could hold it, on the same draws, and says how likely each trouble is, what is left and what
// each group gets, what drives the spread, and how the forms differ.
//
//	simulate [-case FILE] [-on DATE] [-years N] [-paths N] [-seed N] [-workers N] [-json|-csv] [-html FILE]
//	simulate -shard I/N [the same flags]              writes a part of the run as JSON
//	simulate -merge [the same flags] FILE...          puts the parts together
//	simulate -largest STEP -odds PART                 the largest share a step of the policy can ask for
//	simulate -reserve CONTRACT -odds PART             the money needed to survive losing a contract
//
// Without arguments it takes Inclusion Healthcare, twelve staff of Leicester's primary care
// trust who left in 2010, for ten years along 100,000 paths. The seed decides every draw:
// the same flags give the same bytes, on any number of workers and from any number of parts.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// interrupted is the exit status of a run that was broken off, as shells give it.
const interrupted = 130

// run returns the exit status: 0, 2 for wrong use or bad input, or interrupted.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return console.Run("simulate", stderr, func() (int, error) {
		err := tell(ctx, args, stdout, stderr)
		if errors.Is(err, context.Canceled) {
			fmt.Fprintln(stderr, "simulate: broken off; nothing is written")
			return interrupted, nil
		}
		return 0, err
	})
}

// options are the flags.
type options struct {
	file, html         string
	on                 law.Date
	years              int
	paths, seed        uint64
	workers            int
	json, csv          bool
	part, parts        uint64 // of the run; 0 for the whole
	merge              []string
	largest, reserve   string
	odds               law.Ratio
	searching, merging bool
}

// Paths of a run, and of each step of a search, unless -paths says otherwise.
const (
	defaultPaths = 100_000
	searchPaths  = 10_000
)

func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	flags := console.Flags("simulate", "", stderr)
	flags.StringVar(&o.file, "case", "inclusion", "a case: inclusion, ace or a `FILE` of your own")
	on := flags.String("on", "", "begin on this `DATE` (YYYY-MM-DD) in place of the case's own")
	flags.IntVar(&o.years, "years", 0, "how many years ahead, in place of the case's own")
	flags.Uint64Var(&o.paths, "paths", defaultPaths, "how many paths; searches try 10,000 at each step")
	flags.Uint64Var(&o.seed, "seed", 1, "the seed that decides every draw")
	flags.IntVar(&o.workers, "workers", 0, "how many goroutines; as many as processors where it is 0")
	flags.BoolVar(&o.json, "json", false, "write JSON in place of text")
	flags.BoolVar(&o.csv, "csv", false, "write CSV in place of text, a figure on each line")
	flags.StringVar(&o.html, "html", "", "also write one page with charts to `FILE`")
	shard := flags.String("shard", "", "run part `I/N` alone, counted from 1, and write it as JSON for -merge")
	flags.BoolVar(&o.merging, "merge", false, "put together the files that -shard wrote, in place of a run")
	flags.StringVar(&o.largest, "largest", "", "search for the largest share that this `STEP` of the policy can ask for")
	flags.StringVar(&o.reserve, "reserve", "", "search for the money needed to survive losing this `CONTRACT`")
	odds := flags.String("odds", "5%", "with which odds of running out of cash, at most, a search is content")
	names, err := console.Mixed(flags, args)
	if err != nil {
		return nil, err
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	o.searching = given["largest"] || given["reserve"]
	if o.searching && !given["paths"] {
		o.paths = searchPaths
	}
	if o.on, err = console.ParseOn(*on); err != nil {
		return nil, err
	}
	if o.odds, err = law.ParseRatio(*odds); err != nil {
		return nil, fmt.Errorf("-odds: %w", err)
	}
	if given["shard"] {
		if o.part, o.parts, err = parsePart(*shard, o.paths); err != nil {
			return nil, fmt.Errorf("-shard: %w", err)
		}
	}
	o.merge = names
	return &o, o.check(given)
}

// parsePart reads "2/5".
func parsePart(text string, paths uint64) (part, parts uint64, err error) {
	a, b, ok := strings.Cut(text, "/")
	part, err1 := strconv.ParseUint(a, 10, 64)
	parts, err2 := strconv.ParseUint(b, 10, 64)
	if !ok || err1 != nil || err2 != nil || part < 1 || part > parts {
		return 0, 0, fmt.Errorf("%.40q is no part: 2/5 is the second of five", text)
	}
	if parts > paths {
		return 0, 0, fmt.Errorf("%d parts of %d paths: some would be empty", parts, paths)
	}
	return part, parts, nil
}

// check refuses flags that do not go together.
func (o *options) check(given map[string]bool) error {
	whole, one := law.Per(1, 1), law.Ratio{}
	switch {
	case given["years"] && o.years < 1:
		return fmt.Errorf("-years: %d is not one or more", o.years)
	case o.paths < 1:
		return errors.New("-paths: none would be run")
	case o.odds.Cmp(one) < 0 || o.odds.Cmp(whole) > 0:
		return fmt.Errorf("-odds: %v is not between 0%% and 100%%", o.odds)
	case given["odds"] && !o.searching:
		return errors.New("-odds: it goes with -largest or -reserve")
	case given["largest"] && given["reserve"]:
		return errors.New("-reserve: it does not go with -largest")
	case o.searching && (o.csv || o.html != "" || o.parts > 0 || o.merging):
		return errors.New("-largest, -reserve: a search is told as text or with -json, and in one run")
	case o.json && o.csv:
		return errors.New("-csv: it does not go with -json")
	case o.parts > 0 && (o.merging || o.csv || o.html != ""):
		return errors.New("-shard: a part is written as JSON, to be told after -merge")
	case o.merging && len(o.merge) == 0:
		return errors.New("-merge: give the files to put together")
	case !o.merging && len(o.merge) > 0:
		return fmt.Errorf("%q: no arguments are taken beside the flags, but for files after -merge", o.merge[0])
	}
	return nil
}

func tell(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	s, err := o.setting()
	if err != nil {
		return err
	}
	if o.searching {
		return s.search(ctx, o, stdout, stderr)
	}
	t, err := s.tally(ctx, o, stderr)
	if err != nil {
		return err
	}
	if o.parts > 0 {
		return json.NewEncoder(stdout).Encode(t) // for -merge, and many times as long with indents
	}
	r := s.report(t)
	if o.html != "" {
		if err := page(r).WriteFile(o.html); err != nil {
			return err
		}
	}
	switch {
	case o.json:
		return console.WriteJSON(stdout, r)
	case o.csv:
		return writeCSV(stdout, r)
	}
	return printText(stdout, r)
}
