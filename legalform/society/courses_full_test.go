package society_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// fillCourses states every fact of the acts beyond the rules and at a society's end.
func fillCourses(s *society.Society) {
	yes, one := law.Known(true), law.Known[int64](1)
	signed := society.ResolutionCopy{SignedByChair: yes, Countersigned: yes, Registered: day("2026-05-05"), ActedOn: day("2026-05-06")}
	x := s.Change.Ptr()
	x.Copy, x.ProxiesAllowed, x.OthersResolved, x.Undertaken, x.CreditorsPrejudiced = signed, yes, yes, yes, law.Known(false)
	for _, m := range []*society.Meeting{&x.First, &x.Second} {
		m.ProxyVotes, m.PostalVotes, m.ElectronicVotes, m.DeclaredCarried, m.DeclaredCounted = one, one, one, yes, yes
	}
	x.Dissolving = society.Dissolving{OtherTransactions: yes, Notified: yes, Answer: law.Known(society.AuthorityRefuses), Answered: day("2026-05-07")}
	d := s.Dissolution.Ptr()
	d.Contents = society.InstrumentContents{AssetsAndLiabilities: yes, MembersAndInterests: yes, CreditorsAndPayment: yes, Division: yes}
	d.FinalReturn, d.Registered, d.Gazetted, d.AdvertisedLocally = day("2026-05-08"), day("2026-05-08"), day("2026-05-09"), day("2026-05-09")
	d.Challenge = law.Known(society.Challenge{Commenced: day("2026-05-10"), Told: day("2026-05-11"), SetAside: day("2026-06-01"), OrderTold: day("2026-06-02")})
	s.Amendment.Ptr().AsEntrenched = yes
	s.Ratification = law.Known(society.Ratification{
		Kind: law.Known(society.OfTheAct), Held: day("2026-05-25"), Noticed: day("2026-05-01"), Specifies: yes, Votes: votes(3, 1, 4), Consented: yes, Copy: signed,
	})
	s.Ending = law.Known(society.Ending{
		Way: law.Known(society.ByWindingUp), On: day("2026-06-30"), Lodged: day("2026-06-29"), Signer: law.Known(society.SignedByLiquidator), AllProperty: yes, WithinLock: yes,
	})
	s.WindingUp = law.Known(society.WindingUp{Passed: day("2026-05-01"), Votes: votes(3, 1, 4), Sent: day("2026-05-02"), Annexed: yes})
	s.FromCompany = law.Known(society.FromCompany{
		Resolved: day("2026-05-01"), Votes: votes(3, 1, 4), WithRules: yes, Appointed: law.Known[int64](3), Signed: law.Known[int64](3), HasSecretary: yes,
		OfficerSigned: yes, Provides: yes, Registered: day("2026-05-20"), Effective: day("2026-05-20"),
		Holders: law.Known([]society.CompanyHolder{{Member: "m1", Society: law.Known(false), Nominal: pounds(150_000), LoanStock: pounds(50_000)}}),
	})
	s.Enforcement = law.Known(society.Enforcement{
		Power: law.Known(society.PowerOfRestitution), Contravened: yes, Loss: yes, Concerned: yes, ReasonableSteps: law.Known(false), Necessary: yes, Warned: yes,
		Decided: day("2026-05-01"), Reasoned: yes, Terms: yes, AppealRight: yes, Enforced: day("2026-06-30"), Complied: yes,
		Appeal: law.Known(society.EnforcementAppeal{Made: day("2026-05-28"), Disposed: day("2026-06-20")}),
	})
	s.PrivateProvider, s.CreditUnion = yes, yes
	s.Insolvency = law.Known(society.Insolvency{
		Kind: law.Known(society.Administration), Begun: day("2026-05-01"), SharesAsDebts: yes, Deposits: yes, Compliant: yes,
		Statements: society.RegistrarStatements{AmendsRules: yes, WouldRegister: yes, LeavesRegister: yes, Reconstructs: yes, NotContrary: yes},
		Administration: society.Administering{
			Applicant: law.Known(society.RegistrarApplicant), RegistrarTold: yes, MembersTold: yes, MembersApproved: yes, CreditorsApproved: yes, NoMeeting: yes,
			Request: law.Known(society.MeetingRequest{Members: one, Creditors: one, AllCreditors: one, Debts: pounds(1), AllDebts: pounds(1), Called: yes}),
			Merges:  yes, Resolved: yes, HivesDown: yes, HiveDownResolved: yes, Dissolves: yes, NoticeSent: yes, NetProperty: pounds(5), Kept: pounds(1),
			Charged: day("2015-05-01"), Dispensed: yes,
		},
		Meeting:    society.MembersDecision{Votes: votes(3, 1, 4), ByShares: yes, ByClass: yes, Overridden: yes},
		Moratorium: society.Moratory{Withdrawn: pounds(1), MonitorHeeds: yes, RefusedForSize: yes},
	})
	s.Charge = law.Known(society.Charge{
		Executed: day("2026-05-01"), Floating: yes, Delivered: day("2026-05-02"), Extended: day("2026-06-01"), FarmingStock: yes,
		Receiver: law.Known(society.Receiver{Appointed: day("2026-05-03"), Administrative: yes, Qualifying: yes, Notified: day("2026-05-04")}),
	})
}

func TestCheckNamesThePlaceInAnAct(t *testing.T) {
	minus := law.Known[int64](-1)
	admin := func(s *society.Society) *society.Administering { return &s.Insolvency.Ptr().Administration }
	for want, change := range map[string]func(*society.Society){
		"change.first.proxy_votes: ":                    func(s *society.Society) { s.Change.Ptr().First.ProxyVotes = minus },
		"change.first.electronic_votes: ":               func(s *society.Society) { s.Change.Ptr().First.ElectronicVotes = minus },
		"change.second.postal_votes: ":                  func(s *society.Society) { s.Change.Ptr().Second.PostalVotes = minus },
		"ratification.votes: ":                          func(s *society.Society) { s.Ratification.Ptr().Votes = votes(2, 0, 1) },
		"winding_up.votes: ":                            func(s *society.Society) { s.WindingUp.Ptr().Votes = votes(2, 0, 1) },
		"from_company.votes: ":                          func(s *society.Society) { s.FromCompany.Ptr().Votes = votes(2, 0, 1) },
		"from_company.holders[0].nominal: ":             func(s *society.Society) { (*s.FromCompany.Ptr().Holders.Ptr())[0].Nominal = law.Known(law.Pence(-1)) },
		"from_company.appointed: ":                      func(s *society.Society) { s.FromCompany.Ptr().Appointed, s.FromCompany.Ptr().Signed = minus, minus },
		"from_company.signed: a negative":               func(s *society.Society) { s.FromCompany.Ptr().Signed = minus },
		"from_company.signed: 3 of them":                func(s *society.Society) { s.FromCompany.Ptr().Appointed = law.Known[int64](2) },
		"insolvency.members_meeting.votes: ":            func(s *society.Society) { s.Insolvency.Ptr().Meeting.Votes = votes(2, 0, 1) },
		"insolvency.moratorium.withdrawn: ":             func(s *society.Society) { s.Insolvency.Ptr().Moratorium.Withdrawn = law.Known[law.Pence](-1) },
		"insolvency.administration.net_property: ":      func(s *society.Society) { admin(s).NetProperty = law.Known(law.MaxPence + 1) },
		"insolvency.administration.kept_for_unsecured:": func(s *society.Society) { admin(s).Kept = law.Known[law.Pence](-1) },
		"insolvency.administration.request.members: a":  func(s *society.Society) { admin(s).Request.Ptr().Members = minus },
		"request.members: 121 of them":                  func(s *society.Society) { admin(s).Request.Ptr().Members = law.Known[int64](121) },
		"request.creditors: 2 of them":                  func(s *society.Society) { admin(s).Request.Ptr().Creditors = law.Known[int64](2) },
		"request.all_creditors: ":                       func(s *society.Society) { admin(s).Request.Ptr().AllCreditors = minus },
		"request.debts: £2.00 of them":                  func(s *society.Society) { admin(s).Request.Ptr().Debts = pounds(2) },
	} {
		s := full()
		require.NoError(t, s.Check())
		change(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

func TestUnknownNamesInActsAreRefused(t *testing.T) {
	for _, bad := range []string{
		`{"ratification": {"kind": "all"}}`, `{"ending": {"way": "sale"}}`, `{"ending": {"certificate_signed_by": "clerk"}}`,
		`{"enforcement": {"power": "fine"}}`, `{"insolvency": {"kind": "bankruptcy"}}`, `{"insolvency": {"administration": {"applicant": "neighbour"}}}`,
		`{"change": {"dissolving": {"answer": "perhaps"}}}`,
	} {
		var s society.Society
		assert.Error(t, law.Decode(strings.NewReader(bad), &s), bad)
	}
}

// Regulations under the Act of 2023 would be a reform: one figure changed.
func TestAReformMayLockCoOperativeSocieties(t *testing.T) {
	entries, err := json.Marshal([]law.Entry[bool]{{
		From: law.MustDate("2027-04-06"), Value: true, By: law.Instrument{Title: "A reform"}.At("reg 1", ""), Checked: law.MustDate("2026-11-23"),
	}})
	require.NoError(t, err)
	enacted := society.Enacted()
	reformed, err := law.Reform(enacted, bytes.NewReader(fmt.Appendf(nil, `{"society.co_operative_lock": %s}`, entries)))
	require.NoError(t, err)
	s := coop()
	s.Lock = law.Known(society.StatutoryLock)
	for _, c := range []struct {
		figures *society.Figures
		on      string
		want    law.Outcome
	}{
		{&enacted, "2027-04-06", law.Breached},
		{&reformed, "2027-04-05", law.Breached},
		{&reformed, "2027-04-06", law.Met},
	} {
		got, _ := society.Rules().Judge(&s, c.figures, law.MustDate(c.on), law.England).Outcome(society.LockNotOpen)
		assert.Equal(t, c.want, got, c.on)
	}
}

func ExampleFigures_ResolutionDue() {
	figures := society.Enacted()
	confirmed := law.MustDate("2026-04-01")
	fmt.Println("to merge or convert:", figures.ResolutionDue(confirmed))
	fmt.Println("to dissolve:        ", figures.DissolutionResolutionDue(confirmed))
	// Output:
	// to merge or convert: 2026-04-15
	// to dissolve:         2026-04-14
}

func ExampleFigures_DissolutionResolutionDue() {
	figures := society.Enacted()
	fmt.Println(figures.DissolutionResolutionDue(law.MustDate("2026-04-01")))
	// Output: 2026-04-14
}

func ExampleFigures_AnswerDue() {
	figures := society.Enacted()
	fmt.Println("a credit union's resolution may be refused until", figures.AnswerDue(law.MustDate("2026-04-14")).Long())
	// Output: a credit union's resolution may be refused until 5 May 2026
}

func ExampleFigures_RatificationMeeting() {
	figures := society.Enacted()
	fmt.Println(figures.RatificationMeeting(law.MustDate("2026-05-01")))
	// Output: 2026-05-23
}

func ExampleFigures_ChallengeDue() {
	figures := society.Enacted()
	gazetted := law.MustDate("2026-05-20")
	fmt.Println("proceedings by", figures.ChallengeDue(gazetted))
	fmt.Println("notice of them by", figures.ChallengeNoticeDue(law.MustDate("2026-08-15"), gazetted))
	// Output:
	// proceedings by 2026-08-20
	// notice of them by 2026-08-20
}

func ExampleDissolvedFrom() {
	fmt.Println(society.DissolvedFrom(law.MustDate("2026-05-20"), law.MustDate("2026-05-25")))
	// Output: 2026-05-25
}

func ExampleFigures_WindingUpDue() {
	figures := society.Enacted()
	fmt.Println(figures.WindingUpDue(law.MustDate("2026-05-01")))
	// Output: 2026-05-16
}

func ExampleFigures_EnforcementAppealDue() {
	figures := society.Enacted()
	fmt.Println(figures.EnforcementAppealDue(law.MustDate("2026-05-01")))
	// Output: 2026-05-28
}

func ExampleFigures_FurtherMeetingNeeds() {
	figures := society.Enacted()
	n, _ := figures.FurtherMeetingNeeds(1_001, law.MustDate("2026-05-01"))
	fmt.Println(n, "members may ask for a further meeting")
	// Output: 101 members may ask for a further meeting
}

func ExampleFigures_ChargeDue() {
	figures := society.Enacted()
	fmt.Println(figures.ChargeDue(law.MustDate("2026-05-01")))
	// Output: 2026-05-21
}

func ExamplePrescribedPart() {
	figures := society.Enacted()
	for _, charged := range []string{"2019-05-01", "2021-05-01"} {
		a := society.PrescribedPart(&figures, law.Pounds(9_000_000), law.MustDate(charged))
		fmt.Println(charged, a.Most, a.Certain())
	}
	// Output:
	// 2019-05-01 £600,000.00 true
	// 2021-05-01 £800,000.00 false
}

func ExampleWithdrawalsInMoratorium() {
	figures := society.Enacted()
	a := society.WithdrawalsInMoratorium(&figures, law.MustDate("2026-05-01"))
	fmt.Println("at most", a.Most)
	// Output: at most £0.00
}
