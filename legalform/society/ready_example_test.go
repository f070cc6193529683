package society_test

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// A worker co-operative starts from the model rules, asks for a larger quorum, and holds a
// meeting; some members vote electronically beforehand.
func ExampleConstitution() {
	figures := society.Enacted()
	constitution, err := society.Constitution(society.ReadyWorker, society.Choices{
		Quorum: governance.Quorum{Heads: 3, Fraction: law.Percent(50)}, NoticeDays: 14, Directors: 3,
	}, &figures, law.MustDate("2026-05-16"))
	if err != nil {
		fmt.Println(err)
		return
	}
	founded := law.MustDate("2026-01-01")
	document := governance.Document{{Resolved: founded, Effective: founded, Constitution: constitution}}
	var members []governance.Member
	for _, id := range []string{"ann", "bob", "cat", "dee", "eve", "fay", "gus", "hal"} {
		members = append(members, governance.Member{ID: id, Joined: law.Known(founded)})
	}
	register, err := governance.NewRegister(members)
	if err != nil {
		fmt.Println(err)
		return
	}
	var votes []governance.Vote
	for i := range members {
		v := governance.Vote{Member: governance.Ref(i), For: 1}
		if i == 0 || i == 1 {
			v.For, v.Against = 0, 1
		}
		if i > 3 { // who did not come voted electronically
			v.How = governance.Electronically
		}
		votes = append(votes, v)
	}
	minute, err := document.Hold(register, &governance.Meeting{
		On: law.MustDate("2026-05-16"), Received: law.MustDate("2026-05-01"), Present: []governance.Ref{0, 1, 2, 3},
		Motions: []governance.Motion{
			{Name: "A change of the rules", Kind: society.ExtraordinaryResolution, Poll: governance.Poll{Votes: votes}},
			{Name: "A new van", Kind: society.OrdinaryResolution, Poll: governance.Poll{Votes: votes[:4]}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(minute.Notice.ClearDays, "clear days of notice, good:", minute.Notice.Good)
	for _, q := range minute.Quorum {
		fmt.Println(q)
	}
	for _, d := range minute.Decisions {
		fmt.Println(d.Name+":", d.Decision)
		fmt.Println("carried:", d.Carried, "under", d.By)
	}
	// Output:
	// 14 clear days of notice, good: true
	// members: 4 present, 4 needed: a quorum
	// A change of the rules: share: 6 of 8, where at least 75% of the votes cast needs 6: passed
	// carried: true under on resolutions, Co-operatives UK model rules for a co-operative society (2014)
	// A new van: share: 2 of 4, where more than 50% of the votes cast needs 3: failed
	// carried: false under on resolutions, Co-operatives UK model rules for a co-operative society (2014)
}

// A worker company has £120,000 to apply and would like to pay its investors.
func ExampleEquityRoom() {
	figures := society.Enacted()
	room := society.EquityRoom(&figures, &society.ModelProfit{
		Available: law.Known(law.Pounds(120_000)),
		Applied: law.Known([]society.ProfitShare{
			{To: society.ProfitToReserve, Amount: law.Pounds(60_000)},
			{To: society.ProfitToMembers, Amount: law.Pounds(24_000)},
			{To: society.ProfitToEmployees, Amount: law.Pounds(10_000)},
		}),
	}, law.MustDate("2026-05-16"))
	fmt.Println(room.Most, room.Binding, room.Weight)
	fmt.Print(room.Working.String())
	// Output:
	// £34,000.00 society.model-equity-above-labour own-rules
	// to members and employees: £34,000.00
	// part of profit for equity and members: 50%
	// profit available: £120,000.00
	// to members: £24,000.00
}

func ExampleFigures_ElectronicVotesNeeded() {
	figures := society.Enacted()
	cast, inFavour, _ := figures.ElectronicVotesNeeded(180, law.MustDate("2026-05-16"))
	fmt.Println(cast, "of 180 must vote, and then", inFavour, "in favour")
	// Output: 92 of 180 must vote, and then 69 in favour
}

func ExampleFigures_MostInvestorVotes() {
	figures := society.Enacted()
	most, _ := figures.MostInvestorVotes(300, law.MustDate("2026-05-16"))
	fmt.Println("beside 300 votes of users, investors may have", most)
	// Output: beside 300 votes of users, investors may have 100
}

func ExampleFigures_AnnualMeetingBy() {
	figures := society.Enacted()
	fmt.Println(figures.AnnualMeetingBy(law.MustDate("2025-12-31")))
	// Output: 2026-06-30
}

func ExampleFigures_DirectorsRetiring() {
	figures := society.Enacted()
	n, _ := figures.DirectorsRetiring(7, false, law.MustDate("2026-05-16"))
	fmt.Println(n, "of seven retire")
	// Output: 2 of seven retire
}

func ExampleElectronicOrdinary() {
	constitution := governance.Constitution{
		Quorum:     governance.Quorum{Heads: 5, Fraction: law.Percent(10)},
		Majorities: []governance.NamedMajority{{Name: society.OrdinaryResolution, Majority: governance.Majority{Share: governance.MoreThan(1, 2, governance.VotesCast)}}},
	}
	m, err := society.ElectronicOrdinary(&constitution, 180)
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := governance.Decide(law.MustDate("2026-05-16"), m, governance.Tally{For: 10, Against: 7, Entitled: 180})
	fmt.Println(d, err)
	// Output: share: 10 of 17, where more than 50% of the votes cast needs 9: passed; turnout: 17 of 180, where at least 10% of all entitled to vote needs 18: failed <nil>
}

func ExampleType_SurplusBases() {
	fmt.Println(society.TypeConsumer.SurplusBases(), society.TypeWorker.SurplusBases(), society.TypeCommunity.SurplusBases())
	// Output: [purchases] [hours pay equal-shares] []
}
