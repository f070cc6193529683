package cic

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

var (
	hasSigned = Signatory{Statement: yes, Declaration: yes, OnCharity: yes}
	decidedOn = Decision{WillSatisfy: yes, NotExcluded: yes, Registered: yes}
)

// forming is a company limited by guarantee, formed by two directors.
func forming() Company {
	return Company{Type: law.Known(ByGuarantee), Formation: law.Known(Formation{
		Delivered: day("2020-01-01"), Limited: law.Known(ByGuaranteeOnly), CompanyDocuments: yes,
		Directors: law.Known([]Signatory{{Statement: yes, Declaration: yes}, {Statement: yes, Declaration: yes}}),
		Decision:  decidedOn,
	})}
}

func TestFormationRules(t *testing.T) {
	formation := func(change func(*Formation)) func(*Company) {
		return func(c *Company) {
			f := *c.Formation.Ptr()
			change(&f)
			c.Formation = law.Known(f)
		}
	}
	none := func(c *Company) { c.Formation = law.Fact[Formation]{} }
	lawtest.Suite[Company, Figures]{
		Rules: formationTable, Figures: Enacted(), Lawful: forming, On: "2020-06-01", In: law.Scotland,
		Dates: map[string]func(*Company, law.Date){"formation.delivered": func(c *Company, d law.Date) {
			formation(func(f *Formation) { f.Delivered = law.Known(d) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "s. 36(1): the documents together", Code: FormationIncomplete, Want: law.Met},
			{Name: "s. 36(1): those of any company missing", Code: FormationIncomplete, Change: formation(func(f *Formation) { f.CompanyDocuments = no }), Want: law.Breached, At: "formation.company_documents"},
			{Name: "s. 36(1): nothing formed", Code: FormationIncomplete, Change: none, Want: law.NotApplicable},
			{Name: "s. 36(1): no date of delivery", Code: FormationIncomplete, Change: formation(func(f *Formation) { f.Delivered = law.Fact[law.Date]{} }), Want: law.Unknown, At: "formation.delivered"},
			{Name: "reg 11: every first director signs", Code: FormationUnsigned, Want: law.Met},
			{Name: "reg 11(1)(a): the second did not sign", Code: FormationUnsigned, Change: formation(func(f *Formation) {
				f.Directors = law.Known([]Signatory{{Statement: yes, Declaration: yes}, {Statement: no, Declaration: yes}})
			}), Want: law.Breached, At: "formation.directors[1].statement"},
			{Name: "reg 11(2): the first did not declare", Code: FormationUnsigned, Change: formation(func(f *Formation) {
				f.Directors = law.Known([]Signatory{{Statement: yes, Declaration: no}})
			}), Want: law.Breached, At: "formation.directors[0].declaration"},
			{Name: "reg 11: nobody to sign", Code: FormationUnsigned, Change: formation(func(f *Formation) { f.Directors = law.Known([]Signatory{}) }), Want: law.Breached, At: "formation.directors"},
			{Name: "reg 11: not stated whether the second signed", Code: FormationUnsigned, Change: formation(func(f *Formation) {
				f.Directors = law.Known([]Signatory{{Statement: yes, Declaration: yes}, {Declaration: yes}})
			}), Want: law.Unknown, At: "formation.directors[1].statement"},
			{Name: "reg 11: nothing formed", Code: FormationUnsigned, Change: none, Want: law.NotApplicable},
			{Name: "s. 26(2)(a): by guarantee without share capital", Code: FormedWithGuarantee, Want: law.Met},
			{Name: "s. 26(2)(b): by guarantee with share capital may only become one", Code: FormedWithGuarantee, Change: formation(func(f *Formation) { f.Limited = law.Known(ByGuaranteeAndShares) }), Want: law.Breached, At: "formation.limited"},
			{Name: "s. 26(2): unlimited", Code: FormedWithGuarantee, Change: formation(func(f *Formation) { f.Limited = law.Known(Unlimited) }), Want: law.Breached},
			{Name: "s. 26(2): nothing formed", Code: FormedWithGuarantee, Change: none, Want: law.NotApplicable},
			{Name: "s. 36A(2): registered on a decision", Code: FormedUndecided, Want: law.Met},
			{Name: "s. 36A(2)(c): registered, and the test not decided", Code: FormedUndecided, Change: formation(func(f *Formation) { f.Decision.WillSatisfy = no }), Want: law.Breached, At: "formation.decision.will_satisfy"},
			{Name: "s. 36A(2)(c): registered, and excluded", Code: FormedUndecided, Change: formation(func(f *Formation) { f.Decision.NotExcluded = no }), Want: law.Breached, At: "formation.decision.not_excluded"},
			{Name: "s. 36A(2): not registered yet", Code: FormedUndecided, Change: formation(func(f *Formation) { f.Decision = Decision{Registered: no} }), Want: law.NotApplicable},
		},
	}.Run(t)
}
