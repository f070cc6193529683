package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

// replay prints each act of a log with what came of it, and stops where the log stops.
func replay(w io.Writer, name string, asJSON, allowUnknown bool) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return wrong, err
	}
	defer f.Close()
	log, err := mutual.ReadLog(f)
	if err != nil {
		return wrong, fmt.Errorf("%s: %w", name, err)
	}
	h, stopped := mutual.Replay(log)
	var refused *mutual.Refused
	if stopped != nil && !errors.As(stopped, &refused) {
		return wrong, fmt.Errorf("%s: %w", name, stopped)
	}
	if asJSON {
		err = writeHistory(w, h)
	} else {
		err = printHistory(w, log, h)
	}
	switch {
	case refused != nil:
		return breached, err
	case !allowUnknown && undecided(h):
		return unknown, err
	}
	return kept, err
}

// undecided reports whether an act rests on an unknown, or a doubt, of statute.
func undecided(h *mutual.History) bool {
	for i := range h.Steps {
		if !h.Steps[i].Certain(law.Statute) {
			return true
		}
	}
	return false
}

func writeHistory(w io.Writer, h *mutual.History) error {
	return console.WriteJSON(w, struct {
		Steps     []mutual.Step    `json:"steps"`
		Stopped   *mutual.Step     `json:"stopped,omitempty"`
		Unsettled []mutual.OpenAct `json:"unsettled"`
	}{h.Steps, h.Stopped, append([]mutual.OpenAct{}, h.Unsettled()...)})
}

func printHistory(w io.Writer, log *mutual.Log, h *mutual.History) error {
	p := console.New(w)
	o := log.Opening
	p.Wrap("", fmt.Sprintf("%s: %s, in %s, from %s. Not legal advice.", o.Name, o.Form.FormTitle(), o.In.Name(), o.AsAt.Long()))
	p.Heading("Acts")
	for i := range h.Steps {
		s := &h.Steps[i]
		p.Wrap("- ", fmt.Sprintf("%s on %s, %v: taken%s", law.Path("acts", i, ""), s.Act.On.Long(), s.Kind, open(s)))
		for _, m := range s.Unsettled() {
			p.Wrap("    ", "not stated: "+m.Path)
			if m.Question != "" {
				p.Wrap("    ", m.Question)
			}
		}
	}
	if s := h.Stopped; s != nil {
		p.Wrap("- ", fmt.Sprintf("%s on %s, %v: refused", law.Path("acts", len(h.Steps), ""), s.Act.On.Long(), s.Kind))
		for _, f := range s.Breaches() {
			p.Wrap("    ", fmt.Sprintf("%s (%v): %s", f.Code, f.Weight, f.Message))
			p.Wrap("    ", cited(f.Provision, f.On))
			p.Wrap("    ", "Remedy: "+f.Remedy)
		}
	}
	p.Heading("In all")
	said := "Every act was taken."
	if h.Stopped != nil {
		said = fmt.Sprintf("The log stops at act %d of %d, which breaks a rule.", len(h.Steps)+1, len(log.Acts))
	}
	p.Wrap("", fmt.Sprintf("%s Acts that rest on something not stated: %d.", said, len(h.Unsettled())))
	return p.Err()
}

func open(s *mutual.Step) string {
	if s.Certain() {
		return ""
	}
	return ", and something of it could not be decided"
}
