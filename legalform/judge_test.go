package legalform_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestJudgeTakesABodyOfAnyForm(t *testing.T) {
	for _, f := range legalform.All() {
		body := f.Draft(legalform.SamplePlan(today, law.England))
		rep, err := legalform.Judge(f, body, today, law.England)
		require.NoError(t, err, f.FormID())
		assert.Equal(t, f.FormID(), rep.Form)
		require.NoError(t, rep.Err(), f.FormID())
		_, err = legalform.Judge(f, &law.Plan{}, today, law.England)
		require.ErrorIs(t, err, law.ErrBody, f.FormID())
		_, err = legalform.Judge(f, body, law.Date{}, law.England)
		require.ErrorIs(t, err, law.ErrDate, f.FormID())
	}
}

func TestJudgeSaysWhereAFormDidNotExist(t *testing.T) {
	f, err := legalform.Lookup("charitable-incorporated-organisation")
	require.NoError(t, err)
	body := f.Draft(legalform.SamplePlan(today, law.England))
	_, err = legalform.Judge(f, body, law.MustDate("2013-01-01"), law.England)
	require.ErrorIs(t, err, law.ErrNoForm)
	require.ErrorContains(t, err, "since 2 January 2013")
	_, err = legalform.Judge(f, body, today, law.Scotland)
	require.EqualError(t, err, "charitable-incorporated-organisation: no body of this form could be formed on 23 November 2026 in Scotland: it exists in England and Wales since 2 January 2013")
	_, err = legalform.Judge(f, body, today, 0)
	require.NoError(t, err, "a place not stated excludes nothing")
	bare := exported("bare", "One duty.")
	rep, err := legalform.Judge(bare, bare.NewBody(), today, law.England)
	require.NoError(t, err, "a form of a third party may have no profile")
	assert.Len(t, rep.Results, 1)
}
