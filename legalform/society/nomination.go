package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on nominations of property on death.
const (
	NominationForm            law.Code = "society.nomination-form"
	NominationForm1965        law.Code = "society.nomination-form-1965"
	NomineeOnStaff            law.Code = "society.nominee-on-staff"
	NomineeOnStaff1965        law.Code = "society.nominee-on-staff-1965"
	NominationUnrecorded      law.Code = "society.nomination-unrecorded"
	NominationUnrecorded1965  law.Code = "society.nomination-unrecorded-1965"
	NominationRevoked         law.Code = "society.nomination-revoked"
	NominationRevoked1965     law.Code = "society.nomination-revoked-1965"
	NominationOverLimit       law.Code = "society.nomination-over-limit"
	NominationOverLimit1965   law.Code = "society.nomination-over-limit-1965"
	NominationNotHonoured     law.Code = "society.nomination-not-honoured"
	NominationNotHonoured1965 law.Code = "society.nomination-not-honoured-1965"
	NomineeOverMaximum        law.Code = "society.nominee-over-maximum"
	NomineeOverMaximum1965    law.Code = "society.nominee-over-maximum-1965"
)

func nominationOf(s *Society) *law.Fact[Nomination] { return &s.Nomination }

var (
	nominated  = dealingOn("nomination.made", nominationOf, func(n *Nomination) law.Fact[law.Date] { return n.Made })
	memberDied = dealingOn("nomination.died", nominationOf, func(n *Nomination) law.Fact[law.Date] { return n.Died })
)

var (
	nominationForm = rule{
		Code: NominationForm, Provision: act2014.At("s. 37(2)", "section/37"),
		Says: "A nomination must be made in a written statement signed by the member and delivered at or sent to the registered office in the " +
			"member's lifetime, or in a book kept there.",
		InForce: from2014, Event: nominated, Applies: dealing(nominationOf), Check: formOfNomination,
		Remedy: "Have the member sign a statement and send it to the registered office.",
	}
	onStaff = rule{
		Code: NomineeOnStaff, Provision: act2014.At("s. 37(3)", "section/37"),
		Says: "The nomination of a person who is at its date an officer or employee of the society is valid only if that person is the nominator's " +
			"spouse, civil partner, parent, child, brother, sister, nephew or niece.",
		InForce: from2014, Event: nominated, Applies: dealing(nominationOf), Check: relatives,
		Remedy: "Nominate somebody else, or leave the property by will.",
	}
	recorded = rule{
		Code: NominationUnrecorded, Provision: act2014.At("s. 37(5)", "section/37"),
		Says:    "The society must keep a book that records the names of all persons nominated, and any revocation or variation.",
		InForce: from2014, Event: nominated, Applies: dealing(nominationOf), Check: nominationRecorded,
		Remedy: "Enter the nomination in the book.",
	}
	revoked = rule{
		Code: NominationRevoked, Provision: act2014.At("s. 38", "section/38"),
		Says: "A nomination is revoked by a later nomination, by a signed document of revocation sent to the registered office in the member's lifetime, " +
			"and by the member's later marriage or civil partnership, but not by a will; and property may not then be dealt with under it, save in ignorance of the marriage or partnership.",
		InForce: from2014, Event: memberDied, Applies: settled, Check: notRevoked,
		Remedy: "Deal with the property under the later nomination, or as that of a member who made none.",
	}
	overLimit = rule{
		Code: NominationOverLimit, Provision: act2014.At("s. 37(4), Sch 3 para 10", "section/37"),
		Says:    "Where the property comprised in a nomination exceeds the limit at death, the nomination is valid to the extent of the limit, but not further.",
		InForce: from2014, Event: memberDied, Applies: settled, Check: withinNomination,
		Remedy: "Recover what went beyond the limit; it belongs to the member's estate.",
	}
	honoured = rule{
		Code: NominationNotHonoured, Provision: act2014.At("ss. 37(4), 39(2)", "section/39"),
		Says: "On satisfactory proof of the member's death the committee must transfer to each nominee the property to which the nominee is entitled, " +
			"or pay its full value.",
		InForce: from2014, Event: memberDied, Applies: proved, Check: nomineesHaveTheirs,
		Remedy: "Transfer or pay what is due up to the limit; the nomination is not void for exceeding it, nor revoked by a will.",
	}
	nomineeMaximum = rule{
		Code: NomineeOverMaximum, Provision: act2014.At("s. 39(4)", "section/39"),
		Says: "The committee must not transfer to a nominee more shares than bring the nominee's share capital to the maximum permitted in the society, " +
			"and must pay the value of the rest.",
		InForce: from2014, Event: memberDied, Applies: settled, Check: transferWithinMaximum,
		Remedy: "Pay the nominee the value of the shares beyond the maximum.",
	}
)

var nominations = law.Topic("nominations",
	under1965(nominationForm, NominationForm1965, act1965.At("s. 23(1)", "section/23"), start1965), nominationForm,
	under1965(onStaff, NomineeOnStaff1965, act1965.At("s. 23(2)", "section/23"), start1965), onStaff,
	under1965(recorded, NominationUnrecorded1965, act1965.At("s. 23(5)", "section/23"), start1965), recorded,
	under1965(revoked, NominationRevoked1965, act1965.At("s. 23(4), (6)-(7)", "section/23"), start1965), revoked,
	under1965(overLimit, NominationOverLimit1965, act1965.At("s. 23(3)", "section/23"), start1965), overLimit,
	under1965(honoured, NominationNotHonoured1965, act1965.At("s. 24(1)", "section/24"), start1965), honoured,
	under1965(nomineeMaximum, NomineeOverMaximum1965, act1965.At("s. 24(2)", "section/24"), start1965), nomineeMaximum,
)

// The doubt about electronic means, of making a nomination and of revoking one.
const (
	askElectronic = "Is a statement sent by electronic means only a written statement signed by the member and sent to the registered office?"
	electronicNo  = "no, it wants the member's own hand on paper"
	electronicYes = "yes, an electronic signature and delivery are enough"
)

func formOfNomination(c *kase) {
	how, ok := law.Need(c, &c.Subject.Nomination.Ptr().How, "nomination.how")
	switch {
	case !ok || how == SignedStatement || how == BookEntry:
		return
	case how == ElectronicStatement && c.Doubt(askElectronic, electronicNo, electronicYes) == 1:
		return
	}
	c.Breach("nomination.how", "The nomination was made by what is no signed statement sent in life and no entry in the book: %v.", how)
}

func relatives(c *kase) {
	list, ok := nominees(c)
	for i := range list {
		if may, missing := list[i].mayBeNominated(); missing != "" {
			c.Unknown(law.Path("nomination.nominees", i, missing), "")
		} else if ok && !may {
			c.Breach(law.Path("nomination.nominees", i, "relation"), "The nominee was an officer or employee, and no near relation of the member.")
		}
	}
}

func nominees(c *kase) ([]Nominee, bool) {
	return law.Need(c, &c.Subject.Nomination.Ptr().Nominees, "nomination.nominees")
}

func nominationRecorded(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Nomination.Ptr().Recorded, "nomination.recorded"); ok && !yes {
		c.Breach("nomination.recorded", "The society's book does not have the nomination.")
	}
}

// settled reports whether something was transferred or paid under the nomination.
func settled(c *kase) bool {
	n := c.Subject.Nomination.Ptr()
	if n == nil || !n.Died.Stated() && !n.Nominees.Stated() {
		return false
	}
	list, _ := nominees(c)
	for i := range list {
		if g, _ := list[i].given(); g > 0 {
			return true
		}
	}
	return false
}

// given is what a nominee was transferred and paid, as far as it is stated.
func (n *Nominee) given() (p law.Pence, told bool) {
	transferred, ok := n.Transferred.Get()
	paid, ok1 := n.Paid.Get()
	return transferred + paid, ok && ok1
}

func proved(c *kase) bool {
	n := c.Subject.Nomination.Ptr()
	if n == nil || !n.Died.Stated() {
		return false
	}
	yes, ok := law.Need(c, &n.Proved, "nomination.proved")
	return ok && yes
}

func notRevoked(c *kase) {
	n := c.Subject.Nomination.Ptr()
	later, ok := law.Need(c, &n.Later, "nomination.later")
	if !ok {
		return
	}
	for i := range later {
		if how, yes := laterRevokes(c, i, &later[i]); yes && !ignorant(c, n, how) {
			c.Breach(law.Path("nomination.later", i, ""), "Property was dealt with under a nomination that had been revoked: %v.", how)
		}
	}
}

// laterRevokes reports whether a deed made in the member's life ended the nomination.
func laterRevokes(c *kase, i int, d *LaterDeed) (Deed, bool) {
	how, ok := d.How.Get()
	if !ok {
		c.Unknown(law.Path("nomination.later", i, "how"), "")
		return 0, false
	}
	yes, doubtful := how.revokes()
	if doubtful {
		yes = c.Doubt(askElectronic, electronicYes, electronicNo) == 0
	}
	if !yes {
		return how, false
	}
	on, ok := d.On.Get()
	if !ok {
		c.Unknown(law.Path("nomination.later", i, "on"), "")
		return how, false
	}
	return how, madeBetween(c.Subject.Nomination.Ptr(), on)
}

// madeBetween reports whether a day is after the nomination and not after the death.
func madeBetween(n *Nomination, on law.Date) bool {
	made, _ := n.Made.Get()
	died, ok := n.Died.Get()
	return on.After(made) && (!ok || !on.After(died))
}

// ignorant reports whether a marriage unknown to the society excuses it, or may.
func ignorant(c *kase, n *Nomination, how Deed) bool {
	if how != Marriage && how != CivilPartnership {
		return false
	}
	yes, ok := law.Ask(c, &n.IgnorantOfMarriage, "nomination.ignorant_of_marriage",
		"Was the property transferred by an officer who did not know of the marriage or civil partnership?")
	return !ok || yes
}
