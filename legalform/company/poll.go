package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on polls.
const (
	PollsBarred         law.Code = "company.polls-barred"
	PollRefused         law.Code = "company.poll-refused"
	ClassPollRefused    law.Code = "company.class-poll-refused"
	PurchasePollRefused law.Code = "company.purchase-poll-refused"
)

// A PollDemand is what stands behind a demand for a poll. Proxies count as their members.
type PollDemand struct {
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	OfClass     law.Fact[bool]     `json:"of_class,omitzero"`
	// OnPurchase: the question is a resolution about an off-market purchase of own shares.
	OnPurchase law.Fact[bool] `json:"on_off_market_purchase,omitzero"`
	// ChairOrAdjournment: the question is the election of the chair or an adjournment.
	ChairOrAdjournment law.Fact[bool] `json:"chair_or_adjournment,omitzero"`
	// Heads are members with the right to vote; Votes of AllVotes and PaidUp of AllPaidUp
	// leave out treasury shares, and shares that carry no vote.
	Heads     law.Fact[int64]     `json:"heads,omitzero"`
	Votes     law.Fact[int64]     `json:"votes,omitzero"`
	AllVotes  law.Fact[int64]     `json:"all_votes,omitzero"`
	PaidUp    law.Fact[law.Pence] `json:"paid_up,omitzero"`
	AllPaidUp law.Fact[law.Pence] `json:"all_paid_up,omitzero"`
	Refused   law.Fact[bool]      `json:"refused,omitzero"`
	// ByChair: the chair of the meeting, or the directors, demanded it, as model articles allow.
	ByChair law.Fact[bool] `json:"by_chair_or_directors,omitzero"`
	// Demanded is the day of the demand, Meeting that of the meeting, Taken that of the poll.
	Demanded law.Fact[law.Date] `json:"demanded,omitzero"`
	Meeting  law.Fact[law.Date] `json:"meeting,omitzero"`
	Taken    law.Fact[law.Date] `json:"taken,omitzero"`
}

var demandDay = dated("poll_demand.notice_given", func(c *Company) *law.Fact[PollDemand] { return &c.PollDemand }, func(d *PollDemand) law.Fact[law.Date] { return d.NoticeGiven })

var polls = law.Topic("polls",
	rule{
		Code: PollsBarred, Provision: sec("s. 321(1)", "321"),
		Says:    "Articles are void so far as they would exclude a poll on any question other than the election of the chair or an adjournment.",
		InForce: fromPart13, Check: pollsOpen,
		Remedy: "Disregard the article, and amend it.",
	},
	rule{
		Code: PollRefused, Provision: sec("ss. 321(2), 329", "321"),
		Says:    "A poll must be taken if demanded by at least five members with the right to vote, or by members with at least 10% of the votes or of the paid-up voting capital, proxies counting as their members.",
		InForce: fromPart13, Event: demandDay, Applies: refusedAt(false), Check: pollNotDue,
		Remedy: "Take the poll.",
	},
	rule{
		Code: ClassPollRefused, Provision: sec("ss. 334(6), 335(5)", "334"),
		Says:    "At a meeting about a variation of class rights any one holder present, or member of the class, may demand a poll.",
		InForce: fromPart13, Event: demandDay, Applies: refusedAt(true), Check: classPollNotDue,
		Remedy: "Take the poll.",
	},
	rule{
		Code: PurchasePollRefused, Provision: sec("ss. 695(4)(b)-(c), 698(4)", "695"),
		Says:    "On a resolution about an off-market purchase of own shares any member, or proxy, may demand a poll.",
		InForce: fromWhole, Event: demandDay, Applies: demandOnPurchase, Check: purchasePollNotDue,
		Remedy: "Take the poll.",
	},
)

func pollsOpen(c *kase) {
	must(c, &c.Subject.Articles.BarsPolls, false, "articles.bars_polls", "The articles purport to bar polls.")
}

func refusedAt(class bool) func(*kase) bool {
	return func(c *kase) bool {
		d := c.Subject.PollDemand.Ptr()
		if d == nil {
			return false
		}
		is, ok := law.Need(c, &d.OfClass, "poll_demand.of_class")
		return ok && is == class
	}
}

// PollDemanded says whether the Act entitles those who demand a poll to one, whatever the
// articles say, and by which limb of section 321(2): "(a)", "(b)" or "(c)".
func PollDemanded(f *Figures, heads, votes, allVotes int64, paidUp, allPaidUp law.Pence, on law.Date) (limb string, due bool) {
	least, ok1 := f.PollHeads.At(on)
	share, ok2 := f.PollShare.At(on)
	switch {
	case !ok1 || !ok2:
	case heads >= int64(least.Value):
		return "(a)", true
	case allVotes > 0 && share.Value.ReachedBy(votes, allVotes):
		return "(b)", true
	case allPaidUp > 0 && share.Value.ReachedBy(int64(paidUp), int64(allPaidUp)):
		return "(c)", true
	}
	return "", false
}

func pollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	exempt, ok2 := law.Need(c, &d.ChairOrAdjournment, "poll_demand.chair_or_adjournment")
	if !ok1 || !ok2 || !refused || exempt {
		return
	}
	heads, ok1 := law.Need(c, &d.Heads, "poll_demand.heads")
	votes, ok2 := law.Need(c, &d.Votes, "poll_demand.votes")
	allVotes, ok3 := law.Need(c, &d.AllVotes, "poll_demand.all_votes")
	paid, ok4 := law.Need(c, &d.PaidUp, "poll_demand.paid_up")
	allPaid, ok5 := law.Need(c, &d.AllPaidUp, "poll_demand.all_paid_up")
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return
	}
	if limb, due := PollDemanded(c.Figures, heads, votes, allVotes, paid, allPaid, c.On); due {
		c.Breach("poll_demand.refused", "A poll was refused that section 321(2)%s gives: %d members, %d of %d votes, %v of %v paid up.", limb, heads, votes, allVotes, paid, allPaid)
	}
}

func classPollNotDue(c *kase) {
	d := c.Subject.PollDemand.Ptr()
	refused, ok1 := law.Need(c, &d.Refused, "poll_demand.refused")
	heads, ok2 := law.Need(c, &d.Heads, "poll_demand.heads")
	if ok1 && ok2 && refused && heads > 0 {
		c.Breach("poll_demand.refused", "A poll was refused to %d holders of the class, of whom one is enough.", heads)
	}
}

func demandOnPurchase(c *kase) bool {
	d := c.Subject.PollDemand.Ptr()
	return d != nil && d.OnPurchase.Or(false)
}

func purchasePollNotDue(c *kase) {
	must(c, &c.Subject.PollDemand.Ptr().Refused, false, "poll_demand.refused", "A poll on an off-market purchase was refused, which any one member may demand.")
}
