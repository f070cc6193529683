package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// bakersVoice is a company in which nobody has asked to be consulted.
func bakersVoice() employee.Voice {
	return employee.Voice{Requested: law.Known(false), Standard: law.Known(false), Agreement: employee.VoiceAgreement{Reached: law.Known(false)}}
}

func months(n int64) law.Fact[[]employee.MonthCount] {
	list := make([]employee.MonthCount, 12)
	for i := range list {
		list[i].Employees = n
	}
	return law.Known(list)
}

// asked is a request of 1 March 2025 by 30 of 200 employees, which the employer took up.
func asked(change func(*employee.Voice)) func(*company) {
	return func(c *company) {
		c.Voice = bakersVoice()
		c.Voice.Months, c.Voice.HalfCounts, c.Voice.Employees = months(200), law.Known(false), law.Known[int64](200)
		c.Voice.Requested = law.Known(true)
		c.Voice.Request = employee.VoiceRequest{
			On: day("2025-03-01"), By: law.Known[int64](30), Written: law.Known(true), Bars: law.Known([]employee.VoiceBar{}),
			Negotiated: law.Known(true), Ballot: employee.VoiceBallot{Held: law.Known(false)},
		}
		change(&c.Voice)
	}
}

func asIs(*employee.Voice) {}

func TestRequestsToNegotiate(t *testing.T) {
	idle := func(change func(*employee.Voice)) func(*company) {
		return asked(func(v *employee.Voice) {
			v.Request.Negotiated = law.Known(false)
			change(v)
		})
	}
	by := func(n, of int64) func(*company) {
		return idle(func(v *employee.Voice) { v.Request.By, v.Employees = law.Known(n), law.Known(of) })
	}
	barredBy := func(after employee.VoiceEvent, from, ended string, changed bool) func(*company) {
		return idle(func(v *employee.Voice) {
			b := employee.VoiceBar{After: law.Known(after), From: day(from), Changed: law.Known(changed)}
			if ended != "" {
				b.Ended = day(ended)
			}
			v.Request.Bars = law.Known([]employee.VoiceBar{b})
		})
	}
	balloted := func(yes, no int64) func(*company) {
		return idle(func(v *employee.Voice) {
			v.Request.Ballot = employee.VoiceBallot{Held: law.Known(true), Existing: law.Known(true), For: law.Known(yes), Against: law.Known(no)}
		})
	}
	ballot := func(by int64, existing bool, told, first string) func(*company) {
		return asked(func(v *employee.Voice) {
			v.Request.By = law.Known(by)
			v.Request.Ballot = employee.VoiceBallot{Held: law.Known(true), Existing: law.Known(existing), Told: day(told), First: day(first), For: law.Known[int64](90), Against: law.Known[int64](1)}
		})
	}
	none := func(c *company) { c.Voice = bakersVoice() }
	small := idle(func(v *employee.Voice) { v.Months = months(49) })
	s := suite(employee.VoiceRules,
		kase{Name: "reg 7(1): a valid request, and negotiations", Code: employee.VoiceNotNegotiated, Change: asked(asIs), Want: law.Met},
		kase{Name: "reg 7(1): a valid request, and none", Code: employee.VoiceNotNegotiated, Change: idle(asIs), Want: law.Breached, At: "voice.request.negotiations_begun"},
		kase{Name: "reg 7(1): nobody asked", Code: employee.VoiceNotNegotiated, Change: none, Want: law.NotApplicable},
		kase{Name: "reg 7(1): whether anybody did is not stated", Code: employee.VoiceNotNegotiated, Change: func(c *company) { c.Voice.Requested = law.Fact[bool]{} }, Want: law.Unknown, At: "voice.requested"},
		kase{Name: "reg 7(1): when is not stated", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Request.On = law.Fact[law.Date]{} }), Want: law.Unknown, At: "voice.request.on"},
		// ICE-01, ICE-02
		kase{Name: "reg 3: forty-nine employees on average", Code: employee.VoiceNotNegotiated, Change: small, Want: law.NotApplicable},
		kase{Name: "reg 3: fifty", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Months = months(50) }), Want: law.Breached},
		kase{Name: "reg 4(3): fifty, one of whom counts as half", Code: employee.VoiceNotNegotiated, Want: law.NotApplicable, Change: idle(func(v *employee.Voice) {
			v.Months, v.HalfCounts = months(50), law.Known(true)
			v.Months.Or(nil)[3].ShortHours = 1
		})},
		kase{Name: "reg 4(3): the employer does not count halves", Code: employee.VoiceNotNegotiated, Want: law.Breached, Change: idle(func(v *employee.Voice) {
			v.Months = months(50)
			v.Months.Or(nil)[3].ShortHours = 1
		})},
		kase{Name: "reg 4: the months are not stated", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Months = law.Fact[[]employee.MonthCount]{} }), Want: law.Unknown, At: "voice.months"},
		kase{Name: "reg 4: no months", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Months = law.Known([]employee.MonthCount{}) }), Want: law.Unknown, At: "voice.months"},
		// ICE-03, ICE-04
		kase{Name: "reg 7(3): fifteen of 200 are enough", Code: employee.VoiceNotNegotiated, Change: by(15, 200), Want: law.Breached},
		kase{Name: "reg 7(3): fourteen are not, though more than 2%", Code: employee.VoiceNotNegotiated, Change: by(14, 200), Want: law.NotApplicable},
		kase{Name: "reg 7(2): 2% of 2,000", Code: employee.VoiceNotNegotiated, Change: by(40, 2000), Want: law.Breached},
		kase{Name: "reg 7(2): one fewer", Code: employee.VoiceNotNegotiated, Change: by(39, 2000), Want: law.NotApplicable},
		kase{Name: "reg 7(2): 10% of 2,000 until 5 April 2020", Code: employee.VoiceNotNegotiated, Want: law.NotApplicable, Change: func(c *company) {
			by(199, 2000)(c)
			c.Voice.Request.On = day("2020-04-05")
		}},
		kase{Name: "reg 7(2): 2% from the next day", Code: employee.VoiceNotNegotiated, Want: law.Breached, Change: func(c *company) {
			by(199, 2000)(c)
			c.Voice.Request.On = day("2020-04-06")
		}},
		kase{Name: "reg 7(4): a request by word of mouth", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Request.Written = law.Known(false) }), Want: law.NotApplicable},
		kase{Name: "reg 7(2)(b): separate requests within six months", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Request.First = day("2024-09-02") }), Want: law.Breached},
		kase{Name: "reg 7(2)(b): the first a day earlier", Code: employee.VoiceNotNegotiated, Change: idle(func(v *employee.Voice) { v.Request.First = day("2024-09-01") }), Want: law.NotApplicable},
		// ICE-05
		kase{Name: "reg 8(6): endorsed by 40% of all and a majority of those voting", Code: employee.VoiceNotNegotiated, Change: balloted(80, 79), Want: law.Breached},
		kase{Name: "reg 8(6): as many against", Code: employee.VoiceNotNegotiated, Change: balloted(80, 80), Want: law.NotApplicable},
		kase{Name: "reg 8(6): all who vote, and fewer than 40% of all", Code: employee.VoiceNotNegotiated, Change: balloted(79, 0), Want: law.NotApplicable},
		kase{Name: "reg 8(2): not endorsed, in a ballot that no earlier agreement allows", Code: employee.VoiceNotNegotiated, Want: law.Breached, Change: func(c *company) {
			balloted(1, 100)(c)
			c.Voice.Request.Ballot.Existing = law.Known(false)
		}},
		kase{Name: "reg 8(2): not endorsed, though 40% had asked", Code: employee.VoiceNotNegotiated, Want: law.Breached, Change: func(c *company) {
			balloted(1, 100)(c)
			c.Voice.Request.By = law.Known[int64](80)
		}},
		kase{Name: "reg 8(6): more votes than employees cannot be", Code: employee.VoiceNotNegotiated, Change: balloted(150, 51), Want: law.Unknown, At: "voice.request.ballot.for"},
		// ICE-08
		kase{Name: "reg 12(1)(a): three years from an agreement", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.AgreementMade, "2022-03-01", "", false), Want: law.NotApplicable},
		kase{Name: "reg 12(1)(a): the day after", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.AgreementMade, "2022-02-28", "", false), Want: law.Breached},
		kase{Name: "reg 12(1)(a): terminated on the day of the request", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.AgreementMade, "2024-03-01", "2025-03-01", false), Want: law.Breached},
		kase{Name: "reg 12(1)(a): terminated the day after the request", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.AgreementMade, "2024-03-01", "2025-03-02", false), Want: law.NotApplicable},
		kase{Name: "reg 12(1)(c): three years from the request, not the ballot", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.NotEndorsed, "2022-03-01", "", false), Want: law.NotApplicable},
		kase{Name: "reg 12(2): material changes lift the bar", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.NotEndorsed, "2024-03-01", "", true), Want: law.Breached},
		kase{Name: "reg 12(2): but not that of the standard provisions", Code: employee.VoiceNotNegotiated, Change: barredBy(employee.StandardStarted, "2024-03-01", "", true), Want: law.NotApplicable},
		kase{Name: "reg 12: a bar without a date", Code: employee.VoiceNotNegotiated, Want: law.Unknown, At: "voice.request.bars[0].from", Change: idle(func(v *employee.Voice) {
			v.Request.Bars = law.Known([]employee.VoiceBar{{After: law.Known(employee.NotEndorsed)}})
		})},
		kase{Name: "reg 3: not in Northern Ireland", Code: employee.VoiceNotNegotiated, In: law.NorthernIreland, Change: idle(asIs), Want: law.NotInForce},

		kase{Name: "reg 8(1): a request by 79 of 200 where there is an agreement", Code: employee.VoiceBallotNotOpen, Change: ballot(79, true, "2025-04-01", "2025-04-23"), Want: law.Met},
		kase{Name: "reg 8(1): by 40%", Code: employee.VoiceBallotNotOpen, Change: ballot(80, true, "2025-04-01", "2025-04-23"), Want: law.Breached, At: "voice.request.by"},
		kase{Name: "reg 8(1): where there is no agreement", Code: employee.VoiceBallotNotOpen, Change: ballot(79, false, "2025-04-01", "2025-04-23"), Want: law.Breached, At: "voice.request.ballot.pre_existing_agreement"},
		kase{Name: "reg 8(1): no ballot", Code: employee.VoiceBallotNotOpen, Change: asked(asIs), Want: law.NotApplicable},
		kase{Name: "reg 8(1): no request", Code: employee.VoiceBallotNotOpen, Change: none, Want: law.NotApplicable},
		kase{Name: "reg 8(3)(a): told a month from the request", Code: employee.VoiceBallotToldLate, Change: ballot(79, true, "2025-04-01", "2025-04-23"), Want: law.Met},
		kase{Name: "reg 8(3)(a): told a day later", Code: employee.VoiceBallotToldLate, Change: ballot(79, true, "2025-04-02", "2025-04-24"), Want: law.Breached, At: "voice.request.ballot.told"},
		kase{Name: "reg 8(3)(a): no ballot", Code: employee.VoiceBallotToldLate, Change: asked(asIs), Want: law.NotApplicable},
		kase{Name: "reg 8(3)(b): on the twenty-second day", Code: employee.VoiceBallotTooSoon, Change: ballot(79, true, "2025-04-01", "2025-04-23"), Want: law.Met},
		kase{Name: "reg 8(3)(b): on the twenty-first", Code: employee.VoiceBallotTooSoon, Change: ballot(79, true, "2025-04-01", "2025-04-22"), Want: law.Breached, At: "voice.request.ballot.first_day"},
		kase{Name: "reg 8(3)(b): no ballot", Code: employee.VoiceBallotTooSoon, Change: asked(asIs), Want: law.NotApplicable},
	)
	s = withAgreements(s)
	s.Dates["voice.request.on"] = func(c *company, d law.Date) {
		v := &c.Voice
		v.Request.On = law.Known(d)
		if b := &v.Request.Ballot; b.Told.Stated() {
			b.Told = law.Known(d)
		}
	}
	s.Run(t)
}

func withAgreements(s employeeSuite) employeeSuite {
	agreed := func(change func(*employee.VoiceAgreement)) func(*company) {
		return func(c *company) {
			c.Voice.Employees = law.Known[int64](200)
			c.Voice.Agreement = employee.VoiceAgreement{
				Reached: law.Known(true), Dated: day("2025-06-01"), CoversAll: law.Known(true), InForm: law.Known(true),
				Negotiators: law.Known[int64](4), Signed: law.Known[int64](4),
			}
			change(&c.Voice.Agreement)
		}
	}
	signed := func(by, written, yes, no int64) func(*company) {
		return agreed(func(a *employee.VoiceAgreement) {
			a.Signed, a.InWriting, a.BallotFor, a.BallotAgainst = law.Known(by), law.Known(written), law.Known(yes), law.Known(no)
		})
	}
	elected := func(n, of int64) func(*company) {
		return func(c *company) {
			c.Voice.Standard, c.Voice.StandardFrom = law.Known(true), day("2025-09-01")
			c.Voice.Employees, c.Voice.Representatives = law.Known(of), law.Known(n)
		}
	}
	none := func(c *company) { c.Voice = bakersVoice() }
	s.Cases = append(s.Cases,
		// ICE-06
		kase{Name: "reg 16(1): an agreement in form", Code: employee.VoiceAgreementNotInForm, Change: agreed(func(*employee.VoiceAgreement) {}), Want: law.Met},
		kase{Name: "reg 16(1): it leaves out the night shift", Code: employee.VoiceAgreementNotInForm, Change: agreed(func(a *employee.VoiceAgreement) { a.CoversAll = law.Known(false) }), Want: law.Breached, At: "voice.agreement.covers_all"},
		kase{Name: "reg 16(1)(e): it is not signed for the employer", Code: employee.VoiceAgreementNotInForm, Change: agreed(func(a *employee.VoiceAgreement) { a.InForm = law.Known(false) }), Want: law.Breached, At: "voice.agreement.in_form"},
		kase{Name: "reg 16(1): none is reached", Code: employee.VoiceAgreementNotInForm, Change: none, Want: law.NotApplicable},
		kase{Name: "reg 16(3)(a): signed by all representatives", Code: employee.VoiceNotApproved, Change: agreed(func(*employee.VoiceAgreement) {}), Want: law.Met},
		kase{Name: "reg 16(3)(b)(i): signed by three of four, approved by half in writing", Code: employee.VoiceNotApproved, Change: signed(3, 100, 0, 0), Want: law.Met},
		kase{Name: "reg 16(3)(b)(ii): approved by half of those voting", Code: employee.VoiceNotApproved, Change: signed(3, 99, 10, 10), Want: law.Met},
		kase{Name: "reg 16(3)(b): approved by fewer than half of either", Code: employee.VoiceNotApproved, Change: signed(3, 99, 10, 11), Want: law.Breached, At: "voice.agreement"},
		kase{Name: "reg 16(3)(b): nobody voted", Code: employee.VoiceNotApproved, Change: signed(3, 99, 0, 0), Want: law.Breached},
		kase{Name: "reg 16(3)(b): half of the representatives are no majority", Code: employee.VoiceNotApproved, Change: signed(2, 200, 0, 0), Want: law.Breached, At: "voice.agreement.signed"},
		kase{Name: "reg 16(3): more signatures than representatives cannot be", Code: employee.VoiceNotApproved, Change: signed(5, 0, 0, 0), Want: law.Unknown, At: "voice.agreement.signed"},
		kase{Name: "reg 16(3): fewer votes than none cannot be", Code: employee.VoiceNotApproved, Change: signed(3, 0, -1, 0), Want: law.Unknown, At: "voice.agreement.ballot_for"},
		kase{Name: "reg 16(3): none is reached", Code: employee.VoiceNotApproved, Change: none, Want: law.NotApplicable},
		// ICE-07
		kase{Name: "reg 19(3): 200 employees elect four", Code: employee.VoiceRepresentatives, Change: elected(4, 200), Want: law.Met},
		kase{Name: "reg 19(3): 201 elect five, for the part of fifty", Code: employee.VoiceRepresentatives, Change: elected(4, 201), Want: law.Breached, At: "voice.representatives"},
		kase{Name: "reg 19(3): 50 elect two", Code: employee.VoiceRepresentatives, Change: elected(2, 50), Want: law.Met},
		kase{Name: "reg 19(3): 5,000 elect 25", Code: employee.VoiceRepresentatives, Change: elected(25, 5000), Want: law.Met},
		kase{Name: "reg 19(3): not a hundred", Code: employee.VoiceRepresentatives, Change: elected(100, 5000), Want: law.Breached},
		kase{Name: "reg 19(1): the standard provisions do not apply", Code: employee.VoiceRepresentatives, Change: none, Want: law.NotApplicable},
	)
	return s
}

func TestADutyToNegotiateIsNoConditionOfARelief(t *testing.T) {
	c := bakery()
	asked(func(v *employee.Voice) { v.Request.Negotiated = law.Known(false) })(&c)
	held(50)(&c)
	err := employee.Unlawful(judge(t, &c, "2025-06-01"))
	require.ErrorIs(t, err, employee.VoiceNotNegotiated)
	assert.NotErrorIs(t, err, employee.SharesBelowControl)
}

func TestA22RequestsInAndBeforeApril2020(t *testing.T) {
	needs := func(on string, n int64) int64 {
		got, ok := employee.RequestNeeds(n, law.MustDate(on), &enacted)
		assert.True(t, ok)
		return got
	}
	for n, want := range map[int64]int64{120: 15, 2000: 40, 200_000: 2500, 751: 16, 750: 15} {
		assert.Equal(t, want, needs("2021-06-01", n), n)
	}
	assert.Equal(t, int64(15), needs("2019-06-01", 120))
	assert.Equal(t, int64(200), needs("2019-06-01", 2000))
	_, ok := employee.RequestNeeds(2000, law.MustDate("2005-04-05"), &enacted)
	assert.False(t, ok)
}

func TestTheRegulationsReachedSmallerUndertakingsInThreeSteps(t *testing.T) {
	for on, want := range map[string]int64{"2005-04-06": 150, "2007-04-05": 150, "2007-04-06": 100, "2008-04-05": 100, "2008-04-06": 50, "2026-11-23": 50} {
		for n, applies := range map[int64]bool{want: true, want - 1: false} {
			v := employee.Voice{Months: months(n), HalfCounts: law.Known(false)}
			got, average, missing, err := v.VoiceApplies(&enacted, law.MustDate(on))
			require.NoError(t, err)
			assert.Empty(t, missing)
			assert.Equal(t, applies, got, "%d on %s", n, on)
			assert.Equal(t, law.Per(n, 1), average)
		}
	}
	v := employee.Voice{Months: months(500), HalfCounts: law.Known(false)}
	got, _, _, err := v.VoiceApplies(&enacted, law.MustDate("2005-04-05"))
	require.NoError(t, err)
	assert.False(t, got)
	_, _, missing, _ := (&employee.Voice{}).VoiceApplies(&enacted, law.MustDate("2026-11-23"))
	assert.Len(t, missing, 2)
}

func TestAverageEmployees(t *testing.T) {
	young := []employee.MonthCount{{Employees: 40, ShortHours: 10}, {Employees: 61, ShortHours: 1}}
	whole, err := employee.AverageEmployees(young, false, 12)
	require.NoError(t, err)
	assert.Equal(t, law.Per(101, 2), whole, "reg 4(4): divided by the months that there are")
	halves, err := employee.AverageEmployees(young, true, 12)
	require.NoError(t, err)
	assert.Equal(t, law.Per(191, 4), halves, "35 and 60½")
	for name, list := range map[string][]employee.MonthCount{
		"none": nil, "thirteen": make([]employee.MonthCount, 13), "negative": {{Employees: -1}},
		"more short than all": {{Employees: 1, ShortHours: 2}}, "negative short": {{Employees: 1, ShortHours: -1}},
	} {
		_, err := employee.AverageEmployees(list, true, 12)
		assert.ErrorIs(t, err, employee.ErrVoice, name)
	}
}

func TestBarUntil(t *testing.T) {
	b := employee.VoiceBar{After: law.Known(employee.AgreementMade), From: day("2024-02-29")}
	assert.Equal(t, law.MustDate("2027-02-28"), b.BarUntil(3))
	b.Ended = day("2025-01-01")
	assert.Equal(t, law.MustDate("2024-12-31"), b.BarUntil(3))
	b.Ended = day("2030-01-01")
	assert.Equal(t, law.MustDate("2027-02-28"), b.BarUntil(3))
	b.After, b.Ended = law.Known(employee.NotEndorsed), day("2025-01-01")
	assert.Equal(t, law.MustDate("2027-02-28"), b.BarUntil(3), "a ballot's bar ends by time alone")
}

func TestBallotDates(t *testing.T) {
	tellBy, voteFrom := employee.BallotDates(law.MustDate("2025-01-31"), law.MustDate("2025-02-10"), &enacted)
	assert.Equal(t, law.MustDate("2025-02-28"), tellBy)
	assert.Equal(t, law.MustDate("2025-03-04"), voteFrom)
	tellBy, voteFrom = employee.BallotDates(law.MustDate("2005-04-05"), law.MustDate("2005-04-05"), &enacted)
	assert.True(t, tellBy.IsZero() && voteFrom.IsZero())
}

func TestRepresentativesFor(t *testing.T) {
	on := law.MustDate("2025-09-01")
	for n, want := range map[int64]int64{-1: 2, 0: 2, 50: 2, 100: 2, 101: 3, 150: 3, 151: 4, 1250: 25, 1251: 25} {
		got, ok := employee.RepresentativesFor(n, on, &enacted)
		assert.True(t, ok)
		assert.Equal(t, want, got, n)
	}
	_, ok := employee.RepresentativesFor(100, law.MustDate("2005-04-05"), &enacted)
	assert.False(t, ok)
}

func FuzzVoiceCounts(f *testing.F) {
	f.Add(int64(120), int64(10), int64(7))
	f.Add(int64(200_000), int64(0), int64(1))
	on := law.MustDate("2025-09-01")
	f.Fuzz(func(t *testing.T, n, yes, no int64) {
		needs, _ := employee.RequestNeeds(n, on, &enacted)
		if needs < 15 || needs > 2500 || needs > 15 && needs < 2500 && (50*needs < n || 50*(needs-1) >= n) {
			t.Fatalf("%d of %d", needs, n)
		}
		r, _ := employee.RepresentativesFor(n, on, &enacted)
		if r < 2 || r > 25 || r > 2 && r < 25 && (50*r < n || 50*(r-1) >= n) {
			t.Fatalf("%d for %d", r, n)
		}
		if employee.Endorses(yes, no, n, on, &enacted) && yes < 1<<62 && !employee.Endorses(yes+1, no, n, on, &enacted) {
			t.Fatalf("a further vote in favour defeats %d to %d of %d", yes, no, n)
		}
	})
}

func ExampleAverageEmployees() {
	average, err := employee.AverageEmployees([]employee.MonthCount{{Employees: 48}, {Employees: 52, ShortHours: 4}}, true, 12)
	fmt.Println(average.Num(), "/", average.Den(), err)
	// Output: 49 / 1 <nil>
}

func ExampleRequestNeeds() {
	figures := employee.Enacted()
	for _, n := range []int64{120, 2000, 200_000} {
		needs, _ := employee.RequestNeeds(n, law.MustDate("2021-06-01"), &figures)
		fmt.Println(n, needs)
	}
	// Output:
	// 120 15
	// 2000 40
	// 200000 2500
}
