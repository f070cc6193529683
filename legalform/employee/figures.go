package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Figures are the dated figures of the law of employee-ownership trusts. Each topic brings
// its own. Enacted returns them as the law stands; a reform is a copy with a history
// changed.
type Figures struct {
	ControlFigures
	EqualityFigures
	ParticipatorFigures
	BonusFigures
	PaymentFigures
	BonusTermFigures
	BonusEmployerFigures
	SharePlanFigures
	VoiceFigures
	ReliefFigures
	BusinessFigures
	IndependenceFigures
	OldTrustFigures
	AcquisitionFigures
	GiftFigures
	EligibleFigures
	ESOTFigures
	CompanyFigures
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	return Figures{
		enactedControl(), enactedEquality(), enactedParticipators(), enactedBonus(),
		enactedPayment(), enactedBonusTerms(), enactedBonusEmployer(), enactedSharePlans(), enactedVoice(),
		enactedRelief(), enactedBusiness(), enactedIndependence(), enactedOldTrust(), enactedAcquisition(), enactedGift(), enactedEligible(), enactedESOT(), enactedCompany(),
	}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}

// began says since when a figure has stood, for a message.
func began[T any](h *law.History[T], on law.Date) string {
	if e, ok := h.At(on); ok {
		return "since " + e.From.Long()
	}
	return "with no beginning"
}
