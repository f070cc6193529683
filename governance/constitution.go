package governance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Constitution is the part of a governing document that every body has.
type Constitution struct {
	Classes []string     `json:"classes,omitempty"`
	Votes   VotingRights `json:"votes"`
	Hands   HandRules    `json:"hands"`
	Notice  NoticeRule   `json:"notice"`
	Quorum  Quorum       `json:"quorum"`
	// AdjournedQuorum is that of a meeting adjourned for want of one.
	AdjournedQuorum Quorum          `json:"adjourned_quorum"`
	Requisition     RequisitionRule `json:"requisition"`
	// Majorities are the kinds of resolution by name: "ordinary", "special".
	Majorities []NamedMajority `json:"majorities"`
	Board      Board           `json:"board"`
	// CastingVote gives the chair of a general meeting a casting vote on equal votes: give it
	// only where the law lets it exist.
	CastingVote bool      `json:"casting_vote,omitempty"`
	Proxies     ProxyRule `json:"proxies,omitzero"`
	// Postal and Electronic let votes be cast so.
	Postal     bool `json:"postal,omitempty"`
	Electronic bool `json:"electronic,omitempty"`
}

// NamedMajority is a kind of resolution.
type NamedMajority struct {
	Name     string   `json:"name"`
	Majority Majority `json:"majority"`
	// By is where the majority comes from: a clause, or the statute behind it.
	By law.Provision `json:"by,omitzero"`
}

// Majority finds a kind of resolution by name.
func (c *Constitution) Majority(name string) (NamedMajority, error) {
	names := make([]string, len(c.Majorities))
	for i, m := range c.Majorities {
		if names[i] = m.Name; m.Name == name {
			return m, nil
		}
	}
	return NamedMajority{}, fmt.Errorf("the constitution has no %q resolution; it has %v", name, names)
}

// A Version is a constitution from a day on. An amendment is dated twice: when it was
// resolved on, and when it took effect.
type Version struct {
	Resolved     law.Date     `json:"resolved"`
	Effective    law.Date     `json:"effective"`
	Constitution Constitution `json:"constitution"`
}

// Document is a body's constitution over time, oldest version first.
type Document []Version

// At returns the constitution as it stood on a date, and whether there was one.
func (d Document) At(on law.Date) (*Constitution, bool) {
	for i := len(d) - 1; i >= 0; i-- {
		if !on.Before(d[i].Effective) {
			return &d[i].Constitution, true
		}
	}
	return nil, false
}

// Check refuses versions out of order, or effective before they were resolved on.
func (d Document) Check() error {
	for i, v := range d {
		switch {
		case v.Effective.Before(v.Resolved):
			return fmt.Errorf("%s: %v is before the resolution of %v", law.Path("versions", i, "effective"), v.Effective, v.Resolved)
		case i > 0 && !v.Effective.After(d[i-1].Effective):
			return fmt.Errorf("%s: %v is not after the version before", law.Path("versions", i, "effective"), v.Effective)
		}
	}
	return nil
}

// Incoherent lists what in a constitution cannot work for a body with these members: a
// quorum that cannot be met, a threshold that nobody can reach, a class that alone can block
// every resolution, seats that nobody fills. Each says what it is about; nil where all is well.
func (c *Constitution) Incoherent(e *Entitled) []error {
	var errs []error
	say := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if n := c.Quorum.Needs(e.Members); n > e.Members {
		say("quorum: %d are needed, and %d may vote", n, e.Members)
	}
	for i, q := range c.Quorum.Classes {
		if n, m := needs(q.Heads, q.Fraction, e.membersOf(q.Class), false), e.membersOf(q.Class); n > m {
			say("%s: %d of %q are needed, and %d may vote", law.Path("quorum.classes", i, ""), n, q.Class, m)
		}
	}
	one := law.Per(1, 1)
	for i, m := range c.Majorities {
		t := m.Majority.Share
		if cmp := t.Fraction.Cmp(one); cmp > 0 || cmp == 0 && t.Strict {
			say("%s: nobody can reach %v", law.Path("majorities", i, ""), t)
		}
	}
	errs = append(errs, c.blockers()...)
	errs = append(errs, c.emptySeats()...)
	return errs
}

// blockers finds classes whose fixed share of the vote is enough to stop every resolution.
func (c *Constitution) blockers() (errs []error) {
	for _, s := range c.Votes.Shares {
		blocked := 0
		for _, m := range c.Majorities {
			rest := law.Per(s.Share.Den()-s.Share.Num(), s.Share.Den())
			cmp := rest.Cmp(m.Majority.Share.Fraction)
			if cmp < 0 || cmp == 0 && m.Majority.Share.Strict {
				blocked++
			}
		}
		if blocked > 0 && blocked == len(c.Majorities) {
			errs = append(errs, fmt.Errorf("votes.class_shares: %q, with %v of the vote, can block every resolution by itself", s.Class, s.Share))
		}
	}
	return errs
}

func (c *Constitution) emptySeats() (errs []error) {
	if n := c.Board.Quorum.Needs(int64(c.Board.Size())); n > int64(c.Board.Size()) {
		errs = append(errs, fmt.Errorf("board.quorum: %d are needed, on a board of %d", n, c.Board.Size()))
	}
	if kind := c.Board.Removal; kind != "" {
		if _, err := c.Majority(kind); err != nil {
			errs = append(errs, fmt.Errorf("board.removal: %w", err))
		}
	}
	for i, s := range c.Board.Seats {
		switch {
		case s.Reserved > s.Count:
			errs = append(errs, fmt.Errorf("%s: %d of %d seats", law.Path("board.seats", i, "reserved"), s.Reserved, s.Count))
		case s.How == 0:
			errs = append(errs, fmt.Errorf("%s: nobody fills the seats of %q", law.Path("board.seats", i, "how"), s.Name))
		case s.How != CoOpted && s.By == "":
			errs = append(errs, fmt.Errorf("%s: the seats of %q are %v, by nobody", law.Path("board.seats", i, "by"), s.Name, s.How))
		case s.How == Elected && len(c.Classes) > 0 && !slices.Contains(c.Classes, s.By):
			errs = append(errs, fmt.Errorf("%s: %q elects, and is no class", law.Path("board.seats", i, "by"), s.By))
		}
	}
	return errs
}

// A Motion is a resolution put to a poll at a meeting.
type Motion struct {
	Name string
	// Kind names one of the constitution's majorities.
	Kind string
	// Question is the question as a rise in votes names it; empty for none.
	Question string
	Poll     Poll
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
	Present     []Ref
	Motions     []Motion
}

// A Minute is what a meeting came to, with reasons.
type Minute struct {
	On        law.Date     `json:"on"`
	Entitled  int64        `json:"entitled"`
	Notice    NoticeTest   `json:"notice"`
	Quorum    []QuorumTest `json:"quorum"`
	Quorate   bool         `json:"quorate"`
	Decisions []Resolved   `json:"decisions"`
}

// Resolved is what became of one motion.
type Resolved struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	// By is where the majority comes from.
	By       law.Provision `json:"by,omitzero"`
	Count    *Count        `json:"count"`
	Decision Decision      `json:"decision"`
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
	if x.Question != "" {
		if e, err = r.Entitle(&c.Votes, m.On, x.Question); err != nil {
			return Resolved{}, err
		}
	}
	if err := c.admissible(m, &x.Poll); err != nil {
		return Resolved{}, err
	}
	count, err := e.Count(&x.Poll)
	if err != nil {
		return Resolved{}, err
	}
	d, err := count.Decide(m.On, majority.Majority, &c.Votes)
	if err != nil {
		return Resolved{}, err
	}
	res := Resolved{Name: x.Name, Kind: x.Kind, By: majority.By, Count: count, Decision: d}
	tie := count.Votes.For == count.Votes.Against && count.Votes.For > 0 && len(c.Votes.Shares) == 0
	res.CastingVote = !d.Passed && tie && c.CastingVote && x.Chair == ChoseFor && majority.Majority.Share == MoreThan(1, 2, VotesCast)
	switch {
	case d.Passed || res.CastingVote:
	case len(c.Votes.Shares) == 0:
		res.Shortfall = majority.Majority.Share.Shortfall(count.Votes)
	default:
		res.ByClass = count.shortfallByClass(majority.Majority.Share, c.Votes.Shares)
	}
	return res, nil
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
