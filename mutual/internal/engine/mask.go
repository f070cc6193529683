package engine

import "math/bits"

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
func Negative(lanes *Lanes) (m Mask) {
	for w := range m {
		var b uint64
		for i, v := range lanes[64*w : 64*w+64] {
			b |= uint64(v) >> 63 << i
		}
		m[w] = b
	}
	return m
}

// Ones picks the lanes that hold 1, where the others hold 0.
func Ones(lanes *Lanes) (m Mask) {
	for w := range m {
		var b uint64
		for i, v := range lanes[64*w : 64*w+64] {
			b |= uint64(v) << i
		}
		m[w] = b
	}
	return m
}
