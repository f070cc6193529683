package power_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/power"
)

func TestAStandingFallsBackAndSaysSo(t *testing.T) {
	small := power.Limits{Bytes: 1 << 13, Steps: 1 << 18}
	draws := power.Draws{Trials: 2000, Seed: 1}
	for _, c := range []struct {
		name             string
		g                *power.Game
		how              power.How
		banzhaf, shapley power.Method
	}{
		{"a small game is exact", power.Weighted(2, 1, 1, 1), power.How{}, power.Exactly, power.Exactly},
		{"one too large goes to floats and draws", spread(200, 900), power.How{Limits: small, Draws: draws}, power.InFloats, power.ByDraws},
		{"without draws Shapley is not found", spread(200, 900), power.How{Limits: small}, power.InFloats, power.NotFound},
		{"a crowd is an ocean", cooperative(5000, 4), power.How{Limits: small}, power.ByOcean, power.ByOcean},
		{"heads leave draws alone", &power.Game{Quota: 400, Heads: 20, Players: spread(200, 900).Players}, power.How{Limits: small, Draws: draws}, power.ByDraws, power.ByDraws},
		{"or nothing", &power.Game{Quota: 400, Heads: 20, Players: spread(200, 900).Players}, power.How{Limits: small}, power.NotFound, power.NotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := c.g.Stand(c.how)
			require.NoError(t, err)
			assert.Equal(t, c.banzhaf, s.Banzhaf)
			assert.Equal(t, c.shapley, s.Shapley)
			b, berr := c.g.Banzhaf(power.Limits{})
			x, xerr := c.g.Shapley(power.Limits{})
			for i := range s.Voters {
				v := &s.Voters[i]
				slack := 4.5
				if s.Banzhaf != power.NotFound && berr == nil {
					assert.LessOrEqual(t, distance(v.Raw.Value, b.Raw(i)), slack*v.Raw.Error+1e-15)
					assert.LessOrEqual(t, distance(v.Banzhaf.Value, b.Normalised(i)), slack*v.Banzhaf.Error+1e-15)
				}
				if s.Shapley != power.NotFound && xerr == nil {
					assert.LessOrEqual(t, distance(v.Shapley.Value, x[i]), slack*v.Shapley.Error+1e-3)
				}
			}
		})
	}
	_, err := power.Weighted(0, 1).Stand(power.How{})
	assert.ErrorIs(t, err, power.ErrGame)
	_, err = spread(200, 900).Stand(power.How{Limits: small, Draws: power.Draws{Trials: -1}})
	assert.ErrorContains(t, err, "draws: cannot draw: trials: -1")
}

func TestAStandingInJSON(t *testing.T) {
	s, err := power.Weighted(12, 4, 4, 4, 2, 2, 1).Stand(power.How{List: 1})
	require.NoError(t, err)
	b, err := json.Marshal(s)
	require.NoError(t, err)
	for _, want := range []string{`"banzhaf":{"value":0.23809523809523808,"exact":"5/21"}`, `"share":"2/17"`, `"line":"none"`, `"banzhaf_by":"exact"`, `"act":{"value":0.21875,"exact":"7/32"}`} {
		assert.Contains(t, string(b), want)
	}
	large, err := spread(400, 20_000).Stand(power.How{Limits: power.Limits{Steps: 1 << 30}})
	require.NoError(t, err)
	b, err = json.Marshal(large.Voters[0])
	require.NoError(t, err)
	assert.NotContains(t, string(b), "exact", "a fraction of a hundred digits helps nobody")
	assert.False(t, math.IsNaN(large.Voters[0].Raw.Value))
	var m power.Method
	require.NoError(t, m.UnmarshalText([]byte("ocean")))
	assert.Equal(t, power.ByOcean, m)
	assert.ErrorContains(t, m.UnmarshalText([]byte("guess")), "not a method")
}
