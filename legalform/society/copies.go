package society

import (
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on copies of the registered rules.
const (
	CopyRefused         law.Code = "society.copy-refused"
	CopyRefused1965     law.Code = "society.copy-refused-1965"
	CopyOvercharged     law.Code = "society.copy-overcharged"
	CopyOvercharged1965 law.Code = "society.copy-overcharged-1965"
)

// A RulesRequest is a request for a copy of the registered rules, and what came of it.
type RulesRequest struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// FirstToMember says that a member asked to whom no copy of the rules had been given.
	FirstToMember law.Fact[bool] `json:"first_to_member,omitzero"`
	// OfferedFee says that the person paid, or offered, what was charged.
	OfferedFee law.Fact[bool]      `json:"offered_fee,omitzero"`
	Given      law.Fact[bool]      `json:"given,omitzero"`
	Charged    law.Fact[law.Pence] `json:"charged,omitzero"`
}

func (x *RulesRequest) check() error { return amountFact("charged", &x.Charged) }

// CopyFigures are the figures of copies of the rules.
type CopyFigures struct {
	// CopyFee is the most that may be charged for a copy of the rules; FirstCopyFree says
	// whether a member's first is free.
	CopyFee       law.History[law.Pence]
	FirstCopyFree law.History[bool]
}

func enactedCopies() CopyFigures {
	s15, copies2011 := act1965.At("s. 15(1)", "section/15"), order2011.At("art 7", "article/7")
	return CopyFigures{
		// Two shillings were ten pence from 15 February 1971 and are written so throughout.
		CopyFee: law.Since("society.copy_fee", "pounds, at most",
			at(start1965, law.Pence(10), s15), at("2012-01-08", law.Pounds(5), copies2011), at(start2014, law.Pounds(5), act2014.At("s. 18(3)", "section/18"))),
		FirstCopyFree: law.Since("society.first_copy_free", "whether it is",
			at(start1965, false, s15), at("2012-01-08", true, copies2011), at(start2014, true, act2014.At("s. 18(2)", "section/18"))),
	}
}

var rulesAsked = event{Path: "rules_request.on", Of: func(s *Society) law.Fact[law.Date] {
	if x := s.RulesRequest.Ptr(); x != nil {
		return x.On
	}
	return law.Fact[law.Date]{}
}}

var (
	copyPrice2014 = act2014.At("s. 18(2)-(3)", "section/18")
	copyPrice1965 = act1965.At("s. 15(1)", "section/15")

	copyOwed = rule{
		Code: CopyRefused, Provision: act2014.At("s. 18(1)", "section/18"),
		Says:    "A society must give a copy of its registered rules to any person who asks for one and, unless none is payable, pays the fee it requires.",
		InForce: from2014, Event: rulesAsked, Applies: asksForRules, Check: copyGiven,
		Remedy: "Give the person a copy.",
	}
	copyPrice = rule{
		Code: CopyOvercharged, Provision: copyPrice2014,
		Says:    "The fee for a copy of the rules may not exceed the maximum, and a member's first copy is free from 8 January 2012.",
		InForce: from2014, Event: rulesAsked, Applies: asksForRules, Check: copyPriced,
		Remedy: "Repay what was charged beyond the maximum.",
	}
)

var copiesOfRules = law.Topic("copies of the rules",
	under1965(copyOwed, CopyRefused1965, act1965.At("s. 15(1)", "section/15"), start1965), copyOwed,
	under1965(copyPrice, CopyOvercharged1965, copyPrice1965, start1965), copyPrice,
)

func asksForRules(c *kase) bool { return c.Subject.RulesRequest.Stated() }

// copyGiven excuses a refusal only of a person who would not pay a fee that was due.
func copyGiven(c *kase) {
	x := c.Subject.RulesRequest.Ptr()
	given, ok := law.Need(c, &x.Given, "rules_request.given")
	if !ok || given {
		return
	}
	a := CopyFee(c.Figures, x.FirstToMember, c.On)
	switch {
	case a.Known() && a.Most == 0:
		c.Breach("rules_request.given", "The society gave no copy, for which no fee was payable.")
	case told(&x.OfferedFee) == yes:
		c.Breach("rules_request.given", "The society gave no copy to a person who paid.")
	default:
		lackOf(c, &a)
		law.Need(c, &x.OfferedFee, "rules_request.offered_fee")
	}
}

// lackOf takes over what a calculator lacked.
func lackOf(c *kase, a *law.Allowance) {
	for _, m := range a.Missing {
		c.Unknown(m.Path, m.Question)
	}
}

func copyPriced(c *kase) {
	x := c.Subject.RulesRequest.Ptr()
	charged, ok := law.Need(c, &x.Charged, "rules_request.charged")
	if !ok || charged == 0 {
		return
	}
	a := CopyFee(c.Figures, x.FirstToMember, c.On)
	lackOf(c, &a)
	if a.Known() && charged > a.Most {
		c.Breach("rules_request.charged", "The society charged %v for a copy of the rules; it might charge at most %v.", charged, a.Most)
	}
}

// CopyFee says how much a society may charge on a date for a copy of its registered rules:
// nothing, from 8 January 2012, of a member to whom none was given before. It is the law of
// Great Britain: the figures of Northern Ireland hold none, and give no answer.
func CopyFee(f *Figures, firstToMember law.Fact[bool], on law.Date) law.Allowance {
	a := law.Open()
	most, ok1 := read(&a, &f.CopyFee, on)
	free, ok2 := read(&a, &f.FirstCopyFree, on)
	if !ok1 || !ok2 {
		return a
	}
	code, provision := CopyOvercharged, copyPrice2014
	if on.Before(commenced2014) {
		code, provision = CopyOvercharged1965, copyPrice1965
	}
	a.Within(most, code, provision)
	a.Working.Add("the maximum fee", most)
	if !free {
		return a
	}
	first, ok := firstToMember.Get()
	if !ok {
		a.Lack("rules_request.first_to_member", "Is it a member who asks, to whom no copy was given before?")
	} else if first {
		a.Within(0, code, provision)
		a.Working.Add("a member's first copy", 0)
	}
	return a
}
