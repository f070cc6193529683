package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// applying is a society that applies in May 2024, the fee of which day is known.
func applying() Society {
	s := withRules()
	s.Name, s.Charity = law.Known("Rochdale Pioneers Limited"), law.Known(false)
	s.Members, s.MemberSocieties = law.Known[int64](3), law.Known[int64](0)
	s.Application = law.Known(Application{
		Made:       on("2024-05-01"),
		Signatures: Signatures{Secretary: law.Known(true), Members: law.Known[int64](3), Societies: law.Known[int64](0)},
		Electronic: law.Known(false), Copies: law.Known[int64](2), NameUndesirable: law.Known(false),
		Draft: law.Known(RulesDraft{Model: true}), FeePaid: amount(40),
	})
	return s
}

func application(f func(*Application)) change {
	return func(s *Society) { f(s.Application.Ptr()) }
}

func signed(secretary bool, members, societies int64) change {
	return application(func(x *Application) {
		x.Signatures = Signatures{law.Known(secretary), law.Known(members), law.Known(societies)}
	})
}

func made(date string) change { return application(func(x *Application) { x.Made = on(date) }) }

func TestApplications(t *testing.T) {
	type c = lawtest.Case[Society]
	none := func(s *Society) { s.Application = law.Fact[Application]{} }
	sent := func(electronic law.Fact[bool], copies int64) change {
		return application(func(x *Application) { x.Electronic, x.Copies = electronic, law.Known(copies) })
	}
	office := func(p OfficePlace) change { return book(func(b *RuleBook) { b.Place = law.Known(p) }) }
	bank := func(banks law.Fact[bool], d Dealt) change {
		return book(func(b *RuleBook) { b.BankingObject, b.Withdrawal = banks, law.Known(d) })
	}
	paid := func(d RulesDraft, pounds int64) change {
		return application(func(x *Application) { x.Draft, x.FeePaid = law.Known(d), amount(pounds) })
	}
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	suite(applications, applying,
		c{Name: "s. 3(1)(a)(i): the secretary and three members", Code: ApplicationUnsigned, Want: law.Met},
		c{Name: "s. 3(1)(a)(i): two members", Code: ApplicationUnsigned, Change: signed(true, 2, 0), Want: law.Breached, At: "application"},
		c{Name: "s. 3(1)(a)(i): no secretary", Code: ApplicationUnsigned, Change: signed(false, 3, 0), Want: law.Breached},
		c{Name: "s. 3(1)(a)(ii): two societies, their secretaries", Code: ApplicationUnsigned, Change: both(members(2, 2), signed(false, 0, 2)), Want: law.Met},
		c{Name: "s. 3(1)(a)(ii): five societies, two secretaries", Code: ApplicationUnsigned, Change: both(members(5, 5), signed(false, 0, 2)), Want: law.Met},
		c{Name: "s. 3(1)(a)(ii): five societies, one secretary", Code: ApplicationUnsigned, Change: both(members(5, 5), signed(false, 0, 1)), Want: law.Breached},
		c{Name: "s. 3(1)(a)(ii): five members, four societies", Code: ApplicationUnsigned, Change: both(members(5, 4), signed(false, 0, 4)), Want: law.Breached},
		c{Name: "s. 3(1)(a)(i): five societies sign as members", Code: ApplicationUnsigned, Change: both(members(5, 5), signed(true, 3, 0)), Want: law.Met},
		c{
			Name: "s. 3(1)(a): who signed is not stated", Code: ApplicationUnsigned,
			Change: application(func(x *Application) { x.Signatures = Signatures{Secretary: law.Known(true)} }), Want: law.Unknown, At: "application.members_signing",
		},
		c{
			Name: "s. 3(1)(a): whether the members are societies is not stated", Code: ApplicationUnsigned,
			Change: both(signed(false, 0, 2), func(s *Society) { s.Members, s.MemberSocieties = law.Known[int64](2), law.Fact[int64]{} }), Want: law.Unknown, At: "member_societies",
		},
		c{Name: "s. 3(1): no application", Code: ApplicationUnsigned, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 2(1)(b): three members from 1 September 1996", Code: ApplicationUnsigned1965, Change: made("1996-09-01"), Want: law.Met},
		c{Name: "1965 s. 2(1)(b): three members the day before", Code: ApplicationUnsigned1965, Change: made("1996-08-31"), Want: law.Breached},
		c{Name: "1965 s. 2(1)(b): seven members the day before", Code: ApplicationUnsigned1965, Change: both(made("1996-08-31"), signed(true, 7, 0)), Want: law.Met},
		c{Name: "1965 s. 2(1)(b): six members the day before", Code: ApplicationUnsigned1965, Change: both(made("1996-08-31"), signed(true, 6, 0)), Want: law.Breached},
		c{
			Name: "1965 s. 2(2): two of four societies from 1 September 1996", Code: ApplicationUnsigned1965,
			Change: both(made("1996-09-01"), both(members(4, 4), signed(false, 0, 2))), Want: law.Met,
		},
		c{
			Name: "1965 s. 2(2): two of four societies the day before", Code: ApplicationUnsigned1965,
			Change: both(made("1996-08-31"), both(members(4, 4), signed(false, 0, 2))), Want: law.Breached,
		},
		c{
			Name: "1965 s. 2(2): both of two societies the day before", Code: ApplicationUnsigned1965,
			Change: both(made("1996-08-31"), both(members(2, 2), signed(false, 0, 2))), Want: law.Met,
		},
		c{Name: "1965 s. 2: no application", Code: ApplicationUnsigned1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 3(1)(b): two paper copies", Code: RulesNotEnclosed, Want: law.Met},
		c{Name: "s. 3(1)(b): one paper copy", Code: RulesNotEnclosed, Change: sent(no, 1), Want: law.Breached, At: "application.copies_of_rules"},
		c{Name: "s. 3(1)(b): one electronic copy", Code: RulesNotEnclosed, Change: sent(yes, 1), Want: law.Met},
		c{Name: "s. 3(1)(b): no electronic copy", Code: RulesNotEnclosed, Change: sent(yes, 0), Want: law.Breached},
		c{Name: "s. 3(1)(b): how it was made is not stated", Code: RulesNotEnclosed, Change: sent(untold, 2), Want: law.Unknown, At: "application.electronic"},
		c{Name: "s. 3(1)(b): no application", Code: RulesNotEnclosed, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 2(1)(b): two printed copies", Code: RulesNotEnclosed1965, Change: made("2010-06-01"), Want: law.Met},
		c{Name: "1965 s. 2(1)(b): one copy, however sent", Code: RulesNotEnclosed1965, Change: both(made("2010-06-01"), sent(yes, 1)), Want: law.Breached},
		c{Name: "1965 s. 2(1)(b): no application", Code: RulesNotEnclosed1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 2(2)(d): England", Code: OfficeAbroad, Want: law.Met},
		c{Name: "s. 2(2)(d): Guernsey", Code: OfficeAbroad, Change: office(OfficeInChannelIslands), Want: law.Met},
		c{Name: "s. 2(2)(d): Belfast or the Isle of Man", Code: OfficeAbroad, Change: office(OfficeElsewhere), Want: law.Breached, At: "rule_book.place_of_office"},
		c{Name: "s. 2(2)(d): no rules stated", Code: OfficeAbroad, Change: noBook, Want: law.NotApplicable},
		c{Name: "1965 s. 1(1)(c): Scotland", Code: OfficeAbroad1965, On: "2010-06-01", Change: office(OfficeInScotland), Want: law.Met},
		c{Name: "1965 s. 1(1)(c): Belfast", Code: OfficeAbroad1965, On: "2010-06-01", Change: office(OfficeElsewhere), Want: law.Breached},
		c{Name: "1965 s. 1(1)(c): no rules stated", Code: OfficeAbroad1965, On: "2010-06-01", Change: noBook, Want: law.NotApplicable},

		c{Name: "s. 4(1): no bank", Code: BankingObject, Want: law.Met},
		c{Name: "s. 4(1): a bank with withdrawable shares", Code: BankingObject, Change: bank(yes, Provided), Want: law.Breached, At: "rule_book.banking_object"},
		c{Name: "s. 4(1): a bank without", Code: BankingObject, Change: bank(yes, Excluded), Want: law.Met},
		c{Name: "s. 4(2): whether it is a bank nobody has judged", Code: BankingObject, Change: bank(untold, Provided), Want: law.Unknown, At: "rule_book.banking_object"},
		c{Name: "s. 4(1): no rules stated", Code: BankingObject, Change: noBook, Want: law.NotApplicable},
		c{Name: "1965 s. 7(1)(a): no bank", Code: BankingObject1965, On: "2010-06-01", Want: law.Met},
		c{Name: "1965 s. 7(1)(a): a bank with withdrawable shares", Code: BankingObject1965, On: "2010-06-01", Change: bank(yes, Bare), Want: law.Breached},
		c{Name: "1965 s. 7(1)(a): no rules stated", Code: BankingObject1965, On: "2010-06-01", Change: noBook, Want: law.NotApplicable},

		c{Name: "FEES App 1 Annex 1A: model rules for £40", Code: ApplicationFeeUnpaid, Want: law.Met},
		c{Name: "FEES App 1 Annex 1A: a free draft for £949", Code: ApplicationFeeUnpaid, Change: paid(RulesDraft{}, 949), Want: law.Breached, At: "application.fee_paid"},
		c{Name: "FEES App 1 Annex 1A: a free draft for £950", Code: ApplicationFeeUnpaid, Change: paid(RulesDraft{}, 950), Want: law.Met},
		c{Name: "FEES App 1.3: a credit union pays another fee", Code: ApplicationFeeUnpaid, Change: both(paid(RulesDraft{}, 949), func(s *Society) { s.CreditUnion = law.Known(true) }), Want: law.NotApplicable},
		c{Name: "FEES App 1 Annex 1A: the last day of 2024/25", Code: ApplicationFeeUnpaid, Change: made("2025-03-31"), Want: law.Met},
		c{Name: "FEES App 1 Annex 1A: a year that was not seen", Code: ApplicationFeeUnpaid, Change: made("2025-04-01"), Want: law.Unknown},
		c{Name: "FEES App 1 Annex 1A: nor an earlier one", Code: ApplicationFeeUnpaid, Change: made("2024-03-31"), Want: law.Unknown},
		c{Name: "FEES App 1: no application", Code: ApplicationFeeUnpaid, Change: none, Want: law.NotApplicable},
	).Run(t)
}

// A doubt about a fee has a reading that knows no fee, and is never a pass.
func TestADoubtfulFeeSaysWhatEachReadingGives(t *testing.T) {
	s, f := applying(), Enacted()
	made("2026-05-01")(&s)
	application(func(x *Application) { x.FeePaid = amount(39) })(&s)
	rep := applications.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
	assert.Len(t, rep.Findings, 1)
	d := rep.Findings[0].Doubt
	assert.Equal(t, []law.Outcome{law.Breached, law.Unknown}, []law.Outcome{d.Readings[0].Outcome, d.Readings[1].Outcome})
	assert.Equal(t, "a scale that was not seen", d.Readings[1].Says)
}
