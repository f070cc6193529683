package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// A Distribution is a dividend declared, or proposed to be declared, for a financial year.
type Distribution struct {
	// Declared is the day of the declaration or proposal, which governs.
	Declared law.Fact[law.Date] `json:"declared,omitzero"`
	// YearStart is the first day of the financial year for which it is declared.
	YearStart law.Fact[law.Date] `json:"year_start,omitzero"`
	// Profits are the distributable profits by the relevant accounts, before any dividend
	// for this year: accumulated realised profits not yet used by distribution or
	// capitalisation, less accumulated realised losses not yet written off (reg 2).
	Profits law.Fact[law.Pence] `json:"distributable_profits,omitzero"`
	// CountedBefore and ExemptBefore are what was already declared for the same year, apart
	// from this dividend: the part that was not exempt, and the part that was.
	CountedBefore law.Fact[law.Pence] `json:"counted_before,omitzero"`
	ExemptBefore  law.Fact[law.Pence] `json:"exempt_before,omitzero"`
	// Resolution is how the members approved the declaration.
	Resolution law.Fact[Resolution] `json:"resolution,omitzero"`
	// BaseRate is the Bank of England's base rate at the beginning of the first day of the
	// year, which the share cap of shares issued before 6 April 2010 follows.
	BaseRate law.Fact[law.Ratio] `json:"base_rate,omitzero"`
	// Portions are the parts of the dividend, by kind of holder and by issue of shares.
	Portions law.Fact[[]Portion] `json:"portions,omitzero"`
}

// A Portion is the part of a dividend that goes to shares alike in every respect: one kind
// of holder, one date of issue, one paid-up value.
type Portion struct {
	// Amount is the dividend on all these shares together.
	Amount law.Fact[law.Pence] `json:"amount,omitzero"`
	// Held says whether the shares are held by, or for, an asset-locked body.
	Held law.Fact[Held] `json:"held,omitzero"`
	// Body is the asset-locked body's name, to be looked for in the articles.
	Body law.Fact[string] `json:"body,omitzero"`
	// Consent says that the Regulator consented to the declaration.
	Consent law.Fact[bool] `json:"regulator_consent,omitzero"`
	// ClaimedExempt says that the company treats this part as exempt; where nothing is said,
	// there is no claim to be judged.
	ClaimedExempt law.Fact[bool] `json:"claimed_exempt,omitzero"`
	// PaidUp is the paid-up value of all these shares: nominal value paid up and any premium
	// paid to the company.
	PaidUp law.Fact[law.Pence] `json:"paid_up,omitzero"`
	// Issued is the day of their issue.
	Issued law.Fact[law.Date] `json:"issued,omitzero"`
	// Before is what was already declared on these shares for the same year, apart from this
	// dividend. It is asked for while the share cap was in force, where anything was.
	Before law.Fact[law.Pence] `json:"declared_before,omitzero"`
	// Past are the earlier financial years of these shares, for the capacity under the share
	// cap that was not used; Drawn is how much of it a dividend of those years already used.
	Past  law.Fact[[]ShareYear] `json:"past,omitzero"`
	Drawn law.Fact[law.Pence]   `json:"drawn,omitzero"`
}

// A ShareYear is an earlier financial year of a portion's shares.
type ShareYear struct {
	YearStart law.Fact[law.Date]  `json:"year_start,omitzero"`
	Paid      law.Fact[law.Pence] `json:"declared_and_paid,omitzero"`
	BaseRate  law.Fact[law.Ratio] `json:"base_rate,omitzero"`
}

// Held says for whom a share is held.
type Held uint8

// A share is held by a private holder; by an asset-locked body, the directors not being
// aware of a trust for anyone else; on behalf of one, or so the directors believe; or by
// an asset-locked body that they know to be a trustee for another. Where the articles put
// charitable bodies in the place of asset-locked ones, so does this (reg 17(6)).
const (
	Privately Held = iota + 1
	ByLockedBody
	ForLockedBody
	OnTrustForOther
)

var holdings = []string{"", "private", "by-locked-body", "for-locked-body", "locked-body-on-trust-for-other"}

// String gives the JSON value.
func (h Held) String() string { return law.NameOf(holdings, h) }

// MarshalText writes String.
func (h Held) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what String writes.
func (h *Held) UnmarshalText(b []byte) error {
	return law.ParseName(h, holdings, b, "a way of holding a share")
}

// locked reports whether the first limb of an exempt dividend is satisfied.
func (h Held) locked() bool { return h == ByLockedBody || h == ForLockedBody }

// Resolution says how members approved something.
type Resolution uint8

// The members resolved by an ordinary or a special resolution, or not at all.
const (
	NoResolution Resolution = iota + 1
	OrdinaryResolution
	SpecialResolution
)

var resolutions = []string{"", "none", "ordinary", "special"}

// String gives the JSON value.
func (r Resolution) String() string { return law.NameOf(resolutions, r) }

// MarshalText writes String.
func (r Resolution) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Resolution) UnmarshalText(b []byte) error {
	return law.ParseName(r, resolutions, b, "a resolution")
}

// exempt decides whether portion i is an exempt dividend (reg 17(2)-(5)): one limb about
// who holds the shares, and one about the articles or the Regulator. It lacks what it
// cannot decide without.
func exempt(l lacker, a *Articles, p *Portion, i int) (is, ok bool) {
	held, ok := needIn(l, &p.Held, i, "held")
	if !ok || !held.locked() {
		return false, ok
	}
	consent, said := p.Consent.Get()
	if consent {
		return true, true
	}
	body, ok1 := needIn(l, &p.Body, i, "body")
	names, ok2 := need(l, &a.LockedBodies, "articles.locked_bodies")
	if !ok1 || !ok2 {
		return false, false
	}
	if is, ok = isNamed(l, names, body); !is && !said {
		l.lack(law.Path("dividend.portions", i, "regulator_consent"), "Did the Regulator consent to the declaration?")
		ok = false
	}
	return is, ok
}

// lacker is told of facts that are missing: a case or an allowance.
type lacker interface{ lack(path, question string) }

// caseLacker and allowanceLacker let one function serve validators and calculators.
type (
	caseLacker      struct{ c *kase }
	allowanceLacker struct{ a *law.Allowance }
)

func (l caseLacker) lack(path, question string)      { l.c.Unknown(path, question) }
func (l allowanceLacker) lack(path, question string) { l.a.Lack(path, question) }

// need is a fact for either; a case notes it, for its findings to show.
func need[V any](l lacker, f *law.Fact[V], path string) (V, bool) {
	if k, ok := l.(caseLacker); ok {
		return law.Need(k.c, f, path)
	}
	v, ok := f.Get()
	if !ok {
		l.lack(path, "")
	}
	return v, ok
}

// money is need for an amount that cannot be below nothing: one that is, is no answer.
func money(l lacker, f *law.Fact[law.Pence], path string) (law.Pence, bool) {
	v, ok := need(l, f, path)
	if v < 0 {
		l.lack(path, "A negative amount is stated, which is no answer.")
		return 0, false
	}
	return v, ok
}

// needIn is a fact of portion i; its path is written only where it is missing.
func needIn[V any](l lacker, f *law.Fact[V], i int, field string) (V, bool) {
	v, ok := f.Get()
	if !ok {
		l.lack(law.Path("dividend.portions", i, field), "")
	}
	return v, ok
}

// parts are the sums of a distribution: what counts towards the caps, and what is exempt.
type parts struct{ counted, exempt law.Pence }

func (p parts) total() law.Pence { return p.counted + p.exempt }

// proposed sums the portions of this dividend.
func proposed(l lacker, c *Company, d *Distribution) (sum parts, ok bool) {
	ps, ok := need(l, &d.Portions, "dividend.portions")
	for i := range ps {
		amount, ok1 := needIn(l, &ps[i].Amount, i, "amount")
		if amount < 0 {
			l.lack(law.Path("dividend.portions", i, "amount"), "A negative amount is stated, which is no answer.")
			ok1 = false
		}
		is, ok2 := exempt(l, &c.Articles, &ps[i], i)
		ok = ok && ok1 && ok2
		if is {
			sum.exempt += amount
		} else {
			sum.counted += amount
		}
	}
	return sum, ok
}

// before is what was declared for the same year apart from this dividend.
func before(l lacker, d *Distribution) (sum parts, ok bool) {
	counted, ok1 := money(l, &d.CountedBefore, "dividend.counted_before")
	free, ok2 := money(l, &d.ExemptBefore, "dividend.exempt_before")
	return parts{counted, free}, ok1 && ok2
}
