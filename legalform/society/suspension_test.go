package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func terms(dates ...string) law.Fact[[]SuspensionPeriod] {
	var list []SuspensionPeriod
	for i := 0; i < len(dates); i += 2 {
		list = append(list, SuspensionPeriod{law.MustDate(dates[i]), law.MustDate(dates[i+1])})
	}
	return law.Known(list)
}

// suspending is a society suspended for six months, that appeals against another decision.
func suspending() Society {
	s := lawfulBencom()
	s.Suspension = law.Known(Suspension{
		Ground: law.Known(WilfulViolation), PendingAppeal: law.Known(false), Noticed: on("2026-01-31"), GroundGiven: law.Known(true),
		Begins: on("2026-04-01"), Terms: terms("2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30"), Published: law.Known(true),
	})
	s.Appeal = law.Known(Appeal{
		Against: law.Known(AgainstCancellation), Ground: law.Known(FewMembers), Lodged: on("2026-04-10"), NoticeEnds: on("2026-04-10"),
	})
	return s
}

func suspension(f func(*Suspension)) change { return func(s *Society) { f(s.Suspension.Ptr()) } }
func appeal(f func(*Appeal)) change         { return func(s *Society) { f(s.Appeal.Ptr()) } }

func TestSuspensions(t *testing.T) {
	type c = lawtest.Case[Society]
	none := func(s *Society) { s.Suspension = law.Fact[Suspension]{} }
	silent := func(s *Society) { s.Appeal = law.Fact[Appeal]{} }
	back := suspension(func(x *Suspension) {
		x.Noticed, x.Begins, x.Terms = on("2010-01-31"), on("2010-04-01"), terms("2010-04-01", "2010-06-30")
	})
	waits := suspension(func(x *Suspension) { x.PendingAppeal = law.Known(true) })
	forGround := func(g CancellationGround) change { return suspension(func(x *Suspension) { x.Ground = law.Known(g) }) }
	lasting := func(f law.Fact[[]SuspensionPeriod]) change { return suspension(func(x *Suspension) { x.Terms = f }) }
	from := func(noticed, begins string) change {
		return suspension(func(x *Suspension) { x.Noticed, x.Begins = on(noticed), on(begins) })
	}
	published := func(b bool) change { return suspension(func(x *Suspension) { x.Published = law.Known(b) }) }
	against := func(k AppealKind, g CancellationGround) change {
		return appeal(func(x *Appeal) { x.Against, x.Ground = law.Known(k), law.Known(g) })
	}
	old := appeal(func(x *Appeal) { x.Lodged, x.NoticeEnds = on("2010-04-10"), on("2010-04-10") })
	lodged := func(date string) change { return appeal(func(x *Appeal) { x.Lodged = on(date) }) }
	renewal := func(until string) change {
		return appeal(func(x *Appeal) {
			x.Against, x.Suspended, x.Until = law.Known(AgainstRenewal), on("2026-04-01"), on(until)
		})
	}
	oldRenewal := func(until string) change {
		return both(renewal(until), appeal(func(x *Appeal) { x.Suspended, x.Lodged = on("2010-04-01"), on("2010-07-01") }))
	}
	suite(suspensions, suspending,
		c{Name: "s. 8(1): condition C", Code: SuspensionNoGround, Want: law.Met},
		c{Name: "s. 8(1): condition D", Code: SuspensionNoGround, Change: forGround(TypeTest), Want: law.Met},
		c{Name: "2006 Sch 2 para 2: condition C, for a restriction on use", Code: SuspensionNoGround, Change: forGround(LockContravened), Want: law.Met},
		c{
			Name: "Sch 3 para 2: condition D, of a society it spares", Code: SuspensionNoGround,
			Change: both(forGround(TypeTest), func(s *Society) { s.Registered, s.InvitedMoney = on("1937-01-01"), law.Known(false) }), Want: law.Breached, At: "suspension.ground",
		},
		c{Name: "s. 8(1): condition E", Code: SuspensionNoGround, Change: forGround(NoLongerLending), Want: law.Met},
		c{Name: "s. 8(1): condition B", Code: SuspensionNoGround, Change: forGround(FewMembers), Want: law.Breached, At: "suspension.ground"},
		c{Name: "s. 8(3): pending an appeal", Code: SuspensionNoGround, Change: both(waits, forGround(FewMembers)), Want: law.NotApplicable},
		c{
			Name: "s. 8: of which sort is not stated", Code: SuspensionNoGround,
			Change: suspension(func(x *Suspension) { x.PendingAppeal = law.Fact[bool]{} }), Want: law.Unknown, At: "suspension.pending_appeal",
		},
		c{Name: "s. 8: none", Code: SuspensionNoGround, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 17(1): a wilful violation", Code: SuspensionNoGround1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 17(1): at the society's request", Code: SuspensionNoGround1965, Change: both(back, forGround(OwnRequest)), Want: law.Breached},
		c{Name: "1965 s. 17: none", Code: SuspensionNoGround1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 8(1): two terms of exactly three months", Code: SuspensionTooLong, Want: law.Met},
		c{Name: "s. 8(1)(a): a day more", Code: SuspensionTooLong, Change: lasting(terms("2026-04-01", "2026-07-01")), Want: law.Breached, At: "suspension.terms[0]"},
		c{Name: "s. 8(1)(b): a renewal a day too long", Code: SuspensionTooLong, Change: lasting(terms("2026-04-01", "2026-06-30", "2026-07-01", "2026-10-01")), Want: law.Breached, At: "suspension.terms[1]"},
		c{Name: "s. 8(1): terms not stated", Code: SuspensionTooLong, Change: lasting(law.Fact[[]SuspensionPeriod]{}), Want: law.Unknown, At: "suspension.terms"},
		c{Name: "s. 8(1): a term before the Acts", Code: SuspensionTooLong, Change: lasting(terms("1960-01-01", "1960-01-02")), Want: law.Unknown},
		c{Name: "s. 8(3): pending an appeal, however long", Code: SuspensionTooLong, Change: both(waits, lasting(terms("2026-04-01", "2027-07-01"))), Want: law.NotApplicable},
		c{Name: "1965 s. 17(1): exactly three months", Code: SuspensionTooLong1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 17(1): a day more", Code: SuspensionTooLong1965, Change: both(back, lasting(terms("2010-04-01", "2010-07-01"))), Want: law.Breached},
		c{Name: "1965 s. 17: none", Code: SuspensionTooLong1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 8(2): two months from 31 January end with March", Code: SuspendedUnnoticed, Want: law.Met},
		c{Name: "s. 8(2): the day on which they end is a doubt", Code: SuspendedUnnoticed, Change: from("2026-01-31", "2026-03-31"), Want: law.Unknown},
		c{Name: "s. 8(2): the day before", Code: SuspendedUnnoticed, Change: from("2026-01-31", "2026-03-30"), Want: law.Breached, At: "suspension.noticed"},
		c{Name: "s. 8(2): a notice without a ground", Code: SuspendedUnnoticed, Change: suspension(func(x *Suspension) { x.GroundGiven = law.Known(false) }), Want: law.Breached, At: "suspension.ground_given"},
		c{Name: "s. 8(3): pending an appeal needs none", Code: SuspendedUnnoticed, Change: waits, Want: law.NotApplicable},
		c{Name: "1965 s. 17(3): two months", Code: SuspendedUnnoticed1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 17(3): a month", Code: SuspendedUnnoticed1965, Change: both(back, from("2010-03-01", "2010-04-01")), Want: law.Breached},
		c{Name: "1965 s. 17(2): pending an appeal needs none", Code: SuspendedUnnoticed1965, Change: both(back, waits), Want: law.NotApplicable},

		c{Name: "s. 8(5): published", Code: SuspendedSilently, Want: law.Met},
		c{Name: "s. 8(5): one pending an appeal too", Code: SuspendedSilently, Change: both(waits, published(false)), Want: law.Breached, At: "suspension.published"},
		c{Name: "s. 8(5): none", Code: SuspendedSilently, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 17(4): published", Code: SuspendedSilently1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 17(4): not published", Code: SuspendedSilently1965, Change: both(back, published(false)), Want: law.Breached},
		c{Name: "1965 s. 17(4): none", Code: SuspendedSilently1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 9(3): an appeal about the number of members", Code: NoAppealOnType, Want: law.Met},
		c{Name: "s. 9(3)(b): about a cancellation for the type", Code: NoAppealOnType, Change: against(AgainstCancellation, TypeTest), Want: law.Breached, At: "appeal.ground"},
		c{Name: "s. 9(3)(a): about a refusal for the type", Code: NoAppealOnType, Change: against(AgainstRefusal, TypeTest), Want: law.Breached},
		c{Name: "s. 9(1)(a): about another refusal", Code: NoAppealOnType, Change: against(AgainstRefusal, IllegalPurpose), Want: law.Met},
		c{Name: "s. 9(1)(c): a suspension for the type may be appealed against", Code: NoAppealOnType, Change: both(against(AgainstRenewal, TypeTest), renewal("2026-09-30")), Want: law.NotApplicable},
		c{Name: "s. 17: about an amendment", Code: NoAppealOnType, Change: against(AgainstAmendmentRefusal, IllegalPurpose), Want: law.NotApplicable},
		c{Name: "s. 9: no appeal", Code: NoAppealOnType, Change: silent, Want: law.NotApplicable},
		c{Name: "1965 s. 18(1): an appeal about the number of members", Code: NoAppealOnType1965, Change: old, Want: law.Met},
		c{Name: "1965 s. 18(1)(c): about a cancellation for the type", Code: NoAppealOnType1965, Change: both(old, against(AgainstCancellation, TypeTest)), Want: law.Breached},
		c{Name: "1965 s. 18: no appeal", Code: NoAppealOnType1965, On: "2010-06-01", Change: silent, Want: law.NotApplicable},

		c{Name: "s. 9(4): a cancellation on notice", Code: NoAppealUnnoticed, Want: law.Met},
		c{Name: "s. 9(4): one that the society asked for", Code: NoAppealUnnoticed, Change: against(AgainstCancellation, OwnRequest), Want: law.Breached, At: "appeal.ground"},
		c{Name: "s. 9(4): a refusal", Code: NoAppealUnnoticed, Change: against(AgainstRefusal, IllegalPurpose), Want: law.NotApplicable},
		c{Name: "1965 s. 18(1)(c): a cancellation on notice", Code: NoAppealUnnoticed1965, Change: old, Want: law.Met},
		c{Name: "1965 s. 18(1)(c): after it became a company", Code: NoAppealUnnoticed1965, Change: both(old, against(AgainstCancellation, BecameCompany)), Want: law.Breached},
		c{Name: "1965 s. 18: no appeal", Code: NoAppealUnnoticed1965, On: "2010-06-01", Change: silent, Want: law.NotApplicable},

		c{Name: "s. 9(5): on the last day of the notice", Code: AppealLate, Want: law.Met},
		c{Name: "s. 9(5): the day after", Code: AppealLate, Change: lodged("2026-04-11"), Want: law.Breached, At: "appeal.lodged"},
		c{Name: "s. 9(5): the end of the notice not stated", Code: AppealLate, Change: appeal(func(x *Appeal) { x.NoticeEnds = law.Fact[law.Date]{} }), Want: law.Unknown, At: "appeal.notice_ends"},
		c{Name: "s. 9(4): a cancellation without notice has no time", Code: AppealLate, Change: against(AgainstCancellation, OwnRequest), Want: law.NotApplicable},
		c{Name: "s. 9(5): a refusal", Code: AppealLate, Change: against(AgainstRefusal, IllegalPurpose), Want: law.NotApplicable},
		c{Name: "1965 s. 18(1)(c): on the last day", Code: AppealLate1965, Change: old, Want: law.Met},
		c{Name: "1965 s. 18(1)(c): the day after", Code: AppealLate1965, Change: both(old, lodged("2010-04-11")), Want: law.Breached},
		c{Name: "1965 s. 18: no appeal", Code: AppealLate1965, On: "2010-06-01", Change: silent, Want: law.NotApplicable},

		c{Name: "s. 9(1)(c): a renewal beyond three months", Code: NoAppealFirstMonths, Change: renewal("2026-07-02"), Want: law.Met},
		c{Name: "s. 9(1)(c): one that ends with them", Code: NoAppealFirstMonths, Change: renewal("2026-07-01"), Want: law.Breached, At: "appeal.until"},
		c{Name: "s. 9(1)(c): an appeal against a cancellation", Code: NoAppealFirstMonths, Want: law.NotApplicable},
		c{Name: "1965 s. 18(1)(d): a renewal beyond three months", Code: NoAppealFirstMonths1965, Change: oldRenewal("2010-09-30"), Want: law.Met},
		c{Name: "1965 s. 18(1)(d): one that ends with them", Code: NoAppealFirstMonths1965, Change: oldRenewal("2010-07-01"), Want: law.Breached},
		c{Name: "1965 s. 18(1)(d): an appeal against a cancellation", Code: NoAppealFirstMonths1965, Change: old, Want: law.NotApplicable},
	).Run(t)
}

func TestSuspensionUntil(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-06-30", f.SuspensionUntil(law.MustDate("2026-04-01")).String())
	assert.Equal(t, "2027-02-28", f.SuspensionUntil(law.MustDate("2026-11-30")).String())
	assert.True(t, f.SuspensionUntil(law.MustDate("1965-12-31")).IsZero())
}
