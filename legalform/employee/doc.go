// Package employee models the company controlled by an employee-ownership trust: whether
// the trustees have control, whether everybody employed benefits on the same terms, whether
// too many of those employed are owners or their kin, and how much of a bonus is free of
// income tax.
//
// The law is that of the controlling interest, equality and limited participation
// requirements (Taxation of Chargeable Gains Act 1992 ss. 236K, 236M, 236N and 236T, for
// disposals from 6 April 2014) and of the exemption of qualifying bonus payments (Income
// Tax (Earnings and Pensions) Act 2003 s. 312A, for payments received from 1 October 2014),
// all inserted by the Finance Act 2014 Sch 37 and read as at 23 November 2026; of what makes
// a bonus a qualifying one (ss. 312B to 312I); of the limits of share plans (the same Act
// Schs 2 to 5) and of employee shareholders; and of the informing and consulting of
// employees in Great Britain (SI 2004/3426, from 6 April 2005); with the one rule of company
// law that bounds a dividend (Companies Act 2006 s. 830, before it Companies Act 1985 s.
// 263). Forms of ownership, councils and boards of trustees are practice, and described as
// that (Structure, Partnership).
//
// # What a breach means here
//
// The requirements of a relief are not prohibitions. A company whose trustees hold half of
// its shares breaks no law: it, its seller or its staff lose a relief. Such rules bear the
// weight of statute, since a statute makes the requirement, and they say that the
// requirement "is not met" and never that something is unlawful. Report.Err therefore lists
// the statutory requirements that failed. ConditionOfRelief tells a requirement from a
// prohibition, and Unlawful keeps of a report only the prohibitions.
//
// # What is not covered
//
// The claim and its amount, the trading requirement, the rest of the all-employee benefit
// requirement, the trustees' independence and residence, the consideration, the withdrawal
// of relief and deemed disposals (ss. 236H to 236J, 236L, 236LA, 236O to 236S), and
// inheritance tax. What is judged of s. 236M is whether the trustees have control on a date,
// not whether they had it at the times that s. 236H(4)(c) names. COVERAGE.md beside the
// legalform package lists every provision and what became of it.
//
// # Use
//
// Most callers want TrustCompany, the form, and its Judge, which judges a Company as at a
// date; DesignBonus works a bonus out, QualifyingBonus judges its award, ExemptBonus says how
// much of each bonus is exempt, FractionOf who was counted in the participator fraction, and
// Formula and Pool share money out so that the equality requirement is met. A Company is
// facts: its zero value states nothing, and judging it answers unknown, naming what is
// missing.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package employee
