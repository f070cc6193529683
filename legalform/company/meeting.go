package company

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on quorums and chairs.
const (
	NoQuorum            law.Code = "company.no-quorum"
	NoClassQuorum       law.Code = "company.no-class-quorum"
	NoClassQuorumVotes  law.Code = "company.no-class-quorum-without-shares"
	ChairNotChosen      law.Code = "company.chair-not-chosen"
	DeclarationReopened law.Code = "company.declaration-reopened"
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
	// OtherBusiness than the appointment of the chair was transacted.
	OtherBusiness law.Fact[bool] `json:"other_business_transacted,omitzero"`
	// Reopened: the chair's declaration of a show of hands was set aside without a poll.
	Reopened law.Fact[bool] `json:"declaration_reopened,omitzero"`
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

var meetingDay = dated("meeting.notice_given", func(c *Company) *law.Fact[Meeting] { return &c.Meeting }, func(m *Meeting) law.Fact[law.Date] { return m.NoticeGiven })

const remedyQuorum = "Adjourn; what was resolved without a quorum is of no effect."

var meetings = law.Topic("meetings",
	rule{
		Code: NoQuorum, Provision: sec("s. 318", "318"),
		Says:    "Subject to the articles, two qualifying persons are a quorum, not being representatives of one corporation nor proxies of one member; in a limited company with a single member one is.",
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
	if n, needs, met, ok := generalQuorum(c); ok && !met {
		c.Breach("meeting.present", "%d persons are present, and are no quorum of %d.", n, needs)
	}
}

// generalQuorum counts those present at a general meeting against what the Act, the articles
// or the court ask for.
func generalQuorum(c *kase) (persons, needs int, met, ok bool) {
	m := c.Subject.Meeting.Ptr()
	present, ok1 := law.Need(c, &m.Present, "meeting.present")
	members, ok2 := law.Need(c, &c.Subject.Members, "members")
	articles, ok3 := law.Need(c, &m.ArticlesQuorum, "meeting.articles_quorum")
	court, ok4 := law.Need(c, &m.CourtQuorum, "meeting.court_quorum")
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return 0, 0, false, false
	}
	h := &c.Figures.Quorum
	if members == 1 {
		basis, ok := law.Need(c, &c.Subject.Basis, "basis")
		if !ok {
			return 0, 0, false, false
		}
		if basis.Limited() {
			h, articles = &c.Figures.SingleQuorum, 0
		}
	}
	if needs, ok = law.Read(c, h, c.On); !ok {
		return 0, 0, false, false
	}
	if articles > 0 {
		needs = articles
	}
	if court > 0 {
		needs = court
	}
	q := QuorumOf(present, needs)
	if met = q.Met; q.Doubtful {
		met = c.Doubt(onePair, onePairYes, onePairNo) == 0
	}
	return len(present), needs, met, true
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
	holders, held := holdersOf(present)
	if adjourned {
		persons, needs = 1, 0
	}
	if holders < persons || held < needs {
		c.Breach("meeting.present", "%d holders with %d of %d are present, where %d with %d are a quorum.", holders, held, whole, persons, needs)
	}
}

// holdersOf counts the holders, or members, present and what may be voted for them: one who
// is present by two proxies is one person with the shares of both (s. 334(5)).
func holdersOf(present []Attendee) (holders int, held int64) {
	for i, a := range present {
		held += a.Holding
		seen := slices.ContainsFunc(present[:i], func(b Attendee) bool { return b.Of == a.Of && b.Holding > 0 })
		if a.Holding > 0 && !seen {
			holders++
		}
	}
	return holders, held
}

func chairChosen(c *kase) {
	asked(c, &c.Subject.Meeting.Ptr().ChairChosen, true, "meeting.chair_chosen", "Was the chair elected by the meeting, or the one whom the articles name?",
		"The chair was neither elected by the meeting nor named by the articles.")
}

func declarationStands(c *kase) {
	must(c, &c.Subject.Meeting.Ptr().Reopened, false, "meeting.declaration_reopened", "The chair's declaration was set aside without a poll.")
}
