package charity

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestCompanies(t *testing.T) {
	written := with(outsideMeeting)
	suite(companies, func() Charity { return amending(Company) },
		cases{Name: "2006 s. 283(4): exactly 75% of the votes cast", Code: CompanyAlterationNotCarried, Want: law.Met},
		cases{Name: "2006 s. 283(4): one short", Code: CompanyAlterationNotCarried, Change: votes(29, 10, 100), Want: law.Breached, At: membersVotes},
		cases{Name: "2006 s. 283(2): in writing, 75% of all", Code: CompanyAlterationNotCarried, Change: all(written, votes(75, 0, 100)), Want: law.Met},
		cases{Name: "2006 s. 283(2): in writing, one short", Code: CompanyAlterationNotCarried, Change: all(written, votes(74, 0, 100)), Want: law.Breached},
		cases{Name: "2006 s. 283: how they decided is not stated", Code: CompanyAlterationNotCarried, Change: with(func(r *Resolution) { r.AtMeeting = law.Fact[bool]{} }), Want: law.Unknown},
		cases{Name: "2006 s. 283: an academy trust is a company", Code: CompanyAlterationNotCarried, Change: all(kind(AcademyTrust), votes(2, 1, 3)), Want: law.Breached},
		cases{Name: "2006 s. 283: a CIO is not", Code: CompanyAlterationNotCarried, Change: kind(AssociationCIO), Want: law.NotApplicable},

		cases{Name: "s. 198: consent before the vote", Code: CompanyAlterationUnapproved, Want: law.Met},
		cases{Name: "s. 198: consent the day after the vote", Code: CompanyAlterationUnapproved, Change: with(func(r *Resolution) { r.ConsentOn = on("2026-03-03") }), Want: law.Breached, At: "resolution.consent_on"},
		cases{Name: "s. 198: consent on the day of the vote", Code: CompanyAlterationUnapproved, Change: with(func(r *Resolution) { r.ConsentOn = on("2026-03-02") }), Want: law.Unknown},
		cases{Name: "s. 198: no consent", Code: CompanyAlterationUnapproved, Change: with(func(r *Resolution) { r.Consented = law.Known(false) }), Want: law.Breached, At: "resolution.consented"},
		cases{Name: "s. 198: whether there was consent is not stated", Code: CompanyAlterationUnapproved, Change: with(func(r *Resolution) { r.Consented = law.Fact[bool]{} }), Want: law.Unknown},
		cases{Name: "s. 198(2): nothing regulated is altered", Code: CompanyAlterationUnapproved, Change: altering(), Want: law.NotApplicable},
		cases{Name: "s. 198(2): what is altered is not stated", Code: CompanyAlterationUnapproved, Change: with(func(r *Resolution) { r.Alters = law.Fact[[]Alteration]{} }), Want: law.Unknown},
		cases{Name: "s. 198(2)(c): a benefit of trustees", Code: CompanyAlterationUnapproved, Change: all(altering(TrusteeBenefit), with(func(r *Resolution) { r.Consented = law.Known(false) })), Want: law.Breached},

		cases{Name: "Lehtimäki: in good faith for the purposes", Code: MemberNotFiduciary, Want: law.Met},
		cases{Name: "Lehtimäki: recorded otherwise", Code: MemberNotFiduciary, Change: with(func(r *Resolution) { r.GoodFaith = law.Known(false) }), Want: law.Breached},
		cases{Name: "Lehtimäki: nobody has said", Code: MemberNotFiduciary, Change: with(func(r *Resolution) { r.GoodFaith = law.Fact[bool]{} }), Want: law.Unknown},
		cases{Name: "Lehtimäki: no resolution", Code: MemberNotFiduciary, Change: noResolution, Want: law.NotApplicable},
	).Run(t)
}

func TestCIOs(t *testing.T) {
	written := with(outsideMeeting)
	old := back("2023-03-02")
	suite(cios, func() Charity { return amending(AssociationCIO) },
		cases{Name: "s. 224(2)(a): exactly 75% of those voting", Code: CIOAmendmentNotCarried, Want: law.Met},
		cases{Name: "s. 224(2)(a): one short", Code: CIOAmendmentNotCarried, Change: votes(29, 10, 100), Want: law.Breached, At: membersVotes},
		cases{Name: "s. 224(2): outside a meeting, another row", Code: CIOAmendmentNotCarried, Change: written, Want: law.NotApplicable},
		cases{Name: "s. 224(2)(b): all members", Code: CIOAmendmentNotUnanimous, Change: all(written, votes(100, 0, 100)), Want: law.Met},
		cases{Name: "s. 224(2)(b): all but one", Code: CIOAmendmentNotUnanimous, Change: all(written, votes(99, 0, 100)), Want: law.Breached},
		cases{Name: "s. 224(2)(b): all who answered, of how many nobody says", Code: CIOAmendmentNotUnanimous, Change: all(written, votes(99, 0, 0)), Want: law.Unknown, At: "resolution.members_votes.entitled"},
		cases{Name: "s. 224(2)(b): at a meeting", Code: CIOAmendmentNotUnanimous, Want: law.NotApplicable},

		cases{Name: "s. 224(3)(a): the day of the meeting", Code: CIOPassingMisdated, Want: law.Met},
		cases{Name: "s. 224(3)(a): another day", Code: CIOPassingMisdated, Change: with(func(r *Resolution) { r.Held = on("2026-03-01") }), Want: law.Breached, At: "resolution.passed"},
		cases{Name: "s. 224(3)(b): later than the last agreement", Code: CIOPassingMisdated, Change: all(written, with(func(r *Resolution) { r.LastAgreed = on("2026-03-01") })), Want: law.Met},
		cases{Name: "s. 224(3)(b): earlier than the last agreement", Code: CIOPassingMisdated, Change: all(written, with(func(r *Resolution) { r.LastAgreed = on("2026-03-03") })), Want: law.Breached},
		cases{Name: "s. 224: no CIO", Code: CIOPassingMisdated, Change: kind(Company), Want: law.NotApplicable},

		cases{Name: "s. 225: stays a charity", Code: CIONoLongerCharity, Want: law.Met},
		cases{Name: "s. 225: would not", Code: CIONoLongerCharity, Change: with(func(r *Resolution) { r.EndsCharity = law.Known(true) }), Want: law.Breached},
		cases{Name: "s. 225: no resolution", Code: CIONoLongerCharity, Change: noResolution, Want: law.NotApplicable},

		cases{Name: "s. 226(1) to 2024: prior consent", Code: CIOAlterationUnapproved13, Change: all(old, with(func(r *Resolution) { r.Registered = law.Fact[law.Date]{} })), Want: law.Met},
		cases{
			Name: "s. 226(1) to 2024: none, and not registered", Code: CIOAlterationUnapproved13,
			Change: all(old, with(func(r *Resolution) { r.Registered, r.Consented = law.Fact[law.Date]{}, law.Known(false) })), Want: law.Breached,
		},
		cases{
			Name: "s. 227(5) to 2024: none, but registered", Code: CIOAlterationUnapproved13,
			Change: all(old, with(func(r *Resolution) { r.Consented = law.Known(false) })), Want: law.NotApplicable,
		},
		cases{Name: "s. 226(1): prior consent", Code: CIOAlterationUnapproved, Want: law.Met},
		cases{Name: "s. 226(1): none, though registered", Code: CIOAlterationUnapproved, Change: with(func(r *Resolution) { r.Consented = law.Known(false) }), Want: law.Breached},
		cases{Name: "s. 226(2): permanent endowment is not on a CIO's list", Code: CIOAlterationUnapproved, Change: altering(PermanentEndowment), Want: law.NotApplicable},

		cases{Name: "s. 227(1): sent on the fifteenth day, the first counted", Code: CIOAmendmentSentLate, Want: law.Met},
		cases{Name: "s. 227(1): on the sixteenth", Code: CIOAmendmentSentLate, Change: with(func(r *Resolution) { r.Sent = on("2026-03-17") }), Want: law.Breached, At: "resolution.sent"},
		cases{Name: "s. 227(1): not yet, and there is time", Code: CIOAmendmentSentLate, On: "2026-03-16", Change: with(func(r *Resolution) { r.Sent = law.Fact[law.Date]{} }), Want: law.Met},
		cases{Name: "s. 227(1): not stated when the time is over", Code: CIOAmendmentSentLate, On: "2026-03-17", Change: with(func(r *Resolution) { r.Sent = law.Fact[law.Date]{} }), Want: law.Unknown},
		cases{Name: "s. 227(1): no amendment", Code: CIOAmendmentSentLate, Change: of(OtherDecision), Want: law.NotApplicable},

		cases{Name: "s. 227(2) to 2024: acted on once registered", Code: CIOAmendmentEarly13, Change: old, Want: law.Met},
		cases{
			Name: "s. 227(2) to 2024: acted on when passed", Code: CIOAmendmentEarly13,
			Change: all(old, altering(), with(func(r *Resolution) { r.ActedOn = r.Passed })), Want: law.Breached, At: "resolution.acted_on",
		},
		cases{Name: "s. 227(2) to 2024: not acted on", Code: CIOAmendmentEarly13, Change: all(old, with(func(r *Resolution) { r.ActedOn = law.Fact[law.Date]{} })), Want: law.NotApplicable},
		cases{Name: "s. 227(1B): an ordinary amendment, acted on when passed", Code: CIOAmendmentEarly, Change: all(altering(), with(func(r *Resolution) { r.ActedOn = r.Passed })), Want: law.Met},
		cases{Name: "s. 227(1A): the purposes, acted on when passed", Code: CIOAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = r.Passed }), Want: law.Breached},
		cases{Name: "s. 227(1A): the purposes, on the day of registration", Code: CIOAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = r.Registered }), Want: law.Met},
		cases{
			Name: "s. 227(1C): a benefit without consent has no effect", Code: CIOAmendmentEarly,
			Change: all(altering(TrusteeBenefit), with(func(r *Resolution) { r.Consented = law.Known(false) })), Want: law.Breached,
		},
		cases{Name: "s. 227(1B): before the day that it specifies", Code: CIOAmendmentEarly, Change: with(func(r *Resolution) { r.Specified = on("2026-07-01") }), Want: law.Breached},
		cases{Name: "s. 227(1B): what day it specifies is not stated", Code: CIOAmendmentEarly, Change: with(func(r *Resolution) { r.Specified = law.Fact[law.Date]{} }), Want: law.Unknown},
		cases{Name: "s. 227: not acted on", Code: CIOAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = law.Fact[law.Date]{} }), Want: law.NotApplicable},
	).Run(t)
}

func TestReorganisations(t *testing.T) {
	written := with(outsideMeeting)
	var list []cases
	for code, k := range map[law.Code]ResolutionKind{
		CIOAmalgamationNotCarried: Amalgamation, CIOTransferNotCarried: TransferOfUndertaking, CIODissolutionNotCarried: Dissolution,
	} {
		list = append(list,
			cases{Name: k.String() + ": exactly 75% of those voting", Code: code, Change: of(k), Want: law.Met},
			cases{Name: k.String() + ": an ordinary majority", Code: code, Change: all(of(k), votes(21, 19, 100)), Want: law.Breached},
			cases{Name: k.String() + ": all but one in writing", Code: code, Change: all(of(k), written, votes(99, 0, 100)), Want: law.Breached},
			cases{Name: k.String() + ": all in writing", Code: code, Change: all(of(k), written, votes(100, 0, 100)), Want: law.Met},
			cases{Name: k.String() + ": how is not stated", Code: code, Change: all(of(k), with(func(r *Resolution) { r.AtMeeting = law.Fact[bool]{} })), Want: law.Unknown},
			cases{Name: k.String() + ": an amendment is not one", Code: code, Want: law.NotApplicable},
		)
	}
	other := all(of(OtherDecision), written, votes(51, 0, 100))
	silent := func(permits, dissent bool) change {
		return all(of(Dissolution), silently(dissent), with(func(r *Resolution) { r.ConstitutionPermits = law.Known(permits) }))
	}
	list = append(list,
		cases{Name: "reg 6(1)(a)(ii): without a vote or dissent", Code: CIODissolutionNotCarried, Change: silent(true, false), Want: law.Met},
		cases{Name: "reg 6(1)(a)(ii): with dissent", Code: CIODissolutionNotCarried, Change: silent(true, true), Want: law.Breached, At: "resolution.dissent"},
		cases{Name: "reg 6(1)(a)(ii): the constitution does not permit it", Code: CIODissolutionNotCarried, Change: silent(false, false), Want: law.Breached, At: "resolution.without_vote"},
		cases{Name: "cl 18(4): a majority of all members", Code: CIODecisionNotCarried, Change: other, Want: law.Met},
		cases{Name: "cl 18(4): a majority of the answers only", Code: CIODecisionNotCarried, Change: all(other, votes(50, 2, 100)), Want: law.Breached},
		cases{Name: "cl 18(4): at a meeting", Code: CIODecisionNotCarried, Change: of(OtherDecision), Want: law.NotApplicable},
		cases{Name: "cl 18(4): on the twenty-eighth day, the first counted", Code: CIODecisionLate, Change: other, Want: law.Met},
		cases{Name: "cl 18(4): on the twenty-ninth", Code: CIODecisionLate, Change: all(other, with(func(r *Resolution) { r.LastAgreed = on("2026-03-03") })), Want: law.Breached},
		cases{Name: "cl 18(4): at a meeting, no time", Code: CIODecisionLate, Change: of(OtherDecision), Want: law.NotApplicable},
		cases{Name: "foundation: trustees only", Code: FoundationOtherMembers, Change: all(kind(FoundationCIO), func(s *Charity) { s.DistinctMembers = law.Known(false) }), Want: law.Met},
		cases{Name: "foundation: others too", Code: FoundationOtherMembers, Change: kind(FoundationCIO), Want: law.Breached},
		cases{Name: "foundation: an association", Code: FoundationOtherMembers, Want: law.NotApplicable},
	)
	suite(reorganisations, func() Charity { return amending(AssociationCIO) }, list...).Run(t)
}

// C-1: a CIO with 100 members.
func TestC1ACIOAmendsItsConstitution(t *testing.T) {
	f := Enacted()
	for _, tc := range []struct {
		change change
		code   law.Code
		want   law.Outcome
	}{
		{votes(22, 8, 100), CIOAmendmentNotCarried, law.Breached},
		{votes(23, 7, 100), CIOAmendmentNotCarried, law.Met},
		{all(with(outsideMeeting), votes(99, 0, 100)), CIOAmendmentNotUnanimous, law.Breached},
	} {
		s := amending(AssociationCIO)
		tc.change(&s)
		got, _ := Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Outcome(tc.code)
		assert.Equal(t, tc.want, got)
	}
}
