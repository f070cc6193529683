package law

import (
	"errors"
	"fmt"
)

// An Act is one thing that a body does on a day, in words that every form understands:
// exactly one of the kinds is stated. What a form must know of it besides is in Facts.
type Act struct {
	On Date `json:"on"`

	Admit     Fact[Admission]     `json:"admit,omitzero"`
	Leave     Fact[Departure]     `json:"leave,omitzero"`
	Issue     Fact[Issue]         `json:"issue,omitzero"`
	Notice    Fact[ShareNotice]   `json:"give_notice,omitzero"`
	Withdraw  Fact[Withdrawal]    `json:"withdraw,omitzero"`
	BuyBack   Fact[BuyBack]       `json:"buy_back,omitzero"`
	Pass      Fact[SharePassing]  `json:"transfer_shares,omitzero"`
	Declare   Fact[Declaration]   `json:"declare,omitzero"`
	Transfer  Fact[AssetTransfer] `json:"transfer_assets,omitzero"`
	CloseYear Fact[YearClose]     `json:"close_year,omitzero"`
	Convert   Fact[Conversion]    `json:"convert,omitzero"`
	WindUp    Fact[WindingUp]     `json:"wind_up,omitzero"`
	Dissolve  Fact[Dissolution]   `json:"dissolve,omitzero"`
	// Record is any other act, told by Facts alone.
	Record Fact[Record] `json:"record,omitzero"`

	// Facts are stated of the body, in its own structure, on the day: the votes and papers of
	// the act, or what changed. They never go against what the act itself says.
	Facts Facts `json:"facts,omitzero"`
}

// ActKind is what an act does.
type ActKind uint8

// The kinds, in the order of the fields of Act.
const (
	Admits ActKind = iota + 1
	Leaves
	Issues
	GivesNotice
	Withdraws
	BuysBack
	PassesShares
	Declares
	TransfersAssets
	ClosesYear
	Converts
	WindsUp
	Dissolves
	Records
)

var actKinds = []string{
	"", "admit", "leave", "issue", "give_notice", "withdraw", "buy_back", "transfer_shares", "declare", "transfer_assets",
	"close_year", "convert", "wind_up", "dissolve", "record",
}

// String gives the JSON name.
func (k ActKind) String() string { return NameOf(actKinds, k) }

// MarshalText writes String.
func (k ActKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *ActKind) UnmarshalText(b []byte) error { return ParseName(k, actKinds, b, "a kind of act") }

// An Admission makes somebody a member.
type Admission struct {
	Member    string `json:"member"`
	Class     string `json:"class,omitempty"`
	Corporate bool   `json:"corporate,omitempty"`
	// What a class or an Act may go by.
	Born    Fact[Date]  `json:"born,omitzero"`
	Service Fact[Date]  `json:"service,omitzero"`
	Hours   Fact[int64] `json:"weekly_hours,omitzero"`
	Trade   Fact[Pence] `json:"trade,omitzero"`
}

// A Departure ends a membership. Forfeits says that shares still held are forfeited or
// cancelled by it.
type Departure struct {
	Member   string `json:"member"`
	Forfeits bool   `json:"forfeits,omitempty"`
}

// An Issue is of shares to a member: how many, their nominal value together, and what is
// paid for them, with any premium.
type Issue struct {
	Member  string `json:"member"`
	Shares  int64  `json:"shares"`
	Nominal Pence  `json:"nominal"`
	Paid    Pence  `json:"paid"`
}

// A ShareNotice is a member's notice to withdraw shares, received on the day.
type ShareNotice struct {
	Member string `json:"member"`
	Amount Pence  `json:"amount"`
	// Leaving says that the member withdraws everything and ceases to be one.
	Leaving bool `json:"leaving,omitempty"`
}

// A Withdrawal pays a member for shares that are withdrawn, at their nominal value.
type Withdrawal struct {
	Member string `json:"member"`
	Shares int64  `json:"shares"`
	Amount Pence  `json:"amount"`
}

// A BuyBack is a purchase or redemption by the body of shares of its own, which are then
// cancelled.
type BuyBack struct {
	Member  string `json:"member"`
	Shares  int64  `json:"shares"`
	Nominal Pence  `json:"nominal"`
	// PaidUp is what was paid up on them, with any premium paid to the body; Price is what the
	// body pays, for all of them.
	PaidUp Pence `json:"paid_up"`
	Price  Pence `json:"price"`
}

// A SharePassing is a transfer of shares from one member to another.
type SharePassing struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Shares  int64  `json:"shares"`
	Nominal Pence  `json:"nominal"`
}

// A Declaration is of payments out of the surplus of the books' year.
type Declaration struct {
	Payments []DeclaredPayment `json:"payments"`
	// By is how the members resolved on it.
	By Fact[Resolution] `json:"by,omitzero"`
}

// A DeclaredPayment is a payment of the day of its declaration.
type DeclaredPayment struct {
	Kind   PaymentKind `json:"kind"`
	Amount Pence       `json:"amount"`
}

// Resolution is how members resolved on an act.
type Resolution uint8

// The members did not resolve on it, or did by an ordinary or a special resolution.
const (
	NoResolution Resolution = iota + 1
	OrdinaryResolution
	SpecialResolution
)

var resolutionNames = []string{"", "none", "ordinary", "special"}

// String gives the JSON value.
func (r Resolution) String() string { return NameOf(resolutionNames, r) }

// MarshalText writes String.
func (r Resolution) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Resolution) UnmarshalText(b []byte) error {
	return ParseName(r, resolutionNames, b, "a resolution")
}

// An AssetTransfer gives assets away, or for less than they are worth, or for full value.
type AssetTransfer struct {
	// Value is what the body gives beyond what it receives: nothing for full consideration.
	Value Pence           `json:"value"`
	To    Fact[Recipient] `json:"to,omitzero"`
	// Name is the recipient's, ForCommunity the recorded judgement that the transfer is for
	// the benefit of the community, Consent that a regulator consented.
	Name         string     `json:"name,omitempty"`
	ForCommunity Fact[bool] `json:"for_community,omitzero"`
	Consent      Fact[bool] `json:"regulator_consent,omitzero"`
}

// Recipient is who takes assets.
type Recipient uint8

// The recipients: an asset-locked body that the articles name, or another that is a
// community interest company, a charity, or a community benefit society with the statutory
// lock; members as such; nobody in particular, the community; and anyone else.
const (
	NamedBody Recipient = iota + 1
	InterestCompany
	CharityBody
	LockedSociety
	MembersAsSuch
	Community
	AnyoneElse
)

var recipients = []string{"", "named-body", "community-interest-company", "charity", "locked-society", "members", "community", "anyone-else"}

// String gives the JSON value.
func (r Recipient) String() string { return NameOf(recipients, r) }

// MarshalText writes String.
func (r Recipient) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Recipient) UnmarshalText(b []byte) error { return ParseName(r, recipients, b, "a recipient") }

// A YearClose closes the financial year that follows that of the books, once it has ended:
// its books take the place of theirs, and theirs join the past years.
type YearClose struct {
	// End is the year's last day; twelve months where it is not stated.
	End Fact[Date] `json:"year_end,omitzero"`
	// Result is its realised profit or loss, costs and tax out. Without it what there is to
	// distribute is not known.
	Result   Fact[Pence] `json:"result,omitzero"`
	Staff    Fact[int]   `json:"staff,omitzero"`
	BaseRate Fact[Ratio] `json:"base_rate,omitzero"`
}

// A Conversion makes the body one of another form.
type Conversion struct {
	To string `json:"to"`
	// Done are the kinds of stage that are complete, in the words of package conversion.
	Done []string `json:"done,omitempty"`
	// As are facts of the body in its new form, over those that the form would draft.
	As Facts `json:"as,omitzero"`
}

// A WindingUp resolves to wind the body up and distributes what is left when liabilities
// are met.
type WindingUp struct {
	Residue   Pence            `json:"residue"`
	ToMembers []MemberResidue  `json:"to_members,omitempty"`
	ToBodies  []BodyResidue    `json:"to_bodies,omitempty"`
	By        Fact[Resolution] `json:"by,omitzero"`
}

// A MemberResidue is what a member takes.
type MemberResidue struct {
	Member string `json:"member"`
	Amount Pence  `json:"amount"`
}

// A BodyResidue is what another takes.
type BodyResidue struct {
	Name   string          `json:"name"`
	Is     Fact[Recipient] `json:"is,omitzero"`
	Amount Pence           `json:"amount"`
}

// A Dissolution ends the body.
type Dissolution struct{}

// A Record says in a few words what else was done.
type Record struct {
	Says string `json:"says"`
}

// ErrAct is wrapped by complaints about an act that none can be.
var ErrAct = errors.New("not an act")

// Kind returns the kind, and an error where not exactly one is stated.
func (a *Act) Kind() (ActKind, error) {
	var k ActKind
	for i, stated := range [...]bool{
		a.Admit.stated, a.Leave.stated, a.Issue.stated, a.Notice.stated, a.Withdraw.stated, a.BuyBack.stated, a.Pass.stated,
		a.Declare.stated, a.Transfer.stated, a.CloseYear.stated, a.Convert.stated, a.WindUp.stated, a.Dissolve.stated, a.Record.stated,
	} {
		switch {
		case !stated:
		case k != 0:
			return 0, fmt.Errorf("%w: both %v and %v are stated", ErrAct, k, ActKind(i+1))
		default:
			k = ActKind(i + 1)
		}
	}
	if k == 0 {
		return 0, fmt.Errorf("%w: no kind is stated", ErrAct)
	}
	return k, nil
}
