package pathfinder

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

func reported(says string, ids ...string) evidence.Basis {
	return evidence.Basis{Standing: evidence.Reported, Sources: ids, Says: says}
}

// A Wave is an announcement of pathfinders.
type Wave struct {
	Number    int      `json:"number"`
	Announced law.Date `json:"announced"`
	Projects  int      `json:"projects"`
	evidence.Basis
}

// Waves lists the two announcements.
func Waves() []Wave {
	return []Wave{
		{1, law.MustDate("2010-08-12"), 12, reported("Announced by the Minister for the Cabinet Office.", "S1", "S2")},
		{2, law.MustDate("2011-02-02"), 9, evidence.Basis{Standing: evidence.Derived, Sources: []string{"S4", "A"}, Says: "21 in all, less the 12 of the first wave."}},
	}
}

// A Body has a part in the programme.
type Body struct {
	Name string `json:"name"`
	evidence.Basis
}

// Mentors lists the bodies that mentored pathfinders, free of charge: with no stake and no
// vote.
func Mentors() []Body {
	var out []Body
	for _, name := range []string{
		"John Lewis Partnership", "PwC", "KPMG", "Tribal", "Baxi Partnership", "Care and Share Associates",
		"Sunderland Home Care Associates", "Central Surrey Health", "Local Partnerships", "Godrevy", "Greenwich Leisure",
		"Office for Public Management", "Turning Point",
	} {
		out = append(out, Body{name, reported("", "S1")})
	}
	return append(out, Body{"Stepping Out", reported("", "A")})
}

// A Panel is a group of people set up to advise.
type Panel struct {
	Name  string   `json:"name"`
	SetUp law.Date `json:"set_up"`
	Chair string   `json:"chair"`
	Vice  string   `json:"vice_chair"`
	// From are the bodies that its members came from.
	From     []string       `json:"from"`
	Reported law.Date       `json:"reported"`
	Reviewed lifecycle.When `json:"reviewed"`
	// Asked is what it asked for.
	Asked string `json:"asked"`
	evidence.Basis
}

// Taskforce is the Mutuals Taskforce.
func Taskforce() Panel {
	return Panel{
		Name: "Mutuals Taskforce", SetUp: law.MustDate("2011-02-02"),
		Chair: "Julian Le Grand, London School of Economics", Vice: "Peter Marsh, Sheffield",
		From: []string{
			"Evolve YP", "Cabinet Office", "John Lewis Partnership", "Central Surrey Health", "Employee Ownership Association",
			"Social Enterprise UK", "Co-operatives UK", "New Schools Network",
		},
		Reported: law.MustDate("2012-06-25"), Reviewed: lifecycle.MustWhen("2013-07"),
		Asked: "Clear pathways and appeals.",
		Basis: reported("", "S4", "S77", "S65", "S73"),
	}
}

// A Purse is money for support.
type Purse struct {
	Name   string `json:"name"`
	Pounds int64  `json:"pounds"`
	// Package is what the support of one case cost at the rate observed, in pounds.
	Package int64 `json:"package"`
	evidence.Basis
}

// Fund is the Cabinet Office's fund of £10m, run as the Mutuals Support Programme. It was paid
// to advisers and not to the mutuals; what was spent in the end was not found.
func Fund() Purse {
	return Purse{
		Name: "Mutuals Support Programme", Pounds: 10_000_000, Package: 1_000_000 / 21,
		Basis: reported("£1m of it bought 21 packages by February 2013.", "A", "S61"),
	}
}

// Packages returns how many packages of support the money buys, and what is left.
func (p *Purse) Packages() (n, left int64) {
	if p.Package <= 0 || p.Pounds < 0 {
		return 0, p.Pounds
	}
	return p.Pounds / p.Package, p.Pounds % p.Package
}

// A Part is what a party in a role brings and risks.
type Part struct {
	Role lifecycle.Role `json:"role"`
	// Example is one that sources name, and Terms what the role comes to.
	Example string `json:"example"`
	Terms   string `json:"terms"`
	// Charities says that charities were expected in the role, or were in it.
	Charities bool `json:"charities,omitempty"`
	evidence.Basis
}

// Roles lists the parts that charities, firms and lenders have in spin-outs. Many charities
// were expected to be too wary of risk early on.
func Roles() []Part {
	return []Part{
		{lifecycle.Mentor, "John Lewis Partnership to 3BM; KPMG to Inclusion Healthcare", "Free, with no stake and no vote.", false, reported("", "S26", "S9")},
		{lifecycle.Partner, "Turning Point and Scope, named as partners of a council or a spin-out", "Shares the work, and loses it with the contract.", true, reported("", "A")},
		{lifecycle.JointVenturer, "Prospects 24.9% of 3BM; Equiniti 40% and then 51% of MyCSP", "A stake, a lock-in, an earn-in; what it can block turns at 25%, 50% and 75%.", false, reported("", "S6", "S80")},
		{lifecycle.ConsortiumMember, "Any charity", "Gives the same evidence of finance and capability as the lead; its unsuitability can sink the expression of interest.", true, reported("SI 2012/1313 and SI 2012/1647.", "S42", "S43")},
		{lifecycle.Subcontractor, "Any charity", "Gives the same evidence of finance and capability as the lead; its unsuitability can sink the expression of interest.", true, reported("SI 2012/1313 and SI 2012/1647.", "S42", "S43")},
		{lifecycle.Supplier, "Local charities in the supply chain", "A share of what the mutual spends, with the mutual's risk at a re-tender.", true, reported("", "A")},
		{lifecycle.Lender, "Unity Trust and Big Issue Invest, £4.2m to Sandwell Community Caring Trust; Big Issue Invest, £150,000 to Spiral Health", "Debt; security is limited by an asset lock.", false, reported("", "S93b", "S93c")},
		{lifecycle.Rival, "Greenwich Leisure's expression of interest to Lincolnshire", "Competes in the procurement that the expression of interest leads to.", true, reported("", "S44")},
	}
}

// Sceptics lists the doubts of 2011.
func Sceptics() []Body {
	return []Body{
		{"Ceri Jones, Social Enterprise Coalition", reported("Doubted the appetite.", "A")},
		{"C. Dearden-Phillips, Stepping Out", reported("Would settle for a third of a million.", "A")},
		{"Dan Gregory", reported("Feared that momentum would be lost for want of frameworks.", "A")},
	}
}

// Obstacles lists what was named as standing in the way.
func Obstacles() []evidence.Basis {
	return []evidence.Basis{
		reported("Funding to start up.", "A"), reported("Business support.", "A"), reported("The regime of procurement.", "A"),
		reported("No framework for the staff of councils.", "A"), reported("Support that was spread too thin at first.", "A"),
	}
}
