package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// ofType makes the company one of another type, with the articles prescribed for it.
func ofType(typ Type, on string) func(*Company) {
	return func(c *Company) {
		c.Type = law.Known(typ)
		c.Standing.Limited = law.Known(ByShares)
		if typ == ByGuarantee {
			c.Standing.Limited = law.Known(ByGuaranteeOnly)
		}
		c.Articles = PrescribedArticles(typ, law.MustDate(on), named("Hill Charity", Charity))
	}
}

func noType(c *Company) { c.Type = law.Fact[Type]{} }

func TestArticlesRules(t *testing.T) {
	guarantee, schedule2 := ofType(ByGuarantee, "2020-01-01"), ofType(Schedule2, "2020-01-01")
	follows := func(f Follows) func(*Company) {
		return articles(func(a *Articles) { a.Follows = law.Known(f) })
	}
	excepts := func(es ...Exception) func(*Company) {
		return articles(func(a *Articles) { a.Exceptions = law.Known(es) })
	}
	lawtest.Suite[Company, Figures]{
		Rules: articlesTable, Figures: Enacted(), Lawful: ordinary, On: "2020-01-01", In: law.England,
		Cases: []lawtest.Case[Company]{
			{Name: "s. 32(1): stated", Code: ArticlesSilent, Want: law.Met},
			{Name: "s. 32(1): not a word", Code: ArticlesSilent, Change: articles(func(a *Articles) { a.StatesCIC = no }), Want: law.Breached, At: "articles.states_cic"},
			{Name: "s. 32(1): nobody says", Code: ArticlesSilent, Change: articles(func(a *Articles) { a.StatesCIC = law.Fact[bool]{} }), Want: law.Unknown, At: "articles.states_cic"},

			{Name: "reg 7: Schedule 1 for a company limited by guarantee", Code: NotSchedule1, Change: guarantee, Want: law.Met},
			{Name: "reg 7: not Schedule 2", Code: NotSchedule1, Change: both(guarantee, follows(FollowsSchedule2)), Want: law.Breached, At: "articles.follows"},
			{Name: "reg 7: a company with shares", Code: NotSchedule1, Want: law.NotApplicable},
			{Name: "reg 7: a company of no stated type", Code: NotSchedule1, Change: noType, Want: law.Unknown, At: "type"},

			{Name: "reg 8(b): Schedule 3", Code: NotSchedule2Or3, Want: law.Met},
			{Name: "reg 8(a): Schedule 2", Code: NotSchedule2Or3, Change: schedule2, Want: law.Met},
			{Name: "reg 8: neither", Code: NotSchedule2Or3, Change: follows(FollowsNone), Want: law.Breached, At: "articles.follows"},
			{Name: "reg 8: both mixed", Code: NotSchedule2Or3, Change: follows(FollowsMixed), Want: law.Breached},
			{Name: "reg 8: the other than its type", Code: NotSchedule2Or3, Change: follows(FollowsSchedule2), Want: law.Breached},
			{Name: "reg 8: a company limited by guarantee", Code: NotSchedule2Or3, Change: guarantee, Want: law.NotApplicable},

			{Name: "para 1(1): the lock is there", Code: NoAssetLock, Want: law.Met},
			{Name: "para 1(1): it is not", Code: NoAssetLock, Change: articles(func(a *Articles) { a.FullConsideration = no }), Want: law.Breached, At: "articles.full_consideration"},

			{Name: "para 1(2)(c)-(g): Schedule 3 has seven exceptions", Code: ExceptionNotPrescribed, Want: law.Met},
			{Name: "para 1(2)(a)-(b): Schedule 1 has two", Code: ExceptionNotPrescribed, Change: guarantee, Want: law.Met},
			{Name: "para 1(2): fewer exceptions are no breach", Code: ExceptionNotPrescribed, Change: excepts(), Want: law.Met},
			{Name: "para 1(2): an eighth", Code: ExceptionNotPrescribed, Change: excepts(ExceptLockedBodies, ExceptOther), Want: law.Breached, At: "articles.exceptions[1]"},
			{Name: "para 1(2): Schedule 2 has none for dividends", Code: ExceptionNotPrescribed, Change: both(schedule2, excepts(ExceptDividends)), Want: law.Breached, At: "articles.exceptions[0]"},
			{Name: "para 1(2): Schedule 1 has none for a winding up", Code: ExceptionNotPrescribed, Change: both(guarantee, excepts(ExceptWindingUp)), Want: law.Breached},
			{Name: "para 1(2): not stated", Code: ExceptionNotPrescribed, Change: articles(func(a *Articles) { a.Exceptions = law.Fact[[]Exception]{} }), Want: law.Unknown, At: "articles.exceptions"},

			{Name: "para 1(2)(a): others need consent", Code: NoConsentForOthers, Want: law.Met},
			{Name: "para 1(2)(a): others need none", Code: NoConsentForOthers, Change: articles(func(a *Articles) { a.OthersNeedConsent = no }), Want: law.Breached, At: "articles.others_need_consent"},
			{Name: "para 1(2)(a): no exception for locked bodies", Code: NoConsentForOthers, Change: excepts(ExceptCommunity), Want: law.NotApplicable},

			{Name: "para 1(3): stricter terms apply", Code: StricterTermsYield, Want: law.Met},
			{Name: "para 1(3): they yield", Code: StricterTermsYield, Change: articles(func(a *Articles) { a.StricterTermsApply = no }), Want: law.Breached, At: "articles.stricter_terms_apply"},

			{Name: "Sch 3 para 1(3)(b): within the limits", Code: LimitsNotStated, Want: law.Met},
			{Name: "Sch 3 para 1(3)(b): without them", Code: LimitsNotStated, Change: articles(func(a *Articles) { a.WithinLimits = no }), Want: law.Breached, At: "articles.within_limits"},
			{Name: "Sch 3 para 1(3)(b): not of Schedule 2", Code: LimitsNotStated, Change: schedule2, Want: law.NotApplicable},

			{Name: "reg 9(2): narrowed throughout", Code: NarrowedInPart, Change: articles(func(a *Articles) { a.CharitableBodiesOnly, a.NarrowedThroughout = yes, yes }), Want: law.Met},
			{Name: "reg 9(2): narrowed in part", Code: NarrowedInPart, Change: articles(func(a *Articles) { a.CharitableBodiesOnly, a.NarrowedThroughout = yes, no }), Want: law.Breached, At: "articles.narrowed_throughout"},
			{Name: "reg 9(2): not narrowed", Code: NarrowedInPart, Want: law.NotApplicable},

			{Name: "reg 10: members declare", Code: DirectorsMayDeclare, Want: law.Met},
			{Name: "reg 10: directors may", Code: DirectorsMayDeclare, Change: articles(func(a *Articles) { a.DirectorsDeclare = yes }), Want: law.Breached, At: "articles.directors_declare"},
			{Name: "reg 10: no shares", Code: DirectorsMayDeclare, Change: guarantee, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestPrescribedArticlesKeepEveryRuleOnTheirDay(t *testing.T) {
	f := Enacted()
	tables := join(articlesTable, boardTable, lockedBodyTable)
	for _, typ := range []Type{ByGuarantee, Schedule2, Schedule3} {
		for _, on := range []string{"2005-07-01", "2009-09-30", "2009-10-01", "2026-11-23"} {
			c := ordinary()
			c.Since = day(on)
			ofType(typ, on)(&c)
			rep := tables.Judge(&c, &f, law.MustDate(on), law.Scotland)
			assert.Empty(t, rep.Findings, "%v on %s", typ, on)
		}
	}
}
