package mutual_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual"
)

// solvent are the facts of a withdrawal that is paid for.
var solvent = society.Society{Dealings: society.Dealings{Withdrawal: law.Known(society.Repayments{
	Surplus: law.Known(law.Pounds(1000)), Solvent: law.Known(true), DepositsDue: law.Known(false),
})}}

// withTerms is a society whose rules ask three months' notice, in order of receipt.
func withTerms(t *testing.T) *mutual.Organisation {
	t.Helper()
	o := founded(t, "co-operative-society")
	o.Body.(*society.Society).ShareTerms = law.Known(society.ModelShareTerms(pounds(10)))
	return o
}

func TestNoticesToWithdrawQueue(t *testing.T) {
	suspended := society.Society{Dealings: society.Dealings{Withdrawal: law.Known(society.Repayments{Suspended: law.Known(true)})}}
	lifted := society.Society{Dealings: society.Dealings{Withdrawal: law.Known(society.Repayments{Suspended: law.Known(false)})}}
	record := law.Act{Record: law.Known(law.Record{Says: "the committee suspends withdrawal, or lifts it"})}
	first, second := on("2024-05-01", notice("bob", 40)), on("2024-05-02", notice("ann", 50))
	for _, tc := range []struct {
		name string
		acts []law.Act
		want law.Code
	}{
		{"no notice was given", []law.Act{stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent)}, society.WithdrawalUnnoticed},
		{"the day before the notice has run", []law.Act{second, stating(t, on("2024-08-01", withdrawal("ann", 50)), solvent)}, society.WithdrawalEarly},
		{"the day on which it has", []law.Act{second, stating(t, on("2024-08-02", withdrawal("ann", 50)), solvent)}, ""},
		{"another is before it", []law.Act{first, second, stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent)}, society.WithdrawalOutOfOrder},
		{"the other is paid first", []law.Act{
			first, second, stating(t, on("2024-09-01", withdrawal("bob", 40)), solvent), stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent),
		}, ""},
		{"a notice is paid once", []law.Act{
			second, stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent), stating(t, on("2024-09-02", withdrawal("ann", 10)), solvent),
		}, society.WithdrawalUnnoticed},
		{"less than the minimum would be left", []law.Act{on("2024-05-01", notice("ann", 91)), stating(t, on("2024-09-01", withdrawal("ann", 91)), solvent)}, society.WithdrawalBelowMinimum},
		{"just the minimum is left", []law.Act{on("2024-05-01", notice("ann", 90)), stating(t, on("2024-09-01", withdrawal("ann", 90)), solvent)}, ""},
		{"withdrawal is suspended", []law.Act{
			second, stating(t, on("2024-06-01", record), suspended), stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent),
		}, society.WithdrawalSuspendedPaid},
		{"and the suspension is lifted", []law.Act{
			second, stating(t, on("2024-06-01", record), suspended), stating(t, on("2024-07-01", record), lifted),
			stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent),
		}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h, err := mutual.Replay(&mutual.Log{Opening: withTerms(t), Acts: tc.acts})
			if tc.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, tc.want)
			assert.Len(t, h.Steps, len(tc.acts)-1, "the last act is refused")
		})
	}
}

func TestAnUnknownIsNoPass(t *testing.T) {
	h, err := mutual.Replay(&mutual.Log{Opening: founded(t, "co-operative-society"), Acts: []law.Act{
		on("2024-05-01", notice("ann", 50)), on("2024-09-01", withdrawal("ann", 50)),
	}})
	require.NoError(t, err, "an unknown stops nothing")
	assert.False(t, h.Steps[1].Certain())
	open := h.Unsettled()
	require.Len(t, open, 1)
	paths := map[string][]law.Code{}
	for _, m := range open[0].Missing {
		paths[m.Path] = m.Settles
	}
	assert.Contains(t, paths["body.withdrawal.deposits_due"], society.CapitalBeforeDeposits)
	assert.Contains(t, paths, "body.share_terms")

	h, err = mutual.Replay(&mutual.Log{Opening: withTerms(t), Acts: []law.Act{
		on("2024-05-01", notice("ann", 50)), stating(t, on("2024-09-01", withdrawal("ann", 50)), solvent),
	}})
	require.NoError(t, err)
	assert.True(t, h.Steps[1].Certain(), "%v", h.Steps[1].Findings)
	assert.Empty(t, h.Unsettled())
}

func codes(fs []law.Finding) (out []law.Code) {
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return out
}

func TestWhatStoodBeforeAnActDoesNotRefuseIt(t *testing.T) {
	o := founded(t, "co-operative-society") // of two members, where three are wanted
	o.Body.(*society.Society).MemberSocieties = law.Known(int64(0))
	next, step, err := o.Apply(on("2024-05-01", issueOf("ann", 10)))
	require.NoError(t, err)
	assert.Contains(t, codes(step.Standing), society.TooFewMembers)

	o.Members = law.Known(o.Members.Or(nil)[:1])
	_, step, err = o.Apply(on("2024-05-01", admission("cat")))
	require.NoError(t, err, "to admit a second member eases the want of a third")
	assert.Contains(t, codes(step.Standing), society.TooFewMembers)
	_, _, err = next.Apply(on("2024-05-02", law.Act{Leave: law.Known(law.Departure{Member: "bob", Forfeits: true})}))
	require.ErrorIs(t, err, society.TooFewMembers, "and a departure makes it worse")

	rich := founded(t, "community-benefit-society")
	members := rich.Members.Or(nil)
	members[0].Shares, members[0].Nominal = law.Known(int64(200_000)), law.Known(pounds(200_000))
	rich.Books.Ptr().PaidUp = pounds(200_100)
	_, _, err = rich.Apply(on("2024-05-01", issueOf("ann", 1)))
	require.ErrorIs(t, err, society.ShareholdingTooLarge)
	_, _, err = rich.Apply(on("2024-05-01", issueOf("bob", 1)))
	require.NoError(t, err, "another member's holding is not of this act")
	_, _, err = rich.Apply(stating(t, on("2024-05-01", withdrawal("ann", 500)), solvent), law.Statute)
	require.NoError(t, err, "to withdraw some of the excess is the remedy")
	_, _, err = rich.Apply(on("2024-05-01", passes("ann", "bob", 500)))
	require.NoError(t, err, "and so is to pass some on")
	_, _, err = rich.Apply(on("2024-05-01", passes("ann", "bob", 100_000)))
	require.ErrorIs(t, err, society.TransferOverMaximum, "but not too much to one")
}

func TestAdmissionsGoByTheConstitutionOfTheDay(t *testing.T) {
	o := founded(t, "cic-guarantee")
	c := governance.Constitution{Classes: []string{"staff", "community"}, Eligibility: []governance.ClassEligibility{
		{Class: "staff", Eligibility: governance.Eligibility{Age: 18, Service: 6}},
	}}
	from := law.MustDate("2024-06-01")
	o.Constitution = law.Known(governance.Document{{Resolved: from, Effective: from, Constitution: c}})
	staff := func(born, service string) law.Act {
		a := law.Admission{Member: "cat", Class: "staff", Born: law.Known(law.MustDate(born))}
		if service != "" {
			a.Service = law.Known(law.MustDate(service))
		}
		return law.Act{Admit: law.Known(a)}
	}
	for _, tc := range []struct {
		name, day string
		act       law.Act
		want      law.Code
	}{
		{"the day before there was a constitution", "2024-05-31", admission("cat"), ""},
		{"the day on which there was, to no class of it", "2024-06-01", admission("cat"), mutual.NoSuchClass},
		{"on the birthday, after six months", "2024-06-10", staff("2006-06-10", "2023-12-10"), ""},
		{"the day before the birthday", "2024-06-09", staff("2006-06-10", "2023-12-09"), mutual.NotEligible},
		{"the day before six months", "2024-06-10", staff("2006-06-10", "2023-12-11"), mutual.NotEligible},
		{"a service that is not stated is an unknown", "2024-06-10", staff("2006-06-10", ""), ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, step, err := o.Apply(on(tc.day, tc.act))
			if tc.want != "" {
				require.ErrorIs(t, err, tc.want)
				_, _, err = o.Apply(on(tc.day, tc.act), law.Statute)
				require.NoError(t, err, "no statute says it")
				return
			}
			require.NoError(t, err)
			x := tc.act.Admit.Ptr()
			assert.Equal(t, x.Class == "" || x.Service.Stated(), len(step.Unsettled(law.OwnRules)) == 0)
		})
	}
}

func TestFactsDoNotSmuggleAnotherActIn(t *testing.T) {
	record := law.Act{Record: law.Known(law.Record{Says: "nothing to see"})}
	pays := society.Society{Dealings: society.Dealings{Withdrawal: law.Known(society.Repayments{Payments: law.Known([]society.Repayment{{Number: 1, Amount: 1}})})}}
	for _, tc := range []struct {
		form, want string
		body       any
	}{
		{"cic-shares-schedule-3", "facts.dividend", cic.Company{Dividend: law.Known(cic.Distribution{})}},
		{"cic-guarantee", "facts.winding_up", cic.Company{WindingUp: law.Known(cic.WindingUp{})}},
		{"co-operative-society", "facts.distribution", society.Society{Distribution: law.Known(society.Distribution{})}},
		{"community-benefit-society", "facts.withdrawal.payments", pays},
		{"company-limited-by-shares", "facts.distribution", company.Company{Distribution: law.Known(company.Distribution{})}},
		{"employee-trust-company", "facts.accounts.payments", employee.Company{Accounts: employee.Accounts{Payments: law.Known([]law.Payment{{Kind: law.Dividend}})}}},
	} {
		_, _, err := founded(t, tc.form).Apply(stating(t, on("2024-05-01", record), tc.body))
		require.ErrorIs(t, err, law.ErrAct, tc.form)
		require.ErrorContains(t, err, tc.want)
	}
	named := stating(t, on("2024-05-01", record), society.Society{OfficeInWales: law.Known(true)})
	next, _, err := founded(t, "co-operative-society").Apply(named)
	require.NoError(t, err)
	assert.Equal(t, law.Known(true), next.Body.(*society.Society).OfficeInWales)
}

func TestAMinorCouldNotJoinASocietyBeforeSixteen(t *testing.T) {
	o := founded(t, "co-operative-society")
	o.AsAt = law.MustDate("2011-01-01")
	for i := range o.Members.Or(nil) {
		o.Members.Or(nil)[i].Joined = law.Known(o.AsAt)
	}
	young := law.Act{Admit: law.Known(law.Admission{Member: "cat", Born: law.Known(law.MustDate("1996-01-08"))})}
	_, _, err := o.Apply(on("2012-01-07", young))
	require.ErrorIs(t, err, society.MemberTooYoung1965, "the day before the sixteenth birthday, and before the law changed")
	_, _, err = o.Apply(on("2012-01-08", young))
	require.NoError(t, err)
}

func TestYearsThatClose(t *testing.T) {
	o := founded(t, "cic-shares-schedule-3")
	closes := law.Act{CloseYear: law.Known(law.YearClose{Result: law.Known(pounds(-500)), Staff: law.Known(9)})}
	acts := []law.Act{
		on("2024-05-01", payment(law.Dividend, 1000, law.OrdinaryResolution)),
		on("2024-06-01", payment(law.ToCommunity, 2000, law.NoResolution)),
		on("2025-03-31", closes),
	}
	h, err := mutual.Replay(&mutual.Log{Opening: o, Acts: acts})
	require.NoError(t, err)
	b := h.Closing().Books.Ptr()
	assert.Equal(t, law.MustDate("2024-04-01"), b.YearStart)
	assert.Equal(t, law.MustDate("2025-03-31"), b.YearEnd)
	assert.Equal(t, pounds(6500), b.Distributable.Or(0), "10,000 less a dividend, a gift and a loss")
	assert.Empty(t, b.Paid)
	assert.Equal(t, 9, b.Staff)
	assert.Equal(t, []law.PastYear{{YearStart: law.MustDate("2023-04-01"), Dividends: pounds(1000)}}, b.Past)

	unknown := law.Act{CloseYear: law.Known(law.YearClose{})}
	next, _, err := o.Apply(on("2025-04-01", unknown))
	require.NoError(t, err)
	assert.False(t, next.Books.Ptr().Distributable.Stated(), "a result that is not stated is not nothing")
	_, step, err := next.Apply(on("2025-04-01", payment(law.Dividend, 1, law.OrdinaryResolution)))
	require.NoError(t, err)
	assert.False(t, step.Certain())
}

func TestTheEndOfALife(t *testing.T) {
	o := founded(t, "cic-guarantee")
	directed := cic.Company{WindingUp: law.Known(cic.WindingUp{Directed: law.Known(true), Unsuitable: law.Known(false)})}
	end := stating(t, on("2025-01-01", windsUp(500, law.BodyResidue{Name: "Hill Trust", Amount: pounds(500)})), directed)
	over := on("2025-06-01", law.Act{Dissolve: law.Known(law.Dissolution{})})
	h, err := mutual.Replay(&mutual.Log{Opening: o, Acts: []law.Act{end, over}})
	require.NoError(t, err)
	assert.True(t, h.Steps[0].Certain(), "%v", h.Steps[0].Findings)
	day, _ := h.Closing().Dissolved.Get()
	assert.Equal(t, law.MustDate("2025-06-01"), day)
	wound, err := h.On(law.MustDate("2025-05-31"))
	require.NoError(t, err)
	assert.True(t, wound.WoundUp.Stated())
	assert.False(t, wound.Dissolved.Stated())
}

func TestConversions(t *testing.T) {
	to := func(form string, done ...string) law.Act {
		return on("2025-06-01", law.Act{Convert: law.Known(law.Conversion{To: form, Done: done})})
	}
	all := []string{"resolution", "consent", "waiting", "filing", "decision", "effect", "act", "conditions"}

	o := founded(t, "company-limited-by-guarantee")
	next, step, err := o.Apply(to("cic-guarantee"))
	require.NoError(t, err)
	assert.Equal(t, "cic-guarantee", next.Form.FormID())
	c := next.Body.(*cic.Company)
	assert.Equal(t, law.Known("Hill Community Interest Company"), c.Name)
	assert.Equal(t, law.Known(2), c.Standing.Members)
	assert.Equal(t, o.Members, next.Members)
	require.NotEmpty(t, step.Unsettled(), "the stages that are missing")
	assert.Contains(t, step.Unsettled()[0].Settles, mutual.StagesOpen)
	_, step, err = o.Apply(to("cic-guarantee", all...))
	require.NoError(t, err)
	assert.Empty(t, step.Unsettled())

	_, _, err = founded(t, "cic-guarantee").Apply(to("company-limited-by-guarantee", all...))
	require.ErrorIs(t, err, law.Code("cic.no-way-out"), "once a community interest company, no ordinary company again")
	require.ErrorContains(t, err, "s. 53")
	_, _, err = founded(t, "cic-guarantee").Apply(to("cic-guarantee"))
	require.ErrorIs(t, err, law.ErrAct)
	_, step, err = founded(t, "co-operative-society-ni").Apply(to("company-limited-by-shares", all...))
	require.NoError(t, err)
	assert.False(t, step.Certain())
	assert.True(t, slices.ContainsFunc(step.Findings, func(f law.Finding) bool {
		return f.Doubt != nil && strings.Contains(f.Doubt.Question, "1969")
	}), "whether the Act of 1969 has that way could not be read: %v", step.Findings)
	_, _, err = founded(t, "company-limited-by-guarantee").Apply(to("charitable-incorporated-organisation"))
	require.ErrorIs(t, err, law.ErrNoAct, "it takes two steps")

	s := founded(t, "community-benefit-society")
	_, _, err = s.Apply(to("company-limited-by-shares", all...))
	require.Error(t, err, "a locked society becomes no ordinary company")
	next, step, err = s.Apply(to("cic-guarantee", all...))
	require.NoError(t, err)
	assert.Zero(t, next.Books.Ptr().PaidUp)
	assert.NotEmpty(t, step.Unsettled(), "what becomes of the shares is asked")

	none, err := law.FactsOf(cic.Company{Standing: cic.Standing{Directors: law.Known(0)}})
	require.NoError(t, err)
	poor := to("cic-guarantee", all...)
	poor.Convert = law.Known(law.Conversion{To: "cic-guarantee", Done: all, As: none})
	_, _, err = s.Apply(poor)
	require.ErrorIs(t, err, cic.TooFewDirectors, "the new form's statutes are kept from the first day")

	facts, err := law.FactsOf(cic.Company{Standing: cic.Standing{Directors: law.Known(7)}})
	require.NoError(t, err)
	a := to("cic-guarantee")
	a.Convert = law.Known(law.Conversion{To: "cic-guarantee", As: facts})
	next, _, err = o.Apply(a)
	require.NoError(t, err)
	assert.Equal(t, law.Known(7), next.Body.(*cic.Company).Standing.Directors)
}

func TestALossOfReliefIsLawful(t *testing.T) {
	o := founded(t, "employee-trust-company")
	members := o.Members.Or(nil)
	members[0].Class = "trustees"
	members[1].Shares, members[1].Nominal = law.Known(int64(0)), law.Known(law.Pence(0))
	o.Books.Ptr().PaidUp = pounds(100)
	members[0].Shares, members[0].Nominal = law.Known(int64(200)), law.Known(pounds(200))
	_, step, err := o.Apply(on("2025-06-01", passes("ann", "bob", 100)))
	require.NoError(t, err)
	assert.NotEmpty(t, step.Findings, "half the shares is no controlling interest")
}
