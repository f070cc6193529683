package engine

import (
	"iter"
	"math/bits"
)

// A Mask picks lanes of a block, one bit for each: those that are still going, those in
// which an event fell.
type Mask [Width / 64]uint64

// First is the mask of the first n lanes.
func First(n int) Mask {
	var m Mask
	for i := range m {
		switch left := n - 64*i; {
		case left >= 64:
			m[i] = ^uint64(0)
		case left > 0:
			m[i] = 1<<left - 1
		}
	}
	return m
}

// Set picks a lane.
func (m *Mask) Set(lane int) { m[lane>>6] |= 1 << (lane & 63) }

// Clear drops a lane.
func (m *Mask) Clear(lane int) { m[lane>>6] &^= 1 << (lane & 63) }

// Has reports whether a lane is picked.
func (m *Mask) Has(lane int) bool { return m[lane>>6]>>(lane&63)&1 != 0 }

// Count returns how many lanes are picked.
func (m *Mask) Count() int {
	n := 0
	for _, w := range m {
		n += bits.OnesCount64(w)
	}
	return n
}

// pick copies the lanes that are among the first n and in the mask to the front of out, and
// returns how many they are.
func (m *Mask) pick(lanes *Lanes, n int, out *Lanes) int {
	picked := 0
	for i, w := range First(n) {
		for w &= m[i]; w != 0; w &= w - 1 {
			out[picked%Width] = lanes[(64*i+bits.TrailingZeros64(w))%Width]
			picked++
		}
	}
	return picked
}

// Any reports whether a lane is picked.
func (m *Mask) Any() bool {
	var all uint64
	for _, w := range m {
		all |= w
	}
	return all != 0
}

// Lanes lists the lanes that are picked.
func (m Mask) Lanes() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range m {
			for ; w != 0; w &= w - 1 {
				if !yield((64*i + bits.TrailingZeros64(w)) % Width) {
					return
				}
			}
		}
	}
}

// Lowest is the first lane that is picked, 0 where none is.
func (m *Mask) Lowest() int {
	for i := range m.Lanes() {
		return i
	}
	return 0
}

// And returns the lanes that both pick.
func (m Mask) And(other *Mask) Mask {
	for i := range m {
		m[i] &= other[i]
	}
	return m
}

// Without returns the lanes that m picks and the other does not.
func (m Mask) Without(other *Mask) Mask {
	for i := range m {
		m[i] &^= other[i]
	}
	return m
}

// Add picks what the other picks as well.
func (m *Mask) Add(other *Mask) {
	for i := range m {
		m[i] |= other[i]
	}
}

// Only makes an amount nought in the lanes that are not picked.
func (m *Mask) Only(lanes *Lanes) {
	for i := range lanes {
		lanes[i] &= -int64(m[i>>6] >> (i & 63) & 1)
	}
}

// Gives returns an amount in the lanes that are picked, and nought in the others.
func (m *Mask) Gives(p int64) (lanes Lanes) {
	for i := range lanes {
		lanes[i] = p & -int64(m[i>>6]>>(i&63)&1)
	}
	return lanes
}

// Negative picks the lanes with an amount below nought.
func Negative(lanes *Lanes) Mask {
	var g gatherer
	for i := range quarter {
		g.add(lanes[i], lanes[i+quarter], lanes[i+2*quarter], lanes[i+3*quarter])
	}
	return g.mask()
}

// Positive picks the lanes with an amount above nought, where none is below it.
func Positive(lanes *Lanes) Mask {
	var g gatherer
	for i := range quarter {
		g.add(-lanes[i], -lanes[i+quarter], -lanes[i+2*quarter], -lanes[i+3*quarter])
	}
	return g.mask()
}

// quarter is a quarter of a block: the bits of four lanes are gathered at once, for each waits
// for the bit before it.
const quarter = Width / 4

// A gatherer gathers the signs of lanes, a quarter in each word.
type gatherer [4]uint64

func (g *gatherer) add(a, b, c, d int64) {
	const sign = 1 << 63
	g[0] = g[0]>>1 | uint64(a)&sign
	g[1] = g[1]>>1 | uint64(b)&sign
	g[2] = g[2]>>1 | uint64(c)&sign
	g[3] = g[3]>>1 | uint64(d)&sign
}

func (g *gatherer) mask() Mask {
	const half = 32
	return Mask{g[0]>>half | g[1]>>half<<half, g[2]>>half | g[3]>>half<<half}
}
