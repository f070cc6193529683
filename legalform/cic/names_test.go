package cic

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func called(s string) func(*Company) { return func(c *Company) { c.Name = law.Known(s) } }

func public(c *Company) { c.Public = yes }

func welsh(c *Company) { c.WelshRegister = yes }

func TestNamesRules(t *testing.T) {
	plcName := both(public, called("Blue Hill Community Interest P.L.C."))
	lawtest.Suite[Company, Figures]{
		Rules: namesTable, Figures: Enacted(), Lawful: ordinary, On: "2020-01-01", In: law.England,
		Cases: []lawtest.Case[Company]{
			{Name: "s. 33(1)(a): in full", Code: PrivateEnding, Want: law.Met},
			{Name: "s. 33(1)(b): c.i.c.", Code: PrivateEnding, Change: called("Blue Hill c.i.c."), Want: law.Met},
			{Name: "s. 33(1): CIC in capitals without stops, by the registrar's practice", Code: PrivateEnding, Change: called("BLUE HILL CIC"), Want: law.Met},
			{Name: "s. 33(1): limited is not the ending", Code: PrivateEnding, Change: called("Blue Hill Limited"), Want: law.Breached, At: "name"},
			{Name: "s. 33(1): the ending is a word of its own", Code: PrivateEnding, Change: called("Bluecic"), Want: law.Breached},
			{Name: "s. 33(1): the ending of a public company", Code: PrivateEnding, Change: called("Blue Hill Community Interest PLC"), Want: law.Breached},
			{Name: "s. 33(2): a Welsh ending of a Welsh company", Code: PrivateEnding, Change: both(welsh, called("Bryn Glas C.B.C.")), Want: law.Met},
			{Name: "s. 33(2): a Welsh company may keep to English", Code: PrivateEnding, Change: welsh, Want: law.Met},
			{Name: "s. 33(2): a Welsh ending, registered in England and Wales", Code: PrivateEnding, Change: called("Bryn Glas Cwmni Buddiant Cymunedol"), Want: law.Breached, At: "name"},
			{Name: "s. 33(2): a Welsh ending, and nobody says where", Code: PrivateEnding, Change: both(called("Bryn Glas CBC"), func(c *Company) { c.WelshRegister = law.Fact[bool]{} }), Want: law.Unknown, At: "welsh_register"},
			{Name: "s. 33(1): a public company", Code: PrivateEnding, Change: plcName, Want: law.NotApplicable},
			{Name: "s. 33(1): nobody says whether public", Code: PrivateEnding, Change: func(c *Company) { c.Public = law.Fact[bool]{} }, Want: law.Unknown, At: "public"},

			{Name: "s. 33(3)(b): community interest p.l.c.", Code: PublicEnding, Change: plcName, Want: law.Met},
			{Name: "s. 33(3)(a): in full", Code: PublicEnding, Change: both(public, called("Blue Hill Community Interest Public Limited Company")), Want: law.Met},
			{Name: "s. 33(4): in Welsh", Code: PublicEnding, Change: both(public, welsh, called("Bryn Glas Cwmni Buddiant Cymunedol C.C.C.")), Want: law.Met},
			{Name: "s. 33(3): plc alone", Code: PublicEnding, Change: both(public, called("Blue Hill PLC")), Want: law.Breached, At: "name"},
			{Name: "s. 33(3): the ending of a private company", Code: PublicEnding, Change: public, Want: law.Breached},
			{Name: "s. 33(3): a private company", Code: PublicEnding, Want: law.NotApplicable},

			{Name: "SI 2015/17 reg 4(1): at the end", Code: TypeNotAtEnd, Want: law.Met},
			{Name: "SI 2015/17 reg 4(1): a Welsh ending holds another and is one", Code: TypeNotAtEnd, Change: called("Bryn Glas Cwmni Buddiant Cymunedol Cyhoeddus Cyfyngedig"), Want: law.Met},
			{Name: "SI 2015/17 reg 4(1): in the middle", Code: TypeNotAtEnd, Change: called("Blue CIC Hill Community Interest Company"), Want: law.Breached, At: "name"},
			{Name: "SI 2015/17 reg 4(1): after a hyphen", Code: TypeNotAtEnd, Change: called("Blue-C.I.C. Hill CIC"), Want: law.Breached},
			{Name: "SI 2015/17 reg 4(1): part of a word is not the word", Code: TypeNotAtEnd, Change: called("Cicada Bocic CIC"), Want: law.Met},
			{Name: "SI 2015/17 reg 4(4): no other form", Code: OtherFormInName, Want: law.Met},
			{Name: "SI 2015/17 reg 4(4): a co-operative society", Code: OtherFormInName, Change: called("Blue Hill Co-operative Society CIC"), Want: law.Breached, At: "name"},
			{Name: "SI 2015/17 reg 25(2)(e): shown", Code: LimitedNotShown, Want: law.Met},
			{Name: "SI 2015/17 reg 25(2)(e): not shown", Code: LimitedNotShown, Change: func(c *Company) { c.Standing.DisclosesLimited = no }, Want: law.Breached, At: "standing.discloses_limited"},
			{Name: "SI 2015/17 reg 25(2)(e): a public company's name shows it", Code: LimitedNotShown, Change: plcName, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestW20NameEndings(t *testing.T) {
	f, on := Enacted(), law.MustDate("2020-01-01")
	for _, x := range []struct {
		name   string
		public bool
		code   law.Code
		want   law.Outcome
	}{
		{"Blue Hill C.I.C.", false, PrivateEnding, law.Met},
		{"Blue Hill Community Interest Company", false, PrivateEnding, law.Met},
		{"Blue Hill CIC Ltd", false, PrivateEnding, law.Breached},
		{"Blue Hill Community Interest P.L.C.", true, PublicEnding, law.Met},
	} {
		c := ordinary()
		c.Name, c.Public = law.Known(x.name), law.Known(x.public)
		got, _ := namesTable.Judge(&c, &f, on, law.England).Outcome(x.code)
		assert.Equal(t, x.want, got, x.name)
	}
}

func TestS33ReservedEndingsAreThoseOfCommunityInterestCompanies(t *testing.T) {
	for _, s := range []string{"A C.I.C.", "a community interest company", "A Community  Interest plc", "A CBC", "A cwmni buddiant cymunedol ccc"} {
		_, is := ReservedEnding(s)
		assert.True(t, is, s)
	}
	for _, s := range []string{"", "A Ltd", "A plc", "Acic", "CIC Ltd", "Community Interest Company House"} {
		_, is := ReservedEnding(s)
		assert.False(t, is, s)
	}
}

func FuzzReservedEndingIgnoresCapitalsStopsAndSpaces(f *testing.F) {
	f.Add("Blue Hill C.I.C.")
	f.Add("Blue  Hill community interest p.l.c.")
	f.Fuzz(func(t *testing.T, s string) {
		_, was := ReservedEnding(s)
		_, is := ReservedEnding(" " + strings.ReplaceAll(s, ".", "") + " ")
		assert.Equal(t, was, is)
		if _, added := ReservedEnding(s + " CIC"); !added {
			t.Errorf("%q with CIC after it", s)
		}
	})
}
