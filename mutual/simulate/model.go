package simulate

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// A model is a scenario made ready to be run. It does not change; workers share it.
type model struct {
	*Scenario
	*world
	plan  *surplus.Plan
	ruled []ruled
	// pays are the kinds of payment that the policy may make, in the order of their steps.
	pays []law.PaymentKind
	// looksBack says that in some year a limit may ask for the years before.
	looksBack bool
	// tells are the measures of a year, and happens the events that can happen.
	tells   []Measure
	happens []Event
	place   [len(events)]int // of each event in them, or -1
}

// ruled is the law of one year, as it bears on paths.
type ruled struct {
	batch *surplus.Batch
	// least is the fewest members that the form allows then; 0 where that is not known.
	least int64
}

// model makes a scenario ready. Scenarios of the same assumptions share a world.
func (s *Scenario) model(worlds map[*Assumptions]*world) (*model, error) {
	switch {
	case s.Name == "":
		return nil, fmt.Errorf("name: %w", errNone)
	case s.Organisation == nil || s.Organisation.Form == nil:
		return nil, fmt.Errorf("organisation: %w", errNone)
	case s.Assumptions == nil:
		return nil, fmt.Errorf("assumptions: %w", errNone)
	case s.Policy == nil:
		return nil, fmt.Errorf("policy: %w", errNone)
	}
	m := &model{Scenario: s}
	var err error
	if m.world = worlds[s.Assumptions]; m.world == nil {
		if m.world, err = s.Assumptions.world(); err != nil {
			return nil, fmt.Errorf("assumptions.%w", err)
		}
		worlds[s.Assumptions] = m.world
	}
	if m.plan, err = surplus.For(s.Organisation.Form, s.Organisation.Body, s.Policy); err != nil {
		return nil, err
	}
	for i := range s.Policy.Steps {
		for _, k := range s.Policy.Steps[i].Kinds {
			if !slices.Contains(m.pays, k) {
				m.pays = append(m.pays, k)
			}
		}
	}
	for y := range m.calendars {
		if err := m.rule(y); err != nil {
			return nil, fmt.Errorf("year %d: %w", y+1, err)
		}
	}
	m.tell()
	return m, nil
}

// rule reads the law of one year.
func (m *model) rule(y int) error {
	c := &m.calendars[y]
	money := m.world.money(c)
	compile := m.plan.CompileSums
	if m.compulsory() {
		compile = m.plan.CompileInDetail
	}
	batch, err := compile(&money)
	if err != nil {
		return err
	}
	r := ruled{batch: batch}
	m.looksBack = m.looksBack || batch.Alone()
	// A form that nobody could take any more still has members to count: no error.
	if p, err := m.Organisation.Form.Describe(c.declared); err == nil {
		r.least = p.LeastMembers.Number.Or(0)
	}
	m.ruled = append(m.ruled, r)
	return nil
}

// compulsory reports whether the policy has a step that must be made in full.
func (m *model) compulsory() bool {
	return slices.ContainsFunc(m.Policy.Steps, func(s surplus.Step) bool { return s.Must })
}

// money is what is known of a year's waterfall before any path is drawn: its dates, and
// which facts there will be.
func (w *world) money(c *calendar) surplus.Year {
	y := surplus.Year{Start: c.start, End: c.end, Declared: c.declared, BaseRate: w.a.BaseRate}
	if w.a.Members > 0 {
		y.Members = law.Known(int64(0))
	}
	if w.a.Pay > 0 {
		y.Pay = law.Known(law.Pence(0))
	}
	if w.a.MembersTrade.Stated() {
		y.Trade = law.Known(law.Pence(0))
	}
	if w.a.Hours.Stated() {
		y.Hours = law.Known(int64(0))
	}
	return y
}

// tell decides what a run tells of a year.
func (m *model) tell() {
	a := m.Assumptions
	m.tells = []Measure{Result, Cash, Reserves}
	if a.Withdrawable || len(a.Raised) > 0 {
		m.tells = append(m.tells, Capital)
	}
	if a.StaffGrowth.Num() != 0 || slices.ContainsFunc(a.Contracts, func(c Contract) bool { return c.Staff > 0 }) {
		m.tells = append(m.tells, Staff)
	}
	if a.Members > 0 && m.tables[iTurnover] != nil {
		m.tells = append(m.tells, Members)
	}
	for _, k := range m.pays {
		m.tells = append(m.tells, Paid(k))
	}
	for i, x := range [...]struct {
		event Event
		can   bool
	}{
		{OutOfCash, true},
		{NetLiabilities, true},
		{ContractLost, len(a.Contracts) > 0},
		{Inquorate, !a.Quorum.IsZero() && m.tables[iTurnout] != nil},
		{TooFewMembers, a.Members > 0},
		{WithdrawalsHeld, a.Withdrawable},
		{Compulsory, m.compulsory()},
		{Overflow, true},
	} {
		m.place[i] = -1
		if x.can {
			m.place[i] = len(m.happens)
			m.happens = append(m.happens, x.event)
		}
	}
}
