package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// cancelling is a society of two members that is cancelled for it, by all the forms.
func cancelling() Society {
	s := lawfulBencom()
	members(2, 1)(&s)
	s.InvitedMoney = law.Known(true)
	s.Cancellation = law.Known(Cancellation{
		Ground: law.Known(FewMembers), Proved: law.Known(true), Noticed: on("2026-02-10"), GroundGiven: law.Known(true), On: on("2026-04-11"),
		Appealed: law.Known(false), Considered: law.Known(true), Heard: law.Known(true), Published: law.Known(true),
	})
	return s
}

func cancellation(f func(*Cancellation)) change { return func(s *Society) { f(s.Cancellation.Ptr()) } }

func TestCancellations(t *testing.T) {
	type c = lawtest.Case[Society]
	none := func(s *Society) { s.Cancellation = law.Fact[Cancellation]{} }
	back := cancellation(func(x *Cancellation) { x.Noticed, x.On = on("2010-02-10"), on("2010-04-11") })
	in2010 := both(pre, back)
	forGround := func(g CancellationGround) change {
		return cancellation(func(x *Cancellation) { x.Ground = law.Known(g) })
	}
	noticed := func(from, to string) change {
		return cancellation(func(x *Cancellation) { x.Noticed, x.On = on(from), on(to) })
	}
	proved := func(f law.Fact[bool]) change { return cancellation(func(x *Cancellation) { x.Proved = f }) }
	contravening := func(l Lock, proved law.Fact[bool]) change {
		return both(forGround(LockContravened), func(s *Society) { s.Lock, s.Cancellation.Ptr().Proved = law.Known(l), proved })
	}
	private := both(forGround(TypeTest), func(s *Society) { s.ForCommunity = law.Known(false) })
	oldSociety := func(date string, invited law.Fact[bool]) change {
		return both(forGround(TypeTest), func(s *Society) {
			pre(s)
			s.ForCommunity, s.BonaFide = law.Known(false), law.Known(false)
			s.Registered, s.InvitedMoney = on(date), invited
		})
	}
	appealing := func(settled string) change {
		return cancellation(func(x *Cancellation) { x.Appealed, x.Settled = law.Known(true), on(settled) })
	}
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	suite(cancellations, cancelling,
		c{Name: "s. 5(3)(b): two members, one a society", Code: NoGround, Want: law.Met},
		c{Name: "s. 5(3)(b): three members", Code: NoGround, Change: members(3, 0), Want: law.Breached, At: "cancellation.ground"},
		c{Name: "s. 5(3)(b): two members, both societies", Code: NoGround, Change: members(2, 2), Want: law.Breached},
		c{
			Name: "s. 5(3)(b): two members, nobody says what", Code: NoGround,
			Change: func(s *Society) { s.MemberSocieties = law.Fact[int64]{} }, Want: law.Unknown, At: "member_societies",
		},
		c{Name: "s. 5(3)(b): one member, a society", Code: NoGround, Change: members(1, 1), Want: law.Met},
		c{Name: "s. 5(5)(b): a community benefit society for private benefit", Code: NoGround, Change: private, Want: law.Met},
		c{Name: "2006 Sch 2 para 2: a contravened restriction on use", Code: NoGround, Change: contravening(StatutoryLock, yes), Want: law.Met},
		c{Name: "2006 Sch 2 para 2: none proved", Code: NoGround, Change: contravening(StatutoryLock, no), Want: law.Breached, At: "cancellation.proved"},
		c{Name: "2006 Sch 2 para 2: a voluntary lock", Code: NoGround, Change: contravening(VoluntaryLock, yes), Want: law.Breached, At: "cancellation.ground"},
		c{Name: "s. 5(5)(b): one for the community", Code: NoGround, Change: forGround(TypeTest), Want: law.Breached, At: "cancellation.ground"},
		c{Name: "s. 5(5)(a): a co-operative for investors", Code: NoGround, Change: both(forGround(TypeTest), both(mutual, func(s *Society) { s.InvestorReturn = yes })), Want: law.Met},
		c{Name: "s. 5(5)(a): a bona fide co-operative", Code: NoGround, Change: both(forGround(TypeTest), mutual), Want: law.Breached},
		c{
			Name: "s. 5(5)(a): not judged", Code: NoGround,
			Change: both(forGround(TypeTest), both(mutual, func(s *Society) { s.BonaFide = untold })), Want: law.Unknown, At: "bona_fide_co_operative",
		},
		c{
			Name: "s. 5(5)(c): an old community society is not failed for being no co-op", Code: NoGround,
			Change: both(forGround(TypeTest), both(pre, func(s *Society) { s.BonaFide = no })), Want: law.Breached,
		},
		c{
			Name: "s. 5(5)(c): an old society that is neither", Code: NoGround,
			Change: both(private, both(pre, func(s *Society) { s.BonaFide = no })), Want: law.Met,
		},
		c{Name: "s. 5(4)(b): a wilful violation, proved", Code: NoGround, Change: forGround(WilfulViolation), Want: law.Met},
		c{Name: "s. 5(4)(b): not proved", Code: NoGround, Change: both(forGround(WilfulViolation), proved(no)), Want: law.Breached, At: "cancellation.proved"},
		c{Name: "s. 5(3)(c): whether it has ceased to exist nobody has said", Code: NoGround, Change: both(forGround(CeasedToExist), proved(untold)), Want: law.Unknown, At: "cancellation.proved"},
		c{Name: "s. 5: on no ground stated", Code: NoGround, Change: cancellation(func(x *Cancellation) { x.Ground = law.Fact[CancellationGround]{} }), Want: law.Unknown, At: "cancellation.ground"},
		c{Name: "s. 5: no cancellation", Code: NoGround, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 16(1)(a)(i): two members, one a society", Code: NoGround1965, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 16(1)(a)(i): six members until 31 August 1996", Code: NoGround1965, Change: both(in2010, both(members(6, 0), noticed("1996-01-01", "1996-08-31"))), Want: law.Met},
		c{Name: "1965 s. 16(1)(a)(i): six members from the day after", Code: NoGround1965, Change: both(in2010, both(members(6, 0), noticed("1996-01-01", "1996-09-01"))), Want: law.Breached},
		c{
			Name: "1965 s. 16(1)(c)(ii): for the community, with no special reasons", Code: NoGround1965,
			Change: both(both(in2010, forGround(TypeTest)), func(s *Society) { s.SpecialReasons, s.BonaFide = no, no }), Want: law.Met,
		},
		c{
			Name: "1965 s. 16(1)(c)(ii): with special reasons", Code: NoGround1965,
			Change: both(both(in2010, forGround(TypeTest)), func(s *Society) { s.SpecialReasons = yes }), Want: law.Breached,
		},
		c{Name: "1965 s. 16: no cancellation", Code: NoGround1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "Sch 3 para 2: a society of 1937 that asked for no money", Code: OldSocietySpared, Change: oldSociety("1938-07-25", no), Want: law.Breached, At: "cancellation.ground"},
		c{Name: "Sch 3 para 2: it asked for money since", Code: OldSocietySpared, Change: oldSociety("1938-07-25", yes), Want: law.Met},
		c{Name: "Sch 3 para 2: nobody knows", Code: OldSocietySpared, Change: oldSociety("1938-07-25", untold), Want: law.Unknown, At: "invited_money_since_1938"},
		c{Name: "Sch 3 para 2: a society of the day itself", Code: OldSocietySpared, Change: oldSociety("1938-07-26", no), Want: law.Met},
		c{Name: "Sch 3 para 2: another ground", Code: OldSocietySpared, Want: law.NotApplicable},
		c{Name: "Sch 3 para 2: no cancellation", Code: OldSocietySpared, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 16(2): a society of 1937 that asked for no money", Code: OldSocietySpared1965, Change: both(back, oldSociety("1937-01-01", no)), Want: law.Breached},
		c{Name: "1965 s. 16(2): a society of 1990", Code: OldSocietySpared1965, Change: both(in2010, forGround(TypeTest)), Want: law.Met},
		c{Name: "1965 s. 16(2): another ground", Code: OldSocietySpared1965, Change: in2010, Want: law.NotApplicable},

		c{Name: "s. 6(1): the day after two months", Code: CancelledUnnoticed, Want: law.Met},
		c{Name: "s. 6(1): the day on which they end is a doubt", Code: CancelledUnnoticed, Change: noticed("2026-02-10", "2026-04-10"), Want: law.Unknown},
		c{Name: "s. 6(1): the day before", Code: CancelledUnnoticed, Change: noticed("2026-02-10", "2026-04-09"), Want: law.Breached, At: "cancellation.noticed"},
		c{Name: "s. 6(1): two months from 31 December end with February", Code: CancelledUnnoticed, Change: noticed("2025-12-31", "2026-03-01"), Want: law.Met},
		c{Name: "s. 6(1): a notice without a ground", Code: CancelledUnnoticed, Change: cancellation(func(x *Cancellation) { x.GroundGiven = no }), Want: law.Breached, At: "cancellation.ground_given"},
		c{Name: "s. 6(1): notice not stated", Code: CancelledUnnoticed, Change: cancellation(func(x *Cancellation) { x.Noticed = law.Fact[law.Date]{} }), Want: law.Unknown, At: "cancellation.noticed"},
		c{Name: "s. 6(2)(a): its own request", Code: CancelledUnnoticed, Change: forGround(OwnRequest), Want: law.NotApplicable},
		c{Name: "s. 6(2)(b): after it became a company", Code: CancelledUnnoticed, Change: forGround(BecameCompany), Want: law.NotApplicable},
		c{Name: "s. 6(2)(c): after the certificate", Code: CancelledUnnoticed, Change: forGround(PropertyPassedOn), Want: law.NotApplicable},
		c{Name: "s. 6(1): no cancellation", Code: CancelledUnnoticed, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 16(3): the day after two months", Code: CancelledUnnoticed1965, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 16(3): a month", Code: CancelledUnnoticed1965, Change: both(in2010, noticed("2010-02-10", "2010-03-10")), Want: law.Breached},
		c{Name: "1965 s. 16(3)(a): its own request", Code: CancelledUnnoticed1965, Change: both(in2010, forGround(OwnRequest)), Want: law.NotApplicable},

		c{Name: "s. 6(3): no appeal", Code: CancelledInAppeal, Want: law.Met},
		c{Name: "s. 6(3): on the day the appeal is settled", Code: CancelledInAppeal, Change: appealing("2026-04-11"), Want: law.Met},
		c{Name: "s. 6(3): the day before", Code: CancelledInAppeal, Change: appealing("2026-04-12"), Want: law.Breached, At: "cancellation.on"},
		c{
			Name: "s. 6(3): an appeal, and no end of it stated", Code: CancelledInAppeal,
			Change: cancellation(func(x *Cancellation) { x.Appealed = yes }), Want: law.Unknown, At: "cancellation.appeal_settled",
		},
		c{Name: "s. 6(3): its own request", Code: CancelledInAppeal, Change: forGround(OwnRequest), Want: law.NotApplicable},
		c{Name: "1965 s. 16(3): no appeal", Code: CancelledInAppeal1965, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 16(3): before the appeal is settled", Code: CancelledInAppeal1965, Change: both(in2010, appealing("2010-04-12")), Want: law.Breached},
		c{Name: "1965 s. 16(3): its own request", Code: CancelledInAppeal1965, Change: both(in2010, forGround(OwnRequest)), Want: law.NotApplicable},

		c{Name: "s. 7: considered and heard", Code: CancelledUnheard, Change: private, Want: law.Met},
		c{Name: "s. 7(2): not considered", Code: CancelledUnheard, Change: both(private, cancellation(func(x *Cancellation) { x.Considered = no })), Want: law.Breached, At: "cancellation.representations_considered"},
		c{Name: "s. 7(3): not heard", Code: CancelledUnheard, Change: both(private, cancellation(func(x *Cancellation) { x.Heard = no })), Want: law.Breached, At: "cancellation.heard_or_did_not_ask"},
		c{Name: "2006 Sch 2 para 2(b): nor on a contravened restriction", Code: CancelledUnheard, Change: both(contravening(StatutoryLock, yes), cancellation(func(x *Cancellation) { x.Considered = no })), Want: law.Breached},
		c{Name: "s. 7(1): another ground", Code: CancelledUnheard, Want: law.NotApplicable},
		c{Name: "1965 s. 16(4)(a): considered and heard", Code: CancelledUnheard1965, Change: both(in2010, private), Want: law.Met},
		c{Name: "1965 s. 16(4)(a): not heard", Code: CancelledUnheard1965, Change: both(in2010, both(private, cancellation(func(x *Cancellation) { x.Heard = no }))), Want: law.Breached},
		c{Name: "1965 s. 16(4): another ground", Code: CancelledUnheard1965, Change: in2010, Want: law.NotApplicable},

		c{Name: "s. 6(6): published", Code: CancelledSilently, Want: law.Met},
		c{Name: "s. 6(6): not published", Code: CancelledSilently, Change: cancellation(func(x *Cancellation) { x.Published = no }), Want: law.Breached, At: "cancellation.published"},
		c{Name: "s. 6(6): no cancellation", Code: CancelledSilently, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 16(6): published", Code: CancelledSilently1965, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 16(6): not published", Code: CancelledSilently1965, Change: both(in2010, cancellation(func(x *Cancellation) { x.Published = no })), Want: law.Breached},
		c{Name: "1965 s. 16(6): no cancellation", Code: CancelledSilently1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},
	).Run(t)
}

// A society short of members is a society still: it breaches a condition, and is a body
// corporate whose registration may be cancelled on two months' notice.
func TestTooFewMembersIsAGroundAndNotAnEnd(t *testing.T) {
	s, f := cancelling(), Enacted()
	rep := Rules().Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
	short, _ := rep.Outcome(TooFewMembers)
	open, _ := rep.Outcome(NoGround)
	assert.Equal(t, law.Breached, short)
	assert.Equal(t, law.Met, open)
}

// The first sure day is one on which the rule is met, and the day before is not.
func TestCancellationFromAgreesWithTheRule(t *testing.T) {
	f := Enacted()
	for _, noticed := range []string{"1970-01-31", "2010-02-10", "2024-02-29", "2025-12-31", "2026-02-10"} {
		first := f.CancellationFrom(law.MustDate(noticed))
		for day, want := range map[law.Date]law.Outcome{first: law.Met, first.AddDays(-1): law.Unknown, first.AddDays(-2): law.Breached} {
			s := cancelling()
			x := s.Cancellation.Ptr()
			x.Noticed, x.On = on(noticed), law.Known(day)
			code := CancelledUnnoticed
			if day.Before(commenced2014) {
				code = CancelledUnnoticed1965
			}
			rep := cancellations.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
			got, _ := rep.Outcome(code)
			assert.Equal(t, want, got, "%s, %v", noticed, day)
		}
	}
	assert.True(t, f.CancellationFrom(law.MustDate("1965-12-31")).IsZero())
	assert.Equal(t, "2026-04-11", f.SuspensionFrom(law.MustDate("2026-02-10")).String())
}
