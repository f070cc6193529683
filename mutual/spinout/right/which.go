package right

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An Answer is what each right says to a holder who asks an authority for a service on a day.
type Answer struct {
	On law.Date `json:"on"`
	// Rights has each right once, in the order in which they came.
	Rights []Entitlement `json:"rights"`
}

// An Entitlement is one right, as at the day.
type Entitlement struct {
	Right Right `json:"right"`
	// Outcome is met where the holder has the right, breached where some condition of it is
	// not met, unknown, or not in force on the day.
	Outcome law.Outcome `json:"outcome"`
	// Says puts the outcome, and when the right could be used, in a sentence.
	Says string `json:"says"`
	// By is where the right is, or what tells of it.
	By law.Provision `json:"by"`
	// Prize is what a yes leads to, and PrizeSays how.
	Prize     Prize  `json:"prize"`
	PrizeSays string `json:"prize_says"`
	Decider   string `json:"decider,omitempty"`
	Appeal    string `json:"appeal"`
	// StaffTerms says on what terms staff would move, as far as a source tells.
	StaffTerms string `json:"staff_terms,omitempty"`
	// Steps are those to be taken, and Refusals the only lawful grounds of refusal; both are
	// empty where the holder cannot have the right. No closed list of grounds was found for
	// the two policies.
	Steps    []Step    `json:"steps,omitempty"`
	Refusals []Refusal `json:"refusals,omitempty"`
	// Report has every condition, and Unknown what would settle those that are not decided,
	// with what no source tells.
	Report  *law.Report   `json:"report"`
	Unknown []law.Missing `json:"unknown,omitempty"`
}

// Open lists the rights that the holder has, in order.
func (a *Answer) Open() []Entitlement { return a.with(law.Met) }

// Perhaps lists the rights of which it is not known whether the holder has them.
func (a *Answer) Perhaps() []Entitlement { return a.with(law.Unknown) }

func (a *Answer) with(o law.Outcome) (out []Entitlement) {
	for _, e := range a.Rights {
		if e.Outcome == o {
			out = append(out, e)
		}
	}
	return out
}

// Which says which right a holder has to ask an authority for a service on a day: by each
// right the outcome, the steps with their deadlines as dates, who decides, the lawful grounds
// of refusal, what a yes leads to, and what is unknown. The figures are the caller's.
func Which(s *Service, h *Holder, a *Authority, on law.Date, f *Figures) (*Answer, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day on which to ask", law.ErrDate)
	}
	m := &Matter{Asked: law.Known(on), Service: *s, Holder: *h, Authority: *a}
	if err := m.Check(); err != nil {
		return nil, err
	}
	out := &Answer{On: on}
	for r := Request; r <= Mutualise; r++ {
		out.Rights = append(out.Rights, entitlement(r, m, on, f))
	}
	return out, nil
}

func entitlement(r Right, m *Matter, on law.Date, f *Figures) Entitlement {
	e := about(r)
	switch r {
	case Request:
		e.Report = request.Judge(m, f, on, law.England)
	case Provide:
		e.Report = provide.Judge(m, f, on, law.England)
	case Challenge:
		e.Report = entitled.Judge(m, f, on, law.England)
	default:
		e.Report = law.NewRules[Matter, Figures]().Judge(m, f, on, law.England)
	}
	e.Outcome = outcomeOf(e.Report, false)
	e.Says = said(&e, on)
	e.Unknown = e.Report.Unsettled()
	for _, finding := range e.Report.Findings {
		if d := finding.Doubt; d != nil && !asked(e.Unknown, d.Question) {
			e.Unknown = append(e.Unknown, law.Missing{Path: "on", Question: d.Question})
		}
	}
	if e.Outcome != law.Met && e.Outcome != law.Unknown {
		return e
	}
	e.Steps = Steps(r, m, on, f)
	for _, s := range e.Steps {
		if s.Unknown != "" {
			e.Unknown = append(e.Unknown, law.Missing{Path: s.Path, Question: s.Unknown})
		}
	}
	if r == Challenge {
		e.Refusals = Grounds()
	}
	return e
}

func asked(list []law.Missing, question string) bool {
	for _, m := range list {
		if m.Question == question {
			return true
		}
	}
	return false
}

// about holds what does not depend on the matter.
func about(r Right) Entitlement {
	switch r {
	case Request:
		return Entitlement{
			Right: r, By: requestSays.At("", ""), Prize: FirstContract, Decider: "the board of the primary care trust, with assurance by the strategic health authority",
			PrizeSays: "A first contract of three to five years with the new body; that it went without competition is general knowledge.",
			Appeal:    "None was found.", StaffTerms: "Those who moved kept the health service's pension scheme, which was closed to new recruits.",
		}
	case Provide:
		return Entitlement{
			Right: r, By: provideSays.At("", ""), Prize: BusinessCase, Decider: "the organisation's board, finally after assurance",
			PrizeSays:  "A business case, assurance and a spin-out; that no route to a contract was guaranteed is general knowledge.",
			Appeal:     "None was found; the Mutuals Taskforce asked for clear pathways and appeals in 2012.",
			StaffTerms: "At first as under the Right to Request.",
		}
	case Challenge:
		return Entitlement{
			Right: r, By: localism2011.At("ss. 81-86", "part/5/chapter/2"), Prize: Competition, Decider: "the relevant authority",
			PrizeSays: "A procurement exercise that is open to all comers, which the body that challenged can lose.",
			Appeal:    "None; judicial review.", StaffTerms: "The regulations of 2006 on transfers, where they apply.",
		}
	case Mutualise:
	}
	return Entitlement{
		Right: r, By: manifestos.At("", ""), Prize: Nothing, PrizeSays: "Nothing: no such right was enacted.", Appeal: "None.",
	}
}

// said puts an outcome in a sentence.
func said(e *Entitlement, on law.Date) string {
	when := map[Right]string{
		Request:   "It could be used from 2008 until 17 November 2010.",
		Provide:   "It could be used from March 2011 until 31 December 2011.",
		Challenge: "It can be used since 27 June 2012.",
		Mutualise: "It stood in manifestos of 2015 and 2017, and was marked as not started in November 2019; none is enacted.",
	}[e.Right]
	has := map[law.Outcome]string{
		law.Met:      "The holder has the right on %s. ",
		law.Breached: "The holder has not got the right on %s: a condition is not met. ",
		law.Unknown:  "It is not known whether the holder has the right on %s. ",
	}[e.Outcome]
	if has == "" {
		has = "There is no such right on %s. "
	}
	return fmt.Sprintf(has, on.Long()) + when
}

// ErrNever is wrapped by every refusal of a question that a right never covered, on any day.
var ErrNever = errors.New("the right never covered it")

// Never refuses a matter that a right could not cover on any day, and names the place: a
// service, an authority or a holder of a kind that it never had. What is not stated is let
// through. The right to mutualise covered nothing.
func Never(r Right, m *Matter) error {
	service, ok1 := m.Service.Kind.Get()
	authority, ok2 := m.Authority.Kind.Get()
	holder, ok3 := m.Holder.Kind.Get()
	refuse := func(path string, kind any) error {
		return fmt.Errorf("%s: %w: the %s, and the kind %v", path, ErrNever, r.Title(), kind)
	}
	health := service == CommunityHealth || service == OtherHealth || service == SocialCare
	switch {
	case r == Mutualise:
		return fmt.Errorf("right: %w: no right to mutualise was enacted", ErrNever)
	case r == Request && ok1 && service != CommunityHealth, r == Provide && ok1 && !health:
		return refuse("service.kind", service)
	case r == Request && ok2 && authority != PrimaryCareTrust, r == Challenge && ok2 && !authority.Relevant():
		return refuse("authority.kind", authority)
	case r == Challenge && m.Service.NamedPerson.Or(false):
		return fmt.Errorf("service.named_person: %w: a service for a named person with complex needs", ErrNever)
	case r != Challenge && ok3 && holder != Employees, r == Challenge && ok3 && (holder == PublicBody || holder == Enterprise):
		return refuse("holder.kind", holder)
	}
	return nil
}
