package election

// NorthernIreland is the rule of local elections in Northern Ireland, and of the Assembly:
// a whole quota, surpluses by the last sub-parcel to two decimal places, and exclusions that
// move first preferences apart and then papers received by value.
//
// In doubt: election is tested after each sub-parcel (AtEnd tests it once). Rule 52 also
// fills the last place by comparing votes with all that could still come to others; the
// counts that this was checked against go on to the quota, and Last has it so filled. Who is
// elected is the same. Whether nobody may be elected before the exclusions have run, where
// there is but one place (rules 48(3) and 49(11)), is not modelled.
func NorthernIreland() Exclusive {
	return Exclusive{
		About: About{
			Name: "ni", Title: "Single transferable vote, Northern Ireland", Places: 2,
			Source: "Electoral Law Act (Northern Ireland) 1962, Schedule 5, rules 47 to 52, as set by the Local Elections (Northern Ireland) Order 1985 (SI 1985/454)",
		},
		Whole: true, Apart: true, LastTransfer: true, Ties: Forwards,
	}
}
