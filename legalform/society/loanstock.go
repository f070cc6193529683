package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rule on the shares of a company that becomes a society.
const (
	LoanStockBeyondExcess     law.Code = "society.loan-stock-beyond-excess"
	LoanStockBeyondExcess1965 law.Code = "society.loan-stock-beyond-excess-1965"
)

// A CompanyHolder is a member of a company that becomes a society.
type CompanyHolder struct {
	// Member is an id that locates a finding.
	Member string `json:"member"`
	// Society says that the member is a registered society, to which no maximum applies.
	Society law.Fact[bool] `json:"society,omitzero"`
	// Nominal is the nominal value of the company's shares held; LoanStock how much of it the
	// resolution turns into transferable loan stock.
	Nominal   law.Fact[law.Pence] `json:"nominal,omitzero"`
	LoanStock law.Fact[law.Pence] `json:"loan_stock,omitzero"`
}

func checkHolders(list []CompanyHolder) error {
	for i := range list {
		if err := cmp.Or(amountFact("nominal", &list[i].Nominal), amountFact("loan_stock", &list[i].LoanStock)); err != nil {
			return fmt.Errorf("holders[%d].%w", i, err)
		}
	}
	return nil
}

var loanStock = rule{
	Code: LoanStockBeyondExcess, Provision: act2014.At("s. 116", "section/116"),
	Says: "A company's resolution to convert into a society may turn shares into transferable loan stock only so far as the nominal value held by a " +
		"member, other than a registered society, exceeds the maximum.",
	InForce: from2014, Event: companyResolved, Applies: turnsSharesIntoStock, Check: onlyExcess,
	Remedy: "Convert no more than the excess into loan stock; what is withdrawable in the society must keep within the maximum.",
}

var loanStocks = law.Topic("loan stocks",
	under1965(loanStock, LoanStockBeyondExcess1965, act1965.At("s. 53(1)", "section/53"), start1965), loanStock,
)

// LoanStock says how much of a member's shares in a company that converts itself into a
// society may be turned into loan stock: the nominal value above the maximum of the day,
// and nothing of a registered society's. It is the law of Great Britain: that of Northern
// Ireland was not read, and with its figures there is no answer.
func LoanStock(f *Figures, nominal law.Pence, society bool, on law.Date) law.Allowance {
	a := law.Open()
	if f.unread(&a) {
		return a
	}
	limit, ok := read(&a, &f.MaxShareholding, on)
	if !ok {
		return a
	}
	code, provision := LoanStockBeyondExcess, loanStock.Provision
	if on.Before(commenced2014) {
		code, provision = LoanStockBeyondExcess1965, act1965.At("s. 53(1)", "section/53")
	}
	a.Within(overMaximum(nominal, society, limit), code, provision)
	a.Working.Add("nominal value", nominal)
	a.Working.Add("the maximum", limit.Most)
	return a
}

// overMaximum counts every share of the company, of whatever kind it will be in the society.
func overMaximum(nominal law.Pence, society bool, limit ShareLimit) law.Pence {
	if society {
		return 0
	}
	return max(0, nominal-limit.Most)
}

func turnsSharesIntoStock(c *kase) bool {
	return wasCompany(c) && c.Subject.FromCompany.Ptr().Holders.Stated()
}

func onlyExcess(c *kase) {
	limit, ok := law.Read(c, &c.Figures.MaxShareholding, c.On)
	list, _ := c.Subject.FromCompany.Ptr().Holders.Get()
	if !ok {
		return
	}
	for i := range list {
		h := &list[i]
		stock, ok := h.LoanStock.Get()
		nominal, ok1 := h.Nominal.Get()
		society, ok2 := h.Society.Get()
		switch {
		case !ok:
			c.Unknown(law.Path("from_company.holders", i, "loan_stock"), "")
		case stock == 0:
		case !ok1:
			c.Unknown(law.Path("from_company.holders", i, "nominal"), "")
		case !ok2 && stock <= overMaximum(nominal, false, limit):
			c.Unknown(law.Path("from_company.holders", i, "society"), "")
		case stock > overMaximum(nominal, society, limit):
			c.Breach(law.Path("from_company.holders", i, "loan_stock"), "%v of the shares of member %s becomes loan stock; %v may.",
				stock, h.Member, overMaximum(nominal, society, limit))
		}
	}
}
