package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on written resolutions of private companies.
const (
	RemovalInWriting       law.Code = "company.removal-in-writing"
	EligibleOnWrongDay     law.Code = "company.eligible-members-on-wrong-day"
	CirculationMisdated    law.Code = "company.circulation-misdated"
	CirculationUnsupported law.Code = "company.circulation-request-too-small"
	CirculationTooLong     law.Code = "company.circulated-statement-too-long"
	CirculationImproper    law.Code = "company.circulation-improper"
	CirculationLate        law.Code = "company.circulated-late"
	AgreementNotSigned     law.Code = "company.agreement-not-authenticated"
	AgreementRevoked       law.Code = "company.agreement-revoked"
	AgreementAfterLapse    law.Code = "company.agreement-after-lapse"
	WrittenRouteTakenAway  law.Code = "company.written-route-taken-away"
)

// A CirculationRequest is members' request that a private company circulate a written
// resolution, with what became of it.
type CirculationRequest struct {
	// Received is the day on which the company became subject to the request.
	Received law.Fact[law.Date] `json:"received,omitzero"`
	// Votes are those of the requesting members, OfAll those of all members entitled to vote
	// on the resolution; ArticlesShare a lower share that the articles specify, where they do,
	// else 0.
	Votes         law.Fact[int64]     `json:"votes,omitzero"`
	OfAll         law.Fact[int64]     `json:"of_all,omitzero"`
	ArticlesShare law.Fact[law.Ratio] `json:"articles_share,omitzero"`
	// Words is the length of the statement with it.
	Words law.Fact[int] `json:"words,omitzero"`
	// Improper: the resolution would be ineffective if passed, or is defamatory of any
	// person, frivolous or vexatious.
	Improper law.Fact[bool] `json:"improper,omitzero"`
	// ExpensesMet: a sum reasonably sufficient for its expenses was deposited or tendered, or
	// the company had resolved that the requesting members need not pay them.
	ExpensesMet law.Fact[bool] `json:"expenses_met,omitzero"`
	// FirstCopy is the day on which the first copy was sent.
	FirstCopy law.Fact[law.Date] `json:"first_copy,omitzero"`
}

// WrittenFigures are those of ss. 288 to 300.
type WrittenFigures struct {
	CirculationShare law.History[law.Ratio]
	CirculationWords law.History[int]
	CirculationDays  law.History[int]
	LapseDays        law.History[int]
}

func enactedWritten() WrittenFigures {
	return WrittenFigures{
		one("circulation_share", "of the total voting rights", startPart13, law.Percent(5), sec("s. 292(5)", "292")),
		one("circulation_words", "words", startPart13, 1000, sec("s. 292(3)", "292")),
		one("circulation_days", "days", startPart13, 21, sec("s. 293(3)", "293")),
		one("lapse_days", "days beginning with the circulation date", startPart13, 28, sec("s. 297(1)(b)", "297")),
	}
}

func circulationOf(c *Company) *law.Fact[CirculationRequest] { return &c.CirculationRequest }

var requestReceived = dated("circulation_request.received", circulationOf, func(r *CirculationRequest) law.Fact[law.Date] { return r.Received })

var writtenTable = law.Topic("written resolutions",
	rule{
		Code: RemovalInWriting, Provision: sec("s. 288(2)", "288"),
		Says:    "A director, or an auditor, may not be removed before the end of the term of office by a written resolution.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: removesNobody,
		Remedy: "Call a general meeting, on special notice.",
	},
	rule{
		Code: EligibleOnWrongDay, Provision: sec("s. 289", "289"),
		Says:    "The eligible members are those who would have been entitled to vote on the resolution on its circulation date, or, if they changed in the course of that day, at the time of the first copy.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: eligibleOnTheDay,
		Remedy: "Count the agreement of those entitled to vote on the circulation date.",
	},
	rule{
		Code: CirculationMisdated, Provision: sec("s. 290", "290"),
		Says:    "The circulation date is the date on which copies are sent, or, if they are sent on different days, the first of those days.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: circulatedOnFirst,
		Remedy: "Take the first day on which a copy was sent.",
	},
	rule{
		Code: CirculationUnsupported, Provision: sec("s. 292(4)-(5)", "292"),
		Says:    "A company must circulate a written resolution on the request of members with not less than 5%, or a lower share in its articles, of the total voting rights of those entitled to vote on it.",
		InForce: fromPart13, Event: requestReceived, Applies: circulationAsked, Check: circulationSupported,
		Remedy: "Gather more requests; until then the company need not circulate it.",
	},
	rule{
		Code: CirculationTooLong, Provision: sec("s. 292(3)", "292"),
		Says:    "The statement that members may require to be circulated must be of not more than 1,000 words.",
		InForce: fromPart13, Event: requestReceived, Applies: circulationAsked, Check: circulationShort,
		Remedy: "Shorten the statement.",
	},
	rule{
		Code: CirculationImproper, Provision: sec("s. 292(2)", "292"),
		Says:    "No resolution may be moved in writing that would be ineffective, or is defamatory of any person, frivolous or vexatious.",
		InForce: fromPart13, Event: requestReceived, Applies: circulationAsked, Check: circulationProper,
		Remedy: "Recast the resolution; as it is the company need not circulate it.",
	},
	rule{
		Code: CirculationLate, Provision: sec("ss. 293(1), (3), 294(2)", "293"),
		Says:    "The copies, or the first of them, must be sent not more than 21 days after the company became subject to the request, if a sum reasonably sufficient for its expenses was tendered or it resolved to bear them.",
		InForce: fromPart13, Event: requestReceived, Applies: boundToCirculate, Check: circulatedInTime,
		Remedy: "Send the copies now; failure is an offence by every officer in default, and the resolution is valid if passed.",
	},
	rule{
		Code: AgreementNotSigned, Provision: sec("s. 296(1)-(2)", "296"),
		Says:    "A member signifies agreement when the company receives from the member, or from somebody on the member's behalf, an authenticated document that identifies the resolution and indicates agreement to it.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: agreementAuthenticated,
		Remedy: "Obtain an authenticated document before the resolution lapses.",
	},
	rule{
		Code: AgreementRevoked, Provision: sec("s. 296(3)", "296"),
		Says:    "A member's agreement to a written resolution, once signified, may not be revoked.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: agreementStands,
		Remedy: "Count the agreement all the same.",
	},
	rule{
		Code: AgreementAfterLapse, Provision: sec("s. 297", "297"),
		Says:    "A written resolution lapses if not passed before the end of the articles' period or, without one, of 28 days beginning with the circulation date.",
		InForce: fromPart13, Event: circulated, Applies: isWritten, Check: agreedBeforeLapse,
		Remedy: "Circulate the resolution afresh.",
	},
	rule{
		Code: WrittenRouteTakenAway, Provision: sec("s. 300", "300"),
		Says:    "A private company's articles are void so far as they would prevent a resolution that is required by or otherwise provided for in an enactment from being proposed and passed in writing.",
		InForce: fromPart13, Applies: isPrivate, Check: writtenRouteOpen,
		Remedy: "Disregard the article, and amend it.",
	},
)

func isWritten(c *kase) bool {
	r := c.Subject.Resolution.Ptr()
	return r != nil && putBy(c, Written) && !r.byClass()
}

func removesNobody(c *kase) {
	r := c.Subject.Resolution.Ptr()
	if k, ok := law.Need(c, &r.Kind, "resolution.kind"); ok && k == RemovalOfDirector {
		c.Breach("resolution.way", "A written resolution cannot remove a director.")
	} else if ok {
		must(c, &r.RemovesDirector, false, "resolution.removes_director", "A written resolution cannot remove a director.")
	}
	must(c, &r.RemovesAuditor, false, "resolution.removes_auditor", "A written resolution cannot remove an auditor.")
}

func eligibleOnTheDay(c *kase) {
	if d, ok := law.Need(c, &c.Subject.Resolution.Ptr().EligibleOn, "resolution.eligible_on"); ok && d != c.On {
		c.Breach("resolution.eligible_on", "The members eligible on %s were counted; the circulation date was %s.", d.Long(), c.On.Long())
	}
	if r := c.Subject.Resolution.Ptr(); r.EntitlementChanged.Or(false) {
		must(c, &r.EligibleAtFirstCopy, true, "resolution.eligible_at_first_copy", "Those entitled changed in the course of the circulation date, and were not taken at the time of the first copy.")
	}
}

// CirculationDate returns the first of the days on which copies were sent; no date for none.
func CirculationDate(sent []law.Date) (first law.Date) {
	for _, d := range sent {
		if first.IsZero() || d.Before(first) {
			first = d
		}
	}
	return first
}

func circulatedOnFirst(c *kase) {
	sent, ok := law.Need(c, &c.Subject.Resolution.Ptr().CopiesSent, "resolution.copies_sent")
	if first := CirculationDate(sent); ok && first != c.On {
		c.Breach("resolution.circulated", "The circulation date is given as %s; the first copy was sent on %s.", c.On.Long(), first.Long())
	}
}

func circulationAsked(c *kase) bool { return c.Subject.CirculationRequest.Stated() && isPrivate(c) }

// boundToCirculate asks whether the company's expenses were met: until then it is not bound.
func boundToCirculate(c *kase) bool {
	if !circulationAsked(c) {
		return false
	}
	met, ok := law.Need(c, &c.Subject.CirculationRequest.Ptr().ExpensesMet, "circulation_request.expenses_met")
	return ok && met
}

func circulationSupported(c *kase) {
	r := c.Subject.CirculationRequest.Ptr()
	votes, ok1 := law.Need(c, &r.Votes, "circulation_request.votes")
	whole, ok2 := law.Need(c, &r.OfAll, "circulation_request.of_all")
	lower, ok3 := law.Need(c, &r.ArticlesShare, "circulation_request.articles_share")
	share, ok4 := law.Read(c, &c.Figures.CirculationShare, c.On)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	if lower.Num() > 0 && lower.Cmp(share) < 0 {
		share = lower
	}
	if whole <= 0 || !share.ReachedBy(votes, whole) {
		c.Breach("circulation_request.votes", "Members with %d of %d votes asked, which is less than %v.", votes, whole, share)
	}
}

func circulationShort(c *kase) {
	words, ok1 := law.Need(c, &c.Subject.CirculationRequest.Ptr().Words, "circulation_request.words")
	most, ok2 := law.Read(c, &c.Figures.CirculationWords, c.On)
	if ok1 && ok2 && words > most {
		c.Breach("circulation_request.words", "The statement has %d words; it may have %d.", words, most)
	}
}

func circulationProper(c *kase) {
	asked(c, &c.Subject.CirculationRequest.Ptr().Improper, false, "circulation_request.improper",
		"Would the resolution be ineffective if passed, or is it defamatory of any person, frivolous or vexatious?",
		"The resolution is one that may not be moved.")
}

// circulatedInTime asks for the first copy only once the time is over.
func circulatedInTime(c *kase) {
	days, ok := law.Read(c, &c.Figures.CirculationDays, c.On)
	if !ok {
		return
	}
	r, last := c.Subject.CirculationRequest.Ptr(), law.DaysFrom(c.On, days)
	if !r.FirstCopy.Stated() && !c.AsAt.After(last) {
		return
	}
	if sent, ok := law.Need(c, &r.FirstCopy, "circulation_request.first_copy"); ok && sent.After(last) {
		c.Breach("circulation_request.first_copy", "The first copy was sent on %s; the last day was %s.", sent.Long(), last.Long())
	}
}

func agreementAuthenticated(c *kase) {
	must(c, &c.Subject.Resolution.Ptr().UnauthenticatedCounted, false, "resolution.unauthenticated_counted", "An agreement was counted that came in no authenticated document.")
}

func agreementStands(c *kase) {
	must(c, &c.Subject.Resolution.Ptr().RevocationsCounted, false, "resolution.revocations_counted", "An agreement that was signified was treated as revoked.")
}

// LapsesOn returns the last day on which a written resolution may be passed: the last of
// the articles' period, given in days where they have one (0 where not), or else of 28 days
// beginning with the circulation date. It reports false before 1 October 2007.
func LapsesOn(f *Figures, circulated law.Date, articles int) (law.Date, bool) {
	e, ok := f.LapseDays.At(circulated)
	if !ok {
		return law.Date{}, false
	}
	days := e.Value
	if articles > 0 {
		days = articles
	}
	return law.DaysBeginningWith(circulated, days), true
}

func agreedBeforeLapse(c *kase) {
	r := c.Subject.Resolution.Ptr()
	articles, ok1 := law.Need(c, &r.LapseDays, "resolution.lapse_days")
	decided, ok2 := law.Need(c, &r.Decided, "resolution.decided")
	last, ok3 := LapsesOn(c.Figures, c.On, articles)
	if ok1 && ok2 && ok3 && decided.After(last) {
		c.Breach("resolution.decided", "The last agreement came on %s; the resolution had lapsed at the end of %s.", decided.Long(), last.Long())
	}
}

func writtenRouteOpen(c *kase) {
	must(c, &c.Subject.Articles.BarsWritten, false, "articles.bars_written_resolutions", "The articles purport to bar written resolutions.")
}
