package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// small is a small society's preceding year, at each of the three limits.
var smallSize = acc(func(a *Accounts) {
	a.Preceding.ReceiptsAndPayments, a.Preceding.Members, a.Preceding.Assets = amount(5_000), law.Known[int64](500), amount(5_000)
})

func auditedBy(list ...Auditor) change {
	return acc(func(a *Accounts) { a.Auditors = law.Known(append([]Auditor{}, list...)) })
}

var auditDirected = acc(func(a *Accounts) { a.Directed = law.Known(true) })

func TestAudit(t *testing.T) {
	lay, qualified := auditor(false), auditor(true)
	reporter := func(f func(*Reporter)) change { return acc(func(a *Accounts) { f(a.Reporter.Ptr()) }) }
	appointed := func(d string) change { return reporter(func(r *Reporter) { r.Appointed = on(d) }) }
	noReporter := accUnstated(func(a *Accounts) *law.Fact[Reporter] { return &a.Reporter })
	demand := func(l AuditLevel) change { return acc(func(a *Accounts) { a.RulesDemand = law.Known(l) }) }
	unqualified := reporter(func(r *Reporter) { r.Qualified = law.Known(false) })
	out := "2024-11-01" // of the year that ends on 30 June 2025, with a turnover that needs a report
	type c = lawtest.Case[Society]
	accountsSuite(auditRules, audited,
		c{Name: "s. 83(1): one qualified auditor", Code: AuditorsNotAppointed, Want: law.Met},
		c{Name: "s. 83(1): none", Code: AuditorsNotAppointed, Change: auditedBy(), Want: law.Breached, At: "accounts.auditors"},
		c{Name: "s. 83(1): two lay persons for a society that is not small", Code: AuditorsNotAppointed, Change: auditedBy(lay, lay), Want: law.Breached},
		c{Name: "s. 92(4): a partner of an officer does not count", Code: AuditorsNotAppointed, Change: auditedBy(auditor(true, PartnerOfOne)), Want: law.Breached},
		c{Name: "s. 83: whether qualified is not stated", Code: AuditorsNotAppointed, Change: auditedBy(Auditor{Ties: law.Known([]Tie{})}), Want: law.Unknown, At: "accounts.auditors[0].qualified"},
		c{Name: "s. 83: whether tied is not stated", Code: AuditorsNotAppointed, Change: auditedBy(Auditor{Qualified: law.Known(true)}), Want: law.Unknown, At: "accounts.auditors[0].ties"},
		c{Name: "s. 83: not stated, and the year is not over", Code: AuditorsNotAppointed, On: "2025-06-30", Change: accUnstated(func(a *Accounts) *law.Fact[[]Auditor] { return &a.Auditors }), Want: law.Met},
		c{Name: "s. 83: not stated, and it is", Code: AuditorsNotAppointed, On: "2025-07-01", Change: accUnstated(func(a *Accounts) *law.Fact[[]Auditor] { return &a.Auditors }), Want: law.Unknown, At: "accounts.auditors"},
		c{Name: "s. 83(2)(b): a small society, two lay persons", Code: AuditorsNotAppointed, Change: both(smallSize, auditedBy(lay, lay)), Want: law.Met},
		c{Name: "s. 83(2)(b): one", Code: AuditorsNotAppointed, Change: both(smallSize, auditedBy(lay)), Want: law.Breached},
		c{Name: "s. 83(2)(a): or one qualified", Code: AuditorsNotAppointed, Change: both(smallSize, auditedBy(qualified)), Want: law.Met},
		c{Name: "s. 83(4)(a): a penny more of receipts and payments", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), acc(func(a *Accounts) { a.Preceding.ReceiptsAndPayments = law.Known(law.Pounds(5_000) + 1) })), Want: law.Breached},
		c{Name: "s. 83(4)(b): one member more", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), acc(func(a *Accounts) { a.Preceding.Members = law.Known[int64](501) })), Want: law.Breached},
		c{Name: "s. 83(4)(c): a penny more of assets", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), acc(func(a *Accounts) { a.Preceding.Assets = law.Known(law.Pounds(5_000) + 1) })), Want: law.Breached},
		c{Name: "s. 83(4): members not stated", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), accUnstated(func(a *Accounts) *law.Fact[int64] { return &a.Preceding.Members })), Want: law.Unknown, At: "accounts.preceding.members"},
		c{Name: "s. 83(3): directed", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), auditDirected), Want: law.Breached},
		c{Name: "s. 83(3): whether directed is not stated", Code: AuditorsNotAppointed, Change: severally(smallSize, auditedBy(lay, lay), accUnstated(func(a *Accounts) *law.Fact[bool] { return &a.Directed })), Want: law.Unknown, At: "accounts.audit_directed"},
		c{Name: "s. 83: whether a resolution was passed is not stated", Code: AuditorsNotAppointed, Change: both(auditedBy(lay), accUnstated(func(a *Accounts) *law.Fact[bool] { return &a.Disapplied })), Want: law.Unknown, At: "accounts.disapplied"},
		c{Name: "s. 83: which does not matter where there is an audit", Code: AuditorsNotAppointed, Change: accUnstated(func(a *Accounts) *law.Fact[bool] { return &a.Disapplied }), Want: law.Met},
		c{Name: "s. 84: a resolution is said to be, and not stated", Code: AuditorsNotAppointed, Change: both(auditedBy(), acc(func(a *Accounts) { a.Disapplied = law.Known(true) })), Want: law.Unknown, At: "accounts.opt_out"},
		c{Name: "s. 84(1): a resolution that stands, nobody appointed", Code: AuditorsNotAppointed, Change: opting(out), Want: law.Met},
		c{Name: "s. 84(2): one not carried", Code: AuditorsNotAppointed, Change: opting(out, votesCast(64, 16, 250)), Want: law.Breached},
		c{Name: "s. 84(2): one not carried, whatever else is missing", Code: AuditorsNotAppointed, Change: opting(out, votesCast(64, 16, 250), accUnstated(func(a *Accounts) *law.Fact[[]Exclusion] { return &a.Exclusions })), Want: law.Breached},
		c{Name: "s. 84(5): one that lapsed in month 11", Code: AuditorsNotAppointed, Change: opting(out, shutBy(AsParent, "2025-05-20", "")), Want: law.Breached},
		c{Name: "s. 84(5): one that lapsed, of a society that is small", Code: AuditorsNotAppointed, Change: opting(out, shutBy(ForDeposit, "2025-05-20", ""), smallSize, auditedBy(lay, lay)), Want: law.Met},
		c{Name: "s. 84(5): one in doubt", Code: AuditorsNotAppointed, Change: opting(out, shutBy(AsParent, "", "2024-10-31")), Want: law.Unknown},
		c{Name: "s. 84(5): one in doubt, of a society that is audited", Code: AuditorsNotAppointed, Change: opting(out, shutBy(AsParent, "", "2024-10-31"), auditedBy(qualified)), Want: law.Met},
		c{Name: "s. 84(1): the first year: it cannot be said that an audit is needed", Code: AuditorsNotAppointed, Change: opting(out, acc(func(a *Accounts) { a.First = law.Known(true) })), Want: law.Unknown},
		c{Name: "s. 86: an audit directed later", Code: AuditorsNotAppointed, Change: opting(out, auditDirected), Want: law.Breached},
		c{Name: "s. 83: no accounts", Code: AuditorsNotAppointed, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1968 s. 4(1): one qualified auditor", Code: AuditorsNotAppointed1968, Change: accIn1994, Want: law.Met},
		c{Name: "1968 s. 4(1): two lay persons", Code: AuditorsNotAppointed1968, Change: both(accIn1994, auditedBy(lay, lay)), Want: law.Breached},
		c{Name: "1968 s. 4(5): two lay persons for a society that is exempt", Code: AuditorsNotAppointed1968, Change: severally(accIn1994, smallSize, auditedBy(lay, lay)), Want: law.Met},
		c{Name: "1968 s. 4: no opt out before 1996 need be denied", Code: AuditorsNotAppointed1968, Change: severally(accIn1994, auditedBy(lay), accUnstated(func(a *Accounts) *law.Fact[bool] { return &a.Disapplied })), Want: law.Breached},
		c{Name: "1968 s. 8(1)(c): a body corporate alone, in doubt", Code: AuditorsNotAppointed1968, Change: both(accIn1994, auditedBy(auditor(true, CorporateAuditor))), Want: law.Unknown, At: "accounts.auditors[0].ties"},
		c{Name: "1968 s. 4(1): a year that began before 1969", Code: AuditorsNotAppointed1968, Change: both(accIn1994, accYears("1967-07-01", "1968-12-31", "1969-12-30")), Want: law.NotApplicable},

		c{Name: "s. 85(2): appointed on the last day of the year", Code: ReporterNotAppointed, Change: opting(out), Want: law.Met},
		c{Name: "s. 85(2): on the 28th day", Code: ReporterNotAppointed, Change: opting(out, appointed("2025-07-28")), Want: law.Met},
		c{Name: "s. 85(2): on the 29th", Code: ReporterNotAppointed, Change: opting(out, appointed("2025-07-29")), Want: law.Breached, At: "accounts.reporter.appointed"},
		c{Name: "s. 85(2): not a qualified auditor", Code: ReporterNotAppointed, Change: opting(out, unqualified), Want: law.Breached, At: "accounts.reporter.qualified"},
		c{Name: "s. 85(2): not stated, with time left", Code: ReporterNotAppointed, On: "2025-07-28", Change: opting(out, noReporter), Want: law.Met},
		c{Name: "s. 85(2): not stated, and none left", Code: ReporterNotAppointed, On: "2025-07-29", Change: opting(out, noReporter), Want: law.Unknown, At: "accounts.reporter"},
		c{Name: "s. 85(1)(b): a turnover of exactly £90,000", Code: ReporterNotAppointed, Change: opting(out, figuresOf(1, 90_000_00)), Want: law.NotApplicable},
		c{Name: "s. 85(1)(b): a penny more", Code: ReporterNotAppointed, Change: opting(out, figuresOf(1, 90_000_01), appointed("2025-07-29")), Want: law.Breached},
		c{Name: "s. 85(1)(a): an audited society needs none", Code: ReporterNotAppointed, Want: law.NotApplicable},
		c{Name: "s. 85: no accounts", Code: ReporterNotAppointed, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "1968 s. 9A(2): in time", Code: ReporterNotAppointed1996, Change: opting("2000-11-01"), Want: law.Met},
		c{Name: "1968 s. 9A(2): late", Code: ReporterNotAppointed1996, Change: opting("2000-11-01", appointed("2001-07-29")), Want: law.Breached},
		c{Name: "1968 s. 9A(1): an audited society needs none", Code: ReporterNotAppointed1996, Change: accIn2010, Want: law.NotApplicable},

		c{Name: "own rules: an audit every year, and there is one", Code: RulesAuditShort, Change: demand(FullAudit), Want: law.Met},
		c{Name: "own rules: a lawful resolution is not enough for them", Code: RulesAuditShort, Change: opting(out, demand(FullAudit)), Want: law.Breached, At: "accounts.auditors"},
		c{Name: "own rules: lay persons, one of them", Code: RulesAuditShort, Change: both(demand(LayAudit), auditedBy(lay)), Want: law.Breached},
		c{Name: "own rules: a report, which there is", Code: RulesAuditShort, Change: opting(out, demand(ReportOnly)), Want: law.Met},
		c{Name: "own rules: a report, and neither that nor an audit", Code: RulesAuditShort, Change: severally(opting(out), noReporter, demand(ReportOnly)), Want: law.Breached},
		c{Name: "own rules: nothing beyond the Act", Code: RulesAuditShort, Want: law.NotApplicable},
		c{Name: "own rules: not read", Code: RulesAuditShort, Change: accUnstated(func(a *Accounts) *law.Fact[AuditLevel] { return &a.RulesDemand }), Want: law.Unknown, At: "accounts.rules_demand"},
	).Run(t)
}

func TestAuditNeeded(t *testing.T) {
	f := Enacted()
	out := "2024-11-01"
	doubtful := acc(func(a *Accounts) { a.First = law.Known(true) })
	for name, c := range map[string]struct {
		change change
		act    AuditLevel
		doubt  []AuditLevel
		lacks  string
	}{
		"large":                                {nil, FullAudit, nil, ""},
		"small":                                {smallSize, LayAudit, nil, ""},
		"small and directed":                   {both(smallSize, auditDirected), FullAudit, nil, ""},
		"opted out, above £90,000":             {opting(out), ReportOnly, nil, ""},
		"opted out, at £90,000":                {opting(out, figuresOf(1, 90_000_00)), NoAudit, nil, ""},
		"opted out, turnover not stated":       {opting(out, charityOf(1), accUnstated(func(a *Accounts) *law.Fact[law.Pence] { return &a.Preceding.Turnover })), 0, nil, "accounts.preceding.turnover"},
		"opted out and lost":                   {opting(out, votesCast(64, 16, 250)), FullAudit, nil, ""},
		"opted out, the day not stated":        {opting(out, acc(func(a *Accounts) { a.OptOut.Ptr().Resolved = law.Fact[law.Date]{} })), 0, nil, "accounts.opt_out.resolved"},
		"opted out and small, but lost":        {opting(out, votesCast(64, 16, 250), smallSize), LayAudit, nil, ""},
		"opted out in the first year":          {opting(out, doubtful), FullAudit, []AuditLevel{FullAudit, NoAudit}, ""},
		"lost in the first year":               {opting(out, doubtful, votesCast(64, 16, 250)), FullAudit, []AuditLevel{FullAudit, LayAudit}, ""},
		"the first year, no resolution":        {doubtful, FullAudit, []AuditLevel{FullAudit, LayAudit}, ""},
		"the first year, directed":             {both(doubtful, auditDirected), FullAudit, nil, ""},
		"between the figures of 2018 and 2025": {opting("2025-04-06", figuresOf(6_000_000_00, 80_000_00)), FullAudit, []AuditLevel{FullAudit, NoAudit}, ""},
		"in doubt twice, either of which undoes it": {
			opting("2000-11-01", figuresOf(350_000_00, 300_000_00), acc(func(a *Accounts) { a.Preceding.Start = on("1999-10-01") }), shutBy(AsOtherLandlord, "", "")),
			FullAudit,
			[]AuditLevel{FullAudit, FullAudit, FullAudit, ReportOnly},
			"",
		},
		"in doubt, which matters not to a lost vote": {opting("2000-11-01", votesCast(64, 16, 250), shutBy(AsOtherLandlord, "", "")), FullAudit, nil, ""},
		"no accounts": {withoutAccounts, 0, nil, "accounts"},
	} {
		s := audited()
		if c.change != nil {
			c.change(&s)
		}
		d := AuditNeeded(&s, &f, law.MustDate("2025-06-30"))
		assert.Equal(t, c.act, d.Act, "%s: %v", name, &d)
		assert.Equal(t, c.doubt, d.Readings, name)
		assert.Equal(t, c.doubt != nil, d.Doubt != nil, name)
		assert.Equal(t, c.lacks == "", d.Known(), name)
		assert.Equal(t, c.lacks == "" && c.doubt == nil, d.Certain(), name)
		if c.lacks != "" {
			assert.Equal(t, c.lacks, d.Missing[0].Path, name)
		}
	}
}

func TestTheSocietysRulesMayDemandMore(t *testing.T) {
	f := Enacted()
	s := standing("2024-11-01")
	level := func(l AuditLevel) (AuditLevel, law.Weight) {
		s.Accounts.Ptr().RulesDemand = law.Known(l)
		d := AuditNeeded(&s, &f, law.MustDate("2025-06-30"))
		return d.Level()
	}
	l, w := level(FullAudit)
	assert.Equal(t, FullAudit, l)
	assert.Equal(t, law.OwnRules, w)
	l, w = level(ReportOnly)
	assert.Equal(t, ReportOnly, l)
	assert.Equal(t, law.Statute, w, "the Act demands as much")
}

func TestSmallSociety(t *testing.T) {
	f := Enacted()
	s := audited()
	smallSize(&s)
	assert.Equal(t, law.Met, SmallSociety(&s, &f, law.MustDate("1969-12-31")).Outcome)
	k := SmallSociety(&s, &f, law.MustDate("1968-12-31"))
	assert.Equal(t, "figures.society.small_society", k.Missing[0].Path)
	k = SmallSociety(&Society{}, &f, law.MustDate("2020-01-01"))
	assert.Equal(t, "accounts", k.Missing[0].Path)
}

func TestCalculatorsWithoutAccountsSayWhatIsMissing(t *testing.T) {
	f, on := Enacted(), law.MustDate("2024-11-01")
	for name, k := range map[string]Criterion{
		"figures": OptOutFigures(&Society{}, &f, on), "open": OptOutOpen(&Society{}, on), "stands": OptOutStands(&Society{}, on),
	} {
		assert.Equal(t, law.Unknown, k.Outcome, name)
		assert.NotEmpty(t, k.Missing, name)
	}
}

func TestReporterBy(t *testing.T) {
	f := Enacted()
	last, ok := f.ReporterBy(law.MustDate("2025-12-31"))
	assert.True(t, ok)
	assert.Equal(t, "2026-01-28", last.String())
	_, ok = f.ReporterBy(law.MustDate("1996-08-31"))
	assert.False(t, ok)
}

func TestAnAuditDutyPrints(t *testing.T) {
	f := Enacted()
	s := standing("2024-11-01")
	d := AuditNeeded(&s, &f, law.MustDate("2025-06-30"))
	assert.Contains(t, d.String(), "accountants-report, by statute")
	assert.Contains(t, d.String(), "s. 84(2): met. 15 of 80 votes cast")
	s.Accounts.Ptr().First = law.Known(true)
	d = AuditNeeded(&s, &f, law.MustDate("2025-06-30"))
	assert.Contains(t, d.String(), "provisionally full-audit")
	d = AuditNeeded(&Society{}, &f, law.MustDate("2025-06-30"))
	assert.Contains(t, d.String(), "a fact is missing")
}

// What the calculator says is needed the rules take, and a level less they do not.
func TestAuditNeededAgreesWithTheRule(t *testing.T) {
	f, end := Enacted(), law.MustDate("2025-06-30")
	lay := auditor(false)
	has := map[AuditLevel]change{NoAudit: auditedBy(), ReportOnly: auditedBy(), LayAudit: auditedBy(lay, lay), FullAudit: auditedBy(auditor(true))}
	for _, c := range []change{auditedBy(), smallSize, opting("2024-11-01"), opting("2024-11-01", figuresOf(1, 1)), opting("2024-11-01", votesCast(1, 1, 10), smallSize)} {
		s := audited()
		c(&s)
		d := AuditNeeded(&s, &f, end)
		for l, auditAppointment := range has {
			auditAppointment(&s)
			rep := auditRules.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
			got, _ := rep.Outcome(AuditorsNotAppointed)
			want := law.Met
			if d.Act >= LayAudit && l < d.Act {
				want = law.Breached
			}
			assert.Equal(t, want, got, "%v where %v is needed", l, d.Act)
		}
	}
}

func BenchmarkAuditNeeded(b *testing.B) {
	s, f, on := standing("2024-11-01"), Enacted(), law.MustDate("2025-06-30")
	b.ReportAllocs()
	for b.Loop() {
		AuditNeeded(&s, &f, on)
	}
}
