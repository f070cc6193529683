package company

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on directors.
const (
	TooFewDirectors     law.Code = "company.too-few-directors"
	NoNaturalDirector   law.Code = "company.no-natural-director"
	DirectorUnderAge    law.Code = "company.director-under-age"
	ConflictNotOpen     law.Code = "company.conflict-not-authorisable"
	ConflictNotAllowed  law.Code = "company.conflict-not-allowed-by-members"
	ConflictVotes       law.Code = "company.conflict-authorised-by-interested"
	InterestNotDeclared law.Code = "company.interest-not-declared"
	ExistingInterest    law.Code = "company.existing-interest-not-declared"
)

// A Board is who the directors are.
type Board struct {
	Directors law.Fact[int] `json:"directors,omitzero"`
	Natural   law.Fact[int] `json:"natural_persons,omitzero"`
	// NoNaturalIn2006: on 8 November 2006 none of them was a natural person, and the company had
	// as many as the law then asked for. It is asked until 30 September 2010 of companies formed
	// by that day.
	NoNaturalIn2006 law.Fact[bool] `json:"no_natural_person_in_2006,omitzero"`
	// Youngest is the age of the youngest at appointment or, if later, when it takes effect.
	Youngest law.Fact[int] `json:"youngest,omitzero"`
}

// An Authorisation is the directors' authorisation of a conflict of interest.
type Authorisation struct {
	Given law.Fact[law.Date] `json:"given,omitzero"`
	// Arose is the day on which the situation arose; MembersAllow says that the members had
	// resolved that the directors may authorise such matters. They are asked of companies formed
	// before 1 October 2008, the latter of private ones alone.
	Arose        law.Fact[law.Date] `json:"situation_arose,omitzero"`
	MembersAllow law.Fact[bool]     `json:"members_resolved_to_allow,omitzero"`
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
	// Entered is the day on which the company entered into an existing transaction, asked of a
	// company formed before 1 October 2008.
	Entered law.Fact[law.Date] `json:"transaction_entered,omitzero"`
	// Declared in time, with its nature and extent: before the company enters into the
	// transaction, or as soon as is reasonably practicable of an existing one.
	Declared law.Fact[bool] `json:"declared_in_time,omitzero"`
	// Exempt: nothing had to be declared (ss. 177(5)-(6), 182(5)-(6)); asked where nothing was.
	Exempt law.Fact[bool] `json:"need_not_be_declared,omitzero"`
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
	authorisedOn = dated("authorisation.given", func(c *Company) *law.Fact[Authorisation] { return &c.Authorisation }, func(a *Authorisation) law.Fact[law.Date] { return a.Given })
	interestOn   = dated("interest.on", func(c *Company) *law.Fact[Interest] { return &c.Interest }, func(i *Interest) law.Fact[law.Date] { return i.On })
)

var directors = law.Topic("directors",
	rule{
		Code: TooFewDirectors, Provision: sec("s. 154", "154"),
		Says:    "A private company must have at least one director, and a public company at least two.",
		InForce: fromPart13, Check: enoughDirectors, Remedy: "Appoint directors.",
	},
	rule{
		Code: NoNaturalDirector, Provision: sec("s. 155(1)", "155"),
		Says:    "A company must have at least one director who is a natural person, one that had none on 8 November 2006 only since 1 October 2010.",
		InForce: fromDuties, Applies: naturalRequired, Check: naturalDirector, Remedy: "Appoint a natural person.",
	},
	rule{
		Code: DirectorUnderAge, Provision: sec("s. 157", "157"),
		Says:    "A person may not be appointed a director unless the person has attained the age of 16 or the appointment takes effect only then, and an appointment otherwise is void.",
		InForce: fromDuties, Check: ofAge, Remedy: "Treat the appointment as void.",
	},
	rule{
		Code: ConflictNotOpen, Provision: sec("ss. 175(5), 181(2)(b), (5)", "175"),
		Says:    "Directors may authorise a conflict in a private company unless the constitution invalidates it, and in a public company, or a charity other than in Scotland, only if the constitution enables them.",
		InForce: fromDuties, Event: authorisedOn, Applies: hasAuthorisation, Check: conflictOpen, Remedy: "Ask the members, or amend the articles.",
	},
	rule{
		Code: ConflictNotAllowed, Provision: saving2007.At("Sch 4 para 47(3)", "schedule/4"),
		Says:    "In a private company incorporated before 1 October 2008 directors may authorise a conflict only if the members have resolved, before or after that day, that they may.",
		InForce: fromDuties, Event: authorisedOn, Applies: oldPrivateAuthorises, Check: membersAllow,
		Remedy: "Put a resolution to the members, send a copy of it to the registrar, and authorise the matter again.",
	},
	rule{
		Code: ConflictVotes, Provision: sec("s. 175(6)", "175"),
		Says:    "An authorisation is effective only if there was a quorum without the interested directors and it was agreed to without their votes, or would have been.",
		InForce: fromDuties, Event: authorisedOn, Applies: hasAuthorisation, Check: conflictVoted, Remedy: "Put the matter again to those not interested.",
	},
	rule{
		Code: InterestNotDeclared, Provision: sec("s. 177", "177"),
		Says:    "A director must declare to the others the nature and extent of an interest in a proposed transaction before the company enters into it, unless it need not be declared.",
		InForce: fromDuties, Event: interestOn, Applies: interestIn(false), Check: interestDeclared, Remedy: "Declare the interest; the transaction may be set aside.",
	},
	rule{
		Code: ExistingInterest, Provision: sec("s. 182", "182"),
		Says:    "A director must declare to the others an interest in a transaction that the company has entered into as soon as is reasonably practicable, unless it need not be declared.",
		InForce: fromDuties, Event: interestOn, Applies: interestIn(true), Check: interestDeclared, Remedy: "Declare the interest now; failure is an offence.",
	},
)

// formedBefore asks for the day of incorporation; what is not stated is lacked.
func formedBefore(c *kase, day law.Date) (before, ok bool) {
	formed, ok := law.Need(c, &c.Subject.Formed, "formed")
	return formed.Before(day), ok
}

// hasAuthorisation leaves out situations that arose before 1 October 2008, which the law
// before the Act governs for good (SI 2007/3495 Sch 4 para 47(2)).
func hasAuthorisation(c *kase) bool {
	a := c.Subject.Authorisation.Ptr()
	if a == nil {
		return false
	}
	old, ok := formedBefore(c, dutiesDay)
	if !ok || !old {
		return ok
	}
	arose, ok := law.Need(c, &a.Arose, "authorisation.situation_arose")
	return ok && !arose.Before(dutiesDay)
}

// oldPrivateAuthorises: the saving is of section 175(5)(a), which a charity outside Scotland
// does not have.
func oldPrivateAuthorises(c *kase) bool {
	if !hasAuthorisation(c) || !isPrivate(c) {
		return false
	}
	old, ok1 := formedBefore(c, dutiesDay)
	charity, ok2 := charityOutsideScotland(c)
	return ok1 && ok2 && old && !charity
}

func charityOutsideScotland(c *kase) (is, ok bool) {
	charity, ok := law.Need(c, &c.Subject.Charity, "charity")
	if !ok || !charity {
		return false, ok
	}
	scottish, ok := law.Need(c, &c.Subject.ScottishCharity, "scottish_charity")
	return !scottish, ok
}

// The saving of SI 2007/3495 Sch 4 para 46 for companies without a natural person.
var (
	actPassed    = law.MustDate("2006-11-08")
	naturalSaved = law.MustDate("2010-10-01")
)

func naturalRequired(c *kase) bool {
	if !c.On.Before(naturalSaved) {
		return true
	}
	old, ok := formedBefore(c, actPassed.AddDays(1))
	if !ok || !old {
		return ok
	}
	saved, ok := law.Need(c, &c.Subject.Board.NoNaturalIn2006, "board.no_natural_person_in_2006")
	return ok && !saved
}

func interestIn(existing bool) func(*kase) bool {
	return func(c *kase) bool {
		i := c.Subject.Interest.Ptr()
		if i == nil {
			return false
		}
		is, ok := law.Need(c, &i.Existing, "interest.existing")
		return ok && is == existing && (!existing || enteredUnderAct(c, i))
	}
}

// enteredUnderAct leaves out transactions of before 1 October 2008 (SI 2007/3495 Sch 4 para 50).
func enteredUnderAct(c *kase, i *Interest) bool {
	old, ok := formedBefore(c, dutiesDay)
	if !ok || !old {
		return ok
	}
	entered, ok := law.Need(c, &i.Entered, "interest.transaction_entered")
	return ok && !entered.Before(dutiesDay)
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

func conflictOpen(c *kase) {
	a := c.Subject.Authorisation.Ptr()
	public, ok1 := law.Need(c, &c.Subject.Public, "public")
	charity, ok2 := charityOutsideScotland(c)
	if !ok1 || !ok2 {
		return
	}
	if public || charity {
		must(c, &a.Permits, true, "authorisation.constitution_permits", "The constitution does not enable the directors to authorise it.")
		return
	}
	must(c, &a.Forbids, false, "authorisation.constitution_forbids", "The constitution invalidates the authorisation.")
}

func membersAllow(c *kase) {
	must(c, &c.Subject.Authorisation.Ptr().MembersAllow, true, "authorisation.members_resolved_to_allow", "The members have not resolved that the directors may authorise conflicts.")
}

func conflictVoted(c *kase) {
	a := c.Subject.Authorisation.Ptr()
	must(c, &a.QuorumWithout, true, "authorisation.quorum_without_interested", "There was no quorum without the interested directors.")
	must(c, &a.CarriedWithout, true, "authorisation.carried_without_interested", "It was not agreed to without the votes of the interested directors.")
}

func interestDeclared(c *kase) {
	i := c.Subject.Interest.Ptr()
	if declared, ok := law.Need(c, &i.Declared, "interest.declared_in_time"); !ok || declared {
		return
	}
	asked(c, &i.Exempt, true, "interest.need_not_be_declared",
		"Could the interest not reasonably be regarded as likely to give rise to a conflict, were the others aware of it, was the director reasonably unaware, or did it concern terms of a service contract put to the board?",
		"The interest was not declared in time.")
}
