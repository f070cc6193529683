// Package simulate steps an organisation through years ahead under assumptions: once, as
// they are assumed, or along very many paths on which what may turn out otherwise does.
//
// Project is the one path of what is assumed: each year's result goes through a policy under
// its form's limits, and the body with its payments is judged by every rule as at the day of
// the declaration. Simulate is what most callers want for odds: it runs paths of one
// scenario or several on the same draws, and tells by year the spread of cash, reserves and
// payments, and how likely it is that the body runs out of cash, loses a contract, has too
// few members or a quorum that is not met, and that a rule holds a payment back, and which.
// A reform is a scenario whose form has a figure changed. LargestShare and ReserveNeeded
// search for what keeps the odds of running out of cash under a limit.
//
// # What a year is
//
// Income by contract, up to the end of each and what its tender gives, and other income;
// costs, pay and what comes on top of both; what employees who leave cost; then the surplus
// and its payments (package surplus), the capital that comes and goes, and the cash. A
// year's payments are counted in the year for which they are declared. Assumptions lists
// what is known of each, and what may turn out otherwise by a Distribution with its source.
// CoOperatives is one that is ready: how the margins of co-operatives moved about their own
// averages in the accounts of 2011 to 2016 (Observed has more).
//
// # Two tiers of law
//
// What a path cannot change is judged once for each year, by Project. What it can, the
// limits on payments and the number of members, is counted on every path by the formulas of
// the forms themselves (law.Ceiling), or by asking the form where it has none. Path gives any
// path with every year judged by every rule, and tests hold the two to each other.
//
// # Chance
//
// The seed is required, and decides everything: a draw depends on it, on the number of the
// path, on the year and on the name of what is drawn, and on nothing else. Results are whole
// numbers, the same bytes for any number of workers and on any processor. SimulateRange
// runs a part of the paths, whose Tally is written as JSON and merged with the others'.
// Memory does not grow with the number of paths.
//
// A path is stopped when it is out of cash, and when an amount passes what can be reckoned
// with; both are counted. It then keeps what it has, and pays nothing more.
//
// Everything here is somebody's assumption: print it with its source. The odds are those of
// the model. They say nothing of what it leaves out: overdrafts that banks call in, debtors
// who do not pay, customers who come back, and law that is not yet made.
//
// Models are values; a Spec may be run from several goroutines at once.
package simulate
