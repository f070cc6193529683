// Package election counts elections: ballots in, and a count sheet out that anyone can
// check. It reads ballots from a file or a register, counts them by a named and published
// rule, and gives every stage of the count, the ties and how they were broken.
//
// Most callers want ReadBLT, which reads the usual file of ballots, and Count, which takes
// the ballots, a rule and Options and gives a Result:
//
//	ballots, err := election.ReadBLT(file, election.Reading{})
//	result, err := election.Count(ballots, election.FPTP(), election.Options{})
//
// # Rules
//
// A Rule is a value: its name, its source and, in the fields of its own type, parameters
// that a caller may vary; the result then says which were. Rules lists them, Lookup finds
// one by its name on the command line. Where the text of a rule is in doubt, the doubt is a
// parameter with a stated default.
//
// The transferable rules are of four families, by how a surplus passes on: Inclusive, by all
// papers at parts of their values (Scottish, WIGM); Exclusive, by the last batch (ERS97,
// NorthernIreland); Ordered, by whole papers (Irish); Australian, by one fraction for all
// (Senate, HareClark). AV excludes only.
//
// The rules of Inclusive and Exclusive also count again to fill a casual vacancy, and under
// bounds on how many of a group are elected: see Vacancy and Reservation, which are among the
// Options. CountEach counts constituencies.
//
// # Audit
//
// NewAudit makes the record from which anybody can count again, to the same bytes: the hash
// of the ballots, the rule with its parameters, the lot, and what was filled or reserved.
// AuditEach makes those of constituencies.
//
// # Figures
//
// All arithmetic is on whole numbers of the rule's own Unit, the smallest part of a vote
// that it knows; nothing is a float, and nothing is rounded but where the rule says so. In
// a transferable count the votes of all candidates and the non-transferable add up to the
// valid total at every stage, and are checked to as the count runs.
//
// Where papers weigh parts of a vote, a paper of weight 2.5 counts exactly as 25 papers of a
// tenth of a vote: the unit of the count is that of the rule with the places of the weights.
// No statute foresees such papers.
//
// # Ties
//
// A tie is broken by the history of the count where the rule has such a step, and then only by
// lot: an order of candidates drawn in public, or drawn from a seed by LotOrder. Without
// either, Count refuses with a *LotNeeded that names the candidates. A lot that was given
// is recorded in the result, and so is every tie.
//
// # Order
//
// Equal papers are merged as they are read. The order of papers changes nothing, and nor does
// the number of workers, but for rules that say that order matters: those take only
// ballots that were told to keep it.
//
// Candidates are named by number, from 1, in the order of the ballot paper. Ballots and
// results are safe for concurrent use once built.
package election
