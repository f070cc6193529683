package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

type suiteCase = lawtest.Case[Society]

// dealt is suite with the dates of dealings with members.
func dealt(rules *law.Rules[Society, Figures], lawful func() Society, cases ...suiteCase) lawtest.Suite[Society, Figures] {
	s := suite(rules, lawful, cases...)
	set := func(path string, f func(*Society) *law.Fact[law.Date]) {
		s.Dates[path] = func(s *Society, d law.Date) { *f(s) = law.Known(d) }
	}
	set("person.on", func(s *Society) *law.Fact[law.Date] { return &s.Person.Ptr().On })
	set("set_off.on", func(s *Society) *law.Fact[law.Date] { return &s.SetOff.Ptr().On })
	set("request.on", func(s *Society) *law.Fact[law.Date] { return &s.Request.Ptr().On })
	set("nomination.made", func(s *Society) *law.Fact[law.Date] { return &s.Nomination.Ptr().Made })
	set("nomination.died", func(s *Society) *law.Fact[law.Date] { return &s.Nomination.Ptr().Died })
	set("small_estate.died", func(s *Society) *law.Fact[law.Date] { return &s.SmallEstate.Ptr().Died })
	set("transfer.on", func(s *Society) *law.Fact[law.Date] { return &s.Transfer.Ptr().On })
	set("withdrawal.on", func(s *Society) *law.Fact[law.Date] { return &s.Withdrawal.Ptr().On })
	set("write_down.on", func(s *Society) *law.Fact[law.Date] { return &s.WriteDown.Ptr().On })
	set("subscription.on", func(s *Society) *law.Fact[law.Date] { return &s.Subscription.Ptr().On })
	set("stock_holder.left", func(s *Society) *law.Fact[law.Date] { return &s.StockHolder.Ptr().Left })
	set("borrowing.on", func(s *Society) *law.Fact[law.Date] { return &s.Borrowing.Ptr().On })
	set("from_company.resolved", func(s *Society) *law.Fact[law.Date] { return &s.FromCompany.Ptr().Resolved })
	set("contributions.began", func(s *Society) *law.Fact[law.Date] { return &s.Contributions.Ptr().Began })
	set("interest_paid.on", func(s *Society) *law.Fact[law.Date] { return &s.Interest.Ptr().On })
	set("interest_paid.period_end", func(s *Society) *law.Fact[law.Date] { return &s.Interest.Ptr().PeriodEnd })
	return s
}

// twin is a case of a rule and the same case of its row under the 1965 Act.
func twin(code, old law.Code, name string, f change, want law.Outcome, at string) []suiteCase {
	return []suiteCase{
		{Name: name, Code: code, Change: f, Want: want, At: at},
		{Name: "1965: " + name, Code: old, On: "2013-06-01", Change: f, Want: want, At: at},
	}
}

// thenAndNow is twin for an act whose own date governs, moved by set into 2013.
func thenAndNow(set func(*Society, law.Date), code, old law.Code, name string, f change, want law.Outcome, at string) []suiteCase {
	then := func(s *Society) {
		if f != nil {
			f(s)
		}
		set(s, law.MustDate("2013-06-01"))
	}
	return []suiteCase{
		{Name: name, Code: code, Change: f, Want: want, At: at},
		{Name: "1965: " + name, Code: old, Change: then, Want: want, At: at},
	}
}

func allCases(lists ...[]suiteCase) (cases []suiteCase) {
	for _, l := range lists {
		cases = append(cases, l...)
	}
	return cases
}

var nobody law.Fact[bool]

func TestRegister(t *testing.T) {
	lawful := func() Society {
		return Society{Dealings: Dealings{Register: law.Known(Register{
			AtOffice: law.Known(true), Omits: law.Known([]Particular{}), BoundBook: law.Known(false), Guarded: law.Known(true),
			View: law.Known(true), Shows: law.Known(Inspectable(law.MustDate("2026-06-01"))), Open: law.Known(true),
		})}}
	}
	with := func(f func(*Register)) change { return func(s *Society) { f(s.Register.Ptr()) } }
	omits := func(p ...Particular) change { return with(func(r *Register) { r.Omits = law.Known(p) }) }
	shows := func(p ...Particular) change { return with(func(r *Register) { r.Shows = law.Known(p) }) }
	none := func(s *Society) { s.Register = law.Fact[Register]{} }
	cases := allCases(
		twin(RegisterIncomplete, RegisterIncomplete1965, "nothing left out", nil, law.Met, ""),
		twin(RegisterIncomplete, RegisterIncomplete1965, "no paid-up amount", omits(OtherProperty, AmountPaid), law.Breached, "register.omits[0]"),
		twin(RegisterIncomplete, RegisterIncomplete1965, "no date of taking office", omits(DateTookOffice), law.Breached, "register.omits[0]"),
		twin(RegisterIncomplete, RegisterIncomplete1965, "not stated", with(func(r *Register) { r.Omits = law.Fact[[]Particular]{} }), law.Unknown, "register.omits"),
		twin(RegisterIncomplete, RegisterIncomplete1965, "no register put to be judged", none, law.NotApplicable, ""),
		twin(RegisterElsewhere, RegisterElsewhere1965, "at the office", nil, law.Met, ""),
		twin(RegisterElsewhere, RegisterElsewhere1965, "with the secretary at home", with(func(r *Register) { r.AtOffice = law.Known(false) }), law.Breached, ""),
		twin(RegisterElsewhere, RegisterElsewhere1965, "no register put to be judged", none, law.NotApplicable, ""),
		twin(RegisterUnguarded, RegisterUnguarded1965, "a database with a log", nil, law.Met, ""),
		twin(RegisterUnguarded, RegisterUnguarded1965, "an open spreadsheet", with(func(r *Register) { r.Guarded = law.Known(false) }), law.Breached, "register.guarded"),
		twin(RegisterUnguarded, RegisterUnguarded1965, "nobody has judged", with(func(r *Register) { r.Guarded = nobody }), law.Unknown, "register.guarded"),
		twin(RegisterUnguarded, RegisterUnguarded1965, "a bound book", with(func(r *Register) { r.BoundBook = law.Known(true) }), law.NotApplicable, ""),
		twin(RegisterWithoutView, RegisterWithoutView1965, "a view", nil, law.Met, ""),
		twin(RegisterWithoutView, RegisterWithoutView1965, "no duplicate and no view", with(func(r *Register) { r.View = law.Known(false) }), law.Breached, ""),
		twin(RegisterWithoutView, RegisterWithoutView1965, "no register put to be judged", none, law.NotApplicable, ""),
		twin(HoldingsExposed, HoldingsExposed1965, "names and dates", nil, law.Met, ""),
		twin(HoldingsExposed, HoldingsExposed1965, "shareholdings shown to members", shows(MemberName, SharesHeld), law.Breached, "register.shows[1]"),
		twin(HoldingsExposed, HoldingsExposed1965, "loans shown to members", shows(OtherProperty), law.Breached, "register.shows[0]"),
		twin(HoldingsExposed, HoldingsExposed1965, "no register put to be judged", none, law.NotApplicable, ""),
		twin(RegisterNotInspectable, RegisterNotInspectable1965, "open", nil, law.Met, ""),
		twin(RegisterNotInspectable, RegisterNotInspectable1965, "refused", with(func(r *Register) { r.Open = law.Known(false) }), law.Breached, "register.open"),
		twin(RegisterNotInspectable, RegisterNotInspectable1965, "no register put to be judged", none, law.NotApplicable, ""),
		[]suiteCase{
			{Name: "s. 30(2)(b): a notified electronic address is not entered", Code: RegisterIncomplete, Change: omits(MemberElectronicAddress), Want: law.Breached},
			{Name: "1965 s. 44(1): asks for no electronic address", Code: RegisterIncomplete1965, On: "2014-07-31", Change: omits(OfficerElectronicAddress), Want: law.Met},
		},
	)
	dealt(registers, lawful, cases...).Run(t)
}

func TestParticulars(t *testing.T) {
	assert.Len(t, Particulars(law.MustDate("2014-08-01")), 13)
	assert.Len(t, Particulars(law.MustDate("2014-07-31")), 11)
	assert.Empty(t, Particulars(law.MustDate("1965-12-31")))
	shown := Inspectable(law.MustDate("2026-06-01"))
	assert.Len(t, shown, 10)
	assert.NotContains(t, shown, SharesHeld)
	assert.NotContains(t, shown, AmountPaid)
	assert.NotContains(t, shown, OtherProperty)
}

func setPerson(s *Society, d law.Date) { s.Person.Ptr().On = law.Known(d) }

func TestPersons(t *testing.T) {
	lawful := func() Society {
		return Society{Dealings: Dealings{
			Person: law.Known(Person{On: on("2026-05-01"), As: law.Known(AsMember), Born: on("2010-05-01"), RulesShutOut: law.Known(false)}),
			SetOff: law.Known(SetOff{On: on("2026-05-01"), Debt: amount(100), Credited: amount(80), Taken: amount(80)}),
		}}
	}
	person := func(as ActingAs, day, born string) change {
		return func(s *Society) {
			p := s.Person.Ptr()
			p.As, p.On, p.Born = law.Known(as), on(day), on(born)
		}
	}
	body := func(permits law.Fact[bool]) change {
		return func(s *Society) { p := s.Person.Ptr(); p.As, p.BodyPermits = law.Known(AsBody), permits }
	}
	shutOut := func(f change, out law.Fact[bool]) change {
		return func(s *Society) { f(s); s.Person.Ptr().RulesShutOut = out }
	}
	taken := func(debt, credited, taken int64) change {
		return func(s *Society) {
			x := s.SetOff.Ptr()
			x.Debt, x.Credited, x.Taken = amount(debt), amount(credited), amount(taken)
		}
	}
	noSetOff := func(s *Society) { s.SetOff = law.Fact[SetOff]{} }
	setOffIn := func(s *Society, d law.Date) {
		if x := s.SetOff.Ptr(); x != nil {
			x.On = law.Known(d)
		}
	}
	cases := allCases([]suiteCase{
		{Name: "1965 s. 20: sixteen on the day", Code: MemberTooYoung1965, Change: person(AsMember, "2010-05-01", "1994-05-01"), Want: law.Met},
		{Name: "1965 s. 20: sixteen tomorrow", Code: MemberTooYoung1965, Change: person(AsMember, "2010-05-01", "1994-05-02"), Want: law.Breached, At: "person.born"},
		{Name: "1965 s. 20: fifteen on the last day of the least age", Code: MemberTooYoung1965, Change: person(AsMember, "2012-01-07", "1996-05-01"), Want: law.Breached},
		{Name: "1965 s. 20: no least age the day after", Code: MemberTooYoung1965, Change: person(AsMember, "2012-01-08", "2011-05-01"), Want: law.NotInForce},
		{Name: "1965 s. 20: not an officer's age", Code: MemberTooYoung1965, Change: person(AsOfficer, "2010-05-01", "1994-05-01"), Want: law.NotApplicable},
		{Name: "s. 31(1): a baby, where the rules say nothing else", Code: MemberBarredByRules, Change: person(AsMember, "2026-05-01", "2026-04-01"), Want: law.Met},
		{Name: "s. 31(1): seventeen, and the rules want eighteen", Code: MemberBarredByRules, Change: shutOut(person(AsMember, "2026-05-01", "2008-05-02"), law.Known(true)), Want: law.Breached},
		{Name: "s. 31(1): the rules not seen", Code: MemberBarredByRules, Change: shutOut(person(AsMember, "2026-05-01", "2008-05-02"), nobody), Want: law.Unknown, At: "person.rules_shut_out"},
		{Name: "s. 31(1): eighteen, the rules not seen", Code: MemberBarredByRules, Change: shutOut(person(AsMember, "2026-05-01", "2008-05-01"), nobody), Want: law.Met},
		{Name: "1965 s. 20: nineteen is under full age in 1969", Code: MemberBarredByRules, Change: shutOut(person(AsMember, "1969-12-31", "1950-05-01"), law.Known(true)), Want: law.Breached},
		{Name: "1965 s. 20: and of full age in 1970", Code: MemberBarredByRules, Change: shutOut(person(AsMember, "1970-01-01", "1950-05-01"), law.Known(true)), Want: law.Met},
		{Name: "s. 31(1): not of a signature", Code: MemberBarredByRules, Change: person(AsSigner, "2026-05-01", "2008-05-02"), Want: law.NotApplicable},
		{Name: "s. 31(2): sixteen gives a receipt", Code: SignedTooYoung, Change: person(AsSigner, "2026-05-01", "2010-05-01"), Want: law.Met},
		{Name: "s. 31(2): fifteen executes a withdrawal receipt", Code: SignedTooYoung, Change: person(AsSigner, "2026-05-01", "2010-05-02"), Want: law.Breached},
		{Name: "s. 31(2): not of joining", Code: SignedTooYoung, Want: law.NotApplicable},
		{Name: "1965 s. 20(b): sixteen in 2012", Code: SignedTooYoung2012, Change: person(AsSigner, "2012-05-01", "1996-05-01"), Want: law.Met},
		{Name: "1965 s. 20(b): fifteen in 2012", Code: SignedTooYoung2012, Change: person(AsSigner, "2012-05-01", "1996-05-02"), Want: law.Breached},
		{Name: "1965 s. 20(b): not of joining", Code: SignedTooYoung2012, Change: person(AsMember, "2012-05-01", "1996-05-02"), Want: law.NotApplicable},
		{Name: "s. 31(3): sixteen on the committee", Code: OfficerTooYoung, Change: person(AsOfficer, "2026-05-01", "2010-05-01"), Want: law.Met},
		{Name: "s. 31(3): fifteen on the committee", Code: OfficerTooYoung, Change: person(AsOfficer, "2026-05-01", "2010-05-02"), Want: law.Breached},
		{Name: "s. 31(3): no birthday stated", Code: OfficerTooYoung, Change: func(s *Society) {
			person(AsOfficer, "2026-05-01", "2010-05-02")(s)
			s.Person.Ptr().Born = law.Fact[law.Date]{}
		}, Want: law.Unknown, At: "person.born"},
		{Name: "s. 31(3): not of joining", Code: OfficerTooYoung, Want: law.NotApplicable},
		{Name: "1965 s. 20: sixteen on the committee from 8 January 2012", Code: OfficerTooYoung1965, Change: person(AsOfficer, "2012-01-08", "1995-05-01"), Want: law.Met},
		{Name: "1965 s. 20: seventeen on the committee the day before", Code: OfficerTooYoung1965, Change: person(AsOfficer, "2012-01-07", "1994-05-01"), Want: law.Breached},
		{Name: "1965 s. 20: eighteen on the committee the day before", Code: OfficerTooYoung1965, Change: person(AsOfficer, "2012-01-07", "1994-01-07"), Want: law.Met},
		{Name: "1965 s. 20: twenty on the committee in 1969", Code: OfficerTooYoung1965, Change: person(AsOfficer, "1969-12-31", "1949-05-01"), Want: law.Breached},
		{Name: "1965 s. 20: not of joining", Code: OfficerTooYoung1965, Change: person(AsMember, "1999-12-31", "1949-05-01"), Want: law.NotApplicable},
	},
		thenAndNow(setPerson, BodyNotPermitted, BodyNotPermitted1965, "a company whose articles let it", body(law.Known(true)), law.Met, ""),
		thenAndNow(setPerson, BodyNotPermitted, BodyNotPermitted1965, "one whose articles do not", body(law.Known(false)), law.Breached, "person.body_permits"),
		thenAndNow(setPerson, BodyNotPermitted, BodyNotPermitted1965, "articles not seen", body(nobody), law.Unknown, "person.body_permits"),
		thenAndNow(setPerson, BodyNotPermitted, BodyNotPermitted1965, "a person", nil, law.NotApplicable, ""),
		thenAndNow(setOffIn, SetOffTooLarge, SetOffTooLarge1965, "all that is credited, of a larger debt", nil, law.Met, ""),
		thenAndNow(setOffIn, SetOffTooLarge, SetOffTooLarge1965, "exactly the debt", taken(80, 100, 80), law.Met, ""),
		thenAndNow(setOffIn, SetOffTooLarge, SetOffTooLarge1965, "a pound more than the debt", taken(80, 100, 81), law.Breached, "set_off.taken"),
		thenAndNow(setOffIn, SetOffTooLarge, SetOffTooLarge1965, "no set-off", noSetOff, law.NotApplicable, ""),
	)
	dealt(persons, lawful, cases...).Run(t)
}

func TestAttains(t *testing.T) {
	for _, c := range []struct {
		born  string
		years int
		want  string
	}{
		{"2008-05-01", 18, "2026-05-01"}, {"2008-02-29", 16, "2024-02-29"}, {"2008-02-29", 18, "2026-03-01"},
	} {
		assert.Equal(t, c.want, Attains(law.MustDate(c.born), c.years).String())
	}
}

func TestLien(t *testing.T) {
	for _, c := range []struct{ debt, credited, taken, left, owed law.Pence }{
		{100, 80, 80, 0, 20}, {80, 100, 80, 20, 0}, {0, 100, 0, 100, 0}, {-5, 100, 0, 100, 0}, {5, -100, 0, 0, 5},
	} {
		taken, left, owed := Lien(c.debt, c.credited)
		assert.Equal(t, []law.Pence{c.taken, c.left, c.owed}, []law.Pence{taken, left, owed})
	}
}

func TestRequests(t *testing.T) {
	long := func(n int, day string) law.Fact[[]law.Date] {
		list := make([]law.Date, n)
		for i := range list {
			list[i] = law.MustDate(day)
		}
		return law.Known(list)
	}
	lawful := func() Society {
		return Society{
			Members: law.Known[int64](37),
			Dealings: Dealings{Request: law.Known(Request{
				On: on("2026-05-01"), Kind: law.Known(CallMeeting), Applicants: law.Known[int64](4), Since: long(10, "2012-05-01"),
			})},
		}
	}
	books := func(since law.Fact[[]law.Date]) change {
		return func(s *Society) { s.Request.Ptr().Kind, s.Request.Ptr().Since = law.Known(InspectBooks), since }
	}
	apply := func(k RequestKind, members, n int64) change {
		return func(s *Society) {
			s.Members = law.Known(members)
			s.Request.Ptr().Kind, s.Request.Ptr().Applicants = law.Known(k), law.Known(n)
		}
	}
	none := func(s *Society) { s.Request = law.Fact[Request]{} }
	set := func(s *Society, d law.Date) {
		if x := s.Request.Ptr(); x != nil {
			x.On = law.Known(d)
		}
	}
	cases := allCases(
		thenAndNow(set, TooFewForInspection, TooFewForInspection1965, "ten of long standing", books(long(10, "2012-06-01")), law.Met, ""),
		thenAndNow(set, TooFewForInspection, TooFewForInspection1965, "nine", books(long(9, "2010-05-01")), law.Breached, "request.since"),
		thenAndNow(set, TooFewForInspection, TooFewForInspection1965, "none stated", books(law.Fact[[]law.Date]{}), law.Unknown, "request.since"),
		thenAndNow(set, TooFewForInspection, TooFewForInspection1965, "a request for a meeting", nil, law.NotApplicable, ""),
		thenAndNow(set, TooFewToRequisition, TooFewToRequisition1965, "4 of 37", nil, law.Met, ""),
		thenAndNow(set, TooFewToRequisition, TooFewToRequisition1965, "3 of 37", apply(CallMeeting, 37, 3), law.Breached, "request.applicants"),
		thenAndNow(set, TooFewToRequisition, TooFewToRequisition1965, "100 of 4,000", apply(InspectAffairs, 4_000, 100), law.Met, ""),
		thenAndNow(set, TooFewToRequisition, TooFewToRequisition1965, "99 of 4,000", apply(InspectAffairs, 4_000, 99), law.Breached, ""),
		thenAndNow(set, TooFewToRequisition, TooFewToRequisition1965, "nothing asked", none, law.NotApplicable, ""),
		[]suiteCase{
			{Name: "s. 105(2): a member for exactly a year", Code: TooFewForInspection, Change: books(long(10, "2025-05-01")), Want: law.Met},
			{Name: "s. 105(2): a day short of a year", Code: TooFewForInspection, Change: books(long(10, "2025-05-02")), Want: law.Breached},
		},
	)
	dealt(requests, lawful, cases...).Run(t)
}

func TestE10Requisition(t *testing.T) {
	f := Enacted()
	for members, want := range map[int64]int64{37: 4, 640: 64, 1_000: 100, 4_000: 100, 0: 0, 1: 1} {
		for _, day := range []string{"1990-01-01", "2026-01-01"} {
			got, ok := f.Requisition(members, law.MustDate(day))
			assert.True(t, ok)
			assert.Equal(t, want, got, "%d members", members)
		}
	}
	_, ok := f.Requisition(37, law.MustDate("1965-12-31"))
	assert.False(t, ok)
}
