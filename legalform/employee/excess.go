package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the participator fraction after the tax year of the disposal.
const (
	ParticipatorsInWindow law.Code = "employee.participators-in-withdrawal-years"
	ParticipatorsLater    law.Code = "employee.participators-later"
)

var excess = law.Topic("excess of participators later",
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
		if s := passed(c, w.First, w.Last); s != nil {
			s.judge(always, "in the tax years in which such an event withdraws the relief")
		}
	}
}

func fractionLater(c *kase) {
	if s := passed(c, laterFrom(c), forever); s != nil {
		s.judge(always, "after the tax years in which it withdraws the relief")
	}
}

// laterFrom is the day after the withdrawal years; for disposals before 26 June 2014, which
// have none, that of the acquisition (Finance Act 2014 Sch 37 para 3(d)).
func laterFrom(c *kase) law.Date {
	if w, ok := WithdrawalWindow(c.On, c.Figures); ok {
		return w.Last.AddDays(1)
	}
	return c.On
}

func always(*Headcount, int) (bool, bool) { return true, true }

// passed is the span of a period so far as it has passed: what is still to come is no event
// yet. It is nil where none of it has, or nothing is known of it.
func passed(c *kase, from, to law.Date) *span {
	if to.After(c.AsAt) {
		to = c.AsAt
	}
	if from.After(to) {
		return nil
	}
	s, _ := newSpan(c, from, to)
	return s
}
