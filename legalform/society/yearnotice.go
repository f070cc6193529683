package society

import (
	"slices"
	"time"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on a notice that moves the end of a year of account.
const (
	YearEndNoticeSilent     law.Code = "society.year-end-notice-silent"
	YearEndNoticeSilent2012 law.Code = "society.year-end-notice-silent-2012"
	YearEndNoticeWrong      law.Code = "society.year-end-notice-wrong"
	YearEndNoticeWrong2012  law.Code = "society.year-end-notice-wrong-2012"
	YearExtendedTooLong     law.Code = "society.year-extended-too-long"
	YearExtendedTooLong2012 law.Code = "society.year-extended-too-long-2012"
	YearExtendedTooSoon     law.Code = "society.year-extended-too-soon"
	YearExtendedTooSoon2012 law.Code = "society.year-extended-too-soon-2012"
)

// A YearEndNotice is a notice to the registrar that moves the end of the current year.
type YearEndNotice struct {
	Given law.Fact[law.Date] `json:"given,omitzero"`
	// NewEnd is the day on which the current year is to end.
	NewEnd law.Fact[law.Date] `json:"new_end,omitzero"`
	// Extends says that the year becomes longer; StatesWhich that the notice itself states
	// whether it extends or shortens the year.
	Extends     law.Fact[bool] `json:"extends,omitzero"`
	StatesWhich law.Fact[bool] `json:"states_which,omitzero"`
	// Extended are the ends of earlier years that were extended by notice.
	Extended law.Fact[[]law.Date] `json:"extended_before,omitzero"`
}

var yearNoticeGiven = inAccounts("year_end_notice.given", func(a *Accounts) law.Fact[law.Date] { return a.YearEndNotice.Or(YearEndNotice{}).Given })

var (
	yearNoticeStates = rule{
		Code: YearEndNoticeSilent, Provision: act2014.At("ss. 77(6), 78(5)", "section/77"),
		Says:    "A notice that moves the end of the current year of account must state whether the year is shortened or extended.",
		InForce: from2014, Event: yearNoticeGiven, Applies: movesYearEnd, Check: statesWhich,
		Remedy: "Give the notice again, stating which.",
	}
	yearNoticeOccasion = rule{
		Code: YearEndNoticeWrong, Provision: act2014.At("s. 77(6)", "section/77"),
		Says: "A year of a society registered on or after 8 January 2012 that is shortened ends on the first occasion on which the new accounting reference date " +
			"falls after the year began, and one that is extended on the second.",
		InForce: from2014, Event: yearNoticeGiven, Applies: movesReference, Check: onOccasion,
		Remedy: "Make up the accounts to that occasion.",
	}
	yearTooLong = rule{
		Code: YearExtendedTooLong, Provision: act2014.At("ss. 77(7)(b), 78(6)(b)", "section/77"),
		Says:    "A notice that extends the year of account has no effect if the year would exceed 18 months.",
		InForce: from2014, Event: yearNoticeGiven, Applies: extendsYear, Check: notTooLong,
		Remedy: "Give notice of an earlier date, or shorten the year.",
	}
	yearTooSoon = rule{
		Code: YearExtendedTooSoon, Provision: act2014.At("ss. 77(7)(a), 78(6)(a)", "section/77"),
		Says:    "A notice that extends the year of account has no effect if it is given less than five years after the end of a year that was extended.",
		InForce: from2014, Event: yearNoticeGiven, Applies: extendsYear, Check: notTooSoon,
		Remedy: "Shorten the year, or wait until the five years are over.",
	}
)

// There was no such notice before 8 January 2012, only leave of the registrar.
var yearNotices = law.Topic("notice of a change of year",
	under1965(yearNoticeStates, YearEndNoticeSilent2012, act1965.At("ss. 39A(7), 39B(8)", "section/39A"), start2012),
	exceptUnions(start2014, yearNoticeStates),
	under1965(yearNoticeOccasion, YearEndNoticeWrong2012, act1965.At("s. 39B(8)", "section/39B"), start2012),
	exceptUnions(start2014, yearNoticeOccasion),
	under1965(yearTooLong, YearExtendedTooLong2012, act1965.At("ss. 39A(8)(b), 39B(9)(b)", "section/39A"), start2012),
	exceptUnions(start2014, yearTooLong),
	under1965(yearTooSoon, YearExtendedTooSoon2012, act1965.At("ss. 39A(8)(a), 39B(9)(a)", "section/39A"), start2012),
	exceptUnions(start2014, yearTooSoon),
)

// ExtensionFrom returns the first day on which a notice may extend a year again, after an
// extended year that ended on a day, as the law stands on another; false before 8 January 2012.
func (f *Figures) ExtensionFrom(extendedEnd, on law.Date) (law.Date, bool) {
	years, ok := f.ExtensionYears.At(on)
	if !ok {
		return law.Date{}, false
	}
	return law.MonthsFrom(extendedEnd, 12*years.Value), true
}

// YearEndAfterNotice returns the day on which the current year ends once a notice has
// specified a new accounting reference date: the first occasion after the year began on
// which that date falls, or the second where the year is extended. The date is given by any
// day on which it falls; the last day of February stays the last day.
func YearEndAfterNotice(start, reference law.Date, extend bool) law.Date {
	occasion := func(year int) law.Date {
		d := reference.AddMonths(12 * (year - reference.Year()))
		if _, m, _ := reference.Civil(); m == time.February && reference == reference.EndOfMonth() {
			d = d.EndOfMonth()
		}
		return d
	}
	year := start.Year()
	if !occasion(year).After(start) {
		year++
	}
	if extend {
		year++
	}
	return occasion(year)
}

func movesYearEnd(c *kase) bool {
	return hasAccounts(c) && c.Subject.Accounts.Ptr().YearEndNotice.Stated()
}

func movesReference(c *kase) bool {
	if !movesYearEnd(c) {
		return false
	}
	on, ok := law.Need(c, &c.Subject.Registered, "registered")
	return ok && !on.Before(commenced2012)
}

func extendsYear(c *kase) bool {
	if !movesYearEnd(c) {
		return false
	}
	longer, ok := law.Need(c, &c.Subject.Accounts.Ptr().YearEndNotice.Ptr().Extends, "accounts.year_end_notice.extends")
	return ok && longer
}

func statesWhich(c *kase) {
	which, ok := law.Need(c, &c.Subject.Accounts.Ptr().YearEndNotice.Ptr().StatesWhich, "accounts.year_end_notice.states_which")
	if ok && !which {
		c.Breach("accounts.year_end_notice.states_which", "The notice does not state whether the year is shortened or extended.")
	}
}

func onOccasion(c *kase) {
	a := c.Subject.Accounts.Ptr()
	n := a.YearEndNotice.Ptr()
	start, ok := law.Need(c, &a.Start, "accounts.start")
	end, ok1 := law.Need(c, &n.NewEnd, "accounts.year_end_notice.new_end")
	longer, ok2 := law.Need(c, &n.Extends, "accounts.year_end_notice.extends")
	if !ok || !ok1 || !ok2 {
		return
	}
	if want := YearEndAfterNotice(start, end, longer); want != end {
		c.Breach("accounts.year_end_notice.new_end", "The notice ends the year on %s; a year that began on %s would end on %s.",
			end.Long(), start.Long(), want.Long())
	}
}

func notTooLong(c *kase) {
	a := c.Subject.Accounts.Ptr()
	start, ok := law.Need(c, &a.Start, "accounts.start")
	end, ok1 := law.Need(c, &a.YearEndNotice.Ptr().NewEnd, "accounts.year_end_notice.new_end")
	_, ok2 := law.Read(c, &c.Figures.LongestYear, c.On)
	if !ok || !ok1 || !ok2 {
		return
	}
	if most, _ := c.Figures.LongestYearEnd(start, c.On); end.After(most) {
		c.Breach("accounts.year_end_notice.new_end", "The notice extends the year to %s; a year that began on %s may go on until %s.",
			end.Long(), start.Long(), most.Long())
	}
}

func notTooSoon(c *kase) {
	extended, ok := law.Need(c, &c.Subject.Accounts.Ptr().YearEndNotice.Ptr().Extended, "accounts.year_end_notice.extended_before")
	if _, read := law.Read(c, &c.Figures.ExtensionYears, c.On); !ok || !read || len(extended) == 0 {
		return
	}
	last := slices.MaxFunc(extended, law.Date.Compare)
	if from, _ := c.Figures.ExtensionFrom(last, c.On); c.On.Before(from) {
		c.Breach("accounts.year_end_notice.given", "The notice was given on %s; a year that was extended ended on %s, so that none may be extended before %s.",
			c.On.Long(), last.Long(), from.Long())
	}
}
