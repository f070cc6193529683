package election

// ERS97 is the rule of the Electoral Reform Society's booklet, which co-operatives, unions
// and societies use: surpluses by the last batch to two decimal places, deferred where they
// change nothing, groups excluded together, and election as soon as nobody can prevent it.
//
// Where the text is in doubt: papers that would be worth nothing still move (NilStay), and
// equals at the edge of a group go with it together or not at all (Edge).
func ERS97() Exclusive {
	return Exclusive{
		About: About{
			Name: "ers97", Title: "Single transferable vote, ERS97", Places: 2,
			Source: "Newland and Britton, How to conduct an election by the single transferable vote, 3rd edition (Electoral Reform Society, 1997), sections 4 to 6",
		},
		Lowered: true, Active: true, OrEqual: true, ByBatch: true, Ties: Forwards,
	}
}
