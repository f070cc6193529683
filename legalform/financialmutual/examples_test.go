package financialmutual_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
)

func day(s string) law.Fact[law.Date] { return law.Known(law.MustDate(s)) }

func votes(yes, no, entitled int64) law.Fact[governance.Tally] {
	return law.Known(governance.Tally{For: yes, Against: no, Entitled: entitled})
}

// Sixty members come to a credit union's meeting; 38 vote for new rules and 10 against.
func Example() {
	union := financialmutual.CreditUnion{Resolution: law.Known(financialmutual.CreditUnionResolution{
		Kind: law.Known(financialmutual.RulesAmendment), Held: day("2026-03-02"),
		Votes: law.Known(governance.Tally{For: 38, Against: 10, Abstained: 12, Present: 60}),
	})}
	figures := financialmutual.Enacted()
	rep := financialmutual.CreditUnionRules().Judge(&union, &figures, law.MustDate("2026-03-03"), law.Scotland)
	fmt.Println(errors.Is(rep.Err(), financialmutual.CreditUnionRulesNotAmended))
	fmt.Println(rep.Findings[0].Message)
	// Output:
	// true
	// The resolution was not carried: 38 of 60, where at least 2/3 of those present needs 40: failed.
}

// C-2: a building society of 100,000 qualified members and a specially formed company.
func TestC2TransferToAFormedCompany(t *testing.T) {
	f := financialmutual.Enacted()
	for _, tc := range []struct {
		held     string
		yes, no  int64
		turnout  law.Outcome
		majority law.Outcome
	}{
		{"2026-03-30", 40_000, 9_000, law.Breached, law.Met},
		{"2026-03-30", 37_500, 12_500, law.Met, law.Met},
		{"1995-06-01", 15_000, 5_000, law.Met, law.Met},
	} {
		s := financialmutual.BuildingSociety{Resolution: law.Known(financialmutual.BuildingResolution{
			Kind: law.Known(financialmutual.TransferToFormedCompany), Held: day(tc.held), Shareholders: votes(tc.yes, tc.no, 100_000),
		})}
		rep := financialmutual.BuildingSocietyRules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England)
		got, _ := rep.Outcome(financialmutual.TransferTurnoutTooLow)
		assert.Equal(t, tc.turnout, got)
		got, _ = rep.Outcome(financialmutual.ShareholdersNotCarried)
		assert.Equal(t, tc.majority, got)
		got, _ = rep.Outcome(financialmutual.BorrowersNotCarried)
		assert.Equal(t, law.Unknown, got, "the borrowers' resolution is needed too")
	}
	q, known := f.BorrowerQualified(law.Pounds(100)-1, law.MustDate("2026-03-30"))
	assert.True(t, known && !q)
	q, _ = f.BorrowerQualified(law.Pounds(100), law.MustDate("2026-03-30"))
	assert.True(t, q)
	_, known = f.BorrowerQualified(1, law.MustDate("1980-03-30"))
	assert.False(t, known)
}

// resolving judges a registered society's two meetings by package society.
func resolving(k society.ChangeKind, first, second society.Meeting, code law.Code) law.Outcome {
	s := society.Society{Change: law.Known(society.Change{Kind: law.Known(k), First: first, Second: second})}
	f := society.Enacted()
	o, _ := society.Rules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Outcome(code)
	return o
}

// C-3 and C-9 are for registered societies, whose rules credit unions' mergers borrow.
func TestC3SocietyToCompany(t *testing.T) {
	first := func(yes, no int64) society.Meeting {
		return society.Meeting{Held: day("2026-03-02"), Noticed: law.Known(true), Votes: votes(yes, no, 1000)}
	}
	second := func(on string) society.Meeting {
		return society.Meeting{Held: day(on), Noticed: law.Known(true), Votes: votes(60, 50, 1000)}
	}
	k := society.ConversionToCompany
	assert.Equal(t, law.Breached, resolving(k, first(470, 10), second("2026-03-20"), society.TurnoutTooLow))
	for _, code := range []law.Code{society.TurnoutTooLow, society.ConversionNotCarried, society.NotConfirmed, society.MeetingsApart} {
		assert.Equal(t, law.Met, resolving(k, first(390, 130), second("2026-03-20"), code), "%s", code)
	}
	assert.Equal(t, law.Breached, resolving(k, first(390, 130), second("2026-03-15"), society.MeetingsApart))
}

// C-4: a credit union of sixty present.
func TestC4TwoThirdsOfThosePresent(t *testing.T) {
	f := financialmutual.Enacted()
	for yes, want := range map[int64]law.Outcome{38: law.Breached, 39: law.Breached, 40: law.Met} {
		s := financialmutual.CreditUnion{Resolution: law.Known(financialmutual.CreditUnionResolution{
			Kind: law.Known(financialmutual.RulesAmendment), Held: day("2026-03-02"),
			Votes: law.Known(governance.Tally{For: yes, Against: 10, Abstained: 50 - yes, Present: 60}),
		})}
		got, _ := financialmutual.CreditUnionRules().Judge(&s, &f, law.MustDate("2026-11-23"), law.England).Outcome(financialmutual.CreditUnionRulesNotAmended)
		assert.Equal(t, want, got, "%d of 60", yes)
	}
	m, certain := f.Majority(financialmutual.CreditUnionRulesAmended, law.MustDate("2026-03-02"))
	assert.True(t, certain)
	assert.Equal(t, int64(40), m.Share.Needs(60))
}

// C-9: 300 of 5,000 vote on a merger of societies, 200 for it.
func TestC9AMergerHasNoTurnout(t *testing.T) {
	first := society.Meeting{Held: day("2026-03-02"), Noticed: law.Known(true), Votes: votes(200, 100, 5000)}
	assert.Equal(t, law.Met, resolving(society.Amalgamation, first, society.Meeting{}, society.MergerNotCarried))
	assert.NotEqual(t, law.Breached, resolving(society.Amalgamation, first, society.Meeting{}, society.TurnoutTooLow))
	f := financialmutual.Enacted()
	m, _ := f.Majority(financialmutual.CreditUnionMerger, law.MustDate("2026-03-02"))
	d, err := governance.Decide(law.MustDate("2026-03-02"), m, governance.Tally{For: 200, Against: 100, Entitled: 5000})
	assert.NoError(t, err)
	assert.True(t, d.Passed)
}

// C-10: votes by value under the Act of 1896.
func TestC10ValueVotes(t *testing.T) {
	f := financialmutual.Enacted()
	for years, want := range map[int64]int64{0: 1, 4: 1, 5: 2, 12: 3, 19: 4, 20: 5, 30: 5} {
		got, ok := f.ValueVotes(years, law.MustDate("1911-01-01"))
		assert.True(t, ok)
		assert.Equal(t, want, got, "%d years", years)
	}
	_, ok := f.ValueVotes(-1, law.MustDate("1911-01-01"))
	assert.False(t, ok)
	_, ok = f.ValueVotes(12, law.MustDate("1890-01-01"))
	assert.False(t, ok)
}
