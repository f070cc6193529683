package election

import "github.com/rochdale-go/rochdale/legalform/law"

// Strength says how strong a win of one candidate over another is.
type Strength uint8

// A win is as strong as the number of papers for it, or as what they are more than those
// against it.
const (
	WinningVotes Strength = iota + 1
	Margins
)

var strengths = []string{"", "winning-votes", "margins"}

// String gives the JSON value.
func (s Strength) String() string { return law.NameOf(strengths, s) }

// MarshalText writes String.
func (s Strength) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Strength) UnmarshalText(b []byte) error {
	return law.ParseName(s, strengths, b, "how strong a win is")
}

// of measures a win; 0 where there is none.
func (s Strength) of(p *Pairs, i, j int) int64 {
	switch {
	case !p.beats(i, j):
		return 0
	case s == Margins:
		return p.of(i, j) - p.of(j, i)
	default:
		return p.of(i, j)
	}
}

// SchulzeRule elects by beatpaths: a path leads from a candidate over those beaten in turn,
// and is as strong as its weakest win. A candidate comes before another whose strongest path
// back is weaker; the one before whom nobody comes is elected, and of several the lot leaves
// one.
//
// Its one stage gives as votes of a candidate how many others do not come before.
type SchulzeRule struct {
	About
	Strength Strength `json:"strength"`
}

// Schulze is the rule with wins as strong as the papers for them.
func Schulze() SchulzeRule {
	return SchulzeRule{
		About: About{
			Name: "schulze", Title: "Schulze method", SingleWinner: true, Takes: Takes{Equal: true},
			Source: "Markus Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36 (2011)",
		},
		Strength: WinningVotes,
	}
}

// SchulzeMargins is the rule with wins as strong as their margins.
func SchulzeMargins() SchulzeRule {
	s := Schulze()
	s.Name, s.Title, s.Strength = "schulze-margins", "Schulze method by margins", Margins
	return s
}

func (s SchulzeRule) with(parameters []byte) (Rule, error) { return decode(s, parameters) }

func (s SchulzeRule) count(t *tally) error {
	p, err := t.pairs(s.Strength)
	if err != nil {
		return err
	}
	path := p.paths(s.Strength)
	return t.before(func(i, j int) bool { return path[i*p.n+j] > path[j*p.n+i] })
}

// paths finds the strongest path between each two: for each candidate in turn, whether
// going over that one is stronger.
func (p *Pairs) paths(s Strength) []int64 {
	n := p.n
	path := make([]int64, n*n)
	for i := range n {
		for j := range n {
			path[i*n+j] = s.of(p, i, j)
		}
	}
	for k := range n {
		over := path[k*n : k*n+n]
		for i := range n {
			first, row := path[i*n+k], path[i*n:i*n+n]
			if first == 0 {
				continue
			}
			for j, second := range over {
				row[j] = max(row[j], min(first, second))
			}
		}
	}
	return path
}
