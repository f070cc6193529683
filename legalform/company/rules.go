package company

import "github.com/rochdale-go/rochdale/legalform/law"

// rules are the topics of the law.
var rules = carriage.With(writtenTable).With(notices).With(annuals).With(requisitions).With(meetings).With(polls).With(counts).
	With(variations).With(amendments).With(capital).With(directors).With(removals).With(boards).With(appointments).With(proceedings).With(societies).With(schemes)

// Rules returns every rule on companies.
func Rules() *law.Rules[Company, Figures] { return rules }
