// Package register maps the codes and numbers of public registers to legal forms, and back,
// and says when they are ambiguous.
//
// Most callers want Lookup, which finds what a code of a scheme can mean, and ParseNumber,
// which checks a number of a registrar and says which forms it allows. Several facts about
// one body are put together by Narrow:
//
//	ltd, _ := register.Lookup(register.CompanyType, "ltd")
//	cic, _ := register.Lookup(register.CompanySubtype, "community-interest-company")
//	both, err := register.Narrow(ltd.Forms, cic.Forms)
//
// What is left is Schedule 2 or Schedule 3, which no register tells apart. Forms that are
// ambiguous say in Tells what else would decide; nothing is ever guessed, and a code that
// the scheme does not have is an error with the nearest ones. CodesOf goes the other
// way, from a form to its codes.
//
// # What a register says
//
// Registers are not of one grain. To Companies House a community interest company is a
// company of some type with a subtype; a charitable company, an academy trust or a company
// owned by its employees is nothing special. The mutuals register of the Financial Conduct
// Authority tells the two kinds of society apart from 1 August 2014, and an older society
// is of neither. Charity registers say who is a charity, in a number that shows no form.
// The forms of an entry are those that a body with the code can lawfully have, by the
// law as at 23 November 2026; OtherCompany, OtherSociety and OtherBody stand for those that
// are not listed.
//
// # Numbers
//
// A company number has eight characters: eight digits in England and Wales, or a prefix
// and six digits. Societies are listed there under RS, IP, SP, NP or NO with what was left
// of their letters: IP31455R. The mutuals register itself writes digits and letters,
// 31455R, or from 1 August 2014 digits alone. SC012345 is a company or a charity; IP000398
// a society of Northern Ireland or anywhere: Readings gives every register that a number
// can be of. A number is judged by its shape; whether anybody has it, only the register
// says. Numbers of linked charities (ending in -1), of establishments abroad and one or two
// misprints of the registers themselves (IP0P204R) are refused.
//
// EndingOf reads the end of a registered name, which the law reserves to some forms: it
// finds most of what the other columns of a list of bodies have wrong.
//
// Not covered: codes of the Channel Islands, the Isle of Man and Gibraltar, industry codes,
// and the numbers of schools, health services, learning and housing providers.
//
// The table of codes and its sources are in the folder data. Everything here is a value, or
// read-only once built, and safe for concurrent use.
package register
