// Package spinout is the way of a public service out of its parent body into a mutual: the
// case, and what each legal form would make of it.
//
// Most callers want Read, which reads a case file, and Compare, which drafts the body of
// each candidate form from the case, judges it on its first day, asks the form what it
// allows, and projects the years ahead under the case's assumptions, each year judged in
// that year. Forms are a list: a reform or a third party's form is one more column.
//
// Every number of a case carries its source, or is marked an assumption; printing it
// prints which.
//
// The rooms under this package hold the story: lifecycle (the states of a case, its gates, and
// its log of events), evidence (published counts, rates and parameters) and pathfinder (what
// became of the pathfinders).
//
// The rights to request, provide and challenge and the contract routes are not modelled here
// yet.
package spinout
