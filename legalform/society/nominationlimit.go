package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// NominationFigures are the limits of what passes on death without a grant.
type NominationFigures struct {
	// NominationLimit is the limit by the day of the death, since 1 August 2014, save of
	// nominations made before 5 August 1954.
	NominationLimit law.History[law.Pence]
	// NominationLimitMade is the limit by the day of the nomination, for deaths before 1
	// August 2014 and for nominations made before 5 August 1954.
	NominationLimitMade law.History[law.Pence]
	// SmallEstateLimit is the limit of what may be distributed without a grant where there is
	// no nomination, by the day of the death.
	SmallEstateLimit law.History[law.Pence]
}

var (
	actSmall = law.Instrument{Title: "Administration of Estates (Small Payments) Act 1965 (c. 32)", Path: "ukpga/1965/32"}
	order75  = law.Instrument{
		Title: "Administration of Estates (Small Payments) (Increase of Limit) Order 1975 (SI 1975/1137)", Path: "uksi/1975/1137", AsMade: true,
	}
	order84 = law.Instrument{
		Title: "Administration of Estates (Small Payments) (Increase of Limit) Order 1984 (SI 1984/539)", Path: "uksi/1984/539", AsMade: true,
	}
)

// The Act of 1965 on small payments raised the limits for deaths, and for nominations
// delivered, after the month that began with its passing on 5 August 1965; an order under
// it does so after the month that begins with its commencement (s. 6(2)).
func enactedNominations() NominationFigures {
	const (
		when54 = "What was the limit of a nomination made from 5 August 1954 to 4 September 1965: more than £100, and at most £200?"
		when75 = "On what day in July 1975 did the Order come into operation, so that it reached what happened from a month later?"
		when84 = "On what day in April or May 1984 did the Order come into operation, so that it reached what happened from a month later?"
	)
	early := act1965.At("s. 23(3)(b)", "section/23")
	small2, small1 := actSmall.At("ss. 2, 6(2)", "section/2"), actSmall.At("ss. 1, 7(5)", "section/1")
	by75, by84 := order75.At("art 3", "article/3"), order84.At("art 2", "article/2")
	gbp := law.Pounds
	return NominationFigures{
		NominationLimit: law.Since("society.nomination_limit", "that a nomination is valid to, by the day of death",
			at(start2014, gbp(5_000), act2014.At("s. 37(4)", "section/37"))),
		NominationLimitMade: law.Since("society.nomination_limit_made", "that a nomination is valid to, by the day it was made",
			at("1914-01-01", gbp(100), early),
			at(startNomination54, gbp(200), act1965.At("s. 23(3)(c)", "section/23")).InDoubt(when54, gbp(100)),
			at("1965-09-05", gbp(500), small2),
			at("1975-08-01", gbp(500), by75).InDoubt(when75, gbp(1_500)),
			at("1975-09-01", gbp(1_500), by75),
			at("1984-05-11", gbp(5_000), by84).InDoubt(when84, gbp(1_500)),
			at("1984-06-30", gbp(5_000), by84)),
		SmallEstateLimit: law.Since("society.small_estate_limit", "of shares, loans and deposits at death",
			at(start1965, gbp(500), small1),
			at("1975-08-01", gbp(500), by75).InDoubt(when75, gbp(1_500)),
			at("1975-09-01", gbp(1_500), by75),
			at("1984-05-11", gbp(5_000), by84).InDoubt(when84, gbp(1_500)),
			at("1984-06-30", gbp(5_000), by84),
			at(start2014, gbp(5_000), act2014.At("s. 40(1)(b)", "section/40"))),
	}
}

// startNomination54 is the first day of the nominations that the £100 limit does not bind.
const startNomination54 = "1954-08-05"

var nomination54 = law.MustDate(startNomination54)

// limits returns the history and the day that give the limit of a nomination.
func (f *Figures) limits(made, died law.Date) (*law.History[law.Pence], law.Date) {
	if died.Before(commenced2014) || made.Before(nomination54) {
		return &f.NominationLimitMade, made
	}
	return &f.NominationLimit, died
}

// NominationAllowance says to what extent a nomination is valid: to £5,000 for a death
// since 1 August 2014, to £100 if it was made before 5 August 1954, and for a death before
// 2014 to the limit of the day on which it was made. A nomination of more is valid up to
// there. No date of the nomination, or one before 1914, gives no answer, and neither do the
// figures of Northern Ireland: it is the law of Great Britain.
func NominationAllowance(f *Figures, made, died law.Date) law.Allowance {
	a := law.Open()
	h, on := f.limits(made, died)
	if limit, ok := read(&a, h, on); ok {
		code, provision := NominationOverLimit, overLimit.Provision
		if died.Before(commenced2014) {
			code, provision = NominationOverLimit1965, act1965.At("s. 23(3)", "section/23")
		}
		a.Within(limit, code, provision)
	}
	return a
}

// Due is what each nominee is to have under a nomination that stands.
type Due struct {
	// Property is what is due within the limit; Transfer of it is to be in shares and Pay in
	// money, where the nominee takes as many shares as may be transferred.
	Property, Transfer, Pay law.Pence
}

// Nominated divides what a nomination is valid to among the nominees. How a limit that
// does not suffice is shared is not said in the Acts: it is then divided in proportion, by
// largest remainder, and shared is true, which is a doubt. A nominee whom the Acts do not
// let be nominated has nothing. The shares of what is due are in the same proportion as
// those of the property. It refuses property that adds up to more than can be.
func Nominated(list []Nominee, limit, maximum law.Fact[law.Pence]) (due []Due, shared bool, err error) {
	weights := make([]int64, len(list))
	var all law.Pence
	entitled := 0
	for i := range list {
		p, _ := list[i].Property.Get()
		if err := list[i].check(); err != nil {
			return nil, false, err
		}
		if may, missing := list[i].mayBeNominated(); !may && missing == "" || p == 0 {
			continue
		}
		entitled++
		weights[i] = int64(p)
		if all += p; all > law.MaxPence {
			return nil, false, fmt.Errorf("nominees[%d].property: the nominees' property adds up to more than can be", i)
		}
	}
	most := all
	if l, ok := limit.Get(); ok {
		most = min(all, l)
	}
	parts, err := law.Split(most, weights)
	if err != nil {
		return nil, false, err
	}
	due = make([]Due, len(list))
	for i, p := range parts {
		due[i] = list[i].due(p, &maximum)
	}
	return due, most < all && entitled > 1, nil
}

// due divides a nominee's property between shares and money.
func (n *Nominee) due(p law.Pence, maximum *law.Fact[law.Pence]) Due {
	shares, _ := n.Shares.Get()
	property, _ := n.Property.Get()
	if property > 0 {
		shares = law.MulDiv(shares, int64(p), int64(property), law.Down)
	}
	held, _ := n.Holds.Get()
	d := Due{Property: p, Transfer: shares}
	if most, ok := maximum.Get(); ok && n.Exempt.Or(NotExempt) == NotExempt {
		d.Transfer = nomineeRoom(shares, held, most)
	}
	d.Pay = p - d.Transfer
	return d
}

// nomineeRoom is how many of some shares may be transferred to one who holds others.
func nomineeRoom(shares, held, maximum law.Pence) law.Pence {
	return min(shares, max(0, maximum-held))
}

// dues works out what each nominee is due; not ok where a fact or a figure is missing, and
// the limit's division is a doubt of its own.
func dues(c *kase) (list []Nominee, due []Due, shared, ok bool) {
	n := c.Subject.Nomination.Ptr()
	list, ok = nominees(c)
	made, ok1 := law.Need(c, &n.Made, "nomination.made")
	if !ok || !ok1 {
		return nil, nil, false, false
	}
	for i := range list {
		_, missing := list[i].mayBeNominated()
		if _, told := list[i].Property.Get(); missing == "" && !told {
			missing = "property"
		}
		if missing != "" {
			c.Unknown(law.Path("nomination.nominees", i, missing), "")
			return nil, nil, false, false
		}
	}
	h, on := c.Figures.limits(made, c.On)
	limit, ok := law.Read(c, h, on)
	if !ok {
		return nil, nil, false, false
	}
	due, shared, err := Nominated(list, law.Known(limit), law.Fact[law.Pence]{})
	if err != nil {
		c.Unknown("nomination.nominees", "What did the nomination give each nominee? "+err.Error()+".")
	}
	return list, due, shared, err == nil
}

const (
	askShared    = "How is the limit shared among several nominees?"
	inProportion = "in proportion to what each was to have"
	asCommittee  = "in any way within the whole"
)

func withinNomination(c *kase) { eachDue(c, true) }

func nomineesHaveTheirs(c *kase) {
	if !stillStands(c) {
		return
	}
	eachDue(c, false)
}

// stillStands reports whether nothing stated has revoked the nomination; what does is the
// subject of a rule of its own.
func stillStands(c *kase) bool {
	later, ok := law.Need(c, &c.Subject.Nomination.Ptr().Later, "nomination.later")
	for i := range later {
		if _, yes := laterRevokes(c, i, &later[i]); yes {
			return false
		}
	}
	return ok
}

// eachDue compares what nominees were given with what is due: over it, or under it. Where
// the limit is shared in no way that the Acts say, only the whole is sure.
func eachDue(c *kase, over bool) {
	list, due, shared, ok := dues(c)
	if !ok {
		return
	}
	var given, whole law.Pence
	for i := range list {
		g, told := list[i].given()
		if !told {
			c.Unknown(law.Path("nomination.nominees", i, missingOf(&list[i])), "")
			return
		}
		given, whole = given+g, whole+due[i].Property
	}
	if amiss(given, whole, over) {
		c.Breach("nomination.nominees", "The nominees were given %v; %v is due to them within the limit.", given, whole)
		return
	}
	for i := range list {
		g, _ := list[i].given()
		if !amiss(g, due[i].Property, over) || shared && c.Doubt(askShared, inProportion, asCommittee) == 1 {
			continue
		}
		c.Breach(law.Path("nomination.nominees", i, ""), "The nominee was given %v; %v is due.", g, due[i].Property)
	}
}

func amiss(given, due law.Pence, over bool) bool {
	if over {
		return given > due
	}
	return given < due
}

func missingOf(n *Nominee) string {
	if !n.Transferred.Stated() {
		return "transferred"
	}
	return "paid"
}

// permittedMaximum is the lower of the society's own maximum and the Act's. Where the rules
// count every share and the Act only withdrawable ones, sure is the lower still, and most
// what may be held if enough of it is not withdrawable.
func permittedMaximum(c *kase) (sure, most law.Pence, ok bool) {
	limit, ok := law.Read(c, &c.Figures.MaxShareholding, c.On)
	b := c.Subject.RuleBook.Ptr()
	if b == nil {
		b = &RuleBook{}
	}
	own := OwnMaximum(c.Figures, b, c.On)
	for _, m := range own.Missing {
		c.Unknown("rule_book."+m.Path, m.Question)
	}
	sure = min(own.Most, limit.Most)
	most = sure
	if all := b.Maximum.Or(ShareLimit{}); limit.OnlyWithdrawable && !all.OnlyWithdrawable {
		most = own.Most
	}
	return sure, most, ok && own.Known()
}

// transferWithinMaximum reads the maximum of the society's own rules, within the Act's.
func transferWithinMaximum(c *kase) {
	list, ok := nominees(c)
	provider, ok1 := law.Read(c, &c.Figures.ProviderExemption, c.On)
	sure, most, ok2 := permittedMaximum(c)
	if !ok || !ok1 || !ok2 {
		return
	}
	for i := range list {
		n := &list[i]
		exempt, said := n.outside(provider)
		if p, _ := n.Transferred.Get(); p == 0 || exempt {
			continue
		}
		held, told := n.Holds.Get()
		switch {
		case !told:
			c.Unknown(law.Path("nomination.nominees", i, "holds"), "")
		case n.fits(sure):
		case !said:
			c.Unknown(law.Path("nomination.nominees", i, "exempt"), "")
		case n.fits(most):
			c.Unknown(law.Path("nomination.nominees", i, "holds"), "How much of it is in withdrawable shares, of which nobody may hold more than "+sure.String()+"?")
		default:
			c.Breach(law.Path("nomination.nominees", i, "transferred"), "The transfer of %v to one who held %v goes beyond the maximum of %v.",
				n.Transferred.Or(0), held, most)
		}
	}
}

// outside reports whether no maximum applies to the nominee, and whether that is stated.
func (n *Nominee) outside(provider bool) (exempt, said bool) {
	h := Holding{Exempt: n.Exempt}
	return h.exempt(provider)
}

// fits reports whether what was transferred keeps the nominee within a maximum.
func (n *Nominee) fits(most law.Pence) bool {
	return nomineeRoom(n.Transferred.Or(0), n.Holds.Or(0), most) >= n.Transferred.Or(0)
}
