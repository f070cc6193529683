package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on the removal of directors.
const (
	RemovalNotLawful  law.Code = "company.removal-not-at-meeting"
	RemovalNotNoticed law.Code = "company.removal-without-special-notice"
	DirectorNotHeard  law.Code = "company.director-not-heard"
)

// A Removal is the removal of a director by the members before the end of the term.
type Removal struct {
	Resolved  law.Fact[law.Date] `json:"resolved,omitzero"`
	AtMeeting law.Fact[bool]     `json:"ordinary_resolution_at_meeting,omitzero"`
	// OtherPower: it was made by a power that exists apart from section 168, such as one that
	// the articles give, and which that section leaves as it is (s. 168(5)(b)).
	OtherPower law.Fact[bool] `json:"under_other_power,omitzero"`
	// Special: special notice was given; Heard: the director's rights to be sent a copy, to
	// make representations and to be heard were kept.
	Special law.Fact[bool] `json:"special_notice,omitzero"`
	Heard   law.Fact[bool] `json:"director_heard,omitzero"`
}

// removedOn dates a removal that is stated as an act, and else a resolution to remove.
var removedOn = event{Path: "removal.resolved", Of: func(c *Company) law.Fact[law.Date] {
	if m := c.Removal.Ptr(); m != nil {
		return m.Resolved
	}
	if r := c.Resolution.Ptr(); r != nil && r.removes() {
		return r.Decided
	}
	return law.Fact[law.Date]{}
}}

// removes reports whether a resolution is stated to remove a director.
func (r *Resolution) removes() bool {
	return r.Kind.Or(0) == RemovalOfDirector || r.RemovesDirector.Or(false)
}

var removals = law.Topic("removals",
	rule{
		Code: RemovalNotLawful, Provision: sec("ss. 168(1), (5), 288(2)(a)", "168"),
		Says:    "A company may by ordinary resolution at a meeting remove a director before the end of the period of office, whatever any agreement says.",
		InForce: fromPart13, Event: removedOn, Applies: removalDecided, Check: removedAtMeeting, Remedy: "Put the ordinary resolution to a meeting.",
	},
	rule{
		Code: RemovalNotNoticed, Provision: sec("s. 168(2)", "168"),
		Says:    "Special notice is required of a resolution to remove a director or to appoint somebody instead at the same meeting.",
		InForce: fromPart13, Event: removedOn, Applies: removalMoved, Check: removalNoticed, Remedy: "Give special notice, and move the resolution at a later meeting.",
	},
	rule{
		Code: DirectorNotHeard, Provision: sec("s. 169", "169"),
		Says:    "The director must be sent a copy of the notice, may have representations circulated, and is entitled to be heard at the meeting.",
		InForce: fromPart13, Event: removedOn, Applies: removalMoved, Check: directorHeard, Remedy: "Send the copy and hear the director.",
	},
)

// removalDecided takes in every resolution that removes a director, and asks the purpose of
// what was assented to without a meeting.
func removalDecided(c *kase) bool {
	if c.Subject.Removal.Stated() {
		return underSection168(c)
	}
	r := c.Subject.Resolution.Ptr()
	if r == nil || r.byClass() {
		return false
	}
	if r.Way.Or(0) == Informal && r.Kind.Or(0) != RemovalOfDirector {
		is, ok := law.Need(c, &r.RemovesDirector, "resolution.removes_director")
		return ok && is
	}
	return r.removes()
}

// removalMoved leaves out what was decided without a meeting, of which the first rule
// disposes.
func removalMoved(c *kase) bool {
	if c.Subject.Removal.Stated() {
		return underSection168(c)
	}
	r := c.Subject.Resolution.Ptr()
	return r != nil && r.removes() && putBy(c, ShowOfHands, Poll)
}

func underSection168(c *kase) bool {
	other, ok := law.Need(c, &c.Subject.Removal.Ptr().OtherPower, "removal.under_other_power")
	return ok && !other
}

// The doubt about assent, and its readings.
const (
	removedByAssent    = "May all the members remove a director under section 168 by assent without a meeting, though the section asks for a meeting and the director has a right to be heard there?"
	removedByAssentNot = "no, since the meeting protects the director too"
	removedByAssentYes = "yes, as they may decide without one whatever they might decide in general meeting"
)

// removedAtMeeting leaves to the rules on resolutions whether one at a meeting is carried.
func removedAtMeeting(c *kase) {
	if m := c.Subject.Removal.Ptr(); m != nil {
		must(c, &m.AtMeeting, true, "removal.ordinary_resolution_at_meeting", "No ordinary resolution at a meeting removed the director.")
		return
	}
	r := c.Subject.Resolution.Ptr()
	way, ok := law.Need(c, &r.Way, "resolution.way")
	if !ok || way.AtMeeting() {
		return
	}
	if way == Written {
		c.Breach("resolution.way", "A written resolution cannot remove a director.")
		return
	}
	if v := Resolve(r, c.Figures); known(c, &v) && (!v.Passed || c.Doubt(removedByAssent, removedByAssentNot, removedByAssentYes) == 0) {
		c.Breach("resolution.way", "The director was not removed at a meeting, but by assent: %v.", v.Decision)
	}
}

func removalNoticed(c *kase) {
	ofRemoval(c, func(m *Removal) *law.Fact[bool] { return &m.Special }, "removal.special_notice", "No special notice was given.")
}

func directorHeard(c *kase) {
	ofRemoval(c, func(m *Removal) *law.Fact[bool] { return &m.Heard }, "removal.director_heard", "The director's right to be heard was not kept.")
}

// ofRemoval asks for a fact of the removal, which a resolution alone does not state.
func ofRemoval(c *kase, of func(*Removal) *law.Fact[bool], path, message string) {
	var none Removal
	m := c.Subject.Removal.Ptr()
	if m == nil {
		m = &none
	}
	must(c, of(m), true, path, message)
}
