package surplus_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func TestTermsThatCannotBeFollowed(t *testing.T) {
	one := by(surplus.Head)
	for want, terms := range map[string]surplus.Terms{
		"parts: none is given":                      {},
		"parts[0].by: no factor is given":           {Parts: []surplus.Part{{}}},
		"parts[0].by: hours: -1":                    {Parts: []surplus.Part{{By: surplus.Points{Hours: law.Per(-1, 1)}}}},
		"parts[0].by: the fractions have no common": {Parts: []surplus.Part{{By: surplus.Points{Head: law.Per(1, 999_983), Pay: law.Per(1, 999_979)}}}},
		"parts[1].share: 0% is no share":            {Parts: []surplus.Part{half(surplus.By(surplus.Head)), {By: surplus.By(surplus.Pay)}}},
		"parts: their shares add up to 1/2":         {Parts: []surplus.Part{half(surplus.By(surplus.Head))}},
		"parts: their shares add up to 3/2":         {Parts: []surplus.Part{half(surplus.By(surplus.Head)), {Share: law.Percent(100), By: surplus.By(surplus.Pay)}}},
		"parts: the fractions have no common":       {Parts: []surplus.Part{{Share: law.Per(1, math.MaxInt64), By: surplus.By(surplus.Head)}, {Share: law.Per(math.MaxInt64-1, math.MaxInt64), By: surplus.By(surplus.Head)}}},
		"rate: a rate is paid on one basis":         {Parts: []surplus.Part{half(surplus.By(surplus.Head)), half(surplus.By(surplus.Pay))}, Rate: law.Known(law.Percent(1))},
		"rate: 0% is no rate":                       {Parts: one, Rate: law.Known(law.Ratio{})},
		"rate: -1% is no rate":                      {Parts: one, Rate: law.Known(law.Percent(-1))},
		"cap: £0.00 leaves nothing":                 {Parts: one, Cap: law.Known[law.Pence](0)},
		"cap: amount beyond":                        {Parts: one, Cap: law.Known(law.MaxPence + 1)},
		"minimum: -£0.01":                           {Parts: one, Minimum: -1},
		"minimum: amount beyond":                    {Parts: one, Minimum: law.MaxPence + 1},
		"deferred: 101%":                            {Parts: one, Deferred: law.Percent(101)},
		"in_shares: -1%":                            {Parts: one, InShares: law.Percent(-1)},
		"in_shares: 60%, with 50% deferred":         {Parts: one, Deferred: law.Percent(50), InShares: law.Percent(60)},
		"cap: with £0.50 at most, nobody reaches":   {Parts: one, Cap: law.Known[law.Pence](50), Minimum: 51},
		"until: a deferred part needs":              {Parts: one, Deferred: law.Percent(50)},
		"nominal: a part in shares needs":           {Parts: one, InShares: law.Percent(50)},
		"nominal: amount beyond":                    {Parts: one, InShares: law.Percent(50), Nominal: law.MaxPence + 1},
		"rounding: unknown(9)":                      {Parts: one, Rounding: 9},
		"excess: unknown(9)":                        {Parts: one, Excess: 9},
		"below: unknown(9)":                         {Parts: one, Below: 9},
	} {
		_, err := surplus.Among(1, listOf(t, surplus.Member{ID: "A"}), &terms)
		require.Error(t, err, want)
		assert.ErrorContains(t, err, "terms: "+want)
	}
}

func TestAPoolOrMembersThatCannotBeShared(t *testing.T) {
	one := surplus.Terms{Parts: by(surplus.Trade)}
	read := func(text string) *surplus.Roll {
		m, err := surplus.ReadRoll(strings.NewReader(text))
		require.NoError(t, err)
		return m
	}
	most := fmt.Sprint(law.MaxPence.Decimal())
	for _, c := range []struct {
		want  string
		pool  law.Pence
		m     *surplus.Roll
		terms surplus.Terms
	}{
		{"-£0.01 is negative", -1, read("id,trade\nA,1\n"), one},
		{"pool: cannot share the pool: amount beyond", law.MaxPence + 1, read("id,trade\nA,1\n"), one},
		{"-£0.01 is negative", -1, read("id,trade\n"), surplus.Terms{Parts: by(surplus.Trade), Rate: law.Known(law.Percent(2))}},
		{"pool: cannot share the pool: amount beyond", math.MaxInt64, read("id,trade\nA,1\n"), surplus.Terms{Parts: by(surplus.Trade), Rate: law.Known(law.Percent(2))}},
		{`terms: classes[1]: cannot share the pool: nobody on the list is of class "wrokers"`, 1, read("id,trade,class\nA,1,workers\n"), surplus.Terms{Parts: by(surplus.Trade), Classes: []string{"workers", "wrokers"}}},
		{`terms: classes[0]: cannot share the pool: nobody on the list is of class "workers"`, 1, read("id,trade\nA,1\n"), surplus.Terms{Parts: by(surplus.Trade), Classes: []string{"workers"}}},
		{"terms: parts[0].by: bad roll of members: the list does not state trade", 1, read("id\nA\n"), one},
		{"£0.01 has nobody to go to, for nobody has any trade", 1, read("id,trade\nA,0\n"), one},
		{"nobody has any trade", 1, read("id,trade\n"), one},
		{`the points add up beyond 63 bits at member 1 ("B")`, 1, read("id,trade\nA," + most + "\nB," + most + "\n"), surplus.Terms{Parts: []surplus.Part{{By: surplus.Points{Trade: law.Per(100, 1)}}}}},
		{`the points add up beyond 63 bits at member 0 ("A")`, 1, read("id,trade\nA," + most + "\n"), surplus.Terms{Parts: []surplus.Part{{By: surplus.Points{Head: law.Per(1, 1), Trade: law.Per(1_000_000_000, 1)}}}}},
		{`the points add up beyond 63 bits at member 0 ("A")`, 1, read("id,trade,capital\nA," + most + "," + most + "\n"), surplus.Terms{Parts: []surplus.Part{{By: surplus.Points{Trade: law.Per(50, 1), Capital: law.Per(60, 1)}}}}},
		{`what was carried forward: amount beyond 900,000,000,000,000.00 pounds at member 1 ("B")`, 0, read("id,trade,credit\nA,1," + most + "\nB,1,1\n"), one},
	} {
		_, err := surplus.Among(c.pool, c.m, &c.terms)
		require.Error(t, err, c.want)
		assert.ErrorContains(t, err, c.want)
	}
	s, err := surplus.Among(0, read("id,trade\nA,0\n"), &one)
	require.NoError(t, err, "nothing can be shared among nobody")
	assert.Zero(t, s.Cash)
}

func TestTermsInJSON(t *testing.T) {
	text := `{"parts":[{"share":"50%","by":{"head":"1"}},{"share":"50%","by":{"service":"2","pay":"1/1000"}}],` +
		`"rounding":"floor-with-residue","cap":"500","excess":"residue","minimum":"1","below":"carried-forward",` +
		`"deferred":"25%","until":"2026-06-30","in_shares":"10%","nominal":"1","classes":["worker"],"on":"2024-06-30"}`
	var terms, again surplus.Terms
	require.NoError(t, law.Decode(strings.NewReader(text), &terms))
	require.NoError(t, terms.Check())
	assert.Equal(t, []surplus.Factor{surplus.Pay, surplus.Service}, terms.Needs())
	b, err := json.Marshal(&terms)
	require.NoError(t, err)
	require.NoError(t, law.Decode(bytes.NewReader(b), &again))
	assert.Equal(t, terms, again)
	for _, bad := range []string{`{"rounding":"up"}`, `{"excess":"mine"}`, `{"below":"ground"}`, `{"room":1}`, `{"parts":[{"by":{"luck":"1"}}]}`} {
		assert.Error(t, law.Decode(strings.NewReader(bad), &terms), bad)
	}
}
