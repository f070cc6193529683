package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Rules returns every rule of the package, in the order of the law: what a company is and
// says, how it begins, what it may pay, what it reports, and how it ends. The table is
// built once and read-only.
func Rules() *law.Rules[Company, Figures] { return all }

var all = join(
	typesTable, namesTable, articlesTable, boardTable, lockedBodyTable, communityTable,
	formationTable, conversionTable, objectsTable,
	dividends, interest, capital, transfers,
	reportTable,
	windingUp, leavingTable, leavingOtherTable, supervisionTable, appealTable,
)

func join(first *law.Rules[Company, Figures], rest ...*law.Rules[Company, Figures]) *law.Rules[Company, Figures] {
	for _, r := range rest {
		first = first.With(r)
	}
	return first
}
