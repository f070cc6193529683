package right

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite. The two policies were never enacted: what is cited is what was
// published of them, or wrote of them.
var (
	localism2011 = law.Instrument{Title: "Localism Act 2011 (c. 20)", Path: "ukpga/2011/20"}
	contents2012 = law.Instrument{
		Title: "Community Right to Challenge (Expressions of Interest and Excluded Services) (England) Regulations 2012 (SI 2012/1313)",
		Path:  "uksi/2012/1313",
	}
	grounds2012 = law.Instrument{
		Title: "Community Right to Challenge (Fire and Rescue Authorities and Rejection of Expressions of Interest) (England) Regulations 2012 (SI 2012/1647)",
		Path:  "uksi/2012/1647",
	}
	lastWave    = law.Instrument{Title: "Department of Health, announcement of the third and last wave of the Right to Request, 17 November 2010"}
	requestWho  = law.Instrument{Title: "Pulse, report on the Right to Request", URL: "https://www.pulsetoday.co.uk/news/nhs-structures/right-to-request"}
	requestSays = law.Instrument{Title: "Millar, Hall and Miller, paper on the Right to Request (Voluntary Sector Studies Network, 2012)"}
	provideSays = law.Instrument{Title: "Department of Health, Right to Provide (page archived on 7 September 2011)"}
	knowledge   = law.Instrument{Title: "General knowledge of the scheme, not read in any source"}
	manifestos  = law.Instrument{Title: "Policy tracker, the right to mutualise of the manifestos of 2015 and 2017, marked not started in November 2019"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days between which the rights were open.
const (
	requestFirst  = "2008-01-01" // the year is known, not the day
	requestLast   = "2010-11-17" // the last wave
	provideFirst  = "2011-03-01" // the month is known, not the day
	provideLast   = "2011-12-31" // the last day for an expression of interest
	challengeFrom = "2012-06-27" // SI 2012/1313 reg 1, SI 2012/1647 reg 1
	exclusionLast = "2014-03-31" // SI 2012/1313 reg 4(2)
	textReadTo    = "2026-05-01" // the revision of the Localism Act that was read
)

var (
	inRequest   = []law.Window{law.From(requestFirst, law.England).Until(requestLast)}
	inProvide   = []law.Window{law.From(provideFirst, law.England).Until(provideLast)}
	inChallenge = []law.Window{law.From(challengeFrom, law.England)}
	inExclusion = []law.Window{law.From(challengeFrom, law.England).Until(exclusionLast)}
)

// section cites the Act.
func section(pinpoint, n string) law.Provision { return localism2011.At(pinpoint, "section/"+n) }
