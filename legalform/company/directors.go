package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on directors.
const (
	TooFewDirectors     law.Code = "company.too-few-directors"
	NoNaturalDirector   law.Code = "company.no-natural-director"
	DirectorUnderAge    law.Code = "company.director-under-age"
	RemovalNotLawful    law.Code = "company.removal-not-at-meeting"
	RemovalNotNoticed   law.Code = "company.removal-without-special-notice"
	DirectorNotHeard    law.Code = "company.director-not-heard"
	ConflictNotOpen     law.Code = "company.conflict-not-authorisable"
	ConflictVotes       law.Code = "company.conflict-authorised-by-interested"
	InterestNotDeclared law.Code = "company.interest-not-declared"
	ExistingInterest    law.Code = "company.existing-interest-not-declared"
)

// A Board is who the directors are.
type Board struct {
	Directors law.Fact[int] `json:"directors,omitzero"`
	Natural   law.Fact[int] `json:"natural_persons,omitzero"`
	// Youngest is the age of the youngest at appointment or, if later, when it takes effect.
	Youngest law.Fact[int] `json:"youngest,omitzero"`
}

// A Removal is the removal of a director by the members before the end of the term.
type Removal struct {
	Resolved  law.Fact[law.Date] `json:"resolved,omitzero"`
	AtMeeting law.Fact[bool]     `json:"ordinary_resolution_at_meeting,omitzero"`
	// Special: special notice was given; Heard: the director's rights to be sent a copy, to
	// make representations and to be heard were kept.
	Special law.Fact[bool] `json:"special_notice,omitzero"`
	Heard   law.Fact[bool] `json:"director_heard,omitzero"`
}

// An Authorisation is the directors' authorisation of a conflict of interest.
type Authorisation struct {
	Given law.Fact[law.Date] `json:"given,omitzero"`
	// Permits and Forbids are what the constitution says of it.
	Permits law.Fact[bool] `json:"constitution_permits,omitzero"`
	Forbids law.Fact[bool] `json:"constitution_forbids,omitzero"`
	// QuorumWithout: there was a quorum without interested directors; CarriedWithout: it
	// would have been agreed to without their votes.
	QuorumWithout  law.Fact[bool] `json:"quorum_without_interested,omitzero"`
	CarriedWithout law.Fact[bool] `json:"carried_without_interested,omitzero"`
}

// An Interest is a director's in a transaction of the company.
type Interest struct {
	// On is the day on which the company entered into it or, of an existing one, on which the
	// director came to be interested.
	On       law.Fact[law.Date] `json:"on,omitzero"`
	Existing law.Fact[bool]     `json:"existing,omitzero"`
	// Declared in time, with its nature and extent: before the company enters into the
	// transaction, or as soon as is reasonably practicable of an existing one.
	Declared law.Fact[bool] `json:"declared_in_time,omitzero"`
}

// DirectorFigures are those of ss. 154 to 157.
type DirectorFigures struct {
	PrivateDirectors law.History[int]
	PublicDirectors  law.History[int]
	DirectorAge      law.History[int]
}

func enactedDirectors() DirectorFigures {
	return DirectorFigures{
		one("private_directors", "directors", startPart13, 1, sec("s. 154(1)", "154")),
		one("public_directors", "directors", startPart13, 2, sec("s. 154(2)", "154")),
		one("director_age", "years", startDuties, 16, sec("s. 157(1)", "157")),
	}
}

var (
	removedOn    = dated("removal.resolved", func(c *Company) *law.Fact[Removal] { return &c.Removal }, func(r *Removal) law.Fact[law.Date] { return r.Resolved })
	authorisedOn = dated("authorisation.given", func(c *Company) *law.Fact[Authorisation] { return &c.Authorisation }, func(a *Authorisation) law.Fact[law.Date] { return a.Given })
	interestOn   = dated("interest.on", func(c *Company) *law.Fact[Interest] { return &c.Interest }, func(i *Interest) law.Fact[law.Date] { return i.On })
)

var directors = law.Table(
	rule{
		Code: TooFewDirectors, Provision: sec("s. 154", "154"),
		Says:    "A private company must have at least one director, and a public company at least two.",
		InForce: fromPart13, Check: enoughDirectors, Remedy: "Appoint directors.",
	},
	rule{
		Code: NoNaturalDirector, Provision: sec("s. 155(1)", "155"),
		Says:    "A company must have at least one director who is a natural person.",
		InForce: fromDuties, Check: naturalDirector, Remedy: "Appoint a natural person.",
	},
	rule{
		Code: DirectorUnderAge, Provision: sec("s. 157", "157"),
		Says:    "A person may not be appointed a director unless the person has attained the age of 16, and an appointment before it is void.",
		InForce: fromDuties, Check: ofAge, Remedy: "Treat the appointment as void.",
	},
	rule{
		Code: RemovalNotLawful, Provision: sec("s. 168(1)", "168"),
		Says:    "A company may by ordinary resolution at a meeting remove a director before the end of the period of office, whatever any agreement says.",
		InForce: fromPart13, Event: removedOn, Applies: hasRemoval, Check: removedAtMeeting, Remedy: "Put the ordinary resolution to a meeting.",
	},
	rule{
		Code: RemovalNotNoticed, Provision: sec("s. 168(2)", "168"),
		Says:    "Special notice is required of a resolution to remove a director or to appoint somebody instead at the same meeting.",
		InForce: fromPart13, Event: removedOn, Applies: hasRemoval, Check: removalNoticed, Remedy: "Give special notice, and move the resolution at a later meeting.",
	},
	rule{
		Code: DirectorNotHeard, Provision: sec("s. 169", "169"),
		Says:    "The director must be sent a copy of the notice, may have representations circulated, and is entitled to be heard at the meeting.",
		InForce: fromPart13, Event: removedOn, Applies: hasRemoval, Check: directorHeard, Remedy: "Send the copy and hear the director.",
	},
	rule{
		Code: ConflictNotOpen, Provision: sec("ss. 175(5), 181(2)", "175"),
		Says:    "Directors may authorise a conflict in a private company unless the constitution invalidates it, and in a public company, or a charity other than in Scotland, only if the constitution enables them.",
		InForce: fromDuties, Event: authorisedOn, Applies: hasAuthorisation, Check: conflictOpen, Remedy: "Ask the members, or amend the articles.",
	},
	rule{
		Code: ConflictVotes, Provision: sec("s. 175(6)", "175"),
		Says:    "An authorisation is effective only if there was a quorum without the interested directors and it was agreed to without their votes, or would have been.",
		InForce: fromDuties, Event: authorisedOn, Applies: hasAuthorisation, Check: conflictVoted, Remedy: "Put the matter again to those not interested.",
	},
	rule{
		Code: InterestNotDeclared, Provision: sec("s. 177", "177"),
		Says:    "A director must declare the nature and extent of an interest in a proposed transaction before the company enters into it.",
		InForce: fromDuties, Event: interestOn, Applies: interestIn(false), Check: interestDeclared, Remedy: "Declare the interest; the transaction may be set aside.",
	},
	rule{
		Code: ExistingInterest, Provision: sec("s. 182", "182"),
		Says:    "A director must declare an interest in an existing transaction as soon as is reasonably practicable.",
		InForce: fromDuties, Event: interestOn, Applies: interestIn(true), Check: interestDeclared, Remedy: "Declare the interest now; failure is an offence.",
	},
)

func hasRemoval(c *kase) bool { return c.Subject.Removal.Stated() }

func hasAuthorisation(c *kase) bool { return c.Subject.Authorisation.Stated() }

func interestIn(existing bool) func(*kase) bool {
	return func(c *kase) bool {
		i := c.Subject.Interest.Ptr()
		if i == nil {
			return false
		}
		is, ok := law.Need(c, &i.Existing, "interest.existing")
		return ok && is == existing
	}
}

func enoughDirectors(c *kase) {
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	n, ok2 := law.Need(c, &c.Subject.Board.Directors, "board.directors")
	h := &c.Figures.PrivateDirectors
	if public {
		h = &c.Figures.PublicDirectors
	}
	if least, ok := law.Read(c, h, c.On); ok && ok1 && ok2 && n < least {
		c.Breach("board.directors", "There are %d directors, of at least %d.", n, least)
	}
}

func naturalDirector(c *kase) {
	if n, ok := law.Need(c, &c.Subject.Board.Natural, "board.natural_persons"); ok && n < 1 {
		c.Breach("board.natural_persons", "No director is a natural person.")
	}
}

func ofAge(c *kase) {
	age, ok1 := law.Need(c, &c.Subject.Board.Youngest, "board.youngest")
	if least, ok2 := law.Read(c, &c.Figures.DirectorAge, c.On); ok1 && ok2 && age < least {
		c.Breach("board.youngest", "A director was appointed at the age of %d, under %d.", age, least)
	}
}

func removedAtMeeting(c *kase) {
	must(c, &c.Subject.Removal.Ptr().AtMeeting, true, "removal.ordinary_resolution_at_meeting", "No ordinary resolution at a meeting removed the director.")
}

func removalNoticed(c *kase) {
	must(c, &c.Subject.Removal.Ptr().Special, true, "removal.special_notice", "No special notice was given.")
}

func directorHeard(c *kase) {
	must(c, &c.Subject.Removal.Ptr().Heard, true, "removal.director_heard", "The director's right to be heard was not kept.")
}

func conflictOpen(c *kase) {
	a := c.Subject.Authorisation.Ptr()
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	charity, ok2 := law.Need(c, &c.Subject.Charity, "charity")
	if !ok1 || !ok2 {
		return
	}
	if charity {
		scottish, ok := law.Need(c, &c.Subject.ScottishCharity, "scottish_charity")
		if !ok {
			return
		}
		charity = !scottish
	}
	if public || charity {
		must(c, &a.Permits, true, "authorisation.constitution_permits", "The constitution does not enable the directors to authorise it.")
		return
	}
	must(c, &a.Forbids, false, "authorisation.constitution_forbids", "The constitution invalidates the authorisation.")
}

func conflictVoted(c *kase) {
	a := c.Subject.Authorisation.Ptr()
	must(c, &a.QuorumWithout, true, "authorisation.quorum_without_interested", "There was no quorum without the interested directors.")
	must(c, &a.CarriedWithout, true, "authorisation.carried_without_interested", "It was not agreed to without the votes of the interested directors.")
}

func interestDeclared(c *kase) {
	must(c, &c.Subject.Interest.Ptr().Declared, true, "interest.declared_in_time", "The interest was not declared in time.")
}
