package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func tally(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

// converting is a society that lawfully resolves to become a company.
func converting() Society {
	return Society{
		Lock: law.Known(NoLock), Kind: law.Known(CommunityBenefitSociety),
		Change: law.Known(Change{
			Kind: law.Known(ConversionToCompany), Into: law.Known(CommunityInterestCompany),
			First:          duly(Meeting{Held: on("2026-03-10"), Votes: tally(375, 125, 1000)}),
			Second:         duly(Meeting{Held: on("2026-04-01"), Votes: tally(31, 29, 1000)}),
			Filed:          on("2026-04-15"),
			Copy:           ResolutionCopy{SignedByChair: law.Known(true), Countersigned: law.Known(true), Registered: on("2026-04-20"), ActedOn: on("2026-04-20")},
			ProxiesAllowed: law.Known(true), OthersResolved: law.Known(true), Undertaken: law.Known(true), CreditorsPrejudiced: law.Known(false),
		}),
	}
}

// duly is a meeting of which notice was given, at which all voted in person.
func duly(m Meeting) Meeting {
	m.Noticed, m.DeclaredCounted = law.Known(true), law.Known(true)
	m.ProxyVotes, m.PostalVotes, m.ElectronicVotes = law.Known[int64](0), law.Known[int64](0), law.Known[int64](0)
	return m
}

// with changes the resolution.
func with(f func(*Change)) change { return func(s *Society) { f(s.Change.Ptr()) } }

func first(yes, no, entitled int64) change {
	return with(func(x *Change) { x.First.Votes = tally(yes, no, entitled) })
}

func second(yes, no int64) change {
	return with(func(x *Change) { x.Second.Votes = tally(yes, no, 0) })
}

func kind(k ChangeKind) change { return with(func(x *Change) { x.Kind = law.Known(k) }) }

// in moves the meetings, as far apart as they were, to another time.
func in(date string) change {
	return with(func(x *Change) {
		x.First.Held = on(date)
		x.Second.Held = law.Known(law.MustDate(date).AddDays(22))
		x.Filed = law.Known(law.MustDate(date).AddDays(36))
		x.Copy.Registered = law.Known(law.MustDate(date).AddDays(41))
		x.Copy.ActedOn = x.Copy.Registered
	})
}

func held(date string) change  { return with(func(x *Change) { x.Second.Held = on(date) }) }
func filed(date string) change { return with(func(x *Change) { x.Filed = on(date) }) }
func drop(s *Society)          { s.Change = law.Fact[Change]{} }

func TestResolutions(t *testing.T) {
	merge := kind(Amalgamation)
	type c = lawtest.Case[Society]
	suite(resolutions, converting,
		c{Name: "s. 111(2)(a): two-thirds of those who vote", Code: MergerNotCarried, Change: both(merge, first(80, 40, 0)), Want: law.Met},
		c{Name: "s. 111(2)(a): under two-thirds", Code: MergerNotCarried, Change: both(merge, first(79, 41, 0)), Want: law.Breached, At: "change.first.votes"},
		c{Name: "s. 111(2)(a): a transfer of engagements too", Code: MergerNotCarried, Change: both(kind(TransferToSociety), first(79, 41, 0)), Want: law.Breached},
		c{Name: "s. 111(2)(a): nobody votes", Code: MergerNotCarried, Change: both(merge, first(0, 0, 900)), Want: law.Breached},
		c{Name: "s. 111: not for a conversion", Code: MergerNotCarried, Want: law.NotApplicable},
		c{Name: "s. 111: what for is not stated", Code: MergerNotCarried, Change: with(func(x *Change) { x.Kind = law.Fact[ChangeKind]{} }), Want: law.Unknown, At: "change.kind"},
		c{
			Name: "s. 111: the votes are not stated", Code: MergerNotCarried,
			Change: both(merge, with(func(x *Change) { x.First.Votes = law.Fact[governance.Tally]{} })), Want: law.Unknown, At: "change.first.votes",
		},
		c{Name: "1965 s. 50(2)(a): two-thirds", Code: MergerNotCarried1965, Change: both(both(merge, in("2010-03-10")), first(80, 40, 0)), Want: law.Met},
		c{Name: "1965 s. 50(2)(a): under two-thirds", Code: MergerNotCarried1965, Change: both(both(merge, in("2010-03-10")), first(79, 41, 0)), Want: law.Breached},
		c{Name: "1965 s. 50: not for a conversion", Code: MergerNotCarried1965, Change: in("2010-03-10"), Want: law.NotApplicable},

		c{Name: "s. 113(2)(a): exactly 75%", Code: ConversionNotCarried, Want: law.Met},
		c{Name: "s. 113(2)(a): one short", Code: ConversionNotCarried, Change: first(374, 126, 1000), Want: law.Breached},
		c{Name: "s. 113(2)(a): amalgamation with a company", Code: ConversionNotCarried, Change: both(kind(AmalgamationWithCompany), first(374, 126, 1000)), Want: law.Breached},
		c{Name: "s. 113(2)(a): transfer to a company", Code: ConversionNotCarried, Change: both(kind(TransferToCompany), first(374, 126, 1000)), Want: law.Breached},
		c{Name: "s. 113: not for a merger of societies", Code: ConversionNotCarried, Change: merge, Want: law.NotApplicable},
		c{Name: "1965 s. 52(3): three-fourths", Code: ConversionNotCarried1965, Change: in("1990-03-10"), Want: law.Met},
		c{Name: "1965 s. 52(3): one short", Code: ConversionNotCarried1965, Change: both(in("1990-03-10"), first(374, 126, 1000)), Want: law.Breached},
		c{Name: "1965 s. 52: not for a merger of societies", Code: ConversionNotCarried1965, Change: both(merge, in("1990-03-10")), Want: law.NotApplicable},

		c{Name: "s. 113(2)(b): half of the eligible members vote", Code: TurnoutTooLow, Want: law.Met},
		c{Name: "s. 113(2)(b): one fewer", Code: TurnoutTooLow, Change: first(499, 0, 1000), Want: law.Breached, At: "change.first.votes"},
		c{
			Name: "s. 113(2)(b): an abstention is no vote", Code: TurnoutTooLow,
			Change: with(func(x *Change) { x.First.Votes = law.Known(governance.Tally{For: 499, Abstained: 1, Entitled: 1000}) }), Want: law.Breached,
		},
		c{Name: "s. 113(2)(b): the number of eligible members is not stated", Code: TurnoutTooLow, Change: first(500, 0, 0), Want: law.Unknown, At: "change.first.votes.entitled"},
		c{Name: "s. 113(2)(b): no turnout for a merger of societies", Code: TurnoutTooLow, Change: merge, Want: law.NotApplicable},
		c{Name: "1965 s. 52(3)(c): on the first day of the turnout test", Code: TurnoutTooLow1965, Change: in("2002-09-08"), Want: law.Met},
		c{Name: "1965 s. 52(3)(c): too few on that day", Code: TurnoutTooLow1965, Change: both(in("2002-09-08"), first(499, 0, 1000)), Want: law.Breached},
		c{Name: "1965 s. 52(3): too few the day before, when there was no test", Code: TurnoutTooLow1965, Change: both(in("2002-09-07"), first(499, 0, 1000)), Want: law.NotInForce},
		c{Name: "1965 s. 52(3)(c): no turnout for a merger", Code: TurnoutTooLow1965, Change: both(in("2002-09-08"), merge), Want: law.NotApplicable},

		c{Name: "s. 113(2)(c): notice of both meetings", Code: NotNoticed, Want: law.Met},
		c{Name: "s. 113(2)(c): no notice of the intention", Code: NotNoticed, Change: with(func(x *Change) { x.First.Noticed = law.Known(false) }), Want: law.Breached, At: "change.first.noticed"},
		c{Name: "s. 113(2)(e): no notice of the second meeting", Code: NotNoticed, Change: with(func(x *Change) { x.Second.Noticed = law.Known(false) }), Want: law.Breached, At: "change.second.noticed"},
		c{Name: "s. 113: no change, no notice", Code: NotNoticed, Change: drop, Want: law.NotApplicable},
		c{Name: "1965 s. 50(2): notice of both", Code: NotNoticed1965, Change: in("1990-03-10"), Want: law.Met},
		c{Name: "1965 s. 50(2): no notice", Code: NotNoticed1965, Change: both(in("1990-03-10"), with(func(x *Change) { x.First.Noticed = law.Known(false) })), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: NotNoticed1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(2)(d): over half", Code: NotConfirmed, Want: law.Met},
		c{Name: "s. 113(2)(d): a tie does not confirm", Code: NotConfirmed, Change: second(30, 30), Want: law.Breached, At: "change.second.votes"},
		c{Name: "s. 111(2)(c): nor of a merger", Code: NotConfirmed, Change: both(merge, second(45, 45)), Want: law.Breached},
		c{Name: "s. 111: no change", Code: NotConfirmed, Change: drop, Want: law.NotApplicable},
		c{Name: "1965 s. 50(2)(b): a majority", Code: NotConfirmed1965, Change: in("1990-03-10"), Want: law.Met},
		c{Name: "1965 s. 50(2)(b): a tie", Code: NotConfirmed1965, Change: both(in("1990-03-10"), second(30, 30)), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: NotConfirmed1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 111(2)(e): three weeks later", Code: MeetingsApart, Want: law.Met},
		c{Name: "s. 111(2)(e): thirteen days later", Code: MeetingsApart, Change: held("2026-03-23"), Want: law.Breached, At: "change.second.held"},
		c{Name: "s. 111(2)(e): fourteen days later, which is doubtful", Code: MeetingsApart, Change: held("2026-03-24"), Want: law.Unknown},
		c{Name: "s. 111(2)(e): fifteen days later", Code: MeetingsApart, Change: held("2026-03-25"), Want: law.Met},
		c{Name: "s. 111(2)(e): the corresponding day of the next month", Code: MeetingsApart, Change: held("2026-04-10"), Want: law.Met},
		c{Name: "s. 111(2)(e): the day after that", Code: MeetingsApart, Change: held("2026-04-11"), Want: law.Breached},
		c{
			Name: "s. 111(2)(e): a month from 31 January ends with February", Code: MeetingsApart,
			Change: both(with(func(x *Change) { x.First.Held = on("2026-01-31") }), held("2026-02-28")), Want: law.Met,
		},
		c{
			Name: "s. 111(2)(e): and not on 1 March", Code: MeetingsApart,
			Change: both(with(func(x *Change) { x.First.Held = on("2026-01-31") }), held("2026-03-01")), Want: law.Breached,
		},
		c{
			Name: "s. 111(2)(e): the first meeting's day is not stated", Code: MeetingsApart,
			Change: with(func(x *Change) { x.First.Held = law.Fact[law.Date]{} }), Want: law.Unknown, At: "change.first.held",
		},
		c{
			Name: "s. 111(2)(e): the second meeting's day is not stated", Code: MeetingsApart,
			Change: with(func(x *Change) { x.Second.Held = law.Fact[law.Date]{} }), Want: law.Unknown, At: "change.second.held",
		},
		c{Name: "s. 111: no change", Code: MeetingsApart, Change: drop, Want: law.NotApplicable},
		c{Name: "1965 s. 50(2)(b): three weeks", Code: MeetingsApart1965, Change: in("1990-03-10"), Want: law.Met},
		c{Name: "1965 s. 50(2)(b): thirteen days", Code: MeetingsApart1965, Change: both(in("1990-03-10"), held("1990-03-23")), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: MeetingsApart1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},

		c{Name: "s. 113(5): on the fourteenth day", Code: FiledLate, Want: law.Met},
		c{Name: "s. 113(5): on the fifteenth", Code: FiledLate, Change: filed("2026-04-16"), Want: law.Breached, At: "change.filed"},
		c{Name: "s. 113(5): not yet, and there is time", Code: FiledLate, On: "2026-04-15", Change: with(func(x *Change) { x.Filed = law.Fact[law.Date]{} }), Want: law.Met},
		c{
			Name: "s. 113(5): not stated when the time is over", Code: FiledLate, On: "2026-04-16",
			Change: with(func(x *Change) { x.Filed = law.Fact[law.Date]{} }), Want: law.Unknown, At: "change.filed",
		},
		c{Name: "s. 113: no change", Code: FiledLate, Change: drop, Want: law.NotApplicable},
		c{Name: "reg 4(2): a lock is adopted by amending the rules", Code: FiledLate, Change: kind(LockAdoption), Want: law.NotApplicable},
		c{Name: "1965 s. 50(5): in time", Code: FiledLate1965, Change: in("1990-03-10"), Want: law.Met},
		c{Name: "1965 s. 50(5): late", Code: FiledLate1965, Change: both(in("1990-03-10"), filed("1990-04-16")), Want: law.Breached},
		c{Name: "1965 s. 50: no change", Code: FiledLate1965, On: "1990-06-01", Change: drop, Want: law.NotApplicable},
	).Run(t)
}

func TestTheFourteenthDayIsMetOnlyProvisionally(t *testing.T) {
	s, f := converting(), Enacted()
	both(held("2026-03-24"), filed("2026-04-07"))(&s)
	rep := resolutions.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
	assert.Len(t, rep.Findings, 1)
	d := rep.Findings[0].Doubt
	assert.Equal(t, law.Reading{Says: fourteenthDay, Outcome: law.Met}, d.Readings[0])
	assert.Equal(t, law.Reading{Says: clearDays, Outcome: law.Breached}, d.Readings[1])
}

func TestADeclarationIsConclusiveOnOneReading(t *testing.T) {
	f := Enacted()
	for code, change := range map[law.Code]change{
		ConversionNotCarried: first(374, 126, 1000), NotConfirmed: second(30, 30), MergerNotCarried: both(kind(Amalgamation), first(79, 41, 0)),
	} {
		s := converting()
		both(change, with(func(x *Change) { x.First.DeclaredCarried, x.Second.DeclaredCarried = law.Known(true), law.Known(true) }))(&s)
		rep := resolutions.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
		assert.Len(t, rep.Findings, 1, "%s", code)
		assert.Equal(t, code, rep.Findings[0].Code)
		assert.Equal(t, []law.Reading{{Says: conclusive, Outcome: law.Met}, {Says: wrongOnItsFace, Outcome: law.Breached}}, rep.Findings[0].Doubt.Readings)
	}
	s := closing() // no declaration is conclusive here
	both(first(79, 41, 0), with(func(x *Change) { x.First.DeclaredCarried = law.Known(true) }))(&s)
	o, _ := dissolving.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Outcome(DissolutionNotCarried)
	assert.Equal(t, law.Breached, o)
}

func TestSecondMeeting(t *testing.T) {
	f := Enacted()
	from, to := f.SecondMeeting(law.MustDate("2026-03-10"))
	assert.Equal(t, "2026-03-24 2026-04-10", from.String()+" "+to.String())
	from, to = f.SecondMeeting(law.MustDate("1965-12-31"))
	assert.True(t, from.IsZero() && to.IsZero())
}

// signing is a society of a hundred that lawfully dissolves by an instrument.
func signing() Society {
	return Society{
		Members: law.Known[int64](100),
		Dissolution: law.Known(Dissolution{
			Dated: on("2026-05-01"), Signatures: law.Known[int64](75), DeclaredBySecretary: law.Known(true), DeclaredByMembers: law.Known[int64](3),
			Contents: InstrumentContents{
				AssetsAndLiabilities: law.Known(true), MembersAndInterests: law.Known(true), CreditorsAndPayment: law.Known(true), Division: law.Known(true),
			},
			FinalReturn: on("2026-05-10"), Registered: on("2026-05-10"),
			Gazetted: on("2026-05-20"), AdvertisedLocally: on("2026-05-20"),
		}),
	}
}

func TestDissolution(t *testing.T) {
	signed := func(n, of int64) change {
		return func(s *Society) { s.Dissolution.Ptr().Signatures, s.Members = law.Known(n), law.Known(of) }
	}
	byMembers := func(n int64) change {
		return func(s *Society) { s.Dissolution.Ptr().DeclaredByMembers = law.Known(n) }
	}
	in1990 := func(s *Society) { s.Dissolution.Ptr().Dated = on("1990-05-01") }
	gone := func(s *Society) { s.Dissolution = law.Fact[Dissolution]{} }
	noSecretary := func(s *Society) { s.Dissolution.Ptr().DeclaredBySecretary = law.Known(false) }
	lacking := func(f func(*InstrumentContents) *law.Fact[bool]) change {
		return func(s *Society) { *f(&s.Dissolution.Ptr().Contents) = law.Known(false) }
	}
	returned := func(d string) change { return func(s *Society) { s.Dissolution.Ptr().FinalReturn = on(d) } }
	registered := func(d string) change { return func(s *Society) { s.Dissolution.Ptr().Registered = on(d) } }
	type c = lawtest.Case[Society]
	courseSuite(dissolutions, signing,
		c{Name: "s. 119(3)(a): exactly 75% of all members", Code: DissolutionWithoutConsent, Want: law.Met},
		c{Name: "s. 119(3)(a): one short", Code: DissolutionWithoutConsent, Change: signed(74, 100), Want: law.Breached, At: "dissolution.signatures"},
		c{Name: "s. 119(3)(a): nobody is left to sign", Code: DissolutionWithoutConsent, Change: signed(0, 0), Want: law.Breached},
		c{Name: "s. 119(3)(a): the members are not counted", Code: DissolutionWithoutConsent, Change: func(s *Society) { s.Members = law.Fact[int64]{} }, Want: law.Unknown, At: "members"},
		c{Name: "s. 119: no instrument", Code: DissolutionWithoutConsent, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 55(b): three-fourths", Code: DissolutionWithoutConsent1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 55(b): one short", Code: DissolutionWithoutConsent1965, Change: both(in1990, signed(74, 100)), Want: law.Breached},
		c{Name: "1965 s. 55: no instrument", Code: DissolutionWithoutConsent1965, On: "1990-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 121(3): the secretary and three members", Code: DissolutionNotDeclared, Want: law.Met},
		c{Name: "s. 121(3)(a): two members of many", Code: DissolutionNotDeclared, Change: byMembers(2), Want: law.Breached, At: "dissolution.declared_by_members"},
		c{Name: "s. 121(3)(b): both of two societies", Code: DissolutionNotDeclared, Change: both(byMembers(2), members(2, 2)), Want: law.Met},
		c{Name: "s. 121(3)(b): one of two societies", Code: DissolutionNotDeclared, Change: both(byMembers(1), members(2, 2)), Want: law.Breached},
		c{Name: "s. 121(3)(b): two members, one a society", Code: DissolutionNotDeclared, Change: both(byMembers(2), members(2, 1)), Want: law.Breached},
		c{
			Name: "s. 121(3)(b): two members, nobody says what", Code: DissolutionNotDeclared,
			Change: both(byMembers(2), func(s *Society) { s.Members = law.Known[int64](2) }), Want: law.Unknown, At: "member_societies",
		},
		c{Name: "s. 121(3): without the secretary", Code: DissolutionNotDeclared, Change: noSecretary, Want: law.Breached, At: "dissolution.declared_by_secretary"},
		c{Name: "s. 121: no instrument", Code: DissolutionNotDeclared, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 58(4): the secretary and three members", Code: DissolutionNotDeclared1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(4): two members of many", Code: DissolutionNotDeclared1965, Change: both(in1990, byMembers(2)), Want: law.Breached},
		c{Name: "1965 s. 58: no instrument", Code: DissolutionNotDeclared1965, On: "1990-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 119(2): all four", Code: InstrumentIncomplete, Want: law.Met},
		c{Name: "s. 119(2)(a): no detail of assets", Code: InstrumentIncomplete, Change: lacking(func(x *InstrumentContents) *law.Fact[bool] { return &x.AssetsAndLiabilities }), Want: law.Breached, At: "dissolution.contents.assets_and_liabilities"},
		c{Name: "s. 119(2)(b): no interests of members", Code: InstrumentIncomplete, Change: lacking(func(x *InstrumentContents) *law.Fact[bool] { return &x.MembersAndInterests }), Want: law.Breached, At: "dissolution.contents.members_and_interests"},
		c{Name: "s. 119(2)(c): no provision for creditors", Code: InstrumentIncomplete, Change: lacking(func(x *InstrumentContents) *law.Fact[bool] { return &x.CreditorsAndPayment }), Want: law.Breached, At: "dissolution.contents.creditors_and_payment"},
		c{Name: "s. 119(2)(d): neither a division nor an award", Code: InstrumentIncomplete, Change: lacking(func(x *InstrumentContents) *law.Fact[bool] { return &x.Division }), Want: law.Breached, At: "dissolution.contents.division"},
		c{Name: "s. 119: no instrument", Code: InstrumentIncomplete, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 58(2): all four", Code: InstrumentIncomplete1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(2)(d): no division", Code: InstrumentIncomplete1965, Change: both(in1990, lacking(func(x *InstrumentContents) *law.Fact[bool] { return &x.Division })), Want: law.Breached},
		c{Name: "1965 s. 58: no instrument", Code: InstrumentIncomplete1965, On: "1990-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 121(5): the return came first", Code: InstrumentBeforeReturn, Want: law.Met},
		c{Name: "s. 121(5): it came the day after", Code: InstrumentBeforeReturn, Change: returned("2026-05-11"), Want: law.Breached, At: "dissolution.registered"},
		c{Name: "s. 121(5): not registered yet", Code: InstrumentBeforeReturn, Change: func(s *Society) { s.Dissolution.Ptr().Registered = law.Fact[law.Date]{} }, Want: law.NotApplicable},
		c{Name: "1965 s. 58(5): the return came first", Code: InstrumentBeforeReturn1965, Change: both(returned("1990-05-10"), registered("1990-05-10")), Want: law.Met},
		c{Name: "1965 s. 58(5): it came the day after", Code: InstrumentBeforeReturn1965, Change: both(returned("1990-05-11"), registered("1990-05-10")), Want: law.Breached},
		c{Name: "1965 s. 58: no instrument", Code: InstrumentBeforeReturn1965, On: "1990-06-01", Change: gone, Want: law.NotApplicable},
	).Run(t)
}
