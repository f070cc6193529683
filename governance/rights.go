package governance

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Basis says what a member's votes go by.
type Basis uint8

// A member has one vote; a vote for each share; a vote for each share up to a cap; in a
// federal body, a vote for each delegate; or, where a majority is in nominal value, a vote
// for each penny of it.
const (
	OneMemberOneVote Basis = iota
	PerShare
	PerShareCapped
	PerDelegate
	PerNominalValue
)

var votingBases = []string{"one-member-one-vote", "per-share", "per-share-capped", "per-delegate", "per-nominal-value"}

// String gives the JSON value.
func (b Basis) String() string { return law.NameOf(votingBases, b) }

// MarshalText writes String.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Basis) UnmarshalText(text []byte) error {
	return law.ParseName(b, votingBases, text, "a basis of votes")
}

// VotingRights says who has how many votes on a poll.
type VotingRights struct {
	Basis Basis `json:"basis"`
	// Cap is the most votes that a member may have, where votes are capped.
	Cap int64 `json:"cap,omitempty"`
	// Rises multiply the votes of some members on named questions: three votes a share on
	// one's own removal as a director, say.
	Rises []Rise `json:"rises,omitempty"`
	// UnpaidMayVote lets a member vote on whose shares a sum due is unpaid.
	UnpaidMayVote bool `json:"unpaid_may_vote,omitempty"`
	// Shares give classes fixed shares of the total vote. They add up to the whole. With
	// none, every vote counts alike.
	Shares []ClassShare `json:"class_shares,omitempty"`
}

// A Rise multiplies a member's votes on a question.
type Rise struct {
	Question string `json:"question"`
	Member   string `json:"member"`
	Times    int64  `json:"times"`
}

// A ClassShare is a class's fixed share of the total vote.
type ClassShare struct {
	Class string    `json:"class"`
	Share law.Ratio `json:"share"`
}

// ErrRights is wrapped by complaints about voting rights.
var ErrRights = errors.New("bad voting rights")

// Check refuses voting rights that cannot be; the error begins with the place.
func (v *VotingRights) Check(classes []string) error {
	if v.Basis == PerShareCapped && v.Cap < 1 {
		return fmt.Errorf("%w: cap: %d is no cap", ErrRights, v.Cap)
	}
	for i, r := range v.Rises {
		if r.Times < 1 || r.Times > 1000 {
			return fmt.Errorf("%w: %s: %d is not between 1 and 1,000", ErrRights, law.Path("rises", i, "times"), r.Times)
		}
	}
	if len(v.Shares) == 0 {
		return nil
	}
	sum := new(big.Rat) // denominators may have no small multiple in common
	seen := map[string]bool{}
	for i, s := range v.Shares {
		switch {
		case seen[s.Class]:
			return fmt.Errorf("%w: %s: two classes are called %q", ErrRights, law.Path("class_shares", i, "class"), s.Class)
		case !slices.Contains(classes, s.Class):
			return fmt.Errorf("%w: %s: %q is not a class of the constitution", ErrRights, law.Path("class_shares", i, "class"), s.Class)
		case s.Share.Num() < 0 || s.Share.Den() > 1_000_000:
			return fmt.Errorf("%w: %s: %v is no share of a vote", ErrRights, law.Path("class_shares", i, "share"), s.Share)
		}
		seen[s.Class] = true
		sum.Add(sum, big.NewRat(s.Share.Num(), s.Share.Den()))
	}
	if sum.Cmp(big.NewRat(1, 1)) != 0 {
		return fmt.Errorf("%w: class_shares: they add up to %s, not to the whole", ErrRights, sum.RatString())
	}
	return nil
}

// Entitled is what each member of a register may vote on a question on a date: the
// register's settings as they stood then.
type Entitled struct {
	On       law.Date
	Question string
	reg      *Register
	votes    []int64 // by Ref; nothing for who may not vote
	Members  int64   // how many may vote
	Votes    int64   // how many votes they have
	ByClass  []ClassVotes
	// Undated is how many entries are left out because their day of joining is not stated.
	Undated int64
}

// ClassVotes is how many members of a class may vote, and their votes.
type ClassVotes struct {
	Class   string `json:"class"`
	Members int64  `json:"members"`
	Votes   int64  `json:"votes"`
}

// Entitle works out what each member may vote. It refuses rights that cannot be, a rise
// for a stranger, and votes beyond counting; a member with shares to count and none stated
// is an error, not a member without votes.
func (r *Register) Entitle(v *VotingRights, on law.Date, question string) (*Entitled, error) {
	if err := v.Check(r.classes); err != nil {
		return nil, err
	}
	e := &Entitled{On: on, Question: question, reg: r, votes: make([]int64, len(r.members)), ByClass: make([]ClassVotes, len(r.classes))}
	for i, c := range r.classes {
		e.ByClass[i].Class = c
	}
	for i := range r.members {
		n, err := e.of(v, i)
		if err != nil {
			return nil, err
		}
		e.votes[i] = n
	}
	for i, rise := range v.Rises {
		if rise.Question != question {
			continue
		}
		ref, ok := r.Ref(rise.Member)
		if !ok {
			return nil, fmt.Errorf("%w: %s: %q is not in the register", ErrRights, law.Path("rises", i, "member"), rise.Member)
		}
		if e.votes[ref] > maxVotes/rise.Times {
			return nil, fmt.Errorf("%w: %s: %d votes, %d times, are beyond counting", ErrRights, law.Path("rises", i, "times"), e.votes[ref], rise.Times)
		}
		e.votes[ref] *= rise.Times
	}
	if err := e.sum(); err != nil {
		return nil, err
	}
	return e, nil
}

func (e *Entitled) of(v *VotingRights, i int) (int64, error) {
	m := &e.reg.members[i]
	member, known := m.MemberOn(e.On)
	if !known {
		e.Undated++
	}
	if !member || m.Treasury || m.CallsUnpaid && !v.UnpaidMayVote ||
		slices.ContainsFunc(m.Suspended, func(p Period) bool { return p.Holds(e.On) }) {
		return 0, nil
	}
	if v.Basis == OneMemberOneVote {
		return 1, nil
	}
	field, n, ok := m.holds(v.Basis)
	switch {
	case !ok:
		return 0, fmt.Errorf("%w: %s: not stated, and votes go by it", ErrRights, law.Path("members", i, field))
	case n > maxVotes/int64(len(e.votes)):
		return 0, fmt.Errorf("%w: %s: %d is beyond counting", ErrRights, law.Path("members", i, field), n)
	case v.Basis == PerShareCapped:
		return min(n, v.Cap), nil
	}
	return n, nil
}

// holds returns what a member's votes go by, with the name of the field.
func (m *Member) holds(b Basis) (field string, n int64, ok bool) {
	switch b {
	case PerDelegate:
		n, ok = m.Delegates.Get()
		return "delegates", n, ok
	case PerNominalValue:
		p, ok := m.Nominal.Get()
		return "nominal_value", int64(p), ok
	default:
		n, ok = m.Shares.Get()
		return "shares", n, ok
	}
}

func (e *Entitled) sum() error {
	for i, n := range e.votes {
		if n == 0 {
			continue
		}
		c := &e.ByClass[e.reg.class[i]]
		c.Members++
		c.Votes += n
		e.Members++
		if e.Votes += n; e.Votes > maxVotes {
			return fmt.Errorf("%w: more than %d votes in all", ErrRights, int64(maxVotes))
		}
	}
	return nil
}

// VotesOf returns how many votes a member has; none for a stranger.
func (e *Entitled) VotesOf(ref Ref) int64 {
	if !e.reg.has(ref) {
		return 0
	}
	return e.votes[ref]
}
