package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// owned is a company of which the society holds all, by what capacity is left to the case.
func companyStake() CompanyStake {
	return CompanyStake{
		Name: "Trading Limited", Member: law.Known(true), Equity: amount(100), Directors: law.Known[int64](3),
		Parts: law.Known([]StakePart{{Capacity: InOwnRight, Equity: law.Pounds(100), Seats: 3, Votes: 1}}), Omission: law.Known(NotOmitted),
	}
}

// held is another society in which the society has all the votes.
func societyStake() SocietyStake {
	return SocietyStake{
		Name: "Buying Federation Limited", Member: law.Known(true), Committee: law.Known[int64](5), OnCommittee: law.Known(false), Votes: law.Known[int64](10),
		Parts: law.Known([]StakePart{{Capacity: InOwnRight, Votes: 6}}), Omission: law.Known(NotOmitted),
	}
}

// grouped gives the society a company and another society, with lawful group accounts.
func grouping(string) change {
	return acc(func(a *Accounts) {
		a.Group = law.Known(Group{
			Companies: law.Known([]CompanyStake{companyStake()}), Societies: law.Known([]SocietyStake{societyStake()}), WhollyOwned: law.Known(false),
			Prepared: law.Known(true), TrueAndFair: law.Known(true), Audited: law.Known(true), Sent: law.Known(true),
		})
	})
}

func TestGroupAccounts(t *testing.T) {
	lawful := func() Society {
		s := audited()
		grouping("")(&s)
		return s
	}
	group := func(f func(*Group)) change { return acc(func(a *Accounts) { f(a.Group.Ptr()) }) }
	not := func(of func(*Group) *law.Fact[bool]) change {
		return group(func(g *Group) { *of(g) = law.Known(false) })
	}
	prepared := func(g *Group) *law.Fact[bool] { return &g.Prepared }
	fair := func(g *Group) *law.Fact[bool] { return &g.TrueAndFair }
	examined := func(g *Group) *law.Fact[bool] { return &g.Audited }
	filed := func(g *Group) *law.Fact[bool] { return &g.Sent }
	alone := group(func(g *Group) {
		g.Companies, g.Societies = law.Known([]CompanyStake{}), law.Known([]SocietyStake{})
	})
	omitted := func(o Omission) change {
		return group(func(g *Group) {
			(*g.Companies.Ptr())[0].Omission, g.Societies = law.Known(o), law.Known([]SocietyStake{})
		})
	}
	type c = lawtest.Case[Society]
	accountsSuite(groupRules, lawful,
		c{Name: "s. 98(2): prepared", Code: GroupMissing, Want: law.Met},
		c{Name: "s. 98(2): not prepared", Code: GroupMissing, Change: not(prepared), Want: law.Breached, At: "accounts.group.prepared"},
		c{Name: "s. 98(2): not stated yet, and the time is not over", Code: GroupMissing, On: "2026-01-31", Change: group(func(g *Group) { g.Prepared = law.Fact[bool]{} }), Want: law.Met},
		c{Name: "s. 98(2): not stated, and it is", Code: GroupMissing, On: "2026-02-01", Change: group(func(g *Group) { g.Prepared = law.Fact[bool]{} }), Want: law.Unknown, At: "accounts.group.prepared"},
		c{Name: "s. 98(1): no subsidiary", Code: GroupMissing, Change: alone, Want: law.NotApplicable},
		c{Name: "s. 99(2): itself wholly owned", Code: GroupMissing, Change: group(func(g *Group) { g.WhollyOwned = law.Known(true) }), Want: law.NotApplicable},
		c{Name: "s. 99(2): whether wholly owned is not stated", Code: GroupMissing, Change: group(func(g *Group) { g.WhollyOwned = law.Fact[bool]{} }), Want: law.Unknown, At: "accounts.group.wholly_owned"},
		c{Name: "s. 99(3)-(4): its only subsidiary may be left out", Code: GroupMissing, Change: omitted(OmissionApproved), Want: law.NotApplicable},
		c{Name: "s. 99(5): and still may, by certificate", Code: GroupMissing, Change: omitted(OmissionCertified), Want: law.NotApplicable},
		c{
			Name: "s. 99(3): whether it may be is not stated", Code: GroupMissing,
			Change: both(omitted(NotOmitted), group(func(g *Group) { (*g.Companies.Ptr())[0].Omission = law.Fact[Omission]{} })), Want: law.Unknown, At: "accounts.group.companies[0].omission",
		},
		c{Name: "s. 98: nothing is said of a group", Code: GroupMissing, Change: accUnstated(func(a *Accounts) *law.Fact[Group] { return &a.Group }), Want: law.Unknown, At: "accounts.group"},
		c{Name: "1968 s. 13(1): prepared", Code: GroupMissing1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 13(1): not prepared", Code: GroupMissing1968, Change: both(accIn1994, not(prepared)), Want: law.Breached},
		c{Name: "1968 s. 14: there was no omission by certificate", Code: GroupMissing1968, Change: severally(accIn1994, omitted(OmissionCertified), not(prepared)), Want: law.Breached},
		c{Name: "1968 s. 13: no subsidiary", Code: GroupMissing1968, Change: both(accIn1994, alone), Want: law.NotApplicable},

		c{Name: "s. 98(3): a true and fair view", Code: GroupUntrue, Want: law.Met},
		c{Name: "s. 98(3): none", Code: GroupUntrue, Change: not(fair), Want: law.Breached, At: "accounts.group.true_and_fair"},
		c{Name: "s. 98: none prepared is one breach", Code: GroupUntrue, Change: not(prepared), Want: law.NotApplicable},
		c{Name: "1968 s. 13(2): a true and fair view", Code: GroupUntrue1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 13(2): none", Code: GroupUntrue1968, Change: both(accIn1994, not(fair)), Want: law.Breached},
		c{Name: "1968 s. 13: nothing to be true", Code: GroupUntrue1968, Change: both(accIn1994, alone), Want: law.NotApplicable},

		c{Name: "s. 98(6): audited", Code: GroupUnaudited, Want: law.Met},
		c{Name: "s. 98(6): not audited", Code: GroupUnaudited, Change: not(examined), Want: law.Breached, At: "accounts.group.audited"},
		c{Name: "s. 98: nothing to audit", Code: GroupUnaudited, Change: alone, Want: law.NotApplicable},
		c{Name: "1968 s. 13(5): audited", Code: GroupUnaudited1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 13(5): not audited", Code: GroupUnaudited1968, Change: both(accIn1994, not(examined)), Want: law.Breached},
		c{Name: "1968 s. 13: nothing to audit", Code: GroupUnaudited1968, Change: both(accIn1994, alone), Want: law.NotApplicable},

		c{Name: "s. 98(8): sent", Code: GroupUnsent, Want: law.Met},
		c{Name: "s. 98(8): not sent", Code: GroupUnsent, Change: not(filed), Want: law.Breached, At: "accounts.group.sent"},
		c{Name: "s. 98: nothing to send", Code: GroupUnsent, Change: alone, Want: law.NotApplicable},
		c{Name: "1968 s. 13(6): sent", Code: GroupUnsent1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 13(6): not sent", Code: GroupUnsent1968, Change: both(accIn1994, not(filed)), Want: law.Breached},
		c{Name: "1968 s. 13: nothing to send", Code: GroupUnsent1968, Change: both(accIn1994, alone), Want: law.NotApplicable},
	).Run(t)
}

func TestCompanySubsidiary(t *testing.T) {
	on := law.MustDate("2025-06-30")
	in := func(list ...StakePart) func(*CompanyStake) {
		return func(x *CompanyStake) { x.Parts = law.Known(list) }
	}
	for name, c := range map[string]struct {
		change func(*CompanyStake)
		want   law.Outcome
	}{
		"s. 100(1)(b): exactly half the equity, no seats":          {in(StakePart{Capacity: InOwnRight, Equity: law.Pounds(50)}), law.Breached},
		"s. 100(1)(b): a penny more":                               {in(StakePart{Capacity: InOwnRight, Equity: law.Pounds(50) + 1}), law.Met},
		"s. 100(1)(a): two of three directors":                     {in(StakePart{Capacity: InOwnRight, Seats: 2}), law.Met},
		"s. 100(2): one of three":                                  {in(StakePart{Capacity: InOwnRight, Seats: 1}), law.Breached},
		"s. 100(1)(a): all seats, and no member":                   {func(x *CompanyStake) { in(StakePart{Capacity: InOwnRight, Seats: 3})(x); x.Member = law.Known(false) }, law.Breached},
		"s. 100(4)(b): a nominee's shares count":                   {in(StakePart{Capacity: InOwnRight, Equity: law.Pounds(30)}, StakePart{Capacity: ByNominee, Equity: law.Pounds(30)}), law.Met},
		"s. 100(4)(a): a trustee's do not":                         {in(StakePart{Capacity: InOwnRight, Equity: law.Pounds(30)}, StakePart{Capacity: AsFiduciary, Equity: law.Pounds(70)}), law.Breached},
		"s. 100(4)(c): nor those under a debenture":                {in(StakePart{Capacity: UnderDebenture, Equity: law.Pounds(100), Seats: 3}), law.Breached},
		"s. 100(4)(d): nor security for a loan in ordinary course": {in(StakePart{Capacity: AsSecurity, Equity: law.Pounds(100)}), law.Breached},
		"nothing is said of its interests":                         {func(x *CompanyStake) { x.Parts = law.Fact[[]StakePart]{} }, law.Unknown},
		"over half, and nothing else is said":                      {func(x *CompanyStake) { x.Member, x.Directors = law.Fact[bool]{}, law.Fact[int64]{} }, law.Met},
		"under half, and whether a member is not stated": {func(x *CompanyStake) {
			in(StakePart{Capacity: InOwnRight, Seats: 3})(x)
			x.Member = law.Fact[bool]{}
		}, law.Unknown},
		"under half, and the number of directors is not stated": {func(x *CompanyStake) {
			in(StakePart{Capacity: InOwnRight, Seats: 3})(x)
			x.Directors = law.Fact[int64]{}
		}, law.Unknown},
	} {
		x := companyStake()
		c.change(&x)
		k := CompanySubsidiary(&x, on)
		assert.Equal(t, c.want, k.Outcome, name)
		assert.Equal(t, c.want == law.Unknown, k.Missing != nil, name)
	}
}

func TestSocietySubsidiary(t *testing.T) {
	on := law.MustDate("1994-12-31")
	for name, c := range map[string]struct {
		change func(*SocietyStake)
		want   law.Outcome
	}{
		"s. 15(5)(b): six of ten votes":               {nil, law.Met},
		"s. 15(5)(b): five of ten":                    {func(x *SocietyStake) { x.Parts = law.Known([]StakePart{{Capacity: InOwnRight, Votes: 5}}) }, law.Breached},
		"s. 15(6)(a): three of five on the committee": {func(x *SocietyStake) { x.Parts = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 3}}) }, law.Met},
		"s. 15(6)(b): itself and two": {func(x *SocietyStake) {
			x.Parts, x.OnCommittee = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 2}}), law.Known(true)
		}, law.Met},
		"s. 15(6)(b): itself not on it, and two": {func(x *SocietyStake) { x.Parts = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 2}}) }, law.Breached},
		"s. 15(6)(b): whether it sits there is unstated": {func(x *SocietyStake) {
			x.Parts, x.OnCommittee = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 2}}), law.Fact[bool]{}
		}, law.Unknown},
		"s. 15(5)(a): the committee, and no member": {func(x *SocietyStake) {
			x.Parts, x.Member = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 5}}), law.Known(false)
		}, law.Breached},
		"s. 15(8): votes held as a fiduciary": {func(x *SocietyStake) {
			x.Parts = law.Known([]StakePart{{Capacity: AsFiduciary, Votes: 10, Seats: 5}})
		}, law.Breached},
		"the committee is not counted": {func(x *SocietyStake) {
			x.Parts, x.Committee = law.Known([]StakePart{{Capacity: InOwnRight, Seats: 3}}), law.Fact[int64]{}
		}, law.Unknown},
		"nothing is said": {func(x *SocietyStake) { x.Parts = law.Fact[[]StakePart]{} }, law.Unknown},
		"neither votes nor membership": {func(x *SocietyStake) {
			x.Votes, x.Member, x.Parts = law.Fact[int64]{}, law.Fact[bool]{}, law.Known([]StakePart{{Capacity: InOwnRight, Seats: 5}})
		}, law.Unknown},
	} {
		x := societyStake()
		if c.change != nil {
			c.change(&x)
		}
		k := SocietySubsidiary(&x, on)
		assert.Equal(t, c.want, k.Outcome, name)
		assert.Equal(t, c.want == law.Unknown, k.Missing != nil, name)
		assert.Equal(t, GroupMissing1968, k.Code)
	}
}
