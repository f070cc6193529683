package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// termed is a society whose rules let shares be transferred with consent and deposits be
// taken.
func termed() Society {
	s := Society{}
	holds(NotExempt, 50_000_00, 0)(&s)
	s.ShareTerms = law.Known(ShareTerms{
		Transferable: law.Known(true), Consent: law.Known(true), DepositsBarred: law.Known(false),
	})
	s.Transfer = law.Known(Transfer{
		On: on("2026-05-01"), Amount: amount(1_000), Withdrawable: law.Known(true), UnderNomination: law.Known(false), Consented: law.Known(true),
		To: law.Known(Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(0), NonWithdrawable: amount(0)}),
	})
	s.Deposits = law.Known(Deposits{
		AnyWithdrawable: law.Known(true), ClearDays: law.Known(2),
		Accounts: law.Known([]DepositAccount{{Depositor: "d1", Largest: amount(400), Held: amount(400)}}),
	})
	return s
}

func shareTerms(f func(*ShareTerms)) change { return func(s *Society) { f(s.ShareTerms.Ptr()) } }

func TestTransfers(t *testing.T) {
	transfer := func(f func(*Transfer)) change { return func(s *Society) { f(s.Transfer.Ptr()) } }
	none := func(s *Society) { s.Transfer = law.Fact[Transfer]{} }
	toNominee := transfer(func(x *Transfer) { x.UnderNomination = law.Known(true) })
	to := func(withdrawable, other, sum int64) change {
		return transfer(func(x *Transfer) {
			x.Amount, x.To = amount(sum), law.Known(Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(withdrawable), NonWithdrawable: amount(other)})
		})
	}
	old := func(day string, f change) change {
		return both(f, transfer(func(x *Transfer) { x.On = on(day) }))
	}
	dealt(transfers, termed,
		suiteCase{Name: "own rules: transferable", Code: TransferNotAllowed, Want: law.Met},
		suiteCase{Name: "own rules: not transferable", Code: TransferNotAllowed, Change: shareTerms(func(t *ShareTerms) { t.Transferable = law.Known(false) }), Want: law.Breached, At: "transfer"},
		suiteCase{Name: "own rules: not seen", Code: TransferNotAllowed, Change: func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }, Want: law.Unknown, At: "share_terms"},
		suiteCase{Name: "s. 39(3): to a nominee whatever the rules", Code: TransferNotAllowed, Change: toNominee, Want: law.NotApplicable},
		suiteCase{Name: "own rules: with consent", Code: TransferWithoutConsent, Want: law.Met},
		suiteCase{Name: "own rules: without consent", Code: TransferWithoutConsent, Change: transfer(func(x *Transfer) { x.Consented = law.Known(false) }), Want: law.Breached},
		suiteCase{Name: "own rules: that ask for none", Code: TransferWithoutConsent, Change: shareTerms(func(t *ShareTerms) { t.Consent = law.Known(false) }), Want: law.Met},
		suiteCase{Name: "own rules: no transfer", Code: TransferWithoutConsent, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "s. 24(1): to exactly the maximum", Code: TransferOverMaximum, Change: to(99_000, 0, 1_000), Want: law.Met},
		suiteCase{Name: "s. 24(1): a pound above it", Code: TransferOverMaximum, Change: to(99_001, 0, 1_000), Want: law.Breached, At: "transfer.amount"},
		suiteCase{Name: "s. 24(1): of shares that are not withdrawable", Code: TransferOverMaximum, Change: both(to(99_001, 0, 1_000), transfer(func(x *Transfer) { x.Withdrawable = law.Known(false) })), Want: law.Met},
		suiteCase{Name: "s. 24(1): to one of whom too little is known", Code: TransferOverMaximum, Change: transfer(func(x *Transfer) { x.To = law.Known(Holding{}) }), Want: law.Unknown, At: "transfer.to.withdrawable"},
		suiteCase{Name: "s. 24(1): no transfer", Code: TransferOverMaximum, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "1965 s. 6(1): all shares count until 7 January 2012", Code: TransferOverMaximum1965, Change: old("2012-01-07", to(10_000, 9_001, 1_000)), Want: law.Breached},
		suiteCase{Name: "1965 s. 6(1ZA): the withdrawable only from the day after", Code: TransferOverMaximum1965, Change: old("2012-01-08", to(10_000, 9_001, 1_000)), Want: law.Met},
		suiteCase{Name: "1965 s. 6(1): no transfer", Code: TransferOverMaximum1965, Change: none, Want: law.NotApplicable},
	).Run(t)
}

func TestDeposits(t *testing.T) {
	deposits := func(f func(*Deposits)) change { return func(s *Society) { f(s.Deposits.Ptr()) } }
	account := func(largest, held int64) change {
		return deposits(func(d *Deposits) {
			d.Accounts = law.Known([]DepositAccount{{Depositor: "d1", Largest: amount(largest), Held: amount(held)}})
		})
	}
	bank := func(f law.Fact[bool]) change { return deposits(func(d *Deposits) { d.Banking = f }) }
	allWithdrawable := both(deposits(func(d *Deposits) { d.AnyWithdrawable = law.Fact[bool]{} }), func(s *Society) { s.AllWithdrawable = law.Known(true) })
	noShares := deposits(func(d *Deposits) { d.AnyWithdrawable = law.Known(false) })
	barred := shareTerms(func(t *ShareTerms) { t.DepositsBarred = law.Known(true) })
	b, b65 := BankingWithWithdrawable, BankingWithWithdrawable1965
	cases := allCases(
		twin(b, b65, "£400 at once and in all, at two clear days", nil, law.Met, ""),
		twin(b, b65, "£300 and £150 from one depositor", account(300, 450), law.Unknown, "deposits.banking"),
		twin(b, b65, "£300 and £150, and judged to be banking", both(account(300, 450), bank(law.Known(true))), law.Breached, "deposits.banking"),
		twin(b, b65, "£300 and £150, and judged not to be", both(account(300, 450), bank(law.Known(false))), law.Met, ""),
		twin(b, b65, "£401 at once", account(401, 0), law.Unknown, "deposits.banking"),
		twin(b, b65, "one clear day's notice", deposits(func(d *Deposits) { d.ClearDays = law.Known(1) }), law.Unknown, "deposits.banking"),
		twin(b, b65, "no deposits", deposits(func(d *Deposits) { d.Accounts = law.Known([]DepositAccount{}) }), law.Met, ""),
		twin(b, b65, "what is held not stated", deposits(func(d *Deposits) { d.Accounts = law.Known([]DepositAccount{{Largest: amount(1)}}) }), law.Unknown, "deposits.accounts[0].held"),
		twin(b, b65, "all shares withdrawable, a bank", both(allWithdrawable, bank(law.Known(true))), law.Breached, "deposits.banking"),
		twin(b, b65, "no withdrawable shares", both(noShares, bank(law.Known(true))), law.NotApplicable, ""),
		[]suiteCase{
			{Name: "1965 s. 7(3): £2 and £50 in 1970", Code: b65, On: "1970-06-01", Change: account(2, 50), Want: law.Met},
			{Name: "1965 s. 7(3): £3 at once in 1970", Code: b65, On: "1970-06-01", Change: account(3, 3), Want: law.Unknown},
			{Name: "1978 Act: £10 and £250 in 1980", Code: b65, On: "1980-06-01", Change: account(10, 250), Want: law.Met},
			{Name: "SI 1981/394: £250 at once on 12 April 1981", Code: b65, On: "1981-04-12", Change: account(250, 250), Want: law.Unknown},
			{Name: "SI 1981/394: £400 at once on 13 April 1981", Code: b65, On: "1981-04-13", Change: account(400, 400), Want: law.Met},
			{Name: "own rules: that allow deposits", Code: DepositsAgainstRules, Want: law.NotApplicable},
			{Name: "own rules: that bar them", Code: DepositsAgainstRules, Change: barred, Want: law.Breached, At: "deposits.accounts"},
			{Name: "own rules: that bar them, and there are none", Code: DepositsAgainstRules, Change: both(barred, deposits(func(d *Deposits) { d.Accounts = law.Known([]DepositAccount{}) })), Want: law.Met},
		},
	)
	dealt(depositing, termed, cases...).Run(t)
}

func TestDepositRoom(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		day  string
		held int64
		most int64
		code law.Code
	}{
		{"2026-06-01", 0, 400, BankingWithWithdrawable},
		{"2026-06-01", 300, 100, BankingWithWithdrawable},
		{"2026-06-01", 450, 0, BankingWithWithdrawable},
		{"1980-06-01", 0, 10, BankingWithWithdrawable1965},
		{"1970-06-01", 49, 1, BankingWithWithdrawable1965},
	} {
		a := DepositRoom(&f, law.Pounds(c.held), law.MustDate(c.day))
		assert.True(t, a.Certain())
		assert.Equal(t, law.Pounds(c.most), a.Most, c.day)
		assert.Equal(t, c.code, a.Binding)
	}
	a := DepositRoom(&f, 0, law.MustDate("1978-09-01"))
	assert.True(t, a.Known() && !a.Certain(), "the Act of 1978 began in that year")
	a = DepositRoom(&f, 0, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}
