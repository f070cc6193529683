package society

import (
	"slices"
	"time"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the end of a year of account.
const (
	FirstYearLength           law.Code = "society.first-year-length"
	FirstYearLength2012       law.Code = "society.first-year-length-2012"
	YearEndNotReference       law.Code = "society.year-end-not-reference-date"
	YearEndNotReference2012   law.Code = "society.year-end-not-reference-date-2012"
	YearEndNotBalance         law.Code = "society.year-end-not-balance-sheet"
	YearEndNotBalance1968     law.Code = "society.year-end-not-balance-sheet-1968"
	LastYearNotInstrument     law.Code = "society.last-year-not-instrument"
	LastYearNotInstrument1965 law.Code = "society.last-year-not-instrument-1965"
)

// YearFigures are the figures of years of account. There were none before 8 January 2012.
type YearFigures struct {
	// FirstYearOver is the months that the first year must exceed, LongestYear the months that
	// no first or extended year may exceed.
	FirstYearOver law.History[int]
	LongestYear   law.History[int]
	// ExtensionYears is how long after the end of an extended year no other may be extended.
	ExtensionYears law.History[int]
}

func enactedYears() YearFigures {
	year, first, by := act2014.At("ss. 77(2), (7), 78(6)", "section/77"), act2014.At("s. 77(2)", "section/77"), order2011.At("art 5", "article/5")
	return YearFigures{
		FirstYearOver:  law.Since("society.first_year_over", "months, to be exceeded", at(start2012, 6, by), at(start2014, 6, first)),
		LongestYear:    law.Since("society.longest_year", "months, at most", at(start2012, 18, by), at(start2014, 18, year)),
		ExtensionYears: law.Since("society.extension_years", "years after the end of a year that was extended", at(start2012, 5, by), at(start2014, 5, year)),
	}
}

var (
	firstYearSpan = rule{
		Code: FirstYearLength, Provision: act2014.At("s. 77(2)", "section/77"),
		Says: "The first year of account of a society registered on or after 8 January 2012 is a period of more than six months, but not more than 18, " +
			"that begins with the date of registration.",
		InForce: from2014, Event: yearEnds, Applies: firstSince2012, Check: firstYearLong,
		Remedy: "Make up the first accounts to the accounting reference date that falls within the time.",
	}
	referenceEnd = rule{
		Code: YearEndNotReference, Provision: act2014.At("s. 77(2)-(5)", "section/77"),
		Says: "A year of account of a society registered on or after 8 January 2012 ends with its accounting reference date: the last day of the month in which " +
			"the anniversary of registration falls, unless a notice to the registrar specifies another.",
		InForce: from2014, Event: yearEnds, Applies: yearSince2012, Check: endsOnReference,
		Remedy: "Make up the accounts to that date, or give the registrar notice of another.",
	}
	balanceEnd = rule{
		Code: YearEndNotBalance, Provision: act2014.At("s. 78(2)-(4)", "section/78"),
		Says: "A year of account of a society registered on or before 7 January 2012 ends with the date of the last balance sheet published from 31 August to " +
			"31 January or, if none is, with 31 December, unless a notice to the registrar alters it.",
		InForce: from2014, Event: yearEnds, Applies: yearBefore2012, Check: endsOnBalance,
		Remedy: "Make up the accounts to that date, or give the registrar notice of another.",
	}
	lastYearEnd = rule{
		Code: LastYearNotInstrument, Provision: act2014.At("ss. 77(8), 78(7)", "section/77"),
		Says:    "The last year of account of a society dissolved by an instrument of dissolution ends with the date of the instrument.",
		InForce: from2014, Event: yearEnds, Applies: dissolvedInYear, Check: endsWithInstrument,
		Remedy: "Make up the last accounts to the date of the instrument.",
	}
)

var yearEndRules = law.Topic("years of account",
	under1965(firstYearSpan, FirstYearLength2012, act1965.At("s. 39B(4)", "section/39B"), start2012),
	exceptUnions(start2014, firstYearSpan),
	under1965(referenceEnd, YearEndNotReference2012, act1965.At("s. 39B(2)-(5), (7)", "section/39B"), start2012),
	exceptUnions(start2014, referenceEnd),
	under1965(balanceEnd, YearEndNotBalance1968, act1965.At("s. 39(2)-(3), from 2012 39A(3)-(6)", "section/39"), start1968),
	exceptUnions(start2014, balanceEnd),
	under1965(lastYearEnd, LastYearNotInstrument1965, act1965.At("s. 39(4), from 2012 39A(5), 39B(6)", "section/39"), start1965),
	exceptUnions(start2014, lastYearEnd),
)

// FirstYearEnd returns the day on which the first year of account of a society registered
// on or after 8 January 2012 ends, unless it gives notice of another; false for an earlier
// one, whose year its balance sheet ends. A society registered on 29 February has its
// anniversary on the last day of February.
func (f *Figures) FirstYearEnd(registered law.Date) (law.Date, bool) {
	over, most, ok := f.firstYearBounds(registered, registered)
	if !ok {
		return law.Date{}, false
	}
	for n := range 3 {
		if end := registered.AddMonths(12 * n).EndOfMonth(); end.After(over) && !end.After(most) {
			return end, true
		}
	}
	return law.Date{}, false
}

// firstYearBounds are the day that a first year must pass, and the last on which it may end.
func (f *Figures) firstYearBounds(start, on law.Date) (over, most law.Date, ok bool) {
	least, ok1 := f.FirstYearOver.At(on)
	longest, ok2 := f.LongestYearEnd(start, on)
	if !ok1 || !ok2 {
		return law.Date{}, law.Date{}, false
	}
	return law.MonthsBeginningWith(start, least.Value), longest, true
}

// LongestYearEnd returns the last day to which a year of account that began on a day may be
// extended by a notice given on another; false before 8 January 2012.
func (f *Figures) LongestYearEnd(start, given law.Date) (law.Date, bool) {
	months, ok := f.LongestYear.At(given)
	if !ok {
		return law.Date{}, false
	}
	return law.MonthsBeginningWith(start, months.Value), true
}

// NextReferenceDate returns the first accounting reference date, on or after a day, of a
// society registered on or after 8 January 2012 that has given no notice of another.
func NextReferenceDate(registered, onOrAfter law.Date) law.Date {
	years := onOrAfter.Year() - registered.Year()
	end := registered.AddMonths(12 * years).EndOfMonth()
	if end.Before(onOrAfter) {
		end = registered.AddMonths(12 * (years + 1)).EndOfMonth()
	}
	return end
}

// YearEndByBalanceSheet returns the day on which a year of account ends of a society
// registered before 8 January 2012, given the days to which the balance sheets were made up
// that it published from 31 August to 31 January (under the 1965 Act, to 31 March). Where
// the last of them is made up to a day outside that time it is 31 December; since 1 August
// 2014 that is doubtful, since the Act no longer says it, and certain is false.
func YearEndByBalanceSheet(start law.Date, sheets []law.Date, on law.Date) (end law.Date, certain bool) {
	from, to := relevantPeriod(start)
	december := to.AddMonths(-1)
	if len(sheets) == 0 {
		return december, true
	}
	last := slices.MaxFunc(sheets, law.Date.Compare)
	if last.Before(from) || last.After(to) {
		return december, on.Before(commenced2014)
	}
	return last, true
}

// relevantPeriod is from the 31 August after a year began to the 31 January after that.
func relevantPeriod(start law.Date) (from, to law.Date) {
	january, err := law.NewDate(start.Year()+1, time.January, 31)
	if err != nil {
		return law.Date{}, law.Date{}
	}
	if august := january.AddMonths(-5); august.After(start) {
		return august, january
	}
	return january.AddMonths(7), january.AddMonths(12)
}

// firstYear says whether the year is the society's first.
func (s *Society) firstYear() answer {
	a := s.Accounts.Ptr()
	if is := told(&a.First); is != untold {
		return is
	}
	registered, ok1 := s.Registered.Get()
	start, ok2 := a.Start.Get()
	switch {
	case !ok1 || !ok2:
		return untold
	case registered == start:
		return yes
	}
	return no
}

func yearSince2012(c *kase) bool {
	on, ok := registeredOfYear(c)
	return ok && c.Figures.choosesYear(on) && !lastYearEnds(c)
}

func yearBefore2012(c *kase) bool {
	on, ok := registeredOfYear(c)
	return ok && !c.Figures.choosesYear(on) && !lastYearEnds(c)
}

// choosesYear reports whether a society registered on a day has an accounting reference
// date: from the day on which first years got their bounds, 8 January 2012, in Northern
// Ireland 6 April 2018.
func (f *Figures) choosesYear(registered law.Date) bool {
	_, bounded := f.LongestYear.At(registered)
	return bounded
}

func registeredOfYear(c *kase) (law.Date, bool) {
	if !hasAccountYear(c) {
		return law.Date{}, false
	}
	return law.Need(c, &c.Subject.Registered, "registered")
}

// lastYearEnds takes a year that is not said to be the last for one that is not.
func lastYearEnds(c *kase) bool {
	last, _ := c.Subject.Accounts.Ptr().Last.Get()
	return last
}

func firstSince2012(c *kase) bool {
	if !yearSince2012(c) {
		return false
	}
	if c.Subject.firstYear() == untold {
		law.Need(c, &c.Subject.Accounts.Ptr().First, "accounts.first")
	}
	return c.Subject.firstYear() == yes
}

func firstYearLong(c *kase) {
	a := c.Subject.Accounts.Ptr()
	start, ok := law.Need(c, &a.Start, "accounts.start")
	registered, ok1 := c.Subject.Registered.Get()
	if !ok || !ok1 {
		return
	}
	if start != registered {
		c.Breach("accounts.start", "The first year starts on %s; it begins with the date of registration, %s.", start.Long(), registered.Long())
	}
	over, most, ok := c.Figures.firstYearBounds(registered, c.On)
	switch {
	case !ok:
		c.Unknown("figures.society.first_year_over", "How long may the first year of account be?")
	case !c.On.After(over):
		c.Breach("accounts.end", "The first year ends on %s; it must be longer, past %s.", c.On.Long(), over.Long())
	case c.On.After(most):
		c.Breach("accounts.end", "The first year ends on %s; it may end on %s at the latest.", c.On.Long(), most.Long())
	}
}

func endsOnReference(c *kase) {
	a := c.Subject.Accounts.Ptr()
	start, ok := law.Need(c, &a.Start, "accounts.start")
	registered, ok1 := c.Subject.Registered.Get()
	if !ok || !ok1 {
		return
	}
	want, found := c.Figures.FirstYearEnd(registered)
	if start != registered || !found {
		want = NextReferenceDate(registered, start)
	}
	if c.On != want {
		movedOr(c, want)
	}
}

// movedOr is a breach unless the registrar was told, or agreed, that the year end elsewhere.
func movedOr(c *kase, want law.Date) {
	moved, ok := law.Ask(c, &c.Subject.Accounts.Ptr().EndMoved, "accounts.end_moved",
		"Does a notice to the registrar that has effect, or did leave of the registrar, make the year end on another day?")
	if ok && !moved {
		c.Breach("accounts.end", "The year ends on %s; it must end on %s, since nothing moved it.", c.On.Long(), want.Long())
	}
}

// The doubt about a balance sheet made up to a day outside the time of publication.
const (
	madeUpOutside = "Does a balance sheet published from 31 August to 31 January, though made up to a day outside that time, end the year on that day?"
	december31    = "no, so that the year ends on 31 December"
	itsOwnDay     = "yes"
)

func endsOnBalance(c *kase) {
	a := c.Subject.Accounts.Ptr()
	start, ok := law.Need(c, &a.Start, "accounts.start")
	if moved, _ := a.EndMoved.Get(); !ok || moved {
		return
	}
	sheets, ok := law.Need(c, &a.BalanceSheets, "accounts.balance_sheets")
	if !ok {
		return
	}
	want, certain := YearEndByBalanceSheet(start, sheets, c.On)
	if !certain && c.Doubt(madeUpOutside, december31, itsOwnDay) == 1 {
		want = slices.MaxFunc(sheets, law.Date.Compare)
	}
	if c.On != want {
		movedOr(c, want)
	}
}

func dissolvedInYear(c *kase) bool {
	if !hasAccounts(c) || !c.Subject.Dissolution.Stated() {
		return false
	}
	last, ok := law.Need(c, &c.Subject.Accounts.Ptr().Last, "accounts.last")
	return ok && last
}

func endsWithInstrument(c *kase) {
	dated, ok := law.Need(c, &c.Subject.Dissolution.Ptr().Dated, "dissolution.dated")
	if ok && dated != c.On {
		c.Breach("accounts.end", "The last year ends on %s, and the instrument of dissolution is dated %s.", c.On.Long(), dated.Long())
	}
}
