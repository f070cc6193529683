package cic

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// passed is a passage of resolutions on a day, by 80 votes to 10, with the support of 80 of
// 100 shares of one class, against which nobody went to court, filed on another day.
func passed(on, applied string) Passage {
	return Passage{
		Passed: day(on), Vote: law.Known(governance.Tally{For: 80, Against: 10}), Written: no,
		Support:   law.Known(Support{Capital: law.Known(Holding{100, 80}), Classes: law.Known([]Holding{{100, 80}})}),
		Objection: law.Known(NoObjection), Applied: day(applied), AltersMemorandum: yes,
	}
}

// becoming is a company limited by shares that became a Schedule 3 company: resolutions on
// 2 March 2020, application on the first day after the 28 days for objecting.
func becoming() Company {
	return Company{Type: law.Known(Schedule3), Conversion: law.Known(Conversion{
		Passage: passed("2020-03-02", "2020-03-31"), From: law.Known(ByShares),
		States: yes, Alters: yes, ChangesName: yes, Directors: law.Known([]Signatory{hasSigned}),
		Charity: law.Known(NoCharity), Office: law.Known(law.England), Consents: law.Known([]Consent{}),
		Became: day("2020-04-20"), Decision: decidedOn,
	})}
}

func conversion(change func(*Conversion)) func(*Company) {
	return func(c *Company) {
		v := *c.Conversion.Ptr()
		change(&v)
		c.Conversion = law.Known(v)
	}
}

// behind changes the support behind a conversion to a number of 100 shares.
func behind(favour int64) func(*Company) {
	return conversion(func(v *Conversion) {
		v.Support = law.Known(Support{Capital: law.Known(Holding{100, favour}), Classes: law.Known([]Holding{{100, favour}})})
	})
}

func resolvedOn(on, applied string) func(*Company) {
	return conversion(func(v *Conversion) { v.Passed, v.Applied = day(on), day(applied) })
}

func objected(o Objection, determined string) func(*Company) {
	return conversion(func(v *Conversion) {
		v.Objection, v.Determined, v.OrderDelivered = law.Known(o), day(determined), yes
	})
}

func TestConversionRules(t *testing.T) {
	applied := func(on string) func(*Company) {
		return conversion(func(v *Conversion) { v.Applied = day(on) })
	}
	from := func(l Limited) func(*Company) {
		return conversion(func(v *Conversion) { v.From = law.Known(l) })
	}
	tally := func(x governance.Tally, written law.Fact[bool]) func(*Company) {
		return conversion(func(v *Conversion) { v.Vote, v.Written = law.Known(x), written })
	}
	charity := func(u CharityUnder, office law.Extent, consents ...Consent) func(*Company) {
		return conversion(func(v *Conversion) {
			v.Charity, v.Office, v.Consents = law.Known(u), law.Known(office), law.Known(append([]Consent{}, consents...))
		})
	}
	commission := func(on string) Consent { return Consent{UnderEnglishLaw, law.MustDate(on)} }
	oscr := func(on string) Consent { return Consent{UnderScottishLaw, law.MustDate(on)} }
	leftAlone := conversion(func(v *Conversion) { v.AltersMemorandum = no })
	none := func(c *Company) { c.Conversion = law.Fact[Conversion]{} }
	lawtest.Suite[Company, Figures]{
		Rules: conversionTable, Figures: Enacted(), Lawful: becoming, On: "2020-06-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"conversion.passed": func(c *Company, d law.Date) {
			conversion(func(v *Conversion) { v.Passed = law.Known(d) })(c)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "s. 37(1): a company limited by shares", Code: CannotConvert, Want: law.Met},
			{Name: "s. 26(2)(b): an old company by guarantee with shares may become one", Code: CannotConvert, Change: from(ByGuaranteeAndShares), Want: law.Met},
			{Name: "s. 37(1): a registered society must become a company first", Code: CannotConvert, Change: from(SocietyNotCompany), Want: law.Breached, At: "conversion.from"},
			{Name: "s. 26(2): an unlimited company", Code: CannotConvert, Change: from(Unlimited), Want: law.Breached},
			{Name: "s. 37(1): nothing converted", Code: CannotConvert, Change: none, Want: law.NotApplicable},

			{Name: "guidance: shares to shares", Code: FormSwitched, Want: law.Met},
			{Name: "guidance: guarantee to shares", Code: FormSwitched, Change: from(ByGuaranteeOnly), Want: law.Breached, At: "type"},
			{Name: "guidance: no company at all", Code: FormSwitched, Change: from(SocietyNotCompany), Want: law.NotApplicable},

			{Name: "s. 37(1)(a): all three", Code: ConversionIncomplete, Want: law.Met},
			{Name: "s. 37(1)(a)(iii): no change of name", Code: ConversionIncomplete, Change: conversion(func(v *Conversion) { v.ChangesName = no }), Want: law.Breached, At: "conversion.changes_name"},
			{Name: "s. 37(1)(a)(ii): articles left alone", Code: ConversionIncomplete, Change: conversion(func(v *Conversion) { v.Alters = no }), Want: law.Breached, At: "conversion.alters"},
			{Name: "s. 37(1)(a)(i): nothing stated", Code: ConversionIncomplete, Change: conversion(func(v *Conversion) { v.States = no }), Want: law.Breached, At: "conversion.states"},
			{Name: "s. 37(1)(a): nothing converted", Code: ConversionIncomplete, Change: none, Want: law.NotApplicable},

			{Name: "s. 283: exactly 75% carries", Code: ConversionNotCarried, Change: tally(governance.Tally{For: 75, Against: 25}, no), Want: law.Met},
			{Name: "s. 283: one vote less does not", Code: ConversionNotCarried, Change: tally(governance.Tally{For: 74, Against: 25}, no), Want: law.Breached, At: "conversion.vote"},
			{Name: "s. 283(2): a written resolution needs 75% of all", Code: ConversionNotCarried, Change: tally(governance.Tally{For: 74, Entitled: 100}, yes), Want: law.Breached},
			{Name: "s. 283(2): and has it", Code: ConversionNotCarried, Change: tally(governance.Tally{For: 75, Entitled: 100}, yes), Want: law.Met},
			{Name: "s. 283(2): of how many entitled nobody says", Code: ConversionNotCarried, Change: tally(governance.Tally{For: 75}, yes), Want: law.Unknown, At: "conversion.vote"},
			{Name: "s. 283(2): a tally that cannot be", Code: ConversionNotCarried, Change: tally(governance.Tally{For: -1}, no), Want: law.Unknown, At: "conversion.vote"},
			{Name: "before 1 October 2007: a written resolution is not figured here", Code: ConversionNotCarried, Change: both(resolvedOn("2007-09-30", "2007-11-01"), tally(governance.Tally{For: 75, Entitled: 100}, yes)), Want: law.Unknown, At: "figures.cic.written_majority"},
			{Name: "s. 283: nothing converted", Code: ConversionNotCarried, Change: none, Want: law.NotApplicable},

			{Name: "s. 37(2)(a)(ii): the day after 28 days", Code: ConversionEarly, Want: law.Met},
			{Name: "s. 37(2)(a)(ii): the 28th day", Code: ConversionEarly, Change: applied("2020-03-30"), Want: law.Breached, At: "conversion.applied"},
			{Name: "s. 37A(1)(a): exactly 15% can still object", Code: ConversionEarly, Change: both(applied("2020-03-05"), behind(85)), Want: law.Breached},
			{Name: "s. 37(2)(a)(i): below 15% nobody can, and no waiting", Code: ConversionEarly, Change: both(applied("2020-03-05"), behind(86)), Want: law.Met},
			{Name: "s. 37(2)(a)(i): how many voted nobody says", Code: ConversionEarly, Change: both(applied("2020-03-05"), conversion(func(v *Conversion) { v.Support = law.Fact[Support]{} })), Want: law.Unknown, At: "conversion.support"},
			{Name: "s. 37(2)(a)(ii): which does not matter once the time is over", Code: ConversionEarly, Change: conversion(func(v *Conversion) { v.Support = law.Fact[Support]{} }), Want: law.Met},
			{Name: "s. 37(2)(b): an objection before the court", Code: ConversionEarly, Change: objected(ObjectionPending, "2020-03-10"), Want: law.Breached, At: "conversion.objection"},
			{Name: "s. 37(2)(b)(ii): confirmed, and the order delivered", Code: ConversionEarly, Change: objected(ResolutionsConfirmed, "2020-03-25"), Want: law.Met},
			{Name: "s. 37(2)(b)(ii): confirmed, and the order not delivered", Code: ConversionEarly, Change: both(objected(ResolutionsConfirmed, "2020-03-25"), conversion(func(v *Conversion) { v.OrderDelivered = no })), Want: law.Breached, At: "conversion.objection"},
			{Name: "s. 37A(3): cancelled", Code: ConversionEarly, Change: objected(ResolutionsCancelled, "2020-03-25"), Want: law.Breached},
			{Name: "s. 37(4): withdrawn is doubtful", Code: ConversionEarly, Change: objected(ObjectionWithdrawn, "2020-03-10"), Want: law.Unknown},
			{Name: "s. 37(2): nothing converted", Code: ConversionEarly, Change: none, Want: law.NotApplicable},

			{Name: "s. 37(3) as enacted: the 21st day is the relevant date", Code: ConversionEarly1985, Change: resolvedOn("2009-06-01", "2009-06-22"), Want: law.Met},
			{Name: "s. 37(3) as enacted: the 20th day", Code: ConversionEarly1985, Change: resolvedOn("2009-06-01", "2009-06-21"), Want: law.Breached, At: "conversion.applied"},
			{Name: "s. 37(5) as enacted: unanimity was no short cut", Code: ConversionEarly1985, Change: both(resolvedOn("2009-06-01", "2009-06-02"), behind(100)), Want: law.Breached},
			{Name: "s. 37(3) as enacted: no waiting where the memorandum was left alone", Code: ConversionEarly1985, Change: both(resolvedOn("2009-06-01", "2009-06-02"), leftAlone), Want: law.Met},
			{Name: "s. 37(3) as enacted: the last day of the old law", Code: ConversionEarly1985, Change: resolvedOn("2009-09-30", "2009-10-01"), Want: law.Breached},
			{Name: "s. 37(3) as enacted: nothing converted", Code: ConversionEarly1985, Change: none, Want: law.NotApplicable},

			{Name: "s. 37(3)(c): 15 days after the relevant date", Code: ConversionLate, Change: applied("2020-04-14"), Want: law.Met},
			{Name: "s. 37(3)(c): the 16th", Code: ConversionLate, Change: applied("2020-04-15"), Want: law.Breached, At: "conversion.applied"},
			{Name: "s. 37(4)(b)(i): without waiting, from the resolution", Code: ConversionLate, Change: both(applied("2020-03-18"), behind(100)), Want: law.Breached},
			{Name: "s. 37(4): while the court has still to decide nothing is late", Code: ConversionLate, Change: objected(ObjectionPending, "2020-03-10"), Want: law.Met},
			{Name: "s. 37(4): nor once the resolutions are cancelled", Code: ConversionLate, Change: objected(ResolutionsCancelled, "2020-03-10"), Want: law.Met},
			{Name: "s. 37(3)(c): 15 days from the court's decision, whether or not its order was delivered", Code: ConversionLate, Change: both(applied("2020-04-10"), objected(ResolutionsConfirmed, "2020-03-25"), conversion(func(v *Conversion) { v.OrderDelivered = no })), Want: law.Breached, At: "conversion.applied"},
			{Name: "s. 37(3): nothing converted", Code: ConversionLate, Change: none, Want: law.NotApplicable},

			{Name: "reg 12: every director", Code: ConversionUnsigned, Want: law.Met},
			{Name: "reg 12(1)(c): no declaration on charity", Code: ConversionUnsigned, Change: conversion(func(v *Conversion) {
				v.Directors = law.Known([]Signatory{hasSigned, {Statement: yes, Declaration: yes, OnCharity: no}})
			}), Want: law.Breached, At: "conversion.directors[1].on_charity"},
			{Name: "reg 12: nothing converted", Code: ConversionUnsigned, Change: none, Want: law.NotApplicable},

			{Name: "s. 39(1): consent before becoming", Code: NoCommissionConsent, Change: charity(UnderEnglishLaw, law.England, commission("2020-04-20")), Want: law.Met},
			{Name: "s. 39(1): consent after becoming", Code: NoCommissionConsent, Change: charity(UnderEnglishLaw, law.England, commission("2020-04-21")), Want: law.Breached, At: "conversion.consents"},
			{Name: "s. 39(1): none", Code: NoCommissionConsent, Change: charity(UnderEnglishLaw, law.England), Want: law.Breached},
			{Name: "s. 39(1) as enacted: consent after the resolution is too late", Code: NoCommissionConsent, Change: both(resolvedOn("2009-06-01", "2009-06-22"), charity(UnderEnglishLaw, law.England, commission("2009-06-02"))), Want: law.Breached},
			{Name: "s. 39(1) as enacted: before it", Code: NoCommissionConsent, Change: both(resolvedOn("2009-06-01", "2009-06-22"), charity(UnderEnglishLaw, law.England, commission("2009-06-01"))), Want: law.Met},
			{Name: "s. 39(1): registered, and when nobody says", Code: NoCommissionConsent, Change: both(charity(UnderEnglishLaw, law.England, commission("2020-04-20")), conversion(func(v *Conversion) { v.Became = law.Fact[law.Date]{} })), Want: law.Unknown, At: "conversion.became"},
			{Name: "s. 39(1): no charity", Code: NoCommissionConsent, Want: law.NotApplicable},

			{Name: "s. 40(1): no charity", Code: ScottishCharityBarred, Change: resolvedOn("2009-06-01", "2009-06-22"), Want: law.Met},
			{Name: "s. 40(1): a Scottish charity on 30 September 2009", Code: ScottishCharityBarred, Change: both(resolvedOn("2009-09-30", "2009-10-22"), charity(UnderScottishLaw, law.Scotland, oscr("2009-09-01"))), Want: law.Breached, At: "conversion.charity"},
			{Name: "s. 40(1): repealed on 1 October 2009", Code: ScottishCharityBarred, Change: both(resolvedOn("2009-10-01", "2009-10-30"), charity(UnderScottishLaw, law.Scotland)), Want: law.NotInForce},
			{Name: "s. 40(1): nothing converted", Code: ScottishCharityBarred, Change: both(resolvedOn("2009-06-01", "2009-06-22"), none), Want: law.NotApplicable},

			{Name: "s. 40(4)(a): consent of the Scottish regulator", Code: NoScottishConsent, Change: charity(UnderScottishLaw, law.Scotland, oscr("2020-04-01")), Want: law.Met},
			{Name: "s. 40(4)(a): none", Code: NoScottishConsent, Change: charity(UnderScottishLaw, law.Scotland, commission("2020-04-01")), Want: law.Breached, At: "conversion.consents"},
			{Name: "s. 40(4)(b): an office in Wales needs the Commission's too", Code: NoScottishConsent, Change: charity(UnderScottishLaw, law.Wales, oscr("2020-04-01")), Want: law.Breached},
			{Name: "s. 40(4)(b): both", Code: NoScottishConsent, Change: charity(UnderScottishLaw, law.Wales, oscr("2020-04-01"), commission("2020-04-01")), Want: law.Met},
			{Name: "s. 40(4): no charity", Code: NoScottishConsent, Want: law.NotApplicable},

			{Name: "s. 40A: no charity", Code: NICharityBarred, Want: law.Met},
			{Name: "s. 40A: a Northern Ireland charity", Code: NICharityBarred, Change: charity(UnderNorthernIrishLaw, law.NorthernIreland), Want: law.Breached, At: "conversion.charity"},
			{Name: "s. 40A: nothing converted", Code: NICharityBarred, Change: none, Want: law.NotApplicable},

			{Name: "s. 38(2): registered on a decision", Code: ConvertedUndecided, Want: law.Met},
			{Name: "s. 38(2)(c): registered without", Code: ConvertedUndecided, Change: conversion(func(v *Conversion) { v.Decision.WillSatisfy = no }), Want: law.Breached, At: "conversion.decision.will_satisfy"},
			{Name: "s. 38(2): not registered yet", Code: ConvertedUndecided, Change: conversion(func(v *Conversion) { v.Decision.Registered = no }), Want: law.NotApplicable},
		},
	}.Run(t)
}

func TestS37AWhoIsLeftToObject(t *testing.T) {
	f, on := Enacted(), law.MustDate("2020-03-02")
	all := law.Known(Holding{100, 100})
	for _, x := range []struct {
		name       string
		s          Support
		l          Limited
		may, known bool
	}{
		{"everybody in favour", Support{Capital: all, Classes: law.Known([]Holding{{100, 100}})}, ByShares, false, true},
		{"exactly 15% of the capital left", Support{Capital: law.Known(Holding{100, 85}), Classes: law.Known([]Holding{{100, 85}})}, ByShares, true, true},
		{"just below", Support{Capital: law.Known(Holding{10_000, 8_501}), Classes: law.Known([]Holding{{10_000, 8_501}})}, ByShares, false, true},
		{"15% of a small class", Support{Capital: law.Known(Holding{1_000, 990}), Classes: law.Known([]Holding{{980, 980}, {20, 10}})}, ByShares, true, true},
		{"members do not count in a company limited by shares", Support{Capital: all, Classes: law.Known([]Holding{}), Members: law.Known(Holding{10, 1})}, ByShares, false, true},
		{"members of a company limited by guarantee", Support{Members: law.Known(Holding{20, 17})}, ByGuaranteeOnly, true, true},
		{"one more in favour", Support{Members: law.Known(Holding{20, 18})}, ByGuaranteeOnly, false, true},
		{"capital does not count there", Support{Members: law.Known(Holding{20, 18}), Capital: law.Known(Holding{100, 0})}, ByGuaranteeOnly, false, true},
		{"both routes with guarantee and shares: members", Support{Capital: all, Classes: law.Known([]Holding{{100, 100}}), Members: law.Known(Holding{20, 17})}, ByGuaranteeAndShares, true, true},
		{"both routes with guarantee and shares: one not stated", Support{Capital: all, Classes: law.Known([]Holding{{100, 100}})}, ByGuaranteeAndShares, false, false},
		{"one route is enough to know that somebody may", Support{Capital: law.Known(Holding{100, 0})}, ByShares, true, true},
		{"old debentures are not shut out by members' votes", Support{Capital: all, Classes: law.Known([]Holding{{100, 100}}), Debentures: []Holding{{100, 0}}}, ByShares, true, true},
		{"classes not stated", Support{Capital: all}, ByShares, false, false},
		{"no capital in issue", Support{Capital: law.Known(Holding{}), Classes: law.Known([]Holding{})}, ByShares, false, true},
	} {
		may, known := MayObject(&f, &x.s, x.l, on)
		assert.Equal(t, x.may, may, x.name)
		assert.Equal(t, x.known, known, x.name)
	}
}

func TestS37AWhenTheTimeForObjectingEnds(t *testing.T) {
	f := Enacted()
	for on, want := range map[string]string{
		"2005-07-01": "2005-07-22", "2009-09-30": "2009-10-21", "2009-10-01": "2009-10-29", "2020-02-01": "2020-02-29",
	} {
		got, ok := ObjectionEnds(&f, law.MustDate(on))
		assert.True(t, ok)
		assert.Equal(t, law.MustDate(want), got, "28 days after, and 21 for resolutions by 30 September 2009")
	}
	_, ok := ObjectionEnds(&f, law.MustDate("2005-06-30"))
	assert.False(t, ok)
}

func TestS37FilingOf(t *testing.T) {
	f := Enacted()
	p := passed("2020-03-02", "2020-03-31")
	w := FilingOf(&f, &p, ByShares)
	assert.Equal(t, "2020-03-30 2020-03-31 2020-04-14", fmt.Sprint(w.Relevant, w.From, w.By))

	p.Support = law.Known(Support{Capital: law.Known(Holding{100, 100}), Classes: law.Known([]Holding{})})
	w = FilingOf(&f, &p, ByShares)
	assert.Equal(t, "2020-03-02 2020-03-02 2020-03-17", fmt.Sprint(w.Relevant, w.From, w.By), "no waiting where nobody could object")

	p.Objection, p.Determined = law.Known(ObjectionWithdrawn), day("2020-03-10")
	w = FilingOf(&f, &p, ByShares)
	require.NotNil(t, w.Doubt)
	assert.Equal(t, "2020-03-30", w.Relevant.String(), "provisionally the end of the period")

	p.Objection = law.Known(ObjectionPending)
	w = FilingOf(&f, &p, ByShares)
	assert.NotEmpty(t, w.Barred)
	assert.True(t, w.By.IsZero())

	w = FilingOf(&f, &Passage{}, ByShares)
	assert.False(t, w.Known())
	w = FilingOf(&f, &Passage{Passed: day("2020-03-02"), Objection: law.Known(ResolutionsConfirmed)}, ByShares)
	assert.Equal(t, "determined", w.Missing[0].Path)
	w = FilingOf(&f, &Passage{Passed: day("2009-03-02"), Objection: law.Known(NoObjection)}, ByShares)
	assert.Equal(t, "alters_memorandum", w.Missing[0].Path)
}

func FuzzMayObjectNeverGrowsWithSupport(f *testing.F) {
	f.Add(int64(100), int64(85))
	f.Add(int64(1), int64(0))
	figures, on := Enacted(), law.MustDate("2020-03-02")
	f.Fuzz(func(t *testing.T, whole, favour int64) {
		if whole < 1 || favour < 0 || favour >= whole {
			return
		}
		may := func(favour int64) bool {
			s := Support{Members: law.Known(Holding{whole, favour})}
			got, known := MayObject(&figures, &s, ByGuaranteeOnly, on)
			assert.True(t, known)
			return got
		}
		if may(favour + 1) {
			assert.True(t, may(favour), "one more in favour leaves no more to object")
		}
		assert.False(t, may(whole))
	})
}

func ExampleFilingOf() {
	f := Enacted()
	p := Passage{
		Passed: law.Known(law.MustDate("2026-03-02")), Objection: law.Known(NoObjection),
		Support: law.Known(Support{Members: law.Known(Holding{Whole: 40, Favour: 33})}),
	}
	w := FilingOf(&f, &p, ByGuaranteeOnly)
	fmt.Printf("apply from %s, and by %s\n", w.From.Long(), w.By.Long())
	p.Support = law.Known(Support{Members: law.Known(Holding{Whole: 40, Favour: 35})})
	w = FilingOf(&f, &p, ByGuaranteeOnly)
	fmt.Printf("apply from %s, and by %s\n", w.From.Long(), w.By.Long())
	// Output:
	// apply from 31 March 2026, and by 14 April 2026
	// apply from 2 March 2026, and by 17 March 2026
}
