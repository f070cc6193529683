package company

import "github.com/rochdale-go/rochdale/legalform/law"

// rules are the topics of the law.
var rules = carriage.With(writtenTable).With(notices).With(requisitions).With(meetings).With(counts).
	With(variations).With(amendments).With(capital).With(directors).With(boards)

// Rules returns every rule on companies.
func Rules() *law.Rules[Company, Figures] { return rules }
