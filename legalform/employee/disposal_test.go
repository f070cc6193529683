package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestA1TheSecondSaleInALaterTaxYearGetsNoRelief(t *testing.T) {
	c := sold()
	c.Disposal = disposal("2015-05-20")
	c.Control.Held = law.Known([]employee.Period{days("2015-05-20", "")})
	assert.Equal(t, law.Met, outcome(t, &c, "2016-04-06", employee.RelatedReliefEarlier))
	assert.Equal(t, law.Met, outcome(t, &c, "2016-04-06", employee.ControlTimingMissed))
	c.Disposal = disposal("2016-04-18")
	c.Disposal.Earlier = law.Known([]employee.EarlierDisposal{prior("2015-05-20")})
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.RelatedReliefEarlier))
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.ControlTimingMissed), "control was there before the tax year began")
}

func TestA2NorDoesTheHusbandsSale(t *testing.T) {
	c := sold()
	c.Disposal = disposal("2016-06-06")
	c.Disposal.Earlier = law.Known([]employee.EarlierDisposal{prior("2015-05-20")})
	assert.Equal(t, law.Breached, outcome(t, &c, "2017-04-06", employee.RelatedReliefEarlier))
}

func TestA3ControlLostForADayAndRegainedBefore5April(t *testing.T) {
	got, err := employee.ControlTiming([]employee.Period{days("2015-03-16", "2015-03-31"), days("2015-04-02", "")}, law.MustDate("2015-03-16"), law.MustDate("2015-04-05"))
	require.NoError(t, err)
	assert.Equal(t, law.Breached, got.Outcome)
	assert.Equal(t, law.MustDate("2015-04-01"), got.On)
}

func TestPartsOfABusinessAddUpExactly(t *testing.T) {
	third := law.Known(law.Per(1, 3))
	got, err := employee.OtherPart([]employee.Activity{{Trade: no(), Part: third}, {Trade: yes(), InPartnership: yes(), Part: third}, {Trade: yes(), InPartnership: no(), Part: third}})
	require.NoError(t, err)
	assert.Zero(t, got.Cmp(law.Per(2, 3)))
	for _, bad := range []law.Ratio{law.Percent(-1), law.Percent(101), law.Per(1, 1<<40)} {
		_, err := employee.OtherPart([]employee.Activity{{Trade: no(), Part: law.Known(bad)}})
		assert.Error(t, err)
	}
}
