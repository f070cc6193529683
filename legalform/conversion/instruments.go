package conversion

import "github.com/rochdale-go/rochdale/legalform/law"

// What the edges and bars cite.
var (
	cics2004 = law.Instrument{
		Title: "Companies (Audit, Investigations and Community Enterprise) Act 2004 (c. 27)", Path: "ukpga/2004/27",
	}
	cics2005 = law.Instrument{
		Title: "Community Interest Company Regulations 2005 (SI 2005/1788)", Path: "uksi/2005/1788", AsMade: true,
	}
	cics2009 = law.Instrument{
		Title: "Community Interest Company (Amendment) Regulations 2009 (SI 2009/1942)", Path: "uksi/2009/1942", AsMade: true,
	}
	cicGuidance   = law.Instrument{Title: "Regulator of Community Interest Companies, guidance"}
	societies1965 = law.Instrument{Title: "Industrial and Provident Societies Act 1965 (c. 12)", Path: "ukpga/1965/12"}
	societies2014 = law.Instrument{Title: "Co-operative and Community Benefit Societies Act 2014 (c. 14)", Path: "ukpga/2014/14"}
	societies1969 = law.Instrument{
		Title: "Co-operative and Community Benefit Societies Act (Northern Ireland) 1969 (c. 24)", Path: "apni/1969/24",
	}
	lock2006 = law.Instrument{
		Title: "Community Benefit Societies (Restriction on Use of Assets) Regulations 2006 (SI 2006/264)", Path: "uksi/2006/264", AsMade: true,
	}
	handbook = law.Instrument{
		Title: "FCA Handbook, guidance on the registration function under the 2014 Act (RFCCBS)",
		URL:   "https://www.handbook.fca.org.uk/handbook/RFCCBS",
	}
	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	charities2011 = law.Instrument{Title: "Charities Act 2011 (c. 25)", Path: "ukpga/2011/25"}
	scotland2005  = law.Instrument{Title: "Charities and Trustee Investment (Scotland) Act 2005 (asp 10)", Path: "asp/2005/10"}
	oscr          = law.Instrument{
		Title: "Scottish Charity Regulator, SCIOs: a guide",
		URL:   "https://www.oscr.org.uk/managing-a-charity/responsibilities-of-scios-and-other-legal-forms/scios-a-guide",
	}
	cios2017 = law.Instrument{
		Title: "Charitable Incorporated Organisations (Conversion) Regulations 2017 (SI 2017/1232)", Path: "uksi/2017/1232", AsMade: true,
	}
	creditUnions1979 = law.Instrument{Title: "Credit Unions Act 1979 (c. 34)", Path: "ukpga/1979/34"}
	building1986     = law.Instrument{Title: "Building Societies Act 1986 (c. 53)", Path: "ukpga/1986/53"}
	friendly1974     = law.Instrument{Title: "Friendly Societies Act 1974 (c. 46)", Path: "ukpga/1974/46"}
	friendly1992     = law.Instrument{Title: "Friendly Societies Act 1992 (c. 40)", Path: "ukpga/1992/40"}
	partners2000     = law.Instrument{Title: "Limited Liability Partnerships Act 2000 (c. 12)", Path: "ukpga/2000/12"}
	partners1890     = law.Instrument{Title: "Partnership Act 1890 (c. 39)", Path: "ukpga/Vict/53-54/39"}
	health2006       = law.Instrument{Title: "National Health Service Act 2006 (c. 41)", Path: "ukpga/2006/41"}
	academies2010    = law.Instrument{Title: "Academies Act 2010 (c. 32)", Path: "ukpga/2010/32"}
	gains1992        = law.Instrument{Title: "Taxation of Chargeable Gains Act 1992 (c. 12)", Path: "ukpga/1992/12"}
	contract         = law.Instrument{Title: "The members' contract, and the general law where it is silent"}
)

// checked is the day on which the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the law of this package began, and on which it gave way.
const (
	start1965     = "1966-01-01" // the 1965 Act
	start1969NI   = "1969-11-25" // the Act of 1969, at its passing
	start2018NI   = "2018-04-06" // the two kinds of it, by the Act of 2016
	startTurnout  = "2002-09-08" // the Industrial and Provident Societies Act 2002
	beforeTurnout = "2002-09-07"
	last1965      = "2014-07-31"
	start2014     = "2014-08-01"
	startCIC      = "2005-07-01"
	startCICNI    = "2007-04-06"
	lastOldCIC    = "2009-09-30"
	startNewCIC   = "2009-10-01" // and the whole of the Companies Act 2006
	startLock     = "2006-04-06"
	startLockNI   = "2006-07-31" // SR 2006/258
	startPart13   = "2007-10-01" // resolutions of companies under the Act of 2006
	beforePart13  = "2007-09-30"
	start2011     = "2012-03-14" // the Charities Act 2011
	startCIO      = "2013-01-02"
	startToCIO    = "2018-01-01" // ss. 228-234, by SI 2017/1230
	startSCIO     = "2011-04-01"
	startToSCIO   = "2012-01-01" // for companies and societies, as the regulator announced
	startUnions   = "1980-01-01" // a day by which the Act of 1979 was law
	startFriendly = "1976-01-01" // a day by which the Act of 1974 was law
	lastFriendly  = "1993-12-31"
	start1992     = "1994-01-01" // a day by which the Act of 1992 was law
	startBuilding = "1995-05-01" // the earliest text that was read
	startAcademy  = "2010-07-29" // by SI 2010/1937
	startExempt   = "2011-01-01" // academy proprietors exempt charities, by the same
	startTrusts   = "2014-04-06" // the employee-ownership reliefs
	startLLP      = "2001-04-06"
	startHealth   = "2007-03-01"
	startGuidance = "2015-12-01"
)

func since(day string, in law.Extent) []law.Window { return []law.Window{law.From(day, in)} }

func between(first, last string, in law.Extent) []law.Window {
	return []law.Window{law.From(first, in).Until(last)}
}
