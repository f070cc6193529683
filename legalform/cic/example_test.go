package cic_test

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// May this company declare £8,000 on 1 March? What may it declare?
func Example() {
	figures := cic.Enacted()
	company := cic.Company{
		Type:     law.Known(cic.Schedule3),
		Articles: cic.Articles{PermitsDividends: law.Known(true), LockedBodies: law.Known([]cic.LockedBody{})},
		Dividend: law.Known(cic.Distribution{
			Declared: law.Known(law.MustDate("2026-03-01")), YearStart: law.Known(law.MustDate("2024-10-01")),
			Profits: law.Known(law.Pounds(20_000)), Resolution: law.Known(cic.OrdinaryResolution),
			CountedBefore: law.Known(law.Pence(0)), ExemptBefore: law.Known(law.Pence(0)),
			Portions: law.Known([]cic.Portion{{Amount: law.Known(law.Pounds(8_000)), Held: law.Known(cic.Privately)}}),
		}),
	}
	report := cic.Rules().Judge(&company, &figures, law.MustDate("2026-03-01"), law.England)
	fmt.Println("unlawful:", errors.Is(report.Err(), cic.OverAggregateCap))

	limit := cic.DividendLimit(&company, &figures)
	fmt.Println("allowed:", limit.Most, "by", limit.Provision)
	fmt.Print(limit.Working.String())
	// Output:
	// unlawful: true
	// allowed: £7,000.00 by regs 17(1)(c), 19, Community Interest Company Regulations 2005 (SI 2005/1788)
	// distributable profits: £20,000.00
	// aggregate dividend cap: 35%
	// most for the year: £7,000.00
	// less already declared and not exempt: £0.00
	// left of distributable profits: £20,000.00
}
