package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rules on proceedings to set a dissolution aside.
const (
	ChallengeLate          law.Code = "society.challenge-late"
	ChallengeLate1965      law.Code = "society.challenge-late-1965"
	ChallengeUntold        law.Code = "society.challenge-untold"
	ChallengeUntold1965    law.Code = "society.challenge-untold-1965"
	SettingAsideUntold     law.Code = "society.setting-aside-untold"
	SettingAsideUntold1965 law.Code = "society.setting-aside-untold-1965"
)

// A Challenge is a member's, or another interested person's, proceedings in the county
// court, in Scotland before the sheriff, to set the dissolution aside.
type Challenge struct {
	Commenced law.Fact[law.Date] `json:"commenced,omitzero"`
	// Told is the day on which the registrar was sent notice of the proceedings.
	Told law.Fact[law.Date] `json:"told,omitzero"`
	// SetAside is the day of an order that sets the dissolution aside, OrderTold that on
	// which the society sent the registrar notice of it.
	SetAside  law.Fact[law.Date] `json:"set_aside,omitzero"`
	OrderTold law.Fact[law.Date] `json:"order_told,omitzero"`
}

// challenge returns the proceedings, or nil where there are none.
func (s *Society) challenge() *Challenge {
	if x := s.Dissolution.Ptr(); x != nil {
		return x.Challenge.Ptr()
	}
	return nil
}

var (
	challenged = event{Path: "dissolution.challenge.commenced", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.challenge(); x != nil {
			return x.Commenced
		}
		return law.Fact[law.Date]{}
	}}
	setAside = event{Path: "dissolution.challenge.set_aside", Of: func(s *Society) law.Fact[law.Date] {
		if x := s.challenge(); x != nil {
			return x.SetAside
		}
		return law.Fact[law.Date]{}
	}}
)

var (
	challengeTime = rule{
		Code: ChallengeLate, Provision: act2014.At("s. 122(3)(a)", "section/122"),
		Says: "Proceedings to set the dissolution aside must be commenced within the period of 3 months from the date of the Gazette in which it " +
			"is advertised.",
		InForce: from2014, Event: challenged, Applies: isChallenged, Check: challengedInTime,
		Remedy: "Take advice at once: the society stays dissolved, whatever the proceedings find.",
	}
	challengeTold = rule{
		Code: ChallengeUntold, Provision: act2014.At("s. 122(5)", "section/122"),
		Says: "Whoever takes the proceedings must send the registrar notice of them within 7 days after their commencement, or by the end of the 3 " +
			"months if that is earlier.",
		InForce: from2014, Event: challenged, Applies: isChallenged, Check: challengeNotified,
		Remedy: "Send the notice at once.",
	}
	orderTold = rule{
		Code: SettingAsideUntold, Provision: act2014.At("s. 122(6)", "section/122"),
		Says:    "The society must send the registrar notice of an order setting its dissolution aside within 7 days after the order is made.",
		InForce: from2014, Event: setAside, Applies: isSetAside, Check: orderNotified,
		Remedy: "Send the notice at once.",
	}
)

var challenges = law.Topic("challenges to a dissolution",
	under1965(challengeTime, ChallengeLate1965, act1965.At("s. 58(6)(a)", "section/58"), start1965),
	challengeTime,
	under1965(challengeTold, ChallengeUntold1965, act1965.At("s. 58(8)", "section/58"), start1965),
	challengeTold,
	under1965(orderTold, SettingAsideUntold1965, act1965.At("s. 58(8)", "section/58"), start1965),
	orderTold,
)

func isChallenged(c *kase) bool { return c.Subject.challenge() != nil }

func isSetAside(c *kase) bool {
	x := c.Subject.challenge()
	return x != nil && x.SetAside.Stated()
}

func challengedInTime(c *kase) {
	months, ok := law.Read(c, &c.Figures.ChallengeMonths, c.On)
	gazetted, ok1 := law.Need(c, &c.Subject.Dissolution.Ptr().Gazetted, "dissolution.gazetted")
	if !ok || !ok1 {
		return
	}
	if last := challengeLast(gazetted, months); c.On.After(last) {
		c.Breach("dissolution.challenge.commenced", "The proceedings were commenced on %s; the last day for them was %s.", c.On.Long(), last.Long())
	}
}

func challengeLast(gazetted law.Date, months int) law.Date { return law.MonthsFrom(gazetted, months) }

// ChallengeDue returns the last day on which proceedings may be commenced to set aside a
// dissolution that was advertised in the Gazette of a day. It returns no date where the
// figures hold none.
func (f *Figures) ChallengeDue(gazetted law.Date) law.Date {
	months, ok := figureAt(&f.ChallengeMonths, gazetted)
	if !ok {
		return law.Date{}
	}
	return challengeLast(gazetted, months)
}

func challengeNotified(c *kase) {
	days, ok := law.Read(c, &c.Figures.ChallengeNoticeDays, c.On)
	months, ok1 := law.Read(c, &c.Figures.ChallengeMonths, c.On)
	gazetted, ok2 := law.Need(c, &c.Subject.Dissolution.Ptr().Gazetted, "dissolution.gazetted")
	if ok && ok1 && ok2 {
		sentBy(c, "Notice of the proceedings", &c.Subject.challenge().Told, "dissolution.challenge.told", challengeNoticeLast(c.On, gazetted, days, months))
	}
}

func challengeNoticeLast(commenced, gazetted law.Date, days, months int) law.Date {
	last, end := law.DaysFrom(commenced, days), challengeLast(gazetted, months)
	if end.Before(last) {
		return end
	}
	return last
}

// ChallengeNoticeDue returns the last day on which whoever commenced proceedings may send
// the registrar notice of them. It returns no date where the figures hold none.
func (f *Figures) ChallengeNoticeDue(commenced, gazetted law.Date) law.Date {
	days, ok := figureAt(&f.ChallengeNoticeDays, commenced)
	months, ok1 := figureAt(&f.ChallengeMonths, commenced)
	if !ok || !ok1 {
		return law.Date{}
	}
	return challengeNoticeLast(commenced, gazetted, days, months)
}

func orderNotified(c *kase) {
	if days, ok := law.Read(c, &c.Figures.ChallengeNoticeDays, c.On); ok {
		sentBy(c, "Notice of the order", &c.Subject.challenge().OrderTold, "dissolution.challenge.order_told", law.DaysFrom(c.On, days))
	}
}
