package society_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// resolving puts a resolution with two meetings to a society.
func resolving(k society.ChangeKind, into society.BodyKind, first, second society.Meeting) society.Society {
	s := bencom()
	s.Change = law.Known(society.Change{Kind: law.Known(k), Into: law.Known(into), First: first, Second: second})
	return s
}

func meeting(on string, yes, no, entitled int64) society.Meeting {
	return society.Meeting{Held: day(on), Noticed: law.Known(true), Votes: votes(yes, no, entitled)}
}

func TestE1Amalgamation(t *testing.T) {
	put := func(yes, no int64, second string, yes2, no2 int64) society.Society {
		return resolving(society.Amalgamation, society.UnlockedSociety, meeting("2026-03-10", yes, no, 900), meeting(second, yes2, no2, 900))
	}
	for _, c := range []struct {
		s    society.Society
		code law.Code
		want law.Outcome
	}{
		{put(80, 40, "2026-03-30", 45, 44), society.MergerNotCarried, law.Met},
		{put(79, 41, "2026-03-30", 45, 44), society.MergerNotCarried, law.Breached},
		{put(80, 40, "2026-03-30", 45, 44), society.NotConfirmed, law.Met},
		{put(80, 40, "2026-03-30", 45, 45), society.NotConfirmed, law.Breached},
		{put(80, 40, "2026-03-30", 45, 44), society.TurnoutTooLow, law.NotApplicable},
		{put(80, 40, "2026-03-23", 45, 44), society.MeetingsApart, law.Breached},
		{put(80, 40, "2026-03-24", 45, 44), society.MeetingsApart, law.Unknown}, // the first day, if clear days are not meant
		{put(80, 40, "2026-03-25", 45, 44), society.MeetingsApart, law.Met},
		{put(80, 40, "2026-04-10", 45, 44), society.MeetingsApart, law.Met},
		{put(80, 40, "2026-04-11", 45, 44), society.MeetingsApart, law.Breached},
	} {
		assert.Equal(t, c.want, outcome(t, c.s, "2026-04-12", c.code), "%s of %+v", c.code, c.s.Change)
	}
	f := society.Enacted()
	from, to := f.SecondMeeting(law.MustDate("2026-03-10"))
	assert.Equal(t, "2026-03-24..2026-04-10", from.String()+".."+to.String())
	for _, x := range judge(t, put(80, 40, "2026-03-24", 45, 44), "2026-04-01").Findings {
		if x.Code != society.MeetingsApart {
			continue
		}
		assert.Equal(t, []law.Outcome{law.Met, law.Breached}, []law.Outcome{x.Doubt.Readings[0].Outcome, x.Doubt.Readings[1].Outcome})
	}
}

func TestE2ConversionToCompany(t *testing.T) {
	put := func(yes, no, yes2, no2 int64) society.Society {
		return resolving(society.ConversionToCompany, society.OrdinaryCompany, meeting("2026-03-10", yes, no, 1000), meeting("2026-03-30", yes2, no2, 1000))
	}
	for _, c := range []struct {
		s    society.Society
		code law.Code
		want law.Outcome
	}{
		{put(499, 0, 31, 29), society.TurnoutTooLow, law.Breached},
		{put(499, 0, 31, 29), society.ConversionNotCarried, law.Met},
		{put(375, 125, 31, 29), society.TurnoutTooLow, law.Met},
		{put(375, 125, 31, 29), society.ConversionNotCarried, law.Met},
		{put(374, 126, 31, 29), society.TurnoutTooLow, law.Met},
		{put(374, 126, 31, 29), society.ConversionNotCarried, law.Breached},
		{put(375, 125, 31, 29), society.NotConfirmed, law.Met},
		{put(375, 125, 30, 30), society.NotConfirmed, law.Breached},
	} {
		assert.Equal(t, c.want, outcome(t, c.s, "2026-04-12", c.code), "%s of %+v", c.code, c.s.Change)
	}
}

func TestE3InstrumentOfDissolution(t *testing.T) {
	f := society.Enacted()
	for members, want := range map[int64]int64{7: 6, 8: 6, 9: 7, 100: 75} {
		got, ok := f.SignaturesNeeded(members, law.MustDate("2026-05-01"))
		assert.True(t, ok)
		assert.Equal(t, want, got, "%d members", members)
		for signed, outcomeWanted := range map[int64]law.Outcome{want: law.Met, want - 1: law.Breached} {
			s := bencom()
			s.Members = law.Known(members)
			s.Dissolution = law.Known(society.Dissolution{Dated: day("2026-05-01"), Signatures: law.Known(signed)})
			assert.Equal(t, outcomeWanted, outcome(t, s, "2026-05-02", society.DissolutionWithoutConsent), "%d of %d", signed, members)
		}
	}
	_, ok := f.SignaturesNeeded(7, law.MustDate("1965-12-31"))
	assert.False(t, ok)
}

func TestE9Shareholding(t *testing.T) {
	s := coop()
	s.Holdings = law.Known([]society.Holding{
		{Member: "person", Exempt: law.Known(society.NotExempt), Withdrawable: pounds(60_000), NonWithdrawable: pounds(70_000)},
		{Member: "society", Exempt: law.Known(society.SocietyMember), Withdrawable: pounds(3_000_000)},
	})
	old(society.CoOperativeSociety)(&s)
	for on, want := range map[string]law.Outcome{"2011-06-01": law.Breached, "2013-06-01": law.Breached, "2014-04-06": law.Met} {
		assert.Equal(t, want, outcome(t, s, on, society.ShareholdingTooLarge1965), on)
	}
	assert.Equal(t, law.Met, outcome(t, s, "2014-08-01", society.ShareholdingTooLarge))
	counted := map[string]string{"2011-06-01": "£130,000.00", "2013-06-01": "£60,000.00"}
	for on, want := range counted {
		var said []string
		for _, f := range judge(t, s, on).Findings {
			if f.Code == society.ShareholdingTooLarge1965 {
				said = append(said, f.Message)
			}
		}
		assert.Len(t, said, 1, "the society member is fine throughout")
		assert.Contains(t, said[0], want)
		assert.Contains(t, said[0], "£20,000.00")
	}
}

func TestE18Members(t *testing.T) {
	for _, c := range []struct {
		says               string
		members, societies int64
		want               law.Outcome
	}{
		{"two societies", 2, 2, law.Met},
		{"a society and a person", 2, 1, law.Breached},
		{"three persons", 3, 0, law.Met},
		{"a society, a person and a company", 3, 1, law.Met},
	} {
		s := coop()
		s.Members, s.MemberSocieties = law.Known(c.members), law.Known(c.societies)
		assert.Equal(t, c.want, outcome(t, s, "2026-11-23", society.TooFewMembers), c.says)
		all(old(society.CoOperativeSociety))(&s)
		assert.Equal(t, c.want, outcome(t, s, "2010-11-23", society.TooFewMembers1965), c.says)
	}
}

// A member asks to put £130,000 into a community energy society.
func Example() {
	s := society.Society{
		Kind: law.Known(society.CommunityBenefitSociety),
		Holdings: law.Known([]society.Holding{{
			Member: "m17", Exempt: law.Known(society.NotExempt),
			Withdrawable: law.Known(law.Pounds(130_000)), NonWithdrawable: law.Known(law.Pounds(0)),
		}}),
	}
	form := society.CommunityBenefit(society.Enacted())
	report, err := form.Judge(&s, law.MustDate("2026-11-23"), law.England)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		if f.Outcome == law.Breached {
			fmt.Println(f.Message)
			fmt.Println(f.Provision)
			fmt.Println(f.Link())
		}
	}
	// Output:
	// Member m17 has an interest of £130,000.00 that counts; the maximum is £100,000.00 in withdrawable shares.
	// s. 24(1)-(2), Co-operative and Community Benefit Societies Act 2014 (c. 14)
	// https://www.legislation.gov.uk/ukpga/2014/14/section/24/2026-11-23
}

func ExamplePaymentAllowance() {
	s := society.Society{
		Kind:             law.Known(society.CommunityBenefitSociety),
		Lock:             law.Known(society.NoLock),
		DeclaredInterest: law.Known(law.Percent(4)),
	}
	figures := society.Enacted()
	books := law.Books{PaidUp: law.Pounds(450_000)}
	for _, kind := range []law.PaymentKind{law.ShareInterest, law.Patronage, law.ToCommunity} {
		a := society.PaymentAllowance(&s, &figures, law.Payment{Kind: kind, Declared: law.MustDate("2026-05-01")}, &books)
		if a.Unlimited {
			fmt.Println(kind, "without limit")
		} else {
			fmt.Println(kind, "at most", a.Most)
		}
	}
	// Output:
	// share-interest at most £18,000.00
	// patronage at most £0.00
	// to-community without limit
}

func ExampleSharesRoom() {
	figures := society.Enacted()
	a := society.SharesRoom(&figures, society.Holding{
		Exempt: law.Known(society.NotExempt), Withdrawable: law.Known(law.Pounds(60_000)), NonWithdrawable: law.Known(law.Pounds(70_000)),
	}, law.MustDate("2026-11-23"))
	fmt.Println(a.Most)
	fmt.Print(a.Working.String())
	// Output:
	// £40,000.00
	// the maximum: £100,000.00
	// counted already: £60,000.00
}

func ExampleLockedUse() {
	use := society.Use{
		Kind: law.Known(society.Withdrawal), Amount: law.Known(law.Pounds(1_200)),
		Value: law.Known(law.Pounds(1_000)), ForCommunity: law.Known(false),
	}
	a := society.LockedUse(&use)
	fmt.Println("it permits", a.Most)
	// Output: it permits £1,000.00
}

func ExampleFigures_SecondMeeting() {
	figures := society.Enacted()
	fmt.Println(figures.SecondMeeting(law.MustDate("2026-03-10")))
	// Output: 2026-03-24 2026-04-10
}

func ExampleCoOperative() {
	form := society.CoOperative(society.Enacted())
	body := form.Draft(law.Plan{
		Name: "Rochdale Bakers", Founded: law.MustDate("2026-05-01"), Members: 9, Capital: law.Pounds(900), Activity: "Baking bread.",
	})
	report, err := form.Judge(body, law.MustDate("2026-05-01"), law.England)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("breaches:", report.Err())
	for _, m := range report.Unsettled() {
		fmt.Println(m.Question)
	}
	// Output:
	// breaches: <nil>
	// Is it a bona fide co-operative society?
	// Is its object to make profits mainly for paying interest, dividends or bonuses on money invested, deposited or lent?
}

func ExampleCommunityBenefitNI() {
	form := society.CommunityBenefitNI(society.EnactedNI())
	s := society.Society{
		Kind:       law.Known(society.CommunityBenefitSociety),
		Registered: law.Known(law.MustDate("2019-03-01")),
		Holdings: law.Known([]society.Holding{{
			Member: "m17", Exempt: law.Known(society.NotExempt), Withdrawable: law.Known(law.Pounds(130_000)),
		}}),
	}
	report, err := form.Judge(&s, law.MustDate("2026-11-23"), law.NorthernIreland)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		if f.Outcome == law.Breached {
			fmt.Println(f.Message)
			fmt.Println(f.Provision)
		}
	}
	// Output:
	// Member m17 has an interest of £130,000.00 that counts; the maximum is £100,000.00 in withdrawable shares.
	// s. 6(1), Co-operative and Community Benefit Societies Act (Northern Ireland) 1969 (c. 24)
}

// The limits within which a society may do without an audit are Northern Ireland's own.
func ExampleEnactedNI() {
	for _, figures := range []society.Figures{society.Enacted(), society.EnactedNI()} {
		e, _ := figures.OptOutLimits.At(law.MustDate("2024-11-01"))
		fmt.Println(e.Value)
	}
	// Output:
	// £5,100,000.00 of assets and £10,200,000.00 of turnover
	// £1,400,000.00 of assets and £350,000.00 of turnover
}
