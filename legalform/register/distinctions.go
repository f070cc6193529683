package register

// A distinction is what tells these forms from those. A sentence is given where forms of
// both are open, so that it is about what is still undecided.
type distinction struct {
	these, those Forms
	tells        string
}

var (
	cics      = FormsOf(CICGuarantee, CICSharesSchedule2, CICSharesSchedule3)
	byShares  = FormsOf(CICSharesSchedule2, CICSharesSchedule3, EmployeeTrustCompany, CompanyLimitedByShares, PublicLimitedCompany)
	guarantee = FormsOf(CICGuarantee, CompanyLimitedByGuarantee, AcademyTrust)
	companies = byShares | guarantee | FormsOf(CharitableCompany)
	societies = FormsOf(CoOperativeSociety, CommunityBenefitSociety, PreCommencementSociety)
	financial = FormsOf(CreditUnion, BuildingSociety, FriendlySociety)
	cios      = FormsOf(CharitableIncorporatedOrganisation, ScottishCharitableIncorporatedOrganisation)
	partners  = FormsOf(Partnership, LimitedPartnership, LimitedLiabilityPartnership)
	clubs     = FormsOf(UnincorporatedAssociation, UnincorporatedCharity)
	nhs       = FormsOf(NHSFoundationTrust)
)

// Between any two forms there is a distinction; a test sees to it.
var distinctions = []distinction{
	{
		FormsOf(CICSharesSchedule2), FormsOf(CICSharesSchedule3),
		"No register tells a Schedule 2 from a Schedule 3 company: the articles do, by whether they permit dividends to members who are not asset-locked bodies.",
	},
	{
		cics, companies &^ cics,
		"A community interest company has Companies House's subtype community-interest-company, and a name that ends so.",
	},
	{
		byShares, guarantee,
		"Companies House's company type tells a company limited by shares from one limited by guarantee.",
	},
	{
		FormsOf(CharitableCompany), companies &^ cics &^ FormsOf(CharitableCompany, AcademyTrust),
		"A charitable company is in a charity regulator's register, or an exempt charity by its objects: no code of Companies House says so.",
	},
	{
		FormsOf(EmployeeTrustCompany), FormsOf(CompanyLimitedByShares, PublicLimitedCompany),
		"No code is given to a company owned by its employees: its register of people with significant control names the trustee of the trust.",
	},
	{
		FormsOf(CompanyLimitedByShares), FormsOf(PublicLimitedCompany),
		"Companies House's company type, and the end of the name, tell a public from a private company.",
	},
	{
		FormsOf(AcademyTrust), FormsOf(CompanyLimitedByGuarantee, CharitableCompany),
		"An academy trust is in the Department for Education's register, as the trust of an academy.",
	},
	{
		FormsOf(CoOperativeSociety), FormsOf(CommunityBenefitSociety),
		"The mutuals register tells the two kinds of society apart: numbers without letters are of co-operative societies from 4000 and of community benefit societies from 7000.",
	},
	{
		FormsOf(PreCommencementSociety), FormsOf(CoOperativeSociety, CommunityBenefitSociety),
		"A society registered before the two kinds were told apart is neither: its number in the mutuals register ends in R, RS or IP, and its rules say which condition it is run to meet.",
	},
	{
		FormsOf(CreditUnion), societies,
		"The number of a credit union in the mutuals register ends in C, CUS or CU.",
	},
	{
		FormsOf(BuildingSociety), societies | FormsOf(CreditUnion, FriendlySociety),
		"The number of a building society in the mutuals register ends in B, BS or BNI.",
	},
	{
		FormsOf(FriendlySociety), societies | FormsOf(CreditUnion),
		"The mutuals register says by the letters of the number, and by its type, which society is a friendly society.",
	},
	{
		FormsOf(UnincorporatedAssociation), FormsOf(UnincorporatedCharity),
		"An association that is a charity is in a charity regulator's register, unless it is too small or excepted.",
	},
	{
		cios, companies | clubs | societies,
		"The charity regulator's register says which charity is a charitable incorporated organisation; Companies House lists one under a number in CE or CS.",
	},
	{
		FormsOf(CharitableIncorporatedOrganisation), FormsOf(ScottishCharitableIncorporatedOrganisation),
		"A Scottish charitable incorporated organisation is registered in Scotland only, and Companies House lists it under CS, not CE.",
	},
	{
		FormsOf(LimitedLiabilityPartnership), FormsOf(Partnership, LimitedPartnership),
		"A limited liability partnership has a company number in OC, SO or NC.",
	},
	{
		FormsOf(LimitedPartnership), FormsOf(Partnership),
		"A limited partnership has a company number in LP, SL or NL; other partnerships, but for Scottish qualifying ones in SG, have none.",
	},
	{
		FormsOf(Partnership), clubs,
		"Partners carry on a business in common with a view to profit, and an association does not: no register says so.",
	},
	{
		clubs, companies | societies | financial,
		"An unincorporated body has no certificate of incorporation and holds its property by trustees; the letters W, BEN and SA in the mutuals register are of such bodies.",
	},
	{
		companies, societies | financial,
		"A company is registered at Companies House; a society's number there begins with IP, SP, RS, NP or NO, and it is in the mutuals register.",
	},
	{
		partners, companies | societies | financial | cios,
		"The prefix of a company number tells limited partnerships (LP, SL, NL) and limited liability partnerships (OC, SO, NC) from the rest; other partnerships have no number, but for Scottish qualifying ones in SG.",
	},
	{
		FormsOf(LimitedPartnership, LimitedLiabilityPartnership), clubs,
		"A limited partnership and a limited liability partnership are registered at Companies House; an association is not.",
	},
	{
		nhs, EveryForm &^ nhs &^ FormsOf(OtherBody),
		"NHS England lists the foundation trusts; they are not registered at Companies House.",
	},
	{
		cios, financial,
		"A charitable incorporated organisation is in a charity regulator's register; a credit union, building society or friendly society is in the mutuals register.",
	},
	{
		FormsOf(OtherCompany), companies,
		"Companies House's company type names a company of another kind: unlimited, unregistered, overseas.",
	},
	{
		FormsOf(OtherSociety), societies | financial | clubs,
		"The mutuals register names by its type a society of another kind.",
	},
	{
		FormsOf(OtherCompany), cios | clubs | societies | financial | partners | FormsOf(OtherSociety),
		"The prefix of a company number tells a company from other bodies.",
	},
	{
		FormsOf(OtherSociety), companies | cios | partners,
		"A society is in the mutuals register, and its number at Companies House begins with IP, SP, RS, NP or NO.",
	},
	{
		FormsOf(OtherBody), EveryForm &^ FormsOf(OtherBody),
		"A body by royal charter, by an Act of its own or by public law is called so in its register's own entry, and its constitution says so.",
	},
}
