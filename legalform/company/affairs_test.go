package company

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// affairs is a company to which every act of its capital and its directors is put, lawfully.
func affairs() Company {
	c := limited()
	day := on("2026-06-01")
	c.Variation = law.Known(Variation{
		Consented: day, ArticlesProvide: no, AsProvided: no, ClassConsent: yes, TreatedAsOne: yes, Objectors: num(40_500_00),
		OfClass: num(270_000_00), Applied: on("2026-06-22"), Confirmed: yes, Effected: yes,
	})
	c.Amendment = law.Known(Amendment{
		Passed: day, BySpecial: yes, CharityLimits: yes, Entrenches: yes, Specified: yes, RegistrarTold: yes, Compels: no, OldMemorandum: yes,
	})
	c.Reduction = law.Known(Reduction{
		Resolved: day, BySpecial: yes, BySolvency: yes, Statement: on("2026-05-17"), AllDirectors: yes, LeavesShare: yes,
		ArticlesForbid: no, Effected: yes, Registered: yes, InScheme: no, Delivered: no, OnRegistration: no,
		Takeover: no, NewParent: no, Announced: no, PaidOut: yes, CourtForbids: no, ArticlesKeep: no,
	})
	c.Distribution = law.Known(Distribution{
		Made: day, Amount: pounds(130_000), Profits: pounds(500_000), Used: pounds(250_000), Losses: pounds(120_000), WrittenOff: pounds(0),
		NetAssets: pounds(430_000), CalledUp: pounds(200_000), Reserves: pounds(100_000), OnTreasury: pounds(0),
	})
	c.Removal = law.Known(Removal{Resolved: day, AtMeeting: yes, OtherPower: no, Special: yes, Heard: yes})
	c.Authorisation = law.Known(Authorisation{Given: day, Arose: day, MembersAllow: yes, Permits: no, Forbids: no, QuorumWithout: yes, CarriedWithout: yes})
	c.Interest = law.Known(Interest{On: day, Existing: no, Entered: day, Declared: yes, Exempt: no})
	return c
}

func varies(f func(*Variation)) change  { return func(c *Company) { f(c.Variation.Ptr()) } }
func amends(f func(*Amendment)) change  { return func(c *Company) { f(c.Amendment.Ptr()) } }
func reduces(f func(*Reduction)) change { return func(c *Company) { f(c.Reduction.Ptr()) } }
func pays(f func(*Distribution)) change { return func(c *Company) { f(c.Distribution.Ptr()) } }
func charity(c *Company)                { c.Charity = yes }
func idle(c *Company)                   { *c = limited() }

func TestVariations(t *testing.T) {
	provided := varies(func(v *Variation) { v.ArticlesProvide, v.ClassConsent = yes, no })
	unopposed := varies(func(v *Variation) { v.Applied = law.Fact[law.Date]{} })
	suite(t, variations, affairs, []tcase{
		{Name: "s. 630(2)(b): with consent", Code: ClassRightsVaried, Want: law.Met},
		{Name: "s. 630(2)(b): without", Code: ClassRightsVaried, Change: varies(func(v *Variation) { v.ClassConsent = no }), Want: law.Breached},
		{Name: "s. 630(2)(a): as the articles provide", Code: ClassRightsVaried, Change: all(provided, varies(func(v *Variation) { v.AsProvided = yes })), Want: law.Met},
		{Name: "s. 630(2)(a): otherwise", Code: ClassRightsVaried, Change: provided, Want: law.Breached},
		{Name: "s. 630: none", Code: ClassRightsVaried, Change: idle, Want: law.NotApplicable},
		{Name: "s. 630(5): treated as one", Code: VariationNotTreated, Want: law.Met},
		{Name: "s. 630(6): an abrogation is not", Code: VariationNotTreated, Change: varies(func(v *Variation) { v.TreatedAsOne = no }), Want: law.Breached},
		{Name: "s. 630: none", Code: VariationNotTreated, Change: idle, Want: law.NotApplicable},
		{Name: "s. 633(2): exactly 15%", Code: ObjectionTooSmall, Want: law.Met},
		{Name: "s. 633(2): a penny less", Code: ObjectionTooSmall, Change: varies(func(v *Variation) { v.Objectors = num(40_500_00 - 1) }), Want: law.Breached},
		{Name: "s. 633: nobody applied", Code: ObjectionTooSmall, Change: unopposed, Want: law.NotApplicable},
		{Name: "s. 633(4): the twenty-first day", Code: ObjectionLate, Want: law.Met},
		{Name: "s. 633(4): the day after", Code: ObjectionLate, Change: varies(func(v *Variation) { v.Applied = on("2026-06-23") }), Want: law.Breached},
		{Name: "s. 633: nobody applied", Code: ObjectionLate, Change: unopposed, Want: law.NotApplicable},
		{Name: "s. 633(3): confirmed", Code: EffectBeforeCourt, Want: law.Met},
		{Name: "s. 633(3): not yet", Code: EffectBeforeCourt, Change: varies(func(v *Variation) { v.Confirmed = no }), Want: law.Breached},
		{Name: "s. 633: nobody applied", Code: EffectBeforeCourt, Change: unopposed, Want: law.NotApplicable},
	})
}

func TestAmendments(t *testing.T) {
	plain := amends(func(a *Amendment) { a.Entrenches = no })
	young := func(c *Company) { c.Formed = on("2009-10-01") }
	suite(t, amendments, affairs, []tcase{
		{Name: "s. 21(1): special", Code: AmendedWithoutSpecial, Want: law.Met},
		{Name: "s. 21(1): ordinary", Code: AmendedWithoutSpecial, Change: amends(func(a *Amendment) { a.BySpecial = no }), Want: law.Breached},
		{Name: "s. 21: none", Code: AmendedWithoutSpecial, Change: idle, Want: law.NotApplicable},
		{Name: "s. 21(2): a charity with consent", Code: CharityLimitsIgnored, Change: charity, Want: law.Met},
		{Name: "s. 21(2): without", Code: CharityLimitsIgnored, Change: all(charity, amends(func(a *Amendment) { a.CharityLimits = no })), Want: law.Breached},
		{Name: "s. 21(2): no charity", Code: CharityLimitsIgnored, Want: law.NotApplicable},
		{Name: "s. 22(1): specified", Code: EntrenchmentUnspecific, Want: law.Met},
		{Name: "s. 22(1): everything", Code: EntrenchmentUnspecific, Change: amends(func(a *Amendment) { a.Specified = no }), Want: law.Breached},
		{Name: "s. 22: not entrenched", Code: EntrenchmentUnspecific, Change: plain, Want: law.NotApplicable},
		{Name: "s. 23: told", Code: EntrenchmentNotTold, Want: law.Met},
		{Name: "s. 23: not told", Code: EntrenchmentNotTold, Change: amends(func(a *Amendment) { a.RegistrarTold = no }), Want: law.Breached},
		{Name: "s. 23: not entrenched", Code: EntrenchmentNotTold, Change: plain, Want: law.NotApplicable},
		{Name: "s. 25: nobody is compelled", Code: LiabilityImposed, Want: law.Met},
		{Name: "s. 25: a member is", Code: LiabilityImposed, Change: amends(func(a *Amendment) { a.Compels = yes }), Want: law.Breached},
		{Name: "s. 25: none", Code: LiabilityImposed, Change: idle, Want: law.NotApplicable},
		{Name: "s. 28: treated as articles", Code: OldMemorandumIgnored, Want: law.Met},
		{Name: "s. 28: ignored", Code: OldMemorandumIgnored, Change: amends(func(a *Amendment) { a.OldMemorandum = no }), Want: law.Breached},
		{Name: "s. 28: formed on 1 October 2009", Code: OldMemorandumIgnored, Change: young, Want: law.NotApplicable},
	})
}

func TestCapital(t *testing.T) {
	byCourt := reduces(func(r *Reduction) { r.BySolvency = no })
	unlimited := func(c *Company) { c.Basis = law.Known(UnlimitedWithShares) }
	resolvedOn := func(s string) change { return reduces(func(r *Reduction) { r.Resolved = on(s) }) }
	delivered := all(byCourt, reduces(func(r *Reduction) { r.Registered, r.InScheme, r.Delivered = no, yes, yes }))
	takeover := reduces(func(r *Reduction) { r.Takeover = yes })
	suite(t, capital, affairs, []tcase{
		{Name: "s. 641(1): special", Code: ReductionNotSpecial, Want: law.Met},
		{Name: "s. 641(1): not", Code: ReductionNotSpecial, Change: reduces(func(r *Reduction) { r.BySpecial = no }), Want: law.Breached},
		{Name: "s. 641: none", Code: ReductionNotSpecial, Change: idle, Want: law.NotApplicable},
		{Name: "s. 641(1): an unlimited company", Code: ReductionNotSpecial, Change: unlimited, Want: law.NotApplicable},
		{Name: "SI 2008/1886: by the court on the last day of the Act of 1985", Code: ReductionNotSpecial, Change: all(byCourt, resolvedOn("2009-09-30")), Want: law.NotApplicable},
		{Name: "s. 641(1)(b): by the court from 1 October 2009", Code: ReductionNotSpecial, Change: all(byCourt, resolvedOn("2009-10-01")), Want: law.Met},
		{Name: "s. 641(1)(a): private, by shares", Code: SolvencyNotOpen, Want: law.Met},
		{Name: "s. 641(1)(a): public", Code: SolvencyNotOpen, Change: public, Want: law.Breached, At: "public"},
		{Name: "s. 641(1)(a): by guarantee with shares", Code: SolvencyNotOpen, Change: func(c *Company) { c.Basis = law.Known(ByGuaranteeWithShares) }, Want: law.Breached, At: "basis"},
		{Name: "s. 641(1)(b): by the court", Code: SolvencyNotOpen, Change: all(public, byCourt), Want: law.NotApplicable},
		{Name: "s. 642(1)(a): fifteen days before", Code: SolvencyStatementBad, Want: law.Met},
		{Name: "s. 642(1)(a): sixteen", Code: SolvencyStatementBad, Change: reduces(func(r *Reduction) { r.Statement = on("2026-05-16") }), Want: law.Breached},
		{Name: "s. 643(1): not all directors", Code: SolvencyStatementBad, Change: reduces(func(r *Reduction) { r.AllDirectors = no }), Want: law.Breached},
		{Name: "s. 642: by the court", Code: SolvencyStatementBad, Change: byCourt, Want: law.NotApplicable},
		{Name: "s. 641(2): a share remains", Code: NoShareRemains, Want: law.Met},
		{Name: "s. 641(2): redeemable ones alone", Code: NoShareRemains, Change: reduces(func(r *Reduction) { r.LeavesShare = no }), Want: law.Breached},
		{Name: "s. 641(2): by the court", Code: NoShareRemains, Change: byCourt, Want: law.NotApplicable},
		{Name: "s. 641(6): allowed", Code: ReductionForbidden, Want: law.Met},
		{Name: "s. 641(6): forbidden", Code: ReductionForbidden, Change: reduces(func(r *Reduction) { r.ArticlesForbid = yes }), Want: law.Breached},
		{Name: "s. 641(6): none", Code: ReductionForbidden, Change: idle, Want: law.NotApplicable},
		{Name: "s. 644(4): registered", Code: ReductionUnregistered, Want: law.Met},
		{Name: "s. 644(4): not registered", Code: ReductionUnregistered, Change: reduces(func(r *Reduction) { r.Registered = no }), Want: law.Breached},
		{Name: "s. 649(3)(b): confirmed by the court, in no scheme", Code: ReductionUnregistered, Change: all(delivered, reduces(func(r *Reduction) { r.InScheme = no })), Want: law.Breached},
		{Name: "s. 649(3)(a)(i): in a scheme, on delivery of the order", Code: ReductionUnregistered, Change: delivered, Want: law.Met},
		{Name: "s. 649(3)(a)(i): before delivery", Code: ReductionUnregistered, Change: all(delivered, reduces(func(r *Reduction) { r.Delivered = no })), Want: law.Breached},
		{Name: "s. 649(3)(a)(ii): the court orders registration first", Code: ReductionUnregistered, Change: all(delivered, reduces(func(r *Reduction) { r.OnRegistration = yes })), Want: law.Breached},
		{Name: "s. 644: none", Code: ReductionUnregistered, Change: idle, Want: law.NotApplicable},
		{Name: "s. 641(2A): in no takeover", Code: ReductionInTakeover, Want: law.Met},
		{Name: "s. 641(2A): in one", Code: ReductionInTakeover, Change: takeover, Want: law.Breached},
		{Name: "s. 641(2B): under a new parent", Code: ReductionInTakeover, Change: all(takeover, reduces(func(r *Reduction) { r.NewParent = yes })), Want: law.Met},
		{Name: "SI 2015/472 reg 2(2): announced before", Code: ReductionInTakeover, Change: all(takeover, reduces(func(r *Reduction) { r.Announced = yes })), Want: law.Met},
		{Name: "s. 641(2A): none", Code: ReductionInTakeover, Change: idle, Want: law.NotApplicable},
		{Name: "SI 2008/1915 art 3: realised", Code: ReservePaidOut, Want: law.Met},
		{Name: "SI 2008/1915 art 3(3): the court orders otherwise", Code: ReservePaidOut, Change: reduces(func(r *Reduction) { r.CourtForbids = yes }), Want: law.Breached},
		{Name: "SI 2008/1915 art 3(1): an unlimited company's is realised", Code: ReservePaidOut, Change: unlimited, Want: law.Met},
		{Name: "SI 2008/1915 art 3(4)(b): the resolution says otherwise", Code: ReservePaidOut, Change: all(unlimited, reduces(func(r *Reduction) { r.ArticlesKeep = yes })), Want: law.Breached},
		{Name: "SI 2008/1886 art 7(2): a reduction of 1990", Code: ReservePaidOut, Change: all(resolvedOn("1990-01-01"), reduces(func(r *Reduction) { r.CourtForbids = yes })), Want: law.Breached},
		{Name: "s. 654: nothing paid out", Code: ReservePaidOut, Change: reduces(func(r *Reduction) { r.PaidOut = no }), Want: law.NotApplicable},
		{Name: "s. 830: all of it", Code: OverProfits, Want: law.Met},
		{Name: "s. 830: a penny more", Code: OverProfits, Change: pays(func(d *Distribution) { d.Amount = law.Known(law.Pounds(130_000) + 1) }), Want: law.Breached},
		{Name: "s. 830: losses not stated", Code: OverProfits, Change: pays(func(d *Distribution) { d.Losses = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "distribution.realised_losses"},
		{Name: "s. 830: none", Code: OverProfits, Change: idle, Want: law.NotApplicable},
		{Name: "s. 831: net assets stay whole", Code: OverNetAssets, Change: public, Want: law.Met},
		{Name: "s. 831(1)(b): a penny under after it", Code: OverNetAssets, Change: all(public, pays(func(d *Distribution) { d.NetAssets = law.Known(law.Pounds(430_000) - 1) })), Want: law.Breached},
		{Name: "s. 831: a private company", Code: OverNetAssets, Want: law.NotApplicable},
		{Name: "s. 726(3): nothing on treasury shares", Code: TreasuryPaid, Want: law.Met},
		{Name: "s. 726(3): a penny on treasury shares", Code: TreasuryPaid, Change: pays(func(d *Distribution) { d.OnTreasury = law.Known(law.Pence(1)) }), Want: law.Breached},
		{Name: "s. 726(3): no share capital", Code: TreasuryPaid, Change: guarantee, Want: law.NotApplicable},
	})
}

func TestDirectors(t *testing.T) {
	old := func(c *Company) { c.Formed = on("2008-09-30") }
	young := func(c *Company) { c.Formed = on("2008-10-01") }
	saved := func(c *Company) { c.Board.Natural, c.Board.NoNaturalIn2006 = law.Known(0), yes }
	auth := func(f func(*Authorisation)) change { return func(c *Company) { f(c.Authorisation.Ptr()) } }
	permits := auth(func(a *Authorisation) { a.Permits = yes })
	interest := func(existing, declared law.Fact[bool]) change {
		return func(c *Company) { i := c.Interest.Ptr(); i.Existing, i.Declared = existing, declared }
	}
	n := func(n int) change { return func(c *Company) { c.Board.Directors = law.Known(n) } }
	suite(t, directors, affairs, []tcase{
		{Name: "s. 154(1): one of a private company", Code: TooFewDirectors, Change: n(1), Want: law.Met},
		{Name: "s. 154(1): none", Code: TooFewDirectors, Change: n(0), Want: law.Breached},
		{Name: "s. 154(2): one of a public company", Code: TooFewDirectors, Change: all(public, n(1)), Want: law.Breached},
		{Name: "s. 154(2): two", Code: TooFewDirectors, Change: all(public, n(2)), Want: law.Met},
		{Name: "s. 155: one", Code: NoNaturalDirector, Want: law.Met},
		{Name: "s. 155: none", Code: NoNaturalDirector, Change: func(c *Company) { c.Board.Natural = law.Known(0) }, Want: law.Breached},
		{Name: "SI 2007/3495 para 46: none in 2006, on 30 September 2010", Code: NoNaturalDirector, On: "2010-09-30", Change: saved, Want: law.NotApplicable},
		{Name: "SI 2007/3495 para 46: none in 2006, on 1 October 2010", Code: NoNaturalDirector, On: "2010-10-01", Change: saved, Want: law.Breached},
		{Name: "SI 2007/3495 para 46: a company formed after 8 November 2006", Code: NoNaturalDirector, On: "2010-09-30", Change: all(saved, func(c *Company) { c.Formed = on("2006-11-09") }), Want: law.Breached},
		{Name: "s. 157: sixteen", Code: DirectorUnderAge, Want: law.Met},
		{Name: "s. 157: fifteen", Code: DirectorUnderAge, Change: func(c *Company) { c.Board.Youngest = law.Known(15) }, Want: law.Breached},
		{Name: "s. 175(5)(a): nothing in the constitution", Code: ConflictNotOpen, Want: law.Met},
		{Name: "s. 175(5)(a): the constitution invalidates it", Code: ConflictNotOpen, Change: auth(func(a *Authorisation) { a.Forbids = yes }), Want: law.Breached},
		{Name: "s. 175(5)(b): a public company is not enabled", Code: ConflictNotOpen, Change: public, Want: law.Breached},
		{Name: "s. 175(5)(b): a public company is enabled", Code: ConflictNotOpen, Change: all(public, permits), Want: law.Met},
		{Name: "s. 181(2): a charity is not enabled", Code: ConflictNotOpen, Change: charity, Want: law.Breached},
		{Name: "s. 181(5): a Scottish charity", Code: ConflictNotOpen, Change: all(charity, func(c *Company) { c.ScottishCharity = yes }), Want: law.Met},
		{Name: "s. 175: none", Code: ConflictNotOpen, Change: idle, Want: law.NotApplicable},
		{Name: "SI 2007/3495 para 47(2): a situation of before", Code: ConflictNotOpen, Change: all(old, auth(func(a *Authorisation) { a.Arose, a.Forbids = on("2008-09-30"), yes })), Want: law.NotApplicable},
		{Name: "SI 2007/3495 para 47(2): one of the day", Code: ConflictNotOpen, Change: all(old, auth(func(a *Authorisation) { a.Arose, a.Forbids = on("2008-10-01"), yes })), Want: law.Breached},
		{Name: "SI 2007/3495 para 47(3): the members have resolved", Code: ConflictNotAllowed, Change: old, Want: law.Met},
		{Name: "SI 2007/3495 para 47(3): they have not", Code: ConflictNotAllowed, Change: all(old, auth(func(a *Authorisation) { a.MembersAllow = no })), Want: law.Breached},
		{Name: "SI 2007/3495 para 47(3): nobody says", Code: ConflictNotAllowed, Change: all(old, auth(func(a *Authorisation) { a.MembersAllow = law.Fact[bool]{} })), Want: law.Unknown, At: "authorisation.members_resolved_to_allow"},
		{Name: "SI 2007/3495 para 47(3): a company of 1 October 2008", Code: ConflictNotAllowed, Change: all(young, auth(func(a *Authorisation) { a.MembersAllow, a.Arose = no, law.Fact[law.Date]{} })), Want: law.NotApplicable},
		{Name: "SI 2007/3495 para 47(3): a public company", Code: ConflictNotAllowed, Change: all(old, public), Want: law.NotApplicable},
		{Name: "s. 181(2)(b): a charity has another s. 175(5)", Code: ConflictNotAllowed, Change: all(old, charity), Want: law.NotApplicable},
		{Name: "s. 175(6): without the interested", Code: ConflictVotes, Want: law.Met},
		{Name: "s. 175(6)(a): no quorum", Code: ConflictVotes, Change: auth(func(a *Authorisation) { a.QuorumWithout = no }), Want: law.Breached},
		{Name: "s. 175(6)(b): by their votes", Code: ConflictVotes, Change: auth(func(a *Authorisation) { a.CarriedWithout = no }), Want: law.Breached},
		{Name: "s. 175: none", Code: ConflictVotes, Change: idle, Want: law.NotApplicable},
		{Name: "s. 177: declared before", Code: InterestNotDeclared, Want: law.Met},
		{Name: "s. 177: not", Code: InterestNotDeclared, Change: interest(no, no), Want: law.Breached},
		{Name: "s. 177(6): not declared, and need not be", Code: InterestNotDeclared, Change: all(interest(no, no), func(c *Company) { c.Interest.Ptr().Exempt = yes }), Want: law.Met},
		{Name: "s. 177(6): not declared, and nobody says whether it must", Code: InterestNotDeclared, Change: all(interest(no, no), func(c *Company) { c.Interest.Ptr().Exempt = law.Fact[bool]{} }), Want: law.Unknown, At: "interest.need_not_be_declared"},
		{Name: "s. 177: an existing one", Code: InterestNotDeclared, Change: interest(yes, yes), Want: law.NotApplicable},
		{Name: "s. 182: declared", Code: ExistingInterest, Change: interest(yes, yes), Want: law.Met},
		{Name: "s. 182: not", Code: ExistingInterest, Change: interest(yes, no), Want: law.Breached},
		{Name: "SI 2007/3495 para 50: a transaction of before", Code: ExistingInterest, Change: all(interest(yes, no), func(c *Company) { c.Interest.Ptr().Entered = on("2008-09-30") }), Want: law.NotApplicable},
		{Name: "s. 182: a proposed one", Code: ExistingInterest, Want: law.NotApplicable},
	})
}

func TestB14AClassWithTreasuryShares(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-06-01")
	class := int64(law.Pounds(300_000) - law.Pounds(30_000))
	consent, ok1 := ClassConsentNeeds(&f, class, day)
	quorum, ok2 := ClassQuorumNeeds(&f, class, day)
	object, ok3 := ObjectionNeeds(&f, class, day)
	assert.True(t, ok1 && ok2 && ok3)
	assert.Equal(t, []law.Pence{law.Pounds(202_500), law.Pounds(90_000), law.Pounds(40_500)}, []law.Pence{law.Pence(consent), law.Pence(quorum), law.Pence(object)})
}

func TestB15DistributableProfits(t *testing.T) {
	c := affairs()
	a := DistributableProfits(c.Distribution.Ptr(), false)
	assert.Equal(t, law.Pounds(130_000), a.Most)
	assert.Equal(t, OverProfits, a.Binding)
	c.Distribution.Ptr().NetAssets = pounds(420_000)
	a = DistributableProfits(c.Distribution.Ptr(), true)
	assert.Equal(t, law.Pounds(120_000), a.Most)
	assert.Equal(t, OverNetAssets, a.Binding)
}

func TestProfitsLeft(t *testing.T) {
	for _, x := range []struct {
		profits law.Pence
		used    []law.Pence
		want    law.Pence
	}{
		{100, nil, 100},
		{100, []law.Pence{30, 30}, 40},
		{100, []law.Pence{60, 60}, 0},
		{-100, nil, 0},
		{100, []law.Pence{-50}, 100},
		{math.MaxInt64, []law.Pence{math.MaxInt64}, 0},
		{math.MinInt64, []law.Pence{math.MinInt64}, 0},
	} {
		assert.Equal(t, x.want, ProfitsLeft(x.profits, x.used...), "%v", x)
	}
}

// FuzzProfitsLeft holds that what is left is never below nothing nor above the profits, and
// that to pay in two parts leaves what paying at once does.
func FuzzProfitsLeft(f *testing.F) {
	f.Add(int64(100), int64(30), int64(80))
	f.Add(int64(-1), int64(-1), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, profits, first, second int64) {
		p, a, b := law.Pence(profits), law.Pence(first), law.Pence(second)
		left := ProfitsLeft(p, a, b)
		assert.GreaterOrEqual(t, left, law.Pence(0))
		assert.LessOrEqual(t, left, max(p, 0))
		assert.Equal(t, ProfitsLeft(ProfitsLeft(p, a), b), left)
	})
}
