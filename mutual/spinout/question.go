package spinout

import (
	"errors"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
	"github.com/rochdale-go/rochdale/mutual/spinout/transfer"
)

//go:generate go test -run TestTheLawOfSpinOutsAsData -update .

// QuestionSchema is the version of the question file that this library reads.
const QuestionSchema = 1

// A Question is what a team, an authority or a bidder asks as at a day in England: each part
// that is there is answered, and one at least must be.
type Question struct {
	Schema int      `json:"schema"`
	Name   string   `json:"name,omitempty"`
	On     law.Date `json:"on"`
	// Right confines the question to one right. A service, an authority or a holder that this
	// could not cover on any day is then an error, where it is an answer otherwise.
	Right law.Fact[right.Right] `json:"right,omitzero"`
	// Matter is a service, a holder and an authority, and what has happened since.
	Matter law.Fact[right.Matter] `json:"matter,omitzero"`
	// Body is asked about under both tests of a public service mutual.
	Body law.Fact[psm.Body] `json:"body,omitzero"`
	// Award is a contract that would be reserved, and a bidder.
	Award law.Fact[route.Award] `json:"award,omitzero"`
	// InHouse is a company of the authority's own, and Renewal a contract for health care that
	// would go to its provider without a competition.
	InHouse law.Fact[route.Controlled] `json:"in_house,omitzero"`
	Renewal law.Fact[route.Renewal]    `json:"renewal,omitzero"`
	// Transfer is the move of the staff.
	Transfer law.Fact[transfer.Transfer] `json:"transfer,omitzero"`
}

// ErrQuestion is wrapped by complaints about a file that is JSON of the right shape and yet
// no question.
var ErrQuestion = errors.New("not a question")

// ReadQuestion reads a question file strictly: every error names the place.
func ReadQuestion(r io.Reader) (*Question, error) {
	var q Question
	if err := law.Decode(r, &q); err != nil {
		return nil, fmt.Errorf("question: %w", err)
	}
	if err := q.Check(); err != nil {
		return nil, fmt.Errorf("question: %w: %w", ErrQuestion, err)
	}
	return &q, nil
}

// Check refuses what no question can be; the error begins with the place.
func (q *Question) Check() error {
	m := q.Matter.Ptr()
	switch {
	case q.Schema != QuestionSchema:
		return fmt.Errorf("schema: %d, where this library reads %d", q.Schema, QuestionSchema)
	case q.On.IsZero():
		return errors.New("on: no day is given")
	case m == nil && !q.Body.Stated() && !q.Award.Stated() && !q.InHouse.Stated() && !q.Renewal.Stated() && !q.Transfer.Stated():
		return errors.New("matter: nothing is asked: give a matter, a body, an award, a company in house, a renewal or a transfer")
	case m == nil && q.Right.Stated():
		return errors.New("matter: a right is asked about, and no matter is given")
	}
	if m != nil {
		if err := q.checkMatter(m); err != nil {
			return err
		}
	}
	return q.checkParts()
}

func (q *Question) checkParts() error {
	if b := q.Body.Ptr(); b != nil {
		if err := b.Check(); err != nil {
			return fmt.Errorf("body.%w", err)
		}
	}
	if a := q.Award.Ptr(); a != nil {
		if err := a.Check(); err != nil {
			return fmt.Errorf("award.%w", err)
		}
	}
	if c := q.InHouse.Ptr(); c != nil {
		if err := c.Check(); err != nil {
			return fmt.Errorf("in_house.%w", err)
		}
	}
	if r := q.Renewal.Ptr(); r != nil {
		if err := r.Check(); err != nil {
			return fmt.Errorf("renewal.%w", err)
		}
	}
	if t := q.Transfer.Ptr(); t != nil {
		if err := t.Check(); err != nil {
			return fmt.Errorf("transfer.%w", err)
		}
	}
	return nil
}

func (q *Question) checkMatter(m *right.Matter) error {
	if err := m.Check(); err != nil {
		return fmt.Errorf("matter.%w", err)
	}
	if asked, ok := m.Asked.Get(); ok && asked.After(q.On) {
		return fmt.Errorf("matter.asked: %v is after the day of the question, %v", asked, q.On)
	}
	r, ok := q.Right.Get()
	if !ok {
		return nil
	}
	if r == right.Mutualise { // the right itself is the place
		return right.Never(r, m)
	}
	if err := right.Never(r, m); err != nil {
		return fmt.Errorf("matter.%w", err)
	}
	return nil
}

// Law is the figures of the four rooms, which a question is answered by.
type Law struct {
	Rights    right.Figures
	Tests     psm.Figures
	Routes    route.Figures
	Transfers transfer.Figures
}

// EnactedLaw returns the figures as the law stands.
func EnactedLaw() Law {
	return Law{right.Enacted(), psm.Enacted(), route.Enacted(), transfer.Enacted()}
}

// A Reply is the answer to a question, part by part.
type Reply struct {
	Version  string   `json:"version"`
	On       law.Date `json:"on"`
	Question string   `json:"question,omitempty"`
	// Rights says which right the holder has, and Judgement what is to be said of an
	// expression of interest that was made and of the authority.
	Rights    *right.Answer    `json:"rights,omitempty"`
	Judgement *right.Judgement `json:"judgement,omitempty"`
	Tests     *psm.Tests       `json:"tests,omitempty"`
	// Routes are the ways to a contract for a procurement that begins on RoutesOn, where it is
	// stated whether it is for health care; Reservation says whether this one may be reserved for the
	// bidder, and SocialValue judges the authority's duties before it begins.
	Routes      []route.Option     `json:"routes,omitempty"`
	RoutesOn    law.Date           `json:"routes_on,omitzero"`
	Reservation *route.Reservation `json:"reservation,omitempty"`
	SocialValue *law.Report        `json:"social_value,omitempty"`
	// InHouse judges whether the company is the authority's own, and Renewal whether Direct Award
	// Process C is open.
	InHouse *law.Report `json:"in_house,omitempty"`
	Renewal *law.Report `json:"renewal,omitempty"`
	// Transfer judges the checklists, and Deadlines are the days that follow from its day.
	Transfer  *law.Report         `json:"transfer,omitempty"`
	Deadlines []transfer.Deadline `json:"deadlines,omitempty"`
}

// Answer answers every part of a question by the figures given.
func (q *Question) Answer(l *Law) (*Reply, error) {
	if err := q.Check(); err != nil {
		return nil, fmt.Errorf("question: %w: %w", ErrQuestion, err)
	}
	out := &Reply{Version: law.Version, On: q.On, Question: q.Name}
	if err := q.answerMatter(out, &l.Rights); err != nil {
		return nil, err
	}
	var err error
	if b := q.Body.Ptr(); b != nil {
		if out.Tests, err = psm.Compare(b, q.On, &l.Tests); err != nil {
			return nil, fmt.Errorf("body: %w", err)
		}
	}
	if a := q.Award.Ptr(); a != nil {
		if err := q.answerAward(a, out, &l.Routes); err != nil {
			return nil, fmt.Errorf("award.%w", err)
		}
	}
	if c := q.InHouse.Ptr(); c != nil {
		out.InHouse = route.InHouse().Judge(c, &l.Routes, q.On, law.England)
	}
	if n := q.Renewal.Ptr(); n != nil {
		out.Renewal = route.DirectAwardC().Judge(n, &l.Routes, q.On, law.England)
	}
	if t := q.Transfer.Ptr(); t != nil {
		if out.Transfer, err = transfer.Judge(t, q.On, law.England, &l.Transfers); err != nil {
			return nil, fmt.Errorf("transfer.%w", err)
		}
		if on, ok := t.On.Get(); ok && t.Relevant.Or(false) {
			out.Deadlines = transfer.Deadlines(on, &l.Transfers)
		}
	}
	return out, nil
}

// answerMatter answers as at the day on which the service was asked for, where this is
// stated, and judges what happened since once an expression of interest was received.
func (q *Question) answerMatter(out *Reply, f *right.Figures) error {
	m := q.Matter.Ptr()
	if m == nil {
		return nil
	}
	on, was := m.Asked.Get()
	if !was {
		on = q.On
	}
	answer, err := right.Which(&m.Service, &m.Holder, &m.Authority, on, f)
	if err != nil {
		return fmt.Errorf("matter.%w", err)
	}
	if r, ok := q.Right.Get(); ok {
		for _, e := range answer.Rights {
			if e.Right == r {
				answer.Rights = []right.Entitlement{e}
				break
			}
		}
	}
	for i := range answer.Rights {
		if e := &answer.Rights[i]; len(e.Steps) > 0 { // with the days that follow from a decision
			e.Steps = right.Steps(e.Right, m, on, f)
		}
	}
	out.Rights = answer
	if was && q.Right.Or(right.Challenge) == right.Challenge && m.Made() {
		if out.Judgement, err = right.Judge(m, q.On, f); err != nil {
			return fmt.Errorf("matter.%w", err)
		}
	}
	return nil
}

func (q *Question) answerAward(a *route.Award, out *Reply, f *route.Figures) error {
	awarded, known := a.Contract.Awarded.Get()
	if !known { // asked ahead of an award: none comes before the procurement begins
		awarded = q.On
		if begun, ok := a.Contract.Begun.Get(); ok && begun.After(awarded) {
			awarded = begun
		}
	}
	var err error
	if health, ok := a.Contract.Health.Get(); ok {
		out.RoutesOn = a.Contract.Begun.Or(awarded)
		if out.Routes, err = route.Routes(health, out.RoutesOn); err != nil {
			return err
		}
	}
	if out.Reservation, err = route.MayReserve(a, awarded, f); err != nil {
		return err
	}
	out.SocialValue = route.SocialValue().Judge(a, f, awarded, law.England)
	return nil
}
