package charity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A reform that asks a CIO for two-thirds of those voting, as Scotland's does.
func TestAReformChangesAMajority(t *testing.T) {
	enacted := Enacted()
	n := 0
	for f := range law.FiguresOf(&enacted) {
		if !strings.HasPrefix(f.ID, "company.") { // company law's own come with it
			assert.True(t, strings.HasPrefix(f.ID, "charity."), f.ID)
			n++
		}
	}
	assert.Equal(t, 25, n)
	reformed, err := law.Reform(enacted, strings.NewReader(`{"charity.cio_meeting": [
		{"from": "2013-01-02", "value": {"fraction": "2/3", "of": "votes-cast"}, "by": {"title": "A Bill"}, "checked": "2026-11-23"}]}`))
	require.NoError(t, err)
	s := amending(AssociationCIO)
	votes(20, 10, 100)(&s)
	for want, f := range map[law.Outcome]*Figures{law.Breached: &enacted, law.Met: &reformed} {
		got, _ := Rules().Judge(&s, f, law.MustDate("2026-11-23"), law.England).Outcome(CIOAmendmentNotCarried)
		assert.Equal(t, want, got)
	}
}
