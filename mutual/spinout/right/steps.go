package right

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Step is what somebody must or may do, and by when.
type Step struct {
	Who  string `json:"who"`
	Does string `json:"does"`
	// NotBefore and By are the first and last days, where the law or the authority gives any.
	NotBefore law.Date `json:"not_before,omitzero"`
	By        law.Date `json:"by,omitzero"`
	// Within says how long it may take, where that runs from a day which is still to come.
	Within    string        `json:"within,omitempty"`
	Provision law.Provision `json:"provision"`
	Link      string        `json:"link,omitempty"`
	// Unknown is what must be asked to find the day, and Path where its answer goes.
	Unknown string `json:"unknown,omitempty"`
	Path    string `json:"path,omitempty"`
}

// Steps lists the steps of a right for a matter that is asked on a day, in order, whether or
// not the holder has the right. Where the authority has decided, the days of the procurement
// exercise follow from its decision. Those of the right to mutualise are none.
func Steps(r Right, m *Matter, on law.Date, f *Figures) []Step {
	var out []Step
	switch r {
	case Request:
		out = requestSteps(on, f)
	case Provide:
		out = provideSteps()
	case Challenge:
		out = challengeSteps(m, on, f)
	case Mutualise:
	}
	for i := range out {
		out[i].Link = out[i].Provision.Link(on)
	}
	return out
}

func requestSteps(on law.Date, f *Figures) []Step {
	const timings = "No source found gives the day."
	award := Step{
		Who: "the primary care trust", Does: "awards the first contract, without competition",
		Provision: requestSays.At("on the first contract", ""),
	}
	least, ok1 := f.ContractLeast.At(on)
	most, ok2 := f.ContractMost.At(on)
	if ok1 && ok2 {
		award.Within = fmt.Sprintf("for %d to %d years", least.Value, most.Value)
	}
	return []Step{
		{Who: "the staff", Does: "put a proposal to the board", By: law.MustDate(requestLast), Provision: lastWave.At("", "")},
		{Who: "the staff", Does: "write a business plan", Provision: requestSays.At("", ""), Unknown: "By when must the business plan be ready? " + timings, Path: "asked"},
		{Who: "the board of the primary care trust", Does: "must consider the proposal", Provision: requestSays.At("", ""), Unknown: "By when must the board decide? " + timings, Path: "decision.decided"},
		{Who: "the strategic health authority", Does: "assures the plan", Provision: knowledge.At("", "")},
		award,
	}
}

func provideSteps() []Step {
	const timings = "No source found gives the day."
	return []Step{
		{Who: "the staff", Does: "put an expression of interest to the organisation's board", By: law.MustDate(provideLast), Provision: provideSays.At("", "")},
		{Who: "the board", Does: "reviews it", Provision: provideSays.At("", ""), Unknown: "By when must the board review it? " + timings, Path: "decision.decided"},
		{Who: "the staff", Does: "write a business case", Provision: provideSays.At("", "")},
		{Who: "the board", Does: "decides finally, after assurance", Provision: provideSays.At("", ""), Unknown: "By when must the board decide? " + timings, Path: "decision.decided"},
	}
}

func challengeSteps(m *Matter, on law.Date, f *Figures) []Step {
	const authority, body = "the authority", "the body"
	return []Step{
		submit(&m.Authority, on),
		tell(m, on, f),
		decide(&m.Authority, on),
		{Who: authority, Does: "gives reasons if it modifies or rejects, and publishes the notification on its website", Within: "in the notification of the decision", Provision: section("s. 84(8)-(9)", "84")},
		{Who: body, Does: "may withdraw at any time, and need not agree to a modification; the authority may go to procurement all the same", Provision: section("s. 84(10)-(11)", "84")},
		procure(&m.Authority, m.Decision.Decided.Or(law.Date{})),
		{Who: body, Does: "competes in the procurement exercise with all comers, and may lose", Provision: section("s. 83(2)-(3)", "83")},
	}
}

// submit is the first step: any time, or in a period that the authority specified.
func submit(a *Authority, on law.Date) Step {
	s := Step{Who: "the body", Does: "submits an expression of interest in writing, with all that SI 2012/1313 Sch 1 asks for", Provision: section("ss. 81(1), 82", "82")}
	windows, ok := a.Windows.Get()
	if !ok {
		s.Unknown, s.Path = "Has the authority specified periods in which expressions of interest may be submitted?", "authority.windows"
		return s
	}
	if len(windows) == 0 {
		s.Within = "at any time"
		return s
	}
	var next Period
	for _, p := range windows {
		if p.Holds(on) {
			s.NotBefore, s.By = p.First, p.Last
			return s
		}
		if p.First.After(on) && (next.First.IsZero() || p.First.Before(next.First)) {
			next = p
		}
	}
	s.NotBefore, s.By = next.First, next.Last
	s.Within = fmt.Sprintf("on %s, outside every period that it specified, the authority may refuse to consider it", on.Long())
	return s
}

func tell(m *Matter, on law.Date, f *Figures) Step {
	s := Step{Who: "the authority", Does: "tells the body in writing when to expect a decision", Provision: section("s. 84(6)-(7)", "84")}
	windows, ok := m.Authority.Windows.Get()
	s.By, _ = TellBy(on, windows, f)
	if !ok {
		s.Unknown, s.Path = "Was it submitted within a period that the authority specified? The 30 days then begin after the end of that.", "authority.windows"
	}
	return s
}

func decide(a *Authority, on law.Date) Step {
	s := Step{
		Who: "the authority", Does: "decides, having considered the well-being of its area, and notifies the body in writing: accepted, accepted as modified with the body's agreement, or rejected",
		Provision: section("ss. 83(1), (8), 84(1)-(3), (8)", "84"),
	}
	if days, ok := a.DecideWithin.Get(); ok {
		s.By = DecideBy(on, days)
		return s
	}
	s.Unknown, s.Path = "What maximum period has the authority specified for its decision? The Act has no number of days.", "authority.decide_within_days"
	return s
}

func procure(a *Authority, accepted law.Date) Step {
	s := Step{Who: "the authority", Does: "begins a procurement exercise that suits the contract's value and nature, if it accepts", Provision: section("s. 83(2)-(7)", "83")}
	least, ok1 := a.BeginAfter.Get()
	most, ok2 := a.BeginWithin.Get()
	switch {
	case !ok1 || !ok2:
		s.Unknown, s.Path = "What minimum and maximum periods has the authority specified between acceptance and the exercise?", "authority.begin_within_days"
	case accepted.IsZero():
		s.Within = fmt.Sprintf("%d to %d days after its decision", least, most)
	default:
		s.NotBefore, s.By = law.DaysFrom(accepted, int(least)), law.DaysFrom(accepted, int(most))
	}
	return s
}
