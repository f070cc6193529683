// Package legalform is the catalogue of legal forms: what they are, the rules that bind
// them and the figures they carry, listed, judged and exported as data.
//
// Most callers want Lookup, which finds a form by its id, and the form's Judge, which
// tries every rule on a body as at a date. A form is a value that carries its figures, so
// a reform is one more form in a list, and so is a third party's: anything that has the
// methods of Form is one, and law.Family has them for free.
//
//	forms := append(legalform.All(), cic.SharesSchedule3(reformed), theirs)
//
// WithFigure makes a reform of any form: one figure, given as text, from a day on.
//
// The forms: the community interest company (package cic), the co-operative and the
// community benefit society (society), the company owned by an employee trust (employee),
// companies (company), charities and academy trusts (charity), the unincorporated
// association and partnerships (association), the NHS foundation trust (publicbody), and
// credit unions, building societies and friendly societies (financialmutual). Each describes
// itself as at a date (law.Profile); Payments says what it may pay, and Choose which forms
// fit what founders require. All of that is derived from the same rules and figures.
// Northern Ireland has societies of its own: In lists the forms of a place.
//
// Package register maps the codes and numbers of public registers to forms, and back. What
// form can become what other, and how, is in package conversion.
// COVERAGE.md in this folder lists every provision that is modelled, partly modelled or
// not, and why: it says what the library will not catch.
//
// Forms hold no state; they are safe for concurrent use.
package legalform
