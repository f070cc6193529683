package society

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of what the Somerset Rules ask, and of practice that no model fixes.
const (
	ClassSharesIncomplete law.Code = "society.class-shares-incomplete"
	PrinciplesNotInRules  law.Code = "society.principles-not-in-rules"
	NonUsersUnlimited     law.Code = "society.non-users-unlimited"
	NoSocialReport        law.Code = "society.no-social-report"
	QuorumUnusual         law.Code = "society.quorum-unusual"
	WorkerCodeNotFollowed law.Code = "society.worker-code-not-followed"
)

// Model is a set of model rules that a body's own rules follow.
type Model uint8

// The models. The society model is that of Co-operatives UK in its text of 2014, for worker,
// consumer and mixed co-operatives; the company model its articles of 2012 for a worker
// co-operative limited by shares; the Somerset Rules are for several classes of member.
const (
	SocietyModel Model = iota + 1
	WorkerCompanyModel
	SomersetModel
)

var modelNames = []string{"", "society-2014", "worker-company-2012", "somerset"}

// String gives the JSON value.
func (m Model) String() string { return law.NameOf(modelNames, m) }

// MarshalText writes String.
func (m Model) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what String writes.
func (m *Model) UnmarshalText(b []byte) error {
	return law.ParseName(m, modelNames, b, "a set of model rules")
}

// ModelRules are what a body whose registered rules follow a model leaves open in them, and
// the acts that are put to it to be judged by them. The rows have the weight of its own
// rules: no breach of them is unlawful by itself. A company with the articles of 2012 is put
// here too, with nothing else stated; see ModelTable.
type ModelRules struct {
	Model law.Fact[Model] `json:"model,omitzero"`
	// Quorum is that of general meetings, which the society model leaves to the society; the
	// company model has one of its own, unless it was changed.
	Quorum law.Fact[governance.Quorum] `json:"quorum,omitzero"`
	// NoticeDays are the clear days of notice of a general meeting that is not the annual one,
	// which the society model leaves open.
	NoticeDays law.Fact[int] `json:"notice_days,omitzero"`
	// CommonOwnership says which of the two rules on dissolution was chosen.
	CommonOwnership law.Fact[bool] `json:"common_ownership,omitzero"`
	// FiftyOne says that the rules plainly require 51% of the votes for an ordinary resolution,
	// and do not only explain a simple majority by it.
	FiftyOne law.Fact[bool] `json:"fifty_one_percent,omitzero"`
	// FollowsWorkerCode is the recorded judgement that a worker co-operative follows the Worker
	// Co-operative Code.
	FollowsWorkerCode law.Fact[bool] `json:"follows_worker_code,omitzero"`

	Year         law.Fact[ModelYear]         `json:"year,omitzero"`
	Meeting      law.Fact[ModelMeeting]      `json:"meeting,omitzero"`
	Requisition  law.Fact[ModelRequisition]  `json:"requisition,omitzero"`
	Vote         law.Fact[ModelVote]         `json:"vote,omitzero"`
	Board        law.Fact[ModelBoard]        `json:"board,omitzero"`
	BoardMeeting law.Fact[ModelBoardMeeting] `json:"board_meeting,omitzero"`
	Retirement   law.Fact[ModelRetirement]   `json:"retirement,omitzero"`
	Disposal     law.Fact[ModelDisposal]     `json:"disposal,omitzero"`
	Admission    law.Fact[ModelAdmission]    `json:"admission,omitzero"`
	Profit       law.Fact[ModelProfit]       `json:"profit,omitzero"`
	Conversion   law.Fact[ModelConversion]   `json:"conversion,omitzero"`
	Dissolution  law.Fact[ModelDissolution]  `json:"dissolution,omitzero"`
	Somerset     law.Fact[SomersetRules]     `json:"somerset,omitzero"`
}

// SomersetRules are what is known of a society's rules that follow the Somerset Rules.
type SomersetRules struct {
	// Classes are the agreed shares of the vote of each class of member.
	Classes law.Fact[[]governance.ClassShare] `json:"classes,omitzero"`
	// AllPrinciples: the rules name all seven co-operative principles.
	AllPrinciples law.Fact[bool] `json:"all_principles,omitzero"`
	// NonUsersLimited: members who do not use the society have limited rights, or there are none.
	NonUsersLimited law.Fact[bool] `json:"non_users_limited,omitzero"`
	// SocialReport: it reports each year on its social purpose.
	SocialReport law.Fact[bool] `json:"social_report,omitzero"`
}

var (
	model2014 = law.Instrument{Title: "Co-operatives UK model rules for a co-operative society (2014)"}
	model2012 = law.Instrument{Title: "Co-operatives UK model articles for a worker co-operative limited by shares (2012)"}
	// models is cited by what both have.
	models = law.Instrument{
		Title: "Co-operatives UK models: rules for a co-operative society (2014), articles for a worker co-operative limited by shares (2012)",
	}
	somerset        = law.Instrument{Title: "Somerset Rules (2009, revised 2012, 2014 and 2020)", URL: "https://www.somerset.coop/p/somerset-rules-registrations.html"}
	code2012        = law.Instrument{Title: "Worker Co-operative Code (Co-operatives UK, 2006 and 2012)"}
	meetingHandbook = law.Instrument{Title: "Community Shares Handbook (Co-operatives UK)"}
)

// Nobody can have adopted a model before it was published. Of the company model and of the
// Somerset Rules only the year is known; the society model cites the Act of 2014.
const (
	startCompanyModel = "2012-01-01"
	startSomerset     = "2009-01-01"
)

var (
	fromSocietyModel = from2014
	fromCompanyModel = []law.Window{law.From(startCompanyModel, law.GreatBritain)}
	fromSomerset     = []law.Window{law.From(startSomerset, law.GreatBritain)}
)

// modelRuleTable holds every row on model rules, in the order of their subjects.
var modelRuleTable = modelMeetings.With(modelVotes).With(modelBoards).With(modelProfits).With(modelEndings).With(modelPractice)

// ModelTable returns the rows on model rules alone: for a worker co-operative that is a
// company, of which no other row here can be true. Its subject is a Society in which nothing
// but ModelRules is stated.
func ModelTable() *law.Rules[Society, Figures] { return modelRuleTable }

var modelPractice = law.Topic("model practice",
	rule{
		Code: ClassSharesIncomplete, Provision: somerset.At("on votes of classes", ""), Weight: law.OwnRules,
		Says:    "Each class of stakeholders has its agreed share of the vote, and the shares add up to the whole.",
		InForce: fromSomerset, Applies: underModel(hasSomerset, SomersetModel), Check: classSharesWhole,
		Remedy: "Agree shares of the vote for all classes that add up to the whole.",
	},
	rule{
		Code: PrinciplesNotInRules, Provision: somerset.At("on principles", ""), Weight: law.OwnRules,
		Says:    "The rules name all seven co-operative principles.",
		InForce: fromSomerset, Applies: underModel(hasSomerset, SomersetModel),
		Check: judgedBy(somersetAsks(func(x *SomersetRules) *law.Fact[bool] { return &x.AllPrinciples }, "all_principles",
			"Do the rules name all seven principles?", "The rules do not name all seven principles.")),
		Remedy: "Name the principles in the rules.",
	},
	rule{
		Code: NonUsersUnlimited, Provision: somerset.At("on non-user members", ""), Weight: law.OwnRules,
		Says:    "Members who do not use the society have limited rights.",
		InForce: fromSomerset, Applies: underModel(hasSomerset, SomersetModel),
		Check: judgedBy(somersetAsks(func(x *SomersetRules) *law.Fact[bool] { return &x.NonUsersLimited }, "non_users_limited",
			"Have members who do not use the society limited rights, or are there none?", "Members who do not use the society have unlimited rights.")),
		Remedy: "Limit the rights of that class in the rules.",
	},
	rule{
		Code: NoSocialReport, Provision: somerset.At("on social accounting", ""), Weight: law.OwnRules,
		Says:    "The society reports on its social purpose.",
		InForce: fromSomerset, Applies: underModel(hasSomerset, SomersetModel),
		Check: judgedBy(somersetAsks(func(x *SomersetRules) *law.Fact[bool] { return &x.SocialReport }, "social_report",
			"Does it report on its social purpose?", "It does not report on its social purpose.")),
		Remedy: "Report to the members on what the society did for its purpose.",
	},
	rule{
		Code: QuorumUnusual, Provision: meetingHandbook.At("on quorums", ""), Weight: law.Practice,
		Says:    "The quorum of a general meeting is usually a number of members, or at least a tenth of them.",
		InForce: fromGuidance, Applies: underModel(func(m *ModelRules) bool { return m.Quorum.Stated() }, SocietyModel, WorkerCompanyModel, SomersetModel),
		Check:  usualQuorum,
		Remedy: "Set a number, or a larger part.",
	},
	rule{
		Code: WorkerCodeNotFollowed, Provision: code2012.At("", ""), Weight: law.Practice,
		Says:    "A worker co-operative follows the Worker Co-operative Code, a list of good practice by co-operative principle.",
		InForce: fromCompanyModel, Applies: isWorkerModel,
		Check: judgedBy(judgement{
			func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().FollowsWorkerCode }, "model_rules.follows_worker_code",
			"Does the co-operative follow the Worker Co-operative Code?", true, "The co-operative does not follow the Worker Co-operative Code.",
		}),
		Remedy: "Go through the Code with the members.",
	},
)

func somersetAsks(of func(*SomersetRules) *law.Fact[bool], field, asks, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.ModelRules.Ptr().Somerset.Ptr()) }, "model_rules.somerset." + field, asks, true, otherwise,
	}
}

func hasSomerset(m *ModelRules) bool { return m.Somerset.Stated() }

// isWorkerModel asks only a worker society that has model rules at all.
func isWorkerModel(c *kase) bool {
	t, ok := c.Subject.Type.Get()
	return ok && t == TypeWorker && c.Subject.ModelRules.Stated()
}

// underModel is for a rule's Applies: an act is put, to a body that follows one of some models.
func underModel(put func(*ModelRules) bool, models ...Model) func(*kase) bool {
	return func(c *kase) bool { return follows(c, put, models...) }
}

// follows reports whether an act is put, to a body that follows one of some models.
func follows(c *kase, put func(*ModelRules) bool, models ...Model) bool {
	m := c.Subject.ModelRules.Ptr()
	if m == nil || !put(m) {
		return false
	}
	k, ok := law.Need(c, &m.Model, "model_rules.model")
	return ok && slices.Contains(models, k)
}

// underCompanyModel reports whether the articles of 2012 are followed, once a row applies.
func underCompanyModel(c *kase) bool {
	k, _ := c.Subject.ModelRules.Ptr().Model.Get()
	return k == WorkerCompanyModel
}

// modelEvent is the day of an act under model rules.
func modelEvent(path string, of func(*ModelRules) law.Fact[law.Date]) event {
	return event{Path: "model_rules." + path, Of: func(s *Society) law.Fact[law.Date] {
		if m := s.ModelRules.Ptr(); m != nil {
			return of(m)
		}
		return law.Fact[law.Date]{}
	}}
}

func classSharesWhole(c *kase) {
	shares, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Somerset.Ptr().Classes, "model_rules.somerset.classes")
	if !ok {
		return
	}
	if err := wholeVote(shares); err != nil {
		c.Breach("model_rules.somerset.classes", "The classes' shares of the vote do not work: %v.", err)
	}
}

// wholeVote puts shares of the vote to governance's own test of them.
func wholeVote(shares []governance.ClassShare) error {
	if len(shares) == 0 {
		return fmt.Errorf("%w: there are none", governance.ErrRights)
	}
	names := make([]string, len(shares))
	for i, s := range shares {
		names[i] = s.Class
	}
	return (&governance.VotingRights{Shares: shares}).Check(names)
}

func usualQuorum(c *kase) {
	q, ok := law.Need(c, &c.Subject.ModelRules.Ptr().Quorum, "model_rules.quorum")
	least, ok1 := law.Read(c, &c.Figures.UsualQuorum, c.On)
	if ok && ok1 && q.Heads == 0 && q.Fraction.Cmp(least) < 0 {
		c.Breach("model_rules.quorum", "A quorum of %v of members is below what is usual, %v.", q.Fraction, least)
	}
}

// checkAssessments refuses facts that cannot be in what is put to a society to be assessed.
func (s *Society) checkAssessments() error {
	if x := s.Conduct.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("conduct.%w", err)
		}
	}
	if x := s.Identity.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("identity.%w", err)
		}
	}
	if x := s.ModelRules.Ptr(); x != nil {
		if err := x.check(); err != nil {
			return fmt.Errorf("model_rules.%w", err)
		}
	}
	return nil
}

func (m *ModelRules) check() error {
	if q := m.Quorum.Ptr(); q != nil {
		if err := soundQuorum(*q); err != nil {
			return fmt.Errorf("quorum.%w", err)
		}
	}
	if n := m.NoticeDays.Or(0); n < 0 || n > 366 {
		return fmt.Errorf("notice_days: not a number of days, %d", n)
	}
	if x := m.Somerset.Ptr(); x != nil {
		for i, s := range x.Classes.Or(nil) {
			if s.Share.Num() < 0 || s.Share.Cmp(law.Per(1, 1)) > 0 || s.Share.Den() > 1_000_000 {
				return fmt.Errorf("somerset.%s: not a share of a vote, %v", law.Path("classes", i, "share"), s.Share)
			}
		}
	}
	for _, check := range []func() error{m.checkMeetings, m.checkVote, m.checkBoard, m.checkProfit, m.checkEndings} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// soundQuorum refuses a quorum that cannot be; the error begins with the place.
func soundQuorum(q governance.Quorum) error {
	switch {
	case q.Heads < 0:
		return fmt.Errorf("heads: a negative number, %d", q.Heads)
	case q.Fraction.Num() < 0 || q.Fraction.Cmp(law.Per(1, 1)) > 0:
		return fmt.Errorf("fraction: not a part of the members, %v", q.Fraction)
	case q.Heads == 0 && q.Fraction.Num() == 0:
		return fmt.Errorf("heads: neither a number nor a part of the members is given")
	}
	return nil
}

// soundCount refuses counts below nothing; the error begins with the place.
func soundCount(place string, f *law.Fact[int64]) error {
	if n := f.Or(0); n < 0 || n > 1<<40 {
		return fmt.Errorf("%s: not a number of people, %d", place, n)
	}
	return nil
}

// withinWhole refuses a part that is larger than its whole, where both are stated.
func withinWhole(place string, part, whole *law.Fact[int64]) error {
	n, ok := part.Get()
	if all, ok1 := whole.Get(); ok && ok1 && n > all {
		return fmt.Errorf("%s: %d of them, and only %d in all", place, n, all)
	}
	return nil
}

// soundAmount refuses an amount that cannot be; the error begins with the place.
func soundAmount(place string, f *law.Fact[law.Pence]) error {
	if p := f.Or(0); p < 0 || p > law.MaxPence {
		return fmt.Errorf("%s: not an amount that can be, %v", place, p)
	}
	return nil
}

// firstFault returns the first of some errors, so that a place is named once.
func firstFault(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
