package election

// Scottish is the rule of Scottish council elections: weighted inclusive Gregory to five
// decimal places, one surplus or one exclusion a stage.
//
// Rule 52(2) can be read to leave out the transfer that follows the last exclusion; the
// sheets that councils publish show it, and so does this unless LastTransfer is false. Who is
// elected is the same.
func Scottish() Inclusive {
	return Inclusive{
		About: About{
			Name: "scottish", Title: "Single transferable vote, Scottish local elections", Places: 5,
			Source: "Scottish Local Government Elections Order 2011 (SSI 2011/399), Schedule 1, rules 45 to 52",
		},
		LastTransfer: true, Ties: Backwards,
	}
}
