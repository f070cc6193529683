// Package simulate steps an organisation through years ahead under stated assumptions.
//
// Most callers want Project: each year's result goes through the surplus policy under the
// form's limits, and the form's rules are judged in that year, as at the day on which the
// payments are declared. A projection that crosses a change in the law feels it: a cap
// that ends in October 2014 binds the dividend declared in September and not the next.
//
// A projection is deterministic: the same assumptions give the same figures to the penny,
// on any machine. All arithmetic is on whole pence, rounded once each year, half up. It is
// a working-out of assumptions, not a forecast; odds belong to Monte Carlo runs.
//
// Values here are safe for concurrent use.
package simulate
