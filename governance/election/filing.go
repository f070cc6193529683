package election

import (
	"cmp"
	"math/bits"
	"slices"
)

// filed are papers next to each other in a parcel that are equal.
type filed struct {
	at     uint32
	papers int64
}

// A filing is a count that moves whole papers and minds where they were filed.
type filing struct {
	*stv
	parcels [][][]filed // of each candidate, by when they came, in the order they were filed in
	rose    []int       // at which count a candidate reached the quota
	filled  bool        // whether the last places were filled without it
}

func newFiling(t *tally) *filing {
	f := &filing{stv: beginSTV(t), parcels: make([][][]filed, t.n)}
	b, to := t.b, make([][]filed, t.n)
	papers := make([]int, t.n)
	for _, at := range b.start {
		papers[b.prefs[b.next(at, f.open)]]++
	}
	for c, n := range papers {
		to[c] = make([]filed, 0, n)
	}
	for i, at := range b.start {
		at = b.next(at, f.open)
		c := b.prefs[at]
		to[c] = append(to[c], filed{at, b.weight[i]})
	}
	f.give(to)
	return f
}

// sort moves papers on to the candidates they pass on to, and sorts them by those. It returns how
// many there are for nobody.
func (f *filing) sort(from ...[]filed) (to [][]filed, nobody int64) {
	b := f.tally.b
	papers := make([]int, f.n+1)
	for _, parcel := range from {
		for i := range parcel {
			p := &parcel[i]
			p.at = b.next(p.at, f.open)
			papers[b.prefs[p.at]]++
		}
	}
	to = make([][]filed, f.n)
	for c := range to {
		to[c] = make([]filed, 0, papers[c])
	}
	for _, parcel := range from {
		for _, p := range parcel {
			if c := int(b.prefs[p.at]); c < f.n {
				to[c] = append(to[c], p)
			} else {
				nobody += p.papers
			}
		}
	}
	return to, nobody
}

// give files sorted papers with their candidates.
func (f *filing) give(to [][]filed) {
	for c, parcel := range to {
		if len(parcel) > 0 {
			f.parcels[c] = append(f.parcels[c], parcel)
			f.votes[c] += inParcel(parcel)
		}
	}
}

func inParcel(parcel []filed) (n int64) {
	for _, p := range parcel {
		n += p.papers
	}
	return n
}

// exclude passes on all papers of candidates, in the order of the list.
func (f *filing) exclude(cs []int) {
	var all [][]filed
	for _, c := range cs {
		all = append(all, f.parcels[c]...)
		f.parcels[c], f.votes[c] = nil, 0
	}
	to, nobody := f.sort(all...)
	f.give(to)
	f.nt += nobody
}

// surplus passes on a surplus from the parcel that came last. Where there are more
// transferable papers than the surplus, each who receives has them in proportion, the
// fractions made up from the largest, and the papers filed last are the ones that move.
func (f *filing) surplus(c int, way Back, r Parting) error {
	over := f.votes[c] - f.quota
	last := len(f.parcels[c]) - 1
	to, _ := f.sort(f.parcels[c][last])
	f.parcels[c] = f.parcels[c][:last]
	transferable := int64(0)
	for _, parcel := range to {
		transferable += inParcel(parcel)
	}
	if transferable > over {
		shares, err := f.shares(to, over, transferable, way, r)
		if err != nil {
			return err
		}
		for i, n := range shares {
			to[i] = lastFiled(to[i], n)
		}
	}
	f.give(to)
	f.votes[c] = f.quota
	f.nt += max(0, over-transferable)
	return nil
}

// shares divides a surplus in proportion to parcels. What is over goes to the largest
// fractions; of equal ones to that of the larger parcel, then to the candidate with more
// votes at the first count at which they differed, then as lots fall.
func (f *filing) shares(to [][]filed, over, all int64, way Back, r Parting) ([]int64, error) {
	type part struct {
		c        int
		left, of int64
	}
	out := make([]int64, f.n)
	var parts []part
	rest := over
	for c, parcel := range to {
		if n := inParcel(parcel); n > 0 {
			hi, lo := bits.Mul64(uint64(over), uint64(n))
			q, left := bits.Div64(hi, lo, uint64(all))
			out[c] = int64(q)
			rest -= out[c]
			parts = append(parts, part{c: c, left: int64(left), of: n})
		}
	}
	slices.SortStableFunc(parts, func(x, y part) int { return cmp.Or(cmp.Compare(y.left, x.left), cmp.Compare(y.of, x.of)) })
	for rest > 0 {
		n := 1
		for n < len(parts) && parts[n].left == parts[0].left && parts[n].of == parts[0].of {
			n++
		}
		at := 0
		if int64(n) > rest {
			var tied []int
			for _, p := range parts[:n] {
				tied = append(tied, p.c)
			}
			c, err := f.pick(ToTransfer, tied, way, r)
			if err != nil {
				return nil, err
			}
			at = slices.IndexFunc(parts[:n], func(p part) bool { return p.c == c })
		}
		out[parts[at].c]++
		parts, rest = slices.Delete(parts, at, at+1), rest-1
	}
	return out, nil
}

// lastFiled returns so many papers of the end of a parcel.
func lastFiled(parcel []filed, n int64) []filed {
	at := len(parcel)
	for ; at > 0 && n > 0; at-- {
		if have := parcel[at-1].papers; have > n {
			parcel[at-1].papers = n
			n = 0
		} else {
			n -= have
		}
	}
	return parcel[at:]
}
