package governance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Motion is a resolution put to a show of hands at a meeting, to a poll, or to both.
type Motion struct {
	Name string
	// Kind names one of the constitution's majorities.
	Kind string
	// Question is the question as a rise in votes names it; empty for none.
	Question string
	// Hands are those raised on a show of hands. They decide the motion where nothing is cast
	// on a poll; where a poll was taken as well it decides, and the hands are only recorded.
	Hands []Hand
	// Poll is what was cast on a poll. Whom it names as interested or excluded is left out of
	// the hands too.
	Poll Poll
	// Chair is how the chair casts a casting vote, if there is one.
	Chair Choice
}

// A Meeting is a general meeting with what was cast at it.
type Meeting struct {
	On       law.Date
	Minute   int      // of the day, for proxies that must be lodged by the hour
	Received law.Date // when its notice is taken to have been received
	// Calendar is asked for working days, where the constitution's proxies go by them.
	Calendar *law.Calendar
	// AgreedHeads and AgreedValue agreed to short notice.
	AgreedHeads Tally
	AgreedValue Tally
	Adjourned   bool
	// Present are the members there, in person or by another. On a poll, a fraction of those
	// present is of their votes and of those cast in other ways.
	Present []Ref
	Motions []Motion
}

// A Minute is what a meeting came to, with reasons.
type Minute struct {
	On       law.Date `json:"on"`
	Entitled int64    `json:"entitled"`
	// Ineligible are members who do not meet what their class asks, or of whom it is not known.
	// The register says who votes, and their votes count until it is put right.
	Ineligible []Ineligible `json:"ineligible,omitempty"`
	Notice     NoticeTest   `json:"notice"`
	Quorum     []QuorumTest `json:"quorum"`
	Quorate    bool         `json:"quorate"`
	Decisions  []Resolved   `json:"decisions"`
}

// Resolved is what became of one motion.
type Resolved struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	// By is where the majority comes from.
	By law.Provision `json:"by,omitzero"`
	// OnHands says that a show of hands decided it, so that Count is of hands.
	OnHands bool   `json:"on_hands,omitempty"`
	Count   *Count `json:"count"`
	// Hands is the show of hands that a poll overtook; nil where there was none.
	Hands    *Tally   `json:"hands,omitempty"`
	Decision Decision `json:"decision"`
	// CastingVote says that the votes were equal and the chair's decided it.
	CastingVote bool `json:"casting_vote,omitempty"`
	// Carried is whether the decision passed at a meeting with good notice and a quorum.
	Carried bool `json:"carried"`
	// Shortfall is the smallest change that would have carried the share of the votes.
	Shortfall Shortfall `json:"shortfall,omitzero"`
	// ByClass is the same where classes have fixed shares of the vote: for each class, how
	// many of its votes against would do, cast in favour instead, no other class changing.
	ByClass []ClassShortfall `json:"shortfall_by_class,omitempty"`
}

// ClassShortfall is how many votes of one class would have to change sides; -1 where not
// even all of them would do.
type ClassShortfall struct {
	Class    string `json:"class"`
	Switched int64  `json:"switched"`
}

// ErrMeeting is wrapped by what is wrong with a meeting as it is put.
var ErrMeeting = errors.New("bad meeting")

// Hold decides a meeting in one call: a constitution, a register, a meeting and its votes give
// a minute with reasons. The register and the settings are read as they stood on the day of the
// meeting. Bad input is an error that names the place, and nothing is partly counted.
func (d Document) Hold(r *Register, m *Meeting) (*Minute, error) {
	c, ok := d.At(m.On)
	if !ok {
		return nil, fmt.Errorf("%w: no constitution was in force on %v", ErrMeeting, m.On)
	}
	e, err := r.Entitle(&c.Votes, m.On, "")
	if err != nil {
		return nil, err
	}
	out := &Minute{On: m.On, Entitled: e.Members}
	if out.Ineligible, err = c.Ineligible(r, m.On); err != nil {
		return nil, err
	}
	if out.Notice, err = c.Notice.Test(m.Received, m.On, m.AgreedHeads, m.AgreedValue); err != nil {
		return nil, fmt.Errorf("%w: notice: %w", ErrMeeting, err)
	}
	a, err := e.Attend(m.Present)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMeeting, err)
	}
	q := c.Quorum
	if m.Adjourned {
		q = c.AdjournedQuorum
	}
	out.Quorum, out.Quorate = q.Test(e, a)
	for i := range m.Motions {
		res, err := c.resolve(r, e, m, &m.Motions[i])
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrMeeting, law.Path("motions", i, ""), err)
		}
		res.Carried = (res.Decision.Passed || res.CastingVote) && out.Quorate && out.Notice.Good
		out.Decisions = append(out.Decisions, res)
	}
	return out, nil
}

func (c *Constitution) resolve(r *Register, e *Entitled, m *Meeting, x *Motion) (Resolved, error) {
	majority, err := c.Majority(x.Kind)
	if err != nil {
		return Resolved{}, err
	}
	rights := majority.Rights(c)
	if x.Question != "" || rights != &c.Votes {
		if e, err = r.Entitle(rights, m.On, x.Question); err != nil {
			return Resolved{}, err
		}
	}
	if err := c.admissible(m, &x.Poll); err != nil {
		return Resolved{}, err
	}
	res := Resolved{Name: x.Name, Kind: x.Kind, By: majority.By}
	if err := c.count(e, m, x, &majority, &res); err != nil {
		return Resolved{}, err
	}
	d, count := res.Decision, res.Count
	byShares := len(rights.Shares) > 0
	tie := count.Votes.For == count.Votes.Against && count.Votes.For > 0 && !byShares
	res.CastingVote = tie && d.onlyShare() && c.CastingVote && x.Chair == ChoseFor && majority.Majority.Share == MoreThan(1, 2, VotesCast)
	switch {
	case d.Passed || res.CastingVote:
	case !byShares:
		res.Shortfall = majority.Majority.Share.Shortfall(count.Votes)
	default:
		res.ByClass = count.shortfallByClass(majority.Majority.Share, rights.Shares)
	}
	return res, nil
}

// onlyShare reports whether a share of the votes is all that a vote wanted: a casting vote
// makes neither a turnout nor a majority in number.
func (d *Decision) onlyShare() bool {
	for i := range d.Tests {
		if d.Tests[i].Passed != (i > 0) {
			return false
		}
	}
	return true
}

// ErrTakesPoll is wrapped where a show of hands is to decide what only a poll can: a motion on
// which classes have fixed shares of the vote, one whose majority is in nominal value, or one
// that needs a majority in number beside one in votes.
var ErrTakesPoll = errors.New("a show of hands cannot decide it")

// count fills in what was counted and what it came to: on the poll if one was taken, and on
// the show of hands if none was.
func (c *Constitution) count(e *Entitled, m *Meeting, x *Motion, by *NamedMajority, res *Resolved) error {
	polled := len(x.Poll.Votes) > 0 || len(x.Poll.Representatives) > 0
	if len(x.Hands) > 0 {
		if err := present(m, e, x.Hands); err != nil {
			return err
		}
		hands, err := e.countHands(c.Hands, x.Hands, x.Poll.Interested, x.Poll.Excluded)
		if err != nil {
			return err
		}
		if !polled {
			return c.decideOnHands(e, m, x, by, &hands, res)
		}
		res.Hands = &hands.Votes
	}
	var err error
	if res.Count, err = e.Count(&x.Poll); err != nil {
		return err
	}
	if by.Majority.ofPresent() {
		e.present(res.Count, m.Present, &x.Poll)
	}
	res.Decision, err = res.Count.Decide(m.On, by.Majority, by.Rights(c))
	return err
}

// ofPresent reports whether a majority goes by those present.
func (m *Majority) ofPresent() bool {
	of := func(t Threshold) bool { return t.asks() && t.Of == Present }
	return of(m.Share) || of(m.Turnout) || of(m.Heads)
}

// present notes in a count of a poll who was there, voting or not: those present, and those
// who voted in another way, but for the excluded.
func (e *Entitled) present(c *Count, there []Ref, p *Poll) {
	seen := make(map[Ref]bool, len(there)+len(p.Votes))
	for _, ref := range p.Excluded {
		seen[ref] = true
	}
	add := func(ref Ref) {
		if n := e.VotesOf(ref); n > 0 && !seen[ref] {
			c.Votes.Present += n
			c.Heads.Present++
			c.ByClass[e.reg.class[ref]].Votes.Present += n
		}
		seen[ref] = true
	}
	for _, ref := range there {
		add(ref)
	}
	for i := range p.Votes {
		add(p.Votes[i].Member)
	}
	for i := range p.Representatives {
		add(p.Representatives[i].Member)
	}
}

func (c *Constitution) decideOnHands(e *Entitled, m *Meeting, x *Motion, by *NamedMajority, hands *Count, res *Resolved) error {
	switch {
	case len(by.Rights(c).Shares) > 0:
		return fmt.Errorf("%w: classes have fixed shares of the vote", ErrTakesPoll)
	case by.Rights(c).Basis == PerNominalValue:
		return fmt.Errorf("%w: the majority is in nominal value", ErrTakesPoll)
	case by.Majority.Heads.asks():
		return fmt.Errorf("%w: it needs %v in number as well as in votes", ErrTakesPoll, by.Majority.Heads)
	}
	// Hands count heads, and a member with several proxies may have several: the whole is
	// never less than what was raised.
	there, err := e.Attend(slices.DeleteFunc(slices.Clone(m.Present), func(r Ref) bool { return slices.Contains(x.Poll.Excluded, r) }))
	if err != nil {
		return err
	}
	t := &hands.Votes
	t.Present = max(there.Present, t.Present)
	t.Entitled = max(e.Members-e.without(x.Poll.Excluded), t.Present)
	hands.Heads = *t
	res.OnHands, res.Count = true, hands
	res.Decision, err = decide(m.On, by.Majority, by.Majority.Share.Test("share", *t), *t, *t)
	return err
}

// without counts the members on a list who may vote, each once.
func (e *Entitled) without(list []Ref) (n int64) {
	seen := make(map[Ref]bool, len(list))
	for _, ref := range list {
		if !seen[ref] && e.VotesOf(ref) > 0 {
			n++
		}
		seen[ref] = true
	}
	return n
}

// present refuses a hand raised by a member, or for one, who was not there.
func present(m *Meeting, e *Entitled, hands []Hand) error {
	there := make(map[Ref]bool, len(m.Present))
	for _, ref := range m.Present {
		there[ref] = true
	}
	for i := range hands {
		for _, ref := range hands[i].stands() {
			if e.reg.has(ref) && !there[ref] {
				return fmt.Errorf("%w: %s: %q is not among those present, in person or by another", ErrVote, law.Path("hands", i, ""), e.reg.members[ref].ID)
			}
		}
	}
	return nil
}

// admissible refuses proxies lodged late, and votes cast in a way that the constitution does
// not let them be.
func (c *Constitution) admissible(m *Meeting, p *Poll) error {
	for i, x := range p.Proxies {
		if c.Proxies.Hours == 0 {
			break
		}
		lodged, ok := x.Lodged.Get()
		if !ok {
			return fmt.Errorf("%w: %s: not stated, and proxies are lodged %d hours before a meeting", ErrVote, law.Path("proxies", i, "lodged"), c.Proxies.Hours)
		}
		in, err := c.Proxies.InTime(lodged, Moment{m.On, m.Minute}, m.Calendar)
		if err != nil {
			return fmt.Errorf("%w: %s: %w", ErrVote, law.Path("proxies", i, "lodged"), err)
		}
		if !in {
			return fmt.Errorf("%w: %s: lodged less than %d hours before the meeting", ErrVote, law.Path("proxies", i, "lodged"), c.Proxies.Hours)
		}
	}
	if c.Postal && c.Electronic {
		return nil
	}
	for i := range p.Votes {
		if how := p.Votes[i].How; how > Electronically || how == ByPost && !c.Postal || how == Electronically && !c.Electronic {
			return fmt.Errorf("%w: %s: the constitution lets no vote be cast %v", ErrVote, law.Path("votes", i, "how"), how)
		}
	}
	return nil
}
