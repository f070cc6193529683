package society

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite. The Regulations of 2006 are published only as they were made; the one
// amendment that matters here, of the definition of a registered social landlord (SI
// 2010/671 Sch 1 para 64), is told where the definition is used.
var (
	act2014 = law.Instrument{
		Title: "Co-operative and Community Benefit Societies Act 2014 (c. 14)", Path: "ukpga/2014/14",
	}
	act1965 = law.Instrument{
		Title: "Industrial and Provident Societies Act 1965 (c. 12)", Path: "ukpga/1965/12",
	}
	act1968 = law.Instrument{
		Title: "Friendly and Industrial and Provident Societies Act 1968 (c. 55)", Path: "ukpga/1968/55",
	}
	act1975 = law.Instrument{
		Title: "Industrial and Provident Societies Act 1975 (c. 41)", Path: "ukpga/1975/41",
	}
	act2003 = law.Instrument{
		Title: "Co-operatives and Community Benefit Societies Act 2003 (c. 15)", Path: "ukpga/2003/15",
	}
	act2002 = law.Instrument{
		Title: "Industrial and Provident Societies Act 2002 (c. 20)", Path: "ukpga/2002/20",
	}
	order1981 = law.Instrument{
		Title: "Industrial and Provident Societies (Increase in Shareholding Limit) Order 1981 (SI 1981/395)", Path: "uksi/1981/395", AsMade: true,
	}
	order1994 = law.Instrument{
		Title: "Industrial and Provident Societies (Increase in Shareholding Limit) Order 1994 (SI 1994/341)", Path: "uksi/1994/341", AsMade: true,
	}
	order1996 = law.Instrument{
		Title: "Deregulation (Industrial and Provident Societies) Order 1996 (SI 1996/1738)", Path: "uksi/1996/1738", AsMade: true,
	}
	order2006 = law.Instrument{
		Title: "Friendly and Industrial and Provident Societies Act 1968 (Audit Exemption) (Amendment) Order 2006 (SI 2006/265)", Path: "uksi/2006/265", AsMade: true,
	}
	order2010 = law.Instrument{
		Title: "Housing and Regeneration Act 2008 (Consequential Provisions) Order 2010 (SI 2010/866)", Path: "uksi/2010/866", AsMade: true,
	}
	order2011 = law.Instrument{
		Title: "Legislative Reform (Industrial and Provident Societies and Credit Unions) Order 2011 (SI 2011/2687)", Path: "uksi/2011/2687", AsMade: true,
	}
	order2014 = law.Instrument{
		Title: "Industrial and Provident Societies (Increase in Shareholding Limit) Order 2014 (SI 2014/210)", Path: "uksi/2014/210", AsMade: true,
	}
	order2018 = law.Instrument{
		Title: "Co-operative and Community Benefit Societies Act 2014 (Amendments to Audit Requirements) Order 2018 (SI 2018/322)", Path: "uksi/2018/322", AsMade: true,
	}
	regs2006 = law.Instrument{
		Title: "Community Benefit Societies (Restriction on Use of Assets) Regulations 2006 (SI 2006/264)", Path: "uksi/2006/264", AsMade: true,
	}
	act2023 = law.Instrument{
		Title: "Co-operatives, Mutuals and Friendly Societies Act 2023 (c. 23)", Path: "ukpga/2023/23",
	}
	insolvency2014 = law.Instrument{
		Title: "Co-operative and Community Benefit Societies and Credit Unions (Arrangements, Reconstructions and Administration) Order 2014 (SI 2014/229)",
		Path:  "uksi/2014/229",
	}
	parts2003 = law.Instrument{
		Title: "Insolvency Act 1986 (Prescribed Part) Order 2003 (SI 2003/2097)", Path: "uksi/2003/2097", AsMade: true,
	}
	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	// The fees rules are the Handbook's, made under the Financial Services and Markets Act 2000.
	feesRules = law.Instrument{
		Title: "Unauthorised Mutuals Registration Fees Rules (FCA Handbook, FEES App 1)",
		URL:   "https://www.handbook.fca.org.uk/handbook/FEES/App/1",
	}
	guidance = law.Instrument{
		Title: "Guidance on the FCA's registration function under the 2014 Act (FG15/12, November 2015), now the Handbook's RFCCBS",
		URL:   "https://www.handbook.fca.org.uk/handbook/RFCCBS",
	}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the law of this package began.
const (
	start1965      = "1966-01-01" // the 1965 Act
	last1965       = "2014-07-31"
	start2014      = "2014-08-01" // the 2014 Act
	start1994      = "1994-03-15" // the order of 1994, of which more than the figure matters
	startOrder2014 = "2014-04-06" // the order of 2014
	startFees      = "2012-07-01" // the fees rules in their present form
	startCharity   = "2004-04-01" // s. 2 of the Act of 2003 (SI 2003/2678 art 2(1))
	startLock      = "2006-04-06" // the Regulations of 2006
	startGuidance  = "2015-12-01" // the guidance of November 2015, whose day is not known
	start1968      = "1969-01-01" // the 1968 Act, for years of account beginning from then on
	start1996      = "1996-09-01" // the Order of 1996
	start2012      = "2012-01-08" // the Order of 2011
)

var (
	from2014 = []law.Window{law.From(start2014, law.GreatBritain)}
	fromLock = []law.Window{law.From(startLock, law.GreatBritain)}
	// fromGuidance is from the guidance of November 2015 on.
	fromGuidance = []law.Window{law.From(startGuidance, law.GreatBritain)}
	// always is from the 1965 Act on, for what both Acts share.
	always = []law.Window{law.From(start1965, law.GreatBritain)}

	commenced2014 = law.MustDate(start2014)
	commencedLock = law.MustDate(startLock)

	commencedOrder2014 = law.MustDate(startOrder2014)
	commenced1968      = law.MustDate(start1968)
	commenced1996      = law.MustDate(start1996)
	commenced2012      = law.MustDate(start2012)
)

// Provisions that calculators cite on every call, so that citing them costs nothing.
var (
	applied1965 = act1965.At("Sch 1 para 12", "schedule/1")
	applied2014 = act2014.At("s. 14 item 12", "section/14")
	reg3        = regs2006.At("reg 3, Sch 1", "regulation/3")
	noProfit    = guidance.At("RFCCBS 5.1, on profits", "")
	byTrade     = guidance.At("RFCCBS 4, on member economic participation", "")
	declares    = guidance.At("on share interest", "")
)

// windows1965 is the windows of a rule of the 1965 Act that began on a day.
func windows1965(from string) []law.Window {
	return []law.Window{law.From(from, law.GreatBritain).Until(last1965)}
}

// under1965 is the row of the 1965 Act that a row of the 2014 Act restates: the same words
// and the same check, in force from a day until the 2014 Act took over.
func under1965(r rule, code law.Code, provision law.Provision, from string) rule {
	r.Code, r.Provision, r.Successor = code, provision, r.Code
	r.InForce = windows1965(from)
	return r
}
