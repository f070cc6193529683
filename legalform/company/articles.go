package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Articles are what the articles of association say, so far as the rules read it. Each
// fact records whether the articles have that effect.
type Articles struct {
	// Model is the schedule of model articles that apply, where they do.
	Model law.Fact[Schedule] `json:"model,omitzero"`
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
