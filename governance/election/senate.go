package election

import "fmt"

// Australian is the family of transferable rules that value a transfer as one fraction for all
// papers that move, and round the votes of each who receives them down.
type Australian struct {
	About
	// Decimals are the places of a vote that are counted; what is beyond is lost.
	Decimals Unit `json:"decimal_places"`
	// LastParcel passes on a surplus by the parcel that came last, at no more than the value it
	// came at; else by all papers at one value, whatever they came at.
	LastParcel bool `json:"last_parcel"`
	// Transferable shares a surplus among the papers that have a next preference; else among
	// all that are looked at.
	Transferable bool `json:"transferable_only"`
	// Largest transfers the largest surplus first; else that of whoever was elected first, and
	// the larger of those elected by one transfer.
	Largest bool `json:"largest_first"`
	// LastTwo elects to the last place whoever of two left has more votes, equals by lot alone,
	// once no surplus is left to transfer. LastTwoAtOnce does so as soon as two are left, though
	// surpluses are still to be transferred or papers of an exclusion to move: that may elect
	// the other.
	LastTwo       bool `json:"last_two"`
	LastTwoAtOnce bool `json:"last_two_at_once"`
	// LastTransfer passes on the papers of the last to be excluded though the places are
	// then filled by those who are left.
	LastTransfer bool `json:"last_transfer"`
	// SurplusesFirst lets those who are left fill the places only once no surplus is left to
	// transfer, which may change the order of election.
	SurplusesFirst bool `json:"surpluses_first"`
	// Bulk excludes together as many of the lowest as section 273(13A) and (13B) let, BulkFirst
	// also while surpluses are still to be transferred, as (13C) has it.
	Bulk      bool `json:"bulk_exclusion"`
	BulkFirst bool `json:"bulk_before_surpluses"`
	// ByTransfer lets history look at the votes after each transfer of an exclusion, else at
	// those of stages.
	ByTransfer bool `json:"history_by_transfer"`
	// Ties is the way through history, Several how it parts three or more who are lowest, and
	// Order three or more whose order of election or of surpluses it is.
	Ties    Back    `json:"ties"`
	Several Parting `json:"several"`
	Order   Parting `json:"order"`
}

// Senate is the rule of elections to the Australian Senate: the inclusive Gregory method,
// unweighted, in whole votes. Votes lost to rounding are among the non-transferable, which may
// so fall again when parcels of one value are put together. It is section 273 as it has stood
// since the Electoral Legislation Amendment (Assurance of Senate Counting) Act 2021, for a
// scrutiny by computer.
//
// What changed, or is in doubt, is a parameter. Bulk: since 14 December 2021 section 273A(5)
// leaves bulk exclusion out of a scrutiny by computer, while one by hand must have it; before,
// both had to, though the counts of 2016 and 2019 are reported not to. Several: before that day
// three or more who were lowest were parted only by a count at which no two of them were equal,
// as (20) and (22) still have it for Order. LastTwoAtOnce, LastTransfer and SurplusesFirst: (17)
// and (18) do not say when they are looked at; published counts are reported to compare the last
// two once all papers have moved, and to let those left fill the places at once in 2019 and 2022, but
// in 2016 only when exclusion and surpluses were done with. ByTransfer: "count" is taken for
// each of the transfers of (28).
func Senate() Australian {
	return Australian{
		About: About{
			Name: "senate", Title: "Single transferable vote, Australian Senate",
			Source: "Commonwealth Electoral Act 1918 (Australia), ss. 273(8) to (32) and 273A(5)",
		},
		LastTwo: true, ByTransfer: true, Ties: Backwards, Order: AllDifferent,
	}
}

// HareClark is the rule of Tasmania's House of Assembly: the last parcel, in whole votes, at a
// value that counts only papers with a next preference; exclusions by value, the highest first;
// of equals the one who had fewest when last they were unequal, or else the lot.
//
// In doubt, for the Schedule itself was not read but what the Electoral Council of Australia and
// New Zealand says of it: which surplus goes first, and when those left fill the last places.
// There it is as Senate, but that three or more are always parted as the lowest are.
func HareClark() Australian {
	g := Senate()
	g.Name, g.Title, g.Source = "hare-clark", "Hare-Clark, Tasmania", "Electoral Act 2004 (Tasmania), Schedule 4"
	g.LastParcel, g.Transferable, g.LastTwo, g.Order = true, true, false, Narrowing
	return g
}

// HareClarkACT is the rule of the Australian Capital Territory: as HareClark, with votes to six
// decimal places by clause 1A, as they are reported to be since 2020; before, in whole votes.
// Those left fill the last places only when all papers of an exclusion have moved and no
// surplus is left (clause 4(2)). Ties are parted as clauses 7(3) and 8(2) have it: each count
// leaves out those who are not equal to the lowest, or to the highest for a surplus. A surplus
// is whatever is above the quota, as clause 1 now has it.
func HareClarkACT() Australian {
	g := HareClark()
	g.Name, g.Title, g.Source = "hare-clark-act", "Hare-Clark, Australian Capital Territory", "Electoral Act 1992 (Australian Capital Territory), Schedule 4"
	g.Decimals, g.LastTransfer, g.SurplusesFirst = 6, true, true
	return g
}

// Describe says what the rule is, with the places it counts in.
func (g Australian) Describe() About {
	a := g.About
	a.Places = min(g.Decimals, maxPlaces+1) // more are refused
	return a
}

func (g Australian) with(parameters []byte) (Rule, error) { return decode(g, parameters) }

// check refuses parameters that mean nothing.
func (g Australian) check() error {
	switch {
	case g.Ties > Forwards || g.Several > AllDifferent || g.Order > AllDifferent:
		return fmt.Errorf("%w: %s: ties: %v, several: %v, order: %v", ErrRule, g.Name, g.Ties, g.Several, g.Order)
	case g.LastTwoAtOnce && !g.LastTwo:
		return fmt.Errorf("%w: %s: last_two_at_once: without last_two", ErrRule, g.Name)
	case g.BulkFirst && !g.Bulk:
		return fmt.Errorf("%w: %s: bulk_before_surpluses: without bulk_exclusion", ErrRule, g.Name)
	}
	return nil
}
