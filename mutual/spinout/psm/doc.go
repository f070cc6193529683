// Package psm asks whether a body is a public service mutual. "Mutual" is here no legal form
// but a test of origin, purpose and control, and there are two tests that can disagree.
//
// The policy test, of the Cabinet Office and later of the Department for Digital, Culture,
// Media and Sport, asks for a body that has left the public sector, still delivers public
// services (with positive social impact, the department added) and in which staff control is
// embedded or staff have significant influence; its rules have the weight of guidance. The
// statutory test is that of section 33(6) of the Procurement Act 2023, in force since 24
// February 2025: what a body is for, what it does with profits, and whether it is under the
// management and control of its employees; where it came from does not matter.
//
// Most callers want Compare, which tries both and sets them side by side, limb by limb, with
// where they disagree. StatutoryRules gives the statutory test to other tables.
//
// Whether staff influence is significant, and whether a body is under the control of its
// employees, are judgements that a person records; no share of votes or seats decides them
// here. One adviser's reading of the policy test as a quarter of the ownership is a rule of the
// weight of practice, and never decides. Not covered: the consultation of 2019, which
// floated a test without the limb of origin, and tests of other parts of the kingdom.
//
// Values are read-only once built and safe for concurrent use.
package psm
