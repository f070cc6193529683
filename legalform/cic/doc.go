// Package cic models the community interest company: what its articles and name must say,
// how it is formed, becomes and ceases to be one, and what it may pay out.
//
// The law is Part 2 of the Companies (Audit, Investigations and Community Enterprise) Act
// 2004 and the Community Interest Company Regulations 2005 with their amendments, in force
// in Great Britain from 1 July 2005 and in Northern Ireland from 6 April 2007, read as at
// 23 November 2026. Every rule is judged on the date of the event it governs (declaration,
// agreement, resolution, delivery), and every figure is a dated history.
//
// Not covered: the Companies Acts' own law of meetings, accounts and insolvency, except
// where a rule here cannot be stated without it; the Regulator's published guidance,
// except where a rule says so by its weight; and the tax of any of it. COVERAGE.md beside
// the legalform package lists every provision and what became of it.
//
// Most callers want DividendLimit, which says how much may be declared and why, and
// Rules or a form's Judge, which judge a Company as at a date. A Company is facts: its
// zero value states nothing, and judging it answers unknown, naming what is missing. One
// act at a time is put to a company (a dividend, a transfer of assets, a winding up) and
// judged with it.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package cic
