package cic

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on dividends.
const (
	DividendNotPermitted  law.Code = "cic.dividend-not-permitted"
	DividendNotResolved   law.Code = "cic.dividend-not-resolved"
	OverShareCap          law.Code = "cic.over-share-cap"
	OverAggregateCap      law.Code = "cic.over-aggregate-cap"
	NotExempt             law.Code = "cic.not-exempt"
	OutsideSchedule2      law.Code = "cic.outside-schedule-2"
	OverDistributable     law.Code = "cic.over-distributable-profits"
	OverDistributable1985 law.Code = "cic.over-distributable-profits-1985"
)

// The doubt about when distributable profits are measured, and its readings.
const (
	measuredWhen   = "Regulation 19 does not say when distributable profits are measured, and a dividend was already declared for the year."
	measuredBefore = "profits by the relevant accounts, before any dividend for the year"
	measuredAfter  = "profits less what was already declared for the year"
)

const remedyLess = "Declare no more than the amount allowed, and keep the rest in reserves."

var declared = event{Path: "dividend.declared", Of: func(c *Company) law.Fact[law.Date] {
	if d := c.Dividend.Ptr(); d != nil {
		return d.Declared
	}
	return law.Fact[law.Date]{}
}}

var dividends = law.Topic("dividends",
	rule{
		Code: DividendNotPermitted, Provision: reg17Articles,
		Says:    "A company may declare a dividend only to the extent that its articles permit.",
		InForce: inForce(), Event: declared, Applies: hasDividend, Check: permitted,
		Remedy: "Withdraw the dividend, or first alter the articles so far as the Schedule that the company follows allows.",
	},
	rule{
		Code: DividendNotResolved, Provision: regs2005.At("reg 17(1)(b)", "regulation/17"),
		Says:    "A dividend, an interim one included, may be declared only if an ordinary or special resolution of the members has approved it.",
		InForce: inForce(), Event: declared, Applies: hasDividend, Check: resolved,
		Remedy: "Put the declaration to the members.",
	},
	rule{
		Code: OverShareCap, Provision: reg18,
		Says:    "Dividends on a share for a financial year may not be more than the share dividend cap allows on its paid-up value, with unused capacity of earlier years.",
		InForce: until("2014-09-30"), Event: declared, Applies: hasShareDividend, Check: withinShareCap,
		Remedy: remedyLess, Ended: "SI 2014/2483 took the cap off dividends declared or proposed from 1 October 2014.",
	},
	rule{
		Code: OverAggregateCap, Provision: reg19,
		Says:    "Dividends for a financial year, exempt ones aside, may not be more than the aggregate dividend cap allows on distributable profits.",
		InForce: inForce(), Event: declared, Applies: hasShareDividend, Check: withinAggregateCap,
		Remedy: remedyLess,
	},
	rule{
		Code: NotExempt, Provision: regs2005.At("reg 17(2)-(5)", "regulation/17"),
		Says:    "A dividend is exempt only if the share is held by or for an asset-locked body, and either the Regulator consented or the articles name that body.",
		InForce: inForce(), Event: declared, Applies: claimsExemption, Check: isExempt,
		Remedy: "Count the dividend towards the cap, or obtain the Regulator's consent before it is declared.",
	},
	rule{
		Code: OutsideSchedule2, Provision: sch2Para1,
		Says:    "A company whose articles follow Schedule 2 may pay a dividend only to a specified asset-locked body, or to another with the Regulator's consent.",
		InForce: inForce(), Event: declared, Applies: inSchedule2, Check: onlyLocked,
		Remedy: "Pay no dividend to other holders; a company that is to do so must adopt articles that follow Schedule 3.",
	},
	rule{
		Code: OverDistributable1985, Provision: profits1985,
		Says:    "A distribution may be made only out of profits available for the purpose.",
		InForce: []law.Window{{From: law.MustDate("2005-07-01"), To: profitsRule, In: law.GreatBritain}},
		Event:   declared, Applies: hasShareDividend, Check: withinProfits,
		Remedy: remedyLess, Successor: OverDistributable,
	},
	rule{
		Code: OverDistributable, Provision: profits2006,
		Says:    "A distribution, exempt dividends included, may be made only out of profits available for the purpose.",
		InForce: []law.Window{{From: profitsRule, In: law.UnitedKingdom}}, Event: declared, Applies: hasShareDividend, Check: withinProfits,
		Remedy: remedyLess,
	},
)

func hasDividend(c *kase) bool { return c.Subject.Dividend.Stated() }

func hasShareDividend(c *kase) bool { return hasDividend(c) && hasShares(c) }

func inSchedule2(c *kase) bool {
	if !hasDividend(c) {
		return false
	}
	t, ok := law.Need(c, &c.Subject.Type, "type")
	return ok && t == Schedule2
}

func claimsExemption(c *kase) bool {
	if !hasDividend(c) {
		return false
	}
	ps, _ := law.Need(c, &c.Subject.Dividend.Ptr().Portions, "dividend.portions")
	for i := range ps {
		if ps[i].ClaimedExempt.Or(false) {
			return true
		}
	}
	return false
}

func permitted(c *kase) {
	t, ok := law.Need(c, &c.Subject.Type, "type")
	switch {
	case !ok:
	case !t.HasShares():
		c.Breach("dividend", "A company limited by guarantee without share capital has no shares on which to declare a dividend.")
	default:
		if yes, ok := law.Need(c, &c.Subject.Articles.PermitsDividends, "articles.permits_dividends"); ok && !yes {
			c.Breach("dividend", "The articles do not permit a dividend.")
		}
	}
}

func resolved(c *kase) {
	r, ok := law.Need(c, &c.Subject.Dividend.Ptr().Resolution, "dividend.resolution")
	if ok && r == NoResolution {
		c.Breach("dividend.resolution", "No resolution of the members approved the declaration; the directors alone may not make it.")
	}
}

func withinAggregateCap(c *kase) {
	d := c.Subject.Dividend.Ptr()
	a := law.Open()
	k, ok1 := aggregate(caseLacker{c}, d)
	limit, ok2 := figure(c, &c.Figures.AggregateCap, &d.YearStart, "dividend.year_start")
	now, ok3 := proposed(caseLacker{c}, c.Subject, d)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	if k.before.total() > 0 && c.Doubt(measuredWhen, measuredBefore, measuredAfter) == 1 {
		k.profits -= k.before.total()
	}
	k.lower(&a, limit)
	if now.counted > a.Most {
		c.Breach("dividend.portions", "Dividends of %v that are not exempt are more than the %v left: %v of distributable profits of %v, less %v already declared for the year. The excess is %v.",
			now.counted, a.Most, limit, k.profits, k.before.counted, now.counted-a.Most)
	}
}

func isExempt(c *kase) {
	ps, _ := law.Need(c, &c.Subject.Dividend.Ptr().Portions, "dividend.portions")
	for i := range ps {
		if !ps[i].ClaimedExempt.Or(false) {
			continue
		}
		if is, ok := exempt(caseLacker{c}, &c.Subject.Articles, &ps[i], i); ok && !is {
			c.Breach(law.Path("dividend.portions", i, "claimed_exempt"), "A dividend on shares is claimed to be exempt, and is not: %s.", whyNotExempt(&ps[i]))
		}
	}
}

// whyNotExempt says which limb a portion fails.
func whyNotExempt(p *Portion) string {
	switch p.Held.Or(Privately) {
	case OnTrustForOther:
		return "the asset-locked body's shares are held on trust for somebody else, as the directors know"
	case ByLockedBody, ForLockedBody:
		return fmt.Sprintf("the articles do not name %q as a possible recipient of assets, and the Regulator did not consent", p.Body.Or(""))
	default:
		return "they are not held by or for an asset-locked body"
	}
}

func onlyLocked(c *kase) {
	ps, _ := law.Need(c, &c.Subject.Dividend.Ptr().Portions, "dividend.portions")
	for i := range ps {
		amount, ok1 := needIn(caseLacker{c}, &ps[i].Amount, i, "amount")
		is, ok2 := exempt(caseLacker{c}, &c.Subject.Articles, &ps[i], i)
		if ok1 && ok2 && !is && amount > 0 {
			c.Breach(law.Path("dividend.portions", i, "held"),
				"A dividend of %v goes to a holder who is not a specified asset-locked body, nor another with the Regulator's consent.", amount)
		}
	}
}

func withinProfits(c *kase) {
	d := c.Subject.Dividend.Ptr()
	k, ok1 := aggregate(caseLacker{c}, d)
	now, ok2 := proposed(caseLacker{c}, c.Subject, d)
	if !ok1 || !ok2 {
		return
	}
	if room := k.room(); now.total() > room {
		c.Breach("dividend.portions", "Dividends of %v are more than the %v left of distributable profits of %v, after %v already declared for the year.",
			now.total(), room, k.profits, k.before.total())
	}
}

// figure reads a history as at a date that is itself a fact.
func figure[V any](c *kase, h *law.History[V], on *law.Fact[law.Date], path string) (v V, ok bool) {
	d, ok := law.Need(c, on, path)
	if !ok {
		return v, false
	}
	return law.Read(c, h, d)
}

// account is what the limits on a year's dividends are worked out from.
type account struct {
	profits law.Pence
	before  parts
}

func aggregate(l lacker, d *Distribution) (k account, ok bool) {
	profits, ok1 := need(l, &d.Profits, "dividend.distributable_profits")
	sum, ok2 := before(l, d)
	return account{profits, sum}, ok1 && ok2
}

// room is what is left of distributable profits, whoever is paid, as of any company's.
func (k account) room() law.Pence { return company.ProfitsLeft(k.profits, k.before.total()) }

// lower brings an allowance down to what the aggregate cap leaves.
func (k account) lower(a *law.Allowance, limit law.Ratio) {
	most := limit.Of(max(k.profits, 0))
	a.Working.Add("distributable profits", k.profits)
	a.Working.Rate("aggregate dividend cap", limit)
	a.Working.Add("most for the year", most)
	a.Working.Add("less already declared and not exempt", k.before.counted)
	by := aggregateCeiling(limit)
	a.Under(&by, by.Left(k.profits, k.before.counted))
}
