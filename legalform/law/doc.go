// Package law is the vocabulary in which the rules of legal forms are written: dates,
// windows, provisions, figures with a history, facts, rules and reports; and the pence,
// ratios and strict decoding that every floor above needs.
//
// # Rules
//
// A Rule is one duty: its sentence, its provision, the windows in which it is in force,
// the event whose date governs, and a check. A table of them judges a subject:
//
//	rep := rules.Judge(&company, &figures, on, law.England)
//	if errors.Is(rep.Err(), cic.OverAggregateCap) { … }
//
// Every rule comes to one of five outcomes: met, breached, unknown, not applicable, not in
// force. A Fact that is not stated makes a rule unknown and is named; it is never taken for
// a zero, nor an unknown for a pass. Law that is in doubt makes a rule unknown too, with
// what each reading would give. A Report lists all that was tried, and tells an error of
// statute breached (Err) from what would settle the unknowns (Unsettled).
//
// # Figures
//
// A History is a figure over time: entries oldest first, each with its day, its provision
// and the day its source was read. Figures live in a struct that a form carries, so that a
// reform is a copy with one history changed, in Go (History.With) or from data (Reform).
//
// # Dates, money, input
//
// A Date is a civil date; functions such as ClearDays and MonthsFrom are the law's ways of
// reckoning, one each, and a Calendar knows working days for the years of its table. Pence
// are whole pence and a Ratio is exact: nothing is divided but by MulDiv, which rounds once
// and says how, and Split, whose parts add up. Decode reads JSON within bounds and names
// the place of whatever is wrong.
//
// # Use
//
// Most callers want a Form from package legalform, whose Judge is Rules.Judge with the
// form's own figures, and whose Describe gives its Profile. Writers of rules want Table, Need, Ask and Read, and lawtest for
// their tests. The zero values of Date, Fact, Extent and Ratio are no date, not stated, not
// stated, and nought. Everything is safe for concurrent use once built; nothing reads a
// clock, a file or the network.
package law
