package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on the register of members and officers.
const (
	RegisterIncomplete         law.Code = "society.register-incomplete"
	RegisterIncomplete1965     law.Code = "society.register-incomplete-1965"
	RegisterElsewhere          law.Code = "society.register-elsewhere"
	RegisterElsewhere1965      law.Code = "society.register-elsewhere-1965"
	RegisterUnguarded          law.Code = "society.register-unguarded"
	RegisterUnguarded1965      law.Code = "society.register-unguarded-1965"
	RegisterWithoutView        law.Code = "society.register-without-view"
	RegisterWithoutView1965    law.Code = "society.register-without-view-1965"
	HoldingsExposed            law.Code = "society.holdings-exposed"
	HoldingsExposed1965        law.Code = "society.holdings-exposed-1965"
	RegisterNotInspectable     law.Code = "society.register-not-inspectable"
	RegisterNotInspectable1965 law.Code = "society.register-not-inspectable-1965"
)

// Particular is a piece of information that the register may have to hold.
type Particular uint8

// The particulars, of members first and then of officers.
const (
	MemberName Particular = iota + 1
	MemberAddress
	MemberElectronicAddress // where the member has notified one, with the purposes of it
	SharesHeld
	AmountPaid // or agreed to be considered as paid
	OtherProperty
	DateEntered
	DateCeased
	OfficerName
	OfficerAddress
	OfficerElectronicAddress
	OfficeHeld
	DateTookOffice
)

var particulars = []string{
	"", "member-name", "member-address", "member-electronic-address", "shares-held", "amount-paid", "other-property", "date-entered", "date-ceased",
	"officer-name", "officer-address", "officer-electronic-address", "office-held", "date-took-office",
}

// String gives the JSON value.
func (p Particular) String() string { return law.NameOf(particulars, p) }

// MarshalText writes String.
func (p Particular) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String writes.
func (p *Particular) UnmarshalText(b []byte) error {
	return law.ParseName(p, particulars, b, "a particular of the register")
}

// Private reports whether those who inspect the register may not see the particular: what
// a member holds in the society, by s. 30(7) of the 2014 Act and s. 44(3) of the 1965 Act.
func (p Particular) Private() bool { return p == SharesHeld || p == AmountPaid || p == OtherProperty }

// Particulars lists what the register must hold of every member and officer on a date, in
// the order of the Act: electronic addresses from 1 August 2014, the rest from 1966, and
// nothing before.
func Particulars(on law.Date) []Particular {
	var list []Particular
	for p := MemberName; p <= DateTookOffice; p++ {
		if requiredOn(p, on) {
			list = append(list, p)
		}
	}
	return list
}

// Inspectable lists those of Particulars that whoever may inspect the register is shown.
func Inspectable(on law.Date) []Particular {
	var list []Particular
	for _, p := range Particulars(on) {
		if !p.Private() {
			list = append(list, p)
		}
	}
	return list
}

func requiredOn(p Particular, on law.Date) bool {
	if p == MemberElectronicAddress || p == OfficerElectronicAddress {
		return !on.Before(commenced2014)
	}
	return p != 0 && !on.Before(commenced1965)
}

var commenced1965 = law.MustDate(start1965)

// A Register is how a society keeps its register of members and officers.
type Register struct {
	AtOffice law.Fact[bool] `json:"at_registered_office,omitzero"`
	// Omits lists the particulars that are not entered for every member or officer of whom
	// there is one to enter; an empty list says that nothing is left out.
	Omits law.Fact[[]Particular] `json:"omits,omitzero"`
	// BoundBook says that it is kept by entries in a bound book; Guarded, of any other, that
	// adequate precautions are taken against falsification and for discovering it.
	BoundBook law.Fact[bool] `json:"bound_book,omitzero"`
	Guarded   law.Fact[bool] `json:"guarded,omitzero"`
	// View says that there is a duplicate register, or that the register is so made that it
	// can be opened to inspection without what must not be shown.
	View law.Fact[bool] `json:"view,omitzero"`
	// Shows lists what is shown to those who inspect.
	Shows law.Fact[[]Particular] `json:"shows,omitzero"`
	// Open says that members, and persons with an interest in the funds, are allowed to
	// inspect their own account and that view at all reasonable hours.
	Open law.Fact[bool] `json:"open,omitzero"`
}

var (
	registerHolds = rule{
		Code: RegisterIncomplete, Provision: act2014.At("s. 30(2)-(3)", "section/30"),
		Says: "The register must hold of each member the name, the postal address, any electronic address notified and its purposes, the number of " +
			"shares and the amount paid on them, other property in the society, and the dates of entry and of ceasing; and of each officer the name, the " +
			"addresses, the office and the date of taking it.",
		InForce: from2014, Applies: hasRegister, Check: registerComplete,
		Remedy: "Enter what is missing for every member and officer.",
	}
	registerHolds1965 = rule{
		Code: RegisterIncomplete1965, Provision: act1965.At("s. 44(1)", "section/44"),
		Says: "The register must hold the names and addresses of the members, the shares each holds and the amount paid on them, other property each " +
			"has in the society, the dates of entry and of ceasing, and the names, addresses, offices and dates of the officers.",
		InForce: windows1965(start1965), Applies: hasRegister, Check: registerComplete,
		Remedy: registerHolds.Remedy, Successor: RegisterIncomplete,
	}
	atOffice = rule{
		Code: RegisterElsewhere, Provision: act2014.At("s. 30(1)", "section/30"),
		Says:    "The register must be kept at the registered office.",
		InForce: from2014, Applies: hasRegister, Check: keptAtOffice,
		Remedy: "Keep the register at the registered office.",
	}
	guarded = rule{
		Code: RegisterUnguarded, Provision: act2014.At("s. 30(5)-(6)", "section/30"),
		Says:    "Where the register is not kept in a bound book, adequate precautions must be taken against falsification and to facilitate its discovery.",
		InForce: from2014, Applies: notBound, Check: registerGuarded,
		Remedy: "Control who may change the register, and keep a record of changes.",
	}
	viewed = rule{
		Code: RegisterWithoutView, Provision: act2014.At("s. 30(7)", "section/30"),
		Says:    "The society must keep a duplicate register, or make the register so that it can be opened to inspection, without what members hold.",
		InForce: from2014, Applies: hasRegister, Check: hasView,
		Remedy: "Make a copy or a view that leaves out shares and other property.",
	}
	exposed = rule{
		Code: HoldingsExposed, Provision: act2014.At("ss. 30(7), 103(1)(b)", "section/30"),
		Says:    "What is opened to inspection must not expose information about members' shares and other property in the society.",
		InForce: from2014, Applies: hasRegister, Check: nothingExposed,
		Remedy: "Take shares and other property out of what is shown.",
	}
	inspected = rule{
		Code: RegisterNotInspectable, Provision: act2014.At("s. 103", "section/103"),
		Says: "A member, and any person having an interest in the funds, must be allowed to inspect their own account and the entries of the duplicate " +
			"register at all reasonable hours, subject to regulations of the general meeting as to time and manner.",
		InForce: from2014, Applies: hasRegister, Check: openToInspect,
		Remedy: "Let those who ask inspect their own account and the view of the register.",
	}
)

var registers = law.Topic("registers",
	registerHolds1965, registerHolds,
	under1965(atOffice, RegisterElsewhere1965, act1965.At("s. 44(1)", "section/44"), start1965), atOffice,
	under1965(guarded, RegisterUnguarded1965, act1965.At("s. 44(2)", "section/44"), start1965), guarded,
	under1965(viewed, RegisterWithoutView1965, act1965.At("s. 44(3)", "section/44"), start1965), viewed,
	under1965(exposed, HoldingsExposed1965, act1965.At("ss. 44(3), 46(1)(b)", "section/44"), start1965), exposed,
	under1965(inspected, RegisterNotInspectable1965, act1965.At("s. 46(1)", "section/46"), start1965), inspected,
)

func hasRegister(c *kase) bool { return c.Subject.Register.Stated() }

func notBound(c *kase) bool {
	r := c.Subject.Register.Ptr()
	if r == nil {
		return false
	}
	bound, ok := law.Need(c, &r.BoundBook, "register.bound_book")
	return ok && !bound
}

func registerComplete(c *kase) {
	list, ok := law.Need(c, &c.Subject.Register.Ptr().Omits, "register.omits")
	if !ok {
		return
	}
	for i, p := range list {
		if requiredOn(p, c.On) {
			c.Breach(law.Path("register.omits", i, ""), "The register does not hold for everybody: %v.", p)
		}
	}
}

func keptAtOffice(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Register.Ptr().AtOffice, "register.at_registered_office"); ok && !yes {
		c.Breach("register.at_registered_office", "The register is not kept at the registered office.")
	}
}

func registerGuarded(c *kase) {
	yes, ok := law.Ask(c, &c.Subject.Register.Ptr().Guarded, "register.guarded",
		"Are adequate precautions taken against falsification of the register, and to facilitate its discovery?")
	if ok && !yes {
		c.Breach("register.guarded", "Nothing adequate is done against falsification of the register.")
	}
}

func hasView(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Register.Ptr().View, "register.view"); ok && !yes {
		c.Breach("register.view", "There is neither a duplicate register nor a view of it that can be inspected.")
	}
}

func nothingExposed(c *kase) {
	list, ok := law.Need(c, &c.Subject.Register.Ptr().Shows, "register.shows")
	if !ok {
		return
	}
	for i, p := range list {
		if p.Private() {
			c.Breach(law.Path("register.shows", i, ""), "Those who inspect the register are shown: %v.", p)
		}
	}
}

func openToInspect(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.Register.Ptr().Open, "register.open"); ok && !yes {
		c.Breach("register.open", "Members or interested persons are not allowed to inspect what they may.")
	}
}
