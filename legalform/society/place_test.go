package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// No calculator that is given the figures of Northern Ireland answers by the law of Great
// Britain: it cites its own place, or the society's rules, or it has no answer.
func TestCalculatorsCiteThePlaceOfTheirFigures(t *testing.T) {
	unpaid := Contributor{Unpaid: amount(10), Former: notSo}
	book := RuleBook{Maximum: law.Known(ShareLimit{Most: law.Pounds(900)})}
	held := Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(100), NonWithdrawable: amount(0)}
	old := law.MustDate("2000-03-01")
	for _, c := range []struct {
		name  string
		of    func(f *Figures, on law.Date) law.Allowance
		cites string // in Northern Ireland; no answer where it is empty
		code  law.Code
	}{
		{"DepositRoom", func(f *Figures, on law.Date) law.Allowance { return DepositRoom(f, 0, on) }, "s. 7(1), (3), Co-operative and Community Benefit Societies Act (Northern Ireland) 1969", BankingWithWithdrawableNI},
		{"SharesRoom", func(f *Figures, on law.Date) law.Allowance { return SharesRoom(f, held, on) }, "s. 6(1), Co-operative and Community Benefit Societies Act (Northern Ireland) 1969", "society.shareholding-too-large-ni"},
		{"OwnMaximum", func(f *Figures, on law.Date) law.Allowance { return OwnMaximum(f, &book, on) }, "the society's registered rules, on the maximum shareholding", ""},
		{"LoanStock", func(f *Figures, on law.Date) law.Allowance { return LoanStock(f, law.Pounds(200_000), false, on) }, "", ""},
		{"PrescribedPart", func(f *Figures, _ law.Date) law.Allowance { return PrescribedPart(f, law.Pounds(50), old) }, "", ""},
		{"WithdrawalsInMoratorium", WithdrawalsInMoratorium, "", ""},
		{"Contribution", func(f *Figures, on law.Date) law.Allowance { return Contribution(f, &unpaid, isSo, on) }, "", ""},
		{"CopyFee", func(f *Figures, on law.Date) law.Allowance { return CopyFee(f, notSo, on) }, "", ""},
		{"NominationAllowance", func(f *Figures, on law.Date) law.Allowance { return NominationAllowance(f, on, on) }, "", ""},
		{"SmallEstateAllowance", SmallEstateAllowance, "", ""},
	} {
		for _, on := range []string{"2009-06-01", "2026-06-01"} {
			gb, ni := Enacted(), EnactedNI()
			a := c.of(&gb, law.MustDate(on))
			assert.True(t, a.Known(), "%s in Great Britain, %s", c.name, on)
			assert.NotContains(t, a.Provision.String(), "Northern Ireland", "%s %s", c.name, on)
			a = c.of(&ni, law.MustDate(on))
			assert.Equal(t, c.cites != "", a.Known(), "%s in Northern Ireland, %s", c.name, on)
			if c.cites != "" {
				assert.Contains(t, a.Provision.String(), c.cites, "%s %s", c.name, on)
				assert.Equal(t, c.code, a.Binding, "%s %s", c.name, on)
			}
		}
	}
}
