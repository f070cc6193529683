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

// binomialTail is the chance of k or more of n, added up from one term outwards until the terms
// no longer count.
func binomialTail(n, k int64, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > n || p <= 0:
		return 0
	case p >= 1:
		return 1
	case float64(k) <= float64(n)*p: // the other side is the smaller
		return 1 - binomialTail(n, n-k+1, 1-p)
	}
	term := binomialTerm(n, k, p)
	sum, odds := term, p/(1-p)
	for i := k; i < n && term > sum*1e-18; i++ {
		term *= float64(n-i) / float64(i+1) * odds
		sum += term
	}
	return min(sum, 1)
}

// binomialTerm is the chance of just k of n, by Loader's way: Stirling's formula with its error, and the
// deviance from the mean, none of which takes large numbers from each other.
func binomialTerm(n, k int64, p float64) float64 {
	x, m, q := float64(k), float64(n), 1-p
	switch {
	case k == 0:
		return math.Exp(m * math.Log1p(-p))
	case k == n:
		return math.Exp(m * math.Log(p))
	}
	log := stirling(m) - stirling(x) - stirling(m-x) - deviance(x, m*p) - deviance(m-x, m*q)
	return math.Exp(log) * math.Sqrt(m/(2*math.Pi*x*(m-x)))
}

// stirling is the logarithm of n! less that of Stirling's formula.
func stirling(n float64) float64 {
	if n < 16 {
		l, _ := math.Lgamma(n + 1)
		return l - (n+0.5)*math.Log(n) + n - 0.5*math.Log(2*math.Pi)
	}
	s := n * n
	return (1.0/12 - (1.0/360-(1.0/1260-(1.0/1680-1.0/1188/s)/s)/s)/s) / n
}

// deviance is x log(x/m) + m - x, by a series where x is near m.
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum, e := (x-m)*v, 2*x*v
	for j := 1.0; ; j++ {
		e *= v * v
		next := sum + e/(2*j+1)
		if next == sum {
			return sum
		}
		sum = next
	}
}
