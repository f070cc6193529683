package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func windingUp() Society {
	return Society{WindingUp: law.Known(WindingUp{
		Passed: on("2026-05-01"), Votes: tally(75, 25, 0), Sent: on("2026-05-16"), Annexed: law.Known(true),
	})}
}

func TestWindingUp(t *testing.T) {
	wind := func(f func(*WindingUp)) change { return func(s *Society) { f(s.WindingUp.Ptr()) } }
	none := func(s *Society) { s.WindingUp = law.Fact[WindingUp]{} }
	type c = lawtest.Case[Society]
	courseSuite(windingUps, windingUp,
		c{Name: "s. 123(1): exactly 75%", Code: WindingUpNotCarried, Want: law.Met},
		c{Name: "s. 123(1): one short", Code: WindingUpNotCarried, Change: wind(func(x *WindingUp) { x.Votes = tally(74, 26, 0) }), Want: law.Breached, At: "winding_up.votes"},
		c{Name: "s. 123: no resolution", Code: WindingUpNotCarried, Change: none, Want: law.NotApplicable},
		c{Name: "s. 123(3)(a): the fifteenth day", Code: WindingUpSentLate, Want: law.Met},
		c{Name: "s. 123(3)(a): the sixteenth", Code: WindingUpSentLate, Change: wind(func(x *WindingUp) { x.Sent = on("2026-05-17") }), Want: law.Breached, At: "winding_up.sent"},
		c{Name: "s. 123: no resolution", Code: WindingUpSentLate, Change: none, Want: law.NotApplicable},
		c{Name: "s. 123(3)(b): annexed", Code: WindingUpNotAnnexed, Want: law.Met},
		c{Name: "s. 123(3)(b): not annexed", Code: WindingUpNotAnnexed, Change: wind(func(x *WindingUp) { x.Annexed = law.Known(false) }), Want: law.Breached, At: "winding_up.annexed_to_rules"},
		c{Name: "s. 123: no resolution", Code: WindingUpNotAnnexed, Change: none, Want: law.NotApplicable},
	).Run(t)
}

func TestWindingUpDue(t *testing.T) {
	f := Enacted()
	assert.Equal(t, "2026-05-16", f.WindingUpDue(law.MustDate("2026-05-01")).String())
}
