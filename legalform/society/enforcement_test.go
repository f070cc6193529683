package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// enforcedUpon is a locked society, an officer of which is lawfully removed.
func enforcedUpon() Society {
	s := lockedBencom()
	s.Enforcement = law.Known(Enforcement{
		Power: law.Known(PowerToRemove), Contravened: law.Known(true), Loss: law.Known(true), Concerned: law.Known(true), ReasonableSteps: law.Known(false),
		Necessary: law.Known(true), Warned: law.Known(true), Decided: on("2026-05-01"), Reasoned: law.Known(true), Terms: law.Known(true),
		AppealRight: law.Known(true), Appeal: law.Known(EnforcementAppeal{Made: on("2026-05-28"), Disposed: on("2026-06-20")}),
		Enforced: on("2026-06-20"), Complied: law.Known(true),
	})
	return s
}

func TestEnforcement(t *testing.T) {
	set := func(f func(*Enforcement)) change { return func(s *Society) { f(s.Enforcement.Ptr()) } }
	power := func(p EnforcementPower) change { return set(func(x *Enforcement) { x.Power = law.Known(p) }) }
	innocent := set(func(x *Enforcement) { x.Contravened = law.Known(false) })
	unharmed := set(func(x *Enforcement) { x.Loss = law.Known(false) })
	stranger := set(func(x *Enforcement) { x.Concerned = law.Known(false) })
	careful := set(func(x *Enforcement) { x.ReasonableSteps = law.Known(true) })
	unappealed := set(func(x *Enforcement) { x.Appeal = law.Fact[EnforcementAppeal]{} })
	pending := set(func(x *Enforcement) { x.Appeal.Ptr().Disposed = law.Fact[law.Date]{} })
	enforcementAppealed := func(d string) change { return set(func(x *Enforcement) { x.Appeal.Ptr().Made = on(d) }) }
	effect := func(d string) change { return set(func(x *Enforcement) { x.Enforced = on(d) }) }
	defies := set(func(x *Enforcement) { x.Complied = law.Known(false) })
	unlocked := func(s *Society) { s.Lock = law.Known(VoluntaryLock) }
	none := func(s *Society) { s.Enforcement = law.Fact[Enforcement]{} }
	type c = lawtest.Case[Society]
	s := courseSuite(enforcements, enforcedUpon,
		c{Name: "reg 11(1): an officer knowingly concerned", Code: EnforcementUngrounded, Want: law.Met},
		c{Name: "reg 9(1): no contravention", Code: EnforcementUngrounded, Change: inTurn(power(PowerToNotify), innocent), Want: law.Breached, At: "enforcement.contravened"},
		c{Name: "reg 9(1): a notification needs no officer", Code: EnforcementUngrounded, Change: inTurn(power(PowerToNotify), stranger), Want: law.Met},
		c{Name: "reg 10(1)(b): restitution without loss", Code: EnforcementUngrounded, Change: inTurn(power(PowerOfRestitution), unharmed), Want: law.Breached, At: "enforcement.loss"},
		c{Name: "reg 11(1): removal without loss", Code: EnforcementUngrounded, Change: unharmed, Want: law.Met},
		c{Name: "reg 11(1): an officer not concerned", Code: EnforcementUngrounded, Change: stranger, Want: law.Breached, At: "enforcement.knowingly_concerned"},
		c{Name: "reg 11(2): an officer who took all reasonable steps", Code: EnforcementUngrounded, Change: careful, Want: law.Breached, At: "enforcement.reasonable_steps"},
		c{Name: "reg 9: a society without the statutory lock", Code: EnforcementUngrounded, Change: unlocked, Want: law.NotApplicable},
		c{
			Name: "reg 9: what power is not stated", Code: EnforcementUngrounded,
			Change: set(func(x *Enforcement) { x.Power = law.Fact[EnforcementPower]{} }), Want: law.Unknown, At: "enforcement.power",
		},

		c{Name: "reg 8: no more than is necessary", Code: EnforcementExcessive, Want: law.Met},
		c{Name: "reg 8: a society without the statutory lock", Code: EnforcementExcessive, Change: unlocked, Want: law.NotApplicable},
		c{Name: "reg 8: more", Code: EnforcementExcessive, Change: set(func(x *Enforcement) { x.Necessary = law.Known(false) }), Want: law.Breached, At: "enforcement.necessary"},

		c{Name: "reg 12: warned", Code: EnforcementUnwarned, Want: law.Met},
		c{Name: "reg 12: not warned", Code: EnforcementUnwarned, Change: set(func(x *Enforcement) { x.Warned = law.Known(false) }), Want: law.Breached, At: "enforcement.warned"},
		c{Name: "reg 12: no enforcement", Code: EnforcementUnwarned, Change: none, Want: law.NotApplicable},

		c{Name: "reg 13(2): all it must say", Code: DecisionIncomplete, Want: law.Met},
		c{Name: "reg 13(2)(b): no reasons", Code: DecisionIncomplete, Change: set(func(x *Enforcement) { x.Reasoned = law.Known(false) }), Want: law.Breached, At: "enforcement.reasoned"},
		c{Name: "reg 13(2)(c): no terms", Code: DecisionIncomplete, Change: set(func(x *Enforcement) { x.Terms = law.Known(false) }), Want: law.Breached, At: "enforcement.terms"},
		c{Name: "reg 13(2)(d): no word of an appeal", Code: DecisionIncomplete, Change: set(func(x *Enforcement) { x.AppealRight = law.Known(false) }), Want: law.Breached, At: "enforcement.appeal_right"},
		c{Name: "reg 13: no enforcement", Code: DecisionIncomplete, Change: none, Want: law.NotApplicable},

		c{Name: "reg 14(3): the twenty-eighth day, that of the notice the first", Code: EnforcementAppealLate, Want: law.Met},
		c{Name: "reg 14(3): the twenty-ninth", Code: EnforcementAppealLate, Change: enforcementAppealed("2026-05-29"), Want: law.Breached, At: "enforcement.appeal.made"},
		c{Name: "reg 14: no appeal", Code: EnforcementAppealLate, Change: unappealed, Want: law.NotApplicable},

		c{Name: "reg 14(4)(b): once the appeal is over", Code: EnforcedEarly, Want: law.Met},
		c{Name: "reg 14(4)(b): the day before", Code: EnforcedEarly, Change: effect("2026-06-19"), Want: law.Breached, At: "enforcement.enforced"},
		c{Name: "reg 14(4)(a): no appeal, the first day after the period", Code: EnforcedEarly, Change: inTurn(unappealed, effect("2026-05-29")), Want: law.Met},
		c{Name: "reg 14(4)(a): no appeal, the last day of the period", Code: EnforcedEarly, Change: inTurn(unappealed, effect("2026-05-28")), Want: law.Breached},
		c{
			Name: "reg 14(4): an appeal dismissed within the period", Code: EnforcedEarly,
			Change: inTurn(set(func(x *Enforcement) { x.Appeal.Ptr().Disposed = on("2026-05-10") }), effect("2026-05-28")), Want: law.Breached,
		},
		c{Name: "reg 14(4)(b): the appeal not known to be over", Code: EnforcedEarly, Change: pending, Want: law.Unknown, At: "enforcement.appeal.disposed"},
		c{Name: "reg 14(4): not given effect", Code: EnforcedEarly, Change: set(func(x *Enforcement) { x.Enforced = law.Fact[law.Date]{} }), Want: law.NotApplicable},

		c{Name: "reg 13(3): the society complies", Code: EnforcementDisobeyed, Want: law.Met},
		c{Name: "reg 13(3): it does not", Code: EnforcementDisobeyed, Change: defies, Want: law.Breached, At: "enforcement.complied"},
		c{Name: "reg 13(3): it need not yet", Code: EnforcementDisobeyed, On: "2026-06-19", Change: defies, Want: law.NotApplicable},
		c{Name: "reg 10: it is the officer who pays", Code: EnforcementDisobeyed, Change: inTurn(power(PowerOfRestitution), defies), Want: law.NotApplicable},
	)
	s.On = "2026-07-01"
	s.Run(t)
}

func TestEnforcementAppealDue(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-05-28", f.EnforcementAppealDue(law.MustDate("2026-05-01")).String())
	assert.True(t, f.EnforcementAppealDue(law.MustDate("2006-04-05")).IsZero())
}
