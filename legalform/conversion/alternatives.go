package conversion

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// enactedAlternatives are what can be done in place of a conversion.
func enactedAlternatives() []Alternative {
	gb, ew, uk := law.GreatBritain, law.EnglandAndWales, law.UnitedKingdom
	societies := []string{CoOperative, CommunityBenefit, PreCommencement}
	companies := slices.Concat(ordinary, everyCIC, only(CharitableCompany))
	free := except(slices.Concat(everyCIC, charities, []string{CommunityBenefit, CommunityBenefitNI, FoundationTrust, BuildingSociety, FriendlySociety, CreditUnion})...)
	return append(northernAlternatives(), []Alternative{
		{
			From: societies, To: []string{CoOperative, CommunityBenefit}, InForce: since(start2014, gb), Provision: societies2014.At("ss. 110-111", "section/110"),
			Judges: []law.Code{society.MergerNotCarried, society.NotConfirmed, society.LockedMerger},
			Says:   "the society transfers its engagements to a society of that form, in which its property vests; a locked one only to a locked one.",
		},
		{
			From: societies, To: companies, InForce: since(start2014, gb), Provision: societies2014.At("ss. 112(1)(c), 113", "section/112"),
			Judges: []law.Code{society.ConversionNotCarried, society.TurnoutTooLow, society.NotConfirmed, society.LockedConversion},
			Says:   "the society transfers its engagements to a company that exists, by the resolution that a conversion would take.",
		},
		{
			From: everyCIC, To: allForms(), InForce: bothCIC, Provision: cics2005.At("Schs 1-3 para 1", "schedule/1"), Judges: []law.Code{cic.AssetLock, cic.TransferUnapproved},
			Says: "the company transfers assets, for full consideration or to an asset-locked body or for the benefit of the community, and is dissolved; the lock goes with them.",
		},
		{
			From: only(UnincorporatedCharity), To: []string{CIO, CharitableCompany, CommunityBenefit}, InForce: between(start2011, "2024-03-06", ew),
			Provision: charities2011.At("ss. 267-274", "section/268"),
			Says:      "the trustees resolve, by two-thirds of those who vote, to transfer all the property to a charity of that form, formed for it; the resolution takes effect 60 days from its receipt by the Commission. But for a transfer to charitable incorporated organisations, only where the income is not above £10,000. How the section stands since 7 March 2024 was not read.",
		},
		{
			From: []string{Association, UnincorporatedCharity}, To: only(SCIO), InForce: since(startSCIO, law.Scotland), Provision: scotland2005.At("ss. 54-55", "section/55"),
			Says: "individuals apply for a new organisation, in which what they hold in trust for its purposes vests; the old body is wound up.",
		},
		{
			From: only(BuildingSociety), To: only(PublicLimited), InForce: since(startBuilding, uk), Provision: building1986.At("ss. 97-102", "section/97"),
			Judges: []law.Code{financialmutual.ShareholdersNotCarried, financialmutual.BorrowersNotCarried, financialmutual.TransferTurnoutTooLow},
			Says:   "the society transfers its business to a public company limited by shares, specially formed or existing, with the regulator's confirmation; everything vests in the company on the vesting date, and the society is dissolved.",
		},
		{
			From: only(FriendlySociety), To: slices.Concat(newCompanies, []string{CoOperative, CommunityBenefit}), InForce: since(start1992, uk),
			Provision: friendly1992.At("s. 86", "section/86"), Judges: []law.Code{financialmutual.FriendlyNotCarried, financialmutual.FriendlyUnconfirmed},
			Says: "the society transfers its engagements by special resolution and with the regulator's confirmation; if all of them, it is dissolved.",
		},
		{
			From: only(Partnership), To: only(LLP), InForce: []law.Window{law.From(startLLP, gb), law.From(startNewCIC, law.NorthernIreland)},
			Provision: partners2000.At("ss. 2-3", "section/2"),
			Says:      "two or more of the partners incorporate a limited liability partnership, and the business is transferred to it; it is a new body, with a personality of its own.",
		},
		{
			From: charities, To: charities, InForce: since(start1965, uk),
			Says: "a charity of that form is set up for the same purposes; the property passes to it as charity law and the governing document allow, and the old body is dissolved.",
		},
		{
			From: free, To: allForms(), InForce: since(start1965, uk),
			Says: "a body of that form is formed, the undertaking is transferred to it as the members decide and creditors' rights allow, and the old body is dissolved.",
		},
	}...)
}
