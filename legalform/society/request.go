package society

import (
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on what members may ask of the registrar together.
const (
	TooFewForInspection     law.Code = "society.too-few-for-inspection"
	TooFewForInspection1965 law.Code = "society.too-few-for-inspection-1965"
	TooFewToRequisition     law.Code = "society.too-few-to-requisition"
	TooFewToRequisition1965 law.Code = "society.too-few-to-requisition-1965"
)

// RequestFigures are how many members must ask.
type RequestFigures struct {
	// InspectionMembers must have been members for InspectionMonths.
	InspectionMembers law.History[int64]
	InspectionMonths  law.History[int]
	// RequisitionPart of the members, or RequisitionMembers where those are fewer.
	RequisitionPart    law.History[law.Ratio]
	RequisitionMembers law.History[int64]
}

func enactedRequests() RequestFigures {
	s47, s49 := act1965.At("s. 47(1)", "section/47"), act1965.At("s. 49(1)", "section/49")
	s105, s106 := act2014.At("s. 105(1)-(2)", "section/105"), act2014.At("s. 106(1)", "section/106")
	return RequestFigures{
		InspectionMembers:  law.Since("society.inspection_members", "members, at least", at(start1965, int64(10), s47), at(start2014, int64(10), s105)),
		InspectionMonths:   law.Since("society.inspection_months", "months of membership, at least", at(start1965, 12, s47), at(start2014, 12, s105)),
		RequisitionPart:    law.Since("society.requisition_part", "of all members, at least", at(start1965, law.Per(1, 10), s49), at(start2014, law.Per(1, 10), s106)),
		RequisitionMembers: law.Since("society.requisition_members", "members, where fewer", at(start1965, int64(100), s49), at(start2014, int64(100), s106)),
	}
}

// RequestKind is what members ask the registrar for.
type RequestKind uint8

// The requests.
const (
	// InspectBooks is for an accountant or actuary to inspect the books and report.
	InspectBooks RequestKind = iota + 1
	// InspectAffairs is for inspectors to examine the society's affairs and report.
	InspectAffairs
	// CallMeeting is for a special meeting.
	CallMeeting
)

var requestKinds = []string{"", "inspect-books", "inspect-affairs", "call-meeting"}

// String gives the JSON value.
func (k RequestKind) String() string { return law.NameOf(requestKinds, k) }

// MarshalText writes String.
func (k RequestKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *RequestKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, requestKinds, b, "a request of members to the registrar")
}

// A Request is members' application to the registrar. What the registrar requires of
// evidence, notice and security is a matter of direction and is not judged.
type Request struct {
	On   law.Fact[law.Date]    `json:"on,omitzero"`
	Kind law.Fact[RequestKind] `json:"kind,omitzero"`
	// Applicants counts the members who apply.
	Applicants law.Fact[int64] `json:"applicants,omitzero"`
	// Since is when each applicant became a member, which matters to InspectBooks only.
	Since law.Fact[[]law.Date] `json:"since,omitzero"`
}

func (x *Request) check() error { return natural(x.Applicants, "applicants") }

func requestOf(s *Society) *law.Fact[Request] { return &s.Request }

var requestMade = dealingOn("request.on", requestOf, func(x *Request) law.Fact[law.Date] { return x.On })

var (
	inspection = rule{
		Code: TooFewForInspection, Provision: act2014.At("s. 105(1)-(2)", "section/105"),
		Says: "At least 10 members, each of them a member for at least one year immediately before the application, may apply for an accountant or " +
			"actuary to inspect the books.",
		InForce: from2014, Event: requestMade, Applies: asksFor(InspectBooks), Check: enoughToInspect,
		Remedy: "Find more members of a year's standing to join the application.",
	}
	requisition = rule{
		Code: TooFewToRequisition, Provision: act2014.At("s. 106(1)", "section/106"),
		Says:    "At least 10% of the members, or 100 of them if that is fewer, may apply for inspectors or for a special meeting.",
		InForce: from2014, Event: requestMade, Applies: asksFor(InspectAffairs, CallMeeting), Check: enoughToRequisition,
		Remedy: "Find more members to join the application.",
	}
)

var requests = law.Topic("inspections and meetings on request",
	under1965(inspection, TooFewForInspection1965, act1965.At("s. 47(1)", "section/47"), start1965), inspection,
	under1965(requisition, TooFewToRequisition1965, act1965.At("s. 49(1)", "section/49"), start1965), requisition,
)

func asksFor(kinds ...RequestKind) func(*kase) bool {
	return func(c *kase) bool {
		x := c.Subject.Request.Ptr()
		if x == nil {
			return false
		}
		k, ok := law.Need(c, &x.Kind, "request.kind")
		return ok && slices.Contains(kinds, k)
	}
}

// enoughToInspect takes a year's membership to be over on the day of the application that
// corresponds to the day of joining.
func enoughToInspect(c *kase) {
	least, ok := law.Read(c, &c.Figures.InspectionMembers, c.On)
	months, ok1 := law.Read(c, &c.Figures.InspectionMonths, c.On)
	since, ok2 := law.Need(c, &c.Subject.Request.Ptr().Since, "request.since")
	if !ok || !ok1 || !ok2 {
		return
	}
	if n := qualified(since, months, c.On); n < least {
		c.Breach("request.since", "%d of the applicants had been members for %d months; %d must have been.", n, months, least)
	}
}

func qualified(since []law.Date, months int, on law.Date) (n int64) {
	for _, d := range since {
		if !d.IsZero() && !law.MonthsFrom(d, months).After(on) {
			n++
		}
	}
	return n
}

// Requisition returns how many of a society's members must apply, on a date, for
// inspectors or a special meeting: a tenth of them rounded up, or a hundred if that is
// fewer. It is false where the figures hold none.
func (f *Figures) Requisition(members int64, on law.Date) (int64, bool) {
	part, ok := f.RequisitionPart.At(on)
	most, ok1 := f.RequisitionMembers.At(on)
	if !ok || !ok1 {
		return 0, false
	}
	return requisitioners(members, part.Value, most.Value), true
}

func requisitioners(members int64, part law.Ratio, most int64) int64 {
	return min(governance.Threshold{Fraction: part, Of: governance.AllEntitled}.Needs(members), most)
}

func enoughToRequisition(c *kase) {
	part, ok := law.Read(c, &c.Figures.RequisitionPart, c.On)
	most, ok1 := law.Read(c, &c.Figures.RequisitionMembers, c.On)
	members, ok2 := law.Need(c, &c.Subject.Members, "members")
	n, ok3 := law.Need(c, &c.Subject.Request.Ptr().Applicants, "request.applicants")
	if !ok || !ok1 || !ok2 || !ok3 {
		return
	}
	if least := requisitioners(members, part, most); n < least {
		c.Breach("request.applicants", "%d of %d members apply; %d must.", n, members, least)
	}
}
