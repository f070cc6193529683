package company

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTheWholeTableIsSound(t *testing.T) {
	require.NoError(t, Rules().Complaints())
	f := Enacted()
	n := 0
	for range law.FiguresOf(&f) {
		n++
	}
	assert.Equal(t, 49, n)
}

func TestACompanyThatStatesNothingIsUnknownAndBreachesNothing(t *testing.T) {
	f := Enacted()
	rep := Rules().Judge(&Company{}, &f, law.MustDate("2026-06-01"), law.England)
	assert.NoError(t, rep.Err())
	assert.NotEmpty(t, rep.Unsettled())
}

func TestACompanyIsReadBackAsWritten(t *testing.T) {
	c := modelled()
	c.Resolution = law.Known(ordinaryPoll())
	b, err := json.Marshal(c)
	require.NoError(t, err)
	var got Company
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, c, got)
	assert.Error(t, law.Decode(bytes.NewReader([]byte(`{"resolution":{"kind":"casual"}}`)), &got))
}

func TestFactsThatCannotBeAreRefused(t *testing.T) {
	c := modelled()
	c.Resolution = law.Known(ordinaryPoll())
	require.NoError(t, c.Check())
	for path, change := range map[string]change{
		"members":                             func(c *Company) { c.Members = num(-1) },
		"classes[0].treasury_paid_up":         func(c *Company) { (*c.Classes.Ptr())[0].TreasuryPaidUp = pounds(200_001) },
		"classes[0].nominal":                  func(c *Company) { (*c.Classes.Ptr())[0].Nominal = pounds(-1) },
		"resolution.votes":                    votes(-1, 0, 0),
		"resolution.unused":                   with(func(r *Resolution) { r.Unused = num(-1) }),
		"society_conversion.appointed_signed": func(c *Company) { c.SocietyConversion = law.Known(SocietyConversion{Signed: law.Known(-1)}) },
		"distribution.already_used":           pays(func(d *Distribution) { d.Used = pounds(-1) }),
		"distribution.losses_written_off":     pays(func(d *Distribution) { d.WrittenOff = pounds(120_001) }),
		"board_decision.in_office":            decides(func(b *BoardDecision) { b.InOffice = law.Known(-1) }),
		"board_decision.agreed":               decides(func(b *BoardDecision) { b.Agreed = law.Known(6) }),
		"adjournment.quorum_after_minutes":    adjourns(func(a *Adjournment) { a.QuorumAfter = law.Known(-1) }),
		"resolution_amendment.notice_hours":   func(c *Company) { c.ResolutionAmendment.Ptr().Hours = law.Known(-1) },
		"distribution.amount":                 pays(func(d *Distribution) { d.Amount = pounds(-1) }),
	} {
		bad := modelled()
		bad.Resolution = law.Known(ordinaryPoll())
		change(&bad)
		assert.ErrorContains(t, bad.Check(), path+":")
	}
}
