package lifecycle

// A step is what an event of one kind does to a case.
type step struct {
	// from are the states in which it can happen, and inPart those beside them in which a log
	// that tells a life in part may have it.
	from, inPart set
	// to is the state that follows; none where the event leaves it, or where it depends.
	to State
}

const (
	anywhere  = set(1<<(Growth+1)-1) &^ 1
	onTheWay  = set(1<<(Mobilisation+1)-1) &^ 1
	tradingIn = anywhere &^ onTheWay
)

// stepOf returns what an event does. A hold, a withdrawal or a takeover can come wherever a
// case is on its way; a refusal only where somebody else than the team or the staff decides;
// a court only once there is a decision to quash.
func stepOf(k Kind) step {
	stopped := of(OnHold, BlockedByCourt)
	switch k {
	case Begun:
		return step{to: Idea}
	case GatePassed:
		return step{from: onTheWay}
	case Launched:
		return step{of(Mobilisation), onTheWay, Live}
	case Settled:
		return step{of(Live), 0, Steady}
	case RetenderBegan:
		return step{of(Steady, Growth), of(Live), Retender}
	case RetenderWon, RetenderExtended:
		return step{from: of(Retender)}
	case RetenderLost:
		return step{from: of(Retender)}
	case Grew:
		return step{of(Steady, Retender), of(Live), Growth}
	case Held:
		return step{onTheWay, 0, OnHold}
	case Blocked:
		return step{through(ExpressionOfInterest, Mobilisation), of(Idea), BlockedByCourt}
	case Resumed:
		return step{from: stopped}
	case Dropped:
		return step{onTheWay | stopped, 0, Abandoned}
	case ParentTaken:
		return step{onTheWay | stopped, 0, TakenOver}
	case Refused:
		return step{of(ExpressionOfInterest, OptionsAppraisal, BusinessCase, Approval, ProcurementRoute, Terms), onTheWay, Rejected}
	case WentElsewhere:
		return step{onTheWay | stopped, 0, LaunchedElsewhere}
	case Diluted:
		return step{tradingIn, 0, Demutualised}
	case AbsorbedByParent:
		return step{tradingIn, 0, Absorbed}
	case WasWoundDown:
		return step{tradingIn, 0, WoundDown}
	case MergedInto:
		return step{anywhere | stopped, 0, Merged}
	case Balloted:
		return step{from: onTheWay | stopped}
	case Challenged, Supported:
		return step{from: anywhere | stopped}
	case NoticeGiven, Restored:
		return step{from: tradingIn}
	}
	return step{}
}
