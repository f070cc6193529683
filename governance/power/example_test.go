package power_test

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/governance/power"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A founder with 60 of 100 shares issues 40 more to a fund: who can still do what?
func Example() {
	constitution := &governance.Constitution{
		Votes: governance.VotingRights{Basis: governance.PerShare},
		Majorities: []governance.NamedMajority{
			{Name: "special", Majority: governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast)}},
		},
	}
	joined := law.Known(law.MustDate("2020-01-01"))
	members := []governance.Member{
		{ID: "founder", Joined: joined, Shares: law.Known[int64](60)},
		{ID: "fund", Joined: joined, Shares: law.Known[int64](20)},
		{ID: "staff trust", Joined: joined, Shares: law.Known[int64](20)},
	}
	on := law.MustDate("2026-11-23")
	stand := func(members []governance.Member) *power.Standing {
		register, err := governance.NewRegister(members)
		if err != nil {
			panic(err)
		}
		s, err := power.Stand(constitution, register, power.Question{Kind: "special", On: on}, power.How{})
		if err != nil {
			panic(err)
		}
		return s
	}
	later, err := power.Issue(members, on, []power.Allotment{{Member: "fund", Shares: 40}})
	if err != nil {
		panic(err)
	}
	before, after := stand(members), stand(later)
	changes, err := power.Compare(before, after)
	if err != nil {
		panic(err)
	}
	for _, c := range changes {
		was, is := c.Before.Ptr(), c.After.Ptr()
		fmt.Printf("%s: %v of the votes, now %v; %s of the power, now %s; %s, now %s\n", c.Name, was.Share, is.Share,
			was.Banzhaf.Exact.RatString(), is.Banzhaf.Exact.RatString(), was.Line.Said(), is.Line.Said())
	}
	for _, x := range after.Carrying.Coalitions {
		fmt.Println("carried by", after.Game.Describe(x))
	}
	// Output:
	// founder: 60% of the votes, now 3/7; 3/5 of the power, now 1/2; carries what needs more than half, now blocks what needs three quarters
	// fund: 20% of the votes, now 3/7; 1/5 of the power, now 1/2; crosses no line, now blocks what needs three quarters
	// staff trust: 20% of the votes, now 1/7; 1/5 of the power, now 0; crosses no line, now crosses no line
	// carried by founder and fund
}

func ExampleGame_Banzhaf() {
	g := power.Weighted(6, 4, 4, 2, 1)
	b, err := g.Banzhaf(power.Limits{})
	if err != nil {
		panic(err)
	}
	for i := range g.Players {
		fmt.Println(b.Swings[i], b.Normalised(i).RatString())
	}
	// Output:
	// 4 1/3
	// 4 1/3
	// 4 1/3
	// 0 0
}

// The Security Council as a weighted game: a permanent member's part of the power.
func ExampleGame_Shapley() {
	g := &power.Game{Quota: 39, Players: []power.Player{
		{Name: "permanent", Weight: 7, Count: 5},
		{Name: "elected", Weight: 1, Count: 10},
	}}
	s, err := g.Shapley(power.Limits{})
	if err != nil {
		panic(err)
	}
	fmt.Println(s[0].RatString(), s[1].RatString())
	// Output: 421/2145 4/2145
}

func ExampleGame_Oceanic() {
	g := &power.Game{Quota: 1_250_001, Players: []power.Player{
		{Name: "fund", Weight: 500_000},
		{Name: "members", Weight: 1, Count: 2_000_000},
	}}
	o, err := g.Oceanic()
	if err != nil {
		panic(err)
	}
	fmt.Printf("a fifth of the votes, %.4f of the power\n", o.Shapley[0])
	// Output: a fifth of the votes, 0.2500 of the power
}

func ExampleQuorate() {
	members := []governance.Member{}
	for i := range 240 {
		members = append(members, governance.Member{ID: fmt.Sprint(i), Joined: law.Known(law.MustDate("2020-01-01"))})
	}
	register, err := governance.NewRegister(members)
	if err != nil {
		panic(err)
	}
	e, err := register.Entitle(&governance.VotingRights{}, law.MustDate("2026-11-23"), "")
	if err != nil {
		panic(err)
	}
	quorum := governance.Quorum{Fraction: law.Per(1, 10)}
	for _, together := range []float64{0, 0.05} {
		p, err := power.Quorate(quorum, e, []power.Group{{Members: 240, Chance: 0.15, Together: together}})
		if err != nil {
			panic(err)
		}
		fmt.Printf("moving together %v: %.3f\n", together, p)
	}
	// Output:
	// moving together 0: 0.991
	// moving together 0.05: 0.699
}

func ExampleStagesNeeded() {
	stages := governance.TwoStages{
		First: governance.Majority{
			Share:   governance.AtLeast(3, 4, governance.VotesCast),
			Turnout: governance.AtLeast(1, 2, governance.AllEntitled),
		},
		Second: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)},
	}
	first, second, ok, err := power.StagesNeeded(stages, 401, law.Per(4, 5))
	fmt.Println(first, second, ok, err)
	// Output: {201 151} {1 1} true <nil>
}
