// Package surplus turns a year's result into payments: an ordered waterfall that is data,
// with limits asked of the legal form, to the penny.
//
// A Policy says what a body would do, step by step: of what base, what share or amount, how
// much at least and at most, to whom, by which kinds of payment, and under what rule. The
// form says how much of it the law allows. What is refused is kept and reported, with the
// rule that refuses it and the most that is lawful; nothing is cut in silence. What is
// paid, the tax and what is kept add up to the result and what was drawn from reserves,
// always, a loss included.
//
// Most callers want Settle: a policy and a roll of members in, what each member gets and a
// Statement out. Distribute is the waterfall alone, for one year; For and Plan.Year put year
// after year through one policy and allocate nothing of their own. Plan.Statement is the
// outcome for readers, Outcome.ErrAt what is wrong in it. Ready holds policies to begin with:
// for forms of the United Kingdom, and foreign reserves that are labelled as not validated.
//
// # Steps
//
// The same policy serves every form: a step names several kinds of payment that would
// serve its purpose (interest on shares, or a dividend on them), and the first that the
// form allows at all is made. A step without kinds keeps the money, in a fund by name or
// in general. An earlier step has the better claim: no later one takes its money, nor the
// profits that it was limited by. Money comes out of the year; a step draws on a fund
// brought forward only where it says so, and no more than was there when the year began and
// the year's loss leaves. An indivisible fund is never drawn on. A step names a fund that some
// step fills or that the policy declares; another name is an error, not an empty fund.
//
// Order is the body's own choice and no statute's. Corporation tax is worked out at a rate
// that the policy gives, on the result less what is deducted before tax; losses of earlier
// years do not lower it, and neither do reliefs.
//
// # Sharing
//
// A step says by what Factor its payment is shared, or by what Terms: which points, at what
// rate or cap, with what minimum and rounding, what is deferred or paid in shares. Settle
// follows them among the members of a Roll, which ReadRoll reads, and puts what goes to no
// member back, as Plan.Return does. What comes out equals what went in, to the penny, and
// the order of the members never changes who gets what.
//
// Among shares one pool without a policy. An Allocator is the same arithmetic on plain
// weights, for millions of claims; Pool.Into pays a step of a projection at its exact rate,
// rounded down, where a simulation knows weights and no members.
//
// # Many paths
//
// Plan.Compile makes a plan ready for one financial year of many paths, for simulations: a
// Batch takes Width of them at once and comes to what Plan.Year does, to the penny. It rests on
// the formulas that a form has for its limits (law.Ceiling); where there is none, as under the
// share cap of a community interest company until 2014, it asks Plan.Year lane by lane.
// CompileSums leaves out what only the lines of single steps tell, and CompileInDetail adds
// what each step wanted and found.
//
// A Plan and a Batch may be used by several goroutines at once, each with an Outcome or with
// Results of its own; an Allocator is for one goroutine.
package surplus
