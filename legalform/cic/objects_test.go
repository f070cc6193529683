package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// altering is a company whose members altered its objects on 2 March 2020; the Regulator
// approved on 1 April and the register has it since the 6th.
func altering() Company {
	return Company{Objects: law.Known(ObjectsChange{
		Resolved: day("2020-03-02"), ForCharity: no, Directors: law.Known([]Signatory{{Statement: yes, Declaration: yes}}),
		ObjectsComply: yes, WillSatisfy: yes, ReasonableSteps: yes,
		Decision: law.Known(ObjectsApproved), Approved: day("2020-04-01"), Entered: yes, Registered: day("2020-04-06"),
		GoesBy: yes, From: day("2020-04-06"), ArticlesSent: day("2020-04-21"),
	})}
}

func objects(change func(*ObjectsChange)) func(*Company) {
	return func(c *Company) {
		o := *c.Objects.Ptr()
		change(&o)
		c.Objects = law.Known(o)
	}
}

func TestObjectsRules(t *testing.T) {
	from := func(on string) func(*Company) {
		return objects(func(o *ObjectsChange) { o.From = day(on) })
	}
	in2008 := objects(func(o *ObjectsChange) {
		o.Resolved, o.Approved, o.From, o.Registered = day("2008-03-03"), day("2008-04-01"), day("2008-04-01"), day("2008-04-06")
	})
	pending := objects(func(o *ObjectsChange) {
		o.Decision, o.Entered = law.Known(ObjectsPending), no
		o.Approved, o.Registered = law.Fact[law.Date]{}, law.Fact[law.Date]{}
	})
	charity := objects(func(o *ObjectsChange) { o.ForCharity = yes })
	none := func(c *Company) { c.Objects = law.Fact[ObjectsChange]{} }
	lawtest.Suite[Company, Figures]{
		Rules: objectsTable, Figures: Enacted(), Lawful: altering, On: "2020-06-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"objects_change.resolved": func(c *Company, d law.Date) {
			objects(func(o *ObjectsChange) { o.Resolved = law.Known(d) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "reg 13: in effect from approval", Code: ObjectsEarly2005, Change: in2008, Want: law.Met},
			{Name: "reg 13: the day before", Code: ObjectsEarly2005, Change: both(in2008, from("2008-03-31")), Want: law.Breached, At: "objects_change.from"},
			{Name: "reg 13: from the resolution", Code: ObjectsEarly2005, Change: both(in2008, from("2008-03-03")), Want: law.Breached},
			{Name: "reg 13: not approved", Code: ObjectsEarly2005, Change: both(in2008, pending), Want: law.Breached},
			{Name: "reg 16: part of becoming a charity", Code: ObjectsEarly2005, Change: both(in2008, charity), Want: law.NotApplicable},

			{Name: "s. 31(2)(c): from the entry on the register", Code: ObjectsEarly, Want: law.Met},
			{Name: "s. 31(2)(c): approval alone is not enough", Code: ObjectsEarly, Change: from("2020-04-01"), Want: law.Breached, At: "objects_change.from"},
			{Name: "section 13 rule 7: nor is the resolution", Code: ObjectsEarly, Change: from("2020-03-02"), Want: law.Breached},
			{Name: "s. 31(2)(c): not approved", Code: ObjectsEarly, Change: pending, Want: law.Breached},
			{Name: "s. 31(2)(c): approved, and nobody says when", Code: ObjectsEarly, Change: objects(func(o *ObjectsChange) { o.Approved = law.Fact[law.Date]{} }), Want: law.Unknown, At: "objects_change.approved"},
			{Name: "s. 31(2)(c): the company waits", Code: ObjectsEarly, Change: objects(func(o *ObjectsChange) { o.GoesBy = no }), Want: law.NotApplicable},

			{Name: "reg 14(2): every director signs", Code: ObjectsUnsigned, Want: law.Met},
			{Name: "reg 14(1)(b): no statement of steps", Code: ObjectsUnsigned, Change: objects(func(o *ObjectsChange) {
				o.Directors = law.Known([]Signatory{{Statement: yes, Declaration: no}})
			}), Want: law.Breached, At: "objects_change.directors[0].declaration"},
			{Name: "reg 14: no directors", Code: ObjectsUnsigned, Change: objects(func(o *ObjectsChange) { o.Directors = law.Known([]Signatory{}) }), Want: law.Breached},
			{Name: "reg 16: part of becoming a charity", Code: ObjectsUnsigned, Change: charity, Want: law.NotApplicable},

			{Name: "reg 15(3): all three", Code: ObjectsUnfounded, Want: law.Met},
			{Name: "reg 15(3)(c): nobody was told", Code: ObjectsUnfounded, Change: objects(func(o *ObjectsChange) { o.ReasonableSteps = no }), Want: law.Breached, At: "objects_change.reasonable_steps"},
			{Name: "reg 15(3)(b): nobody has judged the test", Code: ObjectsUnfounded, Change: objects(func(o *ObjectsChange) { o.WillSatisfy = law.Fact[bool]{} }), Want: law.Unknown, At: "objects_change.will_satisfy"},
			{Name: "reg 15(3): nothing altered", Code: ObjectsUnfounded, Change: none, Want: law.NotApplicable},

			{Name: "reg 15(6): approved, then recorded", Code: ObjectsUnapproved, Want: law.Met},
			{Name: "reg 15(6): recorded, then approved", Code: ObjectsUnapproved, Change: objects(func(o *ObjectsChange) { o.Registered = day("2020-03-31") }), Want: law.Breached, At: "objects_change.registered"},
			{Name: "reg 15(6): recorded, and refused", Code: ObjectsUnapproved, Change: objects(func(o *ObjectsChange) { o.Decision = law.Known(ObjectsRefused) }), Want: law.Breached, At: "objects_change.entered"},
			{Name: "reg 15(6): not recorded", Code: ObjectsUnapproved, Change: pending, Want: law.NotApplicable},

			{Name: "s. 26(1): the 15th day", Code: ArticlesNotSent, Want: law.Met},
			{Name: "s. 26(1): the 16th", Code: ArticlesNotSent, Change: objects(func(o *ObjectsChange) { o.ArticlesSent = day("2020-04-22") }), Want: law.Breached, At: "objects_change.articles_sent"},
			{Name: "s. 26(1): not yet in effect", Code: ArticlesNotSent, Change: pending, Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestSection13Rule7WhenNewObjectsTakeEffect(t *testing.T) {
	c := altering()
	o := c.Objects.Ptr()
	from, by := ObjectsEffective(o)
	assert.Equal(t, day("2020-04-06"), from, "the entry on the register")
	assert.Contains(t, by.String(), "s. 31(2)(c)")

	o.Registered = day("2020-03-31")
	from, _ = ObjectsEffective(o)
	assert.False(t, from.Stated(), "an entry before approval gives no effect")

	o.Resolved = day("2009-09-30")
	from, by = ObjectsEffective(o)
	assert.Equal(t, day("2020-04-01"), from, "by the old law, approval")
	assert.Contains(t, by.String(), "reg 13")

	o.Decision = law.Known(ObjectsPending)
	from, _ = ObjectsEffective(o)
	assert.False(t, from.Stated())
	o.ForCharity = yes
	_, by = ObjectsEffective(o)
	assert.True(t, by.IsZero())
}
