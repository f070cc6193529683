// Package spinout is the way of a public service out of its parent body into a mutual: the
// case, and what each legal form would make of it.
//
// Most callers want Read, which reads a case file, and Compare, which drafts the body of
// each candidate form from the case, judges it on its first day, asks the form what it
// allows, and projects the years ahead under the case's assumptions, each year judged in
// that year. Forms are a list: a reform or a third party's form is one more column.
//
// A case may say what may turn out otherwise: contracts that are tendered, and drivers with
// their distributions. Comparison.Simulate then gives the odds beside each form's years, and
// Scenarios hands the case to simulate as it is.
//
// Every number of a case carries its source, or is marked an assumption; printing it
// prints which.
//
// The rights to request, provide and challenge, the gates and the contract routes are not
// modelled here yet.
package spinout
