package main

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// distribute puts the year's result through the policy, shares the pool among the members,
// and judges the payments as the form's rules judge them.
func (c *kase) distribute() (*statement, error) {
	p := &c.plan
	body := c.form.Draft(law.Plan{
		Name: p.Name, Founded: p.Founded, In: p.In, Staff: int(c.accounts.Staff), Members: c.members.Len(), Capital: p.Capital,
		Activity: "its business", ForCommunity: law.Known(true), DeclaredInterest: p.Interest, Locked: "a body with the same lock",
	})
	year := surplus.Year{
		Start: c.accounts.Start, End: c.accounts.End, Declared: p.Declared,
		Result: c.accounts.Result, Capital: p.Capital, Staff: int(c.accounts.Staff),
	}
	var err error
	if year.Opening, err = c.opening(); err != nil {
		return nil, err
	}
	out, err := surplus.Distribute(c.form, body, year, &p.Policy)
	if err != nil {
		return nil, err
	}
	s := &statement{
		Name: p.Name, Form: c.form.FormID(), Start: year.Start, End: year.End, Declared: p.Declared, Opening: year.Opening,
		Result: out.Result, Tax: out.Tax, Kept: out.Kept, Turnover: c.accounts.Turnover, Registered: c.accounts.Members, Members: c.members.Len(),
		plan: p, origin: c.origin,
	}
	var pool law.Pence
	for _, l := range out.Lines {
		s.Steps = append(s.Steps, step{Name: l.Step.Name, Kind: l.Kind, Wanted: l.Wanted, Paid: l.Paid, Why: why(&l)})
		if l.Step.Name == p.Pool {
			s.Refused = l.Paid == 0 && len(l.Refused) > 0
			pool = l.Paid
		}
	}
	terms := p.Terms
	terms.Room = c.room(p.Declared)
	if terms.On.IsZero() {
		terms.On = year.End
	}
	if pool == 0 {
		terms.Rate = law.Fact[law.Ratio]{} // nothing pays no rate
	}
	sharing, err := surplus.Among(pool, c.members, &terms)
	if err != nil {
		return nil, err
	}
	s.Sharing = *sharing
	s.Where = s.where()

	proposed, err := c.form.Propose(body, &out.Books, out.Payments)
	if err != nil {
		return nil, err
	}
	before, err := c.form.Judge(body, p.Declared, p.In)
	if err != nil {
		return nil, err
	}
	after, err := c.form.Judge(proposed, p.Declared, p.In)
	if err != nil {
		return nil, err
	}
	for _, f := range after.Findings {
		if was, _ := before.Outcome(f.Code); f.Outcome == law.Breached && was != law.Breached {
			s.Findings = append(s.Findings, f)
		}
	}
	return s, nil
}

// opening is the accumulated profit brought forward: as the policy states it, or else the
// members' funds at the end of the year before, less share capital.
func (c *kase) opening() (law.Pence, error) {
	if p, ok := c.plan.Opening.Get(); ok {
		return p, nil
	}
	funds, ok := c.accounts.Before.Get()
	if !ok {
		return 0, fmt.Errorf("the accounts have no year before that to %v: state the opening profit in the policy", c.accounts.End)
	}
	return funds - c.plan.Capital, nil
}

// room is how much more in shares a member of a society may take up; other forms set no limit.
func (c *kase) room(on law.Date) func(int) law.Pence {
	if id := c.form.FormID(); c.plan.Terms.InShares.Num() == 0 || id != "co-operative-society" && id != "community-benefit-society" {
		return nil
	}
	figures := society.Enacted()
	return func(i int) law.Pence {
		a := society.SharesRoom(&figures, society.Holding{
			Withdrawable: law.Known(c.members.Member(i).Capital), NonWithdrawable: law.Known[law.Pence](0), Exempt: law.Known(society.NotExempt),
		}, on)
		return a.Cap(law.MaxPence)
	}
}

// why says what allowed less than was wanted.
func why(l *surplus.Line) string {
	if l.Paid >= l.Wanted || len(l.Refused) == 0 {
		return ""
	}
	a := &l.Refused[len(l.Refused)-1].Allowance
	switch {
	case a.Binding != "":
		return fmt.Sprintf("%s: %s", a.Binding, a.Provision)
	case a.Why != "":
		return a.Why
	}
	return "a fact is missing"
}
