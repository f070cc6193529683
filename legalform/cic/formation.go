package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// A Formation is an application to form a new community interest company.
type Formation struct {
	// Delivered is the day on which the documents were delivered to the registrar.
	Delivered law.Fact[law.Date] `json:"delivered,omitzero"`
	// Limited is the kind of company to be formed.
	Limited law.Fact[Limited] `json:"limited,omitzero"`
	// CompanyDocuments: those that any new company must deliver (Companies Act 2006 s. 9).
	CompanyDocuments law.Fact[bool] `json:"company_documents,omitzero"`
	// Directors are the persons who are to be the first directors.
	Directors law.Fact[[]Signatory] `json:"directors,omitzero"`
	Decision  Decision              `json:"decision,omitzero"`
}

// A Signatory is a director, and what he signed or declared. It holds no name: findings
// point to its place in the list.
type Signatory struct {
	// Statement: he signed the community interest statement.
	Statement law.Fact[bool] `json:"statement,omitzero"`
	// Declaration: he declared that the company is not, or will not be, an excluded company.
	Declaration law.Fact[bool] `json:"declaration,omitzero"`
	// OnCharity: he declared that the company is not a charity, or that the consent it needs
	// was given. It is read of an existing company alone.
	OnCharity law.Fact[bool] `json:"on_charity,omitzero"`
}

// A Decision is the Regulator's, and what the registrar did on it.
type Decision struct {
	// WillSatisfy: the Regulator considers that the company will satisfy the community
	// interest test; NotExcluded: and that it is not an excluded company.
	WillSatisfy law.Fact[bool] `json:"will_satisfy,omitzero"`
	NotExcluded law.Fact[bool] `json:"not_excluded,omitzero"`
	// Registered: the registrar issued the certificate.
	Registered law.Fact[bool] `json:"registered,omitzero"`
}

// Codes of the rules on forming a community interest company.
const (
	FormationIncomplete law.Code = "cic.formation-incomplete"
	FormationUnsigned   law.Code = "cic.formation-unsigned"
	FormedWithGuarantee law.Code = "cic.formed-with-guarantee-and-shares"
	FormedUndecided     law.Code = "cic.formed-undecided"
)

var formationTable = law.Topic("formation",
	rule{
		Code: FormationIncomplete, Provision: act2004.At("s. 36(1)", "section/36"),
		Says:    "The prescribed formation documents must accompany those that any company to be formed must deliver.",
		InForce: inForce(), Event: formed, Applies: hasFormation, Check: companyDocuments,
		Remedy: "Deliver the documents for registering a company together with the application.",
	},
	rule{
		Code: FormationUnsigned, Provision: regs2005.At("reg 11", "regulation/11"),
		Says:    "Each person who is to be a first director must sign the community interest statement and declare that the company will not be an excluded company.",
		InForce: inForce(), Event: formed, Applies: hasFormation, Check: firstDirectorsSign,
		Remedy: "Have every first director sign the statement and make the declaration.",
	},
	rule{
		Code: FormedWithGuarantee, Provision: act2004.At("s. 26(2)", "section/26"),
		Says:    "Only a company limited by shares, or by guarantee and not having a share capital, may be formed as a community interest company.",
		InForce: inForce(), Event: formed, Applies: hasFormation, Check: formable,
		Remedy: "Form a company limited by shares, or by guarantee without share capital.",
	},
	rule{
		Code: FormedUndecided, Provision: act2004.At("ss. 36-36B, until 30 September 2009 s. 36(3)-(7)", "section/36"),
		Says:    "The registrar may not register the company unless the Regulator has decided that it will satisfy the community interest test and is not excluded.",
		InForce: inForce(), Event: formed, Applies: formationRegistered, Check: formedOnDecision,
		Remedy: "Await the Regulator's decision; a subscriber may appeal to the Appeal Officer against a refusal.",
	},
)

var formed = event{Path: "formation.delivered", Of: func(c *Company) law.Fact[law.Date] {
	if f := c.Formation.Ptr(); f != nil {
		return f.Delivered
	}
	return law.Fact[law.Date]{}
}}

func hasFormation(c *kase) bool { return c.Subject.Formation.Stated() }

func companyDocuments(c *kase) {
	mustBe(c, &c.Subject.Formation.Ptr().CompanyDocuments, true, "formation.company_documents",
		"The documents that any new company must deliver are not with the application.")
}

func firstDirectorsSign(c *kase) {
	allSign(c, &c.Subject.Formation.Ptr().Directors, "formation.directors", false)
}

// allSign requires every director's signature and declarations.
func allSign(c *kase, directors *law.Fact[[]Signatory], path string, onCharity bool) {
	list, ok := law.Need(c, directors, path)
	if ok && len(list) == 0 {
		c.Breach(path, "There is no director to sign.")
	}
	for i := range list {
		d := &list[i]
		signed(c, &d.Statement, path, i, "statement", "did not sign the community interest statement")
		signed(c, &d.Declaration, path, i, "declaration", "did not declare that the company is not an excluded company")
		if onCharity {
			signed(c, &d.OnCharity, path, i, "on_charity", "did not declare that the company is not a charity or that the consent it needs was given")
		}
	}
}

// signed writes the path of a director's act only where it is wanting.
func signed(c *kase, f *law.Fact[bool], list string, i int, field, what string) {
	if did, ok := f.Get(); !ok {
		c.Unknown(law.Path(list, i, field), "")
	} else if !did {
		c.Breach(law.Path(list, i, field), "Director %d %s.", i+1, what)
	}
}

func formable(c *kase) {
	if l, ok := law.Need(c, &c.Subject.Formation.Ptr().Limited, "formation.limited"); ok && l != ByShares && l != ByGuaranteeOnly {
		c.Breach("formation.limited", "The company to be formed is of the kind %q.", l)
	}
}

func formationRegistered(c *kase) bool {
	return hasFormation(c) && registered(c, &c.Subject.Formation.Ptr().Decision, "formation.decision.")
}

func registered(c *kase, d *Decision, at string) bool {
	done, ok := law.Need(c, &d.Registered, at+"registered")
	return ok && done
}

func formedOnDecision(c *kase) {
	onDecision(c, &c.Subject.Formation.Ptr().Decision, "formation.decision.")
}

func onDecision(c *kase, d *Decision, at string) {
	mustBe(c, &d.WillSatisfy, true, at+"will_satisfy", "The Regulator did not decide that the company will satisfy the community interest test.")
	mustBe(c, &d.NotExcluded, true, at+"not_excluded", "The Regulator did not decide that the company is not an excluded company.")
}
