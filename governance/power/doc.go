// Package power says who can carry or block a vote, and how much each voter's votes are
// worth: the indices of Banzhaf, Shapley and Shubik, and Coleman, exactly; what changes when
// shares are issued, a class is given other votes or a board is composed anew; and how likely
// a meeting is to have a quorum.
//
// A share of the votes is not a share of the power: with 4, 4, 2 and 1 votes and a quota of 6,
// the last voter never decides. Most callers want Stand, which takes a governance.Constitution
// and what its register entitles members to, and says for a kind of resolution who can carry
// it, who can block it and by which smallest coalitions; or Game.Banzhaf and Game.Shapley for a
// list of weights. Compare sets two standings side by side.
//
// # What is exact
//
// Banzhaf and Shapley count with whole numbers and give fractions. They take the cheapest of three
// ways: a table of every weight below the quota; the binomial numbers of one large kind of
// player beside a few others; or, for up to some forty players with weights of any size, two halves
// that meet. Each costs memory and steps, and beyond Limits they refuse. Larger games are
// answered in floats with an error beside each figure: Game.Approximate, whose error is proved;
// Game.Oceanic, for a crowd of millions beside a few blocs, whose error is proved; and
// Game.Estimate, which draws at random from a given seed, with a confidence interval.
//
// Chances of turnout are floats, exact but for rounding: each is a sum of positive terms.
//
// # What is assumed
//
// In a Game everybody votes, for or against. Both indices treat players as strangers to each
// other: Banzhaf lets each vote either way at random, Shapley and Shubik let all orders of coming
// round be as likely. Neither knows who agrees with whom, and a chair's casting vote counts only
// on a board, where it is said who holds the chair.
//
// The zero Game has no players and is refused. Values are safe for concurrent use.
//
// The formulas are those of Banzhaf (Rutgers Law Review 19, 1965), Shapley and Shubik (American
// Political Science Review 48, 1954), Coleman (1971), and Milnor and Shapley for oceanic games
// (Mathematics of Operations Research 3, 1978).
package power
