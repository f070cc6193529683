package spinout

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// Schema is the version of the case file that this library reads.
const Schema = 1

// An Input is a value of a case with where it comes from.
type Input[T any] struct {
	Value T `json:"value"`
	// Source says who published the value. Empty for an assumption.
	Source string `json:"source,omitempty"`
	// Assumption says why the value was assumed, for one that nobody published.
	Assumption string `json:"assumption,omitempty"`
}

// Assumed reports whether the value is an assumption.
func (i Input[T]) Assumed() bool { return i.Source == "" }

// describe gives the value and its origin as text.
func (i Input[T]) describe() (value, source, assumption string) {
	return fmt.Sprint(i.Value), i.Source, i.Assumption
}

// A Case is a service that is to leave its parent body.
type Case struct {
	Schema  int    `json:"schema"`
	Name    string `json:"name"`
	Parent  string `json:"parent"`
	Service string `json:"service"`
	// In is the part of the kingdom.
	In law.Extent `json:"in"`

	Founded Input[law.Date]  `json:"founded"`
	Staff   Input[int]       `json:"staff"`
	Members Input[int]       `json:"members"`
	Capital Input[law.Pence] `json:"capital"`
	Locked  Input[string]    `json:"locked_body"`
	// ShareInterest is the highest rate of interest on shares that founders would declare,
	// in a form that pays it.
	ShareInterest Input[law.Ratio] `json:"share_interest"`
	// ForCommunity is the judgement that a reasonable person might consider the activities
	// to be for the benefit of the community.
	ForCommunity Input[bool] `json:"for_community"`

	Income       Input[law.Pence] `json:"income"`
	IncomeGrowth Input[law.Ratio] `json:"income_growth"`
	Costs        Input[law.Pence] `json:"costs"`
	CostGrowth   Input[law.Ratio] `json:"cost_growth"`
	StaffGrowth  Input[law.Ratio] `json:"staff_growth"`
	Opening      Input[law.Pence] `json:"opening_reserves"`
	Years        Input[int]       `json:"years"`
	// DeclaredAfter is how many months after the year's end payments are declared.
	DeclaredAfter Input[int]              `json:"declared_after_months"`
	Shocks        []Input[simulate.Shock] `json:"shocks,omitempty"`

	// Cash is the money on the first day, where it is not all of capital and opening reserves,
	// and Overdraft how far below nothing it may go.
	Cash      law.Fact[Input[law.Pence]] `json:"cash,omitzero"`
	Overdraft law.Fact[Input[law.Pence]] `json:"overdraft,omitzero"`
	// Pay is a year's pay of one employee, where Costs leave it out, and OnCosts what comes on
	// top of it; StickyVAT is the tax on Costs that cannot be recovered, as a part of them.
	Pay       law.Fact[Input[law.Pence]] `json:"pay,omitzero"`
	PayGrowth law.Fact[Input[law.Ratio]] `json:"pay_growth,omitzero"`
	OnCosts   law.Fact[Input[law.Ratio]] `json:"on_costs,omitzero"`
	StickyVAT law.Fact[Input[law.Ratio]] `json:"sticky_vat,omitzero"`
	// Recruiting is what it costs to replace an employee who leaves, and Joining the part of
	// those who come that become members.
	Recruiting law.Fact[Input[law.Pence]] `json:"recruiting,omitzero"`
	Joining    law.Fact[Input[law.Ratio]] `json:"joining,omitzero"`
	// Quorum is the least who must come to a year's general meeting; how many do is the driver
	// of turnout. WorkingCapital is what debtors owe, less what creditors are owed, as a part of
	// the year's income.
	Quorum         law.Fact[Input[simulate.Quorum]] `json:"quorum,omitzero"`
	WorkingCapital law.Fact[Input[law.Ratio]]       `json:"working_capital,omitzero"`
	// Contracts are income beside Income, and take their costs, which are beside Costs, with
	// them where they end. Their ends are those of a case that begins when it is founded.
	Contracts []simulate.Contract `json:"contracts,omitempty"`
	// Drivers are what may turn out otherwise. A case without them has one future.
	Drivers simulate.Drivers `json:"drivers,omitempty"`

	Tax    Input[law.Ratio]      `json:"tax"`
	Policy Input[[]surplus.Step] `json:"policy"`
}

// ErrCase is wrapped by complaints about a file that is JSON of the right shape and yet
// not a case.
var ErrCase = errors.New("not a case")

// Read reads a case file strictly: every error names the place.
func Read(r io.Reader) (*Case, error) {
	var c Case
	var file bytes.Buffer
	if err := law.Decode(io.TeeReader(r, &file), &c); err != nil {
		return nil, fmt.Errorf("case: %w", err)
	}
	err := c.Check()
	if err == nil {
		err = valuesGiven(file.Bytes(), &c)
	}
	if err != nil {
		return nil, fmt.Errorf("case: %w: %w", ErrCase, err)
	}
	return &c, nil
}

// Check refuses what no case can be; the error begins with the place.
func (c *Case) Check() error {
	switch {
	case c.Schema != Schema:
		return fmt.Errorf("schema: %d, where this library reads %d", c.Schema, Schema)
	case c.Name == "":
		return errors.New("name: none is given")
	case c.In == 0:
		return errors.New("in: the part of the kingdom is not given")
	case c.Founded.Value.IsZero():
		return errors.New("founded.value: no date is given")
	case c.Staff.Value < 1:
		return fmt.Errorf("staff.value: %d is not one or more", c.Staff.Value)
	case c.Members.Value < 1:
		return fmt.Errorf("members.value: %d is not one or more", c.Members.Value)
	}
	for in := range c.Inputs() {
		if in.Source == "" && in.Assumption == "" {
			return fmt.Errorf("%s: give its source, or say why it is assumed", in.Path)
		}
		if in.Source != "" && in.Assumption != "" {
			return fmt.Errorf("%s: it has a source, and is yet called an assumption", in.Path)
		}
	}
	if err := c.Assumptions(c.Founded.Value).Check(); err != nil {
		return err
	}
	if _, turnout := c.Drivers[simulate.Turnout]; c.Quorum.Stated() && !turnout {
		return errors.New("quorum: no driver says how many come: give drivers.turnout")
	}
	p := c.policy()
	if err := p.Check(); err != nil {
		return fmt.Errorf("policy.value: %w", err)
	}
	return nil
}
