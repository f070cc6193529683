package society_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func yes() law.Fact[bool] { return law.Known(true) }

func no() law.Fact[bool] { return law.Known(false) }

// dealings states every fact of a society's dealings with its members.
func dealings() society.Dealings {
	terms := society.ModelShareTerms(law.Pounds(100))
	return society.Dealings{
		Register: law.Known(society.Register{
			AtOffice: yes(), Omits: law.Known([]society.Particular{society.AmountPaid}), BoundBook: no(), Guarded: yes(), View: yes(),
			Shows: law.Known(society.Inspectable(law.MustDate("2026-06-01"))), Open: yes(),
		}),
		ShareTerms: law.Known(terms), InterestLowest: yes(), CommunityShares: law.Known(society.CommunityShares{Used: yes()}),
		Person: law.Known(society.Person{On: day("2026-05-01"), As: law.Known(society.AsOfficer), Born: day("2000-01-01"), RulesShutOut: no(), BodyPermits: yes()}),
		SetOff: law.Known(society.SetOff{On: day("2026-05-01"), Debt: pounds(10), Credited: pounds(10), Taken: pounds(10)}),
		Request: law.Known(society.Request{
			On: day("2026-05-01"), Kind: law.Known(society.InspectBooks), Applicants: law.Known[int64](10), Since: law.Known([]law.Date{law.MustDate("2020-01-01")}),
		}),
		Nomination: law.Known(society.Nomination{
			Made: day("2020-01-01"), How: law.Known(society.BookEntry), Recorded: yes(), Died: day("2026-01-01"), Proved: yes(), IgnorantOfMarriage: no(),
			Later: law.Known([]society.LaterDeed{{How: law.Known(society.Will), On: day("2021-01-01")}}),
			Nominees: law.Known([]society.Nominee{{
				OnStaff: yes(), Relation: law.Known(society.Child), Property: pounds(100), Shares: pounds(50), Holds: pounds(1), Transferred: pounds(50), Paid: pounds(50),
			}}),
		}),
		SmallEstate: law.Known(society.SmallEstate{Died: day("2026-01-01"), Property: pounds(100), Nominated: no(), Granted: no(), Evidence: yes()}),
		Transfer: law.Known(society.Transfer{
			On: day("2026-05-01"), Amount: pounds(10), Withdrawable: yes(), UnderNomination: no(), Consented: yes(),
			To: law.Known(society.Holding{Member: "m3", Exempt: law.Known(society.NotExempt), Withdrawable: pounds(1), NonWithdrawable: pounds(0)}),
		}),
		Deposits: law.Known(society.Deposits{
			AnyWithdrawable: yes(), ClearDays: law.Known(2), Banking: no(),
			Accounts: law.Known([]society.DepositAccount{{Depositor: "d1", Largest: pounds(400), Held: pounds(400)}}),
		}),
		Withdrawal: law.Known(society.Repayments{
			On: day("2026-06-06"), Surplus: pounds(9_000), Solvent: yes(), DepositsDue: no(), Suspended: no(),
			Notices: law.Known([]society.Notice{{
				Number: 1, Member: "m1", Received: law.MustDate("2026-03-01"), Amount: 500_00, Holding: 500_00, Leaving: true, Forced: true, Waived: true,
			}}),
			Payments: law.Known([]society.Repayment{{Number: 1, Amount: 500_00}}),
		}),
		Subscription: law.Known(society.Subscription{On: day("2026-05-01"), Joined: day("2025-05-01"), Held: pounds(100)}),
		StockHolder:  law.Known(society.StockHolder{Left: day("2023-05-01"), Repaid: day("2026-05-01")}),
		WriteDown: law.Known(society.WriteDown{
			On: day("2026-05-01"), Certified: yes(), Liabilities: pounds(180_000), Assets: pounds(264_000), Applied: pounds(36_000),
			Shares: law.Known([]society.Reduced{{Member: "A", PaidUp: 120_000_00, Reduced: 36_000_00}}),
		}),
		Borrowing: law.Known(society.Borrowing{On: day("2026-05-01"), Owed: pounds(1), Amount: pounds(1), Rate: law.Known(law.Percent(5)), BaseRate: law.Known(law.Percent(4))}),
		Contributions: law.Known(society.Contributions{
			Began: day("2026-05-01"), Insufficient: yes(),
			Contributors: law.Known([]society.Contributor{{Member: "m1", Former: yes(), Left: day("2025-06-01"), Unpaid: pounds(1), LaterDebt: no(), Called: pounds(1)}}),
		}),
		Interest: law.Known(society.Interest{
			On: day("2026-05-01"), Amount: pounds(40), Deducted: pounds(0), Abroad: no(), PeriodEnd: day("2026-03-31"), PaidInPeriod: pounds(40), Returned: day("2026-06-01"),
		}),
	}
}

func dealt() society.Society { return society.Society{Dealings: dealings()} }

func TestDealingsGoThroughJSONAndBack(t *testing.T) {
	s := dealt()
	require.NoError(t, s.Check())
	b, err := json.Marshal(s)
	require.NoError(t, err)
	var got society.Society
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, s, got)
	for _, bad := range []string{
		`{"register": {"omits": ["shoe-size"]}}`, `{"person": {"as": "owner"}}`, `{"request": {"kind": "party"}}`, `{"nomination": {"how": "e-mail"}}`,
		`{"nomination": {"nominees": [{"relation": "friend"}]}}`, `{"share_terms": {"minimum_holding": "1"}}`,
	} {
		assert.Error(t, law.Decode(bytes.NewReader([]byte(bad)), &got), bad)
	}
}

func TestCheckNamesThePlaceInDealings(t *testing.T) {
	minus := law.Known[law.Pence](-1)
	for want, change := range map[string]func(*society.Society){
		"share_terms.notice_months: ":            func(s *society.Society) { s.ShareTerms.Ptr().NoticeMonths = law.Known(-1) },
		"share_terms.loan_stock_months: ":        func(s *society.Society) { s.ShareTerms.Ptr().LoanStockMonths = law.Known(1_201) },
		"share_terms.tranche_months: ":           func(s *society.Society) { s.ShareTerms.Ptr().TrancheMonths = law.Known(-1) },
		"share_terms.minimum: ":                  func(s *society.Society) { s.ShareTerms.Ptr().Minimum = minus },
		"share_terms.borrowing: ":                func(s *society.Society) { s.ShareTerms.Ptr().Borrowing = minus },
		"share_terms.interest.floor: ":           func(s *society.Society) { s.ShareTerms.Ptr().Interest.Ptr().Floor = law.Known(law.Percent(-1)) },
		"share_terms.loan_interest.over_base: ":  func(s *society.Society) { s.ShareTerms.Ptr().LoanInterest.Ptr().OverBase = law.Known(law.Percent(-1)) },
		"set_off.debt: ":                         func(s *society.Society) { s.SetOff.Ptr().Debt = minus },
		"set_off.credited: ":                     func(s *society.Society) { s.SetOff.Ptr().Credited = minus },
		"set_off.taken: ":                        func(s *society.Society) { s.SetOff.Ptr().Taken = minus },
		"request.applicants: ":                   func(s *society.Society) { s.Request.Ptr().Applicants = law.Known[int64](-1) },
		"nomination.nominees[0].property: ":      func(s *society.Society) { (*s.Nomination.Ptr().Nominees.Ptr())[0].Property = minus },
		"nomination.nominees[0].shares: £101.00": func(s *society.Society) { (*s.Nomination.Ptr().Nominees.Ptr())[0].Shares = pounds(101) },
		"nomination.died: ":                      func(s *society.Society) { s.Nomination.Ptr().Died = day("2019-12-31") },
		"small_estate.property: ":                func(s *society.Society) { s.SmallEstate.Ptr().Property = minus },
		"transfer.amount: ":                      func(s *society.Society) { s.Transfer.Ptr().Amount = minus },
		"transfer.to.withdrawable: ":             func(s *society.Society) { s.Transfer.Ptr().To.Ptr().Withdrawable = minus },
		"deposits.accounts[0].held: ":            func(s *society.Society) { (*s.Deposits.Ptr().Accounts.Ptr())[0].Held = minus },
		"deposits.clear_days: ":                  func(s *society.Society) { s.Deposits.Ptr().ClearDays = law.Known(-1) },
		"withdrawal.notices[0].amount: ":         func(s *society.Society) { (*s.Withdrawal.Ptr().Notices.Ptr())[0].Amount = 0 },
		"withdrawal.payments[0].amount: ":        func(s *society.Society) { (*s.Withdrawal.Ptr().Payments.Ptr())[0].Amount = -1 },
		"withdrawal.payments[1].number: ": func(s *society.Society) {
			s.Withdrawal.Ptr().Payments = law.Known([]society.Repayment{{Number: 1}, {Number: 1}})
		},
		"withdrawal.surplus: ":                      func(s *society.Society) { s.Withdrawal.Ptr().Surplus = minus },
		"subscription.held: ":                       func(s *society.Society) { s.Subscription.Ptr().Held = minus },
		"write_down.shares[0].paid_up: ":            func(s *society.Society) { (*s.WriteDown.Ptr().Shares.Ptr())[0].PaidUp = -1 },
		"write_down.shares[0].reduced: £130,000.00": func(s *society.Society) { (*s.WriteDown.Ptr().Shares.Ptr())[0].Reduced = 130_000_00 },
		"write_down.assets: ":                       func(s *society.Society) { s.WriteDown.Ptr().Assets = minus },
		"borrowing.rate: ":                          func(s *society.Society) { s.Borrowing.Ptr().Rate = law.Known(law.Percent(-1)) },
		"borrowing.base_rate: ":                     func(s *society.Society) { s.Borrowing.Ptr().BaseRate = law.Known(law.Percent(-1)) },
		"borrowing.owed: ":                          func(s *society.Society) { s.Borrowing.Ptr().Owed = minus },
		"contributions.contributors[0].called: ":    func(s *society.Society) { (*s.Contributions.Ptr().Contributors.Ptr())[0].Called = minus },
		"interest_paid.deducted: ":                  func(s *society.Society) { s.Interest.Ptr().Deducted = pounds(41) },
		"interest_paid.paid_in_period: ":            func(s *society.Society) { s.Interest.Ptr().PaidInPeriod = minus },
		"distribution.base_rate: ": func(s *society.Society) {
			s.Distribution = law.Known(society.Distribution{BaseRate: law.Known(law.Percent(-1))})
		},
	} {
		s := dealt()
		change(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

func FuzzDecodeDealings(f *testing.F) {
	b, err := json.Marshal(dealt())
	require.NoError(f, err)
	f.Add(b)
	figures := society.Enacted()
	f.Fuzz(func(t *testing.T, b []byte) {
		var s society.Society
		if law.Decode(bytes.NewReader(b), &s) != nil {
			return
		}
		for _, on := range []string{"1975-08-01", "2010-06-01", "2026-11-23"} {
			society.Rules().Judge(&s, &figures, law.MustDate(on), law.Wales) // must not panic, checked or not
		}
	})
}

func BenchmarkJudgeDealings(b *testing.B) {
	s, f, on := dealt(), society.Enacted(), law.MustDate("2026-11-23")
	rules := society.Rules()
	b.ReportAllocs()
	for b.Loop() {
		rules.Judge(&s, &f, on, law.England)
	}
}

func BenchmarkJudgeWithdrawals(b *testing.B) {
	const n = 100_000
	notices, payments := make([]society.Notice, n), make([]society.Repayment, n)
	for i := range n {
		notices[i] = society.Notice{
			Number: int64(i), Member: fmt.Sprint("m", i), Received: law.MustDate("2025-01-01").AddDays(i / 300), Amount: 1_000, Holding: 100_000,
		}
		payments[i] = society.Repayment{Number: int64(i), Amount: 1_000}
	}
	s, f, on := dealt(), society.Enacted(), law.MustDate("2026-11-23")
	x := s.Withdrawal.Ptr()
	x.Notices, x.Payments, x.Surplus = law.Known(notices), law.Known(payments), pounds(n*10)
	rules := society.Rules()
	b.ReportAllocs()
	for b.Loop() {
		rules.Judge(&s, &f, on, law.England)
	}
}

// Four members give notice; the trading surplus suffices for two of them.
func ExamplePayQueue() {
	terms := society.ModelShareTerms(law.Pounds(100))
	notice := func(n int64, received string, pounds int64) society.Notice {
		return society.Notice{
			Number: n, Member: fmt.Sprint("member ", n), Received: law.MustDate(received), Amount: law.Pounds(pounds), Holding: law.Pounds(10_000),
		}
	}
	run, err := society.PayQueue(&terms, []society.Notice{
		notice(1, "2026-03-01", 5_000), notice(2, "2026-03-02", 3_000), notice(3, "2026-03-05", 4_000), notice(4, "2026-03-06", 1_000),
	}, &society.Means{
		Surplus: law.Pounds(9_000), Solvent: law.Known(true), DepositsDue: law.Known(false), Suspended: law.Known(false),
	}, law.MustDate("2026-06-06"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range run.Turns {
		fmt.Println(x.Member, x.Payable, x.Pay, x.Fate)
	}
	fmt.Println("left", run.Left)
	// Output:
	// member 1 2026-06-01 £5,000.00 paid-in-full
	// member 2 2026-06-02 £3,000.00 paid-in-full
	// member 3 2026-06-05 £0.00 beyond-surplus
	// member 4 2026-06-06 £0.00 behind-another
	// left £1,000.00
}

// A society has lost £36,000 of its capital; nobody goes below the minimum of £100.
func ExampleApportion() {
	paidUp := []law.Pence{60_000_00, 40_000_00, 19_900_00, 100_00}
	loss, err := society.Apportion(paidUp, law.Pounds(180_000), law.Pounds(264_000), law.Pounds(100), law.Fact[law.Pence]{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, off := range loss.Each {
		fmt.Println(paidUp[i], "becomes", paidUp[i]-off)
	}
	fmt.Println(loss.Floored, "of", loss.Excess, "is borne by nobody")
	// Output:
	// £60,000.00 becomes £42,000.00
	// £40,000.00 becomes £28,000.00
	// £19,900.00 becomes £13,930.00
	// £100.00 becomes £100.00
	// £30.00 of £36,000.00 is borne by nobody
}

func ExampleNominationAllowance() {
	figures := society.Enacted()
	for _, made := range []string{"1950-01-01", "2010-01-01"} {
		a := society.NominationAllowance(&figures, law.MustDate(made), law.MustDate("2026-05-01"))
		fmt.Println("made on", made, "it is valid to", a.Most)
	}
	// Output:
	// made on 1950-01-01 it is valid to £100.00
	// made on 2010-01-01 it is valid to £5,000.00
}

// Two nominees were each to have a part of more than may pass by nomination.
func ExampleNominated() {
	due, shared, err := society.Nominated([]society.Nominee{
		{OnStaff: law.Known(false), Property: law.Known(law.Pounds(6_000)), Shares: law.Known(law.Pounds(6_000)), Holds: law.Known(law.Pounds(99_000))},
		{OnStaff: law.Known(false), Property: law.Known(law.Pounds(2_000))},
	}, law.Known(law.Pounds(5_000)), law.Known(law.Pounds(100_000)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range due {
		fmt.Println(d.Property, "of which", d.Transfer, "in shares and", d.Pay, "in money")
	}
	fmt.Println("how the limit is shared is not sure:", shared)
	// Output:
	// £3,750.00 of which £1,000.00 in shares and £2,750.00 in money
	// £1,250.00 of which £0.00 in shares and £1,250.00 in money
	// how the limit is shared is not sure: true
}

func ExampleSmallEstateAllowance() {
	figures := society.Enacted()
	a := society.SmallEstateAllowance(&figures, law.MustDate("2026-05-01"))
	fmt.Println(a.Most, a.Permits(law.Pounds(5_000)+1))
	// Output: £5,000.00 breached
}

func ExampleFigures_Requisition() {
	figures := society.Enacted()
	for _, members := range []int64{37, 4_000} {
		n, _ := figures.Requisition(members, law.MustDate("2026-05-01"))
		fmt.Println(n, "of", members)
	}
	// Output:
	// 4 of 37
	// 100 of 4000
}

func ExampleDepositRoom() {
	figures := society.Enacted()
	a := society.DepositRoom(&figures, law.Pounds(300), law.MustDate("2026-05-01"))
	fmt.Println(a.Most)
	// Output: £100.00
}

func ExampleRateTerms_Ceiling() {
	rules := society.RateTerms{Floor: law.Known(law.Percent(5)), OverBase: law.Known(law.Percent(2))}
	for _, base := range []law.Ratio{law.Percent(3), law.Per(21, 400)} {
		ceiling, _ := rules.Ceiling(law.Known(base))
		fmt.Println("base rate", base, "ceiling", ceiling)
	}
	// Output:
	// base rate 3% ceiling 5%
	// base rate 5.25% ceiling 7.25%
}

func ExampleTreat() {
	x := society.Treat(law.Patronage, &society.Trader{SharesUnlimited: law.Known(true)}, law.MustDate("2026-03-31"))
	fmt.Println("deductible:", x.Deductible, "by", x.By[0])
	fmt.Println("a distribution:", x.Distribution, "by", x.By[1])
	// Output:
	// deductible: true by s. 132, Corporation Tax Act 2009 (c. 4)
	// a distribution: false by s. 1056, Corporation Tax Act 2010 (c. 4)
}

func ExampleContribution() {
	figures := society.Enacted()
	a := society.Contribution(&figures, &society.Contributor{Former: law.Known(false), Unpaid: law.Known(law.Pounds(50))}, law.Fact[bool]{}, law.MustDate("2026-05-01"))
	fmt.Println(a.Most)
	// Output: £50.00
}

func ExampleLoanStock() {
	figures := society.Enacted()
	a := society.LoanStock(&figures, law.Pounds(150_000), false, law.MustDate("2026-05-01"))
	fmt.Println(a.Most)
	// Output: £50,000.00
}

func ExampleBorrowingRoom() {
	terms := society.ModelShareTerms(law.Pounds(1))
	a := society.BorrowingRoom(&terms, law.Pounds(9_600_000))
	fmt.Println(a.Most, a.Weight)
	// Output: £400,000.00 own-rules
}

func ExampleLien() {
	fmt.Println(society.Lien(law.Pounds(120), law.Pounds(100)))
	// Output: £100.00 £0.00 £20.00
}
