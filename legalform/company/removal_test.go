package company

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestRemovals(t *testing.T) {
	removal := func(f func(*Removal)) change { return func(c *Company) { f(c.Removal.Ptr()) } }
	suite(t, removals, affairs, []tcase{
		{Name: "s. 168(1): at a meeting", Code: RemovalNotLawful, Want: law.Met},
		{Name: "s. 168(1): not", Code: RemovalNotLawful, Change: removal(func(r *Removal) { r.AtMeeting = no }), Want: law.Breached},
		{Name: "s. 168: none", Code: RemovalNotLawful, Change: idle, Want: law.NotApplicable},
		{Name: "s. 168(2): special notice", Code: RemovalNotNoticed, Want: law.Met},
		{Name: "s. 168(2): none given", Code: RemovalNotNoticed, Change: removal(func(r *Removal) { r.Special = no }), Want: law.Breached},
		{Name: "s. 168(2): no removal", Code: RemovalNotNoticed, Change: idle, Want: law.NotApplicable},
		{Name: "s. 169: heard", Code: DirectorNotHeard, Want: law.Met},
		{Name: "s. 169: not heard", Code: DirectorNotHeard, Change: removal(func(r *Removal) { r.Heard = no }), Want: law.Breached},
		{Name: "s. 169: no removal", Code: DirectorNotHeard, Change: idle, Want: law.NotApplicable},
		{Name: "s. 168(5)(b): in writing, by a power that the articles give", Code: RemovalNotLawful, Change: removal(func(r *Removal) { r.AtMeeting, r.OtherPower = no, yes }), Want: law.NotApplicable},
		{Name: "s. 168(5)(b): nobody says by what power", Code: RemovalNotLawful, Change: removal(func(r *Removal) { r.OtherPower = law.Fact[bool]{} }), Want: law.Unknown, At: "removal.under_other_power"},
	})
}

// A resolution whose purpose is removal is judged by itself, no act of removal being stated.
func TestAResolutionToRemoveADirector(t *testing.T) {
	purpose := with(func(r *Resolution) { r.RemovesDirector = yes })
	silent := with(func(r *Resolution) { r.RemovesDirector = law.Fact[bool]{} })
	for name, x := range map[string]struct {
		change change
		want   [3]law.Outcome // by meeting, special notice, hearing
	}{
		"s. 168: at a meeting, special notice and hearing are asked for": {kind(RemovalOfDirector), [3]law.Outcome{law.Met, law.Unknown, law.Unknown}},
		"s. 168: as an ordinary one with that purpose":                   {purpose, [3]law.Outcome{law.Met, law.Unknown, law.Unknown}},
		"s. 168: a poll about anything else":                             {silent, [3]law.Outcome{law.NotApplicable, law.NotApplicable, law.NotApplicable}},
		"s. 288(2)(a): in writing by all":                                {by(RemovalOfDirector, Written, 100, 0, 100), [3]law.Outcome{law.Breached, law.NotApplicable, law.NotApplicable}},
		"s. 168(1): by assent of all it is a doubt":                      {by(RemovalOfDirector, Informal, 100, 0, 100), [3]law.Outcome{law.Unknown, law.NotApplicable, law.NotApplicable}},
		"s. 168(1): by assent of all, called unanimous":                  {all(by(Unanimous, Informal, 100, 0, 100), purpose), [3]law.Outcome{law.Unknown, law.NotApplicable, law.NotApplicable}},
		"s. 168(1): by assent of all but one":                            {by(RemovalOfDirector, Informal, 99, 0, 100), [3]law.Outcome{law.Breached, law.NotApplicable, law.NotApplicable}},
		"s. 168(1): assent to nobody says what":                          {all(by(Unanimous, Informal, 100, 0, 100), silent), [3]law.Outcome{law.Unknown, law.NotApplicable, law.NotApplicable}},
		"s. 168(1): assent to anything else":                             {by(Unanimous, Informal, 100, 0, 100), [3]law.Outcome{law.NotApplicable, law.NotApplicable, law.NotApplicable}},
		"s. 168: of a class":                                             {by(ClassConsent, Written, 100, 0, 100), [3]law.Outcome{law.NotApplicable, law.NotApplicable, law.NotApplicable}},
	} {
		t.Run(name, func(t *testing.T) {
			c := resolving()
			x.change(&c)
			for i, code := range []law.Code{RemovalNotLawful, RemovalNotNoticed, DirectorNotHeard} {
				assert.Equal(t, x.want[i], outcome(t, removals, c, code), code)
			}
		})
	}
}

func TestTheDoubtAboutRemovalByAssentHasTwoReadings(t *testing.T) {
	c, f := resolving(), Enacted()
	by(RemovalOfDirector, Informal, 100, 0, 100)(&c)
	for _, x := range removals.Judge(&c, &f, law.MustDate("2026-06-30"), law.England).Findings {
		if assert.NotNil(t, x.Doubt) {
			assert.Equal(t, []law.Outcome{law.Breached, law.Met}, []law.Outcome{x.Doubt.Readings[0].Outcome, x.Doubt.Readings[1].Outcome})
		}
	}
}
