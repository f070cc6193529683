// Package governance models the mechanics of mutual government: who the members are on a
// date and what they may vote, how a poll, a show of hands and a written resolution are
// counted, what a meeting needs before it can decide, and what it decided, with reasons.
//
// It knows no statute. A legal form, or a body's own constitution, hands it the threshold:
// a fraction, whether it must be passed or only reached, and of what it is a fraction. The
// statutes' own thresholds stand in the families under legalform.
//
// Most callers want Document.Hold, which takes a constitution, a Register, a Meeting and
// its votes and gives a Minute in one call; or Threshold.Test for a single question. The
// steps can be taken by hand: Register.Entitle says what each member may vote on a date,
// Entitled.Count counts a poll, Count.Decide puts it to a Majority.
//
// All arithmetic is on whole votes, by cross-multiplication or in exact fractions; nothing
// is rounded. Bad input, such as a member who votes twice, is an error that names the place,
// and nothing is partly counted.
//
// Values are safe for concurrent use once built.
package governance
