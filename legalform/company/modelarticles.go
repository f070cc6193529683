package company

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Model is what a schedule of model articles settles, each setting with the article it
// comes from: the default articles of companies formed on or after 1 October 2009.
type Model struct {
	Schedule  Schedule       `json:"schedule"`
	Board     BoardModel     `json:"board"`
	Meetings  MeetingModel   `json:"meetings"`
	Amendment AmendmentModel `json:"amendments"`
	Members   *MembersModel  `json:"members,omitempty"`
	// RetireAtFirstMeeting: all directors retire at the first annual meeting, and later
	// those appointed by directors since, or not appointed at either of the last two.
	RetireAtFirstMeeting law.Provision `json:"retire_at_first_annual_meeting,omitzero"`
	// ReservePower: members direct directors by special resolution, not looking back.
	ReservePower law.Provision `json:"reserve_power"`
	// Dividends: by ordinary resolution, no more than directors recommend.
	Dividends law.Provision `json:"dividends,omitzero"`
	// UnpaidShares carry no vote while a sum payable on them is unpaid.
	UnpaidShares law.Provision `json:"unpaid_shares,omitzero"`
}

// BoardModel is how directors decide.
type BoardModel struct {
	Majority      governance.Threshold `json:"majority"`
	Deciding      law.Provision        `json:"deciding"`
	Unanimous     bool                 `json:"unanimous"`          // by any means, private companies
	WrittenByAll  bool                 `json:"written_resolution"` // signed by all entitled, public companies
	SoleDirector  bool                 `json:"sole_director"`
	Quorum        int                  `json:"quorum"`
	LeastQuorum   int                  `json:"least_quorum"`
	QuorumIn      law.Provision        `json:"quorum_in"`
	ChairLate     int                  `json:"chair_late_minutes"`
	ChairIn       law.Provision        `json:"chair_in"`
	CastingVote   law.Provision        `json:"casting_vote"`
	Conflicts     law.Provision        `json:"conflicts"`
	Appointment   law.Provision        `json:"appointment"`
	NotCountedOut bool                 `json:"interested_not_counted"`
}

// MeetingModel is how members meet.
type MeetingModel struct {
	QuorumIn            law.Provision        `json:"quorum_in"`
	WaitMinutes         int                  `json:"wait_minutes"`
	AdjournedNotice     int                  `json:"adjourned_notice_clear_days"`
	AdjournedNoticeOver int                  `json:"adjourned_notice_if_more_than_days"`
	AdjournedIn         law.Provision        `json:"adjourned_in"`
	HandsIn             law.Provision        `json:"show_of_hands"`
	CastingVote         bool                 `json:"casting_vote"`
	PollPersons         int                  `json:"poll_persons"`
	PollVotes           governance.Threshold `json:"poll_votes"`
	PollWithinDays      int                  `json:"poll_within_days"` // 0 is at once
	PollIn              law.Provision        `json:"poll_in"`
}

// AmendmentModel is how a resolution may be amended before it is put.
type AmendmentModel struct {
	NoticeHours int           `json:"notice_hours"`
	In          law.Provision `json:"in"`
}

// MembersModel is who is a member of a guarantee company.
type MembersModel struct {
	DirectorsApprove bool          `json:"directors_approve"`
	LeavingDays      int           `json:"leaving_notice_days"`
	Transferable     bool          `json:"transferable"`
	In               law.Provision `json:"in"`
}

// articlesOf are the numbers of the articles in a schedule.
type articlesOf struct {
	deciding, quorum, casting, conflicts, appointment, power                   string
	gmQuorum, adjourned, hands, poll, amending, dividends, members, retirement string
}

var numbers = map[Schedule]articlesOf{
	ModelPrivate: {
		"arts 7, 8", "art 11", "art 13", "art 14", "art 17", "art 4",
		"art 38", "art 41", "art 42", "art 44", "art 47", "art 30", "", "",
	},
	ModelGuarantee: {
		"arts 7, 8", "art 11", "art 13", "art 14", "art 17", "art 4",
		"art 24", "art 27", "art 28", "art 30", "art 33", "", "arts 21, 22", "",
	},
	ModelPublic: {
		"arts 7, 13, 17, 18", "arts 10, 11", "art 14", "arts 13(3), 16", "art 20", "art 4",
		"art 30", "art 33", "art 34", "arts 36, 37", "art 40", "art 70", "", "art 21",
	},
}

// ModelArticles returns what a schedule of the Companies (Model Articles) Regulations 2008
// settles, and false for no schedule.
func ModelArticles(s Schedule) (Model, bool) {
	n, ok := numbers[s]
	if !ok {
		return Model{}, false
	}
	cite := func(arts string) law.Provision {
		if arts == "" {
			return law.Provision{}
		}
		return model2008.At("Sch "+string('0'+rune(s))+" "+arts, "schedule/"+string('0'+rune(s)))
	}
	private := s != ModelPublic
	m := Model{
		Schedule: s,
		Board: BoardModel{
			Majority: governance.MoreThan(1, 2, governance.VotesCast), Deciding: cite(n.deciding),
			Unanimous: private, WrittenByAll: !private, SoleDirector: private,
			Quorum: 2, LeastQuorum: 2, QuorumIn: cite(n.quorum), ChairLate: 10, ChairIn: cite("art 12"),
			CastingVote: cite(n.casting), Conflicts: cite(n.conflicts), Appointment: cite(n.appointment), NotCountedOut: true,
		},
		Meetings: MeetingModel{
			QuorumIn: cite(n.gmQuorum), WaitMinutes: 30, AdjournedNotice: 7, AdjournedNoticeOver: 14, AdjournedIn: cite(n.adjourned),
			HandsIn: cite(n.hands), PollPersons: 2, PollVotes: governance.AtLeast(1, 10, governance.AllEntitled), PollIn: cite(n.poll),
		},
		Amendment: AmendmentModel{48, cite(n.amending)}, RetireAtFirstMeeting: cite(n.retirement), ReservePower: cite(n.power), Dividends: cite(n.dividends),
	}
	switch s {
	case ModelGuarantee:
		m.Members = &MembersModel{DirectorsApprove: true, LeavingDays: 7, In: cite(n.members)}
	case ModelPublic:
		m.Meetings.PollWithinDays, m.UnpaidShares = 30, cite("art 41")
	default: // the private company limited by shares has nothing of its own here
	}
	return m, true
}
