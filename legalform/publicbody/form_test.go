package publicbody_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/publicbody"
)

func TestTheDraftOfATrustHasALawfulCouncilAndAStaffMajorityIsNone(t *testing.T) {
	form := publicbody.NHSFoundationTrust(publicbody.Enacted())
	for _, on := range []string{"2007-03-01", "2013-03-31", "2013-04-01", "2026-11-23"} {
		for _, control := range []bool{false, true} {
			day := law.MustDate(on)
			rep, err := form.Judge(form.Draft(law.Plan{Founded: day, StaffControl: law.Known(control)}), day, law.England)
			require.NoError(t, err)
			if control {
				require.ErrorIs(t, rep.Err(), publicbody.ElectedMinority, on)
				continue
			}
			require.NoError(t, rep.Err(), on)
			assert.Empty(t, rep.Findings, on)
		}
	}
}

func TestATrustHasNoShares(t *testing.T) {
	form := publicbody.NHSFoundationTrust(publicbody.Enacted())
	body := form.Draft(law.Plan{Founded: law.MustDate("2015-04-01")})
	for k, want := range map[law.PaymentKind]law.Outcome{
		law.Dividend: law.Breached, law.Patronage: law.Breached, law.StaffBonus: law.Met, law.PerformanceInterest: law.Unknown,
	} {
		a, err := form.Allow(body, law.Payment{Kind: k}, nil)
		require.NoError(t, err)
		assert.Equal(t, want, a.Permits(1), k.String())
	}
	_, err := form.Describe(law.MustDate("2007-02-28"))
	require.ErrorIs(t, err, law.ErrNoForm)
}

func TestWhoMayBecomeAFoundationTrustIsOfItsDay(t *testing.T) {
	form := publicbody.NHSFoundationTrust(publicbody.Enacted())
	for on, section := range map[string]string{"2013-03-31": "section/34", "2013-04-01": "section/33"} {
		p, err := form.Describe(law.MustDate(on))
		require.NoError(t, err)
		assert.Contains(t, p.Reserved.By.Link(law.Date{}), section, "s. 34 let others apply, until the Act of 2012")
	}
}
