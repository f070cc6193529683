package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// the same sale a day apart.
func TestTheSaleOnEitherSideOf26November2025(t *testing.T) {
	status, out, stderr := design()
	require.Zero(t, status, stderr)
	for _, want := range []string{
		`sold on +25 November 2025 +26 November 2025`, `of which chargeable +£0\.00 +£2,000,000\.00`, `capital gains tax +£0\.00 +£479,280\.00`,
		`trustees' cost +£1,000\.00 +£2,001,000\.00`, `withdrawn until +5 April 2030 +5 April 2030`,
	} {
		assert.Regexp(t, want, out)
	}
	status, out, stderr = design("-json")
	require.Zero(t, status, stderr)
	var got struct {
		Sale []struct {
			On           law.Date  `json:"on"`
			TrusteesCost law.Pence `json:"trustees_cost"`
			Tax          law.Pence `json:"tax"`
		} `json:"sale"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Sale, 2)
	assert.Equal(t, law.Pounds(2_001_000), got.Sale[1].TrusteesCost)
	assert.Zero(t, got.Sale[0].Tax)
	file := filepath.Join(t.TempDir(), "sale.html")
	status, _, stderr = design("-html", file)
	require.Zero(t, status, stderr)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(b), "£479,280.00")
}

func TestSalesThatCannotBeWorkedOut(t *testing.T) {
	for want, x := range map[string][2]string{
		"sale: days[0]: cannot work out the relief: on: there was no relief": {`"2025-11-25"`, `"2014-04-05"`},
		"no rate of tax is held": {`"2025-11-25"`, `"2020-01-01"`},
		"consideration":          {`"4001000.00"`, `"-1"`},
	} {
		status, out, stderr := design("-file", altered(t, x[0], x[1]))
		assert.Equal(t, 2, status)
		assert.Contains(t, stderr, want)
		assert.Empty(t, out)
	}
	status, out, _ := design("-file", altered(t, `["2025-11-25", "2025-11-26"]`, `[]`))
	assert.Zero(t, status)
	assert.NotContains(t, out, saleTitle)
}
