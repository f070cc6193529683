package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on group accounts.
const (
	GroupMissing       law.Code = "society.group-accounts-missing"
	GroupMissing1968   law.Code = "society.group-accounts-missing-1968"
	GroupUntrue        law.Code = "society.group-accounts-untrue"
	GroupUntrue1968    law.Code = "society.group-accounts-untrue-1968"
	GroupUnaudited     law.Code = "society.group-accounts-unaudited"
	GroupUnaudited1968 law.Code = "society.group-accounts-unaudited-1968"
	GroupUnsent        law.Code = "society.group-accounts-unsent"
	GroupUnsent1968    law.Code = "society.group-accounts-unsent-1968"
)

// A Group is the society with what it has in other bodies at the end of the year, and its
// group accounts.
type Group struct {
	// Companies are bodies corporate other than registered societies; an empty list says
	// that the society has nothing in any.
	Companies law.Fact[[]CompanyStake] `json:"companies,omitzero"`
	Societies law.Fact[[]SocietyStake] `json:"societies,omitzero"`
	// WhollyOwned: at the end of the year the society's members are only one body corporate
	// incorporated in Great Britain, its wholly owned subsidiaries, and nominees of these.
	WhollyOwned law.Fact[bool] `json:"wholly_owned,omitzero"`
	Prepared    law.Fact[bool] `json:"prepared,omitzero"`
	// TrueAndFair is a recorded judgement; Audited says that the society's auditors reported
	// on the group accounts; Sent that they and that report went with the annual return.
	TrueAndFair law.Fact[bool] `json:"true_and_fair,omitzero"`
	Audited     law.Fact[bool] `json:"audited,omitzero"`
	Sent        law.Fact[bool] `json:"sent,omitzero"`
}

// Omission is why group accounts need not deal with a subsidiary.
type Omission uint8

// The omissions: none; the committee's opinion, on one of the grounds of the Act, that the
// registrar approved; and, under the 2014 Act, the auditors' certificate that an approved
// opinion still holds.
const (
	NotOmitted Omission = iota + 1
	OmissionApproved
	OmissionCertified
)

var omissions = []string{"", "none", "approved", "certified"}

// String gives the JSON value.
func (o Omission) String() string { return law.NameOf(omissions, o) }

// MarshalText writes String.
func (o Omission) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what String writes.
func (o *Omission) UnmarshalText(b []byte) error {
	return law.ParseName(o, omissions, b, "an omission from group accounts")
}

var (
	groupAccounts = rule{
		Code: GroupMissing, Provision: groupNeeded.now.provision,
		Says: "A society that has subsidiaries at the end of a year of account must ensure that group accounts are prepared for the year, unless it is the wholly " +
			"owned subsidiary of a body corporate incorporated in Great Britain or none of its subsidiaries need be dealt with.",
		InForce: from2014, Event: yearEnds, Applies: needsGroup, Check: groupPrepared,
		Remedy: "Prepare group accounts, or seek the registrar's approval to leave a subsidiary out.",
	}
	groupTrue = rule{
		Code: GroupUntrue, Provision: act2014.At("s. 98(3)", "section/98"),
		Says: "Group accounts must give a true and fair view of the state of affairs and income and expenditure of the society and the subsidiaries dealt with, as a " +
			"whole, so far as concerns the society's members.",
		InForce: from2014, Event: yearEnds, Applies: hasGroupAccounts, Check: groupTrueAndFair,
		Remedy: "Correct the group accounts before they are sent.",
	}
	groupAudit = rule{
		Code: GroupUnaudited, Provision: act2014.At("s. 98(6)-(7)", "section/98"),
		Says:    "Group accounts must be submitted for audit to the society's auditors for the year, who report to the society on them.",
		InForce: from2014, Event: yearEnds, Applies: hasGroupAccounts, Check: groupAudited,
		Remedy: "Submit the group accounts to the auditors.",
	}
	groupFiling = rule{
		Code: GroupUnsent, Provision: act2014.At("s. 98(8)", "section/98"),
		Says:    "The society must send the group accounts, with a copy of the auditors' report on them, to the registrar together with its annual return for the year.",
		InForce: from2014, Event: yearEnds, Applies: hasGroupAccounts, Check: groupSent,
		Remedy: "Send them to the registrar now.",
	}
	groupNeeded = twins{
		cited{GroupMissing, act2014.At("ss. 98(1)-(2), 99-101", "section/98")},
		cited{GroupMissing1968, act1968.At("ss. 13(1), 14-15", "section/13")},
	}
)

var groupRules = law.Topic("groups",
	under1965(groupAccounts, GroupMissing1968, groupNeeded.before.provision, start1968),
	groupAccounts,
	under1965(groupTrue, GroupUntrue1968, act1968.At("s. 13(2)", "section/13"), start1968),
	groupTrue,
	under1965(groupAudit, GroupUnaudited1968, act1968.At("s. 13(5)", "section/13"), start1968),
	groupAudit,
	under1965(groupFiling, GroupUnsent1968, act1968.At("s. 13(6)", "section/13"), start1968),
	groupFiling,
)

// GroupAccountsNeeded says whether the society must have group accounts prepared, by the
// Act of a day: met where it must. Paths of missing facts begin at the accounts. It is the
// law of Great Britain; that of Northern Ireland on groups was not read.
func GroupAccountsNeeded(g *Group, on law.Date) Criterion {
	k := groupNeeded.at(on)
	k.Path = "accounts.group"
	some := no
	if !g.Companies.Stated() {
		k.lack("accounts.group.companies", "")
	}
	if !g.Societies.Stated() {
		k.lack("accounts.group.societies", "")
	}
	for i := range g.Companies.Or(nil) {
		x := &(*g.Companies.Ptr())[i]
		some = max(some, dealtWith(&k, CompanySubsidiary(x, on), &x.Omission, law.Path("accounts.group.companies", i, ""), on))
	}
	for i := range g.Societies.Or(nil) {
		x := &(*g.Societies.Ptr())[i]
		some = max(some, dealtWith(&k, SocietySubsidiary(x, on), &x.Omission, law.Path("accounts.group.societies", i, ""), on))
	}
	owned := told(&g.WhollyOwned)
	switch {
	case owned == yes:
		k.Missing = nil
		return k.says(law.Breached, "The society is the wholly owned subsidiary of a body corporate incorporated in Great Britain.")
	case some == no && k.Missing == nil:
		return k.says(law.Breached, "The society has no subsidiary that group accounts must deal with.")
	case some != yes:
		return k
	case owned == untold:
		k.Missing = nil
		return k.lack("accounts.group.wholly_owned", "")
	}
	k.Missing = nil
	return k.says(law.Met, "The society has a subsidiary that group accounts must deal with.")
}

// dealtWith says whether a body is a subsidiary that the accounts must deal with, and adds
// what is missing.
func dealtWith(k *Criterion, is Criterion, omission *law.Fact[Omission], path string, on law.Date) answer {
	for _, m := range is.Missing {
		k.lack(path+"."+m.Path, m.Question)
	}
	if is.Outcome != law.Met {
		return answerFrom(is.Outcome)
	}
	o, ok := omission.Get()
	switch {
	case !ok:
		k.lack(path+".omission", "")
		return untold
	case o == OmissionApproved || o == OmissionCertified && !on.Before(commenced2014):
		return no
	}
	return yes
}

func (g *Group) check() error {
	for i := range g.Companies.Or(nil) {
		x := &(*g.Companies.Ptr())[i]
		if p, _ := x.Equity.Get(); p < 0 || p > law.MaxPence {
			return fmt.Errorf("companies[%d].equity: not an amount there can be, %v", i, p)
		}
		if n, _ := x.Directors.Get(); n < 0 {
			return fmt.Errorf("companies[%d].directors: a negative number, %d", i, n)
		}
		if err := checkParts(x.Parts.Or(nil)); err != nil {
			return fmt.Errorf("companies[%d].%w", i, err)
		}
	}
	for i := range g.Societies.Or(nil) {
		x := &(*g.Societies.Ptr())[i]
		if n, _ := x.Committee.Get(); n < 0 {
			return fmt.Errorf("societies[%d].committee: a negative number, %d", i, n)
		}
		if n, _ := x.Votes.Get(); n < 0 {
			return fmt.Errorf("societies[%d].votes: a negative number, %d", i, n)
		}
		if err := checkParts(x.Parts.Or(nil)); err != nil {
			return fmt.Errorf("societies[%d].%w", i, err)
		}
	}
	return nil
}

func needsGroup(c *kase) bool {
	if !hasAccountYear(c) {
		return false
	}
	if _, ok := law.Need(c, &c.Subject.Accounts.Ptr().Group, "accounts.group"); !ok {
		return false
	}
	k := GroupAccountsNeeded(c.Subject.Accounts.Ptr().Group.Ptr(), c.On)
	for _, m := range k.Missing {
		c.Unknown(m.Path, m.Question)
	}
	return k.Outcome == law.Met
}

// hasGroupAccounts leaves out a society that should have some and has none: that is one breach.
func hasGroupAccounts(c *kase) bool {
	if !needsGroup(c) {
		return false
	}
	prepared, ok := law.Need(c, &c.Subject.Accounts.Ptr().Group.Ptr().Prepared, "accounts.group.prepared")
	return ok && prepared
}

// groupPrepared asks only once the time for the return is over.
func groupPrepared(c *kase) {
	g := c.Subject.Accounts.Ptr().Group.Ptr()
	if due, ok := c.Figures.ReturnDue(c.On); !g.Prepared.Stated() && ok && !c.AsAt.After(due) {
		return
	}
	if prepared, ok := law.Need(c, &g.Prepared, "accounts.group.prepared"); ok && !prepared {
		c.Breach("accounts.group.prepared", "No group accounts were prepared for the year that ended on %s.", c.On.Long())
	}
}

func groupTrueAndFair(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.Accounts.Ptr().Group.Ptr().TrueAndFair, "accounts.group.true_and_fair",
		"Do the group accounts give a true and fair view, so far as concerns the society's members?")
	if ok && !yes {
		c.Breach("accounts.group.true_and_fair", "The group accounts do not give a true and fair view.")
	}
}

func groupAudited(c *kase) {
	yes, ok := law.Need(c, &c.Subject.Accounts.Ptr().Group.Ptr().Audited, "accounts.group.audited")
	if ok && !yes {
		c.Breach("accounts.group.audited", "The auditors did not report on the group accounts.")
	}
}

func groupSent(c *kase) {
	g := c.Subject.Accounts.Ptr().Group.Ptr()
	if due, ok := c.Figures.ReturnDue(c.On); !g.Sent.Stated() && ok && !c.AsAt.After(due) {
		return
	}
	if yes, ok := law.Need(c, &g.Sent, "accounts.group.sent"); ok && !yes {
		c.Breach("accounts.group.sent", "The group accounts did not go to the registrar with the annual return.")
	}
}
