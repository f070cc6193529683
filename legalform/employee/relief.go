package employee

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// DisposalKind is how the shares came to the trustees.
type DisposalKind uint8

// ToTrustees is a sale or gift to the trustees (s. 236H); BetweenTrusts is the deemed
// disposal under s. 71 when the trustees of one settlement become absolutely entitled to
// what another holds (s. 236Q).
const (
	ToTrustees DisposalKind = iota + 1
	BetweenTrusts
)

var disposalKinds = []string{"", "to-trustees", "between-trusts"}

// String gives the JSON value.
func (k DisposalKind) String() string { return law.NameOf(disposalKinds, k) }

// MarshalText writes String.
func (k DisposalKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *DisposalKind) UnmarshalText(b []byte) error {
	return law.ParseName(k, disposalKinds, b, "a kind of disposal")
}

// ErrRelief is wrapped by every refusal of figures that the relief cannot be worked on.
var ErrRelief = errors.New("cannot work out the relief")

// A Price is a disposal in money: its day, what the shares cost whoever disposes of them,
// and what is given for them, later sums included. Market value is not asked for: where the
// relief applies, s. 17(1) does not.
type Price struct {
	Kind          DisposalKind `json:"kind"`
	On            law.Date     `json:"on"`
	Cost          law.Pence    `json:"cost"`
	Consideration law.Pence    `json:"consideration"`
}

// A Treatment is what the relief makes of a disposal on which it is due and claimed.
type Treatment struct {
	// Gain is what accrues with s. 17(1) off, nothing where none does; Chargeable the part
	// of it that is a chargeable gain. There is never an allowable loss.
	Gain       law.Pence `json:"gain"`
	Chargeable law.Pence `json:"chargeable"`
	// TrusteesCost is for what the trustees are treated as acquiring the shares.
	TrusteesCost law.Pence `json:"trustees_cost"`
	// NoGainNoLoss says that both sides are treated as giving and receiving the cost.
	NoGainNoLoss bool `json:"no_gain_no_loss,omitempty"`
	// OtherReliefsShut says that the disposal is no qualifying business disposal and the
	// shares are excluded shares: neither business asset disposal relief nor investors'
	// relief is due on the chargeable part.
	OtherReliefsShut bool          `json:"other_reliefs_shut,omitempty"`
	By               law.Provision `json:"by"`
	Working          law.Working   `json:"working"`
}

// ReliefFigures are the figures of the relief itself and of the tax on what it leaves.
type ReliefFigures struct {
	// RelievedPart is the part of a gain that is not chargeable, by the day of the disposal.
	RelievedPart law.History[law.Ratio]
	// WithdrawalYears is in how many tax years after that of the disposal an event withdraws
	// the relief, by the day of the disposal.
	WithdrawalYears law.History[int]
	// CureMonths is how long a breach that only a death caused may last.
	CureMonths law.History[int]
	// ExitCureMonths is the same for the exit charge of section 80, by the day of the death.
	ExitCureMonths law.History[int]
	// GainsRate is the main rate of capital gains tax for trustees and, above the basic rate
	// band, for individuals; ExemptGains and ExemptGainsTrustees are the annual exempt amounts.
	GainsRate           law.History[law.Ratio]
	ExemptGains         law.History[law.Pence]
	ExemptGainsTrustees law.History[law.Pence]
	// InstalmentMonths must be exceeded by the time over which consideration is payable;
	// InstalmentYears is the longest time over which the tax may then be paid.
	InstalmentMonths law.History[int]
	InstalmentYears  law.History[int]
}

func enactedRelief() ReliefFigures {
	inserted := fa2014.At("Sch 37 para 1 (inserting ss. 236H, 236Q)", "schedule/37/paragraph/1")
	halved := fa2026.At("s. 35(2), (4) (substituting s. 236H(2)-(2A))", "section/35")
	instalments := tcga1992.At("s. 280", "section/280")
	exempt := tcga1992.At("s. 1K, Sch 1C para 5", "section/1K")
	return ReliefFigures{
		RelievedPart: law.Since("employee.relieved_part", "of the gain", at(reliefBegan, law.Percent(100), inserted), at(halfRelief, law.Percent(50), halved)),
		WithdrawalYears: law.Since("employee.withdrawal_years", "tax years after that of the disposal",
			at(fullRegime, 1, fa2014.At("Sch 37 paras 1, 3(c), (f) (inserting ss. 236O, 236R)", "schedule/37/paragraph/1")),
			at(strictRegime, 4, fa2025.At("Sch 6 para 6", "schedule/6/paragraph/6"))),
		CureMonths:          law.Since("employee.cure_months", "months beginning with a death", at(strictRegime, 6, fa2025.At("Sch 6 para 4", "schedule/6/paragraph/4"))),
		ExitCureMonths:      law.Since("employee.exit_cure_months", "months beginning with a death", at(reliefBegan, 6, tcga1992.At("s. 81(1)-(2)", "section/81"))),
		GainsRate:           law.Since("employee.gains_rate", "of chargeable gains", at(strictRegime, law.Percent(24), fa2025.At("s. 7", "section/7"))),
		ExemptGains:         law.Since("employee.exempt_gains", "pounds a tax year", at("2024-04-06", law.Pounds(3000), exempt)),
		ExemptGainsTrustees: law.Since("employee.exempt_gains_trustees", "pounds a tax year", at("2024-04-06", law.Pounds(1500), exempt)),
		InstalmentMonths:    law.Since("employee.instalment_months", "months, to be exceeded", at(reliefBegan, 18, instalments)),
		InstalmentYears:     law.Since("employee.instalment_years", "years", at(reliefBegan, 8, instalments)),
	}
}

// Relieve works out a disposal on which the relief is due and claimed. Until 25 November
// 2025, and for a deemed disposal under s. 71 afterwards too, it is made at neither gain nor
// loss, and the trustees take over the cost. From 26 November 2025 only half of a gain is
// chargeable, and the trustees' cost is the consideration less the other half; where no gain
// accrues, the disposal is still at neither gain nor loss. A gain of an odd number of pence
// leaves the odd penny uncharged.
//
// It refuses a disposal before 6 April 2014 and amounts below nothing or beyond law.MaxPence.
func Relieve(p Price, f *Figures) (Treatment, error) {
	if err := p.check(); err != nil {
		return Treatment{}, err
	}
	part, ok := f.RelievedPart.At(p.On)
	if !ok {
		return Treatment{}, fmt.Errorf("%w: on: there was no relief on %s", ErrRelief, p.On.Long())
	}
	t := Treatment{By: gains("s. 236H(2)-(3)", "236H")}
	t.Working.Add("consideration", p.Consideration)
	t.Working.Add("cost", p.Cost)
	full := law.Percent(100)
	switch {
	case p.Kind == BetweenTrusts:
		t.By = gains("s. 236Q(2)-(3)", "236Q")
		t.level(p.Cost)
	case p.Consideration <= p.Cost || part.Value.Cmp(full) >= 0:
		t.level(p.Cost)
	default:
		t.By = gains("s. 236H(2)(a), (2A)", "236H")
		t.OtherReliefsShut = true
		t.Gain = p.Consideration - p.Cost
		exempt := part.Value.OfUp(t.Gain)
		t.Chargeable, t.TrusteesCost = t.Gain-exempt, p.Consideration-exempt
		t.Working.Add("gain", t.Gain)
		t.Working.Rate("part that is not chargeable", part.Value)
	}
	t.Working.Add("chargeable gain", t.Chargeable)
	t.Working.Add("trustees' cost", t.TrusteesCost)
	return t, nil
}

// level makes the disposal one at neither gain nor loss.
func (t *Treatment) level(cost law.Pence) { t.NoGainNoLoss, t.TrusteesCost = true, cost }

func (p *Price) check() error {
	switch {
	case p.On.IsZero():
		return fmt.Errorf("%w: on: no date", ErrRelief)
	case p.Kind != ToTrustees && p.Kind != BetweenTrusts:
		return fmt.Errorf("%w: kind: %v", ErrRelief, p.Kind)
	case p.Cost < 0 || p.Cost > law.MaxPence:
		return fmt.Errorf("%w: cost: %v", ErrRelief, p.Cost)
	case p.Consideration < 0 || p.Consideration > law.MaxPence:
		return fmt.Errorf("%w: consideration: %v", ErrRelief, p.Consideration)
	}
	return nil
}

// GainsTax works out the tax of a year on a chargeable gain at the main rate, after the whole
// annual exempt amount of an individual or of trustees; the rates for gains within the basic
// rate band are not modelled. It rounds down to the penny. It refuses days before 30 October
// 2024, for which no rate is held, and an amount below nothing or beyond law.MaxPence.
func GainsTax(chargeable law.Pence, trustees bool, on law.Date, f *Figures) (law.Pence, error) {
	exempt := &f.ExemptGains
	if trustees {
		exempt = &f.ExemptGainsTrustees
	}
	rate, ok1 := f.GainsRate.At(on)
	free, ok2 := exempt.At(on)
	switch {
	case chargeable < 0 || chargeable > law.MaxPence:
		return 0, fmt.Errorf("%w: a chargeable gain of %v", ErrRelief, chargeable)
	case !ok1 || !ok2:
		return 0, fmt.Errorf("%w: no rate of tax is held for %s", ErrRelief, on.Long())
	}
	return rate.Value.Of(max(chargeable-free.Value, 0)), nil
}

// Instalments says how tax on a gain may be paid where the consideration is (s. 280). It is
// at the taxpayer's option and as the Commissioners allow, never of itself.
type Instalments struct {
	// Available says that the consideration is payable over more than 18 months.
	Available bool `json:"available"`
	// Years is the longest time, and Last the last day, for the tax; both bind.
	Years int           `json:"years,omitempty"`
	Last  law.Date      `json:"last,omitzero"`
	By    law.Provision `json:"by"`
}

// InstalmentsOf says whether tax may be paid by instalments, given the days on which
// consideration is payable. It refuses an empty list and a day before the disposal.
func InstalmentsOf(disposal law.Date, payable []law.Date, f *Figures) (Instalments, error) {
	months, ok1 := f.InstalmentMonths.At(disposal)
	years, ok2 := f.InstalmentYears.At(disposal)
	if !ok1 || !ok2 || len(payable) == 0 {
		return Instalments{}, fmt.Errorf("%w: a day of disposal from 6 April 2014 and days of payment are needed", ErrRelief)
	}
	first, last := payable[0], payable[0]
	for i, d := range payable {
		if d.Before(disposal) {
			return Instalments{}, fmt.Errorf("%w: payable[%d]: %v is before the disposal", ErrRelief, i, d)
		}
		if d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
	}
	in := Instalments{By: tcga1992.At("s. 280", "section/280")}
	if last.After(law.MonthsBeginningWith(first, months.Value)) {
		in.Available, in.Years, in.Last = true, years.Value, last
	}
	return in, nil
}
