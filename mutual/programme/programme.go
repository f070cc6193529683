package programme

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
)

// Bounds of a programme.
const (
	MaxMonths  = 480
	MaxCohort  = 10_000
	MaxTargets = 100
	// MaxCases is how many cases one run may have.
	MaxCases = 1 << 20
	// MaxStaff is the largest body.
	MaxStaff = 10_000_000
)

// A Programme is what is to be simulated.
type Programme struct {
	Name string `json:"name"`
	// First is the first day of the first month.
	First      law.Date            `json:"first"`
	Months     int                 `json:"months"`
	Seed       law.Fact[uint64]    `json:"seed"`
	Parameters evidence.Parameters `json:"parameters"`
	// Cohort are cases that are given; others arrive at the rate of the parameters.
	Cohort []Case `json:"cohort,omitempty"`
	// Opening are mutuals that trade when the programme begins.
	Opening law.Fact[Opening] `json:"opening,omitzero"`
	// Mentors is how many cases can be mentored at once, without limit where it is not stated.
	Mentors law.Fact[int] `json:"mentors,omitzero"`
	// Pool is how many public servants there are to leave, without limit where not stated.
	Pool    law.Fact[int64] `json:"pool,omitzero"`
	Targets []Target        `json:"targets,omitempty"`
}

// A Case is one that is given.
type Case struct {
	Name string `json:"name"`
	// Month is that of its expression of interest, from 0.
	Month int `json:"month"`
	// Staff is drawn where it is not stated.
	Staff law.Fact[int] `json:"staff,omitzero"`
	// Supported says that it has support without asking; where it is not stated, and where it
	// has not, it asks as any other.
	Supported law.Fact[bool] `json:"supported,omitzero"`
}

// An Opening is a stock of mutuals of one size.
type Opening struct {
	Bodies int `json:"bodies"`
	Staff  int `json:"staff"`
}

// A Target is a number of workers in mutuals at the end of a month, from 0.
type Target struct {
	People int64 `json:"people"`
	Month  int   `json:"month"`
}

// ErrProgramme is wrapped by complaints about programmes that cannot be; the error names the
// place.
var ErrProgramme = errors.New("not a programme")

// Read reads a programme strictly: every error names the place.
func Read(r io.Reader) (*Programme, error) {
	var p Programme
	if err := law.Decode(r, &p); err != nil {
		return nil, fmt.Errorf("programme: %w", err)
	}
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("programme: %w", err)
	}
	return &p, nil
}

// Check refuses what cannot be simulated.
func (p *Programme) Check() error {
	if err := p.check(); err != nil {
		return fmt.Errorf("%w: %w", ErrProgramme, err)
	}
	return nil
}

func (p *Programme) check() error {
	opening := p.Opening.Or(Opening{Bodies: 1, Staff: 1})
	mentors, pool := p.Mentors.Or(1), p.Pool.Or(1)
	switch {
	case p.First.IsZero():
		return errors.New("first: no day is given")
	case p.Months < 1 || p.Months > MaxMonths:
		return fmt.Errorf("months: %d is not 1 to %d", p.Months, MaxMonths)
	case !p.Seed.Stated():
		return errors.New("seed: none is given")
	case opening.Bodies < 1 || opening.Bodies > MaxCohort:
		return fmt.Errorf("opening.bodies: %d is not 1 to %d", opening.Bodies, MaxCohort)
	case opening.Staff < opening.Bodies || opening.Staff > MaxStaff:
		return fmt.Errorf("opening.staff: %d is not one for each body, to %d", opening.Staff, MaxStaff)
	case mentors < 0:
		return fmt.Errorf("mentors: %d is negative", mentors)
	case pool < 0:
		return fmt.Errorf("pool: %d is negative", pool)
	case len(p.Cohort) > MaxCohort:
		return fmt.Errorf("cohort: %d, where a programme may have %d", len(p.Cohort), MaxCohort)
	case len(p.Targets) > MaxTargets:
		return fmt.Errorf("targets: %d, where a programme may have %d", len(p.Targets), MaxTargets)
	}
	if err := p.Parameters.Check(); err != nil {
		return fmt.Errorf("parameters.%w", err)
	}
	if len(p.Cohort) == 0 && !p.Opening.Stated() && p.Parameters.Expressions.Value.Num() == 0 {
		return errors.New("cohort: none, where nothing arrives and nothing is there")
	}
	return p.checkLists()
}

func (p *Programme) checkLists() error {
	for i := range p.Cohort {
		c := &p.Cohort[i]
		switch staff := c.Staff.Or(1); {
		case c.Month < 0 || c.Month >= p.Months:
			return fmt.Errorf("%s: %d is not 0 to %d", law.Path("cohort", i, "month"), c.Month, p.Months-1)
		case i > 0 && c.Month < p.Cohort[i-1].Month:
			return fmt.Errorf("%s: %d is before the case listed before it", law.Path("cohort", i, "month"), c.Month)
		case staff < 1 || staff > MaxStaff:
			return fmt.Errorf("%s: %d is not 1 to %d", law.Path("cohort", i, "staff"), staff, MaxStaff)
		}
	}
	for i, t := range p.Targets {
		switch {
		case t.Month < 0 || t.Month >= p.Months:
			return fmt.Errorf("%s: %d is not 0 to %d", law.Path("targets", i, "month"), t.Month, p.Months-1)
		case t.People < 1:
			return fmt.Errorf("%s: %d is not one or more", law.Path("targets", i, "people"), t.People)
		}
	}
	return nil
}

// MonthOf returns the month of a day, from 0, and false for one outside the programme.
func (p *Programme) MonthOf(d law.Date) (int, bool) {
	y1, m1, _ := p.First.Civil()
	y2, m2, _ := d.Civil()
	n := 12*(y2-y1) + int(m2) - int(m1)
	return n, !d.Before(p.First) && n < p.Months
}

// DayOf returns the last day of a month.
func (p *Programme) DayOf(month int) law.Date { return p.First.AddMonths(month).EndOfMonth() }

// Assumptions lists what the model assumes beside its parameters.
func Assumptions() []string {
	return slices.Concat([]string{
		"Expressions of interest arrive at random, at a rate that only a mandate and imitation change.",
		"Imitation adds so many expressions a year for each mutual that trades.",
		"Support costs what a package costs, paid when it begins, and takes a mentor until the launch or the end; those who ask wait in the order in which they came.",
	}, onTheWay(), []string{
		"Staff grow as turnover does, once a year, from the launch on.",
		"A body that loses the core of its contract at a re-tender ends; the mutuals of the opening meet their first at random within one interval.",
		"Bodies live and die apart from each other.",
	})
}

// onTheWay is what is assumed of a case until it trades.
func onTheWay() []string {
	return []string{
		"A case that falls by the way does so at any point of it as likely as at another; its state follows from the usual months of each state.",
		"The odds to launch of a supported case are apart from those of a hold; a case that does not resume ends when the hold does.",
	}
}
