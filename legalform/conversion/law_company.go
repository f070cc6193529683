package conversion

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/charity"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// companies: re-registration under Part 7 of the Companies Act 2006, whose section 89 closes
// the list; becoming a charity; and passing to the trustees of an employee-ownership trust.
func (f *figures) companies() (out []Edge) {
	s90, s97 := companies2006.At("s. 90", "section/90"), companies2006.At("s. 97", "section/97")
	least := on(&f.cic.PublicCapital, startNewCIC)
	out = append(out, join(only(LimitedByShares), only(PublicLimited), Edge{
		ID: "private-to-public", Older: true, How: Reregistering, InForce: since(startNewCIC, law.UnitedKingdom), Provision: companies2006.At("ss. 90-96", "section/90"),
		Stages: []Stage{
			f.special("A special resolution that the company be re-registered as public, with the changes of its name and articles.", startNewCIC, s90),
			stage(Act, "The auditor reports without qualification on a balance sheet of not more than seven months before, and states that the net assets were not less than the called-up share capital and undistributable reserves.", companies2006.At("s. 92", "section/92")),
			stage(Filing, "The application names the company and, where it has no secretary, a proposed one; the resolution, articles, balance sheet and a statement of compliance go with it.", companies2006.At("s. 94", "section/94")),
			stage(Effect, "The registrar issues the altered certificate of incorporation, by which it is a public company.", companies2006.At("s. 96", "section/96")),
		},
		Conditions: []string{
			fmt.Sprintf("The nominal value of its allotted share capital is not less than the authorised minimum (%v).", least),
			"Each share is paid up as to one-quarter of its nominal value and the whole of any premium.",
			"It has not been re-registered as unlimited before.",
		},
		Judges: specialCodes,
	})...)
	out = append(out, join(only(PublicLimited), only(LimitedByShares), Edge{
		ID: "public-to-private", Older: true, How: Reregistering, InForce: since(startNewCIC, law.UnitedKingdom), Provision: companies2006.At("ss. 97-101", "section/97"),
		Stages: []Stage{
			f.special("A special resolution that the company be re-registered as private, with the changes of its name and articles.", startNewCIC, s97),
			within(Waiting, 28, "The 28 days are over in which the holders of 5% of the capital or of a class, or 50 members, could apply to the court to cancel the resolution; or so many consented or voted in favour that nobody could; or the application was withdrawn or the court's order of confirmation delivered.", companies2006.At("ss. 97(2), 98", "section/98")),
			stage(Filing, "The application states the name; the resolution, the articles and a statement of compliance go with it.", companies2006.At("s. 100", "section/100")),
			stage(Effect, "The registrar issues the altered certificate of incorporation, by which it is a private company.", companies2006.At("s. 101", "section/101")),
		},
		Judges: []law.Code{company.SpecialHands, company.SpecialPoll, company.SpecialNotDescribed},
	})...)
	out = append(out, f.charitableObjects()...)
	return append(out, trusts()...)
}

// charitableObjects: a company whose objects become charitable alone is a charity.
func (f *figures) charitableObjects() []Edge {
	s21, s193 := companies2006.At("s. 21", "section/21"), charities2011.At("s. 193", "section/193")
	return join([]string{LimitedByShares, LimitedByGuarantee}, only(CharitableCompany), Edge{
		ID: "company-to-charity", Older: true, How: Altering, InForce: since(start2011, law.EnglandAndWales), Provision: s193,
		Stages: []Stage{
			f.special("A special resolution alters the articles so that the company is established for charitable purposes only.", start2011, s21),
			stage(Filing, "The registrar of companies is given notice of the new objects.", companies2006.At("s. 31(2)", "section/31")),
			stage(Effect, "The alteration of the objects is entered on the register of companies; a company that is a charity is a charitable company.", companies2006.At("s. 31(2)(c)", "section/31")),
		},
		Conditions: []string{"Its purposes are for the public benefit, and nothing of its profits or assets can pass to its members as such."},
		Judges:     []law.Code{company.AmendedWithoutSpecial, charity.CompanyAlterationNotCarried},
	})
}

// trusts: a company owned by an employee-ownership trust is a company limited by shares, and
// nothing but its owner changes.
func trusts() []Edge {
	in := []law.Code{
		employee.SharesBelowControl, employee.VotesBelowControl, employee.ProfitsBelowControl, employee.AssetsBelowControl, employee.ControlCanLapse,
	}
	s236H, s236O := gains1992.At("ss. 236H-236M", "section/236H"), gains1992.At("ss. 236M, 236O-236P", "section/236O")
	out := join(only(LimitedByShares), only(EmployeeTrust), Edge{
		ID: "company-to-employee-trust", How: Acquiring, InForce: since(startTrusts, law.UnitedKingdom), Provision: s236H,
		Stages: []Stage{
			stage(Act, "A settlement is made whose property is applied for all eligible employees on the same terms.", gains1992.At("s. 236J", "section/236J")),
			stage(Effect, "The shareholders dispose of shares to its trustees, who come to have a controlling interest.", gains1992.At("s. 236M", "section/236M")),
		},
		Conditions: []string{"The company is a trading company, or the principal company of a trading group."},
		Judges:     in,
	})
	return append(out, join(only(EmployeeTrust), only(LimitedByShares), Edge{
		ID: "employee-trust-to-company", How: Acquiring, InForce: since(startTrusts, law.UnitedKingdom), Provision: s236O,
		Stages: []Stage{
			stage(Effect, "The trustees cease to have a controlling interest. It is a disqualifying event, with what that costs in tax, and no change of legal form.", s236O),
		},
		Judges: []law.Code{employee.SharesBelowControl},
	})...)
}
