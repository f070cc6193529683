package company

import (
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
		ArticlesForbid: no, Effected: yes, Registered: yes, PaidOut: yes, CourtForbids: no,
	})
	c.Distribution = law.Known(Distribution{
		Made: day, Amount: pounds(130_000), Profits: pounds(500_000), Used: pounds(250_000), Losses: pounds(120_000), WrittenOff: pounds(0),
		NetAssets: pounds(430_000), CalledUp: pounds(200_000), Reserves: pounds(100_000),
	})
	c.Removal = law.Known(Removal{Resolved: day, AtMeeting: yes, Special: yes, Heard: yes})
	c.Authorisation = law.Known(Authorisation{Given: day, Permits: no, Forbids: no, QuorumWithout: yes, CarriedWithout: yes})
	c.Interest = law.Known(Interest{On: day, Existing: no, Declared: yes})
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
	suite(t, capital, affairs, []tcase{
		{Name: "s. 641(1): special", Code: ReductionNotSpecial, Want: law.Met},
		{Name: "s. 641(1): not", Code: ReductionNotSpecial, Change: reduces(func(r *Reduction) { r.BySpecial = no }), Want: law.Breached},
		{Name: "s. 641: none", Code: ReductionNotSpecial, Change: idle, Want: law.NotApplicable},
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
		{Name: "s. 644: none", Code: ReductionUnregistered, Change: idle, Want: law.NotApplicable},
		{Name: "SI 2008/1915 art 3: realised", Code: ReservePaidOut, Want: law.Met},
		{Name: "SI 2008/1915 art 3(3): the court orders otherwise", Code: ReservePaidOut, Change: reduces(func(r *Reduction) { r.CourtForbids = yes }), Want: law.Breached},
		{Name: "s. 654: nothing paid out", Code: ReservePaidOut, Change: reduces(func(r *Reduction) { r.PaidOut = no }), Want: law.NotApplicable},
		{Name: "s. 830: all of it", Code: OverProfits, Want: law.Met},
		{Name: "s. 830: a penny more", Code: OverProfits, Change: pays(func(d *Distribution) { d.Amount = law.Known(law.Pounds(130_000) + 1) }), Want: law.Breached},
		{Name: "s. 830: losses not stated", Code: OverProfits, Change: pays(func(d *Distribution) { d.Losses = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "distribution.realised_losses"},
		{Name: "s. 830: none", Code: OverProfits, Change: idle, Want: law.NotApplicable},
		{Name: "s. 831: net assets stay whole", Code: OverNetAssets, Change: public, Want: law.Met},
		{Name: "s. 831(1)(b): a penny under after it", Code: OverNetAssets, Change: all(public, pays(func(d *Distribution) { d.NetAssets = law.Known(law.Pounds(430_000) - 1) })), Want: law.Breached},
		{Name: "s. 831: a private company", Code: OverNetAssets, Want: law.NotApplicable},
	})
}

func TestDirectors(t *testing.T) {
	removal := func(f func(*Removal)) change { return func(c *Company) { f(c.Removal.Ptr()) } }
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
		{Name: "s. 157: sixteen", Code: DirectorUnderAge, Want: law.Met},
		{Name: "s. 157: fifteen", Code: DirectorUnderAge, Change: func(c *Company) { c.Board.Youngest = law.Known(15) }, Want: law.Breached},
		{Name: "s. 168(1): at a meeting", Code: RemovalNotLawful, Want: law.Met},
		{Name: "s. 168(1): not", Code: RemovalNotLawful, Change: removal(func(r *Removal) { r.AtMeeting = no }), Want: law.Breached},
		{Name: "s. 168: none", Code: RemovalNotLawful, Change: idle, Want: law.NotApplicable},
		{Name: "s. 168(2): special notice", Code: RemovalNotNoticed, Want: law.Met},
		{Name: "s. 168(2): none given", Code: RemovalNotNoticed, Change: removal(func(r *Removal) { r.Special = no }), Want: law.Breached},
		{Name: "s. 168(2): no removal", Code: RemovalNotNoticed, Change: idle, Want: law.NotApplicable},
		{Name: "s. 169: heard", Code: DirectorNotHeard, Want: law.Met},
		{Name: "s. 169: not heard", Code: DirectorNotHeard, Change: removal(func(r *Removal) { r.Heard = no }), Want: law.Breached},
		{Name: "s. 169: no removal", Code: DirectorNotHeard, Change: idle, Want: law.NotApplicable},
		{Name: "s. 175(5)(a): nothing in the constitution", Code: ConflictNotOpen, Want: law.Met},
		{Name: "s. 175(5)(a): the constitution invalidates it", Code: ConflictNotOpen, Change: auth(func(a *Authorisation) { a.Forbids = yes }), Want: law.Breached},
		{Name: "s. 175(5)(b): a public company is not enabled", Code: ConflictNotOpen, Change: public, Want: law.Breached},
		{Name: "s. 175(5)(b): a public company is enabled", Code: ConflictNotOpen, Change: all(public, permits), Want: law.Met},
		{Name: "s. 181(2): a charity is not enabled", Code: ConflictNotOpen, Change: charity, Want: law.Breached},
		{Name: "s. 181(4): a Scottish charity", Code: ConflictNotOpen, Change: all(charity, func(c *Company) { c.ScottishCharity = yes }), Want: law.Met},
		{Name: "s. 175: none", Code: ConflictNotOpen, Change: idle, Want: law.NotApplicable},
		{Name: "s. 175(6): without the interested", Code: ConflictVotes, Want: law.Met},
		{Name: "s. 175(6)(a): no quorum", Code: ConflictVotes, Change: auth(func(a *Authorisation) { a.QuorumWithout = no }), Want: law.Breached},
		{Name: "s. 175(6)(b): by their votes", Code: ConflictVotes, Change: auth(func(a *Authorisation) { a.CarriedWithout = no }), Want: law.Breached},
		{Name: "s. 175: none", Code: ConflictVotes, Change: idle, Want: law.NotApplicable},
		{Name: "s. 177: declared before", Code: InterestNotDeclared, Want: law.Met},
		{Name: "s. 177: not", Code: InterestNotDeclared, Change: interest(no, no), Want: law.Breached},
		{Name: "s. 177: an existing one", Code: InterestNotDeclared, Change: interest(yes, yes), Want: law.NotApplicable},
		{Name: "s. 182: declared", Code: ExistingInterest, Change: interest(yes, yes), Want: law.Met},
		{Name: "s. 182: not", Code: ExistingInterest, Change: interest(yes, no), Want: law.Breached},
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
