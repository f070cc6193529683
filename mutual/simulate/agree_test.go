package simulate

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// everything is assumptions in which all that a model knows happens.
func everything(first law.Date) *Assumptions {
	chance := func(low, high int64) Distribution {
		return Distribution{
			Kind: UniformShape, Low: law.Known(law.Per(low, 1000)), High: law.Known(law.Per(high, 1000)), Assumption: "for a test",
		}
	}
	return &Assumptions{
		FirstDay: first, Years: 10, Income: law.Pounds(300_000), IncomeGrowth: law.Percent(2), Costs: law.Pounds(250_000), CostGrowth: law.Per(1, 60),
		Contracts: []Contract{
			{
				Name: "council", Yearly: law.Pounds(400_000), Uplift: law.Percent(1), Ends: first.AddMonths(40), Term: 30,
				Lost: law.Per(1, 5), Costs: law.Pounds(20_000), Staff: 8, Assumption: "for a test",
			},
			{Name: "pilot", Yearly: law.Pounds(50_000), Ends: first.AddDays(500), Costs: law.Pounds(30_000), Staff: 1, Assumption: "for a test"},
		},
		Shocks: []Shock{{Year: 4, Income: law.Percent(97), Costs: law.Per(99, 100), Why: "for a test"}},
		Staff:  12, StaffGrowth: law.Percent(3), Pay: law.Pounds(26_000), PayGrowth: law.Percent(2), OnCosts: law.Per(14, 100),
		StickyVAT: law.Per(3, 100), Recruiting: law.Pounds(2_000), Capital: law.Pounds(60_000), Opening: law.Pounds(10_000),
		Raised: []Raise{{2, law.Pounds(15_000)}}, Withdrawable: true, Overdraft: law.Pounds(20_000), HoldBack: law.Pounds(30_000),
		WorkingCapital: law.Per(1, 12), Members: 12, Joining: law.Percent(50), Quorum: Quorum{3, law.Percent(25)},
		MembersTrade: law.Known(law.Percent(30)), Hours: law.Known(int64(1_650)), DeclaredAfter: 6, BaseRate: law.Known(law.Per(1, 200)),
		Drivers: Drivers{
			Growth: chance(-80, 80), Uplift: chance(-10, 10), Inflation: chance(-20, 20), PayRise: chance(-20, 20), Disruption: chance(-60, 10),
			Margin: chance(-60, 110), Price: chance(-100, 0), Turnover: chance(50, 250), Withdrawals: chance(0, 300), BaseRate: chance(0, 50),
			Turnout: chance(200, 600),
		},
	}
}

func organisationOf(f legalform.Form, first law.Date) *mutual.Organisation {
	return &mutual.Organisation{Name: "Hill", Form: f, AsAt: first, In: law.England, Body: f.Draft(law.Plan{
		Name: "Hill", Founded: first, In: law.England, Staff: 12, Members: 12, Capital: law.Pounds(60_000), Locked: "Hill Charity",
		Activity: "care", ForCommunity: law.Known(true), DeclaredInterest: law.Known(law.Percent(5)),
	})}
}

// mixed pays something of everything, as far as a form allows it, and draws on a fund.
func mixed() *surplus.Policy {
	return &surplus.Policy{Tax: law.Percent(19), Steps: []surplus.Step{
		{Name: "losses", To: surplus.Losses, Share: law.Per(1, 1), Of: surplus.OfLosses},
		{Name: "lean years", To: surplus.GeneralReserve, Fund: "lean years", Share: law.Percent(20)},
		{Name: "work", Kinds: []law.PaymentKind{law.Patronage, law.StaffBonus}, Share: law.Percent(20), Of: surplus.OfResult},
		{Name: "capital", Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}, Share: law.Percent(30), Of: surplus.OfCapital},
		{Name: "locked", Kinds: []law.PaymentKind{law.LockedDividend}, Share: law.Percent(5)},
		{Name: "good causes", Kinds: []law.PaymentKind{law.ToCommunity}, Amount: law.Pounds(3_000), DrawOn: "lean years"},
	}}
}

func TestBlocksAndTheWholeWaterfallAgreeOnEveryPath(t *testing.T) {
	for _, first := range []string{"2010-10-01", "2024-04-01"} {
		on := law.MustDate(first)
		for _, f := range legalform.In(law.England) {
			t.Run(fmt.Sprintf("%s from %s", f.FormID(), first), func(t *testing.T) {
				s := &Scenario{Name: f.FormID(), Organisation: organisationOf(f, on), Assumptions: everything(on), Policy: mixed()}
				agree(t, s)
			})
		}
	}
}

// agree runs a block and follows some of its paths one by one.
func agree(t *testing.T, s *Scenario) {
	m, err := s.model(map[*Assumptions]*world{})
	require.NoError(t, err)
	const seed, first = 7, 5 * engine.Width
	c := m.course()
	c.begin(draws{seed: seed, first: first}, engine.Width)
	lanes := []int{0, 1, 7, 31, 64, engine.Width - 1}
	alone := map[int]*Projection{}
	for _, i := range lanes {
		p, err := s.Path(seed, uint64(first+i))
		require.NoError(t, err)
		alone[i] = p
	}
	for y := range c.calendars {
		going := c.live
		require.NoError(t, c.year(y))
		for _, i := range lanes {
			p := alone[i]
			require.Equal(t, going.Has(i), y < len(p.Years), "path %d, year %d", i, y+1)
			if !going.Has(i) {
				continue
			}
			got := &p.Years[y]
			assert.EqualValues(t, got.Income, c.income[i])
			assert.EqualValues(t, got.Income-got.Costs, c.result[i])
			assert.EqualValues(t, got.Reserves, c.reserves[i])
			require.EqualValues(t, got.Cash, c.cash[i], "path %d, year %d", i, y+1)
			assert.EqualValues(t, got.Staff, c.staff[i])
			assert.EqualValues(t, got.Members, c.members[i])
			for _, k := range c.pays {
				assert.EqualValues(t, got.Outcome.PaidOf(k), c.paid[k][i], "%v, path %d, year %d", k, i, y+1)
			}
		}
	}
}

func TestNoPathBreaksARuleThatTheAssumedYearsDoNot(t *testing.T) {
	for _, first := range []string{"2010-10-01", "2024-04-01"} {
		on := law.MustDate(first)
		for _, f := range legalform.In(law.England) {
			s := &Scenario{Name: f.FormID(), Organisation: organisationOf(f, on), Assumptions: everything(on), Policy: mixed()}
			central, err := Project(s.Organisation, s.Assumptions, s.Policy)
			require.NoError(t, err)
			for n := range uint64(20) {
				p, err := s.Path(3, n)
				require.NoError(t, err)
				for y := range p.Years {
					assert.ElementsMatch(t, broken(central.Years[y].Report), broken(p.Years[y].Report), "%s from %s, path %d, year %d", f.FormID(), first, n, y+1)
				}
			}
		}
	}
}

func broken(rep *law.Report) (codes []law.Code) {
	for _, f := range rep.Findings {
		if f.Outcome == law.Breached {
			codes = append(codes, f.Code)
		}
	}
	return codes
}
