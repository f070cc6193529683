package governance

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Director is somebody in a seat on a board.
type Director struct {
	ID string `json:"id"`
	// Since is the day of the last election or appointment; Terms how many were served,
	// this one included.
	Since law.Date `json:"since"`
	Terms int      `json:"terms"`
}

// Rotation is how much of a board retires at each annual meeting: those longest in office.
type Rotation struct {
	Fraction law.Ratio    `json:"fraction"`
	Round    law.Rounding `json:"round,omitempty"`
}

// Retiring says who retires: those longest in office since last elected, and, where equals
// stand at the edge, who of them is to be chosen by lot and how many. It keeps the order of
// the directors given.
func (r Rotation) Retiring(ds []Director) (retire, lots []string, byLot int) {
	n := int(law.MulDiv(law.Pence(len(ds)), r.Fraction.Num(), r.Fraction.Den(), r.Round))
	n = max(0, min(n, len(ds)))
	if n == 0 {
		return nil, nil, 0
	}
	bySince := slices.Clone(ds)
	slices.SortStableFunc(bySince, func(a, b Director) int { return a.Since.Compare(b.Since) })
	edge := bySince[n-1].Since
	tied := n < len(ds) && bySince[n].Since == edge
	for _, d := range ds {
		switch {
		case d.Since.Before(edge) || d.Since == edge && !tied:
			retire = append(retire, d.ID)
		case d.Since == edge:
			lots = append(lots, d.ID)
		}
	}
	return retire, lots, n - len(retire)
}

// MayStand reports whether a director who retires may stand again under a limit on terms.
func (s *Seats) MayStand(d Director) bool { return s.MostTerms == 0 || d.Terms < s.MostTerms }
