package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// contested is a society whose dissolution a member has set aside in time.
func contested() Society {
	s := signing()
	s.Dissolution.Ptr().Challenge = law.Known(Challenge{
		Commenced: on("2026-08-20"), Told: on("2026-08-20"), SetAside: on("2026-10-01"), OrderTold: on("2026-10-08"),
	})
	return s
}

func TestChallenges(t *testing.T) {
	proceed := func(f func(*Challenge)) change { return func(s *Society) { f(s.challenge()) } }
	commenced := func(d string) change { return proceed(func(x *Challenge) { x.Commenced = on(d) }) }
	told := func(d string) change { return proceed(func(x *Challenge) { x.Told = on(d) }) }
	orderTold := func(d string) change { return proceed(func(x *Challenge) { x.OrderTold = on(d) }) }
	in1990 := func(s *Society) {
		s.Dissolution.Ptr().Gazetted = on("1990-05-20")
		*s.challenge() = Challenge{Commenced: on("1990-08-20"), Told: on("1990-08-20"), SetAside: on("1990-10-01"), OrderTold: on("1990-10-08")}
	}
	none := func(s *Society) { s.Dissolution.Ptr().Challenge = law.Fact[Challenge]{} }
	pending := proceed(func(x *Challenge) { x.SetAside = law.Fact[law.Date]{} })
	type c = lawtest.Case[Society]
	s := courseSuite(challenges, contested,
		c{Name: "s. 122(3)(a): the last day of the three months", Code: ChallengeLate, Want: law.Met},
		c{Name: "s. 122(3)(a): the day after", Code: ChallengeLate, Change: commenced("2026-08-21"), Want: law.Breached, At: "dissolution.challenge.commenced"},
		c{
			Name: "s. 122(3)(a): the Gazette's date is not stated", Code: ChallengeLate,
			Change: func(s *Society) { s.Dissolution.Ptr().Gazetted = law.Fact[law.Date]{} }, Want: law.Unknown, At: "dissolution.gazetted",
		},
		c{Name: "s. 122: nobody challenges", Code: ChallengeLate, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 58(6): the last day", Code: ChallengeLate1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(6): the day after", Code: ChallengeLate1965, Change: inTurn(in1990, commenced("1990-08-21")), Want: law.Breached},
		c{Name: "1965 s. 58: nobody challenges", Code: ChallengeLate1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 122(5)(b): told by the end of the three months", Code: ChallengeUntold, Want: law.Met},
		c{Name: "s. 122(5)(b): within a week, but after the three months", Code: ChallengeUntold, Change: told("2026-08-21"), Want: law.Breached, At: "dissolution.challenge.told"},
		c{Name: "s. 122(5)(a): the seventh day", Code: ChallengeUntold, Change: inTurn(commenced("2026-06-01"), told("2026-06-08")), Want: law.Met},
		c{Name: "s. 122(5)(a): the eighth day", Code: ChallengeUntold, Change: inTurn(commenced("2026-06-01"), told("2026-06-09")), Want: law.Breached},
		c{Name: "s. 122: nobody challenges", Code: ChallengeUntold, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 58(8): told in time", Code: ChallengeUntold1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(8): too late", Code: ChallengeUntold1965, Change: inTurn(in1990, told("1990-08-21")), Want: law.Breached},
		c{Name: "1965 s. 58: nobody challenges", Code: ChallengeUntold1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 122(6): the seventh day after the order", Code: SettingAsideUntold, Want: law.Met},
		c{Name: "s. 122(6): the eighth", Code: SettingAsideUntold, Change: orderTold("2026-10-09"), Want: law.Breached, At: "dissolution.challenge.order_told"},
		c{Name: "s. 122(6): no order yet", Code: SettingAsideUntold, Change: pending, Want: law.NotApplicable},
		c{Name: "1965 s. 58(8): the seventh day", Code: SettingAsideUntold1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(8): the eighth", Code: SettingAsideUntold1965, Change: inTurn(in1990, orderTold("1990-10-09")), Want: law.Breached},
		c{Name: "1965 s. 58(8): no order yet", Code: SettingAsideUntold1965, On: "1990-06-01", Change: inTurn(in1990, pending), Want: law.NotApplicable},
	)
	s.On = "2026-11-01"
	s.Run(t)
}

func TestChallengeDue(t *testing.T) {
	f, d := Enacted(), law.MustDate
	assert.Equal(t, "2026-08-20", f.ChallengeDue(d("2026-05-20")).String())
	assert.Equal(t, "2027-02-28", f.ChallengeDue(d("2026-11-30")).String())
	assert.Equal(t, "2026-06-08", f.ChallengeNoticeDue(d("2026-06-01"), d("2026-05-20")).String())
	assert.Equal(t, "2026-08-20", f.ChallengeNoticeDue(d("2026-08-15"), d("2026-05-20")).String())
}
