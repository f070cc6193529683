package society

import (
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules of Northern Ireland on members, money, accounts and the asset lock.
const (
	ShareholdingTooLargeNI      law.Code = "society.shareholding-too-large-ni"
	MaximumTooHighNI            law.Code = "society.maximum-too-high-ni"
	SignedTooYoungNI            law.Code = "society.signed-too-young-ni"
	OfficerTooYoungNI           law.Code = "society.officer-too-young-ni"
	BankingWithWithdrawableNI   law.Code = "society.banking-with-withdrawable-ni"
	CapitalBeforeDepositsNI     law.Code = "society.capital-before-deposits-ni"
	FirstYearLengthNI           law.Code = "society.first-year-length-ni"
	YearEndNotReferenceNI       law.Code = "society.year-end-not-reference-date-ni"
	YearEndNotBalanceNI         law.Code = "society.year-end-not-balance-sheet-ni"
	LastYearNotInstrumentNI     law.Code = "society.last-year-not-instrument-ni"
	AuditorsNotAppointedNI      law.Code = "society.auditors-not-appointed-ni"
	OptOutUnavailableNI         law.Code = "society.opt-out-unavailable-ni"
	OptOutNotCarriedNI          law.Code = "society.opt-out-not-carried-ni"
	OptOutExcludedNI            law.Code = "society.opt-out-excluded-ni"
	OptOutLapsedNI              law.Code = "society.opt-out-lapsed-ni"
	ReturnLateNI                law.Code = "society.return-late-ni"
	ReturnLate1969NI            law.Code = "society.return-late-1969-ni"
	ReturnIncompleteNI          law.Code = "society.return-incomplete-ni"
	DissolutionWithoutConsentNI law.Code = "society.dissolution-without-consent-ni"
	NotDormantNI                law.Code = "society.not-dormant-ni"
	LockNotOpenNI               law.Code = "society.lock-not-open-ni"
	LockWordingNI               law.Code = "society.lock-wording-ni"
	LockAlteredNI               law.Code = "society.lock-altered-ni"
	LockedMergerNI              law.Code = "society.locked-merger-ni"
	LockedConversionNI          law.Code = "society.locked-conversion-ni"
	LockedAssetMisusedNI        law.Code = "society.locked-asset-misused-ni"
	LockedPaymentNI             law.Code = "society.locked-payment-ni"
	ProfitDistributedNI         law.Code = "society.profit-distributed-ni"
	ProfitBySharesNI            law.Code = "society.profit-by-shares-ni"
	InterestAboveDeclaredNI     law.Code = "society.interest-above-declared-ni"
)

var northernHoldings = law.Topic("northern holdings",
	rule{
		Code: ShareholdingTooLargeNI, Provision: act1969.At("s. 6(1)", "section/6"),
		Says: "No member, other than a registered society or the holder of shares that are exempt, may have or claim any interest in the society's " +
			"shares, since 2018 its withdrawable shares, exceeding the maximum.",
		InForce: []law.Window{from1969NI}, Check: shareholdingsNI, Remedy: shareLimit.Remedy,
	},
	northern(inAccord, act1969.At("s. 6(1), Sch 1 para 7", "schedule/1"), from1969NI),
	northern(signingAge, act1969.At("s. 19(2)(b)", "section/19"), inNI(start2016NI)),
	northern(officerAge, act1969.At("s. 19(3)", "section/19"), inNI(start2016NI)),
	northern(banking, act1969.At("s. 7(1), (3)", "section/7"), from1969NI),
	northern(depositsFirst, act1969.At("s. 7(3)", "section/7"), from1969NI),
)

// northernYears are the rules on years of account, audit, returns and dissolution. Before 6
// April 2018 a return was made up to a day that s. 48(2)-(5) fixed, which is not judged; what
// the Order of 1997 made of the time for sending it was not read.
var northernYears = law.Topic("northern years",
	northernYear(firstYearSpan, "s. 36B(2)", "The first year of account of a society registered on or after 6 April 2018 is a period of more than six months, "+
		"but not more than 18, that begins with the date of registration."),
	northernYear(referenceEnd, "s. 36B(2)-(5)", "A year of account of a society registered on or after 6 April 2018 ends with its accounting reference date: "+
		"the last day of the month in which the anniversary of registration falls, unless a notice to the registrar specifies another."),
	northernYear(balanceEnd, "s. 36A(2)-(5)", "A year of account of a society registered before 6 April 2018 ends with the date of the last balance sheet published "+
		"from 31 August to 31 January or, if none is, with 31 December, unless a notice to the registrar alters it."),
	northernYear(lastYearEnd, "ss. 36A(8), 36B(8)", lastYearEnd.Says),
	northern(auditAppointment, northernPlaces[AuditorsNotAppointed], inNI(start1998NI)),
	northern(optOutWithin, northernPlaces[OptOutUnavailable], inNI(start1998NI)),
	northern(optOutVote, northernPlaces[OptOutNotCarried], inNI(start1998NI)),
	northernExclusions(),
	northern(optOutLapse, northernPlaces[OptOutLapsed], inNI(start1998NI)),
	rule{
		Code: ReturnLate1969NI, Provision: act1969.At("s. 48(1), as passed", "section/48"),
		Says:    "A society must send its annual return to the registrar not later than 31 March in each year.",
		InForce: []law.Window{inNI(start1969NI).Until("1998-02-17")}, Event: yearEnds, Applies: hasAccounts, Check: returnSent,
		Remedy: returnTime.Remedy, Ended: "The time for years that ended from then to 5 April 2018 was not read; society.return-late-ni follows.",
	},
	northern(returnTime, act1969.At("s. 48(1)", "section/48"), from2018NI),
	northern(returnContents, act1969.At("s. 48(1)-(2)", "section/48"), from2018NI),
	northernConsent(),
	northern(dormancy, act1969.At("s. 66A(1)(b), (2)", "section/66A"), from2018NI),
)

func northernYear(r rule, pinpoint, says string) rule {
	r = northern(r, act1969.At(pinpoint, "section/36A"), from2018NI)
	r.Says = says
	return r
}

func northernExclusions() rule {
	r := northern(optOutShut, northernPlaces[OptOutExcluded], inNI(start1998NI))
	r.Says = "A registered housing association, a subsidiary, a society that has one, and one that holds, or since the end of the preceding year has held, " +
		"a deposit may not disapply the duty."
	return r
}

// northernConsent does not reach an instrument that a dormant society's special resolution
// approves; with what majority it must be passed, s. 59 says, which was not read.
func northernConsent() rule {
	r := northern(consent, act1969.At("ss. 66A(1)(a), 67(3)(a)", "section/66A"), from2018NI)
	r.Applies = func(c *kase) bool { return hasInstrument(c) && !changeOf(c, DissolutionApproval) }
	return r
}

// northernLocks rest on SR 2006/258, which has the shape of Great Britain's regulations. A
// registered social landlord is here a housing association registered under the Housing
// (Northern Ireland) Order 1992, and an equivalent body one outside Northern Ireland.
// With what majority a lock is adopted s. 61 says, which was not read.
var northernLocks = law.Topic("northern locks",
	northernLocking(lockOpenTo, regs2006NI.At("regs 2, 5", "regulation/5"), inNI(startLockNI)),
	northernLocking(lockTerms, regs2006NI.At("reg 2, Sch 1", "schedule/1"), inNI(startLockNI)),
	northernLocking(lockUnalterable, regs2006NI.At("reg 7", "regulation/7"), inNI(startLockNI)),
	northernLocking(lockMerger, regs2006NI.At("Sch 2", "schedule/2"), inNI(startLockNI)),
	northernLocking(lockConversion, regs2006NI.At("Sch 2", "schedule/2"), inNI(startCICNI)),
	northernUse(),
	northernLocking(lockedPay, northernLock, inNI(startLockNI)),
)

// northernLocking calls the landlords by the name that they have in Northern Ireland.
func northernLocking(r rule, p law.Provision, w law.Window) rule {
	r = northern(r, p, w)
	r.Says = strings.ReplaceAll(r.Says, "registered social landlord", "registered housing association")
	r.Remedy = strings.ReplaceAll(r.Remedy, "registered social landlord", "registered housing association")
	return r
}

func northernUse() rule {
	r := northernLocking(lockedUse, northernLock, inNI(startLockNI))
	r.Check = permittedUseNI
	return r
}

// northernPayments are what the registrar would question. Before the Financial Conduct
// Authority was the registrar their figures are in doubt.
var northernPayments = law.Topic("northern payments",
	northern(communityProfit, noProfit, from1969NI), northern(profitOnShares, byTrade, from1969NI), northern(declaredInterest, declares, from1969NI),
)

const askParagraphB = "Is the holding one that section 6(1)(b) takes out of the maximum? That paragraph was not read; it speaks of an authority."

// exemptByParagraphB reports whether a holding is said to be exempt on a ground other than
// that its holder is a registered society.
func (h *Holding) exemptByParagraphB() bool {
	e, _ := h.Exempt.Get()
	return e == HousingAuthority || e == AgriculturalCredits
}

func shareholdingsNI(c *kase) {
	for i, h := range c.Subject.Holdings.Or(nil) {
		if h.exemptByParagraphB() {
			c.Unknown(law.Path("holdings", i, "exempt"), askParagraphB)
		}
	}
	shareholdings(c)
}

// permittedUseNI knows that until 4 June 2007 a community interest company was none of the
// bodies that might receive locked assets.
func permittedUseNI(c *kase) {
	u := c.Subject.Use.Ptr()
	kind, _ := u.Kind.Get()
	body, _ := u.Recipient.Get()
	if kind != Gift || body != CommunityInterestCompany || !c.On.Before(commencedCICNI) || told(&u.ForCommunity) == yes {
		permittedUse(c)
		return
	}
	if judged, ok := law.Ask(c, &u.ForCommunity, "use.for_community", askUse); ok && !judged {
		c.Breach("use.recipient", "The restriction named no community interest company until 4 June 2007.")
	}
}

const (
	askReport43A    = "Above what turnover of the preceding year does section 43A ask for a report in place of an audit? It was not read."
	charityIncomeNI = "What gross income may a charity's preceding year have had? The end of section 38A(6) was not read."
	incomeAsBritain = "£250,000, as in Great Britain"
	insuranceBarred = "Did section 38A(3)(c), since left out, shut out a society that prepared accounts under the insurance regulations?"
	incomeOfItsOwn  = "another figure"
)

// charityUnread puts a charity's gross income in doubt where its assets leave the question
// open.
func (s *Society) charityUnread(k Criterion, l OptOutLimit) Criterion {
	if k.Outcome == law.Unknown || told(&s.Charity) == no || notOver(&s.Accounts.Ptr().Preceding.Assets, l.Assets) == no {
		return k
	}
	other := law.Met
	if k.Outcome == law.Met {
		other = law.Breached
	}
	return k.doubt(law.Doubt{Question: charityIncomeNI, Readings: []law.Reading{{Says: incomeAsBritain, Outcome: k.Outcome}, {Says: incomeOfItsOwn, Outcome: other}}})
}

// shutNI says what of the exclusions that Northern Ireland's Act knows held at a time.
func (a *Accounts) shutNI(k Criterion, held func(*Exclusion) bool) Criterion {
	insurance := false
	for i := range *a.Exclusions.Ptr() {
		x := &(*a.Exclusions.Ptr())[i]
		if !held(x) {
			continue
		}
		switch x.Kind {
		case AsSubsidiary, AsParent, ForDeposit, AsOtherLandlord:
			return k.says(law.Breached, "The society was shut out of doing without an audit: "+x.Kind.String()+" ("+law.Path("exclusions", i, "")+").")
		case ForInsuranceAccounts:
			insurance = true
		default: // credit unions and Scottish landlords are not registered under this Act
		}
	}
	if insurance {
		k.Says = "The society prepares accounts under the insurance regulations of 1993."
		return k.doubt(law.Doubt{Question: insuranceBarred, Readings: []law.Reading{{Says: "yes", Outcome: law.Breached}, {Says: "no", Outcome: law.Met}}})
	}
	return k.says(law.Met, "Nothing shut the society out.")
}
