package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// leavingBy is a company limited by shares that leaves by a route, resolved on 2 March 2020
// and applied for on the first day after the 28 days for objecting; of what the other
// routes ask for, everything is there as well.
func leavingBy(r Route) Company {
	return Company{
		Type: law.Known(Schedule3), Standing: Standing{Limited: law.Known(ByShares), Measures: law.Known([]Measure{})},
		Leaving: law.Known(Leaving{
			Passage: passed("2020-03-02", "2020-03-31"), Route: law.Known(r), NewName: law.Known("Blue Hill"),
			States: yes, Alters: yes, ChangesName: yes, Charity: law.Known(UnderEnglishLaw), Statement: yes, Eligible: yes, Ceased: yes,
			Society: SocietyTerms{Restricted: yes, Signers: law.Known(3), DirectorSigned: yes, Statement: yes},
			CIO: CIOTerms{
				FullyPaid: yes, Exempt: no, OfficeInEnglandOrWales: yes, Special: yes, Unanimous: no,
				Constitution: yes, Adopted: yes, Entrenched: no, OldGuarantee: pounds(11), NewGuarantee: pounds(11),
			},
		}),
	}
}

func becomingCharity() Company { return leavingBy(BecomeCharity) }

func leaving(change func(*Leaving)) func(*Company) {
	return func(c *Company) {
		l := *c.Leaving.Ptr()
		change(&l)
		c.Leaving = law.Known(l)
	}
}

func by(r Route) func(*Company) {
	return leaving(func(l *Leaving) { l.Route = law.Known(r) })
}

var leavingDates = map[string]func(*Company, law.Date){
	"leaving.passed":  func(c *Company, d law.Date) { leaving(func(l *Leaving) { l.Passed = law.Known(d) })(c) },
	"leaving.applied": func(c *Company, d law.Date) { leaving(func(l *Leaving) { l.Applied = law.Known(d) })(c) },
}

func TestLeavingRules(t *testing.T) {
	on := func(s string) func(*Company) {
		return leaving(func(l *Leaving) { l.Applied = day(s) })
	}
	resolved := func(passed, applied string) func(*Company) {
		return leaving(func(l *Leaving) { l.Passed, l.Applied = day(passed), day(applied) })
	}
	called := func(s string) func(*Company) {
		return leaving(func(l *Leaving) { l.NewName = law.Known(s) })
	}
	staying := func(c *Company) { c.Leaving = law.Fact[Leaving]{} }
	unanimous := leaving(func(l *Leaving) {
		l.Support = law.Known(Support{Capital: law.Known(Holding{100, 100}), Classes: law.Known([]Holding{{100, 100}})})
	})
	cases := []lawtest.Case[Company]{
		{Name: "s. 53(a): to a charity", Code: NoWayOut, Want: law.Met},
		{Name: "s. 53: dissolution", Code: NoWayOut, Change: by(Dissolve), Want: law.Met},
		{Name: "s. 53(b): to a society from 1 October 2009", Code: NoWayOut, Change: both(by(BecomeSociety), on("2009-10-01")), Want: law.Met},
		{Name: "s. 53(b): not on 30 September 2009", Code: NoWayOut, Change: both(by(BecomeSociety), on("2009-09-30")), Want: law.Breached},
		{Name: "SI 2017/1232: to a CIO from 1 January 2018", Code: NoWayOut, Change: both(by(BecomeCIO), on("2018-01-01")), Want: law.Met},
		{Name: "SI 2017/1232: not on 31 December 2017", Code: NoWayOut, Change: both(by(BecomeCIO), on("2017-12-31")), Want: law.Breached},
		{Name: "s. 53: never to an ordinary company", Code: NoWayOut, Change: by(BecomeOrdinaryCompany), Want: law.Breached, At: "leaving.route"},
		{Name: "s. 52: never to an unlimited one", Code: NoWayOut, Change: by(BecomeUnlimited), Want: law.Breached},
		{Name: "s. 53: never to a partnership", Code: NoWayOut, Change: by(BecomePartnership), Want: law.Breached},
		{Name: "s. 53: by a route that nobody states", Code: NoWayOut, Change: leaving(func(l *Leaving) { l.Route = law.Fact[Route]{} }), Want: law.Unknown, At: "leaving.route"},
		{Name: "s. 53: staying", Code: NoWayOut, Change: staying, Want: law.NotApplicable},

		{Name: "s. 55(2): nothing stands", Code: LeavingBlocked, Want: law.Met},
		{Name: "s. 55(2): nobody says", Code: LeavingBlocked, Change: func(c *Company) { c.Standing.Measures = law.Fact[[]Measure]{} }, Want: law.Unknown, At: "standing.measures"},
		{Name: "s. 55(2): dissolution is no decision of the Regulator", Code: LeavingBlocked, Change: by(Dissolve), Want: law.NotApplicable},
		{Name: "reg 6A: for a society as well", Code: LeavingBlocked, Change: both(by(BecomeSociety), func(c *Company) { c.Standing.Measures = law.Known([]Measure{PropertyHeld}) }), Want: law.Breached},
		{Name: "SI 2017/1232 reg 6(2): for a CIO as well", Code: LeavingBlocked, Change: both(by(BecomeCIO), func(c *Company) { c.Standing.Measures = law.Known([]Measure{PetitionPresented}) }), Want: law.Breached},

		{Name: "s. 54(1)(a): all three", Code: LeavingIncomplete, Want: law.Met},
		{Name: "s. 54(1)(a)(iii): no change of name", Code: LeavingIncomplete, Change: leaving(func(l *Leaving) { l.ChangesName = no }), Want: law.Breached, At: "leaving.changes_name"},
		{Name: "s. 54(1)(a): not for a society", Code: LeavingIncomplete, Change: by(BecomeSociety), Want: law.NotApplicable},

		{Name: "s. 54(1)(a)(iii): the ending dropped", Code: EndingKept, Want: law.Met},
		{Name: "s. 54(1)(a)(iii): the ending kept", Code: EndingKept, Change: called("Blue Hill CIC"), Want: law.Breached, At: "leaving.new_name"},
		{Name: "s. 54(1)(a)(iii): in Welsh", Code: EndingKept, Change: called("Bryn Glas C.B.C."), Want: law.Breached},
		{Name: "s. 54(1)(a)(iii): not for dissolution", Code: EndingKept, Change: by(Dissolve), Want: law.NotApplicable},

		{Name: "s. 54(1)(a): carried", Code: LeavingNotCarried, Want: law.Met},
		{Name: "s. 54(1)(a): 74 of 100", Code: LeavingNotCarried, Change: leaving(func(l *Leaving) { l.Vote = law.Known(governance.Tally{For: 74, Against: 26}) }), Want: law.Breached, At: "leaving.vote"},
		{Name: "s. 54(1)(a): another measure for a CIO", Code: LeavingNotCarried, Change: by(BecomeCIO), Want: law.NotApplicable},

		{Name: "s. 54(2)(a)(ii): the day after 28 days", Code: LeavingEarly, Want: law.Met},
		{Name: "s. 54(2)(a)(ii): the 28th day", Code: LeavingEarly, Change: on("2020-03-30"), Want: law.Breached, At: "leaving.applied"},
		{Name: "s. 54(2)(a)(i): at unanimity no waiting", Code: LeavingEarly, Change: both(on("2020-03-03"), unanimous), Want: law.Met},
		{Name: "s. 54: a company of no stated kind", Code: LeavingEarly, Change: func(c *Company) { c.Standing.Limited = law.Fact[Limited]{} }, Want: law.Unknown, At: "standing.limited"},
		{Name: "s. 54A: no such objection to a CIO", Code: LeavingEarly, Change: both(by(BecomeCIO), on("2020-03-03")), Want: law.NotApplicable},

		{Name: "s. 54(3) as enacted: 21 days", Code: LeavingEarly1985, Change: resolved("2009-06-01", "2009-06-22"), Want: law.Met},
		{Name: "s. 54(3) as enacted: 20", Code: LeavingEarly1985, Change: resolved("2009-06-01", "2009-06-21"), Want: law.Breached},
		{Name: "s. 54(3) as enacted: staying", Code: LeavingEarly1985, Change: both(resolved("2009-06-01", "2009-06-21"), staying), Want: law.NotApplicable},

		{Name: "s. 54(3)(c): 15 days after the relevant date", Code: LeavingLate, Change: on("2020-04-14"), Want: law.Met},
		{Name: "s. 54(3)(c): 16", Code: LeavingLate, Change: on("2020-04-15"), Want: law.Breached, At: "leaving.applied"},
		{Name: "s. 54(3): not for dissolution", Code: LeavingLate, Change: by(Dissolve), Want: law.NotApplicable},

		{Name: "s. 54C(2)(a): the Commission's statement", Code: NoCharityStatement, Want: law.Met},
		{Name: "s. 54C(2)(b): none of the Scottish regulator", Code: NoCharityStatement, Change: leaving(func(l *Leaving) { l.Charity, l.Statement = law.Known(UnderScottishLaw), no }), Want: law.Breached, At: "leaving.statement"},
		{Name: "s. 54C(2): of no charity law", Code: NoCharityStatement, Change: leaving(func(l *Leaving) { l.Charity = law.Known(NoCharity) }), Want: law.Breached, At: "leaving.charity"},
		{Name: "s. 54C(2): not for a society", Code: NoCharityStatement, Change: by(BecomeSociety), Want: law.NotApplicable},

		{Name: "s. 55A(1): on a decision", Code: LeftUndecided, Want: law.Met},
		{Name: "s. 55A(1): without", Code: LeftUndecided, Change: leaving(func(l *Leaving) { l.Eligible = no }), Want: law.Breached, At: "leaving.eligible"},
		{Name: "s. 55A(1): not ceased yet", Code: LeftUndecided, Change: leaving(func(l *Leaving) { l.Ceased = no }), Want: law.NotApplicable},
		{Name: "s. 53: dissolution needs none", Code: LeftUndecided, Change: by(Dissolve), Want: law.NotApplicable},
	}
	for m := AuditUnfinished; m <= PetitionPresented; m++ {
		cases = append(cases, lawtest.Case[Company]{
			Name: "s. 55(2): " + m.String(), Code: LeavingBlocked, Want: law.Breached, At: "standing.measures[0]",
			Change: func(c *Company) { c.Standing.Measures = law.Known([]Measure{m}) },
		})
	}
	lawtest.Suite[Company, Figures]{
		Rules: leavingTable, Figures: Enacted(), Lawful: becomingCharity, On: "2020-06-01", In: law.England,
		Dates: leavingDates, Cases: cases,
	}.Run(t)
}

func TestS55EveryBlockerIsNamedInAFindingOfItsOwn(t *testing.T) {
	c, f := becomingCharity(), Enacted()
	var all []Measure
	for m := AuditUnfinished; m <= PetitionPresented; m++ {
		all = append(all, m)
	}
	c.Standing.Measures = law.Known(all)
	rep := leavingTable.Judge(&c, &f, law.MustDate("2020-06-01"), law.England)
	require.Len(t, rep.Findings, 8)
	for i, letter := range "abcdefgh" {
		assert.Equal(t, law.Path("standing.measures", i, ""), rep.Findings[i].Path)
		assert.Contains(t, rep.Findings[i].Message, "(s. 55(2)("+string(letter)+"))")
	}
}

func TestLeavingOtherRules(t *testing.T) {
	society := func(change func(*SocietyTerms)) func(*Company) {
		return both(by(BecomeSociety), leaving(func(l *Leaving) { change(&l.Society) }))
	}
	cio := func(change func(*CIOTerms)) func(*Company) {
		return leaving(func(l *Leaving) { change(&l.CIO) })
	}
	called := func(s string) func(*Company) {
		return both(by(BecomeSociety), leaving(func(l *Leaving) { l.NewName = law.Known(s) }))
	}
	guarantee := func(was, is law.Fact[law.Pence]) func(*Company) {
		return both(
			func(c *Company) { c.Standing.Limited = law.Known(ByGuaranteeOnly) },
			cio(func(t *CIOTerms) { t.OldGuarantee, t.NewGuarantee = was, is }))
	}
	charity := by(BecomeCharity)
	lawtest.Suite[Company, Figures]{
		Rules: leavingOtherTable, Figures: Enacted(), Lawful: func() Company { return leavingBy(BecomeCIO) }, On: "2020-06-01", In: law.England,
		Dates: leavingDates,
		Cases: []lawtest.Case[Company]{
			{Name: "reg 6A: with the restriction", Code: SocietyUnrestricted, Change: by(BecomeSociety), Want: law.Met},
			{Name: "reg 6A: a co-operative without it", Code: SocietyUnrestricted, Change: society(func(s *SocietyTerms) { s.Restricted = no }), Want: law.Breached, At: "leaving.society.restricted"},
			{Name: "reg 6A: not a society", Code: SocietyUnrestricted, Want: law.NotApplicable},
			{Name: "reg 6A: three members and a director", Code: SocietyUnsigned, Change: by(BecomeSociety), Want: law.Met},
			{Name: "reg 6A: two members", Code: SocietyUnsigned, Change: society(func(s *SocietyTerms) { s.Signers = law.Known(2) }), Want: law.Breached, At: "leaving.society.signers"},
			{Name: "reg 6A: no director", Code: SocietyUnsigned, Change: society(func(s *SocietyTerms) { s.DirectorSigned = no }), Want: law.Breached, At: "leaving.society.director_signed"},
			{Name: "reg 6A: not a society", Code: SocietyUnsigned, Want: law.NotApplicable},
			{Name: "reg 6A: the statement", Code: NoSocietyStatement, Change: by(BecomeSociety), Want: law.Met},
			{Name: "reg 6A: none", Code: NoSocietyStatement, Change: society(func(s *SocietyTerms) { s.Statement = no }), Want: law.Breached, At: "leaving.society.statement"},
			{Name: "reg 6A: not a society", Code: NoSocietyStatement, Want: law.NotApplicable},
			{Name: "reg 6A(5): a name without such words", Code: SocietyName, Change: called("Blue Hill Limited"), Want: law.Met},
			{Name: "reg 6A(5): company in the middle", Code: SocietyName, Change: called("Blue Company Hill Limited"), Want: law.Breached, At: "leaving.new_name"},
			{Name: "reg 6A(5): c.i.c. in the middle", Code: SocietyName, Change: called("The C.I.C. Society Limited"), Want: law.Breached},
			{Name: "reg 6A(5): part of a word is not the word", Code: SocietyName, Change: called("Companionship Bocic Limited"), Want: law.Met},
			{Name: "reg 6A(5): not a society", Code: SocietyName, Want: law.NotApplicable},

			{Name: "reg 4(2)(a): fully paid", Code: SharesNotPaid, Want: law.Met},
			{Name: "reg 4(2)(a): one share half paid", Code: SharesNotPaid, Change: cio(func(t *CIOTerms) { t.FullyPaid = no }), Want: law.Breached, At: "leaving.cio.fully_paid"},
			{Name: "reg 4(2)(a): no shares", Code: SharesNotPaid, Change: func(c *Company) { c.Type = law.Known(ByGuarantee) }, Want: law.NotApplicable},
			{Name: "reg 4(2)(b): not exempt", Code: ExemptCharity, Want: law.Met},
			{Name: "reg 4(2)(b): exempt", Code: ExemptCharity, Change: cio(func(t *CIOTerms) { t.Exempt = yes }), Want: law.Breached, At: "leaving.cio.exempt"},
			{Name: "reg 4(2)(b): not a CIO", Code: ExemptCharity, Change: charity, Want: law.NotApplicable},
			{Name: "reg 4(1): in England or Wales", Code: CIOElsewhere, Want: law.Met},
			{Name: "reg 4(1): in Scotland", Code: CIOElsewhere, Change: cio(func(t *CIOTerms) { t.OfficeInEnglandOrWales = no }), Want: law.Breached, At: "leaving.cio.office_in_england_or_wales"},
			{Name: "reg 4(1): not a CIO", Code: CIOElsewhere, Change: charity, Want: law.NotApplicable},
			{Name: "reg 4(4)(a): a special resolution", Code: CIONotResolved, Want: law.Met},
			{Name: "reg 4(4)(b): unanimous writing instead", Code: CIONotResolved, Change: cio(func(t *CIOTerms) { t.Special, t.Unanimous = no, yes }), Want: law.Met},
			{Name: "reg 4(4): neither", Code: CIONotResolved, Change: cio(func(t *CIOTerms) { t.Special, t.Unanimous = no, no }), Want: law.Breached, At: "leaving.cio.special"},
			{Name: "reg 4(4): one not, the other not stated", Code: CIONotResolved, Change: cio(func(t *CIOTerms) { t.Special, t.Unanimous = no, law.Fact[bool]{} }), Want: law.Unknown, At: "leaving.cio.unanimous"},
			{Name: "reg 4(4): not a CIO", Code: CIONotResolved, Change: charity, Want: law.NotApplicable},
			{Name: "reg 4(3): all there", Code: CIOIncomplete, Want: law.Met},
			{Name: "reg 4(3)(c): entrenched, and said so", Code: CIOIncomplete, Change: cio(func(t *CIOTerms) { t.Entrenched, t.EntrenchmentStated = yes, yes }), Want: law.Met},
			{Name: "reg 4(3)(c): entrenched, and not said", Code: CIOIncomplete, Change: cio(func(t *CIOTerms) { t.Entrenched, t.EntrenchmentStated = yes, no }), Want: law.Breached, At: "leaving.cio.entrenchment_stated"},
			{Name: "reg 4(3)(d): not adopted", Code: CIOIncomplete, Change: cio(func(t *CIOTerms) { t.Adopted = no }), Want: law.Breached, At: "leaving.cio.adopted"},
			{Name: "reg 4(3): not a CIO", Code: CIOIncomplete, Change: charity, Want: law.NotApplicable},
			{Name: "reg 4(7): not less", Code: GuaranteeReduced, Change: guarantee(pounds(11), pounds(11)), Want: law.Met},
			{Name: "reg 4(7): a penny less", Code: GuaranteeReduced, Change: guarantee(pounds(11), pence(10_99)), Want: law.Breached, At: "leaving.cio.new_guarantee"},
			{Name: "reg 4(8): £10 is dropped", Code: GuaranteeReduced, Change: guarantee(pounds(10), pounds(0)), Want: law.Met},
			{Name: "reg 4(8): a penny more is not", Code: GuaranteeReduced, Change: guarantee(pence(10_01), pounds(0)), Want: law.Breached},
			{Name: "reg 4(6): limited by shares", Code: GuaranteeReduced, Want: law.NotApplicable},
			{Name: "practice: not taken on 31 August 2018", Code: CIONotYetTaken, Change: leaving(func(l *Leaving) { l.Applied = day("2018-08-31") }), Want: law.Breached},
			{Name: "practice: taken on 1 September 2018", Code: CIONotYetTaken, Change: leaving(func(l *Leaving) { l.Applied = day("2018-09-01") }), Want: law.NotInForce},
			{Name: "practice: not a CIO", Code: CIONotYetTaken, Change: both(charity, leaving(func(l *Leaving) { l.Applied = day("2018-08-31") })), Want: law.NotApplicable},
		},
		Exempt: map[string]string{"cic.cio-not-yet-taken met": "no application was taken while the practice lasted"},
	}.Run(t)
}

func TestW22APartlyPaidShareBarsACharitableIncorporatedOrganisation(t *testing.T) {
	c, f := leavingBy(BecomeCIO), Enacted()
	leaving(func(l *Leaving) {
		l.Passed, l.Applied, l.CIO.FullyPaid = day("2019-04-01"), day("2019-05-01"), no
	})(&c)
	rep := join(leavingTable, leavingOtherTable).Judge(&c, &f, law.MustDate("2019-05-01"), law.England)
	require.ErrorIs(t, rep.Err(), SharesNotPaid)
	require.Len(t, rep.Findings, 1)
	leaving(func(l *Leaving) { l.CIO.FullyPaid = yes })(&c)
	rep = join(leavingTable, leavingOtherTable).Judge(&c, &f, law.MustDate("2019-05-01"), law.England)
	assert.Empty(t, rep.Findings)
}

func TestS53WaysOutByDate(t *testing.T) {
	for r, first := range map[Route]string{
		BecomeCharity: "2005-07-01", Dissolve: "2005-07-01", BecomeSociety: "2009-10-01", BecomeCIO: "2018-01-01",
	} {
		on := law.MustDate(first)
		open, _ := WayOut(r, on)
		assert.True(t, open, "%v on %v", r, on)
		open, _ = WayOut(r, on.AddDays(-1))
		assert.False(t, open, "%v the day before", r)
	}
	for _, r := range []Route{BecomeOrdinaryCompany, BecomeUnlimited, BecomePartnership} {
		open, by := WayOut(r, law.MustDate("2026-11-23"))
		assert.False(t, open)
		assert.Equal(t, "s. 53", by.Pinpoint)
	}
}
