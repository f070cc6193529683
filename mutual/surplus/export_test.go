package surplus

import "github.com/rochdale-go/rochdale/legalform/law"

// HeldBy is the allowance by which a line was paid less than there was money for.
func HeldBy(l *Line) *law.Allowance {
	if r := l.held(); r != nil {
		return &r.Allowance
	}
	return nil
}
