package cic

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// benefiting is a company whose activities benefit the people of a town, one of them by
// campaigning on the side.
func benefiting() Company {
	c := ordinary()
	c.Community = Community{
		Benefit: yes, Excluded: law.Known(NotExcluded), Objects: yes, Pursued: yes,
		Activities: law.Known([]Activity{
			{Political: no, Closed: no},
			{Political: yes, Incidental: yes, ServesPolitics: no, Closed: no},
		}),
		Section: law.Known(Section{Characteristic: yes, Distinguishes: yes, Reasonable: yes}),
	}
	return c
}

func TestCommunityRules(t *testing.T) {
	activity := func(change func(*Activity)) func(*Company) {
		return func(c *Company) { change(&(*c.Community.Activities.Ptr())[1]) }
	}
	section := func(s Section) func(*Company) {
		return func(c *Company) { c.Community.Section = law.Known(s) }
	}
	none := func(c *Company) { c.Community.Activities = law.Known([]Activity{}) }
	whole := func(c *Company) { c.Community.Section = law.Fact[Section]{} }
	lawtest.Suite[Company, Figures]{
		Rules: communityTable, Figures: Enacted(), Lawful: benefiting, On: "2020-01-01", In: law.England,
		Cases: []lawtest.Case[Company]{
			{Name: "s. 35(2): a reasonable person might", Code: NotForCommunity, Want: law.Met},
			{Name: "s. 35(2): none might", Code: NotForCommunity, Change: func(c *Company) { c.Community.Benefit = no }, Want: law.Breached, At: "community.benefit"},
			{Name: "s. 35(2): nobody has judged", Code: NotForCommunity, Change: func(c *Company) { c.Community.Benefit = law.Fact[bool]{} }, Want: law.Unknown, At: "community.benefit"},

			{Name: "reg 3(2): incidental, and not to politics", Code: PoliticalActivity, Want: law.Met},
			{Name: "reg 3(1): political and not incidental", Code: PoliticalActivity, Change: activity(func(a *Activity) { a.Incidental = no }), Want: law.Breached, At: "community.activities[1].incidental"},
			{Name: "reg 3(2)(b): incidental to what serves politics", Code: PoliticalActivity, Change: activity(func(a *Activity) { a.ServesPolitics = yes }), Want: law.Breached, At: "community.activities[1].serves_politics"},
			{Name: "reg 3(2)(b): nobody has judged the second limb", Code: PoliticalActivity, Change: activity(func(a *Activity) { a.ServesPolitics = law.Fact[bool]{} }), Want: law.Unknown, At: "community.activities[1].serves_politics"},
			{Name: "reg 3(1): nobody says whether political", Code: PoliticalActivity, Change: activity(func(a *Activity) { a.Political = law.Fact[bool]{} }), Want: law.Unknown, At: "community.activities[1].political"},
			{Name: "reg 3: no activities relied on", Code: PoliticalActivity, Change: none, Want: law.NotApplicable},

			{Name: "reg 4: open to others", Code: ClosedActivity, Want: law.Met},
			{Name: "reg 4: a club for one employer's staff", Code: ClosedActivity, Change: activity(func(a *Activity) { a.Closed = yes }), Want: law.Breached, At: "community.activities[1].closed"},
			{Name: "reg 4: nobody has judged", Code: ClosedActivity, Change: activity(func(a *Activity) { a.Closed = law.Fact[bool]{} }), Want: law.Unknown, At: "community.activities[1].closed"},
			{Name: "reg 4: no activities relied on", Code: ClosedActivity, Change: none, Want: law.NotApplicable},

			{Name: "reg 5 as made: two limbs, no more", Code: NoSection2005, On: "2009-09-30", Change: section(Section{Characteristic: yes, Distinguishes: yes}), Want: law.Met},
			{Name: "reg 5 as made: others share it", Code: NoSection2005, On: "2009-09-30", Change: section(Section{Characteristic: yes, Distinguishes: no}), Want: law.Breached, At: "community.section.distinguishes"},
			{Name: "reg 5 as made: no characteristic", Code: NoSection2005, On: "2009-09-30", Change: section(Section{Characteristic: no, Distinguishes: yes}), Want: law.Breached, At: "community.section.characteristic"},
			{Name: "reg 5 as made: the community as a whole", Code: NoSection2005, On: "2009-09-30", Change: whole, Want: law.NotApplicable},

			{Name: "reg 5 substituted: both limbs", Code: NoSection, Want: law.Met},
			{Name: "reg 5 substituted: no reasonable person might", Code: NoSection, Change: section(Section{Characteristic: yes, Distinguishes: yes, Reasonable: no}), Want: law.Breached, At: "community.section.reasonable"},
			{Name: "reg 5 substituted: nothing distinguishes them", Code: NoSection, Change: section(Section{Characteristic: yes, Distinguishes: no, Reasonable: yes}), Want: law.Breached, At: "community.section.distinguishes"},
			{Name: "reg 5(b): nobody has judged", Code: NoSection, Change: section(Section{Characteristic: yes, Distinguishes: yes}), Want: law.Unknown, At: "community.section.reasonable"},
			{Name: "reg 5 substituted: the community as a whole", Code: NoSection, Change: whole, Want: law.NotApplicable},

			{Name: "reg 6: not excluded", Code: ExcludedCompany, Want: law.Met},
			{Name: "reg 6(a): a party", Code: ExcludedCompany, Change: func(c *Company) { c.Community.Excluded = law.Known(PoliticalParty) }, Want: law.Breached, At: "community.excluded"},
			{Name: "reg 6(c): a subsidiary", Code: ExcludedCompany, Change: func(c *Company) { c.Community.Excluded = law.Known(SubsidiaryOfEither) }, Want: law.Breached},
			{Name: "reg 6: nobody says", Code: ExcludedCompany, Change: func(c *Company) { c.Community.Excluded = law.Fact[Excluded]{} }, Want: law.Unknown, At: "community.excluded"},
		},
	}.Run(t)
}
