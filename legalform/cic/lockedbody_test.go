package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// yes and no are stated facts.
var yes, no = law.Known(true), law.Known(false)

// named is a body in the articles.
func named(name string, k LockedKind) LockedBody {
	return LockedBody{Name: law.Known(name), Kind: law.Known(k)}
}

// ordinary is a private Schedule 3 company limited by shares, with the articles that the
// Regulations prescribe today and a charity named in them.
func ordinary() Company {
	return Company{
		Name: law.Known("Blue Hill Community Interest Company"), Type: law.Known(Schedule3), Public: no,
		WelshRegister: no, Since: day("2012-01-04"),
		Articles: PrescribedArticles(Schedule3, law.MustDate("2020-01-01"), named("Hill Charity", Charity)),
		Standing: Standing{
			Limited: law.Known(ByShares), Charity: no, Directors: law.Known(1), NaturalDirectors: law.Known(1),
			Members: law.Known(1), DisclosesLimited: yes,
		},
	}
}

// articles changes the articles.
func articles(change func(*Articles)) func(*Company) {
	return func(c *Company) { change(&c.Articles) }
}

func TestLockedBodyRules(t *testing.T) {
	names := func(bs ...LockedBody) func(*Company) {
		return articles(func(a *Articles) { a.LockedBodies = law.Known(append([]LockedBody{}, bs...)) })
	}
	charitable := articles(func(a *Articles) { a.CharitableBodiesOnly = yes })
	guarantee := func(c *Company) { c.Type = law.Known(ByGuarantee) }
	lawtest.Suite[Company, Figures]{
		Rules: lockedBodyTable, Figures: Enacted(), Lawful: ordinary, On: "2020-01-01", In: law.England,
		Cases: []lawtest.Case[Company]{
			{Name: "para 1(4)(a): a charity may be named", Code: NamedBodyNotLocked, Want: law.Met},
			{Name: "para 1(4)(a): an individual may not", Code: NamedBodyNotLocked, Change: names(named("A", Charity), named("B", Individual)), Want: law.Breached, At: "articles.locked_bodies[1].kind"},
			{Name: "para 1(4)(a): an ordinary co-operative may not", Code: NamedBodyNotLocked, Change: names(named("A", OrdinarySociety)), Want: law.Breached},
			{Name: "para 1(4)(a): an ordinary company limited by guarantee may not", Code: NamedBodyNotLocked, Change: names(named("A", OrdinaryCompany)), Want: law.Breached},
			{Name: "para 1(4)(a): a local authority may not", Code: NamedBodyNotLocked, Change: names(named("A", LocalAuthority)), Want: law.Breached},
			{Name: "para 1(4)(a): a permitted society may from 1 October 2009", Code: NamedBodyNotLocked, On: "2009-10-01", Change: names(named("A", PermittedSociety)), Want: law.Met},
			{Name: "para 1(4)(a): and might not on 30 September 2009", Code: NamedBodyNotLocked, On: "2009-09-30", Change: names(named("A", PermittedSociety)), Want: law.Breached},
			{Name: "Schs 2-3: a charity of Northern Ireland before 6 April 2007", Code: NamedBodyNotLocked, On: "2007-04-05", Change: names(named("A", NorthernIrishCharity)), Want: law.Met},
			{Name: "Sch 1: not for a company limited by guarantee", Code: NamedBodyNotLocked, On: "2007-04-05", Change: both(guarantee, names(named("A", NorthernIrishCharity))), Want: law.Breached},
			{Name: "Sch 1: for any company from 6 April 2007", Code: NamedBodyNotLocked, On: "2007-04-06", Change: both(guarantee, names(named("A", NorthernIrishCharity))), Want: law.Met},
			{Name: "para 1(4)(a): nobody named", Code: NamedBodyNotLocked, Change: names(), Want: law.NotApplicable},
			{Name: "para 1(4)(a): not stated whom they name", Code: NamedBodyNotLocked, Change: articles(func(a *Articles) { a.LockedBodies = law.Fact[[]LockedBody]{} }), Want: law.Unknown, At: "articles.locked_bodies"},
			{Name: "para 1(4)(a): a body of no stated kind", Code: NamedBodyNotLocked, Change: names(LockedBody{Name: law.Known("A")}), Want: law.Unknown, At: "articles.locked_bodies[0].kind"},
			{Name: "para 1(4)(a): a company of no stated type", Code: NamedBodyNotLocked, Change: func(c *Company) { c.Type = law.Fact[Type]{} }, Want: law.Unknown, At: "type"},

			{Name: "reg 9: charitable bodies only, and a charity", Code: NamedBodyNotCharitable, Change: charitable, Want: law.Met},
			{Name: "reg 9: another community interest company is no charitable body", Code: NamedBodyNotCharitable, Change: both(charitable, names(named("A", AnotherCIC))), Want: law.Breached, At: "articles.locked_bodies[0].kind"},
			{Name: "reg 9: articles that do not narrow", Code: NamedBodyNotCharitable, Want: law.NotApplicable},

			{Name: "guidance: another body", Code: NamesItself, Want: law.Met},
			{Name: "guidance: the company itself", Code: NamesItself, Change: names(named("Blue Hill", Itself)), Want: law.Breached, At: "articles.locked_bodies[0].kind"},
			{Name: "guidance: nobody named", Code: NamesItself, Change: names(), Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestReg2WhoIsAnAssetLockedBodyByStep(t *testing.T) {
	steps := []string{"2005-06-30", "2005-07-01", "2007-04-05", "2007-04-06", "2009-09-30", "2009-10-01", "2014-07-31", "2014-08-01"}
	for kind, want := range map[LockedKind]string{
		AnotherCIC:                  "-+++++++",
		Charity:                     "-+++++++",
		ScottishCharity:             "-+++++++",
		NorthernIrishCharity:        "-+++++++",
		EquivalentOutsideUK:         "-+++++++",
		EquivalentInNorthernIreland: "-++-----",
		PermittedSociety:            "-----+++",
		OrdinarySociety:             "--------",
		OrdinaryCompany:             "--------",
		LocalAuthority:              "--------",
		Individual:                  "--------",
		Itself:                      "--------",
		OtherBody:                   "--------",
	} {
		for i, on := range steps {
			is, by := IsLockedBody(kind, law.MustDate(on))
			assert.Equal(t, want[i] == '+', is, "%v on %s", kind, on)
			assert.Equal(t, i == 0, by.IsZero(), "a provision from the first day on")
		}
	}
	_, by := IsLockedBody(PermittedSociety, law.MustDate("2014-08-01"))
	assert.Contains(t, by.String(), "2014/1815")
}

func TestReg9ACharitableBodyIsNarrower(t *testing.T) {
	on := law.MustDate("2020-01-01")
	for k := AnotherCIC; k <= OtherBody; k++ {
		is, _ := IsCharitableBody(k, on)
		locked, _ := IsLockedBody(k, on)
		assert.True(t, locked || !is, "%v is charitable and not locked", k)
	}
	is, _ := IsCharitableBody(PermittedSociety, on)
	assert.False(t, is)
}
