package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestLoanStockOfACompanyThatConverts(t *testing.T) {
	lawful := func() Society {
		return Society{FromCompany: law.Known(FromCompany{
			Resolved: on("2026-05-01"),
			Holders:  law.Known([]CompanyHolder{{Member: "m1", Society: law.Known(false), Nominal: amount(150_000), LoanStock: amount(50_000)}}),
		})}
	}
	holder := func(f func(*CompanyHolder)) change {
		return func(s *Society) { f(&(*s.FromCompany.Ptr().Holders.Ptr())[0]) }
	}
	stock := func(p law.Pence) change { return holder(func(h *CompanyHolder) { h.LoanStock = law.Known(p) }) }
	none := func(s *Society) { s.FromCompany = law.Fact[FromCompany]{} }
	in := func(day string, p int64) change {
		return func(s *Society) { s.FromCompany.Ptr().Resolved = on(day); stock(law.Pounds(p))(s) }
	}
	dealt(loanStocks, lawful,
		suiteCase{Name: "s. 116: exactly the excess", Code: LoanStockBeyondExcess, Want: law.Met},
		suiteCase{Name: "s. 116: a penny more", Code: LoanStockBeyondExcess, Change: stock(50_000_01), Want: law.Breached, At: "from_company.holders[0].loan_stock"},
		suiteCase{Name: "s. 116: of a registered society", Code: LoanStockBeyondExcess, Change: holder(func(h *CompanyHolder) { h.Society, h.LoanStock = law.Known(true), amount(1) }), Want: law.Breached},
		suiteCase{Name: "s. 116: whose member not stated", Code: LoanStockBeyondExcess, Change: holder(func(h *CompanyHolder) { h.Society = nobody }), Want: law.Unknown, At: "from_company.holders[0].society"},
		suiteCase{Name: "s. 116: more than anybody's, whose not stated", Code: LoanStockBeyondExcess, Change: both(stock(50_000_01), holder(func(h *CompanyHolder) { h.Society = nobody })), Want: law.Breached},
		suiteCase{Name: "s. 116: nothing converted, nothing asked", Code: LoanStockBeyondExcess, Change: holder(func(h *CompanyHolder) { *h = CompanyHolder{LoanStock: amount(0)} }), Want: law.Met},
		suiteCase{Name: "s. 116: no company", Code: LoanStockBeyondExcess, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "s. 116: a resolution that turns nothing into loan stock", Code: LoanStockBeyondExcess, Change: func(s *Society) { s.FromCompany.Ptr().Holders = law.Fact[[]CompanyHolder]{} }, Want: law.NotApplicable},
		suiteCase{Name: "1965 s. 53(1): above £20,000 in 2013", Code: LoanStockBeyondExcess1965, Change: in("2013-06-01", 130_000), Want: law.Met},
		suiteCase{Name: "1965 s. 53(1): a pound more", Code: LoanStockBeyondExcess1965, Change: in("2013-06-01", 130_001), Want: law.Breached},
		suiteCase{Name: "1965 s. 53(1): no company", Code: LoanStockBeyondExcess1965, Change: none, Want: law.NotApplicable},
	).Run(t)

	f := Enacted()
	for _, c := range []struct {
		nominal int64
		society bool
		day     string
		want    int64
		code    law.Code
	}{
		{150_000, false, "2026-05-01", 50_000, LoanStockBeyondExcess},
		{100_000, false, "2026-05-01", 0, LoanStockBeyondExcess},
		{150_000, true, "2026-05-01", 0, LoanStockBeyondExcess},
		{150_000, false, "2013-05-01", 130_000, LoanStockBeyondExcess1965},
	} {
		a := LoanStock(&f, law.Pounds(c.nominal), c.society, law.MustDate(c.day))
		assert.Equal(t, law.Pounds(c.want), a.Most)
		assert.Equal(t, c.code, a.Binding)
	}
	a := LoanStock(&f, 1, false, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}

func TestContributions(t *testing.T) {
	lawful := func() Society {
		return Society{Dealings: Dealings{Contributions: law.Known(Contributions{
			Began: on("2026-05-01"), Insufficient: law.Known(true),
			Contributors: law.Known([]Contributor{{Member: "m1", Former: law.Known(true), Left: on("2025-05-02"), Unpaid: amount(50), LaterDebt: law.Known(false), Called: amount(50)}}),
		})}}
	}
	one := func(f func(*Contributor)) change {
		return func(s *Society) { f(&(*s.Contributions.Ptr().Contributors.Ptr())[0]) }
	}
	enough := func(f law.Fact[bool]) change { return func(s *Society) { s.Contributions.Ptr().Insufficient = f } }
	none := func(s *Society) { s.Contributions = law.Fact[Contributions]{} }
	set := func(s *Society, d law.Date) {
		x := s.Contributions.Ptr()
		if x == nil {
			return
		}
		was, _ := x.Began.Get()
		list := *x.Contributors.Ptr()
		for i := range list {
			if left, ok := list[i].Left.Get(); ok {
				list[i].Left = law.Known(d.AddDays(left.Sub(was)))
			}
		}
		x.Began = law.Known(d)
	}
	c, c65 := ContributionTooLarge, ContributionTooLarge1965
	at := func(field string) string { return "contributions.contributors[0]." + field }
	cases := allCases(
		thenAndNow(set, c, c65, "all that is unpaid, of one who left within the year", nil, law.Met, ""),
		thenAndNow(set, c, c65, "a penny more than is unpaid", one(func(x *Contributor) { x.Called = law.Known[law.Pence](50_01) }), law.Breached, at("called")),
		thenAndNow(set, c, c65, "of one who left a year before", one(func(x *Contributor) { x.Left = on("2025-05-01") }), law.Breached, at("called")),
		thenAndNow(set, c, c65, "for a later debt", one(func(x *Contributor) { x.LaterDebt = law.Known(true) }), law.Breached, at("called")),
		thenAndNow(set, c, c65, "though the members suffice", enough(law.Known(false)), law.Breached, at("called")),
		thenAndNow(set, c, c65, "whether they suffice not stated", enough(nobody), law.Unknown, "contributions.insufficient"),
		thenAndNow(set, c, c65, "which debt not stated", one(func(x *Contributor) { x.LaterDebt = nobody }), law.Unknown, at("later_debt")),
		thenAndNow(set, c, c65, "of a member", one(func(x *Contributor) { x.Former, x.Left = law.Known(false), law.Fact[law.Date]{} }), law.Met, ""),
		thenAndNow(set, c, c65, "on fully paid shares", one(func(x *Contributor) { x.Unpaid, x.Called, x.Former = amount(0), law.Known[law.Pence](1), nobody }), law.Breached, at("called")),
		thenAndNow(set, c, c65, "nothing called, nothing asked", one(func(x *Contributor) { *x = Contributor{Called: amount(0)} }), law.Met, ""),
		thenAndNow(set, c, c65, "no winding up", none, law.NotApplicable, ""),
	)
	dealt(contributionRules, lawful, cases...).Run(t)
}

func TestContribution(t *testing.T) {
	f := Enacted()
	x := Contributor{Former: law.Known(true), Left: on("2025-05-02"), Unpaid: amount(50), LaterDebt: law.Known(false)}
	a := Contribution(&f, &x, law.Known(true), law.MustDate("2026-05-01"))
	assert.Equal(t, law.Pounds(50), a.Most)
	assert.Equal(t, ContributionTooLarge, a.Binding)
	a = Contribution(&f, &x, law.Known(true), law.MustDate("2026-05-02"))
	assert.True(t, a.Known() && a.Most == 0, "a year has passed")
	a = Contribution(&f, &x, nobody, law.MustDate("2026-05-01"))
	assert.Equal(t, "insufficient", a.Missing[0].Path)
	a = Contribution(&f, &Contributor{}, nobody, law.MustDate("2026-05-01"))
	assert.Equal(t, "unpaid", a.Missing[0].Path)
	a = Contribution(&f, &Contributor{Unpaid: amount(0)}, nobody, law.MustDate("2010-05-01"))
	assert.Equal(t, ContributionTooLarge1965, a.Binding)
	a = Contribution(&f, &x, nobody, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}

func TestCommunityShares(t *testing.T) {
	lawful := func() Society {
		s := Society{Members: law.Known[int64](20), ShareCapital: amount(10_000), AllWithdrawable: law.Known(true), Lock: law.Known(VoluntaryLock)}
		s.ShareTerms = law.Known(ShareTerms{Transferable: law.Known(false)})
		s.CommunityShares = law.Known(CommunityShares{Used: law.Known(true)})
		return s
	}
	k := CommunitySharesMisnamed
	dealt(communityShares, lawful,
		suiteCase{Name: "CSU: 20 members, £10,000 and a voluntary lock", Code: k, Want: law.Met},
		suiteCase{Name: "CSU: a statutory lock", Code: k, Change: func(s *Society) { s.Lock = law.Known(StatutoryLock) }, Want: law.Met},
		suiteCase{Name: "CSU: no lock", Code: k, Change: func(s *Society) { s.Lock = law.Known(NoLock) }, Want: law.Breached, At: "lock"},
		suiteCase{Name: "CSU: transferable", Code: k, Change: shareTerms(func(t *ShareTerms) { t.Transferable = law.Known(true) }), Want: law.Breached, At: "share_terms.transferable"},
		suiteCase{Name: "CSU: not withdrawable", Code: k, Change: func(s *Society) { s.AllWithdrawable = law.Known(false) }, Want: law.Breached, At: "all_shares_withdrawable"},
		suiteCase{Name: "CSU: 19 members", Code: k, Change: func(s *Society) { s.Members = law.Known[int64](19) }, Want: law.Breached, At: "members"},
		suiteCase{Name: "CSU: a penny short of £10,000", Code: k, Change: func(s *Society) { s.ShareCapital = law.Known(law.Pounds(10_000) - 1) }, Want: law.Breached, At: "share_capital"},
		suiteCase{Name: "CSU: the rules not seen", Code: k, Change: func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }, Want: law.Unknown, At: "share_terms"},
		suiteCase{Name: "CSU: the term not used", Code: k, Change: func(s *Society) { s.CommunityShares = law.Known(CommunityShares{Used: law.Known(false)}) }, Want: law.NotApplicable},
		suiteCase{Name: "CSU: nobody says", Code: k, Change: func(s *Society) { s.CommunityShares = law.Fact[CommunityShares]{} }, Want: law.NotApplicable},
	).Run(t)
}
