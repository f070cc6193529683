// Package governance models the mechanics of mutual government: who the members are on a
// date, how votes are counted against a threshold, and what a decision came to.
//
// It knows no statute. A legal form, or a body's own constitution, hands it the threshold:
// a fraction, whether it must be passed or only reached, and of what it is a fraction. The
// statutes' own thresholds stand in the families under legalform.
//
// Most callers want Threshold.Test, or Decide for a resolution with several tests. All
// arithmetic is on whole votes, by cross-multiplication; nothing is divided or rounded.
// Values are safe for concurrent use.
package governance
