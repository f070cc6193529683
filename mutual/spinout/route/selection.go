package route

import "github.com/rochdale-go/rochdale/legalform/law"

// A Renewal is a contract for health care services that would go to the existing provider
// without a competition, by Direct Award Process C.
type Renewal struct {
	// Expiring says that the existing contract is due to expire and would be replaced.
	Expiring law.Fact[bool] `json:"expiring,omitzero"`
	// OtherProcess says that Direct Award Process A or B must be followed.
	OtherProcess law.Fact[bool] `json:"other_process,omitzero"`
	// Framework says that a framework agreement would be concluded.
	Framework law.Fact[bool] `json:"framework,omitzero"`
	// Satisfying is the authority's view that the provider satisfies the contract, and likely
	// will the next.
	Satisfying law.Fact[bool] `json:"satisfying,omitzero"`
	// Material says that the new arrangements are materially different in character; SolelyNew
	// that this is solely since the provider changed by succession and meets the criteria.
	Material  law.Fact[bool] `json:"materially_different,omitzero"`
	SolelyNew law.Fact[bool] `json:"solely_by_succession,omitzero"`
	// Decided says that changes in the services are attributable to a decision of the
	// authority; External that they answer to factors beyond its and the provider's control.
	Decided  law.Fact[bool] `json:"attributable_to_authority,omitzero"`
	External law.Fact[bool] `json:"external_factors,omitzero"`
	// Before is the lifetime value of the existing contract when it was entered into, and
	// After that of the new arrangements.
	Before law.Fact[law.Pence] `json:"value_before,omitzero"`
	After  law.Fact[law.Pence] `json:"value_after,omitzero"`
}

// Codes of Direct Award Process C.
const (
	NotExpiring        law.Code = "route.not-expiring"
	OtherProcess       law.Code = "route.other-process"
	FrameworkDirect    law.Code = "route.framework-direct"
	NotSatisfying      law.Code = "route.not-satisfying"
	ConsiderableChange law.Code = "route.considerable-change"
)

type (
	renewRule = law.Rule[Renewal, Figures]
	renewCase = law.Case[Renewal, Figures]
)

// DirectAwardC returns the conditions of Direct Award Process C, read-only, from 1 January
// 2024. Where they are met the authority may still choose a competition.
func DirectAwardC() *law.Rules[Renewal, Figures] { return directC }

var directC = law.Topic("provider selection",
	renewRule{
		Code: OtherProcess, Provision: selection2023.At("reg 6(5)(a)", "regulation/6"),
		Says:    "Direct Award Process C is open where the authority is not required to follow Process A or B.",
		InForce: inSelection, Check: otherProcess, Remedy: "Follow the process that is required.",
	},
	renewRule{
		Code: NotExpiring, Provision: selection2023.At("reg 6(5)(b)", "regulation/6"),
		Says:    "The term of an existing contract is due to expire and the authority proposes a new one to replace it.",
		InForce: inSelection, Check: expiring, Remedy: "Select the most suitable provider, or compete.",
	},
	renewRule{
		Code: ConsiderableChange, Provision: selection2023.At("reg 6(5)(c), (10)-(12)", "regulation/6"),
		Says:    "The considerable change threshold is not met: neither a material difference in character, nor changes by the authority's decision that raise the lifetime value by at least £500,000 and at least 25%.",
		InForce: inSelection, Check: change, Remedy: "Select the most suitable provider, or compete.",
	},
	renewRule{
		Code: NotSatisfying, Provision: selection2023.At("reg 6(5)(d)", "regulation/6"),
		Says:    "The authority is of the view that the existing provider is satisfying the contract and will likely satisfy the proposed one.",
		InForce: inSelection, Check: satisfying, Remedy: "Select the most suitable provider, or compete.",
	},
	renewRule{
		Code: FrameworkDirect, Provision: selection2023.At("reg 6(5)(e), (8)", "regulation/6"),
		Says:    "The procurement is not to conclude a framework agreement, for which there must be a competition.",
		InForce: inSelection, Check: framework, Remedy: "Compete.",
	},
)

func otherProcess(c *renewCase) {
	if must, ok := law.Need(c, &c.Subject.OtherProcess, "other_process"); ok && must {
		c.Breach("other_process", "The authority is required to follow Direct Award Process A or B.")
	}
}

func expiring(c *renewCase) {
	if is, ok := law.Need(c, &c.Subject.Expiring, "expiring"); ok && !is {
		c.Breach("expiring", "No existing contract is due to expire and to be replaced.")
	}
}

func framework(c *renewCase) {
	if is, ok := law.Need(c, &c.Subject.Framework, "framework"); ok && is {
		c.Breach("framework", "A framework agreement is concluded only by a competition.")
	}
}

func satisfying(c *renewCase) {
	is, ok := law.Ask(c, &c.Subject.Satisfying, "satisfying", "Is the provider, in the authority's view, satisfying the contract, and likely to satisfy the next?")
	if ok && !is {
		c.Breach("satisfying", "The provider is not satisfying the contract, or not likely to satisfy the next, in the authority's view.")
	}
}

// change finds the threshold met by a material difference, but for one solely by succession,
// or by a considerable rise, but for one in answer to external factors; each excuse holds
// only where the other limb is not met too.
func change(c *renewCase) {
	material, ok := law.Need(c, &c.Subject.Material, "materially_different")
	rise, ok1 := considerable(c)
	switch {
	case ok && ok1 && material && !rise:
		if solely, ok := law.Need(c, &c.Subject.SolelyNew, "solely_by_succession"); ok && !solely {
			c.Breach("materially_different", "The new arrangements are materially different in character from the existing contract.")
		}
	case ok && ok1 && !material && rise:
		if external, ok := law.Need(c, &c.Subject.External, "external_factors"); ok && !external {
			c.Breach("value_after", "The authority's changes raise the lifetime value from %v to %v.", c.Subject.Before, c.Subject.After)
		}
	case ok && ok1 && rise:
		c.Breach("value_after", "The new arrangements are materially different, and the authority's changes raise the lifetime value from %v to %v.", c.Subject.Before, c.Subject.After)
	}
}

// considerable reports whether changes by the authority's decision raise the value enough.
func considerable(c *renewCase) (is, known bool) {
	decided, ok := law.Need(c, &c.Subject.Decided, "attributable_to_authority")
	if !ok || !decided {
		return false, ok
	}
	before, ok := law.Need(c, &c.Subject.Before, "value_before")
	after, ok1 := law.Need(c, &c.Subject.After, "value_after")
	amount, ok2 := law.Read(c, &c.Figures.ChangeAmount, c.On)
	share, ok3 := law.Read(c, &c.Figures.ChangeShare, c.On)
	if !ok || !ok1 || !ok2 || !ok3 {
		return false, false
	}
	if before < 0 || after < 0 {
		c.Unknown("value_before", "A contract has no value below nought: which values are right?")
		return false, false
	}
	rise := after - before
	return rise >= amount && share.ReachedBy(int64(rise), int64(before)), true
}
