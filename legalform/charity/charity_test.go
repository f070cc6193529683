package charity

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

type (
	change = func(*Charity)
	cases  = lawtest.Case[Charity]
)

func on(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func tally(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

// with changes the resolution, all makes one change of several.
func with(f func(*Resolution)) change { return func(s *Charity) { f(s.Resolution.Ptr()) } }

func all(cs ...change) change {
	return func(s *Charity) {
		for _, c := range cs {
			c(s)
		}
	}
}

func noResolution(s *Charity) { s.Resolution = law.Fact[Resolution]{} }

func kind(k Kind) change { return func(s *Charity) { s.Kind = law.Known(k) } }

func of(k ResolutionKind) change { return with(func(r *Resolution) { r.Kind = law.Known(k) }) }

func altering(a ...Alteration) change {
	return with(func(r *Resolution) { r.Alters = law.Known(a) })
}

func votes(yes, no, entitled int64) change {
	return with(func(r *Resolution) { r.MembersVotes = tally(yes, no, entitled) })
}

func trusteeVotes(yes, no, entitled int64) change {
	return with(func(r *Resolution) { r.TrusteesVotes = tally(yes, no, entitled) })
}

func outsideMeeting(r *Resolution) {
	r.AtMeeting, r.LastAgreed = law.Known(false), r.Passed
}

func suite(rules *law.Rules[Charity, Figures], lawful func() Charity, cs ...cases) lawtest.Suite[Charity, Figures] {
	return lawtest.Suite[Charity, Figures]{
		Rules: rules, Figures: Enacted(), Lawful: lawful, On: "2026-11-23", In: law.England, Cases: cs,
		Dates: map[string]func(*Charity, law.Date){
			"resolution.passed": func(s *Charity, d law.Date) { s.Resolution.Ptr().Passed = law.Known(d) },
			"meeting.held":      func(s *Charity, d law.Date) { s.Meeting.Ptr().Held = law.Known(d) },
		},
	}
}

// amending is a charity of a kind that lawfully amends its constitution.
func amending(k Kind) Charity {
	return Charity{
		Kind: law.Known(k), DistinctMembers: law.Known(true), Members: law.Known[int64](100), Trustees: law.Known[int64](9),
		GrossIncome: law.Known(law.Pounds(9_000)), DesignatedLand: law.Known(false),
		Resolution: law.Known(Resolution{
			Kind: law.Known(Amendment), Alters: law.Known([]Alteration{Purposes}), EndsCharity: law.Known(false),
			Passed: on("2026-03-02"), AtMeeting: law.Known(true), Held: on("2026-03-02"), LastAgreed: on("2026-03-02"), WithoutVote: law.Known(false),
			MembersVotes: tally(30, 10, 100), TrusteesVotes: tally(7, 2, 9), GoodFaith: law.Known(true),
			Circulated: on("2026-02-03"), Consented: law.Known(true), ConsentOn: on("2026-02-20"), Sent: on("2026-03-16"),
			Registered: on("2026-03-30"), OrderMade: on("2026-06-10"), Specified: on("2026-03-02"), ActedOn: on("2026-06-10"),
		}),
	}
}

// back moves the resolution and all that belongs to it to an earlier time.
func back(day string) change {
	return with(func(r *Resolution) {
		n := law.MustDate(day).Sub(law.MustDate("2026-03-02"))
		for _, f := range []*law.Fact[law.Date]{
			&r.Passed, &r.Held, &r.LastAgreed, &r.Circulated, &r.ConsentOn, &r.Sent, &r.Registered, &r.OrderMade, &r.Specified, &r.ActedOn,
		} {
			if d, ok := f.Get(); ok {
				*f = law.Known(d.AddDays(n))
			}
		}
	})
}

func TestTheCodesAreInTheTableOnce(t *testing.T) {
	require.NoError(t, Rules().Complaints())
	n := 0
	for m := range Rules().All() {
		lifted := strings.HasPrefix(string(m.Code), "company.")
		assert.True(t, lifted || strings.HasPrefix(string(m.Code), "charity."), "%s", m.Code)
		assert.Equal(t, lifted && m.Event != "", strings.HasPrefix(m.Event, "company."), "%s", m.Code)
		n++
	}
	assert.Equal(t, Rules().Len(), n)
}

func TestNothingStatedIsUnknownAndNeverAPass(t *testing.T) {
	var s Charity
	f := Enacted()
	rep := Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England)
	require.NoError(t, rep.Err())
	for _, r := range rep.Results {
		assert.NotEqual(t, law.Met, r.Outcome, "%s", r.Code())
	}
}

func TestNamesReadBack(t *testing.T) {
	for k := Company; k <= AcademyTrust; k++ {
		var got Kind
		require.NoError(t, got.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, got)
	}
	for k := Amendment; k <= ChairRemoval; k++ {
		var got ResolutionKind
		require.NoError(t, got.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, got)
	}
	for k := Purposes; k <= PowerToAlter; k++ {
		var got Alteration
		require.NoError(t, got.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, got)
	}
	for k := CompanyAtMeeting; k <= AcademyTrusteesVote; k++ {
		var got Decision
		require.NoError(t, got.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, got)
	}
	var k Kind
	assert.Error(t, k.UnmarshalText([]byte("club")))
}

func TestACharityReadsBackFromJSON(t *testing.T) {
	want := amending(RoyalCharter)
	want.Meeting = law.Known(Meeting{Held: on("2026-01-01"), General: law.Known(true), Present: law.Known[int64](3)})
	b, err := json.Marshal(want)
	require.NoError(t, err)
	var got Charity
	require.NoError(t, law.Decode(bytes.NewReader(b), &got))
	assert.Equal(t, want, got)
	require.NoError(t, got.Check())
}

func TestFactsThatCannotBeAreRefused(t *testing.T) {
	for want, spoil := range map[string]change{
		"members: ":                   func(s *Charity) { s.Members = law.Known[int64](-1) },
		"gross_income: ":              func(s *Charity) { s.GrossIncome = law.Known(law.Pounds(-1)) },
		"meeting.present: ":           func(s *Charity) { s.Meeting = law.Known(Meeting{Present: law.Known[int64](-1)}) },
		"resolution.members_votes: ":  votes(101, 0, 100),
		"resolution.trustees_votes: ": trusteeVotes(-1, 0, 9),
	} {
		s := amending(Company)
		spoil(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

// TestOneMoreVoteInFavourNeverDefeats tries every rule of every kind with one vote more.
func TestOneMoreVoteInFavourNeverDefeats(t *testing.T) {
	f := Enacted()
	day := law.MustDate("2026-11-23")
	judge := func(s Charity) *law.Report { return Rules().Judge(&s, &f, day, law.England) }
	for k := Company; k <= AcademyTrust; k++ {
		for yes := range int64(9) {
			s, more := amending(k), amending(k)
			all(votes(yes, 3, 12), trusteeVotes(yes, 0, 9))(&s)
			all(votes(yes+1, 3, 13), trusteeVotes(yes+1, 0, 9))(&more)
			votes(yes+1, 3, 12)(&more)
			if yes == 9 {
				continue
			}
			for _, c := range law.Diff(judge(s), judge(more)) {
				assert.NotEqual(t, law.Breached, c.After, "%v with %d in favour: %s", k, yes, c.Code)
			}
		}
	}
}

func TestAnAbstentionCountsOnlyWhereTheBaseIsEverybody(t *testing.T) {
	f := Enacted()
	day := law.MustDate("2026-03-02")
	for d := CompanyAtMeeting; d < FormerPurposesChange; d++ {
		m, certain := f.Majority(d, day)
		require.True(t, certain, "%v", d)
		without := governance.Tally{For: 3, Against: 1, Entitled: 4}
		with := governance.Tally{For: 3, Against: 1, Abstained: 2, Entitled: 6}
		a, err := governance.Decide(day, m, without)
		require.NoError(t, err)
		b, err := governance.Decide(day, m, with)
		require.NoError(t, err)
		if m.Share.Of == governance.VotesCast {
			assert.Equal(t, a.Passed, b.Passed, "%v", d)
		} else {
			assert.Less(t, a.Tests[0].Needed, b.Tests[0].Needed, "%v", d)
		}
	}
	_, certain := f.Majority(AcademyTrusteesVote, day)
	assert.False(t, certain, "the model's list is in doubt")
	_, certain = f.Majority(FormerPurposesChange, day)
	assert.False(t, certain, "repealed")
	_, certain = f.Majority(0, day)
	assert.False(t, certain)
	_, certain = f.Majority(200, day)
	assert.False(t, certain)
}

func BenchmarkJudge(b *testing.B) {
	s, f, day := amending(AssociationCIO), Enacted(), law.MustDate("2026-11-23")
	b.ReportAllocs()
	for b.Loop() {
		Rules().Judge(&s, &f, day, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(Rules().Len()), "ns/rule")
}

// CC-01: company law binds a charitable company, one member one vote.
func TestACharitableCompanyIsJudgedByCompanyLawToo(t *testing.T) {
	f, day := Enacted(), law.MustDate("2026-06-30")
	s := Charity{Kind: law.Known(Company)}
	got, ok := Rules().Judge(&s, &f, day, law.England).Outcome(company.SpecialPoll)
	require.True(t, ok)
	assert.Equal(t, law.NotApplicable, got, "it is not stated as a company")
	s.Registered = law.Known(company.Company{
		Public: law.Known(false), Basis: law.Known(company.ByGuarantee), Charity: law.Known(true),
		Resolution: law.Known(company.Resolution{
			Kind: law.Known(company.Special), Way: law.Known(company.Poll), NoticeGiven: on("2026-06-01"), DescribedSpecial: law.Known(true), Votes: tally(74, 26, 0),
		}),
	})
	require.NoError(t, s.Check())
	rep := Rules().Judge(&s, &f, day, law.England)
	got, _ = rep.Outcome(company.SpecialPoll)
	assert.Equal(t, law.Breached, got)
	for _, x := range rep.Findings {
		if x.Code == company.SpecialPoll {
			assert.Equal(t, "company.resolution.votes", x.Path)
		}
	}
	s.Registered.Ptr().Members = law.Known[int64](-1)
	assert.ErrorContains(t, s.Check(), "company.members:")
}
