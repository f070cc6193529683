package financialmutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on friendly societies.
const (
	FriendlyNotCarried        law.Code = "financialmutual.friendly-special-not-carried"
	FriendlyAffectedAgainst   law.Code = "financialmutual.friendly-affected-not-carried"
	FriendlyNoticeTooShort    law.Code = "financialmutual.friendly-notice-too-short"
	FriendlyProxiesBarred     law.Code = "financialmutual.friendly-proxies-barred"
	FriendlyStatementLate     law.Code = "financialmutual.friendly-statement-late"
	FriendlyUnrepresented     law.Code = "financialmutual.friendly-vote-not-representative"
	FriendlyUnconfirmed       law.Code = "financialmutual.friendly-not-confirmed"
	FriendlyNotCarried1974    law.Code = "financialmutual.friendly-special-not-carried-1974"
	FriendlyProxiesBarred1974 law.Code = "financialmutual.friendly-proxies-barred-1974"
	FriendlyNotCarried1896    law.Code = "financialmutual.friendly-special-not-carried-1896"
	FriendlySecond1896        law.Code = "financialmutual.friendly-second-meeting-1896"
	FriendlyValue1896         law.Code = "financialmutual.friendly-dissolution-not-carried-1896"
)

// A FriendlySociety is a friendly society as facts at a date, with at most one resolution
// put to it. The zero FriendlySociety states nothing.
type FriendlySociety struct {
	Resolution law.Fact[FriendlyResolution] `json:"resolution,omitzero"`
}

// FriendlyResolutionKind is what a friendly society resolves.
type FriendlyResolutionKind uint8

// The resolutions of a friendly society.
const (
	FriendlyAmalgamation FriendlyResolutionKind = iota + 1
	FriendlyTransfer
	FriendlyPartTransfer
	FriendlyConversion
	FriendlyOther
	FriendlyDissolution
)

var friendlyResolutionKinds = []string{"", "amalgamation", "transfer", "part-transfer", "conversion-to-company", "other-special", "dissolution"}

// String gives the JSON value.
func (k FriendlyResolutionKind) String() string { return law.NameOf(friendlyResolutionKinds, k) }

// MarshalText writes String.
func (k FriendlyResolutionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *FriendlyResolutionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, friendlyResolutionKinds, b, "a resolution of a friendly society")
}

// A FriendlyResolution is a resolution put to a friendly society.
type FriendlyResolution struct {
	Kind    law.Fact[FriendlyResolutionKind] `json:"kind,omitzero"`
	Held    law.Fact[law.Date]               `json:"held,omitzero"`
	Noticed law.Fact[law.Date]               `json:"noticed,omitzero"`
	// ByDelegates says that delegates voted; Votes then counts them. Present, for the law
	// of 1896, is all who were there, in person or by proxy.
	ByDelegates law.Fact[bool]             `json:"by_delegates,omitzero"`
	Votes       law.Fact[governance.Tally] `json:"votes,omitzero"`
	// ProxiesAllowed says that members could vote by proxy.
	ProxiesAllowed law.Fact[bool] `json:"proxies_allowed,omitzero"`
	// Affected are the votes of the members affected by a transfer of part.
	Affected law.Fact[governance.Tally] `json:"affected,omitzero"`
	// StatementSent is the day on which members were sent the statement of a transfer or
	// conversion.
	StatementSent law.Fact[law.Date] `json:"statement_sent,omitzero"`
	// Representative is the regulator's view whether the vote represents members' views,
	// Confirmed whether it confirmed the change.
	Representative law.Fact[bool] `json:"representative,omitzero"`
	Confirmed      law.Fact[bool] `json:"confirmed,omitzero"`
	// ResetTo is the share of the voters that the regulator directed for a transfer in
	// place of three-quarters, where it did.
	ResetTo law.Fact[governance.Threshold] `json:"reset_to,omitzero"`
	// For the law of 1896: the second meeting, and the votes by value of membership, with
	// those of all members as the number entitled.
	SecondHeld  law.Fact[law.Date]         `json:"second_held,omitzero"`
	SecondVotes law.Fact[governance.Tally] `json:"second_votes,omitzero"`
	Value       law.Fact[governance.Tally] `json:"value,omitzero"`
}

// Check refuses facts that cannot be, naming the place.
func (s *FriendlySociety) Check() error {
	r := s.Resolution.Ptr()
	if r == nil {
		return nil
	}
	if t, ok := r.ResetTo.Get(); ok && (t.Of != governance.VotesCast || t.Fraction.Cmp(law.Per(1, 2)) < 0 || t.Fraction.Cmp(law.Per(3, 4)) > 0) {
		return fmt.Errorf("resolution.reset_to: %v is not between a majority and three-quarters of the voters", t)
	}
	return tallies("resolution", []string{"votes", "affected", "second_votes", "value"}, &r.Votes, &r.Affected, &r.SecondVotes, &r.Value)
}

type (
	friendlyRule = law.Rule[FriendlySociety, Figures]
	friendlyCase = law.Case[FriendlySociety, Figures]
)

var friendlyMet = law.Event[FriendlySociety]{Path: "resolution.held", Of: func(s *FriendlySociety) law.Fact[law.Date] {
	if r := s.Resolution.Ptr(); r != nil {
		return r.Held
	}
	return law.Fact[law.Date]{}
}}

// FriendlySocietyRules returns every rule on friendly societies.
func FriendlySocietyRules() *law.Rules[FriendlySociety, Figures] { return friendlySocieties }

var under1974 = []law.Window{law.From(start1974, law.UnitedKingdom).Until(last1974)}

var historic = []law.Window{law.From(start1896, law.UnitedKingdom).Until(last1896)}

var friendlySocieties = law.Topic("friendly societies",
	friendlyRule{
		Code: FriendlyNotCarried, Provision: act1992.At("ss. 85, 86, 89, 91, Sch 12 para 7", "schedule/12"),
		Says: "A special resolution must be passed by not less than three-quarters of the number of members, or delegates, entitled who vote, or " +
			"by what the regulator directs for a transfer.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: passesSpecial, Check: friendlyCarried,
		Remedy: "Put the special resolution again.",
	},
	friendlyRule{
		Code: FriendlyAffectedAgainst, Provision: act1992.At("s. 86, Sch 12", "section/86"),
		Says:    "A transfer of part also needs an affected members' resolution, passed by not less than three-quarters of those affected who vote, and not by delegates.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: transfersPart, Check: affectedCarried,
		Remedy: "Put the resolution to the affected members.",
	},
	friendlyRule{
		Code: FriendlyNoticeTooShort, Provision: act1992.At("Sch 12 para 7", "schedule/12"),
		Says:    "Not less than 14 days' notice of a special resolution must be given.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: passesSpecial, Check: friendlyNotice,
		Remedy: "Call the meeting again.",
	},
	friendlyRule{
		Code: FriendlyProxiesBarred, Provision: act1992.At("Sch 12 para 7", "schedule/12"),
		Says:    "Members must be allowed to vote by proxy, except at a meeting of delegates.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: membersVote, Check: proxiesAllowed,
		Remedy: "Allow proxies.",
	},
	friendlyRule{
		Code: FriendlyStatementLate, Provision: act1992.At("Sch 15", "schedule/15"),
		Says:    "Members must be sent a statement of a transfer or conversion not less than 14 days before.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: needsStatement, Check: statementInTime,
		Remedy: "Send the statement and call the meeting again.",
	},
	friendlyRule{
		Code: FriendlyUnrepresented, Provision: act1992.At("Sch 15 para 9", "schedule/15"),
		Says:    "The regulator must refuse to confirm where the vote does not represent the views of the members entitled to vote; there is no turnout floor.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: needsStatement, Check: representative,
		Remedy: "Put the resolution again so that more members vote.",
	},
	friendlyRule{
		Code: FriendlyUnconfirmed, Provision: act1992.At("ss. 85, 86, 91", "part/VIII"),
		Says:    "An amalgamation, transfer or conversion needs the regulator's confirmation.",
		InForce: from(start1992, law.UnitedKingdom), Event: friendlyMet, Applies: needsConfirmation, Check: regulatorConfirmed,
		Remedy: "Apply for confirmation; until it is given the change has no effect.",
	},
	friendlyRule{
		Code: FriendlyNotCarried1974, Provision: act1974.At("s. 86(1)", "section/86"),
		Says:    "A special resolution must be passed by not less than three-quarters of the members entitled who vote in person or by proxy, or of the delegates who vote at a meeting of delegates.",
		InForce: under1974, Event: friendlyMet, Applies: passesSpecial1974, Check: carried1974,
		Remedy: "Put the special resolution again.", Successor: FriendlyNotCarried,
	},
	friendlyRule{
		Code: FriendlyProxiesBarred1974, Provision: act1974.At("s. 86(2)", "section/86"),
		Says:    "Whatever the rules say, members must be permitted to vote on a special resolution by proxy, except at a meeting of delegates.",
		InForce: under1974, Event: friendlyMet, Applies: membersVote1974, Check: proxiesAllowed,
		Remedy: "Allow proxies.", Successor: FriendlyProxiesBarred,
	},
	friendlyRule{
		Code: FriendlyNotCarried1896, Provision: act1896.At("s. 74", "section/74"),
		Says:    "A special resolution must be passed by not less than three-fourths of those present in person or by proxy, and confirmed by a majority at a second meeting.",
		InForce: historic, Event: friendlyMet, Applies: passesSpecial, Check: carried1896,
		Remedy: "Put the resolution again.", Ended: ended1896,
	},
	friendlyRule{
		Code: FriendlySecond1896, Provision: act1896.At("s. 74", "section/74"),
		Says:    "The second meeting must be held not less than fourteen days nor more than one month after the first.",
		InForce: historic, Event: friendlyMet, Applies: passesSpecial, Check: second1896,
		Remedy: "Begin again with a first meeting.", Ended: ended1896,
	},
	friendlyRule{
		Code: FriendlyValue1896, Provision: act1896.At("s. 70, with s. 78", "section/70"),
		Says:    "A dissolution needs the consent of five-sixths in value of the members.",
		InForce: historic, Event: friendlyMet, Applies: dissolves, Check: value1896,
		Remedy: "Obtain more consents.", Ended: ended1896,
	},
)

func friendlyResolves(c *friendlyCase, want ...FriendlyResolutionKind) bool {
	r := c.Subject.Resolution.Ptr()
	if r == nil {
		return false
	}
	k, ok := law.Need(c, &r.Kind, "resolution.kind")
	return ok && slices.Contains(want, k)
}

func passesSpecial(c *friendlyCase) bool {
	return friendlyResolves(c, FriendlyAmalgamation, FriendlyTransfer, FriendlyPartTransfer, FriendlyConversion, FriendlyOther)
}

// passesSpecial1974 takes in dissolution, which that Act approved by special resolution
// (s. 93(1)(b)).
func passesSpecial1974(c *friendlyCase) bool { return passesSpecial(c) || dissolves(c) }

func membersVote1974(c *friendlyCase) bool {
	if !passesSpecial1974(c) {
		return false
	}
	delegates, ok := law.Need(c, &c.Subject.Resolution.Ptr().ByDelegates, "resolution.by_delegates")
	return ok && !delegates
}

func transfersPart(c *friendlyCase) bool { return friendlyResolves(c, FriendlyPartTransfer) }

func dissolves(c *friendlyCase) bool { return friendlyResolves(c, FriendlyDissolution) }

func needsStatement(c *friendlyCase) bool {
	return friendlyResolves(c, FriendlyTransfer, FriendlyPartTransfer, FriendlyConversion)
}

func needsConfirmation(c *friendlyCase) bool {
	return friendlyResolves(c, FriendlyAmalgamation, FriendlyTransfer, FriendlyPartTransfer, FriendlyConversion)
}

func membersVote(c *friendlyCase) bool {
	if !passesSpecial(c) {
		return false
	}
	delegates, ok := law.Need(c, &c.Subject.Resolution.Ptr().ByDelegates, "resolution.by_delegates")
	return ok && !delegates
}

func friendlyCarried(c *friendlyCase) {
	r := c.Subject.Resolution.Ptr()
	reset, ok := r.ResetTo.Get()
	if !ok || !friendlyResolves(c, FriendlyTransfer, FriendlyPartTransfer) {
		vote.Carried(c, &c.Figures.FriendlySpecial, c.On, &r.Votes, "resolution.votes", "The special resolution")
		return
	}
	if votes, ok := law.Need(c, &r.Votes, "resolution.votes"); ok {
		if t := reset.Test("", votes); !t.Passed {
			c.Breach("resolution.votes", "The resolution was not carried by the majority directed: %v.", t)
		}
	}
}

func affectedCarried(c *friendlyCase) {
	vote.Carried(c, &c.Figures.FriendlyAffected, c.On, &c.Subject.Resolution.Ptr().Affected, "resolution.affected", "The affected members' resolution")
}

func friendlyNotice(c *friendlyCase) {
	longEnough(c, &c.Subject.Resolution.Ptr().Noticed, "resolution.noticed", "Notice was given")
}

func statementInTime(c *friendlyCase) {
	longEnough(c, &c.Subject.Resolution.Ptr().StatementSent, "resolution.statement_sent", "The statement was sent")
}

func longEnough(c *friendlyCase, sent *law.Fact[law.Date], path, what string) {
	days, ok := law.Read(c, &c.Figures.FriendlyNotice, c.On)
	day, ok1 := law.Need(c, sent, path)
	if ok && ok1 && c.On.Before(law.DaysFrom(day, days)) {
		c.Breach(path, "%s on %s, less than %d days before %s.", what, day.Long(), days, c.On.Long())
	}
}

func proxiesAllowed(c *friendlyCase) {
	if allowed, ok := law.Need(c, &c.Subject.Resolution.Ptr().ProxiesAllowed, "resolution.proxies_allowed"); ok && !allowed {
		c.Breach("resolution.proxies_allowed", "Members were not allowed to vote by proxy.")
	}
}

func representative(c *friendlyCase) {
	yes, ok := law.Ask(c, &c.Subject.Resolution.Ptr().Representative, "resolution.representative",
		"Does the regulator consider that the vote represents the views of the members entitled to vote?")
	if ok && !yes {
		c.Breach("resolution.representative", "The regulator does not consider that the vote represents members' views.")
	}
}

func regulatorConfirmed(c *friendlyCase) {
	if yes, ok := law.Need(c, &c.Subject.Resolution.Ptr().Confirmed, "resolution.confirmed"); ok && !yes {
		c.Breach("resolution.confirmed", "The regulator has not confirmed the change.")
	}
}

func carried1974(c *friendlyCase) {
	vote.Carried(c, &c.Figures.FriendlySpecial, c.On, &c.Subject.Resolution.Ptr().Votes, "resolution.votes", "The special resolution")
}

func carried1896(c *friendlyCase) {
	r := c.Subject.Resolution.Ptr()
	vote.Carried(c, &c.Figures.FriendlyFirst, c.On, &r.Votes, "resolution.votes", "The special resolution")
	vote.Carried(c, &c.Figures.FriendlySecond, c.On, &r.SecondVotes, "resolution.second_votes", "The confirmation")
}

func second1896(c *friendlyCase) {
	day, ok := law.Need(c, &c.Subject.Resolution.Ptr().SecondHeld, "resolution.second_held")
	if ok && (day.Before(law.DaysFrom(c.On, fourteen)) || day.After(law.MonthsFrom(c.On, 1))) {
		c.Breach("resolution.second_held", "The second meeting was on %s, not from fourteen days to a month after %s.", day.Long(), c.On.Long())
	}
}

// fourteen are the days that s. 74 of the Act of 1896 spells.
const fourteen = 14

func value1896(c *friendlyCase) {
	vote.Carried(c, &c.Figures.FriendlyValue, c.On, &c.Subject.Resolution.Ptr().Value, "resolution.value", "The dissolution")
}

// ValueVotes returns how many votes a member of so many whole years had by value under the
// Act of 1896: one, and one more for every five years, up to five in all. False where the
// figures hold none, or for fewer than no years.
func (f *Figures) ValueVotes(years int64, on law.Date) (int64, bool) {
	each, ok := f.YearsAVote.At(on)
	most, ok1 := f.MostVotes.At(on)
	if !ok || !ok1 || years < 0 || each.Value < 1 {
		return 0, false
	}
	return min(1+years/each.Value, most.Value), true
}
