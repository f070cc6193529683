package legalform_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func ExamplePayments() {
	f, err := legalform.Lookup("cic-shares-schedule-3")
	if err != nil {
		fmt.Println(err)
		return
	}
	limits, err := legalform.Payments(f, law.MustDate("2026-11-23"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range limits {
		fmt.Printf("%v: %v, at most %v %q\n", l.Kind, l.May(), l.Most, l.Rule)
	}
	// Output:
	// dividend: met, at most £35,000.00 "cic.over-aggregate-cap"
	// locked-dividend: met, at most £100,000.00 "cic.over-distributable-profits"
	// share-interest: breached, at most £0.00 "cic.distribution-not-authorised"
	// patronage: breached, at most £0.00 "cic.distribution-not-authorised"
	// staff-bonus: met, at most not stated ""
	// to-community: met, at most not stated ""
	// performance-interest: unknown, at most not stated ""
}

func limit(t *testing.T, id, on string, k law.PaymentKind) legalform.PaymentLimit {
	t.Helper()
	f, err := legalform.Lookup(id)
	require.NoError(t, err)
	all, err := legalform.Payments(f, law.MustDate(on))
	require.NoError(t, err)
	require.Len(t, all, len(legalform.PaymentKinds()))
	return all[k-law.Dividend]
}

func TestWhatAFormMayPayIsDerivedFromItsRulesAtTheDate(t *testing.T) {
	before, after := limit(t, "cic-shares-schedule-3", "2014-09-30", law.Dividend), limit(t, "cic-shares-schedule-3", "2014-10-01", law.Dividend)
	assert.Equal(t, law.Known(law.Pounds(2_000)), before.Most, "a fifth of £10,000 paid up")
	assert.Equal(t, cic.OverShareCap, before.Rule)
	assert.Equal(t, law.Known(law.Pounds(35_000)), after.Most, "35% of £100,000")
	interest := limit(t, "co-operative-society", "2026-11-23", law.ShareInterest)
	assert.Equal(t, law.Known(law.Pounds(500)), interest.Most)
	assert.Equal(t, law.Guidance, interest.Weight)
	assert.Equal(t, society.InterestAboveDeclared, interest.Rule)
	old := limit(t, "community-benefit-society", "2010-01-01", law.Patronage)
	assert.Equal(t, law.Unknown, old.May(), "what the registrar asked before 2015 is in doubt")
	require.NotNil(t, old.Doubt)
	none := limit(t, "cic-guarantee", "2026-11-23", law.Dividend)
	assert.Equal(t, law.Breached, none.May())
}

func TestPaymentsOfAFormThatDidNotExist(t *testing.T) {
	f, err := legalform.Lookup("cic-guarantee")
	require.NoError(t, err)
	_, err = legalform.Payments(f, law.MustDate("2005-06-30"))
	require.ErrorIs(t, err, law.ErrNoForm)
}

func TestALimitOfNothingSaysWhy(t *testing.T) {
	for _, f := range legalform.All() {
		all, err := legalform.Payments(f, today)
		require.NoError(t, err)
		for _, l := range all {
			if l.May() == law.Breached {
				assert.True(t, l.Rule != "" || l.Why != "", "%s: %v", f.FormID(), l.Kind)
			}
			if l.May() == law.Unknown {
				assert.True(t, len(l.Missing) > 0 || l.Doubt != nil, "%s: %v", f.FormID(), l.Kind)
			}
		}
	}
}
