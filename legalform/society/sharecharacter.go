package society

import (
	"cmp"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of what the registrar's guidance says society shares are.
const (
	ShareAbovePar  law.Code = "society.share-above-par"
	ShareInReserve law.Code = "society.share-in-reserves"
	OwnShares      law.Code = "society.own-shares"
)

// A ShareCharacter is what a society's shares are like. That the votes do not go by shares
// is judged with the votes.
type ShareCharacter struct {
	// Par and Price are the nominal value of a share and what is asked or paid for one, be it
	// on issue, transfer or withdrawal. WrittenDown says that shares stand below par by a
	// write-down under the rules.
	Par         law.Fact[law.Pence] `json:"par,omitzero"`
	Price       law.Fact[law.Pence] `json:"price,omitzero"`
	WrittenDown law.Fact[bool]      `json:"written_down,omitzero"`
	// InReserves says that a share carries by itself a part of the society's underlying value.
	InReserves law.Fact[bool] `json:"share_in_reserves,omitzero"`
	// OwnHeld is what the society holds of its own shares.
	OwnHeld law.Fact[law.Pence] `json:"own_held,omitzero"`
}

func (x *ShareCharacter) check() error {
	return cmp.Or(amountFact("par", &x.Par), amountFact("price", &x.Price), amountFact("own_held", &x.OwnHeld))
}

// onShares is where the guidance says what is peculiar to society shares.
var onShares = guidance.At("RFCCBS 6.1.3", "")

var shareCharacter = law.Topic("share character",
	rule{
		Code: ShareAbovePar, Provision: onShares, Weight: law.Guidance,
		Says:    "A society's shares remain at par unless they are written down, and their number floats.",
		InForce: fromGuidance, Applies: sharesDescribed, Check: atPar,
		Remedy: "Issue, transfer and pay out shares at par, or at the value to which they were written down.",
	},
	rule{
		Code: ShareInReserve, Provision: onShares, Weight: law.Guidance,
		Says:    "A society's shares do not automatically give the holder a share in the underlying value of the society.",
		InForce: fromGuidance, Applies: sharesDescribed, Check: noPartOfReserves,
		Remedy: "Amend the terms of the shares.",
	},
	rule{
		Code: OwnShares, Provision: onShares, Weight: law.Guidance,
		Says:    "A society's shares cannot be held by the society itself.",
		InForce: fromGuidance, Applies: sharesDescribed, Check: holdsNoOwnShares,
		Remedy: "Cancel the shares.",
	},
)

func sharesDescribed(c *kase) bool { return c.Subject.ShareCharacter.Stated() }

// atPar asks about a write-down only of a price below par.
func atPar(c *kase) {
	x := c.Subject.ShareCharacter.Ptr()
	par, ok1 := law.Need(c, &x.Par, "share_character.par")
	price, ok2 := law.Need(c, &x.Price, "share_character.price")
	if !ok1 || !ok2 || price == par {
		return
	}
	if price > par {
		c.Breach("share_character.price", "A share of %v is priced at %v.", par, price)
		return
	}
	if down, ok := law.Need(c, &x.WrittenDown, "share_character.written_down"); ok && !down {
		c.Breach("share_character.price", "A share of %v is priced at %v, and no write-down was made.", par, price)
	}
}

func noPartOfReserves(c *kase) {
	if part, ok := law.Need(c, &c.Subject.ShareCharacter.Ptr().InReserves, "share_character.share_in_reserves"); ok && part {
		c.Breach("share_character.share_in_reserves", "A share carries by itself a part of the society's underlying value.")
	}
}

func holdsNoOwnShares(c *kase) {
	if held, ok := law.Need(c, &c.Subject.ShareCharacter.Ptr().OwnHeld, "share_character.own_held"); ok && held > 0 {
		c.Breach("share_character.own_held", "The society holds %v of its own shares.", held)
	}
}
