package society

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// courseSuite is suite with the dates that govern what these rules are about.
func courseSuite(rules *law.Rules[Society, Figures], lawful func() Society, cases ...lawtest.Case[Society]) lawtest.Suite[Society, Figures] {
	s := suite(rules, lawful, cases...)
	set := func(f func(*Society) *law.Fact[law.Date]) func(*Society, law.Date) {
		return func(s *Society, d law.Date) { *f(s) = law.Known(d) }
	}
	maps.Copy(s.Dates, map[string]func(*Society, law.Date){
		"ratification.held":          set(func(s *Society) *law.Fact[law.Date] { return &s.Ratification.Ptr().Held }),
		"ratification.copy.acted_on": set(func(s *Society) *law.Fact[law.Date] { return &s.Ratification.Ptr().Copy.ActedOn }),
		"change.copy.acted_on":       set(func(s *Society) *law.Fact[law.Date] { return &s.Change.Ptr().Copy.ActedOn }),
		"dissolution.registered":     set(func(s *Society) *law.Fact[law.Date] { return &s.Dissolution.Ptr().Registered }),
		"dissolution.challenge.commenced": func(s *Society, d law.Date) {
			s.Dissolution.Ptr().Gazetted, s.challenge().Commenced = law.Known(d), law.Known(d)
		},
		"dissolution.challenge.set_aside": set(func(s *Society) *law.Fact[law.Date] { return &s.challenge().SetAside }),
		"ending.on":                       set(func(s *Society) *law.Fact[law.Date] { return &s.Ending.Ptr().On }),
		"ending.certificate_lodged":       set(func(s *Society) *law.Fact[law.Date] { return &s.Ending.Ptr().Lodged }),
		"winding_up.passed":               set(func(s *Society) *law.Fact[law.Date] { return &s.WindingUp.Ptr().Passed }),
		"from_company.resolved":           set(func(s *Society) *law.Fact[law.Date] { return &s.FromCompany.Ptr().Resolved }),
		"from_company.effective":          set(func(s *Society) *law.Fact[law.Date] { return &s.FromCompany.Ptr().Effective }),
		"enforcement.decided":             set(func(s *Society) *law.Fact[law.Date] { return &s.Enforcement.Ptr().Decided }),
		"enforcement.appeal.made":         set(func(s *Society) *law.Fact[law.Date] { return &s.Enforcement.Ptr().Appeal.Ptr().Made }),
		"enforcement.enforced":            set(func(s *Society) *law.Fact[law.Date] { return &s.Enforcement.Ptr().Enforced }),
		"insolvency.begun":                set(func(s *Society) *law.Fact[law.Date] { return &s.Insolvency.Ptr().Begun }),
		"charge.executed":                 set(func(s *Society) *law.Fact[law.Date] { return &s.Charge.Ptr().Executed }),
		"charge.receiver.appointed":       set(func(s *Society) *law.Fact[law.Date] { return &s.Charge.Ptr().Receiver.Ptr().Appointed }),
	})
	return s
}

// inTurn makes several changes in turn.
func inTurn(changes ...change) change {
	return func(s *Society) {
		for _, f := range changes {
			f(s)
		}
	}
}

func TestFiguresThatHoldNothingAnswerNothing(t *testing.T) {
	var f Figures
	on := law.MustDate("2026-05-01")
	for name, d := range map[string]law.Date{
		"a meeting to ratify": f.RatificationMeeting(on),
		"a resolution":        f.ResolutionDue(on), "a resolution to dissolve": f.DissolutionResolutionDue(on), "an answer": f.AnswerDue(on),
		"a challenge": f.ChallengeDue(on), "notice of one": f.ChallengeNoticeDue(on, on), "a winding up": f.WindingUpDue(on),
		"an appeal": f.EnforcementAppealDue(on), "a charge": f.ChargeDue(on),
	} {
		assert.True(t, d.IsZero(), name)
	}
}
