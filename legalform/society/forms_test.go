package society_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func plan(founded string) law.Plan {
	return law.Plan{
		Name: "Inclusion Healthcare", Founded: law.MustDate(founded), In: law.England, Staff: 12, Members: 12,
		Capital: law.Pounds(1_000), Activity: "Health care for homeless people.", ForCommunity: law.Known(true),
	}
}

func forms() (mutual, community *law.Family[society.Society, society.Figures]) {
	return society.CoOperative(society.Enacted()), society.CommunityBenefit(society.Enacted())
}

func TestADraftedCommunityBenefitSocietyIsLawfulFromTheActOn(t *testing.T) {
	_, community := forms()
	for _, founded := range []string{"2014-08-01", "2015-11-30", "2015-12-01", "2026-11-23"} {
		for _, lockedTo := range []string{"", "Leicester Homeless Charity"} {
			p := plan(founded)
			p.Locked = lockedTo
			rep, err := community.Judge(community.Draft(p), p.Founded, law.England)
			require.NoError(t, err)
			assert.Empty(t, rep.Findings, founded)
			assert.Equal(t, "community-benefit-society", rep.Form)
		}
	}
}

func TestADraftedCoOperativeWaitsOnlyForItsJudgements(t *testing.T) {
	mutual, _ := forms()
	p := plan("2020-01-01")
	rep, err := mutual.Judge(mutual.Draft(p), p.Founded, law.England)
	require.NoError(t, err)
	require.NoError(t, rep.Err())
	var paths []string
	for _, m := range rep.Unsettled() {
		paths = append(paths, m.Path)
	}
	assert.Equal(t, []string{"bona_fide_co_operative", "investor_return"}, paths)
}

func TestASocietyFoundedBeforeTheActIsJudgedUnderTheActOfTheDay(t *testing.T) {
	mutual, community := forms()
	p := plan("2010-10-01")
	p.Locked = "Leicester Homeless Charity"
	body := community.Draft(p).(*society.Society)
	k, _ := body.Kind.Get()
	assert.Equal(t, society.PreCommencement, k)
	lock, _ := body.Lock.Get()
	assert.Equal(t, society.StatutoryLock, lock)

	rep, err := community.Judge(body, p.Founded, law.England)
	require.NoError(t, err)
	for code, want := range map[law.Code]law.Outcome{
		society.TooFewMembers1965:        law.Met,
		society.TooFewMembers:            law.NotInForce,
		society.NeitherCondition1965:     law.Unknown, // nobody has judged the special reasons
		society.ShareholdingTooLarge1965: law.Met,
		society.NameEnding1993:           law.Met,
	} {
		got, _ := rep.Outcome(code)
		assert.Equal(t, want, got, "%s", code)
	}
	body.SpecialReasons = law.Known(true)
	rep, err = community.Judge(body, p.Founded, law.England)
	require.NoError(t, err)
	assert.Empty(t, rep.Findings)
	rep, err = community.Judge(body, law.MustDate("2026-11-23"), law.England)
	require.NoError(t, err)
	assert.Empty(t, rep.Findings, "an old society goes on as one under the new Act")

	_, err = mutual.Judge(body, p.Founded, law.England)
	assert.ErrorIs(t, err, law.ErrBody)

	p.Founded = law.MustDate("1990-01-01")
	lock, _ = community.Draft(p).(*society.Society).Lock.Get()
	assert.Equal(t, society.VoluntaryLock, lock, "there was no statutory lock yet")
	rep, err = community.Judge(community.Draft(p), p.Founded, law.England)
	require.NoError(t, err)
	assert.NoError(t, rep.Err(), "twelve members were enough of seven")
}

func TestAPlanWithoutADateOrMembers(t *testing.T) {
	_, community := forms()
	body := community.Draft(law.Plan{Name: "Nobody"}).(*society.Society)
	assert.False(t, body.Registered.Stated())
	assert.False(t, body.CarriesOnBusiness.Stated())
	rep, err := community.Judge(body, law.MustDate("2020-01-01"), law.Scotland)
	require.NoError(t, err)
	assert.ErrorIs(t, rep.Err(), society.TooFewMembers)
}

func TestAFormRefusesABodyOfAnotherKindAndFactsThatCannotBe(t *testing.T) {
	mutual, community := forms()
	on := law.MustDate("2020-01-01")
	b, c := bencom(), coop()
	_, err := mutual.Judge(&b, on, law.England)
	assert.ErrorIs(t, err, law.ErrBody)
	_, err = community.Judge(&c, on, law.England)
	assert.ErrorIs(t, err, law.ErrBody)
	b.Members = law.Known[int64](-3)
	_, err = community.Judge(&b, on, law.England)
	assert.ErrorContains(t, err, "members: a negative number")
	_, err = community.Judge(42, on, law.England)
	assert.ErrorIs(t, err, law.ErrBody)

	empty := community.NewBody().(*society.Society)
	_, err = community.Judge(empty, on, law.England)
	assert.NoError(t, err, "what states nothing is of no other kind")
}

func TestProposeChangesNothingOfTheBody(t *testing.T) {
	_, community := forms()
	p := plan("2020-01-01")
	body := community.Draft(p).(*society.Society)
	before, err := json.Marshal(body)
	require.NoError(t, err)
	books := law.Books{PaidUp: law.Pounds(2_000)}
	ps := []law.Payment{
		{Kind: law.ToCommunity, Amount: 100, Declared: law.MustDate("2026-04-01")},
		{Kind: law.Patronage, Amount: 100, Declared: law.MustDate("2026-05-01")},
	}
	proposed, err := community.Propose(body, &books, ps)
	require.NoError(t, err)
	after, err := json.Marshal(body)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))

	rep, err := community.Judge(proposed, law.MustDate("2026-06-01"), law.England)
	require.NoError(t, err)
	assert.ErrorIs(t, rep.ErrAt(law.Guidance), society.ProfitDistributed)
	for _, f := range rep.Findings {
		assert.Equal(t, "2026-05-01", f.On.String(), "judged on the day of the last declaration")
	}
	ps[0].Kind = law.Dividend
	payments, _ := proposed.(*society.Society).Distribution.Ptr().Payments.Get()
	assert.Equal(t, law.ToCommunity, payments[0].Kind, "the caller's slice is not kept")

	none, err := community.Propose(body, &books, nil)
	require.NoError(t, err)
	assert.False(t, none.(*society.Society).Distribution.Ptr().Declared.Stated())
}

func TestFiguresAreListedAndReadBack(t *testing.T) {
	mutual, _ := forms()
	seen := map[string]bool{}
	for f := range mutual.FigureList() {
		assert.NotEmpty(t, f.Unit)
		assert.False(t, seen[f.ID], "%s is listed twice", f.ID)
		seen[f.ID] = true
	}
	for _, id := range []string{"society.minimum_members", "society.max_shareholding", "society.application_fees", "society.interest_declared"} {
		assert.True(t, seen[id], "%s is not listed", id)
	}
}

func TestACreditUnionIsOfAnotherForm(t *testing.T) {
	s := coop()
	s.CreditUnion = law.Known(true)
	form := society.CoOperative(society.Enacted())
	_, err := form.Judge(&s, law.MustDate("2026-06-01"), law.England)
	assert.ErrorContains(t, err, "credit union")
}
