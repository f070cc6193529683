// Package mutual holds an organisation as facts at a date: its legal form, its body in
// that form's own typed structure, its members and its books.
//
// Most callers want Read, which reads an organisation file strictly, and
// Organisation.Judge, which tries every rule of its form as at its date or another. What
// the file does not state is not assumed: rules that need it answer unknown and say so.
//
// What an organisation does with a surplus is in surplus, its years ahead in simulate, and
// its way out of a public body in spinout.
//
// An Organisation is a value; judging it changes nothing, and one may be judged from
// several goroutines at once.
package mutual
