package lifecycle

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ErrLog is wrapped by every refusal of a log that cannot be; the error names the place.
var ErrLog = errors.New("this cannot have happened")

// MaxEvents bounds a log.
const MaxEvents = 10_000

// Read reads a log strictly and replays it, so that one which cannot have happened is refused.
func Read(r io.Reader) (*Log, error) {
	var l Log
	if err := law.Decode(r, &l); err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	if _, err := l.Replay(); err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	return &l, nil
}

// check refuses what is wrong with an event by itself; the error begins with the member.
func (e *Event) check(inPart bool) error {
	switch {
	case e.Kind < Begun || e.Kind > Restored:
		return errors.New("kind: none is given")
	case e.When.IsZero() && !inPart:
		return errors.New("when: not told, in a log that tells every step")
	case !e.When.First.IsZero() && !e.When.Last.IsZero() && e.When.Last.Before(e.When.First):
		return errors.New("when: ends before it begins")
	case e.Gate.Stated() != (e.Kind == GatePassed):
		return fmt.Errorf("gate: an event of the kind %v has one if and only if it passes it", e.Kind)
	case e.To.Stated() && e.Kind != Resumed:
		return errors.New("to: only a case that resumes has one")
	case e.Ballot.Stated() != (e.Kind == Balloted):
		return fmt.Errorf("ballot: an event of the kind %v has one if and only if it is one", e.Kind)
	case len(e.Evidence) > 0 && e.Kind != GatePassed:
		return errors.New("evidence: it is shown at a gate")
	}
	if err := e.checkGate(); err != nil {
		return err
	}
	if b := e.Ballot.Ptr(); b != nil {
		if err := b.check(); err != nil {
			return fmt.Errorf("ballot.%w", err)
		}
	}
	return nil
}

func (e *Event) checkGate() error {
	s, ok := e.Gate.Get()
	if !ok {
		return nil
	}
	if !s.BeforeLaunch() {
		return fmt.Errorf("gate: %v is not left by passing a gate", s)
	}
	g := gateOf(s)
	for i, name := range e.Evidence {
		switch {
		case !g.Asks(name):
			return fmt.Errorf("%s: the gate of %v asks for %v, and not for %q", law.Path("evidence", i, ""), s, g.Evidence, name[:min(len(name), 40)])
		case slices.Contains(e.Evidence[:i], name):
			return fmt.Errorf("%s: %s is listed twice", law.Path("evidence", i, ""), name)
		}
	}
	return nil
}

// check refuses figures that no vote has.
func (b *Ballot) check() error {
	entitled, hasEntitled := b.Entitled.Get()
	voted, hasVoted := b.Voted.Get()
	yes, hasYes := b.For.Get()
	no, hasNo := b.Against.Get()
	share, hasShare := b.ShareFor.Get()
	switch {
	case hasEntitled && entitled < 0:
		return fmt.Errorf("entitled: %d is negative", entitled)
	case hasVoted && voted < 0, hasVoted && hasEntitled && voted > entitled:
		return fmt.Errorf("voted: %d cannot have voted", voted)
	case hasYes && yes < 0, hasYes && hasVoted && yes > voted, hasYes && hasEntitled && yes > entitled:
		return fmt.Errorf("for: there cannot be %d votes in favour", yes)
	case hasNo && no < 0, hasNo && hasVoted && no > voted-max(0, yes), hasNo && hasEntitled && no > entitled-max(0, yes):
		return fmt.Errorf("against: there cannot be %d votes against", no)
	case hasShare && (share.Num() < 0 || share.Cmp(law.Per(1, 1)) > 0):
		return fmt.Errorf("share_for: %v is not between 0%% and 100%%", share)
	}
	told, ok := b.Result.Get()
	if ok && (told < InFavour || told > Tied) {
		return errors.New("result: none is given")
	}
	if s, reckoned := b.reckoned(); ok && reckoned && s != told {
		return fmt.Errorf("result: %v, where the votes are %v", told, s)
	}
	return nil
}

// checkParties refuses parties that no case has.
func checkParties(parties []Party) error {
	if len(parties) > MaxEvents {
		return fmt.Errorf("%w: parties: %d, where a log may have %d", ErrLog, len(parties), MaxEvents)
	}
	var stakes law.Pence // in hundred-millionths of the whole, each rounded down
	const whole = 100_000_000
	for i := range parties {
		p := &parties[i]
		bad := func(member, why string) error {
			return fmt.Errorf("%w: %s: %s", ErrLog, law.Path("parties", i, member), why)
		}
		switch {
		case p.Name == "":
			return bad("name", "none is given")
		case p.Role < Mentor || p.Role > Rival:
			return bad("role", "none is given")
		case slices.ContainsFunc(parties[:i], func(q Party) bool { return q.Name == p.Name && q.Role == p.Role }):
			return bad("name", "the party is listed twice in its role")
		}
		stake, ok := p.Stake.Get()
		switch {
		case !ok:
			continue
		case p.Role != JointVenturer:
			return bad("stake", "only a partner in a joint venture has one")
		case stake.Num() < 0 || stake.Cmp(law.Per(1, 1)) > 0:
			return bad("stake", fmt.Sprintf("%v is not between 0%% and 100%%", stake))
		}
		if stakes += stake.Of(whole); stakes > whole {
			return bad("stake", "the stakes are more than the whole")
		}
	}
	return nil
}
