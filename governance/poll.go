package governance

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Vote is cast on a poll: some or all of a member's votes, for, against or abstaining.
// A member need not use all votes, nor cast them one way.
type Vote struct {
	Member  Ref
	For     int64
	Against int64
	Abstain int64
	// By is the proxy who casts it, one more than an index of the poll's Proxies; 0 for the
	// member in person.
	By int32
	// Holder is which of several joint holders casts it, the first named being 1; 0 where the
	// member holds alone. Of joint holders who vote, only the most senior counts.
	Holder int16
	// How says whether it was cast at the meeting, by post or electronically.
	How Channel
}

// A Proxy is an appointment: a member lets another person vote with some of the member's
// votes, or all of them where Votes is 0.
type Proxy struct {
	Member Ref
	Holder string
	Votes  int64
	// Lodged is when the appointment reached the body, where the constitution asks.
	Lodged law.Fact[Moment]
}

// A Representative of a body corporate votes with all of its votes on a poll. Where several
// vote and disagree, none of the votes is exercised.
type Representative struct {
	Member Ref
	Person string
	Choice Choice
}

// Choice is one way of voting.
type Choice uint8

// The choices. The zero Choice is none of them.
const (
	ChoseFor Choice = iota + 1
	ChoseAgainst
	Abstained
)

var choices = []string{"", "for", "against", "abstain"}

// String gives the JSON value.
func (c Choice) String() string { return law.NameOf(choices, c) }

// MarshalText writes String.
func (c Choice) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String writes.
func (c *Choice) UnmarshalText(b []byte) error { return law.ParseName(c, choices, b, "a choice") }

// A Poll is all that is cast on one question.
type Poll struct {
	Votes           []Vote
	Proxies         []Proxy
	Representatives []Representative
	// Interested members' votes in favour are left out; those against stay. Excluded members'
	// votes are left out either way.
	Interested []Ref
	Excluded   []Ref
}

// ErrVote is wrapped by every refusal of a vote. A poll with one is not counted at all.
var ErrVote = errors.New("vote refused")

// A Count is what was cast on a question, in votes and in heads, in all and by class. Votes
// for and against leave out what is left out, which is counted apart.
type Count struct {
	Votes   Tally        `json:"votes"`
	Heads   Tally        `json:"heads"`
	ByClass []ClassCount `json:"by_class,omitempty"`
	// NotExercised are votes of bodies corporate whose representatives disagreed; LeftOut are
	// votes of members who may not vote that way.
	NotExercised int64 `json:"not_exercised,omitempty"`
	LeftOut      int64 `json:"left_out,omitempty"`
	// Superseded is how many votes of joint holders gave way to a more senior holder's.
	Superseded int64 `json:"superseded,omitempty"`
}

// ClassCount is what one class cast.
type ClassCount struct {
	Class string `json:"class"`
	Votes Tally  `json:"votes"`
}

// Count counts a poll. It refuses a vote of a stranger or of somebody who may not vote,
// more votes than a member has, a member or proxy who votes twice, and a proxy who was not
// appointed; the error names the place, and nothing is partly counted. The order of votes
// is of no account.
func (e *Entitled) Count(p *Poll) (*Count, error) {
	t := &teller{e: e, used: make([]int64, len(e.votes)), classes: make([]Tally, len(e.ByClass)), ways: make([]uint8, len(e.votes))}
	if err := t.leaveOut(p); err != nil {
		return nil, err
	}
	if err := t.appoint(p.Proxies); err != nil {
		return nil, err
	}
	senior := seniors(p.Votes)
	for i := range p.Votes {
		if v := &p.Votes[i]; v.Holder > 0 && v.Holder > senior[v.Member] {
			t.sum.Superseded++
			continue
		}
		if err := t.vote(p, i); err != nil {
			return nil, err
		}
	}
	if err := t.represent(p.Representatives); err != nil {
		return nil, err
	}
	return t.count(), nil
}

// seniors finds, of each member whose joint holders vote, the most senior who does.
func seniors(votes []Vote) map[Ref]int16 {
	var senior map[Ref]int16
	for i := range votes {
		v := &votes[i]
		if v.Holder <= 0 {
			continue
		}
		if senior == nil {
			senior = map[Ref]int16{}
		}
		if was, ok := senior[v.Member]; !ok || v.Holder < was {
			senior[v.Member] = v.Holder
		}
	}
	return senior
}

// ways a member voted, for counting heads: bits of for, against and abstain; and what is
// left out.
const (
	wayFor uint8 = 1 << iota
	wayAgainst
	wayAbstain
	noFavour
	noVote
	inPerson
)

type teller struct {
	e        *Entitled
	used     []int64
	ways     []uint8
	classes  []Tally
	sum      Count
	granted  []bool  // of each proxy, whether it has voted
	promised []int64 // votes given to proxies, by member; nil where there are none
}

func (t *teller) leaveOut(p *Poll) error {
	mark := func(name string, list []Ref, as uint8) error {
		for i, ref := range list {
			if !t.e.reg.has(ref) {
				return fmt.Errorf("%w: %s: no such member of the register", ErrVote, law.Path(name, i, ""))
			}
			t.ways[ref] |= as
		}
		return nil
	}
	if err := mark("interested", p.Interested, noFavour); err != nil {
		return err
	}
	return mark("excluded", p.Excluded, noVote)
}

func (t *teller) appoint(ps []Proxy) error {
	if len(ps) == 0 {
		return nil
	}
	t.granted, t.promised = make([]bool, len(ps)), make([]int64, len(t.used))
	for i, p := range ps {
		switch {
		case !t.e.reg.has(p.Member):
			return fmt.Errorf("%w: %s: a proxy for a stranger", ErrVote, law.Path("proxies", i, "member"))
		case p.Votes < 0:
			return fmt.Errorf("%w: %s: %d is negative", ErrVote, law.Path("proxies", i, "votes"), p.Votes)
		}
		n := p.Votes
		if n == 0 {
			n = t.e.votes[p.Member]
		}
		if t.promised[p.Member] += n; t.promised[p.Member] > t.e.votes[p.Member] {
			return fmt.Errorf("%w: %s: proxies of %q are given %d votes, of %d", ErrVote, law.Path("proxies", i, "votes"),
				t.e.reg.members[p.Member].ID, t.promised[p.Member], t.e.votes[p.Member])
		}
	}
	return nil
}

func (t *teller) vote(p *Poll, i int) error {
	v := &p.Votes[i]
	if !t.e.reg.has(v.Member) {
		return fmt.Errorf("%w: %s: no such member of the register", ErrVote, law.Path("votes", i, "member"))
	}
	if v.For|v.Against|v.Abstain < 0 || v.For > maxVotes || v.Against > maxVotes || v.Abstain > maxVotes {
		return fmt.Errorf("%w: %s: a number of votes that cannot be", ErrVote, law.Path("votes", i, ""))
	}
	most := t.e.votes[v.Member]
	if v.By != 0 {
		var err error
		if most, err = t.byProxy(p, i); err != nil {
			return err
		}
	} else if t.ways[v.Member]&inPerson != 0 {
		return t.refuse(i, v.Member, "has voted already")
	} else {
		t.ways[v.Member] |= inPerson
	}
	cast := v.For + v.Against + v.Abstain
	if t.used[v.Member] += cast; cast > most || t.used[v.Member] > t.e.votes[v.Member] {
		return t.refuse(i, v.Member, fmt.Sprintf("casts %d votes, of %d", max(cast, t.used[v.Member]), most))
	}
	t.add(v.Member, v.For, v.Against, v.Abstain)
	return nil
}

func (t *teller) byProxy(p *Poll, i int) (most int64, err error) {
	v := &p.Votes[i]
	if v.By < 0 || int(v.By) > len(p.Proxies) || p.Proxies[v.By-1].Member != v.Member {
		return 0, t.refuse(i, v.Member, "appointed no such proxy")
	}
	if t.granted[v.By-1] {
		return 0, t.refuse(i, v.Member, "has a proxy who has voted already")
	}
	t.granted[v.By-1] = true
	if most = p.Proxies[v.By-1].Votes; most == 0 {
		most = t.e.votes[v.Member]
	}
	return most, nil
}

func (t *teller) refuse(i int, ref Ref, why string) error {
	return fmt.Errorf("%w: %s: %q %s", ErrVote, law.Path("votes", i, ""), t.e.reg.members[ref].ID, why)
}

// add counts votes that were accepted, but for what is left out.
func (t *teller) add(ref Ref, yes, no, abstain int64) {
	way := t.ways[ref]
	if way&noVote != 0 {
		t.sum.LeftOut += yes + no
		return
	}
	if way&noFavour != 0 {
		t.sum.LeftOut += yes
		yes = 0
	}
	c := &t.classes[t.e.reg.class[ref]]
	c.For += yes
	c.Against += no
	c.Abstained += abstain
	if yes > 0 {
		way |= wayFor
	}
	if no > 0 {
		way |= wayAgainst
	}
	if abstain > 0 {
		way |= wayAbstain
	}
	t.ways[ref] = way
}

// represent counts representatives: those of one body that agree, once; those that do not,
// not at all.
func (t *teller) represent(rs []Representative) error {
	chose := make(map[Ref]Choice, len(rs))
	var order []Ref
	for i, r := range rs {
		bad := ""
		switch {
		case !t.e.reg.has(r.Member):
			return fmt.Errorf("%w: %s: no such member of the register", ErrVote, law.Path("representatives", i, "member"))
		case !t.e.reg.members[r.Member].Corporate:
			bad = "is not a body corporate"
		case t.ways[r.Member]&inPerson != 0 || t.used[r.Member] > 0:
			bad = "has voted already"
		case r.Choice < ChoseFor || r.Choice > Abstained:
			bad = "has a representative who made no choice"
		case t.e.votes[r.Member] == 0:
			bad = "may not vote"
		}
		if bad != "" {
			return fmt.Errorf("%w: %s: %q %s", ErrVote, law.Path("representatives", i, ""), t.e.reg.members[r.Member].ID, bad)
		}
		was, again := chose[r.Member]
		switch {
		case !again:
			order = append(order, r.Member)
			chose[r.Member] = r.Choice
		case was != r.Choice:
			chose[r.Member] = 0 // they disagree
		}
	}
	for _, ref := range order {
		n := t.e.votes[ref]
		switch chose[ref] {
		case ChoseFor:
			t.add(ref, n, 0, 0)
		case ChoseAgainst:
			t.add(ref, 0, n, 0)
		case Abstained:
			t.add(ref, 0, 0, n)
		default:
			t.sum.NotExercised += n
		}
	}
	return nil
}

func (t *teller) count() *Count {
	c := &t.sum
	c.ByClass = make([]ClassCount, len(t.classes))
	for i := range t.classes {
		t.classes[i].Entitled = t.e.ByClass[i].Votes
		c.ByClass[i] = ClassCount{t.e.ByClass[i].Class, t.classes[i]}
		c.Votes.For += t.classes[i].For
		c.Votes.Against += t.classes[i].Against
		c.Votes.Abstained += t.classes[i].Abstained
	}
	c.Votes.Entitled = t.e.Votes
	c.Heads.Entitled = t.e.Members
	for i, way := range t.ways {
		if way&noVote != 0 && t.e.votes[i] > 0 {
			c.Votes.Entitled -= t.e.votes[i]
			c.Heads.Entitled--
			c.ByClass[t.e.reg.class[i]].Votes.Entitled -= t.e.votes[i]
		}
		// A member who votes both ways is a head on each side; one who only abstains is neither.
		if way&wayFor != 0 {
			c.Heads.For++
		}
		if way&wayAgainst != 0 {
			c.Heads.Against++
		}
		if way&(wayFor|wayAgainst|wayAbstain) == wayAbstain {
			c.Heads.Abstained++
		}
	}
	return c
}
