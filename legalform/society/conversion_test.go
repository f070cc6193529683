package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// fromACompany is a society that a company has lawfully become.
func fromACompany() Society {
	return Society{
		Name: law.Known("Accompany Bakers Limited"),
		FromCompany: law.Known(FromCompany{
			Resolved: on("2026-05-01"), Votes: tally(75, 25, 0), WithRules: law.Known(true), Appointed: law.Known[int64](3), Signed: law.Known[int64](3),
			HasSecretary: law.Known(true), OfficerSigned: law.Known(true), Provides: law.Known(true), Registered: on("2026-05-25"), Effective: on("2026-05-25"),
		}),
	}
}

func TestFromCompany(t *testing.T) {
	company := func(f func(*FromCompany)) change { return func(s *Society) { f(s.FromCompany.Ptr()) } }
	in1990 := company(func(x *FromCompany) {
		x.Resolved, x.Registered, x.Effective = on("1990-05-01"), on("1990-05-25"), on("1990-05-25")
	})
	in2010 := company(func(x *FromCompany) { x.Resolved = on("2010-05-01") })
	appointed := func(n int64) change {
		return company(func(x *FromCompany) { x.Appointed, x.Signed = law.Known(n), law.Known(min(n, 3)) })
	}
	signed := func(n int64) change { return company(func(x *FromCompany) { x.Signed = law.Known(n) }) }
	noOfficer := company(func(x *FromCompany) { x.OfficerSigned = law.Known(false) })
	noSecretary := company(func(x *FromCompany) { x.HasSecretary = law.Known(false) })
	bare := company(func(x *FromCompany) { x.WithRules = law.Known(false) })
	open := company(func(x *FromCompany) { x.Provides = law.Known(false) })
	called := func(name string) change { return func(s *Society) { s.Name = law.Known(name) } }
	early := func(d string) change { return company(func(x *FromCompany) { x.Effective = on(d) }) }
	waiting := company(func(x *FromCompany) { x.Effective = law.Fact[law.Date]{} })
	none := func(s *Society) { s.FromCompany = law.Fact[FromCompany]{} }
	type c = lawtest.Case[Society]
	courseSuite(fromCompanies, fromACompany,
		c{Name: "s. 115(1): exactly 75%", Code: CompanyNotResolved, Want: law.Met},
		c{Name: "s. 115(1): one short", Code: CompanyNotResolved, Change: company(func(x *FromCompany) { x.Votes = tally(74, 26, 0) }), Want: law.Breached, At: "from_company.votes"},
		c{Name: "s. 115: never a company", Code: CompanyNotResolved, Change: none, Want: law.NotApplicable},

		c{Name: "1965 s. 53(1): exactly 75%", Code: CompanyNotResolved1965, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 53(1): one short", Code: CompanyNotResolved1965, Change: inTurn(in2010, company(func(x *FromCompany) { x.Votes = tally(74, 26, 0) })), Want: law.Breached},
		c{Name: "1965 s. 53: never a company", Code: CompanyNotResolved1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 115(2)(b): three members", Code: AppointedTooFew, Want: law.Met},
		c{Name: "s. 115(2)(b): two", Code: AppointedTooFew, Change: appointed(2), Want: law.Breached, At: "from_company.appointed"},
		c{Name: "s. 115(2)(b): four", Code: AppointedTooFew, Change: appointed(4), Want: law.Breached},
		c{Name: "s. 115(2)(a): no rules with it", Code: AppointedTooFew, Change: bare, Want: law.Breached, At: "from_company.with_rules"},
		c{Name: "s. 115: never a company", Code: AppointedTooFew, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 53(2): three", Code: AppointedTooFew1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 53(2): two", Code: AppointedTooFew1965, Change: inTurn(in1990, appointed(2)), Want: law.Breached},
		c{Name: "1965 s. 53: never a company", Code: AppointedTooFew1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 115(3): all three and the secretary", Code: CompanyRulesUnsigned, Want: law.Met},
		c{Name: "s. 115(3): two of the three", Code: CompanyRulesUnsigned, Change: signed(2), Want: law.Breached, At: "from_company.signed"},
		c{Name: "s. 115(3): no officer", Code: CompanyRulesUnsigned, Change: noOfficer, Want: law.Breached, At: "from_company.officer_signed"},
		c{Name: "s. 115(3): a director, for want of a secretary", Code: CompanyRulesUnsigned, Change: noSecretary, Want: law.Met},
		c{Name: "s. 115: never a company", Code: CompanyRulesUnsigned, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 53(2): the secretary", Code: CompanyRulesUnsigned1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 53(2): two of the three", Code: CompanyRulesUnsigned1965, Change: inTurn(in1990, signed(2)), Want: law.Breached},
		c{Name: "1965 s. 53(2): a director, for want of a secretary, is doubtful", Code: CompanyRulesUnsigned1965, Change: inTurn(in1990, noSecretary), Want: law.Unknown},
		c{Name: "1965 s. 53: never a company", Code: CompanyRulesUnsigned1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 115(4): one of the two", Code: AlterationsOpen, Want: law.Met},
		c{Name: "s. 115(4): neither", Code: AlterationsOpen, Change: open, Want: law.Breached, At: "from_company.provides_for_alterations"},
		c{Name: "s. 115: never a company", Code: AlterationsOpen, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 53(2): one of the two", Code: AlterationsOpen1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 53(2): neither", Code: AlterationsOpen1965, Change: inTurn(in1990, open), Want: law.Breached},
		c{Name: "1965 s. 53: never a company", Code: AlterationsOpen1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 115(7): a longer word is another word", Code: NameSaysCompany, Want: law.Met},
		c{Name: "s. 115(7): the word", Code: NameSaysCompany, Change: called("The Bakers' COMPANY, Limited"), Want: law.Breached, At: "name"},
		c{Name: "s. 115: never a company", Code: NameSaysCompany, Change: inTurn(none, called("Company Limited")), Want: law.NotApplicable},
		c{Name: "1965 s. 53(5): no such word", Code: NameSaysCompany1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 53(5): the word", Code: NameSaysCompany1965, Change: inTurn(in1990, called("Bakers Company Limited")), Want: law.Breached},
		c{Name: "1965 s. 53: never a company", Code: NameSaysCompany1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 115(9): from registration", Code: ConversionUnregistered, Want: law.Met},
		c{Name: "s. 115(9): the day before", Code: ConversionUnregistered, Change: early("2026-05-24"), Want: law.Breached, At: "from_company.effective"},
		c{Name: "s. 115(9): still a company", Code: ConversionUnregistered, Change: waiting, Want: law.NotApplicable},
		c{Name: "1965 s. 53(4): from registration", Code: ConversionUnregistered1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 53(4): the day before", Code: ConversionUnregistered1965, Change: inTurn(in1990, early("1990-05-24")), Want: law.Breached},
		c{Name: "1965 s. 53(4): still a company", Code: ConversionUnregistered1965, On: "1990-06-01", Change: inTurn(in1990, waiting), Want: law.NotApplicable},
	).Run(t)
}
