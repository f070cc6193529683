package legalform

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A prober holds one form to requirements.
type prober struct {
	form    Form
	on      law.Date
	in      law.Extent
	profile law.Profile
	plan    law.Plan
	sound   map[law.Code]bool // what the sample's draft breaches before anything is changed
	limits  []PaymentLimit
	fit     *Fit
}

func fitOf(r *Requirements, f Form, on law.Date, in law.Extent) (*Fit, error) {
	p := &prober{form: f, on: on, in: in, fit: &Fit{Form: f.FormID(), Title: f.FormTitle(), Outcome: law.Met}}
	var err error
	if p.profile, err = f.Describe(on); errors.Is(err, law.ErrNoForm) {
		p.exclude("available", Objection{Why: sentence(err)})
		return p.done(), nil
	} else if err != nil {
		return nil, err
	}
	if _, ok := p.profile.Existed(on, in); !ok {
		p.exclude("available", Objection{Why: sentence(p.profile.Exists(on, in))})
		return p.done(), nil
	}
	if x := p.profile.Reserved; x.Says != "" {
		p.ask("available", x.Says+" Are the founders such a body?", x.By)
	}
	p.plan = SamplePlan(on, in)
	p.plan.Members = max(p.plan.Members, int(p.profile.LeastMembers.Number.Or(0))) // the sample itself has enough
	if p.sound, _, err = p.breaches(p.plan); err != nil {
		return nil, err
	}
	if p.limits, err = paymentsOf(f, f.Draft(p.plan), on); err != nil {
		return nil, err
	}
	if err := p.numbers(r); err != nil {
		return nil, err
	}
	p.standing(r)
	p.payments(r)
	if r.StaffControl {
		if err := p.changed("staff_control", func(x *law.Plan) { x.StaffControl = law.Known(true) }); err != nil {
			return nil, err
		}
		p.answer("staff_control", &p.profile.StaffControl)
	}
	if r.FixedTermMembers {
		p.answer("fixed_term_members", &p.profile.FixedTerm)
	}
	return p.done(), nil
}

// sentence writes an error as one.
func sentence(err error) string {
	s := err.Error()
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// done draws the sum of what was found.
func (p *prober) done() *Fit {
	switch {
	case len(p.fit.Excluded) > 0:
		p.fit.Outcome = law.Breached
	case len(p.fit.Against)+len(p.fit.Unknown) > 0:
		p.fit.Outcome = law.Unknown
	}
	return p.fit
}

// exclude records an objection, once for a rule: statute excludes, anything else is against.
// An objection without a rule takes the code of the rule of
// its weight that cites the same provision.
func (p *prober) exclude(requirement string, x Objection) {
	x.Requirement = requirement
	if x.By.IsZero() { // what the law that a form is under has no place for
		x.By = p.profile.Under
	}
	if x.Rule == "" && !x.By.IsZero() {
		for m := range p.form.RuleList() {
			if m.Provision == x.By && m.Weight == x.Weight {
				x.Rule = m.Code
				break
			}
		}
	}
	list := &p.fit.Excluded
	if x.Weight != law.Statute {
		list = &p.fit.Against
	}
	same := func(y Objection) bool { return y.Requirement == requirement && y.Rule != "" && y.Rule == x.Rule }
	if !slices.ContainsFunc(*list, same) {
		*list = append(*list, x)
	}
}

func (p *prober) ask(requirement, question string, by law.Provision) {
	asked := func(q Question) bool { return q.Requirement == requirement && q.Question == question }
	if !slices.ContainsFunc(p.fit.Unknown, asked) {
		p.fit.Unknown = append(p.fit.Unknown, Question{requirement, question, by})
	}
}

// answer takes the profile's answer.
func (p *prober) answer(requirement string, a *law.Answer) {
	is, ok := a.Is.Get()
	switch {
	case !ok && a.Says == "":
		p.ask(requirement, "The form's profile does not say.", p.profile.Under)
	case !ok:
		p.ask(requirement, a.Says, a.By)
	case !is:
		p.exclude(requirement, Objection{By: a.By, Why: a.Says})
	}
}

// breaches lists the codes that a plan's draft breaches on its first day, with the findings.
func (p *prober) breaches(plan law.Plan) (map[law.Code]bool, []law.Finding, error) {
	rep, err := p.form.Judge(p.form.Draft(plan), p.on, p.in)
	if err != nil {
		return nil, nil, err
	}
	broken := map[law.Code]bool{}
	var findings []law.Finding
	for _, x := range rep.Findings {
		if x.Outcome == law.Breached {
			broken[x.Code] = true
			findings = append(findings, x)
		}
	}
	return broken, findings, nil
}

// changed judges a draft that differs from the sample in one point: what it breaches that
// the sample did not is against the form.
func (p *prober) changed(requirement string, change func(*law.Plan)) error {
	plan := p.plan
	change(&plan)
	_, findings, err := p.breaches(plan)
	if err != nil {
		return err
	}
	for _, x := range findings {
		if !p.sound[x.Code] {
			p.exclude(requirement, Objection{Rule: x.Code, Weight: x.Weight, By: x.Provision, Why: x.Message})
		}
	}
	return nil
}

// numbers are of people, and whether the body is for the community.
func (p *prober) numbers(r *Requirements) error {
	if n, ok := r.Members.Get(); ok {
		if err := p.changed("members", func(x *law.Plan) { x.Members = int(n) }); err != nil {
			return err
		}
		told := slices.ContainsFunc(p.fit.Excluded, func(x Objection) bool { return x.Requirement == "members" })
		if !told { // a form may have no rule on it that a draft could break
			p.least("members", n, &p.profile.LeastMembers)
		}
	}
	if n, ok := r.Directors.Get(); ok {
		p.least("directors", n, &p.profile.LeastDirectors)
	}
	if !r.ForCommunity.Stated() {
		return nil
	}
	return p.changed("for_community", func(x *law.Plan) { x.ForCommunity = r.ForCommunity })
}

func (p *prober) least(what string, n int64, l *law.Least) {
	least, ok := l.Number.Get()
	if !ok || n >= least {
		return
	}
	if l.Or != "" {
		p.ask(what, fmt.Sprintf("It needs at least %d %s, or %s: are there such?", least, what, l.Or), l.By)
		return
	}
	why := fmt.Sprintf("It needs at least %d %s.", least, what)
	p.exclude(what, Objection{By: l.By, Why: why})
}

// standing is what the body is in law.
func (p *prober) standing(r *Requirements) {
	if r.Incorporated {
		p.answer("incorporated", &p.profile.Incorporated)
	}
	if r.LimitedLiability {
		p.answer("limited_liability", &p.profile.Limited)
	}
	if r.Charity {
		p.charity(r)
	}
	lock := p.profile.Lock
	if r.AssetLock && lock == 0 {
		p.ask("asset_lock", "Does a law keep its assets for their purpose? None was read.", p.profile.Under)
	} else if r.AssetLock && !lock.ByLaw() {
		by, why := p.profile.LockBy, "Only its own rules can keep its assets for a purpose, and they can be changed."
		if lock == law.NoAssetLock {
			by, why = p.profile.Under, "No law keeps its assets for a purpose."
		}
		p.exclude("asset_lock", Objection{By: by, Why: why})
	}
	if r.Grants && !lock.ByLaw() {
		p.ask("grants", "No law keeps its assets for their purpose: does the funder ask for that, or accept rules of its own?", p.profile.LockBy)
	}
}

// charity excludes a form that cannot be one, and one that could if it were not also to pay
// profit to members.
func (p *prober) charity(r *Requirements) {
	x := Objection{By: p.profile.CharityBy, Why: "A body of this form cannot be a charity."}
	switch p.profile.Charity {
	case law.AlwaysCharity:
		return
	case law.NeverCharity:
	case law.MayBeCharity:
		if !r.Dividends && !r.OutsideInvestors && !r.Patronage {
			return
		}
		x.Why = "As a charity it is for charitable purposes only, and can pay no profit to members."
	default:
		p.ask("charity", "Can a body of this form be a charity?", p.profile.CharityBy)
		return
	}
	p.exclude("charity", x)
}

// payments are asked of Allow.
func (p *prober) payments(r *Requirements) {
	if r.OutsideInvestors {
		p.pays("outside_investors", law.Dividend, law.ShareInterest)
	}
	if r.Dividends {
		p.pays("dividends", law.Dividend)
	}
	if r.Patronage {
		p.pays("patronage", law.Patronage)
	}
	if r.StaffBonus {
		p.pays("staff_bonus", law.StaffBonus)
	}
}

// pays is met where one of the kinds may be paid, asks what stands in the way of an answer
// where there is none, and otherwise is excluded by the limit of each kind.
func (p *prober) pays(requirement string, kinds ...law.PaymentKind) {
	var none, open []PaymentLimit
	for _, l := range p.limits {
		switch {
		case !slices.Contains(kinds, l.Kind):
		case l.May() == law.Met:
			return
		case l.May() == law.Unknown:
			open = append(open, l)
		default:
			none = append(none, l)
		}
	}
	for _, l := range open {
		p.askOf(requirement, &l)
	}
	if len(open) > 0 {
		return
	}
	for _, l := range none {
		why := l.Why
		if why == "" {
			why = "none may be paid"
		}
		p.exclude(requirement, Objection{Rule: l.Rule, Weight: l.Weight, By: l.By, Why: l.Kind.String() + ": " + why + "."})
	}
}

func (p *prober) askOf(requirement string, l *PaymentLimit) {
	if l.Doubt != nil {
		p.ask(requirement, l.Doubt.Question, l.By)
	}
	for _, m := range l.Missing {
		question := m.Question
		if question == "" {
			question = "What is " + m.Path + "?"
		}
		p.ask(requirement, question, l.By)
	}
}
