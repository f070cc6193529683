package mutual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual"
)

// founded drafts an organisation of a form, with two members of 100 pounds each.
func founded(t testing.TB, form string) *mutual.Organisation {
	t.Helper()
	f, err := legalform.Lookup(form)
	require.NoError(t, err)
	in := law.England
	if strings.HasSuffix(form, "-ni") {
		in = law.NorthernIreland
	}
	on := law.MustDate("2024-04-01")
	joined := law.Known(law.MustDate("2020-01-01"))
	member := func(id string) governance.Member {
		return governance.Member{ID: id, Joined: joined, Shares: law.Known(int64(100)), Nominal: law.Known(pounds(100))}
	}
	paidUp := pounds(200)
	members := []governance.Member{member("ann"), member("bob")}
	if strings.HasSuffix(form, "guarantee") {
		paidUp = 0
		for i := range members {
			members[i].Shares, members[i].Nominal = law.Known(int64(0)), law.Known(law.Pence(0))
		}
	}
	return &mutual.Organisation{
		Name: "Hill", Form: f, AsAt: on, In: in,
		Body: f.Draft(law.Plan{
			Name: "Hill", Founded: law.MustDate("2020-01-01"), In: in, Staff: 5, Members: 2, Capital: paidUp, Activity: "care",
			Locked: "Hill Trust", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
		}),
		Members: law.Known(members),
		Books: law.Known(law.Books{
			YearStart: law.MustDate("2023-04-01"), YearEnd: law.MustDate("2024-03-31"), Distributable: law.Known(pounds(10_000)), PaidUp: paidUp, Staff: 5,
		}),
	}
}

func on(day string, a law.Act) law.Act {
	a.On = law.MustDate(day)
	return a
}

func admission(id string) law.Act {
	return law.Act{Admit: law.Known(law.Admission{Member: id, Born: law.Known(law.MustDate("1990-01-01"))})}
}

func issueOf(id string, n int64) law.Act {
	return law.Act{Issue: law.Known(law.Issue{Member: id, Shares: n, Nominal: pounds(n), Paid: pounds(n)})}
}

func withdrawal(id string, n int64) law.Act {
	return law.Act{Withdraw: law.Known(law.Withdrawal{Member: id, Shares: n, Amount: pounds(n)})}
}

func notice(id string, n int64) law.Act {
	return law.Act{Notice: law.Known(law.ShareNotice{Member: id, Amount: pounds(n)})}
}

func payment(kind law.PaymentKind, n int64, by law.Resolution) law.Act {
	return law.Act{Declare: law.Known(law.Declaration{
		Payments: []law.DeclaredPayment{{Kind: kind, Amount: pounds(n)}}, By: law.Known(by),
	})}
}

func gift(to law.Recipient, name string, n int64) law.Act {
	return law.Act{Transfer: law.Known(law.AssetTransfer{Value: pounds(n), To: law.Known(to), Name: name, Consent: law.Known(true)})}
}

// forNobody says that a transfer is not for the benefit of the community.
func forNobody(a law.Act) law.Act {
	a.Transfer.Ptr().ForCommunity = law.Known(false)
	return a
}

func windsUp(residue int64, to ...law.BodyResidue) law.Act {
	return law.Act{WindUp: law.Known(law.WindingUp{Residue: pounds(residue), ToBodies: to, By: law.Known(law.SpecialResolution)})}
}

func buysBack(n, price int64) law.Act {
	return law.Act{BuyBack: law.Known(law.BuyBack{Member: "ann", Shares: n, Nominal: pounds(n), PaidUp: pounds(n), Price: pounds(price)})}
}

func passes(from, to string, n int64) law.Act {
	return law.Act{Pass: law.Known(law.SharePassing{From: from, To: to, Shares: n, Nominal: pounds(n)})}
}

func stating(t testing.TB, a law.Act, body any) law.Act {
	t.Helper()
	f, err := law.FactsOf(body)
	require.NoError(t, err)
	a.Facts = f
	return a
}

// TestEachFormJudgesItsActs has for each form an act that its law allows, and one that it
// does not; a code of "" is an act that is taken.
func TestEachFormJudgesItsActs(t *testing.T) {
	const day = "2025-06-01"
	trust := law.BodyResidue{Name: "Hill Trust", Is: law.Known(law.CharityBody), Amount: pounds(500)}
	firm := law.BodyResidue{Name: "Firm Ltd", Is: law.Known(law.AnyoneElse), Amount: pounds(500)}
	serves := cic.Company{WindingUp: law.Known(cic.WindingUp{Unsuitable: law.Known(false)})}
	lessWithdrawal := society.Society{Dealings: society.Dealings{Withdrawal: law.Known(society.Repayments{
		Surplus: law.Known(pounds(1000)), Solvent: law.Known(true), DepositsDue: law.Known(true),
	})}}
	for _, tc := range []struct {
		name, form string
		act        law.Act
		want       law.Code
	}{
		{"reg 19: a dividend of exactly 35% of profits", "cic-shares-schedule-3", payment(law.Dividend, 3500, law.OrdinaryResolution), ""},
		{"reg 19: a pound more", "cic-shares-schedule-3", payment(law.Dividend, 3501, law.OrdinaryResolution), cic.OverAggregateCap},
		{"reg 17(1)(b): a dividend that nobody approved", "cic-shares-schedule-3", payment(law.Dividend, 100, law.NoResolution), cic.DividendNotResolved},
		{"Sch 2: a dividend to private holders", "cic-shares-schedule-2", payment(law.Dividend, 1, law.OrdinaryResolution), cic.OutsideSchedule2},
		{"Sch 2: one to the body that the articles name", "cic-shares-schedule-2", payment(law.LockedDividend, 1, law.OrdinaryResolution), ""},
		{"a guarantee company has no dividend", "cic-guarantee", payment(law.Dividend, 1, law.OrdinaryResolution), cic.DividendNotPermitted},
		{"the asset lock lets the named body take assets", "cic-guarantee", gift(law.NamedBody, "Hill Trust", 900), ""},
		{"and a name that the articles do not have take none", "cic-guarantee", gift(law.NamedBody, "Hill Trst", 900), cic.AssetLock},
		{"nor anyone else", "cic-guarantee", gift(law.AnyoneElse, "Firm Ltd", 900), cic.AssetLock},
		{"nor members", "cic-shares-schedule-3", gift(law.MembersAsSuch, "", 900), cic.ToMembers},
		{"anyone may for full value", "cic-guarantee", gift(law.AnyoneElse, "Firm Ltd", 0), ""},
		{"reg 24: a purchase at the paid-up value", "cic-shares-schedule-3", buysBack(50, 50), ""},
		{"reg 24: above it", "cic-shares-schedule-3", buysBack(50, 51), cic.BuybackAbovePaidUp},
		{"reg 23: the residue to the named body", "cic-guarantee", windsUp(500, trust), ""},
		{"reg 23: the residue to a firm", "cic-guarantee", stating(t, windsUp(500, firm), serves), cic.ResidueNotLocked},
		{"the last member but one may leave", "cic-guarantee", law.Act{Leave: law.Known(law.Departure{Member: "ann"})}, ""},

		{"s. 24: up to the maximum", "co-operative-society", issueOf("ann", 99_900), ""},
		{"s. 24: a pound above it", "co-operative-society", issueOf("ann", 99_901), society.ShareholdingTooLarge},
		{"s. 24: up to the maximum, for the community", "community-benefit-society", issueOf("bob", 99_900), ""},
		{"s. 24: a pound above it, for the community", "community-benefit-society", issueOf("bob", 99_901), society.ShareholdingTooLarge},
		{"Northern Ireland: up to the maximum", "co-operative-society-ni", issueOf("ann", 19_900), ""},
		{"Northern Ireland: far above it", "community-benefit-society-ni", issueOf("ann", 119_900), society.ShareholdingTooLarge + "-ni"},
		{"s. 24: a transfer above the maximum", "co-operative-society", passes("ann", "bob", 99), ""},
		{"s. 67(3): withdrawal while a deposit is due", "co-operative-society", stating(t, withdrawal("ann", 10), lessWithdrawal), society.CapitalBeforeDeposits},
		{"the lock lets a charity take assets", "community-benefit-society", gift(law.CharityBody, "Hill Trust", 900), ""},
		{"the lock: whether a gift is for the community is not told", "community-benefit-society", gift(law.AnyoneElse, "Firm Ltd", 900), ""},
		{"the lock lets nobody else", "community-benefit-society", forNobody(gift(law.AnyoneElse, "Firm Ltd", 900)), society.LockedAssetMisused},
		{"the lock lets no dividend", "community-benefit-society", payment(law.Dividend, 1, law.OrdinaryResolution), society.LockedPayment},
		{"the lock holds on winding up", "community-benefit-society", windsUp(500, trust), ""},

		{"s. 830: a dividend of all the profits", "company-limited-by-shares", payment(law.Dividend, 10_000, law.OrdinaryResolution), ""},
		{"s. 830: a pound more", "company-limited-by-shares", payment(law.Dividend, 10_001, law.OrdinaryResolution), company.OverProfits},
		{"s. 830: a pound more of a public company", "public-limited-company", payment(law.Dividend, 10_001, law.OrdinaryResolution), company.OverProfits},
		{"s. 830: what members take as such is a distribution", "company-limited-by-shares", gift(law.MembersAsSuch, "", 10_001), company.OverProfits},
		{"s. 830: a dividend of a trust's company", "employee-trust-company", payment(law.Dividend, 10_001, law.OrdinaryResolution), employee.DividendOverProfits},
		{"a bonus is a cost", "employee-trust-company", payment(law.StaffBonus, 3000, law.NoResolution), ""},
		{"a member joins a guarantee company", "company-limited-by-guarantee", admission("cat"), ""},
	} {
		t.Run(tc.form+": "+tc.name, func(t *testing.T) {
			o := founded(t, tc.form)
			before, err := o.Judge(law.MustDate(day))
			require.NoError(t, err)
			next, step, err := o.Apply(on(day, tc.act))
			again, err2 := o.Judge(law.MustDate(day))
			require.NoError(t, err2)
			assert.Equal(t, before, again, "the original is not changed")
			if tc.want == "" {
				require.NoError(t, err)
				assert.Equal(t, law.MustDate(day), next.AsAt)
				return
			}
			require.Nil(t, next)
			require.ErrorIs(t, err, tc.want)
			var refused *mutual.Refused
			require.ErrorAs(t, err, &refused)
			assert.NotEmpty(t, refused.Breaches[0].Provision.String())
			assert.NotEmpty(t, step.Breaches())
		})
	}
}

// TestFormsWithoutAnActSayWhy: an act that a form has not is no breach.
func TestFormsWithoutAnActSayWhy(t *testing.T) {
	for _, tc := range []struct {
		form, says string
		act        law.Act
	}{
		{"cic-guarantee", "no share capital", issueOf("ann", 1)},
		{"company-limited-by-guarantee", "no share capital", issueOf("ann", 1)},
		{"company-limited-by-shares", "not withdrawable", withdrawal("ann", 1)},
		{"employee-trust-company", "not withdrawable", withdrawal("ann", 1)},
		{"public-limited-company", "not withdrawable", notice("ann", 1)},
		{"cic-shares-schedule-2", "not withdrawable", withdrawal("ann", 1)},
		{"co-operative-society", "withdrawn or transferred", buysBack(1, 1)},
		{"unincorporated-association", "not modelled", admission("cat")},
		{"building-society", "not modelled", issueOf("ann", 1)},
	} {
		t.Run(tc.form, func(t *testing.T) {
			_, _, err := founded(t, tc.form).Apply(on("2025-06-01", tc.act))
			require.ErrorIs(t, err, law.ErrNoAct)
			require.ErrorContains(t, err, tc.says)
			var refused *mutual.Refused
			require.NotErrorAs(t, err, &refused)
		})
	}
}

func TestEveryFormClosesYearsAndDissolves(t *testing.T) {
	for _, f := range legalform.In(0) {
		o := founded(t, f.FormID())
		h, err := mutual.Replay(&mutual.Log{Opening: o, Acts: []law.Act{
			on("2025-04-01", law.Act{CloseYear: law.Known(law.YearClose{Result: law.Known(pounds(1))})}),
			on("2025-04-02", law.Act{Dissolve: law.Known(law.Dissolution{})}),
		}})
		require.NoError(t, err, f.FormID())
		last := h.Closing()
		assert.Equal(t, law.MustDate("2025-03-31"), last.Books.Ptr().YearEnd, f.FormID())
		assert.True(t, last.Dissolved.Stated(), f.FormID())
		assert.False(t, o.Dissolved.Stated(), f.FormID())
	}
}

func TestActsThatCannotBePutNameThePlace(t *testing.T) {
	for name, tc := range map[string]struct {
		acts []law.Act
		want string
		is   error
	}{
		"a member admitted twice":         {[]law.Act{on("2024-05-01", admission("cat")), on("2024-05-02", admission("cat"))}, `acts[1] on 2024-05-02: admit: member: not as the register has it: "cat" is a member already`, mutual.ErrRegister},
		"shares of nobody":                {[]law.Act{on("2024-05-01", issueOf("dan", 1))}, `acts[0] on 2024-05-01: issue: member: not as the register has it: "dan" is not in the register`, mutual.ErrRegister},
		"more shares than are held":       {[]law.Act{on("2024-05-01", withdrawal("ann", 101))}, `"ann" holds 100, not 101`, mutual.ErrRegister},
		"acts out of order":               {[]law.Act{on("2024-05-02", admission("cat")), on("2024-05-01", admission("dan"))}, "acts[1] on 2024-05-01: admit: on: out of date order", mutual.ErrOrder},
		"an act before the opening":       {[]law.Act{on("2024-03-31", admission("cat"))}, "acts[0] on 2024-03-31", mutual.ErrOrder},
		"an act of no day":                {[]law.Act{admission("cat")}, "on: not an act: no date", law.ErrAct},
		"an act of no kind":               {[]law.Act{on("2024-05-01", law.Act{})}, "no kind is stated", law.ErrAct},
		"an act of two":                   {[]law.Act{on("2024-05-01", law.Act{Dissolve: law.Known(law.Dissolution{}), Admit: law.Known(law.Admission{Member: "cat"})})}, "both admit and dissolve", law.ErrAct},
		"an act after winding up":         {[]law.Act{on("2024-05-01", windsUp(0)), on("2024-05-02", admission("cat"))}, "acts[1] on 2024-05-02: admit: the organisation has ended", mutual.ErrEnded},
		"an act after dissolution":        {[]law.Act{on("2024-05-01", law.Act{Dissolve: law.Known(law.Dissolution{})}), on("2024-05-02", windsUp(0))}, "acts[1] on 2024-05-02", mutual.ErrEnded},
		"a residue that nobody takes":     {[]law.Act{on("2024-05-01", windsUp(1))}, "residue", law.ErrAct},
		"leaving with shares":             {[]law.Act{on("2024-05-01", law.Act{Leave: law.Known(law.Departure{Member: "ann"})})}, "still holds 100 shares", mutual.ErrRegister},
		"leaving twice":                   {[]law.Act{on("2024-05-01", admission("cat")), on("2024-05-01", admission("dan")), on("2024-05-01", law.Act{Leave: law.Known(law.Departure{Member: "ann", Forfeits: true})}), on("2024-05-01", law.Act{Leave: law.Known(law.Departure{Member: "ann"})})}, "acts[3]", mutual.ErrRegister},
		"a year closed before its end":    {[]law.Act{on("2024-05-01", law.Act{CloseYear: law.Known(law.YearClose{})})}, "ends on 2025-03-31", mutual.ErrBooks},
		"facts that the form has not":     {[]law.Act{stating(t, on("2024-05-01", admission("cat")), map[string]int{"dividend": 1})}, "acts[0] on 2024-05-01: admit: facts.", law.ErrUnknownField},
		"a form that nobody knows":        {[]law.Act{on("2024-05-01", law.Act{Convert: law.Known(law.Conversion{To: "soviet"})})}, "convert: to: ", law.ErrAct},
		"a stage that nobody knows":       {[]law.Act{on("2024-05-01", law.Act{Convert: law.Known(law.Conversion{To: "cic-guarantee", Done: []string{"cheers"}})})}, "done[0]", law.ErrAct},
		"a payment of nothing":            {[]law.Act{on("2024-05-01", payment(law.Dividend, 0, 1))}, "payments[0].amount", law.ErrAct},
		"a record that states nothing":    {[]law.Act{on("2024-05-01", law.Act{Record: law.Known(law.Record{Says: "hello"})})}, "record", law.ErrAct},
		"shares passed to their holder":   {[]law.Act{on("2024-05-01", passes("ann", "ann", 1))}, "to: ", law.ErrAct},
		"a negative number of shares":     {[]law.Act{on("2024-05-01", issueOf("ann", -1))}, "shares: ", law.ErrAct},
		"more shares than can be counted": {[]law.Act{on("2024-05-01", law.Act{Issue: law.Known(law.Issue{Member: "ann", Shares: 1, Nominal: law.MaxPence})})}, "beyond counting", law.ErrAct},
	} {
		t.Run(name, func(t *testing.T) {
			h, err := mutual.Replay(&mutual.Log{Opening: founded(t, "co-operative-society"), Acts: tc.acts})
			require.ErrorIs(t, err, tc.is)
			require.ErrorContains(t, err, tc.want)
			var at *mutual.ActError
			require.ErrorAs(t, err, &at)
			assert.Len(t, h.Steps, at.At, "the acts before it were taken")
			assert.Equal(t, len(tc.acts)-1, at.At)
		})
	}
	_, _, err := founded(t, "cic-guarantee").Apply(on("1999-01-01", admission("cat")))
	require.ErrorIs(t, err, mutual.ErrOrder)
	old := founded(t, "cic-guarantee")
	old.AsAt = law.MustDate("1999-01-01")
	_, _, err = old.Apply(on("2005-06-30", admission("cat")))
	require.ErrorIs(t, err, law.ErrNoForm, "the day before there were any")
	_, _, err = old.Apply(on("2005-07-01", admission("cat")))
	require.NoError(t, err, "the day on which there were")
}
