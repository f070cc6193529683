package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// ShareTerms are what a society's registered rules say of shares, loans and deposits. They
// bind the society and its members (2014 Act s. 15, 1965 Act s. 14), but to break them is
// no breach of the Act. The maximum that they fix is in the RuleBook. What is not stated is not known, and nothing is assumed of it.
type ShareTerms struct {
	// Transferable says that shares may be transferred; Consent that the committee must agree.
	Transferable law.Fact[bool] `json:"transferable,omitzero"`
	Consent      law.Fact[bool] `json:"consent,omitzero"`
	// SingleShare says that each member holds one share, which bears no interest and is
	// forfeited on leaving; the terms of minimum and withdrawal then play no part.
	SingleShare law.Fact[bool] `json:"single_share,omitzero"`
	// Minimum is the least that a member holds; TrancheMonths is within how long of joining
	// it is to be reached, where it may be paid in tranches.
	Minimum       law.Fact[law.Pence] `json:"minimum,omitzero"`
	TrancheMonths law.Fact[int]       `json:"tranche_months,omitzero"`
	// NoticeMonths is the notice of withdrawal; InOrder says that notices are paid strictly
	// in order of receipt; PartPayments that one may be paid in part.
	NoticeMonths law.Fact[int]  `json:"notice_months,omitzero"`
	InOrder      law.Fact[bool] `json:"in_order,omitzero"`
	PartPayments law.Fact[bool] `json:"part_payments,omitzero"`
	// LoanStockMonths is within how long the shares of a member forced to leave while
	// withdrawal is suspended are repaid, as loan stock.
	LoanStockMonths law.Fact[int] `json:"loan_stock_months,omitzero"`
	// WriteDown says that the committee may write shares down where capital is lost.
	WriteDown law.Fact[bool] `json:"write_down,omitzero"`
	// Interest is the ceiling of share interest, LoanInterest that of interest on loans.
	Interest     law.Fact[RateTerms] `json:"interest,omitzero"`
	LoanInterest law.Fact[RateTerms] `json:"loan_interest,omitzero"`
	// Borrowing is the most that may be owed; DepositsBarred says that none may be taken.
	Borrowing      law.Fact[law.Pence] `json:"borrowing,omitzero"`
	DepositsBarred law.Fact[bool]      `json:"deposits_barred,omitzero"`
}

var modelRules = law.Instrument{Title: "Co-operatives UK, model rules for a society (2014 text)"}

// ModelShareTerms are the terms of the model rules that Co-operatives UK published in 2014
// for a co-operative with withdrawable £1 shares: the minimum within twelve months of joining, three months' notice, payment strictly
// in order of receipt, loan stock repaid in three years, interest of at most the greater of
// 5% and base rate and 2%, borrowing of up to £10,000,000 and no deposits. The minimum
// holding is the society's to choose. They are to be
// compared with the registered rules, which alone bind.
func ModelShareTerms(minimum law.Pence) ShareTerms {
	rate := RateTerms{Floor: law.Known(law.Percent(5)), OverBase: law.Known(law.Percent(2))}
	return ShareTerms{
		Transferable: law.Known(false), Consent: law.Known(true),
		SingleShare: law.Known(false), Minimum: law.Known(minimum), TrancheMonths: law.Known(12),
		NoticeMonths: law.Known(3), InOrder: law.Known(true), PartPayments: law.Known(false), LoanStockMonths: law.Known(36),
		WriteDown: law.Known(true), Interest: law.Known(rate), LoanInterest: law.Known(rate),
		Borrowing: law.Known(law.Pounds(10_000_000)), DepositsBarred: law.Known(true),
	}
}

// mostMonths bounds notices and terms of years against nonsense.
const mostMonths = 1_200

func (x *ShareTerms) check() error {
	months, _ := x.NoticeMonths.Get()
	stock, _ := x.LoanStockMonths.Get()
	tranches, _ := x.TrancheMonths.Get()
	switch {
	case tranches < 0 || tranches > mostMonths:
		return fmt.Errorf("tranche_months: not a time that can be, %d", tranches)
	case months < 0 || months > mostMonths:
		return fmt.Errorf("notice_months: not a notice that can be, %d", months)
	case stock < 0 || stock > mostMonths:
		return fmt.Errorf("loan_stock_months: not a term that can be, %d", stock)
	}
	return cmp.Or(amountFact("minimum", &x.Minimum), amountFact("borrowing", &x.Borrowing),
		rateOf("interest", &x.Interest), rateOf("loan_interest", &x.LoanInterest))
}
