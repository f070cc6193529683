package society

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTheActOfCreditUnionsTakesTheMaximumOut(t *testing.T) {
	f := Enacted()
	unsaid := law.Fact[bool]{}
	for _, c := range []struct {
		name  string
		on    string
		union law.Fact[bool]
		code  law.Code
		want  law.Outcome
	}{
		{"1965 Act s. 6(1): the day before the Act of 1979 began", "1979-08-19", isSo, ShareholdingTooLarge1965, law.Breached},
		{"1979 Act s. 31(3): the day it began", "1979-08-20", isSo, ShareholdingTooLarge1965, law.NotApplicable},
		{"1979 Act s. 31(3): a society that is none", "1979-08-20", notSo, ShareholdingTooLarge1965, law.Breached},
		{"1979 Act s. 31(3): one that does not say is judged", "1979-08-20", unsaid, ShareholdingTooLarge1965, law.Breached},
		{"1979 Act s. 31(3): the last day of the 1965 Act", "2014-07-31", isSo, ShareholdingTooLarge1965, law.NotApplicable},
		{"1979 Act s. 31(3): s. 24 of the 2014 Act", "2014-08-01", isSo, ShareholdingTooLarge, law.NotApplicable},
		{"s. 24(1): a society that is none", "2014-08-01", notSo, ShareholdingTooLarge, law.Breached},
		{"s. 24(1): one that does not say is judged", "2014-08-01", unsaid, ShareholdingTooLarge, law.Breached},
	} {
		var s Society
		holds(NotExempt, 200_000_00, 0)(&s)
		s.CreditUnion = c.union
		got, found := rules.Judge(&s, &f, law.MustDate(c.on), law.England).Outcome(c.code)
		require.True(t, found, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
}

// Each row that the Act of 1979 takes out applies to a society and not to a credit union.
func TestRowsTakenOutForCreditUnions(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		code law.Code
		on   string
		of   func() Society
	}{
		{MaximumTooHigh, "2020-06-01", func() (s Society) {
			s.RuleBook = law.Known(RuleBook{Maximum: law.Known(ShareLimit{Most: law.Pounds(200_000), OnlyWithdrawable: true})})
			return s
		}},
		{MaximumTooHigh1965, "2000-06-01", func() (s Society) {
			s.RuleBook = law.Known(RuleBook{Maximum: law.Known(ShareLimit{Most: law.Pounds(200_000)})})
			return s
		}},
		{BalanceSheetHidden, "2020-06-01", func() (s Society) { s.Accounts = law.Known(Accounts{}); return s }},
		{ReturnLate, "2020-06-01", func() (s Society) {
			s.Accounts = law.Known(Accounts{End: law.Known(law.MustDate("2020-03-31"))})
			return s
		}},
	} {
		s := c.of()
		got, _ := rules.Judge(&s, &f, law.MustDate(c.on), law.England).Outcome(c.code)
		assert.NotEqual(t, law.NotApplicable, got, "%s: a society", c.code)
		s.CreditUnion = isSo
		got, _ = rules.Judge(&s, &f, law.MustDate(c.on), law.England).Outcome(c.code)
		assert.Equal(t, law.NotApplicable, got, "%s: a credit union", c.code)
	}
}
