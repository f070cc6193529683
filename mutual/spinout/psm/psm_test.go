package psm_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
)

type kase = lawtest.Case[psm.Body]

func yes() law.Fact[bool]    { return law.Known(true) }
func no() law.Fact[bool]     { return law.Known(false) }
func unsaid() law.Fact[bool] { return law.Fact[bool]{} }

// left is a body that left a trust and passes both tests.
func left() psm.Body {
	return psm.Body{
		LeftPublicSector: yes(), PublicServices: yes(), ForServices: yes(), MainlyReservable: yes(), SocialImpact: yes(), StaffInfluence: yes(),
		StaffOwn: law.Known(law.Per(1, 1)), EmployeesControl: yes(), NotForProfit: yes(), ProfitsToMembers: no(),
	}
}

func TestTheLimbsOfThePolicyTest(t *testing.T) {
	lawtest.Suite[psm.Body, psm.Figures]{
		Rules: psm.PolicyRules(), Figures: psm.Enacted(), Lawful: left, On: "2014-07-01", In: law.England,
		Cases: []kase{
			{Name: "it left the public sector", Code: psm.PolicyOrigin, Want: law.Met},
			{Name: "a start-up of no public origin", Code: psm.PolicyOrigin, Change: func(b *psm.Body) { b.LeftPublicSector = no() }, Want: law.Breached, At: "left_public_sector"},
			{Name: "where it came from is not stated", Code: psm.PolicyOrigin, Change: func(b *psm.Body) { b.LeftPublicSector = unsaid() }, Want: law.Unknown, At: "left_public_sector"},
			{Name: "it delivers public services", Code: psm.PolicyServices, Want: law.Met},
			{Name: "it has turned to other work", Code: psm.PolicyServices, Change: func(b *psm.Body) { b.PublicServices = no() }, Want: law.Breached, At: "public_services"},
			{Name: "with impact, asked for or not", Code: psm.PolicyImpact, Want: law.Met},
			{Name: "without impact: since when it is asked for is not known", Code: psm.PolicyImpact, Change: func(b *psm.Body) { b.SocialImpact = no() }, Want: law.Unknown, At: "social_impact"},
			{Name: "staff have significant influence", Code: psm.PolicyControl, Want: law.Met},
			{Name: "staff have none", Code: psm.PolicyControl, Change: func(b *psm.Body) { b.StaffInfluence = no() }, Want: law.Breached, At: "staff_influence"},
			{Name: "nobody has judged it", Code: psm.PolicyControl, Change: func(b *psm.Body) { b.StaffInfluence = unsaid() }, Want: law.Unknown, At: "staff_influence"},
			{Name: "exactly a quarter", Code: psm.PolicyQuarter, Change: func(b *psm.Body) { b.StaffOwn = law.Known(law.Percent(25)) }, Want: law.Met},
			{Name: "a little less", Code: psm.PolicyQuarter, Change: func(b *psm.Body) { b.StaffOwn = law.Known(law.Per(2499, 10000)) }, Want: law.Breached, At: "staff_own"},
		},
		Exempt: map[string]string{"psm.policy-impact breached": "a breach is a reading of the doubt, and so unknown"},
	}.Run(t)
}

func TestTheLimbsOfTheStatutoryTest(t *testing.T) {
	profits := func(free, members law.Fact[bool]) func(*psm.Body) {
		return func(b *psm.Body) { b.NotForProfit, b.ProfitsToMembers = free, members }
	}
	lawtest.Suite[psm.Body, psm.Figures]{
		Rules: psm.StatutoryRules(), Figures: psm.Enacted(), Lawful: left, On: "2025-06-01", In: law.England,
		Cases: []kase{
			{Name: "s. 33(6)(a): for public services, mainly reservable ones", Code: psm.Purpose, Want: law.Met},
			{Name: "s. 33(6)(a): for another purpose", Code: psm.Purpose, Change: func(b *psm.Body) { b.ForServices = no() }, Want: law.Breached, At: "for_public_services"},
			{Name: "s. 33(6)(a): mainly others", Code: psm.Purpose, Change: func(b *psm.Body) { b.MainlyReservable = no() }, Want: law.Breached, At: "mainly_reservable"},
			{Name: "s. 33(6)(a): the day before", Code: psm.Purpose, On: "2025-02-23", Want: law.NotInForce},
			{Name: "s. 33(6)(a): the day it began", Code: psm.Purpose, On: "2025-02-24", Want: law.Met},
			{Name: "s. 33(6)(b): not for profit", Code: psm.Profit, Want: law.Met},
			{Name: "s. 33(6)(b): not for profit, and nothing said of members", Code: psm.Profit, Change: profits(yes(), unsaid()), Want: law.Met},
			{Name: "s. 33(6)(b): profits only to members, and nothing said of the rest", Code: psm.Profit, Change: profits(unsaid(), yes()), Want: law.Met},
			{Name: "s. 33(6)(b): profits to others too", Code: psm.Profit, Change: profits(no(), no()), Want: law.Breached, At: "profits_only_to_members"},
			{Name: "s. 33(6)(b): profits to others, and whether it is run for them not stated", Code: psm.Profit, Change: profits(unsaid(), no()), Want: law.Unknown, At: "not_for_profit"},
			{Name: "s. 33(6)(c): employees manage and control it", Code: psm.Control, Want: law.Met},
			{Name: "s. 33(6)(c): they do not", Code: psm.Control, Change: func(b *psm.Body) { b.EmployeesControl = no() }, Want: law.Breached, At: "employees_control"},
			{Name: "s. 33(6)(c): nobody has judged it", Code: psm.Control, Change: func(b *psm.Body) { b.EmployeesControl = unsaid() }, Want: law.Unknown, At: "employees_control"},
		},
	}.Run(t)
}

// A known body with what each test makes of it, and the source of its facts.
type known struct {
	Source    string       `json:"source"`
	On        law.Date     `json:"on"`
	Body      psm.Body     `json:"body"`
	Policy    law.Outcome  `json:"policy"`
	Statutory law.Outcome  `json:"statutory"`
	Disagree  []psm.Aspect `json:"disagree"`
}

func TestKnownBodiesUnderBothTests(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "cases", "*.json"))
	require.NoError(t, err)
	require.Len(t, files, 5)
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			b, err := os.ReadFile(name)
			require.NoError(t, err)
			var k known
			require.NoError(t, law.Decode(bytes.NewReader(b), &k))
			require.NotEmpty(t, k.Source)
			f := psm.Enacted()
			got, err := psm.Compare(&k.Body, k.On, &f)
			require.NoError(t, err)
			assert.Equal(t, k.Policy, got.Policy)
			assert.Equal(t, k.Statutory, got.Statutory)
			aspects := []psm.Aspect{}
			for _, l := range got.Disagreements() {
				aspects = append(aspects, l.Aspect)
			}
			assert.Equal(t, k.Disagree, aspects)
		})
	}
}

func TestBeforeTheActOnlyThePolicyTestAnswers(t *testing.T) {
	b, f := left(), psm.Enacted()
	got, err := psm.Compare(&b, law.MustDate("2025-02-23"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.Met, got.Policy)
	assert.Equal(t, law.NotInForce, got.Statutory)
	assert.Empty(t, got.Disagreements(), "a test that is not in force disagrees with nothing")
	got, err = psm.Compare(&b, law.MustDate("2010-08-11"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.NotInForce, got.Policy, "not before the programme")
	_, err = psm.Compare(&b, law.Date{}, &f)
	assert.ErrorIs(t, err, law.ErrDate)
}

func TestTheAdvisersQuarterDecidesNothing(t *testing.T) {
	b, f := left(), psm.Enacted()
	b.StaffOwn = law.Known(law.Percent(1))
	got, err := psm.Compare(&b, law.MustDate("2025-06-01"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.Met, got.Policy)
	assert.ErrorIs(t, got.PolicyReport.ErrAt(law.Practice), psm.PolicyQuarter, "though it is told")
}

func TestAnEmptyBodyIsUnknownAndNeverAPass(t *testing.T) {
	f := psm.Enacted()
	got, err := psm.Compare(&psm.Body{}, law.MustDate("2026-11-23"), &f)
	require.NoError(t, err)
	assert.Equal(t, law.Unknown, got.Policy)
	assert.Equal(t, law.Unknown, got.Statutory)
	b, err := json.Marshal(got)
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"aspect":"profit","policy":"not-applicable","statutory":"unknown"}`)
}

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.Paths(t, psm.PolicyRules(), psm.Enacted(), 1_000, "2014-06-01", "2026-06-01")
	lawtest.Paths(t, psm.StatutoryRules(), psm.Enacted(), 1_000, "2024-06-01", "2026-06-01")
}

func ExampleCompare() {
	mycsp := psm.Body{
		Name: "MyCSP", LeftPublicSector: law.Known(true), PublicServices: law.Known(true), SocialImpact: law.Known(true),
		StaffInfluence: law.Known(true), StaffOwn: law.Known(law.Percent(25)), EmployeesControl: law.Known(false),
	}
	figures := psm.Enacted()
	tests, err := psm.Compare(&mycsp, law.MustDate("2025-06-01"), &figures)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("policy:", tests.Policy, "statutory:", tests.Statutory)
	for _, l := range tests.Disagreements() {
		fmt.Println("they disagree on", l.Aspect)
	}
	// Output:
	// policy: met statutory: breached
	// they disagree on control
}
