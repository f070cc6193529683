package society

import "github.com/rochdale-go/rochdale/legalform/law"

// ModelAdmission is the admission of a member, or the exclusion of somebody from membership.
type ModelAdmission struct {
	On   law.Fact[law.Date] `json:"on,omitzero"`
	Born law.Fact[law.Date] `json:"born,omitzero"`
	// NaturalPerson is false for a body corporate, which has no age.
	NaturalPerson law.Fact[bool] `json:"natural_person,omitzero"`
	// WeeklyHours is how many a contract of employment is for; none is nothing.
	WeeklyHours law.Fact[int64] `json:"weekly_hours,omitzero"`
	// Shares is how many co-operative shares the member holds.
	Shares law.Fact[int64] `json:"shares,omitzero"`
	// Excluded: an employee was excluded, as newly appointed or for too few hours; Reasonable
	// and Equal are then asked: a reasonable probation, and the same for all employees.
	Excluded   law.Fact[bool] `json:"excluded,omitzero"`
	Reasonable law.Fact[bool] `json:"reasonable,omitzero"`
	Equal      law.Fact[bool] `json:"equal,omitzero"`
}

func admissionAsks(of func(*ModelAdmission) *law.Fact[bool], field, asks, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.ModelRules.Ptr().Admission.Ptr()) }, "model_rules.admission." + field, asks, true, otherwise,
	}
}

func excludesSomebody(c *kase) bool {
	if !follows(c, hasAdmission, SocietyModel, WorkerCompanyModel) {
		return false
	}
	is, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Admission.Ptr().Excluded, "model_rules.admission.excluded")
	return ok && is
}

func memberOfAge(c *kase) {
	x := c.Subject.ModelRules.Ptr().Admission.Ptr()
	if told(&x.NaturalPerson) == no || told(&x.Excluded) == yes {
		return
	}
	born, ok := law.Need(c, &x.Born, "model_rules.admission.born")
	age, ok1 := law.Read(c, &c.Figures.ModelMemberAge, c.On)
	if ok && ok1 && underAge(born, age, c.On) {
		c.Breach("model_rules.admission.born", "The person admitted on %s is not yet %d years old.", c.On.Long(), age)
	}
}

func memberEmployed(c *kase) {
	x := c.Subject.ModelRules.Ptr().Admission.Ptr()
	if told(&x.Excluded) == yes {
		return
	}
	hours, ok := law.Need(c, &x.WeeklyHours, "model_rules.admission.weekly_hours")
	least, ok1 := law.Read(c, &c.Figures.EmployeeHours, c.On)
	if ok && ok1 && hours < least {
		c.Breach("model_rules.admission.weekly_hours", "The person is employed for %d hours a week; a member must be for at least %d.", hours, least)
	}
}

func oneShare(c *kase) {
	if n, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Admission.Ptr().Shares, "model_rules.admission.shares"); ok && n > 1 {
		c.Breach("model_rules.admission.shares", "The member holds %d co-operative shares, where one is the most.", n)
	}
}
