package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// What the rules on form, standing, entry and exit cite.
var (
	order2007 = law.Instrument{
		Title: "Companies Act 2006 (Commencement No. 2, Consequential Amendments, Transitional Provisions and Savings) Order 2007 (SI 2007/1093)",
		Path:  "uksi/2007/1093", AsMade: true,
	}
	regs2012 = law.Instrument{
		Title: "Community Interest Company (Amendment) Regulations 2012 (SI 2012/2335)", Path: "uksi/2012/2335", AsMade: true,
	}
	societies2014Regs = law.Instrument{
		Title: "Co-operative and Community Benefit Societies and Credit Unions Act 2010 (Consequential Amendments) Regulations 2014 (SI 2014/1815)",
		Path:  "uksi/2014/1815", AsMade: true,
	}
	names2015 = law.Instrument{
		Title: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015 (SI 2015/17)",
		Path:  "uksi/2015/17",
	}
	cio2017 = law.Instrument{
		Title: "Charitable Incorporated Organisations (Conversion) Regulations 2017 (SI 2017/1232)", Path: "uksi/2017/1232", AsMade: true,
	}
	fees2024 = law.Instrument{
		Title: "Registrar of Companies (Fees) (Amendment) Regulations 2024 (SI 2024/155)", Path: "uksi/2024/155",
	}
	commissionPractice = law.Instrument{Title: "Charity Commission, practice on applications by community interest companies, 2018"}
	registrarFees      = law.Instrument{Title: "Registrar of Companies, published fees", URL: "https://www.gov.uk/government/publications/companies-house-fees"}
)

// substituted is the day on which the memorandum gave way to the articles and sections 36
// to 38A and 54 to 55A took their present form.
var substituted = law.MustDate("2009-10-01")

// mustBe breaches where a fact is not what it must be, and lacks it where it is not stated.
func mustBe(c *kase, f *law.Fact[bool], want bool, path, message string) {
	if got, ok := law.Need(c, f, path); ok && got != want {
		c.Breach(path, "%s", message)
	}
}
