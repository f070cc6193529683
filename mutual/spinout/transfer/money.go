package transfer

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of pensions, of the plan and of subsidies.
const (
	NotInScheme   law.Code = "transfer.not-in-scheme"
	NotProtected  law.Code = "transfer.not-protected"
	NoVATLine     law.Code = "transfer.no-vat-line"
	NoTaxLine     law.Code = "transfer.no-tax-line"
	NoPensionLine law.Code = "transfer.no-pension-line"
	OverDeMinimis law.Code = "transfer.over-de-minimis"
	OverMinimal   law.Code = "transfer.over-minimal"
	OverPublic    law.Code = "transfer.over-public-interest"
	NotAsked      law.Code = "transfer.assistance-not-asked"
	NotConfirmed  law.Code = "transfer.assistance-not-confirmed"
)

const somethingElseThen = "Give less, or keep to the subsidy control requirements."

var givenOn = event{Path: "subsidy.given", Of: func(t *Transfer) law.Fact[law.Date] { return t.Subsidy.Given }}

var pensions = law.Topic("pensions",
	rule{
		Code: NotInScheme, Provision: fairDeal2013.At("", ""), Weight: law.Guidance,
		Says:    "Staff who are compulsorily transferred from the health service or central government stay in their public service pension scheme.",
		InForce: inFairDeal, Event: transferredOn, Applies: fairDeal, Check: staysIn, Remedy: "Have the new body join the scheme for those who move.",
	},
	rule{
		Code: NotProtected, Provision: direction2007.At("paras 4-6", ""),
		Says:    "A contract for services that a best value authority's employees carried out must provide that the contractor secures pension protection for each transferring employee, enforceable by the employee.",
		InForce: inDirection, Event: transferredOn, Applies: ofCouncil, Check: protected, Remedy: "Make an admission agreement, or offer a scheme that is broadly comparable.",
	},
)

var plan = law.Topic("the plan",
	rule{
		Code: NoVATLine, Provision: vat1994.At("ss. 33, 41", "section/33"), Weight: law.Practice,
		Says:    "The plan has a line for VAT that the public body recovered and the new body cannot.",
		InForce: inPractice, Event: transferredOn, Check: line("plan.vat_line", "VAT that sticks", func(t *Transfer) *law.Fact[bool] { return &t.Plan.StickingVAT }),
		Remedy: "Work out the VAT on what is bought in.",
	},
	rule{
		Code: NoTaxLine, Provision: practice.At("", ""), Weight: law.Practice,
		Says:    "The plan has a line for corporation tax, or says why none is due.",
		InForce: inPractice, Event: transferredOn, Check: line("plan.tax_line", "corporation tax", func(t *Transfer) *law.Fact[bool] { return &t.Plan.Tax }),
		Remedy: "Work out the tax in each legal form.",
	},
	rule{
		Code: NoPensionLine, Provision: practice.At("", ""), Weight: law.Practice,
		Says:    "The plan has a line for employer's contributions, and for who bears a deficit at the transfer.",
		InForce: inPractice, Event: transferredOn, Check: line("plan.pension_line", "pensions", func(t *Transfer) *law.Fact[bool] { return &t.Plan.Pension }),
		Remedy: "Have an actuary's figures, and agree who bears the deficit.",
	},
)

var subsidy = law.Topic("subsidies",
	rule{
		Code: OverDeMinimis, Provision: minimis2006.At("art 2(2)", ""),
		Says:    "De minimis aid may not exceed 200,000 euros over three fiscal years.",
		InForce: inMinimis, Event: givenOn, Applies: helped, Check: withinAid, Remedy: "Give less, or have the aid approved.", Ended: "state aid law ceased to apply here at the end of 2020, but for what is not modelled",
	},
	rule{
		Code: OverMinimal, Provision: subsidy2022.At("s. 36(1)-(2)", "section/36"),
		Says:    "The subsidy control requirements do not apply to minimal financial assistance if all minimal and public-interest assistance of this financial year and the two before does not exceed £315,000.",
		InForce: inSubsidy, Event: givenOn, Applies: givenAs(Minimal), Check: withinMinimal, Remedy: somethingElseThen,
	},
	rule{
		Code: OverPublic, Provision: subsidy2022.At("s. 38(1)-(2)", "section/38"),
		Says:    "The subsidy control requirements do not apply to assistance for services of public economic interest if all minimal and public-interest assistance of this financial year and the two before does not exceed £725,000.",
		InForce: inSubsidy, Event: givenOn, Applies: givenAs(PublicInterest), Check: withinPublic, Remedy: somethingElseThen,
	},
	rule{
		Code: NotAsked, Provision: subsidy2022.At("ss. 37(1)-(3), 39(1)-(3)", "section/37"),
		Says:    "Before giving the assistance the authority must notify the enterprise, and it may proceed only after it has the enterprise's written confirmation that the total will not be exceeded.",
		InForce: inSubsidy, Event: givenOn, Applies: givenAs(Minimal, PublicInterest), Check: askedBefore, Remedy: "Have the confirmation in writing first.",
	},
	rule{
		Code: NotConfirmed, Provision: subsidy2022.At("ss. 37(4)-(5), 39(4)-(5)", "section/37"),
		Says:    "On giving the assistance the authority must confirm in writing that it is given so, on which day, and its gross value.",
		InForce: inSubsidy, Event: givenOn, Applies: givenAs(Minimal, PublicInterest), Check: confirmedOn, Remedy: "Confirm it in writing: without that it is not given under the section.",
	},
)

// Exemption reports whether a rule is a condition of an exemption from the law of subsidies,
// which then applies in full, and no duty.
func Exemption(code law.Code) bool {
	return code == OverDeMinimis || code == OverMinimal || code == OverPublic
}

func fairDeal(c *kase) bool {
	scheme, ok := law.Need(c, &c.Subject.Pensions.Scheme, "pensions.scheme")
	if !ok || scheme == LocalScheme {
		return false
	}
	must, ok := law.Need(c, &c.Subject.Pensions.Compulsory, "pensions.compulsory")
	return ok && must
}

func staysIn(c *kase) {
	if stay, ok := law.Need(c, &c.Subject.Pensions.Stay, "pensions.stay"); ok && !stay {
		c.Breach("pensions.stay", "Staff who must move do not stay in their public service pension scheme.")
	}
}

func ofCouncil(c *kase) bool {
	if !relevant(c) {
		return false
	}
	scheme, ok := law.Need(c, &c.Subject.Pensions.Scheme, "pensions.scheme")
	return ok && scheme == LocalScheme
}

func protected(c *kase) {
	if is, ok := law.Need(c, &c.Subject.Pensions.Protected, "pensions.protected"); ok && !is {
		c.Breach("pensions.protected", "The contract does not secure pension protection that those who move can enforce.")
	}
}

// line is a check that the plan has one.
func line(path, what string, of func(*Transfer) *law.Fact[bool]) func(*kase) {
	return func(c *kase) {
		if has, ok := law.Need(c, of(c.Subject), path); ok && !has {
			c.Breach(path, "The plan has no line for %s.", what)
		}
	}
}

func withinAid(c *kase) {
	euros, ok := law.Need(c, &c.Subject.Subsidy.Euros, "subsidy.de_minimis_euros")
	most, ok1 := law.Read(c, &c.Figures.AidEuros, c.On)
	if ok && ok1 && euros > most {
		c.Breach("subsidy.de_minimis_euros", "De minimis aid comes to %d euros in three fiscal years, more than %d.", euros, most)
	}
}

func helped(c *kase) bool {
	is, ok := law.Need(c, &c.Subject.Subsidy.Any, "subsidy.any")
	return ok && is
}

func givenAs(kinds ...AssistanceKind) func(*kase) bool {
	return func(c *kase) bool {
		if !helped(c) {
			return false
		}
		kind, ok := law.Need(c, &c.Subject.Subsidy.Kind, "subsidy.kind")
		for _, k := range kinds {
			if ok && kind == k {
				return true
			}
		}
		return false
	}
}

// AssistanceFrom returns the first day of the period over which small subsidies are counted
// together: the elapsed part of the financial year, which ends on 31 March, and the two
// years before it (s. 36(2)).
func AssistanceFrom(given law.Date) law.Date {
	year, month, _ := given.Civil()
	if month < 4 {
		year--
	}
	from, err := law.NewDate(year-2, 4, 1)
	if err != nil {
		return law.Date{}
	}
	return from
}

func withinMinimal(c *kase) { within(c, &c.Figures.MinimalMost) }

func withinPublic(c *kase) { within(c, &c.Figures.InterestMost) }

// within counts both kinds of assistance together, this one included, against a limit. What
// is stated may be too much already, whatever is not.
func within(c *kase, limit *law.History[law.Pence]) {
	s := &c.Subject.Subsidy
	most, ok := law.Read(c, limit, c.On)
	from := AssistanceFrom(c.On)
	total := amount(c, &s.Amount, "subsidy.amount")
	before, _ := law.Need(c, &s.Before, "subsidy.before")
	for i := range before {
		given, ok := law.Need(c, &before[i].Given, law.Path("subsidy.before", i, "given"))
		sum := amount(c, &before[i].Amount, law.Path("subsidy.before", i, "amount"))
		if ok && !given.Before(from) && !given.After(c.On) {
			total += sum
		}
	}
	if ok && total > most {
		c.Breach("subsidy.amount", "Small subsidies since %s come to %v with this one, more than %v.", from.Long(), total, most)
	}
}

// amount is one that is stated and can be, or nothing.
func amount(c *kase, f *law.Fact[law.Pence], path string) law.Pence {
	sum, ok := law.Need(c, f, path)
	if ok && badAmount(sum) {
		c.Unknown(path, "Which amount is right? None is below nought, or beyond all sense.")
		return 0
	}
	return sum
}

func askedBefore(c *kase) {
	if did, ok := law.Need(c, &c.Subject.Subsidy.Asked, "subsidy.asked"); ok && !did {
		c.Breach("subsidy.asked", "The assistance was given without the body's written confirmation beforehand.")
	}
}

func confirmedOn(c *kase) {
	if did, ok := law.Need(c, &c.Subject.Subsidy.Confirmed, "subsidy.confirmed"); ok && !did {
		c.Breach("subsidy.confirmed", "The authority did not confirm in writing that the assistance was given under the section.")
	}
}
