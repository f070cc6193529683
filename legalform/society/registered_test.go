package society_test

import (
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

// fullRegistration states every field of registration, of the rule book and of names.
func fullRegistration(s *society.Society) {
	yes, no, in := law.Known(true), law.Known(false), law.Known(society.Provided)
	three := society.Signatures{Secretary: yes, Members: law.Known[int64](3), Societies: law.Known[int64](2)}
	s.RuleBook = law.Known(society.RuleBook{
		Name: in, Objects: in, Office: in, Admission: in, Meetings: in, Voting: in, RuleChanges: in, Committee: in, Officers: in,
		MaximumShareholding: in, Borrowing: law.Known(society.Excluded), Transfer: law.Known(society.Bare), Withdrawal: in, Audit: in,
		Leaving: in, Deceased: in, Bankrupt: in, Nominees: in, Profits: in, HasSeal: no, Seal: law.Known(society.Silent), Investment: in,
		Place: law.Known(society.OfficeInWales), BankingObject: no,
		Maximum: law.Known(society.ShareLimit{Most: law.Pounds(20_000), OnlyWithdrawable: true}),
		Raise:   law.Known(society.Raise{On: day("2014-06-01"), Most: pounds(60_000), Notified: day("2014-06-10"), TookEffect: yes}),
		Amended: law.Known([]law.Date{law.MustDate("2020-01-01")}),
	})
	s.ShareCharacter = law.Known(society.ShareCharacter{Par: pounds(1), Price: pounds(1), WrittenDown: no, InReserves: no, OwnHeld: pounds(0)})
	s.Display = law.Known(society.Display{Office: yes, Elsewhere: yes, Papers: law.Known([]society.Paper{{
		Kind: law.Known(society.WebsitePaper), ShowsName: yes, States: law.Known(society.WelshStatement), InWelsh: yes,
	}})})
	s.KeepsRules, s.InvitedMoney, s.LimitedDirected = yes, no, no
	s.Application = law.Known(society.Application{
		Made: day("2016-02-01"), Signatures: three, Electronic: no, Copies: law.Known[int64](2), NameUndesirable: no,
		Draft: law.Known(society.RulesDraft{Model: true, Amendments: 3}), FeePaid: pounds(120),
	})
	s.Cancellation = law.Known(society.Cancellation{
		Ground: law.Known(society.TypeTest), Proved: yes, Noticed: day("2026-01-01"), GroundGiven: yes, On: day("2026-04-01"), Appealed: no,
		Settled: day("2026-03-01"), Considered: yes, Heard: yes, Published: yes,
	})
	s.Suspension = law.Known(society.Suspension{
		Ground: law.Known(society.WilfulViolation), PendingAppeal: no, Noticed: day("2026-01-01"), GroundGiven: yes, Begins: day("2026-04-01"),
		Terms: law.Known([]society.SuspensionPeriod{{From: law.MustDate("2026-04-01"), To: law.MustDate("2026-06-30")}}), Published: yes,
	})
	s.Appeal = law.Known(society.Appeal{
		Against: law.Known(society.AgainstRenewal), Ground: law.Known(society.WilfulViolation), Lodged: day("2026-07-10"),
		NoticeEnds: day("2026-03-01"), Suspended: day("2026-04-01"), Until: day("2026-09-30"),
	})
	s.Renaming = law.Known(society.Renaming{Resolved: day("2026-05-01"), AtGeneralMeeting: yes, Noticed: yes, Approved: yes})
	s.Amendment = law.Known(society.Amendment{
		Kind: law.Known(society.RuleChange), On: day("2026-05-02"), AltersLock: no, Copies: law.Known[int64](2), Signatures: three, Notified: no,
		Registered: day("2026-05-20"), Unregistered: no, ActedOn: day("2026-05-20"), RaisesContribution: yes,
		HeldTo: law.Known([]society.HeldMember{{Member: "m1", Joined: day("2020-01-01"), Consented: yes}}),
	})
	s.RulesRequest = law.Known(society.RulesRequest{On: day("2026-05-04"), FirstToMember: yes, OfferedFee: no, Given: yes, Charged: pounds(0)})
}
