// Package transfer is what must be minded when a service and its staff move to a mutual:
// employees, pensions, VAT, tax and subsidy, as rules of their weight, with their dates.
//
// Most callers want Judge, which tries every rule on a transfer, and Deadlines, which gives
// the days that follow from the day of the transfer: information on employees 28 days
// before it (14 for transfers before 1 May 2014), complaints within three months.
//
// Duties to employees are statute; pensions are statute for councils (the Direction of 2007)
// and guidance for the health service and central government (New Fair Deal, 4 October
// 2013); lines in the business plan for VAT and tax are practice. The limits of small
// subsidies are conditions of an exemption: above them the subsidy control requirements
// apply, and nothing is unlawful for that alone; Exemption tells them apart.
//
// The law covered, in Great Britain unless stated: TUPE 2006 regs 4, 7, 11-13A with the
// amendments of 2014 and of 2023 (text read as made, with those), reg 12 and 16 figures; the
// Best Value Authorities Staff Transfers (Pensions) Direction 2007, England; the ceiling of
// de minimis aid from 2007 to 2020; the Subsidy Control Act 2022 ss. 36-39 (as at 1 January
// 2024). Not covered: what the Employment Rights Act 2025 may change, old Fair Deal, the rules
// between 1 January 2021 and 3 January 2023, insolvency, and the amount of any pension.
//
// Values are read-only once built and safe for concurrent use.
package transfer
