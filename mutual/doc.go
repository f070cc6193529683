// Package mutual holds an organisation as facts at a date: its legal form, its body in
// that form's own typed structure, its members and its books.
//
// Most callers want Read, which reads an organisation file strictly, and
// Organisation.Judge, which tries every rule of its form as at its date or another. What
// the file does not state is not assumed: rules that need it answer unknown and say so.
//
// # Acts
//
// An Act is one thing done on a day: a member is admitted or leaves; shares are issued,
// noticed for withdrawal, withdrawn, bought back or transferred; payments are declared,
// assets transferred, a year closed; the organisation is converted, wound up or dissolved; or
// something else is recorded, in the words of its form. Organisation.Try judges one,
// Organisation.Apply gives the organisation after it, and Replay takes a Log of them in turn,
// read by ReadLog, up to the first that breaks a rule of statute or of the organisation's own.
// The register, the books and the body stay in step; where they differ at the opening, the
// register and the books go before the body.
//
// What is found with an act and was not found without it, on the same day, is what the act
// brings about. What stood before does not refuse it. An unknown refuses nothing and is no
// pass: History.Unsettled lists the acts that rest on one, those that ask a question of law
// among them that no rule here asks, as of an allotment of shares. To lose a tax relief is
// lawful, and refuses nothing.
//
// Community interest companies, societies, in Northern Ireland too, companies, and companies
// owned by a trust take acts, each as its form allows: a company's shares are not withdrawn, a
// guarantee company issues none. Other forms close years, convert and dissolve, and answer
// anything else with law.ErrNoAct. A body's issues and withdrawals are of one class of shares.
//
// What an organisation does with a surplus is in surplus, its years ahead in simulate, and
// its way out of a public body in spinout.
//
// An Organisation is a value; judging it changes nothing, and one may be judged from
// several goroutines at once.
package mutual
