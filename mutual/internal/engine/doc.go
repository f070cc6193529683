// Package engine is the arithmetic under Monte Carlo runs: draws, tables, blocks of paths,
// tallies and workers. It knows nothing of law, of forms, or of what a year is.
//
// A draw is a function of a Key (seed, variable, year) and of the number of its path, and of
// nothing that was drawn before. So a further variable shifts no other's draws, and path 7
// alone is path 7 of a million. A Table turns a draw into a value by integers only. Paths
// are worked in blocks of Width, side by side; Run hands chunks of blocks to workers, each
// with an accumulator of its own. Whatever is accumulated is whole numbers, whose sums do
// not depend on their order: results are the same bytes for one worker and for sixteen.
//
// Rates are whole numbers of parts per million (ppm). Floating point is used only to fill
// a table, with +, -, *, / and square roots that no processor may fuse or replace, and for
// what is printed at the end; so tables agree on every processor.
//
// Memory is what the accumulators take: it does not grow with the number of paths.
//
// Keys and tables are values, safe for concurrent use. Tallies are not: a worker has its
// own, and they are merged afterwards.
package engine
