package conversion

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// A period is a stretch of time in which a society turns into a company by the same law.
type period struct {
	name        string
	first, last string
	provision   law.Provision
	memorandum  law.Provision
	resolution  []Stage
	effect      Stage
	judges      []law.Code
}

// from is the window of the period from a day on, in Great Britain.
func (p *period) from(day string) []law.Window {
	w := law.From(max(day, p.first), law.GreatBritain)
	if p.last != "" {
		w = w.Until(p.last)
	}
	return []law.Window{w}
}

// periods: the Act of 1965, to which that of 2002 added the turnout, and the Act of 2014.
func (f *figures) periods() []period {
	s52, memorandum := societies1965.At("s. 52", "section/52"), societies1965.At("s. 52(2)", "section/52")
	before := []law.Code{
		society.ConversionNotCarried1965, society.NotNoticed1965, society.NotConfirmed1965, society.MeetingsApart1965, society.FiledLate1965,
	}
	void := stage(Effect, "It is registered as a company: its registration as a society becomes void and is cancelled.", societies1965.At("s. 52(4)", "section/52"))
	now := stage(Effect, "It is registered as a company: its registration as a society becomes void and is cancelled.", societies2014.At("s. 112(2)", "section/112"))
	return []period{
		{"1965", start1965, beforeTurnout, s52, memorandum, f.twoMeetings(start1965, false, "registrar", s52, societies1965.At("s. 50(5)", "section/50")), void, before},
		{
			"2002", startTurnout, last1965, s52, memorandum, f.twoMeetings(startTurnout, true, "registrar", s52, societies1965.At("s. 52(3B)", "section/52")), void,
			slices.Concat(before, []law.Code{society.TurnoutTooLow1965}),
		},
		{
			"2014", start2014, "", societies2014.At("ss. 112-114", "section/112"), societies2014.At("s. 114(2)", "section/114"),
			f.twoMeetings(start2014, true, "FCA", societies2014.At("s. 113(2)", "section/113"), societies2014.At("s. 113(5)-(8)", "section/113")), now,
			[]law.Code{society.ConversionNotCarried, society.TurnoutTooLow, society.NotNoticed, society.NotConfirmed, society.MeetingsApart, society.FiledLate},
		},
	}
}

// twoMeetings are the stages of a society's special resolution on becoming a company.
func (f *figures) twoMeetings(day string, turnout bool, registrar string, by, filing law.Provision) []Stage {
	s := &f.society
	first := atLeast(on(&s.ConversionMajority, day))
	if turnout {
		first.Turnout = governance.Threshold{Fraction: on(&s.ConversionTurnout, day), Of: governance.AllEntitled}
	}
	days, months, sent := on(&s.SecondMeetingDays, day), on(&s.SecondMeetingMonths, day), on(&s.FilingDays, day)
	return []Stage{
		stage(Act, "Notice of a general meeting, specifying the intention to propose the resolution, is given as the rules say.", by),
		{Kind: Resolution, Says: "The members pass a special resolution at the meeting, each having one vote in this count, in person or, where the rules allow, by proxy.", Majority: first, By: by},
		within(Waiting, days, fmt.Sprintf("A second general meeting is held at least %d days, and not more than %d month, after the first.", days, months), by),
		{Kind: Resolution, Says: "The members who vote at the second meeting confirm it.", Majority: moreThan(on(&s.ConfirmingMajority, day)), By: by},
		within(Filing, sent, fmt.Sprintf("A copy, signed by the chair of the second meeting and countersigned by the secretary, goes to the %s within %d days.", registrar, sent), filing),
		stage(Decision, fmt.Sprintf("The %s registers the copy; until then the resolution has no effect.", registrar), filing),
	}
}

// societiesIntoCompanies: a society without the statutory lock may become any company, one
// with it a community interest company, a charity or a social landlord alone.
func (f *figures) societiesIntoCompanies() (out []Edge) {
	for _, p := range f.periods() {
		become := stage(Filing, "The society is put forward for registration as a company; the resolution serves as its memorandum where it holds what a memorandum must.", p.memorandum)
		e := Edge{
			ID: "society-to-company-" + p.name, How: Converting, InForce: p.from(start1965), Provision: p.provision,
			Stages: slices.Concat(p.resolution, []Stage{become, p.effect}), Judges: p.judges,
			Conditions: []string{"It has no statutory restriction on the use of its assets.", "It meets what the Companies Acts ask of the kind of company that it is to be."},
		}
		unlocked := func(to []string, id string) {
			e.ID, e.FromTrait = id, Plain
			out = append(out, join(only(CoOperative), to, e)...)
			e.FromTrait = Unlocked
			out = append(out, join(lockable, to, e)...)
		}
		unlocked(newCompanies, "society-to-company-"+p.name)
		if p.name == "1965" {
			continue // charities and the lock are modelled from later days
		}
		e.Conditions, e.InForce = []string{"The articles make the company a charity."}, p.from(startCIC)
		unlocked(only(CharitableCompany), "society-to-charitable-company-"+p.name)
		e.FromTrait = Charitable
		out = append(out, join(lockable, only(CharitableCompany), e)...)
		e.ID, e.FromTrait, e.InForce, e.Provision = "locked-society-to-charitable-company-"+p.name, Locked, p.from(startLock), lock2006.At("Sch 2 para 6(c)", "schedule/2")
		e.Judges = append(slices.Clone(p.judges), society.LockedConversion)
		out = append(out, join(lockable, only(CharitableCompany), e)...)
	}
	return append(out, f.betweenSocieties()...)
}

const otherKind = "The Act registers a society as one kind, lets it amend its rules and ends the registration where the condition of its kind is not met, but has no words for a change of kind. Will the registrar take an amendment of the rules for one?"

// betweenSocieties is about a change of kind, for which the Act of 2014 has no words.
func (f *figures) betweenSocieties() (out []Edge) {
	e := Edge{
		ID: "society-to-other-kind", How: Altering, InForce: since(start2014, law.GreatBritain), Provision: societies2014.At("ss. 2(2), 5(5), 16", "section/16"),
		Stages: []Stage{
			stage(Resolution, "The members amend the rules by the majority that the rules ask for.", societies2014.At("s. 14 item 5", "section/14")),
			stage(Filing, "Two copies of the amendment, signed by the secretary and three members, go to the FCA.", societies2014.At("s. 16(2)", "section/16")),
			stage(Effect, "The FCA registers the amendment; until then it is not valid.", societies2014.At("s. 16(1), (4)", "section/16")),
		},
		Conditions: []string{"The society meets the condition for the kind that it is to be."},
		Judges:     []law.Code{society.AmendmentUnregistered, society.AmendmentUnsigned, society.AmendmentCopies, society.KindMislabelled},
		Question:   otherKind,
	}
	out = append(out, join(only(PreCommencement), only(CommunityBenefit), e)...)
	e.FromTrait = Unlocked
	out = append(out, join(lockable, only(CoOperative), e)...)
	e.FromTrait, e.ToTrait = Plain, Unlocked
	return append(out, join(only(CoOperative), only(CommunityBenefit), e)...)
}

// companiesIntoSocieties: by special resolution of the company. What that was before Part 13
// of the Companies Act 2006 is not modelled.
func (f *figures) companiesIntoSocieties() (out []Edge) {
	judges1965 := []law.Code{
		society.AppointedTooFew1965, society.CompanyRulesUnsigned1965, society.AlterationsOpen1965, society.NameSaysCompany1965,
		society.ConversionUnregistered1965,
	}
	s53, s115 := societies1965.At("s. 53", "section/53"), societies2014.At("ss. 115-117", "section/115")
	for _, p := range []struct {
		id     string
		window []law.Window
		by     law.Provision
		judges []law.Code
	}{
		{"company-to-society-1965", between(start1965, beforePart13, law.GreatBritain), s53, judges1965},
		{
			"company-to-society-2007", between(startPart13, last1965, law.GreatBritain), s53,
			slices.Concat(judges1965, []law.Code{society.CompanyNotResolved1965}),
		},
		{"company-to-society-2014", since(start2014, law.GreatBritain), s115, []law.Code{
			society.CompanyNotResolved, society.AppointedTooFew, society.CompanyRulesUnsigned, society.AlterationsOpen, society.NameSaysCompany,
			society.ConversionUnregistered, company.SocietyNotSpecial, company.SocietyIncomplete, company.SocietyUnsigned, company.SocietyName,
			company.SocietyEarly,
		}},
	} {
		day := p.window[0].From.String()
		e := Edge{
			ID: p.id, How: Converting, InForce: p.window, Provision: p.by, Stages: f.ruled(day, on(&f.society.AppointedMembers, day), p.by), Judges: p.judges,
			Conditions: []string{"The society meets the condition for its kind.", "Its name does not include \"company\"."},
		}
		out = append(out, join(ordinary, only(CoOperative), e)...)
		e.ToTrait = Unlocked
		out = append(out, join(ordinary, only(CommunityBenefit), e)...)
		out = append(out, f.companyIntoUnion(e, day)...)
		if p.id == "company-to-society-2014" {
			e.ID, e.ToTrait, e.Question = "charitable-company-to-society", Charitable, "Section 115 speaks of any company. Must the regulator of a charitable company consent, and does the society hold the property for the same purposes (ss. 197-198 of the Charities Act 2011)?"
			e.InForce = since(start2014, law.EnglandAndWales)
			out = append(out, join(only(CharitableCompany), only(CommunityBenefit), e)...)
		}
	}
	return out
}

// ruled are the stages of a company's becoming a society.
func (f *figures) ruled(day string, signers int64, by law.Provision) []Stage {
	resolve := stage(Resolution, fmt.Sprintf("A special resolution of the company, accompanied by the society's rules, appoints %d members, and says whether they may accept alterations of the rules by the registrar or must lay them before the company.", signers), by)
	if e, ok := f.society.CompanyMajority.At(law.MustDate(day)); ok {
		resolve.Majority = atLeast(e.Value)
	}
	officer := "the secretary"
	if day >= start2014 {
		officer = "the secretary, or a director of a company without one,"
	}
	return []Stage{
		resolve,
		stage(Act, fmt.Sprintf("The members appointed and %s sign the rules.", officer), by),
		stage(Filing, "The resolution and the rules go to the registrar of societies.", by),
		stage(Decision, "The registrar of societies registers the society, and certifies that its rules are registered.", by),
		stage(Filing, "The resolution and the certificate go to the registrar of companies.", by),
		stage(Effect, "The registrar of companies registers both: the conversion takes effect, and the registration as a company is void and cancelled.", by),
	}
}

// companyIntoUnion is the same for a credit union, with more members to sign.
func (f *figures) companyIntoUnion(e Edge, day string) []Edge {
	if day < startUnions {
		day = startUnions
		e.InForce = between(startUnions, beforePart13, law.GreatBritain)
	}
	s23 := creditUnions1979.At("s. 23", "section/23")
	e.ID, e.Provision, e.ToTrait = "company-to-credit-union"+e.ID[len("company-to-society"):], s23, Plain
	e.Stages = f.ruled(day, on(&f.mutual.LeastMembers, day), creditUnions1979.At("ss. 6(1), 23, with s. 53 of the 1965 Act", "section/23"))
	e.Conditions = []string{
		"Its objects are those of a credit union alone, and its members have a common bond.",
		"Every member with a deposit consents in writing to its becoming shares, and no holding exceeds the maximum.",
		"It has applied for permission to accept deposits.",
	}
	e.Judges = []law.Code{financialmutual.CreditUnionTooFewMembers}
	return join([]string{LimitedByShares, LimitedByGuarantee}, only(CreditUnion), e)
}
