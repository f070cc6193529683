package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestAdministration(t *testing.T) {
	run := func(f func(*Administering)) change {
		return insolvency(func(x *Insolvency) { f(&x.Administration) })
	}
	not := func(f func(*Administering) *law.Fact[bool]) change {
		return run(func(x *Administering) { *f(x) = law.Known(false) })
	}
	by := func(a OrderApplicant) change { return run(func(x *Administering) { x.Applicant = law.Known(a) }) }
	asks := func(f func(*MeetingRequest)) change {
		return run(func(x *Administering) {
			x.Request = law.Known(MeetingRequest{Called: law.Known(false)})
			f(x.Request.Ptr())
		})
	}
	members := func(n int64) change { return asks(func(r *MeetingRequest) { r.Members = law.Known(n) }) }
	creditors := func(n, of int64) change {
		return asks(func(r *MeetingRequest) { r.Creditors, r.AllCreditors = law.Known(n), law.Known(of) })
	}
	debts := func(p, of law.Pence) change {
		return asks(func(r *MeetingRequest) { r.Debts, r.AllDebts = law.Known(p), law.Known(of) })
	}
	unregistrable := insolvency(func(x *Insolvency) { x.Statements.WouldRegister = law.Known(false) })
	unresolved := not(func(x *Administering) *law.Fact[bool] { return &x.Resolved })
	unapproved := not(func(x *Administering) *law.Fact[bool] { return &x.HiveDownResolved })
	kept := func(pounds int64) change { return run(func(x *Administering) { x.Kept = amount(pounds) }) }
	charged := func(d string, net int64) change {
		return run(func(x *Administering) { x.Charged, x.NetProperty = on(d), amount(net) })
	}
	scheme := turned(Scheme)
	type c = lawtest.Case[Society]
	courseSuite(administrations, insolvent(Administration),
		c{Name: "Sch 1 para 12: a creditor", Code: AdministrationApplicant, Want: law.Met},
		c{Name: "Sch 1 para 12(b): the registrar", Code: AdministrationApplicant, Change: by(RegistrarApplicant), Want: law.Met},
		c{Name: "Sch 1 para 12(a): a member who may petition", Code: AdministrationApplicant, Change: by(PetitioningMember), Want: law.Met},
		c{Name: "Sch 1 para 12(a): a member who may not", Code: AdministrationApplicant, Change: by(OtherMember), Want: law.Breached, At: "insolvency.administration.applicant"},
		c{Name: "Sch 1 para 12: a liquidator", Code: AdministrationApplicant, Change: by(OtherEntitled), Want: law.Met},
		c{Name: "Sch 1 para 12: a neighbour", Code: AdministrationApplicant, Change: by(OtherApplicant), Want: law.Breached},
		c{Name: "no application to court", Code: AdministrationApplicant, Change: run(func(x *Administering) { x.Applicant = law.Fact[OrderApplicant]{} }), Want: law.NotApplicable},

		c{Name: "Sch 1 paras 12(c), 17: all told", Code: AdministrationUntold, Want: law.Met},
		c{Name: "Sch 1 para 12(c): the registrar was not", Code: AdministrationUntold, Change: not(func(x *Administering) *law.Fact[bool] { return &x.RegistrarTold }), Want: law.Breached, At: "insolvency.administration.registrar_told"},
		c{
			Name: "Sch 1 para 12(c): the registrar applied", Code: AdministrationUntold,
			Change: inTurn(by(RegistrarApplicant), not(func(x *Administering) *law.Fact[bool] { return &x.RegistrarTold })), Want: law.Met,
		},
		c{Name: "Sch 1 para 17: the members were not", Code: AdministrationUntold, Change: not(func(x *Administering) *law.Fact[bool] { return &x.MembersTold }), Want: law.Breached, At: "insolvency.administration.members_told"},
		c{Name: "a scheme", Code: AdministrationUntold, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 1 para 21: both approve", Code: ProposalsUnapproved, Want: law.Met},
		c{Name: "Sch 1 para 21: creditors alone", Code: ProposalsUnapproved, Change: not(func(x *Administering) *law.Fact[bool] { return &x.MembersApproved }), Want: law.Breached, At: "insolvency.administration.members_approved"},
		c{Name: "Sch 1 para 21: members alone", Code: ProposalsUnapproved, Change: not(func(x *Administering) *law.Fact[bool] { return &x.CreditorsApproved }), Want: law.Breached, At: "insolvency.administration.creditors_approved"},
		c{
			Name: "Sch 1 para 20: no meeting was needed", Code: ProposalsUnapproved,
			Change: run(func(x *Administering) { x.MembersApproved, x.NoMeeting = law.Known(false), law.Known(true) }), Want: law.Met,
		},
		c{Name: "a scheme", Code: ProposalsUnapproved, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 1 para 18(3A): the registrar would register", Code: ProposalsUnstated, Want: law.Met},
		c{Name: "Sch 1 para 18(3A): it has not said so", Code: ProposalsUnstated, Change: unregistrable, Want: law.Breached, At: "insolvency.statements.would_register"},
		c{
			Name: "Sch 1 para 18(3C): the society is to leave the register", Code: ProposalsUnstated,
			Change: inTurn(unregistrable, insolvency(func(x *Insolvency) { x.Statements.LeavesRegister = law.Known(true) })), Want: law.Met,
		},
		c{Name: "a scheme", Code: ProposalsUnstated, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 1 para 24: it was called", Code: FurtherMeetingRefused, Want: law.Met},
		c{Name: "Sch 1 para 24(b): a tenth of the members", Code: FurtherMeetingRefused, Change: members(100), Want: law.Breached, At: "insolvency.administration.request.called"},
		c{Name: "Sch 1 para 24(b): one fewer", Code: FurtherMeetingRefused, Change: members(99), Want: law.Met},
		c{Name: "Sch 1 para 24(a): a tenth of the creditors", Code: FurtherMeetingRefused, Change: creditors(5, 50), Want: law.Breached},
		c{Name: "Sch 1 para 24(a): fewer", Code: FurtherMeetingRefused, Change: creditors(5, 51), Want: law.Met},
		c{Name: "Sch 1 para 24(a): a tenth of the debts", Code: FurtherMeetingRefused, Change: debts(1000, 10_000), Want: law.Breached},
		c{Name: "Sch 1 para 24(a): a penny less", Code: FurtherMeetingRefused, Change: debts(999, 10_000), Want: law.Met},
		c{Name: "Sch 1 para 24: who asked is not stated", Code: FurtherMeetingRefused, Change: asks(func(*MeetingRequest) {}), Want: law.Unknown, At: "insolvency.administration.request.members"},
		c{Name: "no request", Code: FurtherMeetingRefused, Change: run(func(x *Administering) { x.Request = law.Fact[MeetingRequest]{} }), Want: law.NotApplicable},

		c{Name: "art 13: the members resolved", Code: MergedInAdministration, Want: law.Met},
		c{Name: "art 14: they did not", Code: MergedInAdministration, Change: unresolved, Want: law.Breached, At: "insolvency.administration.resolved"},
		c{
			Name: "art 13: no merger is proposed", Code: MergedInAdministration,
			Change: inTurn(unresolved, not(func(x *Administering) *law.Fact[bool] { return &x.Merges })), Want: law.Met,
		},
		c{Name: "a scheme", Code: MergedInAdministration, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 1 para 40(b): the members resolved", Code: HivedDown, Want: law.Met},
		c{Name: "Sch 1 para 40(b): no vote of the members", Code: HivedDown, Change: unapproved, Want: law.Breached, At: "insolvency.administration.hive_down_resolved"},
		c{Name: "Sch 1 para 39: a credit union", Code: HivedDown, Change: asUnion, Want: law.Breached, At: "insolvency.administration.hives_down"},
		c{
			Name: "Sch 1 para 40: nothing goes to a subsidiary", Code: HivedDown,
			Change: inTurn(unapproved, not(func(x *Administering) *law.Fact[bool] { return &x.HivesDown })), Want: law.Met,
		},
		c{Name: "a scheme", Code: HivedDown, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch 1 para 31: the members have the notice", Code: DissolutionNoticeUnsent, Want: law.Met},
		c{Name: "Sch 1 para 31: they have not", Code: DissolutionNoticeUnsent, Change: not(func(x *Administering) *law.Fact[bool] { return &x.NoticeSent }), Want: law.Breached, At: "insolvency.administration.dissolution_notice_sent"},
		c{Name: "Sch 1 para 31: no dissolution", Code: DissolutionNoticeUnsent, Change: not(func(x *Administering) *law.Fact[bool] { return &x.Dissolves }), Want: law.NotApplicable},

		c{Name: "art 3: the whole part", Code: PrescribedPartNotKept, Want: law.Met},
		c{Name: "art 3: a pound less", Code: PrescribedPartNotKept, Change: kept(24_999), Want: law.Breached, At: "insolvency.administration.kept_for_unsecured"},
		c{
			Name: "art 3: the court lets it be left", Code: PrescribedPartNotKept,
			Change: inTurn(kept(0), run(func(x *Administering) { x.Dispensed = law.Known(true) })), Want: law.Met,
		},
		c{Name: "art 3: a charge older than the part", Code: PrescribedPartNotKept, Change: inTurn(kept(0), charged("2003-09-14", 110_000)), Want: law.Met},
		c{Name: "art 3: between two maximums", Code: PrescribedPartNotKept, Change: inTurn(kept(700_000), charged("2021-05-01", 10_000_000)), Want: law.Unknown, At: "insolvency.administration.kept_for_unsecured"},
		c{Name: "art 3: below both maximums", Code: PrescribedPartNotKept, Change: inTurn(kept(599_999), charged("2021-05-01", 10_000_000)), Want: law.Unknown},
		c{Name: "art 3: a part that no maximum reaches", Code: PrescribedPartNotKept, Change: inTurn(kept(24_999), charged("2021-05-01", 110_000)), Want: law.Breached},
		c{Name: "art 3: nothing under a charge", Code: PrescribedPartNotKept, Change: charged("2015-05-01", 0), Want: law.NotApplicable},
	).Run(t)
}

func TestFurtherMeetingNeeds(t *testing.T) {
	f := Enacted()
	for all, want := range map[int64]int64{0: 0, 1: 1, 10: 1, 11: 2, 1000: 100, 1001: 101} {
		n, ok := f.FurtherMeetingNeeds(all, law.MustDate("2026-05-01"))
		assert.True(t, ok)
		assert.Equal(t, want, n, "%d", all)
	}
	_, ok := f.FurtherMeetingNeeds(10, law.MustDate("2014-04-05"))
	assert.False(t, ok)
	_, ok = f.FurtherMeetingNeeds(-1, law.MustDate("2026-05-01"))
	assert.False(t, ok)
}

func TestPrescribedPart(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		net, want law.Pence
		charged   string
	}{
		{law.Pounds(10_000), law.Pounds(5_000), "2015-05-01"},
		{law.Pounds(10_001), 500_020, "2015-05-01"},
		{law.Pounds(110_000), law.Pounds(25_000), "2015-05-01"},
		{law.Pounds(2_985_000), law.Pounds(600_000), "2015-05-01"},
		{law.Pounds(2_985_001), law.Pounds(600_000), "2015-05-01"},
		{law.Pounds(110_000), law.Pounds(25_000), "2021-05-01"},
		{law.Pounds(110_000), 0, "2003-09-14"},
		{0, 0, "2015-05-01"},
	} {
		a := PrescribedPart(&f, c.net, law.MustDate(c.charged))
		assert.True(t, a.Certain())
		assert.Equal(t, c.want, a.Most, "%v in %s", c.net, c.charged)
	}
	a := PrescribedPart(&f, law.Pounds(9_000_000), law.MustDate("2020-04-06"))
	assert.True(t, a.Known() && !a.Certain())
	assert.Equal(t, law.Pounds(800_000), a.Most, "provisionally")
	a = PrescribedPart(&f, law.Pounds(9_000_000), law.MustDate("2020-04-05"))
	assert.Equal(t, law.Pounds(600_000), a.Most)
	for _, bad := range []law.Pence{-1, law.MaxPence + 1} {
		a = PrescribedPart(&f, bad, law.MustDate("2015-05-01"))
		assert.False(t, a.Known())
	}
	a = PrescribedPart(&Figures{}, 100, law.MustDate("2015-05-01"))
	assert.False(t, a.Known())
}

func TestAnAdministratorsMergerNeedNotBeFiledInFourteenDays(t *testing.T) {
	s, f := converting(), Enacted()
	filed("2026-05-30")(&s)
	judged := func() law.Outcome {
		o, _ := resolutions.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Outcome(FiledLate)
		return o
	}
	assert.Equal(t, law.Breached, judged())
	s.Insolvency = law.Known(Insolvency{Kind: law.Known(Administration), Administration: Administering{Merges: law.Known(true)}})
	assert.Equal(t, law.NotApplicable, judged())
	s.Insolvency.Ptr().Administration.Merges = law.Known(false)
	assert.Equal(t, law.Breached, judged())
}

func TestAnAdministratorMaySignThePropertyCertificate(t *testing.T) {
	s, f := gone(), Enacted()
	s.Ending.Ptr().Signer = law.Known(SignedByAdministrator)
	s.Insolvency = law.Known(Insolvency{Kind: law.Known(Administration)})
	o, _ := endings.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Outcome(CertificateWrong)
	assert.Equal(t, law.Met, o)
	s.Ending.Ptr().Lodged = on("2014-04-05")
	o, _ = endings.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Outcome(CertificateWrong1965)
	assert.Equal(t, law.Breached, o)
}

// A part is never more than the property, never above the maximum, and never falls as the
// property grows.
func FuzzPrescribedPart(f *testing.F) {
	f.Add(int64(1_000_000), int64(1))
	f.Add(int64(298_500_000), int64(100))
	figures, on := Enacted(), law.MustDate("2015-05-01")
	f.Fuzz(func(t *testing.T, net, more int64) {
		a := PrescribedPart(&figures, law.Pence(net), on)
		if net < 0 || law.Pence(net) > law.MaxPence {
			assert.False(t, a.Known())
			return
		}
		assert.True(t, a.Certain())
		assert.LessOrEqual(t, a.Most, law.Pence(net))
		assert.LessOrEqual(t, a.Most, law.Pounds(600_000))
		if more > 0 && more <= int64(law.MaxPence)-net {
			b := PrescribedPart(&figures, law.Pence(net+more), on)
			assert.GreaterOrEqual(t, b.Most, a.Most)
		}
	})
}
