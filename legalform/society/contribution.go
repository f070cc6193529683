package society

import (
	"cmp"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rule on what members contribute to a winding up.
const (
	ContributionTooLarge     law.Code = "society.contribution-too-large"
	ContributionTooLarge1965 law.Code = "society.contribution-too-large-1965"
)

// ContributionFigures are the figures of a winding up.
type ContributionFigures struct {
	// FormerMonths is how long before the beginning a member must have left to be free.
	FormerMonths law.History[int]
}

func enactedContributions() ContributionFigures {
	return ContributionFigures{law.Since("society.former_months", "months, at least",
		at(start1965, 12, act1965.At("s. 57(a)", "section/57")), at(start2014, 12, act2014.At("s. 124(2)(a)", "section/124")))}
}

// A Contributions is a winding up by order or resolution, in which members may have to contribute.
type Contributions struct {
	Began law.Fact[law.Date] `json:"began,omitzero"`
	// Insufficient says that it appears to the court that what the existing members
	// contribute does not satisfy the just demands on the society.
	Insufficient law.Fact[bool]          `json:"insufficient,omitzero"`
	Contributors law.Fact[[]Contributor] `json:"contributors,omitzero"`
}

// A Contributor is a member, or one who was, in respect of some shares.
type Contributor struct {
	// Member is an id that locates a finding.
	Member string `json:"member"`
	// Former says that the membership has ceased, or that the shares were withdrawn; Left is
	// the day: of a withdrawn share, that of the notice or application for withdrawal.
	Former law.Fact[bool]     `json:"former,omitzero"`
	Left   law.Fact[law.Date] `json:"left,omitzero"`
	// Unpaid is the amount not paid up on the shares.
	Unpaid law.Fact[law.Pence] `json:"unpaid,omitzero"`
	// LaterDebt says that the contribution is for a debt contracted after the day of leaving.
	LaterDebt law.Fact[bool] `json:"later_debt,omitzero"`
	// Called is what the contributor is required to pay.
	Called law.Fact[law.Pence] `json:"called,omitzero"`
}

func (x *Contributions) check() error {
	list, _ := x.Contributors.Get()
	for i := range list {
		if err := cmp.Or(amountFact("unpaid", &list[i].Unpaid), amountFact("called", &list[i].Called)); err != nil {
			return fmt.Errorf("contributors[%d].%w", i, err)
		}
	}
	return nil
}

func contributionsOf(s *Society) *law.Fact[Contributions] { return &s.Contributions }

var contribution = rule{
	Code: ContributionTooLarge, Provision: act2014.At("s. 124(2)", "section/124"),
	Says: "In a winding up nobody contributes more than is unpaid on the shares; and a former member nothing who left at least one year before its " +
		"beginning, nor for a debt contracted after leaving, nor unless the existing members' contributions appear insufficient; a withdrawn share is left from the notice to withdraw it.",
	InForce: from2014, Event: dealingOn("contributions.began", contributionsOf, func(x *Contributions) law.Fact[law.Date] { return x.Began }),
	Applies: dealing(contributionsOf), Check: contributions,
	Remedy: "Lower or withdraw the call.",
}

var contributionRules = law.Topic("contributions in a winding up",
	under1965(contribution, ContributionTooLarge1965, act1965.At("s. 57", "section/57"), start1965), contribution,
)

// Contribution says what a contributor may be required to pay in a winding up that began on
// a day. Fully paid shares owe nothing, whoever holds them. It is the law of Great Britain:
// the figures of Northern Ireland hold none, and give no answer.
func Contribution(f *Figures, x *Contributor, insufficient law.Fact[bool], began law.Date) law.Allowance {
	a := law.Open()
	months, ok := read(&a, &f.FormerMonths, began)
	if !ok {
		return a
	}
	most, missing := x.most(told(&insufficient), months, began)
	if missing != "" {
		a.Lack(missing, "")
		return a
	}
	code, provision := ContributionTooLarge, contribution.Provision
	if began.Before(commenced2014) {
		code, provision = ContributionTooLarge1965, act1965.At("s. 57", "section/57")
	}
	a.Within(most, code, provision)
	return a
}

// most is the largest contribution, or the fact that would tell; it asks for no more facts
// than would change it.
func (x *Contributor) most(insufficient answer, months int, began law.Date) (law.Pence, string) {
	unpaid, ok := x.Unpaid.Get()
	if ok && unpaid == 0 {
		return 0, ""
	}
	if !ok {
		return 0, "unpaid"
	}
	switch told(&x.Former) {
	case untold:
		return 0, "former"
	case no:
		return unpaid, ""
	case yes:
	}
	left, ok := x.Left.Get()
	switch {
	case !ok:
		return 0, "left"
	case !law.MonthsFrom(left, months).After(began) || told(&x.LaterDebt) == yes || insufficient == no:
		return 0, ""
	case told(&x.LaterDebt) == untold:
		return 0, "later_debt"
	case insufficient == untold:
		return 0, "insufficient"
	}
	return unpaid, ""
}

func contributions(c *kase) {
	x := c.Subject.Contributions.Ptr()
	list, ok := law.Need(c, &x.Contributors, "contributions.contributors")
	months, ok1 := law.Read(c, &c.Figures.FormerMonths, c.On)
	if !ok || !ok1 {
		return
	}
	for i := range list {
		called, ok := list[i].Called.Get()
		if ok && called == 0 {
			continue
		}
		most, missing := list[i].most(told(&x.Insufficient), months, c.On)
		switch {
		case !ok:
			c.Unknown(law.Path("contributions.contributors", i, "called"), "")
		case missing == "insufficient":
			c.Unknown("contributions.insufficient", "")
		case missing != "":
			c.Unknown(law.Path("contributions.contributors", i, missing), "")
		case called > most:
			c.Breach(law.Path("contributions.contributors", i, "called"), "%v is called from %s; no more than %v may be.", called, list[i].Member, most)
		}
	}
}
