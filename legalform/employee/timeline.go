package employee

import (
	"errors"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// TrusteesHold is the name under which the trustees of the settlement hold shares in a
// Timeline.
const TrusteesHold = "trustees"

// ErrTimeline is wrapped by every refusal of a log that cannot be; the error names the place.
var ErrTimeline = errors.New("this cannot have happened")

// A Timeline is the log of a company and its trust: how things stood on a day, and what
// changed since. Replay reads it. A day has one state, that in which its entries leave it.
type Timeline struct {
	Opening Opening `json:"opening"`
	// Entries are in the order in which they happened.
	Entries []Entry `json:"entries"`
	// Until is the last day for which the log speaks.
	Until law.Date `json:"until"`
}

// Opening is how things stood at the end of a day. The ordinary shares are of one class;
// shares with nothing but a fixed-rate dividend are left out.
type Opening struct {
	On       law.Date       `json:"on"`
	Holdings []Shareholding `json:"holdings"`
	Rights   Rights         `json:"rights,omitzero"`
	// Clauses are provisions that could bear on control.
	Clauses  law.Fact[[]Clause] `json:"clauses,omitzero"`
	Business Business           `json:"business,omitzero"`
	Benefits Benefits           `json:"benefits,omitzero"`
	Trust    Trust              `json:"trust,omitzero"`
	// Count is who worked there; its day is that of the opening where it has none. Where
	// several holders sell, SellerParticipates is about any of them.
	Count law.Fact[Headcount] `json:"count,omitzero"`
}

// A Shareholding is a number of ordinary shares in one name.
type Shareholding struct {
	Holder string `json:"holder"`
	Shares int64  `json:"shares"`
}

// Rights are what the trustees' shares carry.
type Rights struct {
	// WithShares says that votes, profits and assets on a winding up all follow the shares in
	// proportion. Where they do not, the rest is read.
	WithShares law.Fact[bool] `json:"with_shares,omitzero"`
	Votes      Votes          `json:"votes,omitzero"`
	Profits    Entitlement    `json:"profits,omitzero"`
	Assets     Entitlement    `json:"assets,omitzero"`
}

// An Entry is one thing that happened on a day: exactly one of its other fields is stated.
type Entry struct {
	On law.Date `json:"on"`
	// Issued and Cancelled are new shares to a holder, and shares that a holder loses.
	Issued    law.Fact[Shareholding] `json:"issued,omitzero"`
	Cancelled law.Fact[Shareholding] `json:"cancelled,omitzero"`
	// Moved are shares that go from one holder to another, and Sold shares that go to the
	// trustees by a disposal on which relief may be claimed.
	Moved   law.Fact[ShareMove] `json:"moved,omitzero"`
	Sold    law.Fact[Sale]      `json:"sold,omitzero"`
	Claimed law.Fact[SaleClaim] `json:"claimed,omitzero"`
	// Rights and Clauses replace what the opening or an earlier entry says.
	Rights  law.Fact[Rights]   `json:"rights,omitzero"`
	Clauses law.Fact[[]Clause] `json:"clauses,omitzero"`
	// Appointed and Left change the trustees, DirectorIn and DirectorOut the directors of a
	// corporate trustee.
	Appointed   law.Fact[Trustee]        `json:"appointed,omitzero"`
	Left        law.Fact[Departure]      `json:"left,omitzero"`
	DirectorIn  law.Fact[DirectorChange] `json:"director_in,omitzero"`
	DirectorOut law.Fact[Departure]      `json:"director_out,omitzero"`
	// Powers replace the powers that excluded participators have by themselves.
	Powers law.Fact[[]TrustPower] `json:"powers,omitzero"`
	// Resident says that the trustees became, or ceased to be, UK resident.
	Resident law.Fact[bool]      `json:"resident,omitzero"`
	Counted  law.Fact[Headcount] `json:"counted,omitzero"`
	Business law.Fact[Business]  `json:"business,omitzero"`
	Benefits law.Fact[Benefits]  `json:"benefits,omitzero"`
	Deed     law.Fact[Deed]      `json:"deed,omitzero"`
	// OutsideTrusts says in words what the trustees did that the trusts do not permit.
	OutsideTrusts law.Fact[string] `json:"outside_trusts,omitzero"`
}

// A ShareMove is a transfer that is no disposal on which relief may be claimed.
type ShareMove struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Shares int64  `json:"shares"`
}

// A Sale is a disposal to the trustees.
type Sale struct {
	ID     string       `json:"id"`
	Kind   DisposalKind `json:"kind"`
	From   string       `json:"from"`
	Shares int64        `json:"shares"`
	// Seller is what the holder is.
	Seller  law.Fact[Seller] `json:"seller,omitzero"`
	Bargain Bargain          `json:"bargain,omitzero"`
	// ConnectedWith names holders with whom the seller is connected; it is read where another
	// holder sold in an earlier tax year.
	ConnectedWith law.Fact[[]string] `json:"connected_with,omitzero"`
	// Earlier are disposals to other trusts, of shares in companies of the group.
	Earlier law.Fact[[]EarlierDisposal] `json:"earlier,omitzero"`
	// Cost and Consideration are for working out the relief.
	Cost          law.Fact[law.Pence] `json:"cost,omitzero"`
	Consideration law.Fact[law.Pence] `json:"consideration,omitzero"`
}

// A SaleClaim is a claim to the relief on a sale. Its day is that of the entry.
type SaleClaim struct {
	Sale  string      `json:"sale"`
	Claim ReliefClaim `json:"claim,omitzero"`
}

// A Departure is the end of somebody's office as trustee, or as director of one.
type Departure struct {
	Trustee string `json:"trustee"`
	// Director is whom of the trustee's directors it is about.
	Director string `json:"director,omitempty"`
	Died     bool   `json:"died,omitempty"`
}

// A DirectorChange is the appointment of a director of a corporate trustee.
type DirectorChange struct {
	Trustee  string          `json:"trustee"`
	Director TrusteeDirector `json:"director"`
}

// A Chronicle is what a log comes to.
type Chronicle struct {
	// Standings say of each requirement about a state when it was met, lost or regained, by
	// the law of a disposal made on that day, in the order of the requirements and the days.
	Standings []Standing    `json:"standings"`
	Sales     []SaleHistory `json:"sales"`
}

// A Standing is a run of days with one outcome for one requirement.
type Standing struct {
	Requirement Requirement `json:"requirement"`
	Period      Period      `json:"period"`
	// Outcome is met, breached, unknown or, where the law did not yet ask for it, not in force.
	Outcome law.Outcome   `json:"outcome"`
	Why     string        `json:"why,omitempty"`
	By      law.Provision `json:"by,omitzero"`
}

// A SaleHistory is what became of one disposal.
type SaleHistory struct {
	ID string   `json:"id"`
	On law.Date `json:"on"`
	// Requirements are the eight of s. 236H(4), in its order; those that the law did not, or
	// for a deemed disposal does not, ask for are not applicable.
	Requirements []Tested `json:"requirements"`
	// Due is whether the relief is due if claimed: met, breached or unknown.
	Due law.Outcome `json:"due"`
	// Why says why it is not, or what is unknown.
	Why string `json:"why,omitempty"`
	// Claimed is the day of the claim, and ClaimFaults what is wrong with it.
	Claimed     law.Date      `json:"claimed,omitzero"`
	ClaimFaults []law.Finding `json:"claim_faults,omitempty"`
	// Treatment is the relief in money, where it is due and claimed, and the amounts are known.
	Treatment law.Fact[Treatment] `json:"treatment,omitzero"`
	// Events are what ended a requirement later on, in the order of their days.
	Events []Happened `json:"events,omitempty"`
	// Given says that the relief stands on the last day of the log: it is due, claimed
	// without fault and not withdrawn. It is unknown while any of that is.
	Given law.Outcome `json:"given"`
	// unsure says what is unknown of the time after the tax year of the disposal.
	unsure string
}

// Tested is one requirement of one disposal.
type Tested struct {
	Requirement Requirement `json:"requirement"`
	Outcome     law.Outcome `json:"outcome"`
	// On is the day on which it failed.
	On  law.Date      `json:"on,omitzero"`
	Why string        `json:"why,omitempty"`
	By  law.Provision `json:"by,omitzero"`
}

// Happened is an event after the disposal, and what follows from it.
type Happened struct {
	DisqualifyingEvent
	Consequence
	Why string `json:"why,omitempty"`
	// Ignored says that a death alone caused it and it was cured in time.
	Ignored bool `json:"ignored,omitempty"`
	// Spent says that an earlier event has taken what it would have worked on.
	Spent bool `json:"spent,omitempty"`
	// Missing is what must be known before it can be said whether it is ignored.
	Missing []law.Missing `json:"missing,omitempty"`
}
