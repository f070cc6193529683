package society

import "github.com/rochdale-go/rochdale/legalform/law"

// ModelRequisition is an application by members for a general meeting.
type ModelRequisition struct {
	// Delivered is the day on which it reached the registered office.
	Delivered  law.Fact[law.Date] `json:"delivered,omitzero"`
	Signatures law.Fact[int64]    `json:"signatures,omitzero"`
	Members    law.Fact[int64]    `json:"members,omitzero"`
	// Convened is the day on which the board convened the meeting, MeetingOn the day for
	// which it did. None says that the board convened none.
	Convened  law.Fact[law.Date] `json:"convened,omitzero"`
	MeetingOn law.Fact[law.Date] `json:"meeting_on,omitzero"`
	None      law.Fact[bool]     `json:"none_convened,omitzero"`
	// ByMembers is the day on which members convened one themselves, Callers how many did.
	ByMembers law.Fact[law.Date] `json:"convened_by_members,omitzero"`
	Callers   law.Fact[int64]    `json:"callers,omitzero"`
}

func membersCalled(m *ModelRules) bool {
	return m.Requisition.Stated() && m.Requisition.Ptr().ByMembers.Stated()
}

// answered says whether the board convened in time; untold where a fact is missing.
func answered(c *kase, x *ModelRequisition) answer {
	months, ok := law.Read(c, &c.Figures.CallMonths, c.On)
	weeks, ok1 := law.Read(c, &c.Figures.CallWeeks, c.On)
	if !ok || !ok1 {
		return untold
	}
	last := law.MonthsFrom(c.On, months)
	if !x.Convened.Stated() && !c.AsAt.After(last) {
		return yes // there is still time
	}
	if told(&x.None) == yes {
		return no
	}
	convened, ok := law.Need(c, &x.Convened, "model_rules.requisition.convened")
	day, ok1 := law.Need(c, &x.MeetingOn, "model_rules.requisition.meeting_on")
	switch {
	case !ok || !ok1:
		return untold
	case convened.After(last) || day.After(law.DaysFrom(c.On, 7*weeks)):
		return no
	}
	return yes
}

func requisitionAnswered(c *kase) {
	x := c.Subject.ModelRules.Ptr().Requisition.Ptr()
	signed, ok := law.Need(c, &x.Signatures, "model_rules.requisition.signatures")
	members, ok1 := law.Need(c, &x.Members, "model_rules.requisition.members")
	who, ok2 := law.Read(c, &c.Figures.ModelRequisition, c.On)
	if !ok || !ok1 || !ok2 || signed < who.Needs(members) {
		return
	}
	if answered(c, x) == no {
		c.Breach("model_rules.requisition.convened", "%d of %d members applied on %s, and the board did not convene a meeting in time.", signed, members, c.On.Long())
	}
}

func calledByMembers(c *kase) {
	x := c.Subject.ModelRules.Ptr().Requisition.Ptr()
	callers, ok := law.Need(c, &x.Callers, "model_rules.requisition.callers")
	least, ok1 := law.Read(c, &c.Figures.Callers, c.On)
	months, ok2 := law.Read(c, &c.Figures.CallMonths, c.On)
	if !ok || !ok1 || !ok2 {
		return
	}
	if callers < least {
		c.Breach("model_rules.requisition.callers", "%d members convened the meeting; at least %d must.", callers, least)
	}
	by, last := x.ByMembers.Or(law.Date{}), law.MonthsFrom(c.On, months)
	if !by.After(last) {
		c.Breach("model_rules.requisition.convened_by_members", "Members convened a meeting on %s; the board had until %s.", by.Long(), last.Long())
	} else if x.Convened.Stated() && answered(c, x) == yes {
		c.Breach("model_rules.requisition.convened_by_members", "Members convened a meeting, and the board had convened one in time.")
	}
}
