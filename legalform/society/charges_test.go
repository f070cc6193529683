package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// chargedSociety has a floating charge, delivered on the last day, and a receiver of part.
func chargedSociety() Society {
	return Society{PrivateProvider: law.Known(false), SocialLandlord: law.Known(false), Charge: law.Known(Charge{
		Executed: on("2026-05-01"), Floating: law.Known(true), Delivered: on("2026-05-21"), FarmingStock: law.Known(false),
		Receiver: law.Known(Receiver{
			Appointed: on("2026-05-25"), Administrative: law.Known(false), Qualifying: law.Known(true), Notified: on("2026-06-25"),
		}),
	})}
}

func TestCharges(t *testing.T) {
	set := func(f func(*Charge)) change { return func(s *Society) { f(s.Charge.Ptr()) } }
	receiver := func(f func(*Receiver)) change { return func(s *Society) { f(s.receiver()) } }
	delivered := func(d string) change { return set(func(x *Charge) { x.Delivered = on(d) }) }
	extended := func(d string) change { return set(func(x *Charge) { x.Extended = on(d) }) }
	undelivered := set(func(x *Charge) { x.Delivered = law.Fact[law.Date]{} })
	fixed := set(func(x *Charge) { x.Floating = law.Known(false) })
	farming := set(func(x *Charge) { x.FarmingStock = law.Known(true) })
	created := func(d string) change { return set(func(x *Charge) { x.Executed = on(d) }) }
	whole := receiver(func(x *Receiver) { x.Administrative = law.Known(true) })
	landlord := func(s *Society) { s.SocialLandlord = law.Known(true) }
	provider := func(s *Society) { s.PrivateProvider, s.SocialLandlord = law.Known(true), law.Fact[bool]{} }
	unsaid := func(s *Society) { s.PrivateProvider = law.Fact[bool]{} }
	in2014 := inTurn(created("2014-04-06"), receiver(func(x *Receiver) { x.Appointed = on("2014-05-01") }))
	none := func(s *Society) { s.Charge = law.Fact[Charge]{} }
	nobody := set(func(x *Charge) { x.Receiver = law.Fact[Receiver]{} })
	const scotland = law.Scotland
	type c = lawtest.Case[Society]
	s := courseSuite(charges, chargedSociety,
		c{Name: "s. 59(3): the twenty-first day, that of execution the first", Code: ChargeUnrecorded, Want: law.Met},
		c{Name: "s. 59(3): the twenty-second", Code: ChargeUnrecorded, Change: delivered("2026-05-22"), Want: law.Breached, At: "charge.delivered"},
		c{Name: "s. 60(2)(a): as extended", Code: ChargeUnrecorded, Change: inTurn(delivered("2026-06-10"), extended("2026-06-10")), Want: law.Met},
		c{Name: "s. 60(2)(a): a day more than extended", Code: ChargeUnrecorded, Change: inTurn(delivered("2026-06-11"), extended("2026-06-10")), Want: law.Breached},
		c{Name: "s. 59(1): a fixed charge too", Code: ChargeUnrecorded, Change: inTurn(fixed, delivered("2026-05-22")), Want: law.Breached},
		c{Name: "s. 59(6): farming stock", Code: ChargeUnrecorded, Change: inTurn(farming, delivered("2026-05-22")), Want: law.NotApplicable},
		c{Name: "s. 59(3): not yet, and there is time", Code: ChargeUnrecorded, On: "2026-05-21", Change: undelivered, Want: law.Met},
		c{Name: "s. 59(3): not stated when the time is over", Code: ChargeUnrecorded, On: "2026-05-22", Change: undelivered, Want: law.Unknown, At: "charge.delivered"},
		c{Name: "s. 59: a Scottish society", Code: ChargeUnrecorded, In: scotland, Change: delivered("2026-05-22"), Want: law.NotInForce},
		c{Name: "no charge", Code: ChargeUnrecorded, Change: none, Want: law.NotApplicable},

		c{Name: "s. 63(2): the twenty-first day", Code: ChargeVoid, In: scotland, Want: law.Met},
		c{Name: "s. 63(3): the twenty-second, and void", Code: ChargeVoid, In: scotland, Change: delivered("2026-05-22"), Want: law.Breached, At: "charge.delivered"},
		c{Name: "s. 63(6)(a): as extended", Code: ChargeVoid, In: scotland, Change: inTurn(delivered("2026-05-22"), extended("2026-05-22")), Want: law.Met},
		c{Name: "s. 63(1): a fixed security", Code: ChargeVoid, In: scotland, Change: fixed, Want: law.NotApplicable},
		c{Name: "s. 62(7): a society in England", Code: ChargeVoid, Change: delivered("2026-05-22"), Want: law.NotInForce},

		c{Name: "s. 65: a receiver of part", Code: ReceiverBarred, Want: law.Met},
		c{Name: "s. 65(1): a receiver of the whole", Code: ReceiverBarred, Change: whole, Want: law.Breached, At: "charge.receiver"},
		c{Name: "s. 65(2): under a charge of 5 April 2014", Code: ReceiverBarred, Change: inTurn(whole, created("2014-04-05")), Want: law.Met},
		c{Name: "s. 65(2): under one of the day after", Code: ReceiverBarred, Change: inTurn(whole, created("2014-04-06")), Want: law.Breached},
		c{Name: "s. 65(4): a social landlord", Code: ReceiverBarred, Change: inTurn(whole, landlord), Want: law.Met},
		c{Name: "s. 65(4): a private registered provider", Code: ReceiverBarred, Change: inTurn(whole, provider), Want: law.Met},
		c{Name: "s. 65(4): whether a landlord is not stated", Code: ReceiverBarred, Change: inTurn(whole, unsaid), Want: law.Unknown, At: "private_registered_provider"},
		c{Name: "s. 65(1): under a fixed charge", Code: ReceiverBarred, Change: inTurn(whole, fixed), Want: law.Met},
		c{Name: "s. 65(2)(a): a charge that nobody is known to have had recorded", Code: ReceiverBarred, Change: inTurn(whole, undelivered), Want: law.Unknown, At: "charge.delivered"},
		c{Name: "s. 65(2)(b): one over farming stock", Code: ReceiverBarred, Change: inTurn(whole, undelivered, farming), Want: law.Breached},
		c{Name: "s. 65: in Scotland there are such receivers", Code: ReceiverBarred, In: scotland, Change: whole, Want: law.NotInForce},
		c{Name: "s. 65: no receiver", Code: ReceiverBarred, Change: nobody, Want: law.NotApplicable},
		c{Name: "1965 s. 43A: a receiver of part", Code: ReceiverBarred2014, Change: in2014, Want: law.Met},
		c{Name: "1965 s. 43A: a receiver of the whole", Code: ReceiverBarred2014, Change: inTurn(in2014, whole), Want: law.Breached},
		c{Name: "1965 s. 43A: no receiver", Code: ReceiverBarred2014, On: "2014-06-01", Change: inTurn(in2014, nobody), Want: law.NotApplicable},

		c{Name: "s. 66(2)(a): told in a month", Code: ReceiverUnnotified, Want: law.Met},
		c{Name: "s. 66(2)(a): a day late", Code: ReceiverUnnotified, Change: receiver(func(x *Receiver) { x.Notified = on("2026-06-26") }), Want: law.Breached, At: "charge.receiver.notified"},
		c{
			Name: "s. 66(2)(a): not stated when the time is over", Code: ReceiverUnnotified, On: "2026-06-26",
			Change: receiver(func(x *Receiver) { x.Notified = law.Fact[law.Date]{} }), Want: law.Unknown, At: "charge.receiver.notified",
		},
		c{Name: "s. 66: no receiver", Code: ReceiverUnnotified, Change: nobody, Want: law.NotApplicable},
	)
	s.On = "2026-07-01"
	s.Run(t)
}

func TestChargeDue(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-05-21", f.ChargeDue(law.MustDate("2026-05-01")).String())
}
