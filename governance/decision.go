package governance

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Majority is everything one vote must pass: a share of the votes, and where the
// constitution or a statute asks for them a turnout, and a share of the heads beside that
// of the votes.
type Majority struct {
	Share Threshold `json:"share"`
	// Turnout is a floor under the number of votes cast; the zero Threshold asks for none.
	Turnout Threshold `json:"turnout,omitzero"`
	// Heads is a threshold in number of members, beside that in votes; the zero Threshold
	// asks for none.
	Heads Threshold `json:"heads,omitzero"`
}

// A Decision is what a vote came to: each test with its arithmetic, and whether all passed.
type Decision struct {
	On     law.Date `json:"on"`
	Tests  []Test   `json:"tests"`
	Passed bool     `json:"passed"`
}

// Decide puts a tally of votes to a majority. It refuses a tally that cannot be, and a
// majority that asks for heads, which a tally of votes does not hold: see Count.Decide.
func Decide(on law.Date, m Majority, tally Tally) (Decision, error) {
	if m.Heads.asks() {
		return Decision{}, fmt.Errorf("%w: a majority in number cannot be found from votes alone", ErrVote)
	}
	return decide(on, m, m.Share.Test("share", tally), tally, Tally{})
}

func (t Threshold) asks() bool { return t.Fraction.Num() > 0 }

func decide(on law.Date, m Majority, share Test, votes, heads Tally) (Decision, error) {
	if err := votes.Check(); err != nil {
		return Decision{}, err
	}
	if err := m.decidable(votes, heads); err != nil {
		return Decision{}, err
	}
	d := Decision{On: on, Tests: []Test{share}}
	if m.Turnout.asks() {
		d.Tests = append(d.Tests, m.Turnout.Turnout("turnout", votes))
	}
	if m.Heads.asks() {
		d.Tests = append(d.Tests, m.Heads.Test("heads", heads))
	}
	d.Passed = true
	for _, t := range d.Tests {
		d.Passed = d.Passed && t.Passed
	}
	return d, nil
}

// ErrBase is wrapped where a threshold is of something that nobody has counted: the answer
// is unknown, and not a failure of the resolution.
var ErrBase = errors.New("cannot be decided")

// decidable refuses a majority of what is not known, and a turnout of the votes cast, which
// every vote would reach.
func (m Majority) decidable(votes, heads Tally) error {
	for _, x := range []struct {
		name  string
		t     Threshold
		tally Tally
	}{{"share", m.Share, votes}, {"turnout", m.Turnout, votes}, {"heads", m.Heads, heads}} {
		if x.t.asks() && x.t.Of == AllEntitled && x.tally.Entitled == 0 {
			return fmt.Errorf("%w: %s: %v, and nobody says how many are entitled", ErrBase, x.name, x.t)
		}
	}
	if m.Turnout.asks() && m.Turnout.Of == VotesCast {
		return fmt.Errorf("%w: turnout: a fraction of the votes cast is no turnout", ErrBase)
	}
	return nil
}

// Decide puts a count to a majority under the rights by which the votes were given: where
// classes have fixed shares of the vote, each class's share goes for and against as its
// votes do.
func (c *Count) Decide(on law.Date, m Majority, v *VotingRights) (Decision, error) {
	share := m.Share.Test("share", c.Votes)
	if len(v.Shares) > 0 {
		share = c.weighted(m.Share, v.Shares)
	}
	return decide(on, m, share, c.Votes, c.Heads)
}

// DecideClass puts what one class cast to a majority, as for a consent of the class.
func (c *Count) DecideClass(on law.Date, m Majority, class string) (Decision, error) {
	for _, k := range c.ByClass {
		if k.Class == class {
			return decide(on, m, m.Share.Test("share of "+class, k.Votes), k.Votes, k.Votes)
		}
	}
	return Decision{}, fmt.Errorf("%w: class %q: no such class", ErrVote, class)
}

// weighted tests votes of classes with fixed shares of the whole. Of the votes cast, a
// class whose members cast none takes no part, and the others keep their proportions; of
// all entitled, its share counts against.
func (c *Count) weighted(t Threshold, shares []ClassShare) Test {
	yes, base := new(big.Rat), new(big.Rat)
	for _, s := range shares {
		for _, k := range c.ByClass {
			if k.Class != s.Class {
				continue
			}
			whole := k.Votes.Cast()
			switch t.Of {
			case Present:
				whole = k.Votes.Attended()
			case AllEntitled:
				whole = k.Votes.Entitled
			default:
			}
			share := big.NewRat(s.Share.Num(), s.Share.Den())
			if whole > 0 {
				base.Add(base, share)
				yes.Add(yes, share.Mul(share, big.NewRat(k.Votes.For, whole)))
			}
		}
	}
	if t.Of == AllEntitled {
		base.SetInt64(1)
	}
	need := new(big.Rat).Mul(base, big.NewRat(t.Fraction.Num(), t.Fraction.Den()))
	cmp := yes.Cmp(need)
	return Test{
		Name: "share", Threshold: t, Passed: base.Sign() > 0 && (cmp > 0 || cmp == 0 && !t.Strict),
		Weighted: fmt.Sprintf("%s of %s by classes' shares%s", yes.RatString(), base.RatString(), percent(yes, base)),
	}
}

// shortfallByClass finds, for each class with a share of the vote, how many of its votes
// against would have to be in favour for the motion to carry.
func (c *Count) shortfallByClass(t Threshold, shares []ClassShare) (out []ClassShortfall) {
	for i, k := range c.ByClass {
		changed := *c
		changed.ByClass = append([]ClassCount(nil), c.ByClass...)
		out = append(out, ClassShortfall{k.Class, least(k.Votes.Against, func(n int64) bool {
			changed.ByClass[i].Votes.For, changed.ByClass[i].Votes.Against = k.Votes.For+n, k.Votes.Against-n
			return changed.weighted(t, shares).Passed
		})})
	}
	return out
}

// percent writes a part of a whole for readers, to two places; the exact fraction decides.
func percent(part, whole *big.Rat) string {
	if whole.Sign() == 0 {
		return ""
	}
	q := new(big.Rat).Quo(part, whole)
	return " (" + q.Mul(q, big.NewRat(100, 1)).FloatString(2) + "%)"
}

// String writes the tests on one line.
func (d Decision) String() string {
	parts := make([]string, len(d.Tests))
	for i, t := range d.Tests {
		parts[i] = t.String()
	}
	return strings.Join(parts, "; ")
}

// A Shortfall is the smallest change that would have carried a failed test.
type Shortfall struct {
	// MoreFor is how many further votes in favour would do, nobody else changing; Switched how
	// many votes against would do, cast in favour instead. Either is -1 where no number would.
	MoreFor  int64 `json:"more_for"`
	Switched int64 `json:"switched"`
}

// String says the change in words.
func (s Shortfall) String() string {
	var parts []string
	if s.MoreFor > 0 {
		parts = append(parts, fmt.Sprintf("%d more in favour", s.MoreFor))
	}
	if s.Switched > 0 {
		parts = append(parts, fmt.Sprintf("%d of those against in favour instead", s.Switched))
	}
	if len(parts) == 0 {
		return "nothing would carry it"
	}
	return strings.Join(parts, ", or ")
}

// Shortfall finds the smallest change that would carry a threshold on a tally that fails
// it; nothing for one that passes.
func (t Threshold) Shortfall(tally Tally) Shortfall {
	if t.Test("", tally).Passed {
		return Shortfall{}
	}
	room := int64(maxVotes)
	if tally.Entitled > 0 {
		room = tally.Entitled - tally.Attended()
	}
	return Shortfall{
		MoreFor: least(room, func(k int64) bool {
			more := tally
			more.For += k
			more.Present = 0
			if tally.Present > 0 {
				more.Present = tally.Attended() + k
			}
			return t.Test("", more).Passed
		}),
		Switched: least(tally.Against, func(k int64) bool {
			other := tally
			other.For, other.Against = other.For+k, other.Against-k
			return t.Test("", other).Passed
		}),
	}
}

// least finds the smallest k of 1..most that holds, where every larger one holds too.
func least(most int64, holds func(int64) bool) int64 {
	if most < 1 || !holds(most) {
		return -1
	}
	lo, hi := int64(1), most
	for lo < hi {
		mid := lo + (hi-lo)/2
		if holds(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
