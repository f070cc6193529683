package society

import (
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on dissolving a dormant society or a credit union by an instrument
// that a special resolution approves.
const (
	DissolutionNotCarried      law.Code = "society.dissolution-not-carried"
	DissolutionNotCarried2012  law.Code = "society.dissolution-not-carried-2012"
	NotDormant                 law.Code = "society.not-dormant"
	NotDormant2012             law.Code = "society.not-dormant-2012"
	DissolutionFiledLate       law.Code = "society.dissolution-filed-late"
	DissolutionFiledLate2012   law.Code = "society.dissolution-filed-late-2012"
	DissolutionUnconfirmed     law.Code = "society.dissolution-unconfirmed"
	DissolutionUnconfirmed2012 law.Code = "society.dissolution-unconfirmed-2012"
)

// startDissolutionResolutions is the day from which a special resolution may approve an
// instrument of dissolution (SI 2011/2687 art 9).
const startDissolutionResolutions = "2012-01-08"

// Dissolving is what decides whether a special resolution may approve an instrument of
// dissolution.
type Dissolving struct {
	// OtherTransactions says that the accounts for the current year of account, or for one
	// of the two before it, show transactions other than fees paid to the registrar,
	// dividends and interest; Notified that the society has told the registrar that it is
	// dormant.
	OtherTransactions law.Fact[bool] `json:"other_transactions,omitzero"`
	Notified          law.Fact[bool] `json:"dormancy_notified,omitzero"`
	// Answer is what the authority answered a credit union that sent it the resolution, in
	// writing, and Answered when.
	Answer   law.Fact[AuthorityAnswer] `json:"answer,omitzero"`
	Answered law.Fact[law.Date]        `json:"answered,omitzero"`
}

// AuthorityAnswer is what an authority answers.
type AuthorityAnswer uint8

// The answers. AuthoritySilent is none, at the date of assessment.
const (
	AuthorityConfirms AuthorityAnswer = iota + 1
	AuthorityRefuses
	AuthoritySilent
)

var authorityAnswers = []string{"", "confirms", "refuses", "silent"}

// String gives the JSON value.
func (a AuthorityAnswer) String() string { return law.NameOf(authorityAnswers, a) }

// MarshalText writes String.
func (a AuthorityAnswer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *AuthorityAnswer) UnmarshalText(b []byte) error {
	return law.ParseName(a, authorityAnswers, b, "an answer")
}

// DissolvingFigures are the figures of a special resolution to dissolve.
type DissolvingFigures struct {
	DissolutionMajority law.History[law.Ratio]
	// DissolutionFilingDays begin with the day of the second meeting, which is the first of
	// them; those for other resolutions run from it.
	DissolutionFilingDays law.History[int]
	// AnswerDays are how long the authority has to refuse a credit union's resolution.
	AnswerDays law.History[int]
}

func enactedDissolving() DissolvingFigures {
	s55, s58 := act1965.At("s. 55(1A)", "section/55"), act1965.At("s. 58(5B)", "section/58")
	return DissolvingFigures{
		DissolutionMajority: law.Since("society.dissolution_majority", "of members who vote, at least",
			at(startDissolutionResolutions, law.Per(2, 3), s55), at(start2014, law.Per(2, 3), act2014.At("s. 120(2)(a)", "section/120"))),
		DissolutionFilingDays: law.Since("society.dissolution_filing_days", "days beginning with the day of confirmation",
			at(startDissolutionResolutions, 14, s58), at(start2014, 14, act2014.At("s. 121(4)", "section/121"))),
		AnswerDays: law.Since("society.answer_days", "days of the sending of the copy",
			at(startDissolutionResolutions, 21, act1965.At("s. 55(1C)", "section/55")), at(start2014, 21, act2014.At("s. 119(7)", "section/119"))),
	}
}

var (
	dissolveMajority = rule{
		Code: DissolutionNotCarried, Provision: act2014.At("ss. 119(3)(b)-(c), (4)(b), 120(2)(a)", "section/120"),
		Says: "A special resolution that approves an instrument of dissolution, or alters it, must be passed at a general meeting by at least " +
			"two-thirds of the eligible members who vote.",
		InForce: from2014, Event: firstMeeting, Applies: dissolves, Check: dissolutionCarried,
		Remedy: "Put the resolution again, or collect the signatures of 75% of all members.",
	}
	dormancy = rule{
		Code: NotDormant, Provision: act2014.At("s. 119(3)(b), (6)", "section/119"),
		Says: "A special resolution may dissolve a society that is not a credit union only if it is dormant: its accounts for the current year " +
			"of account and the two before show no transactions but fees paid to the registrars, dividends and interest, and it has " +
			"notified the registrar that it is dormant.",
		InForce: from2014, Event: firstMeeting, Applies: dissolvesOther, Check: isDormant,
		Remedy: "Notify the registrar if the accounts allow it; otherwise collect the signatures of 75% of all members.",
	}
	dissolveFiling = rule{
		Code: DissolutionFiledLate, Provision: act2014.At("s. 121(4)", "section/121"),
		Says: "A signed copy of the special resolution must be sent to the registrar within the period of 14 days beginning with the day of the " +
			"second meeting.",
		InForce: from2014, Event: secondMeeting, Applies: dissolves, Check: dissolutionFiled,
		Remedy: "Send the copy at once; the default is an offence (s. 127).",
	}
	dissolveAnswer = rule{
		Code: DissolutionUnconfirmed, Provision: act2014.At("s. 119(3)(c), (7)", "section/119"),
		Says: "A credit union's special resolution must be confirmed by the authority, which is treated as confirming it unless it notifies the " +
			"society in writing to the contrary within 21 days of the sending of the copy.",
		InForce: from2014, Event: secondMeeting, Applies: dissolvesCreditUnion, Check: dissolutionConfirmed,
		Remedy: "Meet the authority's objection and put the resolution again, or collect signatures.",
	}
)

// Before 8 January 2012 there was no such resolution; the 1965 Act knew signatures alone.
var dissolving = law.Topic("dormant societies",
	under1965(dissolveMajority, DissolutionNotCarried2012, act1965.At("ss. 55(1)(b)(ii)-(iii), (1A), 50(2)(a)", "section/55"), startDissolutionResolutions),
	dissolveMajority,
	under1965(dormancy, NotDormant2012, act1965.At("s. 55(1)(b)(ii), (1B)", "section/55"), startDissolutionResolutions),
	dormancy,
	under1965(dissolveFiling, DissolutionFiledLate2012, act1965.At("s. 58(5B)", "section/58"), startDissolutionResolutions),
	dissolveFiling,
	under1965(dissolveAnswer, DissolutionUnconfirmed2012, act1965.At("s. 55(1)(b)(iii), (1C)", "section/55"), startDissolutionResolutions),
	dissolveAnswer,
)

const askCreditUnion = "Is the society a credit union?"

func dissolves(c *kase) bool { return changeOf(c, DissolutionApproval) }

func dissolvesCreditUnion(c *kase) bool {
	return dissolves(c) && saysYes(c, &c.Subject.CreditUnion, "credit_union", askCreditUnion)
}

func dissolvesOther(c *kase) bool {
	if !dissolves(c) {
		return false
	}
	yes, ok := law.Ask(c, &c.Subject.CreditUnion, "credit_union", askCreditUnion)
	return ok && !yes
}

func dissolutionCarried(c *kase) {
	if f, ok := law.Read(c, &c.Figures.DissolutionMajority, c.On); ok {
		carried(c, &c.Subject.Change.Ptr().First, "change.first.votes", atLeast(f))
	}
}

func isDormant(c *kase) {
	x := &c.Subject.Change.Ptr().Dissolving
	wantNo(c, &x.OtherTransactions, "change.dissolving.other_transactions",
		"Do the accounts for this year of account, or for one of the two before it, show transactions other than registrars' fees, dividends and interest?",
		"The accounts show other transactions than fees, dividends and interest, so that the society is not dormant.")
	wantYes(c, &x.Notified, "change.dissolving.dormancy_notified", "Has the society notified the registrar that it is dormant?",
		"The society has not notified the registrar that it is dormant.")
}

func dissolutionFiled(c *kase) {
	if days, ok := law.Read(c, &c.Figures.DissolutionFilingDays, c.On); ok {
		sentBy(c, "The copy of the resolution", &c.Subject.Change.Ptr().Filed, "change.filed", dissolutionFilingLast(c.On, days))
	}
}

func dissolutionFilingLast(second law.Date, days int) law.Date {
	return law.DaysBeginningWith(second, days)
}

// DissolutionResolutionDue returns the last day on which the registrar may be sent the copy
// of a resolution to dissolve: fourteen days beginning with the day of the second meeting,
// a day less than ResolutionDue gives. It returns no date where the figures hold none.
func (f *Figures) DissolutionResolutionDue(second law.Date) law.Date {
	days, ok := figureAt(&f.DissolutionFilingDays, second)
	if !ok {
		return law.Date{}
	}
	return dissolutionFilingLast(second, days)
}

func dissolutionConfirmed(c *kase) {
	x := c.Subject.Change.Ptr()
	days, ok := law.Read(c, &c.Figures.AnswerDays, c.On)
	sent, ok1 := law.Need(c, &x.Filed, "change.filed")
	answer, ok2 := law.Need(c, &x.Dissolving.Answer, "change.dissolving.answer")
	if !ok || !ok1 || !ok2 || answer == AuthorityConfirms {
		return
	}
	last := answerLast(sent, days)
	if answer == AuthoritySilent {
		if !c.AsAt.After(last) {
			c.Unknown("change.dissolving.answer", "The authority may still refuse, until "+last.Long()+".")
		}
		return
	}
	if on, ok := law.Need(c, &x.Dissolving.Answered, "change.dissolving.answered"); ok && !on.After(last) {
		c.Breach("change.dissolving.answer", "The authority refused on %s; it could until %s.", on.Long(), last.Long())
	}
}

func answerLast(sent law.Date, days int) law.Date { return law.DaysFrom(sent, days) }

// AnswerDue returns the last day on which the authority may refuse a credit union's
// resolution to dissolve, of which it was sent a copy on a day: the day after it, the
// resolution is treated as confirmed. It returns no date where the figures hold none.
func (f *Figures) AnswerDue(sent law.Date) law.Date {
	days, ok := figureAt(&f.AnswerDays, sent)
	if !ok {
		return law.Date{}
	}
	return answerLast(sent, days)
}
