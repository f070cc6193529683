package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// ratifying is a charitable society that lawfully ratifies an act of its committee.
func ratifying() Society {
	return Society{
		Charity: law.Known(true),
		Ratification: law.Known(Ratification{
			Kind: law.Known(OfTheAct), Held: on("2026-05-23"), Noticed: on("2026-05-01"), Specifies: law.Known(true),
			Votes: tally(75, 25, 0), Consented: law.Known(true),
			Copy: ResolutionCopy{SignedByChair: law.Known(true), Countersigned: law.Known(true), Registered: on("2026-05-30"), ActedOn: on("2026-05-30")},
		}),
	}
}

func ratification(f func(*Ratification)) change { return func(s *Society) { f(s.Ratification.Ptr()) } }

func TestRatification(t *testing.T) {
	in2010 := ratification(func(x *Ratification) {
		x.Held, x.Noticed, x.Copy.Registered, x.Copy.ActedOn = on("2010-05-23"), on("2010-05-01"), on("2010-05-30"), on("2010-05-30")
	})
	votes := func(yes, no int64) change { return ratification(func(x *Ratification) { x.Votes = tally(yes, no, 0) }) }
	of := func(k RatificationKind) change { return ratification(func(x *Ratification) { x.Kind = law.Known(k) }) }
	noticed := func(d string) change { return ratification(func(x *Ratification) { x.Noticed = on(d) }) }
	vague := ratification(func(x *Ratification) { x.Specifies = law.Known(false) })
	unconsented := ratification(func(x *Ratification) { x.Consented = law.Known(false) })
	unsigned := ratification(func(x *Ratification) { x.Copy.SignedByChair = law.Known(false) })
	early := func(d string) change { return ratification(func(x *Ratification) { x.Copy.ActedOn = on(d) }) }
	gone := func(s *Society) { s.Ratification = law.Fact[Ratification]{} }
	unused := ratification(func(x *Ratification) { x.Copy.ActedOn = law.Fact[law.Date]{} })
	lay := func(s *Society) { s.Charity = law.Known(false) }
	type c = lawtest.Case[Society]
	courseSuite(ratifications, ratifying,
		c{Name: "s. 44(2)(a): exactly 75%", Code: RatificationNotCarried, Want: law.Met},
		c{Name: "s. 44(2)(a): one short", Code: RatificationNotCarried, Change: votes(74, 26), Want: law.Breached, At: "ratification.votes"},
		c{Name: "s. 44(2)(a): nobody votes", Code: RatificationNotCarried, Change: votes(0, 0), Want: law.Breached},
		c{Name: "s. 44(2)(a): relief takes the same", Code: RatificationNotCarried, Change: inTurn(of(OfLiability), votes(74, 26)), Want: law.Breached},
		c{
			Name: "s. 44(2)(a): the votes are not stated", Code: RatificationNotCarried,
			Change: ratification(func(x *Ratification) { x.Votes = law.Fact[governance.Tally]{} }), Want: law.Unknown, At: "ratification.votes",
		},
		c{Name: "s. 44: nothing to ratify", Code: RatificationNotCarried, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 7A(6): 75%", Code: RatificationNotCarried2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7A(6): one short", Code: RatificationNotCarried2004, Change: inTurn(in2010, votes(74, 26)), Want: law.Breached},
		c{Name: "1965 s. 7A: nothing to ratify", Code: RatificationNotCarried2004, On: "2010-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 44(2)(b): twenty-one clear days", Code: RatificationNotNoticed, Want: law.Met},
		c{Name: "s. 44(2)(b): twenty", Code: RatificationNotNoticed, Change: noticed("2026-05-02"), Want: law.Breached, At: "ratification.noticed"},
		c{Name: "s. 44(2)(b): the intention is left out", Code: RatificationNotNoticed, Change: vague, Want: law.Breached, At: "ratification.specifies_intention"},
		c{
			Name: "s. 44(2)(b): the day of the notice is not stated", Code: RatificationNotNoticed,
			Change: ratification(func(x *Ratification) { x.Noticed = law.Fact[law.Date]{} }), Want: law.Unknown, At: "ratification.noticed",
		},
		c{Name: "s. 44: no meeting", Code: RatificationNotNoticed, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 7A(6): twenty-one clear days", Code: RatificationNotNoticed2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7A(6): twenty", Code: RatificationNotNoticed2004, Change: inTurn(in2010, noticed("2010-05-02")), Want: law.Breached},
		c{Name: "1965 s. 7A: no meeting", Code: RatificationNotNoticed2004, On: "2010-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 43(6): a resolution about the act alone", Code: ReliefNotSeparate, Want: law.Met},
		c{Name: "s. 43(6): one about liability alone", Code: ReliefNotSeparate, Change: of(OfLiability), Want: law.Met},
		c{Name: "s. 43(6): one about both", Code: ReliefNotSeparate, Change: of(OfActAndLiability), Want: law.Breached, At: "ratification.kind"},
		c{Name: "s. 43(6): none", Code: ReliefNotSeparate, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 7A(4): the act alone", Code: ReliefNotSeparate2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7A(4): both in one", Code: ReliefNotSeparate2004, Change: inTurn(in2010, of(OfActAndLiability)), Want: law.Breached},
		c{Name: "1965 s. 7A(4): none", Code: ReliefNotSeparate2004, On: "2010-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 43(7): the Commission consented", Code: RatificationUnconsented, Want: law.Met},
		c{Name: "s. 43(7): it did not", Code: RatificationUnconsented, Change: unconsented, Want: law.Breached, At: "ratification.commission_consented"},
		c{Name: "s. 43(7): no charity", Code: RatificationUnconsented, Change: inTurn(lay, unconsented), Want: law.NotApplicable},
		c{Name: "s. 43(7): relief alone needs no consent", Code: RatificationUnconsented, Change: inTurn(of(OfLiability), unconsented), Want: law.NotApplicable},
		c{Name: "s. 43(7): a Scottish charity", Code: RatificationUnconsented, In: law.Scotland, Change: unconsented, Want: law.NotInForce},
		c{
			Name: "s. 43(7): whether a charity is not stated", Code: RatificationUnconsented,
			Change: func(s *Society) { s.Charity = law.Fact[bool]{} }, Want: law.Unknown, At: "charity",
		},
		c{Name: "1965 s. 7D(4): the Commissioners consented", Code: RatificationUnconsented2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7D(4): they did not", Code: RatificationUnconsented2004, Change: inTurn(in2010, unconsented), Want: law.Breached},
		c{Name: "1965 s. 7D(4): no charity", Code: RatificationUnconsented2004, Change: inTurn(in2010, lay), Want: law.NotApplicable},

		c{Name: "s. 44(4): chair and secretary signed", Code: RatificationUnsigned, Want: law.Met},
		c{Name: "s. 44(4): the chair did not", Code: RatificationUnsigned, Change: unsigned, Want: law.Breached, At: "ratification.copy.signed_by_chair"},
		c{
			Name: "s. 44(4): the secretary did not", Code: RatificationUnsigned,
			Change: ratification(func(x *Ratification) { x.Copy.Countersigned = law.Known(false) }), Want: law.Breached, At: "ratification.copy.countersigned",
		},
		c{Name: "s. 44(4): no resolution", Code: RatificationUnsigned, Change: gone, Want: law.NotApplicable},
		c{Name: "1965 s. 7A(7): both signed", Code: RatificationUnsigned2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7A(7): the chairman did not", Code: RatificationUnsigned2004, Change: inTurn(in2010, unsigned), Want: law.Breached},
		c{Name: "1965 s. 7A(7): no resolution", Code: RatificationUnsigned2004, On: "2010-06-01", Change: gone, Want: law.NotApplicable},

		c{Name: "s. 44(5): from the day of registration", Code: RatificationActedOnEarly, Want: law.Met},
		c{Name: "s. 44(5): the day before", Code: RatificationActedOnEarly, Change: early("2026-05-29"), Want: law.Breached, At: "ratification.copy.acted_on"},
		c{Name: "s. 44(5): nobody has acted on it", Code: RatificationActedOnEarly, Change: unused, Want: law.NotApplicable},
		c{Name: "1965 s. 7A(7): from registration", Code: RatificationActedOnEarly2004, Change: in2010, Want: law.Met},
		c{Name: "1965 s. 7A(7): the day before", Code: RatificationActedOnEarly2004, Change: inTurn(in2010, early("2010-05-29")), Want: law.Breached},
		c{Name: "1965 s. 7A(7): nobody has acted on it", Code: RatificationActedOnEarly2004, Change: inTurn(in2010, unused), On: "2010-06-01", Want: law.NotApplicable},
	).Run(t)
}

func TestRatificationMeeting(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-05-23", f.RatificationMeeting(law.MustDate("2026-05-01")).String())
	assert.True(t, f.RatificationMeeting(law.MustDate("2004-03-31")).IsZero())
}
