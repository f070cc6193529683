package surplus

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An Award is what became of a member's part in a pool. Amount is the member's share of
// it and Forward what earlier years carried forward to the member; both together are Cash,
// Deferred, InShares and Carried, and what Lapsed.
type Award struct {
	ID      string    `json:"id"`
	Amount  law.Pence `json:"amount"`
	Forward law.Pence `json:"brought_forward,omitzero"`
	// Cash is paid now, Deferred on the day that the terms say, InShares by issuing shares.
	Cash     law.Pence `json:"cash"`
	Deferred law.Pence `json:"deferred,omitzero"`
	InShares law.Pence `json:"in_shares,omitzero"`
	// Carried stands to the member's credit until a later year; Lapsed was less than the
	// minimum and went to the residue.
	Carried law.Pence `json:"carried_forward,omitzero"`
	Lapsed  law.Pence `json:"lapsed,omitzero"`
}

// A Sharing is what became of a pool. Pool and Forward together are Cash, Deferred,
// InShares, Carried and Residue always.
type Sharing struct {
	Pool    law.Pence `json:"pool"`
	Forward law.Pence `json:"brought_forward"`
	// The sums of the awards.
	Cash     law.Pence `json:"cash"`
	Deferred law.Pence `json:"deferred"`
	InShares law.Pence `json:"in_shares"`
	Carried  law.Pence `json:"carried_forward"`
	// Residue is what goes to no member: fractions of pennies rounded down, what is over
	// caps, what is below the minimum. It is the body's own.
	Residue law.Pence `json:"residue"`
	// Sharers counts the members who took part, Paid those who are paid anything now or
	// later, AtCap those held at the cap, Small those whose award is below the minimum.
	Sharers int `json:"sharers"`
	Paid    int `json:"paid"`
	AtCap   int `json:"at_cap"`
	Small   int `json:"small"`
	// Parts are the parts of the pool, in the order of the terms.
	Parts []PartShared `json:"parts"`
	// Awards are in the order of the members, with one for each of them.
	Awards []Award `json:"awards,omitempty"`
}

// A PartShared is a part of a pool, what it was shared by, and the points in it, added up.
// Rate is what a point earns, in pounds, before caps: 2% on trade is 2p in the pound. It is
// not stated where there are no points, or where no small fraction says it.
type PartShared struct {
	By    Points              `json:"by"`
	Pool  law.Pence           `json:"pool"`
	Total Hundredths          `json:"total"`
	Rate  law.Fact[law.Ratio] `json:"rate,omitzero"`
}

// Among shares a pool among members as the terms say. Nothing depends on the order of the
// members but the order of the awards. It refuses terms that cannot be followed, a list
// without a factor or a class that the terms name, and a part of the pool that has nobody to
// go to.
func Among(pool law.Pence, m *Roll, t *Terms) (*Sharing, error) { return among(pool, m, t, true) }

// among is Among, with what was carried forward to members or without it.
func among(pool law.Pence, m *Roll, t *Terms, credits bool) (*Sharing, error) {
	if err := t.Check(); err != nil {
		return nil, fmt.Errorf("terms: %w", err)
	}
	if err := t.known(m); err != nil {
		return nil, fmt.Errorf("terms: %w", err)
	}
	switch {
	case pool < 0:
		return nil, fmt.Errorf("pool: %w: %v is negative", ErrAllocate, pool)
	case pool > law.MaxPence:
		return nil, fmt.Errorf("pool: %w: %w", ErrAllocate, law.ErrTooLarge)
	}
	s := &sharing{
		m: m, t: t, out: &Sharing{Pool: pool, Awards: make([]Award, m.Len())}, alloc: Allocator{Rounding: t.Rounding, Excess: t.Excess},
		amounts: make([]law.Pence, m.Len()), part: make([]law.Pence, m.Len()), points: make([]int64, m.Len()),
	}
	if credits {
		s.credit = m.credit
	}
	s.takesPart()
	share := s.byParts
	if t.Rate.Stated() {
		share = s.atRate
	}
	if err := share(); err != nil {
		return nil, err
	}
	if err := s.settle(); err != nil {
		return nil, err
	}
	return s.out, nil
}

// A sharing is a pool while it is shared.
type sharing struct {
	m       *Roll
	t       *Terms
	out     *Sharing
	alloc   Allocator
	credit  []law.Pence // carried forward; nil for none
	in      []bool      // who takes part; nil for all
	amounts []law.Pence // of each member
	part    []law.Pence // of each member in the part at hand
	points  []int64     // as weigh leaves them
}

// takesPart finds who shares: those of the classes named who are members on the day.
func (s *sharing) takesPart() {
	m, t := s.m, s.t
	s.out.Sharers = m.Len()
	if len(t.Classes) == 0 && t.On.IsZero() {
		return
	}
	s.in, s.out.Sharers = make([]bool, m.Len()), 0
	for i := range s.in {
		s.in[i] = (t.On.IsZero() || m.on(i, t.On)) && (len(t.Classes) == 0 || m.classed(i, t.Classes))
		if s.in[i] {
			s.out.Sharers++
		}
	}
}

// byParts shares out each part of the pool, and applies the cap.
func (s *sharing) byParts() error {
	pools, err := s.t.divide(s.out.Pool)
	if err != nil {
		return fmt.Errorf("pool: %w", err)
	}
	limit, capped := s.t.Cap.Get()
	var caps []law.Pence
	if capped {
		caps = slices.Repeat([]law.Pence{limit}, s.m.Len())
	}
	for i, pool := range pools {
		c := Claims{IDs: s.m.ids, Weights: s.points}
		if len(pools) == 1 {
			c.Caps = caps
		}
		if err := s.onePart(s.t.Parts[i].By, pool, c); err != nil {
			return fmt.Errorf("terms: %s: %w", law.Path("parts", i, "by"), err)
		}
	}
	if !capped {
		return nil
	}
	if len(pools) > 1 {
		// What the parts gave is what an excess over the cap is shared by.
		for i, p := range s.amounts {
			s.points[i] = int64(p)
		}
		residue, err := s.alloc.Allocate(s.amounts, s.out.Pool-s.out.Residue, Claims{s.m.ids, s.points, caps})
		if err != nil {
			return fmt.Errorf("terms: cap: %w", err)
		}
		s.out.Residue += residue
	}
	s.countCapped(limit)
	return nil
}

// onePart shares one part of the pool and adds it to the amounts.
func (s *sharing) onePart(by Points, pool law.Pence, c Claims) error {
	sum, den, err := s.weigh(by)
	if err != nil {
		return err
	}
	if sum == 0 && pool > 0 {
		return fmt.Errorf("%w: %v has nobody to go to, for nobody has any %v", ErrAllocate, pool, by)
	}
	residue, err := s.alloc.Allocate(s.part, pool, c)
	if err != nil {
		return err
	}
	for j, p := range s.part {
		s.amounts[j] += p
	}
	s.out.Residue += residue
	s.out.Parts = append(s.out.Parts, PartShared{by, pool, Hundredths(sum / den), rate(pool, sum, den)})
	return nil
}

// rate is pool*den/sum, where both terms fit.
func rate(pool law.Pence, sum, den int64) (r law.Fact[law.Ratio]) {
	if sum == 0 {
		return r
	}
	lowest := law.Per(int64(pool), sum)
	if lowest.Num() > math.MaxInt64/den {
		return r
	}
	return law.Known(law.Per(lowest.Num()*den, lowest.Den()))
}

// weigh leaves the points of each member under a basis in s.points, in hundredths times
// den, and returns what they add up to.
func (s *sharing) weigh(b Points) (sum, den int64, err error) {
	each, den := b.each()
	for _, e := range each {
		if !s.m.Has(e.factor) {
			return 0, 0, fmt.Errorf("%w: the list does not state %v", ErrRoll, e.factor)
		}
	}
	for i := range s.points {
		var points int64
		if len(s.in) == 0 || s.in[i] {
			for _, e := range each {
				points = plus(points, times(e.points, s.m.level(e.factor, i)))
			}
		}
		if sum = plus(sum, points); sum < 0 {
			return 0, 0, fmt.Errorf("%w: the points add up beyond 63 bits at member %d (%.40q)", ErrAllocate, i, s.m.ids[i])
		}
		s.points[i] = points
	}
	return sum, den, nil
}

// plus and times keep to numbers that are not negative, and give -1 for what is beyond 63
// bits or was.
func plus(a, b int64) int64 {
	if a < 0 || b < 0 || a > math.MaxInt64-b {
		return -1
	}
	return a + b
}

func times(a, b int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	if hi != 0 || lo > math.MaxInt64 {
		return -1
	}
	return int64(lo)
}

// atRate pays everybody the rate on their points, in place of sharing the pool out.
func (s *sharing) atRate() error {
	r, _ := s.t.Rate.Get()
	limit, capped := s.t.Cap.Get()
	by := s.t.Parts[0].By
	sum, den, err := s.weigh(by)
	if err != nil {
		return fmt.Errorf("terms: %s: %w", law.Path("parts", 0, "by"), err)
	}
	left := s.out.Pool
	for i, n := range s.points {
		p := law.MulDiv(law.Pence(n), r.Num(), r.Den()*den, law.Down)
		if capped {
			p = min(p, limit)
		}
		if p > left {
			return fmt.Errorf("terms: rate: %w: %v on %v takes more than the pool of %v", ErrAllocate, r, by, s.out.Pool)
		}
		left -= p
		s.amounts[i] = p
	}
	if capped {
		s.countCapped(limit)
	}
	s.out.Residue = left
	s.out.Parts = []PartShared{{by, s.out.Pool, Hundredths(sum / den), s.t.Rate}}
	return nil
}

func (s *sharing) countCapped(limit law.Pence) {
	for _, p := range s.amounts {
		if p == limit {
			s.out.AtCap++
		}
	}
}

// settle turns amounts into awards: with what was carried forward, over the minimum or
// not, now or later, in money or in shares.
func (s *sharing) settle() error {
	out := s.out
	for i, amount := range s.amounts {
		a := &out.Awards[i]
		a.ID, a.Amount = s.m.ids[i], amount
		if s.credit != nil {
			a.Forward = s.credit[i]
		}
		if out.Forward += a.Forward; out.Forward > law.MaxPence {
			return fmt.Errorf("%w: what was carried forward: %w at member %d (%.40q)", ErrRoll, law.ErrTooLarge, i, a.ID)
		}
		if len(s.in) == 0 || s.in[i] {
			s.t.settle(a, i)
			if due := a.Amount + a.Forward; due > 0 && due < s.t.Minimum {
				out.Small++
			}
		} else {
			a.Carried = a.Forward // whoever takes no part keeps what stands to their credit
		}
		if a.Cash < 0 {
			return fmt.Errorf("terms: room: member %d (%.40q) has room for less than no shares", i, a.ID)
		}
		if a.Amount+a.Forward > a.Carried+a.Lapsed {
			out.Paid++
		}
		out.Cash += a.Cash
		out.Deferred += a.Deferred
		out.InShares += a.InShares
		out.Carried += a.Carried
		out.Residue += a.Lapsed
	}
	return nil
}
