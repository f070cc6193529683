package simulate

import (
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Measure is something that a run tells of a year, or of all years together: an amount of
// money in pence, or a number.
type Measure string

// The measures of a year. Those of money stand at the end of the year, its payments made.
const (
	Income   Measure = "income"
	Result   Measure = "result" // before tax and payments
	Cash     Measure = "cash"
	Reserves Measure = "reserves" // accumulated profits, less accumulated losses
	Capital  Measure = "capital"  // of shares, paid up
	Staff    Measure = "staff"
	Members  Measure = "members"
)

// Paid is the measure of what is paid of one kind.
func Paid(k law.PaymentKind) Measure { return paid[k] }

var paid = func() (out [kinds]Measure) {
	for k := range out {
		out[k] = Measure("paid/" + law.PaymentKind(k).String())
	}
	return out
}()

// kinds is one more than the last kind of payment.
const kinds = int(law.PerformanceInterest) + 1

// An Event is something that may happen to a path in a year.
type Event string

// The events. A path stops when it is out of cash, or past what can be reckoned with: what
// it holds stays as it was, and it pays nothing more.
const (
	// OutOfCash: there is less cash than the overdraft allows. The body cannot pay its debts
	// as they fall due (Insolvency Act 1986 s. 123(1)(e)).
	OutOfCash Event = "out-of-cash"
	// NetLiabilities: capital and reserves together are below nothing (s. 123(2)).
	NetLiabilities Event = "net-liabilities"
	// ContractLost: a tender is lost.
	ContractLost Event = "contract-lost"
	// Inquorate: fewer members come to the general meeting than the quorum.
	Inquorate Event = "inquorate"
	// TooFewMembers: there are fewer members than the form allows.
	TooFewMembers Event = "too-few-members"
	// WithdrawalsHeld: members ask for more capital than there is cash for.
	WithdrawalsHeld Event = "withdrawals-held"
	// Compulsory: a step of the policy that must be made is not made in full.
	Compulsory Event = "compulsory-step-short"
	// Overflow: an amount passes ninety trillion pounds, or pay or staff what can be reckoned.
	Overflow Event = "overflow"
)

// events lists the events in the order in which they are told.
var events = [...]Event{OutOfCash, NetLiabilities, ContractLost, Inquorate, TooFewMembers, WithdrawalsHeld, Compulsory, Overflow}

// The places of the events.
const (
	eOutOfCash = iota
	eNetLiabilities
	eContractLost
	eInquorate
	eTooFewMembers
	eWithdrawalsHeld
	eCompulsory
	eOverflow
)

// Held is the event that a rule holds a payment back: the policy asks for more than the rule
// allows. What is paid is then within the rule.
func Held(by law.Code) Event { return Event(heldPrefix + string(by)) }

const heldPrefix = "held/"
