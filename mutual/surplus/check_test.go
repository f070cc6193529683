package surplus_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func TestAPolicyThatCannotBeReadNamesThePlace(t *testing.T) {
	step := func(s string) string { return `{"steps": [{"name": "a", "share": "10%"}, {"name": "b", ` + s + `}]}` }
	for policy, want := range map[string]string{
		step(`"share": "10%", "to": "the-poor"`):                                                                      "steps[1].to: not a recipient",
		step(`"share": "10%", "by": "luck"`):                                                                          "steps[1].by: not a factor",
		step(`"share": "10%", "of": "hope"`):                                                                          "steps[1].of: not a base",
		step(`"share": "10%", "kinds": ["loot"]`):                                                                     "steps[1].kinds[0]: not a kind of payment",
		step(`"share": "10%", "colour": "red"`):                                                                       `steps[1]: unknown field "colour"`,
		step(`"amount": "-1"`):                                                                                        "steps[1].amount: -£1.00",
		step(`"amount": "1000000000000000"`):                                                                          "steps[1].amount: amount beyond",
		step(`"amount": "0.001"`):                                                                                     "steps[1].amount: amount has a fraction",
		step(`"amount": "5", "share": "10%"`):                                                                         "steps[1].amount: £5.00, where a share",
		step(`"share": "101%"`):                                                                                       "steps[1].share: 101% is not between",
		step(`"share": "1/1000000007"`):                                                                               "steps[1].share: 1/1000000007 is finer",
		step(`"share": "10%", "kinds": ["patronage", "patronage"], "to": "members"`):                                  "steps[1].kinds[1]: patronage is there twice",
		step(`"share": "10%", "kinds": ["dividend"], "to": "staff"`):                                                  "steps[1].kinds[0]: staff is not paid by dividend",
		step(`"share": "10%", "kinds": ["dividend"], "to": "indivisible-reserve"`):                                    "steps[1].kinds[0]: what goes to the indivisible-reserve stays",
		step(`"share": "10%", "to": "members"`):                                                                       "steps[1].kinds: none is given",
		step(`"share": "10%", "kinds": ["dividend"], "fund": "x"`):                                                    "steps[1].fund: a payment goes out",
		step(`"share": "10%", "fund": "general"`):                                                                     "steps[1].fund: \"general\" is what is in no fund",
		step(`"share": "10%", "to": "losses", "fund": "x"`):                                                           "steps[1].fund: losses",
		step(`"share": "10%", "kinds": ["dividend"], "until": {"amount": "1"}`):                                       "steps[1].until: a payment fills",
		step(`"share": "10%", "draw_on": "general"`):                                                                  "steps[1].draw_on: a reserve is not",
		step(`"share": "10%", "by": "hours"`):                                                                         "steps[1].by: what is kept",
		step(`"share": "10%", "of": "left-after"`):                                                                    "steps[1].named: 0 names, and left-after takes one",
		step(`"share": "10%", "of": "paid-by"`):                                                                       "steps[1].named: 0 names, and paid-by takes 1 or more",
		step(`"share": "10%", "of": "result", "named": ["a"]`):                                                        "steps[1].named: 1 names, and result takes none",
		step(`"share": "10%", "of": "left-after", "named": ["c"]`):                                                    `steps[1].named[0]: no step is called "c"`,
		step(`"share": "10%", "of": "left-after", "named": ["b"]`):                                                    `steps[1].named[0]: step "b" does not come earlier`,
		step(`"share": "10%", "of": "paid-by", "named": ["a", "a"]`):                                                  `steps[1].named[1]: the same pound is spent twice`,
		step(`"share": "10%", "floor": {"amount": "-5"}`):                                                             "steps[1].floor.amount: -£5.00",
		step(`"share": "10%", "caps": [{"amount": "5"}, {"share": "1001%"}]`):                                         "steps[1].caps[1].share: 1001%",
		step(`"share": "10%", "caps": [{"amount": "5", "or_more": {"share": "5%", "of": "fund"}}]`):                   "steps[1].caps[0].or_more.named: 0 names",
		step(`"share": "10%", "until": {"share": "5%", "of": "fund"}`):                                                "steps[1].until.named",
		step(`"share": "10%", "while": {"is": {"share": "1%"}}`):                                                      "steps[1].while: give one of",
		step(`"share": "10%", "while": {"is": {"share": "1%"}, "below": {"amount": "1"}, "at_least": {}}`):            "steps[1].while: give one of",
		step(`"share": "10%", "while": {"is": {"share": "1%", "of": "fund"}, "below": {"amount": "1"}}`):              "steps[1].while.is.named",
		step(`"share": "10%", "while": {"is": {"share": "1%"}, "below": {"share": "1%", "of": "fund"}}`):              "steps[1].while.below.named",
		step(`"share": "10%", "while": {"is": {"share": "1%"}, "at_least": {"share": "1%", "of": "fund"}}`):           "steps[1].while.at_least.named",
		`{"steps": [{"name": "a"}, {"name": "a"}, {"name": "b", "share": "1%", "of": "left-after", "named": ["a"]}]}`: `steps[2].named[0]: two steps are called "a"`,
		`{"steps": [{"name": "a", "share": "60%", "of": "result"}, {"name": "b", "kinds": ["dividend"], "share": "41%", "of": "result"}]}`:                                                "steps[1].share: the same pound is spent twice",
		`{"steps": [{"name": "a", "share": "1%"}, {"name": "b", "share": "70%", "of": "left-after", "named": ["a"]}, {"name": "c", "share": "1/3", "of": "left-after", "named": ["a"]}]}`: "steps[2].share: the same pound is spent twice",
		`{"steps": [{"name": "a", "to": "indivisible-reserve", "fund": "x", "share": "1%"}, {"name": "b", "kinds": ["dividend"], "share": "1%", "draw_on": "x"}]}`:                        `steps[1].draw_on: fund "x" is indivisible`,
		`{"steps": [{"name": "a", "to": "indivisible-reserve", "fund": "x", "share": "1%"}, {"name": "b", "fund": "x", "share": "1%"}]}`:                                                  `steps[1].fund: fund "x" is indivisible in one step`,
		`{"steps": [], "tax": "101%"}`:                                                                                     "tax: 101%",
		`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": ["a"]}]}`:                                          "provisos[0].at_most: give one",
		`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": [], "at_most": {}}]}`:                              "provisos[0].steps: 0 names",
		`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": ["z"], "at_most": {}}]}`:                           `provisos[0].steps[0]: no step is called "z"`,
		`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": ["a", "a"], "at_most": {}}]}`:                      `provisos[0].steps[1]: step "a" is there twice`,
		`{"steps": [{"name": "a"}], "provisos": [{"steps": ["a"], "at_most": {}}]}`:                                        "provisos[0].name: none",
		`{"steps": [{"name": "a"}], "provisos": [{"name": "p", "steps": ["a"], "at_least": {"amount": "-1"}}]}`:            "provisos[0].at_least.amount",
		`{"steps": [` + strings.Repeat(`{"name": "a"},`, surplus.MaxSteps) + `{"name": "a"}]}`:                             "steps: 101, and 100 are the most",
		`{"steps": [{"name": "a", "caps": [` + strings.Repeat(`{"or_more":`, 70) + `{}` + strings.Repeat(`}`, 70) + `]}]}`: "nested too deeply",
	} {
		_, err := surplus.Read(strings.NewReader(policy))
		assert.ErrorContains(t, err, want, "%s", policy)
	}
}

func TestAPolicyMadeInGoIsCheckedToo(t *testing.T) {
	deep := surplus.Measure{}
	for range surplus.MaxSteps + 2 {
		next := deep
		deep = surplus.Measure{OrMore: &next}
	}
	for want, s := range map[string]surplus.Step{
		"steps[0].to: unknown(99)":                  {Name: "a", To: 99},
		"steps[0].by: unknown(99)":                  {Name: "a", By: 99},
		"steps[0].of: unknown(99)":                  {Name: "a", Of: 99},
		"steps[0].kinds[0]: unknown(99) is no kind": {Name: "a", Kinds: []law.PaymentKind{99}},
		"steps[0].kinds[0]: unknown(0) is no kind":  {Name: "a", Kinds: []law.PaymentKind{0}},
		"or_more: too many measures":                {Name: "a", Floor: &deep},
		"steps[0].amount":                           {Name: "a", Amount: law.MaxPence + 1},
	} {
		p := surplus.Policy{Steps: []surplus.Step{s}}
		assert.ErrorContains(t, p.Check(), want)
	}
}

func TestSharesThatSomethingHoldsDownMayAddUpToMore(t *testing.T) {
	a := surplus.Step{Name: "a", Share: law.Percent(60), Of: surplus.OfResult}
	b := a
	b.Name = "b"
	p := surplus.Policy{Steps: []surplus.Step{a, b}}
	require.ErrorIs(t, p.Check(), surplus.ErrTwice)
	for name, hold := range map[string]func(*surplus.Step){
		"a cap":       func(s *surplus.Step) { s.Caps = []surplus.Measure{{Amount: 1}} },
		"a size":      func(s *surplus.Step) { s.Until = &surplus.Measure{Amount: 1} },
		"a condition": func(s *surplus.Step) { s.While = &surplus.Condition{Below: &surplus.Measure{Amount: 1}} },
		"less of it":  func(s *surplus.Step) { s.Share = law.Percent(40) },
	} {
		held := b
		hold(&held)
		assert.NoError(t, (&surplus.Policy{Steps: []surplus.Step{a, held}}).Check(), name)
	}
}

func TestThePoundsOfThePartsAreThePoundsOfTheResult(t *testing.T) {
	part := func(of surplus.Base, percent int64) surplus.Step {
		return surplus.Step{Name: of.String(), Share: law.Percent(percent), Of: of}
	}
	losses := part(surplus.OfResult, 100) // as much of it as there are losses
	losses.To = surplus.Losses
	all, inside, outside := surplus.OfResult, surplus.OfMembersResult, surplus.OfOutsideResult
	for name, x := range map[string]struct {
		twice bool
		steps []surplus.Step
	}{
		"all, and a part of a part":            {true, []surplus.Step{part(all, 100), part(inside, 20)}},
		"a part of a part, and all":            {true, []surplus.Step{part(outside, 20), part(all, 100)}},
		"a half, and more than half of each":   {true, []surplus.Step{part(inside, 60), part(all, 50), part(outside, 51)}},
		"a half, and a half of each":           {false, []surplus.Step{part(inside, 50), part(all, 50), part(outside, 50)}},
		"a half, and more than half of one":    {false, []surplus.Step{part(all, 50), part(outside, 60)}},
		"losses out of all, then a part of it": {false, []surplus.Step{losses, part(all, 40)}},
	} {
		err := (&surplus.Policy{Steps: x.steps}).Check()
		assert.Equal(t, x.twice, errors.Is(err, surplus.ErrTwice), "%s: %v", name, err)
	}
}

func TestAStepUnderNoRuleIsNoMatterOfStatute(t *testing.T) {
	f, body := anyForm()
	p := &surplus.Policy{
		Steps:    []surplus.Step{{Name: "gift", Amount: 100, Must: true}},
		Provisos: []surplus.Proviso{{Name: "some", Steps: []string{"gift"}, AtLeast: &surplus.Measure{Amount: 1}}},
	}
	out, err := surplus.Distribute(f, body, yearTo("2020-03-31", -1), p)
	require.NoError(t, err)
	require.NoError(t, out.Err())
	err = out.ErrAt(law.OwnRules)
	require.ErrorIs(t, err, surplus.ErrCompulsory)
	require.ErrorIs(t, err, surplus.ErrProviso)
}

func TestAYearThatAPlanCannotUseNamesThePlace(t *testing.T) {
	f, body := anyForm()
	everything := &surplus.Policy{Funds: []string{"returns"}, Steps: []surplus.Step{
		{Name: "pays", Kinds: []law.PaymentKind{law.StaffBonus}, Share: law.Percent(1), Of: surplus.OfPay, Caps: []surplus.Measure{
			{Share: law.Percent(1), Of: surplus.OfDebts},
			{Share: law.Percent(1), Of: surplus.OfHighestCapital},
			{Share: law.Percent(1), Of: surplus.OfOutsideResult},
			{Share: law.Percent(1), Above: "base-rate", Of: surplus.OfCapital},
			{Share: law.Percent(1), Above: "legal-interest", Of: surplus.OfCapital},
			{Share: law.Percent(1), Of: surplus.OfTrade},
		}},
		{Name: "draws", Kinds: []law.PaymentKind{law.Patronage}, To: surplus.Members, By: surplus.Hours, Share: law.Percent(100), DrawOn: "returns"},
	}}
	full := func() surplus.Year {
		r := rand.New(rand.NewPCG(1, 1))
		y := someYear(r)
		y.Result, y.Opening, y.Funds = law.Pounds(1_000), law.Pounds(500), []surplus.Fund{{Name: "returns", Amount: law.Pounds(100)}}
		y.Hours = law.Known[int64](10)
		return y
	}
	y := full()
	_, err := surplus.Distribute(f, body, y, everything)
	require.NoError(t, err)
	no := law.Fact[law.Pence]{}
	for want, spoil := range map[string]func(*surplus.Year){
		`step "pays": year.pay: not stated`:                func(y *surplus.Year) { y.Pay = no },
		`step "pays": year.debts: not stated`:              func(y *surplus.Year) { y.Debts = no },
		`step "pays": year.highest_capital: not stated`:    func(y *surplus.Year) { y.HighestCapital = no },
		`step "pays": year.outside: not stated`:            func(y *surplus.Year) { y.Outside = no },
		`step "pays": year.trade: not stated`:              func(y *surplus.Year) { y.Trade = no },
		`step "pays": year.rates: not stated: "base-rate"`: func(y *surplus.Year) { y.BaseRate = law.Fact[law.Ratio]{} },
		`year.rates: not stated: "legal-interest"`:         func(y *surplus.Year) { y.Rates = nil },
		`step "draws": year: `:                             func(y *surplus.Year) { y.Hours = law.Known[int64](0) },
		"year: hours: -1 is negative":                      func(y *surplus.Year) { y.Hours = law.Known[int64](-1) },
		"year: service: -1 is negative":                    func(y *surplus.Year) { y.Service = law.Known[int64](-1) },
		"year: members: -1 is negative":                    func(y *surplus.Year) { y.Members = law.Known[int64](-1) },
		"year: pay: -£0.01 is negative":                    func(y *surplus.Year) { y.Pay = law.Known[law.Pence](-1) },
		"year: trade: amount beyond":                       func(y *surplus.Year) { y.Trade = law.Known(law.MaxPence + 1) },
		"year: debts: -£0.01":                              func(y *surplus.Year) { y.Debts = law.Known[law.Pence](-1) },
		"year: highest_capital: -£0.01":                    func(y *surplus.Year) { y.HighestCapital = law.Known[law.Pence](-1) },
		"year: outside: amount beyond":                     func(y *surplus.Year) { y.Outside = law.Known(-law.MaxPence - 1) },
		"year: rates[0].rate: -1%":                         func(y *surplus.Year) { y.Rates[0].Rate = law.Percent(-1) },
		"year: rates[0].rate: 1/1000000007 is finer":       func(y *surplus.Year) { y.Rates[0].Rate = law.Per(1, 1_000_000_007) },
		"year: base_rate: 1001%":                           func(y *surplus.Year) { y.BaseRate = law.Known(law.Percent(1001)) },
		"year: funds[0].name: \"general\"":                 func(y *surplus.Year) { y.Funds[0].Name = "general" },
		"year: funds[0].name: \"\"":                        func(y *surplus.Year) { y.Funds[0].Name = "" },
		"year: funds[0].amount: -£0.01":                    func(y *surplus.Year) { y.Funds[0].Amount = -1 },
		"year: funds[0].amount: amount beyond":             func(y *surplus.Year) { y.Funds[0].Amount = 1<<63 - 1 },
		"year: funds[1].name: \"returns\" is there twice":  func(y *surplus.Year) { y.Funds = append(y.Funds, y.Funds[0]) },
		"year: funds[0].indivisible":                       func(y *surplus.Year) { y.Funds[0].Indivisible = true },
	} {
		y := full()
		spoil(&y)
		_, err := surplus.Distribute(f, body, y, everything)
		assert.ErrorContains(t, err, want)
	}
	y = full()
	y.Hours = law.Known[int64](0)
	_, err = surplus.Distribute(f, body, y, everything)
	require.ErrorIs(t, err, law.ErrSplit, "nobody is there to be paid")
	y = full()
	y.Opening, y.Funds[0].Amount = -100*law.MaxPence, 1
	_, err = surplus.Distribute(f, body, y, everything)
	require.ErrorIs(t, err, law.ErrTooLarge)
}

func TestAPolicyIsTheSameWrittenAndReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 15))
	f, body := anyForm()
	for range 300 {
		p, y := somePolicy(r), someYear(r)
		text, err := json.Marshal(p)
		require.NoError(t, err)
		back, err := surplus.Read(bytes.NewReader(text))
		require.NoError(t, err, "%s", text)
		require.Equal(t, p, back)
		year, err := json.Marshal(y)
		require.NoError(t, err)
		var again surplus.Year
		require.NoError(t, law.Decode(bytes.NewReader(year), &again))
		want, err := surplus.Distribute(f, body, y, p)
		require.NoError(t, err)
		got, err := surplus.Distribute(f, body, again, back)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(e12))
	for _, p := range surplus.Ready() {
		text, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	form, body := anyForm()
	y := someYear(rand.New(rand.NewPCG(1, 1)))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := surplus.Read(bytes.NewReader(text))
		if err != nil {
			return
		}
		again, err := json.Marshal(p)
		require.NoError(t, err)
		back, err := surplus.Read(bytes.NewReader(again))
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint(p.Steps), fmt.Sprint(back.Steps))
		out, err := surplus.Distribute(form, body, y, p)
		if err == nil {
			check(t, form, out)
		}
	})
}

// halfSpent is a third party's form: no more than half of what is then left of profits may
// be spent on the community.
type halfSpent struct{ legalform.Form }

func (halfSpent) Allow(_ any, p law.Payment, b *law.Books) (law.Allowance, error) {
	a := law.Open()
	if p.Kind == law.ToCommunity {
		a.Within(b.Distributable.Or(0)/2, "third.half", law.Provision{Title: "Half"})
	}
	return a, nil
}

func TestAPaymentMustBearItselfToo(t *testing.T) {
	f, body := anyForm()
	half := halfSpent{f}
	out, err := surplus.Distribute(half, body, yearTo("2020-03-31", 300), &surplus.Policy{Steps: []surplus.Step{
		{Name: "community", Kinds: []law.PaymentKind{law.ToCommunity}, Share: law.Percent(100)},
	}})
	require.NoError(t, err)
	check(t, half, out)
	assert.Equal(t, law.Pence(100), out.PaidOf(law.ToCommunity), "half of the £2.00 that are left when £1.00 is spent")
}
