package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestCapsByDate(t *testing.T) {
	f := Enacted()
	for _, tc := range []struct{ id, on, share, interest, aggregate string }{
		{"before the Act", "2005-06-30", "none", "none", "none"},
		{"CAP-1, CAP-5a: the first day", "2005-07-01", "base rate + 5%", "base rate + 4%", "35%"},
		{"CAP-1, CAP-5a: the last day", "2010-04-05", "base rate + 5%", "base rate + 4%", "35%"},
		{"CAP-2, CAP-5b: the first day", "2010-04-06", "20%", "10%", "35%"},
		{"CAP-2b: the amendment of 2012 moved nothing", "2012-10-01", "20%", "10%", "35%"},
		{"CAP-2, CAP-5b: the last day", "2014-09-30", "20%", "10%", "35%"},
		{"CAP-3, CAP-5c: the first day", "2014-10-01", "none", "20%", "35%"},
		{"CAP-4: today", "2026-11-23", "none", "20%", "35%"},
	} {
		on := law.MustDate(tc.on)
		assert.Equal(t, tc.share, said(&f.ShareCap, on), tc.id)
		assert.Equal(t, tc.interest, said(&f.InterestCap, on), tc.id)
		assert.Equal(t, tc.aggregate, said(&f.AggregateCap, on), tc.id)
	}
}

func said[T interface{ String() string }](h *law.History[T], on law.Date) string {
	e, ok := h.At(on)
	if !ok {
		return "none"
	}
	return e.Value.String()
}

func TestSI2014Of2483EndsEachFigureByTheRegulationThatDidIt(t *testing.T) {
	f, on := Enacted(), law.MustDate("2014-10-01")
	assert.Equal(t, "reg 7", ended(&f.ShareCap, on), "reg 22(1)(a) was omitted by reg 7")
	assert.Equal(t, "reg 6", ended(&f.CarryForwardYears, on), "reg 20 was revoked by reg 6")
	assert.Equal(t, "reg 8", ended(&f.ReportYears, on), "reg 27 was substituted by reg 8")
}

func ended[T any](h *law.History[T], on law.Date) string {
	for _, e := range h.Entries() {
		if e.Is == law.Ended && e.From == on {
			return e.By.Pinpoint
		}
	}
	return "nothing"
}

func TestCAP7ANewCapWaitsThreeMonths(t *testing.T) {
	f := Enacted()
	assert.Equal(t, law.MustDate("2010-04-06"), CapEffectiveFrom(&f, law.MustDate("2010-01-06")), "announced exactly three months ahead")
	assert.True(t, CapEffectiveFrom(&f, law.MustDate("2005-06-30")).IsZero())
}
