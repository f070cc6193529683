package legalform_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func ruleBook(t *testing.T, forms []legalform.Form) string {
	t.Helper()
	var got bytes.Buffer
	require.NoError(t, legalform.Export(forms).WriteRuleBook(&got, forms))
	return got.String()
}

func TestRuleBook(t *testing.T) {
	got := ruleBook(t, legalform.All())
	if *update {
		require.NoError(t, os.WriteFile("RULES.md", []byte(got), 0o644))
	}
	want, err := os.ReadFile("RULES.md")
	require.NoError(t, err)
	if string(want) != got {
		assert.Fail(t, "the rule book has changed: go generate ./legalform, and read the difference as a lawyer would")
	}
}

func TestTheRuleBookHoldsEveryRuleOnce(t *testing.T) {
	forms := legalform.All()
	book := ruleBook(t, forms)
	rules := legalform.Export(forms).Rules
	codes := map[law.Code]bool{}
	for _, r := range rules {
		codes[r.Code] = true
	}
	assert.Equal(t, len(codes), strings.Count(book, "\n- `"), "a rule that is lifted into another table is told once")
	for _, r := range rules {
		require.Contains(t, book, "\n- `"+string(r.Code)+"` ("+r.Weight.String()+"): ")
	}
	for _, f := range forms {
		assert.Contains(t, book, f.FormTitle())
	}
}

func TestALineOfTheRuleBookSaysWhatWhereWhenAndHowHeavy(t *testing.T) {
	book := ruleBook(t, legalform.Mutuals())
	assert.Contains(t, book, "- `cic.charity-too` (statute): A community interest company established for charitable purposes is to be treated as not being so established, "+
		"and may not be a charity. [s. 26(3), Companies (Audit, Investigations and Community Enterprise) Act 2004 (c. 27)](https://www.legislation.gov.uk/ukpga/2004/27/section/26), "+
		"in Great Britain from 1 July 2005, in Northern Ireland from 6 April 2007.\n")
	assert.Contains(t, book, "until 31 July 2014; then `society.too-few-members`.")
	assert.Contains(t, book, "\n### society: distributions\n")
}

func TestTheContentsLinkEveryFamilyAndTopicOnce(t *testing.T) {
	book := ruleBook(t, legalform.All())
	contents, rest, ok := strings.Cut(book, "\n## cic\n")
	require.True(t, ok)
	rest = "\n## cic\n" + rest
	anchors := map[string]int{}
	for _, line := range strings.Split(rest, "\n") {
		if title := strings.TrimLeft(line, "#"); title != line {
			title = strings.NewReplacer(" ", "-", ":", "", "'", "").Replace(strings.ToLower(title[1:]))
			anchors[title]++
			assert.Equal(t, 1, strings.Count(contents, "](#"+title+")"), "%s", title)
		}
	}
	for title, n := range anchors {
		assert.Equal(t, 1, n, "%s is a heading twice", title)
	}
	assert.Equal(t, len(anchors), strings.Count(contents, "](#"), "no link leads nowhere")
	assert.Greater(t, len(anchors), 100)
}

func TestEveryRuleOfTheCatalogueHasATopic(t *testing.T) {
	for _, f := range legalform.In(0) {
		for m := range f.RuleList() {
			assert.NotEmpty(t, m.Topic, "%s: %s", f.FormID(), m.Code)
		}
	}
}

func TestARowOfFewerFormsNamesThem(t *testing.T) {
	a, b := exported("a", "One *duty*."), exported("b", "Another | duty.")
	book := ruleBook(t, []legalform.Form{a, b})
	assert.Contains(t, book, "Binds: a; b. 2 rules.")
	assert.Contains(t, book, "- `club.duty` (own-rules): One \\*duty\\*. r. 1, Club rules, in United Kingdom from 1 January 2020. Only: a.\n")
	assert.Contains(t, book, `Another \| duty.`)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestARuleBookThatCannotBeWrittenIsAnError(t *testing.T) {
	forms := []legalform.Form{exported("a", "One duty.")}
	require.ErrorContains(t, legalform.Export(forms).WriteRuleBook(full{}, forms), "full")
	assert.Equal(t, law.Version, legalform.Export(forms).Version)
}
