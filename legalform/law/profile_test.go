package law_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

var (
	clubAct  = law.Instrument{Title: "Clubs Act", Path: "ukpga/2000/1"}
	clubLast = law.From("2001-01-01", law.GreatBritain).Until("2010-12-31")
)

func profiled() *law.Family[int, struct{}] {
	return &law.Family[int, struct{}]{ID: "club", Describes: func(*struct{}, law.Date) law.Profile {
		return law.Profile{
			Family: "club", Under: clubAct.At("s. 1", "section/1"), Available: []law.Window{clubLast, law.From("2005-01-01", law.NorthernIreland)},
			Lock: law.AvailableAssetLock, Charity: law.MayBeCharity, Incorporated: law.Yes("It is.", clubAct.At("s. 2", "section/2")),
			Formation: []law.Filing{{Form: "C1", To: "the registrar", Fee: law.Known(law.Pounds(5))}},
		}
	}}
}

func TestAFormThatDidNotExistSaysSoAndSinceWhenItDoes(t *testing.T) {
	for on, want := range map[string]bool{
		"2000-12-31": false, "2001-01-01": true, "2010-12-31": true, "2026-11-23": true,
	} {
		_, err := profiled().Describe(law.MustDate(on))
		assert.Equal(t, want, err == nil, "%s: %v", on, err)
	}
	_, err := profiled().Describe(law.MustDate("2000-12-31"))
	require.ErrorIs(t, err, law.ErrNoForm)
	assert.EqualError(t, err, "club: no body of this form could be formed on 31 December 2000: it exists in Great Britain "+
		"from 1 January 2001 until 31 December 2010, and in Northern Ireland since 1 January 2005")
}

func TestAPlaceWhereAFormDoesNotExist(t *testing.T) {
	p, err := profiled().Describe(law.MustDate("2026-11-23"))
	require.NoError(t, err)
	require.NoError(t, p.Exists(law.MustDate("2026-11-23"), 0))
	require.NoError(t, p.Exists(law.MustDate("2026-11-23"), law.NorthernIreland))
	assert.ErrorContains(t, p.Exists(law.MustDate("2026-11-23"), law.Wales), "on 23 November 2026 in Wales: it exists")
	w, ok := p.Existed(law.MustDate("2006-01-01"), law.Scotland)
	assert.True(t, ok)
	assert.Equal(t, clubLast, w)
	_, ok = p.Existed(law.MustDate("2006-01-01"), law.UnitedKingdom)
	assert.False(t, ok, "no one window covers the kingdom")
}

func TestDescribeNeedsADateAndAProfile(t *testing.T) {
	_, err := profiled().Describe(law.Date{})
	require.ErrorIs(t, err, law.ErrDate)
	_, err = (&law.Family[int, struct{}]{ID: "bare"}).Describe(law.MustDate("2026-11-23"))
	assert.EqualError(t, err, "bare: the form has no profile")
	none := law.Profile{Earlier: law.Note{Says: "Once there were some."}}
	assert.ErrorContains(t, none.Exists(law.MustDate("2026-11-23"), 0), "none is known to be possible at any date. Once there were some.")
}

func TestAMinimumIsReadFromItsFigureAndADoubtIsNone(t *testing.T) {
	by, read := clubAct.At("s. 3", "section/3"), law.MustDate("2026-11-23")
	h := law.Since("club.least", "members",
		law.Entry[int]{From: law.MustDate("2001-01-01"), Value: 7, By: by, Checked: read},
		law.Entry[int]{From: law.MustDate("2005-01-01"), Value: 3, By: by, Checked: read}.InDoubt("Was it three?", 2))
	assert.Equal(t, law.Least{}, law.LeastAt(&h, law.MustDate("2000-12-31")))
	assert.Equal(t, law.Least{Number: law.Known(int64(7)), By: by}, law.LeastAt(&h, law.MustDate("2004-12-31")))
	assert.Equal(t, law.Least{}, law.LeastAt(&h, law.MustDate("2005-01-01")))
	fee := law.Since("club.capital", "pounds", law.Entry[law.Pence]{From: law.MustDate("2001-01-01"), Value: 500, By: by, Checked: read})
	assert.Equal(t, law.LeastAmount{Amount: law.Known(law.Pence(500)), By: by}, law.AmountAt(&fee, read))
	assert.Equal(t, law.LeastAmount{}, law.AmountAt(&fee, law.MustDate("2000-01-01")))
}

func TestAProfileIsReadBackAsItWasWritten(t *testing.T) {
	p, err := profiled().Describe(law.MustDate("2026-11-23"))
	require.NoError(t, err)
	b, err := json.Marshal(p)
	require.NoError(t, err)
	var back law.Profile
	require.NoError(t, json.Unmarshal(b, &back), "%s", b)
	assert.Equal(t, p, back)
	assert.NotContains(t, string(b), "least_members", "what is not stated is left out")
	for _, bad := range []string{`{"asset_lock":"iron"}`, `{"charity":"perhaps"}`} {
		require.Error(t, json.Unmarshal([]byte(bad), &back), bad)
	}
}

func TestALockOfTheLawIsToldFromOneOfTheRules(t *testing.T) {
	for l, want := range map[law.AssetLock]bool{
		0: false, law.NoAssetLock: false, law.VoluntaryAssetLock: false,
		law.AvailableAssetLock: true, law.StatutoryAssetLock: true, law.CharitableAssetLock: true, 9: false,
	} {
		assert.Equal(t, want, l.ByLaw(), l.String())
	}
}
