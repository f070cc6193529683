package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Section 31(3) of the Credit Unions Act 1979, begun on 20 August 1979 by SI 1979/936, reads
// the Acts on societies for credit unions without the sections that it replaces: of the 1965
// Act s. 6 among others, of the 2014 Act ss. 22, 24, 26, 27, 32-34 and Sch 3 para 6. Section
// 31(4) takes out more: of the 2014 Act ss. 67(1), 77, 78, 81, 89 and 90. What it took out of
// the 1965 Act beside s. 6, and from when, was not read; those rows are tried.
const startUnions = "1979-08-20"

// exceptUnions leaves a row out for a society that is stated to be a credit union, from the
// day on which the Act of 1979 takes its section out. One that does not say is judged.
func exceptUnions(from string, r rule) rule {
	applies, since := r.Applies, law.MustDate(from)
	r.Applies = func(c *kase) bool {
		if told(&c.Subject.CreditUnion) == yes && !c.On.Before(since) {
			return false
		}
		return applies == nil || applies(c)
	}
	return r
}
