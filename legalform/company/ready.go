package company

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Constitution returns a schedule of the model articles as a ready constitution, with the
// statute's own majorities, notice, quorum and requisition, each with where it comes from,
// for a caller to start from and alter. Figures are read as at a date: it refuses one on
// which some figure was not certain or not in force, by the figure's id.
//
// Votes go by shares, and in a company limited by guarantee by members; nobody votes on
// shares of a public company while a sum due on them is unpaid; nobody has a casting vote
// at a general meeting, and the chair has one on the board. The longer notice of a public
// company's annual meeting is not a setting of every meeting: NoticeBy gives it.
func Constitution(s Schedule, f *Figures, on law.Date) (governance.Constitution, error) {
	m, ok := ModelArticles(s)
	if !ok {
		return governance.Constitution{}, fmt.Errorf("no schedule of model articles: %v", s)
	}
	r := reader{on: on}
	shortest := &f.ShortNoticePrivate
	if s == ModelPublic {
		shortest = &f.ShortNoticePublic
	}
	ordinary, special := r.ratio(&f.OrdinaryMajority), r.ratio(&f.SpecialMajority)
	quorum := governance.Quorum{Heads: int64(r.count(&f.Quorum)), By: sec("s. 318(2)", "318")}
	c := governance.Constitution{
		Votes: governance.VotingRights{Basis: governance.PerShare, UnpaidMayVote: s != ModelPublic},
		Hands: governance.HandRules{ProxiesVote: true, SplitBothWays: true},
		Notice: governance.NoticeRule{
			ClearDays: r.count(&f.NoticeDays), By: sec("s. 307(1)-(6)", "307"),
			ShortHeads: governance.MoreThan(1, 2, governance.AllEntitled), ShortValue: atLeast(r.ratio(shortest), governance.AllEntitled),
		},
		Quorum: quorum, AdjournedQuorum: quorum,
		Requisition: governance.RequisitionRule{Votes: r.ratio(&f.RequisitionShare)},
		Proxies:     governance.ProxyRule{Hours: r.count(&f.ProxyHours), WorkingDays: true, In: law.DivisionEnglandAndWales},
		Majorities: []governance.NamedMajority{
			{Name: "ordinary", By: sec("s. 282", "282"), Majority: governance.Majority{
				Share: governance.Threshold{Fraction: ordinary, Strict: true, Of: governance.VotesCast},
			}},
			{Name: "special", By: sec("s. 283", "283"), Majority: governance.Majority{Share: atLeast(special, governance.VotesCast)}},
		},
		Board: governance.Board{
			Quorum:      governance.Quorum{Heads: int64(m.Board.Quorum), By: m.Board.QuorumIn},
			CastingVote: !m.Board.CastingVote.IsZero(), Removal: "ordinary",
		},
		CastingVote: m.Meetings.CastingVote,
	}
	if s == ModelGuarantee {
		c.Votes.Basis = governance.OneMemberOneVote
	}
	return c, r.err
}

func atLeast(f law.Ratio, of governance.Base) governance.Threshold {
	return governance.Threshold{Fraction: f, Of: of}
}

// reader reads figures as at a date and keeps the first that has no certain value.
type reader struct {
	on  law.Date
	err error
}

func (r *reader) ratio(h *law.History[law.Ratio]) law.Ratio { return readAt(r, h) }
func (r *reader) count(h *law.History[int]) int             { return readAt(r, h) }

func readAt[T any](r *reader, h *law.History[T]) (v T) {
	e, ok := h.At(r.on)
	if ok && e.Is == law.InForce {
		return e.Value
	}
	if r.err == nil {
		r.err = fmt.Errorf("figures.%s: no certain value on %v", h.ID(), r.on)
	}
	return v
}
