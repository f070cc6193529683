package law_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

var errNoGift = errors.New("a club that gives nothing is of another form")

func clubFamily() *law.Family[club, clubFigures] {
	return &law.Family[club, clubFigures]{
		ID: "club", Title: "Club", Table: clubRules(), Figures: enactedClub,
		Fits: func(c *club) error {
			if !c.Gift.Stated() {
				return errNoGift
			}
			return nil
		},
		Drafts: func(p law.Plan, f *clubFigures) club {
			e, _ := f.Cap.At(p.Founded)
			return club{Gift: law.Known(e.Value), Society: inner{law.Known(p.Members)}}
		},
		Limits: func(c *club, f *clubFigures, p law.Payment, b *law.Books) law.Allowance {
			a := law.Open()
			if e, ok := f.Cap.At(p.Declared); ok {
				a.Within(e.Value-b.PaidUp, giftTooLarge, clubs.At("s. 2", "section/2"))
			}
			return a
		},
		Proposes: func(c club, b *law.Books, ps []law.Payment) club {
			c.Gift, c.Given = law.Known(ps[0].Amount), law.Known(ps[0].Declared)
			return c
		},
	}
}

func TestAFamilyRefusesBodiesThatItCannotJudge(t *testing.T) {
	m, on := clubFamily(), day("2020-01-01")
	var none *club
	for _, c := range []struct {
		name string
		body any
		want string
	}{
		{"nil", nil, "a <nil>, where a *law_test.club is wanted"},
		{"a nil pointer", none, "a *law_test.club"},
		{"a body by value", lawfulClub(), "a law_test.club, where a *law_test.club is wanted"},
		{"another family's body", &inner{}, "a *law_test.inner"},
		{"a body of another form of the family", &club{}, errNoGift.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep, err := m.Judge(c.body, on, law.England)
			require.ErrorIs(t, err, law.ErrBody)
			assert.ErrorContains(t, err, "club: ")
			assert.ErrorContains(t, err, c.want)
			assert.Nil(t, rep)
			_, err = m.Allow(c.body, law.Payment{}, &law.Books{})
			assert.ErrorIs(t, err, law.ErrBody)
			got, err := m.Propose(c.body, &law.Books{}, nil)
			assert.ErrorIs(t, err, law.ErrBody)
			assert.Nil(t, got)
		})
	}
	_, err := m.Judge(&club{}, on, law.England)
	assert.ErrorIs(t, err, errNoGift, "the reason can be asked for")
	m.Fits = nil
	_, err = m.Judge(&club{}, on, law.England)
	assert.NoError(t, err, "without Fits any body of the type fits")
}

func TestAFamilyRefusesToJudgeOnNoDate(t *testing.T) {
	c := lawfulClub()
	rep, err := clubFamily().Judge(&c, law.Date{}, law.England)
	require.ErrorIs(t, err, law.ErrDate)
	assert.Nil(t, rep)
}

func TestAFamilyJudgesWithItsOwnFigures(t *testing.T) {
	m, c, on := clubFamily(), lawfulClub(), day("2020-01-01")
	rep, err := m.Judge(&c, on, law.England)
	require.NoError(t, err)
	assert.Equal(t, "club", rep.Form)
	assert.Equal(t, law.Version, rep.Version)
	assert.Equal(t, on, rep.On)
	assert.Equal(t, law.England, rep.In)
	assert.Len(t, rep.Results, m.Table.Len())
	assert.NoError(t, rep.Err())

	data := `{"club.cap": [{"from": "2000-01-01", "value": "99.00", "by": {"title": "Bill 7"}, "checked": "2026-11-23"}]}`
	reformed, err := m.Reform("club-bill-7", "Club under Bill 7", strings.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, "club-bill-7", reformed.FormID())
	assert.Equal(t, "Club under Bill 7", reformed.FormTitle())
	rep, err = reformed.Judge(&c, on, law.England)
	require.NoError(t, err)
	assert.Equal(t, "club-bill-7", rep.Form)
	assert.ErrorIs(t, rep.Err(), giftTooLarge, "£100 is more than £99")
	rep, err = m.Judge(&c, on, law.England)
	require.NoError(t, err)
	assert.NoError(t, rep.Err(), "the form that was reformed is as it was")

	got, err := m.Reform("x", "X", strings.NewReader(`{"club.no": []}`))
	require.Error(t, err)
	assert.Nil(t, got, "no partial result")

	same, err := m.Reformed("club-bill-7", "Club under Bill 7", strings.NewReader(data))
	require.NoError(t, err)
	require.IsType(t, reformed, same)
	assert.Equal(t, slices.Collect(reformed.FigureList()), slices.Collect(same.(*law.Family[club, clubFigures]).FigureList()))
	same, err = m.Reformed("x", "X", strings.NewReader(`{"club.no": []}`))
	require.ErrorContains(t, err, "club.cap")
	assert.Nil(t, same, "nor a pointer to nothing")
}

func TestAFamilyDraftsAllowsAndProposes(t *testing.T) {
	m := clubFamily()
	assert.Equal(t, "club", m.FormID())
	assert.Equal(t, "Club", m.FormTitle())
	assert.Equal(t, &club{}, m.NewBody(), "in which nothing is stated")
	drafted := m.Draft(law.Plan{Founded: day("2006-01-01"), Members: 7})
	assert.Equal(t, &club{Gift: law.Known(law.Pounds(100)), Society: inner{law.Known(7)}}, drafted)

	c := lawfulClub()
	payment := law.Payment{Declared: day("2006-01-01"), Amount: law.Pounds(101)}
	a, err := m.Allow(&c, payment, &law.Books{PaidUp: law.Pounds(30)})
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(70), a.Most)

	before := c
	proposed, err := m.Propose(&c, &law.Books{}, []law.Payment{payment})
	require.NoError(t, err)
	assert.Equal(t, before, c, "the body itself is not changed")
	rep, err := m.Judge(proposed, day("2020-01-01"), law.England)
	require.NoError(t, err)
	assert.ErrorIs(t, rep.Err(), giftTooLarge)
}

func TestAFamilySaysHowFarItsLawReaches(t *testing.T) {
	m := clubFamily()
	assert.Zero(t, m.FormReach(), "what is not said is left to the rules")
	m.Reach = law.NorthernIreland
	assert.Equal(t, law.NorthernIreland, m.FormReach())
}

func TestAFamilyListsItsRulesAndFigures(t *testing.T) {
	m := clubFamily()
	var codes []law.Code
	for r := range m.RuleList() {
		codes = append(codes, r.Code)
	}
	assert.Equal(t, []law.Code{giftTooLarge, notSocial, tooFew}, codes)
	figures := slices.Collect(m.FigureList())
	require.Len(t, figures, 1)
	assert.Equal(t, "club.cap", figures[0].ID)
	assert.Equal(t, "pounds a gift", figures[0].Unit)
}
