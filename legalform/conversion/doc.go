// Package conversion says what legal form can become what other, as at a date: directly or
// by way of others, under which provision, by which resolutions, consents, waiting periods
// and filings, or why not.
//
// # The graph
//
// A Form is a node. An Edge leads from one form to another for the windows of time and the
// parts of the kingdom in which the law lets a body take it, with its Stages in order, its
// conditions, and the codes of the rules that judge it in the families of law. A Bar is a
// provision that shuts a way. An Alternative reaches the other form's purpose without the
// body's becoming it: a transfer and a dissolution are no conversion.
//
// Some forms come in more than one state, a Trait: a community benefit society is locked by
// statute or not or is a charity, a charitable company is limited by guarantee or by
// shares. A route carries the trait along, so that what is locked does not come unlocked
// by a detour: a community interest company never becomes an ordinary company.
//
// # Doubt
//
// An edge on which the law, or what could be read of it, is unsure has its Question. A
// route over it is offered as doubtful and never as certain; the answer then holds both.
//
// # The law covered
//
// The Companies (Audit, Investigations and Community Enterprise) Act 2004, the Industrial and
// Provident Societies Act 1965 and the Co-operative and Community Benefit Societies Act 2014,
// Part 7 of the Companies Act 2006, Part 11 of the Charities Act 2011, section 56 of the
// Charities and Trustee Investment (Scotland) Act 2005, the Credit Unions Act 1979, the
// Friendly Societies Acts of 1974 and 1992, the Academies Act 2010, and the trusts of the
// employee-ownership reliefs, as at 23 November 2026. Of the Co-operative and Community Benefit
// Societies Act (Northern Ireland) 1969, sections 1 to 3, and of sections 59 and 61 the headings
// alone: what else that Act may provide is in doubt, and told so. Not covered: re-registration
// under the Companies Act 1985, unlimited companies, charity law before 2012 but for community
// interest companies, and tax. Where nothing was found in what was read, the answer says so; it
// is not a finding that there is nothing.
//
// Most callers want Enacted and the graph's Path:
//
//	answer, err := conversion.Enacted().Path("co-operative-society", "cic-guarantee", on)
//
// A Graph is read-only once built, and safe for concurrent use. The zero Graph has no forms.
package conversion
