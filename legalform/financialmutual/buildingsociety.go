package financialmutual

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on building societies.
const (
	BorrowersNotCarried    law.Code = "financialmutual.borrowers-not-carried"
	ShareholdersNotCarried law.Code = "financialmutual.shareholders-not-carried"
	TransferTurnoutTooLow  law.Code = "financialmutual.transfer-turnout-too-low"
	TransferHeadsAndValue  law.Code = "financialmutual.transfer-short-in-heads-and-value"
	SpecialNotCarried      law.Code = "financialmutual.building-society-special-not-carried"
	NotOnPoll              law.Code = "financialmutual.not-on-poll"
	SocietyNoticeTooShort  law.Code = "financialmutual.building-society-notice-too-short"
	BuildingVotesUnequal   law.Code = "financialmutual.building-society-votes-unequal"
)

// A BuildingSociety is a building society as facts at a date, with at most one resolution
// put to it. The zero BuildingSociety states nothing.
type BuildingSociety struct {
	// OneVoteEach says that each member has one vote on a resolution, whatever the balance.
	OneVoteEach law.Fact[bool]               `json:"one_vote_each,omitzero"`
	Resolution  law.Fact[BuildingResolution] `json:"resolution,omitzero"`
}

// BuildingResolutionKind is what a building society resolves.
type BuildingResolutionKind uint8

// The resolutions of a building society.
const (
	TransferToFormedCompany BuildingResolutionKind = iota + 1
	TransferToExistingCompany
	SocietiesAmalgamation
	EngagementsTransfer
	SpecialResolution
)

var buildingResolutionKinds = []string{
	"", "transfer-to-formed-company", "transfer-to-existing-company", "amalgamation", "transfer-of-engagements", "special-resolution",
}

// String gives the JSON value.
func (k BuildingResolutionKind) String() string { return law.NameOf(buildingResolutionKinds, k) }

// MarshalText writes String.
func (k BuildingResolutionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *BuildingResolutionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, buildingResolutionKinds, b, "a resolution of a building society")
}

// A BuildingResolution is a resolution put to a building society; a transfer or merger has
// two electorates.
type BuildingResolution struct {
	Kind law.Fact[BuildingResolutionKind] `json:"kind,omitzero"`
	// Held is the day of the meeting or, if earlier, the voting date; it governs.
	Held    law.Fact[law.Date] `json:"held,omitzero"`
	Noticed law.Fact[law.Date] `json:"noticed,omitzero"`
	// OnPoll says that members voted on a poll, in person or by proxy, or in a ballot.
	OnPoll law.Fact[bool] `json:"on_poll,omitzero"`
	// Shareholders and Borrowers count the heads of those qualified; Entitled is all of
	// them. On a transfer of engagements only borrowers whose mortgages move are qualified.
	Shareholders law.Fact[governance.Tally] `json:"shareholders,omitzero"`
	Borrowers    law.Fact[governance.Tally] `json:"borrowers,omitzero"`
	// ValueFor is the value of the shares of those in favour, ValueAll that of the shares
	// of all qualified, on the voting date.
	ValueFor law.Fact[law.Pence] `json:"value_for,omitzero"`
	ValueAll law.Fact[law.Pence] `json:"value_all,omitzero"`
	// Directed says that the regulator directed, to protect investors, that the
	// shareholding members' resolution alone is enough.
	Directed law.Fact[bool] `json:"directed,omitzero"`
}

// Check refuses facts that cannot be, naming the place.
func (s *BuildingSociety) Check() error {
	r := s.Resolution.Ptr()
	if r == nil {
		return nil
	}
	if a, b := r.ValueFor.Or(0), r.ValueAll.Or(0); a < 0 || b < 0 || r.ValueAll.Stated() && a > b {
		return fmt.Errorf("resolution.value_for: %v, of %v", a, b)
	}
	return tallies("resolution", []string{"shareholders", "borrowers"}, &r.Shareholders, &r.Borrowers)
}

type (
	buildingRule = law.Rule[BuildingSociety, Figures]
	buildingCase = law.Case[BuildingSociety, Figures]
)

var buildingMet = law.Event[BuildingSociety]{Path: "resolution.held", Of: func(s *BuildingSociety) law.Fact[law.Date] {
	if r := s.Resolution.Ptr(); r != nil {
		return r.Held
	}
	return law.Fact[law.Date]{}
}}

// BuildingSocietyRules returns every rule on building societies.
func BuildingSocietyRules() *law.Rules[BuildingSociety, Figures] { return buildingSocieties }

var buildingSocieties = law.Topic("building societies",
	buildingRule{
		Code: BorrowersNotCarried, Provision: act1986.At("ss. 93, 94, Sch 2 paras 29, 30(1)(a)", "schedule/2"),
		Says:    "A borrowing members' resolution must be passed by more than half of the borrowing members qualified who vote.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: transfersOrMerges, Check: borrowersCarried,
		Remedy: "Put the borrowing members' resolution again.",
	},
	buildingRule{
		Code: ShareholdersNotCarried, Provision: act1986.At("ss. 93, 94, Sch 2 paras 27A, 30(1)(b)", "schedule/2"),
		Says:    "The shareholding members' resolution must be passed by not less than three-quarters of the members qualified who vote.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: transfersOrMerges, Check: shareholdersCarried,
		Remedy: "Put the shareholding members' resolution again.",
	},
	buildingRule{
		Code: TransferTurnoutTooLow, Provision: act1986.At("Sch 2 para 30(2)(b)", "schedule/2/paragraph/30"),
		Says:    "Where the successor is a specially formed company, not less than the set part of the members qualified must have voted on a poll.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: toFormedCompany, Check: transferTurnout,
		Remedy: "Put the resolution again: it is all qualified who are counted.",
	},
	buildingRule{
		Code: TransferHeadsAndValue, Provision: act1986.At("Sch 2 para 30(3)-(5)", "schedule/2/paragraph/30"),
		Says: "Where the successor is an existing company, the resolution must be passed by not less than half of the members qualified, or by the " +
			"holders of not less than 90% of the value of their shares, unless the regulator directs otherwise.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: toExistingCompany, Check: headsOrValue,
		Remedy: "Put the resolution again, or ask the regulator for a direction.",
	},
	buildingRule{
		Code: SpecialNotCarried, Provision: act1986.At("Sch 2 para 27", "schedule/2/paragraph/27"),
		Says:    "A special resolution must be passed by not less than three-quarters of the members qualified who vote.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: isSpecial, Check: specialCarried,
		Remedy: "Put the special resolution again.",
	},
	buildingRule{
		Code: NotOnPoll, Provision: act1986.At("Sch 2 paras 27, 27A, 30", "schedule/2/paragraph/27"),
		Says:    "The votes must be cast on a poll, in person or by proxy, or in a postal or electronic ballot.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: anyResolution, Check: onPoll,
		Remedy: "Hold a poll or a ballot.",
	},
	buildingRule{
		Code: SocietyNoticeTooShort, Provision: act1986.At("Sch 2 para 21", "schedule/2/paragraph/21"),
		Says:    "A meeting may not be called by less than 21 days' notice expiring with the date of the meeting or, if earlier, the voting date.",
		InForce: from(start1986, law.UnitedKingdom), Event: buildingMet, Applies: anyResolution, Check: longNotice,
		Remedy: "Call the meeting again.",
	},
	buildingRule{
		Code: BuildingVotesUnequal, Provision: ownRules.At("votes of members", ""), Weight: law.OwnRules,
		Says:    "Each member has one vote on a resolution, whatever the balance held or owed.",
		InForce: from(start1986, law.UnitedKingdom), Check: oneVoteEach,
		Remedy: "Count each member once.",
	},
)

func societyResolves(c *buildingCase, want ...BuildingResolutionKind) bool {
	r := c.Subject.Resolution.Ptr()
	if r == nil {
		return false
	}
	k, ok := law.Need(c, &r.Kind, "resolution.kind")
	return ok && slices.Contains(want, k)
}

func anyResolution(c *buildingCase) bool { return c.Subject.Resolution.Stated() }

func transfersOrMerges(c *buildingCase) bool {
	return societyResolves(c, TransferToFormedCompany, TransferToExistingCompany, SocietiesAmalgamation, EngagementsTransfer)
}

func toFormedCompany(c *buildingCase) bool { return societyResolves(c, TransferToFormedCompany) }

func isSpecial(c *buildingCase) bool { return societyResolves(c, SpecialResolution) }

func toExistingCompany(c *buildingCase) bool {
	if !societyResolves(c, TransferToExistingCompany) {
		return false
	}
	directed, ok := law.Need(c, &c.Subject.Resolution.Ptr().Directed, "resolution.directed")
	return ok && !directed
}

func borrowersCarried(c *buildingCase) {
	vote.Carried(c, &c.Figures.Borrowers, c.On, &c.Subject.Resolution.Ptr().Borrowers, "resolution.borrowers", "The borrowing members' resolution")
}

const shareholders = "resolution.shareholders"

func shareholdersCarried(c *buildingCase) {
	vote.Carried(c, &c.Figures.Shareholders, c.On, &c.Subject.Resolution.Ptr().Shareholders, shareholders, "The shareholding members' resolution")
}

func transferTurnout(c *buildingCase) {
	vote.Turnout(c, &c.Figures.TransferTurnout, c.On, &c.Subject.Resolution.Ptr().Shareholders, shareholders, "Too few of the members qualified voted")
}

// headsOrValue asks for values only where the heads are too few.
func headsOrValue(c *buildingCase) {
	r := c.Subject.Resolution.Ptr()
	heads, ok := law.Read(c, &c.Figures.ExistingHeads, c.On)
	share, ok1 := law.Read(c, &c.Figures.ExistingValue, c.On)
	votes, ok2 := law.Need(c, &r.Shareholders, shareholders)
	switch {
	case !ok || !ok1 || !ok2:
		return
	case votes.Check() != nil || votes.Entitled == 0:
		c.Unknown(shareholders+".entitled", "How many members were qualified to vote, and how did they?")
		return
	case heads.Test("", votes).Passed:
		return
	}
	yes, ok := law.Need(c, &r.ValueFor, "resolution.value_for")
	whole, ok1 := law.Need(c, &r.ValueAll, "resolution.value_all")
	if ok && ok1 && (whole <= 0 || !share.ReachedBy(int64(yes), int64(whole))) {
		c.Breach(shareholders, "The resolution has neither the heads (%v) nor the value (%v of %v, where %v is needed).", heads.Test("", votes), yes, whole, share)
	}
}

func specialCarried(c *buildingCase) {
	vote.Carried(c, &c.Figures.SpecialShare, c.On, &c.Subject.Resolution.Ptr().Shareholders, shareholders, "The special resolution")
}

func onPoll(c *buildingCase) {
	if poll, ok := law.Need(c, &c.Subject.Resolution.Ptr().OnPoll, "resolution.on_poll"); ok && !poll {
		c.Breach("resolution.on_poll", "The members voted neither on a poll nor in a ballot.")
	}
}

func longNotice(c *buildingCase) {
	days, ok := law.Read(c, &c.Figures.SocietyNotice, c.On)
	given, ok1 := law.Need(c, &c.Subject.Resolution.Ptr().Noticed, "resolution.noticed")
	if ok && ok1 && c.On.Before(law.DaysFrom(given, days)) {
		c.Breach("resolution.noticed", "Notice was given on %s; %d days' notice expires on %s, after %s.", given.Long(), days, law.DaysFrom(given, days).Long(), c.On.Long())
	}
}

func oneVoteEach(c *buildingCase) {
	if equal, ok := law.Need(c, &c.Subject.OneVoteEach, "one_vote_each"); ok && !equal {
		c.Breach("one_vote_each", "Members do not each have one vote.")
	}
}

// BorrowerQualified reports whether a debt is large enough for a borrowing member to vote;
// known is false where the figures hold no sum.
func (f *Figures) BorrowerQualified(debt law.Pence, on law.Date) (qualified, known bool) {
	e, ok := f.LeastDebt.At(on)
	if !ok {
		return false, false
	}
	return debt >= e.Value, true
}
