package surplus_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// From a policy and the members to payments and a statement in one call.
func ExampleSettle() {
	policy, err := surplus.ReadyPolicy("consumer-co-op")
	if err != nil {
		fmt.Println(err)
		return
	}
	members, err := surplus.ReadRoll(strings.NewReader("id,trade\nanne,1234.56\nbob,89.49\nothers,3598675.95\n"), surplus.Trade)
	if err != nil {
		fmt.Println(err)
		return
	}
	form := society.CoOperative(society.Enacted())
	body := form.Draft(law.Plan{
		Name: "Hill", Founded: law.MustDate("2010-10-01"), In: law.England, Members: 3,
		Capital: law.Pounds(450_000), DeclaredInterest: law.Known(law.Percent(4)),
	})
	s, err := surplus.Settle(form, body, surplus.Year{
		Start: law.MustDate("2019-04-01"), End: law.MustDate("2020-03-31"), Declared: law.MustDate("2020-09-30"),
		Result: law.Pounds(212_000), Opening: law.Pounds(-34_000), Capital: law.Pounds(450_000),
	}, policy, members)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range s.Awards {
		fmt.Println(a.ID, a.Cash)
	}
	fmt.Println("dividend", s.Statement.Steps[5].Paid, "and put back", s.Statement.Steps[5].Returned)
	// Output:
	// anne £24.69
	// bob £1.78
	// others £71,973.51
	// dividend £71,999.98 and put back £0.02
}

// settled holds a settlement to its sums: what members get is what the steps pay.
func settled(t *testing.T, s *surplus.Settled) {
	t.Helper()
	var shared, awards law.Pence
	for i, x := range s.Shared {
		if x == nil {
			continue
		}
		line := &s.Outcome.Lines[i]
		require.Equal(t, line.Paid, x.Pool-x.Residue, line.Step.Name)
		shared += line.Paid + x.Forward
	}
	for _, a := range s.Awards {
		require.Equal(t, a.Amount+a.Forward, a.Cash+a.Deferred+a.InShares+a.Carried+a.Lapsed)
		awards += a.Cash + a.Deferred + a.InShares + a.Carried
	}
	require.Equal(t, shared, awards)
	require.Equal(t, s.Statement.In, s.Statement.Out)
}

const twoPools = `{"tax": "20%", "steps": [
  {"name": "interest", "kinds": ["share-interest", "dividend"], "to": "members", "by": "capital", "share": "3%", "of": "capital"},
  {"name": "losses", "to": "losses", "share": "100%", "of": "losses"},
  {"name": "reserve", "share": "40%"},
  {"name": "staff", "kinds": ["staff-bonus"], "to": "staff", "by": "pay", "share": "5%", "of": "result"},
  {"name": "dividend", "kinds": ["patronage"], "share": "100%", "terms": {"parts": [{"by": {"trade": "1"}}],
    "rounding": "floor-with-residue", "minimum": "1", "below": "carried-forward", "cap": "900"}}
]}`

func someRoll(t *testing.T, r *rand.Rand) (members []surplus.Member) {
	t.Helper()
	for i := range 2 + r.IntN(20) {
		members = append(members, surplus.Member{
			ID: fmt.Sprint("m", i), Trade: law.Pence(1 + r.Int64N(10_000)), Capital: law.Pence(1 + r.Int64N(10_000)), Credit: law.Pence(r.Int64N(99)),
		})
	}
	return members
}

func TestASettlementAddsUpUnderEveryFormAndOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 31))
	p, err := surplus.Read(strings.NewReader(twoPools))
	require.NoError(t, err)
	for range 200 {
		members := someRoll(t, r)
		y := yearTo("2020-03-31", law.Pence(r.Int64N(200_000)-50_000))
		y.Capital = law.Pence(r.Int64N(100_000))
		moved := make([]surplus.Member, len(members))
		for k, i := range r.Perm(len(members)) {
			moved[k] = members[i]
		}
		for _, f := range legalform.All() {
			with := plan()
			with.DeclaredInterest = law.Known(law.Percent(4))
			body := f.Draft(with)
			s, err := surplus.Settle(f, body, y, p, listOf(t, members...))
			require.NoError(t, err)
			settled(t, s)
			check(t, f, s.Outcome)
			lawful(t, f, body, y, p, s.Outcome)
			again, err := surplus.Settle(f, body, y, p, listOf(t, moved...))
			require.NoError(t, err)
			require.Equal(t, s.Statement, again.Statement)
			require.ElementsMatch(t, s.Awards, again.Awards)
			require.Nil(t, s.Shared[3], "staff need not be members")
		}
	}
}

func TestWhatRoundingLeavesIsTaxedAndKept(t *testing.T) {
	f := society.CoOperative(society.Enacted())
	p := &surplus.Policy{Tax: law.Percent(20), Steps: []surplus.Step{
		{Name: "dividend", Kinds: []law.PaymentKind{law.Patronage}, To: surplus.Members, By: surplus.Trade, Share: law.Percent(100)},
	}}
	s, err := surplus.Settle(f, bodyE12(f), yearTo("2020-03-31", 1_00), p, listOf(t,
		surplus.Member{ID: "a", Trade: 1}, surplus.Member{ID: "b", Trade: 1}, surplus.Member{ID: "c", Trade: 1},
		surplus.Member{ID: "d", Trade: 1}, surplus.Member{ID: "e", Trade: 1}, surplus.Member{ID: "f", Trade: 1}))
	require.NoError(t, err)
	assert.Equal(t, law.Pence(96), s.Outcome.PaidOf(law.Patronage))
	assert.Equal(t, law.Pence(1), s.Outcome.Tax, "a fifth of four pence, rounded up")
	assert.Equal(t, law.Pence(3), s.Outcome.Kept)
	assert.Contains(t, s.Statement.String(), "£0.96  patronage, £0.04 put back\n", "what is put back is not cut in silence")
}

func TestACreditIsPaidOnce(t *testing.T) {
	f := society.CoOperative(society.Enacted())
	p, err := surplus.Read(strings.NewReader(twoPools))
	require.NoError(t, err)
	m := listOf(t, surplus.Member{ID: "a", Trade: 100, Capital: 100, Credit: 7})
	y := yearTo("2020-03-31", law.Pounds(1_000))
	y.Capital = law.Pounds(100)
	body := bodyE12(f)
	s, err := surplus.Settle(f, body, y, p, m)
	require.NoError(t, err)
	settled(t, s)
	assert.Zero(t, s.Shared[0].Forward)
	assert.Equal(t, law.Pence(7), s.Shared[4].Forward, "it joins the step that carries forward")
	assert.Equal(t, law.Pence(7), s.Awards[0].Forward)

	y.Result = law.Pounds(-5)
	s, err = surplus.Settle(f, body, y, p, m)
	require.NoError(t, err)
	assert.Equal(t, law.Pence(7), s.Awards[0].Carried, "a year without a dividend takes no credit away")

	twice := p.Steps[4]
	twice.Name = "another"
	p.Steps = append(p.Steps, twice)
	_, err = surplus.Settle(f, body, y, p, m)
	assert.ErrorContains(t, err, `steps[5].terms.below: step "dividend" carries forward already`)
}

func TestASettlementOfARefusedPoolSaysSo(t *testing.T) {
	f := society.CommunityBenefit(society.Enacted())
	p, err := surplus.Read(strings.NewReader(strings.Replace(twoPools, `"rounding": "floor`, `"rate": "2%", "rounding": "floor`, 1)))
	require.NoError(t, err)
	s, err := surplus.Settle(f, bodyE12(f), yearTo("2020-03-31", law.Pounds(1_000)), p, listOf(t, surplus.Member{ID: "a", Trade: 100, Capital: 100}))
	require.NoError(t, err, "a rate is paid on nothing")
	settled(t, s)
	require.ErrorIs(t, s.Outcome.ErrAt(law.Guidance), society.ProfitDistributed)
	assert.Zero(t, s.Shared[4].Cash)
	assert.Equal(t, s.Shared[0].Cash, s.Awards[0].Cash, "the interest is paid all the same")
}

func TestWhatCannotBeSettledNamesTheStep(t *testing.T) {
	f := society.CoOperative(society.Enacted())
	p, err := surplus.Read(strings.NewReader(twoPools))
	require.NoError(t, err)
	y := yearTo("2020-03-31", law.Pounds(1_000))
	m, err := surplus.ReadRoll(strings.NewReader("id\na\n"))
	require.NoError(t, err)
	_, err = surplus.Settle(f, bodyE12(f), y, p, m)
	require.ErrorIs(t, err, surplus.ErrRoll)
	require.ErrorContains(t, err, `step "dividend": terms: parts[0].by: bad roll of members: the list does not state trade`)
	y.Capital = 0
	gone := listOf(t, surplus.Member{ID: "a", Trade: 1, Left: y.End})
	_, err = surplus.Settle(f, bodyE12(f), y, p, gone)
	require.ErrorContains(t, err, "nobody has any trade", "whoever has left by the end of the year is no member")
	y.Result = law.MaxPence + 1
	_, err = surplus.Settle(f, bodyE12(f), y, p, m)
	require.ErrorContains(t, err, "year: result")
	for bad, want := range map[string]string{
		`{"name": "a", "terms": {"parts": [{"by": {"trade": "1"}}]}}`:                                             "terms: what is kept is shared among nobody",
		`{"name": "a", "kinds": ["patronage"], "by": "trade", "terms": {"parts": [{"by": {"trade": "1"}}]}}`:      "terms: the step says by what",
		`{"name": "a", "kinds": ["patronage"], "terms": {"parts": [{"by": {"trade": "1"}}], "minimum": "-0.01"}}`: "terms.minimum: -£0.01 is negative",
		`{"name": "a", "kinds": ["patronage"], "terms": {"parts": []}}`:                                           "terms.parts: none",
	} {
		_, err := surplus.Read(strings.NewReader(`{"steps": [` + bad + `]}`))
		assert.ErrorContains(t, err, "steps[0]."+want)
	}
}

func TestTermsAreAPartOfThePolicyWrittenAndReadBack(t *testing.T) {
	p, err := surplus.Read(strings.NewReader(twoPools))
	require.NoError(t, err)
	text, err := json.Marshal(p)
	require.NoError(t, err)
	back, err := surplus.Read(bytes.NewReader(text))
	require.NoError(t, err)
	assert.Equal(t, p, back)
	f := society.CoOperative(society.Enacted())
	pl, err := surplus.For(f, bodyE12(f), p)
	require.NoError(t, err)
	p.Steps[4].Terms.Minimum = law.Pounds(1_000_000) // the plan has its own copy
	y := yearTo("2020-03-31", law.Pounds(1_000))
	s, err := pl.Settle(&y, listOf(t, surplus.Member{ID: "a", Trade: 100, Capital: 100}))
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, s.WriteCSV(&out))
	assert.Equal(t, "id,amount,brought_forward,cash,deferred,in_shares,carried_forward,lapsed\na,627.20,0.00,627.20,0.00,0.00,0.00,0.00\n", out.String())
}
