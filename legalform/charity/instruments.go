package charity

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules cite.
var (
	act2011       = law.Instrument{Title: "Charities Act 2011 (c. 25)", Path: "ukpga/2011/25"}
	act2022       = law.Instrument{Title: "Charities Act 2022 (c. 6)", Path: "ukpga/2022/6"}
	companies2006 = law.Instrument{Title: "Companies Act 2006 (c. 46)", Path: "ukpga/2006/46"}
	dissolution   = law.Instrument{
		Title: "Charitable Incorporated Organisations (Insolvency and Dissolution) Regulations 2012 (SI 2012/3013)", Path: "uksi/2012/3013",
	}
	lehtimaki = law.Instrument{Title: "Lehtimäki v Cooper [2020] UKSC 33"}
	modelCIO  = law.Instrument{
		Title: "Charity Commission, model constitution for a CIO with voting members other than its trustees",
		URL:   "https://www.gov.uk/government/publications/setting-up-a-charity-model-governing-documents",
	}
	modelFoundation = law.Instrument{
		Title: "Charity Commission, model constitution for a CIO whose only voting members are its trustees",
		URL:   "https://www.gov.uk/government/publications/setting-up-a-charity-model-governing-documents",
	}
	modelAcademy = law.Instrument{
		Title: "Department for Education, model articles of association for academy trusts (June 2021)",
		URL:   "https://www.gov.uk/government/publications/academy-model-memorandum-and-articles-of-association",
	}
	handbook = law.Instrument{
		Title: "Department for Education, Academy Trust Handbook",
		URL:   "https://www.gov.uk/guidance/academy-trust-handbook",
	}
)

// checked is the day the sources of this package were last read.
var checked = law.MustDate("2026-11-23")

// The days on which the law of this package began and ended.
const (
	start2006    = "2009-10-01" // s. 21 of the Companies Act 2006
	start2011    = "2012-03-14" // the Charities Act 2011
	startCIO     = "2013-01-02" // its Part 11
	startCharter = "2022-10-31" // s. 280C, by SI 2022/1109
	last2011     = "2024-03-06" // the last day of ss. 275 and 280, and of s. 227(2)
	start2022    = "2024-03-07" // ss. 1 to 3 of the Charities Act 2022
	startFiduc   = "2020-07-29" // the judgment
	startModel   = "2021-06-01" // the models of June 2021
)

func from(day string) []law.Window { return []law.Window{law.From(day, law.EnglandAndWales)} }

// before2022 is a window that the Act of 2022 closed.
func before2022(day string) []law.Window {
	return []law.Window{law.From(day, law.EnglandAndWales).Until(last2011)}
}

var sinceModel = []law.Window{law.From(startModel, law.England)}

func at[T any](day string, value T, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(day), Value: value, By: by, Checked: checked}
}

func ended[T any](day string, by law.Provision) law.Entry[T] {
	return law.Entry[T]{From: law.MustDate(day), By: by, Checked: checked, Is: law.Ended}
}
