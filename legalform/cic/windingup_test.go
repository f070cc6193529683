package cic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// closing distributes £50,000 with £10,000 paid up on shares (worked example W18).
func closing() Company {
	c := paying()
	c.Dividend = law.Fact[Distribution]{}
	c.WindingUp = law.Known(WindingUp{
		On: day("2020-01-01"), Residue: pounds(50_000), Directed: law.Known(true), Unsuitable: law.Known(false),
		Consented: law.Known(false),
		Members:   law.Known([]MemberResidue{{PaidUp: pounds(10_000), Receives: pounds(10_000)}}),
		Bodies:    law.Known([]BodyResidue{{Name: law.Known("Hill Charity"), Locked: law.Known(true), Receives: pounds(40_000)}}),
	})
	return c
}

func residue(change func(*WindingUp)) func(*Company) {
	return func(c *Company) {
		w := *c.WindingUp.Ptr()
		w.Members = law.Known(append([]MemberResidue(nil), w.Members.Or(nil)...))
		w.Bodies = law.Known(append([]BodyResidue(nil), w.Bodies.Or(nil)...))
		change(&w)
		c.WindingUp = law.Known(w)
	}
}

func TestWindingUpRules(t *testing.T) {
	noMembers := residue(func(w *WindingUp) { w.Members, w.Residue = law.Known([]MemberResidue{}), pounds(40_000) })
	names := func(bs ...LockedBody) func(*Company) {
		return func(c *Company) { c.Articles.LockedBodies = law.Known(append([]LockedBody{}, bs...)) }
	}
	other := residue(func(w *WindingUp) { w.Bodies.Or(nil)[0].Name = law.Known("Vale Charity") })
	lawtest.Suite[Company, Figures]{
		Rules: windingUp, Figures: Enacted(), Lawful: closing, On: "2026-01-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){
			"winding_up.on": func(c *Company, d law.Date) { residue(func(w *WindingUp) { w.On = law.Known(d) })(c) },
		},
		Cases: []lawtest.Case[Company]{
			{Name: "reg 23(2): members entitled to their paid-up value", Code: ResidueNotByRights, Want: law.Met},
			{Name: "reg 23(2): members whom the articles give nothing", Code: ResidueNotByRights, Change: func(c *Company) { c.Articles.ReturnsPaidUp = law.Known(false) }, Want: law.Breached, At: "winding_up.members"},
			{Name: "reg 23(2): members of a Schedule 2 company are in doubt", Code: ResidueNotByRights, Change: typed(Schedule2), Want: law.Unknown},
			{Name: "reg 23(2): nothing to members", Code: ResidueNotByRights, Change: noMembers, Want: law.NotApplicable},

			{Name: "W18, reg 23(3): exactly the paid-up value", Code: ResidueOverPaidUp, Want: law.Met},
			{Name: "W18, reg 23(3): a penny more", Code: ResidueOverPaidUp, Change: residue(func(w *WindingUp) { w.Members.Or(nil)[0].Receives = pence(1_000_001) }), Want: law.Breached, At: "winding_up.members[0].receives"},
			{Name: "reg 23(3): the paid-up value is not stated", Code: ResidueOverPaidUp, Change: residue(func(w *WindingUp) { w.Members.Or(nil)[0].PaidUp = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "winding_up.members[0].paid_up"},
			{Name: "reg 23(3): nothing to members", Code: ResidueOverPaidUp, Change: noMembers, Want: law.NotApplicable},

			{Name: "W18, reg 23(4): the rest to the named body", Code: ResidueNotLocked, Want: law.Met},
			{Name: "reg 23(4): the rest to another while the named one would serve", Code: ResidueNotLocked, Change: other, Want: law.Breached, At: "winding_up.bodies[0].name"},
			{Name: "reg 23(6)(b): to another where the named one is being wound up", Code: ResidueNotLocked, Change: both(other, residue(func(w *WindingUp) { w.Unsuitable = law.Known(true) })), Want: law.Met},
			{Name: "reg 23(6)(b): to the named body though it is being wound up, and no direction", Code: ResidueNotLocked, Change: residue(func(w *WindingUp) { w.Unsuitable, w.Directed = law.Known(true), law.Known(false) }), Want: law.Breached, At: "winding_up.regulator_directed"},
			{Name: "reg 23(6)(b): to the named body all the same, as directed", Code: ResidueNotLocked, Change: residue(func(w *WindingUp) { w.Unsuitable = law.Known(true) }), Want: law.Met},
			{Name: "reg 23(5): whether the named body will serve nobody says", Code: ResidueNotLocked, Change: residue(func(w *WindingUp) { w.Unsuitable = law.Fact[bool]{} }), Want: law.Unknown, At: "winding_up.named_body_unsuitable"},
			{Name: "reg 23(5): the name in the articles is not stated", Code: ResidueNotLocked, Change: names(LockedBody{Kind: law.Known(Charity)}), Want: law.Unknown, At: "articles.locked_bodies[0].name"},
			{Name: "reg 23(6)(a): to another where none is named, as directed", Code: ResidueNotLocked, Change: both(other, names()), Want: law.Met},
			{Name: "reg 23(6): without a direction", Code: ResidueNotLocked, Change: both(other, names(), residue(func(w *WindingUp) { w.Directed = law.Known(false) })), Want: law.Breached, At: "winding_up.regulator_directed"},
			{Name: "reg 23(6): to a body without a lock", Code: ResidueNotLocked, Change: both(other, names(), residue(func(w *WindingUp) { w.Bodies.Or(nil)[0].Locked = law.Known(false) })), Want: law.Breached, At: "winding_up.bodies[0].asset_locked"},
			{Name: "reg 23: what is given does not add up", Code: ResidueNotLocked, Change: residue(func(w *WindingUp) { w.Residue = pence(5_000_001) }), Want: law.Breached, At: "winding_up.residue"},
			{Name: "reg 23: no winding up", Code: ResidueNotLocked, Change: func(c *Company) { c.WindingUp = law.Fact[WindingUp]{} }, Want: law.NotApplicable},

			{Name: "reg 23(5): directed", Code: ResidueUndirected, Want: law.Met},
			{Name: "reg 23(5): whether a named body needs a direction is in doubt", Code: ResidueUndirected, Change: residue(func(w *WindingUp) { w.Directed = law.Known(false) }), Want: law.Unknown},
			{Name: "reg 23(5): nothing to bodies", Code: ResidueUndirected, Change: residue(func(w *WindingUp) { w.Bodies = law.Known([]BodyResidue{}) }), Want: law.NotApplicable},

			{Name: "guidance: no body named, and consent first", Code: ClosedUnnamed, Change: both(names(), residue(func(w *WindingUp) { w.Consented = law.Known(true) })), Want: law.Met},
			{Name: "guidance: no body named, and no consent", Code: ClosedUnnamed, Change: names(), Want: law.Breached, At: "winding_up.regulator_consented"},
			{Name: "guidance: a body is named", Code: ClosedUnnamed, Want: law.NotApplicable},
		},
		Exempt: map[string]string{
			string(ResidueUndirected) + " breached": "whether it is a breach is not settled: the rule answers unknown",
		},
	}.Run(t)
}

func TestW18MembersTakePaidUpValueAndTheBodyTheRest(t *testing.T) {
	r, err := DistributeResidue(law.Pounds(50_000), []law.Pence{law.Pounds(10_000)})
	require.NoError(t, err)
	assert.Equal(t, Residue{[]law.Pence{law.Pounds(10_000)}, law.Pounds(40_000)}, r)
}

func FuzzDistributeResidue(f *testing.F) {
	f.Add(int64(5_000_000), int64(1_000_000), int64(3), int64(0))
	f.Add(int64(100), int64(33), int64(33), int64(100))
	f.Fuzz(func(t *testing.T, residue, a, b, c int64) {
		paidUp := []law.Pence{law.Pence(a), law.Pence(b), law.Pence(c)}
		for _, p := range append(paidUp, law.Pence(residue)) {
			if p < 0 || p > law.MaxPence {
				return
			}
		}
		r, err := DistributeResidue(law.Pence(residue), paidUp)
		require.NoError(t, err)
		sum := r.Rest
		for i, m := range r.Members {
			require.LessOrEqual(t, m, paidUp[i], "never more than paid up")
			sum += m
		}
		require.Equal(t, law.Pence(residue), sum, "what goes out is what there was")
	})
}
