package society

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A duty that two rows state at once would be counted twice, and one of them could be met
// while the other waits for the same fact under another name.
func TestNoTwoRowsInForceTogetherSayTheSame(t *testing.T) {
	words := func(says string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, says)
	}
	said := map[string]law.Meta{}
	for m := range Rules().All() {
		key := words(m.Says) + m.InForce[0].From.String()
		if other, ok := said[key]; ok {
			assert.Fail(t, "said twice", "%s and %s: %s", other.Code, m.Code, m.Says)
		}
		said[key] = m
	}
}
