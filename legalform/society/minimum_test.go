package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestMinimums(t *testing.T) {
	lawful := func() Society {
		s := charged()
		s.Subscription = law.Known(Subscription{On: on("2026-05-02"), Joined: on("2025-05-01"), Held: amount(100)})
		s.StockHolder = law.Known(StockHolder{Left: on("2023-05-01"), Repaid: on("2026-05-01")})
		s.Withdrawal = withdrawing().Withdrawal
		return s
	}
	held := func(p law.Pence, day string) change {
		return func(s *Society) { s.Subscription.Ptr().Held, s.Subscription.Ptr().On = law.Known(p), on(day) }
	}
	single := func(f change) change {
		return both(f, shareTerms(func(t *ShareTerms) { t.SingleShare = law.Known(true) }))
	}
	nothing := func(*Society) {}
	noPay := func(s *Society) { s.Withdrawal.Ptr().Payments = law.Known([]Repayment{}) }
	repaid := func(f law.Fact[law.Date]) change { return func(s *Society) { s.StockHolder.Ptr().Repaid = f } }
	noTerms := func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }
	dealt(minimums, lawful,
		suiteCase{Name: "own rules: exactly the minimum after twelve months", Code: MinimumNotReached, Want: law.Met},
		suiteCase{Name: "own rules: a penny short after twelve months", Code: MinimumNotReached, Change: held(99_99, "2026-05-02"), Want: law.Breached, At: "subscription.held"},
		suiteCase{Name: "own rules: a penny short on the last day", Code: MinimumNotReached, Change: held(99_99, "2026-05-01"), Want: law.Met},
		suiteCase{Name: "own rules: the holding not stated", Code: MinimumNotReached, Change: func(s *Society) { s.Subscription.Ptr().Held = law.Fact[law.Pence]{} }, Want: law.Unknown, At: "subscription.held"},
		suiteCase{Name: "own rules: that know no tranches", Code: MinimumNotReached, Change: noTerms, Want: law.NotApplicable},
		suiteCase{Name: "own rules: a single share, and other payments", Code: InterestOnSingleShare, Change: single(pay(of(law.ToCommunity, 1))), Want: law.Met},
		suiteCase{Name: "own rules: interest on single shares", Code: InterestOnSingleShare, Change: single(nothing), Want: law.Breached, At: "distribution.payments"},
		suiteCase{Name: "own rules: interest on other shares", Code: InterestOnSingleShare, Want: law.NotApplicable},
		suiteCase{Name: "own rules: other shares repaid", Code: SingleShareRepaid, Want: law.NotApplicable},
		suiteCase{Name: "own rules: a single share repaid", Code: SingleShareRepaid, Change: single(nothing), Want: law.Breached, At: "withdrawal.payments"},
		suiteCase{Name: "own rules: a single share, and nothing repaid", Code: SingleShareRepaid, Change: single(noPay), Want: law.Met},
		suiteCase{Name: "own rules: repaid within three years", Code: LoanStockUnpaid, Want: law.Met},
		suiteCase{Name: "own rules: repaid a day late", Code: LoanStockUnpaid, Change: repaid(on("2026-05-02")), Want: law.Breached, At: "stock_holder.repaid"},
		suiteCase{Name: "own rules: not repaid in time, or not stated", Code: LoanStockUnpaid, Change: repaid(law.Fact[law.Date]{}), Want: law.Unknown, At: "stock_holder.repaid"},
		suiteCase{Name: "own rules: not repaid, and still time", Code: LoanStockUnpaid, On: "2026-05-01", Change: repaid(law.Fact[law.Date]{}), Want: law.Met},
		suiteCase{Name: "own rules: nobody was forced out", Code: LoanStockUnpaid, Change: func(s *Society) { s.StockHolder = law.Fact[StockHolder]{} }, Want: law.NotApplicable},
	).Run(t)
}
