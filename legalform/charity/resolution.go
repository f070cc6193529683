package charity

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/internal/vote"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// ResolutionKind is what a resolution is for.
type ResolutionKind uint8

// The resolutions. A transfer of a CIO's undertaking takes one of the CIO that gives and
// one of the CIO that takes, and an amalgamation one of each; each is put as its own. The
// last three are votes of an academy's trustees.
const (
	Amendment ResolutionKind = iota + 1
	Amalgamation
	TransferOfUndertaking
	Dissolution
	OtherDecision
	ParentAppointment
	TrusteeRemoval
	ChairRemoval
)

var resolutionKinds = []string{
	"", "amendment", "amalgamation", "transfer-of-undertaking", "dissolution", "other",
	"parent-appointment", "trustee-removal", "chair-removal",
}

// String gives the JSON value.
func (k ResolutionKind) String() string { return law.NameOf(resolutionKinds, k) }

// MarshalText writes String.
func (k ResolutionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ResolutionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, resolutionKinds, b, "a resolution of a charity")
}

// Alteration is what an amendment alters, where a statute asks for a consent.
type Alteration uint8

// The alterations. The first three are the regulated alterations of a company or a CIO;
// an unincorporated charity's list has all.
const (
	Purposes Alteration = iota + 1
	DissolutionProperty
	TrusteeBenefit
	PermanentEndowment
	ThirdPartyConsent
	NamedRight
	PowerToAlter
)

var alterations = []string{
	"", "purposes", "dissolution-property", "trustee-benefit", "permanent-endowment", "third-party-consent", "named-right", "power-to-alter",
}

// String gives the JSON value.
func (a Alteration) String() string { return law.NameOf(alterations, a) }

// MarshalText writes String.
func (a Alteration) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes.
func (a *Alteration) UnmarshalText(b []byte) error {
	return law.ParseName(a, alterations, b, "an alteration")
}

// A Resolution is a decision put to a charity.
type Resolution struct {
	Kind law.Fact[ResolutionKind] `json:"kind,omitzero"`
	// Alters lists what an amendment alters; an empty list is none of those that need a
	// consent.
	Alters law.Fact[[]Alteration] `json:"alters,omitzero"`
	// EndsCharity says that the charity would cease to be one.
	EndsCharity law.Fact[bool] `json:"ends_charity,omitzero"`

	// Passed is the day taken as that of its passing; of the trustees' resolution, where
	// they resolve first. It governs.
	Passed law.Fact[law.Date] `json:"passed,omitzero"`
	// AtMeeting says that the members decided at a general meeting, held on Held; otherwise
	// LastAgreed is the day on which the last of them agreed.
	AtMeeting  law.Fact[bool]     `json:"at_meeting,omitzero"`
	Held       law.Fact[law.Date] `json:"held,omitzero"`
	LastAgreed law.Fact[law.Date] `json:"last_agreed,omitzero"`
	// WithoutVote says that the meeting decided without a vote; Dissent that somebody then
	// expressed dissent.
	WithoutVote law.Fact[bool] `json:"without_vote,omitzero"`
	Dissent     law.Fact[bool] `json:"dissent,omitzero"`
	// ConstitutionPermits says that a CIO's lets its members decide otherwise than by voting;
	// asked where they decided so on its dissolution.
	ConstitutionPermits law.Fact[bool] `json:"constitution_permits_no_vote,omitzero"`
	// MembersVotes counts members; Entitled is all of them. TrusteesVotes counts trustees;
	// Entitled is all in office, absent or not.
	MembersVotes  law.Fact[governance.Tally] `json:"members_votes,omitzero"`
	TrusteesVotes law.Fact[governance.Tally] `json:"trustees_votes,omitzero"`
	// GoodFaith is the recorded judgement that the members voted as each in good faith
	// thought most likely to further the charity's purposes.
	GoodFaith law.Fact[bool] `json:"good_faith,omitzero"`

	// Circulated is the day on which a written resolution was sent round.
	Circulated law.Fact[law.Date] `json:"circulated,omitzero"`
	// Consented says that the Commission consented in writing, ConsentOn when.
	Consented law.Fact[bool]     `json:"consented,omitzero"`
	ConsentOn law.Fact[law.Date] `json:"consent_on,omitzero"`
	// PersonConsents says that the person whose consent or right is concerned consents, or
	// is no longer in existence.
	PersonConsents law.Fact[bool] `json:"person_consents,omitzero"`
	// Sent is the day on which the Commission was sent the resolution (under s. 275, had
	// it), Registered that on which it registered the amendment: none until it has.
	Sent       law.Fact[law.Date] `json:"sent,omitzero"`
	Registered law.Fact[law.Date] `json:"registered,omitzero"`
	// OrderMade is the day of the Order in Council that approved an amendment of a charter.
	OrderMade law.Fact[law.Date] `json:"order_made,omitzero"`
	// Specified is the day that the resolution itself sets for taking effect; where it sets
	// none, the day of passing.
	Specified law.Fact[law.Date] `json:"specified,omitzero"`
	// ActedOn is the day from which the charity treats the amendment as in effect.
	ActedOn law.Fact[law.Date] `json:"acted_on,omitzero"`
}

var passed = event{Path: "resolution.passed", Of: func(s *Charity) law.Fact[law.Date] {
	if r := s.Resolution.Ptr(); r != nil {
		return r.Passed
	}
	return law.Fact[law.Date]{}
}}

// resolves reports whether a resolution of a kind is put.
func resolves(c *kase, want ...ResolutionKind) bool {
	r := c.Subject.Resolution.Ptr()
	if r == nil {
		return false
	}
	k, ok := law.Need(c, &r.Kind, "resolution.kind")
	return ok && slices.Contains(want, k)
}

// atMeeting reports how the members decided, for a rule's Applies.
func atMeeting(c *kase, want bool) bool {
	at, ok := law.Need(c, &c.Subject.Resolution.Ptr().AtMeeting, "resolution.at_meeting")
	return ok && at == want
}

// alters reports whether the amendment makes one of some alterations, or none of those
// that need a consent where none are named.
func alters(c *kase, what ...Alteration) bool {
	list, ok := law.Need(c, &c.Subject.Resolution.Ptr().Alters, "resolution.alters")
	if !ok {
		return false
	}
	if len(what) == 0 {
		return len(list) == 0
	}
	return slices.ContainsFunc(list, func(a Alteration) bool { return slices.Contains(what, a) })
}

const (
	membersVotes  = "resolution.members_votes"
	trusteesVotes = "resolution.trustees_votes"
)

func members(c *kase, h *vote.Threshold) {
	vote.Carried(c, h, c.On, &c.Subject.Resolution.Ptr().MembersVotes, membersVotes, "The resolution")
}

func trustees(c *kase, h *vote.Threshold) {
	vote.Carried(c, h, c.On, &c.Subject.Resolution.Ptr().TrusteesVotes, trusteesVotes, "The trustees' resolution")
}

// priorConsent tests a consent that must come before the resolution.
func priorConsent(c *kase) {
	r := c.Subject.Resolution.Ptr()
	given, ok := law.Need(c, &r.Consented, "resolution.consented")
	switch {
	case !ok:
		return
	case !given:
		c.Breach("resolution.consented", "The Commission did not consent to the regulated alteration.")
		return
	}
	day, ok := law.Need(c, &r.ConsentOn, "resolution.consent_on")
	switch {
	case !ok:
	case day.After(c.On):
		c.Breach("resolution.consent_on", "The Commission consented on %s, after the resolution of %s.", day.Long(), c.On.Long())
	case day == c.On:
		c.Unknown("resolution.consent_on", "Was the consent given before the resolution was passed, on the same day?")
	}
}
