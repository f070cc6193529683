package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func profitTo(list ...ProfitShare) change {
	return inModel(func(m *ModelRules) { m.Profit.Ptr().Applied = law.Known(list) })
}

func TestModelProfits(t *testing.T) {
	type c = lawtest.Case[Society]
	profit := func(f func(*ModelProfit)) change { return inModel(func(m *ModelRules) { f(m.Profit.Ptr()) }) }
	split := func(equity, members, employees law.Pence) change {
		return both(inCompany, profitTo(ProfitShare{ProfitToEquity, equity}, ProfitShare{ProfitToMembers, members}, ProfitShare{ProfitToEmployees, employees}))
	}
	cases := []c{
		{Name: "PROFIT-01: reserve, members, community", Code: ProfitElsewhere, Want: law.Met},
		{Name: "PROFIT-01: to equity, which the society model does not know", Code: ProfitElsewhere, Want: law.Breached, At: "model_rules.profit.applied[0].to", Change: profitTo(ProfitShare{ProfitToEquity, 1})},
		{Name: "PROFIT-01: nothing to equity", Code: ProfitElsewhere, Want: law.Met, Change: profitTo(ProfitShare{ProfitToEquity, 0})},
		{Name: "PROFIT-01: a political party", Code: ProfitElsewhere, Want: law.Breached, Change: profitTo(ProfitShare{ProfitToOthers, 1})},
		{Name: "WCLS-02: equity and bonuses in the company model", Code: ProfitElsewhere, Change: inCompany, Want: law.Met},
		{Name: "WCLS-02: elsewhere in the company model", Code: ProfitElsewhere, Want: law.Breached, Change: both(inCompany, profitTo(ProfitShare{ProfitToOthers, 1}))},
		{Name: "PROFIT-01: uses not stated", Code: ProfitElsewhere, Want: law.Unknown, At: "model_rules.profit.applied", Change: profit(func(x *ModelProfit) { x.Applied = law.Fact[[]ProfitShare]{} })},
		{Name: "PROFIT-01: nothing to members", Code: DividendInequitable, Want: law.NotApplicable, Change: profitTo(ProfitShare{ProfitToReserve, 1})},

		{Name: "WCLS-02: equity equal to members and employees", Code: EquityAboveLabour, Change: split(34_000_00, 24_000_00, 10_000_00), Want: law.Met},
		{Name: "WCLS-02: a penny more", Code: EquityAboveLabour, Change: split(34_000_01, 24_000_00, 10_000_00), Want: law.Breached, At: "model_rules.profit.applied"},
		{Name: "WCLS-02: not in the society model", Code: EquityAboveLabour, Want: law.NotApplicable},
		{Name: "WCLS-02: half to equity and members", Code: ProfitBeyondHalf, Change: split(30_000_00, 30_000_00, 0), Want: law.Met},
		{Name: "WCLS-02: a penny more than half", Code: ProfitBeyondHalf, Change: split(30_000_00, 30_000_01, 0), Want: law.Breached, At: "model_rules.profit.applied"},
		{Name: "WCLS-02: members alone beyond half", Code: ProfitBeyondHalf, Change: split(0, 60_000_01, 0), Want: law.Breached},
		{Name: "WCLS-02: profit not stated", Code: ProfitBeyondHalf, Want: law.Unknown, At: "model_rules.profit.available", Change: both(inCompany, profit(func(x *ModelProfit) { x.Available = law.Fact[law.Pence]{} }))},
		{Name: "WCLS-02: members may take more in a society", Code: ProfitBeyondHalf, Want: law.NotApplicable},
	}
	cases = append(cases, asking(nil,
		askedCase{ProfitNotByMeeting, "model_rules.profit.by_meeting", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Profit.Ptr().ByMeeting }, true},
		askedCase{DividendInequitable, "model_rules.profit.equitable", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Profit.Ptr().Equitable }, true},
	)...)
	modelSuite(modelProfits, append(cases, unmodelled(modelProfits)...)...).Run(t)
}

// E13: a worker company with £120,000 to apply.
func TestE13WorkerCompany(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-05-16")
	for equity, want := range map[law.Pence]law.Outcome{law.Pounds(20_000): law.Met, law.Pounds(35_000): law.Breached} {
		s := modelled()
		inCompany(&s)
		(*s.ModelRules.Ptr().Profit.Ptr().Applied.Ptr())[2].Amount = equity
		rep := ModelTable().Judge(&s, &f, day, law.England)
		got, _ := rep.Outcome(EquityAboveLabour)
		assert.Equal(t, want, got)
		got, _ = rep.Outcome(ProfitBeyondHalf)
		assert.Equal(t, law.Met, got, "£44,000 and £59,000 are within £60,000")
		assert.NoError(t, rep.Err(), "its own articles are no statute")
	}
	s := modelled()
	inCompany(&s)
	a := EquityRoom(&f, s.ModelRules.Ptr().Profit.Ptr(), day)
	assert.Equal(t, law.Pounds(34_000), a.Most)
	assert.Equal(t, EquityAboveLabour, a.Binding)
	assert.Equal(t, law.OwnRules, a.Weight)
}

func TestEquityRoom(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-05-16")
	p := ModelProfit{Available: amount(100), Applied: law.Known([]ProfitShare{{ProfitToMembers, law.Pounds(40)}, {ProfitToEmployees, law.Pounds(30)}})}
	a := EquityRoom(&f, &p, day)
	assert.Equal(t, law.Pounds(10), a.Most, "half of £100, less £40")
	assert.Equal(t, ProfitBeyondHalf, a.Binding)
	p.Applied = law.Known([]ProfitShare{{ProfitToMembers, law.Pounds(60)}})
	a = EquityRoom(&f, &p, day)
	assert.Zero(t, a.Most)
	empty := EquityRoom(&f, &ModelProfit{}, day)
	assert.Len(t, empty.Missing, 2)
	early := EquityRoom(&f, &p, law.MustDate("2011-12-31"))
	assert.Equal(t, "figures.society.model_profit_to_people", early.Missing[0].Path)
	p.Available = law.Known[law.Pence](-1)
	bad := EquityRoom(&f, &p, day)
	assert.Contains(t, bad.Why, "profit.available")
	assert.Zero(t, bad.Most)
}

// What the calculator allows, the rules accept, and a penny more they do not.
func FuzzEquityRoom(f *testing.F) {
	figures, day := Enacted(), law.MustDate("2026-05-16")
	f.Add(uint32(12_000_000), uint32(2_400_000), uint32(1_000_000))
	f.Add(uint32(1), uint32(0), uint32(0))
	f.Fuzz(func(t *testing.T, available, members, employees uint32) {
		if members > available/2 {
			return // then the members alone are beyond half
		}
		s := modelled()
		inCompany(&s)
		profit := s.ModelRules.Ptr().Profit.Ptr()
		profit.Available = law.Known(law.Pence(available))
		list := []ProfitShare{{ProfitToEquity, 0}, {ProfitToMembers, law.Pence(members)}, {ProfitToEmployees, law.Pence(employees)}}
		profit.Applied = law.Known(list)
		most := EquityRoom(&figures, profit, day).Most
		for extra, want := range map[law.Pence]bool{0: true, 1: false} {
			list[0].Amount = most + extra
			rep := modelProfits.Judge(&s, &figures, day, law.England)
			a, _ := rep.Outcome(EquityAboveLabour)
			b, _ := rep.Outcome(ProfitBeyondHalf)
			assert.Equal(t, want, a == law.Met && b == law.Met, "%v beside %v", list[0].Amount, list)
		}
	})
}

func TestModelEndings(t *testing.T) {
	type c = lawtest.Case[Society]
	convert := func(f func(*ModelConversion)) change { return inModel(func(m *ModelRules) { f(m.Conversion.Ptr()) }) }
	given := func(d string) change { return convert(func(x *ModelConversion) { x.NoticeGiven = on(d) }) }
	there := func(members, present int64) change {
		return convert(func(x *ModelConversion) { x.Members, x.Present = headcount(members), headcount(present) })
	}
	left := func(list ...ResidueShare) change {
		return inModel(func(m *ModelRules) { m.Dissolution.Ptr().Residue = law.Known(list) })
	}
	common := inModel(func(m *ModelRules) {
		m.CommonOwnership = isSo
		m.Dissolution.Ptr().Residue = law.Known([]ResidueShare{{To: TakenByCommonOwnership, Amount: 1}})
	})
	past := func(d string) change { return left(ResidueShare{To: TakenByPastMember, Amount: 1, Left: on(d)}) }
	taker := func(none law.Fact[bool]) change {
		return both(common, both(left(ResidueShare{To: TakenByMovement, Amount: 1}), inModel(func(m *ModelRules) { m.Dissolution.Ptr().NoTaker = none })))
	}
	noConversion := func(s *Society) { s.ModelRules.Ptr().Conversion = law.Fact[ModelConversion]{} }
	cases := []c{
		{Name: "CONV-01: two months and a day", Code: ConversionNoticeShort, Want: law.Met},
		{Name: "CONV-01: two months to the day is in doubt", Code: ConversionNoticeShort, Change: given("2026-03-16"), Want: law.Unknown},
		{Name: "CONV-01: a day less", Code: ConversionNoticeShort, Change: given("2026-03-17"), Want: law.Breached, At: "model_rules.conversion.notice_given"},
		{Name: "CONV-01: half of 400", Code: ConversionInquorate, Want: law.Met},
		{Name: "CONV-01: one fewer", Code: ConversionInquorate, Change: there(400, 199), Want: law.Breached, At: "model_rules.conversion.present"},
		{Name: "CONV-01: 150 of 200, where half is fewer", Code: ConversionInquorate, Change: there(200, 150), Want: law.Met},
		{Name: "CONV-01: 149 of 200", Code: ConversionInquorate, Change: there(200, 149), Want: law.Breached},
		{Name: "CONV-01: all of 149 can never be 150, which is in doubt", Code: ConversionInquorate, Change: there(149, 149), Want: law.Unknown, At: "model_rules.conversion.present"},
		{Name: "CONV-01: half of 40 is in doubt", Code: ConversionInquorate, Change: there(40, 20), Want: law.Unknown},
		{Name: "CONV-01: fewer than half of 40 is enough on no reading", Code: ConversionInquorate, Change: there(40, 19), Want: law.Breached},
		{Name: "CONV-01: two of four, under the least", Code: ConversionInquorate, Change: there(4, 2), Want: law.Breached},
		{Name: "CONV-01: three of four is in doubt", Code: ConversionInquorate, Change: there(4, 3), Want: law.Unknown},

		{Name: "DISS-01: common ownership to common ownership", Code: ResidueToMembers, Change: common, Want: law.Met},
		{Name: "DISS-01: common ownership to a member", Code: ResidueToMembers, Want: law.Breached, At: "model_rules.dissolution.residue[0].to", Change: both(common, left(ResidueShare{To: TakenByMember, Amount: 1}))},
		{Name: "DISS-01: or to a past one", Code: ResidueToMembers, Want: law.Breached, Change: both(common, past("2026-01-01"))},
		{Name: "DISS-01: co-ownership is another rule", Code: ResidueToMembers, Want: law.NotApplicable},
		{Name: "DISS-01: which rule is not stated", Code: ResidueToMembers, Want: law.Unknown, At: "model_rules.common_ownership", Change: inModel(func(m *ModelRules) { m.CommonOwnership = law.Fact[bool]{} })},
		{Name: "DISS-01: left a day less than six years ago", Code: ResidueToPastMember, Want: law.Met},
		{Name: "DISS-01: was no member on any day of six years", Code: ResidueToPastMember, Change: past("2020-05-16"), Want: law.Breached, At: "model_rules.dissolution.residue[0].left"},
		{Name: "DISS-01: when one left is not stated", Code: ResidueToPastMember, Want: law.Unknown, At: "model_rules.dissolution.residue[0].left", Change: left(ResidueShare{To: TakenByPastMember, Amount: 1})},
		{Name: "DISS-01: not under common ownership", Code: ResidueToPastMember, Change: common, Want: law.NotApplicable},
		{Name: "DISS-01: members and Co-operatives UK", Code: ResidueElsewhere, Want: law.Met},
		{Name: "DISS-01: anybody else", Code: ResidueElsewhere, Want: law.Breached, At: "model_rules.dissolution.residue[0].to", Change: left(ResidueShare{To: TakenByOthers, Amount: 1})},
		{Name: "DISS-01: the movement, where nobody else can take it", Code: ResidueElsewhere, Change: taker(isSo), Want: law.Met},
		{Name: "DISS-01: the movement, where somebody can", Code: ResidueElsewhere, Change: taker(notSo), Want: law.Breached},
		{Name: "DISS-01: the movement, nobody has judged", Code: ResidueElsewhere, Change: taker(law.Fact[bool]{}), Want: law.Unknown, At: "model_rules.dissolution.no_taker"},
		{Name: "DISS-01: the movement, under co-ownership", Code: ResidueElsewhere, Change: left(ResidueShare{To: TakenByMovement, Amount: 1}), Want: law.Breached},
		{Name: "DISS-01: equity is a question of co-ownership", Code: ResidueInequitable, Change: common, Want: law.NotApplicable},
	}
	conversion := func(f func(*ModelConversion) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
		return func(s *Society) *law.Fact[bool] { return f(s.ModelRules.Ptr().Conversion.Ptr()) }
	}
	cases = append(cases, asking(nil,
		askedCase{ConversionNotPosted, "model_rules.conversion.posted", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.Posted }), true},
		askedCase{ConversionUnexplained, "model_rules.conversion.reasons", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.Reasons }), true},
		askedCase{ConversionUnexplained, "model_rules.conversion.board_support", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.BoardSupports }), true},
		askedCase{ConversionUnexplained, "model_rules.conversion.alternatives", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.Alternatives }), true},
		askedCase{ConversionUnexplained, "model_rules.conversion.board_holdings", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.BoardHoldings }), true},
		askedCase{ConversionUnadvised, "model_rules.conversion.independent_advice", conversion(func(x *ModelConversion) *law.Fact[bool] { return &x.Advised }), true},
		askedCase{ResidueInequitable, "model_rules.dissolution.equitable", func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Dissolution.Ptr().Equitable }, true},
	)...)
	cases = append(cases, leaves("no conversion", noConversion, ConversionNoticeShort, ConversionNotPosted, ConversionUnexplained, ConversionUnadvised, ConversionInquorate)...)
	modelSuite(modelEndings, append(cases, unmodelled(modelEndings)...)...).Run(t)
}

func TestSharesResidue(t *testing.T) {
	f, decided := Enacted(), law.MustDate("2026-05-16")
	assert.True(t, f.SharesResidue(law.MustDate("2020-05-17"), decided), "a member on the first day of the six years")
	assert.False(t, f.SharesResidue(law.MustDate("2020-05-16"), decided))
	assert.False(t, f.SharesResidue(decided, law.MustDate("2011-12-31")))
}

// Two readings of the conversion quorum come to different outcomes, and both are told.
func TestBothReadingsOfTheConversionQuorum(t *testing.T) {
	s, f := modelled(), Enacted()
	s.ModelRules.Ptr().Conversion.Ptr().Members, s.ModelRules.Ptr().Conversion.Ptr().Present = headcount(40), headcount(20)
	for _, x := range modelEndings.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Findings {
		if x.Code == ConversionInquorate {
			assert.Equal(t, []law.Outcome{law.Breached, law.Met}, []law.Outcome{x.Doubt.Readings[0].Outcome, x.Doubt.Readings[1].Outcome})
			return
		}
	}
	t.Error("nothing was found")
}
