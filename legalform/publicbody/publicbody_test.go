package publicbody

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

type (
	change = func(*FoundationTrust)
	cases  = lawtest.Case[FoundationTrust]
)

func n(v int64) law.Fact[int64] { return law.Known(v) }

func tally(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

// trust is a foundation trust of 25 governors that lawfully decides something.
func trust() FoundationTrust {
	return FoundationTrust{
		PublicConstituency: law.Known(true), StaffConstituency: law.Known(true), TeachingHospital: law.Known(true),
		Council: law.Known(Council{
			Public: n(11), Patients: n(2), Staff: n(5), StaffClasses: law.Known([]int64{2, 3}), CareTrusts: n(1), Authorities: n(3), Universities: n(1),
			Partners: law.Known([]Partner{{Name: "Hospice", Limit: n(2), Appointed: n(2)}}),
		}),
		Decision: law.Known(Decision{
			Kind: law.Known(Removal), Held: law.Known(law.MustDate("2026-03-02")), AtGeneralMeeting: law.Known(true),
			Governors: tally(19, 2, 25), Directors: tally(6, 5, 12), Members: tally(40, 39, 9000),
			ChangesCouncil: law.Known(true), MembersMet: law.Known(true), AgainstSchedule: law.Known(false),
			ShareNow: law.Known(law.Percent(10)), ShareProposed: law.Known(law.Percent(15)),
		}),
	}
}

func suite(rules *law.Rules[FoundationTrust, Figures], cs ...cases) lawtest.Suite[FoundationTrust, Figures] {
	return lawtest.Suite[FoundationTrust, Figures]{
		Rules: rules, Figures: Enacted(), Lawful: trust, On: "2026-11-23", In: law.England, Cases: cs,
		Dates: map[string]func(*FoundationTrust, law.Date){
			"decision.held": func(s *FoundationTrust, d law.Date) { s.Decision.Ptr().Held = law.Known(d) },
		},
	}
}

func council(f func(*Council)) change { return func(s *FoundationTrust) { f(s.Council.Ptr()) } }

func with(f func(*Decision)) change { return func(s *FoundationTrust) { f(s.Decision.Ptr()) } }

func of(k DecisionKind) change { return with(func(x *Decision) { x.Kind = law.Known(k) }) }

func all(cs ...change) change {
	return func(s *FoundationTrust) {
		for _, c := range cs {
			c(s)
		}
	}
}

func votes(yes, no, entitled int64) change {
	return with(func(x *Decision) { x.Governors = tally(yes, no, entitled) })
}

func held(day string) change {
	return with(func(x *Decision) { x.Held = law.Known(law.MustDate(day)) })
}

func noCouncil(s *FoundationTrust) { s.Council = law.Fact[Council]{} }

func noDecision(s *FoundationTrust) { s.Decision = law.Fact[Decision]{} }

func TestCouncils(t *testing.T) {
	suite(councils,
		cases{Name: "para 3: public and staff", Code: NoConstituency, Want: law.Met},
		cases{Name: "para 3: no public constituency", Code: NoConstituency, Change: func(s *FoundationTrust) { s.PublicConstituency = law.Known(false) }, Want: law.Breached},
		cases{Name: "para 3: no staff constituency", Code: NoConstituency, Change: func(s *FoundationTrust) { s.StaffConstituency = law.Known(false) }, Want: law.Breached},
		cases{Name: "para 9(1): thirteen of twenty-five", Code: ElectedMinority, Change: council(func(x *Council) { x.Authorities = n(2); x.CareTrusts = n(2) }), Want: law.Met},
		cases{Name: "para 9(1): half", Code: ElectedMinority, Change: council(func(x *Council) { x.Authorities = n(4) }), Want: law.Breached, At: "council"},
		cases{Name: "para 9(1): a number is not stated", Code: ElectedMinority, Change: council(func(x *Council) { x.Staff = law.Fact[int64]{} }), Want: law.Unknown, At: "council.staff"},
		cases{Name: "para 9(1): no council stated", Code: ElectedMinority, Change: noCouncil, Want: law.NotApplicable},
		cases{Name: "para 9(2): three staff governors", Code: TooFewStaffGovernors, Change: council(func(x *Council) { x.Staff = n(3) }), Want: law.Met},
		cases{Name: "para 9(2): two", Code: TooFewStaffGovernors, Change: council(func(x *Council) { x.Staff = n(2) }), Want: law.Breached},
		cases{Name: "para 9(2): no council stated", Code: TooFewStaffGovernors, Change: noCouncil, Want: law.NotApplicable},
		cases{Name: "para 9(2): each class has a seat", Code: StaffClassUnseated, Want: law.Met},
		cases{Name: "para 9(2): one has none", Code: StaffClassUnseated, Change: council(func(x *Council) { x.StaffClasses = law.Known([]int64{5, 0}) }), Want: law.Breached, At: "council.staff_classes[1]"},
		cases{Name: "para 9(2): no classes", Code: StaffClassUnseated, Change: council(func(x *Council) { x.StaffClasses = law.Known([]int64{}) }), Want: law.NotApplicable},
		cases{Name: "para 9(3), as it was: a seat", Code: NoCareTrustGovernor, On: "2010-01-01", Want: law.Met},
		cases{Name: "para 9(3), as it was: none", Code: NoCareTrustGovernor, On: "2010-01-01", Change: council(func(x *Council) { x.CareTrusts = n(0) }), Want: law.Breached},
		cases{Name: "para 9(3): on its last day", Code: NoCareTrustGovernor, On: "2013-03-31", Change: council(func(x *Council) { x.CareTrusts = n(0) }), Want: law.Breached},
		cases{Name: "para 9(3): repealed", Code: NoCareTrustGovernor, On: "2013-04-01", Change: council(func(x *Council) { x.CareTrusts = n(0) }), Want: law.NotInForce},
		cases{Name: "para 9(3): no council stated", Code: NoCareTrustGovernor, On: "2010-01-01", Change: noCouncil, Want: law.NotApplicable},
		cases{Name: "para 9(4): a local authority", Code: NoAuthorityGovernor, Want: law.Met},
		cases{Name: "para 9(4): none", Code: NoAuthorityGovernor, Change: council(func(x *Council) { x.Authorities = n(0) }), Want: law.Breached},
		cases{Name: "para 9(4): no council stated", Code: NoAuthorityGovernor, Change: noCouncil, Want: law.NotApplicable},
		cases{Name: "para 9(6): the university", Code: NoUniversityGovernor, Want: law.Met},
		cases{Name: "para 9(6): none", Code: NoUniversityGovernor, Change: council(func(x *Council) { x.Universities = n(0) }), Want: law.Breached},
		cases{Name: "para 9(6): not a teaching hospital", Code: NoUniversityGovernor, Change: func(s *FoundationTrust) { s.TeachingHospital = law.Known(false) }, Want: law.NotApplicable},
		cases{Name: "para 9(6): no council stated", Code: NoUniversityGovernor, Change: noCouncil, Want: law.NotApplicable},
		cases{Name: "para 9(7): the number stated", Code: PartnerBeyondItsNumber, Want: law.Met},
		cases{
			Name: "para 9(7): one more", Code: PartnerBeyondItsNumber, Want: law.Breached, At: "council.partners[0].appointed",
			Change: council(func(x *Council) { x.Partners = law.Known([]Partner{{Limit: n(2), Appointed: n(3)}}) }),
		},
		cases{Name: "para 9(7): before the Act of 2012 began", Code: PartnerBeyondItsNumber, On: "2013-03-31", Want: law.NotInForce},
		cases{Name: "para 9(7): no council stated", Code: PartnerBeyondItsNumber, Change: noCouncil, Want: law.NotApplicable},
	).Run(t)
}

func TestDecisions(t *testing.T) {
	shares := func(now, then int64) change {
		return all(of(IncomeIncrease), with(func(x *Decision) {
			x.ShareNow, x.ShareProposed = law.Known(law.Percent(now)), law.Known(law.Percent(then))
		}))
	}
	suite(decisions,
		cases{Name: "para 17(1): at a general meeting", Code: NotAtGeneralMeeting, Want: law.Met},
		cases{Name: "para 17(1): by letter", Code: NotAtGeneralMeeting, Change: all(of(Appointment), with(func(x *Decision) { x.AtGeneralMeeting = law.Known(false) })), Want: law.Breached},
		cases{Name: "para 17: a transaction", Code: NotAtGeneralMeeting, Change: of(SignificantTransaction), Want: law.NotApplicable},
		cases{Name: "para 17(3): nineteen of twenty-five", Code: RemovalNotCarried, Want: law.Met},
		cases{Name: "para 17(3): eighteen, nobody against", Code: RemovalNotCarried, Change: votes(18, 0, 25), Want: law.Breached, At: governors},
		cases{Name: "para 17(3): how many governors is not stated", Code: RemovalNotCarried, Change: votes(18, 0, 0), Want: law.Unknown},
		cases{Name: "para 17(3): an appointment", Code: RemovalNotCarried, Change: of(Appointment), Want: law.NotApplicable},
		cases{Name: "s. 51A: more than half of those voting", Code: TransactionNotApproved, Change: all(of(SignificantTransaction), votes(3, 2, 25)), Want: law.Met},
		cases{Name: "s. 51A: a tie", Code: TransactionNotApproved, Change: all(of(SignificantTransaction), votes(3, 3, 25)), Want: law.Breached},
		cases{Name: "s. 51A: before it began", Code: TransactionNotApproved, Change: all(of(SignificantTransaction), votes(3, 3, 25), held("2013-03-31")), Want: law.NotInForce},
		cases{Name: "s. 51A: another decision", Code: TransactionNotApproved, Want: law.NotApplicable},
		cases{Name: "s. 37(1): the governors", Code: GovernorsNotApproving, Change: all(of(ConstitutionAmendment), votes(3, 2, 25)), Want: law.Met},
		cases{Name: "s. 37(1): the governors tie", Code: GovernorsNotApproving, Change: all(of(ConstitutionAmendment), votes(2, 2, 25)), Want: law.Breached},
		cases{Name: "s. 37: another decision", Code: GovernorsNotApproving, Want: law.NotApplicable},
		cases{Name: "s. 37(1): the directors", Code: DirectorsNotApproving, Change: of(ConstitutionAmendment), Want: law.Met},
		cases{Name: "s. 37(1): the directors tie", Code: DirectorsNotApproving, Change: all(of(ConstitutionAmendment), with(func(x *Decision) { x.Directors = tally(5, 5, 12) })), Want: law.Breached},
		cases{Name: "s. 37(1): no decision", Code: DirectorsNotApproving, Change: noDecision, Want: law.NotApplicable},
		cases{Name: "s. 37(3): accords with the Schedule", Code: AmendmentVoid, Change: of(ConstitutionAmendment), Want: law.Met},
		cases{Name: "s. 37(3): does not", Code: AmendmentVoid, Change: all(of(ConstitutionAmendment), with(func(x *Decision) { x.AgainstSchedule = law.Known(true) })), Want: law.Breached},
		cases{Name: "s. 37(3): another decision", Code: AmendmentVoid, Want: law.NotApplicable},
		cases{Name: "para 27A: the members approve", Code: MembersNotApproving, Change: of(ConstitutionAmendment), Want: law.Met},
		cases{Name: "para 27A: the members tie", Code: MembersNotApproving, Change: all(of(ConstitutionAmendment), with(func(x *Decision) { x.Members = tally(40, 40, 9000) })), Want: law.Breached},
		cases{Name: "para 27A: their meeting is still to come", Code: MembersNotApproving, Change: all(of(ConstitutionAmendment), with(func(x *Decision) { x.MembersMet, x.Members = law.Known(false), law.Fact[governance.Tally]{} })), Want: law.Met},
		cases{Name: "para 27A: the council's powers are untouched", Code: MembersNotApproving, Change: all(of(ConstitutionAmendment), with(func(x *Decision) { x.ChangesCouncil = law.Known(false) })), Want: law.NotApplicable},
		cases{Name: "s. 56(1A): thirteen of twenty-five", Code: ReorganisationUncarried, Change: all(of(Merger), votes(13, 0, 25)), Want: law.Met},
		cases{Name: "s. 56(1A): twelve, nobody against", Code: ReorganisationUncarried, Change: all(of(Acquisition), votes(12, 0, 25)), Want: law.Breached},
		cases{Name: "s. 56: another decision", Code: ReorganisationUncarried, Want: law.NotApplicable},
		cases{Name: "s. 43(3D): five points, approved", Code: IncomeNotApproved, Change: all(shares(10, 15), votes(3, 2, 25)), Want: law.Met},
		cases{Name: "s. 43(3D): five points, not approved", Code: IncomeNotApproved, Change: all(shares(10, 15), votes(2, 2, 25)), Want: law.Breached},
		cases{Name: "s. 43(3D): from 40% to 41%, on neither reading", Code: IncomeNotApproved, Change: all(shares(40, 41), votes(2, 2, 25)), Want: law.NotApplicable},
		cases{Name: "s. 43(3D): from 40% to 42%, which is doubtful", Code: IncomeNotApproved, Change: all(shares(40, 42), votes(2, 2, 25)), Want: law.Unknown},
		cases{Name: "s. 43(3D): a decrease", Code: IncomeNotApproved, Change: shares(15, 10), Want: law.NotApplicable},
		cases{Name: "s. 43(2A): 49% from elsewhere", Code: IncomeNotMainlyNHS, Change: shares(40, 49), Want: law.Met},
		cases{Name: "s. 43(2A): half", Code: IncomeNotMainlyNHS, Change: shares(40, 50), Want: law.Breached},
		cases{Name: "s. 43: another decision", Code: IncomeNotMainlyNHS, Want: law.NotApplicable},
	).Run(t)
}

// C-5: 24 governors, 10 public, 2 patients', 5 staff and 7 appointed; then 11 public.
func TestC5StaffGovernorsAreNotCountedAsElected(t *testing.T) {
	f := Enacted()
	for public, want := range map[int64]law.Outcome{10: law.Breached, 11: law.Met} {
		s := trust()
		s.Council.Ptr().Public, s.Council.Ptr().CareTrusts, s.Council.Ptr().Authorities = n(public), n(0), n(4)
		elected, seats := s.Council.Ptr().Seats()
		assert.Equal(t, []int64{public + 2, public + 14}, []int64{elected, seats})
		got, _ := Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Outcome(ElectedMinority)
		assert.Equal(t, want, got)
	}
}

func TestMajorities(t *testing.T) {
	f := Enacted()
	day := law.MustDate("2026-03-02")
	for k := Removal; k <= IncomeIncrease; k++ {
		m, ok := f.Majority(k, day)
		require.True(t, ok, "%v", k)
		for yes := range int64(25) {
			a, err := governance.Decide(day, m, governance.Tally{For: yes, Against: 25 - yes, Entitled: 30})
			require.NoError(t, err)
			b, err := governance.Decide(day, m, governance.Tally{For: yes + 1, Against: 25 - yes, Entitled: 30})
			require.NoError(t, err)
			assert.False(t, a.Passed && !b.Passed, "one more in favour never defeats")
			c, err := governance.Decide(day, m, governance.Tally{For: yes, Against: 25 - yes, Abstained: 5, Entitled: 30})
			require.NoError(t, err)
			assert.Equal(t, a.Passed, c.Passed, "the absent and abstainers count alike")
		}
	}
	_, ok := f.Majority(Appointment, day)
	assert.False(t, ok)
	m, _ := f.Majority(Removal, day)
	assert.Equal(t, int64(18), m.Share.Needs(24))
}

func TestBodyJSONAndCheck(t *testing.T) {
	want := trust()
	require.NoError(t, want.Check())
	b, err := json.Marshal(want)
	require.NoError(t, err)
	var got FoundationTrust
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, want, got)
	for want, spoil := range map[string]change{
		"council.staff: ":            council(func(x *Council) { x.Staff = n(-1) }),
		"council.staff_classes[0]: ": council(func(x *Council) { x.StaffClasses = law.Known([]int64{-1}) }),
		"council.partners[0]: ":      council(func(x *Council) { x.Partners = law.Known([]Partner{{Appointed: n(-1)}}) }),
		"decision.governors: ":       votes(26, 0, 25),
		"decision.share_now: ":       with(func(x *Decision) { x.ShareNow = law.Known(law.Percent(101)) }),
	} {
		s := trust()
		spoil(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
	for k := Appointment; k <= IncomeIncrease; k++ {
		var got DecisionKind
		require.NoError(t, got.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, got)
	}
}

func BenchmarkJudge(b *testing.B) {
	s, f, day := trust(), Enacted(), law.MustDate("2026-11-23")
	b.ReportAllocs()
	for b.Loop() {
		Rules().Judge(&s, &f, day, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(Rules().Len()), "ns/rule")
}
