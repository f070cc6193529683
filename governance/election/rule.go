package election

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// ErrRule is wrapped by complaints about a rule or its parameters.
var ErrRule = errors.New("bad rule")

// A Rule is a way of counting, as a value: its name, its source and what it takes, and in
// the fields of its own type its parameters. A caller may vary a parameter, and the result
// says so. The rules are those of Rules; each has a function that returns it.
type Rule interface {
	// Describe says what the rule is.
	Describe() About
	// count counts; every stage goes through tally.record.
	count(t *tally) error
	// with returns the rule with parameters read from JSON.
	with(parameters []byte) (Rule, error)
}

// About says what a rule is. Rules embed it.
type About struct {
	// Name is how the command line and JSON call the rule: "scottish".
	Name string `json:"-"`
	// Title is what people call it.
	Title string `json:"-"`
	// Source cites where it is laid down.
	Source string `json:"-"`
	// Places is how many decimal places of a vote the rule counts in.
	Places Unit `json:"-"`
	// Several says that more than one may be elected; SingleWinner rules count for one seat,
	// whatever the ballots say.
	SingleWinner bool `json:"-"`
	// Takes says what papers it accepts, beside papers that rank each candidate in turn.
	Takes Takes `json:"-"`
}

// Describe returns the description itself.
func (a About) Describe() About { return a }

// Takes says what papers a rule accepts.
type Takes struct {
	// Equal accepts candidates ranked equal.
	Equal bool
	// Points accepts papers that give points, and OnlyPoints no others.
	Points     bool
	OnlyPoints bool
	// Order says that the order of papers matters: ballots must have kept it.
	Order bool
	// NoWeights refuses papers that count for part of a vote.
	NoWeights bool
}

// refusal says why ballots are not ones that the rule takes.
func (a *About) refusal(b *Ballots) error {
	var why string
	switch t := a.Takes; {
	case b.Scored() && !t.Points && !t.OnlyPoints:
		why = "its papers rank candidates, and these give points"
	case !b.Scored() && t.OnlyPoints:
		why = "its papers give points, and these rank candidates"
	case b.HasEqual() && !t.Equal:
		why = "a paper ranks two candidates equal"
	case t.Order && !b.Ordered():
		why = "the order of papers matters, and these were merged"
	case t.NoWeights && b.Unit() > 0:
		why = "a paper counts for part of a vote"
	default:
		return nil
	}
	return fmt.Errorf("%w: %s: %s", ErrBallots, a.Name, why)
}

// Rules lists the rules there are, by family.
func Rules() []Rule {
	return slices.Concat(
		[]Rule{FPTP(), Block(), Limited(1), SNTV(), Cumulative(), Approval(), Score(9)},
		[]Rule{AV(), Scottish(), ERS97(), NorthernIreland(), Irish(), WIGM(), Senate(), HareClark(), HareClarkACT()},
		[]Rule{MeekPRF(), MeekNZ()},
		[]Rule{Schulze(), SchulzeMargins(), RankedPairs()},
	)
}

// Lookup finds a rule by name.
func Lookup(name string) (Rule, error) {
	var names []string
	for _, r := range Rules() {
		if r.Describe().Name == name {
			return r, nil
		}
		names = append(names, r.Describe().Name)
	}
	return nil, fmt.Errorf("%w: there is no rule %.40q (there are %s)", ErrRule, name, strings.Join(names, ", "))
}

// Parameters returns the parameters of a rule as JSON.
func Parameters(r Rule) (json.RawMessage, error) { return json.Marshal(r) }

// WithParameters finds a rule by name and gives it parameters as Parameters wrote them.
// Those not named stay as they are; one that the rule does not have is refused.
func WithParameters(name string, parameters json.RawMessage) (Rule, error) {
	r, err := Lookup(name)
	if err != nil || len(parameters) == 0 {
		return r, err
	}
	return r.with(parameters)
}

// decode reads parameters over those a rule has.
func decode[R Rule](r R, parameters []byte) (Rule, error) {
	d := json.NewDecoder(bytes.NewReader(parameters))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return nil, fmt.Errorf("%w: parameters of %s: %w", ErrRule, r.Describe().Name, err)
	}
	return r, nil
}

// varied lists the parameters of a rule that are not those of the rule of its name:
// "marks: 2 in place of 1".
func varied(r Rule) ([]string, error) {
	usual, err := Lookup(r.Describe().Name)
	if err != nil || reflect.DeepEqual(r, usual) {
		return nil, err
	}
	var is, was map[string]json.RawMessage
	for _, x := range []struct {
		r  Rule
		to *map[string]json.RawMessage
	}{{r, &is}, {usual, &was}} {
		text, err := Parameters(x.r)
		if err == nil {
			err = json.Unmarshal(text, x.to)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: parameters of %s: %w", ErrRule, r.Describe().Name, err)
		}
	}
	var out []string
	for k, v := range is {
		if !bytes.Equal(v, was[k]) {
			out = append(out, fmt.Sprintf("%s: %s in place of %s", k, v, was[k]))
		}
	}
	slices.Sort(out)
	return out, nil
}
