package spinout

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"

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

// valuesGiven refuses a file in which an input has an origin and yet no value: nothing would
// be read as nought.
func valuesGiven(file []byte, c *Case) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(file, &raw); err != nil {
		return err
	}
	for in := range c.Inputs() {
		name, place, isList := strings.Cut(in.Path, "[")
		if isList && place != "0]" {
			continue // the whole list was read at its first
		}
		inputs := make([]struct{ Value json.RawMessage }, 1)
		var err error
		if isList {
			err = json.Unmarshal(raw[name], &inputs)
		} else {
			err = json.Unmarshal(raw[name], &inputs[0])
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for i, given := range inputs {
			if len(given.Value) > 0 && string(given.Value) != "null" {
				continue
			}
			if isList {
				name = law.Path(name, i, "")
			}
			return fmt.Errorf("%s.value: none is given", name)
		}
	}
	return nil
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
	p := c.policy()
	if err := p.Check(); err != nil {
		return fmt.Errorf("policy.value: %w", err)
	}
	return nil
}

// Origin is a value of a case as text, with where it comes from.
type Origin struct {
	Path       string
	Value      string
	Source     string
	Assumption string
}

// Inputs lists every value of the case with its origin, in the order of the file.
func (c *Case) Inputs() iter.Seq[Origin] {
	return func(yield func(Origin) bool) {
		v := reflect.ValueOf(c).Elem()
		for i := range v.NumField() {
			tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if in, ok := v.Field(i).Interface().(describer); ok {
				if !yield(origin(tag, in)) {
					return
				}
			}
			if v.Field(i).Kind() != reflect.Slice {
				continue
			}
			for j := range v.Field(i).Len() {
				if in, ok := v.Field(i).Index(j).Interface().(describer); ok && !yield(origin(law.Path(tag, j, ""), in)) {
					return
				}
			}
		}
	}
}

type describer interface {
	describe() (value, source, assumption string)
}

func origin(path string, in describer) Origin {
	value, source, assumption := in.describe()
	return Origin{path, value, source, assumption}
}

// Plan is the case as founders would put it to a legal form.
func (c *Case) Plan(founded law.Date) law.Plan {
	return law.Plan{
		Name: c.Name, Founded: founded, In: c.In, Staff: c.Staff.Value, Members: c.Members.Value,
		Capital: c.Capital.Value, Locked: c.Locked.Value, Activity: c.Service, ForCommunity: law.Known(c.ForCommunity.Value),
		DeclaredInterest: law.Known(c.ShareInterest.Value),
	}
}

// Assumptions are the case's years ahead, from a first day on.
func (c *Case) Assumptions(first law.Date) *simulate.Assumptions {
	a := &simulate.Assumptions{
		FirstDay: first, Years: c.Years.Value, Income: c.Income.Value, IncomeGrowth: c.IncomeGrowth.Value,
		Costs: c.Costs.Value, CostGrowth: c.CostGrowth.Value, Staff: c.Staff.Value, StaffGrowth: c.StaffGrowth.Value,
		Capital: c.Capital.Value, Opening: c.Opening.Value, DeclaredAfter: c.DeclaredAfter.Value,
	}
	for _, s := range c.Shocks {
		a.Shocks = append(a.Shocks, s.Value)
	}
	return a
}

func (c *Case) policy() *surplus.Policy {
	return &surplus.Policy{Steps: c.Policy.Value, Tax: c.Tax.Value}
}
