package employee

// The tables of the topics, for the suites of their tests.
var (
	ControlRules       = control
	EqualityRules      = equality
	ParticipationRules = participation
	BonusRules         = bonuses
	DistributionRules  = distribution
	ReliefRules        = relief

	PaymentRules              = bonusPayments
	ParticipationInBonusRules = bonusParticipation
	EqualityOfBonusRules      = bonusEquality
	EmployerRules             = bonusEmployer
	VoiceRules                = voice
	SharePlanRules            = sharePlans
	OptionPlanRules           = optionPlans
)
