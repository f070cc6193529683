package election

// WIGM is the reference rule of the Proportional Representation Foundation: weighted
// inclusive Gregory to four decimal places. Ties go by a lot drawn beforehand. Whoever is
// elected with exactly the quota has a stage of no surplus. SureLosers is left to the body by
// the rule; it is off here.
func WIGM() Inclusive {
	return Inclusive{
		About: About{
			Name: "wigm-prf", Title: "Single transferable vote, reference WIGM rule", Places: 4,
			Source: "Proportional Representation Foundation, Reference WIGM Rule",
		},
		Exact: true, TwoSteps: true, Void: true,
	}
}
