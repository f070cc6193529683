// Package spinout is the way of a public service out of its parent body into a mutual: the
// case, and what each legal form would make of it; and the questions of right, contract and
// transfer on the way.
//
// For a case most callers want Read, which reads a case file, and Compare, which drafts the
// body of each candidate form from the case, judges it on its first day, asks the form what
// it allows, and projects the years ahead under the case's assumptions, each year judged in
// that year. Forms are a list: a reform or a third party's form is one more column.
//
// A case may say what may turn out otherwise: contracts that are tendered, and drivers with
// their distributions. Comparison.Simulate then gives the odds beside each form's years, and
// Scenarios hands the case to simulate as it is.
//
// Every number of a case carries its source, or is marked an assumption; printing it
// prints which.
//
// For a question of law most callers want ReadQuestion and its Answer. The rooms under this
// package hold the law: right (who may ask for a service, of whom, by when), psm (is a body a
// public service mutual), route (by what way it may come by a contract, and whether one may be
// reserved for it) and transfer (staff, pensions, VAT, tax, subsidy). Others hold the story:
// lifecycle (the states of a case, its gates and its log of events), evidence (published
// counts, rates and parameters) and pathfinder (what became of the pathfinders).
package spinout
