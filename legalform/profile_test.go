package legalform_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var today = law.MustDate("2026-11-23")

func TestEveryFormDescribesItselfInFull(t *testing.T) {
	for _, f := range legalform.All() {
		t.Run(f.FormID(), func(t *testing.T) {
			p, err := f.Describe(today)
			require.NoError(t, err)
			assert.NotEmpty(t, p.Family)
			assert.False(t, p.Under.IsZero(), "under what is it formed?")
			assert.NotEmpty(t, p.Available)
			assert.False(t, p.Lock.ByLaw() && p.LockBy.IsZero(), "a lock by what law?")
			assert.NotZero(t, p.Charity)
			assert.NotEmpty(t, p.Votes.Says)
			for name, a := range map[string]law.Answer{"incorporated": p.Incorporated, "limited": p.Limited, "staff_control": p.StaffControl, "fixed_term": p.FixedTerm} {
				assert.True(t, strings.HasSuffix(a.Says, ".") == a.Is.Stated() && a.Says != "", "%s: %q: an answer ends in a full stop, what it depends on is a question", name, a.Says)
				assert.False(t, a.Is.Stated() && a.By.IsZero(), "%s: no source", name)
			}
			for _, n := range append([]law.Note{p.Votes, p.Reserved, p.Earlier}, p.Tax...) {
				assert.True(t, n.Says == "" || strings.HasSuffix(n.Says, "."), n.Says)
			}
			for _, r := range p.Regulators {
				assert.True(t, r.Name != "" && r.Does != "" && !r.By.IsZero(), r.Name)
			}
			assert.False(t, p.LeastMembers.Number.Stated() && p.LeastMembers.By.IsZero())
			for i, w := range p.Available {
				assert.False(t, w.From.IsZero() || w.In == 0, "available[%d]", i)
			}
			b, err := json.Marshal(p)
			require.NoError(t, err)
			var back law.Profile
			require.NoError(t, json.Unmarshal(b, &back))
			again, err := json.Marshal(back)
			require.NoError(t, err)
			assert.JSONEq(t, string(b), string(again))
		})
	}
}

func TestAProfileIsOfItsDate(t *testing.T) {
	describe := func(id, on string) *law.Profile {
		f, err := legalform.Lookup(id)
		require.NoError(t, err)
		p, err := f.Describe(law.MustDate(on))
		require.NoError(t, err)
		return &p
	}
	members := func(id, on string) int64 { return describe(id, on).LeastMembers.Number.Or(-1) }
	assert.Equal(t, int64(7), members("co-operative-society", "1996-08-31"))
	assert.Equal(t, int64(3), members("co-operative-society", "1996-09-01"))
	assert.Equal(t, int64(-1), members("cic-guarantee", "2009-09-30"))
	assert.Equal(t, int64(1), members("cic-guarantee", "2009-10-01"))
	assert.Equal(t, law.VoluntaryAssetLock, describe("community-benefit-society", "2006-04-05").Lock)
	assert.Equal(t, law.AvailableAssetLock, describe("community-benefit-society", "2006-04-06").Lock)
	assert.Equal(t, law.VoluntaryAssetLock, describe("co-operative-society", "2026-11-23").Lock, "reg 2: a community benefit society's only")
	assert.Equal(t, law.Pounds(65), describe("cic-guarantee", "2024-05-01").Formation[0].Fee.Or(0))
	assert.NotEmpty(t, describe("cic-guarantee", "2026-02-01").Formation[0].Doubt, "a fee in doubt is not told")
	assert.Empty(t, describe("employee-trust-company", "2014-04-05").Tax)
	assert.Len(t, describe("employee-trust-company", "2014-10-01").Tax, 2)
}

func TestAFormBeforeItsTimeSaysSinceWhen(t *testing.T) {
	f, err := legalform.Lookup("cic-guarantee")
	require.NoError(t, err)
	_, err = f.Describe(law.MustDate("2005-06-30"))
	require.ErrorIs(t, err, law.ErrNoForm)
	require.ErrorContains(t, err, "in Great Britain since 1 July 2005, and in Northern Ireland since 6 April 2007")
	p, err := f.Describe(law.MustDate("2005-07-01"))
	require.NoError(t, err)
	assert.ErrorIs(t, p.Exists(law.MustDate("2005-07-01"), law.NorthernIreland), law.ErrNoForm)
}
