package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

func TestTheWavesOfTheRightToRequestSumToWhatWasPublished(t *testing.T) {
	var proposed, launched int64
	for i, w := range evidence.RequestWaves() {
		assert.Equal(t, i+1, w.Number)
		assert.LessOrEqual(t, w.Launched, w.Proposed)
		assert.NoError(t, w.Check())
		if i > 0 {
			assert.True(t, w.Announced.First.After(evidence.RequestWaves()[i-1].Announced.Last))
		}
		for _, id := range w.Sources {
			_, ok := evidence.SourceOf(id)
			assert.True(t, ok, id)
		}
		proposed, launched = proposed+w.Proposed, launched+w.Launched
	}
	of := evidence.Supports()[0]
	helped, _ := of.Helped.Get()
	lived, _ := of.Launched.Get()
	assert.Equal(t, []int64{helped, lived}, []int64{proposed, launched})
}
