package psm

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the limbs of the two tests.
const (
	PolicyOrigin   law.Code = "psm.policy-origin"
	PolicyServices law.Code = "psm.policy-services"
	PolicyImpact   law.Code = "psm.policy-impact"
	PolicyControl  law.Code = "psm.policy-control"
	PolicyQuarter  law.Code = "psm.policy-quarter"
	Purpose        law.Code = "psm.purpose"
	Profit         law.Code = "psm.profit"
	Control        law.Code = "psm.control"
)

type (
	rule = law.Rule[Body, Figures]
	kase = law.Case[Body, Figures]
)

var (
	procurement2023 = law.Instrument{Title: "Procurement Act 2023 (c. 54)", Path: "ukpga/2023/54"}
	cabinetOffice   = law.Instrument{Title: "Cabinet Office, start a public service mutual: the process", URL: "https://www.gov.uk/guidance/start-a-public-service-mutual-the-process"}
	department      = law.Instrument{Title: "Department for Digital, Culture, Media and Sport, Mutuals Support Programme 2", URL: "https://www.gov.uk/guidance/mutuals-support-programme-2"}
	adviser         = law.Instrument{Title: "Baxendale, What is a public service mutual?"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

const (
	// programmeBegan is the day on which the pathfinders were announced. No source gives the
	// day on which the wording of the policy test was settled; it is not asked of bodies before.
	programmeBegan = "2010-08-12"
	actBegan       = "2025-02-24" // SI 2024/716 reg 2(2), as amended by SI 2024/959
)

var (
	inPolicy = []law.Window{law.From(programmeBegan, law.England)}
	inForce  = []law.Window{law.From(actBegan, law.England)}
)

// Figures are the dated figures of the tests. Enacted returns them as the law stands.
type Figures struct {
	// ImpactAsked says whether the policy test asks for positive social impact.
	ImpactAsked law.History[bool]
	// Quarter is the part that employees own in one adviser's reading of the policy test.
	Quarter law.History[law.Ratio]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	from := law.MustDate(programmeBegan)
	return Figures{
		ImpactAsked: law.Since("psm.impact_asked", "whether the policy test asks for it", law.Entry[bool]{
			From: from, Value: true, By: department.At("", ""), Checked: checked,
		}.InDoubt("The department added positive social impact to the test, and no source gives the day: was it asked?", false)),
		Quarter: law.Since("psm.quarter", "of the ownership, at least", law.Entry[law.Ratio]{
			From: from, Value: law.Per(1, 4), By: adviser.At("", ""), Checked: checked,
		}),
	}
}

// PolicyRules returns the policy test, and StatutoryRules the statutory one, read-only.
func PolicyRules() *law.Rules[Body, Figures] { return policy }

// StatutoryRules returns the statutory test, read-only.
func StatutoryRules() *law.Rules[Body, Figures] { return statutory }

var policy = law.Topic("policy test",
	rule{
		Code: PolicyOrigin, Provision: cabinetOffice.At("", ""), Weight: law.Guidance,
		Says:    "A public service mutual has left the public sector.",
		InForce: inPolicy, Check: leftPublicSector, Remedy: "None: a body that began elsewhere does not pass the policy test.",
	},
	rule{
		Code: PolicyServices, Provision: cabinetOffice.At("", ""), Weight: law.Guidance,
		Says:    "A public service mutual still delivers public services.",
		InForce: inPolicy, Check: deliversServices, Remedy: "Deliver public services.",
	},
	rule{
		Code: PolicyImpact, Provision: department.At("", ""), Weight: law.Guidance,
		Says:    "The services of a public service mutual have positive social impact.",
		InForce: inPolicy, Check: hasImpact, Remedy: "Show the social impact of the services.",
	},
	rule{
		Code: PolicyControl, Provision: cabinetOffice.At("", ""), Weight: law.Guidance,
		Says:    "Staff control is embedded in a public service mutual, or staff have significant influence.",
		InForce: inPolicy, Check: staffInfluence, Remedy: "Give staff a part in ownership or governance.",
	},
	rule{
		Code: PolicyQuarter, Provision: adviser.At("", ""), Weight: law.Practice,
		Says:    "One adviser reads significant influence as at least a quarter of the ownership for employees.",
		InForce: inPolicy, Check: staffQuarter, Remedy: "Let employees own a quarter.",
	},
)

var statutory = law.Topic("statutory test",
	rule{
		Code: Purpose, Provision: procurement2023.At("s. 33(6)(a)", "section/33"),
		Says:    "A public service mutual operates for the purpose of delivering public services and mainly for the purpose of delivering one or more reservable light touch services.",
		InForce: inForce, Check: purpose, Remedy: "Operate for public services, and mainly for those that may be reserved.",
	},
	rule{
		Code: Profit, Provision: procurement2023.At("s. 33(6)(b)", "section/33"),
		Says:    "A public service mutual is run on a not-for-profit basis or provides for the distribution of profits only to members.",
		InForce: inForce, Check: profit, Remedy: "Run it not for profit, or let profits go only to members.",
	},
	rule{
		Code: Control, Provision: procurement2023.At("s. 33(6)(c)", "section/33"),
		Says:    "A public service mutual is under the management and control of its employees.",
		InForce: inForce, Check: control, Remedy: "Put management and control with the employees.",
	},
)

func leftPublicSector(c *kase) {
	if left, ok := law.Need(c, &c.Subject.LeftPublicSector, "left_public_sector"); ok && !left {
		c.Breach("left_public_sector", "The body did not come out of the public sector.")
	}
}

func deliversServices(c *kase) {
	if does, ok := law.Need(c, &c.Subject.PublicServices, "public_services"); ok && !does {
		c.Breach("public_services", "The body delivers no public services.")
	}
}

// hasImpact reads the doubtful figure only where impact is denied: where there is some, the
// limb is met whether or not it was asked for.
func hasImpact(c *kase) {
	has, ok := law.Ask(c, &c.Subject.SocialImpact, "social_impact", "Have the services positive social impact?")
	if !ok || has {
		return
	}
	if asked, ok := law.Read(c, &c.Figures.ImpactAsked, c.On); ok && asked {
		c.Breach("social_impact", "The services have no positive social impact.")
	}
}

func staffInfluence(c *kase) {
	has, ok := law.Ask(c, &c.Subject.StaffInfluence, "staff_influence", "Is staff control embedded in the body, or have staff significant influence?")
	if ok && !has {
		c.Breach("staff_influence", "Staff control is not embedded in the body, nor have staff significant influence.")
	}
}

func staffQuarter(c *kase) {
	own, ok := law.Need(c, &c.Subject.StaffOwn, "staff_own")
	least, ok1 := law.Read(c, &c.Figures.Quarter, c.On)
	if ok && ok1 && own.Cmp(least) < 0 {
		c.Breach("staff_own", "Employees own %v of the body, which is less than %v.", own, least)
	}
}

func purpose(c *kase) {
	if does, ok := law.Need(c, &c.Subject.ForServices, "for_public_services"); ok && !does {
		c.Breach("for_public_services", "The body does not operate for the purpose of delivering public services.")
	}
	mainly, ok := law.Ask(c, &c.Subject.MainlyReservable, "mainly_reservable", "Does the body operate mainly for delivering light-touch services that may be reserved?")
	if ok && !mainly {
		c.Breach("mainly_reservable", "The body does not operate mainly for delivering services that may be reserved.")
	}
}

// profit is met by either of two: where one is so, the other is not asked for.
func profit(c *kase) {
	b := c.Subject
	if b.NotForProfit.Or(false) || b.ProfitsToMembers.Or(false) {
		return
	}
	_, ok := law.Need(c, &b.NotForProfit, "not_for_profit")
	_, ok1 := law.Need(c, &b.ProfitsToMembers, "profits_only_to_members")
	if ok && ok1 {
		c.Breach("profits_only_to_members", "The body is run for profit, and its profits may go to others than members.")
	}
}

func control(c *kase) {
	has, ok := law.Ask(c, &c.Subject.EmployeesControl, "employees_control", "Is the body under the management and control of its employees?")
	if ok && !has {
		c.Breach("employees_control", "The body is not under the management and control of its employees.")
	}
}
