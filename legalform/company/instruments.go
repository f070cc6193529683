package company

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite.
var (
	act2006    = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	rights2009 = law.Instrument{
		Title: "Companies (Shareholders' Rights) Regulations 2009 (SI 2009/1632)", Path: "uksi/2009/1632", AsMade: true,
	}
	buyback2013 = law.Instrument{
		Title: "Companies Act 2006 (Amendment of Part 18) Regulations 2013 (SI 2013/999)", Path: "uksi/2013/999", AsMade: true,
	}
	saving2007 = law.Instrument{
		Title: "Companies Act 2006 (Commencement No. 5, Transitional Provisions and Savings) Order 2007 (SI 2007/3495)", Path: "uksi/2007/3495", AsMade: true,
	}
	schemes2015 = law.Instrument{
		Title: "Companies Act 2006 (Amendment of Part 17) Regulations 2015 (SI 2015/472)", Path: "uksi/2015/472", AsMade: true,
	}
	societies2014 = law.Instrument{Title: "Co-operative and Community Benefit Societies Act 2014 (c. 14)", Path: "ukpga/2014/14"}
	reserves2008  = law.Instrument{
		Title: "Companies (Reduction of Share Capital) Order 2008 (SI 2008/1915)", Path: "uksi/2008/1915", AsMade: true,
	}
	model2008 = law.Instrument{Title: "Companies (Model Articles) Regulations 2008 (SI 2008/3229)", Path: "uksi/2008/3229"}

	// Cases have no address among the statutes.
	bushell  = law.Instrument{Title: "Bushell v Faith [1970] AC 1099 (HL)"}
	duomatic = law.Instrument{Title: "Re Duomatic Ltd [1969] 2 Ch 365"}
	pollCase = law.Instrument{Title: "Second Consolidated Trust Ltd v Ceylon Amalgamated Tea and Rubber Estates Ltd [1943] 2 All ER 567"}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the law of this package began.
const (
	startPart13    = "2007-10-01" // resolutions, meetings, ss. 154, 168, 239
	startSaving    = "2008-01-14" // the saving for casting votes
	startProfits   = "2008-04-06" // distributions, schemes
	startDuties    = "2008-10-01" // directors' duties, reductions by solvency statement
	startRights    = "2009-08-03" // meetings of which notice was given on or after it
	lastOldText    = "2009-08-02"
	startWhole     = "2009-10-01" // the rest of the Act, and the model articles
	startBuyback   = "2013-04-30"
	startSocieties = "2014-08-01"
	startSchemes   = "2015-03-04" // no reduction in a scheme of takeover
)

var (
	fromPart13  = since(startPart13)
	fromProfits = since(startProfits)
	fromDuties  = since(startDuties)
	fromRights  = since(startRights)
	fromWhole   = since(startWhole)
	fromSchemes = since(startSchemes)
	beforeRules = []law.Window{law.From(startPart13, law.UnitedKingdom).Until(lastOldText)}

	part13Day  = law.MustDate(startPart13)
	savingDay  = law.MustDate(startSaving)
	dutiesDay  = law.MustDate(startDuties)
	rightsDay  = law.MustDate(startRights)
	wholeOfAct = law.MustDate(startWhole)
)

// since gives one window for the whole kingdom.
func since(first string) []law.Window { return []law.Window{law.From(first, law.UnitedKingdom)} }

// sec cites a section of the Act by its pinpoint and its number.
func sec(pinpoint, number string) law.Provision { return act2006.At(pinpoint, "section/"+number) }

// Provisions that calculators cite on every call, so that citing them costs nothing.
var (
	s830 = sec("s. 830", "830")
	s831 = sec("s. 831", "831")
)
