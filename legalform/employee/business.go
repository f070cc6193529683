package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the trading requirement.
const (
	GroupNotPrincipal     law.Code = "employee.group-not-principal"
	NoTradeCarriedOn      law.Code = "employee.no-trade-carried-on"
	OtherActivities       law.Code = "employee.other-activities-substantial"
	OtherActivitiesAFifth law.Code = "employee.other-activities-over-fifth"
)

// Business is what the company, or the group of which it is the principal company, does
// (s. 236I). It is as at the date of the assessment.
type Business struct {
	Group law.Fact[GroupPlace] `json:"group,omitzero"`
	// Activities are those of the company or, where it is a principal company, of the whole
	// group as one business, without what its members do for each other.
	Activities law.Fact[[]Activity] `json:"activities,omitzero"`
	// OtherSubstantial is the recorded judgement that activities other than trading
	// activities are carried on to a substantial extent. It is asked for where there are any.
	OtherSubstantial law.Fact[bool] `json:"other_substantial,omitzero"`
}

// GroupPlace is where a company stands in a group (s. 170).
type GroupPlace uint8

// InNoGroup is a company that is no member of a group; GroupPrincipal the principal company
// of one; GroupMember any other member.
const (
	InNoGroup GroupPlace = iota + 1
	GroupPrincipal
	GroupMember
)

var groupPlaces = []string{"", "none", "principal", "member"}

// String gives the JSON value.
func (g GroupPlace) String() string { return law.NameOf(groupPlaces, g) }

// MarshalText writes String.
func (g GroupPlace) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what String writes.
func (g *GroupPlace) UnmarshalText(b []byte) error {
	return law.ParseName(g, groupPlaces, b, "a place in a group")
}

// An Activity is a part of the business.
type Activity struct {
	Name string `json:"name"`
	// Trade says that it is carried on in the course of, or for the purposes of, a trade
	// conducted on a commercial basis and with a view to profit (s. 236U(1)).
	Trade law.Fact[bool] `json:"trade,omitzero"`
	// InPartnership says that the business is carried on with partners: it then does not
	// count as trading, whatever it is.
	InPartnership law.Fact[bool] `json:"in_partnership,omitzero"`
	// Part is its part of the whole, by whatever measure suits the business. Only HMRC's
	// rule of thumb reads it.
	Part law.Fact[law.Ratio] `json:"part,omitzero"`
}

// BusinessFigures are the figures of the trading requirement.
type BusinessFigures struct {
	// SubstantialPart is what HMRC takes to be substantial when exceeded. The Act gives no figure.
	SubstantialPart law.History[law.Ratio]
}

func enactedBusiness() BusinessFigures {
	return BusinessFigures{SubstantialPart: law.Since("employee.substantial_part", "of the business, to be exceeded",
		at(reliefBegan, law.Percent(20), hmrcGains.At("CG64090", "")))}
}

var tradingRequirement = law.Topic("trading requirement",
	rule{
		Code: GroupNotPrincipal, Provision: gains("s. 236I(1)", "236I"),
		Says:    "For the trading requirement the company must be a trading company that is not a member of a group, or the principal company of a trading group.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: leadsItsGroup,
		Remedy: "Let the trustees acquire the shares of the principal company.",
	},
	rule{
		Code: NoTradeCarriedOn, Provision: gains("s. 236I(2)-(4), (5)(b)", "236I"),
		Says:    "For the trading requirement the company, or in a group some member of it, must carry on trading activities, which a business carried on in partnership is not.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: trades,
		Remedy: "Carry on the trade in the company or its group, and not with partners.",
	},
	rule{
		Code: OtherActivities, Provision: gains("s. 236I(2)-(5)", "236I"),
		Says:    "For the trading requirement the activities may not include to a substantial extent activities other than trading activities.",
		InForce: since(reliefBegan), Event: disposedOn, Applies: disposes, Check: mostlyTrades,
		Remedy: "Move the other activities out of the company and its group.",
	},
)

var tradingGuidance = law.Topic("trading guidance",
	rule{
		Code: OtherActivitiesAFifth, Provision: hmrcGains.At("CG64090", ""),
		Says:    "For the trading requirement HMRC takes activities other than trading activities to be substantial where they are more than 20% of the whole.",
		InForce: since(reliefBegan), Weight: law.Guidance, Event: disposedOn, Applies: hasOtherActivities, Check: underAFifth,
		Remedy: "Ask HMRC for its opinion, with the measures that suit the business.",
	},
)

const activityList = "business.activities"

func leadsItsGroup(c *kase) {
	if g, ok := law.Need(c, &c.Subject.Business.Group, "business.group"); ok && g != InNoGroup && g != GroupPrincipal {
		c.Breach("business.group", "The trading requirement is not met: the company is a member of a group and not its principal company.%s", followed(c, TradingCompany))
	}
}

func trades(c *kase) {
	found, other, ok := activities(c)
	if ok && !found {
		what := "no trade is carried on"
		if other {
			what = "the only activities are other than trading, or are carried on in partnership"
		}
		c.Breach(activityList, "The trading requirement is not met: %s.%s", what, followed(c, TradingCompany))
	}
}

func mostlyTrades(c *kase) {
	_, other, ok := activities(c)
	if !ok || !other {
		return
	}
	much, ok := law.Ask(c, &c.Subject.Business.OtherSubstantial, "business.other_substantial",
		"Are activities other than trading activities, partnerships among them, carried on to a substantial extent?")
	if ok && much {
		c.Breach("business.other_substantial", "The trading requirement is not met: activities other than trading activities are carried on to a substantial extent.%s", followed(c, TradingCompany))
	}
}

func hasOtherActivities(c *kase) bool {
	if !disposes(c) {
		return false
	}
	_, other, ok := activities(c)
	return ok && other
}

func underAFifth(c *kase) {
	limit, ok := law.Read(c, &c.Figures.SubstantialPart, c.On)
	list := *c.Subject.Business.Activities.Ptr()
	for i := range list {
		if list[i].Trade.Or(false) && !list[i].InPartnership.Or(false) {
			continue
		}
		if _, stated := need(c, &list[i].Part, activityList, i, "part"); !stated {
			ok = false
		}
	}
	if !ok {
		return
	}
	part, err := OtherPart(list)
	switch {
	case err != nil:
		c.Unknown(activityList, "The parts cannot be used: "+err.Error()+".")
	case part.Cmp(limit) > 0:
		c.Breach(activityList, "Activities other than trading activities are %v of the business, where HMRC takes more than %v to be substantial.", part, limit)
	}
}

// activities reports whether some trade is carried on otherwise than in partnership, and
// whether there is anything else.
func activities(c *kase) (trade, other, ok bool) {
	list, ok := law.Need(c, &c.Subject.Business.Activities, activityList)
	for i := range list {
		is, ok1 := need(c, &list[i].Trade, activityList, i, "trade")
		if ok1 && !is {
			other = true
			continue
		}
		shared, ok2 := need(c, &list[i].InPartnership, activityList, i, "in_partnership")
		ok = ok && ok1 && ok2
		trade, other = trade || ok1 && ok2 && !shared, other || ok2 && shared
	}
	return trade, other, ok
}

// OtherPart adds up the parts of the activities that are no trading activities: those that
// are no trade, and those carried on in partnership. A part that is not stated counts as
// nothing. It refuses parts below nothing, and parts that together are more than the whole.
func OtherPart(list []Activity) (law.Ratio, error) {
	var sum law.Ratio
	whole := law.Percent(100)
	for i := range list {
		part := list[i].Part.Or(law.Ratio{})
		if list[i].Trade.Or(false) && !list[i].InPartnership.Or(false) {
			continue
		}
		if part.Cmp(law.Ratio{}) < 0 || part.Cmp(whole) > 0 || part.Den() > maxDen {
			return law.Ratio{}, fmt.Errorf("activities[%d].part: %v is no part of a whole", i, part)
		}
		if sum.Den() > maxDen {
			return law.Ratio{}, fmt.Errorf("activities[%d].part: the parts have no common measure", i)
		}
		if sum = sum.Add(part); sum.Cmp(whole) > 0 {
			return law.Ratio{}, fmt.Errorf("activities[%d].part: the parts are more than the whole", i)
		}
	}
	return sum, nil
}

// maxDen bounds the denominators of parts, so that their sums are exact.
const maxDen = 1 << 24
