// Package society models co-operative societies and community benefit societies, and the
// industrial and provident societies they were until 2014: what may be registered and when a
// registration ends, what the rules must say and how they are amended, what a member may
// hold, withdraw and leave on death, how two meetings decide, what an asset lock allows,
// what may be paid out of a surplus, and what accounts, audit and annual return a year
// needs.
//
// The law is the Co-operative and Community Benefit Societies Act 2014, in force from 1
// August 2014; before it the Industrial and Provident Societies Act 1965, in force from 1
// January 1966, with its amendments, and for accounts and audit the Friendly and Industrial
// and Provident Societies Act 1968, for years from 1 January 1969; and the Community Benefit
// Societies (Restriction on Use of Assets) Regulations 2006, in force from 6 April 2006; all
// in Great Britain, read as at 23 November 2026. A rule of the 2014 Act and its twin in the
// 1965 Act are two rows of the table, the older naming the newer as its successor, so that a
// society is judged under the Act of the day. What only the registrar's guidance asks is a
// row of that weight, and no breach of it is unlawful; nor is a breach of what only a
// society's own rules ask, or of practice. An assessment of how a society is run, of its
// co-operative identity, or of acts under model rules, is put to it like an act.
// Constitution gives ready constitutions for governance to hold meetings under.
//
// Resolutions are followed to their end: how they are voted, confirmed, signed, sent and
// registered, what an instrument of dissolution holds, when a society is no more, and the
// procedures short of winding up (SI 2014/229, from 6 April 2014). A date by which something
// must be done is a method of Figures, such as ResolutionDue.
//
// Northern Ireland has an Act of its own, the Co-operative and Community Benefit Societies Act
// (Northern Ireland) 1969, in force from 25 November 1969. Its societies are two more forms,
// CoOperativeNI and CommunityBenefitNI, with a table and figures (EnactedNI) of their own; what
// calculates with those figures cites that Act. The table holds only what was read of the
// Act: it is silent, among other things, on mergers, conversion, nominations, charges and
// insolvency, and on what an older society must go on to be since 6 April 2018.
//
// Not covered: the audit of years before 1969, what companies' insolvency law asks of a
// society as of any company, and the Channel Islands; nor credit unions, but where a rule of
// societies names them: the forms refuse one. COVERAGE.md beside
// the legalform package lists every provision and what became of it.
//
// Most callers want a form, CoOperative or CommunityBenefit, and its Judge, which judges a
// Society as at a date, or PaymentAllowance, which says how much of a payment a society may
// make and why. AuditNeeded says what audit a year needs and why, ReturnDue when its return
// is due; for members and their shares there are PayQueue, Apportion, SharesRoom and
// NominationAllowance. A Society is facts: its zero value states nothing, and judging it
// answers unknown, naming what is missing. One act of each kind is put to a society (a
// resolution, a use of its assets, a distribution) and judged with it; a rule book, a
// display of the name or the terms of the shares are judged where they are stated.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package society
