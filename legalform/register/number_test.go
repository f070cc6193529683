package register_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/register"
)

func number(t *testing.T, r register.Registrar, s string) register.Number {
	t.Helper()
	n, err := register.ParseNumber(r, s)
	require.NoError(t, err)
	return n
}

const (
	companies = everyCIC + " employee-trust-company company-limited-by-shares company-limited-by-guarantee public-limited-company charitable-company"
	kinds     = "co-operative-society community-benefit-society pre-commencement-society"
)

func TestNumbersOfCompaniesHouse(t *testing.T) {
	for _, c := range []struct {
		text, want string
		in         law.Extent
		forms      string
	}{
		{"04518100", "04518100", law.EnglandAndWales, companies + " academy-trust other-company"},
		{"SC150075", "SC150075", law.Scotland, companies + " other-company"},
		{" sc 150075 ", "SC150075", law.Scotland, companies + " other-company"},
		{"NI026228", "NI026228", law.NorthernIreland, companies + " other-company"},
		{"NI02622A", "NI02622A", law.NorthernIreland, companies + " other-company"},
		{"R0000316", "R0000316", law.NorthernIreland, companies + " other-company"},
		{"OC310444", "OC310444", law.EnglandAndWales, "limited-liability-partnership"},
		{"SO303294", "SO303294", law.Scotland, "limited-liability-partnership"},
		{"NC000001", "NC000001", law.NorthernIreland, "limited-liability-partnership"},
		{"LP003034", "LP003034", law.EnglandAndWales, "limited-partnership"},
		{"SL00001A", "SL00001A", law.Scotland, "limited-partnership"},
		{"SG000123", "SG000123", law.Scotland, "partnership limited-partnership"},
		{"CE008706", "CE008706", law.EnglandAndWales, "charitable-incorporated-organisation"},
		{"CS000742", "CS000742", law.Scotland, "scottish-charitable-incorporated-organisation"},
		{"FC007002", "FC007002", law.UnitedKingdom, "other-company"},
		{"RC000267", "RC000267", law.EnglandAndWales, "other-body"},
		{
			"RS007029", "RS007029", law.UnitedKingdom,
			kinds + " credit-union building-society friendly-society unincorporated-association unincorporated-charity other-society",
		},
		{"IP10143R", "IP10143R", law.UnitedKingdom, "pre-commencement-society"},
		{"SP1032RS", "SP1032RS", law.GreatBritain, "pre-commencement-society"},
		{"IP00100C", "IP00100C", law.UnitedKingdom, "credit-union"},
		{"SP101CUS", "SP101CUS", law.GreatBritain, "credit-union"},
		{"RS00100S", "RS00100S", law.UnitedKingdom, "pre-commencement-society credit-union"},
		{"IP00485B", "IP00485B", law.UnitedKingdom, "building-society"},
		{"RS00355F", "RS00355F", law.UnitedKingdom, "friendly-society"},
		{"RS00102W", "RS00102W", law.UnitedKingdom, "unincorporated-association"},
		{"NO000100", "NO000100", law.NorthernIreland, "credit-union"},
		{"NP000102", "NP000102", law.NorthernIreland, kinds + " credit-union"},
		{"NP00102W", "NP00102W", law.NorthernIreland, kinds + " credit-union"}, // the prefix decides
		{
			"RS04796Z", "RS04796Z", law.UnitedKingdom, // letters that mean nothing leave what the prefix does
			kinds + " credit-union building-society friendly-society unincorporated-association unincorporated-charity other-society",
		},
	} {
		t.Run(c.text, func(t *testing.T) {
			n := number(t, register.CompaniesHouse, c.text)
			assert.Equal(t, c.want, n.String())
			assert.Equal(t, c.in, n.In())
			assert.Equal(t, forms(t, c.forms), n.Forms())
			assert.NotEmpty(t, n.Entries())
		})
	}
}

func TestNumbersOfTheMutualsRegister(t *testing.T) {
	for _, c := range []struct {
		text, want string
		in         law.Extent
		forms      string
	}{
		{"525R", "525R", law.GreatBritain, "pre-commencement-society"},
		{"00525r", "525R", law.GreatBritain, "pre-commencement-society"},
		{"2059RS", "2059RS", law.Scotland, "pre-commencement-society"},
		{"235C", "235C", law.EnglandAndWales, "credit-union"},
		{"61CUS", "61CUS", law.Scotland, "credit-union"},
		{"CU000147", "CU000147", law.NorthernIreland, "credit-union"},
		{"147CU", "147CU", law.NorthernIreland, "credit-union"},
		{"398IP", "398IP", law.NorthernIreland, "pre-commencement-society"},
		{"7029CBS", "7029CBS", law.GreatBritain, "community-benefit-society"},
		{"4242CS", "4242CS", law.GreatBritain, "co-operative-society"},
		{"4000", "4000", law.UnitedKingdom, "co-operative-society"},
		{"6999", "6999", law.UnitedKingdom, "co-operative-society"},
		{"7000", "7000", law.UnitedKingdom, "community-benefit-society"},
		{"9999", "9999", law.UnitedKingdom, "community-benefit-society"},
		{"10000", "10000", law.UnitedKingdom, "co-operative-society community-benefit-society"},
		{"485B", "485B", law.EnglandAndWales, "building-society"},
		{"13INFI", "13INFI", law.UnitedKingdom, "friendly-society"},
		{"92SA", "92SA", law.EnglandAndWales, "unincorporated-association unincorporated-charity"},
		{
			"IP031455", "IP031455", law.UnitedKingdom, // org-id.guide's example, which is Companies House's number of 31455R
			kinds + " credit-union building-society friendly-society unincorporated-association unincorporated-charity",
		},
	} {
		t.Run(c.text, func(t *testing.T) {
			n := number(t, register.FCA, c.text)
			assert.Equal(t, c.want, n.String())
			assert.Equal(t, c.in, n.In())
			assert.Equal(t, forms(t, c.forms), n.Forms())
		})
	}
}

func TestNumbersOfCharities(t *testing.T) {
	for _, c := range []struct {
		registrar register.Registrar
		text      string
		want      string
		form      register.Form
	}{
		{register.CharityCommission, "279417", "279417", register.UnincorporatedCharity},
		{register.CharityCommission, "1 173 575", "1173575", register.CharitableIncorporatedOrganisation},
		{register.OSCR, "sc042386", "SC042386", register.ScottishCharitableIncorporatedOrganisation},
		{register.CCNI, "100019", "100019", register.CharitableCompany},
		{register.CCNI, "NIC100019", "100019", register.CharitableCompany},
	} {
		n := number(t, c.registrar, c.text)
		assert.Equal(t, c.want, n.String())
		assert.True(t, n.Forms().Has(c.form))
		assert.True(t, n.Forms().Ambiguous(), "a charity number shows no form")
	}
	assert.False(t, number(t, register.CharityCommission, "279417").Forms().Has(register.AcademyTrust), "an exempt charity is not in the register")
	assert.True(t, number(t, register.OSCR, "SC042386").Forms().Has(register.CharitableIncorporatedOrganisation), "a charity of England that works in Scotland")
}

func TestNumbersThatNoRegisterHas(t *testing.T) {
	for _, c := range []struct {
		registrar register.Registrar
		text      string
		want      string
	}{
		{register.CompaniesHouse, "7569", "4 digits, where eight are wanted; with noughts in front it would be 00007569, but it may be of another register"},
		{register.CompaniesHouse, "123456789", "9 characters, where eight are wanted"},
		{register.CompaniesHouse, "SC15007", "7 characters, where eight are wanted"},
		{register.CompaniesHouse, "XY123456", `no code "XY" in companies-house-prefix`},
		{register.CompaniesHouse, "CS", "no digits"},
		{register.CompaniesHouse, "NONE1234", "NONE in front, where two letters are wanted or none"},
		{register.CompaniesHouse, "R0", "no digit but noughts"},
		{register.CompaniesHouse, "R123", "R in front, where two letters are wanted or none"},
		{register.CompaniesHouse, "00000000", "no digit but noughts"},
		{register.CompaniesHouse, "0031455R", "no number without a prefix ends in R"},
		{register.CompaniesHouse, "SC00001A", "no number in SC ends in A"},
		{register.CompaniesHouse, "IP0P204R", "something other than letters, digits and letters"},
		{register.CompaniesHouse, "", "nothing is stated"},
		{register.CompaniesHouse, " \t", "nothing is stated"},
		{register.CompaniesHouse, "1٢345678", "something other than letters, digits and letters"},
		{register.CompaniesHouse, strings.Repeat("0", 1<<20), "more than 32 bytes"},
		{register.FCA, "000440", "numbers without letters begin at 4000"},
		{register.FCA, "3999", "numbers without letters begin at 4000"},
		{register.FCA, "525X", `no code "X" in mutuals-suffix`},
		{register.FCA, "123456R", "6 digits, where at most five are wanted"},
		{register.FCA, "RS007029", "RS begins the number that Companies House gives to a society"},
		{register.FCA, "IP16309R", "six digits are wanted after IP, and nothing else"},
		{register.FCA, "CU147", "six digits are wanted after CU"},
		{register.FCA, "SC150075", "no number of a society begins with SC"},
		{register.FCA, "525R2", "something other than letters, digits and letters"},
		{register.CharityCommission, "199999", "six digits that begin with 2 to 9"},
		{register.CharityCommission, "0123456", "do not begin with a nought"},
		{register.CharityCommission, "279417A", "six digits that begin with 2 to 9"},
		{register.CharityCommission, "SC042386", "six digits that begin with 2 to 9"},
		{register.CharityCommission, "279417-1", "something other than letters, digits and letters"},
		{register.OSCR, "SC42386", "SC and six digits are wanted"},
		{register.CCNI, "279417", "six digits that begin with 1 are wanted"},
		{register.CCNI, "XR100019", "six digits that begin with 1 are wanted"},
		{register.Registrar(0), "279417", "unknown(0) gives no numbers"},
	} {
		_, err := register.ParseNumber(c.registrar, c.text)
		assert.ErrorIs(t, err, register.ErrNumber, c.text)
		assert.ErrorContains(t, err, c.want, c.text)
		assert.ErrorContains(t, err, c.registrar.Title())
		assert.Less(t, len(err.Error()), 300)
	}
}

func TestOneTextMayBeANumberOfSeveralRegisters(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"SC042386", []string{"GB-COH-SC042386", "GB-SC-SC042386"}},
		{"IP000398", []string{"GB-COH-IP000398", "GB-MPR-IP000398"}},
		{"31455R", []string{"GB-MPR-31455R"}},
		{"7569", []string{"GB-MPR-7569"}}, // given as a company's in the data of 2017
		{"100019", []string{"GB-NIC-100019"}},
		{"279417", []string{"GB-CHC-279417"}},
		{"1173575", []string{"GB-CHC-1173575"}},
		{"04518100", []string{"GB-COH-04518100"}},
		{"000440", nil}, // Northern Ireland's, without its IP
		{"LH4401", nil},
	} {
		var got []string
		for _, n := range register.Readings(c.text) {
			got = append(got, n.OrgID())
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

func TestIdentifiersByOrgID(t *testing.T) {
	n, err := register.ParseOrgID("GB-COH-SC150075")
	require.NoError(t, err)
	assert.Equal(t, number(t, register.CompaniesHouse, "SC150075"), n)
	assert.Equal(t, "GB-COH-SC150075", n.OrgID())

	for id, want := range map[string]string{
		"GB-SCOTEDU-8212627": "Schools in Scotland",
		"GB-SCO-8212627":     `no code "GB-SCO" in org-id; the nearest: GB-SC,`,
		"US-EIN-12":          `no code "US-EIN" in org-id`,
		"GB-COH-7569":        "00007569",
		"04518100":           `no code "04518100" in org-id`,
		"":                   `no code "" in org-id`,
	} {
		_, err := register.ParseOrgID(id)
		assert.ErrorContains(t, err, want, id)
	}
}

func TestNumbersInJSON(t *testing.T) {
	type body struct {
		Number register.Number    `json:"number"`
		By     register.Registrar `json:"by"`
	}
	b := body{number(t, register.FCA, "525R"), register.FCA}
	text, err := json.Marshal(b)
	require.NoError(t, err)
	assert.JSONEq(t, `{"number": "GB-MPR-525R", "by": "fca"}`, string(text))
	var back body
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, b, back)

	text, err = json.Marshal(register.Number{})
	require.NoError(t, err)
	assert.Equal(t, `""`, string(text))
	back.Number = b.Number
	require.NoError(t, json.Unmarshal([]byte(`{"number": ""}`), &back))
	assert.Equal(t, register.Number{}, back.Number)
	assert.Error(t, json.Unmarshal([]byte(`{"number": "525R"}`), &back), "whose number it is must be said")
	assert.Error(t, json.Unmarshal([]byte(`{"by": "hmrc"}`), &back))
}

func TestTheZeroNumber(t *testing.T) {
	var n register.Number
	assert.Empty(t, n.Entries())
	assert.Zero(t, n.Forms())
	assert.Zero(t, n.In())
	assert.Empty(t, register.Registrar(0).List())
	assert.Equal(t, "unknown(200)", register.Registrar(200).Title())
	assert.Empty(t, register.Registrar(200).List())
	assert.Zero(t, register.Number{Registrar: 200}.In())
}

func TestACompanyNumberAndACharityNumberTogether(t *testing.T) {
	company := number(t, register.CompaniesHouse, "02804123").Forms()
	charity := number(t, register.CharityCommission, "1000611").Forms()
	m, err := register.Narrow(company, charity)
	require.NoError(t, err)
	f, ok := m.One()
	assert.True(t, ok)
	assert.Equal(t, register.CharitableCompany, f)

	foundation := number(t, register.CompaniesHouse, "CE008706").Forms()
	m, err = register.Narrow(foundation, charity)
	require.NoError(t, err)
	f, ok = m.One()
	assert.True(t, ok)
	assert.Equal(t, register.CharitableIncorporatedOrganisation, f)
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"04518100", "SC150075", "R0000316", "NI02622A", "IP10143R", "525R", "7569", "CU000147", "1173575", "NIC100019", "NONE1234", "GB-COH-", "ſſ123456", "00SC1234"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for r := register.CompaniesHouse; r <= register.CCNI; r++ {
			n, err := register.ParseNumber(r, s)
			if err != nil {
				assert.Equal(t, register.Number{}, n)
				assert.ErrorIs(t, err, register.ErrNumber)
				continue
			}
			again, err := register.ParseNumber(r, n.String())
			require.NoError(t, err, "what is written can be read")
			assert.Equal(t, n, again)
			byID, err := register.ParseOrgID(n.OrgID())
			require.NoError(t, err)
			assert.Equal(t, n, byID)
			assert.NotZero(t, n.Forms(), "a number that is read means something")
			assert.NotZero(t, n.In())
		}
	})
}

func FuzzLookup(f *testing.F) {
	f.Add(uint8(1), "ltd")
	f.Add(uint8(5), "17RO")
	f.Add(uint8(8), "Working Men’s Club")
	f.Fuzz(func(t *testing.T, scheme uint8, code string) {
		if ending, ok := register.EndingOf(code); ok {
			assert.Equal(t, register.NameEnding, ending.Scheme)
		}
		e, err := register.Lookup(register.Scheme(scheme), code)
		if err == nil {
			assert.Equal(t, register.Scheme(scheme), e.Scheme)
			return
		}
		var unknown *register.UnknownCodeError
		require.ErrorAs(t, err, &unknown)
		assert.LessOrEqual(t, len(unknown.Nearest), 3)
		for _, c := range unknown.Nearest {
			_, err := register.Lookup(register.Scheme(scheme), c)
			assert.NoError(t, err, "a code that is proposed exists")
		}
	})
}
