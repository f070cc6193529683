package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on writing shares down.
const (
	WriteDownNotInRules   law.Code = "society.write-down-not-in-rules"
	WriteDownUncertified  law.Code = "society.write-down-uncertified"
	WriteDownBeyondLoss   law.Code = "society.write-down-beyond-loss"
	WriteDownUneven       law.Code = "society.write-down-uneven"
	WriteDownBelowMinimum law.Code = "society.write-down-below-minimum"
)

var reductionRules = modelRules.At("the society's registered rules, on the reduction of shares", "")

// A WriteDown is a reduction of the value of shares where capital has been lost.
type WriteDown struct {
	On law.Fact[law.Date] `json:"on,omitzero"`
	// Certified says that an auditor or accountant certified that liabilities and issued
	// share capital together exceed the assets.
	Certified   law.Fact[bool]      `json:"certified,omitzero"`
	Liabilities law.Fact[law.Pence] `json:"liabilities,omitzero"`
	Assets      law.Fact[law.Pence] `json:"assets,omitzero"`
	// Applied is how much of the excess the committee apportions.
	Applied law.Fact[law.Pence] `json:"applied,omitzero"`
	// Shares lists every holding, with what is taken off it.
	Shares law.Fact[[]Reduced] `json:"shares,omitzero"`
}

// A Reduced is one member's shares and what is taken off them.
type Reduced struct {
	Member  string    `json:"member"`
	PaidUp  law.Pence `json:"paid_up"`
	Reduced law.Pence `json:"reduced"`
}

func (x *WriteDown) check() error {
	list, _ := x.Shares.Get()
	var sum law.Pence
	for i, r := range list {
		if err := cmp.Or(amountNamed("paid_up", r.PaidUp), amountNamed("reduced", r.Reduced)); err != nil {
			return fmt.Errorf("shares[%d].%w", i, err)
		}
		if r.Reduced > r.PaidUp {
			return fmt.Errorf("shares[%d].reduced: %v, off %v", i, r.Reduced, r.PaidUp)
		}
		if sum += r.PaidUp; sum > law.MaxPence {
			return fmt.Errorf("shares[%d].paid_up: the shares add up to more than can be", i)
		}
	}
	return cmp.Or(amountFact("liabilities", &x.Liabilities), amountFact("assets", &x.Assets), amountFact("applied", &x.Applied))
}

// A Loss is an excess of liabilities and share capital over assets, apportioned.
type Loss struct {
	// Excess is liabilities and share capital less assets, nothing where they do not exceed.
	Excess law.Pence `json:"excess"`
	// Each is what comes off each holding, in the order given; Total adds it up.
	Each  []law.Pence `json:"each"`
	Total law.Pence   `json:"total"`
	// Floored is what the minimum holding kept from being applied, and is borne by nobody;
	// Rounded is less than a penny a holding.
	Floored law.Pence `json:"floored"`
	Rounded law.Pence `json:"rounded"`
}

// Apportion writes shares down: what the committee applies of the excess falls on the
// holdings in proportion to what is paid up on them, rounded down to the penny, so that
// equal holdings bear the same, but brings no holding below the minimum and takes nothing
// off one that is at or under it. What the minimum keeps back is not spread over the rest.
// Without applied, the whole excess is. The result does not depend on the order of the
// holdings.
//
// It refuses negative amounts, holdings that add up beyond what can be, and more applied
// than the excess.
func Apportion(paidUp []law.Pence, liabilities, assets, minimum law.Pence, applied law.Fact[law.Pence]) (Loss, error) {
	var capital law.Pence
	for i, p := range paidUp {
		if err := amountNamed("paid_up", p); err != nil {
			return Loss{}, fmt.Errorf("holdings[%d].%w", i, err)
		}
		if capital += p; capital > law.MaxPence {
			return Loss{}, fmt.Errorf("holdings[%d].paid_up: the holdings add up to more than can be", i)
		}
	}
	if err := cmp.Or(amountNamed("liabilities", liabilities), amountNamed("assets", assets), amountNamed("minimum", minimum), amountFact("applied", &applied)); err != nil {
		return Loss{}, err
	}
	l := Loss{Excess: lossOf(liabilities, capital, assets), Each: make([]law.Pence, len(paidUp))}
	apply := applied.Or(l.Excess)
	if apply > l.Excess {
		return Loss{}, fmt.Errorf("applied: %v, of an excess of %v", apply, l.Excess)
	}
	if apply == 0 || capital == 0 {
		return l, nil
	}
	shared := law.Pence(0)
	for i, p := range paidUp {
		share, off := reduction(p, apply, capital, minimum)
		shared += share
		l.Each[i] = off
		l.Total += off
	}
	l.Floored, l.Rounded = shared-l.Total, apply-shared
	return l, nil
}

func lossOf(liabilities, capital, assets law.Pence) law.Pence {
	return max(0, liabilities+capital-assets)
}

// reduction returns a holding's share of a loss and how much of it comes off the holding. A
// loss may exceed the capital: a holding bears no more than there is of it.
func reduction(paidUp, apply, capital, minimum law.Pence) (share, off law.Pence) {
	share = law.MulDiv(apply, int64(paidUp), int64(capital), law.Down)
	return share, min(share, max(0, paidUp-minimum))
}

func writeDownOf(s *Society) *law.Fact[WriteDown] { return &s.WriteDown }

var reduced = dealingOn("write_down.on", writeDownOf, func(x *WriteDown) law.Fact[law.Date] { return x.On })

func ownWriteDown(code law.Code, says, remedy string, check func(*kase)) rule {
	return rule{
		Code: code, Provision: reductionRules, Weight: law.OwnRules, Says: says, InForce: always, Event: reduced,
		Applies: dealing(writeDownOf), Check: check, Remedy: remedy,
	}
}

var writeDowns = law.Topic("write downs",
	ownWriteDown(WriteDownNotInRules, "Shares are written down only if the society's rules provide for it.",
		"Amend the rules first; they do not reach back.", allowedByRules),
	ownWriteDown(WriteDownUncertified, "Shares are written down only where an auditor or accountant certifies that liabilities and issued share capital exceed the assets.",
		"Obtain the certificate.", lossCertified),
	ownWriteDown(WriteDownBeyondLoss, "No more may be taken off shares than liabilities and issued share capital exceed the assets.",
		"Reduce the write-down to the excess.", withinLoss),
	ownWriteDown(WriteDownUneven, "What is taken off shares falls on them in proportion to what is paid up, so far as the minimum holding allows.",
		"Apportion it anew.", inProportionToPaidUp),
	ownWriteDown(WriteDownBelowMinimum, "A write-down takes nothing off a holding beyond what brings it to the minimum.",
		"Take less off the holding; what the minimum keeps back falls on nobody else.", keepsMinimum),
)

func allowedByRules(c *kase) {
	if t, ok := needTerms(c); ok {
		if yes, ok := law.Need(c, &t.WriteDown, "share_terms.write_down"); ok && !yes {
			c.Breach("share_terms.write_down", "The society's rules do not provide for shares to be written down.")
		}
	}
}

func lossCertified(c *kase) {
	if yes, ok := law.Need(c, &c.Subject.WriteDown.Ptr().Certified, "write_down.certified"); ok && !yes {
		c.Breach("write_down.certified", "Nobody certified that liabilities and share capital exceed the assets.")
	}
}

func reductions(c *kase) ([]Reduced, bool) {
	return law.Need(c, &c.Subject.WriteDown.Ptr().Shares, "write_down.shares")
}

// reducedTotals adds up what is paid up and what is taken off.
func reducedTotals(list []Reduced) (capital, off law.Pence) {
	for _, r := range list {
		capital += r.PaidUp
		off += r.Reduced
	}
	return capital, off
}

func withinLoss(c *kase) {
	x := c.Subject.WriteDown.Ptr()
	list, ok := reductions(c)
	owed, ok1 := law.Need(c, &x.Liabilities, "write_down.liabilities")
	assets, ok2 := law.Need(c, &x.Assets, "write_down.assets")
	if !ok || !ok1 || !ok2 {
		return
	}
	capital, off := reducedTotals(list)
	if e := lossOf(owed, capital, assets); off > e {
		c.Breach("write_down.shares", "%v was taken off the shares; liabilities and share capital exceed the assets by %v.", off, e)
	}
}

// inProportionToPaidUp lets each reduction be rounded either way to the penny.
func inProportionToPaidUp(c *kase) {
	list, ok := reductions(c)
	apply, ok1 := law.Need(c, &c.Subject.WriteDown.Ptr().Applied, "write_down.applied")
	minimum, ok2 := minimumHolding(c)
	if !ok || !ok1 || !ok2 {
		return
	}
	capital, _ := reducedTotals(list)
	for i, r := range list {
		if capital <= 0 || r.PaidUp < minimum {
			continue
		}
		if _, off := reduction(r.PaidUp, apply, capital, minimum); r.Reduced != off && r.Reduced != off+1 {
			c.Breach(law.Path("write_down.shares", i, "reduced"), "%v was taken off the shares of member %s; in proportion it is %v.", r.Reduced, r.Member, off)
		}
	}
}

func minimumHolding(c *kase) (law.Pence, bool) {
	t, ok := needTerms(c)
	if !ok {
		return 0, false
	}
	return law.Need(c, &t.Minimum, "share_terms.minimum")
}

func keepsMinimum(c *kase) {
	list, ok := reductions(c)
	minimum, ok1 := minimumHolding(c)
	if !ok || !ok1 {
		return
	}
	for i, r := range list {
		if r.Reduced > max(0, r.PaidUp-minimum) {
			c.Breach(law.Path("write_down.shares", i, "reduced"), "%v was taken off %v; the member is left with less than the minimum of %v.",
				r.Reduced, r.PaidUp, minimum)
		}
	}
}
