package election

// NorthernIreland is the rule of local elections in Northern Ireland, and of the Assembly:
// a whole quota, surpluses by the last sub-parcel to two decimal places, and exclusions that
// move first preferences apart and then papers received by value.
//
// In doubt: election is tested after each sub-parcel (AtEnd tests it once). Rule 51(5) asks
// after the first preferences whether there are vacancies still, and rule 51(6) passes over
// who is elected; whether that is so after each value the text does not say.
//
// Rule 52 also fills the last place by comparing votes with all that could still come to
// others; the counts that this was checked against go on to the quota, and Last has it so
// filled. Who is elected is the same, but where two would have come to be equal: the text
// has as many votes as all others suffice.
//
// Where there is but one place, by rule 48(3) nobody is deemed to be elected until the lowest has been
// excluded and the first preferences passed on (rule 51(1) to (3)); by rule 52(2) whoever has
// as many votes as all others is elected at once, and so has everybody with the quota of one
// place. This elects at once; Waits has rule 48(3) before rule 52(2). Who is elected is the same.
func NorthernIreland() Exclusive {
	return Exclusive{
		About: About{
			Name: "ni", Title: "Single transferable vote, Northern Ireland", Places: 2,
			Source: "Electoral Law Act (Northern Ireland) 1962, Schedule 5, rules 47 to 52, as set by the Local Elections (Northern Ireland) Order 1985 (SI 1985/454)",
		},
		Whole: true, Apart: true, LastTransfer: true, Ties: Forwards,
	}
}
