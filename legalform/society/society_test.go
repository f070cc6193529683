package society_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func day(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func pounds(n int64) law.Fact[law.Pence] { return law.Known(law.Pounds(n)) }

// bencom is a community benefit society, registered in 2016, of which every fact is
// stated and no act is put to it.
func bencom() society.Society {
	return society.Society{
		Name:              law.Known("Rossendale Community Energy Limited"),
		NameDispensed:     law.Known(false),
		OfficeInWales:     law.Known(false),
		Kind:              law.Known(society.CommunityBenefitSociety),
		Registered:        day("2016-03-01"),
		CarriesOnBusiness: law.Known(true),
		BonaFide:          law.Known(false),
		InvestorReturn:    law.Known(false),
		ForCommunity:      law.Known(true),
		SpecialReasons:    law.Known(true),
		Members:           law.Known[int64](120),
		MemberSocieties:   law.Known[int64](1),
		Holdings: law.Known([]society.Holding{
			{Member: "m1", Exempt: law.Known(society.NotExempt), Withdrawable: pounds(500), NonWithdrawable: pounds(0)},
			{Member: "m2", Exempt: law.Known(society.SocietyMember), Withdrawable: pounds(3_000_000), NonWithdrawable: pounds(0)},
		}),
		ShareCapital:             pounds(3_000_500),
		AllWithdrawable:          law.Known(true),
		DeclaredInterest:         law.Known(law.Percent(4)),
		Lock:                     law.Known(society.NoLock),
		LockInPrescribedTerms:    law.Known(false),
		Charity:                  law.Known(false),
		SocialLandlord:           law.Known(false),
		RunningCostsForCommunity: law.Known(true),
	}
}

// coop is a co-operative society otherwise like bencom.
func coop() society.Society {
	s := bencom()
	s.Kind, s.BonaFide, s.ForCommunity = law.Known(society.CoOperativeSociety), law.Known(true), law.Known(false)
	return s
}

// old is an industrial and provident society of 1990, run as a kind.
func old(k society.Kind) func(*society.Society) {
	return func(s *society.Society) {
		s.Kind, s.RunAs, s.Registered = law.Known(society.PreCommencement), law.Known(k), day("1990-05-01")
	}
}

// all makes one change of several.
func all(changes ...func(*society.Society)) func(*society.Society) {
	return func(s *society.Society) {
		for _, change := range changes {
			change(s)
		}
	}
}

func judge(t testing.TB, s society.Society, on string) *law.Report {
	t.Helper()
	require.NoError(t, s.Check())
	f := society.Enacted()
	return society.Rules().Judge(&s, &f, law.MustDate(on), law.England)
}

func outcome(t testing.TB, s society.Society, on string, code law.Code) law.Outcome {
	t.Helper()
	o, ok := judge(t, s, on).Outcome(code)
	require.True(t, ok, "%s was not tried", code)
	return o
}

func votes(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

func TestTheWholeTableIsDeclaredWell(t *testing.T) {
	require.NoError(t, society.Rules().Complaints())
	n := 0
	for m := range society.Rules().All() {
		n++
		assert.True(t, strings.HasPrefix(string(m.Code), "society."), "%s", m.Code)
		if m.Successor != "" {
			assert.Equal(t, find(t, m.Successor).InForce[0].From, m.InForce[len(m.InForce)-1].To, "%s", m.Code)
		}
	}
	assert.Equal(t, n, society.Rules().Len())
}

func find(t *testing.T, code law.Code) law.Meta {
	for m := range society.Rules().All() {
		if m.Code == code {
			return m
		}
	}
	t.Fatalf("no rule %s", code)
	return law.Meta{}
}

// Every constant of a code in the package's sources is the code of a rule.
func TestEveryCodeBelongsToARule(t *testing.T) {
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	used := map[string]bool{}
	for _, table := range []*law.Rules[society.Society, society.Figures]{society.Rules(), society.RulesNI()} {
		for m := range table.All() {
			used[string(m.Code)] = true
		}
	}
	seen := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		src, err := os.ReadFile(f.Name())
		require.NoError(t, err)
		for line := range strings.Lines(string(src)) {
			if _, after, ok := strings.Cut(line, "law.Code = \""); ok {
				code, _, _ := strings.Cut(after, `"`)
				assert.True(t, used[code], "%s is the code of no rule", code)
				seen++
			}
		}
	}
	assert.Equal(t, len(used), seen)
}

func TestNothingStatedIsUnknownAndNeverMet(t *testing.T) {
	f := society.Enacted()
	for _, on := range []string{"1970-01-01", "1994-06-01", "2010-06-01", "2020-06-01"} {
		var s society.Society
		rep := society.Rules().Judge(&s, &f, law.MustDate(on), law.Scotland)
		assert.Zero(t, rep.Count(law.Met, law.Statute), on)
		assert.Zero(t, rep.Count(law.Breached, law.Statute), on)
		assert.NotZero(t, rep.Count(law.Unknown, law.Statute), on)
		assert.NotEmpty(t, rep.Unsettled())
	}
}

func TestTheActsDoNotReachNorthernIreland(t *testing.T) {
	s, f := bencom(), society.Enacted()
	rep := society.Rules().Judge(&s, &f, law.MustDate("2020-06-01"), law.NorthernIreland)
	for _, r := range rep.Results {
		assert.Contains(t, []law.Outcome{law.NotInForce, law.NotApplicable}, r.Outcome, "%s", r.Code())
	}
}

// full is a society with every field stated, for what reads and writes.
func full() society.Society {
	s := bencom()
	s.RunAs = law.Known(society.CoOperativeSociety)
	s.Change = law.Known(society.Change{
		Kind: law.Known(society.TransferToCompany), Into: law.Known(society.CommunityInterestCompany),
		First:  society.Meeting{Held: day("2026-03-10"), Noticed: law.Known(true), Votes: votes(375, 125, 1000)},
		Second: society.Meeting{Held: day("2026-04-01"), Noticed: law.Known(true), Votes: votes(31, 29, 1000)},
		Filed:  day("2026-04-02"),
	})
	s.Dissolution = law.Known(society.Dissolution{
		Dated: day("2026-05-01"), Signatures: law.Known[int64](90), DeclaredBySecretary: law.Known(true), DeclaredByMembers: law.Known[int64](3),
	})
	fullRegistration(&s)
	s.Use = law.Known(society.Use{
		Kind: law.Known(society.Gift), On: day("2026-05-03"), Amount: pounds(10), ForCommunity: law.Known(true), Value: pounds(1),
		UnderRules: law.Known(true), Recipient: law.Known(society.Charity), EquivalentLock: law.Known(true), WillApplyLock: law.Known(true),
	})
	s.Distribution = law.Known(society.Distribution{
		Declared: day("2026-05-04"), Distributable: pounds(100),
		Payments: law.Known([]law.Payment{{Kind: law.ShareInterest, Amount: 100, Declared: law.MustDate("2026-05-04")}}),
		Earlier:  []law.Payment{{Kind: law.ToCommunity, Amount: 5, Declared: law.MustDate("2026-05-01")}},
	})
	fillCourses(&s)
	return s
}

func TestASocietyGoesThroughJSONAndBack(t *testing.T) {
	for name, s := range map[string]society.Society{"nothing stated": {}, "everything stated": full()} {
		t.Run(name, func(t *testing.T) {
			b, err := json.Marshal(s)
			require.NoError(t, err)
			var got society.Society
			require.NoError(t, law.Decode(bytes.NewReader(b), &got))
			assert.Equal(t, s, got)
			if name == "nothing stated" {
				assert.Equal(t, "{}", string(b))
			}
		})
	}
}

func TestUnknownNamesAreRefused(t *testing.T) {
	for _, bad := range []string{
		`{"nmae": "x"}`, `{"kind": "company"}`, `{"kind": ""}`, `{"lock": "half"}`, `{"holdings": [{"exempt": "company"}]}`,
		`{"change": {"kind": "merger"}}`, `{"change": {"into": "plc"}}`, `{"use": {"kind": "party"}}`,
		`{"rule_book": {"name": "yes"}}`, `{"rule_book": {"place_of_office": "jersey"}}`, `{"amendment": {"kind": "logo"}}`,
		`{"cancellation": {"ground": "whim"}}`, `{"appeal": {"against": "fate"}}`, `{"display": {"papers": [{"kind": "poster"}]}}`,
		`{"display": {"papers": [{"charity_statement": "latin"}]}}`,
	} {
		var s society.Society
		assert.Error(t, law.Decode(strings.NewReader(bad), &s), bad)
	}
}

func TestCheckNamesThePlaceOfAFactThatCannotBe(t *testing.T) {
	for want, change := range map[string]func(*society.Society){
		"members: ":                         func(s *society.Society) { s.Members = law.Known[int64](-1) },
		"member_societies: a negative":      func(s *society.Society) { s.MemberSocieties = law.Known[int64](-1) },
		"member_societies: 121 of them":     func(s *society.Society) { s.MemberSocieties = law.Known[int64](121) },
		"share_capital: ":                   func(s *society.Society) { s.ShareCapital = law.Known[law.Pence](-1) },
		"declared_interest: ":               func(s *society.Society) { s.DeclaredInterest = law.Known(law.Percent(-1)) },
		"run_as: ":                          func(s *society.Society) { s.RunAs = law.Known(society.PreCommencement) },
		"holdings[0].withdrawable: ":        func(s *society.Society) { (*s.Holdings.Ptr())[0].Withdrawable = law.Known[law.Pence](-1) },
		"holdings[1].non_withdrawable: ":    func(s *society.Society) { (*s.Holdings.Ptr())[1].NonWithdrawable = law.Known(law.MaxPence + 1) },
		"change.first.votes: ":              func(s *society.Society) { s.Change.Ptr().First.Votes = votes(-1, 0, 0) },
		"change.second.votes: ":             func(s *society.Society) { s.Change.Ptr().Second.Votes = votes(2, 0, 1) },
		"dissolution.signatures: ":          func(s *society.Society) { s.Dissolution.Ptr().Signatures = law.Known[int64](-1) },
		"dissolution.signatures: 121 of":    func(s *society.Society) { s.Dissolution.Ptr().Signatures = law.Known[int64](121) },
		"dissolution.declared_by_members: ": func(s *society.Society) { s.Dissolution.Ptr().DeclaredByMembers = law.Known[int64](-1) },
		"rule_book.maximum.most: ":          func(s *society.Society) { s.RuleBook.Ptr().Maximum = law.Known(society.ShareLimit{Most: -1}) },
		"rule_book.raise.most: ":            func(s *society.Society) { s.RuleBook.Ptr().Raise.Ptr().Most = law.Known(law.MaxPence + 1) },
		"rule_book.amended[0]: ":            func(s *society.Society) { s.RuleBook.Ptr().Amended = law.Known([]law.Date{{}}) },
		"share_character.price: ":           func(s *society.Society) { s.ShareCharacter.Ptr().Price = law.Known[law.Pence](-1) },
		"application.copies_of_rules: ":     func(s *society.Society) { s.Application.Ptr().Copies = law.Known[int64](-1) },
		"application.members_signing: ":     func(s *society.Society) { s.Application.Ptr().Members = law.Known[int64](-1) },
		"application.societies_signing: ":   func(s *society.Society) { s.Application.Ptr().Societies = law.Known[int64](-1) },
		"application.fee_paid: ":            func(s *society.Society) { s.Application.Ptr().FeePaid = law.Known[law.Pence](-1) },
		"application.draft.amendments: ":    func(s *society.Society) { s.Application.Ptr().Draft = law.Known(society.RulesDraft{Amendments: -1}) },
		"suspension.terms[0]: ":             func(s *society.Society) { s.Suspension.Ptr().Terms = law.Known([]society.SuspensionPeriod{{}}) },
		"amendment.copies: ":                func(s *society.Society) { s.Amendment.Ptr().Copies = law.Known[int64](-1) },
		"amendment.members_signing: ":       func(s *society.Society) { s.Amendment.Ptr().Members = law.Known[int64](-1) },
		"rules_request.charged: ":           func(s *society.Society) { s.RulesRequest.Ptr().Charged = law.Known[law.Pence](-1) },
		"use.amount: ":                      func(s *society.Society) { s.Use.Ptr().Amount = law.Known[law.Pence](-1) },
		"use.value: ":                       func(s *society.Society) { s.Use.Ptr().Value = law.Known[law.Pence](-1) },
		"distribution.payments[0].amount: ": func(s *society.Society) { (*s.Distribution.Ptr().Payments.Ptr())[0].Amount = -1 },
		"distribution.earlier[0].amount: ":  func(s *society.Society) { s.Distribution.Ptr().Earlier[0].Amount = -1 },
	} {
		s := full()
		require.NoError(t, s.Check())
		change(&s)
		assert.ErrorContains(t, s.Check(), want)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []society.Society{{}, full(), coop()} {
		b, err := json.Marshal(s)
		require.NoError(f, err)
		f.Add(b)
	}
	figures := society.Enacted()
	f.Fuzz(func(t *testing.T, b []byte) {
		var s society.Society
		if law.Decode(bytes.NewReader(b), &s) != nil || s.Check() != nil {
			return
		}
		for _, on := range []string{"1975-08-01", "2010-06-01", "2026-11-23"} {
			society.Rules().Judge(&s, &figures, law.MustDate(on), law.Wales) // must not panic
		}
		once, err := json.Marshal(s)
		require.NoError(t, err)
		var again society.Society
		require.NoError(t, law.Decode(bytes.NewReader(once), &again))
		twice, err := json.Marshal(again)
		require.NoError(t, err)
		assert.Equal(t, string(once), string(twice))
	})
}

func BenchmarkJudge(b *testing.B) {
	s, f, on := full(), society.Enacted(), law.MustDate("2026-11-23")
	rules := society.Rules()
	b.ReportAllocs()
	for b.Loop() {
		rules.Judge(&s, &f, on, law.England)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rules.Len()), "ns/rule")
}

func BenchmarkJudgeTenThousandHoldings(b *testing.B) {
	s, f, on := bencom(), society.Enacted(), law.MustDate("2026-11-23")
	list := make([]society.Holding, 10_000)
	for i := range list {
		list[i] = (*s.Holdings.Ptr())[0]
	}
	s.Holdings = law.Known(list)
	b.ReportAllocs()
	for b.Loop() {
		society.Rules().Judge(&s, &f, on, law.England)
	}
}
