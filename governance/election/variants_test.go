package election_test

import "github.com/rochdale-go/rochdale/governance/election"

// variants are rules with parameters that are not the usual ones: what was otherwise in another
// year, by hand, or by another reading of a text. The properties of rules are theirs too.
func variants() []election.Rule {
	nz := election.MeekNZ()
	nz.Unranked, nz.First, nz.Rest = false, false, election.RestProduct
	return append(append(australians(), irishes()...), nz)
}

// irishes are the Dáil's rule as before 2001, by another reading of its end, and in bye-elections.
func irishes() []election.Rule {
	return []election.Rule{
		irish(func(g *election.Ordered) { g.Defer, g.Deposits = false, false }),
		irish(func(g *election.Ordered) { g.DepositPart, g.Further = 2, election.FurtherBefore }),
		irish(func(g *election.Ordered) { g.Members, g.DepositPart = 9, 1 }),
	}
}

// australians are the Senate by hand, as before 2021, and by other readings of its last places.
func australians() (out []election.Rule) {
	for _, vary := range []func(*election.Australian){
		func(g *election.Australian) { g.Bulk = true },
		func(g *election.Australian) { g.Bulk, g.BulkFirst, g.SurplusesFirst = true, true, true },
		func(g *election.Australian) { g.Bulk, g.Several, g.LastTransfer = true, election.AllDifferent, true },
		func(g *election.Australian) { g.LastTwoAtOnce, g.ByTransfer = true, false },
	} {
		out = append(out, by(vary))
	}
	return out
}
