package register_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/register"
)

func lookup(t *testing.T, s register.Scheme, code string) register.Entry {
	t.Helper()
	e, err := register.Lookup(s, code)
	require.NoError(t, err)
	return e
}

// forms reads a list of ids, so that tables read like the answers.
func forms(t *testing.T, ids string) register.Forms {
	t.Helper()
	var out register.Forms
	for id := range strings.FieldsSeq(ids) {
		var f register.Form
		require.NoError(t, f.UnmarshalText([]byte(id)))
		out |= register.FormsOf(f)
	}
	return out
}

const everyCIC = "cic-guarantee cic-shares-schedule-2 cic-shares-schedule-3"

func TestWhatCodesMean(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme register.Scheme
		code   string
		forms  string
	}{
		{"the subtype of a community interest company says nothing of its schedule", register.CompanySubtype, "community-interest-company", everyCIC},
		{
			"a company by guarantee may be a charity, an academy trust or a CIC", register.CompanyType, "private-limited-guarant-nsc",
			"cic-guarantee company-limited-by-guarantee charitable-company academy-trust",
		},
		{
			"a CIC is not exempt from its last words", register.CompanyType, "private-limited-guarant-nsc-limited-exemption",
			"company-limited-by-guarantee charitable-company academy-trust",
		},
		{"a limited liability partnership", register.CompanyType, "llp", "limited-liability-partnership"},
		{"an overseas company is none of the forms", register.CompanyType, "oversea-company", "other-company"},
		{
			"a Scottish qualifying partnership may be general or limited", register.CompanyType, "scottish-partnership",
			"partnership limited-partnership",
		},
		{"ELF has codes for both kinds of society", register.ELF, "ZZGG", "co-operative-society"},
		{"and in Northern Ireland", register.ELF, "UTY8", "community-benefit-society"},
		{
			"and one for societies of any kind", register.ELF, "xlzv",
			"co-operative-society community-benefit-society pre-commencement-society",
		},
		{"ELF does not tell the schedules", register.ELF, "17R0", everyCIC},
		{"a government entity may be a foundation trust", register.ELF, "AVYY", "nhs-foundation-trust other-body"},
		{
			"the charity register of England and Wales", register.OrgIDList, "GB-CHC",
			"charitable-company charitable-incorporated-organisation unincorporated-charity other-body",
		},
		{"a society from before 1 August 2014 is of neither kind", register.SocietySuffix, "R", "pre-commencement-society"},
		{"a credit union of Scotland", register.SocietySuffix, "CUS", "credit-union"},
		{"a lodge of Oddfellows is a branch of a friendly society", register.SocietySuffix, "iomu", "friendly-society"},
		{"s. 7(1)(d) of the 1974 Act: a working men's club is not a friendly society", register.SocietySuffix, "W", "unincorporated-association"},
		{"s. 7(1)(c): a benevolent society may be a charity", register.SocietySuffix, "BEN", "unincorporated-association unincorporated-charity"},
		{"either apostrophe", register.SocietyType, "Working Men’s  Club", "unincorporated-association"},
		{
			"a registered provider that is a society", register.HousingForm, "registered society",
			"co-operative-society community-benefit-society pre-commencement-society",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := lookup(t, c.scheme, c.code)
			want := forms(t, c.forms)
			assert.Equal(t, want, e.Forms)
			_, one := e.Forms.One()
			assert.Equal(t, want.Len() == 1, one)
			assert.Equal(t, want.Ambiguous(), len(e.Forms.Tells()) > 0, "what is ambiguous says what would tell, and nothing else does")
		})
	}
}

func TestNoRegisterTellsTheSchedules(t *testing.T) {
	schedules := register.FormsOf(register.CICSharesSchedule2, register.CICSharesSchedule3)
	for s := register.CompanyType; s <= register.NameEnding; s++ {
		for e := range register.Codes(s) {
			if in := e.Forms & schedules; in != 0 {
				assert.Equal(t, schedules, in, "%v %s", s, e.Code)
			}
		}
	}
	assert.True(t, schedules.Ambiguous())
	require.Len(t, schedules.Tells(), 1)
	assert.Contains(t, schedules.Tells()[0], "the articles do")
}

func TestNarrow(t *testing.T) {
	ltd := lookup(t, register.CompanyType, "ltd")
	cic := lookup(t, register.CompanySubtype, "community-interest-company")
	scottish := lookup(t, register.NumberPrefix, "SC")
	m, err := register.Narrow(scottish.Forms, ltd.Forms, cic.Forms)
	require.NoError(t, err)
	assert.Equal(t, register.FormsOf(register.CICSharesSchedule2, register.CICSharesSchedule3), m)

	llp := lookup(t, register.CompanyType, "llp")
	_, err = register.Narrow(llp.Forms, cic.Forms)
	assert.ErrorIs(t, err, register.ErrContradiction)
	assert.EqualError(t, err, "the codes contradict each other: limited-liability-partnership; against "+
		"cic-guarantee or cic-shares-schedule-2 or cic-shares-schedule-3")

	m, err = register.Narrow()
	require.NoError(t, err)
	assert.Equal(t, register.EveryForm, m)

	overseas := lookup(t, register.CompanyType, "oversea-company")
	f, one := overseas.Forms.One()
	assert.True(t, one)
	assert.Equal(t, register.OtherCompany, f)
	assert.False(t, f.Listed(), "it is known to be none of the forms")
}

func TestAnUnknownCodeNamesTheSchemeAndTheNearest(t *testing.T) {
	for _, c := range []struct {
		scheme register.Scheme
		code   string
		want   string
	}{
		{register.CompanyType, "ldt", `no code "ldt" in companies-house-type; the nearest: ltd`},
		{register.ELF, "17RO", `no code "17RO" in elf; the nearest: 17R0`},
		{register.OrgIDList, "GB-CHO", `no code "GB-CHO" in org-id; the nearest: GB-COH, GB-CHC, GB-NHS`},
		{register.HousingForm, "Compny", `no code "Compny" in rsh-corporate-form; the nearest: Company`},
		{register.CoopsUKForm, "", `no code "" in coops-uk-legal-form`},
		{register.CompanySubtype, "ltd", `no code "ltd" in companies-house-subtype`},
		{register.Scheme(0), "ltd", `no code "ltd" in unknown(0)`},
	} {
		_, err := register.Lookup(c.scheme, c.code)
		var unknown *register.UnknownCodeError
		require.ErrorAs(t, err, &unknown)
		assert.Equal(t, c.scheme, unknown.Scheme)
		assert.EqualError(t, err, c.want)
	}
	_, err := register.Lookup(register.ELF, strings.Repeat("x", 1<<20))
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 200, "the error is short whatever is asked")
}

func TestCodesGoBothWays(t *testing.T) {
	for s := register.CompanyType; s <= register.NameEnding; s++ {
		for e := range register.Codes(s) {
			back := lookup(t, s, e.Code)
			assert.Equal(t, e, back)
			for f := range e.Forms.All() {
				assert.True(t, slices.Contains(register.CodesOf(f, s), e), "%v %s: %v", s, e.Code, f)
			}
		}
	}
	got := []string{}
	for _, e := range register.CodesOf(register.LimitedLiabilityPartnership, register.ELF) {
		got = append(got, e.Code)
	}
	assert.Equal(t, []string{"Z0EY", "8888", "WJ0A"}, got, "codes in use come first, and of them the one that says most")
	assert.Empty(t, register.CodesOf(register.NHSFoundationTrust, register.CompanyType), "a foundation trust is no company")
	for range register.Codes(register.ELF) {
		break
	}
}

func TestEndedCodesAreFound(t *testing.T) {
	e := lookup(t, register.ELF, "FVGZ")
	assert.Equal(t, law.MustDate("2020-06-10"), e.Ended)
	assert.True(t, e.Forms.Has(register.PreCommencementSociety))
}

func TestSetsOfForms(t *testing.T) {
	s := register.FormsOf(register.CreditUnion, register.CICGuarantee, 0, 200)
	assert.Equal(t, 2, s.Len())
	assert.Equal(t, "cic-guarantee or credit-union", s.String())
	assert.False(t, s.Has(0))
	assert.False(t, s.Has(register.Partnership))
	assert.Equal(t, "none", register.Forms(0).String())
	assert.Equal(t, 26, register.EveryForm.Len())
	listed := 0
	for f := range register.EveryForm.All() {
		if f.Listed() {
			listed++
		}
		assert.NotEmpty(t, f.Title())
		assert.NotEqual(t, f.String(), f.Title())
	}
	assert.Equal(t, 23, listed)
	for range s.All() {
		break
	}
	_, one := s.One()
	assert.False(t, one)
	_, one = register.Forms(0).One()
	assert.False(t, one)
	assert.Empty(t, register.Forms(0).Tells())
	assert.Equal(t, "unknown(200)", register.Form(200).Title())
}

func TestJSONBothWays(t *testing.T) {
	for s := register.CompanyType; s <= register.NameEnding; s++ {
		for e := range register.Codes(s) {
			text, err := json.Marshal(e)
			require.NoError(t, err)
			var back register.Entry
			require.NoError(t, json.Unmarshal(text, &back))
			assert.Equal(t, e, back)
		}
	}
	for _, bad := range []string{`{"forms":["llp"]}`, `{"forms":"ltd"}`, `{"scheme":"lei"}`} {
		var e register.Entry
		assert.Error(t, json.Unmarshal([]byte(bad), &e), bad)
	}
	text, err := json.Marshal(register.Forms(0))
	require.NoError(t, err)
	assert.Equal(t, "[]", string(text))
}

func TestAsErrorOfAnUnknownCode(t *testing.T) {
	_, err := register.Lookup(register.ELF, "9XFK")
	err = fmt.Errorf("row 7: %w", err)
	var unknown *register.UnknownCodeError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "9XFK", unknown.Code, "the code of Guernsey's foundation is outside the table")
}

func TestEndingsOfNames(t *testing.T) {
	for _, c := range []struct {
		name, ending, forms string
	}{
		{"Reliance Social Housing C.I.C", "cic", everyCIC},
		{"Hackney Co-operative Developments Community Interest Company", "community interest company", everyCIC},
		{"Hill Community  Interest Public Limited Company", "community interest public limited company", "cic-shares-schedule-2 cic-shares-schedule-3"},
		{"Bryn Cwmni Buddiant Cymunedol C.C.C.", "cwmni buddiant cymunedol ccc", "cic-shares-schedule-2 cic-shares-schedule-3"},
		{"John Lewis Partnership PLC", "plc", "employee-trust-company public-limited-company charitable-company other-company"},
		{"Komera LLP", "llp", "limited-liability-partnership"},
		{"Omagh Credit Union Limited", "credit union limited", "credit-union other-company other-body"},
		{"Suffolk Building Society", "building society", "building-society"},
		{"Hill NHS Foundation Trust", "nhs foundation trust", "nhs-foundation-trust"},
	} {
		e, ok := register.EndingOf(c.name)
		if assert.True(t, ok, c.name) {
			assert.Equal(t, c.ending, e.Code)
			assert.Equal(t, forms(t, c.forms), e.Forms, c.name)
		}
	}
	e, ok := register.EndingOf("Chelmsford Star Co-operative Society Limited")
	assert.True(t, ok)
	assert.True(t, e.Forms.Has(register.PreCommencementSociety))
	assert.True(t, e.Forms.Has(register.CompanyLimitedByGuarantee))
	assert.False(t, e.Forms.Has(register.CICGuarantee), "s. 33 of the 2004 Act: a community interest company says so")
	for _, none := range []string{"", "Limited", "CIC", "Ulster Federation of Credit Unions", "Electric", "Hillcic", "Limited Company of Friends"} {
		_, ok := register.EndingOf(none)
		assert.False(t, ok, none)
	}
}
