package law_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

var (
	act      = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	asMade   = law.Instrument{Title: "An Order 2006 (SI 2006/242)", Path: "nisr/2006/242", AsMade: true}
	notice   = law.Instrument{Title: "Regulator's notice of 2014", URL: "https://www.example.org/notices/2014-10-01"}
	standing = law.Instrument{Title: "Rules of the society"}
)

func TestLinksGoToTheTextThatStoodOnTheDate(t *testing.T) {
	for _, c := range []struct {
		name string
		p    law.Provision
		on   string
		want string
	}{
		{"a statute is linked as at the date", act.At("s. 1173", "section/1173"), "2020-01-01", "https://www.legislation.gov.uk/ukpga/2006/46/section/1173/2020-01-01"},
		{"and as it is now for no date", act.At("s. 1173", "section/1173"), "", "https://www.legislation.gov.uk/ukpga/2006/46/section/1173"},
		{"a place without an address is linked as the whole", act.At("passim", ""), "2020-01-01", "https://www.legislation.gov.uk/ukpga/2006/46/2020-01-01"},
		{"an order of which only the text as made is published", asMade.At("art. 2", "article/2"), "2020-01-01", "https://www.legislation.gov.uk/nisr/2006/242/article/2/made"},
		{"and for no date too", asMade.At("art. 2", "article/2"), "", "https://www.legislation.gov.uk/nisr/2006/242/article/2/made"},
		{"another text has one address whatever the date", notice.At("para 3", "ignored"), "2020-01-01", "https://www.example.org/notices/2014-10-01"},
		{"a text without an address has no link", standing.At("rule 7", ""), "2020-01-01", ""},
		{"nothing has no link", law.Provision{}, "2020-01-01", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var on law.Date
			require.NoError(t, on.UnmarshalText([]byte(c.on)))
			assert.Equal(t, c.want, c.p.Link(on))
		})
	}
}

func TestProvisionsPrintPinpointThenTitle(t *testing.T) {
	assert.Equal(t, "s. 1173, Companies Act 2006 (c. 46)", act.At("s. 1173", "section/1173").String())
	assert.Equal(t, "Companies Act 2006 (c. 46)", act.At("", "").String())
	assert.Empty(t, law.Provision{}.String())
}

func TestAProvisionIsZeroOnlyWhereItCitesNothing(t *testing.T) {
	assert.True(t, law.Provision{}.IsZero())
	assert.True(t, law.Instrument{Path: "ukpga/2006/46"}.At("", "section/1").IsZero(), "an address is no citation")
	assert.False(t, law.Provision{Title: "x"}.IsZero())
	assert.False(t, law.Provision{Pinpoint: "s. 1"}.IsZero())
}

func TestProvisionJSONBothWays(t *testing.T) {
	for _, p := range []law.Provision{
		act.At("s. 1173", "section/1173"), act.At("", ""), asMade.At("art. 2", "article/2"), notice.At("para 3", ""), standing.At("rule 7", ""), {},
	} {
		b, err := json.Marshal(p)
		require.NoError(t, err)
		var back law.Provision
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, p, back, "%s", b)
	}
	b, err := json.Marshal(act.At("s. 1173", "section/1173"))
	require.NoError(t, err)
	assert.JSONEq(t, `{"title": "Companies Act 2006 (c. 46)", "pinpoint": "s. 1173",
		"link": "https://www.legislation.gov.uk/ukpga/2006/46/section/1173"}`, string(b))
}

func TestAFindingWritesItsLinkAsAtItsDateAndReadsItBack(t *testing.T) {
	for _, c := range []struct {
		p    law.Provision
		link string
	}{
		{act.At("s. 1173", "section/1173"), "https://www.legislation.gov.uk/ukpga/2006/46/section/1173/2020-01-01"},
		{asMade.At("art. 2", "article/2"), "https://www.legislation.gov.uk/nisr/2006/242/article/2/made"},
		{notice.At("para 3", ""), "https://www.example.org/notices/2014-10-01"},
		{standing.At("rule 7", ""), ""},
	} {
		f := law.Finding{Code: "x", Outcome: law.Breached, On: day("2020-01-01"), Provision: c.p, Message: "m"}
		assert.Equal(t, c.link, f.Link())
		b, err := json.Marshal(f)
		require.NoError(t, err)
		var raw struct{ Provision struct{ Link string } }
		require.NoError(t, json.Unmarshal(b, &raw))
		assert.Equal(t, c.link, raw.Provision.Link)
		var back law.Finding
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, f, back, "the date comes off the link again")
	}
}

func TestAProvisionWithAMemberThatNobodyKnowsIsRefused(t *testing.T) {
	p := act.At("s. 1", "section/1")
	err := json.Unmarshal([]byte(`{"title": "x", "section": "1"}`), &p)
	require.ErrorContains(t, err, "provision")
	assert.Equal(t, act.At("s. 1", "section/1"), p, "an error changes nothing")
	assert.Error(t, json.Unmarshal([]byte(`"s. 1"`), &p))
}
