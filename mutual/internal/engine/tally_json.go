package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// The JSON of tallies. Sums are decimal text; what was never counted is left out. What is
// read is checked as far as it can be: no sums that no numbers have, no bucket twice.

// maxCount bounds what is read: a million million, so that merging stays far from 64 bits.
const maxCount = 1 << 40

type histogramJSON struct {
	// SubBuckets is how many buckets there are to a doubling.
	SubBuckets int          `json:"sub_buckets"`
	Count      uint64       `json:"count"`
	Buckets    []bucketJSON `json:"buckets"`
}

type bucketJSON struct {
	Least int64  `json:"least,string"`
	Count uint64 `json:"count"`
}

// MarshalJSON writes the buckets that counted any, each by the least number in it.
func (h *Histogram) MarshalJSON() ([]byte, error) {
	out := histogramJSON{sub, h.count, []bucketJSON{}}
	for b := range h.Buckets() {
		out.Buckets = append(out.Buckets, bucketJSON{b.Least, b.Count})
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes, strictly.
func (h *Histogram) UnmarshalJSON(b []byte) error {
	var in histogramJSON
	if err := law.Decode(bytes.NewReader(b), &in); err != nil {
		return err
	}
	if in.SubBuckets != sub {
		return fmt.Errorf("%w: sub_buckets: %d, where this library has %d", ErrTally, in.SubBuckets, sub)
	}
	var read Histogram
	last := math.MinInt
	for i, b := range in.Buckets {
		at := bucketOf(b.Least)
		switch {
		case bucket(at, 1).Least != b.Least:
			return fmt.Errorf("%w: %s: no bucket begins at %d", ErrTally, law.Path("buckets", i, "least"), b.Least)
		case at <= last:
			return fmt.Errorf("%w: %s: %d is not above the bucket before", ErrTally, law.Path("buckets", i, "least"), b.Least)
		case b.Count == 0 || b.Count > maxCount-read.count:
			return fmt.Errorf("%w: %s: %d is nothing, or too many", ErrTally, law.Path("buckets", i, "count"), b.Count)
		}
		last = at
		read.add(at, b.Count)
		read.count += b.Count
	}
	if read.count != in.Count {
		return fmt.Errorf("%w: count: %d, where the buckets have %d", ErrTally, in.Count, read.count)
	}
	*h = read
	return nil
}

type momentsJSON struct {
	Count   uint64 `json:"count"`
	Sum     wide   `json:"sum"`
	Squares wide   `json:"squares"`
	Least   int64  `json:"least,string"`
	Most    int64  `json:"most,string"`
}

// MarshalJSON writes the sums.
func (m *Moments) MarshalJSON() ([]byte, error) {
	return json.Marshal(momentsJSON{m.count, m.sum, m.squares, m.least, m.most})
}

// UnmarshalJSON reads what MarshalJSON writes, strictly.
func (m *Moments) UnmarshalJSON(b []byte) error {
	var in momentsJSON
	if err := law.Decode(bytes.NewReader(b), &in); err != nil {
		return err
	}
	read := Moments{in.Count, in.Sum, in.Squares, in.Least, in.Most}
	n, sum, squares := unsigned(in.Count), in.Sum.big(), in.Squares.big()
	least, most := big.NewInt(in.Least), big.NewInt(in.Most)
	switch {
	case in.Count > maxCount:
		return fmt.Errorf("%w: count: %d are too many", ErrTally, in.Count)
	case in.Count == 0 && read != Moments{}:
		return fmt.Errorf("%w: count: none, and yet they add up to something", ErrTally)
	case in.Least > in.Most:
		return fmt.Errorf("%w: least: %d is above most, %d", ErrTally, in.Least, in.Most)
	case sum.Cmp(new(big.Int).Mul(n, least)) < 0 || sum.Cmp(new(big.Int).Mul(n, most)) > 0:
		return fmt.Errorf("%w: sum: %v is not that of %d numbers from %d to %d", ErrTally, sum, in.Count, in.Least, in.Most)
	case spread(n, sum, squares).Sign() < 0:
		return fmt.Errorf("%w: squares: %v are too little for a sum of %v", ErrTally, squares, sum)
	case squares.Cmp(new(big.Int).Mul(n, farther(least, most))) > 0:
		return fmt.Errorf("%w: squares: %v are too much from %d to %d", ErrTally, squares, in.Least, in.Most)
	}
	*m = read
	return nil
}

// farther is the greater square of two numbers.
func farther(a, b *big.Int) *big.Int {
	if a.CmpAbs(b) < 0 {
		a = b
	}
	return new(big.Int).Mul(a, a)
}

type crossJSON struct {
	Count uint64 `json:"count"`
	X     wide   `json:"x"`
	Y     wide   `json:"y"`
	XX    wide   `json:"xx"`
	YY    wide   `json:"yy"`
	XY    wide   `json:"xy"`
}

// MarshalJSON writes the sums.
func (c *Cross) MarshalJSON() ([]byte, error) {
	return json.Marshal(crossJSON{c.count, c.x, c.y, c.xx, c.yy, c.xy})
}

// UnmarshalJSON reads what MarshalJSON writes, strictly.
func (c *Cross) UnmarshalJSON(b []byte) error {
	var in crossJSON
	if err := law.Decode(bytes.NewReader(b), &in); err != nil {
		return err
	}
	read := Cross{in.Count, in.X, in.Y, in.XX, in.YY, in.XY}
	xx, yy, xy, _ := read.spreads()
	switch {
	case in.Count > maxCount:
		return fmt.Errorf("%w: count: %d are too many", ErrTally, in.Count)
	case in.Count == 0 && read != Cross{}:
		return fmt.Errorf("%w: count: none, and yet they add up to something", ErrTally)
	case xx.Sign() < 0:
		return fmt.Errorf("%w: xx: %v are too little for a sum of %v", ErrTally, in.XX, in.X)
	case yy.Sign() < 0:
		return fmt.Errorf("%w: yy: %v are too little for a sum of %v", ErrTally, in.YY, in.Y)
	case new(big.Int).Mul(xy, xy).Cmp(new(big.Int).Mul(xx, yy)) > 0:
		return fmt.Errorf("%w: xy: %v is too much for squares of %v and %v", ErrTally, in.XY, in.XX, in.YY)
	}
	*c = read
	return nil
}
