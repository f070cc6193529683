package employee

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Voice is what the Information and Consultation of Employees Regulations 2004 ask: how many
// are employed, who asked for an agreement, and what the employer did. The Regulations
// extend to Great Britain; Northern Ireland has its own (SR 2005/47), which are not modelled.
type Voice struct {
	// Months are the head-counts of the last twelve months, or of those since the
	// undertaking began where these are fewer.
	Months law.Fact[[]MonthCount] `json:"months,omitzero"`
	// HalfCounts says that the employer counts those on short hours as halves.
	HalfCounts law.Fact[bool] `json:"half_counts,omitzero"`
	// Requested says that employees have asked the employer to negotiate.
	Requested law.Fact[bool] `json:"requested,omitzero"`
	Request   VoiceRequest   `json:"request,omitzero"`
	// Standard says that the standard provisions apply or are about to.
	Standard law.Fact[bool] `json:"standard_provisions,omitzero"`
	// StandardFrom is the day on which they start, and Representatives how many are elected.
	StandardFrom    law.Fact[law.Date] `json:"standard_from,omitzero"`
	Representatives law.Fact[int64]    `json:"representatives,omitzero"`
	// Agreement is what was negotiated.
	Agreement VoiceAgreement `json:"agreement,omitzero"`
	// Employees is the number of employees of the undertaking, by which requests, ballots
	// and representatives go; the average of the months decides only whether the
	// Regulations apply.
	Employees law.Fact[int64] `json:"employees,omitzero"`
}

// MonthCount is who was employed in a month, throughout it or not.
type MonthCount struct {
	Employees int64 `json:"employees"`
	// ShortHours counts those whose contract, for the whole month, was for 75 hours or less
	// were it to have 21 working days, without absence or overtime.
	ShortHours int64 `json:"short_hours,omitempty"`
}

// VoiceRequest is a request to negotiate, or several that are counted together.
type VoiceRequest struct {
	// On is the day on which the request is made: that on which the last one needed was sent,
	// or on which the Central Arbitration Committee told how many there were.
	On law.Fact[law.Date] `json:"on,omitzero"`
	// First is the day of the earliest of several separate requests that are counted.
	First law.Fact[law.Date] `json:"first,omitzero"`
	By    law.Fact[int64]    `json:"by,omitzero"`
	// Written says that each is in writing, dated, names those who make it, and was sent to
	// the employer or to the Central Arbitration Committee.
	Written law.Fact[bool] `json:"written,omitzero"`
	// Bars are earlier events after which no request is valid for three years.
	Bars law.Fact[[]VoiceBar] `json:"bars,omitzero"`
	// Negotiated says that the employer took the steps that begin negotiations, as soon as
	// reasonably practicable.
	Negotiated law.Fact[bool] `json:"negotiations_begun,omitzero"`
	// Ballot is that by which the employer asks whether employees endorse the request.
	Ballot VoiceBallot `json:"ballot,omitzero"`
}

// VoiceBallot is a ballot on whether to endorse a request.
type VoiceBallot struct {
	// Held says that there is one.
	Held law.Fact[bool] `json:"held,omitzero"`
	// Existing says that pre-existing agreements, in writing and approved by the employees,
	// cover them all and set out how they are informed and their views sought.
	Existing law.Fact[bool]     `json:"pre_existing_agreement,omitzero"`
	Told     law.Fact[law.Date] `json:"told,omitzero"`
	// First is the first day on which votes are cast.
	First   law.Fact[law.Date] `json:"first_day,omitzero"`
	For     law.Fact[int64]    `json:"for,omitzero"`
	Against law.Fact[int64]    `json:"against,omitzero"`
}

// VoiceAgreement is a negotiated agreement.
type VoiceAgreement struct {
	// Reached says that there is one, and Dated when it is dated.
	Reached law.Fact[bool]     `json:"reached,omitzero"`
	Dated   law.Fact[law.Date] `json:"dated,omitzero"`
	// CoversAll says that it, or its parts together, cover all the employees.
	CoversAll law.Fact[bool] `json:"covers_all,omitzero"`
	// InForm says that it is in writing, dated and signed for the employer, sets out when
	// employees must be informed and consulted, and provides for representatives or for
	// doing so directly.
	InForm law.Fact[bool] `json:"in_form,omitzero"`
	// Negotiators is how many negotiating representatives there are, and Signed by how many
	// it is signed.
	Negotiators law.Fact[int64] `json:"negotiators,omitzero"`
	Signed      law.Fact[int64] `json:"signed,omitzero"`
	// InWriting is how many employees approved it in writing; BallotFor and BallotAgainst are
	// the votes of a ballot on it.
	InWriting     law.Fact[int64] `json:"approved_in_writing,omitzero"`
	BallotFor     law.Fact[int64] `json:"ballot_for,omitzero"`
	BallotAgainst law.Fact[int64] `json:"ballot_against,omitzero"`
}

// VoiceBar is an event after which no request or notification is valid for a time.
type VoiceBar struct {
	After law.Fact[VoiceEvent] `json:"after,omitzero"`
	// From is the date of the agreement, the day the standard provisions started to apply,
	// or the date of the request that was not endorsed.
	From law.Fact[law.Date] `json:"from,omitzero"`
	// Ended is when a negotiated agreement was terminated, if it was.
	Ended law.Fact[law.Date] `json:"ended,omitzero"`
	// Changed says that material changes in the undertaking since have left an agreement that
	// no longer covers all employees, or is no longer approved by them.
	Changed law.Fact[bool] `json:"materially_changed,omitzero"`
}

// VoiceEvent is what bars requests for a time.
type VoiceEvent uint8

// The events of regulation 12.
const (
	AgreementMade VoiceEvent = iota + 1
	StandardStarted
	NotEndorsed
)

var voiceEvents = []string{"", "agreement", "standard-provisions", "not-endorsed"}

// String gives the JSON value.
func (e VoiceEvent) String() string { return law.NameOf(voiceEvents, e) }

// MarshalText writes String.
func (e VoiceEvent) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what String writes.
func (e *VoiceEvent) UnmarshalText(b []byte) error {
	return law.ParseName(e, voiceEvents, b, "an event that bars requests")
}

// ErrVoice is wrapped by every refusal of head-counts and votes.
var ErrVoice = errors.New("cannot be counted")

// AverageEmployees returns the average of monthly head-counts, exactly: those of twelve
// months, or of all the months that there are. With halves, each on short hours counts as
// half. It refuses no months, more than most, and numbers that cannot be.
func AverageEmployees(months []MonthCount, halves bool, most int) (law.Ratio, error) {
	if len(months) == 0 || len(months) > most {
		return law.Ratio{}, fmt.Errorf("%w: %d months, where one to %d are counted", ErrVoice, len(months), most)
	}
	var doubled int64
	for i, m := range months {
		if m.Employees < 0 || m.Employees > maxHeads || m.ShortHours < 0 || m.ShortHours > m.Employees {
			return law.Ratio{}, fmt.Errorf("%w: months[%d]: %d on short hours among %d", ErrVoice, i, m.ShortHours, m.Employees)
		}
		doubled += 2 * m.Employees
		if halves {
			doubled -= m.ShortHours
		}
	}
	return law.Per(doubled, 2*int64(len(months))), nil
}

// RequestNeeds returns how many of so many employees must ask for a request made on a date to
// be valid: a fraction of them, rounded up to a whole employee, but not fewer nor more than
// the bounds (reg 7(2)-(3)). It reports whether there are figures on the date.
func RequestNeeds(employees int64, on law.Date, f *Figures) (int64, bool) {
	fraction, ok1 := f.RequestFraction.At(on)
	least, ok2 := f.RequestLeast.At(on)
	most, ok3 := f.RequestMost.At(on)
	if !ok1 || !ok2 || !ok3 {
		return 0, false
	}
	n := int64(fraction.Value.OfUp(law.Pence(min(max(employees, 0), maxHeads))))
	return min(max(n, least.Value), most.Value), true
}

// Endorses reports whether a ballot endorses a request made on a date: those in favour must
// be at least a fraction of all employees, and a majority of those who vote (reg 8(6)). It
// is false where there is no figure on the date.
func Endorses(inFavour, against, employees int64, on law.Date, f *Figures) bool {
	fraction, ok := f.BallotFraction.At(on)
	return ok && employees > 0 && fraction.Value.ReachedBy(inFavour, employees) && inFavour > against
}

// BallotDates returns the last day on which employees may be told of a ballot on a request,
// and the first on which, once told, they may vote (reg 8(3)). They are no dates where there
// are no figures on the day of the request.
func BallotDates(request, told law.Date, f *Figures) (tellBy, voteFrom law.Date) {
	months, ok1 := f.BallotTellMonths.At(request)
	days, ok2 := f.BallotWaitDays.At(request)
	if !ok1 || !ok2 {
		return law.Date{}, law.Date{}
	}
	return law.MonthsFrom(request, months.Value), law.DaysFrom(told, days.Value).AddDays(1)
}

// RepresentativesFor returns how many representatives are elected where the standard
// provisions start on a date: one for so many employees or part of them, within bounds (reg
// 19(3)). It reports whether there are figures on the date.
func RepresentativesFor(employees int64, on law.Date, f *Figures) (int64, bool) {
	per, ok1 := f.RepresentativePer.At(on)
	least, ok2 := f.RepresentativesLeast.At(on)
	most, ok3 := f.RepresentativesMost.At(on)
	if !ok1 || !ok2 || !ok3 || per.Value <= 0 {
		return 0, false
	}
	n := max(employees, 0) / per.Value
	if employees > 0 && employees%per.Value > 0 {
		n++
	}
	return min(max(n, least.Value), most.Value), true
}

// BarUntil returns the last day of a bar of so many years: from the agreement, the start of
// the standard provisions, or the request that was not endorsed (reg 12(1)). An agreement
// that is terminated bars until the day before that takes effect.
func (b *VoiceBar) BarUntil(years int) law.Date {
	last := law.MonthsFrom(b.From.Or(law.Date{}), 12*years)
	if b.After.Or(0) == AgreementMade {
		if ended, ok := b.Ended.Get(); ok && !ended.After(last) {
			return ended.AddDays(-1)
		}
	}
	return last
}

// VoiceFigures are the figures of the Regulations.
type VoiceFigures struct {
	// VoiceEmployees is from how many employees the Regulations apply.
	VoiceEmployees law.History[int64]
	VoiceMonths    law.History[int]
	// RequestFraction, RequestLeast and RequestMost say how many employees must ask, and
	// RequestMonths within how long.
	RequestFraction law.History[law.Ratio]
	RequestLeast    law.History[int64]
	RequestMost     law.History[int64]
	RequestMonths   law.History[int]
	// BallotFraction is of all employees: below it a request may be put to a ballot, and from
	// it on one is endorsed.
	BallotFraction law.History[law.Ratio]
	// BallotTellMonths is within how long the employees are told, and BallotWaitDays how
	// long after that the ballot must wait.
	BallotTellMonths law.History[int]
	BallotWaitDays   law.History[int]
	// ApprovalFraction is of all employees in writing, or of those voting.
	ApprovalFraction law.History[law.Ratio]
	// RepresentativePer, RepresentativesLeast and RepresentativesMost say how many are elected.
	RepresentativePer    law.History[int64]
	RepresentativesLeast law.History[int64]
	RepresentativesMost  law.History[int64]
	// BarYears is how long no further request is valid.
	BarYears law.History[int]
}

func enactedVoice() VoiceFigures {
	steps := ice2004.At("Sch 1", "schedule/1")
	reg := func(n string) law.Provision { return ice2004.At("reg "+n, "regulation/"+n) }
	return VoiceFigures{
		VoiceEmployees: law.Since("employee.voice_employees", "employees on average, at least",
			at(voiceBegan, int64(150), steps), at("2007-04-06", int64(100), steps), at("2008-04-06", int64(50), steps)),
		VoiceMonths: law.Since("employee.voice_months", "months averaged", at(voiceBegan, 12, reg("4"))),
		RequestFraction: law.Since("employee.voice_request_fraction", "of the employees in the undertaking, at least",
			at(voiceBegan, law.Percent(10), reg("7")), at("2020-04-06", law.Percent(2), voice2019.At("reg 16", "regulation/16"))),
		RequestLeast:         law.Since("employee.voice_request_least", "employees", at(voiceBegan, int64(15), reg("7"))),
		RequestMost:          law.Since("employee.voice_request_most", "employees", at(voiceBegan, int64(2500), reg("7"))),
		RequestMonths:        law.Since("employee.voice_request_months", "months between separate requests", at(voiceBegan, 6, reg("7"))),
		BallotFraction:       law.Since("employee.voice_ballot_fraction", "of the employees in the undertaking", at(voiceBegan, law.Percent(40), reg("8"))),
		BallotTellMonths:     law.Since("employee.voice_ballot_tell_months", "months of the date of the request", at(voiceBegan, 1, reg("8"))),
		BallotWaitDays:       law.Since("employee.voice_ballot_wait_days", "days from when employees are told", at(voiceBegan, 21, reg("8"))),
		ApprovalFraction:     law.Since("employee.voice_approval_fraction", "of employees in writing, or of those voting, at least", at(voiceBegan, law.Per(1, 2), reg("16"))),
		RepresentativePer:    law.Since("employee.voice_representative_per", "employees or part of them", at(voiceBegan, int64(50), reg("19"))),
		RepresentativesLeast: law.Since("employee.voice_representatives_least", "representatives", at(voiceBegan, int64(2), reg("19"))),
		RepresentativesMost:  law.Since("employee.voice_representatives_most", "representatives", at(voiceBegan, int64(25), reg("19"))),
		BarYears:             law.Since("employee.voice_bar_years", "years", at(voiceBegan, 3, reg("12"))),
	}
}

var (
	ice2004   = law.Instrument{Title: "Information and Consultation of Employees Regulations 2004 (SI 2004/3426)", Path: "uksi/2004/3426"}
	voice2019 = law.Instrument{Title: "Employment Rights (Miscellaneous Amendments) Regulations 2019 (SI 2019/731)", Path: "uksi/2019/731"}
)

// voiceBegan is the day on which the Regulations came into force.
const voiceBegan = "2005-04-06"
