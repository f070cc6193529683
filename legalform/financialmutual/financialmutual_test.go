package financialmutual

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

func on(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func tally(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

func union() CreditUnion {
	return earning(CreditUnion{
		Members: law.Known[int64](400), WithoutShare: law.Known[int64](0), ShareAsked: law.Known(law.Pounds(5)), OneVoteEach: law.Known(true),
		Resolution: law.Known(CreditUnionResolution{
			Kind: law.Known(RulesAmendment), Held: on("2026-03-02"),
			Votes:      law.Known(governance.Tally{For: 40, Against: 8, Abstained: 12, Present: 60, Entitled: 400}),
			Confirming: tally(31, 30, 400), WithUnion: law.Known(true),
		}),
	})
}

func TestCreditUnions(t *testing.T) {
	type cases = lawtest.Case[CreditUnion]
	with := func(f func(*CreditUnionResolution)) func(*CreditUnion) {
		return func(s *CreditUnion) { f(s.Resolution.Ptr()) }
	}
	of := func(k CreditUnionResolutionKind, yes, no int64) func(*CreditUnion) {
		return with(func(r *CreditUnionResolution) { r.Kind, r.Votes = law.Known(k), tally(yes, no, 400) })
	}
	lawtest.Suite[CreditUnion, Figures]{
		Rules: CreditUnionRules(), Figures: Enacted(), Lawful: union, On: "2026-11-23", In: law.England,
		Dates: map[string]func(*CreditUnion, law.Date){
			"resolution.held":                func(s *CreditUnion, d law.Date) { s.Resolution.Ptr().Held = law.Known(d) },
			"dividend.declared":              func(s *CreditUnion, d law.Date) { s.Dividend.Ptr().Declared = law.Known(d) },
			"interest_bearing_shares.issued": func(s *CreditUnion, d law.Date) { s.InterestShares.Ptr().Issued = law.Known(d) },
		},
		Exempt: map[string]string{string(CreditUnionConverts) + " met": "no conversion is open"},
		Cases: append([]cases{
			{Name: "s. 4(2): two-thirds of those present", Code: CreditUnionRulesNotAmended, Want: law.Met},
			{Name: "s. 4(2): one short, abstainers against", Code: CreditUnionRulesNotAmended, Change: with(func(r *CreditUnionResolution) {
				r.Votes = law.Known(governance.Tally{For: 39, Against: 8, Abstained: 13, Present: 60})
			}), Want: law.Breached, At: "resolution.votes"},
			{Name: "s. 4(2): how many were present is not stated", Code: CreditUnionRulesNotAmended, Change: of(RulesAmendment, 40, 10), Want: law.Unknown, At: "resolution.votes.present"},
			{Name: "s. 4(2): a merger", Code: CreditUnionRulesNotAmended, Change: of(CreditUnionAmalgamation, 2, 1), Want: law.NotApplicable},
			{Name: "s. 6(1): twenty-one", Code: CreditUnionTooFewMembers, Change: func(s *CreditUnion) { s.Members = law.Known[int64](21) }, Want: law.Met},
			{Name: "s. 6(1): twenty", Code: CreditUnionTooFewMembers, Change: func(s *CreditUnion) { s.Members = law.Known[int64](20) }, Want: law.Breached},
			{Name: "s. 6(1): above the old ceiling", Code: CreditUnionTooFewMembers, Change: func(s *CreditUnion) { s.Members = law.Known[int64](5001) }, Want: law.Met},
			{Name: "SI 1979/936: the day before the Act of 1979 began", Code: CreditUnionTooFewMembers, On: "1979-08-19", Want: law.NotInForce},
			{Name: "SI 1979/936: the day it began", Code: CreditUnionTooFewMembers, On: "1979-08-20", Want: law.Met},
			{Name: "s. 5(2): all hold a share", Code: CreditUnionMemberNoShare, Want: law.Met},
			{Name: "s. 5(2): one does not", Code: CreditUnionMemberNoShare, Change: func(s *CreditUnion) { s.WithoutShare = law.Known[int64](1) }, Want: law.Breached},
			{Name: "s. 5(2): £5", Code: CreditUnionShareAsked, Want: law.Met},
			{Name: "s. 5(2): a penny more", Code: CreditUnionShareAsked, Change: func(s *CreditUnion) { s.ShareAsked = law.Known(law.Pounds(5) + 1) }, Want: law.Breached},
			{Name: "s. 5(9): one vote each", Code: CreditUnionVotesUnequal, Want: law.Met},
			{Name: "s. 5(9): by holding", Code: CreditUnionVotesUnequal, Change: func(s *CreditUnion) { s.OneVoteEach = law.Known(false) }, Want: law.Breached},
			{Name: "s. 22: not open", Code: CreditUnionConverts, Change: of(ConversionToCompany, 400, 0), Want: law.Breached},
			{Name: "s. 22: no conversion", Code: CreditUnionConverts, Want: law.NotApplicable},
			{Name: "s. 21(2): with a credit union", Code: CreditUnionMergesOutside, Change: of(TransferToCreditUnion, 80, 40), Want: law.Met},
			{Name: "s. 21(2): with another society", Code: CreditUnionMergesOutside, Change: with(func(r *CreditUnionResolution) {
				r.Kind, r.WithUnion = law.Known(CreditUnionAmalgamation), law.Known(false)
			}), Want: law.Breached},
			{Name: "s. 21(2): no merger", Code: CreditUnionMergesOutside, Want: law.NotApplicable},
			{Name: "s. 111(2)(a): two-thirds of those who vote", Code: CreditUnionMergerNotCarried, Change: of(TransferToCreditUnion, 80, 40), Want: law.Met},
			{Name: "s. 111(2)(a): one short", Code: CreditUnionMergerNotCarried, Change: of(CreditUnionAmalgamation, 79, 41), Want: law.Breached},
			{Name: "s. 111: no merger", Code: CreditUnionMergerNotCarried, Want: law.NotApplicable},
			{Name: "s. 111(2)(c): over half", Code: CreditUnionMergerUnconfirmed, Change: of(TransferToCreditUnion, 80, 40), Want: law.Met},
			{Name: "s. 111(2)(c): a tie", Code: CreditUnionMergerUnconfirmed, Change: with(func(r *CreditUnionResolution) {
				r.Kind, r.Confirming = law.Known(TransferToCreditUnion), tally(30, 30, 400)
			}), Want: law.Breached},
			{Name: "s. 111: no merger, nothing to confirm", Code: CreditUnionMergerUnconfirmed, Change: func(s *CreditUnion) { s.Resolution = law.Fact[CreditUnionResolution]{} }, Want: law.NotApplicable},
		}, shareCases()...),
	}.Run(t)
}

func building() BuildingSociety {
	return BuildingSociety{
		OneVoteEach: law.Known(true),
		Resolution: law.Known(BuildingResolution{
			Kind: law.Known(TransferToFormedCompany), Held: on("2026-03-30"), Noticed: on("2026-03-09"), OnPoll: law.Known(true),
			Shareholders: tally(37_500, 12_500, 100_000), Borrowers: tally(501, 500, 9000),
			ValueFor: law.Known(law.Pounds(90)), ValueAll: law.Known(law.Pounds(100)), Directed: law.Known(false),
		}),
	}
}

func TestBuildingSocieties(t *testing.T) {
	type cases = lawtest.Case[BuildingSociety]
	type change = func(*BuildingSociety)
	with := func(f func(*BuildingResolution)) change { return func(s *BuildingSociety) { f(s.Resolution.Ptr()) } }
	put := func(k BuildingResolutionKind, yes, no int64) change {
		return with(func(r *BuildingResolution) { r.Kind, r.Shareholders = law.Known(k), tally(yes, no, 100_000) })
	}
	held := func(day string, yes, no int64) change {
		return with(func(r *BuildingResolution) { r.Held, r.Shareholders = on(day), tally(yes, no, 100_000) })
	}
	gone := func(s *BuildingSociety) { s.Resolution = law.Fact[BuildingResolution]{} }
	value := func(yes int64) change {
		return with(func(r *BuildingResolution) {
			r.Kind, r.Shareholders, r.ValueFor = law.Known(TransferToExistingCompany), tally(40_000, 1, 100_000), law.Known(law.Pounds(yes))
		})
	}
	lawtest.Suite[BuildingSociety, Figures]{
		Rules: BuildingSocietyRules(), Figures: Enacted(), Lawful: building, On: "2026-11-23", In: law.England,
		Dates: map[string]func(*BuildingSociety, law.Date){"resolution.held": func(s *BuildingSociety, d law.Date) { s.Resolution.Ptr().Held = law.Known(d) }},
		Cases: []cases{
			{Name: "para 29: more than half of the borrowers", Code: BorrowersNotCarried, Want: law.Met},
			{Name: "para 29: a tie", Code: BorrowersNotCarried, Change: with(func(r *BuildingResolution) { r.Borrowers = tally(500, 500, 9000) }), Want: law.Breached},
			{Name: "s. 93: an amalgamation too", Code: BorrowersNotCarried, Change: with(func(r *BuildingResolution) { r.Kind, r.Borrowers = law.Known(SocietiesAmalgamation), tally(0, 0, 9000) }), Want: law.Breached},
			{Name: "para 29: a special resolution has no borrowers", Code: BorrowersNotCarried, Change: put(SpecialResolution, 3, 1), Want: law.NotApplicable},
			{Name: "para 27A: three-quarters", Code: ShareholdersNotCarried, Want: law.Met},
			{Name: "para 27A: one short", Code: ShareholdersNotCarried, Change: put(EngagementsTransfer, 37_499, 12_501), Want: law.Breached},
			{Name: "para 27 in 1996: one short, as a special resolution", Code: ShareholdersNotCarried, Change: held("1996-01-01", 37_499, 12_501), Want: law.Breached},
			{Name: "para 27A: no resolution", Code: ShareholdersNotCarried, Change: gone, Want: law.NotApplicable},
			{Name: "para 30(2): half of those qualified vote", Code: TransferTurnoutTooLow, Want: law.Met},
			{Name: "para 30(2): one fewer", Code: TransferTurnoutTooLow, Change: put(TransferToFormedCompany, 49_999, 0), Want: law.Breached, At: "resolution.shareholders"},
			{Name: "para 30(2) in 1995: a fifth", Code: TransferTurnoutTooLow, Change: held("1996-01-01", 20_000, 0), Want: law.Met},
			{Name: "para 30(2) in 1995: one fewer", Code: TransferTurnoutTooLow, Change: held("1996-01-01", 19_999, 0), Want: law.Breached},
			{Name: "para 30(2) in 1998: a fifth is doubtful", Code: TransferTurnoutTooLow, Change: held("1998-01-01", 20_000, 0), Want: law.Unknown},
			{Name: "para 30(2) in 1998: half is enough on both readings", Code: TransferTurnoutTooLow, Change: held("1998-01-01", 50_000, 0), Want: law.Met},
			{Name: "para 30(2): the day that the half was read", Code: TransferTurnoutTooLow, Change: held("2000-11-22", 20_000, 0), Want: law.Breached},
			{Name: "para 30(2): an existing company", Code: TransferTurnoutTooLow, Change: put(TransferToExistingCompany, 3, 1), Want: law.NotApplicable},
			{Name: "para 30(3)(a): half of all qualified", Code: TransferHeadsAndValue, Change: put(TransferToExistingCompany, 50_000, 1), Want: law.Met},
			{Name: "para 30(3)(b): or 90% of the value", Code: TransferHeadsAndValue, Change: value(90), Want: law.Met},
			{Name: "para 30(3): neither", Code: TransferHeadsAndValue, Change: value(89), Want: law.Breached},
			{Name: "para 30(3)(b): the value is not stated", Code: TransferHeadsAndValue, Change: func(s *BuildingSociety) { value(1)(s); s.Resolution.Ptr().ValueFor = law.Fact[law.Pence]{} }, Want: law.Unknown},
			{Name: "para 30(5): the regulator directs", Code: TransferHeadsAndValue, Change: func(s *BuildingSociety) { value(1)(s); s.Resolution.Ptr().Directed = law.Known(true) }, Want: law.NotApplicable},
			{Name: "para 30(3): a formed company", Code: TransferHeadsAndValue, Want: law.NotApplicable},
			{Name: "para 27: three-quarters of those who vote", Code: SpecialNotCarried, Change: put(SpecialResolution, 75, 25), Want: law.Met},
			{Name: "para 27: one short", Code: SpecialNotCarried, Change: put(SpecialResolution, 74, 26), Want: law.Breached},
			{Name: "para 27: a transfer", Code: SpecialNotCarried, Want: law.NotApplicable},
			{Name: "para 27: on a poll", Code: NotOnPoll, Want: law.Met},
			{Name: "para 27: by a show of hands", Code: NotOnPoll, Change: with(func(r *BuildingResolution) { r.OnPoll = law.Known(false) }), Want: law.Breached},
			{Name: "para 27: no resolution, no poll", Code: NotOnPoll, Change: gone, Want: law.NotApplicable},
			{Name: "para 21: twenty-one days, expiring with the meeting", Code: SocietyNoticeTooShort, Want: law.Met},
			{Name: "para 21: a day short", Code: SocietyNoticeTooShort, Change: with(func(r *BuildingResolution) { r.Noticed = on("2026-03-10") }), Want: law.Breached},
			{Name: "para 21: no resolution, no notice", Code: SocietyNoticeTooShort, Change: gone, Want: law.NotApplicable},
			{Name: "rules: one vote each", Code: BuildingVotesUnequal, Want: law.Met},
			{Name: "rules: by balance", Code: BuildingVotesUnequal, Change: func(s *BuildingSociety) { s.OneVoteEach = law.Known(false) }, Want: law.Breached},
		},
	}.Run(t)
}

func friendly() FriendlySociety {
	return FriendlySociety{Resolution: law.Known(FriendlyResolution{
		Kind: law.Known(FriendlyPartTransfer), Held: on("2026-03-30"), Noticed: on("2026-03-16"), ByDelegates: law.Known(false),
		Votes: law.Known(governance.Tally{For: 75, Against: 25, Present: 100}), ProxiesAllowed: law.Known(true), Affected: tally(30, 10, 50), StatementSent: on("2026-03-16"),
		Representative: law.Known(true), Confirmed: law.Known(true), SecondHeld: on("2026-04-13"), SecondVotes: tally(6, 5, 0), Value: tally(50, 0, 60),
	})}
}

func TestFriendlySocieties(t *testing.T) {
	type cases = lawtest.Case[FriendlySociety]
	type change = func(*FriendlySociety)
	with := func(f func(*FriendlyResolution)) change { return func(s *FriendlySociety) { f(s.Resolution.Ptr()) } }
	of := func(k FriendlyResolutionKind) change {
		return with(func(r *FriendlyResolution) { r.Kind = law.Known(k) })
	}
	votes := func(yes, no int64) change {
		return with(func(r *FriendlyResolution) {
			r.Votes = law.Known(governance.Tally{For: yes, Against: no, Present: yes + no})
		})
	}
	reset := with(func(r *FriendlyResolution) {
		r.ResetTo, r.Votes = law.Known(governance.MoreThan(1, 2, governance.VotesCast)), tally(51, 49, 0)
	})
	seventies := with(func(r *FriendlyResolution) { r.Held = on("1980-03-30") })
	old := with(func(r *FriendlyResolution) { r.Held, r.SecondHeld = on("1950-03-30"), on("1950-04-13") })
	all := func(cs ...change) change {
		return func(s *FriendlySociety) {
			for _, c := range cs {
				c(s)
			}
		}
	}
	none := func(s *FriendlySociety) { s.Resolution = law.Fact[FriendlyResolution]{} }
	lawtest.Suite[FriendlySociety, Figures]{
		Rules: FriendlySocietyRules(), Figures: Enacted(), Lawful: friendly, On: "2026-11-23", In: law.England,
		Dates: map[string]func(*FriendlySociety, law.Date){"resolution.held": func(s *FriendlySociety, d law.Date) { s.Resolution.Ptr().Held = law.Known(d) }},
		Cases: []cases{
			{Name: "Sch 12 para 7: exactly three-quarters", Code: FriendlyNotCarried, Want: law.Met},
			{Name: "Sch 12 para 7: one short", Code: FriendlyNotCarried, Change: votes(74, 26), Want: law.Breached, At: "resolution.votes"},
			{Name: "s. 89: a majority where the regulator directs one", Code: FriendlyNotCarried, Change: reset, Want: law.Met},
			{Name: "s. 89: a tie where the regulator directs a majority", Code: FriendlyNotCarried, Change: all(reset, votes(50, 50)), Want: law.Breached},
			{Name: "s. 89: not for a conversion", Code: FriendlyNotCarried, Change: all(reset, of(FriendlyConversion)), Want: law.Breached},
			{Name: "s. 85: no resolution", Code: FriendlyNotCarried, Change: none, Want: law.NotApplicable},
			{Name: "s. 86: three-quarters of the affected", Code: FriendlyAffectedAgainst, Want: law.Met},
			{Name: "s. 86: one short", Code: FriendlyAffectedAgainst, Change: with(func(r *FriendlyResolution) { r.Affected = tally(29, 10, 50) }), Want: law.Breached},
			{Name: "s. 86: a transfer of all", Code: FriendlyAffectedAgainst, Change: of(FriendlyTransfer), Want: law.NotApplicable},
			{Name: "Sch 12 para 7: fourteen days' notice", Code: FriendlyNoticeTooShort, Want: law.Met},
			{Name: "Sch 12 para 7: thirteen", Code: FriendlyNoticeTooShort, Change: with(func(r *FriendlyResolution) { r.Noticed = on("2026-03-17") }), Want: law.Breached},
			{Name: "Sch 12: a dissolution", Code: FriendlyNoticeTooShort, Change: of(FriendlyDissolution), Want: law.NotApplicable},
			{Name: "Sch 12 para 7: proxies", Code: FriendlyProxiesBarred, Want: law.Met},
			{Name: "Sch 12 para 7: none", Code: FriendlyProxiesBarred, Change: with(func(r *FriendlyResolution) { r.ProxiesAllowed = law.Known(false) }), Want: law.Breached},
			{Name: "Sch 12 para 7: delegates", Code: FriendlyProxiesBarred, Change: with(func(r *FriendlyResolution) { r.ByDelegates = law.Known(true) }), Want: law.NotApplicable},
			{Name: "Sch 12: no special resolution", Code: FriendlyProxiesBarred, Change: of(FriendlyDissolution), Want: law.NotApplicable},
			{Name: "Sch 15: fourteen days before", Code: FriendlyStatementLate, Want: law.Met},
			{Name: "Sch 15: thirteen", Code: FriendlyStatementLate, Change: with(func(r *FriendlyResolution) { r.StatementSent = on("2026-03-17") }), Want: law.Breached},
			{Name: "Sch 15: an amalgamation", Code: FriendlyStatementLate, Change: of(FriendlyAmalgamation), Want: law.NotApplicable},
			{Name: "Sch 15 para 9: representative", Code: FriendlyUnrepresented, Want: law.Met},
			{Name: "Sch 15 para 9: not", Code: FriendlyUnrepresented, Change: with(func(r *FriendlyResolution) { r.Representative = law.Known(false) }), Want: law.Breached},
			{Name: "Sch 15 para 9: nobody has said", Code: FriendlyUnrepresented, Change: with(func(r *FriendlyResolution) { r.Representative = law.Fact[bool]{} }), Want: law.Unknown},
			{Name: "Sch 15 para 9: another resolution", Code: FriendlyUnrepresented, Change: of(FriendlyOther), Want: law.NotApplicable},
			{Name: "s. 85: confirmed", Code: FriendlyUnconfirmed, Change: of(FriendlyAmalgamation), Want: law.Met},
			{Name: "s. 85: not confirmed", Code: FriendlyUnconfirmed, Change: with(func(r *FriendlyResolution) { r.Confirmed = law.Known(false) }), Want: law.Breached},
			{Name: "s. 85: nothing to confirm", Code: FriendlyUnconfirmed, Change: of(FriendlyOther), Want: law.NotApplicable},
			{Name: "1974 s. 86(1)(b): three-quarters of those who vote", Code: FriendlyNotCarried1974, Change: seventies, Want: law.Met},
			{Name: "1974 s. 86(1)(b): one short", Code: FriendlyNotCarried1974, Change: all(seventies, votes(74, 26)), Want: law.Breached},
			{Name: "1974 s. 93(1)(b): a dissolution too", Code: FriendlyNotCarried1974, Change: all(seventies, of(FriendlyDissolution), votes(74, 26)), Want: law.Breached},
			{Name: "1974 s. 86: no resolution", Code: FriendlyNotCarried1974, Change: none, Want: law.NotApplicable},
			{Name: "1974 s. 86(2): proxies", Code: FriendlyProxiesBarred1974, Change: seventies, Want: law.Met},
			{Name: "1974 s. 86(2): none", Code: FriendlyProxiesBarred1974, Change: all(seventies, with(func(r *FriendlyResolution) { r.ProxiesAllowed = law.Known(false) })), Want: law.Breached},
			{Name: "1974 s. 86(2): delegates", Code: FriendlyProxiesBarred1974, Change: all(seventies, with(func(r *FriendlyResolution) { r.ByDelegates = law.Known(true) })), Want: law.NotApplicable},
			{Name: "1896 s. 74: three-fourths of those present, and a majority", Code: FriendlyNotCarried1896, Change: old, Want: law.Met},
			{Name: "1896 s. 74: one present abstains", Code: FriendlyNotCarried1896, Change: all(old, with(func(r *FriendlyResolution) { r.Votes = law.Known(governance.Tally{For: 75, Against: 25, Present: 101}) })), Want: law.Breached},
			{Name: "1896 s. 74: not confirmed", Code: FriendlyNotCarried1896, Change: all(old, with(func(r *FriendlyResolution) { r.SecondVotes = tally(5, 5, 0) })), Want: law.Breached},
			{Name: "1896 s. 74: a dissolution", Code: FriendlyNotCarried1896, Change: all(old, of(FriendlyDissolution)), Want: law.NotApplicable},
			{Name: "1896 s. 74: fourteen days later", Code: FriendlySecond1896, Change: old, Want: law.Met},
			{Name: "1896 s. 74: thirteen", Code: FriendlySecond1896, Change: all(old, with(func(r *FriendlyResolution) { r.SecondHeld = on("1950-04-12") })), Want: law.Breached},
			{Name: "1896 s. 74: over a month", Code: FriendlySecond1896, Change: all(old, with(func(r *FriendlyResolution) { r.SecondHeld = on("1950-05-01") })), Want: law.Breached},
			{Name: "1896 s. 74: a dissolution has one meeting", Code: FriendlySecond1896, Change: all(old, of(FriendlyDissolution)), Want: law.NotApplicable},
			{Name: "1896 s. 70: five-sixths in value", Code: FriendlyValue1896, Change: all(old, of(FriendlyDissolution)), Want: law.Met},
			{Name: "1896 s. 70: one short", Code: FriendlyValue1896, Change: all(old, of(FriendlyDissolution), with(func(r *FriendlyResolution) { r.Value = tally(49, 0, 60) })), Want: law.Breached},
			{Name: "1896 s. 70: no dissolution", Code: FriendlyValue1896, Change: old, Want: law.NotApplicable},
		},
	}.Run(t)
}

func insurer() Insurer {
	return Insurer{Held: on("2021-12-10"), Votes: tally(75, 25, 1000), Turnout: law.Fact[governance.Threshold]{}}
}

func TestInsurers(t *testing.T) {
	type cases = lawtest.Case[Insurer]
	half := func(yes int64) func(*Insurer) {
		return func(s *Insurer) {
			s.Turnout, s.Votes = law.Known(governance.AtLeast(1, 2, governance.AllEntitled)), tally(yes, 0, 1000)
		}
	}
	lawtest.Suite[Insurer, Figures]{
		Rules: InsurerRules(), Figures: Enacted(), Lawful: insurer, On: "2026-11-23", In: law.England,
		Dates: map[string]func(*Insurer, law.Date){"held": func(s *Insurer, d law.Date) { s.Held = law.Known(d) }},
		Cases: []cases{
			{Name: "s. 283: 75% of the votes cast, of however few", Code: InsurerNotCarried, Want: law.Met},
			{Name: "s. 283: one short", Code: InsurerNotCarried, Change: func(s *Insurer) { s.Votes = tally(74, 26, 1000) }, Want: law.Breached},
			{Name: "s. 283: nothing put", Code: InsurerNotCarried, Change: func(s *Insurer) { *s = Insurer{} }, Want: law.NotApplicable},
			{Name: "articles: half of all vote", Code: InsurerTurnoutTooLow, Change: half(500), Want: law.Met},
			{Name: "articles: one fewer", Code: InsurerTurnoutTooLow, Change: half(499), Want: law.Breached},
			{Name: "articles: of how many is not stated", Code: InsurerTurnoutTooLow, Change: func(s *Insurer) { half(500)(s); s.Votes = tally(500, 0, 0) }, Want: law.Unknown},
			{Name: "articles: no turnout set", Code: InsurerTurnoutTooLow, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestOneMoreVoteInFavourNeverDefeats(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-03-02")
	for d := CreditUnionRulesAmended; d <= InsurerSpecialResolution; d++ {
		m, certain := f.Majority(d, day)
		assert.True(t, certain, "%v", d)
		for yes := range int64(20) {
			a, err := governance.Decide(day, m, governance.Tally{For: yes, Against: 6, Abstained: 4, Present: 40, Entitled: 50})
			require.NoError(t, err)
			b, err := governance.Decide(day, m, governance.Tally{For: yes + 1, Against: 6, Abstained: 4, Present: 40, Entitled: 50})
			require.NoError(t, err)
			assert.False(t, a.Passed && !b.Passed, "%v", d)
		}
		var got Decision
		require.NoError(t, got.UnmarshalText([]byte(d.String())))
		assert.Equal(t, d, got)
	}
	_, certain := f.Majority(0, day)
	assert.False(t, certain)
	_, certain = f.Majority(200, day)
	assert.False(t, certain)
}

func TestBodiesJSONAndCheck(t *testing.T) {
	f := friendly()
	b, err := json.Marshal(f)
	require.NoError(t, err)
	var got FriendlySociety
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, f, got)
	require.NoError(t, got.Check())
	got.Resolution.Ptr().ResetTo = law.Known(governance.AtLeast(1, 4, governance.VotesCast))
	require.ErrorContains(t, got.Check(), "resolution.reset_to")

	u := union()
	require.NoError(t, u.Check())
	u.WithoutShare = law.Known[int64](401)
	require.ErrorContains(t, u.Check(), "members_without_share")
	u = union()
	u.Resolution.Ptr().Confirming = tally(-1, 0, 0)
	require.ErrorContains(t, u.Check(), "resolution.confirming")

	s := building()
	require.NoError(t, s.Check())
	s.Resolution.Ptr().ValueFor = law.Known(law.Pounds(101))
	require.ErrorContains(t, s.Check(), "resolution.value_for")

	i := insurer()
	require.NoError(t, i.Check())
	var k BuildingResolutionKind
	require.NoError(t, k.UnmarshalText([]byte("amalgamation")))
	assert.Equal(t, "amalgamation", k.String())
	var c CreditUnionResolutionKind
	require.NoError(t, c.UnmarshalText([]byte(RulesAmendment.String())))
}

func BenchmarkJudge(b *testing.B) {
	s, f, day := building(), Enacted(), law.MustDate("2026-11-23")
	b.ReportAllocs()
	for b.Loop() {
		BuildingSocietyRules().Judge(&s, &f, day, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(BuildingSocietyRules().Len()), "ns/rule")
}
