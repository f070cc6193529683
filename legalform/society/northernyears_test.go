package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestHoldingsInNI(t *testing.T) {
	lawful := func() Society {
		s := belfast()
		s.Holdings = law.Known([]Holding{{Member: "m1", Exempt: law.Known(NotExempt), Withdrawable: amount(100_000), NonWithdrawable: amount(0)}})
		s.Person = law.Known(Person{On: on("2026-05-01"), As: law.Known(AsSigner), Born: on("2008-05-01")})
		s.Deposits = law.Known(Deposits{
			AnyWithdrawable: law.Known(true), ClearDays: law.Known(2),
			Accounts: law.Known([]DepositAccount{{Depositor: "d1", Largest: amount(2), Held: amount(50)}}),
		})
		s.Withdrawal = law.Known(Repayments{
			On: on("2026-05-01"), Notices: law.Known([]Notice{}), Payments: law.Known([]Repayment{{Number: 1, Amount: 100}}), DepositsDue: law.Known(false),
		})
		return s
	}
	holds := func(withdrawable, other law.Pence) change {
		return func(s *Society) {
			h := &(*s.Holdings.Ptr())[0]
			h.Withdrawable, h.NonWithdrawable = law.Known(withdrawable), law.Known(other)
		}
	}
	as := func(e Exemption) change {
		return both(holds(law.Pounds(3_000_000), 0), func(s *Society) { (*s.Holdings.Ptr())[0].Exempt = law.Known(e) })
	}
	maximum := func(pounds int64) change {
		return func(s *Society) { s.RuleBook.Ptr().Maximum = law.Known(ShareLimit{law.Pounds(pounds), true}) }
	}
	person := func(as ActingAs, born string) change {
		return func(s *Society) { s.Person.Ptr().As, s.Person.Ptr().Born = law.Known(as), on(born) }
	}
	deposit := func(largest law.Pence, bank law.Fact[bool]) change {
		return func(s *Society) {
			(*s.Deposits.Ptr().Accounts.Ptr())[0].Largest = law.Known(largest)
			s.Deposits.Ptr().Banking = bank
		}
	}
	all := law.Pounds
	type c = suiteCase
	suiteNI(northernHoldings, lawful,
		c{Name: "s. 6(1): exactly £100,000 of withdrawable shares", Code: ShareholdingTooLargeNI, Want: law.Met},
		c{Name: "s. 6(1): a penny more", Code: ShareholdingTooLargeNI, Change: holds(all(100_000)+1, 0), Want: law.Breached, At: "holdings[0]"},
		c{Name: "s. 6(1): other shares do not count", Code: ShareholdingTooLargeNI, Change: holds(all(100_000), all(900_000)), Want: law.Met},
		c{Name: "s. 6(1): nor on the day itself", Code: ShareholdingTooLargeNI, On: "2018-04-06", Change: holds(all(100_000), all(900_000)), Want: law.Met},
		c{Name: "s. 6(1)(a): a registered society", Code: ShareholdingTooLargeNI, Change: as(SocietyMember), Want: law.Met},
		c{Name: "s. 6(1)(b): what that paragraph lets an authority hold was not read", Code: ShareholdingTooLargeNI, Change: as(HousingAuthority), Want: law.Unknown, At: "holdings[0].exempt"},
		c{Name: "s. 6(1): the exemption of providers is Great Britain's", Code: ShareholdingTooLargeNI, Change: as(AuthorityInProvider), Want: law.Breached},
		c{Name: "s. 6(1): £20,000 on the last day without a doubt", Code: ShareholdingTooLargeNI, On: "2016-06-21", Change: holds(all(20_000), 0), Want: law.Met},
		c{Name: "s. 6(1): more is doubtful for the time since June 2016", Code: ShareholdingTooLargeNI, On: "2018-04-05", Change: holds(all(20_000)+1, 0), Want: law.Unknown},
		c{Name: "s. 6(1): a penny of any shares more", Code: ShareholdingTooLargeNI, On: "2016-06-21", Change: holds(all(20_000), 1), Want: law.Breached},
		c{Name: "s. 6(1): £5,000 on the day before regulations", Code: ShareholdingTooLargeNI, On: "1985-12-01", Change: holds(all(5_000), 0), Want: law.Met},
		c{Name: "s. 6(1): a penny more on that day", Code: ShareholdingTooLargeNI, On: "1985-12-01", Change: holds(all(5_000)+1, 0), Want: law.Breached},
		c{Name: "s. 6(1): a penny more on the day after is in doubt", Code: ShareholdingTooLargeNI, On: "1985-12-02", Change: holds(all(5_000)+1, 0), Want: law.Unknown},
		c{Name: "1976: £5,000", Code: ShareholdingTooLargeNI, On: "1977-01-01", Change: holds(all(5_000), 0), Want: law.Met},
		c{Name: "s. 6(1), as passed: £1,000", Code: ShareholdingTooLargeNI, On: "1976-03-01", Change: holds(all(1_000)+1, 0), Want: law.Breached},

		c{Name: "Sch 1 para 7: the Act's own maximum", Code: MaximumTooHighNI, Change: maximum(100_000), Want: law.Met},
		c{Name: "Sch 1 para 7: a higher one", Code: MaximumTooHighNI, Change: maximum(100_001), Want: law.Breached, At: "rule_book.maximum"},
		c{Name: "Sch 1 para 7: rules not stated", Code: MaximumTooHighNI, Change: noBook, Want: law.NotApplicable},

		c{Name: "s. 19(2)(b): a signer of eighteen", Code: SignedTooYoungNI, Want: law.Met},
		c{Name: "s. 19(2)(b): sixteen today", Code: SignedTooYoungNI, Change: person(AsSigner, "2010-05-01"), Want: law.Met},
		c{Name: "s. 19(2)(b): sixteen tomorrow", Code: SignedTooYoungNI, Change: person(AsSigner, "2010-05-02"), Want: law.Breached, At: "person.born"},
		c{Name: "s. 19(2)(b): nobody signs", Code: SignedTooYoungNI, Change: person(AsMember, "2020-05-02"), Want: law.NotApplicable},
		c{Name: "s. 19(3): an officer of sixteen", Code: OfficerTooYoungNI, Change: person(AsOfficer, "2010-05-01"), Want: law.Met},
		c{Name: "s. 19(3): of fifteen", Code: OfficerTooYoungNI, Change: person(AsOfficer, "2010-05-02"), Want: law.Breached},
		c{Name: "s. 19(3): no officer", Code: OfficerTooYoungNI, Want: law.NotApplicable},

		c{Name: "s. 7(3): £2 a payment and £50 in all are no banking", Code: BankingWithWithdrawableNI, Want: law.Met},
		c{Name: "s. 7(3): a penny more must be judged", Code: BankingWithWithdrawableNI, Change: deposit(2_01, law.Fact[bool]{}), Want: law.Unknown, At: "deposits.banking"},
		c{Name: "s. 7(1): a bank", Code: BankingWithWithdrawableNI, Change: deposit(2_01, law.Known(true)), Want: law.Breached},
		c{Name: "s. 7(1): no withdrawable shares", Code: BankingWithWithdrawableNI, Change: func(s *Society) { s.Deposits.Ptr().AnyWithdrawable = law.Known(false) }, Want: law.NotApplicable},
		c{Name: "s. 7(3): no deposit is due", Code: CapitalBeforeDepositsNI, Want: law.Met},
		c{Name: "s. 7(3): one is", Code: CapitalBeforeDepositsNI, Change: func(s *Society) { s.Withdrawal.Ptr().DepositsDue = law.Known(true) }, Want: law.Breached},
		c{Name: "s. 7(3): nothing is paid out", Code: CapitalBeforeDepositsNI, Change: func(s *Society) { s.Withdrawal.Ptr().Payments = law.Known([]Repayment{}) }, Want: law.NotApplicable},
	).Run(t)
}

func TestYearsInNI(t *testing.T) {
	lawful := func() Society {
		s := audited()
		s.Registered = on("2018-06-10")
		return s
	}
	older := severally(func(s *Society) { s.Registered = on("2010-03-01") }, accYears("2023-01-01", "2024-01-01", "2024-12-31"),
		acc(func(a *Accounts) { a.BalanceSheets, a.EndMoved = law.Known([]law.Date{}), law.Known(false) }))
	ends := func(d string) change {
		return acc(func(a *Accounts) { a.End, a.EndMoved = on(d), law.Known(false) })
	}
	dissolving := func(dated string) change {
		return func(s *Society) {
			s.Dissolution = law.Known(Dissolution{Dated: on(dated)})
			s.Accounts.Ptr().Last = law.Known(true)
		}
	}
	sent := func(d string) change { return acc(func(a *Accounts) { a.Return.Ptr().Sent = on(d) }) }
	noReturn := accUnstated(func(a *Accounts) *law.Fact[Return] { return &a.Return })
	signs := func(n, all int64) change {
		return func(s *Society) {
			s.Members = law.Known(all)
			s.Dissolution = law.Known(Dissolution{Dated: on("2026-05-01"), Signatures: law.Known(n)})
		}
	}
	closes := func(trades bool) change {
		return func(s *Society) {
			s.Change, s.CreditUnion = closing().Change, law.Known(false)
			s.Change.Ptr().Dissolving.OtherTransactions = law.Known(trades)
		}
	}
	const out = "2024-11-01"
	type c = suiteCase
	suiteNI(northernYears, lawful,
		c{Name: "s. 36B(2): a first year of a year and some days", Code: FirstYearLengthNI, Change: firstYearOf("2019-03-10", "2020-03-31"), Want: law.Met},
		c{Name: "s. 36B(2): of six months", Code: FirstYearLengthNI, Change: firstYearOf("2019-03-10", "2019-09-09"), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 36B(2): not the first", Code: FirstYearLengthNI, Want: law.NotApplicable},
		c{Name: "s. 36B(2): a society registered before the day has no such year", Code: FirstYearLengthNI, Change: firstYearOf("2018-04-05", "2018-12-31"), Want: law.NotApplicable},
		c{Name: "s. 36B(4): the month of registration ends it", Code: YearEndNotReferenceNI, Want: law.Met},
		c{Name: "s. 36B(4): another month does not", Code: YearEndNotReferenceNI, Change: ends("2025-05-31"), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 36B(1): an older society", Code: YearEndNotReferenceNI, Change: older, Want: law.NotApplicable},
		c{Name: "s. 36A(3): 31 December, where nothing is published", Code: YearEndNotBalanceNI, Change: older, Want: law.Met},
		c{Name: "s. 36A(3): the day before", Code: YearEndNotBalanceNI, Change: both(older, ends("2024-12-30")), Want: law.Breached, At: "accounts.end"},
		c{Name: "s. 36A(1): a society registered since", Code: YearEndNotBalanceNI, Want: law.NotApplicable},
		c{Name: "s. 36B(8): the last year ends with the instrument", Code: LastYearNotInstrumentNI, Change: dissolving("2025-06-30"), Want: law.Met},
		c{Name: "s. 36B(8): or does not", Code: LastYearNotInstrumentNI, Change: dissolving("2025-06-29"), Want: law.Breached},
		c{Name: "s. 36B(8): no instrument", Code: LastYearNotInstrumentNI, Want: law.NotApplicable},

		c{Name: "s. 38(1): a qualified auditor", Code: AuditorsNotAppointedNI, Want: law.Met},
		c{Name: "s. 38(1): none", Code: AuditorsNotAppointedNI, Change: auditedBy(), Want: law.Breached, At: "accounts.auditors"},
		c{Name: "s. 38(4)(b): two others for an exempt society", Code: AuditorsNotAppointedNI, Change: both(smallSize, auditedBy(auditor(false), auditor(false))), Want: law.Met},
		c{Name: "s. 38(4)(b): one other", Code: AuditorsNotAppointedNI, Change: both(smallSize, auditedBy(auditor(false))), Want: law.Breached},
		c{Name: "s. 38: no accounts", Code: AuditorsNotAppointedNI, Change: withoutAccounts, Want: law.NotApplicable},

		c{Name: "s. 38A(1): exactly £1,400,000 and £350,000", Code: OptOutUnavailableNI, Change: opting(out, figuresOf(law.Pounds(1_400_000), law.Pounds(350_000))), Want: law.Met},
		c{Name: "s. 38A(1)(a): a penny of assets more", Code: OptOutUnavailableNI, Change: opting(out, figuresOf(law.Pounds(1_400_000)+1, law.Pounds(350_000))), Want: law.Breached},
		c{Name: "s. 38A(1)(b): a penny of turnover more", Code: OptOutUnavailableNI, Change: opting(out, figuresOf(law.Pounds(1_400_000), law.Pounds(350_000)+1)), Want: law.Breached},
		c{Name: "s. 38A(6): a charity's income is in doubt", Code: OptOutUnavailableNI, Change: opting(out, charityOf(law.Pounds(1))), Want: law.Unknown},
		c{Name: "s. 38A(6): its income above Great Britain's figure too", Code: OptOutUnavailableNI, Change: opting(out, charityOf(law.Pounds(300_000))), Want: law.Unknown},
		c{Name: "s. 38A(6): but not where its assets decide", Code: OptOutUnavailableNI, Change: opting(out, charityOf(law.Pounds(1)), figuresOf(law.Pounds(1_400_001), 0)), Want: law.Breached},
		c{Name: "s. 38A(1): no resolution", Code: OptOutUnavailableNI, Want: law.NotApplicable},
		c{Name: "s. 38A(2): under both minorities", Code: OptOutNotCarriedNI, Change: opting(out), Want: law.Met},
		c{Name: "s. 38A(2)(a): a fifth against", Code: OptOutNotCarriedNI, Change: opting(out, votesCast(64, 16, 250)), Want: law.Breached},
		c{Name: "s. 38A(2)(b): a tenth of all against", Code: OptOutNotCarriedNI, Change: opting(out, votesCast(100, 20, 200)), Want: law.Breached},
		c{Name: "s. 38A(2): no resolution to count", Code: OptOutNotCarriedNI, Want: law.NotApplicable},
		c{Name: "s. 38A(3): nothing in the way", Code: OptOutExcludedNI, Change: opting(out), Want: law.Met},
		c{Name: "s. 38A(3)(a): a registered housing association", Code: OptOutExcludedNI, Change: opting(out, shutBy(AsOtherLandlord, "", "")), Want: law.Breached},
		c{Name: "s. 38A(3)(c): what was left out of it", Code: OptOutExcludedNI, Change: opting(out, shutBy(ForInsuranceAccounts, "", "")), Want: law.Unknown},
		c{Name: "s. 38A(3): a Scottish landlord is not of this Act", Code: OptOutExcludedNI, Change: opting(out, shutBy(AsScottishLandlord, "", "")), Want: law.Met},
		c{Name: "s. 38A(3): no resolution to shut out", Code: OptOutExcludedNI, Want: law.NotApplicable},
		c{Name: "s. 38A(5): it stands", Code: OptOutLapsedNI, Change: opting(out), Want: law.Met},
		c{Name: "s. 38A(5)(a): a subsidiary in month eleven", Code: OptOutLapsedNI, Change: opting(out, shutBy(AsParent, "2025-05-20", "")), Want: law.Breached},
		c{Name: "s. 38A(5)(b): the registrar's notice", Code: OptOutLapsedNI, Change: opting(out, acc(func(a *Accounts) { a.OptOut.Ptr().Noticed = law.Known(true) })), Want: law.Breached},
		c{Name: "s. 38A(5): no resolution to lapse", Code: OptOutLapsedNI, Want: law.NotApplicable},

		c{Name: "s. 48(1), as passed: 31 March", Code: ReturnLate1969NI, Change: accIn1994, Want: law.Met},
		c{Name: "s. 48(1), as passed: 1 April", Code: ReturnLate1969NI, Change: both(accIn1994, sent("1995-04-01")), Want: law.Breached, At: "accounts.return.sent"},
		c{Name: "s. 48(1), as passed: no accounts", Code: ReturnLate1969NI, On: "1995-06-01", Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "s. 48(1): on the last day of seven months", Code: ReturnLateNI, Want: law.Met},
		c{Name: "s. 48(1): the day after", Code: ReturnLateNI, Change: sent("2026-02-01"), Want: law.Breached},
		c{Name: "s. 48(1): no accounts", Code: ReturnLateNI, Change: withoutAccounts, Want: law.NotApplicable},
		c{Name: "s. 48(2): a whole return", Code: ReturnIncompleteNI, Want: law.Met},
		c{Name: "s. 48(1)(b): no copies of the balance sheets", Code: ReturnIncompleteNI, Change: acc(func(a *Accounts) { a.Return.Ptr().Copies = law.Known(false) }), Want: law.Breached},
		c{Name: "s. 48: no return", Code: ReturnIncompleteNI, Change: noReturn, Want: law.NotApplicable},

		c{Name: "s. 66A(1)(a): six of eight sign", Code: DissolutionWithoutConsentNI, Change: signs(6, 8), Want: law.Met},
		c{Name: "s. 66A(1)(a): six of nine", Code: DissolutionWithoutConsentNI, Change: signs(6, 9), Want: law.Breached, At: "dissolution.signatures"},
		c{Name: "s. 66A(1)(b): a special resolution in place of signatures", Code: DissolutionWithoutConsentNI, Change: both(closes(false), signs(0, 9)), Want: law.NotApplicable},
		c{Name: "s. 66A(1)(b): of a dormant society", Code: NotDormantNI, Change: closes(false), Want: law.Met},
		c{Name: "s. 66A(2): of one that traded", Code: NotDormantNI, Change: closes(true), Want: law.Breached},
		c{Name: "s. 66A(1)(b): no such resolution", Code: NotDormantNI, Want: law.NotApplicable},
	).Run(t)
}

func TestLocksInNI(t *testing.T) {
	lawful := func() Society {
		s := lockedBencom()
		s.Registered = on("2019-03-01")
		return s
	}
	unlocked := func(s *Society) { s.Lock = law.Known(NoLock) }
	resolving := func(k ChangeKind, into BodyKind) change {
		return func(s *Society) {
			s.Change = converting().Change
			s.Change.Ptr().Kind, s.Change.Ptr().Into = law.Known(k), law.Known(into)
		}
	}
	amends := func(it bool) change {
		return func(s *Society) {
			s.Amendment = law.Known(Amendment{On: on("2026-05-01"), AltersLock: law.Known(it)})
		}
	}
	gift := func(to BodyKind, day string) change {
		return func(s *Society) {
			s.Use = law.Known(Use{
				Kind: law.Known(Gift), On: on(day), Amount: amount(500), ForCommunity: law.Known(false), Recipient: law.Known(to),
			})
		}
	}
	paid := func(k law.PaymentKind) change {
		return func(s *Society) {
			s.Distribution = law.Known(Distribution{Declared: on("2026-05-01"), Payments: law.Known([]law.Payment{{Kind: k, Amount: 1}})})
		}
	}
	type c = suiteCase
	suiteNI(northernLocks, lawful,
		c{Name: "reg 5: an ordinary community benefit society", Code: LockNotOpenNI, Want: law.Met},
		c{Name: "reg 5: a charity", Code: LockNotOpenNI, Change: func(s *Society) { s.Charity = law.Known(true) }, Want: law.Breached, At: "charity"},
		c{Name: "reg 5: a co-operative society, power or none", Code: LockNotOpenNI, Change: func(s *Society) { s.Kind = law.Known(CoOperativeSociety) }, Want: law.Breached, At: "kind"},
		c{Name: "reg 5: no lock", Code: LockNotOpenNI, Change: unlocked, Want: law.NotApplicable},
		c{Name: "Sch 1: the prescribed words", Code: LockWordingNI, Want: law.Met},
		c{Name: "Sch 1: others", Code: LockWordingNI, Change: func(s *Society) { s.LockInPrescribedTerms = law.Known(false) }, Want: law.Breached},
		c{Name: "Sch 1: no lock to word", Code: LockWordingNI, Change: unlocked, Want: law.NotApplicable},
		c{Name: "reg 7: another rule is amended", Code: LockAlteredNI, Change: amends(false), Want: law.Met},
		c{Name: "reg 7: the lock is", Code: LockAlteredNI, Change: amends(true), Want: law.Breached},
		c{Name: "reg 7: nothing is", Code: LockAlteredNI, Want: law.NotApplicable},
		c{Name: "Sch 2: into a locked society", Code: LockedMergerNI, Change: resolving(Amalgamation, LockedSociety), Want: law.Met},
		c{Name: "Sch 2: into an unlocked one", Code: LockedMergerNI, Change: resolving(Amalgamation, UnlockedSociety), Want: law.Breached, At: "change.into"},
		c{Name: "Sch 2: no merger", Code: LockedMergerNI, Want: law.NotApplicable},
		c{Name: "Sch 2: into a community interest company", Code: LockedConversionNI, Change: resolving(ConversionToCompany, CommunityInterestCompany), Want: law.Met},
		c{Name: "Sch 2: into an ordinary company", Code: LockedConversionNI, Change: resolving(ConversionToCompany, OrdinaryCompany), Want: law.Breached},
		c{Name: "Sch 2: no conversion", Code: LockedConversionNI, Want: law.NotApplicable},
		c{Name: "reg 3: a gift to a charity", Code: LockedAssetMisusedNI, Change: gift(Charity, "2026-05-01"), Want: law.Met},
		c{Name: "reg 3: to a member", Code: LockedAssetMisusedNI, Change: gift(MemberOrPerson, "2026-05-01"), Want: law.Breached},
		c{Name: "2007: to a community interest company on the day", Code: LockedAssetMisusedNI, Change: gift(CommunityInterestCompany, "2007-06-04"), Want: law.Met},
		c{Name: "2007: the day before", Code: LockedAssetMisusedNI, Change: gift(CommunityInterestCompany, "2007-06-03"), Want: law.Breached, At: "use.recipient"},
		c{
			Name: "2007: the day before, for the benefit of the community", Code: LockedAssetMisusedNI,
			Change: both(gift(CommunityInterestCompany, "2007-06-03"), func(s *Society) { s.Use.Ptr().ForCommunity = law.Known(true) }), Want: law.Met,
		},
		c{
			Name: "2007: the day before, not judged", Code: LockedAssetMisusedNI,
			Change: both(gift(CommunityInterestCompany, "2007-06-03"), func(s *Society) { s.Use.Ptr().ForCommunity = law.Fact[bool]{} }), Want: law.Unknown, At: "use.for_community",
		},
		c{Name: "reg 3: no use", Code: LockedAssetMisusedNI, Want: law.NotApplicable},
		c{Name: "reg 3: a gift out of surplus", Code: LockedPaymentNI, Change: paid(law.ToCommunity), Want: law.Met},
		c{Name: "reg 3: a dividend", Code: LockedPaymentNI, Change: paid(law.Dividend), Want: law.Breached},
		c{Name: "reg 3: nothing paid", Code: LockedPaymentNI, Want: law.NotApplicable},
	).Run(t)
}

func TestPaymentsInNI(t *testing.T) {
	when := func(d string) change { return func(s *Society) { s.Distribution.Ptr().Declared = on(d) } }
	nothing := func(s *Society) { s.Distribution = law.Fact[Distribution]{} }
	type c = suiteCase
	suiteNI(northernPayments, paying,
		c{Name: "guidance: interest is no distribution", Code: ProfitDistributedNI, Want: law.Met},
		c{Name: "guidance: a dividend is", Code: ProfitDistributedNI, Change: pay(of(law.Dividend, 1)), Want: law.Breached},
		c{Name: "guidance: on the day of the new registrar", Code: ProfitDistributedNI, Change: both(pay(of(law.Dividend, 1)), when("2018-04-06")), Want: law.Breached},
		c{Name: "guidance: the day before is in doubt", Code: ProfitDistributedNI, Change: both(pay(of(law.Dividend, 1)), when("2018-04-05")), Want: law.Unknown},
		c{Name: "guidance: nothing paid", Code: ProfitDistributedNI, Change: nothing, Want: law.NotApplicable},
		c{Name: "guidance: a dividend by trade", Code: ProfitBySharesNI, Change: both(mutual, pay(of(law.Patronage, 100))), Want: law.Met},
		c{Name: "guidance: a dividend by shares", Code: ProfitBySharesNI, Change: both(mutual, pay(of(law.Dividend, 1))), Want: law.Breached},
		c{Name: "guidance: no co-operative", Code: ProfitBySharesNI, Want: law.NotApplicable},
		c{Name: "guidance: interest at the declared rate", Code: InterestAboveDeclaredNI, Want: law.Met},
		c{Name: "guidance: a penny above", Code: InterestAboveDeclaredNI, Change: pay(of(law.ShareInterest, 4_000_01)), Want: law.Breached},
		c{Name: "guidance: no interest", Code: InterestAboveDeclaredNI, Change: pay(of(law.ToCommunity, 1)), Want: law.NotApplicable},
	).Run(t)
}

func TestCalculatorsCiteTheActOfTheirFigures(t *testing.T) {
	f, britain, day := EnactedNI(), Enacted(), law.MustDate("2026-05-01")
	h := Holding{Exempt: law.Known(NotExempt), Withdrawable: amount(99_000), NonWithdrawable: amount(0)}
	a := SharesRoom(&f, h, day)
	assert.Equal(t, law.Pounds(1_000), a.Most)
	assert.Equal(t, ShareholdingTooLargeNI, a.Binding)
	assert.Contains(t, a.Provision.String(), "s. 6(1), Co-operative and Community Benefit Societies Act (Northern Ireland) 1969")
	assert.Equal(t, ShareholdingTooLarge, SharesRoom(&britain, h, day).Binding)
	a = SharesRoom(&f, h, law.MustDate("2017-05-01"))
	assert.Zero(t, a.Most, "the provisional reading is the lower maximum")
	assert.False(t, a.Certain(), "when the maximum rose is in doubt")
	h.Exempt = law.Known(AgriculturalCredits)
	a = SharesRoom(&f, h, day)
	assert.False(t, a.Known(), "what s. 6(1)(b) takes out was not read")
	assert.True(t, SharesRoom(&britain, h, day).Unlimited)

	s := paying()
	for kind, want := range map[law.PaymentKind]law.Code{law.Dividend: ProfitDistributedNI, law.ShareInterest: InterestAboveDeclaredNI} {
		a := PaymentAllowance(&s, &f, law.Payment{Kind: kind, Declared: day}, &law.Books{PaidUp: law.Pounds(100_000)})
		assert.Equal(t, want, a.Binding)
	}
	a = PaymentAllowance(&s, &f, law.Payment{Kind: law.ToCommunity, Declared: day}, nil)
	assert.Contains(t, a.Provision.String(), "Northern Ireland")
	s = lockedBencom()
	s.RunningCostsForCommunity = law.Known(false)
	a = PaymentAllowance(&s, &f, law.Payment{Kind: law.StaffBonus, Declared: day}, nil)
	assert.Equal(t, LockedPaymentNI, a.Binding)
	assert.Contains(t, a.Provision.String(), "SR 2006/258")
	early := law.Payment{Kind: law.StaffBonus, Declared: law.MustDate("2006-07-30")}
	assert.True(t, PaymentAllowance(&s, &f, early, nil).Unlimited, "there was no lock before 31 July 2006")
}

func TestAuditNeededInNI(t *testing.T) {
	f, britain, end := EnactedNI(), Enacted(), law.MustDate("2025-06-30")
	s := standing("2024-11-01")
	figuresOf(law.Pounds(2_000_000), law.Pounds(300_000))(&s)
	d := AuditNeeded(&s, &britain, end)
	assert.Equal(t, ReportOnly, d.Act, "within Great Britain's limits")
	d = AuditNeeded(&s, &f, end)
	assert.Equal(t, FullAudit, d.Act, "the orders of 2006 and 2018 do not reach Northern Ireland")
	assert.Equal(t, OptOutUnavailableNI, d.Tests[0].Code)
	for _, k := range d.Tests {
		assert.Contains(t, k.Provision.String(), "Northern Ireland", "%s", k.Code)
	}
	figuresOf(law.Pounds(1_400_000), law.Pounds(300_000))(&s)
	d = AuditNeeded(&s, &f, end)
	assert.False(t, d.Known(), "whether section 43A asks for a report is not known")
	assert.Equal(t, "figures.society.report_turnover_ni", d.Missing[0].Path)
}

func TestDatesInNI(t *testing.T) {
	f := EnactedNI()
	for _, c := range []struct{ end, due string }{
		{"1994-12-31", "1995-03-31"},
		{"1998-01-31", "1998-03-31"},
		{"1969-11-24", ""},
		{"1994-06-30", ""},
		{"1998-02-18", ""},
		{"2017-12-31", ""},
		{"2018-04-05", ""},
		{"2018-04-06", "2018-11-06"},
		{"2026-02-28", "2026-09-30"},
	} {
		due, ok := f.ReturnDue(law.MustDate(c.end))
		if assert.Equal(t, c.due != "", ok, c.end) && ok {
			assert.Equal(t, law.MustDate(c.due), due, c.end)
		}
	}
	end, ok := f.FirstYearEnd(law.MustDate("2018-04-06"))
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2019-04-30"), end)
	_, ok = f.FirstYearEnd(law.MustDate("2018-04-05"))
	assert.False(t, ok)
	n, ok := f.SignaturesNeeded(9, law.MustDate("2018-04-06"))
	assert.True(t, ok)
	assert.Equal(t, int64(7), n)
	_, ok = f.SignaturesNeeded(9, law.MustDate("2018-04-05"))
	assert.False(t, ok)
	earliest, latest := f.SecondMeeting(law.MustDate("2026-05-01"))
	assert.True(t, earliest.IsZero() && latest.IsZero(), "section 59 was not read")
}
