package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// lawfulRuleBook provides for everything, has no seal, and fixes the Act's own maximum.
func lawfulRuleBook() RuleBook {
	b := RuleBook{HasSeal: law.Known(false), BankingObject: law.Known(false), Place: law.Known(OfficeInEngland), Amended: law.Known([]law.Date{})}
	for i := range matters {
		for _, p := range matters[i].parts {
			*p.of(&b) = law.Known(Provided)
		}
	}
	b.Seal = law.Known(Silent)
	b.Maximum = law.Known(ShareLimit{Most: law.Pounds(1_000)})
	return b
}

func withRules() Society {
	s := lawfulBencom()
	s.RuleBook = law.Known(lawfulRuleBook())
	return s
}

// rules changes the rule book.
func book(f func(*RuleBook)) change {
	return func(s *Society) {
		b := lawfulRuleBook()
		f(&b)
		s.RuleBook = law.Known(b)
	}
}

func noBook(s *Society) { s.RuleBook = law.Fact[RuleBook]{} }

func TestRuleBook(t *testing.T) {
	type c = lawtest.Case[Society]
	var cases []c
	// A determination may be no; a provision may not; and neither may be silence.
	for i := range matters {
		m := &matters[i]
		for code, on := range map[law.Code]string{m.code: "", m.old: "2010-06-01"} {
			cases = append(cases,
				c{Name: "provided: " + string(code), Code: code, On: on, Want: law.Met},
				c{Name: "no rules stated: " + string(code), Code: code, On: on, Change: noBook, Want: law.NotApplicable})
			for _, p := range m.parts {
				put := func(f law.Fact[Dealt]) change { return book(func(b *RuleBook) { *p.of(b) = f }) }
				path, excluded := "rule_book."+p.path, law.Breached
				if p.mayBeNo {
					excluded = law.Met
				}
				if m.code == RulesSeal {
					put = func(f law.Fact[Dealt]) change {
						return book(func(b *RuleBook) { b.Seal, b.HasSeal = f, law.Known(true) })
					}
				}
				cases = append(cases,
					c{Name: "silent on " + p.path + ": " + string(code), Code: code, On: on, Change: put(law.Known(Silent)), Want: law.Breached, At: path},
					c{Name: "bare on " + p.path + ": " + string(code), Code: code, On: on, Change: put(law.Known(Bare)), Want: law.Breached, At: path},
					c{Name: "no " + p.path + ": " + string(code), Code: code, On: on, Change: put(law.Known(Excluded)), Want: excluded},
					c{Name: "unread on " + p.path + ": " + string(code), Code: code, On: on, Change: put(law.Fact[Dealt]{}), Want: law.Unknown, At: path})
			}
		}
	}
	sealed := func(has law.Fact[bool], d Dealt) change {
		return book(func(b *RuleBook) { b.HasSeal, b.Seal = has, law.Known(d) })
	}
	cases = append(cases,
		c{Name: "item 13: no seal, no rule", Code: RulesSeal, Change: sealed(law.Known(false), Silent), Want: law.Met},
		c{Name: "item 13: a seal, and a rule", Code: RulesSeal, Change: sealed(law.Known(true), Provided), Want: law.Met},
		c{Name: "item 13: no rule, and whether there is a seal not stated", Code: RulesSeal, Change: sealed(law.Fact[bool]{}, Silent), Want: law.Unknown, At: "rule_book.has_seal"},
		c{Name: "1965 Sch 1 para 13: no seal, no rule, the day it became optional", Code: RulesSeal1965, On: "2003-10-20", Change: sealed(law.Known(false), Silent), Want: law.Met},
		c{Name: "1965 Sch 1 para 13: the day before is a doubt", Code: RulesSeal1965, On: "2003-10-19", Change: sealed(law.Known(false), Silent), Want: law.Unknown, At: "rule_book.seal"},
		c{Name: "1965 Sch 1 para 13: a rule is enough whatever the doubt", Code: RulesSeal1965, On: "2003-10-19", Change: sealed(law.Known(false), Provided), Want: law.Met},
	)
	suite(ruleBooks, withRules, cases...).Run(t)
}

func TestAFindingOnTheRulesSaysWhatIsWrongWithThem(t *testing.T) {
	f := Enacted()
	for d, want := range map[Dealt]string{
		Silent:   "The rules say nothing of the audit of accounts.",
		Bare:     "The rules name the audit of accounts without what the Act asks them to say of it.",
		Excluded: "The rules exclude the audit of accounts, and the Act requires provision for it.",
	} {
		s := withRules()
		book(func(b *RuleBook) { b.Audit = law.Known(d) })(&s)
		rep := ruleBooks.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
		assert.Len(t, rep.Findings, 1)
		assert.Equal(t, want, rep.Findings[0].Message)
	}
}

func TestFourteenMattersAreRowsOfBothActs(t *testing.T) {
	assert.Len(t, matters, 14)
	assert.Equal(t, 28, ruleBooks.Len())
	seen := map[string]bool{}
	determined := 0
	for i := range matters {
		for _, p := range matters[i].parts {
			assert.False(t, seen[p.path], "%s is of two matters", p.path)
			seen[p.path] = true
			if p.mayBeNo {
				determined++
			}
		}
	}
	assert.Equal(t, 5, determined, "items 8, 9 twice, 11 and 14 are determinations")
}
