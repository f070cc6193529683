package society

import (
	"cmp"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on who may be a member, and on members' debts.
const (
	MemberTooYoung1965   law.Code = "society.member-too-young-1965"
	MemberBarredByRules  law.Code = "society.member-barred-by-rules"
	SignedTooYoung       law.Code = "society.signed-too-young"
	SignedTooYoung2012   law.Code = "society.signed-too-young-2012"
	OfficerTooYoung      law.Code = "society.officer-too-young"
	OfficerTooYoung1965  law.Code = "society.officer-too-young-1965"
	BodyNotPermitted     law.Code = "society.body-not-permitted"
	BodyNotPermitted1965 law.Code = "society.body-not-permitted-1965"
	SetOffTooLarge       law.Code = "society.set-off-too-large"
	SetOffTooLarge1965   law.Code = "society.set-off-too-large-1965"
)

// PersonFigures are the ages of membership and office.
type PersonFigures struct {
	// MemberAge is the least age of a member; there has been none since 8 January 2012.
	MemberAge law.History[int]
	// RulesAge is the age below which the rules may shut people out of membership.
	RulesAge law.History[int]
	// SigningAge is the least age at which a member executes instruments and gives receipts.
	SigningAge law.History[int]
	// OfficerAge is the least age of a member of the committee, trustee, manager or treasurer.
	OfficerAge law.History[int]
}

var (
	// acts1969 lowered full age on 1 January 1970 in every part of Great Britain.
	acts1969 = law.Instrument{Title: "Family Law Reform Act 1969 (c. 46); Age of Majority (Scotland) Act 1969 (c. 39)", URL: "https://www.legislation.gov.uk/ukpga/1969/46"}
	s20      = act1965.At("s. 20", "section/20")
	article8 = order2011.At("art 8(1)", "article/8")
)

func enactedPersons() PersonFigures {
	majority := acts1969.At("s. 1, Sch 1", "")
	return PersonFigures{
		MemberAge: law.Since("society.member_age", "years, at least", at(start1965, 16, s20),
			law.Entry[int]{From: law.MustDate("2012-01-08"), By: article8, Checked: checked, Is: law.Ended}),
		RulesAge: law.Since("society.rules_age", "years, below which the rules may provide otherwise",
			at(start1965, 21, s20), at("1970-01-01", 18, majority), at(start2014, 18, act2014.At("s. 31(1)", "section/31"))),
		SigningAge: law.Since("society.signing_age", "years, at least",
			at("2012-01-08", 16, article8), at(start2014, 16, act2014.At("s. 31(2)", "section/31"))),
		OfficerAge: law.Since("society.officer_age", "years, at least",
			at(start1965, 21, s20), at("1970-01-01", 18, majority), at("2012-01-08", 16, article8),
			at(start2014, 16, act2014.At("s. 31(3)", "section/31"))),
	}
}

// ActingAs is in what capacity a person acts towards the society.
type ActingAs uint8

// The ways of acting.
const (
	// AsMember is being, or being admitted as, a member.
	AsMember ActingAs = iota + 1
	// AsSigner is executing an instrument or giving a receipt under the rules as a member.
	AsSigner
	// AsOfficer is being a member of the committee, or a trustee, manager or treasurer.
	AsOfficer
	// AsBody is a body corporate's holding of shares by its corporate name.
	AsBody
)

var actingAs = []string{"", "member", "signer", "officer", "body-corporate"}

// String gives the JSON value.
func (c ActingAs) String() string { return law.NameOf(actingAs, c) }

// MarshalText writes String.
func (c ActingAs) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *ActingAs) UnmarshalText(b []byte) error {
	return law.ParseName(c, actingAs, b, "a capacity in which a person acts")
}

// A Person is somebody who joins, signs or takes office on a day. An age is attained at
// the beginning of the birthday.
type Person struct {
	On   law.Fact[law.Date] `json:"on,omitzero"`
	As   law.Fact[ActingAs] `json:"as,omitzero"`
	Born law.Fact[law.Date] `json:"born,omitzero"`
	// RulesShutOut says that the registered rules keep persons of this one's age out.
	RulesShutOut law.Fact[bool] `json:"rules_shut_out,omitzero"`
	// BodyPermits says that a body corporate's own regulations permit it to hold the shares.
	BodyPermits law.Fact[bool] `json:"body_permits,omitzero"`
}

// A SetOff is a member's debt taken out of what is credited on the shares.
type SetOff struct {
	On       law.Fact[law.Date]  `json:"on,omitzero"`
	Debt     law.Fact[law.Pence] `json:"debt,omitzero"`
	Credited law.Fact[law.Pence] `json:"credited,omitzero"`
	Taken    law.Fact[law.Pence] `json:"taken,omitzero"`
}

func (x *SetOff) check() error {
	return cmp.Or(amountFact("debt", &x.Debt), amountFact("credited", &x.Credited), amountFact("taken", &x.Taken))
}

func personOf(s *Society) *law.Fact[Person] { return &s.Person }
func setOffOf(s *Society) *law.Fact[SetOff] { return &s.SetOff }

var (
	personActs = dealingOn("person.on", personOf, func(p *Person) law.Fact[law.Date] { return p.On })
	isSetOff   = dealingOn("set_off.on", setOffOf, func(x *SetOff) law.Fact[law.Date] { return x.On })
)

const remedyAge = "Wait until the person is old enough, or let another act."

var (
	officerAge = rule{
		Code: OfficerTooYoung, Provision: act2014.At("s. 31(3)", "section/31"),
		Says:    "A person under the age of 16 may not be a member of the committee, or a trustee, manager or treasurer.",
		InForce: from2014, Event: personActs, Applies: actsAs(AsOfficer), Check: oldEnoughForOffice, Remedy: remedyAge,
	}
	signingAge = rule{
		Code: SignedTooYoung, Provision: act2014.At("s. 31(2)(b)", "section/31"),
		Says:    "A member under the age of 18 may execute instruments and give receipts only if aged 16 or over.",
		InForce: from2014, Event: personActs, Applies: actsAs(AsSigner), Check: oldEnoughToSign, Remedy: remedyAge,
	}
	bodies = rule{
		Code: BodyNotPermitted, Provision: act2014.At("s. 32", "section/32"),
		Says:    "Another body corporate may hold shares by its corporate name if its own regulations so permit.",
		InForce: from2014, Event: personActs, Applies: actsAs(AsBody), Check: bodyPermits,
		Remedy: "Ask for the body's constitution, and for its resolution to invest.",
	}
	setOff = rule{
		Code: SetOffTooLarge, Provision: act2014.At("s. 35(2)", "section/35"),
		Says:    "A society has a lien on a member's shares for a debt due from the member, and may set off what is credited on them towards that debt, and no more.",
		InForce: from2014, Event: isSetOff, Applies: dealing(setOffOf), Check: setOffWithin,
		Remedy: "Give back what was taken beyond the debt.",
	}
)

// The age of office under the 1965 Act was full age until 7 January 2012, whatever the age
// of membership: a member of sixteen could not sit on the committee.
var persons = law.Topic("minors",
	rule{
		Code: MemberTooYoung1965, Provision: s20,
		Says:    "A person who has not attained the age of sixteen may not be a member.",
		InForce: []law.Window{law.From(start1965, law.GreatBritain).Until("2012-01-07")}, Event: personActs, Applies: actsAs(AsMember), Check: oldEnoughToJoin,
		Remedy: remedyAge, Ended: "There is no least age of membership from 8 January 2012; the rules may set one.",
	},
	rule{
		Code: MemberBarredByRules, Provision: act2014.At("s. 31(1)", "section/31"), Weight: law.OwnRules,
		Says:    "A person under full age may be a member unless the registered rules provide otherwise.",
		InForce: always, Event: personActs, Applies: actsAs(AsMember), Check: notShutOut,
		Remedy: "Do not admit the person until the rules allow it.",
	},
	under1965(signingAge, SignedTooYoung2012, act1965.At("s. 20(b)", "section/20"), "2012-01-08"), signingAge,
	rule{
		Code: OfficerTooYoung1965, Provision: s20,
		Says: "A person under full age, or from 8 January 2012 under the age of sixteen, may not be a member of the committee, or a trustee, manager " +
			"or treasurer.",
		InForce: windows1965(start1965), Event: personActs, Applies: actsAs(AsOfficer), Check: oldEnoughForOffice,
		Remedy: remedyAge, Successor: OfficerTooYoung,
	},
	officerAge,
	under1965(bodies, BodyNotPermitted1965, act1965.At("s. 19(1)", "section/19"), start1965), exceptUnions(start2014, bodies),
	under1965(setOff, SetOffTooLarge1965, act1965.At("s. 22(2)", "section/22"), start1965), setOff,
)

func actsAs(want ActingAs) func(*kase) bool {
	return func(c *kase) bool {
		p := c.Subject.Person.Ptr()
		if p == nil {
			return false
		}
		as, ok := law.Need(c, &p.As, "person.as")
		return ok && as == want
	}
}

// Attains returns the day at whose beginning a person attains an age (Family Law Reform Act
// 1969 s. 9; Age of Legal Capacity (Scotland) Act 1991 s. 6, which also says that one born
// on 29 February has the birthday on 1 March in other years).
func Attains(born law.Date, years int) law.Date {
	birthday := born.AddMonths(years * 12)
	_, _, was := born.Civil()
	if _, _, is := birthday.Civil(); is < was {
		return birthday.AddDays(1)
	}
	return birthday
}

func oldEnoughToJoin(c *kase)    { oldEnough(c, &c.Figures.MemberAge) }
func oldEnoughToSign(c *kase)    { oldEnough(c, &c.Figures.SigningAge) }
func oldEnoughForOffice(c *kase) { oldEnough(c, &c.Figures.OfficerAge) }

func oldEnough(c *kase, age *law.History[int]) {
	years, ok := law.Read(c, age, c.On)
	born, ok1 := law.Need(c, &c.Subject.Person.Ptr().Born, "person.born")
	if ok && ok1 && c.On.Before(Attains(born, years)) {
		c.Breach("person.born", "The person, born on %s, is not %d until %s.", born.Long(), years, Attains(born, years).Long())
	}
}

// notShutOut asks what the rules say only of one who is under full age.
func notShutOut(c *kase) {
	years, ok := law.Read(c, &c.Figures.RulesAge, c.On)
	p := c.Subject.Person.Ptr()
	born, ok1 := law.Need(c, &p.Born, "person.born")
	if !ok || !ok1 || !c.On.Before(Attains(born, years)) {
		return
	}
	if out, ok := law.Ask(c, &p.RulesShutOut, "person.rules_shut_out", "Do the registered rules keep persons of this age out of membership?"); ok && out {
		c.Breach("person.rules_shut_out", "The registered rules keep a person born on %s out.", born.Long())
	}
}

func bodyPermits(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.Person.Ptr().BodyPermits, "person.body_permits", "Do the body's own regulations permit it to hold shares in the society?")
	if ok && !yes {
		c.Breach("person.body_permits", "The body's own regulations do not permit it to hold the shares.")
	}
}

// Lien returns how much of a member's debt the society may take out of what is credited
// on the member's shares, what is then left on them, and what is still owed. Negative
// amounts count as nothing.
func Lien(debt, credited law.Pence) (taken, left, owed law.Pence) {
	debt, credited = max(0, debt), max(0, credited)
	taken = min(debt, credited)
	return taken, credited - taken, debt - taken
}

func setOffWithin(c *kase) {
	x := c.Subject.SetOff.Ptr()
	debt, ok := law.Need(c, &x.Debt, "set_off.debt")
	credited, ok1 := law.Need(c, &x.Credited, "set_off.credited")
	taken, ok2 := law.Need(c, &x.Taken, "set_off.taken")
	if !ok || !ok1 || !ok2 {
		return
	}
	if most, _, _ := Lien(debt, credited); taken > most {
		c.Breach("set_off.taken", "The society took %v; the debt is %v and %v is credited on the shares.", taken, debt, credited)
	}
}
