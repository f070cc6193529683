package employee

// The tables of the topics, for the suites of their tests.
var (
	ControlRules       = control
	EqualityRules      = equality
	ParticipationRules = participation
	BonusRules         = bonuses
	DistributionRules  = distribution
	ReliefRules        = relief
)
