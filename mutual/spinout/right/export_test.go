package right

// The tables of the topics, for the suites of their tests.
var (
	RequestRules  = request
	ProvideRules  = provide
	EntitledRules = entitled
	ContentRules  = contents
	DutyRules     = duties
	RelianceRules = reliances
)
