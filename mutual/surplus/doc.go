// Package surplus turns a year's result into payments: an ordered waterfall that is data,
// with limits asked of the legal form, to the penny.
//
// Most callers want Distribute. A Policy says what a body would pay, in what order; a form
// says how much of it the law allows; what is not paid is kept in reserves. What goes out
// and what is kept add up to the result always, a loss included.
//
// The same policy serves every form: a step names several kinds of payment that would
// serve its purpose (interest on shares, or a dividend on them), and the first that the
// form allows at all is made. A line of the outcome says what was wanted, what was
// allowed and by what rule, and what was paid.
//
// The order is the body's own choice and no statute's; corporation tax is worked out at a
// rate that the caller gives.
//
// Among shares a pool among members: Terms say by what basis, under what cap, with what
// rounding, and ReadRoll reads them. What comes out equals what went in, to the
// penny, and the order of the members never changes who gets what. An Allocator is the
// same arithmetic on plain weights, for millions of claims.
//
// Values here are safe for concurrent use, but for an Allocator, which is for one goroutine.
package surplus
