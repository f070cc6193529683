package evidence

import "github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"

// A RequestWave is one of the three waves of the Right to Request: how many proposals were
// announced, and how many of them spun out in the end.
type RequestWave struct {
	Number    int            `json:"number"`
	Announced lifecycle.When `json:"announced"`
	Proposed  int64          `json:"proposed"`
	Launched  int64          `json:"launched"`
	Basis
}

// RequestWaves lists the waves in order.
func RequestWaves() []RequestWave {
	return []RequestWave{
		{1, lifecycle.MustWhen("2009-11"), 20, 14, reported("S28", "S29").saying("£30,000 each.")},
		{2, lifecycle.MustWhen("2010-08"), 9, 8, derived("The proposals are what the other waves leave of 61.", "S27", "S28", "S29")},
		{3, lifecycle.MustWhen("2010-11-17"), 32, 18, reported("S27", "S29").saying("The last wave.")},
	}
}
