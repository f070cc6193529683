package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows of model rules on conversion and dissolution.
const (
	ConversionNoticeShort law.Code = "society.model-conversion-notice-short"
	ConversionNotPosted   law.Code = "society.model-conversion-not-posted"
	ConversionUnexplained law.Code = "society.model-conversion-unexplained"
	ConversionUnadvised   law.Code = "society.model-conversion-unadvised"
	ConversionInquorate   law.Code = "society.model-conversion-inquorate"
	ResidueToMembers      law.Code = "society.model-residue-to-members"
	ResidueToPastMember   law.Code = "society.model-residue-to-past-member"
	ResidueElsewhere      law.Code = "society.model-residue-elsewhere"
	ResidueInequitable    law.Code = "society.model-residue-inequitable"
)

// ModelConversion is a meeting on a resolution to convert into, merge with or transfer
// engagements to a company. The Act's own majorities are judged with Change.
type ModelConversion struct {
	Held        law.Fact[law.Date] `json:"held,omitzero"`
	NoticeGiven law.Fact[law.Date] `json:"notice_given,omitzero"`
	// Posted: the notice was posted at the registered office and at all places of business to
	// which members have access.
	Posted law.Fact[bool] `json:"posted,omitzero"`
	// What the separate statement that goes with the notice sets out.
	Reasons       law.Fact[bool] `json:"reasons,omitzero"`
	BoardSupports law.Fact[bool] `json:"board_support,omitzero"`
	Alternatives  law.Fact[bool] `json:"alternatives,omitzero"`
	BoardHoldings law.Fact[bool] `json:"board_holdings,omitzero"`
	// Advised: it holds a recommendation of independent financial advisers.
	Advised law.Fact[bool] `json:"independent_advice,omitzero"`
	// Members counts all members, Present those present in person.
	Members law.Fact[int64] `json:"members,omitzero"`
	Present law.Fact[int64] `json:"present,omitzero"`
}

// ModelDissolution is what becomes of what is left after liabilities.
type ModelDissolution struct {
	// Decided is the day on which the body decided to wind up.
	Decided law.Fact[law.Date]       `json:"decided,omitzero"`
	Residue law.Fact[[]ResidueShare] `json:"residue,omitzero"`
	// Equitable: what goes to members past and present is equal, or by their contribution.
	Equitable law.Fact[bool] `json:"equitable,omitzero"`
	// NoTaker: it cannot go to those whom the rules name first.
	NoTaker law.Fact[bool] `json:"no_taker,omitzero"`
}

// ResidueShare is a part of what is left, and who takes it.
type ResidueShare struct {
	To     ResidueTaker `json:"to"`
	Amount law.Pence    `json:"amount"`
	// Left is, for a past member, the first day no longer a member.
	Left law.Fact[law.Date] `json:"left,omitzero"`
}

// ResidueTaker is who takes a part of what is left.
type ResidueTaker uint8

// The takers. The federation is Co-operatives UK, or what succeeds it; the movement is another
// organisation that promotes co-operatives and common ownership.
const (
	TakenByMember ResidueTaker = iota + 1
	TakenByPastMember
	TakenByCommonOwnership
	TakenByFederation
	TakenByMovement
	TakenByOthers
)

var residueTakers = []string{"", "member", "past-member", "common-ownership", "federation", "movement", "others"}

// String gives the JSON value.
func (t ResidueTaker) String() string { return law.NameOf(residueTakers, t) }

// MarshalText writes String.
func (t ResidueTaker) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what String writes.
func (t *ResidueTaker) UnmarshalText(b []byte) error {
	return law.ParseName(t, residueTakers, b, "a taker of what is left")
}

func (m *ModelRules) checkEndings() error {
	if x := m.Conversion.Ptr(); x != nil {
		if err := firstFault(soundCount("conversion.members", &x.Members), soundCount("conversion.present", &x.Present),
			withinWhole("conversion.present", &x.Present, &x.Members)); err != nil {
			return err
		}
	}
	if x := m.Dissolution.Ptr(); x != nil {
		for i, p := range x.Residue.Or(nil) {
			if p.Amount < 0 || p.Amount > law.MaxPence {
				return fmt.Errorf("dissolution.%s: not an amount that can be paid, %v", law.Path("residue", i, "amount"), p.Amount)
			}
		}
	}
	return nil
}

var (
	conversionMet = modelEvent("conversion.held", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Conversion.Ptr(); x != nil {
			return x.Held
		}
		return law.Fact[law.Date]{}
	})
	windingUpDecided = modelEvent("dissolution.decided", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Dissolution.Ptr(); x != nil {
			return x.Decided
		}
		return law.Fact[law.Date]{}
	})
)

func hasConversion(m *ModelRules) bool  { return m.Conversion.Stated() }
func hasDissolution(m *ModelRules) bool { return m.Dissolution.Stated() }

var modelEndings = law.Topic("model endings",
	rule{
		Code: ConversionNoticeShort, Provision: model2014.At("on conversion", ""), Weight: law.OwnRules,
		Says:    "Members are given not less than two months' notice of a meeting on a conversion to a company.",
		InForce: fromSocietyModel, Event: conversionMet, Applies: underModel(hasConversion, SocietyModel), Check: conversionNoticed,
		Remedy: "Call the meeting again.",
	},
	rule{
		Code: ConversionNotPosted, Provision: model2014.At("on conversion", ""), Weight: law.OwnRules,
		Says:    "The notice is posted prominently at the registered office and at all trading premises to which members have access.",
		InForce: fromSocietyModel, Event: conversionMet, Applies: underModel(hasConversion, SocietyModel),
		Check: judgedBy(conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.Posted }, "posted",
			"Was the notice posted at the office and at all trading premises?", "The notice was not posted at the office and at all trading premises.")),
		Remedy: "Post the notice, and call the meeting again.",
	},
	rule{
		Code: ConversionUnexplained, Provision: model2014.At("on conversion", ""), Weight: law.OwnRules,
		Says: "A statement goes with the notice that sets out the reasons, whether the board supports the proposal, what alternatives were " +
			"considered, and what shares members of the board and those connected with them hold.",
		InForce: fromSocietyModel, Event: conversionMet, Applies: underModel(hasConversion, SocietyModel),
		Check: judgedBy(
			conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.Reasons }, "reasons",
				"Does the statement set out the reasons?", "The statement does not set out the reasons."),
			conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.BoardSupports }, "board_support",
				"Does it say whether the board supports the proposal?", "The statement does not say whether the board supports the proposal."),
			conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.Alternatives }, "alternatives",
				"Does it say what alternatives were considered?", "The statement does not say what alternatives were considered."),
			conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.BoardHoldings }, "board_holdings",
				"Does it say what shares the board and those connected hold?", "The statement does not say what shares the board and those connected hold."),
		),
		Remedy: "Send a full statement, and call the meeting again.",
	},
	rule{
		Code: ConversionUnadvised, Provision: model2014.At("on conversion", ""), Weight: law.OwnRules,
		Says:    "The statement holds a recommendation by reputable independent financial advisers that members support the proposal rather than an alternative.",
		InForce: fromSocietyModel, Event: conversionMet, Applies: underModel(hasConversion, SocietyModel),
		Check: judgedBy(conversionAsks(func(x *ModelConversion) *law.Fact[bool] { return &x.Advised }, "independent_advice",
			"Does it hold a recommendation of independent financial advisers?", "The statement holds no recommendation of independent financial advisers.")),
		Remedy: "Take the advice, and call the meeting again.",
	},
	rule{
		Code: ConversionInquorate, Provision: model2014.At("on conversion", ""), Weight: law.OwnRules,
		Says:    "The quorum of the meeting is 150 members or half of the members, present in person, whichever is the greater, and never fewer than three.",
		InForce: fromSocietyModel, Event: conversionMet, Applies: underModel(hasConversion, SocietyModel), Check: conversionQuorate,
		Remedy: "Call the meeting again.",
	},
	rule{
		Code: ResidueToMembers, Provision: models.At("on dissolution", ""), Weight: law.OwnRules,
		Says:    "What is left of a common ownership enterprise is not distributed among the members.",
		InForce: fromCompanyModel, Event: windingUpDecided, Applies: ownedInCommon(true), Check: nothingToMembers,
		Remedy: "Transfer it to another common ownership co-operative, or to Co-operatives UK.",
	},
	rule{
		Code: ResidueToPastMember, Provision: models.At("on dissolution", ""), Weight: law.OwnRules,
		Says:    "What is left of a co-ownership enterprise may go to members, and to those who were members at any time in the six years before it decided to wind up.",
		InForce: fromCompanyModel, Event: windingUpDecided, Applies: ownedInCommon(false), Check: recentMembersOnly,
		Remedy: "Leave out those who left longer ago.",
	},
	rule{
		Code: ResidueElsewhere, Provision: models.At("on dissolution", ""), Weight: law.OwnRules,
		Says: "What does not go to members goes to another common ownership co-operative or to Co-operatives UK, and only if it cannot, from a common " +
			"ownership enterprise, to another organisation of the movement.",
		InForce: fromCompanyModel, Event: windingUpDecided, Applies: underModel(hasDissolution, SocietyModel, WorkerCompanyModel), Check: residueTaken,
		Remedy: "Transfer it to another common ownership co-operative, or to Co-operatives UK.",
	},
	rule{
		Code: ResidueInequitable, Provision: models.At("on dissolution", ""), Weight: law.OwnRules,
		Says:    "What is left of a co-ownership enterprise is shared equally, or by a formula that recognises each member's contribution.",
		InForce: fromCompanyModel, Event: windingUpDecided, Applies: ownedInCommon(false),
		Check: judgedBy(judgement{
			func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Dissolution.Ptr().Equitable }, "model_rules.dissolution.equitable",
			"Is what is left shared equally, or by members' contribution?", true, "What is left is shared neither equally nor by members' contribution.",
		}),
		Remedy: "Share it equally, or by contribution.",
	},
)

func conversionAsks(of func(*ModelConversion) *law.Fact[bool], field, asks, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.ModelRules.Ptr().Conversion.Ptr()) }, "model_rules.conversion." + field, asks, true, otherwise,
	}
}

// ownedInCommon is for the rows of one of the two rules on dissolution.
func ownedInCommon(want bool) func(*kase) bool {
	return func(c *kase) bool {
		if !follows(c, hasDissolution, SocietyModel, WorkerCompanyModel) {
			return false
		}
		common, ok := law.Need(c, &c.Subject.ModelRules.Ptr().CommonOwnership, "model_rules.common_ownership")
		return ok && common == want
	}
}

// The doubts of a conversion meeting.
const (
	twoMonthsMeant = "May the meeting be held on the day two months after the notice, or only after it?"
	onTheDay       = "on the day"
	afterTheDay    = "after it"

	quorumMeant = "What is the quorum of a body with fewer than 150 members, which the words as they stand can never reach?"
	asItStands  = "150 members, so that it cannot convert"
	halfAtLeast = "half of the members, and at least three"
)

// conversionNoticed doubts only the very day on which two months are up.
func conversionNoticed(c *kase) {
	given, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Conversion.Ptr().NoticeGiven, "model_rules.conversion.notice_given")
	months, ok1 := law.Read(c, &c.Figures.ConversionNotice, c.On)
	if !ok || !ok1 {
		return
	}
	day := law.MonthsFrom(given, months)
	if c.On.Before(day) || c.On == day && c.Doubt(twoMonthsMeant, onTheDay, afterTheDay) == 1 {
		c.Breach("model_rules.conversion.notice_given", "Notice was given on %s of a meeting on %s, less than %d months.", given.Long(), c.On.Long(), months)
	}
}

// conversionQuorate doubts only what the words mean for a body too small to reach 150.
func conversionQuorate(c *kase) {
	x := c.Subject.ModelRules.Ptr().Conversion.Ptr()
	q, ok := law.Read(c, &c.Figures.ConversionQuorum, c.On)
	least, ok1 := law.Read(c, &c.Figures.ConversionQuorumLeast, c.On)
	members, ok2 := law.Need(c, &x.Members, "model_rules.conversion.members")
	present, ok3 := law.Need(c, &x.Present, "model_rules.conversion.present")
	if !ok || !ok1 || !ok2 || !ok3 {
		return
	}
	need := max(q.Needs(members), least)
	if small := max(governance.Quorum{Fraction: q.Fraction}.Needs(members), least); members < need && present >= small &&
		c.Doubt(quorumMeant, asItStands, halfAtLeast) == 1 {
		need = small
	}
	if present < need {
		c.Breach("model_rules.conversion.present", "%d of %d members were present in person; the quorum is %d.", present, members, need)
	}
}

func residueOf(c *kase) ([]ResidueShare, bool) {
	return law.Need(c, &c.Subject.ModelRules.Ptr().Dissolution.Ptr().Residue, "model_rules.dissolution.residue")
}

func nothingToMembers(c *kase) {
	list, _ := residueOf(c)
	for i, p := range list {
		if (p.To == TakenByMember || p.To == TakenByPastMember) && p.Amount > 0 {
			c.Breach(law.Path("model_rules.dissolution.residue", i, "to"), "%v of what is left goes to a member, past or present.", p.Amount)
		}
	}
}

func recentMembersOnly(c *kase) {
	list, ok := residueOf(c)
	years, ok1 := law.Read(c, &c.Figures.ResidueYears, c.On)
	for i := range list {
		p := &list[i]
		place := law.Path("model_rules.dissolution.residue", i, "left")
		if !ok || !ok1 || p.To != TakenByPastMember {
			continue
		}
		if left, ok := law.Need(c, &p.Left, place); ok && !sharesResidue(left, years, c.On) {
			c.Breach(place, "%v goes to a past member who left on %s, more than %d years before %s.", p.Amount, left.Long(), years, c.On.Long())
		}
	}
}

// sharesResidue reports whether somebody was a member on a day of the years before a decision:
// the last day of membership is the day before that of leaving.
func sharesResidue(left law.Date, years int, decided law.Date) bool {
	return left.After(decided.AddMonths(-12 * years))
}

// SharesResidue reports whether a past member may share in what is left of a co-ownership
// enterprise under the models: one who was a member on some day in the six years before the
// decision to wind up. Left is the first day no longer a member. It is false where the figures
// hold no number of years.
func (f *Figures) SharesResidue(left, decided law.Date) bool {
	years, ok := f.ResidueYears.At(decided)
	return ok && sharesResidue(left, years.Value, decided)
}

func residueTaken(c *kase) {
	m := c.Subject.ModelRules.Ptr()
	list, _ := residueOf(c)
	for i, p := range list {
		place := law.Path("model_rules.dissolution.residue", i, "to")
		switch p.To {
		case TakenByOthers:
			c.Breach(place, "The rules do not name this taker of %v of what is left.", p.Amount)
		case TakenByMovement:
			secondTaker(c, m, place, p.Amount)
		default: // members are the business of other rows, and the first takers are right
		}
	}
}

// secondTaker is right only under common ownership, and only where no first taker is found.
func secondTaker(c *kase, m *ModelRules, place string, p law.Pence) {
	common, ok := law.Need(c, &m.CommonOwnership, "model_rules.common_ownership")
	if !ok {
		return
	}
	if !common {
		c.Breach(place, "%v goes to another organisation of the movement, which the rule on co-ownership does not name.", p)
		return
	}
	if none, ok := law.Ask(c, &m.Dissolution.Ptr().NoTaker, "model_rules.dissolution.no_taker",
		"Can it go neither to another common ownership co-operative nor to Co-operatives UK?"); ok && !none {
		c.Breach(place, "%v goes to another organisation of the movement, though it could go to those whom the rules name first.", p)
	}
}
