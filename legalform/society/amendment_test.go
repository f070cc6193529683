package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// amending is a society that changed a rule, and gave a member a copy of its rules.
func amending() Society {
	s := lawfulBencom()
	s.MemberSocieties, s.KeepsRules = law.Known[int64](0), law.Known(true)
	s.Amendment = law.Known(Amendment{
		Kind: law.Known(RuleChange), On: on("2026-04-01"), AltersLock: law.Known(false), Copies: law.Known[int64](2),
		Signatures: Signatures{Secretary: law.Known(true), Members: law.Known[int64](3), Societies: law.Known[int64](0)},
		Registered: on("2026-05-01"), ActedOn: on("2026-05-01"), RaisesContribution: law.Known(false), HeldTo: law.Known([]HeldMember{}),
	})
	s.RulesRequest = law.Known(RulesRequest{
		On: on("2026-05-20"), FirstToMember: law.Known(true), OfferedFee: law.Known(false), Given: law.Known(true), Charged: amount(0),
	})
	return s
}

func amendment(f func(*Amendment)) change { return func(s *Society) { f(s.Amendment.Ptr()) } }

func TestAmendments(t *testing.T) {
	type c = lawtest.Case[Society]
	back := amendment(func(x *Amendment) {
		x.On, x.Registered, x.ActedOn = on("2010-04-01"), on("2010-05-01"), on("2010-05-01")
	})
	none := func(s *Society) { s.Amendment = law.Fact[Amendment]{} }
	kind := func(k AmendmentKind) change { return amendment(func(x *Amendment) { x.Kind = law.Known(k) }) }
	moving := func(notified law.Fact[bool]) change {
		return both(kind(OfficeChange), amendment(func(x *Amendment) { x.Notified = notified }))
	}
	acted := func(date string) change { return amendment(func(x *Amendment) { x.ActedOn = on(date) }) }
	unregistered := func(said law.Fact[bool]) change {
		return amendment(func(x *Amendment) { x.Registered, x.Unregistered = law.Fact[law.Date]{}, said })
	}
	signs := func(secretary bool, members, societies int64) change {
		return amendment(func(x *Amendment) {
			x.Signatures = Signatures{law.Known(secretary), law.Known(members), law.Known(societies)}
		})
	}
	copies := func(n int64) change { return amendment(func(x *Amendment) { x.Copies = law.Known(n) }) }
	holding := func(joined law.Fact[law.Date], consented law.Fact[bool]) change {
		return amendment(func(x *Amendment) {
			x.RaisesContribution = law.Known(true)
			x.HeldTo = law.Known([]HeldMember{{Member: "m7", Joined: joined, Consented: consented}})
		})
	}
	keeps := func(f law.Fact[bool]) change { return func(s *Society) { s.KeepsRules = f } }
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	old := both(holding(on("1927-01-01"), no), amendment(func(x *Amendment) { x.Registered = on("1928-03-27") }))
	suite(amendments, amending,
		c{Name: "s. 15(1): the rules are kept", Code: RulesDisregarded, Want: law.Met},
		c{Name: "s. 15(1): they are not", Code: RulesDisregarded, Change: keeps(no), Want: law.Breached, At: "keeps_rules"},
		c{Name: "s. 15(1): nobody has looked", Code: RulesDisregarded, Change: keeps(untold), Want: law.NotApplicable},
		c{Name: "1965 s. 14(1): the rules are kept", Code: RulesDisregarded1965, On: "2010-06-01", Want: law.Met},
		c{Name: "1965 s. 14(1): they are not", Code: RulesDisregarded1965, On: "2010-06-01", Change: keeps(no), Want: law.Breached},
		c{Name: "1965 s. 14(1): nobody has looked", Code: RulesDisregarded1965, On: "2010-06-01", Change: keeps(untold), Want: law.NotApplicable},

		c{Name: "s. 15(2): a member who joined later", Code: MemberOverbound, Change: holding(on("2026-05-02"), no), Want: law.Met},
		c{Name: "s. 15(2): a member since before, without consent", Code: MemberOverbound, Change: holding(on("2026-04-30"), no), Want: law.Breached, At: "amendment.held_to[0]"},
		c{Name: "s. 15(2): a member since before, who consented", Code: MemberOverbound, Change: holding(on("2026-04-30"), yes), Want: law.Met},
		c{Name: "s. 15(2): whether the member consented is not stated", Code: MemberOverbound, Change: holding(on("2026-04-30"), untold), Want: law.Unknown, At: "amendment.held_to[0]"},
		c{Name: "s. 15(2): joined on the day of registration", Code: MemberOverbound, Change: holding(on("2026-05-01"), no), Want: law.Unknown},
		c{Name: "s. 15(2): no increase", Code: MemberOverbound, Want: law.NotApplicable},
		c{Name: "s. 15(2): no amendment", Code: MemberOverbound, Change: none, Want: law.NotApplicable},
		c{
			Name: "s. 15(2): whether there is an increase is not judged", Code: MemberOverbound,
			Change: amendment(func(x *Amendment) { x.RaisesContribution = untold }), Want: law.Unknown, At: "amendment.raises_contribution",
		},
		c{Name: "Sch 3 para 4: registered on 27 March 1928", Code: MemberOverbound, Change: old, Want: law.Met},
		c{
			Name: "Sch 3 para 4: registered the day after", Code: MemberOverbound,
			Change: both(old, amendment(func(x *Amendment) { x.Registered = on("1928-03-28") })), Want: law.Breached,
		},
		c{Name: "1965 s. 14(2): a member who joined later", Code: MemberOverbound1965, On: "2010-06-01", Change: both(back, holding(on("2010-05-02"), no)), Want: law.Met},
		c{Name: "1965 s. 14(2): a member since before, without consent", Code: MemberOverbound1965, On: "2010-06-01", Change: both(back, holding(on("2010-04-30"), no)), Want: law.Breached},
		c{Name: "1965 s. 14(2): no increase", Code: MemberOverbound1965, On: "2010-06-01", Want: law.NotApplicable},

		c{Name: "s. 16(1): acted on from the day of registration", Code: AmendmentUnregistered, Want: law.Met},
		c{Name: "s. 16(1): acted on from the day of the resolution", Code: AmendmentUnregistered, Change: acted("2026-04-01"), Want: law.Breached, At: "amendment.acted_on"},
		c{Name: "s. 16(1): acted on, and not registered", Code: AmendmentUnregistered, Change: unregistered(yes), Want: law.Breached},
		c{Name: "s. 16(1): acted on, and whether it is registered not stated", Code: AmendmentUnregistered, Change: unregistered(untold), Want: law.Unknown, At: "amendment.registered"},
		c{
			Name: "s. 16(1): not registered, and nobody acts on it", Code: AmendmentUnregistered,
			Change: both(unregistered(yes), amendment(func(x *Amendment) { x.ActedOn = law.Fact[law.Date]{} })), Want: law.Met,
		},
		c{Name: "s. 16(3): a change of name", Code: AmendmentUnregistered, Change: kind(NameChange), Want: law.NotApplicable},
		c{Name: "s. 16(3): a change of office", Code: AmendmentUnregistered, Change: kind(OfficeChange), Want: law.NotApplicable},
		c{Name: "s. 16(1): no amendment", Code: AmendmentUnregistered, Change: none, Want: law.NotApplicable},
		c{
			Name: "s. 16(1): of what kind is not stated", Code: AmendmentUnregistered,
			Change: amendment(func(x *Amendment) { x.Kind = law.Fact[AmendmentKind]{} }), Want: law.Unknown, At: "amendment.kind",
		},
		c{Name: "1965 s. 10(1): acted on from the day of registration", Code: AmendmentUnregistered1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 10(1): the day before", Code: AmendmentUnregistered1965, Change: both(back, acted("2010-04-30")), Want: law.Breached},
		c{Name: "1965 s. 10(2): a change of name", Code: AmendmentUnregistered1965, Change: both(back, kind(NameChange)), Want: law.NotApplicable},

		c{Name: "s. 16(2)(b): the secretary and three members", Code: AmendmentUnsigned, Want: law.Met},
		c{Name: "s. 16(2)(b): two members", Code: AmendmentUnsigned, Change: signs(true, 2, 0), Want: law.Breached, At: "amendment.members_signing"},
		c{Name: "s. 16(2): no secretary", Code: AmendmentUnsigned, Change: signs(false, 3, 0), Want: law.Breached, At: "amendment.signed_by_secretary"},
		c{Name: "s. 16(2)(a): five societies, two secretaries", Code: AmendmentUnsigned, Change: both(members(5, 5), signs(true, 0, 2)), Want: law.Met},
		c{Name: "s. 16(2)(a): five societies, one secretary", Code: AmendmentUnsigned, Change: both(members(5, 5), signs(true, 9, 1)), Want: law.Breached, At: "amendment.societies_signing"},
		c{Name: "s. 16(2)(a): the society's own secretary is wanted too", Code: AmendmentUnsigned, Change: both(members(2, 2), signs(false, 0, 2)), Want: law.Breached},
		c{
			Name: "s. 16(2): whether all are societies is not stated", Code: AmendmentUnsigned,
			Change: func(s *Society) { s.MemberSocieties = law.Fact[int64]{} }, Want: law.Unknown, At: "member_societies",
		},
		c{Name: "s. 16(3): a change of office", Code: AmendmentUnsigned, Change: kind(OfficeChange), Want: law.NotApplicable},
		c{Name: "1965 s. 10(1)(b): three members, as ever", Code: AmendmentUnsigned1965, Change: amendment(func(x *Amendment) { x.On = on("1990-01-01") }), Want: law.Met},
		c{Name: "1965 s. 10(1)(b): two members", Code: AmendmentUnsigned1965, Change: both(back, signs(true, 2, 0)), Want: law.Breached},
		c{
			Name: "1965 s. 10(1)(a): two of four societies, the day before 1 September 1996", Code: AmendmentUnsigned1965,
			Change: both(both(members(4, 4), signs(true, 0, 2)), amendment(func(x *Amendment) { x.On = on("1996-08-31") })), Want: law.Breached,
		},
		c{
			Name: "1965 s. 10(1)(a): two of four societies on it", Code: AmendmentUnsigned1965,
			Change: both(both(members(4, 4), signs(true, 0, 2)), amendment(func(x *Amendment) { x.On = on("1996-09-01") })), Want: law.Met,
		},
		c{Name: "1965 s. 10(2): a change of office", Code: AmendmentUnsigned1965, Change: both(back, kind(OfficeChange)), Want: law.NotApplicable},

		c{Name: "s. 16(2): two copies", Code: AmendmentCopies, Want: law.Met},
		c{Name: "s. 16(2): one copy", Code: AmendmentCopies, Change: copies(1), Want: law.Breached, At: "amendment.copies"},
		c{Name: "s. 16(3): a change of name", Code: AmendmentCopies, Change: kind(NameChange), Want: law.NotApplicable},
		c{Name: "1965 s. 10(1): two copies", Code: AmendmentCopies1965, Change: back, Want: law.Met},
		c{Name: "1965 s. 10(1): one copy", Code: AmendmentCopies1965, Change: both(back, copies(1)), Want: law.Breached},
		c{Name: "1965 s. 10(2): a change of name", Code: AmendmentCopies1965, Change: both(back, kind(NameChange)), Want: law.NotApplicable},

		c{Name: "s. 16(3)(a): notice of a move", Code: OfficeUnnotified, Change: moving(yes), Want: law.Met},
		c{Name: "s. 15(2): a move binds nobody to more", Code: MemberOverbound, Change: moving(yes), Want: law.NotApplicable},
		c{Name: "s. 16(3)(a): none", Code: OfficeUnnotified, Change: moving(no), Want: law.Breached, At: "amendment.notified"},
		c{Name: "s. 16(3)(a): another amendment", Code: OfficeUnnotified, Want: law.NotApplicable},
		c{Name: "1965 s. 10(2)(a): notice of a move", Code: OfficeUnnotified1965, Change: both(back, moving(yes)), Want: law.Met},
		c{Name: "1965 s. 10(2)(a): none", Code: OfficeUnnotified1965, Change: both(back, moving(no)), Want: law.Breached},
		c{Name: "1965 s. 10(2)(a): another amendment", Code: OfficeUnnotified1965, Change: back, Want: law.NotApplicable},
	).Run(t)
}

func TestEffectiveOn(t *testing.T) {
	x := Amendment{Kind: law.Known(RuleChange), On: on("2026-04-01"), Registered: on("2026-05-01")}
	effective := x.EffectiveOn()
	assert.Equal(t, "2026-05-01", effective.Or(law.Date{}).String(), "never the day of the resolution")
	for _, kind := range []law.Fact[AmendmentKind]{law.Known(NameChange), law.Known(OfficeChange), {}} {
		x.Kind = kind
		effective = x.EffectiveOn()
		assert.False(t, effective.Stated(), "%v", kind)
	}
	x = Amendment{Kind: law.Known(RuleChange), On: on("2026-04-01")}
	effective = x.EffectiveOn()
	assert.False(t, effective.Stated())
}
