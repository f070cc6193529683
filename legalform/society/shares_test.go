package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func amount(pounds int64) law.Fact[law.Pence] { return law.Known(law.Pounds(pounds)) }

// holds is one member's holding, of which e is the exemption.
func holds(e Exemption, withdrawable, other law.Pence) change {
	return func(s *Society) {
		s.Holdings = law.Known([]Holding{{Member: "m1", Exempt: law.Known(e), Withdrawable: law.Known(withdrawable), NonWithdrawable: law.Known(other)}})
	}
}

func TestShareholding(t *testing.T) {
	none := func() Society { return Society{Holdings: law.Known([]Holding{})} }
	const k = 1_000_00
	lacks := func(field func(*Holding)) change {
		return func(s *Society) {
			holds(NotExempt, 200*k, 200*k)(s)
			field(&(*s.Holdings.Ptr())[0])
		}
	}
	case2014 := func(name string, f change, want law.Outcome, at string) lawtest.Case[Society] {
		return lawtest.Case[Society]{Name: name, Code: ShareholdingTooLarge, Change: f, Want: want, At: at}
	}
	case1965 := func(on, name string, f change, want law.Outcome) lawtest.Case[Society] {
		return lawtest.Case[Society]{Name: name + ", " + on, Code: ShareholdingTooLarge1965, On: on, Change: f, Want: want}
	}
	isUnion := func(s *Society) { s.CreditUnion = isSo }
	suite(shareholding, none,
		case2014("s. 24(1): nobody holds anything", nil, law.Met, ""),
		case2014("s. 24(1): exactly £100,000 withdrawable", holds(NotExempt, 100*k, 0), law.Met, ""),
		case2014("s. 24(1): a penny more", holds(NotExempt, 100*k+1, 0), law.Breached, "holdings[0]"),
		case2014("s. 24(1): what is not withdrawable does not count", holds(NotExempt, 100*k, 900*k), law.Met, ""),
		case2014("s. 24(2)(a): a registered society", holds(SocietyMember, 3_000*k, 0), law.Met, ""),
		case2014("s. 24(2)(b): a housing authority", holds(HousingAuthority, 3_000*k, 0), law.Met, ""),
		case2014("s. 24(2)(c): an authority in a registered provider", holds(AuthorityInProvider, 3_000*k, 0), law.Met, ""),
		case2014("s. 24(2)(d): an agricultural credit", holds(AgriculturalCredits, 3_000*k, 0), law.Met, ""),
		case2014("s. 24(2): a company member is not exempt", holds(NotExempt, 3_000*k, 0), law.Breached, "holdings[0]"),
		case2014("s. 24(2): over the maximum, and an exemption not stated", lacks(func(h *Holding) { h.Exempt = law.Fact[Exemption]{} }), law.Unknown, "holdings[0].exempt"),
		case2014("s. 24(2): within it, no exemption is asked for",
			func(s *Society) { s.Holdings = law.Known([]Holding{{Withdrawable: amount(1)}}) }, law.Met, ""),
		case2014("s. 24(1): withdrawable shares not stated", lacks(func(h *Holding) { h.Withdrawable = law.Fact[law.Pence]{} }), law.Unknown, "holdings[0].withdrawable"),
		case2014("1979 Act s. 31(3): a credit union", both(holds(NotExempt, 3_000*k, 0), isUnion), law.NotApplicable, ""),
		case2014("s. 24(1): no list, and all capital within the maximum",
			func(s *Society) { s.Holdings, s.ShareCapital = law.Fact[[]Holding]{}, amount(100_000) }, law.Met, ""),
		case2014("s. 24(1): no list, and more capital than that",
			func(s *Society) { s.Holdings, s.ShareCapital = law.Fact[[]Holding]{}, amount(100_001) }, law.Unknown, "holdings"),

		case1965("1970-01-01", "s. 6(1): £1,000", holds(NotExempt, 1*k, 0), law.Met),
		case1965("1970-01-01", "s. 6(1): a penny more", holds(NotExempt, 1*k, 1), law.Breached),
		case1965("1975-07-02", "s. 6(1): the day before the 1975 Act was passed", holds(NotExempt, 5*k, 0), law.Breached),
		case1965("1975-07-03", "s. 6(1): its day of commencement is not known", holds(NotExempt, 5*k, 0), law.Unknown),
		case1965("1975-12-31", "s. 6(1): nor is it by the end of the year", holds(NotExempt, 5*k, 0), law.Unknown),
		case1965("1976-01-01", "s. 6(1): £5,000 for sure", holds(NotExempt, 5*k, 0), law.Met),
		case1965("1980-12-31", "s. 6(1): £5,000 the day before the doubt", holds(NotExempt, 10*k, 0), law.Breached),
		case1965("1979-08-19", "s. 6(1): a credit union, the day before its Act began", both(holds(NotExempt, 5*k, 1), isUnion), law.Breached),
		case1965("1979-08-20", "1979 Act s. 31(3): a credit union", both(holds(NotExempt, 5*k, 1), isUnion), law.NotApplicable),
		case1965("1981-01-01", "s. 6(1): some day in 1981, £10,000", holds(NotExempt, 10*k, 0), law.Unknown),
		case1965("1981-04-13", "SI 1981/394 began: that of the order on shares is still in doubt", holds(NotExempt, 10*k, 0), law.Unknown),
		case1965("1981-12-31", "s. 6(1): £10,000 on the last day of the doubt", holds(NotExempt, 10*k, 0), law.Unknown),
		case1965("1982-01-01", "s. 6(1): £10,000 for sure", holds(NotExempt, 10*k, 0), law.Met),
		case1965("1994-03-14", "s. 6(1): the day before the Order of 1994", holds(NotExempt, 10*k, 1), law.Breached),
		case1965("1994-03-15", "s. 6(1): £20,000", holds(NotExempt, 10*k, 10*k), law.Met),
		case1965("2012-01-07", "s. 6(1): all shares count", holds(NotExempt, 10*k, 10*k+1), law.Breached),
		case1965("2012-01-08", "s. 6(1ZA): only the withdrawable", holds(NotExempt, 10*k, 10*k+1), law.Met),
		case1965("2012-01-07", "s. 6(1): shares that are not withdrawable must be stated",
			lacks(func(h *Holding) { h.NonWithdrawable = law.Fact[law.Pence]{} }), law.Unknown),
		case1965("2014-04-05", "s. 6(1): £20,000 withdrawable", holds(NotExempt, 20*k+1, 0), law.Breached),
		case1965("2014-04-06", "s. 6(1): £100,000 withdrawable", holds(NotExempt, 100*k, 0), law.Met),
		case1965("2010-03-31", "s. 6(1A): an authority in a provider, the day before", holds(AuthorityInProvider, 21*k, 0), law.Breached),
		case1965("2010-04-01", "s. 6(1A): an authority in a provider", holds(AuthorityInProvider, 21*k, 0), law.Met),
	).Run(t)
}

func TestADoubtfulMaximumSaysWhatEachReadingGives(t *testing.T) {
	var s Society
	holds(NotExempt, 300_000, 0)(&s)
	f := Enacted()
	rep := shareholding.Judge(&s, &f, law.MustDate("1975-09-01"), law.England)
	assert.Len(t, rep.Findings, 1)
	d := rep.Findings[0].Doubt
	assert.Equal(t, "£1,000.00 in all shares", d.Readings[0].Says)
	assert.Equal(t, law.Breached, d.Readings[0].Outcome)
	assert.Equal(t, "£5,000.00 in all shares", d.Readings[1].Says)
	assert.Equal(t, law.Met, d.Readings[1].Outcome)
}

// The provisional amount turns on the day on which the order's twin began.
func TestTheProvisionalMaximumOf1981(t *testing.T) {
	f := Enacted()
	h := Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(1_000), NonWithdrawable: amount(0)}
	for on, want := range map[string]struct {
		pounds  int64
		certain bool
	}{
		"1980-12-31": {4_000, true}, "1981-01-01": {4_000, false}, "1981-04-12": {4_000, false},
		"1981-04-13": {9_000, false}, "1981-12-31": {9_000, false}, "1982-01-01": {9_000, true},
	} {
		a := SharesRoom(&f, h, law.MustDate(on))
		assert.Equal(t, law.Pounds(want.pounds), a.Most, on)
		assert.Equal(t, want.certain, a.Certain(), on)
	}
}

func TestSharesRoom(t *testing.T) {
	f := Enacted()
	h := Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(60_000), NonWithdrawable: amount(70_000)}
	for _, c := range []struct {
		on      string
		room    law.Pence
		code    law.Code
		certain bool
	}{
		{"2014-08-01", 40_000_00, ShareholdingTooLarge, true},
		{"2014-07-31", 40_000_00, ShareholdingTooLarge1965, true},
		{"2014-04-05", 0, ShareholdingTooLarge1965, true},
		{"1981-06-01", 0, ShareholdingTooLarge1965, false},
	} {
		a := SharesRoom(&f, h, law.MustDate(c.on))
		assert.True(t, a.Known(), c.on)
		assert.Equal(t, c.certain, a.Certain(), c.on)
		assert.Equal(t, c.room, a.Most, c.on)
		assert.Equal(t, c.code, a.Binding, c.on)
	}

	a := SharesRoom(&f, Holding{Exempt: law.Known(SocietyMember)}, law.MustDate("2020-01-01"))
	assert.True(t, a.Unlimited && a.Certain())
	a = SharesRoom(&f, Holding{}, law.MustDate("2020-01-01"))
	assert.Equal(t, []string{"exempt", "withdrawable"}, []string{a.Missing[0].Path, a.Missing[1].Path})
	a = SharesRoom(&f, h, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}

// What the calculator allows the rule allows, and a penny more it does not.
func TestSharesRoomAgreesWithTheRule(t *testing.T) {
	f := Enacted()
	for _, date := range []string{"1970-01-01", "1990-01-01", "2000-01-01", "2013-01-01", "2014-05-01", "2026-01-01"} {
		for _, held := range []law.Pence{0, 1, 500_00, 999_99} {
			h := Holding{Member: "m", Exempt: law.Known(NotExempt), Withdrawable: law.Known(held), NonWithdrawable: law.Known(law.Pence(0))}
			room := SharesRoom(&f, h, law.MustDate(date))
			for extra, want := range map[law.Pence]law.Outcome{room.Most: law.Met, room.Most + 1: law.Breached} {
				h.Withdrawable = law.Known(held + extra)
				s := Society{Holdings: law.Known([]Holding{h})}
				rep := shareholding.Judge(&s, &f, law.MustDate(date), law.England)
				got, _ := rep.Outcome(room.Binding)
				assert.Equal(t, want, got, "%s: %v and %v more", date, held, extra)
			}
		}
	}
}
