package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Route is how a company is to cease to be a community interest company.
type Route uint8

// The routes that the law knows or that somebody might try.
const (
	BecomeCharity Route = iota + 1
	BecomeCIO
	BecomeSociety
	Dissolve
	BecomeOrdinaryCompany
	BecomeUnlimited
	BecomePartnership
)

var routes = []string{
	"", "charity", "charitable-incorporated-organisation", "registered-society", "dissolution",
	"ordinary-company", "unlimited-company", "limited-liability-partnership",
}

// String gives the JSON value.
func (r Route) String() string { return law.NameOf(routes, r) }

// MarshalText writes String.
func (r Route) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Route) UnmarshalText(b []byte) error {
	return law.ParseName(r, routes, b, "a way out")
}

// A Leaving is a company's ceasing to be a community interest company. The parts of it that
// another route asks for are not read.
type Leaving struct {
	Passage
	Route law.Fact[Route] `json:"route,omitzero"`
	// NewName is the name of what the company becomes.
	NewName law.Fact[string] `json:"new_name,omitzero"`

	// States, Alters and ChangesName: special resolutions state that the company is to cease
	// to be a community interest company, alter its articles, and change its name.
	States      law.Fact[bool] `json:"states,omitzero"`
	Alters      law.Fact[bool] `json:"alters,omitzero"`
	ChangesName law.Fact[bool] `json:"changes_name,omitzero"`
	// Charity is the charity law that it comes under; Statement, that the statement of that
	// law's authority goes with the application: of the Charity Commission, that it will be
	// a charity and not an exempt one; of the Scottish regulator, that it will be entered; of
	// the tax authority, for Northern Ireland, that it has claimed exemption.
	Charity   law.Fact[CharityUnder] `json:"charity,omitzero"`
	Statement law.Fact[bool]         `json:"statement,omitzero"`

	// Eligible: the Regulator decided that the company is eligible to cease being a community
	// interest company; Ceased: the new certificate was issued, or the new body registered.
	Eligible law.Fact[bool] `json:"eligible,omitzero"`
	Ceased   law.Fact[bool] `json:"ceased,omitzero"`

	Society SocietyTerms `json:"society,omitzero"`
	CIO     CIOTerms     `json:"cio,omitzero"`
}

// Codes of the rules on ceasing to be a community interest company, common to the routes
// or on becoming a charity.
const (
	NoWayOut             law.Code = "cic.no-way-out"
	LeavingBlocked       law.Code = "cic.leaving-blocked"
	LeavingIncomplete    law.Code = "cic.leaving-incomplete"
	EndingKept           law.Code = "cic.ending-kept"
	LeavingNotCarried    law.Code = "cic.leaving-not-carried"
	LeavingEarly1985     law.Code = "cic.leaving-early-1985"
	LeavingEarly         law.Code = "cic.leaving-early"
	LeavingLate          law.Code = "cic.leaving-late"
	NoCharityStatement   law.Code = "cic.no-charity-statement"
	LeftUndecided        law.Code = "cic.left-undecided"
	remedyEndMeasure              = "Wait until the measure has ended; until then the company is not eligible to cease being a community interest company."
	remedyResolveAnother          = "Pass the resolution that is missing."
)

var leavingTable = law.Topic("leaving",
	rule{
		Code: NoWayOut, Provision: act2004.At("s. 53", "section/53"),
		Says:    "A community interest company may not cease to be one except by dissolution, by becoming a charity, since 1 October 2009 by becoming a society with the prescribed lock, or since 1 January 2018 by becoming a charitable incorporated organisation.",
		InForce: inForce(), Event: leavingOn, Applies: hasLeaving, Check: wayOutOpen,
		Remedy: "Remain a community interest company, or take a way out that is open.",
	},
	rule{
		Code: LeavingBlocked, Provision: act2004.At("s. 55(2), until 30 September 2009 s. 55(4)", "section/55"),
		Says:    "A company is not eligible to cease being a community interest company while a measure of the Regulator that section 55(2) lists stands, or a petition to wind it up has been presented.",
		InForce: inForce(), Event: leavingOn, Applies: leavesByDecision, Check: nothingBlocks, Remedy: remedyEndMeasure,
	},
	rule{
		Code: LeavingIncomplete, Provision: act2004.At("s. 54(1)(a)", "section/54"),
		Says:    "The company must by special resolution state that it is to cease to be a community interest company, make such alterations of its articles as it considers appropriate, and change its name.",
		InForce: inForce(), Event: leavingPassed, Applies: toCharity, Check: leavesByAllThree, Remedy: remedyResolveAnother,
	},
	rule{
		Code: EndingKept, Provision: act2004.At("s. 54(1)(a)(iii)", "section/54"),
		Says:    "The name must be changed so that it does not comply with section 33.",
		InForce: inForce(), Event: leavingPassed, Applies: toCharity, Check: dropsEnding,
		Remedy: "Resolve on a name without the ending of a community interest company.",
	},
	rule{
		Code: LeavingNotCarried, Provision: act2004.At("s. 54(1)(a)", "section/54"),
		Says:    "Each resolution, to become a charity or a society, must be carried as a special resolution, by not less than 75% of the votes.",
		InForce: inForce(), Event: leavingPassed, Applies: toCharityOrSociety, Check: leavingCarried,
		Remedy: "Put the resolution to the members again.",
	},
	rule{
		Code: LeavingEarly1985, Provision: act2004.At("s. 54(3)-(5) as enacted", "section/54"),
		Says:    "Where a resolution alters the memorandum, copies must not be forwarded before the end of the period for objecting, or before the court has determined an objection.",
		InForce: until("2009-09-30"), Event: leavingPassed, Applies: toCharity, Check: leavesNotEarly,
		Remedy: remedyWait, Successor: LeavingEarly,
	},
	rule{
		Code: LeavingEarly, Provision: act2004.At("s. 54(1)(b), (2)-(4)", "section/54"),
		Says:    "The application may not be delivered while an application to cancel the resolutions may be made, or is before the court.",
		InForce: since("2009-10-01"), Event: leavingPassed, Applies: toCharity, Check: leavesNotEarly,
		Remedy: remedyWait,
	},
	rule{
		Code: LeavingLate, Provision: act2004.At("s. 54(3)", "section/54"),
		Says:    "Copies of the resolutions must be forwarded with the application within 15 days after the relevant date.",
		InForce: inForce(), Event: leavingPassed, Applies: toCharity, Check: leavesNotLate,
		Remedy: "Deliver them at once; the default is an offence of the company and its officers.",
	},
	rule{
		Code: NoCharityStatement, Provision: act2004.At("s. 54C(2), until 30 September 2009 s. 54(7)-(8A)", "section/54"),
		Says:    "The application must be accompanied by the statement of the Charity Commission that the company will be a charity and not an exempt one, of the Scottish Charity Regulator that it will be entered, or of the tax authority that it has claimed exemption.",
		InForce: inForce(), Event: leavingPassed, Applies: toCharity, Check: charityStates,
		Remedy: "Obtain the statement before applying.",
	},
	rule{
		Code: LeftUndecided, Provision: act2004.At("ss. 55-55A", "section/55"),
		Says:    "A company may cease to be a community interest company, otherwise than by dissolution, only on the Regulator's decision that it is eligible to.",
		InForce: inForce(), Event: leavingOn, Applies: hasCeased, Check: ceasedOnDecision,
		Remedy: "Await the decision; the company may appeal to the Appeal Officer against a refusal.",
	},
)

var leavingOn = event{Path: "leaving.applied", Of: func(c *Company) law.Fact[law.Date] {
	if l := c.Leaving.Ptr(); l != nil {
		return l.Applied
	}
	return law.Fact[law.Date]{}
}}

var leavingPassed = event{Path: "leaving.passed", Of: func(c *Company) law.Fact[law.Date] {
	if l := c.Leaving.Ptr(); l != nil {
		return l.Passed
	}
	return law.Fact[law.Date]{}
}}

func hasLeaving(c *kase) bool { return c.Subject.Leaving.Stated() }

func leavesBy(c *kase, open ...Route) bool {
	if !hasLeaving(c) {
		return false
	}
	route, ok := law.Need(c, &c.Subject.Leaving.Ptr().Route, "leaving.route")
	for _, r := range open {
		if ok && r == route {
			return true
		}
	}
	return false
}

func leavesByDecision(c *kase) bool   { return leavesBy(c, BecomeCharity, BecomeCIO, BecomeSociety) }
func toCharity(c *kase) bool          { return leavesBy(c, BecomeCharity) }
func toSociety(c *kase) bool          { return leavesBy(c, BecomeSociety) }
func toCIO(c *kase) bool              { return leavesBy(c, BecomeCIO) }
func toCharityOrSociety(c *kase) bool { return leavesBy(c, BecomeCharity, BecomeSociety) }

// waysOut are the routes that are open, and from when.
var waysOut = []struct {
	route Route
	from  law.Date
	by    law.Provision
}{
	{BecomeCharity, law.MustDate("2005-07-01"), act2004.At("ss. 53(a), 54-55A", "section/53")},
	{Dissolve, law.MustDate("2005-07-01"), act2004.At("s. 53", "section/53")},
	{BecomeSociety, law.MustDate("2009-10-01"), regs2009.At("reg 5", "regulation/5")},
	{BecomeCIO, law.MustDate("2018-01-01"), cio2017.At("regs 3-4", "regulation/4")},
}

// WayOut reports whether a company may cease to be a community interest company by a route
// on a day, and the provision that opens or closes it. There is no way back to an ordinary
// company, nor to an unlimited one or a partnership.
func WayOut(r Route, on law.Date) (bool, law.Provision) {
	for _, w := range waysOut {
		if w.route == r && !on.Before(w.from) {
			return true, w.by
		}
	}
	return false, s53
}

var s53 = act2004.At("s. 53", "section/53")

func wayOutOpen(c *kase) {
	route, ok := law.Need(c, &c.Subject.Leaving.Ptr().Route, "leaving.route")
	if open, by := WayOut(route, c.On); ok && !open {
		c.Breach("leaving.route", "A community interest company could not cease to be one by the route %q on %s (%v).", route, c.On.Long(), by)
	}
}

func nothingBlocks(c *kase) {
	measures, _ := law.Need(c, &c.Subject.Standing.Measures, "standing.measures")
	for i, m := range measures {
		c.Breach(law.Path("standing.measures", i, ""), "%s", m.Said())
	}
}

func leavesByAllThree(c *kase) {
	l := c.Subject.Leaving.Ptr()
	mustBe(c, &l.States, true, "leaving.states", "No special resolution states that the company is to cease to be a community interest company.")
	mustBe(c, &l.Alters, true, "leaving.alters", "No special resolution alters the articles.")
	mustBe(c, &l.ChangesName, true, "leaving.changes_name", "No special resolution changes the name.")
}

func dropsEnding(c *kase) {
	full, ok := law.Need(c, &c.Subject.Leaving.Ptr().NewName, "leaving.new_name")
	if e, reserved := ReservedEnding(full); ok && reserved {
		c.Breach("leaving.new_name", "The name %q still ends in %q.", full, e)
	}
}

func leavingCarried(c *kase) { carried(c, &c.Subject.Leaving.Ptr().Passage, "leaving.") }

func leavesNotEarly(c *kase) { leavesInTime(c, false) }

func leavesNotLate(c *kase) { leavesInTime(c, true) }

func leavesInTime(c *kase, late bool) {
	if l, ok := law.Need(c, &c.Subject.Standing.Limited, "standing.limited"); ok {
		filedInTime(c, &c.Subject.Leaving.Ptr().Passage, "leaving.", l, late)
	}
}

func charityStates(c *kase) {
	l := c.Subject.Leaving.Ptr()
	under, ok1 := law.Need(c, &l.Charity, "leaving.charity")
	stated, ok2 := law.Need(c, &l.Statement, "leaving.statement")
	switch {
	case !ok1 || !ok2:
	case under == NoCharity:
		c.Breach("leaving.charity", "The company is to become a charity, and is recorded as coming under no charity law.")
	case !stated:
		c.Breach("leaving.statement", "No statement goes with the application that the company will be a charity under the law of %s.", under)
	}
}

func hasCeased(c *kase) bool {
	if !leavesByDecision(c) {
		return false
	}
	ceased, ok := law.Need(c, &c.Subject.Leaving.Ptr().Ceased, "leaving.ceased")
	return ok && ceased
}

func ceasedOnDecision(c *kase) {
	mustBe(c, &c.Subject.Leaving.Ptr().Eligible, true, "leaving.eligible", "The Regulator did not decide that the company is eligible to cease being a community interest company.")
}
