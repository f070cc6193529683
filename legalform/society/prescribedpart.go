package society

import "github.com/rochdale-go/rochdale/legalform/law"

// PrescribedPartFigures are the figures of the part of charged property that is kept for
// unsecured debts. They go by the day on which the first-ranking floating charge was
// created.
type PrescribedPartFigures struct {
	PrescribedBand      law.History[law.Pence]
	PrescribedInBand    law.History[law.Ratio]
	PrescribedAboveBand law.History[law.Ratio]
	PrescribedMost      law.History[law.Pence]
}

// startPrescribed is the first day of the Order of 2003; a charge created before it is
// outside the prescribed part altogether (Insolvency Act 1986 s. 176A(9)).
const startPrescribed = "2003-09-15"

var (
	firstPrescribed = law.MustDate(startPrescribed)
	prescribed      = insolvency2014.At("art 3; SI 2003/2097 art 3", "article/3")
)

func enactedPrescribedPart() PrescribedPartFigures {
	art3 := parts2003.At("art 3", "article/3")
	return PrescribedPartFigures{
		PrescribedBand: law.Since("society.prescribed_band", "of net property, the first band",
			at(startPrescribed, law.Pounds(10_000), art3)),
		PrescribedInBand: law.Since("society.prescribed_in_band", "of the first band",
			at(startPrescribed, law.Percent(50), art3)),
		PrescribedAboveBand: law.Since("society.prescribed_above_band", "of what exceeds the first band",
			at(startPrescribed, law.Percent(20), art3)),
		PrescribedMost: law.Since("society.prescribed_most", "at most",
			at(startPrescribed, law.Pounds(600_000), art3),
			at("2020-04-06", law.Pounds(800_000), parts2003.At("art 3(2), by SI 2020/211", "article/3")).InDoubt("Does the rise of the maximum on 6 April 2020 reach societies, to whom SI 2014/229 applied the Order of 2003 as it then was?", law.Pounds(600_000))),
	}
}

// PrescribedPart says how much of a society's net property, in an administration, must be
// made available for unsecured debts, where the first-ranking floating charge (of several
// that rank equally, the latest) was created on a day: half of the first £10,000 and a
// fifth of the rest, each rounded down to the penny, to a maximum. It is nothing for a
// charge created before 15 September 2003. The maximum is doubtful for a charge created on
// or after 6 April 2020. It lacks net property that is negative or beyond law.MaxPence. It is
// the law of Great Britain: with the figures of Northern Ireland there is no answer.
func PrescribedPart(f *Figures, net law.Pence, charged law.Date) law.Allowance {
	a := law.Open()
	if f.unread(&a) {
		return a
	}
	a.Provision = prescribed
	if net < 0 || net > law.MaxPence {
		a.Lack("net_property", "What is the net property? It can be neither negative nor as large.")
		return a
	}
	part, ok := prescribedPart(f, net, charged, func() (law.Pence, bool) { return read(&a, &f.PrescribedMost, charged) })
	if !ok {
		a.Lack("figures."+f.PrescribedBand.ID(), "What were the figures on "+charged.Long()+"? The histories hold none.")
		return a
	}
	a.Working.Add("net property", net)
	a.Within(part, PrescribedPartNotKept, prescribed)
	return a
}

// prescribedPart reads the maximum only where the part may exceed it, so that no doubt
// about it is told where it decides nothing.
func prescribedPart(f *Figures, net law.Pence, charged law.Date, most func() (law.Pence, bool)) (law.Pence, bool) {
	if charged.Before(firstPrescribed) {
		return 0, true
	}
	band, ok := figureAt(&f.PrescribedBand, charged)
	in, ok1 := figureAt(&f.PrescribedInBand, charged)
	above, ok2 := figureAt(&f.PrescribedAboveBand, charged)
	if !ok || !ok1 || !ok2 {
		return 0, false
	}
	part := in.Of(min(net, band)) + above.Of(max(net-band, 0))
	if part <= lowestMost(f, charged) {
		return part, true
	}
	m, ok := most()
	return min(part, m), ok
}

// lowestMost is the lowest maximum that any reading gives.
func lowestMost(f *Figures, charged law.Date) law.Pence {
	e, ok := f.PrescribedMost.At(charged)
	if !ok {
		return 0
	}
	low := e.Value
	for _, v := range e.Or {
		low = min(low, v)
	}
	return low
}

const askDispensed = "Do the court, an arrangement, or costs out of proportion to net property below £10,000, let the part be left?"

func prescribedPartKept(c *kase) {
	const at = "insolvency.administration."
	x := &c.Subject.Insolvency.Ptr().Administration
	charged, ok := law.Need(c, &x.Charged, at+"charged")
	kept, ok1 := law.Need(c, &x.Kept, at+"kept_for_unsecured")
	if !ok || !ok1 {
		return
	}
	part, ok := prescribedPart(c.Figures, x.NetProperty.Or(0), charged, func() (law.Pence, bool) {
		return law.Read(c, &c.Figures.PrescribedMost, charged)
	})
	if !ok {
		c.Unknown(at+"charged", "What were the figures on "+charged.Long()+"?")
		return
	}
	if kept >= part {
		return
	}
	if dispensed, ok := law.Ask(c, &x.Dispensed, at+"prescribed_part_dispensed", askDispensed); ok && !dispensed {
		c.Breach(at+"kept_for_unsecured", "%v is kept for unsecured debts; the prescribed part is %v.", kept, part)
	}
}
