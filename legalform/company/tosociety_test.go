package company

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func converting() Company {
	c := limited()
	c.SocietyConversion = law.Known(SocietyConversion{
		Resolved: on("2026-06-01"), BySpecial: yes, WithRules: yes, Appointed: law.Known(3), Signed: law.Known(3), OfficerSigned: yes,
		Alterations: yes, Name: law.Known("Hill Weavers Accompanying Society Limited"), Effected: yes, Registered: yes,
	})
	return c
}

func TestConversionIntoASociety(t *testing.T) {
	with := func(f func(*SocietyConversion)) change { return func(c *Company) { f(c.SocietyConversion.Ptr()) } }
	suite(t, societies, converting, []tcase{
		{Name: "s. 115(1): a special resolution", Code: SocietyNotSpecial, Want: law.Met},
		{Name: "s. 115(1): none", Code: SocietyNotSpecial, Change: with(func(s *SocietyConversion) { s.BySpecial = no }), Want: law.Breached},
		{Name: "s. 115: no conversion", Code: SocietyNotSpecial, Change: idle, Want: law.NotApplicable},
		{Name: "s. 115(1): Northern Ireland has an Act of its own", Code: SocietyNotSpecial, In: law.NorthernIreland, Want: law.NotInForce},
		{Name: "s. 115(2): rules, three members and alterations", Code: SocietyIncomplete, Want: law.Met},
		{Name: "s. 115(2)(a): no rules", Code: SocietyIncomplete, Change: with(func(s *SocietyConversion) { s.WithRules = no }), Want: law.Breached},
		{Name: "s. 115(2)(b): two members", Code: SocietyIncomplete, Change: with(func(s *SocietyConversion) { s.Appointed = law.Known(2) }), Want: law.Breached, At: "society_conversion.members_appointed"},
		{Name: "s. 115(2)(b): four", Code: SocietyIncomplete, Change: with(func(s *SocietyConversion) { s.Appointed = law.Known(4) }), Want: law.Breached},
		{Name: "s. 115(4): nothing on alterations", Code: SocietyIncomplete, Change: with(func(s *SocietyConversion) { s.Alterations = no }), Want: law.Breached},
		{Name: "s. 115: no conversion", Code: SocietyIncomplete, Change: idle, Want: law.NotApplicable},
		{Name: "s. 115(3): signed", Code: SocietyUnsigned, Want: law.Met},
		{Name: "s. 115(3): by two", Code: SocietyUnsigned, Change: with(func(s *SocietyConversion) { s.Signed = law.Known(2) }), Want: law.Breached},
		{Name: "s. 115(3): by no officer", Code: SocietyUnsigned, Change: with(func(s *SocietyConversion) { s.OfficerSigned = no }), Want: law.Breached},
		{Name: "s. 115: no conversion", Code: SocietyUnsigned, Change: idle, Want: law.NotApplicable},
		{Name: "s. 115(7): a name without the word", Code: SocietyName, Want: law.Met},
		{Name: "s. 115(7): the word", Code: SocietyName, Change: with(func(s *SocietyConversion) { s.Name = law.Known("The Hill Weavers' COMPANY, Limited") }), Want: law.Breached},
		{Name: "s. 115: no conversion", Code: SocietyName, Change: idle, Want: law.NotApplicable},
		{Name: "s. 115(9): registered", Code: SocietyEarly, Want: law.Met},
		{Name: "s. 115(9): before", Code: SocietyEarly, Change: with(func(s *SocietyConversion) { s.Registered = no }), Want: law.Breached},
		{Name: "s. 115: no conversion", Code: SocietyEarly, Change: idle, Want: law.NotApplicable},
	})
}
