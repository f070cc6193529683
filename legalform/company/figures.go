package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Figures are the dated figures of company law. Enacted returns them as the law stands; a
// reform is a copy with a history changed.
type Figures struct {
	VoteFigures
	WrittenFigures
	NoticeFigures
	RequisitionFigures
	MeetingFigures
	CountFigures
	ClassFigures
	CapitalFigures
	DirectorFigures
	SocietyFigures
	FormationFigures
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	return Figures{enactedVotes(), enactedWritten(), enactedNotice(), enactedRequisition(), enactedMeeting(), enactedCount(), enactedClass(), enactedCapital(), enactedDirectors(), enactedSociety(), enactedFormation()}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}

// one is a history of one entry.
func one[T any](id, unit, from string, value T, by law.Provision) law.History[T] {
	return law.Since("company."+id, unit, at(from, value, by))
}

// VoteFigures are the majorities.
type VoteFigures struct {
	// OrdinaryMajority must be exceeded; the others are enough when reached.
	OrdinaryMajority law.History[law.Ratio]
	SpecialMajority  law.History[law.Ratio]
	ClassConsent     law.History[law.Ratio]
	SchemeNumber     law.History[law.Ratio]
	SchemeValue      law.History[law.Ratio]
	// BuyBackKind is the kind of resolution that authorises an off-market purchase.
	BuyBackKind law.History[Kind]
}

func enactedVotes() VoteFigures {
	return VoteFigures{
		one("ordinary_majority", "of the votes, to be exceeded", startPart13, law.Per(1, 2), sec("s. 282(1)", "282")),
		one("special_majority", "of the votes", startPart13, law.Percent(75), sec("s. 283(1)", "283")),
		one("class_consent", "of the class", startWhole, law.Per(3, 4), sec("ss. 630(4)(a), 631(4)(a)", "630")),
		one("scheme_number", "of the number present and voting, to be exceeded", startProfits, law.Per(1, 2), sec("s. 899(1)", "899")),
		one("scheme_value", "of the value present and voting", startProfits, law.Percent(75), sec("s. 899(1)", "899")),
		law.Since("company.buy_back_kind", "resolution",
			at(startWhole, Special, sec("s. 694(2)", "694")),
			at(startBuyback, Unspecified, buyback2013.At("", ""))),
	}
}
