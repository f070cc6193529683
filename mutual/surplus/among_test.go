package surplus_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func listOf(t *testing.T, list ...surplus.Member) *surplus.Roll {
	t.Helper()
	m, err := surplus.NewRoll(list)
	require.NoError(t, err)
	return m
}

func by(f surplus.Factor) []surplus.Part { return []surplus.Part{{By: surplus.By(f)}} }

func half(b surplus.Points) surplus.Part { return surplus.Part{Share: law.Percent(50), By: b} }

func amounts(s *surplus.Sharing) []law.Pence {
	out := make([]law.Pence, len(s.Awards))
	for i := range out {
		out[i] = s.Awards[i].Amount
	}
	return out
}

func ExampleAmong() {
	members, err := surplus.NewRoll([]surplus.Member{
		{ID: "Ada", Hours: 1600_00}, {ID: "Ben", Hours: 800_00}, {ID: "Cy", Hours: 800_00},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	shared, err := surplus.Among(law.Pounds(10_000), members, &surplus.Terms{
		Parts: []surplus.Part{
			{Share: law.Percent(50), By: surplus.By(surplus.Head)},
			{Share: law.Percent(50), By: surplus.By(surplus.Hours)},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range shared.Awards {
		fmt.Println(a.ID, a.Cash)
	}
	// Output:
	// Ada £4,166.67
	// Ben £2,916.67
	// Cy £2,916.66
}

func ExampleRateOf() {
	rate, err := surplus.RateOf(law.Pounds(72_000), law.Pounds(3_600_000), law.Per(1, 1000))
	fmt.Println(rate, err)
	// Output: 2% <nil>
}

func TestE12DividendOnPurchases(t *testing.T) {
	// The two members of the example, and one with the rest of the trade.
	m := listOf(t,
		surplus.Member{ID: "A", Trade: 1_234_56}, surplus.Member{ID: "B", Trade: 89_49},
		surplus.Member{ID: "the rest", Trade: law.Pounds(3_600_000) - 1_234_56 - 89_49})
	rate, err := surplus.RateOf(law.Pounds(72_000), law.Pounds(3_600_000), law.Ratio{})
	require.NoError(t, err)
	assert.Equal(t, law.Percent(2), rate)
	for name, terms := range map[string]surplus.Terms{
		"at the rate":                  {Parts: by(surplus.Trade), Rate: law.Known(rate)},
		"as the pool, rounded down":    {Parts: by(surplus.Trade), Rounding: surplus.FloorWithResidue},
		"counting points by the penny": {Parts: []surplus.Part{{By: surplus.Points{Trade: law.Per(100, 1)}}}, Rate: law.Known(law.Per(2, 10_000))},
		"counting points by the £1000": {Parts: []surplus.Part{{By: surplus.Points{Trade: law.Per(1, 1000)}}}, Rate: law.Known(law.Per(20, 1))},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := surplus.Among(law.Pounds(72_000), m, &terms)
			require.NoError(t, err)
			assert.Equal(t, []law.Pence{24_69, 1_78, 71_973_51}, amounts(s))
			assert.Equal(t, law.Pence(2), s.Residue, "to reserve")
			assert.Equal(t, law.Pounds(72_000)-2, s.Cash)
		})
	}
	s, err := surplus.Among(law.Pounds(72_000), m, &surplus.Terms{Parts: by(surplus.Trade)})
	require.NoError(t, err)
	r, _ := s.Parts[0].Rate.Get()
	assert.Equal(t, law.Percent(2), r, "the rate that a pool comes to")
	assert.Equal(t, surplus.Hundredths(3_600_000_00), s.Parts[0].Total)
}

func TestARateThatThePoolCannotPay(t *testing.T) {
	m := listOf(t, surplus.Member{ID: "A", Trade: law.Pounds(100)}, surplus.Member{ID: "B", Trade: law.Pounds(100)})
	terms := surplus.Terms{Parts: by(surplus.Trade), Rate: law.Known(law.Percent(5))}
	_, err := surplus.Among(999, m, &terms)
	require.ErrorIs(t, err, surplus.ErrAllocate)
	assert.ErrorContains(t, err, "terms: rate: cannot share the pool: 5% on trade takes more than the pool of £9.99")
	s, err := surplus.Among(1000, m, &terms)
	require.NoError(t, err)
	assert.Zero(t, s.Residue)
	terms.Cap = law.Known[law.Pence](400)
	s, err = surplus.Among(1000, m, &terms)
	require.NoError(t, err)
	assert.Equal(t, law.Pence(200), s.Residue, "nothing is reshared at a rate")
	assert.Equal(t, 2, s.AtCap)
}

func TestRateOf(t *testing.T) {
	for _, c := range []struct {
		pool, trade law.Pence
		step, want  law.Ratio
	}{
		{100, 3000, law.Ratio{}, law.Per(1, 30)},
		{100, 3000, law.Per(1, 100), law.Percent(3)},
		{99, 100, law.Per(1, 1), law.Ratio{}},
		{0, 100, law.Per(1, 1), law.Ratio{}},
		{law.MaxPence, 1, law.Per(1, 10), law.Per(int64(law.MaxPence), 1)},
	} {
		got, err := surplus.RateOf(c.pool, c.trade, c.step)
		require.NoError(t, err)
		assert.Equal(t, c.want, got)
	}
	for _, c := range []struct {
		pool, trade law.Pence
		step        law.Ratio
	}{{-1, 1, law.Ratio{}}, {1, 0, law.Ratio{}}, {1, -1, law.Ratio{}}, {1, 1, law.Percent(-1)}, {law.MaxPence, 1, law.Per(1, 1_000_000_000)}} {
		_, err := surplus.RateOf(c.pool, c.trade, c.step)
		assert.ErrorIs(t, err, surplus.ErrAllocate)
	}
}

func TestPointsAddUp(t *testing.T) {
	m := listOf(t,
		surplus.Member{ID: "A", Service: 10_00, Pay: law.Pounds(20_000)},
		surplus.Member{ID: "B", Service: 2_50, Pay: law.Pounds(30_500)})
	// Two points for a head, one a year, a tenth of one for £1,000 of pay: 14 and 7.55.
	s, err := surplus.Among(law.Pounds(2155), m, &surplus.Terms{Parts: []surplus.Part{{By: surplus.Points{
		Head: law.Per(2, 1), Service: law.Per(1, 1), Pay: law.Per(1, 10_000),
	}}}})
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{1400_00, 755_00}, amounts(s))
	assert.Equal(t, surplus.Hundredths(21_55), s.Parts[0].Total)
	r, ok := s.Parts[0].Rate.Get()
	assert.True(t, ok)
	assert.Equal(t, law.Per(100, 1), r)
	assert.Equal(t, "2 x head + 1/10000 x pay + service", s.Parts[0].By.String())
	// Fractions of six and ten millionths have a common denominator that is small enough.
	s, err = surplus.Among(100, m, &surplus.Terms{Parts: []surplus.Part{{By: surplus.Points{
		Head: law.Per(1, 6_000_000), Service: law.Per(1, 10_000_000),
	}}}})
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{74, 26}, amounts(s), "as 70 to 25: 10 for a head and 6 a year, over 60 millions")
}

func TestCapsOnOnePartAndOnSeveral(t *testing.T) {
	m := listOf(t,
		surplus.Member{ID: "A", Hours: 80_00}, surplus.Member{ID: "B", Hours: 10_00}, surplus.Member{ID: "C", Hours: 10_00})
	both := []surplus.Part{half(surplus.By(surplus.Head)), half(surplus.By(surplus.Hours))}
	for _, c := range []struct {
		name    string
		terms   surplus.Terms
		want    []law.Pence
		residue law.Pence
	}{
		{"one, reshared", surplus.Terms{Parts: by(surplus.Hours), Cap: law.Known[law.Pence](400)}, []law.Pence{400, 100, 100}, 0},
		{"one, kept", surplus.Terms{Parts: by(surplus.Hours), Cap: law.Known[law.Pence](400), Excess: surplus.ExcessToResidue}, []law.Pence{400, 60, 60}, 80},
		{"two, without a cap", surplus.Terms{Parts: both}, []law.Pence{340, 130, 130}, 0},
		{"two, reshared", surplus.Terms{Parts: both, Cap: law.Known[law.Pence](300)}, []law.Pence{300, 150, 150}, 0},
		{"two, kept", surplus.Terms{Parts: both, Cap: law.Known[law.Pence](300), Excess: surplus.ExcessToResidue}, []law.Pence{300, 130, 130}, 40},
		{"two, with caps for all", surplus.Terms{Parts: both, Cap: law.Known[law.Pence](100)}, []law.Pence{100, 100, 100}, 300},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := surplus.Among(600, m, &c.terms)
			require.NoError(t, err)
			assert.Equal(t, c.want, amounts(s))
			assert.Equal(t, c.residue, s.Residue)
		})
	}
}

func TestAMinimumKeepsOrCarriesForward(t *testing.T) {
	m := listOf(t,
		surplus.Member{ID: "A", Trade: law.Pounds(100)}, surplus.Member{ID: "B", Trade: law.Pounds(4)},
		surplus.Member{ID: "C", Trade: law.Pounds(6), Credit: 45}, surplus.Member{ID: "D", Credit: 7})
	terms := surplus.Terms{Parts: by(surplus.Trade), Rate: law.Known(law.Percent(10)), Minimum: 100, Below: surplus.BelowCarried}
	s, err := surplus.Among(law.Pounds(11), m, &terms)
	require.NoError(t, err)
	assert.Equal(t, []surplus.Award{
		{ID: "A", Amount: 1000, Cash: 1000},
		{ID: "B", Amount: 40, Carried: 40},
		{ID: "C", Amount: 60, Forward: 45, Cash: 105},
		{ID: "D", Forward: 7, Carried: 7},
	}, s.Awards)
	assert.Equal(t, 2, s.Small)
	assert.Equal(t, 2, s.Paid)
	assert.Equal(t, law.Pence(0), s.Residue)

	terms.Below = surplus.BelowToResidue
	s, err = surplus.Among(law.Pounds(11), m, &terms)
	require.NoError(t, err)
	assert.Equal(t, surplus.Award{ID: "B", Amount: 40, Lapsed: 40}, s.Awards[1])
	assert.Equal(t, surplus.Award{ID: "D", Forward: 7, Carried: 7}, s.Awards[3], "a credit of earlier years never lapses")
	assert.Equal(t, law.Pence(40), s.Residue)

	terms.Minimum = 105
	s, err = surplus.Among(law.Pounds(11), m, &terms)
	require.NoError(t, err)
	assert.Equal(t, law.Pence(105), s.Awards[2].Cash, "exactly the minimum is paid")
	terms.Minimum = 106
	s, err = surplus.Among(law.Pounds(11), m, &terms)
	require.NoError(t, err)
	assert.Zero(t, s.Awards[2].Cash)
}

func TestWhoeverTakesNoPartKeepsTheirCredit(t *testing.T) {
	d := law.MustDate
	m := listOf(t,
		surplus.Member{ID: "A", Class: "worker", Joined: d("2020-01-01")},
		surplus.Member{ID: "B", Class: "worker", Joined: d("2020-01-01"), Left: d("2024-06-30"), Credit: 500},
		surplus.Member{ID: "C", Class: "investor", Joined: d("2020-01-01")})
	terms := surplus.Terms{Parts: by(surplus.Head), Classes: []string{"worker"}, On: d("2024-06-30")}
	s, err := surplus.Among(100, m, &terms)
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{100, 0, 0}, amounts(s))
	assert.Equal(t, law.Pence(500), s.Awards[1].Carried)
	assert.Equal(t, 1, s.Sharers)
	terms.On = d("2024-06-29")
	s, err = surplus.Among(100, m, &terms)
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{50, 50, 0}, amounts(s))
	assert.Equal(t, law.Pence(550), s.Awards[1].Cash)
	terms.On = d("2019-12-31")
	_, err = surplus.Among(100, m, &terms)
	require.ErrorIs(t, err, surplus.ErrAllocate)
	assert.ErrorContains(t, err, "terms: parts[0].by: cannot share the pool: £1.00 has nobody to go to, for nobody has any head")
}

func TestDeferredAndInShares(t *testing.T) {
	f := society.Enacted()
	on := law.MustDate("2024-06-30")
	holdings := []society.Holding{
		{Member: "A", Withdrawable: law.Known(law.Pounds(10)), Exempt: law.Known(society.NotExempt)},
		{Member: "B", Withdrawable: law.Known(law.Pounds(99_975)), Exempt: law.Known(society.NotExempt)},
		{Member: "C", Withdrawable: law.Known(law.Pounds(200_000)), Exempt: law.Known(society.SocietyMember)},
	}
	m := listOf(t, surplus.Member{ID: "A"}, surplus.Member{ID: "B"}, surplus.Member{ID: "C"})
	terms := surplus.Terms{
		Parts: by(surplus.Head), Deferred: law.Percent(25), Until: law.MustDate("2026-06-30"),
		InShares: law.Percent(50), Nominal: law.Pounds(10),
		Room: func(i int) law.Pence {
			room := society.SharesRoom(&f, holdings[i], on)
			return room.Cap(law.MaxPence)
		},
	}
	s, err := surplus.Among(300_03, m, &terms)
	require.NoError(t, err)
	assert.Equal(t, []surplus.Award{
		{ID: "A", Amount: 100_01, Deferred: 25_00, InShares: 50_00, Cash: 25_01},
		{ID: "B", Amount: 100_01, Deferred: 25_00, InShares: 20_00, Cash: 55_01}, // room for £25 under the maximum
		{ID: "C", Amount: 100_01, Deferred: 25_00, InShares: 50_00, Cash: 25_01},
	}, s.Awards)
	terms.Nominal = law.Pounds(60)
	s, err = surplus.Among(300_03, m, &terms)
	require.NoError(t, err)
	assert.Zero(t, s.InShares, "no part of a share is issued")
	terms.Room = func(int) law.Pence { return -1 }
	_, err = surplus.Among(300_03, m, &terms)
	assert.ErrorContains(t, err, `terms: room: member 0 ("A") has room for less than no shares`)
}

func TestWriteCSVIsReadAgain(t *testing.T) {
	m := listOf(t,
		surplus.Member{ID: `Smith, "Jo"`, Trade: law.Pounds(1000)}, surplus.Member{ID: "B b", Trade: 1_05}, surplus.Member{ID: "C", Credit: 3})
	s, err := surplus.Among(law.Pounds(25), m, &surplus.Terms{Parts: by(surplus.Trade), Rate: law.Known(law.Percent(2)), Minimum: 5, Below: surplus.BelowCarried})
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, s.WriteCSV(&out))
	assert.Equal(t, "id,amount,brought_forward,cash,deferred,in_shares,carried_forward,lapsed\n"+
		"\"Smith, \"\"Jo\"\"\",20.00,0.00,20.00,0.00,0.00,0.00,0.00\n"+
		"B b,0.02,0.00,0.00,0.00,0.00,0.02,0.00\n"+
		"C,0.00,0.03,0.00,0.00,0.00,0.03,0.00\n", out.String())
	assert.Error(t, s.WriteCSV(failing{}))
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, fmt.Errorf("full") }

func BenchmarkAmong(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	list := make([]surplus.Member, 1_000_000)
	for i := range list {
		list[i] = surplus.Member{ID: fmt.Sprintf("M%07d", i), Trade: law.Pence(r.Int64N(500_000)), Hours: surplus.Hundredths(r.Int64N(200_000))}
	}
	m, err := surplus.NewRoll(list)
	if err != nil {
		b.Fatal(err)
	}
	for name, terms := range map[string]*surplus.Terms{
		"rate":      {Parts: by(surplus.Trade), Rate: law.Known(law.Per(2, 1000))},
		"two parts": {Parts: []surplus.Part{half(surplus.By(surplus.Head)), half(surplus.By(surplus.Hours))}},
	} {
		b.Run("members=1000000/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := surplus.Among(law.Pounds(7_200_000), m, terms); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
