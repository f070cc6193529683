package register_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/register"
)

// rows reads a sample of a register by the names of its columns.
func rows(t *testing.T, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, name := range all[0] {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	return out
}

func TestThePrefixesOfTheGuide(t *testing.T) {
	places := []struct {
		words string
		in    law.Extent
	}{
		{"England & Wales", law.EnglandAndWales},
		{"English/Wales", law.EnglandAndWales},
		{"Northern Ireland", law.NorthernIreland},
		{"Scot", law.Scotland},
	}
	for _, r := range rows(t, "companies_house_number_prefixes.csv") {
		e := lookup(t, register.NumberPrefix, r["prefix"])
		for _, p := range places {
			if strings.Contains(r["company_type"], p.words) && r["prefix"] != "SP" { // SP has a few societies of England
				assert.Equal(t, p.in, e.In, r["prefix"])
				break
			}
		}
		limited := strings.HasPrefix(r["company_type"], "Limited ")
		partnership, _ := e.Forms.One()
		assert.Equal(t, limited, partnership == register.LimitedPartnership || partnership == register.LimitedLiabilityPartnership, r["prefix"])
	}
}

func TestRowsOfHousingProviders(t *testing.T) {
	want := map[string]register.Forms{
		"Registered society":                   forms(t, kinds),
		"Charity":                              forms(t, "unincorporated-charity other-body"),
		"Registered local authority":           forms(t, "other-body"),
		"Charitable company":                   forms(t, "charitable-company"),
		"Charitable incorporated organisation": forms(t, "charitable-incorporated-organisation"),
		"Limited liability partnership":        forms(t, "limited-liability-partnership"),
		"Company": forms(t, everyCIC+" employee-trust-company company-limited-by-shares company-limited-by-guarantee "+
			"public-limited-company other-company"),
	}
	seen := map[string]bool{}
	for _, r := range rows(t, "rsh_registered_providers.csv") {
		e := lookup(t, register.HousingForm, r["corporate_form"])
		assert.Equal(t, want[r["corporate_form"]], e.Forms, r["organisation_name"])
		seen[e.Code] = true
		if ending, ok := register.EndingOf(r["organisation_name"]); ok {
			_, err := register.Narrow(e.Forms, ending.Forms)
			assert.NoError(t, err, "%s, which is a %s to the regulator", r["organisation_name"], r["corporate_form"])
		}
	}
	assert.Len(t, seen, len(want), "every word of the list is in the sample")
}

func TestRowsOfCoOperativesUK(t *testing.T) {
	unstated := 0
	for _, r := range rows(t, "coops_uk_standard_2023.csv") {
		if r["Legal Form"] == "" {
			_, err := register.Lookup(register.CoopsUKForm, "")
			assert.Error(t, err, "a form that is not stated is not guessed")
			unstated++
			continue
		}
		e := lookup(t, register.CoopsUKForm, r["Legal Form"])
		if r["Companies House Number"] == "" {
			continue
		}
		n := number(t, register.CompaniesHouse, r["Companies House Number"])
		_, err := register.Narrow(e.Forms, n.Forms())
		assert.NoError(t, err, "%s", r["Name"])
	}
	assert.Positive(t, unstated)
}

// Names of single bodies in the edition of 2017 that are at odds with the form beside them.
func TestNamesOf2017(t *testing.T) {
	for _, c := range []struct {
		name, form string
		agree      bool
	}{
		{"AMTEC Heritage Science CIC", "Company", true}, // a company that is a CIC
		{"Castlethorpe Village Shop Association Limited", "Community Interest Company", false},
		{"Gams' Field Community Land Trust Limited", "Community Interest Company", false},
		{"Cultivate (Cwm Harry) C.B.C.", "Society", false}, // Welsh for a CIC
		{"Omagh Credit Union Limited", "Society", true},
	} {
		e, ok := register.EndingOf(c.name)
		require.True(t, ok, c.name)
		stated := lookup(t, register.CoopsUKForm, c.form).Forms
		f, err := register.Narrow(e.Forms, stated)
		if !c.agree {
			assert.ErrorIs(t, err, register.ErrContradiction, c.name)
			continue
		}
		require.NoError(t, err, c.name)
		assert.Less(t, f.Len(), stated.Len(), "the name says more than the form does")
	}
}

// Facts of single bodies in the edition of 2017, where number and form are at odds or of a
// shape of their own.
func TestDirtOf2017(t *testing.T) {
	for _, c := range []struct {
		name, registrar, number, form string
		want                          string // what is left, or a part of the error
	}{
		{"a retail society", "FCA", "525R", "Society", "pre-commencement-society"},
		{"a society numbered with its kind", "FCA", "4161CS", "Society", "co-operative-society"},
		{"a society that was registered in 1982, as a company perhaps", "FCA", "7029CBS", "Society", "community-benefit-society"},
		{"a cricket club of 1949, called a society", "FCA", "92SA", "Society", "unincorporated-association or unincorporated-charity"},
		{"a credit union, called a society", "FCA", "99CUS", "Society", "credit-union"},
		{"a credit union of Northern Ireland", "FCA", "CU000056", "Society", "credit-union"},
		{
			"a society of Northern Ireland", "FCA", "IP000348", "Society",
			"co-operative-society or community-benefit-society or pre-commencement-society or unincorporated-association or " +
				"unincorporated-charity or credit-union or building-society or friendly-society",
		},
		{"the same register, its letters lost", "FCA", "000440", "Society", "numbers without letters begin at 4000"},
		{"a company's number, called a society", "Companies House", "NI606891", "Society", "the codes contradict each other"},
		{"a limited partnership, called an LLP", "Companies House", "LP003034", "LLP", "the codes contradict each other"},
		{"an LLP", "Companies House", "OC310444", "LLP", "limited-liability-partnership"},
		{"a community benefit society's number, called a CIC", "Companies House", "7569", "Community Interest Company", "where eight are wanted"},
		{"the same number where it belongs", "FCA", "7569", "Community Interest Company", "the codes contradict each other"},
		{"a CIC of Scotland", "Companies House", "SC377215", "Community Interest Company", "cic-guarantee or cic-shares-schedule-2 or cic-shares-schedule-3"},
		{"a company of Cyprus, its form not stated", "Companies House", "FC007002", "", "other-company"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := register.CompaniesHouse
			if c.registrar == "FCA" {
				r = register.FCA
			}
			n, err := register.ParseNumber(r, c.number)
			m := n.Forms()
			if err == nil && c.form != "" {
				m, err = register.Narrow(m, lookup(t, register.CoopsUKForm, c.form).Forms)
			}
			if err != nil {
				assert.ErrorContains(t, err, c.want)
				return
			}
			assert.Equal(t, c.want, m.String())
		})
	}
}
