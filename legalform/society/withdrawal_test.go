package society

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// queueE15 are the notices of E15, each of a member who holds £10,000.
func queueE15() []Notice {
	notice := func(n int64, day string, pounds int64) Notice {
		return Notice{Number: n, Member: fmt.Sprint("m", n), Received: law.MustDate(day), Amount: law.Pounds(pounds), Holding: law.Pounds(10_000)}
	}
	return []Notice{notice(1, "2026-03-01", 5_000), notice(2, "2026-03-02", 3_000), notice(3, "2026-03-05", 4_000), notice(4, "2026-03-06", 1_000)}
}

func meansOf(pounds int64) *Means {
	return &Means{Surplus: law.Pounds(pounds), Solvent: law.Known(true), DepositsDue: law.Known(false), Suspended: law.Known(false)}
}

func payQueueOn(t testing.TB, terms ShareTerms, notices []Notice, m *Means, day string) Run {
	t.Helper()
	run, err := PayQueue(&terms, notices, m, law.MustDate(day))
	require.NoError(t, err)
	var paid law.Pence
	for _, x := range run.Turns {
		paid += x.Pay
	}
	require.Equal(t, run.Paid, paid)
	require.Equal(t, m.Surplus, run.Paid+run.Left)
	return run
}

func fatesOf(r Run) (list []Fate) {
	for _, x := range r.Turns {
		list = append(list, x.Fate)
	}
	return list
}

func TestE15WithdrawalQueue(t *testing.T) {
	run := payQueueOn(t, ModelShareTerms(law.Pounds(100)), queueE15(), meansOf(9_000), "2026-06-06")
	payable := []string{}
	for _, x := range run.Turns {
		payable = append(payable, x.Payable.String())
	}
	assert.Equal(t, []string{"2026-06-01", "2026-06-02", "2026-06-05", "2026-06-06"}, payable)
	assert.Equal(t, []Fate{PaidInFull, PaidInFull, BeyondSurplus, BehindAnother}, fatesOf(run))
	assert.Equal(t, law.Pounds(8_000), run.Paid)
	assert.Equal(t, law.Pounds(1_000), run.Left, "which must not go to n4 ahead of n3")
}

func TestPayQueue(t *testing.T) {
	const (
		full, part, stock, running, behind = PaidInFull, PaidInPart, MadeLoanStock, NoticeRunning, BehindAnother
		short, below, more                 = BeyondSurplus, BelowMinimum, MoreThanHeld
		suspended, insolvent, deposits     = WithdrawalSuspended, NotSolvent, DepositsFirst
	)
	for _, c := range []struct {
		name  string
		day   string
		money int64
		terms func(*ShareTerms)
		queue func([]Notice) []Notice
		means func(*Means)
		want  []Fate
		paid  int64
	}{
		{name: "enough for all", day: "2026-06-06", money: 13_000, want: []Fate{full, full, full, full}, paid: 13_000},
		{name: "a penny short of the last is the last's alone", day: "2026-06-06", money: 12_999, want: []Fate{full, full, full, short}, paid: 12_000},
		{name: "nothing before three months", day: "2026-05-31", money: 13_000, want: []Fate{running, behind, behind, behind}},
		{name: "the first on the day", day: "2026-06-01", money: 13_000, want: []Fate{full, running, behind, behind}, paid: 5_000},
		{
			name: "a waived time does not pass an earlier notice", day: "2026-05-31", money: 13_000,
			queue: func(q []Notice) []Notice { q[1].Waived = true; return q }, want: []Fate{running, behind, behind, behind},
		},
		{
			name: "the first of all may be waived", day: "2026-03-01", money: 13_000,
			queue: func(q []Notice) []Notice { q[0].Waived = true; return q }, want: []Fate{full, running, behind, behind}, paid: 5_000,
		},
		{
			name: "rules without order let a later one be paid", day: "2026-06-06", money: 9_000,
			terms: func(x *ShareTerms) { x.InOrder = law.Known(false) }, want: []Fate{full, full, short, full}, paid: 9_000,
		},
		{
			name: "rules that allow part payments", day: "2026-06-06", money: 9_000,
			terms: func(x *ShareTerms) { x.PartPayments = law.Known(true) }, want: []Fate{full, full, part, behind}, paid: 9_000,
		},
		{name: "suspended", day: "2026-06-06", money: 9_000, means: func(m *Means) { m.Suspended = law.Known(true) }, want: []Fate{suspended, suspended, suspended, suspended}},
		{name: "not solvent", day: "2026-06-06", money: 9_000, means: func(m *Means) { m.Solvent = law.Known(false) }, want: []Fate{insolvent, insolvent, insolvent, insolvent}},
		{name: "a deposit due is unpaid", day: "2026-06-06", money: 9_000, means: func(m *Means) { m.DepositsDue = law.Known(true) }, want: []Fate{deposits, deposits, deposits, deposits}},
		{
			name: "forced out while suspended", day: "2026-06-06", money: 9_000, means: func(m *Means) { m.Suspended = law.Known(true) },
			queue: func(q []Notice) []Notice { q[1].Forced, q[1].Amount = true, q[1].Holding; return q }, want: []Fate{suspended, stock, suspended, suspended},
		},
		{
			name: "one who would fall below the minimum holds up nobody", day: "2026-06-06", money: 9_000,
			queue: func(q []Notice) []Notice { q[0].Amount = law.Pounds(9_901); return q }, want: []Fate{below, full, full, full}, paid: 8_000,
		},
		{
			name: "down to exactly the minimum", day: "2026-06-06", money: 9_900,
			queue: func(q []Notice) []Notice { q[0].Amount = law.Pounds(9_900); return q }, want: []Fate{full, short, behind, behind}, paid: 9_900,
		},
		{
			name: "everything, without leaving", day: "2026-06-06", money: 10_000,
			queue: func(q []Notice) []Notice { q[0].Amount = q[0].Holding; return q }, want: []Fate{below, full, full, full}, paid: 8_000,
		},
		{
			name: "everything, on leaving", day: "2026-06-06", money: 10_000,
			queue: func(q []Notice) []Notice { q[0].Amount, q[0].Leaving = q[0].Holding, true; return q }, want: []Fate{full, short, behind, behind}, paid: 10_000,
		},
		{
			name: "more than is held", day: "2026-06-06", money: 20_000,
			queue: func(q []Notice) []Notice { q[0].Amount = q[0].Holding + 1; return q }, want: []Fate{more, full, full, full}, paid: 8_000,
		},
		{
			name: "two notices of one member count together", day: "2026-06-06", money: 20_000,
			queue: func(q []Notice) []Notice { q[2].Member = q[0].Member; q[2].Amount = law.Pounds(4_901); return q }, want: []Fate{full, full, below, full}, paid: 9_000,
		},
		{name: "an empty queue", day: "2026-06-06", money: 1, queue: func([]Notice) []Notice { return nil }},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms, notices, m := ModelShareTerms(law.Pounds(100)), queueE15(), meansOf(c.money)
			if c.name == "a penny short of the last is the last's alone" {
				m.Surplus = law.Pounds(13_000) - 1
			}
			if c.terms != nil {
				c.terms(&terms)
			}
			if c.queue != nil {
				notices = c.queue(notices)
			}
			if c.means != nil {
				c.means(m)
			}
			run := payQueueOn(t, terms, notices, m, c.day)
			assert.Equal(t, c.want, fatesOf(run))
			assert.Equal(t, law.Pounds(c.paid), run.Paid)
			if run.LoanStock > 0 {
				assert.Equal(t, "2029-03-02", run.Turns[1].RepayBy.String(), "three years from the notice")
				assert.Equal(t, law.Pounds(10_000), run.LoanStock)
			}
		})
	}
}

func TestPayQueueNamesWhatIsMissing(t *testing.T) {
	run, err := PayQueue(&ShareTerms{}, queueE15(), &Means{Surplus: law.Pounds(9_000)}, law.MustDate("2026-06-06"))
	require.NoError(t, err)
	assert.False(t, run.Known())
	assert.Zero(t, run.Paid)
	assert.Empty(t, run.Turns)
	paths := []string{}
	for _, m := range run.Missing {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{"share_terms.notice_months", "share_terms.in_order", "share_terms.minimum", "suspended", "solvent_for_a_year", "deposits_due"}, paths)
}

func TestPayQueueRefusesWhatCannotBe(t *testing.T) {
	for want, f := range map[string]func(q []Notice, x *ShareTerms, m *Means){
		"notices[1].received":     func(q []Notice, _ *ShareTerms, _ *Means) { q[1].Received = law.Date{} },
		"notices[2].amount":       func(q []Notice, _ *ShareTerms, _ *Means) { q[2].Amount = 0 },
		"notices[3].holding":      func(q []Notice, _ *ShareTerms, _ *Means) { q[3].Holding = -1 },
		"notices[3].holding: ":    func(q []Notice, _ *ShareTerms, _ *Means) { q[3].Member, q[3].Holding = q[0].Member, 1 },
		"notices: the number 1":   func(q []Notice, _ *ShareTerms, _ *Means) { q[3].Number = 1 },
		"notices[1].amount: the ": func(q []Notice, _ *ShareTerms, _ *Means) { q[0].Amount, q[1].Amount = law.MaxPence, law.MaxPence },
		"surplus":                 func(_ []Notice, _ *ShareTerms, m *Means) { m.Surplus = -1 },
		"notice_months":           func(_ []Notice, x *ShareTerms, _ *Means) { x.NoticeMonths = law.Known(-1) },
	} {
		terms, q, m := ModelShareTerms(law.Pounds(100)), queueE15(), meansOf(1)
		f(q, &terms, m)
		_, err := PayQueue(&terms, q, m, law.MustDate("2026-06-06"))
		assert.ErrorContains(t, err, want)
	}
}

// randomQueue makes notices that state one holding a member.
func randomQueue(r *rand.Rand, n int) []Notice {
	held := map[string]law.Pence{}
	list := make([]Notice, n)
	for i := range list {
		member := fmt.Sprint("m", r.IntN(n))
		if _, ok := held[member]; !ok {
			held[member] = law.Pence(r.IntN(100_000))
		}
		list[i] = Notice{
			Number: int64(i), Member: member, Received: law.MustDate("2026-01-01").AddDays(i / 3), Amount: law.Pence(1 + r.IntN(60_000)), Holding: held[member],
			Leaving: r.IntN(3) == 0, Forced: r.IntN(9) == 0, Waived: r.IntN(5) == 0,
		}
		if r.IntN(3) == 0 {
			list[i].Amount = held[member] + 1
		}
	}
	return list
}

func TestTheOrderOfTheListDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		q := randomQueue(r, 1+r.IntN(30))
		terms, m := ModelShareTerms(law.Pounds(int64(r.IntN(100)))), meansOf(int64(r.IntN(3_000)))
		want := payQueueOn(t, terms, q, m, "2026-04-20")
		r.Shuffle(len(q), func(i, j int) { q[i], q[j] = q[j], q[i] })
		require.Equal(t, want, payQueueOn(t, terms, q, m, "2026-04-20"))
	}
}

// What PayQueue pays keeps every rule, and to pay the first notice that it does not pay
// breaks one.
func TestPayQueueAgreesWithTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	f := Enacted()
	more, paidSomething := 0, 0
	for range 600 {
		q := randomQueue(r, 1+r.IntN(12))
		terms, m := ModelShareTerms(law.Pounds(int64(r.IntN(100)))), meansOf(int64(r.IntN(2_000)))
		terms.PartPayments = law.Known(r.IntN(2) == 0)
		day := law.MustDate("2026-04-03")
		run, err := PayQueue(&terms, q, m, day)
		require.NoError(t, err)
		x := Repayments{On: law.Known(day), Notices: law.Known(q), Surplus: law.Known(m.Surplus), Solvent: m.Solvent, DepositsDue: m.DepositsDue, Suspended: m.Suspended}
		var payments []Repayment
		for _, turn := range run.Turns {
			if turn.Pay > 0 {
				payments = append(payments, Repayment{turn.Number, turn.Pay})
				paidSomething++
			}
		}
		judge := func(list []Repayment) *law.Report {
			x.Payments = law.Known(list)
			s := Society{Dealings: Dealings{ShareTerms: law.Known(terms), Withdrawal: law.Known(x)}}
			require.NoError(t, s.Check())
			return withdrawals.Judge(&s, &f, day, law.England)
		}
		require.Empty(t, judge(payments).Findings, "%+v", run)
		for i, turn := range run.Turns {
			if turn.Fate == PaidInFull || turn.Fate == PaidInPart {
				continue
			}
			amount := law.Pence(0)
			for _, n := range q {
				if n.Number == turn.Number {
					amount = n.Amount
				}
			}
			rep := judge(append(payments[:len(payments):len(payments)], Repayment{turn.Number, amount}))
			require.Positive(t, rep.Count(law.Breached, law.OwnRules)+rep.Count(law.Breached, law.Guidance), "%d of %+v", i, run)
			more++
		}
	}
	assert.Greater(t, more, 500)
	assert.Greater(t, paidSomething, 200)
}

func withdrawing() Society {
	return Society{Dealings: Dealings{
		ShareTerms: law.Known(ModelShareTerms(law.Pounds(100))),
		Withdrawal: law.Known(Repayments{
			On: on("2026-06-06"), Notices: law.Known(queueE15()), Payments: law.Known([]Repayment{{1, 5_000_00}, {2, 3_000_00}}),
			Surplus: amount(9_000), Solvent: law.Known(true), DepositsDue: law.Known(false), Suspended: law.Known(false),
		}),
	}}
}

func TestWithdrawals(t *testing.T) {
	run := func(f func(*Repayments)) change { return func(s *Society) { f(s.Withdrawal.Ptr()) } }
	pays := func(list ...Repayment) change { return run(func(x *Repayments) { x.Payments = law.Known(list) }) }
	notices := func(f func([]Notice)) change { return run(func(x *Repayments) { f(*x.Notices.Ptr()) }) }
	none := func(s *Society) { s.Withdrawal = law.Fact[Repayments]{} }
	noRules := func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }
	set := func(s *Society, d law.Date) {
		x := s.Withdrawal.Ptr()
		if x == nil {
			return
		}
		if d.Before(law.MustDate("2026-01-01")) {
			list := *x.Notices.Ptr()
			for i := range list {
				list[i].Received = d.AddMonths(-6).AddDays(i)
			}
		}
		x.On = law.Known(d)
	}
	cases := allCases(
		thenAndNow(set, CapitalBeforeDeposits, CapitalBeforeDeposits1965, "no deposit due", nil, law.Met, ""),
		thenAndNow(set, CapitalBeforeDeposits, CapitalBeforeDeposits1965, "a deposit due and unpaid", run(func(x *Repayments) { x.DepositsDue = law.Known(true) }), law.Breached, "withdrawal.payments"),
		thenAndNow(set, CapitalBeforeDeposits, CapitalBeforeDeposits1965, "not stated", run(func(x *Repayments) { x.DepositsDue = nobody }), law.Unknown, "withdrawal.deposits_due"),
		thenAndNow(set, CapitalBeforeDeposits, CapitalBeforeDeposits1965, "nothing paid", pays(), law.NotApplicable, ""),
		[]suiteCase{
			{Name: "guidance: within the surplus", Code: WithdrawalUnfunded, Change: run(func(x *Repayments) { x.Surplus = amount(8_000) }), Want: law.Met},
			{Name: "guidance: a penny more than the surplus", Code: WithdrawalUnfunded, Change: run(func(x *Repayments) { x.Surplus = law.Known(law.Pounds(8_000) - 1) }), Want: law.Breached, At: "withdrawal.payments"},
			{Name: "guidance: the surplus not stated", Code: WithdrawalUnfunded, Change: run(func(x *Repayments) { x.Surplus = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "withdrawal.surplus"},
			{Name: "guidance: no withdrawal", Code: WithdrawalUnfunded, Change: none, Want: law.NotApplicable},
			{Name: "guidance: believed solvent", Code: WithdrawalNotSolvent, Want: law.Met},
			{Name: "guidance: not believed solvent", Code: WithdrawalNotSolvent, Change: run(func(x *Repayments) { x.Solvent = law.Known(false) }), Want: law.Breached},
			{Name: "guidance: nobody has said", Code: WithdrawalNotSolvent, Change: run(func(x *Repayments) { x.Solvent = nobody }), Want: law.Unknown, At: "withdrawal.solvent_for_a_year"},
			{Name: "guidance: no withdrawal to be solvent for", Code: WithdrawalNotSolvent, Change: none, Want: law.NotApplicable},
			{Name: "own rules: not suspended", Code: WithdrawalSuspendedPaid, Want: law.Met},
			{Name: "own rules: paid while suspended", Code: WithdrawalSuspendedPaid, Change: run(func(x *Repayments) { x.Suspended = law.Known(true) }), Want: law.Breached},
			{Name: "own rules: suspended, and nothing paid", Code: WithdrawalSuspendedPaid, Change: both(pays(), run(func(x *Repayments) { x.Suspended = law.Known(true) })), Want: law.NotApplicable},
			{Name: "own rules: on notice", Code: WithdrawalUnnoticed, Want: law.Met},
			{Name: "own rules: on no notice", Code: WithdrawalUnnoticed, Change: pays(Repayment{9, 1}), Want: law.Breached, At: "withdrawal.payments[0].amount"},
			{Name: "own rules: more than the notice asks", Code: WithdrawalUnnoticed, Change: pays(Repayment{1, 5_000_01}), Want: law.Breached},
			{Name: "own rules: notices not stated", Code: WithdrawalUnnoticed, Change: run(func(x *Repayments) { x.Notices = law.Fact[[]Notice]{} }), Want: law.Unknown, At: "withdrawal.notices"},
			{Name: "own rules: nothing paid on notice", Code: WithdrawalUnnoticed, Change: none, Want: law.NotApplicable},
			{Name: "own rules: after three months", Code: WithdrawalEarly, Change: both(pays(Repayment{1, 5_000_00}), run(func(x *Repayments) { x.On = on("2026-06-01") })), Want: law.Met},
			{Name: "own rules: a day early", Code: WithdrawalEarly, Change: both(pays(Repayment{1, 5_000_00}), run(func(x *Repayments) { x.On = on("2026-05-31") })), Want: law.Breached, At: "withdrawal.payments[0]"},
			{Name: "own rules: early, and waived", Code: WithdrawalEarly, Change: both(notices(func(q []Notice) { q[0].Waived = true }), both(pays(Repayment{1, 5_000_00}), run(func(x *Repayments) { x.On = on("2026-05-31") }))), Want: law.Met},
			{Name: "own rules: not seen", Code: WithdrawalEarly, Change: noRules, Want: law.Unknown, At: "share_terms"},
			{Name: "own rules: no notice paid", Code: WithdrawalEarly, Change: none, Want: law.NotApplicable},
			{Name: "own rules: in order", Code: WithdrawalOutOfOrder, Want: law.Met},
			{Name: "E15: n4 ahead of n3", Code: WithdrawalOutOfOrder, Change: pays(Repayment{1, 5_000_00}, Repayment{2, 3_000_00}, Repayment{4, 1_000_00}), Want: law.Breached, At: "withdrawal.payments[2]"},
			{Name: "own rules: a part of the first, and then the second", Code: WithdrawalOutOfOrder, Change: pays(Repayment{1, 4_999_99}, Repayment{2, 1}), Want: law.Breached},
			{Name: "own rules: past one that can never be paid", Code: WithdrawalOutOfOrder, Change: both(notices(func(q []Notice) { q[0].Amount = law.Pounds(9_950) }), pays(Repayment{2, 3_000_00})), Want: law.Met},
			{Name: "own rules: who can never be paid is not known without the minimum", Code: WithdrawalOutOfOrder, Change: shareTerms(func(t *ShareTerms) { t.Minimum = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "share_terms.minimum"},
			{Name: "own rules: that know no order", Code: WithdrawalOutOfOrder, Change: shareTerms(func(t *ShareTerms) { t.InOrder = law.Known(false) }), Want: law.NotApplicable},
			{Name: "own rules: down to the minimum", Code: WithdrawalBelowMinimum, Change: both(notices(func(q []Notice) { q[0].Amount = law.Pounds(9_900) }), pays(Repayment{1, 9_900_00})), Want: law.Met},
			{Name: "own rules: below the minimum", Code: WithdrawalBelowMinimum, Change: both(notices(func(q []Notice) { q[0].Amount = law.Pounds(9_901) }), pays(Repayment{1, 9_901_00})), Want: law.Breached, At: "withdrawal.payments[0]"},
			{Name: "own rules: a leaver may take all", Code: WithdrawalBelowMinimum, Change: both(notices(func(q []Notice) { q[0].Amount, q[0].Leaving = q[0].Holding, true }), pays(Repayment{1, 10_000_00})), Want: law.Met},
			{Name: "own rules: the minimum not stated", Code: WithdrawalBelowMinimum, Change: shareTerms(func(t *ShareTerms) { t.Minimum = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "share_terms.minimum"},
			{Name: "own rules: nobody withdraws", Code: WithdrawalBelowMinimum, Change: none, Want: law.NotApplicable},
		},
	)
	dealt(withdrawals, withdrawing, cases...).Run(t)
}

func FuzzPayQueue(f *testing.F) {
	f.Add(uint64(1), 12, int64(900_000), int64(100_00), 3)
	f.Fuzz(func(t *testing.T, seed uint64, n int, surplus, minimum int64, months int) {
		if n < 0 || n > 60 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 7))
		q, terms, m := randomQueue(r, n), ModelShareTerms(law.Pence(minimum)), meansOf(0)
		m.Surplus = law.Pence(surplus)
		terms.NoticeMonths, terms.PartPayments = law.Known(months), law.Known(seed%2 == 0)
		run, err := PayQueue(&terms, q, m, law.MustDate("2026-04-20"))
		if err != nil {
			return
		}
		require.Len(t, run.Turns, n)
		require.True(t, run.Left >= 0 && run.Paid >= 0)
		require.Equal(t, m.Surplus, run.Paid+run.Left)
		unpaid := false
		for _, x := range run.Turns {
			require.False(t, unpaid && x.Pay > 0, "paid behind an unpaid notice")
			unpaid = unpaid || x.Fate == NoticeRunning || x.Fate == BeyondSurplus || x.Fate == PaidInPart || x.Fate == BehindAnother
		}
	})
}

func BenchmarkPayQueue(b *testing.B) {
	const n = 100_000
	q := make([]Notice, n)
	for i := range q {
		q[i] = Notice{Number: int64(i), Member: fmt.Sprint("m", i), Received: law.MustDate("2025-01-01").AddDays(i / 300), Amount: 1_000, Holding: 100_000}
	}
	terms, m := ModelShareTerms(law.Pounds(100)), meansOf(n)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := PayQueue(&terms, q, m, law.MustDate("2026-06-01")); err != nil {
			b.Fatal(err)
		}
	}
}
