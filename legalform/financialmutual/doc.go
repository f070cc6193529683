// Package financialmutual models how the mutuals of finance decide: credit unions, building
// societies, friendly societies and mutual insurers. Each is a body of its own with a table
// of its own, since they share no Act; what they share is that a majority is counted of
// different things: of those present, of those voting, with or without a turnout of all.
//
// The law is the Credit Unions Act 1979 (Great Britain); the Building Societies Act 1986,
// Schedule 2, and the Friendly Societies Act 1992 (United Kingdom); the Co-operative and
// Community Benefit Societies Act 2014 for credit unions' mergers; and, for what is
// history, the Friendly Societies Act 1896. It is read as at 23 November 2026. Where an Act
// began in stages, or its first text was not read, a rule begins only on a day by which it
// was certainly law; instruments.go says which.
//
// Not covered: permission and prudential rules, lending and funding limits, common bonds,
// schemes of arrangement and Part VII transfers, accounts, Northern Ireland's and Ireland's
// credit unions (whose majority is of those present and voting), and the Friendly Societies
// Act 1974.
//
// Most callers want CreditUnionRules, BuildingSocietyRules, FriendlySocietyRules or
// InsurerRules and its Judge, which judges a body, with one resolution put to it, as at a
// date, or Majority, which says what a resolution needs. A body is facts: its zero value
// states nothing, and judging it answers unknown, naming what is missing. CreditUnionForm,
// BuildingSocietyForm and FriendlySocietyForm are forms of the catalogue; what such a body
// may pay is not modelled, and PaymentAllowance says so. Everything here
// is a value or read-only once built, and safe for concurrent use.
package financialmutual
