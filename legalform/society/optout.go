package society

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on a resolution that disapplies the duty to appoint auditors.
const (
	OptOutUnavailable     law.Code = "society.opt-out-unavailable"
	OptOutUnavailable1996 law.Code = "society.opt-out-unavailable-1996"
	OptOutNotCarried      law.Code = "society.opt-out-not-carried"
	OptOutNotCarried1996  law.Code = "society.opt-out-not-carried-1996"
	OptOutExcluded        law.Code = "society.opt-out-excluded"
	OptOutExcluded1996    law.Code = "society.opt-out-excluded-1996"
	OptOutLapsed          law.Code = "society.opt-out-lapsed"
	OptOutLapsed1996      law.Code = "society.opt-out-lapsed-1996"
)

// An OptOut is a resolution that disapplies the duty to appoint auditors for the year.
type OptOut struct {
	Resolved law.Fact[law.Date] `json:"resolved,omitzero"`
	// Votes counts those cast on the resolution; Entitled counts the members entitled to vote
	// under the rules. A vote against is taken for one member's.
	Votes law.Fact[governance.Tally] `json:"votes,omitzero"`
	// Noticed says that the registrar gave the society notice, before the end of the year,
	// that it may not disapply the duty for the year.
	Noticed law.Fact[bool] `json:"registrar_notice,omitzero"`
}

// ExclusionKind is what shuts a society out of the power to do without an audit.
type ExclusionKind uint8

// The exclusions. AsOtherLandlord is a social landlord, or before that a housing association,
// registered outside Scotland, and ForInsuranceAccounts a society that prepares accounts under
// the insurance regulations of 1993: of Great Britain's Acts only that of 1968 excludes those
// two. In Northern Ireland a registered housing association is the other landlord. A society
// that is stated to be a credit union is shut out whatever the list says; in the list it is
// one for a time.
const (
	AsCreditUnion ExclusionKind = iota + 1
	AsSubsidiary
	AsParent
	ForDeposit
	AsScottishLandlord
	AsOtherLandlord
	ForInsuranceAccounts
)

var exclusionKinds = []string{
	"", "credit-union", "is-subsidiary", "has-subsidiary", "holds-deposit", "scottish-social-landlord", "other-social-landlord", "insurance-accounts",
}

// String gives the JSON value.
func (k ExclusionKind) String() string { return law.NameOf(exclusionKinds, k) }

// MarshalText writes String.
func (k ExclusionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ExclusionKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, exclusionKinds, b, "what excludes a society from doing without an audit")
}

// An Exclusion is a time in which something shut the society out. A deposit in the form of
// withdrawable share capital is none.
type Exclusion struct {
	Kind ExclusionKind `json:"kind"`
	// From and Until are the first and last days; no date is from before the year, and still.
	From  law.Date `json:"from,omitzero"`
	Until law.Date `json:"until,omitzero"`
}

// holds reports whether the exclusion held on some day from one to another.
func (x *Exclusion) holds(from, to law.Date) bool {
	return !x.From.After(to) && (x.Until.IsZero() || !x.Until.Before(from))
}

var optOutResolved = inAccounts("opt_out.resolved", func(a *Accounts) law.Fact[law.Date] { return a.OptOut.Or(OptOut{}).Resolved })

var (
	optOutWithin = rule{
		Code: OptOutUnavailable, Provision: optOutFigures.now.provision,
		Says: "A society may by resolution disapply the duty to appoint auditors for a year of account only if in the preceding year its assets at the end " +
			"did not exceed the limit and its turnover or, of a charity, its gross income, did not exceed the limit, adjusted for a year that is not one of twelve months.",
		InForce: from2014, Event: optOutResolved, Applies: optsOut, Check: optOutAvailable,
		Remedy: "Appoint qualified auditors for the year.",
	}
	optOutVote = rule{
		Code: OptOutNotCarried, Provision: optOutVoted.now.provision,
		Says: "The resolution must be passed at a general meeting at which less than 20% of the total votes cast, and less than 10% of the members entitled to " +
			"vote, are against it.",
		InForce: from2014, Event: optOutResolved, Applies: optsOut, Check: optOutCarried,
		Remedy: "Appoint qualified auditors, or put the resolution again within the year.",
	}
	optOutShut = rule{
		Code: OptOutExcluded, Provision: optOutOpenTo.now.provision,
		Says: "A credit union, a subsidiary, a society that has one, one that holds, or since the end of the preceding year has held, a deposit, and a social " +
			"landlord registered in Scotland may not disapply the duty.",
		InForce: from2014, Event: optOutResolved, Applies: optsOut, Check: optOutOpen,
		Remedy: "Appoint qualified auditors for the year.",
	}
	optOutLapse = rule{
		Code: OptOutLapsed, Provision: optOutUndone.now.provision,
		Says:    "The resolution has no effect if at any time before the end of the year the society comes within what excludes it, or the registrar gives it notice.",
		InForce: from2014, Event: optOutResolved, Applies: optsOut, Check: optOutStands,
		Remedy: "Appoint qualified auditors for the year.",
	}
)

var optOutRules = law.Topic("opting out of audit",
	under1965(optOutWithin, OptOutUnavailable1996, optOutFigures.before.provision, start1996),
	optOutWithin,
	under1965(optOutVote, OptOutNotCarried1996, optOutVoted.before.provision, start1996),
	optOutVote,
	optOutShut1996(),
	optOutShut,
	under1965(optOutLapse, OptOutLapsed1996, optOutUndone.before.provision, start1996),
	optOutLapse,
)

func optOutShut1996() rule {
	r := under1965(optOutShut, OptOutExcluded1996, optOutOpenTo.before.provision, start1996)
	r.Says = "A credit union, a registered housing association, a subsidiary, a society that has one, one that prepares accounts under the insurance " +
		"regulations of 1993, and one that holds, or since the end of the preceding year has held, a deposit may not disapply the duty."
	return r
}

func optsOut(c *kase) bool {
	return hasAccounts(c) && c.Subject.Accounts.Ptr().OptOut.Stated()
}

func optOutAvailable(c *kase) {
	a := c.Subject.Accounts.Ptr()
	showFact(c, &a.Preceding.Assets, "accounts.preceding.assets")
	showFact(c, &a.Preceding.Turnover, "accounts.preceding.turnover")
	putCriterion(c, OptOutFigures(c.Subject, c.Figures, c.On))
}

func optOutCarried(c *kase) {
	votes, ok := law.Need(c, &c.Subject.Accounts.Ptr().OptOut.Ptr().Votes, "accounts.opt_out.votes")
	if ok {
		putCriterion(c, OptOutVote(c.Figures, votes, c.On))
	}
}

func optOutOpen(c *kase)   { putCriterion(c, c.Figures.optOutOpen(c.Subject, c.On)) }
func optOutStands(c *kase) { putCriterion(c, c.Figures.optOutStands(c.Subject, c.On)) }

// MostAgainst returns the largest number of votes against a resolution to do without an
// audit that still leaves it valid: under a fifth of the votes cast and under a tenth of
// the members entitled to vote, both. It is -1 where nobody votes, which passes nothing, and
// false on a date before there was the power.
func (f *Figures) MostAgainst(cast, entitled int64, on law.Date) (int64, bool) {
	ofCast, ok1 := f.OptOutAgainstCast.At(on)
	ofAll, ok2 := f.OptOutAgainstAll.At(on)
	if !ok1 || !ok2 {
		return 0, false
	}
	under := func(part law.Ratio, whole int64) int64 { return int64(part.OfUp(law.Pence(whole))) - 1 }
	return min(under(ofCast.Value, cast), under(ofAll.Value, entitled)), true
}

// OptOutVote puts the votes on a resolution to do without an audit to the two limits.
func OptOutVote(f *Figures, votes governance.Tally, on law.Date) Criterion {
	k := f.test(&optOutVoted, on)
	k.Path = "accounts.opt_out.votes"
	most, ok := f.MostAgainst(votes.Cast(), votes.Entitled, on)
	switch {
	case !ok:
		return k.says(law.Breached, "There was no power to do without an audit on "+on.Long()+".")
	case votes.Entitled == 0:
		return k.lack("accounts.opt_out.votes.entitled", "How many members were entitled to vote?")
	}
	o := law.Met
	if votes.Against > most {
		o = law.Breached
	}
	return k.says(o, fmt.Sprintf("%d of %d votes cast, by members of whom %d were entitled to vote, were against the resolution; no more than %d may be.",
		votes.Against, votes.Cast(), votes.Entitled, max(most, 0)))
}

// OptOutOpen says whether anything shut the society out on the day of the resolution, by the
// law of Great Britain. AuditNeeded puts the test of the law whose figures it is given.
func OptOutOpen(s *Society, resolved law.Date) Criterion { return greatBritain.optOutOpen(s, resolved) }

func (f *Figures) optOutOpen(s *Society, resolved law.Date) Criterion {
	k := f.test(&optOutOpenTo, resolved)
	k.Path = "accounts.exclusions"
	if told(&s.CreditUnion) == yes {
		k.Path = "credit_union"
		return k.says(law.Breached, "The society is a credit union.")
	}
	a := s.Accounts.Ptr()
	if a == nil || !a.Exclusions.Stated() {
		return k.lack("accounts.exclusions", exclusionsAsked)
	}
	start, ok := a.Start.Get()
	if !ok {
		return k.lack("accounts.start", "")
	}
	return a.shut(f, k, resolved, func(x *Exclusion) bool {
		from := resolved
		if x.Kind == ForDeposit {
			from = start.AddDays(-1) // the end of the preceding year
		}
		return x.holds(from, resolved)
	})
}

const exclusionsAsked = "Has it a subsidiary or a deposit, or what else excludes it, at any time since the end of the preceding year?"

const (
	endedBefore    = "Does what shut the society out earlier in the year, and ended before the resolution, undo the resolution?"
	stillOnly      = "no, only what holds on the day of the resolution or later"
	anyTime        = "yes, since it is said of any time before the end of the year"
	landlordsMeant = "Did the exclusion of registered housing associations, of 1996, still stand outside Scotland? In the Act of 2014 it does not."
)

// OptOutStands says whether a resolution was undone before the end of the year, by what
// shut the society out or by the registrar's notice, by the law of Great Britain.
func OptOutStands(s *Society, resolved law.Date) Criterion {
	return greatBritain.optOutStands(s, resolved)
}

func (f *Figures) optOutStands(s *Society, resolved law.Date) Criterion {
	k := f.test(&optOutUndone, resolved)
	k.Path = "accounts.exclusions"
	a := s.Accounts.Ptr()
	if a == nil || !a.OptOut.Stated() {
		return k.lack("accounts.opt_out", "Was a resolution passed to disapply the duty to appoint auditors?")
	}
	if noticed, _ := a.OptOut.Ptr().Noticed.Get(); noticed {
		k.Path = "accounts.opt_out.registrar_notice"
		return k.says(law.Breached, "The registrar gave the society notice before the end of the year.")
	}
	start, ok1 := a.Start.Get()
	end, ok2 := a.End.Get()
	switch {
	case !a.Exclusions.Stated():
		return k.lack("accounts.exclusions", exclusionsAsked)
	case !ok1:
		return k.lack("accounts.start", "")
	case !ok2:
		return k.lack("accounts.end", "")
	}
	later := a.shut(f, k, resolved, func(x *Exclusion) bool { return x.holds(resolved, end) })
	if later.Outcome == law.Breached {
		return later
	}
	if !a.OptOut.Ptr().Noticed.Stated() {
		return later.lack("accounts.opt_out.registrar_notice", "")
	}
	earlier := a.shut(f, k, resolved, func(x *Exclusion) bool { return x.holds(start, resolved) })
	if later.Outcome == law.Met && earlier.Outcome == law.Breached && !resolved.Before(commenced2014) && !f.northern() {
		earlier.Doubt = &law.Doubt{Question: endedBefore, Readings: []law.Reading{{Says: stillOnly, Outcome: law.Met}, {Says: anyTime, Outcome: law.Breached}}}
		earlier.Outcome = law.Unknown
		return earlier
	}
	return later
}

// shut says what of the exclusions that the Act of the day knows held at a time.
func (a *Accounts) shut(f *Figures, k Criterion, on law.Date, held func(*Exclusion) bool) Criterion {
	if f.northern() {
		return a.shutNI(k, held)
	}
	var kinds []string
	landlord := false
	for i := range *a.Exclusions.Ptr() {
		x := &(*a.Exclusions.Ptr())[i]
		switch old := on.Before(commenced2014); {
		case !held(x) || x.Kind > AsOtherLandlord && !old || x.Kind == AsOtherLandlord && !old:
		case x.Kind == AsOtherLandlord:
			landlord = true
		default:
			kinds = append(kinds, fmt.Sprintf("%v (%s)", x.Kind, law.Path("exclusions", i, "")))
		}
	}
	switch {
	case kinds != nil:
		return k.says(law.Breached, "The society was shut out of doing without an audit: "+strings.Join(kinds, ", ")+".")
	case landlord:
		k.Says = "The society was shut out as a registered landlord outside Scotland."
		return k.doubt(law.Doubt{Question: landlordsMeant, Readings: []law.Reading{{Says: "yes", Outcome: law.Breached}, {Says: "no", Outcome: law.Met}}})
	}
	return k.says(law.Met, "Nothing shut the society out.")
}
