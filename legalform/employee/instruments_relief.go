package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// What the relief on disposals to an employee-ownership trust is cited from. The text of
// sections 236H to 236U was read in the Schedules that inserted and amended it.
var (
	fa2025    = law.Instrument{Title: "Finance Act 2025 (c. 8)", Path: "ukpga/2025/8"}
	fa2026    = law.Instrument{Title: "Finance Act 2026 (c. 11)", Path: "ukpga/2026/11"}
	ittoia    = law.Instrument{Title: "Income Tax (Trading and Other Income) Act 2005 (c. 5)", Path: "ukpga/2005/5"}
	iht1984   = law.Instrument{Title: "Inheritance Tax Act 1984 (c. 51)", Path: "ukpga/1984/51"}
	tma1970   = law.Instrument{Title: "Taxes Management Act 1970 (c. 9)", Path: "ukpga/1970/9"}
	hmrcGains = law.Instrument{Title: "HMRC Capital Gains Manual", URL: "https://www.gov.uk/hmrc-internal-manuals/capital-gains-manual"}
)

// The days on which the relief changed.
const (
	strictRegime = "2024-10-30" // Finance Act 2025 Sch 6 paras 2 to 6 and 9: disposals and distributions
	fullerClaims = "2025-04-06" // the same, para 7: claims
	halfRelief   = "2025-11-26" // Finance Act 2026 s. 35: disposals
)

// gains cites a section of the 1992 Act by its number and pinpoint.
func gains(pinpoint, section string) law.Provision { return tcga1992.At(pinpoint, "section/"+section) }
