package engine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestOwnFunctionsAgreeWithTheLibrarys compares with package math, whose last bits may
// differ between processors.
func TestOwnFunctionsAgreeWithTheLibrarys(t *testing.T) {
	for x := 1e-300; x < 1e300; x *= 1.7 {
		assert.InDelta(t, math.Log(x), logarithm(x), 4e-16*max(1, math.Abs(math.Log(x))), "log %g", x)
	}
	for i := -7000; i <= 7000; i++ {
		x := float64(i) / 10
		assert.InEpsilon(t, math.Exp(x), exponential(x), 1e-15, "exp %g", x)
	}
	for i := 1; i < 4096; i++ {
		p := float64(i) / 4096
		assert.InDelta(t, math.Sqrt2*math.Erfinv(2*p-1), deviate(p), 2e-15*max(1, math.Abs(deviate(p))), "deviate %g", p)
	}
	for x := -8.0; x <= 8; x += 0.125 {
		assert.InDelta(t, math.Erfc(-x/math.Sqrt2)/2, below(x), 1e-15, "below %g", x)
	}
}

func TestTheNormalQuantileIsKnownFarOut(t *testing.T) {
	for p, want := range map[float64]float64{
		0.5: 0, 0.025: -1.959963984540054, 1e-10: -6.361340902404056, 1e-20: -9.262340089798408, 1e-100: -21.27345356096532,
	} {
		assert.InDelta(t, want, deviate(p), 1e-13*max(1, -want), "%g", p)
	}
	assert.Zero(t, deviate(0.25)+deviate(0.75), "the two halves are mirror images")
}

func TestTheNormalShareOfNothingAndOfEverything(t *testing.T) {
	assert.Less(t, below(-1e300), 1e-20)
	assert.Zero(t, 1-below(1e300))
	assert.InDelta(t, 0.5, below(0), 1e-16)
}
