package power

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// An Index is a figure of power: exact, or a float with its error.
type Index struct {
	Value float64
	// Error is how far off the value may be; nothing where it is exact. Of draws it is half of
	// Wilson's interval, within which the value is nineteen times in twenty.
	Error float64
	// Exact is the fraction itself; nil where it was not found.
	Exact *big.Rat
}

// maxFraction is the length beyond which a fraction is of no use to a reader, and JSON leaves it out.
const maxFraction = 80

// MarshalJSON writes the value, and the fraction where it is short or the error where there is one.
func (x Index) MarshalJSON() ([]byte, error) {
	out := struct {
		Value float64 `json:"value"`
		Error float64 `json:"error,omitempty"`
		Exact string  `json:"exact,omitempty"`
	}{x.Value, x.Error, ""}
	if x.Exact != nil && x.Exact.Num().BitLen()+x.Exact.Denom().BitLen() < 4*maxFraction {
		if s := x.Exact.RatString(); len(s) <= maxFraction {
			out.Exact = s
		}
	}
	return json.Marshal(out)
}

func exactly(x *big.Rat) Index {
	f, _ := x.Float64()
	return Index{Value: f, Exact: x}
}

// A Method is how indices were found.
type Method uint8

// Indices are exact; floats with a proved error; those of an ocean, with a proved error; drawn
// at random, with an interval; or not found, because the game is too large and no draws were
// asked for.
const (
	NotFound Method = iota + 1
	Exactly
	InFloats
	ByOcean
	ByDraws
)

var methods = []string{"", "not-found", "exact", "floats", "ocean", "draws"}

// String gives the JSON value.
func (m Method) String() string { return law.NameOf(methods, m) }

// MarshalText writes String.
func (m Method) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *Method) UnmarshalText(b []byte) error { return law.ParseName(m, methods, b, "a method") }

// A Voter is where an entry of a game stands: one player, or each of several alike.
type Voter struct {
	Name  string `json:"name,omitempty"`
	Class string `json:"class,omitempty"`
	Count int64  `json:"count"`
	// Weight is what one has, Share its part of all.
	Weight int64     `json:"weight"`
	Share  law.Ratio `json:"share"`
	// Line is the highest line that the share reaches; Carries and Blocks are what one can do
	// alone in this game.
	Line    Line `json:"line"`
	Carries bool `json:"carries,omitempty"`
	Blocks  bool `json:"blocks,omitempty"`
	// Raw is the Banzhaf measure, Banzhaf the index, Shapley that of Shapley and Shubik.
	Raw     Index `json:"banzhaf_measure"`
	Banzhaf Index `json:"banzhaf"`
	Shapley Index `json:"shapley_shubik"`
}

// A Standing is who can do what on one kind of resolution, and how much everybody's votes are
// worth.
type Standing struct {
	Game   *Game   `json:"game"`
	Total  int64   `json:"total"`
	Voters []Voter `json:"voters"`
	// Act is Coleman's power of the body to act: the part of all coalitions that carry.
	Act Index `json:"act"`
	// Carrying and Blocking are the smallest coalitions.
	Carrying Smallest `json:"carrying"`
	Blocking Smallest `json:"blocking"`
	// Banzhaf and Shapley are how the indices were found.
	Banzhaf Method `json:"banzhaf_by"`
	Shapley Method `json:"shapley_shubik_by"`
}

// How says what finding the indices may cost. Beyond the limits a standing tries floats and the
// ocean, whose errors are proved, and then draws, if it is given any.
type How struct {
	Limits Limits
	Draws  Draws
	// List is how many of the smallest coalitions are listed; 0 stands for ten.
	List int
}

// Stand puts a kind of resolution to a body: Resolution and then Game.Stand.
func Stand(c *governance.Constitution, r *governance.Register, q Question, how How) (*Standing, error) {
	g, err := Resolution(c, r, q)
	if err != nil {
		return nil, err
	}
	return g.Stand(how)
}

// Stand says where every player stands.
func (g *Game) Stand(how How) (*Standing, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	list := how.List
	if list == 0 {
		list = 10
	}
	s := &Standing{Game: g, Total: g.Total(), Voters: make([]Voter, len(g.Players)), Banzhaf: NotFound, Shapley: NotFound}
	size := g.Size()
	for i := range g.Players {
		p := &g.Players[i]
		s.Voters[i] = Voter{
			Name: p.Name, Class: p.Class, Count: p.Each(), Weight: p.Weight, Share: law.Per(p.Weight, s.Total),
			Line: LineOf(p.Weight, s.Total), Carries: g.CarriesAlone(i), Blocks: g.blocks(i, s.Total, size),
		}
	}
	s.Carrying = g.smallest(g.Quota, g.Heads, list)
	s.Blocking, _ = g.Blocking(list)
	if err := s.indices(how); err != nil {
		return nil, err
	}
	return s, nil
}

// indices tries one method after another, the surest first.
func (s *Standing) indices(how How) error {
	b, err := s.Game.Banzhaf(how.Limits)
	if err == nil {
		s.banzhaf(b)
	} else if !errors.Is(err, ErrTooLarge) {
		return err
	}
	x, err := s.Game.Shapley(how.Limits)
	if err == nil {
		s.shapley(x)
	} else if !errors.Is(err, ErrTooLarge) {
		return err
	}
	if s.Banzhaf == NotFound && s.Game.Heads <= 1 {
		if a, err := s.Game.Approximate(how.Limits); err == nil {
			s.approximate(a)
		}
	}
	if s.found() {
		return nil
	}
	if s.Game.Heads <= 1 {
		if o, err := s.Game.Oceanic(); err == nil {
			s.ocean(o)
		}
	}
	if s.found() || how.Draws.Trials == 0 {
		return nil
	}
	e, err := s.Game.Estimate(how.Draws)
	if err != nil {
		return fmt.Errorf("draws: %w", err)
	}
	s.draws(e)
	return nil
}

func (s *Standing) found() bool { return s.Banzhaf != NotFound && s.Shapley != NotFound }

func (s *Standing) banzhaf(b *Banzhaf) {
	s.Banzhaf, s.Act = Exactly, exactly(b.Act())
	alike := make(map[*big.Int][2]Index) // players alike share their number of swings
	for i := range s.Voters {
		x, ok := alike[b.Swings[i]]
		if !ok {
			x = [2]Index{exactly(b.Raw(i)), exactly(b.Normalised(i))}
			alike[b.Swings[i]] = x
		}
		s.Voters[i].Raw, s.Voters[i].Banzhaf = x[0], x[1]
	}
}

func (s *Standing) shapley(by []*big.Rat) {
	s.Shapley = Exactly
	alike := make(map[*big.Rat]Index)
	for i, r := range by {
		x, ok := alike[r]
		if !ok {
			x = exactly(r)
			alike[r] = x
		}
		s.Voters[i].Shapley = x
	}
}

func (s *Standing) approximate(a *Approximate) {
	s.Banzhaf, s.Act = InFloats, Index{Value: a.Act, Error: a.ActError}
	for i := range s.Voters {
		v := &s.Voters[i]
		v.Raw, v.Banzhaf = Index{Value: a.Raw[i], Error: a.RawError[i]}, Index{Value: a.Normalised[i], Error: a.NormError[i]}
	}
}

func (s *Standing) ocean(o *Ocean) {
	if s.Shapley == NotFound {
		s.Shapley = ByOcean
		for i := range s.Voters {
			s.Voters[i].Shapley = Index{Value: o.Shapley[i], Error: o.ShapleyError[i]}
		}
	}
	if s.Banzhaf == NotFound {
		s.Banzhaf, s.Act = ByOcean, Index{Value: o.Act, Error: o.RawError}
		s.normalise(func(i int) Index { return Index{Value: o.Raw[i], Error: o.RawError} })
	}
}

func (s *Standing) draws(e *Estimate) {
	if s.Shapley == NotFound {
		s.Shapley = ByDraws
		for i := range s.Voters {
			s.Voters[i].Shapley = drawnIndex(e.Shapley[i])
		}
	}
	if s.Banzhaf == NotFound {
		s.Banzhaf, s.Act = ByDraws, drawnIndex(e.Act)
		s.normalise(func(i int) Index { return drawnIndex(e.Raw[i]) })
	}
}

func drawnIndex(m Measured) Index { return Index{Value: m.Value, Error: (m.High - m.Low) / 2} }

// normalise makes indices of measures, with what their errors together can do to the sum.
func (s *Standing) normalise(raw func(i int) Index) {
	sum, off := 0.0, 0.0
	for i := range s.Voters {
		x, n := raw(i), float64(s.Voters[i].Count)
		s.Voters[i].Raw = x
		sum, off = sum+n*x.Value, off+n*x.Error
	}
	for i := range s.Voters {
		v := &s.Voters[i]
		v.Banzhaf = Index{Error: 1}
		if sum > 0 {
			v.Banzhaf.Value = v.Raw.Value / sum
		}
		if sum > off {
			v.Banzhaf.Error = min((v.Raw.Error+v.Banzhaf.Value*off)/(sum-off), 1)
		}
	}
}
