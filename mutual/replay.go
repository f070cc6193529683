package mutual

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Log is the life of an organisation: how it stood at the opening, and what it did since,
// in date order. Acts that the opening body holds, put to it to be judged, are set aside.
type Log struct {
	Opening *Organisation
	Acts    []Act
	// Forms are those that a conversion may lead to; legalform.In(0), all there are, where none
	// are given.
	Forms []legalform.Form
}

// A History is a log replayed, as far as it is lawful.
type History struct {
	// Steps are the acts taken, in order, each with what was found.
	Steps []Step
	// Stopped is the act at which the log stopped for a breach, which was not taken.
	Stopped *Step
	// Weights are those of the rules by which an act was refused.
	Weights []law.Weight

	opening *Organisation
	forms   []legalform.Form
	closing *Organisation
}

// Replay puts each act in turn to the organisation as the acts before it left it, judges it
// on its day and takes it. It stops at the first that breaks a rule of the weights given
// (statute and the body's own rules, where none are), with a *Refused that names the act's
// place, day, rule and provision; or that cannot be put, with an *ActError. The history holds
// the acts before it in either case. An unknown stops nothing, and is no pass: Unsettled
// lists the acts that rest on one.
func Replay(log *Log, ws ...law.Weight) (*History, error) {
	if len(ws) == 0 {
		ws = binding()
	}
	if log.Opening == nil || log.Opening.Form == nil {
		return nil, fmt.Errorf("opening: %w: none is given", ErrFile)
	}
	h := &History{opening: newLedger(log.Opening, nil).organisation(), forms: log.Forms, Weights: ws}
	l := newLedger(h.opening, log.Forms)
	h.Steps = make([]Step, 0, len(log.Acts))
	for i := range log.Acts {
		step, err := l.apply(&log.Acts[i], i, ws)
		if err != nil {
			h.Stopped, h.closing = step, &l.o
			return h, err
		}
		h.Steps = append(h.Steps, *step)
	}
	h.closing = &l.o
	return h, nil
}

// Closing is the organisation after the last act that was taken.
func (h *History) Closing() *Organisation { return newLedger(h.closing, nil).organisation() }

// At is the organisation after so many acts: At(0) is the opening. It is worked out anew, so
// that a long history does not hold every state.
func (h *History) At(n int) (*Organisation, error) {
	if n < 0 || n > len(h.Steps) {
		return nil, fmt.Errorf("%d acts, of %d that were taken", n, len(h.Steps))
	}
	l := newLedger(h.opening, h.forms)
	for i := range h.Steps[:n] {
		if err := l.redo(&h.Steps[i].Act); err != nil {
			return nil, fmt.Errorf("%s: %w", law.Path("acts", i, ""), err)
		}
	}
	return &l.o, nil
}

// On is the organisation as it stood at the end of a day; as it opened, where the day is
// before the first act.
func (h *History) On(day law.Date) (*Organisation, error) {
	n := 0
	for n < len(h.Steps) && !h.Steps[n].Act.On.After(day) {
		n++
	}
	return h.At(n)
}

// An OpenAct is an act that was taken though something of it could not be decided.
type OpenAct struct {
	At      int           `json:"at"`
	On      law.Date      `json:"on"`
	Kind    law.ActKind   `json:"kind"`
	Missing []law.Missing `json:"missing,omitempty"`
	// Doubts are questions on which the law itself is unsure.
	Doubts []string `json:"doubts,omitempty"`
}

// Unsettled lists the acts that rest on an unknown at the history's weights, with what would
// settle each.
func (h *History) Unsettled() (out []OpenAct) {
	for i := range h.Steps {
		s := &h.Steps[i]
		open := OpenAct{At: i, On: s.Act.On, Kind: s.Kind, Missing: s.Unsettled(h.Weights...)}
		for j := range s.Findings {
			if f := &s.Findings[j]; f.Doubt != nil && has(h.Weights, f.Weight) {
				open.Doubts = append(open.Doubts, f.Doubt.Question)
			}
		}
		if open.Missing != nil || open.Doubts != nil {
			out = append(out, open)
		}
	}
	return out
}
