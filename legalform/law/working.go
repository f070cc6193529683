package law

import "strings"

// A Step is a line of working: a label, and an amount or a ratio.
type Step struct {
	Label  string
	Amount Pence
	Ratio  Ratio
	isRate bool
}

// Working is how a figure was found, line by line. It is built as values, without
// allocating up to twelve lines, and formatted only when printed.
type Working struct {
	steps [12]Step
	n     int
	more  []Step
}

// Add adds a line with an amount.
func (w *Working) Add(label string, p Pence) { w.put(Step{Label: label, Amount: p}) }

// Rate adds a line with a ratio.
func (w *Working) Rate(label string, r Ratio) { w.put(Step{Label: label, Ratio: r, isRate: true}) }

func (w *Working) put(s Step) {
	if w.n < len(w.steps) {
		w.steps[w.n] = s
		w.n++
		return
	}
	w.more = append(w.more, s)
}

// Steps lists the lines.
func (w *Working) Steps() []Step { return append(append([]Step(nil), w.steps[:w.n]...), w.more...) }

// String writes a line a step: "distributable profits: £28,000.00".
func (w *Working) String() string {
	var b strings.Builder
	for _, s := range w.Steps() {
		b.WriteString(s.Label + ": " + s.Value() + "\n")
	}
	return b.String()
}

// Value writes the amount or the ratio.
func (s Step) Value() string {
	if s.isRate {
		return s.Ratio.String()
	}
	return s.Amount.String()
}

// MarshalText writes String, so that working appears in JSON as text.
func (w Working) MarshalText() ([]byte, error) { return []byte(w.String()), nil }
