package charity

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func alone(s *Charity) { s.DistinctMembers = law.Known(false) }

func noMembersSaid(s *Charity) { s.DistinctMembers = law.Fact[bool]{} }

func silently(dissent bool) change {
	return with(func(r *Resolution) { r.WithoutVote, r.Dissent = law.Known(true), law.Known(dissent) })
}

func TestUnincorporatedCharities(t *testing.T) {
	written := with(outsideMeeting)
	unconsented := with(func(r *Resolution) { r.Consented = law.Known(false) })
	suite(unincorporated, func() Charity { return amending(Unincorporated) },
		cases{Name: "s. 280A(5)(a): five of nine trustees", Code: TrusteesNotMajority, Change: trusteeVotes(5, 0, 9), Want: law.Met},
		cases{Name: "s. 280A(5)(a): four of nine, though nobody is against", Code: TrusteesNotMajority, Change: trusteeVotes(4, 0, 9), Want: law.Breached, At: trusteesVotes},
		cases{Name: "s. 280A(5)(a): how many are in office is not stated", Code: TrusteesNotMajority, Change: trusteeVotes(5, 0, 0), Want: law.Unknown},
		cases{Name: "s. 280A(5): no distinct members", Code: TrusteesNotMajority, Change: alone, Want: law.NotApplicable},
		cases{Name: "s. 280A(4): whether there are members is not stated", Code: TrusteesNotMajority, Change: noMembersSaid, Want: law.Unknown, At: "distinct_members"},

		cases{Name: "s. 280A(5)(b)(i): exactly 75% of those who vote", Code: MembersNotApproving, Want: law.Met},
		cases{Name: "s. 280A(5)(b)(i): one short", Code: MembersNotApproving, Change: votes(29, 10, 100), Want: law.Breached},
		cases{Name: "s. 280A(5)(b)(ii): without a vote or dissent", Code: MembersNotApproving, Change: silently(false), Want: law.Met},
		cases{Name: "s. 280A(5)(b)(ii): with dissent", Code: MembersNotApproving, Change: silently(true), Want: law.Breached, At: "resolution.dissent"},
		cases{Name: "s. 280A(5)(b)(iii): all, outside a meeting", Code: MembersNotApproving, Change: all(written, votes(100, 0, 100)), Want: law.Met},
		cases{Name: "s. 280A(5)(b)(iii): all but one", Code: MembersNotApproving, Change: all(written, votes(99, 0, 100)), Want: law.Breached},
		cases{Name: "s. 280A(5)(b): how is not stated", Code: MembersNotApproving, Change: with(func(r *Resolution) { r.AtMeeting = law.Fact[bool]{} }), Want: law.Unknown},
		cases{Name: "s. 280A(5)(b): no distinct members", Code: MembersNotApproving, Change: alone, Want: law.NotApplicable},

		cases{Name: "s. 280A(6): seven of nine trustees", Code: TrusteesNotEnough, Change: alone, Want: law.Met},
		cases{Name: "s. 280A(6): six of nine", Code: TrusteesNotEnough, Change: all(alone, trusteeVotes(6, 0, 9)), Want: law.Breached},
		cases{Name: "s. 280A(6): distinct members", Code: TrusteesNotEnough, Want: law.NotApplicable},

		cases{Name: "s. 280A(3): still a charity", Code: TrustsEndCharity, Want: law.Met},
		cases{Name: "s. 280A(3): no longer", Code: TrustsEndCharity, Change: with(func(r *Resolution) { r.EndsCharity = law.Known(true) }), Want: law.Breached},
		cases{Name: "s. 280A(1): a CIO is a body corporate", Code: TrustsEndCharity, Change: kind(FoundationCIO), Want: law.NotApplicable},

		cases{Name: "s. 280A(7): consent, which may follow", Code: TrustsUnapproved, Change: with(func(r *Resolution) { r.ConsentOn = on("2026-05-01") }), Want: law.Met},
		cases{Name: "s. 280A(7): none", Code: TrustsUnapproved, Change: unconsented, Want: law.Breached},
		cases{Name: "s. 280A(8)(d): permanent endowment", Code: TrustsUnapproved, Change: all(altering(PermanentEndowment), unconsented), Want: law.Breached},
		cases{Name: "s. 280A(8): nothing listed", Code: TrustsUnapproved, Change: all(altering(), unconsented), Want: law.NotApplicable},
		cases{
			Name: "s. 280A(9): the person concerned consents", Code: TrustsUnapproved,
			Change: all(altering(NamedRight), unconsented, with(func(r *Resolution) { r.PersonConsents = law.Known(true) })), Want: law.NotApplicable,
		},
		cases{
			Name: "s. 280A(9): the person concerned does not", Code: TrustsUnapproved,
			Change: all(altering(ThirdPartyConsent), unconsented, with(func(r *Resolution) { r.PersonConsents = law.Known(false) })), Want: law.Breached,
		},
		cases{Name: "s. 280A(9): nobody says", Code: TrustsUnapproved, Change: all(altering(NamedRight), unconsented), Want: law.Unknown, At: "resolution.person_consents"},

		cases{
			Name: "s. 280A(9): nobody says whether the person concerned consents, and the Commission does not", Code: TrustsAmendmentEarly,
			Change: all(altering(NamedRight), unconsented), Want: law.Unknown, At: "resolution.person_consents",
		},
		cases{Name: "s. 280B(1): on the last of the days", Code: TrustsAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = r.Passed }), Want: law.Met},
		cases{Name: "s. 280B(1)(d): before the consent", Code: TrustsAmendmentEarly, Change: with(func(r *Resolution) { r.ConsentOn = on("2026-07-01") }), Want: law.Breached},
		cases{Name: "s. 280B(1)(c): before the members' resolution", Code: TrustsAmendmentEarly, Change: with(func(r *Resolution) { r.Held = on("2026-07-01") }), Want: law.Breached},
		cases{Name: "s. 280B(1): not acted on", Code: TrustsAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = law.Fact[law.Date]{} }), Want: law.NotApplicable},
	).Run(t)
}

func TestCharters(t *testing.T) {
	written := with(outsideMeeting)
	suite(charters, func() Charity { return amending(RoyalCharter) },
		cases{Name: "s. 280C(4)(a): a majority of the trustees", Code: CharterTrusteesFew, Change: trusteeVotes(5, 4, 9), Want: law.Met},
		cases{Name: "s. 280C(4)(a): four of nine", Code: CharterTrusteesFew, Change: trusteeVotes(4, 0, 9), Want: law.Breached},
		cases{Name: "s. 280C(4): no distinct members", Code: CharterTrusteesFew, Change: alone, Want: law.NotApplicable},
		cases{Name: "s. 280C(4)(b)(i): exactly 75%", Code: CharterMembersAgainst, Want: law.Met},
		cases{Name: "s. 280C(4)(b)(i): one short", Code: CharterMembersAgainst, Change: votes(29, 10, 100), Want: law.Breached},
		cases{Name: "s. 280C(4)(b)(ii): dissent", Code: CharterMembersAgainst, Change: silently(true), Want: law.Breached},
		cases{Name: "s. 280C(4)(b)(iii): all but one", Code: CharterMembersAgainst, Change: all(written, votes(99, 0, 100)), Want: law.Breached},
		cases{Name: "s. 280C(4): no distinct members here", Code: CharterMembersAgainst, Change: alone, Want: law.NotApplicable},
		cases{Name: "s. 280C(5): seven of nine", Code: CharterTrusteesShort, Change: alone, Want: law.Met},
		cases{Name: "s. 280C(5): six of nine", Code: CharterTrusteesShort, Change: all(alone, trusteeVotes(6, 3, 9)), Want: law.Breached},
		cases{Name: "s. 280C(5): distinct members", Code: CharterTrusteesShort, Want: law.NotApplicable},
		cases{Name: "s. 280C(6): on the Order", Code: CharterAmendmentEarly, Want: law.Met},
		cases{Name: "s. 280C(6): the day before", Code: CharterAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = on("2026-06-09") }), Want: law.Breached},
		cases{Name: "s. 280C(6): no Order stated", Code: CharterAmendmentEarly, Change: with(func(r *Resolution) { r.OrderMade = law.Fact[law.Date]{} }), Want: law.Unknown},
		cases{Name: "s. 280C(6): not acted on", Code: CharterAmendmentEarly, Change: with(func(r *Resolution) { r.ActedOn = law.Fact[law.Date]{} }), Want: law.NotApplicable},
	).Run(t)
}

func TestThePowersOf2011(t *testing.T) {
	lawful := func() Charity {
		s := amending(Unincorporated)
		back("2020-03-02")(&s)
		return s
	}
	powers := altering()
	suite(former, lawful,
		cases{Name: "s. 275(1): under the income, no land", Code: PurposesPowerClosed, Want: law.Met},
		cases{Name: "s. 275(1)(a): exactly £10,000", Code: PurposesPowerClosed, Change: func(s *Charity) { s.GrossIncome = law.Known(law.Pounds(10_000)) }, Want: law.Met},
		cases{Name: "s. 275(1)(a): a penny more", Code: PurposesPowerClosed, Change: func(s *Charity) { s.GrossIncome = law.Known(law.Pounds(10_000) + 1) }, Want: law.Breached, At: "gross_income"},
		cases{Name: "s. 275(1)(b): designated land", Code: PurposesPowerClosed, Change: func(s *Charity) { s.DesignatedLand = law.Known(true) }, Want: law.Breached, At: "designated_land"},
		cases{Name: "s. 275: powers only", Code: PurposesPowerClosed, Change: powers, Want: law.NotApplicable},
		cases{Name: "s. 275(5): six of nine who vote", Code: PurposesNotCarried, Change: trusteeVotes(6, 3, 9), Want: law.Met},
		cases{Name: "s. 275(5): two of three who vote, of nine", Code: PurposesNotCarried, Change: trusteeVotes(2, 1, 9), Want: law.Met},
		cases{Name: "s. 275(5): five of nine", Code: PurposesNotCarried, Change: trusteeVotes(5, 4, 9), Want: law.Breached},
		cases{Name: "s. 275(5): powers only", Code: PurposesNotCarried, Change: powers, Want: law.NotApplicable},
		cases{Name: "s. 280(4)(a): two-thirds of those who vote", Code: PowersNotApproved, Change: all(powers, votes(20, 10, 100)), Want: law.Met},
		cases{Name: "s. 280(4)(a): one short", Code: PowersNotApproved, Change: all(powers, votes(19, 10, 100)), Want: law.Breached},
		cases{Name: "s. 280(4)(b): without a vote or dissent", Code: PowersNotApproved, Change: all(powers, silently(false)), Want: law.Met},
		cases{Name: "s. 280(4): there was no way outside a meeting", Code: PowersNotApproved, Change: all(powers, with(outsideMeeting), votes(100, 0, 100)), Want: law.Breached},
		cases{Name: "s. 280: the purposes are not powers", Code: PowersNotApproved, Want: law.NotApplicable},
	).Run(t)
}

// C-6: an unincorporated charity of nine trustees without members; six attend and agree.
func TestC6ThreeQuartersOfAllTheTrustees(t *testing.T) {
	f := Enacted()
	for yes, want := range map[int64]law.Outcome{6: law.Breached, 7: law.Met} {
		s := amending(Unincorporated)
		all(alone, trusteeVotes(yes, 0, 9))(&s)
		got, _ := Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Outcome(TrusteesNotEnough)
		assert.Equal(t, want, got, "%d of 9", yes)
	}
	m, certain := f.Majority(TrusteesOnly, law.MustDate("2026-03-02"))
	assert.True(t, certain)
	assert.Equal(t, int64(7), m.Share.Needs(9))
}

func TestAmendmentEffective(t *testing.T) {
	f := Enacted()
	for _, tc := range []struct {
		name   string
		kind   Kind
		change change
		want   string
	}{
		{"a CIO's ordinary amendment: on passing", AssociationCIO, altering(), "2026-03-02"},
		{"a CIO's later day", AssociationCIO, all(altering(), with(func(r *Resolution) { r.Specified = on("2026-09-01") })), "2026-09-01"},
		{"a CIO's purposes: on registration", AssociationCIO, nil, "2026-03-30"},
		{"a CIO's of 6 March 2024: on registration", AssociationCIO, all(altering(), back("2024-03-06")), "2024-04-03"},
		{"a CIO's of 7 March 2024: on passing", AssociationCIO, all(altering(), back("2024-03-07")), "2024-03-07"},
		{"a CIO's benefit without consent: never", AssociationCIO, all(altering(TrusteeBenefit), with(func(r *Resolution) { r.Consented = law.Known(false) })), ""},
		{"unincorporated: on the last of all", Unincorporated, with(func(r *Resolution) { r.ConsentOn = on("2026-04-02") }), "2026-04-02"},
		{"unincorporated, alone: no members to wait for", Unincorporated, all(alone, altering(), with(func(r *Resolution) { r.Held = on("2026-04-02") })), "2026-03-02"},
		{"unincorporated, outside a meeting: on the last agreement", Unincorporated, with(func(r *Resolution) { r.AtMeeting, r.LastAgreed = law.Known(false), on("2026-04-07") }), "2026-04-07"},
		{"unincorporated, without consent: never", Unincorporated, with(func(r *Resolution) { r.Consented = law.Known(false) }), ""},
		{"s. 280(6): on the members' resolution", Unincorporated, all(altering(), back("2020-03-02"), with(func(r *Resolution) { r.Held = on("2020-04-02") })), "2020-04-02"},
		{"s. 277: sixty days beginning with receipt are over", Unincorporated, back("2020-03-02"), "2020-05-15"},
		{"a charter: on the Order", RoyalCharter, nil, "2026-06-10"},
		{"a company: not worked out", Company, nil, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := amending(tc.kind)
			if tc.change != nil {
				tc.change(&s)
			}
			e := f.AmendmentEffective(&s)
			if tc.want == "" {
				assert.False(t, e.Known())
				assert.NotEmpty(t, e.Never)
				return
			}
			assert.True(t, e.Known(), "%+v", e)
			assert.Equal(t, tc.want, e.On.String())
			assert.False(t, e.By.IsZero())
		})
	}
	assert.Len(t, f.AmendmentEffective(&Charity{}).Missing, 1)
	assert.Len(t, f.AmendmentEffective(&Charity{Kind: law.Known(RoyalCharter)}).Missing, 1)
}
