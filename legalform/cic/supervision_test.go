package cic

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// ordering is a company one of whose directors the Regulator suspended on 16 March 2020 for
// a year, with 14 clear days' notice; of what other orders ask for, everything is there too.
func ordering() Company {
	c := benefiting()
	c.Standing.Measures = law.Known([]Measure{DirectorSuspended})
	c.Standing.Order = law.Known(Order{
		Power: law.Known(SuspendDirector), Made: day("2020-03-16"), Grounds: law.Known([]Ground{Misconduct}), AppearsExcluded: yes,
		Noticed: day("2020-03-01"), Until: day("2021-03-15"), OnStaff: no, RightsAttached: no, TakersConsent: yes,
		WoundUpByCourt: no, JustAndEquitable: yes,
	})
	c.Standing.Appeal = law.Known(Appeal{
		Against: law.Known(AgainstDecision), Given: day("2019-12-31"), Received: day("2020-02-29"),
		Exceptional: no, MaterialError: yes, ToCourt: yes,
	})
	return c
}

func TestSupervisionRules(t *testing.T) {
	order := func(change func(*Order)) func(*Company) {
		return func(c *Company) {
			o := *c.Standing.Order.Ptr()
			change(&o)
			c.Standing.Order = law.Known(o)
		}
	}
	under := func(p Power) func(*Company) {
		return order(func(o *Order) { o.Power = law.Known(p) })
	}
	on := func(gs ...Ground) func(*Company) {
		return order(func(o *Order) { o.Grounds = law.Known(append([]Ground{}, gs...)) })
	}
	lawtest.Suite[Company, Figures]{
		Rules: supervisionTable, Figures: Enacted(), Lawful: ordering, On: "2020-06-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"standing.order.made": func(c *Company, d law.Date) {
			order(func(o *Order) { o.Made = law.Known(d) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "s. 41(3)(a): misconduct", Code: NoDefault, Want: law.Met},
			{Name: "s. 41(3): a manager with no ground", Code: NoDefault, Change: both(under(AppointManager), on()), Want: law.Breached, At: "standing.order.grounds"},
			{Name: "s. 41(3)(d): objects stated and not pursued", Code: NoDefault, Change: both(on(ObjectsNotPursued), func(c *Company) { c.Community.Pursued = no }), Want: law.Met},
			{Name: "s. 41(3)(d): no community interest objects to pursue", Code: NoDefault, Change: both(on(ObjectsNotPursued), func(c *Company) { c.Community.Objects, c.Community.Pursued = no, no }), Want: law.Breached},
			{Name: "s. 41(3)(d): they are pursued", Code: NoDefault, Change: on(ObjectsNotPursued), Want: law.Breached},
			{Name: "s. 41(3)(d): nobody says", Code: NoDefault, Change: both(on(ObjectsNotPursued), func(c *Company) { c.Community.Pursued = law.Fact[bool]{} }), Want: law.Unknown, At: "community.pursued"},
			{Name: "s. 41(2): a petition needs no default", Code: NoDefault, Change: both(under(PetitionToWindUp), on()), Want: law.NotApplicable},
			{Name: "s. 41(4): excluded", Code: NotExcludedYet, Change: under(TransferShares), Want: law.Met},
			{Name: "s. 41(4): not excluded", Code: NotExcludedYet, Change: both(under(ReplaceMembers), order(func(o *Order) { o.AppearsExcluded = no })), Want: law.Breached, At: "standing.order.appears_excluded"},
			{Name: "s. 41(4): another power", Code: NotExcludedYet, Want: law.NotApplicable},
			{Name: "s. 46(9): 14 clear days", Code: NoticeTooShort, Want: law.Met},
			{Name: "s. 46(9): 13", Code: NoticeTooShort, Change: order(func(o *Order) { o.Noticed = day("2020-03-02") }), Want: law.Breached, At: "standing.order.noticed"},
			{Name: "s. 46(9): another power", Code: NoticeTooShort, Change: under(AppointDirector), Want: law.NotApplicable},
			{Name: "s. 46(4): a year to the day before", Code: SuspensionTooLong, Want: law.Met},
			{Name: "s. 46(4): the anniversary is doubtful", Code: SuspensionTooLong, Change: order(func(o *Order) { o.Until = day("2021-03-16") }), Want: law.Unknown},
			{Name: "s. 46(4): the day after", Code: SuspensionTooLong, Change: order(func(o *Order) { o.Until = day("2021-03-17") }), Want: law.Breached, At: "standing.order.until"},
			{Name: "s. 46(4): removal is for good", Code: SuspensionTooLong, Change: under(RemoveDirector), Want: law.NotApplicable},
			{Name: "s. 45(2): anyone", Code: AppointeeOnStaff, Change: under(AppointDirector), Want: law.Met},
			{Name: "s. 47(2): one of the staff", Code: AppointeeOnStaff, Change: both(under(AppointManager), order(func(o *Order) { o.OnStaff = yes })), Want: law.Breached, At: "standing.order.on_staff"},
			{Name: "s. 45(2): nobody appointed", Code: AppointeeOnStaff, Want: law.NotApplicable},
			{Name: "s. 49(3): shares without rights", Code: SharesNotForOrder, Change: under(TransferShares), Want: law.Met},
			{Name: "s. 49(3): shares with rights", Code: SharesNotForOrder, Change: both(under(TransferShares), order(func(o *Order) { o.RightsAttached = yes })), Want: law.Breached, At: "standing.order.rights_attached"},
			{Name: "s. 49(4)(a): a new member who did not consent", Code: SharesNotForOrder, Change: both(under(ReplaceMembers), order(func(o *Order) { o.TakersConsent = no })), Want: law.Breached, At: "standing.order.takers_consent"},
			{Name: "s. 49: another power", Code: SharesNotForOrder, Want: law.NotApplicable},
			{Name: "s. 50(1): just and equitable", Code: PetitionNotAllowed, Change: under(PetitionToWindUp), Want: law.Met},
			{Name: "s. 50(1): not", Code: PetitionNotAllowed, Change: both(under(PetitionToWindUp), order(func(o *Order) { o.JustAndEquitable = no })), Want: law.Breached, At: "standing.order.just_and_equitable"},
			{Name: "s. 50(2): wound up by the court already", Code: PetitionNotAllowed, Change: both(under(PetitionToWindUp), order(func(o *Order) { o.WoundUpByCourt = yes })), Want: law.Breached, At: "standing.order.wound_up_by_court"},
			{Name: "s. 50: another power", Code: PetitionNotAllowed, Want: law.NotApplicable},
		},
	}.Run(t)
}
