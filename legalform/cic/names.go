package cic

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// The endings of section 33, as plain writes names. The Act writes the short ones with full
// stops and says nothing of capitals. That a name is accepted in capitals, or as "CIC"
// without stops, is the registrar's practice, which the later Regulations on names follow
// ("with or without full stops"); since the certificate of incorporation is conclusive,
// names are compared here without regard to either.
var (
	privateEndings      = []string{"community interest company", "cic"}
	privateWelshEndings = []string{"cwmni buddiant cymunedol", "cbc"}
	publicEndings       = []string{"community interest public limited company", "community interest plc"}
	publicWelshEndings  = []string{"cwmni buddiant cymunedol cyhoeddus cyfyngedig", "cwmni buddiant cymunedol ccc"}

	// typeEndings may stand only at the end of a company's name (SI 2015/17 Sch 2 para
	// 3(a)-(f)), longest first, and otherForms in no part of it (para 3(k)-(x)).
	typeEndings = []string{
		"cwmni buddiant cymunedol cyhoeddus cyfyngedig", "community interest public limited company",
		"cwmni buddiant cymunedol ccc", "community interest company", "cwmni cyfyngedig cyhoeddus",
		"cwmni buddiant cymunedol", "community interest plc", "public limited company", "plc", "ccc", "cic", "cbc",
	}
	otherForms = []string{
		"european economic interest grouping", "eeig", "investment company with variable capital",
		"cwmni buddsoddi â chyfalaf newidiol", "limited partnership", "partneriaeth cyfyngedig",
		"limited liability partnership", "partneriaeth atebolrwydd cyfyngedig", "open-ended investment company",
		"cwmni buddsoddiad penagored", "charitable incorporated organisation", "sefydliad elusennol corfforedig",
		"industrial and provident society", "co-operative society", "community benefit society",
	}
)

// space is what stands between words of a plain name.
var space = []byte{' '}

// nameBuffer holds a plain name on the stack, so that judging a name allocates nothing; a
// longer name is put on the heap.
type nameBuffer [160]byte

// plain writes a name in small letters, without full stops, with single spaces.
func plain(buf *nameBuffer, name string) []byte {
	out := buf[:0]
	gap := false
	for _, r := range name {
		switch {
		case r == '.':
		case unicode.IsSpace(r):
			gap = len(out) > 0
		default:
			if gap {
				out = append(out, ' ')
				gap = false
			}
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}

// endsIn reports whether a plain name ends in one of some endings, as words of their own.
func endsIn(plainName []byte, endings []string) (string, bool) {
	for _, e := range endings {
		start := len(plainName) - len(e)
		if start >= 0 && string(plainName[start:]) == e && (start == 0 || plainName[start-1] == ' ') {
			return e, true
		}
	}
	return "", false
}

// includes reports whether a plain name includes one of some expressions, as words of
// their own.
func includes(plainName []byte, expressions []string) (string, bool) {
	for _, e := range expressions {
		for start := 0; start+len(e) <= len(plainName); start++ {
			if plainName[start] == e[0] && string(plainName[start:start+len(e)]) == e &&
				boundary(plainName, start-1) && boundary(plainName, start+len(e)) {
				return e, true
			}
		}
	}
	return "", false
}

// boundary reports whether the byte at i is no part of a word: outside the name, or ASCII
// and neither a letter nor a digit.
func boundary(plainName []byte, i int) bool {
	if i < 0 || i >= len(plainName) {
		return true
	}
	b := plainName[i]
	return b < 0x80 && (b < 'a' || b > 'z') && (b < '0' || b > '9')
}

// ReservedEnding reports whether a name ends as only that of a community interest company
// may, private or public, in English or Welsh, and in what ending. Capitals and full stops
// are not regarded.
func ReservedEnding(name string) (string, bool) {
	var buf nameBuffer
	p := plain(&buf, name)
	for _, endings := range [][]string{privateEndings, publicEndings, privateWelshEndings, publicWelshEndings} {
		if e, ok := endsIn(p, endings); ok {
			return e, true
		}
	}
	return "", false
}

// Codes of the rules on names.
const (
	PrivateEnding     law.Code = "cic.private-ending"
	PublicEnding      law.Code = "cic.public-ending"
	TypeNotAtEnd      law.Code = "cic.type-not-at-end"
	OtherFormInName   law.Code = "cic.other-form-in-name"
	LimitedNotShown   law.Code = "cic.limited-not-shown"
	remedyName                 = "Change the name by special resolution."
	remedyWelshEnding          = "Change the name so that it ends as section 33 requires; a Welsh ending needs a registered office that the register states to be in Wales."
)

var namesTable = law.Topic("names",
	rule{
		Code: PrivateEnding, Provision: act2004.At("s. 33(1)-(2)", "section/33"),
		Says:    "The name of a community interest company which is not a public company must end with \"community interest company\" or \"c.i.c.\", or in the case of a Welsh company may instead end with \"cwmni buddiant cymunedol\" or \"c.b.c.\".",
		InForce: inForce(), Applies: isPrivate, Check: privateEnding, Remedy: remedyWelshEnding,
	},
	rule{
		Code: PublicEnding, Provision: act2004.At("s. 33(3)-(4)", "section/33"),
		Says:    "The name of a community interest company which is a public company must end with \"community interest public limited company\" or \"community interest p.l.c.\", or in the case of a Welsh company may instead end with the Welsh for either.",
		InForce: inForce(), Applies: isPublic, Check: publicEnding, Remedy: remedyWelshEnding,
	},
	rule{
		Code: TypeNotAtEnd, Provision: names2015.At("reg 4(1)", "regulation/4"),
		Says:    "A company must not be registered by a name that includes, otherwise than at its end, an expression that indicates a community interest or public limited company.",
		InForce: since("2015-01-31"), Check: typeAtEnd, Remedy: remedyName,
	},
	rule{
		Code: OtherFormInName, Provision: names2015.At("reg 4(4)", "regulation/4"),
		Says:    "A company must not be registered by a name that includes in any part an expression that indicates another legal form, such as \"co-operative society\" or \"community benefit society\".",
		InForce: since("2015-01-31"), Check: noOtherForm, Remedy: remedyName,
	},
	rule{
		Code: LimitedNotShown, Provision: names2015.At("reg 25(2)(e)", "regulation/25"),
		Says:    "A community interest company which is not a public company must disclose on its business letters, order forms and websites that it is a limited company.",
		InForce: since("2015-01-31"), Applies: isPrivate, Check: showsLimited,
		Remedy: "Add the statement to letters, order forms and websites.",
	},
)

func privateEnding(c *kase) { nameEnds(c, privateEndings, privateWelshEndings) }

func publicEnding(c *kase) { nameEnds(c, publicEndings, publicWelshEndings) }

func nameEnds(c *kase, english, welsh []string) {
	full, ok := law.Need(c, &c.Subject.Name, "name")
	if !ok {
		return
	}
	var buf nameBuffer
	p := plain(&buf, full)
	if _, ok := endsIn(p, english); ok {
		return
	}
	if e, ok := endsIn(p, welsh); ok {
		if inWales, ok := law.Need(c, &c.Subject.WelshRegister, "welsh_register"); ok && !inWales {
			c.Breach("name", "The name %q ends in %q, and the registered office is not registered as in Wales.", full, e)
		}
		return
	}
	c.Breach("name", "The name %q does not end in %q or %q.", full, english[0], english[1])
}

func typeAtEnd(c *kase) {
	full, ok := law.Need(c, &c.Subject.Name, "name")
	if !ok {
		return
	}
	var buf nameBuffer
	p := plain(&buf, full)
	if e, ok := endsIn(p, typeEndings); ok {
		p = bytes.TrimSuffix(p[:len(p)-len(e)], space)
	}
	if e, ok := includes(p, typeEndings); ok {
		c.Breach("name", "The name %q includes %q otherwise than at its end.", full, e)
	}
}

func noOtherForm(c *kase) {
	full, ok := law.Need(c, &c.Subject.Name, "name")
	if !ok {
		return
	}
	var buf nameBuffer
	if e, ok := includes(plain(&buf, full), otherForms); ok {
		c.Breach("name", "The name %q includes %q.", full, e)
	}
}

func showsLimited(c *kase) {
	mustBe(c, &c.Subject.Standing.DisclosesLimited, true, "standing.discloses_limited",
		"Letters, order forms or websites do not say that the company is limited.")
}
