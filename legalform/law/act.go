package law

// What a form is told of a body's money, and what it answers. These types are neutral
// between forms: surplus, projections and comparisons speak to every form in them, and a
// third party's form answers in them too.

// PaymentKind is what a payment out of surplus is for.
type PaymentKind uint8

// The kinds of payment.
const (
	// Dividend is paid on shares to holders other than asset-locked bodies.
	Dividend PaymentKind = iota + 1
	// LockedDividend is paid on shares to an asset-locked body that the articles name.
	LockedDividend
	// ShareInterest is paid on share capital at a rate declared beforehand.
	ShareInterest
	// Patronage is paid to members in proportion to their trade with, or work for, the body.
	Patronage
	// StaffBonus is paid to employees on similar terms.
	StaffBonus
	// ToCommunity is spent on, or given for, the benefit of the community.
	ToCommunity
	// PerformanceInterest is interest on a debt at a rate linked to profits or turnover.
	PerformanceInterest
)

var paymentKinds = []string{
	"", "dividend", "locked-dividend", "share-interest", "patronage", "staff-bonus", "to-community", "performance-interest",
}

// String gives the JSON value.
func (k PaymentKind) String() string { return NameOf(paymentKinds, k) }

// MarshalText writes String.
func (k PaymentKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *PaymentKind) UnmarshalText(b []byte) error {
	return ParseName(k, paymentKinds, b, "a kind of payment")
}

// A Payment is one payment out of a year's surplus, made or proposed.
type Payment struct {
	Kind     PaymentKind `json:"kind"`
	Amount   Pence       `json:"amount"`
	Declared Date        `json:"declared"`
}

// Books are what a form must know of a body's money to say how much may be paid.
type Books struct {
	// YearStart and YearEnd are the first and last days of the financial year.
	YearStart Date `json:"year_start"`
	YearEnd   Date `json:"year_end"`
	// Distributable is accumulated realised profits less accumulated realised losses, this
	// year's result in. Those of the year's payments that are costs, or were spent, are out,
	// with the tax; its dividends on shares are not, though Paid lists them with the rest.
	Distributable Fact[Pence] `json:"distributable,omitzero"`
	// NetAssets are assets less liabilities, where a limit asks for them; as with Distributable,
	// the year's dividends on shares are not out. Undistributable is called-up share capital
	// and the reserves that may not be distributed, which they must cover.
	NetAssets       Fact[Pence] `json:"net_assets,omitzero"`
	Undistributable Fact[Pence] `json:"undistributable,omitzero"`
	// PaidUp is what is paid up on the shares, with any premium.
	PaidUp Pence `json:"paid_up"`
	// Staff is the number of employees.
	Staff int `json:"staff"`
	// BaseRate is the Bank of England's rate at the start of the year, where a rule of the
	// body or an old cap needs it.
	BaseRate Fact[Ratio] `json:"base_rate,omitzero"`
	// Paid is what was already declared for the year.
	Paid []Payment `json:"paid,omitempty"`
	// Past holds the earlier financial years, oldest first, where a limit looks back.
	Past []PastYear `json:"past,omitempty"`
}

// A PastYear is what a limit that looks back must know of an earlier financial year.
type PastYear struct {
	YearStart Date        `json:"year_start"`
	Dividends Pence       `json:"dividends"` // declared and paid on the shares of private holders
	BaseRate  Fact[Ratio] `json:"base_rate,omitzero"`
}

// PaidOf sums what was already declared for the year of one kind.
func (b *Books) PaidOf(k PaymentKind) (sum Pence) {
	for _, p := range b.Paid {
		if p.Kind == k {
			sum += p.Amount
		}
	}
	return sum
}

// A Plan is what founders know before they choose a form: a form drafts its body from it.
type Plan struct {
	Name     string // without an ending: "Inclusion Healthcare"
	Founded  Date
	In       Extent
	Staff    int
	Members  int    // who will be members, staff or not
	Capital  Pence  // share capital to be paid up, where the form has shares
	Locked   string // the asset-locked body that is to take what is left, where one is named
	Activity string // what it does, in a sentence
	// ForCommunity is the recorded judgement that a reasonable person might consider the
	// activities to be for the benefit of the community.
	ForCommunity Fact[bool]
	// DeclaredInterest is the highest rate of interest on share capital that the founders
	// will declare, where the form pays interest on shares.
	DeclaredInterest Fact[Ratio]
	// StaffControl says that those who work for it are to have the majority of the votes.
	StaffControl Fact[bool]
}

// An Allowance says how much of a payment a form allows, and why. The zero Allowance
// allows nothing.
type Allowance struct {
	// Most is the largest amount allowed, unless Unlimited or not Known.
	Most      Pence
	Unlimited bool
	// Binding is the rule that sets Most; Provision cites it.
	Binding   Code
	Provision Provision
	// Weight is that of the rule: a limit of guidance or of the body's own rules is not law.
	Weight Weight
	// Why says in words what no rule's code does: that the form has no such payment, or how
	// Binding came to bind.
	Why string
	// Missing are facts without which there is no answer.
	Missing []Missing
	// Doubt is set where the law is unsure: Most is then provisional, on its first reading.
	Doubt *Doubt
	// Working is how Most was found.
	Working Working
}

// Known reports whether there is an answer, provisional or not.
func (a *Allowance) Known() bool { return len(a.Missing) == 0 }

// Certain reports whether there is an answer that rests on no doubt.
func (a *Allowance) Certain() bool { return a.Known() && a.Doubt == nil }

// Permits says whether an amount is within the allowance: met, breached, or unknown where
// a fact is missing or the law in doubt.
func (a *Allowance) Permits(p Pence) Outcome {
	switch {
	case !a.Certain():
		return Unknown
	case a.Unlimited || p <= a.Most:
		return Met
	}
	return Breached
}

// Cap returns the smaller of an amount and what is allowed, on the provisional reading
// where the law is in doubt; nothing where there is no answer.
func (a *Allowance) Cap(p Pence) Pence {
	switch {
	case !a.Known() || p <= 0:
		return 0
	case a.Unlimited:
		return p
	}
	return max(0, min(p, a.Most))
}

// Lack adds a fact without which there is no answer.
func (a *Allowance) Lack(path, question string) {
	a.Missing = append(a.Missing, Missing{Path: path, Question: question})
}

// Within lowers the allowance to an amount set by a rule; a higher amount changes nothing.
func (a *Allowance) Within(p Pence, by Code, provision Provision) {
	a.WithinAt(Statute, p, by, provision)
}

// WithinAt is Within for a rule of another weight.
func (a *Allowance) WithinAt(w Weight, p Pence, by Code, provision Provision) {
	if p = max(p, 0); a.Unlimited || p < a.Most {
		a.Most, a.Unlimited, a.Binding, a.Provision, a.Weight = p, false, by, provision, w
	}
}

// NoSuch returns an allowance of nothing for a payment that a form does not have, and why.
func NoSuch(why string) Allowance { return Allowance{Why: why} }

// Open returns an allowance without a limit, to be lowered with Within.
func Open() Allowance { return Allowance{Unlimited: true} }
