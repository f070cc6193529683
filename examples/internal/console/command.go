package console

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Wrong is the exit status of wrong use and of bad input, in every program.
const Wrong = 2

// Run does what a program is for and returns its exit status: the one that do gives, 0 where
// its help was asked for, and Wrong with the error on stderr, the program's name before it.
func Run(name string, stderr io.Writer, do func() (int, error)) int {
	status, err := do()
	switch {
	case err == nil:
		return status
	case errors.Is(err, flag.ErrHelp):
		return 0
	}
	fmt.Fprintln(stderr, name+":", err)
	return Wrong
}

// Flags returns a program's empty set of flags, whose help goes to stderr. A usage is the
// line before the list of flags; without one the package flag writes its own.
func Flags(name, usage string, stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(stderr)
	if usage != "" {
		flags.Usage = func() {
			fmt.Fprintln(stderr, "usage:", usage)
			flags.PrintDefaults()
		}
	}
	return flags
}

// Only parses the arguments of a program that takes flags and nothing else.
func Only(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q: no arguments are taken beside the flags", flags.Arg(0))
	}
	return nil
}

// Mixed parses flags before, between and after names, and returns the names.
func Mixed(flags *flag.FlagSet, args []string) (names []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if args = flags.Args(); len(args) == 0 {
			return names, nil
		}
		names, args = append(names, args[0]), args[1:]
	}
}

// ParseOn reads the day that the flag -on gives; no date without one.
func ParseOn(text string) (law.Date, error) {
	if text == "" {
		return law.Date{}, nil
	}
	d, err := law.ParseDate(text)
	if err != nil {
		return d, fmt.Errorf("-on: %w", err)
	}
	return d, nil
}

// ReadFile reads a file of the caller's; what is wrong in it begins with its name.
func ReadFile[T any](name string, read func(io.Reader) (T, error)) (v T, err error) {
	f, err := os.Open(name)
	if err != nil {
		return v, err
	}
	defer f.Close()
	if v, err = read(f); err != nil {
		return v, fmt.Errorf("%s: %w", name, err)
	}
	return v, nil
}

// WriteJSON writes a value as indented JSON, as it would be read by people.
func WriteJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
