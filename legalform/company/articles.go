package company

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Articles are what the articles of association say, so far as the rules read it. Each
// fact records whether the articles have that effect.
type Articles struct {
	// Model is the schedule of model articles that apply, where they do; Altered are the matters
	// in which the articles exclude or modify it, none stated as an empty list (s. 20(1)).
	Model   law.Fact[Schedule]      `json:"model,omitzero"`
	Altered law.Fact[[]ModelMatter] `json:"model_altered_in,omitzero"`
	// VariesVotes: they give members other votes than one a share, or one a member, or
	// otherwise provide for joint holders or for proxies' votes.
	VariesVotes law.Fact[bool] `json:"varies_votes,omitzero"`
	// RemovalMajority is a majority that they ask for to remove a director, where they do.
	RemovalMajority law.Fact[law.Ratio] `json:"removal_majority,omitzero"`
	// BarsWritten: they purport to take away the written route for a resolution that the
	// Companies Acts require.
	BarsWritten law.Fact[bool] `json:"bars_written_resolutions,omitzero"`
	// BarsProxies: they purport to take away a member's right to appoint a proxy.
	BarsProxies law.Fact[bool] `json:"bars_proxies,omitzero"`
	// ProxyHours is how long before the meeting a proxy form must reach the company, working
	// days alone counted; PollProxyHours before a poll taken more than 48 hours after it was
	// demanded.
	ProxyHours     law.Fact[int] `json:"proxy_cut_off_hours,omitzero"`
	PollProxyHours law.Fact[int] `json:"poll_proxy_cut_off_hours,omitzero"`
	// BarsPolls: they exclude polls on other questions than the election of the chair or an
	// adjournment.
	BarsPolls law.Fact[bool] `json:"bars_polls,omitzero"`
	// CastingVote: the chair has one at general meetings; CastingVoteBefore2007: as they stood
	// immediately before 1 October 2007, the chair had.
	CastingVote           law.Fact[bool] `json:"casting_vote,omitzero"`
	CastingVoteBefore2007 law.Fact[bool] `json:"casting_vote_before_2007,omitzero"`
}

// Schedule is one of the three sets of model articles.
type Schedule uint8

// The schedules to the Companies (Model Articles) Regulations 2008.
const (
	ModelPrivate Schedule = iota + 1
	ModelGuarantee
	ModelPublic
)

var scheduleNames = []string{"", "private-by-shares", "private-by-guarantee", "public"}

// String gives the JSON value.
func (s Schedule) String() string { return law.NameOf(scheduleNames, s) }

// MarshalText writes String.
func (s Schedule) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes.
func (s *Schedule) UnmarshalText(text []byte) error {
	return law.ParseName(s, scheduleNames, text, "a schedule of model articles")
}

// ModelMatter is a matter that the model articles settle, in which a company's own may differ.
type ModelMatter uint8

// The matters, by the headings of the schedules.
const (
	ReservePower ModelMatter = iota + 1
	BoardVoting
	BoardQuorum
	BoardChair
	BoardConflicts
	DirectorsAppointed
	DirectorsRetire
	MembershipRules
	MeetingQuorum
	Adjournments
	PollRights
	PollTimes
	ResolutionAmendments
	UnpaidShares
	Dividends
)

var matterNames = []string{
	"", "reserve-power", "board-voting", "board-quorum", "board-chair", "board-conflicts", "appointment", "retirement", "membership",
	"meeting-quorum", "adjournment", "poll-rights", "poll-times", "resolution-amendment", "unpaid-shares", "dividends",
}

// String gives the JSON value.
func (m ModelMatter) String() string { return law.NameOf(matterNames, m) }

// MarshalText writes String.
func (m ModelMatter) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *ModelMatter) UnmarshalText(text []byte) error {
	return law.ParseName(m, matterNames, text, "a matter of the model articles")
}

// underModel reports whether a schedule is stated to apply, one of those given where some
// are, and unaltered in a matter.
func underModel(c *kase, m ModelMatter, schedules ...Schedule) bool {
	s, ok := c.Subject.Articles.Model.Get()
	if !ok || len(schedules) > 0 && !slices.Contains(schedules, s) {
		return false // no schedule need be stated
	}
	altered, ok := law.Need(c, &c.Subject.Articles.Altered, "articles.model_altered_in")
	return ok && !slices.Contains(altered, m)
}

// modelOf is the schedule that applies; underModel has found that there is one.
func modelOf(c *kase) Model {
	s, _ := c.Subject.Articles.Model.Get()
	m, _ := ModelArticles(s)
	return m
}
