package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// standing is a society that lawfully disapplied the audit of its year by a resolution
// passed on a day, for a year of twelve months that ends on the 30 June after it.
func standing(resolved string) Society {
	s := audited()
	d := law.MustDate(resolved)
	end := law.MustDate("1990-06-30")
	for !end.After(d) {
		end = end.AddMonths(12)
	}
	start := end.AddMonths(-12).AddDays(1)
	acc(func(a *Accounts) {
		a.Preceding.Start, a.Start, a.End = law.Known(start.AddMonths(-12)), law.Known(start), law.Known(end)
		a.Preceding.Assets, a.Preceding.Turnover, a.Preceding.GrossIncome = amount(1_000_000), amount(300_000), amount(300_000)
		a.Disapplied = law.Known(true)
		a.OptOut = law.Known(OptOut{Resolved: law.Known(d), Votes: tally(65, 15, 250), Noticed: law.Known(false)})
		a.Auditors = law.Known([]Auditor{})
		a.Reporter = law.Known(Reporter{Auditor: auditor(true), Appointed: law.Known(end)})
	})(&s)
	if d.Before(commenced2012) {
		s.Registered = on("1950-01-01")
	}
	return s
}

// opting replaces the society of a case with one that resolved on a day.
func opting(resolved string, changes ...change) change {
	return func(s *Society) {
		*s = standing(resolved)
		severally(changes...)(s)
	}
}

func figuresOf(assets, turnover law.Pence) change {
	return acc(func(a *Accounts) { a.Preceding.Assets, a.Preceding.Turnover = law.Known(assets), law.Known(turnover) })
}

func charityOf(income law.Pence) change {
	return both(func(s *Society) { s.Charity = law.Known(true) }, acc(func(a *Accounts) { a.Preceding.GrossIncome = law.Known(income) }))
}

func votesCast(yes, no, entitled int64) change {
	return acc(func(a *Accounts) { a.OptOut.Ptr().Votes = tally(yes, no, entitled) })
}

func shutBy(k ExclusionKind, from, until string) change {
	return acc(func(a *Accounts) {
		x := Exclusion{Kind: k}
		if from != "" {
			x.From = law.MustDate(from)
		}
		if until != "" {
			x.Until = law.MustDate(until)
		}
		a.Exclusions = law.Known([]Exclusion{x})
	})
}

func TestOptOut(t *testing.T) {
	const m, k = 1_000_000_00, 1_000_00
	lawful := func() Society { return standing("2024-11-01") }
	noResolution := acc(func(a *Accounts) { a.OptOut, a.Disapplied = law.Fact[OptOut]{}, law.Known(false) })
	firstYearSpan := acc(func(a *Accounts) { a.First = law.Known(true) })
	noticed := acc(func(a *Accounts) { a.OptOut.Ptr().Noticed = law.Known(true) })
	type c = lawtest.Case[Society]
	suite := accountsSuite(optOutRules, lawful,
		c{Name: "s. 84(1): well within both", Code: OptOutUnavailable, Want: law.Met},
		c{Name: "s. 84(1): exactly both figures, before April 2025", Code: OptOutUnavailable, Change: figuresOf(5_100*k, 10_200*k), Want: law.Met},
		c{Name: "s. 84(1)(a): a penny more of assets", Code: OptOutUnavailable, Change: figuresOf(5_100*k+1, 1*m), Want: law.Breached, At: "accounts.preceding"},
		c{Name: "s. 84(1)(b): a penny more of turnover", Code: OptOutUnavailable, Change: figuresOf(1*m, 10_200*k+1), Want: law.Breached},
		c{Name: "s. 84(1): both limbs, not one: assets £5.2m, turnover £1m", Code: OptOutUnavailable, Change: figuresOf(5_200*k, 1*m), Want: law.Breached},
		c{Name: "s. 84(1): assets over, turnover not stated", Code: OptOutUnavailable, Change: both(figuresOf(5_200*k, 0), accUnstated(func(a *Accounts) *law.Fact[law.Pence] { return &a.Preceding.Turnover })), Want: law.Breached},
		c{Name: "s. 84(1): turnover not stated", Code: OptOutUnavailable, Change: accUnstated(func(a *Accounts) *law.Fact[law.Pence] { return &a.Preceding.Turnover }), Want: law.Unknown, At: "accounts.preceding.turnover"},
		c{Name: "s. 84(1): assets not stated", Code: OptOutUnavailable, Change: accUnstated(func(a *Accounts) *law.Fact[law.Pence] { return &a.Preceding.Assets }), Want: law.Unknown, At: "accounts.preceding.assets"},
		c{Name: "s. 84(1): from April 2025, within the figures found", Code: OptOutUnavailable, Change: opting("2025-04-06", figuresOf(5_100*k, 10_200*k)), Want: law.Met},
		c{Name: "s. 84(1): from April 2025, between them and those of a small company", Code: OptOutUnavailable, Change: opting("2025-04-06", figuresOf(5_100*k+1, 1*m)), Want: law.Unknown},
		c{Name: "s. 84(1): the same the day before", Code: OptOutUnavailable, Change: opting("2025-04-05", figuresOf(5_100*k+1, 1*m)), Want: law.Breached},
		c{Name: "s. 84(1): from April 2025, beyond both", Code: OptOutUnavailable, Change: opting("2025-04-06", figuresOf(7_500*k+1, 1*m)), Want: law.Breached},
		c{Name: "s. 84(1): on 5 April 2018", Code: OptOutUnavailable, Change: opting("2018-04-05", figuresOf(2_800*k+1, 1*m)), Want: law.Breached},
		c{Name: "s. 84(1): on 6 April 2018", Code: OptOutUnavailable, Change: opting("2018-04-06", figuresOf(2_800*k+1, 1*m)), Want: law.Met},
		c{Name: "s. 84(1): a first year has none before it", Code: OptOutUnavailable, Change: firstYearSpan, Want: law.Unknown},
		c{
			Name: "s. 84(1): a year that starts on the day of registration is the first", Code: OptOutUnavailable,
			Change: func(s *Society) { s.Registered = on("2024-07-01"); s.Accounts.Ptr().First = law.Fact[bool]{} }, Want: law.Unknown,
		},
		c{Name: "s. 84(6): a charity at £250,000 of gross income", Code: OptOutUnavailable, Change: charityOf(250 * k), Want: law.Met},
		c{Name: "s. 84(6): a charity over it, its turnover well within", Code: OptOutUnavailable, Change: charityOf(250*k + 1), Want: law.Breached},
		c{Name: "s. 84(6): a charity's assets are limited as any other's", Code: OptOutUnavailable, Change: both(figuresOf(5_100*k+1, 0), charityOf(1*k)), Want: law.Breached},
		c{Name: "s. 84(6): whether a charity is not stated, and it matters", Code: OptOutUnavailable, Change: func(s *Society) { s.Charity = law.Fact[bool]{} }, Want: law.Unknown, At: "charity"},
		c{
			Name: "s. 84(6): whether a charity is not stated, and it does not matter", Code: OptOutUnavailable,
			Change: both(charityOf(1*k), func(s *Society) { s.Charity = law.Fact[bool]{} }), Want: law.Met,
		},
		c{Name: "s. 84(8): a preceding year whose start is not stated", Code: OptOutUnavailable, Change: accUnstated(func(a *Accounts) *law.Fact[law.Date] { return &a.Preceding.Start }), Want: law.Unknown, At: "accounts.preceding.start"},
		c{Name: "s. 84: no resolution", Code: OptOutUnavailable, Change: noResolution, Want: law.NotApplicable},
		c{Name: "1968 s. 4A(1): the figures of 1996", Code: OptOutUnavailable1996, Change: opting("2000-11-01", figuresOf(1_400*k, 350*k)), Want: law.Met},
		c{Name: "1968 s. 4A(1)(a): a penny more of assets", Code: OptOutUnavailable1996, Change: opting("2000-11-01", figuresOf(1_400*k+1, 350*k)), Want: law.Breached},
		c{Name: "1968 s. 4A(1)(b): a penny more of turnover", Code: OptOutUnavailable1996, Change: opting("2000-11-01", figuresOf(1_400*k, 350*k+1)), Want: law.Breached},
		c{Name: "1968 s. 4A(1): a year that began before 1 September 1996", Code: OptOutUnavailable1996, Change: opting("1996-11-01", figuresOf(1*k, 1*k)), Want: law.Breached},
		c{
			Name: "1968 s. 4A(1): a year that began on 1 September 1996", Code: OptOutUnavailable1996,
			Change: opting("1996-11-01", figuresOf(1*k, 1*k), accYears("1995-09-01", "1996-09-01", "1997-08-31")), Want: law.Met,
		},
		c{
			Name: "SI 2006/265 art 3: a year that ends on 5 June 2006 keeps the old figures", Code: OptOutUnavailable1996,
			Change: opting("2006-04-06", figuresOf(1_400*k+1, 1*k), accYears("2004-06-06", "2005-06-06", "2006-06-05")), Want: law.Breached,
		},
		c{
			Name: "SI 2006/265 art 3: a year that ends on 6 June 2006 has the new", Code: OptOutUnavailable1996,
			Change: opting("2006-04-06", figuresOf(2_800*k, 5_600*k), accYears("2004-06-07", "2005-06-07", "2006-06-06")), Want: law.Met,
		},
		c{Name: "SI 2006/265: the day before it began", Code: OptOutUnavailable1996, Change: opting("2006-04-05", figuresOf(1_400*k+1, 1*k)), Want: law.Breached},
		c{Name: "1968 s. 4A: no resolution", Code: OptOutUnavailable1996, On: "2000-06-01", Change: opting("2000-11-01", noResolution), Want: law.NotApplicable},

		c{Name: "s. 84(2): 18.75% of votes, 6% of members", Code: OptOutNotCarried, Want: law.Met},
		c{Name: "s. 84(2)(a): exactly 20% of the votes", Code: OptOutNotCarried, Change: votesCast(64, 16, 250), Want: law.Breached, At: "accounts.opt_out.votes"},
		c{Name: "s. 84(2)(b): exactly 10% of the members", Code: OptOutNotCarried, Change: votesCast(100, 20, 200), Want: law.Breached},
		c{Name: "s. 84(2)(b): one fewer", Code: OptOutNotCarried, Change: votesCast(101, 19, 200), Want: law.Met},
		c{Name: "s. 84(2): nobody votes", Code: OptOutNotCarried, Change: votesCast(0, 0, 200), Want: law.Breached},
		c{Name: "s. 84(2): the members entitled are not counted", Code: OptOutNotCarried, Change: votesCast(100, 2, 0), Want: law.Unknown, At: "accounts.opt_out.votes.entitled"},
		c{Name: "s. 84(2): the votes are not stated", Code: OptOutNotCarried, Change: acc(func(a *Accounts) { a.OptOut.Ptr().Votes = law.Fact[governance.Tally]{} }), Want: law.Unknown, At: "accounts.opt_out.votes"},
		c{Name: "s. 84: no resolution to vote on", Code: OptOutNotCarried, Change: noResolution, Want: law.NotApplicable},
		c{Name: "1968 s. 4A(2): under both", Code: OptOutNotCarried1996, Change: opting("2000-11-01"), Want: law.Met},
		c{Name: "1968 s. 4A(2)(a): 20%", Code: OptOutNotCarried1996, Change: opting("2000-11-01", votesCast(64, 16, 250)), Want: law.Breached},
		c{Name: "1968 s. 4A: no resolution to vote on", Code: OptOutNotCarried1996, On: "2000-06-01", Change: opting("2000-11-01", noResolution), Want: law.NotApplicable},

		c{Name: "s. 84(3): nothing shuts it out", Code: OptOutExcluded, Want: law.Met},
		c{Name: "s. 84(3)(a): a credit union", Code: OptOutExcluded, Change: shutBy(AsCreditUnion, "", ""), Want: law.Breached, At: "accounts.exclusions"},
		c{Name: "s. 84(3)(a): a society that is stated to be one", Code: OptOutExcluded, Change: func(s *Society) { s.CreditUnion = law.Known(true) }, Want: law.Breached, At: "credit_union"},
		c{Name: "s. 84(3)(b): a subsidiary", Code: OptOutExcluded, Change: shutBy(AsSubsidiary, "", ""), Want: law.Breached},
		c{Name: "s. 84(3)(c): a parent", Code: OptOutExcluded, Change: shutBy(AsParent, "2020-01-01", ""), Want: law.Breached},
		c{Name: "s. 84(3)(c): a subsidiary sold the day before", Code: OptOutExcluded, Change: shutBy(AsParent, "", "2024-10-31"), Want: law.Met},
		c{Name: "s. 84(3)(d): a deposit repaid since the preceding year's end", Code: OptOutExcluded, Change: shutBy(ForDeposit, "", "2024-06-30"), Want: law.Breached},
		c{Name: "s. 84(3)(d): a deposit repaid the day before that", Code: OptOutExcluded, Change: shutBy(ForDeposit, "", "2024-06-29"), Want: law.Met},
		c{Name: "s. 84(3)(e): a social landlord registered in Scotland", Code: OptOutExcluded, Change: shutBy(AsScottishLandlord, "", ""), Want: law.Breached},
		c{Name: "s. 84(3): a landlord elsewhere is not shut out", Code: OptOutExcluded, Change: shutBy(AsOtherLandlord, "", ""), Want: law.Met},
		c{Name: "s. 84(3): nor who prepares insurance accounts", Code: OptOutExcluded, Change: shutBy(ForInsuranceAccounts, "", ""), Want: law.Met},
		c{Name: "s. 84(3): nothing is stated", Code: OptOutExcluded, Change: accUnstated(func(a *Accounts) *law.Fact[[]Exclusion] { return &a.Exclusions }), Want: law.Unknown, At: "accounts.exclusions"},
		c{Name: "s. 84: no resolution to be shut out of", Code: OptOutExcluded, Change: noResolution, Want: law.NotApplicable},
		c{Name: "1968 s. 4A(3): nothing shuts it out", Code: OptOutExcluded1996, Change: opting("2000-11-01"), Want: law.Met},
		c{Name: "1968 s. 4A(3)(d): insurance accounts", Code: OptOutExcluded1996, Change: opting("2000-11-01", shutBy(ForInsuranceAccounts, "", "")), Want: law.Breached},
		c{Name: "1968 s. 4A(3)(b): a landlord outside Scotland, in doubt", Code: OptOutExcluded1996, Change: opting("2000-11-01", shutBy(AsOtherLandlord, "", "")), Want: law.Unknown},
		c{Name: "1968 s. 4A: no resolution to be shut out of", Code: OptOutExcluded1996, On: "2000-06-01", Change: opting("2000-11-01", noResolution), Want: law.NotApplicable},

		c{Name: "s. 84(5): it stands to the end of the year", Code: OptOutLapsed, Want: law.Met},
		c{Name: "s. 84(5)(a): a subsidiary acquired in month 11", Code: OptOutLapsed, Change: shutBy(AsParent, "2025-05-20", ""), Want: law.Breached, At: "accounts.exclusions"},
		c{Name: "s. 84(5)(a): on the last day of the year", Code: OptOutLapsed, Change: shutBy(AsParent, "2025-06-30", ""), Want: law.Breached},
		c{Name: "s. 84(5)(a): on the day after", Code: OptOutLapsed, Change: shutBy(AsParent, "2025-07-01", ""), Want: law.Met},
		c{Name: "s. 84(5)(a): a deposit taken later in the year", Code: OptOutLapsed, Change: shutBy(ForDeposit, "2025-01-01", "2025-01-02"), Want: law.Breached},
		c{Name: "s. 84(5)(a): a subsidiary sold earlier in the year, in doubt", Code: OptOutLapsed, Change: shutBy(AsParent, "", "2024-10-31"), Want: law.Unknown},
		c{Name: "s. 84(5)(a): one sold before the year", Code: OptOutLapsed, Change: shutBy(AsParent, "", "2024-06-30"), Want: law.Met},
		c{Name: "s. 84(5)(b): the registrar's notice", Code: OptOutLapsed, Change: noticed, Want: law.Breached, At: "accounts.opt_out.registrar_notice"},
		c{Name: "s. 84(5)(b): whether there was a notice is not stated", Code: OptOutLapsed, Change: acc(func(a *Accounts) { a.OptOut.Ptr().Noticed = law.Fact[bool]{} }), Want: law.Unknown, At: "accounts.opt_out.registrar_notice"},
		c{Name: "s. 84: no resolution to lapse", Code: OptOutLapsed, Change: noResolution, Want: law.NotApplicable},
		c{Name: "1968 s. 4A(5): it stands", Code: OptOutLapsed1996, Change: opting("2000-11-01"), Want: law.Met},
		c{Name: "1968 s. 4A(5)(a): it becomes a parent", Code: OptOutLapsed1996, Change: opting("2000-11-01", shutBy(AsParent, "2001-05-20", "")), Want: law.Breached},
		c{Name: "1968 s. 4A(5)(a): a subsidiary sold earlier in the year is no becoming", Code: OptOutLapsed1996, Change: opting("2000-11-01", shutBy(AsParent, "", "2000-10-01")), Want: law.Met},
		c{Name: "1968 s. 4A: no resolution to lapse", Code: OptOutLapsed1996, On: "2000-06-01", Change: opting("2000-11-01", noResolution), Want: law.NotApplicable},
	)
	suite.Run(t)
}

func TestE4AuditOptOutVote(t *testing.T) {
	f, on := Enacted(), law.MustDate("2024-11-01")
	for _, c := range []struct {
		votes governance.Tally
		most  int64
		want  law.Outcome
	}{
		{votesOf(65, 15, 250), 15, law.Met},
		{votesOf(64, 16, 250), 15, law.Breached},
		{votesOf(100, 20, 200), 19, law.Breached},
	} {
		most, ok := f.MostAgainst(c.votes.Cast(), c.votes.Entitled, on)
		assert.True(t, ok)
		assert.Equal(t, c.most, most)
		assert.Equal(t, c.want, OptOutVote(&f, c.votes, on).Outcome)
	}
	_, ok := f.MostAgainst(80, 250, law.MustDate("1996-08-31"))
	assert.False(t, ok)
	k := OptOutVote(&f, votesOf(80, 0, 250), law.MustDate("1996-08-31"))
	assert.Equal(t, law.Breached, k.Outcome, "there was no power")
}

func TestE5AuditFiguresByDate(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		resolved string
		assets   law.Pence
		want     law.Outcome
	}{
		{"2018-04-05", law.Pounds(5_100_000), law.Breached},
		{"2018-04-06", law.Pounds(5_100_000), law.Met},
		{"2018-04-06", law.Pounds(5_100_001), law.Breached},
	} {
		s := standing(c.resolved)
		figuresOf(c.assets, law.Pounds(10_200_000))(&s)
		assert.Equal(t, c.want, OptOutFigures(&s, &f, law.MustDate(c.resolved)).Outcome, "%s: %v", c.resolved, c.assets)
	}
}

func TestE6ProRating(t *testing.T) {
	f, day := Enacted(), law.MustDate("2024-11-01")
	nine := func(turnover law.Pence, assets law.Pence) Criterion {
		s := standing("2024-11-01")
		figuresOf(assets, turnover)(&s)
		acc(func(a *Accounts) { a.Preceding.Start = on("2023-10-01") })(&s)
		return OptOutFigures(&s, &f, day)
	}
	k := nine(law.Pounds(7_800_000), law.Pounds(5_100_000))
	assert.Equal(t, law.Unknown, k.Outcome, "the Act does not say by which year's length")
	assert.Equal(t, lengthMeant, k.Doubt.Question)
	assert.Equal(t, law.Breached, k.Doubt.Readings[0].Outcome, "by the preceding year, of nine months: £7,650,000")
	assert.Equal(t, law.Met, k.Doubt.Readings[1].Outcome, "by the year itself, of twelve")
	assert.Contains(t, k.Says, "£7,650,000.00")

	assert.Equal(t, law.Met, nine(law.Pounds(7_650_000), law.Pounds(5_100_000)).Outcome, "within by either, assets not adjusted")
	assert.Equal(t, law.Breached, nine(law.Pounds(7_650_000), law.Pounds(5_100_001)).Outcome)
	assert.Equal(t, law.Breached, nine(law.Pounds(10_200_001), law.Pounds(1)).Outcome, "beyond by either")
}

func TestPartsOfYear(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        []law.Ratio
	}{
		{"2024-01-01", "2024-12-31", []law.Ratio{law.Per(1, 1)}},
		{"2023-10-01", "2024-06-30", []law.Ratio{law.Per(9, 12)}},
		{"2023-03-01", "2024-02-29", []law.Ratio{law.Per(1, 1)}},
		{"2024-01-01", "2025-06-30", []law.Ratio{law.Per(18, 12)}},
		{"2020-05-10", "2021-05-31", []law.Ratio{law.Per(387, 365), law.Per(387, 365)}},
		{"2020-05-10", "2021-01-31", []law.Ratio{law.Per(267, 365), law.Per(8, 12).Add(law.Per(22, 365))}},
		{"2020-05-10", "2020-05-12", []law.Ratio{law.Per(3, 365), law.Per(3, 365)}},
	} {
		assert.Equal(t, c.want, partsOfYear(law.MustDate(c.first), law.MustDate(c.last)), "%s to %s", c.first, c.last)
	}
}

// However votes fall, one more against never makes a resolution carried, and the limit agrees
// with the two fractions worked out by products.
func FuzzOptOutVote(f *testing.F) {
	f.Add(int64(65), int64(15), int64(250))
	f.Add(int64(0), int64(0), int64(1))
	figuresOf, on := Enacted(), law.MustDate("2024-11-01")
	f.Fuzz(func(t *testing.T, yes, no, entitled int64) {
		votes := votesOf(yes, no, entitled)
		if votes.Check() != nil || entitled == 0 || max(yes, no, entitled) > 1<<50 {
			return
		}
		want := law.Breached
		if no*5 < votes.Cast() && no*10 < entitled {
			want = law.Met
		}
		assert.Equal(t, want, OptOutVote(&figuresOf, votes, on).Outcome)
		votes.Against++
		if more := OptOutVote(&figuresOf, votes, on).Outcome; want == law.Breached && no > 0 {
			assert.Equal(t, law.Breached, more)
		}
	})
}

// However a period is measured, a month of it is from 28 to 31 days.
func FuzzPartsOfYear(f *testing.F) {
	f.Add(int16(0), uint16(365))
	f.Add(int16(31), uint16(27))
	f.Fuzz(func(t *testing.T, from int16, more uint16) {
		first := law.MustDate("2020-01-01").AddDays(int(from))
		days := int64(more) + 1
		for _, p := range partsOfYear(first, first.AddDays(int(more))) {
			assert.LessOrEqual(t, p.Cmp(law.Per(days, 12*28)), 0)
			assert.GreaterOrEqual(t, p.Cmp(law.Per(days, 12*31)), 0)
		}
	})
}
