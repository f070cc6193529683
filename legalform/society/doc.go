// Package society models co-operative societies and community benefit societies, and the
// industrial and provident societies they were until 2014: what may be registered, what a
// member may hold, withdraw and leave on death, how two meetings decide, what an asset
// lock allows, and what may be paid out of a surplus.
//
// The law is the Co-operative and Community Benefit Societies Act 2014, in force from
// 1 August 2014; before it the Industrial and Provident Societies Act 1965, in force from
// 1 January 1966, with its amendments; and the Community Benefit Societies (Restriction on
// Use of Assets) Regulations 2006, in force from 6 April 2006; all in Great Britain, read
// as at 23 November 2026. A rule of the 2014 Act and its twin in the 1965 Act are two rows
// of the table, the older naming the newer as its successor, so that a society is judged
// under the Act of the day. What only the registrar's guidance asks is a row of that
// weight, and no breach of it is unlawful; what only a society's own rules ask is judged
// where ShareTerms states them.
//
// Not covered: the contents of a society's rules, accounts and audit, the other ways to
// dissolve a society, arrangements with creditors, credit unions, the Channel Islands and
// Northern Ireland's own Act. COVERAGE.md beside the legalform package lists every
// provision and what became of it.
//
// Most callers want a form, CoOperative or CommunityBenefit, and its Judge, which judges a
// Society as at a date, or PaymentAllowance, which says how much of a payment a society
// may make and why; or, for members and their shares, PayQueue, Apportion, SharesRoom and
// NominationAllowance. A Society is facts: its zero value states nothing, and judging it
// answers unknown, naming what is missing. One act of each kind is put to a society (a
// resolution, a use of its assets, a distribution) and judged with it.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package society
