package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the participator fraction after the tax year of the disposal.
const (
	ParticipatorsInWindow law.Code = "employee.participators-in-withdrawal-years"
	ParticipatorsLater    law.Code = "employee.participators-later"
)

var excess = law.Table(
	rule{
		Code: ParticipatorsInWindow, Provision: gains("ss. 236O(2)(d), (7), 236R(5)", "236O"),
		Says:    "For the relief to be kept the participator fraction may not be more than 2/5 in the tax years in which a disqualifying event withdraws it, six months outside the trustees' reasonable control aside.",
		InForce: since(fullRegime), Event: disposedOn, Applies: disposes, Check: fractionInWindow,
		Remedy: "Bring the fraction back to no more than 2/5 within the time allowed; otherwise return the whole gain.",
	},
	rule{
		Code: ParticipatorsLater, Provision: gains("s. 236P(2)(d), (5)", "236P"),
		Says:    "For the trustees not to be treated as disposing of the shares the participator fraction may not be more than 2/5 after those tax years, six months outside the trustees' reasonable control aside.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: fractionLater,
		Remedy: "Bring the fraction back to no more than 2/5 within the time allowed; otherwise return the deemed disposal.",
	},
)

func fractionInWindow(c *kase) {
	if w, ok := WithdrawalWindow(c.On, c.Figures); ok {
		judgeExcess(c, w.First, w.Last, "in the tax years in which such an event withdraws the relief")
	}
}

func fractionLater(c *kase) {
	from := c.On // for disposals before 26 June 2014 from the acquisition (Finance Act 2014 Sch 37 para 3(d))
	if w, ok := WithdrawalWindow(c.On, c.Figures); ok {
		from = w.Last.AddDays(1)
	}
	judgeExcess(c, from, forever, "after the tax years in which it withdraws the relief")
}

// judgeExcess judges the fraction over a period so far as it has passed: what is still to
// come is no event yet.
func judgeExcess(c *kase, from, to law.Date, when string) {
	if to.After(c.AsAt) {
		to = c.AsAt
	}
	if from.After(to) {
		return
	}
	if s, ok := newSpan(c, from, to); ok {
		s.judge(func(*Headcount, int) (bool, bool) { return true, true }, when)
	}
}
