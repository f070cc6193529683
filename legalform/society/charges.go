package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on charges over a society's assets.
const (
	ChargeUnrecorded   law.Code = "society.charge-unrecorded"
	ChargeVoid         law.Code = "society.charge-void"
	ReceiverBarred     law.Code = "society.administrative-receiver-barred"
	ReceiverBarred2014 law.Code = "society.administrative-receiver-barred-2014"
	ReceiverUnnotified law.Code = "society.receiver-unnotified"
)

// A Charge is an instrument that creates, or is evidence of, a charge on a society's
// assets. Where the society's registered office is decides what must be done with it.
type Charge struct {
	Executed law.Fact[law.Date] `json:"executed,omitzero"`
	Floating law.Fact[bool]     `json:"floating,omitzero"`
	// Delivered is the day on which the registrar had the authenticated copy, the
	// particulars and the fee.
	Delivered law.Fact[law.Date] `json:"delivered,omitzero"`
	// Extended is the last day of a period that the registrar has extended.
	Extended law.Fact[law.Date] `json:"extended,omitzero"`
	// FarmingStock says that it is a debenture registered under the Agricultural Credits
	// Act 1928, which is recorded there.
	FarmingStock law.Fact[bool]     `json:"farming_stock,omitzero"`
	Receiver     law.Fact[Receiver] `json:"receiver,omitzero"`
}

// A Receiver is one appointed under the charge.
type Receiver struct {
	Appointed law.Fact[law.Date] `json:"appointed,omitzero"`
	// Administrative says that the receiver is one of the whole, or substantially the whole,
	// of the society's property.
	Administrative law.Fact[bool] `json:"administrative,omitzero"`
	// Qualifying says that the holder is one of a qualifying floating charge.
	Qualifying law.Fact[bool] `json:"qualifying,omitzero"`
	// Notified is the day on which the receiver told the registrar of the appointment.
	Notified law.Fact[law.Date] `json:"notified,omitzero"`
}

// ChargeFigures are the figures of charges.
type ChargeFigures struct {
	// ChargeDays begin with the day on which the instrument is executed.
	ChargeDays law.History[int]
	// ReceiverMonths is how long a receiver has to tell the registrar.
	ReceiverMonths law.History[int]
}

func enactedCharges() ChargeFigures {
	return ChargeFigures{
		ChargeDays: law.Since("society.charge_days", "days beginning with the day of execution",
			at(start2014, 21, act2014.At("ss. 59(3), 63(2)", "section/63"))),
		ReceiverMonths: law.Since("society.receiver_months", "months from the appointment",
			at(start2014, 1, act2014.At("s. 66(2)(a)", "section/66"))),
	}
}

var (
	executed = event{Path: "charge.executed", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.Charge.Ptr(); x != nil {
			return x.Executed
		}
		return law.Fact[law.Date]{}
	}}
	received = event{Path: "charge.receiver.appointed", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.receiver(); x != nil {
			return x.Appointed
		}
		return law.Fact[law.Date]{}
	}}
)

func (s *Society) receiver() *Receiver {
	if x := s.Charge.Ptr(); x != nil {
		return x.Receiver.Ptr()
	}
	return nil
}

var receiverBar = rule{
	Code: ReceiverBarred, Provision: act2014.At("s. 65", "section/65"),
	Says: "The holder of a qualifying floating charge that a society in England and Wales, no social landlord, created on or after 6 April 2014, and that " +
		"is put to the registrar to record or registered as one over farming stock, may not appoint an administrative receiver of it.",
	InForce: []law.Window{law.From(start2014, law.EnglandAndWales)}, Event: received, Applies: receiverAppointed, Check: noAdministrativeReceiver,
	Remedy: "Appoint an administrator in place of the receiver.",
}

// What the Industrial and Provident Societies Act 1967 asked of charges before 1 August
// 2014 is not modelled: its repealed text was not read.
var charges = law.Topic("charges",
	rule{
		Code: ChargeUnrecorded, Provision: act2014.At("ss. 59(2)-(3), (6), 60", "section/59"),
		Says: "For a charge of a society in England or Wales to be recorded, and so kept from the Bills of Sale Acts, a copy, particulars and the fee " +
			"must be delivered to the registrar within the period of 21 days beginning with the date of execution or as extended.",
		InForce: []law.Window{law.From(start2014, law.EnglandAndWales)}, Event: executed, Applies: chargedAtAll, Check: chargeDelivered,
		Remedy: "Ask the registrar to extend the period, for inadvertence or other sufficient cause.",
	},
	rule{
		Code: ChargeVoid, Provision: act2014.At("s. 63(2)-(3), (5)-(6)", "section/63"),
		Says: "A copy, a note of particulars and the fee for a floating charge of a society in Scotland must be delivered to the registrar within the " +
			"period of 21 days beginning with the day of execution or as extended; otherwise the charge is void against any person but the society.",
		InForce: []law.Window{law.From(start2014, law.Scotland)}, Event: executed, Applies: chargedFloating, Check: chargeDelivered,
		Remedy: "Ask the registrar to extend the period, for inadvertence or other sufficient cause.",
	},
	inEnglandAndWales(under1965(receiverBar, ReceiverBarred2014, act1965.At("s. 43A", "section/43A"), startInsolvency)),
	receiverBar,
	rule{
		Code: ReceiverUnnotified, Provision: act2014.At("s. 66(2)(a)", "section/66"),
		Says:    "A receiver or manager of a society's property must notify the registrar within one month from the date of appointment.",
		InForce: from2014, Event: received, Applies: receiverAppointed, Check: receiverNotified,
		Remedy: "Send the notice at once, and the returns of receipts and payments when they fall due.",
	},
)

const (
	askFloating = "Is it a floating charge?"
	askFarming  = "Is it a debenture over farming stock, registered under the Agricultural Credits Act 1928?"
)

// chargedAtAll leaves out debentures over farming stock, which s. 59(6) does.
func chargedAtAll(c *kase) bool {
	x := c.Subject.Charge.Ptr()
	if x == nil {
		return false
	}
	farming, ok := law.Ask(c, &x.FarmingStock, "charge.farming_stock", askFarming)
	return ok && !farming
}

func chargedFloating(c *kase) bool {
	x := c.Subject.Charge.Ptr()
	return x != nil && saysYes(c, &x.Floating, "charge.floating", askFloating)
}

func receiverAppointed(c *kase) bool { return c.Subject.receiver() != nil }

func chargeDelivered(c *kase) {
	days, ok := law.Read(c, &c.Figures.ChargeDays, c.On)
	if !ok {
		return
	}
	x, last := c.Subject.Charge.Ptr(), chargeLast(c.On, days)
	if longer, ok := x.Extended.Get(); ok && longer.After(last) {
		last = longer
	}
	if !x.Delivered.Stated() && !c.AsAt.After(last) {
		return
	}
	if on, ok := law.Need(c, &x.Delivered, "charge.delivered"); ok && on.After(last) {
		c.Breach("charge.delivered", "The charge was delivered to the registrar on %s; the last day was %s.", on.Long(), last.Long())
	}
}

func chargeLast(executed law.Date, days int) law.Date { return law.DaysBeginningWith(executed, days) }

// ChargeDue returns the last day on which the registrar may be given an instrument of
// charge executed on a day, which is the first of the 21, unless the registrar extends
// the period. It returns no date where the figures hold none.
func (f *Figures) ChargeDue(executed law.Date) law.Date {
	days, ok := figureAt(&f.ChargeDays, executed)
	if !ok {
		return law.Date{}
	}
	return chargeLast(executed, days)
}

// noAdministrativeReceiver asks in turn for what would lift the bar. A charge that nobody
// asked the registrar to record, nor had registered as one over farming stock, is outside it.
func noAdministrativeReceiver(c *kase) {
	x, r := c.Subject.Charge.Ptr(), c.Subject.receiver()
	created, ok := law.Need(c, &x.Executed, "charge.executed")
	if !ok || created.Before(commencedInsolvency) || !saysYes(c, &x.Floating, "charge.floating", askFloating) ||
		!saysYes(c, &r.Administrative, "charge.receiver.administrative", "Is the receiver one of the whole, or substantially the whole, of the society's property?") ||
		!saysYes(c, &r.Qualifying, "charge.receiver.qualifying", "Is the one who appoints the holder of a qualifying floating charge?") {
		return
	}
	switch c.Subject.landlord() {
	case untold:
		c.Subject.askLandlord(c)
	case no:
		if x.Delivered.Stated() || told(&x.FarmingStock) == yes {
			c.Breach("charge.receiver", "An administrative receiver was appointed under a charge created on %s.", created.Long())
		} else {
			c.Unknown("charge.delivered", "Was the registrar asked to record the charge, or is it registered as one over farming stock?")
		}
	case yes:
	}
}

func receiverNotified(c *kase) {
	months, ok := law.Read(c, &c.Figures.ReceiverMonths, c.On)
	r := c.Subject.receiver()
	if !ok {
		return
	}
	last := law.MonthsFrom(c.On, months)
	if !r.Notified.Stated() && !c.AsAt.After(last) {
		return
	}
	if on, ok := law.Need(c, &r.Notified, "charge.receiver.notified"); ok && on.After(last) {
		c.Breach("charge.receiver.notified", "The registrar was told on %s; the last day was %s.", on.Long(), last.Long())
	}
}
