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
