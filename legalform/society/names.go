package society

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on names.
const (
	NameEnding     law.Code = "society.name-ending"
	NameEnding1993 law.Code = "society.name-ending-1993"
	NameEnding1965 law.Code = "society.name-ending-1965"
)

const remedyName = "End the name with the word limited, or ask the registrar to dispense with it for wholly charitable or benevolent objects."

var ending = rule{
	Code: NameEnding, Provision: act2014.At("s. 10(2)-(3)", "section/10"),
	Says: "The last word of the name must be limited, or, if the rules state that the registered office is to be in Wales, limited or cyfyngedig, " +
		"unless the registrar is satisfied that the objects are wholly charitable or benevolent.",
	InForce: from2014, Check: endsLimited, Remedy: remedyName,
}

// The Act of 1965 knew only the English word until the Welsh Language Act 1993 (c. 38)
// s. 28 came into force, two months after it was passed.
var names = law.Topic("names",
	rule{
		Code: NameEnding1965, Provision: act1965.At("s. 5(2), (5)", "section/5"),
		Says:    "The last word of the name must be limited, unless the registrar is satisfied that the objects are wholly charitable or benevolent.",
		InForce: []law.Window{law.From(start1965, law.GreatBritain).Until("1993-12-20")},
		Check:   endsLimitedInEnglish, Remedy: remedyName, Successor: NameEnding1993,
	},
	under1965(ending, NameEnding1993, act1965.At("s. 5(2), (5)", "section/5"), "1993-12-21"),
	ending,
)

func endsLimited(c *kase)          { checkName(c, true) }
func endsLimitedInEnglish(c *kase) { checkName(c, false) }

// checkName takes the word itself and no abbreviation, since the Acts know none.
func checkName(c *kase, welsh bool) {
	name, ok := law.Need(c, &c.Subject.Name, "name")
	if !ok {
		return
	}
	last := lastWord(name)
	if strings.EqualFold(last, "limited") {
		return
	}
	if welsh && strings.EqualFold(last, "cyfyngedig") {
		if wales, ok := law.Need(c, &c.Subject.OfficeInWales, "office_in_wales"); !ok || wales {
			return
		}
	}
	dispensed, ok := law.Ask(c, &c.Subject.NameDispensed, "name_dispensed",
		"Did the registrar, satisfied that the objects are wholly charitable or benevolent, register the name without the word?")
	if ok && !dispensed {
		c.Breach("name", "The last word of the name is %q.", last)
	}
}

func lastWord(name string) string {
	name = strings.TrimSpace(name)
	i := strings.LastIndexFunc(name, unicode.IsSpace)
	if i < 0 {
		return name
	}
	_, width := utf8.DecodeRuneInString(name[i:])
	return name[i+width:]
}
