package conversion_test

import (
	"fmt"
	"testing"

	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func ExampleGraph_Path() {
	a, err := conversion.Enacted().Path("company-limited-by-guarantee", "charitable-incorporated-organisation", law.MustDate("2026-11-23"))
	if err != nil {
		panic(err)
	}
	fmt.Println("in", a.Route.In.Name())
	for i, s := range a.Route.Steps {
		fmt.Printf("%d. %s, by %v\n", i+1, s.To, s.Provision)
	}
	// Output:
	// in England and Wales
	// 1. charitable-company, by s. 193, Charities Act 2011 (c. 25)
	// 2. charitable-incorporated-organisation, by ss. 228, 230-233, Charities Act 2011 (c. 25)
}

func ExampleGraph_Path_never() {
	a, err := conversion.Enacted().Path("cic-guarantee", "company-limited-by-guarantee", law.MustDate("2026-11-23"))
	if err != nil {
		panic(err)
	}
	possible, _ := a.Possible()
	fmt.Println(possible)
	fmt.Println(a.Refusals[0])
	// Output:
	// false
	// a community interest company ceases to be one only by dissolution, by becoming a charity, or by becoming a society as regulations allow. It never becomes an ordinary company. (s. 53, Companies (Audit, Investigations and Community Enterprise) Act 2004 (c. 27))
}

func ExampleGraph_Find() {
	a, err := conversion.Enacted().Find(conversion.Query{
		From: "community-benefit-society", To: "company-limited-by-shares", On: law.MustDate("2026-11-23"), In: law.England,
		Trait: law.Known(conversion.Unlocked),
	})
	if err != nil {
		panic(err)
	}
	for _, s := range a.Route.Steps[0].Stages[1:4] {
		fmt.Println(s.Said())
	}
	// Output:
	// The members pass a special resolution at the meeting, each having one vote in this count, in person or, where the rules allow, by proxy. It needs at least 75% of the votes cast, with votes of at least 50% of all entitled to vote.
	// A second general meeting is held at least 14 days, and not more than 1 month, after the first.
	// The members who vote at the second meeting confirm it. It needs more than 50% of the votes cast.
}

func ExampleGraph_Opens() {
	q := conversion.Query{From: "charitable-company", To: "charitable-incorporated-organisation", On: law.MustDate("2015-06-01")}
	day, err := conversion.Enacted().Opens(q)
	if err != nil {
		panic(err)
	}
	fmt.Println(day)
	// Output:
	// 2018-01-01
}

func ExampleAnswer_Explain() {
	a, err := conversion.Enacted().Path("limited-liability-partnership", "cic-guarantee", law.MustDate("2026-11-23"))
	if err != nil {
		panic(err)
	}
	fmt.Print(a.Explain())
	// Output:
	// Limited liability partnership to CIC limited by guarantee, on 23 November 2026.
	// There is no lawful route.
	// - Why not in one step: only a company limited by shares or by guarantee may become a community interest company. (ss. 26(2), 37(1), Companies (Audit, Investigations and Community Enterprise) Act 2004 (c. 27))
	// - Not a conversion, but: a body of that form is formed, the undertaking is transferred to it as the members decide and creditors' rights allow, and the old body is dissolved.
}

// BenchmarkPath asks for every pair of forms in turn.
func BenchmarkPath(b *testing.B) {
	on := law.MustDate("2026-11-23")
	var ids []string
	for f := range graph.Forms() {
		ids = append(ids, f.ID)
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		if _, err := graph.Path(ids[n%len(ids)], ids[n/len(ids)%len(ids)], on); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

// BenchmarkPathLongest asks for a route of many steps, in doubt and without.
func BenchmarkPathLongest(b *testing.B) {
	on := law.MustDate("2026-11-23")
	for b.Loop() {
		if _, err := graph.Path(conversion.FriendlySociety, conversion.SCIO, on); err != nil {
			b.Fatal(err)
		}
	}
}
