package charity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// academy is an academy trust of five members and eleven trustees, in a board meeting.
func academy() Charity {
	return Charity{
		Kind: law.Known(AcademyTrust), Members: law.Known[int64](5), Trustees: law.Known[int64](11),
		ParentTrustees: law.Known[int64](2), EmployeeTrustees: law.Known[int64](0),
		Meeting: law.Known(Meeting{Held: on("2026-03-02"), General: law.Known(false), Present: law.Known[int64](4)}),
	}
}

func TestAcademies(t *testing.T) {
	number := func(n int64) change { return func(s *Charity) { s.Members = law.Known(n) } }
	meeting := func(general bool, n int64) change {
		return func(s *Charity) { s.Meeting.Ptr().General, s.Meeting.Ptr().Present = law.Known(general), law.Known(n) }
	}
	removal := func(yes, present int64) change {
		return func(s *Charity) {
			s.Resolution = law.Known(Resolution{
				Kind: law.Known(ChairRemoval), Passed: on("2026-03-02"), TrusteesVotes: law.Known(governance.Tally{For: yes, Present: present}),
			})
		}
	}
	suite(academies, academy,
		cases{Name: "model: three members", Code: AcademyTooFewMembers, Change: number(3), Want: law.Met},
		cases{Name: "model: two members", Code: AcademyTooFewMembers, Change: number(2), Want: law.Breached, At: "members"},
		cases{Name: "model: another charity", Code: AcademyTooFewMembers, Change: kind(Company), Want: law.NotApplicable},
		cases{Name: "Handbook: five members", Code: AcademyFewMembers, Want: law.Met},
		cases{Name: "Handbook: four members", Code: AcademyFewMembers, Change: number(4), Want: law.Breached},
		cases{Name: "Handbook: another charity", Code: AcademyFewMembers, Change: kind(Company), Want: law.NotApplicable},
		cases{Name: "model: two members at a general meeting", Code: AcademyMeetingInquorate, Change: meeting(true, 2), Want: law.Met},
		cases{Name: "model: one member", Code: AcademyMeetingInquorate, Change: meeting(true, 1), Want: law.Breached},
		cases{Name: "model: a board meeting", Code: AcademyMeetingInquorate, Want: law.NotApplicable},
		cases{Name: "model: four of eleven trustees", Code: AcademyBoardInquorate, Want: law.Met},
		cases{Name: "model: three of eleven", Code: AcademyBoardInquorate, Change: meeting(false, 3), Want: law.Breached, At: "meeting.present"},
		cases{Name: "model: how many are in office is not stated", Code: AcademyBoardInquorate, Change: func(s *Charity) { s.Trustees = law.Fact[int64]{} }, Want: law.Unknown},
		cases{Name: "model: a general meeting", Code: AcademyBoardInquorate, Change: meeting(true, 2), Want: law.NotApplicable},
		cases{Name: "model: eight of eleven present remove the chair, on either reading", Code: AcademyVoteNotCarried, Change: removal(8, 11), Want: law.Met},
		cases{Name: "model: nobody does, on either reading", Code: AcademyVoteNotCarried, Change: removal(0, 11), Want: law.Breached},
		cases{Name: "model: seven of eleven, which is doubtful", Code: AcademyVoteNotCarried, Change: removal(7, 11), Want: law.Unknown},
		cases{Name: "model: no such vote", Code: AcademyVoteNotCarried, Want: law.NotApplicable},
		cases{Name: "model: two parents", Code: AcademyTooFewParents, Want: law.Met},
		cases{Name: "model: one parent, and nobody says of local bodies", Code: AcademyTooFewParents, Change: func(s *Charity) { s.ParentTrustees = law.Known[int64](1) }, Want: law.Unknown, At: "parents_on_each_local_body"},
		cases{Name: "model: one parent, and none on local bodies", Code: AcademyTooFewParents, Change: func(s *Charity) {
			s.ParentTrustees, s.ParentsOnLocal = law.Known[int64](1), law.Known(false)
		}, Want: law.Breached},
		cases{
			Name: "model: none, but on each local body", Code: AcademyTooFewParents,
			Change: func(s *Charity) { s.ParentTrustees, s.ParentsOnLocal = law.Known[int64](0), law.Known(true) }, Want: law.Met,
		},
		cases{Name: "model: a charity without pupils", Code: AcademyTooFewParents, Change: kind(Company), Want: law.NotApplicable},
		cases{Name: "Handbook: no employee but the chief executive", Code: AcademyEmployeeTrustees, Want: law.Met},
		cases{Name: "Handbook: another employee", Code: AcademyEmployeeTrustees, Change: func(s *Charity) { s.EmployeeTrustees = law.Known[int64](1) }, Want: law.Breached},
		cases{Name: "Handbook: no academy", Code: AcademyEmployeeTrustees, Change: kind(Company), Want: law.NotApplicable},
	).Run(t)
	s, f := academy(), Enacted()
	number(2)(&s)
	require.NoError(t, academies.Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Err(), "articles are not statute")
}

// C-8: the quorum of an academy's board.
func TestC8TrusteesQuorum(t *testing.T) {
	f := Enacted()
	for inOffice, want := range map[int64]int64{8: 3, 9: 3, 10: 4, 11: 4, 12: 4, 13: 5, 2: 3} {
		got, ok := f.TrusteesQuorum(inOffice, law.MustDate("2026-03-02"))
		assert.True(t, ok)
		assert.Equal(t, want, got, "of %d", inOffice)
	}
	_, ok := f.TrusteesQuorum(11, law.MustDate("2020-01-01"))
	assert.False(t, ok)
}
