package simulate

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// through takes lane 0 of a world through its years, with every driver at its median, and
// keeps something of each.
func through(t *testing.T, a *Assumptions, of func(*paths) int64) (out []int64) {
	t.Helper()
	w, err := a.world()
	require.NoError(t, err)
	var p paths
	w.begin(&p, draws{central: true})
	for y := range w.calendars {
		w.step(&p, y)
		out = append(out, of(&p))
		kept := p.result
		w.settle(&p, &kept, &none)
	}
	return out
}

func income(p *paths) int64 { return p.income[0] }
func result(p *paths) int64 { return p.result[0] }
func staff(p *paths) int64  { return p.staff[0] }

func plain() *Assumptions {
	return &Assumptions{FirstDay: law.MustDate("2023-04-01"), Years: 4, DeclaredAfter: 6}
}

func certain(value law.Ratio) Distribution {
	return Distribution{Kind: ConstantShape, Value: law.Known(value), Assumption: "for a test"}
}

func TestAContractPaysUpToItsLastDay(t *testing.T) {
	for _, c := range []struct {
		name string
		ends string
		term int
		lost law.Ratio
		want []int64
	}{
		{"it outlasts the years", "2030-03-31", 0, law.Ratio{}, []int64{36_500_00, 36_500_00, 36_500_00, 36_500_00}},
		{"it ends with the second year", "2025-03-31", 0, law.Ratio{}, []int64{36_500_00, 36_500_00, 0, 0}},
		{"it ends on the first day of the third", "2025-04-01", 0, law.Ratio{}, []int64{36_500_00, 36_500_00, 100_00, 0}},
		{"it is tendered and won", "2025-03-31", 12, law.Ratio{}, []int64{36_500_00, 36_500_00, 36_500_00, 36_500_00}},
		{"it is tendered and lost", "2025-03-31", 12, law.Per(1, 1), []int64{36_500_00, 36_500_00, 0, 0}},
		{"it is tendered within the year and lost", "2025-04-10", 12, law.Per(1, 1), []int64{36_500_00, 36_500_00, 1_000_00, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := plain()
			a.Contracts = []Contract{{
				Name: "council", Yearly: law.Pounds(36_500), Ends: law.MustDate(c.ends), Term: c.term, Lost: c.lost, Assumption: "for a test",
			}}
			assert.Equal(t, c.want, through(t, a, income))
		})
	}
}

func TestAContractThatIsLostTakesItsCostsAndItsStaffWithIt(t *testing.T) {
	a := plain()
	a.Staff, a.Pay, a.OnCosts = 10, law.Pounds(20_000), law.Percent(25)
	a.Contracts = []Contract{{
		Name: "council", Yearly: law.Pounds(365_000), Ends: law.MustDate("2024-08-23"), Term: 36, Lost: law.Per(1, 1),
		Costs: law.Pounds(36_500), Staff: 4, Assumption: "for a test",
	}}
	assert.Equal(t, []int64{10, 6, 6, 6}, through(t, a, staff))
	// From 1 April to 23 August are 145 of the 365 days of the second year: £145,000 comes in;
	// £14,500 of costs go out; six are paid all year and four £20,000 * 145/365 each; a quarter
	// comes on top.
	wages := int64(6*20_000_00 + 4*20_000_00*145/365)
	assert.Equal(t, []int64{
		365_000_00 - 36_500_00 - 250_000_00, 145_000_00 - 14_500_00 - wages - (wages+2)/4, -150_000_00, -150_000_00,
	}, through(t, a, result), "the first year is a leap year of 366 days, and pays no more")
}

func TestPayCostsTaxAndRecruitingComeOffTheResult(t *testing.T) {
	a := plain()
	a.Years, a.Income, a.Costs, a.StickyVAT = 2, law.Pounds(500_000), law.Pounds(100_000), law.Per(3, 100)
	a.Staff, a.Pay, a.PayGrowth, a.OnCosts = 10, law.Pounds(25_000), law.Percent(4), law.Percent(20)
	a.Recruiting, a.Drivers = law.Pounds(3_000), Drivers{Turnover: certain(law.Percent(25))}
	first := int64(500_000 - 100_000 - 3_000 - 250_000 - 50_000 - 2*3_000)
	assert.Equal(t, []int64{first * 100, (first - 10_000 - 2_000) * 100}, through(t, a, result), "two of ten leave in a year")
}

func TestDriversAddToWhatIsAssumed(t *testing.T) {
	a := plain()
	a.Years, a.Income, a.IncomeGrowth = 3, law.Pounds(1_000), law.Percent(2)
	a.Drivers = Drivers{Growth: certain(law.Percent(3)), Disruption: certain(law.Percent(-10)), Margin: certain(law.Percent(-50))}
	assert.Equal(t, []int64{900_00, 945_00, 992_25}, through(t, a, income), "5% a year, less a tenth of each year for that year")
	assert.Equal(t, []int64{450_00, 472_50, 496_13}, through(t, a, result), "half of it gone, rounded half up")
}

func TestMembersComeAndGoWithTheStaff(t *testing.T) {
	a := plain()
	a.Staff, a.Members, a.Joining = 100, 80, law.Percent(50)
	a.Drivers = Drivers{Turnover: certain(law.Percent(10)), Turnout: certain(law.Percent(25))}
	assert.Equal(t, []int64{77, 75, 73, 71}, through(t, a, func(p *paths) int64 { return p.members[0] }), "a tenth leave, five of the ten new employees join")
	assert.Equal(t, []int64{19, 18, 18, 17}, through(t, a, func(p *paths) int64 { return p.present[0] }))
}

func TestCapitalIsRaisedAndWithdrawnAsFarAsThereIsCash(t *testing.T) {
	a := plain()
	a.Capital, a.Raised, a.Withdrawable, a.HoldBack = law.Pounds(10_000), []Raise{{2, law.Pounds(5_000)}}, true, law.Pounds(10_000)
	a.Drivers = Drivers{Withdrawals: certain(law.Percent(40))}
	capital := through(t, a, func(p *paths) int64 { return p.capital[0] })
	assert.Equal(t, []int64{10_000_00, 15_000_00, 10_000_00, 10_000_00}, capital, "£10,000 must stay in the bank")
	short := through(t, a, func(p *paths) int64 { return p.short[0] })
	assert.Equal(t, []int64{0, -4_000_00, -1_000_00, -4_000_00}, short, "of the year before")
}

func TestWorkingCapitalTiesUpCashAsIncomeGrows(t *testing.T) {
	a := plain()
	a.Years, a.Income, a.IncomeGrowth, a.WorkingCapital = 3, law.Pounds(12_000), law.Percent(100), law.Per(1, 12)
	a.Cash = law.Known(law.Pounds(5_000))
	cash := through(t, a, func(p *paths) int64 { return p.cash[0] })
	assert.Equal(t, []int64{5_000_00, 16_000_00, 39_000_00}, cash, "on the first day of each year: £1,000 is tied up in the first, £1,000 more in the second")
}

func TestCashEarnsTheBaseRateAndAnOverdraftCostsIt(t *testing.T) {
	a := plain()
	a.Years, a.Cash, a.Drivers = 2, law.Known(law.Pounds(-10_000)), Drivers{BaseRate: certain(law.Percent(5))}
	assert.Equal(t, []int64{-500_00, -525_00}, through(t, a, result))
}
