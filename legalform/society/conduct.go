package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Level says whether a co-operative's members are people and firms, or co-operatives.
type Level uint8

// The levels. A primary co-operative's members have equal votes; one of another level is
// organised in a democratic manner, which may weigh votes by members' own members.
const (
	PrimaryLevel Level = iota + 1
	OtherLevel
)

var levels = []string{"", "primary", "other"}

// String gives the JSON value.
func (l Level) String() string { return law.NameOf(levels, l) }

// MarshalText writes String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Level) UnmarshalText(b []byte) error {
	return law.ParseName(l, levels, b, "a level of co-operative")
}

// Conduct is an assessment of how a society is run, put to it to be judged by the guidance:
// recorded judgements of whoever assessed it.
type Conduct struct {
	Evidence Evidence `json:"evidence,omitzero"`
	// CommonInterest: the members share a need that the business meets.
	CommonInterest law.Fact[bool] `json:"common_interest,omitzero"`
	// ByParticipation: benefits flow to members mainly from taking part in the business.
	ByParticipation law.Fact[bool] `json:"by_participation,omitzero"`
	// OpenMembership: anybody who meets the conditions may join. CapacityLimit: what it can
	// do for members is really limited, such as the number of its homes.
	OpenMembership law.Fact[bool] `json:"open_membership,omitzero"`
	CapacityLimit  law.Fact[bool] `json:"capacity_limit,omitzero"`
	// OfficersElected and OfficersRemovable: by the members.
	OfficersElected   law.Fact[bool] `json:"officers_elected,omitzero"`
	OfficersRemovable law.Fact[bool] `json:"officers_removable,omitzero"`
	// DividendByTrade: what it calls a dividend is worked out by members' trade or
	// participation. InterestFirst: on what is left after share interest.
	DividendByTrade law.Fact[bool] `json:"dividend_by_trade,omitzero"`
	InterestFirst   law.Fact[bool] `json:"interest_first,omitzero"`
	// Investors are the terms of members who only invest; none are put where it has none.
	Investors law.Fact[Investors] `json:"investors,omitzero"`
	// OnlyCommunity: a community benefit society has no second purpose that is private.
	// WiderBenefit: the community it defines does not inhibit benefit to the community at
	// large. AssetsForCommunity: its assets serve the community alone, sold or converted too.
	OnlyCommunity      law.Fact[bool] `json:"only_community,omitzero"`
	WiderBenefit       law.Fact[bool] `json:"wider_benefit,omitzero"`
	AssetsForCommunity law.Fact[bool] `json:"assets_for_community,omitzero"`
}

// Evidence is where a main object of paying a return on capital would show: each fact says
// that it does show there.
type Evidence struct {
	Rules       law.Fact[bool] `json:"rules,omitzero"`
	Application law.Fact[bool] `json:"application,omitzero"`
	Accounts    law.Fact[bool] `json:"accounts,omitzero"`
	Publicity   law.Fact[bool] `json:"publicity,omitzero"`
}

// Investors are the members of a co-operative society who invest and do not use it.
type Investors struct {
	// TermsInRules: the rules provide for them expressly, on clear terms.
	TermsInRules law.Fact[bool] `json:"terms_in_rules,omitzero"`
	// Restricted: the rules restrict their voting. OnConversion: they may vote on a
	// conversion to a company.
	Restricted   law.Fact[bool] `json:"restricted,omitzero"`
	OnConversion law.Fact[bool] `json:"on_conversion,omitzero"`
	// UsersControl is the recorded judgement that users keep ultimate control at all times.
	UsersControl law.Fact[bool] `json:"users_control,omitzero"`
	// UserVotes and Votes are how many votes users and investors have.
	UserVotes law.Fact[int64] `json:"user_votes,omitzero"`
	Votes     law.Fact[int64] `json:"votes,omitzero"`
}

func (x *Conduct) check() error {
	if i := x.Investors.Ptr(); i != nil {
		if n := i.UserVotes.Or(0); n < 0 {
			return fmt.Errorf("investors.user_votes: a negative number, %d", n)
		}
		if n := i.Votes.Or(0); n < 0 {
			return fmt.Errorf("investors.votes: a negative number, %d", n)
		}
	}
	return nil
}
