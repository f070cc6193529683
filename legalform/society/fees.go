package society

import "github.com/rochdale-go/rochdale/legalform/law"

// A RulesDraft is what a society's rules were made from.
type RulesDraft struct {
	// Model says that they are a sponsoring body's model rules; otherwise they are a free draft.
	Model bool `json:"model"`
	// Amendments counts those made to the model.
	Amendments int `json:"amendments,omitempty"`
}

// String writes "model rules with 6 amendments", or "a free draft".
func (d RulesDraft) String() string {
	switch {
	case !d.Model:
		return "a free draft"
	case d.Amendments == 0:
		return "model rules unamended"
	}
	return "model rules amended"
}

// An ApplicationScale is what is paid for an application, by the amendments of the model
// rules it uses. The zero scale is one that was not seen.
type ApplicationScale struct {
	Unamended law.Pence `json:"unamended"`
	// Few is paid for up to FewMost amendments, Some for up to SomeMost.
	FewMost  int       `json:"few_most"`
	Few      law.Pence `json:"few"`
	SomeMost int       `json:"some_most"`
	Some     law.Pence `json:"some"`
	// Otherwise is paid for more, for a free draft, and for a new set of model rules.
	Otherwise law.Pence `json:"otherwise"`
}

// String writes the four amounts.
func (s ApplicationScale) String() string {
	if s == (ApplicationScale{}) {
		return "a scale that was not seen"
	}
	return s.Unamended.String() + ", " + s.Few.String() + ", " + s.Some.String() + " or " + s.Otherwise.String()
}

func (s ApplicationScale) of(d RulesDraft) law.Pence {
	switch {
	case !d.Model || d.Amendments > s.SomeMost:
		return s.Otherwise
	case d.Amendments > s.FewMost:
		return s.Some
	case d.Amendments > 0:
		return s.Few
	}
	return s.Unamended
}

// A PeriodicScale is a yearly fee by total assets: each fee up to and including its most,
// the last above the others. The zero scale is one that was not seen.
type PeriodicScale struct {
	Bands [4]FeeBand `json:"bands"`
	Above law.Pence  `json:"above"`
}

// A FeeBand is a fee for assets of up to and including a most.
type FeeBand struct {
	Most law.Pence `json:"most"`
	Fee  law.Pence `json:"fee"`
}

// String writes the lowest and the highest fee.
func (s PeriodicScale) String() string {
	if s == (PeriodicScale{}) {
		return "a scale that was not seen"
	}
	return "from " + s.Bands[0].Fee.String() + " to " + s.Above.String()
}

func (s PeriodicScale) of(assets law.Pence) law.Pence {
	for _, b := range s.Bands {
		if assets <= b.Most {
			return b.Fee
		}
	}
	return s.Above
}

// The scales were read as they stood on 1 April 2024, and for the year from 1 April 2012.
// Others of the same rules were not seen, so that what came after each is a doubt.
func enactedApplicationFees() law.History[ApplicationScale] {
	seen := ApplicationScale{law.Pounds(40), 6, law.Pounds(120), 10, law.Pounds(350), law.Pounds(950)}
	annex := feesRules.At("FEES App 1 Annex 1A", "")
	return law.Since("society.application_fees", "pounds, for an application",
		at(startFees, seen, annex).InDoubt("Was the scale of application fees before 1 April 2024 the same? It ran from 40 to 950 pounds.", ApplicationScale{}),
		at("2024-04-01", seen, annex),
		at("2025-04-01", seen, annex).InDoubt("Was the scale of application fees changed after the fee year 2024/25?", ApplicationScale{}))
}

func enactedPeriodicFees() law.History[PeriodicScale] {
	seen := PeriodicScale{[4]FeeBand{
		{law.Pounds(50_000), law.Pounds(55)},
		{law.Pounds(100_000), law.Pounds(110)},
		{law.Pounds(250_000), law.Pounds(180)},
		{law.Pounds(1_000_000), law.Pounds(235)},
	}, law.Pounds(425)}
	annex := feesRules.At("FEES App 1 Annex 1", "")
	ended := law.Entry[PeriodicScale]{From: law.MustDate("2019-04-01"), By: feesRules.At("FEES App 1.1.2", ""), Checked: checked, Is: law.Ended}
	return law.Since("society.periodic_fees", "pounds, for a year",
		at("2012-04-01", seen, annex),
		at("2013-04-01", seen, annex).InDoubt("What was the scale of periodic fees for the years from April 2013 to March 2019?", PeriodicScale{}),
		ended)
}

// A RegistrarFee is what the registrar charges.
type RegistrarFee struct {
	Amount law.Pence `json:"amount"`
	// By is the provision that sets it, or that abolished it.
	By law.Provision `json:"by,omitzero"`
	// Missing says why there is no answer; Doubt that it is provisional, on its first reading.
	Missing []law.Missing `json:"missing,omitempty"`
	Doubt   *law.Doubt    `json:"doubt,omitempty"`
}

// Known reports whether there is an answer, provisional or not.
func (f *RegistrarFee) Known() bool { return len(f.Missing) == 0 }

// Certain reports whether there is an answer that rests on no doubt.
func (f *RegistrarFee) Certain() bool { return f.Known() && f.Doubt == nil }

// ApplicationFee returns what is payable for an application, on a date, to register a
// society that is no credit union. It is certain only for the year from 1 April 2024.
// A count of amendments below nought is refused as missing.
func ApplicationFee(f *Figures, d RulesDraft, on law.Date) RegistrarFee {
	if d.Amendments < 0 {
		return RegistrarFee{Missing: []law.Missing{{Path: "draft.amendments", Question: "How many amendments of the model rules are there?"}}}
	}
	return charge(&f.ApplicationFees, on, func(s ApplicationScale) law.Pence { return s.of(d) })
}

// SponsorFee returns what a sponsoring body pays for a new set of model rules. It pays
// nothing to change a set.
func SponsorFee(f *Figures, on law.Date) RegistrarFee {
	return charge(&f.ApplicationFees, on, func(s ApplicationScale) law.Pence { return s.Otherwise })
}

// PeriodicFee returns the fee for a year in which a date falls, by the total assets in the
// society's last return. There is none from 1 April 2019, and then it says nothing is due.
func PeriodicFee(f *Figures, assets law.Pence, on law.Date) RegistrarFee {
	if assets < 0 {
		return RegistrarFee{Missing: []law.Missing{{Path: "assets", Question: "What are the total assets?"}}}
	}
	if e, ok := f.PeriodicFees.At(on); e != nil && !ok {
		return RegistrarFee{By: e.By}
	}
	return charge(&f.PeriodicFees, on, func(s PeriodicScale) law.Pence { return s.of(assets) })
}

// charge reads a scale as at a date and a fee from it.
func charge[S any](h *law.History[S], on law.Date, of func(S) law.Pence) RegistrarFee {
	var a law.Allowance
	scale, ok := read(&a, h, on)
	if !ok {
		return RegistrarFee{Missing: a.Missing}
	}
	e, _ := h.At(on)
	return RegistrarFee{Amount: of(scale), By: e.By, Doubt: a.Doubt}
}

// applicationFeePaid reads the scale itself, so that a doubt is tried on each reading; the
// amount comes from the scale as the calculator's does.
func applicationFeePaid(c *kase) {
	x := c.Subject.Application.Ptr()
	d, ok1 := law.Need(c, &x.Draft, "application.draft")
	paid, ok2 := law.Need(c, &x.FeePaid, "application.fee_paid")
	scale, ok3 := law.Read(c, &c.Figures.ApplicationFees, c.On)
	switch {
	case !ok1 || !ok2 || !ok3:
	case scale == (ApplicationScale{}):
		c.Unknown("figures.society.application_fees", "What was the fee?")
	case paid < scale.of(d):
		c.Breach("application.fee_paid", "The fee for %v is %v; paid was %v.", d, scale.of(d), paid)
	}
}
