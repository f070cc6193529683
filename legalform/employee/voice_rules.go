package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the informing and consulting of employees, which are duties and not conditions of
// a relief.
const (
	VoiceNotNegotiated      law.Code = "employee.voice-not-negotiated"
	VoiceBallotNotOpen      law.Code = "employee.voice-ballot-not-open"
	VoiceBallotToldLate     law.Code = "employee.voice-ballot-told-late"
	VoiceBallotTooSoon      law.Code = "employee.voice-ballot-too-soon"
	VoiceAgreementNotInForm law.Code = "employee.voice-agreement-not-in-form"
	VoiceNotApproved        law.Code = "employee.voice-agreement-not-approved"
	VoiceRepresentatives    law.Code = "employee.voice-representatives"
)

var (
	requestedOn   = event{Path: "voice.request.on", Of: func(c *Company) law.Fact[law.Date] { return c.Voice.Request.On }}
	agreementOn   = event{Path: "voice.agreement.dated", Of: func(c *Company) law.Fact[law.Date] { return c.Voice.Agreement.Dated }}
	standardSince = event{Path: "voice.standard_from", Of: func(c *Company) law.Fact[law.Date] { return c.Voice.StandardFrom }}
)

var voiceForce = []law.Window{law.From(voiceBegan, law.GreatBritain)}

var voice = law.Topic("informing and consulting",
	rule{
		Code: VoiceNotNegotiated, Provision: ice2004.At("regs 3, 7, 8(5)-(6), 12, 14(1)", "regulation/7"),
		Says:    "On receipt of a valid employee request the employer shall initiate negotiations, unless a ballot of the employees does not endorse it.",
		InForce: voiceForce, Event: requestedOn, Applies: mustNegotiate, Check: negotiates,
		Remedy: "Arrange for negotiating representatives to be elected or appointed, and invite them to negotiate.",
	},
	rule{
		Code: VoiceBallotNotOpen, Provision: ice2004.At("reg 8(1)-(2)", "regulation/8"),
		Says:    "The employer may put a request to a ballot only where it was made by fewer than 40% of the employees and pre-existing agreements cover them all.",
		InForce: voiceForce, Event: requestedOn, Applies: ballots, Check: mayBallot,
		Remedy: "Negotiate, in place of a ballot.",
	},
	rule{
		Code: VoiceBallotToldLate, Provision: ice2004.At("reg 8(3)(a)", "regulation/8"),
		Says:    "The employer must inform the employees within one month of the date of the request that a ballot is intended.",
		InForce: voiceForce, Event: requestedOn, Applies: ballots, Check: toldInTime,
		Remedy: "Negotiate: the time to give notice of a ballot is over.",
	},
	rule{
		Code: VoiceBallotTooSoon, Provision: ice2004.At("reg 8(3)(b)", "regulation/8"),
		Says:    "A ballot may not take place before a period of 21 days has passed since the employer informed the employees.",
		InForce: voiceForce, Event: requestedOn, Applies: ballots, Check: ballotWaits,
		Remedy: "Hold the ballot again, on a later day.",
	},
	rule{
		Code: VoiceAgreementNotInForm, Provision: ice2004.At("reg 16(1)", "regulation/16"),
		Says:    "A negotiated agreement must cover all employees and be in writing, dated, signed for the employer, and say when and through whom they are informed and consulted.",
		InForce: voiceForce, Event: agreementOn, Applies: agrees, Check: agreementInForm,
		Remedy: "Add what the agreement lacks, and have it approved again.",
	},
	rule{
		Code: VoiceNotApproved, Provision: ice2004.At("reg 16(1)(d), (3)", "regulation/16"),
		Says:    "A negotiated agreement must be signed by all negotiating representatives, or by a majority of them and approved by at least 50% of the employees in writing or of those voting in a ballot.",
		InForce: voiceForce, Event: agreementOn, Applies: agrees, Check: agreementApproved,
		Remedy: "Have the other representatives sign, or put the agreement to the employees.",
	},
	rule{
		Code: VoiceRepresentatives, Provision: ice2004.At("reg 19(1), (3)", "regulation/19"),
		Says:    "Where the standard provisions are to apply the employees shall elect one representative per fifty employees or part thereof, at least 2 and not more than 25.",
		InForce: voiceForce, Event: standardSince, Applies: standardApplies, Check: enoughRepresentatives,
		Remedy: "Arrange a ballot for the number of representatives that there should be.",
	},
)

// VoiceApplies reports whether the Regulations apply to the company by its numbers, on a
// date: whether the average of its months reaches the number of employees. What is missing
// it names.
func (v *Voice) VoiceApplies(f *Figures, on law.Date) (applies bool, average law.Ratio, missing []law.Missing, err error) {
	months, ok1 := v.Months.Get()
	if !ok1 {
		missing = append(missing, law.Missing{Path: "voice.months"})
	}
	halves, ok2 := v.HalfCounts.Get()
	if !ok2 {
		missing = append(missing, law.Missing{Path: "voice.half_counts"})
	}
	least, ok3 := f.VoiceEmployees.At(on)
	most, ok4 := f.VoiceMonths.At(on)
	if !ok3 || !ok4 || missing != nil {
		return false, law.Ratio{}, missing, nil
	}
	average, err = AverageEmployees(months, halves, most.Value)
	return err == nil && average.Cmp(law.Per(least.Value, 1)) >= 0, average, nil, err
}

// inVoice reports whether the Regulations apply on the governing date.
func inVoice(c *kase) bool {
	applies, _, missing, err := c.Subject.Voice.VoiceApplies(c.Figures, c.On)
	for _, m := range missing {
		c.Unknown(m.Path, "How many were employed in each of the last twelve months, and are those on short hours counted as halves?")
	}
	if err != nil {
		c.Unknown("voice.months", "The months cannot be used: "+err.Error()+".")
	}
	return applies
}

// requests reports whether there is a request in an undertaking of the size.
func requests(c *kase) bool {
	requested, ok := law.Need(c, &c.Subject.Voice.Requested, "voice.requested")
	return ok && requested && (c.On.IsZero() || inVoice(c))
}

func mustNegotiate(c *kase) bool {
	return requests(c) && (c.On.IsZero() || validRequest(c) && !turnedDown(c))
}

// validRequest reports whether a request is made by enough employees, in form and in time,
// and is not barred.
func validRequest(c *kase) bool {
	r := &c.Subject.Voice.Request
	written, ok1 := law.Need(c, &r.Written, "voice.request.written")
	by, ok2 := law.Need(c, &r.By, "voice.request.by")
	needs, ok3 := requestNeeds(c)
	months, ok4 := law.Read(c, &c.Figures.RequestMonths, c.On)
	if !ok1 || !ok2 || !ok3 || !ok4 || !written || by < needs {
		return false
	}
	if first, several := r.First.Get(); several && law.MonthsBeginningWith(first, months).Before(c.On) {
		return false
	}
	return !barred(c)
}

// requestNeeds is how many must ask, on the governing date.
func requestNeeds(c *kase) (int64, bool) {
	n, ok1 := law.Need(c, &c.Subject.Voice.Employees, "voice.employees")
	_, ok2 := law.Read(c, &c.Figures.RequestFraction, c.On)
	_, ok3 := law.Read(c, &c.Figures.RequestLeast, c.On)
	_, ok4 := law.Read(c, &c.Figures.RequestMost, c.On)
	needs, ok := RequestNeeds(n, c.On, c.Figures)
	return needs, ok && ok1 && ok2 && ok3 && ok4
}

// barred reports whether an earlier event bars the request.
func barred(c *kase) (is bool) {
	const bars = "voice.request.bars"
	list, _ := law.Need(c, &c.Subject.Voice.Request.Bars, bars)
	years, ok := law.Read(c, &c.Figures.BarYears, c.On)
	for i := range list {
		b := &list[i]
		_, ok1 := need(c, &b.After, bars, i, "after")
		from, ok2 := need(c, &b.From, bars, i, "from")
		if !ok || !ok1 || !ok2 || c.On.Before(from) || c.On.After(b.BarUntil(years)) {
			continue
		}
		if b.After.Or(0) == StandardStarted { // no change lifts this bar (reg 12(2))
			is = true
			continue
		}
		changed, ok := law.Ask(c, &b.Changed, law.Path(bars, i, "materially_changed"),
			"Have material changes left an agreement that no longer covers all the employees, or is no longer approved by them?")
		is = is || ok && !changed
	}
	return is
}

// turnedDown reports whether a ballot did not endorse the request.
func turnedDown(c *kase) bool {
	b := &c.Subject.Voice.Request.Ballot
	held, ok := law.Need(c, &b.Held, "voice.request.ballot.held")
	if !ok || !held {
		return false
	}
	yes, ok1 := law.Need(c, &b.For, "voice.request.ballot.for")
	no, ok2 := law.Need(c, &b.Against, "voice.request.ballot.against")
	n, ok3 := law.Need(c, &c.Subject.Voice.Employees, "voice.employees")
	_, ok4 := law.Read(c, &c.Figures.BallotFraction, c.On)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return false
	}
	if yes < 0 || no < 0 || yes > n || no > n-yes {
		c.Unknown("voice.request.ballot.for", "There are more votes than employees: which figures are right?")
		return false
	}
	return mayHoldBallot(c, n) && !Endorses(yes, no, n, c.On, c.Figures)
}

// mayHoldBallot reports whether the request may be put to a ballot: fewer than a fraction of
// the employees made it, and agreements from before cover them all (reg 8(1)-(2)). A ballot
// held without that relieves the employer of nothing.
func mayHoldBallot(c *kase, employees int64) bool {
	r := &c.Subject.Voice.Request
	existing, ok1 := law.Need(c, &r.Ballot.Existing, "voice.request.ballot.pre_existing_agreement")
	by, ok2 := law.Need(c, &r.By, "voice.request.by")
	fraction, ok3 := law.Read(c, &c.Figures.BallotFraction, c.On)
	return ok1 && ok2 && ok3 && existing && !fraction.ReachedBy(by, employees)
}

func negotiates(c *kase) {
	begun, ok := law.Ask(c, &c.Subject.Voice.Request.Negotiated, "voice.request.negotiations_begun", "Has the employer taken the steps that begin negotiations, as soon as reasonably practicable?")
	if needs, ok1 := requestNeeds(c); ok && ok1 && !begun {
		c.Breach("voice.request.negotiations_begun", "A request of %s by %d employees, of whom %d are enough, is valid, and the employer has not begun negotiations.",
			c.On.Long(), c.Subject.Voice.Request.By.Or(0), needs)
	}
}

func ballots(c *kase) bool {
	if !requests(c) {
		return false
	}
	held, ok := law.Need(c, &c.Subject.Voice.Request.Ballot.Held, "voice.request.ballot.held")
	return ok && held
}

func mayBallot(c *kase) {
	r := &c.Subject.Voice.Request
	by, ok1 := law.Need(c, &r.By, "voice.request.by")
	n, ok2 := law.Need(c, &c.Subject.Voice.Employees, "voice.employees")
	fraction, ok3 := law.Read(c, &c.Figures.BallotFraction, c.On)
	if ok1 && ok2 && ok3 && fraction.ReachedBy(by, n) {
		c.Breach("voice.request.by", "A ballot is held on a request by %d of %d employees, which is not fewer than %v.", by, n, fraction)
	}
	existing, ok := law.Need(c, &r.Ballot.Existing, "voice.request.ballot.pre_existing_agreement")
	if ok && !existing {
		c.Breach("voice.request.ballot.pre_existing_agreement", "A ballot is held where no pre-existing agreement covers all the employees.")
	}
}

func toldInTime(c *kase) {
	told, ok1 := law.Need(c, &c.Subject.Voice.Request.Ballot.Told, "voice.request.ballot.told")
	_, ok2 := law.Read(c, &c.Figures.BallotTellMonths, c.On)
	if last, _ := BallotDates(c.On, told, c.Figures); ok1 && ok2 && told.After(last) {
		c.Breach("voice.request.ballot.told", "The employees were told of the ballot on %s; the last day was %s, a month from the request of %s.", told.Long(), last.Long(), c.On.Long())
	}
}

func ballotWaits(c *kase) {
	b := &c.Subject.Voice.Request.Ballot
	told, ok1 := law.Need(c, &b.Told, "voice.request.ballot.told")
	first, ok2 := law.Need(c, &b.First, "voice.request.ballot.first_day")
	days, ok3 := law.Read(c, &c.Figures.BallotWaitDays, c.On)
	if _, from := BallotDates(c.On, told, c.Figures); ok1 && ok2 && ok3 && first.Before(from) {
		c.Breach("voice.request.ballot.first_day", "The ballot began on %s, when %d days from %s, on which the employees were told, had not passed: the first day was %s.",
			first.Long(), days, told.Long(), from.Long())
	}
}

func agrees(c *kase) bool {
	reached, ok := law.Need(c, &c.Subject.Voice.Agreement.Reached, "voice.agreement.reached")
	return ok && reached
}

func agreementInForm(c *kase) {
	a := &c.Subject.Voice.Agreement
	if covers, ok := law.Need(c, &a.CoversAll, "voice.agreement.covers_all"); ok && !covers {
		c.Breach("voice.agreement.covers_all", "The agreement does not cover all the employees.")
	}
	form, ok := law.Ask(c, &a.InForm, "voice.agreement.in_form", "Is the agreement in writing, dated and signed for the employer, and does it say when, and directly or through whom, employees are informed and consulted?")
	if ok && !form {
		c.Breach("voice.agreement.in_form", "The agreement lacks something that it must have.")
	}
}

func agreementApproved(c *kase) {
	a := &c.Subject.Voice.Agreement
	all, ok1 := law.Need(c, &a.Negotiators, "voice.agreement.negotiators")
	signed, ok2 := law.Need(c, &a.Signed, "voice.agreement.signed")
	switch {
	case !ok1 || !ok2:
	case signed < 0 || signed > all || all < 1 || all > maxHeads:
		c.Unknown("voice.agreement.signed", "The signatures must be of some or all of the representatives: which figures are right?")
	case signed == all:
	case 2*signed <= all:
		c.Breach("voice.agreement.signed", "The agreement is signed by %d of %d negotiating representatives, which is no majority.", signed, all)
	default:
		a.approvedByEmployees(c)
	}
}

// approvedByEmployees judges the approval of employees that an agreement needs which only a
// majority of the representatives signed: in writing, or else by a ballot.
func (a *VoiceAgreement) approvedByEmployees(c *kase) {
	n, ok1 := law.Need(c, &c.Subject.Voice.Employees, "voice.employees")
	written, ok2 := law.Need(c, &a.InWriting, "voice.agreement.approved_in_writing")
	fraction, ok3 := law.Read(c, &c.Figures.ApprovalFraction, c.On)
	if !ok1 || !ok2 || !ok3 || n > 0 && fraction.ReachedBy(written, n) {
		return
	}
	yes, ok1 := law.Need(c, &a.BallotFor, "voice.agreement.ballot_for")
	no, ok2 := law.Need(c, &a.BallotAgainst, "voice.agreement.ballot_against")
	switch {
	case !ok1 || !ok2:
	case yes < 0 || no < 0 || yes > maxHeads || no > maxHeads:
		c.Unknown("voice.agreement.ballot_for", "Votes cannot be fewer than none: which figures are right?")
	case yes+no == 0 || !fraction.ReachedBy(yes, yes+no):
		c.Breach("voice.agreement", "The agreement is approved in writing by %d of %d employees and by %d of %d who voted, where at least %v of one or the other is needed.", written, n, yes, yes+no, fraction)
	}
}

func standardApplies(c *kase) bool {
	standard, ok := law.Need(c, &c.Subject.Voice.Standard, "voice.standard_provisions")
	return ok && standard
}

func enoughRepresentatives(c *kase) {
	v := &c.Subject.Voice
	n, ok1 := law.Need(c, &v.Employees, "voice.employees")
	have, ok2 := law.Need(c, &v.Representatives, "voice.representatives")
	_, ok3 := law.Read(c, &c.Figures.RepresentativePer, c.On)
	_, ok4 := law.Read(c, &c.Figures.RepresentativesLeast, c.On)
	_, ok5 := law.Read(c, &c.Figures.RepresentativesMost, c.On)
	needed, ok := RepresentativesFor(n, c.On, c.Figures)
	if ok && ok1 && ok2 && ok3 && ok4 && ok5 && have != needed {
		c.Breach("voice.representatives", "%d representatives are elected, where %d employees elect %d.", have, n, needed)
	}
}
