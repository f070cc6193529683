package society

import (
	"errors"
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Ready is a ready constitution that founders start from.
type Ready uint8

// The ready constitutions. Worker and consumer co-operatives follow the society model of
// 2014, the worker company the articles of 2012. Of the Somerset Rules, and of model rules for
// community benefit societies with community shares, no figures were read but the shares of
// classes: the last two have the majorities of the society model and one vote a member, or
// agreed shares of the vote for classes, and everything else is the caller's choice.
const (
	ReadyWorker Ready = iota + 1
	ReadyConsumer
	ReadyWorkerCompany
	ReadyMultiStakeholder
	ReadyCommunityBenefit
)

var readyNames = []string{"", "worker", "consumer", "worker-company", "multi-stakeholder", "community-benefit"}

// String gives the JSON value.
func (r Ready) String() string { return law.NameOf(readyNames, r) }

// MarshalText writes String.
func (r Ready) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String writes.
func (r *Ready) UnmarshalText(b []byte) error {
	return law.ParseName(r, readyNames, b, "a ready constitution")
}

// Choices are what a model leaves to the founders. What is needed and not given is refused,
// never invented.
type Choices struct {
	// Quorum is that of general meetings. The company model has one, and needs none here.
	Quorum governance.Quorum `json:"quorum,omitzero"`
	// NoticeDays are the clear days of notice of a general meeting that is not the annual one.
	// The company model has its own.
	NoticeDays int `json:"notice_days,omitempty"`
	// Directors is how many the members elect, External how many may be co-opted from outside.
	Directors int `json:"directors,omitempty"`
	External  int `json:"external,omitempty"`
	// BoardQuorum is asked for where no model has one: of several classes, and of a community
	// benefit society.
	BoardQuorum governance.Quorum `json:"board_quorum,omitzero"`
	// Classes are the stakeholders of a multi-stakeholder co-operative, two at least.
	Classes []ClassChoice `json:"classes,omitempty"`
}

// ClassChoice is a class of stakeholders: its agreed share of the vote and the directors that
// it elects.
type ClassChoice struct {
	Class     string    `json:"class"`
	Share     law.Ratio `json:"share"`
	Directors int       `json:"directors"`
}

// ErrChoices is wrapped by every refusal of what founders chose.
var ErrChoices = errors.New("no ready constitution")

func badChoice(place, format string, args ...any) error {
	return fmt.Errorf("%w: choices.%s: %s", ErrChoices, place, fmt.Sprintf(format, args...))
}

// Names of the resolutions in a ready constitution. The first two take a majority of votes
// cast at a meeting; in the company model the second is a special resolution. An electronic
// one is of all members, with a turnout; an entrenched one is of every member.
const (
	OrdinaryResolution      = "ordinary"
	ExtraordinaryResolution = "extraordinary"
	ElectronicResolution    = "electronic-extraordinary"
	EntrenchedResolution    = "entrenched"
)

// Constitution returns a ready constitution for a caller to start from and alter, each
// majority with the rule that it comes from. Figures are read as at a date: it refuses one on
// which some figure was not certain or not in force, by the figure's id, and choices that are
// lacking or cannot be, by their place.
//
// Every member has one vote, or a class its agreed share of the vote; nobody has a casting
// vote, so that a tie is lost; at a meeting adjourned for want of a quorum those present are
// one. Notice is that of meetings other than the annual one, which ForAnnualMeeting gives.
// Electronic votes count in the vote and not towards the quorum, since nobody is present by
// them. A merger or conversion takes the Act's own two meetings: see Change.
func Constitution(r Ready, x Choices, f *Figures, on law.Date) (governance.Constitution, error) {
	if r < ReadyWorker || r > ReadyCommunityBenefit {
		return governance.Constitution{}, fmt.Errorf("%w: %v", ErrChoices, r)
	}
	read := modelReader{on: on}
	var c governance.Constitution
	if r == ReadyWorkerCompany {
		c = read.company(f)
	} else {
		c = read.society(f)
		c.Quorum, c.Notice.ClearDays = x.Quorum, x.NoticeDays
	}
	least := f.SocietyDirectors
	if r == ReadyWorkerCompany {
		least = f.CompanyDirectors
	}
	directors, external := readModel(&read, &least), readModel(&read, &f.CoOptedMost)
	if read.err != nil {
		return governance.Constitution{}, read.err
	}
	if err := x.check(r, directors, external); err != nil {
		return governance.Constitution{}, err
	}
	c.Board = x.board(r, c.Board)
	for _, k := range x.Classes {
		c.Classes = append(c.Classes, k.Class)
		c.Votes.Shares = append(c.Votes.Shares, governance.ClassShare{Class: k.Class, Share: k.Share})
	}
	return c, nil
}

// check refuses choices that are lacking, do not belong to the ready constitution, or cannot
// be.
func (x *Choices) check(r Ready, least, mostExternal int64) error {
	several, own := r == ReadyMultiStakeholder, r == ReadyMultiStakeholder || r == ReadyCommunityBenefit
	if r == ReadyWorkerCompany {
		if x.NoticeDays != 0 || !x.noQuorum() {
			return badChoice("quorum", "the articles of 2012 have their own quorum and notice; alter them in the constitution")
		}
	} else if err := soundQuorum(x.Quorum); err != nil {
		return badChoice("quorum", "%v", err)
	} else if x.NoticeDays < 1 || x.NoticeDays > 366 {
		return badChoice("notice_days", "%d is no length of notice, and the model leaves it open", x.NoticeDays)
	}
	if own {
		if err := soundQuorum(x.BoardQuorum); err != nil {
			return badChoice("board_quorum", "%v", err)
		}
	} else if x.BoardQuorum.Heads != 0 || x.BoardQuorum.Fraction.Num() != 0 {
		return badChoice("board_quorum", "the model has its own; alter it in the constitution")
	}
	if x.External < 0 || int64(x.External) > mostExternal {
		return badChoice("external", "%d external directors, of which there may be %d", x.External, mostExternal)
	}
	if several {
		return x.checkClasses(least)
	}
	if len(x.Classes) > 0 || len(x.Quorum.Classes) > 0 {
		return badChoice("classes", "only a multi-stakeholder co-operative has classes")
	}
	return enoughSeats("directors", x.Directors, least)
}

func (x *Choices) noQuorum() bool {
	return x.Quorum.Heads == 0 && x.Quorum.Fraction.Num() == 0 && len(x.Quorum.Classes) == 0
}

// maxSeats bounds a board, so that its size can be added up.
const maxSeats = 10_000

func enoughSeats(place string, n int, least int64) error {
	if int64(n) < least || n > maxSeats {
		return badChoice(place, "%d directors, of which there must be at least %d", n, least)
	}
	return nil
}

func (x *Choices) checkClasses(least int64) error {
	if len(x.Classes) < 2 || len(x.Classes) > 100 {
		return badChoice("classes", "%d of them, where there must be two at least", len(x.Classes))
	}
	shares, seats := make([]governance.ClassShare, len(x.Classes)), x.Directors
	for i, k := range x.Classes {
		if k.Class == "" {
			return badChoice(law.Path("classes", i, "class"), "none is given")
		}
		if k.Directors < 0 || k.Directors > maxSeats/100 {
			return badChoice(law.Path("classes", i, "directors"), "%d is no number of directors", k.Directors)
		}
		shares[i], seats = governance.ClassShare{Class: k.Class, Share: k.Share}, seats+k.Directors
	}
	if err := wholeVote(shares); err != nil {
		return badChoice("classes", "%v", err)
	}
	for i, q := range x.Quorum.Classes {
		if !slices.ContainsFunc(x.Classes, func(k ClassChoice) bool { return k.Class == q.Class }) {
			return badChoice("quorum."+law.Path("classes", i, "class"), "%q is no class", q.Class)
		}
		if err := soundQuorum(governance.Quorum{Heads: q.Heads, Fraction: q.Fraction}); err != nil {
			return badChoice("quorum."+law.Path("classes", i, ""), "%v", err)
		}
	}
	if x.Directors != 0 {
		return badChoice("directors", "each class elects its own")
	}
	return enoughSeats("classes", seats, least)
}

// board fills the seats that members, or each class, elect, and those of external directors.
func (x *Choices) board(r Ready, b governance.Board) governance.Board {
	for _, k := range x.Classes {
		b.Seats = append(b.Seats, governance.Seats{Name: k.Class, Count: k.Directors, How: governance.Elected, By: k.Class})
	}
	if len(x.Classes) == 0 {
		b.Seats = append(b.Seats, governance.Seats{Name: "members", Count: x.Directors, How: governance.Elected, By: "members"})
	}
	if x.External > 0 {
		b.Seats = append(b.Seats, governance.Seats{Name: "external", Count: x.External, How: governance.CoOpted})
	}
	if r == ReadyMultiStakeholder || r == ReadyCommunityBenefit {
		b.Quorum = x.BoardQuorum
	}
	return b
}

// modelReader reads figures as at a date and keeps the first that has no certain value.
type modelReader struct {
	on  law.Date
	err error
}

func readModel[T any](r *modelReader, h *law.History[T]) (v T) {
	e, ok := h.At(r.on)
	if ok && e.Is == law.InForce {
		return e.Value
	}
	if r.err == nil {
		r.err = fmt.Errorf("%w: figures.%s: no certain value on %v", ErrChoices, h.ID(), r.on)
	}
	return v
}

func (r *modelReader) majority(name string, h *law.History[governance.Majority], by law.Provision) governance.NamedMajority {
	return governance.NamedMajority{Name: name, Majority: readModel(r, h), By: by}
}

// common is what both models have.
func (r *modelReader) common(f *Figures, by law.Instrument) governance.Constitution {
	resolutions := by.At("on resolutions", "")
	return governance.Constitution{
		// No rule takes the vote away from a member who owes on shares.
		Votes: governance.VotingRights{Basis: governance.OneMemberOneVote, UnpaidMayVote: true},
		Notice: governance.NoticeRule{
			By: by.At("on notices", ""),
		},
		AdjournedQuorum: governance.Quorum{Heads: 1, By: by.At("on adjournment", "")},
		Majorities: []governance.NamedMajority{
			r.majority(OrdinaryResolution, &f.OrdinaryMajority, resolutions),
			r.majority(ExtraordinaryResolution, &f.ExtraordinaryMajority, resolutions),
		},
		Board: governance.Board{Removal: OrdinaryResolution, Rotation: readModel(r, &f.BoardRotation)},
	}
}

func (r *modelReader) society(f *Figures) governance.Constitution {
	c := r.common(f, model2014)
	c.Notice.ShortHeads = governance.Threshold{Fraction: readModel(r, &f.ShortNotice), Of: governance.AllEntitled}
	c.Requisition = readModel(r, &f.ModelRequisition)
	c.Majorities = append(c.Majorities, r.majority(ElectronicResolution, &f.ElectronicMajority, model2014.At("on electronic resolutions", "")))
	c.Board.Quorum = readModel(r, &f.SocietyBoardQuorum)
	c.Electronic = true
	return c
}

func (r *modelReader) company(f *Figures) governance.Constitution {
	c := r.common(f, model2012)
	c.Notice.ClearDays = readModel(r, &f.ModelNotice)
	// A majority in number, together holding so much of the votes.
	c.Notice.ShortHeads = governance.MoreThan(1, 2, governance.AllEntitled)
	c.Notice.ShortValue = governance.Threshold{Fraction: readModel(r, &f.ShortNotice), Of: governance.AllEntitled}
	c.Quorum = readModel(r, &f.ModelCompanyQuorum)
	c.Requisition = readModel(r, &f.ModelCompanyRequisition)
	c.Majorities = append(c.Majorities, r.majority(EntrenchedResolution, &f.EntrenchedMajority, model2012.At("on resolutions", "")))
	c.Board.Quorum = readModel(r, &f.CompanyBoardQuorum)
	c.Hands = governance.HandRules{ProxiesVote: true}
	return c
}

// ForAnnualMeeting returns a ready constitution as it is for the annual general meeting: on
// the notice that the models give for it, which in the society model nobody can agree to
// shorten.
func ForAnnualMeeting(c *governance.Constitution, f *Figures, on law.Date) (governance.Constitution, error) {
	read := modelReader{on: on}
	annual := *c
	annual.Notice.ClearDays = readModel(&read, &f.ModelNotice)
	annual.Notice.ShortHeads, annual.Notice.ShortValue = governance.Threshold{}, governance.Threshold{}
	return annual, read.err
}

// ElectronicOrdinary returns the majority of an ordinary resolution that is put to an
// electronic vote of so many members under the society model: as many votes as a quorum of a
// general meeting, and the constitution's ordinary majority of them. It refuses fewer than one
// member, and a quorum of nobody or of more members than there are.
func ElectronicOrdinary(c *governance.Constitution, members int64) (governance.Majority, error) {
	m, err := c.Majority(OrdinaryResolution)
	if err != nil {
		return governance.Majority{}, err
	}
	if n := c.Quorum.Needs(members); members < 1 || n < 1 || n > members {
		return governance.Majority{}, fmt.Errorf("%w: a quorum of %d, of %d members", ErrChoices, n, members)
	}
	m.Majority.Turnout = turnoutOf(c.Quorum, members)
	return m.Majority, nil
}

// ModelEligibility returns what a model asks of a member who is a natural person: an age, and
// of the company model weekly hours of employment too. It refuses the Somerset Rules, of which
// no figure is known, and a date without a certain figure.
func ModelEligibility(m Model, f *Figures, on law.Date) (governance.Eligibility, error) {
	read := modelReader{on: on}
	switch m {
	case SocietyModel:
		return governance.Eligibility{Age: readModel(&read, &f.ModelMemberAge)}, read.err
	case WorkerCompanyModel:
		return governance.Eligibility{Age: readModel(&read, &f.ModelMemberAge), Hours: readModel(&read, &f.EmployeeHours)}, read.err
	default:
		return governance.Eligibility{}, fmt.Errorf("%w: no conditions of membership are known of %v", ErrChoices, m)
	}
}
