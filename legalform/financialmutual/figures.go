package financialmutual

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Figures are the dated figures of the law of financial mutuals. Enacted returns them as
// the law stands; a reform is a copy with a history changed.
type Figures struct {
	// A credit union's.
	RulesShare     law.History[governance.Threshold]
	LeastMembers   law.History[int64]
	MostShareAsked law.History[law.Pence]
	MergerFirst    law.History[governance.Threshold]
	MergerSecond   law.History[governance.Threshold]
	// UnionDividend is the highest yearly rate of dividend on shares; the reserves are those
	// without which shares that bear interest may not be issued.
	UnionDividend        law.History[law.Ratio]
	InterestReserves     law.History[law.Pence]
	InterestReserveShare law.History[law.Ratio]

	// A building society's.
	Shareholders    law.History[governance.Threshold]
	Borrowers       law.History[governance.Threshold]
	SpecialShare    law.History[governance.Threshold]
	TransferTurnout law.History[governance.Threshold]
	ExistingHeads   law.History[governance.Threshold]
	ExistingValue   law.History[law.Ratio]
	SocietyNotice   law.History[int]
	LeastDebt       law.History[law.Pence]
	// BuildingFounders and FriendlyFounders are the fewest who may establish a society.
	BuildingFounders law.History[int64]
	FriendlyFounders law.History[int64]

	// A friendly society's; the last four are of the Act of 1896.
	FriendlySpecial  law.History[governance.Threshold]
	FriendlyAffected law.History[governance.Threshold]
	FriendlyNotice   law.History[int]
	FriendlyFirst    law.History[governance.Threshold]
	FriendlySecond   law.History[governance.Threshold]
	FriendlyValue    law.History[governance.Threshold]
	YearsAVote       law.History[int64]
	MostVotes        law.History[int64]

	// A mutual insurer's.
	InsurerSpecial law.History[governance.Threshold]
}

// Enacted returns the figures as the law stands.
func Enacted() Figures {
	cast, all := governance.VotesCast, governance.AllEntitled
	threeQuarters, half := governance.AtLeast(3, 4, cast), governance.MoreThan(1, 2, cast)
	one := func(id, unit, day string, t governance.Threshold, by law.Provision) law.History[governance.Threshold] {
		return law.Since("financialmutual."+id, unit, at(day, t, by))
	}
	part := func(num, den int64) governance.Threshold { return governance.AtLeast(num, den, all) }
	s111, para7 := act2014.At("s. 111(2)", "section/111"), act1992.At("Sch 12 para 7", "schedule/12")
	para30, para27A := act1986.At("Sch 2 para 30(2)", "schedule/2/paragraph/30"), act1986.At("Sch 2 para 27A, inserted by the Building Societies Act 1997 Sch 7 para 57(8), and before it para 27", "schedule/2/paragraph/27A")
	para30as := act1986.At("Sch 2 para 30(3)", "schedule/2/paragraph/30")
	s74, s70 := act1896.At("s. 74", "section/74"), act1896.At("s. 70", "section/70")
	const switchDay = "On which day of 1997 to 2000 did the turnout become half?"
	return Figures{
		RulesShare:     one("credit_union_rules", "of members present", start1979, governance.AtLeast(2, 3, governance.Present), act1979.At("s. 4(2)", "section/4")),
		LeastMembers:   law.Since("financialmutual.credit_union_members", "members, at least", at(start1979, int64(21), act1979.At("s. 6(1)", "section/6"))),
		MostShareAsked: law.Since("financialmutual.credit_union_share", "of shares as a condition, at most", at(start2014, law.Pounds(5), act1979.At("s. 5(2)", "section/5"))),
		MergerFirst:    one("credit_union_merger", "of eligible members who vote", start2014, governance.AtLeast(2, 3, cast), s111),
		MergerSecond:   one("credit_union_confirmation", "of eligible members who vote", start2014, half, s111),
		// The Order left the rate as it was, and let the rules provide otherwise. No order of the
		// Treasury that set another was found.
		UnionDividend: law.Since("financialmutual.credit_union_dividend", "of what is paid up on shares, a year, at most",
			at(start1979, law.Percent(8), act1979.At("s. 14(4), as passed", "section/14")),
			at(start2687, law.Percent(8), act1979.At("s. 14(4), substituted by SI 2011/2687 art 21", "section/14"))),
		InterestReserves: law.Since("financialmutual.interest_shares_reserves", "of reserves, at least",
			at(start2687, law.Pounds(50_000), act1979.At("s. 7A(1)(b), inserted by SI 2011/2687 art 19", "section/7A"))),
		InterestReserveShare: law.Since("financialmutual.interest_shares_reserve_share", "of total assets as reserves, at least",
			at(start2687, law.Percent(5), act1979.At("s. 7A(1)(b), inserted by SI 2011/2687 art 19", "section/7A"))),

		// A special resolution until the Act of 1997 began, and of the same majority.
		Shareholders: one("shareholders", "of shareholding members qualified who vote", start1986, threeQuarters, para27A),
		Borrowers:    one("borrowers", "of borrowing members qualified who vote", start1986, half, act1986.At("Sch 2 para 29", "schedule/2/paragraph/29")),
		SpecialShare: one("building_society_special", "of members qualified who vote", start1986, threeQuarters, act1986.At("Sch 2 para 27", "schedule/2/paragraph/27")),
		TransferTurnout: law.Since("financialmutual.transfer_turnout", "of members qualified to vote",
			at(start1986, part(1, 5), para30),
			at(passed1997, part(1, 5), para30).InDoubt(switchDay, part(1, 2)),
			at(read2000, part(1, 2), para30)),
		ExistingHeads:    one("existing_company_heads", "of members qualified to vote", start1986, part(1, 2), para30as),
		ExistingValue:    law.Since("financialmutual.existing_company_value", "of the value of qualified members' shares", at(start1986, law.Percent(90), para30as)),
		SocietyNotice:    law.Since("financialmutual.building_society_notice", "days' notice, at least", at(start1986, 21, act1986.At("Sch 2 para 21", "schedule/2/paragraph/21"))),
		LeastDebt:        law.Since("financialmutual.borrowing_member_debt", "of debt, at least", at(start1986, law.Pounds(100), act1986.At("Sch 2 para 29", "schedule/2/paragraph/29"))),
		BuildingFounders: law.Since("financialmutual.building_society_founders", "persons, at least", at(start1986, int64(10), act1986.At("Sch 2 para 1(1)", "schedule/2/paragraph/1"))),
		FriendlyFounders: law.Since("financialmutual.friendly_society_founders", "persons, at least", at(start1992, int64(7), act1992.At("Sch 3 para 1(1)", "schedule/3/paragraph/1"))),

		FriendlySpecial: law.Since("financialmutual.friendly_special", "of members or delegates entitled who vote",
			at(start1974, threeQuarters, act1974.At("s. 86(1)(b)", "section/86")), at(start1992, threeQuarters, para7)),
		FriendlyAffected: one("friendly_affected", "of affected members who vote", start1992, threeQuarters, act1992.At("s. 86, Sch 12", "section/86")),
		FriendlyNotice:   law.Since("financialmutual.friendly_notice", "days, at least", at(start1992, 14, para7)),
		FriendlyFirst:    one("friendly_1896", "of those present", start1896, governance.AtLeast(3, 4, governance.Present), s74),
		FriendlySecond:   one("friendly_1896_confirmation", "of the votes at the second meeting", start1896, half, s74),
		FriendlyValue:    one("friendly_1896_value", "in value of all members", start1896, part(5, 6), s70),
		YearsAVote:       law.Since("financialmutual.friendly_1896_years", "years of membership for each further vote", at(start1896, int64(5), s70)),
		MostVotes:        law.Since("financialmutual.friendly_1896_votes", "votes, at most", at(start1896, int64(5), s70)),
		InsurerSpecial:   one("insurer_special", "of the votes cast", startS283, threeQuarters, companies2006.At("s. 283(4)-(5)", "section/283")),
	}
}

// Decision is a decision for which a majority is laid down.
type Decision uint8

// The decisions. Each names who decides, since the base is not the same.
const (
	CreditUnionRulesAmended Decision = iota + 1
	CreditUnionMerger
	CreditUnionMergerConfirmed
	ShareholdingMembers // of a building society, in a merger of societies
	ShareholdingMembersToFormedCompany
	BorrowingMembers
	BuildingSocietySpecial
	FriendlySpecialResolution
	FriendlyAffectedMembers
	InsurerSpecialResolution
)

var decisions = []string{
	"", "credit-union-rules", "credit-union-merger", "credit-union-merger-confirmed", "shareholding-members",
	"shareholding-members-to-formed-company", "borrowing-members", "building-society-special", "friendly-special",
	"friendly-affected-members", "insurer-special",
}

// String gives the JSON value.
func (d Decision) String() string { return law.NameOf(decisions, d) }

// MarshalText writes String.
func (d Decision) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Decision) UnmarshalText(b []byte) error {
	return law.ParseName(d, decisions, b, "a decision of a financial mutual")
}

// Majority returns what a decision needs on a date, with the turnout where there is one,
// and whether that is certain: where the law is in doubt the provisional majority is
// returned, and none where the figures hold none.
func (f *Figures) Majority(d Decision, on law.Date) (m governance.Majority, certain bool) {
	all := [...]*vote.Threshold{
		CreditUnionRulesAmended: &f.RulesShare, CreditUnionMerger: &f.MergerFirst, CreditUnionMergerConfirmed: &f.MergerSecond,
		ShareholdingMembers: &f.Shareholders, ShareholdingMembersToFormedCompany: &f.Shareholders, BorrowingMembers: &f.Borrowers,
		BuildingSocietySpecial: &f.SpecialShare, FriendlySpecialResolution: &f.FriendlySpecial,
		FriendlyAffectedMembers: &f.FriendlyAffected, InsurerSpecialResolution: &f.InsurerSpecial,
	}
	if int(d) >= len(all) || all[d] == nil {
		return m, false
	}
	m, certain = vote.At(all[d], on)
	if d == ShareholdingMembersToFormedCompany {
		turnout, ok := vote.At(&f.TransferTurnout, on)
		m.Turnout, certain = turnout.Share, certain && ok
	}
	return m, certain
}
