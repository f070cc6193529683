package right

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Matter is a service, who asks for it, of whom and when, and what has happened since. It
// is what the rules judge.
type Matter struct {
	// Asked is the day on which the authority receives the proposal or expression of interest.
	Asked      law.Fact[law.Date] `json:"asked,omitzero"`
	Service    Service            `json:"service"`
	Holder     Holder             `json:"holder"`
	Authority  Authority          `json:"authority"`
	Expression Expression         `json:"expression,omitzero"`
	Decision   Decision           `json:"decision,omitzero"`
}

// A Service is what is asked for.
type Service struct {
	Name string                `json:"name,omitempty"`
	Kind law.Fact[ServiceKind] `json:"kind,omitzero"`
	// Provided says that the authority provides it, or has it provided.
	Provided law.Fact[bool] `json:"provided,omitzero"`
	// InEngland says that this is in the exercise of functions in relation to England.
	InEngland law.Fact[bool] `json:"in_england,omitzero"`
	// WithHealth says that it is commissioned in conjunction with health services, under a
	// partnership arrangement or jointly with an NHS body.
	WithHealth law.Fact[bool] `json:"with_health,omitzero"`
	// ByHealth says that an NHS body commissions it on the authority's behalf.
	ByHealth law.Fact[bool] `json:"by_health,omitzero"`
	// NamedPerson says that it is for a named person with complex individual needs.
	NamedPerson law.Fact[bool] `json:"named_person,omitzero"`
}

// A Holder is who asks.
type Holder struct {
	Name string               `json:"name,omitempty"`
	Kind law.Fact[HolderKind] `json:"kind,omitzero"`
	// Staff is how many employees ask, and OfAuthority that the authority asked employs them.
	Staff       law.Fact[int64] `json:"staff,omitzero"`
	OfAuthority law.Fact[bool]  `json:"of_authority,omitzero"`
	// NotForProfit says that its activities are not carried on for profit; Surplus that they
	// leave one, and SurplusUsed that it is used for them or invested in the community.
	NotForProfit law.Fact[bool] `json:"not_for_profit,omitzero"`
	Surplus      law.Fact[bool] `json:"surplus,omitzero"`
	SurplusUsed  law.Fact[bool] `json:"surplus_used,omitzero"`
	// ForCommunity says that it carries on its activities primarily for the community's benefit.
	ForCommunity law.Fact[bool] `json:"for_community,omitzero"`
	// CharitableOnly says that it is established for charitable purposes only.
	CharitableOnly law.Fact[bool] `json:"charitable_only,omitzero"`
	// PublicBody says that it is a public or local authority.
	PublicBody law.Fact[bool] `json:"public_body,omitzero"`
}

// An Authority is who is asked, with the periods that it has published.
type Authority struct {
	Name string                  `json:"name,omitempty"`
	Kind law.Fact[AuthorityKind] `json:"kind,omitzero"`
	// Windows are the periods in which expressions of interest in this service may be
	// submitted; none where the authority has specified none, and they may be at any time.
	Windows law.Fact[[]Period] `json:"windows,omitzero"`
	// DecideWithin is how many days may pass between receipt and the notice of the decision.
	DecideWithin law.Fact[int64] `json:"decide_within_days,omitzero"`
	// BeginAfter and BeginWithin are how many days must, and may, pass between acceptance
	// and the start of the procurement exercise.
	BeginAfter  law.Fact[int64] `json:"begin_after_days,omitzero"`
	BeginWithin law.Fact[int64] `json:"begin_within_days,omitzero"`
	// Published says that these periods are on the authority's website.
	Published law.Fact[bool] `json:"published,omitzero"`
}

// A Period runs from its first day to its last.
type Period struct {
	First law.Date `json:"first"`
	Last  law.Date `json:"last"`
}

// Holds reports whether a day lies in the period.
func (p Period) Holds(d law.Date) bool {
	return !d.IsZero() && !d.Before(p.First) && !d.After(p.Last)
}

// An Expression is what an expression of interest holds.
type Expression struct {
	Written law.Fact[bool] `json:"written,omitzero"`
	// Resources says that it informs of the body's financial resources; Capability that it
	// has evidence of being capable by the time of any procurement exercise.
	Resources  law.Fact[bool] `json:"resources,omitzero"`
	Capability law.Fact[bool] `json:"capability,omitzero"`
	// Identified says that the service and the geographical area can be told from it.
	Identified law.Fact[bool] `json:"identified,omitzero"`
	// Outcomes says that it tells how social, economic or environmental well-being is
	// promoted or improved; Needs, how the needs of users are met.
	Outcomes law.Fact[bool] `json:"outcomes,omitzero"`
	Needs    law.Fact[bool] `json:"needs,omitzero"`
	// Engagement says that employees tell how they will engage others whom it affects.
	Engagement law.Fact[bool] `json:"engagement,omitzero"`
	// Partners are the other members of a consortium, and subcontractors.
	Partners law.Fact[[]Partner] `json:"partners,omitzero"`
}

// A Partner is a member of a consortium or a subcontractor, such as a charity.
type Partner struct {
	Name       string         `json:"name,omitempty"`
	Resources  law.Fact[bool] `json:"resources,omitzero"`
	Capability law.Fact[bool] `json:"capability,omitzero"`
}

// A Decision is what the authority did.
type Decision struct {
	// Told is the day on which it told the body when to expect a decision.
	Told     law.Fact[law.Date] `json:"told,omitzero"`
	Ruling   law.Fact[Ruling]   `json:"ruling,omitzero"`
	Decided  law.Fact[law.Date] `json:"decided,omitzero"`
	Notified law.Fact[law.Date] `json:"notified,omitzero"`
	// Withdrawn is the day on which the body withdrew, if it did.
	Withdrawn law.Fact[law.Date] `json:"withdrawn,omitzero"`
	// WellBeing says that it considered whether acceptance would promote or improve the
	// area's well-being; Guidance that it had regard to the Secretary of State's.
	WellBeing law.Fact[bool] `json:"well_being_considered,omitzero"`
	Guidance  law.Fact[bool] `json:"guidance_regarded,omitzero"`
	// NotOtherwise says that it thought the expression not otherwise capable of acceptance;
	// Agreed that the body agreed to the modification.
	NotOtherwise law.Fact[bool] `json:"not_otherwise_acceptable,omitzero"`
	Agreed       law.Fact[bool] `json:"modification_agreed,omitzero"`
	// Grounds are those on which it rejected.
	Grounds law.Fact[[]Reliance] `json:"grounds,omitzero"`
	Reasons law.Fact[bool]       `json:"reasons_given,omitzero"`
	// OnWebsite says that the notice of the decision was published there.
	OnWebsite law.Fact[bool] `json:"published,omitzero"`
	// Begun is the day on which the procurement exercise began; Suited says that it suits
	// the contract's value and nature, and Promoted that well-being was considered in it.
	Begun    law.Fact[law.Date] `json:"procurement_begun,omitzero"`
	Suited   law.Fact[bool]     `json:"procurement_suited,omitzero"`
	Promoted law.Fact[bool]     `json:"procurement_well_being,omitzero"`
}

// A Reliance is a ground on which an authority rejects, with whether it holds: for a ground
// of fact, whether the fact is so; for one of judgement, whether the authority so considers.
// Ground 1 is found from the matter itself, and needs no answer here.
type Reliance struct {
	Ground law.Fact[Ground] `json:"ground,omitzero"`
	Holds  law.Fact[bool]   `json:"holds,omitzero"`
}

// Made reports whether anything is stated of an expression of interest or of what was done
// with it.
func (m *Matter) Made() bool {
	e, d := &m.Expression, &m.Decision
	return e.Written.Stated() || e.Resources.Stated() || e.Capability.Stated() || e.Identified.Stated() || e.Outcomes.Stated() ||
		e.Needs.Stated() || d.Told.Stated() || d.Ruling.Stated() || d.Decided.Stated() || d.Notified.Stated() || d.Begun.Stated()
}

// ErrMatter is wrapped by every refusal of a matter that cannot be.
var ErrMatter = errors.New("not a matter")

// mostDays bounds the periods of days that an authority publishes.
const mostDays = 3660

// Check refuses what cannot be: dates out of order and periods that end before they begin.
// The error begins with the place.
func (m *Matter) Check() error {
	if n, ok := m.Holder.Staff.Get(); ok && n < 0 {
		return fmt.Errorf("holder.staff: %w: %d employees", ErrMatter, n)
	}
	if err := m.Authority.check(); err != nil {
		return err
	}
	return m.checkOrder()
}

func (a *Authority) check() error {
	for i, p := range a.Windows.Or(nil) {
		if p.First.IsZero() || p.Last.IsZero() || p.Last.Before(p.First) {
			return fmt.Errorf("%s: %w: a period from %v to %v", law.Path("authority.windows", i, "last"), ErrMatter, p.First, p.Last)
		}
	}
	for _, d := range []struct {
		path string
		days *law.Fact[int64]
	}{
		{"authority.decide_within_days", &a.DecideWithin},
		{"authority.begin_after_days", &a.BeginAfter},
		{"authority.begin_within_days", &a.BeginWithin},
	} {
		if n, ok := d.days.Get(); ok && (n < 0 || n > mostDays) {
			return fmt.Errorf("%s: %w: %d days, where 0 to %d are taken", d.path, ErrMatter, n, mostDays)
		}
	}
	least, ok1 := a.BeginAfter.Get()
	most, ok2 := a.BeginWithin.Get()
	if ok1 && ok2 && most < least {
		return fmt.Errorf("authority.begin_within_days: %w: %d days at most, and %d at least", ErrMatter, most, least)
	}
	return nil
}

// checkOrder refuses an event dated before the one that it must follow.
func (m *Matter) checkOrder() error {
	d := &m.Decision
	for _, pair := range []struct {
		path, after string
		day, since  *law.Fact[law.Date]
	}{
		{"decision.told", "the receipt", &d.Told, &m.Asked},
		{"decision.decided", "the receipt", &d.Decided, &m.Asked},
		{"decision.notified", "the receipt", &d.Notified, &m.Asked},
		{"decision.notified", "the decision", &d.Notified, &d.Decided},
		{"decision.withdrawn", "the receipt", &d.Withdrawn, &m.Asked},
		{"decision.procurement_begun", "the decision", &d.Begun, &d.Decided},
	} {
		day, ok1 := pair.day.Get()
		since, ok2 := pair.since.Get()
		if ok1 && ok2 && day.Before(since) {
			return fmt.Errorf("%s: %w: %v is before %s, on %v", pair.path, ErrMatter, day, pair.after, since)
		}
	}
	return nil
}
