// Package employee models the company controlled by an employee-ownership trust: whether
// relief is due on a disposal to the trustees, and kept; whether they have control, are
// independent, and let everybody employed benefit on the same terms; whether too many of
// those employed are owners or their kin; and how much of a bonus is free of income tax.
//
// The law is that of disposals to employee-ownership trusts (Taxation of Chargeable Gains
// Act 1992 ss. 236H to 236U, for disposals from 6 April 2014, as amended by the Finance Acts
// 2025 and 2026), of the relief for the trustees' acquisition costs (Income Tax (Trading and
// Other Income) Act 2005 s. 401ZA), of gifts to trusts for employees (Inheritance Tax Act
// 1984 ss. 13A, 28, 28A, 75, 75A and 86) and of the exemption of qualifying bonus payments
// (Income Tax (Earnings and Pensions) Act 2003 s. 312A, for payments received from 1 October
// 2014) with what makes a bonus a qualifying one (ss. 312B to 312I), read as at 23 November
// 2026 in the Schedules and sections that inserted them; of the limits of share plans (the
// same Act Schs 2 to 5) and of employee shareholders; of the informing and consulting of
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
// # One day and many
//
// A Company is facts as at a day, and the rules judge it: what a requirement that is not met
// that day does to the relief is said in the message. A Timeline is a log over years; its
// Replay judges every day by the same rules, and says when each requirement was met, lost
// and regained, and whether the relief on each disposal was refused, withdrawn, or followed
// by a deemed disposal. A requirement that fails in the tax year of the disposal is not met;
// one that fails later is a disqualifying event. The two are never the same.
//
// # What is not covered
//
// The amounts available to equity holders, the value of shares and the residence of a body
// of trustees are facts, as are reasonable steps, what is substantial and who is connected
// with whom. Losses, the basic rate band and other gains of the year are left to whoever
// works out the tax. HMRC reads s. 236J(6)(b) as if it spoke of beneficial entitlement, so
// that trustees are no participators by what they hold as trustees, and so does this
// package. COVERAGE.md beside the legalform package lists every provision and what became
// of it.
//
// # Use
//
// Most callers want TrustCompany, the form, and its Judge, which judges a Company as at a
// date; Timeline.Replay, for a log; and Relieve, for the relief in money. WithdrawalWindow
// and ConsequenceOf say what an event does on a day, DisposeAtMarketValue works out a deemed
// disposal and RelieveCosts the relief for acquisition costs. DesignBonus works a bonus out,
// QualifyingBonus judges its award, DeriveBonus takes from the log and the award what follows
// from them, ExemptBonus says how much of each bonus is exempt, FractionOf who was counted in the participator fraction,
// EligibleEmployees who is eligible, and Formula and Pool share money out so that the
// equality requirement is met. A Company is facts: its zero value states nothing, and
// judging it answers unknown, naming what is missing.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package employee
