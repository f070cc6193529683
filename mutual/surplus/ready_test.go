package surplus_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// unlimited is a third party's form that allows everything: foreign policies are tried on
// it, since no form here is theirs.
type unlimited struct{ legalform.Form }

func (unlimited) Allow(any, law.Payment, *law.Books) (law.Allowance, error) { return law.Open(), nil }

func anyForm() (unlimited, any) {
	f := society.CoOperative(society.Enacted())
	return unlimited{f}, f.Draft(plan())
}

func ready(t *testing.T, id string) *surplus.Policy {
	t.Helper()
	p, err := surplus.ReadyPolicy(id)
	require.NoError(t, err)
	return p
}

// euros is a year of a foreign worked example.
func euros(result int64) surplus.Year {
	y := yearTo("2025-12-31", law.Pounds(result))
	y.Capital = 0
	return y
}

// foreignYear puts a year through a ready policy under no limits but its own.
func foreignYear(t *testing.T, id string, y surplus.Year) *surplus.Outcome {
	t.Helper()
	f, body := anyForm()
	out, err := surplus.Distribute(f, body, y, ready(t, id))
	require.NoError(t, err)
	check(t, f, out)
	return out
}

func paid(out *surplus.Outcome, steps ...string) (sum law.Pence) {
	for _, s := range steps {
		sum += out.Line(s).Paid
	}
	return sum
}

func TestX1SpainTakesFromEachPartOfTheResult(t *testing.T) {
	y := euros(350_000)
	y.Opening, y.Outside = law.Pounds(-20_000), law.Known(law.Pounds(90_000))
	out := foreignYear(t, "spain", y)
	assert.Equal(t, law.Pounds(48_000), paid(out, "mandatory reserve"))
	assert.Equal(t, law.Pounds(45_000), paid(out, "mandatory reserve from other profit"))
	assert.Equal(t, law.Pounds(12_000), paid(out, "education fund"))
	require.NoError(t, out.ErrAt(law.Practice))
	y.Outside = law.Fact[law.Pence]{}
	f, body := anyForm()
	_, err := surplus.Distribute(f, body, y, ready(t, "spain"))
	require.ErrorIs(t, err, surplus.ErrNotStated)
	assert.ErrorContains(t, err, `step "mandatory reserve": year.outside`)
}

func TestX1SpanishInterestIsSixPointsAboveTheLegalRate(t *testing.T) {
	p := ready(t, "spain")
	p.Steps = append([]surplus.Step{{
		Name: "interest", Kinds: []law.PaymentKind{law.ShareInterest}, Share: law.Percent(20), Of: surplus.OfCapital,
		Caps: []surplus.Measure{surplus.SpanishInterestCap()},
	}}, p.Steps...)
	y := euros(350_000)
	y.Capital, y.Outside = law.Pounds(100_000), law.Known(law.Pence(0))
	y.Rates = []surplus.NamedRate{{"legal-interest", law.Per(325, 10_000)}}
	f, body := anyForm()
	out, err := surplus.Distribute(f, body, y, p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(9_250), paid(out, "interest"))
}

func TestX2BasqueReliefHalvesTheContributionAndNotTheWhole(t *testing.T) {
	for _, c := range []struct{ fund, reserve, contribution int64 }{
		{500_000, 80_000, 40_000},
		{450_000, 80_000, 40_000}, // half the capital is reached
		{449_999, 100_000, 20_000},
		{300_000, 100_000, 20_000},
	} {
		y := euros(400_000)
		y.Capital, y.Opening = law.Pounds(900_000), law.Pounds(c.fund)
		y.Funds = []surplus.Fund{{Name: "mandatory-reserve", Amount: law.Pounds(c.fund), Indivisible: true}}
		out := foreignYear(t, "basque", y)
		assert.Equal(t, law.Pounds(c.reserve), paid(out, "mandatory reserve", "mandatory reserve in its place"))
		assert.Equal(t, law.Pounds(c.contribution), paid(out, "public interest", "public interest, halved"))
		assert.Equal(t, law.Pounds(280_000), paid(out, "returns"))
		assert.Equal(t, law.Pounds(c.fund+c.reserve), out.Carried()[0].Amount)
	}
}

func TestX3ItalyCapsTheDividendByTheBestPostalBond(t *testing.T) {
	y := euros(180_000)
	y.Capital, y.Rates = law.Pounds(200_000), []surplus.NamedRate{{"postal-bond", law.Percent(2)}}
	out := foreignYear(t, "italy", y)
	assert.Equal(t, law.Pounds(54_000), paid(out, "legal reserve"))
	assert.Equal(t, law.Pounds(5_400), paid(out, "mutual fund"))
	assert.Equal(t, law.Pounds(9_000), paid(out, "dividend"))
}

func TestX4TheLegalReserveOfASCOPStopsAtTheHighestCapital(t *testing.T) {
	y := euros(300_000)
	y.Capital, y.HighestCapital = law.Pounds(150_000), law.Known(law.Pounds(200_000))
	y.Opening, y.Funds = law.Pounds(180_000), []surplus.Fund{{Name: "legal-reserve", Amount: law.Pounds(180_000)}}
	out := foreignYear(t, "france-scop", y)
	assert.Equal(t, law.Pounds(45_000), out.Line("legal reserve").Asked)
	assert.Equal(t, law.Pounds(20_000), paid(out, "legal reserve"))
	assert.Equal(t, law.Pounds(75_000), paid(out, "workers"))
	assert.Equal(t, law.Pounds(75_000), paid(out, "interest on shares"))
	require.NoError(t, out.ErrAt(law.Practice), "a reserve that is full is not short")

	p := ready(t, "france-scop")
	p.Steps[4].Share = law.Percent(40)
	p.Steps[2].Share = law.Percent(20)
	f, body := anyForm()
	out, err := surplus.Distribute(f, body, y, p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(120_000), out.Line("interest on shares").Asked)
	assert.Equal(t, law.Pounds(75_000), paid(out, "interest on shares"), "no more than the workers")
	p.Steps[2].Share = law.Percent(10)
	out, err = surplus.Distribute(f, body, y, p)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(50_000), paid(out, "interest on shares"), "no more than the reserves")
}

func TestQuebecAsksForAFurtherTenthWhileEquityIsLow(t *testing.T) {
	for debts, want := range map[int64]int64{100_000: 0, 100_001: 10_000} {
		y := euros(100_000)
		y.Capital, y.Opening, y.Debts = law.Pounds(30_000), law.Pounds(10_000), law.Known(law.Pounds(debts))
		out := foreignYear(t, "quebec", y)
		assert.Equal(t, law.Pounds(10_000), paid(out, "reserve"))
		assert.Equal(t, law.Pounds(want), paid(out, "further reserve"), "equity of 40,000 and debts of %d", debts)
		assert.Equal(t, want == 0, out.Line("further reserve").Skipped)
		assert.Equal(t, law.Pounds(90_000-want), paid(out, "rebates"))
	}
}

func TestX5AFifthOfAPatronageDividendIsInMoney(t *testing.T) {
	y := euros(10_000) // of which 90% are the patronage dividend
	out := foreignYear(t, "us-subchapter-t", y)
	require.Equal(t, law.Pounds(9_000), paid(out, "patronage dividend in money", "patronage dividend in notices"))
	assert.Equal(t, law.Pounds(1_800), paid(out, "patronage dividend in money"))
	require.Len(t, out.Provisos, 1)
	assert.Equal(t, law.Pounds(1_800), out.Provisos[0].Limit)
	assert.True(t, out.Provisos[0].Kept)

	p := ready(t, "us-subchapter-t")
	p.Steps[1].Share = law.Percent(17)
	f, body := anyForm()
	out, err := surplus.Distribute(f, body, y, p)
	require.NoError(t, err)
	require.NoError(t, out.Err(), "it is not unlawful")
	assert.ErrorIs(t, out.ErrAt(law.Practice), surplus.ErrProviso)
}

func TestX6InternalAccountsRiseByTheWholeIncome(t *testing.T) {
	y := euros(60_000)
	y.Hours = law.Known[int64](4_200)
	out := foreignYear(t, "us-internal-accounts", y)
	assert.Equal(t, law.Pounds(18_000), paid(out, "collective account"))
	pool, ok := out.Pool(2)
	require.True(t, ok)
	assert.Equal(t, law.Per(1000, 1), pool.Rate(), "ten pounds an hour")
	shares := make([]law.Pence, 3)
	residue, err := pool.Into(shares, []int64{1_800, 1_500, 900})
	require.NoError(t, err)
	assert.Zero(t, residue)
	assert.Equal(t, []law.Pence{law.Pounds(18_000), law.Pounds(15_000), law.Pounds(9_000)}, shares)
}

func TestRochdaleGivesToEducationBeforeTheDividend(t *testing.T) {
	y := euros(1_000)
	y.Capital, y.Trade = law.Pounds(4_000), law.Known(law.Pounds(7_800))
	out := foreignYear(t, "rochdale", y)
	assert.Equal(t, law.Pounds(200), paid(out, "interest"))
	assert.Equal(t, law.Pounds(20), paid(out, "education"))
	pool, ok := out.Pool(3)
	require.True(t, ok)
	assert.Equal(t, law.Percent(10), pool.Rate())
}

func TestMondragonsPractice(t *testing.T) {
	y := euros(107_000)
	y.Capital = law.Pounds(100_000)
	out := foreignYear(t, "mondragon", y)
	assert.Equal(t, law.Pounds(7_000), paid(out, "interest on accounts"))
	assert.Equal(t, law.Pounds(45_000), paid(out, "collective reserve"))
	assert.Equal(t, law.Pounds(10_000), paid(out, "social fund"))
	assert.Equal(t, law.Pounds(45_000), paid(out, "members' accounts"))
}

func TestEveryReadyPolicyCanBeFollowedAndReadBack(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range surplus.Ready() {
		require.NoError(t, p.Check(), p.About.ID)
		assert.NotEmpty(t, p.About.Title)
		assert.NotEmpty(t, p.About.Source)
		assert.False(t, seen[p.About.ID], "%s is there twice", p.About.ID)
		seen[p.About.ID] = true
		text, err := json.Marshal(p)
		require.NoError(t, err)
		back, err := surplus.Read(bytes.NewReader(text))
		require.NoError(t, err, p.About.ID)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.JSONEq(t, string(text), string(again))
		for _, s := range p.Steps {
			if p.About.NotValidated {
				assert.Equal(t, law.Practice, s.Rule.Weight, "%s: no foreign law is called statute", p.About.ID)
				assert.False(t, s.Rule.Provision.IsZero(), "%s: %s cites nothing", p.About.ID, s.Name)
				assert.NotEmpty(t, p.About.LeavesOut)
			}
		}
	}
	assert.Len(t, seen, 17)
	_, err := surplus.ReadyPolicy("sce")
	assert.ErrorContains(t, err, "consumer-co-op")
}

var update = flag.Bool("update", false, "write testdata/ready.json anew")

// The policies as data, to be read by whoever knows the law and not the language.
func TestReadyPoliciesAsData(t *testing.T) {
	var got bytes.Buffer
	e := json.NewEncoder(&got)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	require.NoError(t, e.Encode(surplus.Ready()))
	golden := filepath.Join("testdata", "ready.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), got.String(), "a ready policy has changed: go test ./mutual/surplus -update, and read the difference as a lawyer would")
}

func TestPoliciesOfTheKingdomAreMadeInFullByTheirForms(t *testing.T) {
	c, s := cic.Enacted(), society.Enacted()
	for id, f := range map[string]legalform.Form{
		"consumer-co-op": society.CoOperative(s), "worker-co-op": society.CoOperative(s), "multi-stakeholder": society.CoOperative(s),
		"community-benefit-society": society.CommunityBenefit(s),
		"cic-guarantee":             cic.Guarantee(c), "cic-shares-schedule-2": cic.SharesSchedule2(c), "cic-shares-schedule-3": cic.SharesSchedule3(c),
	} {
		with := plan()
		with.DeclaredInterest = law.Known(law.Percent(5))
		body := f.Draft(with)
		p := ready(t, id)
		for _, tax := range []int64{0, 19, 25} {
			p.Tax = law.Percent(tax)
			for _, result := range []int64{0, 1, 40_000, 1_000_000} {
				y := yearTo("2020-03-31", law.Pounds(result))
				y.Opening = law.Pounds(-1_000)
				out, err := surplus.Distribute(f, body, y, p)
				require.NoError(t, err)
				check(t, f, out)
				lawful(t, f, body, y, p, out)
				if result >= 40_000 {
					require.NoError(t, out.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice), id)
					assert.Empty(t, out.Unsettled())
				}
			}
		}
	}
}

func TestACommunityBenefitSocietyPaysInterestAndDistributesNothing(t *testing.T) {
	f := society.CommunityBenefit(society.Enacted())
	with := plan()
	with.DeclaredInterest = law.Known(law.Percent(3))
	out, err := surplus.Distribute(f, f.Draft(with), yearTo("2020-03-31", law.Pounds(40_000)), ready(t, "community-benefit-society"))
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(360), out.PaidOf(law.ShareInterest))
	assert.Zero(t, out.PaidOf(law.Patronage, law.Dividend))
	assert.Equal(t, law.Pounds(19_820), out.PaidOf(law.ToCommunity))
}

func TestE11TheModelsCapOnInterestIsTheGreaterOfTwo(t *testing.T) {
	f, body := anyForm()
	p := &surplus.Policy{Steps: []surplus.Step{{
		Name: "interest", Kinds: []law.PaymentKind{law.ShareInterest}, Share: law.Percent(20), Of: surplus.OfCapital,
		Caps: []surplus.Measure{surplus.ModelInterestCap()},
	}}}
	for base, want := range map[law.Ratio]law.Pence{law.Per(1, 1000): 600_00, law.Percent(3): 600_00, law.Per(525, 10_000): 870_00} {
		y := yearTo("2020-03-31", law.Pounds(100_000))
		y.BaseRate = law.Known(base)
		out, err := surplus.Distribute(f, body, y, p)
		require.NoError(t, err)
		assert.Equal(t, want, paid(out, "interest"), "base rate %v", base)
	}
}
