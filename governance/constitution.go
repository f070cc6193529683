package governance

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Constitution is the part of a governing document that every body has.
type Constitution struct {
	Classes []string `json:"classes,omitempty"`
	// Eligibility is what classes ask of their members.
	Eligibility []ClassEligibility `json:"eligibility,omitempty"`
	Votes       VotingRights       `json:"votes"`
	Hands       HandRules          `json:"hands"`
	Notice      NoticeRule         `json:"notice"`
	Quorum      Quorum             `json:"quorum"`
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
	// Votes are the rights by which this kind of resolution goes, where they are not those of
	// every other: by nominal value, for the consent of a class, say.
	Votes law.Fact[VotingRights] `json:"votes,omitzero"`
	// By is where the majority comes from: a clause, or the statute behind it.
	By law.Provision `json:"by,omitzero"`
}

// Rights are those by which a kind of resolution goes: its own, or the constitution's.
func (m *NamedMajority) Rights(c *Constitution) *VotingRights {
	if v := m.Votes.Ptr(); v != nil {
		return v
	}
	return &c.Votes
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
