package society

import (
	"cmp"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on what a member may hold.
const (
	ShareholdingTooLarge     law.Code = "society.shareholding-too-large"
	ShareholdingTooLarge1965 law.Code = "society.shareholding-too-large-1965"
)

// ShareFigures are the figures of members' holdings.
type ShareFigures struct {
	// MaxShareholding is the largest interest in shares that a member may have.
	MaxShareholding law.History[ShareLimit]
	// ProviderExemption says whether shares in a private registered provider of social
	// housing that a local authority acquired under its general powers are outside it.
	ProviderExemption law.History[bool]
}

// A ShareLimit is a maximum, and which shares count towards it.
type ShareLimit struct {
	Most law.Pence `json:"most"`
	// OnlyWithdrawable leaves shares that are not withdrawable out of account.
	OnlyWithdrawable bool `json:"only_withdrawable,omitempty"`
}

// String writes "£20,000.00 in all shares".
func (l ShareLimit) String() string {
	if l.OnlyWithdrawable {
		return l.Most.String() + " in withdrawable shares"
	}
	return l.Most.String() + " in all shares"
}

// day1981 is in doubt: the text of the Order was not found. The order on deposits with the
// number before it, made on 11 March 1981 by the same registrar, came into operation on 13
// April 1981 and says nothing of shares; the provisional reading turns on that day.
const day1981 = "On what day in 1981 did the Order come into operation? Its twin on deposits, SI 1981/394, did on 13 April."

func enactedShares() ShareFigures {
	all := func(pounds int64) ShareLimit { return ShareLimit{Most: law.Pounds(pounds)} }
	withdrawable := func(pounds int64) ShareLimit { return ShareLimit{law.Pounds(pounds), true} }
	s6 := act1965.At("s. 6(1)", "section/6")
	s1of1975 := act1975.At("s. 1", "section/1")
	of1981 := order1981.At("art 3", "article/3")
	return ShareFigures{
		MaxShareholding: law.Since("society.max_shareholding", "of interest in shares, for a member",
			at(start1965, all(1_000), s6),
			at("1975-07-03", all(1_000), s1of1975).InDoubt("On what day in 1975, after it was passed on 3 July, did the Act come into force?", all(5_000)),
			at("1976-01-01", all(5_000), s1of1975),
			at("1981-01-01", all(5_000), of1981).InDoubt(day1981, all(10_000)),
			at("1981-04-13", all(10_000), of1981).InDoubt(day1981, all(5_000)),
			at("1982-01-01", all(10_000), of1981),
			at("1994-03-15", all(20_000), order1994.At("art 3", "article/3")),
			at("2012-01-08", withdrawable(20_000), order2011.At("art 3", "article/3")),
			at("2014-04-06", withdrawable(100_000), order2014.At("art 2", "article/2")),
			at(start2014, withdrawable(100_000), act2014.At("s. 24(1)", "section/24")),
		),
		ProviderExemption: law.Since("society.provider_exemption", "whether there is one",
			at(start1965, false, s6),
			at("2010-04-01", true, order2010.At("Sch 2 para 1", "schedule/2")),
			at(start2014, true, act2014.At("s. 24(2)(c)", "section/24")),
		),
	}
}

// Exemption is why a holding is outside the maximum.
type Exemption uint8

// The exemptions. A company, a charity or a public body as such has none.
const (
	// NotExempt is a holding to which the maximum applies.
	NotExempt Exemption = iota + 1
	// SocietyMember is held by a registered society.
	SocietyMember
	// HousingAuthority was acquired under the Housing Associations Act 1985 ss. 58 or 59(2),
	// the Housing Act 1996 s. 22, or what they replaced.
	HousingAuthority
	// AuthorityInProvider was acquired by a local authority under the Local Government Act
	// 2000 s. 2 or the Localism Act 2011 s. 1, in a private registered provider.
	AuthorityInProvider
	// AgriculturalCredits was acquired under the Schedule to the Agricultural Credits Act 1923.
	AgriculturalCredits
)

var exemptions = []string{"", "none", "registered-society", "housing-authority", "local-authority-in-registered-provider", "agricultural-credits"}

// String gives the JSON value.
func (e Exemption) String() string { return law.NameOf(exemptions, e) }

// MarshalText writes String.
func (e Exemption) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Exemption) UnmarshalText(b []byte) error {
	return law.ParseName(e, exemptions, b, "an exemption from the maximum shareholding")
}

// A Holding is what one member has or claims of the society's shares.
type Holding struct {
	// Member is an id that locates a finding; no name is needed.
	Member          string              `json:"member"`
	Exempt          law.Fact[Exemption] `json:"exempt,omitzero"`
	Withdrawable    law.Fact[law.Pence] `json:"withdrawable,omitzero"`
	NonWithdrawable law.Fact[law.Pence] `json:"non_withdrawable,omitzero"`
}

func (h *Holding) check() error {
	return cmp.Or(amountFact("withdrawable", &h.Withdrawable), amountFact("non_withdrawable", &h.NonWithdrawable))
}

var shareLimit = rule{
	Code: ShareholdingTooLarge, Provision: act2014.At("s. 24(1)-(2)", "section/24"),
	Says: "A member, other than a registered society or the holder of shares that are exempt, may not have or claim any interest in the " +
		"society's withdrawable shares exceeding the maximum.",
	InForce: from2014, Check: shareholdings,
	Remedy: "Have the excess withdrawn, transferred or turned into shares or loans outside the maximum.",
}

var shareLimit1965 = rule{
	Code: ShareholdingTooLarge1965, Provision: act1965.At("s. 6(1)-(1ZA)", "section/6"),
	Says: "No member, other than a registered society or the holder of shares that are exempt, may have or claim any interest in the " +
		"society's shares exceeding the maximum, shares that are not withdrawable being left out of account from 8 January 2012.",
	InForce: windows1965(start1965), Check: shareholdings,
	Remedy: shareLimit.Remedy, Successor: ShareholdingTooLarge,
}

var shareholding = law.Topic("the maximum shareholding", exceptUnions(startUnions, shareLimit1965), exceptUnions(startUnions, shareLimit))

// shareholdings needs no list where all the capital together is within the maximum.
func shareholdings(c *kase) {
	limit, ok1 := law.Read(c, &c.Figures.MaxShareholding, c.On)
	provider, ok2 := law.Read(c, &c.Figures.ProviderExemption, c.On)
	if !ok1 || !ok2 {
		return
	}
	if all, ok := c.Subject.ShareCapital.Get(); ok && all <= limit.Most && !c.Subject.Holdings.Stated() {
		return
	}
	if _, ok := law.Need(c, &c.Subject.Holdings, "holdings"); ok {
		eachHolding(c, *c.Subject.Holdings.Ptr(), limit, provider)
	}
}

func eachHolding(c *kase, list []Holding, limit ShareLimit, provider bool) {
	for i := range list {
		if counted, missing := list[i].counted(limit, provider); missing != "" {
			c.Unknown(law.Path("holdings", i, missing), "")
		} else if counted > limit.Most {
			c.Breach(law.Path("holdings", i, ""), "Member %s has an interest of %v that counts; the maximum is %v.",
				list[i].Member, counted, limit)
		}
	}
}

// counted is the part of a holding that counts towards a limit, nothing of an exempt one.
// Where a fact is missing without which it might be over the limit, it returns its name.
func (h *Holding) counted(l ShareLimit, provider bool) (p law.Pence, missing string) {
	exempt, told := h.exempt(provider)
	if exempt {
		return 0, ""
	}
	p, ok := h.Withdrawable.Get()
	if !ok {
		return 0, "withdrawable"
	}
	if !l.OnlyWithdrawable {
		other, ok := h.NonWithdrawable.Get()
		if !ok {
			return 0, "non_withdrawable"
		}
		p += other
	}
	if p > l.Most && !told {
		return 0, "exempt"
	}
	return p, ""
}

// exempt reports whether the holding is outside the maximum, and whether that is stated.
func (h *Holding) exempt(provider bool) (exempt, told bool) {
	e, told := h.Exempt.Get()
	return told && e != NotExempt && (provider || e != AuthorityInProvider), told
}

// SharesRoom says how much more a holder may take up, on a date, of shares that count
// towards the maximum: withdrawable ones, and before 8 January 2012, in Northern Ireland
// before 2018, all. There is no limit for an exempt holding.
func SharesRoom(f *Figures, h Holding, on law.Date) law.Allowance {
	a := law.Open()
	limit, ok1 := read(&a, &f.MaxShareholding, on)
	provider, ok2 := read(&a, &f.ProviderExemption, on)
	if !ok1 || !ok2 {
		return a
	}
	exempt, told := h.exempt(provider)
	if f.northern() && h.exemptByParagraphB() {
		a.Lack("exempt", askParagraphB)
	}
	if !told {
		a.Lack("exempt", "Is the holder a registered society, or are the shares otherwise outside the maximum?")
	}
	counted, missing := h.counted(limit, provider)
	if missing != "" && missing != "exempt" {
		a.Lack(missing, "")
	}
	if exempt || !a.Known() {
		return a
	}
	code, provision := ShareholdingTooLarge, shareLimit.Provision
	if on.Before(commenced2014) && !f.northern() {
		code, provision = ShareholdingTooLarge1965, shareLimit1965.Provision
	}
	code, provision = f.cites(code, provision)
	a.Within(limit.Most-counted, code, provision)
	a.Working.Add("the maximum", limit.Most)
	a.Working.Add("counted already", counted)
	return a
}
