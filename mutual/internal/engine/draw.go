package engine

// Width is how many paths a block holds.
const Width = 128

// Lanes holds one whole number for each path of a block.
type Lanes = [Width]int64

// golden is 2^64 over the golden ratio, made odd: the step between the states of
// neighbouring paths, as in SplitMix64.
const golden = 0x9e3779b97f4a7c15

// The offset and prime of FNV-1a in 64 bits.
const (
	fnvOffset = 0xcbf29ce484222325
	fnvPrime  = 0x100000001b3
)

// A Key names a stream of draws: one variable in one year of one seed.
type Key uint64

// KeyOf makes the key of a variable in a year. Each of the three is mixed in on its own, so
// that seeds, names or years that differ by one bit give streams with nothing in common.
func KeyOf(seed uint64, variable string, year int) Key {
	name := uint64(fnvOffset)
	for i := range len(variable) {
		name = (name ^ uint64(variable[i])) * fnvPrime
	}
	k := mix(seed + golden)
	k = mix(k ^ name)
	return Key(mix(k + uint64(int64(year))*golden))
}

// At returns the draw of a path: 64 bits, each as likely as not.
func (k Key) At(path uint64) uint64 { return mix(uint64(k) + path*golden) }

// Fill draws for a block: out[i] is the draw of path first+i.
func (k Key) Fill(first uint64, out *[Width]uint64) {
	s := uint64(k) + first*golden
	for i := range out {
		out[i] = mix(s)
		s += golden
	}
}

// mix is the finalizer of SplitMix64: a bijection of 64 bits in which each bit of the input
// turns every bit of the output over as often as not.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
