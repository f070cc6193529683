package legalform_test

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// BenchmarkJudge judges a drafted body under every rule of its form.
func BenchmarkJudge(b *testing.B) {
	on := law.MustDate("2026-11-23")
	for _, f := range legalform.All() {
		body := f.Draft(law.Plan{
			Name: "Hill", Founded: law.MustDate("2015-04-01"), In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(1200),
			Locked: "Hill Charity", Activity: "care", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
		})
		rules := 0
		for range f.RuleList() {
			rules++
		}
		b.Run("form="+f.FormID(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Judge(body, on, law.England); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rules), "ns/rule")
		})
	}
}
