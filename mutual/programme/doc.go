// Package programme is many spin-outs at once: cases arrive, wait for support that money and
// mentors ration, go on or fall by the way, launch, grow, meet re-tenders and end, month by
// month, and many runs of it give ranges and odds.
//
// Most callers want Simulate, on a Programme of their own or on one of Pathfinders, Ambition
// and History; Reach, which asks what of one lever at a time it would take for even odds of a
// number of workers by a month; Needed, which is that question by plain arithmetic; and
// Calibrate, which fits the rate of arrival to the counts of one definition and sets the
// result against those of the others.
//
// Parameters come from package evidence, with their ranges and sources. What the model adds
// to them is assumed, and Assumptions lists it.
//
// Results are whole numbers, the same bytes on any processor and for any number of workers; a
// draw depends on the seed, the run, the case and what is drawn, and on nothing before it, so
// that two programmes of one seed differ by what was changed and not by luck. The seed must
// be stated.
//
// Not modelled: sectors and legal forms apart, correlation of cuts, ballots (an override has
// its odds among the parameters, but how often a ballot says no is told nowhere), merging of
// mutuals, and mutuals that were never public.
package programme
