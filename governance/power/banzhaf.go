package power

import (
	"math/big"
)

// Banzhaf is how often each player decides, over all coalitions alike, and what Coleman made
// of it. Every value is exact.
type Banzhaf struct {
	// Players is how many there are; coalitions are two to that power.
	Players int64
	// Winning is how many coalitions win.
	Winning *big.Int
	// Swings is, for each entry of the game, how many coalitions without the player lose and
	// with it win. Where an entry stands for several players it is the swings of each.
	Swings []*big.Int
	// All is the swings of all players together.
	All *big.Int
}

// Banzhaf counts the swings of every player. It refuses a bad game, and one too large for the
// limits.
func (g *Game) Banzhaf(limits Limits) (*Banzhaf, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	ks, of, quota, total := g.reduced()
	n, heads := g.Size(), g.Heads
	// The game of who can block has the same swings, and a lower quota where the quota is high.
	dual := heads <= 1 && total-quota+1 < quota
	if dual {
		quota = total - quota + 1
	}
	sizes := heads > 1
	end := fractionCost(len(ks), float64(wordsFor(n+1)))
	way, err := cheapest(limits, tableCost(ks, n, quota, sizes).and(end), crowdCost(ks, n, sizes, float64(wordsFor(n))).and(end), splitCost(n, sizes))
	if err != nil {
		return nil, err
	}
	var l *losing
	switch way {
	case 0:
		l = newTable(ks, n, quota, sizes).losing(ks).total(heads)
	case 1:
		l = newCrowd(ks, n, quota, sizes).losing(heads)
	default:
		l = newSplit(ks, quota, sizes).losing(ks).total(heads)
	}
	if sizes {
		l.tooFew(n, heads)
	}
	out := &Banzhaf{Players: n, Winning: l.all[0], All: new(big.Int)}
	if !dual {
		out.Winning = new(big.Int).Sub(coalitions(n), l.all[0])
	}
	swings := make([]*big.Int, len(ks))
	for i := range ks {
		swings[i] = new(big.Int).Lsh(l.with[i][0], 1)
		swings[i].Sub(l.all[0], swings[i])
		out.All.Add(out.All, new(big.Int).Mul(swings[i], big.NewInt(ks[i].count)))
	}
	for _, k := range of {
		out.Swings = append(out.Swings, swings[k])
	}
	return out, nil
}

func coalitions(n int64) *big.Int { return new(big.Int).Lsh(big.NewInt(1), uint(n)) }

// total adds up the sizes from so many heads on.
func (l *losing) total(heads int64) *losing {
	sum := func(by []*big.Int) []*big.Int {
		if len(by) == 1 {
			return by
		}
		s := new(big.Int)
		for _, x := range by[heads:] {
			s.Add(s, x)
		}
		return []*big.Int{s}
	}
	out := &losing{all: sum(l.all)}
	for _, w := range l.with {
		out.with = append(out.with, sum(w))
	}
	return out
}

// tooFew adds the coalitions that lose for want of heads, whatever they weigh.
func (l *losing) tooFew(n, heads int64) {
	ways, with := big.NewInt(1), new(big.Int)
	for s := range heads {
		if s > 0 {
			// C(n-1, s-1) coalitions of a size have a given player in them: C(n, s) times s/n.
			ways.Mul(ways, big.NewInt(n-s+1)).Quo(ways, big.NewInt(s))
			with.Mul(ways, big.NewInt(s)).Quo(with, big.NewInt(n))
		}
		l.all[0].Add(l.all[0], ways)
		for i := range l.with {
			l.with[i][0].Add(l.with[i][0], with)
		}
	}
}

// Raw is the Banzhaf measure of an entry's player: the chance that the player decides, all
// others voting either way alike.
func (b *Banzhaf) Raw(i int) *big.Rat {
	return new(big.Rat).SetFrac(b.Swings[i], coalitions(b.Players-1))
}

// Normalised is the Banzhaf index: the player's part of all swings. Those of all players add
// up to one. Somebody always decides, so there is always a swing.
func (b *Banzhaf) Normalised(i int) *big.Rat { return new(big.Rat).SetFrac(b.Swings[i], b.All) }

// Act is Coleman's power of the body to act: the part of all coalitions that win.
func (b *Banzhaf) Act() *big.Rat { return new(big.Rat).SetFrac(b.Winning, coalitions(b.Players)) }

// Prevent is Coleman's power of a player to prevent action: the part of the winning coalitions
// that would lose without the player.
func (b *Banzhaf) Prevent(i int) *big.Rat { return new(big.Rat).SetFrac(b.Swings[i], b.Winning) }

// Initiate is Coleman's power of a player to initiate action: the part of the losing coalitions
// that would win with the player.
func (b *Banzhaf) Initiate(i int) *big.Rat {
	return new(big.Rat).SetFrac(b.Swings[i], new(big.Int).Sub(coalitions(b.Players), b.Winning))
}
