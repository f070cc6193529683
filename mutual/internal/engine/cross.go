package engine

import "math/big"

// A Cross adds up pairs of numbers, their squares and their products, exactly: how much of
// an outcome a driver tells. The zero Cross has added nothing.
type Cross struct {
	count      uint64
	x, y       wide
	xx, yy, xy wide
}

// Add adds a pair.
func (c *Cross) Add(x, y int64) {
	c.count++
	c.x.addInt(x)
	c.y.addInt(y)
	c.xx.addProduct(x, x)
	c.yy.addProduct(y, y)
	c.xy.addProduct(x, y)
}

// AddBlock adds the pairs of the first n lanes, those that are in the mask; a nil mask has
// all.
func (c *Cross) AddBlock(x, y *Lanes, n int, mask *Mask) {
	if mask != nil {
		var pickedX, pickedY Lanes
		mask.pick(x, n, &pickedX)
		n = mask.pick(y, n, &pickedY)
		x, y = &pickedX, &pickedY
	}
	left, right := SeriesOf(x, n), SeriesOf(y, n)
	c.AddSeries(&left, &right)
}

// A Series is the first lanes of a block and their sums, for several crosses.
type Series struct {
	lanes   *Lanes
	n       int
	within  bool
	sum     int64
	squares wide
}

// SeriesOf adds up the first n lanes. It keeps the lanes, which are not to change before it
// is used.
func SeriesOf(lanes *Lanes, n int) Series {
	s := Series{lanes: lanes, n: n, within: Within(lanes, n)}
	if s.within {
		for _, v := range lanes[:n] {
			s.sum += v
		}
		s.squares.addProducts(lanes, lanes, n)
	}
	return s
}

// AddSeries adds the pairs of two series of as many lanes.
func (c *Cross) AddSeries(x, y *Series) {
	n := min(x.n, y.n)
	if !x.within || !y.within {
		for i := range n {
			c.Add(x.lanes[i], y.lanes[i])
		}
		return
	}
	c.count += uint64(n)
	c.x.addInt(x.sum)
	c.y.addInt(y.sum)
	c.xx.add(&x.squares)
	c.yy.add(&y.squares)
	c.xy.addProducts(x.lanes, y.lanes, n)
}

// Merge adds what another has added.
func (c *Cross) Merge(other *Cross) {
	c.count += other.count
	c.x.add(&other.x)
	c.y.add(&other.y)
	c.xx.add(&other.xx)
	c.yy.add(&other.yy)
	c.xy.add(&other.xy)
}

// Count returns how many pairs were added.
func (c *Cross) Count() uint64 { return c.count }

// spreads returns the spreads of x, of y and of both together, and whether x and y have any.
func (c *Cross) spreads() (xx, yy, xy *big.Int, ok bool) {
	n, x, y := unsigned(c.count), c.x.big(), c.y.big()
	xx, yy, xy = spread(n, x, c.xx.big()), spread(n, y, c.yy.big()), spreadOf(n, x, y, c.xy.big())
	return xx, yy, xy, xx.Sign() > 0 && yy.Sign() > 0
}

// Correlation returns the square of the correlation: the share of the variance of one that
// a straight line on the other explains, from 0 to 1, worked out exactly and rounded once.
// It is false where either never varies.
func (c *Cross) Correlation() (square float64, ok bool) {
	xx, yy, xy, ok := c.spreads()
	if !ok {
		return 0, false
	}
	return quotient(new(big.Int).Mul(xy, xy), new(big.Int).Mul(xx, yy)), true
}

// Slope returns by how much y grows where x grows by one, along the straight line of least
// squares; it is false where x or y never varies.
func (c *Cross) Slope() (float64, bool) {
	xx, _, xy, ok := c.spreads()
	if !ok {
		return 0, false
	}
	return quotient(xy, xx), true
}
