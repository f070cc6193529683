package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// lockedBencom is a community benefit society with the statutory lock.
func lockedBencom() Society {
	s := lawfulBencom()
	s.Lock, s.LockInPrescribedTerms = law.Known(StatutoryLock), law.Known(true)
	s.Charity, s.SocialLandlord, s.AllWithdrawable = law.Known(false), law.Known(false), law.Known(true)
	s.RunningCostsForCommunity = law.Known(true)
	return s
}

func TestLock(t *testing.T) {
	resolving := func(k ChangeKind, into BodyKind) change {
		return func(s *Society) {
			s.Change = converting().Change
			both(kind(k), with(func(x *Change) { x.Into = law.Known(into) }))(s)
		}
	}
	amending := func(lock bool) change {
		return func(s *Society) {
			s.Amendment = law.Known(Amendment{On: on("2026-05-01"), AltersLock: law.Known(lock)})
		}
	}
	entrenched := func(kept bool) change {
		return func(s *Society) {
			s.Amendment = law.Known(Amendment{On: on("2026-05-01"), AltersLock: law.Known(true), AsEntrenched: law.Known(kept)})
		}
	}
	in1990 := func(s *Society) { s.Amendment.Ptr().On = on("1990-05-01") }
	voluntaryLock := func(s *Society) { s.Lock = law.Known(VoluntaryLock) }
	unlocked := func(s *Society) { s.Lock = law.Known(NoLock) }
	unstated := func(s *Society) { s.Lock = law.Fact[Lock]{} }
	type c = lawtest.Case[Society]
	suite(lock, lockedBencom,
		c{Name: "reg 5: an ordinary community benefit society", Code: LockNotOpen, Want: law.Met},
		c{Name: "reg 5: a charity", Code: LockNotOpen, Change: func(s *Society) { s.Charity = law.Known(true) }, Want: law.Breached, At: "charity"},
		c{
			Name: "reg 5: a registered social landlord", Code: LockNotOpen,
			Change: func(s *Society) { s.SocialLandlord = law.Known(true) }, Want: law.Breached, At: "registered_social_landlord",
		},
		c{Name: "reg 2: a co-operative society", Code: LockNotOpen, Change: func(s *Society) { s.Kind = law.Known(CoOperativeSociety) }, Want: law.Breached, At: "kind"},
		c{Name: "2014 s. 29(7): an old society that is for the community", Code: LockNotOpen, Change: pre, Want: law.Met},
		c{
			Name: "2014 s. 29(7): an old society that is not", Code: LockNotOpen,
			Change: both(pre, func(s *Society) { s.ForCommunity = law.Known(false) }), Want: law.Breached,
		},
		c{
			Name: "2014 s. 29(7): an old society, not judged", Code: LockNotOpen,
			Change: both(pre, func(s *Society) { s.ForCommunity = law.Fact[bool]{} }), Want: law.Unknown, At: "for_community",
		},
		c{Name: "reg 5: a voluntary lock is open to all", Code: LockNotOpen, Change: voluntaryLock, Want: law.NotApplicable},
		c{Name: "reg 5: what lock is not stated", Code: LockNotOpen, Change: unstated, Want: law.Unknown, At: "lock"},
		c{Name: "reg 5: a co-operative society has none", Code: LockNotOpen, Change: both(mutual, unstated), Want: law.NotApplicable},

		c{Name: "Sch 1: the prescribed words", Code: LockWording, Want: law.Met},
		c{
			Name: "Sch 1: a paraphrase, or a lock on some assets", Code: LockWording,
			Change: func(s *Society) { s.LockInPrescribedTerms = law.Known(false) }, Want: law.Breached, At: "lock_in_prescribed_terms",
		},
		c{Name: "Sch 1: no lock", Code: LockWording, Change: unlocked, Want: law.NotApplicable},

		c{Name: "reg 4(2): 75% with half the members voting", Code: LockNotCarried, Change: resolving(LockAdoption, 0), Want: law.Met},
		c{
			Name: "reg 4(2): an ordinary majority for changing rules", Code: LockNotCarried,
			Change: both(resolving(LockAdoption, 0), first(374, 126, 1000)), Want: law.Breached, At: "change.first.votes",
		},
		c{Name: "reg 4(2): all for it, and too few", Code: LockNotCarried, Change: both(resolving(LockAdoption, 0), first(499, 0, 1000)), Want: law.Breached},
		c{
			Name: "reg 4(2): the number of members is not stated", Code: LockNotCarried,
			Change: both(resolving(LockAdoption, 0), first(499, 0, 0)), Want: law.Unknown, At: "change.first.votes.entitled",
		},
		c{
			Name: "reg 4(2): a tally that cannot be", Code: LockNotCarried,
			Change: both(resolving(LockAdoption, 0), first(1001, 0, 1000)), Want: law.Unknown, At: "change.first.votes",
		},
		c{Name: "reg 4(2): another change", Code: LockNotCarried, Change: resolving(Amalgamation, LockedSociety), Want: law.NotApplicable},

		c{Name: "reg 7: an amendment of other rules", Code: LockAltered, Change: amending(false), Want: law.Met},
		c{Name: "reg 7: an amendment deleting the lock", Code: LockAltered, Change: amending(true), Want: law.Breached, At: "amendment.alters_lock"},
		c{Name: "a voluntary lock, altered as the rules ask", Code: VoluntaryUnlock, Change: both(voluntaryLock, entrenched(true)), Want: law.Met},
		c{Name: "a voluntary lock, altered by less", Code: VoluntaryUnlock, Change: both(voluntaryLock, entrenched(false)), Want: law.Breached, At: "amendment.as_entrenched"},
		c{Name: "a voluntary lock, and how it is altered not stated", Code: VoluntaryUnlock, Change: both(voluntaryLock, amending(true)), Want: law.Unknown, At: "amendment.as_entrenched"},
		c{Name: "a voluntary lock, and an amendment of other rules", Code: VoluntaryUnlock, Change: both(voluntaryLock, amending(false)), Want: law.NotApplicable},
		c{Name: "1990: as the rules ask", Code: VoluntaryUnlock1965, Change: both(voluntaryLock, both(entrenched(true), in1990)), Want: law.Met},
		c{Name: "1990: by less", Code: VoluntaryUnlock1965, Change: both(voluntaryLock, both(entrenched(false), in1990)), Want: law.Breached},
		c{Name: "1990: an amendment of other rules", Code: VoluntaryUnlock1965, Change: both(voluntaryLock, both(amending(false), in1990)), Want: law.NotApplicable},
		c{Name: "the statutory lock is not the rules' to alter", Code: VoluntaryUnlock, Change: entrenched(true), Want: law.NotApplicable},

		c{Name: "reg 7: a change of office alters no rule", Code: LockAltered, Change: func(s *Society) {
			s.Amendment = law.Known(Amendment{Kind: law.Known(OfficeChange), On: on("2026-05-01")})
		}, Want: law.NotApplicable},
		c{Name: "reg 7: a voluntary lock may be altered", Code: LockAltered, Change: both(voluntaryLock, amending(true)), Want: law.NotApplicable},

		c{Name: "Sch 2 para 4: another locked society", Code: LockedMerger, Change: resolving(Amalgamation, LockedSociety), Want: law.Met},
		c{Name: "Sch 2 para 5: engagements to another locked society", Code: LockedMerger, Change: resolving(TransferToSociety, LockedSociety), Want: law.Met},
		c{Name: "Sch 2 para 4: a co-operative society", Code: LockedMerger, Change: resolving(Amalgamation, OtherCoOperative), Want: law.Breached, At: "change.into"},
		c{Name: "Sch 2 para 4: an unlocked community benefit society", Code: LockedMerger, Change: resolving(Amalgamation, UnlockedSociety), Want: law.Breached},
		c{Name: "Sch 2 para 5: a society that is a charity", Code: LockedMerger, Change: resolving(TransferToSociety, Charity), Want: law.Breached},
		c{Name: "Sch 2 para 4: no lock", Code: LockedMerger, Change: both(unlocked, resolving(Amalgamation, OtherCoOperative)), Want: law.NotApplicable},

		c{Name: "Sch 2 para 6(a): a community interest company", Code: LockedConversion, Change: resolving(ConversionToCompany, CommunityInterestCompany), Want: law.Met},
		c{Name: "Sch 2 para 6(b): a registered social landlord, lock or none", Code: LockedConversion, Change: resolving(TransferToCompany, SocialLandlord), Want: law.Met},
		c{Name: "Sch 2 para 6(c): a charity", Code: LockedConversion, Change: resolving(AmalgamationWithCompany, Charity), Want: law.Met},
		c{Name: "Sch 2 para 6: an ordinary company", Code: LockedConversion, Change: resolving(ConversionToCompany, OrdinaryCompany), Want: law.Breached, At: "change.into"},
		c{Name: "Sch 2 para 6: no lock", Code: LockedConversion, Change: both(unlocked, resolving(ConversionToCompany, OrdinaryCompany)), Want: law.NotApplicable},
	).Run(t)
}

// use is a use of £100 for no community purpose, changed.
func use(k UseKind, f func(*Use)) change {
	return func(s *Society) {
		u := Use{Kind: law.Known(k), On: on("2026-05-01"), Amount: amount(100), ForCommunity: law.Known(false)}
		if f != nil {
			f(&u)
		}
		s.Use = law.Known(u)
	}
}

func to(b BodyKind, will, equivalent law.Fact[bool]) change {
	return use(Gift, func(u *Use) { u.Recipient, u.WillApplyLock, u.EquivalentLock = law.Known(b), will, equivalent })
}

func TestLockedUses(t *testing.T) {
	worth := func(pounds int64) func(*Use) { return func(u *Use) { u.Value = amount(pounds) } }
	unjudged := func(u *Use) { u.ForCommunity = law.Fact[bool]{} }
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	pays := func(k law.PaymentKind, f change) change {
		return func(s *Society) {
			s.Distribution = law.Known(Distribution{
				Declared: on("2026-05-01"),
				Payments: law.Known([]law.Payment{{Kind: law.ToCommunity, Amount: 1}, {Kind: k, Amount: 100}}),
			})
			if f != nil {
				f(s)
			}
		}
	}
	unlock := func(s *Society) { s.Lock = law.Known(NoLock) }
	const c1, c2 = LockedAssetMisused, LockedPayment
	type c = lawtest.Case[Society]
	suite(lockedUses, lockedBencom,
		c{Name: "(a): any use for the community", Code: c1, Change: use(General, func(u *Use) { u.ForCommunity = yes }), Want: law.Met},
		c{Name: "(a): even a premium, if it is", Code: c1, Change: use(Withdrawal, func(u *Use) { worth(50)(u); u.ForCommunity = yes }), Want: law.Met},
		c{Name: "(a): a use for no such purpose", Code: c1, Change: use(General, nil), Want: law.Breached, At: "use"},
		c{Name: "(a): a use of which nobody has judged", Code: c1, Change: use(General, unjudged), Want: law.Unknown, At: "use.for_community"},
		c{Name: "(b): a withdrawal at value", Code: c1, Change: use(Withdrawal, worth(100)), Want: law.Met},
		c{Name: "(b): a withdrawal with a premium", Code: c1, Change: use(Withdrawal, worth(99)), Want: law.Breached},
		c{Name: "(b): a premium of which nobody has judged", Code: c1, Change: use(Withdrawal, func(u *Use) { worth(99)(u); unjudged(u) }), Want: law.Unknown, At: "use.for_community"},
		c{Name: "(b): a withdrawal at value needs no judgement", Code: c1, Change: use(Withdrawal, func(u *Use) { worth(100)(u); unjudged(u) }), Want: law.Met},
		c{Name: "(b): a value not stated", Code: c1, Change: use(Withdrawal, nil), Want: law.Unknown, At: "use.value"},
		c{Name: "(b): interest on withdrawable shares", Code: c1, Change: use(WithdrawableInterest, nil), Want: law.Met},
		c{Name: "(b): a payment on other shares", Code: c1, Change: use(OtherShares, nil), Want: law.Breached},
		c{Name: "(b): interest on other shares", Code: c1, Change: use(OtherInterest, nil), Want: law.Breached},
		c{Name: "(c): on death or incapacity", Code: c1, Change: use(OnDeathOrIncapacity, nil), Want: law.Met},
		c{Name: "(d): to a trustee in bankruptcy under the rules", Code: c1, Change: use(ToTrusteeInBankruptcy, func(u *Use) { u.UnderRules = yes }), Want: law.Met},
		c{Name: "(d): to a trustee, not under the rules", Code: c1, Change: use(ToTrusteeInBankruptcy, func(u *Use) { u.UnderRules = no }), Want: law.Breached},
		c{Name: "(d): to a trustee, the rules not stated", Code: c1, Change: use(ToTrusteeInBankruptcy, nil), Want: law.Unknown, At: "use.under_rules"},
		c{Name: "(e): creditors on dissolution", Code: c1, Change: use(ToCreditors, nil), Want: law.Met},
		c{Name: "(e): the surplus to members", Code: c1, Change: use(ToMembers, nil), Want: law.Breached},
		c{Name: "(f)(i): another locked society that will apply its lock", Code: c1, Change: to(LockedSociety, yes, untold), Want: law.Met},
		c{Name: "(f)(i): one that will not", Code: c1, Change: to(LockedSociety, no, untold), Want: law.Breached},
		c{Name: "(f)(i): one that has not said", Code: c1, Change: to(LockedSociety, untold, untold), Want: law.Unknown, At: "use.will_apply_lock"},
		c{Name: "(f)(ii): a community interest company", Code: c1, Change: to(CommunityInterestCompany, untold, untold), Want: law.Met},
		c{Name: "(f)(iii): a social landlord with an equivalent lock that it will apply", Code: c1, Change: to(SocialLandlord, yes, yes), Want: law.Met},
		c{Name: "(f)(iii): a social landlord with no equivalent lock", Code: c1, Change: to(SocialLandlord, yes, no), Want: law.Breached},
		c{Name: "(f)(iv): a charity", Code: c1, Change: to(Charity, untold, untold), Want: law.Met},
		c{Name: "(f)(v): an equivalent body in Northern Ireland or abroad", Code: c1, Change: to(EquivalentBody, untold, untold), Want: law.Met},
		c{Name: "(f): a co-operative society, for no community purpose", Code: c1, Change: to(OtherCoOperative, untold, untold), Want: law.Breached},
		c{Name: "(f): an ordinary company, for no community purpose", Code: c1, Change: to(OrdinaryCompany, untold, untold), Want: law.Breached},
		c{
			Name: "(f): a co-operative society, the purpose not judged", Code: c1,
			Change: use(Gift, func(u *Use) { u.Recipient = law.Known(OtherCoOperative); unjudged(u) }), Want: law.Unknown, At: "use.for_community",
		},
		c{Name: "(f): a recipient not stated", Code: c1, Change: use(Gift, nil), Want: law.Unknown, At: "use.recipient"},
		c{Name: "reg 3: a kind of use not stated", Code: c1, Change: use(0, func(u *Use) { u.Kind = law.Fact[UseKind]{} }), Want: law.Unknown, At: "use.kind"},
		c{Name: "reg 3: no lock, any use", Code: c1, Change: both(use(General, nil), unlock), Want: law.NotApplicable},

		c{Name: "reg 3: share interest, all shares withdrawable", Code: c2, Change: pays(law.ShareInterest, nil), Want: law.Met},
		c{
			Name: "reg 3: share interest, some shares not withdrawable", Code: c2,
			Change: pays(law.ShareInterest, func(s *Society) { s.AllWithdrawable = no }), Want: law.Unknown, At: "all_shares_withdrawable",
		},
		c{Name: "reg 3: a dividend", Code: c2, Change: pays(law.Dividend, nil), Want: law.Breached, At: "distribution.payments[1]"},
		c{Name: "reg 3: a dividend to an asset-locked body", Code: c2, Change: pays(law.LockedDividend, nil), Want: law.Met},
		c{Name: "reg 3: a patronage refund", Code: c2, Change: pays(law.Patronage, nil), Want: law.Breached},
		c{Name: "reg 3: a staff bonus judged to serve the community", Code: c2, Change: pays(law.StaffBonus, nil), Want: law.Met},
		c{
			Name: "reg 3: a staff bonus judged not to", Code: c2,
			Change: pays(law.StaffBonus, func(s *Society) { s.RunningCostsForCommunity = no }), Want: law.Breached,
		},
		c{
			Name: "reg 3: a staff bonus not judged", Code: c2,
			Change: pays(law.StaffBonus, func(s *Society) { s.RunningCostsForCommunity = untold }), Want: law.Unknown, At: "running_costs_for_community",
		},
		c{Name: "reg 3: no lock, any payment", Code: c2, Change: pays(law.Dividend, unlock), Want: law.NotApplicable},
	).Run(t)
}

func TestLockedUse(t *testing.T) {
	a := LockedUse(&Use{Kind: law.Known(Withdrawal), ForCommunity: law.Known(false), Value: amount(80)})
	assert.Equal(t, law.Pounds(80), a.Most)
	assert.Equal(t, LockedAssetMisused, a.Binding)
	a = LockedUse(&Use{Kind: law.Known(General)})
	assert.Equal(t, "for_community", a.Missing[0].Path)
	a = LockedUse(&Use{})
	assert.Equal(t, "kind", a.Missing[0].Path)
	assert.NotEmpty(t, a.Provision.Link(law.MustDate("2026-01-01")))
}
