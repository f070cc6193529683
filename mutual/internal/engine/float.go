package engine

import "math"

// The logarithm, the exponential and the normal quantile of this file give the same bits on
// every processor. The functions of package math may not: some are assembly, and where a
// processor has a fused multiply-add the compiler uses it. Here every product is rounded by
// an explicit conversion, which the language says no fusion may cross, and what is left is
// +, -, /, square roots and changes of exponent, all exactly rounded everywhere.

// The natural logarithm of 2, in two parts, the first short enough to be multiplied by an
// exponent exactly.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// polynomial evaluates one by Horner's rule, the coefficient of the highest power first.
func polynomial(x float64, coefficients ...float64) float64 {
	sum := 0.0
	for _, c := range coefficients {
		sum = float64(sum*x) + c
	}
	return sum
}

// logarithm is the natural logarithm of x > 0, within a few units in the last place. With x
// as 2^k times f near 1 and s = (f-1)/(f+1), log f is twice the area tangent of s.
func logarithm(x float64) float64 {
	f, k := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, k = float64(f*2), k-1
	}
	s := (f - 1) / (f + 1)
	z := float64(s * s) // at most 0.0295: the fourteenth term is below 2^-53 of the first
	sum := 0.0
	for odd := 27.0; odd >= 1; odd -= 2 {
		sum = float64(sum*z) + 1/odd
	}
	return float64(float64(k)*ln2High) + (float64(float64(2*s)*sum) + float64(float64(k)*ln2Low))
}

// exponential is e to the power of x, for |x| up to 700, within a few units in the last
// place: 2^k times the series of what is left, which is at most half the logarithm of 2.
func exponential(x float64) float64 {
	k := math.Floor(float64(x/math.Ln2) + 0.5)
	r := (x - float64(k*ln2High)) - float64(k*ln2Low)
	sum := 1.0
	for n := 18.0; n >= 1; n-- {
		sum = 1 + float64(float64(sum*r)/n)
	}
	return math.Ldexp(sum, int(k))
}

// deviate is the normal quantile of p in (0, 1): how many standard deviations from the mean
// the value is below which a share p lies. It is M. J. Wichura's algorithm AS 241 (Applied
// Statistics 37, 1988), accurate to about one part in 10^15.
func deviate(p float64) float64 {
	if p > 0.5 {
		return -deviate(1 - p)
	}
	if q := p - 0.5; q >= -0.425 {
		r := 0.180625 - float64(q*q)
		return float64(q*polynomial(r,
			2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
			1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0)) /
			polynomial(r,
				5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
				5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1)
	}
	r := math.Sqrt(-logarithm(p))
	if r <= 5 {
		r -= 1.6
		return -polynomial(r,
			7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
			3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0) /
			polynomial(r,
				1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
				6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1)
	}
	r -= 5
	return -polynomial(r,
		2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
		2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0) /
		polynomial(r,
			2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
			1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1)
}

// below is the normal distribution function: the share that lies below x standard deviations
// from the mean. It halves the shares until deviate can tell them apart no more.
func below(x float64) float64 {
	if x > 0 {
		return 1 - below(-x)
	}
	low, high := 0.0, 0.5
	for range 80 {
		mid := (low + high) / 2
		if deviate(mid) < x {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}
