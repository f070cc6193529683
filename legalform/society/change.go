package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// ChangeKind is what a special resolution is for.
type ChangeKind uint8

// The changes that take two meetings. The first two are between societies, the next three
// towards a company; then one adopts the statutory asset lock. The last approves an
// instrument of dissolution, of a dormant society or a credit union (from 8 January 2012).
const (
	Amalgamation ChangeKind = iota + 1
	TransferToSociety
	ConversionToCompany
	AmalgamationWithCompany
	TransferToCompany
	LockAdoption
	DissolutionApproval
)

var changeKinds = []string{
	"", "amalgamation", "transfer-to-society", "conversion-to-company", "amalgamation-with-company", "transfer-to-company", "lock-adoption",
	"dissolution",
}

// String gives the JSON value.
func (k ChangeKind) String() string { return law.NameOf(changeKinds, k) }

// MarshalText writes String.
func (k ChangeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ChangeKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, changeKinds, b, "a change made by special resolution")
}

// A Change is a special resolution put to this society. An amalgamation takes one of each
// society; a transfer of engagements takes none of the society that undertakes them.
type Change struct {
	Kind law.Fact[ChangeKind] `json:"kind,omitzero"`
	// Into is what the society is to become, join or transfer its engagements to.
	Into   law.Fact[BodyKind] `json:"into,omitzero"`
	First  Meeting            `json:"first,omitzero"`
	Second Meeting            `json:"second,omitzero"`
	// Filed is the day on which the registrar was sent the copy; until it is registered the
	// resolution has no effect.
	Filed law.Fact[law.Date] `json:"filed,omitzero"`
	Copy  ResolutionCopy     `json:"copy,omitzero"`
	// ProxiesAllowed says that the rules allow votes by proxy.
	ProxiesAllowed law.Fact[bool] `json:"rules_allow_proxies,omitzero"`
	// OthersResolved says, of an amalgamation, that each of the other societies passed its
	// own special resolution; Undertaken, of a transfer to a society, that it undertakes to
	// fulfil the engagements.
	OthersResolved law.Fact[bool] `json:"others_resolved,omitzero"`
	Undertaken     law.Fact[bool] `json:"engagements_undertaken,omitzero"`
	// CreditorsPrejudiced is the recorded judgement that the change would take a right of a
	// creditor away.
	CreditorsPrejudiced law.Fact[bool] `json:"creditors_prejudiced,omitzero"`
	Dissolving          Dissolving     `json:"dissolving,omitzero"`
}

// A Meeting is one of the two general meetings.
type Meeting struct {
	Held law.Fact[law.Date] `json:"held,omitzero"`
	// Noticed says that notice was duly given under the rules; of the first meeting,
	// specifying the intention to propose the resolution.
	Noticed law.Fact[bool] `json:"noticed,omitzero"`
	// Votes counts members, in person or, where the rules allow, by proxy: not votes, where
	// the rules give a member more than one. Entitled counts every member entitled to vote.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// ProxyVotes, PostalVotes and ElectronicVotes are how many of them were so given.
	ProxyVotes      law.Fact[int64] `json:"proxy_votes,omitzero"`
	PostalVotes     law.Fact[int64] `json:"postal_votes,omitzero"`
	ElectronicVotes law.Fact[int64] `json:"electronic_votes,omitzero"`
	// DeclaredCarried says that the chair declared the resolution carried, DeclaredCounted
	// that all reasonably practicable steps had been taken to ascertain the number of
	// members entitled to vote.
	DeclaredCarried law.Fact[bool] `json:"declared_carried,omitzero"`
	DeclaredCounted law.Fact[bool] `json:"declared_counted,omitzero"`
}

func (x *Change) check() error {
	if err := x.First.check(); err != nil {
		return fmt.Errorf("first.%w", err)
	}
	if err := x.Second.check(); err != nil {
		return fmt.Errorf("second.%w", err)
	}
	return nil
}

func (m *Meeting) check() error {
	if t := m.Votes.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("votes: %w", err)
		}
	}
	return cmp.Or(natural(m.ProxyVotes, "proxy_votes"), natural(m.PostalVotes, "postal_votes"),
		natural(m.ElectronicVotes, "electronic_votes"))
}

// ResolutionFigures are the figures of special resolutions and dissolution.
type ResolutionFigures struct {
	MergerMajority     law.History[law.Ratio]
	ConversionMajority law.History[law.Ratio]
	ConversionTurnout  law.History[law.Ratio]
	ConfirmingMajority law.History[law.Ratio]
	// SecondMeetingDays and SecondMeetingMonths bound the time between the meetings.
	SecondMeetingDays   law.History[int]
	SecondMeetingMonths law.History[int]
	// FilingDays is how long there is to send the registrar a copy.
	FilingDays law.History[int]
	RatificationFigures
	DissolvingFigures
	EndingFigures
	EnforcementFigures
	LockFigures
	InsolvencyFigures
	ChargeFigures
	// DissolutionConsent is the part of all members who must sign; DeclaringMembers is how
	// many of them make the statutory declaration with the secretary.
	DissolutionConsent law.History[law.Ratio]
	DeclaringMembers   law.History[int64]
}

func enactedResolutions() ResolutionFigures {
	s50, s52 := act1965.At("s. 50(2)", "section/50"), act1965.At("s. 52(3)", "section/52")
	s50Filing := act1965.At("s. 50(5)", "section/50")
	s111, s113 := act2014.At("s. 111(2)", "section/111"), act2014.At("s. 113(2)", "section/113")
	return ResolutionFigures{
		MergerMajority: law.Since("society.merger_majority", "of members who vote, at least",
			at(start1965, law.Per(2, 3), s50), at(start2014, law.Per(2, 3), s111)),
		ConversionMajority: law.Since("society.conversion_majority", "of members who vote, at least",
			at(start1965, law.Per(3, 4), s52), at(start2014, law.Per(3, 4), s113)),
		ConversionTurnout: law.Since("society.conversion_turnout", "of members entitled to vote, at least, who vote",
			at("2002-09-08", law.Per(1, 2), act2002.At("s. 1(2)", "section/1")), at(start2014, law.Per(1, 2), s113)),
		ConfirmingMajority: law.Since("society.confirming_majority", "of members who vote, more than",
			at(start1965, law.Per(1, 2), s50), at(start2014, law.Per(1, 2), s111)),
		SecondMeetingDays: law.Since("society.second_meeting_days", "days from the first meeting, at least",
			at(start1965, 14, s50), at(start2014, 14, s111)),
		SecondMeetingMonths: law.Since("society.second_meeting_months", "months from the first meeting, at most",
			at(start1965, 1, s50), at(start2014, 1, s111)),
		FilingDays: law.Since("society.filing_days", "days from confirmation",
			at(start1965, 14, s50Filing), at(start2014, 14, act2014.At("ss. 111(5), 113(5)", "section/111"))),
		DissolutionConsent: law.Since("society.dissolution_consent", "of all members, at least",
			at(start1965, law.Per(3, 4), act1965.At("s. 55(b)", "section/55")), at(start2014, law.Per(3, 4), act2014.At("s. 119(3)(a)", "section/119"))),
		DeclaringMembers: law.Since("society.declaring_members", "members",
			at(start1965, int64(3), act1965.At("s. 58(4)", "section/58")), at(start2014, int64(3), act2014.At("s. 121(3)", "section/121"))),
		RatificationFigures: enactedRatifications(),
		DissolvingFigures:   enactedDissolving(),
		EndingFigures:       enactedEndings(),
		EnforcementFigures:  enactedEnforcement(),
		LockFigures:         enactedLock(),
		InsolvencyFigures:   enactedInsolvency(),
		ChargeFigures:       enactedCharges(),
	}
}
