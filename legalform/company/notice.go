package company

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on notice of meetings.
const (
	NoticeTooShort       law.Code = "company.notice-too-short"
	TradedNoticeTooShort law.Code = "company.traded-notice-too-short"
	ShortNoticeNotAgreed law.Code = "company.short-notice-not-agreed"
	ShortAGMNotAgreed    law.Code = "company.short-annual-notice-not-agreed"
	SpecialNoticeLate    law.Code = "company.special-notice-late"
	MembersNotTold       law.Code = "company.special-notice-not-passed-on"
)

// A Notice is one of a general meeting.
type Notice struct {
	// Given is the day on which notice is taken to be given to the last member (s. 1147),
	// Meeting the day of the meeting.
	Given   law.Fact[law.Date] `json:"given,omitzero"`
	Meeting law.Fact[law.Date] `json:"meeting,omitzero"`
	Annual  law.Fact[bool]     `json:"annual,omitzero"`
	// Adjourned: it is of a meeting adjourned, for which the Act asks no notice.
	Adjourned law.Fact[bool] `json:"adjourned,omitzero"`
	// ArticlesDays are the clear days that the articles ask for, 0 where they say nothing.
	ArticlesDays law.Fact[int] `json:"articles_days,omitzero"`
	// BidMeeting: the company has opted in to the rules on takeovers (s. 971), and the meeting is
	// to decide on action that may frustrate a bid, or is one that the bidder required (s. 969).
	// It is asked of traded companies alone.
	BidMeeting law.Fact[bool] `json:"bid_meeting_of_opted_in_company,omitzero"`
	// ElectronicVoting: a traded company offers it to all members; YearlyResolution: it
	// resolved on the shorter notice by special resolution since its last annual meeting.
	ElectronicVoting law.Fact[bool] `json:"electronic_voting,omitzero"`
	YearlyResolution law.Fact[bool] `json:"yearly_resolution,omitzero"`
	// Short is the agreement to a shorter notice, where one is relied on.
	Short law.Fact[ShortNotice] `json:"short,omitzero"`
}

// ShortNotice is who agreed to a shorter notice, among those who may attend and vote.
type ShortNotice struct {
	Heads    int64 `json:"heads"`
	AllHeads int64 `json:"all_heads"`
	// Value is the nominal value in pence of voting shares, treasury shares left out, of
	// those who agreed; without share capital, their votes.
	Value    int64 `json:"value"`
	AllValue int64 `json:"all_value"`
	// ArticlesShare is a higher share that a private company's articles ask for, else 0.
	ArticlesShare law.Ratio `json:"articles_share"`
}

// SpecialNotice is the notice to the company of intention to move a resolution.
type SpecialNotice struct {
	ToCompany law.Fact[law.Date] `json:"to_company,omitzero"`
	Meeting   law.Fact[law.Date] `json:"meeting,omitzero"`
	// Called is the day on which the meeting was called; where that is the day of the special
	// notice too, CalledAfter says that the notice came first. Neither is asked for where the
	// notice was long enough.
	Called      law.Fact[law.Date] `json:"called,omitzero"`
	CalledAfter law.Fact[bool]     `json:"called_after_notice,omitzero"`
	// WithNotice: the company told the members when and as it gave notice of the meeting;
	// Advertised is the day of the advertisement where that was not practicable.
	WithNotice law.Fact[bool]     `json:"with_notice,omitzero"`
	Advertised law.Fact[law.Date] `json:"advertised,omitzero"`
}

// NoticeFigures are days, all clear ones, shares and months.
type NoticeFigures struct {
	NoticeDays         law.History[int]
	AnnualNoticeDays   law.History[int]
	TradedNoticeDays   law.History[int]
	TradedShorterDays  law.History[int]
	ShortNoticePrivate law.History[law.Ratio]
	ShortNoticeMost    law.History[law.Ratio]
	ShortNoticePublic  law.History[law.Ratio]
	SpecialNoticeDays  law.History[int]
	AdvertisedDays     law.History[int]
	AnnualMonths       law.History[int]
	TradedAnnualMonths law.History[int]
	ShortenedMonths    law.History[int]
}

func enactedNotice() NoticeFigures {
	const unit = "clear days"
	return NoticeFigures{
		one("notice_days", unit, startPart13, 14, sec("s. 307(1), (2)(b)", "307")),
		one("annual_notice_days", unit, startPart13, 21, sec("s. 307(2)(a)", "307")),
		one("traded_notice_days", unit, startRights, 21, sec("s. 307A(1)(b)", "307A")),
		one("traded_shorter_days", unit, startRights, 14, sec("s. 307A(1)(a)", "307A")),
		one("short_notice_private", "of nominal value, or of votes", startPart13, law.Percent(90), sec("s. 307(6)(a)", "307")),
		one("short_notice_most", "that articles may ask for", startPart13, law.Percent(95), sec("s. 307(6)(a)", "307")),
		one("short_notice_public", "of nominal value, or of votes", startPart13, law.Percent(95), sec("s. 307(6)(b)", "307")),
		one("special_notice_days", unit, startPart13, 28, sec("s. 312(1)", "312")),
		one("advertised_days", unit, startPart13, 14, sec("s. 312(3)", "312")),
		one("annual_meeting_months", "months", startPart13, 6, sec("s. 336(1)", "336")),
		one("traded_annual_meeting_months", "months", startRights, 9, sec("s. 336(1A)", "336")),
		one("shortened_annual_meeting_months", "months after the notice that shortened an accounting period", startPart13, 3, sec("s. 336(2)", "336")),
	}
}

func noticeOf(c *Company) *law.Fact[Notice] { return &c.Notice }

var (
	noticeDay  = dated("notice.given", noticeOf, func(n *Notice) law.Fact[law.Date] { return n.Given })
	specialDay = dated("special_notice.to_company", func(c *Company) *law.Fact[SpecialNotice] { return &c.SpecialNotice }, func(n *SpecialNotice) law.Fact[law.Date] { return n.ToCompany })
)

var notices = law.Topic("notices",
	rule{
		Code: NoticeTooShort, Provision: sec("ss. 307(1)-(3), 360", "307"),
		Says:    "A general meeting must be called by notice of at least 14 clear days, the annual meeting of a public company by at least 21, or longer where the articles say so.",
		InForce: fromPart13, Event: noticeDay, Applies: fullNotice, Check: noticeLongEnough,
		Remedy: "Call the meeting again, or obtain agreement to the shorter notice.",
	},
	rule{
		Code: TradedNoticeTooShort, Provision: sec("ss. 307A, 360", "307A"),
		Says:    "A general meeting of a traded company must be called by notice of at least 21 clear days, or 14 if it is not annual, members may vote electronically and a special resolution allows it.",
		InForce: fromRights, Event: noticeDay, Applies: tradedNotice, Check: noticeLongEnough,
		Remedy: "Call the meeting again.",
	},
	rule{
		Code: ShortNoticeNotAgreed, Provision: sec("s. 307(4)-(6)", "307"),
		Says:    "A shorter notice must be agreed to by a majority in number of those who may attend and vote, who hold at least 90% in nominal value of voting shares, or 95% in a public company, or of the votes.",
		InForce: fromPart13, Event: noticeDay, Applies: shortNotice, Check: shortNoticeAgreed,
		Remedy: "Obtain more agreement, or call the meeting again.",
	},
	rule{
		Code: ShortAGMNotAgreed, Provision: sec("s. 337(2)", "337"),
		Says:    "The annual meeting of a public company that is not traded may be called by shorter notice only if all members entitled to attend and vote agree.",
		InForce: fromPart13, Event: noticeDay, Applies: shortAnnualNotice, Check: shortNoticeUnanimous,
		Remedy: "Obtain the agreement of all, or call the meeting again.",
	},
	rule{
		Code: SpecialNoticeLate, Provision: sec("ss. 312(1), (4), 360", "312"),
		Says:    "Special notice must be given to the company at least 28 clear days before the meeting, unless the meeting is called after it for a date 28 days or less after it.",
		InForce: fromPart13, Event: specialDay, Applies: hasSpecialNotice, Check: specialNoticeInTime,
		Remedy: "Move the resolution at a later meeting.",
	},
	rule{
		Code: MembersNotTold, Provision: sec("ss. 312(2)-(3), 360", "312"),
		Says:    "The company must tell its members of the resolution when and as it gives notice of the meeting, or where that is not practicable at least 14 clear days before by advertisement or as the articles allow.",
		InForce: fromPart13, Event: specialDay, Applies: hasSpecialNotice, Check: membersTold,
		Remedy: "Move the resolution at a later meeting, and tell the members.",
	},
)

// A Call is what the length of notice of a general meeting depends on.
type Call struct {
	Public, Traded, Annual bool
	// Shorter: a traded company offers electronic voting and has the yearly resolution.
	Shorter bool
	// ArticlesDays are the clear days that the articles ask for, 0 for none.
	ArticlesDays int
}

// Days returns the clear days of notice that a meeting needs, by the law of a day.
func (m Call) Days(f *Figures, on law.Date) (int, bool) {
	h := &f.NoticeDays
	switch {
	case m.Traded && !on.Before(rightsDay) && m.Shorter && !m.Annual:
		h = &f.TradedShorterDays
	case m.Traded && !on.Before(rightsDay):
		h = &f.TradedNoticeDays
	case m.Public && m.Annual:
		h = &f.AnnualNoticeDays
	}
	e, ok := h.At(on)
	if !ok {
		return 0, false
	}
	return max(e.Value, m.ArticlesDays), true
}

// NoticeBy returns the last day on which notice of a meeting may be given, so that the days
// between are clear (s. 360). It reports false before 1 October 2007.
func NoticeBy(f *Figures, m Call, meeting law.Date) (law.Date, bool) {
	days, ok := m.Days(f, meeting)
	if !ok {
		return law.Date{}, false
	}
	by := beforeClearDays(meeting, days)
	if last := rightsDay.AddDays(-1); m.Traded && !meeting.Before(rightsDay) && by.Before(rightsDay) {
		// A notice of before the Regulations of 2009 goes by the law of its own day.
		if days, ok = m.Days(f, last); ok {
			if by = beforeClearDays(meeting, days); by.After(last) {
				by = last
			}
		}
	}
	return by, ok
}

// beforeClearDays is the last date that leaves n clear days before a meeting.
func beforeClearDays(meeting law.Date, n int) law.Date { return law.AfterClearDays(meeting, -n-2) }

// DeliveredOn returns the day on which what was posted to an address in the kingdom, or
// sent by e-mail, on a day is taken to be received: 48 hours on, of which no part of a day
// counts that is not a working day (s. 1147). Articles may say otherwise to members. It needs a
// calendar of the company's division.
func DeliveredOn(cal *law.Calendar, in law.Division, sent law.Date) (law.Date, error) {
	d, err := cal.AddWorkingDays(sent, 2, in)
	if err != nil {
		return law.Date{}, fmt.Errorf("delivery of what was sent on %v: %w", sent, err)
	}
	return d, nil
}

// DeliveredOnline returns the day on which what a company puts on a website is taken to be
// received: when it was first available there or, if later, when the recipient received, or
// is taken to have received, notice of that, such as DeliveredOn gives (s. 1147(4)).
func DeliveredOnline(available, told law.Date) law.Date {
	if told.After(available) {
		return told
	}
	return available
}

// tradedOn reports whether the law of traded companies' meetings governs a notice.
func tradedOn(c *kase) bool { return !c.On.Before(rightsDay) && isTraded(c) }

// tradedMeeting leaves out the meetings of an opted-in company about a takeover, which keep
// the general rule (s. 307(A1)(b)).
func tradedMeeting(c *kase) bool {
	if !tradedOn(c) {
		return false
	}
	bid, ok := law.Need(c, &c.Subject.Notice.Ptr().BidMeeting, "notice.bid_meeting_of_opted_in_company")
	return ok && !bid
}

// needsNotice leaves out adjourned meetings.
func needsNotice(c *kase) bool {
	n := c.Subject.Notice.Ptr()
	if n == nil {
		return false
	}
	adjourned, ok := law.Need(c, &n.Adjourned, "notice.adjourned")
	return ok && !adjourned
}

func fullNotice(c *kase) bool {
	return needsNotice(c) && !c.Subject.Notice.Ptr().Short.Stated() && !tradedMeeting(c)
}

func tradedNotice(c *kase) bool { return needsNotice(c) && tradedMeeting(c) }

func noticeLongEnough(c *kase) {
	n := c.Subject.Notice.Ptr()
	meeting, ok1 := law.Need(c, &n.Meeting, "notice.meeting")
	m, ok2 := callOf(c, n)
	if !ok1 || !ok2 {
		return
	}
	days, ok := m.Days(c.Figures, c.On)
	if !ok {
		c.Unknown("figures.company.notice_days", "How long a notice was needed?")
	} else if got := law.ClearDays(c.On, meeting); got < days {
		c.Breach("notice.given", "Notice given on %s for %s is %d clear days, of %d; it had to be given by %s.",
			c.On.Long(), meeting.Long(), got, days, beforeClearDays(meeting, days).Long())
	}
}

func callOf(c *kase, n *Notice) (m Call, ok bool) {
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	annual, ok2 := law.Need(c, &n.Annual, "notice.annual")
	days, ok3 := law.Need(c, &n.ArticlesDays, "notice.articles_days")
	m = Call{Public: public, Annual: annual, ArticlesDays: days}
	if !tradedMeeting(c) {
		return m, ok1 && ok2 && ok3
	}
	voting, ok4 := law.Need(c, &n.ElectronicVoting, "notice.electronic_voting")
	yearly, ok5 := law.Need(c, &n.YearlyResolution, "notice.yearly_resolution")
	m.Traded, m.Shorter = true, voting && yearly
	return m, ok1 && ok2 && ok3 && ok4 && ok5
}

func anyShortNotice(c *kase) bool {
	return needsNotice(c) && c.Subject.Notice.Ptr().Short.Stated() && !tradedMeeting(c)
}

func publicAnnual(c *kase) bool {
	annual, ok := law.Need(c, &c.Subject.Notice.Ptr().Annual, "notice.annual")
	return ok && annual && isPublic(c)
}

func shortNotice(c *kase) bool { return anyShortNotice(c) && !publicAnnual(c) }

func shortAnnualNotice(c *kase) bool { return anyShortNotice(c) && publicAnnual(c) }

// ShortNoticeNeeds returns the share in value that must agree to a shorter notice, besides
// a majority in number; a private company's articles may raise it to 95%.
func ShortNoticeNeeds(f *Figures, public bool, articles law.Ratio, on law.Date) (law.Ratio, bool) {
	h := &f.ShortNoticePrivate
	if public {
		h = &f.ShortNoticePublic
	}
	e, ok1 := h.At(on)
	most, ok2 := f.ShortNoticeMost.At(on)
	if !ok1 || !ok2 {
		return law.Ratio{}, false
	}
	if public || articles.Cmp(e.Value) <= 0 {
		return e.Value, true
	}
	if articles.Cmp(most.Value) > 0 {
		return most.Value, true
	}
	return articles, true
}

func shortNoticeAgreed(c *kase) {
	s, _ := law.Need(c, &c.Subject.Notice.Ptr().Short, "notice.short")
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	share, ok2 := ShortNoticeNeeds(c.Figures, public, s.ArticlesShare, c.On)
	if !ok1 || !ok2 {
		return
	}
	if 2*s.Heads <= s.AllHeads {
		c.Breach("notice.short.heads", "%d of %d members agreed, who are no majority in number.", s.Heads, s.AllHeads)
	}
	if s.AllValue <= 0 || !share.ReachedBy(s.Value, s.AllValue) {
		c.Breach("notice.short.value", "Those who agreed hold %d of %d, less than %v.", s.Value, s.AllValue, share)
	}
}

func shortNoticeUnanimous(c *kase) {
	if s, _ := law.Need(c, &c.Subject.Notice.Ptr().Short, "notice.short"); s.Heads < s.AllHeads || s.AllHeads <= 0 {
		c.Breach("notice.short.heads", "%d of %d members agreed to the shorter notice; all must.", s.Heads, s.AllHeads)
	}
}

func hasSpecialNotice(c *kase) bool { return c.Subject.SpecialNotice.Stated() }

// SpecialNoticeBy returns the last day on which special notice may be given to the company,
// so that the days between are clear (ss. 312(1), 360). A later notice is good all the same if
// the meeting was called after it (s. 312(4)). It reports false before 1 October 2007.
func SpecialNoticeBy(f *Figures, meeting law.Date) (law.Date, bool) {
	e, ok := f.SpecialNoticeDays.At(meeting)
	if !ok {
		return law.Date{}, false
	}
	return beforeClearDays(meeting, e.Value), true
}

// specialNoticeInTime: a notice with fewer than 28 clear days is one for a meeting 28 days or
// less after it, which section 312(4) counts without section 360; so only the order of
// notice and call is left to ask.
func specialNoticeInTime(c *kase) {
	n := c.Subject.SpecialNotice.Ptr()
	meeting, ok := law.Need(c, &n.Meeting, "special_notice.meeting")
	if !ok {
		return
	}
	by, ok := SpecialNoticeBy(c.Figures, meeting)
	if !ok || !c.On.After(by) {
		return
	}
	called, ok := law.Need(c, &n.Called, "special_notice.called")
	after := called.After(c.On)
	if ok && called == c.On {
		after, ok = law.Need(c, &n.CalledAfter, "special_notice.called_after_notice")
	}
	if ok && !after {
		c.Breach("special_notice.to_company", "Special notice given on %s, when the meeting of %s was already called, had to be given by %s.", c.On.Long(), meeting.Long(), by.Long())
	}
}

func membersTold(c *kase) {
	n := c.Subject.SpecialNotice.Ptr()
	with, ok1 := law.Need(c, &n.WithNotice, "special_notice.with_notice")
	if !ok1 || with {
		return
	}
	meeting, ok2 := law.Need(c, &n.Meeting, "special_notice.meeting")
	on, ok3 := law.Need(c, &n.Advertised, "special_notice.advertised")
	days, ok4 := law.Read(c, &c.Figures.AdvertisedDays, c.On)
	if ok2 && ok3 && ok4 && law.ClearDays(on, meeting) < days {
		c.Breach("special_notice.advertised", "The advertisement of %s leaves fewer than %d clear days before %s.", on.Long(), days, meeting.Long())
	}
}
