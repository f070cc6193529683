package spinout

import (
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
)

// Origin is a value of a case as text, with where it comes from.
type Origin struct {
	Path       string `json:"path"`
	Value      string `json:"value"`
	Source     string `json:"source,omitempty"`
	Assumption string `json:"assumption,omitempty"`
}

// Inputs lists every value of the case with its origin, in the order of the file: of the
// inputs that may be left out, those that are there.
func (c *Case) Inputs() iter.Seq[Origin] {
	return func(yield func(Origin) bool) {
		for in := range c.inputs() {
			if !yield(in.Origin) {
				return
			}
		}
		for i := range c.Contracts {
			x := &c.Contracts[i]
			if !yield(Origin{law.Path("contracts", i, ""), contractWords(x), x.Source, x.Assumption}) {
				return
			}
		}
		for _, name := range c.Drivers.Names() {
			d := c.Drivers[name]
			if !yield(Origin{"drivers." + name, distributionWords(&d), d.Source, d.Assumption}) {
				return
			}
		}
	}
}

// input is an Input of a case with its place in the file.
type input struct {
	Origin
	name  string // of the field
	index int    // in the list that the field is; -1 for one that is none
}

// inputs lists the fields that are an Input, a list of them, or an Input that is stated.
func (c *Case) inputs() iter.Seq[input] {
	return func(yield func(input) bool) {
		v := reflect.ValueOf(c).Elem()
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			give := func(in any, path string, index int) bool {
				d, ok := in.(describer)
				if !ok {
					return true
				}
				value, source, assumption := d.describe()
				return yield(input{Origin{path, value, source, assumption}, name, index})
			}
			switch field := v.Field(i).Interface().(type) {
			case law.Fact[Input[law.Pence]]:
				if in, ok := field.Get(); ok && !give(in, name, -1) {
					return
				}
			case law.Fact[Input[law.Ratio]]:
				if in, ok := field.Get(); ok && !give(in, name, -1) {
					return
				}
			case law.Fact[Input[simulate.Quorum]]:
				if in, ok := field.Get(); ok && !give(in, name, -1) {
					return
				}
			default:
				if !give(field, name, -1) {
					return
				}
			}
			if v.Field(i).Kind() != reflect.Slice {
				continue
			}
			for j := range v.Field(i).Len() {
				if !give(v.Field(i).Index(j).Interface(), law.Path(name, j, ""), j) {
					return
				}
			}
		}
	}
}

type describer interface {
	describe() (value, source, assumption string)
}

// valuesGiven refuses a file in which an input has an origin and yet no value, and a contract
// without its amount or the odds of its tender: nothing would be read as nought.
func valuesGiven(file []byte, c *Case) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(file, &raw); err != nil {
		return err
	}
	none := func(v json.RawMessage) bool { return len(v) == 0 || string(v) == "null" }
	for in := range c.inputs() {
		var given struct{ Value json.RawMessage }
		at := raw[in.name]
		if in.index >= 0 {
			var list []json.RawMessage
			if err := json.Unmarshal(at, &list); err != nil {
				return fmt.Errorf("%s: %w", in.name, err)
			}
			at = list[in.index]
		}
		if err := json.Unmarshal(at, &given); err != nil {
			return fmt.Errorf("%s: %w", in.Path, err)
		}
		if none(given.Value) {
			return fmt.Errorf("%s.value: none is given", in.Path)
		}
	}
	if len(c.Contracts) == 0 {
		return nil
	}
	var contracts []struct {
		Yearly, Lost json.RawMessage
	}
	if err := json.Unmarshal(raw["contracts"], &contracts); err != nil {
		return fmt.Errorf("contracts: %w", err)
	}
	for i := range contracts {
		if none(contracts[i].Yearly) {
			return fmt.Errorf("%s: none is given", law.Path("contracts", i, "yearly"))
		}
		if none(contracts[i].Lost) && c.Contracts[i].Term > 0 {
			return fmt.Errorf("%s: none is given, for a contract that is tendered", law.Path("contracts", i, "lost"))
		}
	}
	return nil
}

// contractWords says what a contract pays, when it ends and what goes with it.
func contractWords(c *simulate.Contract) string {
	s := fmt.Sprintf("%s: %v a year", c.Name, c.Yearly)
	if c.Uplift.Num() != 0 {
		s += fmt.Sprintf(", rising by %v a year", c.Uplift)
	}
	s += ", to " + c.Ends.Long()
	if c.Term > 0 {
		s += fmt.Sprintf(" and then for terms of %d months, each tender lost with odds of %v", c.Term, c.Lost)
	}
	if c.Costs > 0 || c.Staff > 0 {
		s += fmt.Sprintf("; with it go %v of yearly costs and %d staff", c.Costs, c.Staff)
	}
	return s
}

// distributionWords says what a driver draws from.
func distributionWords(d *simulate.Distribution) string {
	s := d.Kind.String()
	for _, x := range []struct {
		name  string
		value law.Fact[law.Ratio]
	}{
		{"", d.Value}, {"mean", d.Mean}, {"deviation", d.Deviation}, {"from", d.Low}, {"most often", d.Mode}, {"to", d.High},
	} {
		if v, ok := x.value.Get(); ok {
			s += strings.TrimRight(fmt.Sprintf(", %s %v", x.name, v), " ")
		}
	}
	for i, v := range d.Values {
		if i < len(d.Odds) {
			s += fmt.Sprintf(", %v with odds of %v", v, d.Odds[i])
		}
	}
	if n := len(d.Quantiles); n > 0 {
		s += fmt.Sprintf(", %d quantiles from %v by %v to %v", n, d.Quantiles[0], d.Quantiles[n/2], d.Quantiles[n-1])
	}
	return s
}
