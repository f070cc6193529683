package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestMoratoriums(t *testing.T) {
	in2019 := insolvency(func(x *Insolvency) { x.Begun = on("2019-05-01") })
	bencom := func(s *Society) { s.Kind = law.Known(CommunityBenefitSociety) }
	pays := insolvency(func(x *Insolvency) { x.Moratorium.Withdrawn = law.Known[law.Pence](1) })
	small := insolvency(func(x *Insolvency) { x.Moratorium.RefusedForSize = law.Known(true) })
	blind := insolvency(func(x *Insolvency) { x.Moratorium.MonitorHeeds = law.Known(false) })
	scheme := turned(Scheme)
	type c = lawtest.Case[Society]
	courseSuite(moratoriums, insolvent(Moratorium),
		c{Name: "art 2(A1): a co-operative society", Code: MoratoriumNotOpen, Want: law.Met},
		c{Name: "art 2(A1): a community benefit society", Code: MoratoriumNotOpen, Change: bencom, Want: law.Met},
		c{Name: "art 1(2): a credit union", Code: MoratoriumNotOpen, Change: asUnion, Want: law.Breached, At: "credit_union"},
		c{Name: "art 1(2): a social landlord", Code: MoratoriumNotOpen, Change: asLandlord, Want: law.Breached, At: "registered_social_landlord"},
		c{Name: "art 1(2): a society of before August 2014 is doubtful", Code: MoratoriumNotOpen, Change: pre, Want: law.Unknown, At: "kind"},
		c{Name: "s. A54: a private registered provider is doubtful", Code: MoratoriumNotOpen, Change: asProvider, Want: law.Unknown, At: "private_registered_provider"},
		c{Name: "a scheme", Code: MoratoriumNotOpen, Change: inTurn(scheme, asUnion), Want: law.NotApplicable},

		c{Name: "s. A28(1A): nothing is withdrawn", Code: MoratoriumWithdrawal, Want: law.Met},
		c{Name: "s. A28(1A): a penny of a queued withdrawal", Code: MoratoriumWithdrawal, Change: pays, Want: law.Breached, At: "insolvency.moratorium.withdrawn"},
		c{
			Name: "s. A28(1A): what was paid is not stated", Code: MoratoriumWithdrawal,
			Change: insolvency(func(x *Insolvency) { x.Moratorium.Withdrawn = law.Fact[law.Pence]{} }), Want: law.Unknown, At: "insolvency.moratorium.withdrawn",
		},
		c{Name: "a scheme", Code: MoratoriumWithdrawal, Change: inTurn(scheme, pays), Want: law.NotApplicable},

		c{Name: "s. A35(3): the monitor heeds the rules", Code: MoratoriumUnmonitored, Want: law.Met},
		c{Name: "s. A35(3): the monitor does not", Code: MoratoriumUnmonitored, Change: blind, Want: law.Breached, At: "insolvency.moratorium.monitor_heeds_rules"},
		c{Name: "a scheme", Code: MoratoriumUnmonitored, Change: scheme, Want: law.NotApplicable},

		c{Name: "Sch A1: open to any society but landlords", Code: MoratoriumNotOpen2014, Change: inTurn(in2019, asUnion), Want: law.Met},
		c{Name: "Sch A1: not to a provider", Code: MoratoriumNotOpen2014, Change: inTurn(in2019, asProvider), Want: law.Breached},
		c{Name: "Sch A1: a scheme", Code: MoratoriumNotOpen2014, Change: inTurn(in2019, scheme), Want: law.NotApplicable},
		c{Name: "Sch 1 para 8: size does not matter", Code: MoratoriumRefused2014, Change: in2019, Want: law.Met},
		c{Name: "Sch 1 para 8: denied for size", Code: MoratoriumRefused2014, Change: inTurn(in2019, small), Want: law.Breached, At: "insolvency.moratorium.refused_for_size"},
		c{Name: "Sch 1 para 8: a scheme", Code: MoratoriumRefused2014, Change: inTurn(in2019, scheme), Want: law.NotApplicable},
	).Run(t)
}

func TestBothReadingsOfWhoMayHaveAMoratorium(t *testing.T) {
	f := Enacted()
	for name, is := range map[string]change{"before August 2014": pre, "a provider": asProvider} {
		s := insolvent(Moratorium)()
		is(&s)
		for _, x := range moratoriums.Judge(&s, &f, law.MustDate("2026-06-01"), law.England).Findings {
			assert.Equal(t, law.Breached, x.Doubt.Readings[0].Outcome, name)
			assert.Equal(t, law.Met, x.Doubt.Readings[1].Outcome, name)
		}
	}
}

func TestWithdrawalsInMoratorium(t *testing.T) {
	f := Enacted()
	a := WithdrawalsInMoratorium(&f, law.MustDate("2020-07-18"))
	assert.Equal(t, law.Met, a.Permits(0))
	assert.Equal(t, law.Breached, a.Permits(1))
	assert.Equal(t, MoratoriumWithdrawal, a.Binding)
	a = WithdrawalsInMoratorium(&f, law.MustDate("2020-07-17"))
	assert.True(t, a.Unlimited)
}
