package right

import "github.com/rochdale-go/rochdale/legalform/law"

// Figures are the dated figures of the rights. Enacted returns them as the law stands; a
// reform is a copy with a history changed.
type Figures struct {
	// RequestOpen, ProvideOpen and ChallengeOpen say whether the right could be used. Where
	// only the year or month of a beginning is known, the days of it are in doubt.
	RequestOpen   law.History[bool]
	ProvideOpen   law.History[bool]
	ChallengeOpen law.History[bool]
	// ContractLeast and ContractMost are the years of the first contract that the Right to
	// Request guaranteed.
	ContractLeast law.History[int]
	ContractMost  law.History[int]
	// LeastEmployees is how many employees of an authority make a relevant body.
	LeastEmployees law.History[int64]
	// TellDays is within how many days the authority says when to expect its decision.
	TellDays law.History[int]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	s81, s84 := section("s. 81(6)(d)", "81"), section("s. 84(7)", "84")
	first := requestSays.At("on the first contract", "")
	return Figures{
		RequestOpen: law.Since("rtr.open", "whether proposals are taken",
			at(requestFirst, true, requestSays.At("", "")).InDoubt("The scheme began in 2008, and no source gives the day: had it begun?", false),
			at("2009-01-01", true, requestSays.At("", "")),
			ended[bool]("2010-11-18", lastWave.At("", ""))),
		ProvideOpen: law.Since("rtp.open", "whether expressions of interest are taken",
			at(provideFirst, true, provideSays.At("", "")).InDoubt("The scheme began in March 2011, and no source gives the day: had it begun?", false),
			at("2011-04-01", true, provideSays.At("", "")),
			ended[bool]("2012-01-01", provideSays.At("on the last day for expressions of interest", ""))),
		ChallengeOpen: law.Since("crtc.open", "whether ss. 81-86 are in force",
			at(challengeFrom, true, contents2012.At("reg 1", "regulation/1")),
			at("2026-05-02", true, localism2011.At("ss. 81-86", "part/5/chapter/2")).InDoubt(
				"The text read is as revised to 1 May 2026; the English Devolution and Community Empowerment Act 2026 was not read: are ss. 81-86 still in force?", false)),
		ContractLeast:  law.Since("rtr.contract_least", "years", at(requestFirst, 3, first)),
		ContractMost:   law.Since("rtr.contract_most", "years", at(requestFirst, 5, first)),
		LeastEmployees: law.Since("crtc.least_employees", "employees of the authority, at least", at(challengeFrom, int64(2), s81)),
		TellDays:       law.Since("crtc.tell_days", "days", at(challengeFrom, 30, s84)),
	}
}

func at[T any](from string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), Value: value, By: by, Checked: checked}
}

func ended[T any](from string, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(from), By: by, Checked: checked, Is: law.Ended}
}
