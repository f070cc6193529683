// Package evidence holds what is published of public service mutuals in figures: how many
// there were, by what definition and when; how long the way took and where cases fell by it;
// what support cost; how many worked in the public sector; and the parameters that follow for
// a simulation, each with its range.
//
// Every figure says how it stands: reported by sources that are named, of general knowledge,
// derived from other figures, or judged. Doubt says what in it is not sure.
//
// Most callers want Counts and Parameters. Counts are of different things, and Added refuses
// to subtract one from another of a different definition.
//
// The official series after February 2015 are left out. Figures are of England unless they
// say otherwise, and are as published: nothing is adjusted here.
//
// Everything returned is the caller's own copy.
package evidence
