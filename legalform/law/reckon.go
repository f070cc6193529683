package law

// How the law counts time. Each function is one rule of reckoning, with its authority; no
// caller adds days by hand.

// ClearDays returns the number of whole days between two dates, counting neither: a
// notice given on the 1st for a meeting on the 16th gives 14 clear days. It is negative
// where the second date is not after the first.
//
// Source: Re Hector Whaling Ltd [1936] Ch 208; for companies, Companies Act 2006 s. 360.
func ClearDays(given, meeting Date) int { return meeting.Sub(given) - 1 }

// AfterClearDays returns the first date that leaves n clear days after the given one.
//
// Source: as ClearDays.
func AfterClearDays(given Date, n int) Date { return given.AddDays(n + 1) }

// DaysFrom returns the last day of a period of n days "from", "after" or "of" an event:
// the day of the event is left out.
//
// Source: Lester v Garland (1808) 15 Ves 248.
func DaysFrom(event Date, n int) Date { return event.AddDays(n) }

// DaysBeginningWith returns the last day of a period of n days "beginning with" a day,
// which is the first of them.
//
// Source: Hare v Gocher [1962] 2 QB 641.
func DaysBeginningWith(first Date, n int) Date { return first.AddDays(n - 1) }

// MonthsFrom returns the last day of a period of n months "from" or "after" an event: the
// corresponding date, or the last day of a month that has none.
//
// Source: Dodds v Walker [1981] 1 WLR 1027 (HL); a month is a calendar month by the
// Interpretation Act 1978 Sch 1.
func MonthsFrom(event Date, n int) Date { return event.AddMonths(n) }

// MonthsBeginningWith returns the last day of a period of n months "beginning with" a
// day: the day before the corresponding date, so that seven months beginning with 1 March
// end on 30 September. A first day that the last month lacks (31 August and six months)
// gives the last day of that month.
//
// Source: Hare v Gocher [1962] 2 QB 641 for the first day, Dodds v Walker for the month.
func MonthsBeginningWith(first Date, n int) Date {
	corresponding := first.AddMonths(n)
	_, _, want := first.Civil()
	if _, _, got := corresponding.Civil(); got != want {
		return corresponding
	}
	return corresponding.AddDays(-1)
}

// MonthsAfterEnd returns the last day of a period of n months "beginning immediately
// after" the end of a day, such as the seven months a society has for its annual return.
// It is MonthsBeginningWith the next day.
func MonthsAfterEnd(last Date, n int) Date { return MonthsBeginningWith(last.AddDays(1), n) }

// TaxYearStart returns the 6 April on or before d.
//
// Source: Taxation of Chargeable Gains Act 1992 s. 288 and Income Tax Act 2007 s. 4.
func TaxYearStart(d Date) Date {
	if d.IsZero() {
		return Date{}
	}
	y := d.Year()
	start := civil(y, 4, 6)
	if d.Before(start) {
		if y == 1 {
			return Date{}
		}
		start = civil(y-1, 4, 6)
	}
	return start
}
