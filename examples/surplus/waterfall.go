package main

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// distribute puts the year's result through the policy, shares what goes to members among
// them, and judges the payments as the form's rules judge them.
func (c *kase) distribute() (*statement, error) {
	p := &c.plan
	body := c.form.Draft(law.Plan{
		Name: p.Name, Founded: p.Founded, In: p.In, Staff: int(c.accounts.Staff), Members: c.members.Len(), Capital: p.Capital,
		Activity: "its business", ForCommunity: law.Known(true), DeclaredInterest: p.Interest, Locked: "a body with the same lock",
	})
	year := surplus.Year{
		Start: c.accounts.Start, End: c.accounts.End, Declared: p.Declared,
		Result: c.accounts.Result, Capital: p.Capital, Staff: int(c.accounts.Staff), Funds: p.Funds,
		Outside: p.Outside, HighestCapital: p.HighestCapital, Debts: p.Debts, BaseRate: p.BaseRate, Rates: p.Rates,
	}
	var err error
	if year.Opening, err = c.opening(); err != nil {
		return nil, err
	}
	c.setRoom()
	settled, err := surplus.Settle(c.form, body, year, &p.Policy, c.members)
	if err != nil {
		return nil, err
	}
	s := &statement{
		Name: p.Name, Statement: settled.Statement, Opening: year.Opening, Turnover: c.accounts.Turnover,
		Registered: c.accounts.Members, Members: c.members.Len(), plan: p, settled: settled,
	}
	s.share()
	s.Sources = append(s.sources(), c.origin...)
	s.Where = s.where()
	s.Findings, err = c.found(body, settled.Outcome)
	return s, err
}

// found lists what the payments break of the form's rules that was not broken before.
func (c *kase) found(body any, out *surplus.Outcome) (list []law.Finding, err error) {
	p := &c.plan
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
			list = append(list, f)
		}
	}
	return list, nil
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

// setRoom tells the terms how much more in shares a member of a society may take up; other
// forms set no limit.
func (c *kase) setRoom() {
	if id := c.form.FormID(); id != "co-operative-society" && id != "community-benefit-society" {
		return
	}
	figures, on := society.Enacted(), c.plan.Declared
	room := func(i int) law.Pence {
		a := society.SharesRoom(&figures, society.Holding{
			Withdrawable: law.Known(c.members.Member(i).Capital), NonWithdrawable: law.Known[law.Pence](0), Exempt: law.Known(society.NotExempt),
		}, on)
		return a.Cap(law.MaxPence)
	}
	for i := range c.plan.Policy.Steps {
		if t := c.plan.Policy.Steps[i].Terms; t != nil && t.InShares.Num() > 0 {
			t.Room = room
		}
	}
}
