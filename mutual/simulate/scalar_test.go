package simulate

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// plainYear is the waterfall of tenSteps written out by hand for the law of 2024: dividends of
// a CIC up to 35% of distributable profits in all.
type plainYear struct {
	general, renewals, lean, dividends, locked, community, bonus int64

	unsound bool // a later gift took the profits from under a dividend
}

func (s *plainYear) step(result, capital int64) {
	taxed := func(p int64) int64 { return (max(p, 0)*19 + 99) / 100 }
	opening := s.general + s.renewals + s.lean
	left, deducted, given := result, int64(0), int64(0)
	available := func() int64 { return max(left-taxed(result-deducted), 0) }
	profits := func() int64 { return opening + result - taxed(result-deducted) - deducted - given }

	left -= min(max(0, -s.general), available())
	base := available() // left after losses
	bonus := base * 10 / 100
	if left == result { // nothing but what lowers the tax is paid: it may take what the tax would
		bonus = min(bonus, max(left, 0))
	}
	left, deducted = left-bonus, bonus
	kept := int64(0)
	keep := func(p int64) int64 {
		p = min(p, available())
		left -= p
		kept += p
		return p
	}
	keep(base * 20 / 100)
	renewals := keep(base * 5 / 100)
	most := max(profits(), 0) * 35 / 100
	dividend := min(capital*8/100, available(), max(profits(), 0), most)
	left -= dividend
	locked := min(available()*5/100, max(profits(), 0)-dividend)
	locked = max(locked, 0)
	left -= locked
	training := available() * 5 / 100
	left, given = left-training, given+training
	lean := keep(available() * 10 / 100)
	community := available() * 25 / 100
	left, given = left-community, given+community
	keep(available())

	s.unsound = s.unsound || dividend > max(profits(), 0)*35/100 || dividend+locked > max(profits(), 0)
	s.renewals += renewals
	s.lean += lean
	s.dividends, s.locked, s.community, s.bonus = s.dividends+dividend, s.locked+locked, s.community+training+community, s.bonus+bonus
	closing := opening + result - taxed(result-deducted) - bonus - dividend - locked - training - community
	s.general = closing - s.renewals - s.lean
}

func (s *plainYear) reserves() int64 { return s.general + s.renewals + s.lean }

func TestTenStepsByHandAreEqualToThePenny(t *testing.T) {
	spec := tenStepSpec()
	m, err := spec.Scenarios[0].model(map[*Assumptions]*world{})
	require.NoError(t, err)
	a, table := spec.Scenarios[0].Assumptions, m.tables[iMargin]
	c := m.course()
	same := 0
	for first := uint64(0); first < 40*engine.Width; first += engine.Width {
		c.begin(draws{seed: spec.Seed, first: first}, engine.Width)
		for y := range a.Years {
			require.NoError(t, c.year(y))
		}
		for i := range engine.Width {
			var s plainYear
			for y := range a.Years {
				margin := table.At(engine.KeyOf(spec.Seed, Margin, y).At(first + uint64(i)))
				s.step(int64(a.Income-a.Costs)+engine.ApplyPPM(int64(a.Income), margin), int64(a.Capital))
			}
			if s.unsound {
				continue // what the waterfall then makes of it is not written out by hand
			}
			same++
			require.Equal(t, s.reserves(), c.reserves[i], "path %d", first+uint64(i))
			require.Equal(t, [3]int64{s.locked, s.community, s.bonus}, [3]int64{
				c.total[law.LockedDividend][i], c.total[law.ToCommunity][i], c.total[law.StaffBonus][i],
			})
		}
	}
	assert.Greater(t, same, 30*engine.Width)
}

// BenchmarkPlainLoop is the same model path by path with the standard library's generator: what
// anybody would write first.
func BenchmarkPlainLoop(b *testing.B) {
	a := tenStepSpec().Scenarios[0].Assumptions
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a simulation
	const paths = 200_000
	var sum int64
	for b.Loop() {
		for range paths {
			var s plainYear
			for range a.Years {
				s.step(int64(a.Income-a.Costs)+int64(r.NormFloat64()*0.03*float64(a.Income)), int64(a.Capital))
			}
			sum += s.reserves()
		}
	}
	b.ReportMetric(paths*10*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpath-years/s")
	_ = sum
}
