package society

import (
	"strings"
	"unicode"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on choosing, changing and showing a name.
const (
	NameUndesirable        law.Code = "society.name-undesirable"
	NameUndesirable1965    law.Code = "society.name-undesirable-1965"
	NameNotChanged         law.Code = "society.name-not-changed"
	NameNotChanged1965     law.Code = "society.name-not-changed-1965"
	LimitedNotAdded        law.Code = "society.limited-not-added"
	LimitedNotAdded1965    law.Code = "society.limited-not-added-1965"
	CooperativeInName      law.Code = "society.co-operative-in-name"
	NameNotOutside         law.Code = "society.name-not-outside"
	NameNotOutside1965     law.Code = "society.name-not-outside-1965"
	NameNotOnDocuments     law.Code = "society.name-not-on-documents"
	NameNotOnDocuments1965 law.Code = "society.name-not-on-documents-1965"
	CharityNotStated       law.Code = "society.charity-not-stated"
	CharityNotStated2003   law.Code = "society.charity-not-stated-2003"
)

// A Renaming is a change of the society's name. The Acts fix no majority for the
// resolution, and ask for the notice that the rules require of one to change the name, or,
// if they say nothing special of that, of one to amend the rules.
type Renaming struct {
	Resolved         law.Fact[law.Date] `json:"resolved,omitzero"`
	AtGeneralMeeting law.Fact[bool]     `json:"at_general_meeting,omitzero"`
	Noticed          law.Fact[bool]     `json:"noticed,omitzero"`
	// Approved says that the registrar approved of the change in writing.
	Approved law.Fact[bool] `json:"approved,omitzero"`
}

// PaperKind is a kind of document on which a society must show its name or its status.
type PaperKind uint8

// The kinds. A letter is a business letter and, from 1 August 2014, other business
// correspondence; a payment is by a bill of exchange, promissory note, endorsement, cheque
// or order for money or goods; an invoice is a bill, invoice, receipt or letter of credit.
const (
	NoticePaper PaperKind = iota + 1
	LetterPaper
	PaymentPaper
	InvoicePaper
	OtherPaper
	ConveyancePaper
	WebsitePaper
)

var paperKinds = []string{"", "notice", "correspondence", "instrument", "invoice", "other-business-document", "conveyance", "website"}

// String gives the JSON value.
func (k PaperKind) String() string { return law.NameOf(paperKinds, k) }

// MarshalText writes String.
func (k PaperKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *PaperKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, paperKinds, b, "a kind of document")
}

// CharityStatement is how a document states that the society is a charity.
type CharityStatement uint8

// The statements. A Welsh one consists of or includes the word elusen or elusennol.
const (
	NoStatement CharityStatement = iota + 1
	EnglishStatement
	WelshStatement
)

var statements = []string{"", "none", "english", "welsh"}

// String gives the JSON value.
func (s CharityStatement) String() string { return law.NameOf(statements, s) }

// MarshalText writes String.
func (s CharityStatement) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *CharityStatement) UnmarshalText(b []byte) error {
	return law.ParseName(s, statements, b, "a statement of charitable status")
}

// A Paper is a document of the society, or a website: its own, or a section of another's
// that it placed there or had placed.
type Paper struct {
	Kind law.Fact[PaperKind] `json:"kind,omitzero"`
	// ShowsName says that the registered name is on it, legibly. A trading name beside it
	// does no harm, and in its place is not enough.
	ShowsName law.Fact[bool]             `json:"shows_name,omitzero"`
	States    law.Fact[CharityStatement] `json:"charity_statement,omitzero"`
	// InWelsh says that it is wholly in Welsh, but for a statement of charitable status.
	InWelsh law.Fact[bool] `json:"in_welsh,omitzero"`
}

// Display is how a society shows its name.
type Display struct {
	// Office and Elsewhere say that the name is outside the registered office, and outside
	// every other place of business, conspicuous and legible.
	Office    law.Fact[bool]    `json:"outside_office,omitzero"`
	Elsewhere law.Fact[bool]    `json:"outside_other_places,omitzero"`
	Papers    law.Fact[[]Paper] `json:"papers,omitzero"`
}

var renamed = event{Path: "renaming.resolved", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.Renaming.Ptr(); x != nil {
		return x.Resolved
	}
	return law.Fact[law.Date]{}
}}

// onNames is where the guidance speaks of the word co-operative.
var onNames = guidance.At("RFCCBS 3, on names", "")

var (
	desirableName = rule{
		Code: NameUndesirable, Provision: act2014.At("s. 10(1)", "section/10"),
		Says:    "A society may not be registered under a name which in the opinion of the registrar is undesirable.",
		InForce: from2014, Event: applied, Applies: hasApplication, Check: nameDesirable,
		Remedy: "Choose another name.",
	}
	limitedAdded = rule{
		Code: LimitedNotAdded, Provision: act2014.At("s. 10(4)", "section/10"),
		Says: "Where it appears that a society whose name was registered without the word limited is not conducted wholly for charitable or " +
			"benevolent objects, and the registrar so directs, that word or cyfyngedig must be its last.",
		InForce: from2014, Applies: dispensed, Check: directionFollowed,
		Remedy: "Add the word to the name.",
	}
	changedName = rule{
		Code: NameNotChanged, Provision: act2014.At("s. 13(1)-(2)", "section/13"),
		Says: "A society may change its name by a resolution passed at a general meeting, after the notice that its rules require, with the " +
			"registrar's approval in writing.",
		InForce: from2014, Event: renamed, Applies: renames, Check: nameChanged,
		Remedy: "Keep the old name until the meeting and the registrar have agreed to the new one.",
	}
	nameOutside = rule{
		Code: NameNotOutside, Provision: act2014.At("s. 11(1)", "section/11"),
		Says:    "The registered name must appear, conspicuous and legible, outside the registered office and every other place of business.",
		InForce: from2014, Applies: displays, Check: shownOutside,
		Remedy: "Put the registered name up.",
	}
)

var naming = law.Topic("naming",
	under1965(desirableName, NameUndesirable1965, act1965.At("s. 5(1)", "section/5"), start1965), desirableName,
	under1965(limitedAdded, LimitedNotAdded1965, act1965.At("s. 5(5)", "section/5"), start1965), limitedAdded,
	rule{
		Code: CooperativeInName, Provision: onNames, Weight: law.Guidance,
		Says:    "The name of a community benefit society does not call it a co-operative.",
		InForce: fromGuidance, Applies: namedCommunity, Check: notCalledCooperative,
		Remedy: "Choose a name without the word.",
	},
	under1965(changedName, NameNotChanged1965, act1965.At("s. 5(3)", "section/5"), start1965), changedName,
	under1965(nameOutside, NameNotOutside1965, act1965.At("s. 5(6)", "section/5"), start1965), nameOutside,
	rule{
		Code: NameNotOnDocuments1965, Provision: act1965.At("s. 5(6)(a)-(d)", "section/5"),
		Says: "The registered name must be on all notices and official publications, business letters, instruments of payment, bills, invoices, " +
			"receipts and letters of credit.",
		InForce: windows1965(start1965), Applies: publishes, Check: namedOnPapers1965,
		Remedy: remedyPapers, Successor: NameNotOnDocuments,
	},
	rule{
		Code: NameNotOnDocuments, Provision: act2014.At("s. 11(2), (5)", "section/11"),
		Says: "The registered name must be on all notices and official publications, business correspondence, instruments of payment, other " +
			"business documentation and websites.",
		InForce: from2014, Applies: publishes, Check: namedOnPapers, Remedy: remedyPapers,
	},
	rule{
		Code: CharityNotStated2003, Provision: act2003.At("s. 2", "section/2"),
		Says: "A charity whose registered name does not include the word charity or charitable must state that it is one on notices, business " +
			"letters, instruments of payment, bills, invoices, receipts, letters of credit and conveyances.",
		InForce: []law.Window{law.From(startCharity, law.GreatBritain).Until(last1965)}, Applies: mustStateCharity, Check: charityOnPapers2003,
		Remedy: remedyCharity, Successor: CharityNotStated,
	},
	rule{
		Code: CharityNotStated, Provision: act2014.At("s. 12(1)-(3)", "section/12"),
		Says: "A charity whose registered name does not include the word charity or charitable must state that it is one on notices, business " +
			"correspondence, instruments of payment, conveyances, other business documentation and websites.",
		InForce: from2014, Applies: mustStateCharity, Check: charityOnPapers, Remedy: remedyCharity,
	},
)

const (
	remedyPapers  = "Put the registered name on the documents and websites."
	remedyCharity = "State in English that the society is a charity; in Welsh, with the word elusen, on what is wholly in Welsh."
)

// The kinds of paper that each Act names.
const (
	named1965   = 1<<NoticePaper | 1<<LetterPaper | 1<<PaymentPaper | 1<<InvoicePaper
	named2014   = named1965 | 1<<OtherPaper | 1<<WebsitePaper
	charity2003 = named1965 | 1<<ConveyancePaper
	charity2014 = named2014 | 1<<ConveyancePaper
)

// dispensed leaves to the rule on endings a society whose name no dispensation touches.
func dispensed(c *kase) bool { return told(&c.Subject.NameDispensed) == yes }

func namedCommunity(c *kase) bool { return c.Subject.Name.Stated() && isCommunityBenefit(c) }
func renames(c *kase) bool        { return c.Subject.Renaming.Stated() }
func displays(c *kase) bool       { return c.Subject.Display.Stated() }

func publishes(c *kase) bool {
	d := c.Subject.Display.Ptr()
	return d != nil && d.Papers.Stated()
}

// mustStateCharity asks for the name only of a charity.
func mustStateCharity(c *kase) bool {
	if !publishes(c) {
		return false
	}
	charity, ok := law.Need(c, &c.Subject.Charity, "charity")
	if !ok || !charity {
		return false
	}
	name, ok := law.Need(c, &c.Subject.Name, "name")
	return ok && !includesWord(name, "charity", "charitable")
}

func nameDesirable(c *kase) {
	bad, ok := law.Ask(c, &c.Subject.Application.Ptr().NameUndesirable, "application.name_undesirable", "Is the name undesirable in the registrar's opinion?")
	if ok && bad {
		c.Breach("application.name_undesirable", "The name is undesirable in the registrar's opinion.")
	}
}

// directionFollowed takes either word for the last: which was directed is in the notice.
func directionFollowed(c *kase) {
	directed, ok := law.Ask(c, &c.Subject.LimitedDirected, "limited_directed",
		"Has the registrar directed that the word limited, or cyfyngedig, be added to the name?")
	if !ok || !directed {
		return
	}
	name, ok := law.Need(c, &c.Subject.Name, "name")
	if last := lastWord(name); ok && !strings.EqualFold(last, "limited") && !strings.EqualFold(last, "cyfyngedig") {
		c.Breach("name", "The last word of the name is %q; the registrar directed that the word limited be added.", last)
	}
}

func notCalledCooperative(c *kase) {
	if name, ok := law.Need(c, &c.Subject.Name, "name"); ok && includesWord(name, "co-operative", "cooperative", "co-operatives", "cooperatives", "co-op", "coop") {
		c.Breach("name", "A community benefit society is named a co-operative.")
	}
}

func nameChanged(c *kase) {
	x := c.Subject.Renaming.Ptr()
	if met, ok := law.Need(c, &x.AtGeneralMeeting, "renaming.at_general_meeting"); ok && !met {
		c.Breach("renaming.at_general_meeting", "The resolution was not passed at a general meeting.")
	}
	told, ok := law.Ask(c, &x.Noticed, "renaming.noticed",
		"Was the notice given that the rules require of a resolution to change the name, or, if they say nothing of that, to amend the rules?")
	if ok && !told {
		c.Breach("renaming.noticed", "The notice that the rules require was not given.")
	}
	if approved, ok := law.Need(c, &x.Approved, "renaming.approved"); ok && !approved {
		c.Breach("renaming.approved", "The registrar did not approve of the change in writing.")
	}
}

func shownOutside(c *kase) {
	d := c.Subject.Display.Ptr()
	if shown, ok := law.Need(c, &d.Office, "display.outside_office"); ok && !shown {
		c.Breach("display.outside_office", "The name is not outside the registered office.")
	}
	if shown, ok := law.Need(c, &d.Elsewhere, "display.outside_other_places"); ok && !shown {
		c.Breach("display.outside_other_places", "The name is not outside every other place of business.")
	}
}

func namedOnPapers1965(c *kase) { eachPaper(c, named1965, showsName) }
func namedOnPapers(c *kase)     { eachPaper(c, named2014, showsName) }

func charityOnPapers2003(c *kase) { eachPaper(c, charity2003, statesCharity) }
func charityOnPapers(c *kase)     { eachPaper(c, charity2014, statesCharity) }

// eachPaper tries the papers of some kinds.
func eachPaper(c *kase, kinds int, try func(c *kase, i int, p *Paper)) {
	list := *c.Subject.Display.Ptr().Papers.Ptr()
	for i := range list {
		k, ok := list[i].Kind.Get()
		if !ok {
			c.Unknown(law.Path("display.papers", i, "kind"), "")
		} else if kinds&(1<<k) != 0 {
			try(c, i, &list[i])
		}
	}
}

func showsName(c *kase, i int, p *Paper) {
	switch told(&p.ShowsName) {
	case untold:
		c.Unknown(law.Path("display.papers", i, "shows_name"), "")
	case no:
		c.Breach(law.Path("display.papers", i, "shows_name"), "The registered name is not on the %v.", p.Kind.Or(0))
	default:
	}
}

// statesCharity asks whether a paper is in Welsh only where that matters.
func statesCharity(c *kase, i int, p *Paper) {
	said, ok := p.States.Get()
	if !ok {
		c.Unknown(law.Path("display.papers", i, "charity_statement"), "")
		return
	}
	name, _ := c.Subject.Name.Get()
	welshName := includesWord(name, "elusen", "elusennol")
	if said == EnglishStatement || said == NoStatement && welshName && told(&p.InWelsh) == yes {
		return
	}
	welsh := told(&p.InWelsh)
	if welsh == untold && (said == WelshStatement || welshName) {
		c.Unknown(law.Path("display.papers", i, "in_welsh"), "")
	} else if said == NoStatement || welsh == no {
		c.Breach(law.Path("display.papers", i, "charity_statement"), "The %v does not state, as it must, that the society is a charity.", p.Kind.Or(0))
	}
}

// includesWord reports whether a name includes one of some words, as a word of its own and
// whatever its capitals; a hyphen is part of a word.
func includesWord(name string, words ...string) bool {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		for _, want := range words {
			if strings.EqualFold(w, want) {
				return true
			}
		}
	}
	return false
}
