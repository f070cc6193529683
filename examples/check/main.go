// Command check judges an organisation file: every rule of its legal form, as at the
// file's own date or another.
//
//	check [-on DATE] [-json] [-all] [-allow-unknown] FILE
//	check -log FILE [-json] [-allow-unknown]
//
// With -log the file is an opening and the acts since: each is judged on its day and taken,
// up to the first that breaks a rule of statute or of the organisation's own.
//
// The exit status says what was found at the weight of statute: 0 nothing breached and
// nothing unknown, 1 a breach, 2 wrong use or bad input, 3 no breach, and yet something
// that could not be decided (0 with -allow-unknown). Where facts are missing it lists what
// to add to the file, and which rules each would settle.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

// The exit statuses.
const (
	kept     = 0
	breached = 1
	wrong    = console.Wrong
	unknown  = 3
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("check", stderr, func() (int, error) { return check(args, stdout, stderr) })
}

func check(args []string, stdout, stderr io.Writer) (int, error) {
	flags := console.Flags("check", "check [-on DATE] [-json] [-all] [-allow-unknown] FILE, or check -log FILE [-json] [-allow-unknown]", stderr)
	date := flags.String("on", "", "judge as at this `DATE` (YYYY-MM-DD) in place of the file's own")
	asJSON := flags.Bool("json", false, "write the report as JSON in place of text")
	all := flags.Bool("all", false, "print the rules that are met as well")
	allow := flags.Bool("allow-unknown", false, "end with status 0 where nothing is breached, though something is unknown")
	log := flags.String("log", "", "replay the acts of this `FILE` in place of judging one")
	file, err := oneFile(flags, args)
	if *log != "" && (err == nil || errors.Is(err, errNoFile)) {
		if file != "" || *date != "" || *all {
			return wrong, errors.New("-log goes with no other file, and with no date but those of the acts")
		}
		return replay(stdout, *log, *asJSON, *allow)
	}
	if err != nil {
		return wrong, err
	}
	on, err := console.ParseOn(*date)
	if err != nil {
		return wrong, err
	}
	o, err := console.ReadFile(file, func(r io.Reader) (*mutual.Organisation, error) { return mutual.Read(r) })
	if err != nil {
		return wrong, err
	}
	rep, err := o.Judge(on)
	if err != nil {
		return wrong, err
	}
	if *asJSON {
		err = writeJSON(stdout, rep)
	} else {
		err = printText(stdout, o, rep, *all)
	}
	return status(rep, *allow), err
}

var errNoFile = errors.New("name an organisation file")

// oneFile takes flags on both sides of the one file.
func oneFile(flags *flag.FlagSet, args []string) (string, error) {
	names, err := console.Mixed(flags, args)
	switch {
	case err != nil:
		return "", err
	case len(names) == 0 || names[0] == "":
		return "", errNoFile
	case len(names) > 1:
		return "", fmt.Errorf("%q: one file at a time", names[1])
	}
	return names[0], nil
}

func status(rep *law.Report, allowUnknown bool) int {
	switch {
	case rep.Count(law.Breached, law.Statute) > 0:
		return breached
	case rep.Count(law.Unknown, law.Statute) > 0 && !allowUnknown:
		return unknown
	}
	return kept
}

func writeJSON(w io.Writer, rep *law.Report) error {
	return console.WriteJSON(w, struct {
		*law.Report
		Unsettled []law.Missing `json:"unsettled"`
	}{rep, append([]law.Missing{}, rep.Unsettled()...)}) // nothing is an empty list
}
