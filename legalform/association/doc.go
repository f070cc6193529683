// Package association models how people decide who are joined by contract: unincorporated
// associations, partnerships and limited liability partnerships (LLPs). What the members
// have agreed governs; the rules here are what holds where they have agreed nothing.
//
// The law is the Partnership Act 1890, in force from 1 January 1891 in the United Kingdom;
// the Limited Liability Partnerships Act 2000 and regulations 7 and 8 of the Limited
// Liability Partnerships Regulations 2001, in force from 6 April 2001 in Great Britain; and,
// for associations, the general law of contract, whose rows have the weight of own rules.
// It is read as at 23 November 2026. An association that is a charity has the powers of
// package charity besides.
//
// Whether a majority of the partners means of all of them, or of those who vote, has
// seldom been litigated. All of them is the better view; where the other would give another
// answer the rule is unknown and tells both.
//
// Not covered: liability, agency, dissolution, insolvency, accounts, limited partnerships,
// and LLPs in Northern Ireland.
//
// Most callers want Rules and its Judge, which judges an Association, with one decision put
// to it, as at a date, or Majority, which says what a decision needs. An Association is
// facts: its zero value states nothing, and judging it answers unknown, naming what is
// missing. UnincorporatedAssociation, GeneralPartnership and LimitedLiability are forms of
// the catalogue. Everything here is a value or read-only once built, and safe for concurrent use.
package association
