package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// longest bounds a line of an answer.
const longest = 1000

// asker asks questions and reads an answer a line; what is not answered, since the input
// has ended, is nothing.
type asker struct {
	in  *bufio.Scanner
	out io.Writer
}

func ask(stdin io.Reader, prompts io.Writer) (*legalform.Requirements, error) {
	a := &asker{bufio.NewScanner(stdin), prompts}
	a.in.Buffer(make([]byte, 0, longest), longest)
	var r legalform.Requirements
	var err error
	if r.Members, err = a.number("How many members will there be at most?"); err != nil {
		return nil, err
	}
	if r.Directors, err = a.number("How many directors, or trustees, will there be at most?"); err != nil {
		return nil, err
	}
	if r.ForCommunity, err = a.whether("Might a reasonable person consider what it does to be for the benefit of the community?"); err != nil {
		return nil, err
	}
	for _, w := range r.Wants() {
		yes, err := a.whether(w.Question)
		if err != nil {
			return nil, err
		}
		*w.Required = yes.Or(false)
	}
	return &r, r.Check()
}

func (a *asker) line(question, hint string) (string, error) {
	// Each on a line of its own: what answers may come from a file and echo no line's end.
	if _, err := fmt.Fprintf(a.out, "%s [%s]\n", question, hint); err != nil {
		return "", err
	}
	if !a.in.Scan() {
		return "", a.in.Err()
	}
	return strings.ToLower(strings.TrimSpace(a.in.Text())), nil
}

func (a *asker) number(question string) (law.Fact[int64], error) {
	var none law.Fact[int64]
	s, err := a.line(question, "a number, or nothing")
	if err != nil || s == "" {
		return none, err
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return none, fmt.Errorf("%s: not a number: %.40q", question, s)
	}
	return law.Known(n), nil
}

func (a *asker) whether(question string) (law.Fact[bool], error) {
	var none law.Fact[bool]
	s, err := a.line(question, "y/n, or nothing")
	if err != nil {
		return none, err
	}
	switch s {
	case "":
		return none, nil
	case "y", "yes":
		return law.Known(true), nil
	case "n", "no":
		return law.Known(false), nil
	}
	return none, fmt.Errorf("%s: neither yes nor no: %.40q", question, s)
}
