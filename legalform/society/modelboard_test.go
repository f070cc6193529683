package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestModelBoards(t *testing.T) {
	type c = lawtest.Case[Society]
	director := func(i int, f func(*ModelDirector)) change {
		return inModel(func(m *ModelRules) { f(&(*m.Board.Ptr().Directors.Ptr())[i]) })
	}
	board := func(n int) change {
		return inModel(func(m *ModelRules) {
			list := *m.Board.Ptr().Directors.Ptr()
			m.Board.Ptr().Directors = law.Known(list[:n])
		})
	}
	met := func(all, present int64) change {
		return inModel(func(m *ModelRules) {
			m.BoardMeeting.Ptr().InOffice, m.BoardMeeting.Ptr().Present = headcount(all), headcount(present)
		})
	}
	retired := func(first bool, all, n int64) change {
		return inModel(func(m *ModelRules) {
			x := m.Retirement.Ptr()
			x.First, x.InOffice, x.Retired = law.Known(first), headcount(all), headcount(n)
		})
	}
	admit := func(f func(*ModelAdmission)) change { return inModel(func(m *ModelRules) { f(m.Admission.Ptr()) }) }
	excluded := admit(func(x *ModelAdmission) {
		x.Excluded, x.Reasonable, x.Equal, x.Born, x.WeeklyHours = isSo, isSo, isSo, on("2020-01-01"), headcount(1)
	})
	disposed := func(pence law.Pence, approved law.Fact[bool]) change {
		return inModel(func(m *ModelRules) { m.Disposal.Ptr().Value, m.Disposal.Ptr().Approved = law.Known(pence), approved })
	}
	cases := []c{
		{Name: "BOARD-01: three directors", Code: BoardTooSmall, Want: law.Met},
		{Name: "BOARD-01: two", Code: BoardTooSmall, Change: board(2), Want: law.Breached, At: "model_rules.board.directors"},
		{Name: "WCLS-01: two of a company", Code: BoardTooSmall, Change: both(inCompany, board(2)), Want: law.Met},
		{Name: "WCLS-01: one of a company", Code: BoardTooSmall, Change: both(inCompany, board(1)), Want: law.Breached},
		{Name: "BOARD-01: directors not stated", Code: BoardTooSmall, Want: law.Unknown, At: "model_rules.board.directors", Change: inModel(func(m *ModelRules) {
			m.Board.Ptr().Directors = law.Fact[[]ModelDirector]{}
		})},

		{Name: "BOARD-01: 18 on the day", Code: DirectorUnderAge, Want: law.Met},
		{Name: "BOARD-01: 18 tomorrow", Code: DirectorUnderAge, Want: law.Breached, At: "model_rules.board.directors[0].born", Change: director(0, func(d *ModelDirector) { d.Born = on("2008-05-17") })},
		{Name: "BOARD-01: a birth at the end of the calendar", Code: DirectorUnderAge, Want: law.Breached, Change: director(0, func(d *ModelDirector) { d.Born = on("9999-12-31") })},
		{Name: "WCLS: 16 on the day, in a company", Code: DirectorUnderAge, Want: law.Met, Change: both(inCompany, director(0, func(d *ModelDirector) { d.Born = on("2010-05-16") }))},
		{Name: "WCLS: 16 tomorrow", Code: DirectorUnderAge, Want: law.Breached, Change: both(inCompany, director(0, func(d *ModelDirector) { d.Born = on("2010-05-17") }))},
		{Name: "BOARD-01: a birth not stated", Code: DirectorUnderAge, Want: law.Unknown, At: "model_rules.board.directors[1].born", Change: director(1, func(d *ModelDirector) { d.Born = law.Fact[law.Date]{} })},

		{Name: "BOARD-01: members, and one from outside", Code: DirectorNotMember, Want: law.Met},
		{Name: "BOARD-01: no member, and not co-opted from outside", Code: DirectorNotMember, Want: law.Breached, At: "model_rules.board.directors[1].member", Change: director(1, func(d *ModelDirector) { d.Member = notSo })},
		{Name: "BOARD-01: whether a member is not stated", Code: DirectorNotMember, Want: law.Unknown, At: "model_rules.board.directors[1].member", Change: director(1, func(d *ModelDirector) { d.Member = law.Fact[bool]{} })},

		{Name: "BOARD-01: two from outside", Code: TooManyCoOpted, Want: law.Met, Change: director(0, func(d *ModelDirector) { d.External = isSo })},
		{Name: "BOARD-01: three", Code: TooManyCoOpted, Want: law.Breached, At: "model_rules.board.directors", Change: both(director(0, func(d *ModelDirector) { d.External = isSo }), director(1, func(d *ModelDirector) { d.External = isSo }))},

		{Name: "BOARD-01: reviewed twelve months ago", Code: CoOptionNotReviewed, Want: law.Met},
		{Name: "BOARD-01: a day longer ago", Code: CoOptionNotReviewed, Want: law.Breached, At: "model_rules.board.directors[2].reviewed", Change: director(2, func(d *ModelDirector) { d.Reviewed = on("2025-05-15") })},
		{Name: "BOARD-01: a review not stated", Code: CoOptionNotReviewed, Want: law.Unknown, At: "model_rules.board.directors[2].reviewed", Change: director(2, func(d *ModelDirector) { d.Reviewed = law.Fact[law.Date]{} })},

		{Name: "BOARD-01: four of seven", Code: BoardInquorate, Want: law.Met},
		{Name: "BOARD-01: three of seven", Code: BoardInquorate, Change: met(7, 3), Want: law.Breached, At: "model_rules.board_meeting.present"},
		{Name: "BOARD-01: three of four", Code: BoardInquorate, Change: met(4, 3), Want: law.Met},
		{Name: "BOARD-01: two of four, where three is the greater", Code: BoardInquorate, Change: met(4, 2), Want: law.Breached},
		{Name: "WCLS-01: two of four in a company", Code: BoardInquorate, Change: both(inCompany, met(4, 2)), Want: law.Met},
		{Name: "WCLS-01: one of two", Code: BoardInquorate, Change: both(inCompany, met(2, 1)), Want: law.Breached},

		{Name: "BOARD-01: two of seven, the number nearest to a third", Code: TooFewRetired, Want: law.Met},
		{Name: "BOARD-01: one of seven", Code: TooFewRetired, Change: retired(false, 7, 1), Want: law.Breached, At: "model_rules.retirement.retired"},
		{Name: "BOARD-01: three of eight", Code: TooFewRetired, Change: retired(false, 8, 3), Want: law.Met},
		{Name: "BOARD-01: two of eight", Code: TooFewRetired, Change: retired(false, 8, 2), Want: law.Breached},
		{Name: "BOARD-01: all at the first", Code: TooFewRetired, Change: retired(true, 7, 7), Want: law.Met},
		{Name: "BOARD-01: all but one at the first", Code: TooFewRetired, Change: retired(true, 7, 6), Want: law.Breached},

		{Name: "VOTE-02: a third, approved", Code: DisposalUnapproved, Want: law.Met},
		{Name: "VOTE-02: a third, not approved", Code: DisposalUnapproved, Change: disposed(100_00, notSo), Want: law.Breached, At: "model_rules.disposal.approved"},
		{Name: "VOTE-02: a penny less needs no approval", Code: DisposalUnapproved, Change: disposed(99_99, notSo), Want: law.Met},
		{Name: "VOTE-02: approval not stated", Code: DisposalUnapproved, Change: disposed(100_00, law.Fact[bool]{}), Want: law.Unknown, At: "model_rules.disposal.approved"},

		{Name: "MEM-01: 16 on the day", Code: MemberUnderAge, Want: law.Met},
		{Name: "MEM-01: 16 tomorrow", Code: MemberUnderAge, Want: law.Breached, At: "model_rules.admission.born", Change: admit(func(x *ModelAdmission) { x.Born = on("2010-05-17") })},
		{Name: "MEM-01: a body corporate has no age", Code: MemberUnderAge, Want: law.Met, Change: admit(func(x *ModelAdmission) { x.Born, x.NaturalPerson = law.Fact[law.Date]{}, notSo })},
		{Name: "MEM-01: who is kept out need not be 16", Code: MemberUnderAge, Change: excluded, Want: law.Met},
		{Name: "MEM-01: nobody is excluded", Code: ExclusionUnequal, Want: law.NotApplicable},
		{Name: "WCLS-01: eight hours", Code: MemberNotEmployed, Change: inCompany, Want: law.Met},
		{Name: "WCLS-01: seven", Code: MemberNotEmployed, Want: law.Breached, At: "model_rules.admission.weekly_hours", Change: both(inCompany, admit(func(x *ModelAdmission) { x.WeeklyHours = headcount(7) }))},
		{Name: "WCLS-01: an employee kept out for too few hours", Code: MemberNotEmployed, Change: both(inCompany, excluded), Want: law.Met},
		{Name: "WCLS-01: a society admits others", Code: MemberNotEmployed, Want: law.NotApplicable},
		{Name: "WCLS-01: one share", Code: SeveralShares, Change: inCompany, Want: law.Met},
		{Name: "WCLS-01: two", Code: SeveralShares, Want: law.Breached, At: "model_rules.admission.shares", Change: both(inCompany, admit(func(x *ModelAdmission) { x.Shares = headcount(2) }))},
		{Name: "WCLS-01: a society lets members hold more", Code: SeveralShares, Want: law.NotApplicable},
	}
	cases = append(cases, asking(excluded,
		askedCase{ExclusionUnequal, "model_rules.admission.reasonable", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Admission.Ptr().Reasonable }, true},
		askedCase{ExclusionUnequal, "model_rules.admission.equal", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Admission.Ptr().Equal }, true},
	)...)
	modelSuite(modelBoards, append(cases, unmodelled(modelBoards)...)...).Run(t)
}

func TestDirectorsRetiringIsTheNumberNearestToAThird(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-05-16")
	for n := range int64(1_000) {
		due, ok := f.DirectorsRetiring(n, false, day)
		assert.True(t, ok)
		assert.LessOrEqual(t, 3*due-n, int64(1))
		assert.GreaterOrEqual(t, 3*due-n, int64(-1))
		all, _ := f.DirectorsRetiring(n, true, day)
		assert.Equal(t, n, all)
	}
	_, ok := f.DirectorsRetiring(7, false, law.MustDate("2011-12-31"))
	assert.False(t, ok)
}
