package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the matters that the rules must deal with, in the order of the 2014 Act s. 14,
// with their twins of the 1965 Act Sch 1.
const (
	RulesName           law.Code = "society.rules-name"
	RulesName1965       law.Code = "society.rules-name-1965"
	RulesObjects        law.Code = "society.rules-objects"
	RulesObjects1965    law.Code = "society.rules-objects-1965"
	RulesOffice         law.Code = "society.rules-office"
	RulesOffice1965     law.Code = "society.rules-office-1965"
	RulesAdmission      law.Code = "society.rules-admission"
	RulesAdmission1965  law.Code = "society.rules-admission-1965"
	RulesMeetings       law.Code = "society.rules-meetings"
	RulesMeetings1965   law.Code = "society.rules-meetings-1965"
	RulesOfficers       law.Code = "society.rules-officers"
	RulesOfficers1965   law.Code = "society.rules-officers-1965"
	RulesMaximum        law.Code = "society.rules-maximum"
	RulesMaximum1965    law.Code = "society.rules-maximum-1965"
	RulesBorrowing      law.Code = "society.rules-borrowing"
	RulesBorrowing1965  law.Code = "society.rules-borrowing-1965"
	RulesShares         law.Code = "society.rules-shares"
	RulesShares1965     law.Code = "society.rules-shares-1965"
	RulesAudit          law.Code = "society.rules-audit"
	RulesAudit1965      law.Code = "society.rules-audit-1965"
	RulesLeaving        law.Code = "society.rules-leaving"
	RulesLeaving1965    law.Code = "society.rules-leaving-1965"
	RulesProfits        law.Code = "society.rules-profits"
	RulesProfits1965    law.Code = "society.rules-profits-1965"
	RulesSeal           law.Code = "society.rules-seal"
	RulesSeal1965       law.Code = "society.rules-seal-1965"
	RulesInvestment     law.Code = "society.rules-investment"
	RulesInvestment1965 law.Code = "society.rules-investment-1965"
)

// Dealt is how the rules deal with a matter.
type Dealt uint8

// The ways. Where an Act asks that the rules determine whether a thing may be done, a rule
// that it may not be is an answer, and silence is none.
const (
	// Provided: the rules make the provision, with the detail that the Act asks for.
	Provided Dealt = iota + 1
	// Excluded: the rules determine that there is to be no such thing.
	Excluded
	// Bare: the rules allow it or name it, without the detail that the Act asks for.
	Bare
	// Silent: the rules say nothing of it.
	Silent
)

var dealts = []string{"", "provided", "excluded", "bare", "silent"}

// String gives the JSON value.
func (d Dealt) String() string { return law.NameOf(dealts, d) }

// MarshalText writes String.
func (d Dealt) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Dealt) UnmarshalText(b []byte) error {
	return law.ParseName(d, dealts, b, "a way in which rules deal with a matter")
}

// A RuleBook is what a society's rules say, so far as the law reads it: the registered
// rules, or those of a society that is to be registered. Its first facts follow the
// fourteen matters of the Act, one for each part of a matter.
type RuleBook struct {
	Name      law.Fact[Dealt] `json:"name,omitzero"`
	Objects   law.Fact[Dealt] `json:"objects,omitzero"`
	Office    law.Fact[Dealt] `json:"office,omitzero"`
	Admission law.Fact[Dealt] `json:"admission,omitzero"`
	// Meetings, Voting and RuleChanges are the parts of the fifth matter.
	Meetings    law.Fact[Dealt] `json:"meetings,omitzero"`
	Voting      law.Fact[Dealt] `json:"voting,omitzero"`
	RuleChanges law.Fact[Dealt] `json:"rule_changes,omitzero"`
	// Committee and Officers are the parts of the sixth: appointment, removal, powers and pay.
	Committee law.Fact[Dealt] `json:"committee,omitzero"`
	Officers  law.Fact[Dealt] `json:"officers,omitzero"`
	// MaximumShareholding says how the rules deal with it; Maximum is what they fix.
	MaximumShareholding law.Fact[Dealt] `json:"maximum_shareholding,omitzero"`
	Borrowing           law.Fact[Dealt] `json:"borrowing,omitzero"`
	// Transfer and Withdrawal of shares are the parts of the ninth.
	Transfer   law.Fact[Dealt] `json:"share_transfer,omitzero"`
	Withdrawal law.Fact[Dealt] `json:"share_withdrawal,omitzero"`
	Audit      law.Fact[Dealt] `json:"audit,omitzero"`
	// Leaving, the claims of the dead and of the bankrupt, and Nominees are the parts of the
	// eleventh.
	Leaving    law.Fact[Dealt] `json:"leaving,omitzero"`
	Deceased   law.Fact[Dealt] `json:"deceased_members,omitzero"`
	Bankrupt   law.Fact[Dealt] `json:"bankrupt_members,omitzero"`
	Nominees   law.Fact[Dealt] `json:"nominees,omitzero"`
	Profits    law.Fact[Dealt] `json:"profits,omitzero"`
	HasSeal    law.Fact[bool]  `json:"has_seal,omitzero"`
	Seal       law.Fact[Dealt] `json:"seal,omitzero"`
	Investment law.Fact[Dealt] `json:"investment,omitzero"`

	// Place is where the rules put the registered office.
	Place law.Fact[OfficePlace] `json:"place_of_office,omitzero"`
	// BankingObject: the objects include the business of banking. To take deposits within the
	// limits of the 2014 Act s. 67(2) is not that.
	BankingObject law.Fact[bool] `json:"banking_object,omitzero"`
	// Maximum is the largest interest in shares that the registered rules let a member have
	// who is not exempt, without what a committee's resolution added to it.
	Maximum law.Fact[ShareLimit] `json:"maximum,omitzero"`
	// Raise is the committee's resolution that raised the maximum without an amendment.
	Raise law.Fact[Raise] `json:"raise,omitzero"`
	// Amended lists the days on which amendments of the rules were registered, back to the
	// day of the raise at least: changes of name and of office too, which the Acts have
	// registered as amendments.
	Amended law.Fact[[]law.Date] `json:"amended,omitzero"`
}

func (b *RuleBook) check() error {
	if m := b.Maximum.Ptr(); m != nil && (m.Most < 0 || m.Most > law.MaxPence) {
		return fmt.Errorf("maximum.most: not an amount that can be held, %v", m.Most)
	}
	list, _ := b.Amended.Get()
	for i, d := range list {
		if d.IsZero() {
			return fmt.Errorf("amended[%d]: no date", i)
		}
	}
	if r := b.Raise.Ptr(); r != nil {
		if p, _ := r.Most.Get(); p < 0 || p > law.MaxPence {
			return fmt.Errorf("raise.most: not an amount that can be held, %v", p)
		}
	}
	return nil
}

// RuleBookFigures are the figures of what rules must contain.
type RuleBookFigures struct {
	// SealOptional says whether rules may be silent on a seal where the society has none.
	SealOptional law.History[bool]
}

func enactedRuleBook() RuleBookFigures {
	const before = "Did Schedule 1 paragraph 13, before it was replaced, ask every society for a rule on a seal?"
	return RuleBookFigures{law.Since("society.seal_optional", "whether rules may leave it out",
		at(start1965, false, act1965.At("Sch 1 para 13", "schedule/1")).InDoubt(before, true),
		at("2003-10-20", true, act2003.At("s. 5(7)", "section/5")),
		at(start2014, true, act2014.At("s. 14 item 13", "section/14")),
	)}
}

// A part is one part of a matter: the fact, and whether the rules may answer no.
type part struct {
	path, what string
	of         func(*RuleBook) *law.Fact[Dealt]
	mayBeNo    bool
}

// A matter is one of the fourteen.
type matter struct {
	code, old law.Code
	says      string
	parts     []part
}

var matters = [...]matter{
	{RulesName, RulesName1965, "The rules must contain provision about the society's name, which must comply with the Act.", []part{
		{"name", "the name", func(b *RuleBook) *law.Fact[Dealt] { return &b.Name }, false},
	}},
	{RulesObjects, RulesObjects1965, "The rules must contain provision about the objects of the society.", []part{
		{"objects", "the objects", func(b *RuleBook) *law.Fact[Dealt] { return &b.Objects }, false},
	}},
	{RulesOffice, RulesOffice1965, "The rules must state the place of the registered office, to which communications and notices may be addressed.", []part{
		{"office", "the place of the registered office", func(b *RuleBook) *law.Fact[Dealt] { return &b.Office }, false},
	}},
	{RulesAdmission, RulesAdmission1965, "The rules must contain the terms of admission of members, including any society or company that invests in the society.", []part{
		{"admission", "the terms of admission", func(b *RuleBook) *law.Fact[Dealt] { return &b.Admission }, false},
	}},
	{RulesMeetings, RulesMeetings1965, "The rules must contain the method of holding meetings, the scale and right of voting, and the method of making, altering or rescinding rules.", []part{
		{"meetings", "the method of holding meetings", func(b *RuleBook) *law.Fact[Dealt] { return &b.Meetings }, false},
		{"voting", "the scale and right of voting", func(b *RuleBook) *law.Fact[Dealt] { return &b.Voting }, false},
		{"rule_changes", "how rules are made, altered and rescinded", func(b *RuleBook) *law.Fact[Dealt] { return &b.RuleChanges }, false},
	}},
	{RulesOfficers, RulesOfficers1965, "The rules must provide for the appointment and removal of a committee and of managers or other officers, and for their powers and remuneration.", []part{
		{"committee", "the committee", func(b *RuleBook) *law.Fact[Dealt] { return &b.Committee }, false},
		{"officers", "managers or other officers", func(b *RuleBook) *law.Fact[Dealt] { return &b.Officers }, false},
	}},
	{RulesMaximum, RulesMaximum1965, "The rules must determine the maximum interest in the shares that a member who is not exempt may hold.", []part{
		{"maximum_shareholding", "the maximum shareholding", func(b *RuleBook) *law.Fact[Dealt] { return &b.MaximumShareholding }, false},
	}},
	{RulesBorrowing, RulesBorrowing1965, "The rules must determine whether the society may contract loans or receive money on deposit, and if so under what conditions and security and to what limits.", []part{
		{"borrowing", "loans and deposits", func(b *RuleBook) *law.Fact[Dealt] { return &b.Borrowing }, true},
	}},
	{RulesShares, RulesShares1965, "The rules must determine whether any or all shares are transferable, with the form of transfer, registration and the committee's consent, and whether any or all are withdrawable, with the method and the payment of the balance due.", []part{
		{"share_transfer", "the transfer of shares", func(b *RuleBook) *law.Fact[Dealt] { return &b.Transfer }, true},
		{"share_withdrawal", "the withdrawal of shares", func(b *RuleBook) *law.Fact[Dealt] { return &b.Withdrawal }, true},
	}},
	{RulesAudit, RulesAudit1965, "The rules must provide for the audit of accounts in accordance with the Act.", []part{
		{"audit", "the audit of accounts", func(b *RuleBook) *law.Fact[Dealt] { return &b.Audit }, false},
	}},
	{RulesLeaving, RulesLeaving1965, "The rules must determine whether and how members may withdraw from the society, and provide for the claims of representatives of deceased members and of trustees of bankrupt ones, and for the payment of nominees.", []part{
		{"leaving", "withdrawal from the society", func(b *RuleBook) *law.Fact[Dealt] { return &b.Leaving }, true},
		{"deceased_members", "the claims of deceased members' representatives", func(b *RuleBook) *law.Fact[Dealt] { return &b.Deceased }, false},
		{"bankrupt_members", "the claims of bankrupt members' trustees", func(b *RuleBook) *law.Fact[Dealt] { return &b.Bankrupt }, false},
		{"nominees", "the payment of nominees", func(b *RuleBook) *law.Fact[Dealt] { return &b.Nominees }, false},
	}},
	{RulesProfits, RulesProfits1965, "The rules must contain the way in which the society's profits are to be applied.", []part{
		{"profits", "the application of profits", func(b *RuleBook) *law.Fact[Dealt] { return &b.Profits }, false},
	}},
	{RulesSeal, RulesSeal1965, "If the society is to have a common seal, the rules must provide for its custody and use.", []part{
		{"seal", "the custody and use of the seal", func(b *RuleBook) *law.Fact[Dealt] { return &b.Seal }, false},
	}},
	{RulesInvestment, RulesInvestment1965, "The rules must determine whether any part of the funds may be invested, and if so by what authority and in what way.", []part{
		{"investment", "the investment of funds", func(b *RuleBook) *law.Fact[Dealt] { return &b.Investment }, true},
	}},
}

// ruleBooks judges a rule book that is stated; a society whose rules nobody has read is
// not judged by it.
var ruleBooks = law.Topic("matters of the rules", matterRows()...)

func matterRows() []rule {
	rows := make([]rule, 0, 2*len(matters))
	for i := range matters {
		m, item := &matters[i], fmt.Sprintf("%d", i+1)
		row := rule{
			Code: m.code, Provision: act2014.At("ss. 2(2)(c), 14 item "+item, "section/14"), Says: m.says,
			InForce: from2014, Applies: hasRuleBook, Check: m.check, Remedy: "Amend the rules to deal with the matter, and register the amendment.",
		}
		if m.code == RulesSeal {
			row.Check = sealProvided
		}
		rows = append(rows, under1965(row, m.old, act1965.At("s. 1(1)(b), Sch 1 para "+item, "schedule/1"), start1965), row)
	}
	return rows
}

func hasRuleBook(c *kase) bool { return c.Subject.RuleBook.Stated() }

// check asks of each part of a matter that the rules deal with it.
func (m *matter) check(c *kase) {
	for i := range m.parts {
		m.parts[i].check(c)
	}
}

func (p *part) check(c *kase) {
	path := "rule_book." + p.path
	d, ok := law.Need(c, p.of(c.Subject.RuleBook.Ptr()), path)
	switch {
	case !ok || d == Provided || d == Excluded && p.mayBeNo:
	case d == Silent:
		c.Breach(path, "The rules say nothing of %s.", p.what)
	case d == Bare:
		c.Breach(path, "The rules name %s without what the Act asks them to say of it.", p.what)
	default:
		c.Breach(path, "The rules exclude %s, and the Act requires provision for it.", p.what)
	}
}

// sealProvided lets the rules be silent where there is no seal and the law of the day let
// a society have none.
func sealProvided(c *kase) {
	b := c.Subject.RuleBook.Ptr()
	d, ok := law.Need(c, &b.Seal, "rule_book.seal")
	if !ok || d == Provided {
		return
	}
	has, ok := law.Need(c, &b.HasSeal, "rule_book.has_seal")
	if !ok {
		return
	}
	if has {
		c.Breach("rule_book.seal", "The society has a common seal, and its rules do not provide for its custody and use.")
	} else if optional, ok := law.Read(c, &c.Figures.SealOptional, c.On); ok && !optional {
		c.Breach("rule_book.seal", "The rules do not provide for the custody and use of a seal.")
	}
}
