package legalform

import (
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Requirements are what founders need of a form. What is false, or not stated, is not
// required: it is never a wish for the opposite.
type Requirements struct {
	// Members and Directors are how many there will be at most.
	Members   law.Fact[int64] `json:"members,omitzero"`
	Directors law.Fact[int64] `json:"directors,omitzero"`
	// ForCommunity is the founders' judgement whether a reasonable person might consider the
	// activities to be for the benefit of the community.
	ForCommunity law.Fact[bool] `json:"for_community,omitzero"`

	Incorporated     bool `json:"incorporated,omitempty"`
	LimitedLiability bool `json:"limited_liability,omitempty"`
	Charity          bool `json:"charity,omitempty"`
	AssetLock        bool `json:"asset_lock,omitempty"`
	Grants           bool `json:"grants,omitempty"`
	OutsideInvestors bool `json:"outside_investors,omitempty"`
	Dividends        bool `json:"dividends,omitempty"`
	Patronage        bool `json:"patronage,omitempty"`
	StaffBonus       bool `json:"staff_bonus,omitempty"`
	StaffControl     bool `json:"staff_control,omitempty"`
	FixedTermMembers bool `json:"fixed_term_members,omitempty"`
}

// A Want is one requirement of yes or no, with the question that asks for it.
type Want struct {
	Name     string
	Question string
	Required *bool
}

// Wants lists the requirements of yes or no, to be asked and set.
func (r *Requirements) Wants() []Want {
	return []Want{
		{"incorporated", "Must it be a person in law, apart from its members?", &r.Incorporated},
		{"limited_liability", "Must the liability of its members be limited?", &r.LimitedLiability},
		{"charity", "Must it be a charity?", &r.Charity},
		{"asset_lock", "Must the law itself, and not only its own rules, keep its assets for their purpose?", &r.AssetLock},
		{"grants", "Will it live partly on grants that ask that assets be kept for their purpose?", &r.Grants},
		{"outside_investors", "Will people who put in capital expect a return on their shares?", &r.OutsideInvestors},
		{"dividends", "Must it pay dividends on shares out of profits?", &r.Dividends},
		{"patronage", "Must it share surplus among members by their trade with it or work for it?", &r.Patronage},
		{"staff_bonus", "Must it pay bonuses to staff?", &r.StaffBonus},
		{"staff_control", "Must those who work for it have the majority of the votes?", &r.StaffControl},
		{"fixed_term_members", "Must membership be for a fixed term, and then end by itself?", &r.FixedTermMembers},
	}
}

// mostHeads bounds the numbers of members and directors.
const mostHeads = 1_000_000_000

// Check refuses requirements that cannot be, naming the place.
func (r *Requirements) Check() error {
	for _, n := range []struct {
		path string
		fact *law.Fact[int64]
	}{{"members", &r.Members}, {"directors", &r.Directors}} {
		if v, ok := n.fact.Get(); ok && (v < 0 || v > mostHeads) {
			return fmt.Errorf("%s: not a number of people: %d", n.path, v)
		}
	}
	return nil
}

// ReadRequirements reads requirements from JSON; an unknown member, or a number that cannot
// be, is an error with its place.
func ReadRequirements(r io.Reader) (*Requirements, error) {
	var got Requirements
	if err := law.Decode(r, &got); err != nil {
		return nil, fmt.Errorf("requirements: %w", err)
	}
	if err := got.Check(); err != nil {
		return nil, fmt.Errorf("requirements: %w", err)
	}
	return &got, nil
}

// A Fit is what became of one form: whether it fits what is required, and why not.
type Fit struct {
	Form  string `json:"form"`
	Title string `json:"title"`
	// Outcome is met for a form that fits, breached for one that a statute excludes, and
	// unknown where something is asked, or where only guidance or rules of the body's own are
	// against it.
	Outcome  law.Outcome `json:"outcome"`
	Excluded []Objection `json:"excluded,omitempty"`
	Against  []Objection `json:"against,omitempty"`
	Unknown  []Question  `json:"unknown,omitempty"`
}

// An Objection is a rule or provision by which a form does not meet a requirement.
type Objection struct {
	Requirement string `json:"requirement"`
	// Rule is the rule of the form's table, where one says it.
	Rule   law.Code      `json:"rule,omitempty"`
	Weight law.Weight    `json:"weight"`
	By     law.Provision `json:"by,omitzero"`
	Why    string        `json:"why"`
}

// A Question is what would have to be answered to know whether a requirement is met.
type Question struct {
	Requirement string        `json:"requirement"`
	Question    string        `json:"question"`
	By          law.Provision `json:"by,omitzero"`
}

// Choose holds each of the given forms (All, where none are given) to what founders require
// of a body formed on a date in a place (0 for anywhere), in the order of the forms. Each
// requirement is a probe that the form's law answers: by its profile, by what it allows a
// drafted body to pay, or by judging a draft that differs in that one point. Nothing is
// ranked. The error names what is wrong with the date or the requirements.
func Choose(r *Requirements, on law.Date, in law.Extent, forms ...Form) ([]Fit, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("choose: %w: on which day is it to be formed?", law.ErrDate)
	}
	if err := r.Check(); err != nil {
		return nil, fmt.Errorf("requirements: %w", err)
	}
	if len(forms) == 0 {
		forms = All()
	}
	fits := make([]Fit, 0, len(forms))
	for _, f := range forms {
		fit, err := fitOf(r, f, on, in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.FormID(), err)
		}
		fits = append(fits, *fit)
	}
	return fits, nil
}
