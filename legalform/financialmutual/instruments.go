package financialmutual

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite.
var (
	act1979       = law.Instrument{Title: "Credit Unions Act 1979 (c. 34)", Path: "ukpga/1979/34"}
	act2014       = law.Instrument{Title: "Co-operative and Community Benefit Societies Act 2014 (c. 14)", Path: "ukpga/2014/14"}
	act1986       = law.Instrument{Title: "Building Societies Act 1986 (c. 53)", Path: "ukpga/1986/53"}
	act1992       = law.Instrument{Title: "Friendly Societies Act 1992 (c. 40)", Path: "ukpga/1992/40"}
	act1974       = law.Instrument{Title: "Friendly Societies Act 1974 (c. 46)", Path: "ukpga/1974/46"}
	act1896       = law.Instrument{Title: "Friendly Societies Act 1896 (c. 25)", Path: "ukpga/Vict/59-60/25"}
	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	ownRules      = law.Instrument{Title: "The society's own rules"}
	ownArticles   = law.Instrument{Title: "The insurer's own articles"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days from which the rules are kept.
const (
	// start1979 is the day on which the Act of 1979 began, but for s. 3(2)-(3) and s. 15 (SI 1979/936).
	start1979 = "1979-08-20"
	start2014 = "2014-08-01"
	// start2687 is the end of two months that begin with 8 November 2011, on which SI 2011/2687
	// was made, and last1979 the day before.
	start2687 = "2012-01-08"
	last1979  = "2012-01-07"
	// start1986 is the day of the earliest text of para 30 that was read.
	start1986 = "1995-05-01"
	// passed1997 is the day of the Building Societies Act 1997, whose changes of Sch 2 as read
	// leave the fifth of para 30(2) alone; by read2000 it was half.
	passed1997 = "1997-03-21"
	read2000   = "2000-11-22"
	start1992  = "1994-01-01" // a day by which the Act of 1992, begun in stages, was law
	start1896  = "1897-01-01"
	last1896   = "1974-07-30" // the day before the Act of 1974 was passed
	// start1974 is a day by which the Act of 1974, begun by order, was law; it gave way to the
	// Act of 1992 for the resolutions of friendly societies.
	start1974 = "1976-01-01"
	last1974  = "1993-12-31"
	startS283 = "2007-10-01" // s. 283 of the Companies Act 2006
	ended1896 = "replaced by the Friendly Societies Act 1974, which asks for one meeting"
)

func from(day string, in law.Extent) []law.Window { return []law.Window{law.From(day, in)} }

func at[T any](day string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(day), Value: value, By: by, Checked: checked}
}
