// Package publicbody models how an NHS foundation trust, a public benefit corporation with
// members, is governed: who sits on its council of governors, and what the council, the
// directors and the members must approve, each by its own majority.
//
// The law is the National Health Service Act 2006, Schedule 7 and sections 37 to 57A, in
// force in England from 1 March 2007, as the Health and Social Care Act 2012 changed it on
// 1 October 2012, for income from elsewhere, and on 1 April 2013, for the rest. It is read as
// at 23 November 2026. A Bill that would end the duty to
// have a council is not law, and nothing here reads it.
//
// Not covered: elections to the council, terms of office, directors' duties, finance,
// accounts, the regulator's powers, NHS trusts, and the law before the Act of 2006.
//
// Most callers want Rules and its Judge, which judges a FoundationTrust, with one decision
// put to it, as at a date, or Majority, which says what a decision needs. A
// FoundationTrust is facts: its zero value states nothing, and judging it answers unknown,
// naming what is missing. NHSFoundationTrust is its form in the catalogue. Everything here is a value or read-only once built, and safe for
// concurrent use.
package publicbody
