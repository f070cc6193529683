// Command rights answers one question file about a service that would leave its authority:
// which right its staff or others have to ask for it, with steps and deadlines as dates and
// the lawful grounds of refusal; whether a body is a public service mutual; whether a
// contract may be reserved for it, for how long and when again; what must be minded when the
// staff move.
//
//	rights [-on DATE] [-json] [FILE]
//
// Each part of the file that is there is answered, as at the file's own day or another.
// Without a FILE it asks for the librarians of a county in 2013.
//
// The exit status is 0 where what is asked for can be had and nothing is breached, 1 where it
// cannot or something is, 2 for wrong use or bad input, 3 where something is not known.
package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

//go:embed testdata/library.json
var library string

// The exit statuses.
const (
	can     = 0
	cannot  = 1
	wrong   = 2
	unknown = 3
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	status, err := answer(args, stdout, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return can
	}
	if err != nil {
		fmt.Fprintln(stderr, "rights:", err)
		return wrong
	}
	return status
}

func answer(args []string, stdout, stderr io.Writer) (int, error) {
	flags := flag.NewFlagSet("rights", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: rights [-on DATE] [-json] [FILE]")
		flags.PrintDefaults()
	}
	date := flags.String("on", "", "answer as at this `DATE` (YYYY-MM-DD) in place of the file's own")
	asJSON := flags.Bool("json", false, "write the reply as JSON in place of text")
	if err := flags.Parse(args); err != nil {
		return wrong, err
	}
	if flags.NArg() > 1 {
		return wrong, fmt.Errorf("%q: one file at a time", flags.Arg(1))
	}
	q, err := read(flags.Arg(0))
	if err != nil {
		return wrong, err
	}
	if *date != "" {
		if q.On, err = law.ParseDate(*date); err != nil {
			return wrong, fmt.Errorf("-on: %w", err)
		}
	}
	figures := spinout.EnactedLaw()
	reply, err := q.Answer(&figures)
	if err != nil {
		return wrong, err
	}
	if *asJSON {
		err = writeJSON(stdout, reply)
	} else {
		err = printText(stdout, reply)
	}
	return status(reply), err
}

func read(name string) (*spinout.Question, error) {
	if name == "" {
		return spinout.ReadQuestion(strings.NewReader(library))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	q, err := spinout.ReadQuestion(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return q, nil
}

// status is the worst of the parts: cannot, then unknown, then can.
func status(r *spinout.Reply) int {
	var had []law.Outcome
	if a := r.Rights; a != nil {
		switch {
		case len(a.Open()) > 0:
			had = append(had, law.Met)
		case len(a.Perhaps()) > 0:
			had = append(had, law.Unknown)
		default:
			had = append(had, law.Breached)
		}
	}
	if r.Reservation != nil {
		had = append(had, r.Reservation.Outcome)
	}
	if r.Tests != nil {
		had = append(had, r.Tests.Policy, r.Tests.Statutory)
	}
	for _, rep := range reports(r) {
		switch {
		case rep.Err() != nil:
			had = append(had, law.Breached)
		case rep.Count(law.Unknown, law.Statute) > 0:
			had = append(had, law.Unknown)
		}
	}
	out := can
	for _, o := range had {
		switch o {
		case law.Breached, law.NotInForce:
			return cannot
		case law.Unknown:
			out = unknown
		case law.Met, law.NotApplicable:
		}
	}
	return out
}

// reports are those of duties, and of conditions without which a way is shut.
func reports(r *spinout.Reply) (out []*law.Report) {
	for _, rep := range []*law.Report{r.InHouse, r.Renewal} {
		if rep != nil {
			out = append(out, rep)
		}
	}
	if r.Judgement != nil {
		out = append(out, r.Judgement.Conduct)
	}
	if r.SocialValue != nil {
		out = append(out, r.SocialValue)
	}
	if r.Transfer != nil {
		out = append(out, r.Transfer)
	}
	return out
}

func writeJSON(w io.Writer, r *spinout.Reply) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
