package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on moratoriums.
const (
	MoratoriumNotOpen     law.Code = "society.moratorium-not-open"
	MoratoriumWithdrawal  law.Code = "society.moratorium-withdrawal"
	MoratoriumUnmonitored law.Code = "society.moratorium-unmonitored"
	MoratoriumRefused2014 law.Code = "society.moratorium-refused-2014"
	MoratoriumNotOpen2014 law.Code = "society.moratorium-not-open-2014"
)

// Moratory is what is known of a moratorium.
type Moratory struct {
	// Withdrawn is what is paid for withdrawn shares while it runs.
	Withdrawn law.Fact[law.Pence] `json:"withdrawn,omitzero"`
	// MonitorHeeds says that the monitor has regard to the rules and to the society's
	// obligations under the Act.
	MonitorHeeds law.Fact[bool] `json:"monitor_heeds_rules,omitzero"`
	// RefusedForSize says, of one under Schedule A1, that it was denied because the society
	// is no small company.
	RefusedForSize law.Fact[bool] `json:"refused_for_size,omitzero"`
}

var noWithdrawal = insolvency2014.At("Sch 1 para 1D", "schedule/1")

const whyReplaced = "Schedule A1 moratoriums gave way, on 18 July 2020, to those of Part A1, which are open to other societies and for other ends."

var moratoriums = law.Topic("moratoriums",
	rule{
		Code: MoratoriumNotOpen2014, Provision: insolvency2014.At("art 2(1), Sch 1 paras 6-8", "schedule/1"),
		Says: "A moratorium for a voluntary arrangement is open to a registered society, credit unions included, that is neither a private " +
			"registered provider of social housing nor registered as a social landlord.",
		InForce: []law.Window{law.From(startInsolvency, law.GreatBritain).Until(last2020)}, Event: begun, Applies: isMoratorium, Check: openToSociety,
		Remedy: "Use the procedures that housing law has for landlords.", Ended: whyReplaced,
	},
	rule{
		Code: MoratoriumRefused2014, Provision: insolvency2014.At("Sch 1 para 8", "schedule/1"),
		Says:    "A society is eligible for a moratorium for a voluntary arrangement whatever its size.",
		InForce: []law.Window{law.From(startInsolvency, law.GreatBritain).Until(last2020)}, Event: begun, Applies: isMoratorium, Check: notRefusedForSize,
		Remedy: "Leave the tests of a small company out: they do not apply to societies.", Ended: whyReplaced,
	},
	rule{
		Code: MoratoriumNotOpen, Provision: insolvency2014.At("arts 1(2), 2(A1)", "article/2"),
		Says: "A moratorium under Part A1 is open to a co-operative society or a community benefit society that is neither registered as a social " +
			"landlord nor a credit union.",
		InForce: from2020, Event: begun, Applies: isMoratorium, Check: moratoriumOpen,
		Remedy: "Use administration or a voluntary arrangement, where they are open.",
	},
	rule{
		Code: MoratoriumWithdrawal, Provision: noWithdrawal,
		Says:    "While a moratorium runs, withdrawal of shares from the society is prohibited.",
		InForce: from2020, Event: begun, Applies: isMoratorium, Check: nothingWithdrawn,
		Remedy: "Pay nothing on notices of withdrawal until the moratorium is over, however old they are.",
	},
	rule{
		Code: MoratoriumUnmonitored, Provision: insolvency2014.At("Sch 1 para 1E", "schedule/1"),
		Says:    "The monitor must have regard to the society's rules and to its obligations under the Act.",
		InForce: from2020, Event: begun, Applies: isMoratorium, Check: monitorHeeds,
		Remedy: "Put the rules and the Act before the monitor.",
	},
)

func isMoratorium(c *kase) bool { return procedure(c, Moratorium) }

func notRefusedForSize(c *kase) {
	wantNo(c, &c.Subject.Insolvency.Ptr().Moratorium.RefusedForSize, "insolvency.moratorium.refused_for_size",
		"Was the moratorium denied because the society is no small company?",
		"The moratorium was denied for the society's size, which does not matter.")
}

// The doubts about who may have a moratorium. A rule tells one doubt: the first that arises.
const (
	preMeant      = "Is a society registered before 1 August 2014, which is neither a co-operative nor a community benefit society, within the moratorium?"
	preNot        = "no, so that it has none"
	preIs         = "yes, as what it is run as"
	providerMeant = "Is a private registered provider of social housing within the moratorium? Of two definitions one leaves it out (s. A54) and one does not (art 1(2))."
	providerNot   = "no, as in s. A54"
	providerIs    = "yes, as in art 1(2)"
)

// moratoriumOpen: a private provider is a registered social landlord too, where it is a
// housing association, so that the doubt about providers comes first.
func moratoriumOpen(c *kase) {
	s := c.Subject
	provider := saysYes(c, &s.PrivateProvider, "private_registered_provider", askProvider)
	if !provider {
		wantNo(c, &s.SocialLandlord, "registered_social_landlord", askLandlord, saysLandlord)
	}
	wantNo(c, &s.CreditUnion, "credit_union", askCreditUnion, "The society is a credit union.")
	kind, ok := law.Need(c, &s.Kind, "kind")
	if ok && kind == PreCommencement && c.Doubt(preMeant, preNot, preIs) == 0 {
		c.Breach("kind", "The society is neither a co-operative society nor a community benefit society, having been registered before 1 August 2014.")
	}
	if provider && c.Doubt(providerMeant, providerNot, providerIs) == 0 {
		c.Breach("private_registered_provider", saysProvider)
	}
}

// WithdrawalsInMoratorium says how much a society may pay for withdrawn shares while a
// moratorium that began on a day runs: nothing, from 18 July 2020. Before that day it
// knows no limit. It is the law of Great Britain: with the figures of Northern Ireland there
// is no answer.
func WithdrawalsInMoratorium(f *Figures, began law.Date) law.Allowance {
	a := law.Open()
	if f.unread(&a) {
		return a
	}
	a.Provision = noWithdrawal
	if began.Before(commencedMoratoriums) {
		return a
	}
	if most, ok := read(&a, &f.MoratoriumWithdrawals, began); ok {
		a.Within(most, MoratoriumWithdrawal, noWithdrawal)
	}
	return a
}

func nothingWithdrawn(c *kase) {
	paid, ok := law.Need(c, &c.Subject.Insolvency.Ptr().Moratorium.Withdrawn, "insolvency.moratorium.withdrawn")
	if !ok {
		return
	}
	a := WithdrawalsInMoratorium(c.Figures, c.On)
	weigh(c, &a, paid, "", "insolvency.moratorium.withdrawn", "%v was paid for withdrawn shares in the moratorium, which permits %v.")
}

func monitorHeeds(c *kase) {
	wantYes(c, &c.Subject.Insolvency.Ptr().Moratorium.MonitorHeeds, "insolvency.moratorium.monitor_heeds_rules",
		"Does the monitor have regard to the rules and to the society's obligations under the Act?",
		"The monitor has no regard to the rules or to the society's obligations under the Act.")
}
