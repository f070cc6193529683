package route

// The tables of the topics, for the suites of their tests.
var (
	Section33Rules = section33
	ValueRules     = value
)
