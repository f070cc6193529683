package cic

import "github.com/rochdale-go/rochdale/legalform/law"

// Community holds recorded judgements on the community interest test, which nobody can
// compute: whether a reasonable person might think so. Community means a section of it too,
// in the United Kingdom or anywhere else.
type Community struct {
	// Benefit: a reasonable person might consider that the company's activities are being
	// carried on for the benefit of the community.
	Benefit law.Fact[bool] `json:"benefit,omitzero"`
	// Activities are those that the company relies on for the test.
	Activities law.Fact[[]Activity] `json:"activities,omitzero"`
	// Section is the group that is to benefit, where it is less than the whole community.
	Section law.Fact[Section] `json:"section,omitzero"`
	// Excluded says whether the company is one that may not be a community interest company.
	Excluded law.Fact[Excluded] `json:"excluded,omitzero"`
	// Objects: the articles state a community interest object, one whose pursuit a
	// reasonable person might consider to be for the benefit of the community; Pursued: the
	// company carries on some activity in pursuit of one. The Act asks for such objects
	// nowhere, but lets the Regulator act where they are stated and not pursued.
	Objects law.Fact[bool] `json:"objects,omitzero"`
	Pursued law.Fact[bool] `json:"pursued,omitzero"`
}

// An Activity is one that the company relies on for the community interest test.
type Activity struct {
	// Political: it promotes or opposes changes in any law or in the policy of an authority,
	// adopted or proposed, or is likely to affect support for a party or a campaigning
	// organisation or to influence voters.
	Political law.Fact[bool] `json:"political,omitzero"`
	// Incidental: it can reasonably be regarded as incidental to other activities that are
	// for the benefit of the community; ServesPolitics: those others can themselves
	// reasonably be regarded as incidental to political activity.
	Incidental     law.Fact[bool] `json:"incidental,omitzero"`
	ServesPolitics law.Fact[bool] `json:"serves_politics,omitzero"`
	// Closed: a reasonable person might consider that it benefits only the members of a
	// particular body or the employees of a particular employer.
	Closed law.Fact[bool] `json:"closed,omitzero"`
}

// A Section is a group of individuals said to be a section of the community.
type Section struct {
	// Characteristic: they share one; until 30 September 2009 one that is readily
	// identifiable.
	Characteristic law.Fact[bool] `json:"characteristic,omitzero"`
	// Distinguishes: it distinguishes them from other members of the community; until 30
	// September 2009, the other members do not share it.
	Distinguishes law.Fact[bool] `json:"distinguishes,omitzero"`
	// Reasonable: a reasonable person might consider that they constitute a section.
	Reasonable law.Fact[bool] `json:"reasonable,omitzero"`
}

// Excluded says why a company may not be a community interest company.
type Excluded uint8

// A company is not excluded, or is (or when formed would be) a political party, a political
// campaigning organisation, or a subsidiary of either. To have such a body as a member,
// short of a subsidiary, excludes nobody.
const (
	NotExcluded Excluded = iota + 1
	PoliticalParty
	CampaigningOrganisation
	SubsidiaryOfEither
)

var excluded = []string{"", "no", "political-party", "political-campaigning-organisation", "subsidiary"}

// String gives the JSON value.
func (e Excluded) String() string { return law.NameOf(excluded, e) }

// MarshalText writes String.
func (e Excluded) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *Excluded) UnmarshalText(b []byte) error {
	return law.ParseName(e, excluded, b, "a kind of excluded company")
}

// Codes of the rules on the community interest test.
const (
	NotForCommunity   law.Code = "cic.not-for-community"
	PoliticalActivity law.Code = "cic.political-activity"
	ClosedActivity    law.Code = "cic.closed-activity"
	NoSection2005     law.Code = "cic.no-section-2005"
	NoSection         law.Code = "cic.no-section"
	ExcludedCompany   law.Code = "cic.excluded-company"
)

const (
	askBenefit    = "Might a reasonable person consider that the company's activities are being carried on for the benefit of the community, or of a section of it, in the United Kingdom or anywhere else?"
	askPolitical  = "Does it promote or oppose changes in law or in an authority's policy, or is it likely to affect support for a party or campaigning organisation or to influence voters?"
	askIncidental = "Can it reasonably be regarded as incidental to other activities that are for the benefit of the community?"
	askServes     = "Can those other activities reasonably be regarded as incidental to political activity?"
	askClosed     = "Might a reasonable person consider that it benefits only the members of a particular body or the employees of a particular employer?"
	askShares     = "Do they share a characteristic (until 30 September 2009, one that is readily identifiable)?"
	askApart      = "Does it distinguish them from other members of the community?"
	askSection    = "Might a reasonable person consider that they constitute a section of the community?"
	remedyCount   = "Do not count the activity towards the community interest test; show that the others satisfy it."
	remedySection = "Describe the community differently, so that it is a section."
)

var communityTable = law.Topic("community interest test",
	rule{
		Code: NotForCommunity, Provision: act2004.At("s. 35(2)", "section/35"),
		Says:    "A reasonable person might consider that the company's activities are being carried on for the benefit of the community.",
		InForce: inForce(), Check: forCommunity,
		Remedy: "Change the activities; while the test is not satisfied the Regulator may act under sections 45 to 48.",
	},
	rule{
		Code: PoliticalActivity, Provision: regs2005.At("reg 3", "regulation/3"),
		Says:    "A political activity is to be treated as not for the benefit of the community, unless it is incidental to activities that are and those are not themselves incidental to political activity.",
		InForce: inForce(), Applies: hasActivities, Check: noPolitics, Remedy: remedyCount,
	},
	rule{
		Code: ClosedActivity, Provision: regs2005.At("reg 4", "regulation/4"),
		Says:    "An activity is to be treated as not for the benefit of the community to the extent that it benefits only the members of a particular body or the employees of a particular employer.",
		InForce: inForce(), Applies: hasActivities, Check: openToOthers, Remedy: remedyCount,
	},
	rule{
		Code: NoSection2005, Provision: regs2005.At("reg 5", "regulation/5"),
		Says:    "A group may constitute a section of the community if they share a readily identifiable characteristic that other members of the community do not.",
		InForce: until("2009-09-30"), Applies: hasSection, Check: sharesApart, Remedy: remedySection, Successor: NoSection,
	},
	rule{
		Code: NoSection, Provision: regs2009.At("reg 4", "regulation/4"),
		Says:    "A group may constitute a section of the community if they share a common characteristic which distinguishes them from other members, and a reasonable person might consider that they constitute a section.",
		InForce: since("2009-10-01"), Applies: hasSection, Check: isSection, Remedy: remedySection,
	},
	rule{
		Code: ExcludedCompany, Provision: regs2005.At("reg 6", "regulation/6"),
		Says:    "A political party, a political campaigning organisation, or a subsidiary of either may not be a community interest company.",
		InForce: inForce(), Check: notExcluded,
		Remedy: "Leave the group, or give up the political purpose.",
	},
)

func forCommunity(c *kase) {
	if yes, ok := law.Ask(c, &c.Subject.Community.Benefit, "community.benefit", askBenefit); ok && !yes {
		c.Breach("community.benefit", "It is recorded that no reasonable person might consider the activities to be for the benefit of the community.")
	}
}

func hasActivities(c *kase) bool {
	list, ok := law.Need(c, &c.Subject.Community.Activities, "community.activities")
	return ok && len(list) > 0
}

// askOf is a recorded judgement on item i of a list; its path is written only where it is
// missing.
func askOf(c *kase, f *law.Fact[bool], i int, field, question string) (answer, ok bool) {
	answer, ok = f.Get()
	if !ok {
		c.Unknown(law.Path("community.activities", i, field), question)
	}
	return answer, ok
}

func noPolitics(c *kase) {
	list := c.Subject.Community.Activities.Or(nil)
	for i := range list {
		a := &list[i]
		if political, ok := askOf(c, &a.Political, i, "political", askPolitical); !ok || !political {
			continue
		}
		incidental, ok := askOf(c, &a.Incidental, i, "incidental", askIncidental)
		if ok && !incidental {
			c.Breach(law.Path("community.activities", i, "incidental"), "Activity %d is political and not incidental to others that benefit the community.", i+1)
		}
		if !ok || !incidental {
			continue
		}
		if serves, ok := askOf(c, &a.ServesPolitics, i, "serves_politics", askServes); ok && serves {
			c.Breach(law.Path("community.activities", i, "serves_politics"), "Activity %d is incidental to others that are themselves incidental to political activity.", i+1)
		}
	}
}

func openToOthers(c *kase) {
	list := c.Subject.Community.Activities.Or(nil)
	for i := range list {
		if closed, ok := askOf(c, &list[i].Closed, i, "closed", askClosed); ok && closed {
			c.Breach(law.Path("community.activities", i, "closed"), "Activity %d benefits only the members of a particular body or the employees of a particular employer.", i+1)
		}
	}
}

func hasSection(c *kase) bool { return c.Subject.Community.Section.Stated() }

func sharesApart(c *kase) {
	s := c.Subject.Community.Section.Ptr()
	shares, ok1 := law.Ask(c, &s.Characteristic, "community.section.characteristic", askShares)
	apart, ok2 := law.Ask(c, &s.Distinguishes, "community.section.distinguishes", askApart)
	if ok1 && !shares {
		c.Breach("community.section.characteristic", "The group shares no such characteristic.")
	}
	if ok2 && !apart {
		c.Breach("community.section.distinguishes", "The characteristic does not set the group apart from other members of the community.")
	}
}

func isSection(c *kase) {
	sharesApart(c)
	yes, ok := law.Ask(c, &c.Subject.Community.Section.Ptr().Reasonable, "community.section.reasonable", askSection)
	if ok && !yes {
		c.Breach("community.section.reasonable", "No reasonable person might consider the group a section of the community.")
	}
}

func notExcluded(c *kase) {
	if e, ok := law.Need(c, &c.Subject.Community.Excluded, "community.excluded"); ok && e != NotExcluded {
		c.Breach("community.excluded", "The company is excluded: %s.", e)
	}
}
