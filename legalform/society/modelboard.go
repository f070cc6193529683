package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows of model rules on the board and on admission.
const (
	BoardTooSmall       law.Code = "society.model-board-too-small"
	DirectorUnderAge    law.Code = "society.model-director-under-age"
	DirectorNotMember   law.Code = "society.model-director-not-member"
	TooManyCoOpted      law.Code = "society.model-too-many-co-opted"
	CoOptionNotReviewed law.Code = "society.model-co-option-not-reviewed"
	BoardInquorate      law.Code = "society.model-board-inquorate"
	TooFewRetired       law.Code = "society.model-too-few-retired"
	DisposalUnapproved  law.Code = "society.model-disposal-unapproved"
	MemberUnderAge      law.Code = "society.model-member-under-age"
	ExclusionUnequal    law.Code = "society.model-exclusion-unequal"
	MemberNotEmployed   law.Code = "society.model-member-not-employed"
	SeveralShares       law.Code = "society.model-several-shares"
)

// ModelBoard is a board under model rules, as it stands on a day.
type ModelBoard struct {
	On        law.Fact[law.Date]        `json:"on,omitzero"`
	Directors law.Fact[[]ModelDirector] `json:"directors,omitzero"`
}

// ModelDirector is somebody on a board.
type ModelDirector struct {
	// ID locates a finding; no name is needed.
	ID   string             `json:"id"`
	Born law.Fact[law.Date] `json:"born,omitzero"`
	// Member: a member of the body. External: co-opted from outside for skill or experience,
	// and Reviewed the day of the co-option, or of its last review.
	Member   law.Fact[bool]     `json:"member,omitzero"`
	External law.Fact[bool]     `json:"external,omitzero"`
	Reviewed law.Fact[law.Date] `json:"reviewed,omitzero"`
}

// ModelBoardMeeting is a meeting of a board.
type ModelBoardMeeting struct {
	Held     law.Fact[law.Date] `json:"held,omitzero"`
	InOffice law.Fact[int64]    `json:"in_office,omitzero"`
	Present  law.Fact[int64]    `json:"present,omitzero"`
}

// ModelRetirement is who retired at an annual general meeting.
type ModelRetirement struct {
	Held law.Fact[law.Date] `json:"held,omitzero"`
	// First: it was the body's first. InOffice counts the elected directors before it, Retired
	// those of them who retired at it, re-elected or not.
	First    law.Fact[bool]  `json:"first,omitzero"`
	InOffice law.Fact[int64] `json:"in_office,omitzero"`
	Retired  law.Fact[int64] `json:"retired,omitzero"`
}

// ModelDisposal is a disposal of assets by the board, in one transaction or a series.
type ModelDisposal struct {
	On           law.Fact[law.Date]  `json:"on,omitzero"`
	Value        law.Fact[law.Pence] `json:"value,omitzero"`
	BalanceSheet law.Fact[law.Pence] `json:"balance_sheet,omitzero"`
	// Approved: by an extraordinary resolution, in the company model a special one.
	Approved law.Fact[bool] `json:"approved,omitzero"`
}

func (m *ModelRules) checkBoard() error {
	var errs []error
	if x := m.BoardMeeting.Ptr(); x != nil {
		errs = append(errs, soundCount("board_meeting.in_office", &x.InOffice), soundCount("board_meeting.present", &x.Present),
			withinWhole("board_meeting.present", &x.Present, &x.InOffice))
	}
	if x := m.Retirement.Ptr(); x != nil {
		errs = append(errs, soundCount("retirement.in_office", &x.InOffice), soundCount("retirement.retired", &x.Retired),
			withinWhole("retirement.retired", &x.Retired, &x.InOffice))
	}
	if x := m.Disposal.Ptr(); x != nil {
		errs = append(errs, soundAmount("disposal.value", &x.Value), soundAmount("disposal.balance_sheet", &x.BalanceSheet))
	}
	if x := m.Admission.Ptr(); x != nil {
		errs = append(errs, soundCount("admission.weekly_hours", &x.WeeklyHours), soundCount("admission.shares", &x.Shares))
		if n := x.WeeklyHours.Or(0); n > 7*24 {
			errs = append(errs, fmt.Errorf("admission.weekly_hours: more than a week has, %d", n))
		}
	}
	return firstFault(errs...)
}

var (
	boardAsAt = modelEvent("board.on", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Board.Ptr(); x != nil {
			return x.On
		}
		return law.Fact[law.Date]{}
	})
	boardMet = modelEvent("board_meeting.held", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.BoardMeeting.Ptr(); x != nil {
			return x.Held
		}
		return law.Fact[law.Date]{}
	})
	directorsRetired = modelEvent("retirement.held", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Retirement.Ptr(); x != nil {
			return x.Held
		}
		return law.Fact[law.Date]{}
	})
	assetsDisposed = modelEvent("disposal.on", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Disposal.Ptr(); x != nil {
			return x.On
		}
		return law.Fact[law.Date]{}
	})
	memberAdmitted = modelEvent("admission.on", func(m *ModelRules) law.Fact[law.Date] {
		if x := m.Admission.Ptr(); x != nil {
			return x.On
		}
		return law.Fact[law.Date]{}
	})
)

func hasBoard(m *ModelRules) bool      { return m.Board.Stated() }
func boardMeets(m *ModelRules) bool    { return m.BoardMeeting.Stated() }
func hasRetirement(m *ModelRules) bool { return m.Retirement.Stated() }
func hasDisposal(m *ModelRules) bool   { return m.Disposal.Stated() }
func hasAdmission(m *ModelRules) bool  { return m.Admission.Stated() }

var modelBoards = law.Topic("model boards",
	rule{
		Code: BoardTooSmall, Provision: models.At("on directors", ""), Weight: law.OwnRules,
		Says:    "The board comprises not less than three directors, in the company model not less than two.",
		InForce: fromCompanyModel, Event: boardAsAt, Applies: underModel(hasBoard, SocietyModel, WorkerCompanyModel), Check: enoughDirectors,
		Remedy: "Elect directors, or fill the vacancy by co-opting a member.",
	},
	rule{
		Code: DirectorUnderAge, Provision: models.At("on directors", ""), Weight: law.OwnRules,
		Says:    "Only persons aged 18 years or more, in the company model 16 or more, serve on the board.",
		InForce: fromCompanyModel, Event: boardAsAt, Applies: underModel(hasBoard, SocietyModel, WorkerCompanyModel), Check: directorsOfAge,
		Remedy: "Fill the seat with somebody old enough.",
	},
	rule{
		Code: DirectorNotMember, Provision: models.At("on the composition of the board", ""), Weight: law.OwnRules,
		Says:    "Directors are elected by and from the members; only external directors who are co-opted need not be members.",
		InForce: fromCompanyModel, Event: boardAsAt, Applies: underModel(hasBoard, SocietyModel, WorkerCompanyModel), Check: directorsAreMembers,
		Remedy: "Admit the director to membership, or fill the seat with a member.",
	},
	rule{
		Code: TooManyCoOpted, Provision: models.At("on the co-option of directors", ""), Weight: law.OwnRules,
		Says:    "The board may co-opt up to two external directors.",
		InForce: fromCompanyModel, Event: boardAsAt, Applies: underModel(hasBoard, SocietyModel, WorkerCompanyModel), Check: fewCoOpted,
		Remedy: "Remove external directors by a resolution of the board.",
	},
	rule{
		Code: CoOptionNotReviewed, Provision: models.At("on the co-option of directors", ""), Weight: law.OwnRules,
		Says:    "The co-option of an external director is reviewed at least every 12 months.",
		InForce: fromCompanyModel, Event: boardAsAt, Applies: underModel(hasBoard, SocietyModel, WorkerCompanyModel), Check: coOptionsReviewed,
		Remedy: "Review the co-option.",
	},
	rule{
		Code: BoardInquorate, Provision: models.At("on the quorum of the board", ""), Weight: law.OwnRules,
		Says:    "The quorum of the board is half of the directors or three, in the company model two, whichever is the greater.",
		InForce: fromCompanyModel, Event: boardMet, Applies: underModel(boardMeets, SocietyModel, WorkerCompanyModel), Check: boardQuorate,
		Remedy: "Take the decision again at a quorate meeting.",
	},
	rule{
		Code: TooFewRetired, Provision: models.At("on the retirement cycle", ""), Weight: law.OwnRules,
		Says: "At the first annual general meeting all directors stand down, and at each later one a third of them or the number nearest to a " +
			"third, those longest in office.",
		InForce: fromCompanyModel, Event: directorsRetired, Applies: underModel(hasRetirement, SocietyModel, WorkerCompanyModel), Check: enoughRetired,
		Remedy: "Put the seats of those longest in office to election.",
	},
	rule{
		Code: DisposalUnapproved, Provision: models.At("on the powers of the board", ""), Weight: law.OwnRules,
		Says: "The board may not dispose of assets, in one transaction or a series, worth a third or more of the last balance sheet without the " +
			"approval of the members by extraordinary resolution.",
		InForce: fromCompanyModel, Event: assetsDisposed, Applies: underModel(hasDisposal, SocietyModel, WorkerCompanyModel), Check: disposalApproved,
		Remedy: "Put the disposal to the members before it is completed.",
	},
	rule{
		Code: MemberUnderAge, Provision: models.At("on applications for membership", ""), Weight: law.OwnRules,
		Says:    "No natural person is admitted to membership before the age of 16.",
		InForce: fromCompanyModel, Event: memberAdmitted, Applies: underModel(hasAdmission, SocietyModel, WorkerCompanyModel), Check: memberOfAge,
		Remedy: "Admit the person on reaching 16.",
	},
	rule{
		Code: ExclusionUnequal, Provision: models.At("on employee members", ""), Weight: law.OwnRules,
		Says: "Employees may be excluded from membership during a reasonable probation, or who work less than prescribed hours, if the criteria are " +
			"applied equally to all employees.",
		InForce: fromCompanyModel, Event: memberAdmitted, Applies: excludesSomebody,
		Check: judgedBy(
			admissionAsks(func(x *ModelAdmission) *law.Fact[bool] { return &x.Reasonable }, "reasonable",
				"Is it a reasonable probation, or a prescribed number of hours?", "The exclusion rests on no reasonable probation and no prescribed hours."),
			admissionAsks(func(x *ModelAdmission) *law.Fact[bool] { return &x.Equal }, "equal",
				"Are the criteria applied equally to all employees?", "The criteria for exclusion are not applied equally to all employees."),
		),
		Remedy: "Admit the employee, or apply one criterion to all.",
	},
	rule{
		Code: MemberNotEmployed, Provision: model2012.At("on membership", ""), Weight: law.OwnRules,
		Says:    "Only employees, who work under contract at least eight hours a week, may be members.",
		InForce: fromCompanyModel, Event: memberAdmitted, Applies: underModel(hasAdmission, WorkerCompanyModel), Check: memberEmployed,
		Remedy: "Transfer the co-operative share to the secretary as nominee.",
	},
	rule{
		Code: SeveralShares, Provision: model2012.At("on co-operative shares", ""), Weight: law.OwnRules,
		Says:    "An employee may not hold more than one co-operative share, except as a nominee.",
		InForce: fromCompanyModel, Event: memberAdmitted, Applies: underModel(hasAdmission, WorkerCompanyModel), Check: oneShare,
		Remedy: "Transfer the other shares to the secretary as nominee.",
	},
)

func boardOf(c *kase) ([]ModelDirector, bool) {
	return law.Need(c, &c.Subject.ModelRules.Ptr().Board.Ptr().Directors, "model_rules.board.directors")
}

// ofModel chooses between the figures of the society model and of the company model.
func ofModel[T any](c *kase, society, company *law.History[T]) (T, bool) {
	if underCompanyModel(c) {
		return law.Read(c, company, c.On)
	}
	return law.Read(c, society, c.On)
}

func enoughDirectors(c *kase) {
	list, ok := boardOf(c)
	least, ok1 := ofModel(c, &c.Figures.SocietyDirectors, &c.Figures.CompanyDirectors)
	if ok && ok1 && int64(len(list)) < least {
		c.Breach("model_rules.board.directors", "There are %d directors; there must be at least %d.", len(list), least)
	}
}

func directorsOfAge(c *kase) {
	list, ok := boardOf(c)
	age, ok1 := ofModel(c, &c.Figures.DirectorAge, &c.Figures.CompanyDirectorAge)
	if !ok || !ok1 {
		return
	}
	for i := range list {
		born, ok := law.Need(c, &list[i].Born, law.Path("model_rules.board.directors", i, "born"))
		if ok && underAge(born, age, c.On) {
			c.Breach(law.Path("model_rules.board.directors", i, "born"), "Director %s is not yet %d years old.", list[i].ID, age)
		}
	}
}

// underAge reports whether a birthday of an age is still to come, beyond the calendar's end too.
func underAge(born law.Date, years int, on law.Date) bool {
	return born.After(on) || born.AddMonths(12*years).After(on)
}

func directorsAreMembers(c *kase) {
	list, ok := boardOf(c)
	for i := range list {
		if !ok || told(&list[i].Member) == yes {
			continue
		}
		member, ok1 := law.Need(c, &list[i].Member, law.Path("model_rules.board.directors", i, "member"))
		external, ok2 := law.Need(c, &list[i].External, law.Path("model_rules.board.directors", i, "external"))
		if ok1 && ok2 && !member && !external {
			c.Breach(law.Path("model_rules.board.directors", i, "member"), "Director %s is no member, and not co-opted from outside.", list[i].ID)
		}
	}
}

func fewCoOpted(c *kase) {
	list, ok := boardOf(c)
	most, ok1 := law.Read(c, &c.Figures.CoOptedMost, c.On)
	n := int64(0)
	for i := range list {
		external, ok2 := law.Need(c, &list[i].External, law.Path("model_rules.board.directors", i, "external"))
		if ok2 && external {
			n++
		}
	}
	if ok && ok1 && n > most {
		c.Breach("model_rules.board.directors", "%d external directors are co-opted; the most is %d.", n, most)
	}
}

func coOptionsReviewed(c *kase) {
	list, ok := boardOf(c)
	months, ok1 := law.Read(c, &c.Figures.ReviewMonths, c.On)
	for i := range list {
		place := law.Path("model_rules.board.directors", i, "reviewed")
		external, ok2 := law.Need(c, &list[i].External, law.Path("model_rules.board.directors", i, "external"))
		if !ok || !ok1 || !ok2 || !external {
			continue
		}
		if last, ok := law.Need(c, &list[i].Reviewed, place); ok && c.On.After(law.MonthsFrom(last, months)) {
			c.Breach(place, "The co-option of director %s was last reviewed on %s, more than %d months ago.", list[i].ID, last.Long(), months)
		}
	}
}

func boardQuorate(c *kase) {
	x := c.Subject.ModelRules.Ptr().BoardMeeting.Ptr()
	q, ok := ofModel(c, &c.Figures.SocietyBoardQuorum, &c.Figures.CompanyBoardQuorum)
	all, ok1 := law.Need(c, &x.InOffice, "model_rules.board_meeting.in_office")
	present, ok2 := law.Need(c, &x.Present, "model_rules.board_meeting.present")
	if ok && ok1 && ok2 && present < q.Needs(all) {
		c.Breach("model_rules.board_meeting.present", "%d of %d directors were present; a quorum is %d.", present, all, q.Needs(all))
	}
}

func enoughRetired(c *kase) {
	x := c.Subject.ModelRules.Ptr().Retirement.Ptr()
	first, ok := law.Need(c, &x.First, "model_rules.retirement.first")
	all, ok1 := law.Need(c, &x.InOffice, "model_rules.retirement.in_office")
	retired, ok2 := law.Need(c, &x.Retired, "model_rules.retirement.retired")
	turn, ok3 := law.Read(c, &c.Figures.BoardRotation, c.On)
	if !ok || !ok1 || !ok2 || !ok3 {
		return
	}
	if due := retiring(turn, all, first); retired < due {
		c.Breach("model_rules.retirement.retired", "%d of %d directors retired; %d were to.", retired, all, due)
	}
}

// retiring is how many of a board retire at an annual meeting, the first or a later one.
func retiring(r governance.Rotation, directors int64, first bool) int64 {
	if first || directors <= 0 {
		return max(directors, 0)
	}
	return int64(law.MulDiv(law.Pence(directors), r.Fraction.Num(), r.Fraction.Den(), r.Round))
}

// DirectorsRetiring returns how many elected directors retire at an annual general meeting
// under the model rules: all at the first, the number nearest to a third at each later one;
// false where the figures hold none. Who they are, governance.Rotation.Retiring says.
func (f *Figures) DirectorsRetiring(directors int64, first bool, on law.Date) (int64, bool) {
	r, ok := f.BoardRotation.At(on)
	if !ok {
		return 0, false
	}
	return retiring(r.Value, directors, first), true
}

func disposalApproved(c *kase) {
	x := c.Subject.ModelRules.Ptr().Disposal.Ptr()
	if largeDisposal(c, &x.Value, &x.BalanceSheet, "model_rules.disposal.") != yes {
		return
	}
	approved, ok := law.Need(c, &x.Approved, "model_rules.disposal.approved")
	if value, _ := x.Value.Get(); ok && !approved {
		c.Breach("model_rules.disposal.approved", "Assets of %v were disposed of without the members' approval; the balance sheet is %v.", value, x.BalanceSheet)
	}
}
