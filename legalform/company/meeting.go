package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on quorums, chairs and polls.
const (
	NoQuorum            law.Code = "company.no-quorum"
	NoClassQuorum       law.Code = "company.no-class-quorum"
	NoClassQuorumVotes  law.Code = "company.no-class-quorum-without-shares"
	ChairNotChosen      law.Code = "company.chair-not-chosen"
	DeclarationReopened law.Code = "company.declaration-reopened"
	PollsBarred         law.Code = "company.polls-barred"
	PollRefused         law.Code = "company.poll-refused"
	ClassPollRefused    law.Code = "company.class-poll-refused"
)

// Capacity is how a person is present at a meeting.
type Capacity uint8

// A person is present as a member, as a proxy, or as the representative of a corporation.
const (
	InPerson Capacity = iota + 1
	AsProxy
	AsRepresentative
)

var capacityNames = []string{"", "in-person", "proxy", "representative"}

// String gives the JSON value.
func (a Capacity) String() string { return law.NameOf(capacityNames, a) }

// MarshalText writes String.
func (a Capacity) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *Capacity) UnmarshalText(text []byte) error {
	return law.ParseName(a, capacityNames, text, "a capacity")
}

// An Attendee is a person present: as what, for which member, and, at a meeting of a class,
// with what holding (nominal value in pence, or votes where there are no shares) that the
// person may vote.
type Attendee struct {
	As      Capacity `json:"as"`
	Of      string   `json:"of"`
	Holding int64    `json:"holding,omitempty"`
}

// A Meeting is a general meeting, or one of a class about a variation of its rights.
type Meeting struct {
	NoticeGiven law.Fact[law.Date]   `json:"notice_given,omitzero"`
	OfClass     law.Fact[bool]       `json:"of_class,omitzero"`
	Adjourned   law.Fact[bool]       `json:"adjourned,omitzero"`
	Present     law.Fact[[]Attendee] `json:"present,omitzero"`
	// ArticlesQuorum is the number of members that the articles ask for, 0 where they say
	// nothing; CourtQuorum the number that the court directed (s. 306), 0 for none.
	ArticlesQuorum law.Fact[int] `json:"articles_quorum,omitzero"`
	CourtQuorum    law.Fact[int] `json:"court_quorum,omitzero"`
	// ClassWhole is the nominal value in pence of the class, treasury shares left out; or
	// the votes of the class, where there are no shares.
	ClassWhole law.Fact[int64] `json:"class_whole,omitzero"`
	// ChairChosen: the chair was elected by the meeting, or is the one the articles name.
	ChairChosen law.Fact[bool] `json:"chair_chosen,omitzero"`
	// Reopened: the chair's declaration of a show of hands was set aside without a poll.
	Reopened law.Fact[bool] `json:"declaration_reopened,omitzero"`
}

// A PollDemand is what stands behind a demand for a poll. Proxies count as their members.
type PollDemand struct {
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	OfClass     law.Fact[bool]     `json:"of_class,omitzero"`
	// ChairOrAdjournment: the question is the election of the chair or an adjournment.
	ChairOrAdjournment law.Fact[bool] `json:"chair_or_adjournment,omitzero"`
	// Heads are members with the right to vote; Votes of AllVotes and PaidUp of AllPaidUp
	// leave out treasury shares, and shares that carry no vote.
	Heads     law.Fact[int64]     `json:"heads,omitzero"`
	Votes     law.Fact[int64]     `json:"votes,omitzero"`
	AllVotes  law.Fact[int64]     `json:"all_votes,omitzero"`
	PaidUp    law.Fact[law.Pence] `json:"paid_up,omitzero"`
	AllPaidUp law.Fact[law.Pence] `json:"all_paid_up,omitzero"`
	Refused   law.Fact[bool]      `json:"refused,omitzero"`
}

// MeetingFigures are those of ss. 318 to 335.
type MeetingFigures struct {
	Quorum       law.History[int]
	SingleQuorum law.History[int]
	ClassShare   law.History[law.Ratio]
	PollHeads    law.History[int]
	PollShare    law.History[law.Ratio]
}

func enactedMeeting() MeetingFigures {
	return MeetingFigures{
		one("quorum", "qualifying persons", startPart13, 2, sec("s. 318(2)", "318")),
		one("single_member_quorum", "qualifying persons", startPart13, 1, sec("s. 318(1)", "318")),
		one("class_quorum_share", "of the class", startPart13, law.Per(1, 3), sec("ss. 334(4), 335(4)", "334")),
		one("poll_heads", "members with the right to vote", startPart13, 5, sec("s. 321(2)(a)", "321")),
		one("poll_share", "of votes, or of paid-up voting capital", startPart13, law.Percent(10), sec("s. 321(2)(b)-(c)", "321")),
	}
}

var (
	meetingDay = dated("meeting.notice_given", func(c *Company) *law.Fact[Meeting] { return &c.Meeting }, func(m *Meeting) law.Fact[law.Date] { return m.NoticeGiven })
	demandDay  = dated("poll_demand.notice_given", func(c *Company) *law.Fact[PollDemand] { return &c.PollDemand }, func(d *PollDemand) law.Fact[law.Date] { return d.NoticeGiven })
)

const remedyQuorum = "Adjourn; what was resolved without a quorum is of no effect."

var meetings = law.Table(
	rule{
		Code: NoQuorum, Provision: sec("s. 318", "318"),
		Says:    "Subject to the articles, two qualifying persons are a quorum, not being representatives of one corporation nor proxies of one member; in a single-member company one is.",
		InForce: fromPart13, Event: meetingDay, Applies: generalMeeting, Check: quorate,
		Remedy: remedyQuorum,
	},
	rule{
		Code: NoClassQuorum, Provision: sec("s. 334(4)", "334"),
		Says:    "For a variation of class rights two persons holding at least one-third in nominal value of the class, treasury shares left out, are a quorum, and at an adjourned meeting one holder.",
		InForce: fromPart13, Event: meetingDay, Applies: classMeetingOf(true), Check: classQuorate,
		Remedy: remedyQuorum,
	},
	rule{
		Code: NoClassQuorumVotes, Provision: sec("s. 335(4)", "335"),
		Says:    "For a variation of the rights of a class without shares two members with at least one-third of its votes are a quorum, and at an adjourned meeting one.",
		InForce: fromPart13, Event: meetingDay, Applies: classMeetingOf(false), Check: classQuorate,
		Remedy: remedyQuorum,
	},
	rule{
		Code: ChairNotChosen, Provision: sec("ss. 319, 328", "319"),
		Says:    "A member, or a proxy, may be elected chair by resolution of the meeting, subject to articles that say who may and may not be.",
		InForce: fromPart13, Event: meetingDay, Applies: hasMeeting, Check: chairChosen,
		Remedy: "Elect a chair.",
	},
	rule{
		Code: DeclarationReopened, Provision: sec("s. 320", "320"),
		Says:    "The chair's declaration of the result of a show of hands is conclusive, unless a poll is demanded and not withdrawn.",
		InForce: fromPart13, Event: meetingDay, Applies: hasMeeting, Check: declarationStands,
		Remedy: "Abide by the declaration, or take a poll that was demanded in time.",
	},
	rule{
		Code: PollsBarred, Provision: sec("s. 321(1)", "321"),
		Says:    "Articles are void so far as they would exclude a poll on any question other than the election of the chair or an adjournment.",
		InForce: fromPart13, Check: pollsOpen,
		Remedy: "Disregard the article, and amend it.",
	},
	rule{
		Code: PollRefused, Provision: sec("ss. 321(2), 329", "321"),
		Says:    "A poll must be taken if demanded by at least five members with the right to vote, or by members with at least 10% of the votes or of the paid-up voting capital, proxies counting as their members.",
		InForce: fromPart13, Event: demandDay, Applies: refusedAt(false), Check: pollNotDue,
		Remedy: "Take the poll.",
	},
	rule{
		Code: ClassPollRefused, Provision: sec("ss. 334(6), 335(5)", "334"),
		Says:    "At a meeting about a variation of class rights any one holder present, or member of the class, may demand a poll.",
		InForce: fromPart13, Event: demandDay, Applies: refusedAt(true), Check: classPollNotDue,
		Remedy: "Take the poll.",
	},
)

func hasMeeting(c *kase) bool { return c.Subject.Meeting.Stated() }

func ofClass(c *kase) (is, ok bool) {
	return law.Need(c, &c.Subject.Meeting.Ptr().OfClass, "meeting.of_class")
}

func generalMeeting(c *kase) bool {
	if !hasMeeting(c) {
		return false
	}
	is, ok := ofClass(c)
	return ok && !is
}

func classMeetingOf(shares bool) func(*kase) bool {
	return func(c *kase) bool {
		if !hasMeeting(c) {
			return false
		}
		is, ok := ofClass(c)
		return ok && is && hasShares(c) == shares
	}
}

// Quorum says whether those present are a quorum.
type Quorum struct {
	Met bool
	// Doubtful: they are only if a representative and a proxy of one member count as two,
	// which neither limb of section 318(2) says they do not.
	Doubtful bool
}

// QuorumOf says whether persons present at a general meeting are a quorum of a number.
// Where two are needed the Act's own test is put to them; where the articles ask for more,
// that many different members must be there, in person or by another.
func QuorumOf(present []Attendee, needs int) Quorum {
	if needs <= 1 {
		return Quorum{Met: len(present) >= needs}
	}
	members := 0
	var q Quorum
	for i, a := range present {
		first := true
		for _, b := range present[:i] {
			same := a.Of == b.Of
			first = first && !same
			q.Doubtful = q.Doubtful || same && a.As != b.As
		}
		if first {
			members++
		}
	}
	if q.Met = members >= needs; q.Met || needs > 2 {
		q.Doubtful = false
	}
	return q
}

// The doubt about section 318(2), and its readings.
const (
	onePair    = "Are a representative and a proxy of one corporate member two qualifying persons?"
	onePairYes = "yes, since section 318(2) excludes only two of the same kind"
	onePairNo  = "no, since but one member is there"
)

func quorate(c *kase) {
	m := c.Subject.Meeting.Ptr()
	present, ok1 := law.Need(c, &m.Present, "meeting.present")
	members, ok2 := law.Need(c, &c.Subject.Members, "members")
	articles, ok3 := law.Need(c, &m.ArticlesQuorum, "meeting.articles_quorum")
	court, ok4 := law.Need(c, &m.CourtQuorum, "meeting.court_quorum")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	h := &c.Figures.Quorum
	if members == 1 {
		h, articles = &c.Figures.SingleQuorum, 0
	}
	needs, ok := law.Read(c, h, c.On)
	if !ok {
		return
	}
	if articles > 0 {
		needs = articles
	}
	if court > 0 {
		needs = court
	}
	q := QuorumOf(present, needs)
	met := q.Met
	if q.Doubtful {
		met = c.Doubt(onePair, onePairYes, onePairNo) == 0
	}
	if !met {
		c.Breach("meeting.present", "%d persons are present, and are no quorum of %d.", len(present), needs)
	}
}

// ClassQuorumNeeds returns the least holding that a quorum of a class must have, of the
// class without treasury shares.
func ClassQuorumNeeds(f *Figures, class int64, on law.Date) (int64, bool) {
	e, ok := f.ClassShare.At(on)
	if !ok {
		return 0, false
	}
	return int64(e.Value.OfUp(law.Pence(class))), true
}

func classQuorate(c *kase) {
	m := c.Subject.Meeting.Ptr()
	present, ok1 := law.Need(c, &m.Present, "meeting.present")
	adjourned, ok2 := law.Need(c, &m.Adjourned, "meeting.adjourned")
	whole, ok3 := law.Need(c, &m.ClassWhole, "meeting.class_whole")
	persons, ok4 := law.Read(c, &c.Figures.Quorum, c.On)
	needs, ok5 := ClassQuorumNeeds(c.Figures, whole, c.On)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return
	}
	holders, held := 0, int64(0)
	for _, a := range present {
		if held += a.Holding; a.Holding > 0 {
			holders++
		}
	}
	if adjourned {
		persons, needs = 1, 0
	}
	if holders < persons || held < needs {
		c.Breach("meeting.present", "%d holders with %d of %d are present, where %d with %d are a quorum.", holders, held, whole, persons, needs)
	}
}

func chairChosen(c *kase) {
	asked(c, &c.Subject.Meeting.Ptr().ChairChosen, true, "meeting.chair_chosen", "Was the chair elected by the meeting, or the one whom the articles name?",
		"The chair was neither elected by the meeting nor named by the articles.")
}

func declarationStands(c *kase) {
	must(c, &c.Subject.Meeting.Ptr().Reopened, false, "meeting.declaration_reopened", "The chair's declaration was set aside without a poll.")
}

func pollsOpen(c *kase) {
	must(c, &c.Subject.Articles.BarsPolls, false, "articles.bars_polls", "The articles purport to bar polls.")
}

func refusedAt(class bool) func(*kase) bool {
	return func(c *kase) bool {
		d := c.Subject.PollDemand.Ptr()
		if d == nil {
			return false
		}
		is, ok := law.Need(c, &d.OfClass, "poll_demand.of_class")
		return ok && is == class
	}
}

// PollDemanded says whether the Act entitles those who demand a poll to one, whatever the
// articles say, and by which limb of section 321(2): "(a)", "(b)" or "(c)".
func PollDemanded(f *Figures, heads, votes, allVotes int64, paidUp, allPaidUp law.Pence, on law.Date) (limb string, due bool) {
	least, ok1 := f.PollHeads.At(on)
	share, ok2 := f.PollShare.At(on)
	switch {
	case !ok1 || !ok2:
	case heads >= int64(least.Value):
		return "(a)", true
	case allVotes > 0 && share.Value.ReachedBy(votes, allVotes):
		return "(b)", true
	case allPaidUp > 0 && share.Value.ReachedBy(int64(paidUp), int64(allPaidUp)):
		return "(c)", true
	}
	return "", false
}

func pollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	exempt, ok2 := law.Need(c, &d.ChairOrAdjournment, "poll_demand.chair_or_adjournment")
	if !ok1 || !ok2 || !refused || exempt {
		return
	}
	heads, ok1 := law.Need(c, &d.Heads, "poll_demand.heads")
	votes, ok2 := law.Need(c, &d.Votes, "poll_demand.votes")
	allVotes, ok3 := law.Need(c, &d.AllVotes, "poll_demand.all_votes")
	paid, ok4 := law.Need(c, &d.PaidUp, "poll_demand.paid_up")
	allPaid, ok5 := law.Need(c, &d.AllPaidUp, "poll_demand.all_paid_up")
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return
	}
	if limb, due := PollDemanded(c.Figures, heads, votes, allVotes, paid, allPaid, c.On); due {
		c.Breach("poll_demand.refused", "A poll was refused that section 321(2)%s gives: %d members, %d of %d votes, %v of %v paid up.", limb, heads, votes, allVotes, paid, allPaid)
	}
}

func classPollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	heads, ok2 := law.Need(c, &d.Heads, "poll_demand.heads")
	if ok1 && ok2 && refused && heads > 0 {
		c.Breach("poll_demand.refused", "A poll was refused to %d holders of the class, of whom one is enough.", heads)
	}
}
