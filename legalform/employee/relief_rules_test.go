package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Every rule of the relief, whatever file it is in; the tax year of the disposal is over.
func TestReliefRules(t *testing.T) {
	none := func(c *company) { c.Disposal = employee.Disposal{Made: no()} }
	betweenTrusts := asDisposal(func(d *employee.Disposal) { d.Kind = law.Known(employee.BetweenTrusts) })
	deedSays := func(f func(*employee.Deed) *law.Fact[bool], v law.Fact[bool]) func(*company) {
		return asTrust(func(t *employee.Trust) { *f(&t.Deed) = v })
	}
	old := func(change func(*employee.OldTrust)) func(*company) {
		return asTrust(func(t *employee.Trust) {
			o := oldTrust()
			change(&o)
			t.Old = law.Known(o)
		})
	}
	asOld := old(func(*employee.OldTrust) {})
	both := func(fs ...func(*company)) func(*company) {
		return func(c *company) {
			for _, f := range fs {
				f(c)
			}
		}
	}
	group := func(g employee.GroupPlace) func(*company) {
		return func(c *company) { c.Business.Group = law.Known(g) }
	}
	transfer := func(change func(*employee.TrustTransfer)) func(*company) {
		return asTrust(func(t *employee.Trust) {
			x := employee.TrustTransfer{On: law.MustDate("2026-05-01"), OrdinaryShares: yes(), Trading: yes(), Controls: yes(), AllEmployee: yes()}
			change(&x)
			t.Transfers = law.Known([]employee.TrustTransfer{x})
		})
	}
	noClaim := asDisposal(func(d *employee.Disposal) { d.Claim = law.Fact[employee.ReliefClaim]{} })
	noReturn := asDisposal(func(d *employee.Disposal) { d.Return = law.Fact[employee.ReliefReturn]{} })
	noGift := func(c *company) { c.Gift = law.Fact[employee.Gift]{} }
	noAcquisition := func(c *company) { c.Acquisition = law.Fact[employee.Acquisition]{} }
	deed := []struct {
		code  law.Code
		field string
		of    func(*employee.Deed) *law.Fact[bool]
	}{
		{employee.ExcludedCanBenefit, "benefits_excluded", func(d *employee.Deed) *law.Fact[bool] { return &d.BenefitsExcluded }},
		{employee.CanCreateTrust, "creates_trusts", func(d *employee.Deed) *law.Fact[bool] { return &d.CreatesTrusts }},
		{employee.CanResettle, "resettles", func(d *employee.Deed) *law.Fact[bool] { return &d.Resettles }},
		{employee.CanLend, "lends", func(d *employee.Deed) *law.Fact[bool] { return &d.Lends }},
		{employee.CanAmendAway, "amendable", func(d *employee.Deed) *law.Fact[bool] { return &d.Amendable }},
	}
	cases := []kase{
		// EOT-07, s. 236I
		{Name: "s. 236I(1)(a): a company in no group", Code: employee.GroupNotPrincipal, Want: law.Met},
		{Name: "s. 236I(1)(b): a principal company", Code: employee.GroupNotPrincipal, Change: group(employee.GroupPrincipal), Want: law.Met},
		{Name: "s. 236I(1): a subsidiary", Code: employee.GroupNotPrincipal, Change: group(employee.GroupMember), Want: law.Breached, At: "business.group"},
		{Name: "s. 236I(1): no disposal", Code: employee.GroupNotPrincipal, Change: none, Want: law.NotApplicable},
		{Name: "s. 236I(2): a trade", Code: employee.NoTradeCarriedOn, Want: law.Met},
		{Name: "s. 236I(2): only investment", Code: employee.NoTradeCarriedOn, Change: does(activity("letting", false, false, 100)), Want: law.Breached, At: "business.activities"},
		{Name: "s. 236I(5)(b): the whole trade in partnership", Code: employee.NoTradeCarriedOn, Change: does(activity("baking", true, true, 100)), Want: law.Breached},
		{Name: "s. 236I(2): nothing at all", Code: employee.NoTradeCarriedOn, Change: does(), Want: law.Breached},
		{
			Name: "s. 236I(5)(b): whether in partnership is not stated", Code: employee.NoTradeCarriedOn, Want: law.Unknown, At: "business.activities[0].in_partnership",
			Change: does(employee.Activity{Name: "baking", Trade: yes()}),
		},
		{Name: "s. 236I(2): no disposal", Code: employee.NoTradeCarriedOn, Change: none, Want: law.NotApplicable},
		{Name: "s. 236I(2): nothing but the trade needs no judgement", Code: employee.OtherActivities, Change: func(c *company) { c.Business.OtherSubstantial = unsaid() }, Want: law.Met},
		{Name: "s. 236I(2): some letting, judged not substantial", Code: employee.OtherActivities, Change: does(activity("baking", true, false, 80), activity("letting", false, false, 20)), Want: law.Met},
		{
			Name: "s. 236I(2): substantial letting", Code: employee.OtherActivities, Want: law.Breached, At: "business.other_substantial",
			Change: both(does(activity("baking", true, false, 60), activity("letting", false, false, 40)), func(c *company) { c.Business.OtherSubstantial = yes() }),
		},
		{
			Name: "s. 236I(5)(b): a business in partnership is other than trading", Code: employee.OtherActivities, Want: law.Breached,
			Change: both(does(activity("baking", true, false, 60), activity("café", true, true, 40)), func(c *company) { c.Business.OtherSubstantial = yes() }),
		},
		{
			Name: "s. 236I(2): nobody has judged it", Code: employee.OtherActivities, Want: law.Unknown, At: "business.other_substantial",
			Change: both(does(activity("baking", true, false, 60), activity("letting", false, false, 40)), func(c *company) { c.Business.OtherSubstantial = unsaid() }),
		},
		{Name: "s. 236I(2): no disposal at all", Code: employee.OtherActivities, Change: none, Want: law.NotApplicable},
		{Name: "CG64090: exactly a fifth", Code: employee.OtherActivitiesAFifth, Change: does(activity("baking", true, false, 80), activity("letting", false, false, 20)), Want: law.Met},
		{Name: "CG64090: more than a fifth", Code: employee.OtherActivitiesAFifth, Change: does(activity("baking", true, false, 79), activity("letting", false, false, 10), activity("café", true, true, 11)), Want: law.Breached, At: "business.activities"},
		{Name: "CG64090: more than the whole cannot be", Code: employee.OtherActivitiesAFifth, Change: does(activity("letting", false, false, 60), activity("letting", false, false, 60)), Want: law.Unknown, At: "business.activities"},
		{
			Name: "CG64090: the part is not stated", Code: employee.OtherActivitiesAFifth, Want: law.Unknown, At: "business.activities[0].part",
			Change: does(employee.Activity{Name: "letting", Trade: no(), InPartnership: no()}),
		},
		{Name: "CG64090: nothing but the trade", Code: employee.OtherActivitiesAFifth, Want: law.NotApplicable},

		// AEB-05, AEB-11, AEB-12
		{Name: "s. 236J(3)(b): the whole group benefits", Code: employee.GroupLeftOut, Change: group(employee.GroupPrincipal), Want: law.Met},
		{
			Name: "s. 236J(3)(b): subsidiaries' staff left out", Code: employee.GroupLeftOut, Want: law.Breached, At: "trust.deed.whole_group",
			Change: both(group(employee.GroupPrincipal), deedSays(func(d *employee.Deed) *law.Fact[bool] { return &d.WholeGroup }, no())),
		},
		{Name: "s. 236J(3)(a): no group", Code: employee.GroupLeftOut, Want: law.NotApplicable},
		{Name: "s. 236L: a settlement of 2012 whose trustees behave", Code: employee.TreatedAsMetLost, Change: asOld, Want: law.Met},
		{Name: "s. 236L: nobody relies on it", Code: employee.TreatedAsMetLost, Want: law.NotApplicable},
		{Name: "s. 236L(1)(a): created on the day itself", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.Created = day("2013-12-10") }), Want: law.Breached, At: "trust.old.created"},
		{Name: "s. 236L(1)(a): created the day before", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.Created = day("2013-12-09") }), Want: law.Met},
		{Name: "s. 236L(1)(b)(i): no trust for employees", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.ForEmployees = no() }), Want: law.Breached, At: "trust.old.for_employees"},
		{Name: "s. 236L(1)(b)(iii): its trusts met the requirement then", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.MetThen = yes() }), Want: law.Breached, At: "trust.old.met_then"},
		{Name: "s. 236L(2)(b): less than 10% of profits", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.Profits = law.Known(law.Per(999, 10_000)) }), Want: law.Breached, At: "trust.old.profits"},
		{Name: "s. 236L(2)(d): terminable without consent", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.Terminable = yes() }), Want: law.Breached, At: "trust.old.terminable"},
		{Name: "s. 236H(5): its trusts met the requirement since", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.MetSince = yes() }), Want: law.Breached, At: "trust.old.met_since"},
		{Name: "s. 236L(1)(c): a loan on the first of the 12 months", Code: employee.TreatedAsMetLost, Change: old(lentOn("2025-06-02")), Want: law.Breached, At: "trust.old.acts[0]"},
		{Name: "s. 236L(1)(c): a loan the day before", Code: employee.TreatedAsMetLost, Change: old(lentOn("2025-06-01")), Want: law.Met},
		{Name: "s. 236L: when it was created is not stated", Code: employee.TreatedAsMetLost, Change: old(func(o *employee.OldTrust) { o.Created = law.Fact[law.Date]{} }), Want: law.Unknown, At: "trust.old.created"},

		// AEB-04
		{Name: "s. 236J(7): an authorised transfer", Code: employee.TransferUnapproved, Change: transfer(func(*employee.TrustTransfer) {}), Want: law.Met},
		{Name: "s. 236J(7): to a settlement that is only treated as meeting the requirement", Code: employee.TransferUnapproved, Change: transfer(func(x *employee.TrustTransfer) { x.AllEmployee = no() }), Want: law.Breached, At: "trust.transfers[0]"},
		{Name: "s. 236J(7): without ordinary shares", Code: employee.TransferUnapproved, Change: transfer(func(x *employee.TrustTransfer) { x.OrdinaryShares = no() }), Want: law.Breached},
		{Name: "s. 236J(7): of a company that does not trade", Code: employee.TransferUnapproved, Change: transfer(func(x *employee.TrustTransfer) { x.Trading = no() }), Want: law.Breached},
		{Name: "s. 236J(7): control is not stated", Code: employee.TransferUnapproved, Change: transfer(func(x *employee.TrustTransfer) { x.Controls = unsaid() }), Want: law.Unknown, At: "trust.transfers[0].controls"},
		{Name: "s. 236J(7): no transfer", Code: employee.TransferUnapproved, Want: law.NotApplicable},
		{Name: "s. 236O(2)(e): the trustees keep to the trusts", Code: employee.ActedOutsideTrusts, Want: law.Met},
		{Name: "s. 236O(2)(e): they do not, in the next tax year", Code: employee.ActedOutsideTrusts, Change: asTrust(func(t *employee.Trust) { t.ActedOutside = yes() }), Want: law.Breached, At: "trust.acted_outside"},
		{Name: "s. 236O(2)(e): they do not, in the tax year of the disposal, which is arguable", Code: employee.ActedOutsideTrusts, On: "2026-04-05", Change: asTrust(func(t *employee.Trust) { t.ActedOutside = yes() }), Want: law.Unknown},
		{Name: "s. 236O(2)(e): nobody has said", Code: employee.ActedOutsideTrusts, Change: asTrust(func(t *employee.Trust) { t.ActedOutside = unsaid() }), Want: law.Unknown, At: "trust.acted_outside"},
		{Name: "s. 236O(2)(e): no disposal", Code: employee.ActedOutsideTrusts, Change: none, Want: law.NotApplicable},

		// EOT-06, EOT-09
		{Name: "s. 236H(4)(za): resident", Code: employee.TrusteesNotResident, Want: law.Met},
		{Name: "s. 236H(4)(za): an offshore trustee company", Code: employee.TrusteesNotResident, Change: asTrust(func(t *employee.Trust) { t.Body.Resident = no() }), Want: law.Breached, At: "trust.body.uk_resident"},
		{Name: "s. 236H(4)(za): no disposal", Code: employee.TrusteesNotResident, Change: none, Want: law.NotApplicable},
		{Name: "s. 236LA(2)(b): two of five directors are sellers", Code: employee.TooManyExcluded, Want: law.Met},
		{Name: "s. 236LA(2)(b): two of four", Code: employee.TooManyExcluded, Change: trusteesAre(corporate(4, 2)), Want: law.Breached, At: "trust.body.trustees"},
		{Name: "s. 236LA(1)(a): half of the trustees", Code: employee.TooManyExcluded, Change: trusteesAre(person1("a", employee.OwnedSince), person1("b", employee.NoTie)), Want: law.Breached},
		{Name: "s. 236LA(1)(a): one of three, a seller's nephew", Code: employee.TooManyExcluded, Change: trusteesAre(person1("a", employee.ConnectedWithOwner), person1("b", employee.NoTie), person1("c", employee.NoTie)), Want: law.Met},
		{Name: "s. 236LA(2)(a): connected only as trustee with settlor", Code: employee.TooManyExcluded, Change: trusteesAre(person1("a", employee.SettlementTieOnly)), Want: law.Met},
		{Name: "s. 236LA(1)(a): no trustees", Code: employee.TooManyExcluded, Change: trusteesAre(), Want: law.Breached},
		{
			Name: "s. 236LA(2): whether a director is one is not stated", Code: employee.TooManyExcluded, Want: law.Unknown, At: "trust.body.trustees[0].directors[0].tie",
			Change: trusteesAre(employee.Trustee{ID: "t", Tie: law.Known(employee.NoTie), Directors: law.Known([]employee.TrusteeDirector{{ID: "a"}})}),
		},
		{Name: "s. 236LA(2): a trustee twice", Code: employee.TooManyExcluded, Change: trusteesAre(person1("a", employee.NoTie), person1("a", employee.NoTie)), Want: law.Unknown, At: "trust.body.trustees"},
		{Name: "s. 236LA(1): no disposal", Code: employee.TooManyExcluded, Change: none, Want: law.NotApplicable},
		{Name: "s. 236LA(3): no sole power", Code: employee.ExcludedControlTrust, Want: law.Met},
		{
			Name: "s. 236LA(3)(d): a seller alone appoints trustees", Code: employee.ExcludedControlTrust, Want: law.Breached, At: "trust.body.sole_powers[0]",
			Change: asTrust(func(t *employee.Trust) { t.Body.SolePowers = law.Known([]employee.TrustPower{employee.ChooseTrustees}) }),
		},
		{Name: "s. 236LA(3): no disposal", Code: employee.ExcludedControlTrust, Change: none, Want: law.NotApplicable},

		// EOT-01
		{Name: "s. 236H(1)(a): an individual", Code: employee.SellerCompany, Want: law.Met},
		{Name: "s. 236H(1)(a): a corporate trustee may claim", Code: employee.SellerCompany, Change: asDisposal(func(d *employee.Disposal) { d.Seller = law.Known(employee.SellingTrustee) }), Want: law.Met},
		{Name: "s. 236H(1)(a): P Ltd", Code: employee.SellerCompany, Change: asDisposal(func(d *employee.Disposal) { d.Seller = law.Known(employee.SellingCompany) }), Want: law.Breached, At: "disposal.seller"},
		{Name: "s. 236Q: a deemed disposal between trusts", Code: employee.SellerCompany, Change: betweenTrusts, Want: law.NotApplicable},
		{Name: "s. 236H(1)(a): ordinary shares", Code: employee.NotOrdinaryShares, Want: law.Met},
		{Name: "s. 236H(1)(a): fixed-rate preference shares", Code: employee.NotOrdinaryShares, Change: asDisposal(func(d *employee.Disposal) { d.OrdinaryShares = no() }), Want: law.Breached},
		{Name: "s. 236H(1)(a): no disposal", Code: employee.NotOrdinaryShares, Change: none, Want: law.NotApplicable},
		// EOT-11
		{Name: "s. 236H(4)(ca)(i): an independent valuation", Code: employee.PriceNotSecured, Want: law.Met},
		{Name: "s. 236H(4)(ca)(i): the sellers set the price", Code: employee.PriceNotSecured, Change: asDisposal(func(d *employee.Disposal) { d.Bargain.PriceSteps = no() }), Want: law.Breached, At: "disposal.bargain.price_steps"},
		{Name: "s. 236H(4)(ca)(i): nobody has judged it", Code: employee.PriceNotSecured, Change: asDisposal(func(d *employee.Disposal) { d.Bargain.PriceSteps = unsaid() }), Want: law.Unknown},
		{Name: "s. 236Q(1)(c): not asked of a deemed disposal", Code: employee.PriceNotSecured, Change: betweenTrusts, Want: law.NotApplicable},
		{Name: "s. 236H(4)(ca)(ii): the rate was tested", Code: employee.InterestNotSecured, Want: law.Met},
		{Name: "s. 236H(4)(ca)(ii): it was not", Code: employee.InterestNotSecured, Change: asDisposal(func(d *employee.Disposal) { d.Bargain.InterestSteps = no() }), Want: law.Breached},
		{Name: "s. 236H(4)(ca)(ii): all paid at once", Code: employee.InterestNotSecured, Change: asDisposal(func(d *employee.Disposal) { d.Bargain.Deferred = no() }), Want: law.NotApplicable},
		// EOT-10
		{Name: "s. 236H(4)(c): control came with the disposal", Code: employee.ControlTimingMissed, Want: law.Met},
		{Name: "s. 236H(4)(c): on the first day of the tax year", Code: employee.ControlTimingMissed, Change: controlled(days("2025-04-06", "")), Want: law.Met},
		{Name: "s. 236H(4)(c): on the last day before it", Code: employee.ControlTimingMissed, Change: controlled(days("2025-04-05", "")), Want: law.Breached, At: "control.held"},
		{Name: "s. 236H(4)(c): on its last day", Code: employee.ControlTimingMissed, Change: controlled(days("2026-04-05", "")), Want: law.Met},
		{Name: "s. 236H(4)(c): the day after", Code: employee.ControlTimingMissed, Change: controlled(days("2026-04-06", "")), Want: law.Breached},
		{Name: "s. 236H(4)(c)(ii): lost for a day", Code: employee.ControlTimingMissed, Change: controlled(days("2026-01-31", "2026-03-01"), days("2026-03-03", "")), Want: law.Breached},
		{Name: "s. 236H(4)(c)(ii): no day between is no break", Code: employee.ControlTimingMissed, Change: controlled(days("2026-01-31", "2026-03-01"), days("2026-03-02", "")), Want: law.Met},
		{Name: "s. 236H(4)(c): held in an earlier year, and not just before", Code: employee.ControlTimingMissed, Change: controlled(days("2020-01-31", "2025-04-04"), days("2026-01-31", "")), Want: law.Met},
		{Name: "s. 236H(4)(c): the tax year is not over", Code: employee.ControlTimingMissed, On: "2026-04-04", Want: law.Unknown, At: "control.held"},
		{Name: "s. 236H(4)(c): a break is one before the year is over", Code: employee.ControlTimingMissed, On: "2026-04-04", Change: controlled(days("2026-01-31", "2026-03-01")), Want: law.Breached},
		{Name: "s. 236H(4)(c): periods out of order", Code: employee.ControlTimingMissed, Change: controlled(days("2026-03-03", ""), days("2026-01-31", "")), Want: law.Unknown, At: "control.held"},
		{Name: "s. 236H(4)(c): no disposal", Code: employee.ControlTimingMissed, Change: none, Want: law.NotApplicable},
		{
			Name: "Sch 37 para 3(a): a break did not matter before 26 June 2014", Code: employee.ControlTimingMissed, Want: law.Met,
			Change: both(asDisposal(func(d *employee.Disposal) { d.On = day("2014-06-25") }), controlled(days("2014-06-01", "2014-07-01"), days("2014-08-01", ""))),
		},
		{
			Name: "s. 236H(4)(c)(ii): it does from that day", Code: employee.ControlTimingMissed, Want: law.Breached,
			Change: both(asDisposal(func(d *employee.Disposal) { d.On = day("2014-06-26") }), controlled(days("2014-06-01", "2014-07-01"), days("2014-08-01", ""))),
		},
		// EOT-13
		{Name: "s. 236H(4)(e): no earlier relief", Code: employee.RelatedReliefEarlier, Want: law.Met},
		{Name: "s. 236H(4)(e): the spouse sold the year before", Code: employee.RelatedReliefEarlier, Change: earlier(prior("2025-04-05")), Want: law.Breached, At: "disposal.earlier[0]"},
		{Name: "s. 236H(4)(e): earlier in the same tax year", Code: employee.RelatedReliefEarlier, Change: earlier(prior("2025-04-06")), Want: law.Met},
		{Name: "s. 236H(6): of another company", Code: employee.RelatedReliefEarlier, Want: law.Met, Change: earlier(employee.EarlierDisposal{On: law.MustDate("2025-01-01"), SameCompany: no()})},
		{
			Name: "s. 236H(4)(e): whether it was relieved is not stated", Code: employee.RelatedReliefEarlier, Want: law.Unknown, At: "disposal.earlier[0].relieved",
			Change: earlier(employee.EarlierDisposal{On: law.MustDate("2025-01-01"), SameCompany: yes(), ByConnected: yes()}),
		},
		{Name: "s. 236Q: not asked of a deemed disposal", Code: employee.RelatedReliefEarlier, Change: betweenTrusts, Want: law.NotApplicable},
		// EOT-15 to EOT-17, EOT-19
		{Name: "s. 236O: no event", Code: employee.DisqualifyingEventHit, Want: law.NotApplicable},
		{Name: "s. 236O: control lost in the window", Code: employee.DisqualifyingEventHit, Change: events(hit(employee.ControllingInterest, "2026-04-06")), Want: law.Breached, At: "disposal.events[0]"},
		{Name: "s. 236O(2B): a death cured within six months", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Change: events(died(employee.TrusteeIndependence, "2026-05-10", "2026-11-09")), Want: law.Met},
		{Name: "s. 236O(2B): cured a day late", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Change: events(died(employee.TrusteeIndependence, "2026-05-10", "2026-11-10")), Want: law.Breached},
		{Name: "s. 236O(2A): not cured yet", Code: employee.DisqualifyingEventHit, On: "2026-06-01", Change: events(died(employee.Residence, "2026-05-10", "")), Want: law.Unknown, At: "disposal.events[0].met_again"},
		{Name: "s. 236O(2A): not cured in time", Code: employee.DisqualifyingEventHit, On: "2026-11-10", Change: events(died(employee.Residence, "2026-05-10", "")), Want: law.Breached},
		{
			Name: "s. 236O(2A): a resignation is no death", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Want: law.Breached,
			Change: events(employee.DisqualifyingEvent{On: law.MustDate("2026-05-10"), Lost: employee.Residence, OnlyByDeath: no(), MetAgain: day("2026-05-11")}),
		},
		{Name: "s. 236O(2): a death cures nothing else", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Change: events(died(employee.TradingCompany, "2026-05-10", "2026-05-11")), Want: law.Breached},
		{Name: "s. 236H(4)(ba): nor anything in the tax year of the disposal", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Change: events(died(employee.TrusteeIndependence, "2026-03-10", "2026-03-11")), Want: law.Breached},
		{
			Name: "s. 236O(2): independence does not matter to disposals before 30 October 2024", Code: employee.DisqualifyingEventHit, On: "2027-06-01", Want: law.Met,
			Change: both(asDisposal(func(d *employee.Disposal) { d.On = day("2024-10-29") }), events(hit(employee.TrusteeIndependence, "2025-05-10"))),
		},

		// EOT-14, EOT-15
		{Name: "s. 236H(7): a full claim", Code: employee.ClaimIncomplete, Want: law.Met},
		{Name: "s. 236H(7)(b): no registered office", Code: employee.ClaimIncomplete, Change: asClaim(func(x *employee.ReliefClaim) { x.Company = no() }), Want: law.Breached, At: "disposal.claim.company"},
		{Name: "s. 236H(7)(a): whether it identifies the settlement is not stated", Code: employee.ClaimIncomplete, Change: asClaim(func(x *employee.ReliefClaim) { x.Settlement = unsaid() }), Want: law.Unknown},
		{Name: "s. 236H(7): no claim", Code: employee.ClaimIncomplete, Change: noClaim, Want: law.NotApplicable},
		{Name: "s. 236H(7)(ba): with the headcount", Code: employee.ClaimWithoutHeadcount, Want: law.Met},
		{
			Name: "s. 236H(7)(ba): without", Code: employee.ClaimWithoutHeadcount, Want: law.Breached, At: "disposal.claim.headcount",
			Change: asClaim(func(x *employee.ReliefClaim) { x.Headcount, x.TriedForHeadcount, x.SaysTried = no(), no(), no() }),
		},
		{
			Name: "s. 236H(7A): steps taken and said", Code: employee.ClaimWithoutHeadcount, Want: law.Met,
			Change: asClaim(func(x *employee.ReliefClaim) { x.Headcount, x.TriedForHeadcount, x.SaysTried = no(), yes(), yes() }),
		},
		{
			Name: "s. 236H(7A)(b): taken and not said", Code: employee.ClaimWithoutHeadcount, Want: law.Breached,
			Change: asClaim(func(x *employee.ReliefClaim) { x.Headcount, x.TriedForHeadcount, x.SaysTried = no(), yes(), no() }),
		},
		{Name: "s. 236H(7)(ba): no claim", Code: employee.ClaimWithoutHeadcount, Change: noClaim, Want: law.NotApplicable},
		{Name: "s. 236H(7)(d): with the consideration", Code: employee.ClaimWithoutPrice, Want: law.Met},
		{Name: "s. 236H(7)(d): without", Code: employee.ClaimWithoutPrice, Change: asClaim(func(x *employee.ReliefClaim) { x.Consideration = no() }), Want: law.Breached},
		{Name: "s. 236Q(6): not asked of a deemed disposal", Code: employee.ClaimWithoutPrice, Change: betweenTrusts, Want: law.NotApplicable},
		{Name: "s. 236O(3): claimed before any event", Code: employee.ClaimAfterEvent, Want: law.Met},
		{Name: "s. 236O(3): claimed on the day of the event", Code: employee.ClaimAfterEvent, Change: events(hit(employee.ControllingInterest, "2026-04-30")), Want: law.Breached, At: "disposal.claim.on"},
		{Name: "s. 236O(3): claimed the day before", Code: employee.ClaimAfterEvent, Change: events(hit(employee.ControllingInterest, "2026-05-01")), Want: law.Met},
		{Name: "s. 236O(2B): the event is ignored", Code: employee.ClaimAfterEvent, On: "2027-01-01", Change: events(died(employee.TrusteeIndependence, "2026-04-10", "2026-04-11")), Want: law.Met},
		{Name: "s. 236O(3): no claim", Code: employee.ClaimAfterEvent, Change: noClaim, Want: law.NotApplicable},

		// EOT-02 to EOT-05
		{Name: "s. 236H(2A)(a): half the gain", Code: employee.GainMisworked, Want: law.Met},
		{Name: "s. 236H(2A)(a): nothing returned", Code: employee.GainMisworked, Change: asReturn(func(r *employee.ReliefReturn) { r.Chargeable = pounds(0) }), Want: law.Breached, At: "disposal.return.chargeable"},
		{Name: "s. 236H(2A)(a): a penny too much", Code: employee.GainMisworked, Change: asReturn(func(r *employee.ReliefReturn) { r.Chargeable = law.Known(law.Pence(2_000_000_01)) }), Want: law.Breached},
		{Name: "s. 236Q(3): half of a deemed disposal between trusts", Code: employee.GainMisworked, Change: betweenTrusts, Want: law.Breached},
		{Name: "s. 236H(3): half of a disposal the day before", Code: employee.GainMisworked, Change: asDisposal(func(d *employee.Disposal) { d.On = day("2025-11-25") }), Want: law.Breached},
		{Name: "s. 236H(2A)(a): a negative cost cannot be", Code: employee.GainMisworked, Change: asReturn(func(r *employee.ReliefReturn) { r.Cost = pounds(-1) }), Want: law.Unknown, At: "disposal.return"},
		{Name: "s. 236H(2A)(a): the consideration is not stated", Code: employee.GainMisworked, Change: asReturn(func(r *employee.ReliefReturn) { r.Consideration = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "disposal.return.consideration"},
		{Name: "s. 236H(2A)(a): nothing was returned", Code: employee.GainMisworked, Change: noReturn, Want: law.NotApplicable},
		{Name: "s. 236H(3): no loss", Code: employee.LossBooked, Want: law.Met},
		{
			Name: "s. 236H(3): a loss on an undervalue sale", Code: employee.LossBooked, Want: law.Breached, At: "disposal.return.loss",
			Change: asReturn(func(r *employee.ReliefReturn) {
				r.Consideration, r.Chargeable, r.Loss = pounds(500), pounds(0), pounds(500)
			}),
		},
		{Name: "s. 236H(3): nothing was returned", Code: employee.LossBooked, Change: noReturn, Want: law.NotApplicable},
		{Name: "s. 236H(2A)(d): the price less half the gain", Code: employee.TrusteesCostMistaken, Want: law.Met},
		{Name: "s. 236H(2A)(d): the price", Code: employee.TrusteesCostMistaken, Change: asReturn(func(r *employee.ReliefReturn) { r.TrusteesCost = pounds(4_001_000) }), Want: law.Breached, At: "disposal.return.trustees_cost"},
		{Name: "s. 236H(2A)(d): nothing was returned", Code: employee.TrusteesCostMistaken, Change: noReturn, Want: law.NotApplicable},
		{Name: "s. 236H(2A)(b): no other relief", Code: employee.OtherReliefClaimed, Want: law.Met},
		{Name: "s. 236H(2A)(b): business asset disposal relief on the half", Code: employee.OtherReliefClaimed, Change: asReturn(func(r *employee.ReliefReturn) { r.OtherRelief = yes() }), Want: law.Breached, At: "disposal.return.other_relief"},
		{Name: "s. 236H(2A)(b): nothing was returned", Code: employee.OtherReliefClaimed, Change: noReturn, Want: law.NotApplicable},

		// EOT-18
		{Name: "s. 236O(2)(d): 2/5 in the window", Code: employee.ParticipatorsInWindow, Want: law.Met},
		{Name: "s. 236O(2)(d): more", Code: employee.ParticipatorsInWindow, Change: counts(count("2020-01-01", 2, 0, 5), count("2026-04-10", 3, 0, 7)), Want: law.Breached, At: "participation.counts[1]"},
		{
			Name: "s. 236O(7): six months outside the trustees' control", Code: employee.ParticipatorsInWindow, On: "2027-01-01", Want: law.Met,
			Change: counts(count("2020-01-01", 2, 0, 5), outside(count("2026-04-10", 3, 0, 7)), count("2026-10-10", 2, 0, 7)),
		},
		{
			Name: "s. 236O(7): a deliberate redundancy round", Code: employee.ParticipatorsInWindow, On: "2027-01-01", Want: law.Breached,
			Change: counts(count("2020-01-01", 2, 0, 5), count("2026-04-10", 3, 0, 7), count("2026-10-10", 2, 0, 7)),
		},
		{Name: "s. 236O(2)(d): no disposal", Code: employee.ParticipatorsInWindow, Change: none, Want: law.NotApplicable},
		{Name: "s. 236P(2)(d): the window is not over", Code: employee.ParticipatorsLater, Change: counts(count("2020-01-01", 2, 0, 5), count("2026-04-10", 3, 0, 7)), Want: law.Met},
		{Name: "s. 236P(2)(d): more than 2/5 after it", Code: employee.ParticipatorsLater, On: "2031-01-01", Change: counts(count("2020-01-01", 2, 0, 5), count("2030-04-06", 3, 0, 7)), Want: law.Breached, At: "participation.counts[1]"},
		{Name: "s. 236P(2)(d): no disposal", Code: employee.ParticipatorsLater, Change: none, Want: law.NotApplicable},

		// EOT-23
		{Name: "s. 401ZA(1)(d): for the costs", Code: employee.AcquisitionNotForCosts, Want: law.Met},
		{Name: "s. 401ZA(1)(d): for something else", Code: employee.AcquisitionNotForCosts, Change: asAcquisition(func(a *employee.Acquisition) { a.ForCosts = no() }), Want: law.Breached},
		{Name: "s. 401ZA(1)(d): no distribution", Code: employee.AcquisitionNotForCosts, Change: noAcquisition, Want: law.NotApplicable},
		{Name: "s. 401ZA(1)(b): the requirements are met", Code: employee.AcquisitionUnqualified, Want: law.Met},
		{Name: "s. 401ZA(3): a company was the seller", Code: employee.AcquisitionUnqualified, Change: asDisposal(func(d *employee.Disposal) { d.Seller = law.Known(employee.SellingCompany) }), Want: law.Met},
		{Name: "s. 401ZA(1)(b): they are not", Code: employee.AcquisitionUnqualified, Change: asAcquisition(func(a *employee.Acquisition) { a.Qualified = no() }), Want: law.Breached},
		{Name: "s. 401ZA(1)(b): no distribution", Code: employee.AcquisitionUnqualified, Change: noAcquisition, Want: law.NotApplicable},
		{Name: "s. 401ZA(2): what is due", Code: employee.AcquisitionOver, Want: law.Met},
		{Name: "s. 401ZA(4)(f): annual fees too", Code: employee.AcquisitionOver, Change: asAcquisition(func(a *employee.Acquisition) { a.Claimed = law.Known(law.Pence(560_000_01)) }), Want: law.Breached, At: "acquisition.claimed"},
		{
			Name: "s. 401ZA(2): a negative cost cannot be", Code: employee.AcquisitionOver, Want: law.Unknown, At: "acquisition.costs",
			Change: asAcquisition(func(a *employee.Acquisition) {
				a.Costs = law.Known([]employee.AcquisitionCost{{Kind: employee.PricePaid, Amount: -1}})
			}),
		},
		{Name: "s. 401ZA(2): no distribution", Code: employee.AcquisitionOver, Change: noAcquisition, Want: law.NotApplicable},
		{Name: "s. 43(1): claimed in time", Code: employee.AcquisitionClaimLate, Want: law.Met},
		{Name: "s. 43(1): on the last day", Code: employee.AcquisitionClaimLate, Change: asAcquisition(func(a *employee.Acquisition) { a.ClaimedOn = day("2030-04-05") }), Want: law.Met},
		{Name: "s. 43(1): a day late", Code: employee.AcquisitionClaimLate, Change: asAcquisition(func(a *employee.Acquisition) { a.ClaimedOn = day("2030-04-06") }), Want: law.Breached},
		{Name: "s. 43(1): no distribution", Code: employee.AcquisitionClaimLate, Change: noAcquisition, Want: law.NotApplicable},

		// EBT-01 to EBT-04
		{Name: "s. 86: all employees and nobody else", Code: employee.GiftClassTooNarrow, Want: law.Met},
		{Name: "s. 86(3): managers only", Code: employee.GiftClassTooNarrow, Change: asGift(func(g *employee.Gift) { g.AllOrMost = no() }), Want: law.Breached, At: "gift.all_or_most"},
		{Name: "s. 86(1): customers too", Code: employee.GiftClassTooNarrow, Change: asGift(func(g *employee.Gift) { g.OnlyEmployees = no() }), Want: law.Breached, At: "gift.only_employees"},
		{Name: "s. 86: no gift", Code: employee.GiftClassTooNarrow, Change: noGift, Want: law.NotApplicable},
		{Name: "s. 28(6): income to owners", Code: employee.GiftParticipators, Want: law.Met},
		{Name: "s. 28(4): capital to owners in some later year", Code: employee.GiftParticipators, Change: asGift(func(g *employee.Gift) { g.IncomeOnly = no() }), Want: law.Breached, At: "gift.participators"},
		{Name: "s. 28(4): nothing to owners", Code: employee.GiftParticipators, Change: asGift(func(g *employee.Gift) { g.Participators, g.IncomeOnly = no(), unsaid() }), Want: law.Met},
		{Name: "s. 28A: another exemption", Code: employee.GiftParticipators, Change: asGift(func(g *employee.Gift) { g.By = law.Known(employee.AnIndividualToEOT) }), Want: law.NotApplicable},
		{Name: "s. 28(6A): exactly a quarter", Code: employee.GiftEasementLost, Want: law.Met},
		{Name: "s. 28(6A): more than a quarter", Code: employee.GiftEasementLost, Change: asGift(func(g *employee.Gift) { g.Owning = law.Known[int64](26) }), Want: law.Breached, At: "gift.owning"},
		{Name: "s. 28(6A): more owners than beneficiaries cannot be", Code: employee.GiftEasementLost, Change: asGift(func(g *employee.Gift) { g.Owning = law.Known[int64](101) }), Want: law.Unknown},
		{Name: "s. 28(6A): owners get nothing", Code: employee.GiftEasementLost, Change: asGift(func(g *employee.Gift) { g.Participators = no() }), Want: law.NotApplicable},
		{Name: "s. 28(1)(c): two years to the day", Code: employee.GiftHeldTooShort, Want: law.Met},
		{Name: "s. 28(1)(c): a day less", Code: employee.GiftHeldTooShort, Change: asGift(func(g *employee.Gift) { g.HeldSince = day("2024-02-02") }), Want: law.Breached, At: "gift.held_since"},
		{Name: "s. 13: a close company need not have held anything", Code: employee.GiftHeldTooShort, Change: asGift(func(g *employee.Gift) { g.By = law.Known(employee.ACloseCompany) }), Want: law.NotApplicable},
		{
			Name: "s. 13(2): but may let no participator benefit", Code: employee.GiftParticipators, Want: law.Breached,
			Change: asGift(func(g *employee.Gift) { g.By, g.IncomeOnly = law.Known(employee.ACloseCompany), no() }),
		},
		{Name: "s. 28(1)(c): no gift", Code: employee.GiftHeldTooShort, Change: noGift, Want: law.NotApplicable},
		{Name: "s. 28(2): control within a year", Code: employee.GiftWithoutControl, Want: law.Met},
		{Name: "s. 28(2): a day later", Code: employee.GiftWithoutControl, Change: asGift(func(g *employee.Gift) { g.ControlledBy = day("2027-02-01") }), Want: law.Breached},
		{Name: "s. 28(2): not stated", Code: employee.GiftWithoutControl, Change: asGift(func(g *employee.Gift) { g.ControlledBy = law.Fact[law.Date]{} }), Want: law.Unknown, At: "gift.controlled_by"},
		{Name: "s. 28(2): no gift", Code: employee.GiftWithoutControl, Change: noGift, Want: law.NotApplicable},
		{Name: "s. 13A: a close company's disposition to an employee-ownership trust", Code: employee.GiftToTrustUnqualified, Change: asGift(func(g *employee.Gift) { g.By = law.Known(employee.ACloseCompanyToEOT) }), Want: law.Met},
		{Name: "s. 28A(1): the requirements are not met", Code: employee.GiftToTrustUnqualified, Change: asGift(func(g *employee.Gift) { g.By, g.Qualifies = law.Known(employee.AnIndividualToEOT), no() }), Want: law.Breached},
		{Name: "s. 28A(1): a gift to a plain trust", Code: employee.GiftToTrustUnqualified, Want: law.NotApplicable},
	}
	for _, d := range deed {
		cases = append(cases,
			kase{Name: d.field + ": the deed forbids it", Code: d.code, Want: law.Met},
			kase{Name: d.field + ": the deed permits it, and nobody has used it", Code: d.code, Change: deedSays(d.of, yes()), Want: law.Breached, At: "trust.deed." + d.field},
			kase{Name: d.field + ": not stated", Code: d.code, Change: deedSays(d.of, unsaid()), Want: law.Unknown, At: "trust.deed." + d.field},
			kase{Name: d.field + ": s. 236L treats the requirement as met", Code: d.code, Change: both(asOld, deedSays(d.of, yes())), Want: law.NotApplicable},
			kase{Name: d.field + ": it would, but the trustees lent", Code: d.code, Change: both(old(lentOn("2026-05-31")), deedSays(d.of, yes())), Want: law.Breached},
		)
	}
	s := suite(employee.ReliefRules, cases...)
	s.Lawful, s.On = sold, "2026-06-01"
	s.Run(t)
}

// oldTrust held a tenth of everything in 2013, and its trustees have behaved.
func oldTrust() employee.OldTrust {
	tenth := law.Known(law.Percent(10))
	return employee.OldTrust{
		Created: day("2012-05-01"), ForEmployees: yes(), Shares: tenth, Votes: tenth, Profits: tenth, Assets: tenth,
		Terminable: no(), MetThen: no(), MetSince: no(), Acts: law.Known([]employee.OldTrustAct{}),
	}
}

func lentOn(on string) func(*employee.OldTrust) {
	return func(o *employee.OldTrust) {
		o.Acts = law.Known([]employee.OldTrustAct{{On: law.MustDate(on), Is: employee.Lent}})
	}
}

func TestActsBefore10December2013AreDisregarded(t *testing.T) {
	o := oldTrust()
	lentOn("2013-12-09")(&o)
	assert.True(t, treated1(&o, "2014-06-01"))
	lentOn("2013-12-10")(&o)
	assert.False(t, treated1(&o, "2014-06-01"))
	assert.False(t, treated1(&o, "2014-04-05"), "there was no such rule")
}

func treated1(o *employee.OldTrust, on string) bool {
	a := employee.TreatedAsMet(o, law.MustDate(on), &enacted)
	return a.Treated
}

func TestMessagesSayWhatFollows(t *testing.T) {
	c := sold()
	c.Trust.Body.Resident = no()
	for on, want := range map[string]string{
		"2026-04-05": "no relief is due (s. 236H(4)(za))",
		"2026-04-06": "withdraws the relief (s. 236O(1)-(4))",
		"2030-04-05": "withdraws the relief (s. 236O(1)-(4))",
		"2030-04-06": "treated as disposing of the shares at market value (ss. 80, 236P(3A))",
	} {
		assert.ErrorContains(t, judge(t, &c, on).Err(), want, on)
	}
	require.NoError(t, employee.Unlawful(judge(t, &c, "2026-06-01")))
	c.Trust.Body.Trustees = law.Known([]employee.Trustee{corporate(4, 2)})
	assert.ErrorContains(t, judge(t, &c, "2026-06-01").Err(), "since 30 October 2024 (2 of 4 directors are excluded participators). To cease to meet it")
	c.Disposal.Events = law.Known([]employee.DisqualifyingEvent{hit(employee.TrusteeIndependence, "2026-05-01")})
	assert.ErrorContains(t, judge(t, &c, "2026-06-01").Err(), "the requirement of trustee independence ceased to be met")
}
