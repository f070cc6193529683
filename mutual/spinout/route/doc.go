// Package route holds the ways by which a public service mutual comes by a contract, in
// England and by date: Part B services, the light-touch regime, contracts reserved under
// regulation 77 of the Public Contracts Regulations 2015 and under sections 32 and 33 of the
// Procurement Act 2023, companies of the authority's own, provider selection in the National
// Health Service, and grants.
//
// Most callers want Routes, which says which of them are there on a day and what each asks,
// and MayReserve, which says whether a contract may be reserved for bodies like a bidder, for
// how long, and when for that bidder again. What governs a contract is the day on which its
// procurement began: one that began before 24 February 2025 goes on under the older law.
//
// A reservation is no award. Those for whom it is made compete with one another, and one who
// does not qualify is left out: a bidder's breach of a condition is nothing unlawful.
//
// Services are known by their codes of the Common Procurement Vocabulary. Those that may be
// reserved are read from the two lists, of 2015 and of 2024; whether the codes of the first
// cover those below them in the vocabulary is in doubt.
//
// The law covered: SI 2006/5 and SI 2015/102 as far as named here, the Procurement Act 2023
// with SI 2024/692 (the Act as at 12 March 2024), SI 2023/1348 reg 6, and section 1 of the
// Public Services (Social Value) Act 2012. Not covered: thresholds in money, notices and
// remedies, frameworks, the other processes of provider selection in full, contracts between
// authorities, and other parts of the kingdom.
//
// Values are read-only once built and safe for concurrent use.
package route
