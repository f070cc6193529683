// Package lifecycle is the way of one case from an idea inside a public body to a mutual that
// trades, and what may become of it: fourteen states in their order, from L0 to L13, and ten
// beside them in which a case stops or ends.
//
// A case is a Log of dated events. Most callers want Read, which reads one strictly, and
// Log.Replay, which makes the events happen and returns a History: which state when, which
// gates were passed with what evidence, what ballots said, when it launched and how it ended.
// An event that cannot have happened is refused, and the error names it: events[3].
//
// Sources seldom tell a whole life. The When of an event is a day, a month, a year or a
// stretch between two of them; Replay narrows each by its neighbours, and refuses events that
// no choice of days puts in order. A log that tells a life in part may leave gates out: they
// are listed as untold, never as passed.
//
// Ballots are signals. Boards went ahead after a No and stopped after one, so no ballot opens
// or shuts a gate here.
//
// The gates, who decides at them and their evidence follow the guidance on becoming a public
// service mutual; the order, and the usual months in a state, are a synthesis and a judgement
// fitted to eleven cases. No state is law: rights, contract routes and the duties of a
// transfer are judged elsewhere.
//
// Values are safe for concurrent use once built. The zero State, Kind, Decider and Signal are
// none; the zero When is not told.
package lifecycle
