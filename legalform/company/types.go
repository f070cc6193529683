package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Basis is how the liability of members is limited, which decides whether there are shares.
type Basis uint8

// The bases of companies on the register. A company limited by guarantee with a share
// capital cannot be formed since 22 December 1980.
const (
	ByShares Basis = iota + 1
	ByGuarantee
	ByGuaranteeWithShares
	Unlimited
	UnlimitedWithShares
)

var basisNames = []string{"", "by-shares", "by-guarantee", "by-guarantee-with-shares", "unlimited", "unlimited-with-shares"}

// String gives the JSON value.
func (b Basis) String() string { return law.NameOf(basisNames, b) }

// MarshalText writes String.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Basis) UnmarshalText(text []byte) error {
	return law.ParseName(b, basisNames, text, "a basis of liability")
}

// HasShares reports whether a company on this basis has a share capital.
func (b Basis) HasShares() bool {
	return b == ByShares || b == ByGuaranteeWithShares || b == UnlimitedWithShares
}

// Limited reports whether the members' liability is limited.
func (b Basis) Limited() bool { return b == ByShares || b == ByGuarantee || b == ByGuaranteeWithShares }

// Kind is what sort of decision a resolution is.
type Kind uint8

// The kinds. An unspecified resolution is one where the Companies Acts ask for "a
// resolution" of no stated kind; a removal is the ordinary resolution of section 168; a
// class consent is in writing, and by heads where the class has no shares; a special
// resolution of a class meeting is a special one. Unanimous is the assent of every member
// entitled to vote, in any form; an entrenched one alters an article that is entrenched.
const (
	Ordinary Kind = iota + 1
	Unspecified
	Special
	RemovalOfDirector
	Ratification
	BuyBack
	ClassConsent
	ClassConsentByHeads
	Scheme
	Unanimous
	Entrenched
)

var kindNames = []string{
	"", "ordinary", "unspecified", "special", "removal", "ratification", "buy-back", "class-consent",
	"class-consent-by-heads", "scheme", "unanimous", "entrenched",
}

// String gives the JSON value.
func (k Kind) String() string { return law.NameOf(kindNames, k) }

// MarshalText writes String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String writes.
func (k *Kind) UnmarshalText(text []byte) error {
	return law.ParseName(k, kindNames, text, "a kind of resolution")
}

// Way is how a resolution is put.
type Way uint8

// A vote at a meeting is on a show of hands or on a poll; a written resolution is
// circulated; members may also assent without any form.
const (
	ShowOfHands Way = iota + 1
	Poll
	Written
	Informal
)

var wayNames = []string{"", "show-of-hands", "poll", "written", "informal"}

// String gives the JSON value.
func (w Way) String() string { return law.NameOf(wayNames, w) }

// MarshalText writes String.
func (w Way) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what String writes.
func (w *Way) UnmarshalText(text []byte) error {
	return law.ParseName(w, wayNames, text, "a way of voting")
}

// AtMeeting reports whether votes are cast at a meeting.
func (w Way) AtMeeting() bool { return w == ShowOfHands || w == Poll }
