package legalform_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/association"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/publicbody"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func ExampleChoose() {
	fits, err := legalform.Choose(&legalform.Requirements{AssetLock: true, OutsideInvestors: true}, law.MustDate("2026-11-23"), law.England)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range fits {
		if f.Outcome == law.Met {
			fmt.Println(f.Title)
		}
	}
	// Output:
	// CIC by shares, Schedule 3
	// Community benefit society
}

func choose(t *testing.T, r legalform.Requirements, on string, in law.Extent) map[string]legalform.Fit {
	t.Helper()
	fits, err := legalform.Choose(&r, law.MustDate(on), in)
	require.NoError(t, err)
	require.Len(t, fits, len(legalform.All()))
	byForm := map[string]legalform.Fit{}
	for i, f := range fits {
		assert.Equal(t, legalform.All()[i].FormID(), f.Form, "the order of the forms")
		byForm[f.Form] = f
	}
	return byForm
}

func TestEachRequirementIsAnsweredByTheLaw(t *testing.T) {
	type need = legalform.Requirements
	const met, breached, unknown = law.Met, law.Breached, law.Unknown
	for _, tc := range []struct {
		name string
		need need
		want map[string]law.Outcome
		rule map[string]law.Code
	}{
		{"nothing is required", need{}, map[string]law.Outcome{"cic-guarantee": met, "limited-liability-partnership": met, "public-limited-company": met, "nhs-foundation-trust": unknown}, nil},
		{
			"a charity",
			need{Charity: true},
			map[string]law.Outcome{
				"cic-guarantee": breached, "co-operative-society": breached, "community-benefit-society": met, "charitable-incorporated-organisation": met, "charitable-company": met,
				"company-limited-by-guarantee": met, "limited-liability-partnership": breached, "employee-trust-company": breached,
			},
			map[string]law.Code{"cic-guarantee": cic.CharityToo},
		},
		{
			"a charity that pays dividends",
			need{Charity: true, Dividends: true},
			map[string]law.Outcome{"company-limited-by-shares": breached, "charitable-incorporated-organisation": breached, "cic-shares-schedule-3": breached, "community-benefit-society": breached},
			nil,
		},
		{
			"dividends",
			need{Dividends: true},
			map[string]law.Outcome{
				"cic-guarantee": breached, "cic-shares-schedule-2": breached, "cic-shares-schedule-3": met, "company-limited-by-shares": met,
				"company-limited-by-guarantee": breached, "public-limited-company": met, "co-operative-society": unknown, "credit-union": unknown, "partnership": breached,
			},
			nil,
		},
		{
			"outside investors",
			need{OutsideInvestors: true},
			map[string]law.Outcome{"co-operative-society": met, "community-benefit-society": met, "cic-guarantee": breached, "charitable-incorporated-organisation": breached, "employee-trust-company": met},
			nil,
		},
		{
			"a lock of the law",
			need{AssetLock: true},
			map[string]law.Outcome{
				"cic-guarantee": met, "community-benefit-society": met, "co-operative-society": breached, "charitable-incorporated-organisation": met, "company-limited-by-shares": breached, "limited-liability-partnership": breached, "credit-union": unknown, "nhs-foundation-trust": unknown,
			},
			nil,
		},
		{"grants", need{Grants: true}, map[string]law.Outcome{"cic-guarantee": met, "charitable-company": met, "company-limited-by-shares": unknown, "co-operative-society": unknown}, nil},
		{
			"control by staff",
			need{StaffControl: true},
			map[string]law.Outcome{"co-operative-society": met, "cic-guarantee": met, "limited-liability-partnership": met, "employee-trust-company": unknown, "nhs-foundation-trust": breached, "charitable-incorporated-organisation": unknown},
			map[string]law.Code{"nhs-foundation-trust": publicbody.ElectedMinority},
		},
		{
			"two members",
			need{Members: law.Known(int64(2))},
			map[string]law.Outcome{"co-operative-society": unknown, "cic-guarantee": met, "limited-liability-partnership": met, "partnership": met, "credit-union": breached},
			map[string]law.Code{"credit-union": financialmutual.CreditUnionTooFewMembers},
		},
		{
			"one member",
			need{Members: law.Known(int64(1))},
			map[string]law.Outcome{"cic-guarantee": met, "partnership": breached, "limited-liability-partnership": breached, "company-limited-by-shares": met, "co-operative-society": breached},
			map[string]law.Code{"co-operative-society": society.TooFewMembers, "limited-liability-partnership": association.LLPTooFewMembers},
		},
		{"one director", need{Directors: law.Known(int64(1))}, map[string]law.Outcome{"public-limited-company": breached, "company-limited-by-shares": met}, nil},
		{
			"not for the community",
			need{ForCommunity: law.Known(false)},
			map[string]law.Outcome{"community-benefit-society": breached, "cic-guarantee": breached, "co-operative-society": met, "company-limited-by-shares": met},
			map[string]law.Code{"community-benefit-society": society.NotForCommunity},
		},
		{"for the community", need{ForCommunity: law.Known(true)}, map[string]law.Outcome{"community-benefit-society": met, "cic-guarantee": met}, nil},
		{"limited liability", need{LimitedLiability: true}, map[string]law.Outcome{"partnership": breached, "unincorporated-association": breached, "limited-liability-partnership": met, "friendly-society": unknown}, nil},
		{"a person in law", need{Incorporated: true}, map[string]law.Outcome{"partnership": unknown, "unincorporated-association": breached, "charitable-incorporated-organisation": met}, nil},
		{"members for a term", need{FixedTermMembers: true}, map[string]law.Outcome{"partnership": met, "cic-guarantee": met, "cic-shares-schedule-3": unknown, "nhs-foundation-trust": breached}, nil},
		{"a dividend on trade", need{Patronage: true}, map[string]law.Outcome{"co-operative-society": met, "cic-guarantee": breached, "community-benefit-society": unknown, "limited-liability-partnership": met}, nil},
		{"bonuses", need{StaffBonus: true}, map[string]law.Outcome{"cic-guarantee": met, "employee-trust-company": met, "charitable-incorporated-organisation": met}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := choose(t, tc.need, "2026-11-23", law.England)
			for id, want := range tc.want {
				assert.Equal(t, want, got[id].Outcome, "%s: %+v", id, got[id])
			}
			for id, want := range tc.rule {
				require.NotEmpty(t, got[id].Excluded, id)
				assert.Equal(t, want, got[id].Excluded[0].Rule, id)
			}
			for _, f := range got {
				for _, x := range append(f.Excluded, f.Against...) {
					assert.False(t, x.By.IsZero(), "%s: %s is excluded by nothing", f.Form, x.Requirement)
					assert.True(t, strings.HasSuffix(x.Why, "."), x.Why)
				}
				for _, q := range f.Unknown {
					assert.True(t, strings.HasSuffix(q.Question, "?") || strings.HasSuffix(q.Question, "."), q.Question)
				}
				assert.Equal(t, f.Outcome == law.Breached, len(f.Excluded) > 0, f.Form)
			}
		})
	}
}

func TestGuidanceIsAgainstAFormAndExcludesNone(t *testing.T) {
	got := choose(t, legalform.Requirements{Dividends: true}, "2026-11-23", law.England)["community-benefit-society"]
	require.Len(t, got.Against, 1)
	assert.Empty(t, got.Excluded)
	assert.Equal(t, law.Guidance, got.Against[0].Weight)
	assert.Equal(t, law.Unknown, got.Outcome)
}

func TestTheChoiceIsOfItsDateAndPlace(t *testing.T) {
	early := choose(t, legalform.Requirements{}, "2005-06-30", law.England)
	assert.Equal(t, law.Breached, early["cic-guarantee"].Outcome)
	assert.Contains(t, early["cic-guarantee"].Excluded[0].Why, "since 1 July 2005")
	assert.Equal(t, "available", early["cic-guarantee"].Excluded[0].Requirement)
	assert.Equal(t, law.Met, early["co-operative-society"].Outcome)
	scots := choose(t, legalform.Requirements{}, "2026-11-23", law.Scotland)
	assert.Equal(t, law.Breached, scots["charitable-incorporated-organisation"].Outcome)
	assert.Contains(t, scots["charitable-incorporated-organisation"].Excluded[0].Why, "in Scotland")
	lock := legalform.Requirements{AssetLock: true}
	assert.Equal(t, law.Breached, choose(t, lock, "2006-04-05", law.England)["community-benefit-society"].Outcome)
	assert.Equal(t, law.Met, choose(t, lock, "2006-04-06", law.England)["community-benefit-society"].Outcome)
}

// A reform is one more form: the choice follows its figures and nothing else.
func TestAReformChangesTheChoice(t *testing.T) {
	enacted := society.CommunityBenefit(society.Enacted())
	data := `{"society.minimum_members": [{"from": "2014-08-01", "value": 30, "by": {"title": "Bill 9"}, "checked": "2026-11-23"}]}`
	reformed, err := enacted.Reform("thirty", "Thirty members", strings.NewReader(data))
	require.NoError(t, err)
	fits, err := legalform.Choose(&legalform.Requirements{Members: law.Known(int64(29))}, today, law.England, enacted, reformed)
	require.NoError(t, err)
	assert.Equal(t, law.Met, fits[0].Outcome)
	require.Equal(t, law.Breached, fits[1].Outcome)
}

func TestBadRequirementsNameThePlace(t *testing.T) {
	for in, want := range map[string]string{
		`{"members": -1}`:            "members: not a number of people: -1",
		`{"members": "three"}`:       "members",
		`{"directors": 2000000000}`:  "directors",
		`{"colour": true}`:           "colour",
		`{"charity": 3}`:             "charity",
		`{"charity": true`:           "requirements",
		`{"charity":1,"charity":2}`:  "charity",
		`{"for_community": "maybe"}`: "for_community",
	} {
		_, err := legalform.ReadRequirements(strings.NewReader(in))
		assert.ErrorContains(t, err, want, in)
	}
	_, err := legalform.Choose(&legalform.Requirements{}, law.Date{}, law.England)
	require.ErrorIs(t, err, law.ErrDate)
	_, err = legalform.Choose(&legalform.Requirements{Members: law.Known(int64(-2))}, today, law.England)
	require.ErrorContains(t, err, "members")
	got, err := legalform.ReadRequirements(strings.NewReader(`{"members": 2, "charity": true}`))
	require.NoError(t, err)
	assert.True(t, got.Charity)
}

func TestEveryWantIsAFieldOfTheRequirements(t *testing.T) {
	var r legalform.Requirements
	for _, w := range r.Wants() {
		*w.Required = true
		b, err := json.Marshal(r)
		require.NoError(t, err)
		assert.JSONEq(t, fmt.Sprintf(`{%q:true}`, w.Name), string(b))
		*w.Required = false
	}
}

func FuzzReadRequirements(f *testing.F) {
	f.Add([]byte(`{"members": 2, "for_community": false, "charity": true, "staff_control": true}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := legalform.ReadRequirements(bytes.NewReader(data))
		if err != nil {
			return
		}
		fits, err := legalform.Choose(r, today, law.Wales)
		require.NoError(t, err)
		require.Len(t, fits, len(legalform.All()))
	})
}
