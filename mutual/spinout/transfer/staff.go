package transfer

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of what is owed to employees and to the new employer.
const (
	InformationLate    law.Code = "transfer.information-late"
	InformationStale   law.Code = "transfer.information-stale"
	NotInformed        law.Code = "transfer.not-informed"
	NotConsulted       law.Code = "transfer.not-consulted"
	NotDirectly        law.Code = "transfer.not-directly"
	DismissedForIt2006 law.Code = "transfer.dismissed-for-it-2006"
	DismissedForIt     law.Code = "transfer.dismissed-for-it"
	VariedForIt2006    law.Code = "transfer.varied-for-it-2006"
	VariedForIt        law.Code = "transfer.varied-for-it"
)

const (
	dismissalIsUnfair    = "Give the employee the place back, or another sole or principal reason; an employee may claim unfair dismissal."
	variationHasNoEffect = "Keep to the terms as they were."
)

type (
	rule  = law.Rule[Transfer, Figures]
	kase  = law.Case[Transfer, Figures]
	event = law.Event[Transfer]
)

var (
	transferredOn = event{Path: "on", Of: func(t *Transfer) law.Fact[law.Date] { return t.On }}
	dismissedOn   = event{Path: "changes.dismissal_noticed", Of: func(t *Transfer) law.Fact[law.Date] { return earlier(t.Changes.Noticed, t.On) }}
	variedOn      = event{Path: "changes.variation_agreed", Of: func(t *Transfer) law.Fact[law.Date] { return earlier(t.Changes.Agreed, t.On) }}
)

// earlier is the day of a change, or that of the transfer where this was before it: the
// amendments of 2014 apply only where both are on or after 31 January 2014.
func earlier(change, transfer law.Fact[law.Date]) law.Fact[law.Date] {
	day, ok := change.Get()
	on, ok1 := transfer.Get()
	if ok && ok1 && on.Before(day) {
		return transfer
	}
	return change
}

var staff = law.Topic("employees",
	rule{
		Code: InformationLate, Provision: tupe2006.At("reg 11(1), (6)", "regulation/11"),
		Says:    "The transferor shall notify the transferee of the employee liability information not less than 28 days before the transfer (14 before 1 May 2014) or, if special circumstances make this not reasonably practicable, as soon as reasonably practicable.",
		InForce: inInformation, Event: transferredOn, Applies: mustInform, Check: informationInTime,
		Remedy: "Give the information at once: as a rule not less than £500 an employee is awarded.",
	},
	rule{
		Code: InformationStale, Provision: tupe2006.At("reg 11(3)", "regulation/11"),
		Says:    "Employee liability information shall be as at a specified date not more than fourteen days before it is notified.",
		InForce: inInformation, Event: transferredOn, Applies: wasInformed, Check: informationFresh,
		Remedy: "Give it anew as at a later day.",
	},
	rule{
		Code: NotInformed, Provision: tupe2006.At("reg 13(2)", "regulation/13"),
		Says:    "Long enough before a relevant transfer to enable consultation, the employer shall inform representatives of the transfer, its reasons and implications, and the measures envisaged.",
		InForce: inTUPE, Event: transferredOn, Applies: relevant, Check: informed,
		Remedy: "Inform the representatives: up to thirteen weeks' pay an employee may be awarded against both employers.",
	},
	rule{
		Code: NotConsulted, Provision: tupe2006.At("reg 13(6)", "regulation/13"),
		Says:    "An employer who envisages measures shall consult the representatives with a view to seeking their agreement.",
		InForce: inTUPE, Event: transferredOn, Applies: envisages, Check: consulted,
		Remedy: "Consult before measures are taken.",
	},
	rule{
		Code: NotDirectly, Provision: tupe2006.At("reg 13A", "regulation/13A"),
		Says:    "An employer may inform and consult employees directly only where there are no appropriate representatives, none were invited to be elected, and the employer or the transfer is small.",
		InForce: inDirect, Event: transferredOn, Applies: directly, Check: mayDirectly,
		Remedy: "Have representatives elected.",
	},
	rule{
		Code: DismissedForIt2006, Provision: tupe2006.At("reg 7(1), as it was", "regulation/7"),
		Says:    "A dismissal was unfair if its sole or principal reason was the transfer or a reason connected with it that was not an economic, technical or organisational one entailing changes in the workforce.",
		InForce: oldReasons, Event: dismissedOn, Applies: dismisses, Check: dismissal(TheTransfer, ConnectedWithIt),
		Remedy: dismissalIsUnfair, Successor: DismissedForIt,
	},
	rule{
		Code: DismissedForIt, Provision: tupe2006.At("reg 7(1)-(3A)", "regulation/7"),
		Says:    "A dismissal is unfair if its sole or principal reason is the transfer.",
		InForce: newReasons, Event: dismissedOn, Applies: dismisses, Check: dismissal(TheTransfer), Remedy: dismissalIsUnfair,
	},
	rule{
		Code: VariedForIt2006, Provision: tupe2006.At("reg 4(4)-(5), as it was", "regulation/4"),
		Says:    "A variation of a contract was void if its sole or principal reason was the transfer or a reason connected with it that was not an economic, technical or organisational one entailing changes in the workforce.",
		InForce: oldReasons, Event: variedOn, Applies: varies, Check: variation(TheTransfer, ConnectedWithIt),
		Remedy: variationHasNoEffect, Successor: VariedForIt,
	},
	rule{
		Code: VariedForIt, Provision: tupe2006.At("reg 4(4)-(5B)", "regulation/4"),
		Says:    "A variation of a contract is void if its sole or principal reason is the transfer, unless the terms of the contract permit it.",
		InForce: newReasons, Event: variedOn, Applies: varies, Check: variationUnlessPermitted, Remedy: variationHasNoEffect,
	},
)

func relevant(c *kase) bool {
	is, ok := law.Need(c, &c.Subject.Relevant, "relevant")
	return ok && is
}

// InformBy returns the last day on which liability information can be given in time for a
// transfer, and whether there was such a duty.
func InformBy(on law.Date, f *Figures) (law.Date, bool) {
	days, ok := f.InformationDays.At(on)
	if !ok {
		return law.Date{}, false
	}
	return law.DaysFrom(on, -days.Value), true
}

// mustInform reports whether the information was given, or its last day is over.
func mustInform(c *kase) bool {
	if !relevant(c) {
		return false
	}
	by, ok := InformBy(c.On, c.Figures)
	return !ok || c.Subject.Information.Given.Stated() || c.AsAt.After(by)
}

func informationInTime(c *kase) {
	const path = "liability_information.given"
	days, ok := law.Read(c, &c.Figures.InformationDays, c.On)
	given, ok1 := law.Need(c, &c.Subject.Information.Given, path)
	by, _ := InformBy(c.On, c.Figures)
	if !ok || !ok1 || !given.After(by) {
		return
	}
	special, ok := law.Ask(c, &c.Subject.Information.Special, "liability_information.special_circumstances", "Did special circumstances make it not reasonably practicable to give the information in time?")
	if ok && special {
		soon, ok := law.Ask(c, &c.Subject.Information.Soon, "liability_information.as_soon_as_practicable", "Was it then given as soon as was reasonably practicable?")
		special = !ok || soon
	}
	if ok && !special {
		c.Breach(path, "The information was given on %s; the last day was %s, %d days before the transfer of %s.", given.Long(), by.Long(), days, c.On.Long())
	}
}

func wasInformed(c *kase) bool { return relevant(c) && c.Subject.Information.Given.Stated() }

func informationFresh(c *kase) {
	given, ok := law.Need(c, &c.Subject.Information.Given, "liability_information.given")
	asAt, ok1 := law.Need(c, &c.Subject.Information.AsAt, "liability_information.as_at")
	age, ok2 := law.Read(c, &c.Figures.InformationAge, c.On)
	if ok && ok1 && ok2 && asAt.Before(law.DaysFrom(given, -age)) {
		c.Breach("liability_information.as_at", "The information of %s is as at %s, more than %d days before.", given.Long(), asAt.Long(), age)
	}
}

func informed(c *kase) {
	did, ok := law.Ask(c, &c.Subject.Consulting.Informed, "consultation.informed", "Were the representatives told of the transfer, its reasons, implications and measures long enough before it?")
	if ok && !did {
		c.Breach("consultation.informed", "The representatives were not told of the transfer long enough before it.")
	}
}

func envisages(c *kase) bool {
	if !relevant(c) {
		return false
	}
	does, ok := law.Need(c, &c.Subject.Consulting.Measures, "consultation.measures")
	return ok && does
}

func consulted(c *kase) {
	did, ok := law.Ask(c, &c.Subject.Consulting.Consulted, "consultation.consulted", "Were the representatives consulted with a view to seeking their agreement?")
	if ok && !did {
		c.Breach("consultation.consulted", "Measures are envisaged, and the representatives were not consulted with a view to agreement.")
	}
}

func directly(c *kase) bool {
	if !relevant(c) {
		return false
	}
	does, ok := law.Need(c, &c.Subject.Consulting.Directly, "consultation.directly")
	return ok && does
}

func mayDirectly(c *kase) {
	k := &c.Subject.Consulting
	if has, ok := law.Need(c, &k.Represented, "consultation.represented"); ok && has {
		c.Breach("consultation.represented", "The employees were asked directly, and there are appropriate representatives.")
	}
	if did, ok := law.Need(c, &k.Invited, "consultation.invited_to_elect"); ok && did {
		c.Breach("consultation.invited_to_elect", "The employees were asked directly, and they had been invited to elect representatives.")
	}
	small, ok := law.Read(c, &c.Figures.SmallEmployer, c.On)
	n, ok1 := law.Need(c, &k.Employees, "consultation.employees")
	if !ok || !ok1 || n < small {
		return
	}
	few, more := c.Figures.FewTransfer.At(c.On)
	if !more { // before 1 July 2024 only the employer's size counted
		c.Breach("consultation.employees", "The employees were asked directly by an employer of %d, where it must be fewer than %d.", n, small)
		return
	}
	if moving, ok := law.Need(c, &k.Transferring, "consultation.transferring"); ok && moving >= few.Value {
		c.Breach("consultation.employees", "The employees were asked directly by an employer of %d, of whom %d are to move, where it must be fewer than %d or %d.", n, moving, small, few.Value)
	}
}

// dismisses and varies need the transfer and its day too: the governing day is the earlier.
func dismisses(c *kase) bool { return changes(c, &c.Subject.Changes.Dismissed, "changes.dismissed") }

func varies(c *kase) bool { return changes(c, &c.Subject.Changes.Varied, "changes.varied") }

func changes(c *kase, f *law.Fact[bool], path string) bool {
	if !relevant(c) {
		return false
	}
	did, ok := law.Need(c, f, path)
	if !ok || !did {
		return false
	}
	_, ok = law.Need(c, &c.Subject.On, "on")
	return ok
}

func among(x Cause, list []Cause) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func dismissal(bad ...Cause) func(*kase) {
	return func(c *kase) {
		why, ok := law.Need(c, &c.Subject.Changes.Dismissal, "changes.dismissal_cause")
		if ok && among(why, bad) {
			c.Breach("changes.dismissal_cause", "An employee is dismissed, and the reason is %v.", why)
		}
	}
}

func variation(bad ...Cause) func(*kase) {
	return func(c *kase) {
		why, ok := law.Need(c, &c.Subject.Changes.Variation, "changes.variation_cause")
		if ok && among(why, bad) {
			c.Breach("changes.variation_cause", "Terms are varied, and the reason is %v.", why)
		}
	}
}

func variationUnlessPermitted(c *kase) {
	why, ok := law.Need(c, &c.Subject.Changes.Variation, "changes.variation_cause")
	if !ok || why != TheTransfer {
		return
	}
	if may, ok := law.Need(c, &c.Subject.Changes.Permitted, "changes.variation_permitted"); ok && !may {
		c.Breach("changes.variation_cause", "Terms are varied for the transfer, and the contract does not permit it.")
	}
}
