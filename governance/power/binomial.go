package power

import "math"

// binomialTerms is the chance of each number of n trials that succeed with chance p, the whole
// distribution, found outwards from its largest term: each is a product of ratios, so that all
// errors are relative, and the sum is put right at the end. Terms below the least float are 0.
func binomialTerms(n int64, p float64) []float64 {
	d := make([]float64, n+1)
	switch {
	case p <= 0:
		d[0] = 1
		return d
	case p >= 1:
		d[n] = 1
		return d
	}
	mode := min(int64(float64(n+1)*p), n)
	odds := p / (1 - p)
	d[mode] = 1
	for k := mode; k < n && d[k] > 0; k++ {
		d[k+1] = d[k] * (float64(n-k) / float64(k+1)) * odds
	}
	for k := mode; k > 0 && d[k] > 0; k-- {
		d[k-1] = d[k] * (float64(k) / float64(n-k+1)) / odds
	}
	settle(d)
	return d
}

// betaBinomialTerms is the same where the chance itself is drawn from a beta distribution.
func betaBinomialTerms(n int64, alpha, beta float64) []float64 {
	d := make([]float64, n+1)
	mode := int64(0)
	ratio := func(k int64) float64 { // of the term after k to that of k
		return float64(n-k) / float64(k+1) * (float64(k) + alpha) / (float64(n-k-1) + beta)
	}
	// With alpha and beta above 1 the terms rise to one mode; else they fall from the ends, and the
	// larger end is as good a place to begin.
	if alpha > 1 && beta > 1 {
		lo, hi := int64(0), n
		for lo < hi {
			if mid := lo + (hi-lo)/2; ratio(mid) > 1 {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		mode = lo
	} else if alpha > beta {
		mode = n
	}
	d[mode] = 1
	for k := mode; k < n; k++ {
		d[k+1] = d[k] * ratio(k)
	}
	for k := mode; k > 0; k-- {
		d[k-1] = d[k] / ratio(k-1)
	}
	settle(d)
	return d
}

// settle makes chances add up to one.
func settle(d []float64) {
	sum := kahan(d)
	for k := range d {
		d[k] /= sum
	}
}

// kahan adds up floats and carries the rounding along.
func kahan(d []float64) float64 {
	sum, lost := 0.0, 0.0
	for _, x := range d {
		t := sum + x
		if math.Abs(sum) >= math.Abs(x) {
			lost += (sum - t) + x
		} else {
			lost += (x - t) + sum
		}
		sum = t
	}
	return sum + lost
}
