package power

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Player is somebody with votes, or several alike.
type Player struct {
	Name  string `json:"name,omitempty"`
	Class string `json:"class,omitempty"`
	// Weight is how many votes each has.
	Weight int64 `json:"weight"`
	// Count is how many are alike; 0 stands for one.
	Count int64 `json:"count,omitempty"`
}

// Each is how many players the entry stands for.
func (p *Player) Each() int64 { return max(p.Count, 1) }

// A Game is a vote on which everybody votes, for or against: a coalition carries it if its
// weight is at least the quota and, where heads are counted as well, if it has at least so many
// players.
type Game struct {
	Name    string   `json:"name,omitempty"`
	Quota   int64    `json:"quota"`
	Heads   int64    `json:"heads,omitempty"`
	Players []Player `json:"players"`
}

// Weighted is a game of players with these weights, one each.
func Weighted(quota int64, weights ...int64) *Game {
	g := &Game{Quota: quota, Players: make([]Player, len(weights))}
	for i, w := range weights {
		g.Players[i].Weight = w
	}
	return g
}

// Read reads a game from JSON, strictly, and checks it.
func Read(r io.Reader) (*Game, error) {
	var g Game
	if err := law.Decode(r, &g); err != nil {
		return nil, err
	}
	return checked(&g)
}

// ErrGame is wrapped by complaints about a game.
var ErrGame = errors.New("bad game")

// maxTotal keeps every sum of weights within 64 bits, maxPlayers every number of players.
const (
	maxTotal   = 1 << 60
	maxPlayers = 1 << 31
)

// Check refuses a game that cannot be played: negative weights, a quota of nothing, or one
// that all together cannot reach. The error names the place.
func (g *Game) Check() error {
	var total, players int64
	for i := range g.Players {
		p := &g.Players[i]
		switch {
		case p.Weight < 0:
			return fmt.Errorf("%w: %s: %d is negative", ErrGame, law.Path("players", i, "weight"), p.Weight)
		case p.Count < 0:
			return fmt.Errorf("%w: %s: %d is negative", ErrGame, law.Path("players", i, "count"), p.Count)
		case p.Each() > maxPlayers-players:
			return fmt.Errorf("%w: %s: more than %d players in all", ErrGame, law.Path("players", i, "count"), int64(maxPlayers))
		case p.Weight > (maxTotal-total)/p.Each():
			return fmt.Errorf("%w: %s: more than %d votes in all", ErrGame, law.Path("players", i, "weight"), int64(maxTotal))
		}
		players += p.Each()
		total += p.Each() * p.Weight
	}
	switch {
	case players == 0:
		return fmt.Errorf("%w: players: there are none", ErrGame)
	case g.Quota < 1:
		return fmt.Errorf("%w: quota: %d would let a coalition of nobody carry", ErrGame, g.Quota)
	case g.Quota > total:
		return fmt.Errorf("%w: quota: %d is more than the %d votes there are", ErrGame, g.Quota, total)
	case g.Heads < 0:
		return fmt.Errorf("%w: heads: %d is negative", ErrGame, g.Heads)
	case g.Heads > players:
		return fmt.Errorf("%w: heads: %d is more than the %d players there are", ErrGame, g.Heads, players)
	}
	return nil
}

// Total is the weight of all players together.
func (g *Game) Total() (sum int64) {
	for i := range g.Players {
		sum += g.Players[i].Weight * g.Players[i].Each()
	}
	return sum
}

// Size is the number of players.
func (g *Game) Size() (n int64) {
	for i := range g.Players {
		n += g.Players[i].Each()
	}
	return n
}

// kind is all players of one weight: they are alike, and have the same power.
type kind struct{ weight, count int64 }

// kinds gathers the players of each weight, lightest first; of is the kind of each entry.
func (g *Game) kinds() (ks []kind, of []int) {
	order := make([]int, len(g.Players))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(g.Players[i].Weight, g.Players[j].Weight) })
	of = make([]int, len(g.Players))
	for _, i := range order {
		p := &g.Players[i]
		if len(ks) == 0 || ks[len(ks)-1].weight != p.Weight {
			ks = append(ks, kind{weight: p.Weight})
		}
		ks[len(ks)-1].count += p.Each()
		of[i] = len(ks) - 1
	}
	return ks, of
}

// reduced is a game's kinds with every weight, and the quota, in the largest unit in which all
// weights are whole: a register in hundreds of shares is no larger a game than one in shares.
func (g *Game) reduced() (ks []kind, of []int, quota, total int64) {
	ks, of = g.kinds()
	unit := new(big.Int)
	for _, k := range ks {
		unit.GCD(nil, nil, unit, big.NewInt(k.weight))
	}
	by := unit.Int64() // of nothing at all, a game that is refused
	for i := range ks {
		ks[i].weight /= by
	}
	return ks, of, (g.Quota-1)/by + 1, g.Total() / by
}

// largest is the kind with the most players, the lightest of several.
func largest(ks []kind) (at int) {
	for i := range ks {
		if ks[i].count > ks[at].count {
			at = i
		}
	}
	return at
}
