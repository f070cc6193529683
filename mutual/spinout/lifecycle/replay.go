package lifecycle

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Replay makes the events happen, in their order, and returns what they come to. An event
// before its state, out of the order of time or after the end is refused with ErrLog and its
// place. The log is not changed.
func (l *Log) Replay() (*History, error) {
	switch {
	case len(l.Events) > MaxEvents:
		return nil, fmt.Errorf("%w: events: %d, where a log may have %d", ErrLog, len(l.Events), MaxEvents)
	case len(l.Events) == 0:
		return nil, fmt.Errorf("%w: events: none, where every case begins", ErrLog)
	case l.Until.IsZero():
		return nil, fmt.Errorf("%w: until: no day is given", ErrLog)
	}
	if err := checkParties(l.Parties); err != nil {
		return nil, err
	}
	times, err := l.narrow()
	if err != nil {
		return nil, err
	}
	r := replay{log: l, out: &History{Until: l.Until, InPart: l.InPart, Parties: l.Parties}}
	for i := range l.Events {
		r.when = times[i]
		if err := r.apply(i, &l.Events[i]); err != nil {
			return nil, fmt.Errorf("%w: events[%d].%w", ErrLog, i, err)
		}
	}
	r.finish()
	return r.out, nil
}

// narrow checks each event by itself, and narrows the times by their neighbours: an event is
// not before the one listed before it, nor after the one listed after it.
func (l *Log) narrow() ([]When, error) {
	times := make([]When, len(l.Events))
	var from law.Date
	for i := range l.Events {
		e := &l.Events[i]
		if err := e.check(l.InPart); err != nil {
			return nil, fmt.Errorf("%w: events[%d].%w", ErrLog, i, err)
		}
		w := e.When
		switch {
		case w.First.After(l.Until):
			return nil, fmt.Errorf("%w: events[%d].when: %v is after the log ends on %v", ErrLog, i, w, l.Until)
		case !w.Last.IsZero() && w.Last.Before(from):
			return nil, fmt.Errorf("%w: events[%d].when: %v is before %v, the earliest that events[%d] allows", ErrLog, i, w, from, i-1)
		case from.After(w.First):
			w.First = from
		}
		from, times[i] = w.First, w
	}
	if from.After(l.Until) {
		return nil, fmt.Errorf("%w: until: %v is before the last event", ErrLog, l.Until)
	}
	to := l.Until
	for i := len(times) - 1; i >= 0; i-- {
		if w := &times[i]; w.Last.IsZero() || w.Last.After(to) {
			w.Last = to
		}
		to = times[i].Last
	}
	return times, nil
}

// replay is a case on its way through its log.
type replay struct {
	log    *Log
	out    *History
	when   When
	state  State
	before State // in which it stopped, or from which the re-tender began
	passed set   // gates
}

// apply makes one event happen; the error begins with the member that is at fault.
func (r *replay) apply(i int, e *Event) error {
	if (e.Kind == Begun) != (i == 0) {
		return fmt.Errorf("kind: %v, where a case begins once, and first", e.Kind)
	}
	s := stepOf(e.Kind)
	may := s.from
	if r.log.InPart {
		may |= s.inPart
	}
	switch {
	case e.Kind == Begun:
	case r.state.Ended():
		return fmt.Errorf("kind: %v, where the case has ended as %v", e.Kind, r.state)
	case !may.has(r.state):
		return fmt.Errorf("kind: %v, where the case is in %v", e.Kind, r.state)
	}
	switch e.Kind {
	case GatePassed:
		return r.pass(e)
	case Launched:
		if err := r.launch(); err != nil {
			return err
		}
	case RetenderWon, RetenderExtended, RetenderLost:
		return r.decide(e)
	case RetenderBegan:
		r.before = r.state
		if r.before == Live {
			r.before = Steady
		}
	case Held, Blocked:
		r.before = r.state
	case Resumed:
		return r.resume(e)
	case Balloted:
		signal, _ := e.Ballot.Ptr().Signal()
		r.out.Ballots = append(r.out.Ballots, Voice{When: r.when, Signal: signal})
	case NoticeGiven, Restored:
		return r.contract(e)
	default:
	}
	if s.to != 0 {
		r.enter(s.to)
	}
	return nil
}

func (r *replay) enter(s State) {
	if n := len(r.out.Stays); n > 0 {
		r.out.Stays[n-1].To = r.when
	}
	r.out.Stays = append(r.out.Stays, Stay{State: s, From: r.when})
	r.state = s
	if s.Ended() {
		r.out.Ended = r.when
	}
}

// pass passes a gate. That of work which overlaps may be passed a state early.
func (r *replay) pass(e *Event) error {
	at, _ := e.Gate.Get()
	g := gateOf(at)
	early := g.Overlaps && at == r.state+1
	switch {
	case r.passed.has(at):
		return fmt.Errorf("gate: that of %v is behind the case, which is in %v", at, r.state)
	case at > r.state && !early && !r.log.InPart:
		return fmt.Errorf("gate: that of %v, where that of %v is not passed", at, r.state)
	}
	r.passed |= of(at)
	p := Passage{Gate: at, When: r.when, Told: true, Decider: g.Decider, Shown: e.Evidence, Doubt: e.Doubt}
	for _, name := range g.Evidence {
		if !slices.Contains(e.Evidence, name) {
			p.Lacking = append(p.Lacking, name)
		}
	}
	if at == ExpressionOfInterest {
		for i := range r.log.Parties {
			if x := &r.log.Parties[i]; x.Role.Evidenced() {
				p.AlsoFrom = append(p.AlsoFrom, x.Name)
			}
		}
	}
	if early {
		r.out.Gates = append(r.out.Gates, p)
		return nil
	}
	r.skip(at)
	r.out.Gates = append(r.out.Gates, p)
	next := at + 1
	for r.passed.has(next) {
		next++
	}
	if next = min(next, Mobilisation); next != r.state {
		r.enter(next)
	}
	return nil
}

// skip lists the gates up to another that no source tells of.
func (r *replay) skip(to State) {
	for s := r.state; s < to; s++ {
		if !r.passed.has(s) {
			r.out.Gates = append(r.out.Gates, Passage{Gate: s, Decider: gateOf(s).Decider})
			r.passed |= of(s)
		}
	}
}

func (r *replay) launch() error {
	if !r.log.InPart && !r.passed.has(Mobilisation) {
		return fmt.Errorf("kind: %v, where the gate of %v is not passed", Launched, Mobilisation)
	}
	r.skip(Live)
	r.out.Launched, r.out.Contract = r.when, ContractHeld
	return nil
}

// decide ends a re-tender. A body that lost stays where it is until something becomes of it.
func (r *replay) decide(e *Event) error {
	if r.out.Contract == ContractLost {
		return fmt.Errorf("kind: %v, where the re-tender was lost", e.Kind)
	}
	if e.Kind == RetenderLost {
		r.out.Contract = ContractLost
		return nil
	}
	r.out.Contract = ContractHeld
	r.enter(r.before)
	return nil
}

// resume lets a stopped case go on, at a state that it had come to.
func (r *replay) resume(e *Event) error {
	to := e.To.Or(r.before)
	if !to.BeforeLaunch() || to > r.before {
		return fmt.Errorf("to: %v, where the case stopped in %v", to, r.before)
	}
	if to < r.before { // what comes after is decided anew
		r.passed &= through(Idea, to) &^ of(to)
	}
	r.enter(to)
	return nil
}

func (r *replay) contract(e *Event) error {
	from, to := ContractHeld, UnderNotice
	if e.Kind == Restored {
		from, to = to, from
	}
	if r.out.Contract != from {
		return fmt.Errorf("kind: %v, where the contract is %v", e.Kind, r.out.Contract)
	}
	r.out.Contract = to
	return nil
}

// finish says what followed each ballot.
func (r *replay) finish() {
	for i := range r.out.Ballots {
		b := &r.out.Ballots[i]
		switch {
		case !r.out.Launched.IsZero():
			b.Then = WentAhead
		case r.state.Ended() || r.state.Stopped():
			b.Then = DidNot
		}
	}
}
