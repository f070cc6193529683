package power

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Question is put to the members of a body: a kind of resolution, on a date, and the question
// as a rise in votes names it, or none.
type Question struct {
	Kind     string
	On       law.Date
	Question string
}

// Resolution is the game of a kind of resolution: every member entitled on the date is a player,
// by id and class. Who has how many votes, and what is needed, is governance's answer; where classes
// have fixed shares of the vote, weights are those shares in the smallest unit in which all
// are whole. It refuses what governance refuses, and a majority that all together do not reach.
func Resolution(c *governance.Constitution, r *governance.Register, q Question) (*Game, error) {
	named, e, err := entitled(c, r, q)
	if err != nil {
		return nil, err
	}
	rights := named.Rights(c)
	u, err := weigh(r, e, rights, named.Majority.Share.Of)
	if err != nil {
		return nil, err
	}
	g := &Game{Name: q.Kind, Quota: named.Majority.Share.Needs(u.whole)}
	if heads := named.Majority.Heads; heads.Fraction.Num() > 0 {
		g.Heads = heads.Needs(e.Members)
	}
	for ref := range governance.Ref(r.Len()) {
		if n := e.VotesOf(ref); n > 0 {
			m := r.Member(ref)
			g.Players = append(g.Players, Player{Name: m.ID, Class: m.Class, Weight: n / u.block[m.Class] * u.weight[m.Class]})
		}
	}
	if err := reached(named, e, rights, q.On); err != nil {
		return nil, err
	}
	return checked(g)
}

func checked(g *Game) (*Game, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	return g, nil
}

func entitled(c *governance.Constitution, r *governance.Register, q Question) (*governance.NamedMajority, *governance.Entitled, error) {
	named, err := c.Majority(q.Kind)
	if err != nil {
		return nil, nil, err
	}
	e, err := r.Entitle(named.Rights(c), q.On, q.Question)
	if err != nil {
		return nil, nil, err
	}
	if e.Votes == 0 {
		return nil, nil, fmt.Errorf("%w: members: nobody may vote on %v", ErrGame, q.On)
	}
	return &named, e, nil
}

// A unit is what votes weigh: so many votes of a class, its block, have so much weight.
type unit struct {
	block, weight map[string]int64
	whole         int64 // what all votes weigh, with any share that no class takes up
}

// weigh finds the unit. Without fixed shares every vote weighs one; with them, the largest number
// of votes that all holdings of a class are multiples of weighs a whole number of the smallest
// part in which all classes' shares can be told.
func weigh(r *governance.Register, e *governance.Entitled, v *governance.VotingRights, of governance.Base) (unit, error) {
	u := unit{map[string]int64{}, map[string]int64{}, e.Votes}
	if len(v.Shares) == 0 {
		for _, k := range e.ByClass {
			u.block[k.Class], u.weight[k.Class] = 1, 1
		}
		return u, nil
	}
	for ref := range governance.Ref(r.Len()) {
		if n, class := e.VotesOf(ref), r.Member(ref).Class; n > 0 {
			u.block[class] = new(big.Int).GCD(nil, nil, big.NewInt(u.block[class]), big.NewInt(n)).Int64()
		}
	}
	each, base, scale := map[string]*big.Rat{}, new(big.Rat), big.NewInt(1)
	for _, s := range v.Shares {
		i := slices.IndexFunc(e.ByClass, func(k governance.ClassVotes) bool { return k.Class == s.Class })
		if i < 0 || e.ByClass[i].Votes == 0 {
			continue // a class without votes takes no part
		}
		share := big.NewRat(s.Share.Num(), s.Share.Den())
		base.Add(base, share)
		each[s.Class] = share.Mul(share, big.NewRat(u.block[s.Class], e.ByClass[i].Votes))
		d := each[s.Class].Denom()
		scale.Mul(scale, new(big.Int).Quo(d, new(big.Int).GCD(nil, nil, scale, d)))
	}
	if of == governance.AllEntitled {
		base.SetInt64(1)
	}
	// The shares of classes with votes may leave a part of a unit over.
	scale.Mul(scale, new(big.Rat).Mul(base, new(big.Rat).SetInt(scale)).Denom())
	all := new(big.Rat).SetInt(scale)
	if base.Mul(base, all); base.Cmp(new(big.Rat).SetInt64(maxTotal)) > 0 {
		return unit{}, fmt.Errorf("%w: votes.class_shares: no unit of less than %d in all divides them", ErrGame, int64(maxTotal))
	}
	for class, x := range each {
		u.weight[class] = x.Mul(x, all).Num().Int64()
	}
	u.whole = base.Num().Int64()
	return u, nil
}

// reached refuses a majority that fails with everybody in favour: a turnout or a share that is
// more than all.
func reached(named *governance.NamedMajority, e *governance.Entitled, v *governance.VotingRights, on law.Date) error {
	tally := func(n int64) governance.Tally { return governance.Tally{For: n, Entitled: n} }
	all := governance.Count{Votes: tally(e.Votes), Heads: tally(e.Members)}
	for _, k := range e.ByClass {
		all.ByClass = append(all.ByClass, governance.ClassCount{Class: k.Class, Votes: tally(k.Votes)})
	}
	d, err := all.Decide(on, named.Majority, v)
	if err != nil {
		return err
	}
	if !d.Passed {
		return fmt.Errorf("%w: the %q resolution fails with everybody in favour: %v", ErrGame, named.Name, d)
	}
	return nil
}

// Board is the game of a board: who fills seats is a player whose weight is those seats, taken
// to vote together; a seat filled by co-option is a player by itself. The chair is who fills the
// chair's seat, or nobody; it counts where the board gives the chair a casting vote. What is
// needed is governance's answer.
func Board(b *governance.Board, chair string) (*Game, error) {
	g := &Game{Name: "board"}
	size := int64(0)
	for i, s := range b.Seats {
		if s.Count < 0 || int64(s.Count) > maxPlayers-size {
			return nil, fmt.Errorf("%w: %s: %d is no number of seats", ErrGame, law.Path("board.seats", i, "count"), s.Count)
		}
		size += int64(s.Count)
		switch {
		case s.Count == 0 || s.By != "" && slices.ContainsFunc(g.Players, func(p Player) bool { return p.Class == s.By }):
		case s.By == "":
			g.Players = append(g.Players, Player{Name: s.Name, Weight: 1, Count: int64(s.Count)})
		default:
			g.Players = append(g.Players, Player{Name: s.By, Class: s.By, Weight: int64(b.SeatsOf(s.By))})
		}
	}
	carried := func(yes int64, chairs governance.Choice) bool {
		d, err := b.Decide(governance.BoardVote{Present: int(size), For: yes, Against: size - yes, Chair: chairs})
		return err == nil && d.Passed
	}
	if g.Quota = 1 + firstOf(size, func(yes int64) bool { return carried(yes+1, 0) }); g.Quota > size {
		return nil, fmt.Errorf("%w: board: nothing carries on a board of %d", ErrGame, size)
	}
	if chair != "" {
		i := slices.IndexFunc(g.Players, func(p Player) bool { return p.Name == chair })
		if i < 0 {
			return nil, fmt.Errorf("%w: chair: %q fills no seat", ErrGame, chair)
		}
		if half := size / 2; 2*half == size && b.CastingVote && carried(half, governance.ChoseFor) {
			return withChair(g, i), nil
		}
	}
	return checked(g)
}

// withChair doubles every weight, so that the chair's casting vote can be worth half a seat: just
// what turns an equal vote, and nothing else.
func withChair(g *Game, chair int) *Game {
	out := &Game{Name: g.Name, Quota: g.Total() + 1}
	for i, p := range g.Players {
		p.Weight *= 2
		if i == chair {
			one := p
			one.Count, one.Weight = 0, p.Weight+1
			out.Players = append(out.Players, one)
			if p.Count--; p.Count < 1 {
				continue
			}
			p.Name += ", others"
		}
		out.Players = append(out.Players, p)
	}
	return out
}

// firstOf is the first of 0 to n-1 that holds, where every later one holds too; n where none does.
func firstOf(n int64, holds func(int64) bool) int64 {
	lo, hi := int64(0), n
	for lo < hi {
		if mid := lo + (hi-lo)/2; holds(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
