package power

import "math/big"

// losing counts the coalitions whose weight is below the quota and, of them, those that a given
// player of each kind is in. Where sizes are kept they are counted by the number of players;
// else all stand under the index 0.
//
// It is enough for every index. If T loses then T without i does too, so the swings of i are
// the losing coalitions without i less those with i, size by size.
type losing struct {
	all  []*big.Int
	with [][]*big.Int // by kind
}

// tableCost is what a table of every weight below the quota takes.
func tableCost(ks []kind, n, quota int64, sizes bool) cost {
	first := ks[largest(ks)].count
	cells, passes := float64(quota), float64(n-first)+1
	words := float64(wordsFor(n + 1))
	c := cost{8 * cells * words, cells * words * passes}
	if sizes {
		c.bytes, c.steps = c.bytes*float64(n+1), c.steps*float64(n+1)/2
	}
	for _, k := range ks { // taking a player of each kind out again
		if k.weight > 0 {
			terms := cells / float64(k.weight)
			if sizes {
				terms = min(terms, float64(n)) * float64(n)
			}
			c.steps += terms * words
		}
	}
	return c
}

// table is the number of coalitions of each weight below a quota, by size where sizes are kept:
// the coefficients of a generating function, each in the same number of words.
type table struct {
	cells []uint64
	words int64
	quota int64
	rows  int64 // one, or one for each size and for none
	// reach is the largest weight, and players the number of players, taken in so far.
	reach, players int64
}

func newTable(ks []kind, n, quota int64, sizes bool) *table {
	t := &table{words: wordsFor(n + 1), quota: quota, rows: 1}
	if sizes {
		t.rows = n + 1
	}
	t.cells = make([]uint64, t.rows*quota*t.words)
	first := largest(ks)
	t.begin(ks[first])
	for i, k := range ks {
		for range k.count {
			if i != first {
				t.take(k.weight)
			}
		}
	}
	for r := range t.rows {
		row := t.row(r)
		for x := t.words; x < quota*t.words; x += t.words {
			add(row[x:x+t.words], row[x-t.words:x])
		}
	}
	return t
}

func (t *table) row(r int64) []uint64 { return t.cells[r*t.quota*t.words : (r+1)*t.quota*t.words] }

// begin writes the first kind in one go: C(count, j) coalitions have the weight of j players.
func (t *table) begin(k kind) {
	top := k.count
	if k.weight > 0 {
		top = min(top, (t.quota-1)/k.weight)
	}
	ways := binomials(k.count, top, t.words)
	for j := int64(0); j <= top; j++ {
		x := j * k.weight * t.words
		add(t.row(min(j, t.rows-1))[x:x+t.words], ways[j*t.words:(j+1)*t.words])
	}
	t.reach, t.players = top*k.weight, k.count
}

// take multiplies the generating function by one more player's factor.
func (t *table) take(w int64) {
	if w >= t.quota {
		t.players++ // in no losing coalition
		return
	}
	top := min(t.quota-1, t.reach+w)
	used := min(t.words, wordsFor(t.players+2)) // no count is more than two to the players
	if t.rows == 1 {
		shift(t.cells, t.cells, w, top, t.words, used)
	} else {
		for s := min(t.players, t.rows-2); s >= 0; s-- {
			shift(t.row(s+1), t.row(s), w, top, t.words, used)
		}
	}
	t.players++
	t.reach = max(t.reach, top)
}

// shift adds to each cell of one row the cell of another that is w below, from the top down, so
// that the rows may be the same. Only the first used words of a cell can be other than nothing.
func shift(to, from []uint64, w, top, words, used int64) {
	for x := top; x >= w; x-- {
		i, j := x*words, (x-w)*words
		add(to[i:i+used], from[j:j+used])
	}
}

// below is the number of coalitions of a size (any, where sizes are not kept) whose weight is
// at most y.
func (t *table) below(size, y int64) nat {
	i := (size*t.quota + y) * t.words
	return t.cells[i : i+t.words]
}

// with counts the losing coalitions of a size that a given player of weight w is in: those of
// the others that are one smaller and lighter by w. To take a player's factor out of the
// generating function is to add and subtract, in turn, what lies w further down each time.
func (t *table) with(size, w int64) *big.Int {
	plus, minus := make(nat, t.words+1), make(nat, t.words+1)
	for y := t.quota - 1 - w; y >= 0; y -= w {
		if t.rows > 1 {
			if size--; size < 0 {
				break
			}
		}
		add(plus, t.below(size, y))
		plus, minus = minus, plus
		if w == 0 && t.rows == 1 { // half of all: one with it for each without
			half := toBig(t.below(0, y))
			return half.Rsh(half, 1)
		}
	}
	d := toBig(plus)
	d.Sub(d, toBig(minus))
	return d.Abs(d)
}

// losing reads the answer from the table.
func (t *table) losing(ks []kind) *losing {
	l := &losing{with: make([][]*big.Int, len(ks))}
	for s := range t.rows {
		l.all = append(l.all, toBig(t.below(s, t.quota-1)))
		for i, k := range ks {
			l.with[i] = append(l.with[i], t.with(s, k.weight))
		}
	}
	return l
}
