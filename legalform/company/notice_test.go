package company

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func called() Company {
	c := limited()
	c.Notice = law.Known(Notice{
		Given: on("2026-06-05"), Meeting: on("2026-06-20"), Annual: no, Adjourned: no, ArticlesDays: law.Known(0), ElectronicVoting: yes, YearlyResolution: yes, BidMeeting: no,
	})
	c.SpecialNotice = law.Known(SpecialNotice{ToCompany: on("2026-05-22"), Meeting: on("2026-06-20"), WithNotice: yes})
	c.AnnualMeeting = law.Known(AnnualMeeting{ReferenceDate: on("2025-12-31"), Held: on("2026-06-30"), FirstUnderAct: no})
	c.Requisition = law.Known(Requisition{
		Received: on("2026-04-01"), PaidUp: pounds(9_000), Votes: num(5), OfAll: num(100), YearWithout: yes, States: yes, WithText: yes, Improper: no,
		Called: on("2026-04-22"), Meeting: on("2026-05-20"), Own: law.Known(OwnCall{Votes: 51, OfAll: 100, Meeting: law.MustDate("2026-07-01"), Refused: no}),
	})
	c.StatementRequest = law.Known(StatementRequest{
		Received: on("2026-06-12"), Meeting: on("2026-06-20"), Words: law.Known(1000), Votes: num(50), OfAll: num(1000), Members: num(0), PaidUp: pounds(0),
	})
	return c
}

func given(f func(*Notice)) change { return func(c *Company) { f(c.Notice.Ptr()) } }

func givenOn(s string) change { return given(func(n *Notice) { n.Given = on(s) }) }

func annual(c *Company) { c.Notice.Ptr().Annual = yes }

func tradedPublic(c *Company) { c.Public, c.Traded = yes, yes }

// short is an agreement to short notice of so many of 60 members with so much of 100 votes.
func short(heads, value int64, articles law.Ratio) change {
	return given(func(n *Notice) { n.Short = law.Known(ShortNotice{heads, 60, value, 100, articles}) })
}

func special(f func(*SpecialNotice)) change { return func(c *Company) { f(c.SpecialNotice.Ptr()) } }

func TestNotices(t *testing.T) {
	none := law.Ratio{}
	noNotice := func(c *Company) { c.Notice = law.Fact[Notice]{} }
	suite(t, notices, called, []tcase{
		{Name: "s. 307(1): fourteen clear days", Code: NoticeTooShort, Want: law.Met},
		{Name: "s. 307(1): thirteen", Code: NoticeTooShort, Change: givenOn("2026-06-06"), Want: law.Breached, At: "notice.given"},
		{Name: "s. 307(2)(a): a public annual meeting, twenty", Code: NoticeTooShort, Change: all(public, annual, givenOn("2026-05-30")), Want: law.Breached},
		{Name: "s. 307(2)(a): a public annual meeting, twenty-one", Code: NoticeTooShort, Change: all(public, annual, givenOn("2026-05-29")), Want: law.Met},
		{Name: "s. 307(3): the articles ask for twenty-one", Code: NoticeTooShort, Change: given(func(n *Notice) { n.ArticlesDays = law.Known(21) }), Want: law.Breached},
		{Name: "s. 307(1): an adjourned meeting", Code: NoticeTooShort, Change: given(func(n *Notice) { n.Adjourned = yes }), Want: law.NotApplicable},
		{Name: "s. 307: a traded company", Code: NoticeTooShort, Change: tradedPublic, Want: law.NotApplicable},
		{Name: "s. 307A(1)(a): fourteen with the yearly resolution", Code: TradedNoticeTooShort, Change: tradedPublic, Want: law.Met},
		{Name: "s. 307A(1)(b): fourteen without it", Code: TradedNoticeTooShort, Change: all(tradedPublic, given(func(n *Notice) { n.YearlyResolution = no })), Want: law.Breached},
		{Name: "s. 307A(1)(b): an annual meeting", Code: TradedNoticeTooShort, Change: all(tradedPublic, annual), Want: law.Breached},
		{Name: "s. 307(A1)(b): an opted-in company's meeting about a bid", Code: TradedNoticeTooShort, Change: all(tradedPublic, given(func(n *Notice) { n.BidMeeting, n.YearlyResolution = yes, no })), Want: law.NotApplicable},
		{Name: "s. 307(A1)(b): such a meeting needs fourteen", Code: NoticeTooShort, Change: all(tradedPublic, given(func(n *Notice) { n.BidMeeting, n.YearlyResolution = yes, no })), Want: law.Met},
		{Name: "s. 307A: not traded", Code: TradedNoticeTooShort, Want: law.NotApplicable},
		{Name: "s. 307(6): majority and 90%", Code: ShortNoticeNotAgreed, Change: short(31, 90, none), Want: law.Met},
		{Name: "s. 307(5): half the members", Code: ShortNoticeNotAgreed, Change: short(30, 99, none), Want: law.Breached, At: "notice.short.heads"},
		{Name: "s. 307(6): under 90%", Code: ShortNoticeNotAgreed, Change: short(31, 89, none), Want: law.Breached, At: "notice.short.value"},
		{Name: "s. 307(6): the articles ask for 95%", Code: ShortNoticeNotAgreed, Change: short(31, 94, law.Percent(95)), Want: law.Breached},
		{Name: "s. 307(6): the articles cannot ask for 99%", Code: ShortNoticeNotAgreed, Change: short(31, 95, law.Percent(99)), Want: law.Met},
		{Name: "s. 307(6)(b): a public company needs 95%", Code: ShortNoticeNotAgreed, Change: all(public, short(31, 94, none)), Want: law.Breached},
		{Name: "s. 307: full notice", Code: ShortNoticeNotAgreed, Want: law.NotApplicable},
		{Name: "s. 337(2): all agree", Code: ShortAGMNotAgreed, Change: all(public, annual, short(60, 100, none)), Want: law.Met},
		{Name: "s. 337(2): all but one", Code: ShortAGMNotAgreed, Change: all(public, annual, short(59, 99, none)), Want: law.Breached},
		{Name: "s. 337(2): a private company", Code: ShortAGMNotAgreed, Change: all(annual, short(59, 99, none)), Want: law.NotApplicable},
		{Name: "s. 312(1): twenty-eight clear days", Code: SpecialNoticeLate, Want: law.Met},
		{Name: "s. 312(1): twenty-seven, and nobody says when the meeting was called", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany = on("2026-05-23") }), Want: law.Unknown, At: "special_notice.called"},
		{Name: "s. 312(1): twenty-seven, the meeting being called before", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany, n.Called = on("2026-05-23"), on("2026-05-22") }), Want: law.Breached},
		{Name: "s. 312(4): called the same day, nobody says which came first", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany, n.Called = on("2026-05-23"), on("2026-05-23") }), Want: law.Unknown, At: "special_notice.called_after_notice"},
		{Name: "s. 312(4): called the same day, after the notice", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany, n.Called, n.CalledAfter = on("2026-05-23"), on("2026-05-23"), yes }), Want: law.Met},
		{Name: "s. 312(4): called the same day, before the notice", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany, n.Called, n.CalledAfter = on("2026-05-23"), on("2026-05-23"), no }), Want: law.Breached},
		{Name: "s. 312(4): called afterwards for within 28 days", Code: SpecialNoticeLate, Change: special(func(n *SpecialNotice) { n.ToCompany, n.Called = on("2026-05-23"), on("2026-05-25") }), Want: law.Met},
		{Name: "s. 312: no special notice", Code: SpecialNoticeLate, Change: func(c *Company) { c.SpecialNotice = law.Fact[SpecialNotice]{} }, Want: law.NotApplicable},
		{Name: "s. 312(2): with the notice", Code: MembersNotTold, Want: law.Met},
		{Name: "s. 312(3): advertised fourteen clear days before", Code: MembersNotTold, Change: special(func(n *SpecialNotice) { n.WithNotice, n.Advertised = no, on("2026-06-05") }), Want: law.Met},
		{Name: "s. 312(3): advertised later", Code: MembersNotTold, Change: special(func(n *SpecialNotice) { n.WithNotice, n.Advertised = no, on("2026-06-06") }), Want: law.Breached},
		{Name: "s. 312: no special notice", Code: MembersNotTold, Change: func(c *Company) { c.SpecialNotice = law.Fact[SpecialNotice]{} }, Want: law.NotApplicable},
		{Name: "s. 307: no notice", Code: NoticeTooShort, Change: noNotice, Want: law.NotApplicable},
	})
}

func asks(f func(*Requisition)) change { return func(c *Company) { f(c.Requisition.Ptr()) } }

func states(f func(*StatementRequest)) change {
	return func(c *Company) { f(c.StatementRequest.Ptr()) }
}

func TestRequisitions(t *testing.T) {
	received := func(s string) change {
		return asks(func(r *Requisition) { r.Received, r.Called = on(s), on(s) })
	}
	noticed := func(received, called string) change {
		return asks(func(r *Requisition) { r.Received, r.Called = on(received), on(called) })
	}
	uncalled := asks(func(r *Requisition) { r.Received, r.Called = on("2009-07-25"), law.Fact[law.Date]{} })
	holding := func(n int64) change { return asks(func(r *Requisition) { r.PaidUp = pounds(n) }) }
	active := asks(func(r *Requisition) { r.YearWithout = no })
	unasked := func(c *Company) { c.Requisition = law.Fact[Requisition]{} }
	silent := func(c *Company) { c.StatementRequest = law.Fact[StatementRequest]{} }
	suite(t, requisitions, called, []tcase{
		{Name: "s. 303(3) as enacted: 5% after a year without a meeting", Code: RequisitionTooSmall2007, Change: received("2009-08-02"), Want: law.Met},
		{Name: "s. 303(3) as enacted: 5% within the year", Code: RequisitionTooSmall2007, Change: all(received("2009-08-02"), active), Want: law.Breached},
		{Name: "s. 303(2) as enacted: 10%", Code: RequisitionTooSmall2007, Change: all(received("2009-08-02"), active, holding(18_000)), Want: law.Met},
		{Name: "s. 303(2) as enacted: a public company needs 10%", Code: RequisitionTooSmall2007, Change: all(received("2009-08-02"), public), Want: law.Breached},
		{Name: "SI 2009/1632 reg 1(2): 5%, the meeting being noticed on 2 August 2009", Code: RequisitionTooSmall2007, Change: all(noticed("2009-07-25", "2009-08-02"), active), Want: law.Breached},
		{Name: "SI 2009/1632 reg 1(2): noticed on 3 August 2009", Code: RequisitionTooSmall2007, Change: all(noticed("2009-07-25", "2009-08-03"), active), Want: law.NotInForce},
		{Name: "SI 2009/1632 reg 1(2): 5% of July 2009, the meeting being noticed on 3 August", Code: RequisitionTooSmall, Change: all(noticed("2009-07-25", "2009-08-03"), active), Want: law.Met},
		{Name: "SI 2009/1632 reg 1(2): 5% of July 2009, and no notice ever", Code: RequisitionTooSmall2007, Change: all(uncalled, active), Want: law.Unknown},
		{Name: "SI 2009/1632 reg 1(2): judged in July 2009", Code: RequisitionTooSmall2007, On: "2009-07-31", Change: all(uncalled, active), Want: law.Breached},
		{Name: "SI 2009/1632 reg 1(2): 4%, short of both", Code: RequisitionTooSmall2007, Change: all(uncalled, active, holding(7_200)), Want: law.Breached},
		{Name: "s. 303 as enacted: no request", Code: RequisitionTooSmall2007, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 303: exactly 5% without treasury", Code: RequisitionTooSmall, Want: law.Met},
		{Name: "s. 303: a pound short", Code: RequisitionTooSmall, Change: holding(8_999), Want: law.Breached},
		{Name: "s. 303(2)(b): 5% of votes without share capital", Code: RequisitionTooSmall, Change: guarantee, Want: law.Met},
		{Name: "s. 303(2)(b): 4% of votes", Code: RequisitionTooSmall, Change: all(guarantee, asks(func(r *Requisition) { r.Votes = num(4) })), Want: law.Breached},
		{Name: "s. 303: what is paid up on a class is not stated", Code: RequisitionTooSmall, Change: func(c *Company) { (*c.Classes.Ptr())[0].PaidUp = law.Fact[law.Pence]{} }, Want: law.Unknown, At: "classes[0].paid_up"},
		{Name: "s. 303: no request", Code: RequisitionTooSmall, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 303(4): the business is stated", Code: RequisitionIncomplete, Want: law.Met},
		{Name: "s. 303(4)(a): it is not", Code: RequisitionIncomplete, Change: asks(func(r *Requisition) { r.States = no }), Want: law.Breached},
		{Name: "s. 303(5)(c): a vexatious resolution", Code: RequisitionIncomplete, Change: asks(func(r *Requisition) { r.Improper = yes }), Want: law.Breached},
		{Name: "s. 303(5): nobody has judged", Code: RequisitionIncomplete, Change: asks(func(r *Requisition) { r.Improper = law.Fact[bool]{} }), Want: law.Unknown, At: "requisition.improper"},
		{Name: "s. 303(4)(b): no resolution", Code: RequisitionIncomplete, Change: asks(func(r *Requisition) { r.WithText, r.Improper = no, law.Fact[bool]{} }), Want: law.Met},
		{Name: "s. 303: no request to complete", Code: RequisitionIncomplete, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 304(1)(a): the twenty-first day", Code: CalledLate, Want: law.Met},
		{Name: "s. 304(1)(a): the day after", Code: CalledLate, Change: asks(func(r *Requisition) { r.Called = on("2026-04-23") }), Want: law.Breached},
		{Name: "s. 304: no request", Code: CalledLate, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 304(1)(b): the twenty-eighth day", Code: HeldLate, Want: law.Met},
		{Name: "s. 304(1)(b): the day after", Code: HeldLate, Change: asks(func(r *Requisition) { r.Meeting = on("2026-05-21") }), Want: law.Breached},
		{Name: "s. 304: no request", Code: HeldLate, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 305(1): more than half", Code: OwnCallTooSmall, Want: law.Met},
		{Name: "s. 305(1): half", Code: OwnCallTooSmall, Change: asks(func(r *Requisition) { r.Own.Ptr().Votes = 50 }), Want: law.Breached},
		{Name: "s. 305: the directors called it", Code: OwnCallTooSmall, Change: asks(func(r *Requisition) { r.Own = law.Fact[OwnCall]{} }), Want: law.NotApplicable},
		{Name: "s. 305(3): three months", Code: OwnMeetingLate, Want: law.Met},
		{Name: "s. 305(3): a day over", Code: OwnMeetingLate, Change: asks(func(r *Requisition) { r.Own.Ptr().Meeting = law.MustDate("2026-07-02") }), Want: law.Breached},
		{Name: "s. 305: the directors called it", Code: OwnMeetingLate, Change: unasked, Want: law.NotApplicable},
		{Name: "s. 305(6): reimbursed", Code: OwnCallUnpaid, Want: law.Met},
		{Name: "s. 305(6): refused", Code: OwnCallUnpaid, Change: asks(func(r *Requisition) { r.Own.Ptr().Refused = yes }), Want: law.Breached},
		{Name: "s. 305: the directors called it", Code: OwnCallUnpaid, Change: asks(func(r *Requisition) { r.Own = law.Fact[OwnCall]{} }), Want: law.NotApplicable},
		{Name: "s. 314(2)(a): 5% of votes", Code: StatementUnsupported, Want: law.Met},
		{Name: "s. 314(2)(b): a hundred members with £100 each", Code: StatementUnsupported, Change: states(func(r *StatementRequest) { r.Votes, r.Members, r.PaidUp = num(49), num(100), pounds(10_000) }), Want: law.Met},
		{Name: "s. 314(2)(b): £99.99 each", Code: StatementUnsupported, Change: states(func(r *StatementRequest) { r.Votes, r.Members, r.PaidUp = num(49), num(100), pounds(9_999) }), Want: law.Breached},
		{Name: "s. 314(2)(b): ninety-nine members", Code: StatementUnsupported, Change: states(func(r *StatementRequest) { r.Votes, r.Members, r.PaidUp = num(49), num(99), pounds(10_000) }), Want: law.Breached},
		{Name: "s. 314: no request", Code: StatementUnsupported, Change: silent, Want: law.NotApplicable},
		{Name: "s. 314(1): a thousand words", Code: StatementTooLong, Want: law.Met},
		{Name: "s. 314(1): one more", Code: StatementTooLong, Change: states(func(r *StatementRequest) { r.Words = law.Known(1001) }), Want: law.Breached},
		{Name: "s. 314: no request", Code: StatementTooLong, Change: silent, Want: law.NotApplicable},
		{Name: "s. 314(4)(d): a clear week", Code: StatementLate, Want: law.Met},
		{Name: "s. 314(4)(d): six clear days", Code: StatementLate, Change: states(func(r *StatementRequest) { r.Received = on("2026-06-13") }), Want: law.Breached},
		{Name: "s. 314: no request", Code: StatementLate, Change: silent, Want: law.NotApplicable},
	})
}

func TestB9TreasurySharesAreOutOfTheBaseOfARequisition(t *testing.T) {
	c, f := limited(), Enacted()
	base, _, ok := VotingCapital(*c.Classes.Ptr())
	require.True(t, ok)
	assert.Equal(t, law.Pounds(180_000), base)
	needs, ok := RequisitionNeeds(&f, int64(base), false, law.MustDate("2026-01-01"))
	assert.True(t, ok)
	assert.Equal(t, law.Pounds(9_000), law.Pence(needs))
}

func TestB10TheLastDayForNotice(t *testing.T) {
	f := Enacted()
	private, ok := NoticeBy(&f, Call{}, law.MustDate("2026-06-20"))
	assert.True(t, ok)
	assert.Equal(t, "2026-06-05", private.String())
	annual, ok := NoticeBy(&f, Call{Public: true, Annual: true}, law.MustDate("2026-06-20"))
	assert.True(t, ok)
	assert.Equal(t, "2026-05-29", annual.String())
	_, ok = NoticeBy(&f, Call{}, law.MustDate("2007-09-30"))
	assert.False(t, ok)
}

func TestS1147NonWorkingDaysDoNotCount(t *testing.T) {
	cal := law.BankHolidays()
	for sent, want := range map[string]string{"2024-06-04": "2024-06-06", "2024-06-06": "2024-06-10", "2024-12-24": "2024-12-30"} {
		got, err := DeliveredOn(cal, law.DivisionEnglandAndWales, law.MustDate(sent))
		require.NoError(t, err)
		assert.Equal(t, want, got.String(), sent)
	}
	_, err := DeliveredOn(cal, law.DivisionEnglandAndWales, law.MustDate("1900-01-01"))
	assert.ErrorIs(t, err, law.ErrOutsideTable)
}

func TestS1147AWebsiteCountsFromTheLaterOfPublicationAndNotice(t *testing.T) {
	early, late := law.MustDate("2026-06-01"), law.MustDate("2026-06-03")
	assert.Equal(t, late, DeliveredOnline(early, late))
	assert.Equal(t, late, DeliveredOnline(late, early))
}

// The law of the day of the notice governs, not that of the day of the meeting.
func TestNoticeByGoesByTheDayOfTheNotice(t *testing.T) {
	f := Enacted()
	by, ok := NoticeBy(&f, Call{Traded: true}, law.MustDate("2009-08-20"))
	require.True(t, ok)
	assert.Equal(t, "2009-08-02", by.String(), "the last day of the 14 days' notice")
	by, _ = NoticeBy(&f, Call{Traded: true}, law.MustDate("2009-08-25"))
	assert.Equal(t, "2009-08-03", by.String())
	by, _ = NoticeBy(&f, Call{Traded: true}, law.MustDate("2009-08-10"))
	assert.Equal(t, "2009-07-26", by.String())
}
