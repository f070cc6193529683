// Package charity models how charities decide in England and Wales: charitable companies,
// charitable incorporated organisations (CIOs), unincorporated charities, charities under a
// Royal charter, and academy trusts. It holds the majorities and of what each is a share,
// the consents of the Charity Commission, when an amendment takes effect, and what an
// academy's model articles and its regulator ask.
//
// The law is the Charities Act 2011, in force from 14 March 2012 (CIOs from 2 January
// 2013), with the Charities Act 2022, whose new powers began on 31 October 2022 for Royal
// charters and on 7 March 2024 for the rest; the Companies Act 2006, by the rules of package
// company, for a charity that is stated as a company; and
// what the Commission's and the Department for Education's models say, which are rows of
// the weight of own rules or guidance. It is read as at 23 November 2026.
//
// Not covered: what a charity is, its accounts, its land, its registration, schemes,
// mergers of unincorporated charities, conversion, exempt charities' principal regulators,
// and Scotland and Northern Ireland.
//
// Most callers want Rules and its Judge, which judges a Charity, with one resolution and
// one meeting put to it, as at a date; Majority, which says what a decision needs; or
// AmendmentEffective, which says when an amendment takes effect. A Charity is facts: its
// zero value states nothing, and judging it answers unknown, naming what is missing.
// CharitableCompany, CIO and Academy are forms of the catalogue.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package charity
