package society

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

var holdingsE14 = []law.Pence{60_000_00, 40_000_00, 19_900_00, 100_00}

func TestE14WriteDown(t *testing.T) {
	l, err := Apportion(holdingsE14, law.Pounds(180_000), law.Pounds(264_000), law.Pounds(100), law.Fact[law.Pence]{})
	require.NoError(t, err)
	assert.Equal(t, Loss{
		Excess: law.Pounds(36_000), Each: []law.Pence{18_000_00, 12_000_00, 5_970_00, 0}, Total: law.Pounds(35_970), Floored: law.Pounds(30),
	}, l)
	left := []law.Pence{}
	for i, p := range holdingsE14 {
		left = append(left, p-l.Each[i])
	}
	assert.Equal(t, []law.Pence{42_000_00, 28_000_00, 13_930_00, 100_00}, left)
}

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		name                         string
		paid                         []law.Pence
		owed, assets, minimum        law.Pence
		applied                      law.Fact[law.Pence]
		each                         []law.Pence
		excess, total, floored, odds law.Pence
	}{
		{name: "no loss", paid: []law.Pence{100}, owed: 0, assets: 100, each: []law.Pence{0}},
		{name: "a penny of loss on one", paid: []law.Pence{100}, assets: 99, each: []law.Pence{1}, excess: 1, total: 1},
		{name: "a penny of loss on two equal ones falls on neither", paid: []law.Pence{50, 50}, assets: 99, each: []law.Pence{0, 0}, excess: 1, odds: 1},
		{name: "a part of it", paid: []law.Pence{50, 50}, assets: 60, applied: law.Known[law.Pence](20), each: []law.Pence{10, 10}, excess: 40, total: 20},
		{name: "more than the capital, and down to nothing", paid: []law.Pence{50, 50}, owed: 500, assets: 0, each: []law.Pence{50, 50}, excess: 600, total: 100, floored: 500},
		{name: "the capped part is not spread again", paid: []law.Pence{100, 20}, assets: 60, minimum: 15, each: []law.Pence{50, 5}, excess: 60, total: 55, floored: 5},
		{name: "one under the minimum bears nothing", paid: []law.Pence{100, 10}, assets: 55, minimum: 15, each: []law.Pence{50, 0}, excess: 55, total: 50, floored: 5},
		{name: "nobody holds anything", owed: 10, each: []law.Pence{}, excess: 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := Apportion(c.paid, c.owed, c.assets, c.minimum, c.applied)
			require.NoError(t, err)
			assert.Equal(t, Loss{Excess: c.excess, Each: c.each, Total: c.total, Floored: c.floored, Rounded: c.odds}, l)
		})
	}
	for want, f := range map[string]func() error{
		"holdings[1].paid_up": func() error { _, err := Apportion([]law.Pence{1, -1}, 0, 0, 0, law.Fact[law.Pence]{}); return err },
		"holdings[1].paid_up: the": func() error {
			_, err := Apportion([]law.Pence{law.MaxPence, 1}, 0, 0, 0, law.Fact[law.Pence]{})
			return err
		},
		"liabilities": func() error { _, err := Apportion(nil, -1, 0, 0, law.Fact[law.Pence]{}); return err },
		"assets":      func() error { _, err := Apportion(nil, 0, -1, 0, law.Fact[law.Pence]{}); return err },
		"minimum":     func() error { _, err := Apportion(nil, 0, 0, -1, law.Fact[law.Pence]{}); return err },
		"applied":     func() error { _, err := Apportion([]law.Pence{10}, 0, 5, 0, law.Known[law.Pence](6)); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}
}

func FuzzApportion(f *testing.F) {
	f.Add(uint64(1), 4, int64(180_000), int64(264_000), int64(100))
	f.Fuzz(func(t *testing.T, seed uint64, n int, owed, assets, minimum int64) {
		if n < 0 || n > 50 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 9))
		paid := make([]law.Pence, n)
		for i := range paid {
			paid[i] = law.Pence(r.IntN(1_000_000))
		}
		l, err := Apportion(paid, law.Pence(owed), law.Pence(assets), law.Pence(minimum), law.Fact[law.Pence]{})
		if err != nil {
			return
		}
		var total law.Pence
		for i, off := range l.Each {
			total += off
			require.GreaterOrEqual(t, off, law.Pence(0))
			require.True(t, off == 0 || paid[i]-off >= law.Pence(minimum), "below the minimum")
			for j := range paid[:i] {
				require.True(t, paid[j] != paid[i] || l.Each[j] == off, "equal holdings bear the same")
			}
		}
		require.Equal(t, l.Total, total)
		if n > 0 && l.Total > 0 {
			require.Equal(t, l.Excess, l.Total+l.Floored+l.Rounded)
			require.Less(t, l.Rounded, law.Pence(n))
		}
		r.Shuffle(n, func(i, j int) { paid[i], paid[j] = paid[j], paid[i] })
		again, err := Apportion(paid, law.Pence(owed), law.Pence(assets), law.Pence(minimum), law.Fact[law.Pence]{})
		require.NoError(t, err)
		require.Equal(t, l.Total, again.Total)
	})
}

func writingDown() Society {
	member := func(id string, paid, off law.Pence) Reduced { return Reduced{id, paid, off} }
	return Society{Dealings: Dealings{
		ShareTerms: law.Known(ModelShareTerms(law.Pounds(100))),
		WriteDown: law.Known(WriteDown{
			On: on("2026-05-01"), Certified: law.Known(true), Liabilities: amount(180_000), Assets: amount(264_000), Applied: amount(36_000),
			Shares: law.Known([]Reduced{member("A", 60_000_00, 18_000_00), member("B", 40_000_00, 12_000_00), member("C", 19_900_00, 5_970_00), member("D", 100_00, 0)}),
		}),
	}}
}

func TestWriteDowns(t *testing.T) {
	of := func(f func(*WriteDown)) change { return func(s *Society) { f(s.WriteDown.Ptr()) } }
	off := func(i int, p law.Pence) change {
		return of(func(x *WriteDown) { (*x.Shares.Ptr())[i].Reduced = p })
	}
	none := func(s *Society) { s.WriteDown = law.Fact[WriteDown]{} }
	dealt(writeDowns, writingDown,
		suiteCase{Name: "own rules: that provide for it", Code: WriteDownNotInRules, Want: law.Met},
		suiteCase{Name: "own rules: that do not", Code: WriteDownNotInRules, Change: shareTerms(func(t *ShareTerms) { t.WriteDown = law.Known(false) }), Want: law.Breached},
		suiteCase{Name: "own rules: not seen", Code: WriteDownNotInRules, Change: func(s *Society) { s.ShareTerms = law.Fact[ShareTerms]{} }, Want: law.Unknown, At: "share_terms"},
		suiteCase{Name: "own rules: no write-down", Code: WriteDownNotInRules, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "own rules: certified", Code: WriteDownUncertified, Want: law.Met},
		suiteCase{Name: "own rules: not certified", Code: WriteDownUncertified, Change: of(func(x *WriteDown) { x.Certified = law.Known(false) }), Want: law.Breached},
		suiteCase{Name: "own rules: nothing to certify", Code: WriteDownUncertified, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "own rules: within the loss", Code: WriteDownBeyondLoss, Want: law.Met},
		suiteCase{Name: "own rules: exactly the loss", Code: WriteDownBeyondLoss, Change: of(func(x *WriteDown) { x.Assets = law.Known(law.Pounds(264_030)) }), Want: law.Met},
		suiteCase{Name: "own rules: a penny beyond the loss", Code: WriteDownBeyondLoss, Change: of(func(x *WriteDown) { x.Assets = law.Known(law.Pounds(264_030) + 1) }), Want: law.Breached, At: "write_down.shares"},
		suiteCase{Name: "own rules: no loss at all", Code: WriteDownBeyondLoss, Change: of(func(x *WriteDown) { x.Assets = amount(300_000) }), Want: law.Breached},
		suiteCase{Name: "own rules: assets not stated", Code: WriteDownBeyondLoss, Change: of(func(x *WriteDown) { x.Assets = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "write_down.assets"},
		suiteCase{Name: "own rules: nothing lost", Code: WriteDownBeyondLoss, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "E14: in proportion", Code: WriteDownUneven, Want: law.Met},
		suiteCase{Name: "own rules: rounded up by a penny", Code: WriteDownUneven, Change: off(2, 5_970_01), Want: law.Met},
		suiteCase{Name: "own rules: more on one", Code: WriteDownUneven, Change: off(0, 18_000_02), Want: law.Breached, At: "write_down.shares[0].reduced"},
		suiteCase{Name: "own rules: less on one", Code: WriteDownUneven, Change: off(1, 11_999_99), Want: law.Breached, At: "write_down.shares[1].reduced"},
		suiteCase{Name: "own rules: nothing to apportion", Code: WriteDownUneven, Change: none, Want: law.NotApplicable},
		suiteCase{Name: "own rules: the minimum kept", Code: WriteDownBelowMinimum, Want: law.Met},
		suiteCase{Name: "own rules: a penny off the minimum", Code: WriteDownBelowMinimum, Change: off(3, 1), Want: law.Breached, At: "write_down.shares[3].reduced"},
		suiteCase{Name: "own rules: the minimum not stated", Code: WriteDownBelowMinimum, Change: shareTerms(func(t *ShareTerms) { t.Minimum = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "share_terms.minimum"},
		suiteCase{Name: "own rules: nothing taken off", Code: WriteDownBelowMinimum, Change: none, Want: law.NotApplicable},
	).Run(t)
}

// What Apportion takes off keeps every rule.
func TestApportionAgreesWithTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	f := Enacted()
	for range 300 {
		s := writingDown()
		paid := make([]law.Pence, 1+r.IntN(20))
		var capital law.Pence
		for i := range paid {
			paid[i] = law.Pence(r.IntN(100_000))
			capital += paid[i]
		}
		x := s.WriteDown.Ptr()
		owed, assets := law.Pence(r.IntN(1_000_000)), law.Pence(r.IntN(1_500_000))
		l, err := Apportion(paid, owed, assets, law.Pounds(100), law.Fact[law.Pence]{})
		require.NoError(t, err)
		list := make([]Reduced, len(paid))
		for i := range paid {
			list[i] = Reduced{"m", paid[i], l.Each[i]}
		}
		x.Liabilities, x.Assets, x.Applied, x.Shares = law.Known(owed), law.Known(assets), law.Known(l.Excess), law.Known(list)
		require.NoError(t, s.Check())
		rep := writeDowns.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
		require.Empty(t, rep.Findings)
	}
}

func BenchmarkApportion(b *testing.B) {
	paid := make([]law.Pence, 100_000)
	for i := range paid {
		paid[i] = law.Pence(10_000 + i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Apportion(paid, law.Pounds(50_000_000), law.Pounds(40_000_000), law.Pounds(100), law.Fact[law.Pence]{}); err != nil {
			b.Fatal(err)
		}
	}
}
