package employee_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var plan = law.Plan{Name: "Inclusion Healthcare", Founded: law.MustDate("2026-04-01"), In: law.England, Staff: 30, Capital: law.Pounds(100)}

func TestTheTableIsWellDeclared(t *testing.T) {
	require.NoError(t, employee.Rules().Complaints())
	var codes []law.Code
	for m := range employee.Rules().All() {
		codes = append(codes, m.Code)
		assert.True(t, strings.HasPrefix(string(m.Code), "employee."), m.Code)
	}
	assert.Len(t, codes, employee.Rules().Len())
	assert.Len(t, slices.Compact(slices.Sorted(slices.Values(codes))), len(codes))
}

// A condition of a relief says what the relief asks, and never that something is unlawful.
func TestConditionsOfReliefSpeakOfTheRequirement(t *testing.T) {
	prohibitions := 0
	for m := range employee.Rules().All() {
		assert.Equal(t, law.Statute, m.Weight, m.Code)
		assert.NotContains(t, strings.ToLower(m.Says+m.Remedy), "unlawful", m.Code)
		if !employee.ConditionOfRelief(m.Code) {
			prohibitions++
			assert.Contains(t, m.Says, "make a distribution", m.Code)
			continue
		}
		assert.True(t, strings.HasPrefix(m.Says, "For the "), m.Code)
	}
	assert.Equal(t, 2, prohibitions)
	assert.False(t, employee.ConditionOfRelief("cic.over-aggregate-cap"))
}

func TestUnlawfulKeepsTheProhibitions(t *testing.T) {
	c := bakery()
	held(50)(&c)
	c.Accounts.Distributable = pounds(1)
	rep := judge(t, &c, "2025-06-01")
	require.ErrorIs(t, rep.Err(), employee.SharesBelowControl)
	require.ErrorIs(t, rep.Err(), employee.DividendOverProfits)
	err := employee.Unlawful(rep)
	require.ErrorIs(t, err, employee.DividendOverProfits)
	assert.NotErrorIs(t, err, employee.SharesBelowControl)
}

func TestADraftedCompanyMeetsEveryRequirement(t *testing.T) {
	form := employee.TrustCompany(employee.Enacted())
	for _, p := range []law.Plan{plan, {}, {Capital: -5, Founded: plan.Founded}} {
		rep, err := form.Judge(form.Draft(p), law.MustDate("2026-11-23"), p.In)
		require.NoError(t, err)
		assert.Empty(t, rep.Findings)
		assert.Len(t, rep.Results, rep.Count(law.Met, law.Statute)+rep.Count(law.NotApplicable, law.Statute))
	}
}

func TestBefore6April2014ADraftedCompanyIsAPlainCompany(t *testing.T) {
	form := employee.TrustCompany(employee.Enacted())
	early := plan
	early.Founded = law.MustDate("1999-01-01")
	rep, err := form.Judge(form.Draft(early), law.MustDate("2014-04-05"), law.England)
	require.NoError(t, err)
	assert.Empty(t, rep.Findings)
	for _, code := range []law.Code{employee.SharesBelowControl, employee.OtherFactors, employee.ControlCanLapse} {
		o, _ := rep.Outcome(code)
		assert.Equal(t, law.NotInForce, o, code)
	}
	books := law.Books{Distributable: pounds(10)}
	a, err := form.Allow(form.Draft(early), law.Payment{Kind: law.Dividend, Declared: law.MustDate("2000-01-01")}, &books)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(10), a.Most)
}

func TestProposedPaymentsAreJudgedOnTheDayTheyAreDeclared(t *testing.T) {
	form := employee.TrustCompany(employee.Enacted())
	books := law.Books{Distributable: pounds(1000), Paid: []law.Payment{{Kind: law.Dividend, Amount: law.Pounds(100), Declared: law.MustDate("2026-05-01")}}}
	ps := []law.Payment{
		{Kind: law.StaffBonus, Amount: law.Pounds(400), Declared: law.MustDate("2026-06-01")},
		{Kind: law.Dividend, Amount: law.Pounds(901), Declared: law.MustDate("2026-07-01")},
	}
	body, err := form.Propose(form.Draft(plan), &books, ps)
	require.NoError(t, err)
	rep, err := form.Judge(body, law.MustDate("2026-11-23"), law.England)
	require.NoError(t, err)
	require.Len(t, rep.Findings, 1)
	f := rep.Findings[0]
	assert.Equal(t, employee.DividendOverProfits, f.Code)
	assert.Equal(t, law.MustDate("2026-07-01"), f.On)
	assert.Equal(t, "accounts.payments[2].amount", f.Path)
	assert.Equal(t, "A dividend of £901.00 is more than the £900.00 left of distributable profits of £1,000.00.", f.Message)
	assert.Len(t, books.Paid, 1, "the books are as they were")
}

func TestTheFormRefusesAnotherBody(t *testing.T) {
	form := employee.TrustCompany(employee.Enacted())
	_, err := form.Judge(&law.Plan{}, law.MustDate("2026-11-23"), law.England)
	require.ErrorIs(t, err, law.ErrBody)
	assert.IsType(t, &employee.Company{}, form.NewBody())
	assert.Equal(t, "employee-trust-company", form.FormID())
	assert.Equal(t, "Employee-trust company", form.FormTitle())
}

func TestAReformChangesOneFigureAndNothingElse(t *testing.T) {
	data := `{"employee.bonus_exempt": [{"from": "2014-10-01", "value": "5000.00", "by": {"title": "Bill 7"}, "checked": "2026-11-23"}]}`
	reformed, err := employee.TrustCompany(employee.Enacted()).Reform("more-bonus", "A higher exempt amount", strings.NewReader(data))
	require.NoError(t, err)
	e, err := employee.ExemptBonus([]employee.Bonus{paid("2026-05-01", 6000)}, &reformed.Figures)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(5000), e.Treated[0].Exempt)
	assert.Equal(t, []law.Pence{3600_00}, exemptOf(t, paid("2026-05-01", 6000)), "the enacted figures are untouched")
}

func TestFiguresOnEitherSideOfTheirFirstDay(t *testing.T) {
	f := employee.Enacted()
	n := 0
	for x := range law.FiguresOf(&f) {
		n++
		assert.True(t, strings.HasPrefix(x.ID, "employee."), x.ID)
	}
	assert.Equal(t, 11, n)
	for _, x := range []struct {
		day string
		is  bool
	}{{"2014-04-05", false}, {"2014-04-06", true}} {
		d := law.MustDate(x.day)
		_, a := f.ControlFraction.At(d)
		_, b := f.ParticipatorFraction.At(d)
		_, c := f.EligibilityMonths.At(d)
		assert.Equal(t, []bool{x.is, x.is, x.is}, []bool{a, b, c}, x.day)
	}
	_, before := f.BonusExempt.At(law.MustDate("2014-09-30"))
	after, _ := f.BonusExempt.At(law.MustDate("2014-10-01"))
	assert.False(t, before)
	assert.Equal(t, law.Pounds(3600), after.Value)
}

// A case from guidance: a company, the day, and what became of the rules it is about.
type guidance struct {
	Name   string                   `json:"name"`
	Source string                   `json:"source"`
	On     law.Date                 `json:"on"`
	Body   employee.Company         `json:"body"`
	Want   map[law.Code]law.Outcome `json:"want"`
}

func TestCasesFromGuidance(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		var g guidance
		require.NoError(t, law.Decode(strings.NewReader(string(b)), &g), file)
		require.NotEmpty(t, g.Source, file)
		t.Run(g.Name, func(t *testing.T) {
			rep := judge(t, &g.Body, g.On.String())
			for code, want := range g.Want {
				got, tried := rep.Outcome(code)
				assert.True(t, tried, code)
				assert.Equal(t, want, got, "%s\n%s", code, rep.Explain())
			}
		})
	}
}

func FuzzDecodeAndJudge(f *testing.F) {
	b, err := json.Marshal(bakery())
	require.NoError(f, err)
	f.Add(string(b))
	f.Add(`{"participation":{"counts":[{"from":"2024-01-01","people":[{"id":"a","participator":true}]}]},"disposal":{"made":true,"on":"9999-12-31"}}`)
	f.Add(`{"control":{"votes":{"trustees":9223372036854775807,"capable":9223372036854775807}}}`)
	form := employee.TrustCompany(employee.Enacted())
	f.Fuzz(func(t *testing.T, text string) {
		var c employee.Company
		if law.Decode(strings.NewReader(text), &c) != nil {
			return
		}
		rep, err := form.Judge(&c, law.MustDate("2026-11-23"), law.England)
		if err != nil || len(rep.Results) != employee.Rules().Len() {
			t.Fatalf("%v: %d results", err, len(rep.Results))
		}
		once, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back employee.Company
		if err := law.Decode(strings.NewReader(string(once)), &back); err != nil {
			t.Fatalf("%v: %s", err, once)
		}
		if twice, _ := json.Marshal(back); string(twice) != string(once) {
			t.Fatalf("%s\n%s", once, twice)
		}
	})
}

func TestJudgeAllocatesLittle(t *testing.T) {
	form := employee.TrustCompany(employee.Enacted())
	c, on := form.Draft(plan), law.MustDate("2026-11-23")
	got := testing.AllocsPerRun(100, func() { _, _ = form.Judge(c, on, law.England) })
	assert.LessOrEqual(t, got, 5.0)
}

func BenchmarkJudge(b *testing.B) {
	form := employee.TrustCompany(employee.Enacted())
	drafted, ok := form.Draft(plan).(*employee.Company)
	if !ok {
		b.Fatal("not a company")
	}
	sold := bakery()
	for name, c := range map[string]*employee.Company{"drafted": drafted, "sold": &sold} {
		b.Run(name, func(b *testing.B) {
			on := law.MustDate("2026-11-23")
			b.ReportAllocs()
			for b.Loop() {
				if _, err := form.Judge(c, on, law.England); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(employee.Rules().Len()), "ns/rule")
		})
	}
}
