package society_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func TestE17ApplicationFee(t *testing.T) {
	f := society.Enacted()
	for _, c := range []struct {
		draft society.RulesDraft
		want  law.Pence
	}{
		{society.RulesDraft{Model: true}, law.Pounds(40)},
		{society.RulesDraft{Model: true, Amendments: 1}, law.Pounds(120)},
		{society.RulesDraft{Model: true, Amendments: 6}, law.Pounds(120)},
		{society.RulesDraft{Model: true, Amendments: 7}, law.Pounds(350)},
		{society.RulesDraft{Model: true, Amendments: 10}, law.Pounds(350)},
		{society.RulesDraft{Model: true, Amendments: 11}, law.Pounds(950)},
		{society.RulesDraft{}, law.Pounds(950)},
	} {
		fee := society.ApplicationFee(&f, c.draft, law.MustDate("2024-04-01"))
		assert.True(t, fee.Certain(), "%v", c.draft)
		assert.Equal(t, c.want, fee.Amount, "%v", c.draft)
		later := society.ApplicationFee(&f, c.draft, law.MustDate("2026-11-23"))
		assert.Equal(t, c.want, later.Amount, "provisionally the same")
		assert.True(t, later.Known() && !later.Certain())
	}
	early := society.ApplicationFee(&f, society.RulesDraft{}, law.MustDate("2012-06-30"))
	assert.False(t, early.Known())
	bad := society.ApplicationFee(&f, society.RulesDraft{Model: true, Amendments: -1}, law.MustDate("2024-04-01"))
	assert.Equal(t, "draft.amendments", bad.Missing[0].Path)
	sponsor := society.SponsorFee(&f, law.MustDate("2024-04-01"))
	assert.Equal(t, law.Pounds(950), sponsor.Amount)
}

func TestPeriodicFee(t *testing.T) {
	f := society.Enacted()
	for _, c := range []struct {
		assets, want law.Pence
	}{
		{0, law.Pounds(55)},
		{law.Pounds(50_000), law.Pounds(55)},
		{law.Pounds(50_000) + 1, law.Pounds(110)},
		{law.Pounds(100_000), law.Pounds(110)},
		{law.Pounds(100_000) + 1, law.Pounds(180)},
		{law.Pounds(250_000) + 1, law.Pounds(235)},
		{law.Pounds(1_000_000), law.Pounds(235)},
		{law.Pounds(1_000_000) + 1, law.Pounds(425)},
	} {
		fee := society.PeriodicFee(&f, c.assets, law.MustDate("2012-04-01"))
		assert.True(t, fee.Certain())
		assert.Equal(t, c.want, fee.Amount, "%v", c.assets)
	}
	for on, want := range map[string]struct {
		known, certain bool
		amount         law.Pence
	}{
		"2012-03-31": {false, false, 0},
		"2013-03-31": {true, true, law.Pounds(55)},
		"2013-04-01": {true, false, law.Pounds(55)},
		"2019-03-31": {true, false, law.Pounds(55)},
		"2019-04-01": {true, true, 0},
	} {
		fee := society.PeriodicFee(&f, 0, law.MustDate(on))
		assert.Equal(t, want.known, fee.Known(), on)
		assert.Equal(t, want.certain, fee.Certain(), on)
		assert.Equal(t, want.amount, fee.Amount, on)
	}
	bad := society.PeriodicFee(&f, -1, law.MustDate("2012-04-01"))
	assert.Equal(t, "assets", bad.Missing[0].Path)
}

// More amendments never cost less, and more assets never do.
func FuzzFeesNeverFall(f *testing.F) {
	for _, n := range []int64{0, 1, 6, 7, 10, 11, 50_000_00, 1_000_000_00} {
		f.Add(n)
	}
	figures, on := society.Enacted(), law.MustDate("2024-06-01")
	year := law.MustDate("2012-06-01")
	f.Fuzz(func(t *testing.T, n int64) {
		if n < 0 || n > int64(law.MaxPence) {
			return
		}
		less := society.ApplicationFee(&figures, society.RulesDraft{Model: true, Amendments: int(n)}, on)
		more := society.ApplicationFee(&figures, society.RulesDraft{Model: true, Amendments: int(n) + 1}, on)
		free := society.ApplicationFee(&figures, society.RulesDraft{}, on)
		assert.LessOrEqual(t, less.Amount, more.Amount)
		assert.LessOrEqual(t, more.Amount, free.Amount)
		small := society.PeriodicFee(&figures, law.Pence(n), year)
		large := society.PeriodicFee(&figures, law.Pence(n)+1, year)
		assert.LessOrEqual(t, small.Amount, large.Amount)
	})
}

func ExampleApplicationFee() {
	figures := society.Enacted()
	for _, draft := range []society.RulesDraft{{Model: true}, {Model: true, Amendments: 7}, {}} {
		fee := society.ApplicationFee(&figures, draft, law.MustDate("2024-05-01"))
		fmt.Printf("%v: %v\n", draft, fee.Amount)
	}
	// Output:
	// model rules unamended: £40.00
	// model rules amended: £350.00
	// a free draft: £950.00
}

func ExamplePeriodicFee() {
	figures := society.Enacted()
	for _, year := range []string{"2012-06-01", "2020-06-01"} {
		fee := society.PeriodicFee(&figures, law.Pounds(180_000), law.MustDate(year))
		fmt.Println(year, fee.Amount)
	}
	// Output:
	// 2012-06-01 £180.00
	// 2020-06-01 £0.00
}

func ExampleOwnMaximum() {
	figures := society.Enacted()
	rules := society.RuleBook{
		Maximum: law.Known(society.ShareLimit{Most: law.Pounds(20_000), OnlyWithdrawable: true}),
		Raise: law.Known(society.Raise{
			On: day("2015-03-01"), Most: law.Known(law.Pounds(100_000)), Notified: day("2015-03-20"),
		}),
		Amended: law.Known([]law.Date{law.MustDate("2021-09-01")}),
	}
	for _, on := range []string{"2015-02-28", "2015-03-01", "2021-09-01"} {
		a := society.OwnMaximum(&figures, &rules, law.MustDate(on))
		fmt.Println(on, a.Most)
	}
	// Output:
	// 2015-02-28 £20,000.00
	// 2015-03-01 £100,000.00
	// 2021-09-01 £20,000.00
}

func ExampleRoomUnderRules() {
	figures := society.Enacted()
	rules := society.RuleBook{Maximum: law.Known(society.ShareLimit{Most: law.Pounds(20_000), OnlyWithdrawable: true})}
	a := society.RoomUnderRules(&figures, &rules, society.Holding{
		Exempt: law.Known(society.NotExempt), Withdrawable: law.Known(law.Pounds(12_000)), NonWithdrawable: law.Known(law.Pounds(0)),
	}, law.MustDate("2026-11-23"))
	fmt.Println(a.Most, a.Weight)
	// Output: £8,000.00 own-rules
}

func ExampleCopyFee() {
	figures := society.Enacted()
	on := law.MustDate("2026-11-23")
	member, stranger := society.CopyFee(&figures, law.Known(true), on), society.CopyFee(&figures, law.Known(false), on)
	fmt.Println(member.Most, stranger.Most)
	// Output: £0.00 £5.00
}

func ExampleFigures_CancellationFrom() {
	figures := society.Enacted()
	fmt.Println(figures.CancellationFrom(law.MustDate("2026-02-10")))
	// Output: 2026-04-11
}

func ExampleFigures_SuspensionUntil() {
	figures := society.Enacted()
	fmt.Println(figures.SuspensionUntil(law.MustDate("2026-04-01")))
	// Output: 2026-06-30
}

func ExampleAmendment_Binds() {
	x := society.Amendment{Registered: day("2026-05-01")}
	for _, m := range []society.HeldMember{
		{Member: "m1", Joined: day("2020-01-01"), Consented: law.Known(false)},
		{Member: "m2", Joined: day("2020-01-01"), Consented: law.Known(true)},
		{Member: "m3", Joined: day("2026-06-01")},
	} {
		fmt.Println(m.Member, x.Binds(&m) == law.Met)
	}
	// Output:
	// m1 false
	// m2 true
	// m3 true
}
