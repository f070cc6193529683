package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestCopiesOfRules(t *testing.T) {
	type c = lawtest.Case[Society]
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	request := func(date string, first, offered, given law.Fact[bool], charged law.Pence) change {
		return func(s *Society) {
			s.RulesRequest = law.Known(RulesRequest{on(date), first, offered, given, law.Known(charged)})
		}
	}
	none := func(s *Society) { s.RulesRequest = law.Fact[RulesRequest]{} }
	suite(copiesOfRules, amending,
		c{Name: "s. 18(1): a member's first copy", Code: CopyRefused, Want: law.Met},
		c{Name: "s. 18(2): a member refused a first copy", Code: CopyRefused, Change: request("2026-05-20", yes, no, no, 0), Want: law.Breached, At: "rules_request.given"},
		c{Name: "s. 18(1): a stranger who paid, refused", Code: CopyRefused, Change: request("2026-05-20", no, yes, no, 500), Want: law.Breached},
		c{Name: "s. 18(1): a stranger who would not pay, refused", Code: CopyRefused, Change: request("2026-05-20", no, no, no, 0), Want: law.Met},
		c{Name: "s. 18(1): whether a stranger paid is not stated", Code: CopyRefused, Change: request("2026-05-20", no, untold, no, 0), Want: law.Unknown, At: "rules_request.offered_fee"},
		c{Name: "s. 18(1): who asked is not stated", Code: CopyRefused, Change: request("2026-05-20", untold, no, no, 0), Want: law.Unknown, At: "rules_request.first_to_member"},
		c{Name: "s. 18(1): nobody asks", Code: CopyRefused, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 15(1): a copy given", Code: CopyRefused1965, Change: request("2010-05-20", no, yes, yes, 10), Want: law.Met},
		c{Name: "1965 s. 15(1): refused to one who paid", Code: CopyRefused1965, Change: request("2010-05-20", no, yes, no, 10), Want: law.Breached},
		c{Name: "1965 s. 15(1): a member who would not pay, before 2012", Code: CopyRefused1965, Change: request("2012-01-07", yes, no, no, 0), Want: law.Met},
		c{Name: "1965 s. 15(1): nor had to from 8 January 2012", Code: CopyRefused1965, Change: request("2012-01-08", yes, no, no, 0), Want: law.Breached},
		c{Name: "1965 s. 15(1): nobody asks", Code: CopyRefused1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 18(3): exactly £5", Code: CopyOvercharged, Change: request("2026-05-20", no, yes, yes, 500), Want: law.Met},
		c{Name: "s. 18(3): a penny more", Code: CopyOvercharged, Change: request("2026-05-20", no, yes, yes, 501), Want: law.Breached, At: "rules_request.charged"},
		c{Name: "s. 18(2): a penny for a member's first copy", Code: CopyOvercharged, Change: request("2026-05-20", yes, yes, yes, 1), Want: law.Breached},
		c{Name: "s. 18(2): a charge, and who asked not stated", Code: CopyOvercharged, Change: request("2026-05-20", untold, yes, yes, 1), Want: law.Unknown, At: "rules_request.first_to_member"},
		c{Name: "s. 18(3): nobody asks", Code: CopyOvercharged, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 15(1): two shillings", Code: CopyOvercharged1965, Change: request("2012-01-07", yes, yes, yes, 10), Want: law.Met},
		c{Name: "1965 s. 15(1): a penny more", Code: CopyOvercharged1965, Change: request("2012-01-07", no, yes, yes, 11), Want: law.Breached},
		c{Name: "1965 s. 15(1): £5 from 8 January 2012", Code: CopyOvercharged1965, Change: request("2012-01-08", no, yes, yes, 500), Want: law.Met},
		c{Name: "1965 s. 15(1): nobody asks", Code: CopyOvercharged1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},
	).Run(t)
}

func TestCopyFee(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		on    string
		first bool
		most  law.Pence
		code  law.Code
	}{
		{"2012-01-07", true, 10, CopyOvercharged1965},
		{"2012-01-08", true, 0, CopyOvercharged1965},
		{"2012-01-08", false, 500, CopyOvercharged1965},
		{"2014-08-01", true, 0, CopyOvercharged},
		{"2026-11-23", false, 500, CopyOvercharged},
	} {
		a := CopyFee(&f, law.Known(c.first), law.MustDate(c.on))
		assert.True(t, a.Certain(), c.on)
		assert.Equal(t, c.most, a.Most, c.on)
		assert.Equal(t, c.code, a.Binding, c.on)
	}
	a := CopyFee(&f, law.Fact[bool]{}, law.MustDate("2026-11-23"))
	assert.Equal(t, "rules_request.first_to_member", a.Missing[0].Path)
	a = CopyFee(&f, law.Known(false), law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}
