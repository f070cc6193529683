package right

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of what an authority must do with an expression of interest.
const (
	Unheard               law.Code = "crtc.unheard"
	PeriodsUnpublished    law.Code = "crtc.periods-unpublished"
	ToldLate              law.Code = "crtc.told-late"
	NotifiedLate          law.Code = "crtc.notified-late"
	WellBeingUnconsidered law.Code = "crtc.well-being-unconsidered"
	GuidanceDisregarded   law.Code = "crtc.guidance-disregarded"
	ModifiedNeedlessly    law.Code = "crtc.modified-needlessly"
	ModifiedUnagreed      law.Code = "crtc.modified-unagreed"
	RejectedGroundless    law.Code = "crtc.rejected-groundless"
	NoReasons             law.Code = "crtc.no-reasons"
	DecisionUnpublished   law.Code = "crtc.decision-unpublished"
	NoProcurement         law.Code = "crtc.no-procurement"
	ProcurementEarly      law.Code = "crtc.procurement-early"
	ProcurementUnsuited   law.Code = "crtc.procurement-unsuited"
	ProcurementBlind      law.Code = "crtc.procurement-well-being"
)

var notifiedOn = event{Path: "decision.notified", Of: func(m *Matter) law.Fact[law.Date] { return m.Decision.Notified }}

// duties are those of the authority, from the receipt of an expression of interest to the
// procurement exercise that follows acceptance.
var duties = law.Topic("authorities' duties",
	rule{
		Code: Unheard, Provision: section("ss. 81(1), 82(4)", "82"),
		Says:    "A relevant authority must consider an expression of interest that complies, and may refuse to consider one only where it is submitted outside a period that it specified.",
		InForce: inChallenge, Event: askedOn, Applies: refusedHearing, Check: heard,
		Remedy: "Consider the expression of interest.",
	},
	rule{
		Code: PeriodsUnpublished, Provision: section("ss. 82(3), 83(4)-(6), 84(3)-(5)", "84"),
		Says:    "A relevant authority must specify how long its decision and the start of a procurement exercise may take, and publish that on its website.",
		InForce: inChallenge, Event: askedOn, Applies: stands, Check: periodsPublished,
		Remedy: "Specify the periods, and publish them on the website.",
	},
	rule{
		Code: ToldLate, Provision: section("s. 84(6)-(7)", "84"),
		Says:    "The authority must notify the body when it expects to decide within 30 days beginning with the day of receipt, or beginning immediately after the end of the period in which it was submitted.",
		InForce: inChallenge, Event: askedOn, Applies: mustTell, Check: toldInTime,
		Remedy: "Notify the body in writing at once.",
	},
	rule{
		Code: NotifiedLate, Provision: section("s. 84(8)(a)", "84"),
		Says:    "The authority must notify the body in writing of its decision within the maximum period that it specified.",
		InForce: inChallenge, Event: askedOn, Applies: mustDecide, Check: notifiedInTime,
		Remedy: "Decide, and notify the body in writing at once.",
	},
	rule{
		Code: WellBeingUnconsidered, Provision: section("s. 83(8)", "83"),
		Says:    "The authority must consider whether acceptance would promote or improve the social, economic or environmental well-being of its area.",
		InForce: inChallenge, Event: decidedOn, Applies: decides, Check: wellBeing,
		Remedy: "Consider it, and decide again.",
	},
	rule{
		Code: GuidanceDisregarded, Provision: section("s. 85(2)", "85"),
		Says:    "The authority must have regard to guidance issued by the Secretary of State.",
		InForce: inChallenge, Event: decidedOn, Applies: decides, Check: guidance,
		Remedy: "Have regard to the guidance, and decide again.",
	},
	rule{
		Code: ModifiedNeedlessly, Provision: section("s. 84(1)-(2)(a)", "84"),
		Says:    "The authority may modify an expression of interest only if it thinks that it would not otherwise be capable of acceptance.",
		InForce: inChallenge, Event: decidedOn, Applies: is(AcceptedModified), Check: modifiedForNeed,
		Remedy: "Accept the expression of interest as it was submitted.",
	},
	rule{
		Code: ModifiedUnagreed, Provision: section("s. 84(2)(b)", "84"),
		Says:    "The authority may modify an expression of interest only if the body agrees to the modification.",
		InForce: inChallenge, Event: decidedOn, Applies: is(AcceptedModified), Check: modifiedByAgreement,
		Remedy: "Agree the modification with the body, or decide on what it submitted.",
	},
	rule{
		Code: RejectedGroundless, Provision: section("s. 83(11)", "83"),
		Says:    "The authority may reject the expression of interest only on one or more grounds specified by regulations.",
		InForce: inChallenge, Event: decidedOn, Applies: is(Rejected), Check: onSomeGround,
		Remedy: "Consider the expression of interest again, or rely on a ground that holds.",
	},
	rule{
		Code: NoReasons, Provision: section("s. 84(8)(b)", "84"),
		Says:    "If the decision is to modify or reject the expression of interest, the authority must give reasons in the notification.",
		InForce: inChallenge, Event: notifiedOn, Applies: modifiesOrRejects, Check: reasoned,
		Remedy: "Give the reasons in writing.",
	},
	rule{
		Code: DecisionUnpublished, Provision: section("s. 84(9)", "84"),
		Says:    "The authority must publish the notification, also on its website.",
		InForce: inChallenge, Event: notifiedOn, Applies: decides, Check: onWebsite,
		Remedy: "Publish the notification on the website.",
	},
	rule{
		Code: NoProcurement, Provision: section("s. 83(2), (4)(b), (7)", "83"),
		Says:    "If the authority accepts the expression of interest it must carry out a procurement exercise, beginning within the maximum period that it specified.",
		InForce: inChallenge, Event: decidedOn, Applies: mustProcure, Check: procuredInTime,
		Remedy: "Begin the procurement exercise.",
	},
	rule{
		Code: ProcurementEarly, Provision: section("s. 83(4)(a), (7)", "83"),
		Says:    "The authority may not begin the procurement exercise before the end of the minimum period that it specified.",
		InForce: inChallenge, Event: decidedOn, Applies: procures, Check: procuredNotEarly,
		Remedy: "Give those who would compete the time that was specified.",
	},
	rule{
		Code: ProcurementUnsuited, Provision: section("s. 83(3)", "83"),
		Says:    "The exercise must be such as is appropriate having regard to the value and nature of the contract that may be awarded.",
		InForce: inChallenge, Event: decidedOn, Applies: procures, Check: procuredFittingly,
		Remedy: "Run an exercise that suits the contract.",
	},
	rule{
		Code: ProcurementBlind, Provision: section("s. 83(9)-(10)", "83"),
		Says:    "The authority must, so far as is consistent with the law of awarding contracts, consider how it might promote or improve the area's well-being by means of the exercise.",
		InForce: inChallenge, Event: decidedOn, Applies: procures, Check: procuredForWellBeing,
		Remedy: "Consider it before the exercise goes on.",
	},
)
