// Package right holds the rights by which people have asked to take a public service out of
// its authority: who held each, for what service, of whom, from when until when, by which
// steps and deadlines, who decided, on what grounds they could refuse, and what a yes led to.
//
// Four rights are modelled, for England. The Right to Request (2008 to 2010) and the Right to
// Provide (2011) were policy: their rules have the weight of guidance. The Community Right
// to Challenge is statute (Localism Act 2011 ss. 81-86, SI 2012/1313, SI 2012/1647; in force
// since 27 June 2012), and its prize is a procurement exercise that is open to all comers,
// which the challenger can lose. The "right to mutualise" of two manifestos was never enacted,
// and no date opens it.
//
// Most callers want Which, which puts a service, a holder and an authority to each of the
// rights as at a day and answers with steps, deadlines as dates, the lawful grounds of
// refusal, and what is unknown. Judge takes what has happened since and judges the
// expression of interest and the authority's conduct.
//
// Rules on who may ask, and on what an expression of interest must hold, are conditions: one
// that is not met does not make anybody's act unlawful, it leaves them without the right.
// Conduct holds the authority's duties, whose breach is unlawful.
//
// The text of ss. 81-86 was read as revised to 1 May 2026. An Act of which the assent was
// reported two days before was not read, so that on later days every rule of that right is
// unknown, with its answer if the sections stand. Not covered: applications before 2008,
// rights of Wales, Scotland and Northern Ireland, and the Secretary of State's guidance
// beyond the duty to have regard to it.
//
// Values are read-only once built and safe for concurrent use. A fact of a zero value is
// not stated, and never assumed.
package right
