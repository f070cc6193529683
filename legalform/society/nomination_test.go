package society

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// nominating is a member's nomination of 2010, of £3,000 in shares for one stranger to the
// society's staff, paid out after a death in 2026.
func nominating() Society {
	return Society{
		RuleBook: law.Known(RuleBook{Maximum: law.Known(ShareLimit{Most: law.Pounds(20_000)})}),
		Dealings: Dealings{
			Nomination: law.Known(Nomination{
				Made: on("2010-05-01"), How: law.Known(SignedStatement), Recorded: law.Known(true), Later: law.Known([]LaterDeed{}),
				Died: on("2026-05-01"), Proved: law.Known(true), IgnorantOfMarriage: law.Known(false),
				Nominees: law.Known([]Nominee{{
					OnStaff: law.Known(false), Property: amount(3_000), Shares: amount(3_000), Holds: amount(0), Exempt: law.Known(NotExempt), Transferred: amount(3_000), Paid: amount(0),
				}}),
			}),
			SmallEstate: law.Known(SmallEstate{
				Died: on("2026-05-01"), Property: amount(5_000), Nominated: law.Known(false), Granted: law.Known(false), Evidence: law.Known(true),
			}),
		},
	}
}

func setMade(s *Society, d law.Date) {
	if n := s.Nomination.Ptr(); n != nil {
		n.Made = law.Known(d)
	}
}

func setDied(s *Society, d law.Date) {
	if n := s.Nomination.Ptr(); n != nil {
		n.Died = law.Known(d)
	}
}

func nomination(f func(*Nomination)) change { return func(s *Society) { f(s.Nomination.Ptr()) } }

func nominee(f func(*Nominee)) change {
	return func(s *Society) { f(&(*s.Nomination.Ptr().Nominees.Ptr())[0]) }
}

func TestNominations(t *testing.T) {
	how := func(d Deed) change { return nomination(func(n *Nomination) { n.How = law.Known(d) }) }
	staff := func(r law.Fact[Relation]) change {
		return nominee(func(n *Nominee) { n.OnStaff, n.Relation = law.Known(true), r })
	}
	later := func(d Deed, day string) change {
		return nomination(func(n *Nomination) { n.Later = law.Known([]LaterDeed{{How: law.Known(d), On: on(day)}}) })
	}
	ignorance := func(f law.Fact[bool]) change {
		return both(later(Marriage, "2012-05-01"), nomination(func(n *Nomination) { n.IgnorantOfMarriage = f }))
	}
	gives := func(property, transferred, paid law.Pence) change {
		return nominee(func(n *Nominee) {
			n.Property, n.Shares = law.Known(property), law.Known(property)
			n.Transferred, n.Paid = law.Known(transferred), law.Known(paid)
		})
	}
	allow := func(p int64) change {
		return func(s *Society) { s.RuleBook.Ptr().Maximum = law.Known(ShareLimit{Most: law.Pounds(p)}) }
	}
	holds := func(held, transferred int64) change {
		return nominee(func(n *Nominee) { n.Holds, n.Transferred = amount(held), amount(transferred) })
	}
	none := func(s *Society) { s.Nomination = law.Fact[Nomination]{} }
	nothingGiven := nominee(func(n *Nominee) { n.Transferred, n.Paid = amount(0), amount(0) })
	unproved := nomination(func(n *Nomination) { n.Proved = law.Known(false) })
	const k = 1_000_00
	made := func(code, old law.Code, name string, f change, want law.Outcome, at string) []suiteCase {
		then := func(s *Society) {
			if f != nil {
				f(s)
			}
			setMade(s, law.MustDate("2009-06-01"))
		}
		now := func(s *Society) {
			if f != nil {
				f(s)
			}
			setMade(s, law.MustDate("2020-06-01"))
		}
		return []suiteCase{{Name: name, Code: code, Change: now, Want: want, At: at}, {Name: "1965: " + name, Code: old, Change: then, Want: want, At: at}}
	}
	died := func(code, old law.Code, name string, f change, want law.Outcome, at string) []suiteCase {
		return thenAndNow(setDied, code, old, name, f, want, at)
	}
	day := func(m, d string) func(change) change {
		return func(f change) change {
			return both(f, func(s *Society) { setMade(s, law.MustDate(m)); setDied(s, law.MustDate(d)) })
		}
	}
	cases := allCases(
		made(NominationForm, NominationForm1965, "a signed statement", nil, law.Met, ""),
		made(NominationForm, NominationForm1965, "an entry in the book", how(BookEntry), law.Met, ""),
		made(NominationForm, NominationForm1965, "an e-mail only", how(ElectronicStatement), law.Unknown, "nomination.how"),
		made(NominationForm, NominationForm1965, "unsigned", how(UnsignedOrLate), law.Breached, "nomination.how"),
		made(NominationForm, NominationForm1965, "a will", how(Will), law.Breached, "nomination.how"),
		made(NominationForm, NominationForm1965, "no nomination", none, law.NotApplicable, ""),
		made(NomineeOnStaff, NomineeOnStaff1965, "a stranger to the staff", nil, law.Met, ""),
		made(NomineeOnStaff, NomineeOnStaff1965, "the manager, a friend", staff(law.Known(NoRelation)), law.Breached, "nomination.nominees[0].relation"),
		made(NomineeOnStaff, NomineeOnStaff1965, "the manager, a niece", staff(law.Known(NephewOrNiece)), law.Met, ""),
		made(NomineeOnStaff, NomineeOnStaff1965, "the manager, what relation not stated", staff(law.Fact[Relation]{}), law.Unknown, "nomination.nominees[0].relation"),
		made(NomineeOnStaff, NomineeOnStaff1965, "staff or not, not stated", nominee(func(n *Nominee) { n.OnStaff = nobody }), law.Unknown, "nomination.nominees[0].on_staff"),
		made(NomineeOnStaff, NomineeOnStaff1965, "no nomination", none, law.NotApplicable, ""),
		made(NominationUnrecorded, NominationUnrecorded1965, "in the book", nil, law.Met, ""),
		made(NominationUnrecorded, NominationUnrecorded1965, "not in the book", nomination(func(n *Nomination) { n.Recorded = law.Known(false) }), law.Breached, ""),
		made(NominationUnrecorded, NominationUnrecorded1965, "no nomination", none, law.NotApplicable, ""),

		died(NominationRevoked, NominationRevoked1965, "nothing later", nil, law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "a will does not revoke", later(Will, "2012-05-01"), law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "marriage does", later(Marriage, "2012-05-01"), law.Breached, "nomination.later[0]"),
		died(NominationRevoked, NominationRevoked1965, "civil partnership does", later(CivilPartnership, "2012-05-01"), law.Breached, ""),
		died(NominationRevoked, NominationRevoked1965, "a later nomination does", later(BookEntry, "2012-05-01"), law.Breached, ""),
		died(NominationRevoked, NominationRevoked1965, "a signed revocation does", later(SignedStatement, "2012-05-01"), law.Breached, ""),
		died(NominationRevoked, NominationRevoked1965, "one not signed does not", later(UnsignedOrLate, "2012-05-01"), law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "an electronic one may", later(ElectronicStatement, "2012-05-01"), law.Unknown, "nomination.later[0]"),
		died(NominationRevoked, NominationRevoked1965, "a marriage of before does not", later(Marriage, "2009-05-01"), law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "a marriage of the same day does not", later(Marriage, "2010-05-01"), law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "in ignorance of the marriage", ignorance(law.Known(true)), law.Met, ""),
		died(NominationRevoked, NominationRevoked1965, "whether in ignorance not stated", ignorance(nobody), law.Unknown, "nomination.ignorant_of_marriage"),
		died(NominationRevoked, NominationRevoked1965, "whether anything came later not stated", nomination(func(n *Nomination) { n.Later = law.Fact[[]LaterDeed]{} }), law.Unknown, "nomination.later"),
		died(NominationRevoked, NominationRevoked1965, "nothing given", nothingGiven, law.NotApplicable, ""),

		died(NominationOverLimit, NominationOverLimit1965, "within the limit", nil, law.Met, ""),
		died(NominationOverLimit, NominationOverLimit1965, "exactly £5,000", gives(9*k, 5*k, 0), law.Met, ""),
		died(NominationOverLimit, NominationOverLimit1965, "a penny over", gives(9*k, 5*k, 1), law.Breached, "nomination.nominees"),
		died(NominationOverLimit, NominationOverLimit1965, "more than there was", gives(3*k, 3*k, 1), law.Breached, "nomination.nominees"),
		died(NominationOverLimit, NominationOverLimit1965, "nothing given", nothingGiven, law.NotApplicable, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "all of it", nil, law.Met, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "the whole refused for exceeding the limit", gives(9*k, 0, 0), law.Breached, "nomination.nominees"),
		died(NominationNotHonoured, NominationNotHonoured1965, "up to the limit", gives(9*k, 0, 5*k), law.Met, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "a penny short", gives(9*k, 0, 5*k-1), law.Breached, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "refused for a will", both(later(Will, "2012-05-01"), nothingGiven), law.Breached, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "refused for a marriage", both(later(Marriage, "2012-05-01"), nothingGiven), law.Met, ""),
		died(NominationNotHonoured, NominationNotHonoured1965, "no proof of death yet", unproved, law.NotApplicable, ""),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "to exactly the maximum", holds(17_000, 3_000), law.Met, ""),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "a pound over", holds(17_001, 3_000), law.Breached, "nomination.nominees[0].transferred"),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "what is held not stated", nominee(func(n *Nominee) { n.Holds = law.Fact[law.Pence]{} }), law.Unknown, "nomination.nominees[0].holds"),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "a registered society", both(holds(17_001, 3_000), nominee(func(n *Nominee) { n.Exempt = law.Known(SocietyMember) })), law.Met, ""),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "whether exempt not stated", both(holds(17_001, 3_000), nominee(func(n *Nominee) { n.Exempt = law.Fact[Exemption]{} })), law.Unknown, "nomination.nominees[0].exempt"),
		died(NomineeOverMaximum, NomineeOverMaximum1965, "nothing given", nothingGiven, law.NotApplicable, ""),
		[]suiteCase{
			{Name: "s. 38(4): a marriage on the day of the death", Code: NominationRevoked, Change: later(Marriage, "2026-05-01"), Want: law.Breached},
			{Name: "s. 38(2): a document dated after the death", Code: NominationRevoked, Change: later(SignedStatement, "2026-05-02"), Want: law.Met},
			{Name: "s. 39(4): over £100,000, where the rules allow more of all shares", Code: NomineeOverMaximum, Change: both(allow(150_000), holds(97_001, 3_000)), Want: law.Unknown, At: "nomination.nominees[0].holds"},
			{Name: "s. 39(4): over what the rules allow too", Code: NomineeOverMaximum, Change: both(allow(150_000), holds(147_001, 3_000)), Want: law.Breached},
			{Name: "s. 39(4): the rules' maximum not stated", Code: NomineeOverMaximum, Change: func(s *Society) { s.RuleBook = law.Fact[RuleBook]{} }, Want: law.Unknown, At: "rule_book.maximum"},
			{Name: "Sch 3 para 10: £100 of a nomination of 4 August 1954", Code: NominationOverLimit, Change: day("1954-08-04", "2014-08-01")(gives(9*k, 100_00, 0)), Want: law.Met},
			{Name: "Sch 3 para 10: and a penny more", Code: NominationOverLimit, Change: day("1954-08-04", "2014-08-01")(gives(9*k, 100_01, 0)), Want: law.Breached},
			{Name: "s. 37(4): £5,000 of one of the day after", Code: NominationOverLimit, Change: day("1954-08-05", "2014-08-01")(gives(9*k, 5*k, 0)), Want: law.Met},
			{Name: "1965 s. 23(3)(c): £500 of one of 1970", Code: NominationOverLimit1965, Change: day("1970-08-05", "2014-07-31")(gives(9*k, 501_00, 0)), Want: law.Breached},
			{Name: "1965 s. 23(3)(c): £1,500 of one of 1980", Code: NominationOverLimit1965, Change: day("1980-08-05", "2014-07-31")(gives(9*k, 1_500_00, 0)), Want: law.Met},
			{Name: "1965 s. 23(3)(c): of June 1984, when the limit may have risen", Code: NominationOverLimit1965, Change: day("1984-06-01", "2014-07-31")(gives(9*k, 1_501_00, 0)), Want: law.Unknown},
			{Name: "1965 s. 23(3): and within both limits then", Code: NominationOverLimit1965, Change: day("1984-06-01", "2014-07-31")(gives(1*k, 1_000_00, 0)), Want: law.Unknown},
			{Name: "1965 s. 23(3)(a): before 1914 nothing is held", Code: NominationOverLimit1965, Change: day("1913-12-31", "1966-01-01")(gives(9*k, 1_00, 0)), Want: law.Unknown},
		},
	)
	dealt(nominations, nominating, cases...).Run(t)
}

// The whole limit is sure, and how it is shared between two is not.
func TestALimitIsSharedInAWayThatIsNotSure(t *testing.T) {
	two := func(first, second int64) Society {
		s := nominating()
		part := func(property, paid int64) Nominee {
			return Nominee{OnStaff: law.Known(false), Property: amount(property), Shares: amount(0), Holds: amount(0), Transferred: amount(0), Paid: amount(paid)}
		}
		s.Nomination.Ptr().Nominees = law.Known([]Nominee{part(6_000, first), part(2_000, second)})
		return s
	}
	f := Enacted()
	for _, c := range []struct {
		first, second int64
		over, under   law.Outcome
	}{
		{3_750, 1_250, law.Met, law.Met},
		{5_000, 0, law.Unknown, law.Unknown},
		{3_000, 2_000, law.Unknown, law.Unknown},
		{4_000, 2_000, law.Breached, law.Met},
		{3_000, 1_000, law.Met, law.Breached},
	} {
		s := two(c.first, c.second)
		rep := nominations.Judge(&s, &f, law.MustDate("2026-06-01"), law.England)
		over, _ := rep.Outcome(NominationOverLimit)
		under, _ := rep.Outcome(NominationNotHonoured)
		assert.Equal(t, c.over, over, "%d and %d", c.first, c.second)
		assert.Equal(t, c.under, under, "%d and %d", c.first, c.second)
	}
}

func TestNominated(t *testing.T) {
	list := []Nominee{
		{OnStaff: law.Known(false), Property: amount(6_000), Shares: amount(3_000), Holds: amount(19_000)},
		{OnStaff: law.Known(true), Relation: law.Known(NoRelation), Property: amount(1_000), Shares: amount(1_000)},
		{OnStaff: law.Known(false), Property: amount(2_000), Shares: amount(0)},
	}
	due, shared, err := Nominated(list, amount(5_000), amount(20_000))
	require.NoError(t, err)
	assert.True(t, shared, "two share a limit that does not suffice")
	assert.Equal(t, []Due{
		{Property: 3_750_00, Transfer: 1_000_00, Pay: 2_750_00}, // half in shares, and room for £1,000 of them
		{},
		{Property: 1_250_00, Pay: 1_250_00},
	}, due)

	due, shared, err = Nominated(list, law.Fact[law.Pence]{}, law.Fact[law.Pence]{})
	require.NoError(t, err)
	assert.False(t, shared)
	assert.Equal(t, law.Pounds(6_000), due[0].Property)

	due, shared, err = Nominated(nil, amount(5_000), amount(0))
	require.NoError(t, err)
	assert.Empty(t, due)
	assert.False(t, shared)
	_, _, err = Nominated([]Nominee{{Property: law.Known[law.Pence](-1)}}, amount(1), amount(1))
	assert.ErrorContains(t, err, "property")
	most := Nominee{OnStaff: law.Known(false), Property: law.Known(law.MaxPence)}
	many := make([]Nominee, 200)
	for i := range many {
		many[i] = most
	}
	_, _, err = Nominated(many, amount(1), amount(1))
	assert.Error(t, err)
}

func FuzzNominated(f *testing.F) {
	f.Add(int64(600_000), int64(200_000), int64(500_000), int64(1_900_000))
	f.Fuzz(func(t *testing.T, a, b, limit, held int64) {
		list := []Nominee{
			{OnStaff: law.Known(false), Property: law.Known(law.Pence(a)), Shares: law.Known(law.Pence(a / 2)), Holds: law.Known(law.Pence(held))},
			{OnStaff: law.Known(false), Property: law.Known(law.Pence(b))},
		}
		due, _, err := Nominated(list, law.Known(law.Pence(limit)), amount(20_000))
		if err != nil || limit < 0 {
			return
		}
		var sum law.Pence
		for i, d := range due {
			sum += d.Property
			require.Equal(t, d.Property, d.Transfer+d.Pay)
			require.True(t, d.Transfer >= 0 && d.Pay >= 0)
			require.LessOrEqual(t, d.Property, list[i].Property.Or(0))
		}
		require.Equal(t, min(law.Pence(limit), law.Pence(a+b)), sum, "exactly the limit, or all there is")
	})
}

func TestNominationAllowance(t *testing.T) {
	f := Enacted()
	for _, c := range []struct {
		made, died string
		most       law.Pence
		code       law.Code
		certain    bool
	}{
		{"2010-01-01", "2026-01-01", 5_000_00, NominationOverLimit, true},
		{"1970-01-01", "2026-01-01", 5_000_00, NominationOverLimit, true},
		{"1954-08-04", "2026-01-01", 100_00, NominationOverLimit, true},
		{"1954-08-05", "2026-01-01", 5_000_00, NominationOverLimit, true},
		{"1970-01-01", "2014-07-31", 500_00, NominationOverLimit1965, true},
		{"1984-06-30", "2014-07-31", 5_000_00, NominationOverLimit1965, true},
		{"1975-08-15", "2014-07-31", 500_00, NominationOverLimit1965, false},
	} {
		a := NominationAllowance(&f, law.MustDate(c.made), law.MustDate(c.died))
		require.True(t, a.Known(), c.made)
		assert.Equal(t, c.most, a.Most, c.made)
		assert.Equal(t, c.code, a.Binding, c.made)
		assert.Equal(t, c.certain, a.Certain(), c.made)
	}
	a := NominationAllowance(&f, law.MustDate("1913-12-31"), law.MustDate("1970-01-01"))
	assert.False(t, a.Known())
	a = NominationAllowance(&f, law.Date{}, law.MustDate("2026-01-01"))
	assert.False(t, a.Known())
}

func TestSmallEstates(t *testing.T) {
	estate := func(f func(*SmallEstate)) change { return func(s *Society) { f(s.SmallEstate.Ptr()) } }
	property := func(p law.Pence) change { return estate(func(x *SmallEstate) { x.Property = law.Known(p) }) }
	none := func(s *Society) { s.SmallEstate = law.Fact[SmallEstate]{} }
	set := func(s *Society, d law.Date) {
		if x := s.SmallEstate.Ptr(); x != nil {
			x.Died = law.Known(d)
		}
	}
	when := func(day string, p int64) change {
		return func(s *Society) { set(s, law.MustDate(day)); s.SmallEstate.Ptr().Property = amount(p) }
	}
	cases := allCases(
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "exactly £5,000", nil, law.Met, ""),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "£5,000.01 without probate", property(5_000_01), law.Breached, "small_estate.property"),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "property under a nomination", estate(func(x *SmallEstate) { x.Nominated = law.Known(true) }), law.Breached, "small_estate.nominated"),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "no evidence", estate(func(x *SmallEstate) { x.Evidence = law.Known(false) }), law.Breached, "small_estate.evidence"),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "evidence not judged", estate(func(x *SmallEstate) { x.Evidence = nobody }), law.Unknown, "small_estate.evidence"),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "with probate any amount", estate(func(x *SmallEstate) { x.Granted, x.Property = law.Known(true), amount(90_000) }), law.NotApplicable, ""),
		thenAndNow(set, PaidWithoutGrant, PaidWithoutGrant1965, "nobody died", none, law.NotApplicable, ""),
		[]suiteCase{
			{Name: "1965 s. 25(1): £500 in 1970", Code: PaidWithoutGrant1965, Change: when("1970-01-01", 500), Want: law.Met},
			{Name: "1965 s. 25(1): £501 in 1970", Code: PaidWithoutGrant1965, Change: when("1970-01-01", 501), Want: law.Breached},
			{Name: "1965 s. 25(1): £1,500 in 1980", Code: PaidWithoutGrant1965, Change: when("1980-01-01", 1_500), Want: law.Met},
			{Name: "1965 s. 25(1): £1,501 in 1980", Code: PaidWithoutGrant1965, Change: when("1980-01-01", 1_501), Want: law.Breached},
		},
	)
	dealt(smallEstates, nominating, cases...).Run(t)

	f := Enacted()
	a := SmallEstateAllowance(&f, law.MustDate("2014-07-31"))
	assert.Equal(t, law.Pounds(5_000), a.Most)
	assert.Equal(t, PaidWithoutGrant1965, a.Binding)
	a = SmallEstateAllowance(&f, law.MustDate("2014-08-01"))
	assert.Equal(t, PaidWithoutGrant, a.Binding)
	a = SmallEstateAllowance(&f, law.MustDate("1965-12-31"))
	assert.False(t, a.Known())
}
