// Package rochdale is the map of a library that models mutual governance and legal forms
// under the law of the United Kingdom, point in time.
//
// What you want to know, and the package that answers:
//
//	May this community interest company declare this dividend?     legalform/cic
//	Is this society lawful; may it convert, merge, pay this?       legalform/society
//	Does this company meet the rules of an employee trust; how
//	much of a bonus to employees is exempt from tax?               legalform/employee
//	Was this company's resolution passed, its meeting called well? legalform/company
//	How do charities, associations, foundation trusts, credit
//	unions, building and friendly societies decide?                legalform/charity,
//	                                         association, publicbody, financialmutual
//	Which forms are there, and what are their rules and figures?   legalform
//	Which forms fit what founders require, and what excludes the
//	others? What may a form pay, and by which rule?                legalform (Choose, Payments)
//	What can this form become, and by which steps?                 legalform/conversion
//	Which form does this company number or register code mean?     legalform/register
//	Did this vote carry? Was the meeting quorate?                  governance
//	Who can carry or block one; how likely is a quorum?            governance/power
//	Who is elected by these ballots, and in which stages?          governance/election
//	Is this organisation's file lawful on a date?                  mutual
//	Who gets what of this surplus, down to each member?            mutual/surplus (Settle)
//	Where would ten years under this form leave us?                mutual/simulate
//	What if a figure of the law were another?                      legalform (WithFigure), examples/reform
//	How likely is it to run out of cash, lose its contract, be held
//	back by a cap; what would each group get, form by form?        mutual/simulate (Simulate),
//	                                         mutual/spinout (Case.Scenarios)
//	Which form should this spin-out of a public service take?      mutual/spinout
//	Who may ask for a service, of whom, and by when?               mutual/spinout/right
//	Is this body a public service mutual, by either test?          mutual/spinout/psm
//	May this contract be reserved for it; how long; when again?    mutual/spinout/route
//	What must be minded when staff move to it?                     mutual/spinout/transfer
//	Where does this spin-out stand; can that have happened?        mutual/spinout/lifecycle
//	What became of the pathfinders?                                mutual/spinout/pathfinder
//	How many mutuals were there, by which count?                   mutual/spinout/evidence
//	What would many spin-outs come to; what would a million take?  mutual/programme
//	How are dates, provisions, figures, rules and reports made?    legalform/law
//
// Imports run one way, each package using only those before it:
//
//	law < governance < election, power and the families < legalform < mutual < surplus < simulate < spinout
//	< programme
//
// Every finding cites its provision, is dated, explains itself and offers a remedy. A fact
// that is not stated makes a rule unknown, never met; law that is itself in doubt does the
// same, and a calculator then says which reading its provisional amount assumes. What is
// modelled, and what is not and why, is listed in legalform/COVERAGE.md.
//
// The library never drafts a document, runs a live ballot or keeps books.
//
// It is not legal advice.
package rochdale
