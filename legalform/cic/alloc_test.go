package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// settled is a company drafted from a plan, with its activities judged: nothing about it
// is breached or unknown.
func settled() *Company {
	c := draft(law.Plan{
		Name: "Blue Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Members: 12, Locked: "Hill Charity", ForCommunity: law.Known(true),
	}, Schedule3)
	c.Community.Activities = law.Known([]Activity{{Political: law.Known(false), Closed: law.Known(false)}})
	return &c
}

func TestARuleThatIsMetAllocatesNothing(t *testing.T) {
	c, form, on := settled(), SharesSchedule3(Enacted()), law.MustDate("2026-11-23")
	rep, err := form.Judge(c, on, law.England)
	require.NoError(t, err)
	require.Empty(t, rep.Findings)
	got := testing.AllocsPerRun(100, func() { _, _ = form.Judge(c, on, law.England) })
	assert.LessOrEqual(t, got, 3.0, "a report, its results and one case")
}

func BenchmarkJudge(b *testing.B) {
	form, on := SharesSchedule3(Enacted()), law.MustDate("2026-11-23")
	acting := settled()
	acting.Dividend, acting.Interest, acting.Buyback, acting.Transfer = paying().Dividend, borrowing().Interest, buyingBack().Buyback, giving().Transfer
	for name, c := range map[string]*Company{"standing": settled(), "acting": acting} {
		b.Run("body="+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := form.Judge(c, on, law.England); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(Rules().Len()), "ns/rule")
		})
	}
}

func BenchmarkInterestLimit(b *testing.B) {
	c, f := borrowing(), Enacted()
	b.ReportAllocs()
	for b.Loop() {
		InterestLimit(&c, &f)
	}
}
