package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// closing is a dormant society that lawfully approves its instrument of dissolution.
func closing() Society {
	s := converting()
	x := s.Change.Ptr()
	x.Kind, x.Into = law.Known(DissolutionApproval), law.Fact[BodyKind]{}
	x.First.Votes, x.Filed = tally(80, 40, 0), on("2026-04-14")
	s.CreditUnion = law.Known(false)
	x.Dissolving = Dissolving{OtherTransactions: law.Known(false), Notified: law.Known(true)}
	return s
}

func TestDissolvingByResolution(t *testing.T) {
	union := func(a AuthorityAnswer, answered string) change {
		return func(s *Society) {
			x := s.Change.Ptr()
			s.CreditUnion, x.Dissolving = law.Known(true), Dissolving{Answer: law.Known(a)}
			if answered != "" {
				x.Dissolving.Answered = on(answered)
			}
		}
	}
	trades := with(func(x *Change) { x.Dissolving.OtherTransactions = law.Known(true) })
	unnotified := with(func(x *Change) { x.Dissolving.Notified = law.Known(false) })
	in2013 := func(s *Society) {
		in("2013-03-10")(s)
		filed("2013-04-14")(s)
	}
	merge := kind(Amalgamation)
	type c = lawtest.Case[Society]
	courseSuite(dissolving, closing,
		c{Name: "s. 120(2)(a): two-thirds", Code: DissolutionNotCarried, Want: law.Met},
		c{Name: "s. 120(2)(a): one short", Code: DissolutionNotCarried, Change: first(79, 41, 0), Want: law.Breached, At: "change.first.votes"},
		c{Name: "s. 119(3)(c): a credit union takes the same", Code: DissolutionNotCarried, Change: inTurn(union(AuthoritySilent, ""), first(79, 41, 0)), Want: law.Breached},
		c{Name: "s. 120: not for a merger", Code: DissolutionNotCarried, Change: merge, Want: law.NotApplicable},
		c{Name: "1965 s. 55(1A): two-thirds", Code: DissolutionNotCarried2012, Change: in2013, Want: law.Met},
		c{Name: "1965 s. 55(1A): one short", Code: DissolutionNotCarried2012, Change: inTurn(in2013, first(79, 41, 0)), Want: law.Breached},
		c{Name: "1965 s. 55(1A): not for a merger", Code: DissolutionNotCarried2012, Change: inTurn(in2013, merge), Want: law.NotApplicable},

		c{Name: "s. 119(6): fees, dividends and interest only, and notified", Code: NotDormant, Want: law.Met},
		c{Name: "s. 119(6)(a): it still trades", Code: NotDormant, Change: trades, Want: law.Breached, At: "change.dissolving.other_transactions"},
		c{Name: "s. 119(6)(b): the registrar was not told", Code: NotDormant, Change: unnotified, Want: law.Breached, At: "change.dissolving.dormancy_notified"},
		c{Name: "s. 119(3)(c): a credit union need not be dormant", Code: NotDormant, Change: inTurn(union(AuthorityConfirms, ""), trades), Want: law.NotApplicable},
		c{
			Name: "s. 119(3): a credit union or not is not stated", Code: NotDormant,
			Change: func(s *Society) { s.CreditUnion = law.Fact[bool]{} }, Want: law.Unknown, At: "credit_union",
		},
		c{Name: "s. 119: a merger", Code: NotDormant, Change: merge, Want: law.NotApplicable},
		c{Name: "1965 s. 55(1B): dormant", Code: NotDormant2012, Change: in2013, Want: law.Met},
		c{Name: "1965 s. 55(1B): it still trades", Code: NotDormant2012, Change: inTurn(in2013, trades), Want: law.Breached},
		c{Name: "1965 s. 55(1B): a credit union", Code: NotDormant2012, Change: inTurn(in2013, union(AuthorityConfirms, "")), Want: law.NotApplicable},

		c{Name: "s. 121(4): the fourteenth day, the second meeting's the first", Code: DissolutionFiledLate, Want: law.Met},
		c{Name: "s. 121(4): the day after, in time for any other resolution", Code: DissolutionFiledLate, Change: filed("2026-04-15"), Want: law.Breached, At: "change.filed"},
		c{
			Name: "s. 121(4): not stated while there is time", Code: DissolutionFiledLate, On: "2026-04-14",
			Change: with(func(x *Change) { x.Filed = law.Fact[law.Date]{} }), Want: law.Met,
		},
		c{
			Name: "s. 121(4): not stated when the time is over", Code: DissolutionFiledLate, On: "2026-04-15",
			Change: with(func(x *Change) { x.Filed = law.Fact[law.Date]{} }), Want: law.Unknown, At: "change.filed",
		},
		c{Name: "s. 121(4): a merger", Code: DissolutionFiledLate, Change: merge, Want: law.NotApplicable},
		c{Name: "1965 s. 58(5B): the fourteenth day", Code: DissolutionFiledLate2012, Change: in2013, Want: law.Met},
		c{Name: "1965 s. 58(5B): the day after", Code: DissolutionFiledLate2012, Change: inTurn(in2013, filed("2013-04-15")), Want: law.Breached},
		c{Name: "1965 s. 58(5B): a merger", Code: DissolutionFiledLate2012, Change: inTurn(in2013, merge), Want: law.NotApplicable},

		c{Name: "s. 119(3)(c): the authority confirms", Code: DissolutionUnconfirmed, Change: union(AuthorityConfirms, ""), Want: law.Met},
		c{Name: "s. 119(7): silence for 21 days", Code: DissolutionUnconfirmed, On: "2026-05-06", Change: union(AuthoritySilent, ""), Want: law.Met},
		c{Name: "s. 119(7): silence until the last day", Code: DissolutionUnconfirmed, On: "2026-05-05", Change: union(AuthoritySilent, ""), Want: law.Unknown, At: "change.dissolving.answer"},
		c{Name: "s. 119(7): refused on the last day", Code: DissolutionUnconfirmed, Change: union(AuthorityRefuses, "2026-05-05"), Want: law.Breached, At: "change.dissolving.answer"},
		c{Name: "s. 119(7): refused the day after", Code: DissolutionUnconfirmed, Change: union(AuthorityRefuses, "2026-05-06"), Want: law.Met},
		c{Name: "s. 119(7): refused, nobody says when", Code: DissolutionUnconfirmed, Change: union(AuthorityRefuses, ""), Want: law.Unknown, At: "change.dissolving.answered"},
		c{Name: "s. 119(7): any other society", Code: DissolutionUnconfirmed, Want: law.NotApplicable},
		c{Name: "1965 s. 55(1C): silence for 21 days", Code: DissolutionUnconfirmed2012, Change: inTurn(in2013, union(AuthoritySilent, "")), Want: law.Met},
		c{Name: "1965 s. 55(1C): refused in time", Code: DissolutionUnconfirmed2012, Change: inTurn(in2013, union(AuthorityRefuses, "2013-05-05")), Want: law.Breached},
		c{Name: "1965 s. 55(1C): any other society", Code: DissolutionUnconfirmed2012, Change: in2013, Want: law.NotApplicable},
	).Run(t)
}

func TestASpecialResolutionTakesThePlaceOfSignatures(t *testing.T) {
	for _, x := range []struct {
		dated string
		code  law.Code
		want  law.Outcome
	}{
		{"2026-05-01", DissolutionWithoutConsent, law.NotApplicable},
		{"2012-01-08", DissolutionWithoutConsent1965, law.NotApplicable},
		{"2012-01-07", DissolutionWithoutConsent1965, law.Breached}, // there was no such resolution yet
	} {
		s, f := signing(), Enacted()
		s.Change = closing().Change
		s.Dissolution.Ptr().Signatures, s.Dissolution.Ptr().Dated = law.Known[int64](0), on(x.dated)
		got, _ := dissolutions.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Outcome(x.code)
		if got != x.want {
			t.Errorf("%s: %v, want %v", x.dated, got, x.want)
		}
	}
}
