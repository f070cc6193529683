package right_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
)

func which(t *testing.T, m matter, on string) *right.Answer {
	t.Helper()
	f := right.Enacted()
	a, err := right.Which(&m.Service, &m.Holder, &m.Authority, law.MustDate(on), &f)
	require.NoError(t, err)
	require.Len(t, a.Rights, 4)
	return a
}

func open(a *right.Answer) (rights []right.Right) {
	for _, e := range a.Open() {
		rights = append(rights, e.Right)
	}
	return rights
}

func TestOnlyTheRightOfTheDayFits(t *testing.T) {
	health, books := nurses("2009-01-01"), library()
	for _, tc := range []struct {
		name string
		m    matter
		on   string
		want []right.Right
	}{
		{"nurses in 2007 have no right", health, "2007-12-31", nil},
		{"nurses in 2009 may request", health, "2009-11-01", []right.Right{right.Request}},
		{"nurses on the day of the last wave may request", health, "2010-11-17", []right.Right{right.Request}},
		{"nurses the day after may not", health, "2010-11-18", nil},
		{"nurses in June 2011 may use the right to provide", health, "2011-06-01", []right.Right{right.Provide}},
		{"nurses in 2012 have no right", health, "2012-01-01", nil},
		{"librarians on 26 June 2012 have no right", books, "2012-06-26", nil},
		{"librarians on 27 June 2012 may challenge", books, "2012-06-27", []right.Right{right.Challenge}},
		{"librarians in 2015 may challenge, and not mutualise", books, "2015-06-01", []right.Right{right.Challenge}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := which(t, tc.m, tc.on)
			assert.Equal(t, tc.want, open(a))
			for _, e := range a.Rights {
				assert.Equal(t, e.Outcome == law.Met, strings.HasPrefix(e.Says, "The holder has the right on "), e.Says)
				assert.Equal(t, e.Outcome == law.NotInForce, strings.HasPrefix(e.Says, "There is no such right on "), e.Says)
			}
		})
	}
}

func TestADayOfADoubtMakesARightUnknown(t *testing.T) {
	for _, tc := range []struct {
		m  matter
		on string
		r  right.Right
	}{
		{nurses("2009-01-01"), "2008-06-01", right.Request}, {nurses("2009-01-01"), "2011-03-15", right.Provide}, {library(), "2026-11-23", right.Challenge},
	} {
		a := which(t, tc.m, tc.on)
		require.Len(t, a.Perhaps(), 1, tc.on)
		e := a.Perhaps()[0]
		assert.Equal(t, tc.r, e.Right)
		assert.NotEmpty(t, e.Unknown, "it says what is not known")
		assert.NotEmpty(t, e.Steps, "and what would have to be done")
	}
}

func TestTheRightToMutualiseIsNoneOnAnyDay(t *testing.T) {
	for _, on := range []string{"2015-05-08", "2017-06-09", "2019-11-01", "2026-11-23"} {
		e := which(t, library(), on).Rights[3]
		assert.Equal(t, right.Mutualise, e.Right)
		assert.Equal(t, law.NotInForce, e.Outcome)
		assert.Equal(t, right.Nothing, e.Prize)
		assert.Empty(t, e.Steps)
		assert.Contains(t, e.Says, "none is enacted")
	}
}

// days lists the dates of the steps, as "first..last".
func days(e right.Entitlement) (out []string) {
	for _, s := range e.Steps {
		if !s.By.IsZero() {
			out = append(out, strings.TrimPrefix(s.NotBefore.String()+".."+s.By.String(), "no date"))
		}
	}
	return out
}

func TestDeadlinesAreDates(t *testing.T) {
	m := library()
	e := which(t, m, "2013-03-01").Rights[2]
	assert.Equal(t, []string{"..2013-03-30", "..2013-05-30"}, days(e), "thirty days beginning with receipt; ninety after it")
	assert.Equal(t, "60 to 180 days after its decision", e.Steps[5].Within)
	assert.Equal(t, right.Competition, e.Prize)
	assert.Contains(t, e.PrizeSays, "can lose")
	assert.Len(t, e.Refusals, 10)
	assert.Empty(t, e.Unknown)

	m.Authority.Windows = windows(period("2012-09-01", "2012-10-31"), period("2013-02-01", "2013-04-30"), period("2014-02-01", "2014-04-30"))
	assert.Equal(t, []string{"2013-02-01..2013-04-30", "..2013-05-30", "..2013-05-30"}, days(which(t, m, "2013-03-01").Rights[2]), "within a period")
	e = which(t, m, "2013-05-01").Rights[2]
	assert.Equal(t, []string{"2014-02-01..2014-04-30", "..2013-05-30", "..2013-07-30"}, days(e), "outside every period, the next one")
	assert.Contains(t, e.Steps[0].Within, "may refuse")
	m.Authority.Windows = windows(period("2015-02-01", "2015-04-30"), period("2014-02-01", "2014-04-30"), period("2012-09-01", "2012-10-31"))
	assert.Equal(t, "2014-02-01..2014-04-30", days(which(t, m, "2013-05-01").Rights[2])[0], "the next one, in whatever order they stand")

	m.Authority = right.Authority{Kind: m.Authority.Kind}
	e = which(t, m, "2013-03-01").Rights[2]
	assert.Equal(t, law.Met, e.Outcome, "the right does not wait for the periods")
	var paths []string
	for _, u := range e.Unknown {
		paths = append(paths, u.Path)
	}
	assert.Equal(t, []string{"authority.windows", "authority.windows", "authority.decide_within_days", "authority.begin_within_days"}, paths)
}

func TestEveryStepHasItsSource(t *testing.T) {
	for _, on := range []string{"2009-11-01", "2011-06-01", "2013-03-01"} {
		m := nurses(on)
		if on == "2013-03-01" {
			m = library()
		}
		for _, e := range which(t, m, on).Open() {
			assert.False(t, e.By.IsZero(), e.Right)
			for _, s := range e.Steps {
				assert.False(t, s.Provision.IsZero(), s.Does)
				assert.NotEmpty(t, s.Who)
			}
		}
	}
	e := which(t, library(), "2013-03-01").Rights[2]
	assert.Equal(t, "https://www.legislation.gov.uk/ukpga/2011/20/section/84/2013-03-01", e.Steps[1].Link, "as it stood on the day")
}

func TestAnAnswerIsTheSameBytesAndReadsBack(t *testing.T) {
	a := which(t, library(), "2013-03-01")
	first, err := json.Marshal(a)
	require.NoError(t, err)
	again, err := json.Marshal(which(t, library(), "2013-03-01"))
	require.NoError(t, err)
	assert.Equal(t, string(first), string(again))
	var back right.Answer
	require.NoError(t, law.Decode(bytes.NewReader(first), &back))
	for i := range a.Rights {
		assert.Equal(t, a.Rights[i].Outcome, back.Rights[i].Outcome)
		assert.Equal(t, days(a.Rights[i]), days(back.Rights[i]))
	}
}

func TestWhatARightNeverCoveredIsRefusedWithItsPlace(t *testing.T) {
	for _, tc := range []struct {
		r      right.Right
		change change
		want   string
	}{
		{right.Request, served(right.Library), "service.kind: the right never covered it: the Right to Request, and the kind library"},
		{right.Request, of(right.CountyCouncil), "authority.kind"},
		{right.Provide, served(right.Housing), "service.kind"},
		{right.Provide, held(right.Charity), "holder.kind"},
		{right.Challenge, of(right.PrimaryCareTrust), "authority.kind"},
		{right.Challenge, both(of(right.CountyCouncil), held(right.Enterprise)), "holder.kind"},
		{right.Challenge, both(of(right.CountyCouncil), func(m *matter) { m.Service.NamedPerson = yes() }), "service.named_person"},
		{right.Mutualise, func(*matter) {}, "right: the right never covered it: no right to mutualise was enacted"},
	} {
		m := nurses("2009-11-01")
		require.NoError(t, right.Never(right.Request, &m))
		tc.change(&m)
		err := right.Never(tc.r, &m)
		require.ErrorIs(t, err, right.ErrNever)
		assert.ErrorContains(t, err, tc.want)
	}
	require.NoError(t, right.Never(right.Challenge, &matter{}), "what is not stated may be covered")
}

func TestMattersThatCannotBeNameThePlace(t *testing.T) {
	for want, change := range map[string]change{
		"holder.staff": func(m *matter) { m.Holder.Staff = number(-1) },
		"authority.windows[1].last": func(m *matter) {
			m.Authority.Windows = windows(period("2013-01-01", "2013-01-01"), period("2013-03-02", "2013-03-01"))
		},
		"authority.decide_within_days":     func(m *matter) { m.Authority.DecideWithin = number(-1) },
		"authority.begin_after_days":       func(m *matter) { m.Authority.BeginAfter = number(1 << 40) },
		"authority.begin_within_days: not": func(m *matter) { m.Authority.BeginWithin = number(59) },
		"decision.told":                    func(m *matter) { m.Decision.Told = day("2013-02-28") },
		"decision.decided":                 func(m *matter) { m.Decision.Decided = day("2013-02-28") },
		"decision.notified":                func(m *matter) { m.Decision.Notified = day("2013-05-19") },
		"decision.withdrawn":               func(m *matter) { m.Decision.Withdrawn = day("2013-02-28") },
		"decision.procurement_begun":       func(m *matter) { m.Decision.Begun = day("2013-05-19") },
	} {
		m, f := library(), right.Enacted()
		require.NoError(t, m.Check())
		change(&m)
		_, err := right.Judge(&m, law.MustDate("2014-01-15"), &f)
		require.ErrorIs(t, err, right.ErrMatter)
		assert.ErrorContains(t, err, want)
	}
	m, f := library(), right.Enacted()
	_, err := right.Judge(&m, law.Date{}, &f)
	require.ErrorIs(t, err, law.ErrDate)
	_, err = right.Which(&m.Service, &m.Holder, &m.Authority, law.Date{}, &f)
	require.ErrorIs(t, err, law.ErrDate)
	m.Holder.Staff = number(-1)
	_, err = right.Which(&m.Service, &m.Holder, &m.Authority, law.MustDate("2013-03-01"), &f)
	assert.ErrorIs(t, err, right.ErrMatter)
}

func TestAnExpressionIsNoUnlawfulActAndAnAuthoritysBreachIs(t *testing.T) {
	m, f := library(), right.Enacted()
	m.Expression.Needs = no()
	rejected(right.NotCompliant, unsaid())(&m)
	j, err := right.Judge(&m, law.MustDate("2014-01-15"), &f)
	require.NoError(t, err)
	require.NoError(t, j.Conduct.Err(), "a ground holds, and it was kept to the rules")
	o, _ := j.Expression.Outcome(right.NoOutcomes)
	assert.Equal(t, law.Breached, o)

	m = library()
	rejected(right.NotCompliant, unsaid())(&m)
	j, err = right.Judge(&m, law.MustDate("2014-01-15"), &f)
	require.NoError(t, err)
	assert.ErrorIs(t, j.Conduct.Err(), right.GroundNotCompliant)
}

func TestACharityInTheRightOfStaffIsAskedNothingMore(t *testing.T) {
	m := nurses("2009-11-01")
	m.Holder = right.Holder{Kind: law.Known(right.Charity)}
	e := which(t, m, "2009-11-01").Rights[0]
	assert.Equal(t, law.Breached, e.Outcome)
	assert.Empty(t, e.Unknown)
	assert.Empty(t, e.Steps)
}

// While the sections themselves are in doubt, the first ground still answers for the reading
// that they stand.
func TestTheFirstGroundWhileTheSectionsAreInDoubt(t *testing.T) {
	f := right.Enacted()
	for needs, want := range map[bool]law.Outcome{true: law.Breached, false: law.Met} {
		m := library()
		m.Asked, m.Decision.Told, m.Decision.Decided, m.Decision.Notified = day("2026-06-01"), day("2026-06-02"), day("2026-07-01"), day("2026-07-02")
		m.Decision.Begun = law.Fact[law.Date]{}
		m.Expression.Needs = law.Known(needs)
		rejected(right.NotCompliant, unsaid())(&m)
		j, err := right.Judge(&m, law.MustDate("2026-11-23"), &f)
		require.NoError(t, err)
		for _, x := range j.Conduct.Findings {
			if x.Code == right.GroundNotCompliant {
				assert.Equal(t, law.Unknown, x.Outcome)
				assert.Equal(t, want, x.Doubt.Readings[0].Outcome)
				assert.Equal(t, law.NotApplicable, x.Doubt.Readings[1].Outcome)
			}
		}
		o, _ := j.Conduct.Outcome(right.GroundNotCompliant)
		assert.Equal(t, law.Unknown, o)
	}
}

// In Draper v Lincolnshire County Council [2014] EWHC 2388 (Admin) the council had not
// considered GLL's expression of interest properly.
func TestDraperAnExpressionThatIsNotConsidered(t *testing.T) {
	m, f := library(), right.Enacted()
	body(right.VoluntaryBody, asIs)(&m)
	m.Holder.Name = "GLL"
	ruled(right.NotConsidered)(&m)
	j, err := right.Judge(&m, law.MustDate("2014-07-17"), &f)
	require.NoError(t, err)
	assert.ErrorIs(t, j.Conduct.Err(), right.Unheard)
}

func TestAMatterReadsBackAndUnknownKindsNameThePlace(t *testing.T) {
	m := library()
	b, err := json.Marshal(m)
	require.NoError(t, err)
	var back matter
	require.NoError(t, law.Decode(bytes.NewReader(b), &back))
	assert.Equal(t, m, back)
	for place, bad := range map[string]string{
		"authority.kind":             `{"authority": {"kind": "tennis-club"}}`,
		"service.kind":               `{"service": {"kind": "rocketry"}}`,
		"holder.kind":                `{"holder": {"kind": ""}}`,
		"decision.ruling":            `{"decision": {"ruling": "perhaps"}}`,
		"decision.grounds[0].ground": `{"decision": {"grounds": [{"ground": "dislike"}]}}`,
	} {
		assert.ErrorContains(t, law.Decode(strings.NewReader(bad), &back), place)
	}
}

func FuzzMatter(f *testing.F) {
	b, err := json.Marshal(library())
	require.NoError(f, err)
	f.Add(b, "2013-06-01")
	f.Add([]byte(`{"asked":"2026-06-01","authority":{"windows":[{"first":"2026-05-01","last":"2026-07-01"}]}}`), "2026-06-01")
	figures := right.Enacted()
	f.Fuzz(func(t *testing.T, data []byte, on string) {
		var m matter
		d, err := law.ParseDate(on)
		if err != nil || law.Decode(bytes.NewReader(data), &m) != nil {
			return
		}
		if _, err := right.Judge(&m, d, &figures); err != nil {
			return
		}
		a, err := right.Which(&m.Service, &m.Holder, &m.Authority, d, &figures)
		require.NoError(t, err)
		for _, e := range a.Rights {
			assert.Equal(t, e.Outcome == law.Met || e.Outcome == law.Unknown, len(e.Steps) > 0)
		}
	})
}

func ExampleWhich() {
	service := right.Service{Kind: law.Known(right.Library), Provided: law.Known(true), InEngland: law.Known(true), WithHealth: law.Known(false), ByHealth: law.Known(false), NamedPerson: law.Known(false)}
	holder := right.Holder{Kind: law.Known(right.Employees), Staff: law.Known[int64](8), OfAuthority: law.Known(true)}
	authority := right.Authority{Kind: law.Known(right.CountyCouncil), Windows: law.Known([]right.Period{})}
	figures := right.Enacted()
	answer, err := right.Which(&service, &holder, &authority, law.MustDate("2013-03-01"), &figures)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range answer.Rights {
		fmt.Printf("%s: %v\n", e.Right.Title(), e.Outcome)
	}
	for _, e := range answer.Open() {
		fmt.Println(e.PrizeSays)
		fmt.Println(e.Steps[1].Who, e.Steps[1].Does, "by", e.Steps[1].By.Long())
	}
	// Output:
	// Right to Request: not-in-force
	// Right to Provide: not-in-force
	// Community Right to Challenge: met
	// Right to mutualise: not-in-force
	// A procurement exercise that is open to all comers, which the body that challenged can lose.
	// the authority tells the body in writing when to expect a decision by 30 March 2013
}

func TestAnExpressionIsMadeOnceAnythingIsStatedOfIt(t *testing.T) {
	assert.False(t, (&matter{}).Made())
	m := nurses("2009-11-01")
	assert.False(t, m.Made(), "to ask is not to have written")
	for _, c := range []change{
		func(m *matter) { m.Expression.Written = no() }, func(m *matter) { m.Expression.Needs = yes() },
		decided(func(d *right.Decision) { d.Told = day("2013-03-02") }), ruled(right.NotConsidered), decided(func(d *right.Decision) { d.Begun = day("2013-09-01") }),
	} {
		m := matter{}
		c(&m)
		assert.True(t, m.Made())
	}
}

func TestAFigureThatAReformEndsLeavesNoDate(t *testing.T) {
	f := right.Enacted()
	var err error
	f.TellDays, err = f.TellDays.With(law.Entry[int]{
		From: law.MustDate("2013-01-01"), By: law.Instrument{Title: "A reform"}.At("", ""), Checked: law.MustDate("2026-11-23"), Is: law.Ended,
	})
	require.NoError(t, err)
	_, ok := right.TellBy(law.MustDate("2013-03-01"), nil, &f)
	assert.False(t, ok)
	m := library()
	j, err := right.Judge(&m, law.MustDate("2014-01-15"), &f)
	require.NoError(t, err)
	o, _ := j.Conduct.Outcome(right.ToldLate)
	assert.Equal(t, law.Unknown, o, "law never falls back to what it was")
}

func TestDecisionDatesMakeDatesOfTheProcurement(t *testing.T) {
	// The steps of a matter that was decided are asked for by its own day of decision.
	m := library()
	m.Decision.Decided = day("2013-05-20")
	f := right.Enacted()
	steps := right.Steps(right.Challenge, &m, law.MustDate("2013-03-01"), &f)
	assert.Equal(t, "2013-07-19", steps[5].NotBefore.String())
	assert.Equal(t, "2013-11-16", steps[5].By.String())
	assert.Empty(t, right.Steps(right.Mutualise, &m, law.MustDate("2013-03-01"), &f))
}
