package register

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func schemes() []Scheme {
	var out []Scheme
	for s := CompanyType; int(s) < len(schemeNames); s++ {
		out = append(out, s)
	}
	return out
}

func TestTheTableIsWhole(t *testing.T) {
	tab, err := readTable(bytes.NewReader(codesCSV))
	require.NoError(t, err)
	want := map[Scheme]int{
		CompanyType: 36, CompanySubtype: 5, NumberPrefix: 43, NumberEnding: 19, ELF: 47, OrgIDList: 26,
		SocietySuffix: 70, SocietyType: 11, HousingForm: 7, CoopsUKForm: 11, NameEnding: 31,
	}
	for _, s := range schemes() {
		assert.Len(t, tab.of(s), want[s], "%v", s)
	}
	assert.Empty(t, tab.of(0), "no scheme has no codes")
	assert.Empty(t, tab.of(Scheme(len(schemeNames))))
}

func TestAnyTwoFormsThatShareACodeCanBeToldApart(t *testing.T) {
	for f := CICGuarantee; f <= OtherBody; f++ {
		for g := f + 1; g <= OtherBody; g++ {
			m := FormsOf(f, g)
			shared := ""
			for _, s := range schemes() {
				for e := range Codes(s) {
					if e.Forms.Has(f) && e.Forms.Has(g) {
						shared = e.Code
					}
				}
			}
			if shared != "" {
				assert.NotEmpty(t, m.Tells(), "%v and %v, as in %s", f, g, shared)
			}
		}
	}
}

func TestDistinctionsAreStatements(t *testing.T) {
	said := map[string]bool{}
	for _, d := range distinctions {
		assert.NotZero(t, d.these, d.tells)
		assert.NotZero(t, d.those, d.tells)
		assert.Zero(t, d.these&d.those, "a form is told from itself: %s", d.tells)
		assert.True(t, strings.HasSuffix(d.tells, "."), d.tells)
		assert.False(t, said[d.tells], d.tells)
		said[d.tells] = true
	}
}

func TestTheLongestEndingIsFound(t *testing.T) {
	most := 0
	for e := range Codes(NameEnding) {
		most = max(most, len(strings.Fields(e.Code)))
		got, ok := EndingOf("Hill " + e.Code)
		assert.True(t, ok)
		assert.Equal(t, e, got, "a longer ending is not cut to a shorter")
	}
	assert.Equal(t, longestEnding, most)
}

func TestEveryFormHasACode(t *testing.T) {
	for f := CICGuarantee; f <= OtherBody; f++ {
		n := 0
		for _, s := range schemes() {
			n += len(CodesOf(f, s))
		}
		assert.Positive(t, n, "%v", f)
	}
}

func TestABadTableIsRefused(t *testing.T) {
	const header = "scheme,code,label,in,ended,forms,note\n"
	for text, want := range map[string]string{
		"scheme,code\n":                                           "the header is not",
		header + "elf,1\n":                                        "wrong number of fields",
		header + "lei,1,x,,,other-body,\n":                        "not a scheme of codes",
		header + "elf,1,x,mars,,other-body,\n":                    "not a part of the kingdom",
		header + "elf,1,x,,soon,other-body,\n":                    "not a date",
		header + "elf,1,x,,,llp,\n":                               "not a legal form",
		header + "elf,1,x,,,,\n":                                  "no forms",
		header + "elf,,x,,,other-body,\n":                         "no code",
		header + "elf,a,x,,,other-body,\nelf,A,x,,,other-body,\n": "row 3: A is in elf already",
		header + "elf,a\"b,x,,,other-body,\n":                     "bare",
	} {
		_, err := readTable(strings.NewReader(text))
		assert.ErrorContains(t, err, want, text)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"ltd", "ltd", 0}, {"ltd", "llp", 2}, {"", "plc", 3}, {"kitten", "sitting", 3}, {"sc", "cs", 1}, {"gb-coh", "gb-cho", 1}, {"ca", "abc", 3}} {
		assert.Equal(t, c.want, distance(c.a, c.b), "%s to %s", c.a, c.b)
		assert.Equal(t, c.want, distance(c.b, c.a), "%s to %s", c.b, c.a)
	}
}
